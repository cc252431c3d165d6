"""What came of a thing that was spoken of, and remarks of a row, which are of that row alone."""

from __future__ import annotations

import pytest
from conftest import assert_says, open_over, turn

from assistant.chain import Assistant

REPORT = """兴山县2023年城乡建设工作总结

一、主要工作
改造棚户区14个、惠及居民2360户,新建口袋公园9个、覆盖社区21个,新建农村厕所640户。
"""
ITEMS = """红安县2023年民生实事完成情况表

序号\t实事项目\t单位\t年度任务\t完成数\t责任单位\t备注
1\t老旧管网改造\t个\t16\t16\t县住建局\t惠及居民3725户，投资8600万元
2\t农村厕所新建\t户\t900\t912\t县农业农村局\t县定
"""


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("effects"), {"r.txt": REPORT, "i.txt": ITEMS})


@pytest.mark.parametrize(
    ("first", "then", "said"),
    [
        ("兴山县2023年改造了多少个棚户区?", "惠及多少户?", "2360户"),
        ("兴山县2023年新建了多少个口袋公园?", "覆盖多少个社区?", "21个"),
        ("红安县2023年老旧管网改造完成多少个?", "惠及居民多少户?", "3725户"),
    ],
)
def test_an_effect_is_of_what_was_spoken_of(
    told: Assistant, first: str, then: str, said: str
) -> None:
    assert said in told.ask(then, [turn(told.ask(first))]).text


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("红安县2023年老旧管网改造惠及居民多少户?", ["3725户"], ["16"]),
        ("红安县2023年投资多少?", ["老旧管网改造", "8600万元"], []),
    ],
)
def test_a_remark_is_told_of_its_row(
    told: Assistant, question: str, said: list[str], unsaid: list[str]
) -> None:
    assert_says(told.ask(question), said, unsaid)


def test_a_comparison_shows_the_cell_that_it_sets_beside_another_place(told: Assistant) -> None:
    answer = told.ask("农村厕所新建,兴山县2023年比红安县2023年多多少户?")
    assert_says(answer, ["640户", "912户", "272户"], ["未提供"])
    assert "912" in [c.text for c in answer.citations]
