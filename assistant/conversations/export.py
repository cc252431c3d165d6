"""A conversation to take away: its blocks, and the Markdown made of them.

A block's parts are texts and citations, each citation where its marker stood; whoever writes the
blocks out numbers the citations and makes footnotes of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from assistant.conversations.history import Conversation, Exchange
from assistant.schema import MARKER, Answer, Citation

Part = str | Citation
Parts = tuple[Part, ...]
Style = Literal["question", "text", "item", "remark"]

STOPPED = "(没有答完)"
RELATED = "文档里相近的内容(不是对这个问题的回答):"
BY_MODEL = "这段回答由对话模型写成,数字和引文经过核对。"

# All but what XML cannot hold and the marks that turn the writing direction.
_UNPRINTABLE = re.compile(
    "[^\t\n\x20-\x7e\xa0-\u200a\u2010-\u2027\u202f-\u2065\u206a-\ud7ff\ue000-\ufefe\uff00-\ufffd"
    "\U00010000-\U0010fffd]"
)
_ACTIVE = re.compile(r"([\\`*_\[\]<>#$|~])")
# At the beginning of a line these would make a list or a rule.
_LEADING = re.compile(r"^(\d+(?=[.)](?:\s|$))|(?=[-+](?:\s|$)|--|=))")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph of a conversation."""

    style: Style
    parts: Parts


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of a conversation: one cell per header in every row."""

    headers: tuple[str, ...]
    rows: tuple[tuple[Parts, ...], ...]


def read_blocks(exchange: Exchange) -> Iterator[Block | Grid]:
    """Yield the paragraphs and tables of an exchange in reading order."""
    yield Block("question", (one_line(exchange.question),))
    answer = exchange.answer
    if answer is None:
        yield Block("remark", (STOPPED,))
        return
    yield from _answer(answer)
    if answer.mode == "model":
        yield Block("remark", (BY_MODEL,))
    yield from (Block("remark", (one_line(note),)) for note in answer.notes)
    if answer.refused and answer.related:
        yield Block("remark", (RELATED,))
        for related in answer.related:
            yield from _lines(related.text, {c.marker: c for c in related.citations})


def printable(text: str) -> str:
    r"""Take out what no document can hold: control characters, halves of surrogate pairs.

    >>> printable("增\x00长\ud800\n5%")
    '增长\n5%'
    """
    return _UNPRINTABLE.sub("", text)


def one_line(text: str) -> str:
    """Return a text on one line, fit for any document."""
    return _flat(text).strip()


def footnote_of(citation: Citation) -> str:
    """Say where a citation stands, with its words."""
    place = " › ".join((citation.title or citation.source, *citation.section_path))
    return one_line(f"{place}({citation.source}):“{citation.text.strip()}”")


def title_of(conversation: Conversation) -> str:
    """Name a conversation on one line."""
    return one_line(conversation.title) or "对话"


def render_markdown(conversation: Conversation) -> str:
    """Write a conversation as Markdown, its citations as footnotes numbered through."""
    notes = _Notes()
    parts = [f"# {_escape(title_of(conversation))}"]
    for exchange in conversation.exchanges:
        notes.numbers.clear()
        parts += [_write(block, notes) for block in read_blocks(exchange)]
    return "\n\n".join([*parts, "\n".join(notes.lines)]).rstrip() + "\n"


def _answer(answer: Answer) -> Iterator[Block | Grid]:
    cited = {citation.marker: citation for citation in answer.citations}
    before, bar, rest = answer.text.partition("|")
    if answer.comparison is None or not bar:
        yield from _lines(answer.text, cited)
        return
    yield from _lines(before, cited)
    yield Grid(
        tuple(map(one_line, answer.comparison.headers)),
        tuple(tuple(_cut(cell, cited) for cell in row) for row in answer.comparison.cells),
    )
    # The text holds the table too, as lines that begin with a bar.
    lines = (bar + rest).splitlines()
    yield from _lines("\n".join(n for n in lines if not n.lstrip().startswith("|")), cited)


def _lines(text: str, cited: Mapping[int, Citation]) -> Iterator[Block]:
    for line in printable(text).splitlines():
        item = re.match(r"\s*[-*•]\s+", line)
        parts = _cut(line[item.end() :] if item else line.strip(), cited)
        if parts:
            yield Block("item" if item else "text", parts)


def _cut(text: str, cited: Mapping[int, Citation]) -> Parts:
    """Cut a line at the markers that have a citation."""
    parts: list[Part] = []
    done = 0
    for match in MARKER.finditer(text):
        citation = cited.get(int(match[1]))
        if citation is not None:
            parts += [_flat(text[done : match.start()]), citation]
            done = match.end()
    return tuple(part for part in (*parts, _flat(text[done:])) if part)


def _flat(text: str) -> str:
    return re.sub(r"\s+", " ", printable(text))


@dataclass
class _Notes:
    """Footnotes so far; ``numbers`` are those of the exchange at hand by marker and place."""

    lines: list[str] = field(default_factory=list)
    numbers: dict[tuple[int, str, int], int] = field(default_factory=dict)

    def refer(self, citation: Citation) -> str:
        key = (citation.marker, citation.source, citation.start)
        if key not in self.numbers:
            self.numbers[key] = len(self.lines) + 1
            self.lines.append(f"[^{self.numbers[key]}]: {_escape(footnote_of(citation))}")
        return f"[^{self.numbers[key]}]"


def _write(block: Block | Grid, notes: _Notes) -> str:
    if isinstance(block, Grid):
        rows = [list(map(_escape, block.headers)), ["---"] * len(block.headers)]
        rows += [[_inline(cell, notes) for cell in row] for row in block.rows]
        return "\n".join(f"| {' | '.join(row)} |" for row in rows)
    text = _inline(block.parts, notes)
    if block.style == "question":
        return f"## 问:{text}"
    text = _LEADING.sub(r"\1\\", text)
    return f"- {text}" if block.style == "item" else text


def _inline(parts: Parts, notes: _Notes) -> str:
    return "".join(_escape(part) if isinstance(part, str) else notes.refer(part) for part in parts)


def _escape(text: str) -> str:
    return _ACTIVE.sub(r"\\\1", text)
