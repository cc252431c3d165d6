"""What an answer has to hold besides the terms: a figure of a unit or measure, a date."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from assistant.language.period_mentions import find_periods
from assistant.language.periods import year_of
from assistant.language.quantities import comparable, quantities_in, unit_family
from assistant.language.units import RATES, split_unit
from assistant.question import ask_cues, comparison_cues, figure_cues, statement_cues
from assistant.schema import Query

WANT_WEIGHT = 1.0  # a clause that has one of the figures, or the period, that is asked for
RATE_UNITS = RATES | {"个百分点"}
MULTIPLIED = re.compile(r"翻[了两一]{1,2}番")
_COUNT = unit_family("个")
# Words put for one another: for places of every kind (787间 are as many 家, 6处 as many 座),
# cases, events, books, machines.
_ALIKE = (
    frozenset({"家", "间", "所", "座", "处", "栋", "幢"}),
    frozenset({"起", "件", "宗"}),
    frozenset({"场", "次", "场次"}),
    frozenset({"列", "次", "班"}),
    frozenset({"批", "次", "批次"}),
    frozenset({"本", "册"}),
    frozenset({"台", "辆"}),
    frozenset({"家", "户"}),
    frozenset({"支", "只"}),
    frozenset({"块", "枚"}),
)
# Nobody asks for the whole weight of what air or water holds.
_CONCENTRATIONS = frozenset({"微克", "毫克"})
_GENERAL = frozenset({"个", "项", ""})  # classifiers that stand in for any other
_LEADING_SCALE = re.compile(r"[百千万]*亿|[百千万]+")
_LARGE = frozenset({"亿", "千亿", "百亿", "十亿", "万亿"})  # 多少亿, of whatever it is
_DAY = re.compile(r"\d{1,2}[日号](?![线楼])")  # of each month, too: 每月10日前
_SET_IN = re.compile(
    rf"(?:(?<![实现存所自正仍])[在于至]|落户|入驻|选址?|选[定取择]|位于|坐落)(?:{statement_cues.PLACE_TOLD.pattern})"
)
Want = Callable[[str], bool]


def has_answer(text: str, units: Sequence[str]) -> bool:
    """True if ``text`` has a figure of one of ``units`` (any figure, where none is given)."""
    found = [q for q in quantities_in(text) if not q.is_rank]
    if not units:
        return bool(found)
    # A ratio is often written bare: "城乡收入倍差缩小至1.43".
    return any(
        answers_unit(q.unit, unit) or (unit == "倍" and not q.unit) for q in found for unit in units
    )


def answers_unit(unit: str, asked: str) -> bool:
    """True if a figure in ``unit`` can stand beside others in ``asked``, or counts the same.

    >>> answers_unit("亿元", "亿"), answers_unit("年", "亿"), answers_unit("家", "亿")
    (True, False, False)
    """
    unit = unit.removesuffix("/人")
    if asked in _LARGE and not _is_large(unit, asked):
        return False
    return comparable(unit, asked) or _counts_alike(unit, asked)


def _is_large(unit: str, asked: str) -> bool:
    """True for money, and for what is counted in 万 or 亿: 连续五年 tells no 多少亿.

    >>> _is_large("万平方米", "亿"), _is_large("亿千瓦时", "亿"), _is_large("万元", "亿")
    (False, True, True)
    """
    if not unit or unit_family(unit) in ("元", "美元"):
        return True
    scale = _LEADING_SCALE.match(unit)
    return scale is not None and (scale.group().endswith("亿") or not asked.endswith("亿"))


def wants_of(query: Query) -> list[Want]:
    """Return what the answer has to hold besides the terms: figures of units and measures."""
    wants: list[Want] = [_holds_unit(unit) for unit in query.units]
    if "growth" in query.measures:
        wants.append(_tells_way if comparison_cues.WAY_ASKED.search(query.text) else _holds_rate)
    if "level" in query.measures and set(query.units) <= RATE_UNITS:
        wants.append(_holds_amount)
    if "completion" in query.measures:
        wants.append(_holds_completion)
    if "rank" in query.measures:
        wants.append(_holds_rank)
    if figure_cues.RATE_ASKED.search(query.text):
        wants.append(_holds_rate)
    if "when" in query.asks:
        wants.append(names_date)
    if institution := ask_cues.INSTITUTION_ASKED.search(query.text):
        wants.append(_names_institution(institution["sort"], institution["did"] or ""))
    if ask_cues.WHERE_ASKED.search(query.text):
        wants.append(tells_where)
    if len(query.periods) == 1 and (len(query.periods[0]) > 4 or query.excluded):
        wants.append(_names_period(query.periods[0]))
    return wants


def tells_where(text: str) -> bool:
    """True for a text that says where something is: 在桃湖园建成, 落户柳塘."""
    return _SET_IN.search(text) is not None


# What the institutions of a sort are called by their names.
_SORTS = dict.fromkeys(("高校", "院校", "大学", "学院"), "大学|学院|高专|高职")


def _names_institution(sort: str, did: str) -> Want:
    """What names a university or a hospital, and has the word for what it is asked to do."""
    named = re.compile(rf"[一-鿿]{{2,}}(?:{_SORTS.get(sort, sort)})")
    return lambda text: did in text and named.search(text) is not None


def _holds_unit(unit: str) -> Want:
    return lambda text: any(fits_unit(q.unit, unit) for q in quantities_in(text))


# "总量有多少亿": so many of what is measured in large numbers.
_SCALE = re.compile(r"[百千]?[万亿]|万亿")


def fits_unit(unit: str, asked: str) -> bool:
    """True if a figure in ``unit`` answers a question in ``asked``: 多少场 is not answered in 枚.

    >>> fits_unit("万元", "元"), fits_unit("枚", "场"), fits_unit("家", "个")
    (True, False, True)
    >>> fits_unit("万户", "家"), fits_unit("台", "部")
    (True, True)
    >>> fits_unit("微克/立方米", "微克"), fits_unit("元/吨", "元")
    (True, False)
    >>> fits_unit("亿元", "亿"), fits_unit("家", "亿"), fits_unit("", "亿")
    (True, False, False)
    >>> fits_unit("万平方米", "亿"), fits_unit("万元/人", "万元")
    (False, True)
    >>> fits_unit("万立方米", "万方"), fits_unit("万平方米", "万方")
    (True, True)
    """
    unit = unit.removesuffix("/人")  # what each person has of it
    if _SCALE.fullmatch(asked):
        return bool(unit) and _is_large(unit, asked)
    if unit.endswith(asked) or asked.endswith(unit or "-") or _counts_alike(unit, asked):
        return True
    counted = unit_family(asked) == _COUNT and asked not in _GENERAL
    return comparable(unit, asked) and not counted


def _counts_alike(unit: str, asked: str) -> bool:
    """几个老师 is answered in 名, 多少家企业 in 户, 几部电梯 in 台, 几方 in 立方米."""
    if asked.lstrip("百千万亿") == "方" and split_unit(unit)[1] == "立方米":
        return True
    if asked in _CONCENTRATIONS and unit.startswith(f"{asked}/"):
        return True
    if asked in ("天", "日") and unit.endswith("工作日"):
        return True
    counted = {split_unit(unit)[1], split_unit(asked)[1]}
    if len(counted) == 1 or any(counted <= alike for alike in _ALIKE):
        return True
    if asked == "人" and split_unit(unit)[1] == "人次":
        return True  # "多少人参加了培训": who came twice is counted twice, and the unit says so
    return asked == "个" and unit_family(unit) == "人"


def _holds_rate(text: str) -> bool:
    told = any(q.unit in RATE_UNITS or q.unit == "倍" for q in quantities_in(text))
    return told or MULTIPLIED.search(text) is not None


def _tells_way(text: str) -> bool:
    return statement_cues.WAY_TOLD.search(text) is not None


def _holds_completion(text: str) -> bool:
    return _holds_rate(text) and figure_cues.COMPLETION.search(text) is not None


def _holds_amount(text: str) -> bool:
    return any(q.unit not in RATE_UNITS and not q.is_rank for q in quantities_in(text))


def _holds_rank(text: str) -> bool:
    return any(q.is_rank for q in quantities_in(text))


def names_date(text: str) -> bool:
    """True if a text tells when: a period, or a day of whichever month."""
    return _DAY.search(text) is not None or any(m.period for m in find_periods(text, "2000"))


def _names_period(period: str) -> Want:
    return lambda text: any(m.period == period for m in find_periods(text, year_of(period)))
