"""Who goes first when many sessions want the one interpreter that they share.

Answers without a model are nothing but computing: made side by side, all are late together, so they
are made one after the other. What can wait, waits until nobody is waiting for an answer.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager


class Turns:
    """One answer at a time; other work behind them."""

    def __init__(self) -> None:
        self.answering = threading.Lock()
        self._changed = threading.Condition()
        self._waiting = 0

    @contextmanager
    def asked(self) -> Iterator[None]:
        """Somebody waits for an answer, from the question's arrival until the answer is drawn."""
        with self._changed:
            self._waiting += 1
        try:
            yield
        finally:
            with self._changed:
                self._waiting -= 1
                self._changed.notify_all()

    def let_answers_pass(self, most_seconds: float) -> None:
        """Return when nobody waits for an answer, or after so long."""
        with self._changed:
            self._changed.wait_for(lambda: self._waiting == 0, most_seconds)
