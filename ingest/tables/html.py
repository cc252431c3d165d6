"""Find HTML tables pasted into plain text and fill the places that rowspan and colspan cover."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.schema import Cell, Table
from ingest.tables.grid import restore_grid

_TABLE = re.compile(r"<table\b[^<>]*>", re.IGNORECASE)
_TABLE_END = re.compile(r"</table\s{0,9}>", re.IGNORECASE)
_TAG = re.compile(r"<(/?)(tr|td|th|caption)\b([^<>]*)>", re.IGNORECASE)
_SPAN = re.compile(r"\b(row|col)span\s{0,3}=\s{0,3}[\"']?\s{0,3}(\d{1,3})", re.IGNORECASE)
_EDGE = re.compile(r"(?:\s|&nbsp;|<[^<>]{0,200}>)+")
_MAX_COLUMNS = 60
_MAX_SPAN = 500


def find_html_tables(text: str) -> list[Table]:
    """Find ``<table>`` markup that stands in a text as text.

    A cell's text is what stands between its tags, markup inside it included: spans count
    characters of the text as it is.
    """
    tables: list[Table] = []
    opened = _TABLE.search(text)
    while opened:
        closed = _TABLE_END.search(text, opened.end())
        end = closed.start() if closed else len(text)
        grid, title, spanning = _read_grid(text, opened.end(), end)
        table = restore_grid(text, grid, title=title, merges_known=spanning) if grid else None
        stop = closed.end() if closed else len(text)
        if table is not None:
            tables.append(
                Table(opened.start(), stop, table.title, table.header, table.headers, table.rows)
            )
        opened = _TABLE.search(text, stop)
    return tables


def _read_grid(text: str, start: int, end: int) -> tuple[list[list[Cell | None]], str, bool]:
    """The grid between two offsets, its caption, and whether any cell spans several places."""
    grid: list[list[Cell | None]] = []
    pending: dict[int, tuple[Cell, int]] = {}
    title = ""
    spanning = False
    for name, attributes, cell in _elements(text, start, end):
        if name == "tr":
            grid.append(_covered(pending))
        elif name == "caption":
            title = cell.text
        else:
            if not grid:
                grid.append([])
            spans = {kind.lower(): int(n) for kind, n in _SPAN.findall(attributes)}
            spanning = spanning or any(n > 1 for n in spans.values())
            _put(grid[-1], pending, cell, spans.get("row", 1), spans.get("col", 1))
    return grid, title, spanning


def _covered(pending: dict[int, tuple[Cell, int]]) -> list[Cell | None]:
    """A new row that holds the cells reaching down into it."""
    row: list[Cell | None] = [None] * (max(pending, default=-1) + 1)
    for column, (cell, left) in list(pending.items()):
        row[column] = cell
        if left > 1:
            pending[column] = (cell, left - 1)
        else:
            del pending[column]
    return row


def _put(
    row: list[Cell | None], pending: dict[int, tuple[Cell, int]], cell: Cell, down: int, across: int
) -> None:
    taken = row.count(None)
    column = row.index(None) if taken else len(row)
    while column < len(row) and row[column] is not None:
        column += 1
    for place in range(column, min(column + across, _MAX_COLUMNS)):
        while len(row) <= place:
            row.append(None)
        row[place] = cell
        if 1 < down <= _MAX_SPAN:
            pending[place] = (cell, down - 1)


def _elements(text: str, start: int, end: int) -> Iterator[tuple[str, str, Cell]]:
    """Rows, cells and the caption in order; a cell left open ends where the next tag stands."""
    tags = list(_TAG.finditer(text, start, end))
    ends = [*(tag.start() for tag in tags[1:]), end]
    for tag, stop in zip(tags, ends, strict=False):
        if not tag[1]:
            yield tag[2].lower(), tag[3], _trim(text, tag.end(), stop)


def _trim(text: str, start: int, end: int) -> Cell:
    """The text between two offsets without white space and tags at its edges."""
    edge = _EDGE.match(text, start, end)
    if edge:
        start = edge.end()
    while end > start:
        if text[end - 1].isspace():
            end -= 1
        elif text[end - 1] == ">" and (opening := text.rfind("<", start, end)) >= 0:
            end = opening
        elif text.endswith("&nbsp;", start, end):
            end -= len("&nbsp;")
        else:
            break
    return Cell(text[start:end], start, end)
