"""The evidence of an answer as the page shows it: a card per citation, the quote marked in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Any, Protocol

from assistant.errors import AssistantError
from assistant.language.periods import label
from assistant.schema import MARKER, Answer, Cell, Citation, Document, Indicator, Profile, Row, Span
from ui.markup import split_marks, visible

KIND_LABELS = {"actual": "完成", "target": "目标", "floor": "底线", "estimate": "预计"}
MEASURE_LABELS = {
    "level": "水平",
    "growth": "增速",
    "share": "占比",
    "rank": "排名",
    "count": "数量",
    "intensity": "强度",
    "completion": "完成率",
    "change": "变化",
}

# A quote up to this long is marked whole; of a longer one, the words that the answer took.
_SHORT_QUOTE_CHARS = 80
_RUN_CHARS = 4
# What is shown of a passage before and after the quote; the rest is in the document's own view.
_CONTEXT_CHARS = 160


class Documents(Protocol):
    """The reading side of a catalog that the page needs."""

    def sources(self) -> list[str]:
        """Names of the documents."""

    def profiles(self) -> dict[str, Profile]:
        """Profile of each document by source."""

    def document(self, source: str) -> Document:
        """The document of this name."""

    def indicators(
        self,
        *,
        districts: Sequence[str] = ...,
        years: Sequence[str] = ...,
        names: Sequence[str] = ...,
        sources: Sequence[str] = ...,
    ) -> list[Indicator]:
        """Figures that meet every filter."""


def make_cards(answer: Answer, documents: Documents) -> list[dict[str, Any]]:
    """One card per citation of the answer, in the order of the markers."""
    return [
        make_card(citation, documents, said=_said(answer.text, citation.marker))
        for citation in sorted(answer.citations, key=lambda citation: citation.marker)
    ]


def make_card(citation: Citation, documents: Documents, *, said: str = "") -> dict[str, Any]:
    """The card of a citation; ``said`` is what the answer states with it."""
    document = find_document(citation, documents)
    card: dict[str, Any] = {
        "marker": citation.marker,
        "title": visible(citation.title or citation.source),
        "source": visible(citation.source),
        "path": [visible(heading) for heading in citation.section_path],
        "facts": _facts(citation),
        "context": [],
        "stale": document is None,
    }
    row = _row(citation, document)
    known = {citation.title, *citation.section_path, *(row.cells if row is not None else ())}
    card["context"] = [visible(words) for words in citation.context if words not in known]
    if row is not None:
        return {**card, "row": _cells(row, citation, said)}
    start, end = (citation.start, citation.end) if document is None else _shown(citation, document)
    text = citation.text if document is None else document.text[start:end]
    parts = split_marks(text, _marks(citation, said), offset=start)
    return {
        **card,
        "parts": [{**part, "text": visible(part["text"])} for part in parts],
        "cut_before": document is not None and start > _line_start(document.text, start),
        "cut_after": document is not None and end < _line_end(document.text, end),
    }


def find_document(citation: Citation, documents: Documents) -> Document | None:
    """The cited document, or None where it is gone or no longer says this at this place."""
    if citation.source not in documents.sources():
        return None
    try:
        document = documents.document(citation.source)
    except AssistantError:
        return None  # removed between the two calls
    same = document.letters(citation.start, citation.end) == citation.text
    return document if same else None


def _facts(citation: Citation) -> list[str]:
    kind = KIND_LABELS.get(citation.kind, citation.kind)
    facts = (citation.district, label(citation.period), kind)
    return [visible(fact) for fact in facts if fact]


def _said(text: str, marker: int) -> str:
    """The words of the answer that lead up to a marker, from the end of the statement before."""
    said, done = [], 0
    for match in MARKER.finditer(text):
        if int(match[1]) == marker:
            statement = re.sub(r"[。;;]+$", "", text[done : match.start()])
            # What stands before a colon names whose and when: "某区2024年目标:增长…".
            said.append(re.split(r"[。;;\n|]", statement)[-1].split(":", 1)[-1])
        done = match.end() if text[match.end() : match.end() + 1] != "[" else done
    return "\n".join(said)


def _row(citation: Citation, document: Document | None) -> Row | None:
    if document is None or citation.row is None or citation.row >= len(document.rows):
        return None
    row = document.rows[citation.row]
    return row if citation.start < row.end and citation.end > row.start else None


def _cells(row: Row, citation: Citation, said: str) -> list[dict[str, Any]]:
    inherited = row.inherited
    whole_row = citation.start <= row.start and citation.end >= row.end
    cells = []
    for header, cell in row.cells.items():
        if not cell.text.strip():
            continue
        marks = _cell_marks(cell, said)
        parts = split_marks(cell.text, marks, offset=cell.start)
        cited = citation.start < cell.end and citation.end > cell.start
        cells.append(
            {
                "header": visible(header),
                "parts": [{**part, "text": visible(part["text"])} for part in parts],
                "cited": cited and not whole_row,
                "inherited": header in inherited,
                "doubtful": header in row.doubtful,
            }
        )
    return cells


def _cell_marks(cell: Cell, said: str) -> list[Span]:
    """All of a cell that the answer repeats, else the words of it that the answer took."""
    text = cell.text.strip()
    if len(text) > 1 and text in said:
        return [(cell.start, cell.end)]
    return _taken(said, cell.text, cell.start)


def _shown(citation: Citation, document: Document) -> Span:
    """The passage around the quote: its line, cut to some characters before and after."""
    start = max(_line_start(document.text, citation.start), citation.start - _CONTEXT_CHARS)
    end = min(_line_end(document.text, citation.end), citation.end + _CONTEXT_CHARS)
    return start, end


def _line_start(text: str, at: int) -> int:
    return text.rfind("\n", 0, at) + 1


def _line_end(text: str, at: int) -> int:
    if at and text[at - 1] == "\n":
        return at
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def _marks(citation: Citation, said: str) -> list[Span]:
    """The quote where it is short, else the words of it that the answer took, else all of it."""
    whole = (citation.start, citation.end)
    if len(citation.text) <= _SHORT_QUOTE_CHARS or not said:
        return [whole]
    return _taken(said, citation.text, citation.start) or [whole]


def _taken(said: str, text: str, offset: int) -> list[Span]:
    """Runs of a text that stand in what was said too, long enough not to be chance."""
    matcher = SequenceMatcher(None, said[:500], text[:3000], autojunk=False)
    return [
        (offset + block.b, offset + block.b + block.size)
        for block in matcher.get_matching_blocks()
        if block.size >= _RUN_CHARS
    ]
