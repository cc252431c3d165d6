"""Follow-ups that set side by side what was spoken of: 和乙区比呢, 谁更高, 差多少."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from assistant.language.numerals import chinese_number
from assistant.language.periods import label as period_label
from assistant.language.periods import year_of
from assistant.lexicon.indicators import load_indicators
from assistant.question import comparison_cues, follow_up_cues, statement_cues
from assistant.question.carried import years_available
from assistant.question.corpus import Corpus
from assistant.question.frames import Frame, kind_word, places_of, subject_of
from assistant.question.places import districts_in
from assistant.question.query import parse_query
from assistant.question.subjects import names_subject
from assistant.schema import Query

_WHO_IS = re.compile(r"^(最[高多大快低少小慢]|垫底|领先)的是(谁|哪一?[个家])")
# "乙区2021年定的目标比它高吗", "乙区2023年的比甲区2021年的目标高吗": the plan is that of one place.
_OWN_KIND = re.compile(
    r"的(?:目标|计划|任务)(?:数|值)?(?:比|跟|和|与)它|年的比[^,，]*的(?:目标|计划|任务)"
)
_BOTH_PLACES = re.compile(r"[两双](?:边|家|方|地)")  # "两边差多少" is asked of the two places
_DONE_FIRST = re.compile(
    rf"^(?:(?:{statement_cues.DOING.pattern}|{statement_cues.FLOW.pattern})(?=[一-鿿]{{2}}))++"
)
_MEASURED = (("growth", "增长"), ("share", "占比"))
_MEASURE = re.compile(r"的?(?:占比|比重|增速|增幅|涨幅|规模|总量)$")  # is taken over
_THIS_YEAR_AND_LAST = re.compile(r"今年的?(?:[比较]|跟|和|与)(?:去年|上年)的?(?:相?比)?")
# "两个区比,泊位谁多": the two that were spoken of, and none of the others.
_TWO_PLACES = re.compile(
    r"^(?:[这那])?(?:两个?|俩)(?:区县|区|县|市|地方|地)(?:之间)?(?:放一起|放一块儿?)?(?:相?比较?|对比)(?:一下|起来|的话)?[,，]?"
)
# "这俩比值多少": what the one is of the other.
_RATIO = re.compile(
    r"^(?:那么?|这|它们)*(?:俩|[两二]者|两个|两项)?(?:数[字据值]?)?的?(?:比值|之比)(?:又|大概|约)?(?:是|为|有)?(?:多少|几|多大)[?？]?$"
)
MOST_BESIDE = 6  # characters of a subject beside its indicator that still narrow it


def as_contrast(text: str, corpus: Corpus) -> str:
    """Say in the usual words what sets a place, or all that were told, beside what was spoken of.

    >>> as_contrast("三家的数放一块,垫底的是谁?", Corpus({}))
    '这三个里面谁垫底?'
    """
    together = follow_up_cues.TOGETHER.match(text)
    if together:
        asked = _WHO_IS.sub(r"\2\1", text[together.end() :])
        return f"这{together['many']}个里面{asked}"
    if _RATIO.match(text):
        return "前者是后者的几倍?"
    if follow_up_cues.COMPARABLE_AT_ALL.match(text):
        return "这两个能直接比吗?"
    both = follow_up_cues.BOTH_COMPARED.match(text)
    if both:
        many = both["many"].replace("俩", "两")
        return f"这{many}个里面谁更高?"
    among = follow_up_cues.AMONG_TOLD.match(text) or follow_up_cues.HIGHEST_TOLD.match(text)
    if among:
        return f"这{among['many']}个里面谁最{among['most']}?"
    for pattern in follow_up_cues.BESIDE:
        found = pattern.match(text)
        other = _MEASURE.sub("", next(filter(None, found.groups()), "")) if found else ""
        if districts_in(other, corpus)[0] and not load_indicators().find(other):
            return f"和{other}比谁更高?"
    return text


def with_sides_told(text: str, earlier: Sequence[Query]) -> str:
    """Name the two years or places that were spoken of: 今年比去年多多少, 两个区比谁多."""
    years = sorted({year_of(p) for query in earlier for p in query.periods} - {""})
    if len(years) == 2 and int(years[1]) - int(years[0]) == 1:
        text = _THIS_YEAR_AND_LAST.sub(f"{years[1]}年比{years[0]}年", text)
    places = list(dict.fromkeys(d for query in reversed(earlier) for d in query.districts[::-1]))
    if len(places) > 1:
        text = _TWO_PLACES.sub(f"{places[1]}和{places[0]}", text)
    return text


def set_beside(
    text: str, query: Query, periods: tuple[str, ...], earlier: Sequence[Query], corpus: Corpus
) -> Frame:
    """Set what was last spoken of beside what the follow-up names, or the last few sides."""
    if query.districts and kind_word(query) == "计划":
        earlier = [*earlier, *_plan_told(earlier)]
    previous = earlier[-1]
    spoken = earlier[-1:] if query.districts or periods else earlier[-_how_many(text, earlier) :]
    if query.districts and query.measures == ("level",) and previous.measures == ("growth",):
        # "乙区的总额跟它比" behind a rate is set beside the last total that was told.
        totals = [q for q in of_one_subject(earlier) if "growth" not in q.measures]
        spoken = totals[-1:] or spoken
    sides = _sides(text, query, periods, spoken, earlier, corpus)
    pairs = tuple((district, period) for district, period, _ in sides)
    kinds = {kind for _, _, kind in sides}
    done = "实际" if "计划" in kinds else ""  # a plan and a result are set beside each other
    kind = kinds.pop() if len(kinds) == 1 else ""
    each = tuple(k or done for _, _, k in sides) if kinds else ()
    apart = "difference" in query.asks or comparison_cues.APART.match(text)
    ask = "相差多少" if apart else "谁更高"
    if re.search(r"最低|更低|最少|更少|谁低|谁少|慢|垫底", text):
        ask = "谁更低"
    if comparison_cues.WAY_ASKED.search(text) and len({district for district, _ in pairs}) == 1:
        ask = ",是增是减"
    ask = "相差多少倍" if query.units == ("倍",) else ask
    subject = _subject_of_all(spoken, pairs)
    if previous.all_districts and not any(district for district, _ in pairs):
        subject = f"各区{re.sub('^各区', '', subject)}"
    if comparison_cues.ASKS_FALL.search(text):
        return Frame(pairs, kind, subject, "谁下降更多", each)
    measures = query.measures or spoken[-1].measures
    measured = next((w for m, w in _MEASURED if m in measures), "")
    subject = f"{subject}{measured}" if measured and not subject.endswith(measured) else subject
    return Frame(pairs, kind, subject, ask, each)


def _sides(
    text: str,
    query: Query,
    periods: tuple[str, ...],
    spoken: Sequence[Query],
    earlier: Sequence[Query],
    corpus: Corpus,
) -> list[tuple[str, str, str]]:
    """Each side as district, period and kind: those spoken of, and those that are named now."""
    previous, own = earlier[-1], kind_word(query)
    sides = [(d, p, kind_word(q)) for q in spoken for d, p in places_of(q)]
    if bool(periods) and set(previous.districts) < set(query.districts):
        # "乙区2023年的比甲区2023年高多少" names both sides itself
        sides = []
    if not query.districts:
        done = "实际" if comparison_cues.AGAINST_RESULT.match(text) else ""
        sides += [
            (d, p, done or _kind_of(d, p, earlier)) for d in previous.districts for p in periods
        ]
    timed = _timed(query, periods, named=not sides)
    for index, district in enumerate(query.districts):
        before = _told_of(district, earlier) or previous
        known = before.periods[-1:] if before is not previous else ()
        period = timed[index] or known or years_available(district, previous, corpus)
        last = index == len(query.districts) - 1
        kind = (own if last else "") or _kind_at(period, before)
        period = tuple(year_of(p) or p for p in period) if kind == "计划" else period
        sides.append((district, (*period, "")[0], kind))
    if own == "实际" and not any(kind for _, _, kind in sides[:-1]) and _than_named(query):
        return _in_named_order([(d, p, "") for d, p, _ in sides], query)  # a result as it is
    apart = _OWN_KIND.search(text) or comparison_cues.AGAINST_RESULT.match(text)
    if own and not (apart or _than_named(query)):
        sides = [(district, period, own) for district, period, _ in sides]
    return _in_named_order(sides, query)


def _in_named_order(
    sides: Sequence[tuple[str, str, str]], query: Query
) -> list[tuple[str, str, str]]:
    """Sides without repetition; "后者是前者的几倍": in the order of the names."""
    named = {district: place for place, district in enumerate(query.districts)}
    return sorted(dict.fromkeys(sides), key=lambda side: named.get(side[0], -1))


def _plan_told(earlier: Sequence[Query]) -> Sequence[Query]:
    """The plan of what was spoken of, which "乙区的目标比它高吗" is asked of behind its result."""
    last = earlier[-1]
    same = (q for q in of_one_subject(earlier) if q.districts == last.districts)
    return [q for q in same if kind_word(q) == "计划"][-1:]


def _kind_at(period: Sequence[str], before: Query) -> str:
    """The kind that was asked for before; an earlier year than that of a plan is over."""
    over = max(map(year_of, period), default="9") < max(map(year_of, before.periods), default="")
    return "" if over and kind_word(before) == "计划" else kind_word(before)


def _than_named(query: Query) -> bool:
    """True where the kind is said of the place behind 比 alone: "比乙区前年真正建成的多吗"."""
    than, kinds = query.text.find("比"), query.slots.get("kind", ())
    places = [start for start, _ in query.slots.get("district", ())]
    one = len(places) == len(kinds) == 1 and than >= 0
    return one and than < places[0] < kinds[0][0] and not query.text[:than].strip()


def _kind_of(district: str, period: str, earlier: Sequence[Query]) -> str:
    """The kind that was asked for of this place and time, else that of the last question."""
    last = earlier[-1]
    told = (q for q in reversed(earlier) if (q.districts, q.periods) == ((district,), (period,)))
    return kind_word(next((q for q in told if q.indicators == last.indicators), last))


def _timed(query: Query, periods: tuple[str, ...], *, named: bool) -> list[tuple[str, ...]]:
    """The time of each district: "甲区的和乙区2024年的比" names that of 乙区 alone.

    ``named`` where a follow-up names all sides itself: a time before them is of each.
    """
    places, dates = query.slots.get("district", ()), query.slots.get("period", ())
    sides = len(query.districts)
    if not len(periods) == len(dates) < sides == len(places):
        each = (*periods, *periods[-1:]) if named else periods
        return [each[n : n + 1] for n in range(sides)]
    timed: list[tuple[str, ...]] = [() for _ in range(sides)]
    for (start, end), period in zip(dates, periods, strict=True):
        before = (n for n, (_, e) in enumerate(places) if query.text[e:start] in ("", "的"))
        behind = (n for n, (s, _) in enumerate(places) if query.text[end:s] in ("", "的"))
        side = next((n for n in (*before, *behind) if n < sides), None)
        if side is None:  # "2024年,甲区和乙区谁多"
            return [periods[:1] for _ in range(sides)] if len(periods) == 1 else timed
        timed[side] = (period,)
    return timed


def _told_of(district: str, earlier: Sequence[Query]) -> Query | None:
    """The last question of the same thing that was asked of a district, before the very last."""
    last = earlier[-1]
    told = (q for q in reversed(earlier[:-1]) if q.districts == (district,))
    return next((q for q in told if q.indicators and q.indicators == last.indicators), None)


def year_against_year(now: Query, before: Query, ask: str = "") -> str:
    """Set two years of one place beside each other, each with its kind; empty for anything else."""
    one_each = len(now.periods) == len(before.periods) == 1
    if not one_each or now.periods == before.periods or set(now.districts) != set(before.districts):
        return ""
    if len(now.districts) != 1:
        return ""
    # Beside a plan the other is a result; of two that were asked without one, a plan may be told.
    done = "实际" if before.kinds or now.kinds else ""
    sides = (
        f"{period_label(q.periods[0])}{kind_word(q) or done}{subject_of(q)}" for q in (before, now)
    )
    rate = "增速" if "growth" in now.measures and "growth" in before.measures else ""
    more = "快" if rate else "多"
    return f"{now.districts[0]}{f'{rate}和'.join(sides)}{rate},{ask or f'哪年{more}'}?"


def plan_against_plan(text: str, query: Query, periods: tuple[str, ...], previous: Query) -> str:
    """Set a plan that was told beside that of the year which is named: "比上一年的目标低多少"."""
    named = comparison_cues.AGAINST_PLAN_OF.match(text)
    if named is None or query.districts or "target" not in previous.kinds or len(periods) != 1:
        return ""
    way = comparison_cues.WAY_ASKED.search(text)
    return year_against_year(
        previous, replace(previous, periods=periods), "是增是减" if way else "相差多少"
    )


def beside_told(text: str, before: Query, corpus: Corpus) -> str:
    """What was told last beside what a follow-up names: "乙区的计划超过它了吗".

    Empty unless the follow-up names another place or time, and nothing else.
    """
    asked = comparison_cues.BEYOND_TOLD.match(text) or comparison_cues.TOLD_BEYOND.match(text)
    if asked is None or len(before.districts) != 1 or len(before.periods) > 1:
        return ""
    now = parse_query(asked["side"], corpus, year=year_of("".join(before.periods)))
    if len(now.districts) > 1 or len(now.periods) > 1 or names_subject(asked["side"], corpus):
        return ""
    if not now.districts:
        kind = kind_word(now)
        now = replace(before, periods=now.periods or before.periods, kinds=now.kinds)
        return year_against_year(now, before) if kind else ""
    if now.districts == before.districts:
        return ""
    period = now.periods or years_available(now.districts[0], before, corpus)[:1]
    sides = [before, replace(now, periods=period)]
    done = "实际" if "计划" in map(kind_word, sides) else ""
    named = "和".join(
        f"{q.districts[0]}{''.join(map(period_label, q.periods))}{kind_word(q) or done}"
        for q in sides
    )
    subject = subject_of(before)
    rate = "增长" if "growth" in before.measures and not subject.endswith("增长") else ""
    return f"{named}{subject}{rate}谁更{'低' if asked['less'] else '高'}?"


def _subject_of_all(spoken: Sequence[Query], pairs: Sequence[tuple[str, str]]) -> str:
    """The last subject; of one place and time, all that were spoken of."""
    subjects = list(dict.fromkeys(s for q in spoken if (s := subject_of(q))))
    if len(set(pairs)) == 1 and len(subjects) > 1:
        return ("和" if len(subjects) == 2 else "、").join(subjects)
    return subjects[-1] if subjects else ""


def _how_many(text: str, earlier: Sequence[Query]) -> int:
    """How many of the last questions are set side by side: all of one subject for 最高."""
    match = re.search(r"([二两三四五六七八九十]|\d)(?:个|者|项|家)", text)
    if match:
        return chinese_number(match.group(1))
    return max(2, len(of_one_subject(earlier))) if re.search("最|排|垫底", text) else 2


def of_one_subject(earlier: Sequence[Query]) -> list[Query]:
    """Return the last questions that ask of the same thing as the very last one."""
    subject = _thing_of(earlier[-1])
    run = list(takewhile(lambda query: _thing_of(query) == subject, reversed(earlier)))
    return run[::-1]


def _thing_of(query: Query) -> str:
    """The thing that a question is of, whatever it says was done to it: 绿道 of 建成绿道."""
    return _DONE_FIRST.sub("", subject_of(query))


def short_of_plan(
    text: str, query: Query, periods: tuple[str, ...], earlier: Sequence[Query]
) -> str:
    """Ask how far a result is from its plan, where the two were spoken of; empty if they were not.

    "还差多少" follows on the judgement of a plan, on what share of it is done, or on a plan and a
    result of the same thing;
    "离“十四五”目标还差多少" names the plan itself.
    """
    previous = earlier[-1]
    run = of_one_subject(earlier)
    judged = [q for q in run if "verdict" in q.asks or "completion" in q.measures]
    planned = [q for q in run if "target" in q.kinds or q in judged]
    told = [q for q in run if q.kinds in ((), ("actual",)) and "verdict" not in q.asks]
    named = comparison_cues.SHORT_OF_PLAN.search(text) is not None
    # What is still lacking is lacking of a plan, whoever was asked for in between.
    one_place = len({q.districts for q in run}) == 1
    left = one_place and comparison_cues.STILL_LACKING.match(text) is not None
    if (
        query.districts
        or _BOTH_PLACES.match(text)
        or not (named or (comparison_cues.APART.match(text) and (planned or left)))
    ):
        return ""
    if not (told or judged or left) or len(previous.districts) != 1:
        return ""
    result = (told or run)[-1].periods[-1:] or ("",)
    plan = periods[-1:] if named else (planned[-1].periods[-1:] if planned else ())
    when = f"{period_label(plan[0])}" if plan and plan != result else ""
    dated = period_label(result[0]) if result[0] else ""
    subject = subject_of(previous)
    # "比增速目标高几个点" asks of the rate of what was told by its amount.
    measures = {*query.measures, *(told or run)[-1].measures}
    growth = "growth" in measures and not subject.endswith(("增速", "增长"))
    rate = "增速" if growth else ""
    return f"{previous.districts[0]}{dated}实际{subject}{rate}比{when}目标差多少?"


def set_against_other(text: str, query: Query, previous: Query) -> str:
    """Set what was spoken of against another indicator of the same place: 追上GDP增速没有.

    Empty where a follow-up names no indicator to compare with.
    """
    against = comparison_cues.OVERTAKING.search(text) or (
        comparison_cues.compares(text) and {"rank", "difference"} & set(query.asks)
    )
    spans = query.slots.get("indicator", ())
    subject = _name_spoken_of(previous)
    if not against or len(query.indicators) != 1 or not spans or len(previous.districts) != 1:
        return ""
    if not subject or query.indicators == previous.indicators:
        return ""
    (start, end), *_ = spans
    rated = comparison_cues.OVERTAKING.search(text) or "growth" in (
        *query.measures,
        *previous.measures,
    )
    rate = "增速" if rated else ""
    ((district, period),) = places_of(previous)[:1]
    when = period_label((query.periods or (period,))[0]) if query.periods or period else ""
    names = f"{subject.removesuffix(rate)}{rate}和{text[start:end]}{rate}"
    kind = (
        "" if follow_up_cues.BECOME.search(text) else kind_word(previous)
    )  # what came of it is a result
    return f"{district}{when}{kind}{names}哪个更高?"


def _name_spoken_of(query: Query) -> str:
    """The subject of a question, or its indicator alone where more is said about that."""
    subject, spans = subject_of(query), query.slots.get("indicator", ())
    named = [query.text[start:end] for start, end in spans]
    said = len(named) == 1 and len(subject) > len(named[0]) + MOST_BESIDE
    return named[0] if said else subject
