"""A seeded walk over whatever can be clicked and chosen: the page never breaks."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from assistant.testing import ScriptedAssistant
from ui import session

STEPS = 300
WORDS = ["GDP", "2024", "钱塘区", "<b>*x*</b>", "没有这个词", "  ", "3"]


def act(page: AppTest, chance: random.Random, questions: list[str]) -> AppTest:
    choices = [("ask", None)] if page.chat_input else []
    choices += [("click", button) for button in page.button if not button.disabled]
    choices += [("choose", box) for box in page.multiselect if box.options]
    choices += [("tick", box) for box in page.checkbox]
    choices += [("judge", thumbs) for thumbs in page.feedback]
    choices += [("write", field) for field in page.text_input]
    choices += [("pick", box) for box in page.selectbox if box.options]
    kind, target = chance.choice(choices)
    if kind == "ask":
        return page.chat_input[0].set_value(chance.choice(questions)).run()
    if kind == "choose":
        picked = chance.sample(target.options, chance.randint(0, len(target.options)))
        return target.set_value(picked).run() if picked == [] else target.select(picked[0]).run()
    if kind == "tick":
        return target.set_value(not target.value).run()
    if kind == "write":
        return target.set_value(chance.choice([*WORDS, ""])).run()
    if kind == "pick":
        return target.set_value(chance.choice(target.options)).run()
    if kind == "judge":
        return target.set_value(chance.choice([0, 1, None])).run()
    return target.click().run()


def test_no_step_of_a_long_walk_breaks_the_page(
    page: AppTest, assistant: ScriptedAssistant
) -> None:
    chance = random.Random(20240607)
    questions = [*assistant.script, "没有写在稿子里的", "<b>$x$</b>\x00", "问" * 500]
    page.run()
    for step in range(STEPS):
        page = act(page, chance, questions)
        assert not page.exception, f"step {step}: {page.exception[0].message}"


@pytest.mark.parametrize("view", ["figures", "documents"])
def test_no_step_through_the_other_views_breaks_them(
    unindexed: Path, seed_index: Path, view: str
) -> None:
    shutil.copytree(seed_index, unindexed)
    chance = random.Random(20240608)
    page = AppTest.from_string(f"from ui import {view}\n{view}.show()", default_timeout=30).run()
    for step in range(100):
        assert not page.exception, f"step {step}: {page.exception[0].message}"
        page = act(page, chance, [])


def test_no_step_among_many_conversations_breaks_the_page(
    page: AppTest, assistant: ScriptedAssistant
) -> None:
    chance = random.Random(20240609)
    for question in [*assistant.script, "甲", "乙"]:
        page.run().chat_input[0].set_value(question).run()
        page.button(key="new").click().run()
    page.session_state["more_2"] = True
    page.session_state["managed"] = session.get_history().headers()[2].id
    page.run()
    assert page.checkbox
    for step in range(60):
        page = act(page, chance, list(assistant.script))
        assert not page.exception, f"step {step}: {page.exception[0].message}"
