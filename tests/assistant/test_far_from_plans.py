"""How far a result is from its plan, as a share and in points, and follow-ups that ask the same."""

from __future__ import annotations

import pytest
from conftest import assert_says, open_over, talk

from assistant.chain import Assistant

DONE = """溧水区2021年国民经济和社会发展计划执行情况的报告

一、2021年计划执行情况
1.地区生产总值1010亿元,增8%,比全年增速目标高1.5个百分点,为全年总量目标的104%。
2.固定资产投资420亿元,增6.1%,比全年增速目标高0.6个百分点,为全年总量目标的101.4%。
3.社会消费品零售总额305亿元,增9.2%,比全年增速目标高3.2个百分点,相当于年度计划的106%。
"""
BESIDE = """高淳区2021年国民经济和社会发展计划执行情况的报告

一、2021年计划执行情况
地区生产总值增长7.7%,比年度目标高0.9个百分点。
"""


@pytest.fixture(scope="module")
def plans(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    documents = {"done.txt": DONE, "beside.txt": BESIDE}
    return open_over(tmp_path_factory.mktemp("far"), documents)


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("溧水区2021年GDP完成全年总量目标的百分之多少?", ["104%"], ["1010", "101.4%", "106%"]),
        ("溧水区2021年社零相当于年度计划的百分之几?", ["106%"], ["305", "104%"]),
        ("溧水区2021年固定资产投资达到总量目标了吗?", ["420亿元", "101.4%"], ["104%"]),
        ("溧水区2021年社零增速比目标高多少?", ["3.2个百分点"], ["0.6", "1.5"]),
    ],
)
def test_a_share_of_a_plan(
    plans: Assistant, question: str, said: list[str], unsaid: list[str]
) -> None:
    assert_says(plans.ask(question), said, unsaid)


def test_another_thing_is_set_against_its_plan_too(plans: Assistant) -> None:
    asked = ("溧水区2021年固投完成多少?", "比增速目标高几个点?")
    assert_says(talk(plans, *asked), ["0.6个百分点"], ["1.5"])
    assert_says(talk(plans, *asked, "社零呢?"), ["3.2个百分点"], ["0.6"])
    assert_says(talk(plans, *asked, "GDP呢?", "高淳区呢?"), ["0.9个百分点"], ["1.5"])
