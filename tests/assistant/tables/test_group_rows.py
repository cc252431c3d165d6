"""Rows that head a group, a county beside its city, what was spent beside what it costs."""

from __future__ import annotations

import pytest

from assistant.chain import Assistant
from assistant.tables.focus import turn_of
from tests.assistant.conftest import assert_says, open_over

PLAN = """浦江县2025年县级政府投资项目计划表
（单位：万元）
| 序号 | 项目 | 建设性质 | 建设内容 | 建设年限 | 总投资 | 累计完成投资 | 2025年计划投资 | 单位 |
|---|---|---|---|---|---|---|---|---|
| 一 | 交通设施（2个） | | | | 144000 | 72000 | 43000 | |
| 1 | 浦阳大道改造 | 续建 | 全长6.8公里 | 2023-2026 | 98000 | 41000 | 28000 | 县交通局 |
| 2 | 壶源江大桥 | 续建 | 桥长420米 | 2023-2025 | 46000 | 31000 | 15000 | 县交通局 |
| 二 | 社会事业（2个） | | | | 67000 | 12500 | 24000 | |
| 3 | 浦江二中扩建 | 新建 | 新增学位1500个 | 2025-2027 | 35000 | 500 | 9000 | 县教育局 |
| 4 | 县中医院迁建 | 续建 | 设床位600张 | 2024-2026 | 32000 | 12000 | 15000 | 县卫健局 |
"""
INDICATORS = """松阳县2024年上半年主要经济指标
指标名称	计量单位	本期累计	同比增长（%）	全市增速（%）	增速排名
地区生产总值	亿元	98.6	6.1	5.7	3
规上工业增加值	亿元	21.7	9.4	7.1	1
固定资产投资	亿元	55.3	-4.8	2.3	9
一般公共预算收入	亿元	10.3	-2.8	1.1	8
"""
PROJECTS = "遂昌县2025年重点产业项目清单\n\n项目名称 | 总投资（亿元） | 责任单位\n" + "".join(
    f"{name} | {cost} | {unit}\n"
    for name, cost, unit in (
        ("金属新材料产业园", "35.6", "县经信局"),
        ("仙侠湖文旅综合体", "12.8", "县文旅局"),
        ("竹产业精深加工基地", "5.2", "县林业局"),
    )
)


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    documents = {"plan.txt": PLAN, "indicators.txt": INDICATORS, "projects.txt": PROJECTS}
    return open_over(tmp_path_factory.mktemp("groups"), documents)


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        # The sums of a group stand in their columns, and are neither projects nor parts of a sum.
        ("浦江县交通设施2025年计划投资多少?", ["43000万元"], ["72000", "144000"]),
        ("浦江县2025年一共多少个项目?", ["共4项"], ["6项"]),
        ("浦江县2025年总投资合计多少?", ["211000万元"], ["422000"]),
        ("浦江县哪个项目总投资最大?", ["浦阳大道改造:98000万元"], ["144000"]),
        # The rows of a sort are not all rows.
        ("浦江县续建项目2025年计划投资合计多少?", ["3行相加共58000万元"], ["67000"]),
        # Words of the table's title name no rows.
        ("遂昌县2025年重点产业项目总投资一共多少?", ["3行相加共53.6亿元"], ["40.8"]),
    ],
)
def test_a_group_is_no_row_beside_its_rows(
    tables: Assistant, question: str, said: list[str], unsaid: list[str]
) -> None:
    assert_says(tables.ask(question), said, unsaid)


def test_the_growth_of_the_city_is_not_that_of_the_county(tables: Assistant) -> None:
    history = [turn_of(tables.ask("松阳县2024年上半年GDP增速是多少?"))]
    assert "6.1%" in history[0].text
    assert "5.7" not in history[0].text
    assert "5.7" not in tables.ask("全市排第几?", history).text


def test_what_was_spent_is_not_told_as_what_all_costs(tables: Assistant) -> None:
    history = [turn_of(tables.ask("浦江县壶源江大桥总投资多少?"))]
    for question in ("今年计划投多少?", "责任单位呢?"):
        history.append(turn_of(tables.ask(question, history)))
    answer = tables.ask("累计完成多少?", history)
    assert "31000万元" in answer.text
    assert "46000" not in answer.text
