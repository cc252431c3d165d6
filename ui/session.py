"""What one browser window has in hand: its conversation, the question to be asked, the scope.

The process shares one assistant and one history; everything here lives in the window's own session.
"""

from __future__ import annotations

import gc
import importlib
import threading
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, cast

import streamlit as st

from assistant.conversations.history import Conversation, Exchange, History, new_conversation, stamp
from assistant.errors import AssistantError, HistoryError
from assistant.schema import Scope
from assistant.settings import Settings, load_settings
from ui.turns import Turns

if TYPE_CHECKING:
    from assistant.chain import Assistant


# What a widget of an exchange is named, before the exchange's number, if it has a state.
WIDGETS = ("answer", "verdict", "reason", "trace")
# Whoever opens the page at once sees it before this takes its share of the processor.
_REST_DELAY_SECONDS = 3.0


@st.cache_resource(show_spinner=False)
def get_settings() -> Settings:
    """The settings, read once per process."""
    return load_settings()


@st.cache_resource(show_spinner=False)
def get_assistant() -> Assistant:
    """The assistant that all sessions share; a failure to open it is not remembered."""
    from assistant.chain import Assistant

    return Assistant.open(get_settings())


def warm_up() -> None:
    """Load what the first visitor sees, before anybody is served; a little later, the rest."""
    importlib.import_module("ui.chat")
    with suppress(AssistantError):  # the page says it to whoever opens it
        get_assistant().examples()
    threading.Thread(target=_load_rest, daemon=True, name="warm-up").start()


def _load_rest() -> None:
    """Load what the first table, or the first question to a model, needs.

    What is loaded by then stays for good. Set apart, it is not searched for garbage again: that
    takes a tenth of a second, during which no session gets an answer.
    """
    time.sleep(_REST_DELAY_SECONDS)
    get_turns().let_answers_pass(_REST_DELAY_SECONDS)
    # Streamlit wants the one for the first table, the first request to a model the other.
    for name in ["pandas", *(["langchain_openai"] if get_settings().chat_model else [])]:
        importlib.import_module(name)
    gc.collect()
    gc.freeze()


@st.cache_resource(show_spinner=False)
def get_history() -> History:
    """The conversations on disk."""
    return History(get_settings().home / "history")


@st.cache_resource(show_spinner=False)
def get_turns() -> Turns:
    """Who goes first among all sessions."""
    return Turns()


def get_conversation() -> Conversation:
    """The conversation in hand: the one of the page's address, else the window's own."""
    held = _held()
    asked = st.query_params.get("c", "")
    if asked and (held is None or held.id != asked):
        try:
            return hold(get_history().load(asked))
        except HistoryError as exc:
            st.session_state["complaint"] = str(exc)
            st.query_params.pop("c", None)
    return held if held is not None else hold(new_conversation())


def hold(conversation: Conversation) -> Conversation:
    """Take a conversation in hand, and into the address once it has something in it."""
    st.session_state["conversation"] = conversation
    if conversation.exchanges and st.query_params.get("c") != conversation.id:
        st.query_params["c"] = conversation.id
    return conversation


def open_conversation(conversation_id: str) -> None:
    """Turn to another conversation."""
    _forget_widgets()
    try:
        hold(get_history().load(conversation_id))
    except HistoryError as exc:
        st.session_state["complaint"] = str(exc)


def start_conversation() -> None:
    """Begin a new conversation."""
    _forget_widgets()
    st.query_params.pop("c", None)
    hold(new_conversation())


def delete_conversation(conversation_id: str) -> None:
    """Delete a conversation, and begin a new one if it is the one in hand."""
    get_history().delete(conversation_id)
    held = _held()
    if held is not None and held.id == conversation_id:
        start_conversation()


def rename_conversation(conversation_id: str, title: str) -> None:
    """Give a conversation another title; an empty one changes nothing."""
    if not title.strip():
        return
    renamed = get_history().rename(conversation_id, title)
    held = _held()
    if held is not None and held.id == conversation_id:
        hold(renamed)


def begin(question: str) -> None:
    """Put a question to the conversation; it is answered in this run of the page."""
    if not question.strip():
        return
    exchange = stamp(question.strip())
    hold(get_history().append(get_conversation(), exchange))
    st.session_state["running"] = exchange.asked
    st.session_state.pop("editing", None)


def begin_again(asked: str) -> None:
    """Answer a question of the conversation once more."""
    conversation = get_conversation()
    for exchange in conversation.exchanges:
        if exchange.asked == asked:
            again = replace(exchange, answer=None, verdict="", reason="")
            hold(get_history().replace_last(conversation, again))
            st.session_state["running"] = asked


def begin_edited(question: str) -> None:
    """Ask the last question in other words: its exchange gives way to the new one."""
    if question.strip():
        hold(get_history().drop_last(get_conversation()))
        begin(question)


def take_running() -> str:
    """The exchange to be answered now, by its stamp; asked for once, so that a stop is a stop."""
    return str(st.session_state.pop("running", ""))


def keep(exchange: Exchange) -> Conversation:
    """Write an exchange with its answer or its verdict."""
    return hold(get_history().replace_last(get_conversation(), exchange))


def set_scope(scope: Scope) -> None:
    """Limit the conversation in hand."""
    hold(get_history().set_scope(get_conversation(), scope))


def number_exchanges(asked: Sequence[str]) -> dict[str, int]:
    """Number the exchanges that are drawn now, for the names of their widgets.

    Streamlit keeps each name, and what belongs to it, as long as the session. So an exchange that
    has left the page gives its number to a new one, but only after a run without it has ended: by
    then neither the server nor the browser remembers what was picked or opened in its widgets.
    """
    numbers: dict[str, int] = st.session_state.setdefault("numbers", {})
    on_page: set[str] = st.session_state.setdefault("on_page", set())
    on_page.update(asked)
    left = [one for one in numbers if one not in on_page]
    for one in asked:
        if one not in numbers:
            numbers[one] = numbers.pop(left.pop(0)) if left else len(numbers)
            for widget in WIDGETS:
                st.session_state.pop(f"{widget}_{numbers[one]}", None)
    return {one: numbers[one] for one in asked}


def end_page(asked: Sequence[str]) -> None:
    """The page has been drawn to its end, with these exchanges and no others."""
    st.session_state["on_page"] = set(asked)


def take_complaint() -> str:
    """A sentence that is to be shown once."""
    return str(st.session_state.pop("complaint", ""))


def _held() -> Conversation | None:
    return cast("Conversation | None", st.session_state.get("conversation"))


def _forget_widgets() -> None:
    for name in (
        "editing",
        "running",
        "earlier",
        "scope_sources",
        "scope_districts",
        "scope_years",
    ):
        st.session_state.pop(name, None)
