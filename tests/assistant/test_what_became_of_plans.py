"""What became of a plan that a question gives, whether it was caught up, and words of a column."""

from __future__ import annotations

import pytest
from conftest import assert_says, open_over

from assistant.chain import Assistant

TABLE = """奉化区2024年重点任务进展情况(截至9月底)

序号 | 目标任务 | 牵头单位 | 截至9月底进展情况 |
1 | 社会消费品零售总额增长7% | 区商务局 | 1-8月社会消费品零售总额增长6.4%。 |
2 | 区中医医院新院区年内投用 | 区卫健局 | 主体完工,正在装修,预计2025年4月投用。 |
3 | 植树造林1.8万亩 | 区林业局 | 有序推进 |
4 | 新建小学3所 | 区教育局 | 有序推进 |
5 | 新增停车泊位900个 | 区城管局 | 已新增停车泊位1020个。 |
6 | 打通断头路4条 | 区住建局 | 已完成 |
"""


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("became"), {"table.txt": TABLE})


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("奉化区中医医院新院区原定2024年内投用,现在预计什么时候能用?", ["2025年4月"], ["年内"]),
        ("奉化区中医医院新院区本来计划2024年投用,目前进展如何?", ["2025年4月"], ["未提供"]),
        (
            "奉化区2024年社零增长目标是多少?1-8月实际增长多少,赶上了吗?",
            ["7%", "6.4%", "未达到", "0.6个百分点"],
            [],
        ),
        ("奉化区2024年停车泊位追上目标没有?", ["900个", "1020个", "已达到"], []),
    ],
)
def test_what_became_of_a_plan(
    table: Assistant, question: str, said: list[str], unsaid: list[str]
) -> None:
    assert_says(table.ask(question), said, unsaid)


@pytest.mark.parametrize(
    "question",
    [
        "奉化区2024年到9月底进展只写“有序推进”的有哪几项?",
        "奉化区2024年哪些任务只写了“有序推进”?",
        "奉化区2024年进展情况一栏标的是“有序推进”的任务有哪些?",
    ],
)
def test_rows_by_a_word_that_is_written(table: Assistant, question: str) -> None:
    assert_says(table.ask(question), ["造林", "小学"], ["断头路", "泊位", "医院"])
