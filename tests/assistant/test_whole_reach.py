"""How far something reaches is told in words where a text has no rate of it: 全覆盖."""

from __future__ import annotations

import pytest
from conftest import open_over

from assistant.chain import Assistant

PLAN = (
    "通州区2023年政府工作报告\n一、2023年工作安排\n"
    "所有规上企业用能评价实现全覆盖,用能总量控制在40万吨以内。"
    "推进老旧管网更新,供水管网智能监测覆盖率达到85%。\n"
)


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        ("通州区2023年规上企业用能评价要覆盖多少?", "全覆盖", "40万吨"),
        ("通州区2023年企业用能评价覆盖率要达到多少?", "全覆盖", "85%"),
        ("通州区2023年供水管网智能监测覆盖率要达到多少?", "85%", "全覆盖"),
        ("通州区2023年用能总量要控制在多少?", "40万吨", "全覆盖"),
    ],
)
def test_what_reaches_all_is_told_in_words(
    reach: Assistant, question: str, told: str, untold: str
) -> None:
    text = reach.ask(question).text
    assert told in text
    assert untold not in text


@pytest.fixture(scope="module")
def reach(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("reach"), {"plan.txt": PLAN})
