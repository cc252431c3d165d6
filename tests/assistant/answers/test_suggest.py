"""Questions that are offered: each of them has an answer."""

from __future__ import annotations

import pytest

from assistant.answers.suggest import phrase
from assistant.chain import Assistant
from assistant.schema import Indicator


def figure(**fields: object) -> Indicator:
    values: dict[str, object] = {
        "source": "a.txt",
        "district": "上城区",
        "period": "2023",
        "indicator": "地区生产总值",
        "name": "GDP",
        "measure": "growth",
        "value": "5.5",
        "unit": "%",
        "kind": "actual",
        "start": 0,
        "end": 1,
        "figure": (0, 1),
    }
    return Indicator(**{**values, **fields})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("fields", "question"),
    [
        ({}, "上城区2023年地区生产总值增长了多少?"),
        ({"kind": "target"}, "上城区2023年地区生产总值增长目标是多少?"),
        ({"measure": "level"}, "上城区2023年地区生产总值是多少?"),
        ({"measure": "level", "kind": "floor"}, "上城区2023年地区生产总值目标是多少?"),
        ({"measure": "count", "indicator": "公园"}, "上城区2023年公园有多少?"),
        ({"period": "2023-01/2023-09"}, "上城区2023年1-9月地区生产总值增长了多少?"),
    ],
)
def test_a_figure_becomes_a_question(fields: dict[str, object], question: str) -> None:
    assert phrase(figure(**fields)) == question


@pytest.mark.parametrize("name", ["seed_assistant", "made_up"])
def test_every_example_is_answered(name: str, request: pytest.FixtureRequest) -> None:
    assistant: Assistant = request.getfixturevalue(name)
    examples = assistant.examples(12)
    assert len(set(examples)) == len(examples) > 3
    assert [q for q in examples if assistant.ask(q).refused] == []


def test_examples_come_from_several_districts(seed_assistant: Assistant) -> None:
    examples = seed_assistant.examples(4)
    districts = seed_assistant.evidence.corpus.districts
    assert len({d for d in districts for q in examples if d in q}) >= 3


def test_examples_show_what_can_be_asked(seed_assistant: Assistant) -> None:
    figure, comparison, section, other = seed_assistant.examples(4)
    assert figure.endswith(("多少?", "目标是多少?"))
    assert comparison.startswith("比较")
    assert seed_assistant.ask(comparison).comparison is not None
    assert section.endswith("方面有哪些内容?")
    assert other not in (figure, comparison, section)


def test_as_many_examples_come_as_were_asked_for(made_up: Assistant) -> None:
    assert [len(made_up.examples(n)) for n in (0, 1, 3)] == [0, 1, 3]


def test_follow_ups_are_other_questions_that_are_answered(made_up: Assistant) -> None:
    answer = made_up.ask("上城区2022年GDP增长多少?")
    suggestions = made_up.suggestions(answer)
    assert len(suggestions) == 3
    assert answer.question not in suggestions
    assert [q for q in suggestions if made_up.ask(q).refused] == []


def test_follow_ups_begin_with_the_other_side_and_another_district(
    seed_assistant: Assistant,
) -> None:
    answer = seed_assistant.ask("钱塘区2024年GDP增长目标是多少?")
    other_side, elsewhere, *_ = seed_assistant.suggestions(answer)
    assert other_side == "钱塘区2023年地区生产总值增长了多少?"
    assert "地区生产总值增长目标" in elsewhere
    assert "钱塘区" not in elsewhere


def test_the_cited_section_is_offered_by_its_heading(seed_assistant: Assistant) -> None:
    answer = seed_assistant.ask("比较钱塘区2023年和拱墅区2020年的固定资产投资")
    offered = seed_assistant.suggestions(answer)
    (section,) = [question for question in offered if question.endswith("方面有哪些内容?")]
    heading = section.removeprefix("钱塘区").removesuffix("方面有哪些内容?")
    assert any(heading in citation.section_path[-1] for citation in answer.citations)


def test_every_follow_up_of_follow_ups_is_answered(seed_assistant: Assistant) -> None:
    asked: dict[str, bool] = {}
    questions = seed_assistant.examples(4)
    while questions and len(asked) < 40:
        question = questions.pop(0)
        answer = seed_assistant.ask(question)
        asked[question] = answer.refused
        questions += seed_assistant.suggestions(answer, without=asked)
    assert len(asked) == 40
    assert [question for question, refused in asked.items() if refused] == []


def test_what_was_asked_already_is_not_offered_again(seed_assistant: Assistant) -> None:
    answer = seed_assistant.ask("钱塘区2024年GDP增长目标是多少?")
    first = seed_assistant.suggestions(answer)
    assert set(seed_assistant.suggestions(answer, without=first)).isdisjoint(first)


def test_after_a_refusal_examples_are_offered(made_up: Assistant) -> None:
    assert made_up.suggestions(made_up.ask("萧山区GDP?"), 2) == made_up.examples(2)
