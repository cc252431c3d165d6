"""Tables in plain text whose cells are set apart by commas or slashes, as a sheet leaves them.

Prose has commas too: a header of short names without a figure, rows of just as many cells below
it, and a column of nothing but figures prove a table. Where rows have one cell less, the first
column is that of the short lines that stand between them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.schema import Cell
from ingest.tables.headers import is_dated_name
from ingest.tables.lines import Line

FEWEST_CELLS, FEWEST_ROWS = 3, 3
LONGEST_NAME, LONGEST_CELL, LONGEST_QUOTED = 16, 40, 400
_COMMA = re.compile(r"[,，/／]")
_IN_BRACKETS = re.compile(r"[(（][^()（）]*[)）]")  # 微克/立方米 is one unit
# A cell with a comma inside stands in quotes: "4,850". Quotes inside quotes are written twice.
_QUOTED = re.compile(r'"([^"]*)"(?=\s*(?:[,，]|$))')
_PROSE = re.compile(r"[。;；!！?？]")
_FIGURE = re.compile(r"[-+−]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?[%％‰]?")
_NOTHING = ("", "-", "—", "–", "/", "——")


def split_commas(lines: Sequence[Line]) -> list[Line]:
    """Give cells to the lines of tables whose cells commas part."""
    split = list(lines)
    i = 0
    while i < len(split):
        comma = _comma_of(split[i])
        header = _cells(split[i], comma) if comma else []
        rows = _rows_below(split, i + 1, len(header), comma) if _is_header(header) else {}
        rows = rows or (_rows_of_groups(split, i + 1, header, comma) if header else {})
        if len(rows) < FEWEST_ROWS or not _has_figures(list(rows.values())):
            i += 1
            continue
        for n in range(i + 1, max(rows)):
            split[n] = Line("", split[n].start, split[n].start)
        for n, cells in {i: header, **rows}.items():
            start = cells[0].start
            split[n] = replace(lines[n], cells=tuple(cells), start=start)
        i = max(rows) + 1
    return split


def _comma_of(line: Line) -> str:
    """The comma that parts the names of a header: one of the two kinds, where it has no other."""
    kinds = set(_COMMA.findall(line.text)) if line.cells is None else set()
    return kinds.pop() if len(kinds) == 1 else ""


def _cells(line: Line, comma: str) -> list[Cell]:
    """The cells of a line that commas of one kind part; none of a sentence or a row."""
    # Commas inside quotes part nothing: blanked, so that all places stay where they are.
    bare = _QUOTED.sub(lambda m: f'"{" " * len(m[1])}"', line.text)
    if comma in "/／":
        bare = _IN_BRACKETS.sub(lambda m: " " * len(m.group()), bare)
    if line.cells is not None or comma not in bare or _PROSE.search(bare):
        return []
    cells, offset = [], 0
    for piece in bare.split(comma):
        cells.append(_cell(line, offset, offset + len(piece)))
        offset += len(piece) + 1
    return [] if None in cells else [cell for cell in cells if cell is not None]


def _cell(line: Line, start: int, end: int) -> Cell | None:
    """One cell, without the blanks and quotes around it; None where it is too long for one."""
    piece = line.text[start:end]
    inner = piece.strip()
    longest = LONGEST_CELL
    if _QUOTED.fullmatch(inner):
        inner, longest = inner[1:-1].strip(), LONGEST_QUOTED
    at = line.start + start + (piece.find(inner) if inner else 0)
    return Cell(inner, at, at + len(inner)) if len(inner) <= longest else None


def _is_header(cells: Sequence[Cell]) -> bool:
    names = [cell.text for cell in cells]
    short = all(0 < len(name) <= LONGEST_NAME for name in names)
    plain = all(is_dated_name(name) or not re.search(r"\d", name) for name in names)
    return len(names) >= FEWEST_CELLS and len(set(names)) == len(names) and short and plain


def _rows_below(lines: Sequence[Line], start: int, width: int, comma: str) -> dict[int, list[Cell]]:
    rows = {}
    for n, line in enumerate(lines[start:], start=start):
        cells = _cells(line, comma)
        if len(cells) != width:
            break
        rows[n] = cells
    return rows


def _rows_of_groups(
    lines: Sequence[Line], start: int, header: Sequence[Cell], comma: str
) -> dict[int, list[Cell]]:
    """Rows without their first cell, which the line above the first of each group holds."""
    rows: dict[int, list[Cell]] = {}
    group: Cell | None = None
    for n, line in enumerate(lines[start:], start=start):
        cells = _cells(line, comma)
        if _names_group(line):
            group = Cell(line.text, line.start, line.end)
        elif len(cells) == len(header) - 1 and (group or rows):
            rows[n] = [group or Cell("", line.start, line.start), *cells]
            group = None
        else:
            break
    return rows if _is_header(header) else {}


def _names_group(line: Line) -> bool:
    plain = line.cells is None and not _PROSE.search(line.text) and not _COMMA.search(line.text)
    return plain and 1 < len(line.text) <= LONGEST_NAME and not re.search(r"\d", line.text)


def _has_figures(rows: Sequence[Sequence[Cell]]) -> bool:
    """True if a column has figures, and nothing else but marks for none."""
    columns = [[cell.text for cell in column] for column in zip(*rows, strict=True)]
    return any(
        all(_FIGURE.fullmatch(text) or text in _NOTHING for text in column)
        and sum(_FIGURE.fullmatch(text) is not None for text in column) >= FEWEST_ROWS
        for column in columns[1:]
    )
