"""A text cut into the clauses that figures stand in, and the figures of a clause that share a name.

A comma ends a clause, but not inside a quotation or inside brackets that hold no figure. Brackets
with a figure ("(去年基数172.3亿元)") are a clause of their own inside the one around them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.language.quantities import Quantity
from assistant.schema import Span

_SENTENCE = re.compile(r"[^。！？!\n\t|]+(?:[。！？!]|(?=[\n\t|])|$)")
_OPAQUE = re.compile(r"“[^“”\n]{1,60}”|《[^《》\n]{1,80}》|「[^「」\n]{1,60}」")
_BRACKETS = re.compile(r"[（(][^（()）\n]{0,120}[)）]")
# "9个续建项目|全年计划完成投资5亿元": so many there are, and what is planned for them.
_CLAUSE_END = re.compile(r"[，,；;：:]|(?<=项目|工程)(?=(?:全年|年度|今年|当年)计划(?:完成)?投资)")
_NUMBERING = re.compile(
    r"\s*(?:\d{1,2}\s*[.．、](?!\d(?!\d{3}年|[-\d—~至]{0,5}月))|[（(][一二三四五六七八九十\d]{1,2}[)）]|[①-⑳]|[◆◇■□●○▲△▶►★☆※▪◎•])\s*"
)
# "畜牧 全年出栏生猪…": a word before a paragraph of a bulletin, which is no part of what it tells,
# unless that needs it: "工业 全年增加值…".
_LABEL = re.compile(
    r"[ \u3000]*[\u4e00-\u9fff]{2,6}[ \u3000]+(?=(?:20\d\d年)?(?:全年|年末|[上下]半年)"
    r"(?!(?:累计|共|实现|完成)*(?:增加值|总?产[值量]|投资|收入|支出|总[量额])))"
)
_COUNT = re.compile(r"\d[个项]")
_LONGEST_SENTENCE = 1500
_ADJACENT = re.compile(r"[ \u3000]*[、和及与]?[ \u3000]*")


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause of a text. ``inner`` is true for brackets, ``colon`` where a colon ends it."""

    start: int
    end: int
    inner: bool = False
    colon: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """Figures that stand side by side ("16宗683亩", "15.23%、14.01%") in one clause.

    ``lead`` and ``follow`` are the spans of the words before the first and after the last;
    ``runs_on`` is true where those after it lead to another figure of the clause.
    """

    figures: tuple[Quantity, ...]
    clause: Clause
    lead: Span
    follow: Span
    runs_on: bool = False


def split_sentences(text: str) -> list[Span]:
    """Spans of sentences; lines and table cells end them too, what opens a line is left out.

    >>> text = "畜牧 全年出栏生猪3万头。"
    >>> [text[start:end] for start, end in split_sentences(text)]
    ['全年出栏生猪3万头。']
    """
    spans: list[Span] = []
    for match in _SENTENCE.finditer(text):
        start, end = match.span()
        numbering = _NUMBERING.match(text, start, end)
        start = numbering.end() if numbering else start
        opens = match.start() == 0 or text[match.start() - 1] == "\n"
        label = _LABEL.match(text, start, end) if opens else None
        start = label.end() if label else start
        if text[start:end].strip():
            spans.extend(_pieces(text, start, end))
    return spans


def _pieces(text: str, start: int, end: int) -> Iterator[Span]:
    """A sentence longer than any sentence is cut at its commas, so that reading stays linear."""
    while end - start > _LONGEST_SENTENCE:
        comma = max(text.rfind(mark, start, start + _LONGEST_SENTENCE) for mark in "，,；;、")
        cut = comma + 1 if comma > start else start + _LONGEST_SENTENCE
        yield start, cut
        start = cut
    if start < end:
        yield start, end


def split_clauses(text: str, sentence: Span, quantities: Sequence[Quantity]) -> list[Clause]:
    """Clauses of a sentence by their starts, bracketed ones after the one around them."""
    start, end = sentence
    starts = [q.start for q in quantities]
    opaque = [m.span() for m in _OPAQUE.finditer(text, start, end)]
    inner: list[Span] = []
    for match in _BRACKETS.finditer(text, start, end):
        holds_figure = bisect_left(starts, match.start()) < bisect_left(starts, match.end())
        (inner if holds_figure else opaque).append(match.span())
    covered = sorted([*opaque, *inner, *((q.start, q.end) for q in quantities)])
    clauses = list(_cut(text, start, end, covered, inner=False))
    for left, right in inner:
        clauses.extend(_cut(text, left + 1, right - 1, sorted(opaque), inner=True))
    return sorted(clauses, key=lambda c: (c.start, c.inner))


def _cut(text: str, start: int, end: int, covered: list[Span], *, inner: bool) -> Iterator[Clause]:
    position = start
    lefts = [span[0] for span in covered]
    for match in _CLAUSE_END.finditer(text, start, end):
        at = bisect_left(lefts, match.start() + 1) - 1
        # Spans may nest; a few to the left are enough to look at.
        if any(right > match.start() for _, right in covered[max(0, at - 3) : at + 1]):
            continue
        if not match.group() and not _COUNT.search(text, position, match.start()):
            continue
        yield Clause(position, match.start(), inner, colon=match.group() in (":", "："))
        position = match.end()
    if position < end:
        yield Clause(position, end, inner)


def group_figures(
    text: str, clauses: Sequence[Clause], quantities: Sequence[Quantity]
) -> list[Group]:
    """Put every figure into its innermost clause and join those that stand side by side."""
    inner = [c for c in clauses if c.inner]
    inner_starts = [c.start for c in inner]
    starts = [q.start for q in quantities]
    groups: list[Group] = []
    for clause in clauses:
        own = quantities[bisect_left(starts, clause.start) : bisect_left(starts, clause.end)]
        if not own:
            continue
        holes: list[Clause] = []
        if not clause.inner:
            first = bisect_left(inner_starts, clause.start)
            holes = inner[first : bisect_left(inner_starts, clause.end)]
        inside = {q.start for h in holes for q in own if h.start <= q.start < h.end}
        groups.extend(_groups_of(text, clause, [q for q in own if q.start not in inside], holes))
    return sorted(groups, key=lambda g: g.figures[0].start)


def _groups_of(
    text: str, clause: Clause, own: Sequence[Quantity], holes: Sequence[Clause]
) -> Iterator[Group]:
    runs: list[list[Quantity]] = []
    for quantity in own:
        if runs and _ADJACENT.fullmatch(text, runs[-1][-1].end, quantity.start):
            runs[-1].append(quantity)
        else:
            runs.append([quantity])
    for index, run in enumerate(runs):
        lead_start = runs[index - 1][-1].end if index else clause.start
        follow_end = runs[index + 1][0].start if index + 1 < len(runs) else clause.end
        for hole in holes:
            if lead_start <= hole.start <= run[0].start:
                lead_start = min(hole.end + 1, run[0].start)
            if run[-1].end <= hole.start <= follow_end:
                follow_end = hole.start - 1
        runs_on = index + 1 < len(runs) and follow_end == runs[index + 1][0].start
        lead, follow = (lead_start, run[0].start), (run[-1].end, follow_end)
        yield Group(tuple(run), clause, lead, follow, runs_on)
