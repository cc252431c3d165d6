"""The SQLite file of the catalog: its tables, opening it, and what it raises in a sentence."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from assistant.errors import IndexMismatchError, StoreError
from assistant.index.editions import expected_versions

Connection = sqlite3.Connection

DAMAGED = "索引读不出来({});请运行 quwen ingest --rebuild 重建。"
MISMATCH = "索引是用另一版本({})建立的;请运行 quwen ingest --rebuild 重建。"
_LABELS = {"index": "索引格式", "tokenizer": "分词", "lexicon": "词典", "embedding": "向量模型"}

_TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE documents (
    id TEXT PRIMARY KEY, source TEXT NOT NULL UNIQUE, entry INTEGER NOT NULL UNIQUE,
    title TEXT NOT NULL, district TEXT NOT NULL,
    chunks INTEGER NOT NULL, rows INTEGER NOT NULL, counts TEXT NOT NULL,
    profile TEXT NOT NULL, record TEXT NOT NULL, text TEXT NOT NULL);
CREATE TABLE chunks (id TEXT PRIMARY KEY, document TEXT NOT NULL, record TEXT NOT NULL);
CREATE INDEX chunks_of ON chunks (document);
CREATE TABLE indicators (
    document TEXT NOT NULL, source TEXT NOT NULL, district TEXT NOT NULL, year TEXT NOT NULL,
    indicator TEXT NOT NULL, name TEXT NOT NULL, record TEXT NOT NULL);
CREATE INDEX indicators_of ON indicators (document);
CREATE INDEX indicators_named ON indicators (indicator);
CREATE INDEX indicators_in ON indicators (district);
CREATE TABLE files (path TEXT PRIMARY KEY, stamp TEXT NOT NULL, overrides TEXT NOT NULL);
CREATE TABLE places (
    path TEXT NOT NULL, member TEXT NOT NULL, source TEXT NOT NULL, document TEXT NOT NULL,
    relation TEXT NOT NULL, PRIMARY KEY (path, member));
CREATE INDEX places_of ON places (document);
CREATE TABLE sketches (hash INTEGER NOT NULL, document TEXT NOT NULL);
CREATE INDEX sketches_hash ON sketches (hash);
CREATE INDEX sketches_of ON sketches (document);
CREATE TABLE pending (entry INTEGER PRIMARY KEY);
"""


def connect(edition: Path) -> Connection:
    """Open the catalog of an edition, if this program can read it."""
    connection = open_unchecked(edition)
    try:
        _check_versions(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def open_unchecked(edition: Path) -> Connection:
    """Open the catalog of an edition, whatever version wrote it."""
    path = edition / "catalog.sqlite3"
    with mapped_errors():
        return sqlite3.connect(
            f"{path.absolute().as_uri()}?mode=rw", uri=True, timeout=10, check_same_thread=False
        )


def create(edition: Path, versions: Mapping[str, str]) -> None:
    """Make the empty catalog of a new edition."""
    with mapped_errors(), closing(sqlite3.connect(edition / "catalog.sqlite3")) as connection:
        connection.executescript(_TABLES)
        rows = {**expected_versions(), **versions, "generation": "0"}
        connection.executemany("INSERT INTO meta VALUES (?, ?)", rows.items())
        connection.commit()


def _check_versions(connection: Connection) -> None:
    written = dict(connection.execute("SELECT key, value FROM meta"))
    for name, expected in expected_versions().items():
        if written.get(name) != expected:
            raise IndexMismatchError(MISMATCH.format(f"{_LABELS[name]}不同"))


@contextmanager
def mapped_errors() -> Iterator[None]:
    """Turn what SQLite raises into a sentence for the person who asks."""
    try:
        yield
    except sqlite3.Error as exc:
        raise StoreError(DAMAGED.format(exc)) from exc


def marks(values: Sequence[object]) -> str:
    """Return as many placeholders as there are values."""
    return ",".join("?" * len(values))


def batches(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    """Cut a long list: SQLite takes 32,766 values in one statement, older builds 999."""
    for start in range(0, len(ids), 900):
        yield ids[start : start + 900]
