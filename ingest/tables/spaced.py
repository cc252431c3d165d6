"""Give cells to tables whose columns are parted by wide blanks: full-width ones, or several."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.schema import Cell
from ingest.tables.gaps import Grid
from ingest.tables.headers import is_header, opens_chapter
from ingest.tables.lines import Line, with_cells

# A single full-width blank parts the characters of a name ("李　俊"), two part columns.
_PART = re.compile(r"\S+(?:[ \u00a0\u3000]\S+)*")
# Where single ones part the names of a header, they part all but the characters of a name.
_NARROW_PART = re.compile(
    r"(?<!\S)[一-鿿]\u3000[一-鿿](?!\S)|[^\s\u3000]+(?:[ \u00a0][^\s\u3000]+)*"
)
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
        part, header = _header(split[i])
        i += 1
        if not header:
            continue
        rows, wrapped = _rows_below(text, split, i, header, part)
        grid = Grid(text, header, [_cells(split[n], part) for n in rows])
        if len(grid.full) < _FEWEST_ROWS:
            continue
        for n in (i - 1, *rows):
            split[n] = with_cells(grid, split[n], _cells(split[n], part))
        for n in wrapped:
            _part_wrapped(grid, split, n, max(row for row in rows if row < n))
        i = rows[-1] + 1
    return split


def _header(line: Line) -> tuple[re.Pattern[str], tuple[Cell, ...]]:
    """The names that wide blanks part, or single full-width ones; none where they head no table."""
    for part in (_PART, _NARROW_PART):
        cells = _cells(line, part)
        if len(cells) >= _NARROWEST and is_header([cell.text for cell in cells]):
            return part, cells
    return _PART, ()


def _rows_below(
    text: str,
    lines: Sequence[Line],
    i: int,
    header: Sequence[Cell],
    part: re.Pattern[str],
) -> tuple[list[int], list[int]]:
    """The lines of the table's body that are rows, and those on which cells of a row go on."""
    rows: list[int] = []
    wrapped: list[int] = []
    width = len(header)
    grid = Grid(text, header, [])
    for n in range(i, len(lines)):
        last = rows[-1] if rows else i - 1
        if n - last > _BETWEEN or lines[n].cells is not None:
            break
        cells = _cells(lines[n], part)
        if rows and n - 1 in (rows[-1], *wrapped) and _goes_on(grid, cells):
            wrapped.append(n)
        elif len(cells) in (width, max(width - 1, _NARROWEST)) or _stands_below(grid, cells):
            rows.append(n)
        elif len(cells) > 1 or not _may_stand_between(lines[n].text):
            break
    return rows, wrapped


def _goes_on(grid: Grid, cells: Sequence[Cell]) -> bool:
    """Tell a line whose words stand below the beginnings of columns, the first one left out."""
    starts = [grid.from_left(name) for name in grid.header]
    return bool(cells) and {grid.from_left(cell) for cell in cells} <= set(starts[1:])


def _stands_below(grid: Grid, cells: Sequence[Cell]) -> bool:
    """Tell a row with merged cells left out: each of the others begins where a name does."""
    starts = [grid.from_left(name) for name in grid.header]
    places = [grid.from_left(cell) for cell in cells]
    return len(places) >= _NARROWEST and places[0] == starts[0] and set(places) <= set(starts)


def _part_wrapped(grid: Grid, lines: list[Line], n: int, row: int) -> None:
    """Keep what goes on below a row's cells out of its last cell, which alone runs on so.

    The rest of any other cell stands apart from its beginning and is no part of it. One whose
    number may be broken off is left open.
    """
    starts = [grid.from_left(name) for name in grid.header]
    columns = [starts.index(grid.from_left(cell)) for cell in _cells(lines[n])]
    if columns == [len(starts) - 1]:
        return
    cells = list(lines[row].cells or ())
    broken = [column for column in columns if cells[column].text[-1:].isdigit()]
    for column in broken:
        cells[column] = Cell("", cells[column].end, cells[column].end)
    opened = (*(lines[row].open or ()), *broken)
    lines[row] = replace(lines[row], cells=tuple(cells), open=opened)
    lines[n] = Line("", lines[n].start, lines[n].start)


def _may_stand_between(text: str) -> bool:
    return opens_chapter(text) or (len(text) <= _LONGEST_HEADING and "。" not in text)


def _cells(line: Line, part: re.Pattern[str] = _PART) -> tuple[Cell, ...]:
    """The parts of a line between wide blanks; none of a line that has cells already."""
    if line.cells is not None or line.rule:
        return ()
    return tuple(
        Cell(found[0], line.start + found.start(), line.start + found.end())
        for found in part.finditer(line.text)
    )
