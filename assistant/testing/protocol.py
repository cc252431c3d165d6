"""What a server of the OpenAI protocol sends: the bodies of answers and errors."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

Fault = Literal["", "status", "silent", "reset", "empty", "malformed", "endless"]


@dataclass(frozen=True)
class ModelReply:
    """What a model says, or how it fails.

    For embeddings and rerank a reply without a fault means the default vectors or scores.
    """

    text: str = ""
    fault: Fault = ""
    status: int = 200  # for fault="status": 401, 404, 429, 500 …
    retry_after: float | None = None  # seconds, header of a 429
    piece: int = 7  # characters of one streamed piece
    delay_seconds: float = 0.0  # before the first byte
    body: Any = None  # JSON that is sent in place of what the protocol prescribes


def default_vectors(texts: Sequence[str]) -> list[list[float]]:
    """Return the built-in hashed vectors: like spellings are near."""
    from assistant.models.embeddings import HashedNgrams

    return [list(map(float, row)) for row in HashedNgrams().embed_texts(texts)]


def default_scores(query: str, documents: Sequence[str]) -> list[float]:
    """Return which share of the query's characters each document holds.

    >>> default_scores("区长", ["区长办公会", "市长", ""])
    [1.0, 0.5, 0.0]
    """
    wanted = set(query)
    return [len(wanted & set(document)) / max(1, len(wanted)) for document in documents]


def make_error(message: str, code: str) -> dict[str, Any]:
    """Return the body of an error."""
    return {"error": {"message": message, "type": "invalid_request_error", "code": code}}


def make_usage(body: Mapping[str, Any], reply: ModelReply) -> dict[str, int]:
    """Return the tokens of a request: one for each character."""
    asked = sum(len(str(message.get("content") or "")) for message in body.get("messages") or [])
    said = len(reply.text)
    return {"prompt_tokens": asked, "completion_tokens": said, "total_tokens": asked + said}


def make_completion(body: Mapping[str, Any], reply: ModelReply) -> dict[str, Any]:
    """Return the body of a reply that is not streamed."""
    message = {"role": "assistant", "content": reply.text}
    choice = {"index": 0, "message": message, "finish_reason": "stop", "logprobs": None}
    return {
        "id": "scripted",
        "object": "chat.completion",
        "created": 0,
        "model": body["model"],
        "choices": [] if reply.fault == "empty" else [choice],
        "usage": make_usage(body, reply),
    }


def make_events(
    body: Mapping[str, Any], reply: ModelReply, usage: dict[str, int] | None
) -> Iterator[dict[str, Any]]:
    """Give the chunks of a streamed reply, without the closing line."""

    def chunk(delta: dict[str, str] | None, finish: str | None = None) -> dict[str, Any]:
        choice = {"index": 0, "delta": delta, "finish_reason": finish}
        head = {"id": "scripted", "object": "chat.completion.chunk", "created": 0}
        return {**head, "model": body["model"], "choices": [] if delta is None else [choice]}

    step = max(1, reply.piece)
    pieces = [reply.text[start : start + step] for start in range(0, len(reply.text), step)]
    if reply.fault == "empty":
        yield chunk(None)
        return
    yield chunk({"role": "assistant", "content": ""})
    if reply.fault in ("reset", "malformed"):  # the wire spoils what follows
        yield from (chunk({"content": piece}) for piece in pieces[: (len(pieces) + 1) // 2])
        return
    yield from (chunk({"content": piece}) for piece in pieces)
    while reply.fault == "endless":
        yield from (chunk({"content": piece}) for piece in pieces or ["…"])
    yield chunk({}, "stop")
    if usage is not None:
        yield {**chunk(None), "usage": usage}
