"""Spans of time that a question names, over a half-year report and a table as of a month."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import open_over, turn

from assistant.chain import Assistant
from assistant.schema import Answer, Turn

TABLE = """磐安县2024年重点工作进展情况表
(截至2024年9月底)
序号	年度目标任务	完成情况	责任领导	责任单位
1	新改建农村公路85公里	完成新改建62公里	张立群	县交通运输局
2	城镇新增就业4200人	新增就业3386人,失业人员再就业915人	李亚萍	县人社局
3	固定资产投资增长9%	增长4.3%	张立群	县发改局
"""
HALF = """越城区2024年上半年国民经济和社会发展计划执行情况的报告

一、上半年计划执行情况

上半年,全区地区生产总值428.9亿元,同比增长5.3%;一般公共预算收入24.1亿元,增长3.2%,完成年度预算的53.9%;社会消费品零售总额162.8亿元,增长5.9%。加装电梯117部。新增城镇就业7120人。

二、下半年工作安排

围绕全年地区生产总值增长6%以上、一般公共预算收入增长5%的目标,加装电梯200部,新增城镇就业1.2万人。
"""
BULLETIN = """昌江区2022年国民经济和社会发展统计公报

一、综合

全年地区生产总值238.6亿元,增长5.0%。三次产业结构由上年的4.8:43.1:52.1调整为4.7:43.7:51.6。数字经济核心产业增加值98.7亿元,占地区生产总值的41.4%。

二、教育

年末普通中学18所,在校学生1.74万人;小学29所,在校学生1.85万人;幼儿园46所,在园幼儿0.82万人。
"""


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    documents = {"table.txt": TABLE, "half.txt": HALF, "bulletin.txt": BULLETIN}
    return open_over(tmp_path_factory.mktemp("spans"), documents)


@pytest.mark.parametrize("when", ["到9月底", "截至9月底", "截止到9月", "2024年截至9月底"])
def test_as_of_a_month_the_result_is_that_of_the_months_so_far(
    reports: Assistant, when: str
) -> None:
    answer = reports.ask(f"磐安县{when}农村公路完成多少公里?")
    assert "62公里" in answer.text
    assert "85公里" not in answer.text


def test_the_line_under_a_title_labels_what_its_table_tells(reports: Assistant) -> None:
    answer = reports.ask("磐安县城镇新增就业完成多少人?")
    assert "截至9月" in answer.text
    assert "截至2024年9月底" in answer.citations[0].context


@pytest.mark.parametrize("when", ["截至9月底", "到9月底"])
def test_the_plan_asked_for_as_of_a_month_is_that_of_the_year(
    reports: Assistant, when: str
) -> None:
    answer = reports.ask(f"磐安县{when}城镇新增就业目标是多少人?")
    assert "4200人" in answer.text
    assert "3386人" not in answer.text


def test_half_a_year_without_its_year_narrows_the_result_and_not_the_plan(
    reports: Assistant,
) -> None:
    answer = reports.ask("越城区上半年加装了多少部电梯?全年目标多少?")
    assert "117部" in answer.text
    assert "200部" in answer.text


def test_a_plan_for_half_a_year_is_not_that_of_the_year(reports: Assistant) -> None:
    assert reports.ask("磐安县2024年上半年城镇新增就业目标是多少人?").refused


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        ("昌江区2022年三次产业结构是多少?", "4.7:43.7:51.6", "4.8:43.1:52.1"),
        ("昌江区2021年三次产业结构是多少?", "4.8:43.1:52.1", "4.7:43.7:51.6"),
        ("昌江区2022年一二三产比重?", "4.7:43.7:51.6", "4.8:43.1:52.1"),
    ],
)
def test_a_proportion_is_that_of_the_asked_year(
    reports: Assistant, question: str, told: str, untold: str
) -> None:
    answer = reports.ask(question)
    assert told in answer.text
    assert untold not in answer.text


def test_both_proportions_are_told_where_their_change_is_asked_for(reports: Assistant) -> None:
    answer = reports.ask("昌江区2022年三次产业结构有什么变化?")
    assert "由上年的4.8:43.1:52.1调整为4.7:43.7:51.6" in answer.text


def test_the_proportion_of_a_third_year_is_not_told(reports: Assistant) -> None:
    assert reports.ask("昌江区2020年三次产业结构是多少?").refused


def test_half_a_year_and_nine_months_are_not_ranked(reports: Assistant) -> None:
    answer = reports.ask("越城区2024年上半年和磐安县2024年1-9月城镇新增就业谁多?")
    assert "7120人" in answer.text
    assert "3386人" in answer.text
    assert "期间长短" in answer.text
    assert "高于" not in answer.text


def test_half_a_year_is_not_ranked_against_a_year_of_the_same_place(tmp_path: Path) -> None:
    year = (
        "越城区2023年政府工作总结\n\n一、2023年工作回顾\n\n全年地区生产总值856.4亿元,增长5.7%。\n"
    )
    assistant = open_over(tmp_path, {"half.txt": HALF, "year.txt": year})
    answer = assistant.ask("越城区2024年上半年GDP和2023年全年GDP哪个高?")
    assert "428.9亿元" in answer.text
    assert "856.4亿元" in answer.text
    assert "期间长短" in answer.text
    assert "427.5" not in answer.text


def test_how_much_of_a_budget_is_done_is_no_growth_and_no_plan(reports: Assistant) -> None:
    answer = reports.ask("越城区2024年上半年一般公共预算收入完成年度预算的百分之几?")
    assert "53.9%" in answer.text
    assert "3.2%" not in answer.text
    assert reports.ask("越城区2024年上半年社零完成年度目标的百分之几?").refused


def conversation(assistant: Assistant, *questions: str) -> list[Answer]:
    history: list[Turn] = []
    answers = []
    for question in questions:
        answers.append(assistant.ask(question, history))
        history.append(turn(answers[-1]))
    return answers


def test_the_plan_behind_a_share_of_it_is_looked_for_as_it_is_told(reports: Assistant) -> None:
    last = conversation(
        reports, "越城区2024年上半年一般公共预算收入完成年度预算的百分之几?", "全年目标呢?"
    )[-1]
    assert "增长5%" in last.text


def test_the_plan_behind_a_total_is_told_as_it_is_planned(reports: Assistant) -> None:
    last = conversation(reports, "越城区2024年上半年GDP总量是多少?", "全年目标呢?")[-1]
    assert "6%" in last.text


def test_a_plan_asked_for_behind_half_a_year_is_that_of_the_year(reports: Assistant) -> None:
    last = conversation(reports, "越城区2024年上半年新增城镇就业多少人?", "目标呢?")[-1]
    assert "1.2万人" in last.text


def test_how_another_place_fares_is_asked_of_its_results(reports: Assistant) -> None:
    last = conversation(
        reports, "越城区2024年上半年新增城镇就业多少人?", "全年目标呢?", "磐安县的情况怎样?"
    )[-1]
    assert "3386人" in last.text


@pytest.mark.parametrize(
    ("question", "missing"),
    [
        ("越城区2024年加装电梯花了多少钱?", "金额"),
        ("越城区2024年上半年社零占比是多少?", "占比"),
        ("昌江区2022年新增城镇就业增速是多少?", "增速"),
    ],
)
def test_what_is_missing_is_named_as_it_was_asked_for(
    reports: Assistant, question: str, missing: str
) -> None:
    answer = reports.ask(question)
    assert answer.refused
    assert missing in answer.text


def test_how_far_a_rate_moved_is_no_rate(reports: Assistant) -> None:
    assert reports.ask("越城区2024年上半年一般公共预算收入增速较一季度加快多少?").refused


def test_a_part_of_a_question_is_of_the_time_of_the_first(reports: Assistant) -> None:
    answer = reports.ask("昌江区2022年数字经济规模多大,占GDP比重多少?")
    assert "98.7亿元" in answer.text
    assert "41.4%" in answer.text
    assert "增长" not in answer.text


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("昌江区2022年小学几所,幼儿园几所?", ["29所", "46所"]),
        ("磐安县到9月底农村公路完成多少公里,由谁牵头?", ["62公里", "县交通运输局"]),
        ("昌江区2022年幼儿园几所,在园幼儿多少?", ["46所", "0.82万人"]),
    ],
)
def test_every_part_of_a_question_is_answered(
    reports: Assistant, question: str, told: list[str]
) -> None:
    answer = reports.ask(question)
    assert all(value in answer.text for value in told)
    assert all(value in "".join(c.text for c in answer.citations) for value in told)


def test_a_part_without_an_answer_is_named_as_missing(reports: Assistant) -> None:
    answer = reports.ask("昌江区2022年小学几所,初中几所?")
    assert "29所" in answer.text
    assert "初中" in answer.text
    assert "18所" not in answer.text
