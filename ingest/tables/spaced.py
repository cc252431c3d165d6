"""Give cells to tables whose columns are parted by wide blanks: full-width ones, or several."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.schema import Cell
from ingest.tables.gaps import Grid
from ingest.tables.headers import is_header, opens_chapter
from ingest.tables.lines import Line, with_cells

# A single full-width blank parts the characters of a name ("李　俊"), two part columns.
_PART = re.compile(r"\S+(?:[ \u00a0\u3000]\S+)*")
_NARROWEST, _FEWEST_ROWS = 3, 2
# So many lines that are no rows may stand between two rows: headings, blanks, what a page leaves.
_BETWEEN = 6
_LONGEST_HEADING = 60


def split_wide(text: str, lines: Sequence[Line]) -> list[Line]:
    """Give cells to the lines of tables whose columns are parted by wide blanks.

    A header proves such a table with rows below it that have as many cells, or one less: an empty
    cell leaves no trace but a wider blank.
    """
    split = list(lines)
    i = 0
    while i < len(split):
        header = _cells(split[i])
        i += 1
        if len(header) < _NARROWEST or not is_header([cell.text for cell in header]):
            continue
        rows = _rows_below(split, i, len(header))
        grid = Grid(text, header, [_cells(split[n]) for n in rows])
        if len(grid.full) < _FEWEST_ROWS:
            continue
        for n in (i - 1, *rows):
            split[n] = with_cells(grid, split[n], _cells(split[n]))
        i = rows[-1] + 1
    return split


def _rows_below(lines: Sequence[Line], i: int, width: int) -> list[int]:
    """The lines of the table's body that are rows."""
    rows: list[int] = []
    for n in range(i, len(lines)):
        last = rows[-1] if rows else i - 1
        if n - last > _BETWEEN or lines[n].cells is not None:
            break
        count = len(_cells(lines[n]))
        if count == width or (count == width - 1 >= _NARROWEST):
            rows.append(n)
        elif count > 1 or not _may_stand_between(lines[n].text):
            break
    return rows


def _may_stand_between(text: str) -> bool:
    return opens_chapter(text) or (len(text) <= _LONGEST_HEADING and "。" not in text)


def _cells(line: Line) -> tuple[Cell, ...]:
    """The parts of a line between wide blanks; none of a line that has cells already."""
    if line.cells is not None or line.rule:
        return ()
    return tuple(
        Cell(found[0], line.start + found.start(), line.start + found.end())
        for found in _PART.finditer(line.text)
    )
