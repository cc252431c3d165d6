"""What a row is asked for is told by its own column, and by no other where none has it."""

from __future__ import annotations

import pytest
from conftest import assert_says, open_over

from assistant.chain import Assistant

TOWNS = """丰润县2023年各乡镇税收完成情况表
单位:万元

乡镇 | 税收年度目标 | 税收完成数 | 完成率 | 同比增长 | 新签约项目数
青石镇 | 5200 | 5460 | 105.0% | 6.1% | 4
白塔镇 | 4100 | 3690 | 90.0% | -3.2% | 2
柳林镇 | 3300 | 3399 | 103.0% | 2.4% | 3
"""
SCHOOLS = """丰润县2024年义务教育学校招生计划一览

学校名称 | 所属乡镇 | 计划班数(个) | 计划招生(人) | 2023年实际招生(人)
丰润县第九中学 | 青石镇 | 12 | 600 | 588
白塔中学 | 白塔镇 | 6 | 270 | 262
柳林小学 | 柳林镇 | 5 | 225 | 219

有关说明
1.2024年全县初中计划招生870人。
2.随迁子女凭居住证报名。
3.2024年投用学校1所。
"""


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    documents = {"towns.txt": TOWNS, "schools.txt": SCHOOLS}
    return open_over(tmp_path_factory.mktemp("county"), documents)


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("丰润县2023年白塔镇的税收完成率是多少?", ["90.0%"], ["3690", "4100"]),
        ("丰润县2023年青石镇税收完成率多少?", ["105.0%"], ["5460", "5200"]),
        ("丰润县2023年青石镇完成税收多少?", ["5460万元"], ["105.0%", "5200"]),
        ("丰润县白塔中学计划招生多少人?", ["270人"], ["262"]),
    ],
)
def test_a_rate_is_no_amount(
    county: Assistant, question: str, said: list[str], unsaid: list[str]
) -> None:
    assert_says(county.ask(question), said, unsaid)


@pytest.mark.parametrize(
    "question",
    [
        "丰润县第九中学的住宿费是多少?",
        "丰润县第九中学的录取分数线是多少?",
        "白塔中学的中考成绩是多少?",
        "丰润县柳林小学的教职工有多少?",
        "白塔中学的面积是多少?",
    ],
)
def test_no_other_column_answers_for_one_that_is_not_there(
    county: Assistant, question: str
) -> None:
    assert county.ask(question).refused
