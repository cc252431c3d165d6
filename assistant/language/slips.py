"""Words with a character left out, typed twice, or swapped with its neighbour.

Of the names of places all three are told, of other words what is typed twice, and of long ones
what is left out or swapped too.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from assistant.language.tokenizer import is_word, segments
from assistant.lexicon.indicators import load_indicators

# One character less makes another name of a shorter one: 制造创新中心, 制造业创新中心.
_LONG_ENOUGH_TO_LACK = 8

# "杭州市市长", "2023年年底", "种种子": the same character ends one word and begins the next.
_MEANT_TWICE = frozenset(
    "区县市省州镇乡村街城年月日号人个家天上下中大小多的了是有和种类处所第不"
    "〇零一二三四五六七八九十百千万亿两半"
    "力争学新地水品局部院会校园馆站湖河江山海港路说看讲问谢收作目呃哦嗯啊哎唉呀"
)
_TWICE = re.compile(r"([一-鿿])(?=\1(?!\1))(?<!\1\1)")
_AROUND = 4  # characters on either side of what may be typed twice
_RANKS = "区县市旗"
_PLACE = 3
_SLIPPED_PLACE = re.compile(
    rf"(?:^|(?<=[\s,，。、;；:：?？!！年月底和与跟及比在是对]))((?![全本我该各两三几外邻新老大小贵此那这哪一和与跟及比在是对的])[一-鿿]{{1,3}}[{_RANKS}])"
    r"(?=[\s,，。、;；:：(（\d和与跟及比的在]|$)"
)


def typed_twice(text: str) -> Iterator[tuple[int, int]]:
    """Yield where a character stands by itself beside a word that begins or ends with it.

    >>> list(typed_twice("幼儿儿园普惠率")), list(typed_twice("社区区域、余杭区区长"))
    ([(1, 3)], [])
    """
    for match in _TWICE.finditer(text):
        at = match.start()
        if match[1] in _MEANT_TWICE:
            continue
        before, behind = text[max(0, at - _AROUND) : at + 1], text[at + 2 : at + 2 + _AROUND]
        typed, meant = f"{before}{match[1]}{behind}", f"{before}{behind}"
        cut = not is_word(match[1] * 2) and len(segments(meant)) < len(segments(typed))
        if cut or _named(meant) > _named(typed):
            yield at, at + 2


def _named(text: str) -> int:
    """How many characters of a text are names of the lexicon: 增加值, and not 增加加值."""
    return sum(name.end - name.start for name in load_indicators().find(text))


def slipped_places(text: str, places: Collection[str]) -> Iterator[tuple[int, int, str]]:
    """Yield what stands where a place does, and is one of ``places`` but for a slip.

    >>> list(slipped_places("甲山区和塘钱区2023年", ["钱塘区"]))
    [(4, 7, '钱塘区')]
    >>> list(slipped_places("钱区2023年的新区", ["钱塘区"]))
    [(0, 2, '钱塘区')]
    """
    for match in _SLIPPED_PLACE.finditer(text):
        meant = [place for place in places if _is_slipped(match[1], place)]
        if len(meant) == 1 and not is_word(match[1]):
            yield match.start(1), match.end(1), meant[0]


def _is_slipped(typed: str, place: str) -> bool:
    if typed == place or typed[-1] != place[-1] or len(place) != _PLACE:
        return False
    if len(typed) == len(place):
        return sorted(typed) == sorted(place)
    return (len(typed) == _PLACE - 1 or set(typed) == set(place)) and _distance(place, typed) == 1


def is_slip(word: str, typed: str) -> bool:
    """Tell whether ``typed`` is a long word with a character swapped, left out or typed twice."""
    if not typed.endswith(word[-1]) or abs(len(word) - len(typed)) > 1:
        return False
    if len(typed) == len(word):  # one replaced is judged by its sound
        return sorted(typed) == sorted(word) and _distance(word, typed) == 1
    if len(typed) < len(word):
        return len(word) >= _LONG_ENOUGH_TO_LACK and _distance(word, typed) == 1
    return set(typed) == set(word) and _distance(word, typed) == 1


def _distance(word: str, typed: str) -> int:
    from rapidfuzz.distance import OSA

    return OSA.distance(word, typed)
