"""The page: ``python -m streamlit run ui/app.py`` (or ``quwen ui``) starts here.

Only names and the address of each view stand here; a view's module is loaded when it is opened.
"""

from __future__ import annotations

from pathlib import Path

import streamlit as st

# A file of our own: an icon by name would be fetched from a font server.
_ICON = Path(__file__).parent / "frontend" / "icon.svg"


def _chat() -> None:
    from ui import chat

    chat.show()


def _indicators() -> None:
    from ui import figures

    figures.show()


def _documents() -> None:
    from ui import documents

    documents.show()


def main() -> None:
    """Choose the view by the address and show it."""
    st.set_page_config(page_title="区问", page_icon=_ICON, layout="wide")
    views = [
        st.Page(_chat, title="对话", icon=":material/chat:", default=True),
        st.Page(_indicators, title="指标", icon=":material/table_chart:", url_path="indicators"),
        st.Page(_documents, title="文档", icon=":material/folder_open:", url_path="documents"),
    ]
    st.session_state["views"] = views
    st.navigation(views, position="sidebar").run()


main()
