"""Dates as front matter writes them, read into ISO form; how far a report says that it tells."""

from __future__ import annotations

import re
from collections.abc import Mapping

from assistant.language.period_mentions import find_periods

_DATE = re.compile(
    r"((?:19|20)\d{2})\s?[-/.年]\s?(1[0-2]|0?[1-9])\s?[-/.月]\s?(3[01]|[12]\d|0?[1-9])(?!\d)"
)
_AS_OF = re.compile(
    r"(?:^|[。\n])[^\S\n]*(截[至止]到?\s?(?:(?P<year>20\d\d)\s?年)?(?:1[01]|[1-9])\s?月(?:底|末|3[01]日))[,，]"
)
_OPENING = 300  # characters in which a report says how far it tells


def find_date(text: str) -> str:
    """The first date in a text as ISO, empty where there is none.

    >>> find_date("2024-03-07 16:02"), find_date("2024年3月7日"), find_date("2024年")
    ('2024-03-07', '2024-03-07', '')
    """
    match = _DATE.search(text)
    return f"{match[1]}-{int(match[2]):02d}-{int(match[3]):02d}" if match else ""


def opening_as_of(periods: Mapping[str, str], text: str) -> dict[str, str]:
    r"""The months of its year that a report in prose tells, where its first sentences say so.

    >>> opening_as_of({"reported": "2024"}, "现报告如下。\n截至2024年9月底,有学校30所。")
    {'reported': '2024-01/2024-09'}
    """
    year, told = periods.get("reported", ""), _AS_OF.search(text[:_OPENING])
    if told is None or len(periods) > 1 or (told["year"] or year) != year:
        return {}
    return {"reported": find_periods(told[1], year)[0].period}
