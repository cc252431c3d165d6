"""A budget that is set, by its plain name; and what a sentence itself says of a goal."""

from __future__ import annotations

import pytest

from assistant.chain import Assistant
from tests.assistant.conftest import assert_says, open_over, talk

BUDGET = """关于青禾县2023年预算执行情况与2024年预算草案的报告

一、2023年预算执行情况

地方一般公共预算收入完成96.43亿元，增长5.2%，未完成增长6%的预期目标。清理盘活存量资金3.29亿元，\
原定盘活4亿元的目标未能完成。粮食总产量60万吨，蔬菜未达到100万吨的目标。

二、2024年预算草案

2024年全县地方一般公共预算收入预算安排101.25亿元，增长5%。政府性基金收入预算安排55亿元。
"""


@pytest.fixture(scope="module")
def budget(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("budget"), {"budget.txt": BUDGET})


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("青禾县2024年一般公共预算收入安排多少?", ["101.25亿元"], ["96.43"]),
        ("青禾县2023年一般公共预算收入多少?", ["96.43亿元"], ["101.25"]),
        ("青禾县2023年盘活存量资金的目标完成了吗?", ["3.29亿元", "未能完成"], ["未提供"]),
        ("青禾县2023年粮食总产量的目标完成了吗?", ["60万吨"], ["100万吨", "未达到"]),
    ],
)
def test_budgets_and_judgements_are_told_of_what_they_are(
    budget: Assistant, question: str, said: list[str], unsaid: list[str]
) -> None:
    assert_says(talk(budget, question), said, unsaid)
