"""The note of units over a table, and which of its units a column has: "单位:个、亿元"."""

from __future__ import annotations

import re

from assistant.language.units import COUNTERS, split_unit

# "单位：亿元、%": a rate beside amounts is no second unit of these.
_SPLIT = re.compile(r"[、，,/／和及\s]+")
_MONEY = re.compile(r"投资|资金|金额|总额|预算|决算|收入|支出|经费|价款|造价|产值|税收|贷款|存款")
_COUNTED = re.compile(r"(?:[个家户件项]数|数量?|数目|数额?)$")
_RATES = ("%", "％", "‰")
_CURRENCIES = ("元", "美元", "人民币")


def units_of_note(note: str) -> list[str]:
    """Return the units that the words behind "单位:" name, without those of rates.

    >>> units_of_note("个、亿元"), units_of_note("亿元、%")
    (['个', '亿元'], ['亿元'])
    """
    units = [unit for unit in _SPLIT.split(note) if unit]
    return [unit for unit in units if unit not in _RATES]


def unit_of_column(units: list[str], header: str) -> str:
    """Return the one of several units that a column can have; nothing where that is not plain.

    >>> unit_of_column(["个", "亿元"], "项目个数"), unit_of_column(["个", "亿元"], "完成投资额")
    ('个', '亿元')
    >>> unit_of_column(["公里", "亿元"], "里程"), unit_of_column(["亿元"], "里程")
    ('', '亿元')
    """
    if len(units) < 2:
        return "".join(units)
    money = [unit for unit in units if split_unit(unit)[1] in _CURRENCIES]
    counters = [unit for unit in units if unit in COUNTERS]
    own = [unit for unit in counters if f"{unit}数" in header]
    fitting = money if _MONEY.search(header) else counters if _COUNTED.search(header) else []
    fitting = own or fitting
    return fitting[0] if len(fitting) == 1 else ""
