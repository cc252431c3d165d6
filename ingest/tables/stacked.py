"""Read tables flattened to one cell a line: the header's names, then the cells, each alone.

Which column a line belongs to, and where a row ends, is the best path through the columns: cells
should be what their column holds, rows should leave out only what merged cells leave out, and
serial numbers, where there are any, begin a row each.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from assistant.schema import Cell, Span, Table
from ingest.tables.align import count_odd
from ingest.tables.cells import CellKind, Role, cell_kind, column_roles, fit, squeeze
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
from ingest.tables.restore import restore
from ingest.tables.rows import RawRow
from ingest.tables.stacked_headers import PROBE_LINES, read_header, serial_number

# What a row pays for a column that it leaves out, and a line for joining the cell above it.
_SKIP_MERGED = 0.35
_SKIP = 1.0
_JOIN_SENTENCE = 0.7
_JOIN = 2.0
_JOIN_OPEN = 0.0
_JOIN_NAMES = 0.5  # of units or persons that share a cell, one a line
_LEFT_OPEN = 0.4  # what a cell that is known to be empty says for any column
_SERIAL = 4.0
_SERIAL_MERGED = 1.5  # of a task below a deadline or a unit, which no cell of these goes on to
_CAPTION = re.compile(r"(?:附[件表]|表)\s?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[:：\s].{2,60}")
_NAMING: Mapping[Role, CellKind] = {"lead_unit": "unit", "support_unit": "unit", "leader": "person"}
_UNITS: tuple[Role, ...] = ("lead_unit", "support_unit")
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
    given: tuple[Given, ...] = ()


def read_stacked(text: str, lines: Sequence[Line], i: int) -> tuple[Table, int] | None:
    """Read the stacked table whose first header name is line ``i``.

    Returns:
        The table and the index of the line after it, or None if no such table begins here.
    """
    header = read_header(lines, i)
    if header is None:
        return None
    names = header.names
    first = (lines[header.lines[0]].start, lines[header.lines[-1]].end)
    # What is no table must not be read to the end of the text each time it seems to begin.
    below = header.lines[-1] + 1
    if len(_read_rows(lines, below, below + PROBE_LINES, names, [first])) < 2:
        return None
    rows, headers = _read_to_end(lines, below, names, first)
    if len(rows) < 2:
        return None
    end = max(item.line.end for row in rows for item, _ in row)
    raw_rows = [_raw_row(text, row, len(names)) for row in rows]
    spans = tuple(span for span in headers if span[1] <= end)
    table = Table(first[0], end, "", names, spans, restore(text, names, raw_rows))
    return table, max(item.index for row in rows for item, _ in row) + 1


def _read_to_end(
    lines: Sequence[Line], below: int, names: Sequence[str], first: Span
) -> tuple[list[list[tuple[_Item, int]]], list[Span]]:
    """The rows of a table and its headers, read in windows that double until it ends well inside.

    Many short tables in a row would else each be looked for to the end of the text.
    """
    window = PROBE_LINES
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


def _read_items(
    lines: Sequence[Line], i: int, stop: int, names: Sequence[str], headers: list[Span]
) -> list[_Item]:
    """The lines below the header that may be cells, up to a line of another layout."""
    items: list[_Item] = []
    piped = lines[i - 1].piped  # each cell has its delimiter, one that is left open too
    path: tuple[str, ...] = ()
    given: dict[str, tuple[Given, ...]] = {}
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
        if opens_chapter(line.text):
            title, given_here = read_heading(line.text, line.start)
            path, breaks = update_path(path, title), True
            given[title] = given_here
        elif (line.text or (piped and line.piped)) and not _is_furniture(line):
            told = tuple(field for part in path for field in given.get(part, ()))
            items.append(_Item(line, i, len(headers), path, breaks, given=told))
            breaks = False
        padded = padded or line.padding
        i += 1
    return [item for item in items if item.line.text] if padded else items


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


def _mark_serials(items: Sequence[_Item], names: Sequence[str]) -> list[_Item]:
    """Mark the serial numbers, which count on from the first; drop what follows the last row."""
    marked = list(items)
    expected: int | None = None
    last = -2
    for n, item in enumerate(items):
        number = serial_number(item.line.text)
        if number is None or (expected is not None and number != expected) or n - last < 2:
            continue
        marked[n] = replace(item, serial=True)
        expected, last = number + 1, n
    serial = next(c for c, name in enumerate(names) if is_serial_name(name))
    stop = last + len(names) - serial
    # A cell that is broken behind a comma or the like has more than one line, and so has one that
    # names several units where one column only does.
    units = sum(role in _UNITS for role in column_roles(names, [[]] * len(names)))
    n = last + 1
    while n < min(stop, len(items)):
        stop += _goes_on(items[n].line.text)
        stop += units == 1 and n > last + 1 and all(_is_unit(item) for item in items[n - 1 : n + 1])
        n += 1
    for n in range(last + 1, min(stop, len(items))):
        if items[n].breaks or is_title(items[n].line.text):
            stop = n
            break
    while stop < len(items) and _runs_on(items[stop - 1], items[stop]):
        stop += 1
    stop = _past_total(marked, stop, len(names))
    return marked[:stop] if last >= 0 else []


def _goes_on(text: str) -> bool:
    """True for a line broken off; a dash alone stands for an empty cell."""
    return text.endswith(OPEN_ENDS) and cell_kind(text) != "mark"


def _is_unit(item: _Item) -> bool:
    return cell_kind(item.line.text) == "unit"


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
    roles = column_roles(names, _full_columns(items, names))
    starts = [n for n, item in enumerate(items) if item.serial]
    for start, end in zip(starts, [*starts[1:], len(items)], strict=False):
        row = items[start:end]
        odd = count_odd([item.line.text for item in row], roles)
        joined = any(_goes_on(item.line.text) for item in row)
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
    roles = column_roles(names, _full_columns(items, names))
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
        merged = _SERIAL - _SERIAL_MERGED if _begins_below(items[n - 1], item, roles) else 0.0
        row: list[float] = []
        origins: list[tuple[int, bool]] = []
        for j in range(count):
            best, origin = float("-inf"), (j, True)
            if not item.breaks and not item.serial:
                best, origin = scores[j] - _join_cost(items[n - 1], item, roles[j]), (j, False)
            for k in range(count):
                score = scores[k] - between[k][j] + own[j] + merged * (k == count - 1)
                if score > best:
                    best, origin = score, (k, True)
                if k < j and not item.breaks and scores[k] - within[k][j] + own[j] >= best:
                    best, origin = scores[k] - within[k][j] + own[j], (k, False)
            row.append(best)
            origins.append(origin)
        scores = row
        back.append(origins)
    return _trace(scores, back)


def _full_columns(items: Sequence[_Item], names: Sequence[str]) -> list[list[str]]:
    """The columns of rows that have a line for each name from the serial number on.

    Of the columns before it, which are merged ones, no cells are told.
    """
    serial = next((c for c, name in enumerate(names) if is_serial_name(name)), 0)
    width = len(names) - serial
    starts = [n for n, item in enumerate(items) if item.serial]
    rows = [
        [item.line.text for item in items[start : start + width]]
        for start, end in zip(starts, [*starts[1:], len(items)], strict=False)
        if end - start in (width, len(names))
    ]
    return [*([] for _ in range(serial)), *([row[c] for row in rows] for c in range(width))]


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
    if not item.line.text:
        return [0.0 if role == "serial" else _LEFT_OPEN for role in roles]
    kind = cell_kind(item.line.text)
    scores: list[float] = []
    for role in roles:
        if role == "serial":
            scores.append(_SERIAL if item.serial else -_SERIAL)
        else:
            scores.append(-_SERIAL if item.serial else fit(role, kind))
    return scores


def _join_cost(above: _Item, item: _Item, role: Role) -> float:
    if not (above.line.text and item.line.text):
        return _SERIAL
    if _goes_on(above.line.text):
        return _JOIN_OPEN
    kind = cell_kind(above.line.text)
    if role in _NAMING and _NAMING[role] == kind == cell_kind(item.line.text):
        return _JOIN_NAMES
    return _JOIN_SENTENCE if kind == "sentence" else _JOIN


def _begins_below(above: _Item, item: _Item, roles: Sequence[Role]) -> bool:
    """Tell a sentence below a last cell of another sort: a row that shares its number."""
    told = roles[0] == "serial" and roles[-1] != "progress"
    kinds = cell_kind(above.line.text), cell_kind(item.line.text)
    return told and kinds[0] != "sentence" == kinds[1]


def _raw_row(text: str, row: Sequence[tuple[_Item, int]], width: int) -> RawRow:
    """The row's cells in their columns; lines of one column become one cell."""
    start = row[0][0].line.start
    cells = [Cell("", start, start) for _ in range(width)]
    for item, place in (told for told in row if told[0].line.text):
        first = cells[place].start if cells[place].text else item.line.start
        cells[place] = Cell(text[first : item.line.end], first, item.line.end)
    last = row[-1][0]
    first_item = row[0][0]
    return RawRow(
        tuple(cells),
        start,
        last.line.end,
        first_item.path,
        first_item.page,
        given=first_item.given,
        empty=frozenset(place for item, place in row if not item.line.text),
    )
