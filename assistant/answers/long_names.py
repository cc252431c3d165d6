"""Long names that a question gives as documents write them: what is asked of one is of no other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from assistant.evidence.findings import Finding
from assistant.lexicon.indicators import load_indicators
from assistant.question.places import blank
from assistant.schema import Query
from assistant.text import fold_text

_CODE = re.compile(r"[\da-z]")
LONG_NAME = 8  # characters of a question that stand in a statement as they were typed
LONG_NAME_SHARED = 0.65  # of its pairs of characters that an answer or what labels it must have
# What a figure does with its value belongs to no name: 研发投入强度|达到 多少.
_COMES_TO = re.compile(r"(?:达到?|完成|实现|突破|超过?|增长|下降|为|是|有)+$")
# Of the whole place, as most figures are, be it said or not: 全社会|研发投入强度.
_WHOLE = re.compile(r"^全(?:社会|[区县市州旗])")
_ONE_NAME = re.compile(r"[一-鿿a-z\d]+")


def name_told(query: Query, ranked: Sequence[Finding]) -> str:
    """Return the longest run of a question that one of the statements has, "" if it is short.

    So long a run is a name: 合成生物学国家工程研究中心 is no other 研究中心.
    """
    slots = [s for kind in ("district", "period", "kind") for s in query.slots.get(kind, ())]
    text = blank(query.text, slots)
    longest = ""
    for found in ranked:
        for start in range(len(text) - LONG_NAME):
            end = start + max(len(longest) + 1, LONG_NAME)
            while end <= len(text) and text[start:end] in found.statement.folded:
                longest, end = text[start:end], end + 1
    longest = _WHOLE.sub("", _COMES_TO.sub("", longest))
    return longest if len(longest) >= LONG_NAME and _ONE_NAME.fullmatch(longest) else ""


def speaks_of_name(name: str, found: Finding) -> bool:
    """True if a statement, or what labels it, has most of a long name that was asked of.

    So does a figure that the lexicon knows by that name: 公共财政预算收入 is 一般公共预算收入.
    """
    known = load_indicators().canonical(name)
    if known and found.figure is not None and found.figure.indicator == known:
        return True
    told = f"{found.statement.folded}{found.statement.labels}"
    if found.figure is not None:
        told += fold_text(found.figure.name)  # which a sentence has from the one before it
    # The 11 of S211 stands in any 11月.
    pairs = [pair for a, b in pairwise(name) if not _CODE.search(pair := a + b)]
    return sum(pair in told for pair in pairs) >= LONG_NAME_SHARED * len(pairs)


def is_within_known(query: Query, name: str, found: Finding) -> bool:
    """True for a name that is a part of that of an asked indicator, which a figure is of.

    Of 规上工业企业研发费用占营收比重 a sentence on 规上工业企业研发 has a part; what the figure
    stands beside may say less.
    """
    indicator = found.figure.indicator if found.figure is not None else ""
    spans = query.slots.get("indicator", ())
    return (
        indicator in query.indicators
        and load_indicators().canonical(indicator) is not None
        and any(name in query.text[start:end] for start, end in spans)
    )
