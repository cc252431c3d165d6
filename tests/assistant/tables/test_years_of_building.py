"""A column of the years in which works are built answers when they are built."""

from __future__ import annotations

import pytest
from conftest import assert_says, open_over

from assistant.chain import Assistant

WORKS = """砀山县国民经济和社会发展第十四个五年规划纲要

专栏 重大交通项目

项目名称 | 建设规模 | 总投资(亿元) | 建设年限 | 责任单位
砀山至萧县公路 | 37公里 | 6.8 | 2021—2023 | 县交通运输局
城区东环路 | 12公里 | 4.1 | 2022—2025 | 县住房和城乡建设局
"""


@pytest.fixture(scope="module")
def works(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("works"), {"plan.txt": WORKS})


@pytest.mark.parametrize("question", ["砀山县城区东环路建到哪年?", "砀山县城区东环路什么时候建成?"])
def test_years_of_building_answer_when(works: Assistant, question: str) -> None:
    assert_says(works.ask(question), ["2022—2025"], ["2021", "4.1"])
