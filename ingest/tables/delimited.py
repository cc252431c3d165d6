"""Collect the lines of one table whose cells are set apart by ``|``, tabs or blanks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from assistant.schema import Cell, Span
from ingest.tables.cells import cell_kind, squeeze
from ingest.tables.group_headings import Given, read_heading
from ingest.tables.headers import (
    heads_numbers,
    is_header,
    is_page_number,
    is_second_header,
    is_serial_name,
    is_title,
    join_headers,
    opens_chapter,
    update_path,
)
from ingest.tables.lines import OPEN_ENDS, Line
from ingest.tables.rows import RawRow
from ingest.tables.wrapped import NOT_WRAPPED, Wrap, find_wrap, goes_over

# A title is looked for this many lines above its header; a page break is at most so many lines
# long, and so many lines of a cell may follow its row.
_TITLE_LINES = 4
_BREAK_LINES = 8
_CELL_LINES = 40
_CHAPTER_LENGTH = 40
_ENUMERATED = re.compile(r"(?:\d{1,2}[.、．]|[(（]\d{1,2}[)）]|[①-⑳]|[一二三四五六七八九]是)")
_CHAPTER_NUMBER = re.compile(
    r"[一二三四五六七八九十]{1,3}[、.．]?|[(（][一二三四五六七八九十]{1,3}[)）]"
)
_PARTED = re.compile(
    r"[(（]?[一二三四五\d]?[)）、.]?(?:按[一-鿿]{2,10}分(?:类|组)?|分[一-鿿]{2,8})[:：]?"
)
_CONTINUED = re.compile(
    r"表[(（]续表?[一二三四五六七八九十\d]*[)）]$|^续表[\d一二三四五六七八九十]*$|表续$"
)
_FILED = re.compile(
    r"(?:填报|填表|制表|编制|报送)(?:(?:单位|部门|人|日期|时间)|\s{0,3}[:：]).{0,50}"
    r"|[(（]?(?:数据)?截[止至].{2,30}"
)
_UNIT_NOTE = re.compile(r"[(（]?(?:计量)?单位\s{0,3}[:：].{1,30}")

# "市生态环境局" goes on in the next line: "西桥分局" alone is no office.
_BRANCH = re.compile(r"[一-鿿]{0,6}(?:分局|支队|大队|分公司|分中心)")
_SERIAL = re.compile(r"(|.*[^\d])(\d{1,4})")


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


def starts_table(lines: Sequence[Line], i: int) -> bool:
    """Tell a header by its words, the rule that Markdown draws below it, or figures below it."""
    texts = _texts(lines[i])
    below = i + 1
    if below < len(lines) and lines[below].rule and len(texts) > 1:
        return "|" in lines[below].text or is_header(texts)
    row = _next_row(lines, i)
    if row is None:
        return False
    return (
        is_header(texts)
        or heads_numbers(texts, _texts(lines[row]))
        or _is_upper_header(lines, i, row)
    )


def _is_upper_header(lines: Sequence[Line], i: int, row: int) -> bool:
    """Tell the upper of two header rows: each of its names stands over several of the lower one."""
    width = _usual_width(lines, row)
    below = _padded(lines[row], lines[i], width)
    names = _fit(_texts(lines[i]), width, below)
    if not len(names) == len(below) == width or below[0] or not names[0]:
        return False
    spread = "" in names[1:] and all(a or b for a, b in zip(names, below, strict=True))
    return spread and is_second_header(names, below, width)


def _next_row(lines: Sequence[Line], i: int) -> int | None:
    """The next row after line ``i``, past blank lines, drawn lines and chapters only.

    Below a header with serial numbers a lone label is the first group's name, if row 1 follows.
    """
    labels = 0
    for j in range(i + 1, min(i + _BREAK_LINES, len(lines))):
        if lines[j].cells is not None:
            first = _serial_number(lines[j].cells)
            return j if not labels or first == ("", 1) else None
        if lines[j].text and not lines[j].rule and not opens_chapter(lines[j].text):
            labels += 1
            lone = labels == 1 and cell_kind(lines[j].text) == "label"
            if not (lone and any(map(is_serial_name, _texts(lines[i])))):
                return None
    return None


def _texts(line: Line) -> tuple[str, ...]:
    """The line's cells as header names, empty ones at the end dropped."""
    texts = [cell.text for cell in line.cells or ()]
    while texts and not texts[-1]:
        texts.pop()
    return tuple(texts)


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
            step = _pass_plain(text, found, lines, i)
            if step == i:
                break
            i = step
            continue
        names = _texts(line)
        if _repeats(found, names):
            found.headers.append((line.start, line.end))
            if len(names) == len(found.names) and names not in found.header_texts:
                found.current = names
            elif names == found.names:
                found.current = ()
            found.open_row = False
        elif is_header(names) and _opens_another(lines, i):
            break
        else:
            _add_row(text, found, line, _next_number(lines, i))
        found.end = max(found.end, line.end)
        i += 1
    if above is not None:
        _claim_chapter(found, lines[above])
    return found, i


def _chapter_above(lines: Sequence[Line], i: int, floor: int) -> int | None:
    """The numbered heading right above the header: a chapter row if others follow below."""
    for j in range(i - 1, max(floor, i - _TITLE_LINES) - 1, -1):
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
    names = _texts(lines[i])
    title = title_above(lines, above, floor)
    start = lines[title].start if title is not None else lines[i].start
    found = Found(names, start, lines[i].end, lines[title].text if title is not None else "")
    found.header_texts = (names,)
    found.framed, found.closed = lines[i].framed, lines[i].closed
    last = i
    second = _next_row(lines, i)
    width = _usual_width(lines, i)
    below = _padded(lines[second], lines[i], width) if second is not None else ()
    if second is not None and is_second_header(names, below, width):
        found.names = join_headers(_fit(names, width, below), below, width)
        found.header_texts = (names, _texts(lines[second]))
        last = second
    elif width == len(names) + 1 and not any(is_serial_name(name) for name in names):
        found.names = _name_first(lines, i, names)
    found.has_serial = any(is_serial_name(name) for name in found.names)
    found.wrap = find_wrap(lines, last + 1, len(found.names))
    found.headers.append((lines[i].start, lines[last].end))
    found.end = lines[last].end
    return found, last + 1


def _fit(names: tuple[str, ...], width: int, below: Sequence[str]) -> tuple[str, ...]:
    """Names widened with empty ones where both header rows were cut to their last filled cell."""
    if len(below) == width > len(names) and "" in names:
        return (*names, *[""] * (width - len(names)))
    return names


def _padded(line: Line, top: Line, width: int) -> tuple[str, ...]:
    """The cells of a lower header row; a row that keeps its empty cells keeps the table's width.

    Where the upper row has no frame, a delimiter at an end of the lower one is no frame either:
    it stands beside an empty cell.
    """
    texts = tuple(cell.text for cell in line.cells or ())
    if line.framed and not top.framed:
        texts = ("", *texts)
    if line.closed and not top.closed and len(texts) < width:
        texts = (*texts, "")
    return texts[:width] if len(texts) >= width else _texts(line)


def _usual_width(lines: Sequence[Line], i: int) -> int:
    """How many cells the rows below line ``i`` usually have."""
    widths: Counter[int] = Counter()
    for line in lines[i + 1 : i + 30]:
        if line.cells is None and line.text and not line.rule:
            break
        if line.cells is not None and not is_header(_texts(line)):
            # A delimiter at the end stands before an empty cell, where the header has none there.
            widths[len(line.cells) + (line.closed and not lines[i].closed)] += 1
    return max(widths, key=lambda width: (widths[width], width)) if widths else 0


def _name_first(lines: Sequence[Line], i: int, names: tuple[str, ...]) -> tuple[str, ...]:
    """Put an empty name first where the names stand over figures one column further right."""
    row = _next_row(lines, i)
    texts = _texts(lines[row]) if row is not None else ()
    if len(texts) == len(names) + 1 and heads_numbers(("", *names), texts):
        return ("", *names)
    return names


def _repeats(found: Found, names: tuple[str, ...]) -> bool:
    """Tell a repetition of the header, whose first name may differ from part to part (002)."""
    squeezed = [squeeze(name) for name in names]
    for texts in found.header_texts:
        same = sum(1 for a, b in zip(texts, squeezed, strict=False) if squeeze(a) == b != "")
        if len(names) == len(texts) and same == len(names):
            return True
        if len(names) == len(texts) and 2 * same >= len(names) and is_header(names):
            return True
    return False


def _opens_another(lines: Sequence[Line], i: int) -> bool:
    """Tell the header of another table from a row whose cells read like names."""
    texts = _texts(lines[i])
    apart = i > 0 and lines[i - 1].cells is None
    ruled = i + 1 < len(lines) and lines[i + 1].rule
    return ruled or apart or any(is_serial_name(name) for name in texts)


def _next_number(lines: Sequence[Line], i: int) -> str:
    """The first cell of the row below line ``i``, "" without one."""
    row = _next_row(lines, i)
    cells = lines[row].cells if row is not None else None
    return cells[0].text if cells else ""


def _add_row(text: str, found: Found, line: Line, next_number: str) -> None:
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
    _enter(found, title.text, title.start, number)


def _enter(found: Found, heading: str, start: int, number: str = "") -> None:
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
        return _has_serial(above) and not _has_serial(cells)
    return above[-1].text.endswith(OPEN_ENDS)


def _has_serial(cells: Sequence[Cell]) -> bool:
    return any(cell.text and cell_kind(cell.text) in ("serial", "code") for cell in cells[:3])


def _pass_plain(text: str, found: Found, lines: Sequence[Line], i: int) -> int:
    """Pass lines without cells that stand inside the table; return ``i`` where the table ends."""
    j = _pass_cell_lines(text, found, lines, i)
    if j != i:
        return j
    chapters: list[Line] = []
    while j < len(lines) and j < i + _BREAK_LINES and lines[j].cells is None:
        line = lines[j]
        if opens_chapter(line.text):
            chapters.append(line)
        elif not _is_furniture(found, line):
            if len(line.text) > _CHAPTER_LENGTH or "。" in line.text:
                return i
            chapters.append(line)
        j += 1
    if j >= len(lines) or lines[j].cells is None:
        return i
    names = _texts(lines[j])
    if not _repeats(found, names):
        numbered = all(opens_chapter(chapter.text) for chapter in chapters)
        if (starts_table(lines, j) and is_header(names)) or not (
            numbered or _goes_on(found, lines[j])
        ):
            return i
    for chapter in chapters:
        _enter(found, chapter.text, chapter.start)
    return j


def _is_furniture(found: Found, line: Line) -> bool:
    """Tell what a page break leaves between rows: blanks, page numbers, the title once more."""
    return (
        not line.text
        or line.rule
        or is_page_number(line.text)
        or squeeze(line.text) == squeeze(found.title)
        or bool(_CONTINUED.search(squeeze(line.text)))
        or bool(_UNIT_NOTE.fullmatch(line.text))
    )


def _goes_on(found: Found, line: Line) -> bool:
    """Tell that a row counts on from the last one, so that what stands between is a chapter row."""
    if not found.rows:
        return found.has_serial and _serial_number(line.cells) == ("", 1)
    if not found.has_serial:
        return len(line.cells or ()) == len(found.names)
    number, next_number = _serial_number(found.rows[-1].cells), _serial_number(line.cells)
    if number is None or next_number is None:
        return False
    counts_on = number[0] == next_number[0] and number[1] + 1 == next_number[1]
    return counts_on or (next_number[1] == 1 and "" != number[0] != next_number[0] != "")


def _serial_number(cells: Sequence[Cell] | None) -> tuple[str, int] | None:
    """A row's number, and what stands before it: "5" is ("", 5), "1-3" ("1-", 3)."""
    for cell in (cells or ())[:3]:
        serial = _SERIAL.fullmatch(cell.text)
        if serial and (not serial[1] or cell_kind(cell.text) == "code"):
            return serial[1], int(serial[2])
    return None


def _pass_cell_lines(text: str, found: Found, lines: Sequence[Line], i: int) -> int:
    """Add lines to the last cell of the row above, where that row was left open by a line break."""
    if not found.rows or not found.open_row:
        return i
    above = found.rows[-1]
    partial = len(above.cells) < len(found.names) and (
        _has_serial(above.cells) or not found.has_serial
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
    return any(line.cells is not None for line in lines[j : j + _BREAK_LINES])


def _is_cell_line(above: RawRow, line: Line, partial: bool) -> bool:
    if line.cells is not None or line.rule or not line.text or is_title(line.text):
        return False
    if opens_chapter(line.text) or is_page_number(line.text):
        return False
    kind = cell_kind(above.cells[-1].text)
    if partial or kind == "sentence" or (kind == "unit" and _BRANCH.fullmatch(line.text)):
        return True
    return cell_kind(line.text) == "sentence"


def title_above(lines: Sequence[Line], i: int, floor: int) -> int | None:
    """The line of the title above a header, past blank lines and a note on units."""
    for j in range(i - 1, max(floor, i - _TITLE_LINES) - 1, -1):
        if lines[j].cells is None and is_title(lines[j].text):
            return j
        if lines[j].text and not _is_note(lines[j]):
            return None
    return None


def _is_note(line: Line) -> bool:
    """Tell a line on units or on who filed a table, also where its ends stand far apart."""
    parts = [cell.text for cell in line.cells or () if cell.text] or [line.text]
    return all(_UNIT_NOTE.fullmatch(part) or _FILED.fullmatch(part) for part in parts)
