"""How far figures are apart is not told by one of them."""

from __future__ import annotations

import pytest
from conftest import assert_says, open_over

from assistant.chain import Assistant

REPORT = """松口区2023年国民经济和社会发展计划执行情况与2024年计划草案的报告

发布日期:2024-01-20

一、2023年工作回顾

全年教育支出8.4亿元。受理法律援助申请365件,办结351件。建成口袋公园9个。

二、存在的问题

要素保障仍有缺口,重点项目用地需求830亩,已落实指标412亩。

三、2024年主要任务

安排教育支出9.1亿元。城区新改建道路14公里。居民人均可支配收入达到52000元。
"""
PROGRESS = """松口区2023年民生实事项目进展情况(截至9月底)

发布日期:2023-10-12

序号 | 项目名称 | 年度目标 | 进展情况 | 责任单位
1 | 雨污管网 | 改造雨污管网42公里 | 已完成25公里 | 区水务局
2 | 滨河步道 | 贯通步道13公里 | 已贯通8.6公里 | 区住建局
3 | 托育服务 | 新增托位300个 | 已新增180个 | 区卫健局
"""


@pytest.fixture(scope="module")
def apart(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    texts = {"report.txt": REPORT, "progress.txt": PROGRESS}
    return open_over(tmp_path_factory.mktemp("apart"), texts)


@pytest.mark.parametrize(
    ("asked", "by"),
    [
        ("2023年雨污管网改造差多少公里", "17公里"),
        ("2023年雨污管网改造还差多少公里", "17公里"),
        ("2023年滨河步道还剩几公里", "4.4公里"),
        ("2024年教育支出比2023年增加多少", "0.7亿元"),
    ],
)
def test_the_difference_is_computed_where_both_are_told(
    apart: Assistant, asked: str, by: str
) -> None:
    assert_says(apart.ask(f"松口区{asked}?"), [by], [])


@pytest.mark.parametrize(
    "asked",
    [
        "2023年法律援助申请有多少没有办结",
        "2023年重点项目用地需求还差多少亩",
        "2023年口袋公园还剩多少个",
        "2024年居民人均可支配收入要增加多少元",
        "2024年城区道路差多少公里",
    ],
)
def test_one_figure_alone_is_refused(apart: Assistant, asked: str) -> None:
    answer = apart.ask(f"松口区{asked}?")
    assert answer.refused or "文档未提供" in answer.text


@pytest.mark.parametrize("asked", ["2023年新增托位多少个", "2023年雨污管网改造了多少公里"])
def test_a_level_is_told_where_it_is_asked_for(apart: Assistant, asked: str) -> None:
    assert not apart.ask(f"松口区{asked}?").refused
