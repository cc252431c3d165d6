"""Where parts of a year alone are told, what reaches furthest into it stands for the year."""

from __future__ import annotations

import pytest

from assistant.chain import Assistant
from tests.assistant.conftest import assert_says, open_over, talk

QUARTERS = """临平区2025年1-9月经济运行情况分析

临平区统计局 2025-10-30

一、总体情况

1-9月,全区固定资产投资下降6.4%,降幅比上半年扩大1.1个百分点。

重点行业中,智能装备产值186.3亿元,增长4.5%;生物医药产值58.7亿元,下降2.6%。

表1 主要经济指标分季度情况
指标	一季度	上半年	1-9月	全年目标
固定资产投资增速(%)	-1.9	-5.3	-6.4	4.0
实际使用外资(亿元)	1.12	2.47	4.36	7.5
外贸出口增速(%)	8.2	4.4	2.1	6.0
"""


@pytest.fixture(scope="module")
def quarters(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("quarters"), {"quarters.txt": QUARTERS})


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("临平区2025年外贸出口增速完成全年目标了吗?", ["2.1%", "未达到"], ["8.2%", "4.4%"]),
        ("临平区外贸出口增速全年目标是多少,达到了吗?", ["6.0%", "2.1%", "未达到"], ["8.2%"]),
        ("临平区2025年实际使用外资离目标差多少?", ["4.36亿元", "3.14亿元"], ["1.12"]),
        ("临平区固定资产投资增速达到目标了没有?", ["-6.4%", "10.4个百分点"], ["-1.9", "-5.3"]),
        ("临平区2025年实际使用外资有多少?", ["4.36亿元"], ["1.12", "2.47"]),
        ("临平区2025年上半年实际使用外资是多少?", ["2.47亿元"], ["1.12", "4.36"]),
        ("临平区2025年一季度实际使用外资是多少?", ["1.12亿元"], ["2.47", "4.36"]),
    ],
)
def test_the_longest_part_is_told_and_judged(
    quarters: Assistant, question: str, said: list[str], unsaid: list[str]
) -> None:
    assert_says(quarters.ask(question), said, unsaid)


@pytest.mark.parametrize(
    "question", ["全年目标是多少,达到了吗?", "离全年目标差多少?", "全年目标是多少,完成了没有?"]
)
def test_a_goal_is_judged_behind_the_cell_of_a_part(quarters: Assistant, question: str) -> None:
    asked = talk(quarters, "临平区1-9月固定资产投资的增速是多少?", question)
    assert_says(asked, ["4.0%", "-6.4%", "未达到"], ["-1.9"])


@pytest.mark.parametrize("words", ["产值和增速", "产值及增幅"])
def test_a_figure_is_told_with_the_rate_that_is_asked_beside_it(
    quarters: Assistant, words: str
) -> None:
    answer = quarters.ask(f"临平区2025年1-9月智能装备{words}是多少?")
    assert_says(answer, ["186.3亿元", "4.5%"], ["58.7"])
