"""How far a rate is from those of other places, and half a year's results that a plan is not."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import assert_says, open_over, talk

from assistant.chain import Assistant

HALF_YEAR = """云岩区2023年上半年国民经济和社会发展计划执行情况的报告

一、主要目标完成情况
2023年上半年,全区实现地区生产总值412亿元,同比增长3.4%,塌目标1.6个百分点;社会消费品零售总额180.5亿元,增长9.1%,高于目标2.1个百分点。全区规上工业增加值增长6.2%,增速排名全市第二,分别比全国、全省和全市高2.4、1.3和0.7个百分点。
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder: Path = tmp_path_factory.mktemp("half")
    return open_over(folder, {"yunyan.txt": HALF_YEAR})


def test_a_result_is_no_goal_of_itself(assistant: Assistant) -> None:
    answer = talk(assistant, "云岩区上半年GDP完成目标了吗?")
    assert_says(answer, ["412亿元", "塌目标1.6个百分点"], ["已达到", "与目标相同"])


def test_how_far_a_rate_is_from_each_of_several_places(assistant: Assistant) -> None:
    question = "云岩规上工业增加值增速比全国高多少个百分点?"
    assert_says(talk(assistant, question), ["2.4个百分点"], ["1.3", "0.7"])
    assert_says(talk(assistant, question, "比全市呢?"), ["0.7个百分点"], ["2.4", "1.3"])


def test_what_a_rate_is_short_of(assistant: Assistant) -> None:
    assert_says(talk(assistant, "云岩区GDP增速离目标差几个百分点?"), ["1.6个百分点"], ["2.1"])
