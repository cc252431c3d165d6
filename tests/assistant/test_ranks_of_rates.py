"""Ranks of a rate, also of two things at once; rows whose number stands in their name."""

from __future__ import annotations

import pytest
from conftest import assert_says, open_over

from assistant.chain import Assistant

REPORT = """洋县2021年政府工作报告

2021年工作回顾
全年地区生产总值158.4亿元、增长8.9%,固定资产投资增长14.6%,社会消费品零售总额41.7亿元、增长9.8%。社会消费品零售总额、固定资产投资增速均居全市第四位,规上工业增加值增速居全市第六位。
"""

TABLE = (
    "2023年惠山区实事项目进展\n\n"
    "类别\t项目名称\t年度目标\t截至10月底进展\t牵头单位\n"
    "一、便民出行\t1.修缮渡口\t修缮渡口7处\t已修缮5处\t区交通局\n"
    "\t2.更新站牌\t更新站牌240块\t已更新188块\t区交通局\n"
    "二、文化生活\t3.设立书吧\t设立书吧11家\t已设立12家\t区文体局\n"
)


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    texts = {"report.txt": REPORT, "table.txt": TABLE}
    return open_over(tmp_path_factory.mktemp("ranks"), texts)


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        ("洋县2021年固定资产投资增速在全市排第几?", ["第四位"], ["14.6%", "第六"]),
        ("洋县2021年社会消费品零售总额增速全市排名多少?", ["第四位"], ["9.8%", "第六"]),
        ("洋县2021年固定资产投资增速多少,在全市排第几?", ["14.6%", "第四位"], ["第六"]),
        ("洋县2021年规上工业增加值增速居全市第几?", ["第六位"], ["第四"]),
        ("惠山区实事第2个项目是什么?", ["更新站牌", "188块"], ["渡口", "书吧"]),
        ("惠山区2023年实事第3项进展如何?", ["12家"], ["站牌"]),
    ],
)
def test_the_rank_and_the_row_asked_for_are_told(
    pages: Assistant, question: str, told: list[str], untold: list[str]
) -> None:
    assert_says(pages.ask(question), told, untold)
