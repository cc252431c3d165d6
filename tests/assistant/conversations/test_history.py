"""Conversations survive on disk, apart from each other, whatever is written into them."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.conversations.history import (
    Conversation,
    Exchange,
    History,
    new_conversation,
    stamp,
)
from assistant.errors import HistoryError
from assistant.schema import Answer, Citation, Comparison, Related, Scope, Turn

CITED = Citation(
    1,
    "a.txt",
    3,
    9,
    "增长5.5%|左右",
    title="报告",
    section_path=("一、回顾", "(一)工业"),
    context=("完成情况",),
    row=2,
)
ANSWER = Answer(
    "目标呢?",
    "某区2024年目标呢?",
    "增长5.5%[1]。",
    citations=(CITED,),
    computed=("37.3",),
    related=(Related("另有4%[1]。", (CITED,)),),
    comparison=Comparison(("区", "值"), (("甲", "5.5%[1]"), ("乙", "文档未提供"))),
    notes=("模型没有回答。",),
    trace={"hits": {"甲": [{"rank_dense": None, "score": 0.5}]}},
    seconds=0.04,
)


@pytest.fixture
def history(tmp_path: Path) -> History:
    return History(tmp_path / "history")


def asked(history: History, question: str, answer: Answer | None = ANSWER) -> Conversation:
    exchange = replace(stamp(question), answer=answer)
    return history.append(new_conversation(), exchange)


def test_what_was_written_is_read_back_whole(history: History, tmp_path: Path) -> None:
    conversation = asked(history, "目标呢?")
    assert History(tmp_path / "history").load(conversation.id) == conversation
    assert conversation.exchanges[0].answer == ANSWER


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1), st.text(max_size=20))
def test_any_question_survives(tmp_path_factory: pytest.TempPathFactory, q: str, r: str) -> None:
    folder = tmp_path_factory.mktemp("h")
    conversation = History(folder).append(new_conversation(), Exchange(q, asked="1", reason=r))
    assert History(folder).load(conversation.id).exchanges == (Exchange(q, asked="1", reason=r),)


def test_half_a_surrogate_pair_does_not_lose_the_conversation(
    history: History, tmp_path: Path
) -> None:
    conversation = history.append(new_conversation(), Exchange("问\ud800?"))
    history = History(tmp_path / "history")
    assert history.load(conversation.id).exchanges[0].question == "问??"


def test_only_answered_exchanges_are_the_history_of_the_next_question(history: History) -> None:
    conversation = history.append(asked(history, "目标呢?"), stamp("停了的"))
    assert conversation.turns == (
        Turn("目标呢?", ANSWER.standalone_question, ANSWER.text, False, "a.txt#2"),
    )


def test_two_windows_add_to_one_conversation_and_neither_is_lost(history: History) -> None:
    first = asked(history, "一")
    history.append(first, stamp("二"))
    history.append(first, stamp("三"))  # from a window that has not seen the second
    assert [e.question for e in history.load(first.id).exchanges] == ["一", "二", "三"]


def test_twenty_threads_lose_nothing(history: History) -> None:
    first = asked(history, "0")
    with ThreadPoolExecutor(20) as pool:
        list(pool.map(lambda n: history.append(first, stamp(str(n))), range(1, 60)))
    questions = {e.question for e in history.load(first.id).exchanges}
    assert questions == {str(n) for n in range(60)}


def test_an_answer_takes_the_place_of_its_own_question(history: History) -> None:
    conversation = history.append(new_conversation(), replace(stamp("一"), asked="t1"))
    history.append(conversation, replace(stamp("二"), asked="t2"))
    history.replace_last(conversation, Exchange("一", ANSWER, asked="t1"))
    exchanges = history.load(conversation.id).exchanges
    assert [(e.question, e.answer is None) for e in exchanges] == [("一", False), ("二", True)]


def test_the_first_question_is_the_title_until_there_is_another(history: History) -> None:
    conversation = asked(history, "很长的问题" * 20)
    assert history.headers()[0].title == ("很长的问题" * 20)[:29] + "…"
    history.rename(conversation.id, "GDP 比较")
    assert history.headers()[0].title == "GDP 比较"
    history.append(conversation, stamp("再问"))
    assert history.load(conversation.id).title == "GDP 比较"


def test_conversations_are_found_by_what_was_said_in_them(history: History) -> None:
    asked(history, "目标呢?")
    asked(history, "没有的", None)
    assert [h.title for h in history.headers("5.5% 某区")] == ["目标呢?"]
    assert history.headers("5.5% 别处") == []


def test_the_scope_is_remembered(history: History) -> None:
    conversation = asked(history, "目标呢?")
    history.set_scope(conversation, Scope(districts=("甲区",), years=("2023",)))
    assert history.load(conversation.id).scope == Scope(districts=("甲区",), years=("2023",))


def test_an_empty_conversation_leaves_no_file(history: History, tmp_path: Path) -> None:
    history.set_scope(new_conversation(), Scope(years=("2024",)))
    assert not (tmp_path / "history").exists()


def test_a_change_from_outside_is_seen(history: History, tmp_path: Path) -> None:
    conversation = asked(history, "一")
    assert len(history.load(conversation.id).exchanges) == 1
    History(tmp_path / "history").append(conversation, stamp("二"))
    assert len(history.load(conversation.id).exchanges) == 2


def test_deleting_leaves_the_others(history: History) -> None:
    gone, kept = asked(history, "一"), asked(history, "二")
    history.delete(gone.id)
    history.delete(gone.id)
    assert [h.id for h in history.headers()] == [kept.id]
    with pytest.raises(HistoryError, match="已经不在了"):
        history.load(gone.id)


@pytest.mark.parametrize("name", ["../../etc/passwd", "", "A" * 12, "0123456789ab/..", "x.jsonl"])
def test_an_address_cannot_name_another_file(history: History, name: str) -> None:
    with pytest.raises(HistoryError, match="编号不对"):
        history.load(name)


@pytest.mark.parametrize("content", ["", "{", "[]\n", '{"title":"a"}\n', "\x00\xff"])
def test_a_damaged_file_is_said_and_hides_no_other(
    history: History, tmp_path: Path, content: str
) -> None:
    kept = asked(history, "一")
    (tmp_path / "history" / "0123456789ab.jsonl").write_text(content, "latin-1")
    with pytest.raises(HistoryError, match="其余对话不受影响"):
        history.load("0123456789ab")
    assert [h.id for h in history.headers()] == [kept.id]


def test_a_question_and_its_answer_are_added_to_the_file(history: History, tmp_path: Path) -> None:
    conversation = asked(history, "一")
    path = tmp_path / "history" / f"{conversation.id}.jsonl"
    before = path.read_bytes()
    second = stamp("二")
    conversation = history.append(conversation, second)
    conversation = history.replace_last(conversation, replace(second, answer=ANSWER))
    assert path.read_bytes().startswith(before)
    assert len(conversation.exchanges) == 2
    assert History(tmp_path / "history").load(conversation.id) == conversation


def test_a_verdict_leaves_one_line_for_an_exchange(history: History, tmp_path: Path) -> None:
    conversation = asked(history, "一")
    judged = replace(conversation.exchanges[0], verdict="down")
    conversation = history.replace_last(conversation, judged)
    path = tmp_path / "history" / f"{conversation.id}.jsonl"
    assert path.read_bytes().count(b"\n") == 2
    assert History(tmp_path / "history").load(conversation.id).exchanges == (judged,)


@pytest.mark.parametrize("written", [1, 5, 14, 15, 16, 40])  # 14 and 15 end within a character
def test_a_line_that_breaks_off_costs_only_itself(
    history: History, tmp_path: Path, written: int
) -> None:
    conversation = asked(history, "一")
    path = tmp_path / "history" / f"{conversation.id}.jsonl"
    whole = path.read_bytes()
    question = stamp("二")
    history.append(conversation, question)
    path.write_bytes(path.read_bytes()[: len(whole) + written])
    history = History(tmp_path / "history")
    assert history.load(conversation.id) == conversation
    assert [header.id for header in history.headers("一")] == [conversation.id]
    history.append(conversation, stamp("三"))
    history = History(tmp_path / "history")
    assert [e.question for e in history.load(conversation.id).exchanges] == ["一", "三"]


def test_a_conversation_that_is_gone_is_not_remembered(history: History) -> None:
    gone, kept = asked(history, "一"), asked(history, "二")
    history.headers()
    history.delete(gone.id)
    history.headers()
    assert [*history._headers] == [f"{kept.id}.jsonl"]
    assert [path.stem for path in history._kept] == [kept.id]
