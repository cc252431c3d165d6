"""One ingest under way: which files changed, what becomes of each document, who takes it over."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from assistant.errors import UnreadableError
from assistant.index.catalog_records import Place, Relation
from assistant.index.catalog_writer import counts_of
from assistant.schema import Document
from assistant.settings import Settings
from ingest.index.duplicates import same_body, sketch
from ingest.index.report import IngestedDocument, Status, describe, failure
from ingest.index.workers import Job, Outcome, understand_all, understand_bytes
from ingest.index.writer import FileWrite, IndexWriter
from ingest.profile.overrides import Overrides, load_overrides
from ingest.readers.formats import is_archive, load_file, unpack
from ingest.understanding import understanding_version

# Called with the number of files done, the number of all, and the name of the next one.
Progress = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True)
class _File:
    """A file to bring in. ``stamp`` changes with its bytes, the rules, and what a person said."""

    path: Path
    key: str
    stamp: str
    said: Overrides
    remembered: Overrides
    changed: bool


class Session:
    """Brings the documents of files into the index; keeps each body once."""

    def __init__(
        self,
        writer: IndexWriter,
        settings: Settings,
        overrides: Overrides,
        remembered: Mapping[Path, str],
        workers: int | None = 1,
    ) -> None:
        self._writer = writer
        self._workers = workers
        self._settings = settings
        self._overrides = overrides
        known = writer.catalog.stamps()
        self._stamps = {key: stamp for key, (stamp, _) in known.items()}
        self._remembered = {key: said for key, (_, said) in known.items()}
        self._remembered |= {self._key(path): said for path, said in remembered.items()}
        self._places: dict[str, list[Place]] = {}
        for place in writer.catalog.places():
            self._places.setdefault(place.path, []).append(place)
        # Documents whose own file changed or is gone: each is written again, or taken over by
        # another file that holds it, or removed at the end.
        self._leaving: set[str] = set()
        self._names: set[str] = set()
        self._sources: dict[str, str] = {}
        self._refilled: set[tuple[str, str]] = set()

    def bring_in(
        self, paths: Sequence[Path], asked: Sequence[Path], progress: Progress | None
    ) -> list[IngestedDocument]:
        """Bring in the files ``paths``; files gone from the folders of ``asked`` leave.

        Raises:
            UnreadableError: there is nothing to bring in and nothing to take out.
        """
        gone = self._gone(paths, asked)
        if not paths and not gone:
            folders = "、".join(map(str, asked))
            raise UnreadableError(f"{folders} 里没有能读的文档;请换一个文件夹,或直接给出文件。")
        files = self._plan([self._file(path) for path in paths], gone)
        outcomes = understand_all(self._jobs(files), self._workers)
        lines: list[IngestedDocument] = []
        for done, file in enumerate(files):
            if progress:
                progress(done, len(files), file.path.name)
            if file.changed:
                lines += self._bring_in_file(file, outcomes)
            else:
                lines += self._unchanged(file)
        return lines + self._take_out(gone)

    def _key(self, path: Path) -> str:
        """Return the name of a file in the catalog: seen from the home, so that both may move."""
        try:
            return Path(os.path.relpath(path, self._settings.home)).as_posix()
        except ValueError:  # another drive
            return path.absolute().as_posix()

    def _file(self, path: Path) -> _File:
        key = self._key(path)
        remembered = self._overrides.over(Overrides.from_json(self._remembered.get(key, "{}")))
        said = remembered.over(load_overrides(path))
        digest = hashlib.sha256(f"{understanding_version()}\0{said.to_json()}\0".encode())
        try:
            digest.update(load_file(path, self._settings))
        except UnreadableError:
            return _File(
                path, key, "", said, remembered, changed=True
            )  # reported when its turn comes
        stamp = digest.hexdigest()
        return _File(path, key, stamp, said, remembered, changed=self._stamps.get(key) != stamp)

    def _gone(self, paths: Sequence[Path], asked: Sequence[Path]) -> list[str]:
        """Return the known files that have vanished from the folders asked for."""
        found = {self._key(path) for path in paths}
        folders = [PurePosixPath(self._key(path)) for path in asked if path.is_dir()]
        return [
            key
            for key in self._stamps
            if key not in found and any(PurePosixPath(key).is_relative_to(f) for f in folders)
        ]

    def _plan(self, files: Sequence[_File], gone: Sequence[str]) -> list[_File]:
        """Return the files in order; those that may have to take over a document come last."""
        changed = {file.key for file in files if file.changed} | set(gone)
        for key in changed:
            self._leaving |= {p.document_id for p in self._places.get(key, ()) if _is_own(p)}
        self._names = {
            p.source for key, places in self._places.items() if key not in gone for p in places
        }
        heirs = {
            place.path
            for places in self._places.values()
            for place in places
            if place.document_id in self._leaving
            and not _is_own(place)
            and place.path not in changed
        }
        by_key = {file.key: file for file in files}
        for key in heirs - by_key.keys():
            path = Path(os.path.abspath(self._settings.home / key))
            if path.is_file():
                by_key[key] = self._file(path)
        last = [replace(by_key[key], changed=True) for key in sorted(heirs & by_key.keys())]
        return [file for file in files if file.key not in heirs] + last

    def _jobs(self, files: Sequence[_File]) -> list[Job]:
        """Return what there is to understand, archives aside: they are opened in their turn."""
        jobs = []
        for file in files:
            if file.changed and not is_archive(file.path):
                source = self._source(file, "", file.path.name)
                self._sources[file.key] = source
                jobs.append(Job(file.path, source, file.said, self._settings))
        return jobs

    def _unchanged(self, file: _File) -> list[IngestedDocument]:
        lines = []
        for place in self._places.get(file.key, ()):
            profile, counts = self._writer.catalog.overview(place.document_id)
            lines.append(describe(place.source, profile, counts, "unchanged"))
        return lines

    def _bring_in_file(self, file: _File, outcomes: Iterator[Outcome]) -> list[IngestedDocument]:
        """Bring in a new or changed file; what cannot be read stays in the index as it was."""
        before = {place.member: place for place in self._places.get(file.key, ())}
        lines: list[IngestedDocument] = []
        places: list[Place] = []
        documents: list[Document] = []
        for member, source, outcome in self._outcomes(file, outcomes):
            old = before.get(member)
            if outcome.document is None:
                lines.append(failure(source, outcome.error))
                kept = [old] if old else list(before.values()) if not member else []
                self._leaving -= {place.document_id for place in kept}
                places += kept
                continue
            line, place, changed = self._settle(file, member, outcome.document, old)
            lines.append(replace(line, seconds=round(outcome.seconds, 3)))
            places.append(place)
            if changed:
                documents.append(outcome.document)
        self._refilled |= {(file.key, place.member) for place in places}
        # A failure is reported every time: the file counts as read only when all of it was.
        stamp = file.stamp if all(line.status != "failed" for line in lines) else ""
        if places:
            said = file.remembered.to_json()
            written = tuple((document, sketch(document)) for document in documents)
            self._writer.add(FileWrite(file.key, stamp, said, tuple(places), written))
        return lines

    def _outcomes(
        self, file: _File, outcomes: Iterator[Outcome]
    ) -> Iterator[tuple[str, str, Outcome]]:
        """Give member, source and outcome of each document in a file."""
        if not is_archive(file.path):
            yield "", self._sources[file.key], next(outcomes)
            return
        name = file.path.name
        try:
            parts = list(unpack(load_file(file.path, self._settings), name, self._settings))
        except UnreadableError as exc:
            yield "", name, Outcome(None, str(exc), 0.0)
            return
        for part, content in parts:
            member = part[len(name) + 1 :]
            source = self._source(file, member, part)
            yield member, source, understand_bytes(content, part, source, file.said)

    def _settle(
        self, file: _File, member: str, document: Document, old: Place | None
    ) -> tuple[IngestedDocument, Place, bool]:
        """Return a document's line and place, and whether it is to be written."""
        source, counts = document.source, counts_of(document)
        own = old.document_id if old and _is_own(old) else ""
        twin = self._twin(document, own)
        if twin:
            relation: Relation = "identical" if twin.id == document.id else "near"
            message = f"正文与 {twin.source} 相同,不重复收录"
            line = describe(source, document.profile, counts, "duplicate", message)
            return line, Place(file.key, member, source, twin.id, relation), False
        self._leaving.discard(document.id)
        place = Place(file.key, member, source, document.id, "self")
        stored = self._writer.find(document.id)
        if stored == document:
            return describe(source, document.profile, counts, "unchanged"), place, False
        others = self._writer.catalog.other_versions(document)
        message = f"与 {'、'.join(others)} 同名同区同期,各版本都保留" if others else ""
        status: Status = "replaced" if own or stored else "new"
        return describe(source, document.profile, counts, status, message), place, True

    def _twin(self, document: Document, own: str) -> Document | None:
        """Return the document that already holds this body, if it stays and is not this one."""
        identical = self._writer.find(document.id)
        if identical and identical.id != own and identical.id not in self._leaving:
            return identical
        for other in self._writer.alike(sketch(document)):
            if other.id in (own, document.id) or other.id in self._leaving:
                continue
            if same_body(document, other):
                return other
        return None

    def _source(self, file: _File, member: str, name: str) -> str:
        """Return the name that answers use: the one it has, else the file's.

        Folders go before it where another file has that name.
        """
        for place in self._places.get(file.key, ()):
            if place.member == member:
                return place.source
        parents = list(file.path.parent.parts[1:])
        candidate = name
        while candidate in self._names and parents:
            candidate = f"{parents.pop()}/{candidate}"
        self._names.add(candidate)
        return candidate

    def _take_out(self, gone: Sequence[str]) -> list[IngestedDocument]:
        """Remove the files that are gone, and the documents that no file holds any more."""
        lines = []
        self._writer.remove(gone, sorted(self._leaving))
        for places in self._places.values():
            for place in places:
                if (place.path, place.member) in self._refilled:
                    continue
                if place.path in gone or (_is_own(place) and place.document_id in self._leaving):
                    profile, counts = self._writer.catalog.overview(place.document_id)
                    lines.append(describe(place.source, profile, counts, "removed"))
        return lines


def _is_own(place: Place) -> bool:
    return place.relation == "self"
