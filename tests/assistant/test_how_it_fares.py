"""How a figure fares, what was spent on each of several fields, what was done about a delay."""

from __future__ import annotations

import pytest
from conftest import assert_says, open_over, talk

from assistant.chain import Assistant

REPORT = """清河区2024年政府工作报告

一、2023年工作回顾
规模以上工业企业实现营业收入384.6亿元,增长3.2%;利润总额21.7亿元,下降8.4%。一般公共预算支出39.18亿元,增长6.2%,其中教育支出9.26亿元、社会保障和就业支出7.15亿元、卫生健康支出3.84亿元。全年接待国内游客512.3万人次,增长10.8%;实现旅游总消费64.2亿元,增长12.5%。其中接待入境过夜游客1.37万人次,增长1.6倍。花椒鲜椒总产量达2.8万吨,全产业链产值16.4亿元。脐橙种植面积稳定在8.3万亩。

二、2024年重点工作
全年力争接待国内游客560万人次,实现旅游总消费70亿元。
"""
TABLE = """清河区2023年重点工作前三季度进展表

序号 | 目标任务 | 责任领导 | 责任单位 | 前三季度完成情况
1 | 实施亿元以上项目90个 | 柳青山 | 发改局 | 亿元以上在建项目84个;未按期开工项目4个,已约谈责任单位。
2 | 区第二医院门诊楼投入使用 | 白云飞 | 区卫健局 | 门诊楼6月16日试运行,日均接诊310人次。
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    documents = {"report.txt": REPORT, "table.txt": TABLE}
    return open_over(tmp_path_factory.mktemp("fares"), documents)


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("清河区2023年规上工业企业利润怎么样?", ["21.7亿元", "下降8.4%"], ["384.6"]),
        (
            "清河区2023年财政在教育、社保就业、卫生健康上各花了多少?",
            ["9.26亿元", "7.15亿元", "3.84亿元"],
            ["39.18"],
        ),
        ("清河区2023年过夜的外国及境外游客有多少?", ["1.37万人次"], ["512.3"]),
        ("清河区的花椒2023年全产业链产值有多大?", ["16.4亿元"], []),
        ("清河区2023年脐橙种了多大面积?", ["8.3万亩"], []),
        (
            "清河区2023年亿元以上项目有几个没按期开工?怎么处理的?",
            ["4个", "已约谈责任单位"],
            ["90个", "84个"],
        ),
        (
            "清河区第二医院门诊楼什么时候试运行的?每天接诊多少人?",
            ["6月16日", "310人次"],
            ["没有给出"],
        ),
    ],
)
def test_it_is_told(
    assistant: Assistant, question: str, said: list[str], unsaid: list[str]
) -> None:
    assert_says(assistant.ask(question), said, unsaid)


def test_what_was_spoken_of_is_asked_further(assistant: Assistant) -> None:
    both = ("清河区2023年接待了多少国内游客?", "旅游总消费呢?", "这两个指标2024年各定了多少?")
    assert_says(talk(assistant, *both), ["560万人次", "70亿元"], ["512.3", "64.2"])
    handled = ("清河区2023年亿元以上项目有几个没按期开工?", "怎么处理的?")
    assert_says(talk(assistant, *handled), ["已约谈责任单位"], ["90个"])
