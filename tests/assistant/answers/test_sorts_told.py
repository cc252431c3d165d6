"""How many there are of a thing that a document tells by its sorts, and what is only planned."""

from __future__ import annotations

import pytest
from conftest import assert_says, open_over

from assistant.chain import Assistant

BULLETIN = """白坪区2023年国民经济和社会发展统计公报

发布日期:2024-03-20

全区共有公办幼儿园31所、民办幼儿园22所。年末有公立医院6家、民营医院14家。

国家级孵化器3家、省级孵化器7家。创建省级生态茶园27处。
"""
REPORT = """白坪区2024年政府工作报告

发布日期:2024-02-20

二、2024年主要目标

创建美丽驿站30座,新增停车泊位900个。
"""
BUDGET = """白坪区2023年预算执行情况和2024年预算草案的报告

发布日期:2024-02-18

一、2023年预算执行情况

(一)政府性基金预算

收入:全区完成25.3亿元,下降18.4%。

二、2024年预算草案

(一)政府性基金预算

收入预计28亿元,增长10.7%。
"""


@pytest.fixture(scope="module")
def sorts(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    texts = {"bulletin.txt": BULLETIN, "report.txt": REPORT, "budget.txt": BUDGET}
    return open_over(tmp_path_factory.mktemp("sorts"), texts)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("有多少所幼儿园", ["公办幼儿园31所", "民办幼儿园22所"]),
        ("有几家医院", ["公立医院6家", "民营医院14家"]),
        ("孵化器有多少家", ["国家级孵化器3家", "省级孵化器7家"]),
    ],
)
def test_all_sorts_of_a_thing_are_told(sorts: Assistant, asked: str, said: list[str]) -> None:
    assert_says(sorts.ask(f"白坪区2023年{asked}?"), said, [])


def test_the_sort_that_is_asked_for_is_told_alone(sorts: Assistant) -> None:
    assert_says(sorts.ask("白坪区2023年民办幼儿园多少所?"), ["22所"], ["31所"])


@pytest.mark.parametrize("asked", ["有多少座美丽驿站", "现有几座美丽驿站"])
def test_what_is_to_be_made_is_not_what_there_is(sorts: Assistant, asked: str) -> None:
    assert sorts.ask(f"白坪区{asked}?").refused


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("2023年政府性基金收入是增是降", "下降18.4%"),
        ("2024年政府性基金收入预计多少", "2024年目标:政府性基金收入28亿元"),
        ("2024年政府性基金收入预计增长多少", "2024年目标:政府性基金收入增长10.7%"),
    ],
)
def test_a_budget_is_told_as_it_moves_and_as_it_expects(
    sorts: Assistant, asked: str, said: str
) -> None:
    assert_says(sorts.ask(f"白坪区{asked}?"), [said], [])
