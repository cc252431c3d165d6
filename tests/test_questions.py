"""The golden questions themselves, and the scorer of retrieval."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

GOLDEN = Path(__file__).resolve().parent / "golden"
SETS = sorted((GOLDEN / "questions").glob("*.jsonl"))


def questions(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


@pytest.mark.parametrize("path", SETS, ids=lambda path: path.stem)
def test_every_quote_stands_in_its_document(path: Path, seed_texts: dict[str, str]) -> None:
    for golden in questions(path):
        for item in [item for expect in golden["expect"] for item in expect.get("evidence", [])]:
            text = next(text for name, text in seed_texts.items() if name.startswith(item["doc"]))
            assert item["quote"] in text, golden["id"]


def test_every_question_has_an_id_of_its_own_and_an_expectation_per_turn() -> None:
    every = [golden for path in SETS for golden in questions(path)]
    assert len({golden["id"] for golden in every}) == len(every)
    assert all(len(golden["turns"]) == len(golden["expect"]) for golden in every)


def test_evidence_counts_the_first_hit_that_shows_a_quote(tmp_path: Path) -> None:
    expect = [{"answerable": True, "evidence": [{"doc": "000", "quote": "同比增长4.2%,全省第一"}]}]
    golden = tmp_path / "golden.jsonl"
    lines = [
        {"id": str(n), "kind": "fact", "turns": ["增长多少?"], "expect": expect} for n in range(4)
    ]
    golden.write_text("\n".join(map(json.dumps, lines)), "utf-8")
    shown = {"source": "000_a.txt", "text": "GDP同比增长4.2%,全省第一。"}
    elsewhere = {"source": "001_b.txt", "text": shown["text"]}
    ranked = [[shown], [elsewhere, shown], [elsewhere], []]
    hits = "\n".join(json.dumps({"id": str(n), "hits": hits}) for n, hits in enumerate(ranked))
    command = [sys.executable, str(GOLDEN / "evidence.py"), "score", str(golden)]
    run = subprocess.run(command, input=hits, capture_output=True, text=True, check=True)
    shares = "R@1 25.0%   R@5 50.0%   R@10 50.0%   MRR@10 0.375"
    assert run.stdout == f"4 questions   {shares}\n"
