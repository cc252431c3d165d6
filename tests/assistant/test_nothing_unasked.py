"""What is told is of the thing asked for: its whole, row and date, and nothing else."""

from __future__ import annotations

import pytest
from conftest import assert_says, open_over, turn

from assistant.chain import Assistant

REPORT = """西湖区2023年统计公报

农村居民人均可支配收入48200元,农村居民人均消费支出29100元。
5个省重点项目完成投资12.6亿元,完成年度计划的131%。17个市重点项目完成投资80.4亿元,完成年度计划的108%。
"""


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    documents = {"report.txt": REPORT}
    return open_over(tmp_path_factory.mktemp("beside"), documents)


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("农村人一年人均花,西湖区2023年是多少钱?", ["29100元"], ["48200"]),
        ("西湖区2023年省重点项目投资相当于年度计划的百分之几?", ["131%"], ["108%"]),
    ],
)
def test_only_what_is_asked_is_told(
    told: Assistant, question: str, said: list[str], unsaid: list[str]
) -> None:
    assert_says(told.ask(question), said, unsaid)


def test_the_share_of_the_plan_follows_the_projects(told: Assistant) -> None:
    first = told.ask("西湖区2023年那几个省重点项目,投资完成了多少?")
    second = told.ask("相当于年度计划的百分之几?", [turn(first)])
    assert_says(second, ["131%"], ["108%"])
    assert_says(told.ask("市重点那批呢?", [turn(first), turn(second)]), ["108%"], ["131%"])
