"""Pass what stands between the rows of a delimited table: page breaks, headings, rests of cells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.schema import Cell
from ingest.tables.cells import cell_kind, squeeze
from ingest.tables.delimited_headers import (
    BREAK_LINES,
    UNIT_NOTE,
    line_names,
    serial_number,
    starts_table,
)
from ingest.tables.delimited_rows import Found, enter_heading, is_numbered, repeats_header
from ingest.tables.headers import is_header, is_page_number, is_title, opens_chapter
from ingest.tables.lines import Line
from ingest.tables.rows import RawRow
from ingest.tables.wrapped import goes_over

# So many lines of a cell may follow its row.
_CELL_LINES = 40
_CHAPTER_LENGTH = 40
_ENUMERATED = re.compile(r"(?:\d{1,2}[.、．]|[(（]\d{1,2}[)）]|[①-⑳]|[一二三四五六七八九]是)")
_CONTINUED = re.compile(
    r"表[(（]续表?[一二三四五六七八九十\d]*[)）]$|^续表[\d一二三四五六七八九十]*$|表续$"
)
# "市生态环境局" goes on in the next line: "西桥分局" alone is no office.
_BRANCH = re.compile(r"[一-鿿]{0,6}(?:分局|支队|大队|分公司|分中心)")


def pass_plain(text: str, found: Found, lines: Sequence[Line], i: int) -> int:
    """Pass lines without cells that stand inside the table; return ``i`` where the table ends."""
    j = _pass_cell_lines(text, found, lines, i)
    if j != i:
        return j
    chapters: list[Line] = []
    while j < len(lines) and j < i + BREAK_LINES and lines[j].cells is None:
        line = lines[j]
        if opens_chapter(line.text):
            chapters.append(line)
        elif not _is_furniture(found, line) and not _is_title_again(lines, j):
            if len(line.text) > _CHAPTER_LENGTH or "。" in line.text:
                return i
            chapters.append(line)
        j += 1
    if j >= len(lines) or lines[j].cells is None:
        return i
    names = line_names(lines[j])
    if not repeats_header(found, names):
        numbered = all(opens_chapter(chapter.text) for chapter in chapters)
        if (starts_table(lines, j) and is_header(names)) or not (
            numbered or _goes_on(found, lines[j])
        ):
            return i
    for chapter in chapters:
        enter_heading(found, chapter.text, chapter.start)
    return j


def _is_furniture(found: Found, line: Line) -> bool:
    """Tell what a page break leaves between rows: blanks, page numbers, the title once more."""
    return (
        not line.text
        or line.rule
        or is_page_number(line.text)
        or squeeze(line.text) == squeeze(found.title)
        or bool(_CONTINUED.search(squeeze(line.text)))
        or bool(UNIT_NOTE.fullmatch(line.text))
    )


def _is_title_again(lines: Sequence[Line], i: int) -> bool:
    """Tell the title of a document that each page of its table repeats."""
    title = squeeze(lines[i].text)
    return is_title(lines[i].text) and any(squeeze(line.text) == title for line in lines[:i])


def _goes_on(found: Found, line: Line) -> bool:
    """Tell that a row counts on from the last one, so that what stands between is a chapter row."""
    if not found.rows:
        return found.has_serial and serial_number(line.cells) == ("", 1)
    if not found.has_serial:
        return len(line.cells or ()) == len(found.names)
    number, next_number = serial_number(found.rows[-1].cells), serial_number(line.cells)
    if number is None or next_number is None:
        return False
    counts_on = number[0] == next_number[0] and number[1] + 1 == next_number[1]
    return counts_on or (next_number[1] == 1 and "" != number[0] != next_number[0] != "")


def _pass_cell_lines(text: str, found: Found, lines: Sequence[Line], i: int) -> int:
    """Add lines to the last cell of the row above, where that row was left open by a line break."""
    if not found.rows or not found.open_row:
        return i
    above = found.rows[-1]
    partial = len(above.cells) < len(found.names) and (
        is_numbered(above.cells) or not found.has_serial
    )
    j = i
    cut = i > 0 and goes_over(found.wrap, lines[i - 1], lines[i])
    while j < len(lines) and j < i + _CELL_LINES and _is_cell_line(above, lines[j], partial or cut):
        j += 1
        cut = cut and j < len(lines) and goes_over(found.wrap, lines[j - 1], lines[j])
    if j == i:
        return i
    over = goes_over(found.wrap, lines[i - 1], lines[i])
    if not (over or _next_row_near(lines, j) or _ENUMERATED.match(lines[i].text)):
        return i
    last = above.cells[-1]
    end = lines[j - 1].end
    cells = (*above.cells[:-1], Cell(text[last.start : end], last.start, end))
    found.rows[-1] = replace(above, cells=cells, end=end)
    found.end = max(found.end, end)
    return j


def _next_row_near(lines: Sequence[Line], j: int) -> bool:
    """Tell that a row follows, at once or after a page break."""
    return any(line.cells is not None for line in lines[j : j + BREAK_LINES])


def _is_cell_line(above: RawRow, line: Line, partial: bool) -> bool:
    if line.cells is not None or line.rule or not line.text or is_title(line.text):
        return False
    if opens_chapter(line.text) or is_page_number(line.text):
        return False
    kind = cell_kind(above.cells[-1].text)
    if partial or kind == "sentence" or (kind == "unit" and _BRANCH.fullmatch(line.text)):
        return True
    return cell_kind(line.text) == "sentence"
