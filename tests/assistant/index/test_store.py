"""The vector store: what is near is found, changes are followed, other embeddings are refused."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from assistant.errors import IndexMismatchError, IndexMissingError, StoreError
from assistant.index.catalog import Catalog
from assistant.index.catalog_file import create
from assistant.index.editions import next_edition, publish_edition
from assistant.index.store import VectorStore, VectorWriter
from assistant.models.embeddings import HashedNgrams
from assistant.schema import Chunk

TEXTS = ("新增停车泊位630个", "养老床位120张", "地区生产总值增长4.2%")


class Lengths:
    """Vectors that tell nothing but how long a text is."""

    name = "lengths"
    dimension = 2
    semantic = False

    def embed_texts(self, texts: Sequence[str]) -> NDArray[np.float32]:
        angles = np.array([len(text) / 100 for text in texts])
        return np.stack([np.cos(angles), np.sin(angles)], axis=1).astype(np.float32)


def make_chunks(source: str) -> list[Chunk]:
    return [
        Chunk(f"{source}/{n}", source, 0, len(text), text, section_path=("一、", "(一)"))
        for n, text in enumerate(TEXTS)
    ]


@pytest.fixture
def edition(home: Path) -> Path:
    edition = next_edition(home)
    create(edition, {})
    publish_edition(home, edition)
    VectorWriter(edition, HashedNgrams()).add((1, chunk) for chunk in make_chunks("a.txt"))
    return edition


def test_the_nearest_chunk_comes_first_with_its_similarity(home: Path, edition: Path) -> None:
    chunk = make_chunks("a.txt")[1]
    hits = VectorStore.open(home, HashedNgrams()).query(chunk.indexed_text, 2)
    assert hits[0] == ("a.txt/1", pytest.approx(1.0, abs=1e-4))
    assert len(hits) == 2
    assert hits[1][1] < 0.9


def test_only_the_sources_asked_for_are_searched(home: Path, edition: Path) -> None:
    VectorWriter(edition, HashedNgrams()).add((2, chunk) for chunk in make_chunks("b.txt"))
    store = VectorStore.open(home, HashedNgrams())
    assert {name for name, _ in store.query("车位", 10, ["b.txt"])} == {
        f"b.txt/{n}" for n in range(3)
    }
    assert store.query("车位", 10, []) == []


def test_a_chunk_left_twice_by_a_kill_is_found_once(home: Path, edition: Path) -> None:
    VectorWriter(edition, HashedNgrams()).add((2, chunk) for chunk in make_chunks("a.txt"))
    names = [name for name, _ in VectorStore.open(home, HashedNgrams()).query("新增停车泊位", 10)]
    assert sorted(names) == ["a.txt/0", "a.txt/1", "a.txt/2"]


def test_deleting_an_entry_leaves_the_others(home: Path, edition: Path) -> None:
    writer = VectorWriter(edition, HashedNgrams())
    writer.add((2, chunk) for chunk in make_chunks("b.txt"))
    writer.delete([1])
    assert writer.count() == 3
    assert {name for name, _ in VectorStore.open(home, HashedNgrams()).query("床位", 9)} == {
        f"b.txt/{n}" for n in range(3)
    }


def test_an_index_of_another_embedding_is_refused(home: Path, edition: Path) -> None:
    with pytest.raises(IndexMismatchError, match=r"hashed-ngrams.*lengths.*--rebuild"):
        VectorStore.open(home, Lengths())


def test_vectors_of_another_length_are_refused_with_the_way_out(home: Path, edition: Path) -> None:
    changed = Lengths()
    changed.name = HashedNgrams.name
    said = r"256 维,模型 hashed-ngrams.* 2 维.*quwen ingest --rebuild"
    with pytest.raises(IndexMismatchError, match=said):
        VectorStore.open(home, changed).query("车位", 3)
    with pytest.raises(IndexMismatchError, match=said):
        VectorWriter(edition, changed).add((9, chunk) for chunk in make_chunks("b.txt"))


def test_a_missing_or_damaged_store_is_told(home: Path, edition: Path, tmp_path: Path) -> None:
    with pytest.raises(IndexMissingError):
        VectorStore.open(tmp_path / "elsewhere", HashedNgrams())
    other = next_edition(home)
    create(other, {})
    publish_edition(home, other)
    with pytest.raises(StoreError, match="--rebuild"):
        VectorStore.open(home, HashedNgrams())


def test_the_collection_alone_serves_other_programs(seed_index: Path) -> None:
    catalog = Catalog.open(seed_index)
    collection = VectorStore.open(seed_index, HashedNgrams())._current()
    stored = collection.get(include=["metadatas"])
    for metadata in (stored["metadatas"] or [])[::9]:
        (chunk,) = catalog.chunks([str(metadata["chunk"])]).values()
        assert metadata["source"] == chunk.source
        assert metadata["section_path"] == " / ".join(chunk.section_path)
        assert (metadata["start"], metadata["end"]) == (chunk.start, chunk.end)
