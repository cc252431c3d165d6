"""By how much a goal was exceeded, a zone's own sum, and how many projects a question counts."""

from __future__ import annotations

import pytest
from conftest import assert_says, open_over

from assistant.chain import Assistant

TASKS = """青田县2024年政府工作任务进展情况表

序号 | 工作任务 | 牵头单位 | 进展情况 |
1 | 出让工业用地600亩 | 县资源局 | 已出让工业用地745亩。 |
2 | 深化青温合作园合作，完成产业投资30亿元 | 县发改局 | 序时推进 |
3 | 扩大有效投资 | 县发改局 | 1-6月，产业投资完成12.4亿元。 |
4 | 开展河道清淤50公里 | 县水利局 | 已累计完成清淤量83公里。 |
"""
REPORT = """庆元县2023年国民经济和社会发展计划执行情况的报告

一、2023年计划执行情况
顺利承办3大项21个小项赛事共95场比赛,产生金牌21枚。8个省重点项目完成投资6.3亿元。
"""


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    documents = {"tasks.txt": TASKS, "report.txt": REPORT}
    return open_over(tmp_path_factory.mktemp("exceeded"), documents)


@pytest.mark.parametrize(
    "question", ["青田县2024年出让工业用地超额了多少亩?", "青田县出让工业用地多少亩,超额了多少?"]
)
def test_by_how_much_a_goal_was_exceeded(county: Assistant, question: str) -> None:
    assert_says(county.ask(question), ["600亩", "745亩", "高于目标145亩"], [])


def test_a_goal_and_the_amount_done_are_two(county: Assistant) -> None:
    assert_says(county.ask("青田县2024年清淤目标和完成量?"), ["50公里", "83公里"], [])


def test_the_sum_of_a_zone_is_not_its_countys(county: Assistant) -> None:
    assert_says(county.ask("青田县2024年完成产业投资多少亿?"), ["12.4亿元"], ["30亿元"])
    assert_says(county.ask("青田县青温合作园2024年产业投资目标多少?"), ["30亿元"], ["12.4"])


def test_what_is_counted_by_another_word_is_told_once(county: Assistant) -> None:
    answer = county.ask("庆元县2023年承办多少场比赛,产生几块金牌?")
    assert_says(answer, ["95场", "21枚"], ["没有给出"])


def test_how_many_projects_there_are_is_no_kind_of_them(county: Assistant) -> None:
    assert_says(county.ask("庆元县2023年8个省重点项目完成投资多少?"), ["6.3亿元"], [])
