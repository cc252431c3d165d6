"""What a report on one year appends of the next one is planned, however it is worded."""

from __future__ import annotations

import pytest
from conftest import assert_says, open_over

from assistant.chain import Assistant

REPORT = """{place}2024年政府工作报告

——2024年1月15日在{place}第十八届人民代表大会第三次会议上

一、2023年工作回顾

全年地区生产总值增长5.2%,新增学位3210个,改造老旧小区21个。

二、2024年工作安排

地区生产总值增长6%。新增学位2800个,改造老旧小区12个。

三、加强政府自身建设

坚持依法行政,一般性支出压减8%。

{appended}
"""
THINGS = "{0}新增学位2800个;{1}改造老旧小区12个;{2}新建农村公路86公里;{3}新增公共停车位900个。"
IN_LINE = THINGS.format("(1)", "(2)", "(3)", "(4)")
IN_LINES = THINGS.format("1.", "\n2.", "\n3.", "\n4.")
APPENDED = {
    "临泉县": f"2024年拟办的民生实事有:{IN_LINE}",
    "砀山县": f"附:2024年民生实事\n{IN_LINES}",
    "涡阳县": f"今年民生实事共四件:{IN_LINE}",
}


@pytest.fixture(scope="module")
def appended(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    texts = {f"{p}.txt": REPORT.format(place=p, appended=a) for p, a in APPENDED.items()}
    return open_over(tmp_path_factory.mktemp("appended"), texts)


@pytest.mark.parametrize("place", APPENDED)
def test_what_is_appended_for_the_next_year_is_planned(appended: Assistant, place: str) -> None:
    assert_says(appended.ask(f"{place}2023年新增学位多少个?"), ["3210个"], ["2800"])
    assert_says(appended.ask(f"{place}2024年计划新建农村公路多少公里?"), ["86公里"], [])
    assert appended.ask(f"{place}2023年新增公共停车位多少个?").refused
