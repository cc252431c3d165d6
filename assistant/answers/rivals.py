"""Another value of the very thing that an answer tells, where a document gives two of them."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from assistant.answers.fitness import meets
from assistant.answers.gaps import amount
from assistant.answers.opposites import parts_of
from assistant.answers.writing import Reading, write_finding
from assistant.evidence.asked import is_asked
from assistant.evidence.draft import Draft
from assistant.evidence.findings import Finding
from assistant.evidence.terms import Term
from assistant.language.quantities import Quantity, comparable, find_quantities
from assistant.question import statement_cues
from assistant.text import fold_text

TWO_VALUES = "文档对此给出了不同的数,口径可能不同,请核对原文。"
TWO_PARTS = "前一个数是{}的,后一个数是{}的。"
_ROUNDED_SHARE = Decimal("0.01")  # apart by less, one of two values only rounds the other


def rival_of(reading: Reading, terms: Sequence[Term]) -> Finding | None:
    """Return what gives another value of the same thing, place, time, kind and unit, if any.

    Neither of them is more surely the one that is asked for.
    """
    if len(reading.findings) != 1 or reading.best.figure is None:
        return None
    fitting = (f for f in reading.near if meets(reading.query, terms, f))
    return next((f for f in fitting if _is_rival(reading, f)), None)


def write_rival(draft: Draft, told: Finding, rival: Finding) -> None:
    """Tell the other value below the first, and whether they are of one thing or of two parts."""
    write_finding(draft, rival)
    parts = parts_of(told, rival)
    draft.say(TWO_PARTS.format(*parts) if parts else TWO_VALUES)


def _is_rival(reading: Reading, found: Finding) -> bool:
    first, one, other = reading.best, reading.best.figure, found.figure
    if one is None or other is None or not is_asked(reading.query, one.indicator):
        return False
    # 固定资产投资(剔除房地产开发投资) is on another basis than 固定资产投资, though named alike.
    based = one.indicator != other.indicator and "(" in f"{one.indicator}{other.indicator}"
    same = fold_text(one.name) == fold_text(other.name) or one.indicator == other.indicator
    # 年新增规上企业36家 are no other value of 规上企业117家.
    added = [statement_cues.FLOW.search(figure.name) is not None for figure in (one, other)]
    same = same and not based and added[0] == added[1]
    same = same and all(
        getattr(one, part) == getattr(other, part)
        for part in ("measure", "kind", "period", "district")
    )
    as_near = (
        found.answered
        and found.period_fit == first.period_fit
        and found.kind_fit == first.kind_fit
        and found.match.coverage >= first.match.coverage
        and found.match.own >= first.match.own
    )
    falls = (one.direction == "-", other.direction == "-")
    return same and as_near and _differ(_quantity(first), _quantity(found), falls)


def _quantity(found: Finding) -> Quantity | None:
    """The exact value of a finding's figure; what is only bounded or rounded is none."""
    if found.figure is None or found.figure.qualifier:
        return None
    told = find_quantities(found.statement.document.text[slice(*found.figure.figure)])
    return told[0] if len(told) == 1 else None


def _differ(one: Quantity | None, other: Quantity | None, falls: tuple[bool, bool]) -> bool:
    """True for two values; a fall is one by a word or by its sign: 下降3.4%, -3.4."""
    if one is None or other is None or not comparable(one.unit, other.unit):
        return False
    first, second = (
        -abs(amount(q)) if fallen else amount(q)
        for q, fallen in zip((one, other), falls, strict=True)
    )
    return abs(first - second) > _ROUNDED_SHARE * max(abs(first), abs(second))
