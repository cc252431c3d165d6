"""The index as it is written: three stores that a kill at any moment must not leave at odds.

A batch goes lexical → vectors → catalog, the catalog in one transaction and last; only then is what
the batch replaced taken out of the other two. Readers ask the catalog what counts, so that they see
the old state or the new one and nothing between.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from assistant.errors import IndexMismatchError, IndexMissingError, LockedError, StoreError
from assistant.index import catalog_file
from assistant.index.catalog_records import Place
from assistant.index.catalog_writer import CatalogWriter
from assistant.index.editions import (
    current_edition,
    index_folder,
    next_edition,
    publish_edition,
    remove_other_editions,
)
from assistant.index.lexical import LexicalWriter, count_units
from assistant.index.store import MISMATCH, VectorWriter
from assistant.models.embeddings import Embedding
from assistant.schema import Document

# Chunks collected before they are written: a thousand small files take few commits.
_BATCH = 2000


@contextmanager
def writing_lock(home: Path) -> Iterator[None]:
    """Be the one who writes.

    Raises:
        LockedError: somebody else is.
    """
    from filelock import FileLock, Timeout

    index_folder(home).mkdir(parents=True, exist_ok=True)
    lock = FileLock(index_folder(home) / "lock", timeout=0)
    try:
        lock.acquire()
    except Timeout as exc:
        raise LockedError("另一个 quwen ingest 正在写索引;请等它结束后再运行。") from exc
    try:
        yield
    finally:
        lock.release()


@dataclass(frozen=True, slots=True)
class FileWrite:
    """What one file brings: where documents were seen in it, and those that are new or changed."""

    path: str
    stamp: str
    overrides: str
    places: tuple[Place, ...]
    documents: tuple[tuple[Document, list[int]], ...]


class IndexWriter:
    """Collects what files bring and writes it in batches. Use ``open`` and ``close``."""

    def __init__(self, home: Path, embedding: Embedding, edition: Path, *, fresh: bool) -> None:
        self._home = home
        self._embedding = embedding
        self._edition = edition
        self._fresh = fresh
        self._rehearsal = False
        self._batch: list[FileWrite] = []
        self._removed_files: list[str] = []
        self._removed_documents: list[str] = []
        self.catalog = CatalogWriter(edition)
        self._lexical: LexicalWriter | None = None
        self._vectors: VectorWriter | None = None

    @classmethod
    def open(cls, home: Path, embedding: Embedding, *, rebuild: bool) -> IndexWriter:
        """Open the current edition, or a new one that readers see when it is complete.

        Raises:
            IndexMismatchError: the index was written by another version or embedding.
        """
        remove_other_editions(home)
        try:
            edition = None if rebuild else current_edition(home)
        except IndexMissingError:
            edition = None
        if edition is None:
            edition = next_edition(home)
            made_with = {"embedding": embedding.name, "dimension": str(embedding.dimension)}
            catalog_file.create(edition, made_with)
            return cls(home, embedding, edition, fresh=True)
        writer = cls(home, embedding, edition, fresh=False)
        made_with_name = writer.catalog.versions().get("embedding", "")
        if made_with_name != embedding.name:
            writer.catalog.close()
            raise IndexMismatchError(MISMATCH.format(made_with_name, embedding.name))
        if writer.catalog.unfinished():
            writer._recover()
        return writer

    @classmethod
    def rehearse(cls, home: Path, embedding: Embedding, *, rebuild: bool) -> IndexWriter:
        """Open the current edition, or an empty one, for an ingest that writes nothing."""
        if not rebuild and _has_index(home):
            writer = cls(home, embedding, current_edition(home), fresh=False)
        else:
            edition = Path(tempfile.mkdtemp(prefix="quwen-"))
            catalog_file.create(edition, {"embedding": embedding.name})
            writer = cls(home, embedding, edition, fresh=True)
        writer._rehearsal = True
        return writer

    def find(self, document_id: str) -> Document | None:
        """Return the document with this id, written or waiting to be."""
        for write in self._batch:
            for document, _ in write.documents:
                if document.id == document_id:
                    return document
        return self.catalog.document(document_id)

    def alike(self, sketch: Sequence[int]) -> Iterator[Document]:
        """Give documents, written or waiting, that may hold the same body."""
        for write in self._batch:
            for document, other in write.documents:
                if len(set(sketch) & set(other)) * 4 >= len(sketch) * 3:
                    yield document
        for document_id in self.catalog.alike(sketch):
            stored = self.catalog.document(document_id)
            if stored is not None:
                yield stored

    def add(self, write: FileWrite) -> None:
        """Take what a file brings; it is written with its batch."""
        self._batch.append(write)
        waiting = sum(len(document.chunks) for w in self._batch for document, _ in w.documents)
        if waiting >= _BATCH:
            self.flush()

    def remove(self, paths: Sequence[str], document_ids: Sequence[str]) -> None:
        """Take files and documents out with the next batch."""
        self._removed_files += paths
        self._removed_documents += document_ids

    def flush(self) -> None:
        """Write the batch: afterwards readers see it whole."""
        documents = [pair for write in self._batch for pair in write.documents]
        if self._rehearsal or not self._has_work():
            return
        entries = self.catalog.announce(len(documents)) if documents else []
        if documents:
            lexical, vectors = self._stores()
            for entry, (document, _) in zip(entries, documents, strict=True):
                lexical.add(entry, document.chunks)
            lexical.commit()
            vectors.add(
                (entry, chunk)
                for entry, (document, _) in zip(entries, documents, strict=True)
                for chunk in document.chunks
            )
        with self.catalog.transaction():
            for entry, (document, sketch) in zip(entries, documents, strict=True):
                self.catalog.replace_document(document, entry=entry, sketch=sketch)
            for write in self._batch:
                self.catalog.replace_file(write.path, write.stamp, write.overrides, write.places)
            for path in self._removed_files:
                self.catalog.remove_file(path)
            for document_id in self._removed_documents:
                self.catalog.remove_document(document_id)
        self._batch, self._removed_files, self._removed_documents = [], [], []
        if self._fresh and not _has_index(self._home):
            self._publish()

    def finish(self) -> None:
        """Write the last batch, sweep what was replaced, and let readers see a rebuilt edition."""
        self.flush()
        if self._rehearsal:
            return
        self._sweep()
        if self._fresh and _has_index(self._home):
            self._publish()

    def close(self) -> None:
        """Let go of the stores."""
        if self._lexical is not None:
            self._lexical.close()
        self.catalog.close()
        if self._fresh:  # nobody has seen it and nobody will
            shutil.rmtree(self._edition, ignore_errors=True)

    def _has_work(self) -> bool:
        return bool(self._batch or self._removed_files or self._removed_documents)

    def _publish(self) -> None:
        self._stores()  # an edition without documents has its empty stores too
        publish_edition(self._home, self._edition)
        self._fresh = False

    def _stores(self) -> tuple[LexicalWriter, VectorWriter]:
        """Open the two other stores at the first need: with nothing new there is none."""
        if self._lexical is None:
            self._lexical = LexicalWriter(self._edition)
        if self._vectors is None:
            self._vectors = VectorWriter(self._edition, self._embedding)
        return self._lexical, self._vectors

    def _sweep(self) -> None:
        """Take out of the stores what the catalog does not know."""
        leftovers = self.catalog.leftovers()
        if leftovers:
            lexical, vectors = self._stores()
            lexical.delete(leftovers)
            lexical.commit()
            vectors.delete(leftovers)
        self.catalog.forget_leftovers()

    def _recover(self) -> None:
        """Complete what a killed ingest left: sweep, and refill stores that the kill damaged."""
        try:
            self._sweep()
            _, vectors = self._stores()
            vectors.probe()
            expected = self.catalog.count_chunks()
            if vectors.count() == expected == count_units(self._edition):
                return
        except StoreError:
            pass  # the stores are made of the catalog again
        self._refill()

    def _refill(self) -> None:
        """Make the stores anew from the catalog, in an edition of their own."""
        self.close()
        self._lexical = self._vectors = None
        edition = next_edition(self._home)
        shutil.copyfile(self._edition / "catalog.sqlite3", edition / "catalog.sqlite3")
        self._edition, self.catalog = edition, CatalogWriter(edition)
        lexical, vectors = self._stores()
        for document_id, entry in self.catalog.entries().items():
            document = self.catalog.document(document_id)
            if document is not None:
                lexical.add(entry, document.chunks)
                vectors.add((entry, chunk) for chunk in document.chunks)
        lexical.commit()
        self.catalog.forget_leftovers()
        publish_edition(self._home, edition)


def _has_index(home: Path) -> bool:
    try:
        current_edition(home)
    except IndexMissingError:
        return False
    return True
