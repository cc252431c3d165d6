"""What one industry earned is not told for another, however short its name."""

from __future__ import annotations

import pytest
from conftest import assert_says, open_over

from assistant.chain import Assistant

PLAN = """云和县2023年国民经济和社会发展计划执行情况与2024年计划草案的报告

一、2023年计划执行情况
规模以上工业总产值186.4亿元,增长7.5%。其中,玩具产业实现产值48.7亿元,增长11.2%;铜及铜加工产业产值34.6亿元,增长5.1%;家具产业产值12.3亿元,下降6.4%。家具、玩具两个行业拉动规上工业产值增速2.3个百分点。

二、2024年主要任务
力争玩具产业产值达到55亿元,铜及铜加工产业产值达到38亿元。
"""


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("industries"), {"plan.txt": PLAN})


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("云和县铜产业产值多少?", ["铜及铜加工产业产值34.6亿元"], ["48.7", "12.3"]),
        ("云和县玩具产业产值多少,增长多少?", ["48.7亿元", "11.2%"], ["55亿元", "目标"]),
        ("云和县2024年玩具产业产值目标多少?", ["55亿元"], ["48.7"]),
        ("云和县家具产业产值多少?", ["12.3亿元"], ["2.3个百分点"]),
    ],
)
def test_an_industry_is_told_by_its_own_figure(
    plan: Assistant, question: str, said: list[str], unsaid: list[str]
) -> None:
    assert_says(plan.ask(question), said, unsaid)


def test_an_industry_that_is_not_told_is_told_by_none(plan: Assistant) -> None:
    assert plan.ask("云和县茶产业产值多少?").refused
