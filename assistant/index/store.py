"""The vector store: a Chroma collection of the chunks of an edition.

Chroma finds what is near; what a chunk says is the catalog's business. Each vector stands under the
entry of its document, and carries the chunk's metadata for programs that read the collection alone.
"""

from __future__ import annotations

import threading
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.errors import IndexMismatchError, StoreError
from assistant.index.editions import current_edition
from assistant.models.embeddings import Embedding
from assistant.schema import Chunk

if TYPE_CHECKING:
    from chromadb.api import ClientAPI
    from chromadb.api.models.Collection import Collection as ChromaCollection

    from assistant.models.embeddings import Vectors

COLLECTION = "chunks"
DAMAGED = "向量索引读不出来({});请运行 quwen ingest --rebuild 重建。"
MISMATCH = "索引用的向量模型是 {},现在设置的是 {};请运行 quwen ingest --rebuild 重建,或改回设置。"
DIMENSION = (
    "索引里的向量有 {} 维,模型 {} 现在给出 {} 维;"
    "请运行 quwen ingest --rebuild 重建,或改回原来的模型。"
)


class VectorStore:
    """Searches the vectors of a home; follows every later ingest."""

    def __init__(self, home: Path, embedding: Embedding) -> None:
        self._home = home
        self._embedding = embedding
        self._edition = Path()
        self._state = 0
        self._collection: ChromaCollection | None = None
        self._lock = threading.Lock()

    @classmethod
    def open(cls, home: Path, embedding: Embedding) -> VectorStore:
        """Open the vectors of ``home``.

        Raises:
            IndexMissingError: there is no index.
            IndexMismatchError: it was made with another embedding.
            StoreError: it cannot be read.
        """
        store = cls(home, embedding)
        store._current()
        return store

    def query(
        self, text: str, top_k: int, sources: Collection[str] | None = None
    ) -> list[tuple[str, float]]:
        """Return ids and cosine similarities of the chunks nearest to ``text``.

        ``sources`` limits the search to these documents.

        Raises:
            ModelError: the endpoint failed.
            IndexMismatchError: it gives vectors of another length than those of the index.
        """
        if top_k < 1 or (sources is not None and not sources):
            return []
        collection = self._current()
        vector = self._embedding.embed_texts([text])
        _check_dimension(collection, vector, self._embedding)
        where: Any = None if sources is None else {"source": {"$in": list(sources)}}
        with _mapped_errors():
            # After an ingest was killed a chunk may stand here twice: ask for some more.
            found = collection.query(
                query_embeddings=vector,
                n_results=top_k + 10,
                where=where,
                include=["metadatas", "distances"],
            )
        best: dict[str, float] = {}
        rows, distances = (found["metadatas"] or [[]])[0], (found["distances"] or [[]])[0]
        for metadata, distance in zip(rows, distances, strict=True):
            if metadata:  # none where another process has just taken the document out
                name = str(metadata["chunk"])
                best[name] = max(1.0 - float(distance), best.get(name, -1.0))
        return sorted(best.items(), key=lambda pair: (-pair[1], pair[0]))[:top_k]

    def _current(self) -> ChromaCollection:
        """Give the collection as the last ingest left it."""
        edition = current_edition(self._home)
        state = (edition / "catalog.sqlite3").stat().st_mtime_ns
        with self._lock:
            if self._collection is None or (edition, state) != (self._edition, self._state):
                self._collection = self._open(edition)
                self._edition, self._state = edition, state
            return self._collection

    def _open(self, edition: Path) -> ChromaCollection:
        with _mapped_errors():
            _forget_clients()
            collection = _client(edition).get_collection(COLLECTION, embedding_function=None)
        made_with = str((collection.metadata or {}).get("embedding"))
        if made_with != self._embedding.name:
            raise IndexMismatchError(MISMATCH.format(made_with, self._embedding.name))
        return collection


class VectorWriter:
    """Writes the vectors of an edition, each document's under its entry."""

    def __init__(self, edition: Path, embedding: Embedding) -> None:
        self._embedding = embedding
        with _mapped_errors():
            _forget_clients()
            self._client = _client(edition)
            self._collection = self._client.get_or_create_collection(
                COLLECTION,
                embedding_function=None,
                configuration={"hnsw": {"space": "cosine"}},
                metadata={"embedding": embedding.name, "dimension": embedding.dimension},
            )
            self._most = self._client.get_max_batch_size()

    def add(self, chunks: Iterable[tuple[int, Chunk]]) -> None:
        """Embed chunks and keep them, each with the entry of its document.

        Raises:
            ModelError: the endpoint failed; what was added before stays, under entries known.
            IndexMismatchError: the endpoint gives vectors of another length than before.
        """
        waiting = list(chunks)
        for start in range(0, len(waiting), self._most):
            batch = waiting[start : start + self._most]
            vectors = self._embedding.embed_texts([chunk.indexed_text for _, chunk in batch])
            _check_dimension(self._collection, vectors, self._embedding)
            with _mapped_errors():
                self._collection.upsert(
                    ids=[f"{entry}/{chunk.id}" for entry, chunk in batch],
                    embeddings=vectors,
                    metadatas=[_metadata(entry, chunk) for entry, chunk in batch],
                )

    def delete(self, entries: Sequence[int]) -> None:
        """Take out everything that was added under these entries."""
        with _mapped_errors():
            for start in range(0, len(entries), 100):
                few: Any = {"$in": list(entries[start : start + 100])}
                self._collection.delete(where={"entry": few})

    def count(self) -> int:
        """Return how many chunks are kept."""
        with _mapped_errors():
            return self._collection.count()

    def probe(self) -> None:
        """Ask a question, as readers will.

        Raises:
            StoreError: the collection cannot answer, after a kill in the middle of a write say.
        """
        vector = self._embedding.embed_texts(["探"])
        with _mapped_errors():
            self._collection.query(query_embeddings=vector, n_results=1, include=["metadatas"])


def _check_dimension(collection: ChromaCollection, vectors: Vectors, embedding: Embedding) -> None:
    """Refuse vectors that cannot be compared with those kept: a server may change its model."""
    kept = int((collection.metadata or {}).get("dimension") or vectors.shape[1])
    if vectors.shape[1] != kept:
        raise IndexMismatchError(DIMENSION.format(kept, embedding.name, vectors.shape[1]))


def _metadata(entry: int, chunk: Chunk) -> dict[str, Any]:
    """Return what a program that reads the collection alone needs; Chroma takes no lists."""
    return {
        "entry": entry,
        "chunk": chunk.id,
        "source": chunk.source,
        "start": chunk.start,
        "end": chunk.end,
        "title": chunk.title,
        "district": chunk.district,
        "period": chunk.period,
        "document_kind": chunk.document_kind,
        "kind": chunk.kind,
        "section_path": " / ".join(chunk.section_path),
        "row": -1 if chunk.row is None else chunk.row,
    }


def _client(edition: Path) -> ClientAPI:
    import chromadb
    from chromadb.config import Settings

    folder = edition / "chroma"
    folder.mkdir(exist_ok=True)
    return chromadb.PersistentClient(str(folder), settings=Settings(anonymized_telemetry=False))


def _forget_clients() -> None:
    """Make Chroma read its files anew at the next opening.

    A client keeps vectors in memory that other processes have changed since, and opening the same
    folder again gives the same client. Clients in use go on working.
    """
    from chromadb.api.shared_system_client import SharedSystemClient

    SharedSystemClient.clear_system_cache()


@contextmanager
def _mapped_errors() -> Iterator[None]:
    from chromadb.errors import ChromaError

    try:
        yield
    except (ChromaError, ValueError, RuntimeError, OSError, KeyError) as exc:
        raise StoreError(DAMAGED.format(exc)) from exc
