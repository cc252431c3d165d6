"""Turns of phrase of questions over a made-up report: shares of a plan, two things asked, gaps."""

from __future__ import annotations

import pytest
from conftest import open_over, turn

from assistant.answers.sides import split_sides
from assistant.chain import Assistant
from assistant.language.spelling import correct
from assistant.question.query import parse_query

REPORT = """奉化区2023年政府工作总结

一、2023年工作回顾

固定资产投资58.4亿元,同比下降3.1%,完成年度任务62亿元的94.2%。跨境结算业务累计办理412亿元,其中2023年办理97.6亿元。软件业营业收入21.7亿元,增长12.4%。一般公共预算收入64.3亿元,其中税收收入52.1亿元,占比81.0%。重点项目41个,完成投资33.2亿元;省重点项目6个,完成投资12.9亿元。家用电冰箱产量38.2万台,房间空气调节器产量71.5万台,增长6.3%。停车位缺口约2300个。

二、2024年工作安排

新建、改造道路17条,新增停车位450个,招引10亿元以上项目4个、1亿元以上项目26个。推进东门、西坞、溪口三大滨水区建设。

三、名词解释

1.四好农村路:指建好、管好、护好、运营好农村公路。
"""
TASKS = """奉化区2023年重点工作完成情况

序号 | 重点工作 | 年度目标 | 完成情况 | 责任单位 | 分管领导
1 | 文化中心改造 | 完成改造 | 方案调整,7月起停工 | 区文旅局 | 陈立波
2 | 新增护理床位 | 300张 | 新增316张 | 区民政局 | 王若兰
"""


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    documents = {"report.txt": REPORT, "tasks.txt": TASKS}
    return open_over(tmp_path_factory.mktemp("phrases"), documents)


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("奉化区2023年固定资产投资完成年度任务的百分之几?", ["94.2%"], ["62亿元]"]),
        ("奉化区2023年固定资产投资完成多少,完成年度任务多少?", ["58.4亿元", "94.2%"], []),
        ("奉化2023年软件业营业收入多少?增速?", ["21.7亿元", "12.4%"], []),
        ("奉化跨境结算业务2023年办理了多少?", ["97.6亿元"], ["412亿元"]),
        ("奉化2023年税收占一般公共预算收入的比重是多少?", ["81.0%"], []),
        ("奉化2023年省重点项目完成投资多少?", ["12.9亿元"], ["33.2亿元"]),
        ("奉化2023年生产了多少台空调?", ["71.5万台"], ["38.2万台"]),
        ("奉化2024年新改建多少条路?", ["17条"], []),
        ("奉化2024年10亿以上的大项目要招几个?", ["4个"], ["26个"]),
        ("奉化还差多少停车位?", ["2300个"], ["450个"]),
        ("奉化要建哪三大滨水区?", ["东门", "西坞", "溪口"], []),
        ("奉化报告里的“四好农村路”是什么意思?", ["建好、管好、护好"], []),
        ("奉化区文化中心改造为什么进度慢?", ["方案调整", "停工"], []),
        ("奉化新增护理床位这项由哪位区领导分管?", ["王若兰"], ["陈立波"]),
    ],
)
def test_what_is_asked_is_said_and_nothing_beside_it(
    report: Assistant, question: str, said: list[str], unsaid: list[str]
) -> None:
    text = report.ask(question).text
    assert [part for part in said if part not in text] == []
    assert [part for part in unsaid if part in text] == []


def test_a_place_set_beside_a_district_is_missed_by_name(report: Assistant) -> None:
    answer = report.ask("2023年固定资产投资,奉化和上城谁高?")
    assert "上城区" in answer.text
    assert "文档未提供" in answer.text


def test_words_of_the_documents_names_are_what_typos_are_mended_to(report: Assistant) -> None:
    vocabulary = report.evidence.vocabulary
    assert correct("奉化2023年软见业营业收入", vocabulary)[0] == "奉化2023年软件业营业收入"
    assert correct("奉化2023年软件业营业收入", vocabulary)[1] == []


def test_the_end_of_a_plan_is_its_last_year(report: Assistant) -> None:
    query = parse_query("奉化区十四五末GDP要到多少?", report.evidence.corpus)
    assert query.periods == ("2025",)


def test_a_share_that_was_asked_for_is_not_asked_again(report: Assistant) -> None:
    first = report.ask("奉化区2023年固定资产投资完成年度任务的百分之几?")
    second = report.ask("2024年计划新增停车位多少个?", [turn(first)])
    assert "450个" in second.text
    assert "完成年度任务" not in second.standalone_question


def test_a_plan_for_a_part_of_the_year_is_not_that_for_the_year(report: Assistant) -> None:
    query = parse_query("奉化区2024年第四季度固定资产投资要完成多少?", report.evidence.corpus)
    assert split_sides(query, report.evidence.corpus)[0].periods == ("2024-Q4",)


def test_he_is_the_person_whom_the_last_answer_named(report: Assistant) -> None:
    first = report.ask("奉化新增护理床位这项由哪位区领导分管?")
    second = report.ask("他还分管哪些工作?", [turn(first)])
    assert "王若兰" in second.standalone_question
    assert "护理床位" in second.text


def test_this_year_is_that_of_the_district_spoken_of(report: Assistant) -> None:
    first = report.ask("奉化停车位缺口有多少?")
    assert "2024年" in report.ask("今年计划新增多少?", [turn(first)]).standalone_question
