"""Names that say what the things counted are a part of."""

from __future__ import annotations

import re

from assistant.lexicon.indicators import IndicatorLexicon
from assistant.question import statement_cues
from assistant.schema import Span
from ingest.figures.canonical_names import canonical_name
from ingest.figures.carry import State
from ingest.figures.clauses import Group
from ingest.figures.name_places import Named
from ingest.figures.phrases import noun_of

_AMONG = re.compile(r"\s*(?:其中[,，])?在([\u4e00-\u9fff]{4,16})中[,，]")
_QUOTED = re.compile(r"\s*“([\u4e00-\u9fff]{4,20})”(?!等)")
# The parts that 三次产业 are made of.
ONE_OF_THREE_SECTORS = re.compile("第[一二三]次?产业")
_OF_LISTED = "所列项目"


def within_whole(
    named: list[Named], group: Group, sentence: Span, text: str, lexicon: IndicatorLexicon
) -> list[Named]:
    """Say what the things counted are a part of: "在规模以上工业中,股份制企业增长8.9%"."""
    among = _AMONG.match(text, *sentence)
    if among is None or group.clause.start < among.end() - 1:
        return named
    whole = among.group(1)
    if ONE_OF_THREE_SECTORS.fullmatch(whole):
        return named  # which industries are of the third sector needs no telling
    return [
        (q, n if n.startswith(whole) or canonical_name(n, lexicon) else whole + n, lead)
        for q, n, lead in named
    ]


def of_quoted(named: list[Named], sentence: Span, text: str) -> list[Named]:
    """Name what a note that opens with a row's name tells by the end of it.

    "“新增公共泊位”进度滞后,…,预计可新增泊位900个": these are 公共泊位, too.
    """
    quoted = _QUOTED.match(text, *sentence)
    if quoted is None:
        return named
    row = quoted.group(1)
    return [
        (q, row if name != row and row.endswith(noun_of(name)) else name, lead)
        for q, name, lead in named
    ]


def summed_up(named: list[Named], lead_text: str, state: State) -> list[Named]:
    """Name a running total by what was counted in its unit before: "新建学校3所,…累计新建12所"."""
    if "累计" not in lead_text:
        return named
    wholes = [(q, n, lead, state.counted.get(q.unit, "")) for q, n, lead in named]
    return [
        (q, f"累计{w}" if w and n != w and (n in w or w in n) else n, lead)
        for q, n, lead, w in wholes
    ]


def within_sectors(named: list[Named], state: State) -> list[Named]:
    """Say of which part of the economy figures are, and what of each sector they tell.

    "民营经济增加值…。其中,第一产业…", "三次产业对经济增长的拉动分别为:第一产业0.6个百分点".
    """
    own = [
        (q, f"{n}{state.each}" if ONE_OF_THREE_SECTORS.fullmatch(n) else n, lead)
        for q, n, lead in named
    ]
    whole = state.sector
    return [(q, n if n.startswith(whole) else whole + n, lead) for q, n, lead in own]


def within_list(named: list[Named], lead_text: str, sentence: Span, text: str) -> list[Named]:
    """Say whose the money is that went into the projects that the sentence before counts."""
    line = text.rfind("\n", 0, sentence[0]) + 1
    before = text[line : sentence[0]]
    counted = statement_cues.PROJECTS_LISTED.search(before)
    if not (counted and statement_cues.PUT_IN.fullmatch(lead_text.strip("，, "))):
        return named
    return [(q, _OF_LISTED + name, lead) for q, name, lead in named]
