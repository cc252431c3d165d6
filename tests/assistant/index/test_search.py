"""Hybrid search: both legs fused, narrowed to sources, widened by synonyms."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.chain import Assistant
from assistant.errors import IndexMismatchError
from assistant.index.search import HASHED_WEIGHT, Search, expansions, sought
from assistant.models.embeddings import HashedNgrams
from assistant.schema import Hit
from assistant.settings import Settings
from assistant.testing import ModelReply, ModelServer
from ingest.index.pipeline import ingest


@pytest.fixture(scope="module")
def search(made_up: Assistant) -> Search:
    return made_up.search


def found(search: Search, question: str, **options: object) -> list[Hit]:
    return search.search([question], top_k=5, **options)  # type: ignore[arg-type]


def test_the_passage_that_speaks_of_the_question_comes_first(search: Search) -> None:
    first = found(search, "钱江沿线更新")[0]
    assert "启动钱江沿线更新" in first.chunk.text
    assert first.rank_lexical == 1


def test_hits_are_ranked_by_score_and_no_passage_comes_twice(search: Search) -> None:
    hits = search.search(["上城区GDP增长多少"], top_k=20, dense=True)
    assert [h.score for h in hits] == sorted((h.score for h in hits), reverse=True)
    assert len({h.chunk.id for h in hits}) == len(hits)


def test_only_the_sources_given_are_searched(search: Search) -> None:
    for source in ("plan.txt", "other_plan.txt", "table.txt"):
        hits = found(search, "新增", sources=[source], dense=True)
        assert hits
        assert {h.chunk.source for h in hits} == {source}
    assert found(search, "新增", sources=[], dense=True) == []


def test_the_dense_leg_is_asked_only_where_it_is_wanted(search: Search) -> None:
    assert all(h.rank_dense is None for h in found(search, "停车泊位"))
    assert any(h.rank_dense for h in found(search, "停车泊位", dense=True))


def test_the_weak_dense_leg_has_little_weight(search: Search, made_up: Assistant) -> None:
    assert isinstance(search.embedding, HashedNgrams)
    assert search.dense_weight == HASHED_WEIGHT == 0.05
    chosen = made_up.settings.model_copy(update={"dense_weight": 0.4})
    assert Search(chosen, made_up.catalog).dense_weight == 0.4


def test_fused_scores_are_weighted_shares_of_the_best(search: Search, made_up: Assistant) -> None:
    chosen = made_up.settings.model_copy(update={"dense_weight": 0.3})
    weighted = Search(chosen, made_up.catalog)
    hits = weighted.search(["停车泊位"], top_k=50, dense=True)
    lexical = dict((h.chunk.id, h.score) for h in found(search, "停车泊位"))
    both = [h for h in hits if h.rank_lexical == 1 and h.rank_dense == 1]
    assert all(h.score == pytest.approx(1.0) for h in both)
    assert all(0 <= h.score <= 1 + 1e-9 for h in hits)
    only_dense = [h for h in hits if h.rank_lexical is None]
    assert all(h.score <= 0.3 + 1e-9 for h in only_dense)
    assert max(lexical.values()) == pytest.approx(1.0)


def test_a_synonym_finds_what_the_words_do_not(search: Search) -> None:
    assert "地区生产总值" in expansions("GDP")
    assert "gdp" not in [w.lower() for w in expansions("GDP")]  # what is typed is no expansion
    assert any("地区生产总值" in h.chunk.text for h in found(search, "GDP"))


@pytest.mark.parametrize(
    ("question", "left"),
    [
        ("上城区GDP增长多少?", "上城区GDP增长"),
        ("请问养老床位由谁牵头呢？", "养老床位由 牵头"),
        ("哪几个街道有网吧?", "街道有网吧"),
        ("如何办理居住证", "办理居住证"),
        ("有哪些?", "有"),
        ("为什么?", "为什么?"),
        ("任何单位", "任何单位"),
    ],
)
def test_the_words_that_ask_are_not_looked_for(question: str, left: str) -> None:
    assert sought(question).split() == left.split()


def test_several_texts_are_searched_at_once(search: Search) -> None:
    hits = search.search(["停车泊位", "钱江沿线"], top_k=3)
    texts = "".join(h.chunk.text for h in hits)
    assert "停车泊位" in texts
    assert "钱江沿线" in texts


@pytest.mark.parametrize("text", ["", " ", "?!", "\x00", "的" * 5000, "(((|||***"])
def test_any_text_can_be_searched_for(search: Search, text: str) -> None:
    assert isinstance(found(search, text, dense=True), list)


def test_passages_of_the_index_are_verbatim(search: Search, made_up: Assistant) -> None:
    for hit in search.search(["新增"], top_k=50, dense=True):
        text = made_up.catalog.document(hit.chunk.source).text
        assert text[hit.chunk.start : hit.chunk.end] == hit.chunk.text


def test_searching_does_not_write(made_up: Assistant, home: Path) -> None:
    files = {p: p.stat().st_mtime_ns for p in made_up.settings.home.rglob("*.sqlite3")}
    Search(Settings(home=made_up.settings.home), made_up.catalog).search(["新增"], top_k=3)
    assert {p: p.stat().st_mtime_ns for p in files} == files
    assert not home.exists()


QUESTION = "上城区2023年计划新增养老床位多少张?"


def settings_for(server: ModelServer, home: Path) -> Settings:
    return Settings(
        home=home,
        embedding_base_url=server.base_url,
        embedding_model="scripted",
        timeout_seconds=5,
    )


@pytest.fixture(scope="module")
def embedded(made_up: Assistant, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home whose vectors come from an endpoint."""
    home = tmp_path_factory.mktemp("embedded") / "home"
    with ModelServer() as server:
        ingest([made_up.settings.home.parent / "documents"], settings_for(server, home))
    return home


def test_an_endpoints_vectors_are_searched_and_asked_for_once(embedded: Path) -> None:
    with ModelServer() as server:
        assistant = Assistant.open(settings_for(server, embedded))
        answer = assistant.ask(QUESTION, trace=True)
        assert [request.body["input"] for request in server.requests] == [[QUESTION]]
    assert "300" in answer.text
    assert answer.notes == ()
    assert any(hit["rank_dense"] for hits in answer.trace["hits"].values() for hit in hits)


@pytest.mark.parametrize(
    "reply",
    [
        ModelReply("no", "status", 401),
        ModelReply("slow down", "status", 429, retry_after=100),
        ModelReply("boom", "status", 500),
        ModelReply(fault="reset"),
        ModelReply(fault="empty"),
        ModelReply(fault="malformed"),
    ],
)
def test_without_the_endpoint_the_words_answer_and_a_note_says_so(
    embedded: Path, made_up: Assistant, reply: ModelReply
) -> None:
    with ModelServer(embed=reply) as server:
        answer = Assistant.open(settings_for(server, embedded)).ask(QUESTION, trace=True)
        assert len(server.requests) == 1
    assert answer.text == made_up.ask(QUESTION).text
    assert len(answer.notes) == 1
    assert answer.notes[0].startswith("没有用上向量检索,只按字词检索:向量接口 ")


def test_an_endpoint_that_changed_its_model_is_told_with_the_way_out(embedded: Path) -> None:
    with ModelServer(embed=lambda texts: [[1.0, 2.0] for _ in texts]) as server:
        assistant = Assistant.open(settings_for(server, embedded))
        with pytest.raises(IndexMismatchError, match=r"256 维.* 2 维.*--rebuild"):
            assistant.ask(QUESTION)
