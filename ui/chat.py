"""The chat: questions, answers beside their evidence, what to ask next."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import replace
from functools import partial
from itertools import takewhile
from typing import TYPE_CHECKING

import streamlit as st

from assistant.conversations.history import Conversation, Exchange, Verdict
from assistant.errors import AssistantError, QuestionError
from assistant.schema import Answer, Citation
from ui import charts, session, sidebar, states, traces
from ui.following import follow
from ui.markup import plain, same_question
from ui.render import show_answer, show_original

if TYPE_CHECKING:
    from assistant.chain import Assistant

# Older exchanges are drawn on demand: the browser would carry hundreds of them otherwise.
_DRAWN, _DRAWN_MORE = 12, 24
_REST_WAITS_SECONDS = 2.0
_STOPPED = "停下了,没有答完。"


def show() -> None:
    """Show the chat, or what is missing for it."""
    states.show_style()
    try:
        assistant = session.get_assistant()
        profiles = assistant.catalog.profiles()
    except AssistantError as exc:
        sidebar.show(session.get_conversation(), {})
        states.show_no_index(exc)
        return
    conversation, running = session.get_conversation(), session.take_running()
    # An answer made of computing is there before anybody looks to the side; a model is waited for.
    side_last = bool(running) and not session.get_settings().chat_model
    if not side_last:
        sidebar.show(conversation, profiles)
    complaint = session.take_complaint()
    if complaint:
        st.warning(plain(complaint))
    drawn: list[str] = []
    if profiles:
        _show_input()
        # Emptied in the first moment of a run: what is not drawn again stays, faded, to its end.
        welcome = st.empty()
        if conversation.exchanges:
            drawn = _show_exchanges(assistant, conversation, running)
        else:
            with welcome.container():
                _show_welcome(assistant, len(profiles))
    else:
        states.show_no_documents()
    if side_last:
        sidebar.show(session.get_conversation(), profiles)
    session.end_page(drawn)


def _show_input() -> None:
    limit = session.get_settings().max_question_chars
    st.chat_input(
        "问一问这些文档里的目标、进展和数字",
        key="question",
        max_chars=limit,
        submit_mode="stop",
        on_submit=lambda: session.begin(str(st.session_state["question"])),
    )


def _show_welcome(assistant: Assistant, documents: int) -> None:
    st.header("想了解什么?", anchor=False)
    st.caption(
        f"答案只来自左边的 {documents} 份文档,每一句都能点开看原文;文档里没有的,会直说没有。"
    )
    if "examples" not in st.session_state:
        st.session_state["examples"] = assistant.examples(4)
    _show_chips(st.session_state["examples"], "example")


def _show_chips(questions: list[str], key: str) -> None:
    with st.container(horizontal=True, key=f"chips_{key}"):
        for index, question in enumerate(questions):
            st.button(
                plain(question),
                key=f"{key}_{index}",
                on_click=session.begin,
                args=(question,),
            )


def _show_exchanges(assistant: Assistant, conversation: Conversation, running: str) -> list[str]:
    """Show the last exchanges, or more on demand; return the stamps of those shown."""
    exchanges = conversation.exchanges
    more = int(st.session_state.get("earlier", 0))
    # In whole steps: one less with every question would move, and so draw anew, all the others.
    hidden = max((len(exchanges) // _DRAWN - 1) * _DRAWN - more, 0)
    if hidden:
        st.button(
            f"显示更早的 {min(hidden, _DRAWN_MORE)} 轮(前面还有 {hidden} 轮)",
            key="show_earlier",
            type="tertiary",
            on_click=lambda: st.session_state.update(earlier=more + _DRAWN_MORE),
        )
    drawn = exchanges[hidden:]
    numbers = session.number_exchanges([exchange.asked for exchange in drawn])
    for exchange in drawn:
        _show_exchange(
            assistant,
            conversation,
            exchange,
            number=numbers[exchange.asked],
            last=exchange is exchanges[-1],
            running=running,
        )
    return list(numbers)


def _show_exchange(
    assistant: Assistant,
    conversation: Conversation,
    exchange: Exchange,
    *,
    number: int,
    last: bool,
    running: str,
) -> None:
    _show_question(exchange, last=last)
    fresh = exchange.answer is None and exchange.asked == running
    turns = session.get_turns()
    with st.chat_message("assistant", avatar=":material/fact_check:"):
        with turns.asked() if fresh else nullcontext():
            if fresh:
                exchange = _answer_now(assistant, conversation, exchange)
            answer = exchange.answer
            if answer is None:
                if last:
                    _show_stopped(exchange)
                else:
                    st.caption(_STOPPED)
                return
            opened = _show_answer(assistant, exchange, answer, number=number, fresh=fresh)
        if fresh:
            turns.let_answers_pass(_REST_WAITS_SECONDS)
        _show_rest(assistant, conversation, exchange, answer, number=number, last=last)
        if opened is not None:
            show_original(opened, assistant.catalog)


def _show_question(exchange: Exchange, *, last: bool) -> None:
    with st.chat_message("user", avatar=":material/person:"):
        if last and st.session_state.get("editing") == exchange.asked:
            _show_editor(exchange)
        else:
            st.text(exchange.question)


def _show_editor(exchange: Exchange) -> None:
    with st.form("edit", border=False):
        text = st.text_area("修改问题", value=exchange.question, label_visibility="collapsed")
        with st.container(horizontal=True):
            sent = st.form_submit_button("重新提问", type="primary")
            left = st.form_submit_button("取消")
    if sent:
        session.begin_edited(text)
        st.rerun()
    if left:
        st.session_state.pop("editing", None)
        st.rerun()


def _answer_now(assistant: Assistant, conversation: Conversation, exchange: Exchange) -> Exchange:
    """Stream the answer and write it down; what cannot be asked is said and written too."""
    # Another window may have asked something after it.
    earlier = takewhile(lambda other: other.asked != exchange.asked, conversation.exchanges)
    before = replace(conversation, exchanges=tuple(earlier)).turns
    place = st.empty()
    try:
        with place.container():
            events = assistant.stream(exchange.question, before, scope=conversation.scope)
            # A model is waited for, not computed: those answers are made side by side.
            model = session.get_settings().chat_model
            turn = nullcontext() if model else session.get_turns().answering
            answer = follow(events, turn, partial(_show_stop_state, exchange))
    except QuestionError as exc:
        answer = Answer(exchange.question, exchange.question, str(exc), kind="clarify")
    except AssistantError as exc:
        place.empty()
        st.warning(plain(str(exc)))
        return exchange
    place.empty()
    answered = replace(exchange, answer=answer)
    session.keep(answered)
    return answered


def _show_stop_state(exchange: Exchange) -> None:
    """Draw ahead what is to be seen if the reader stops the run: a stopped run draws nothing more.

    The style sheet hides it as long as the page is working.
    """
    with st.container(key="if_stopped"):
        _show_stopped(exchange, "_ahead")


def _show_stopped(exchange: Exchange, key: str = "") -> None:
    st.caption(_STOPPED)
    with st.container(horizontal=True):
        _show_repeats(exchange, key)


def _show_answer(
    assistant: Assistant, exchange: Exchange, answer: Answer, *, number: int, fresh: bool
) -> Citation | None:
    """Show an answer; return the citation to be seen in its document, if any."""
    standalone = answer.standalone_question or exchange.question
    if not same_question(standalone, exchange.question):
        st.caption(f"理解为:{plain(standalone)}")
    return show_answer(answer, assistant.catalog, key=f"answer_{number}", fresh=fresh)


def _show_rest(
    assistant: Assistant,
    conversation: Conversation,
    exchange: Exchange,
    answer: Answer,
    *,
    number: int,
    last: bool,
) -> None:
    """Show what goes with an answer and is looked at after it."""
    if answer.comparison is not None:
        charts.show_comparison(answer, key=str(number))
    _show_actions(assistant, exchange, answer, number=number, last=last)
    suggestions = st.empty()
    if last:
        with suggestions.container():
            _show_suggestions(assistant, conversation, exchange, answer)


def _show_actions(
    assistant: Assistant, exchange: Exchange, answer: Answer, *, number: int, last: bool
) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key=f"actions_{number}"):
        given = {"up": 1, "down": 0}.get(exchange.verdict)
        verdict = st.feedback("thumbs", key=f"verdict_{number}", default=given)
        if verdict != given:
            names: dict[int | None, Verdict] = {1: "up", 0: "down"}
            session.keep(replace(exchange, verdict=names.get(verdict, "")))
        repeats = st.empty()
        if last:
            with repeats.container(horizontal=True):
                _show_repeats(exchange)
    if verdict == 0:
        _show_reason(exchange, number)
    if answer.trace:
        trace = st.expander("回答经过", key=f"trace_{number}", type="compact", on_change="rerun")
        if trace.open:
            with trace:
                traces.show(answer, assistant)


def _show_repeats(exchange: Exchange, key: str = "") -> None:
    asked = exchange.asked
    # Named once for all: Streamlit keeps each name, and what belongs to it, as long as the session.
    st.button(
        "重新回答",
        key=f"again{key}",
        type="tertiary",
        icon=":material/refresh:",
        on_click=session.begin_again,
        args=(asked,),
    )
    st.button(
        "修改问题",
        key=f"edit{key}",
        type="tertiary",
        icon=":material/edit:",
        on_click=lambda: st.session_state.update(editing=asked),
    )


def _show_reason(exchange: Exchange, number: int) -> None:
    reason = st.text_input(
        "哪里不好?(可不填,只记在本机)",
        value=exchange.reason,
        max_chars=500,
        key=f"reason_{number}",
    )
    if reason != exchange.reason:
        session.keep(replace(exchange, verdict="down", reason=reason))
        st.toast("记下了")


def _show_suggestions(
    assistant: Assistant, conversation: Conversation, exchange: Exchange, answer: Answer
) -> None:
    made = st.session_state.setdefault("suggestions", {})
    if exchange.asked not in made:
        made.clear()
        asked = {e.question for e in conversation.exchanges}
        made[exchange.asked] = assistant.suggestions(answer, 3, without=asked)
    _show_chips(made[exchange.asked], "next")
