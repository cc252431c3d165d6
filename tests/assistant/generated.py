"""Generated questions about figures, each with the keys that its answer has to have.

``make_cases`` crosses districts, periods, indicators, kinds and phrasings. Two fifths of the cases
are made from a figure that the index holds; in the others one or two keys are exchanged, so that
most of them have no answer. ``Judge`` holds an answer against the figures of the index: its figure
is one with exactly the keys that were asked for, or it refuses. All follows from index and seed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from random import Random

from assistant.index.catalog import Catalog
from assistant.language.period_mentions import find_periods
from assistant.language.periods import is_whole_year, whole_year, year_of
from assistant.language.periods import label as period_label
from assistant.language.quantities import Quantity, find_quantities, same_quantity
from assistant.lexicon.indicators import load_indicators
from assistant.question.corpus import same_district, stem
from assistant.question.names import thing
from assistant.schema import MARKER, Answer, Indicator

PART = "part of the period"
ABSENT_DISTRICTS = ("西湖区", "萧山区", "余姚市", "海宁市", "临平区", "德清县")
YEARS = tuple(str(year) for year in range(2018, 2028))
PARTS = ("{}-01/{}-06", "{}-01/{}-11", "{}-01/{}-09", "{}-Q1", "{}-Q3")
NAME_LENGTHS = range(4, 15)  # of a name that the lexicon lacks: "企业" is no thing, longer no name

ANY = (
    "{place}{when}{what}是多少?",
    "{place}{when}的{what}是多少",
    "{when}{place}{what}是多少?",
    "请问{place}{when}{what}达到多少?",
    "{place}的{what}{when}是多少啊?",
    "{what},{place}{when}是多少?",
)
TARGET = (
    "{place}{when}{what}目标是多少?",
    "{place}{when}计划{what}达到多少?",
    "{when}{place}{what}的目标定了多少?",
    "想问一下{place}{when}{what}目标值是多少",
)
ACTUAL = (
    "{place}{when}{what}实际完成多少?",
    "{place}{when}{what}完成了多少?",
    "{when}{place}实际{what}是多少?",
    "{place}{when}{what}最终做到了多少?",
)
GROWTH = (
    "{place}{when}{what}增长多少?",
    "{place}{when}{what}增速是多少?",
    "{when}{place}{what}同比增长百分之几?",
)
GROWTH_TARGET = ("{place}{when}{what}增长目标是多少?", "{place}{when}{what}增速目标定了多少?")
GROWTH_ACTUAL = ("{place}{when}{what}实际增长多少?", "{place}{when}{what}同比增长了多少?")
LEVEL = ("{place}{when}{what}总量是多少?", "{place}{when}{what}有多少{unit}?")
LEVEL_TARGET = ("{place}{when}计划{what}达到多少{unit}?", "{place}{when}{what}总量目标是多少?")
LEVEL_ACTUAL = ("{place}{when}{what}实际达到多少{unit}?", "{place}{when}{what}总量实际是多少?")
PHRASINGS = {
    ("", ""): ANY,
    ("", "target"): TARGET,
    ("", "actual"): ACTUAL,
    ("growth", ""): GROWTH,
    ("growth", "target"): GROWTH_TARGET,
    ("growth", "actual"): GROWTH_ACTUAL,
    ("level", ""): LEVEL,
    ("level", "target"): LEVEL_TARGET,
    ("level", "actual"): LEVEL_ACTUAL,
}
_KINDS = {"": None, "target": ("target", "floor"), "actual": ("actual",)}
_MEASURES = {
    "": None,
    "growth": ("growth", "change"),
    "level": ("level", "count", "share", "intensity"),
}


@dataclass(frozen=True, slots=True)
class Case:
    """A question and its keys; an empty period, measure or kind was left open by the question."""

    question: str
    district: str
    period: str
    indicator: str
    measure: str
    kind: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What an answer is, and in which keys the nearest figure of a wrong one differs.

    ``outcome`` is right; refused; missed (refused, though the index has such a figure); words (no
    figure is stated); part (a part of the year that was asked for) and estimate (for a result),
    both said to be so; or wrong. The key "unknown" is a figure that the index does not hold.
    """

    outcome: str
    differs: tuple[str, ...] = ()


def make_cases(catalog: Catalog, count: int, seed: int = 0) -> Iterator[Case]:
    """Yield ``count`` cases; the same index and seed give the same cases."""
    random = Random(seed)
    figures = [f for f in catalog.indicators() if f.measure != "rank" and _is_named(f.indicator)]
    units = {f.indicator: f.unit for f in figures}
    absent = sorted(lexicon_names() - set(units))
    for _ in range(count):
        figure = random.choice(figures)
        case = _case_of(figure, random)
        for _ in range(random.choice((0, 0, 1, 1, 2))):
            case = _exchanged(case, figures, absent, random)
        yield _worded(case, units.get(case.indicator, ""), random)


def _is_named(name: str) -> bool:
    return name in lexicon_names() or len(name) in NAME_LENGTHS


def _case_of(figure: Indicator, random: Random) -> Case:
    planned = figure.kind in ("target", "floor")
    kind = random.choice(("", "target" if planned else "actual"))
    measures = {"growth": "growth", "level": "level", "count": "level"}
    measure = random.choice(("", measures.get(figure.measure, "")))
    return Case("", figure.district, whole_year(figure.period), figure.indicator, measure, kind)


def _exchanged(
    case: Case, figures: Sequence[Indicator], absent: Sequence[str], random: Random
) -> Case:
    """Replace one key by another that may or may not occur with the rest."""
    key = random.choice(("district", "period", "indicator", "kind", "measure"))
    if key == "district":
        pool = [*dict.fromkeys(f.district for f in figures)] * 3 + list(ABSENT_DISTRICTS)
        return replace(case, district=random.choice(pool))
    if key == "period":
        year = random.choice(YEARS)
        own = random.choice((year, year_of(case.period or year)))
        part = random.choice(PARTS).replace("{}", own)
        return replace(case, period=random.choice((year, year, part, "")))
    if key == "indicator":
        own = random.choice(figures).indicator
        return replace(case, indicator=random.choice((own, random.choice(absent))))
    if key == "kind":
        return replace(case, kind=random.choice(("", "target", "actual")))
    return replace(case, measure=random.choice(("", "growth", "level")))


def _worded(case: Case, unit: str, random: Random) -> Case:
    """Put a case into words: a full or short name of the place, any name of the indicator."""
    names = [case.indicator]
    if case.indicator in lexicon_names():
        synonyms = load_indicators().synonyms(case.indicator)
        names += [n for n in synonyms if _means_only(n, case.indicator)]
    place = random.choice((case.district, case.district, stem(case.district)))
    phrasings = PHRASINGS[case.measure, case.kind]
    if not unit or unit in ("%", "‰", "个百分点"):
        phrasings = tuple(p for p in phrasings if "{unit}" not in p)
    question = random.choice(phrasings).format(
        place=place,
        when=period_label(case.period) if case.period else "",
        what=random.choice((names[0], random.choice(names))),
        unit=unit.lstrip("万亿") or unit,
    )
    return replace(case, question=question, district=place)


@cache
def lexicon_names() -> frozenset[str]:
    """Return the canonical names of the lexicon."""
    return frozenset(load_indicators().names())


@cache
def _means_only(name: str, canonical: str) -> bool:
    return [m.canonical for m in load_indicators().find(name)] == [canonical]


class Judge:
    """Holds answers against the figures of an index."""

    def __init__(self, catalog: Catalog) -> None:
        self._texts = {source: catalog.document(source).text for source in catalog.sources()}
        self._figures = catalog.indicators()

    def judge(self, case: Case, answer: Answer) -> Verdict:
        """Tell whether the answer's figure has exactly the keys of the case."""
        fitting = [f for f in self._figures if not differences(case, f)]
        if answer.refused:
            return Verdict("missed" if fitting else "refused")
        stated = stated_figures(answer)
        if not stated:
            return Verdict("words")
        if any(self._stands(figure, stated) for figure in fitting):
            return Verdict("right")
        near = [f for f in self._figures if _cites(answer, f) and self._stands(f, stated)]
        if not near:
            return Verdict("wrong", ("unknown",))
        # 170 of 170 by November: of a row's two equal figures, the one that the answer speaks of.
        told = (_as_told(answer, f, differences(case, f)) for f in near)
        return next((v for v in told if v is not None), None) or Verdict(
            "wrong", min((differences(case, f) for f in near), key=len)
        )

    def _stands(self, figure: Indicator, stated: Sequence[Quantity]) -> bool:
        # A whole cell may look like a year ("1900"): its value is told all the same.
        own = find_quantities(self._texts[figure.source][slice(*figure.figure)])
        return any(
            q.value_text == figure.value or any(same_quantity(q, o) for o in own) for q in stated
        )


def stated_figures(answer: Answer) -> list[Quantity]:
    """Return the figures that an answer's text states."""
    return find_quantities(MARKER.sub("", answer.text))


def _cites(answer: Answer, figure: Indicator) -> bool:
    return any(
        c.source == figure.source and c.start <= figure.figure[0] < c.end for c in answer.citations
    )


def _as_told(answer: Answer, figure: Indicator, differs: tuple[str, ...]) -> Verdict | None:
    """What an answer is that says itself in what its figure differs from what was asked."""
    if differs == (PART,) and _names_period(answer, whole_year(figure.period)):
        return Verdict("part")
    if differs == ("kind",) and figure.kind == "estimate" and "预计" in answer.text:
        return Verdict("estimate")
    return None


def _names_period(answer: Answer, period: str) -> bool:
    """An answer says "1-9月" in its quote or "截至9月" before it."""
    text = MARKER.sub("", answer.text)
    mentioned = [m.period for m in find_periods(text, year_of(period))]
    up_to = re.fullmatch(r"\d{4}-01/\d{4}-0?(\d+)", period)
    return period in mentioned or bool(up_to and f"截至{up_to[1]}月" in text)


def _same_name(asked: str, stated: str) -> bool:
    """A name of the lexicon never stands for another of it; other names may differ in their verb.

    Asked by another name that the lexicon has for it (出让经营性用地), it is the same indicator.
    A name that the lexicon lacks may say more precisely what is counted: 婴幼儿照护服务托位.
    """
    if asked == stated or load_indicators().canonical(asked) == stated:
        return True
    return stated not in lexicon_names() and thing(stated).endswith(thing(asked))


def differences(case: Case, figure: Indicator) -> tuple[str, ...]:
    """Return the keys in which a figure is not what the case asks for."""
    period = whole_year(figure.period)
    kinds, measures = _KINDS[case.kind], _MEASURES[case.measure]
    checks = {
        "district": same_district(figure.district, case.district),
        "period": not case.period or period == case.period,
        "indicator": _same_name(case.indicator, figure.indicator),
        "measure": measures is None or figure.measure in measures,
        "kind": kinds is None or figure.kind in kinds,
    }
    found = [key for key, same in checks.items() if not same]
    part = not is_whole_year(period) and year_of(period) == case.period
    return tuple(PART if key == "period" and part else key for key in found)
