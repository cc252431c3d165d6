"""What every test stands on: no network, no keys, a home of its own, the seeds, golden listings.

Golden listings are files below ``tests/golden/`` that a reviewer reads: chunks of a document, some
answers. A test takes the fixture ``golden`` and calls ``golden("chunks/003.txt", text)``: the text
is compared whole with the file, and ``make golden`` (``pytest --golden-update``) rewrites the file,
so that a change of behaviour is a diff to read. A listing that is missing fails the test.
"""

from __future__ import annotations

import os
import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent
SEEDS = ROOT / "seeds"
GOLDEN = ROOT / "tests" / "golden"

_LOOPBACK = ("127.", "::1", "localhost")
_KEYS = ("QUWEN_", "OPENAI_", "DASHSCOPE_", "ANTHROPIC_", "LANGCHAIN_", "LANGSMITH_")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--golden-update", action="store_true", help="rewrite tests/golden/ instead of comparing"
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """``--golden-update`` runs the tests with listings and no others."""
    if config.getoption("--golden-update"):
        kept = [item for item in items if "golden" in getattr(item, "fixturenames", ())]
        config.hook.pytest_deselected(items=[item for item in items if item not in kept])
        items[:] = kept


@pytest.fixture(scope="session", autouse=True)
def _no_network() -> Iterator[None]:
    """Refuse every connection but to this machine."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("connect", "connect_ex"):
            patch.setattr(socket.socket, name, _only_loopback(getattr(socket.socket, name)))
        yield


def _only_loopback(connect: Callable[..., Any]) -> Callable[..., Any]:
    def guarded(self: socket.socket, address: Any) -> Any:
        internet = self.family in (socket.AF_INET, socket.AF_INET6)
        if internet and not str(address[0]).startswith(_LOOPBACK):
            raise AssertionError(f"a test tried to reach {address[0]}; tests are offline")
        return connect(self, address)

    return guarded


@pytest.fixture(scope="session", autouse=True)
def _no_keys() -> Iterator[None]:
    """Take the settings of whoever runs the tests, ``.env`` included, out of the way."""
    from assistant.settings import Settings

    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(Settings.model_config, "env_file", None)
        for name in [name for name in os.environ if name.startswith(_KEYS)]:
            if name != "QUWEN_CHROMIUM":  # where the browser of the page's tests is
                patch.delenv(name)
        yield


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """``QUWEN_HOME`` of this test: a folder of its own, not there yet."""
    path = tmp_path / "home"
    monkeypatch.setenv("QUWEN_HOME", str(path))
    return path


@pytest.fixture(scope="session")
def seed_paths() -> tuple[Path, ...]:
    """The five documents, in the order of their names."""
    return tuple(sorted(SEEDS.glob("*.txt")))


@pytest.fixture(scope="session")
def seed_texts(seed_paths: tuple[Path, ...]) -> dict[str, str]:
    """Text of the five documents by file name, exactly as decoded (line ends untouched)."""
    return {path.name: path.read_bytes().decode("utf-8") for path in seed_paths}


@pytest.fixture(scope="session")
def seed_index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ``QUWEN_HOME`` into which the five seeds were ingested. Read only: it is shared."""
    from assistant.settings import Settings
    from ingest.index.pipeline import ingest

    path = tmp_path_factory.mktemp("seeds") / "home"
    ingest([SEEDS], Settings(home=path))
    return path


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare a text with ``tests/golden/<path>``; ``--golden-update`` rewrites that file."""

    def compare(path: str, text: str) -> None:
        file = GOLDEN / path
        text = text.rstrip("\n") + "\n"
        if request.config.getoption("--golden-update"):
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8", newline="")
            return
        assert file.exists(), f"tests/golden/{path} is missing; `make golden` writes it"
        expected = file.read_bytes().decode("utf-8")
        assert text == expected, f"tests/golden/{path} differs; read the diff, then `make golden`"

    return compare
