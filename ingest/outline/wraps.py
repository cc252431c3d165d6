"""Sentences that a page broken at a fixed width cut in two, as text copied from a PDF has them.

What follows reads such a text with its sentences whole: ``joined`` puts one blank for each
character of a break, so that every span stays what it was.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Iterator, Sequence

from assistant.schema import SOFT_BREAK, Span
from ingest.outline.lines import OPENING, Line, trimmed_lines

# Cells of a table, whose lines are left as they are.
_CELLS = re.compile(r"[|｜\t]|\S[ \u3000]{2,}\S")
_ROW = re.compile(r"\d{1,3}[,，\s|｜]|\d{1,3}(?=[一-鿿])(?![年月日号个项家])")
_ENDS = "。；;：:！!？?”）)"
_BLANK = r"[ \t\u3000\f]*"
_PAGE = (
    r"(?:[-—–－]{1,3} ?\d{1,4} ?[-—–－]{1,3}|\d{1,4} ?/ ?\d{1,4}"
    r"|第 ?\d{1,4} ?页(?:[ ,，/]{0,3}共 ?\d{1,4} ?页)?)"
)
# What may stand between two lines of a sentence: the end of a line, or of a page with its number.
_GAP = re.compile(
    rf"{_BLANK}(?:\r?\n|\r){_BLANK}(?:(?:{_BLANK}[\r\n])*{_BLANK}{_PAGE}{_BLANK}[\r\n][\s\f]*)?"
)
_FEWEST, _NARROWEST, _WIDEST = 10, 40, 130  # lines; halves of a full-width character
_FULL = 0.88  # of the width: what does not fit goes to the next line, a number as a whole
_FULL_ENOUGH = 0.8  # where a text is known to be broken
_OVER, _MOST_OVER = 1.05, 0.05  # wider than this are few of the lines, as no end was forced on them
_FEWEST_FULL, _FEWEST_BROKEN = 0.33, 0.6  # of the lines, and of those that are full


def find_wraps(text: str) -> tuple[Span, ...]:
    """Return the spans between two lines of one sentence, page numbers with them.

    Empty where lines are paragraphs.
    """
    lines = [line for line in trimmed_lines(text) if not re.fullmatch(_PAGE, line.text)]
    width = _width_of(lines)
    return tuple(_gaps(text, lines, width)) if width else ()


def joined(text: str, wraps: Sequence[Span]) -> str:
    """Put ``SOFT_BREAK`` for each character that stands in ``wraps``."""
    parts, last = [], 0
    for start, end in wraps:
        parts += [text[last:start], SOFT_BREAK * (end - start)]
        last = end
    return "".join([*parts, text[last:]])


def _width_of(lines: Sequence[Line]) -> int:
    """The width at which a text was broken into lines, 0 where its lines are paragraphs.

    Measured as it is seen: a full-width character is two wide.
    """
    plain = [line for line in lines if not _CELLS.search(line.text)]
    widths = sorted(_seen(line.text) for line in plain)
    if len(widths) < _FEWEST:
        return 0
    width = widths[len(widths) * 9 // 10]
    over = sum(seen > _OVER * width for seen in widths)
    if not _NARROWEST <= width <= _WIDEST or over > max(1, _MOST_OVER * len(widths)):
        return 0
    full = [line.text for line in plain if _seen(line.text) >= _FULL * width]
    broken = sum(words[-1] not in _ENDS and not _ROW.match(words) for words in full)
    enough = len(full) >= _FEWEST_FULL * len(lines) and broken >= _FEWEST_BROKEN * len(full)
    return width if enough else 0


def _gaps(text: str, lines: Sequence[Line], width: int) -> Iterator[Span]:
    for line, following in itertools.pairwise(lines):
        between = (line.end, following.start)
        if _goes_on(line, following, width) and _GAP.fullmatch(text, *between):
            yield between


def _goes_on(line: Line, following: Line, width: int) -> bool:
    """Whether a sentence was broken at the end of a line and goes on in the next."""
    if _seen(line.text) < _FULL_ENOUGH * width or line.text[-1] in _ENDS:
        return False
    if _CELLS.search(line.text) or _CELLS.search(following.text):
        return False
    return OPENING.match(following.text) is None


def _seen(text: str) -> int:
    return len(text) + sum(unicodedata.east_asian_width(c) in "WFA" for c in text)
