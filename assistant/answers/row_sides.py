"""A goal and its result that stand in one row, where words tell them: told as the row's cells.

"水质达到Ⅴ类 | 甲渠达到Ⅴ类；乙渠超标，为劣Ⅴ类" has no number to set against another, and one clause
of its result is not all that came of the task.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answers.sides import Side
from assistant.evidence.draft import Draft, describe, unmarked
from assistant.evidence.findings import Finding
from assistant.language.columns import cells_of
from assistant.language.periods import year_of
from assistant.schema import Cell, Query, Row

# "1. 甲已完成。 2. 乙在建。": an item of a cell opens with its number.
_ITEM = re.compile(r"(?:^|(?<=[\s。；;]))\d{1,2}[.、．](?:\s+|(?=[^\d\s]))")
LONGEST_CELL = 120  # characters of a cell that is told whole


def write_row(draft: Draft, query: Query, sides: Sequence[Side]) -> bool:
    """Write the task and what came of it, if a judgement is asked for that one row tells in words.

    The row has one cell of each, and no figure of the result was found that a goal is set against.
    """
    results = [s for s in sides if s.query.kinds == ("actual",) and s.reading.answered]
    if len(sides) != 2 or len(results) != 1 or "verdict" not in query.asks:
        return False
    best = results[0].reading.best
    row = best.statement.row
    if row is None or not _is_told_in_words(best):
        return False
    place, statement = best.spans[0][0], best.statement
    planned = cells_of(row, "target")
    done = [(h, c) for h, c in cells_of(row, "progress") if c.start <= place < c.end]
    if len(planned) != 1 or len(done) != 1 or len(done[0][1].text) > LONGEST_CELL:
        return False
    periods = statement.document.profile.periods
    year = year_of(periods.get("planned", "") or statement.period)
    head = describe(statement.district, year, "target")
    draft.say(f"{head}:{_cell(draft, best, row, planned[0][1])}。")
    told = _item_of(best, done[0][1]) or done[0][1].text
    marker = draft.cite_cell(statement.document, statement.chunk, row, done[0][1])
    draft.say(f"{done[0][0]}:{_ended(told)}{marker}。")
    return True


def _item_of(found: Finding, cell: Cell) -> str:
    """The numbered item of a cell that a finding quotes; empty where the question names none."""
    starts = [m.start() for m in _ITEM.finditer(cell.text)]
    if len(starts) < 2 or not found.match.own:
        return ""
    items = zip(starts, [*starts[1:], len(cell.text)], strict=True)
    (start, end), place = found.spans[0], cell.start
    own = (cell.text[s:e] for s, e in items if s <= start - place and end - place <= e)
    return _ITEM.sub("", next(own, ""), count=1).strip()


def _is_told_in_words(found: Finding) -> bool:
    """True for a result that has no figure of what was wanted: "主体完工", "6月投用"."""
    return found.figure is None or found.figure.kind not in ("actual", "estimate")


def _cell(draft: Draft, found: Finding, row: Row, cell: Cell) -> str:
    statement = found.statement
    marker = draft.cite_cell(statement.document, statement.chunk, row, cell)
    return f"{_ended(cell.text)}{marker}"


def _ended(text: str) -> str:
    return unmarked(text).rstrip("。;；")
