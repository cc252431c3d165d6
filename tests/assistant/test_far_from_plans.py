"""How far a result is from its plan, as a share and in points, and follow-ups that ask the same."""

from __future__ import annotations

import pytest
from conftest import assert_says, open_over, talk

from assistant.chain import Assistant

DONE = """溧水区2021年国民经济和社会发展计划执行情况的报告

一、2021年计划执行情况
1.地区生产总值870亿元,增8.4%,比全年增速目标高1.9个百分点,为全年总量目标的102.7%。
2.固定资产投资356亿元,增7.2%,比全年增速目标高0.7个百分点,为全年总量目标的100.8%。
3.社会消费品零售总额241亿元,增10.4%,比全年增速目标高2.4个百分点,相当于年度计划的105%。
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
        ("溧水区2021年GDP为总量目标的百分之几?", ["102.7%"], ["870", "100.8%", "105%"]),
        ("溧水区2021年社零占年度计划的比例是多少?", ["105%"], ["241", "102.7%"]),
        ("溧水区2021年固投达到总量目标没有?", ["356亿元", "100.8%"], ["102.7%"]),
        ("溧水区2021年社零增速比目标高多少?", ["2.4个百分点"], ["0.7", "1.9"]),
    ],
)
def test_a_share_of_a_plan(
    plans: Assistant, question: str, said: list[str], unsaid: list[str]
) -> None:
    assert_says(plans.ask(question), said, unsaid)


def test_another_thing_is_set_against_its_plan_too(plans: Assistant) -> None:
    asked = ("溧水区2021年的固定资产投资是多少?", "比增速目标多几个点?")
    assert_says(talk(plans, *asked), ["0.7个百分点"], ["1.9"])
    assert_says(talk(plans, *asked, "社零呢?"), ["2.4个百分点"], ["0.7"])
    assert_says(talk(plans, *asked, "GDP呢?", "高淳区呢?"), ["0.9个百分点"], ["1.9"])
