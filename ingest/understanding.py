"""One document as understood: extracted text in, a ``Document`` with all of its parts out."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from assistant.schema import Document, Table
from ingest.profile.overrides import Overrides, override
from ingest.readers.formats import Extracted


def understand(extracted: Extracted, overrides: Overrides | None = None) -> Document:
    """Find headings, tables, who and when, passages and figures of a document."""
    from assistant.lexicon.indicators import load_indicators
    from ingest.chunker import split_chunks
    from ingest.figures.indicators import extract_indicators
    from ingest.outline.outline import PathIndex, parse_outline
    from ingest.outline.wraps import find_wraps, joined
    from ingest.profile.profile import read_profile
    from ingest.profile.sections import places_of
    from ingest.tables.find import find_tables
    from ingest.tables.items import with_headings
    from ingest.tables.references import with_names_by_number

    source, wraps = extracted.source, find_wraps(extracted.text)
    text = joined(extracted.text, wraps)
    tables = _joined(extracted.tables, find_tables(text))
    outline = parse_outline(text, tables)
    paths = PathIndex(outline.sections)
    tables = [with_headings(table, paths.at(max(table.start - 1, 0))) for table in tables]
    tables = with_names_by_number(tables)
    profile = override(read_profile(text, outline, tables, source), overrides or Overrides())
    profile = replace(profile, places=places_of(outline.sections, profile))
    document_id = hashlib.sha256(extracted.text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    chunks = split_chunks(text, source, document_id, profile, outline, tables)
    rows = tuple(row for table in tables for row in table.rows)
    return Document(
        id=document_id,
        source=source,
        text=text,
        profile=profile,
        sections=outline.sections,
        rows=rows,
        chunks=chunks,
        indicators=extract_indicators(text, chunks, rows, profile, load_indicators()),
        furniture=outline.furniture,
        duplicates=outline.duplicates,
        breaks=tuple((start, extracted.text[start:end]) for start, end in wraps),
    )


@cache
def understanding_version() -> str:
    """Return a fingerprint of the code and data that understand documents.

    It is taken from the files themselves, so that no change of a rule can go without a new version:
    the next ingest reads every document again that was understood by another one.
    """
    from assistant.index.editions import lexicon_version

    root = Path(__file__).parent.parent
    folders = ("ingest", "assistant/lexicon", "assistant/language")
    paths = [path for folder in folders for path in sorted((root / folder).rglob("*.py"))]
    digest = hashlib.sha256(lexicon_version().encode())
    for path in (*paths, root / "assistant" / "text.py"):
        place = path.relative_to(root).as_posix()
        if not place.startswith(_NOT_UNDERSTANDING):
            digest.update(place.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:12]


_NOT_UNDERSTANDING = ("ingest/index/", "ingest/commands.py")


def _joined(marked: Sequence[Table], found: Sequence[Table]) -> list[Table]:
    """Return the tables that the file's markup tells, and those found in the text between them."""
    free = [
        table
        for table in found
        if all(table.end <= other.start or table.start >= other.end for other in marked)
    ]
    return sorted([*marked, *free], key=lambda table: table.start)
