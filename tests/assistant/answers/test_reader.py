"""The keyless reader: all constraints met, trimmed to what was asked, or said what is missing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import open_over

from assistant.answers.missing import unmet
from assistant.answers.reader import read_side
from assistant.answers.writing import write_related
from assistant.chain import Assistant
from assistant.schema import Query

Parse = Callable[[str], Query]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("上城区2022年GDP增长多少?", "3.1%"),
        ("上城区2022年GDP总量是多少?", "2580.5亿元"),
        ("上城区2023年GDP增长目标是多少?", "5.5%左右"),
        ("上城2022年引进了多少个亿元以上项目?", "86个"),
        ("上城2023年计划引进多少个亿元以上项目?", "90个"),
        ("余杭区2022年高企新增多少家?", "402家"),
        ("余杭区2023年高企要新增多少家?", "450家"),
        ("上城区2022年R&D投入强度是多少?", "3.45%"),
        ("上城区2023年研发投入强度底线是多少?", "3.5%"),
        ("临平区2023年1-9月规上工业增加值增长多少?", "5.9%"),
        ("临平区规上工业增加值1-9月增长多少?", "5.9%"),
        ("临平区规上工业增加值2023年目标增长多少?", "6.5%"),
        ("上城区2022年一般公共预算收入下降了多少?", "2.4%"),
        ("上城区2022年社零增速排全市第几?", "第三"),
    ],
)
def test_the_figure_with_all_of_its_keys_is_answered(
    made_up: Assistant, question: str, expected: str
) -> None:
    answer = made_up.ask(question)
    assert not answer.refused
    assert expected in answer.text
    assert any(expected in c.text for c in answer.citations)


@pytest.mark.parametrize(
    "question",
    [
        "余杭区2023年新增停车泊位目标是多少?",  # there is the result of 2022
        "上城区2022年新增停车泊位目标是多少?",  # there is the result
        "上城区2023年新增停车泊位实际完成多少?",  # there is the target
        "上城区2021年GDP增长多少?",
        "上城区2024年GDP增长目标是多少?",
        "上城区2022年财政总收入是多少?",  # there is 一般公共预算收入
        "上城区2022年规上工业总产值是多少?",
        "临平区2023年规上工业总产值目标是多少?",  # there is 规上工业增加值
        "余杭区2022年全年社会消费品零售总额增长多少?",  # there are eleven months
        "上城区2022年农村居民人均可支配收入是多少?",  # there is the towns'
        "余杭区2022年固定资产投资增长多少?",  # there is another district's
        "萧山区2022年GDP增长多少?",
    ],
)
def test_a_neighbouring_figure_never_answers(made_up: Assistant, question: str) -> None:
    answer = made_up.ask(question)
    assert answer.refused
    assert answer.citations == ()
    assert "文档" in answer.text


def test_a_refusal_names_what_is_missing_and_shows_what_is_near(made_up: Assistant) -> None:
    answer = made_up.ask("余杭区2023年新增停车泊位目标是多少?")
    assert answer.text == "文档没有给出余杭区2023年停车泊位的目标。"
    assert [r.text for r in answer.related] == ["余杭区2022年:新增停车泊位980个[1]"]
    (citation,) = answer.related[0].citations
    assert (citation.source, citation.marker) == ("other_plan.txt", 1)


def test_an_answer_says_whose_of_when_and_that_it_is_a_target(made_up: Assistant) -> None:
    text = made_up.ask("上城区2023年新增停车泊位目标是多少?").text
    assert text == "上城区2023年目标:新增停车泊位1500个[1]。"


def test_a_part_of_the_year_is_answered_as_such(made_up: Assistant) -> None:
    text = made_up.ask("余杭区2022年社会消费品零售总额增长多少?").text
    assert "0.9%" in text
    assert "11月" in text


def test_a_goal_in_words_is_told_as_having_no_figure(made_up: Assistant) -> None:
    answer = made_up.ask("上城区2023年一般公共预算收入增长目标是多少?")
    assert "与经济增长基本同步" in answer.text
    assert "没有给出具体数值" in answer.text


def test_the_floor_is_told_apart_from_the_target(made_up: Assistant) -> None:
    answer = made_up.ask("上城区2023年研发投入强度要达到多少?")
    assert "确保" in answer.text
    assert "3.45%" not in answer.text


def test_two_things_asked_are_both_answered(made_up: Assistant) -> None:
    text = made_up.ask("上城区2022年新增停车泊位和老年食堂各多少个?").text
    assert "1350个" in text
    assert "12个" in text


def test_a_side_is_read_within_its_sources_only(made_up: Assistant, understood: Parse) -> None:
    query = understood("2022年新增停车泊位多少个?")
    for source, value in (("plan.txt", "1350个"), ("other_plan.txt", "980个")):
        reading = read_side(made_up.evidence, query, [source])
        assert reading.answered
        assert value in reading.best.quote
    assert not read_side(made_up.evidence, query, ["table.txt"]).answered
    assert not read_side(made_up.evidence, query, []).answered


def test_what_is_near_is_not_what_answers(made_up: Assistant, understood: Parse) -> None:
    reading = read_side(made_up.evidence, understood("上城区2022年停车泊位"), ["plan.txt"])
    assert not set(f.statement.start for f in reading.findings) & set(
        f.statement.start for f in reading.near
    )
    for related in write_related(reading.near):
        assert [c.marker for c in related.citations] == [1]
        assert "[1]" in related.text


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("上城区2023年GDP目标", "文档没有给出上城区2023年地区生产总值的目标。"),
        ("上城区2022年GDP实际完成", "文档没有给出上城区2022年地区生产总值的实际完成数。"),
        ("GDP", "文档没有给出地区生产总值的数据。"),
    ],
)
def test_what_is_missing_is_put_into_words(understood: Parse, question: str, said: str) -> None:
    assert unmet(understood(question)) == said


@pytest.mark.parametrize(
    "question",
    [
        "2023年钱塘区全民阅读同比增长百分之几?",  # a rate of reading is given, no growth of it
        "滨江区2025年规上工业企业研发费用占营业收入比重增速目标定了多少?",
        "钱塘区2023年跨部门协同解决问题增长多少?",  # the efficiency grew, not the number
        "拱墅区2020年中国500强总量是多少?",  # they are of the 中国民营企业500强
        "钱塘区2023年计划批而未供土地达到多少亩?",  # the figure beside it is of something else
        "拱墅区2020年安置房总量是多少?",  # 14万平方米 were finished in that year
        "2025年海宁公园数量是多少?",
        "钱塘区2027年来了多少大学生?",
    ],
)
def test_a_figure_of_a_near_thing_is_no_answer(seed_assistant: Assistant, question: str) -> None:
    answer = seed_assistant.ask(question)
    assert answer.refused
    assert not answer.citations


def test_the_wider_name_that_was_typed_is_met_by_a_narrower_one(seed_assistant: Assistant) -> None:
    assert "家庭养老床位324张" in seed_assistant.ask("钱塘区2023年新增养老床位多少张?").text


SINCE = """潜江市2022年国民经济和社会发展统计公报

全年实现地区生产总值534.2亿元,比2020年增加86.9亿元,同比增长4.9%。年末规模以上工业企业75户。
社会消费品零售总额增长3.1%。新建学校5所。
"""


@pytest.fixture(scope="module")
def bulletin(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("since"), {"bulletin.txt": SINCE})


@pytest.mark.parametrize(
    ("question", "told", "other"),
    [
        ("潜江市2022年地区生产总值比2020年增加了多少?", "86.9亿元", "4.9%"),
        ("潜江市2022年地区生产总值比2021年增长了多少?", "同比增长4.9%", ""),
        ("潜江市2022年规上工业企业有多少家?", "75户", ""),
        ("潜江市2022年社会消费品零售总额是多少?", "3.1%", "534"),
    ],
)
def test_what_is_told_in_another_way_is_found_and_not_taken_for_another(
    bulletin: Assistant, question: str, told: str, other: str
) -> None:
    answer = bulletin.ask(question)
    assert told in answer.text
    assert not other or other not in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "潜江市2022年地区生产总值比2019年增加了多少?",
        "潜江市2022年社会消费品零售总额的总量是多少亿元?",
        "潜江市2022年中小学校有多少所?",  # what was built is a part of what there is
    ],
)
def test_a_neighbour_of_what_is_told_is_refused(bulletin: Assistant, question: str) -> None:
    assert bulletin.ask(question).refused


def test_a_list_is_told_from_the_clause_that_repeats_its_subject(tmp_path: Path) -> None:
    report = (
        "上城区2024年计划报告\n\n二、2024年安排\n\n实施重点道路沿线开发攻坚行动,"
        "重点实施东新路、莫干山路、沈半路等重点道路沿线开发建设。\n"
    )
    answer = open_over(tmp_path, {"a.txt": report}).ask("上城区2024年重点道路沿线开发是哪几条路?")
    assert "东新路、莫干山路、沈半路" in answer.text


def test_the_plan_of_a_result_is_told_without_its_already(tmp_path: Path) -> None:
    report = (
        "上城区2023年工作总结\n\n一、2023年情况\n\n"
        "萧围西线工程已完成投资3.15亿元,超额完成3亿元的年度投资任务。\n"
    )
    text = open_over(tmp_path, {"a.txt": report}).ask("上城区2023年萧围西线年度任务多少?").text
    assert "3亿元" in text
    assert "已完成" not in text


@pytest.fixture(scope="module")
def marked(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    text = (
        "郫都区2023年国民经济和社会发展统计公报\n\n一、综合\n\n"
        "全年地区生产总值[2]215.83亿元,增长7.8%。空气质量优良天数291天,优良天数率79.5%。"
        "农村居民人均可支配收入15386元,人均消费支出12973元。\n"
        "建成电子信息、智能装备、绿色建材三大主导产业基地。\n"
    )
    return open_over(tmp_path_factory.mktemp("bulletin"), {"a.txt": text})


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("郫都2023年GDP多少?", "215.83亿元"),  # the document's own footnote is no marker
        ("郫都2023年空气质量优良天数呢", "291天"),  # the 都 of 郫都 asks for nothing
    ],
)
def test_marks_and_names_mislead_nobody(marked: Assistant, question: str, told: str) -> None:
    assert told in marked.ask(question).text


def test_what_is_spent_is_no_income(marked: Assistant) -> None:
    assert "15386" not in marked.ask("郫都2023年农村居民人均花了多少钱?").text


def test_three_other_things_are_not_the_three_asked_for(marked: Assistant) -> None:
    assert marked.ask("郫都2023年建成哪三个农产品集聚区?").refused


def test_where_years_got_to_is_told_of_the_last_of_them(tmp_path: Path) -> None:
    plan = (
        "余杭区“十四五”规划纲要\n\n第一章 发展基础\n\n森林覆盖率由61.2%提高到63.9%。\n\n"
        "第二章 目标\n\n到2025年,森林覆盖率达到65%。\n"
    )
    assistant = open_over(tmp_path, {"a.txt": plan})
    assert "63.9%" in assistant.ask("余杭区2020年森林覆盖率多少?").text
    assert assistant.ask("余杭区2019年森林覆盖率多少?").refused


def test_a_plan_is_told_as_one_where_nothing_is_told_of_its_result(tmp_path: Path) -> None:
    table = (
        "临平区2023年重点任务进展表\n\n序号 | 具体目标任务 | 牵头单位 | 进展情况 |\n"
        "1 | 争创A级景区村庄3个。 | 区农业农村局 | 已完成投资300万元。 |\n"
        "2 | 新增停车泊位500个。 | 区住建局 | 已新增停车泊位480个。 |\n"
    )
    assistant = open_over(tmp_path, {"t.txt": table})
    assert "目标" in assistant.ask("临平区2023年争创A级景区村庄是多少?").text
    assert "480个" in assistant.ask("临平区2023年停车泊位是多少?").text
    assert assistant.ask("临平区2023年争创A级景区村庄实际完成多少?").refused
