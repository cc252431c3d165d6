"""Follow-ups of several things told before: each of them, which is highest, plan and result."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import assert_says, open_over, talk

from assistant.chain import Assistant

REPORT = """望溪区2022年国民经济和社会发展计划执行情况与2023年国民经济和社会发展计划草案的报告

一、2022年国民经济和社会发展计划执行情况

全年实现地区生产总值812亿元,同比增长5.1%;服务业增加值增长4.2%。全年新增国家高新技术企业41家、省科技型中小企业96家。全年完成固定资产投资130亿元。

二、2023年主要预期目标和重点任务

2023年主要预期目标为:地区生产总值增长6%,服务业增加值增长7%,工业投资增长9%。全年新增国家高新技术企业50家、省科技型中小企业110家。
"""

TABLE = """望溪区2022年政府工作报告重点任务三季度进展表

序号 | 内容及要求 | 牵头单位 | 截至9月底完成情况 |
1 | 服务业增加值增长5%。 | 发改局 | 三季度服务业增加值增速6.3%。 |
2 | 固定资产投资150亿元。 | 发改局 | 1-9月完成固定资产投资88亿元。 |
"""


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder: Path = tmp_path_factory.mktemp("both")
    return open_over(folder, {"report.txt": REPORT, "table.txt": TABLE})


@pytest.mark.parametrize(
    ("questions", "said"),
    [
        (
            [
                "望溪区2022年新增国家高新技术企业多少家?",
                "省科技型中小企业呢?",
                "2023年计划分别是多少?",
            ],
            ["50家", "110家"],
        ),
        (
            [
                "望溪区2023年GDP目标增速是多少?",
                "工业投资呢?",
                "服务业增加值呢?",
                "这三个哪个最高?",
            ],
            ["6%", "9%", "7%"],
        ),
        (
            ["望溪区2022年服务业增加值增速多少?", "目标和实际分别是多少?"],
            ["5%", "4.2%"],
        ),
        (
            ["望溪区2022年1-9月固定资产投资多少?", "跟目标比差多少?"],
            ["88亿元", "150亿元"],
        ),
    ],
)
def test_what_was_told_is_asked_of_together(
    both: Assistant, questions: list[str], said: list[str]
) -> None:
    assert_says(talk(both, *questions), said, [])


def test_a_goal_without_a_year_is_judged_by_the_whole_year(both: Assistant) -> None:
    answer = both.ask("望溪区服务业增加值目标完成了吗?")
    assert_says(answer, ["5%", "4.2%", "未达到"], ["6.3%", "7%"])


def test_the_same_time_is_that_of_the_last_result(both: Assistant) -> None:
    questions = ["望溪区2022年1-9月固定资产投资多少?", "目标呢?", "同期固定资产投资多少?"]
    assert_says(talk(both, *questions), ["88亿元"], ["130"])


def test_goals_of_several_years_are_ranked(both: Assistant) -> None:
    questions = ["望溪区2022年服务业增加值增速目标?", "2023年呢?", "两个目标哪个最高?"]
    assert_says(talk(both, *questions), ["5%", "7%"], [])


def test_what_is_finally_to_be_funded_is_a_result(tmp_path: Path) -> None:
    text = """望溪区2022年政府工作报告重点任务进展表

序号 | 具体目标任务 | 牵头单位 | 进展情况 |
1 | 实施“攀登”项目12个。 | 科技局 | 共推荐45个项目,最终拟立项21个。 |
2 | 开工建设第三工业综合体,建成第二工业综合体。 | 经信局 | 有序推进。 |
3 | 开工学校4所。 | 教育局 | 有序推进。 |
"""
    table = open_over(tmp_path, {"table.txt": text})
    answer = talk(table, "望溪区2022年要实施多少个“攀登”项目?", "最后拟立项多少?")
    assert_says(answer, ["21个"], ["12个"])
    told = talk(table, "望溪区2022年要建成哪几个工业综合体?", "要开工的是第几个?")
    assert_says(told, ["第三"], ["学校"])


def test_years_without_a_kind_are_set_side_by_side_as_they_are_told(both: Assistant) -> None:
    questions = ["望溪区2023年新增国家高新技术企业多少家?", "2022年呢?", "哪年多?"]
    assert_says(talk(both, *questions), ["50家", "41家"], ["未提供"])
    questions = ["望溪区2023年服务业增加值增速目标多少?", "比2022年实际高多少?"]
    assert_says(talk(both, *questions), ["7%", "4.2%"], [])
