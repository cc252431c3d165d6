"""Conversations on disk: one file each below ``<home>/history``, apart from the index.

A file is JSON lines: a header, then one line per exchange. Listing reads the first lines only.
A question is added as a line, and so is the question with its answer, which takes its place; any
other change writes the file anew beside itself and swaps it in. A process that is killed leaves all
that was there before, and at most a line that breaks off, which counts as not written.
"""

from __future__ import annotations

import errno
import os
import re
import secrets
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Literal

from assistant.codec import from_json, to_json
from assistant.errors import HistoryError
from assistant.schema import Answer, Scope, Turn
from assistant.tables.focus import turn_of

Verdict = Literal["", "up", "down"]
_Stamp = tuple[int, int]

_ID = re.compile(r"[0-9a-f]{12}")
_FILE = re.compile(_ID.pattern + r"\.jsonl")
_TITLE_CHARS = 30
_KEPT = 16
# What reading raises on a line that is not what was written.
_DAMAGED = (ValueError, KeyError, TypeError, IndexError, AttributeError)


@dataclass(frozen=True, slots=True)
class Exchange:
    """A question and its answer; ``answer`` is None while it is made or when it was stopped."""

    question: str
    answer: Answer | None = None
    asked: str = ""
    verdict: Verdict = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Header:
    """What a list of conversations shows. ``updated`` is an ISO time."""

    id: str
    title: str
    created: str
    updated: str


@dataclass(frozen=True, slots=True)
class _Head:
    """The first line of a file."""

    title: str
    created: str
    scope: Scope


@dataclass(frozen=True, slots=True)
class Conversation:
    """A conversation; ``title`` is empty until it is named by hand or by its first question."""

    id: str
    title: str = ""
    created: str = ""
    scope: Scope = field(default_factory=Scope)
    exchanges: tuple[Exchange, ...] = ()

    @property
    def turns(self) -> tuple[Turn, ...]:
        """The answered exchanges as the history that the next question is read with."""
        return tuple(turn_of(e.answer) for e in self.exchanges if e.answer is not None)


def make_title(question: str) -> str:
    r"""Shorten a question to a title of one line.

    >>> make_title("  钱塘区\n2024年GDP目标?")
    '钱塘区 2024年GDP目标?'
    """
    line = " ".join(question.split())
    return line if len(line) <= _TITLE_CHARS else line[: _TITLE_CHARS - 1] + "…"


def new_conversation() -> Conversation:
    """An empty conversation with an id of its own; nothing is written yet."""
    return Conversation(secrets.token_hex(6), created=_now())


class History:
    """The conversations below a folder: one object per process, shared by its threads."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = threading.RLock()
        self._headers: dict[str, tuple[_Stamp, Header]] = {}
        self._kept: dict[Path, tuple[_Stamp, Conversation]] = {}

    def headers(self, words: str = "") -> list[Header]:
        """Conversations, the last changed first; with ``words``, those that contain every word."""
        found = []
        entries = list(self._entries())
        for name in self._headers.keys() - {entry.name for entry in entries}:
            self._headers.pop(name, None)
        for entry in entries:
            try:
                header = self._header(entry)
                if not words or _contains(header, Path(entry), words):
                    found.append(header)
            except (OSError, *_DAMAGED):
                continue  # deleted under us, or damaged: it cannot be opened, so it is not offered
        return sorted(found, key=lambda header: (header.updated, header.id), reverse=True)

    def load(self, conversation_id: str) -> Conversation:
        """Read a conversation.

        Raises:
            HistoryError: there is none of this id, or its file is damaged.
        """
        path = self._path(conversation_id)
        try:
            stamp = _stamp_of(path.stat())
            kept = self._kept.get(path)
            if kept is not None and kept[0] == stamp:
                return kept[1]
            return self._keep(path, stamp, _read(path))
        except FileNotFoundError as exc:
            raise HistoryError("这个对话已经不在了;请从左边打开别的对话,或开始新对话。") from exc
        except (OSError, *_DAMAGED) as exc:
            raise HistoryError(f"对话文件 {path} 读不出来;可以删除它,其余对话不受影响。") from exc

    def append(self, conversation: Conversation, exchange: Exchange) -> Conversation:
        """Add an exchange to what is on disk by now (another window may have added its own)."""
        with self._lock:
            now = self._now(conversation)
            return self._add(now, (*now.exchanges, exchange), exchange)

    def replace_last(self, conversation: Conversation, exchange: Exchange) -> Conversation:
        """Put an exchange in the place of the last one that asked the same question."""
        with self._lock:
            now = self._now(conversation)
            place = _place_of(exchange, now.exchanges)
            exchanges = (*now.exchanges[:place], exchange, *now.exchanges[place + 1 :])
            if place < len(now.exchanges) and not _answers(exchange, now.exchanges[place]):
                return self._write(replace(now, exchanges=exchanges))
            return self._add(now, exchanges, exchange)

    def drop_last(self, conversation: Conversation) -> Conversation:
        """Take the last exchange away, to ask it again in other words."""
        with self._lock:
            now = self._now(conversation)
            return self._write(replace(now, exchanges=now.exchanges[:-1]))

    def set_scope(self, conversation: Conversation, scope: Scope) -> Conversation:
        """Remember what the conversation is limited to; writes only if it is on disk already."""
        if not self._path(conversation.id).exists():
            return replace(conversation, scope=scope)
        with self._lock:
            return self._write(replace(self.load(conversation.id), scope=scope))

    def rename(self, conversation_id: str, title: str) -> Conversation:
        """Give a conversation another title.

        Raises:
            HistoryError: there is none of this id, or it cannot be read.
        """
        with self._lock:
            return self._write(replace(self.load(conversation_id), title=make_title(title)))

    def delete(self, conversation_id: str) -> None:
        """Remove a conversation; one that is gone already is no error."""
        with self._lock:
            path = self._path(conversation_id)
            path.unlink(missing_ok=True)
            self._kept.pop(path, None)

    def _entries(self) -> Iterator[os.DirEntry[str]]:
        try:
            with os.scandir(self._folder) as entries:
                yield from (e for e in entries if _FILE.fullmatch(e.name))
        except FileNotFoundError:
            return

    def _path(self, conversation_id: str) -> Path:
        # The id comes from the page's address: nothing but twelve hex digits may become a path.
        if not _ID.fullmatch(conversation_id):
            raise HistoryError("地址里的对话编号不对;请从左边打开一个对话,或开始新对话。")
        return self._folder / f"{conversation_id}.jsonl"

    def _header(self, entry: os.DirEntry[str]) -> Header:
        stat = entry.stat()
        cached = self._headers.get(entry.name)
        if cached is not None and cached[0] == _stamp_of(stat):
            return cached[1]
        with open(entry, encoding="utf-8", newline="\n") as lines:
            first = from_json(_Head, next(lines, ""))
        updated = datetime.fromtimestamp(stat.st_mtime).isoformat(timespec="microseconds")
        name = entry.name.removesuffix(".jsonl")
        header = Header(name, first.title or "未命名", first.created, updated)
        self._headers[entry.name] = (_stamp_of(stat), header)
        return header

    def _now(self, conversation: Conversation) -> Conversation:
        """The conversation as it is on disk, if it is there."""
        on_disk = self._path(conversation.id).exists()
        return self.load(conversation.id) if on_disk else conversation

    def _add(
        self, before: Conversation, exchanges: tuple[Exchange, ...], exchange: Exchange
    ) -> Conversation:
        """Write one more line; the whole file where it is new, or its last line broke off."""
        title = before.title or make_title(exchanges[0].question)
        after = replace(before, exchanges=exchanges, title=title)
        path = self._path(before.id)
        if title != before.title or not path.exists():
            return self._write(after)
        with open(path, "ab+", buffering=0) as file:
            file.seek(-1, os.SEEK_END)
            if file.read(1) != b"\n":
                return self._write(after)
            line = _encoded([exchange])
            if file.write(line) != len(line):
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))
            return self._keep(path, _stamp_of(os.fstat(file.fileno())), after)

    def _write(self, conversation: Conversation) -> Conversation:
        self._folder.mkdir(parents=True, exist_ok=True)
        path = self._path(conversation.id)
        head = _Head(conversation.title, conversation.created, conversation.scope)
        temporary = path.with_suffix(f".{os.getpid()}.tmp")
        temporary.write_bytes(_encoded([head, *conversation.exchanges]))
        stamp = _stamp_of(temporary.stat())
        os.replace(temporary, path)
        return self._keep(path, stamp, conversation)

    def _keep(self, path: Path, stamp: _Stamp, conversation: Conversation) -> Conversation:
        """Remember the last few conversations, so that a long one is not read for each question."""
        with self._lock:
            self._kept.pop(path, None)
            self._kept[path] = (stamp, conversation)
            while len(self._kept) > _KEPT:
                del self._kept[next(iter(self._kept))]
        return conversation


def _read(path: Path) -> Conversation:
    # Not splitlines(): U+2028 and the like may stand inside a record.
    first, *lines = _text(path).split("\n")
    head = from_json(_Head, first)
    exchanges: list[Exchange] = []
    for line in lines:
        exchange = from_json(Exchange, line)
        place = _place_of(exchange, exchanges)
        if place < len(exchanges) and _answers(exchange, exchanges[place]):
            exchanges[place] = exchange
        else:
            exchanges.append(exchange)
    return Conversation(path.stem, head.title, head.created, head.scope, tuple(exchanges))


def _text(path: Path) -> str:
    """All lines of a file but one that broke off, perhaps within a character."""
    return path.read_bytes().rpartition(b"\n")[0].decode("utf-8")


def _encoded(records: Sequence[object]) -> bytes:
    # A question may hold half of a surrogate pair, which UTF-8 does not take.
    return "".join(to_json(record) + "\n" for record in records).encode("utf-8", "replace")


def _place_of(exchange: Exchange, exchanges: Sequence[Exchange]) -> int:
    """Where the last exchange stands that was asked at the same moment, else behind them all."""
    places = reversed(range(len(exchanges)))
    return next((n for n in places if exchanges[n].asked == exchange.asked), len(exchanges))


def _answers(exchange: Exchange, earlier: Exchange) -> bool:
    """True if an exchange is what became of an earlier one that was still open."""
    return bool(exchange.asked) and exchange.asked == earlier.asked and earlier.answer is None


def _stamp_of(stat: os.stat_result) -> _Stamp:
    """What changes with every change of a file, also within one tick of the system's clock."""
    return stat.st_mtime_ns, stat.st_size


def stamp(question: str) -> Exchange:
    """An exchange that begins now and has no answer yet."""
    return Exchange(question, asked=_now())


def _contains(header: Header, path: Path, words: str) -> bool:
    wanted = words.casefold().split()
    title = header.title.casefold()
    if all(word in title for word in wanted):
        return True
    text = _text(path).casefold()
    return all(word in text for word in wanted)


def _now() -> str:
    return datetime.now().isoformat(timespec="microseconds")
