"""Runs one program on one task in this process and prints what it measured as one line of JSON.

python -m bench.measure {ours,stock} ingest DOCUMENTS HOME
python -m bench.measure {ours,stock} questions HOME BUDGET_SECONDS QUESTION...
python -m bench.measure {ours,stock} once HOME QUESTION
"""

from __future__ import annotations

import importlib
import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import quantiles
from time import perf_counter
from typing import Any

AT_LEAST = 10  # questions, however slow


def main(program: str, task: str, *arguments: str) -> None:
    """Run the task and print its figures."""
    module = importlib.import_module(f"bench.{program}")
    print(json.dumps(globals()[f"measure_{task}"](module, *arguments)))


def measure_ingest(program: Any, documents: str, home: str) -> dict[str, float]:
    """Seconds and chunks of an ingest into a new home."""
    start = perf_counter()
    chunks = program.ingest(Path(documents), Path(home))
    return {"seconds": perf_counter() - start, "chunks": chunks}


def measure_questions(
    program: Any, home: str, budget: str, *questions: str
) -> dict[str, tuple[float, float]]:
    """Median and 95th percentile of retrieving and of answering, in milliseconds."""
    opened = program.open_program(Path(home))
    return {
        "retrieve": _percentiles(lambda q: program.retrieve(opened, q), questions, float(budget)),
        "ask": _percentiles(lambda q: program.answer(opened, q), questions, float(budget)),
    }


def measure_once(program: Any, home: str, question: str) -> dict[str, str]:
    """Open the index and answer one question, as a new process has to."""
    return {"answer": program.answer(program.open_program(Path(home)), question)}


def _percentiles(
    task: Callable[[str], object], questions: Sequence[str], budget_seconds: float
) -> tuple[float, float]:
    task(questions[0])  # dictionaries and caches of the first question are start-up, not answering
    started, times = perf_counter(), []
    for question in questions:
        start = perf_counter()
        task(question)
        times.append((perf_counter() - start) * 1000)
        if perf_counter() - started > budget_seconds and len(times) >= AT_LEAST:
            break
    cuts = quantiles(times, n=20, method="inclusive")
    return cuts[9], cuts[18]


if __name__ == "__main__":
    main(*sys.argv[1:])
