"""The logic of the page without a browser: what is asked, kept, shown and said."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from assistant.conversations.history import Exchange, History, new_conversation
from assistant.errors import AssistantError, IndexMismatchError
from assistant.schema import Answer, Scope
from assistant.settings import Settings
from assistant.testing import ScriptedAssistant
from ui import session


def ask(page: AppTest, question: str) -> AppTest:
    return page.chat_input[0].set_value(question).run()


def answers(page: AppTest) -> list[dict[str, object]]:
    """The contents of the answer components, as the browser gets them."""
    found = []
    for node in page.main.children.values():
        found += [json.loads(one.proto.json) for one in _components(node)]
    return [content for content in found if "cards" in content]


def _components(node: object) -> list[object]:
    if getattr(node, "type", "") == "bidi_component":
        return [node]
    children = getattr(node, "children", {})
    return [found for child in children.values() for found in _components(child)]


def goal_of(assistant: ScriptedAssistant) -> Answer:
    answer = assistant.script["目标呢?"]
    assert isinstance(answer, Answer)
    return answer


def labels(page: AppTest) -> list[str]:
    return [button.label for button in page.button]


def test_the_first_page_offers_questions_and_names_the_documents(
    page: AppTest, assistant: ScriptedAssistant
) -> None:
    page.run()
    assert not page.exception
    assert page.header[0].value == "想了解什么?"
    assert "比一比甲区和乙区" in labels(page)
    assert any("2 份文档" in caption.value for caption in page.caption)


def test_an_answer_is_shown_with_its_evidence_and_kept(
    page: AppTest, assistant: ScriptedAssistant, home: Path
) -> None:
    ask(page.run(), "目标呢?")
    assert not page.exception
    (content,) = answers(page)
    assert content["cards"][0]["title"] == "甲区计划"
    assert "理解为:甲区2024年GDP增长目标是多少?" in [caption.value for caption in page.caption]
    (header,) = History(home / "history").headers()
    assert page.query_params["c"] == header.id
    assert History(home / "history").load(header.id).exchanges[0].answer is not None


def test_an_example_is_asked_by_a_click(page: AppTest, assistant: ScriptedAssistant) -> None:
    page.run().button(key="example_0").click().run()
    assert not page.exception
    assert [question for question, _, _ in assistant.asked] == ["甲区2024年GDP增长目标是多少?"]
    assert answers(page)


def test_a_follow_up_is_asked_with_the_conversation_before_it(
    page: AppTest, assistant: ScriptedAssistant
) -> None:
    ask(ask(page.run(), "目标呢?"), "那丙区呢?")
    question, history, _ = assistant.asked[-1]
    assert question == "那丙区呢?"
    assert [(turn.question, turn.refused) for turn in history] == [("目标呢?", False)]
    assert [content["kind"] for content in answers(page)] == ["answer", "refusal"]


def test_a_comparison_has_its_table_from_the_records(
    page: AppTest, assistant: ScriptedAssistant
) -> None:
    (content,) = answers(ask(page.run(), "比一比甲区和乙区"))
    assert content["table"]["headers"] == ["地区", "期间", "原文"]
    assert content["table"]["rows"][1][2][1]["marker"] == 2
    assert [line["parts"][0]["text"] for line in content["verdict"]] == ["乙区更高"]
    assert content["lines"] == []


def test_a_conversation_is_reopened_by_its_address(
    page: AppTest, assistant: ScriptedAssistant
) -> None:
    ask(page.run(), "目标呢?")
    other = AppTest.from_file(page._script_path, default_timeout=20)
    other.query_params["c"] = page.query_params["c"]
    other.run()
    assert not other.exception
    assert len(answers(other)) == 1
    assert len(assistant.asked) == 1  # shown again, not asked again


@pytest.mark.parametrize("address", ["0123456789ab", "../../etc/passwd", "<b>"])
def test_an_address_of_nothing_says_so_and_starts_anew(
    page: AppTest, assistant: ScriptedAssistant, address: str
) -> None:
    page.query_params["c"] = address
    page.run()
    assert not page.exception
    assert len(page.warning) == 1
    assert page.header[0].value == "想了解什么?"


def test_two_windows_do_not_mix(assistant: ScriptedAssistant, page: AppTest) -> None:
    other = AppTest.from_file(page._script_path, default_timeout=20).run()
    ask(page.run(), "目标呢?")
    ask(other, "你好")
    assert [content["kind"] for content in answers(page.run())] == ["answer"]
    assert [content["kind"] for content in answers(other.run())] == ["smalltalk"]


def test_the_last_question_can_be_put_in_other_words(
    page: AppTest, assistant: ScriptedAssistant, home: Path
) -> None:
    ask(page.run(), "目标呢?")
    next(button for button in page.button if button.label == "修改问题").click().run()
    page.text_area[0].set_value("你好")
    next(button for button in page.button if button.label == "重新提问").click().run()
    assert not page.exception
    (header,) = History(home / "history").headers()
    conversation = History(home / "history").load(header.id)
    assert [exchange.question for exchange in conversation.exchanges] == ["你好"]
    assert conversation.exchanges[0].answer is not None


def test_a_question_can_be_answered_again(page: AppTest, assistant: ScriptedAssistant) -> None:
    ask(page.run(), "目标呢?")
    next(button for button in page.button if button.label == "重新回答").click().run()
    assert [question for question, _, _ in assistant.asked] == ["目标呢?", "目标呢?"]
    assert [history for _, history, _ in assistant.asked] == [(), ()]
    assert len(answers(page)) == 1


def test_an_interrupted_question_waits_for_the_reader(
    page: AppTest, assistant: ScriptedAssistant, home: Path
) -> None:
    from assistant.conversations.history import new_conversation, stamp

    conversation = History(home / "history").append(new_conversation(), stamp("目标呢?"))
    page.query_params["c"] = conversation.id
    page.run()
    assert assistant.asked == []
    next(button for button in page.button if button.label == "重新回答").click().run()
    assert len(answers(page)) == 1


def test_a_conversation_can_be_limited_and_remembers_it(
    page: AppTest, assistant: ScriptedAssistant
) -> None:
    ask(page.run(), "你好")
    page.multiselect(key="scope_districts").select("乙区").run()
    ask(page, "目标呢?")
    assert assistant.asked[-1][2] == Scope(districts=("乙区",))
    next(button for button in page.button if button.label == "新对话").click().run()
    ask(page, "目标呢?")
    assert assistant.asked[-1][2] == Scope()


def test_a_conversation_of_five_hundred_turns_shows_its_last_ones(
    page: AppTest, assistant: ScriptedAssistant, home: Path
) -> None:
    answer = goal_of(assistant)
    exchanges = tuple(Exchange(f"第{n}问", answer, f"{n:04}") for n in range(500))
    history = History(home / "history")
    conversation = replace(new_conversation(), exchanges=exchanges[:-1])
    page.query_params["c"] = history.append(conversation, exchanges[-1]).id
    assert len(answers(page.run())) == 20
    page.button(key="show_earlier").click().run()
    assert not page.exception
    assert len(answers(page)) == 44
    ask(page, "目标呢?")
    assert len(answers(page)) == 45
    assert len(assistant.asked[-1][1]) == 500


def test_an_answer_says_that_a_model_wrote_it_and_what_it_cost(
    page: AppTest, assistant: ScriptedAssistant, home: Path
) -> None:
    goal = goal_of(assistant)
    spent = {"name": "某模型", "calls": 2, "tokens_in": 900, "tokens_out": 80, "dropped": 1}
    faults = [{"line": "编的。", "reason": "数字没有出处"}]
    trace = {**goal.trace, "model": {**spent, "faults": faults}}
    written = replace(goal, mode="model", notes=("去掉了一句。",), trace=trace)
    assistant.script = {"目标呢?": written}
    (content,) = answers(ask(page.run(), "目标呢?"))
    assert content["notes"] == ["由模型 某模型 写成,数字和引文逐句核对过。", "去掉了一句。"]
    page.session_state["trace_0"] = True
    page.run()
    texts = [text.value for text in page.text]
    assert "模型:某模型; 请求 2 次; 读入 900 个 token; 写出 80 个 token; 去掉 1 句" in texts
    assert any("编的。" in element.value for element in page.markdown)


def test_a_trace_without_passages_has_them_searched_and_says_if_documents_changed(
    page: AppTest,
    assistant: ScriptedAssistant,
    home: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    trace = {"scope": {"districts": ["甲区"]}, "generation": "before"}
    assistant.script = {"目标呢?": replace(goal_of(assistant), trace=trace)}
    asked: list[tuple[str, Scope]] = []
    found = {"甲区": [{"source": "甲.txt", "section_path": ["一、目标"], "rank_lexical": 1}]}
    monkeypatch.setattr(
        ScriptedAssistant, "hits", lambda _, *question: asked.append(question) or found
    )
    ask(page.run(), "目标呢?")
    assert asked == []
    page.session_state["trace_0"] = True
    page.run()
    assert asked == [(goal_of(assistant).standalone_question, Scope(districts=("甲区",)))]
    assert list(page.dataframe[0].value["章节"]) == ["一、目标"]
    assert any("文档在回答之后有变动" in caption.value for caption in page.caption)


def test_a_verdict_is_kept_with_its_reason(
    page: AppTest, assistant: ScriptedAssistant, home: Path
) -> None:
    ask(page.run(), "目标呢?")
    page.feedback[0].set_value(0).run()
    next(box for box in page.text_input if "哪里不好" in box.label).set_value("口径不对").run()
    (header,) = History(home / "history").headers()
    (exchange,) = History(home / "history").load(header.id).exchanges
    assert (exchange.verdict, exchange.reason) == ("down", "口径不对")


def test_a_verdict_stays_with_its_exchange_when_others_come_in_its_place(
    page: AppTest, assistant: ScriptedAssistant, home: Path
) -> None:
    ask(page.run(), "目标呢?").feedback[0].set_value(0).run()
    next(box for box in page.text_input if "哪里不好" in box.label).set_value("口径不对").run()
    shut = len([one for one in page.expander if one.proto.expanded])
    page.session_state["trace_0"] = True
    page.run()
    assert [one.value for one in page.feedback] == [0]
    for _ in range(3):
        page.button(key="new").click().run()
        ask(page, "目标呢?")
        assert [one.value for one in page.feedback] == [None]
        assert not [box for box in page.text_input if "哪里不好" in box.label]
        assert len([one for one in page.expander if one.proto.expanded]) == shut
    assert page.feedback[0].key == "verdict_0"  # the names are taken again
    history = History(home / "history")
    for _ in range(2):
        page.button(key="open_3").click().run()
        assert [one.value for one in page.feedback] == [0]
        assert [box.value for box in page.text_input if "哪里不好" in box.label] == ["口径不对"]
        page.button(key="open_0").click().run()
        assert [one.value for one in page.feedback] == [None]
    kept = [history.load(header.id).exchanges[0] for header in history.headers()]
    assert [one.verdict for one in kept] == ["", "", "", "down"]
    assert kept[-1].reason == "口径不对"


def test_a_page_of_many_questions_needs_no_new_names(
    page: AppTest, assistant: ScriptedAssistant, home: Path
) -> None:
    page.run()
    named = []
    for _ in range(8):
        for _ in range(8):
            ask(page, "目标呢?")
        named.append(len(page.session_state["numbers"]))
    assert not page.exception
    assert max(named) == named[4]
    assert len({one.key for one in page.feedback}) == len(page.feedback)


def test_a_deleted_conversation_is_gone(
    page: AppTest, assistant: ScriptedAssistant, home: Path
) -> None:
    ask(page.run(), "目标呢?")
    (header,) = History(home / "history").headers()
    page.session_state["more_0"], page.session_state["managed"] = True, header.id
    page.run().checkbox(key=f"sure_{header.id}").check().run()
    page.button(key=f"delete_{header.id}").click().run()
    assert not page.exception
    assert History(home / "history").headers() == []
    assert page.header[0].value == "想了解什么?"


def test_what_was_opened_for_one_conversation_never_acts_on_another(
    page: AppTest, assistant: ScriptedAssistant, home: Path
) -> None:
    ask(page.run(), "目标呢?")
    (header,) = History(home / "history").headers()
    page.session_state["more_0"], page.session_state["managed"] = True, header.id
    page.run().button(key="new").click().run()
    ask(page, "你好")  # takes the first place in the list
    assert not page.exception
    assert not page.checkbox
    assert any("再打开一次" in caption.value for caption in page.caption)


def test_without_an_index_the_page_says_what_to_do(page: AppTest, unindexed: Path) -> None:
    page.run()
    assert not page.exception
    assert page.code[0].value == "quwen ingest"
    assert not page.chat_input


@pytest.mark.parametrize(
    ("error", "command"),
    [
        (IndexMismatchError("索引是用另一版本建立的。"), "quwen ingest --rebuild"),
        (AssistantError("索引读不出来。"), "quwen ingest"),
    ],
)
def test_an_index_that_cannot_be_used_is_said_with_the_command(
    page: AppTest,
    unindexed: Path,
    monkeypatch: pytest.MonkeyPatch,
    error: AssistantError,
    command: str,
) -> None:
    def fail() -> ScriptedAssistant:
        raise error

    monkeypatch.setattr(session, "get_assistant", fail)
    page.run()
    assert str(error) in page.warning[0].value.replace("\\", "")
    assert page.code[0].value == command


def test_an_empty_index_leads_to_the_documents(
    page: AppTest, assistant: ScriptedAssistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(session, "get_assistant", ScriptedAssistant)
    page.run()
    assert page.header[0].value == "还没有文档"
    assert not page.chat_input


@pytest.mark.parametrize(
    "text", ["<img src=x onerror=alert(1)>", "[a](javascript:b) **c** $d$ :red[e]", "# f\n- g"]
)
def test_hostile_text_reaches_widgets_only_escaped(
    page: AppTest,
    assistant: ScriptedAssistant,
    hostile: Callable[[str], Answer],
    text: str,
) -> None:
    assistant.script = {text: hostile(text)}
    ask(page.run(), text)
    assert not page.exception
    for element in (*page.markdown, *page.caption, *page.header, *page.warning):
        assert not getattr(element, "allow_html", False) or "stMain" in element.value
        if text.split()[0] in element.value:
            raise AssertionError(f"unescaped in {element.type}: {element.value}")
    for label in labels(page):
        assert text not in label


def test_settings_reach_the_page(home: Path, unindexed: Path) -> None:
    assert session.get_settings() == Settings(home=home)
