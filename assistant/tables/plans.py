"""Conditions that set what rows did against what they planned, or against the schedule."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Sequence
from decimal import Decimal

from assistant.evidence.grids import Grid
from assistant.evidence.headers import undated
from assistant.evidence.lines import Line
from assistant.evidence.row_names import text_in
from assistant.language.columns import DONE_HEADER, GROWTH_HEADER, PLANNED_HEADER
from assistant.language.period_mentions import find_periods
from assistant.tables.row_tests import (
    ABOVE,
    AT_MOST,
    BELOW,
    FEWEST,
    Condition,
    among,
    beyond,
    comparison,
    figures_in,
    is_text,
    numeric_headers,
    signed,
)
from assistant.tables.values import RATE, Value, header_without_unit, value_in
from assistant.text import fold_text

_YEAR = re.compile(r"(?:19|20)\d\d(?=年)")
_PROGRESS = re.compile(r"进[度展](?:情况)?$")
_SHORTEST_END = 2  # characters of the end of a name that name it
_SCHEDULE = re.compile(
    r"(?P<low>低于|未达到?|没有?达到?|达不到|不达|落后于?|滞后于?|慢于|未完成|没有?完成)?"
    r"(?P<high>高于|快于|超过?|达到?|完成)?了?(?:年度)?序时(?:进度|要求)?"
)
_SCHEDULE_TOLD = re.compile(
    r"序时(?:进度)?(?:应)?(?:为|是|达到?|目标|要求)?\s?[:：]?\s?(\d+(?:\.\d+)?)\s?[%％]"
)
RATE_DONE = re.compile(r"完成(?:率|比例|比|进度|百分比)|占(?:年度?|全年)?(?:任务|计划|目标)|达成率")
_NOT_AMOUNT = re.compile(r"率|比|%|时[间限]|单位|情况|进[展度]|[人是]")
_BEYOND = re.compile(
    rf"(?:完成|投资|投入|实际)[^,，。?？]{{0,8}}?(?P<how>{AT_MOST}|{BELOW}|{ABOVE})了?"
    r"(?:全年|年度|当年|本年|今年|年初)?(?:的)?(?:计划|目标|任务)(?:投资|数)?"
)
_WORDS_OF_HEADER = re.compile(
    r"(?:截[至止])?(?:\d{4}年)?(?:\d{1,2}-)?\d{1,2}月(?:底|末|份)?|\d{4}年|年度|全年|本年|上半年|前三季度|一季度|[(（][^()（）]*[)）]"
    r"|计划|目标|任务|预算|实际|累计|完成|到位|情况|已投|[额数]$|[\s_]"
)


def of_plan_asked(headers: Sequence[str], text: str) -> list[str]:
    """Of columns of plans and of results, those that a question is about; all of one sort alone."""
    planned = bool(PLANNED_HEADER.search(text))
    meant = [h for h in headers if bool(PLANNED_HEADER.search(h)) == planned]
    return meant or list(headers)


def by_plan(text: str, grid: Grid) -> list[Condition]:
    """Rows that did more, or less, than they planned: two columns of one kind side by side."""
    match = _BEYOND.search(text)
    test = comparison(match["how"], "") if match else None
    return against_plan(match, test, text, grid) if match and test else []


def against_plan(
    match: re.Match[str],
    test: Callable[[Decimal, Decimal], bool],
    text: str,
    grid: Grid,
) -> list[Condition]:
    """Rows by their result beside their plan, of the one thing that the question may mean."""
    pairs = _plans_and_results(text, grid)
    named = [(word, *pair[1:]) for pair in pairs if (word := _called(pair[0], text))]
    longest = max((len(word) for word, *_ in named), default=0)  # 再就业, of 就业 and 再就业
    pairs = [pair for pair in named if len(pair[0]) == longest] or pairs
    if len(pairs) != 1:
        return []
    thing, planned, reached = pairs[0]

    def holds(line: Line) -> bool:
        done, plan = value_in(line, reached), value_in(line, planned)
        if done is None or plan is None or done.unit != plan.unit:
            return False
        return test(done.number, plan.number)

    def untold(line: Line) -> bool:
        told = value_in(line, reached) is not None and value_in(line, planned) is not None
        return bool(text_in(line, planned)) and not told

    at = text.index(thing) if named else 0
    spans = (match.span(), (at, at + len(thing))) if named else (match.span(),)
    return [Condition(spans, match.group(), (planned, reached), holds, untold=untold)]


def _called(thing: str, text: str) -> str:
    """The words of a text that name what columns are of: its end at least, 农村公路."""
    ends = (thing[at:] for at in range(max(1, len(thing) - _SHORTEST_END + 1)))
    return next((end for end in ends if end and end in text), "")


def _plans_and_results(text: str, grid: Grid) -> list[tuple[str, str, str]]:
    """Columns of plans, each with the one column that tells what came of the same thing.

    Of results by several months that of the months asked for is meant, else the last. Whose growth
    falls short is told by the columns of growth, and by no others.
    """
    kind = GROWTH_HEADER if GROWTH_HEADER.search(text) else RATE
    numeric = [h for h in numeric_headers(grid) if bool(kind.search(h)) == (kind is GROWTH_HEADER)]
    reached = {h: thing_of(h) for h in numeric if DONE_HEADER.search(h)}
    reached |= {h: thing_of(_PROGRESS.sub("", h)) for h in numeric if _is_amount_done(h, grid)}
    pairs = []
    for plan in (h for h in numeric if PLANNED_HEADER.search(h) and h not in reached):
        results = [h for h, thing in reached.items() if thing in (thing_of(plan), "")]
        results = [h for h in results if is_of_one_year(plan, h)]
        named = [h for h in results if any(m.text in text for m in find_periods(h))]
        if len({undated(h) for h in results}) == 1:
            pairs.append((thing_of(plan), plan, (named or results)[-1]))
    return pairs


def _is_amount_done(header: str, grid: Grid) -> bool:
    """Tell a column of 进度 that has amounts and not shares of a plan."""
    if DONE_HEADER.search(header) or _PROGRESS.search(header) is None:
        return False
    values = [value_in(line, header) for line in grid.lines]
    return all(value.unit not in ("", "%") for value in values if value is not None)


def is_of_one_year(plan: str, result: str) -> bool:
    """True unless two headers name years, and not the same.

    >>> is_of_one_year("2024年目标", "2023年完成"), is_of_one_year("年度目标", "2023年完成")
    (False, True)
    """
    planned, done = (set(_YEAR.findall(h)) for h in (plan, result))
    return not (planned and done) or bool(planned & done)


def thing_of(header: str) -> str:
    """Return what a column of plans or of results is of: "社区食堂(处) 目标" is of 社区食堂."""
    return _WORDS_OF_HEADER.sub("", fold_text(header_without_unit(header)))


def amounts_of(line: Line) -> tuple[tuple[str, Value], tuple[str, Value]] | None:
    """Return the planned and the done amount of a row, if it has one of each, of one thing."""
    named = [h for h in line.row.cells if not _NOT_AMOUNT.search(re.sub(r"[(（].*", "", h))]
    amounts = {h: v for h in named if (v := value_in(line, h)) is not None}
    planned = [h for h in amounts if PLANNED_HEADER.search(h)]
    done = [h for h in amounts if DONE_HEADER.search(h) and h not in planned]
    if len(planned) != 1 or len(done) != 1:
        return None
    plan, result = amounts[planned[0]], amounts[done[0]]
    things = {thing_of(h) for h in (planned[0], done[0])} - {""}
    if not plan.number or not plan.unit or plan.base[1] != result.base[1] or len(things) > 1:
        return None
    return (planned[0], plan), (done[0], result)


def by_schedule(text: str, grid: Grid) -> list[Condition]:
    """Rows behind the schedule, or ahead of it, by whichever column tells."""
    match = _SCHEDULE.search(text)
    if match is None or not (match["low"] or match["high"]):
        return []
    low = match["low"] is not None
    for header in (h for h in grid.headers if "序时" in h):
        texts = {t for t in grid.column(header) if t}
        if texts and texts <= {"是", "否"}:
            word = "否" if low else "是"
            return [Condition((match.span(),), match.group(), (header,), is_text(header, word))]
        if figures_in(grid, header) >= FEWEST and re.search(r"高于|快于|比|较|差|±", header):
            return [Condition((match.span(),), match.group(), (header,), signed(header, low))]
    for header in grid.headers:
        states = {t for t in grid.column(header) if "序时" in t and len(t) <= 12}
        kept = {t for t in states if bool(re.search(r"低|未|滞|落|慢|不|没", t)) == low}
        if kept:
            return [Condition((match.span(),), match.group(), (header,), among(header, kept))]
    return _behind_told(match, low, grid)


def _behind_told(match: re.Match[str], low: bool, grid: Grid) -> list[Condition]:
    """Rows behind the schedule that the document tells beside the table."""
    rates = [h for h in numeric_headers(grid) if RATE_DONE.search(h)]
    told = list(_SCHEDULE_TOLD.finditer(grid.lines[0].document.text))
    if len(rates) != 1 or len({m.group(1) for m in told}) != 1:
        return []
    test = operator.lt if low else operator.ge
    holds = beyond(rates[0], Decimal(told[0].group(1)), "%", test)
    return [Condition((match.span(),), match.group(), (rates[0],), holds, told[0].span())]
