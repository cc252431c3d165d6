"""Make a table of a grid whose merged cells are filled from the file's own information.

For readers of docx, xlsx and html, and for HTML pasted into text: each row is a list of cells (None
where there is nothing), a merged cell standing in every place that it covers.
"""

from __future__ import annotations

from collections.abc import Sequence

from assistant.schema import Cell, Table
from ingest.tables.group_headings import Given, read_heading
from ingest.tables.headers import (
    heads_numbers,
    is_header,
    is_second_header,
    is_title,
    join_headers,
    update_path,
)
from ingest.tables.restore import restore
from ingest.tables.rows import RawRow, name_columns

Grid = Sequence[Sequence[Cell | None]]

_SEARCHED_ROWS = 6


def restore_grid(
    text: str, grid: Grid, *, title: str = "", merges_known: bool = True
) -> Table | None:
    """Find title, header and chapter rows in a grid and restore its rows; None without a header.

    Args:
        text: the text that the cells' spans refer to.
        grid: the rows; a cell that covers several places stands in each.
        title: a caption known from elsewhere.
        merges_known: an empty place is an empty cell; else it may belong to a merged one.
    """
    rows = [[cell if cell and cell.text else None for cell in row] for row in grid]
    rows = [row for row in rows if any(row)]
    head = _find_header(rows)
    if head is None:
        return None
    width = max(len(row) for row in rows)
    texts = _texts(rows[head], width)
    names, last = texts, head
    if head + 1 < len(rows) and _shares_header(rows[head], rows[head + 1], width):
        names, last = join_headers(texts, _texts(rows[head + 1], width), width), head + 1
    above = [row for row in rows[:head] if _only_cell(row)]
    title = title or " ".join(cell.text for row in above if (cell := _only_cell(row)))
    header_cells = [cell for row in rows[head : last + 1] for cell in row if cell]
    spans = [(min(c.start for c in header_cells), max(c.end for c in header_cells))]
    raw_rows = _raw_rows(rows[last + 1 :], texts, spans)
    everything = [cell for row in rows for cell in row if cell]
    return Table(
        min(cell.start for cell in everything),
        max(cell.end for cell in everything),
        title,
        name_columns(names),
        tuple(spans),
        restore(text, names, raw_rows, merges_known=merges_known),
    )


def _find_header(rows: Sequence[Sequence[Cell | None]]) -> int | None:
    """The header row, by its words or by the figures below it."""
    first = [i for i, row in enumerate(rows[:_SEARCHED_ROWS]) if not _only_cell(row)]
    for i in first:
        if is_header(_texts(rows[i], 0)):
            return i
    for i in first:
        if i + 1 < len(rows) and heads_numbers(_texts(rows[i], 0), _texts(rows[i + 1], 0)):
            return i
    return None


def _shares_header(top: Sequence[Cell | None], below: Sequence[Cell | None], width: int) -> bool:
    """Tell two header rows by the cells that both share, or by their words."""
    shared = any(a is not None and a == b for a, b in zip(top, below, strict=False))
    spanning = len({cell for cell in top if cell}) < sum(1 for cell in top if cell)
    if shared and spanning:
        return True
    return is_second_header(_texts(top, width), _texts(below, width), width)


def _texts(row: Sequence[Cell | None], width: int) -> tuple[str, ...]:
    texts = [cell.text if cell else "" for cell in row]
    return (*texts, *[""] * (width - len(texts)))


def _only_cell(row: Sequence[Cell | None]) -> Cell | None:
    """The cell of a row that has but one, spread over several places or alone."""
    cells = {cell for cell in row if cell}
    return next(iter(cells)) if len(cells) == 1 else None


def _raw_rows(
    rows: Sequence[Sequence[Cell | None]], header: tuple[str, ...], spans: list[tuple[int, int]]
) -> list[RawRow]:
    path: tuple[str, ...] = ()
    given: dict[str, tuple[Given, ...]] = {}
    raw_rows: list[RawRow] = []
    seen = spans[-1][1]
    for row in rows:
        only = _only_cell(row)
        own = [cell for cell in row if cell and cell.start >= seen]
        if _texts(row, len(header)) == header:
            spans.append((min(c.start for c in own), max(c.end for c in own)) if own else spans[0])
        elif only and (sum(1 for cell in row if cell) > 1 or row[0]) and len(row) > 1:
            if not is_title(only.text):
                heading, fields = read_heading(only.text, only.start)
                path = update_path(path, heading)
                given[heading] = fields
        elif own:
            cells = tuple(cell or Cell("", own[0].start, own[0].start) for cell in row)
            start, end = min(c.start for c in own), max(c.end for c in own)
            told = tuple(field for part in path for field in given.get(part, ()))
            raw_rows.append(RawRow(cells, start, end, path, len(spans), given=told))
        seen = max([seen, *(cell.end for cell in own)])
    return raw_rows
