"""Names of a stacked header that the width of their columns broke over several lines.

"资金" above "来源" and "责任" above "单位" are two names, not four. Which lines are parts of one
name, their words tell; the rows tell that it is so, which have a cell for each whole name.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from ingest.tables.cells import squeeze
from ingest.tables.headers import is_header, is_serial_name
from ingest.tables.lines import Line
from ingest.tables.numbers import serial_number

PROBE_LINES = 240
_FEWEST, _MOST, _MOST_LINES = 4, 14, 28
_MEASURE = re.compile(r"[(（][^()（）]{1,12}[)）]")
# Words that say whose or of what a column tells, and those that say what its cells are.
_BEFORE = re.compile(
    r"责任|牵头|配合|协[办同助]|[主承]办|实施|主[管要]|联系|分管|挂[点钩]|包保|落实|建设|起止|资金|工程|项目|工作"
    r"|计划|(?:计划)?(?:完成|[开竣]工)|[年当]年?度?|(?:19|20)\d\d年度?"
)
_BEHIND = re.compile(
    r"(?:单位|部门|主体|领导|股室|科室|来源|计划|时[间限]|[年期]限|日期|节点|内容|名称|规模|性质|地[点址]|情况"
    r"|进[度展]|目标|任务|要求|措施|金额|资金|投资)(?:[(（].*)?"
)


def join_broken(lines: Sequence[Line], i: int) -> tuple[tuple[str, ...], tuple[int, ...]] | None:
    """The names of the header that begins at line ``i``, and the lines that have them.

    None where no name is broken, or no row has a cell for each name.
    """
    if not is_serial_name(lines[i].text):
        return None
    starts = _row_starts(lines, i)
    above = _filled(lines, i, starts[0]) if starts else []
    if not _FEWEST <= len(above) <= _MOST_LINES or any(lines[n].cells for n in above):
        return None
    names = _joined_names(lines, above)
    whole = _FEWEST <= len(names) <= _MOST and len(names) < len(above)
    if not whole or len(set(names)) < len(names) or not is_header(names):
        return None
    widths = [len(_filled(lines, a, b)) for a, b in itertools.pairwise(starts)]
    proved = min(widths, default=0) == len(names) and len(above) not in widths
    return (tuple(names), tuple(above)) if proved else None


def _row_starts(lines: Sequence[Line], i: int) -> list[int]:
    """The lines that are the numbers of rows, counting on from 1."""
    starts: list[int] = []
    for n in range(i, min(len(lines), i + PROBE_LINES)):
        if serial_number(lines[n].text) == len(starts) + 1:
            starts.append(n)
    return starts


def _filled(lines: Sequence[Line], start: int, stop: int) -> list[int]:
    return [n for n in range(start, stop) if lines[n].text]


def _joined_names(lines: Sequence[Line], above: Sequence[int]) -> list[str]:
    apart = sum(b - a > 1 for a, b in itertools.pairwise(above))
    spaced = 2 * apart > len(above)  # a blank line parts the cells, and none the lines of one
    names: list[str] = []
    last = above[0]
    for n in above:
        part = squeeze(lines[n].text)
        if names and ((spaced and n == last + 1) or _goes_on(names[-1], part)):
            names[-1] += part
        else:
            names.append(part)
        last = n
    return names


def _goes_on(name: str, part: str) -> bool:
    """Tell the rest of a name: its unit, or what its first word is said of.

    >>> _goes_on("总投资", "(万元)"), _goes_on("责任", "单位"), _goes_on("责任单位", "完成时限")
    (True, True, False)
    """
    if _MEASURE.fullmatch(part):
        return not name.endswith((")", "）"))
    return bool(_BEFORE.fullmatch(name) and _BEHIND.fullmatch(part))
