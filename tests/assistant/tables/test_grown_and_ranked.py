"""Levels, growth and ranks side by side, planned and done: each question asks its own columns."""

from __future__ import annotations

import pytest

from assistant.chain import Assistant
from tests.assistant.conftest import assert_says, open_over

INDICATORS = """南坪区2024年前三季度主要经济指标完成情况

| 指标 | 2024年目标 || 1-9月完成 || 全市排名 |
| | 总量 | 增速（%） | 总量 | 增速（%） | |
| 地区生产总值（亿元） | 815 | 5.5 | 596.1 | 5.8 | 4 |
| 规模以上工业增加值（亿元） | 240 | 8.0 | 171.4 | 7.1 | 3 |
| 固定资产投资（亿元） | 402 | 5.0 | 291.5 | -3.6 | 9 |
| 社会消费品零售总额（亿元） | 330 | 6.0 | 241.7 | 7.9 | 1 |
"""


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("grown"), {"indicators.txt": INDICATORS})


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("南坪区哪些指标增速没达到目标?", ["共2项", "8.0%", "7.1%", "-3.6%"], ["596.1", "291.5"]),
        ("南坪区指标表的4项指标里有哪些增速没达到目标?", ["共2项", "7.1%", "-3.6%"], ["第4项"]),
        ("南坪区哪些指标的增速达到了目标?", ["共2项", "5.8%", "7.9%"], ["596.1", "-3.6"]),
        ("南坪区哪些指标增速超过7%?", ["共2项", "7.1%", "7.9%"], ["8.0%"]),
        ("南坪区哪些指标目标增速超过7%?", ["共1项", "8.0%"], ["7.9%"]),
        ("南坪区哪些指标增速为负?", ["共1项", "固定资产投资", "-3.6%"], ["5.0"]),
        ("南坪区哪个指标1-9月增速最高?", ["社会消费品零售总额", "7.9%"], ["8.0"]),
        ("南坪区哪些指标全市排名前三?", ["共2项", ":3[", ":1["], [":4[", "亿元[", ":9["]),
        ("南坪区进入全市前3名的指标有哪些?", ["共2项", ":3[", ":1["], [":4["]),
        ("南坪区哪个指标全市排名最高?", ["社会消费品零售总额", ":1["], [":9["]),
        ("南坪区排名第三的是哪个指标?", ["规模以上工业增加值", ":3["], ["3亿元"]),
    ],
)
def test_each_question_asks_its_own_columns(
    table: Assistant, question: str, said: list[str], unsaid: list[str]
) -> None:
    assert_says(table.ask(question), said, unsaid)


def test_the_first_by_another_column_are_not_the_first_by_rank(table: Assistant) -> None:
    text = table.ask("南坪区2024年目标总量排名前两位的指标有哪些?").text
    assert "全市排名" not in text
