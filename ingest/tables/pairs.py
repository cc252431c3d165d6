"""Columns that hold two values a cell ("目标12.0 / 完成12.6") as two columns of one value each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.schema import Cell, Row

MOST_OF_THEM = 0.7  # share of a column's cells that must hold two values
# "农村公路(公里):目标 / 完成", "户厕改造(目标/完成)", "目标/完成"
_HEADER = re.compile(
    r"(?P<upper>.*?)[\s:：]*(?P<open>[(（]?)(?P<first>[一-鿿]{2,6})\s*[/／]\s*(?P<second>[一-鿿]{2,6})[)）]?"
)
_VALUE = r"-?\d[\d,]*(?:\.\d+)?[%％]?|[-—–]+"


@dataclass(frozen=True, slots=True)
class _Pair:
    """The names of the two columns that one stands for."""

    upper: str
    first: str
    second: str

    @property
    def names(self) -> tuple[str, str]:
        """What the two columns are called, under their common name."""
        return f"{self.upper} {self.first}".strip(), f"{self.upper} {self.second}".strip()


def split_pairs(rows: Sequence[Row]) -> tuple[Row, ...]:
    """Part the cells of a table's columns whose header names two values and whose cells hold two.

    A cell that holds something else stays whole under the name that both have in common.
    """
    pairs = {
        header: pair
        for header in dict.fromkeys(h for row in rows for h in row.cells)
        if (pair := _pair_of(header)) is not None and _hold_two(rows, header, pair)
    }
    return tuple(_split(row, pairs) for row in rows) if pairs else tuple(rows)


def _pair_of(header: str) -> _Pair | None:
    match = _HEADER.fullmatch(" ".join(header.split()))
    return _Pair(match["upper"].strip(), match["first"], match["second"]) if match else None


def _hold_two(rows: Sequence[Row], header: str, pair: _Pair) -> bool:
    cells = [row.cells[header] for row in rows if header in row.cells]
    return sum(_halves(c, pair) is not None for c in cells) >= MOST_OF_THEM * len(cells)


def _halves(cell: Cell, pair: _Pair) -> tuple[Cell, Cell] | None:
    """The two values of a cell, each where it stands, without the names they repeat."""
    form = rf"(?:{pair.first})?\s*({_VALUE})\s*[/／]\s*(?:{pair.second})?\s*({_VALUE})"
    match = re.fullmatch(form, cell.text)
    if match is None:
        return None
    first, second = (
        Cell(match[n], cell.start + match.start(n), cell.start + match.end(n)) for n in (1, 2)
    )
    return first, second


def _split(row: Row, pairs: dict[str, _Pair]) -> Row:
    cells: dict[str, Cell] = {}
    for header, cell in row.cells.items():
        pair = pairs.get(header)
        halves = _halves(cell, pair) if pair else None
        if pair and halves:
            cells |= dict(zip(pair.names, halves, strict=True))
        else:
            cells[(pair.upper or header) if pair else header] = cell
    doubtful = [n for h in row.doubtful for n in (pairs[h].names if h in pairs else (h,))]
    return replace(row, cells=cells, doubtful=tuple(doubtful))
