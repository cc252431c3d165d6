"""Answers from reports as offices and papers put them out: no title, places and times half told."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import assert_says, open_over, turn

from assistant.chain import Assistant

HALF = """上半年,全县上下坚持稳中求进,经济运行小幅回升。
根据统一核算结果,二季度全县地区生产总值为83215万元,比上年同期增长-3.4%,较一季度(-5.2%)回升1.8个百分点。其中,第一产业增加值为9120万元,增长6.3%。
一、工业生产承压前行
上半年,全县规模以上工业增加值同比下降7.7%。分行业看,采矿业增加值占比达81.3%,同比下降8.1%;制造业增加值占比为16.2%,同比下降5.5%。
分产品看,原煤产量412.6万吨,同比下降6.9%;其中,县属企业完成268.3万吨,同比下降4.4%;
精煤产量205.1万吨,同比下降3.8%;其中,县属企业完成117.9万吨,同比增长1.2%;
发电量52340万千瓦时,同比增长2.6%。
"""
BUREAU = """今年以来,我局聚焦各项任务,扎实推进稳粮保供,全市三农工作稳中有进。
一、主要指标完成情况
(一)2022年高标准农田建设考核指标12.4万亩,完成13.9万亩,完成率112.1%。
(二)农村改厕任务20150座,完成20310座,完成率100.8%。
二、工作亮点
(一)间作套种一季双收。2022年,玉米大豆间作收获面积约6.2万亩,经测产,平均每亩收获玉米约510公斤,大豆约72公斤,基本实现目标。在壶关县、沁源县布置了3个试验点。
"""
COUNTY = """2022年景宁畲族自治县国民经济和社会发展统计公报

一、综合

年末全县户籍人口为168420人。其中,男性人口86115人,女性人口82305人。全年全县出生人口为812人,死亡人口为1107人。年末全县常住人口11.05万人。

初步核算,全县实现生产总值812406万元,比上年增长3.1%;与2020年相比,两年平均增长5.6%,按常住人口计算人均地区生产总值为73690元。三次产业对经济增长的拉动贡献分别为0.21、-1.48、4.37个百分点。最终核实2021年全县生产总值现价总量为779310万元,比上年增长8.2%。
"""
LAW = """泰顺县人民政府2024年法治政府建设年度情况报告

一、主要举措及成效

(一)依法履行职能
1.不断深化“放管服”改革。上线75个“一件事”集成服务,办结“一业一证”41件。260个电子证照跨部门调用。
2.促进监管提质增效。2024年市场监管领域开展31批次“双随机”抽查,抽查主体1806户次。

二、民生实事

省级民生实事21项,其中“新增公办学位”、“提升绿道”等12项超额完成;温州市民生实事33项;泰顺县民生实事28项。“建设海塘”、“老旧小区改造”等3个项目曾因进度滞后被通报,但均已按期完成。
"""


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(
        tmp_path_factory.mktemp("plain"),
        {
            "中阳县2024上半年_730011.txt": HALF,
            "晋中市农业农村局_2811902.txt": BUREAU,
            "county.txt": COUNTY,
            "law.txt": LAW,
        },
    )


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("中阳县2024年一季度GDP增速是多少?", ["-5.2%"], ["-3.4%"]),
        ("中阳县2024年二季度GDP增速是多少?", ["-3.4%"], []),
        ("中阳县2024年上半年县属企业原煤产量多少?", ["268.3万吨"], ["117.9"]),
        ("晋中市2022年农村改厕下达的任务是多少座?", ["20150座"], ["20310"]),
        ("晋中市2022年农村改厕完成了多少座?", ["20310座"], ["20150"]),
        ("晋中2022年高标准农田考核任务多少万亩,实际干了多少?", ["12.4万亩", "13.9万亩"], []),
        ("晋中玉米大豆间作一亩能收多少玉米、多少大豆?", ["510公斤", "72公斤"], []),
        ("景宁2022年底户口本上一共多少人?男的女的各多少?", ["168420", "86115", "82305"], []),
        ("景宁2022年出生了多少人,去世了多少人?", ["812人", "1107人"], []),
        ("景宁2021年GDP最终核实数是多少?", ["779310万元"], ["812406"]),
        ("景宁2022年人均GDP多少?", ["73690元"], []),
        ("第二产业拉动经济增长-1.48个百分点,说的是哪个县、哪一年?", ["景宁", "2022"], []),
        ("给12.4万亩高标准农田定的考核指标,是哪个市在哪一年的?", ["晋中", "2022"], []),
        ("泰顺县2024年“放管服”改革进展怎样?", ["75个", "41件"], ["1806"]),
        (
            "泰顺县2024年“双随机”搞了多少批次,抽查了多少户次?",
            ["31批次", "1806户次"],
            ["没有给出"],
        ),
        ("泰顺县2024年本级民生实事有多少项?", ["28项"], ["33项"]),
        ("泰顺县2024年被通报的3个民生项目最后都没干完吧?", ["按期完成"], []),
    ],
)
def test_what_a_plain_report_tells_is_found(
    reports: Assistant, question: str, said: list[str], unsaid: list[str]
) -> None:
    assert_says(reports.ask(question), said, unsaid)


def test_half_a_year_stands_for_no_whole_one(reports: Assistant) -> None:
    first = reports.ask("中阳县2024年上半年发电量是多少?")
    assert_says(first, ["52340万千瓦时"], [])
    assert reports.ask("全年发电量呢?", [turn(first)]).refused


def test_a_follow_up_asks_by_the_measure_that_was_asked_of(reports: Assistant) -> None:
    first = reports.ask("中阳县2024年上半年规上工业增加值增速怎么样?")
    assert_says(reports.ask("制造业那块呢?", [turn(first)]), ["5.5%"], ["8.1%"])


def test_another_sort_of_people_is_counted_by_the_name_of_the_last(reports: Assistant) -> None:
    first = reports.ask("景宁2022年末户籍人口多少?")
    assert_says(reports.ask("常住的呢?", [turn(first)]), ["11.05万人"], ["168420"])


def test_the_number_of_items_is_no_amount_of_what_one_of_them_names(reports: Assistant) -> None:
    answer = reports.ask("泰顺县2024年公办学位实际新增了多少个?")
    assert answer.refused
    assert "12项" not in answer.text


def test_a_mean_growth_is_of_all_the_years_that_it_spans(tmp_path: Path) -> None:
    text = (
        "德清县2022年政府工作报告\n\n一、过去五年工作回顾\n\n"
        "五年来,地区生产总值由2016年的432亿元增加到2021年的615亿元,年均增长7.1%;"
        "一般公共预算收入由44亿元增加到72亿元,年均增长10.4%。\n"
    )
    answer = open_over(tmp_path, {"report.txt": text}).ask("德清县2016年到2021年GDP年均增长多少?")
    assert_says(answer, ["7.1%"], ["10.4%"])
