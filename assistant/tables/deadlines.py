"""Conditions on when rows are due, or begun."""

from __future__ import annotations

import re

from assistant.evidence.grids import Grid
from assistant.evidence.lines import Line
from assistant.evidence.row_names import text_in
from assistant.language.periods import year_of
from assistant.tables.row_tests import Condition

_MONTH = re.compile(
    r"(?:(?P<year>(?:19|20)\d\d)年)?(?:(?<![-~—至\d])(?P<month>1[0-2]|[1-9])月(?:底|末|份)?|(?P<half>上半年)|(?P<end>年底|年末)"
    r"|(?P<quarter>[一二三四])季度)(?P<before>之?以?前|之内|以内|内)?"
    r"(?:能|要|应|须|需|必须|计划|可以?)*(?:完成|完工|建成|竣工|投用|到期|办结|(?P<begun>开工|动工))"
)
_BY_MONTH = re.compile(r"\d{1,2}月[底末]?前")
_BEGUN = re.compile(r"(?:开工|动工|启动)(?:时间|日期|时限)")
_DUE = re.compile(r"时限|期限|完成时间|竣工时间|完工时间|节点|建成时间")


def by_deadline(text: str, grid: Grid) -> list[Condition]:
    """Rows that are due by a month, or in it."""
    match = _MONTH.search(text)
    begun = match is not None and match["begun"] is not None
    headers = [h for h in grid.headers if (_BEGUN if begun else _DUE).search(h)]
    if match is None or len(headers) != 1:
        return []
    header = headers[0]
    first, last = _months(match)
    year = match["year"] or ""
    # Where cells say 10月底前, that is what is asked for, and not what is due before it.
    phrase = _BY_MONTH.search(match.group())
    worded = phrase is not None and any(phrase[0] in text_in(x, header) for x in grid.rows)

    def holds(line: Line) -> bool:
        due = _due(text_in(line, header))
        own = year or year_of(line.chunk.period)  # a month alone is of the table's year
        if due is None or (own and due[0] and due[0] != own):
            return False
        return (last if worded else first) <= due[1] <= last

    def is_due_else(line: Line) -> bool:
        due = _due(text_in(line, header))
        early = worded and due is not None and due[1] < last  # is done by then all the more
        return due is not None and not holds(line) and not early

    said = match.group()
    return [Condition((match.span(),), said, (header,), holds, others=is_due_else)]


def _months(match: re.Match[str]) -> tuple[int, int]:
    """The months that a deadline may lie in."""
    if match["half"]:
        return 1, 6
    if match["quarter"]:
        quarter = "一二三四".index(match["quarter"]) + 1
        return (1 if match["before"] in ("前", "之前", "以前") else 3 * quarter - 2), 3 * quarter
    month = int(match["month"]) if match["month"] else 12
    return (1 if match["before"] else month), month


def _due(text: str) -> tuple[str, int] | None:
    """The year, where it is told, and month of a deadline: "2024年11月底前" is ("2024", 11)."""
    found = re.search(r"(?:((?:19|20)\d\d)[年.\-/])?\s?(1[0-2]|0?[1-9])(?:月|$)", text)
    if found is not None:
        return found.group(1) or "", int(found.group(2))
    if re.search(r"年底|年末|全年|12月", text):
        year = re.search(r"(?:19|20)\d\d", text)
        return year.group() if year else "", 12
    return None
