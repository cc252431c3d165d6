"""Rates of rows in ‰ or per 100,000, goals with a sign for their bound, shares of budgets."""

from __future__ import annotations

import pytest
from conftest import assert_says, open_over

from assistant.chain import Assistant

GOALS = """玉环市2023年健康工作要点

全市孕产妇死亡率5.31/10万,新生儿、婴儿死亡率分别为0.72‰、1.64‰。
全年民生支出83.6亿元,占公共财政预算支出的71.5%。

表1:2023年主要指标
序号 | 指标名称 | 单位 | 2022年实绩 | 2023年目标 | 责任科室
1 | 5岁以下儿童死亡率 | ‰ | 2.47 | <4 | 妇幼科
2 | 产后出血死亡率 | 1/10万 | 0 | ≤7 | 妇幼科
3 | 慢性病过早死亡率 | % | 9.26 | ≤9.1 | 疾控科
4 | 居民健康素养水平 | % | 35.9 | ≥37 | 健康科
"""


@pytest.fixture(scope="module")
def goals(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("rates"), {"goals.txt": GOALS})


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("玉环市2022年5岁以下儿童死亡率是多少?", ["2.47‰"], ["%", "<4"]),
        ("玉环市2023年5岁以下儿童死亡率目标是多少?", ["<4‰"], ["2.47"]),
        ("玉环市2022年产后出血死亡率是多少?", ["0/10万"], ["01/10万", "7"]),
        ("玉环市2023年产后出血死亡率目标是多少?", ["≤7/10万"], ["71/10万"]),
        ("玉环市2023年慢性病过早死亡率要控制在多少?", ["≤9.1%"], ["9.26"]),
        ("玉环市2023年居民健康素养水平目标是多少?", ["≥37%"], ["35.9"]),
        ("玉环市2023年孕产妇死亡率是多少?", ["5.31/10万"], ["0.72", "1.64"]),
        ("玉环市2023年民生支出占财政支出的比重是多少?", ["71.5%"], ["83.6"]),
        ("玉环市2023年民生支出占比多少?", ["71.5%"], ["83.6"]),
        ("玉环市2023年民生支出多少?占财政支出几成?", ["83.6亿元", "71.5%"], ["没有给出"]),
    ],
)
def test_a_rate_is_told_in_the_unit_and_with_the_bound_of_its_cell(
    goals: Assistant, question: str, said: list[str], unsaid: list[str]
) -> None:
    assert_says(goals.ask(question), said, unsaid)
