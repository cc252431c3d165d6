"""Figures whose owner stands in the words before: places, meetings, projects, sectors, states."""

from __future__ import annotations

import pytest

from assistant.lexicon.indicators import load_indicators
from ingest.figures.carry import Scope
from ingest.figures.figures import Figure, read_figures

RESULTS = Scope("2023-01/2023-04", "actual", "2023")


def figures(text: str) -> list[Figure]:
    return read_figures(text, RESULTS, load_indicators())


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "其中:青石镇2户10人,救助资金2.5万元;白沙乡8户17人,救助资金3.4万元。",
            ["青石镇", "青石镇", "青石镇救助资金", "白沙乡", "白沙乡", "白沙乡救助资金"],
        ),
        (
            "共召开区长办公会议9次,确定事项40项,完成38项,正在办理2项,完成率95%。",
            [
                "共召开区长办公会议",
                *("区长办公会议确定事项",) * 2,
                "正在办理的区长办公会议确定事项",
                "区长办公会议确定事项完成率",
            ],
        ),
        (
            "重点任务共30项,已完成28项,尚未完成2项。",
            ["重点任务", "重点任务", "未完成的重点任务"],
        ),
        (
            "超进度的有11个,占总任务的5%;已完成和提前完成23个,占总任务的10%。",
            ["超进度", "超进度占总任务", "已完成和提前完成", "已完成和提前完成占总任务"],
        ),
        (
            "三次产业对经济增长的拉动分别为:第一产业0.5个百分点,第二产业1.2个百分点。",
            ["第一产业对经济增长的拉动", "第二产业对经济增长的拉动"],
        ),
        (
            "市重点项目36宗,年度投资计划236亿元,完成投资88亿元。",
            ["市重点项目", "市重点项目年度投资计划", "市重点项目投资"],
        ),
    ],
)
def test_what_a_figure_is_of(text: str, names: list[str]) -> None:
    assert [figure.name for figure in figures(text)] == names


def test_what_was_put_into_the_projects_just_counted() -> None:
    told = figures("我县安排重点项目91宗。1-4月,完成投资96亿元,完成年度计划投资的31.7%。")[1:]
    assert [(f.indicator, f.kind, f.period) for f in told] == [
        ("重点项目投资", "actual", "2023-01/2023-04"),
        ("重点项目投资完成率", "actual", "2023-01/2023-04"),
    ]


def test_a_rate_whose_word_of_change_is_left_out() -> None:
    (_, rate) = figures("渔业产值2.4亿元,同比5.9%。")
    assert (rate.name, rate.measure) == ("渔业产值", "growth")


def test_what_was_done_of_a_sum_is_no_state() -> None:
    names = [f.name for f in figures("双向借款业务累计办理390亿元,其中2022年办理61亿元。")]
    assert names[-1] == "办理"


def test_profits_are_of_the_companies_that_the_paragraph_has_told_of() -> None:
    text = "规模以上工业企业共12家。产品销售率98.1%。实现利润总额7.3亿元,下降4.4%。"
    names = [(f.indicator, f.measure) for f in figures(text)][-2:]
    assert names == [("规上工业利润总额", "level"), ("规上工业利润总额", "growth")]
    apart = "规模以上工业增加值增长3%。规模以上服务业企业营业收入9亿元。利润总额2亿元。"
    assert figures(apart)[-1].indicator == "利润总额"


@pytest.mark.parametrize(
    ("text", "rates"),
    [
        (
            "地区生产总值81亿元,一般公共预算收入3亿元,同比分别-4.2%、-11.3%",
            [("地区生产总值", "-4.2"), ("一般公共预算收入", "-11.3")],
        ),
        ("规上工业增加值同比+7.1%", [("规上工业增加值", "7.1")]),
        (
            "固定资产投资同比-5.6%,社会消费品零售总额+3%",
            [("固定资产投资", "-5.6"), ("社会消费品零售总额", "3")],
        ),
    ],
)
def test_a_rate_with_a_sign_is_a_growth(text: str, rates: list[tuple[str, str]]) -> None:
    found = [f for f in figures(text) if f.measure == "growth"]
    assert [(f.indicator, f.quantity.value_text) for f in found] == rates
