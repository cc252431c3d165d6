"""The lexical index against BM25 worked out by its formula, and as readers use it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path

import pytest

from assistant.errors import IndexMissingError, StoreError
from assistant.index.catalog import Catalog
from assistant.index.catalog_file import create
from assistant.index.editions import next_edition, publish_edition
from assistant.index.lexical import DOCUMENT_WEIGHT, LexicalIndex, LexicalWriter, count_units
from assistant.language.tokenizer import tokens
from assistant.schema import Chunk

LINES = ("新增停车泊位630个", "新增养老床位120张,新增学位3000个", "地区生产总值增长4.2%")


def make_chunks(source: str, texts: Sequence[str]) -> list[Chunk]:
    chunks, start = [], 0
    for number, text in enumerate(texts):
        chunks.append(Chunk(f"{source}/{number}", source, start, start + len(text), text))
        start += len(text) + 1
    return chunks


@pytest.fixture
def edition(home: Path) -> Path:
    edition = next_edition(home)
    create(edition, {})
    publish_edition(home, edition)
    writer = LexicalWriter(edition)
    writer.add(1, make_chunks("a.txt", LINES))
    writer.commit()
    writer.close()
    return edition


def weighted(text: str) -> list[tuple[str, float]]:
    return [(token, 1.0) for token in tokens(text)]


def bm25(term: str, document: list[str], corpus: list[list[str]]) -> float:
    """Robertson and Zaragoza 2009, k1 1.2 and b 0.75, with Lucene's idf that is never negative."""
    k1, b = 1.2, 0.75
    n = sum(term in other for other in corpus)
    idf = math.log(1 + (len(corpus) - n + 0.5) / (n + 0.5))
    mean = sum(map(len, corpus)) / len(corpus)
    count = document.count(term)
    return idf * count * (k1 + 1) / (count + k1 * (1 - b + b * len(document) / mean))


def test_scores_are_those_of_the_formula(home: Path, edition: Path) -> None:
    corpus = [tokens(line) for line in LINES]
    hits = {hit.chunk_id: hit.score for hit in LexicalIndex.open(home).search([("新增", 1.0)])}
    # Each line is one sentence, so that a chunk and its best sentence score the same. The document
    # is the only one.
    whole = [token for line in corpus for token in line]
    about = bm25("新增", whole, [whole])
    for number in (0, 1):
        expected = (1 - DOCUMENT_WEIGHT) * bm25("新增", corpus[number], corpus)
        expected += DOCUMENT_WEIGHT * about
        assert hits[f"a.txt/{number}"] == pytest.approx(expected, rel=0.01)
    assert set(hits) == {"a.txt/0", "a.txt/1"}


def test_a_weight_multiplies_and_a_token_given_twice_counts_twice(
    home: Path, edition: Path
) -> None:
    index = LexicalIndex.open(home)
    (once,) = index.search([("泊位", 1.0)])
    (half,) = index.search([("泊位", 0.5)])
    (twice,) = index.search([("泊位", 1.0), ("泊位", 1.0)])
    assert half.score == pytest.approx(once.score / 2)
    assert twice.score == pytest.approx(once.score * 2)


def test_the_best_sentence_of_a_chunk_is_told(home: Path, edition: Path) -> None:
    text = "全区经济平稳运行。城镇新增就业3.6万人。养老床位达到120张。"
    writer = LexicalWriter(edition)
    chunk = Chunk("b.txt/0", "b.txt", 10, 10 + len(text), text, title="计划报告")
    writer.add(2, [chunk])
    writer.commit()
    writer.close()
    hit = LexicalIndex.open(home).search(weighted("城镇新增就业"))[0]
    assert hit.chunk_id == "b.txt/0"
    assert hit.sentence is not None
    start, end = hit.sentence
    assert text[start - 10 : end - 10] == "城镇新增就业3.6万人。"
    # The title is matched with every sentence but is no part of any.
    assert LexicalIndex.open(home).search(weighted("计划报告"))[0].chunk_id == "b.txt/0"


def test_of_two_like_passages_that_of_the_document_with_more_of_the_words_is_first(
    home: Path, edition: Path
) -> None:
    said = "下列情形可以申请延期"
    writer = LexicalWriter(edition)
    writer.add(2, make_chunks("b.txt", [said, "商铺由市场监管部门登记"]))
    writer.add(3, make_chunks("c.txt", [said, "车辆由公安机关登记"]))
    writer.commit()
    writer.close()
    index = LexicalIndex.open(home)
    for thing, place in (("商铺", "b.txt/0"), ("车辆", "c.txt/0")):
        hits = index.search(weighted(f"{thing}申请延期"))
        assert [h.chunk_id for h in hits if h.chunk_id.endswith("/0")][0] == place


def test_only_the_sources_asked_for_are_searched(home: Path, edition: Path) -> None:
    writer = LexicalWriter(edition)
    writer.add(2, make_chunks("b.txt", LINES))
    writer.commit()
    writer.close()
    index = LexicalIndex.open(home)
    ids = {hit.chunk_id for hit in index.search(weighted("新增学位"), sources=["b.txt"])}
    assert ids == {"b.txt/0", "b.txt/1"}
    assert index.search(weighted("新增学位"), sources=[]) == []
    assert len(index.search(weighted("新增学位"), top_k=1)) == 1


def test_an_open_index_follows_commits_and_deletions(home: Path, edition: Path) -> None:
    index = LexicalIndex.open(home)
    assert index.search(weighted("停车泊位"))
    writer = LexicalWriter(edition)
    writer.delete([1])
    writer.add(2, make_chunks("b.txt", LINES[:1]))
    assert index.search(weighted("停车泊位"))[0].chunk_id == "a.txt/0"
    writer.commit()
    writer.close()
    assert [hit.chunk_id for hit in index.search(weighted("停车泊位"))] == ["b.txt/0"]
    assert count_units(edition) == 1


@pytest.mark.parametrize("text", ["", '+-&|!(){}[]^"~*?:\\/', "AND OR NOT", "x" * 100_000])
def test_any_question_is_only_words(home: Path, edition: Path, text: str) -> None:
    assert LexicalIndex.open(home).search([*weighted(text), (text, 1.0)]) == []


def test_a_pasted_page_is_a_question_like_any_other(
    home: Path, edition: Path, seed_texts: dict[str, str]
) -> None:
    pasted = max(seed_texts.values(), key=len) + LINES[0] * 40
    assert LexicalIndex.open(home).search(weighted(pasted))


def test_a_missing_or_damaged_index_is_told(home: Path, edition: Path, tmp_path: Path) -> None:
    with pytest.raises(IndexMissingError):
        LexicalIndex.open(tmp_path / "elsewhere")
    (edition / "lexical" / "chunks" / "meta.json").write_text("{")
    with pytest.raises(StoreError, match="quwen ingest --rebuild"):
        LexicalIndex.open(home)


def test_every_passage_of_the_seeds_is_found_by_its_own_words(seed_index: Path) -> None:
    catalog, index = Catalog.open(seed_index), LexicalIndex.open(seed_index)
    chunks = [chunk for source in catalog.sources() for chunk in catalog.document(source).chunks]
    lost = [
        chunk.id
        for chunk in chunks[::7]
        if tokens(chunk.text)
        and chunk.id not in [hit.chunk_id for hit in index.search(weighted(chunk.text), top_k=5)]
    ]
    assert lost == []


def test_rarity_grows_from_words_of_many_lines_to_words_of_one(home: Path, edition: Path) -> None:
    index = LexicalIndex.open(home)
    assert 0 < index.rarity("新增") < index.rarity("泊位") == 1.0
    assert 0 < index.rarity("没有的词") < 1
