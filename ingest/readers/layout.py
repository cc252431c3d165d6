"""Lays out what a file's markup holds as text: one line a paragraph, one line a table row.

Offsets of cells are counted while the text grows, so that tables keep both their merge information
and their place in the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from assistant.schema import Cell, Table
from ingest.tables.grid import restore_grid
from ingest.tables.headers import is_header, is_title

_BLANKS = re.compile(r"\s+")
_SEPARATOR = " | "
# A sheet formatted to its last row claims a million empty ones.
_MOST_ROWS = 100_000


@dataclass(eq=False, slots=True)
class GridCell:
    """A cell of a grid. A merged one stands in every place it covers, as the same object."""

    text: str


Grid = Sequence[Sequence[GridCell | None]]


@dataclass(slots=True)
class _Waiting:
    """A grid whose text is written and whose rows are restored when the whole text is there."""

    cells: list[list[Cell | None]]
    title: str
    merges_known: bool


@dataclass(slots=True)
class Layout:
    """The text of a document as it grows line by line."""

    _parts: list[str] = field(default_factory=list)
    _length: int = 0
    _grids: list[_Waiting] = field(default_factory=list)
    _last: str = ""

    def line(self, text: str) -> None:
        """Add a paragraph; line ends inside it stay, blanks at the ends of lines go."""
        text = "\n".join(line.strip() for line in text.strip().splitlines())
        if text:
            self._add(text + "\n")
            self._last = text

    def heading(self, text: str, level: int) -> None:
        """Add a heading in Markdown, which the outline reads."""
        text = _BLANKS.sub(" ", text).strip()
        if text:
            self._add(f"{'#' * min(level, 6)} {text}\n")
            self._last = text

    def grid(self, grid: Grid, *, title: str = "", merges_known: bool = True) -> None:
        """Add a table, one line a row, each merged cell once where it begins.

        Without a title of its own it takes the line above, if that reads like one.
        """
        placed: dict[int, Cell] = {}
        rows: list[list[Cell | None]] = []
        for row in grid[:_MOST_ROWS]:
            if any(cell is not None for cell in row):
                rows.append(self._row(row, placed))
        if rows:
            title = title or (self._last if is_title(self._last) else "")
            self._grids.append(_Waiting(rows, title, merges_known))
            self._add("\n")
        self._last = ""

    def finish(self) -> tuple[str, tuple[Table, ...]]:
        """Return the text and the tables restored."""
        text = "".join(self._parts)
        tables = []
        for waiting in self._grids:
            for rows in _cut(waiting.cells):
                table = restore_grid(
                    text, rows, title=waiting.title, merges_known=waiting.merges_known
                )
                if table is not None and table.rows:
                    tables.append(table)
        return text, tuple(tables)

    def _row(self, row: Sequence[GridCell | None], placed: dict[int, Cell]) -> list[Cell | None]:
        """Write a row and return its cells; those written in a row above keep their place there."""
        cells: list[Cell | None] = []
        last = max(at for at, cell in enumerate(row) if cell is not None)
        for column, cell in enumerate(row[: last + 1]):
            if column:
                self._add(_SEPARATOR)
            if cell is not None and id(cell) not in placed:
                text = _BLANKS.sub(" ", cell.text).strip()
                placed[id(cell)] = Cell(text, self._length, self._length + len(text))
                self._add(text)
            cells.append(placed[id(cell)] if cell is not None else None)
        self._add("\n")
        return cells

    def _add(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)


def _cut(rows: list[list[Cell | None]]) -> list[list[list[Cell | None]]]:
    """Cut where another table begins below the first: a new header of other words."""
    cuts = [0]
    seen: tuple[str, ...] = ()
    for number, row in enumerate(rows):
        texts = tuple(cell.text if cell else "" for cell in row)
        if sum(map(bool, texts)) > 1 and is_header(texts):
            follows = number and rows[number - 1] and is_header(_texts(rows[number - 1]))
            if seen and set(texts) != set(seen) and not follows:
                cuts.append(number)
            seen = texts
    return [rows[a:b] for a, b in zip(cuts, [*cuts[1:], len(rows)], strict=True)]


def _texts(row: Sequence[Cell | None]) -> tuple[str, ...]:
    return tuple(cell.text if cell else "" for cell in row)
