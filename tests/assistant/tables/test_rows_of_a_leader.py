"""How many rows somebody leads, what these cost in all, and the sums of a group in its own row."""

from __future__ import annotations

import pytest
from conftest import open_over

from assistant.chain import Assistant

LED = """涟水县2023年重点项目进展清单(截至2023年9月底)

第1项 任务:云山产业园一期;计划投资:2.4亿元;包抓领导:顾长宁;牵头单位:县工信局;进度:正常。
第2项 任务:古镇文化街改造;计划投资:7200万元;包抓领导:顾长宁;牵头单位:县文旅局;进度:滞后。
第3项 任务:北片供水管网改造14公里;计划投资:3900万元;包抓领导:梁以南;牵头单位:县水务局;进度:完成。
第4项 任务:冷链仓储中心;计划投资:4.1亿元;包抓领导:梁以南;牵头单位:县商务局;进度:正常。
第5项 任务:推行一件事改革;目标:办结率达到90%;包抓领导:梁以南;牵头单位:县审批局;进度:完成。
第6项 任务:新建集贸市场2个;计划投资:1500万元;包抓领导:何一鸣;牵头单位:县商务局;进度:正常。

汇总:列入清单的投资类项目5个,计划投资7.76亿元。
"""
GROUPS = """滨海县2024年重点建设项目计划表
(单位:万元)
项目类别 | 序号 | 项目名称 | 建设内容 | 建设年限 | 总投资 | 2024年计划投资 | 责任单位 | 包抓领导 |
总计(5个) | | | | | 91000 | 33500 | | |
一、产业类(3个) | | | | | 62000 | 21500 | | |
续建 | 1 | 海工装备园 | 建设厂房6万平方米 | 2023-2025 | 31000 | 9000 | 县工信局 | 顾长宁 |
| 2 | 粮油加工线 | 改造生产线3条 | 2023-2024 | 12000 | 8500 | 县发改委 | 顾长宁 |
新建 | 3 | 数据机房 | 机房1.4万平方米 | 2024-2026 | 19000 | 4000 | 县工信局 | 梁以南 |
二、交通类(2个) | | | | | 29000 | 12000 | | |
续建 | 4 | 临港大道 | 道路5.2公里 | 2023-2024 | 17000 | 9000 | 县交通局 | 梁以南 |
| 5 | 公交场站 | 泊位120个 | 2024 | 12000 | 3000 | 县交通局 | 顾长宁 |
"""


@pytest.fixture(scope="module")
def rows(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("led"), {"led.txt": LED, "groups.txt": GROUPS})


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("涟水县顾长宁包抓的项目年度计划投资一共多少?", ["3.12亿元"], ["7.76", "4.1亿"]),
        ("涟水县顾长宁包抓几个项目,年度计划投资合计多少?", ["共2项", "3.12亿元"], ["7.76"]),
        ("涟水县梁以南包抓几项?都完成了吗?", ["共3项", "供水", "改革", "共2项"], ["云山"]),
        ("涟水县顾长宁负责几项任务?哪些滞后?", ["共2项", "共1项", "古镇"], ["冷链"]),
        ("滨海县交通类项目2024年计划投资多少万元?", ["12000"], ["29000", "没有填写"]),
        ("滨海县产业类总投资多少?", ["62000"], ["21500"]),
    ],
)
def test_the_rows_of_one_are_counted_and_added_up(
    rows: Assistant, question: str, said: list[str], unsaid: list[str]
) -> None:
    text = rows.ask(question).text
    assert all(words in text for words in said), text
    assert not any(words in text for words in unsaid), text
