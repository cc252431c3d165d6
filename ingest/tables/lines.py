"""Split text into lines, and lines that have delimiters into cells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.schema import Cell
from ingest.tables.cells import cell_kind
from ingest.tables.gaps import Grid, close_gap, place_sums
from ingest.tables.headers import (
    is_dated_name,
    is_header_name,
    is_measure_name,
    is_serial_name,
    may_be_name,
)
from ingest.tables.left_out import place_left_out
from ingest.tables.spaced_breaks import rows_going_on

# A line that ends so goes on in the next.
OPEN_ENDS = ("、", "，", ",", "（", "(", "“", "《", "和", "及", "与", "；", "：", "-", "—")
PIPES = ("|", "｜", "│", "┃")
_PIPES = "".join(PIPES)
_PIPE = re.compile(f"[{_PIPES}]")
_UNIT_LINE = re.compile(rf"[(（][^()（）{_PIPES}]{{1,8}}[)）]\s*[{_PIPES}]?")
# Tables whose columns are set apart by blanks: figures, their columns and rows, a row's name.
_FIGURE = re.compile(
    r"[-+−]?\d[\d,]*(?:\.\d+)?[%％‰]?(?:左右|以上|以下|以内)?|正增长|持平|[-—–/]{1,2}"
)
_MOST_FIGURES, _FEWEST_OF_FIGURES, _LONGEST_NAME = 8, 3, 30
_FEWEST_FULL = 2  # rows that show what the columns of a table hold
_BOLD = re.compile(r"\*\*\s*([^\s*](?:[^*]*[^\s*])?)\s*\*\*")  # as Markdown sets sums and headers
_RULE = re.compile(r"[\s|｜│┃:：+\-–—=_┌┬┐├┼┤└┴┘─━┏┳┓┣╋┫┗┻┛]{3,}")


@dataclass(frozen=True, slots=True)
class Line:
    """A line without its end; ``text`` is stripped and ``start:end`` its span.

    ``cells`` is None for a line that is no row; ``framed`` and ``closed`` tell that a row begins
    and ends with its delimiter. ``rule`` marks lines that only draw ("|---|---|"). ``open`` are the
    columns that a row leaves open, where all its cells are known to stand in theirs. ``piped``
    lines are one cell with its delimiter behind it, an empty one where they have no text. A
    ``padding`` line is a run of delimiters and nothing else.
    """

    text: str
    start: int
    end: int
    cells: tuple[Cell, ...] | None = None
    closed: bool = False
    rule: bool = False
    framed: bool = False
    open: tuple[int, ...] | None = None
    piped: bool = False
    padding: bool = False


def split_lines(text: str) -> list[Line]:
    """Split a text into lines, and those with delimiters into cells."""
    lines: list[Line] = []
    start = 0
    for raw in text.split("\n"):
        lines.append(_split_line(raw.rstrip("\r"), start))
        start += len(raw) + 1
    return _join_units(lines)


def _join_units(lines: list[Line]) -> list[Line]:
    r"""Join a unit that a line break has parted from the last name of its row.

    >>> [cell.text for cell in split_lines("指标 | 增幅\n(%) |\n总值 | 4.9 |")[0].cells]
    ['指标', '增幅\n(%)']
    """
    joined: list[Line] = []
    for line in lines:
        above = joined[-1] if joined else None
        if above and above.cells and not above.closed and _UNIT_LINE.fullmatch(line.text):
            last = above.cells[-1]
            end = line.start + len(line.text.rstrip(_PIPES + " "))
            text = last.text + "\n" + line.text.rstrip(_PIPES + " ")
            cells = (*above.cells[:-1], Cell(text, last.start, end))
            joined[-1] = replace(above, end=line.end, cells=cells, closed=True)
            joined.append(Line("", line.end, line.end))
        else:
            joined.append(line)
    return joined


def _split_line(raw: str, offset: int) -> Line:
    text = raw.strip()
    start = offset + (raw.find(text) if text else 0)
    end = start + len(text)
    if not text:
        return Line("", start, end) if "\t" not in raw else Line("", start, start)
    if _RULE.fullmatch(text) and ("-" in text or "─" in text or "━" in text or "=" in text):
        return Line(text, start, end, None, rule=True)
    if _PIPE.search(text):
        return _split_pipes(text, start)
    if "\t" in raw:
        cells = tuple(_cells(raw, offset, "\t"))
        filled = sum(1 for cell in cells if cell.text)
        if filled > 1 or (filled and len(cells) > 2):
            return Line(text, start, end, cells, raw.endswith("\t"))
    return Line(text, start, end)


def _split_pipes(text: str, start: int) -> Line:
    """Split at the pipes; those that frame the line are not between cells.

    >>> [cell.text for cell in _split_pipes("| a | b |", 0).cells]
    ['a', 'b']
    """
    inner = _PIPE.sub("|", text)
    closed = inner.endswith("|")
    framed = inner.startswith("|")
    body = inner[framed : len(inner) - closed] if len(inner) > 1 else ""
    cells = tuple(_cells(body, start + framed, "|"))
    end = start + len(text)
    if not any(cell.text for cell in cells):
        return Line(
            "", start, start, piped=text in PIPES, padding=len(inner) > 1 and not inner.strip("|")
        )
    if len(cells) < 2 and not framed:  # one cell a line, its delimiter behind it
        return Line(cells[0].text, cells[0].start, cells[0].end, piped=True)
    return Line(text, start, end, cells, closed, framed=framed)


def _cells(body: str, offset: int, delimiter: str) -> list[Cell]:
    cells: list[Cell] = []
    for piece in body.split(delimiter):
        inner = piece.strip()
        bold = _BOLD.fullmatch(inner)
        inner = bold[1] if bold else inner
        start = offset + (piece.find(inner) if inner else 0)
        cells.append(Cell(inner, start, start + len(inner)))
        offset += len(piece) + 1
    return cells


def split_spaced(text: str, lines: Sequence[Line]) -> list[Line]:
    """Give cells to tables whose columns are only set apart by blanks, as copied from a PDF.

    The header proves such a table: nothing but names that headers use, a serial number among them;
    its rows begin with a number and have cells for most of the names. Pages repeat the header.
    """
    split = list(lines)
    tables: dict[tuple[str, ...], list[int]] = {}
    header: tuple[str, ...] = ()
    heads: dict[tuple[str, ...], int] = {}
    for i, line in enumerate(lines):
        names = tuple(line.text.split()) if line.cells is None else ()
        if len(names) > 2 and is_serial_name(names[0]) and all(map(_may_head, names[1:])):
            header = names
            heads.setdefault(header, i)
            split[i] = replace(line, cells=_spaced_cells(line))
        elif header and _is_row(names, len(header)):
            tables.setdefault(header, []).append(i)
    for header, rows in tables.items():
        broken = _join_below(text, split, heads[header], rows)
        rows[:] = sorted({*rows, *broken})
        every = [broken.get(i) or _spaced_cells(lines[i]) for i in rows]
        grid = Grid(text, _spaced_cells(lines[heads[header]]), every)
        for i, cells in zip(rows, every, strict=True):
            split[i] = with_cells(grid, split[i], cells)
        plain = {
            i: _spaced_cells(lines[i])
            for i in range(heads[header], _stop(lines, rows[-1]))
            if split[i].cells is None
        }
        placed = dict(zip(rows, every, strict=True))
        for i, (cells, unsure) in place_left_out(grid, placed, plain, heads[header]).items():
            split[i] = replace(split[i], cells=cells, open=unsure)
    _split_figures(split)
    return split


def _join_below(
    text: str, lines: list[Line], head: int, rows: Sequence[int]
) -> dict[int, tuple[Cell, ...]]:
    """The rows whose cells go on in the lines below them, which are taken out of ``lines``."""
    words = [_spaced_cells(line) if line.cells is None else () for line in lines]
    broken = rows_going_on(text, words, _spaced_cells(lines[head]), rows)
    for n, (_, taken) in broken.items():
        for below in range(n + 1, n + 1 + taken):
            lines[below] = Line("", lines[below].start, lines[below].start)
    return {n: cells for n, (cells, _) in broken.items()}


def _stop(lines: Sequence[Line], last: int) -> int:
    """The end of the lines that stand below a table's last full row without a blank one between."""
    stop = last + 1
    while stop < len(lines) and lines[stop].text:
        stop += 1
    return stop


def _may_head(name: str) -> bool:
    return is_header_name(name) or is_dated_name(name)


def _is_row(parts: Sequence[str], width: int) -> bool:
    """Tell a row by the number it begins with, one of sums by its name and nothing but figures."""
    if width - 1 <= len(parts) <= width and parts[0].isdecimal():
        return True
    summed = len(parts) > 1 and cell_kind(parts[0]) == "total"
    return summed and all(cell_kind(part) in ("number", "serial", "mark") for part in parts[1:])


def with_cells(grid: Grid, line: Line, cells: Sequence[Cell]) -> Line:
    """Give a line its cells, an empty one where the row is one short; none to sums out of place."""
    if len(cells) == len(grid.header):
        return replace(line, cells=tuple(cells))
    if cell_kind(cells[0].text) == "total":
        summed = place_sums(grid, cells)
        return replace(line, cells=summed, open=()) if summed else line
    if len(grid.full) < _FEWEST_FULL:
        return replace(line, cells=tuple(cells))
    places, unknown = close_gap(grid, cells)
    return replace(line, cells=places, open=unknown)


def _spaced_cells(line: Line) -> tuple[Cell, ...]:
    return tuple(
        Cell(found[0], line.start + found.start(), line.start + found.end())
        for found in re.finditer(r"\S+", line.text)
    )


def _split_figures(lines: list[Line]) -> None:
    """Give cells to tables set apart by blanks whose rows are a name and figures.

    The header is names that headers use; at least three rows below it have one figure for each
    name but the first, whose cells may have blanks of their own, and a unit below 单位. Of other
    names the rows have to tell more.
    """
    i = 0
    while i < len(lines):
        names = lines[i].text.split() if lines[i].cells is None else []
        i += 1
        if len(names) < 2:
            continue
        known = len(names) <= _MOST_FIGURES and all(map(_may_head, names))
        rows = _rows_of_figures(lines, i, names[1:]) if known else []
        if len(rows) < _FEWEST_OF_FIGURES:
            rows = _even_rows(lines, i, names)
        if len(rows) < _FEWEST_OF_FIGURES:
            continue
        lines[i - 1] = replace(lines[i - 1], cells=_spaced_cells(lines[i - 1]))
        for n in rows:
            every = _spaced_cells(lines[n])
            head, figures = every[: 1 - len(names)], every[1 - len(names) :]
            text = lines[n].text[: head[-1].end - lines[n].start]
            first = Cell(text, head[0].start, head[-1].end)
            lines[n] = replace(lines[n], cells=(first, *figures))
        i = rows[-1] + 1


def _rows_of_figures(lines: Sequence[Line], i: int, names: Sequence[str]) -> list[int]:
    """The lines from ``i`` on that are a short name and so many figures; blank lines between."""
    rows: list[int] = []
    count = len(names)
    for n in range(i, len(lines)):
        parts = lines[n].text.split() if lines[n].cells is None else ["|"]
        if not parts:
            continue
        named = len(parts) > count and len("".join(parts[:-count])) <= _LONGEST_NAME
        if not named or not all(map(_may_hold, names, parts[-count:])) or _FIGURE.match(parts[0]):
            break
        rows.append(n)
    return rows


def _even_rows(lines: Sequence[Line], i: int, names: Sequence[str]) -> list[int]:
    """The lines from ``i`` on that have one part for each name, each column figures or words.

    Such rows prove a header whose names are unknown ("名次 单位 综合得分 环境整治"): most of its
    columns hold figures, and each holds nothing else from the first row to the last. Where a
    line of other figures follows, rows would be missing: then there is none.
    """
    if len(names) < _FEWEST_OF_FIGURES or not all(map(may_be_name, names)):
        return []
    rows: list[int] = []
    sorts: list[bool] = []
    for n in range(i, len(lines)):
        parts = lines[n].text.split() if lines[n].cells is None else ["|"]
        if not parts:
            continue
        held = [_FIGURE.fullmatch(part) is not None for part in parts]
        sorts = sorts or held
        if held != sorts or len(held) != len(names):
            if 2 * sum(held) > len(held) and cell_kind(parts[0]) != "total":
                return []
            break
        rows.append(n)
    return rows if 2 * sum(sorts) > len(sorts) > sum(sorts) else []


def _may_hold(name: str, cell: str) -> bool:
    if is_measure_name(name):
        return cell_kind(cell) == "measure"
    return _FIGURE.fullmatch(cell) is not None
