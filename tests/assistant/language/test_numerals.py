"""Numerals are read."""

from __future__ import annotations

import pytest

from assistant.language.numerals import chinese_number


@pytest.mark.parametrize(("text", "value"), [("十", 10), ("二十", 20), ("两百零五", 205), ("7", 7)])
def test_small_numbers_are_read(text: str, value: int) -> None:
    assert chinese_number(text) == value
