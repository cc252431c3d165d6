"""Stages of one thing added up, a month taken off its year, and the result of a plan's own row."""

from __future__ import annotations

import pytest
from conftest import assert_says, open_over, talk

from assistant.chain import Assistant

TASKS = """庆元县2024年政府工作任务进展情况表

序号 | 工作任务 | 牵头单位 | 进展情况 |
1 | 新建厂房8幢、续建11幢，改建公园3个、续建4个 | 县建设局 | 序时推进 |
2 | 投用学校3所、续建4所、开工6所 | 县教育局 | 序时推进 |
3 | 社零增长6% | 县商务局 | 1-4月实现社零21.4亿元；其中4月社零6.1亿元。 |
4 | 新建雨水管网12公里 | 县建设局 | 新建雨水管道13.5公里，完成率113%。 |
5 | 争创清水县 | 县环保局 | 完成各项建设任务，包括3个街道整治，19公里县城雨水管网新建等。 |
"""
REPORT = """景宁县2023年工作总结和2024年工作计划

一、2023年工作总结
全面推进96条41.5公里道路建设，江北路等22条重点道路开工，江南路延伸工程等15条道路完工。

二、2024年工作计划
加快建设路网，竣工江东路、江西路等11条道路。
"""


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    documents = {"tasks.txt": TASKS, "report.txt": REPORT}
    return open_over(tmp_path_factory.mktemp("stages"), documents)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("庆元县2024年新建和续建的厂房加起来一共多少幢?", ["8幢", "11幢", "合计:19幢"]),
        ("庆元县2024年改建公园和续建公园总共几个?", ["3个", "4个", "合计:7个"]),
        ("庆元县2024年投用和续建的学校合计几所?", ["3所", "4所", "合计:7所"]),
    ],
)
def test_two_stages_of_one_thing_are_added(
    county: Assistant, question: str, said: list[str]
) -> None:
    assert_says(county.ask(question), said, [])


def test_a_month_is_taken_off_the_months_that_hold_it(county: Assistant) -> None:
    answer = county.ask("庆元县2024年1-4月社会消费品零售总额减掉4月当月,合计是多少亿?")
    assert_says(answer, ["21.4亿元减去6.1亿元为15.3亿元"], ["27.5"])


def test_a_month_is_not_added_to_the_months_that_hold_it(county: Assistant) -> None:
    answer = county.ask("庆元县2024年1-4月和4月社会消费品零售总额一共多少?")
    assert_says(answer, ["不能相加"], ["27.5"])


@pytest.mark.parametrize(
    "question",
    [
        "庆元县2024年雨水管网新建目标是12公里,实际建了多少?",
        "庆元县2024年新建雨水管网完成目标了吗?",
        "庆元县2024年雨水管网建设任务也是12公里,实际新建了多少公里?",
    ],
)
def test_a_plan_has_its_result_in_its_own_row(county: Assistant, question: str) -> None:
    assert_says(county.ask(question), ["13.5公里"], ["19公里"])


def test_what_is_finished_is_not_what_is_pursued(county: Assistant) -> None:
    first = "景宁县2023年全面推进了多少条道路建设,总长多少?"
    assert_says(talk(county, first, "当年完工的有几条"), ["15条"], ["96条", "22条"])
    answer = talk(county, first, "当年完工的有几条", "2024年计划竣工几条?")
    assert_says(answer, ["11条"], ["96条"])
