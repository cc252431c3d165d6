"""Chapters of a table by their place: how many rows they have, and what these are sorted into."""

from __future__ import annotations

import pytest
from conftest import open_over

from assistant.chain import Assistant

TASKS = """奉化区2024年重点工作任务分解表

工作目标 | 序号 | 内容及要求 | 牵头单位
一、做强产业
培育企业 | 1 | 新增规上企业12家 | 经信局
培育企业 | 2 | 新增科技型企业30家 | 科技局
二、改善民生
办好教育 | 3 | 新建学校2所 | 教育局
办好教育 | 4 | 新增学位900个 | 教育局
守护健康 | 5 | 新增床位80张 | 卫健局
"""


@pytest.fixture(scope="module")
def tasks(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("chapters"), {"tasks.txt": TASKS})


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("奉化2024年任务表最后一部分一共几项任务?", ["共3项", "改善民生"], ["5项"]),
        (
            "奉化2024年任务表最后一部分一共几项任务?有哪些工作目标?",
            ["办好教育", "守护健康"],
            ["培育企业"],
        ),
        ("奉化2024年任务表一共几项任务?", ["5项"], []),
    ],
)
def test_a_chapter_is_counted_by_itself(
    tasks: Assistant, question: str, said: list[str], unsaid: list[str]
) -> None:
    text = tasks.ask(question).text
    assert all(words in text for words in said)
    assert not any(words in text for words in unsaid)
