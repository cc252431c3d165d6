"""Conditions on votes: rows that got any of a kind that a column counts, or none of it."""

from __future__ import annotations

import re

from assistant.evidence.grids import Grid
from assistant.evidence.lines import Line
from assistant.tables.row_tests import Condition
from assistant.tables.values import header_without_unit, value_in
from assistant.text import fold_text

_VOTES = re.compile(
    r"(?P<none>没有?|未)?(?:有|出现|收到|得到?|获得?|投出?)[过了]?(?:一张)?[\"“]?"
    r"(?P<kind>[一-鿿]{2,6}?)[\"”]?票"
)


def by_votes(text: str, grid: Grid) -> list[Condition]:
    """Rows with a vote of the kind that one column counts: "哪些项目出现了“不满意”票"."""
    match = _VOTES.search(text)
    if match is None:
        return []
    named = [h for h in grid.headers if _kind_of(h) == match["kind"]]
    if len(named) != 1 or not any(value_in(line, named[0]) for line in grid.lines):
        return []

    def got(line: Line) -> bool:
        value = value_in(line, named[0])
        return value is not None and value.number > 0

    def none(line: Line) -> bool:
        return not got(line) and named[0] not in line.row.doubtful

    holds, others = (none, got) if match["none"] else (got, none)
    return [Condition((match.span(),), match.group(), (named[0],), holds, others=others)]


def _kind_of(header: str) -> str:
    """The kind of votes that a column counts: its lower name, without 票 and its unit."""
    return (
        fold_text(header_without_unit(header).split()[-1]).removesuffix("票数").removesuffix("票")
    )
