"""The chat model over a real connection: pieces, tokens, and every way in which a server fails."""

from __future__ import annotations

import time

import pytest
from langchain_core.messages import HumanMessage
from pydantic import SecretStr

from assistant.errors import ModelError
from assistant.models.llm import LONGEST_ANSWER, ChatModel, Meter, make_chat
from assistant.settings import Settings
from assistant.testing import ModelReply, ModelServer
from assistant.testing.server import ChatScript

ASKED = [HumanMessage("上城区2022年GDP增长多少?")]
KEY = "sk-very-secret-0815"


def settings_for(server: ModelServer, **changed: object) -> Settings:
    values: dict[str, object] = {
        "chat_base_url": server.base_url,
        "chat_api_key": SecretStr(KEY),
        "chat_model": "scripted",
        "retries": 0,
    }
    return Settings(**{**values, **changed})  # type: ignore[arg-type]


def said_by(script: ChatScript, **changed: object) -> tuple[str, Meter, ModelServer]:
    with ModelServer(script) as server:
        settings = settings_for(server, **changed)
        meter = Meter(settings)
        return "".join(ChatModel(settings).stream(ASKED, meter)), meter, server


def test_no_model_is_made_where_none_is_named() -> None:
    assert make_chat(Settings(chat_base_url="http://127.0.0.1:1/v1")) is None


def test_the_text_comes_in_pieces_and_its_tokens_are_counted() -> None:
    with ModelServer(ModelReply("增长3.1%[1]。", piece=2)) as server:
        settings = settings_for(server)
        meter = Meter(settings)
        pieces = list(ChatModel(settings).stream(ASKED, meter))
    assert "".join(pieces) == "增长3.1%[1]。"
    assert len(pieces) > 2
    assert meter.calls == 1
    assert meter.tokens_in >= len(str(ASKED[0].content))
    assert meter.tokens_out == len("增长3.1%[1]。")


def test_temperature_and_key_are_sent() -> None:
    _, _, server = said_by("好", temperature=0.3)
    assert server.requests[0].body["temperature"] == 0.3
    assert server.requests[0].key == KEY


@pytest.mark.parametrize(
    ("reply", "said"),
    [
        (ModelReply(fault="status", status=401), "QUWEN_CHAT_API_KEY"),
        (ModelReply(fault="status", status=404), "QUWEN_CHAT_"),
        (ModelReply(fault="status", status=429), "频繁"),
        (ModelReply(fault="status", status=500), "服务内部出错"),
        (ModelReply("增长3.1%", fault="reset"), "断开"),
        (ModelReply(fault="empty"), "协议"),
        (ModelReply("增长", fault="malformed"), "协议"),
        (ModelReply("增长", fault="silent"), "没有答完"),
    ],
    ids=lambda value: value.fault + str(value.status) if isinstance(value, ModelReply) else "",
)
def test_every_failure_is_one_sentence_without_the_key(reply: ModelReply, said: str) -> None:
    with pytest.raises(ModelError) as caught:
        said_by(reply, timeout_seconds=0.6)
    message = str(caught.value)
    assert said in message
    assert message.count("。") == 1
    assert KEY not in message


def test_a_refused_connection_is_a_model_error() -> None:
    settings = Settings(chat_base_url="http://127.0.0.1:9/v1", chat_model="m", retries=0)
    with pytest.raises(ModelError, match="连接被拒绝"):
        list(ChatModel(settings).stream(ASKED, Meter(settings)))


@pytest.mark.parametrize("status", [429, 500, 503])
def test_what_may_pass_is_tried_again(status: int) -> None:
    failing = ModelReply(fault="status", status=status, retry_after=0.01)
    text, meter, _ = said_by([failing, "好"], retries=1)
    assert (text, meter.calls) == ("好", 2)


@pytest.mark.parametrize("status", [401, 404])
def test_what_will_not_pass_is_not_tried_again(status: int) -> None:
    with ModelServer(ModelReply(fault="status", status=status)) as server:
        settings = settings_for(server, retries=3)
        with pytest.raises(ModelError):
            list(ChatModel(settings).stream(ASKED, Meter(settings)))
        assert len(server.requests) == 1


def test_a_wait_longer_than_the_time_left_is_not_waited_for() -> None:
    began = time.monotonic()
    with pytest.raises(ModelError):
        said_by(ModelReply(fault="status", status=429, retry_after=600), retries=5)
    assert time.monotonic() - began < 60  # it would be ten minutes


def test_what_was_begun_is_not_asked_for_twice() -> None:
    with ModelServer(ModelReply("增长3.1%,后面没有了", fault="reset")) as server:
        settings = settings_for(server, retries=3)
        with pytest.raises(ModelError):
            list(ChatModel(settings).stream(ASKED, Meter(settings)))
        assert len(server.requests) == 1


def test_a_model_that_never_stops_is_stopped() -> None:
    text, _, _ = said_by(ModelReply("还有,", fault="endless"))
    assert LONGEST_ANSWER < len(text) < 2 * LONGEST_ANSWER


def test_an_option_that_a_server_does_not_know_is_left_out_from_then_on() -> None:
    with ModelServer(
        lambda _: (
            ModelReply("unsupported value: 'temperature'", fault="status", status=400)
            if "temperature" in server.requests[-1].body
            else "好"
        )
    ) as server:
        settings = settings_for(server, retries=1)
        chat = ChatModel(settings)
        for _ in range(2):
            assert "".join(chat.stream(ASKED, Meter(settings))) == "好"
        assert [("temperature" in r.body) for r in server.requests] == [True, False, False]
