"""What a failed request to a model means, in one Chinese sentence that says what to change.

The client's exceptions come in, whichever endpoint they are of; a ``ModelError`` goes out. No key
ever stands in it, not even where the server repeats the key in its answer.
"""

from __future__ import annotations

import re
import socket
import ssl
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal
from urllib.parse import urlsplit

from pydantic import SecretStr

from assistant.errors import ModelError
from assistant.settings import Settings

What = Literal["对话", "向量", "重排"]
Fault = Literal[
    "key",  # missing or wrong
    "forbidden",
    "model",  # not there
    "address",  # nothing speaks the protocol under this path
    "url",  # no address at all
    "quota",
    "rate",
    "refused",
    "host",
    "tls",
    "timeout",
    "reset",
    "server",
    "request",
    "protocol",
]

PREFIXES: dict[What, str] = {
    "对话": "QUWEN_CHAT",
    "向量": "QUWEN_EMBEDDING",
    "重排": "QUWEN_RERANK",
}


@dataclass(frozen=True)
class Endpoint:
    """Where a model is asked, as the settings say."""

    what: What
    base_url: str
    api_key: SecretStr
    model: str

    @property
    def prefix(self) -> str:
        """What the names of its settings begin with."""
        return PREFIXES[self.what]

    @property
    def key(self) -> SecretStr:
        """The key to send: local servers take any, but the client insists on one."""
        return self.api_key if self.api_key.get_secret_value() else SecretStr("none")

    def error(self, exc: BaseException) -> ModelError:
        """Return the error to raise for what the endpoint's client raised."""
        return model_error(exc, what=self.what, base_url=self.base_url, model=self.model)


def endpoint_of(settings: Settings, what: What) -> Endpoint:
    """Return the endpoint of a kind; without a model it is not configured."""
    name = PREFIXES[what].removeprefix("QUWEN_").lower()
    base_url, api_key, model = (
        getattr(settings, f"{name}_{part}") for part in ("base_url", "api_key", "model")
    )
    return Endpoint(what, base_url, api_key, model)


_REASONS: dict[Fault, str] = {
    "key": "不接受现在的密钥{code};请把 {prefix}_API_KEY 改为这个地址的有效密钥",
    "forbidden": "不许使用这个模型{code};请确认账号的权限,或改 {prefix}_MODEL",
    "model": "不存在{code};请把 {prefix}_MODEL 改为服务里有的模型名,本机服务请先下载或加载它",
    "address": "在这个地址下没有找到{code};请检查 {prefix}_BASE_URL{hint}",
    "url": "没有可用的地址;请把 {prefix}_BASE_URL 写成 http:// 或 https:// 开头的完整地址",
    "quota": "额度或余额不够{code};请充值,或改 {prefix}_API_KEY、{prefix}_MODEL",
    "rate": "请求太频繁或额度已满{code};请{after}再试,或换一个额度更高的账号或模型",
    "refused": "连接被拒绝;请确认服务已经启动,{prefix}_BASE_URL 的主机和端口没有写错",
    "host": "找不到主机;请检查 {prefix}_BASE_URL 的写法和本机的网络",
    "tls": "加密连接没有建立;请检查 {prefix}_BASE_URL 该用 http 还是 https,以及服务的证书",
    "timeout": "{waited}没有答完;请检查服务是否正常,或调大 QUWEN_TIMEOUT_SECONDS",
    "reset": "连接中途断开;请稍后再试,总是这样就查看服务的日志",
    "server": "服务内部出错{code};请稍后再试,总是这样就查看服务的日志",
    "request": "没有接受请求{code};请检查 {prefix}_MODEL 是不是{what}模型",
    "protocol": "的回答不合{form};请检查 {prefix}_BASE_URL{hint}、{prefix}_MODEL 是不是{what}模型",
}
_MODEL_MISSING = re.compile(
    r"model.{0,80}?(not[ _]?(found|exist)|doesn't exist)|(no such|unknown|invalid) model"
    r"|模型.{0,40}?(不存在|未找到|找不到)",
    re.IGNORECASE | re.DOTALL,
)
_KEY_WRONG = re.compile(r"api[ _-]?key|密钥|令牌", re.IGNORECASE)
_QUOTA = re.compile(r"insufficient|quota|balance|billing|arrear|欠费|余额|额度", re.IGNORECASE)
_VERSION = re.compile(r"/v\d\w*(/|$)")
_ADDED_BY_CLIENTS = re.compile(r"/(chat/completions|completions|embeddings|rerank|models)$")
_LOOKS_SECRET = re.compile(r"(?i)bearer\s+\S+|\b[a-z]{2,4}-[\w*.-]{6,}|\S*\*{3,}\S*")
_MOST_SAID = 80  # characters of the server's own words


def model_error(
    exc: BaseException, *, what: What, base_url: str, model: str, prefix: str = ""
) -> ModelError:
    """Return the error to raise for what a client of an endpoint raised.

    ``prefix`` is that of the settings to name, by default those of the endpoint.

    >>> print(model_error(ValueError(), what="对话", base_url="http://localhost:1/v1", model="m"))
    对话接口 http://localhost:1/v1 的模型 m 的回答不合 OpenAI 协议;\
请检查 QUWEN_CHAT_BASE_URL、QUWEN_CHAT_MODEL 是不是对话模型。
    """
    fault = fault_of(exc)
    reason = _REASONS[fault].format(
        prefix=prefix or PREFIXES[what],
        what=what,
        code=_code(exc, said=fault in ("forbidden", "request")),
        hint=_hint(base_url),
        after=_after(exc),
        waited=_waited(exc),
        form="通用的 /rerank 格式" if what == "重排" else " OpenAI 协议",
    )
    return ModelError(f"{what}接口 {shown_url(base_url)} 的模型 {model} {reason}。")


def shown_url(base_url: str) -> str:
    """Return an address without what may be secret in it: user, password, parameters.

    >>> shown_url("https://user:secret@host:8000/v1?key=secret")
    'https://host:8000/v1'
    """
    if not base_url:
        return "(OpenAI 默认地址)"
    try:
        parts = urlsplit(base_url)
    except ValueError:
        return "(写法有误)"
    host = parts.netloc.rpartition("@")[2]
    return f"{parts.scheme}://{host}{parts.path}".rstrip("/") if host else parts.path[:80]


def lacks_version(base_url: str) -> bool:
    """True if an address has no part like ``/v1``, which nearly every service has.

    >>> lacks_version("http://localhost:11434"), lacks_version("https://host/api/paas/v4/")
    (True, False)
    """
    return bool(base_url) and not _VERSION.search(urlsplit(base_url).path)


def likely_address(base_url: str) -> str:
    """Return the address that was probably meant: without what the client adds, with a version.

    >>> likely_address("http://localhost:11434"), likely_address("https://h/v1/chat/completions")
    ('http://localhost:11434/v1', 'https://h/v1')
    """
    stem = _ADDED_BY_CLIENTS.sub("", base_url.rstrip("/"))
    return f"{stem}/v1" if lacks_version(stem) else stem


def fault_of(exc: BaseException) -> Fault:
    """Tell what kind of failure an exception of a client stands for."""
    from openai import APIConnectionError, APIError, APIStatusError, APITimeoutError

    if isinstance(exc, (APITimeoutError, TimeoutError)):
        return "timeout"
    if isinstance(exc, APIStatusError):
        return _fault_of_status(exc.status_code, _words(exc))
    if isinstance(exc, (APIConnectionError, OSError)):
        return _fault_of_connection(exc)
    if isinstance(exc, UnicodeEncodeError):  # the header with the key is all that must be ASCII
        return "key"
    if isinstance(exc, APIError) and exc.body is not None:
        return "quota" if _QUOTA.search(_words(exc)) else "request"
    return "protocol"


def _fault_of_status(status: int, said: str) -> Fault:
    """Some servers say 400 where others say 401 or 404; then the words decide."""
    if status in (400, 404) and _MODEL_MISSING.search(said):
        return "model"
    if status == 402 or (status in (403, 429) and _QUOTA.search(said)):
        return "quota"
    if status == 401 or (status in (400, 403) and _KEY_WRONG.search(said)):
        return "key"
    known: dict[int, Fault] = {
        403: "forbidden",
        404: "address",
        405: "address",
        408: "timeout",
        429: "rate",
    }
    return known.get(status, "server" if status >= 500 else "request")


def _fault_of_connection(exc: BaseException) -> Fault:
    causes = list(_causes(exc))
    kinds: list[tuple[type[BaseException], Fault]] = [
        (ConnectionRefusedError, "refused"),
        (socket.gaierror, "host"),
        (ssl.SSLError, "tls"),
        (TimeoutError, "timeout"),
        (ConnectionError, "reset"),
    ]
    for kind, fault in kinds:
        if any(isinstance(cause, kind) for cause in causes):
            return fault
    names = {type(cause).__name__ for cause in causes}
    if names & {"UnsupportedProtocol", "InvalidURL"}:
        return "url"
    if "LocalProtocolError" in names:  # a line break in the key, say
        return "key"
    return "refused" if "ConnectError" in names else "reset"


def _causes(exc: BaseException) -> Iterator[BaseException]:
    """Give an exception and those that led to it."""
    seen: set[int] = set()
    current: BaseException | None = exc
    while current is not None and id(current) not in seen:
        yield current
        seen.add(id(current))
        current = current.__cause__ or current.__context__


def _words(exc: BaseException) -> str:
    return f"{getattr(exc, 'code', '') or ''} {getattr(exc, 'message', '') or ''}"


def _code(exc: BaseException, *, said: bool) -> str:
    """Return status and, if wanted, the server's own words in brackets."""
    parts = [str(getattr(exc, "status_code", "")), _server_words(exc) if said else ""]
    shown = ":".join(filter(None, parts))
    return f"({shown})" if shown else ""


def _server_words(exc: BaseException) -> str:
    """Return what the server gave as its reason, short and without anything like a key."""
    body: Any = getattr(exc, "body", None)
    said = body.get("message") or body.get("detail") if isinstance(body, dict) else None
    if not isinstance(said, str):
        return ""
    key = _sent_key(exc)
    said = said.replace(key, "***") if len(key) > 3 else said
    said = " ".join(_LOOKS_SECRET.sub("***", said).replace("。", ";").split()).rstrip(";. ")
    return said if len(said) <= _MOST_SAID else said[:_MOST_SAID] + "…"


def _sent_key(exc: BaseException) -> str:
    request = getattr(exc, "request", None)
    header = request.headers.get("Authorization", "") if request is not None else ""
    return str(header).removeprefix("Bearer ").strip()


def _hint(base_url: str) -> str:
    address = likely_address(base_url)
    return f"(多数服务是 {shown_url(address)})" if address != base_url.rstrip("/") else ""


def _after(exc: BaseException) -> str:
    response = getattr(exc, "response", None)
    seconds = response.headers.get("Retry-After", "") if response is not None else ""
    return f"过 {seconds} 秒" if seconds.replace(".", "", 1).isdecimal() else "稍后"


def _waited(exc: BaseException) -> str:
    request = getattr(exc, "request", None)
    limits = request.extensions.get("timeout") or {} if request is not None else {}
    seconds = limits.get("read")
    return f"等了 {seconds:g} 秒" if seconds else "在限定的时间内"
