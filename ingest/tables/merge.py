"""Fill vertically merged cells from the rows above, and settle cells on lines of their own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.schema import Cell
from ingest.tables.cells import Role, cell_kind
from ingest.tables.rows import Columns, Draft

_DITTO = re.compile(r"同上|〃|″")
_MERGED_ROLES: tuple[Role, ...] = ("serial", "group", "task", "leader", "lead_unit", "support_unit")
_LABEL_ROLES: tuple[Role, ...] = ("group", "leader", "lead_unit")


def resolve_dittos(drafts: Sequence[Draft]) -> None:
    """Put the cell above for one that only says that it is the same: 同上."""
    above: dict[int, Cell] = {}
    for draft in drafts:
        dittos = {n for n, cell in draft.cells.items() if _DITTO.fullmatch(cell.text.strip())}
        for column in dittos:
            if column in above:
                draft.cells[column] = above[column]
            else:
                del draft.cells[column]
                draft.doubtful.add(column)
        draft.own -= dittos
        above.update(draft.cells)


def fill_merged(columns: Columns, drafts: Sequence[Draft]) -> None:
    """Give every row the merged cells printed above it, column by column from the left."""
    for column, role in enumerate(columns.roles):
        if role in _MERGED_ROLES:
            _fill_column(columns, column, role, drafts)


def _fill_column(columns: Columns, column: int, role: Role, drafts: Sequence[Draft]) -> None:
    printed: Cell | None = None
    path: tuple[str, ...] | None = None
    above: Draft | None = None
    low = role in _LABEL_ROLES and _is_printed_low(column, drafts)
    for draft in drafts:
        if draft.raw.path != path:
            path, printed = draft.raw.path, None
        if column in draft.cells:
            printed = None if low else draft.cells[column]
        elif column in draft.doubtful:
            printed = None if draft.stray else printed
        elif column in draft.raw.empty and 0 in draft.own:
            printed = None  # where rows print their empty cells, merged ones are left out
            draft.doubtful.add(column)
        elif not draft.total and not draft.stray:
            if role == "lead_unit" and above and not _same_leader(columns, above, draft):
                # Merged cells nest from left to right: whether a unit outlasts its leader is open.
                printed = None
            printed = _fill_cell(columns, column, role, draft, printed)
        if not draft.stray:
            above = draft


def _same_leader(columns: Columns, above: Draft, draft: Draft) -> bool:
    if "leader" not in columns.roles:
        return True
    leader = columns.roles.index("leader")
    here, there = draft.cells.get(leader), above.cells.get(leader)
    return here is None or there is None or here.text == there.text


def _is_printed_low(column: int, drafts: Sequence[Draft]) -> bool:
    """Tell that a column is empty in the table's first row and printed later.

    Its cells are then not set at the top of the merged ones, and a row without one may belong to
    the one below as well as to the one above.
    """
    rows = [draft for draft in drafts if not draft.total]
    first = rows[0] if rows else None
    if first is None or column in first.cells or column in first.doubtful:
        return False
    return any(column in draft.own for draft in rows)


def _fill_cell(
    columns: Columns, column: int, role: Role, draft: Draft, printed: Cell | None
) -> Cell | None:
    """Give a row the cell printed above, or mark it open; return what holds for the rows below."""
    if role == "support_unit" and _prints(columns, "lead_unit", draft):
        # No supporter, or the one above? Only where the leading unit is merged as well is it plain.
        if printed is not None:
            draft.doubtful.add(column)
        return None
    if role == "task" and _prints(columns, "serial", draft):
        draft.doubtful.add(column)
        return None
    if printed is None:
        if role != "support_unit":
            draft.doubtful.add(column)
        return None
    draft.cells[column] = printed
    return printed


def _prints(columns: Columns, role: Role, draft: Draft) -> bool:
    return role in columns.roles and columns.roles.index(role) in draft.own


def settle_strays(text: str, columns: Columns, drafts: list[Draft]) -> list[Draft]:
    """Join lines that continue the row above; open the labels that a lone label leaves open.

    A label on a line of its own, printed after rows that show none (004, page 2), may belong to
    any of them. Printed before any such row it is the label of the rows below.
    """
    kept: list[Draft] = []
    for draft in drafts:
        if draft.stray and kept and _continues(text, columns, kept[-1], draft):
            continue
        kept.append(draft)
    for index, draft in enumerate(kept):
        if draft.stray:
            _open_around(columns, kept, index)
    return kept


def _continues(text: str, columns: Columns, above: Draft, stray: Draft) -> bool:
    column, cell = next(iter(stray.cells.items()), (-1, None))
    last = max(above.own, default=-1)
    if cell is None or column != last or above.stray or cell_kind(cell.text) != "sentence":
        return False
    if columns.roles[column] not in ("progress", "task", "text"):
        return False
    start = above.cells[column].start
    above.cells[column] = Cell(text[start : cell.end], start, cell.end)
    above.raw = replace(above.raw, end=cell.end)
    return True


def _open_around(columns: Columns, drafts: Sequence[Draft], index: int) -> None:
    stray = drafts[index]
    column = _stray_column(columns, stray)
    if column is None:
        return
    cell = next(iter(stray.cells.values()))
    stray.cells = {}
    opened = _open_before(column, drafts, index)
    if opened:
        stray.doubtful.add(column)
    else:
        stray.cells = {column: cell}
    if opened:
        for draft in drafts[index + 1 :]:
            if column in draft.own or draft.chapter or draft.raw.page != stray.raw.page:
                break
            draft.doubtful.add(column)


def _open_before(column: int, drafts: Sequence[Draft], index: int) -> bool:
    opened = False
    for i in range(index - 1, -1, -1):
        draft = drafts[i]
        if draft.raw.page != drafts[index].raw.page or draft.raw.path != drafts[index].raw.path:
            break
        if column in draft.own:
            break
        opened = True
        draft.doubtful.add(column)
        if draft.chapter:
            break
    return opened


def _stray_column(columns: Columns, stray: Draft) -> int | None:
    """The column that a lone cell is a label of: by what it is, else the table's label column."""
    cell = next(iter(stray.cells.values()), None)
    if cell is None:
        return None
    kind = cell_kind(cell.text)
    wanted: Role = {"person": "leader", "unit": "lead_unit"}.get(kind, "group")  # type: ignore[assignment]
    if wanted in columns.roles:
        return columns.roles.index(wanted)
    return columns.group
