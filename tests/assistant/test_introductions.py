"""Answers from what introduces a place: what it has, could have, and lists by number."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import open_over

from assistant.chain import Assistant
from assistant.schema import Turn

ZONE = """临汾经开区简介

临汾市有17个县市区，经开区面积96平方公里，常住人口21万。

作为主城区，临汾职院、师范学院、铁路技校3所大专院校坐落在这里，市图书馆坐落在这里。
"""
COUNTY = """隰县基本情况

隰县光照充足，可建设320万千瓦大型风电场。全县风光电已并网总规模达到145万千瓦。
"""
PLAN = """隰县2024年政府工作报告

二、2024年工作安排

全年引进亿元以上项目40个。培育农民合作社30家。培育农业龙头企业5家。新增规上服务业企业25家、亿元以上服务业企业6家。

培育壮大三个新兴产业。全面发展生物制药、光电信息、智能装备三个新兴产业。
"""


@pytest.fixture(scope="module")
def introduced(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(
        tmp_path_factory.mktemp("introduced"),
        {"临汾经开区.txt": ZONE, "隰县.txt": COUNTY, "隰县2024.txt": PLAN},
    )


@pytest.mark.parametrize(
    ("question", "told", "others"),
    [
        ("临汾经开区面积多大?", "临汾经开区", "临汾市20"),
        ("临汾经开区里有哪三所大专院校?", "临汾职院、师范学院、铁路技校", "没有给出"),
        ("隰县已经并网多少千瓦?", "145万千瓦", "320"),
        ("隰县2024年要培育的三个新兴产业是哪些?", "生物制药、光电信息、智能装备", "没有给出"),
    ],
)
def test_what_introduces_a_place(
    introduced: Assistant, question: str, told: str, others: str
) -> None:
    text = introduced.ask(question).text
    assert told in text
    assert others not in text


def test_what_could_be_built_is_none_that_was(introduced: Assistant) -> None:
    assert "320" not in introduced.ask("隰县实际建成多少千瓦大型风电场?").text


def test_a_follow_up_of_another_size_keeps_what_was_spoken_of(introduced: Assistant) -> None:
    first = "隰县2024年要新增多少家规上服务业企业?"
    told = introduced.ask(first)
    history = [Turn(question=first, standalone_question=first, text=told.text)]
    assert "25家" in told.text
    text = introduced.ask("亿元以上的呢", history).text
    assert "6家" in text
    assert "40" not in text


def test_a_name_of_earlier_years_asks_for_the_same_revenue(tmp_path: Path) -> None:
    texts = {
        f"{year}.txt": f"隰县{year}年政府工作报告\n\n二、{year}年工作安排\n\n{name}增长{rate}%。\n"
        for year, name, rate in (
            (2015, "公共财政预算收入", 8),
            (2018, "一般公共预算收入", 7),
        )
    }
    assistant = open_over(tmp_path, texts)
    assert "7%" in assistant.ask("隰县2018年计划公共财政预算收入增长多少?").text
    assert "8%" in assistant.ask("隰县2015年计划公共财政预算收入增长多少?").text


def test_another_thing_of_a_kind_is_not_the_one_spoken_of(tmp_path: Path) -> None:
    text = (
        "隰县2023年工作总结\n\n全县累计19个创新药进入临床,增长26.7%。"
        "31个仿制药进行试验,增长52.5%。\n"
    )
    assistant = open_over(tmp_path, {"a.txt": text})
    asked = "隰县2023年有多少个创新药进入临床?"
    history = [Turn(question=asked, standalone_question=asked, text=assistant.ask(asked).text)]
    told = assistant.ask("仿制药呢", history).text
    assert "31个" in told
    assert "19个" not in told
