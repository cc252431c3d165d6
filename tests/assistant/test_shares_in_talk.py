"""Follow-ups on shares and rates: 其中税收占多大比重, 重点人群呢, 哪个县区多."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import open_over

from assistant.chain import Assistant
from assistant.schema import Turn
from assistant.tables.focus import turn_of

ONE = """龙泉市2023年政府工作报告

一、2023年工作回顾
2023年一般公共预算收入14.6亿元,增长3.1%,税收占比71.8%。旅游总收入52.4亿元。家庭医生签约率46.2%,其中重点人群签约率80.5%。
"""
TWO = """景宁县2023年政府工作报告

一、2023年工作回顾
2023年一般公共预算收入9.9亿元,增长4.4%,税收占比66.3%。旅游总收入38.9亿元。
"""


@pytest.mark.parametrize(
    ("questions", "said"),
    [
        (["龙泉市2023年一般公共预算收入多少?", "其中税收占多大比重?"], ["71.8%"]),
        (["龙泉市2023年家庭医生签约率多少?", "重点人群呢?"], ["80.5%"]),
        (
            ["龙泉市2023年旅游总收入多少?", "景宁县2023年呢?", "哪个县市多?"],
            ["52.4亿元", "38.9亿元", "13.5亿元"],
        ),
    ],
)
def test_a_share_a_rate_and_the_higher_place_are_asked_in_short(
    tmp_path: Path, questions: list[str], said: list[str]
) -> None:
    table: Assistant = open_over(tmp_path, {"one.txt": ONE, "two.txt": TWO})
    history: list[Turn] = []
    for question in questions:
        answer = table.ask(question, history)
        history.append(turn_of(answer))
    assert [words for words in said if words not in answer.text] == []
