"""The left side: earlier conversations, what the chat is limited to, the documents."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

import streamlit as st

from assistant.conversations.export import render_markdown
from assistant.conversations.history import Conversation, Header
from assistant.errors import HistoryError
from assistant.schema import Profile, Scope
from ui import session
from ui.markup import plain, shorten
from ui.uploads import safe_name

_LISTED = 8
_TITLE_CHARS = 18
_MIMES = {
    "md": "text/markdown",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


def show(conversation: Conversation, profiles: Mapping[str, Profile]) -> None:
    """Show the left side of the chat."""
    with st.sidebar:
        st.button(
            "新对话",
            key="new",
            icon=":material/edit_square:",
            width="stretch",
            on_click=session.start_conversation,
        )
        # Each has its place, also while it is empty: what moves is drawn twice for a moment.
        scope, conversations, documents = st.container(), st.container(), st.container()
        if profiles:
            with scope:
                _show_scope(conversation.scope, profiles)
            with documents:
                _show_documents(profiles)
        with conversations:
            _show_conversations(conversation)


def _show_scope(scope: Scope, profiles: Mapping[str, Profile]) -> None:
    chosen = sum(map(bool, (scope.sources, scope.districts, scope.years)))
    label = "提问范围:全部文档" if not chosen else "提问范围:已限定"
    with st.expander(label, key="scope", icon=":material/filter_alt:", type="compact"):
        districts = sorted({profile.district for profile in profiles.values() if profile.district})
        years = sorted({year for profile in profiles.values() for year in years_of(profile)})
        titles = {source: profile.title or source for source, profile in profiles.items()}
        picked = Scope(
            sources=_pick("文档", "scope_sources", list(profiles), scope.sources, titles),
            districts=_pick("区划", "scope_districts", districts, scope.districts),
            years=_pick("年份", "scope_years", years, scope.years),
        )
        if picked != scope:
            session.set_scope(picked)
            st.rerun()


def _pick(
    label: str,
    key: str,
    options: list[str],
    chosen: tuple[str, ...],
    titles: Mapping[str, str] | None = None,
) -> tuple[str, ...]:
    if key not in st.session_state:
        st.session_state[key] = [name for name in chosen if name in options]
    picked = st.multiselect(
        label,
        options,
        key=key,
        format_func=lambda name: shorten((titles or {}).get(name, name), 40),
        placeholder="全部",
    )
    return tuple(picked)


def years_of(profile: Profile) -> list[str]:
    """The years a document tells of, newest last.

    >>> years_of(Profile(periods={"reported": "2023", "planned": "2024"}))
    ['2023', '2024']
    """
    return sorted({period[:4] for period in profile.periods.values() if period[:4].isdigit()})


def _show_conversations(conversation: Conversation) -> None:
    history = session.get_history()
    headers = history.headers()
    if not headers:
        return
    with st.expander(
        f"历史对话({len(headers)})", expanded=True, key="conversations", type="compact"
    ):
        words = ""
        if len(headers) > 5:
            words = st.text_input(
                "查找对话", key="words", placeholder="查找对话", label_visibility="collapsed"
            )
        found = history.headers(words) if words else headers
        if not found:
            st.caption("没有找到。")
        listed = found if st.session_state.get("all_conversations") else found[:_LISTED]
        for slot, header in enumerate(listed):
            _show_header(header, slot, current=header.id == conversation.id)
        if len(found) > len(listed):
            st.button("更多", key="all_conversations", type="tertiary")


def _show_header(header: Header, slot: int, *, current: bool) -> None:
    """Show one line of the list.

    Its widgets are named after the line: Streamlit never forgets a name, and there would be new
    ones with every conversation of every window.
    """
    # The key names the row for the style sheet: the conversation in hand is set apart.
    name = f"{'current' if current else 'other'}_{slot}"
    line = st.container(
        horizontal=True, wrap=False, gap=None, vertical_alignment="center", key=name
    )
    with line:
        st.button(
            plain(shorten(header.title, _TITLE_CHARS)),
            key=f"open_{slot}",
            type="tertiary",
            width="stretch",
            on_click=session.open_conversation,
            args=(header.id,),
        )
        # Drawn once it is opened: a dozen closed ones would cost more than the rest of the page.
        more = st.popover(
            "",
            icon=":material/more_horiz:",
            type="tertiary",
            key=f"more_{slot}",
            help="改名、导出、删除",
            on_change=_manage,
            args=(header.id,),
        )
        if more.open:
            with more:
                _show_actions(header, slot)


def _manage(conversation_id: str) -> None:
    st.session_state["managed"] = conversation_id


def _show_actions(header: Header, slot: int) -> None:
    if st.session_state.get("managed") != header.id:
        st.caption("列表刚才变了;请关上再打开一次。")
        return
    with st.form(f"rename_{header.id}", border=False):
        st.text_input("名称", value=header.title, max_chars=60, key=f"title_{header.id}")
        st.form_submit_button("改名", on_click=_rename, args=(header.id, slot))
    for name, suffix in (("Word 文档", "docx"), ("Markdown", "md")):
        st.download_button(
            f"导出为 {name}",
            data=partial(export, header.id, suffix),
            file_name=f"{safe_name(header.title.replace('/', '_'))}.{suffix}",
            mime=_MIMES[suffix],
            icon=":material/download:",
            on_click="ignore",
            key=f"export_{suffix}_{header.id}",
        )
    if st.checkbox("要删除这个对话", key=f"sure_{header.id}"):
        st.button(
            "删除,不能恢复",
            key=f"delete_{header.id}",
            icon=":material/delete:",
            on_click=session.delete_conversation,
            args=(header.id,),
        )


def _rename(conversation_id: str, slot: int) -> None:
    session.rename_conversation(conversation_id, str(st.session_state[f"title_{conversation_id}"]))
    st.session_state[f"more_{slot}"] = False  # the list changes: what was changed last comes first


def export(conversation_id: str, suffix: str) -> bytes:
    """A conversation as a file; what keeps it from being written is in the file instead."""
    try:
        conversation = session.get_history().load(conversation_id)
    except HistoryError as exc:
        conversation = Conversation(conversation_id, str(exc))
    if suffix == "docx":
        from assistant.conversations.export_docx import render_docx

        return render_docx(conversation)
    return render_markdown(conversation).encode("utf-8")


def _show_documents(profiles: Mapping[str, Profile]) -> None:
    with st.expander(
        f"文档({len(profiles)})", expanded=len(profiles) <= 8, key="documents", type="compact"
    ):
        for source, profile in list(profiles.items())[:_LISTED]:
            show_document_link(source, profile)
        if len(profiles) > _LISTED:
            st.page_link(st.session_state["views"][2], label=f"全部 {len(profiles)} 份")


def show_document_link(source: str, profile: Profile) -> None:
    """Show a link to a document's own view, with its title, district and years."""
    st.page_link(
        st.session_state["views"][2],
        label=plain(shorten(profile.title or source, 60)),
        icon=":material/description:",
        query_params={"source": source},
        width="stretch",
    )
    facts = [profile.district, "、".join(years_of(profile))]
    st.caption(plain(" · ".join(fact for fact in facts if fact)))
