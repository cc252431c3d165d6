"""Two indicators of one place, set against each other: 收入增速追上GDP增速没有, 二产占GDP多少.

Each is read by itself; they are compared where both are rates or both amounts of one unit, of one
time and one kind. A share is computed only where no document states it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.answers.conclusions import MISSING
from assistant.answers.gaps import amount, difference_text, share_text, signed
from assistant.answers.reader import read_side
from assistant.answers.sides import figure_of
from assistant.answers.writing import Reading, write_finding
from assistant.evidence.draft import Draft, describe
from assistant.evidence.evidence import Evidence
from assistant.evidence.wants import RATE_UNITS
from assistant.language.periods import label as period_label
from assistant.language.quantities import Quantity, comparable
from assistant.lexicon.indicators import load_indicators
from assistant.question import comparison_cues
from assistant.question.places import without_slots
from assistant.question.query import parse_query
from assistant.schema import PLAN_KINDS, Query
from assistant.text import fold_text

# How each measure is asked for, and what a name is called by it.
_ASKED = {
    "level": ("是多少", ""),
    "growth": ("增长多少", "增速"),
    "completion": ("完成率是多少", "完成率"),
}
_SHARED_END = re.compile(r"(城镇|城市|城区|农村|乡村)(?:居民)?的?[和与跟、比]$")
_OTHER_PART = re.compile(r"(?:[和与跟比]|[快慢高低]于)(城镇|城市|城区|农村|乡村)")
# What sets one thing against another where their difference is asked for.
_SET_AGAINST = re.compile(r"[比和与跟同及、，,减]|相差|差距|之间|[高低多少快慢]于")
_SHARE_OF = re.compile(r"(.{2,})占(.{2,}?)的?比[重例]")


# "河庄互通和义蓬枢纽,到11月完成的投资哪个多", "全区的上年结余和调入资金哪个多": two things that no
# lexicon has, whose they are and what of both.
_TWO_THINGS = re.compile(
    r"(?:^|[\s,，的])(?:(?P<whose>全[区县市旗州]|[区县市旗州]本级|[^\s,，。;；的和与跟、比]{2,8}(?=的))的?)?(?P<one>[^\s,，。;；的和与跟、比]{2,20})[和与跟](?P<other>[^\s,，。;；的和与跟、]{2,20})"
    r"(?:相?比(?:较|起来)?)?(?:(?:的|[,，\s])+(?P<of>[^。;；?？]{0,30}?))?"
    r"(?:哪一?[个家项条处边座所种]|谁)的?(?P<set>[^,，。;；?？]{0,14}?)更?[多少大小高低长短快慢](?![少于])"
)


@dataclass(frozen=True)
class One:
    """One of the two: its name as the answer calls it, and what was found for it."""

    name: str
    reading: Reading

    @property
    def figure(self) -> Quantity | None:
        """The value that stands for it."""
        return figure_of(self.reading.query, self.reading.best) if self.reading.answered else None


def find_pair(evidence: Evidence, query: Query, sources: Sequence[str]) -> list[One]:
    """Return the two indicators that a question sets against each other; empty if it does not."""
    names = _names(query)
    share = _asks_share(query)
    compared = {"rank", "difference"} & set(query.asks) or comparison_cues.OVERTAKING.search(
        query.text
    )
    if len(query.districts) != 1 or len(query.periods) > 1 or len(query.kinds) > 1:
        return []
    plain = not (query.measures and len(names) == 2)  # "哪个降得更多" is asked of their growth
    if "rank" in query.asks and plain and (pair := _two_things(evidence, query, sources)):
        return pair
    if len(names) != 2 or not (share or compared) or _is_one_name(query):
        return []
    if share and read_side(evidence, query, sources).answered:
        return []
    measures = ("level",) if share else _measures(query)
    found = [_read(evidence, query, names, m, sources) for m in measures]
    complete = [pair for pair in found if _are_comparable(pair) and not (share and _rate(pair))]
    told = [pair for pair in found if any(one.reading.answered for one in pair)]
    return (complete or ([] if share else told) or [[]])[0]


def _is_one_name(query: Query) -> bool:
    """True for 学校新增学位差多少: nothing sets the two names of one thing against each other."""
    spans = query.slots.get("indicator", ())
    ranked = "rank" in query.asks or comparison_cues.OVERTAKING.search(query.text)
    if ranked or "difference" not in query.asks or len(spans) < len(query.indicators):
        return False
    return _SET_AGAINST.search(query.text) is None


def _asks_share(query: Query) -> bool:
    shares = [name for name in query.indicators if _SHARE_OF.fullmatch(name)]
    whole = not query.measures and query.indicators == (*shares,)
    if "rank" in query.asks:
        return False
    return "占" in query.text and (query.measures == ("share",) or whole)


def _names(query: Query) -> tuple[str, ...]:
    """The two names; 城镇 of "城镇和农村居民人均可支配收入" shares the end of the other."""
    if len(query.indicators) != 1 or not query.slots.get("indicator"):
        return query.indicators
    name = query.indicators[0]
    parts = _SHARE_OF.fullmatch(name)
    if parts is not None and _asks_share(query):
        return parts.groups()
    start, end = query.slots["indicator"][0]
    shared = _SHARED_END.search(query.text[:start]) or _OTHER_PART.search(query.text[end:])
    own = name[:2]
    if shared is None or not _SHARED_END.match(f"{own}和") or own == shared.group(1):
        return query.indicators
    other = load_indicators().canonical(f"{shared.group(1)}{name[2:]}")
    if not other:
        return query.indicators
    return (other, name) if query.text.find(shared.group(1)) < start else (name, other)


def _measures(query: Query) -> tuple[str, ...]:
    if "growth" in query.measures:
        return ("growth",)
    if query.measures == ("completion",):
        return ("completion",)
    return ("growth",) if comparison_cues.OVERTAKING.search(query.text) else ("level", "growth")


def _read(
    evidence: Evidence, query: Query, names: Sequence[str], measure: str, sources: Sequence[str]
) -> list[One]:
    pair = []
    for name in names:
        when = period_label(query.periods[0]) if query.periods else ""
        kind = "目标" if query.kinds == ("target",) else ""
        asked, label = _ASKED[measure]
        text = f"{query.districts[0]}{when}{name}{kind}{asked}?"
        own = parse_query(text, evidence.corpus, evidence.vocabulary)
        reading = read_side(evidence, replace(own, asks=("value",)), sources)
        pair.append(One(f"{name}{label}", reading))
    return pair


def _two_things(evidence: Evidence, query: Query, sources: Sequence[str]) -> list[One]:
    """Two things by the names that a question gives them; empty unless both are told."""
    asked = _TWO_THINGS.search(without_slots(query, ("district", "period")))
    if asked is None:
        return []
    when = period_label(query.periods[0]) if query.periods else ""
    kind = "目标" if "target" in query.kinds or "定" in asked["set"] else ""
    of = re.sub(r"\s|[到截至在,，]+$|^[到截至在,，]+", "", asked["of"] or asked["set"])
    whose = asked["whose"] or ""
    pair = []
    for name in (asked["one"], re.sub("[到截至在]+$", "", asked["other"])):
        text = f"{query.districts[0]}{when}{whose}{name}{of}{kind}是多少?"
        own = parse_query(text, evidence.corpus, evidence.vocabulary)
        pair.append(One(name, read_side(evidence, replace(own, asks=("value",)), sources)))
    if not all(one.reading.answered for one in pair):
        return []
    told = {(one.reading.best.quote, one.figure) for one in pair}
    named = all(one.name[-2:] in fold_text(one.reading.best.quote) for one in pair)
    return pair if named and len(told) == len(pair) and _are_comparable(pair) else []


def _are_comparable(pair: Sequence[One]) -> bool:
    """True for two rates, or two amounts of one unit, of one time and kind."""
    figures = [one.figure for one in pair]
    if any(figure is None or figure.is_rank for figure in figures):
        return False
    one, other = (figure for figure in figures if figure is not None)
    best = [one.reading.best for one in pair]
    alike = comparable(one.unit, other.unit) and (one.unit in RATE_UNITS) == (
        other.unit in RATE_UNITS
    )
    planned = {found.kind in PLAN_KINDS for found in best}
    return alike and len({found.period for found in best}) == 1 and len(planned) == 1


def _rate(pair: Sequence[One]) -> bool:
    """True for two rates, of which the one is no share of the other."""
    return all(one.figure is not None and one.figure.unit in RATE_UNITS for one in pair)


def write_pair(draft: Draft, query: Query, pair: Sequence[One]) -> None:
    """Write both, and which is higher by how much, or which share of the other one is."""
    for one in pair:
        if one.reading.answered:
            write_finding(draft, one.reading.best)
        else:
            when = query.periods[0] if query.periods else ""
            kind = query.kinds[0] if query.kinds else ""
            draft.say(f"{describe(query.districts[0], when, kind)}{one.name}:{MISSING}。")
    if not _are_comparable(pair):
        return
    first, second = ((one.name, one.figure) for one in pair)
    if first[1] is not None and second[1] is not None:
        _conclude(draft, query, (first[0], first[1]), (second[0], second[1]))


def _conclude(
    draft: Draft, query: Query, one: tuple[str, Quantity], other: tuple[str, Quantity]
) -> None:
    if _asks_share(query):
        share = share_text(one[1], other[1])
        if share:
            draft.computed.append(share)
            draft.say(f"按以上数字计算,{one[0]}占{other[0]}的{share}。")
        return
    if amount(one[1]) == amount(other[1]):
        draft.say(f"{one[0]}与{other[0]}数值相同。")
        return
    ranked = sorted((one[1], other[1]), key=amount, reverse=True)
    difference = difference_text(*ranked)
    draft.computed.append(difference)
    word = "高于" if ranked[0] is one[1] else "低于"
    about = "约" if one[1].qualifier or other[1].qualifier else ""
    sides = f"{one[0]}({signed(one[1])}){word}{other[0]}({signed(other[1])})"
    draft.say(f"{sides},相差{about}{difference}。")
