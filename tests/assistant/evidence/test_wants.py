"""What an answer has to hold besides the words of its question."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assistant.evidence.wants import has_answer, wants_of
from assistant.schema import Query

Parse = Callable[[str], Query]


@pytest.mark.parametrize(
    ("text", "units", "held"),
    [
        ("新增10个", (), True),
        ("新增10个", ("个",), True),
        ("增长10%", ("个",), False),
        ("完成3亿元", ("万元",), True),
        ("完成3亿美元", ("亿元",), False),
        ("倍差1.43", ("倍",), True),
        ("没有数字", (), False),
        ("全市第三", (), False),  # a rank is no figure
    ],
)
def test_a_figure_answers_in_its_own_unit(text: str, units: tuple[str, ...], held: bool) -> None:
    assert has_answer(text, units) is held


def test_what_an_answer_has_to_hold_follows_from_the_question(understood: Parse) -> None:
    (rate,) = wants_of(understood("GDP增长多少?"))
    assert rate("增长3.1%")
    assert not rate("达到100亿元")
    (unit,) = wants_of(understood("引进项目多少个?"))
    assert unit("86个")
    assert not unit("86亿元")
