"""How long the check of one sentence that a chat model wrote takes.

    python -m bench.checks

An honest scripted model answers the development questions over the seeds; each sentence that it
writes is checked on its way out, and the times are printed.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from assistant.generation import composer
from assistant.settings import Settings

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    """Measure and print; 1 if the slowest of twenty takes more than 5 ms."""
    sys.path[:0] = [str(ROOT / "tests" / "golden")]
    from evaluate_model import read_dialogues, run_behaviour

    from ingest.index.pipeline import ingest

    seconds: list[float] = []
    check = composer.check_sentence

    def timed(*arguments: Any) -> Any:
        started = time.perf_counter()
        try:
            return check(*arguments)
        finally:
            seconds.append(time.perf_counter() - started)

    composer.check_sentence = timed
    with tempfile.TemporaryDirectory() as home:
        settings = Settings(home=Path(home))
        ingest([ROOT / "seeds"], settings)
        run_behaviour("honest", read_dialogues(ROOT / "tests/golden/questions"), settings)
    p95 = statistics.quantiles(seconds, n=20)[-1]
    print(
        f"{len(seconds)} sentences: median {1e3 * statistics.median(seconds):.2f} ms, "
        f"p95 {1e3 * p95:.2f} ms, slowest {1e3 * max(seconds):.2f} ms"
    )
    return int(p95 > 0.005)


if __name__ == "__main__":
    sys.exit(main())
