"""Headings that give their section to another place."""

from __future__ import annotations

import pytest

from assistant.schema import Profile
from ingest.profile.sections import SectionPlace, place_of

PROFILE = Profile(district="盐池县", district_full="宁夏回族自治区吴忠市盐池县")
CITY = Profile(district="吴忠市", district_full="宁夏回族自治区吴忠市")
TONGXIN = SectionPlace("同心县", "宁夏回族自治区吴忠市同心县", inside=False)


@pytest.mark.parametrize(
    "heading",
    [
        "同心县",
        "三、同心县基本情况",
        "(二)同心县简介",
        "2.吴忠市同心县县情简介",
        "同心县：抓项目、强产业",
    ],
)
def test_the_name_of_another_place_over_a_section(heading: str) -> None:
    assert place_of((heading, "特色农业"), PROFILE) == TONGXIN


@pytest.mark.parametrize(
    "heading",
    [
        "盐池县基本情况",
        "同心县对口帮扶",
        "与同心县合作",
        "同心县域经济",
        "一、工作回顾",
        "城区概况",
    ],
)
def test_other_headings_leave_a_section_to_the_document(heading: str) -> None:
    assert place_of((heading,), PROFILE) is None


def test_a_county_in_a_paper_of_its_city_is_a_part_of_it() -> None:
    place = place_of(("一、同心县",), CITY)
    assert place is not None
    assert place.inside


def test_the_innermost_heading_decides() -> None:
    assert place_of(("同心县", "盐池县"), PROFILE) is None
