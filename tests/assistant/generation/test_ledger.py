"""Kept answers and their costs: bounded, lost without harm."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

import pytest

from assistant.generation.ledger import FILE, KEPT_CALLS, Ledger
from assistant.schema import EVERYTHING, Answer, Citation, Scope
from assistant.settings import Settings

COST: dict[str, Any] = {
    "name": "m",
    "calls": 1,
    "tokens_in": 900,
    "tokens_out": 40,
    "first_sentence_seconds": 0.5,
    "seconds": 1.0,
    "error": "",
    "fell_back": False,
}


def ledger(home: Path, **changed: Any) -> Ledger:
    return Ledger(Settings(home=home, chat_model="m", **changed))


def answer(text: str = "增长6%[1]。") -> Answer:
    cited = Citation(1, "a.txt", 0, 4, "增长6%")
    return Answer("增长多少?", "甲区增长多少?", text, citations=(cited,), mode="model")


def test_what_is_kept_comes_back_whole(tmp_path: Path) -> None:
    book = ledger(tmp_path)
    assert book.load("key") is None
    book.keep("key", answer())
    assert ledger(tmp_path).load("key") == answer()


def test_the_key_tells_question_index_scope_and_model_apart(tmp_path: Path) -> None:
    book, base = ledger(tmp_path), answer()
    keys = [
        book.key(base, EVERYTHING, "1"),
        book.key(base, EVERYTHING, "2"),
        book.key(base, Scope(years=("2023",)), "1"),
        book.key(Answer("别的?", "别的?", base.text), EVERYTHING, "1"),
        book.key(answer("增长7%[1]。"), EVERYTHING, "1"),
        ledger(tmp_path, temperature=1.0).key(base, EVERYTHING, "1"),
        Ledger(Settings(home=tmp_path, chat_model="n")).key(base, EVERYTHING, "1"),
    ]
    assert len(set(keys)) == len(keys)
    assert book.key(base, EVERYTHING, "1") == keys[0]


def test_the_least_recently_used_make_room(tmp_path: Path) -> None:
    book = ledger(tmp_path, answer_cache_mb=1)
    for name in ("a", "b"):
        book.keep(name, answer(name * 400_000))
    assert book.load("a") is not None
    book.keep("c", answer("c" * 400_000))
    assert [book.load(name) is not None for name in ("a", "b", "c")] == [True, False, True]
    book.keep("d", answer("d" * 2_000_000))
    assert book.load("d") is None


def test_nothing_is_kept_where_the_cache_is_off(tmp_path: Path) -> None:
    book = ledger(tmp_path, answer_cache_mb=0)
    book.keep("key", answer())
    assert book.load("key") is None
    assert ledger(tmp_path).load("key") is None


@pytest.mark.parametrize("content", [b"", b"no database at all" * 100])
def test_a_damaged_file_costs_only_the_cache(tmp_path: Path, content: bytes) -> None:
    (tmp_path / FILE).write_bytes(content)
    book = ledger(tmp_path)
    book.keep("key", answer())
    book.note(COST)
    assert book.load("key") in (None, answer())
    assert isinstance(book.summary(), dict)


def test_an_answer_of_another_version_is_not_given(tmp_path: Path) -> None:
    import sqlite3

    book = ledger(tmp_path)
    book.keep("key", answer())
    with sqlite3.connect(tmp_path / FILE) as connection:
        connection.execute("update answers set answer = '{\"older\": 1}'")
    connection.close()
    assert book.load("key") is None


def test_costs_are_summed_and_bounded(tmp_path: Path) -> None:
    book = ledger(tmp_path)
    assert book.summary() == {}
    book.note(COST)
    book.note({**COST, "fell_back": True, "first_sentence_seconds": None, "calls": 2})
    book.note({**COST, "error": "断了", "seconds": 3.0})
    total = book.summary()
    assert (total["answers"], total["calls"], total["tokens_in"]) == (3, 4, 2700)
    assert (total["fell_back"], total["failed"]) == (1, 1)
    assert (total["median_first_sentence_seconds"], total["median_seconds"]) == (0.5, 1.0)
    assert KEPT_CALLS >= 100


def test_threads_may_share_it(tmp_path: Path) -> None:
    book = ledger(tmp_path)
    threads = [
        threading.Thread(target=lambda n=n: (book.keep(str(n), answer()), book.note(COST)))
        for n in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert book.summary()["answers"] == 8
    assert all(book.load(str(n)) == answer() for n in range(8))
