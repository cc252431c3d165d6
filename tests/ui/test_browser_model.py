"""The page with a model behind it that says what a test tells it to, in Chromium."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from browsing import GOAL, IN_BROWSER, Page, ask, keep_picture, last_answer, serve
from scripted_models import Messages, altered_digits, honest

from assistant.testing import ModelReply, ModelServer

pytestmark = IN_BROWSER

# Notes every text that the streamed answer showed, however short.
WATCH = """() => {
  window.seen = [];
  new MutationObserver(() => {
    for (const text of document.querySelectorAll("[data-testid=stText]")) {
      if (window.seen.at(-1) !== text.innerText) window.seen.push(text.innerText);
    }
  }).observe(document.body, { subtree: true, childList: true, characterData: true });
}"""


class Model:
    """What the model does at the moment."""

    def __init__(self) -> None:
        self.does: Callable[[Messages], str | ModelReply] = honest

    def __call__(self, messages: Messages) -> str | ModelReply:
        return self.does(messages)


@pytest.fixture(scope="module")
def scripted() -> Model:
    return Model()


@pytest.fixture(scope="module")
def with_model(
    seed_index: Path, tmp_path_factory: pytest.TempPathFactory, scripted: Model
) -> Iterator[str]:
    """The page over the five documents, with that model."""
    home = tmp_path_factory.mktemp("model") / "home"
    shutil.copytree(seed_index, home)
    with (
        ModelServer(scripted) as server,
        serve(
            home,
            QUWEN_CHAT_BASE_URL=server.base_url,
            QUWEN_CHAT_MODEL="scripted",
            QUWEN_RETRIES="0",
        ) as url,
    ):
        yield url


def slowly(text: Callable[[Messages], str], seconds: float) -> Callable[[Messages], ModelReply]:
    return lambda messages: ModelReply(text(messages), piece=1, delay_seconds=seconds)


def test_an_answer_is_worded_by_the_model_and_says_so(
    window: Callable[..., Page], with_model: str, scripted: Model
) -> None:
    scripted.does = slowly(honest, 1.5)
    page = window(with_model)
    page.get_by_text("想了解什么?").wait_for()
    page.evaluate(WATCH)
    box = page.get_by_role("textbox", name=re.compile("问一问"))
    box.fill(GOAL)
    box.press("Enter")
    page.get_by_text(re.compile("检索 → 模型作答")).wait_for()
    keep_picture(page, "model_working")
    last_answer(page).wait_for()
    assert "5.5%" in last_answer(page).locator(".said").inner_text()
    assert "由模型 scripted 写成" in last_answer(page).locator(".note").first.inner_text()
    assert last_answer(page).locator(".marker").count() > 0
    # A marker that the model sent in pieces was never seen in pieces.
    assert [text for text in page.evaluate("window.seen") if re.search(r"\[\d*$", text)] == []
    page.get_by_text("回答经过").click()
    page.get_by_text(re.compile(r"模型:scripted; 请求 1 次; 读入 \d+ 个 token")).wait_for()
    keep_picture(page, "model_answer")


def test_what_the_model_invents_is_not_shown(
    window: Callable[..., Page], with_model: str, scripted: Model
) -> None:
    scripted.does = slowly(altered_digits, 0)
    page = window(with_model)
    page.get_by_text("想了解什么?").wait_for()
    page.evaluate(WATCH)
    ask(page, "拱墅区2020年一般公共预算收入是多少?")
    assert "168亿元" in last_answer(page).locator(".said").inner_text()
    assert "不用模型的答案" in last_answer(page).locator(".note").first.inner_text()
    assert [text for text in page.evaluate("window.seen") if "161亿元" in text] == []


def test_a_model_that_is_down_leaves_the_answer_without_one(
    window: Callable[..., Page], with_model: str, scripted: Model
) -> None:
    scripted.does = lambda _: ModelReply(fault="status", status=500)
    page = window(with_model)
    ask(page, "拱墅区2020年固定资产投资是多少?")
    assert "635亿元" in last_answer(page).locator(".said").inner_text()
    assert "这里给出的是不用模型的答案" in last_answer(page).locator(".note").first.inner_text()
    keep_picture(page, "model_down")


def test_a_slow_model_can_be_stopped_and_asked_again(
    window: Callable[..., Page], with_model: str, scripted: Model
) -> None:
    scripted.does = slowly(honest, 60)
    page = window(with_model)
    box = page.get_by_role("textbox", name=re.compile("问一问"))
    box.fill("拱墅区2020年财政总收入是多少?")
    box.press("Enter")
    page.get_by_text(re.compile("模型作答 … 已经 [3-9] 秒")).wait_for()
    assert not page.get_by_text("停下了,没有答完。").is_visible()
    keep_picture(page, "model_slow")
    page.get_by_test_id("stChatInputStopButton").click()
    page.get_by_text("停下了,没有答完。").wait_for()
    keep_picture(page, "model_stopped")
    scripted.does = honest
    page.get_by_role("button", name="重新回答").click()
    last_answer(page).wait_for()
    assert "300亿元" in last_answer(page).locator(".said").inner_text()
    assert page.get_by_text("停下了,没有答完。").count() == 0
