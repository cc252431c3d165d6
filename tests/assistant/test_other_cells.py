"""Cells that answer another question than the one asked are not told for it."""

from __future__ import annotations

import pytest
from conftest import assert_says, open_over, talk

from assistant.chain import Assistant

PLAN = """临泽县“十四五”规划主要指标

|序号|指标名称|单位|2020年|2025年|属性|
|---|---|---|---|---|---|
|1|每千人口3岁以下婴幼儿托位数|个|0.7|4.2|预期性|
|2|森林覆盖率|%|21.4|22|约束性|
|3|单位GDP能源消耗降低|%|—|—|约束性|
|4|粮食综合生产能力|万吨|18|19|约束性|
"""
SPENT = """高台县2024年预算支出执行情况表
单位:万元
科目\t2023年决算数\t2024年预算数\t2024年执行数
教育支出\t30100\t31200\t31500
卫生健康支出\t15800\t16400\t16100
农林水支出\t28800\t29900\t29300
合计\t74700\t77500\t76900
"""
KEY = """山丹县2024年重点项目表
单位:万元
序号\t项目名称\t建设规模\t总投资\t完成投资
1\t县医院新院区\t床位620张\t98000\t31000
2\t城北路改造\t道路4.6公里\t21000\t9800
3\t第三水厂\t日供水5万吨\t16500\t7200
4\t文体中心\t建筑面积2.1万平方米\t14200\t5100
"""


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    texts = {"plan.txt": PLAN, "spent.txt": SPENT, "key.txt": KEY}
    return open_over(tmp_path_factory.mktemp("cells"), texts)


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        ("临泽每千人口3岁以下托位数2025年目标多少?", ["4.2个"], ["0.7"]),
        ("临泽森林覆盖率是约束性指标吗?", ["约束性"], ["21.4"]),
    ],
)
def test_the_value_is_told_and_no_bare_name(
    tables: Assistant, question: str, told: list[str], untold: list[str]
) -> None:
    assert_says(tables.ask(question), told, untold)


@pytest.mark.parametrize(
    ("question", "untold"),
    [
        ("高台县2024年支出总共多少钱?", "16100"),
        ("山丹县医院新院区规划多少床位?", "98000"),
        ("临泽单位GDP能耗降低2025年目标是什么?", "目标:单位"),
    ],
)
def test_another_row_or_column_is_not_told(tables: Assistant, question: str, untold: str) -> None:
    assert untold not in tables.ask(question).text


def test_a_thing_without_a_unit_is_that_of_the_row_spoken_of(tables: Assistant) -> None:
    questions = ("山丹县县医院新院区总投资多少?", "床位多少?")
    assert_says(talk(tables, *questions), ["县医院新院区", "620张"], ["万元"])


def test_another_row_is_asked_for_the_column_told_last(tables: Assistant) -> None:
    questions = ("山丹县文体中心建设规模?", "总投资多少?", "第三水厂呢?")
    assert_says(talk(tables, *questions), ["16500"], ["14200", "5万吨"])
