"""Serve the page: what ``quwen ui`` does."""

from __future__ import annotations

import ctypes
import os
import socket
import sys
from contextlib import suppress
from pathlib import Path

from assistant.errors import ConfigurationError
from assistant.settings import Settings

# Other machines are not served: there is no sign-in, and the documents are whoever's they are.
ADDRESS = "127.0.0.1"
# glibc's name for the number of pools that threads take memory from (malloc.h).
_M_ARENA_MAX = -8
OPENED = "区问的网页:http://localhost:{}(按 Ctrl+C 停止)\n"


def run_ui(settings: Settings, *, port: int = 8501, headless: bool = False) -> int:
    """Serve the page until the process is interrupted; return its exit code.

    Raises:
        ConfigurationError: the port is taken.
    """
    if not is_free(port):
        raise ConfigurationError(
            f"端口 {port} 已被占用;请关掉占用它的程序,或换一个端口:quwen ui --port {port + 1}"
        )
    share_memory()
    from streamlit.web import cli

    from ui import session

    # The page reads its settings itself; wherever its files are, the home stays this one.
    os.environ["QUWEN_HOME"] = str(settings.home.absolute())
    session.warm_up()
    sys.stdout.write(OPENED.format(port))
    sys.stdout.flush()
    # In this process, so that whatever ends it ends the server too.
    cli.main(args=make_arguments(port, headless=headless), standalone_mode=False)
    return 0


def share_memory() -> None:
    """Let all threads take memory from two pools; without effect where the C library has no such.

    Each run of the page and each answer is a thread. glibc gives threads up to eight pools a core,
    and what one pool has left over serves no other: with 20 windows 50 MB, and more by the hour.
    """
    with suppress(AttributeError, OSError, TypeError):
        ctypes.CDLL(None).mallopt(_M_ARENA_MAX, 2)


def make_arguments(port: int, *, headless: bool) -> list[str]:
    """What ``streamlit`` is called with; the rest stands in ``ui/.streamlit/config.toml``."""
    return [
        *("run", str(Path(__file__).with_name("app.py"))),
        *("--server.address", ADDRESS),
        *("--server.port", str(port)),
        *("--server.headless", str(headless).lower()),
        *("--server.showEmailPrompt", "false"),
        *("--browser.gatherUsageStats", "false"),
        # Hides what Streamlit offers to developers too, in the terminal and on the page.
        *("--logger.hideWelcomeMessage", "true"),
    ]


def is_free(port: int) -> bool:
    """Whether nobody listens on this port."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        # As the server does: a port whose last connections are still closing is free.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((ADDRESS, port))
        except OSError:
            return False
    return True
