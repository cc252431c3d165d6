"""Understanding many documents in several processes, their results in the order of the files."""

from __future__ import annotations

import os
import sys
import threading
import time
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from assistant.errors import UnreadableError
from assistant.schema import Document
from assistant.settings import Settings
from ingest.profile.overrides import Overrides
from ingest.readers.formats import load_file, read_bytes
from ingest.understanding import understand

FAILED = "{} 没能读入:程序内部出错({}: {});请把它另存为纯文本再试,设 QUWEN_DEBUG=1 重试可看到细节。"
# Starting a process costs as much as understanding some ten documents.
_FEWEST_JOBS = 40
_MOST_WORKERS = 8
# Jobs handed out ahead for each worker; more would only fill memory with documents.
_AHEAD = 4


@dataclass(frozen=True, slots=True)
class Job:
    """A file that is one document, the name it gets, and what a person said about it."""

    path: Path
    source: str
    said: Overrides
    settings: Settings


@dataclass(frozen=True, slots=True)
class Outcome:
    """The document, or why there is none."""

    document: Document | None
    error: str
    seconds: float


def understand_all(jobs: Sequence[Job], workers: int | None) -> Iterator[Outcome]:
    """Give the outcome of each job in order; ``workers`` None means what the machine has."""
    if workers is None:
        workers = min(os.cpu_count() or 1, _MOST_WORKERS)
    if workers < 2 or len(jobs) < _FEWEST_JOBS or not _may_spawn():
        return map(understand_file, jobs)
    return _in_processes(jobs, workers)


def understand_file(job: Job) -> Outcome:
    """Read and understand one file."""
    try:
        content = load_file(job.path, job.settings)
    except UnreadableError as exc:
        return Outcome(None, str(exc), 0.0)
    return understand_bytes(content, job.path.name, job.source, job.said)


def understand_bytes(content: bytes, name: str, source: str, said: Overrides) -> Outcome:
    """Understand one document from its bytes; ``name`` tells the format.

    What fails inside keeps this document out, and none of the others; ``QUWEN_DEBUG`` lets the
    failure itself pass.
    """
    started = time.perf_counter()
    document, error = None, ""
    try:
        document = understand(replace(read_bytes(content, name), source=source), said)
    except UnreadableError as exc:
        error = str(exc)
    except Exception as exc:
        if os.environ.get("QUWEN_DEBUG"):
            raise
        error = FAILED.format(name, type(exc).__name__, exc)
    return Outcome(document, error, time.perf_counter() - started)


def _in_processes(jobs: Sequence[Job], workers: int) -> Iterator[Outcome]:
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    # Not forked: a fork would copy threads of the vector store in whatever state they are.
    pool = ProcessPoolExecutor(workers, get_context("spawn"), initializer=_end_with_parent)
    try:
        waiting = deque(pool.submit(understand_file, job) for job in jobs[: workers * _AHEAD])
        for job in jobs[workers * _AHEAD :]:
            yield waiting.popleft().result()
            waiting.append(pool.submit(understand_file, job))
        while waiting:
            yield waiting.popleft().result()
    finally:
        pool.shutdown(cancel_futures=True)


def _end_with_parent() -> None:
    """End this process when the one that started it is gone, killed say."""
    from multiprocessing import parent_process

    def watch() -> None:
        parent = parent_process()
        if parent is not None:
            parent.join()
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


def _may_spawn() -> bool:
    """Tell whether the running program is a file that another process can start from."""
    main = sys.modules["__main__"]
    if getattr(main, "__spec__", None) is not None:
        return True
    file = getattr(main, "__file__", None)
    return file is not None and Path(file).is_file()
