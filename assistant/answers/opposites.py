"""Which of two parts that leave each other out a figure is of: 城市 or 农村, 全区 or 区本级.

"享受城市低保6853人，发放低保金5741万元；享受农村低保2918人，发放低保金1463万元" tells of two
things in the same words: neither figure stands for the other, nor is it another value of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.evidence.findings import Finding
from assistant.schema import Query
from assistant.text import fold_text

# A budget tells of 全区 and of 区本级 in sections of their own.
_LEVELS = ("全[区县市旗州]", "[区县市旗州]本级")
_PAIRS = (("城市|城镇|城里", "农村|乡村|乡下"), ("公办", "民办"), _LEVELS)
_ENDS = ("最[高多大快好]", "最[低少小慢差]")
_WHICH = re.compile("哪(?:些|几|[两三四五六七八九十])")
_AGAINST = (
    re.compile(
        r"[快高优多]于|领先|超过|跑赢|比[^,，。?？]{1,10}?[快高多](?![少几])|跑?在[^,，。?？]{1,10}前"
    ),
    re.compile(
        r"[慢低差少]于|落后|滞后|不及|未达|比[^,，。?？]{1,10}?[慢低差少](?!几)|拖[后累]|在[^,，。?？]{1,10}后"
    ),
)
# "仍有55个小区没有专业化物业": what lacks a thing is none of what has it.
_LACKING = re.compile(
    r"(?:没有|缺乏|缺少|[尚还仍]?未(?:能|有)?|[仍尚]?无(?!人|线|障碍|偿))(?=[\"“]?(?P<what>[一-鿿]{2}))"
)
_LACK_ASKED = re.compile(r"[没未无缺差不]|(?<!多)少|空白|盲区")
_BOTH = "城乡|公民办|全体居民"
_ANY_SIDE = re.compile("|".join([*(side for pair in _PAIRS for side in pair), _BOTH]))
# 居民 alone are those of both: 城镇居民收入, 居民收入.
_SIDED = re.compile(r"(城市|城镇|农村|乡村|公办|民办)的?((?!居民|常住)[一-鿿]{2})")
_WHOLE = re.compile(r"全[市县区旗州省]|一共|总共|合计|总数|所有|全部")
_SENTENCE = re.compile(r"[;；。\n]")


def is_of_opposite(query: Query, found: Finding) -> bool:
    """True for the figure of 农村低保 where 城市低保 alone is asked for, or the other way round.

    Nor is what is highest by its name told for the lowest, or what lacks a thing for what has it.
    """
    if _lacks_asked(query, found) or is_at_other_end(query.text, fold_text(found.quote)):
        return True
    name = fold_text(found.figure.name) if found.figure is not None else ""
    ends = [re.search(end, query.text) is not None for end in _ENDS]
    told = [re.search(end, name) is not None for end in _ENDS]
    if sum(ends) == sum(told) == 1 and ends != told:
        return True
    return any(
        asked is not None and told not in (None, asked)
        for asked, told in zip(_asked(query.text), _told(found), strict=True)
    )


def _lacks_asked(query: Query, found: Finding) -> bool:
    """True for a count of those without a thing, by its name, where no lack of it is asked for."""
    if found.figure is None or "verdict" in query.asks or _LACK_ASKED.search(query.text):
        return False
    lacking = _LACKING.search(fold_text(found.figure.name))
    return lacking is not None and lacking["what"] in query.text


def is_at_other_end(question: str, told: str) -> bool:
    """True for those that are behind a measure, where it is asked which are ahead of it.

    A single one may be told to be behind what it was asked to be ahead of.

    >>> is_at_other_end("哪些街道快于序时进度?", "慢于序时进度的有东街道")
    True
    >>> is_at_other_end("哪些街道比序时进度慢?", "慢于序时进度的有东街道")
    False
    """
    if _WHICH.search(question) is None:
        return False
    one, other = ([end.search(text) is not None for end in _AGAINST] for text in (question, told))
    return sum(one) == sum(other) == 1 and one != other


def parts_of(one: Finding, other: Finding) -> tuple[str, str] | None:
    """The words for the two parts that two figures are of, if they leave each other out."""
    for first, second, sides in zip(_told(one), _told(other), _PAIRS, strict=True):
        if first is not None and second is not None and first != second:
            return _word(one, sides, first), _word(other, sides, second)
    return None


def _asked(text: str) -> list[int | None]:
    """For each pair the one side that a text names; none where it names both or neither."""
    named = [[i for i, side in enumerate(sides) if re.search(side, text)] for sides in _PAIRS]
    both = re.search(_BOTH, text) is not None
    return [sides[0] if len(sides) == 1 and not both else None for sides in named]


def _told(found: Finding) -> list[int | None]:
    """For each pair the side that is named last before a figure, by its sentence or its name."""
    text = _before(found)
    return [_last(f"{_headings(found, sides)}{text}", sides) for sides in _PAIRS]


def _headings(found: Finding, sides: tuple[str, str]) -> str:
    """The headings over a figure, where these alone say which part it is of."""
    return fold_text("".join(found.statement.chunk.section_path)) if sides is _LEVELS else ""


def _last(text: str, sides: tuple[str, str]) -> int | None:
    named = [
        (max((m.end() for m in re.finditer(side, text)), default=0), i)
        for i, side in enumerate((*sides, _BOTH))
    ]
    end, last = max(named)
    return last if end and last < len(sides) else None


def _before(found: Finding) -> str:
    """The words before a figure in its sentence, with its name; of a row the name alone."""
    figure, statement = found.figure, found.statement
    if figure is None:
        return ""
    if statement.row is not None:
        return fold_text(figure.name)
    text = statement.document.text[statement.start : figure.figure[0]]
    return fold_text(f"{_SENTENCE.split(text)[-1]}{figure.name}")


def _word(found: Finding, sides: tuple[str, str], side: int) -> str:
    text = f"{_headings(found, sides)}{_before(found)}"
    return [m.group() for m in re.finditer(sides[side], text)][-1]


def with_sides(parts: Sequence[str]) -> list[str]:
    """The parts of a question, each with the side that a part before it names of the same thing.

    >>> with_sides(["多少人享受城市低保", "发了多少低保金", "全区低保金一共多少"])
    ['多少人享受城市低保', '发了多少城市低保金', '全区低保金一共多少']
    """
    told: list[str] = []
    for part in parts:
        before = _SIDED.search(told[-1]) if told else None
        bare = not (_ANY_SIDE.search(part) or _WHOLE.search(part))
        told.append(part.replace(before[2], before[0], 1) if before and bare else part)
    return told
