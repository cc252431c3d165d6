"""Text copied from a PDF: sentences that the page's width broke, pages with numbers between."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from assistant.chain import Assistant
from ingest.outline.wraps import find_wraps, joined
from tests.assistant.conftest import assert_says, open_over

_PROSE = (
    "经初步核算，全年地区生产总值完成238.4亿元，同比增长8.1%，比年初计划高0.6个百分点；规模以上工业增加值"
    "增长11.3%，低于计划0.7个百分点；固定资产投资完成214亿元，下降5.2%；社会消费品零售总额达到112.7亿元，"
    "增长10.8%；一般公共预算收入完成21.35亿元，增长4.4%。花卉产业总产值突破62亿元，鲜切花交易量达到102.6亿枝，"
    "交易额112亿元，信息产业园新入驻企业46家，累计达到213家。全年接待游客1265万人次，实现旅游总收入148亿元。"
    "全年实施重点项目128个，其中新开工43个、竣工31个，南站综合枢纽配套工程完成投资9.8亿元，新增城镇就业7356人。"
)


def _page(width: int, lines_a_page: int) -> str:
    """Break the prose at a width in halves of a full-width character, as a typesetter does.

    Numbers stay whole, and no line begins with a sign that ends something.
    """
    lines, line, seen = [], "", 0
    for word in re.findall(r"[\d.%]+|.[，。；、]?", _PROSE):
        wide = sum(1 if character.isascii() else 2 for character in word)
        if seen + wide > width:
            lines, line, seen = [*lines, line], "", 0
        line, seen = line + word, seen + wide
    lines.append(line)
    pages = [lines[n : n + lines_a_page] for n in range(0, len(lines), lines_a_page)]
    body = "".join("\n".join(page) + f"\n\n- {n} -\n\n" for n, page in enumerate(pages, 1))
    return f"上城区2021年国民经济和社会发展计划执行情况的报告\n一、2021年计划执行情况\n{body}"


@pytest.mark.parametrize("width", [44, 51, 60, 72])
def test_a_broken_page_is_read_with_its_sentences_whole(width: int) -> None:
    text = _page(width, 5)
    wraps = find_wraps(text)
    read = joined(text, wraps)
    assert len(read) == len(text)
    assert _PROSE in "".join(read.replace(" ", "").split("\x1f"))


def test_a_number_that_was_broken_is_not_told_in_part(tmp_path: Path) -> None:
    text = _page(51, 9)
    cut = text.replace("总收入148亿\n元。", "总收入14\n8亿元。")
    assert cut != text
    broken = open_over(tmp_path, {"上城区.txt": cut})
    told = [f.value for f in broken.catalog.indicators()]
    assert "1265" in told
    assert not {"8", "14", "148"} & {*told}


def test_paragraphs_and_rows_stay_as_they_are(seed_texts: dict[str, str]) -> None:
    for text in seed_texts.values():
        assert find_wraps(text) == ()


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("wrapped"), {"上城区.txt": _page(51, 5)})


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("上城区2021年GDP增长多少?", "8.1%"),
        ("上城区2021年固定资产投资增速?", "5.2%"),
        ("上城区2021年社零总额是多少?", "112.7亿元"),
        ("上城区2021年鲜切花交易量多少?", "102.6亿枝"),
        ("上城区2021年旅游总收入?", "148亿元"),
        ("上城区2021年新增城镇就业多少人?", "7356人"),
    ],
)
def test_broken_sentences_answer_and_are_cited_as_the_file_has_them(
    broken: Assistant, question: str, told: str
) -> None:
    answer = broken.ask(question)
    assert_says(answer, [told], [])
    text = _page(51, 5)
    for citation in answer.citations:
        assert text[citation.start : citation.end] == citation.text
