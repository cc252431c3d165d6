"""Questions reworded: whose a figure is, when it was set, what is ruled out, asked after why."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import open_over, talk

from assistant.chain import Assistant
from assistant.question.times import periods_in

REPORT = """云岭县2023年政府工作报告

一、2022年工作回顾

2022年末,全县常住人口41.7万人,其中外来常住人口6.3万人。2022年全县户籍人口出生2146人。全年生产摩托车38.2万辆,其中电动摩托车9.4万辆。建成城市书房11座。全社会研发经费投入强度达2.31%,连续两年位列全市第三。固定资产投资增长3.2%,受项目审批影响,固定资产投资增长6%的目标未能实现。开展雨水管网清淤214公里。162个重点产业项目实现集中开工,总投资908亿元。持续开展农机补贴活动,自2021年以来累计补贴农机930台,其中今年1-12月补贴农机310台。

二、2023年工作安排

2023年,建成城市书房15座,固定资产投资增长7%,户籍人口基本养老保险参保率达到97%以上,全社会研发经费投入强度达到2.6%。开展雨水管网清淤180公里。
"""
PLAN = """云岭县2022年政府工作报告

一、2022年工作安排

2022年,固定资产投资增长6%,建成城市书房10座,全社会研发经费投入强度达到2.2%,开展雨水管网清淤160公里。
"""


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder: Path = tmp_path_factory.mktemp("turns")
    return open_over(folder, {"report.txt": REPORT, "plan.txt": PLAN})


@pytest.mark.parametrize(
    ("questions", "said"),
    [
        (["想查一下云岭县2022年户籍人口的出生人数"], "2146人"),
        (["想看看云岭县2022年建成了多少座城市书房"], "11座"),
        (["户籍人口的养老保险参保率,云岭县2023年定的目标是百分之几?"], "97%"),
        (["云岭县2022年研发经费投入强度达到多少,在全市排第几名?"], "2.31%"),
        (["云岭县2022年集中开工的重点产业项目有几个?总投资额多大?"], "908亿元"),
        (
            [
                "年初的时候,云岭县给2022年定的固定资产投资增速目标是百分之几?",
                "没达标的原因是什么?",
                "换到2023年,目标是百分之几?",
            ],
            "7%",
        ),
        (["云岭县2023年建成城市书房的目标定在多少?", "那2022年的数呢?"], "11座"),
        (["云岭县2022年建成城市书房多少座?", "同一项指标,2023年的目标定了多少?"], "15座"),
    ],
)
def test_the_figure_that_is_meant(report: Assistant, questions: list[str], said: str) -> None:
    assert said in talk(report, *questions).text


def test_what_is_ruled_out_is_not_told(report: Assistant) -> None:
    told = talk(report, "不用报目标,只想知道2022年云岭县雨水管网实际清淤了多少公里").text
    assert "214公里" in told
    assert "160公里" not in told
    told = talk(report, "只算2022年1-12月,云岭县补贴农机多少台?2021年以来的累计数不要").text
    assert "310台" in told
    assert "930台" not in told


@pytest.mark.parametrize("when", ["当年", "2022年"])
def test_the_year_that_was_named_has_its_plan_and_its_result(report: Assistant, when: str) -> None:
    asked = f"城市书房建成数,云岭县2022年定的目标、{when}实际完成和2023年目标分别是多少?"
    told = talk(report, asked).text
    assert all(figure in told for figure in ("10座", "11座", "15座"))


def test_that_year_is_the_one_named_before_it() -> None:
    periods, _ = periods_in("甲县2022年的目标、当年1-9月实际和2023年目标", "2025")
    assert periods == ("2022-01/2022-09", "2023")
    assert periods_in("当年的目标", "2025")[0] == ("2025",)


def test_the_lowest_of_three_that_were_told(report: Assistant) -> None:
    told = talk(
        report,
        "云岭县2022年计划建成城市书房几座?",
        "2023年计划建几座?",
        "两个数相比,最低的是哪个?",
    ).text
    assert "10座" in told
    assert "15座" in told


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("云岭县2022年末常住人口是多少万,当中外来人口又是多少?", ("41.7万人", "6.3万人")),
        ("云岭县2022年末常住人口有多少?里面外来人口呢?", ("41.7万人", "6.3万人")),
        ("云岭县2022年的摩托车产量达到多少辆,里面电动摩托车有几万辆?", ("38.2万辆", "9.4万辆")),
    ],
)
def test_a_whole_and_a_part_of_it(report: Assistant, question: str, said: tuple[str, ...]) -> None:
    told = talk(report, question).text
    assert all(figure in told for figure in said)


def test_a_plan_is_no_answer_to_whether_it_was_reached(report: Assistant) -> None:
    answer = talk(report, "云岭县2023年固定资产投资增速目标是多少?", "这个目标最后达成了没有?")
    assert answer.text.startswith("文档没有给出")
