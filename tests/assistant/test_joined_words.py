"""Words that a joint or a verb seems to begin: 并网, 归哪个单位管, 环境卫生."""

from __future__ import annotations

import pytest
from conftest import open_over

from assistant.chain import Assistant

PROFILE = """张北县2023年县情简介

风光资源。全县风光电获批684万千瓦，并网总规模达到512万千瓦，年制氢6000吨的示范项目已经开工建设。

【环卫】新增清扫车18辆，改造公厕24座，主次干道实行全天清洗。
"""
TASKS = """张北县2023年民生实事责任分解表

序号\t民生实事\t责任单位\t完成时限
1\t新建3座人行天桥。\t县住建局\t9月投入使用
2\t开工建设老年公寓。\t县民政局\t6月底前
"""


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    documents = {"profile.txt": PROFILE, "tasks.txt": TASKS}
    return open_over(tmp_path_factory.mktemp("joined"), documents)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("张北县风光电并网总规模多大?", ["512万千瓦"]),
        ("张北县风光电获批多少万千瓦?", ["684万千瓦"]),
        ("张北县2023年在环境卫生上做了哪些事?", ["24座"]),
        ("张北县2023年要新建的3座人行天桥归哪个单位管,什么时候能用上?", ["县住建局", "9月"]),
    ],
)
def test_a_word_is_read_whole(county: Assistant, question: str, expected: list[str]) -> None:
    answer = county.ask(question)
    assert not answer.refused
    assert all(part in answer.text for part in expected)
