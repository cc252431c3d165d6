"""``quwen doctor``: asks each configured endpoint once and says what works and what to change.

It changes nothing and never shows a key.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Literal

from assistant.errors import AssistantError, IndexMissingError, ModelError, StoreError
from assistant.index.catalog import Catalog
from assistant.index.store import DIMENSION, MISMATCH
from assistant.models.embeddings import EndpointEmbedding, make_embedding
from assistant.models.endpoints import (
    Endpoint,
    What,
    endpoint_of,
    fault_of,
    likely_address,
    shown_url,
)
from assistant.models.rerank import make_reranker
from assistant.settings import Settings

State = Literal["ok", "broken", "unset"]
LABELS: dict[State, str] = {"ok": "可用", "broken": "有误", "unset": "未设"}
_UNSET: dict[What, str] = {
    "对话": "没有设置对话模型:回答由文档原文摘取、核对而成,不需要模型",
    "向量": "没有设置向量模型:用内置的字符向量",
    "重排": "没有设置重排模型:按检索的次序",
}
_HINT = ";已经有地址或密钥,要用它请再设 {}_MODEL"
_WRONG_ADDRESS = "{}接口的地址不对,换成 {} 就能用;请把 {}_BASE_URL 改成后者。"
_WRONG_ADDRESS_AND = "{}接口的地址应改为 {}(设置 {}_BASE_URL),那里另有问题:{}"


@dataclass(frozen=True)
class Check:
    """What was found out about the index or one endpoint; ``message`` is a sentence."""

    name: str
    state: State
    message: str
    fault: str = ""
    base_url: str = ""
    model: str = ""
    seconds: float = 0.0


def examine(settings: Settings) -> list[Check]:
    """Look at the index and call every configured endpoint once."""
    written = _index_versions(settings)
    return [
        _check_index(settings),
        _check_endpoint(settings, "对话", _ask_chat),
        _check_endpoint(settings, "向量", lambda s: _ask_embedding(s, written)),
        _check_endpoint(settings, "重排", _ask_rerank),
    ]


def checks_json(checks: Sequence[Check]) -> dict[str, Any]:
    """Return the checks as plain JSON."""
    return {"ok": not any_broken(checks), "checks": [asdict(check) for check in checks]}


def render_checks(checks: Sequence[Check]) -> str:
    """Return one line for each check, and what they come to."""
    lines = [f"[{LABELS[check.state]}] {check.name}:{check.message}" for check in checks]
    broken = sum(check.state == "broken" for check in checks)
    verdict = f"有 {broken} 项要改,见上。" if broken else "没有要改的。"
    return "\n".join([*lines, verdict])


def any_broken(checks: Sequence[Check]) -> bool:
    """True if anything that is there or configured does not work."""
    return any(check.state == "broken" for check in checks)


def _index_versions(settings: Settings) -> dict[str, str]:
    try:
        return Catalog.open(settings.home).versions()
    except AssistantError:
        return {}


def _check_index(settings: Settings) -> Check:
    try:
        status = Catalog.open(settings.home).status()
    except IndexMissingError as exc:
        return Check("索引", "unset", str(exc))
    except AssistantError as exc:
        return Check("索引", "broken", str(exc), fault="index")
    written, current = status["versions"], make_embedding(settings).name
    if written.get("embedding") != current:
        message = MISMATCH.format(written.get("embedding"), current)
        return Check("索引", "broken", message, fault="embedding")
    held = f"{status['documents']} 份文档、{status['chunks']} 段"
    vectors = f"向量模型 {current}({written.get('dimension')} 维)"
    return Check("索引", "ok", f"{held},{vectors}。")


def _check_endpoint(settings: Settings, what: What, ask: Callable[[Settings], str]) -> Check:
    endpoint = endpoint_of(settings, what)
    if not endpoint.model:
        set_up = endpoint.base_url or endpoint.api_key.get_secret_value()
        hint = _HINT.format(endpoint.prefix) if set_up else ""
        return Check(what, "unset", f"{_UNSET[what]}{hint}。")
    started = time.perf_counter()
    state: State = "ok"
    fault = ""
    try:
        message = ask(settings)
    except ModelError as exc:
        state, fault, message = "broken", _fault(exc), str(exc)
        if fault in ("address", "protocol"):
            message = _other_address(settings, endpoint, ask) or message
    except StoreError as exc:
        state, fault, message = "broken", "dimension", str(exc)
    seconds = round(time.perf_counter() - started, 2)
    address = shown_url(endpoint.base_url)
    return Check(what, state, message, fault, address, endpoint.model, seconds)


def _other_address(settings: Settings, endpoint: Endpoint, ask: Callable[[Settings], str]) -> str:
    """Return what to change if the endpoint answers under the address that was probably meant."""
    address = likely_address(endpoint.base_url)
    if address == endpoint.base_url.rstrip("/"):
        return ""
    field = f"{endpoint.prefix.removeprefix('QUWEN_').lower()}_base_url"
    shown = shown_url(address)
    try:
        ask(settings.model_copy(update={field: address}))
    except ModelError as exc:
        if _fault(exc) in ("address", "protocol"):
            return ""
        return _WRONG_ADDRESS_AND.format(endpoint.what, shown, endpoint.prefix, exc)
    except StoreError as exc:
        return _WRONG_ADDRESS_AND.format(endpoint.what, shown, endpoint.prefix, exc)
    return _WRONG_ADDRESS.format(endpoint.what, shown, endpoint.prefix)


def _fault(exc: ModelError) -> str:
    return fault_of(exc.__cause__) if exc.__cause__ is not None else "protocol"


def _ask_chat(settings: Settings) -> str:
    """Wait for the first word of a streamed reply, as an answer does."""
    from openai import OpenAI, OpenAIError

    endpoint = endpoint_of(settings, "对话")
    client = OpenAI(
        base_url=endpoint.base_url or None,
        api_key=endpoint.key.get_secret_value(),
        timeout=settings.timeout_seconds,
        max_retries=0,
    )
    deadline = time.monotonic() + settings.timeout_seconds
    try:
        with (
            client,
            client.chat.completions.create(
                model=endpoint.model,
                messages=[{"role": "user", "content": "请只回答一个字:好"}],
                stream=True,
            ) as stream,
        ):
            for chunk in stream:
                delta = chunk.choices[0].delta if chunk.choices else None
                if delta and (delta.content or getattr(delta, "reasoning_content", None)):
                    return f"{shown_url(endpoint.base_url)} 的模型 {endpoint.model} 有回答。"
                if time.monotonic() > deadline:
                    raise TimeoutError
            raise ValueError("no text")
    except (OpenAIError, OSError, ValueError, TypeError, KeyError, AttributeError) as exc:
        raise endpoint.error(exc) from exc


def _ask_embedding(settings: Settings, written: dict[str, str]) -> str:
    """Embed one word and hold the length of the vector against the index."""
    embedding = EndpointEmbedding(settings.model_copy(update={"retries": 0}))
    length = embedding.dimension
    kept = written.get("dimension", "")
    if written.get("embedding") == embedding.name and kept not in ("", str(length)):
        raise StoreError(DIMENSION.format(kept, embedding.name, length))
    endpoint = endpoint_of(settings, "向量")
    return f"{shown_url(endpoint.base_url)} 的模型 {endpoint.model} 给出 {length} 维的向量。"


def _ask_rerank(settings: Settings) -> str:
    """Have two passages put in order."""
    reranker, endpoint = make_reranker(settings), endpoint_of(settings, "重排")
    if reranker is None:
        raise ModelError(
            f"设了重排模型 {endpoint.model} 而没有地址;请把 {endpoint.prefix}_BASE_URL "
            "写成 http:// 或 https:// 开头的完整地址。"
        )
    reranker.score("养老床位有多少张?", ["新增养老床位300张。", "改造老旧小区31个。"])
    return f"{shown_url(endpoint.base_url)} 的模型 {endpoint.model} 给出了次序。"
