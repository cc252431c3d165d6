"""Rows by the very words of their progress, the task of a state, and plans that are no stock."""

from __future__ import annotations

import pytest
from conftest import assert_says, open_over

from assistant.chain import Assistant

TASKS = """遂昌县2025年政府工作任务表

序号 | 内容及要求 | 牵头单位 | 截至6月底完成情况 |
1 | 地区生产总值增长6%。 | 发改局 | 一季度增长6.4%。 |
2 | 培育乡土工匠。 | 人社局 | 序时推进 |
3 | 改革外卖监管。 | 市场监管局 | 已完成年度计划 |
4 | 推进侨商结对。 | 侨办 | 此项工作将于今年下半年开展 |
5 | 创建星级公园2个。 | 建设局 | 序时推进 |
6 | 鼓励甲广场、乙天街等综合体发展夜市。 | 商务局 | 序时推进 |
7 | 发放消费券。 | 商务局 | 暂缓 |
"""


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("very_words"), {"tasks.txt": TASKS})


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("遂昌县2025年哪些任务已完成年度计划?", ["共1项", "外卖监管"], ["工匠"]),
        ("遂昌县2025年已完成的任务有哪些?", ["外卖监管"], ["工匠", "6.4%"]),
        ("遂昌县哪些任务没有序时推进?", ["共4项", "外卖监管", "侨商", "消费券"], ["工匠", "夜市"]),
        ("遂昌县商务局牵头的任务哪些没有序时推进?", ["共1项", "消费券"], ["夜市"]),
        ("遂昌县2025年序时推进的任务有几项?", ["共3项"], ["侨商"]),
    ],
)
def test_rows_are_picked_by_the_very_words_of_their_progress(
    table: Assistant, question: str, said: list[str], unsaid: list[str]
) -> None:
    assert_says(table.ask(question), said, unsaid)


@pytest.mark.parametrize(
    "question", ["遂昌县哪项工作今年下半年才开展?", "遂昌县2025年哪些任务下半年开展?"]
)
def test_a_state_is_told_with_its_task(table: Assistant, question: str) -> None:
    assert_says(table.ask(question), ["侨商结对", "下半年开展"], [])


def test_what_is_to_be_made_is_not_how_many_there_are(table: Assistant) -> None:
    assert table.ask("遂昌县星级公园有多少个?").refused
    assert_says(table.ask("遂昌县2025年要创建几个星级公园?"), ["2个"], [])
