"""Charts only where they are honest; tables to take away."""

from __future__ import annotations

import csv
import io

import pytest

from assistant.schema import Comparison
from ui.charts import MISSING, chart_comparison, make_csv, make_spec

HEADERS = ("地区", "期间", "性质", "原文")


def comparison(*rows: tuple[str, ...]) -> Comparison:
    return Comparison(HEADERS, rows)


def test_growth_is_points_and_a_missing_side_keeps_its_line() -> None:
    chart = chart_comparison(
        comparison(
            ("甲区", "2024年", "目标", "增长5.5%左右[1]"),
            ("乙区", "2025年一季度", "完成", "下降1.2%[2]"),
            ("丙区", "2024年", "目标", MISSING),
        )
    )
    assert chart is not None
    assert [(p.label, p.series, p.value, p.shown) for p in chart.points] == [
        ("甲区 · 2024年 · 目标", "目标", 5.5, "5.5%左右"),
        ("乙区 · 2025年一季度 · 完成", "完成", -1.2, "-1.2%"),
        ("丙区 · 2024年 · 目标", "目标", None, MISSING),
    ]
    assert make_spec(chart)["layer"][0]["mark"]["type"] == "point"


def test_levels_are_bars_from_zero_in_one_unit() -> None:
    chart = chart_comparison(
        comparison(
            ("甲区", "2023年", "完成", "128.3亿元[1]"), ("乙区", "2023年", "完成", "5000万元[2]")
        )
    )
    assert chart is not None
    assert [p.value for p in chart.points] == [128.3, 0.5]
    layer = make_spec(chart)["layer"][0]
    assert layer["mark"]["type"] == "bar"
    # What all have in common is said once.
    assert [p.label for p in chart.points] == ["甲区", "乙区"]
    assert layer["encoding"]["x"]["title"] == "2023年 · 完成 · 亿元"
    assert layer["encoding"]["x"]["scale"]["domainMin"] == 0


@pytest.mark.parametrize(
    "cells",
    [
        ("增长5.5%[1]", "1803亿元[2]"),  # different units
        ("增长5.5%,其中工业增长6%[1]", "增长4%[2]"),  # which of the two?
        ("增长5.5%[1]", MISSING),  # nothing to compare with
        ("居全省第一[1]", "居全省第二[2]"),  # a rank has no length
        ("增长5-7%[1]", "增长4%[2]"),  # a range is no point
        ("稳中有进[1]", "稳步提升[2]"),
    ],
)
def test_no_chart_is_drawn_where_it_would_mislead(cells: tuple[str, str]) -> None:
    rows = [(name, "2023年", "完成", cell) for name, cell in zip("甲乙", cells, strict=True)]
    assert chart_comparison(comparison(*rows)) is None


def test_lines_of_one_name_are_kept_apart() -> None:
    row = ("甲区", "2024年", "目标")
    chart = chart_comparison(comparison((*row, "增长5%[1]"), (*row, "增长6%[2]")))
    assert chart is not None
    labels = [value["label"] for value in make_spec(chart)["data"]["values"]]
    assert labels == ["甲区 · 2024年 · 目标", "甲区 · 2024年 · 目标(2)"]


def test_a_table_is_taken_away_without_markers_and_without_formulas() -> None:
    rows = [("甲,区", "-6.5%[1]"), ("=1+1", '+cmd|" /C"'), ("@x", "说“好”\n第二行")]
    text = make_csv(("区", "值"), rows).decode("utf-8-sig")
    assert list(csv.reader(io.StringIO(text, newline=""))) == [
        ["区", "值"],
        ["甲,区", "-6.5%"],
        ["'=1+1", '\'+cmd|" /C"'],
        ["'@x", "说“好”\n第二行"],
    ]
