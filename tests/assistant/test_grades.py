"""A grade (C类, 省级以上) tells things apart, also where a follow-up names nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import assert_says, open_over, talk

from assistant.chain import Assistant

REPORT = """望溪区2023年政府工作报告

一、2022年工作回顾

全年新认定C类以上人才318人,推出人才服务12类36项。新增国家级专精特新“小巨人”企业9家、省级专精特新中小企业27家。建成省级书香村落3个、市级书香村落8个。

二、2023年工作安排

创建市级以上众创空间6家。
"""


@pytest.fixture(scope="module")
def graded(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder: Path = tmp_path_factory.mktemp("grades")
    return open_over(folder, {"report.txt": REPORT})


@pytest.mark.parametrize(
    "question",
    [
        "望溪区2022年B类人才有多少?",
        "望溪区2022年新认定A类以上人才多少人?",
        "望溪区2023年创建省级以上众创空间多少家?",
    ],
)
def test_another_grade_is_not_told(graded: Assistant, question: str) -> None:
    assert graded.ask(question).refused


def test_the_grade_itself_is_told(graded: Assistant) -> None:
    assert_says(graded.ask("望溪区2022年新认定C类人才多少?"), ["318人"], ["12类"])
    assert_says(graded.ask("望溪区2023年创建市级及以上众创空间多少家?"), ["6家"], [])


@pytest.mark.parametrize(
    ("questions", "said"),
    [
        (["望溪区2022年新认定C类以上人才多少?", "那2022年B类以上的新增多少?"], ""),
        (["望溪区2022年新认定C类以上人才多少?", "A类的呢?"], ""),
        (["望溪区2022年新增省级专精特新中小企业多少家?", "国家级的呢?"], "9家"),
        (["望溪区2022年建成省级书香村落几个?", "市级的建成了多少?"], "市级书香村落8个"),
        (["望溪区2022年建成省级书香村落几个?", "国家级的有几个?"], ""),
    ],
)
def test_a_follow_up_of_a_grade_is_of_the_same_things(
    graded: Assistant, questions: list[str], said: str
) -> None:
    answer = talk(graded, *questions)
    if said:
        assert_says(answer, [said], [])
    else:
        assert answer.refused
