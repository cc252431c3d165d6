"""Each of two sides, all of them behind one, and money beside what its plan was passed by."""

from __future__ import annotations

import pytest
from conftest import assert_says, open_over, talk

from assistant.chain import Assistant

REPORT = """清河区2024年国民经济和社会发展统计公报

一、居民收入
全年居民人均可支配收入41307元，增长5.6%。其中，城镇居民52618元，增长4.9%；农村居民28409元，增长6.8%。
改造老旧小区17个，涉及居民5120户。

二、项目建设
新开工亿元以上水利项目14个，完成年度投资36.2亿元，超年度计划4.7亿元。

三、秸秆禁烧
三季度全区发现火点9个，比去年同期减少4个，其中石桥镇5个、柳林镇3个、东岭乡1个。

四、存在的问题
债务进入还款高峰，2025年到期本息22.6亿元。
"""


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("sides"), {"report.txt": REPORT})


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("城镇和农村居民收入各多少?", ("52618元", "28409元"), ("4.9%", "41307元")),
        ("城镇居民收入和农村居民收入分别增长多少?", ("4.9%", "6.8%"), ("52618元",)),
        ("三季度石桥镇发现了几个火点?", ("5个",), ("9个", "3个")),
        ("新开工亿元以上水利项目完成投资多少?", ("36.2亿元",), ("4.7亿元",)),
    ],
)
def test_each_side_is_told_by_what_is_asked_of_it(
    told: Assistant, question: str, said: tuple[str, ...], unsaid: tuple[str, ...]
) -> None:
    assert_says(told.ask(f"清河区2024年{question}"), said, unsaid)


def test_by_how_much_a_plan_was_passed_is_told_where_it_is_asked(told: Assistant) -> None:
    answer = told.ask("清河区2024年新开工亿元以上水利项目完成投资比计划多多少?")
    assert_says(answer, ("超年度计划4.7亿元",), ("14个",))


@pytest.mark.parametrize("question", ["全体居民的呢?", "全体居民呢?"])
def test_all_residents_are_meant_behind_some_of_them(told: Assistant, question: str) -> None:
    answer = talk(told, "清河区2024年城镇和农村居民收入各多少?", question)
    assert_says(answer, ("41307元",), ("5120户", "52618元"))


def test_a_clause_that_names_the_next_year_is_of_it(told: Assistant) -> None:
    assert_says(told.ask("清河区2025年到期本息多少?"), ("22.6亿元",), ())
    assert told.ask("清河区2024年到期本息多少?").refused
