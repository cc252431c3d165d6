"""Money that was got (争取) is a result in a report on results, a plan in a plan."""

from __future__ import annotations

import pytest
from conftest import assert_says, open_over

from assistant.chain import Assistant

REPORT = """云和县2024年国民经济和社会发展计划执行情况与2025年计划草案的报告

一、2024年计划执行情况
新签约项目24个。争取政策性资金17.3亿元,其中专项债券6.8亿元。区域医院项目有序推进,争取超长期特别国债3260万元、中央预算内资金2150万元。

二、2025年重点任务
新签约项目30个,争取各类政策性资金20亿元以上,争取完成工业投资45亿元。
"""


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("money"), {"report.txt": REPORT})


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("云和县2024年争取政策性资金多少?", ["17.3亿元"], ["目标", "20亿元"]),
        ("云和县2024年争取了多少政策性资金?", ["17.3亿元"], ["目标", "20亿元"]),
        ("云和县2024年争取超长期特别国债多少?", ["3260万元"], ["目标"]),
        ("云和县2024年中央预算内资金争取了多少?", ["2150万元"], ["目标"]),
        ("云和县2025年争取政策性资金的目标是多少?", ["目标", "20亿元以上"], ["17.3"]),
        ("云和县2025年争取完成工业投资多少?", ["目标", "45亿元"], []),
    ],
)
def test_money_that_was_got_is_no_plan(
    report: Assistant, question: str, said: list[str], unsaid: list[str]
) -> None:
    assert_says(report.ask(question), said, unsaid)
