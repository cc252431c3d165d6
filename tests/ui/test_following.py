"""An answer in the making: its events, its end, and who goes first."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import closing, nullcontext

import pytest

from assistant.errors import ModelError
from assistant.schema import Answer, Delta, Event, Stage
from ui.following import Run, follow, say_progress
from ui.turns import Turns

ANSWER = Answer("问", "问", "答[1]。")


def test_the_events_come_in_order() -> None:
    events = [Stage("检索"), Delta("答"), ANSWER]
    with closing(Run(iter(events), nullcontext())) as run:
        assert [event for event in run if event is not None] == events


def test_while_nothing_comes_the_waiting_run_is_given_a_say() -> None:
    go_on = threading.Event()

    def slow() -> Iterator[Event]:
        go_on.wait(30)
        yield ANSWER

    with closing(Run(slow(), nullcontext())) as run:
        seen = iter(run)
        assert next(seen) is None
        go_on.set()
        assert next(event for event in seen if event is not None) is ANSWER


def test_what_goes_wrong_is_raised_where_it_is_waited_for() -> None:
    def failing() -> Iterator[Event]:
        yield Stage("模型作答")
        raise ModelError("接口没有回应。")

    with closing(Run(failing(), nullcontext())) as run, pytest.raises(ModelError, match="没有回应"):
        list(run)


def test_a_run_that_is_left_draws_no_more() -> None:
    drawn: list[int] = []
    left, ended = threading.Event(), threading.Event()

    def endless() -> Iterator[Event]:
        try:
            while True:
                drawn.append(1)
                yield Stage("模型作答")
                left.wait(30)
        finally:
            ended.set()

    run = Run(endless(), nullcontext())
    next(iter(run))
    run.close()
    left.set()
    assert ended.wait(30)
    assert len(drawn) <= 2


def test_a_long_wait_is_said() -> None:
    assert say_progress(["检索", "模型作答"], 0.2) == "检索 → 模型作答 …"
    assert "已经 4 秒" in say_progress(["模型作答"], 4.1)
    assert "停下" in say_progress(["模型作答"], 20)


def test_one_answer_is_made_at_a_time() -> None:
    turns = Turns()
    made: list[str] = []

    def second() -> Iterator[Event]:
        made.append("second")
        yield ANSWER

    with turns.answering:
        run = Run(second(), turns.answering)
        assert next(iter(run)) is None
        made.append("first")
    assert [event for event in run if event is not None] == [ANSWER]
    assert made == ["first", "second"]


def test_the_rest_waits_for_all_who_have_asked() -> None:
    turns = Turns()
    order: list[str] = []

    def rest() -> None:
        turns.let_answers_pass(30)
        order.append("rest")

    with turns.asked():
        with turns.asked():
            thread = threading.Thread(target=rest)
            thread.start()
        turns.let_answers_pass(0.01)
        order.append("answer")
    thread.join(30)
    assert order == ["answer", "rest"]


def test_what_belongs_to_a_long_wait_is_shown_once_the_wait_is_felt(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shown: list[str] = []

    def slow() -> Iterator[Event]:
        yield Stage("模型作答")
        yield Stage("核对数字")
        yield ANSWER

    follow(slow(), nullcontext(), lambda: shown.append("waiting"))
    assert shown == []
    monkeypatch.setattr("ui.following._WAIT_IS_FELT_SECONDS", -1)
    follow(slow(), nullcontext(), lambda: shown.append("waiting"))
    assert shown == ["waiting"]
