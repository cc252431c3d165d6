"""Reranking over a real server: its order, its failures, and how often it is asked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from threading import Thread
from typing import Any

import pytest

from assistant.chain import Assistant
from assistant.errors import ModelError
from assistant.index.search import RERANKED, Search
from assistant.models.rerank import make_reranker
from assistant.settings import Settings
from assistant.testing import ModelReply, ModelServer

KEY = "sk-rerank-secret"


def settings_for(server: ModelServer, base: Settings | None = None, **more: Any) -> Settings:
    wanted = {
        "rerank_base_url": server.base_url,
        "rerank_api_key": KEY,
        "rerank_model": "scripted",
        "timeout_seconds": 5,
        **more,
    }
    kept = {"home": base.home} if base else {}
    return Settings(**kept, **wanted)


def prefer(words: str) -> Any:
    def score(query: str, documents: Sequence[str]) -> list[float]:
        return [5.0 if words in document else -5.0 for document in documents]

    return score


def assistant_for(made_up: Assistant, server: ModelServer, **more: Any) -> Assistant:
    settings = settings_for(server, made_up.settings, **more)
    return Assistant(settings, made_up.catalog, Search(settings, made_up.catalog))


def test_scores_come_by_the_place_of_the_passage() -> None:
    with ModelServer(rerank=lambda q, d: [-1.5, 2.5], key=KEY) as server:
        reranker = make_reranker(settings_for(server))
        assert reranker is not None
        assert reranker.score("问", ["甲", "乙" * 5000]) == {0: -1.5, 1: 2.5}
        asked = server.requests[0].body
    assert asked["query"] == "问"
    assert asked["top_n"] == 2
    assert len(asked["documents"][1]) < 5000


def test_a_server_that_wants_texts_is_asked_in_its_own_form() -> None:
    wants_texts = ModelReply("missing field `texts`", "status", 422)
    answer = ModelReply(body=[{"index": 1, "score": 0.9}, {"index": 0, "score": 0.1}])
    with ModelServer(rerank=[wants_texts, answer]) as server:
        reranker = make_reranker(settings_for(server))
        assert reranker is not None
        assert reranker.score("问", ["甲", "乙"]) == {1: 0.9, 0: 0.1}
        assert server.requests[1].body["texts"] == ["甲", "乙"]
        assert "documents" not in server.requests[1].body


FAILURES = [
    ModelReply("no", "status", 401),
    ModelReply("Not Found", "status", 404),
    ModelReply("slow down", "status", 429, retry_after=100),
    ModelReply("boom", "status", 500),
    ModelReply(fault="reset"),
    ModelReply(fault="malformed"),
    ModelReply(fault="empty"),
    ModelReply(body={"output": {"results": []}}),
    ModelReply(body={"results": [{"index": 7, "relevance_score": 1}]}),
    ModelReply(body={"results": [{"index": 0, "relevance_score": "high"}]}),
    ModelReply(body={"results": [{"index": 0}]}),
    ModelReply(body=["busy"]),
]


@pytest.mark.parametrize("reply", FAILURES)
def test_every_failure_is_one_sentence(reply: ModelReply) -> None:
    with ModelServer(rerank=reply) as server:
        reranker = make_reranker(settings_for(server))
        assert reranker is not None
        with pytest.raises(ModelError, match=r"^重排接口 http://127[^。]+;请[^。]+。$") as caught:
            reranker.score("问", ["甲", "乙"])
        assert len(server.requests) == 1
    assert KEY not in str(caught.value)


def test_without_address_or_model_there_is_no_reranker() -> None:
    assert make_reranker(Settings()) is None
    assert make_reranker(Settings(rerank_model="m")) is None
    assert make_reranker(Settings(rerank_base_url="http://127.0.0.1:9/v1")) is None


def test_the_endpoints_order_comes_first(made_up: Assistant) -> None:
    with ModelServer(rerank=prefer("养老床位")) as server:
        search = assistant_for(made_up, server).search
        hits = search.search(["停车泊位新增多少"], top_k=5)
        before = made_up.search.search(["停车泊位新增多少"], top_k=5)
    assert "养老床位" in hits[0].chunk.text
    assert "养老床位" not in before[0].chunk.text
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    assert len(server.requests[0].body["documents"]) <= RERANKED


@pytest.mark.parametrize("reply", FAILURES[:6])
def test_a_failure_leaves_the_order_as_it_was_and_says_so(
    made_up: Assistant, reply: ModelReply
) -> None:
    with ModelServer(rerank=reply) as server:
        search = assistant_for(made_up, server).search
        with search.question() as inquiry:
            hits = search.search(["停车泊位新增多少"], top_k=5)
            search.search(["停车泊位新增多少"], top_k=5, sources=["plan.txt"])
    assert hits == made_up.search.search(["停车泊位新增多少"], top_k=5)
    assert len(inquiry.notes) == 1
    assert inquiry.notes[0].startswith("没有重排,仍按检索的次序:重排接口 ")
    assert len(server.requests) == 1


QUESTIONS = ("上城区2023年计划新增养老床位多少张?", "上城区和余杭区2022年GDP增速分别是多少?")


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_question_contacts_the_endpoint_once(made_up: Assistant, question: str) -> None:
    with ModelServer() as server:
        answer = assistant_for(made_up, server).ask(question, trace=True)
        assert len(server.requests) == 1
    assert answer.text == made_up.ask(question).text
    assert answer.notes == ()


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_failure_reaches_the_notes_of_the_answer(made_up: Assistant, question: str) -> None:
    with ModelServer(rerank=ModelReply("boom", "status", 500)) as server:
        answer = assistant_for(made_up, server).ask(question, trace=True)
        assert len(server.requests) == 1
    assert answer.text == made_up.ask(question).text
    assert len(answer.notes) == 1
    assert "(500)" in answer.notes[0]


def test_threads_do_not_share_what_was_said(made_up: Assistant) -> None:
    with ModelServer(rerank=ModelReply("boom", "status", 500)) as server:
        assistant = assistant_for(made_up, server)
        with ThreadPoolExecutor(4) as pool:
            answers = list(pool.map(assistant.ask, QUESTIONS * 4))
        assert len(server.requests) == len(answers)
    assert [len(answer.notes) for answer in answers] == [1] * len(answers)


def test_a_stream_left_halfway_leaves_nothing_behind(made_up: Assistant) -> None:
    def steps() -> Iterator[int]:
        with made_up.search.question():
            yield 1
            yield 2

    left = steps()
    next(left)
    thread = Thread(target=left.close)
    thread.start()
    thread.join()
    finished = list(steps())
    with made_up.search.question() as inquiry:
        made_up.search.search(["停车泊位"], top_k=3)
    assert (finished, inquiry.notes) == ([1, 2], [])


def test_without_settings_nothing_is_asked(made_up: Assistant) -> None:
    with made_up.search.question() as inquiry:
        made_up.search.search(["停车泊位"], top_k=3)
    assert (inquiry.reranked_for, inquiry.notes) == ("", [])
