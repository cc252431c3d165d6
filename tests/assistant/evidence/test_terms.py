"""The terms of a question: how they weigh, and which words meet them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assistant.chain import Assistant
from assistant.evidence.terms import (
    SYNONYM_LEVEL,
    Term,
    canonical_names,
    level,
    make_terms,
    speaks_of,
)
from assistant.schema import Query

Parse = Callable[[str], Query]


def even(word: str) -> float:
    return 1.0


def test_a_statistic_is_strict_and_a_thing_that_is_counted_is_not(understood: Parse) -> None:
    terms = make_terms(understood("上城区2022年规上工业增加值和停车泊位"), even)
    assert {t.canonical: t.strict for t in terms if t.canonical} == {
        "规上工业增加值": True,
        "停车泊位": False,
    }


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        ("规上工业增加值", "规上工业总产值增长3%"),
        ("一般公共预算收入", "财政总收入增长3%"),
        ("城镇居民人均可支配收入", "农村居民人均可支配收入5万元"),
        ("服务业增加值", "服务业增加值占GDP比重60%"),
    ],
)
def test_a_strict_term_is_never_met_by_its_neighbour(
    understood: Parse, asked: str, text: str
) -> None:
    (term,) = (t for t in make_terms(understood(asked), even) if t.canonical)
    assert level(term, text.lower()) == 0.0


@pytest.mark.parametrize("text", ["gdp增长3%", "地区生产总值增长3%", "生产总值增长3%"])
def test_a_strict_term_is_met_by_every_name_of_its_own(understood: Parse, text: str) -> None:
    (term,) = (t for t in make_terms(understood("GDP"), even) if t.canonical)
    assert level(term, text) == 1.0


def test_a_word_counts_whole_a_synonym_less_half_a_word_least() -> None:
    term = Term("老旧小区", 1.0, ("旧小区",))
    assert level(term, "改造老旧小区31个") == 1.0
    assert level(term, "改造旧小区31个") == SYNONYM_LEVEL
    assert 0 < level(term, "老旧的住宅小区") < SYNONYM_LEVEL
    assert level(term, "新建学校") == 0.0
    assert level(Term("学校", 1.0), "学习好") == 0.0


def test_rare_words_weigh_more_than_common_ones(understood: Parse) -> None:
    query = understood("上城区启动钱江沿线更新")
    rare = {t.text: t.weight for t in make_terms(query, lambda w: 1.0 if w == "沿线" else 0.0)}
    assert rare["沿线"] == max(rare.values())


def test_the_names_of_a_text_are_canonical() -> None:
    assert canonical_names("gdp和社零") == {"地区生产总值", "社会消费品零售总额"}


def test_rarity_of_the_index_makes_the_weights(made_up: Assistant, understood: Parse) -> None:
    terms = made_up.evidence.terms(understood("上城区启动钱江沿线更新"))
    assert all(term.weight > 0 for term in terms)
    assert {"钱江", "沿线", "更新"} <= {term.text for term in terms}


def test_the_sum_of_all_years_is_ruled_out_by_each_of_its_words() -> None:
    assert speaks_of(["历年加起来的别给"], "累计发放补贴2000张")
    assert not speaks_of(["历年加起来的别给"], "其中今年300张")
