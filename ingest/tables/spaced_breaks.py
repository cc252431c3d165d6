"""Cells of a row parted by blanks that go on in the lines below it: offices, then what was done.

Below "3 新建学校5所 县教委" stand "县住建局" and "完工2所": the offices are one cell, and what
follows them is the next.
"""

from __future__ import annotations

from collections.abc import Sequence

from assistant.language.columns import CHARGES, role_of
from assistant.schema import Cell
from ingest.tables.cells import is_unit
from ingest.tables.headers import opens_chapter

Cells = tuple[Cell, ...]
_FEWEST = 2  # cells of a row that goes on: its number and its task
_MOST_LINES = 8


def rows_going_on(
    text: str, lines: Sequence[Cells], header: Cells, rows: Sequence[int]
) -> dict[int, tuple[Cells, int]]:
    """The numbered lines that have all their cells only with the lines below them.

    Args:
        text: the text that the cells are of.
        lines: the words of every line, none of a line that has cells already.
        header: the names of the columns; those of offices have to be one, or it would not be
            known in which of them the offices below stand.
        rows: the numbers of the lines that are rows by themselves.

    Returns:
        For each such line its cells, and how many lines below it they take.
    """
    charged = sum(role_of(name.text) in CHARGES for name in header)
    if charged != 1 or role_of(header[-1].text) in CHARGES:
        return {}
    last = max(rows) + _MOST_LINES
    found = {}
    for n in range(min(rows), min(last, len(lines))):
        if _FEWEST <= len(lines[n]) < len(header) and lines[n][0].text.isdecimal():
            cells, taken = _with_lines_below(text, lines, n, len(header))
            if len(cells) == len(header) and taken:
                found[n] = (cells, taken)
    return found


def _with_lines_below(text: str, lines: Sequence[Cells], n: int, width: int) -> tuple[Cells, int]:
    """A row with what stands below it, line by line, until all its columns have a cell."""
    cells = list(lines[n])
    for taken, below in enumerate(lines[n + 1 : n + 1 + _MOST_LINES]):
        if not below or below[0].text.isdecimal() or opens_chapter(below[0].text):
            return tuple(cells), taken
        office = is_unit(cells[-1].text) and is_unit(below[0].text)
        if office:
            start, end = cells[-1].start, below[0].end
            cells[-1] = Cell(text[start:end], start, end)
        elif len(cells) == width:
            return tuple(cells), taken
        cells.extend(below[1:] if office else below)
    return (), 0
