"""Whose figure it is: a clause that opens with another place's name speaks of that place."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.lexicon.districts import is_ordinary, load_gazetteer

_OPENING = re.compile(r"[\s、，,；;]*(?:其中[,，]?|同期|而)?([\u4e00-\u9fff]{2,10})")
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
    """
    place, rest = "", lead
    while name := _opening_name(rest, own):
        # The city in front of the district's own name is no other place; alone it is one.
        place = "" if name == own or own_full.endswith(name) else name
        rest = rest[rest.index(name) + len(name) :]
    return place, rest


def _opening_name(text: str, own: str) -> str:
    match = _OPENING.match(text)
    words = match.group(1) if match else ""
    ends = [end.end() for end in _NAME_END.finditer(words)]
    return next((words[:end] for end in ends if words[:end] == own or _is_place(words[:end])), "")


@lru_cache(maxsize=4096)
def _is_place(name: str) -> bool:
    named = any(district.name == name for district in load_gazetteer().lookup(name))
    return named and not is_ordinary(name)
