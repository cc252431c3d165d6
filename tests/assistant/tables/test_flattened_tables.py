"""Answers from tables as offices' pages leave them: blanks, ranks, sums, whole costs."""

from __future__ import annotations

import pytest

from assistant.chain import Assistant
from tests.assistant.conftest import assert_says, open_over

PROJECTS = (
    "金塘区2024年重点项目投资完成情况表\n单位：万元\n"
    "序号\t项目名称\t总投资\t2024年计划投资\t1-9月完成投资\t责任单位\n"
    "1\t金塘智能产业园\t125000\t30000\t24600\t区经信局\n"
    "2\t滨江新能源基地\t86000\t20000\t9800\t区发改局\n"
    "3\t老城排水改造\t22000\t8000\t8400\t区住建局\n"
)
INDICATORS = """南坪区2024年前三季度主要经济指标完成情况

| 指标 | 2024年目标 || 1-9月完成 || 全市排名 |
| | 总量 | 增速（%） | 总量 | 增速（%） | |
| 地区生产总值（亿元） | 620 | 6.5 | 448.3 | 6.1 | 4 |
| 规模以上工业增加值（亿元） | 180 | 8.0 | 131.2 | 7.4 | 3 |
| 固定资产投资（亿元） | 310 | 5.0 | 226.7 | -2.3 | 9 |
"""
RESULTS = """东岭区2023年民生实事办理结果公示

1. 老旧小区改造
牵头单位：区住建局
办理结果：完成改造小区18个
2. 智慧停车建设
目标任务：新增停车泊位2000个
牵头单位：区城管局
办理结果：新增停车泊位2180个
3. 全民健身设施
目标任务：新建健身步道12公里
牵头单位：区文体局
办理结果：建成健身步道9.5公里
"""


@pytest.fixture(scope="module")
def flattened(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    documents = {"projects.txt": PROJECTS, "indicators.txt": INDICATORS, "results.txt": RESULTS}
    return open_over(tmp_path_factory.mktemp("flattened"), documents)


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        # What was spent by September is not what all of it costs.
        (
            "金塘区滨江新能源基地2024年计划投资多少，完成多少？",
            ["20000万元", "9800万元", "未达到"],
            ["86000", "已达到"],
        ),
        ("金塘区老城排水改造总投资多少？", ["22000万元"], ["8400"]),
        # A place among others is neither a goal nor an amount.
        ("南坪区规上工业增加值在全市排第几？", ["前三季度", ":3["], ["目标"]),
        ("南坪区全市固定资产投资是多少？", [], [":9["]),
        # 办理结果 is how things went.
        ("东岭区2023年新增停车泊位多少个？", ["2180个"], ["2000个"]),
    ],
)
def test_a_figure_answers_for_its_own_column(
    flattened: Assistant, question: str, said: list[str], unsaid: list[str]
) -> None:
    assert_says(flattened.ask(question), said, unsaid)
