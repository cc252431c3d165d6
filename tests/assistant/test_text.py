from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.text import fold, fold_text, split_clauses, split_sentences

SEEDS = sorted(Path("seeds").glob("*.txt"))
LINES = st.text(
    alphabet="国家高企增长亿元於戰。，；、（）“”()|1.8, \n\t％①㎡Ⅲ…ﬁ\u3000aB", max_size=60
)


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("国家高企 110 家", "国家高企110家"),
        ("18. 08 亿元", "18. 08亿元"),
        ("税收达18. 08 亿元", "税收达18.08亿元"),
        ("税收达18.\n08 亿元", "税收达18.08亿元"),
        ("目标:1. 2023年", "目标:1. 2023年"),
        ("货物出口　占全国2.70‰", "货物出口占全国2.70‰"),
        ("Ｒ＆Ｄ 经费", "r&d经费"),
        ("增速－6.5％", "增速-6.5%"),
        ("2020—2021年", "2020-2021年"),
        ("「兩化」融合發展", '"两化"融合发展'),
        ("②3家", "②3家"),
        ("优于Ⅲ类", "优于iii类"),
        ("43.8万㎡", "43.8万m2"),
        ("⻓三⻆", "长三角"),
        ("国\u200b企\ufeff", "国企"),
        ("市场 化  GDP  growth", "市场化gdp growth"),
    ],
)
def test_spellings_of_one_thing_fold_to_one(written, folded):
    assert fold_text(written) == folded


@pytest.mark.parametrize("text", ["显著提升", "乾元镇", "哪吒", "蒜薹", "慰藉", "瞭望"])
def test_simplified_text_keeps_characters_that_have_a_traditional_reading(text):
    assert fold_text(text) == text


@given(st.one_of(st.text(max_size=60), LINES))
def test_every_folded_character_knows_where_it_stood(text):
    for folded in (fold(text), fold(text, joined=True)):
        assert len(folded.offsets) == len(folded.text) + 1
        assert list(folded.offsets) == sorted(folded.offsets)
        assert folded.offsets[-1] == len(text)
        for index, character in enumerate(folded.text):
            start, end = folded.original_span(index, index + 1)
            assert character in fold_text(text[start:end]) or character == " "


@given(st.one_of(st.text(max_size=60), LINES))
def test_the_fast_fold_equals_the_exact_one(text):
    assert fold_text(text) == fold(text).text


@given(st.one_of(st.text(max_size=60), LINES))
def test_spans_of_sentences_and_clauses_hold_all_that_is_not_blank(text):
    for split in (split_sentences, split_clauses):
        spans = split(text)
        rest, at = "", 0
        for start, end in spans:
            assert at <= start < end
            assert text[start:end] == text[start:end].strip()
            rest += text[at:start]
            at = end
        assert not (rest + text[at:]).strip()


@given(LINES, st.integers(0, 1000))
def test_an_offset_moves_every_span(text, offset):
    moved = [(start + offset, end + offset) for start, end in split_clauses(text)]
    assert split_clauses(text, offset) == moved


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.name[:3])
def test_sentences_of_the_documents_are_made_of_whole_clauses(path):
    text = path.read_text("utf-8")
    clauses = split_clauses(text)
    edges = {start for start, _ in clauses}
    assert {start for start, _ in split_sentences(text)} <= edges


def pieces(split, text):
    return [text[start:end] for start, end in split(text)]


def test_a_sentence_goes_on_inside_quotes_titles_and_brackets():
    text = "守住“劳有所得。多劳多得”底线;印发《方案(试行);附件》(含细则;2条)。下一句"
    assert pieces(split_sentences, text) == [
        "守住“劳有所得。多劳多得”底线;",
        "印发《方案(试行);附件》(含细则;2条)。",
        "下一句",
    ]


def test_a_bracket_that_never_closes_hides_no_sentence():
    assert pieces(split_sentences, "一是(招商。二是“投资。三是消费") == [
        "一是(招商。",
        "二是“投资。",
        "三是消费",
    ]


def test_neither_decimals_nor_grouped_digits_nor_lists_are_cut():
    text = "增长4.2%,总值1,803亿元,城镇、农村居民增收"
    assert pieces(split_clauses, text) == ["增长4.2%,", "总值1,803亿元,", "城镇、农村居民增收"]


def test_years_beside_a_comma_are_not_one_number():
    assert pieces(split_clauses, "2020,2021年") == ["2020,", "2021年"]


def test_an_address_is_not_cut():
    assert pieces(split_sentences, "见a.cn/x?id=1;p=2。完") == ["见a.cn/x?id=1;p=2。", "完"]
