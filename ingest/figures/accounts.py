"""Sums that a budget calls no more than 收入 or 支出, by the account that their heading names."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.lexicon.indicators import IndicatorLexicon
from assistant.schema import Chunk
from ingest.figures.canonical_names import canonical_name
from ingest.figures.figures import Figure

_ACCOUNT = re.compile(r"一般公共预算|政府性基金|国有资本经营(?:预算)?|社会保险基金")
_LEVEL = r"[省市区县州旗]?本级"
# "本级收入", "收入总量": a sum of the account, which names no more of it.
_BARE = re.compile(rf"(?P<level>{_LEVEL})?(?P<sum>(?:收入|支出)(?:总[量计额])?)")
_PLAIN = ("收入", "支出")
# "全区本级收入53亿元": all that the district itself collected, as against what it was given.
_OF_WHOLE = re.compile(r"(?P<whole>全[省市区县州旗])?本级(?:收入|支出)")
# "2.区本级", below the account: whose part of it, where that is not the whole of the district.
_OWN_LEVEL = re.compile(r"[\s\d.、．()（）一二三四五六七八九十]*([省市区县州旗]本?级|本级)")
# "支出:…按层级分,区本级6亿元,街道2亿元": parts of the sum that opens the paragraph.
_OF_LEVEL = re.compile(rf"{_LEVEL}|街道|[乡镇]镇?|街镇|镇街|乡镇")
_OPENING = re.compile(r"\s*(?P<sum>收入|支出)[:：]")


def in_account(figure: Figure, chunk: Chunk, lexicon: IndicatorLexicon) -> Figure:
    """Give a bare sum the name of the account that the lowest heading with one names alone.

    Below "一、一般公共预算" and "2.区本级", "支出28亿元" is 区本级一般公共预算支出, and so is
    "收入:…收入总量40亿元" the 一般公共预算收入总量.
    """
    path = chunk.section_path
    told = _told_of(figure, chunk.text)
    named = [found for part in reversed(path) if (found := set(_ACCOUNT.findall(part)))]
    if told is None or not named or len(named[0]) > 1:
        return figure
    level, of = told
    level = level or next(
        (m[1] for part in reversed(path) if (m := _OWN_LEVEL.fullmatch(part))), ""
    )
    level = "" if level == "本级" and _is_of_whole(figure, chunk.text) else level
    name = f"{level}{named[0].pop()}{of}"
    # 收入总量 is more than was collected, and a street's part less.
    plain = not level and of in _PLAIN
    # "收入(还原口径)" goes by another basis, also with its account.
    basis = figure.indicator.removeprefix(figure.name)
    known = canonical_name(name, lexicon) if plain else None
    return replace(figure, name=name, indicator=f"{known or name}{basis}")


def _is_of_whole(figure: Figure, text: str) -> bool:
    """Whether the sum that a figure tells of, itself or by its growth, is of all of the place."""
    line = text[text.rfind("\n", 0, figure.clause[0]) + 1 : figure.clause[1]]
    told = list(_OF_WHOLE.finditer(line))
    return bool(told) and told[-1]["whole"] is not None


def _told_of(figure: Figure, text: str) -> tuple[str, str] | None:
    """Whose sum a bare name is and which of them; None for a name that says more."""
    if not figure.indicator.startswith(figure.name):
        return None
    if bare := _BARE.fullmatch(figure.name):
        return bare["level"] or "", bare["sum"]
    if not _OF_LEVEL.fullmatch(figure.name):
        return None
    line = text[text.rfind("\n", 0, figure.clause[0]) + 1 : figure.clause[0]]
    opening = _OPENING.match(line)
    return (figure.name, opening["sum"]) if opening else None
