"""An answer in the making: its events come from a thread of their own and are shown as they come.

Streamlit can stop a run only where the run shows something, and an endpoint may stay silent for a
minute. So the run never waits long: it looks for the next event, and says how long it has waited.
"""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable, Generator, Iterator
from contextlib import AbstractContextManager, closing

import streamlit as st

from assistant.errors import AssistantError
from assistant.schema import Answer, Delta, Event, Stage
from ui.markup import plain, without_table

_TICK_SECONDS = 0.25
# Text that comes at once is shown at once, not piece by piece; and nothing before its answer.
_REDRAW_SECONDS = 0.05
_WAIT_IS_FELT_SECONDS = 1
_WAIT_IS_SAID_SECONDS = 3
_WAIT_IS_LONG_SECONDS = 12


def follow(
    events: Iterator[Event],
    turn: AbstractContextManager[object],
    show_waiting: Callable[[], None],
) -> Answer:
    """Show what is happening and the text as it comes; return the answer at the end.

    The events are drawn while ``turn`` is held. What ``show_waiting`` shows is added once the wait
    is felt: most answers are there before.

    Raises:
        AssistantError: no answer came.
    """
    # Named for the style sheet, which takes the line away when the run has been stopped.
    line, body = st.container(key="progress").empty(), st.empty()
    stages: list[str] = []
    text, shown, said = "", "", ""
    started = shown_at = time.monotonic()
    felt = False
    with closing(Run(events, turn)) as run:
        for event in run:
            now = time.monotonic()
            if isinstance(event, Answer):
                return event
            if isinstance(event, Stage):
                stages.append(event.label)
            elif isinstance(event, Delta):
                text += event.text
            else:
                before, said = said, say_progress(stages, now - started)
                if said != before:
                    line.caption(said)
            if text != shown and now - shown_at > _REDRAW_SECONDS and not run.has_more():
                body.text(without_table(text))
                shown, shown_at = text, now
            if not felt and now - started > _WAIT_IS_FELT_SECONDS:
                felt = True
                show_waiting()
    raise AssistantError("回答中断了;请再问一次。")


def say_progress(stages: list[str], seconds: float) -> str:
    """What is happening, and how long it has taken where that is long.

    >>> say_progress(["理解问题", "检索"], 0.1)
    '理解问题 → 检索 …'
    >>> say_progress(["模型作答"], 5.2)
    '模型作答 … 已经 5 秒'
    """
    said = " → ".join(map(plain, stages)) + " …"
    if seconds >= _WAIT_IS_SAID_SECONDS:
        said += f" 已经 {seconds:.0f} 秒"
    if seconds >= _WAIT_IS_LONG_SECONDS:
        said += ",比平时慢;可以用输入框右边的方块停下"
    return said


class Run:
    """Events drawn from an iterator in a thread; iterating gives None where the wait is long."""

    def __init__(self, events: Iterator[Event], turn: AbstractContextManager[object]) -> None:
        self._events = events
        self._turn = turn
        self._came: queue.SimpleQueue[Event | Exception | None] = queue.SimpleQueue()
        self._closed = threading.Event()
        threading.Thread(target=self._draw, daemon=True, name="answer").start()

    def __iter__(self) -> Iterator[Event | None]:
        """Yield the events, and None whenever none came for a moment.

        Raises:
            Exception: what the events ended with.
        """
        while True:
            try:
                event = self._came.get(timeout=_TICK_SECONDS)
            except queue.Empty:
                yield None
                continue
            if event is None:
                return
            if isinstance(event, Exception):
                raise event
            yield event

    def has_more(self) -> bool:
        """True if what comes next is here already: what it overtakes need not be shown."""
        return not self._came.empty()

    def close(self) -> None:
        """Let the thread end at its next event; nobody waits for it any more."""
        self._closed.set()

    def _draw(self) -> None:
        try:
            with self._turn:
                for event in self._events:
                    self._came.put(event)
                    if self._closed.is_set():
                        break
        except Exception as exc:  # noqa: BLE001  # the edge of the thread: raised by __iter__
            self._came.put(exc)
        finally:
            if isinstance(self._events, Generator):
                self._events.close()  # a request to a model ends here, not whenever it is collected
            self._came.put(None)
