"""How many of all works were begun, what was invested in them, and who answers for them."""

from __future__ import annotations

import pytest
from conftest import assert_says, open_over, talk

from assistant.chain import Assistant

TABLE = """缙云县2025年重点任务上半年推进情况表

序号\t目标任务\t责任单位\t上半年推进情况
1\t实施重点项目96个,完成年度投资58亿元。\t县发改局\t96个重点项目开复工83个,完成投资30.7亿元,占年度计划的52.9%。
2\t改造危旧房270户。\t县住建局\t完工186户。
"""


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("works"), {"table.txt": TABLE})


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("缙云县2025年上半年有多少个重点项目开复工?", ("83个",), ("58亿元",)),
        ("缙云县2025年重点项目要投多少钱?", ("58亿元",), ("30.7亿元",)),
        ("缙云县2025年上半年重点项目完成了多少投资?", ("30.7亿元",), ("58亿元",)),
        ("缙云县重点项目2025年上半年投了多少钱?", ("30.7亿元",), ("58亿元",)),
    ],
)
def test_works_are_told_by_what_is_asked_of_them(
    told: Assistant, question: str, said: tuple[str, ...], unsaid: tuple[str, ...]
) -> None:
    assert_says(told.ask(question), said, unsaid)


@pytest.mark.parametrize("ask", ["负责的是哪家?", "负责的是谁?", "主抓的又是哪个?"])
def test_who_answers_for_what_was_spoken_of_is_its_office(told: Assistant, ask: str) -> None:
    answer = talk(told, "缙云县2025年重点项目要投多少钱?", ask)
    assert_says(answer, ("县发改局",), ("58亿元",))
