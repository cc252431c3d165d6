"""Tables as grids: neighbouring rows of one sort, with all their headers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from assistant.evidence.lines import Line
from assistant.evidence.row_names import is_total, name_keys, names_of, own_names, text_in
from assistant.schema import Cell
from assistant.text import HAN, fold_text

SAME_TABLE = 0.6  # share of headers that neighbouring rows of one table have in common
MOST_SHORTENED = 400  # rows of a table in which a shorter name is looked for in all others
SHORTEST_WORDS = 4  # characters that name a row by their pairs
LINES_OVER = 4  # lines in front of a table that tell what it is
TEXT_OVER = 2_000  # characters in which they are looked for
_KIND_OF_ROW = re.compile(r"(?:建设|工程|项目|行动)+$")
OF_LIST = re.compile(r"节选|清单|台账|名单|列表|表[里中格上]")  # the rows themselves are asked for
_EXCERPT = re.compile(r"节选|摘选|摘录|选录")
_CAPTION = re.compile(r"(?:^|\n)[\s#*]*(?:附[件表]|表)\s?[\d一二三四五六七八九十]")


@dataclass(frozen=True)
class Grid:
    """Rows of one table, with all headers that any of them has."""

    lines: tuple[Line, ...]
    headers: tuple[str, ...]

    @cached_property
    def names(self) -> tuple[tuple[Line, Cell, str], ...]:
        """The words that name one row and no other, with the row and the cell that has them."""
        keys = [
            (line, cell, key)
            for line in self.rows
            for cell in own_names(line)
            for key in name_keys(cell.text)
        ]
        known = {key for _, _, key in keys}
        shorter = {b: (line, c, b) for line, c, key in keys if (b := self._without_kind(key))}
        keys += [found for key, found in shorter.items() if key not in known]
        counted = Counter(key for _, _, key in keys)
        return tuple((line, cell, key) for line, cell, key in keys if counted[key] == 1)

    def _without_kind(self, key: str) -> str:
        """A name without the word for what it is, 长者食堂 for 长者食堂建设, if no other has it."""
        bare = _KIND_OF_ROW.sub("", key)
        if bare == key or len(HAN.findall(bare)) < SHORTEST_WORDS:
            return ""
        if len(self.lines) > MOST_SHORTENED:
            return ""
        return bare if sum(bare in text for text in self.named_in) == 1 else ""

    @cached_property
    def totals(self) -> tuple[Line, ...]:
        """The rows that sum others up: all of them, or those of their chapter."""
        return tuple(line for line in self.lines if is_total(line))

    @cached_property
    def rows(self) -> tuple[Line, ...]:
        """The rows that are rows of their own, and not sums of others."""
        return tuple(line for line in self.lines if not is_total(line))

    @cached_property
    def named_in(self) -> tuple[str, ...]:
        """What each row is told by, folded: the cells that may name it."""
        return tuple(
            " ".join(fold_text("".join(c.text.split())) for c in names_of(line))
            for line in self.lines
        )

    @cached_property
    def _columns(self) -> dict[str, tuple[str, ...]]:
        return {}

    def column(self, header: str) -> tuple[str, ...]:
        """The texts of a column, empty where a row has none."""
        if header not in self._columns:  # each of the readings of states looks through all columns
            self._columns[header] = tuple(text_in(line, header) for line in self.lines)
        return self._columns[header]


def grids_of(lines: Sequence[Line]) -> list[Grid]:
    """Group neighbouring rows that share most of their headers."""
    found: list[list[Line]] = []
    for line in lines:
        if found and _goes_on(found[-1], line):
            found[-1].append(line)
        else:
            found.append([line])
    return [Grid(tuple(group), _headers(group)) for group in found]


def _goes_on(group: Sequence[Line], line: Line) -> bool:
    above = group[-1]
    if above.document.id != line.document.id:
        return False
    between = above.document.text[above.row.end : line.row.start]
    if set(above.row.cells) != set(line.row.cells) and _CAPTION.search(between):
        return False
    known = {header for other in group for header in other.row.cells}
    new = set(line.row.cells)
    return len(known & new) >= SAME_TABLE * min(len(known), len(new))


def _headers(group: Sequence[Line]) -> tuple[str, ...]:
    longest = max(group, key=lambda line: len(line.row.cells))
    every = [*longest.row.cells, *(h for line in group for h in line.row.cells)]
    return tuple(dict.fromkeys(every))


def over(grid: Grid) -> str:
    """Return what tells of a table as a whole: its document's title, the lines over it, columns."""
    first = grid.lines[0]
    before = first.document.text[max(0, first.row.start - TEXT_OVER) : first.row.start]
    # Of a table flattened to one cell a line, blank lines may part the names of its header.
    lines = [x for x in before.split("\n") if x.strip()][-LINES_OVER - len(grid.headers) :]
    above = [x for x in lines if x.strip() not in grid.headers][-LINES_OVER:]
    titles = [first.document.profile.title, *first.chunk.context]
    return fold_text("\n".join([*titles, *above, *grid.headers]))


def counts_whole(grid: Grid) -> bool:
    """Tell a table whose rows may be counted: not one that is only an excerpt, 清单(节选)."""
    return _EXCERPT.search(over(grid)) is None
