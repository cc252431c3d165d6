"""What fell short of its plan or of its pace, and why: never the list of causes for the things."""

from __future__ import annotations

import pytest
from conftest import assert_says, open_over

from assistant.chain import Assistant

GAZETTE = """江宁区人民代表大会常务委员会
公报  二〇二四年第四号

关于江宁区2024年上半年国民经济和社会发展计划执行情况的报告

一、上半年计划执行情况

第一产业增加值18.9亿元、增长3.7%。地区生产总值增长5.2%。

18项主要指标中,达到或超过序时进度的15项,低于序时进度的3项。低于序时进度的3项是:固定资产投资、进出口总额和实际使用外资。
"""

PLAN = """关于六合区2024年国民经济和社会发展计划执行情况与2025年国民经济和社会发展计划草案的报告

一、2024年计划执行情况

社会消费品零售总额增长6.4%。近三年研发投入年均增长7.2%。

但地区生产总值、社会消费品零售总额等指标未达到年初预期,主要原因:一是主要产品价格下跌14.2%;二是商品房销售面积下降27.6%;三是签约项目开工率仅为57.3%。

二、2025年主要预期目标

社会消费品零售总额增长7%。
"""


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("short"), {"half.txt": GAZETTE, "plan.txt": PLAN})


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("江宁区2024年上半年哪三项指标没赶上序时进度?", ["固定资产投资", "外资"], []),
        ("江宁区2024年上半年哪些指标低于序时进度?", ["进出口总额"], []),
        ("六合区2024年有哪些指标没达到年初预期?", ["地区生产总值"], ["是价格下跌"]),
        ("六合区2024年为什么没达到年初预期?", ["14.2%", "27.6%", "57.3%"], []),
        ("六合区2024年地区生产总值为什么没到预期?", ["14.2%", "57.3%"], []),
        ("江宁区2024年上半年第一产业增加值是多少?", ["18.9亿元", "上半年"], []),
    ],
)
def test_what_fell_short_and_why(
    reports: Assistant, question: str, said: list[str], unsaid: list[str]
) -> None:
    assert_says(reports.ask(question), said, unsaid)


def test_half_a_year_is_not_told_as_the_year(reports: Assistant) -> None:
    """A heading without a year dates what stands under it as the report's half."""
    text = reports.ask("江宁区2024年第一产业增加值是多少?").text
    assert "上半年" in text


def test_causes_are_no_answer_to_two_figures(reports: Assistant) -> None:
    text = reports.ask("六合区2024年社零增速年初目标和实际各是多少?").text
    assert "14.2%" not in text
    assert "6.4%" in text


def test_a_name_whose_only_figures_average_years_is_refused(reports: Assistant) -> None:
    assert reports.ask("六合区2024年研发投入增速完成年初目标没有?").refused
