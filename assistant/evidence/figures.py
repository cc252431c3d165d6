"""Which of a statement's figures a question asks for.

A sentence may state five ("分别达到620亿元、148亿元、96亿元"); the answer gives the one that was
asked.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from assistant.evidence.asked_words import (
    asks_once,
    steps_asked,
    that_open_figures,
    without_around,
)
from assistant.evidence.figure_candidates import PART_OF, begun_instead, candidates, made_up_of
from assistant.evidence.figure_names import asked_heads, is_led_by_name, longest_shared, own_names
from assistant.evidence.figure_phrases import adjusted_by, basis_of, is_completion, moved
from assistant.evidence.terms import Term, level
from assistant.evidence.wants import RATE_UNITS, Want, fits_unit
from assistant.language.changes import MOVED
from assistant.language.period_mentions import find_periods
from assistant.language.periods import year_of
from assistant.language.quantities import comparable, unit_family
from assistant.question import figure_cues, statement_cues
from assistant.schema import PLAN_KINDS, Indicator, Query, Span
from assistant.text import fold_text

# Qualifiers of a value that says less than an exact one beside it.
_ROUND = frozenset(
    {
        "突破",
        *("迈上", "跨上", "站上", "跃上", "迈过", "跨过", "跨越"),
        "超",
        "超过",
        "近",
        "逾",
        "余",
        "多",
        "约",
        "接近",
        "将近",
    }
)
MOST_FIGURES = 6
_QUOTED = re.compile('"([^"]{3,})"')  # what goes by a name of its own: 其中“零跑腿”
AS_TYPED = 0.01  # score of a character: tells names apart that hold the same words
# Score of what a name ends in: "建成建筑垃圾中转站3个、分类池10个" has 10个 of 建筑垃圾分类池.
HEAD = 0.5
GAIN_NEEDED = 0.12  # share of the question's weight that a further figure must add
STEP = 0.2  # score of what was done, where a sentence counts several steps: 制备168个,送检147个
# Taken off a part: "民用汽车18万辆,其中私人汽车16万辆" has 18万辆 of 汽车.
PART = 0.6
NAME_NEEDED = 0.05  # share that the first figure's own name must hold
# "由960元提高到1020元": where it got to is what it is.
_REACHED = re.compile(rf"(?:{MOVED}|[增升降]|调整)(?:到|至|为)$")
_ASKED_NUMBERS = re.compile("多少|百分之几|(?<![第好哪])几")
_EDITION = re.compile("年初|调整")
_SUMMED = re.compile(r"累计|以来|[三四五]年(?:来|内|间|共)")


def asked_figures(
    query: Query,
    terms: Sequence[Term],
    wants: Sequence[Want],
    text: str,
    figures: Sequence[Indicator],
) -> list[Indicator]:
    """Return the figures that a question asks for, best first; empty if none is named by it.

    ``text`` is the document that the spans of ``figures`` refer to. Further figures are added
    while they bring in a term, a unit or a measure that is still open.
    """
    query, terms = without_around(query, terms)
    figures = candidates(query, text, figures)
    figures = [f for f in figures if not made_up_of(query, terms, fold_text(f.name))] or figures
    if not figures:
        return []
    contest = _Contest.between(query, terms, wants, text, figures)
    ranked = sorted(figures, key=contest.rank)
    if not contest.is_named(ranked[0]):
        return []
    chosen = contest.with_further(ranked)
    return chosen + _floors(query, chosen, figures)


@dataclass(frozen=True, slots=True)
class _Contest:
    """The figures of one statement, and how much of a question each of them holds.

    ``levels`` has a number from 0 to 1 for every term and want of the question, in the order of
    ``weights``.
    """

    query: Query
    text: str
    figures: Sequence[Indicator]
    names: Mapping[Span, str]
    weights: Sequence[float]
    opening: Sequence[float]  # the weights of what may bring in a further figure
    levels: Mapping[Span, Sequence[float]]
    terms: int  # how many of the weights are those of terms
    steps: Sequence[Term]
    headed: frozenset[Span]
    apart: bool  # the figures are of several times, and not of one that the first alone says

    @classmethod
    def between(
        cls,
        query: Query,
        terms: Sequence[Term],
        wants: Sequence[Want],
        text: str,
        figures: Sequence[Indicator],
    ) -> _Contest:
        """Weigh every figure against every term and want."""
        names = own_names(figures, text)
        grown = "growth" in query.measures
        weights = [t.weight for t in terms] + [1.0] * len(wants)
        levels = {f.figure: _held(f, names[f.figure], terms, wants, text) for f in figures}
        both = len(_ASKED_NUMBERS.findall(query.text)) > 1  # the whole, and the part beside it
        return cls(
            query,
            text,
            figures,
            names,
            weights=weights,
            opening=that_open_figures(query, terms, weights),
            levels=levels if both else _with_wholes(text, figures, levels, len(terms)),
            terms=len(terms),
            steps=steps_asked(query, terms),
            headed=frozenset() if grown else asked_heads(query, figures, names),
            # "全年GDP增长5.2%,达到458.9亿元" dates both, though it says 全年 of the first alone.
            apart=len({f.period for f in figures}) > 1
            or _SUMMED.search(_told(text, figures)) is not None,
        )

    def rank(self, figure: Indicator) -> tuple[float, bool, Span]:
        """The key that sorts the figure which is asked for to the front.

        Of a whole and its part that fit alike it is the part of the very name: 小学 of
        "中小学6所,其中小学4所".
        """
        part = PART_OF.match(self.text[figure.start : figure.end])
        other = not (part and figure.indicator in self.query.indicators)
        query, text = self.query, self.text
        gained = _fit(self.weights, self.levels[figure.figure]) + _bonus(query, figure)
        gained += AS_TYPED * longest_shared(query.text, self.names[figure.figure])
        gained += AS_TYPED * is_led_by_name(query, text, figure, self.figures)
        gained += HEAD * _is_of_edition(query, text, figure)
        gained += _stock_fit(query, text, figure) - begun_instead(query, text, figure)
        quoted = _QUOTED.fullmatch(self.names[figure.figure])
        by_name = quoted is not None and quoted[1] in query.text
        gained += HEAD * (figure.figure in self.headed) + 2 * HEAD * by_name
        if any(fits_unit(figure.unit, unit) for unit in query.units):
            gained += STEP * self._is_step(figure)
        if figure.measure == "growth":
            gained += self._basis_fit(figure)
        gained += 0.1 * bool(_REACHED.search(text[: figure.figure[0]][-4:]))
        gained -= 0.1 * _is_rounder(figure, self.figures)
        gained -= STEP * _is_expected_beside(query, figure, self.figures)
        if self.apart:
            return -gained - _of_period(query, text, figure), other, figure.figure
        gained -= PART * _is_unasked_part(query, text, figure)
        return -gained, other, figure.figure

    def _basis_fit(self, figure: Indicator) -> float:
        """A rate on another basis answers for itself, unless it is the only one of its kind."""
        asked, told = adjusted_by(self.query.text), basis_of(self.text, figure)
        if asked:
            return 1.0 if adjusted_by(f"{told}增长") == asked else 0.0
        alike = (figure.indicator, figure.measure, figure.kind)
        others = [f for f in self.figures if (f.indicator, f.measure, f.kind) == alike]
        return -0.3 * (bool(told) and any(not basis_of(self.text, f) for f in others))

    def is_named(self, figure: Indicator) -> bool:
        """True if a figure's own name holds enough of the question's terms."""
        own = zip(self.weights[: self.terms], self.levels[figure.figure], strict=False)
        return sum(w * level for w, level in own) >= NAME_NEEDED * self._total()

    def with_further(self, ranked: Sequence[Indicator]) -> list[Indicator]:
        """The first figure, and those after it that add to what the question asks for."""
        first = ranked[0]
        apart = [
            f
            for f in ranked[1:]
            if self._is_step(f) or not self._is_step(first) or f.unit != first.unit
        ]
        chosen, covered = [first], self.levels[first.figure]
        for figure in apart:
            own = self.levels[figure.figure]
            gains = zip(self.opening, own, covered, strict=True)
            gain = sum(w * max(0.0, level - before) for w, level, before in gains)
            adds = gain >= GAIN_NEEDED * self._total() or self._is_named_beside(figure, chosen)
            adds = adds and (is_plan(figure) == is_plan(first) or len(self.query.kinds) != 1)
            if adds and chosen == [first] and self._is_rather(figure, first):
                chosen, covered = [figure], own
                continue
            if adds and len(chosen) < MOST_FIGURES and _belongs(self.query, figure):
                chosen.append(figure)
                covered = [max(pair) for pair in zip(own, covered, strict=True)]
        return chosen

    def _is_rather(self, figure: Indicator, first: Indicator) -> bool:
        """True where one number is asked for, and another figure holds all of it and more.

        Of "改革项目12项,5个改革项目在全省推广" the 5 are those 在全省推广.
        """
        own, other = self.levels[figure.figure], self.levels[first.figure]
        more = all(a >= b for a, b in zip(own, other, strict=True)) and _alike(
            figure.unit, first.unit
        )
        return more and asks_once(self.query)

    def _is_named_beside(self, figure: Indicator, chosen: Sequence[Indicator]) -> bool:
        """事故 are named within 事故死亡人数: where both are asked for, each has its own figure."""
        asked = set(self.query.indicators) if len(self.query.indicators) > 1 else set()
        told = {f.indicator for f in chosen if f.measure == figure.measure}
        return figure.measure == chosen[0].measure and figure.indicator in asked - told

    def _is_step(self, figure: Indicator) -> bool:
        return any(_named(t, figure, self.names[figure.figure]) > 0 for t in self.steps)

    def _total(self) -> float:
        return sum(self.weights) or 1.0


def _is_of_edition(query: Query, text: str, figure: Indicator) -> bool:
    """True for the budget as first set, or as changed, whichever is asked for by that word."""
    planned = query.kinds == ("target",) and figure.kind in PLAN_KINDS
    told = _EDITION.findall(text[figure.start : figure.figure[0]])
    return planned and bool(set(told) & {*_EDITION.findall(query.text)})


def _held(
    figure: Indicator, name: str, terms: Sequence[Term], wants: Sequence[Want], text: str
) -> list[float]:
    """How well a figure's name holds each term, and its value each want."""
    value = moved(text, figure) + text[figure.figure[0] : figure.figure[1]]
    value += "完成率" if is_completion(figure) else ""
    return [_named(t, figure, name) for t in terms] + [float(want(value)) for want in wants]


def _with_wholes(
    text: str,
    figures: Sequence[Indicator],
    levels: Mapping[Span, Sequence[float]],
    terms: int,
) -> dict[Span, Sequence[float]]:
    """Let a part that is named have what its whole is named by, too.

    Of "新增就业2.3万人,其中高校毕业生0.9万人" the second are 高校毕业生 who found 就业.
    """
    held = dict(levels)
    for before, part in pairwise(figures):
        own, whole = levels[part.figure], levels[before.figure]
        alike = comparable(part.unit, before.unit) and part.measure == before.measure
        if not (alike and PART_OF.match(text[part.start : part.end])):
            continue
        if any(a > b for a, b in zip(own[:terms], whole, strict=False)):
            held[part.figure] = [*map(max, own[:terms], whole[:terms]), *own[terms:]]
    return held


def _told(text: str, figures: Sequence[Indicator]) -> str:
    return text[figures[0].start : max(f.end for f in figures)]


def _floors(
    query: Query, chosen: Sequence[Indicator], figures: Sequence[Indicator]
) -> list[Indicator]:
    """The least that is promised belongs to a target: "力争6%(确保5.5%)"."""
    if "target" not in query.kinds:
        return []
    same = {(f.indicator, f.measure) for f in chosen}
    return [
        f
        for f in figures
        if f.kind == "floor" and (f.indicator, f.measure) in same and f not in chosen
    ]


def _named(term: Term, figure: Indicator, name: str) -> float:
    plain = figure.indicator.split("(")[0]
    if term.canonical and plain == term.canonical:
        return 1.0
    return max(level(term, name), level(term, fold_text(plain)))


def _fit(weights: Sequence[float], levels: Sequence[float]) -> float:
    """The share of what is asked for, by weight, that a figure's name has: 0 to 1."""
    return sum(w * lv for w, lv in zip(weights, levels, strict=True)) / (sum(weights) or 1.0)


def _bonus(query: Query, figure: Indicator) -> float:
    """A figure of the unit, measure, period and kind that was asked is preferred among equals."""
    unit = any(fits_unit(figure.unit, u) for u in query.units)
    same = bool(figure.unit) and any(figure.unit.endswith(u) for u in query.units)
    measure = figure.measure in query.measures
    if figure.measure == "change":
        measure = measure or "growth" in query.measures
    if is_completion(figure):
        measure = "completion" in query.measures
    plain = not query.measures and figure.measure in ("level", "count", "intensity", "share")
    planned = is_plan(figure)
    kind = len(query.kinds) == 1 and planned == (query.kinds[0] == "target")
    # "计划改造40户,已完成31户" up to October: the year asked for is no plan's alone.
    period = figure.period in query.periods and (kind or len(query.kinds) != 1)
    # "年初计划增长7%,全年增长7.1%": what it grew by is asked of the result.
    came = not query.kinds and not planned
    basis = figure_cues.BASIS.search(query.text)
    if basis and basis.group() in figure.indicator:
        return 1.0
    whole = bool(query.name) and fold_text(figure.name) == fold_text(query.name)
    fit = 0.2 * unit + 0.05 * same + 0.2 * measure + 0.05 * plain + 0.15 * period
    return fit + 0.15 * (kind or came) + 0.1 * whole


def is_plan(figure: Indicator) -> bool:
    """True for what is wanted or promised."""
    return figure.kind in PLAN_KINDS


def _stock_fit(query: Query, text: str, figure: Indicator) -> float:
    """What there is in all is preferred where that is asked for, what is new where that is."""
    clause = text[figure.start : figure.end]
    risen = figure.measure == "change" and figure.direction != "-" and figure.unit not in RATE_UNITS
    new = statement_cues.FLOW.search(figure.name) is not None or risen  # "企业321家,比上年增加24家"
    summed = not new and statement_cues.STOCK.search(clause) is not None
    if statement_cues.FLOW.search(query.text):
        return 0.2 * (new - summed)
    return 0.2 * (summed - new) if figure_cues.STOCK_ASKED.search(query.text) else 0.0


def _of_period(query: Query, text: str, figure: Indicator) -> float:
    """Of a running total and the part of one year, the part is of the year that is asked for."""
    if not query.periods:
        return 0.0
    clause = text[figure.start : figure.end]
    named = {m.period for m in find_periods(clause, year_of(query.periods[0]))}
    # "年底总共有几家" asks for what there is by then, unless it says what was done: 一共建成几家.
    in_all = figure_cues.STOCK_ASKED.search(query.text) and not (
        statement_cues.DOING.search(query.text) or statement_cues.FLOW.search(query.text)
    )
    # "1-4月,收入累计完成2亿元": the running total is of the very months asked for.
    before = text[max(0, figure.start - 16) : figure.start].rstrip(" ,，")
    opened = [m for m in find_periods(before, year_of(query.periods[0])) if m.end == len(before)]
    own = any("/" in m.period and m.period in query.periods for m in opened)
    summed = _SUMMED.search(clause) and not (own or in_all or _SUMMED.search(query.text))
    return 0.15 * bool(named & set(query.periods)) - 0.2 * bool(summed)


def _is_expected_beside(query: Query, figure: Indicator, figures: Sequence[Indicator]) -> bool:
    """True for what is expected, where what was done is asked for and told: 56个(预计全年62个).

    The year before, beside it as its base, is no result of the year that is expected.
    """
    return (
        query.kinds == ("actual",)
        and figure.kind == "estimate"
        and "预计" not in query.text
        and any(
            f.kind == "actual"
            and f.indicator == figure.indicator
            and year_of(f.period) == year_of(figure.period)
            for f in figures
        )
    )


def _belongs(query: Query, figure: Indicator) -> bool:
    """A further figure has to be of the unit or measure asked for, where any is."""
    if not query.units and not query.measures:
        return True
    unit = any(fits_unit(figure.unit, u) for u in query.units)
    return unit or figure.measure in query.measures or figure.indicator in query.indicators


def _is_rounder(figure: Indicator, figures: Sequence[Indicator]) -> bool:
    """True for 突破200家 where "达到207家" says how many exactly."""
    return figure.qualifier in _ROUND and any(
        f.indicator == figure.indicator
        and f.measure == figure.measure
        and (f.unit.startswith(figure.unit) or f.unit == figure.unit.lstrip("万亿"))
        and f.period == figure.period
        and f.kind == figure.kind
        and not f.qualifier
        for f in figures
    )


_TIMES = frozenset({"分钟", "小时", "天", "日", "工作日", "个工作日", "周", "个月", "月"})


def crowded(
    figures: Sequence[Indicator], chosen: Sequence[Indicator], spans: Sequence[Span]
) -> bool:
    """True if a quote holds a figure that was not asked for, of a unit like one that was."""
    inside = [f for f in figures if any(s <= f.figure[0] and f.figure[1] <= e for s, e in spans)]
    others = [f for f in inside if f not in chosen]
    return any(_alike(o.unit, c.unit) for o in others for c in chosen)


def _is_unasked_part(query: Query, text: str, figure: Indicator) -> bool:
    """True for a part of what was counted before it, if the question names neither of them so."""
    part = PART_OF.match(text[figure.start : figure.end])
    name = fold_text(figure.name).strip('"')
    if part is None or "其中" in query.text or name[:2] in query.text:
        return False
    return figure.indicator not in query.indicators


def _alike(one: str, other: str) -> bool:
    """True for units of one kind; sums of money are alike in any currency, times in any unit."""
    families = {unit_family(one), unit_family(other)}
    return comparable(one, other) or families == {"元", "美元"} or families <= _TIMES
