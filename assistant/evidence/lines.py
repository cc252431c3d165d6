"""Rows of tables with the document and the passage that they belong to."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from assistant.language.columns import Role, cells_of
from assistant.schema import Chunk, Document, Row
from assistant.text import fold_text


@dataclass(frozen=True)
class Line:
    """A row with the document and chunk it belongs to."""

    document: Document
    chunk: Chunk
    row: Row

    @cached_property
    def folded(self) -> str:
        """All cells of the row, as they are matched."""
        return fold_text("".join(cell.text for cell in self.row.cells.values()))

    def text(self, role: Role) -> str:
        """Return the text of the cells of a role, white space folded."""
        return " ".join(" ".join(c.text.split()) for _, c in cells_of(self.row, role))


def lines_in(document: Document) -> list[Line]:
    """Return the rows of all tables of a document, in order."""
    chunks = {c.row: c for c in document.chunks if c.row is not None}
    return [Line(document, chunks[i], row) for i, row in enumerate(document.rows) if i in chunks]
