"""Rows of a table parted by blanks that leave out cells merged with those of the row above.

Below "2 扩容 新建学校5所 区教委 王明 完工2所" stands "改造教室40间 区财政局 完成27间": number,
name and person hold for both. Which columns the cells belong to is told by what they are; only
columns of numbers, names, units and persons are ever merged.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations, pairwise

from assistant.schema import Cell
from ingest.tables.cells import Role, cell_kind, fit
from ingest.tables.gaps import Cells, Grid
from ingest.tables.headers import opens_chapter
from ingest.tables.numbers import serial_number

_MERGED: tuple[Role, ...] = ("serial", "group", "leader", "lead_unit", "support_unit")
_FEWEST, _FEWEST_FULL = 2, 2
_BETWEEN = 6  # lines that may stand between two rows: blank ones, a chapter
_SURE = 0.5  # how much better than any other the columns must suit the cells

Placed = tuple[tuple[Cell, ...], tuple[int, ...]]


def place_left_out(
    grid: Grid, rows: Mapping[int, Cells], lines: Mapping[int, Cells], head: int
) -> dict[int, Placed]:
    """The lines among or below a table's rows that are rows with merged cells left out.

    Args:
        grid: the table's header and the rows that have all cells or but one less.
        rows: these rows by the numbers of their lines.
        lines: the words of every line from the header on that has no cells yet.
        head: the number of the header's line.

    Returns:
        For each such line its cells in their columns, and the columns left open.
    """
    if len(grid.full) < _FEWEST_FULL or grid.starts is not None:
        return {}  # what stands below the beginnings of columns may be the rests of cells
    found: dict[int, Placed] = {}
    number, last, whole = 0, head, True
    indented = {n for n, cells in lines.items() if cells and grid.from_left(cells[0])}
    for n in range(head + 1, max([*rows, *lines]) + 1):
        cells = rows.get(n) or lines.get(n, ())
        if n - last > _BETWEEN:
            break
        if n in rows:
            number, last = serial_number(cells[0].text) or number, n
            continue
        if not cells or (len(cells) == 1 and opens_chapter(cells[0].text)):
            continue
        numbered = serial_number(cells[0].text) == number + 1
        placed = _place(grid, cells, numbered) if last > head else None
        if placed is None:
            whole = False
            continue
        found[n] = placed
        number, last = number + numbered, n
    # Where other lines stand among them, these may be the rests of cells that go on.
    found = {n: told for n, told in found.items() if whole or n in indented}
    open_too = _printed_again(grid, {**{n: (tuple(row), ()) for n, row in rows.items()}, **found})
    return {n: _leave_open(told, open_too) for n, told in found.items()}


def _place(grid: Grid, cells: Cells, numbered: bool) -> Placed | None:
    """Give the cells the columns that suit them best; None where none do."""
    count = len(grid.header)
    free = [c for c in range(count) if grid.roles[c] in _MERGED and grid.roles[c] != "serial"]
    fixed = [c for c in range(count) if grid.roles[c] not in _MERGED]
    fixed += [c for c in range(count) if grid.roles[c] == "serial" and numbered]
    spare = len(cells) - len(fixed)
    if len(cells) < _FEWEST or spare < 0 or not fixed or len(cells) >= count:
        return None
    ways = sorted(_way(grid, cells, sorted([*fixed, *more])) for more in combinations(free, spare))
    ways = [way for way in ways if way[0] > float("-inf")]
    if not ways:
        return None
    best, columns = ways[-1]
    others = [way for score, way in ways if score > best - _SURE]
    held = dict(zip(columns, cells, strict=True))
    unsure = {c for way in others for c in {*way} ^ {*columns}}
    empty = Cell("", cells[-1].end, cells[-1].end)
    told = tuple(empty if c in unsure else held.get(c, empty) for c in range(count))
    return told, tuple(sorted(unsure))


def _way(grid: Grid, cells: Cells, columns: Sequence[int]) -> tuple[float, Sequence[int]]:
    fits = [
        fit(grid.roles[c], cell_kind(cell.text)) for c, cell in zip(columns, cells, strict=True)
    ]
    return (sum(fits) if min(fits) >= 0 else float("-inf")), columns


def _printed_again(grid: Grid, rows: Mapping[int, Placed]) -> set[int]:
    """The columns whose cells rows below others print again, so that a missing one is no merged."""
    placed = [rows[n] for n in sorted(rows)]
    again: set[int] = set()
    for (above, _), (below, _) in pairwise(placed):
        if len(above) == len(below) == len(grid.header) and not below[0].text:
            again |= {c for c, cell in enumerate(below) if cell.text and cell.text == above[c].text}
    return {c for c in again if grid.roles[c] in _MERGED}


def _leave_open(placed: Placed, columns: set[int]) -> Placed:
    cells, unsure = placed
    return cells, tuple(sorted({*unsure, *(c for c in columns if not cells[c].text)}))
