"""Follow-ups of two places that were each asked of a year of its own, and of a plan's last year."""

from __future__ import annotations

import pytest
from conftest import assert_says, open_over, talk

from assistant.chain import Assistant

ONE = """涪城区2024年政府工作报告
一、2023年工作回顾
全社会固定资产投资增长6.1%,实际利用外资1.3亿美元。
二、2024年工作安排
全社会固定资产投资增长9%,实际利用外资1.6亿美元。
"""
OTHER = """鹿寨县2022年政府工作报告
一、2021年工作回顾
固定资产投资下降3.7%,实际利用外资0.8亿美元。
二、2022年工作安排
固定资产投资增长7%,实际利用外资0.9亿美元。
"""


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("paired"), {"a.txt": ONE, "b.txt": OTHER})


def test_the_year_before_is_another_one_for_each(told: Assistant) -> None:
    answer = talk(
        told,
        "涪城区2024年和鹿寨县2022年的固定资产投资增长目标,哪个高?",
        "那前一年各自实际完成怎么样?",
    )
    assert_says(answer, ("6.1%", "3.7%"), ("9%", "未提供"))


def test_another_thing_is_asked_of_each_in_its_own_year(told: Assistant) -> None:
    answer = talk(
        told,
        "固定资产投资增速:涪城区2023年、鹿寨县2021年分别是多少?",
        "实际利用外资两个区各多少,哪个多?",
    )
    assert_says(answer, ("1.3亿美元", "0.8亿美元"), ("1.6", "0.9", "未提供"))


def test_what_is_planned_up_to_a_year_is_of_what_was_spoken_of(told: Assistant) -> None:
    answer = talk(told, "涪城区2023年实际利用外资是多少?", "规划到2024年要达到多少?")
    assert_says(answer, ("1.6亿美元",), ("1.3",))
