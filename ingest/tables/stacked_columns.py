"""The columns of a table flattened to one cell a line, for a width that its header may have."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.tables.cells import cell_kind

FIGURES = ("number", "serial", "code", "mark")
_ROWS = 8  # so many rows tell


def full_rows(cells: Sequence[str], width: int) -> list[Sequence[str]]:
    """The first rows of so many cells each; the last one may be cut, and is left out."""
    rows = [cells[at : at + width] for at in range(0, min(len(cells), width * _ROWS), width)]
    return [row for row in rows if len(row) == width]


def regularity(cells: Sequence[str], width: int) -> float:
    """How alike the cells of each column are in the first rows of a table of so many columns."""
    rows = full_rows(cells, width)
    if len(rows) < 2:
        return 0.0
    alike = 0
    for column in zip(*rows, strict=True):
        figures = sum(cell_kind(cell) in FIGURES for cell in column)
        measures = sum(cell_kind(cell) == "measure" for cell in column)
        alike += max(figures, measures, len(rows) - figures - measures)
    # Where no cell is of another sort than the rest, any width looks regular.
    return round(alike / (width * len(rows)), 3)
