"""The figure that a cell of a table is."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.language.limits import bounded_number
from assistant.language.quantities import Quantity, find_quantities

_YEAR_LIKE = re.compile(r"(?:19|20)\d{2}")
# "〔16〕" in the column of a plan's last year: the sum of its five years.
SUM_OF_YEARS = re.compile(r"[〔［\[]\s*(.{1,20}?)\s*[〕］\]]")
# "累计28000" in the table of a plan for several years; in one of progress it is of the year so far.
_SUM_IN_WORDS = re.compile(r"(?:[三五]年)?累计\s*")
_NUMERIC = re.compile(r"[-−－+]?\s*[\d０-９][\d０-９,，.．\s]{0,20}[%％‰]?[^\d]{0,8}")
# "增长4.8%" and "同比下降4.6%": a cell of growth says so itself.
_GROWTH = re.compile(
    r"(?:同比|[比较](?:上年|去年)(?:同期)?)?(?:实际|名义|累计)?(?:增长|下降)"
    r"(?=\s*\d[\d.]*\s*[%％](?:及?以上|以内|左右|上下)?$)"
)


def is_sum_of_years(text: str, *, of_plan: bool = False) -> bool:
    """Whether a cell is a sum of several years, in brackets or, in a plan of years, in words.

    >>> is_sum_of_years("〔16〕"), is_sum_of_years("累计28000", of_plan=True)
    (True, True)
    """
    in_words = of_plan and _SUM_IN_WORDS.match(text.strip())
    return bool(in_words or SUM_OF_YEARS.fullmatch(text.strip()))


def cell_number(text: str, *, of_time: bool = False, of_plan: bool = False) -> Quantity | None:
    """The figure that a cell is, if it is one and nothing else.

    "1975" below "2023年" is a figure, though it could be a year; below 年份 it is one. ``of_plan``
    tells a table of a plan for several years.
    """
    stripped = text.strip()
    if of_plan and (in_words := _SUM_IN_WORDS.match(stripped)):
        stripped = stripped[in_words.end() :]
    if _YEAR_LIKE.fullmatch(stripped) and not of_time:
        counted = find_quantities(f"{stripped}个", text.index(stripped))
        return replace(counted[0], end=counted[0].end - 1, text=stripped, unit="")
    if summed := SUM_OF_YEARS.fullmatch(stripped):
        stripped = summed.group(1)
    if bounded := bounded_number(stripped):
        # "5.5左右" and "≤8.8" in a column of rates
        at = text.index(stripped)
        rate = find_quantities(f"{bounded[0]}{bounded[1]}%{bounded[2]}", at)
        if len(rate) != 1:
            return None
        return replace(rate[0], end=at + len(stripped), text=stripped, unit="")
    if tells_growth(stripped):
        return find_quantities(stripped, text.index(stripped))[0]
    if not _NUMERIC.fullmatch(stripped):
        return None
    found = find_quantities(stripped)
    if len(found) != 1 or found[0].end - found[0].start < len(stripped) - 2:
        return None
    shift = text.index(stripped)
    return find_quantities(stripped, shift)[0]


def tells_growth(text: str) -> bool:
    """Whether a cell says that something grew by a rate, and nothing else.

    >>> [tells_growth(cell) for cell in ("增长4.8%", "同比下降4.6%", "4.8%", "GDP增长4.8%")]
    [True, True, False, False]
    """
    return _GROWTH.match(text.strip()) is not None
