"""A district that no list has, as its own title, offices and sentences name it.

Districts are founded and renamed faster than lists are printed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from assistant.language.tokenizer import is_place_name, is_word
from assistant.lexicon.districts import load_gazetteer

# No name has these: "关于", "在", "全县", "各区".
_NO_NAME = "的了在与及对于为由从被把将各全我本该某每哪这那其关年月日向到等您你贵外两多几数省级"
_CHAR = rf"(?![{_NO_NAME}])[\u4e00-\u9fff]"
_BORDER = r"(?:(?<![\u4e00-\u9fff])|(?<=[年月日在据])|(?<=关于)|(?<=走进)|(?<=来源))"
_NAME = rf"{_BORDER}(?:(?:{_CHAR}){{2,4}}[市州盟])?((?:{_CHAR}){{2,4}}?[区县市旗])"
# "清河区教育局2023年工作总结", "甲县第十届人民代表大会": what only a district is followed by.
_OWNED = (
    r"第[一二三四五六七八九十]+届|人民(?:政府|代表大会|法院|检察院)|政府(?=[办网工]|$)|人大|政协"
    r"|融媒体?|(?:(?:19|20)\d\d|[上今])年|国民经济|十[三四五六]五|概况|简介|基本情况"
)
_OFFICE = r"[\u4e00-\u9fff]{2,12}(?:局|委员会|办公室)"
_IN_TITLE = re.compile(rf"{_NAME}(?={_OWNED}|政府|{_OFFICE})")
_IN_BODY = re.compile(rf"{_NAME}({_OWNED})?")
_SIGNED = re.compile(rf"{_NAME}(?=人民政府|政府|{_OFFICE})")
_STRONG, _WEAK, _ENOUGH = 2, 1, 3


def unlisted_in_title(words: str) -> str:
    """The unlisted district that a title or an office is of, empty for none.

    >>> unlisted_in_title("关于甲坪县2023年第三季度民生实事项目进展情况的通报")
    '甲坪县'
    >>> unlisted_in_title("关于居民小区2023年改造情况的通报")
    ''
    """
    return next((name for m in _IN_TITLE.finditer(words) if (name := _own_name(m[1], True))), "")


def unlisted_at(words: str) -> str:
    """The unlisted district that words open with, as those do behind the name of its city."""
    match = _IN_TITLE.match(words)
    return _own_name(match[1], True) if match else ""


def unlisted_in_body(text: str, signature: str = "") -> str:
    """The unlisted district that signs a text, or that its sentences speak of again and again."""
    if (signed := _SIGNED.match(signature)) and (name := _own_name(signed[1], True)):
        return name
    counts: Counter[str] = Counter()
    for name, weight in _named(text):
        counts[name] += weight
    ranked = counts.most_common(2)
    if not ranked or ranked[0][1] < _ENOUGH or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return ""
    return ranked[0][0]


def _named(text: str) -> Iterator[tuple[str, int]]:
    for match in _IN_BODY.finditer(text):
        owned = bool(match[2])
        if name := _own_name(match[1], owned):
            yield name, _STRONG if owned else _WEAK


def _own_name(found: str, owned: bool) -> str:
    """The name in what looks like one; nothing for words and for what a list has.

    支持甲坪县 names 甲坪县, 完成县 and 居民小区 name nothing.
    """
    stem, rank = found[:-1], found[-1]
    while len(stem) >= 4 and _is_word(stem[:2]):
        stem = stem[2:]
    name = stem + rank
    # 社区, 老城区, 居民小区; 秀山区人民政府 is of a place all the same.
    sorted_out = not owned or len(stem) > 3 or (len(stem) > 2 and _is_word(stem[:2]))
    if (is_word(name[-2:]) and sorted_out) or _is_word(stem) or _is_word(name) or stem[0] == "县":
        return ""
    return "" if load_gazetteer().find(name) else name


def _is_word(word: str) -> bool:
    return is_word(word) and not is_place_name(word)
