"""A share that is told as 在…中占 goes by the whole that it is of, as 占… does."""

from __future__ import annotations

import pytest

from assistant.lexicon.indicators import load_indicators
from ingest.figures.carry import Scope
from ingest.figures.figures import Figure, read_figures


def figures(text: str) -> list[Figure]:
    return read_figures(text, Scope("2023", "actual", "2023"), load_indicators())


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("第三产业增加值61.4亿元,增长6.9%,在地区生产总值中占47.6%。", "服务业增加值占GDP比重"),
        ("服务业增加值在GDP中占比为47.6%。", "服务业增加值占GDP比重"),
        (
            "税收在一般公共预算收入中所占比重提高到72.1%。",
            "税收收入占一般公共预算收入比重",
        ),
    ],
)
def test_the_whole_is_part_of_the_name(text: str, name: str) -> None:
    share = next(f for f in figures(text) if f.measure == "share")
    assert share.indicator == name


def test_what_is_under_way_is_no_whole() -> None:
    assert [f.indicator for f in figures("在建项目中占比67%。")] == ["在建项目中占比"]


def test_a_digit_between_letters_counts_nothing() -> None:
    assert figures("加大对P2P企业的打击力度。") == []


def test_a_whole_is_not_named_by_its_part() -> None:
    told = [(f.name, f.quantity.value_text) for f in figures("全区26个书屋中常年开放的仅7个。")]
    assert told == [("书屋", "26"), ("书屋中常年开放", "7")]


@pytest.mark.parametrize(
    "text", ["区属公司由14家整合为5家。", "区属公司从14家缩减到5家。", "区属公司由14家撤并为5家。"]
)
def test_what_is_merged_is_as_many_as_are_left(text: str) -> None:
    told = [(f.name, f.quantity.value_text) for f in figures(text)]
    assert told == [("区属公司", "5")]


def test_where_something_starts_from_is_no_name() -> None:
    assert "14" not in "".join(f.name for f in figures("由14家整合为5家。"))
