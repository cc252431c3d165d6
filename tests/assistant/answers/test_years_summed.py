"""What was told of one thing in several years, added up by a further turn."""

from __future__ import annotations

import pytest
from conftest import assert_says, open_over, talk

from assistant.chain import Assistant

REPORT = """松口区2023年国民经济和社会发展计划执行情况与2024年计划草案的报告

发布日期:2024-01-20

一、2023年工作回顾

全年改造老旧小区17个、惠及居民5200户。新增科技型企业44家。年末共有高新技术企业210家。城市绿化率提高到41%。

新建项目完成投资6.3亿元。

二、2024年主要任务

改造老旧小区26个。新增科技型企业30家以上。高新技术企业达到240家。城市绿化率达到42%。

续建项目计划完成投资58亿元。
"""


@pytest.fixture(scope="module")
def years(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("years"), {"years.txt": REPORT})


@pytest.mark.parametrize("asked", ["一共多少个?", "两年合计?", "合计多少?", "加起来呢?", "总共?"])
def test_a_plan_is_added_to_the_result_of_the_year_before(years: Assistant, asked: str) -> None:
    answer = talk(years, "松口区2023年改造老旧小区多少个?", "2024年呢?", asked)
    assert_says(answer, ["17个", "2024年目标", "26个", "合计:43个"], [])


def test_a_bound_makes_the_sum_an_estimate(years: Assistant) -> None:
    answer = talk(years, "松口区2024年新增科技型企业多少家?", "2023年呢?", "合计?")
    assert_says(answer, ["合计:约74家"], [])


@pytest.mark.parametrize("asked", ["一共多少?", "两年合计多少?", "合计?"])
@pytest.mark.parametrize("thing", ["高新技术企业", "城市绿化率"])
def test_stocks_and_rates_of_two_years_are_not_added(
    years: Assistant, thing: str, asked: str
) -> None:
    answer = talk(years, f"松口区2023年{thing}多少?", "2024年呢?", asked)
    assert "合计:" not in answer.text
    assert "450" not in answer.text


def test_more_years_than_were_told_are_not_added(years: Assistant) -> None:
    answer = talk(years, "松口区2023年改造老旧小区多少个?", "2024年呢?", "三年合计多少个?")
    assert "合计:" not in answer.text


def test_the_last_figure_is_not_told_again_as_a_sum(years: Assistant) -> None:
    answer = talk(years, "松口区2024年续建项目完成投资多少?", "松口区2023年新建项目呢?", "合计?")
    assert "合计:" not in answer.text
    assert answer.refused
