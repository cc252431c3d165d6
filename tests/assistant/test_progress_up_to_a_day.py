"""A notice in prose on how far a year's works are by some day: numbered items, each its own."""

from __future__ import annotations

import pytest

from assistant.chain import Assistant
from tests.assistant.conftest import assert_says, open_over, talk

NOTICE = """青禾县2024年民生实事项目进展情况
(截至2024年10月31日)

年初票决确定2024年民生实事项目5件。现将具体进展公示如下：

一、已完成项目(2件)

1.城乡妇女免费筛查。全年计划筛查8000人，实际完成8316人。完成投资160万元。牵头单位：县卫生健康局。

2.公益性岗位开发。开发公益性岗位600个。牵头单位：县人力资源和社会保障局。

二、正在推进项目(3件)

3.县人民医院传染病区建设项目。设置床位80张，主体工程完工，形象进度91%。牵头单位：县卫生健康局。

4.供热管网改造工程。计划改造一次管网8.4公里、二次管网26公里。已改造一次管网8.4公里、二次管网21.5公里。\
牵头单位：县住房和城乡建设局。

5.农村户厕改造。计划新改建户厕2600户，已完成2085户。牵头单位：县农牧局。

三、代表建议和群众诉求办理情况

热线受理民生类诉求1.37万件，其中供水类诉求2260件。
"""


@pytest.fixture(scope="module")
def notice(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder = tmp_path_factory.mktemp("progress")
    return open_over(folder, {"青禾县2024年民生实事项目进展情况.txt": NOTICE})


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("青禾县截至2024年10月底户厕改造完成多少户?", ["2085户"], ["2600"]),
        ("青禾县2024年1-10月开发了多少公益性岗位?", ["600个"], []),
        ("青禾县2024年户厕改造完成多少户?", ["截至10月", "2085户"], ["2600"]),
        ("青禾县2024年户厕改造计划多少户?", ["2600户"], ["2085"]),
        ("青禾县二次管网改造了多少公里?", ["21.5公里"], ["26公里"]),
        ("青禾县供水类诉求有多少件?", ["2260件"], ["目标"]),
    ],
)
def test_what_is_done_is_done_by_the_day_of_the_notice(
    notice: Assistant, question: str, said: list[str], unsaid: list[str]
) -> None:
    assert_says(talk(notice, question), said, unsaid)


def test_the_plan_in_one_item_makes_no_empty_column_of_the_others(notice: Assistant) -> None:
    assert_says(talk(notice, "青禾县人民医院传染病区项目现在进度多少?"), ["91%"], ["没有填写"])


def test_a_part_of_the_year_before_that_day_is_not_told(notice: Assistant) -> None:
    assert talk(notice, "青禾县2024年上半年户厕改造完成多少户?").refused
