"""What the chat model has written and what it took, in one small file beside the index.

Answers are kept by question, index and model, so that the same question is not paid for twice; the
oldest go when the file outgrows its bound. It can be deleted at any time: nothing else knows it.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
import statistics
import time
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import asdict
from typing import Any

from assistant.codec import from_json, to_json
from assistant.generation.prompts import VERSION
from assistant.schema import Answer, Scope
from assistant.settings import Settings

FILE = "model.sqlite"
KEPT_CALLS = 1000  # answers whose cost is remembered
_SCHEMA = """
create table if not exists answers(
    key text primary key, answer text not null, size integer not null, used real not null);
create table if not exists costs(
    at real not null, model text not null, calls integer not null, tokens_in integer not null,
    tokens_out integer not null, first_seconds real, seconds real not null, outcome text not null);
"""


class Ledger:
    """Keeps answers and their costs. A file that cannot be written costs nothing but the cache."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._path = settings.home / FILE

    def key(self, base: Answer, scope: Scope, generation: str) -> str:
        """Return what stands for a question to this index and this model.

        The keyless answer is part of it, so that an answer never outlives what it was made from.
        """
        settings = self._settings
        made_by = (settings.chat_base_url, settings.chat_model, settings.temperature, VERSION)
        asked = (base.question, base.standalone_question, base.text, asdict(scope), generation)
        text = json.dumps([made_by, asked, settings.context_tokens], ensure_ascii=False)
        return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()

    def load(self, key: str) -> Answer | None:
        """Return the answer kept under a key."""
        if not self._settings.answer_cache_mb:
            return None
        with self._open() as connection:
            if connection is None:
                return None
            row = connection.execute("select answer from answers where key = ?", (key,)).fetchone()
            if row is None:
                return None
            connection.execute("update answers set used = ? where key = ?", (time.time(), key))
        return _answer_of(row[0])

    def keep(self, key: str, answer: Answer) -> None:
        """Keep an answer; the least recently used ones make room."""
        most = self._settings.answer_cache_mb * 1_000_000
        text = to_json(answer)
        size = len(text.encode("utf-8", "replace"))
        if size > most:
            return
        with self._open() as connection:
            if connection is None:
                return
            row = (key, text, size, time.time())
            connection.execute("insert or replace into answers values (?, ?, ?, ?)", row)
            connection.execute(
                "delete from answers where key in (select key from (select key, sum(size) over"
                " (order by used desc) as total from answers) where total > ?)",
                (most,),
            )

    def note(self, trace: Mapping[str, Any]) -> None:
        """Remember what an answer took, from the generator's trace."""
        outcome = "failed" if trace["error"] else "fell back" if trace["fell_back"] else "answered"
        with self._open() as connection:
            if connection is None:
                return
            connection.execute(
                "insert into costs values (?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    time.time(),
                    trace["name"],
                    trace["calls"],
                    trace["tokens_in"],
                    trace["tokens_out"],
                    trace["first_sentence_seconds"],
                    trace["seconds"],
                    outcome,
                ),
            )
            connection.execute(
                "delete from costs where rowid not in"
                " (select rowid from costs order by at desc limit ?)",
                (KEPT_CALLS,),
            )

    def summary(self) -> dict[str, Any]:
        """Return what the remembered answers took, in all and at the median; empty if none."""
        if not self._path.exists():
            return {}
        with self._open() as connection:
            if connection is None:
                return {}
            rows = connection.execute(
                "select calls, tokens_in, tokens_out, first_seconds, seconds, outcome from costs"
            ).fetchall()
            kept = connection.execute("select count(*) from answers").fetchone()[0]
        return _summed(rows, kept) if rows else {}

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection | None]:
        """Give a connection, or None where the file cannot be used; commit at the end."""
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            connection = sqlite3.connect(self._path, timeout=2)
            connection.executescript(_SCHEMA)
        except (sqlite3.Error, OSError):
            yield None
            return
        with closing(connection):
            try:
                yield connection
                connection.commit()
            except sqlite3.Error:
                # Damaged or locked: answers go on without it.
                return


def _answer_of(text: str) -> Answer | None:
    try:
        return from_json(Answer, text)
    except (ValueError, TypeError, KeyError):
        return None  # written by another version


def _summed(rows: list[tuple[Any, ...]], kept: int) -> dict[str, Any]:
    calls, tokens_in, tokens_out, first, seconds, outcomes = zip(*rows, strict=True)
    shown = [value for value in first if value is not None]
    return {
        "answers": len(rows),
        "calls": sum(calls),
        "tokens_in": sum(tokens_in),
        "tokens_out": sum(tokens_out),
        "median_first_sentence_seconds": round(statistics.median(shown), 2) if shown else None,
        "median_seconds": round(statistics.median(seconds), 2),
        "fell_back": outcomes.count("fell back"),
        "failed": outcomes.count("failed"),
        "cached_answers": kept,
    }
