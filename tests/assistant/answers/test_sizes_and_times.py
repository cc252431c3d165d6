"""Companies of a size, times that are compared with, projects signed, states put in quotes."""

from __future__ import annotations

import pytest

from assistant.chain import Assistant
from tests.assistant.conftest import assert_says, open_over, talk

REPORT = """镇安县2020年计划执行情况及2021年计划安排意见

一、2020年工作回顾
地区生产总值完成352.7亿元,增长5.3%,分别比一季度、上半年提高9.8和3.6个百分点;规模以上工业增加值增长6.4%;社会消费品零售总额172亿元。
软件企业达到1236家,其中规模以上企业97家。新增规模以上工业企业9家。全年签约项目164个,其中总部项目13个。
引进招商大使20名。
二、需要正视的问题
投资接续不足,上年投资负增长;传统商圈人气下滑,空置率达到19%。
"""
TABLE = """芦淞区2024年重点项目进展清单(截至2024年6月底)

第1项 任务:云溪桥加固;年度计划投资:3.6亿元;牵头单位:区住建局;进度:正常。
第2项 任务:松岗公园;年度计划投资:8500万元;牵头单位:区园林局;进度:滞后,原因:方案两次调整。
第3项 任务:霁月书院;年度计划投资:4600万元;牵头单位:区文旅局;进度:完成。
第4项 任务:新增公厕12座;年度计划投资:900万元;牵头单位:区城管局;进度:完成。
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    documents = {"镇安县.txt": REPORT, "芦淞区.txt": TABLE}
    return open_over(tmp_path_factory.mktemp("sizes"), documents)


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("镇安县2020年规模以上软件企业有多少家?", ["97家"], ["1236家"]),
        ("镇安县2020年规上软件企业有多少家?", ["97家"], ["9家规"]),
        ("镇安县2020年规上工业增加值增长多少?", ["2020年:", "6.4%"], ["上半年"]),
        ("镇安县2020年签了多少个招商项目?", ["164个"], []),
        ("镇安县商圈的空置率到多少了?", ["19%"], ["2019年"]),
        ("芦淞区这份清单,已经“完成”的是哪几项?", ["霁月书院", "公厕"], ["松岗"]),
        ("芦淞区松岗公园为什么进度慢?", ["方案两次调整"], []),
        ("芦淞区清单第1项年度计划投资多少?", ["3.6亿元"], ["8500"]),
    ],
)
def test_the_very_one_is_told(
    assistant: Assistant, question: str, said: list[str], unsaid: list[str]
) -> None:
    answer = assistant.ask(question)
    assert not answer.refused
    assert_says(answer, said, unsaid)


def test_those_of_a_size_are_asked_next(assistant: Assistant) -> None:
    for further in ("其中规模以上的呢?", "规上的呢?"):
        answer = talk(assistant, "镇安县2020年软件企业有多少家?", further)
        assert_says(answer, ["97家"], [])


def test_all_there_are_tell_none_of_a_size(assistant: Assistant) -> None:
    answer = assistant.ask("镇安县2020年限上软件企业有多少家?")
    assert answer.refused, answer.text
