"""The chat model behind an OpenAI-compatible address: messages in, pieces of text out.

Every way in which an endpoint can fail ends in a ``ModelError``, and all calls for one answer,
waiting and retries included, end within ``settings.timeout_seconds``.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from pydantic import SecretStr

from assistant.errors import ModelError
from assistant.models.endpoints import model_error
from assistant.settings import Settings

if TYPE_CHECKING:
    from langchain_core.messages import BaseMessage
    from langchain_core.runnables import Runnable

FIRST_WAIT = 0.5  # seconds before the first retry; doubled for each further one
LONGEST_ANSWER = 6000  # characters after which a model that does not stop is stopped
RETRIED = {408, 409, 425, 429, 500, 502, 503, 504}
# What some servers and models refuse, by the word for it in their complaint.
_OPTIONAL = {"stream_options": "stream_usage", "temperature": "temperature"}


class Meter:
    """What the calls for one answer cost, and the time that is left for them.

    Tokens stay 0 where an endpoint does not report them.
    """

    def __init__(self, settings: Settings) -> None:
        self.name = settings.chat_model
        self.calls = self.tokens_in = self.tokens_out = 0
        self.first_sentence_seconds: float | None = None
        self.stopped = False  # nobody reads on: what still comes is not waited for
        self.started = time.monotonic()
        self.deadline = self.started + settings.timeout_seconds

    @property
    def left(self) -> float:
        """Seconds until the deadline."""
        return self.deadline - time.monotonic()

    def count(self, usage: Any) -> None:
        """Add the tokens that a piece of a stream reports."""
        if usage:
            self.tokens_in += usage.get("input_tokens", 0)
            self.tokens_out += usage.get("output_tokens", 0)

    @property
    def spent(self) -> dict[str, Any]:
        """The costs so far as plain JSON."""
        return {
            "name": self.name,
            "calls": self.calls,
            "tokens_in": self.tokens_in,
            "tokens_out": self.tokens_out,
            "first_sentence_seconds": self.first_sentence_seconds,
            "seconds": round(time.monotonic() - self.started, 3),
        }

    def released(self) -> None:
        """Note that a sentence was released; the first one counts."""
        if self.first_sentence_seconds is None:
            self.first_sentence_seconds = round(time.monotonic() - self.started, 3)


class ChatModel:
    """One chat model, shared by all questions and threads."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self.name = settings.chat_model
        self._refused: set[str] = set()  # options that the endpoint does not take

    def stream(self, messages: Sequence[BaseMessage], meter: Meter) -> Iterator[str]:
        """Yield the model's text as it comes, at most ``LONGEST_ANSWER`` characters.

        Raises:
            ModelError: the endpoint failed, before or amid its answer, or took too long.
        """
        for attempt in range(self._settings.retries + 1):
            begun = False
            try:
                for piece in self._pieces(messages, meter):
                    begun = True
                    yield piece
                return
            except Exception as exc:
                if isinstance(exc, ModelError):
                    raise
                wait = self._wait(exc, attempt)
                if begun or wait is None or wait >= meter.left:
                    raise self._error(exc) from exc
                time.sleep(wait)

    def _pieces(self, messages: Sequence[BaseMessage], meter: Meter) -> Iterator[str]:
        length = 0
        meter.calls += 1
        for chunk in self._model(max(meter.left, 0.1)).stream(list(messages)):
            meter.count(getattr(chunk, "usage_metadata", None))
            text = chunk.text
            if text:
                yield text
            length += len(text)
            if length > LONGEST_ANSWER or meter.stopped:
                return
            if meter.left < 0:
                raise TimeoutError
        if not length:
            raise ValueError("no text")

    def _wait(self, exc: Exception, attempt: int) -> float | None:
        """Seconds to wait before another try; None where another try is of no use."""
        if attempt >= self._settings.retries:
            return None
        status = getattr(exc, "status_code", None)
        if status == 400 and self._give_up_option(exc):
            return 0.0
        if status is not None and status not in RETRIED:
            return None
        response = getattr(exc, "response", None)
        asked = response.headers.get("retry-after", "") if response is not None else ""
        backoff = FIRST_WAIT * 2.0**attempt
        return max(float(asked), backoff) if asked.replace(".", "", 1).isdecimal() else backoff

    def _give_up_option(self, exc: Exception) -> bool:
        """Leave out what the endpoint complains about, from now on."""
        said = str(exc)
        new = {option for word, option in _OPTIONAL.items() if word in said} - self._refused
        self._refused |= new
        return bool(new)

    def _error(self, exc: Exception) -> ModelError:
        settings = self._settings
        return model_error(
            exc, what="对话", base_url=settings.chat_base_url, model=settings.chat_model
        )

    def _model(self, timeout: float) -> Runnable[Any, BaseMessage]:
        options: dict[str, Any] = {"timeout": timeout}
        if "stream_usage" not in self._refused:
            options["stream_usage"] = True
        if "temperature" not in self._refused:
            options["temperature"] = self._settings.temperature
        bound: Runnable[Any, BaseMessage] = self._client.bind(**options)
        return bound.with_config(run_name="chat model")

    @cached_property
    def _client(self) -> Any:
        from langchain_openai import ChatOpenAI

        settings = self._settings
        return ChatOpenAI(
            model=settings.chat_model,
            base_url=settings.chat_base_url or None,
            # Local servers take any key, but the client insists on one.
            api_key=settings.chat_api_key
            if settings.chat_api_key.get_secret_value()
            else SecretStr("none"),
            use_responses_api=False,  # other servers speak chat completions only
            max_retries=0,  # retried here, within the deadline of the whole answer
        )


def make_chat(settings: Settings) -> ChatModel | None:
    """Return the chat model that the settings name, or None if they name none."""
    return ChatModel(settings) if settings.chat_model else None
