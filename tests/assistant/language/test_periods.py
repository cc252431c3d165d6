"""Times in text: which months and years words name, and how periods contain each other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.language.period_mentions import find_periods
from assistant.language.periods import covers, is_whole_year, label, with_year, year_of


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        # Lines of the seeds, in a document of 2025.
        ("1-6月,一般公共预算收入达到163.4亿元", ["2025-01/2025-06"]),
        ("截至5月,全区企业研发费用", ["2025-01/2025-05"]),
        ("截至6月底完成情况", ["2025-01/2025-06"]),
        ("滨江区2025年一季度增速7.0%", ["2025-Q1"]),
        ("其中5月社零额71.57亿元", ["2025-05"]),
        ("二季度数据未出。一季度收入绝对值", ["2025-Q2", "2025-Q1"]),
        ("截至2023年11月底，城镇新增就业", ["2023-01/2023-11"]),
        ("截至12月25日，我区空气质量优良率", ["2025-01/2025-12"]),
        ("2023年1-10月完成跨境出口", ["2023-01/2023-10"]),
        ("自9月20日起至12月31日", ["2025-12"]),
        # Other ways to write.
        ("2023年1—11月", ["2023-01/2023-11"]),
        ("１－５月", ["2025-01/2025-05"]),
        ("加上上年结转3.2亿元后,上年度结余1亿元", []),
        ("1月至11月", ["2025-01/2025-11"]),
        ("前11个月", ["2025-01/2025-11"]),
        ("1-12月", ["2025"]),
        ("截至12月底", ["2025"]),
        ("上半年", ["2025-01/2025-06"]),
        ("2024年下半年", ["2024-07/2024-12"]),
        ("前三季度", ["2025-01/2025-09"]),
        ("第三季度", ["2025-Q3"]),
        ("2024Q3", ["2024-Q3"]),
        ("2023年二季度末", ["2023-01/2023-06"]),
        ("二〇二三年", ["2023"]),
        ("23年上半年", ["2023-01/2023-06"]),
        ("24年GDP", ["2024"]),
        ("去年、今年、明年", ["2024", "2025", "2026"]),
        ("“十四五”期间", ["2021/2025"]),
        ("十三五", ["2016/2020"]),
        ("2020—2021年", ["2020/2021"]),
        ("到2027年", ["2027"]),
        ("2023年5月18日", ["2023-05"]),
        ("2023 GDP", ["2023"]),
        ("2023", ["2023"]),
        ("全年", ["2025"]),
        ("2023年底", ["2023"]),
    ],
)
def test_words_name_periods(text: str, periods: list[str]) -> None:
    assert [m.period for m in find_periods(text, "2025")] == periods


@pytest.mark.parametrize(
    "text",
    ["连续15年", "三年行动", "8月21日至今", "4月12日起", "58同城", "2000余人", "1.5", "第1期"],
)
def test_durations_and_beginnings_name_no_period(text: str) -> None:
    assert find_periods(text, "2025") == []


def test_a_year_counts_for_the_months_after_it_but_not_beyond_its_sentence() -> None:
    mentions = find_periods("2022年1-6月增长5%,7-12月增长2%。1-3月增长4%", "2025")
    assert [m.period for m in mentions] == [
        "2022-01/2022-06",
        "2022-07/2022-12",
        "2025-01/2025-03",
    ]


def test_without_a_year_the_period_stays_open_until_one_is_given() -> None:
    (mention,) = find_periods("上半年")
    assert mention.period == "-01/-06"
    assert with_year(mention.period, "2024") == "2024-01/2024-06"
    assert year_of(mention.period) == ""


def test_spans_are_those_of_the_text() -> None:
    text = "经济向好,截至 11月底,1-11月"
    for mention in find_periods(text, "2023", 10):
        assert text[mention.start - 10 : mention.end - 10] == mention.text


@given(
    st.text(alphabet="0123456789年月日季度上下半全去今截至到底末前十四五一二三-—/. Q", max_size=40)
)
def test_any_text_gives_ordered_spans(text: str) -> None:
    end = 0
    for mention in find_periods(text, "2023"):
        assert end <= mention.start < mention.end
        assert text[mention.start : mention.end] == mention.text
        assert mention.period
        label(mention.period)
        end = mention.end


@pytest.mark.parametrize(
    ("outer", "inner", "contained"),
    [
        ("2023", "2023-01/2023-11", True),
        ("2023-01/2023-11", "2023", False),
        ("2023", "2023-Q1", True),
        ("2023-01/2023-06", "2023-Q1", True),
        ("2023-Q1", "2023-05", False),
        ("2021/2025", "2023-05", True),
        ("2023", "2024", False),
    ],
)
def test_a_period_covers_its_parts(outer: str, inner: str, contained: bool) -> None:
    assert covers(outer, inner) is contained


def test_only_a_year_is_a_whole_year() -> None:
    assert is_whole_year("2023")
    assert not is_whole_year("2023-01/2023-12")
    assert not is_whole_year("2021/2025")


@pytest.mark.parametrize(
    ("period", "words"),
    [
        ("2023", "2023年"),
        ("2023-01/2023-11", "2023年1-11月"),
        ("2025-Q1", "2025年一季度"),
        ("2025-05", "2025年5月"),
        ("2021/2025", "“十四五”期间"),
        ("", ""),
    ],
)
def test_a_period_is_written_for_readers(period: str, words: str) -> None:
    assert label(period) == words
