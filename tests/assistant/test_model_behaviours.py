"""Models that lie in every way known: whatever they write, no false sentence is shown.

``make eval-model`` asks all development questions; here it is a sample of them.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from evaluate_model import run_behaviour
from scripted_models import BEHAVIOURS

from assistant.settings import Settings

ROOT = Path(__file__).resolve().parents[2]
EVERY = 8  # of the development dialogues


@pytest.fixture(scope="module")
def dialogues() -> list[dict[str, object]]:
    from evaluate_model import read_dialogues

    return read_dialogues(ROOT / "tests/golden/questions")[::EVERY]


@pytest.mark.parametrize("name", BEHAVIOURS)
def test_a_model_lets_no_false_sentence_through(
    name: str, dialogues: list[dict[str, object]], seed_index: Path
) -> None:
    run = run_behaviour(name, dialogues, Settings(home=seed_index))
    assert run.let_through == []
    assert run.asked_in_vain == 0
    assert run.right >= run.right_keyless
    if name == "honest":
        assert run.by_model >= 0.8 * run.answered
