"""A follow-up about another cell of the table that was just asked: "总投资呢?", "乙项目呢?".

It becomes a question of its own, with the row or the column that it leaves out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.evidence.columns_named import Column, column_beside, columns_named
from assistant.evidence.evidence import Evidence
from assistant.evidence.grids import Grid
from assistant.evidence.headers import levels_of
from assistant.evidence.lines_named import line_named, total_meant
from assistant.evidence.row_names import full_name, text_in
from assistant.language.columns import DONE_HEADER, PLANNED_HEADER, cells_of
from assistant.language.period_mentions import find_periods
from assistant.language.periods import label as period_label
from assistant.language.periods import year_of
from assistant.question import follow_up_cues
from assistant.question.places import blank, without_slots
from assistant.question.query import parse_query
from assistant.schema import Query, Turn
from assistant.tables.cells import Asked, costs_named, find_cells
from assistant.tables.listed import ask_other_rows
from assistant.tables.row_tests import FEWEST, figures_in
from assistant.tables.values import RATE
from assistant.text import fold_text

LONGEST_FOLLOW_UP = 20  # characters of a question that leaves row or column out
# "完成了多少", "其中今年安排的投资是多少": the one column of what was done, or of what was planned.
_MONEY = r"(?:投资|投入|资金)?(?:额)?(?:了)?(?:是|有|为)?(?:多少|几|情况)?(?:钱|[亿万]元?)?呢?"
_KINDS_ASKED = (
    (
        re.compile(
            r"(?:那|其中|这里面|已经?|实际|目前|现在|累计|截至目前)*(?:完成|投资|投入)(?:了)?"
            rf"(?:的)?{_MONEY}"
        ),
        DONE_HEADER,
    ),
    (
        re.compile(
            r"(?:那|其中|这里面|年度|全年|[今当本]年(?:度)?|年初)*(?:的)?"
            rf"(?:计划|目标|安排|打算|预计|准备|要)+(?:投|用|花)?(?:的)?{_MONEY}"
        ),
        PLANNED_HEADER,
    ),
)
# "下一项呢?", "上一条是什么?": the row beside the one that was spoken of.
_BESIDE_IN_ORDER = re.compile(
    r"(?:再|接着|接下来|紧接着|往)*(?P<way>[下后上前])面?的?(?:那|[一1])?[项条个行件](?:任务|工作|项目|事项|内容)?"
    r"(?:又?(?:是|讲|说|写)(?:的是|了)?(?:什么|啥)(?:内容)?|的?内容)?呢?"
)
_NUMBERED = re.compile(r"第\s*(?:\d+|[一二三四五六七八九十百]+)\s*(?P<counter>[项条个行件号])")
_ANOTHER_ROW = re.compile(r"(?P<of>[一-鿿a-z\d]{2,12}?)的?[那这]一?[条项](?![一-鿿]{0,2}[?？]?$)")
_THIS_YEAR = re.compile(r"[今当本]年度?")


def follow_up(evidence: Evidence, question: str, history: Sequence[Turn]) -> str:
    """Return a follow-up about another cell of the same table as a question of its own, else "".

    Behind "甲项目完成率多少?", "总投资呢?" asks of the same row, "乙项目呢?" for the same column.
    """
    text = follow_up_cues.LEAD_IN.sub("", fold_text(question).strip()).strip("?？。 ")
    if not history or len(text) > LONGEST_FOLLOW_UP:
        return ""
    if (in_order := _BESIDE_IN_ORDER.fullmatch(text)) is not None:
        return _row_beside(evidence, 1 if in_order["way"] in "下后" else -1, history[-1])
    if (other_rows := ask_other_rows(evidence, text, history)) != "":
        return other_rows
    own_text = _THIS_YEAR.sub("", text)  # it is the table's year
    own = parse_query(own_text, evidence.corpus)
    previous = parse_query(history[-1].standalone_question, evidence.corpus)
    if own.districts or own.periods or len(previous.districts) != 1:
        return ""
    last = _cells_told(evidence, previous, history[-1])
    if last is None:
        return ""
    grids = evidence.grids([last.line.document.source])
    grid = next(g for g in grids if any(n.row is last.line.row for n in g.lines))
    named = line_named(text, grid)
    summed = None if named else total_meant(text, grid)
    columns = columns_named(blank(text, [named.span]) if named else text, grid)
    beside = [] if columns else _beside(text, grid, last.columns[0]) or _of_kind(text, grid)
    # The time stands behind the name: "2024年内良乡" would be read as 年内.
    when = "".join(map(period_label, previous.periods))
    if named is not None:
        row, asked = text.removesuffix("呢"), _plain(last.columns[0])
        if beside:
            row, asked = text[slice(*named.span)], _plain(beside[0].header)
        return "" if columns else f"{previous.districts[0]}{row}{when}{asked}?"
    if not (columns or beside or summed) or (not summed and _of_another_row(text, last.name)):
        return ""
    if summed and not (columns or beside) and not text_in(summed[0], last.columns[0]):
        return follow_up(evidence, question, history[:-1])  # a sum of figures, and not of names
    row = "合计" if summed else last.name
    headers = [c.header for c in columns if own_text != text] or [c.header for c in beside]
    asked = text if columns and not headers else _plain((*headers, last.columns[0])[0])
    return f"{previous.districts[0]}{row}{_without_twice(when, asked)}{asked}?"


def _of_another_row(text: str, name: str) -> bool:
    """True for a row that is pointed at by a thing of which the last one has nothing.

    >>> _of_another_row("茶园那条又是谁牵头", "新建绿道"), _of_another_row("绿道那条呢", "新建绿道")
    (True, False)
    """
    other = _ANOTHER_ROW.match(text)
    return other is not None and other["of"] not in fold_text(name)


def _cells_told(evidence: Evidence, previous: Query, turn: Turn) -> Asked | None:
    """The cells that the last question names, or those of the row that it was answered by."""
    sources = evidence.near(previous, evidence.sources(previous)[previous.districts[0]])
    asked = find_cells(evidence, previous, sources)
    if asked is not None and asked.columns:
        return asked
    found = evidence.row(turn.row) if turn.row else None
    if found is None:
        return None
    grid, line = found
    query = parse_query(turn.question, evidence.corpus)
    text = without_slots(query, ("district", "period"))
    columns = columns_named(text, grid) or costs_named(query, text, grid)
    told = tuple(c.header for c in columns if text_in(line, c.header) in fold_text(turn.text))
    return Asked(line, told, full_name(line)) if told else None


def _row_beside(evidence: Evidence, step: int, last: Turn) -> str:
    """Ask of the row behind the one that was spoken of, or before it, what was asked of that."""
    found = evidence.row(last.row) if last.row else None
    if found is None:
        return ""
    rows = found[0].rows
    at = next((n for n, line in enumerate(rows) if line.row is found[1].row), -1) + step
    numbers = cells_of(rows[at].row, "number") if 0 <= at < len(rows) else []
    number = next((cell.text.strip() for _, cell in numbers), "")
    if not number.isdecimal():
        return ""
    if _NUMBERED.search(last.standalone_question):
        return _NUMBERED.sub(rf"第{number}\g<counter>", last.standalone_question, count=1)
    profile = found[1].document.profile
    place = "" if profile.district in profile.title else profile.district
    return f"{place}{profile.title}第{number}项是什么?"


def _without_twice(when: str, asked: str) -> str:
    """The time of the last question, unless a column names its own: 1-10月, 2024年计划投资.

    >>> _without_twice("2024年1-10月", "2024年计划投资"), _without_twice("2024年", "1-10月完成")
    ('', '2024年')
    """
    own = [m.period for m in find_periods(asked)]
    if not own:
        return when
    if any(map(year_of, own)):
        return ""
    years = {year_of(m.period) for m in find_periods(when)} - {""}
    return "".join(f"{year}年" for year in sorted(years))


def _plain(header: str) -> str:
    """A header of two levels without the unit that stands between them."""
    upper, lower = levels_of(header)
    return f"{upper}{lower}" if lower else header


def _beside(text: str, grid: Grid, header: str) -> list[Column]:
    """The column that a follow-up names by one of its two levels, the other being that before."""
    upper = levels_of(header)[0] if levels_of(header)[1] else ""
    return column_beside(text, grid, header) or (
        columns_named(f"{upper}{text}", grid) if upper else []
    )


def _of_kind(text: str, grid: Grid) -> list[Column]:
    """The one column of amounts done, or planned, where a follow-up names just that: 完成了多少."""
    for asked, kind in _KINDS_ASKED:
        match = asked.fullmatch(text)
        headers = [h for h in grid.headers if kind.search(h) and not RATE.search(h)]
        done = [h for h in headers if figures_in(grid, h) >= FEWEST]
        if match is not None and len(done) == 1:
            return [Column(done[0], match.span())]
    return []
