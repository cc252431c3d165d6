"""The lines of a table flattened to one cell a line that hold its cells, and which are numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from assistant.schema import Span
from ingest.tables.align import count_odd
from ingest.tables.cells import CellKind, Role, cell_kind, column_roles, squeeze
from ingest.tables.group_headings import Given, read_heading
from ingest.tables.headers import (
    is_header_name,
    is_page_number,
    is_serial_name,
    is_title,
    opens_chapter,
    update_path,
)
from ingest.tables.lines import OPEN_ENDS, Line
from ingest.tables.numbers import counts_on, name_number, serial_number
from ingest.tables.stacked_blanks import even_rows, parted_rows

_CAPTION = re.compile(r"(?:附[件表]|表)\s?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[:：\s].{2,60}")
_NOTE = re.compile(r"(?:备注|说明|附注|注)\s?[:：].{4,}")  # below a table, and no cell of it
_POINT = re.compile(r"[(（]?(\d{1,2})[)）](?=.)")  # of a list within a cell
_FEWEST_BELOW = 3  # cells of a row that has but its own: what is done, how much, how far
_UNITS: tuple[Role, ...] = ("lead_unit", "support_unit")
_ENDS: tuple[CellKind, ...] = ("status", "number", "mark", "serial")  # what a row's last cell is


@dataclass(frozen=True, slots=True)
class Item:
    """A line that holds a cell.

    ``breaks``: a header or chapter row stands right above it, or the end of a row. ``again``: it
    counts on from a numbered name above it, and begins a row that shares its number. ``parted`` is
    true where blank lines end the rows.
    """

    line: Line
    index: int
    page: int
    path: tuple[str, ...]
    breaks: bool
    serial: bool = False
    again: bool = False
    given: tuple[Given, ...] = ()
    parted: bool = False


def read_items(
    lines: Sequence[Line], i: int, stop: int, names: Sequence[str], headers: list[Span]
) -> list[Item]:
    """The lines below the header that may be cells, up to a line of another layout."""
    items: list[Item] = []
    piped = lines[i - 1].piped  # each cell has its delimiter, one that is left open too
    even = even_rows(lines, i, stop, len(names))
    numbers = {row[0] for row in even}
    even = even or even_rows(lines, i, stop, len(names), numbered=name_number)
    empty = {n for row in even for n in row if not lines[n].text}
    parted = parted_rows(lines, i, stop, len(names))
    stop = max(parted.values()) + 1 if parted else stop
    path: tuple[str, ...] = ()
    given: dict[str, tuple[Given, ...]] = {}
    grouped = _groups_behind_serials(names)
    counted = (0, 0)  # the last number of those that count on from 1, and its part
    numbered = -1  # the line that it is
    breaks = padded = False  # rows filled up at their ends tell nothing of where a cell is empty
    while i < min(stop, len(lines)) and lines[i].cells is None:
        line = lines[i]
        after = _header_at(lines, i, names)
        if after != i:
            headers.append((line.start, lines[after - 1].end))
            breaks = True
            i = after
            continue
        if items and _CAPTION.fullmatch(line.text):
            break  # another table's
        if counted[0] and _NOTE.match(line.text) and not _counts_on(lines, i, stop, counted):
            break
        if number := counts_on(counted, line.text):
            counted, numbered = number, i
        if opens_chapter(line.text) and not (grouped and i > 0 and numbered == i - 1):
            title, given_here = read_heading(line.text, line.start)
            path, breaks = update_path(path, title), True
            given[title] = given_here
        elif (
            line.text or (piped and line.piped and not _opens_row(lines, i, counted)) or i in empty
        ) and not _is_furniture(line):
            told = tuple(field for part in path for field in given.get(part, ()))
            breaks = breaks or i in parted
            item = Item(line, i, len(headers), path, breaks, i in numbers, given=told)
            items.append(replace(item, parted=bool(parted)))
            breaks = False
        padded = padded or line.padding
        i += 1
    return [item for item in items if item.line.text] if padded else items


def _opens_row(lines: Sequence[Line], i: int, counted: tuple[int, int]) -> bool:
    """Tell a bar alone right above the next number: it opens the row, and is no cell left empty."""
    below = lines[i + 1].text if i + 1 < len(lines) else ""
    return not lines[i].text and serial_number(below) == counted[0] + 1


def _groups_behind_serials(names: Sequence[str]) -> bool:
    """Tell a table whose groups have a column right behind the serial numbers: 1 | 一、教育.

    A heading right below a number is then the cell of that column, and no row of its own.
    """
    roles = column_roles(names, [[]] * len(names))
    return roles[:2] == ("serial", "group")


def _counts_on(lines: Sequence[Line], i: int, stop: int, counted: tuple[int, int]) -> bool:
    """Tell that the next row's number comes below a line."""
    return any(counts_on(counted, line.text) for line in lines[i + 1 : stop])


def _is_furniture(line: Line) -> bool:
    return line.rule or (is_page_number(line.text) and "页" in line.text)


def _header_at(lines: Sequence[Line], i: int, names: Sequence[str]) -> int:
    """The index after a repetition of the header at line ``i``, else ``i`` itself."""
    if not is_header_name(lines[i].text):
        return i
    names = [name for name in names if name]
    same = seen = 0
    k = i
    while k < len(lines) and seen < len(names) and k < i + 3 * len(names):
        if lines[k].text:
            same += squeeze(lines[k].text) == squeeze(names[seen])
            seen += 1
        k += 1
    return k if seen == len(names) and same >= len(names) - 1 else i


def mark_serials(items: Sequence[Item], names: Sequence[str]) -> list[Item]:
    """Mark the serial numbers, which count on from the first; drop what follows the last row."""
    marked = list(items)
    starts = _counting(items, names)
    for n in starts:
        marked[n] = replace(items[n], serial=True)
    if starts and items[0].parted:
        return marked
    again = _counted_again(items, starts)
    for n in again:
        marked[n] = replace(items[n], again=True)
    last = starts[-1] if starts else -2
    serial = next(c for c, name in enumerate(names) if is_serial_name(name))
    stop = last + len(names) - serial
    # A cell that is broken behind a comma or the like has more than one line, and so has one that
    # names several units where one column only does.
    units = sum(role in _UNITS for role in column_roles(names, [[]] * len(names)))
    n = last + 1
    while n < min(stop, len(items)):
        stop += goes_on(items[n].line.text)
        stop += is_next_point(items[n - 1].line.text, items[n].line.text)
        stop += units == 1 and n > last + 1 and all(_is_unit(item) for item in items[n - 1 : n + 1])
        n += 1
    for n in range(last + 1, min(stop, len(items))):
        if items[n].breaks or is_title(items[n].line.text):
            stop = n
            break
    if again or _shares_numbers(items, starts, len(names) - serial):
        stop = max(stop, _end_of_run(items, last))
    while stop < len(items) and _runs_on(items[stop - 1], items[stop]):
        stop += 1
    stop = _past_total(marked, stop, len(names))
    return marked[:stop] if last >= 0 else []


def _counted_again(items: Sequence[Item], starts: Sequence[int]) -> list[int]:
    """The items that go on with the numbered names of a group behind how far the last one got.

    "1.甲路", "区城投", "完工", "2.乙路": a road more of the row whose number and group both share.
    """
    found: list[int] = []
    above, number = 0, 0
    for n, item in enumerate(items):
        if n in starts:
            number = 0
        counted = name_number(item.line.text)
        ended = n > 0 and cell_kind(items[n - 1].line.text or "/") in _ENDS
        if number and counted == number + 1 and n - above > 1 and ended:
            found.append(n)
        if counted:
            above, number = n, counted
    return found


def _shares_numbers(items: Sequence[Item], starts: Sequence[int], width: int) -> bool:
    """Tell that several rows share a number, and that no blank line stands among their cells."""
    spans = [b - a for a, b in pairwise(starts)]
    far = sum(span >= width + _FEWEST_BELOW for span in spans)
    return far > 1 and all(
        below.index == above.index + 1 or below.breaks
        for above, below in pairwise(items[starts[0] : starts[-1] + 1])
    )


def _end_of_run(items: Sequence[Item], n: int) -> int:
    """The end of the cells that stand below item ``n`` without a blank line between."""
    while n + 1 < len(items) and items[n + 1].index == items[n].index + 1:
        n += 1
        if items[n].breaks or is_title(items[n].line.text) or _NOTE.match(items[n].line.text):
            return n
    return n + 1


def _counting(items: Sequence[Item], names: Sequence[str]) -> list[int]:
    """The items that are the numbers of rows.

    A table of one office's share leaves numbers out; that is told where no column holds figures.
    """
    roles = column_roles(names, [[]] * len(names))
    share = roles[0] == "serial" and not {"number", "measure", "progress"} & set(roles)
    starts = [n for n, item in enumerate(items) if item.serial]
    expected = (serial_number(items[starts[-1]].line.text) or 0) + 1 if starts else 0
    below = starts[-1] + len(names) if starts else 0  # of rows whose width is known
    parts = 0  # of the rows that share a number: 9-1, 9-2
    for n, item in enumerate(items[below:], below):
        part = counts_on((max(expected - 1, 0), parts), item.line.text)
        number = serial_number(item.line.text)
        if part is not None and part[1] and (not starts or n - starts[-1] >= 2):
            starts.append(n)
            expected, parts = part[0] + 1, part[1]
            continue
        if number is None or (starts and n - starts[-1] < 2):
            continue
        skips = share and number > expected and item.line.text.isdecimal()
        full = skips and starts != [] and _is_full_row(items[starts[-1] : n], roles)
        if not starts or number == expected or full:
            starts.append(n)
            expected, parts = number + 1, 0
    return starts


def _is_full_row(items: Sequence[Item], roles: Sequence[Role]) -> bool:
    """Tell a row that has a cell for each column, one of another sort at most."""
    texts = [item.line.text for item in items]
    return len(texts) == len(roles) and count_odd(texts, roles) <= 1


def goes_on(text: str) -> bool:
    """True for a line broken off; a dash alone stands for an empty cell."""
    return text.endswith(OPEN_ENDS) and cell_kind(text) != "mark"


def is_cut(above: str, below: str) -> bool:
    """Tell a figure that the width of its column cuts, before it or before its unit.

    >>> is_cut("控制在", "900人内"), is_cut("提升4个", "百分点"), is_cut("4个", "5个")
    (True, True, False)
    """
    amount = below[:1].isdigit() and above.endswith(("控制在", "不低于", "不高于", "不超过"))
    return amount or (above.endswith("个") and below.startswith("百分点"))


def is_next_point(above: str, below: str) -> bool:
    """Tell the next point of a list within a cell.

    >>> is_next_point("1)改造老旧小区6个;", "2)加装电梯20台。"), is_next_point("1)", "3)加装电梯。")
    (True, False)
    """
    first, second = _POINT.match(above), _POINT.match(below)
    return first is not None and second is not None and int(second[1]) == int(first[1]) + 1


def _is_unit(item: Item) -> bool:
    return cell_kind(item.line.text) == "unit"


def _past_total(items: list[Item], stop: int, width: int) -> int:
    """The end of the rows with the sums below the last of them, which have no serial number."""
    if stop < len(items) and cell_kind(items[stop].line.text) == "total":
        items[stop] = replace(items[stop], breaks=True)
        last = min(stop + width, len(items))
        stop += 1
        while stop < last and cell_kind(items[stop].line.text) in ("number", "mark", "serial"):
            stop += 1
    return stop


def _runs_on(above: Item, item: Item) -> bool:
    """Tell that the last row's last cell is broken off and goes on in the line right below."""
    broken = cell_kind(above.line.text) == "sentence" and not above.line.text.endswith("。")
    near = item.index == above.index + 1 and not item.breaks
    near = near and item.line.piped == above.line.piped
    return broken and near and item.line.text.endswith(("。", "；"))
