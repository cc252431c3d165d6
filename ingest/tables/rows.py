"""The records of a table under restoration: raw rows, drafts, and the columns' names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from assistant.schema import Cell
from ingest.tables.cells import Role
from ingest.tables.group_headings import Given

# The name of an unnamed column of labels before the task, and of doubt about the part of the
# document that a row belongs to (Row.doubtful lists it; no cell has it).
GROUP_NAME = "分组"
CHAPTER = "章节"


@dataclass(frozen=True, slots=True)
class RawRow:
    """A row as found: its cells in order, empty ones included, and what was seen above it.

    ``path`` are the chapter rows in force, ``page`` counts the repetitions of the header,
    ``names`` is the header row in force where its wording differs from the table's first,
    ``given`` what the chapter rows say of all rows below them, ``open`` the columns that are left
    open where all cells are known to stand in theirs, ``empty`` those whose cell is printed and has
    nothing in it.
    """

    cells: tuple[Cell, ...]
    start: int
    end: int
    path: tuple[str, ...] = ()
    page: int = 0
    names: tuple[str, ...] = ()
    given: tuple[Given, ...] = ()
    open: tuple[int, ...] | None = None
    empty: frozenset[int] = frozenset()


@dataclass(slots=True)
class Draft:
    """A row while it is being restored; ``own`` are the columns printed in it."""

    raw: RawRow
    cells: dict[int, Cell]
    extra: Cell | None = None
    stray: bool = False
    total: bool = False
    chapter: Cell | None = None
    section: tuple[str, ...] = ()
    doubtful: set[int] = field(default_factory=set)
    open_chapter: bool = False
    own: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a table: names, roles, and where its label and task stand (None without)."""

    names: tuple[str, ...]
    roles: tuple[Role, ...]
    group: int | None
    task: int | None


def name_columns(header: Sequence[str]) -> tuple[str, ...]:
    """Give every column a name of its own: unnamed ones "分组", repeated ones a number.

    >>> name_columns(("", "总量", "增速", "总量"))
    ('分组', '总量', '增速', '总量(2)')
    """
    seen: dict[str, int] = {}
    names: list[str] = []
    for name in header:
        name = " ".join(name.split()) or GROUP_NAME
        seen[name] = seen.get(name, 0) + 1
        names.append(name if seen[name] == 1 else f"{name}({seen[name]})")
    return tuple(names)
