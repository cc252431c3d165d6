"""Whether a figure is of the part of the economy asked for: the whole, a trade, what it yields."""

from __future__ import annotations

import re

from assistant.evidence.findings import Finding
from assistant.evidence.statements import Statement
from assistant.question import figure_cues
from assistant.question.places import blank, without_slots
from assistant.schema import Indicator, Query
from assistant.text import fold_text

# The end of whose name a trade goes by: 医疗 of 核医疗产业, 第二 of 第二产业.
# 铝产业 and 茶产业 have but one character of their own.
# 产业投资 behind a 的 or a verb is that of all of them: 2025年的产业投资, 完成产业投资.
_INDUSTRY = re.compile(
    r"(?:(?!完成|实现|推进|推动|加快|促进|发展)[一-鿿]{2}|(?<![一-鿿])[一-鿿])(?<![的全])(?=产业)"
)
_INDUSTRY_ASKED = re.compile(
    rf"(?:{_INDUSTRY.pattern})(?=产业[^,，。?？]{{0,6}}(?:产值|收入|增加值|利润|税收))"
)
# Trades of which the whole economy has many.
_TRADE = re.compile(r"制造业|服务业|建筑业|房地产业?|高技术产业|农业")
_ANY_TRADE = re.compile(rf"{_TRADE.pattern}|工业")
# What is told of a trade in money: none of them stands for another.
_LEAST_OWNER = 2  # characters of whose yield is told
_YIELDS = ("增加值", "产值", "营业?收|业务收入", "利润", "税收", "投资")


def of_another_yield(query: Query, figure: Indicator) -> bool:
    """True for the 产值 of a trade whose 增加值 is asked for."""
    words = (query.text, fold_text(figure.name))
    asked, told = ({y for y in _YIELDS if re.search(y, w)} for w in words)
    return not query.indicators and len(asked) == 1 and bool(told) and not asked & told


def of_another_sector(query: Query, found: Finding) -> bool:
    """True where one speaks of a part of the economy and the other of the whole."""
    figure, statement = found.figure, found.statement
    if figure is None:
        return False
    if _of_another_industry(query, statement, figure):
        return True
    if _of_whole_for_trade(query, statement, figure) or _of_another_owner(query, found, figure):
        return True
    told, asked = figure_cues.SECTOR.match(figure.name), figure_cues.SECTOR.search(query.text)
    if told:
        return told.group() not in query.text
    near = f"{figure.name}{statement.folded}{statement.labels}"
    return asked is not None and asked.group() not in near


def _of_whole_for_trade(query: Query, statement: Statement, figure: Indicator) -> bool:
    """True for what another trade or all of them have, where a trade is asked for by its name.

    "外资2亿美元,其中制造业1亿美元" has no 2亿美元 of 制造业, and 工业企业 no profit of 服务业企业.
    """
    own = figure.indicator in query.indicators  # its name says of which trade it is
    slots = ("district", "indicator") if own else ("district",)
    beside = without_slots(query, slots)
    asked = set(_TRADE.findall(beside))
    called = f"{fold_text(figure.name)}{figure.indicator}"
    if asked and not own and (named := set(_ANY_TRADE.findall(called))):
        return not named & asked  # its own name says of which: 工业企业利润总额
    before = statement.document.text[statement.start : figure.figure[1]]
    near = f"{fold_text(before)}{statement.labels}{figure.indicator}"
    if not asked or any(trade in near for trade in asked):
        return False
    return own or _ANY_TRADE.search(near) is not None


def _of_another_owner(query: Query, found: Finding, figure: Indicator) -> bool:
    """True for the 增加值 of another thing than that which is named right before it.

    A mistyped 规上业增加值 is none of 农林牧渔业.
    """
    yields = re.search("|".join(_YIELDS), fold_text(figure.name))
    owner = fold_text(figure.name)[: yields.start()] if yields else ""
    if yields is None or len(owner) < _LEAST_OWNER:
        return False
    asked = [t for t in found.match.missing if f"{t}{yields.group()}" in query.text]
    shared = any(owner[i : i + 2] in query.text for i in range(len(owner) - 1))
    return bool(asked) and not shared


def _of_another_industry(query: Query, statement: Statement, figure: Indicator) -> bool:
    """True for what 软件产业 earned where 核医疗产业 is asked for, of which nothing is said."""
    asked = _INDUSTRY_ASKED.findall(blank(query.text, query.slots.get("district", ())))
    before = statement.document.text[statement.start : figure.figure[0]]
    told = _INDUSTRY.findall(fold_text(before))
    near = f"{statement.folded}{statement.labels}{figure.indicator}"
    if any(len(industry) == 1 and industry not in near for industry in asked):
        return True
    return bool(asked and told) and not any(industry in near for industry in asked)
