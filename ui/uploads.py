"""Files brought in through the page: read one after the other in the background.

Each is read by ``quwen ingest`` in a process of its own, so that the chat goes on and a file that
breaks a parser breaks nothing else. A file is tried without writing first; only one that can be
read takes its place in ``<home>/uploads``, from where it is ingested.
"""

from __future__ import annotations

import json
import os
import queue
import re
import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Literal

from assistant.settings import Settings

State = Literal["waiting", "reading", "done", "failed"]

# The formats that ``quwen ingest`` reads; what is in a file is found out there.
SUFFIXES = ("txt", "md", "html", "htm", "pdf", "docx", "xlsx", "csv", "zip")

_TIMEOUT_SECONDS = 900
_NAME_BYTES = 200


@dataclass(frozen=True, slots=True)
class Job:
    """One thing to be done to the index; ``lines`` are the report's, one for each document."""

    number: int
    name: str
    state: State = "waiting"
    message: str = ""
    lines: tuple[Mapping[str, Any], ...] = ()


@dataclass(frozen=True, slots=True)
class _Task:
    number: int
    staged: Path | None = None
    arguments: tuple[str, ...] = ()


@dataclass
class Uploads:
    """The jobs of this process, done in the order they came; shared by all sessions."""

    settings: Settings
    _jobs: dict[int, Job] = field(default_factory=dict)
    _tasks: queue.SimpleQueue[_Task] = field(default_factory=queue.SimpleQueue)
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _worker: threading.Thread | None = None

    @property
    def folder(self) -> Path:
        """Where uploaded files live."""
        return self.settings.home / "uploads"

    @property
    def jobs(self) -> list[Job]:
        """All jobs, the newest first."""
        with self._lock:
            return list(reversed(self._jobs.values()))

    @property
    def busy(self) -> bool:
        """Whether something is waiting or being read."""
        return any(job.state in ("waiting", "reading") for job in self.jobs)

    def add(self, name: str, content: bytes, facts: Mapping[str, str] | None = None) -> None:
        """Bring a file in, in the place of the uploaded one of the same name if there is one.

        ``facts`` is what a person says about it: title, district, year or kind.
        """
        name = safe_name(name)
        with self._lock:
            number = len(self._jobs) + 1
            # A folder of its own: the name stays what it is, and so does the name in the report.
            staged = self.settings.home / "staging" / f"{os.getpid()}-{number}" / name
            staged.parent.mkdir(parents=True, exist_ok=True)
            staged.write_bytes(content)
            self._start(Job(number, name), _Task(number, staged, _arguments(facts or {})))

    def correct(self, path: Path, facts: Mapping[str, str]) -> None:
        """Read a file again with what a person says about it; "" takes an earlier word back."""
        what = "更正" if facts else "重新读入"
        with self._lock:
            number = len(self._jobs) + 1
            task = _Task(number, None, (str(path), *_arguments(facts)))
            self._start(Job(number, f"{what} {path.name}"), task)

    def remove(self, name: str) -> None:
        """Take an uploaded file away, and its documents out of the index."""
        (self.folder / safe_name(name)).unlink(missing_ok=True)
        with self._lock:
            number = len(self._jobs) + 1
            self._start(Job(number, f"移除 {name}"), _Task(number, None, (str(self.folder),)))

    def holds(self, name: str) -> bool:
        """Whether a file of this name was uploaded."""
        return (self.folder / safe_name(name)).is_file()

    def _start(self, job: Job, task: _Task) -> None:
        self._jobs[job.number] = job
        self._tasks.put(task)
        if self._worker is None or not self._worker.is_alive():
            self._worker = threading.Thread(target=self._work, daemon=True, name="uploads")
            self._worker.start()

    def _work(self) -> None:
        while True:
            task = self._tasks.get()
            self._set(task.number, state="reading")
            if task.staged is not None:
                self._bring_in(task.number, task.staged, task.arguments)
            else:
                self._run(task.number, task.arguments)

    def _bring_in(self, number: int, staged: Path, said: tuple[str, ...]) -> None:
        """Try the staged file; put it in its place and ingest it if it can be read."""
        try:
            if not self._run(number, (str(staged), "--dry-run", *said), last=False):
                return
            self.folder.mkdir(parents=True, exist_ok=True)
            path = self.folder / staged.name
            os.replace(staged, path)
            self._run(number, (str(path), *said))
        finally:
            staged.unlink(missing_ok=True)
            staged.parent.rmdir()

    def _run(self, number: int, arguments: Sequence[str], *, last: bool = True) -> bool:
        """Run ``quwen ingest``; note the outcome and return whether anything was read."""
        command = [sys.executable, "-m", "assistant", "ingest", "--json", *arguments]
        environment = {**os.environ, "QUWEN_HOME": str(self.settings.home.absolute())}
        try:
            done = subprocess.run(
                command,
                capture_output=True,
                timeout=_TIMEOUT_SECONDS,
                env={**environment, "PYTHONIOENCODING": "utf-8"},
                check=False,
            )
        except subprocess.TimeoutExpired:
            self._set(number, state="failed", message="读了一刻钟还没读完,已放弃;索引没有变。")
            return False
        lines = read_report(done.stdout.decode("utf-8", errors="replace"))
        failed = [line for line in lines if line.get("status") == "failed"]
        if done.returncode != 0 and (not lines or len(failed) == len(lines)):
            message = str(failed[0].get("message", "")) if failed else last_line(done.stderr)
            self._set(number, state="failed", message=message, lines=lines)
            return False
        if last:
            self._set(number, state="done", lines=lines)
        return True

    def _set(self, number: int, **changes: Any) -> None:
        with self._lock:
            self._jobs[number] = replace(self._jobs[number], **changes)


def _arguments(facts: Mapping[str, str]) -> tuple[str, ...]:
    # One word each: a value may begin with a dash.
    return tuple(f"--{name}={value}" for name, value in facts.items())


def safe_name(name: str) -> str:
    r"""The name a file may have in a folder of ours, whatever the browser says it is called.

    >>> safe_name("../../etc/passwd"), safe_name("a\x00b.txt"), safe_name(".quwen")
    ('passwd', 'a_b.txt', '_quwen')
    """
    last = re.split(r"[/\\]", name)[-1]
    clean = re.sub(r"[\x00-\x1f\x7f\ud800-\udfff]", "_", last).strip() or "未命名.txt"
    clean = "_" + clean[1:] if clean[0] in ".-" else clean
    stem, dot, suffix = clean.rpartition(".")
    while len(clean.encode("utf-8", errors="replace")) > _NAME_BYTES:
        stem = stem[:-1]
        clean = f"{stem}{dot}{suffix[:16]}"
    return clean


def read_report(output: str) -> tuple[Mapping[str, Any], ...]:
    """The lines of the report that ``quwen ingest --json`` prints; none if it printed none."""
    try:
        report = json.loads(output)
    except ValueError:
        return ()
    lines = report.get("documents", []) if isinstance(report, dict) else []
    return tuple(line for line in lines if isinstance(line, dict))


def last_line(output: bytes) -> str:
    """The last line that a command wrote to its standard error, without the word before it."""
    lines = output.decode("utf-8", errors="replace").strip().splitlines()
    return lines[-1].removeprefix("错误:") if lines else "读入没有成功,也没有说原因;索引没有变。"
