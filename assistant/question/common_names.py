"""Names that talk has for another figure, tried where no document has a figure of the very name."""

from __future__ import annotations

import re

from assistant.question.names import Names

_COMMONLY = (
    # Statistics tell 农业 as a part of 农林牧渔业, unless somebody says he means the whole.
    (re.compile(r"农业的?增加值\((?:即|也就是|指)?农林牧渔业?\)"), "农林牧渔业增加值"),
)
# Budgets call 总量 what came in with what was carried over; where none does, it is the amount.
_TOTAL = re.compile(r"(?<=一般公共预算(?:收入|支出))的?总量")
_IN_FULL = re.compile(r"农林牧渔业?(?:的)?增加值")


def as_commonly_meant(text: str, names: Names) -> str:
    """Return a question with the name that is commonly meant, or "".

    >>> as_commonly_meant("甲区农业增加值(农林牧渔)增长多少?", Names())
    '甲区农林牧渔业增加值增长多少?'
    >>> as_commonly_meant("甲区一般公共预算收入总量是多少?", Names())
    '甲区一般公共预算收入是多少?'
    >>> as_commonly_meant("甲区一般公共预算收入总量是多少?", Names(["一般公共预算收入总量"]))
    ''
    """
    if _IN_FULL.search(text):
        return ""
    told = names.ends("收入总量") or names.ends("支出总量")
    meant = text if told else _TOTAL.sub("", text)
    for pattern, name in _COMMONLY:
        meant = pattern.sub(name, meant)
    return meant if meant != text else ""
