"""Items told on one line each, as labelled fields one behind another: a table of one row an item.

"第3项 任务：修桥；年度计划投资：2亿元；牵头单位：甲局；进度：滞后" is a row with a column for each
label. Other lines of the text have the same labels; the text has no header row for them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.language.columns import role_of
from assistant.schema import Cell, Row, Table
from ingest.outline.lines import Line, SpanSet, split_lines
from ingest.tables.fields import CHARGE, cut_cell, goes_with_task, tells_of_task
from ingest.tables.items import NAME, NUMBER, TASK, bare_offices

_COUNT = r"\d{1,3}|[一二三四五六七八九十]{1,3}"
_OPENING = re.compile(
    rf"[-—*•·●○▪■◆\s]*(?:(?:第|项目|任务|事项|实事|编号)?\s?[〔〈【\[(（]?\s?(?P<number>{_COUNT})\s?"
    r"(?:[〕〉】\])）][.、．:：]?|[.．、](?!\d)|[项号件][:：、.\s]|[:：])\s*"
    r"|(?P<mark>[①-⑳])\s*)?"
)
_LABEL = (
    r"(?:(?<=[；;，,。|｜\s])|(?<=^)|(?<=[〕〉】\])）.．、:：①-⑳]))\s*"
    r"(?P<label>(?:(?:19|20)\d\d年)?[一-鿿](?:[一-鿿\d/]|[(（][一-鿿\d]{1,8}[)）]){1,11})\s?[:：]\s*"
)
_FIELD = re.compile(_LABEL)
# Fewer lines, or fields that they share, are sentences with a colon; a longer name is one as well.
_FEWEST, _LONGEST_NAME = 3, 60
_ENDS = "。；;，,、|｜"


@dataclass(frozen=True, slots=True)
class _Item:
    start: int
    end: int
    cells: dict[str, Cell]


def find_labelled(text: str, tables: Sequence[Table]) -> list[Table]:
    r"""Find the lines of fields outside the tables already found, a table for each run of them.

    >>> lines = (f"第{n}项 任务：甲{n}路；投资：{n}亿元；牵头单位：乙局。" for n in (1, 2, 3))
    >>> (table,) = find_labelled("\n".join(lines), [])
    >>> {header: cell.text for header, cell in table.rows[2].cells.items()}
    {'序号': '3', '任务': '甲3路', '投资': '3亿元', '牵头单位': '乙局'}
    """
    taken = SpanSet([(table.start, table.end) for table in tables])
    lines = [line for line in split_lines(text) if line.start not in taken]
    marks = [list(_FIELD.finditer(line.text)) for line in lines]
    counted = Counter(label for found in marks for label in {m["label"] for m in found})
    shared = {label for label, count in counted.items() if count >= _FEWEST}
    if len(shared) < _FEWEST or not any(map(tells_of_task, shared)):
        return []
    # Where no field says what is to be done, the words before the fields do.
    named = NAME if any(role_of(label) == "target" for label in shared) else TASK
    runs: list[list[_Item]] = [[]]
    for line, found in zip(lines, marks, strict=True):
        item = _read_item(text, line, found, shared, named)
        if item is not None:
            runs[-1].append(item)
        elif runs[-1]:
            runs.append([])
    items = [item for run in runs for item in run]
    if len(items) < _FEWEST or not _are_alike(items):
        return []
    return [_table(run) for run in runs if run]


def _read_item(
    text: str, line: Line, found: Sequence[re.Match[str]], shared: set[str], named: str
) -> _Item | None:
    """A line as an item: its number, its name where it has no label, and its fields."""
    # Few lines have 原因 behind 进度：滞后.
    marks = [m for m in found if m["label"] in shared or (m.start() and goes_with_task(m["label"]))]
    own = [m["label"] for m in marks]
    of_shared = [label for label in own if label in shared]
    if len(of_shared) < _FEWEST or len(set(own)) < len(own):
        return None
    if all(re.fullmatch(CHARGE, label) for label in of_shared):
        return None
    opening = _OPENING.match(line.text)
    at = opening.end() if opening else 0
    name = cut_cell(text, line.start + at, line.start + marks[0].start(), behind=_ENDS)
    if len(name.text) > _LONGEST_NAME or bare_offices(name.text + "。", 0):
        return None
    cells = dict(_number(opening, line))
    if name.text:
        cells[named] = name
    ends = [*(m.start() for m in marks[1:]), len(line.text)]
    for m, end in zip(marks, ends, strict=True):
        cell = cut_cell(text, line.start + m.end(), line.start + end, behind=_ENDS)
        if cell.text:
            cells.setdefault(m["label"], cell)
    return _Item(line.start, line.end, cells)


def _number(opening: re.Match[str] | None, line: Line) -> Iterator[tuple[str, Cell]]:
    group = next((g for g in ("number", "mark") if opening and opening[g]), None)
    if opening is not None and group is not None:
        start, end = opening.span(group)
        yield NUMBER, Cell(opening[group], line.start + start, line.start + end)


def _are_alike(items: Sequence[_Item]) -> bool:
    """Whether nearly all items begin alike: else two lines of each may tell one item."""
    first = Counter(next(label for label in item.cells if label != NUMBER) for item in items)
    return first.most_common(1)[0][1] >= 0.8 * len(items)


def _table(run: Sequence[_Item]) -> Table:
    header = tuple(dict.fromkeys(label for item in run for label in item.cells))
    rows = tuple(Row((), item.cells, (), item.start, item.end) for item in run)
    return Table(run[0].start, run[-1].end, "", header, (), rows)
