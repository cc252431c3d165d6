"""Tables whose columns are the quarters of a year, their unit over them in bold."""

from __future__ import annotations

import pytest
from conftest import open_over

from assistant.chain import Assistant

QUARTERS = """# 云霄县2025年各镇项目签约金额分季度完成情况

**单位：万元**

| 乡镇 | 年度任务 | 一季度 | 二季度 | 三季度 | 全年完成 | 完成率 |
|:---|---:|---:|---:|---:|---:|---:|
| **合计** | **5,900** | **1,310** | **1,525** | **1,640** | **5,720** | **96.9%** |
| 石矾镇 | 2,600 | 540 | 715 | 660 | 2,490 | 95.8% |
| 柳坪镇 | 3,300 | 770 | 810 | 980 | 3,230 | 97.9% |
"""


@pytest.fixture(scope="module")
def quarters(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("quarters"), {"quarters.md": QUARTERS})


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("云霄县石矾镇2025年二季度项目签约金额是多少万元?", "二季度:715万元"),
        ("柳坪镇2025年三季度完成了多少?", "三季度:980万元"),
        ("云霄县2025年一季度全县项目签约金额一共多少?", "1,310万元"),
        ("云霄县石矾镇2025年项目签约任务是多少?", "年度任务:2,600万元"),
    ],
)
def test_a_quarter_names_its_column(quarters: Assistant, question: str, said: str) -> None:
    assert said in quarters.ask(question).text


@pytest.mark.parametrize(
    ("question", "figure"),
    [
        ("云霄县石矾镇2025年二季度完成率是多少?", "715"),
        ("云霄县石矾镇2025年二季度任务是多少?", "715"),
        ("云霄县石矾镇2025年四季度项目签约金额是多少?", "660"),
        ("云霄县石矾镇2025年上半年项目签约金额是多少?", "715"),
    ],
)
def test_a_quarter_is_told_for_nothing_else(
    quarters: Assistant, question: str, figure: str
) -> None:
    answer = quarters.ask(question)
    assert answer.refused
    assert figure not in answer.text
