"""Budgets that were set, changed within their year and carried out, all told in one sentence.

All districts and figures are made up.
"""

from __future__ import annotations

import pytest

from assistant.chain import Assistant
from tests.assistant.conftest import assert_says, open_over

DOCUMENTS = {
    "budget.txt": """鹰潭市月湖区2023年财政预算执行情况和2024年财政预算草案的报告
一、2023年预算执行情况
全区一般公共预算收入年初预算为332000万元，经区人大常委会批准调整为318000万元，实际完成319846万元，为调整预算的100.6%，同比增长4.8%。全区一般公共预算支出年初预算安排612000万元，执行中调整为655000万元，完成641900万元，为调整预算的98%。
政府性基金收入预算数为45亿元，调整预算数为30亿元，执行数28亿元，为调整预算的93.3%。
教育支出年初预算9.1亿元，决算数9.3亿元，完成年初预算的102.2%。
二、2024年预算草案
一般公共预算收入预算安排335000万元，增长4.7%。
""",
    "special.txt": """哈尔滨市阿城区人民政府关于2024年养老服务体系建设情况的专项报告
现将有关情况报告如下。
截至2024年9月底，全区有养老机构63家，护理型床位3390张，占床位总数的58.0%。建成家庭养老床位360张，完成年度任务300张的120%。
2025年，计划建成家庭养老床位400张。
""",
}


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """A report on a budget, and one on a year up to September."""
    return open_over(tmp_path_factory.mktemp("budgets"), DOCUMENTS)


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        (
            "月湖区2023年一般公共预算收入实际收了多少?完成调整预算的百分之几?",
            ["319846万元", "100.6%"],
            ["332000"],
        ),
        ("月湖区2023年一般公共预算收入年初预算多少?", ["332000"], ["318000", "319846"]),
        ("月湖区2023年一般公共预算收入调整预算多少?", ["318000"], ["332000", "319846"]),
        ("月湖区2023年一般公共预算支出完成多少?", ["641900"], ["612000", "655000"]),
        ("月湖区2023年政府性基金收入多少?", ["28亿元"], ["45", "30亿元"]),
        ("月湖区2023年教育支出多少?", ["9.3亿元"], ["9.1"]),
        ("月湖区2024年一般公共预算收入预算多少?", ["335000"], ["332000", "318000"]),
    ],
)
def test_a_budget_and_what_came_of_it_are_told_apart(
    reports: Assistant, question: str, said: list[str], unsaid: list[str]
) -> None:
    assert_says(reports.ask(question), said, unsaid)


def test_a_result_meets_the_budget_as_it_was_changed(reports: Assistant) -> None:
    answer = reports.ask("月湖区2023年一般公共预算收入完成预算了吗?")
    assert_says(answer, ["318000", "319846", "已达到"], ["332000", "未达到"])


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("阿城区2024年到9月底建成家庭养老床位多少张?", ["360张"], ["300张", "400张"]),
        ("阿城区2024年9月底养老机构有几家?", ["63家"], []),
        (
            "阿城2024年建家庭养老床位的任务是多少张?到9月底建成了多少?",
            ["300张", "360张"],
            ["400张", "文档未提供"],
        ),
    ],
)
def test_a_report_tells_as_far_as_its_opening_says(
    reports: Assistant, question: str, said: list[str], unsaid: list[str]
) -> None:
    assert_says(reports.ask(question), said, unsaid)


def test_what_is_told_up_to_september_is_none_of_the_whole_year(reports: Assistant) -> None:
    assert reports.ask("阿城区2024年全年建成家庭养老床位多少张?").refused
