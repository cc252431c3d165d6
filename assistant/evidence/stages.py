"""Plans in stages: "3月底前新增60个;6月底前新增120个;9月底前完成300个" is one plan.

One of its stages alone is neither what is planned for the year nor when all of it is done.
"""

from __future__ import annotations

import re

from assistant.evidence.statements import Statement
from assistant.schema import Query, Span

LONGEST_PLAN = 160  # characters of a plan that is quoted whole
_STAGE = re.compile(
    r"\s*(?:[^,，。;；:：]{2,20}[:：])?\s*(?:20\d\d年)?(?:1[0-2]|[1-9])月(?:份|底|末|中旬|上旬|下旬)?(?:之?前|以前)"
)
_JOINTS = "；;"


def with_stages(query: Query, statement: Statement, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """Take in all stages of a plan, where one is quoted and no month is asked for."""
    if statement.row is None or len(spans) != 1 or any(len(p) > 4 for p in query.periods):
        return spans
    text = statement.document.text
    cell = next((c for c in statement.row.cells.values() if c.start <= spans[0][0] < c.end), None)
    if cell is None:
        return spans
    start, end = spans[0]
    while _joined(text, cell.start, start) and (before := _stage_before(text, cell.start, start)):
        start = before
    if not _STAGE.match(text, start, cell.end):
        return spans
    while after := _stage_after(text, end, cell.end):
        end = after
    return ((start, end),) if spans[0] != (start, end) and end - start <= LONGEST_PLAN else spans


def _joined(text: str, floor: int, at: int) -> bool:
    return text[floor:at].rstrip().endswith(tuple(_JOINTS))


def _stage_before(text: str, floor: int, at: int) -> int:
    """Where the stage right before a place begins; 0 where there is none."""
    end = floor + len(text[floor:at].rstrip()) - 1
    start = max(text.rfind(mark, floor, end) + 1 for mark in "；;。 \n")
    start = max(start, floor)
    return start if _STAGE.match(text, start, end) else 0


def _stage_after(text: str, at: int, stop: int) -> int:
    """The end of the stage right behind a place; 0 where there is none."""
    joint = re.compile(rf"\s*[{_JOINTS}]\s*").match(text, at, stop)
    if joint is None and text[at - 1 : at] not in _JOINTS:
        return 0
    start = joint.end() if joint else at
    if not _STAGE.match(text, start, stop):
        return 0
    ends = [e for mark in "；;。" if (e := text.find(mark, start, stop)) >= 0]
    return min(ends, default=stop)
