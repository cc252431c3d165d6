"""Sums that a budget calls no more than 收入 or 支出, by the account that their heading names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.lexicon.indicators import IndicatorLexicon
from ingest.figures.canonical_names import canonical_name
from ingest.figures.figures import Figure

_ACCOUNT = re.compile(
    r"一般公共预算|政府性基金(?:预算)?|国有资本经营(?:预算)?|社会保险基金(?:预算)?"
)
_BARE = frozenset({"收入", "支出"})
# "2.区本级", below the account: whose part of it, where that is not the whole of the district.
_OWN_LEVEL = re.compile(r"[\s\d.、．()（）一二三四五六七八九十]*([省市区县州旗]本?级|本级)")


def in_account(figure: Figure, path: Sequence[str], lexicon: IndicatorLexicon) -> Figure:
    """Give a bare sum the name of the account that the lowest heading with one names alone.

    Below "一、一般公共预算" and "2.区本级", "支出28亿元" is 区本级一般公共预算支出.
    """
    if figure.name not in _BARE or figure.indicator not in _BARE:
        return figure
    named = [found for part in reversed(path) if (found := set(_ACCOUNT.findall(part)))]
    if not named or len(named[0]) > 1:
        return figure
    level = next((m[1] for part in reversed(path) if (m := _OWN_LEVEL.fullmatch(part))), "")
    name = f"{level}{named[0].pop()}{figure.name}"
    return replace(figure, name=name, indicator=canonical_name(name, lexicon) or name)
