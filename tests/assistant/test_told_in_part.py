"""What of a cell or a sentence answers, and what stands beside it and is not asked for."""

from __future__ import annotations

import pytest
from conftest import assert_says, open_over, talk

from assistant.chain import Assistant

REPORT = """遂昌县2022年国民经济和社会发展计划执行情况
一、2022年计划执行情况
全年实现地区生产总值186.4亿元,增长3.1%,低于年初计划1.4个百分点;第一产业增加值16.2亿元,增长4.2%;第二产业增加值70.1亿元,增长2.5%;第三产业增加值100.1亿元,增长3.4%。
全年民生类支出31.6亿元,占一般公共预算支出的79.5%。满意率最高的是“校园护眼”项目(98.6%)。
县中医院新院正式运营。县第二医院扩建工程开工建设。国家高新技术企业新增9家,总数达46家。新增停车泊位620个。金竹家居等3家企业入选全省百强。持续开展新能源车抽奖活动,已抽奖26轮。
二、2023年计划
竹炭产业以活性炭、竹醋液、炭工艺品为细分领域。黄酒产业以冬酿、药膳酒为细分领域。重点发展竹炭、黄酒、高山茶等产业。
净增国家高新技术企业12家。确保新入学流动儿童健康建档100%覆盖。实现老年食堂乡镇全覆盖。
"""
TABLE = """遂昌县2023年重点任务进展表

序号\t重点任务\t牵头单位\t进展情况
1\t新开工安置房20万平方米\t县住建局\t开工安置房3个：东湖小区5月6日已开工。
"""


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    documents = {"report.txt": REPORT, "table.txt": TABLE}
    return open_over(tmp_path_factory.mktemp("told_in_part"), documents)


@pytest.mark.parametrize(
    ("questions", "said", "unsaid"),
    [
        (["遂昌县2023年流动儿童健康建档要覆盖到百分之多少?"], ["100%"], []),
        (["遂昌县2023年的老年食堂,计划覆盖到什么程度?"], ["乡镇全覆盖"], []),
        (["遂昌县2022年GDP涨了多少,跟年初定的差多少?"], ["3.1%", "低于年初计划1.4"], []),
        (["遂昌县2022年GDP增速完成年初计划了吗?"], ["与目标相比:低于年初计划1.4"], []),
        (["遂昌县2022年高新技术企业总数多少家?2023年打算净增几家?"], ["46家"], ["9家"]),
        (["遂昌县2022年三次产业各增长多少?"], ["4.2%", "2.5%", "3.4%"], ["3.1%"]),
        (["遂昌县2022年民生支出占一般公共预算支出的比重"], ["79.5%"], ["31.6"]),
        (["遂昌县2022年有哪些企业进了全省百强?"], ["金竹家居"], []),
        (["遂昌县2022年新能源车抽奖一共抽了62轮,对吧?"], ["26轮"], ["62"]),
        (["遂昌县2023年竹炭产业有哪些细分领域?", "黄酒呢?"], ["冬酿", "药膳酒"], ["高山茶"]),
    ],
)
def test_the_part_that_is_asked_for_is_told(
    county: Assistant, questions: list[str], said: list[str], unsaid: list[str]
) -> None:
    assert_says(talk(county, *questions), said, unsaid)


def test_no_rate_is_told_for_a_sum_of_money(county: Assistant) -> None:
    assert county.ask("遂昌县2022年校园护眼项目投资多少?").refused


def test_no_companies_are_told_for_towns(county: Assistant) -> None:
    assert county.ask("遂昌县2022年有哪些镇进了全省百强?").refused


def test_a_number_of_works_is_no_area_of_them(county: Assistant) -> None:
    asked = ("遂昌县2023年定的安置房新开工面积是多少?", "那实际新开工了多少万平方米?")
    assert "3个" not in talk(county, *asked).text
