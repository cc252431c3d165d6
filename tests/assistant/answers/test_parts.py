"""Questions of several parts, and follow-ups about the row that was just spoken of."""

from __future__ import annotations

import pytest
from conftest import open_over

from assistant.answers.parts import split_parts
from assistant.chain import Assistant
from assistant.schema import Turn
from assistant.tables.focus import row_of, turn_of

PROJECTS = """城东区2024年重点项目进展表(截至9月底)
单位:万元
|序号|项目名称|建设内容|总投资|2024年计划投资|1-9月完成投资|进展情况|责任单位|责任人|
|1|滨河路改造|道路3.2公里,铺设管线6.4公里|31000|9000|7400|路基完成80%|区交通局|王一帆|
|2|第三中学迁建|新增学位1800个|26000|8000|8300|完工教学楼2栋,在建3栋|区教育局|周立平|
|3|牟山湖清淤|清淤60万立方米|7200|4100|0|因用地调整尚未开工|区水利局|陈小雨|
"""
REPORT = """城东区2024年政府工作报告
一、2023年工作回顾
全年实现网上零售额316亿元,增长12.4%,其中直播电商占38%。新认定高新技术企业22家。
新建幼儿园6所,在园幼儿达到5400人。规模以上工业利润总额24.9亿元,下降11.7%。
"""


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    documents = {"projects.txt": PROJECTS, "report.txt": REPORT}
    return open_over(tmp_path_factory.mktemp("parts"), documents)


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        ("滨河路改造总投资多少?责任单位是哪家?", 2),
        ("第三中学迁建开工了没,在建几栋?", 2),
        ("2024年外资目标3000万美元,前三季度到资多少?", 0),
        ("城东区(就是老城区,有几个街道?)2023年增长多少?", 0),
        ("谁?谁?谁?谁?谁?", 0),
    ],
)
def test_a_question_is_split_where_each_part_asks_something(question: str, parts: int) -> None:
    assert len(split_parts(question)) == parts


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("城东区滨河路改造总投资多少?责任单位是哪家?", ["31000万元", "区交通局"], ["9000"]),
        ("第三中学迁建能添多少学位?今年计划投多少钱?", ["1800个", "8000"], ["26000"]),
        ("第三中学迁建完工几栋,还有几栋在建?", ["2栋", "3栋"], ["1800"]),
        ("牟山湖清淤由谁负责?开工了吗?", ["陈小雨", "用地调整"], ["王一帆"]),
        ("城东区第2项是什么?责任人是谁,1-9月投了多少?", ["迁建", "周立平", "8300"], ["7400"]),
        ("城东区2023年网上零售额多少?直播电商占几成?", ["316亿元", "38%"], []),
        ("城东区2023年规上工业利润总额是多少,下降了百分之几?", ["24.9亿元", "11.7%"], []),
    ],
)
def test_every_part_is_answered(
    city: Assistant, question: str, said: list[str], unsaid: list[str]
) -> None:
    answer = city.ask(question)
    assert not answer.refused
    assert [words for words in said if words not in answer.text] == []
    assert [words for words in unsaid if words in answer.text] == []


def test_a_part_that_the_documents_do_not_answer_is_named(city: Assistant) -> None:
    answer = city.ask("城东区2023年新认定高新技术企业几家?瞪羚企业几家?")
    assert "22家" in answer.text
    assert "文档没有给出" in answer.text
    assert "瞪羚" in answer.text


def test_a_part_without_a_subject_adds_nothing_from_elsewhere(city: Assistant) -> None:
    answer = city.ask("城东区2023年新建幼儿园多少所?增长多少?")
    assert "6所" in answer.text
    assert "12.4%" not in answer.text
    assert "11.7%" not in answer.text


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("总投资呢?", "7200"),
        ("清淤多少立方米?", "60万立方米"),
        ("开工了没?", "尚未开工"),
        ("哪个单位负责?", "区水利局"),
        ("1-9月投了多少?", "1-9月完成投资:0"),
    ],
)
def test_a_follow_up_is_answered_from_the_row_last_spoken_of(
    city: Assistant, question: str, said: str
) -> None:
    first = city.ask("城东区牟山湖清淤今年计划投资多少?")
    answer = city.ask(question, [turn_of(first)])
    assert said in answer.text
    assert {c.row for c in answer.citations} == {c.row for c in first.citations}


def test_a_follow_up_about_another_thing_leaves_the_row(city: Assistant) -> None:
    first = city.ask("城东区牟山湖清淤今年计划投资多少?")
    answer = city.ask("2023年网上零售额呢?", [turn_of(first)])
    assert "316亿元" in answer.text


def test_a_row_of_a_document_that_is_gone_answers_nothing(city: Assistant) -> None:
    turn = Turn("牟山湖清淤?", "牟山湖清淤?", "清淤60万立方米[1]", False, "gone.txt#2")
    assert "7200" not in city.ask("总投资呢?", [turn]).text


def test_an_answer_of_two_rows_is_about_no_single_row(city: Assistant) -> None:
    answer = city.ask("城东区第1项和第2项是什么?")
    assert len({c.row for c in answer.citations}) == 2
    assert row_of(answer.text, answer.citations) == ""
