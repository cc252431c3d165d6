"""One number in a unit is told in that unit; what was earned by guests is asked for after them."""

from __future__ import annotations

import pytest
from conftest import assert_says, open_over

from assistant.chain import Assistant
from assistant.schema import Turn
from assistant.tables.focus import turn_of

HOUSING = """龙泉市住房和城乡建设局2023年工作总结

一、2023年工作开展情况
全市纳入保交房专项借款项目6个、住房3120套,已交付2745套,交付率88.0%,剩余375套将于2024年6月底前交付。
"""
REPORT = """景宁县2024年政府工作报告

一、2023年工作回顾
全县接待游客412.6万人次,旅游综合收入38.9亿元。一般公共预算收入10.2亿元。
"""


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    texts = {"housing.txt": HOUSING, "report.txt": REPORT}
    return open_over(tmp_path_factory.mktemp("units"), texts)


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("龙泉市2023年保交房专项借款项目交付了多少套?", ["2745套"], ["6个", "3120"]),
        ("龙泉市2023年保交房专项借款项目有多少个?", ["6个"], ["2745", "3120"]),
        ("龙泉市2023年保交房专项借款项目有多少套住房?", ["3120套"], ["2745"]),
    ],
)
def test_the_number_is_told_in_the_unit_that_is_asked_for(
    told: Assistant, question: str, said: list[str], unsaid: list[str]
) -> None:
    assert_says(told.ask(question), said, unsaid)


def test_what_was_earned_is_asked_of_those_who_came(told: Assistant) -> None:
    history: list[Turn] = []
    for question, said in (
        ("景宁县2023年来了多少游客?", "412.6万人次"),
        ("收入多少?", "旅游综合收入38.9亿元"),
        ("景宁县2023年接待了多少?", "412.6万人次"),
    ):
        answer = told.ask(question, history)
        history.append(turn_of(answer))
        assert said in answer.text
