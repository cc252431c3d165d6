"""Rows of a table whose goal is of two things, or whose progress is of fewer months."""

from __future__ import annotations

import pytest
from conftest import assert_says, open_over, talk

from assistant.chain import Assistant

TABLE = """奉化区2024年重点任务进展情况(截至9月底)

序号 | 目标任务 | 牵头单位 | 截至9月底进展情况 |
1 | 地区生产总值增长6% | 区发改局 | 上半年完成地区生产总值412.5亿元,增长5.8%,三季度数据未反馈。 |
2 | 新建社区食堂12个,新增护理床位260张 | 区民政局 | 新建社区食堂7个。 |
3 | 建成口袋公园9个、绿道30公里 | 区城管局 | 建成口袋公园6个,绿道21.5公里。 |
4 | 实际利用外资（现汇进资）9000万美元 | 区商务局 | 截至9月20日,现汇进资6310万美元。 |
5 | 新建改造道路15条 | 区住建局 | 完工10条,续建5条。 |
6 | 茶叶制造、软件与信息技术服务业营收27亿元、8亿元 | 区局 | 1-8月软件与信息技术服务业营收7.2亿元 |
"""


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("two-goals"), {"table.txt": TABLE})


def test_a_result_of_one_goal_is_none_of_the_other(table: Assistant) -> None:
    asked = table.ask("奉化区2024年到9月底实际新增了多少张护理床位?")
    assert asked.refused
    judged = table.ask("奉化区2024年新增护理床位完成目标了吗?").text
    assert "7个" not in judged


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("奉化区2024年到9月底新建了几个社区食堂?", "7个"),
        ("奉化区2024年到9月底建成绿道多少公里?", "21.5公里"),
        ("奉化区2024年到9月底建成口袋公园几个?", "6个"),
        ("奉化区2024年软件和信息技术服务业营收1-8月做到多少了?", "7.2亿元"),
        ("奉化区2024年实际利用外资目标是多少?", "9000万美元"),
    ],
)
def test_each_goal_has_its_own_result(table: Assistant, question: str, said: str) -> None:
    assert_says(table.ask(question), [said], [])


def test_a_part_of_a_cell_is_of_its_own_months(table: Assistant) -> None:
    questions = ["奉化区2024年GDP增长目标是多少?", "实际跑到多少了?", "那前三季度的增速呢?"]
    assert_says(talk(table, *questions[:2]), ["上半年", "5.8%"], [])
    assert talk(table, *questions).refused


def test_a_mere_date_is_no_result(table: Assistant) -> None:
    judged = talk(table, "奉化区2024年实际利用外资目标是多少?", "完成了吗?")
    assert_says(judged, ["6310万美元", "未达到"], [])
