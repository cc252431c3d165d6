"""The real page over the five documents, in Chromium: what a person sees and can do."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
from browsing import COMPARISON, GOAL, IN_BROWSER, ROOT, Page, ask, keep_picture, last_answer, serve

CONTRASTS = Path(__file__).with_name("contrasts.js")
FOLLOW_UP = "那滨江呢?"
HOSTILE = "<img src=x onerror=\"document.title='坏了'\"> **粗** $x^2$ [链](javascript:alert(1))"

pytestmark = IN_BROWSER


def test_a_question_is_answered_with_its_evidence_in_place(
    window: Callable[..., Page], address: str
) -> None:
    page = window(address)
    page.get_by_text("想了解什么?").wait_for()
    page.locator("[class*=st-key-chips_example] button").nth(3).wait_for()
    keep_picture(page, "welcome")
    ask(page, GOAL)
    answer = last_answer(page)
    assert "5.5%" in answer.locator(".said").inner_text()
    assert "5.5%" in answer.locator(".card mark").first.inner_text()
    keep_picture(page, "answer")

    answer.get_by_role("button", name="依据1").first.click()
    assert "shown" in answer.locator(".card").first.get_attribute("class")

    answer.get_by_role("button", name="在原文中查看").first.click()
    dialog = page.get_by_role("dialog")
    mark = dialog.locator("mark").first
    mark.wait_for()
    page.wait_for_function(
        "mark => { const box = mark.getBoundingClientRect();"
        "  const view = mark.closest('.text').getBoundingClientRect();"
        "  return box.top >= view.top && box.bottom <= view.bottom; }",
        arg=mark.element_handle(),
    )
    assert dialog.locator(".outline .entry").count() > 10
    keep_picture(page, "original")
    page.keyboard.press("Escape")
    dialog.wait_for(state="hidden")


def test_a_follow_up_is_understood_and_a_reload_loses_nothing(
    window: Callable[..., Page], address: str
) -> None:
    page = window(address)
    ask(page, GOAL)
    ask(page, FOLLOW_UP)
    assert "滨江区" in page.get_by_text("理解为:").last.inner_text()
    assert page.locator(".answer").count() == 2
    keep_picture(page, "follow_up")
    assert re.search(r"\?c=[0-9a-f]{12}$", page.url)
    shown = page.locator(".said").all_inner_texts()

    page.reload()
    page.locator(".answer").nth(1).wait_for()
    assert page.locator(".said").all_inner_texts() == shown

    other = window(page.url)
    other.locator(".answer").nth(1).wait_for()
    other.get_by_role("button", name="新对话").click()
    other.get_by_text("想了解什么?").wait_for()
    assert page.locator(".answer").count() == 2


def test_a_suggestion_is_asked_by_the_keyboard(window: Callable[..., Page], address: str) -> None:
    page = window(address)
    example = page.locator("[class*=st-key-chips_example] button").first
    example.wait_for()
    words = example.inner_text()
    example.focus()
    page.keyboard.press("Enter")
    page.locator(".answer").wait_for()
    assert words in page.get_by_test_id("stChatMessage").first.inner_text()
    marker = page.locator(".marker").first
    marker.focus()
    page.keyboard.press("Enter")
    page.locator(".card.shown").wait_for()


def test_a_conversation_is_renamed_found_taken_away_and_deleted(
    window: Callable[..., Page], address: str
) -> None:
    page = window(address)
    ask(page, COMPARISON)
    manage = page.locator("[class*=st-key-more_0] button").first
    manage.click()
    name = page.get_by_label("名称")
    name.fill("三区的目标")
    page.get_by_role("button", name="改名", exact=True).click()
    page.get_by_role("button", name="三区的目标").wait_for()
    name.wait_for(state="hidden")
    manage.click()
    name.wait_for()
    keep_picture(page, "conversation")
    with page.expect_download() as download:
        page.get_by_role("button", name="导出为 Word 文档").click()
    assert download.value.suggested_filename == "三区的目标.docx"
    word = docx.Document(download.value.path())
    assert COMPARISON in [paragraph.text for paragraph in word.paragraphs]
    assert word.tables[0].cell(1, 0).text == "钱塘区"
    assert "footnoteReference" in word.element.xml
    with page.expect_download() as download:
        page.get_by_role("button", name="导出为 Markdown").click()
    assert "[^3]:" in Path(download.value.path()).read_text(encoding="utf-8")
    page.get_by_text("要删除这个对话").click()
    page.get_by_role("button", name="删除,不能恢复").click()
    page.get_by_text("想了解什么?").wait_for()
    assert page.get_by_role("button", name="三区的目标").count() == 0


def test_the_last_question_is_edited_the_answer_judged_and_the_chat_limited(
    window: Callable[..., Page], address: str
) -> None:
    page = window(address)
    ask(page, GOAL)
    page.locator("[class*=st-key-chips_next] button").nth(2).wait_for()
    page.get_by_text("提问范围:全部文档").click()
    district = page.get_by_label("区划")
    page.wait_for_timeout(500)
    district.click()
    district.press_sequentially("拱墅")
    page.wait_for_timeout(500)
    district.press("Enter")
    page.get_by_text("提问范围:已限定").wait_for()
    page.keyboard.press("Escape")
    page.get_by_role("button", name="修改问题").click()
    page.get_by_label("修改问题").fill("GDP增长目标是多少?")
    page.get_by_role("button", name="重新提问").click()
    page.locator(".said").get_by_text("7.5%").wait_for()
    # What a run does not draw again goes at its end.
    page.locator("[class*=st-key-chips_next] button").nth(2).wait_for()
    page.locator("[data-test-script-state=notRunning]").wait_for()
    assert page.locator(".answer").count() == 1
    page.get_by_role("radio", name="Thumbs down").click()
    reason = page.get_by_label(re.compile("哪里不好"))
    reason.fill("想看全部区划")
    reason.press("Enter")
    page.get_by_text("记下了").wait_for()
    keep_picture(page, "judged_answer")


def test_what_was_picked_for_one_answer_is_not_picked_for_those_in_its_place(
    window: Callable[..., Page], address: str
) -> None:
    page = window(address)
    ask(page, GOAL)
    page.get_by_role("radio", name="Thumbs down").click()
    reason = page.get_by_label(re.compile("哪里不好"))
    reason.fill("口径不对")
    reason.press("Enter")
    page.get_by_text("记下了").wait_for()
    page.get_by_text("回答经过").click()
    page.get_by_text(re.compile("独立成句的问题")).wait_for()
    judged = page.url
    names = set()
    for _ in range(3):
        page.get_by_role("button", name="新对话").click()
        page.get_by_text("想了解什么?").wait_for()
        ask(page, GOAL)
        page.get_by_role("radio", name="Thumbs down").wait_for()
        page.locator("[data-test-script-state=notRunning]").wait_for()
        assert page.get_by_role("radio", checked=True).count() == 0
        assert reason.count() == 0
        assert page.get_by_text(re.compile("独立成句的问题")).count() == 0
        names.add(page.locator("[class*=st-key-actions_]").get_attribute("class"))
    assert len(names) < 3
    page.goto(judged)
    reason.wait_for()
    assert reason.input_value() == "口径不对"


def test_hostile_words_stay_words(window: Callable[..., Page], address: str) -> None:
    page = window(address)
    dialogs: list[str] = []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    ask(page, HOSTILE)
    assert HOSTILE in page.get_by_test_id("stChatMessage").first.inner_text()
    assert page.locator("img[src='x']").count() == 0
    assert page.locator("a[href^='javascript']").count() == 0
    assert page.locator(".katex").count() == 0
    assert dialogs == []
    assert page.title() == "区问"
    keep_picture(page, "hostile")


def test_a_comparison_has_a_table_a_chart_and_a_file(
    window: Callable[..., Page], address: str
) -> None:
    page = window(address)
    ask(page, COMPARISON)
    answer = last_answer(page)
    table = answer.locator(".table")
    assert [table.locator("tbody th").nth(n).inner_text() for n in range(3)] == [
        *("钱塘区", "滨江区", "拱墅区"),
    ]
    assert table.locator(".marker").count() == 3
    page.get_by_test_id("stVegaLiteChart").wait_for()
    keep_picture(page, "comparison")
    with page.expect_download() as download:
        page.get_by_role("button", name="下载表格(CSV)").click()
    text = Path(download.value.path()).read_text(encoding="utf-8-sig")
    assert "5.5%" in text
    assert "[1]" not in text
    with page.expect_download() as download:
        page.get_by_role("button", name="下载图(PNG)").click()
    assert Path(download.value.path()).read_bytes().startswith(b"\x89PNG")


def test_the_figures_can_be_searched_and_lead_to_their_place(
    window: Callable[..., Page], address: str
) -> None:
    page = window(f"{address}/indicators")
    box = page.get_by_label("查找指标")
    box.wait_for()
    everything = int(re.findall(r"\d+", page.get_by_text("个数字").first.inner_text())[0])
    box.fill("GDP")
    box.press("Enter")
    page.wait_for_function(
        "before => [...document.querySelectorAll('[data-testid=stCaptionContainer]')]"
        ".some(e => /^\\d+ 个数字/.test(e.innerText) && parseInt(e.innerText) < before)",
        arg=everything,
    )
    table = page.get_by_test_id("stDataFrame").first
    table.wait_for()
    page.wait_for_timeout(500)
    frame = table.bounding_box()
    page.mouse.click(frame["x"] + 520, frame["y"] + 52)
    page.locator(".card mark").wait_for()
    page.get_by_test_id("stVegaLiteChart").wait_for()
    keep_picture(page, "figures")
    judged = page.get_by_test_id("stDataFrame").nth(1)
    judged.scroll_into_view_if_needed()
    page.wait_for_timeout(500)
    frame = judged.bounding_box()
    page.mouse.move(frame["x"] + frame["width"] - 60, frame["y"] + 60)
    page.wait_for_timeout(400)
    page.mouse.click(frame["x"] + frame["width"] - 40, frame["y"] + 52)
    page.locator(".card").nth(2).wait_for()  # the target's place and the result's
    assert {"目标", "完成"} <= set(page.locator(".fact").all_inner_texts())
    keep_picture(page, "judged")


def test_a_document_is_read_with_its_outline_and_rows(
    window: Callable[..., Page], address: str
) -> None:
    page = window(address)
    page.get_by_role("link", name=re.compile("任务")).first.click()
    page.get_by_role("tab", name=re.compile("表格")).click()
    page.get_by_text("合并单元格已补全").wait_for()
    keep_picture(page, "rows")
    page.get_by_role("tab", name="更正与移除").click()
    page.get_by_label("标题").wait_for()
    keep_picture(page, "correction")


@pytest.mark.parametrize("dark", [False, True])
def test_a_phone_shows_everything_within_its_width(
    window: Callable[..., Page], address: str, dark: bool
) -> None:
    page = window(address, width=390, dark=dark)
    ask(page, GOAL)
    ask(page, COMPARISON)
    keep_picture(page, f"phone_{'dark' if dark else 'light'}")
    wide = page.evaluate(
        "() => document.querySelector('[data-testid=stMainBlockContainer]').scrollWidth"
    )
    assert wide <= 390
    below = last_answer(page).evaluate(
        "answer => answer.querySelector('.cards').getBoundingClientRect().top"
        " >= answer.querySelector('.said').getBoundingClientRect().bottom"
    )
    assert below


def test_the_dark_page_is_dark(window: Callable[..., Page], address: str) -> None:
    page = window(address, dark=True)
    ask(page, COMPARISON)
    colour = page.evaluate(
        "() => getComputedStyle(document.querySelector('[data-testid=stApp]')).backgroundColor"
    )
    assert max(map(int, re.findall(r"\d+", colour)[:3])) < 64
    keep_picture(page, "dark")


def test_without_an_index_a_file_brought_in_can_be_asked_about(
    window: Callable[..., Page], tmp_path: Path, seed_paths: tuple[Path, ...]
) -> None:
    with serve(tmp_path / "page") as url:
        page = window(url)
        page.get_by_text("还不能提问").wait_for()
        assert "quwen ingest" in page.get_by_test_id("stCode").inner_text()
        keep_picture(page, "no_index")
        page.get_by_role("link", name="去“文档”页").click()
        page.locator("input[type=file]").set_input_files(
            [
                _file(seed_paths[1].name, seed_paths[1].read_bytes()),
                _file("坏.txt", b"\x00\x01\x02" * 500),
            ]
        )
        page.get_by_text("坏.txt").wait_for()
        page.get_by_role("button", name="读入").click()
        page.get_by_text("没有成功").wait_for(timeout=60_000)
        page.get_by_text("新收录").wait_for(timeout=60_000)
        page.get_by_text("1 份文档").wait_for()
        keep_picture(page, "uploaded")
        page.get_by_role("link", name="对话").click()
        page.get_by_text("想了解什么?").wait_for()
        ask(page, "钱塘新区2020年GDP增长目标是多少?")
        assert "7%以上" in last_answer(page).locator(".said").inner_text()


def test_a_hostile_document_stays_text(window: Callable[..., Page], tmp_path: Path) -> None:
    name = "![图](http://example.invalid/a.png) $x$ <img src=x onerror=alert(1)>.txt"
    words = "<script>document.title='坏了'</script> **粗** [链](javascript:alert(1))"
    text = f"西湖区2023年统计公报 {words}\n\n一、{words}\n2023年西湖区GDP增长4.2% {words}。\n"
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / name.replace("/", "_")).write_text(text, encoding="utf-8")
    environment = {**os.environ, "QUWEN_HOME": str(tmp_path / "page")}
    command = [sys.executable, "-m", "assistant", "ingest", str(folder)]
    subprocess.run(command, env=environment, cwd=ROOT, check=True, capture_output=True)
    with serve(tmp_path / "page") as url:
        page = window(url)
        ask(page, "西湖区2023年GDP增长了多少?")
        assert "<script>" in last_answer(page).locator("blockquote").inner_text()
        keep_picture(page, "hostile_document")
        page.get_by_role("button", name="在原文中查看").first.click()
        page.get_by_role("dialog").locator("mark").first.wait_for()
        page.keyboard.press("Escape")
        for view in ("documents", "indicators"):
            page.goto(f"{url}/{view}")
            page.get_by_test_id("stDataFrame").first.wait_for()
        assert page.locator("img[src*='example'], img[src='x']").count() == 0
        assert page.title() != "坏了"


def _file(name: str, content: bytes) -> dict[str, Any]:
    return {"name": name, "mimeType": "text/plain", "buffer": content}


@pytest.mark.parametrize("dark", [False, True])
def test_every_text_can_be_read(window: Callable[..., Page], address: str, dark: bool) -> None:
    page = window(address, dark=dark)
    ask(page, COMPARISON)
    ask(page, "西湖区2024年GDP增长目标是多少?")
    page.wait_for_timeout(1500)
    measured = page.evaluate(CONTRASTS.read_text(encoding="utf-8"))
    assert len(measured) > 40
    page.goto(f"{address}/documents")
    page.get_by_role("button", name="读入").wait_for()
    page.wait_for_timeout(1500)
    measured += page.evaluate(CONTRASTS.read_text(encoding="utf-8"))
    page.goto(f"{address}/indicators")
    district = page.get_by_label("区划")
    district.click()
    district.press_sequentially("拱墅")
    page.wait_for_timeout(500)
    district.press("Enter")
    page.locator("[data-tag]").first.wait_for()
    page.keyboard.press("Escape")
    page.get_by_role("heading", name="指标").click()
    page.wait_for_timeout(1500)
    measured += page.evaluate(CONTRASTS.read_text(encoding="utf-8"))
    assert [one for one in measured if one[0] < 4.5] == []
