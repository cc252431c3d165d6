"""Answers from a report on half a year: what is so far, what is wanted of the year, what is not."""

from __future__ import annotations

import pytest
from conftest import open_over

from assistant.chain import Assistant
from assistant.schema import Turn

HALF = """丹徒区2024年上半年国民经济和社会发展计划执行情况的报告

一、上半年计划执行情况

上半年实现地区生产总值318.4亿元,增长4.2%。规模以上工业企业实现营业收入706.5亿元,增长6.1%;利润总额31.8亿元,下降5.9%。财政收入52.7亿元,增长1.6%,其中一般公共预算收入19.3亿元,增长2.8%。

(一)产业和创新。规上工业企业设备联网率达48.2%,年底前要达到60%。研发经费支出占生产总值比重为2.94%(2023年数据)。开行海铁联运班列317列、中欧班列58列。上党古镇接待游客96万人次。

(三)房地产和投资。固定资产投资148.2亿元,下降9.4%;剔除房地产开发投资后,固定资产投资增长2.3%。新引进超亿元项目29个,计划投资总额133亿元。引进高层次人才612人,人才公寓交付940套、入住率91%。引进内资37亿元、实际利用外资2100万美元。高新技术企业存量达402家,年内目标为突破430家。新建社区食堂6个,累计25个。数字经济规模88亿元,占GDP比重27.7%。

(二)民生实事。改造老旧小区13个、涉及居民2210户,全年任务为20个。新建污水管网31.5公里,年度计划70公里。

二、存在的主要问题

一是增速放缓,固定资产投资与年度目标差距较大。二是效益下滑,规上工业企业亏损面达21.3%,比去年同期扩大1.7个百分点。

三、下半年工作安排

紧盯全年地区生产总值增长6%的目标不动摇,力争全年工业投资增长8%、固定资产投资转正、社会消费品零售总额增长5.5%,出口降幅收窄至6%以内。确保今年民生实事全面完成,新建社区食堂9个。
"""
OTHER = """句容市2024年政府工作报告

一、2024年工作回顾

城市低保标准提高到每人每月935元,农村低保标准提高到每人每月705元。全社会研发经费投入强度(2022年度数据)1.92%。实现地区生产总值812亿元,增长5.7%,低于6.5%的年度目标0.8个百分点。
"""


@pytest.fixture(scope="module")
def half(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("half"), {"half.txt": HALF, "other.txt": OTHER})


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("丹徒区2024年上半年规上工业企业利润总额多少?", ["31.8亿元"], ["706.5"]),
        ("丹徒区2024年上半年规上工业亏损面多大?", ["21.3%"], ["目标"]),
        ("丹徒区2024年上半年一般公共预算收入多少,涨了几个点?", ["19.3亿元", "2.8%"], ["52.7"]),
        ("丹徒区2024年底规上工业企业设备联网率要达到多少?", ["60%"], ["48.2%"]),
        ("丹徒区开了多少列中欧班列?", ["58列"], ["317"]),
        ("丹徒区2023年研发投入强度多少?", ["2.94%"], []),
        ("丹徒区2024年老旧小区改造的目标是多少个?", ["20个"], ["2210"]),
        ("丹徒区2024年污水管网计划新建多少公里?", ["70公里"], []),
        ("丹徒区2024年社零增长目标是多少?", ["5.5%"], ["8%"]),
        ("丹徒区2024年固定资产投资增长目标是多少?", ["转正"], ["8%", "5.5%"]),
        ("上党古镇接待了多少游客?", ["96万人次"], []),
        ("丹徒区2024年上半年经济增速多少?", ["4.2%"], ["6%"]),
        ("丹徒区2024年上半年实际利用外资多少?", ["2100万美元"], ["37亿"]),
        ("丹徒区人才公寓入住率多少?", ["91%"], ["402"]),
        ("丹徒区2024年出口降幅打算控制在多少以内?", ["6%以内"], ["9.4%"]),
        ("丹徒区高新技术企业年内目标多少家,到2024年6月底有多少家了?", ["430家", "402家"], []),
        ("丹徒区2024年上半年数字经济规模多大,占GDP多少?", ["88亿元", "27.7%"], []),
        ("句容市2024年GDP增长多少?比目标低几个点?", ["5.7%", "0.8个百分点"], []),
        ("句容市2022年研发投入强度多少?", ["1.92%"], []),
    ],
)
def test_half_a_year_is_told_apart_from_the_plan_of_the_year(
    half: Assistant, question: str, said: list[str], unsaid: list[str]
) -> None:
    answer = half.ask(question)
    assert not answer.refused
    for words in said:
        assert words in answer.text
    for words in unsaid:
        assert words not in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "丹徒区2024年全年GDP是多少?",
        "丹徒区2024年研发投入强度多少?",
        "句容市2024年研发投入强度多少?",
        "丹徒区和句容市的领导谁更有能力?",
    ],
)
def test_neither_a_plan_nor_another_year_stands_for_the_result(
    half: Assistant, question: str
) -> None:
    assert half.ask(question).refused


@pytest.mark.parametrize(
    ("turns", "said", "unsaid"),
    [
        (["丹徒区2024年上半年新建了几个社区食堂?", "一共有多少个了?"], "25个", "6个"),
        (["丹徒区2024年上半年新建了几个社区食堂?", "下半年还要建几个?"], "9个", "6个"),
        (["丹徒区2024年上半年固投是涨是跌?", "剔除房地产呢?"], "增长2.3%", "9.4%"),
        (["丹徒区2024年上半年固投是涨是跌?", "固投全年的目标呢?"], "转正", "133"),
        (["句容市2024年城市低保标准是多少?", "那句容农村的呢?"], "705元", "935元"),
    ],
)
def test_a_follow_up_narrows_what_was_spoken_of(
    half: Assistant, turns: list[str], said: str, unsaid: str
) -> None:
    first = half.ask(turns[0])
    turn = Turn(turns[0], first.standalone_question, first.text)
    answer = half.ask(turns[1], [turn])
    assert said in answer.text
    assert unsaid not in answer.text
