"""What a project costs, and what of it was spent; a goal that was set, and one striven for."""

from __future__ import annotations

import pytest
from conftest import assert_says, open_over, turn

from assistant.chain import Assistant

WORKS = """昌邑区2023年城市建设工作总结

一、重点工程
实施城建项目9个,总投资8.6亿元,全年完成投资2.4亿元。其中,体育中心东馆项目总投资4.3亿元,主体结构已封顶,\
完成投资1.75亿元;滨河路改造项目计划投资9000万元,已完成投资3100万元;文化馆项目概算1.2亿元,累计完成投资4500万元。
"""
HALF_YEAR = """昌邑区2022年上半年国民经济和社会发展计划执行情况的报告

一、上半年计划执行情况
上半年,实际使用外资3150万美元,下降11.2%。

二、下半年工作打算
全年主要预期目标保持不变:地区生产总值增长6%,实际使用外资8600万美元,城镇新增就业7000人。
(一)扩大开放。开展招商行动,力争全年实际使用外资不低于7000万美元。
"""


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder = tmp_path_factory.mktemp("spent")
    return open_over(folder, {"works.txt": WORKS, "half_year.txt": HALF_YEAR})


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("昌邑区体育中心东馆完成投资多少?", ["完成投资1.75亿元"], ["4.3", "2.4"]),
        ("昌邑区体育中心东馆2023年完成投资多少?", ["完成投资1.75亿元"], ["4.3", "2.4"]),
        ("昌邑区体育中心东馆总投资多少?", ["4.3亿元"], ["1.75"]),
        ("昌邑区滨河路改造2023年完成投资多少?", ["3100万元"], ["9000"]),
        ("昌邑区滨河路改造计划投资多少?", ["9000万元"], ["3100"]),
        ("昌邑区文化馆完成了多少投资?", ["4500万元"], ["1.2亿"]),
        ("昌邑区2022年实际使用外资全年目标是多少?", ["8600万美元"], ["7000万"]),
        ("昌邑区2022年力争实际使用外资不低于多少?", ["7000万美元"], ["8600"]),
    ],
)
def test_the_sum_that_is_asked_for_is_told(
    told: Assistant, question: str, said: list[str], unsaid: list[str]
) -> None:
    assert_says(told.ask(question), said, unsaid)


def test_what_was_spent_is_asked_behind_what_it_costs(told: Assistant) -> None:
    first = told.ask("昌邑区体育中心东馆一共要投多少钱?")
    assert_says(told.ask("已经完成多少?", [turn(first)]), ["1.75亿元"], ["4.3"])
