"""A follow-up that is said in other words has the same answer."""

from __future__ import annotations

import pytest
from conftest import assert_says, open_over, talk

from assistant.chain import Assistant

REPORT = """柳城县2024年政府工作报告

一、2023年工作回顾

2023年，全县地区生产总值增长4.6%，规上工业增加值增长6.1%。新增学位1240个。

二、2024年工作安排

2024年，地区生产总值增长5.5%，规上工业增加值增长7%。新增学位1660个。
"""
OTHER = """鹿寨县2024年政府工作报告

一、2023年工作回顾

2023年，全县地区生产总值增长3.9%。新增学位980个。

二、2024年工作安排

2024年，地区生产总值增长5.8%。新增学位1120个。
"""
TASKS = """柳城县2023年重点工作任务完成情况表

序号\t工作任务\t牵头单位\t完成情况
1\t新增家庭养老床位210张\t县民政局\t已建成家庭养老床位236张
2\t改造供水管网18公里\t县水利局\t已改造供水管网18.5公里
"""
GROWTH = "柳城县2023年GDP增速多少?"


@pytest.fixture(scope="module")
def counties(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    documents = {"a.txt": REPORT, "b.txt": OTHER, "t.txt": TASKS}
    return open_over(tmp_path_factory.mktemp("said"), documents)


@pytest.mark.parametrize(
    "last",
    ["那鹿寨呢?", "改问鹿寨", "同样的问题,鹿寨呢?", "鹿寨什么水平", "换鹿寨呢", "再看看鹿寨"],
)
def test_another_place(counties: Assistant, last: str) -> None:
    assert_says(talk(counties, GROWTH, last), ["3.9%"], ["4.6%", "5.8%"])


@pytest.mark.parametrize(
    "last",
    [
        "那2024年呢?",
        "接下来一年呢",
        "那一年之后呢",
        "转年呢",
        "下一年呢",
        "到了2024年呢",
        "往后推一年呢",
    ],
)
def test_the_year_after(counties: Assistant, last: str) -> None:
    assert_says(talk(counties, GROWTH, last), ["5.5%"], ["4.6%"])


@pytest.mark.parametrize("last", ["往前推一年是多少", "再往前一年呢", "倒推一年呢", "上一年呢"])
def test_the_year_before(counties: Assistant, last: str) -> None:
    asked = "鹿寨县2024年GDP增速目标多少?"
    assert_says(talk(counties, asked, last), ["3.9%"], ["5.8%"])


@pytest.mark.parametrize("last", ["实际呢?", "后来呢", "最后做到多少"])
def test_what_came_of_a_plan(counties: Assistant, last: str) -> None:
    asked = "柳城县2023年家庭养老床位目标多少张?"
    assert_says(talk(counties, asked, last), ["236张"], ["210张"])


@pytest.mark.parametrize(
    "last", ["和鹿寨比呢?", "同鹿寨比怎么样", "比鹿寨怎么样", "跟鹿寨比起来如何"]
)
def test_beside_another_place(counties: Assistant, last: str) -> None:
    assert_says(talk(counties, GROWTH, last), ["4.6%", "3.9%"], [])


@pytest.mark.parametrize("last", ["哪个高?", "谁高", "谁的多", "谁更多"])
def test_who_has_more_asks_for_nobody_in_charge(counties: Assistant, last: str) -> None:
    answer = talk(counties, "柳城县2023年新增家庭养老床位几张?", "新增学位呢?", "鹿寨呢?", last)
    assert_says(answer, ["1240个", "980个"], ["牵头"])


def test_who_leads_is_asked_behind_what_leads(counties: Assistant) -> None:
    asked = "2023年GDP增速最高的是哪个县?在柳城和鹿寨里面挑"
    assert_says(counties.ask(asked), ["4.6%", "3.9%", "柳城县(4.6%)高于鹿寨县(3.9%)"], [])
