"""Columns of rates: each is of the column before it, or of the indicator that its header names."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from assistant.evidence.columns_named import Column
from assistant.evidence.grids import Grid
from assistant.evidence.headers import same_thing
from assistant.language.columns import PLANNED_HEADER
from assistant.lexicon.indicators import load_indicators
from assistant.question import comparison_cues
from assistant.schema import Query
from assistant.text import fold_text

# Columns by these names alone say nothing of what they measure: their neighbour does.
_RATE = re.compile(r"增长|增速|增幅|同比|比上年|占比|比重|构成")
_SHARE = re.compile(r"占比|比重|构成")


def measured_columns(query: Query, text: str, grid: Grid) -> list[Column]:
    """The columns whose headers have the indicator that is asked for: totals, or else rates."""
    rate = bool(_RATE.search(text) or comparison_cues.WAY_ASKED.search(text)) or "%" in query.units
    wanted = [kind == "target" for kind in query.kinds if kind != "floor"] or [False]
    spans = query.slots.get("indicator", ())
    columns = []
    for planned in dict.fromkeys(wanted):
        found = [
            header
            for header in grid.headers
            if any(same_thing(header, name) for name in query.indicators)
            and bool(_RATE.search(header)) == rate
            and bool(PLANNED_HEADER.search(header)) == planned
        ]
        if len(found) != 1 or not spans:
            return []
        columns.append(Column(found[0], spans[0]))
    return columns


def grows_beside(text: str, columns: Sequence[Column], grid: Grid) -> bool:
    """True if the growth of one column is asked for and the rates are of another.

    In "调整预算 | 决算数 | 比上年增长" it is not the 调整预算 that grew; asked apart, both may be.
    """
    for column, rate in itertools.pairwise(columns):
        between = text[column.span[1] : rate.span[0]]
        beside = grid.headers.index(rate.header) - grid.headers.index(column.header) == 1
        apart = re.search(r"[、,，;；和与及]|多少", between)
        if _RATE.search(rate.header) and not _RATE.search(column.header):
            own = load_indicators().find(fold_text(rate.header))
            if not (beside or apart or own):
                return True
    return False


def rate_is_meant(column: Column, columns: Sequence[Column], query: Query, grid: Grid) -> bool:
    """False for a rate's column that belongs to a neighbour which the question does not name."""
    if not _RATE.search(column.header):
        return True
    own = load_indicators().find(fold_text(column.header))
    if own and query.indicators:
        return any(m.canonical in query.indicators for m in own)
    share = bool(_SHARE.search(column.header))
    alike = [h for h in grid.headers if _RATE.search(h) and bool(_SHARE.search(h)) == share]
    if own or len(alike) == 1:
        return True
    at = grid.headers.index(column.header)
    before = grid.headers[at - 1] if at else ""
    return any(same_thing(before, name) for name in query.indicators) or any(
        c.header == before for c in columns
    )
