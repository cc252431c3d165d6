"""A model server on loopback that speaks the OpenAI protocol and says what a test tells it to.

It is a real HTTP server, so that the real clients run against it: chat with and without a stream,
embeddings, rerank and the list of models, each able to fail as servers fail. It knows no model and
is not meant for anything but tests.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, ClassVar, Self

from assistant.testing.protocol import (
    ModelReply,
    default_scores,
    default_vectors,
    make_completion,
    make_error,
    make_events,
    make_usage,
)
from assistant.testing.wire import Connections, Wire


@dataclass(frozen=True)
class ModelRequest:
    """One request as it arrived; ``key`` is what stood after ``Bearer``."""

    path: str
    body: dict[str, Any]
    key: str = ""


Message = dict[str, Any]
Vector = Sequence[float]
Said = str | ModelReply
Vectors = Sequence[Vector] | ModelReply
Scores = Sequence[float] | ModelReply
# A sequence is played in order, its last item repeating.
ChatScript = Said | Sequence[Said] | Callable[[list[Message]], Said]
EmbedScript = ModelReply | Sequence[ModelReply] | Callable[[list[str]], Vectors]
RerankScript = ModelReply | Sequence[ModelReply] | Callable[[str, list[str]], Scores]


class ModelServer:
    """Serves while its ``with`` block runs; ``requests`` records what it was asked.

    An error that a script raises is answered with status 500 and raised again by the end of the
    block. A request counts as many tokens as its messages have characters, and so does a reply.

    >>> from openai import OpenAI
    >>> with ModelServer("杭州[1]。") as server:
    ...     with OpenAI(base_url=server.base_url, api_key="any") as client:
    ...         asked = [{"role": "user", "content": "哪里?"}]
    ...         reply = client.chat.completions.create(model="scripted", messages=asked)
    >>> reply.choices[0].message.content, server.requests[0].path
    ('杭州[1]。', '/v1/chat/completions')
    """

    def __init__(
        self,
        chat: ChatScript = "",
        *,
        embed: EmbedScript | None = None,
        rerank: RerankScript | None = None,
        key: str = "",
        models: Sequence[str] = ("scripted",),
    ) -> None:
        self.requests: list[ModelRequest] = []
        self.models = tuple(models)
        self.key = key
        self._scripts: dict[str, Any] = {"chat": chat, "embed": embed, "rerank": rerank}
        self._played = dict.fromkeys(self._scripts, 0)
        self._failures: list[Exception] = []
        self._lock = threading.Lock()
        self.connections = Connections()
        handler = type("_Bound", (_Handler,), {"model_server": self})
        self._http = _Server(("127.0.0.1", 0), handler, self.connections)
        self._thread = threading.Thread(target=self._http.serve_forever, args=(0.02,))

    @property
    def base_url(self) -> str:
        """Address to give to a client."""
        return f"http://127.0.0.1:{self._http.server_port}/v1"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        self.close()
        if self._failures and kind is None:
            raise self._failures[0]

    def close(self) -> None:
        """Cut every connection and stop serving."""
        self._http.shutdown()
        self._thread.join()
        self.connections.close_all()
        self._http.server_close()

    def play(self, name: str, *arguments: Any) -> Any:
        """Give what the script of ``name`` says next."""
        with self._lock:
            script, turn = self._scripts[name], self._played[name]
            self._played[name] += 1
        if isinstance(script, Sequence) and not isinstance(script, str):
            script = script[min(turn, len(script) - 1)]
        try:
            return script(*arguments) if callable(script) else script
        except Exception as exc:  # noqa: BLE001 - a test's own script, raised again at the end
            self._failures.append(exc)
            return ModelReply(fault="status", status=500)


class _Server(ThreadingHTTPServer):
    """Waits for its threads at the end: their connections are cut before."""

    daemon_threads = False

    def __init__(
        self, address: tuple[str, int], handler: type[_Handler], connections: Connections
    ) -> None:
        self._connections = connections
        super().__init__(address, handler)

    def process_request(self, request: Any, client_address: Any) -> None:
        self._connections.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        self._connections.discard(request)
        super().shutdown_request(request)


class _Handler(BaseHTTPRequestHandler):
    """Checks key and model as servers do, then answers as the script says."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # pieces leave one by one
    model_server: ClassVar[ModelServer]

    def log_message(self, *_: object) -> None:
        pass

    def handle(self) -> None:
        # The client went away, or the server is closing: both are part of the play.
        try:
            super().handle()
        except OSError:
            self.close_connection = True

    def do_GET(self) -> None:
        self._answer({})

    def do_POST(self) -> None:
        content = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        try:
            body = json.loads(content)
        except ValueError:
            body = None
        self._answer(body)

    def _answer(self, body: Any) -> None:
        server, wire = self.model_server, Wire(self, self.model_server.connections)
        scheme, _, key = (self.headers.get("Authorization") or "").partition(" ")
        key = key if scheme == "Bearer" else ""
        if not isinstance(body, dict):
            return wire.send_json(400, make_error("The body is not a JSON object.", "invalid_json"))
        server.requests.append(ModelRequest(self.path, body, key))
        if not self.path.startswith("/v1/"):
            return wire.send_json(404, {"detail": "Not Found"})
        if server.key and key != server.key:  # some servers do repeat the key in full
            said = f"Incorrect API key provided: {key}."
            return wire.send_json(401, make_error(said, "invalid_api_key"))
        if self.command == "GET":
            return self._models(wire)
        answers = {
            "/v1/chat/completions": self._chat,
            "/v1/embeddings": self._embeddings,
            "/v1/rerank": self._rerank,
        }
        if self.path not in answers:
            said = f"Invalid URL (POST {self.path})"
            return wire.send_json(404, make_error(said, "unknown_url"))
        if body.get("model") not in server.models:
            said = f"The model `{body.get('model')}` does not exist"
            return wire.send_json(404, make_error(said, "model_not_found"))
        return answers[self.path](wire, body)

    def _models(self, wire: Wire) -> None:
        listed = [{"id": name, "object": "model"} for name in self.model_server.models]
        if self.path == "/v1/models":
            return wire.send_json(200, {"object": "list", "data": listed})
        return wire.send_json(404, make_error(f"Invalid URL (GET {self.path})", "unknown_url"))

    def _chat(self, wire: Wire, body: dict[str, Any]) -> None:
        said = self.model_server.play("chat", body.get("messages") or [])
        reply = ModelReply(said) if isinstance(said, str) else said
        if self._failed(wire, reply):
            return
        if not body.get("stream"):
            wire.send(make_completion(body, reply), reply.fault, filler=reply.text)
            return
        options = body.get("stream_options") or {}
        usage = make_usage(body, reply) if options.get("include_usage") else None
        wire.send_events(make_events(body, reply, usage), reply.fault)

    def _embeddings(self, wire: Wire, body: dict[str, Any]) -> None:
        asked = body.get("input")
        texts = [asked] if isinstance(asked, str) else asked
        if not isinstance(texts, list) or not all(isinstance(text, str) for text in texts):
            said = "input must be a string or an array of strings"
            return wire.send_json(400, make_error(said, "invalid_input"))
        made = self.model_server.play("embed", texts)
        reply = made if isinstance(made, ModelReply) else ModelReply()
        if self._failed(wire, reply):
            return None
        vectors = default_vectors(texts) if made is None or made is reply else made
        listed = [
            {"object": "embedding", "index": index, "embedding": [float(n) for n in vector]}
            for index, vector in enumerate(() if reply.fault == "empty" else vectors)
        ]
        tokens = sum(map(len, texts))
        usage = {"prompt_tokens": tokens, "total_tokens": tokens}
        full = {"object": "list", "model": body["model"], "data": listed, "usage": usage}
        return wire.send(full, reply.fault)

    def _rerank(self, wire: Wire, body: dict[str, Any]) -> None:
        query, documents = body.get("query"), body.get("documents", body.get("texts"))
        if not isinstance(query, str) or not isinstance(documents, list):
            said = "query must be a string and documents an array of strings"
            return wire.send_json(400, make_error(said, "invalid_input"))
        made = self.model_server.play("rerank", query, documents)
        reply = made if isinstance(made, ModelReply) else ModelReply()
        if self._failed(wire, reply):
            return None
        scores = default_scores(query, documents) if made is None or made is reply else made
        ranked = sorted(enumerate(scores), key=lambda pair: -pair[1])
        ranked = [] if reply.fault == "empty" else ranked[: body.get("top_n") or len(ranked)]
        results = [{"index": index, "relevance_score": score} for index, score in ranked]
        return wire.send({"model": body["model"], "results": results}, reply.fault)

    def _failed(self, wire: Wire, reply: ModelReply) -> bool:
        """Wait as told, and send what is no regular answer; True if that was all."""
        wire.wait(reply.delay_seconds)
        if reply.fault == "status":
            after = {} if reply.retry_after is None else {"Retry-After": f"{reply.retry_after:g}"}
            content = reply.body or make_error(reply.text or f"status {reply.status}", "scripted")
            wire.send_json(reply.status, content, after)
        elif reply.fault == "silent":
            wire.stay_silent()
        elif reply.body is not None:
            wire.send_json(200, reply.body)
        else:
            return False
        return True
