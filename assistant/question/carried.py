"""Places and times that a follow-up takes over from the last question, or shifts: 去年, 明年."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.language.columns import CHARGES
from assistant.language.periods import is_whole_year, year_of
from assistant.language.periods import label as period_label
from assistant.question import follow_up_cues
from assistant.question.corpus import Corpus, speaks_for, stem
from assistant.question.frames import kind_word, places_of
from assistant.question.times import asks_of_part, asks_so_far, year_of_documents
from assistant.schema import Query

_THING_NAMED = re.compile(r"[这那该]项(?!指标|目标|任务|工作)[一-鿿]{2,6}呢?[?？]?$")
_QUARTER = re.compile(r"(?P<year>\d{4})-Q(?P<quarter>[1-4])")
_LAST_QUARTER = re.compile(r"(?<![比较])上一?个?季度(?!末)")
_JUST_ASKED = re.compile(
    r"(?:那边|那里|这边)?(?:的|呢)?[,，]?(?:是|呢)(?:多少|几)[一-鿿]{0,2}[?？]?$"
)
# Of the very time that was spoken of; 去年同期 is of another.
_SAME_TIME = re.compile(r"^(?:那么?)?(?:在)?同(?:一时)?期(?!比|相比)")
_YEAR_ALONE = re.compile(
    r"^(?:那)?(?:19|20)\d\d年"
    r"(?:的数[字据值]?(?=[呢是有,，?？]|$)|(?:是|有|做到|达到)*(?:多少|几))"
)


def with_quarter(text: str, earlier: Sequence[Query]) -> str:
    """Name the quarter that 上季度 is, counted from the one that was spoken of last.

    >>> with_quarter("上季度呢?", [Query("三季度有几个?", periods=("2025-Q3",))])
    '2025年二季度呢?'
    """
    quarters = [q for spoken in earlier for p in spoken.periods if (q := _QUARTER.fullmatch(p))]
    if not quarters:
        return text
    year, number = int(quarters[-1]["year"]), int(quarters[-1]["quarter"])
    before = f"{year}-Q{number - 1}" if number > 1 else f"{year - 1}-Q4"
    return _LAST_QUARTER.sub(period_label(before), text)


def year_spoken_of(query: Query, corpus: Corpus) -> str:
    """The year that was spoken of, or that of the documents of the places spoken of."""
    year = year_of(query.periods[-1]) if query.periods else ""
    return year or (year_of_documents(query.districts, corpus) if query.districts else "")


def relative_periods(text: str, previous: Query) -> tuple[str, ...]:
    """Return the year that 去年, 次年 or 同年 is, counted from the one that was spoken of."""
    year = int(year_of(previous.periods[-1]) or 0) if previous.periods else 0
    if not year:
        return ()
    each = [int(p) for p in previous.periods if is_paired(previous) and p.isdigit()]
    if follow_up_cues.NEXT_YEAR.search(text) or follow_up_cues.LATER_YEAR.search(text):
        return tuple(str(y + 1) for y in each) or (str(year + 1),)
    if follow_up_cues.PREVIOUS_YEAR.search(text):
        if each and "同期" not in text:
            return tuple(str(y - 1) for y in each)
        part = previous.periods[-1] if "同期" in text else ""
        return (part.replace(str(year), str(year - 1)) or str(year - 1),)
    if _SAME_TIME.search(text):
        return previous.periods[-1:]
    dated = re.search(r"(?:19|20)\d\d年", text)  # "2022年全年的呢" says itself of when
    same = follow_up_cues.SAME_YEAR.search(text) or re.search(r"全年|年初|年度", text)
    return (str(year),) if same and not dated else ()


def is_paired(query: Query) -> bool:
    """True for several places, each with a time of its own: 甲区2020年和乙区2021年."""
    return len(query.districts) == len(query.periods) > 1


def periods_asked(text: str, query: Query, previous: Query) -> tuple[str, ...]:
    """The times of a follow-up: its own, of the year that 那年 or 次年 before them stands for."""
    relative = relative_periods(text, previous)
    parts = asks_of_part(query) and len({year_of(p) for p in query.periods}) == 1
    if not (relative and parts and is_whole_year(relative[0])):
        return relative or query.periods
    return tuple(p.replace(year_of(p), relative[0]) for p in query.periods)


def without_relative(text: str) -> str:
    """Leave out the words that name a year by another one."""
    for pattern in (
        follow_up_cues.NEXT_YEAR,
        follow_up_cues.PREVIOUS_YEAR,
        follow_up_cues.LATER_YEAR,
        follow_up_cues.SAME_YEAR,
    ):
        text = pattern.sub("", text)
    return text


def dated(text: str, query: Query, period: str) -> str:
    """Put the year that "同年" or "第二年" stands for behind the district that is named."""
    text = without_relative(text)
    place = next(
        (name for name in (*query.districts, *map(stem, query.districts)) if name in text), ""
    )
    return text.replace(place, f"{place}{period_label(period)}", 1) if place else text


def new_places(
    query: Query, previous: Query, periods: tuple[str, ...], corpus: Corpus
) -> tuple[tuple[str, str], ...]:
    """Return the places and times of a follow-up: its own, else those of the last question."""
    districts = query.districts or previous.districts or ("",)
    if is_paired(previous) and len(periods) == len(districts) and not query.periods:
        return tuple(zip(districts, periods, strict=True))  # 前一年 is one year for each
    if periods:
        return tuple((d, p) for d in districts for p in periods)
    if not query.districts:
        return places_of(previous)
    return tuple((d, p) for d in districts for p in years_available(d, previous, corpus) or ("",))


def timed_as_before(earlier: Sequence[Query], text: str = "") -> Query:
    """The last question; one of who is in charge leaves the time as it was before it.

    "乙工程呢?" behind "到6月底建成几所?由谁牵头?" is asked as of the end of June. 同期 is
    that time, also where the plan of the year was asked for in between.
    """
    last = earlier[-1]
    told = [q for q in reversed(earlier) if not set(CHARGES) & set(q.asks)]
    if _SAME_TIME.search(text):
        told = [q for q in told if "target" not in q.kinds] or told
    before = told[0] if told else last
    same = before.districts == last.districts and len(before.periods) == len(last.periods) == 1
    year_only = same and last.periods == (year_of(before.periods[0]),)
    return replace(last, periods=before.periods) if year_only else last


def years_available(district: str, previous: Query, corpus: Corpus) -> tuple[str, ...]:
    """The last period where the district has it, else the year that its documents are about.

    A year that a place only plans is none of a result that was asked for, where it tells results.
    """
    profiles = [p for p in corpus.profiles.values() if speaks_for(p, district)]
    planned = {year_of(p.periods["planned"]) for p in profiles if "planned" in p.periods}
    told = {year_of(v) for p in profiles for k, v in p.periods.items() if k != "planned"}
    years = told if told and "target" not in previous.kinds else told | planned
    known = tuple(period for period in previous.periods if year_of(period) in years)
    if known:
        return known
    key = "planned" if "target" in previous.kinds else "reported"
    for profile in profiles:
        period = profile.periods.get(key) or next(iter(profile.periods.values()), "")
        if period and previous.periods:
            return (year_of(period),)
    return () if profiles else previous.periods


def told_together(query: Query, earlier: Sequence[Query]) -> Sequence[Query]:
    """The last question and that before it, where 分别 can only mean the things of both.

    "2024年目标分别是多少?" behind two things of one place and year is asked of each of these.
    """
    last, before = earlier[-1], earlier[-2] if len(earlier) > 1 else earlier[-1]
    several = max(len(query.districts), len(query.periods), len(last.districts)) > 1
    of_both = {"target", "actual"} <= set(query.kinds) or set(CHARGES) & set(query.asks)
    alike = (before.districts, before.periods, before.measures) == (
        *(last.districts, last.periods, last.measures),
    )
    alike = alike and (before.units == last.units or not (before.units and last.units))
    one_each = len(last.indicators) == len(before.indicators) == 1
    apart = alike and one_each and before.indicators != last.indicators
    return [before, last] if apart and not (several or of_both) else [last]


def names_it_afresh(query: Query) -> bool:
    """True for "乙区2020年这项收入呢": a place, a time and the thing, of which no goal is asked."""
    placed = bool(query.districts and query.periods)
    return placed and _THING_NAMED.search(query.text) is not None


def inherited_kind(query: Query, previous: Query) -> str:
    """Target or result carries over, unless the follow-up turns to another measure.

    "那某县2024年新增多少户" with its own place, time and unit asks for itself what came of it.
    """
    turned = bool(query.measures) and set(query.measures) != set(previous.measures)
    afresh = bool(query.districts and query.periods and query.units)
    afresh = (afresh and not _JUST_ASKED.search(query.text)) or names_it_afresh(query)
    # "2024年是多少?" behind the plan of 2025 asks what that year came to.
    told = bool(_YEAR_ALONE.match(query.text)) and max(query.periods, default="9") < max(
        previous.periods, default=""
    )
    # "到三季度建成多少?" behind the plan of the year asks what came of it by then.
    return "" if turned or afresh or told or asks_so_far(query) else kind_word(previous)


def turns_to_later(query: Query, previous: Query) -> bool:
    """True for a later year than was spoken of, of which nothing but the year is said: 2025年呢."""
    if len(query.periods) != 1 or len(previous.periods) != 1 or query.kinds:
        return False
    later = year_of(query.periods[0]) > year_of(previous.periods[0])
    return later and "target" not in previous.kinds and query.asks == ("value",)
