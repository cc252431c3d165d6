"""The rows that a question about a whole column is held to: those of 道路工程, those not begun."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.evidence.columns_named import columns_named
from assistant.evidence.grids import Grid, grids_of
from assistant.evidence.lines import Line
from assistant.evidence.row_names import full_name, text_in
from assistant.question import comparison_cues
from assistant.question.places import blank, without_slots
from assistant.schema import Query, Span
from assistant.tables.charges import charged_rows
from assistant.tables.conditions import as_meant, conditions_in
from assistant.tables.denials import denial_of
from assistant.tables.picks import state_named, with_written_denials
from assistant.tables.row_tests import FEWEST, Condition

_PLACES = re.compile(
    r"(?:哪一?个?|各个?|[一二两三四五六七八九十]+个|\d+个|所有的?|全部|(?<=的))"
    r"(县市区?|市县区?|区县市?|县区|旗县市?区?|乡镇|镇街|街镇|街道|镇|乡)"
)
_TOWN = re.compile(r"[镇乡街]$|街道|办事处")
_NO_COUNTY = re.compile(r"(?:高新|开发|园|新|示范|管理|管委会|合作|集聚|风景|旅游|保税|试验)区$")


@dataclass(frozen=True)
class Narrowed:
    """The rows that are meant, and the words for them; no words for all of a table."""

    said: str
    lines: tuple[Line, ...]


def narrow_to(query: Query, lines: Sequence[Line], header: str) -> Narrowed | None:
    """Return the rows of a column's table that a question demands; None if none are surely meant.

    Where several tables have the column, no demand can be told from the words for one of them.
    """
    grids = [grid for grid in grids_of(lines) if header in grid.headers]
    demanded = [_demanded(query, grid) for grid in grids]
    if all(found is not None and not found.said for found in demanded):
        return Narrowed("", tuple(lines))
    return demanded[0] if len(demanded) == 1 else None


def _of_places(text: str, grid: Grid) -> list[Condition]:
    """The rows of counties or towns, where others are no such places: 州直, 甲高新区, 县本级."""
    match = _PLACES.search(text)
    if match is None:
        return []

    def holds(line: Line) -> bool:
        name = "".join(full_name(line).split())
        if _TOWN.search(match[1]):
            return _TOWN.search(name) is not None
        return name.endswith(tuple(match[1])) and not _NO_COUNTY.search(name)

    kept = sum(map(holds, grid.rows))
    if not FEWEST <= kept < len(grid.rows):
        return []
    return [Condition((match.span(),), match[1], (), holds)]


def _demanded(query: Query, grid: Grid) -> Narrowed | None:
    text = without_slots(query, ("district",))
    spans: list[Span] = [c.span for c in columns_named(text, grid)]
    spans += [
        m.span()
        for m in (comparison_cues.EXTREME_WORD.search(text), comparison_cues.SUM_WORD.search(text))
        if m
    ]
    text = blank(text, spans)
    found = conditions_in(text, grid)
    charge = charged_rows(query, grid.rows)
    conditions = as_meant([*found, charge], text) if charge is not None else found
    conditions = [*conditions, *_of_places(text, grid)]
    if charge is not None and not conditions:
        return None
    if not conditions:
        return _of_state(text, grid)
    kept = tuple(x for x in grid.rows if all(c.holds(x) for c in conditions))
    said = "、".join(c.said.strip() for c in conditions)
    return Narrowed(said, kept) if kept else None


def _of_state(text: str, grid: Grid) -> Narrowed | None:
    """The rows of the sort that a question names, 新建项目; all rows where it names none."""
    text = with_written_denials(text)
    header, state = state_named(text, grid)
    if not header:
        return Narrowed("", grid.lines)
    at = text.index(state)
    kept = tuple(line for line in grid.rows if text_in(line, header) == state)
    return None if denial_of(text, (at, at + len(state))) is not None else Narrowed(state, kept)
