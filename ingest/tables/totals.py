"""The row of sums below a table of one cell a line, which prints nothing where nothing is added up.

合计 has a figure fewer than its table has columns where one of these holds ranks or remarks. Which
column that is, the figures tell: they are the sums of theirs, or at least written as those are.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations
from math import isclose

from assistant.schema import Cell
from ingest.tables.cells import cell_kind
from ingest.tables.rows import RawRow

_FIGURE = re.compile(r"([-−+]?\d[\d,，]*(?:\.\d+)?)\s*([%％‰]?)")
_MOST_LEFT_OUT = 3
# What speaks for a figure in a column: that it is the sum, that it is written alike, or is not.
_ADDED_UP, _ALIKE, _UNLIKE = 3.0, 1.0, -2.0
_ROUNDING = 0.002


def settle_total(rows: Sequence[RawRow]) -> list[RawRow]:
    """Give the figures of a last row of sums the columns that they add up."""
    settled = list(rows)
    if len(rows) < 3 or not _lacks_cells(rows[-1]):
        return settled
    last, above = rows[-1], rows[:-1]
    first, *figures = (cell for cell in last.cells if cell.text)
    columns = [[raw.cells[c].text for raw in above] for c in range(1, len(last.cells))]
    if len(columns) - len(figures) > _MOST_LEFT_OUT:
        return settled
    told = [[_speaks(cell.text, column) for column in columns] for cell in figures]
    places = max(
        combinations(range(len(columns)), len(figures)),
        key=lambda chosen: sum(told[n][c] for n, c in enumerate(chosen)),
    )
    blank = Cell("", last.start, last.start)
    cells = [first, *(blank for _ in columns)]
    for place, cell in zip(places, figures, strict=True):
        cells[place + 1] = cell
    settled[-1] = replace(last, cells=tuple(cells))
    return settled


def _lacks_cells(row: RawRow) -> bool:
    """Tell a row of sums that has a label, figures and no more, one or more of them left out."""
    filled = [cell.text for cell in row.cells if cell.text]
    sums = bool(filled) and cell_kind(filled[0]) == "total" and not row.empty
    return sums and 1 < len(filled) < len(row.cells) and all(map(_FIGURE.fullmatch, filled[1:]))


def _speaks(text: str, column: Sequence[str]) -> float:
    """How much speaks for a figure of a row of sums in a column.

    >>> _speaks("30", ["10", "20"]), _speaks("9.0%", ["1.2%", "7%"]), _speaks("81", ["1.2%", "无"])
    (4.0, 1.0, -2.0)
    """
    figure = _FIGURE.fullmatch(text)
    others = [m for cell in column if (m := _FIGURE.fullmatch(cell))]
    if figure is None or 2 * len(others) <= len(column):
        return _UNLIKE
    alike = 2 * sum(m[2] == figure[2] for m in others) > len(others)
    added = sum(_value(m[1]) for m in others)
    summed = not figure[2] and isclose(added, _value(figure[1]), rel_tol=_ROUNDING)
    return (_ALIKE if alike else _UNLIKE) + _ADDED_UP * summed


def _value(figure: str) -> float:
    return float(figure.replace(",", "").replace("，", "").replace("−", "-"))
