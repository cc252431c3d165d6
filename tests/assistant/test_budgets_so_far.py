"""Answers from a budget in execution and the district's own name for what comes in."""

from __future__ import annotations

import pytest
from conftest import assert_says, open_over, talk

from assistant.chain import Assistant

BUDGET = """海陵区2023年上半年预算执行情况的报告

一、一般公共预算

1-6月税收收入31.6亿元;年初预算55.4亿元,已完成57.0%;上年同期30.1亿元,多收1.5亿元,增长5%。
1-6月非税收入4.9亿元;年初预算11.3亿元,已完成43.4%。
"""
FINAL = """姜堰区2022年财政决算的报告

一、一般公共预算决算
1.全区
收入64.2亿元,增长3.1%。另有:上级补助31.5亿元,上年结转5.4亿元,调入资金8.8亿元。收入总量109.9亿元。
支出97.3亿元,下降1.2%。另有:结转下年6.1亿元。支出总量109.9亿元。
2.区本级
收入41.7亿元。另有:上级补助22.6亿元,上年结转3.9亿元,调入资金2.5亿元。
支出58.4亿元。
"""
REPORT = """高港区2024年政府工作报告

一、2023年工作回顾

2023年区级财政收入88.6亿元,同比增长7.3%。

二、2024年工作安排

区级财政收入增长5.8%以上。
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder = tmp_path_factory.mktemp("budgets")
    return open_over(
        folder,
        {
            "海陵区2023年上半年预算执行情况.txt": BUDGET,
            "高港区2024年政府工作报告.txt": REPORT,
            "姜堰区2022年财政决算.txt": FINAL,
        },
    )


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("海陵区2023年1-6月税收收入为年初预算的百分之几?", ["57.0%"], ["43.4%", "5%。"]),
        ("海陵区税收收入2023年上半年完成年初预算的多少?过半了吗?", ["57.0%", "已过半"], ["未提供"]),
        ("海陵区2023年上半年非税收入完成年初预算多少?过半没有?", ["43.4%", "未过半"], ["57.0%"]),
        ("高港区2023年财政收入多少?", ["88.6亿元"], []),
        ("高港区2024年区级财政收入计划增长几个点?", ["5.8%"], ["7.3%"]),
    ],
)
def test_what_came_in_beside_its_budget(
    assistant: Assistant, question: str, said: list[str], unsaid: list[str]
) -> None:
    assert_says(assistant.ask(question), said, unsaid)


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("姜堰区2022年全区上年结转多少?", ["5.4亿元"], ["3.9", "口径"]),
        ("姜堰区2022年区本级上年结转多少?", ["3.9亿元"], ["5.4", "口径"]),
        ("姜堰区2022年上年结转多少?", ["5.4亿元", "3.9亿元", "全区的", "区本级的"], ["口径"]),
        ("姜堰区2022年全区上年结转和调入资金哪个多?", ["5.4亿元", "8.8亿元", "3.4亿元"], ["2.5"]),
        ("姜堰区2022年区本级的上年结转和调入资金哪个多?", ["高于", "1.4亿元"], ["5.4", "8.8"]),
        ("姜堰区2022年全区的结转下年与上年结转谁多?", ["高于", "0.7亿元"], ["3.9"]),
        ("姜堰区2022年全区的收入总量呢?", ["收入总量109.9亿元"], ["64.2", "41.7"]),
        ("姜堰区2022年全区支出总量多少?", ["支出总量109.9亿元"], ["97.3", "58.4"]),
        ("姜堰区2022年全区收入和支出哪个多?", ["64.2亿元", "97.3亿元", "低于"], ["41.7"]),
    ],
)
def test_a_budget_of_two_levels_is_told_of_the_one_asked_for(
    assistant: Assistant, question: str, said: list[str], unsaid: list[str]
) -> None:
    assert_says(assistant.ask(question), said, unsaid)


def test_how_much_came_in_is_asked_of_the_same_indicator(assistant: Assistant) -> None:
    answer = talk(assistant, "高港区2023年一般公共预算收入增长多少?", "完成多少亿?")
    assert "总量" not in answer.standalone_question
    assert_says(answer, ["88.6亿元"], [])
