r"""Text from documents, questions and models made safe for the page, and cut into parts.

Two ways lead to the page: native widgets, whose labels Streamlit reads as Markdown, so everything
that means something there is escaped; and the page's own components, which get plain parts and make
text nodes of them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Sequence
from typing import Any

from assistant.schema import MARKER, Span

# Punctuation that CommonMark lets a backslash escape, and that Streamlit's Markdown (LaTeX between
# dollars, ":red[…]", ":material/…:", ":sparkles:", tables, bare addresses) acts upon.
_ACTIVE = re.compile(r"([\\`*_{}\[\]<>()#+\-.!|~$:@&\"'^=/])")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]")


def plain(text: str) -> str:
    r"""Escape a text so that a Markdown label or paragraph shows it to the letter, on one line.

    >>> plain("增长*5%* [看](http://x)")
    '增长\\*5%\\* \\[看\\]\\(http\\:\\/\\/x\\)'
    """
    return _ACTIVE.sub(r"\\\1", " ".join(visible(text).split()))


def visible(text: str) -> str:
    r"""Replace control characters and marks that turn the writing direction by blanks.

    >>> visible("a\x00b\u202ec")
    'a b c'
    """
    return _CONTROL.sub(" ", text)


def same_question(a: str, b: str) -> bool:
    """Whether two questions differ in nothing but width, case, blanks and punctuation.

    >>> same_question("GDP目标?", "gdp 目标"), same_question("那滨江呢?", "滨江区目标?")
    (True, False)
    """
    return _bare(a) == _bare(b)


def _bare(text: str) -> str:
    return re.sub(r"[\W_]", "", unicodedata.normalize("NFKC", text).casefold())


def shorten(text: str, chars: int) -> str:
    """Cut a text to one line of at most ``chars`` characters.

    >>> shorten("地区生产总值增长", 5)
    '地区生产…'
    """
    line = " ".join(visible(text).split())
    return line if len(line) <= chars else line[: chars - 1] + "…"


def split_markers(text: str, markers: Collection[int]) -> list[dict[str, Any]]:
    """Cut a text into parts of plain text and markers that have a citation.

    >>> split_markers("增长5.5%[1]。", {1})
    [{'text': '增长5.5%'}, {'marker': 1}, {'text': '。'}]
    >>> split_markers("见[7]", {1})
    [{'text': '见[7]'}]
    """
    parts: list[dict[str, Any]] = []
    done = 0
    for match in MARKER.finditer(text):
        if int(match[1]) not in markers:
            continue
        if match.start() > done:
            parts.append({"text": text[done : match.start()]})
        parts.append({"marker": int(match[1])})
        done = match.end()
    if done < len(text):
        parts.append({"text": text[done:]})
    return parts


def split_lines(text: str, markers: Collection[int]) -> list[dict[str, Any]]:
    r"""Cut an answer into lines of parts; a line that begins with a dash is an item of a list.

    >>> split_lines("\n- 甲[1]", {1})
    [{'parts': [{'text': '甲'}, {'marker': 1}], 'item': True}]
    """
    lines = []
    for line in text.splitlines():
        if not line.strip():
            continue
        item = re.match(r"\s*[-*•]\s+", line)
        rest = line[item.end() :] if item else line.strip()
        lines.append({"parts": split_markers(rest, markers), "item": item is not None})
    return lines


def without_table(text: str) -> str:
    r"""Drop the lines of a Markdown table: a comparison is shown from its records.

    >>> without_table("| 甲 |\n|---|\n| 1[1] |\n\n甲更高[1]。")
    '\n甲更高[1]。'
    """
    return "\n".join(line for line in text.splitlines() if not line.lstrip().startswith("|"))


def split_marks(text: str, marks: Iterable[Span], offset: int = 0) -> list[dict[str, Any]]:
    """Cut a passage that begins at ``offset`` into parts, those inside a span marked.

    >>> split_marks("增长5.5%左右", [(12, 16)], offset=10)
    [{'text': '增长'}, {'text': '5.5%', 'mark': True}, {'text': '左右'}]
    """
    parts: list[dict[str, Any]] = []
    done = 0
    for start, end in _merged(marks):
        start, end = max(start - offset, done, 0), min(end - offset, len(text))
        if start >= end:
            continue
        if start > done:
            parts.append({"text": text[done:start]})
        parts.append({"text": text[start:end], "mark": True})
        done = end
    if done < len(text):
        parts.append({"text": text[done:]})
    return parts


def _merged(marks: Iterable[Span]) -> Sequence[Span]:
    merged: list[Span] = []
    for start, end in sorted(marks):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
