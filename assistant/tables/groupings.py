"""The groups that the rows of a table are sorted into, and how many rows each has."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.evidence.draft import Draft
from assistant.evidence.evidence import Evidence
from assistant.evidence.grids import Grid, over
from assistant.evidence.lines import Line
from assistant.evidence.row_names import is_group, names_of
from assistant.language.columns import cells_of, role_of, row_number
from assistant.question import constraint_cues
from assistant.question.content_terms import content_terms
from assistant.question.places import without_slots
from assistant.schema import Cell, Query
from assistant.tables.chapters import (
    chapter_counted,
    chapter_of,
    counts_to_chapter,
    label_of,
    named_chapter,
)
from assistant.tables.column_periods import fits_time
from assistant.text import fold_text

FEWEST, MOST = 2, 12  # groups that a table may have
_ASKED = re.compile(
    r"(?:划?分|划|包括|包含|涉及|有)(?:为|成|了)?(?:哪(?:些|几|[一二两三四五六七八九十]{1,2}|\d{1,2})?(?:个|大)?|几(?:个|大)?)"
    r"(?:类别?|大类|方面|部分|板块|块|领域|类型)"
    # "项目的八个类别有哪些"
    r"|的(?:[一二两三四五六七八九十]{1,2}|\d{1,2})?(?:个|大)?(?:类别|大类|板块)(?:都|分别)*(?:有|是)哪些"
    r"|的哪(?:[一二两三四五六七八九十]{1,2}|\d{1,2})(?:个|大)?(?:类别|大类|板块)(?=[?？]?$)"
)
# "第三部分下面分哪几个工作目标": the header of a column of groups.
_GROUPS_NAMED = re.compile(
    r"(?:下面?|里面?|中)?(?:一共|总共)?(?:分|包括|包含|涉及|有|是)?(?:为|成|了)?"
    r"(?:哪(?:些|几|[一二两三四五六七八九十]{1,2}|\d{1,2})?|几)(?:个|大|项|类)?"
    r"(?P<header>[一-鿿]{2,8}(?<!任务|项目|工作|事项|实事|工程))[?？]?$"
)
# "从第几项到第几项", "序号从几到几": the numbers of the first and of the last row.
_FROM_TO = re.compile(
    r"[,，]?(?:分别)?(?:是|为)?从?(?:第几[项条个号]|序号几|几号?)(?:开始)?[到至]第?几[项条个号]?"
)
# What a table is called, and a chapter counted to.
_CALLED = re.compile(
    r"(?:政府)?(?:重点)?(?:工作|任务|目标|责任)*(?:分解|进展|完成)?(?:情况)?表"
    r"|(?:第[一二三四五六七八九十\d]{1,2})?个?大?(?:这一)?(?:部分|板块|章|方面)"
)
_OF_ROWS = re.compile(r"^(?:任务|项目|工作|实事)(?=[一-鿿]{2})")
_ROWS = re.compile(r"(?:多少|几)(?:个|项|件|条|家)|每(?:类|个|部分|方面)|各(?:类|有)?|一共|总共|共")
_TABLE = re.compile(r"(?:表|清单|台账|目录|名单)[里中上内]?$")
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
    beside = [name for name in groups if _left_out(name, text)]
    groups = {name: lines for name, lines in groups.items() if name not in beside}
    count = len(grid.rows)
    draft.computed += [f"{count}项", f"{len(groups)}类"]
    outside = f"{'、'.join(beside)}之外" if beside else ""
    draft.say(f"表中共{count}项,{outside}分{len(groups)}类:")
    for name, lines in groups.items():
        draft.computed.append(f"{len(lines)}项")
        draft.say(f"- {name}({len(lines)}项){_where(draft, lines[0])}")
    return True


def write_goals(draft: Draft, evidence: Evidence, query: Query, sources: Sequence[str]) -> bool:
    """Write what stands in the column of groups that a question calls by its header.

    "第二部分分哪几个工作目标": those of one chapter, where it names one.
    """
    text = without_slots(query, ("district", "period"))
    asked = _GROUPS_NAMED.search(text)
    if asked is None:
        return False
    found = []
    for document in sources:
        lines = [line for grid in evidence.grids([document]) for line in grid.rows]
        kept = _of_one_chapter(text[: asked.start()], lines)
        part = chapter_of(kept[0]) if kept and len(kept) < len(lines) else ""
        if kept and fits_time(query, kept[0], ""):
            header = _header_called(asked["header"], lines)
            cells = [(line, line.row.cells[header]) for line in kept if header in line.row.cells]
            several = len({label_of(c.text) for _, c in cells}) >= FEWEST
            found += [(part, cells)] if several else []
    if len(found) != 1:
        return False
    told: dict[str, str] = {}
    part, cells = found[0]
    for line, cell in cells:
        name = " ".join(cell.text.split())
        if name not in told:
            told[name] = draft.cite_cell(line.document, line.chunk, line.row, cell)
    draft.computed.append(f"{len(told)}个")
    draft.say(f"{f'“{part}”' if part else ''}{asked['header']}共{len(told)}个:")
    for name, marker in told.items():
        draft.say(f"- {name}{marker}")
    return True


def _header_called(name: str, lines: Sequence[Line]) -> str:
    """The header of a column of groups, "" if no column so called sorts rows together."""
    for header in dict.fromkeys(h for line in lines for h in line.row.cells):
        called = _OF_ROWS.sub("", fold_text(header)) == _OF_ROWS.sub("", name)
        cells = [line.row.cells[header].text for line in lines if header in line.row.cells]
        if called and role_of(header) in ("group", "other") and len(set(cells)) < len(cells):
            return header
    return ""


def _of_one_chapter(asked: str, lines: Sequence[Line]) -> Sequence[Line]:
    """The rows of the chapter that a question names, if it demands nothing else of them."""
    if not lines or (counts_to_chapter(asked) and chapter_counted(asked, lines) is None):
        return ()
    kept = named_chapter(asked, lines)
    if len(kept) == len(lines) and not constraint_cues.DOCUMENT.search(asked):
        return ()  # "有哪些工作目标" may go on with a chapter that was named before
    near = lines[0].document.profile.title
    near += chapter_of(kept[0]) if kept and len(kept) < len(lines) else ""
    rest = _CALLED.sub(" ", asked)
    words = [w for w in content_terms(rest) if w not in _CLASSES]
    return kept if all(_stands_in(word, fold_text(near)) for word in words) else ()


def is_of_whole(asked: str, lines: Sequence[Line]) -> bool:
    """True if the words of a question name nothing but a table: its title, its sort of rows."""
    title = fold_text("".join(dict.fromkeys(n.document.profile.title for n in lines)))
    headers = fold_text("".join({h: "" for n in lines for h in n.row.cells}))
    words = (w for w in content_terms(asked) if w not in _CLASSES and not w.isdigit())
    return all(_TABLE.search(w) or _stands_in(w, f"{title} {headers}") for w in words)


def _stands_in(word: str, title: str) -> bool:
    """True for a word of a title, or one whose halves both are: 重点项目, 重点建设项目."""
    half = len(word) // 2
    return word in title or (half > 1 and word[:half] in title and word[half:] in title)


def _left_out(name: str, text: str) -> bool:
    """True for a group beside which the others are asked for: 预期指标之外分哪几块."""
    return (
        re.search(rf"{re.escape(name)}[^,，。]{{0,4}}[之以]外|除[了去]?{re.escape(name)}", text)
        is not None
    )


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


def write_numbers(draft: Draft, query: Query, lines: Sequence[Line]) -> bool:
    """Write from which number to which the rows of a chapter go, and how many these are."""
    if not _FROM_TO.search(query.text) or len({n.document.id for n in lines}) != 1:
        return False
    text = _FROM_TO.sub("", query.text)
    counted = chapter_counted(text, lines)
    kept = [n for n in lines if counted and chapter_of(n) == counted[0]]
    kept = kept or [n for n in named_chapter(text, lines) if row_number(n.row)]
    titles = {chapter_of(n) for n in kept}
    numbers = [row_number(n.row) for n in kept]
    if len(kept) < FEWEST or len(titles) > 1 or not all(numbers):
        return False
    first, last = (draft.cite_row(n.document, n.chunk, n.row) for n in (kept[0], kept[-1]))
    draft.computed.append(f"{len(kept)}项")
    # Two rows are cited first, so that what is asked next is of neither of them alone.
    draft.say(f"“{titles.pop()}”共{len(kept)}项{last}。")
    draft.say(f"从第{numbers[0]}项{first}到第{numbers[-1]}项{last}。")
    return True


def _cells(line: Line) -> list[Cell]:
    return [cell for cell in names_of(line) if is_group(line, cell)]
