"""Turn raw rows into restored ones: cells in their columns, merged cells filled, doubts named.

``restore`` takes the rows as they were found (lines of text, or a grid from a file's own markup).
Its rule for merged cells: a printed cell holds for the rows below it until the next one is
printed, and never across a chapter row. Where the text leaves open which cell a row belongs to,
the cell stays out and its header is listed as doubtful.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial

from assistant.evidence.row_names import GROUP_NUMBER
from assistant.schema import Cell, Row
from assistant.text import fold_text
from ingest.tables.align import Shape, Slot, align, count_odd, make_slots, stands_well
from ingest.tables.cells import Role, cell_kind, column_roles
from ingest.tables.levels import carry_levels, settle_levels
from ingest.tables.merge import fill_merged, resolve_dittos, settle_strays
from ingest.tables.rows import CHAPTER, GROUP_NAME, Columns, Draft, RawRow, name_columns

# How full columns are taken to be when no row of the table is sound.
_UNKNOWN_FILL = 0.8
# The share of sound rows that proves a table whose cells stand where they were written.
_MOSTLY = 0.8

# "二、道路类(4个)", "(一)续建项目", "小计"
_GROUP_SUMMED = re.compile(
    r"^(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\))[一-鿿]{2}|[一-鿿]\(共?\d+[个项]\)$|小计$"
)


def restore(
    text: str, header: Sequence[str], raw_rows: Sequence[RawRow], *, merges_known: bool = False
) -> tuple[Row, ...]:
    """Restore the rows of one table.

    Args:
        text: the text that the cells' spans refer to.
        header: the column names; empty names are given one.
        raw_rows: the rows without header, title and chapter rows.
        merges_known: the file told which cells are merged, so an empty cell is an empty cell.
    """
    names = name_columns(header)
    roles, fills = _learn(names, raw_rows)
    slots = make_slots(names, roles, fills)
    known: dict[Shape, list[int]] = {}
    exact = merges_known or _are_complete(raw_rows, len(names)) or _stand_still(raw_rows, roles)
    place = partial(_place, text, roles=roles, slots=slots, known=known, exact=exact)
    drafts = [place(raw) for raw in raw_rows]
    if raw_rows and _is_broken_off(text, raw_rows, roles):
        drafts[-1] = _place_first(raw_rows[-1], len(names))
    columns, drafts = _with_extra_column(names, roles, drafts)
    resolve_dittos(drafts)
    if not merges_known:
        two_levels = settle_levels(text, columns, drafts)
        drafts = settle_strays(text, columns, drafts)
        if two_levels:
            carry_levels(columns, drafts)
        fill_merged(columns, drafts)
    return tuple(_finish(columns, draft) for draft in drafts if merges_known or not draft.stray)


def _learn(
    names: Sequence[str], raw_rows: Sequence[RawRow]
) -> tuple[tuple[Role, ...], tuple[float, ...]]:
    """Learn the columns' roles, and how often sound rows fill each, from the rows themselves."""
    width = len(names)
    by_name = column_roles(names, [[]] * width)
    full = [raw for raw in raw_rows if sum(1 for cell in raw.cells if cell.text) == width]
    sound = [raw for raw in full[:300] if stands_well(raw.cells, by_name)]
    if 2 * len(sound) < len(full):  # the names alone mislead: a goal may be a figure or words
        sound = full[:50]
    columns = [[raw.cells[i].text for raw in sound if i < len(raw.cells)] for i in range(width)]
    roles = column_roles(names, columns)
    fitting = [raw.cells for raw in raw_rows if stands_well(raw.cells, roles)]
    if not fitting:
        return roles, (_UNKNOWN_FILL,) * width
    fills = [
        sum(1 for cells in fitting if i < len(cells) and cells[i].text) / len(fitting)
        for i in range(width)
    ]
    return roles, tuple(fills)


def _are_complete(raw_rows: Sequence[RawRow], width: int) -> bool:
    """Tell that every row has all of its cells, so that none can have moved."""
    return all(len(raw.cells) == width and all(c.text for c in raw.cells) for raw in raw_rows)


def _stand_still(raw_rows: Sequence[RawRow], roles: Sequence[Role]) -> bool:
    """Tell that no cell has moved: all rows have their width, blank in merged columns alone.

    Nearly all rows stand well, so that one with words among figures is just that.
    """
    if any(len(raw.cells) != len(roles) for raw in raw_rows):
        return False
    filled = [
        cell.text != "" or role in ("group", "leader", "lead_unit")
        for raw in raw_rows
        for cell, role in zip(raw.cells, roles, strict=True)
    ]
    sound = sum(1 for raw in raw_rows if _stands_full(raw, roles) or stands_well(raw.cells, roles))
    return all(filled) and sound >= _MOSTLY * len(raw_rows)


def _is_broken_off(text: str, raw_rows: Sequence[RawRow], roles: Sequence[Role]) -> bool:
    """Tell that the text ends inside the last row of a table whose other rows are complete."""
    last = raw_rows[-1].cells
    begun = len(last) > 1 and roles[0] == "serial" and cell_kind(last[0].text) == "serial"
    short = begun and len(last) < len(roles) and all(cell.text for cell in last)
    above = raw_rows[:-1]
    return short and len(above) > 1 and _are_complete(above, len(roles)) and _ends_text(text, last)


def _ends_text(text: str, cells: Sequence[Cell]) -> bool:
    return not text[cells[-1].end :].strip()


def _place_first(raw: RawRow, width: int) -> Draft:
    """Give the cells of a row that breaks off the first columns; what is behind them is lost."""
    draft = Draft(raw, dict(enumerate(raw.cells)))
    draft.doubtful = set(range(len(raw.cells), width))
    draft.own = frozenset(draft.cells)
    return draft


def _place(
    text: str,
    raw: RawRow,
    *,
    roles: Sequence[Role],
    slots: Sequence[Slot],
    known: dict[Shape, list[int]],
    exact: bool,
) -> Draft:
    filled = [cell for cell in raw.cells if cell.text]
    total = any(cell_kind(cell.text) == "total" for cell in filled[:3]) or (
        # the sums of a chapter stand in its own row
        (bool(filled) and raw.path[-1:] == (filled[0].text,)) or _sums_group(raw, len(roles))
    )
    complete = len(raw.cells) >= len(roles)
    sound = complete and (_stands_full(raw, roles) or stands_well(raw.cells, roles))
    still = exact or sound or (complete and _heads_group(raw, roles))
    if still or raw.open is not None or (total and (complete or _keeps_blanks(raw))):
        cells = {i: cell for i, cell in enumerate(raw.cells[: len(roles)]) if cell.text}
        draft = Draft(raw, _named_total(cells, roles) if total else cells)
    else:
        placed = align(text, raw.cells, slots, known)
        draft = Draft(raw, {slot.column: cell for slot, cell in placed.items() if not slot.extra})
        draft.extra = next((cell for slot, cell in placed.items() if slot.extra), None)
        draft.doubtful = _cut_off(raw, draft, len(roles))
    draft.doubtful.update(raw.open or ())
    draft.total = total
    draft.stray = len(filled) == 1 and not draft.total
    draft.own = frozenset(draft.cells)
    return draft


def _stands_full(raw: RawRow, roles: Sequence[Role]) -> bool:
    """Tell a row that has a cell for each column and but one of another sort than its column.

    "滞后" among rates of completion has moved no cell; a shifted row has several out of place.
    """
    if len(raw.cells) != len(roles) or not all(cell.text for cell in raw.cells):
        return False
    return count_odd([cell.text for cell in raw.cells], roles) <= 1


def _heads_group(raw: RawRow, roles: Sequence[Role]) -> bool:
    """Tell the row of a group, 一 | 交通设施 | | | 186000, that has kept its blanks."""
    texts = [cell.text for cell in raw.cells]
    if roles[0] != "serial" or not GROUP_NUMBER.fullmatch(texts[0]) or not texts[1]:
        return False
    kinds = [cell_kind(text) for text in texts[2:] if text]
    return "" in texts[2:] and bool(kinds) and all(kind in ("number", "serial") for kind in kinds)


def _sums_group(raw: RawRow, width: int) -> bool:
    """Tell the sums of a group in its own row, with all blanks: 二、道路类(4个) | | | 860."""
    texts = [cell.text for cell in raw.cells]
    if len(texts) != width or len(texts) < 3 or not _GROUP_SUMMED.search(fold_text(texts[0])):
        return False
    kinds = [cell_kind(text) for text in texts[1:] if text]
    return not texts[1] and bool(kinds) and all(kind in ("number", "serial") for kind in kinds)


def _keeps_blanks(raw: RawRow) -> bool:
    """Tell a row of sums that has its empty cells: it was cut behind its last figure only."""
    texts = [cell.text for cell in raw.cells]
    while texts and not texts[-1]:
        texts.pop()
    return "" in texts and texts[0] != ""


def _named_total(cells: dict[int, Cell], roles: Sequence[Role]) -> dict[int, Cell]:
    """Put the name of a row of sums under the names, where it stands in the column of numbers."""
    first = min(cells)
    if roles[first] != "serial" or first + 1 in cells or first + 1 >= len(roles):
        return cells
    return {first + 1: cells[first]} | {i: c for i, c in cells.items() if i != first}


def _cut_off(raw: RawRow, draft: Draft, width: int) -> set[int]:
    """Columns after the last cell of a row that is full and yet ends early: they were cut off.

    In 004 row 44 an extra cell pushed all others to the right and the progress off the page.
    """
    last = max(draft.cells, default=-1)
    if len(raw.cells) < width or not raw.cells[-1].text or last < 0:
        return set()
    return set(range(last + 1, width))


def _with_extra_column(
    names: tuple[str, ...], roles: tuple[Role, ...], drafts: list[Draft]
) -> tuple[Columns, list[Draft]]:
    """Name the extra column if rows use it and the header has no column of labels."""
    groups = [i for i, role in enumerate(roles) if role == "group"]
    task = next((i for i, role in enumerate(roles) if role == "task"), None)
    if groups:
        for draft in drafts:
            if draft.extra is not None and groups[0] not in draft.cells:
                draft.cells[groups[0]] = draft.extra
                draft.extra = None
                draft.own = frozenset(draft.cells)
        return Columns(names, roles, groups[0] if len(groups) == 1 else None, task), drafts
    if not any(draft.extra for draft in drafts):
        return Columns(names, roles, None, task), drafts
    extra = len(names)
    for draft in drafts:
        if draft.extra is not None:
            draft.cells[extra] = draft.extra
            draft.extra = None
            draft.own = frozenset(draft.cells)
    taken = (*names, GROUP_NAME if GROUP_NAME not in names else f"{GROUP_NAME}(2)")
    return Columns(taken, (*roles, "group"), extra, task), drafts


def _finish(columns: Columns, draft: Draft) -> Row:
    names = list(columns.names)
    for i, name in enumerate(name_columns(draft.raw.names)[: len(names)]):
        names[i] = name
    cells = {names[i]: draft.cells[i] for i in range(len(names)) if i in draft.cells}
    if not draft.total:
        given = {name: cell for name, cell in draft.raw.given if name not in cells}
        cells |= given
    doubtful = [names[i] for i in range(len(names)) if i in draft.doubtful]
    doubtful = [name for name in doubtful if name not in dict(draft.raw.given)]
    if draft.open_chapter:
        doubtful.append(CHAPTER)
    return Row(
        section_path=(*draft.raw.path, *draft.section),
        cells=cells,
        doubtful=tuple(doubtful),
        start=draft.raw.start,
        end=draft.raw.end,
    )
