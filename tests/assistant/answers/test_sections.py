"""Whole sections: their measures in order, their sub-headings counted."""

from __future__ import annotations

import pytest

from assistant.answers.sections import children, condense_sentence
from assistant.chain import Assistant


def test_a_section_is_told_in_the_documents_order(made_up: Assistant) -> None:
    answer = made_up.ask("上城区2023年加大招商力度有哪些措施?")
    assert not answer.refused
    quotes = ("瞄准数字医疗", "开展驻点招商", "90个")
    places = [answer.text.find(q) for q in quotes]
    assert places == sorted(places)
    assert -1 not in places


def test_a_section_of_results_does_not_answer_for_plans(made_up: Assistant) -> None:
    answer = made_up.ask("上城区2023年民生保障有哪些安排?")
    assert "养老床位300张" in answer.text
    assert "1350个" not in answer.text


def test_headings_that_a_question_counts_are_listed_each_cited(made_up: Assistant) -> None:
    answer = made_up.ask("上城区2023年重点任务分哪三个方面?")
    assert answer.text.splitlines() == [
        "- (一)全力推进产业提质[1]",
        "- (二)全力提升城市品质[2]",
        "- (三)全力保障民生[3]",
    ]
    assert [c.text for c in answer.citations] == [
        "(一)全力推进产业提质",
        "(二)全力提升城市品质",
        "(三)全力保障民生",
    ]


def test_headings_of_another_number_are_not_listed(made_up: Assistant) -> None:
    answer = made_up.ask("上城区2023年重点任务分哪八个方面?")
    assert "(三)全力保障民生[" not in answer.text.splitlines()


def test_sections_directly_below_are_children(made_up: Assistant) -> None:
    document = made_up.catalog.document("plan.txt")
    parent = next(s for s in document.sections if s.path[-1].startswith("二、"))
    names = [s.path[-1] for s in children(document, parent)]
    assert names == ["(一)全力推进产业提质", "(二)全力提升城市品质", "(三)全力保障民生"]
    assert all(len(s.path) == 2 for s in children(document, parent))


@pytest.mark.parametrize(
    ("text", "room", "short"),
    [
        ("推进甲工程,建设乙中心,完成丙项目。", 12, "推进甲工程,建设乙中心…"),
        ("推进甲工程,建设乙中心。", 40, "推进甲工程,建设乙中心"),
        ("没有逗号的一句很长很长的话", 6, "没有逗号的一…"),
        ("  折叠   空白 ", 20, "折叠 空白"),
    ],
)
def test_a_sentence_is_cut_at_a_comma(text: str, room: int, short: str) -> None:
    assert condense_sentence(text, room) == short


def test_a_section_that_nobody_wrote_is_refused(made_up: Assistant) -> None:
    answer = made_up.ask("余杭区2023年防汛防台有哪些措施?")
    assert answer.refused
