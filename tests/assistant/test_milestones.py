"""A round mark that was passed, where it got to, and what was added since: three figures."""

from __future__ import annotations

import pytest
from conftest import open_over

from assistant.chain import Assistant

REPORT = """永登县2024年政府工作报告

一、2024年工作回顾

城镇居民人均可支配收入迈上4万元台阶，达到41280元、净增2100元，增长5.4%；一般公共预算收入站上20亿元台阶，达到20.6亿元。
地区生产总值突破300亿元大关，达到306.4亿元、净增18亿元，增长6.1%；社会消费品零售总额跨过90亿元大关。
"""


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("marks"), {"report.txt": REPORT})


@pytest.mark.parametrize(
    ("question", "expected", "other"),
    [
        ("永登县2024年城镇居民人均可支配收入多少?", "41280元", "2100元"),
        ("永登县2024年一般公共预算收入多少亿元?", "20.6亿元", "90亿元"),
        ("永登县2024年社会消费品零售总额多少?", "跨过90亿元", "20.6亿元"),
        ("永登县2024年GDP净增多少?", "地区生产总值净增18亿元", "306.4亿元"),
        ("永登县2024年GDP多少?", "306.4亿元", "18亿元"),
    ],
)
def test_each_figure_answers_for_itself(
    report: Assistant, question: str, expected: str, other: str
) -> None:
    text = report.ask(question).text
    assert expected in text
    assert other not in text
