"""Shares of the plan of some months and of the year, and how far a stated result is from a goal."""

from __future__ import annotations

import pytest
from conftest import assert_says, open_over

from assistant.chain import Assistant

PROGRESS = """景宁县2024年1-5月重点项目进展情况
日期:2024-06-11 来源:县发展和改革局
今年共有33个产业重点项目全年计划完成投资41.6亿元,1-5月累计完成投资13.9亿元,完成1-5月投资计划的117.3%,完成年度投资计划的33.4%。
(1)12个旅游项目,全年计划完成投资9.2亿元,1-5月累计完成投资1.7亿元,完成年度投资计划的18.5%。1-5月开工4个,开工率33.3%。
"""

MISSED = """庆元县2022年1-6月经济运行简况
一、主要问题
新增入规企业不足,上半年仅净增限上商贸企业3家,距全年14家目标差距较大。
"""

ITEMS = """关于遂昌县2022年重点任务1-6月推进情况的通报
一、总体情况
全县重点任务推进平稳。
二、重点任务方面
(一)未达序时进度的重点任务
1.新增限上批发企业25家,已新增9家(责任单位:县商务局);
2.新建溪堤31公里,已完成7.4公里(责任单位:县水利局)。
"""


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    texts = {"progress.txt": PROGRESS, "missed.txt": MISSED, "items.txt": ITEMS}
    return open_over(tmp_path_factory.mktemp("plans"), texts)


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        ("景宁县2024年1-5月重点项目完成年度投资计划的百分之多少?", ["33.4%"], ["117.3%"]),
        ("景宁县2024年1-5月重点项目完成1-5月投资计划的多少?", ["117.3%"], ["33.4%"]),
        ("景宁县2024年1-5月旅游项目完成投资多少?", ["1.7亿元"], ["9.2亿元"]),
        ("庆元县2022年全年要净增多少家限上商贸企业?", ["14家"], ["3家"]),
        ("庆元县2022年上半年净增了几家限上商贸企业?", ["3家"], ["14家"]),
        ("遂昌县2022年上半年新增限上批发企业9家,离全年目标还差几家?", ["16家"], []),
        ("遂昌县2022年溪堤已完成多少公里?", ["7.4公里"], ["31公里"]),
    ],
)
def test_each_share_is_of_its_own_plan(
    reports: Assistant, question: str, told: list[str], untold: list[str]
) -> None:
    assert_says(reports.ask(question), told, untold)
