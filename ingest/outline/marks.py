"""Headings that a mark or brackets set apart instead of a number: "★ 存在问题", "【基本情况】"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from ingest.outline.headings import (
    Heading,
    find_heading,
    make_unnumbered,
    may_stand_unnumbered,
)
from ingest.outline.lines import Line

_MARK = re.compile(r"([★☆◆◇■□●○▲△▶►※◎▌])\s*(?=[^\s★☆◆◇■□●○▲△▶►※◎▌])")
_BRACKETS = re.compile(r"(【)([^【】:：\s]{2,30})】\s*")
# Text that stands in the line of its heading, and below one in a line of its own.
_LONG, _SENTENCE = 60, 10
_NEXT_LINE = 6  # characters from a heading to one right below it: brackets, line ends, blanks
_HIGHER = 0.25  # of a rank, by which a heading over others stands above them


def find_marked(lines: Sequence[Line]) -> dict[int, tuple[str, Heading]]:
    """The headings that a mark sets apart, by their lines, each with its mark.

    A mark at each of several neighbouring short lines is that of a list, which has no headings.

    >>> lines = [Line(0, 6, "★ 存在问题"), Line(7, 20, "(1)学位缺口仍有9000个;")]
    >>> find_marked(lines)[0][1].text
    '存在问题'
    """
    found: dict[int, tuple[str, Heading]] = {}
    for index in reversed(range(len(lines))):
        told = _bracketed(lines[index]) or _marked(lines[index])
        if told is None or find_heading(lines[index]) is not None:
            continue
        below = lines[index + 1 : index + 2]
        # "【工作回顾】" right over "◆经济运行", which is a heading of another mark.
        over = index + 1 in found and found[index + 1][0] != told[0]
        if told[1].inline or over or (below and _is_below(below[0], told[0])):
            found[index] = told
    return dict(sorted(found.items()))


def _is_below(line: Line, mark: str) -> bool:
    """Tell what a heading may stand over: a sentence, or numbering that begins anew."""
    heading = find_heading(line)
    if heading is not None and heading.number == 1:
        return True
    tells = len(line.text) >= _SENTENCE and re.search(r"[。；;：:]", line.text) is not None
    return tells and not line.text.startswith(mark)


def _marked(line: Line) -> tuple[str, Heading] | None:
    match = _MARK.match(line.text)
    words = line.text[match.end() :] if match else ""
    if match is None or not words:
        return None
    bare = Line(line.start + match.end(), line.end, words)
    heading = replace(make_unnumbered(bare), start=line.start)
    return (match[1], heading) if may_stand_unnumbered(bare) else None


def _bracketed(line: Line) -> tuple[str, Heading] | None:
    match = _BRACKETS.match(line.text)
    rest = line.text[match.end() :] if match else ""
    if match is None or (rest and (len(rest) < _LONG or "。" not in rest)):
        return None
    start = line.start + match.start(2)
    bare = Line(start, start + len(match[2]), match[2])
    return match[1], replace(make_unnumbered(bare), start=line.start, inline=bool(rest))


def level(found: Sequence[Heading], marks: dict[int, str]) -> list[Heading]:
    """Put headings of one mark on the level of the highest of them.

    Args:
        found: the headings of a document, in order.
        marks: the mark of those that have one, by the starts of their words.
    """
    highest: dict[str, float] = {}
    for heading in found:
        if mark := marks.get(heading.span[0]):
            highest[mark] = min(heading.rank, highest.get(mark, heading.rank))
    for one, below in pairwise(found):
        over, under = (marks.get(heading.span[0]) for heading in (one, below))
        if over and under and over != under and below.start - one.span[1] <= _NEXT_LINE:
            highest[over] = min(highest[over], highest[under] - _HIGHER)
    return [replace(h, rank=highest[marks[h.span[0]]]) if h.span[0] in marks else h for h in found]
