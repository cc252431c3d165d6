"""The catalog: what was ingested comes back, changes are seen, bad indexes are told apart."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.errors import IndexMismatchError, IndexMissingError, StoreError
from assistant.index import editions
from assistant.index.catalog import Catalog
from assistant.index.catalog_file import create
from assistant.index.catalog_records import Place
from assistant.index.catalog_writer import CatalogWriter
from assistant.index.editions import current_edition, next_edition, publish_edition
from assistant.schema import Chunk, Document, Indicator, Profile


def make_document(source: str, text: str = "增长5%。", **profile: str) -> Document:
    document_id = f"id-of-{source}-{text}"
    chunk = Chunk(f"{document_id}/0", source, 0, len(text), text)
    figure = Indicator(
        *(source, profile.get("district", ""), "2023-01/2023-11", "地区生产总值", "GDP", "growth"),
        *("5", "%", "actual", 0, len(text), (2, 4)),
    )
    return Document(
        document_id, source, text, Profile(**profile), chunks=(chunk,), indicators=(figure,)
    )


def write(edition: Path, *documents: Document) -> None:
    writer = CatalogWriter(edition)
    entries = writer.announce(len(documents))
    with writer.transaction():
        for entry, document in zip(entries, documents, strict=True):
            writer.replace_document(document, entry=entry, sketch=[entry])
            place = Place(f"../{document.source}", "", document.source, document.id, "self")
            writer.replace_file(place.path, "stamp", "{}", [place])
    writer.close()


@pytest.fixture
def edition(home: Path) -> Path:
    edition = next_edition(home)
    create(edition, {"embedding": "test", "dimension": "2"})
    publish_edition(home, edition)
    return edition


def test_what_was_written_is_read(home: Path, edition: Path) -> None:
    document = make_document("a.txt", title="公报", district="余安区")
    write(edition, document)
    catalog = Catalog.open(home)
    assert catalog.sources() == ["a.txt"]
    assert catalog.document("a.txt") == document
    assert catalog.profiles() == {"a.txt": document.profile}
    first = document.chunks[0]
    assert catalog.chunks([first.id]) == {first.id: first}
    assert catalog.status()["documents"] == 1
    assert catalog.versions()["embedding"] == "test"
    assert catalog.paths("a.txt") == [home.parent / "a.txt"]


def test_unknown_chunks_are_left_out_and_known_ones_keep_the_order_asked_for(
    home: Path, edition: Path
) -> None:
    documents = [make_document(f"{n}.txt") for n in range(1500)]
    write(edition, *documents)
    ids = [document.chunks[0].id for document in reversed(documents)]
    assert list(Catalog.open(home).chunks(["nobody", *ids])) == ids


def test_figures_are_found_by_every_key(home: Path, edition: Path) -> None:
    write(
        edition,
        make_document("a.txt", district="余安区"),
        make_document("b.txt", district="临城区"),
    )
    catalog = Catalog.open(home)
    assert [f.source for f in catalog.indicators(districts=["临城区"])] == ["b.txt"]
    assert len(catalog.indicators(names=["GDP"], years=["2023"])) == 2
    assert catalog.indicators(years=["2022"]) == []
    assert [f.source for f in catalog.indicators(sources=["a.txt"], names=["地区生产总值"])] == [
        "a.txt"
    ]


def test_an_open_catalog_follows_every_change(home: Path, edition: Path) -> None:
    write(edition, make_document("a.txt"))
    catalog = Catalog.open(home)
    before = catalog.generation()
    assert catalog.document("a.txt").text == "增长5%。"
    write(edition, make_document("a.txt", "增长6%。"), make_document("b.txt"))
    assert catalog.generation() != before
    assert catalog.document("a.txt").text == "增长6%。"
    assert catalog.sources() == ["a.txt", "b.txt"]
    other = next_edition(home)
    create(other, {"embedding": "test"})
    publish_edition(home, other)
    assert catalog.sources() == []


def test_no_index_says_how_to_make_one(home: Path) -> None:
    with pytest.raises(IndexMissingError, match="quwen ingest"):
        Catalog.open(home)


@pytest.mark.parametrize("key", ["index", "tokenizer", "lexicon"])
def test_an_index_of_another_version_is_refused_with_the_command_that_mends_it(
    home: Path, edition: Path, key: str
) -> None:
    with sqlite3.connect(edition / "catalog.sqlite3") as connection:
        connection.execute("UPDATE meta SET value = 'other' WHERE key = ?", (key,))
    connection.close()
    with pytest.raises(IndexMismatchError, match="quwen ingest --rebuild"):
        Catalog.open(home)


def test_a_damaged_file_is_refused_with_the_command_that_mends_it(
    home: Path, edition: Path
) -> None:
    (edition / "catalog.sqlite3").write_bytes(b"no database at all" * 100)
    with pytest.raises(StoreError, match="quwen ingest --rebuild"):
        Catalog.open(home)


def test_an_unknown_document_is_told_and_an_unknown_chunk_left_out(
    home: Path, edition: Path
) -> None:
    catalog = Catalog.open(home)
    with pytest.raises(StoreError, match=r"nowhere.txt"):
        catalog.document("nowhere.txt")
    assert catalog.chunks(["nobody"]) == {}


def test_versions_are_documents_of_one_title_district_and_time(home: Path, edition: Path) -> None:
    def report(source: str, text: str, published: str, year: str) -> Document:
        document = make_document(source, text, title="政府工作报告", district="余安区")
        profile = replace(
            document.profile, dates={"published": published}, periods={"reported": year}
        )
        return replace(document, profile=profile)

    write(
        edition,
        report("new.txt", "增长5.1%。", "2024-03-09", "2023"),
        report("old.txt", "增长5%。", "2024-03-01", "2023"),
        report("other.txt", "增长4%。", "2023-03-01", "2022"),
    )
    catalog = Catalog.open(home)
    assert catalog.versions_of("new.txt") == ["old.txt", "new.txt"]
    assert catalog.versions_of("other.txt") == ["other.txt"]


def test_numbers_announced_before_a_kill_are_swept_and_not_given_again(edition: Path) -> None:
    writer = CatalogWriter(edition)
    first = writer.announce(2)
    writer.close()
    writer = CatalogWriter(edition)
    assert writer.unfinished()
    assert writer.leftovers() == first
    assert set(writer.announce(1)).isdisjoint(first)
    writer.forget_leftovers()
    assert not writer.unfinished()


def test_a_failed_transaction_changes_nothing(edition: Path) -> None:
    write(edition, make_document("a.txt"))
    writer = CatalogWriter(edition)

    def fail() -> None:
        with writer.transaction():
            writer.remove_document(make_document("a.txt").id)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert writer.document(make_document("a.txt").id) is not None


def test_an_edition_that_was_not_published_is_removed(home: Path, edition: Path) -> None:
    abandoned = next_edition(home)
    editions.remove_other_editions(home)
    assert not abandoned.exists()
    assert current_edition(home) == edition
