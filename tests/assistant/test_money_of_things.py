"""Money that was asked for is told of the very thing, and a count of it is no money."""

from __future__ import annotations

import pytest
from conftest import assert_says, open_over

from assistant.chain import Assistant

PROJECTS = """蒲江县2025年为民办实事项目上半年进展情况

一、城乡宜居类

1.项目名称:村级卫生室改造
责任单位:县卫健局
建设内容及目标:改造村级卫生室6个
年度计划投资:240万元
上半年进展:寿安、大塘、朝阳湖等6个村级卫生室全部完成改造并启用,项目完工

2.项目名称:乡村道路改造
责任单位:县交通运输局
建设内容及目标:改造乡村道路38公里
年度计划投资:5200万元
上半年进展:完成乡村道路改造21.5公里,改造涵洞4处,完成投资2870万元

3.项目名称:校园直饮水提升
责任单位:县教育局
建设内容及目标:为42所学校安装直饮水设备
年度计划投资:310万元
上半年进展:42所学校全部完成安装,项目完工
"""


@pytest.fixture(scope="module")
def projects(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("projects"), {"projects.txt": PROJECTS})


@pytest.mark.parametrize(
    "question",
    [
        "蒲江县6个村级卫生室改造,上半年实际花了多少投资?",
        "蒲江县村级卫生室改造上半年完成投资多少?",
        "蒲江县校园直饮水提升上半年完成投资多少?",
    ],
)
def test_money_of_another_row_and_a_count_are_not_told(projects: Assistant, question: str) -> None:
    answer = projects.ask(question)
    assert answer.refused, answer.text
    assert "2870" not in answer.text


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("蒲江县乡村道路改造上半年完成投资多少?", "2870万元"),
        ("蒲江县村级卫生室改造年度计划投资多少?", "240万元"),
    ],
)
def test_money_of_the_row_is_told(projects: Assistant, question: str, said: str) -> None:
    assert_says(projects.ask(question), [said], [])
