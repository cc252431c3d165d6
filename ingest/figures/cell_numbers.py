"""The figure that a cell of a table is."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.language.quantities import Quantity, find_quantities

_YEAR_LIKE = re.compile(r"(?:19|20)\d{2}")
# "〔16〕" in the column of a plan's last year: the sum of its five years.
SUM_OF_YEARS = re.compile(r"[〔［\[]\s*(.{1,20}?)\s*[〕］\]]")
_NUMERIC = re.compile(r"[-−－+]?\s*[\d０-９][\d０-９,，.．\s]{0,20}[%％‰]?[^\d]{0,8}")
_BOUNDED = re.compile(r"(\d[\d,.]*)\s*((?:及|和)?以上|以下|以内|之内|左右|上下)")


def cell_number(text: str, *, of_time: bool = False) -> Quantity | None:
    """The figure that a cell is, if it is one and nothing else.

    "1975" below "2023年" is a figure, though it could be a year; below 年份 it is one.
    """
    stripped = text.strip()
    if _YEAR_LIKE.fullmatch(stripped) and not of_time:
        counted = find_quantities(f"{stripped}个", text.index(stripped))
        return replace(counted[0], end=counted[0].end - 1, text=stripped, unit="")
    if summed := SUM_OF_YEARS.fullmatch(stripped):
        stripped = summed.group(1)
    if bounded := _BOUNDED.fullmatch(stripped):
        # "5.5左右" in a column of rates
        at = text.index(stripped)
        rate = find_quantities(f"{bounded[1]}%{bounded[2]}", at)
        if len(rate) != 1:
            return None
        return replace(rate[0], end=at + len(stripped), text=stripped, unit="")
    if not _NUMERIC.fullmatch(stripped):
        return None
    found = find_quantities(stripped)
    if len(found) != 1 or found[0].end - found[0].start < len(stripped) - 2:
        return None
    shift = text.index(stripped)
    return find_quantities(stripped, shift)[0]
