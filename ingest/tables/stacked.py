"""Read tables flattened to one cell a line: the header's names, then the cells, each alone.

Which column a line belongs to, and where a row ends, is the best path through the columns: cells
should be what their column holds, rows should leave out only what merged cells leave out, and
serial numbers, where there are any, begin a row each.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from assistant.schema import Cell, Span, Table
from ingest.tables.align import MERGED_ROLES, count_odd
from ingest.tables.cells import CellKind, Role, cell_kind, column_roles, fit
from ingest.tables.group_headings import Given, read_heading
from ingest.tables.headers import is_serial_name
from ingest.tables.lines import Line
from ingest.tables.numbers import name_number, serial_number
from ingest.tables.restore import restore
from ingest.tables.rows import RawRow
from ingest.tables.stacked_alike import settle_alike
from ingest.tables.stacked_breaks import PROBE_LINES
from ingest.tables.stacked_headers import prose_below, read_header
from ingest.tables.stacked_items import (
    Item,
    goes_on,
    is_cut,
    is_next_point,
    mark_serials,
    read_items,
)
from ingest.tables.stacked_names import mark_names, name_column, rows_are_named, settle_named
from ingest.tables.totals import settle_total

# What a row pays for a column that it leaves out, and a line for joining the cell above it.
_SKIP_MERGED = 0.35
_SKIP = 1.0
_JOIN_SENTENCE = 0.7
_JOIN = 2.0
_JOIN_WIDER = 2.5
_JOIN_OPEN = 0.0
_JOIN_NAMES = 0.5  # of units or persons that share a cell, one a line
_JOIN_NAME = 1.0  # of a numbered name, which has a line for each width of its column
_LEFT_OPEN = 0.4  # what a cell that is known to be empty says for any column
_SERIAL = 4.0
_NAME = 12.0  # of a row without its numbered name
_SERIAL_SHARED = 1.0  # of a row below another that has the number of both
_SERIAL_MERGED = 1.5  # of a task below a deadline or a unit, which no cell of these goes on to
_NAMING: Mapping[Role, CellKind] = {"lead_unit": "unit", "support_unit": "unit", "leader": "person"}
_WORDED: tuple[Role, ...] = ("group", "task")  # of which there is but one beside named rows


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
    given = _given_to_all([lines[n] for n in header.lines])
    raw_rows = [_raw_row(text, row, len(names), given) for row in rows]
    if rows_are_named(item for row in rows for item, _ in row):
        raw_rows = [settle_named(raw, name_column(names)) for raw in raw_rows]
    raw_rows = settle_alike(raw_rows, column_roles(names, [[]] * len(names)))
    raw_rows = settle_total(raw_rows)
    if not text[end:].strip():
        raw_rows[-1] = _up_to_break(raw_rows[-1])
    spans = tuple(span for span in headers if span[1] <= end)
    table = Table(first[0], end, "", names, spans, restore(text, names, raw_rows))
    return table, max(item.index for row in rows for item, _ in row) + 1


def _read_to_end(
    lines: Sequence[Line], below: int, names: Sequence[str], first: Span
) -> tuple[list[list[tuple[Item, int]]], list[Span]]:
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
) -> list[list[tuple[Item, int]]]:
    items = read_items(lines, i, stop, names, headers)
    if any(is_serial_name(name) for name in names):
        items = mark_serials(items, names)
    else:
        items = mark_names(items, names) or items
    return _split_rows(items, names)


def _split_rows(items: Sequence[Item], names: Sequence[str]) -> list[list[tuple[Item, int]]]:
    """Give each line its column, and part the lines into rows."""
    items = _before_prose(items)
    places = _best_columns(items, names)
    _keep_full_rows(items, names, places)
    _keep_below_first(items, places)
    rows: list[list[tuple[Item, int]]] = []
    for item, (place, begins) in zip(items, places, strict=True):
        if begins or not rows:
            rows.append([])
        rows[-1].append((item, place))
    while rows and 2 * len({place for _, place in rows[-1]}) < len(names):
        rows.pop()
    return rows


def _keep_full_rows(
    items: Sequence[Item], names: Sequence[str], places: list[tuple[int, bool]]
) -> None:
    """Put the lines of a row that has one for each name under these names, one odd cell or none."""
    roles = column_roles(names, _full_columns(items, names))
    starts = [n for n, item in enumerate(items) if item.serial]
    for start, end in zip(starts, [*starts[1:], len(items)], strict=False):
        row = items[start:end]
        odd = count_odd([item.line.text for item in row], roles)
        joined = any(goes_on(item.line.text) for item in row) or any(
            is_next_point(above.line.text, item.line.text) for above, item in pairwise(row)
        )
        if any(
            roles[k] in _NAMING and _is_status(item) for k, item in enumerate(row[: len(roles)])
        ):
            continue  # how far a task has come, behind an office left out as merged
        if len(row) == len(names) and roles[0] == "serial" and odd <= 1 and not joined:
            places[start:end] = [(n, n == 0) for n in range(len(row))]
            places[start:end] = _beside_shared_work(row, roles) or places[start:end]


def _is_status(item: Item) -> bool:
    return cell_kind(item.line.text or "/") == "status"


def _keep_below_first(items: Sequence[Item], places: list[tuple[int, bool]]) -> None:
    """Put a row that goes on with numbered names below the one before it, cell by cell."""
    begins = [n for n, (_, begun) in enumerate(places) if begun]
    ends = dict(zip(begins, [*begins[1:], len(items)], strict=False))
    above = 0
    for n, item in enumerate(items):
        if item.again and n in ends:
            row = places[above : max((end for start, end in ends.items() if start <= above))]
            if len(row) == ends[n] - n:
                places[n : ends[n]] = [(place, k == 0) for k, (place, _) in enumerate(row)]
        if name_number(item.line.text):
            above = n


def _beside_shared_work(row: Sequence[Item], roles: Sequence[Role]) -> list[tuple[int, bool]]:
    """The columns of a row that leaves out its merged group, and has two offices in one cell.

    They stand one below the other, and the first of them where a task would be.
    """
    kinds = [cell_kind(item.line.text) if item.line.text else "mark" for item in row]
    pairs = enumerate(pairwise(kinds))
    at = next((n for n, pair in pairs if pair == ("unit", "unit") and roles[n] == "task"), 0)
    if not at or roles[1] != "group" or roles[at + 1] not in _NAMING:
        return []
    if any(fit(roles[n + 1], kinds[n]) < 0 for n in range(1, at)):
        return []
    return [(n + (0 < n <= at), n == 0) for n in range(len(row))]


def _before_prose(items: Sequence[Item]) -> Sequence[Item]:
    """The cells up to the paragraph that follows a table of figures."""
    if any(item.serial for item in items):
        return items
    return items[: prose_below([item.line.text for item in items])]


def _best_columns(items: Sequence[Item], names: Sequence[str]) -> list[tuple[int, bool]]:
    """For each line its column and whether it begins a row.

    Rows that share a number are dear, unless that puts more cells where they fit.
    """
    roles = _roles_on_path(items, names)
    if rows_are_named(items):
        return _best_path(items, roles, _NAME)
    path = _best_path(items, roles, _SERIAL)
    if not (misplaced := _count_misplaced(items, roles, path)):
        return path
    shared = _best_path(items, roles, _SERIAL_SHARED)
    return shared if _count_misplaced(items, roles, shared) < misplaced else path


def _count_misplaced(
    items: Sequence[Item], roles: Sequence[Role], path: Sequence[tuple[int, bool]]
) -> int:
    """Count the cells of another sort than their columns, and those that go on a whole cell."""
    count = 0
    above = items[:1]
    for item, (place, begins), (before, _) in zip(items, path, [(-1, True), *path], strict=False):
        joins = not begins and place == before
        count += fit(roles[place], cell_kind(item.line.text or "/")) < 0
        count += joins and _join_cost(above[0], item, roles[place]) > _JOIN_SENTENCE
        above = [item]
    return count


def _best_path(
    items: Sequence[Item], roles: Sequence[Role], unnumbered: float
) -> list[tuple[int, bool]]:
    """The best path through the columns, where a row without its number costs ``unnumbered``."""
    named = rows_are_named(items)
    within, between = _step_costs(roles, unnumbered)
    count = len(roles)
    scores = [-cost for cost in between[count]]
    back: list[list[tuple[int, bool]]] = []
    for n, item in enumerate(items):
        own = _own_scores(item, roles)
        if n == 0:
            scores = [scores[j] + own[j] for j in range(count)]
            back.append([(j, True) for j in range(count)])
            continue
        merged = 0.0 if named else _waived(items[n - 1], item, roles, unnumbered)
        row: list[float] = []
        origins: list[tuple[int, bool]] = []
        for j in range(count):
            best, origin = float("-inf"), (j, True)
            if not (item.breaks or item.serial or item.again):
                best, origin = scores[j] - _join_cost(items[n - 1], item, roles[j]), (j, False)
            for k in range(count):
                score = scores[k] - between[k][j] + own[j] + merged * (k == count - 1)
                if score > best:
                    best, origin = score, (k, True)
                goes_right = k < j and not (item.breaks or item.again)
                if goes_right and scores[k] - within[k][j] + own[j] >= best:
                    best, origin = scores[k] - within[k][j] + own[j], (k, False)
            row.append(best)
            origins.append(origin)
        scores = row
        back.append(origins)
    return _trace(scores, back)


def _waived(above: Item, item: Item, roles: Sequence[Role], unnumbered: float) -> float:
    """What a row without its number is let off behind a full one, where it plainly begins."""
    if item.again:
        return unnumbered
    return max(unnumbered - _SERIAL_MERGED, 0.0) if _begins_below(above, item, roles) else 0.0


def _roles_on_path(items: Sequence[Item], names: Sequence[str]) -> Sequence[Role]:
    """The columns' roles; one that holds numbered names is where the rows begin."""
    if not rows_are_named(items):
        return column_roles(names, _full_columns(items, names))
    roles = list(column_roles(names, [[]] * len(names)))
    first = name_column(names)
    roles[first + 1 :] = ["text" if role in _WORDED else role for role in roles[first + 1 :]]
    roles[first] = "serial"
    return roles


def _full_columns(items: Sequence[Item], names: Sequence[str]) -> list[list[str]]:
    """The columns of rows that have a line for each name from the serial number on.

    Of the columns before it, which are merged ones, no cells are told. Where several rows share
    each number there is no such row, and the first lines below each number are taken for one.
    """
    serial = next((c for c, name in enumerate(names) if is_serial_name(name)), 0)
    width = len(names) - serial
    starts = [n for n, item in enumerate(items) if item.serial]
    spans = list(zip(starts, [*starts[1:], len(items)], strict=False))
    full = [start for start, end in spans if end - start in (width, len(names))]
    full = full or [start for start, end in spans if end - start > width]
    rows = [[item.line.text for item in items[start : start + width]] for start in full]
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


def _step_costs(
    roles: Sequence[Role], unnumbered: float
) -> tuple[list[list[float]], list[list[float]]]:
    """Costs of the columns left out by a step to the right, and by a step to the next row.

    Row ``len(roles)`` of the second matrix is the step to the first line; ``unnumbered`` is paid
    for a row without its number.
    """
    count = len(roles)
    skip = [
        unnumbered if role == "serial" else _SKIP_MERGED if role in MERGED_ROLES else _SKIP
        for role in roles
    ]
    within = [[sum(skip[k + 1 : j]) for j in range(count)] for k in range(count)]
    between = [[sum(skip[k + 1 :]) + sum(skip[:j]) for j in range(count)] for k in range(count)]
    between.append([sum(skip[:j]) for j in range(count)])
    return within, between


def _own_scores(item: Item, roles: Sequence[Role]) -> list[float]:
    if not item.line.text:
        return [0.0 if role == "serial" else _LEFT_OPEN for role in roles]
    kind = cell_kind(item.line.text)
    if kind == "total" and roles[0] != "serial":
        return [_SERIAL, *(-_SERIAL for _ in roles[1:])]  # what it adds up begins the row
    offices = kind == "unit" and "lead_unit" in roles
    scores: list[float] = []
    for role in roles:
        if role == "group" and offices and "serial" in roles[1:]:
            scores.append(-_SKIP)  # an office more above the next name, no heading of it
        elif role == "serial":
            scores.append(_SERIAL if item.serial else -_SERIAL)
        else:
            scores.append(-_SERIAL if item.serial else fit(role, kind))
    return scores


def _join_cost(above: Item, item: Item, role: Role) -> float:
    alone = role == "serial" and serial_number(above.line.text) is not None
    if alone or not (above.line.text and item.line.text):
        return _SERIAL
    pair = above.line.text, item.line.text
    if goes_on(above.line.text) or is_cut(*pair) or is_next_point(*pair):
        return _JOIN_OPEN
    kind = cell_kind(above.line.text)
    if role in _NAMING and _NAMING[role] == kind == cell_kind(item.line.text):
        return _JOIN_NAMES
    if kind in ("sentence", "status"):
        return _JOIN_SENTENCE
    if role == "serial":
        return _JOIN_NAME
    broken = len(item.line.text) <= 2 * len(above.line.text)  # by the width that both share
    return _JOIN if broken else _JOIN_WIDER


def _begins_below(above: Item, item: Item, roles: Sequence[Role]) -> bool:
    """Tell a sentence below a last cell of another sort: a row that shares its number."""
    told = roles[0] == "serial" and roles[-1] != "progress"
    kinds = cell_kind(above.line.text), cell_kind(item.line.text)
    return told and kinds[0] != "sentence" == kinds[1]


def _given_to_all(header: Sequence[Line]) -> tuple[Given, ...]:
    """What a cell across the header gives all rows, "责任单位：甲局", where there is but one."""
    found = [field for line in header for field in read_heading(line.text, line.start)[1]]
    return tuple(found) if len(found) == len({name for name, _ in found}) else ()


def _raw_row(
    text: str, row: Sequence[tuple[Item, int]], width: int, given: tuple[Given, ...]
) -> RawRow:
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
        given=(*first_item.given, *given),
        empty=frozenset(place for item, place in row if not item.line.text),
    )


def _up_to_break(row: RawRow) -> RawRow:
    """The last row of a text that may break off in it, without the cells behind its last one."""
    filled = [place for place, cell in enumerate(row.cells) if cell.text]
    return replace(row, cells=row.cells[: filled[-1] + 1])
