"""Targets beside results: which were reached, where that can be told from the two figures alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from assistant.language.periods import is_whole_year
from assistant.language.quantities import Quantity, base, find_quantities
from assistant.language.units import comparable
from assistant.schema import PLAN_KINDS, Document, Indicator

REACHED, MISSED, OPEN = "完成", "未完成", "请看原文"

# What stands around a figure, by what it leaves open.
_EXACT = ("",)
_AT_LEAST = ("以上", "不低于", "不少于", "不小于", "至少")
_MORE_THAN = ("超", "超过", "高于", "突破", "破", "逾", "余")
_AT_MOST = ("以内", "之内", "以下", "不超过", "不高于", "最多")
_ABOUT = ("左右", "上下", "约", "大约", "近", "接近", "将近")


@dataclass(frozen=True, slots=True)
class Judged:
    """A target beside its result; ``verdict`` says whether it was reached, or why that is open."""

    target: Indicator
    result: Indicator
    verdict: str


def judge(
    figures: Sequence[Indicator], texts: Mapping[str, Document], *, most: int | None = None
) -> list[Judged]:
    """Set each target beside the result of the same district, year, indicator and measure."""
    results: dict[tuple[str, ...], list[Indicator]] = {}
    for figure in figures:
        if figure.kind == "actual":
            results.setdefault(_subject(figure), []).append(figure)
    pairs = (
        (target, result)
        for target in figures
        if target.kind in PLAN_KINDS and is_whole_year(target.period)
        for result in results.get(_subject(target), [])
        if comparable(target.unit, result.unit)
    )
    return [
        Judged(target, result, _verdict(target, result, texts))
        for target, result in islice(pairs, most)
    ]


def quantity_of(figure: Indicator, document: Document) -> Quantity | None:
    """The figure as it stands in its document."""
    start, end = figure.figure
    # From the clause's beginning, so that the verb that turns the sign is read too.
    found = find_quantities(document.text[figure.start : end], offset=figure.start)
    return next((q for q in found if q.start <= start < q.end), None)


def compare(wanted: Quantity, reached: Quantity) -> str:
    """Whether a result reaches a target, as far as both leave no room.

    >>> def quantity(text): return find_quantities(text)[0]
    >>> compare(quantity("6%以上"), quantity("6.2%")), compare(quantity("6%"), quantity("5.9%"))
    ('完成', '未完成')
    >>> compare(quantity("6%左右"), quantity("5.9%")), compare(quantity("3%以内"), quantity("2.5%"))
    ('请看原文', '完成')
    """
    if wanted.high is not None or reached.high is not None:
        return OPEN
    have, want = base(reached)[0], base(wanted)[0]
    if wanted.qualifier in _AT_MOST:
        if reached.qualifier not in _EXACT:
            return OPEN
        return REACHED if have <= want else MISSED
    if reached.qualifier not in (*_EXACT, *_AT_LEAST, *_MORE_THAN):
        return OPEN
    exact = reached.qualifier in _EXACT
    if wanted.qualifier in _MORE_THAN:
        return REACHED if have > want else MISSED if exact and have < want else OPEN
    if wanted.qualifier in (*_EXACT, *_AT_LEAST):
        return REACHED if have >= want else MISSED if exact else OPEN
    # A little less than about so much is a matter of opinion.
    return REACHED if wanted.qualifier in _ABOUT and have >= want else OPEN


def _subject(figure: Indicator) -> tuple[str, ...]:
    return (figure.district, figure.period, figure.indicator, figure.measure)


def _verdict(target: Indicator, result: Indicator, texts: Mapping[str, Document]) -> str:
    wanted = quantity_of(target, texts[target.source])
    reached = quantity_of(result, texts[result.source])
    # A fall that is wanted is reached from above, a rank by a smaller number.
    if wanted is None or reached is None or target.measure == "rank" or target.direction == "-":
        return OPEN
    return compare(wanted, reached)
