"""Find tables in plain text whose markup is gone, and restore their rows.

Text in, ``Table`` records out: tables with ``|``, with tabs and in Markdown are read here; one cell a
line and pasted HTML have modules of their own. Files that tell their own tables (docx, xlsx) come as
grids to ``restore``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from assistant.schema import Cell, Span, Table
from ingest.tables_cells import squeeze
from ingest.tables_lines import (
    Line,
    is_header,
    is_page_number,
    is_title,
    opens_chapter,
    split_lines,
    update_path,
)
from ingest.tables_restore import restore
from ingest.tables_rows import RawRow

# A header is looked for this many lines above for its title, and a page break may be this long.
_TITLE_LINES = 4
_BREAK_LINES = 6


@dataclass(slots=True)
class _Found:
    """A table while its lines are being collected."""

    names: tuple[str, ...]
    start: int
    end: int
    title: str = ""
    headers: list[Span] = field(default_factory=list)
    rows: list[RawRow] = field(default_factory=list)
    path: tuple[str, ...] = ()
    current: tuple[str, ...] = ()


def find_tables(text: str) -> list[Table]:
    """Find the tables of a text, in order and without overlap."""
    lines = split_lines(text)
    tables: list[Table] = []
    i = 0
    floor = 0
    while i < len(lines):
        if lines[i].cells is None or not _starts_table(lines, i):
            i += 1
            continue
        found, i = _collect(text, lines, i, floor)
        floor = i
        if found.rows:
            tables.append(_finish(text, found))
    return tables


def _finish(text: str, found: _Found) -> Table:
    rows = restore(text, found.names, found.rows)
    return Table(found.start, found.end, found.title, found.names, tuple(found.headers), rows)


def _starts_table(lines: Sequence[Line], i: int) -> bool:
    return is_header(_texts(lines[i]))


def _texts(line: Line) -> tuple[str, ...]:
    """The line's cells as header names, empty ones at the end dropped."""
    texts = [cell.text for cell in line.cells or ()]
    while texts and not texts[-1]:
        texts.pop()
    return tuple(texts)


def _collect(text: str, lines: Sequence[Line], i: int, floor: int) -> tuple[_Found, int]:
    """Collect the table whose header is line ``i``; return it and the index of the line after it."""
    header = _texts(lines[i])
    title = _title_above(lines, i, floor)
    found = _Found(
        header, lines[title].start if title is not None else lines[i].start, lines[i].end
    )
    found.title = lines[title].text if title is not None else ""
    found.headers.append((lines[i].start, lines[i].end))
    i += 1
    while i < len(lines):
        line = lines[i]
        if line.cells is not None:
            names = _texts(line)
            if is_header(names):
                if not _same_table(found.names, names):
                    break
                found.headers.append((line.start, line.end))
                found.current = names if names != found.names else ()
            else:
                _add_row(found, line)
            found.end = max(found.end, line.end)
            i += 1
            continue
        step = _pass_plain(found, lines, i)
        if step == i:
            break
        i = step
    return found, i


def _same_table(names: Sequence[str], other: Sequence[str]) -> bool:
    same = sum(1 for a, b in zip(names, other, strict=False) if squeeze(a) == squeeze(b))
    return len(names) == len(other) and same * 2 >= len(names)


def _add_row(found: _Found, line: Line) -> None:
    cells = line.cells or ()
    filled = [cell for cell in cells if cell.text]
    if not filled:
        return
    if len(filled) == 1 and opens_chapter(filled[0].text):
        found.path = update_path(found.path, filled[0].text)
        return
    page = len(found.headers)
    found.rows.append(
        RawRow(tuple(cells), filled[0].start, filled[-1].end, found.path, page, found.current)
    )


def _pass_plain(found: _Found, lines: Sequence[Line], i: int) -> int:
    """Pass lines without cells that stand inside the table; return ``i`` where the table ends."""
    chapters: list[str] = []
    j = i
    while j < len(lines) and j < i + _BREAK_LINES and lines[j].cells is None:
        line = lines[j]
        if line.text and squeeze(line.text) != squeeze(found.title):
            if opens_chapter(line.text) or (is_title(line.text)):
                chapters.append(line.text)
            elif not is_page_number(line.text):
                return i
        j += 1
    if j >= len(lines) or lines[j].cells is None:
        return i
    names = _texts(lines[j])
    if is_header(names) and not _same_table(found.names, names):
        return i
    for chapter in chapters:
        if opens_chapter(chapter):
            found.path = update_path(found.path, chapter)
    return j


def _title_above(lines: Sequence[Line], i: int, floor: int) -> int | None:
    for j in range(i - 1, max(floor, i - _TITLE_LINES) - 1, -1):
        if lines[j].cells is not None:
            return None
        if is_title(lines[j].text):
            return j
        if lines[j].text and not re.match(r"[(（]?单位[:：]", lines[j].text):
            return None
    return None
