"""A row or a clause on how a sum grew, by the name of the sum: 地区生产总值增长率."""

from __future__ import annotations

import pytest
from conftest import assert_says, open_over

from assistant.chain import Assistant

REPORT = """2024年龙泉市政府工作报告

一、2023年工作回顾
预计全年实现地区生产总值182.5亿元,增长7.4%;固定资产投资增长13.2%;社会消费品零售总额61.8亿元,增长8.7%。
"""
PLAN = """关于龙泉市2024年国民经济和社会发展计划执行情况与2025年国民经济和社会发展计划(草案)的报告

一、2024年国民经济和社会发展计划执行情况
全年实现地区生产总值190.3亿元,同比增长5.8%。固定资产投资同比下降2.6%。

附表
龙泉市国民经济和社会发展主要指标表
指标名称 | 单位 | 2023年实际 | 2024年计划 | 2024年实际 | 2025年计划
地区生产总值增长率 | % | 7.1 | 7左右 | 5.8 | 6左右
固定资产投资增长率 | % | 13.2 | 10以上 | -2.6 | 5
社会消费品零售总额增长速度 | % | 8.7 | 9 | 6.2 | 7
"""


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    texts = {"report.txt": REPORT, "plan.txt": PLAN}
    return open_over(tmp_path_factory.mktemp("growth"), texts)


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("龙泉市2023年GDP增速是多少?", ["7.1%"], ["7.4", "5.8"]),
        ("龙泉市2024年社零增速多少?", ["6.2%"], ["8.7", "7%"]),
        ("龙泉市2024年固定资产投资增速多少?", ["2.6%"], ["口径"]),
        ("龙泉市2023年社零多少?", ["61.8亿元"], ["8.7", "增长速度"]),
        ("龙泉市2023年GDP是多少?", ["182.5亿元"], ["7.1", "190.3"]),
    ],
)
def test_a_row_on_growth_is_told_of_the_sum_that_grew(
    told: Assistant, question: str, said: list[str], unsaid: list[str]
) -> None:
    assert_says(told.ask(question), said, unsaid)
