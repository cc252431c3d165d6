"""Whose figure it is: a clause that opens with another place's name speaks of that place."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.lexicon.districts import is_ordinary, load_gazetteer

_OPENING = re.compile(r"[\s、，,；;]*(?:其中[,，]?|同期|而)?([\u4e00-\u9fff]{2,10})")
# What statistics give for a whole district: its name in front of them is no part of theirs.
_OF_WHOLE = re.compile(
    r"(?:[\u4e00-\u9fff]{0,12}?(?:生产总值|增加值|总产值|财政(?:总?收入|支出)|预算(?:收入|支出)|零售总额"
    r"|可支配收入|进出口总?额|存款余额|贷款余额)|GDP|固定资产投资)(?!公司|集团)"
)
_NAME_END = re.compile(r"[区县市省州旗盟](?![级属域划间场内外控直政委本])")


def split_place(lead: str, own: str, own_full: str) -> tuple[str, str]:
    """The place that a lead opens with, empty for the document's own, and the words after it.

    >>> split_place("余杭区GDP", "滨江区", "浙江省杭州市滨江区")
    ('余杭区', 'GDP')
    >>> split_place("杭州市滨江区GDP", "滨江区", "浙江省杭州市滨江区")
    ('', 'GDP')
    >>> split_place("示范区项目", "滨江区", "浙江省杭州市滨江区")
    ('', '示范区项目')
    >>> split_place("杭州市GDP", "滨江区", "浙江省杭州市滨江区")
    ('杭州市', 'GDP')
    >>> split_place("滨江地区生产总值", "滨江区", "浙江省杭州市滨江区")
    ('', '地区生产总值')
    >>> split_place("滨江公园增加绿地", "滨江区", "浙江省杭州市滨江区")
    ('', '滨江公园增加绿地')
    """
    place, rest = "", lead
    while name := _opening_name(rest, own):
        # The city in front of the district's own name is no other place; alone it is one.
        place = "" if name == own or own_full.endswith(name) else name
        rest = rest[rest.index(name) + len(name) :]
    return place, _without_short_name(rest, own)


def _without_short_name(lead: str, own: str) -> str:
    """A lead without the short name of the district whose statistic follows: 江城地区生产总值."""
    words, short = lead.lstrip(" \u3000、，,；;"), own[:-1]
    behind = words.removeprefix(short) if len(short) > 1 else words
    return behind if behind != words and _OF_WHOLE.match(behind) else lead


def _opening_name(text: str, own: str) -> str:
    match = _OPENING.match(text)
    words = match.group(1) if match else ""
    ends = [end.end() for end in _NAME_END.finditer(words)]
    return next((words[:end] for end in ends if words[:end] == own or _is_place(words[:end])), "")


@lru_cache(maxsize=4096)
def _is_place(name: str) -> bool:
    named = any(district.name == name for district in load_gazetteer().lookup(name))
    return named and not is_ordinary(name)
