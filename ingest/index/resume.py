"""Vectors that an endpoint gave to an ingest which then failed: the next one does not ask again.

They lie beside the index, one file for each model, from the first request until an ingest finishes.
A record is the hash of a text and its vector; what a kill cut off at the end is ignored.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.errors import IndexMismatchError, IndexMissingError, ModelError
from assistant.index.catalog_writer import embedded_with
from assistant.index.editions import current_edition, index_folder
from assistant.index.store import DIMENSION
from assistant.models.embeddings import Embedding, make_embedding
from assistant.settings import Settings

if TYPE_CHECKING:
    import numpy as np

    from assistant.models.embeddings import Vectors

_MOST_BYTES = 2**30  # what comes after is asked for again
_KEY_BYTES = 16
AGAIN = ",然后再运行一次同样的命令:已经算好的 {} 段文本的向量不会重算。"


class ResumedEmbedding:
    """An endpoint's embedding that does not ask for what an ingest before this one was given."""

    semantic = True

    def __init__(self, embedding: Embedding, settings: Settings) -> None:
        self._embedding = embedding
        self._folder = index_folder(settings.home)
        self._batch = settings.embedding_batch
        self.name = embedding.name

    @property
    def dimension(self) -> int:
        """Length of a vector."""
        return self._embedding.dimension

    def embed_texts(self, texts: Sequence[str]) -> Vectors:
        """Return one vector a row, from the file or from the endpoint.

        Raises:
            ModelError: the endpoint failed; what it gave before is kept.
            IndexMismatchError: it changed the length of its vectors.
        """
        import numpy as np

        keys = [hashlib.blake2b(text.encode(), digest_size=_KEY_BYTES).digest() for text in texts]
        vectors = np.zeros((len(texts), self.dimension), dtype=np.float32)
        missing = []
        for row, key in enumerate(keys):
            place = self._places.get(key)
            if place is None:
                missing.append(row)
            else:
                vectors[row] = self._read(place)
        for start in range(0, len(missing), self._batch):
            rows = missing[start : start + self._batch]
            vectors[rows] = self._ask([texts[row] for row in rows])
            self._append([keys[row] for row in rows], vectors[rows])
        return vectors

    def _ask(self, texts: Sequence[str]) -> Vectors:
        try:
            vectors = self._embedding.embed_texts(texts)
        except ModelError as exc:
            kept = self._path.stat().st_size // self._record.itemsize if self._path.exists() else 0
            raise (ModelError(str(exc).rstrip("。") + AGAIN.format(kept)) if kept else exc) from exc
        if vectors.shape[1] != self.dimension:
            raise IndexMismatchError(DIMENSION.format(self.dimension, self.name, vectors.shape[1]))
        return vectors

    @cached_property
    def _path(self) -> Path:
        digest = hashlib.sha256(f"{self.name}\0{self.dimension}".encode()).hexdigest()[:16]
        return self._folder / f"unfinished-{digest}.vectors"

    @cached_property
    def _record(self) -> np.dtype[Any]:
        import numpy as np

        return np.dtype([("key", f"V{_KEY_BYTES}"), ("vector", "<f4", (self.dimension,))])

    @cached_property
    def _places(self) -> dict[bytes, int]:
        """Number of the record of each text that an ingest before this one left."""
        import numpy as np

        whole = self._path.stat().st_size // self._record.itemsize if self._path.exists() else 0
        if not whole:
            return {}
        rows = np.memmap(self._path, dtype=self._record, mode="r", shape=(whole,))
        return {key.tobytes(): number for number, key in enumerate(np.array(rows["key"]))}

    def _read(self, place: int) -> Vectors:
        import numpy as np

        size = self._record.itemsize
        with self._path.open("rb") as file:
            file.seek(place * size + _KEY_BYTES)
            return np.frombuffer(file.read(size - _KEY_BYTES), dtype="<f4")

    def _append(self, keys: Sequence[bytes], vectors: Vectors) -> None:
        size = self._record.itemsize
        self._folder.mkdir(parents=True, exist_ok=True)
        with self._path.open("ab") as file:
            file.truncate(file.tell() // size * size)
            if file.tell() + len(keys) * size <= _MOST_BYTES:
                pairs = zip(keys, vectors.astype("<f4"), strict=True)
                file.write(b"".join(key + vector.tobytes() for key, vector in pairs))


def make_resumed(embedding: Embedding, settings: Settings) -> Embedding:
    """Return an embedding that resumes if it costs requests; the built-in one as it is."""
    if not embedding.semantic:
        return embedding
    return ResumedEmbedding(embedding, settings)


def embedding_notice(settings: Settings) -> str:
    """Return what a rebuild will ask of the embedding, in one sentence; "" if that is nothing new.

    An endpoint takes time and perhaps money, and another model makes every vector anew.
    """
    try:
        before, chunks = embedded_with(current_edition(settings.home))
    except IndexMissingError:
        return ""
    embedding = make_embedding(settings)
    if before in ("", embedding.name):
        change = f"用 {embedding.name} " if embedding.semantic else ""
    else:
        change = f"向量模型由 {before} 改为 {embedding.name},"
    if not (change and chunks):
        return ""
    requests = -(-chunks // settings.embedding_batch)
    cost = f",向接口请求约 {requests} 次" if embedding.semantic else ""
    return f"{change}将重新计算全部文本(现有 {chunks} 段)的向量{cost}。"


def forget_unfinished(home: Path) -> None:
    """Delete what was kept: an ingest has finished, and everything stands in the index."""
    for path in index_folder(home).glob("unfinished-*.vectors"):
        path.unlink(missing_ok=True)
