"""Put the cells of one row under the columns they belong to, by what they are.

A row that lost a cell stands one column to the left from there on. The alignment keeps the order
of the cells, prefers columns whose kind of content they have, and otherwise leaves them where
they stand.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.schema import Cell
from ingest.tables.cells import CellKind, Role, cell_kind, fit

# Leaving a column empty that the table's sound rows fill costs up to this; columns that are merged
# vertically are empty for a reason and cost less.
_FILL_WEIGHT: Mapping[Role, float] = {"task": 1.2, "progress": 1.0, "number": 0.6}
_FILL_WEIGHT_MERGED = 0.25
_SHIFT_COST = 0.15
_JOIN_COST = 2.0
_EXTRA_COST = 0.3
_EMPTY_COST = 1.0
MERGED_ROLES: frozenset[Role] = frozenset(("group", "leader", "lead_unit", "support_unit"))
_MAX_CELLS = 60
_DATE = re.compile(r"(?:(?:19|20)\d\d年)?(?:\d{1,2}月)?(?:\d{1,2}日)?(?:[底末]|上旬|中旬|下旬)?前?")


@dataclass(frozen=True, slots=True)
class Slot:
    """A place for a cell: a column of the header, or an unnamed column before it (``extra``)."""

    name: str
    role: Role
    column: int
    fill: float
    extra: bool = False


def make_slots(names: Sequence[str], roles: Sequence[Role], fills: Sequence[float]) -> list[Slot]:
    """One slot a column, and an extra one before the first column of text.

    Headers of tables with merged head cells name fewer columns than the rows have (004: part and
    group share one name); the extra slot takes the outer label.
    """
    slots = [
        Slot(name, role, i, fill)
        for i, (name, role, fill) in enumerate(zip(names, roles, fills, strict=True))
    ]
    first = next((i for i, role in enumerate(roles) if role in ("group", "task")), None)
    if first is not None:
        slots.insert(first, Slot("", "group", first, 0.0, extra=True))
    return slots


def stands_well(cells: Sequence[Cell], roles: Sequence[Role]) -> bool:
    """Tell whether every cell fits its column, and none stands beyond the header.

    A row without a task, which every row should have, is not sound either: the task may stand
    elsewhere.
    """
    if any(cell.text for cell in cells[len(roles) :]):
        return False
    filled = [i for i, cell in enumerate(cells) if cell.text]
    if any(role == "task" and i not in filled for i, role in enumerate(roles)):
        return False
    return all(
        not cell.text or fit(role, cell_kind(cell.text)) >= 0
        for cell, role in zip(cells, roles, strict=False)
    )


def count_odd(texts: Sequence[str], roles: Sequence[Role]) -> int:
    """Count the cells that are of another sort than their columns.

    A date is none: "2025年6月" stands well where others say "12月".
    """
    pairs = zip(texts, roles, strict=False)
    return sum(fit(role, cell_kind(t)) < 0 for t, role in pairs if not _DATE.fullmatch(t))


Shape = tuple[tuple[int, CellKind | None], ...]


def align(
    text: str, cells: Sequence[Cell], slots: Sequence[Slot], known: dict[Shape, list[int]]
) -> dict[Slot, Cell]:
    """Assign the non-empty cells of a row to slots, in order, at the best total score.

    Neighbouring cells may share a slot where the row has too many (a delimiter inside a
    sentence); the joined cell then spans them all. An empty cell between others has a slot of its
    own: it is a merged one that the row kept, where others of it were lost.
    """
    ends = max((i + 1 for i, cell in enumerate(cells) if cell.text), default=0)
    kept = list(enumerate(cells[:ends]))[:_MAX_CELLS]
    if not kept:
        return {}
    shape = tuple((i, cell_kind(cell.text) if cell.text else None) for i, cell in kept)
    if shape not in known:
        known[shape] = _best_path(shape, slots)
    path = known[shape]
    placed: dict[Slot, Cell] = {}
    for (_, cell), j in zip(kept, path, strict=True):
        if not cell.text:
            continue
        before = placed.get(slots[j])
        start = before.start if before else cell.start
        placed[slots[j]] = Cell(text[start : cell.end], start, cell.end)
    return placed


def _best_path(cells: Shape, slots: Sequence[Slot]) -> list[int]:
    scores: list[float] = []
    back: list[list[int]] = []
    for n, (index, kind) in enumerate(cells):
        own = [_score(kind, slot) for slot in slots]
        row: list[float] = []
        origins: list[int] = []
        for j, slot in enumerate(slots):
            shift = slot.column - index
            best, origin = -_SHIFT_COST * abs(shift), -1
            if n > 0:
                best, origin = _best_step(scores, slots, cells[n - 1][0], j, shift)
            best += own[j]
            if n > 0 and scores[j] - _JOIN_COST > best:
                best, origin = scores[j] - _JOIN_COST, j
            row.append(best)
            origins.append(origin)
        scores = row
        back.append(origins)
    j = max(range(len(slots)), key=scores.__getitem__)
    path = [j]
    for origins in reversed(back[1:]):
        j = origins[j]
        path.append(j)
    return path[::-1]


def _best_step(
    scores: Sequence[float], slots: Sequence[Slot], previous: int, j: int, shift: int
) -> tuple[float, int]:
    """The best way to come to slot ``j`` from one further left, and that slot."""
    best, origin = float("-inf"), j
    for k in range(j):
        score = scores[k] - _SHIFT_COST * abs(shift - (slots[k].column - previous))
        if score > best:
            best, origin = score, k
    return best, origin


def _score(kind: CellKind | None, slot: Slot) -> float:
    if kind is None:
        return 0.0 if slot.role in MERGED_ROLES and not slot.extra else -_EMPTY_COST
    if slot.extra:
        return fit(slot.role, kind) - _EXTRA_COST
    weight = _FILL_WEIGHT.get(slot.role, _FILL_WEIGHT_MERGED)
    return fit(slot.role, kind) + weight * slot.fill
