"""The 计划完成率 of a row is a rate that was reached, and no plan."""

from __future__ import annotations

import pytest
from conftest import assert_says, open_over

from assistant.chain import Assistant

SUMMARY = """铁西区民政局2023年工作总结

2024-01-10

一、2023年工作完成情况

全区民政工作平稳有序。

附表:2023年主要工作指标完成情况
指标名称 | 单位 | 年度计划 | 实际完成 | 完成率 | 责任科室
新建社区食堂 | 个 | 40 | 34 | 85.0% | 养老服务科
适老化改造 | 户 | 600 | 642 | 107.0% | 社会福利科
救助流浪人员 | 人次 | 300 | 318 | 106.0% | 社会救助科
"""


@pytest.fixture(scope="module")
def summary(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("summary"), {"summary.txt": SUMMARY})


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("铁西区2023年新建社区食堂的计划完成率是多少?", ["85.0%"], ["107", "106"]),
        ("铁西区2023年适老化改造的计划完成率", ["107.0%"], ["85", "106"]),
        ("铁西区2023年适老化改造由哪个科室负责?", ["社会福利科"], ["养老服务科", "社会救助科"]),
        ("铁西区2023年适老化改造计划多少户?", ["600"], ["642"]),
    ],
)
def test_the_rate_of_the_row_is_told(
    summary: Assistant, question: str, said: list[str], unsaid: list[str]
) -> None:
    assert_says(summary.ask(question), said, unsaid)
