"""By how much a rate has moved since an earlier part of the year: 增速比上半年加快了多少."""

from __future__ import annotations

import re

from assistant.language.periods import label as period_label
from assistant.question.frames import subject_of
from assistant.schema import Query, Span

_PART = (
    r"(?:上半年|[一二三]季度|前[一二两三]个?季度|上个?季度|上个?月"
    r"|\d{1,2}[-—~至到]\d{1,2}月份?|前\d{1,2}个?月)"
)
MOVED = re.compile(
    rf"(?:增速|增幅|降幅|涨幅|跌幅)?(?:[比较]|和|与|跟)(?:今年|当年)?(?P<base>{_PART})(?:相?比)?的?(?:时候|同期)?[,，]?"
    r"(?:是|又|还是|要)?(?P<moved>加快|放缓|回落|收窄|扩大|提[高升]|上升|下降|降低|[快慢高低升降大小]|变化)"
    r"(?:了|出)?(?=多少|几个?(?:百分)?点)"
)
_SPED = re.compile("加快|放缓|回落|收窄|[快慢]")  # what only rates do
_TIME_BEFORE = re.compile(r"(?:全年度?|半年|季度|月份?)的?$")
_RATE = re.compile(r"增[速幅长]|[降涨跌]幅|同比")


def bases_of_moves(text: str) -> list[Span]:
    """Where a text says since when a rate has moved: of that time it asks nothing.

    >>> bases_of_moves("增速比一季度快多少?"), bases_of_moves("投资比一季度高多少?")
    ([(3, 6)], [])
    >>> bases_of_moves("增速,全年比一季度快多少?")  # two times that are set side by side
    []
    """
    moves = (m for m in MOVED.finditer(text) if not _TIME_BEFORE.search(text[: m.start()]))
    return [
        m.span("base") for m in moves if _RATE.search(text[: m.end()]) or _SPED.match(m["moved"])
    ]


def moved_since(text: str, previous: Query) -> str:
    """A follow-up that asks how far a rate moved, with what it is of: "比上半年快了多少?"."""
    moved = MOVED.match(text)
    if moved is None or not previous.indicators:
        return ""
    if len(previous.districts) != 1 or len(previous.periods) != 1:
        return ""
    name = _RATE.sub("", subject_of(previous))
    rate = "" if _RATE.match(text) else "增速"
    return f"{previous.districts[0]}{period_label(previous.periods[0])}{name}{rate}{text}"
