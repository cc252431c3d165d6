"""What blank lines tell of a table flattened to one cell a line: empty cells, or where rows end.

Rows may all have the same width, with empty cells among them. A page that ends each paragraph with
a blank line writes an empty cell as one blank line more. Cells and these lines together prove a
width where each row so long begins with the next number.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from ingest.tables.cells import CellKind, cell_kind
from ingest.tables.headers import opens_chapter
from ingest.tables.lines import Line
from ingest.tables.numbers import serial_number

_FEWEST_ROWS = 3
_MOST_SKIPPED = 30  # numbers that an excerpt leaves out between two rows
_FEWEST_CELLS, _MOST_LEFT_OUT = 3, 4  # cells of a row that leaves out its number


def even_rows(
    lines: Sequence[Line],
    i: int,
    stop: int,
    width: int,
    numbered: Callable[[str], int | None] = serial_number,
) -> list[tuple[int, ...]]:
    r"""The lines of rows of ``width`` cells that count on from 1; none where fewer than three do.

    ``numbered`` tells the number that a row's first line is or begins with. Rows of a heading and
    empty cells are passed over. An excerpt leaves numbers out, and may begin with any; it has no
    empty cell, unless each one has its delimiter.

    >>> from ingest.tables.lines import split_lines
    >>> even_rows(split_lines("1\na\n\n2\nb\n8\n3\nc\n9\n4"), 0, 10, 3)
    [(0, 1, 2), (3, 4, 5), (6, 7, 8)]
    >>> even_rows(split_lines("1\na\nb\n2\na\nb\n3\nb\n4\na\nb"), 0, 11, 3)
    []
    >>> even_rows(split_lines("3|\na|\n|\n7|\nb|\n8|\n9|\nc|\n|\n"), 0, 9, 3)
    [(0, 1, 2), (3, 4, 5), (6, 7, 8)]
    """
    filled = [n for n in range(i, min(stop, len(lines))) if lines[n].text]
    gaps = Counter(b - a for a, b in itertools.pairwise(filled))
    usual = max(gaps, key=lambda gap: (gaps[gap], -gap), default=1)
    cells: list[int] = []
    for a, b in zip(filled, [*filled[1:], min(stop, len(lines))], strict=False):
        cells.extend([a, *range(a + usual, b)])
    first = next((p for p, n in enumerate(cells) if numbered(lines[n].text) == 1), None)
    rows: list[tuple[int, ...]] = []
    for row in _cut(lines, cells, first, width) if first is not None else ():
        if numbered(lines[row[0]].text) != len(rows) + 1 or len(row) < width:
            if len(rows) > 1 and _holds_next_number(lines, rows, numbered):
                rows.pop()
            break
        rows.append(row)
    rows = rows if len(rows) >= _FEWEST_ROWS else _excerpt(lines, cells, width, numbered)
    return rows if len(rows) >= _FEWEST_ROWS else []


def _cut(
    lines: Sequence[Line], cells: Sequence[int], first: int, width: int
) -> Iterator[tuple[int, ...]]:
    """The cells from the first number on, so many a row, without rows of a heading."""
    for start in range(first, len(cells), width):
        row = tuple(cells[start : start + width])
        if not opens_chapter(lines[row[0]].text) or any(lines[n].text for n in row[1:]):
            yield row


def _excerpt(
    lines: Sequence[Line],
    cells: Sequence[int],
    width: int,
    numbered: Callable[[str], int | None],
) -> list[tuple[int, ...]]:
    """Rows whose numbers rise and are not each the next one."""
    first = next((p for p, n in enumerate(cells) if not opens_chapter(lines[n].text)), 0)
    rows: list[tuple[int, ...]] = []
    above = 0
    for row in _cut(lines, cells, first, width):
        number = numbered(lines[row[0]].text)
        if number is None or number <= above or len(row) < width:
            break
        rows.append(row)
        above = number
    if len(rows) > 1 and _holds_next_number(lines, rows, numbered, reach=_MOST_SKIPPED):
        rows.pop()
    skips = len(rows) < above
    piped = all(lines[n].piped for row in rows for n in row)
    whole = all(lines[n].text for row in rows for n in row)
    columns = zip(*([cell_kind(lines[n].text) for n in row] for row in rows), strict=True)
    return rows if skips and (piped or (whole and all(map(_are_alike, columns)))) else []


def _are_alike(kinds: Sequence[CellKind]) -> bool:
    """Whether a column that has bare numbers has no words: where a cell is left out, it has both.

    >>> _are_alike(("serial", "number")), _are_alike(("label", "serial"))
    (True, False)
    """
    return "serial" not in kinds or all(kind in ("serial", "number", "mark") for kind in kinds)


def parted_rows(lines: Sequence[Line], i: int, stop: int, width: int) -> dict[int, int]:
    r"""The first and the last line of rows that blank lines part, with none among their cells.

    A row has a number and a cell for each of ``width`` names, or leaves out the number and what
    else stands before its own cells. None where each row has its number: these tell as much.

    >>> from ingest.tables.lines import split_lines
    >>> parted_rows(split_lines("\n1\n道路\n新建\n12\n完成\n\n改建\n3\n在建\n\n注:略"), 0, 13, 5)
    {1: 5, 7: 9}
    """
    found: dict[int, int] = {}
    n, stop = i, min(stop, len(lines))
    while n < stop:
        last = n
        while last < len(lines) and lines[last].text and lines[last].cells is None:
            last += 1
        if last > n:
            numbered = serial_number(lines[n].text) is not None
            least = width if numbered else max(_FEWEST_CELLS, width - _MOST_LEFT_OUT)
            if not least <= last - n <= width - (not numbered) or not (found or numbered):
                break
            found[n] = last - 1
        n = last + 1
    numbers = [serial_number(lines[first].text) for first in found]
    counted = max(filter(None, numbers), default=0)
    goes_on = any(serial_number(line.text) == counted + 1 for line in lines[n:stop])
    return found if None in numbers and not goes_on else {}


def _holds_next_number(
    lines: Sequence[Line],
    rows: Sequence[tuple[int, ...]],
    numbered: Callable[[str], int | None],
    reach: int = 1,
) -> bool:
    """True if the last row lacks a cell, and took the next row's number for a cell.

    In the row above, that column holds words.
    """
    number = numbered(lines[rows[-1][0]].text) or 0
    for above, n in zip(rows[-2][1:], rows[-1][1:], strict=True):
        counts_on = number < (numbered(lines[n].text) or 0) <= number + reach
        if counts_on and lines[above].text and numbered(lines[above].text) is None:
            return True
    return False
