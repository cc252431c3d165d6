"""Percentage points: between two rates, which are told in %, and of one rate that moved."""

from __future__ import annotations

import pytest
from conftest import assert_says, open_over

from assistant.chain import Assistant

REPORT = """# 灵山县2024年国民经济和社会发展计划执行情况
一、2024年计划执行情况
完成固定资产投资118.6亿元，下降5.2%，其中工业投资40.3亿元、增长8.1%，占固定资产投资比重34%。
"""

OTHER = """# 合浦县2024年国民经济和社会发展计划执行情况
一、2024年计划执行情况
固定资产投资增长4.5%；社会消费品零售总额增长3.9%，增速比上年提高1.7个百分点。
"""


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    documents = {"report.txt": REPORT, "other.txt": OTHER}
    return open_over(tmp_path_factory.mktemp("points"), documents)


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        ("灵山和合浦2024年固定资产投资增速差几个百分点?", "9.7个百分点", "文档未提供"),
        ("灵山比合浦2024年固定资产投资增速低了几个百分点?", "9.7个百分点", "文档未提供"),
        ("灵山县2024年固定资产投资增长了几个百分点?", "下降5.2%", "34%"),
        ("合浦县2024年社会消费品零售总额增速比上年快了几个百分点?", "1.7个百分点", "文档没有"),
    ],
)
def test_a_rate_answers_where_none_moved(
    reports: Assistant, question: str, told: str, untold: str
) -> None:
    assert_says(reports.ask(question), [told], [untold])
