"""A model that scores passages against a question, behind the ``/rerank`` form of Jina's API.

SiliconFlow, Xinference, vLLM, llama.cpp and others share that form. Text Embeddings Inference
names the passages ``texts``; it is asked again in its own words when it says so.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cached_property
from typing import Any

from assistant.models.endpoints import Endpoint, endpoint_of
from assistant.settings import Settings

# Models read 512 tokens and more; some servers refuse what is longer than theirs can read.
_MOST_CHARS = 1200


class Reranker:
    """Asks a rerank endpoint. Nothing is retried: the order there was is good enough."""

    def __init__(self, endpoint: Endpoint, timeout_seconds: float) -> None:
        self._endpoint = endpoint
        self._timeout_seconds = timeout_seconds

    def score(self, question: str, passages: Sequence[str]) -> dict[int, float]:
        """Return the relevance of passages by their place; larger is better, on no fixed scale.

        Raises:
            ModelError: the endpoint failed, or answered in another form.
        """
        from openai import OpenAIError

        cut = [passage[:_MOST_CHARS] for passage in passages]
        try:
            return _scores(self._request(question, cut), len(cut))
        except (OpenAIError, ValueError, TypeError, KeyError, AttributeError) as exc:
            raise self._endpoint.error(exc) from exc

    def _request(self, question: str, passages: list[str]) -> Any:
        from openai import APIStatusError

        asked = {"model": self._endpoint.model, "query": question}
        try:
            body = {**asked, "documents": passages, "top_n": len(passages)}
            return self._client.post("/rerank", cast_to=object, body=body)
        except APIStatusError as exc:
            if exc.status_code not in (400, 422) or "texts" not in f"{exc.message} {exc.body}":
                raise
        return self._client.post("/rerank", cast_to=object, body={**asked, "texts": passages})

    @cached_property
    def _client(self) -> Any:
        from openai import OpenAI

        return OpenAI(
            base_url=self._endpoint.base_url,
            api_key=self._endpoint.key.get_secret_value(),
            timeout=self._timeout_seconds,
            max_retries=0,
        )


def make_reranker(settings: Settings) -> Reranker | None:
    """Return the reranker that the settings name; None if they lack its address or model."""
    endpoint = endpoint_of(settings, "重排")
    if not (endpoint.base_url and endpoint.model):
        return None
    return Reranker(endpoint, settings.timeout_seconds)


def _scores(answer: Any, passages: int) -> dict[int, float]:
    """Return the scores that an answer holds.

    >>> _scores({"results": [{"index": 1, "relevance_score": 0.9}]}, passages=2)
    {1: 0.9}
    >>> _scores([{"index": 0, "score": -3.5}], passages=2)
    {0: -3.5}

    Raises:
        ValueError: it holds none, or for passages that were not asked about.
        KeyError: it is of another form; ``TypeError`` likewise.
    """
    results = answer if isinstance(answer, list) else answer["results"]
    scores = {
        int(result["index"]): float(
            result["relevance_score"] if "relevance_score" in result else result["score"]
        )
        for result in results
    }
    if not scores or not set(scores) <= set(range(passages)):
        raise ValueError("scores for other passages than those asked about, or for none")
    if not all(map(math.isfinite, scores.values())):
        raise ValueError("a score that is no number")
    return scores
