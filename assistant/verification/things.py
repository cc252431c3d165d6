"""Whether the words around a figure name what it is of in the passage that is cited for it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.evidence.terms import canonical_names
from assistant.language.quantities import Quantity, comparable, same_quantity
from assistant.language.tokenizer import segments
from assistant.lexicon.indicators import load_indicators
from assistant.question import stopwords
from assistant.schema import Indicator
from assistant.text import fold_text, is_han
from assistant.verification.bindings import Bindings
from assistant.verification.grounds import Ground, squeezed

NAME_NEEDED = 0.4  # of a figure's name in pairs of characters that the words around it have
FAINT = 0.25  # from which words may mean a figure at all
NAME_SURE = 0.75  # from which a figure's name is the one that the words give it
RIVAL_AHEAD = 0.15  # by which another figure's name has to fit better to be the one that is meant
SHORT_NAME = 4  # characters below which a name does not say whose it is: 死亡, 增长
WHOLE_NAME = 6  # characters of a name that, if all of it is said, is meant
VERBATIM = 6  # characters around a figure that, if they stand in the passage, name it


def is_of_thing(
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


def _is_ambiguous(indicator: Indicator, quantity: Quantity, others: Sequence[Ground]) -> bool:
    """True if another passage calls another amount by the same name: 完成投资."""
    return any(
        rival.name == indicator.name and not other.figures_as(rival, quantity)
        for other in others
        for rival in other.indicators
    )


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


def shared(words: str, text: str) -> float:
    """Share of the pairs of characters of some words that a text has.

    >>> shared("停车泊位", "新增停车位"), shared("停车泊位", "停车泊位1350个")
    (0.3333333333333333, 1.0)
    """
    words, text = squeezed(words), squeezed(text)
    pairs = [words[i : i + 2] for i in range(len(words) - 1)] or [words]
    return sum(pair in text for pair in pairs) / len(pairs)
