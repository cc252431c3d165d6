"""Questions that were once answered with a figure of something else."""

from __future__ import annotations

import pytest
from conftest import assert_says, open_over

from assistant.chain import Assistant

REPORT = """余杭区2024年政府工作报告

一、2023年工作回顾

已建成家庭养老床位418张。城镇新增就业3.6万人。年末有国家高新技术企业1207家,新增国家高新技术企业96家。地区生产总值2936亿元,增长5.4%。

年初确定的10个民生实事项目中,8个项目完成年度目标,2个项目未完成年度目标。民生实事项目年度计划投资3.9亿元。

二、2024年主要工作

新增公共停车泊位2300个。改造老旧小区17个。地区生产总值增长6%。
"""


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("misread"), {"yuhang.txt": REPORT})


@pytest.mark.parametrize(
    ("question", "untold"),
    [
        ("余杭区2023年养老床位总量是多少?", "418"),
        ("余杭区2023年多少人找到工作同比增长了多少?", "3.6"),
        ("余杭区2023年心赠了多少家国家高新技术企业?", "1207"),
        ("余杭区2023年哪一个民生实事项目没完成年度目标?", "3.9亿"),
    ],
)
def test_no_figure_of_something_else_is_told(report: Assistant, question: str, untold: str) -> None:
    assert untold not in report.ask(question).text


def test_one_sort_is_told_where_no_total_is_asked_for(report: Assistant) -> None:
    assert_says(report.ask("余杭区2023年家庭养老床位有多少张?"), ["418张"], [])


def test_a_doubtful_word_is_named_with_what_may_be_meant(report: Assistant) -> None:
    text = report.ask("余杭区2023年心赠了多少家国家高新技术企业?").text
    assert "心赠" in text
    assert "新增" in text


def test_how_many_did_not_reach_their_goal_asks_for_no_goal(report: Assistant) -> None:
    answer = report.ask("余杭区2023年有几个项目没完成年度目标?")
    assert_says(answer, ["2个"], ["8个", "3.9亿"])


def test_the_work_of_the_year_that_is_planned_is_a_plan(report: Assistant) -> None:
    told = report.ask("余杭区2024年计划新增公共停车泊位多少个?")
    assert_says(told, ["目标", "2300个"], [])
    kinds = {c.kind for c in told.citations}
    assert kinds == {"target"}
