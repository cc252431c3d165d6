"""``python -m bench.no_invented_numbers``: asks generated questions, counts what comes back.

A figure that is answered has to be one of the index with exactly the district, period, indicator,
measure and kind that were asked for; anything else has to be a refusal. What counts as what stands
in ``tests/assistant/generated.py``.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections import Counter, defaultdict
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from itertools import islice
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests" / "assistant"))

from generated import Case, Judge, Verdict, lexicon_names, make_cases  # noqa: E402

from assistant.chain import Assistant  # noqa: E402
from assistant.settings import Settings  # noqa: E402

Result = tuple[Case, Verdict, str, float]


def main() -> int:
    """Print how many questions were answered right, refused or answered wrong, with examples."""
    parser = argparse.ArgumentParser(
        prog="python -m bench.no_invented_numbers", description=__doc__
    )
    parser.add_argument("--questions", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--examples", type=int, default=5, help="examples of every kind of error")
    parser.add_argument("--documents", type=Path, default=ROOT / "seeds")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        home = Path(name) / "home"
        build(options.documents, home)
        answer = partial(answer_share, home, options.questions, options.seed, options.workers)
        with ProcessPoolExecutor(options.workers) as pool:
            results = [r for share in pool.map(answer, range(options.workers)) for r in share]
    print_report(results, options.examples)
    return 1 if any(verdict.outcome == "wrong" for _, verdict, _, _ in results) else 0


def build(documents: Path, home: Path) -> None:
    """Ingest the documents into an index of their own."""
    from ingest.index.pipeline import ingest

    ingest([documents], Settings(home=home))


def answer_share(home: Path, questions: int, seed: int, workers: int, worker: int) -> list[Result]:
    """Answer every ``workers``-th question."""
    assistant = Assistant.open(Settings(home=home))
    judge = Judge(assistant.catalog)
    results = []
    for case in islice(make_cases(assistant.catalog, questions, seed), worker, None, workers):
        started = time.perf_counter()
        answer = assistant.ask(case.question)
        seconds = time.perf_counter() - started
        results.append((case, judge.judge(case, answer), answer.text, seconds))
    return results


def print_report(results: list[Result], examples: int) -> None:
    """Print a line per outcome, names of the lexicon apart from other names, then the errors."""
    named: Counter[str] = Counter()
    other: Counter[str] = Counter()
    errors: dict[str, list[tuple[Case, str]]] = defaultdict(list)
    for case, verdict, text, _ in results:
        label = " ".join([verdict.outcome, *verdict.differs])
        (named if case.indicator in lexicon_names() else other)[label] += 1
        if verdict.outcome not in ("right", "refused"):
            errors[label].append((case, text))
    times = sorted(seconds for *_, seconds in results)
    print(f"{len(results):,} questions, median {1000 * times[len(times) // 2]:.0f} ms")
    print(f"{'':44}{'lexicon':>9}{'other':>9}")
    for label, _ in (named + other).most_common():
        print(f"{label:44}{named[label]:9,}{other[label]:9,}")
    for label, found in sorted(errors.items(), key=lambda item: -len(item[1])):
        print(f"\n{label}")
        for case, text in found[:: max(1, len(found) // examples)][:examples]:
            print(f"  {case.question}\n    {' / '.join(text.splitlines())[:200]}")


if __name__ == "__main__":
    sys.exit(main())
