"""The lines of a text with their spans, which the parsers of prose walk over."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.schema import Span

_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
# What opens a paragraph or an item of a list.
OPENING = re.compile(
    r"[(（]?[一二三四五六七八九十]{1,3}[)）、]|第.{1,3}[章节条]"
    r"|[(（]?\d{1,2}(?:[)）、．]|\.(?!\d))|[#*①-⑳]"
)
# Numbering inside a page that lost its line ends.
_NUMBERING = re.compile(
    r"(?<=[。！；\s])(?:[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十]{1,3}[)）]"
    r"|第[一二三四五六七八九十]{1,3}[章节]|\d{1,2}[.．、](?!\d))"
)
_FLATTENED = 2000
_EDGE = " \t\u3000\xa0\ufeff\u200b\x1f"


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank, its edges trimmed: ``text`` is the document's ``start:end``."""

    start: int
    end: int
    text: str


def split_lines(text: str) -> list[Line]:
    r"""Split a text into its lines; blank ones are left out.

    A page flattened into one line is cut before its numbering, so that a line is a paragraph or a
    heading.

    >>> split_lines("一、总体要求\n\n  稳中求进。")
    [Line(start=0, end=6, text='一、总体要求'), Line(start=10, end=15, text='稳中求进。')]
    """
    return [part for line in trimmed_lines(text) for part in _unflattened(line)]


def trimmed_lines(text: str) -> Iterator[Line]:
    """Walk over the lines as they stand, those that are blank left out."""
    for match in _LINE.finditer(text):
        body = match[0].strip(_EDGE)
        if body:
            start = match.start() + match[0].index(body[0])
            yield Line(start, start + len(body), body)


def _unflattened(line: Line) -> Iterator[Line]:
    """Cut a very long line before numbering that stands behind the end of a sentence."""
    cuts = [0, len(line.text)]
    if len(line.text) > _FLATTENED and "|" not in line.text and "\t" not in line.text:
        cuts[1:1] = [match.start() for match in _NUMBERING.finditer(line.text)]
    for start, end in itertools.pairwise(cuts):
        words = line.text[start:end].rstrip(_EDGE)
        yield Line(line.start + start, line.start + start + len(words), words)


def merge_spans(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Sort spans and join those that overlap or touch.

    >>> merge_spans([(5, 9), (0, 3), (8, 12)])
    ((0, 3), (5, 12))
    """
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


class SpanSet:
    """Merged spans that can be asked whether they hold a position."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._spans = merge_spans(spans)

    def __contains__(self, position: int) -> bool:
        index = bisect_right(self._spans, (position, float("inf"))) - 1
        return index >= 0 and position < self._spans[index][1]
