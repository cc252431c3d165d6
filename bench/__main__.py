"""``python -m bench``: prints the comparison for the seeds and for corpora made from them."""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from threading import Timer
from time import perf_counter
from typing import Any

from bench.corpus import write_corpus

ROOT = Path(__file__).resolve().parent.parent
GOLDEN = ROOT / "tests" / "golden" / "questions"
# What is better when it is larger; all else is better when it is smaller.
RATES = ("MB/s", "chunks/s")


@dataclass(frozen=True, slots=True)
class Run:
    """What a child process printed and used."""

    printed: dict[str, Any]
    wall: float
    cpu: float
    peak_mb: float


def main() -> int:
    """Measure both programs on each corpus and print a table for it."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--passages", type=int, nargs="*", default=[10_000, 100_000])
    parser.add_argument(
        "--budget", type=float, default=60, help="seconds for a series of questions"
    )
    parser.add_argument("--timeout", type=float, default=1800, help="seconds for one child process")
    options = parser.parse_args()
    print("Both embed with quwen's built-in vectors. Asked without a model, quwen composes and")
    print("verifies an answer; LangChain returns its best passage.")
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        print_comparison("seeds", ROOT / "seeds", work, options)
        for passages in options.passages:
            documents = work / f"documents-{passages}"
            write_corpus(passages, ROOT / "seeds", documents)
            print_comparison(f"{passages:,} passages", documents, work, options)
    return 0


def print_comparison(title: str, documents: Path, work: Path, options: argparse.Namespace) -> None:
    """Print one table: a line per figure, both programs and how many times better 区问 is."""
    size = sum(path.stat().st_size for path in documents.glob("*.txt")) / 1e6
    figures = {}
    for program in ("ours", "stock"):
        home = work / f"{program}-{documents.name}"
        home.mkdir()
        figures[program] = dict(measure(program, documents, home, size, options))
    print(f"\n{title}: {len(list(documents.glob('*.txt')))} documents, {size:.2f} MB")
    print(f"{'':28}{'quwen':>12}{'LangChain':>12}   times better")
    for name in max(figures.values(), key=len):
        ours, stock = (figures[program].get(name) for program in ("ours", "stock"))
        line = "".join(
            "     timeout" if value is None else f"{value:12.2f}" for value in (ours, stock)
        )
        if ours and stock and name != "chunks":
            line += f"{ours / stock if name.endswith(RATES) else stock / ours:12.2f}"
        print(f"{name:28}{line}", flush=True)


def measure(
    program: str, documents: Path, home: Path, size: float, options: argparse.Namespace
) -> Iterator[tuple[str, float]]:
    """Yield every figure of one program on one corpus; end early where it takes too long."""
    questions = read_questions()
    environment = {**os.environ, "QUWEN_HOME": str(home)}

    def run(*command: str) -> Run:
        return run_child(command, environment, options.timeout)

    child = (sys.executable, "-m", "bench.measure", program)
    try:
        built = run(*child, "ingest", str(documents), str(home))
        yield "ingest MB/s", size / built.printed["seconds"]
        yield "ingest chunks/s", built.printed["chunks"] / built.printed["seconds"]
        yield "chunks", built.printed["chunks"]
        yield "ingest peak memory MB", built.peak_mb
        yield "index MB", sum(f.stat().st_size for f in home.rglob("*") if f.is_file()) / 1e6
        once: tuple[str, ...] = (*child, "once", str(home), questions[0])
        if program == "ours":
            once = (str(Path(sys.executable).with_name("quwen")), "ask", questions[0])
        runs = [run(*once)]
        while len(runs) < 3 and sum(each.wall for each in runs) < options.budget:
            runs.append(run(*once))
        cold = min(runs, key=lambda each: each.wall)
        yield "cold start, wall s", cold.wall
        yield "cold start, CPU s", cold.cpu
        asked = run(*child, "questions", str(home), str(options.budget), *questions)
        for name in ("retrieve", "ask"):
            yield f"{name} p50 ms", asked.printed[name][0]
            yield f"{name} p95 ms", asked.printed[name][1]
        yield "asking peak memory MB", asked.peak_mb
    except subprocess.TimeoutExpired:
        return


def run_child(command: tuple[str, ...], environment: dict[str, str], timeout: float) -> Run:
    """Run a command to its end and tell its output, times and peak memory."""
    start = perf_counter()
    with subprocess.Popen(command, env=environment, cwd=ROOT, stdout=subprocess.PIPE) as process:
        timer = Timer(timeout, process.kill)
        timer.start()
        assert process.stdout is not None
        lines = process.stdout.read().decode().splitlines()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        timer.cancel()
    wall = perf_counter() - start
    if process.returncode and wall >= timeout:
        raise subprocess.TimeoutExpired(command, timeout)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    printed = json.loads(lines[-1]) if lines and lines[-1].startswith("{") else {}
    return Run(printed, wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def read_questions() -> list[str]:
    """The single questions of the development set."""
    lines = [
        line for path in sorted(GOLDEN.glob("*.jsonl")) for line in path.open(encoding="utf-8")
    ]
    turns = [json.loads(line)["turns"] for line in lines]
    return [turn[0] for turn in turns if len(turn) == 1]


if __name__ == "__main__":
    sys.exit(main())
