"""The chapters and groups that rows stand in, and the one that a question names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from functools import lru_cache

from assistant.evidence.grids import Grid
from assistant.evidence.lines import Line
from assistant.language.columns import role_of
from assistant.language.numerals import chinese_number
from assistant.question.constraint_cues import QUOTED
from assistant.schema import Span
from assistant.tables.denials import denial_of
from assistant.tables.row_tests import Condition
from assistant.text import fold_text

_PARTS = r"(?:大?部分|大?板块|大块|大类|篇章?|章)"
_PART = re.compile(rf"[”\"]?(?:[这那](?:一个?|个)?|(?<![一二三四五六七八九十])){_PARTS}")
# "最后一部分", "第二部分": a chapter by its place among the others, with words of its title.
_NTH = re.compile(
    r"(?:第(?P<number>[一二三四五六七八九十]{1,2}|\d{1,2})|最后(?:一|1)?)个?大?"
    rf"(?:{_PARTS}|方面)(?:[(“\"](?P<words>[^()“”\"]+)[)”\"])?"
)
_NUMBER_OF_TITLE = re.compile(r"第?([一二三四五六七八九十]{1,3})[、.．部章篇]")
# 正在推进项目 as people say it: 正在推进的7个民生项目.
_SORT_OF_ROW = re.compile(r"(?:项目|任务|事项|工作|工程|实事)$")
_SOME = r"[^,，。;；?？的]{0,8}?(?:项目|任务|事项|工作|工程|实事)"
_FEWEST_WORDS, _LONGEST_WORDS = 3, 24  # characters of a title that name it
_LABEL = re.compile(
    r"^(?:[(（]?[一二三四五六七八九十\d]{1,3}[)）、.．]\s*)+|[(（][^()（）]*[)）]|[类项]$"
)


@lru_cache(maxsize=4_096)
def label_of(text: str) -> str:
    """Return what a group is called: without its number, its count and the word for a sort.

    >>> label_of("一、产业发展类(4个)"), label_of("教育惠民")
    ('产业发展', '教育惠民')
    """
    bare = "".join(fold_text(text).split())
    while (shorter := _LABEL.sub("", bare)) != bare:
        bare = shorter
    return bare


def labels_of(line: Line, shared: set[str]) -> set[str]:
    """Return the groups that a row belongs to: its chapters and the cells that rows share."""
    chapters = {label_of(part) for part in line.row.section_path}
    cells = {label_of(cell.text) for header, cell in line.row.cells.items() if _groups(header)}
    return chapters | (cells & shared)


def _groups(header: str) -> bool:
    """True for a column of groups, and not of states."""
    return role_of(header) == "group" or header.startswith("分组")


def shared_labels(lines: Sequence[Line]) -> set[str]:
    """Return the cells of groups that several rows have."""
    counted = Counter(
        label_of(cell.text)
        for line in lines
        for header, cell in line.row.cells.items()
        if _groups(header) and re.search(r"[一-鿿]{2}", cell.text)
    )
    return {label for label, count in counted.items() if count > 1}


def by_group(text: str, grid: Grid) -> list[Condition]:
    """Rows of a chapter or group that the question names, in part or by its number."""
    lines = grid.rows
    shared = shared_labels(lines)
    every = {label for line in lines for label in labels_of(line, shared)}
    named = _label_named(text, every)
    if named:
        label, spans = named[0], [named[1]]
    else:
        label, spans = _chapter_meant(text, lines)
    if not label or all(label in labels_of(line, shared) for line in lines):
        return []
    end = spans[-1][1]
    sort = re.match(rf"[”\"]?(?:[这那]一?个?)?(?:类|块|方面|领域|{_PARTS})?(?:型)?", text[end:])
    spans[-1] = (spans[-1][0], end + (sort.end() if sort else 0))

    def holds(line: Line) -> bool:
        return label in labels_of(line, shared)

    return [Condition(tuple(spans), label, (), holds, others=lambda line: not holds(line))]


def of_group(text: str, lines: Sequence[Line]) -> Sequence[Line]:
    """Return the rows of the group that a question names; all rows where it names none."""
    shared = shared_labels(lines)
    every = {label for line in lines for label in labels_of(line, shared)}
    named = _label_named(text, every)
    return [x for x in lines if named[0] in labels_of(x, shared)] if named else lines


def _label_named(text: str, labels: Collection[str]) -> tuple[str, Span] | None:
    """The longest label that stands in a question, and where.

    >>> _label_named("正在推进的7个民生项目里有几个滞后", {"正在推进项目", "已完成项目"})
    ('正在推进项目', (0, 11))
    """
    found: list[tuple[str, Span]] = []
    for label in labels:
        stem = _SORT_OF_ROW.sub("", label)
        spread = rf"|{re.escape(stem)}的{_SOME}" if stem != label and len(stem) > 2 else ""
        if len(label) > 1 and (match := re.search(re.escape(label) + spread, text)):
            found.append((label, match.span()))
    return max(found, key=lambda pair: len(pair[0]), default=None)


def counts_to_chapter(text: str) -> bool:
    """True if a question counts to a chapter: 最后一部分."""
    return _NTH.search(text) is not None


def chapter_of(line: Line) -> str:
    """Return the title of the top chapter that a row stands in, or else its merged group cell."""
    cells = (cell.text for header, cell in line.row.cells.items() if _groups(header))
    return next(iter((*line.row.section_path[:1], *cells)), "")


def titles_of(lines: Sequence[Line]) -> list[str]:
    """Return the titles of the top chapters, in order."""
    titles = Counter(title for line in lines if (title := chapter_of(line)))
    # What no two rows share is the name of a row.
    chapters = any(line.row.section_path for line in lines) or max(titles.values(), default=0) > 1
    return list(titles) if chapters else []


def chapter_counted(text: str, lines: Sequence[Line]) -> tuple[str, Span] | None:
    """Return the title of the chapter that a question counts to, and where it does.

    Chapters are counted by their own numbers; those without stand in order.
    """
    match, titles = _NTH.search(text), titles_of(lines)
    if match is None or not titles:
        return None
    numbers = [n and chinese_number(n[1]) for n in map(_NUMBER_OF_TITLE.match, titles)]
    if match["number"] is None:
        meant = titles[-1:]
    else:
        own = numbers if any(numbers) else list(range(1, len(titles) + 1))
        asked = chinese_number(match["number"])
        meant = [title for title, number in zip(titles, own, strict=True) if number == asked]
    meant = [title for title in meant if (match["words"] or "") in label_of(title)]
    return (meant[0], match.span()) if len(meant) == 1 else None


def of_chapter(text: str, lines: Sequence[Line]) -> Sequence[Line]:
    """Return the rows of the chapter that a question counts to: "第二部分第3项"; else all rows.

    Chapters may stand below a heading that all rows share.
    """
    counted = _NTH.search(text)
    paths = [line.row.section_path for line in lines]
    depth = next((n for n in range(3) if len({path[: n + 1] for path in paths}) > 1), None)
    if counted is None or depth is None:
        return lines
    titles = list(dict.fromkeys(path[: depth + 1] for path in paths if len(path) > depth))
    at = chinese_number(counted["number"]) - 1
    if not 0 <= at < len(titles):
        return lines
    return [line for line in lines if line.row.section_path[: depth + 1] == titles[at]]


def _chapter_meant(text: str, lines: Sequence[Line]) -> tuple[str, list[Span]]:
    """The chapter that 第二部分 counts to, or whose title alone has some words of the question.

    These are what stands in quotes, or right before 部分.
    """
    if counts_to_chapter(text):
        counted = chapter_counted(text, lines)
        return (label_of(counted[0]), [counted[1]]) if counted else ("", [])
    labels = [label_of(title) for title in titles_of(lines)]
    part = _PART.search(text)
    end = part.start() if part else 0
    longest = min(_LONGEST_WORDS, end)
    spans = [(m.start() + 1, m.end() - 1) for m in QUOTED.finditer(text)]
    spans += [(end - length, end) for length in range(longest, _FEWEST_WORDS - 1, -1)]
    for start, stop in spans:
        own = [label for label in labels if text[start:stop] in label]
        if len(own) == 1 and stop - start >= _FEWEST_WORDS:
            return own[0], [(start, stop)]
    return "", []


def named_chapter(text: str, lines: Sequence[Line]) -> Sequence[Line]:
    """Return the rows of the chapter that a question names by words of its title; else all rows.

    Where the question denies the name, the rows of all others.
    """
    label, spans = _chapter_meant(text, lines)
    denied = denial_of(text, spans[-1]) if spans else None
    if not label or (denied is not None and not denied.sure):
        return lines
    return [x for x in lines if (label in _chapters(x)) == (denied is None)]


def _chapters(line: Line) -> set[str]:
    return set(map(label_of, (*line.row.section_path, chapter_of(line))))
