"""Notes below a table on one of its rows; editions of a thing; what holds since a day."""

from __future__ import annotations

import pytest
from conftest import assert_says, open_over

from assistant.chain import Assistant
from assistant.schema import Turn
from assistant.tables.focus import turn_of

TABLE = """松阳县2023年重点工作完成情况表(截至10月底)

序号|项目|年度目标|牵头单位|截至10月底完成情况
1|既有住宅加装电梯|60台|县建设局|71台
2|新增学位|1100个|县教育局|990个
3|新增公共停车泊位|1300个|县综合执法局|940个
4|老旧小区改造|15个|县建设局|已完工12个,在建3个,惠及居民960户

说明:
1.第2项剩余110个学位为城东小学,因验收推迟,预计12月投用。
2.第3项因城西片区立体车库选址调整,进度稍有滞后。
"""
REPORT = """庆元县2024年政府工作报告

一、2023年工作回顾
推出“e企享”服务平台2.0版,解决诉求1203件。居民人均可支配收入增长3.0%。
自7月1日起,城乡低保标准由每人每月885元提高到940元。
列车配件产业园综合实验楼已于8月16日投入使用,引进科研团队7个。

二、2024年工作安排
迭代“e企享”服务平台3.0版。
"""


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    texts = {"table.txt": TABLE, "report.txt": REPORT}
    return open_over(tmp_path_factory.mktemp("notes"), texts)


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("松阳县2023年公共停车泊位进度为什么慢了?", ["选址调整"], ["验收", "940"]),
        ("松阳县2023年新增学位为什么没完成?", ["验收推迟"], ["选址"]),
        ("“e企享”服务平台升级到3.0版,是哪个县、哪一年的安排?", ["庆元县2024年"], ["2.0版", "3.0%"]),
        ("庆元县2023年下半年低保标准是每人每月多少钱?", ["940元"], []),
        ("庆元县2023年9月的低保标准是多少?", ["940元"], []),
        ("松阳县2023年老旧小区改造还有几个没完工?", ["在建3个"], []),
        ("松阳县2023年老旧小区改造完工了几个?", ["12个"], []),
        ("庆元县列车配件产业园综合实验楼哪天投用的?引进了几个科研团队?", ["8月16日", "7个"], []),
    ],
)
def test_what_is_asked_is_told_of_the_very_thing(
    told: Assistant, question: str, said: list[str], unsaid: list[str]
) -> None:
    assert_says(told.ask(question), said, unsaid)


@pytest.mark.parametrize(
    "question",
    [
        "松阳县2023年加装电梯进度为什么慢了?",
        "“e企享”服务平台4.0版是哪个县的?",
        "庆元县2023年上半年低保标准是多少?",
    ],
)
def test_nothing_of_another_thing_is_told(told: Assistant, question: str) -> None:
    answer = told.ask(question)
    assert answer.refused, answer.text


def test_the_plan_need_not_say_that_it_is_finished(told: Assistant) -> None:
    history: list[Turn] = []
    for question in ("松阳县2023年打算加装多少台电梯?", "到10月底完工了多少?", "任务是多少台?"):
        answer = told.ask(question, history)
        history.append(turn_of(answer))
    assert "60台" in answer.text
