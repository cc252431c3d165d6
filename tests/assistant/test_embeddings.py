"""Embeddings: properties of the built-in vectors, and an endpoint in all its moods."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import SecretStr

from assistant.embeddings import EndpointEmbedding, HashedNgrams, make_embedding
from assistant.errors import ModelError
from assistant.settings import Settings


@given(st.lists(st.text(), max_size=5))
def test_built_in_vectors_have_unit_length_whatever_the_text(texts: list[str]) -> None:
    vectors = HashedNgrams().embed_texts(texts)
    assert vectors.shape == (len(texts), HashedNgrams.dimension)
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1.0, atol=1e-5)


def test_built_in_vectors_do_not_depend_on_what_else_is_embedded() -> None:
    alone = HashedNgrams().embed_texts(["地区生产总值"])
    among = HashedNgrams().embed_texts(["养老床位", "地区生产总值", ""])
    assert np.array_equal(alone[0], among[1])


def test_like_spellings_are_near_and_others_far() -> None:
    vectors = HashedNgrams().embed_texts(
        ["地区生产总值增长目标", "地區生產總值 增长目标是多少", "老旧小区改造进展"]
    )
    near, far = vectors[0] @ vectors[1], vectors[0] @ vectors[2]
    assert near > 0.6
    assert far < 0.3


class Endpoint(BaseHTTPRequestHandler):
    """Answers as the test says and remembers what it was asked."""

    answer: Any = None
    status = 200
    requests: list[dict[str, Any]] = []

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        type(self).requests.append(body)
        answer = type(self).answer
        content = json.dumps(answer(body) if callable(answer) else answer).encode()
        self.send_response(type(self).status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def settings() -> Iterator[Settings]:
    Endpoint.requests, Endpoint.status = [], 200
    server = ThreadingHTTPServer(("127.0.0.1", 0), Endpoint)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield Settings(
        embedding_base_url=f"http://127.0.0.1:{server.server_port}/v1",
        embedding_model="test-model",
        embedding_api_key=SecretStr("secret-key"),
        embedding_batch=2,
        retries=0,
        timeout_seconds=5,
    )
    server.shutdown()
    server.server_close()
    thread.join()


def vectors_of(body: dict[str, Any]) -> dict[str, Any]:
    rows = [
        {"object": "embedding", "index": n, "embedding": [3.0, 4.0 * (n + 1)]}
        for n in range(len(body["input"]))
    ]
    return {
        "object": "list",
        "model": "test-model",
        "data": rows,
        "usage": {"prompt_tokens": 1, "total_tokens": 1},
    }


def test_an_endpoint_gets_texts_in_small_batches_and_floats_are_asked_for(
    settings: Settings,
) -> None:
    Endpoint.answer = staticmethod(vectors_of)
    embedding = make_embedding(settings)
    vectors = embedding.embed_texts(["甲", "乙", "丙"])
    assert [body["input"] for body in Endpoint.requests] == [["甲", "乙"], ["丙"]]
    assert all(body["encoding_format"] == "float" for body in Endpoint.requests)
    assert np.allclose(vectors[0], [0.6, 0.8])
    assert embedding.semantic
    assert embedding.name == "test-model"
    assert embedding.dimension == 2


@pytest.mark.parametrize(
    "answer",
    [
        {"object": "list", "data": []},
        {"object": "list", "data": [{"object": "embedding", "index": 0, "embedding": []}]},
        {"object": "list", "data": [{"object": "embedding", "index": 0, "embedding": [0.0, 0.0]}]},
        {"data": None},
        {"error": {"message": "quota"}},
        "busy",
    ],
)
def test_an_endpoint_that_answers_without_vectors_is_told_in_one_sentence(
    settings: Settings, answer: Any
) -> None:
    Endpoint.answer = answer
    with pytest.raises(ModelError, match=r"^向量接口 .*test-model.*QUWEN_EMBEDDING_.*。$"):
        EndpointEmbedding(settings).embed_texts(["甲"])


@pytest.mark.parametrize("status", [401, 404, 429, 500])
def test_an_endpoint_that_fails_is_told_without_the_key(settings: Settings, status: int) -> None:
    Endpoint.answer, Endpoint.status = {"error": {"message": "no"}}, status
    with pytest.raises(ModelError) as caught:
        EndpointEmbedding(settings).embed_texts(["甲"])
    assert "secret-key" not in str(caught.value)


def test_an_endpoint_that_is_not_there_is_told(settings: Settings) -> None:
    nowhere = settings.model_copy(update={"embedding_base_url": "http://127.0.0.1:9/v1"})
    with pytest.raises(ModelError, match="127.0.0.1:9"):
        EndpointEmbedding(nowhere).embed_texts(["甲"])


def test_no_model_means_the_built_in_vectors() -> None:
    assert isinstance(make_embedding(Settings()), HashedNgrams)
