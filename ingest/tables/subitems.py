"""Rows whose cells list numbered things, each with what came of it, as one row a thing.

"(1)新建学校3所；(2)新增学位900个" beside "(1)建成2所；(2)新增940个" is two rows: what was done of
the second is no result of the first. What stands once, the number or the office, holds for both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.schema import Cell, Row
from ingest.tables.fields import cut_cell

_MARK = re.compile(
    r"(?:^|(?<=[；;。\n>]))\s*(?:[(（](?P<a>\d{1,2})[)）]|(?P<b>\d{1,2})[.、．](?!\d)|(?P<c>[①-⑨]))\s*"
)
_BREAK = re.compile(r"(?:\s|<br\s?/?>)+$", re.IGNORECASE)


def split_subitems(text: str, rows: Sequence[Row]) -> tuple[Row, ...]:
    """Part the rows two of whose cells or more list the same number of things, and none another."""
    return tuple(part for row in rows for part in _parts(text, row))


def _parts(text: str, row: Row) -> Iterator[Row]:
    listed = {header: _items(text, cell) for header, cell in row.cells.items()}
    counts = {len(items) for items in listed.values() if items}
    lists = [items for items in listed.values() if items]
    own = all(row.start <= items[0].start and items[-1].end <= row.end for items in lists)
    if len(counts) != 1 or len(lists) < 2 or not own:
        yield row
        return
    for n in range(counts.pop()):
        cells = {h: listed[h][n] if listed[h] else cell for h, cell in row.cells.items()}
        start = min(items[n].start for items in lists) if n else row.start
        yield replace(row, cells=cells, start=start, end=max(items[n].end for items in lists))


def _items(text: str, cell: Cell) -> list[Cell]:
    """The things that a cell lists, numbered from 1 on; none where it lists nothing.

    >>> words = "(1)建成2所；<br>(2)新增940个"
    >>> [item.text for item in _items(words, Cell(words, 0, len(words)))]
    ['建成2所', '新增940个']
    """
    marks = list(_MARK.finditer(cell.text))
    if (
        len(marks) < 2
        or marks[0].start()
        or [_number(m) for m in marks] != [*range(1, len(marks) + 1)]
    ):
        return []
    ends = [*(mark.start() for mark in marks[1:]), len(cell.text)]
    found = []
    for mark, end in zip(marks, ends, strict=True):
        words = _BREAK.sub("", cell.text[mark.end() : end])
        start = cell.start + mark.end()
        found.append(cut_cell(text, start, start + len(words), behind="；;"))
    return found if all(item.text for item in found) else []


def _number(mark: re.Match[str]) -> int:
    return ord(mark["c"]) - ord("①") + 1 if mark["c"] else int(mark["a"] or mark["b"])
