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
PAGES = """丰岩区2025年政府投资项目计划表
单位：万元
序号 项目名称 建设规模 总投资 2025年投资 责任单位
1 丰岩中学扩建 新增学位1200个 18600 6000 区教育局
2 丰岩大道北延 长3.2公里 42000 15000 区交通局
- 1 -
丰岩区2025年政府投资项目计划表
单位：万元
序号 项目名称 建设规模 总投资 2025年投资 责任单位
3 体育公园 占地180亩 9800 4000 区文旅局
4 智慧城管二期 一套 2600 2600 区城管局
- 2 -
合计 73000 27600
"""
STREETS = """广益区2024年各街道重点指标一览表

| 街道 | 城南街道 | 城北街道 | 临江街道 | 湖东街道 | 合计 |
| --- | --- | --- | --- | --- | --- |
| 新增就业（人） | 1820 | 1560 | 2040 | 1380 | 6800 |
| 加装电梯（台） | 22 | 35 | 18 | 41 | 116 |
| 新增停车位（个） | 310 | 275 | 460 | 520 | 1565 |
"""
LIBRARY = "泰山区重大项目库（2025年）\n\n" + "\n".join(
    f"项目名称\t{name}\n建设单位\t{builder}\n总投资\t{cost}亿元\n2025年计划投资\t{part}亿元\n"
    for name, builder, cost, part in (
        ("泰山国际物流港", "泰山交投集团", "28.6", "7.2"),
        ("泰山湖湿地修复", "区林业局", "3.4", "1.9"),
        ("泰山中医院新院区", "区卫健局", "9.8", "2.5"),
    )
)


@pytest.fixture(scope="module")
def flattened(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    documents = {
        "projects.txt": PROJECTS,
        "indicators.txt": INDICATORS,
        "results.txt": RESULTS,
        "pages.txt": PAGES,
        "library.txt": LIBRARY,
        "streets.txt": STREETS,
    }
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
        # Pages of a PDF, the year's part beside the whole, sums below the last page.
        ("丰岩区丰岩中学扩建2025年投资多少万元？", ["6000万元"], ["18600"]),
        ("丰岩区体育公园的责任单位是谁？", ["区文旅局"], ["区城管局"]),
        ("丰岩区2025年政府投资项目总投资合计多少？", ["73000万元"], ["27600"]),
        # Streets side by side: one of them is not the district.
        ("广益区2024年新增停车位总共多少个？", ["1565个"], ["310"]),
        ("广益区临江街道2024年新增就业多少人？", ["2040人"], ["1820"]),
        # Labels and what they tell, a blank between them.
        ("泰山区泰山湖湿地修复的建设单位是谁？", ["区林业局"], ["泰山交投集团"]),
        ("泰山区泰山中医院新院区2025年计划投资多少？", ["2.5亿元"], ["9.8"]),
        # 办理结果 is how things went.
        ("东岭区2023年新增停车泊位多少个？", ["2180个"], ["2000个"]),
    ],
)
def test_a_figure_answers_for_its_own_column(
    flattened: Assistant, question: str, said: list[str], unsaid: list[str]
) -> None:
    assert_says(flattened.ask(question), said, unsaid)


def test_the_figure_of_one_street_is_not_the_highest_of_all(flattened: Assistant) -> None:
    assert "22" not in flattened.ask("广益区哪个街道加装电梯最多？").text
