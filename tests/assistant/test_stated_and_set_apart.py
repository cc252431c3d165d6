"""A number that is stated and asked of, and plans of other years or places that it is set against.

Everything here is invented but the names of the places.
"""

from __future__ import annotations

import pytest
from conftest import assert_says, open_over

from assistant.chain import Assistant

SONGYANG = """松阳县2022年国民经济和社会发展计划执行情况与2023年国民经济和社会发展计划草案

一、2022年计划执行情况
新增高新技术企业52家、省级创新型“小巨人”企业6家、科技型中小企业31家。

1-10月,全县重点项目投资完成率81.5%;全年重点项目投资完成率104.2%。

二、2023年主要目标和任务
主要预期目标为:地区生产总值增长6%,新增高新技术企业60家。
"""
NEXT = """松阳县2024年政府工作报告

二、2024年主要目标和任务
主要预期目标为:地区生产总值增长5.2%。
"""
QINGTIAN = """青田县2024年政府工作报告

二、2024年主要目标和任务
主要预期目标为:新增高新技术企业35家。
"""


@pytest.fixture(scope="module")
def counties(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    documents = {"songyang.txt": SONGYANG, "next.txt": NEXT, "qingtian.txt": QINGTIAN}
    return open_over(tmp_path_factory.mktemp("set_apart"), documents)


@pytest.mark.parametrize(
    "question",
    [
        "松阳县2022年新增高新技术企业52家,对吗?",
        "松阳县2022年新增高新技术企业52家,没错吧?",
        "松阳县2022年新增高新技术企业80家,是不是?",
    ],
)
def test_the_number_that_is_to_be_confirmed_is_told(counties: Assistant, question: str) -> None:
    assert_says(counties.ask(question), ["52家"], ["6家", "31家"])


def test_a_stated_result_is_set_against_the_plan_of_another_year(counties: Assistant) -> None:
    answer = counties.ask("松阳县2022年新增高新技术企业52家,比2023年目标少多少?")
    assert_says(answer, ["52家", "60家", "8家"], ["6家、", "31家"])


def test_the_plans_of_two_years_are_set_apart(counties: Assistant) -> None:
    answer = counties.ask("松阳县2024年的GDP增长目标较2023年的目标低了几个点?")
    assert_says(answer, ["5.2%", "6%", "0.8个百分点"], ["完成情况", "未达到"])


def test_the_plans_of_two_places_are_set_apart(counties: Assistant) -> None:
    answer = counties.ask("松阳县2023年要新增的高新技术企业,目标比青田县2024年的多几家?")
    assert_says(answer, ["60家", "35家", "25家"], ["完成情况"])


def test_an_index_is_told_with_the_place_it_has(tmp_path_factory: pytest.TempPathFactory) -> None:
    title = "遂昌县2023年国民经济和社会发展计划执行情况"
    text = f"{title}\n\n一、执行情况\n全县幸福指数142.6,稳居全省前六。\n"
    folder = tmp_path_factory.mktemp("index_and_rank")
    asked = "遂昌县2023年幸福指数为多少,处于全省什么位置?"
    assert_says(open_over(folder, {"report.txt": text}).ask(asked), ["142.6", "前六"], [])


def test_part_of_a_year_and_all_of_it_are_of_the_year_reported(counties: Assistant) -> None:
    asked = "松阳县重点项目投资完成率1-10月和全年分别为多少?"
    assert_says(counties.ask(asked), ["81.5%", "104.2%"], [])
