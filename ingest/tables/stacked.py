"""Read tables flattened to one cell a line: the header's names, then the cells, each alone.

Which column a line belongs to, and where a row ends, is the best path through the columns: cells
should be what their column holds, rows should leave out only what merged cells leave out, and
serial numbers, where there are any, begin a row each.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.schema import Cell, Span, Table
from ingest.tables.align import count_odd
from ingest.tables.cells import Role, cell_kind, column_roles, fit, squeeze
from ingest.tables.headers import (
    is_dated_name,
    is_header,
    is_header_name,
    is_page_number,
    is_serial_name,
    is_title,
    opens_chapter,
    update_path,
)
from ingest.tables.lines import OPEN_ENDS, Line
from ingest.tables.restore import restore
from ingest.tables.rows import RawRow

_MAX_NAMES = 14
_PROBE_LINES = 240
# What a row pays for a column that it leaves out, and a line for joining the cell above it.
_SKIP_MERGED = 0.35
_SKIP = 1.0
_JOIN_SENTENCE = 0.7
_JOIN = 2.0
_JOIN_OPEN = 0.0
_SERIAL = 4.0
# So many labels of the first row may read like names of the header; so many rows tell.
_LABELS, _ROWS = 2, 8
_SHORT_NAME = 8
_FEWEST_TOLD = 3  # rows of which each column has one sort of cells, where a header is moved
_HAN = "一二三四五六七八九"
_HAN_NUMBER = re.compile(r"[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九]")
_CAPTION = re.compile(r"(?:附[件表]|表)\s?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[:：\s].{2,60}")
_MERGED: tuple[Role, ...] = ("group", "leader", "lead_unit", "support_unit")


@dataclass(frozen=True, slots=True)
class _Item:
    """A line that holds a cell. ``breaks``: a header or chapter row stands right above it."""

    line: Line
    index: int
    page: int
    path: tuple[str, ...]
    breaks: bool
    serial: bool = False


def read_stacked(text: str, lines: Sequence[Line], i: int) -> tuple[Table, int] | None:
    """Read the stacked table whose first header name is line ``i``.

    Returns:
        The table and the index of the line after it, or None if no such table begins here.
    """
    header = _header_lines(lines, i)
    if header is None:
        return None
    names = tuple(lines[k].text for k in header)
    first = (lines[header[0]].start, lines[header[-1]].end)
    # What is no table must not be read to the end of the text each time it seems to begin.
    below = header[-1] + 1
    if len(_read_rows(lines, below, below + _PROBE_LINES, names, [first])) < 2:
        return None
    rows, headers = _read_to_end(lines, below, names, first)
    if len(rows) < 2:
        return None
    end = max(item.line.end for row in rows for item, _ in row)
    raw_rows = [_raw_row(text, row, len(names)) for row in rows]
    spans = tuple(span for span in headers if span[1] <= end)
    table = Table(lines[header[0]].start, end, "", names, spans, restore(text, names, raw_rows))
    return table, max(item.index for row in rows for item, _ in row) + 1


def _read_to_end(
    lines: Sequence[Line], below: int, names: Sequence[str], first: Span
) -> tuple[list[list[tuple[_Item, int]]], list[Span]]:
    """The rows of a table and its headers, read in windows that double until it ends well inside.

    Many short tables in a row would else each be looked for to the end of the text.
    """
    window = _PROBE_LINES
    while True:
        headers = [first]
        rows = _read_rows(lines, below, below + window, names, headers)
        last = max((item.index for row in rows for item, _ in row), default=below)
        if below + window >= len(lines) or last < below + window // 2:
            return rows, headers
        window *= 2


def _read_rows(
    lines: Sequence[Line], i: int, stop: int, names: Sequence[str], headers: list[Span]
) -> list[list[tuple[_Item, int]]]:
    items = _read_items(lines, i, stop, names, headers)
    if any(is_serial_name(name) for name in names):
        items = _mark_serials(items, names)
    return _split_rows(items, names)


def _header_lines(lines: Sequence[Line], i: int) -> list[int] | None:
    """The lines of the header: as long as they read like names, less the first row's labels."""
    run: list[int] = []
    k = i
    if not is_header_name(lines[i].text):
        return None
    while (
        k < min(len(lines), i + 3 * _MAX_NAMES) and len(run) < _MAX_NAMES and lines[k].cells is None
    ):
        # A time may be a header's name, but the first cell of a row as well.
        named = is_header_name(lines[k].text) or (len(run) > 1 and is_dated_name(lines[k].text))
        if lines[k].text and (not named or opens_chapter(lines[k].text)):
            break
        if lines[k].text:
            run.append(k)
        k += 1
    texts = [lines[n].text for n in run]
    if len(run) < 3 or len(set(texts)) < len(texts) or not is_header(texts):
        return None
    serial = next((c for c, name in enumerate(texts) if is_serial_name(name)), None)
    if serial is None:
        below = [line.text for line in lines[k : k + _PROBE_LINES] if line.text and not line.rule]
        width = _regular_width(texts, below)
        if _regularity([*texts[width:], *below], width) == 1.0:
            return run[:width]
        return _moved_header(lines, run, below) or run[:width]
    if serial == 0:
        return _whole_header(lines, run, k)
    rest = [line.text for line in lines[k : k + 3 * _MAX_NAMES] if line.text]
    before = next((n for n, line in enumerate(rest) if _number(line) is not None), None)
    if before is None:
        return None
    labels = sum(1 for line in rest[:before] if not opens_chapter(line))
    # "主要指标" before the first number reads like a name but is the first row's label.
    surplus = max(0, serial - labels)
    return run[: len(run) - surplus] if len(run) - surplus >= 3 else None


def _whole_header(lines: Sequence[Line], run: list[int], k: int) -> list[int] | None:
    """The header with the unknown names that stand between known ones; a number must follow."""
    more: list[int] = []
    known = 0
    for n in range(k, min(k + 3 * _MAX_NAMES, len(lines))):
        if _number(lines[n].text) is not None:
            return [*run, *more[:known]]
        if lines[n].text and not opens_chapter(lines[n].text):
            more.append(n)
        short = all(len(lines[m].text) <= _SHORT_NAME for m in more)
        if more and more[-1] == n and short and is_header_name(lines[n].text):
            known = len(more)
    return None


def _regular_width(texts: Sequence[str], below: Sequence[str]) -> int:
    """How many of the names are the header's, where the last may be the first row's label.

    "全县" and "地区生产总值" read like names. The width is right that gives every column cells of
    one sort.

    >>> _regular_width(("指标", "单位", "计划", "产值"), ("亿元", "5", "税收", "亿元", "3"))
    3
    """
    widths = range(len(texts), max(3, len(texts) - _LABELS) - 1, -1)
    return max(widths, key=lambda width: _regularity([*texts[width:], *below], width))


def _moved_header(lines: Sequence[Line], run: list[int], below: Sequence[str]) -> list[int] | None:
    """The header one line up or down, where that makes all columns regular.

    A title that reads like a name, or a first name that no header is known to have, pushes every
    cell into the next column.
    """
    before = next((n for n in range(run[0] - 1, -1, -1) if lines[n].text), None)
    moves = [run[1:]]
    if before is not None and before == run[0] - 1 and len(lines[before].text) <= _SHORT_NAME:
        moves.append([before, *run])
    for moved in moves:
        rows = _full_rows(below, len(moved))
        if len(moved) > 2 and len(rows) >= _FEWEST_TOLD and _regularity(below, len(moved)) == 1.0:
            return moved
    return None


def _full_rows(cells: Sequence[str], width: int) -> list[Sequence[str]]:
    rows = [cells[at : at + width] for at in range(0, min(len(cells), width * _ROWS), width)]
    return [row for row in rows if len(row) == width]


def _regularity(cells: Sequence[str], width: int) -> float:
    """How alike the cells of each column are in the first rows of a table of so many columns."""
    rows = _full_rows(cells, width)
    if len(rows) < 2:
        return 0.0
    alike = 0
    for column in zip(*rows, strict=True):
        figures = sum(cell_kind(cell) in ("number", "serial", "code", "mark") for cell in column)
        measures = sum(cell_kind(cell) == "measure" for cell in column)
        alike += max(figures, measures, len(rows) - figures - measures)
    # Where no cell is of another sort than the rest, any width looks regular.
    return round(alike / (width * len(rows)), 3)


def _number(text: str) -> int | None:
    digits = text.rstrip(".、．")
    if _HAN_NUMBER.fullmatch(digits):
        tens, _, ones = digits.rpartition("十")
        ten = 0 if "十" not in digits else _HAN.find(tens) + 1 if tens else 1
        return 10 * ten + _HAN.find(ones) + 1 if ones else 10 * ten
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) <= 4 else None


def _read_items(
    lines: Sequence[Line], i: int, stop: int, names: Sequence[str], headers: list[Span]
) -> list[_Item]:
    """The lines below the header that may be cells, up to a line of another layout."""
    items: list[_Item] = []
    path: tuple[str, ...] = ()
    breaks = False
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
        if opens_chapter(line.text):
            path, breaks = update_path(path, line.text), True
        elif line.text and not line.rule and not (is_page_number(line.text) and "页" in line.text):
            items.append(_Item(line, i, len(headers), path, breaks))
            breaks = False
        i += 1
    return items


def _header_at(lines: Sequence[Line], i: int, names: Sequence[str]) -> int:
    """The index after a repetition of the header at line ``i``, else ``i`` itself."""
    if not is_header_name(lines[i].text):
        return i
    same = seen = 0
    k = i
    while k < len(lines) and seen < len(names) and k < i + 3 * len(names):
        if lines[k].text:
            same += squeeze(lines[k].text) == squeeze(names[seen])
            seen += 1
        k += 1
    return k if seen == len(names) and same >= len(names) - 1 else i


def _mark_serials(items: Sequence[_Item], names: Sequence[str]) -> list[_Item]:
    """Mark the serial numbers, which count on from the first; drop what follows the last row."""
    marked = list(items)
    expected: int | None = None
    last = -2
    for n, item in enumerate(items):
        number = _number(item.line.text)
        if number is None or (expected is not None and number != expected) or n - last < 2:
            continue
        marked[n] = replace(item, serial=True)
        expected, last = number + 1, n
    serial = next(c for c, name in enumerate(names) if is_serial_name(name))
    stop = last + len(names) - serial
    # A cell that is broken behind a comma or the like has more than one line.
    n = last + 1
    while n < min(stop, len(items)):
        stop += items[n].line.text.endswith(OPEN_ENDS)
        n += 1
    for n in range(last + 1, min(stop, len(items))):
        if items[n].breaks or is_title(items[n].line.text):
            stop = n
            break
    while stop < len(items) and _runs_on(items[stop - 1], items[stop]):
        stop += 1
    stop = _past_total(marked, stop, len(names))
    return marked[:stop] if last >= 0 else []


def _past_total(items: list[_Item], stop: int, width: int) -> int:
    """The end of the rows with the sums below the last of them, which have no serial number."""
    if stop < len(items) and cell_kind(items[stop].line.text) == "total":
        items[stop] = replace(items[stop], breaks=True)
        last = min(stop + width, len(items))
        stop += 1
        while stop < last and cell_kind(items[stop].line.text) in ("number", "mark", "serial"):
            stop += 1
    return stop


def _runs_on(above: _Item, item: _Item) -> bool:
    """Tell that the last row's last cell is broken off and goes on in the line right below."""
    broken = cell_kind(above.line.text) == "sentence" and not above.line.text.endswith("。")
    near = item.index == above.index + 1 and not item.breaks
    return broken and near and item.line.text.endswith(("。", "；"))


def _split_rows(items: Sequence[_Item], names: Sequence[str]) -> list[list[tuple[_Item, int]]]:
    """Give each line its column, and part the lines into rows."""
    items = _before_prose(items)
    places = _best_columns(items, names)
    _keep_full_rows(items, names, places)
    rows: list[list[tuple[_Item, int]]] = []
    for item, (place, begins) in zip(items, places, strict=True):
        if begins or not rows:
            rows.append([])
        rows[-1].append((item, place))
    while rows and 2 * len({place for _, place in rows[-1]}) < len(names):
        rows.pop()
    return rows


def _keep_full_rows(
    items: Sequence[_Item], names: Sequence[str], places: list[tuple[int, bool]]
) -> None:
    """Put the lines of a row that has one for each name under these names, one odd cell or none."""
    roles = column_roles(names, _full_columns(items, len(names)))
    starts = [n for n, item in enumerate(items) if item.serial]
    for start, end in zip(starts, [*starts[1:], len(items)], strict=False):
        row = items[start:end]
        odd = count_odd([item.line.text for item in row], roles)
        joined = any(item.line.text.endswith(OPEN_ENDS) for item in row)
        if len(row) == len(names) and roles[0] == "serial" and odd <= 1 and not joined:
            places[start:end] = [(n, n == 0) for n in range(len(row))]


def _before_prose(items: Sequence[_Item]) -> Sequence[_Item]:
    """The cells up to the paragraph that follows a table of figures."""
    if any(item.serial for item in items):
        return items
    figures = 0
    for n, item in enumerate(items):
        kind = cell_kind(item.line.text)
        figures += kind in ("number", "serial", "code", "mark")
        if kind == "sentence" and "。" in item.line.text and 2 * figures >= n > 0:
            return items[:n]
    return items


def _best_columns(items: Sequence[_Item], names: Sequence[str]) -> list[tuple[int, bool]]:
    """The best path: for each line its column and whether it begins a row."""
    roles = column_roles(names, _full_columns(items, len(names)))
    within, between = _step_costs(roles)
    count = len(names)
    scores = [-cost for cost in between[count]]
    back: list[list[tuple[int, bool]]] = []
    for n, item in enumerate(items):
        own = _own_scores(item, roles)
        if n == 0:
            scores = [scores[j] + own[j] for j in range(count)]
            back.append([(j, True) for j in range(count)])
            continue
        join = _join_cost(items[n - 1])
        row: list[float] = []
        origins: list[tuple[int, bool]] = []
        for j in range(count):
            best, origin = float("-inf"), (j, True)
            if not item.breaks and not item.serial:
                best, origin = scores[j] - join, (j, False)
            for k in range(count):
                score = scores[k] - between[k][j] + own[j]
                if score > best:
                    best, origin = score, (k, True)
                if k < j and not item.breaks and scores[k] - within[k][j] + own[j] >= best:
                    best, origin = scores[k] - within[k][j] + own[j], (k, False)
            row.append(best)
            origins.append(origin)
        scores = row
        back.append(origins)
    return _trace(scores, back)


def _full_columns(items: Sequence[_Item], width: int) -> list[list[str]]:
    """The columns of rows that begin with a serial number and have a line for each name."""
    starts = [n for n, item in enumerate(items) if item.serial]
    rows = [
        [item.line.text for item in items[start:end]]
        for start, end in zip(starts, [*starts[1:], len(items)], strict=False)
        if end - start == width
    ]
    return [[row[column] for row in rows] for column in range(width)]


def _trace(
    scores: Sequence[float], back: Sequence[Sequence[tuple[int, bool]]]
) -> list[tuple[int, bool]]:
    if not back:
        return []
    j = max(range(len(scores)), key=scores.__getitem__)
    path: list[tuple[int, bool]] = []
    for origins in reversed(back):
        k, begins = origins[j]
        path.append((j, begins))
        j = k
    return path[::-1]


def _step_costs(roles: Sequence[Role]) -> tuple[list[list[float]], list[list[float]]]:
    """Costs of the columns left out by a step to the right, and by a step to the next row.

    Row ``len(roles)`` of the second matrix is the step to the first line.
    """
    count = len(roles)
    skip = [
        _SERIAL if role == "serial" else _SKIP_MERGED if role in _MERGED else _SKIP
        for role in roles
    ]
    within = [[sum(skip[k + 1 : j]) for j in range(count)] for k in range(count)]
    between = [[sum(skip[k + 1 :]) + sum(skip[:j]) for j in range(count)] for k in range(count)]
    between.append([sum(skip[:j]) for j in range(count)])
    return within, between


def _own_scores(item: _Item, roles: Sequence[Role]) -> list[float]:
    kind = cell_kind(item.line.text)
    scores: list[float] = []
    for role in roles:
        if role == "serial":
            scores.append(_SERIAL if item.serial else -_SERIAL)
        else:
            scores.append(-_SERIAL if item.serial else fit(role, kind))
    return scores


def _join_cost(above: _Item) -> float:
    if above.line.text.endswith(OPEN_ENDS):
        return _JOIN_OPEN
    return _JOIN_SENTENCE if cell_kind(above.line.text) == "sentence" else _JOIN


def _raw_row(text: str, row: Sequence[tuple[_Item, int]], width: int) -> RawRow:
    """The row's cells in their columns; lines of one column become one cell."""
    start = row[0][0].line.start
    cells = [Cell("", start, start) for _ in range(width)]
    for item, place in row:
        first = cells[place].start if cells[place].text else item.line.start
        cells[place] = Cell(text[first : item.line.end], first, item.line.end)
    last = row[-1][0]
    return RawRow(tuple(cells), start, last.line.end, row[0][0].path, row[0][0].page)
