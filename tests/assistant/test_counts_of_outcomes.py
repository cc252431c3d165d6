"""How many of some things did what was planned, told behind the sentence that counts them all."""

from __future__ import annotations

import pytest
from conftest import assert_says, open_over, talk, turn

from assistant.chain import Assistant

WORKS = """临泽县2023年重点水利工程建设情况通报

2023年,全县确定8项重点水利工程,总投资6.15亿元,年度计划投资3.2亿元,截至12月底,完成投资3.35亿元。其中5项工程完成年度任务,2项工程基本完成年度任务,1项工程未完成年度任务。
"""
ROADS = """汉阴县2022年交通项目情况

2022年全县实施重点交通项目12个。其中9个项目完成年度目标。全县实施绿化项目7个。
"""
# A report on how things stand in October, of a place that no list has and its file's name tells.
MONTHLY = """关于2024年10月份民生实事项目进展情况的通报

办好64件民生实事是县政府对全县群众的承诺。现将10月份进展情况通报如下:

截至10月底,64件民生实事已完成39件,完成率60.9%;已开工64件(含政策类),开工率达100%。
"""


@pytest.fixture(scope="module")
def notices(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    files = {"works.txt": WORKS, "roads.txt": ROADS, "秀川县2024年10月份民生实事.txt": MONTHLY}
    return open_over(tmp_path_factory.mktemp("counted"), files)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("临泽县2023年8项重点水利工程有几项完成了年度任务?", "5项"),
        ("临泽县2023年重点水利工程没完成年度任务的有几项?", "1项"),
        ("临泽县2023年重点水利工程有几项没完成年度任务?", "1项"),
        ("临泽县2023年重点水利工程基本完成年度任务的有几项?", "2项"),
        ("汉阴县2022年重点交通项目有几个完成了年度目标?", "9个"),
    ],
)
def test_those_are_counted_that_came_to_the_end_asked_for(
    notices: Assistant, question: str, told: str
) -> None:
    others = {"5项", "2项", "1项", "8项", "12个", "9个", "7个"} - {told}
    assert_says(notices.ask(question), [told], sorted(others))


@pytest.mark.parametrize(
    "question",
    [
        "汉阴县2022年重点交通项目没完成年度目标的有几个?",
        "汉阴县2022年重点交通项目基本完成年度目标的有几个?",
        "汉阴县2022年绿化项目有几个没完成年度目标?",
        "临泽县2023年重点水利工程没完成年度任务的是哪一项?",
    ],
)
def test_all_of_them_are_not_told_for_those_of_an_end_that_is_not_counted(
    notices: Assistant, question: str
) -> None:
    assert notices.ask(question).refused


def test_a_follow_up_asks_of_the_plan_that_was_spoken_of(notices: Assistant) -> None:
    first = notices.ask("临泽县2023年8项重点水利工程有几项完成了年度任务?")
    second = notices.ask("没完成的有几项?", [turn(first)])
    assert_says(second, ["1项工程未完成年度任务"], ["5项", "8项"])
    assert notices.ask("是哪一项?", [turn(first), turn(second)]).refused


@pytest.mark.parametrize(
    ("questions", "said", "unsaid"),
    [
        (["秀川县2024年10月民生实事完成了几件?"], ["39件"], ["开工"]),
        (["秀川县民生实事完成了几件?", "完成率呢?"], ["60.9%"], ["100%"]),
        (["秀川县民生实事完成了几件?", "没完成的呢?"], ["25件"], ["开工"]),
        (["秀川县民生实事完成了几件?", "还有几件没完成?"], ["25件"], ["开工"]),
        (["秀川县民生实事完成了几件?", "还剩几件?"], ["25件"], ["开工"]),
    ],
)
def test_what_a_report_on_a_month_has_done_so_far_is_what_that_month_is_asked_for(
    notices: Assistant, questions: list[str], said: list[str], unsaid: list[str]
) -> None:
    assert_says(talk(notices, *questions), said, unsaid)


@pytest.mark.parametrize("time", ["2024年9月", "2024年10月单月"])
def test_another_month_or_the_month_by_itself_is_not_told(notices: Assistant, time: str) -> None:
    assert notices.ask(f"秀川县{time}民生实事完成了几件?").refused
