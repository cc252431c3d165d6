"""Whether a figure of a sentence is the passage's: district, period, kind, thing, small words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.language.periods import is_whole_year, year_of
from assistant.language.quantities import Quantity, same_quantity
from assistant.schema import PLAN_KINDS, Indicator, Query
from assistant.text import is_han
from assistant.verification.bindings import EXPECTED, MEASURES, Bindings
from assistant.verification.grounds import Ground
from assistant.verification.modifiers import compares, is_bounded_as, is_modified_as, needs_growth
from assistant.verification.things import is_of_thing

WRONG_DISTRICT = "地区与出处不符"
WRONG_PERIOD = "年份或期间与出处不符"
WRONG_KIND = "目标、完成、预计与出处不符"
WRONG_THING = "数字在出处里说的是另一项"
WRONG_WORDS = "数字前后的限定词(超、近、累计、新增等)与出处不符"
ELSEWHERE = "数字在别的引用里,不在这一处"

RESULTS = frozenset({"actual", "estimate"})


def fault_of_figure(
    quantity: Quantity, grounds: Sequence[Ground], others: Sequence[Ground], said: Bindings
) -> str:
    """Say why no passage proves a figure as the sentence puts it; nothing if one does.

    ``grounds`` are the passages that its marker names, ``others`` all that the model was given.
    """
    reason = ""
    for ground in grounds:
        if not ground.holds(quantity) and not ground.figures(quantity):
            continue
        if not _of_district(ground, *said.district(quantity), said.context.query):
            reason = reason or WRONG_DISTRICT
            continue
        candidates: list[Indicator | None] = [*ground.figures(quantity)] or [None]
        faults = [_indicator_fault(quantity, ground, i, others, said) for i in candidates]
        if "" in faults:
            return ""
        reason = reason or faults[0]
    # Where no passage holds it at all, it is a label's number, which check_line has looked at.
    return reason


def is_elsewhere(quantity: Quantity, grounds: Sequence[Ground], cited: Sequence[Ground]) -> bool:
    """True if only a passage under another marker of the sentence holds a figure."""
    if any(g.holds(quantity) or g.figures(quantity) for g in grounds):
        return False
    number = rf"(?<![\d.]){re.escape(quantity.value_text)}{re.escape(quantity.unit)}"
    bare = rf"(?:^|[|\s]){re.escape(quantity.value_text)}(?:[|\s]|$)"
    if any(
        re.search(number, g.folded + g.labels) or re.search(bare, g.citation.text) for g in grounds
    ):
        return False
    return any(g.holds(quantity) for g in cited)


def _of_district(ground: Ground, district: str, words: str, query: Query) -> bool:
    if district:
        return ground.speaks_for(district) or (bool(words) and ground.names(words))
    return not query.districts or any(ground.speaks_for(d) for d in query.districts)


def _indicator_fault(
    quantity: Quantity,
    ground: Ground,
    indicator: Indicator | None,
    others: Sequence[Ground],
    said: Bindings,
) -> str:
    kind = indicator.kind if indicator else ground.citation.kind
    if not _in_period(quantity, ground, indicator, said):
        return WRONG_PERIOD
    if not _of_kind(quantity, kind, ground, said):
        return WRONG_KIND
    if not is_of_thing(quantity, ground, indicator, others, said):
        return WRONG_THING
    return "" if _in_its_words(quantity, ground, indicator, said) else WRONG_WORDS


def _in_period(
    quantity: Quantity, ground: Ground, indicator: Indicator | None, said: Bindings
) -> bool:
    """The period that is said is the figure's; a part of the year is never left unsaid."""
    stated = ground.period_of(indicator)
    bound, words = said.period(quantity)
    if not stated or bound == stated:
        return True
    if not bound:
        asked = said.context.query.periods
        return not asked or stated in asked
    if words and _stand_together(words, quantity, said.text, ground):
        return True
    if any(
        words and prefix + words in said.text and ground.names(prefix + words) for prefix in "自从"
    ):
        return True
    within = is_whole_year(stated) and not is_whole_year(bound) and year_of(bound) == stated
    if within and indicator and indicator.kind in PLAN_KINDS:
        # "截至9月底完成33家,目标40家": a target of the year, told beside a part of it.
        return said.told(quantity, ground).planned
    # "到2025年底" of a figure of the year; "一季度" of a number that is no indicator's.
    return (within or indicator is None) and bool(words) and ground.names(words)


def _stand_together(words: str, quantity: Quantity, text: str, ground: Ground) -> bool:
    """True if the passage has the period, the figure and all between them as the sentence has."""
    start = text.find(words)
    return start >= 0 and ground.names(text[start : quantity.end])


def _of_kind(quantity: Quantity, kind: str, ground: Ground, said: Bindings) -> bool:
    """A plan is called one, a result is not; what the passage itself says so counts."""
    told = said.told(quantity, ground)
    if kind in PLAN_KINDS:
        quoted = said.quotes_plan(quantity, ground) or said.is_quotation(ground)
        return told.planned or (not told.done and (quoted or _takes_over_plan(said)))
    if kind == "estimate":
        return bool(EXPECTED.search(" ".join([*said.scope(quantity), said.label])))
    return not (kind == "actual" and told.planned and not told.last_done)


def _takes_over_plan(said: Bindings) -> bool:
    """True if a sentence that leaves out whose and when it is also leaves out that it is a plan."""
    context = said.context
    asked = set(context.query.kinds)
    if said.stands_alone:
        return False
    measures = MEASURES.search(context.lead_in or context.query.text)
    return (bool(asked) and asked <= PLAN_KINDS) or (bool(measures) and not asked & RESULTS)


def is_repeated(quantity: Quantity, said: Bindings, grounds: Sequence[Ground], after: str) -> bool:
    """True if an amount is told of more things than the passages tell it of."""
    told = [q for q in said.quantities if same_quantity(q, quantity)]
    if told[0] is quantity or compares(after) or is_han(quantity.value_text[0]):
        return False
    stated = sum(same_quantity(q, quantity) for g in grounds for q in g.quantities)
    again = [q for q in told if not compares(said.after(q))]
    return 0 < stated < len(again)


def _in_its_words(
    quantity: Quantity, ground: Ground, indicator: Indicator | None, said: Bindings
) -> bool:
    """The small words beside a figure are those of the passage: 超, 近, 累计, 新增, 增加."""
    if said.is_quotation(ground):
        return True
    measure = indicator.measure if indicator else ""
    name = indicator.name if indicator else ""
    before, after = said.before(quantity), said.after(quantity)
    asked = said.context.query.text + said.context.lead_in
    if indicator and needs_growth(indicator, said.text + said.context.query.text):
        return False
    stated = list(_stated(quantity, ground, indicator))
    if not stated:
        return indicator is None or is_bounded_as(quantity, after, indicator.qualifier)
    return any(
        is_bounded_as(quantity, after, found.qualifier)
        and is_modified_as(before, text, name, quantity, measure, asked)
        for text, found in stated
    )


def _stated(
    quantity: Quantity, ground: Ground, indicator: Indicator | None
) -> Iterator[tuple[str, Quantity]]:
    """The places of the passage where a figure stands, of the indicator if there is one."""
    for text, found in ground.before(quantity):
        start = found.start + ground.citation.start
        if indicator is None or indicator.figure[0] <= start < indicator.figure[1]:
            yield text, found
