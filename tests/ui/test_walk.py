"""A seeded walk over whatever can be clicked and chosen: the page never breaks."""

from __future__ import annotations

import random

from streamlit.testing.v1 import AppTest

from assistant.testing import ScriptedAssistant

STEPS = 300


def act(page: AppTest, chance: random.Random, questions: list[str]) -> AppTest:
    choices = [("ask", None)] if page.chat_input else []
    choices += [("click", button) for button in page.button if not button.disabled]
    choices += [("choose", box) for box in page.multiselect if box.options]
    choices += [("tick", box) for box in page.checkbox]
    choices += [("judge", thumbs) for thumbs in page.feedback]
    kind, target = chance.choice(choices)
    if kind == "ask":
        return page.chat_input[0].set_value(chance.choice(questions)).run()
    if kind == "choose":
        picked = chance.sample(target.options, chance.randint(0, len(target.options)))
        return target.set_value(picked).run() if picked == [] else target.select(picked[0]).run()
    if kind == "tick":
        return target.set_value(not target.value).run()
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
