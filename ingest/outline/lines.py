"""The lines of a text with their spans, which the parsers of prose walk over."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.schema import Span

_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
# Cells of a table, whose lines are left as they are.
_CELLS = re.compile(r"[|\t]")
_ENDS = "。；;：:！!？?”）)"
_OPENING = re.compile(
    r"[(（]?[一二三四五六七八九十]{1,3}[)）、]|第.{1,3}[章节条]"
    r"|[(（]?\d{1,2}(?:[)）、．]|\.(?!\d))|[#*①-⑳]"
)
# Numbering inside a page that lost its line ends.
_NUMBERING = re.compile(
    r"(?<=[。！；\s])(?:[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十]{1,3}[)）]"
    r"|第[一二三四五六七八九十]{1,3}[章节]|\d{1,2}[.．、](?!\d))"
)
_FLATTENED = 2000
_FEWEST_WRAPPED, _NARROWEST, _WIDEST = 10, 20, 60
_EDGE = " \t\u3000\xa0\ufeff\u200b\x1f"


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank, its edges trimmed: ``text`` is the document's ``start:end``."""

    start: int
    end: int
    text: str


def split_lines(text: str) -> list[Line]:
    r"""Split a text into its lines; blank ones are left out.

    A page flattened into one line is cut before its numbering, and lines that were broken at a
    fixed width are put together again, so that a line is a paragraph or a heading.

    >>> split_lines("一、总体要求\n\n  稳中求进。")
    [Line(start=0, end=6, text='一、总体要求'), Line(start=10, end=15, text='稳中求进。')]
    """
    lines = [part for line in _trimmed(text) for part in _unflattened(line)]
    width = _wrapped_at(lines)
    return _unwrapped(text, lines, width) if width else lines


def _trimmed(text: str) -> Iterator[Line]:
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
    for start, end in zip(cuts, cuts[1:], strict=False):
        words = line.text[start:end].rstrip(_EDGE)
        yield Line(line.start + start, line.start + start + len(words), words)


def _wrapped_at(lines: Sequence[Line]) -> int:
    """The width at which a text was broken into lines, 0 where its lines are paragraphs."""
    lengths = sorted(len(line.text) for line in lines if not _CELLS.search(line.text))
    if len(lengths) < _FEWEST_WRAPPED:
        return 0
    width = lengths[len(lengths) * 9 // 10]
    if not _NARROWEST <= width <= _WIDEST or lengths[-1] > 1.3 * width:
        return 0
    full = [line.text for line in lines if len(line.text) >= 0.9 * width]
    broken = sum(words[-1] not in _ENDS for words in full)
    return width if len(full) >= 0.4 * len(lines) and broken >= 0.6 * len(full) else 0


def _unwrapped(text: str, lines: Sequence[Line], width: int) -> list[Line]:
    joined: list[Line] = []
    start, previous = 0, None
    for line in lines:
        if previous is not None:
            gap = text[previous.end : line.start]
            if _goes_on(previous, line, width) and gap.count("\n") <= 1:
                previous = line
                continue
            joined.append(Line(start, previous.end, text[start : previous.end]))
        start, previous = line.start, line
    if previous is not None:
        joined.append(Line(start, previous.end, text[start : previous.end]))
    return joined


def _goes_on(line: Line, following: Line, width: int) -> bool:
    """Whether a sentence was broken at the end of a line and goes on in the next."""
    if len(line.text) < 0.9 * width or line.text[-1] in _ENDS:
        return False
    if _CELLS.search(line.text) or _CELLS.search(following.text):
        return False
    return _OPENING.match(following.text) is None


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
