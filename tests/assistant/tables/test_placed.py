"""Districts without a document that have a row in another place's table."""

from __future__ import annotations

import pytest
from conftest import open_over

from assistant.chain import Assistant

COUNTIES = """宣城市2023年县区主要指标

县区
地区生产总值(亿元)
增速(%)
固定资产投资增速(%)
城镇登记失业率控制目标(%)
城镇登记失业率(%)
宣州区
402.2
5.1
6.3
4.5
3.9
泾县
162.4
6.0
-2.5
4.5
4.1
旌德县
60.9
4.4
9.8
4.5
3.6
"""
OTHER = """东阳市2023年国民经济和社会发展统计公报

全年实现地区生产总值780.3亿元,比上年增长7.2%。国家级专精特新“小巨人”企业31家。
"""


@pytest.fixture(scope="module")
def counties(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    documents = {"counties.txt": COUNTIES, "other.txt": OTHER}
    return open_over(tmp_path_factory.mktemp("placed"), documents)


@pytest.mark.parametrize(
    ("question", "told", "others"),
    [
        ("泾县2023年固投增长多少?", "-2.5%", ("6.0", "9.8")),
        ("旌德2023年GDP增速是多少?", "4.4%", ("9.8", "60.9")),
        ("2023年旌德实际生产总值是多少?", "60.9亿元", ("4.4", "162.4")),
        ("宣州区2023年城镇登记失业率目标是多少?", "4.5%", ("3.9",)),
        ("宣州区2023年城镇登记失业率实际是多少?", "3.9%", ("4.5",)),
    ],
)
def test_the_figure_of_a_row_answers_with_its_own_keys(
    counties: Assistant, question: str, told: str, others: tuple[str, ...]
) -> None:
    answer = counties.ask(question)
    assert not answer.refused
    assert told in answer.text
    assert not any(other in answer.text for other in others), answer.text


def test_a_mere_rate_is_told_with_what_grew(counties: Assistant) -> None:
    assert "宣州区:地区生产总值增速:5.1%" in counties.ask("宣州区2023年GDP增速是多少?").text


@pytest.mark.parametrize(
    "question",
    [
        "泾县2022年固投增长多少?",
        "旌德2023年国家级专精特新“小巨人”企业是多少?",  # another place has them
        "旌德县2023年社零总额是多少?",
    ],
)
def test_nothing_else_is_told_of_such_a_district(counties: Assistant, question: str) -> None:
    assert counties.ask(question).refused
