"""What the tests in a real browser share: the server, its page, and how a person uses it.

Set ``QUWEN_SCREENSHOTS`` to a folder to keep a picture of every stop of the walk.
"""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.error import URLError

import pytest

CHROMIUM = os.environ.get("QUWEN_CHROMIUM") or shutil.which("chromium") or ""
SCREENSHOTS = os.environ.get("QUWEN_SCREENSHOTS", "")
ROOT = Path(__file__).resolve().parents[2]

IN_BROWSER = [
    pytest.mark.browser,
    pytest.mark.skipif(
        not CHROMIUM,
        reason="需要 Chromium 才能检查网页:安装 chromium(Debian: apt-get install chromium),"
        "或用环境变量 QUWEN_CHROMIUM 指明它在哪里",
    ),
]
ARGUMENTS = [
    *("--no-sandbox", "--disable-gpu", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync", "--no-first-run"),
]
GOAL = "钱塘区2024年GDP增长目标是多少?"
COMPARISON = "比较钱塘区2024年、滨江区2025年和拱墅区2021年的GDP增长目标"

Page = Any  # playwright's own type; it is not imported where there is no browser


@contextmanager
def serve(home: Path, **settings: str) -> Iterator[str]:
    """Run ``quwen ui`` on a free port of this machine and give its address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "assistant", "ui", "--port", str(port), "--headless"]
    environment = {**os.environ, "QUWEN_HOME": str(home), **settings}
    log = home.parent / "server.log"
    with log.open("wb") as output:
        server = subprocess.Popen(
            command, env=environment, cwd=ROOT, stdout=output, stderr=subprocess.STDOUT
        )
        try:
            _wait(f"http://127.0.0.1:{port}/_stcore/health", server, log)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.send_signal(2)
            try:
                server.wait(timeout=15)
            except subprocess.TimeoutExpired:
                server.kill()
                server.wait()


def _wait(address: str, server: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        assert server.poll() is None, log.read_text(encoding="utf-8", errors="replace")
        try:
            with urllib.request.urlopen(address, timeout=2) as response:
                if response.status == 200:
                    return
        except (URLError, OSError):
            time.sleep(0.1)
    raise AssertionError(log.read_text(encoding="utf-8", errors="replace"))


def keep_picture(page: Page, name: str) -> None:
    if SCREENSHOTS:
        page.wait_for_timeout(700)
        page.screenshot(path=str(Path(SCREENSHOTS) / f"{name}.png"))


def ask(page: Page, question: str) -> None:
    asked = page.get_by_test_id("stChatMessage").count()
    box = page.get_by_role("textbox", name=re.compile("问一问"))
    box.fill(question)
    box.press("Enter")
    page.get_by_test_id("stChatMessage").nth(asked + 1).locator(".answer").wait_for()
    page.get_by_role("button", name="修改问题").wait_for()


def last_answer(page: Page) -> Page:
    return page.locator(".answer").last


def is_local(url: str) -> bool:
    return url.startswith(("http://127.0.0.1", "ws://127.0.0.1", "data:", "blob:"))
