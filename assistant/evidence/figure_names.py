"""What figures are called: what is each one's own of a name, and which are asked by them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from assistant.evidence.draft import unmarked
from assistant.evidence.figure_candidates import HEAD_LENGTH, PART_OF
from assistant.evidence.figure_phrases import words_before
from assistant.language.quantities import unit_family
from assistant.language.tokenizer import is_verb, segments
from assistant.question import figure_cues
from assistant.schema import Indicator, Query, Span
from assistant.text import fold_text

_SEVERAL = 2
# The last of several names carries what all of them count: 国庆|三个假期接待游客.
_SHARED_HEAD = re.compile(
    r"^(.{2,}?)((?:[二两三四五六七八九十]|\d{1,2})(?:个|大|条|项|类|种|家|所|方面).{2,})$"
)
# "7个村超期过渡,涉及群众9400人": whom something reaches is told of what stands before.
_WHOM = re.compile(r"(?:涉及|惠及|波及|受益|受影响)")


def own_names(figures: Sequence[Indicator], text: str) -> dict[Span, str]:
    """Return what is each figure's own in its name, folded, by the figure's span.

    What several figures of one clause count together is taken off the last one's name. A part
    that names no thing is of the thing before it: "累计办理3960亿元,其中2023年办理612亿元".
    People whom something reaches are of that, too.
    """
    names: dict[Span, str] = {}
    before = ""
    for figure in figures:
        name = fold_text(figure.name)
        together = [f for f in figures if (f.start, f.end) == (figure.start, figure.end)]
        shared = _SHARED_HEAD.match(name) if len(together) > 1 else None
        part = PART_OF.match(text[figure.start : figure.end])
        if part and before and (name in before or all(map(is_verb, segments(name)))):
            name = before
        names[figure.figure] = shared.group(1) if shared else name
        if figure.measure == "rank":
            # "列全市第二、山区县第一": among whom is a part of what the rank is of.
            names[figure.figure] += fold_text(words_before(text, figure))
        if before and _WHOM.match(name) and unit_family(figure.unit) == "人":
            names[figure.figure] = f"{before}{name}"
        before = name
    return names


def asked_heads(
    query: Query, figures: Sequence[Indicator], names: Mapping[Span, str]
) -> frozenset[Span]:
    """The counts whose names end in what a question asks for, where those of others do not.

    Where a sum of money is asked for, what it is spent on is none of them.
    """
    money = any(unit_family(unit) == "元" for unit in query.units)
    counts = [f.figure for f in figures if f.measure == "count" and not money]
    told = frozenset(f for f in counts if names[f][-HEAD_LENGTH:] in query.text)
    return told if len(told) < len(counts) else frozenset()


def several_things(query: Query, text: str, figures: Sequence[Indicator]) -> list[Indicator]:
    """The figures of several things that each go by their own name: 多少玉米、多少大豆."""
    things = list(dict.fromkeys(figure_cues.THINGS_COUNTED.findall(query.text)))
    if len(things) < _SEVERAL:
        return []
    names = own_names(figures, text)
    told = [[f for f in figures if names[f.figure].endswith(thing)] for thing in things]
    if not all(told):
        return []
    return [min(found, key=lambda f: (len(names[f.figure]), f.figure)) for found in told]


def longest_shared(text: str, name: str) -> int:
    """How many characters in a row of a name are as they were typed: 在园幼儿, not 幼儿园.

    >>> longest_shared("在园幼儿多少", "幼儿园在园幼儿"), longest_shared("在园幼儿多少", "幼儿园")
    (4, 2)
    """
    longest = 0
    for start in range(len(name)):
        while start + longest < len(name) and name[start : start + longest + 1] in text:
            longest += 1
    return longest


def is_led_by_name(
    query: Query, text: str, figure: Indicator, figures: Sequence[Indicator]
) -> bool:
    """True for the 900家次 of "20个城市招商900家次": the words between name no number of towns."""
    if query.units and figure.unit not in query.units:
        return False
    before = [f for f in figures if f.indicator == figure.indicator and f.unit != figure.unit]
    between = (text[f.figure[1] : figure.figure[0]] for f in before if f.figure < figure.figure)
    return any(unmarked(words).startswith(figure.name) for words in between)
