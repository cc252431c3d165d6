"""An ingest that is killed: the index goes on answering, and the next ingest completes it.

``python tests/ingest/test_kill.py 50`` runs fifty rounds.
"""

from __future__ import annotations

import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from chromadb.api.shared_system_client import SharedSystemClient

from assistant.errors import IndexMissingError
from assistant.index.catalog import Catalog
from assistant.index.catalog_writer import CatalogWriter
from assistant.index.editions import current_edition
from assistant.index.lexical import LexicalIndex, count_units
from assistant.index.store import VectorStore, VectorWriter
from assistant.language.tokenizer import tokens
from assistant.models.embeddings import HashedNgrams
from assistant.settings import Settings
from ingest.index.pipeline import ingest

ROOT = Path(__file__).resolve().parents[2]
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))
QUESTIONS = ("老旧小区改造完成情况", "地区生产总值增长目标", "谁牵头")

_CHILD = """
import sys
from pathlib import Path
import chromadb, tantivy
from assistant.settings import Settings
from ingest.index.pipeline import ingest
print("ready", flush=True)
ingest([Path(sys.argv[1])], Settings(home=Path(sys.argv[2])), rebuild=sys.argv[3] == "rebuild")
print("done", flush=True)
"""


def make_folders(folder: Path) -> tuple[Path, Path]:
    """Return a folder of documents before and after a day's changes."""
    before, after = folder / "before", folder / "after"
    for state in (before, after):
        state.mkdir(parents=True)
        for path in SEEDS:
            shutil.copy(path, state)
    first, second, third, fourth, _ = (path.name for path in SEEDS)
    text = (after / first).read_text("utf-8")
    (after / first).write_text(text.replace("5.5%", "5.6%"), "utf-8")
    (after / second).unlink()
    (after / third).rename(after / "renamed.txt")
    shutil.copy(after / fourth, after / "copy.txt")
    (after / "new.txt").write_text(text.replace("钱塘", "临平"), "utf-8")
    return before, after


def run_and_kill(folder: Path, home: Path, delay: float, mode: str) -> bool:
    """Ingest in a process of its own, kill it after ``delay`` seconds, tell whether it was done."""
    child = subprocess.Popen(
        [sys.executable, "-c", _CHILD, str(folder), str(home), mode],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert child.stdout is not None
    assert child.stdout.readline().strip() == "ready", child.communicate()[1]
    time.sleep(delay)
    child.send_signal(signal.SIGKILL)
    return "done" in child.communicate()[0]


def state(home: Path) -> dict[str, Any]:
    """Return all that the catalog holds, without the numbers that count its writings."""
    catalog = Catalog.open(home)
    documents = {source: catalog.document(source) for source in catalog.sources()}
    paths = {source: [path.name for path in catalog.paths(source)] for source in documents}
    catalog.close()
    return {"documents": documents, "paths": paths}


def check_answers(home: Path) -> None:
    """Assert that both legs find passages which the catalog knows."""
    catalog = Catalog.open(home)
    lexical, vectors = LexicalIndex.open(home), VectorStore.open(home, HashedNgrams())
    for question in QUESTIONS:
        words = [(token, 1.0) for token in tokens(question)]
        hits = [hit.chunk_id for hit in lexical.search(words, top_k=30)]
        near = [chunk_id for chunk_id, _ in vectors.query(question, 30)]
        assert len(catalog.chunks(hits)) >= 10
        assert len(catalog.chunks(near)) >= 10
    catalog.close()


def check_stores(home: Path) -> None:
    """Assert that the two other stores hold the catalog's chunks and nothing else."""
    edition = current_edition(home)
    writer = CatalogWriter(edition)
    entries = writer.entries()
    documents = [writer.document(name) for name in entries]
    expected = {f"{entries[d.id]}/{chunk.id}" for d in documents if d for chunk in d.chunks}
    assert not writer.unfinished()
    writer.close()
    assert count_units(edition) == len(expected)
    vectors = VectorWriter(edition, HashedNgrams())
    assert set(vectors._collection.get(include=[])["ids"]) == expected


class Trial:
    """A folder whose documents change, and what an undisturbed ingest makes of it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.before, self.after = make_folders(folder)
        self._lay(self.before)
        self.first, _ = self._ingest(), shutil.copytree(self.place, folder / "base")
        self._lay(self.after, folder / "base")
        started = time.perf_counter()
        self.last = self._ingest()
        self.seconds = time.perf_counter() - started

    @property
    def place(self) -> Path:
        return self.folder / "trial"

    def round(self, delay: float, mode: str) -> str:
        """Kill one ingest, look at the index as a reader does, complete it, compare."""
        self._lay(self.after, None if mode == "first" else self.folder / "base")
        done = run_and_kill(self.place / "documents", self.place / "home", delay, mode)
        try:
            seen = state(self.place / "home")
        except IndexMissingError:
            assert mode == "first"
        else:
            assert seen in (self.first, self.last)
            check_answers(self.place / "home")
        assert self._ingest() == self.last
        check_stores(self.place / "home")
        return "done" if done else "killed"

    def _lay(self, documents: Path, base: Path | None = None) -> None:
        shutil.rmtree(self.place, ignore_errors=True)
        if base:
            shutil.copytree(base, self.place)
            shutil.rmtree(self.place / "documents")
        shutil.copytree(documents, self.place / "documents")

    def _ingest(self) -> dict[str, Any]:
        SharedSystemClient.clear_system_cache()  # the folder was replaced under Chroma's client
        ingest([self.place / "documents"], Settings(home=self.place / "home"))
        return state(self.place / "home")


MODES = ("first", "update", "rebuild")


def run_rounds(folder: Path, count: int, seed: int) -> list[str]:
    trial = Trial(folder)
    generator = random.Random(seed)
    results = []
    for number in range(count):
        mode = MODES[number % len(MODES)]
        delay = generator.uniform(0, 1.2 * trial.seconds)
        result = trial.round(delay, mode)
        results.append(f"{mode} {result} after {delay:.2f} s")
    return results


def test_an_ingest_that_is_killed_leaves_the_index_answering_and_is_completed_by_the_next(
    tmp_path: Path,
) -> None:
    results = run_rounds(tmp_path, len(MODES), seed=7)
    assert len(results) == len(MODES)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as temporary:
        for line in run_rounds(Path(temporary), int(sys.argv[1]), seed=int(time.time())):
            sys.stdout.write(line + "\n")
