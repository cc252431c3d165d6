"""Charts of figures where a chart is honest, and tables to take away.

Only one unit and one measure go into a chart. Levels are bars from zero, growth rates and shares
are points; a side without a figure keeps its line and says so.
"""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

import streamlit as st

from assistant.language.quantities import Quantity, base, find_quantities
from assistant.language.units import split_unit, unit_family
from assistant.schema import MARKER, Answer, Comparison
from ui.markup import shorten, visible
from ui.render import show_saving

# Rates and shares: a bar would claim an amount that is not there.
_RATES = ("%", "‰", "百分点")
_LABEL_CHARS = 28
# By light and dark theme; told apart without red and green too.
_COLOURS = {
    False: ("#1d5f8a", "#c77d0a", "#6b7f8f", "#5b4a9c"),
    True: ("#7db7dd", "#e8b04b", "#a9b6c1", "#b7a8ee"),
}
MISSING = "文档未提供"


@dataclass(frozen=True, slots=True)
class Point:
    """One line of a chart: ``value`` in the chart's unit, None where the documents have none."""

    label: str
    series: str
    value: float | None
    shown: str


@dataclass(frozen=True, slots=True)
class Chart:
    """Points that may stand on one scale; ``shared`` is what would stand in each label."""

    unit: str
    points: tuple[Point, ...]
    shared: str = ""

    @property
    def is_rate(self) -> bool:
        """Whether the values are rates or shares."""
        return unit_family(self.unit) in _RATES


def show_comparison(answer: Answer, *, key: str) -> None:
    """Show the chart of a comparison, if there is one, and offer its table."""
    if answer.comparison is None:
        return
    chart = chart_comparison(answer.comparison)
    if chart is not None:
        with st.expander("图", key=f"chart_{key}", expanded=True, type="compact"):
            show_chart(chart, key=f"vega_{key}")
    st.download_button(
        "下载表格(CSV)",
        data=make_csv(answer.comparison.headers, answer.comparison.cells),
        file_name="比较.csv",
        mime="text/csv",
        on_click="ignore",
        type="tertiary",
        icon=":material/download:",
        key=f"csv_{key}",
    )


def chart_comparison(comparison: Comparison) -> Chart | None:
    """Make a chart of the last column, the other columns being its labels.

    The unit is the one that most rows have; a row with two figures in it tells no single value, and
    then there is no chart, nor with fewer than two values.
    """
    if len(comparison.headers) < 2:
        return None
    rows = [[MARKER.sub("", cell).strip() for cell in row] for row in comparison.cells]
    found = [find_quantities(row[-1]) for row in rows]
    units = Counter(name for q in found for name in {unit_family(one.unit) for one in q})
    if not units:
        return None
    family = units.most_common(1)[0][0]
    picked = [[one for one in q if unit_family(one.unit) == family] for q in found]
    if sum(map(bool, picked)) < 2 or any(len(q) > 1 for q in picked) or _has_ranks(picked):
        return None
    unit = next(q[0].unit for q in picked if q)
    series = _series_column(rows)
    same = [len({row[column] for row in rows}) == 1 for column in range(len(rows[0]) - 1)]
    same = [alike and not all(same) for alike in same]
    points = [
        _point(row, same, q[0] if q else None, unit, series)
        for row, q in zip(rows, picked, strict=True)
    ]
    shared = [cell for cell, alike in zip(rows[0][:-1], same, strict=True) if alike and cell != "—"]
    return Chart(unit, tuple(points), visible(" · ".join(shared)))


def _has_ranks(picked: Iterable[Sequence[Quantity]]) -> bool:
    return any(one.is_rank or one.high is not None for q in picked for one in q)


def _series_column(rows: Sequence[Sequence[str]]) -> int:
    """The last label column that parts the rows in two or three groups, which become colours."""
    counts = {column: len({row[column] for row in rows}) for column in range(1, len(rows[0]) - 1)}
    fit = [column for column, count in counts.items() if 2 <= count <= 3 and count < len(rows)]
    return min(fit, key=lambda column: (counts[column], -column), default=-1)


def _point(
    row: Sequence[str], same: Sequence[bool], quantity: Quantity | None, unit: str, series: int
) -> Point:
    cells = zip(row[:-1], same, strict=True)
    labels = [cell for cell, alike in cells if cell and cell != "—" and not alike]
    label = shorten(" · ".join(labels), _LABEL_CHARS)
    name = visible(row[series]) if series >= 0 else ""
    if quantity is None:
        return Point(label, name, None, MISSING)
    return Point(label, name, scaled(quantity, unit), signed(quantity))


def scaled(quantity: Quantity, unit: str) -> float:
    """The value of a figure in another unit of its family.

    >>> scaled(find_quantities("5000万元")[0], "亿元")
    0.5
    """
    return float(base(quantity)[0] / split_unit(unit)[0])


def signed(quantity: Quantity) -> str:
    """A figure as written, with a minus where the words say that it fell.

    >>> signed(find_quantities("同比下降1.2%")[0])
    '-1.2%'
    """
    minus = quantity.sign == "-" and not quantity.value_text.startswith("-")
    return ("-" if minus else "") + visible(quantity.text)


def show_chart(chart: Chart, *, key: str) -> None:
    """Draw a chart."""
    dark = st.context.theme.type == "dark"
    st.vega_lite_chart(make_spec(chart, dark=dark), width="stretch", key=key)
    show_saving(f"save_{key}")


def make_spec(chart: Chart, *, dark: bool = False) -> dict[str, Any]:
    """Describe a chart in Vega-Lite."""
    labels = _unique([point.label for point in chart.points])
    values = [
        {**asdict(point), "label": label, "at": point.value or 0}
        for label, point in zip(labels, chart.points, strict=True)
    ]
    ink = "#e3e8ed" if dark else "#1f2933"
    line = "#38424c" if dark else "#e3e8ed"
    y = {"field": "label", "type": "nominal", "sort": labels, "title": None}
    return {
        "data": {"values": values},
        "background": "#14181c" if dark else "#ffffff",  # of the picture that is saved, too
        "height": {"step": 34},
        # Room for the figure beside the longest bar, on a phone too.
        "padding": {"left": 5, "top": 5, "right": 48, "bottom": 5},
        "config": {
            "axis": {"labelColor": ink, "titleColor": ink, "gridColor": line, "tickCount": 6},
            "legend": {"labelColor": ink},
            "range": {"category": list(_COLOURS[dark])},
            "mark": {"color": _COLOURS[dark][0]},
        },
        "encoding": {"y": {**y, "axis": {"labelLimit": 220}}},
        "layer": [_marks(chart), _figures(ink)],
    }


def _marks(chart: Chart) -> dict[str, Any]:
    known = [point.value for point in chart.points if point.value is not None]
    scale = {
        "domainMin": min(0.0, 1.1 * min(known, default=0)),
        "domainMax": max(0.0, 1.1 * max(known, default=1)) or 1.0,
    }
    title = " · ".join(part for part in (chart.shared, chart.unit) if part) or "数值"
    x = {"field": "value", "type": "quantitative", "title": title, "scale": scale}
    color = {"field": "series", "type": "nominal", "title": None, "legend": {"orient": "top"}}
    named = len({point.series for point in chart.points}) > 1
    point = {"type": "point", "filled": True, "size": 110, "opacity": 1}
    return {
        "mark": point if chart.is_rate else {"type": "bar", "height": 16},
        "encoding": {"x": x, **({"color": color} if named else {})},
    }


def _figures(ink: str) -> dict[str, Any]:
    """The figures as written, each beside its mark; what is missing says so at zero."""
    return {
        "mark": {"type": "text", "align": "left", "dx": 9, "fontSize": 12, "color": ink},
        "encoding": {
            "x": {"field": "at", "type": "quantitative"},
            "text": {"field": "shown", "type": "nominal"},
        },
    }


def _unique(labels: Sequence[str]) -> list[str]:
    """Number labels that occur more than once: a chart draws lines of one name over each other."""
    seen: Counter[str] = Counter()
    named = []
    for label in labels:
        seen[label] += 1
        named.append(label if seen[label] == 1 else f"{label}({seen[label]})")
    return named


def make_csv(headers: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Write a table as CSV that spreadsheet programs open as UTF-8; markers are left out."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(headers)
    writer.writerows([_cell(MARKER.sub("", cell)) for cell in row] for row in rows)
    return ("\ufeff" + text.getvalue()).encode("utf-8", errors="replace")


def _cell(text: str) -> str:
    # A cell that begins like this would be run as a formula by a spreadsheet program. A sign before
    # a digit is a figure ("-6.5%").
    risky = text[:1] in "=@\t\r" or (text[:1] in "+-" and not text[1:2].isdigit())
    return f"'{text}" if text and risky else text
