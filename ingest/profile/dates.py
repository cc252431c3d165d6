"""Dates as front matter writes them, read into ISO form."""

from __future__ import annotations

import re

_DATE = re.compile(
    r"((?:19|20)\d{2})\s?[-/.年]\s?(1[0-2]|0?[1-9])\s?[-/.月]\s?(3[01]|[12]\d|0?[1-9])(?!\d)"
)


def find_date(text: str) -> str:
    """The first date in a text as ISO, empty where there is none.

    >>> find_date("2024-03-07 16:02"), find_date("2024年3月7日"), find_date("2024年")
    ('2024-03-07', '2024-03-07', '')
    """
    match = _DATE.search(text)
    return f"{match[1]}-{int(match[2]):02d}-{int(match[3]):02d}" if match else ""
