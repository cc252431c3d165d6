"""The catalog as the one ingesting process writes it: documents, files, and what is under way.

Each document has a number, its entry, under which the other two stores keep it. The number is
announced before those stores are written and the document's own record comes last; so whatever a
kill leaves behind in them is known by its number, ignored by readers, swept by the next ingest.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

from assistant.codec import from_json, to_json
from assistant.errors import StoreError
from assistant.index.catalog_file import connect, mapped_errors, marks, open_unchecked
from assistant.index.catalog_records import Place, read_document, same_time
from assistant.schema import Document, Indicator, Profile

# Documents of one template share lines; the same body is among the likest if it is there at all.
_MOST_ALIKE = 5


class CatalogWriter:
    """The catalog as the ingesting process sees it, and one transaction per batch."""

    def __init__(self, edition: Path) -> None:
        with mapped_errors():
            self._connection = connect(edition)

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Make the writes inside visible together, or none of them."""
        with mapped_errors(), self._connection:
            self._connection.execute("BEGIN IMMEDIATE")
            yield
            self._connection.execute(
                "UPDATE meta SET value = CAST(value AS INTEGER) + 1 WHERE key = 'generation'"
            )

    def versions(self) -> dict[str, str]:
        """Return what the index was written with."""
        return dict(self._connection.execute("SELECT key, value FROM meta"))

    def stamps(self) -> dict[str, tuple[str, str]]:
        """Return stamp and overrides of every file read so far, by its path."""
        query = "SELECT path, stamp, overrides FROM files"
        return {
            path: (stamp, overrides) for path, stamp, overrides in self._connection.execute(query)
        }

    def places(self) -> list[Place]:
        """Return where every document was seen."""
        query = "SELECT path, member, source, document, relation FROM places ORDER BY path, member"
        return [Place(*row) for row in self._connection.execute(query)]

    def entries(self) -> dict[str, int]:
        """Return the number under which each document stands in the other stores, by its id."""
        return dict(self._connection.execute("SELECT id, entry FROM documents ORDER BY entry"))

    def count_chunks(self) -> int:
        """Return how many chunks the other stores must hold."""
        (count,) = self._connection.execute("SELECT count(*) FROM chunks").fetchone()
        return int(count)

    def document(self, document_id: str) -> Document | None:
        """Return the document with this id, if it is here."""
        query = "SELECT source FROM documents WHERE id = ?"
        row = self._connection.execute(query, (document_id,)).fetchone()
        return read_document(self._connection, row[0]) if row else None

    def overview(self, document_id: str) -> tuple[Profile, dict[str, int]]:
        """Return what a report says of a document: its profile, and counts of its parts."""
        query = "SELECT profile, counts FROM documents WHERE id = ?"
        row = self._connection.execute(query, (document_id,)).fetchone()
        if row is None:  # replaced a moment ago
            return Profile(), {}
        return from_json(Profile, row[0]), json.loads(row[1])

    def other_versions(self, document: Document) -> list[str]:
        """Return the documents with the title, district and periods of this one."""
        if not document.profile.title or document.profile.title_derived:
            return []
        query = "SELECT source, profile FROM documents WHERE title = ? AND district = ? AND id != ?"
        keys = (document.profile.title, document.profile.district, document.id)
        rows = self._connection.execute(query, keys).fetchall()
        return sorted(
            source
            for source, profile in rows
            if source != document.source
            and same_time(from_json(Profile, profile), document.profile)
        )

    def alike(self, sketch: Sequence[int]) -> list[str]:
        """Return ids of a few documents that share most of the hashes, the likest first."""
        if not sketch:
            return []
        query = (
            f"SELECT document FROM sketches WHERE hash IN ({marks(sketch)}) "
            "GROUP BY document HAVING count(*) * 4 >= ? * 3 ORDER BY count(*) DESC, document "
            f"LIMIT {_MOST_ALIKE}"
        )
        rows = self._connection.execute(query, (*sketch, len(sketch)))
        return [document for (document,) in rows]

    def announce(self, count: int) -> list[int]:
        """Reserve numbers for documents that are about to be written."""
        with mapped_errors(), self._connection:
            query = (
                "SELECT max(coalesce((SELECT max(entry) FROM documents), 0),"
                " coalesce((SELECT max(entry) FROM pending), 0))"
            )
            (last,) = self._connection.execute(query).fetchone()
            numbers = list(range(last + 1, last + 1 + count))
            self._connection.executemany("INSERT INTO pending VALUES (?)", [(n,) for n in numbers])
        return numbers

    def leftovers(self) -> list[int]:
        """Return numbers that may stand in the other stores and belong to no document any more."""
        query = "SELECT entry FROM pending WHERE entry NOT IN (SELECT entry FROM documents)"
        return [entry for (entry,) in self._connection.execute(query)]

    def unfinished(self) -> bool:
        """Tell whether the last ingest was killed before it had swept up."""
        (count,) = self._connection.execute("SELECT count(*) FROM pending").fetchone()
        return bool(count)

    def forget_leftovers(self) -> None:
        """Note that the other stores hold nothing but the catalog's documents."""
        with mapped_errors(), self._connection:
            self._connection.execute("DELETE FROM pending")

    def replace_document(self, document: Document, *, entry: int, sketch: Sequence[int]) -> None:
        """Write a document in place of whatever had its id or its source before."""
        execute, profile = self._connection.execute, document.profile
        query = "SELECT id FROM documents WHERE id = ? OR source = ?"
        for (old,) in execute(query, (document.id, document.source)).fetchall():
            self.remove_document(old)
        columns = (document.id, document.source, entry, profile.title, profile.district)
        counts = (len(document.chunks), len(document.rows), to_json(counts_of(document)))
        bare = replace(document, text="", profile=Profile(), chunks=(), indicators=())
        texts = (to_json(profile), to_json(bare), document.text)
        execute(f"INSERT INTO documents VALUES ({marks(range(11))})", (*columns, *counts, *texts))
        many = self._connection.executemany
        chunks = ((chunk.id, document.id, to_json(chunk)) for chunk in document.chunks)
        many("INSERT INTO chunks VALUES (?, ?, ?)", chunks)
        figures = (_indicator_row(document.id, figure) for figure in document.indicators)
        many(f"INSERT INTO indicators VALUES ({marks(range(7))})", figures)
        many("INSERT INTO sketches VALUES (?, ?)", ((value, document.id) for value in sketch))

    def remove_document(self, document_id: str) -> None:
        """Take a document out; the number it had in the other stores becomes a leftover."""
        execute = self._connection.execute
        execute(
            "INSERT OR IGNORE INTO pending SELECT entry FROM documents WHERE id = ?", (document_id,)
        )
        execute("DELETE FROM documents WHERE id = ?", (document_id,))
        for table in ("chunks", "indicators", "sketches"):
            execute(f"DELETE FROM {table} WHERE document = ?", (document_id,))

    def replace_file(
        self, path: str, stamp: str, overrides: str, places: Iterable[Place] = ()
    ) -> None:
        """Note that a file was read, and which documents were in it."""
        self.remove_file(path)
        self._connection.execute("INSERT INTO files VALUES (?, ?, ?)", (path, stamp, overrides))
        self._connection.executemany(
            "INSERT INTO places VALUES (?, ?, ?, ?, ?)",
            [(p.path, p.member, p.source, p.document_id, p.relation) for p in places],
        )

    def remove_file(self, path: str) -> None:
        """Forget a file and that documents were in it."""
        for table in ("files", "places"):
            self._connection.execute(f"DELETE FROM {table} WHERE path = ?", (path,))


def counts_of(document: Document) -> dict[str, int]:
    """Return how many parts of each sort a document has."""
    return {
        "sections": len(document.sections),
        "rows": len(document.rows),
        "chunks": len(document.chunks),
        "indicators": len(document.indicators),
        "duplicates": len(document.duplicates),
    }


def _indicator_row(document_id: str, figure: Indicator) -> tuple[str, ...]:
    keys = (figure.source, figure.district, figure.period[:4], figure.indicator, figure.name)
    return (document_id, *keys, to_json(figure))


def remembered_files(edition: Path) -> dict[str, str]:
    """Return path and overrides of the files in an index of any version; none if unreadable."""
    try:
        connection = open_unchecked(edition)
    except StoreError:
        return {}
    try:
        with mapped_errors():
            return dict(connection.execute("SELECT path, overrides FROM files"))
    except StoreError:
        return {}
    finally:
        connection.close()


def embedded_with(edition: Path) -> tuple[str, int]:
    """Return the embedding of an index of any version and how many chunks it has vectors of."""
    try:
        with mapped_errors(), closing(open_unchecked(edition)) as connection:
            written = dict(connection.execute("SELECT key, value FROM meta"))
            (chunks,) = connection.execute("SELECT count(*) FROM chunks").fetchone()
    except StoreError:
        return "", 0
    return str(written.get("embedding", "")), int(chunks)
