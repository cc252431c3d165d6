"""Items of a list that set a goal in one sentence and tell in the next what came of it."""

from __future__ import annotations

import pytest
from conftest import assert_says, open_over, talk

from assistant.chain import Assistant

ITEMS = """砀山县2025年民生实事进展情况
(截至2025年8月31日)

一、正在推进项目(3件)

1.城市驿站建设工程。计划新建城市驿站9处、休息座位240个。已建成5处、座位130个,其余4处正在装修,预计11月底完工。计划投资870万元,完成投资460万元。牵头单位:县城市管理局。

2.健身场地补短板工程。计划新建笼式足球场6片,已建成足球场4片。计划投资350万元,完成投资210万元。牵头单位:县教育体育局。

3.安居房建设项目。计划建设安居房14栋,已封顶6栋,其余正在进行主体施工。计划投资1.4亿元,完成投资0.8亿元。牵头单位:县住房和城乡建设局。
"""


@pytest.fixture(scope="module")
def items(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder = tmp_path_factory.mktemp("items")
    return open_over(folder, {"砀山县2025年民生实事进展情况.txt": ITEMS})


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("砀山县城市驿站建成多少处?", ["5处"], ["9处", "4处", "目标"]),
        ("砀山县城市驿站建成了几处?", ["5处"], ["9处", "4处"]),
        ("砀山县休息座位建成多少个?", ["130个"], ["240个"]),
        ("砀山县笼式足球场建成几片?", ["4片"], ["6片"]),
        ("砀山县计划新建城市驿站几处、多少休息座位?", ["9处", "240个"], ["130个", "5处"]),
        ("砀山县城市驿站计划建几处,休息座位多少个?", ["9处", "240个"], ["130个"]),
        ("砀山县安居房封顶了多少栋?", ["封顶安居房6栋"], ["14栋"]),
    ],
)
def test_a_result_goes_by_the_goal_it_follows(
    items: Assistant, question: str, said: list[str], unsaid: list[str]
) -> None:
    assert_says(items.ask(question), said, unsaid)


def test_what_is_left_is_reckoned_from_the_goal_and_what_followed(items: Assistant) -> None:
    last = talk(items, "砀山县城市驿站计划建几处?", "建好了多少?", "还差几处?")
    assert_says(last, ["9处", "5处", "低于目标4处"], [])
