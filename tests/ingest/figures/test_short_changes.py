"""Rates of change told with one character: 增5.2%, 降3%."""

from __future__ import annotations

import pytest

from assistant.language.amounts import base
from assistant.lexicon.indicators import load_indicators
from ingest.figures.carry import Scope
from ingest.figures.figures import read_figures

RESULTS = Scope("2024", "actual", "2024")


def rates(text: str) -> list[tuple[str, str]]:
    found = read_figures(text, RESULTS, load_indicators())
    return [
        (f.name, f"{base(f.quantity)[0].normalize():f}") for f in found if f.measure == "growth"
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("工业投资增21.4%,制造业投资降3%。", [("工业投资", "21.4"), ("制造业投资", "-3")]),
        ("税收收入31.2亿元,增8.1%。", [("税收收入", "8.1")]),
        ("非税收入6.1亿元,同比降了2.5%。", [("非税收入", "-2.5")]),
        (
            "地区生产总值、工业增加值分别增5%、6.4%。",
            [("地区生产总值", "5"), ("工业增加值", "6.4")],
        ),
        (
            "汽车类增11.6%(皮卡增24.9%),饮料类跌4%。",
            [("汽车类", "11.6"), ("皮卡", "24.9"), ("饮料类", "-4")],
        ),
    ],
)
def test_one_character_tells_a_rate_of_change(text: str, told: list[tuple[str, str]]) -> None:
    assert rates(text) == told


@pytest.mark.parametrize(
    "text", ["新认定企业占新增的30%。", "空气优良率升至91%。", "负债率降到42%。"]
)
def test_what_was_reached_or_added_is_no_rate_of_change(text: str) -> None:
    assert rates(text) == []
