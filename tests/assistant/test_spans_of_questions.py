"""Spans of time that a question names, over a half-year report and a table as of a month."""

from __future__ import annotations

import pytest
from conftest import open_over

from assistant.chain import Assistant

TABLE = """磐安县2024年重点工作进展情况表
(截至2024年9月底)
序号	年度目标任务	完成情况	责任领导	责任单位
1	新改建农村公路85公里	完成新改建62公里	张立群	县交通运输局
2	城镇新增就业4200人	新增就业3386人,失业人员再就业915人	李亚萍	县人社局
3	固定资产投资增长9%	增长4.3%	张立群	县发改局
"""
HALF = """越城区2024年上半年国民经济和社会发展计划执行情况的报告

一、上半年计划执行情况

上半年,全区地区生产总值428.9亿元,同比增长5.3%;社会消费品零售总额162.8亿元,增长5.9%。加装电梯117部。新增城镇就业7120人。

二、下半年工作安排

全年地区生产总值增长6%以上,加装电梯200部。
"""


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    documents = {"table.txt": TABLE, "half.txt": HALF}
    return open_over(tmp_path_factory.mktemp("spans"), documents)


@pytest.mark.parametrize("when", ["到9月底", "截至9月底", "截止到9月", "2024年截至9月底"])
def test_as_of_a_month_the_result_is_that_of_the_months_so_far(
    reports: Assistant, when: str
) -> None:
    answer = reports.ask(f"磐安县{when}农村公路完成多少公里?")
    assert "62公里" in answer.text
    assert "85公里" not in answer.text


def test_the_line_under_a_title_labels_what_its_table_tells(reports: Assistant) -> None:
    answer = reports.ask("磐安县城镇新增就业完成多少人?")
    assert "截至9月" in answer.text
    assert "截至2024年9月底" in answer.citations[0].context


@pytest.mark.parametrize("when", ["截至9月底", "到9月底"])
def test_the_plan_asked_for_as_of_a_month_is_that_of_the_year(
    reports: Assistant, when: str
) -> None:
    answer = reports.ask(f"磐安县{when}城镇新增就业目标是多少人?")
    assert "4200人" in answer.text
    assert "3386人" not in answer.text


def test_half_a_year_without_its_year_narrows_the_result_and_not_the_plan(
    reports: Assistant,
) -> None:
    answer = reports.ask("越城区上半年加装了多少部电梯?全年目标多少?")
    assert "117部" in answer.text
    assert "200部" in answer.text


def test_a_plan_for_half_a_year_is_not_that_of_the_year(reports: Assistant) -> None:
    assert reports.ask("磐安县2024年上半年城镇新增就业目标是多少人?").refused
