"""The sides of a question, districts, years, plan and result, and what is found for each."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from itertools import product

from assistant.answers.own_sides import (
    kinds_instead,
    own_sides,
    paired,
    set_against_plan,
)
from assistant.answers.reader import read_side
from assistant.answers.writing import Reading
from assistant.evidence.evidence import Evidence
from assistant.evidence.findings import Finding
from assistant.language.periods import year_of
from assistant.language.quantities import Quantity, comparable, find_quantities
from assistant.question import comparison_cues, figure_cues, statement_cues
from assistant.question.corpus import Corpus, became, speaks_for, stem
from assistant.question.places import blank
from assistant.question.query import parse_query
from assistant.question.times import periods_in
from assistant.schema import Indicator, Kind, Profile, Query, Scope, Span
from assistant.text import pairs_of, share_of

MOST_SIDES = 12
# "比计划高了几个百分点", "目标是10%,高出几个点": of a result, which is set against its plan.
_AGAINST_PLAN = re.compile(
    r"(?:比|较|离|距离?)(?:年初|年度|全年|原|原定|既定|预定)?的?(?:计划|目标|预期|任务)数?值?"
    r"[^,，。?？]{0,3}(?:高|低|多|少|快|慢|差)(?:了|出)?(?:多少|几)"
    r"|(?:计划|目标|预期|任务)数?值?(?:(?:是|为|定)[^,，。;；?？]{0,10})?[,，](?:实际|最终|结果|最后)?(?:高|低|多|少|快|慢|超)(?:了|出|过)?(?:多少|几)"
)
_PLAN_WORD = re.compile(r"(?:年度|全年|年初|当年|本年)(?:计划|目标|任务)(?:投资)?")
_MONTH = re.compile(r"\d{4}-\d{2}")
_ON_PROGRESS = ("任务分解/进展表", "民生实事")


@dataclass(frozen=True)
class Side:
    """One side of a question with what was found for it."""

    name: str
    query: Query
    reading: Reading

    @property
    def figure(self) -> Quantity | None:
        """The value that stands for this side."""
        return figure_of(self.query, self.reading.best) if self.reading.answered else None


def split_sides(query: Query, corpus: Corpus) -> list[Query]:
    """Return the question once for each district, period and kind that it sets side by side."""
    everywhere = query.all_districts and "origin" not in query.asks
    districts = query.districts or (corpus.districts if everywhere else ())
    districts = tuple(d for d in districts if d == stem(d) or stem(d) not in districts)
    if len(districts) > 1 and len({stem(d) for d in districts}) == 1 and len(query.periods) > 1:
        # One place under two names over the years: 某新区 until it became 某区.
        districts = (stem(districts[0]),)
    own = own_sides(query, districts, corpus)
    if own:
        both = {"target", "actual"} <= set(query.kinds)  # each has a plan and a result of its own
        each = [split_sides(s, corpus) if both and len(s.kinds) > 1 else [s] for s in own]
        return [side for sides in each for side in sides]
    if later := _under_later_name(query, districts, corpus):
        sides = split_sides(replace(query, districts=(stem(districts[0]),)), corpus)
        return [replace(s, districts=later.get(s.periods, s.districts)) for s in sides]
    if query.kinds and len(query.periods) > 1 and len(districts) < 2:
        apart = _kinds_by_period(query, districts)
        against = set_against_plan(query, apart) if "verdict" in query.asks else apart
        if against:
            return _asked_apart(query, against)
    kinds: tuple[tuple[Kind, ...], ...] = (query.kinds,)
    judged = "verdict" in query.asks or _AGAINST_PLAN.search(query.text)
    if {"target", "actual"} <= set(query.kinds) or (judged and len(districts) < 2):
        kinds = (("target",), ("actual",))
    documents = _documents_set_apart(query, districts, corpus)
    if len(documents) > 1 and len(districts) < 2 and len(kinds) == 1:
        return [replace(query, document_kinds=(k,)) for k in documents]
    every = product(districts or ("",), query.periods or ("",))
    places = paired(query, districts, corpus) or list(every)
    sides = [
        replace(
            _of_goal(query) if kind == ("target",) and len(kinds) > 1 else query,
            districts=(d,) if d else (),
            periods=_periods(p, kind if len(kinds) > 1 else ()),
            kinds=kind,
            terms=_terms(query.terms, kind if len(kinds) > 1 else ()),
        )
        for d, p in places
        for kind in kinds
    ]
    sides = _asked_apart(query, sides) if len(districts) < 2 else sides
    return [_as_far_as_told(side, corpus) for side in sides[:MOST_SIDES]]


def _of_goal(query: Query) -> Query:
    """A question as it is asked of the goal, without the share of it that is done: 占几成."""
    shares = {"share", "completion"} & set(query.measures)
    if not shares or not figure_cues.SHARE_OF_PLAN_ASKED.search(query.text):
        return query
    return replace(
        query,
        text=blank(
            query.text, [m.span() for m in figure_cues.SHARE_OF_PLAN_ASKED.finditer(query.text)]
        ),
        measures=tuple(m for m in query.measures if m not in shares),
        units=tuple(u for u in query.units if u != "%"),
    )


def _asked_apart(query: Query, sides: Sequence[Query]) -> list[Query]:
    """Each side with its own question: "2020年几个,2024年多少" asks one figure of each year."""
    named = _first_of_each(query) if len(query.periods) > 1 else []
    starts = [start for _, (start, _) in named]
    asked = [m.span() for m in figure_cues.COUNTED.finditer(query.text)]
    by_time = (
        [
            [(s, e) for s, e in asked if start < s < until]
            for start, until in zip(starts, [*starts[1:], len(query.text)], strict=True)
        ]
        if named
        else []
    )
    if not by_time or not all(by_time):
        return list(sides)
    texts: dict[tuple[str, ...], str] = {
        (period,): blank(
            query.text, [span for k, spans in enumerate(by_time) if k != n for span in spans]
        )
        for n, (period, _) in enumerate(named)
    }
    return [replace(side, text=texts.get(side.periods, side.text)) for side in sides]


def _under_later_name(
    query: Query, districts: Sequence[str], corpus: Corpus
) -> dict[tuple[str, ...], tuple[str, ...]]:
    """The name that a place has in each of several years: "甲新区2020年…,2024年升了还是降了".

    Empty unless the place that is named has documents of one year, and that of its later name of
    another. Each side is told under its own name.
    """
    if len(districts) != 1 or len(query.periods) < 2 or stem(districts[0]) == districts[0]:
        return {}
    (named,) = districts
    alike = [d for d in corpus.districts if became(d, named)]
    years = set(corpus.years(named))
    found: dict[tuple[str, ...], tuple[str, ...]] = {
        (period,): (next((d for d in alike if year_of(period) in corpus.years(d)), named),)
        for period in query.periods
        if year_of(period) not in years
    }
    known = any(year_of(period) in years for period in query.periods)
    if not known or not any(place != (named,) for place in found.values()):
        return {}
    return {**{(period,): (named,) for period in query.periods}, **found}


def _documents_set_apart(query: Query, districts: Sequence[str], corpus: Corpus) -> tuple[str, ...]:
    """Kinds of documents that are set side by side: "两份文件对得上吗" means all that report."""
    if len(query.document_kinds) > 1 or not comparison_cues.DOCUMENTS_AGREE.search(query.text):
        return query.document_kinds
    kinds = {
        profile.kind: None
        for profile in corpus.profiles.values()
        if any(speaks_for(profile, name) for name in districts)
        and (not query.periods or _reports(profile, query.periods))
    }
    return tuple(kinds)


def _reports(profile: Profile, periods: Collection[str]) -> bool:
    """True for a document that reports on one of some years, or how far things got in it."""
    told = {year_of(profile.periods.get(told_as, "")) for told_as in ("reported", "progress")}
    return bool((told - {""}) & {year_of(period) for period in periods})


def _as_far_as_told(side: Query, corpus: Corpus) -> Query:
    """What came of a plan of several years is so far what its last reported year got to."""
    side = _up_to_month(side, corpus)
    if side.kinds != ("actual",) or len(side.periods) != 1 or "/" not in side.periods[0][:5]:
        return side
    first, last = side.periods[0].split("/")
    told = {
        profile.periods.get("reported", "")
        for profile in corpus.profiles.values()
        if any(speaks_for(profile, name) for name in side.districts)
    }
    years = sorted(year for year in told if len(year) == 4 and first <= year <= last)
    return replace(side, periods=(years[-1],)) if years else side


def _up_to_month(side: Query, corpus: Corpus) -> Query:
    """September in a report on progress is all that was done up to its end.

    Only where the place's documents of these months are such reports, which count from January.
    """
    period = side.periods[0] if len(side.periods) == 1 else ""
    if not _MONTH.fullmatch(period):
        return side
    up_to = f"{period[:4]}-01/{period}"
    reaching = [
        profile.kind
        for profile in corpus.profiles.values()
        if any(speaks_for(profile, name) for name in side.districts)
        and up_to in (profile.periods.get("reported"), profile.periods.get("progress"))
    ]
    only = bool(reaching) and all(kind in _ON_PROGRESS for kind in reaching)
    return replace(side, periods=(up_to,)) if only else side


def _kinds_by_period(query: Query, districts: Sequence[str]) -> list[Query]:
    """Words for plan and result belong to their own periods: "2024年计划比2023年完成的少几个".

    Periods that stand side by side ("2023年和2024年的目标") share them.
    """
    named = _first_of_each(query)
    spans = [span for _, span in named]
    sides: list[Query] = []
    # "甲区2022年和甲区2023年计划" names the place again, and shares the plan.
    text = blank(query.text, query.slots.get("district", ()))
    before = text[: spans[0][0]] if spans else ""
    shared = tuple(kind for kind, pattern in figure_cues.KINDS if pattern.search(before))
    for index, (period, (_, end)) in enumerate(named):
        until = spans[index + 1][0] if index + 1 < len(spans) else len(text)
        segment = text[end:until]
        own = tuple(kind for kind, pattern in figure_cues.KINDS if pattern.search(segment))
        beside = re.fullmatch(r"[\s和与、及到至-]*", segment) is not None
        last = index == len(spans) - 1 and not own
        kinds = query.kinds if beside or last else own or shared
        each = [(k,) for k in kinds] if {"target", "actual"} <= set(kinds) else [kinds]
        sides += [
            replace(query, districts=tuple(districts), periods=(period,), kinds=k) for k in each
        ]
    return sides


def _first_of_each(query: Query) -> list[tuple[str, Span]]:
    """The periods of a question, each with the place where it is first named.

    "2022年的目标、2022年实际和2023年目标" names two.
    """
    spans = list(query.slots.get("period", ()))
    read = [periods_in(query.text[:end], year_of(query.periods[0]))[0] for _, end in spans]
    counts = [len(set(periods) & set(query.periods)) for periods in read]
    if counts[-1:] != [len(query.periods)]:
        return list(zip(query.periods, spans, strict=False))
    firsts = [span for n, span in enumerate(spans) if counts[n] > (counts[n - 1] if n else 0)]
    return list(zip(query.periods, firsts, strict=False))


def _periods(period: str, kind: Sequence[Kind]) -> tuple[str, ...]:
    """A plan is made for the year, also where the question names a part of it for the result."""
    if not period:
        return ()
    if tuple(kind) != ("target",) or re.match(r"\d{4}/", period):
        return (period,)
    return (year_of(period),) if year_of(period) else ()


def _terms(terms: tuple[str, ...], kind: Sequence[Kind]) -> tuple[str, ...]:
    """What is asked of a result, without the word for the plan beside it: 年度计划."""
    return tuple(t for t in terms if tuple(kind) != ("actual",) or not _PLAN_WORD.fullmatch(t))


def read_sides(evidence: Evidence, sides: Sequence[Query], scope: Scope) -> list[Side]:
    """Read every side on its own documents."""
    found: list[Side] = []
    by_document = len({query.document_kinds for query in sides}) > 1
    kinds = {source: p.kind for source, p in evidence.corpus.profiles.items()}
    apart = len({query.districts for query in sides}) > 1
    longer = ""
    for query in sides:
        sources = [s for group in evidence.sources(query, scope).values() for s in group]
        if by_document:  # what another document says is no side of its own
            sources = [s for s in sources if kinds[s] in query.document_kinds]
        in_unit = _in_unit_of_target(query, found)
        if longer and query.kinds == ("actual",):
            in_unit = replace(in_unit, name=longer)  # the result of the plan of that name
        reading = read_side(evidence, in_unit, sources)
        if not reading.answered and query.name:
            # Side by side what goes by a longer name may stand: it is shown with its name.
            reading = read_side(evidence, replace(in_unit, name=""), sources)
            planned = reading.best.figure if reading.answered else None
            longer = planned.indicator if planned and query.kinds == ("target",) else longer
        other = kinds_instead(query, sides, evidence.corpus)
        if not reading.answered and other:
            # Side by side a plan may stand where no result is told: the table says which it is.
            wanted = read_side(evidence, replace(in_unit, kinds=other), sources)
            reading = wanted if wanted.answered else reading
        reading = _otherwise(evidence, query, in_unit, sources, reading)
        reading = _of_row_of_plan(query, found, reading)
        if longer and query.kinds == ("actual",) and reading.answered:
            reading = _of_name(reading, longer)
        name = query.districts[0] if query.districts else ""
        if reading.answered and (not name or (apart and name == stem(name))):
            name = reading.best.statement.district
        found.append(Side(name, query, reading))
    return found


def _otherwise(
    evidence: Evidence, query: Query, in_unit: Query, sources: Sequence[str], reading: Reading
) -> Reading:
    """What a side tells by another name in brackets, or in another unit than that of its plan.

    "甲区和乙区的老年助餐(助老食堂/长者饭堂)谁建得多": each place has its own name for it.
    """
    texts = () if reading.answered else comparison_cues.by_each_name(query.text)
    for named in (parse_query(text, evidence.corpus) for text in texts):
        side = replace(named, districts=query.districts, periods=query.periods, kinds=query.kinds)
        told = read_side(evidence, side, sources)
        if told.answered:
            return told
    if not reading.answered and in_unit is not query:
        told = read_side(evidence, query, sources)
        if told.answered and statement_cues.OUTCOME.search(told.best.quote):
            return told
    return reading


def _of_name(reading: Reading, name: str) -> Reading:
    """The result of the plan's very name, where its sentence tells a part of that too: 其中."""
    best = reading.best
    own = [f for f in best.statement.figures if f.indicator == name and f.kind == "actual"]
    if len(own) != 1 or best.figure is None or best.figure.indicator == name:
        return reading
    told = replace(best, figure=own[0], asked=(), spans=((own[0].start, own[0].end),))
    return replace(reading, findings=(told,))


def _of_row_of_plan(query: Query, found: Sequence[Side], reading: Reading) -> Reading:
    """The result that the row of a plan tells, before what another row tells by the same name."""
    plan = _plan_of(query, found)
    goal = plan.reading.best if plan else None
    if goal is None or goal.figure is None or goal.statement.row is None or not reading.answered:
        return reading
    told = [
        f
        for f in (*reading.findings, *reading.near)
        if f.statement.row is goal.statement.row
        and f.figure is not None
        and _share_half(f.figure.indicator, goal.figure.indicator)
        and f.figure.unit == goal.figure.unit
        and f.kind == "actual"
        and f.period_fit >= reading.best.period_fit
    ]
    if not told or reading.best.statement.row is goal.statement.row:
        return reading
    same_time = [f for f in told if f.period == reading.best.period]  # 1-9月, and not 一季度
    return replace(reading, findings=((same_time or told)[0],))


def _share_half(one: str, other: str) -> bool:
    """True for names that share half of the shorter one's pairs: 雨水管网, 新建雨水管道."""
    short, long = sorted((one, other), key=len)
    return one == other or share_of(pairs_of(short), long) >= 0.5


def _plan_of(query: Query, found: Sequence[Side]) -> Side | None:
    """The side that tells the plan of which a question asks the result."""
    if query.kinds != ("actual",):
        return None
    planned = (s for s in found if s.query.kinds == ("target",) and s.reading.answered)
    return next((s for s in planned if s.query.districts == query.districts), None)


def _in_unit_of_target(query: Query, found: Sequence[Side]) -> Query:
    """A result is looked for in the unit of the target that was found for it: 15家 against 13家."""
    plan = _plan_of(query, found)
    target = plan.figure if plan else None
    if query.units or target is None or not target.unit:
        return query
    return replace(query, units=(target.unit,))


def quantity_of(text: str, figure: Indicator) -> Quantity | None:
    """Return a figure of a document as a quantity, with the unit and sign that a header told."""
    start, end = figure.figure
    written = text[start:end]
    # "1975" by itself could be a year, but this is known to be a figure.
    measured = written.replace(figure.value, f"{figure.value}{figure.unit or '个'}", 1)
    found = find_quantities(written) or find_quantities(measured)
    if not found:
        return None
    told = found[0] if found[0].unit and find_quantities(written) else None
    quantity = told or replace(found[0], text=written, unit=figure.unit)
    return replace(quantity, sign="-") if figure.direction == "-" else quantity


def clause_of(found: Finding) -> str:
    """The clause of a finding's figure, or what is quoted where it has none."""
    figure = found.figure
    return found.statement.document.text[figure.start : figure.end] if figure else found.quote


def figure_of(query: Query, found: Finding) -> Quantity | None:
    """Return the figure of a finding that the question is about."""
    document = found.statement.document.text
    exact = quantity_of(document, found.figure) if found.figure is not None else None
    if exact is not None:
        return exact
    quantities = [
        q
        for s, e in found.spans
        for q in find_quantities(document[s:e])
        if not document[s : s + q.start].endswith("在")  # "在25个小区建成…" counts no result
    ]
    asked = [q for q in quantities if any(comparable(q.unit, u) for u in query.units)]
    return next(iter([*asked, *quantities]), None)
