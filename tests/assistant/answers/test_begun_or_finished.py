"""Follow-ups by the stage of a thing, by its rate, and of all but one of several places."""

from __future__ import annotations

import pytest

from assistant.chain import Assistant
from tests.assistant.conftest import assert_says, open_over, talk

TABLE = """云和县2024年重点任务推进情况表(截至2024年9月底)

序号\t工作任务\t年度目标\t牵头单位\t进展情况
1\t改造老旧小区\t24个\t县住建局\t开工24个,完工11个。
2\t接待游客\t310万人次\t县文旅局\t接待游客258万人次,增长14.2%。
3\t新增学位\t580个\t县教育局\t建成学校5所,新增学位612个。
"""
REPORT = """芦淞区2025年政府工作报告

一、2024年工作回顾
改造老旧小区18个。接待游客1680万人次,增长9.3%。
二、2025年工作安排
改造老旧小区22个。
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    documents = {"云和县.txt": TABLE, "芦淞区.txt": REPORT}
    return open_over(tmp_path_factory.mktemp("stages"), documents)


@pytest.mark.parametrize(
    ("last", "said", "unsaid"),
    [("已经开工多少", "开工24个", "11"), ("完工几个", "完工11个", "24")],
)
def test_what_is_begun_is_not_what_is_finished(
    assistant: Assistant, last: str, said: str, unsaid: str
) -> None:
    told = talk(assistant, "云和县2024年老旧小区的目标改造多少个?", last)
    assert_says(told, [said], [unsaid + "个"])


def test_a_rate_alone_is_of_what_was_spoken_of(assistant: Assistant) -> None:
    told = talk(assistant, "芦淞区2024年接待游客多少人次?", "增长率")
    assert_says(told, ["9.3%"], ["14.2%"])


def test_all_but_one_place_leaves_that_out(assistant: Assistant) -> None:
    told = talk(assistant, "云和县2024年接待游客增长多少?", "除了云和,芦淞区2024年呢")
    assert_says(told, ["9.3%"], ["14.2%", "未提供"])


@pytest.mark.parametrize("last", ["两家比一比", "它们俩谁多"])
def test_the_two_that_were_told_are_compared(assistant: Assistant, last: str) -> None:
    asked = ["云和县2024年接待游客增长多少?", "芦淞区2024年呢", last]
    assert_says(talk(assistant, *asked), ["9.3%", "14.2%"], [])
