"""``python -m bench.sessions``: many windows asking at once on one ``quwen ui`` process.

All windows press Enter in the same moment, wait until everybody has an answer, and ask again; with
``--pause`` each goes at its own pace, reading for about so many seconds. Every window is a session
of its own over its own WebSocket, as a browser opens it, without the browser: what is measured is
the server, from the question leaving the window to the answer with its evidence arriving there.
Each answer is held against the one that the assistant gives when it is asked alone, with the same
questions before it.
"""

from __future__ import annotations

import argparse
import itertools
import json
import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random
from statistics import quantiles
from threading import Barrier, Lock
from typing import Any

from assistant.chain import Assistant
from assistant.schema import Turn
from assistant.settings import Settings
from assistant.tables.focus import turn_of

ROOT = Path(__file__).resolve().parent.parent
QUESTIONS = ROOT / "tests" / "golden" / "questions"
TIMEOUT_SECONDS = 60

Conversation = Sequence[str]


@dataclass(frozen=True, slots=True)
class Asked:
    """One question of one window; ``answered`` is None where no answer came."""

    question: str
    expected: str
    answered: str | None
    seconds: float


class Window:
    """A session of the page: what a browser sends and receives, without drawing it."""

    def __init__(self, port: int) -> None:
        from websockets.sync.client import connect

        self._open = ExitStack()
        self._socket = self._open.enter_context(
            connect(
                f"ws://127.0.0.1:{port}/_stcore/stream",
                subprotocols=["streamlit"],  # type: ignore[list-item]
                max_size=None,
            )
        )
        self._ids: dict[str, str] = {}
        self._rerun({})

    def close(self) -> None:
        """End the session."""
        self._open.close()

    def begin(self) -> None:
        """Press 新对话."""
        self._rerun({"id": self._ids["新对话"], "trigger_value": True})

    def ask(self, question: str) -> tuple[str | None, float]:
        """Ask a question; return the answer's text and the seconds until it was here."""
        return self._rerun({"id": self._ids["chat"], "chat_input_value": {"data": question}})

    def _rerun(self, widget: dict[str, Any]) -> tuple[str | None, float]:
        from google.protobuf.json_format import ParseDict
        from streamlit.proto.BackMsg_pb2 import BackMsg

        states = {"widgets": [widget] if widget else []}
        message = ParseDict({"rerun_script": {"widget_states": states}}, BackMsg())
        started = time.perf_counter()
        self._socket.send(message.SerializeToString())
        answer, seconds = None, 0.0
        for content in self._received():
            if content.get("fresh"):
                answer, seconds = str(content["copy"]), time.perf_counter() - started
        return answer, seconds

    def _received(self) -> Iterator[dict[str, Any]]:
        """Yield the contents of the answers that the page shows until its script has ended."""
        from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

        while True:
            message = ForwardMsg.FromString(self._socket.recv(timeout=TIMEOUT_SECONDS))
            if message.WhichOneof("type") == "script_finished":
                return
            element = message.delta.new_element
            kind = element.WhichOneof("type")
            if kind == "chat_input":
                self._ids["chat"] = element.chat_input.id
            elif kind == "button":
                self._ids[element.button.label] = element.button.id
            elif kind == "bidi_component" and element.bidi_component.json:
                yield json.loads(element.bidi_component.json)


def main() -> int:
    """Print how fast, how right and how large; 1 if an answer was not the expected one."""
    parser = argparse.ArgumentParser(prog="python -m bench.sessions", description=__doc__)
    parser.add_argument("--sessions", type=int, default=20)
    parser.add_argument("--questions", type=int, default=1000)
    parser.add_argument(
        "--pause", type=float, help="each window asks this many seconds after its last answer"
    )
    parser.add_argument("--documents", type=Path, default=ROOT / "seeds")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        home = Path(name) / "home"
        build(options.documents, home)
        expected = list(expect(Assistant.open(Settings(home=home)), read_conversations()))
        with serve(home) as (port, process):
            return measure(port, process, expected, options)


def build(documents: Path, home: Path) -> None:
    """Ingest the documents into an index of their own."""
    from ingest.index.pipeline import ingest

    ingest([documents], Settings(home=home))


def read_conversations() -> list[Conversation]:
    """The conversations of the development set."""
    paths = sorted(QUESTIONS.glob("*.jsonl"))
    lines = [line for path in paths for line in path.read_text("utf-8").splitlines()]
    turns = (json.loads(line)["turns"] for line in lines)
    # The page does not take a question without a word.
    return [kept for turn in turns if (kept := [question for question in turn if question.strip()])]


def expect(
    assistant: Assistant, conversations: Sequence[Conversation]
) -> Iterator[list[tuple[str, str]]]:
    """Yield the questions of each conversation with the answers of an assistant asked alone."""
    for conversation in conversations:
        turns: list[Turn] = []
        expected = []
        for question in conversation:
            answer = assistant.ask(question, turns)
            expected.append((question, answer.text))
            turns.append(turn_of(answer))
        yield expected


@contextmanager
def serve(home: Path) -> Iterator[tuple[int, int]]:
    """Run ``quwen ui`` over an index; give its port and its process."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "assistant", "ui", "--port", str(port), "--headless"]
    server = subprocess.Popen(
        command,
        env={**os.environ, "QUWEN_HOME": str(home)},
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        wait_for(f"http://127.0.0.1:{port}/_stcore/health")
        yield port, server.pid
    finally:
        server.terminate()
        server.wait()


def wait_for(address: str) -> None:
    """Return once the server answers."""
    deadline = time.monotonic() + TIMEOUT_SECONDS
    while True:
        try:
            urllib.request.urlopen(address, timeout=2).close()
            return
        except OSError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.1)


class Memory:
    """Resident memory of a process, looked at whenever another tenth of the questions is done."""

    def __init__(self, process: int, questions: int) -> None:
        self._process = process
        self._step = max(questions // 10, 1)
        self._lock = Lock()
        self._done = 0
        self.megabytes = [self.now()]

    def now(self) -> float:
        """Megabytes at this moment."""
        command = ["ps", "-o", "rss=", "-p", str(self._process)]
        return int(subprocess.run(command, capture_output=True, check=True).stdout) / 1024

    def count(self) -> None:
        """Count a question that was answered."""
        with self._lock:
            self._done += 1
            if self._done % self._step == 0:
                self.megabytes.append(self.now())


def measure(
    port: int,
    process: int,
    conversations: Sequence[list[tuple[str, str]]],
    options: argparse.Namespace,
) -> int:
    """Let all windows ask side by side and print the figures."""
    windows = [Window(port) for _ in range(options.sessions)]
    memory = Memory(process, options.questions)
    share = -(-options.questions // options.sessions)
    apart = len(conversations) // options.sessions or 1
    together, chance = Barrier(options.sessions), Random(0)

    def wait() -> None:
        if options.pause is None:
            together.wait()
        else:
            time.sleep(options.pause * chance.uniform(0.5, 1.5))

    def visit(number: int) -> list[Asked]:
        # Each window begins at another place, so that no two ask the same thing at a time.
        own = conversations[number * apart :] + conversations[: number * apart]
        return list(talk(windows[number], own, share, wait, memory))

    started = time.perf_counter()
    with ThreadPoolExecutor(options.sessions) as pool:
        asked = [one for part in pool.map(visit, range(options.sessions)) for one in part]
    seconds = time.perf_counter() - started
    for window in windows:
        window.close()
    return report(asked, seconds, memory, options.sessions)


def talk(
    window: Window,
    conversations: Sequence[list[tuple[str, str]]],
    questions: int,
    wait: Callable[[], None],
    memory: Memory,
) -> Iterator[Asked]:
    """Go through conversations, each a new one on the page, until enough was asked."""
    asked = 0
    for conversation in itertools.cycle(conversations):
        window.begin()
        for question, expected in conversation:
            if asked == questions:
                return
            wait()
            answered, seconds = window.ask(question)
            memory.count()
            asked += 1
            yield Asked(question, expected, answered, seconds)


def report(asked: Sequence[Asked], seconds: float, memory: Memory, sessions: int) -> int:
    """Print what was measured."""
    wrong = [one for one in asked if one.answered != one.expected]
    cuts = quantiles((1000 * one.seconds for one in asked), n=20, method="inclusive")
    print(f"{sessions} sessions, {len(asked):,} questions in {seconds:.1f} s")
    print(f"answers that are not the session's own: {len(wrong)}")
    print(f"question to answer, ms: p50 {cuts[9]:.0f}, p95 {cuts[18]:.0f}")
    print("memory by tenths, MB:", *(f"{value:.0f}" for value in memory.megabytes))
    for one in wrong[:5]:
        print(f"  {one.question}\n    {one.answered}\n    expected: {one.expected}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
