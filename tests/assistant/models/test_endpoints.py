"""Every way in which a server fails becomes one sentence, and the key never stands in it."""

from __future__ import annotations

import re
import socket
from typing import Any

import openai
import pytest

from assistant.models.endpoints import Fault, fault_of, model_error
from assistant.testing import ModelReply, ModelServer

KEY = "sk-very-secret-0123456789"
ASKED: Any = [{"role": "user", "content": "目标?"}]


def failed(base_url: str, *, key: str = KEY, model: str = "scripted", **more: Any) -> Exception:
    with openai.OpenAI(base_url=base_url, api_key=key, max_retries=0, timeout=0.3) as client:
        try:
            made: Any = client.chat.completions.create(model=model, messages=ASKED, **more)
            said = (
                "".join(c.choices[0].delta.content or "" for c in made) if more else made.choices[0]
            )
        except Exception as exc:  # noqa: BLE001 - whatever the client raises is what is tested
            return exc
    raise AssertionError(f"did not fail: {said}")


def sentence(exc: Exception, base_url: str, model: str = "scripted") -> str:
    error = model_error(exc, what="对话", base_url=base_url, model=model)
    text = str(error)
    assert re.fullmatch(r"对话接口 [^。]+;请[^。]+。", text), text
    assert "\n" not in text
    assert KEY not in text
    return text


def body(message: str, code: str = "") -> dict[str, Any]:
    return {"error": {"message": message, "code": code}}


ANSWERS: list[tuple[ModelReply, Fault, str]] = [
    (ModelReply(f"bad key {KEY}", "status", 401), "key", "QUWEN_CHAT_API_KEY"),
    (
        ModelReply("API key not valid. Pass a valid API key.", "status", 400),
        "key",
        "QUWEN_CHAT_API_KEY",
    ),
    (ModelReply(f"no access for {KEY}", "status", 403), "forbidden", "no access for ***"),
    (ModelReply('model "x" not found, try pulling it', "status", 404), "model", "_MODEL"),
    (ModelReply("Model Not Exist", "status", 400), "model", "QUWEN_CHAT_MODEL"),
    (ModelReply("模型不存在,请检查模型代码", "status", 400), "model", "QUWEN_CHAT_MODEL"),
    (ModelReply("Not Found", "status", 404), "address", "QUWEN_CHAT_BASE_URL"),
    (ModelReply("Method Not Allowed", "status", 405), "address", "QUWEN_CHAT_BASE_URL"),
    (ModelReply("slow down", "status", 429, retry_after=7), "rate", "请过 7 秒再试"),
    (ModelReply("slow down", "status", 429), "rate", "请稍后再试"),
    (ModelReply("You exceeded your current quota", "status", 429), "quota", "充值"),
    (ModelReply("Insufficient Balance", "status", 402), "quota", "充值"),
    (ModelReply("boom", "status", 500), "server", "(500)"),
    (ModelReply("loading", "status", 503), "server", "(503)"),
    (ModelReply("input is too long。\nshorten", "status", 413), "request", "too long; shorten"),
    (ModelReply(fault="silent"), "timeout", "等了 0.3 秒"),
    (ModelReply("一二三四", "reset"), "reset", "断开"),
    (ModelReply("一二三四", "malformed"), "protocol", "OpenAI 协议"),
    (ModelReply(fault="empty"), "protocol", "OpenAI 协议"),
    (ModelReply(body="busy"), "protocol", "OpenAI 协议"),
]


@pytest.mark.parametrize(("reply", "fault", "said"), ANSWERS)
def test_what_a_server_answers_is_told(reply: ModelReply, fault: Fault, said: str) -> None:
    with ModelServer(reply) as server:
        exc = failed(server.base_url)
    assert fault_of(exc) == fault
    told = sentence(exc, server.base_url)
    assert said in told
    assert server.base_url in told


@pytest.mark.parametrize(
    ("reply", "fault"),
    [
        (ModelReply("一二三四", "reset"), "reset"),
        (ModelReply("一二三四", "malformed"), "protocol"),
        (ModelReply("一二三四", "silent"), "timeout"),
        (ModelReply("x", "status", 500), "server"),
    ],
)
def test_what_breaks_a_stream_is_told(reply: ModelReply, fault: Fault) -> None:
    with ModelServer(reply) as server:
        exc = failed(server.base_url, stream=True)
    assert fault_of(exc) == fault
    sentence(exc, server.base_url)


def test_a_wrong_key_model_and_path_are_told_apart() -> None:
    with ModelServer("好", key="sk-right") as server:
        assert fault_of(failed(server.base_url)) == "key"
        exc = failed(server.base_url, key="sk-right", model="gpt-9")
        assert fault_of(exc) == "model"
        assert "模型 gpt-9 不存在(404)" in sentence(exc, server.base_url, "gpt-9")
        bare = server.base_url.removesuffix("/v1")
        exc = failed(bare, key="sk-right")
        assert fault_of(exc) == "address"
        assert f"{bare}/v1)" in sentence(exc, bare)


@pytest.mark.parametrize(
    ("base_url", "fault", "said"),
    [
        ("http://127.0.0.1:9/v1", "refused", "127.0.0.1:9"),
        ("localhost:11434/v1", "url", "http://"),
        ("127.0.0.1/v1", "url", "http://"),
    ],
)
def test_an_address_where_nothing_answers_is_told(base_url: str, fault: Fault, said: str) -> None:
    exc = failed(base_url)
    assert fault_of(exc) == fault
    assert said in sentence(exc, base_url)


def test_a_host_without_an_address_is_told() -> None:
    request = failed("http://127.0.0.1:9/v1").request  # type: ignore[attr-defined]
    exc = openai.APIConnectionError(request=request)
    exc.__cause__ = socket.gaierror(-2, "Name or service not known")
    assert fault_of(exc) == "host"
    assert "找不到主机" in sentence(exc, "http://no-such-host/v1")


def test_encryption_where_there_is_none_is_told() -> None:
    with ModelServer("好") as server:
        address = server.base_url.replace("http:", "https:")
        exc = failed(address)
    assert fault_of(exc) == "tls"
    assert "https" in sentence(exc, address)


@pytest.mark.parametrize("key", ["你的密钥", "sk-one\nsk-two"])
def test_a_key_that_cannot_be_sent_is_told(key: str) -> None:
    with ModelServer("好") as server:
        exc = failed(server.base_url, key=key)
    assert fault_of(exc) == "key"
    assert key not in sentence(exc, server.base_url)


def test_a_secret_in_the_address_is_not_shown() -> None:
    address = f"http://me:{KEY}@127.0.0.1:9/v1?api_key={KEY}"
    assert "http://127.0.0.1:9/v1 " in sentence(failed(address), address)


def test_each_endpoint_is_named_with_its_settings() -> None:
    exc = ValueError("x")
    told = [
        str(model_error(exc, what=what, base_url="http://a/v1", model="m"))
        for what in ("向量", "重排")
    ]
    assert "QUWEN_EMBEDDING_BASE_URL" in told[0]
    assert "QUWEN_RERANK_BASE_URL" in told[1]
    assert "/rerank" in told[1]
    assert "QUWEN_X_MODEL" in str(
        model_error(exc, what="对话", base_url="", model="m", prefix="QUWEN_X")
    )
