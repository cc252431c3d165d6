from __future__ import annotations

import pytest

from assistant.language.doubts import doubtful


@pytest.mark.parametrize(
    ("typed", "pair"),
    [
        ("余杭区2023年进出口的木表是多少?", ("木表", "目标")),
        ("今年大酸修几条路?", ("大酸", "打算")),
        ("一般公共预算收入赠障了多少", ("赠障", "增长")),
        ("2023年心赠了多少家企业", ("心赠", "新增")),
    ],
)
def test_what_is_no_word_and_sounds_like_what_asks_is_doubtful(typed, pair) -> None:
    assert doubtful(typed, "") == (pair,)


@pytest.mark.parametrize(
    "text",
    [
        "余杭区2023年进出口的目标是多少?",
        "2025年第37项民生实事是什么?",
        "荔城大道修得怎么样了?",
        "今年打算新增多少个停车位,完成了几个?",
        "“力政新增企业2家”是哪里的目标?",
    ],
)
def test_words_numbers_places_and_quotes_are_not(text: str) -> None:
    assert doubtful(text, "") == ()


def test_what_the_documents_write_is_not() -> None:
    assert doubtful("木表站有几个?", "木表站数量") == ()
