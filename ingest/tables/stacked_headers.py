"""Recognise the header of a table flattened to one cell a line, each name on a line of its own.

Where the header ends is told by its words and, where these leave it open, by the cells below: the
right width gives every column cells of one sort.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from ingest.tables.cells import cell_kind, squeeze
from ingest.tables.headers import (
    is_dated_name,
    is_header,
    is_header_name,
    is_measure_name,
    is_serial_name,
    may_be_name,
    opens_chapter,
)
from ingest.tables.lines import Line
from ingest.tables.numbers import serial_number
from ingest.tables.stacked_blanks import even_rows
from ingest.tables.stacked_breaks import PROBE_LINES, join_broken
from ingest.tables.stacked_columns import FIGURES, full_rows, regularity
from ingest.tables.stacked_levels import read_two_levels
from ingest.tables.stacked_names import NAMES_ROWS, width_of_names

_MAX_NAMES = 14
# So many labels of the first row may read like names of the header.
_LABELS = 2
_SHORT_NAME = 8
_LONGEST_NAME = 16
_FEWEST_TOLD = 3  # rows of which each column has one sort of cells, where a header is moved
# Names of columns that hold nothing but figures.
_OFFIGURES = re.compile(
    r"绝对|总量|总[数额值]|[数值额率量]$|增长|增速|增幅|增减|同比|环比|比上年|比重|占比|构成|金额|面积"
    r"|(?:19|20)\d\d年|\d月|[%％]"
)
_WIDE = re.compile(r"[ \u3000]{2,}|\u3000")
_REMARK = re.compile(r"备注|说明|评价|情况|结论|状态")


@dataclass(frozen=True, slots=True)
class Header:
    """The names of a table's columns and the lines that have them.

    A first column of labels may have none: its name is empty, and no line's.
    """

    names: tuple[str, ...]
    lines: tuple[int, ...]


def read_header(lines: Sequence[Line], i: int) -> Header | None:
    """Return the header whose first name is line ``i``, or None if none begins there."""
    names = _names_in_line(lines, i)
    if names:
        return Header(names, (i,))
    if not is_header_name(lines[i].text) or _is_amid(lines, i):
        return None
    known = join_broken(lines, i) or read_two_levels(lines, i)
    if known is not None:
        return Header(*known)
    run, k = _run_of_names(lines, i)
    below = [line.text for line in lines[k : k + PROBE_LINES] if line.text and not line.rule]
    below = below[: prose_below(below)]
    told = _without_first_name(lines, run, below) or _above_figures(lines, i)
    if told is not None:
        return told
    found = _named_lines(lines, run, k, below)
    return Header(tuple(lines[n].text for n in found), tuple(found)) if found else None


def prose_below(texts: Sequence[str]) -> int:
    """Where the paragraph begins that follows a table of figures, their number if none does.

    >>> prose_below(("发电量", "214.7", "亿千瓦时", "四、投资", "全年投资增长7.7%。"))
    4
    """
    figures = 0
    for n, text in enumerate(texts):
        kind = cell_kind(text)
        figures += kind in (*FIGURES, "mark", "measure")
        if kind == "sentence" and "。" in text and 2 * figures >= n > 0:
            return n
    return len(texts)


def _is_amid(lines: Sequence[Line], i: int) -> bool:
    """Tell a line amid the names of a header that could not be read from its first name on.

    A number's name stands above it, or it is one of several names that are written again and again.
    """
    above = [line.text for line in lines[max(0, i - PROBE_LINES) : i] if line.text][-_MAX_NAMES:]
    short = list(takewhile(_may_be_name, reversed(above)))
    again = lines[i].text in takewhile(is_header_name, short)
    return again or any(is_serial_name(text) for text in short)


def _may_be_name(text: str) -> bool:
    return len(text) <= _LONGEST_NAME and cell_kind(text) not in (*FIGURES, "sentence")


def _names_in_line(lines: Sequence[Line], i: int) -> tuple[str, ...]:
    """The names of a header that stand in one line, above a number in a line of its own."""
    cells = lines[i].cells
    names = tuple(c.text for c in cells) if cells else tuple(_WIDE.split(lines[i].text))
    if len(names) < 3 or not is_serial_name(names[0]) or not _is_header(names):
        return ()
    below = (line.text for line in lines[i + 1 : i + 1 + _MAX_NAMES])
    first = next((text for text in below if text and not opens_chapter(text)), "")
    return names if serial_number(first) is not None else ()


def _run_of_names(lines: Sequence[Line], i: int) -> tuple[list[int], int]:
    """The lines that read like names, and the index of the first line that does not."""
    run: list[int] = []
    k = i
    while (
        k < min(len(lines), i + 3 * _MAX_NAMES) and len(run) < _MAX_NAMES and lines[k].cells is None
    ):
        # A time may be a header's name, but the first cell of a row as well.
        named = is_header_name(lines[k].text) or (len(run) > 1 and is_dated_name(lines[k].text))
        if lines[k].text and (not named or opens_chapter(lines[k].text)):
            break
        if lines[k].text:
            run.append(k)
        k += 1
    return run, k


def _named_lines(
    lines: Sequence[Line], run: list[int], k: int, below: Sequence[str]
) -> list[int] | None:
    """The lines of the header: as long as they read like names, less the first row's labels."""
    texts = [lines[n].text for n in run]
    serial = next((c for c, name in enumerate(texts) if is_serial_name(name)), None)
    if serial is not None:
        whole = _whole_header(lines, run, k, serial)
        named = [lines[n].text for n in whole]
        return whole if len(named) > 2 and _is_header(named) else None
    if len(run) < 3 or not _is_header(texts):
        return None
    told = width_of_names(texts, [text for text in below if not opens_chapter(text)])
    if told:
        return run[:told]
    bare = _without_measures(texts, below)
    if bare:
        return [run[n] for n in bare]
    width = _regular_width(texts, below)
    if regularity([*texts[width:], *below], width) == 1.0:
        return run[:width]
    return _moved_header(lines, run, below) or run[:width]


def _is_header(texts: Sequence[str]) -> bool:
    return len(set(texts)) == len(texts) and is_header(texts)


def _without_first_name(
    lines: Sequence[Line], run: Sequence[int], below: Sequence[str]
) -> Header | None:
    """A header of columns of figures alone, whose rows begin with a label that has no name.

    "绝对数, 比上年增长, 生产总值, 3800, 4.1, 第一产业, 775, 4.2": the first cell of the header is
    blank, and the first row's label may read like a name.
    """
    for count in range(len(run), max(2, len(run) - _LABELS) - 1, -1):
        names = [lines[n].text for n in run[:count]]
        cells = [*(lines[n].text for n in run[count:]), *below]
        rows = full_rows(cells, count + 1)[:_FEWEST_TOLD]
        if len(rows) < _FEWEST_TOLD or not _is_header(names):
            continue
        amounts = all(map(_OFFIGURES.search, names)) and not _REMARK.search(rows[0][0])
        if amounts and all(_is_label_and_figures(row) for row in rows):
            return Header(("", *names), tuple(run[:count]))
    return None


def _is_label_and_figures(row: Sequence[str]) -> bool:
    return cell_kind(row[0]) not in (*FIGURES, "measure") and all(
        cell_kind(cell) in FIGURES for cell in row[1:]
    )


def _above_figures(lines: Sequence[Line], i: int) -> Header | None:
    """A header of a number, one name and names of columns of figures, by the width of its rows.

    Of more lines than columns, the first are the name, broken off, and a name over those of the
    figures: "序号, 实事工程, 项目名称, 测评等次, 满意, 不满意" above rows of four cells.
    """
    stop = min(len(lines), i + PROBE_LINES)
    first = next((n for n in range(i, stop) if serial_number(lines[n].text) == 1), i)
    above = [n for n in range(i, first) if lines[n].text]
    if not 3 < len(above) <= _MAX_NAMES or not is_serial_name(lines[i].text):
        return None
    texts = [squeeze(lines[n].text) for n in above]
    if len(set(texts)) < len(texts) or any(len(text) > _LONGEST_NAME for text in texts):
        return None
    for width in range(len(above), 3, -1):
        rows = even_rows(lines, first, stop, width)
        if rows and all(map(_is_named_figures, ([lines[n].text for n in row] for row in rows))):
            return Header(_names_above(texts, width - 2), tuple(above))
    return None


def _names_above(texts: Sequence[str], figures: int) -> tuple[str, ...]:
    named, over = list(texts[1:-figures]), ""
    if len(named) > 1 and not NAMES_ROWS.search(named[-1]):
        over = named.pop() + " "
    return (texts[0], "".join(named), *(over + text for text in texts[-figures:]))


def _is_named_figures(row: Sequence[str]) -> bool:
    """Tell a numbered name with figures behind it, of which some may be empty."""
    figures = [cell_kind(cell) in FIGURES for cell in row[2:] if cell]
    return bool(row[1]) and cell_kind(row[1]) not in FIGURES and any(figures) and all(figures)


def _whole_header(lines: Sequence[Line], run: list[int], k: int, labels: int) -> list[int]:
    """The header of a table with serial numbers, [] if no number follows.

    Unknown names that stand between known ones are part of it, and those above the first chapter or
    above rows that have a line for each of them; the ``labels`` lines before the first number,
    which may read like names ("主要指标"), are the first row's.
    """
    more: list[int] = []
    known = 0
    for n in range(k, min(k + 3 * _MAX_NAMES, len(lines))):
        text = lines[n].text
        short = all(len(lines[m].text) <= _SHORT_NAME for m in more)
        if serial_number(text) is not None:
            rows = short and even_rows(lines, n, n + PROBE_LINES, len(run) + len(more))
            named = [*run, *more[: len(more) if rows and not labels else known]]
            return named[: len(run) + len(more) - labels]
        if text and not opens_chapter(text):
            more.append(n)
            if short and len(text) <= _SHORT_NAME and (is_header_name(text) or is_dated_name(text)):
                known = len(more)
        elif text and short and all(may_be_name(lines[m].text) for m in more):
            known = len(more)
    return []


def _regular_width(texts: Sequence[str], below: Sequence[str]) -> int:
    """How many of the names are the header's, where the last may be the first row's label.

    "全县" and "地区生产总值" read like names. The width is right that gives every column cells of
    one sort.

    >>> _regular_width(("指标", "单位", "计划", "产值"), ("亿元", "5", "税收", "亿元", "3"))
    3
    """
    widths = range(len(texts), max(3, len(texts) - _LABELS) - 1, -1)
    return max(widths, key=lambda width: regularity([*texts[width:], *below], width))


def _without_measures(texts: Sequence[str], below: Sequence[str]) -> list[int]:
    """Which names of a header have cells, where its column of units is blank in all rows.

    A blank cell leaves no line: below "产品, 计量单位, 产量, 增减%" stand "粮食, 171, -5.5".

    >>> names = ("产品", "计量单位", "产量", "增减%")
    >>> _without_measures(names, ("粮食", "17", "-5", "棉花", "2", "6", "油料", "3", "1"))
    [0, 2, 3]
    """
    for count in range(len(texts), max(3, len(texts) - _LABELS) - 1, -1):
        filled = [n for n in range(count) if not is_measure_name(texts[n])]
        rows = full_rows([*texts[count:], *below], count - 1)[:_FEWEST_TOLD]
        amounts = all(_OFFIGURES.search(texts[n]) for n in filled[1:])
        told = len(rows) == _FEWEST_TOLD and all(map(_is_label_and_figures, rows))
        if len(filled) == count - 1 and filled[0] == 0 and amounts and told:
            return filled
    return []


def _moved_header(lines: Sequence[Line], run: list[int], below: Sequence[str]) -> list[int] | None:
    """The header one line up or down, where that makes all columns regular.

    A title that reads like a name, or a first name that no header is known to have, pushes every
    cell into the next column.
    """
    before = next((n for n in range(run[0] - 1, -1, -1) if lines[n].text), None)
    moves = [run[1:]]
    if before is not None and before == run[0] - 1 and len(lines[before].text) <= _SHORT_NAME:
        moves.append([before, *run])
    for moved in moves:
        rows = full_rows(below, len(moved))
        if len(moved) > 2 and len(rows) >= _FEWEST_TOLD and regularity(below, len(moved)) == 1.0:
            return moved
    return None
