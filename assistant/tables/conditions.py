"""What a question demands of the rows of a table: a bound, a deadline, a state, a group.

Each condition tells which words of the question say it, so that a reader can see whether anything
is left that it does not understand.
"""

from __future__ import annotations

from assistant.evidence.grids import Grid
from assistant.question.places import blank
from assistant.tables.bounds import by_absence, by_bound, by_half, by_rank, by_sign
from assistant.tables.chapters import by_group
from assistant.tables.deadlines import by_deadline
from assistant.tables.plans import by_plan, by_schedule
from assistant.tables.row_tests import Condition
from assistant.tables.states import by_done, by_state


def conditions_in(text: str, grid: Grid) -> list[Condition]:
    """Return what a folded question demands of the rows of a table, each word used once."""
    found: list[Condition] = []
    for find in (
        by_rank,
        by_plan,
        by_schedule,
        by_bound,
        by_half,
        by_deadline,
        by_done,
        by_state,
        by_sign,
        by_absence,
        by_group,
    ):
        for condition in find(text, grid):
            found.append(condition)
            text = blank(text, condition.spans)
    return found
