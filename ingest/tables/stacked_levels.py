"""Headers of two levels flattened to one name a line: the upper names, then the lower ones.

"地区, 就业, 培训, 目标, 进度, 目标, 进度" has the lower names once for each of the upper ones;
elsewhere each upper name has its own behind it: "地区, 就业, 目标, 进度, 培训, 目标, 进度".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ingest.tables.cells import cell_kind, squeeze
from ingest.tables.headers import (
    is_dated_name,
    is_header_name,
    is_serial_name,
    may_be_name,
    opens_chapter,
)
from ingest.tables.lines import Line
from ingest.tables.stacked_breaks import PROBE_LINES
from ingest.tables.stacked_columns import FIGURES, full_rows, regularity

# Single names with the joined ones among them, and how many lines of the header have them.
_Layout = tuple[tuple[str, ...], int]

_UNIT = re.compile(r"[(（][^()（）]{1,10}[)）]$")
_LONGEST_NAME, _MOST_ABOVE = 16, 14
_LEAD, _TRAIL, _LOWER = range(1, 5), range(2), range(2, 6)
_FEWEST_ROWS, _ROWS = 2, 3


def read_two_levels(
    lines: Sequence[Line], i: int
) -> tuple[tuple[str, ...], tuple[int, ...]] | None:
    r"""The names of the header of two levels that begins at line ``i``, and its lines.

    None where the rows below are not as wide. A cell across the table, "责任单位：甲局", may stand
    amid the header.

    >>> from ingest.tables.lines import split_lines
    >>> names = ["地区", "就业", "培训", "目标", "进度", "目标", "进度"]
    >>> rows = ["甲镇", "5人", "6人", "9人", "9人", "乙镇", "4人", "3人", "8人", "2人"]
    >>> read_two_levels(split_lines("\n".join(names + rows)), 0)[0]
    ('地区', '就业 目标', '就业 进度', '培训 目标', '培训 进度')
    """
    if not _may_name(lines[i].text) or opens_chapter(lines[i].text):
        return None
    filled = [n for n in range(i, min(len(lines), i + PROBE_LINES)) if lines[n].text]
    cut = next((k for k, n in enumerate(filled) if lines[n].cells is not None), len(filled))
    texts = [squeeze(lines[n].text) for n in filled[:cut]]
    for names, stop in (*_in_levels(texts), *_in_groups(texts)):
        cells = [text for text in texts[stop:] if not opens_chapter(text)]
        if len(set(names)) == len(names) and _fills(names, cells):
            return names, tuple(filled[:stop])
    return None


def _in_levels(texts: Sequence[str]) -> Iterator[_Layout]:
    """The names where all upper ones stand above all lower ones."""
    for first in range(3, min(_MOST_ABOVE, len(texts))):
        above = [text for text in texts[:first] if ":" not in text and "：" not in text]
        if not all(map(_may_name, above)):
            continue
        for count in _LOWER:
            parts = _repeated(texts[first:], count, count)
            for trail in _TRAIL if len(parts) > 1 else ():
                lead = len(above) - len(parts) - trail
                if lead in _LEAD:
                    upper, behind = above[lead : lead + len(parts)], above[lead + len(parts) :]
                    stop = first + count * len(parts)
                    yield (*above[:lead], *_joined(upper, parts), *behind), stop


def _in_groups(texts: Sequence[str]) -> Iterator[_Layout]:
    """The names where each upper one has its lower ones right behind it."""
    for lead in _LEAD:
        for count in _LOWER:
            parts = _repeated(texts[lead + 1 :], count, count + 1)
            stop = lead + len(parts) * (count + 1)
            upper = texts[lead : stop : count + 1]
            for trail in _TRAIL if len(parts) > 1 else ():
                single = [*texts[:lead], *texts[stop : stop + trail]]
                if all(map(_may_name, (*single, *upper))):
                    joined = _joined(upper, parts)
                    yield (*single[:lead], *joined, *single[lead:]), stop + trail


def _repeated(texts: Sequence[str], count: int, step: int) -> list[Sequence[str]]:
    """The lower names as they come again and again, each time perhaps with other units."""
    parts: list[Sequence[str]] = []
    for at in range(0, len(texts), step):
        part = texts[at : at + count]
        bare = [_bare(text) for text in part]
        first = [_bare(text) for text in texts[:count]]
        if bare != first or len(set(bare)) < count or not all(map(_is_lower, part)):
            break
        parts.append(part)
    return parts


def _joined(upper: Sequence[str], parts: Sequence[Sequence[str]]) -> list[str]:
    pairs = zip(upper, parts, strict=True)
    return [f"{name} {lower}" for name, part in pairs for lower in part]


def _bare(text: str) -> str:
    return _UNIT.sub("", text)


def _may_name(text: str) -> bool:
    return 0 < len(text) <= _LONGEST_NAME and may_be_name(squeeze(text))


def _is_lower(text: str) -> bool:
    return is_header_name(text) or is_dated_name(text) or cell_kind(text) == "measure"


def _fills(names: Sequence[str], cells: Sequence[str]) -> bool:
    """Tell that the first rows have words under the single names and figures under the others."""
    rows = full_rows(cells, len(names))[:_ROWS]
    if len(rows) < _FEWEST_ROWS or regularity(cells[: len(names) * len(rows)], len(names)) < 1.0:
        return False
    kinds = [[cell_kind(cell) in FIGURES for cell in row] for row in rows]
    under = [row[n] for row in kinds for n, name in enumerate(names) if " " in name]
    return 2 * sum(under) > len(under) and all(r[0] == is_serial_name(names[0]) for r in kinds)
