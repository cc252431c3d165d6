"""Tell the header of a delimited table, how wide it is, and the title above it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from assistant.schema import Cell
from ingest.tables.cells import cell_kind
from ingest.tables.headers import (
    heads_numbers,
    is_dated_name,
    is_header,
    is_header_name,
    is_second_header,
    is_serial_name,
    is_title,
    opens_chapter,
)
from ingest.tables.lines import Line

# A title is looked for this many lines above its header; a page break is at most so many long.
TITLE_LINES = 4
BREAK_LINES = 8
_FILED = re.compile(
    r"(?:填报|填表|制表|编制|报送)(?:(?:单位|部门|人|日期|时间)|\s{0,3}[:：]).{0,50}"
    r"|[(（]?(?:数据)?截[止至].{2,30}"
)
UNIT_NOTE = re.compile(r"[(（]?(?:计量)?单位\s{0,3}[:：].{1,30}")
_SERIAL = re.compile(r"(|.*[^\d])(\d{1,4})")


def starts_table(lines: Sequence[Line], i: int) -> bool:
    """Tell a header by its words, the rule that Markdown draws below it, or figures below it."""
    texts = line_names(lines[i])
    below = i + 1
    if below < len(lines) and lines[below].rule and len(texts) > 1:
        return "|" in lines[below].text or is_header(texts)
    row = next_row(lines, i)
    if row is None:
        return False
    return (
        is_header(texts)
        or heads_numbers(texts, line_names(lines[row]))
        or _is_upper_header(lines, i, row)
    )


def _is_upper_header(lines: Sequence[Line], i: int, row: int) -> bool:
    """Tell the upper of two header rows: each of its names stands over several of the lower one."""
    width = usual_width(lines, row)
    below = padded(lines[row], lines[i], width)
    names = widened(line_names(lines[i]), width, below)
    if not len(names) == len(below) == width or below[0] or not names[0]:
        return False
    spread = "" in names[1:] and all(a or b for a, b in zip(names, below, strict=True))
    return spread and is_second_header(names, below, width)


def next_row(lines: Sequence[Line], i: int) -> int | None:
    """The next row after line ``i``, past blank lines, drawn lines and chapters only.

    Below a header with serial numbers a lone label is the first group's name, if row 1 follows.
    """
    labels = 0
    for j in range(i + 1, min(i + BREAK_LINES, len(lines))):
        if lines[j].cells is not None:
            first = serial_number(lines[j].cells)
            return j if not labels or first == ("", 1) else None
        if lines[j].text and not lines[j].rule and not opens_chapter(lines[j].text):
            labels += 1
            lone = labels == 1 and cell_kind(lines[j].text) == "label"
            if not (lone and any(map(is_serial_name, line_names(lines[i])))):
                return None
    return None


def line_names(line: Line) -> tuple[str, ...]:
    """The line's cells as header names, empty ones at the end dropped."""
    texts = [cell.text for cell in line.cells or ()]
    while texts and not texts[-1]:
        texts.pop()
    return tuple(texts)


def widened(names: tuple[str, ...], width: int, below: Sequence[str]) -> tuple[str, ...]:
    """Names widened with empty ones where both header rows were cut to their last filled cell."""
    if len(below) == width > len(names) and "" in names:
        return (*names, *[""] * (width - len(names)))
    return names


def padded(line: Line, top: Line, width: int) -> tuple[str, ...]:
    """The cells of a lower header row; a row that keeps its empty cells keeps the table's width.

    Where the upper row has no frame, a delimiter at an end of the lower one is no frame either:
    it stands beside an empty cell.
    """
    texts = tuple(cell.text for cell in line.cells or ())
    if line.framed and not top.framed:
        texts = ("", *texts)
    if line.closed and not top.closed and len(texts) < width:
        texts = (*texts, "")
    return texts[:width] if len(texts) >= width else line_names(line)


def usual_width(lines: Sequence[Line], i: int) -> int:
    """How many cells the rows below line ``i`` usually have."""
    widths: Counter[int] = Counter()
    for line in lines[i + 1 : i + 30]:
        if line.cells is None and line.text and not line.rule:
            break
        if line.cells is not None and not is_header(line_names(line)):
            # A delimiter at the end stands before an empty cell, where the header has none there.
            widths[len(line.cells) + (line.closed and not lines[i].closed)] += 1
    return max(widths, key=lambda width: (widths[width], width)) if widths else 0


def goes_on_below(line: Line, below: Line, width: int) -> bool:
    """Tell a header that a line break has cut in two: both lines together are as wide as the rows.

    "序号 | 项目 | 责任单位 |" and "完成情况 | 备注 |" above rows of five cells.
    """
    names = line_names(below)
    if not line.closed or below.framed or any(map(is_serial_name, names)):
        return False
    named = all(is_header_name(name) or is_dated_name(name) for name in names)
    return named and len(line.cells or ()) + len(below.cells or ()) == width


def name_first(lines: Sequence[Line], i: int, names: tuple[str, ...]) -> tuple[str, ...]:
    """Put an empty name first where the names stand over figures one column further right."""
    row = next_row(lines, i)
    texts = line_names(lines[row]) if row is not None else ()
    if len(texts) == len(names) + 1 and heads_numbers(("", *names), texts):
        return ("", *names)
    return names


def opens_another(lines: Sequence[Line], i: int) -> bool:
    """Tell the header of another table from a row whose cells read like names."""
    texts = line_names(lines[i])
    apart = i > 0 and lines[i - 1].cells is None
    ruled = i + 1 < len(lines) and lines[i + 1].rule
    return ruled or apart or any(is_serial_name(name) for name in texts)


def serial_number(cells: Sequence[Cell] | None) -> tuple[str, int] | None:
    """A row's number, and what stands before it: "5" is ("", 5), "1-3" ("1-", 3)."""
    for cell in (cells or ())[:3]:
        serial = _SERIAL.fullmatch(cell.text)
        if serial and (not serial[1] or cell_kind(cell.text) == "code"):
            return serial[1], int(serial[2])
    return None


def title_above(lines: Sequence[Line], i: int, floor: int) -> int | None:
    """The line of the title above a header, past blank lines and a note on units."""
    for j in range(i - 1, max(floor, i - TITLE_LINES) - 1, -1):
        if lines[j].cells is None and is_title(lines[j].text):
            return j
        if line_names(lines[j])[1:] == () and is_title("".join(line_names(lines[j]))):
            return j  # one cell across the table
        if lines[j].text and not _is_note(lines[j]):
            return None
    return None


def _is_note(line: Line) -> bool:
    """Tell a line on units or on who filed a table, also where its ends stand far apart."""
    parts = [cell.text for cell in line.cells or () if cell.text] or [line.text]
    return all(UNIT_NOTE.fullmatch(part) or _FILED.fullmatch(part) for part in parts)
