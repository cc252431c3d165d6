"""What is asked further of a work: who answers for it, what was spent, when it is to be done."""

from __future__ import annotations

import pytest
from conftest import assert_says, open_over, talk

from assistant.chain import Assistant

WORKS = """番禺区2024年民生实事进展情况(截至2024年10月31日)

一、正在推进项目(3件)

1.区第二医院感染楼建设项目。设置床位60张,主体工程完工,形象进度88%,预计12月15日前投用。计划投资8200万元,完成投资7350万元。牵头单位:区卫生健康局。

2.老年活动中心建设工程。计划建设4处,已建成2处。计划投资900万元,完成投资640万元。牵头单位:区民政局。

3.农村户厕改造。计划改造800户,已完成610户。计划投资480万元,完成投资366万元。牵头单位:区农业农村局。
"""
REPORT = """2024年新洲区政府工作报告

一、2023年工作回顾
区中医院新院区主体完工。2023年完成农村公路120公里。
二、2024年重点工作
区中医院新院区9月底前启用。
"""
NOTICE = """黄陂区政府督查通报

关于2024年三季度全区重点工作推进情况的通报

三季度查看点位110个,发现问题81个,已现场整改49个,其余32个限期整改。
二季度交办的40个问题仍有6个未整改到位,涉及区城管局4个、木兰乡2个。
32个限期整改问题于10月25日前整改到位,整改情况书面报区政府督查室。
"""
ROADS = """江夏区“十四五”重大交通项目表

项目名称	建设规模	总投资(亿元)	建设年限	责任单位
流芳至江夏铁路	63公里	97	2022—2027	区发展和改革局
城区北环路	12.4公里	7.3	2022—2024	区住房和城乡建设局
"""


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    documents = {"works.txt": WORKS, "report.txt": REPORT, "notice.txt": NOTICE, "roads.txt": ROADS}
    return open_over(tmp_path_factory.mktemp("works"), documents)


def test_money_is_asked_of_the_work_and_not_of_its_beds(told: Assistant) -> None:
    asked = ("番禺区第二医院感染楼项目现在进度多少?", "什么时候投用?", "床位呢?")
    assert_says(talk(told, *asked), ["60张"], ["8200"])
    assert_says(talk(told, *asked, "已经花了多少钱?"), ["7350万元"], ["8200", "640"])


def test_what_is_still_to_come_is_looked_for_in_the_plan(told: Assistant) -> None:
    asked = "新洲区中医院新院区2023年进展到哪一步?"
    assert_says(talk(told, asked, "计划什么时候启用?"), ["9月底前启用"], ["120"])


def test_a_deadline_is_no_day_of_publication(told: Assistant) -> None:
    asked = "黄陂区2024年三季度督查发现的问题有多少需要限期整改?"
    assert_says(talk(told, asked), ["32个"], ["81", "49"])
    assert_says(talk(told, asked, "什么时候之前改完?"), ["10月25日"], ["81"])


def test_the_quarter_before_is_that_before_the_one_spoken_of(told: Assistant) -> None:
    asked = "黄陂区2024年三季度督查发现的问题有多少需要限期整改?"
    answer = talk(told, asked, "上季度交办的问题还有几个没整改到位?")
    assert_says(answer, ["6个"], ["32", "81"])


def test_those_of_whom_so_many_are_are_named(told: Assistant) -> None:
    answer = told.ask("黄陂区二季度交办但未整改到位的问题涉及哪些单位?")
    assert_says(answer, ["区城管局", "木兰乡"], ["81"])


def test_who_answers_for_a_road_is_asked_of_its_whole_name(told: Assistant) -> None:
    answer = talk(told, "流芳至江夏铁路有多长,投资多少?", "哪家负责?")
    assert_says(answer, ["区发展和改革局"], ["97", "63公里"])


INCOMES = """江岸区2024年国民经济和社会发展统计公报

全年粮食产量42.4万吨。年末高新技术企业210家。
"""
PLAN = """江汉区国民经济和社会发展第十四个五年规划纲要

“十四五”时期主要指标
指标名称	单位	2020年	2025年	属性
高新技术企业数	家	60	150	预期性
森林覆盖率	%	31.5	33	约束性
粮食产量	万吨	20.1	21.2	约束性
"""


@pytest.fixture(scope="module")
def compared(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    documents = {"incomes.txt": INCOMES, "plan.txt": PLAN}
    return open_over(tmp_path_factory.mktemp("compared"), documents)


def test_of_what_sort_something_is_names_nothing_to_go_on_with(compared: Assistant) -> None:
    asked = ("江汉区2025年高新技术企业有几家?", "这是约束性指标吗?", "江岸区2024年末是多少家?")
    assert_says(talk(compared, *asked), ["210家"], ["150"])


def test_the_ratio_of_two_is_how_often_one_is_the_other(compared: Assistant) -> None:
    asked = ("江岸区2024年粮食产量多少?", "江汉区2025年的目标呢?", "这俩比值多少?")
    assert_says(talk(compared, *asked), ["2倍"], [])
