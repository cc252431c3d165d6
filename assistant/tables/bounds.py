"""Conditions on the figures of a column: a bound, one half, growth, nothing at all."""

from __future__ import annotations

import operator
import re
from decimal import Decimal

from assistant.evidence.columns_named import Column, columns_named
from assistant.evidence.grids import Grid
from assistant.evidence.headers import undated
from assistant.evidence.lines import Line
from assistant.evidence.row_names import text_in
from assistant.language.columns import GROWTH_HEADER
from assistant.tables.plans import of_plan_asked
from assistant.tables.row_tests import (
    ABOVE,
    AT_LEAST,
    AT_MOST,
    BELOW,
    FEWEST,
    Condition,
    beyond,
    comparison,
    figures_in,
    is_text,
    measured_in,
    nothing_in,
    numeric_headers,
    signed,
)
from assistant.tables.values import header_without_unit
from assistant.text import fold_text

NEAR = 16  # characters before a bound in which its column is named
_BOUND = re.compile(
    rf"(?P<how>{AT_LEAST}|{AT_MOST}|{BELOW}|{ABOVE}|在|为|是|等于)?(?:了)?"
    r"(?P<number>\d+(?:\.\d+)?)(?P<unit>[亿万]?(?:美元|元)|[亿万]|%|个百分点|百分点|[亿万]?平方米|公里"
    r"|[万]?[个家项所户名人处座条场分天亩])?(?:的)?(?P<side>(?:及)?以[上下]|以内)?"
    r"(?=的|[^\d年月日.]|$)"
)
_CODE = re.compile(r"(?<![\d.-])\d[\d-]{4,16}\d(?![\d.%]|[亿万]|元)")
_HALF = re.compile(r"(?P<low>没有?|未|不)?(?:过|到|超过?|达到?)了?(?:一半|半)")
_FELL = re.compile(
    r"(?:同比|[比较](?:上年|去年|上一年)(?:同期)?)?(?:是|在|还是|出现)?"
    r"(?:下降|(?:为|是)负(?!责|担)|负增长|减少|下滑|降低|回落|下跌|萎缩|缩水|减产|跌(?=了|的|$|[?？,，]))(?:了)?"
)
_ROSE = re.compile(r"正增长|实现增长|同比增长(?=的)")
# "哪些任务存在问题", "没有困难的项目": rows by whether a column of problems tells any.
TROUBLED = re.compile(
    r"(?:还|仍|目前|尚|都)*(?:(?P<none>没有?|无|不)(?:存?在|有)?|存?在着?|有)(?:什么|任何|一些)?"
    r"(?:问题|困难|难点)(?=的|[?？。]|$|,)"
)
_OF_TROUBLE = re.compile("问题|困难|难点")
_NO_TROUBLE = re.compile(
    r"(?:暂|目前|基本)?(?:无|没有)(?:明显|突出|问题|困难)*|[-—–/\s]*|不存在问题|否"
)
_NONE = re.compile(r"(?:没有|没|未|无)(?:安排|落实|使用|填写|涉及|任何|到位)*$")


def by_bound(text: str, grid: Grid) -> list[Condition]:
    """Rows whose figure lies beyond a number: "总投资超过10亿元"."""
    found = []
    for match in _BOUND.finditer(text):
        test = comparison(match["how"] or "", match["side"] or "")
        column = _column_before(text, match.start(), grid) if test else None
        if test is None or column is None:
            continue
        limit, unit = Decimal(match["number"]), match["unit"] or ""
        holds = beyond(column.header, limit, unit, test)
        if not measured_in(grid, column.header, unit):
            continue
        spans = (match.span(), column.span)
        found.append(Condition(spans, match.group(), (column.header,), holds))
    return found


def by_code(text: str, grid: Grid) -> list[Condition]:
    """The rows that have a long number of the question for a cell: whose telephone it is."""
    found = []
    for match in _CODE.finditer(text):
        headers = [h for h in grid.headers if match.group() in map(fold_text, grid.column(h))]
        if len(headers) == 1:
            named = [c.span for c in columns_named(text, grid) if c.header == headers[0]]
            holds = is_text(headers[0], match.group())
            spans = (match.span(), *named)
            found.append(Condition(spans, match.group(), (headers[0],), holds))
    return found


def by_half(text: str, grid: Grid) -> list[Condition]:
    """Rows whose rate of completion is beyond one half, or below it."""
    match = _HALF.search(text)
    column = _column_before(text, match.start(), grid) if match else None
    if match is None or column is None or not measured_in(grid, column.header, "%"):
        return []
    test = operator.lt if match["low"] else operator.ge
    holds = beyond(column.header, Decimal(50), "%", test)
    return [Condition((match.span(), column.span), match.group(), (column.header,), holds)]


def _column_before(text: str, at: int, grid: Grid) -> Column | None:
    """The column of figures that is named right before a place of the question, or all through."""
    numeric = numeric_headers(grid)
    named = [c for c in columns_named(text, grid) if c.header in numeric]
    before = [c for c in named if at - NEAR <= c.span[0] and c.span[1] <= at]
    if before:
        return max(before, key=lambda c: c.span[1])
    words = re.search(r"[一-鿿]{2,6}$", text[max(0, at - 6) : at])
    for size in range(len(words.group()) if words else 0, 1, -1):
        word = text[at - size : at]
        # No word begins in the upper name of a column and ends in the lower: 目标 增速.
        holding = [h for h in numeric if any(word in fold_text(part) for part in h.split(" "))]
        holding = of_plan_asked(holding, text)
        whole = [h for h in holding if re.search(rf"总{word}|{word}.*[合总小]计", fold_text(h))]
        if len(holding) == 1 or len(whole) == 1:
            return Column((holding if len(holding) == 1 else whole)[0], (at - size, at))
    return named[0] if len(named) == 1 else None


def by_sign(text: str, grid: Grid) -> list[Condition]:
    """Rows that grew or fell."""
    for pattern, below in ((_FELL, True), (_ROSE, False)):
        match = pattern.search(text)
        if match is None or re.match(r"\d|超|率|幅", text[match.end() :]):
            continue
        growth = of_plan_asked([h for h in numeric_headers(grid) if GROWTH_HEADER.search(h)], text)
        chosen = growth if len(growth) == 1 else [h for h in growth if _grown(h) in text]
        chosen = [h for h in chosen if _grown(h)] or chosen
        if len(chosen) == 1:
            holds = signed(chosen[0], below)
            return [Condition((match.span(),), match.group(), (chosen[0],), holds)]
    return []


def _grown(header: str) -> str:
    """What the rates of a column are of; nothing where they are of the rows themselves."""
    return GROWTH_HEADER.sub("", undated(header_without_unit(header)))


def by_trouble(text: str, grid: Grid) -> list[Condition]:
    """Rows by whether a column of problems tells one: 无 and 暂无 tell none."""
    match = TROUBLED.search(text)
    headers = [h for h in grid.headers if _OF_TROUBLE.search(h)]
    if match is None or len(headers) != 1:
        return []
    header = headers[0]

    def troubled(line: Line) -> bool:
        return _NO_TROUBLE.fullmatch(fold_text(text_in(line, header)).strip("。")) is None

    def untroubled(line: Line) -> bool:
        return header in line.row.cells and not troubled(line)

    tests = (untroubled, troubled) if match["none"] else (troubled, untroubled)
    said = match.group()
    return [Condition((match.span(),), said, (header,), tests[0], others=tests[1])]


def by_absence(text: str, grid: Grid) -> list[Condition]:
    """Rows that have nothing, or nought, in a column: "没有安排中央资金"."""
    for column in columns_named(text, grid):
        none = _NONE.search(text[: column.span[0]])
        if none is None or figures_in(grid, column.header) < FEWEST:
            continue
        holds = nothing_in(column.header)
        return [Condition((none.span(), column.span), none.group(), (column.header,), holds)]
    return []
