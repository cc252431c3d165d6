"""Which columns of a table are of the time asked for, by their header, their table or its title."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.evidence.columns_named import Column, alike_but_for_time
from assistant.evidence.fits import PART_FIT, fit_period
from assistant.evidence.grids import Grid
from assistant.evidence.headers import levels_of
from assistant.evidence.lines import Line
from assistant.evidence.rank_columns import RANKS, rank_column
from assistant.language.columns import DONE_HEADER
from assistant.language.period_mentions import find_in_header, find_periods
from assistant.language.periods import is_whole_year, until_quarter, year_of
from assistant.question import constraint_cues
from assistant.question.times import asks_of_part
from assistant.schema import Query
from assistant.tables.values import RATE, value_in

# "三季度进展情况": how things stand when the quarter ends, where it is told in words.
_HOW_IT_STANDS = re.compile(r"进[展度]|推进|(?:完成|落实|执行|办理)情况")


def columns_of_times(query: Query, named: Sequence[Column], grid: Grid) -> list[Column]:
    """The columns that are called by the parts of a year asked for, 二季度, and no other is meant.

    What was done in the whole year, 全年完成, is not what was done in a part of it.
    """
    if any(RATE.search(c.header) or not DONE_HEADER.search(c.header) for c in named):
        return []
    columns: list[Column] = []
    for period, span in zip(query.periods, query.slots.get("period", ()), strict=False):
        headers = [h for h in grid.headers if _is_time(h, period, grid.lines[0])]
        if len(headers) != 1 or is_whole_year(period):
            return []
        columns.append(Column(headers[0], span))
    return columns


def _is_time(header: str, period: str, line: Line) -> bool:
    mentions = find_periods(header, _year_of(line))
    return [(m.text, m.period) for m in mentions] == [(header.strip(), period)]


def column_of_time(query: Query, line: Line, column: Column, grid: Grid) -> Column:
    """Of columns that differ in their months alone, that of the time asked for, else the last."""
    if RANKS.search(column.header):
        return rank_of_time(query, column, grid)
    alike = alike_but_for_time(column, grid)
    if not alike:
        return column
    fitting = [h for h in alike if fits_time(query, line, h)] if query.periods else alike
    return Column((fitting or alike)[-1], column.span)


def rank_of_time(query: Query, column: Column, grid: Grid) -> Column:
    """For a column of ranks that of the time asked for: 二季度名次 beside 名次."""
    own = RANKS.search(column.header) and rank_column(query.text, grid.headers)
    return Column(own, column.span) if own else column


def fits_time(query: Query, line: Line, header: str) -> bool:
    """True if a column, or else its table, speaks of the period that is asked for."""
    profile = line.document.profile
    mentions = find_in_header(header, _year_of(line))
    told = [
        m.period
        for m in mentions
        if m.period
        and re.search(r"\d|[全上下半]年$|季", m.text)
        and header[max(0, m.start - 1) : m.start] not in ("比", "较")  # "比上年增长"
    ]
    if _HOW_IT_STANDS.search(header) and value_in(line, header) is None:
        told += [until_quarter(period) for period in told]
    beside = _times_beside(line, header) if not told and RATE.search(header) else []
    headed = _is_headed_by_year(line)
    known = told or [line.chunk.period, *(() if headed else profile.periods.values()), *beside]
    years = {year_of(p) for p in known if p} | set(
        re.findall(r"(?:19|20)\d\d", profile.title) if not (told or headed) else ()
    )
    for asked in query.periods:
        # "1-8月" without a year is of the table's.
        undated = asked.startswith("-") and asked in {re.sub(r"\d{4}", "", p) for p in known}
        named = set() if told or headed else of_title(line)
        titled = asked in named or asked in {re.sub(r"\d{4}", "", p) for p in named}
        if undated or titled or asked in known or (len(asked) == 4 and asked in years):
            continue
        return False
    return not (
        told and constraint_cues.WHOLE_YEAR.search(query.text) and all(len(p) > 4 for p in told)
    )


def _is_headed_by_year(line: Line) -> bool:
    """True for a table whose own heading has one year: what 2024 came to, what 2025 is to have."""
    own, title = year_of(line.chunk.period), line.document.profile.title
    headings = "".join(line.chunk.section_path).replace(title, "")
    return bool(own) and {own} == set(re.findall(r"(?:19|20)\d\d(?=年)", headings))


def told_then(query: Query, line: Line, start: int, end: int) -> bool:
    """False for words whose figures are of another part of the year than is asked for.

    In a column that reaches to September, "上半年增长7%" is of no nine months.
    """
    told = [f.period for f in line.document.indicators if start <= f.figure[0] < end]
    if told and query.periods and constraint_cues.WHOLE_YEAR.search(query.text):
        return fit_period(query.periods, told)[1] > PART_FIT
    return not (told and asks_of_part(query)) or fit_period(query.periods, told)[1] > 0


def _times_beside(line: Line, header: str) -> list[str]:
    """When what was done is of, of which a rate is the share: 1-9月完成 beside 完成率."""
    upper = levels_of(header)[0] if levels_of(header)[1] else ""
    return [
        mention.period
        for other in line.row.cells
        if DONE_HEADER.search(other) and not RATE.search(other)
        if not upper or levels_of(other)[0] == upper
        for mention in find_in_header(other, _year_of(line))
        if mention.period
    ]


def of_title(line: Line) -> set[str]:
    """Return the periods of a title: the table of a document of 三季度 may be of January on."""
    title = line.document.profile.title
    return {m.period for m in find_periods(title, _year_of(line)) if m.period}


def _year_of(line: Line) -> str:
    known = [line.chunk.period, *line.document.profile.periods.values()]
    return next((year_of(period) for period in known if period), "")
