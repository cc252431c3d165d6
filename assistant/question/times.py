"""The times that a question names, with their spans, and the year of those that name none.

Knows the corpus only through the years that its documents report and plan.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from assistant.language.period_mentions import PeriodMention, find_periods
from assistant.language.periods import whole_year, with_year, year_of
from assistant.language.quantities import parse_number
from assistant.question import figure_cues
from assistant.question.corpus import Corpus, same_district, speaks_for
from assistant.question.places import blank
from assistant.question.rate_moves import bases_of_moves
from assistant.schema import Query, Span

PART_OF_YEAR = re.compile(r"\d{1,2}月|[一二三四1-4]季度|上半年|下半年")
_AT_END = re.compile(r"(?:规划)?(?:期)?末")
# Of an amount: 回落 and 缩小 are said of a rate, whose own base is no time of it.
_GROWN = re.compile(r"(?:同期)?(?:实际)?(?:增长|增加|增幅|涨|提高|上升|下降|降低)")
# "到8月底", "截至8月", "8月累计", "扩建到8月进展"; "1月到8月" is a range of its own.
_UP_TO_MONTH = re.compile(
    r"(?:(?=(?:\d{4}年)?(?:\d{1,2}|[一二三四五六七八九十]{1,2})月(?:[底末](?!之?前)|份?累计))"
    r"|(?<=截[至止])|(?<=截止到)|(?<=[^\d月季度年]到)|(?<=^到)|(?<=\d年到)(?!\d{4}))"
    r"(?:(\d{4})年)?(\d{1,2}|[一二三四五六七八九十]{1,2})月(?:底|末|份)?(?P<day>\d{1,2}[日号])?"
)
# "9月1日那会儿", "9月1日和9月底": how far things had got on a day.
_ON_DAY = re.compile(
    r"(?:(\d{4})年)?(\d{1,2})月(?P<day>\d{1,2}[日号])(?=(?:的时候|那会儿|那时候?|当时|时候?|为止|的?进展)|[和与跟、]\d{1,2}月[底末])"
)
_UP_TO_QUARTER = re.compile(
    r"(?:到|截至|截止|(?=(?:\d{4}年)?第?[一二三四1-4]季度(?:一看|的时候|那会儿|那时候?|为止|(?:达成|达到|完成|实现)了?(?:没有?|吗|么))))"
    r"(?:(\d{4})年)?(?:第)?([一二三四1-4])季度(?:末|底|一看)?"
)
# "前三季度和全年哪个高": the whole year is asked for beside its part.
_WITH_WHOLE = re.compile(
    r"(?:季度|月份?|半年)(?:的?[一-鿿]{2,10})?[和与跟比、](?:最后|最终|后来)?全年|全年[和与跟比、][^,，]{0,6}(?:季度|月|半年)"
)
_SO_FAR = re.compile(r"(\d{4})-01/\1-(\d\d)")
_OPEN_QUARTER = re.compile(r"-Q([1-4])")
_UNTIL = re.compile(r"(?:截[至止]到?|[到至])$")
_COUNTED_UP_TO = re.compile(r"截[至止]|[到至]")


def year_of_documents(districts: Collection[str], corpus: Corpus) -> str:
    """今年 is the last year that the documents of the asked districts speak of, not the clock's."""
    return max(_years(districts, corpus), default="")


def year_of_part(period: str, districts: Collection[str], corpus: Corpus) -> str:
    """Return the one year whose "1-9月" is meant: that of a document which reports so far.

    Else it is the one year of which anything is reported. Empty where no document, or documents of
    several years or places, may be meant.
    """
    asked = districts or corpus.districts
    if len(asked) != 1:
        return ""
    profiles = [
        profile
        for profile in corpus.profiles.values()
        if any(speaks_for(profile, name) for name in asked)
    ]
    told = {
        year_of(known)
        for profile in profiles
        for told_as, known in profile.periods.items()
        if whole_year(known) == whole_year(with_year(period, year_of(known)))
        and (told_as != "planned" or whole_year(known) != year_of(known))
    }
    reported = {
        year_of(known)
        for profile in profiles
        for told_as, known in profile.periods.items()
        if told_as != "planned"
    }
    years = told or reported or set(_years(districts, corpus))
    return years.pop() if len(years) == 1 else ""


def _years(districts: Collection[str], corpus: Corpus) -> list[str]:
    asked = districts or corpus.districts
    named = [d for d in corpus.districts if any(same_district(d, name) for name in asked)]
    return [year for district in named for year in corpus.years(district)]


def periods_in(text: str, year: str) -> tuple[tuple[str, ...], list[Span]]:
    """Return periods with their spans; "到四季度" is the year so far, not the fourth quarter.

    Where neither the text nor ``year`` tells the year, a part of one stays open: "-01/-09".
    """
    found = _up_to(text, year)
    bases = bases_of_moves(text)
    rest = blank(text, [*(span for span, _ in found), *bases])
    for mention in find_periods(rest, year):
        # "比上年涨了多少" compares, it does not ask for that year; "比2023年完成的少几个" does.
        before, after = rest[: mention.start], rest[mention.end :]
        # "比“十四五”目标低多少" asks for the plan, "比三季度低几个点" for the quarter.
        named = re.search(r"\d|十.五|[一二三四]季度|半年", mention.text)
        relative = not named or _GROWN.match(after)
        compared = re.search(r"[比较于]$", before) and relative
        compared = compared or figure_cues.RECOVERED_TO.search(before)
        if mention.period and not compared:
            mention = _in_year_named(mention, found)
            final = mention.period.split("/")[-1]
            at_end = len(final) == 4 and _AT_END.match(after)  # "十四五末"
            found.append(((mention.start, mention.end), final if at_end else mention.period))
    found.sort()
    # "截至四季度" without a year is all of one that is still to be found.
    periods = tuple(dict.fromkeys(whole_year(period) or period for _, period in found))
    periods = _named_again(periods)
    whole = _WITH_WHOLE.search(text) is not None
    spans = sorted([*(span for span, _ in found), *bases])
    return periods if whole else _refine(periods), spans


def _in_year_named(mention: PeriodMention, before: Sequence[tuple[Span, str]]) -> PeriodMention:
    """当年 is the year that was named before it: "2022年的目标和当年实际"."""
    named = [year_of(p) for (start, _), p in sorted(before) if start < mention.start]
    if not mention.text.startswith("当年") or not any(named):
        return mention
    return replace(mention, period=find_periods(mention.text, named[-1])[0].period)


def _up_to(text: str, year: str) -> list[tuple[Span, str]]:
    """What is asked as of the end of a month or quarter: from January to there."""
    found: list[tuple[Span, str]] = []
    for pattern, months in ((_UP_TO_QUARTER, 3), (_UP_TO_MONTH, 1), (_ON_DAY, 1)):
        for match in pattern.finditer(text):
            if any(start < match.end() and match.start() < end for (start, end), _ in found):
                continue
            base = match.group(1) or _year_before(text, match.start()) or year
            last = months * int(parse_number(match.group(2)) or 0)
            if months == 1 and match["day"] and match["day"][:-1].lstrip("0") == "1":
                last -= 1  # on the first of September nothing of it is told
            if 1 <= last < 12:
                found.append((match.span(), f"{base}-01/{base}-{last:02d}"))
            elif base and last == 12:
                found.append((match.span(), base))
    return found


def is_so_far(text: str, span: Span) -> bool:
    """True for a part of the year that a question only counts up to: 截至9月底, 到6月底."""
    start, end = span
    return bool(_UNTIL.search(text[:start]) or _COUNTED_UP_TO.match(text[start:end]))


def asks_of_part(query: Query) -> bool:
    """True if every period that a question names is a part of a year or a span of years."""
    return bool(query.periods) and all(len(period) > len("2024") for period in query.periods)


def asks_so_far(query: Query) -> bool:
    """True if a question counts up to a part of its year: "到三季度建成多少公里?"."""
    spans = query.slots.get("period", ())
    return asks_of_part(query) and any(is_so_far(query.text, span) for span in spans)


def _refine(periods: tuple[str, ...]) -> tuple[str, ...]:
    """Drop a bare year that only introduces a part of itself ("2023年…1-11月")."""
    parts = {year_of(p) for p in periods if len(p) > 4}
    kept = tuple(p for p in periods if not (len(p) == 4 and p in parts))
    return kept or periods


def _named_again(periods: tuple[str, ...]) -> tuple[str, ...]:
    """Take a quarter that is named once more, without its year, for the one counted up to.

    Months that are named once more are those named before: 截至2023年11月,…前11个月.

    >>> _named_again(("2023-01/2023-09", "-Q3")), _named_again(("2023-01/2023-09", "-Q2"))
    (('2023-Q3',), ('2023-01/2023-09', '-Q2'))
    >>> _named_again(("2023-01/2023-11", "-01/-11"))
    ('2023-01/2023-11',)
    """
    dated = {re.sub(r"(?:19|20)\d\d", "", p) for p in periods if year_of(p)}
    periods = tuple(p for p in periods if year_of(p) or p not in dated)
    if len(periods) != 2:
        return periods
    so_far, open_quarter = _SO_FAR.fullmatch(periods[0]), _OPEN_QUARTER.fullmatch(periods[1])
    if so_far is None or open_quarter is None or int(so_far[2]) != 3 * int(open_quarter[1]):
        return periods
    return (f"{so_far[1]}{periods[1]}",)


def _year_before(text: str, position: int) -> str:
    # "新增2000个,到11月底": a count of things is no year.
    years = re.findall(r"(?<![\d.])((?:19|20)\d\d)(?=年)", text[:position])
    return years[-1] if years else ""
