"""The note of units over a table, and which of its units a column has: "单位:个、亿元"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby
from operator import itemgetter

from assistant.language.units import COUNTERS, split_unit

# "单位：亿元、%": a rate beside amounts is no second unit of these.
_SPLIT = re.compile(r"[、，,/／和及\s]+")
MONEY = re.compile(r"投资|资金|金额|总额|预算|决算|收入|支出|经费|价款|造价|产值|税收|贷款|存款")
_COUNTED = re.compile(r"(?:[个家户件项]数|数量?|数目|数额?)$")
_RATE = re.compile(r"率|占比|比重|同比|增长|增速|增幅|增减|排名|位次|[%％]")
_RATES = ("%", "％", "‰")
_CURRENCIES = ("元", "美元", "人民币")


def units_of_note(note: str) -> list[str]:
    """Return the units that the words behind "单位:" name, without those of rates.

    >>> units_of_note("个、亿元"), units_of_note("亿元、%")
    (['个', '亿元'], ['亿元'])
    """
    units = [unit for unit in _SPLIT.split(note) if unit]
    return [unit for unit in units if unit not in _RATES]


def unit_of_column(units: list[str], header: str, headers: Sequence[str] = ()) -> str:
    """Return the one of several units that a column can have; nothing where that is not plain.

    Two units of money are told apart where the note names units in the order of the ``headers``.

    >>> unit_of_column(["个", "亿元"], "项目个数"), unit_of_column(["个", "亿元"], "完成投资额")
    ('个', '亿元')
    >>> unit_of_column(["公里", "亿元"], "里程"), unit_of_column(["亿元"], "里程")
    ('', '亿元')
    >>> columns = ["乡镇", "税收收入", "完成率", "新签约项目数", "到位资金"]
    >>> [unit_of_column(["万元", "个", "亿元"], column, columns) for column in columns]
    ['', '万元', '', '个', '亿元']
    """
    if len(units) < 2:
        return "".join(units)
    money = [unit for unit in units if _sort_of_unit(unit) == "money"]
    counters = [unit for unit in units if unit in COUNTERS]
    own = [unit for unit in counters if f"{unit}数" in header]
    sort = _sort_of_column(header)
    fitting = money if sort == "money" else counters if sort == "count" else []
    fitting = own or fitting
    return fitting[0] if len(fitting) == 1 else _in_order(units, header, headers)


def _in_order(units: list[str], header: str, headers: Sequence[str]) -> str:
    """The unit of a column where runs of columns of one sort answer to the units one by one."""
    sorts = [(name, sort) for name in headers if (sort := _sort_of_column(name))]
    runs = [(sort, [name for name, _ in run]) for sort, run in groupby(sorts, key=itemgetter(1))]
    if [sort for sort, _ in runs] != [_sort_of_unit(unit) for unit in units]:
        return ""
    return next((u for u, (_, names) in zip(units, runs, strict=True) if header in names), "")


def _sort_of_unit(unit: str) -> str:
    if split_unit(unit)[1] in _CURRENCIES:
        return "money"
    return "count" if unit in COUNTERS else unit


def _sort_of_column(header: str) -> str:
    if _RATE.search(header):
        return ""
    return "money" if MONEY.search(header) else "count" if _COUNTED.search(header) else ""
