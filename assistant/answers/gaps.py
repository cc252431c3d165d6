"""How far two values are apart: a difference in one unit, how many times, which share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

from assistant.language.quantities import Quantity, base
from assistant.language.units import RATES


def amount(quantity: Quantity) -> Decimal:
    """Return a value in the base unit of its family, a fall below zero."""
    return base(quantity)[0]


def signed(quantity: Quantity) -> str:
    """Show a fall as one, "下降2.4%" is -2.4% beside 1.8%, and the unit that a header told."""
    text = quantity.text if quantity.sign != "-" or "-" in quantity.text else f"-{quantity.text}"
    return text if quantity.unit in text else f"{text}{quantity.unit}"


def difference_text(high: Quantity, low: Quantity) -> str:
    """Return the difference in the unit of the higher value; percentages differ by 百分点."""
    gap = amount(high) - amount(low)
    unit = base(high)[1]
    if unit == "%":
        return f"{plain(gap)}个百分点"
    if high.value and abs(gap) < abs(amount(high) / high.value) and low.unit != high.unit:
        high = low  # 8.2万元 and 73860元 differ by 8140元
    factor = amount(replace(high, sign="")) / abs(high.value) if high.value else Decimal(1)
    return f"{plain(gap / factor)}{high.unit}"


def times_text(one: Quantity, other: Quantity) -> str:
    """Return how many times ``other`` one value is, to two places: "1.41倍", "约1.55倍".

    Empty for rates and for values that no multiple can be told of.
    """
    if base(one)[1] in RATES or amount(other) <= 0 or amount(one) <= 0:
        return ""
    times = amount(one) / amount(other)
    told = rounded(times, 2)
    about = bool(one.qualifier or other.qualifier) or told != times
    return f"{'约' if about else ''}{plain(told)}倍" if told else ""


def share_text(part: Quantity, whole: Quantity) -> str:
    """Return which share of ``whole`` a part is, to one place: "60.1%"; empty if it is none."""
    if base(part)[1] in RATES or not 0 < amount(part) <= amount(whole):
        return ""
    return f"{plain(rounded(100 * amount(part) / amount(whole), 1))}%"


def sum_text(values: Sequence[Quantity]) -> str:
    """Return what amounts of one unit add up to, in the unit of the first; empty for rates."""
    first = values[0]
    if base(first)[1] in RATES or len({base(q)[1] for q in values}) > 1:
        return ""
    whole = sum((amount(q) for q in values), Decimal(0))
    factor = amount(first) / first.value if first.value else Decimal(1)
    about = "约" if any(q.qualifier for q in values) else ""
    return f"{about}{plain(whole / factor)}{first.unit}"


def plain(value: Decimal) -> str:
    """Return a number without an exponent or zeros at its end."""
    return f"{value.normalize():f}"


def rounded(value: Decimal, places: int) -> Decimal:
    """Round as people do, a half away from zero.

    >>> rounded(Decimal("64.25"), 1)
    Decimal('64.3')
    """
    return value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
