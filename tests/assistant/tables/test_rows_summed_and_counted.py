"""Rows that a question names, added up; and rows counted of one chapter, each once."""

from __future__ import annotations

import pytest

from assistant.chain import Assistant
from tests.assistant.conftest import assert_says, open_over, talk

BUDGET = """关于青禾县2023年预算执行情况的报告

主要支出项目执行情况(单位:亿元)

科目 | 调整预算数 | 执行数 | 比上年增减%
教育 | 36.40 | 36.12 | 5.3
科学技术 | 6.80 | 6.05 | 12.4
社会保障和就业 | 25.10 | 24.93 | 6.7
卫生健康 | 14.72 | 14.30 | -8.5
农林水 | 21.30 | 20.88 | 7.2

各级各类学校基本情况

类别 | 学校数(所) | 在校生数(人)
幼儿园 | 238 | 32460
小学 | 71 | 76530
初中 | 36 | 40180
中等职业学校 | 4 | 11690
"""
TASKS = """白桦县2025年政府工作报告重点任务进展情况表

一、正在推进项目(3件)

序号 | 重点任务 | 年度目标 | 牵头单位 | 进展情况
1 | 国道改建 | 全线贯通 | 县交通运输局 | 路基完成89%
2 | 建设高标准农田 | 18万亩 | 县农业农村局 | 完工6.2万亩
3 | 新改建农村公路 | 85公里 | 县交通运输局 | 完成38公里

二、已完成项目(2件)

4 | 加固危桥 | 5座 | 县交通运输局 | 完成5座
5 | 建设食堂 | 8个 | 县民政局 | 建成8个

附:滞后任务原因

任务序号 | 滞后原因 | 整改措施 | 整改责任单位 | 整改时限
1 | 征地未完成 | 成立专班 | 县交通运输局 | 9月底
3 | 材料价格上涨 | 重新招标 | 县交通运输局 | 10月底
"""


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder = tmp_path_factory.mktemp("summed")
    return open_over(folder, {"budget.txt": BUDGET, "tasks.txt": TASKS})


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        (
            "青禾县2023年教育、社会保障和就业、卫生健康三项支出的执行数加起来是多少?",
            ["3行", "75.35亿元"],
            [],
        ),
        ("青禾县2023年教育和科学技术的调整预算数合计多少?", ["2行", "43.20亿元"], []),
        ("青禾县小学和初中2023年的在校生合计多少人?", ["116710人"], []),
        ("青禾县2023年各级各类学校(含幼儿园)加起来一共多少所?", ["349所"], []),
        ("白桦县重点任务里由县交通运输局牵头的有几项?", ["共3项"], ["重新招标"]),
        ("白桦县正在推进的3个民生项目里由县交通运输局牵头的有几项?", ["共2项"], ["加固危桥"]),
    ],
)
def test_all_rows_that_are_named_are_told_and_no_others(
    tables: Assistant, question: str, said: list[str], unsaid: list[str]
) -> None:
    assert_says(talk(tables, question), said, unsaid)


def test_fewer_rows_than_are_named_are_not_added_up(tables: Assistant) -> None:
    answer = talk(tables, "青禾县2023年教育、科学技术、房产三项的执行数合计多少?")
    assert answer.refused or "42.17" not in answer.text
