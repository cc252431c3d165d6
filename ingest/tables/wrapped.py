"""Rows that the width of a page has cut: what stands in the lines below goes on in their cells.

Two rows or more that break off before their last column and are as long as any line of their table
show the width. A line goes over where the first word of the next one found no room in it.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ingest.tables.gaps import width_of
from ingest.tables.lines import Line

_SEARCHED_LINES, _FEWEST_CUT, _NARROWEST = 200, 2, 24
# What a break does not part: a figure, a word in Latin letters, a character and the marks behind.
_WORD = re.compile(r"[A-Za-z\d.,+-]+[%％‰]?|.[，。；：、！？）】》”]*")


@dataclass(frozen=True, slots=True)
class Wrap:
    """The room in a line (0 where lines are not cut), and how the words of a line are counted."""

    room: int
    count: Callable[[str], int]


NOT_WRAPPED = Wrap(0, len)


def find_wrap(lines: Sequence[Line], i: int, width: int) -> Wrap:
    r"""Tell at which width the rows from line ``i`` on are cut, by characters or by their breadth.

    >>> from ingest.tables.lines import split_lines
    >>> rows = [f"{n} | 新建改建农村公路{n}{n}公里和桥梁3座 | 县交\n通局 | 完成" for n in (1, 2)]
    >>> find_wrap(split_lines("\n".join(rows)), 0, 4).room
    26
    """
    table: list[Line] = []
    for line in lines[i : i + _SEARCHED_LINES]:
        if table and not line.text:
            break
        table.append(line)
    for count in (len, width_of):
        room = max((count(line.text) for line in table), default=0)
        cut = [
            line
            for line, below in itertools.pairwise(table)
            if line.cells and len(line.cells) < width and _is_full(line, below, room, count)
        ]
        if room >= _NARROWEST and len(cut) >= _FEWEST_CUT:
            return Wrap(room, count)
    return NOT_WRAPPED


def goes_over(wrap: Wrap, line: Line, below: Line) -> bool:
    """Tell that a line is cut by the width: the first word below it found no room in it."""
    return wrap.room > 0 and _is_full(line, below, wrap.room, wrap.count)


def _is_full(line: Line, below: Line, room: int, count: Callable[[str], int]) -> bool:
    word = _WORD.match(below.text)
    return word is not None and not line.closed and count(line.text) + count(word[0]) > room
