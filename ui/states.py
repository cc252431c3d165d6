"""What the page shows when it cannot show what was asked for, and its one style sheet."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from assistant.errors import AssistantError, IndexMismatchError
from ui.markup import plain

_FRONTEND = Path(__file__).parent / "frontend"


def show_style() -> None:
    """Apply the page's own style sheets, which hold nothing from outside."""
    st.html(_FRONTEND / "page.css")
    if st.context.theme.type == "dark":
        st.html(_FRONTEND / "dark.css")


def show_no_index(error: AssistantError) -> None:
    """Say why there is nothing to ask, with the command that mends it."""
    st.header("还不能提问", anchor=False)
    st.warning(plain(str(error)))
    rebuild = isinstance(error, IndexMismatchError)
    command = "quwen ingest --rebuild" if rebuild else "quwen ingest"
    st.text(
        "在终端里运行下面的命令,然后刷新本页:"
        if rebuild
        else "在终端里运行下面的命令,或到“文档”页上传文件:"
    )
    st.code(command, language=None)
    _show_way_to_documents()


def show_no_documents() -> None:
    """Say that the index is there and empty."""
    st.header("还没有文档", anchor=False)
    st.text("到“文档”页上传文件,或在终端里运行下面的命令,然后刷新本页:")
    st.code("quwen ingest 文件或文件夹", language=None)
    _show_way_to_documents()


def _show_way_to_documents() -> None:
    st.page_link(st.session_state["views"][2], label="去“文档”页", icon=":material/upload_file:")
