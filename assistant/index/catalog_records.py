"""Documents and the places they were seen in, as the catalog keeps them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from assistant.codec import from_json
from assistant.index.catalog_file import Connection
from assistant.schema import Chunk, Document, Indicator, Profile

Relation = Literal["self", "identical", "near"]


@dataclass(frozen=True, slots=True)
class Place:
    """A file (or a member of an archive) in which a document was seen.

    ``path`` is relative to the home folder; ``source`` is the name that answers use for it.
    """

    path: str
    member: str
    source: str
    document_id: str
    relation: Relation


def read_document(connection: Connection, source: str) -> Document | None:
    """Return a document with all of its parts, or None if there is no such source."""
    query = "SELECT id, profile, record, text FROM documents WHERE source = ?"
    row = connection.execute(query, (source,)).fetchone()
    if row is None:
        return None
    name, profile, record, text = row
    chunks = connection.execute(
        "SELECT record FROM chunks WHERE document = ? ORDER BY rowid", (name,)
    )
    figures = connection.execute(
        "SELECT record FROM indicators WHERE document = ? ORDER BY rowid", (name,)
    )
    return replace(
        from_json(Document, record),
        text=text,
        profile=from_json(Profile, profile),
        chunks=tuple(from_json(Chunk, text) for (text,) in chunks),
        indicators=tuple(from_json(Indicator, text) for (text,) in figures),
    )


def same_time(one: Profile, other: Profile) -> bool:
    """Tell whether two documents of one title and district speak of the same time."""
    return dict(one.periods) == dict(other.periods)
