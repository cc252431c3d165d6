"""Sums below the heading of an account: the whole, what it was added up to, and parts by level."""

from __future__ import annotations

import pytest
from conftest import assert_says, open_over

from assistant.chain import Assistant

BUDGET = """溧水区2023年预算执行情况和2024年预算草案报告

一、2023年预算执行情况
(一)全区(区级、各街道、各镇)
1.一般公共预算
收入:全区本级收入37.46亿元,增长8.3%,若剔除一次性因素则增3.9%。税收收入29.1亿元。另有上级转移支付18.2亿元、上年结转2.6亿元,收入总量共63.15亿元。
支出:全区本级支出54.80亿元。按层级分,区本级43.1亿元,街道7.35亿元,镇4.35亿元。
2.政府性基金预算
收入:全区本级收入21.9亿元,下降6.4%。收入总量共35.2亿元。
"""


@pytest.fixture(scope="module")
def budget(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("accounts"), {"budget.txt": BUDGET})


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        (
            "2023年溧水区的一般公共预算收入有多少亿元?",
            ["一般公共预算收入37.46亿元"],
            ["63.15", "21.9"],
        ),
        ("2023年溧水区的一般公共预算收入增幅多大?", ["8.3%"], ["3.9%", "6.4%"]),
        ("2023年溧水区一般公共预算的收入总量是多少?", ["63.15亿元"], ["37.46", "35.2"]),
        ("2023年溧水区的一般公共预算支出有多少亿元?", ["54.80亿元"], ["43.1", "7.35"]),
        ("溧水区2023年区本级一般公共预算支出是多少?", ["43.1亿元"], ["54.80"]),
        ("溧水区2023年区本级的一般公共预算支出是多少?", ["43.1亿元"], ["54.80"]),
        ("溧水区2023年街道、镇一般公共预算支出各是多少?", ["7.35亿元", "4.35亿元"], ["43.1"]),
        ("溧水区2023年街道和镇一般公共预算支出合计多少?", ["合计:11.7"], ["43.1"]),
    ],
)
def test_sums_of_an_account(
    budget: Assistant, question: str, said: list[str], unsaid: list[str]
) -> None:
    assert_says(budget.ask(question), said, unsaid)


@pytest.mark.parametrize("asked", ["政府性基金收入总量多少?", "政府性基金预算收入总量有多少?"])
def test_the_total_of_a_fund_is_not_what_came_in_alone(budget: Assistant, asked: str) -> None:
    told = budget.ask(f"溧水区2023年{asked}").text
    assert not any(other in told for other in ("21.9", "63.15", "37.46"))
