"""Numbers that a sentence computes from stated ones: differences, sums, ratios, shares.

Only figures that are stated and proved are operands, so that no chance pair of the corpus can make
a number true.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import combinations

from assistant.language.amounts import base
from assistant.language.quantities import Quantity, comparable

_DIFFERENCE = re.compile(r"相差|差距|差|高出?|低|多出?|少|超出?|增加|减少")
_SUM = re.compile(r"合计|共计|总计|总共|一共|共|之和")
_RATIO = re.compile(r"倍|占|比例|比重|完成率|达到?.{0,6}%")


_PART = "其中"
_MORE, _LESS = re.compile(r"增加|增长|提高|上升"), re.compile(r"减少|下降|降低|回落")


def operation_of(
    quantity: Quantity, operands: Sequence[Quantity], text: str, passages: Sequence[str] = ()
) -> str:
    """Write the operation that gives a quantity, "6.6%-5.8%"; nothing if none of ``operands`` does.

    ``text`` is the sentence: it has to say what is computed (相差, 合计, 占 …). ``passages`` are
    the cited texts without blanks: what is a part of another figure there is not added to it.
    """
    wanted = abs(base(quantity)[0])
    step = _step(quantity)
    for one, other in combinations(operands, 2):
        if not comparable(one.unit, other.unit):
            continue
        a, b = base(one)[0], base(other)[0]
        points = one.unit == "%" and "百分点" in quantity.unit
        same_unit = comparable(quantity.unit, one.unit) and one.unit != "%"
        scale = base(replace(quantity, value=step))[0] if step else step
        close = abs(abs(a - b) - (abs(quantity.value) if points else wanted)) <= abs(scale) / 2
        told = _DIFFERENCE.search(text) and _is_told_so(quantity, one, other, text)
        if (points or same_unit) and told and close:
            high, low = (one, other) if a >= b else (other, one)
            return f"{high.text}-{low.text}"
        apart = not any(_is_part(one, other, passage) for passage in passages)
        if same_unit and _SUM.search(text) and a + b == wanted and apart:
            return f"{one.text}+{other.text}"
        ratio = _ratio_of(quantity, a, b, step)
        if ratio and _RATIO.search(text):
            return f"{one.text}/{other.text}" if ratio > 0 else f"{other.text}/{one.text}"
    return ""


def _is_told_so(quantity: Quantity, one: Quantity, other: Quantity, text: str) -> bool:
    """True if what is said to have grown has, from the figure told first to that told then.

    "9500张,比2020年的6870张增加2630张" has the later one first.
    """
    start = max(text.rfind(c, 0, quantity.start) for c in ",;。:") + 1
    words = text[start : quantity.start]
    grown, fallen = _MORE.search(words), _LESS.search(words)
    if bool(grown) == bool(fallen):
        return True
    compared = re.search(r"[比较]", text[one.end : max(one.end, other.start)])
    rise = base(one)[0] > base(other)[0] if compared else base(other)[0] > base(one)[0]
    return rise == bool(grown)


def _is_part(one: Quantity, other: Quantity, passage: str) -> bool:
    """True for "4800个,其中错时共享泊位1500个"."""
    first, then = sorted(passage.find(q.text) for q in (one, other))
    return first >= 0 and _PART in passage[first:then]


def _step(quantity: Quantity) -> Decimal:
    """One unit of the last place that a number is written with: 0.1 for 5.8."""
    places = len(quantity.value_text.partition(".")[2])
    return Decimal(1).scaleb(-places)


def _ratio_of(quantity: Quantity, a: Decimal, b: Decimal, step: Decimal) -> int:
    """1 if a quantity is a/b, as times or per cent, -1 if it is b/a, 0 if neither."""
    factor = Decimal(100) if quantity.unit == "%" else Decimal(1) if quantity.unit == "倍" else None
    if factor is None or not a or not b:
        return 0
    for sign, ratio in ((1, a / b), (-1, b / a)):
        if abs(ratio * factor - quantity.value) <= step / 2:
            return sign
    return 0
