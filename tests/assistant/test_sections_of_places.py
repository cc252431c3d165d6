"""A paper that gives several counties a section each: what stands there is of that county."""

from __future__ import annotations

import pytest
from conftest import open_over

from assistant.chain import Assistant

PAPER = """盐池县2023年产业对接活动材料

盐池县简介

盐池县位于宁夏东部，地处毛乌素沙地南缘，是传统的滩羊集中产区，也是黄河流域生态保护的重点县。2023年上半年，全县地区生产总值完成66.2亿元，同比增长6.1%；固定资产投资增长9.4%。

发展牧业。建成滩羊标准化养殖场36个，带动农户1.2万户。

同心县基本情况

同心县总面积4662平方公里，辖7镇4乡。2023年1-7月，全县地区生产总值增长4.8%；规上工业增加值增长11.3%。

特色农业。种植枸杞8.4万亩，建成枸杞加工厂5家。
"""


@pytest.fixture(scope="module")
def paper(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("counties"), {"paper.txt": PAPER})


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("同心县2023年1-7月规上工业增加值增长多少?", "同心县2023年截至7月"),
        ("同心县2023年1-7月规上工业增加值增长多少?", "11.3%"),
        ("同心县总面积是多少?", "4662平方公里"),
        ("同心县种了多少亩枸杞?", "8.4万亩"),
        ("盐池县2023年上半年固定资产投资增长多少?", "9.4%"),
        ("同心县有哪些特色农业?", "枸杞"),
        ("同心县在特色农业方面有什么基础和举措?", "加工厂5家"),
    ],
)
def test_a_county_is_answered_from_its_own_section(
    paper: Assistant, question: str, expected: str
) -> None:
    answer = paper.ask(question)
    assert not answer.refused
    assert expected in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "盐池县2023年1-7月规上工业增加值增长多少?",
        "盐池县总面积是多少?",
        "盐池县种了多少亩枸杞?",
        "同心县2023年上半年固定资产投资增长多少?",
        "同心县建成多少个滩羊养殖场?",
    ],
)
def test_what_another_section_tells_is_no_answer(paper: Assistant, question: str) -> None:
    assert paper.ask(question).refused


def test_two_counties_of_one_paper_stand_side_by_side(paper: Assistant) -> None:
    text = paper.ask("2023年同心县和盐池县的地区生产总值谁增长得快?").text
    assert "4.8%" in text
    assert "6.1%" in text
