"""An ingest from files to index: what changed is found out, read, understood and written.

Nothing is done twice: a file is read again only if its bytes, the rules or what a person said about
it changed. A document that stands in several files is kept once, with all its places.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Sequence
from contextlib import nullcontext
from pathlib import Path

from assistant.errors import IndexMissingError, UnreadableError
from assistant.index.catalog_file import mapped_errors
from assistant.index.catalog_records import Place
from assistant.index.catalog_writer import remembered_files
from assistant.index.editions import current_edition
from assistant.models.embeddings import make_embedding
from assistant.settings import Settings
from ingest.index.report import IngestedDocument, IngestReport
from ingest.index.resume import forget_unfinished, make_resumed
from ingest.index.session import Progress, Session
from ingest.index.writer import FileWrite, IndexWriter, writing_lock
from ingest.profile.overrides import Overrides
from ingest.readers.formats import is_document
from ingest.understanding import understand

__all__ = [
    "IngestReport",
    "IngestedDocument",
    "Progress",
    "ingest",
    "remove",
    "understand",
]


def ingest(
    paths: Sequence[Path],
    settings: Settings,
    *,
    rebuild: bool = False,
    dry_run: bool = False,
    overrides: Overrides | None = None,
    progress: Progress | None = None,
    workers: int | None = 1,
) -> IngestReport:
    """Bring the index in line with files and folders; other documents in it stay as they are.

    ``rebuild`` makes the index anew, of these files and all that were read before. ``dry_run``
    only reports. ``overrides`` are remembered for these files until others are given. ``workers``
    processes understand many files side by side, None for as many as the machine has; a script
    that asks for more than one needs the usual ``if __name__ == "__main__"``.

    Raises:
        UnreadableError: a path does not exist, or a folder holds no document.
        LockedError: somebody else is writing.
        IndexMismatchError: the index is of another version; ``rebuild`` mends it.
        ModelError: the embedding endpoint failed; the batches written before stand, and vectors
            that were computed are not asked for again.
    """
    started = time.perf_counter()
    # Says what is wrong with the paths before anything is made.
    find_files(paths, settings.home)
    with nullcontext() if dry_run else writing_lock(settings.home), mapped_errors():
        remembered = _remembered(settings.home) if rebuild else {}
        open_index = IndexWriter.rehearse if dry_run else IndexWriter.open
        embedding = make_resumed(make_embedding(settings), settings)
        writer = open_index(settings.home, embedding, rebuild=rebuild)
        try:
            files = [*paths, *(path for path in remembered if path.is_file())]
            session = Session(writer, settings, overrides or Overrides(), remembered, workers)
            lines = session.bring_in(find_files(files, settings.home), paths, progress)
            writer.finish()
            if not dry_run:
                forget_unfinished(settings.home)
        finally:
            writer.close()
    return IngestReport(tuple(lines), round(time.perf_counter() - started, 3), dry_run)


def remove(sources: Sequence[str], settings: Settings) -> list[str]:
    """Take documents out of the index and return the names that were there.

    Their files stay where they are; a file that is still in a folder comes back when that folder is
    ingested again.

    Raises:
        LockedError: somebody else is writing.
        IndexMissingError: there is no index.
    """
    current_edition(settings.home)
    with writing_lock(settings.home), mapped_errors():
        writer = IndexWriter.open(settings.home, make_embedding(settings), rebuild=False)
        try:
            places = writer.catalog.places()
            ids = {p.document_id for p in places if p.source in sources and p.relation == "self"}
            _take_out(writer, places, ids)
            writer.finish()
        finally:
            writer.close()
    return [p.source for p in places if p.document_id in ids and p.relation == "self"]


def _take_out(writer: IndexWriter, places: Sequence[Place], ids: set[str]) -> None:
    """Remove documents and the files that held nothing else; an archive keeps its other members."""
    stamps = writer.catalog.stamps()
    emptied = []
    for path in sorted({place.path for place in places if place.document_id in ids}):
        left = [p for p in places if p.path == path and p.document_id not in ids]
        if left:
            writer.add(FileWrite(path, *stamps[path], tuple(left), ()))
        else:
            emptied.append(path)
    writer.remove(emptied, sorted(ids))


def find_files(paths: Iterable[Path], home: Path) -> list[Path]:
    """Return the files to read: those named, and the documents in the folders named, sorted.

    Raises:
        UnreadableError: a path does not exist, or there is no document at all.
    """
    files: list[Path] = []
    for path in paths:
        if path.is_dir():
            files += _documents_below(path, home)
        elif path.exists():
            files.append(path)
        else:
            raise UnreadableError(f"找不到 {path};请检查路径。")
    return list(dict.fromkeys(Path(os.path.abspath(file)) for file in files))


def _documents_below(folder: Path, home: Path) -> list[Path]:
    found: list[Path] = []
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(
            name
            for name in folders
            if not name.startswith(".") and Path(parent, name).resolve() != home.resolve()
        )
        found += [Path(parent, name) for name in sorted(names) if is_document(Path(name))]
    return found


def _remembered(home: Path) -> dict[Path, str]:
    """Return the files read so far and what was said about them."""
    try:
        files = remembered_files(current_edition(home))
    except IndexMissingError:
        return {}
    return {Path(os.path.abspath(home / key)): said for key, said in files.items()}
