"""What a question demands of the rows of a table: a bound, a deadline, a state, a group.

Each condition tells which words of the question say it, so that a reader can see whether anything
is left that it does not understand.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.evidence.grids import Grid
from assistant.question.places import blank
from assistant.tables.bounds import (
    by_absence,
    by_bound,
    by_code,
    by_half,
    by_sign,
    by_trouble,
)
from assistant.tables.chapters import by_group
from assistant.tables.deadlines import by_deadline
from assistant.tables.definitions import by_definition, by_nature
from assistant.tables.denials import denial_of
from assistant.tables.plans import by_plan, by_schedule
from assistant.tables.row_tests import Condition
from assistant.tables.standings import by_move, by_rank
from assistant.tables.states import by_done, by_state, by_value, by_very_words, by_whether
from assistant.tables.votes import by_votes


def conditions_in(text: str, grid: Grid) -> list[Condition]:
    """Return what a folded question demands of the rows of a table, each word used once.

    Nothing is returned where one of the demands is denied in a way that is not understood.
    """
    found: list[Condition] = []
    for find in (
        by_move,
        by_rank,
        by_votes,
        by_plan,
        by_schedule,
        by_code,
        by_bound,
        by_half,
        by_deadline,
        by_very_words,
        by_done,
        by_value,
        by_whether,
        by_state,
        by_definition,
        by_nature,
        by_sign,
        by_trouble,
        by_absence,
        by_group,
    ):
        for condition in find(text, grid):
            found.append(condition)
            text = blank(text, condition.spans)
    return as_meant(found, text)


def without_conditions(text: str, conditions: Sequence[Condition]) -> str:
    """Blank the words of a question that its conditions were read from."""
    return blank(text, [span for condition in conditions for span in condition.spans])


def as_meant(conditions: Sequence[Condition], text: str) -> list[Condition]:
    """Turn round the conditions that a question denies; return none if one cannot be told."""
    text = without_conditions(text, conditions)
    meant = [_turned(condition, text) for condition in conditions]
    return [condition for condition in meant if condition] if all(meant) else []


def _turned(condition: Condition, text: str) -> Condition | None:
    whole = min(s for s, _ in condition.spans), max(e for _, e in condition.spans)
    denied = denial_of(text, whole)
    if denied is None:
        return condition
    if condition.others is None or not denied.sure:
        return None
    spans = (*condition.spans, *denied.spans)
    return replace(condition, spans=spans, said=f"非{condition.said}", holds=condition.others)
