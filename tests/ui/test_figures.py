"""The page of figures: search, rows, charts, targets beside results."""

from __future__ import annotations

import pytest

from assistant.schema import Document, Indicator, Kind, Profile
from ui.figures import chart_figures, cite_figure, find, group_figures, row_of
from ui.judging import judge


def figure(
    text: str,
    value: str,
    *,
    name: str = "地区生产总值",
    kind: Kind = "actual",
    period: str = "2023",
    district: str = "甲区",
    unit: str = "%",
) -> tuple[Indicator, Document]:
    start = text.index(value)
    source = f"{district}{period}{kind}{text}"
    indicator = Indicator(
        source,
        district,
        period,
        name,
        "GDP",
        "growth" if unit == "%" else "level",
        value.removesuffix(unit),
        unit,
        kind,
        0,
        len(text),
        (start, start + len(value)),
        direction="-" if "下降" in text else "",
    )
    return indicator, Document(source, source, text, Profile(title="报告", district=district))


def texts(*pairs: tuple[Indicator, Document]) -> dict[str, Document]:
    return {document.source: document for _, document in pairs}


def test_a_figure_is_a_row_and_leads_to_its_place() -> None:
    indicator, document = figure("GDP下降1.2%", "1.2%", period="2023-01/2023-11", kind="target")
    assert row_of(indicator, document) == (
        *("甲区", "2023年1-11月", "地区生产总值", "目标", "增速", "-1.2%", "报告"),
    )
    citation = cite_figure(indicator, document)
    assert document.text[citation.start : citation.end] == citation.text == "GDP下降1.2%"


def test_search_knows_what_things_are_called() -> None:
    gdp, _ = figure("增长5%", "5%")
    tax, _ = figure("增长5%", "5%", name="一般公共预算收入")
    assert find([gdp, tax], " GDP ") == [gdp, tax]  # the second is called GDP in the text
    assert find([gdp, tax], "国内生产总值") == [gdp]
    assert find([gdp, tax], "财政收入") == [tax]
    assert find([gdp, tax], "") == [gdp, tax]
    assert find([gdp, tax], "没有这个") == []


def test_one_indicator_in_one_unit_makes_a_chart() -> None:
    a, b = figure("增长5%", "5%"), figure("下降1%", "1%", district="乙区")
    chart = chart_figures([a[0], b[0]], texts(a, b))
    assert chart is not None
    assert [(p.label, p.value) for p in chart.points] == [
        ("乙区 · 2023年 · 完成", -1.0),
        ("甲区 · 2023年 · 完成", 5.0),
    ]
    other = figure("达100亿元", "100亿元", unit="亿元")
    assert chart_figures([a[0], other[0]], texts(a, other)) is None
    assert chart_figures([a[0]], texts(a)) is None


def test_a_target_is_judged_only_by_a_result_of_the_same_year() -> None:
    target = figure("增长6%以上", "6%以上", kind="target")
    fell_short = figure("全年增长4.2%", "4.2%")
    partly = figure("三季度增长7%", "7%", period="2023-Q3")
    reached = figure("增长6.0%", "6.0%")
    everything = texts(target, fell_short, partly, reached)
    figures = [target[0], fell_short[0], partly[0], reached[0]]
    judged = judge(figures, everything)
    assert [(j.result, j.verdict) for j in judged] == [
        (fell_short[0], "未完成"),
        (reached[0], "完成"),
    ]


def test_a_ceiling_is_kept_from_below() -> None:
    target = figure("控制在3%以内", "3%以内", kind="target", name="登记失业率")
    result = figure("为2.5%", "2.5%", name="登记失业率")
    (pair,) = judge([target[0], result[0]], texts(target, result))
    assert pair.verdict == "完成"


@pytest.mark.parametrize(
    ("wanted", "reached", "verdict"),
    [
        ("6%左右", "5.9%", "请看原文"),
        ("6%左右", "6.1%", "完成"),
        ("6%", "6%左右", "请看原文"),
        ("超6%", "6%", "请看原文"),
        ("不低于6%", "5.9%", "未完成"),
        ("6%", "6%以上", "完成"),
        ("7%", "6%以上", "请看原文"),
        ("3%以内", "3.1%", "未完成"),
        ("低于3%", "2%", "请看原文"),
        ("5%-6%", "6%", "请看原文"),
    ],
)
def test_only_figures_that_leave_no_room_are_judged(
    wanted: str, reached: str, verdict: str
) -> None:
    target = figure(f"增长{wanted}", wanted, kind="target")
    result = figure(f"增长{reached}", reached)
    (pair,) = judge([target[0], result[0]], texts(target, result))
    assert pair.verdict == verdict


def test_charts_are_offered_by_what_can_stand_together() -> None:
    growth = [figure(f"增长{n}%", f"{n}%", district=f"{n}区")[0] for n in (1, 2, 3)]
    level = [figure(f"达{n}亿元", f"{n}亿元", unit="亿元")[0] for n in (4, 5)]
    alone = figure("增长9%", "9%", name="别的")[0]
    groups = group_figures([*level, alone, *growth])
    assert {name: len(group) for name, group in groups.items()} == {
        "地区生产总值 · 增速(%)": 3,
        "地区生产总值 · 水平(亿元)": 2,
    }
    assert next(iter(groups)) == "地区生产总值 · 增速(%)"
