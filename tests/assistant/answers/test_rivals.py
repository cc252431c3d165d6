"""Two values that documents give of one thing: both are told, and that they differ."""

from __future__ import annotations

import pytest
from conftest import open_over

from assistant.answers.rivals import TWO_VALUES
from assistant.chain import Assistant

TASKS = """武义县2023年重点工作任务进展情况表

序号\t工作任务\t牵头单位\t进展情况
1\t增强先进制造业竞争力\t县经信局\t1-11月，全县技改投资持续增长，完成投资41.6亿元。
2\t加快实施重点产业项目\t县发改局\t1-11月，完成技改投资17.2亿元。全县新增规上工业企业32家。
3\t培育市场主体\t县市场监管局\t全县新增规上工业企业32家，新设个体户超4000户。
4\t优化营商环境\t县商务局\t全县新设个体户4120户。
"""


@pytest.fixture(scope="module")
def tasks(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("rivals"), {"tasks.txt": TASKS})


def test_neither_of_two_values_is_told_alone(tasks: Assistant) -> None:
    text = tasks.ask("武义县2023年1-11月技改投资完成多少亿元?").text
    assert "41.6亿元" in text
    assert "17.2亿元" in text
    assert TWO_VALUES in text


@pytest.mark.parametrize(
    "question",
    ["武义县2023年新增规上工业企业多少家?", "武义县2023年新设个体户多少户?"],
)
def test_the_same_value_twice_or_a_rounded_one_is_no_other(tasks: Assistant, question: str) -> None:
    assert TWO_VALUES not in tasks.ask(question).text


CALLS = """武义县2023年国民经济和社会发展计划执行情况报告

组织境外招商6批次,赴苏州、无锡等12个城市上门招商430家次。
"""


def test_what_towns_are_visited_for_counts_no_towns(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    report = open_over(tmp_path_factory.mktemp("calls"), {"report.txt": CALLS})
    assert "430家次" in report.ask("武义县2023年上门招商的次数是多少?").text
    assert "12个" in report.ask("武义县2023年赴多少个城市上门招商?").text


LISTED = """武义县2023年重点工作任务进展情况表

序号\t工作任务\t牵头单位\t进展情况
1\t增强先进制造业竞争力\t县经信局\t1-9月,全县技改投资持续增长,完成投资41.6亿元。
2\t加快实施重点产业项目\t县发改局\t今年,全县共有19个项目列入市技改计划。1-9月,完成技改投资17.2亿元,完成年度计划的80%。
"""


def test_what_is_put_into_the_projects_of_a_list_is_no_other_value_of_the_whole(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    listed = open_over(tmp_path_factory.mktemp("listed"), {"tasks.txt": LISTED})
    text = listed.ask("武义县2023年1-9月技改投资完成多少亿元?").text
    assert "41.6亿元" in text
    assert "17.2亿元" not in text
