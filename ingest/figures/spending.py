"""What is spent on a purpose that a budget names alone: 教育 in a table or a list of spending.

"支出安排150亿元。其中:教育37亿元" tells 教育支出, and so does the row 教育 below "主要支出项目".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from assistant.language.units import unit_family
from assistant.lexicon.indicators import IndicatorLexicon
from assistant.schema import Indicator

SPENDING, INCOME = "支出", "收入"
# The column that a purpose has its plan in: "科目 | 调整预算数 | 执行数".
_BUDGETED = re.compile(r"(?:年初|调整)?(?:预算|决算)数?$|执行数?$")
_PURPOSE = re.compile(r"[\u4e00-\u9fff]{2,12}")
_OF_WHICH = re.compile(r"其中[:：,，]?|主要(?:支出)?(?:项目|科目|用于)[^。；;：:]{0,8}[:：]")
_COMPLETION = "计划完成率"
_WITHIN = 400  # characters before a part of a list in which its whole is told
_TABLE = 2000  # characters of a table before a row
_FIGURE = re.compile(r"\d")
_SENTENCE = re.compile(r"[^\n]{60,}|。\s*$")


def of_spending(
    found: Iterable[Indicator], text: str, lexicon: IndicatorLexicon
) -> Iterator[Indicator]:
    """Give figures of a purpose the name of the spending, where a whole of spending is told."""
    for indicator in found:
        known = _spending_on(indicator, lexicon)
        told = _below_spending if indicator.row is not None else _part_of_spending
        if known and told(text, indicator):
            done = _COMPLETION if indicator.indicator.endswith(_COMPLETION) else ""
            yield replace(indicator, indicator=f"{known}{done}")
        else:
            yield indicator


def _spending_on(indicator: Indicator, lexicon: IndicatorLexicon) -> str:
    """The lexicon's name for what is spent on a purpose; empty for any other name."""
    purpose = _BUDGETED.sub("", indicator.name)
    money = indicator.measure == "level" and unit_family(indicator.unit) == "元"
    rate = indicator.measure == "growth" or indicator.indicator.endswith(_COMPLETION)
    if not (money or rate) or not _PURPOSE.fullmatch(purpose):
        return ""
    return lexicon.canonical(f"{purpose}{SPENDING}") or ""


def _below_spending(text: str, indicator: Indicator) -> bool:
    """True in a table that is headed by its spending: the last line of words over the row."""
    lines = text[max(0, indicator.start - _TABLE) : indicator.start].split("\n")
    for line in reversed(lines):
        if _SENTENCE.search(line):
            return False
        if not _FIGURE.search(line) and (SPENDING in line or INCOME in line):
            return SPENDING in line and INCOME not in line
    return False


def _part_of_spending(text: str, indicator: Indicator) -> bool:
    """True in a list of parts of a sum that is spent."""
    before = text[max(0, indicator.start - _WITHIN) : indicator.start].split("\n")[-1]
    before += text[indicator.start : indicator.figure[0]]
    marks = list(_OF_WHICH.finditer(before))
    if not marks or "。" in before[marks[-1].end() :]:
        return False
    whole = before[: marks[-1].start()]
    return whole.rfind(SPENDING) > whole.rfind(INCOME) and _FIGURE.search(whole) is not None
