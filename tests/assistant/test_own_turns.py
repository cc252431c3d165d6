"""Numbered things are told apart, and what is done is told apart from all."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import assert_says, open_over

from assistant.chain import Assistant

MEETINGS = """关于云栖区2023年议定事项办理情况的通报

一、专题会议
2023年共召开专题会议14次,确定事项120项,办结112项,办结率93.3%。第六次专题会议确定事项15项,办结12项,办结率80%;第十三次专题会议确定事项16项,办结14项,在办2项。
二、补助资金
第一批补助资金安排320万元,支持项目6个。
"""
PROJECTS = """现将云栖区2024年1-7月民生项目进展情况通报如下:
一、区级项目
兴办14件民生实事项目(含23个子项目),其中已完成9件。
二、镇级项目
镇级安排公路项目31个,正在推进。
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder: Path = tmp_path_factory.mktemp("own_turns")
    files = {"云栖区2023年议定事项.txt": MEETINGS, "云栖区2024年1-7月民生项目.txt": PROJECTS}
    return open_over(folder, files)


@pytest.mark.parametrize(
    "question",
    [
        "云栖区2023年第十三次专题会议的办结率是多少?",
        "云栖区2023年第七次专题会议确定了多少事项?",
        "云栖区2023年第二批补助资金安排了多少万元?",
        "云栖区2024年1-7月完成了几个公路项目?",
        "云栖区2024年截至7月完成了几个子项目?",
        "云栖区2024年的23个子项目分别由哪些单位负责?",
    ],
)
def test_what_is_told_of_another_one_does_not_answer(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).refused


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("云栖区2023年第六次专题会议的办结率是多少?", ["80%"]),
        ("云栖区2023年第6次专题会议确定了多少事项?", ["15项"]),
        ("云栖区2023年第一批补助资金安排了多少万元?", ["320万元"]),
    ],
)
def test_what_is_told_of_the_very_one_answers(
    assistant: Assistant, question: str, told: list[str]
) -> None:
    assert_says(assistant.ask(question), told, [])
