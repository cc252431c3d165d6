"""Excerpts and introductions as sites print them: their years are told by labels and sentences."""

from __future__ import annotations

import pytest
from conftest import open_over

from assistant.chain import Assistant

REPORT = """标题：天台县2017年政府工作报告
发文单位：天台县人民政府
发文时间：2017-02-20
来源URL：https://www.example.gov.cn/info?id=1

正文：

政 府 工 作 报 告

一、过去五年主要工作

2012年以来，全县上下攻坚克难。2012年到2016年，改革不断深化。

2016年，全县生产总值完成87.4亿元，是2011年的1.2倍；固定资产投资完成61.5亿元，是2011年的1.9倍。去年5月份和7月份考核得分均居全市第1，获奖励40万元；全县PM2.5平均浓度由2015年的51微克/立方米降至43微克/立方米。
"""
EXCERPT = """标题：三门县2021年政府工作报告（节选）
发文单位：三门县人民政府
发文时间：2021-08-17

正文：

重点工作方向：

（一）提升产业体系，谱写创新发展新篇章。
提质升级制帽产业。2025年形成年产值达300亿元的制帽产业集群，打造"世界帽都"。

（二）增进民生福祉，谱写共享发展新篇章。
新建6所城区幼儿园；改扩建9所农村幼儿园。
"""
ABOUT = """仙居县简介
仙居县总面积2000平方公里，其中林地面积170万亩，草地8.5万亩。2003年6月设立示范区。2020年云岭草原公园被列入首批试点建设名单。下汤遗址入选全国考古新发现。2022年，全县坚决贯彻各项部署，扎实做好各项工作，积极落实年度任务，稳住了经济基本盘，全年完成地区生产总值21.9亿元，增长4%，完成固定资产投资7.6亿元，增长12.3%。
"""


@pytest.fixture(scope="module")
def made_up(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    texts = {"report.txt": REPORT, "excerpt.txt": EXCERPT, "about.txt": ABOUT}
    return open_over(tmp_path_factory.mktemp("excerpts"), texts)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("天台县2016年GDP是多少?", "87.4亿元"),
        ("天台县2016年PM2.5平均浓度是多少?", "天台县2016年:PM2.5平均浓度43"),
        ("仙居县2022年固定资产投资增长多少?", "12.3%"),
        ("仙居县林地多少亩?", "170万亩"),
        ("仙居县草地面积有多大?", "8.5万亩"),
        ("三门县2025年制帽产业集群年产值要到多少?", "300亿元"),
        ("三门县2021年计划新建几所幼儿园?", "6所"),
    ],
)
def test_what_an_excerpt_tells_is_of_its_year(made_up: Assistant, question: str, told: str) -> None:
    assert told in made_up.ask(question).text


def test_what_is_planned_is_no_result_of_the_year_before(made_up: Assistant) -> None:
    assert made_up.ask("三门县2020年新建了几所幼儿园?").refused


def test_where_a_thing_is_names_no_other_county(made_up: Assistant) -> None:
    told = made_up.ask("下汤遗址在哪个县?").text
    assert "仙居" in told
    assert "天台" not in told
    assert "三门" not in told
