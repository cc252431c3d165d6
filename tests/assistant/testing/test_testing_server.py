"""The scripted model server, asked by the real ``openai`` client."""

from __future__ import annotations

import socket
import threading
from typing import Any

import openai
import pytest

from assistant.testing import ModelReply, ModelServer
from assistant.testing.server import ChatScript

ASKED: Any = [{"role": "user", "content": "钱塘区2024年的目标?"}]


def client_of(server: ModelServer, key: str = "any", timeout: float = 20) -> openai.OpenAI:
    return openai.OpenAI(base_url=server.base_url, api_key=key, max_retries=0, timeout=timeout)


def say(server: ModelServer, key: str = "any", timeout: float = 20) -> str:
    with client_of(server, key, timeout) as client:
        made = client.chat.completions.create(model="scripted", messages=ASKED)
        return made.choices[0].message.content or ""


def stream(server: ModelServer, timeout: float = 20) -> list[str]:
    with client_of(server, timeout=timeout) as client:
        chunks = client.chat.completions.create(model="scripted", messages=ASKED, stream=True)
        return [
            c.choices[0].delta.content for c in chunks if c.choices and c.choices[0].delta.content
        ]


def test_a_stream_comes_in_pieces_and_ends_with_the_usage_that_was_asked_for() -> None:
    with ModelServer(ModelReply("增长6.5%[1]。", piece=3)) as server, client_of(server) as client:
        chunks = list(
            client.chat.completions.create(
                model="scripted",
                messages=ASKED,
                stream=True,
                stream_options={"include_usage": True},
            )
        )
    said = [c.choices[0].delta.content for c in chunks if c.choices and c.choices[0].delta.content]
    assert said == ["增长6", ".5%", "[1]", "。"]
    assert chunks[-1].usage is not None
    assert chunks[-1].usage.completion_tokens == 10
    assert chunks[-1].usage.prompt_tokens == len(ASKED[0]["content"])
    assert server.requests[0].path == "/v1/chat/completions"
    assert server.requests[0].body["messages"] == ASKED


def test_a_sequence_is_played_in_order_and_its_last_item_repeats() -> None:
    with ModelServer(["一", ModelReply("二")]) as server:
        assert [say(server) for _ in range(3)] == ["一", "二", "二"]


def test_a_function_answers_from_the_messages() -> None:
    with ModelServer(lambda messages: messages[-1]["content"] + "!") as server:
        assert say(server) == "钱塘区2024年的目标?!"


def test_an_error_in_a_script_reaches_the_test() -> None:
    def broken(messages: list[dict[str, Any]]) -> str:
        raise AssertionError("the prompt lacks the evidence")

    with (
        pytest.raises(AssertionError, match="lacks the evidence"),
        ModelServer(broken) as server,
        pytest.raises(openai.InternalServerError),
    ):
        say(server)


@pytest.mark.parametrize(
    ("status", "error"),
    [
        (401, openai.AuthenticationError),
        (404, openai.NotFoundError),
        (429, openai.RateLimitError),
        (500, openai.InternalServerError),
    ],
)
def test_a_status_arrives_as_the_clients_own_error(
    status: int, error: type[openai.APIStatusError]
) -> None:
    with ModelServer(ModelReply("busy", "status", status, retry_after=3)) as server:
        with pytest.raises(error, match="busy") as caught:
            stream(server)
        assert caught.value.response.headers["Retry-After"] == "3"


def test_a_reset_comes_after_some_pieces() -> None:
    with ModelServer(ModelReply("一二三四五六", "reset", piece=1)) as server:
        seen: list[str] = []
        with client_of(server) as client, pytest.raises(openai.APIConnectionError):  # noqa: PT012
            for chunk in client.chat.completions.create(
                model="scripted", messages=ASKED, stream=True
            ):
                seen.append(chunk.choices[0].delta.content or "")
        assert "".join(seen) in ("一二三", "一二", "一", "")
        with pytest.raises(openai.APIConnectionError):
            say(server)


def test_a_silent_server_runs_into_the_clients_time_limit() -> None:
    with ModelServer(ModelReply(fault="silent")) as server:
        with pytest.raises(openai.APITimeoutError):
            say(server, timeout=0.2)
        with pytest.raises(openai.APITimeoutError):
            stream(server, timeout=0.2)


def test_an_empty_answer_has_no_choices() -> None:
    with ModelServer(ModelReply(fault="empty")) as server, client_of(server) as client:
        made = client.chat.completions.create(model="scripted", messages=ASKED)
        assert made.choices == []
        assert stream(server) == []


@pytest.mark.parametrize("ask", [say, stream])
def test_a_malformed_answer_is_no_json(ask: Any) -> None:
    with (
        ModelServer(ModelReply("一二三四", "malformed")) as server,
        pytest.raises((ValueError, openai.APIError)),
    ):
        ask(server)


def test_an_endless_answer_ends_when_the_client_leaves_or_the_server_closes() -> None:
    with ModelServer(ModelReply("重复", "endless")) as server, client_of(server) as client:
        asked: Any = {"model": "scripted", "messages": ASKED, "stream": True}
        first, second = (client.chat.completions.create(**asked) for _ in range(2))
        seen = [next(first) for _ in range(50)]
        assert {c.choices[0].delta.content for c in seen[1:]} == {"重复"}
        first.close()
        next(second)
        server.close()
        with pytest.raises(openai.APIConnectionError):
            list(second)


@pytest.mark.parametrize("fault", ["silent", "endless"])
def test_closing_the_server_frees_a_client_that_waits(fault: Any) -> None:
    errors: list[Exception] = []
    server = ModelServer(ModelReply("重复", fault))

    def wait() -> None:
        try:
            say(server, timeout=60)
        except openai.APIError as exc:
            errors.append(exc)

    with server:
        thread = threading.Thread(target=wait)
        thread.start()
        while not server.requests:
            pass
    thread.join(timeout=30)
    assert not thread.is_alive()
    assert len(errors) == 1


def test_key_model_and_path_are_checked_as_servers_do() -> None:
    with ModelServer("好", key="sk-right") as server:
        assert say(server, "sk-right") == "好"
        assert server.requests[-1].key == "sk-right"
        with pytest.raises(openai.AuthenticationError) as caught:
            say(server, "sk-wrong")
        assert caught.value.code == "invalid_api_key"
        with client_of(server, "sk-right") as client:
            with pytest.raises(openai.NotFoundError, match="does not exist") as missing:
                client.chat.completions.create(model="other", messages=ASKED)
            assert missing.value.code == "model_not_found"
            assert [model.id for model in client.models.list()] == ["scripted"]
            bare = client.with_options(base_url=server.base_url.removesuffix("/v1"))
            with pytest.raises(openai.NotFoundError):
                bare.models.list()


def test_embeddings_are_hashed_vectors_unless_told() -> None:
    with ModelServer() as server, client_of(server) as client:
        made = client.embeddings.create(model="scripted", input=["甲乙丙", "甲乙丙", "丁"])
        vectors = [row.embedding for row in made.data]
        assert vectors[0] == vectors[1] != vectors[2]
        with pytest.raises(openai.BadRequestError):
            client.embeddings.create(model="scripted", input=[[1, 2, 3]])
    with (
        ModelServer(embed=lambda texts: [[len(text), 1] for text in texts]) as server,
        client_of(server) as client,
    ):
        made = client.embeddings.create(model="scripted", input="三个字")
        assert made.data[0].embedding == [3, 1]


def test_embeddings_fail_and_recover() -> None:
    script = [ModelReply(fault="status", status=503), ModelReply()]
    with ModelServer(embed=script) as server, client_of(server) as client:
        with pytest.raises(openai.InternalServerError):
            client.embeddings.create(model="scripted", input="甲")
        assert len(client.embeddings.create(model="scripted", input="甲").data) == 1


def post(server: ModelServer, path: str, body: Any) -> Any:
    with client_of(server) as client:
        return client.post(path, cast_to=object, body=body)


def rerank(server: ModelServer, **more: Any) -> Any:
    asked = {"model": "scripted", "query": "区长", "documents": ["市长", "区长", "无"], **more}
    return post(server, "/rerank", asked)


def test_rerank_gives_the_best_first_and_no_more_than_asked() -> None:
    with ModelServer() as server:
        assert rerank(server, top_n=2)["results"] == [
            {"index": 1, "relevance_score": 1.0},
            {"index": 0, "relevance_score": 0.5},
        ]
    with ModelServer(rerank=lambda query, documents: [0.1, 0.2, 0.9]) as server:
        assert [r["index"] for r in rerank(server)["results"]] == [2, 1, 0]
    with ModelServer(rerank=ModelReply(body=[{"index": 0, "score": 1}])) as server:
        assert rerank(server) == [{"index": 0, "score": 1}]
    with ModelServer(rerank=ModelReply(fault="empty")) as server:
        assert rerank(server)["results"] == []


def test_what_no_endpoint_takes_is_refused() -> None:
    with ModelServer() as server:
        with pytest.raises(openai.BadRequestError, match="not a JSON object"):
            post(server, "/rerank", [1])
        with pytest.raises(openai.BadRequestError, match="query must be a string"):
            rerank(server, query=None)
        with pytest.raises(openai.NotFoundError, match="Invalid URL"):
            post(server, "/images", {"model": "scripted"})


def test_a_server_leaves_its_port_when_its_block_ends() -> None:
    script: ChatScript = "好"
    with ModelServer(script) as server:
        address = ("127.0.0.1", int(server.base_url.split(":")[2].split("/")[0]))
        with socket.create_connection(address):
            pass
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(address)
