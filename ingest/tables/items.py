"""Numbered lists whose items name the office in charge, as tables of one row an item.

"15.新增护理型养老床位520张。(责任单位:区民政局)" is a row with the cells 序号, 内容 and 责任单位,
so that it can be asked for by its number and by its office; what came of it may stand behind the
office. The text has no header row for them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from assistant.language.columns import role_of
from assistant.schema import Cell, Row, Table
from ingest.outline.lines import Line, SpanSet, split_lines
from ingest.tables.cells import cell_kind
from ingest.tables.fields import CHARGE, cut_cell, goes_with_task

NUMBER, _CONTENT = "序号", "内容"
NAME, TASK, _GOAL, _PROGRESS = "项目名称", "任务内容", "年度目标", "进展情况"
_LED, _IN_CHARGE = "牵头单位", "责任单位"
_trimmed = partial(cut_cell, behind="。；;，,")
_ITEM = re.compile(
    r"(\d{1,3})\s?[.．、](?!\d)\s*|[(（](\d{1,3}|[一二三四五六七八九十]{1,4})[)）]\s*|([①-⑳])\s*"
)
# "区园林局；公厕改造由区城管局牵头": one thing of the item is led by another office.
_OFFICE = re.compile(
    rf"({CHARGE})\s?[:：]\s*((?:[^:：；;。()（）\n]|[(（][^()（）\n]{{1,20}}[)）]){{2,200}}?"
    r"(?:[；;][^:：；;。，,()（）\n由]{2,24}由[^:：；;。，,()（）\n]{2,24}?(?:牵头|负责))?)"
    rf"(?=[；;。，,、\s]*(?:{CHARGE}\s?[:：]|[)）；;。]|$))"
)
# Where the offices begin that end a line: behind a bracket or the end of a sentence.
_OFFICES = re.compile(rf"(?:[(（\[【]|(?<=[。；;！])|^)\s*(?={CHARGE}\s?[:：])")
# Offices without a label: "新建幼儿园(区教育局)。", "…完成3所。(区教育局牵头)".
_BARE_OFFICES = re.compile(
    r"[(（]([^()（）:：。；;\d]{2,60}?)(牵头|负责|主办|承办)?[)）](?=[。；;]|\s*$)"
)
# "排在首位的为牵头单位": whose offices are listed leads by its first one.
_FIRST_LEADS = re.compile(
    r"(?:首位|第一位?|最前)[^。；;\n]{0,10}(?<!不)(?:牵头|主办)(?:单位|部门|责任)"
)
_BETWEEN = re.compile(r"[、，,；;\s]+")
# "年度任务6所,已建成5所": what is to be done, and behind it what is.
_GOAL_TOLD = re.compile(
    r"(?<=[。；;，,])\s*(?:年度|全年|今年)(?:目标|任务|计划)(?:为|是)?\s*(?=[^，,。；;]{0,12}\d)"
)
_CLAUSE_END = re.compile(r"[，,。；;]|$")
# "打通断头路。目标任务：打通6条；进展情况：已通车4条": fields behind a name, within a sentence.
_FIELD = re.compile(r"(?:(?<=[。；;，,])|(?<=\s))\s*([一-鿿]{2,10})\s?[:：]\s*")
# What may stand between the offices and how far the task is.
_CLOSED = re.compile(r"[\s)）\]】。；;，,]*")
_TOLD_BEHIND = re.compile(r"([一-鿿]{2,10})\s?[:：]\s*")
_RESULT = re.compile(r"(?:截[至止]|目前|现已|已(?!经?纳入)|因|受|上半年|\d{1,2}月底)")
# Where an item of a list goes on from its task to what came of it.
_BY_NOW = r"截[至止]|目前|现已|上半年|前?[一二三]季度|前三季度|1\s?[-—–~～至]\s?\d{1,2}月份?"
_SO_FAR = re.compile(rf"(?<=[。；;])\s*(?={_BY_NOW})")
_OF_RESULT = re.compile(rf"(?<=[。；;])\s*(?={_BY_NOW}|已|因|受|\d{{1,2}}月底)")
_CHAPTER = re.compile(
    r"[#*\s]*(?:第[一二三四五六七八九十]{1,3}[章节]|[一二三四五六七八九十]{1,3}[、.．])"
)
# Fewer items with an office are paragraphs of a text; a longer one is a text of its own.
_FEWEST, _LONGEST = 3, 800


@dataclass(frozen=True, slots=True)
class _Item:
    start: int
    number: Cell
    content: Cell
    offices: tuple[tuple[str, Cell], ...]
    end: int
    told: tuple[tuple[str, Cell], ...] = ()


def find_items(text: str, tables: Sequence[Table]) -> list[Table]:
    r"""Find the lists outside the tables already found, one table for each run of items.

    >>> text = "1.甲路贯通。(责任单位:甲局)\n2.乙路(牵头单位:乙局)\n3.丙路(责任单位:丙局)"
    >>> (table,) = find_items(text, [])
    >>> [{header: cell.text for header, cell in row.cells.items()} for row in table.rows][0]
    {'序号': '1', '内容': '甲路贯通。', '责任单位': '甲局'}
    """
    taken = SpanSet([(table.start, table.end) for table in tables])
    runs: list[list[_Item]] = [[]]
    lines = [line for line in split_lines(text) if line.start not in taken]
    position = 0
    in_charge: tuple[tuple[str, Cell], ...] = ()
    ranked = _FIRST_LEADS.search(text) is not None
    while position < len(lines):
        item, after = _read_item(text, lines, position)
        if item is not None:
            offices = (*item.offices, *in_charge)
            item = replace(item, offices=_led_by_first(text, offices) if ranked else offices)
        elif _CHAPTER.match(lines[position].text):
            in_charge = _of_chapter(text, lines, position)
        if item is None or _shares_offices(lines, position, after, runs[-1]):
            runs.append([])
        elif not runs[-1] or not text[runs[-1][-1].end : lines[position].start].strip():
            runs[-1].append(item)
        else:
            runs.append([item])
        position = after
    items = [item for run in runs for item in run]
    if len(items) < _FEWEST:
        return []
    told, planned = _are_parted(_SO_FAR, items), _are_parted(_GOAL_TOLD, items)
    return [_table(text, run, told=told, planned=planned) for run in runs if run]


def with_headings(table: Table, path: tuple[str, ...]) -> Table:
    """Put the rows of a list below the headings above it, as those of other tables stand."""
    if table.headers or table.header[:1] != (NUMBER,):
        return table
    return replace(table, rows=tuple(replace(row, section_path=path) for row in table.rows))


def is_list(table: Table) -> bool:
    """Whether a table is a list: its rows are sentences, which no header row describes."""
    return not table.headers and table.header[:2] == (NUMBER, _CONTENT)


def _read_item(text: str, lines: Sequence[Line], position: int) -> tuple[_Item | None, int]:
    """The item that begins at a line, with a line of offices below it, and the line after it."""
    line, after = lines[position], position + 1
    number = _ITEM.match(line.text)
    if number is None or len(line.text) > _LONGEST:
        return None, after
    end = line.end
    found = _OFFICES.search(line.text, number.end())
    bare = None if found else bare_offices(line.text, number.end())
    opening = found or bare
    stop = line.start + opening.start() if opening else line.end
    start = stop
    while after < len(lines) and not opening and _is_offices(lines[after].text):
        start, end, after = stop, lines[after].end, after + 1
    offices = _offices(text, start, end) if bare is None else ()
    if bare is not None:
        label = _LED if bare[2] in ("牵头", "主办") else _IN_CHARGE
        offices = ((label, Cell(bare[1], line.start + bare.start(1), line.start + bare.end(1))),)
    content = cut_cell(text, line.start + number.end(), stop)
    if not offices or not content.text or not (opening or after > position + 1):
        return None, position + 1
    group = next(i for i in (1, 2, 3) if number[i])
    written = cut_cell(text, line.start + number.start(group), line.start + number.end(group))
    behind = line.start + bare.end() if bare else offices[-1][1].end
    told, last = _told_behind(text, behind, end), end
    while after < len(lines) and (below := _told_below(text, lines[after])):
        told, last, after = (*told, *below), lines[after].end, after + 1
    return _Item(line.start, written, content, offices, last, told), after


def _are_parted(mark: re.Pattern[str], items: Sequence[_Item]) -> bool:
    """Whether a mark parts the items of a list: those of one or two are sentences like the rest."""
    marked = sum(mark.search(item.content.text) is not None for item in items)
    return marked >= _FEWEST and 2 * marked >= len(items)


def bare_offices(words: str, start: int) -> re.Match[str] | None:
    """The brackets with nothing but offices, or with offices that lead."""
    for found in _BARE_OFFICES.finditer(words, start):
        offices = re.split("[、,，]", found[1])
        if found[2] or all(cell_kind(office) == "unit" for office in offices):
            return found
    return None


def _told_behind(text: str, start: int, end: int) -> tuple[tuple[str, Cell], ...]:
    """What came of an item, behind its offices: "(牵头单位:甲局)进展:完工9个。"."""
    closed = _CLOSED.match(text, start, end)
    start = closed.end() if closed else start
    opening = _TOLD_BEHIND.match(text, start, end)
    if opening is None or role_of(opening[1]) not in ("target", "progress"):
        cell = _trimmed(text, start, end)
        return ((_PROGRESS, cell),) if _RESULT.match(cell.text) else ()
    more = [m for m in _FIELD.finditer(text, opening.end(), end) if goes_with_task(m[1])]
    ends = [*(m.start() for m in more), end]
    fields = [
        (m[1], _trimmed(text, m.end(), stop))
        for m, stop in zip([opening, *more], ends, strict=True)
    ]
    return tuple((label, cell) for label, cell in fields if cell.text)


def _told_below(text: str, line: Line) -> tuple[tuple[str, Cell], ...]:
    """What a line below an item tells of it: "完成情况:已通车6条"."""
    opening = _TOLD_BEHIND.match(line.text)
    told = opening is not None and role_of(opening[1]) in ("target", "progress")
    return _told_behind(text, line.start, line.end) if told else ()


def _of_chapter(text: str, lines: Sequence[Line], position: int) -> tuple[tuple[str, Cell], ...]:
    """Who is in charge of all items of a chapter, by the end of its heading or the line below."""
    heading = lines[position]
    found = _OFFICES.search(heading.text, len(heading.text.partition("、")[0]))
    if found is None and position + 1 < len(lines) and _is_offices(lines[position + 1].text):
        return _offices(text, lines[position + 1].start, lines[position + 1].end)
    return _offices(text, heading.start + found.start(), heading.end) if found else ()


def _offices(text: str, start: int, end: int) -> tuple[tuple[str, Cell], ...]:
    return tuple(
        (match[1], cut_cell(text, start + match.start(2), start + match.end(2)))
        for match in _OFFICE.finditer(text[start:end])
    )


def _led_by_first(text: str, offices: Sequence[tuple[str, Cell]]) -> tuple[tuple[str, Cell], ...]:
    """The first office as the one that leads, where no other is said to lead."""
    if [label for label, _ in offices] != [_IN_CHARGE]:
        return tuple(offices)
    ((label, cell),) = offices
    between = _BETWEEN.search(cell.text)
    if between is None:
        return ((_LED, cell),)
    first = cut_cell(text, cell.start, cell.start + between.start())
    return ((_LED, first), (label, cut_cell(text, cell.start + between.end(), cell.end)))


def _shares_offices(lines: Sequence[Line], position: int, after: int, run: Sequence[_Item]) -> bool:
    """Whether the offices below an item are those of the items above it as well.

    A heading above it, "（二）提升品质" over "4.改造小区", is numbered in another way.
    """
    above = lines[position - 1] if position else None
    if after == position + 1 or above is None:
        return False
    one, other = _ITEM.match(above.text), _ITEM.match(lines[position].text)
    if one is None or other is None or _numbered(one) != _numbered(other):
        return False
    return not run or run[-1].end < above.end


def _numbered(item: re.Match[str]) -> tuple[int | None, bool]:
    """How an item is numbered: by which mark, and in figures."""
    number = item[1] or item[2] or ""
    return item.lastindex, number.isdecimal()


def _is_offices(words: str) -> bool:
    opening = _OFFICES.match(words)
    return opening is not None and _OFFICE.match(words, opening.end()) is not None


def _table(text: str, run: Sequence[_Item], *, told: bool, planned: bool) -> Table:
    every = [_cells(text, item, told=told, planned=planned) for item in run]
    header = tuple(dict.fromkeys(label for cells in every for label in cells))
    rows = tuple(
        Row((), cells, (), item.start, item.end) for item, cells in zip(run, every, strict=True)
    )
    return Table(rows[0].start, rows[-1].end, "", header, (), rows)


def _cells(text: str, item: _Item, *, told: bool, planned: bool) -> dict[str, Cell]:
    cells = {NUMBER: item.number, **_parts(text, item.content, told=told, planned=planned)}
    if item.told and _CONTENT in cells:
        task = _trimmed(text, item.content.start, item.content.end)
        goal = any(role_of(label) == "target" for label, _ in item.told)
        cells = {NUMBER: item.number, (NAME if goal else TASK): task}
    for label, cell in (*item.offices, *item.told):
        cells.setdefault(label, cell)
    return cells


def _parts(text: str, content: Cell, *, told: bool, planned: bool) -> dict[str, Cell]:
    """What an item says: whole, by the fields that it names, or its task and what came of it.

    ``told`` and ``planned`` tell that the items of the list say how far each of them is, and how
    much of it was to be done.
    """
    marks = [m for m in _FIELD.finditer(content.text) if role_of(m[1]) in ("target", "progress")]
    if marks:
        ends = [*(m.start() for m in marks[1:]), len(content.text)]
        spans = [(NAME, 0, marks[0].start())]
        spans += [(m[1], m.end(), end) for m, end in zip(marks, ends, strict=True)]
    elif planned and (goal := _GOAL_TOLD.search(content.text)):
        end = _CLAUSE_END.search(content.text, goal.end())
        at = end.start() if end else len(content.text)
        spans = [(NAME, 0, goal.start()), (_GOAL, goal.end(), at)]
        spans.append((_PROGRESS, min(at + 1, len(content.text)), len(content.text)))
    elif told:
        turn = _OF_RESULT.search(content.text)
        at = turn.end() if turn else len(content.text)
        spans = [(TASK, 0, at), (_PROGRESS, at, len(content.text))]
    else:
        return {_CONTENT: content}
    cells = {h: _trimmed(text, content.start + a, content.start + b) for h, a, b in spans}
    return {header: cell for header, cell in cells.items() if cell.text}
