"""The keyless reader: picks what meets every constraint of a question, trims it, and quotes it.

One *side* of a question is one district, one period, one kind. ``read_side`` answers a side;
questions with several sides are put together in ``compare``, table questions in ``rows``, whole
sections in ``sections``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from assistant.answers.fitness import meets
from assistant.answers.joined import joined, with_rates
from assistant.answers.kinds import is_of_relative
from assistant.answers.long_names import is_within_known, name_told, speaks_of_name
from assistant.answers.named_indicators import is_sure, levels_of
from assistant.answers.row_wholes import whole_of_parts
from assistant.answers.very_one import of_very_one
from assistant.answers.writing import MOST_RELATED, Reading, phrase
from assistant.evidence.asked import asks_each, wants_figure
from assistant.evidence.evidence import Evidence
from assistant.evidence.findings import (
    COVERAGE_NEEDED,
    EXACT_COVERAGE,
    SURE_COVERAGE,
    Finding,
    finding,
    lists_as_many,
)
from assistant.evidence.matching import match
from assistant.evidence.terms import SYNONYM_LEVEL, Term, level
from assistant.evidence.wants import fits_unit
from assistant.language.columns import CHARGES, cells_of
from assistant.language.limits import bound_of
from assistant.language.periods import covers, is_whole_year
from assistant.language.quantities import (
    Quantity,
    base,
    comparable,
    quantities_in,
    same_quantity,
)
from assistant.language.tokenizer import is_verb
from assistant.language.units import split_unit
from assistant.question import ask_cues
from assistant.question.figure_slots import only_named_total
from assistant.question.stated_plans import stated_plan
from assistant.schema import Query, Row
from assistant.text import fold_text

PERIOD_MARGIN = 0.2  # score that a statement of the exact period may lack against one of a part
RELATED_COVERAGE = 0.4
# How far what is told may be beyond the round number that stands for it, as a share of this.
_ROUNDED = {
    "more": ("0", "0.1"),
    "near": ("-0.1", "0"),
    "most": ("-0.1", "0"),
    "about": ("-0.05", "0.05"),
}
TELLING_DIGITS = 3  # digits by which a figure is known among all others
_DIGIT = re.compile(r"\d")
_MARKS = re.compile(r"[“”\"]")
LEAST_NOUN = 3  # characters at the end of what is counted that each thing has to be called
# What may part the things of a list.
_OUTPUTS = re.compile(r"产品(?:的)?产量[^。;；]{0,6}[:：]")
_MADE = re.compile("生产|产量|制造|产出")
_PARTED = re.compile(r"[、,，;；…。]|[和与及]|[”\"](?=[“\"])")
COUNTED_LIST_NEEDED = 0.5  # coverage that the first statement of "哪三个" must have


def read_side(evidence: Evidence, query: Query, sources: Sequence[str]) -> Reading:
    """Find what answers one side of a question within ``sources``."""
    ranked = evidence.findings(query, sources)
    terms = evidence.terms(query)
    chosen = _choose(query, terms, ranked)
    if not chosen and only_named_total(query):
        # Where 社会消费品零售总额 is told by its growth alone, that is what there is of it.
        return read_side(evidence, replace(query, measures=()), sources)
    near = tuple(f for f in ranked if f not in chosen and f.match.coverage >= RELATED_COVERAGE)
    if not chosen and not near:
        near = tuple(f for f in ranked if is_of_relative(query, f))
    return Reading(query, tuple(chosen), near[:MOST_RELATED])


def read_figure(
    evidence: Evidence, query: Query, sources: Sequence[str], asked: Sequence[Quantity]
) -> Reading:
    """Find what tells the figures that a question names: of "这5个是哪来的" the 5个."""

    def holds(found: Finding) -> bool:
        told = quantities_in(phrase(found))
        return all(any(_is_same(q, t) for t in told) for q in asked)

    ranked, terms = evidence.findings(query, sources), evidence.terms(query)
    sure = [f for f in ranked if f.match.coverage >= COVERAGE_NEEDED and meets(query, terms, f)]
    told = tuple(f for f in (*sure, *(_about_figures(f, asked) for f in sure)) if f and holds(f))
    told = told or tuple(_by_figures(evidence, query, sources, asked))
    return Reading(query, told[:1], tuple(sure[:MOST_RELATED]))


def _by_figures(
    evidence: Evidence, query: Query, sources: Sequence[str], asked: Sequence[Quantity]
) -> list[Finding]:
    """Find the one place whose text has figures that are known by their digits, in other words.

    "第二产业拉动-5.64个百分点" is told as "三次产业的拉动分别为0.15、-5.64、1.34个百分点".
    """
    if not asked or max(len(_DIGIT.findall(q.value_text)) for q in asked) < TELLING_DIGITS:
        return []
    terms, found = evidence.terms(query), []
    for statement in evidence.candidates(query, sources):
        told = quantities_in(statement.text)
        if not all(any(_is_same(q, t) for t in told) for q in asked):
            continue
        held = match(terms, statement)
        made = _about_figures(finding(query, terms, statement, held, False), asked)
        if made is not None and held.coverage >= RELATED_COVERAGE:
            found.append(made)
    places = {f.statement.district for f in found}
    return sorted(found, key=lambda f: -f.score) if len(places) == 1 else []


def _about_figures(found: Finding, asked: Sequence[Quantity]) -> Finding | None:
    """Quote a statement for the clauses that give the figures, whatever else it says."""
    statement, text = found.statement, found.statement.document.text
    spans = [
        (start, end)
        for start, end in statement.clauses
        if any(_is_same(q, told) for told in quantities_in(text[start:end]) for q in asked)
    ]
    if not spans:
        return None
    span = spans[0][0], spans[-1][1]
    figure = next((f for f in statement.figures if span[0] <= f.figure[0] < span[1]), None)
    return replace(found, spans=(span,), figure=figure, asked=(), alone=False)


def _is_same(asked: Quantity, told: Quantity) -> bool:
    """True for one amount, of which a question may give the unit in short: 52微克/立方米."""
    shortened = asked.value == told.value and told.unit.startswith(asked.unit)
    return same_quantity(asked, told) or shortened or _is_about(asked, told)


def _is_about(asked: Quantity, told: Quantity) -> bool:
    """True for a round number that stands for what is told: 超过10万人 for 10.2万人."""
    bound = bound_of(asked.qualifier)
    if not bound or not comparable(asked.unit, told.unit) or not base(asked)[0]:
        return False
    over = base(told)[0] / base(asked)[0] - 1
    low, high = _ROUNDED[bound]
    return Decimal(low) <= over <= Decimal(high)


def _choose(query: Query, terms: Sequence[Term], ranked: Sequence[Finding]) -> list[Finding]:
    """Take the best finding, then those that add to it; nothing, if too much stays open."""
    name = name_told(query, ranked)
    met = [f for f in ranked if meets(query, terms, f)]
    own = [f for f in met if speaks_of_name(name, f) or is_within_known(query, name, f)]
    usable = of_very_one(query, met, own)
    if set(CHARGES) & set(query.asks):
        in_rows = [
            f for f in usable if f.statement.row is not None and _has_charge(f.statement.row)
        ]
        usable = in_rows or usable
    if "support" in query.asks and not {"lead", "leader"} & set(query.asks):
        # Who leads a task tells nothing of who supports it.
        usable = [f for f in usable if not f.statement.row or cells_of(f.statement.row, "support")]
    if "when" in query.asks:
        # The date of one thing and the words of another add up to no answer.
        usable = [f for f in usable if f.match.coverage >= COVERAGE_NEEDED]
    if not usable:
        return []
    best = max(f.match.coverage for f in usable)
    listed = [f for f in usable if lists_as_many(query, f.quote) and _is_best(f, usable, best)]
    listed = _naming_each(query, listed)
    usable = _of_unit_asked(query, _of_best_period(query, listed or usable))
    usable = _of_stated_plan(query, usable)
    usable = [*whole_of_parts(usable, ranked), *usable]
    first = usable[0]
    if set(CHARGES) & set(query.asks) and first.statement.row is not None:
        usable = [f for f in usable if f.statement.row is first.statement.row]
    chosen = joined(query, terms, with_rates(query, usable, ranked))
    coverage = _coverage(terms, chosen)
    coverage = max(coverage, best) if listed else coverage  # what the heading of a list holds
    needed = _coverage_needed(query, terms, chosen)
    if _needs_one(query) and max(_coverage(terms, chosen[:1]), first.match.coverage) < needed:
        return []
    if wants_figure(query) and asks_each(query) and _leaves_out(query, terms, chosen):
        return []
    if query.number and "list" in query.asks:
        several = len(_PARTED.split("、".join(f.quote for f in chosen))) >= query.number
        named = first.match.coverage >= COVERAGE_NEEDED or _names_counted(terms, first)
        if first.match.coverage < COUNTED_LIST_NEEDED or not (several and named):
            return []  # "哪三个加工集聚区" is no list of three other things, nor one of them
    return chosen if coverage >= needed else []


def _needs_one(query: Query) -> bool:
    """True where one figure is asked for: what two sentences have of its name adds up to none.

    "建成减灾示范社区1个" and "河道获评省级“美丽河湖”" tell no 省级无障碍社区.
    """
    return wants_figure(query) and len(query.indicators) < 2 and not asks_each(query)


def _leaves_out(query: Query, terms: Sequence[Term], chosen: Sequence[Finding]) -> bool:
    """True where an indicator stands nowhere in what is told of each of several things.

    Other things, which share words with the second of 停车泊位和交通堵点, tell neither.
    """
    told = [max(column) for column in zip(*(levels_of(terms, f) for f in chosen), strict=True)]
    spoken_of = {f.indicator for found in chosen for f in found.statement.figures}
    named = {
        t.canonical: level or t.canonical in spoken_of
        for t, level in zip(terms, told, strict=True)
        if t.canonical in query.indicators
    }
    # "供地安排:甲用地、乙用地各多少亩" names what they are parts of as well.
    held = [name for name, level in named.items() if level]
    return len(held) < min(2, len(named))


def _coverage(terms: Sequence[Term], chosen: Sequence[Finding]) -> float:
    """Which share of a question statements have together, themselves or by their labels."""
    covered = [max(column) for column in zip(*(levels_of(terms, f) for f in chosen), strict=True)]
    if _leads_with_output(chosen[0]):
        covered = [
            1.0 if _MADE.fullmatch(t.text) else c for t, c in zip(terms, covered, strict=True)
        ]
    total = sum(t.weight for t in terms) or 1.0
    held: float = sum(t.weight * c for t, c in zip(terms, covered, strict=True))
    return held / total


def _leads_with_output(found: Finding) -> bool:
    """True for one of the goods behind "主要产品产量:", each of which is told as what was made."""
    if found.figure is None:
        return False
    before = found.statement.document.text[: found.figure.start].rpartition("。")[2]
    return _OUTPUTS.search(fold_text(before.rpartition("\n")[2])) is not None


def _coverage_needed(query: Query, terms: Sequence[Term], chosen: Sequence[Finding]) -> float:
    """How much of a question has to be told: less by what is of its very time, kind and unit."""
    if is_sure(terms, chosen[0]):
        return SURE_COVERAGE
    exact = not set(CHARGES) & set(query.asks) and all(_is_exact(query, terms, f) for f in chosen)
    return EXACT_COVERAGE if exact else COVERAGE_NEEDED


def _is_exact(query: Query, terms: Sequence[Term], found: Finding) -> bool:
    row, figure = found.statement.row, found.figure
    if not found.answered or (found.period_fit, found.kind_fit) != (1.0, 1.0):
        return False
    beside = [h for h, c in row.cells.items() if c.start != found.statement.start] if row else []
    if any(t.text in header for t in terms for header in beside):
        return False  # 决算, in the column of the budget
    units = {split_unit(unit)[1] for unit in query.units}
    return figure is None or not units or split_unit(figure.unit)[1] in units


def _names_counted(terms: Sequence[Term], found: Finding) -> bool:
    """True where what is counted is named, by more than some of its characters: 500强."""
    told = f"{found.statement.folded}\n{found.statement.labels}"
    named = [t for t in terms if t.canonical]
    return not named or any(level(t, told) >= SYNONYM_LEVEL for t in named)


def _is_best(found: Finding, usable: Sequence[Finding], best: float) -> bool:
    """True for what holds most of a question, or what names the things that such a heading counts.

    "培育四个产业。全面发展甲、乙、丙、丁四个产业。" names them without the verb.
    """
    if found.match.coverage >= best:
        return True
    if found.match.coverage < COUNTED_LIST_NEEDED:
        return False
    if all(is_verb(word) for word in found.match.missing):
        return True  # 着力建设…三个样板区, in whatever verb they are asked for
    headings = [f for f in usable if f.match.coverage >= best]
    return any(f.statement.chunk is found.statement.chunk for f in headings)


def _naming_each(query: Query, listed: list[Finding]) -> list[Finding]:
    """Those alone that say of each thing what is counted: 甲样板区、乙样板区 of 两个样板区."""
    counted = ask_cues.COUNTED_NOUN.search(fold_text(_MARKS.sub("", query.text)))
    noun = counted[1].rpartition("的")[2][-LEAST_NOUN:] if counted else ""
    each = [f for f in listed if noun and fold_text(f.quote).count(noun) >= (query.number or 0)]
    return each or listed


def _of_best_period(query: Query, usable: Sequence[Finding]) -> list[Finding]:
    """Leave out what speaks of a part of the period, where the whole is told nearly as well.

    Where no time is asked for, the whole is the year of which the best tells but a quarter; what
    reaches furthest into the year, where parts of it alone are told.
    """
    near = [f for f in usable if f.score >= usable[0].score - PERIOD_MARGIN]
    best = max(f.period_fit for f in near)
    wholes = [f for f in near if _is_whole_of(query, f, usable[0])]
    for whole in wholes:
        if not any(_is_whole_of(query, other, whole) for other in wholes):
            rest = (f for f in usable if f is not whole and not _is_whole_of(query, whole, f))
            return [whole, *rest]
    return [f for f in usable if f.period_fit >= best]


def _is_whole_of(query: Query, found: Finding, part: Finding) -> bool:
    """True for the figure of a year, where a part of that year is told by the same name.

    Also for that of the longer of two parts, 1-9月 beside 一季度, where neither is asked for.
    """
    one, other = found.figure, part.figure
    if one is None or other is None or found.statement.district != part.statement.district:
        return False
    alike = (one.indicator, one.measure, found.kind) == (other.indicator, other.measure, part.kind)
    if is_whole_year(found.period):
        within = len(part.period) > len(found.period) and covers(found.period, part.period)
        return alike and not query.periods and within
    of_year = all(map(is_whole_year, query.periods)) and found.period_fit == part.period_fit
    within = covers(found.period, part.period) and not covers(part.period, found.period)
    return alike and of_year and within


def _of_unit_asked(query: Query, usable: list[Finding]) -> list[Finding]:
    """Leave out the 22个 of a row, where 多少户 is asked and the same row tells that too."""
    row = usable[0].statement.row
    if row is None or not query.units or _is_in_unit(query, usable[0]):
        return usable
    of_row = [f for f in usable if f.statement.row is row and _is_in_unit(query, f)]
    return [*of_row, *(f for f in usable if f.statement.row is not row)] if of_row else usable


def _of_stated_plan(query: Query, usable: list[Finding]) -> list[Finding]:
    """What rows tell whose goal is the number that is stated: "任务是12公里,实际建了多少"."""
    stated = quantities_in(stated_plan(query.text))
    kept = [
        f
        for f in usable
        if f.statement.row is not None
        and any(
            same_quantity(q, planned)
            for _, cell in cells_of(f.statement.row, "target")
            for planned in quantities_in(cell.text)
            for q in stated
        )
    ]
    return kept or usable


def _is_in_unit(query: Query, found: Finding) -> bool:
    told = [q.unit for q in quantities_in(found.quote)]
    told += [found.figure.unit] if found.figure is not None else []
    return any(fits_unit(unit, asked) for unit in told for asked in query.units)


def _has_charge(row: Row) -> bool:
    return any(cells_of(row, role) for role in ("leader", "lead", "support"))
