"""States that a table gives by marks, which the text above it explains."""

from __future__ import annotations

import pytest
from conftest import open_over

from assistant.chain import Assistant

MARKED = """鹿川县2026年重点任务完成情况表(截至9月底)
(状态栏中,“✓”为已完成,“▲”为滞后)
序号 | 任务内容 | 责任单位 | 完成情况 | 状态 |
1 | 新建粮库3座 | 县发改局 | 建成3座 | ✓ |
2 | 铺设燃气管道26公里 | 县城投公司 | 铺设9公里 | ▲ |
3 | 培训护理员400人 | 县人社局 | 培训412人 | ✓ |
4 | 修复湿地70公顷 | 县林业局 | 尚未进场 | ▲ |
"""


@pytest.fixture(scope="module")
def marked(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("marked"), {"marked.txt": MARKED})


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("鹿川县2026年哪些任务被标为滞后?", ["燃气管道", "湿地"], ["粮库", "护理员"]),
        ("鹿川县2026年标为已完成的是哪些任务?", ["粮库", "护理员"], ["燃气管道", "湿地"]),
    ],
)
def test_a_mark_is_the_state_that_the_text_explains(
    marked: Assistant, question: str, said: list[str], unsaid: list[str]
) -> None:
    text = marked.ask(question).text
    assert all(words in text for words in said)
    assert not any(words in text for words in unsaid)


def test_a_state_that_no_mark_stands_for_is_that_of_no_row(marked: Assistant) -> None:
    assert "粮库" not in marked.ask("鹿川县2026年哪些任务被标为暂缓?").text
