"""Whether a figure of a sentence is the passage's: district, period, kind, thing, small words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.evidence.terms import canonical_names
from assistant.language.periods import is_whole_year, year_of
from assistant.language.quantities import Quantity, comparable, same_quantity
from assistant.language.tokenizer import segments
from assistant.lexicon.indicators import load_indicators
from assistant.question import stopwords
from assistant.schema import Indicator, Query
from assistant.text import fold_text, is_han
from assistant.verification.bindings import EXPECTED, MEASURES, Bindings
from assistant.verification.grounds import Ground, squeezed
from assistant.verification.modifiers import compares, is_bounded_as, is_modified_as, needs_growth

WRONG_DISTRICT = "地区与出处不符"
WRONG_PERIOD = "年份或期间与出处不符"
WRONG_KIND = "目标、完成、预计与出处不符"
WRONG_THING = "数字在出处里说的是另一项"
WRONG_WORDS = "数字前后的限定词(超、近、累计、新增等)与出处不符"
ELSEWHERE = "数字在别的引用里,不在这一处"

NAME_NEEDED = 0.4  # of a figure's name in pairs of characters that the words around it have
FAINT = 0.25  # from which words may mean a figure at all
NAME_SURE = 0.75  # from which a figure's name is the one that the words give it
RIVAL_AHEAD = 0.15  # by which another figure's name has to fit better to be the one that is meant
SHORT_NAME = 4  # characters below which a name does not say whose it is: 死亡, 增长
WHOLE_NAME = 6  # characters of a name that, if all of it is said, is meant
VERBATIM = 6  # characters around a figure that, if they stand in the passage, name it
PLANS, RESULTS = {"target", "floor"}, {"actual", "estimate"}


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
    if not _of_thing(quantity, ground, indicator, others, said):
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
    if within and indicator and indicator.kind in PLANS:
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
    if kind in PLANS:
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
    return (bool(asked) and asked <= PLANS) or (bool(measures) and not asked & RESULTS)


def _of_thing(
    quantity: Quantity,
    ground: Ground,
    indicator: Indicator | None,
    others: Sequence[Ground],
    said: Bindings,
) -> bool:
    """The words around a figure name what it is of in the passage."""
    if said.is_quotation(ground):
        return True
    window = said.window(quantity)
    near = squeezed(window)[-VERBATIM - len(squeezed(quantity.text)) :]
    listed = said.items(quantity)
    rivalled = listed is None and _is_rivalled(quantity, indicator, ground, others, said)
    verbatim = len(near) >= VERBATIM + len(squeezed(quantity.text)) and near in ground.folded
    if listed is None and verbatim and not rivalled:
        return True
    if indicator is None:
        return listed is None and _shares_neighbours(said.reach(quantity), quantity, ground)
    if listed is not None and not said.places_fit(quantity):
        return _is_item(indicator, *listed)
    if rivalled:
        return False
    return _is_named(quantity, ground, indicator, others, said)


def _is_item(indicator: Indicator, index: int, items: Sequence[str]) -> bool:
    """True if of the items before 分别 none has more of a figure's name than its own."""
    if not items:
        return False
    shares = [shared(indicator.name, item) for item in items]
    return shares[index] == max(shares) and shares[index] >= NAME_NEEDED / 2


def _is_rivalled(
    quantity: Quantity,
    indicator: Indicator | None,
    ground: Ground,
    others: Sequence[Ground],
    said: Bindings,
) -> bool:
    """True if the words around a figure are those of another one, here or in another passage."""
    window = said.reach(quantity)
    own = _own_share(indicator, window)
    for other in (ground, *others):
        if other is not ground and own >= NAME_SURE:
            continue
        for rival in other.indicators:
            if not _competes(rival, indicator, quantity, ground) or (
                indicator and rival.name in indicator.name and own >= NAME_NEEDED
            ):
                continue
            here = other is ground and indicator is not None
            if here and indicator and _says_more(rival, indicator, said, quantity):
                return True
            needed = NAME_NEEDED if other is ground else NAME_SURE
            fit = shared(rival.name, window)
            whole = fit == 1 > own and len(rival.name) >= WHOLE_NAME
            nearer = here and _is_nearer(rival, indicator, window)
            if fit >= max(needed, own + RIVAL_AHEAD) or whole or nearer:
                return True
    return False


def _own_share(indicator: Indicator | None, window: str) -> float:
    """How far words have a figure's name, or the one that the lexicon gives it."""
    if indicator is None:
        return 0.0
    own = shared(indicator.name, window)
    known = indicator.indicator in load_indicators().names()
    return max(own, shared(indicator.indicator, window)) if known else own


def _competes(
    rival: Indicator, indicator: Indicator | None, quantity: Quantity, ground: Ground
) -> bool:
    """True for another amount of the same district that is not the same thing by another name."""
    if rival.district != ground.citation.district or ground.figures_as(rival, quantity):
        return False
    if indicator is None:
        return True
    same = rival.indicator == indicator.indicator and rival.name in indicator.name
    return not same and (rival.source, rival.figure) != (indicator.source, indicator.figure)


def _says_more(rival: Indicator, indicator: Indicator, said: Bindings, quantity: Quantity) -> bool:
    """True if the words before a figure add to its name what makes it another: 任务已落地85项."""
    name, more = squeezed(indicator.name), squeezed(rival.name)
    if name not in more or len(more) - len(name) < 2:
        return False
    left = [part for part in more.split(name) if len(part) > 1]
    words = squeezed(said.window(quantity))
    return bool(left) and all(part in words for part in left)


def _is_nearer(rival: Indicator, indicator: Indicator | None, window: str) -> bool:
    """True if a rival's whole name stands after the words for the indicator: 案件损失金额."""
    words, name = squeezed(window), squeezed(rival.name)
    if indicator is None or len(name) < SHORT_NAME or squeezed(indicator.name) in words:
        return False
    at = words.rfind(squeezed(indicator.indicator))
    return at >= 0 and words.rfind(name) >= at + len(squeezed(indicator.indicator))


def _is_ambiguous(indicator: Indicator, quantity: Quantity, others: Sequence[Ground]) -> bool:
    """True if another passage calls another amount by the same name: 完成投资."""
    return any(
        rival.name == indicator.name and not other.figures_as(rival, quantity)
        for other in others
        for rival in other.indicators
    )


def _has_words(window: str) -> bool:
    """True if the words before a figure name anything: not in ",同比增长17.8%"."""
    plain = stopwords.FUNCTION_WORDS | stopwords.WORDING | stopwords.DIRECTIONS
    return any(len(w) > 1 and is_han(w[0]) and w not in plain for w in segments(window))


def _follows(quantity: Quantity, ground: Ground, indicator: Indicator, said: Bindings) -> bool:
    """True if a figure without a name is of the thing of the one before: "496.2万人次,增长12.7%".

    False if the passage has another such figure whose name is nearer to that thing's.
    """
    before = [q for q in said.quantities if q.end <= quantity.start]
    things = ground.figures(before[-1]) if before else []
    if not things or said.names_anew(before[-1].end, quantity.start):
        return True
    alike = [
        i
        for i in ground.indicators
        if i.measure == indicator.measure and comparable(i.unit, indicator.unit)
    ]
    own = max(shared(indicator.name, thing.name) for thing in things)
    return all(shared(i.name, thing.name) <= own for i in alike for thing in things)


def is_repeated(quantity: Quantity, said: Bindings, grounds: Sequence[Ground], after: str) -> bool:
    """True if an amount is told of more things than the passages tell it of."""
    told = [q for q in said.quantities if same_quantity(q, quantity)]
    if told[0] is quantity or compares(after) or is_han(quantity.value_text[0]):
        return False
    stated = sum(same_quantity(q, quantity) for g in grounds for q in g.quantities)
    again = [q for q in told if not compares(said.after(q))]
    return 0 < stated < len(again)


def _is_of_the_one_before(
    quantity: Quantity, own: float, others: Sequence[Ground], said: Bindings
) -> bool:
    """True if the passage of the figure before has another amount that the words fit as well."""
    before = [q for q in said.quantities if q.end <= quantity.start]
    if not before:
        return False
    window = said.window(quantity)
    return any(
        shared(rival.name, window) >= max(own - RIVAL_AHEAD, FAINT)
        and comparable(rival.unit, quantity.unit)
        and not other.figures_as(rival, quantity)
        for other in others
        if other.holds(before[-1])
        for rival in other.indicators
    )


def _is_named(
    quantity: Quantity,
    ground: Ground,
    indicator: Indicator,
    others: Sequence[Ground],
    said: Bindings,
) -> bool:
    window = said.reach(quantity)
    named = said.indicators(quantity)
    plain = indicator.indicator.split("(")[0]
    own = shared(indicator.name, window)
    nameless = quantity.unit == "%" and not _has_words(said.window(quantity))
    if nameless and not _follows(quantity, ground, indicator, said):
        return False
    if _is_of_the_one_before(quantity, own, others, said) and not _carries_on(
        quantity, ground, said
    ):
        return False
    if named and plain in load_indicators().names():
        known = plain in named or bool(canonical_names(fold_text(indicator.name)) & named)
        return known or (indicator.measure == "share" and own >= NAME_NEEDED)
    shared_name = len(indicator.name) < SHORT_NAME or _is_ambiguous(indicator, quantity, others)
    if shared_name and not _carries_on(quantity, ground, said):
        return False
    following = re.match(r"[\u4e00-\u9fff]{2}", said.after(quantity))
    counted = following and squeezed(quantity.text + following.group()) in ground.folded
    if own >= NAME_NEEDED or counted or _stands_before(quantity, ground, said):
        return True
    if not _carries_on(quantity, ground, said):
        return False
    wider = said.text + said.context.lead_in + said.context.query.text
    return shared(indicator.name, wider) >= NAME_NEEDED or plain in said.context.query.indicators


def _stands_before(quantity: Quantity, ground: Ground, said: Bindings) -> bool:
    """True if a noun and the figure stand together in the passage: 缺口约6200个."""
    noun = squeezed(said.window(quantity))[: -len(squeezed(quantity.text))][-2:]
    common = (
        noun in stopwords.FUNCTION_WORDS
        or noun in stopwords.WORDING
        or noun in stopwords.DIRECTIONS
    )
    return len(noun) == 2 and not common and noun + squeezed(quantity.text) in ground.folded


def _carries_on(quantity: Quantity, ground: Ground, said: Bindings) -> bool:
    """True if a figure without a name of its own follows one that stands in the same passage."""
    before = [q for q in said.quantities if q.end <= quantity.start]
    if before and said.names_anew(before[-1].end, quantity.start):
        return True
    return not before or ground.holds(before[-1]) or bool(ground.figures(before[-1]))


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


def shared(words: str, text: str) -> float:
    """Share of the pairs of characters of some words that a text has.

    >>> shared("停车泊位", "新增停车位"), shared("停车泊位", "停车泊位1350个")
    (0.3333333333333333, 1.0)
    """
    words, text = squeezed(words), squeezed(text)
    pairs = [words[i : i + 2] for i in range(len(words) - 1)] or [words]
    return sum(pair in text for pair in pairs) / len(pairs)


def _shares_neighbours(window: str, quantity: Quantity, ground: Ground) -> bool:
    """True if words beside a figure stand beside it in the passage too."""
    words = squeezed(window.replace(quantity.text, " "))[-12:]
    pairs = {words[i : i + 2] for i in range(len(words) - 1)}
    for other in ground.quantities:
        if same_quantity(other, quantity):
            around = squeezed(ground.citation.text[max(0, other.start - 24) : other.end + 8])
            if any(pair in around for pair in pairs):
                return True
    return ground.citation.row is not None or not pairs
