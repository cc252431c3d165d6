"""Districts of a question that have kinds or times of their own, each as a side of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.language.periods import year_of
from assistant.language.units import RATES
from assistant.question import constraint_cues, figure_cues
from assistant.question.corpus import Corpus, speaks_for, stem
from assistant.question.figure_slots import units_in
from assistant.question.places import blank
from assistant.question.times import periods_in
from assistant.schema import Kind, Query, Span

_PLANNED_LAST = re.compile(r"\s*(?:(?:19|20)\d\d年)?(?:计划|打算|准备)")
_SO_FAR = re.compile(
    r"(?:截[至止]|到)[^,，。?？]{0,8}月[底末份]?"
)  # what is told so far is a result
_AGAINST = re.compile("比|[和与跟]|相差")
# What says before two times that each is that of one place, in turn.
_EACH_ITS_OWN = re.compile(r"[(（]\s*$|(?:分别|各自)(?:是|为|在|看|按|取|用)?\s*$")


def own_sides(query: Query, districts: Sequence[str], corpus: Corpus) -> list[Query]:
    """Districts that have kinds or times of their own: "甲区实际的和乙区计划的", "甲区全年和乙区…".

    Empty unless each of them has its own of what is not shared.
    """
    spans = query.slots.get("district", ())
    if len(districts) < 2 or len(spans) < len(districts):
        return []
    spans, until = _without_comparison(query, spans, len(districts))
    if len(spans) > len(districts):  # "甲区2022年、甲区2023年、乙区2023年"
        districts = [_meant(query.text[start:end], districts, corpus) for start, end in spans]
        if not all(districts):
            return []
    ends = [*(start for start, _ in spans[1:]), until]
    said = [query.text[start:end] for (_, start), end in zip(spans, ends, strict=True)]
    said = [constraint_cues.QUARTER_OF_TABLE.sub("", words) for words in said]
    # "甲区计划多少个?乙区完成了多少个?": what is done there is not asked of here.
    apart = all(map(figure_cues.FIGURE_ASKED.search, said))
    clauses = list(zip((start for start, _ in spans), ends, strict=True)) if apart else []
    year = year_of(query.periods[0]) if query.periods else ""
    kinds = [tuple(kind for kind, pattern in figure_cues.KINDS if pattern.search(s)) for s in said]
    kinds = [
        k or (("actual",) if _SO_FAR.match(s) else ()) for k, s in zip(kinds, said, strict=True)
    ]
    if ("target",) in kinds:  # what all of a year came to, beside the plan of another place
        kinds = [
            k or (("actual",) if constraint_cues.WHOLE_YEAR.search(s) else ())
            for k, s in zip(kinds, said, strict=True)
        ]
    times = [
        (_year_named(s, year),) if constraint_cues.WHOLE_YEAR.search(s) else periods_in(s, year)[0]
        for s in said
    ]
    times = _times_within(query, times, year) or times
    own_times = all(len(t) == 1 and t[0] for t in times) and len(set(times)) > 1
    # "甲区2020年和乙区2025年计划": what one year came to beside the plan of another.
    last = own_times and kinds[-1] and not any(kinds[:-1]) and _PLANNED_LAST.match(said[-1])
    own_kinds = (all(len(k) == 1 for k in kinds) and len(set(kinds)) > 1) or bool(last)
    # "甲区2025年计划新增的学位,有乙区2023年新增的学位多吗": the plan is named of one alone.
    own_kinds = own_kinds or (own_times and len(set(kinds)) > 1 and _names_each(query, said))
    terms = _terms_of_each(query, said)
    if not (own_kinds or own_times or terms):
        return []
    return [
        replace(
            query,
            text=blank(query.text, [c for c in clauses if c != clauses[n]]),
            districts=(district,),
            kinds=kind if own_kinds else query.kinds,
            periods=time if own_times else query.periods,
            terms=terms[n] if terms else query.terms,
        )
        for n, (district, kind, time) in enumerate(zip(districts, kinds, times, strict=True))
    ]


def _year_named(said: str, year: str) -> str:
    """The year that a side says itself, else the one that all are of: "乙区2022年全年"."""
    own = {year_of(period) for period in periods_in(said, year)[0] if period}
    return own.pop() if len(own) == 1 else year


def _terms_of_each(query: Query, said: Sequence[str]) -> list[tuple[str, ...]]:
    """What each side asks the one figure of, where no two ask it of the same."""
    if len(query.indicators) != 1 or len(query.slots.get("indicator", ())) != len(said):
        return []
    named = [query.text[start:end] for start, end in query.slots["indicator"]]
    before = [s.partition(n)[0] for s, n in zip(said, named, strict=True) if n in s]
    if len(before) < len(said):
        return []
    terms = [tuple(t for t in query.terms if t in words) for words in before]
    apart = sorted(query.terms) == sorted(t for own in terms for t in own)
    return terms if apart and all(terms) else []


def _without_comparison(
    query: Query, spans: tuple[Span, ...], sides: int
) -> tuple[tuple[Span, ...], int]:
    """The places without those of a last clause that only sets them against each other.

    "甲区2024年和乙区2024年前三季度分别多少?乙区比甲区少多少": with where that clause begins.
    """
    whole = len(query.text)
    again = spans[sides][0] if len(spans) > sides else whole
    named = {stem(query.text[start:end]) for start, end in spans[:sides]}
    told = any(period[0] >= again for period in query.slots.get("period", ()))
    apart = re.search(r"[,，;；?？]\s*$", query.text[:again]) is not None
    if len(named) < sides or told or not apart or not _AGAINST.search(query.text, again):
        return spans, whole
    return spans[:sides], again


def _names_each(query: Query, said: Sequence[str]) -> bool:
    """True if what is asked for is named once more behind each district."""
    named = [query.text[start:end] for start, end in query.slots.get("indicator", ())]
    words = {*named, *query.terms}
    return all(any(len(w) > 1 and w in text for w in words) for text in said)


def _times_within(
    query: Query, times: Sequence[tuple[str, ...]], year: str
) -> list[tuple[str, ...]]:
    """The times of sides of which one alone has its own: "2024年,甲区计划的和乙区到9月底完成的"."""
    places = [start for start, _ in query.slots["district"]]
    named, _ = periods_in(query.text[: min(places)], year)
    ends = [end for _, end in query.slots.get("period", ())]
    if any(query.text[e:s] in ("", "的") for e in ends for s in places if e <= s != min(places)):
        return []  # "2023年甲区多少,2024年乙区多少": the time stands before its place
    return [time or (year,) for time in times] if named == (year,) and any(times) else []


def _meant(name: str, districts: Sequence[str], corpus: Corpus) -> str:
    """The district that a name is of; a short one that several share stays as it is."""
    alike = [d for d in corpus.districts if stem(d) == stem(name)]
    if name in districts or len(alike) > 1:
        return name
    return next((d for d in districts if stem(d) == stem(name)), "")


def paired(query: Query, districts: Sequence[str], corpus: Corpus) -> list[tuple[str, str]]:
    """Pair districts with periods where they alternate: "甲区2023年和乙区2025年"."""
    if len(districts) < 2 or len(query.periods) < 2 or len(districts) != len(query.periods):
        return []
    marks = sorted(
        [(s, "d") for s, _ in query.slots.get("district", ())]
        + [(s, "p") for s, _ in query.slots.get("period", ())]
    )
    order, many = "".join(kind for _, kind in marks), len(districts)
    paired = order.startswith(("dp" * many, "pd" * many))
    if order == "d" * many + "p" * many:
        paired = _in_turn(query, marks[many][0]) or _told_in_turn(districts, query, corpus)
    return list(zip(districts, query.periods, strict=True)) if paired else []


def _in_turn(query: Query, first: int) -> bool:
    """True for "甲区和乙区的…(2023年和2021年)", and "甲区和乙区分别在2023年和2021年…"."""
    return _EACH_ITS_OWN.search(query.text[:first]) is not None


def _told_in_turn(districts: Sequence[str], query: Query, corpus: Corpus) -> bool:
    """True where each place has documents of the one time that is its in turn, and no other has."""
    told = [set(corpus.years(place)) for place in districts]
    asked = [year_of(period) for period in query.periods]
    return all(
        (year in years) == (n == m) for n, years in enumerate(told) for m, year in enumerate(asked)
    )


def kinds_instead(query: Query, sides: Sequence[Query], corpus: Corpus) -> tuple[Kind, ...]:
    """The kind that may stand for a side where none is told of its own."""
    return _other_kinds(query, sides) or _plan_of_year_ahead(query, sides, corpus)


def _other_kinds(query: Query, sides: Sequence[Query]) -> tuple[Kind, ...]:
    """The kind that may stand for a side where none is told of its own.

    A plan, where none was asked for; a result, where one of two times alone is said to be planned:
    "2024年计划新增的比2023年多吗".
    """
    if not query.kinds:
        return ("target",)
    planned = dict(figure_cues.KINDS)["target"].findall(query.text)
    if any(side.kinds == ("actual",) for side in sides):
        return ()  # a result that stands beside itself would have reached any goal
    one_place = len({side.districts for side in sides}) == 1
    years = {year_of(period) for side in sides for period in side.periods}  # 上半年 has no plan
    of_one = one_place and len(years) == 2 > len(planned)
    return ("actual",) if of_one and query.kinds == ("target",) else ()


def counts_beside_plan(query: Query) -> bool:
    """True where the number of something is asked for beside a plan and its result.

    "计划投资多少,完成多少,新建项目几个": neither the plan nor the result is told by that number.
    """
    counted = set(query.units) - RATES  # 占几成 is asked of the two
    if not {"target", "actual"} <= set(query.kinds) or not counted:
        return False
    clauses = re.split("[,，;；。?？]", query.text)
    asking = [c for c in clauses if figure_cues.FIGURE_ASKED.search(c)]
    of_plan = [c for c in asking if any(p.search(c) for _, p in figure_cues.KINDS)]
    units = {unit for c in of_plan for unit in units_in(c)}
    return 1 < len(of_plan) < len(asking) and not units & counted


def _plan_of_year_ahead(query: Query, sides: Sequence[Query], corpus: Corpus) -> tuple[Kind, ...]:
    """The plan of a year beside one that is over, where no document tells what came of it."""
    years = {year_of(period) for side in sides for period in side.periods}
    asked = {year_of(period) for period in query.periods}
    if len(years) != 2 or asked != {max(years)} or any("target" in s.kinds for s in sides):
        return ()
    told = {
        year_of(profile.periods.get("reported", ""))
        for profile in corpus.profiles.values()
        if any(speaks_for(profile, name) for name in query.districts)
    }
    return () if asked & told else ("target",)


def set_against_plan(query: Query, sides: Sequence[Query]) -> list[Query]:
    """The plan of one year and the plan or result of another: neither has one of its own beside.

    "2024年目标比2023年完成数高多少" asks of two figures, and of no result in 2024; so does
    "2024年目标比2023年目标低多少". Empty for another question.
    """
    years = {year_of(period) for side in sides for period in side.periods}
    if "difference" not in query.asks or len(sides) != 2 or len(years) != 2:
        return []
    kinds = [side.kinds or ("actual",) for side in sides]
    plans = len(figure_cues.PLAN.findall(query.text))
    apart = sorted(kinds) == [("actual",), ("target",)] or (
        kinds == [("target",)] * 2 and plans > 1
    )
    told = zip(sides, kinds, strict=True)
    return [replace(side, kinds=kind) for side, kind in told] if apart else []
