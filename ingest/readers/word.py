"""Word documents: paragraphs with heading styles and automatic numbers, tables with merges."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

from assistant.schema import Table
from ingest.readers.layout import GridCell, Layout
from ingest.readers.numbering import Numbering
from ingest.readers.office import open_office

_HEADING_STYLE = re.compile(r"(?:heading|标题)\s*(\d)", re.IGNORECASE)
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# Deleted by a tracked change, not shown; a fallback repeats a drawing for older programs.
_UNSEEN = {f"{_W}del", f"{_W}moveFrom", f"{_W}instrText", f"{_W}rPr", f"{_W}pPr"}
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_LONGEST_HEADING = 80


def read_docx(content: bytes, name: str) -> tuple[str, tuple[Table, ...]]:
    """Return the body of a Word document, and its tables."""
    document = open_office(content, name, _load)
    layout = Layout()
    numbering = Numbering(document)
    for block in _blocks(document.element.body):
        if block.tag == f"{_W}tbl":
            layout.grid(_grid(block, numbering))
        else:
            _add_paragraph(layout, document, block, numbering)
    return layout.finish()


def _load(content: bytes) -> Any:
    import docx

    return docx.Document(io.BytesIO(content))


def _blocks(parent: Any) -> Iterator[Any]:
    """Give paragraphs and tables in order, those inside content controls and insertions too."""
    for child in parent.iterchildren():
        if child.tag in (f"{_W}p", f"{_W}tbl"):
            yield child
        elif child.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}customXml"):
            yield from _blocks(child)


def _add_paragraph(layout: Layout, document: Any, paragraph: Any, numbering: Numbering) -> None:
    text = numbering.label(paragraph) + _text(paragraph)
    level = _level(document, paragraph)
    if level and len(text) <= _LONGEST_HEADING:
        layout.heading(text, level)
    else:
        layout.line(text)


def _text(element: Any) -> str:
    """Return what a reader sees of a paragraph."""
    parts: list[str] = []
    for child in element.iterchildren():
        if child.tag in _UNSEEN or child.tag == _FALLBACK:
            continue
        if child.tag == f"{_W}t":
            parts.append(child.text or "")
        elif child.tag == f"{_W}tab":
            parts.append("\t")
        elif child.tag in (f"{_W}br", f"{_W}cr"):
            parts.append("\n")
        elif child.tag == f"{_W}noBreakHyphen":
            parts.append("-")
        elif child.tag == f"{_W}p":  # a text box inside a paragraph
            parts.append("\n" + _text(child))
        else:
            parts.append(_text(child))
    return "".join(parts)


def _level(document: Any, paragraph: Any) -> int:
    """Return the level of a heading, told by the paragraph or its style; 0 for text."""
    properties = paragraph.find(f"{_W}pPr")
    if properties is None:
        return 0
    own = _outline_level(properties)
    if own is not None:
        return own
    style = properties.find(f"{_W}pStyle")
    found = document.styles.element.get_by_id(style.get(f"{_W}val")) if style is not None else None
    for _ in range(10):  # a style stands on another one
        if found is None:
            return 0
        if match := _HEADING_STYLE.match(found.name_val or ""):
            return int(match[1])
        inherited = found.find(f"{_W}pPr")
        level = _outline_level(inherited) if inherited is not None else None
        if level is not None:
            return level
        found = found.base_style
    return 0


def _outline_level(properties: Any) -> int | None:
    level = properties.find(f"{_W}outlineLvl")
    if level is None:
        return None
    value = int(level.get(f"{_W}val"))
    return value + 1 if value < 9 else 0


def _grid(table: Any, numbering: Numbering) -> list[list[GridCell | None]]:
    """Return the rows of a table; a cell stands in every place that it covers."""
    grid: list[list[GridCell | None]] = []
    for row in table.iterchildren(f"{_W}tr"):
        above = grid[-1] if grid else []
        cells: list[GridCell | None] = [None] * _grid_before(row)
        for cell in _row_cells(row):
            properties = cell.find(f"{_W}tcPr")
            width, continues = _spans(properties)
            at = len(cells)
            covered = above[at] if continues and at < len(above) else None
            cells += [covered or GridCell(_cell_text(cell, numbering))] * width
        grid.append(cells)
    return grid


def _row_cells(row: Any) -> Iterator[Any]:
    for child in row.iterchildren():
        if child.tag == f"{_W}tc":
            yield child
        elif child.tag in (f"{_W}sdt", f"{_W}sdtContent"):
            yield from _row_cells(child)


def _grid_before(row: Any) -> int:
    skipped = row.find(f"{_W}trPr/{_W}gridBefore")
    return int(skipped.get(f"{_W}val")) if skipped is not None else 0


def _spans(properties: Any) -> tuple[int, bool]:
    """Return how many columns a cell covers, and whether it continues the one above it."""
    if properties is None:
        return 1, False
    span = properties.find(f"{_W}gridSpan")
    merge = properties.find(f"{_W}vMerge")
    width = int(span.get(f"{_W}val")) if span is not None else 1
    continues = merge is not None and merge.get(f"{_W}val", "continue") == "continue"
    return max(1, min(width, 200)), continues


def _cell_text(cell: Any, numbering: Numbering) -> str:
    """Return the paragraphs of a cell, those of a table inside it included."""
    paragraphs = (numbering.label(p) + _text(p) for p in cell.iter(f"{_W}p"))
    return "\n".join(text for text in paragraphs if text.strip())
