"""A proportion of several parts ("4.7:43.7:51.6"): the one of the year that is asked for.

"由上年的4.8:43.1:52.1调整为4.7:43.7:51.6" tells two years; neither answers for the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from assistant.evidence.draft import Draft, unmarked, whose
from assistant.evidence.evidence import Evidence
from assistant.evidence.fits import fit_kind, fit_period
from assistant.evidence.statements import Statement
from assistant.evidence.terms import canonical_names
from assistant.language.period_mentions import find_periods
from assistant.language.periods import year_of
from assistant.lexicon.indicators import load_indicators
from assistant.schema import Query, Span
from assistant.text import fold_text

_NUMBER = r"\d+(?:\.\d+)?"
_RATIO = re.compile(rf"(?<![\d.:]){_NUMBER}(?:\s?[:：∶︰比]\s?{_NUMBER}){{1,}}(?![\d:])")
_RATIO_UNIT = "倍"  # what the lexicon says of names whose value is a proportion
_ORDER = "一二三"
_INDUSTRY = re.compile(r"第([一二三])产业增加值(?:占(?:地区生产总值|GDP)比重)?$")
_TERTIARY = re.compile(r"^服务业(?=增加值占)")
_OF_INDUSTRIES, _WHOLE = "三次产业结构", "地区生产总值"
_ROUNDED = Decimal("0.3")  # by which three shares, each rounded, may miss a hundred
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


def find_part(evidence: Evidence, query: Query, sources: Sequence[str]) -> tuple[Ratio, int] | None:
    """Return the proportion of the three industries where the share of one of them is asked for."""
    names = [_TERTIARY.sub("第三产业", n) for n in query.indicators]
    if "服务业" in query.text:
        names = list(query.indicators)  # the proportion tells of 第三产业 alone
    parts = {m[1] for name in names if (m := _INDUSTRY.match(name))}
    whole = all(_INDUSTRY.match(name) or name == _WHOLE for name in names)
    share = "share" in query.measures or any("占" in name for name in query.indicators)
    if len(parts) != 1 or not whole or not share:
        return None
    of_all = replace(query, indicators=(_OF_INDUSTRIES,), measures=(), units=())
    found = [
        r
        for r in find_ratios(evidence, of_all, sources)
        if len(values := _values(r)) == len(_ORDER) and abs(sum(values, Decimal(-100))) <= _ROUNDED
    ]
    return (found[0], _ORDER.index(parts.pop())) if found else None


def _values(ratio: Ratio) -> list[Decimal]:
    return [Decimal(value) for value in re.findall(_NUMBER, ratio.value)]


def write_part(draft: Draft, ratio: Ratio, part: int) -> None:
    """Write a proportion that adds up to a hundred, and the share of one of its parts."""
    share = f"{re.findall(_NUMBER, ratio.value)[part]}%"
    marker = draft.cite_statement(ratio.statement, *ratio.clause)
    draft.computed.append(share)
    period = "" if ratio.period.startswith("-") else ratio.period
    head = whose(ratio.statement, period, "", ratio.value)
    draft.say(f"{head}:{ratio.name}为{ratio.value}{marker},其中第{_ORDER[part]}产业占{share}。")


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
        # "三次产业[3]比为20.4:32.3:47.3": a note's mark parts no name.
        called = next(iter(canonical_names(fold_text(unmarked(clause))) & names), "")
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
    draft.say(f"{whose(ratio.statement, period, '', told)}:{told}{marker}。")
