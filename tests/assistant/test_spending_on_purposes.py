"""What a budget spends on a purpose that it names alone, and how that is told year on year."""

from __future__ import annotations

import pytest
from conftest import assert_says, open_over, talk

from assistant.chain import Assistant

BUDGET = """关于番禺区2023年预算执行情况与2024年预算草案的报告

一、2023年预算执行情况

全区一般公共预算支出完成150.2亿元,增长3.1%。

主要支出项目执行情况(单位:亿元)

科目 | 调整预算数 | 执行数 | 完成调整预算% | 比上年增减%
教育 | 30.50 | 30.11 | 98.7 | 4.2
卫生健康 | 12.60 | 12.25 | 97.2 | -6.3
农林水 | 18.40 | 18.02 | 97.9 | 5.1

二、2024年预算草案

2024年一般公共预算支出预算安排148.6亿元。其中:教育31.4亿元,卫生健康12.8亿元,农林水17.9亿元。
安排教育专项3.2亿元,新增学位5000个。
"""


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("spending"), {"budget.txt": BUDGET})


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("番禺区2023年教育支出是多少?", ["30.11亿元"], ["30.50", "4.2"]),
        ("番禺区2023年农林水支出增长多少?", ["5.1%"], ["18.02", "97.9"]),
        ("番禺区2024年卫生健康支出安排多少?", ["12.8亿元"], ["12.25"]),
        ("番禺区2024年教育支出预算多少?", ["31.4亿元"], ["3.2亿元"]),
        ("番禺区2023年卫生健康支出完成调整预算的百分之几?", ["97.2%"], ["-6.3"]),
    ],
)
def test_what_is_spent_on_a_purpose_is_told_by_the_purpose(
    told: Assistant, question: str, said: list[str], unsaid: list[str]
) -> None:
    assert_says(told.ask(question), said, unsaid)


def test_against_the_year_before_is_told_by_what_it_grew(told: Assistant) -> None:
    asked = "番禺区2023年卫生健康支出执行数是多少?"
    assert_says(talk(told, asked, "跟上年比呢?"), ["-6.3%"], ["12.25"])
    assert_says(talk(told, asked, "跟上年比呢?", "2024年预算安排多少?"), ["12.8亿元"], ["31.4"])
