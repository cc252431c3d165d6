"""Takes the pictures of the READMEs anew: ``python tests/ui/pictures.py``; needs Chromium."""

from __future__ import annotations

import tempfile
from pathlib import Path

from browsing import ARGUMENTS, CHROMIUM, COMPARISON, GOAL, ROOT, Page, ask, last_answer, serve

IMAGES = ROOT / "docs" / "images"
SETTLED_MS = 1500


def main() -> None:
    """Read the seeds into an index of their own, walk to three places, take a picture of each."""
    from playwright.sync_api import sync_playwright

    from assistant.settings import Settings
    from ingest.index.pipeline import ingest

    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        home = Path(name) / "home"
        ingest([ROOT / "seeds"], Settings(home=home))
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        with serve(home) as url:
            for picture, walk, height in (
                ("page", walk_to_comparison, 900),
                ("original", walk_to_original, 900),
                ("figures", walk_to_figures, 1660),
            ):
                viewport = {"width": 1440, "height": height}
                page = browser.new_page(viewport=viewport, color_scheme="light", locale="zh-CN")
                walk(page, url)
                page.wait_for_timeout(SETTLED_MS)
                page.screenshot(path=str(IMAGES / f"{picture}.png"))
                page.close()
        browser.close()


def walk_to_comparison(page: Page, url: str) -> None:
    """Three districts compared, each cell with the passage that proves it."""
    page.goto(url)
    ask(page, COMPARISON)
    page.get_by_test_id("stVegaLiteChart").wait_for()


def walk_to_original(page: Page, url: str) -> None:
    """The whole document over the page, at the cited place."""
    page.goto(url)
    ask(page, GOAL)
    last_answer(page).get_by_role("button", name="在原文中查看").first.click()
    page.get_by_role("dialog").locator("mark").first.wait_for()


def walk_to_figures(page: Page, url: str) -> None:
    """The figures of one indicator as a chart, its targets beside the results."""
    page.goto(f"{url}/indicators")
    words = page.get_by_label("查找指标")
    words.fill("GDP")
    words.press("Enter")
    page.wait_for_timeout(SETTLED_MS)
    district = page.get_by_label("区划")
    district.click()
    district.press_sequentially("钱塘区")
    page.wait_for_timeout(500)
    district.press("Enter")
    page.get_by_text("目标对照完成").wait_for()
    page.keyboard.press("Escape")
    page.get_by_role("heading", name="指标").click()


if __name__ == "__main__":
    main()
