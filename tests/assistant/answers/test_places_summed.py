"""What two sorts of places add up to, in whatever order a question names them."""

from __future__ import annotations

import pytest
from conftest import assert_says, open_over

from assistant.chain import Assistant

PLACES = """松口区2023年国民经济和社会发展统计公报

发布日期:2024-03-20

松口区2023年末下辖9个镇、2个街道,共有104个行政村和37个社区。

全年生产安全事故16起,道路交通事故52起。共有医院14家,卫生院9家。

新建和美乡村示范村12个。
"""


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("places"), {"places.txt": PLACES})


@pytest.mark.parametrize(
    ("asked", "total"),
    [
        ("镇和街道合计多少个", "11个"),
        ("街道和镇一共有几个", "11个"),
        ("有几个镇街", "11个"),
        ("村和社区加起来多少个", "141个"),
        ("卫生院和医院共多少家", "23家"),
    ],
)
def test_both_are_told_and_added_up(places: Assistant, asked: str, total: str) -> None:
    assert_says(places.ask(f"松口区2023年{asked}?"), [f"合计:{total}"], [])


@pytest.mark.parametrize(
    ("asked", "told"), [("有几个镇", "镇9个"), ("村有多少个", "行政村104个"), ("有几个村", "104个")]
)
def test_towns_and_villages_are_counted_by_names_of_one_character(
    places: Assistant, asked: str, told: str
) -> None:
    assert_says(places.ask(f"松口区2023年{asked}?"), [told], ["示范村"])


def test_some_of_the_villages_are_not_all_of_them(places: Assistant) -> None:
    assert places.ask("松口区2023年有几个乡?").refused


def test_streets_alone_are_told_alone(places: Assistant) -> None:
    answer = places.ask("松口区2023年有多少个街道?")
    assert_says(answer, ["街道2个"], ["合计"])


@pytest.mark.parametrize("asked", ["带走了多少人", "夺走了几条人命", "一共夺去多少人的生命"])
def test_how_many_died_is_not_told_by_how_many_accidents(places: Assistant, asked: str) -> None:
    answer = places.ask(f"松口区2023年生产安全事故{asked}?")
    assert answer.refused
    assert "死亡人数" in answer.text
