"""The groups that the rows of a table are sorted into, and how many rows each has."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.evidence.draft import Draft
from assistant.evidence.evidence import Evidence
from assistant.evidence.grids import Grid, over
from assistant.evidence.lines import Line
from assistant.evidence.row_names import is_group, names_of
from assistant.language.columns import cells_of
from assistant.question.query import content_terms
from assistant.schema import Cell, Query
from assistant.tables.cells import fits_time, without_slots
from assistant.tables.chapters import chapter_counted, chapter_of, label_of

FEWEST, MOST = 2, 12  # groups that a table may have
_ASKED = re.compile(
    r"(?:分|包括|包含|涉及|有)(?:为|成|了)?(?:哪(?:些|几|[一二三四五六七八九十]{1,2}|\d{1,2})?(?:个|大)?|几(?:个|大)?)"
    r"(?:类别?|大类|方面|部分|板块|领域|类型)"
)
_ROWS = re.compile(r"(?:多少|几)(?:个|项|件|条|家)|每(?:类|个|部分|方面)|各(?:类|有)?|一共|总共|共")
_CLASSES = frozenset(("项目", "任务", "工作", "事项", "实事", "工程", "指标", "每类", "有", "列"))


def write_groups(draft: Draft, evidence: Evidence, query: Query, sources: Sequence[str]) -> bool:
    """Write the groups of the one table that a question is about; False if none surely is."""
    text = without_slots(query, ("district", "period"))
    asked = _ASKED.search(text)
    if asked is None:
        return False
    rest = _ROWS.sub(" ", text[: asked.start()] + " " + text[asked.end() :])
    words = [w for w in content_terms(rest) if w not in _CLASSES]
    found = [
        (groups, grid)
        for grid in evidence.grids(sources)
        if all(_stands_in(word, over(grid)) for word in words)
        and FEWEST <= len(groups := groups_of(grid)) <= MOST
        and fits_time(query, grid.lines[0], "")
    ]
    if len(found) != 1:
        return False
    groups, grid = found[0]
    count = len(grid.rows)
    draft.computed += [f"{count}项", f"{len(groups)}类"]
    draft.say(f"表中共{count}项,分{len(groups)}类:")
    for name, lines in groups.items():
        draft.computed.append(f"{len(lines)}项")
        draft.say(f"- {name}({len(lines)}项){_where(draft, lines[0])}")
    return True


def _stands_in(word: str, title: str) -> bool:
    """True for a word of a title, or one whose halves both are: 重点项目, 重点建设项目."""
    half = len(word) // 2
    return word in title or (half > 1 and word[:half] in title and word[half:] in title)


def _where(draft: Draft, line: Line) -> str:
    """Cite the heading or the merged cell that names a row's group."""
    document, chunk = line.document, line.chunk
    for heading in line.row.section_path[-1:]:
        at = document.text.rfind(heading, 0, line.row.start)
        if at >= 0:
            return draft.cite(document, chunk, at, at + len(heading))
    markers = [draft.cite_cell(document, chunk, line.row, cell) for cell in _cells(line)]
    return "".join(dict.fromkeys(markers)) or draft.cite_row(document, chunk, line.row)


def groups_of(grid: Grid) -> dict[str, list[Line]]:
    """Return the rows of each group: by chapters, else by the merged cells that name groups."""
    groups: dict[str, list[Line]] = {}
    for line in grid.rows:
        names = line.row.section_path[-1:] or tuple(c.text for c in _cells(line)[:1])
        if not names:
            return {}
        groups.setdefault(label_of(names[0]), []).append(line)
    return groups


def write_chapter(draft: Draft, query: Query, lines: Sequence[Line]) -> bool:
    """Write the chapter that a question counts to; False if no one table has it.

    That is its name, how many rows it has and, where it is asked, what these are sorted into.
    """
    counted = chapter_counted(query.text, lines)
    if counted is None or len({n.document.id for n in lines}) > 1:
        return False
    title = counted[0]
    kept = [n for n in lines if chapter_of(n) == title]
    draft.computed.append(f"{len(kept)}项")
    draft.say(f"“{title}”共{len(kept)}项{_where(draft, kept[0])}。")
    groups: dict[str, str] = {}
    for line in kept if "list" in query.asks else ():
        for _, cell in cells_of(line.row, "group"):
            marker = draft.cite_cell(line.document, line.chunk, line.row, cell)
            groups.setdefault(" ".join(cell.text.split()), marker)
    draft.lines += [f"- {name}{marker}" for name, marker in groups.items()]
    return True


def _cells(line: Line) -> list[Cell]:
    return [cell for cell in names_of(line) if is_group(line, cell)]
