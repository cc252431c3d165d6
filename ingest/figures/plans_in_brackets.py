"""Plans that a document sets in brackets behind its results, having said so once.

"生产总值增长4.1%(计划6.5%左右,下同);固定资产投资增长5.8%(8%)": the 8% is what was planned for the
investment, though nothing beside it tells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.language.limits import is_limit
from assistant.schema import Indicator

_PLAN = r"(?:计划|目标|预期|任务)"
_STATED = re.compile(
    rf"[(（][^()（）\n]{{0,8}}{_PLAN}[^()（）\n]{{0,16}}下同[)）]"
    rf"|括号[内里中][^()（）。;；\n]{{0,8}}[为是系][^()（）。;；\n]{{0,10}}{_PLAN}"
)
_WITHIN = re.compile(rf"[(（]\s?(?:(?:年初|年度|全年)?{_PLAN}(?:值|数)?[为是:：]?)?$")
_CLOSED = re.compile(r"\s?(?:[,，]\s?下同)?[)）]")


def as_planned(indicators: Sequence[Indicator], text: str) -> Iterator[Indicator]:
    """Make plans of the bare figures in brackets behind results, where a document says it of them.

    ``indicators`` are in the order of the text.
    """
    stated = _STATED.search(text)
    result: Indicator | None = None
    for indicator in indicators:
        if stated and result and indicator.figure[0] > stated.start():
            indicator = _planned(indicator, result, text)
        if indicator.kind in ("actual", "estimate"):
            result = indicator
        yield indicator


def _planned(indicator: Indicator, result: Indicator, text: str) -> Indicator:
    """The plan of what a result right before its bracket is of; else the figure as it was read."""
    between = text[result.figure[1] : indicator.figure[0]]
    closed = _CLOSED.match(text, indicator.figure[1])
    if result.unit != indicator.unit or not (_WITHIN.fullmatch(between) and closed):
        return indicator
    # What is wanted to fall was planned to; what only fell this time was planned to rise.
    falls = result.direction and (is_limit(result.name) or is_limit(result.indicator))
    return replace(
        indicator,
        indicator=result.indicator,
        name=result.name,
        measure=result.measure,
        kind="target",
        period=result.period,
        direction=result.direction if falls else indicator.direction,
    )
