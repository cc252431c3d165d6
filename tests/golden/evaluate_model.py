"""Asks the development questions through scripted chat models, an honest one and five false ones.

    python tests/golden/evaluate_model.py [BEHAVIOUR ...]

For each it tells how many turns are right beside the keyless answers, how many the model worded,
and which false sentences were shown, of which there must be none.
"""

from __future__ import annotations

import json
import re
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

GOLDEN = Path(__file__).resolve().parent
ROOT = GOLDEN.parents[1]
sys.path[:0] = [str(GOLDEN), str(GOLDEN.parent / "assistant"), str(ROOT)]

import score  # noqa: E402
from scripted_models import BEHAVIOURS, honest  # noqa: E402

from assistant.tables.focus import turn_of  # noqa: E402
from assistant.chain import Assistant  # noqa: E402
from assistant.commands import answer_json  # noqa: E402
from assistant.schema import Answer  # noqa: E402
from assistant.settings import Settings  # noqa: E402
from assistant.testing import ModelServer  # noqa: E402
from assistant.schema import MARKER  # noqa: E402


@dataclass
class Run:
    """What one behaviour came to."""

    turns: int = 0
    answered: int = 0
    by_model: int = 0
    right: int = 0
    right_keyless: int = 0
    asked_in_vain: int = 0
    let_through: list[str] = field(default_factory=list)


def read_dialogues(folder: Path) -> list[dict[str, Any]]:
    """Return the golden dialogues of a folder in order."""
    return [
        json.loads(line)
        for path in sorted(folder.glob("*.jsonl"))
        for line in path.read_text("utf-8").splitlines()
        if line.strip()
    ]


def run_behaviour(name: str, dialogues: list[dict[str, Any]], settings: Settings) -> Run:
    """Ask dialogues with a model that behaves as ``name`` says, and without one."""
    written: list[tuple[str, str]] = []  # what the model wrote, what the honest one would have

    def chat(messages: list[dict[str, Any]]) -> str:
        text = BEHAVIOURS[name](messages)
        written.append((text, honest(messages)))
        return text

    run = Run()
    keyless = Assistant.open(settings)
    with ModelServer(chat) as server:
        asked = {"chat_base_url": server.base_url, "chat_model": "scripted"}
        changed = settings.model_copy(update={**asked, "answer_cache_mb": 0, "retries": 0})
        assistant = Assistant.open(changed)
        for golden in dialogues:
            _run_dialogue(run, golden, assistant, keyless, server, written)
    return run


def _run_dialogue(run, golden, assistant, keyless, server, written) -> None:
    history, plain_history, said = [], [], ""
    for turn, question in enumerate(golden["turns"]):
        before = len(server.requests)
        written.clear()
        answer = assistant.ask(question, history)
        plain = keyless.ask(question, plain_history)
        said += question + " "
        run.turns += 1
        run.answered += not answer.refused
        run.by_model += answer.mode == "model"
        run.asked_in_vain += answer.refused and len(server.requests) > before
        run.right += _is_right(golden, turn, answer, said)
        run.right_keyless += _is_right(golden, turn, plain, said)
        run.let_through += _shown_falsehoods(answer, written)
        history.append(turn_of(answer))
        plain_history.append(turn_of(plain))


def _is_right(golden: dict[str, Any], turn: int, answer: Answer, said: str) -> bool:
    expect = golden["expect"][turn]
    return not score.check(golden, turn, expect, answer_json(answer), said, _sources())


def _sources() -> dict[str, str]:
    if not _SOURCES:
        for path in (ROOT / "seeds").iterdir():
            _SOURCES[path.name] = path.read_bytes().decode("utf-8", "replace")
    return _SOURCES


_SOURCES: dict[str, str] = {}


def _shown_falsehoods(answer: Answer, written: list[tuple[str, str]]) -> list[str]:
    """Sentences that an honest model would not have written and that the answer shows.

    A sentence with another's marker is false if the passage it then cites lacks its numbers.
    """
    if answer.mode != "model":
        return []
    true = {_bare(line) for _, right in written for line in right.split("\n")}
    false = {_bare(line) for text, _ in written for line in text.split("\n")} - true - {""}
    shown = [line for line in false if line in _bare(answer.text)]
    cited = {c.marker: score.normal(c.text + " ".join(c.context)) for c in answer.citations}
    for line in answer.text.split("\n"):
        for sentence in re.split(r"(?<=。)", line):
            passages = "".join(cited.get(int(m), "") for m in MARKER.findall(sentence))
            body = re.sub(r"\d{4}年(?:\d+(?:-\d+)?月)?", "", score.normal(MARKER.sub("", sentence)))
            numbers = re.findall(r"\d+(?:\.\d+)?", body.split(":", 1)[-1])
            if passages and not line.startswith("|") and any(n not in passages for n in numbers):
                shown.append(sentence)
    return shown


def _bare(text: str) -> str:
    return re.sub(r"\s+", "", MARKER.sub("", text)).strip("。-")


def main() -> int:
    """Run the behaviours that are named, or all."""
    from ingest.index.pipeline import ingest

    names = sys.argv[1:] or list(BEHAVIOURS)
    dialogues = read_dialogues(GOLDEN / "questions")
    print(f"{'model':20}{'turns':>7}{'right':>8}{'keyless':>9}{'by model':>10}{'let through':>13}")
    failed = 0
    with tempfile.TemporaryDirectory() as home:
        settings = Settings(home=Path(home))
        ingest([ROOT / "seeds"], settings)
        for name in names:
            run = run_behaviour(name, dialogues, settings)
            right, plain = (100 * n / run.turns for n in (run.right, run.right_keyless))
            model = f"{run.by_model}/{run.answered}"
            shown = len(run.let_through)
            print(f"{name:20}{run.turns:7}{right:7.1f}%{plain:8.1f}%{model:>10}{shown:13}")
            for sentence in run.let_through:
                print(f"    {sentence[:160]}")
            failed += shown or run.right < run.right_keyless or run.asked_in_vain
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
