"""The page on the five documents, with the real assistant and no browser."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from assistant.conversations.history import History


@pytest.fixture
def seeded(unindexed: Path, seed_index: Path) -> Path:
    """The home behind the page of this test: a copy of the five documents' index."""
    shutil.copytree(seed_index, unindexed)
    return unindexed


def answers_of(home: Path) -> list[tuple[str, str]]:
    history = History(home / "history")
    (header,) = history.headers()
    exchanges = history.load(header.id).exchanges
    return [(e.question, e.answer.kind if e.answer else "") for e in exchanges]


def test_every_question_that_is_offered_is_answered(page: AppTest, seeded: Path) -> None:
    page.run()
    offered = [button.label for button in page.button if str(button.key).startswith("example_")]
    assert len(set(offered)) == 4
    page.button(key="example_0").click().run()
    for _ in range(4):
        page.button(key="next_0").click().run()
        assert not page.exception
    assert {kind for _, kind in answers_of(seeded)} == {"answer"}
    assert len({question for question, _ in answers_of(seeded)}) == 5


def test_the_sidebar_lists_every_document(page: AppTest, seeded: Path) -> None:
    page.run()
    assert not page.exception
    links = [node for node in page.sidebar if node.type == "page_link"]
    sources = {link.proto.query_string for link in links}
    assert len(sources) == 5
    assert all(source.startswith("source=") for source in sources)


def test_a_figure_of_the_answer_is_marked_in_its_passage(page: AppTest, seeded: Path) -> None:
    page.run()
    page.chat_input[0].set_value("钱塘区2024年GDP增长目标是多少?").run()
    history = History(seeded / "history")
    (exchange,) = history.load(history.headers()[0].id).exchanges
    assert exchange.answer is not None
    components = [n for n in page.main if n.type == "bidi_component"]
    contents = [json.loads(n.proto.json) for n in components]
    (card, *_) = next(content for content in contents if "cards" in content)["cards"]
    marked = "".join(part["text"] for part in card["parts"] if part.get("mark"))
    assert "5.5%" in marked
