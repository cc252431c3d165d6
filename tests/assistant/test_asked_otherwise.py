"""What a question says in passing changes nothing of what it asks: wishes, ends of clauses."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import assert_says, open_over

from assistant.chain import Assistant

REPORT = """江宁区2024年国民经济和社会发展计划执行情况报告

一、2024年情况

全区完成一般公共预算收入310.2亿元,增长4.2%。城镇居民人均可支配收入70100元、农村居民人均可支配收入39200元,分别增长4.1%、6.3%。
人均地区生产总值162300元。地区生产总值3200亿元,增长5.1%。外贸进出口总额1500.2亿元,其中跨境电商进出口88.1亿元。
新增普惠性托位1420个,新增停车泊位3200个。信访案件321宗,同比上升3.7%。
“五一”假期接待游客92万人次,增长9%。18项主要指标中,16项达到年初预期,社会消费品零售总额、进出口总额2项未达预期。

二、2025年计划

新增停车泊位3000个。长者助餐服务达到15万人次。
"""


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("otherwise"), {"report.txt": REPORT})


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("江宁一般公共预算收入有多少?要24年全年的", "310.2亿元", "没有"),
        ("江宁新增停车泊位几个(我要24年的实际数,别给目标)", "3200个", "3000"),
        ("新增停车泊位,江宁到25年,目标数是多少", "3000个", "3200"),
        ("江宁25年给老人助餐,目标是多少人次以上", "15万人次", "没有"),
        ("江宁农民2024年的人均可支配收入", "39200元", "70100"),
        ("江宁城里居民2024年人均可支配收入多少钱", "70100元", "39200"),
        ("江宁24年地区生产总值以及同比增速", "3200亿元", "没有"),
        ("摊到每个人头上,江宁2024年GDP是多少元", "162300元", "3200亿"),
        ("江宁24年靠跨境电商做成多少亿的进出口", "88.1亿元", "1500"),
        ("江宁24年普惠托位加了多少", "1420个", "没有"),
        ("江宁24年信访有几宗,比上年是多了还是少了、幅度多大", "3.7%", "没有"),
        ("劳动节那个小长假(24年),来江宁玩的有多少人次?", "92万人次", "没有"),
        ("江宁24年的主要指标,哪些掉队了?", "社会消费品零售总额", "16项"),
        ("江宁24年停车泊位新增几多个", "3200个", "3000"),
    ],
)
def test_what_is_asked_is_told(report: Assistant, question: str, said: str, unsaid: str) -> None:
    assert_says(report.ask(question), [said], [unsaid])


@pytest.mark.parametrize(
    "question",
    [
        "江宁25年新增停车泊位有几个?我要实际数,别给目标",
        "涨幅是几?",
    ],
)
def test_what_is_not_told_is_refused(report: Assistant, question: str) -> None:
    assert report.ask(question).refused


def test_a_whole_year_is_told_by_no_part_of_it(tmp_path: Path) -> None:
    text = """江宁区2024年重点任务完成情况表
序号	任务	责任单位	完成情况
1	地区生产总值突破3300亿元	区发改局	前三季度地区生产总值2410.5亿元，全年数据次年1月核算
2	新增停车泊位3000个	区城管局	新增3200个
"""
    assistant = open_over(tmp_path, {"table.txt": text})
    answer = assistant.ask("江宁24年一整年的地区生产总值最后核算下来多少亿")
    assert answer.refused
    assert_says(assistant.ask("江宁24年前三季度地区生产总值多少亿"), ["2410.5亿元"], [])
