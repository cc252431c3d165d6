"""A proportion of several parts ("4.7:43.7:51.6"): the one of the year that is asked for.

"由上年的4.8:43.1:52.1调整为4.7:43.7:51.6" tells two years; neither answers for the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.evidence.draft import Draft, describe, unmarked
from assistant.evidence.evidence import Evidence
from assistant.evidence.findings import fit_kind, fit_period
from assistant.evidence.matching import canonical_names
from assistant.evidence.statements import Statement
from assistant.language.periods import find_periods, year_of
from assistant.lexicon.indicators import load_indicators
from assistant.schema import Query, Span
from assistant.text import fold_text

_NUMBER = r"\d+(?:\.\d+)?"
_RATIO = re.compile(rf"(?<![\d.:]){_NUMBER}(?:\s?[:：∶︰比]\s?{_NUMBER}){{1,}}(?![\d:])")
_RATIO_UNIT = "倍"  # what the lexicon says of names whose value is a proportion
_FROM = re.compile(r"由([^,，。;；\d]{0,6}|[^,，。;；]{0,4}\d{4}年?[^,，。;；\d]{0,3})$")
_BEFORE = re.compile(r"上年|去年|上一年|前一年|同期")
_MOVED = re.compile(r"怎么变|如何变|变化|调整|从多少|由多少|优化")


@dataclass(frozen=True, slots=True)
class Ratio:
    """A proportion with its name, the place where both stand, and the year it is of."""

    statement: Statement
    clause: Span
    name: str
    value: str
    period: str


def find_ratios(evidence: Evidence, query: Query, sources: Sequence[str]) -> list[Ratio]:
    """Return the proportions that go by an asked name, of the period and kind asked for."""
    names = {n for n in query.indicators if _RATIO_UNIT in load_indicators().units(n)}
    if len(query.indicators) != 1 or not names:
        return []
    found = [
        ratio
        for statement in evidence.candidates(query, sources)
        if fit_kind(query.kinds, statement.kind) > 0
        for ratio in _ratios_in(statement, names)
    ]
    return [r for r in found if fit_period(query.periods, (r.period,))[1] == 1.0]


def _ratios_in(statement: Statement, names: set[str]) -> Iterator[Ratio]:
    text = statement.document.text
    for start, end in statement.clauses:
        clause = text[start:end]
        called = next(iter(canonical_names(fold_text(clause)) & names), "")
        for match in _RATIO.finditer(clause) if called else ():
            period = _period(statement, (start, end), clause[: match.start()])
            yield Ratio(statement, (start, end), called, match.group(), period)


def _period(statement: Statement, clause: Span, before: str) -> str:
    """The year a proportion is of: behind 由, the one that is named there or the one before."""
    own = next(iter(statement.periods(clause[0], clause[1])), "")
    if own == statement.period:
        own = _carried(statement, clause[0]) or own
    origin = _FROM.search(before)
    if origin is None:
        return own
    named = [m.period for m in find_periods(origin.group(1), year_of(own)) if m.period]
    if named and not _BEFORE.search(origin.group(1)):
        return named[0]
    year = year_of(own)
    return str(int(year) - 1) if year else "-"


def _carried(statement: Statement, start: int) -> str:
    """The year of the figure before it in the paragraph, which goes on where none is named."""
    figures = statement.document.indicators
    before = [f for f in figures if statement.chunk.start <= f.figure[0] < start]
    last = max(before, key=lambda f: f.figure, default=None)
    return last.period if last is not None and len(last.period) == 4 else ""


def write_ratios(draft: Draft, query: Query, found: Sequence[Ratio]) -> None:
    """Write the proportion; where its change is asked for, the words that tell both."""
    last = max(found, key=lambda r: r.period)
    ratio = last if not query.periods else found[0]
    marker = draft.cite_statement(ratio.statement, *ratio.clause)
    told = f"{ratio.name}为{ratio.value}"
    if _MOVED.search(query.text):
        told = unmarked(ratio.statement.document.text[slice(*ratio.clause)]).strip(" ,，。;；")
    period = "" if ratio.period.startswith("-") else ratio.period
    draft.say(f"{describe(ratio.statement.district, period)}:{told}{marker}。")
