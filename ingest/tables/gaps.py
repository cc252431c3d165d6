"""Tell where a row that has one cell less than its header has its empty one.

Among blanks an empty cell leaves no trace but a wider blank. Where the row stands below its header
as the full rows do, or one blank is far wider than theirs, or the cells fit their columns in one
way only, that is where. Else the columns that a cell may belong to are left open.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from unicodedata import east_asian_width

from assistant.schema import Cell
from ingest.tables.cells import Role, cell_kind, column_roles, fit

_CHARGED: tuple[Role, ...] = ("leader", "lead_unit", "support_unit")
Cells = Sequence[Cell]
_WIDER = 1.5  # times the blanks of full rows: a blank that has an empty cell in it


@dataclass(frozen=True)
class Grid:
    """A table's header and rows; ``full`` are those that have a cell for each name."""

    text: str
    header: Cells
    rows: Sequence[Cells]

    @cached_property
    def full(self) -> list[Cells]:
        """The rows that have a cell for each name of the header."""
        return [row for row in self.rows if len(row) == len(self.header)]

    @cached_property
    def roles(self) -> tuple[Role, ...]:
        """What each column is for."""
        columns = [[cell.text for cell in column] for column in zip(*self.full, strict=True)]
        return column_roles([cell.text for cell in self.header], columns)

    @cached_property
    def sorts(self) -> list[set[str]]:
        """What sorts of cells each column has in full rows."""
        return [{_sort(cell.text) for cell in column} for column in zip(*self.full, strict=True)]

    @cached_property
    def blanks(self) -> set[int]:
        """How wide the blanks of the header and of full rows are."""
        return {blank for row in (self.header, *self.full) for blank in self.blanks_of(row)}

    @cached_property
    def starts(self) -> list[int] | None:
        """Where each column begins on its line, None where the rows do not stand in columns.

        Where all blanks are alike, cells of one width only seem to stand in columns.
        """
        lines = [[self.from_left(cell) for cell in row] for row in (self.header, *self.full)]
        aligned = all(line == lines[0] for line in lines)
        return lines[0] if aligned and len(self.blanks) > 1 else None

    def blanks_of(self, row: Cells) -> list[int]:
        """How wide the blanks between the cells of a row are."""
        pairs = pairwise(row)
        return [width_of(self.text[left.end : right.start]) for left, right in pairs]

    def columns_of(self, row: Cells) -> list[int] | None:
        """The columns below whose beginnings the cells of a row begin, None where one does not."""
        places = [self.from_left(cell) for cell in row]
        if self.starts is None or not set(places) <= set(self.starts):
            return None
        return [self.starts.index(place) for place in places]

    def says_again(self, column: int) -> bool:
        """Tell a column that prints who is in charge though the row above says the same.

        Its cells are not merged, and an empty one is no part of the one above.
        """
        role = self.roles[column]
        named = [{c.text for c in row if fit(role, cell_kind(c.text)) >= 1} for row in self.rows]
        return role in _CHARGED and any(above & below for above, below in pairwise(named))

    def from_left(self, cell: Cell) -> int:
        """How far from the left a cell begins on its line."""
        return width_of(self.text[self.text.rfind("\n", 0, cell.start) + 1 : cell.start])


def close_gap(grid: Grid, row: Cells) -> tuple[tuple[Cell, ...], tuple[int, ...]]:
    """Give a row an empty cell where it lacks one; return it and the columns that are left open.

    Of more than one only a row is known whose cells begin where their columns do.
    """
    count = len(grid.header)
    standing = grid.columns_of(row)
    if standing is not None and len(row) < count - 1:
        return _as_they_stand(grid, row, standing)
    gaps = _gaps(grid, row)
    empty = Cell("", row[-1].end, row[-1].end)
    places: list[Cell] = []
    unknown: list[int] = []
    for column in range(count):
        held = [None if column == gap else row[column - (column > gap)] for gap in gaps]
        known = all(cell == held[0] for cell in held)
        if not known or (held[0] is None and grid.says_again(column)):
            unknown.append(column)
        places.append(held[0] if held[0] and known else empty)
    return tuple(places), tuple(unknown)


def _as_they_stand(
    grid: Grid, row: Cells, columns: Sequence[int]
) -> tuple[tuple[Cell, ...], tuple[int, ...]]:
    held = dict(zip(columns, row, strict=True))
    empty = Cell("", row[-1].end, row[-1].end)
    count = range(len(grid.header))
    unknown = tuple(column for column in count if column not in held and grid.says_again(column))
    return tuple(held.get(column, empty) for column in count), unknown


def place_sums(grid: Grid, row: Cells) -> tuple[Cell, ...]:
    """Put a row of sums under the columns of figures, if it has one for each; else nothing."""
    figures = [
        column
        for column, sorts in enumerate(grid.sorts)
        if "figure" in sorts <= {"figure", "mark"} and grid.roles[column] != "serial"
    ]
    if len(figures) != len(row) - 1 or 0 in figures:
        return ()
    empty = Cell("", row[-1].end, row[-1].end)
    held = dict(zip([0, *figures], row, strict=True))
    return tuple(held.get(column, empty) for column in range(len(grid.header)))


def _gaps(grid: Grid, row: Cells) -> list[int]:
    """The columns that may be the one without a cell."""
    columns = grid.columns_of(row)
    if columns is not None:
        return [column for column in range(len(grid.header)) if column not in columns]
    odd = [_odd(grid, row, gap) for gap in range(len(grid.header))]
    fitting = [gap for gap, count in enumerate(odd) if count == min(odd)]
    blanks = grid.blanks_of(row)
    wide = [n + 1 for n, blank in enumerate(blanks) if blank > _WIDER * max(grid.blanks)]
    if len(wide) != 1:
        return fitting
    return wide if wide[0] in fitting else sorted({*wide, *fitting})


def _odd(grid: Grid, row: Cells, gap: int) -> int:
    """How many cells are of another sort than their columns, were this column the empty one."""
    columns = [column for column in range(len(grid.header)) if column != gap]
    return sum(
        fit(grid.roles[column], cell_kind(cell.text)) < 0
        or not _may_hold(grid.sorts[column], _sort(cell.text))
        for column, cell in zip(columns, row, strict=True)
    )


def _may_hold(sorts: set[str], sort: str) -> bool:
    if sort == "mark" or sort in sorts or sorts <= {"mark"}:
        return True
    return sort == "person" and "words" in sorts  # three characters may name a road as well


def _sort(text: str) -> str:
    kind = cell_kind(text)
    if kind in ("number", "serial", "code"):
        return "figure"
    return kind if kind in ("mark", "person") else "words"


def width_of(words: str) -> int:
    """How many columns of a terminal a text fills: two for each full-width character."""
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in words)
