"""A whole document for reading: its lines, its outline, and the places that are marked in it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Any

from assistant.schema import Document, Section, Span
from ui.markup import shorten, split_marks, visible

_OUTLINE_CHARS = 40


def make_view(document: Document, marks: Sequence[Span] = ()) -> dict[str, Any]:
    """The lines of a document with ``marks``, and an outline that points at lines.

    Lines are numbered from 0; ``target`` is the line of the first mark, or -1. Lines of page
    headers, of navigation and of repeated bodies are told apart as ``quiet``.
    """
    starts, lines = _lines(document.text)
    quiet = [*document.furniture, *document.duplicates]
    headings = {_line_of(starts, section.heading[0]) for section in document.sections}
    view = [
        {
            "parts": _parts(line, start, marks),
            "heading": number in headings and len(line) <= 80,
            "quiet": any(begin <= start and start + len(line) <= end for begin, end in quiet),
        }
        for number, (start, line) in enumerate(zip(starts, lines, strict=True))
    ]
    target = _line_of(starts, min(marks)[0]) if marks else -1
    return {"lines": view, "outline": _outline(document.sections, starts), "target": target}


def _lines(text: str) -> tuple[list[int], list[str]]:
    starts, lines, at = [], [], 0
    for line in text.split("\n"):
        starts.append(at)
        lines.append(line.rstrip("\r"))
        at += len(line) + 1
    return starts, lines


def _parts(line: str, start: int, marks: Sequence[Span]) -> list[dict[str, Any]]:
    inside = [mark for mark in marks if mark[0] < start + len(line) and mark[1] > start]
    if not inside:
        return [{"text": _shown(line)}]
    return [{**part, "text": _shown(part["text"])} for part in split_marks(line, inside, start)]


def _shown(text: str) -> str:
    # Tabs stay: they are the columns of a flattened table.
    return "\t".join(visible(piece) for piece in text.split("\t"))


def _outline(sections: Sequence[Section], starts: Sequence[int]) -> list[dict[str, Any]]:
    outline = []
    for section in sections:
        if not section.path:
            continue
        label = shorten(section.path[-1], _OUTLINE_CHARS)
        line = _line_of(starts, section.heading[0])
        outline.append({"label": label, "level": min(len(section.path), 4), "line": line})
    return outline


def _line_of(starts: Sequence[int], at: int) -> int:
    return max(bisect_right(starts, at) - 1, 0)
