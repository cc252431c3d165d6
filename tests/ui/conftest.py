"""What the tests of the page share: documents made by hand, and a page without an index."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

import pytest
from browsing import ARGUMENTS, CHROMIUM, Page, is_local, serve
from streamlit.testing.v1 import AppTest

from assistant.schema import Answer, Comparison, Document, Profile, Related
from assistant.testing import ScriptedAssistant, ScriptedCatalog, cite
from ui import documents, figures, session

Value = TypeVar("Value")
APP = Path(__file__).resolve().parents[2] / "ui" / "app.py"

TEXT = "一、目标\n甲区2024年GDP增长5.5%左右。\n二、回顾\n2023年GDP增长4.2%。\n"
DOCUMENT = Document(
    "d1",
    "甲.txt",
    TEXT,
    Profile(title="甲区计划", district="甲区", kind="计划报告", periods={"reported": "2023"}),
)
OTHER = Document("d2", "乙.txt", "乙区GDP增长7.0%。", Profile(title="乙区公报", district="乙区"))

GOAL = Answer(
    "",
    "甲区2024年GDP增长目标是多少?",
    "甲区2024年GDP增长5.5%左右[1]。",
    citations=(cite(DOCUMENT, "GDP增长5.5%左右"),),
    related=(Related("2023年增长4.2%[1]。", (cite(DOCUMENT, "GDP增长4.2%"),)),),
    trace={"query": {"districts": ["甲区"]}, "hits": {}, "verification": "全部通过"},
)
SIDES = Answer(
    "",
    "比一比甲区和乙区",
    "| 地区 | 期间 | 原文 |\n|---|---|---|\n| 甲区 | 2023年 | … |\n\n乙区更高[2]。",
    citations=(cite(DOCUMENT, "GDP增长4.2%"), cite(OTHER, "GDP增长7.0%", 2)),
    comparison=Comparison(
        ("地区", "期间", "原文"),
        (("甲区", "2023年", "GDP增长4.2%[1]"), ("乙区", "2023年", "GDP增长7.0%[2]")),
    ),
)
NOTHING = Answer("", "那丙区呢?", "现有文档里没有丙区的内容。", kind="refusal")
HELLO = Answer("", "你好", "你好,请问文档里的事。", kind="smalltalk")


def make_assistant() -> ScriptedAssistant:
    """An assistant with two documents and five answers."""
    script = {
        "甲区2024年GDP增长目标是多少?": GOAL,
        "目标呢?": GOAL,
        "比一比甲区和乙区": SIDES,
        "那丙区呢?": NOTHING,
        "你好": HELLO,
    }
    return ScriptedAssistant(script, ScriptedCatalog((DOCUMENT, OTHER)))


@pytest.fixture
def assistant(monkeypatch: pytest.MonkeyPatch, home: Path) -> Iterator[ScriptedAssistant]:
    """The assistant behind the page of this test."""
    scripted = make_assistant()
    monkeypatch.setattr(session, "get_assistant", lambda: scripted)
    yield from _fresh(scripted)


@pytest.fixture
def unindexed(home: Path) -> Iterator[Path]:
    """A home without an index, behind the page of this test."""
    yield from _fresh(home)


def _fresh(value: Value) -> Iterator[Value]:
    shared = (session.get_settings, session.get_history, documents.get_uploads, figures._load_all)
    for resource in (*shared, session.get_assistant):
        getattr(resource, "clear", lambda: None)()
    yield value


@pytest.fixture
def page() -> AppTest:
    """The page, not opened yet."""
    return AppTest.from_file(str(APP), default_timeout=20)


@pytest.fixture
def hostile() -> Callable[[str], Answer]:
    """Make an answer in which everything that can hold a text holds the one given."""
    return _answer_full_of


def _answer_full_of(text: str) -> Answer:
    document = replace(DOCUMENT, source=text, profile=replace(DOCUMENT.profile, title=text))
    citation = replace(cite(document, "GDP增长4.2%"), section_path=(text,), context=(text,))
    return Answer("", text, f"{text}[1]", citations=(citation,), notes=(text,))


@pytest.fixture(scope="session")
def address(seed_index: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A page of its own over a copy of the five documents' index."""
    home = tmp_path_factory.mktemp("page") / "home"
    shutil.copytree(seed_index, home)
    with serve(home) as url:
        yield url


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """One browser for all tests."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield launched
        launched.close()


@pytest.fixture
def window(browser: Any) -> Iterator[Callable[..., Page]]:
    """Open windows, each with a session of its own; whatever leaves this machine fails the test."""
    contexts: list[Any] = []
    strayed: list[str] = []
    broken: list[str] = []

    def open_window(url: str, *, width: int = 1440, dark: bool = False) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": 900},
            color_scheme="dark" if dark else "light",
            locale="zh-CN",
        )
        contexts.append(context)
        page = context.new_page()
        page.on("request", lambda r: is_local(r.url) or strayed.append(r.url))
        page.on("pageerror", lambda error: broken.append(str(error)))
        page.goto(url)
        return page

    yield open_window
    for context in contexts:
        context.close()
    assert strayed == []
    assert broken == []
