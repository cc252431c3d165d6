"""What is still to come is no result; how much of a plan is done is told of the thing before it."""

from __future__ import annotations

import pytest
from conftest import assert_says, open_over

from assistant.chain import Assistant

REPORT = """缙云县2023年国民经济和社会发展计划执行情况与2024年国民经济和社会发展计划草案的报告

一、2023年国民经济和社会发展计划执行情况

5个省重点工程完成投资8.4亿元,完成年度计划的131%,24个县重点更新类项目完成投资61.5亿元,完成年度计划的118%。标准厂房建设有序推进,开工、续建标准厂房9个、85万平方米,新增生产空间41万平方米。

二、2024年主要目标和任务

新增建成区绿化区域面积6%,装备制造、软件服务业营收分别达到310亿元、28亿元。
"""
TABLE = """缙云县2023年政府工作报告重点任务三季度进展情况表

序号 | 工作任务 | 牵头单位 | 进展情况
1 | 续建标准厂房6个 | 县经信局 | 已谋划标准厂房项目14个,可新增生产空间190万平方米。
2 | 推动重点产业项目 | 县发改局 | 2023年,全县共有17个项目列入省5亿元以上制造业重大项目计划。1-9月,完成制造业投资64亿元,完成年度计划的208%。
3 | 制造业投资增长15% | 县发改局 | 1-9月,全县制造业投资持续高速增长,完成投资98.2亿元,增速21.5%。
"""  # noqa: E501


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    documents = {"report.txt": REPORT, "table.txt": TABLE}
    return open_over(tmp_path_factory.mktemp("to-come"), documents)


@pytest.mark.parametrize(
    "question",
    [
        "缙云县2023年标准厂房这块实际新增了多少生产空间?",
        "缙云县2023年新增生产空间多少?",
        "标准厂房2023年在缙云县新增了多少生产空间",
    ],
)
def test_what_could_be_added_was_not_added(county: Assistant, question: str) -> None:
    assert_says(county.ask(question), ["41万平方米"], ["190", "85万", "9个"])


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("缙云县2023年县重点更新类项目完成年度计划的百分之几?", ["118%"], ["131%"]),
        ("缙云县2023年省重点工程的计划完成率是多少?", ["131%"], ["118%"]),
        ("缙云县2023年县重点更新类项目完成了年度计划的131%,我没记错吧?", ["118%"], ["131%"]),
    ],
)
def test_how_much_of_a_plan_is_done_is_of_what_stands_before_it(
    county: Assistant, question: str, said: list[str], unsaid: list[str]
) -> None:
    assert_says(county.ask(question), said, unsaid)


def test_what_was_put_into_projects_on_a_list_is_told_of_them(county: Assistant) -> None:
    listed = "缙云县2023年列入省5亿元以上制造业重大项目计划的项目,1-9月"
    asked = county.ask(f"{listed}完成制造业投资多少?占年度计划百分之几?")
    assert_says(asked, ["64亿元", "208%"], ["98.2"])
    assert_says(county.ask("缙云县2023年1-9月制造业投资完成多少?"), ["98.2亿元"], ["64亿"])


def test_names_side_by_side_share_what_an_industry_ends_in(county: Assistant) -> None:
    assert_says(county.ask("缙云县2024年装备制造业营收的目标是多少?"), ["310亿元"], ["28亿"])
    assert_says(county.ask("缙云县2024年软件服务业营收的目标是多少?"), ["28亿元"], ["310"])


def test_a_share_that_is_added_is_no_growth(county: Assistant) -> None:
    told = county.ask("缙云县2024年要新增百分之几的建成区绿化面积?")
    assert_says(told, ["6%"], [])
