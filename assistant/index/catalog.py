"""The catalog: every document as understood, with its chunks and figures, in one SQLite file.

It is the truth of the index: what the other stores return counts only if the catalog knows it.
``Catalog`` reads and may be shared by threads; how it is written stands in ``catalog_writer``.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any

from assistant.codec import from_json
from assistant.errors import StoreError
from assistant.index.catalog_file import Connection, batches, connect, mapped_errors, marks
from assistant.index.catalog_records import read_document, same_time
from assistant.index.editions import current_edition
from assistant.schema import Chunk, Document, Indicator, Profile

_KEPT_CHUNKS = 4_000  # one question looks at up to 180, mostly those of the question before
_PARTS = {"catalog": "catalog.sqlite3", "lexical": "lexical/**/*", "chroma": "chroma/**/*"}


class Catalog:
    """The documents that questions are answered from. Read only; follows every later ingest."""

    def __init__(self, home: Path) -> None:
        self._home = home
        self._lock = threading.RLock()
        self._edition = Path()
        self._connection: Connection | None = None
        self._data_version = -1
        self._profiles: dict[str, Profile] | None = None
        self._generation = ""
        self._chunks: dict[str, Chunk] = {}
        self._load_document = lru_cache(maxsize=64)(self._read_document)
        self._load_indicators = lru_cache(maxsize=16)(self._read_indicators)

    @classmethod
    def open(cls, home: Path) -> Catalog:
        """Open the index of ``home``.

        Raises:
            IndexMissingError: there is none.
            IndexMismatchError: it was written by another version.
            StoreError: it cannot be read.
        """
        catalog = cls(home)
        with catalog._reading():
            pass
        return catalog

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            if self._connection is not None:
                self._connection.close()
                self._connection = None

    def generation(self) -> str:
        """Return a name for the present state; every ingest that changes anything changes it."""
        with self._reading() as connection:
            if not self._generation:
                self._generation = f"{self._edition.name}.{_meta(connection, 'generation')}"
            return self._generation

    def versions(self) -> dict[str, str]:
        """Return what the index was written with, ``embedding`` and ``dimension`` included."""
        with self._reading() as connection:
            return dict(connection.execute("SELECT key, value FROM meta WHERE key != 'generation'"))

    def sources(self) -> list[str]:
        """Return the names of all documents, sorted."""
        return list(self.profiles())

    def profiles(self) -> dict[str, Profile]:
        """Return who, when and what for every document, by its source."""
        with self._reading() as connection:
            if self._profiles is None:
                rows = connection.execute("SELECT source, profile FROM documents ORDER BY source")
                self._profiles = {source: from_json(Profile, text) for source, text in rows}
            return dict(self._profiles)

    def document(self, source: str) -> Document:
        """Return the full record of a document.

        Raises:
            StoreError: no document has this name.
        """
        with self._reading():
            return self._load_document(source)

    def chunks(self, ids: Sequence[str]) -> dict[str, Chunk]:
        """Return the chunks with these ids, in this order; ids that are unknown are left out."""
        with self._reading() as connection:
            if len(self._chunks) > _KEPT_CHUNKS:
                self._chunks.clear()
            for batch in batches([name for name in ids if name not in self._chunks]):
                query = f"SELECT id, record FROM chunks WHERE id IN ({marks(batch)})"
                for name, record in connection.execute(query, batch):
                    self._chunks[name] = from_json(Chunk, record)
            return {name: self._chunks[name] for name in ids if name in self._chunks}

    def indicators(
        self,
        *,
        districts: Sequence[str] = (),
        years: Sequence[str] = (),
        names: Sequence[str] = (),
        sources: Sequence[str] = (),
    ) -> list[Indicator]:
        """Return the stated figures that meet every condition given, in document order.

        ``names`` are canonical or as in the text; ``years`` match the year a period begins in.
        """
        asked = (tuple(districts), tuple(years), tuple(names), tuple(sources))
        with self._reading():
            read = self._load_indicators if any(asked) else self._read_indicators
            return list(read(*asked))

    def _read_indicators(
        self,
        districts: tuple[str, ...],
        years: tuple[str, ...],
        names: tuple[str, ...],
        sources: tuple[str, ...],
    ) -> list[Indicator]:
        assert self._connection is not None
        columns = {"district": districts, "year": years, "source": sources}
        tests = [f"{name} IN ({marks(values)})" for name, values in columns.items() if values]
        arguments = [value for values in columns.values() for value in values]
        if names:
            tests.append(f"(indicator IN ({marks(names)}) OR name IN ({marks(names)}))")
            arguments += [*names, *names]
        where = " WHERE " + " AND ".join(tests) if tests else ""
        query = f"SELECT record FROM indicators{where} ORDER BY source, rowid"
        rows = self._connection.execute(query, arguments)
        return [from_json(Indicator, text) for (text,) in rows]

    def names(self) -> list[str]:
        """Return the names of all indicators, each once."""
        query = "SELECT DISTINCT indicator FROM indicators"
        with self._reading() as connection:
            return [name for (name,) in connection.execute(query)]

    def districts_of_rows(self) -> list[str]:
        """Return the districts whose figures stand in rows of tables, each once."""
        query = (
            "SELECT DISTINCT district FROM indicators "
            "WHERE json_extract(record, '$.row') IS NOT NULL ORDER BY district"
        )
        with self._reading() as connection:
            return [name for (name,) in connection.execute(query) if name]

    def places(self, source: str) -> list[str]:
        """Return the names of the other files that hold the same body as this document."""
        query = (
            "SELECT p.source FROM places p JOIN documents d ON d.id = p.document "
            "WHERE d.source = ? AND p.relation != 'self' ORDER BY p.source"
        )
        with self._reading() as connection:
            return [name for (name,) in connection.execute(query, (source,))]

    def copies(self, sources: Collection[str]) -> dict[str, list[str]]:
        """Return the files that are letter for letter the same as these documents, if any are.

        A span in the document is the same span in its copies, unlike in files whose body alone is
        the same.
        """
        names = list(dict.fromkeys(sources))
        query = (
            "SELECT d.source, p.source FROM documents d JOIN places p ON p.document = d.id "
            "WHERE p.relation = 'identical' AND d.source IN ({}) ORDER BY p.source"
        )
        found: dict[str, list[str]] = {}
        with self._reading() as connection:
            for batch in batches(names):
                for source, copy in connection.execute(query.format(marks(batch)), batch):
                    found.setdefault(source, []).append(copy)
        return found

    def paths(self, source: str) -> list[Path]:
        """Return the files in which this document was seen, its own first."""
        query = (
            "SELECT p.path FROM places p JOIN documents d ON d.id = p.document "
            "WHERE d.source = ? ORDER BY p.relation != 'self', p.path"
        )
        with self._reading() as connection:
            return [
                Path(os.path.abspath(self._home / path))
                for (path,) in connection.execute(query, (source,))
            ]

    def versions_of(self, source: str) -> list[str]:
        """Return the versions of a document, itself included, the newest last.

        Versions share title, district and periods. Their age is the date of publication where all
        of them tell it, else the order of ingest.
        """
        query = (
            "SELECT o.source, o.profile FROM documents d JOIN documents o "
            "ON o.title = d.title AND o.district = d.district WHERE d.source = ? ORDER BY o.entry"
        )
        with self._reading() as connection:
            rows = connection.execute(query, (source,)).fetchall()
        profiles = {name: from_json(Profile, text) for name, text in rows}
        own = profiles.get(source)
        if own is None or not own.title or own.title_derived:
            return [source]
        published = {
            name: profile.dates.get("published", "")
            for name, profile in profiles.items()
            if same_time(profile, own)
        }
        if all(published.values()):
            return sorted(published, key=lambda name: published[name])
        return list(published)

    def status(self) -> dict[str, Any]:
        """Return counts, versions and sizes, as plain JSON."""
        counts = (
            "SELECT count(*), coalesce(sum(chunks), 0), coalesce(sum(rows), 0), "
            "coalesce(sum(length(text)), 0), (SELECT count(*) FROM indicators), "
            "(SELECT count(*) FROM places WHERE relation != 'self') FROM documents"
        )
        names = ("documents", "chunks", "rows", "characters", "indicators", "duplicates")
        with self._reading() as connection:
            row = connection.execute(counts).fetchone()
            sizes = {
                name: sum(path.stat().st_size for path in self._edition.glob(pattern))
                for name, pattern in _PARTS.items()
            }
        result: dict[str, Any] = dict(zip(names, row, strict=True))
        return {
            **result,
            "generation": self.generation(),
            "versions": self.versions(),
            "bytes": sizes,
        }

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        """Give the connection to one thread, on the current edition, with stale caches dropped."""
        with self._lock, mapped_errors():
            edition = current_edition(self._home)
            if self._connection is None or edition != self._edition:
                self.close()
                self._edition, self._connection = edition, connect(edition)
                self._data_version = -1
            (version,) = self._connection.execute("PRAGMA data_version").fetchone()
            if version != self._data_version:
                self._data_version, self._profiles, self._generation = version, None, ""
                self._load_document.cache_clear()
                self._load_indicators.cache_clear()
                self._chunks.clear()
            yield self._connection

    def _read_document(self, source: str) -> Document:
        assert self._connection is not None
        document = read_document(self._connection, source)
        if document is None:
            raise StoreError(f"索引里没有文档 {source};用 quwen status 看看有哪些。")
        return document


def _meta(connection: Connection, key: str) -> str:
    (value,) = connection.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
    return str(value)
