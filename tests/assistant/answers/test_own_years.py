"""Places that are told of different years are set side by side, each as of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.chain import Assistant
from tests.assistant.conftest import assert_says, open_over, talk

DOCUMENTS = {
    "芦淞区.txt": (
        "关于芦淞区2023年国民经济和社会发展计划执行情况与2024年计划草案的报告\n\n"
        "一、2023年计划执行情况\n"
        "1.社会消费品零售总额。年初计划增长7%,全年完成276.4亿元,增长7.6%,完成计划。\n"
        "2.教育。全年新增学位1.65万个。一般公共预算地方收入完成128.9亿元。\n"
        "二、2024年主要任务\n"
        "新建社区助浴站9家。社会消费品零售总额增长6%。组织巡演30场。新增学位1.2万个。\n"
    ),
    "云和县.txt": (
        "云和县2021年政府工作报告\n\n一、2020年工作回顾\n"
        "全年一般公共预算收入138.5亿元,增长10.7%。社会消费品零售总额增长5.8%。\n"
        "二、2021年主要任务\n新增学位4200个。\n"
    ),
}


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("own-years"), DOCUMENTS)


def test_what_it_grew_by_is_the_result_behind_the_plan(assistant: Assistant) -> None:
    told = assistant.ask("芦淞区2023年社会消费品零售总额增长多少?")
    assert_says(told, ["7.6%"], ["7%,", "计划增长"])


def test_a_place_of_one_sort_does_not_tell_of_another(assistant: Assistant) -> None:
    assert_says(assistant.ask("芦淞区2024年新建几家社区助浴站?"), ["9家"], [])
    told = assistant.ask("芦淞区2024年新建几家社区康复中心?")
    assert told.refused
    assert "9家" not in told.text


def test_years_in_brackets_are_of_one_place_each(assistant: Assistant) -> None:
    told = assistant.ask("芦淞区和云和县的一般公共预算收入(2023年和2020年)哪家多?")
    assert_says(told, ["128.9亿元", "138.5亿元", "云和县(138.5亿元)高于"], ["未提供"])


@pytest.mark.parametrize(
    "question",
    [
        "芦淞区2023年跟2024年计划比,新增学位是增是减?",
        "芦淞区2024年计划新增学位比2023年是多了还是少了?",
    ],
)
def test_a_plan_is_said_to_be_less_than_the_result_before(
    assistant: Assistant, question: str
) -> None:
    assert_says(assistant.ask(question), ["减少0.45万个"], ["未提供"])


@pytest.mark.parametrize("last", ["是增是减", "比2023年是多了还是少了"])
def test_which_way_it_goes_is_asked_of_the_two_years_told(assistant: Assistant, last: str) -> None:
    told = talk(assistant, "芦淞区2023年新增学位多少个?", "2024年计划呢?", last)
    assert_says(told, ["减少0.45万个"], [])


def test_a_time_is_of_the_place_that_it_is_named_with(assistant: Assistant) -> None:
    told = talk(
        assistant,
        "芦淞区2024年计划新增学位多少个?",
        "那云和县2021年呢",
        "云和县的和芦淞区2024年的比谁多?",
    )
    assert_says(told, ["芦淞区(1.2万个)高于云和县(4200个)"], ["未提供"])


def test_whether_they_may_be_compared_is_asked_of_the_two_told(assistant: Assistant) -> None:
    asked = ["芦淞区2023年一般公共预算收入多少?", "那云和县2020年呢?"]
    for last in ("这两个能直接比吗?", "有可比性吗"):
        assert_says(talk(assistant, *asked, last), ["128.9亿元", "138.5亿元", "期间不同"], [])


@pytest.mark.parametrize("last", ["那芦淞的呢", "同样的问题问芦淞"])
def test_a_place_is_asked_for_the_year_that_it_tells_results_of(
    assistant: Assistant, last: str
) -> None:
    told = talk(assistant, "云和县2020年社会消费品零售总额增长多少?", last)
    assert_says(told, ["2023年", "7.6%"], ["目标"])


@pytest.mark.parametrize(
    "last", ["比上一年的目标低多少", "和2023年的计划比是高了还是低了", "两年的计划哪个高"]
)
def test_a_plan_is_set_beside_the_plan_of_another_year(assistant: Assistant, last: str) -> None:
    asked = ["芦淞区2023年社会消费品零售总额计划增长多少?", "2024年的计划呢", last]
    assert_says(talk(assistant, *asked), ["7%", "6%", "1个百分点"], ["7.6%", "未提供"])


def test_times_are_told_of_the_place_named_first(assistant: Assistant) -> None:
    asked = ["芦淞区2024年计划新增学位多少个?", "云和县2021年呢"]
    told = talk(assistant, *asked, "前者是后者的几倍")
    assert_says(told, ["芦淞区2024年(1.2万个)是云和县2021年(4200个)的"], [])


def test_totals_told_together_are_of_the_things_before_them(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    text = (
        "云和县2021年政府工作报告\n\n一、2020年工作回顾\n"
        "新增规上工业企业21家、高新技术企业9家,总数分别达到148家和46家。\n"
    )
    assistant = open_over(tmp_path_factory.mktemp("totals"), {"云和县.txt": text})
    assert_says(assistant.ask("云和县2020年高新技术企业总数多少家?"), ["46家"], ["148家"])


def test_money_of_two_currencies_is_not_compared(tmp_path_factory: pytest.TempPathFactory) -> None:
    documents = {
        "芦淞区.txt": (
            "芦淞区2024年国民经济和社会发展计划执行情况与2025年计划草案的报告\n\n"
            "一、2024年计划执行情况\n主要指标完成情况如下表:\n\n"
            "指标名称 | 2024年计划 | 2024年实际 | 2025年计划\n"
            "一般公共预算收入(亿元) | 57 | 57.9 | 59.5\n"
            "实际使用外资(亿元人民币) | 12 | 9.4 | 10\n"
            "城镇新增就业(万人) | 2.2 | 2.47 | 2.2\n"
        ),
        "云和县.txt": "云和县2024年政府工作报告\n\n一、2023年回顾\n实际使用外资7.2亿美元。\n",
    }
    assistant = open_over(tmp_path_factory.mktemp("currencies"), documents)
    assert_says(assistant.ask("芦淞区2024年实际使用外资多少?"), ["9.4亿元"], ["12亿元"])
    asked = ["芦淞区2024年实际使用外资多少?", "那云和县2023年呢?", "这两个能直接比吗?"]
    assert_says(talk(assistant, *asked), ["9.4亿元", "7.2亿美元", "不能直接比较"], ["高于"])


def test_each_place_has_its_own_name_for_a_thing(tmp_path_factory: pytest.TempPathFactory) -> None:
    head = "{}2024年政府工作报告\n\n一、2023年工作回顾\n{}\n"
    documents = {
        "芦淞区.txt": head.format("芦淞区", "建成助老食堂64处。"),
        "云和县.txt": head.format("云和县", "建成长者饭堂48家。"),
    }
    assistant = open_over(tmp_path_factory.mktemp("names"), documents)
    told = assistant.ask("芦淞区和云和县2023年的老年助餐(助老食堂/长者饭堂)谁建得多?")
    assert_says(told, ["64处", "48家"], ["未提供"])


@pytest.mark.parametrize("asked", ["变动了多少", "增减多少"])
def test_what_changed_since_a_year_that_is_named_is_told_by_both_years(
    tmp_path: Path, asked: str
) -> None:
    rows = (
        "指标|单位|2023年|2022年|增长%\n"
        "实际使用外资|万美元|5120|5600|-8.6\n进出口总额|亿元|62.5|60.1|4.0\n"
    )
    told = open_over(tmp_path, {"庆元县.txt": f"庆元县2023年主要经济指标\n\n{rows}"}).ask(
        f"庆元县2023年实际使用外资跟2022年相比{asked}?"
    )
    assert_says(told, ["5120", "5600", "480万美元"], ["文档未提供"])
