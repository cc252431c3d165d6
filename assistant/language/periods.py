"""Period strings: which year one lies in, which contains which, and how a reader writes it.

``2023``, ``2025-Q1``, ``2023-05``, ``2023-01/2023-11`` ("1-11月", "截至11月底"), ``2021/2025``; one
whose year is open begins with a dash: ``-01/-11``. They are found in a text by
``assistant.language.period_mentions``.
"""

from __future__ import annotations

import re


def until_quarter(period: str) -> str:
    """What "三季度进展情况" tells: how things stand after three quarters.

    >>> until_quarter("2024-Q3"), until_quarter("2024-Q4"), until_quarter("2024-09")
    ('2024-01/2024-09', '2024', '2024-09')
    """
    quarter = re.fullmatch(r"(\d{4})-Q([1-4])", period)
    if quarter is None:
        return period
    return month_range(quarter[1], 1, 3 * int(quarter[2]))


def with_year(period: str, year: str) -> str:
    """Put the year into a period that has none.

    >>> with_year("-01/-11", "2023"), with_year("-Q1", "2025"), with_year("2020", "2025")
    ('2023-01/2023-11', '2025-Q1', '2020')
    """
    return "/".join(year + part if part.startswith("-") else part for part in period.split("/"))


def year_of(period: str) -> str:
    """The year a period lies in, the last one of a span of years, empty where it is open.

    >>> year_of("2023-01/2023-11"), year_of("2021/2025"), year_of("-Q1")
    ('2023', '2025', '')
    """
    match = re.match(r"\d{4}", period.rpartition("/")[2])
    return match.group() if match else ""


def is_whole_year(period: str) -> bool:
    """True for exactly one year.

    >>> is_whole_year("2023"), is_whole_year("2023-01/2023-11"), is_whole_year("2021/2025")
    (True, False, False)
    """
    return re.fullmatch(r"\d{4}", period) is not None


def whole_year(period: str) -> str:
    """Write January to December as the year.

    >>> whole_year("2023-01/2023-12"), whole_year("2023-01/2023-11")
    ('2023', '2023-01/2023-11')
    """
    year = year_of(period) if period else ""
    return year if period == f"{year}-01/{year}-12" else period


def covers(outer: str, inner: str) -> bool:
    """Whether a period contains another: a year its months and quarters, not the other way round.

    >>> covers("2023", "2023-01/2023-11"), covers("2023-01/2023-11", "2023")
    (True, False)
    >>> covers("2021/2025", "2023")
    True
    """
    outer_months, inner_months = _months(outer), _months(inner)
    if outer_months is None or inner_months is None:
        return outer == inner
    return outer_months[0] <= inner_months[0] and inner_months[1] <= outer_months[1]


_HALVES = {("01", "06"): "上半年", ("07", "12"): "下半年"}


# The national five-year plans by their years.
PLANS = {"2011/2015": "十二五", "2016/2020": "十三五", "2021/2025": "十四五", "2026/2030": "十五五"}


def label(period: str) -> str:
    """A period as a reader writes it.

    >>> label("2023"), label("2023-01/2023-11"), label("2025-Q1"), label("2021/2025")
    ('2023年', '2023年1-11月', '2025年一季度', '“十四五”期间')
    >>> label("2024-01/2024-06"), label("2024-07/2024-12")
    ('2024年上半年', '2024年下半年')
    """
    if period in PLANS:
        return f"“{PLANS[period]}”期间"
    first, _, last = period.partition("/")
    start = re.fullmatch(r"(\d{4})?(?:-(?:Q([1-4])|(\d{2})))?", first)
    if start is None or not period:
        return period
    year = f"{start[1]}年" if start[1] else ""
    if start[2]:
        return f"{year}{'一二三四'[int(start[2]) - 1]}季度"
    if not last:
        return f"{year}{int(start[3])}月" if start[3] else year
    end = re.fullmatch(r"(\d{4})?(?:-(\d{2}))?", last)
    if end is None:
        return period
    if not start[3] or not end[2]:
        return f"{start[1]}-{end[1]}年"
    if start[1] == end[1]:
        half = _HALVES.get((start[3], end[2]))
        if half:
            return f"{year}{half}"
        return f"{year}{int(start[3])}-{int(end[2])}月"
    return f"{year}{int(start[3])}月-{end[1]}年{int(end[2])}月"


def _months(period: str) -> tuple[int, int] | None:
    """First and last month of a period, counted from year 0."""
    first, _, last = period.partition("/")
    start, end = _months_of_part(first), _months_of_part(last or first)
    return None if start is None or end is None else (start[0], end[1])


def _months_of_part(part: str) -> tuple[int, int] | None:
    match = re.fullmatch(r"(\d{4})?(?:-(?:Q([1-4])|(\d{2})))?", part)
    if match is None or not part:
        return None
    january = int(match[1] or 0) * 12
    if match[2]:
        return january + 3 * int(match[2]) - 3, january + 3 * int(match[2]) - 1
    if match[3]:
        return january + int(match[3]) - 1, january + int(match[3]) - 1
    return january, january + 11


def month_range(year: str, first: int, last: int, *, whole: bool = True) -> str:
    """The months ``first`` to ``last`` (1 to 12) of a year, which is open where it is empty.

    The twelve of them are the year unless ``whole`` is false: 截至12月25日 is not yet the year.

    >>> month_range("2023", 1, 11), month_range("2023", 1, 12), month_range("", 1, 6)
    ('2023-01/2023-11', '2023', '-01/-06')
    """
    if whole and first == 1 and last == 12 and year:
        return year
    if last < first:
        return f"{year}-{first:02d}"
    return f"{year}-{first:02d}/{year}-{last:02d}"
