"""Times found in text, as period strings (see ``assistant.language.periods``).

Where neither the text nor the caller tells the year it stays open and the period begins with a
dash: ``-01/-11``; :func:`assistant.language.periods.with_year` closes it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from assistant.language.periods import month_range, year_of
from assistant.language.quantities import parse_number
from assistant.text import without_breaks


@dataclass(frozen=True, slots=True)
class PeriodMention:
    """A period and the words that name it."""

    period: str
    start: int
    end: int
    text: str


_FULL_WIDTH = str.maketrans("０１２３４５６７８９－−～〜", "0123456789--~~")
_HAN = "零〇一二三四五六七八九十两"
_DASH = r" ?[-—–~～至到]{1,2} ?"
_HAN_YEAR = r"(?:二[〇零○]|一九)[〇零○一二三四五六七八九]{2}"
_NUMERAL = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
_SHORT_YEAR_FOLLOW = r"度|底|末|上半年|下半年|全年|前|的|[一二三四]季度|\d{1,2} ?[-月]|[A-Za-z]"
_YEAR = (
    rf"(?P<year>(?:19|20)\d{{2}}|{_HAN_YEAR}|(?<!\d)[1-4]\d(?=年(?:{_SHORT_YEAR_FOLLOW})))"
    r" ?年(?:度)?"
    r"|(?P<relative>去年|上年(?!度?结[转余])度?|前年|今年|本年度?|当年|明年|来年)"
)
_PART = (
    rf"(?P<from>{_NUMERAL}) ?月?份?{_DASH}(?P<to>{_NUMERAL})"
    r" ?(?:月份?|个月)(?!\d{1,2}[日号])底?末?"
    r"|前(?P<first>\d{1,2}|[一二三四五六七八九十]{1,2}) ?个?月"
    # 三月三 is a festival and 一月一调度 no January.
    rf"|(?P<month>{_NUMERAL}) ?月(?!(?P=month)(?![{_HAN}]*[日号]))份?+"
    r"(?:\d{1,2}[-—–~至]\d{1,2} ?[日号]|(?!\d{0,2}[-—~至]\d)(?:\d{1,2} ?[日号])?+)"
    r"(?:底|末|初|[上中下]旬)?+(?!以来|起|开始|至今)"
    # 截至930日 has lost a character.
    r"|(?<=截[至止])(?P<lost>1[0-2]|[1-9])(?:0[1-9]|[12]\d|3[01])[日号]"
    r"|(?P<half>上半年|下半年)"
    r"|前(?P<quarters>[两二三23]) ?个?季度"
    r"|第?(?P<quarter>[一二三四1-4首]) ?季度(?P<quarter_end>末)?"
    r"|(?P<whole>全年|年内(?![河资贸销需涝陆])|年末|年底|底|末)"
)
_MENTION = re.compile(rf"(?P<before>截至|截止到?|到|至)? ?(?:{_YEAR})? ?(?:{_PART})")
_YEAR_ONLY = re.compile(_YEAR)
_SENTENCE_END = re.compile(r"[。；;\n\t|]")
_SPAN_OF_YEARS = re.compile(
    rf"(?<!\d)((?:19|20)\d{{2}}) ?年?{_DASH}((?:19|20)?\d{{2}})(?: ?年|(?![\d年月]))"
    r"(?:12月(?:份|底|末|31日)?|(?!\d{1,2}月))"
)
_PLAN = re.compile(r"[“\"‘]?十([一二三四五六七])五[”\"’]?(?!次|届|条|个|家|项)")
_BARE_YEAR = re.compile(
    r"(?<![\d.A-Za-z“])(20\d{2}|19\d{2})(?=[ \u3000]+[\u4e00-\u9fffA-Za-z]|[ \u3000]*$)"
)
_ISO_QUARTER = re.compile(r"(?<!\d)((?:19|20)\d{2})[-年 ]?[Qq]([1-4])")
_ISO_MONTH = re.compile(
    r"(?<!\d)((?:19|20)\d{2})(?:[-/](\d{1,2})(?:[-/]\d{1,2})?(?![\d%])"
    r"|\.(\d{1,2})(?:\.\d{1,2})?(?=[-—–~至\s，,。；;)）]|$))"
)
_AS_OF_LINE = re.compile(
    r"^[ \u3000]*[(（]?[ \u3000]*(截[至止]到?[ \u3000]?[\d年月日底末 ]{2,14})[)）]?[ \u3000]*$",
    re.MULTILINE,
)
# "现将…截至11月30日的完成情况公示如下": what the opening says of the table below it.
_AS_OF_OPENING = re.compile(
    r"(截[至止]到?[ \u3000]?[\d年月日底末 ]{2,14})[,，]?的?[^。；;\n]{0,12}"
    r"(?:完成|进[展度]|推进|落实|实施|办理|执行)(?:情况|进度)?[^。；;\n]{0,16}"
    r"(?:如下|(?:公示|公布|通报|公开)[。:：])"
)
_HOW_FAR = re.compile(r"(?<!预计)(?<!计划)(?:进[度展]|完成|实际|累计|落实|推进|到位)(?!时[间限])")
_FIRST_DAY = re.compile(r"月0?1 ?[日号]$")
_CLAUSE = 400  # characters of a text that is likely to be looked at again
_OPENING = 400  # characters in which such a line is looked for
_QUARTERS = {"一": "1", "首": "1", "二": "2", "三": "3", "四": "4"}
_SHIFT = {"去年": -1, "上年": -1, "上年度": -1, "前年": -2, "明年": 1, "来年": 1}


def find_periods(text: str, year: str = "", offset: int = 0) -> list[PeriodMention]:
    """Find the periods that a text names, in order and disjoint.

    Args:
        text: any text.
        year: the year that 今年 and "1-11月" belong to when the text names none.
        offset: added to the spans.

    >>> [m.period for m in find_periods("2023年1-11月完成12亿元;一季度,前三季度", "2025")]
    ['2023-01/2023-11', '2025-Q1', '2025-01/2025-09']
    >>> [m.period for m in find_periods("去年基数,1-6月", "2025")]
    ['2024', '2025-01/2025-06']
    >>> [m.period for m in find_periods("上半年")]
    ['-01/-06']
    """
    found = _known if len(text) <= _CLAUSE else _find
    if not offset:
        return list(found(text, year))
    return [
        PeriodMention(m.period, m.start + offset, m.end + offset, m.text) for m in found(text, year)
    ]


def _find(text: str, year: str) -> tuple[PeriodMention, ...]:
    text, places = without_breaks(text)
    plain = text.translate(_FULL_WIDTH)
    mentions = [*_spans_of_years(plain), *_iso_periods(plain)]
    taken = {p for m in mentions for p in range(m.start, m.end)}
    mentions.extend(_read_all(plain, year, taken))
    taken.update(p for m in mentions for p in range(m.start, m.end))
    mentions.extend(_bare_years(plain, taken))
    mentions.sort(key=lambda m: m.start)
    return tuple(
        PeriodMention(m.period, places[m.start], places[m.end - 1] + 1, text[m.start : m.end])
        for m in mentions
    )


# Clauses: each is looked at once for every figure in it, and for every side of a question.
_known = lru_cache(maxsize=8_192)(_find)


def as_of_line(text: str) -> str:
    r"""What says how far a document tells: a line of its own under the title, or the opening.

    >>> as_of_line("某区重点工作进展情况表\n(截至2023年9月底)\n序号")
    '截至2023年9月底'
    >>> as_of_line("某区实事公示\n现将10件实事截至11月30日的进展情况公示如下。")
    '截至11月30日'
    """
    opening = text[:_OPENING]
    match = _AS_OF_LINE.search(opening) or _AS_OF_OPENING.search(opening)
    return match.group(1).strip() if match else ""


@lru_cache(maxsize=512)
def words_of_period(text: str, period: str) -> str:
    """The first words of a document that name one of its periods, or none.

    >>> words_of_period("现将2024年实事1-8月份进展情况通报如下", "2024-01/2024-08")
    '1-8月份'
    """
    said = (m for m in find_periods(text, year_of(period)) if m.period == period)
    return next((text[m.start : m.end] for m in said), "")


def find_in_header(header: str, year: str = "") -> list[PeriodMention]:
    """Find the periods of a column; one that tells how far things are tells it of all the months.

    >>> [m.period for m in find_in_header("9月末进度", "2024")]
    ['2024-01/2024-09']
    >>> [m.period for m in find_in_header("9月产量", "2024")]
    ['2024-09']
    """
    found = find_periods(header, year)
    if not _HOW_FAR.search(header):
        return found
    return [_since_january(m) if m.text.endswith(("底", "末")) else m for m in found]


def _since_january(mention: PeriodMention) -> PeriodMention:
    year, _, month = (mention.period or "").partition("-")
    if len(month) != 2 or not month.isdecimal():
        return mention
    return replace(mention, period=month_range(year, 1, int(month)))


def _spans_of_years(text: str) -> list[PeriodMention]:
    """2021-2025年 and 十四五."""
    mentions = []
    for match in _SPAN_OF_YEARS.finditer(text):
        first, last = match.group(1), match.group(2)
        last = first[:2] + last if len(last) == 2 else last
        if first < last:
            mentions.append(PeriodMention(f"{first}/{last}", match.start(), match.end(), ""))
    for match in _PLAN.finditer(text):
        first_year = 2001 + 5 * ("一二三四五六七".index(match.group(1)) + 1)
        mentions.append(
            PeriodMention(f"{first_year}/{first_year + 4}", match.start(), match.end(), "")
        )
    return mentions


def _iso_periods(text: str) -> list[PeriodMention]:
    """2023-05, 2023/5/7 and 2023Q3."""
    mentions = []
    for match in _ISO_MONTH.finditer(text):
        month = int(match.group(2) or match.group(3))
        if 1 <= month <= 12:
            period = f"{match.group(1)}-{month:02d}"
            mentions.append(PeriodMention(period, match.start(), match.end(), ""))
    for match in _ISO_QUARTER.finditer(text):
        period = f"{match.group(1)}-Q{match.group(2)}"
        mentions.append(PeriodMention(period, match.start(), match.end(), ""))
    return mentions


def _bare_years(text: str, taken: set[int]) -> list[PeriodMention]:
    """Years without 年, as in "2023 GDP" and in a header cell."""
    return [
        PeriodMention(match.group(1), match.start(1), match.end(1), "")
        for match in _BARE_YEAR.finditer(text)
        if match.start() not in taken
    ]


def _read_all(text: str, year: str, taken: set[int]) -> list[PeriodMention]:
    """Years, months, quarters in words; a year counts for the months after it in its sentence."""
    mentions: list[PeriodMention] = []
    known, position = year, 0
    matches = [m for m in _MENTION.finditer(text) if m.start() not in taken]
    inside = {p for m in matches for p in range(m.start(), m.end())} | taken
    matches.extend(m for m in _YEAR_ONLY.finditer(text) if m.start() not in inside)
    for match in sorted(matches, key=lambda m: m.start()):
        if _SENTENCE_END.search(text, position, match.start()):
            known = year
        position = match.end()
        found = match.groupdict()
        explicit, relative = _year_number(found["year"] or ""), found["relative"] or ""
        own = explicit or (_shifted(year or known, _SHIFT.get(relative, 0)) if relative else known)
        known = explicit or known
        period = _period(found, own, match.group()) if match.re is _MENTION else own
        if period:
            mentions.append(PeriodMention(period, _start(match, found), match.end(), ""))
    return mentions


def _start(match: re.Match[str], found: dict[str, str | None]) -> int:
    """Where the words of the period begin: with 截至, but without 到 and blanks."""
    before = found.get("before") or ""
    start = match.start() + (0 if before.startswith("截") else len(before))
    blanks = len(match.string[start : match.end()]) - len(
        match.string[start : match.end()].lstrip(" ")
    )
    return start + blanks


def _period(found: dict[str, str | None], year: str, words: str) -> str | None:
    """The period string of a match, None where it names no time after all."""
    until = (found["before"] or "").startswith("截")
    if found["from"] and found["to"]:
        return month_range(year, _number(found["from"]), _number(found["to"]))
    if found["first"]:
        count = _number(found["first"])
        return month_range(year, 1, count) if 1 <= count <= 12 else None
    if found["month"] or found["lost"]:
        month = _number(found["month"] or found["lost"] or "")
        if until and month > 1 and _FIRST_DAY.search(words):
            return month_range(year, 1, month - 1)  # 截至9月1日 nothing of September is told
        if until:
            # 截至12月25日 is not yet the year.
            return month_range(year, 1, month, whole=words.endswith(("底", "末", "31日")))
        return f"{year}-{month:02d}"
    return _part_of_year(found, year, until)


def _part_of_year(found: dict[str, str | None], year: str, until: bool) -> str | None:
    if found["half"]:
        return f"{year}-01/{year}-06" if found["half"] == "上半年" else f"{year}-07/{year}-12"
    if found["quarters"]:
        return month_range(year, 1, 9 if found["quarters"] in "三3" else 6)
    if found["quarter"]:
        number = _QUARTERS.get(found["quarter"], found["quarter"])
        if found["quarter_end"] or until:
            return month_range(year, 1, 3 * int(number))
        return f"{year}-Q{number}"
    named = found["year"] or found["relative"]
    return None if found["whole"] in ("底", "末") and not named else year


def _number(text: str) -> int:
    value = parse_number(text)
    return int(value) if value is not None else 0


def _year_number(text: str) -> str:
    """2023 of "2023", "二〇二三" and "23"."""
    if not text:
        return ""
    digits = "".join(
        str("〇一二三四五六七八九".index(c)) if c in "〇一二三四五六七八九" else c
        for c in text.replace("零", "〇").replace("○", "〇")
    )
    return f"20{digits}" if len(digits) == 2 else digits


def _shifted(year: str, years: int) -> str:
    return str(int(year) + years) if year.isdigit() else ""
