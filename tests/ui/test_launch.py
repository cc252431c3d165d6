"""``quwen ui``: the port, the address, the command of the server."""

from __future__ import annotations

import platform
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from streamlit.web import cli

from assistant.errors import ConfigurationError, IndexMissingError
from assistant.settings import Settings
from assistant.testing import ScriptedAssistant
from ui import session
from ui.launch import ADDRESS, is_free, make_arguments, run_ui


def test_a_taken_port_is_said_with_the_next_step(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind((ADDRESS, 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert not is_free(port)
        with pytest.raises(ConfigurationError, match=f"端口 {port} 已被占用.*--port {port + 1}"):
            run_ui(Settings(home=tmp_path), port=port, headless=True)
    assert is_free(port)


def test_what_the_first_visitor_sees_is_made_before_anybody_is_served(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    made: list[object] = []

    class Offering(ScriptedAssistant):
        def examples(self, count: int = 4) -> list[str]:
            made.append(count)
            return []

    monkeypatch.setenv("QUWEN_HOME", str(tmp_path))
    monkeypatch.setattr(session, "_load_rest", lambda: None)
    monkeypatch.setattr(session, "get_assistant", Offering)
    monkeypatch.setattr(cli, "main", lambda **_: made.append("served"))
    assert run_ui(Settings(home=tmp_path), port=_free_port(), headless=True) == 0
    assert made == [4, "served"]


def test_without_an_index_the_page_is_served_to_say_so(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    served: list[object] = []

    def missing() -> None:
        raise IndexMissingError("还没有索引。")

    monkeypatch.setenv("QUWEN_HOME", str(tmp_path))
    monkeypatch.setattr(session, "_load_rest", lambda: None)
    monkeypatch.setattr(session, "get_assistant", missing)
    monkeypatch.setattr(cli, "main", lambda **options: served.append(options))
    assert run_ui(Settings(home=tmp_path), port=_free_port(), headless=True) == 0
    assert served


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((ADDRESS, 0))
        return int(probe.getsockname()[1])


def test_only_this_machine_is_served_and_nothing_is_reported() -> None:
    arguments = make_arguments(8501, headless=True)
    assert Path(arguments[1]).is_file()
    flags = dict(zip(arguments[2::2], arguments[3::2], strict=True))
    assert flags["--server.address"] == "127.0.0.1"
    assert flags["--browser.gatherUsageStats"] == "false"
    assert flags["--server.headless"] == "true"
    assert flags["--logger.hideWelcomeMessage"] == "true"


def test_the_style_sheets_and_scripts_are_in_the_package() -> None:
    folder = Path(make_arguments(1, headless=True)[1]).parent
    names = {path.name for path in (folder / "frontend").iterdir()}
    parts = {f"{name}.{kind}" for name in ("answer", "document", "save") for kind in ("js", "css")}
    assert parts | {"parts.js", "page.css"} <= names
    assert (folder / ".streamlit" / "config.toml").is_file()


def test_the_scripts_never_parse_markup() -> None:
    folder = Path(make_arguments(1, headless=True)[1]).parent / "frontend"
    for script in folder.glob("*.js"):
        text = script.read_text(encoding="utf-8")
        for parser in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval("):
            assert parser not in text, f"{script.name} uses {parser}"


_POOLS = """
import ctypes, sys, threading
from ui.launch import share_memory
if sys.argv[1] == "shared":
    share_memory()
held, together = [], threading.Barrier(12)
def take():
    together.wait()
    held.extend(bytearray(5000) for _ in range(200))
    together.wait()
threads = [threading.Thread(target=take) for _ in range(12)]
[thread.start() for thread in threads]
[thread.join() for thread in threads]
libc = ctypes.CDLL(None)
libc.fopen.restype = ctypes.c_void_p
out = ctypes.c_void_p(libc.fopen(sys.argv[2].encode(), b"w"))
libc.malloc_info(0, out)
libc.fclose(out)
"""


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="only glibc has pools for threads")
def test_threads_take_memory_from_two_pools(tmp_path: Path) -> None:
    pools = {}
    for kind in ("shared", "apart"):
        path = tmp_path / kind
        subprocess.run([sys.executable, "-c", _POOLS, kind, str(path)], check=True)
        pools[kind] = path.read_text().count("<heap nr=")
    assert pools["shared"] <= 2 < pools["apart"]
