"""Which figure a question asks for: kind, measures and units."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from assistant.language.periods import year_of
from assistant.lexicon.indicators import TermMatch
from assistant.question import ask_cues, comparison_cues, figure_cues, stopwords, topic_cues
from assistant.question.places import blank
from assistant.question.times import is_so_far
from assistant.schema import Ask, Kind, Measure, Query, Span

_SPENT = re.compile(figure_cues.SPENT_ASKED)
# "民生实事投入资金相差多少": what funds come to, and not how many works.
_FUNDS = re.compile(
    r"(?:资金|经费)(?:总?额)?(?:一共|总共|相差|[共差是为有多少高低出了]|达到?)*多少(?=[?？,，。]|$)"
)
_FIGURE_AT_END = re.compile(r"(?:多少[一-鿿%]{0,4}|增[速幅长]|总[额量]|几个百?分?点)$")
_TOTALS = ("总额", "总量", "总规模")
_RANK_OF_TOTAL = re.compile(
    r"^[^多几]*(?:总量|规模(?!以)|总额|体量)[^,，。;；、?？多几]*第几[位名]?[^多几]*$"
)
_JOINT = re.compile(r"[,，;；。?？]")
# "打算上半年收入做到多少": what is to be done, and no result.
_MEANS_TO = re.compile("打算|力争|争取|准备")
_TO_DO = re.compile("做到|完成(?:多少|几)")
_RATE_OF_PLAN = re.compile(r"(?:计划|目标|任务)完成(?:率|比例)")


def kinds_in(text: str, taken: Collection[Span]) -> tuple[tuple[Kind, ...], list[Span]]:
    """Return the kinds asked for outside of ``taken``, and the words that tell them."""
    other = (
        figure_cues.GOT,
        figure_cues.COUNTED_BY_PLAN,
        figure_cues.LISTED_IN,
        figure_cues.WISHED,
        stopwords.MEASURES_TAKEN,
    )
    masked = blank(text, [*taken, *(m.span() for p in other for m in p.finditer(text))])
    kinds: list[Kind] = []
    spans: list[Span] = []
    for kind, pattern in figure_cues.KINDS:
        matches = [m.span() for m in pattern.finditer(masked)]
        if kind == "actual" and "target" in kinds and _only_stress(masked, matches, spans):
            continue
        if matches:
            kinds.append(kind)
            spans.extend(matches)
    so_far = figure_cues.SO_FAR.search(masked)
    if so_far and "target" not in kinds and "actual" not in kinds:
        return (*kinds, "actual"), [*spans, so_far.span()]
    return tuple(kinds), spans


def _only_stress(text: str, results: Collection[Span], plans: Collection[Span]) -> bool:
    """True where all that could ask for a result lays stress on a plan: 目标最终是多少."""
    return all(
        any(_is_meant(text, plan, (start, end)) for plan in plans)
        or (
            figure_cues.STRESS.fullmatch(text[start:end])
            and any(not _JOINT.search(text[min(end, e) : max(start, s)]) for s, e in plans)
        )
        for start, end in results
    )


def _is_meant(text: str, plan: Span, result: Span) -> bool:
    """True where what is done is what somebody means to do: 打算上半年收入做到多少."""
    if not _MEANS_TO.search(text[slice(*plan)]) or not _TO_DO.match(text, result[0]):
        return False
    return re.search(r"[,，。;；、和与已]|实际", text[plan[1] : result[0]]) is None


@dataclass(frozen=True, slots=True)
class Aim:
    """Whether a plan or a result is asked for, by which words, and what is looked for as missing.

    ``planned`` are the kinds that are named, also where what fell short of a plan is asked for.
    """

    kinds: tuple[Kind, ...]
    spans: tuple[Span, ...]
    lacking: tuple[str, ...]
    planned: tuple[Kind, ...]


def read_aim(asked: str, masked: str, taken: Sequence[Span], asks: Collection[Ask]) -> Aim:
    """Read the kinds outside of ``taken``; ``masked`` is the question without places and times."""
    # "完成年度目标多少" asks a result, and the 计划 of 计划完成率 is what the rate is of.
    share = [m.span() for m in figure_cues.COMPLETED.finditer(masked)]
    share += [m.span() for m in _RATE_OF_PLAN.finditer(masked)]
    kinds, spans = kinds_in(masked, [*taken, *share])
    outside = kinds_in(masked, [*taken, *share, *premises_in(masked)])[0]
    if kinds == ("target",) and "target" not in outside:
        kinds = outside  # the number that is given is the plan, another one is asked for
    apart = _told_before(masked) or figure_cues.PLANNED_THEN_DONE.search(masked)
    apart = apart or comparison_cues.TIMES_OF_PLAN.search(masked)
    if kinds == ("target",) and not {"verdict", "difference"} & set(asks) and apart:
        kinds = ("target", "actual")
    if given := set_before(masked):
        kinds = kinds_in(masked, [*taken, *share, *given])[0] or kinds
    lacks = figure_cues.GAP.search(asked)
    planned = "target" in kinds or figure_cues.PLAN_GIVEN.search(asked)
    if lacks and planned and lacks.group() != "缺口":
        kinds = ("target", "actual")  # "离目标还差多少" sets them apart
    both = {"target", "actual"} <= set(kinds)
    gap = ("缺口",) if lacks and not both else ()
    if fell := fell_short(asked, asks):
        # What was planned is a result that was not reached.
        return Aim((), (), (*gap, *fell), kinds)
    return Aim(kinds, tuple(spans), gap, kinds)


def _told_before(text: str) -> bool:
    """True where a figure is asked for first, and its plan in a question behind it.

    >>> _told_before("固投增速?力争、确保分别是多少?"), _told_before("目标增速多少?力争多少?")
    (True, False)
    """
    plan = dict(figure_cues.KINDS)["target"]
    first, *others = [part for part in re.split("[?？]", text) if part.strip()] or [""]
    asked = _FIGURE_AT_END.search(first) is not None and not plan.search(first)
    return asked and any(plan.search(other) for other in others)


def fell_short(text: str, asks: Collection[Ask]) -> tuple[str, ...]:
    """Return the state of what did not reach its plan, where it is asked what or how many did not.

    "哪一个没完成年度目标" asks for no goal; "没完成目标吗" and "目标是多少" do.
    """
    if not ({"list", "reason"} & set(asks) or figure_cues.WHICH_ONES.search(text)):
        return ()
    return tuple(term for term, pattern in figure_cues.FELL_SHORT if pattern.search(text))


def premises_in(text: str) -> list[Span]:
    """The clauses that give a number beside one that asks: of what kind that is, they tell."""
    found = [m.span() for m in figure_cues.PREMISE.finditer(text)]
    asking = (figure_cues.FIGURE_ASKED, comparison_cues.COMPARE_WITH, *dict(ask_cues.ASKS).values())
    given = [(s, e) for s, e in found if not any(p.search(text[s:e]) for p in asking)]
    return [
        (s, e)
        for s, e in given
        if _asks_figure(text[e:]) or (e == len(text) and _asks_figure(text[:s]))
    ]


def _asks_figure(text: str) -> bool:
    """True if a figure is asked for, or which way it went: 规模多大, 是升是降."""
    asking = (figure_cues.FIGURE_ASKED, _HOW_LARGE, comparison_cues.WAY_ASKED)
    return any(pattern.search(text) for pattern in asking)


def set_before(text: str) -> list[Span]:
    """The clauses that give what was planned first, where it is asked what became of it.

    A number that was planned is told beside the result, and the two are compared.
    """
    telling = (figure_cues.GIVEN_NUMBER, figure_cues.FIGURE_ASKED, *dict(ask_cues.ASKS).values())
    found = [m.span() for m in figure_cues.SET_BEFORE.finditer(text)]
    return [(s, e) for s, e in found if not any(p.search(text[s:e]) for p in telling)]


def periods_planned_for(
    text: str,
    periods: tuple[str, ...],
    spans: Sequence[Span],
    kinds: Sequence[Kind],
    asks: Sequence[Ask],
) -> tuple[str, ...]:
    """Asked as of a month, a plan alone is that of the year: 截至9月底的目标."""
    judged = {"verdict", "difference"} & set(asks)
    if tuple(kinds) != ("target",) or judged or not all(is_so_far(text, span) for span in spans):
        return periods
    return tuple(dict.fromkeys(year_of(p) for p in periods if year_of(p)))


_HOW_LARGE = re.compile("多[大高长重]")
_FARED = re.compile(
    r"的?(?:总体|整体)?(?:情况|表现|走势)?(?:总体|整体)?(?:怎么样|怎样|如何|咋样)\s*[?？。]?\s*"
)
# "GDP多少,增速在全市排第几" asks for the level, and for the rank of its growth.
_LEVEL_THEN_RANK = re.compile(
    r"^(?!.{0,40}(?:增速|增长|增幅|同比|排|第几)[^,，]*[,，])[^,，]*多少[^,，]*[,，].*(?:增速|增幅)"
)
# "增速在全市排第几"
_RANK_OF_GROWTH = re.compile(
    r"^(?!.*(?:多少|几成|百分之几|多[快大高]).*(?:排|第几|位次)).*(?:增速|增幅|增长率)"
    r"[^,，。?？、和及与多几是为]{0,10}(?:排|居|位[列居次]|第几|名次)"
)


def measures_in(
    text: str, quoted: Sequence[Span], names: Sequence[TermMatch]
) -> tuple[Measure, ...]:
    """Measures asked for outside of names; 总额 at the end of a name still asks for the total."""
    asked = blank(text, [*quoted, *((m.start, m.end) for m in names)])
    # The 总量 of "完成总量目标的百分之几" is the plan's, and none that is asked for.
    outside = blank(asked, [m.span() for m in figure_cues.COMPLETED.finditer(asked)])
    found = [
        measure
        for measure, pattern in figure_cues.MEASURES
        if pattern.search(asked if measure == "completion" else outside)
    ]
    total = any(m.text.endswith(_TOTALS) for m in names)
    both = found == ["growth"] and figure_cues.TWO_ASKED.search(asked) is not None
    if found == ["rank", "level"] and _RANK_OF_TOTAL.search(asked):
        return ("rank",)  # the total is what is ranked
    if found == ["growth", "rank"] and _RANK_OF_GROWTH.search(asked):
        return ("rank",)  # the rate is
    both = both or (found == ["growth", "rank"] and _LEVEL_THEN_RANK.search(asked) is not None)
    # "利润怎么样": how much it is, and how it has grown.
    both = both or (not found and any(_FARED.fullmatch(text, m.end) for m in names))
    if both and not found:
        return ("growth", "level")
    both = both or (found == ["completion"] and "多少" in outside)
    return tuple([*found, "level"] if both or (total and not found) else found)


def only_named_total(query: Query) -> bool:
    """True if a total is asked for by nothing but its own name: 社会消费品零售总额."""
    named = bool(query.indicators) and all(name.endswith(_TOTALS) for name in query.indicators)
    if not named or query.measures != ("level",) or query.units:
        return False
    return not measures_in(blank(query.text, query.slots.get("indicator", ())), (), ())


_THESE_YEARS = re.compile("[这那近]几年$")  # of years that were named, and no number of them


def units_in(text: str) -> tuple[str, ...]:
    """Return the units in which a figure is asked for: "多少万元"."""
    grown = [m.end("counted") for m in figure_cues.GROWTH_OF_COUNTED.finditer(text)]
    asked = [m for m in figure_cues.UNIT_ASKED.finditer(text) if m.end() not in grown]
    asked = [m for m in asked if not figure_cues.RANK_FROM_TO.search(text)]
    asked = [m for m in asked if not _THESE_YEARS.search(text, 0, m.end())]
    units = [m.group(1) for m in asked] or figure_cues.NUMBER_OF_UNITS.findall(text)
    units = ["元" if u in ("钱", "块钱") else u for u in units if u not in ("个点", "成")]
    # People leave out of how much air it is: PM2.5多少微克.
    units = ["微克/立方米" if u == "微克" else u for u in units]
    units = ["℃" if u == "度" and "温" in text else u for u in units]
    if figure_cues.POINTS_ASKED.search(text):
        units.append("百分点")
    elif figure_cues.PERCENT_ASKED.search(text) or figure_cues.COMPLETED.search(text):
        units.append("%")
    if figure_cues.LENGTH_ASKED.search(text):
        units.append("米")
    if not units and any(p.search(text) for p in (_SPENT, _FUNDS, figure_cues.EARNED_ASKED)):
        units.append("元")
    if not units and (stated := topic_cues.STATED.search(text)):
        units.append(stated["unit"])
    if not set(units) - {"个"}:
        units += figure_cues.COUNTED_AS.findall(text)
        units += [unit for pattern, unit in figure_cues.THING_UNITS if pattern.search(text)]
    return tuple(dict.fromkeys(units))
