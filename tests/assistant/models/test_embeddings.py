"""Embeddings: properties of the built-in vectors, and an endpoint in all its moods."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import SecretStr

from assistant.errors import ModelError
from assistant.models.embeddings import EndpointEmbedding, HashedNgrams, make_embedding
from assistant.settings import Settings
from assistant.testing import ModelReply, ModelServer


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


def settings_for(server: ModelServer, **more: Any) -> Settings:
    return Settings(
        embedding_base_url=server.base_url,
        embedding_model="scripted",
        embedding_api_key=SecretStr("secret-key"),
        embedding_batch=2,
        timeout_seconds=5,
        **{"retries": 0, **more},
    )


def test_an_endpoint_gets_texts_in_small_batches_and_floats_are_asked_for() -> None:
    with ModelServer(embed=lambda texts: [[3.0, 4.0] for _ in texts]) as server:
        embedding = make_embedding(settings_for(server))
        vectors = embedding.embed_texts(["甲", "乙", "丙"])
        assert [request.body["input"] for request in server.requests] == [["甲", "乙"], ["丙"]]
        assert all(request.body["encoding_format"] == "float" for request in server.requests)
        assert {request.key for request in server.requests} == {"secret-key"}
        assert np.allclose(vectors, [0.6, 0.8])
        assert embedding.semantic
        assert embedding.name == "scripted"
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
def test_an_endpoint_that_answers_without_vectors_is_told_in_one_sentence(answer: Any) -> None:
    with (
        ModelServer(embed=ModelReply(body=answer)) as server,
        pytest.raises(ModelError, match=r"^向量接口 .*scripted.*QUWEN_EMBEDDING_.*。$"),
    ):
        EndpointEmbedding(settings_for(server)).embed_texts(["甲"])


@pytest.mark.parametrize("status", [401, 404, 429, 500])
def test_an_endpoint_that_fails_is_told_without_the_key(status: int) -> None:
    with (
        ModelServer(embed=ModelReply("no secret-key", "status", status)) as server,
        pytest.raises(ModelError, match=str(status)) as caught,
    ):
        EndpointEmbedding(settings_for(server)).embed_texts(["甲"])
    assert "secret-key" not in str(caught.value)


def test_an_endpoint_that_is_not_there_is_told() -> None:
    nowhere = Settings(embedding_base_url="http://127.0.0.1:9/v1", embedding_model="m", retries=0)
    with pytest.raises(ModelError, match=r"127\.0\.0\.1:9"):
        EndpointEmbedding(nowhere).embed_texts(["甲"])


def test_no_model_means_the_built_in_vectors() -> None:
    assert isinstance(make_embedding(Settings()), HashedNgrams)
