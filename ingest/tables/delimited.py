"""Collect the lines of one table whose cells are set apart by ``|``, tabs or blanks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ingest.tables.delimited_breaks import pass_plain
from ingest.tables.delimited_headers import (
    TITLE_LINES,
    goes_on_below,
    line_names,
    name_first,
    next_row,
    opens_another,
    padded,
    title_above,
    usual_width,
    widened,
)
from ingest.tables.delimited_rows import Found, add_row, repeats_header
from ingest.tables.group_headings import read_heading
from ingest.tables.headers import (
    is_header,
    is_second_header,
    is_serial_name,
    join_headers,
    opens_chapter,
)
from ingest.tables.lines import Line
from ingest.tables.wrapped import find_wrap


def collect_table(text: str, lines: Sequence[Line], i: int, floor: int) -> tuple[Found, int]:
    """Collect the table whose header is line ``i``; return it and the index after it."""
    above = _chapter_above(lines, i, floor)
    found, i = _open_table(lines, i if above is None else above, i, floor)
    while i < len(lines):
        line = lines[i]
        if line.rule:
            i += 1
            continue
        if line.cells is None:
            step = pass_plain(text, found, lines, i)
            if step == i:
                break
            i = step
            continue
        names = line_names(line)
        if repeats_header(found, names):
            found.headers.append((line.start, line.end))
            if len(names) == len(found.names) and names not in found.header_texts:
                found.current = names
            elif names == found.names:
                found.current = ()
            found.open_row = False
        elif is_header(names) and opens_another(lines, i):
            break
        else:
            add_row(text, found, line, _next_number(lines, i))
        found.end = max(found.end, line.end)
        i += 1
    if above is not None:
        _claim_chapter(found, lines[above])
    return found, i


def _chapter_above(lines: Sequence[Line], i: int, floor: int) -> int | None:
    """The numbered heading right above the header: a chapter row if others follow below."""
    for j in range(i - 1, max(floor, i - TITLE_LINES) - 1, -1):
        if lines[j].text:
            return j if lines[j].cells is None and opens_chapter(lines[j].text) else None
    return None


def _claim_chapter(found: Found, line: Line) -> None:
    """Give the first rows the heading above the header, or leave it outside the table."""
    if any(row.path for row in found.rows):
        found.start = min(found.start, line.start)
        title, given = read_heading(line.text, line.start)
        found.rows = [
            row if row.path else replace(row, path=(title,), given=given) for row in found.rows
        ]
    else:
        found.start, found.title = found.headers[0][0], ""


def _open_table(lines: Sequence[Line], above: int, i: int, floor: int) -> tuple[Found, int]:
    names = line_names(lines[i])
    title = title_above(lines, above, floor)
    start = lines[title].start if title is not None else lines[i].start
    title_text = lines[title].text.strip("|\t ") if title is not None else ""
    found = Found(names, start, lines[i].end, title_text)
    found.header_texts = (names,)
    found.framed, found.closed = lines[i].framed, lines[i].closed
    last = i
    second = next_row(lines, i)
    width = usual_width(lines, i)
    below = padded(lines[second], lines[i], width) if second is not None else ()
    if second is not None and goes_on_below(lines[i], lines[second], width):
        found.names = (*names, *line_names(lines[second]))
        found.header_texts = (found.names, names)
        last = second
    elif second is not None and is_second_header(names, below, width):
        found.names = join_headers(widened(names, width, below), below, width)
        found.header_texts = (names, line_names(lines[second]))
        last = second
    elif width == len(names) + 1 and not any(is_serial_name(name) for name in names):
        found.names = name_first(lines, i, names)
    found.has_serial = any(is_serial_name(name) for name in found.names)
    found.wrap = find_wrap(lines, last + 1, len(found.names))
    found.headers.append((lines[i].start, lines[last].end))
    found.end = lines[last].end
    return found, last + 1


def _next_number(lines: Sequence[Line], i: int) -> str:
    """The first cell of the row below line ``i``, "" without one."""
    row = next_row(lines, i)
    cells = lines[row].cells if row is not None else None
    return cells[0].text if cells else ""
