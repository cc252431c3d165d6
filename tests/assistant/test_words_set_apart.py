"""Questions whose words stand in another order, or apart, than those of a made-up report."""

from __future__ import annotations

import pytest
from conftest import open_over

from assistant.chain import Assistant

REPORT = """海陵区2023年国民经济和社会发展计划执行情况

一、2023年计划执行情况

全年实现GDP 612.5亿元,同比增长5.8%。

农村居民人均可支配收入38412元,增长7.1%。普惠性幼儿园覆盖率91.4%。

帮助苏陈、罡杨两个村全面实现脱贫摘帽。

三季度地区生产总值增长5.1%。

二、2024年主要目标

地区生产总值增长6%左右,新增养老机构床位420张,城镇新增就业1.3万人,户籍人口基本医疗保险参保率保持98.5%以上。

三、2024年工作安排

(一)健全社会保障网络

扩大工伤保险覆盖面,力争参保人数达到9万人。

建设康养联合体3家,新增老年食堂12家。

(二)提升城市品质

改造老旧小区15个。
"""
WITHOUT_RATE = """兴宾区2023年工作总结

全年实现地区生产总值318亿元。
"""


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    documents = {"hailing.txt": REPORT, "xingbin.txt": WITHOUT_RATE}
    return open_over(tmp_path_factory.mktemp("apart"), documents)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("2023年海陵经济实际增速达到多少?", "5.8%"),
        ("海陵2023年地区生产总值增速达到多少?", "5.8%"),
        ("海陵区给2024年定的经济增速是多少?", "6%"),
        ("农民一年能拿到手多少钱?说的是海陵区2023年", "38412元"),
        ("海陵2023年的幼儿园里普惠的比例有多高?", "91.4%"),
        ("海陵2024年养老机构要加多少张床位?", "420张"),
        ("海陵2024年准备新增多少城镇就业岗位(人数)?", "1.3万人"),
        ("海陵区2024年医保参保率(户籍人口)要保持在多少?", "98.5%"),
        ("海陵区2023年帮哪几个村脱了贫、摘了帽?", "苏陈、罡杨"),
        ("在社会保障这张网上,海陵区2024年打算做哪些事?", "康养联合体3家"),
    ],
)
def test_a_question_in_another_order_is_answered(
    reports: Assistant, question: str, said: str
) -> None:
    assert said in reports.ask(question).text


def test_how_large_a_rate_is_asks_for_no_total(reports: Assistant) -> None:
    assert "318亿元" not in reports.ask("2023年兴宾的生产总值增幅有多大?").text


def test_the_economy_of_a_part_is_not_the_whole(reports: Assistant) -> None:
    assert "5.8%" not in reports.ask("海陵2023年数字经济增速多少?").text
