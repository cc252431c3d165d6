"""Short names of autonomous places: their rank is part of them, and of no word behind."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import open_over

from assistant.question.query import parse_query

BRIEF = """2022年1-6月恩施土家族苗族自治州重点建设项目简讯
1-6月,全州208个重点建设项目累计完成投资312.6亿元。
其中,交通水利项目64个,完成投资98.7亿元;产业发展项目91个,完成投资160.2亿元。
"""


@pytest.mark.parametrize("named", ["恩施州", "恩施"])
def test_the_rank_of_an_autonomous_place_is_part_of_its_short_name(
    tmp_path: Path, named: str
) -> None:
    corpus = open_over(tmp_path, {"brief.txt": BRIEF}).evidence.corpus
    query = parse_query(f"{named}2022年1-6月产业发展项目完成多少投资?", corpus)
    glued = parse_query(f"{named}产业发展项目2022年1-6月完成多少投资?", corpus)
    assert query.districts == glued.districts == ("恩施土家族苗族自治州",)
    assert not any("州" in word for word in (*query.terms, *glued.terms, *glued.indicators))
