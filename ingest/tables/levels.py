"""Tell two levels of labels in one column apart: the document's part and the group.

In 004 "重点工作任务" holds the part ("突出…，在…上实现全新突破") or the group
("加大招商引资力度"), on some pages each in a column of its own, on others whichever the page had
room for.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Sequence

from assistant.schema import Cell
from ingest.tables.cells import is_label, squeeze
from ingest.tables.rows import Columns, Draft

# "<group> <task>" in one cell, as two cells run together.
_RUN_TOGETHER = re.compile(r"(\S{4,24})\s+(?=\S{6})")
# Up to this share of a table's tasks may look like a label for a label in the task column to
# stand out.
_RARE = 0.05


def settle_levels(text: str, columns: Columns, drafts: Sequence[Draft]) -> bool:
    """Move parts from the label column to ``Draft.chapter``, and groups out of the task column.

    Returns:
        Whether the table has two levels of labels at all.
    """
    group = columns.group
    if group is None:
        return False
    is_part = _part_test(group, drafts)
    if is_part is None:
        return False
    for draft in drafts:
        label = draft.cells.get(group)
        if draft.extra is not None:
            draft.chapter = draft.extra
        elif label is not None and is_part(squeeze(label.text)):
            draft.chapter = draft.cells.pop(group)
        draft.own = frozenset(draft.cells)
    if columns.task is not None:
        _settle_tasks(text, group, columns.task, drafts)
    return True


def _part_test(group: int, drafts: Sequence[Draft]) -> Callable[[str], bool] | None:
    """A test for labels of the upper level, or None if the labels are all of one level."""
    known = {squeeze(draft.extra.text) for draft in drafts if draft.extra}
    groups = {squeeze(d.cells[group].text) for d in drafts if d.extra and group in d.cells}
    recurring = _recurring(group, drafts)
    if not known and (len(recurring) < 2 or not any(_shape(recurring))):
        return None
    known |= recurring - groups
    prefix, suffix = _shape(known)
    if any(label.startswith(prefix) and label.endswith(suffix) for label in groups):
        prefix = suffix = ""
    shaped = len(prefix) + len(suffix) >= 3

    def is_part(label: str) -> bool:
        return label in known or (shaped and label.startswith(prefix) and label.endswith(suffix))

    return is_part


def _shape(labels: set[str]) -> tuple[str, str]:
    """What all labels begin with and end with; empty for fewer than two labels.

    >>> _shape({"突出创新，实现突破", "突出民生，实现突破"})
    ('突出', '，实现突破')
    """
    if len(labels) < 2:
        return "", ""
    prefix = os.path.commonprefix(list(labels))
    suffix = os.path.commonprefix([label[::-1] for label in labels])[::-1]
    return prefix, suffix


def _recurring(group: int, drafts: Sequence[Draft]) -> set[str]:
    """Labels printed on several pages with another label's every occurrence in between.

    Only a label above the others in rank is printed again after they came and went.
    """
    first: dict[str, int] = {}
    last: dict[str, int] = {}
    for i, draft in enumerate(drafts):
        if group in draft.cells and not draft.stray:
            label = squeeze(draft.cells[group].text)
            first.setdefault(label, i)
            last[label] = i
    recurring: set[str] = set()
    earliest_end = len(drafts)
    for label in sorted(first, key=first.__getitem__, reverse=True):
        pages = drafts[first[label]].raw.page, drafts[last[label]].raw.page
        if earliest_end < last[label] and pages[0] != pages[1]:
            recurring.add(label)
        earliest_end = min(earliest_end, last[label])
    return recurring


def _settle_tasks(text: str, group: int, task: int, drafts: Sequence[Draft]) -> None:
    labels = _labels_in_tasks(group, task, drafts)
    rare = _labels_are_rare(task, drafts, labels)
    for draft in drafts:
        cell = draft.cells.get(task)
        if cell is None or draft.stray or group in draft.cells:
            continue
        run = _RUN_TOGETHER.match(cell.text)
        if squeeze(cell.text) in labels or (draft.chapter and rare and _is_bare(cell.text)):
            draft.cells[group] = draft.cells.pop(task)
            draft.doubtful.add(task)
        elif run and squeeze(run[1]) in labels:
            cut = cell.start + run.end()
            draft.cells[group] = Cell(run[1], cell.start, cell.start + len(run[1]))
            draft.cells[task] = Cell(text[cut : cell.end], cut, cell.end)
        draft.own = frozenset(draft.cells)


def _labels_in_tasks(group: int, task: int, drafts: Sequence[Draft]) -> set[str]:
    """Labels in the task column: known groups, and phrases repeated alone or before a task."""
    labels = {squeeze(d.cells[group].text) for d in drafts if group in d.cells}
    counts: dict[str, int] = {}
    for draft in drafts:
        cell = draft.cells.get(task)
        if cell is None:
            continue
        run = _RUN_TOGETHER.match(cell.text)
        phrase = run[1] if run else cell.text
        if is_label(phrase):
            counts[squeeze(phrase)] = counts.get(squeeze(phrase), 0) + 1
    return labels | {label for label, count in counts.items() if count > 1}


def _labels_are_rare(task: int, drafts: Sequence[Draft], labels: set[str]) -> bool:
    tasks = [squeeze(d.cells[task].text) for d in drafts if task in d.cells and not d.stray]
    bare = sum(1 for text in tasks if _is_bare(text) and text not in labels)
    return bare <= _RARE * len(tasks)


def _is_bare(text: str) -> bool:
    return is_label(text) and not any(char.isdigit() for char in text)


def carry_levels(columns: Columns, drafts: Sequence[Draft]) -> None:
    """Carry part and group down to the rows they hold for.

    A part printed anew ends the group: with the label column taken by the part, the group of that
    row and of those below it is open until one is printed.
    """
    group = columns.group
    if group is None:
        return
    part: Cell | None = None
    label: Cell | None = None
    path: tuple[str, ...] | None = None
    for draft in drafts:
        if draft.raw.path != path:
            part, label, path = None, None, draft.raw.path
        if draft.chapter:
            part, label = draft.chapter, None
        label = draft.cells.get(group, label)
        if draft.total:
            continue
        draft.section = (part.text,) if part else ()
        if group in draft.doubtful or label is None:
            draft.doubtful.add(group)
        else:
            draft.cells[group] = label
    _open_chapters(group, drafts)


def _open_chapters(group: int, drafts: Sequence[Draft]) -> None:
    """Open the part of groups that stand between two parts, the lower printed inside a page.

    A part is printed again at the top of each page; printed lower and without a group of its own,
    it may have been set in the middle of its merged cell, so the groups above it may be its own
    (004, rows 38-43).
    """
    part = ""
    since: int | None = None
    page = -1
    for i, draft in enumerate(drafts):
        top = draft.raw.page != page
        page = draft.raw.page
        if draft.chapter:
            name = squeeze(draft.chapter.text)
            if since is not None and part and name != part and not top and group not in draft.own:
                for above in drafts[since:i]:
                    above.section, above.open_chapter = (), True
            part, since = name, None
        elif group in draft.own and since is None:
            since = i
