"""Add lines to a delimited table: rows, rows cut by a line break, headings across the table."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from assistant.schema import Cell, Span
from ingest.tables.cells import cell_kind, squeeze
from ingest.tables.group_headings import Given, read_heading
from ingest.tables.headers import is_header, is_serial_name, opens_chapter, update_path
from ingest.tables.lines import OPEN_ENDS, Line
from ingest.tables.rows import RawRow
from ingest.tables.wrapped import NOT_WRAPPED, Wrap

_CHAPTER_NUMBER = re.compile(
    r"[一二三四五六七八九十]{1,3}[、.．]?|[(（][一二三四五六七八九十]{1,3}[)）]"
)
_PARTED = re.compile(
    r"[(（]?[一二三四五\d]?[)）、.]?(?:按[一-鿿]{2,10}分(?:类|组)?|分[一-鿿]{2,8})[:：]?"
)


@dataclass(slots=True)
class Found:
    """A table while its lines are being collected."""

    names: tuple[str, ...]
    start: int
    end: int
    title: str = ""
    header_texts: tuple[tuple[str, ...], ...] = ()
    headers: list[Span] = field(default_factory=list)
    rows: list[RawRow] = field(default_factory=list)
    path: tuple[str, ...] = ()
    given: dict[str, tuple[Given, ...]] = field(default_factory=dict)
    current: tuple[str, ...] = ()
    open_row: bool = False
    has_serial: bool = False
    framed: bool = False
    closed: bool = False
    wrap: Wrap = NOT_WRAPPED


def repeats_header(found: Found, names: tuple[str, ...]) -> bool:
    """Tell a repetition of the header, whose first name may differ from part to part (002)."""
    squeezed = [squeeze(name) for name in names]
    for texts in found.header_texts:
        same = sum(1 for a, b in zip(texts, squeezed, strict=False) if squeeze(a) == b != "")
        if len(names) == len(texts) and same == len(names):
            return True
        if len(names) == len(texts) and 2 * same >= len(names) and is_header(names):
            return True
    return False


def add_row(text: str, found: Found, line: Line, next_number: str) -> None:
    """Add a line with cells: a row, the rest of one, or a heading; ``next_number`` stands below."""
    cells = line.cells or ()
    if line.framed and not found.framed and len(cells) < len(found.names):
        # The header has no delimiter before it, so this one stands behind an empty first cell.
        cells = (Cell("", line.start, line.start), *cells)
    if line.closed and not found.closed and len(cells) == len(found.names) - 1:
        cells = (*cells, Cell("", line.end, line.end))
    filled = [cell for cell in cells if cell.text]
    if not filled:
        return
    if _is_chapter_row(found, cells, filled) or _heads_coded(found, filled, next_number):
        _enter_row(found, filled)
        found.open_row = False
        return
    if _sums_chapter(found, cells, filled):
        found.path = update_path(found.path, filled[0].text)
    if found.open_row and _completes(found, line):
        above = found.rows.pop()
        joint = Cell(
            text[above.cells[-1].start : cells[0].end], above.cells[-1].start, cells[0].end
        )
        cells = (*above.cells[:-1], joint, *cells[1:])
        filled = [cell for cell in cells if cell.text]
    page = len(found.headers)
    given = tuple(field for part in found.path for field in found.given.get(part, ()))
    start, end = filled[0].start, filled[-1].end
    raw = RawRow(tuple(cells), start, end, found.path, page, found.current, given, line.open)
    found.rows.append(raw)
    found.open_row = not line.closed and bool(cells[-1].text)


def _enter_row(found: Found, filled: Sequence[Cell]) -> None:
    """Enter the heading of a chapter row, put together where its number has a cell of its own."""
    title = filled[0 if _heads_parts(filled) else -1]
    number = filled[0].text if filled[0].text != title.text else ""
    if number and not number.endswith((")", "）")):
        number = f"{number.strip('、.．')}、"
    enter_heading(found, title.text, title.start, number)


def enter_heading(found: Found, heading: str, start: int, number: str = "") -> None:
    """Let the rows below stand under a heading, with what it says of them."""
    title, given = read_heading(heading, start)
    title = number + title
    found.path = update_path(found.path, title)
    found.given[title] = given


def _is_chapter_row(found: Found, cells: Sequence[Cell], filled: Sequence[Cell]) -> bool:
    """Tell a row that is one cell across the table, printed once or in every column."""
    if len(filled) == 2 and _CHAPTER_NUMBER.fullmatch(filled[0].text):
        return found.has_serial and cell_kind(filled[1].text) == "label"
    if _heads_parts(filled):
        return True
    if len({cell.text for cell in filled}) > 1:
        return False
    if opens_chapter(filled[0].text) or len(filled) > 2:
        return True
    alone = len(filled) == 1 and cells[0].text != "" and len(cells) > 1
    return alone and is_serial_name(found.names[0]) and cell_kind(filled[0].text) == "label"


def _heads_parts(filled: Sequence[Cell]) -> bool:
    """Tell a row that only says how those below it are parted: "分行业 | -- | --"."""
    marks = all(cell_kind(cell.text) == "mark" for cell in filled[1:])
    return len(filled) > 1 and marks and bool(_PARTED.fullmatch(squeeze(filled[0].text)))


def _sums_chapter(found: Found, cells: Sequence[Cell], filled: Sequence[Cell]) -> bool:
    """Tell a chapter's row that gives its sums: "一、产业类(4个) | | | 486000 | 118000"."""
    figures = all(cell_kind(cell.text) in ("number", "serial", "mark") for cell in filled[1:])
    heads = found.has_serial and cells[0].text != "" and opens_chapter(filled[0].text)
    return heads and figures and is_serial_name(found.names[0])


def _heads_coded(found: Found, filled: Sequence[Cell], next_number: str) -> bool:
    """Tell the heading of rows that carry its number: "2 | 海洋经济" above "2-1 | 新建码头 | …"."""
    if not found.has_serial or len(filled) != 2 or not filled[0].text.isdecimal():
        return False
    first = re.fullmatch(rf"{filled[0].text}[-—–.．]0?1", next_number)
    return first is not None and cell_kind(filled[1].text) in ("label", "sentence", "unit")


def _completes(found: Found, line: Line) -> bool:
    """Tell the rest of a row that a line break inside a cell has cut in two."""
    above = found.rows[-1].cells
    cells = line.cells or ()
    width = len(found.names)
    if len(above) + len(cells) - 1 > width or max(len(above), len(cells)) >= width:
        return False
    if found.has_serial:
        return is_numbered(above) and not is_numbered(cells)
    return above[-1].text.endswith(OPEN_ENDS)


def is_numbered(cells: Sequence[Cell]) -> bool:
    """Whether a row begins with a serial number or a code."""
    return any(cell.text and cell_kind(cell.text) in ("serial", "code") for cell in cells[:3])
