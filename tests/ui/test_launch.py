"""``quwen ui``: the port, the address, the command of the server."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from assistant.errors import ConfigurationError
from assistant.settings import Settings
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


def test_only_this_machine_is_served_and_nothing_is_reported() -> None:
    arguments = make_arguments(8501, headless=True)
    assert Path(arguments[1]).is_file()
    flags = dict(zip(arguments[2::2], arguments[3::2], strict=True))
    assert flags["--server.address"] == "127.0.0.1"
    assert flags["--browser.gatherUsageStats"] == "false"
    assert flags["--server.headless"] == "true"


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
