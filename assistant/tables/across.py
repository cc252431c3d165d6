"""Questions across the columns of one row: "哪个街道加装电梯最多" where each street has a column.

The columns must be of what is asked for (streets, counties, years), and the figures of one unit; a
column of sums is none of them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.evidence.draft import Draft
from assistant.evidence.evidence import Evidence
from assistant.evidence.grids import Grid, over
from assistant.evidence.lines import Line
from assistant.evidence.lines_named import line_named
from assistant.evidence.rank_columns import RANKS
from assistant.evidence.row_names import TOTAL, full_name
from assistant.language.columns import GROWTH_HEADER
from assistant.question import comparison_cues
from assistant.question.content_terms import content_terms
from assistant.question.places import blank, without_slots
from assistant.schema import Query
from assistant.tables.told_cells import tell_cell
from assistant.tables.values import Value, header_without_unit, value_in
from assistant.text import fold_text

FEWEST = 3  # columns of one sort
# What is asked for by a word, and how the names of such columns end.
_SORTS = (
    (r"街道|镇街|街镇|乡镇|镇|乡", re.compile(r"(?:街道|镇|乡|办事处|管委会|园区|开发区)$")),
    (r"区县|县区|县市区|区市县|县|区", re.compile(r"[区县市旗]$")),
    (r"社区|村", re.compile(r"(?:社区|村)$")),
    (r"年份?", re.compile(r"^(?:19|20)\d\d年?$")),
    (r"季度", re.compile(r"季度$")),
)
_WHICH = (
    r"哪(?:一)?(?:个|些|几个)?(?:{0})|(?:各个?|每个|每一个|分)(?:{0})"
    r"|(?:{0})(?:是|为)?哪(?:一)?个?|(?<=的)(?:{0})(?=[?？]|$)"
)
_EACH = re.compile(r"各|每|分别")
_BESIDE = re.compile(
    r"分别|各自?|是|有|的|多少|几[个台部座人户件]?|情况|数据|都|列出|来?看|[了呢在中]"
)


@dataclass(frozen=True)
class Across:
    """A row whose columns are of one sort, with the figures of these."""

    line: Line
    values: tuple[tuple[str, Value], ...]


def tell_across(evidence: Evidence, query: Query, sources: Sequence[str]) -> Draft | None:
    """Write which column of a row has the most or the least, or all of them."""
    text = without_slots(query, ("district", "period"))
    extreme = comparison_cues.EXTREME_WORD.search(text)
    if extreme is None and not _EACH.search(text):
        return None
    found = [a for grid in evidence.grids(sources) if (a := _across(text, query, grid))]
    if len(found) != 1:
        return None
    return _written(found[0], extreme.group() if extreme else "")


def _across(text: str, query: Query, grid: Grid) -> Across | None:
    for words, ending in _SORTS:
        asked = re.search(_WHICH.format(words), text)
        plain = [h for h in grid.headers if not TOTAL.search(h)]
        headers = [h for h in plain if ending.search(header_without_unit(fold_text(h)))]
        if asked is None or len(headers) < FEWEST:
            continue
        named = line_named(text, grid)
        if named is None or not _is_all(text, query, named.line, grid, [asked.span(), named.span]):
            return None
        own = [h for h in headers if named.line.row.cells.get(h) is not named.cell]
        values = [(h, v) for h in own if (v := value_in(named.line, h)) is not None]
        if len(values) < FEWEST or len({v.unit for _, v in values}) > 1:
            return None
        return Across(named.line, tuple(values))
    return None


def _is_all(
    text: str, query: Query, line: Line, grid: Grid, spans: Sequence[tuple[int, int]]
) -> bool:
    """True if nothing is asked for beside the row and the sort of columns."""
    name = fold_text(full_name(line))
    growth = "growth" in query.measures and not GROWTH_HEADER.search(name)
    if growth or RANKS.search(name):
        return False
    rest = comparison_cues.EXTREME_WORD.sub(lambda m: " " * len(m.group()), blank(text, spans))
    rest = _BESIDE.sub(lambda m: " " * len(m.group()), rest)
    near = f"{over(grid)}\n{name}"
    return all(word in near for word in content_terms(rest))


def _written(across: Across, word: str) -> Draft:
    draft, line = Draft(), across.line
    name = full_name(line)
    draft.named.append(name)
    if not word:
        draft.say(f"{name}:")
        draft.lines += [f"- {tell_cell(draft, line, header)}" for header, _ in across.values]
        return draft
    numbers = [value.number for _, value in across.values]
    wanted = min(numbers) if re.search(comparison_cues.LEAST, word) else max(numbers)
    for header, value in across.values:
        if value.number == wanted:
            draft.say(f"{name}{word}的是{tell_cell(draft, line, header)}。")
    return draft
