"""Which times values are of: whether those of parts of a year may be set against each other."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answers.sides import Side, clause_of
from assistant.evidence.findings import Finding
from assistant.language.quantities import Quantity
from assistant.question import statement_cues
from assistant.question.names import thing
from assistant.schema import PLAN_KINDS, Query

_SINCE_JANUARY = re.compile(r"(\d{4})-01/\1-\d\d")
# "累计建成121部": how many there are by now, whenever they were built.
_SINCE_EVER = re.compile(r"(?:累计|历年|共)(?:已经?)?(?:建成|投用|建有|拥有|培育|认定|达到?)")


def runs_on(found: Sequence[Finding]) -> bool:
    """True for amounts of one thing of one place, each counted from the same January."""
    counted = all(f.figure is not None and f.figure.measure in ("count", "level") for f in found)
    named = {(f.statement.district, thing(f.figure.indicator)) for f in found if f.figure}
    since = {m[1] for f in found if (m := _SINCE_JANUARY.fullmatch(f.period))}
    dated = all(_SINCE_JANUARY.fullmatch(f.period) for f in found)
    return counted and dated and len(named) == 1 and len(since) == 1


def counts_since_ever(found: Finding) -> bool:
    """True for "累计建成121部", which is set beside nothing that was built in one year."""
    figure = found.figure
    if figure is None or figure.measure != "count":
        return False
    text = found.statement.document.text
    return _SINCE_EVER.search(text, figure.start, figure.figure[0]) is not None


def extent(period: str) -> str:
    """Which part of a year a period is, without the year: half a year is no nine months."""
    return re.sub(r"\d{4}(?!\d)", "", period) if period else "?"


def sums_years(side: Side) -> bool:
    """True for what several years add up to, or their mean rate: "五年新增学位1.5万个"."""
    found = side.reading.best
    if "/" not in found.period[:5] or found.kind not in PLAN_KINDS:
        return False
    clause = clause_of(found)
    summed = statement_cues.FLOW.search(clause) or re.search(r"累计|年均|[三四五]年(?!级)", clause)
    return bool(summed) or (found.figure is not None and found.figure.measure == "growth")


def asks_apart(query: Query, ranked: Sequence[tuple[Side, Quantity]]) -> bool:
    """True where it is asked how far two rates of growth of one thing are apart.

    An amount of a quarter says nothing beside that of the year; how fast each grew, it does.
    """
    figures = [s.reading.best.figure for s, _ in ranked]
    rates = all(f is not None and f.measure == "growth" for f in figures)
    named = {f.indicator for f in figures if f is not None}
    return rates and len(named) == 1 and "difference" in query.asks
