"""Rows of a table flattened to one cell a line whose names are numbered: "1.地区生产总值".

No column holds the numbers, but each stands in one: there a row has its name.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from assistant.schema import Cell
from ingest.tables.cells import squeeze
from ingest.tables.numbers import name_number
from ingest.tables.rows import RawRow
from ingest.tables.stacked_items import Item, is_cut

NAMES_ROWS = re.compile(r"(?:名称|项目|内容|事项|任务|指标|工程)$")
_FEWEST_ROWS = 3


def name_column(names: Sequence[str]) -> int:
    """The column that holds the names of rows.

    >>> name_column(("类别", "指标名称", "年度目标")), name_column(("产业", "产值", "增速"))
    (1, 0)
    """
    return next((c for c, name in enumerate(names) if NAMES_ROWS.search(squeeze(name))), 0)


def mark_names(items: Sequence[Item], names: Sequence[str]) -> list[Item] | None:
    """Mark the numbered names, which count on from 1; None where lines are numbered otherwise.

    What stands behind the last row is left out.
    """
    starts = numbered_names([item.line.text for item in items])
    first = name_column(names)
    if not starts or starts[0] > first:
        return None
    marked = [replace(item, serial=n in starts) for n, item in enumerate(items)]
    n, stop = starts[-1] + 1, starts[-1] + len(names) - first
    while n < min(stop, len(items)):  # a cell that is cut has a line more
        stop += is_cut(items[n - 1].line.text, items[n].line.text)
        n += 1
    return marked[:stop]


def width_of_names(texts: Sequence[str], below: Sequence[str]) -> int:
    """How many names a header above numbered names has, 0 where the lines do not tell.

    >>> below = ("质量", "1.产值", "5%", "2.税收", "6%", "3.投资", "7%")
    >>> width_of_names(("类别", "指标名称", "目标", "完成", "部门"), below)
    5
    """
    starts = numbered_names(below)
    width = len(texts) + starts[0] - name_column(texts) if starts else 0
    return width if 3 <= width <= len(texts) else 0


def numbered_names(texts: Sequence[str]) -> list[int]:
    """Which lines are numbered names, [] where these do not count on from 1 or stand alone."""
    numbers = [name_number(text) for text in texts]
    starts = [n for n, number in enumerate(numbers) if number]
    counted = [number for number in numbers if number] == list(range(1, len(starts) + 1))
    apart = all(b - a > 1 for a, b in itertools.pairwise(starts))
    return starts if len(starts) >= _FEWEST_ROWS and counted and apart else []


def rows_are_named(items: Iterable[Item]) -> bool:
    """Tell lines that were marked as numbered names from those marked as numbers."""
    return any(item.serial and name_number(item.line.text) for item in items)


def settle_named(raw: RawRow, first: int) -> RawRow:
    """Leave the cells where they stand; where one is missing, it is open which of them it is.

    A blank line that is known to be an empty cell is not missing.
    """
    behind = range(first + 1, len(raw.cells))
    if all(raw.cells[c].text or c in raw.empty for c in behind):
        return replace(raw, open=())
    blank = Cell("", raw.start, raw.start)
    cells = tuple(blank if c in behind else cell for c, cell in enumerate(raw.cells))
    return replace(raw, cells=cells, open=tuple(behind))
