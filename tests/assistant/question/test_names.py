"""Names that are all a question asks for, and the figures that go by them."""

from __future__ import annotations

import pytest

from assistant.chain import Assistant
from assistant.question.corpus import Corpus
from assistant.question.names import Names, is_named
from assistant.question.query import parse_query

NAMES = Names(
    ["新建亲水、生态护岸", "完工任务完成率", "项目", "任务", "加快建设（含续建）项目"]
    + ["签约落地亿元以上项目", "各级各类学校（不含幼儿园）", "户籍人口(比2021年)"]
)
CORPUS = Corpus({}, NAMES)


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("2023年新建亲水、生态护岸是多少?", "新建亲水、生态护岸"),
        ("请问2023年完工任务完成率最终做到了多少?", "完工任务完成率"),
        ("2023年加快建设(含续建)项目有多少个?", "加快建设（含续建）项目"),
        ("2023年GDP增长多少?", "地区生产总值"),
        ("2023年税收过亿的楼有几栋?", ""),  # what is asked for has more to it than 税收
        ("2023年任务完成多少?", ""),  # a name that says nothing is none
        ("2023年新建亲水、生态护岸由谁牵头?", ""),  # no figure is asked for
    ],
)
def test_a_name_is_found_that_is_all_a_question_asks_for(question: str, name: str) -> None:
    assert parse_query(question, CORPUS).name == name


def test_words_inside_a_name_ask_for_nothing_themselves() -> None:
    query = parse_query("2023年完工任务完成率是多少?", CORPUS)
    assert (query.kinds, query.measures, query.indicators) == ((), (), ("完工任务完成率",))


def test_brackets_of_a_name_rule_nothing_out_and_are_no_time() -> None:
    query = parse_query("2023年各级各类学校(不含幼儿园)有多少所?", CORPUS)
    assert (query.name, query.excluded) == ("各级各类学校（不含幼儿园）", ())
    query = parse_query("2022年户籍人口(比2021年)是多少?", CORPUS)
    assert (query.name, query.periods) == ("户籍人口(比2021年)", ("2022",))
    assert parse_query("2023年学校(不含幼儿园)有多少所?", CORPUS).excluded == ("(不含幼儿园)",)


@pytest.mark.parametrize(
    ("question", "stated", "same"),
    [
        ("新建亲水、生态护岸是多少?", "新建亲水、生态护岸", True),
        ("新建亲水、生态护岸是多少?", "新建雨、污水管道", False),
        ("新建亲水、生态护岸是多少?", "完成市政新建亲水、生态护岸", True),
        ("养老床位有多少张?", "家庭养老床位", True),
        ("生产总值是多少?", "人均地区生产总值", False),
        ("亿元以上产业项目有多少个?", "落地固投亿元以上产业项目", False),
        ("签约落地亿元以上项目有多少个?", "签约落地亿元以上项目", True),
        ("签约落地亿元以上项目有多少个?", "亿元以上项目", False),
    ],
)
def test_a_figure_of_another_name_is_of_another_thing(
    question: str, stated: str, same: bool
) -> None:
    assert is_named(parse_query(question, CORPUS), stated) is same


def test_what_is_near_a_known_name_is_told_apart_from_the_answer(
    seed_assistant: Assistant,
) -> None:
    answer = seed_assistant.ask("钱塘区2023年引进亿元以上美丽项目总量实际是多少?")
    assert answer.refused
    assert any("亿元以上项目5个" in near.text for near in answer.related)


@pytest.mark.parametrize("question", ["2023年西湖实际续建项目是多少?", "西湖GDP多少"])
def test_a_place_without_documents_is_told_from_where_it_stands(
    seed_assistant: Assistant, question: str
) -> None:
    assert "没有西湖区的文件" in seed_assistant.ask(question).text


def test_a_known_name_after_a_word_that_is_no_place(seed_assistant: Assistant) -> None:
    assert seed_assistant.ask("2023年西湖大学招生多少人?").refused
    assert "西湖区" not in seed_assistant.ask("2023年西湖大学招生多少人?").text
