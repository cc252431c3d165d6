"""Sums below the heading of an account: the whole, what it was added up to, and parts by level."""

from __future__ import annotations

import pytest
from conftest import assert_says, open_over

from assistant.chain import Assistant

BUDGET = """溧水区2023年预算执行情况和2024年预算草案报告

一、2023年预算执行情况
(一)全区(区本级、街道、镇)
1.一般公共预算
收入:全区本级收入60.12亿元,增长11.4%,若还原留抵退税口径则增2.2%。税收收入41.3亿元。另有上级转移支付25.5亿元、上年结转4.1亿元,收入总量共98.72亿元。
支出:全区本级支出81.40亿元。按层级分,区本级70.9亿元,街道6.25亿元,镇4.25亿元。
2.政府性基金预算
收入:全区本级收入33.7亿元,下降5.5%。收入总量共52.8亿元。
"""


@pytest.fixture(scope="module")
def budget(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("accounts"), {"budget.txt": BUDGET})


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("溧水区2023年一般公共预算收入多少?", ["一般公共预算收入60.12亿元"], ["98.72", "33.7"]),
        ("溧水区2023年一般公共预算收入增长多少?", ["11.4%"], ["2.2%", "5.5%"]),
        ("溧水区2023年一般公共预算收入总量有多大?", ["98.72亿元"], ["60.12", "52.8"]),
        ("溧水区2023年一般公共预算支出多少?", ["81.40亿元"], ["70.9", "6.25"]),
        ("溧水区2023年区本级一般公共预算支出多少?", ["70.9亿元"], ["81.40"]),
        ("溧水区2023年街道和镇一般公共预算支出各多少?", ["6.25亿元", "4.25亿元"], ["70.9"]),
        ("溧水区2023年街道和镇的一般公共预算支出加起来多少?", ["合计:10.5"], ["70.9"]),
    ],
)
def test_sums_of_an_account(
    budget: Assistant, question: str, said: list[str], unsaid: list[str]
) -> None:
    assert_says(budget.ask(question), said, unsaid)


@pytest.mark.parametrize("asked", ["政府性基金收入总量多少?", "政府性基金预算收入总量有多少?"])
def test_the_total_of_a_fund_is_not_what_came_in_alone(budget: Assistant, asked: str) -> None:
    told = budget.ask(f"溧水区2023年{asked}").text
    assert not any(other in told for other in ("33.7", "98.72", "60.12"))
