"""Answers to a few questions as a reviewer reads them: ``tests/golden/answers/``."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from assistant.chain import Assistant
from assistant.schema import Answer, Turn
from assistant.tables.focus import turn_of

DIALOGUES = {
    "000": (
        ("钱塘区2023年服务业增加值增长多少?", "目标完成了吗?"),
        ("钱塘区2024年计划新增多少家国家高新技术企业?", "2023年新增了多少家?"),
        ("钱塘区2024年在乡村振兴方面有哪些安排?",),
    ),
    "001": (
        ("钱塘新区2020年社会消费品零售总额增长目标是多少?", "那一般公共预算收入呢?"),
        ("钱塘新区2020年计划建设多少个小微企业园?",),
    ),
    "002": (
        ("滨江区第8项任务是什么?",),
        ("滨江区2025年固定资产投资目标是多少?", "上半年完成了多少?", "由谁牵头?"),
    ),
    "003": (
        ("拱墅区2020年固定资产投资增长多少?", "2021年的目标呢?"),
        ("拱墅区2020年财政总收入是多少?",),
    ),
    "004": (
        ("钱塘区2023年固定资产投资目标是多少?由哪位区领导牵头?",),
        ("2023年钱塘区进展表里,陶峰牵头的任务有哪些?",),
    ),
    "several": (
        ("钱塘区2023年和拱墅区2020年实际利用外资谁多?",),
        ("各区固定资产投资增长目标分别是多少?",),
        ("西湖区2023年GDP增长多少?",),
        ("你好", "有哪些文件?", "明天股票会涨吗?"),
    ),
}


def listing(assistant: Assistant, turns: Sequence[str]) -> str:
    history: list[Turn] = []
    parts = []
    for question in turns:
        answer = assistant.ask(question, history)
        history.append(turn_of(answer))
        parts.append("\n".join(lines_of(answer)))
    return "\n".join(parts)


def lines_of(answer: Answer) -> list[str]:
    lines = [f"问 {answer.question}"]
    if answer.standalone_question != answer.question:
        lines.append(f"   = {answer.standalone_question}")
    lines += [f"   {line}".rstrip() for line in answer.text.splitlines()]
    for c in answer.citations:
        place = f"{c.source[:3]} {c.start}:{c.end}"
        lines.append(f"   [{c.marker}] {place} {' '.join(c.text.split())[:80]}")
    if answer.computed:
        lines.append(f"   算得 {'、'.join(answer.computed)}")
    return lines + [f"   相近 {related.text}" for related in answer.related]


@pytest.mark.parametrize("name", DIALOGUES)
def test_answers_stay_as_they_were_read(
    seed_assistant: Assistant, golden: Callable[[str, str], None], name: str
) -> None:
    text = "\n\n".join(listing(seed_assistant, turns) for turns in DIALOGUES[name])
    golden(f"answers/{name}.txt", text)
