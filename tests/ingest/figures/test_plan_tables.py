"""Figures of tables that set a result beside its goal: named by the task, each with its months."""

from __future__ import annotations

import pytest

from ingest.readers.formats import Extracted
from ingest.understanding import understand

SO_FAR = """龙泉市2023年重点任务进展情况表(截至2023年9月底)
编号 | 任务内容 | 年度目标 | 9月末进度 | 完成率 | 状态
1-1 | 青瓷总产值 | 48亿元 | 36.1亿元 | 75.2% | 正常
1-2 | 出境断面水质优良率 | 95%以上 | 97.5% | — | 正常
1-3 | 新建口袋公园 | 12个 | 5个 | 41.7% | 滞后
"""
SORTED = """龙泉市2023年重点任务完成情况
类别 | 任务编号 | 主要任务 | 全年目标 | 全年完成 | 是否完成
经济指标 | LQ-01 | 竹木产业产值 | 60亿元 | 57.3亿元 | 未完成
民生改善 | LQ-02 | 新建口袋公园 | 12个 | 14个 | 完成
"""

Told = tuple[str, str, str, str, str]


def told(text: str) -> list[Told]:
    document = understand(Extracted("x.txt", text, (), "0" * 64, "txt"))
    rows = [f for f in document.indicators if f.row is not None]
    return [(f.name, f.period, f.kind, f.measure, f"{f.value}{f.unit}") for f in rows]


def test_progress_is_an_amount_beside_a_rate_of_completion_and_holds_since_january() -> None:
    found = told(SO_FAR)
    so_far = "2023-01/2023-09"
    assert ("青瓷总产值", "2023", "target", "level", "48亿元") in found
    assert ("青瓷总产值", so_far, "actual", "level", "36.1亿元") in found
    assert ("青瓷总产值", so_far, "actual", "share", "75.2%") in found
    assert ("新建口袋公园", so_far, "actual", "count", "5个") in found
    rates = [f for f in found if f[4] == "97.5%"]
    assert [(name, measure) for name, _, _, measure, _ in rates] == [
        ("出境断面水质优良率", "share")
    ]


def test_the_state_of_a_row_and_the_sort_it_is_of_are_no_names_of_its_figures() -> None:
    assert {name for name, *_ in told(SO_FAR)} == {
        "青瓷总产值",
        "出境断面水质优良率",
        "新建口袋公园",
    }
    assert told(SORTED) == [
        ("竹木产业产值", "2023", "target", "level", "60亿元"),
        ("竹木产业产值", "2023", "actual", "level", "57.3亿元"),
        ("新建口袋公园", "2023", "target", "count", "12个"),
        ("新建口袋公园", "2023", "actual", "count", "14个"),
    ]


GROWN = """附表1：2023年松阳县主要指标完成情况
序号 | 指标名称 | 预期目标 | 实际完成 | 备注
1 | 地区生产总值 | 增长7%左右 | 增长5.2% | 153.4亿元
2 | 固定资产投资 | 增长9% | 下降3.1% | 88.6亿元
3 | 出口总额 | 25亿元 | 27.3亿元 | 12.5亿元
"""


def test_a_cell_of_growth_says_so_itself_and_the_remark_beside_it_is_what_it_grew_to() -> None:
    found = [f for f in told(GROWN) if not f[0].startswith("出口")]
    assert found == [
        ("地区生产总值", "2023", "target", "growth", "7%"),
        ("地区生产总值", "2023", "actual", "growth", "5.2%"),
        ("地区生产总值", "2023", "actual", "level", "153.4亿元"),
        ("固定资产投资", "2023", "target", "growth", "9%"),
        ("固定资产投资", "2023", "actual", "growth", "3.1%"),
        ("固定资产投资", "2023", "actual", "level", "88.6亿元"),
    ]


def test_a_remark_beside_an_amount_is_not_the_amount() -> None:
    amounts = [f for f in told(GROWN) if f[0] == "出口总额" and f[2] == "actual"]
    assert [amount for *_, amount in amounts] == ["27.3亿元"]


def test_what_grew_is_the_amount_before_a_rate_of_the_plan() -> None:
    settled = """龙泉市2023年财政收支决算表
单位:万元
项目	年初预算	决算数	决算数为年初预算的%	比上年增长%
印花税	4200	4360	103.8	6.4
"""
    assert ("印花税", "2023", "actual", "growth", "6.4%") in told(settled)


def test_works_in_general_are_those_that_the_row_counts() -> None:
    table = (
        "龙泉市2023年重点工作进展情况\n序号\t目标任务\t四季度进展\n"
        "1\t开竣工幼儿园9所\t各开竣工、续建项目均有序推进，已开工4所，已竣工3所。\n"
        "2\t新增绿地30万平方米\t安置房建设有序推进，已竣工12万平方米。\n"
    )
    assert [(name, value) for name, _, kind, _, value in told(table) if kind == "actual"] == [
        ("开工幼儿园", "4所"),
        ("竣工幼儿园", "3所"),
        ("安置房建设竣工", "12万平方米"),
    ]


def test_what_a_plan_wants_on_average_over_its_years_is_no_result() -> None:
    text = (
        "松阳县国民经济和社会发展第十四个五年规划纲要\n\n主要指标\n\n"
        "指标名称 | 单位 | 2020年 | 2025年 | 年均增长或累计 | 属性\n"
        "地区生产总值 | 亿元 | 120 | 180 | 8%左右 | 预期性\n"
        "森林覆盖率 | % | 74.3 | 75 | [0.7] | 约束性\n"
    )
    kinds = {value: (period, kind) for _, period, kind, _, value in told(text)}
    assert kinds["8%"] == ("2021/2025", "target")
    assert kinds["0.7%"] == ("2021/2025", "target")
    assert kinds["120亿元"] == ("2020", "actual")


@pytest.mark.parametrize(
    ("progress", "figures"),
    [
        ("已开工22个,完工9个", [("开工老旧小区", "22个"), ("完工老旧小区", "9个")]),
        ("22个已开工,9个完工", [("开工老旧小区", "22个"), ("改造老旧小区", "9个")]),
        ("已签约22个", [("签约老旧小区", "22个")]),
        ("已改造22个", [("改造老旧小区", "22个")]),
    ],
)
def test_what_is_only_begun_is_not_counted_as_what_was_planned(
    progress: str, figures: list[tuple[str, str]]
) -> None:
    table = (
        f"龙泉市2023年重点工作进展\n序号\t目标任务\t四季度进展\n1\t改造老旧小区26个\t{progress}。\n"
    )
    told_of = [(name, value) for name, _, kind, _, value in told(table) if kind == "actual"]
    assert told_of == figures
