"""Figures of a town or a zone are told of it alone, and its county's of the county alone."""

from __future__ import annotations

import pytest
from conftest import assert_says, open_over

from assistant.chain import Assistant

ANALYSIS = """肥东县2024年上半年经济运行情况分析

发布时间:2024-08-06

一、经济运行基本情况

上半年,全县规模以上工业增加值同比增长6.8%,比一季度回落0.7个百分点,列全市第2位。固定资产投资同比增长2.4%。

(一)重点平台支撑有力。上半年,循环园经开区实现营业收入412.5亿元,同比增长5.3%,规上工业增加值增长9.6%;新签约亿元以上项目17个。

(二)民生保障持续改善。上半年,城镇新增就业0.61万人,新建口袋公园12个,改造老旧小区9个。

二、存在的主要问题

上半年规模以上工业增加值增速较一季度回落0.7个百分点。固定资产投资增长5%的年度预期目标没有完成。

三、各乡镇主要指标完成情况

上半年各乡镇主要指标
单位 | 规上工业增加值增速(%) | 固定资产投资增速(%) | 财政总收入(万元)
撮镇镇 | 7.2 | -1.8 | 45210
梁园镇 | -3.4 | 6.1 | 5130
长临河镇 | 4.7 | 8.3 | 9864
响导乡 | 2.6 | -5.5 | 2745
店埠管委会 | 5.9 | 3.7 | 31208

四、下半年工作建议

全年规模以上工业增加值增长8%。
"""


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("county"), {"analysis.txt": ANALYSIS})


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("肥东县梁园镇2024年上半年规上工业增加值增速", ["梁园镇", "-3.4%"], ["6.8", "9.6"]),
        ("肥东县2024年上半年,梁园镇的规上工业增加值是增是降,多少?", ["-3.4%"], ["6.8"]),
        ("撮镇镇2024年上半年固定资产投资增长多少", ["-1.8%"], ["2.4"]),
        ("店埠管委会固定资产投资增速是多少", ["3.7%"], ["2.4"]),
        ("长临河镇财政总收入多少", ["9864万元", "2024年上半年"], []),
        ("肥东县2024年上半年规上工业增加值增长多少?", ["6.8%"], ["9.6", "0.7个百分点"]),
        ("肥东县循环园经开区2024年上半年规上工业增加值增长多少?", ["9.6%"], ["6.8"]),
        ("肥东县2024年上半年固定资产投资增长多少?", ["2.4%"], ["5%"]),
    ],
)
def test_each_place_is_told_its_own_figure(
    county: Assistant, question: str, said: list[str], unsaid: list[str]
) -> None:
    assert_says(county.ask(question), said, unsaid)


@pytest.mark.parametrize(
    "question",
    [
        "肥东县撮镇镇2024年上半年地区生产总值多少?",
        "肥东县石塘镇2024年上半年规上工业增加值增长多少?",
        "肥东县2024年上半年新签约亿元以上项目多少个?",
    ],
)
def test_another_place_stands_for_none(county: Assistant, question: str) -> None:
    answer = county.ask(question)
    assert answer.refused, answer.text


def test_what_is_of_the_towns_people_opens_with_no_town(county: Assistant) -> None:
    assert_says(county.ask("肥东县2024年上半年新建口袋公园多少个?"), ["12个"], [])


@pytest.mark.parametrize("place", ["河溪区", "请问河溪区", "合肥山口县"])
def test_a_place_that_no_list_knows_is_no_other(county: Assistant, place: str) -> None:
    answer = county.ask(f"{place}2024年上半年城镇新增就业多少人?")
    assert answer.refused
    assert "0.61" not in answer.text


@pytest.mark.parametrize("place", ["全县", "我们县", ""])
def test_the_place_of_the_documents_is_named_without_its_name(
    county: Assistant, place: str
) -> None:
    assert_says(county.ask(f"{place}2024年上半年城镇新增就业多少人?"), ["0.61"], [])
