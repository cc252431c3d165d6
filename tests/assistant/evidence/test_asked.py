"""What a question asks a statement for."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assistant.evidence.asked import wants_figure
from assistant.schema import Query

Parse = Callable[[str], Query]


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("上城区2022年GDP增长多少?", True),
        ("上城区2022年GDP", True),
        ("上城区2022年建设了哪些学校?", False),
        ("临平区规上工业增加值由谁牵头?", False),
        ("上城区优化营商环境有哪些措施?", False),
        ("上城区和余杭区GDP相差多少?", True),
    ],
)
def test_whether_only_a_figure_answers_is_told(
    understood: Parse, question: str, wanted: bool
) -> None:
    assert wants_figure(understood(question)) is wanted
