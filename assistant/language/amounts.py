"""Amounts with their units: the record, and when two of them are the same."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from assistant.language.units import comparable, split_unit


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure as it stands in a text.

    ``text`` is the verbatim span ``start:end`` with its qualifier; ``value_text`` the number as
    written without blanks ("57525", "1,234", "九成", "第一", "5-7", "-6.5"), ``value`` the number
    without the unit's factor, ``high`` the upper end of a range. ``unit`` is as written ("亿元"),
    empty for ranks, 成 and bare numbers. ``sign`` is "-" after 下降, 减少 and the like and for
    numbers written with a minus.
    """

    text: str
    value_text: str
    value: Decimal
    unit: str
    start: int
    end: int
    qualifier: str = ""
    sign: str = ""
    high: Decimal | None = None

    @property
    def is_rank(self) -> bool:
        """True for 第一, 第2, 前五, 首位."""
        return self.value_text[0] in "第前首榜"


def base(quantity: Quantity) -> tuple[Decimal, str]:
    """The signed value in the base unit of its family: 亿 and 万 multiplied out, 九成 as 90 %.

    >>> from assistant.language.quantities import find_quantities
    >>> base(find_quantities("同比下降3.05%")[0]), base(find_quantities("复产率达九成")[0])
    ((Decimal('-3.05'), '%'), (Decimal('90'), '%'))
    >>> base(find_quantities("新增25万方")[0])
    (Decimal('250000'), '平方米')
    """
    return _signed(quantity, quantity.value) * _factor(quantity)[0], _factor(quantity)[1]


def same_quantity(a: Quantity, b: Quantity) -> bool:
    """Whether two figures state the same amount: 3万名 is 30000人, 2.70‰ is 0.27%.

    >>> from assistant.language.quantities import find_quantities
    >>> same_quantity(find_quantities("3.6万名")[0], find_quantities("36000人")[0])
    True
    >>> same_quantity(find_quantities("下降6.5%")[0], find_quantities("增长6.5%")[0])
    False
    """
    if a.is_rank != b.is_rank or not comparable(a.unit, b.unit) or not _same_percent(a, b):
        return False
    (left, _), (right, _) = _canonical(a), _canonical(b)
    high_a = None if a.high is None else a.high * _canonical_factor(a)
    high_b = None if b.high is None else b.high * _canonical_factor(b)
    return left == right and high_a == high_b and _rank_form(a) == _rank_form(b)


def _same_percent(a: Quantity, b: Quantity) -> bool:
    """Two figures without a unit match only when both or neither are written as a share (九成)."""
    shares = {"%", "‰"}
    return (base(a)[1] in shares) == (base(b)[1] in shares) or (
        a.unit in ("亿", "万") or b.unit in ("亿", "万")
    )


def _rank_form(quantity: Quantity) -> str:
    return "前" if quantity.value_text.startswith("前") else ""


def _signed(quantity: Quantity, value: Decimal) -> Decimal:
    return -abs(value) if quantity.sign == "-" else value


def _factor(quantity: Quantity) -> tuple[Decimal, str]:
    if "成" in quantity.value_text:
        return Decimal(10), "%"
    if quantity.value_text.startswith("百分之"):
        return Decimal(1), "%"
    if quantity.value_text.startswith("千分之"):
        return Decimal(1), "‰"
    return split_unit(quantity.unit)


def _canonical(quantity: Quantity) -> tuple[Decimal, str]:
    return _signed(quantity, quantity.value) * _canonical_factor(quantity), ""


def _canonical_factor(quantity: Quantity) -> Decimal:
    factor, unit = _factor(quantity)
    return factor / 10 if unit == "‰" else factor
