"""A notice on 民生实事: its totals in prose, then each thing with its goals and results."""

from __future__ import annotations

import pytest
from conftest import assert_says, open_over, talk

from assistant.chain import Assistant

NOTICE = """青川县2023年民生实事项目进展情况(截至10月底)
来源:县政府督查室

年初,县人代会票决产生8件民生实事项目。截至10月底,8件实事累计完成投资4.37亿元,占年度计划投资的81.5%。其中已完成年度任务3件,其余5件按序时推进。具体如下:

1.停车设施建设
年度目标:新增公共停车泊位1800个,新建公共充电桩350个。
进展情况:新增停车泊位1214个,新建充电桩406个。
责任单位:县城管局

2.就业帮扶
年度目标:新增城镇就业3200人,开展职业技能培训2100人次。
进展情况:新增城镇就业2874人,开展培训2263人次。
责任单位:县人社局

3.老旧小区改造
年度目标:改造城镇老旧小区16个。
进展情况:开工16个,已完工11个,惠及居民1420户。
责任单位:县住建局

4.产业培育
年度目标:培训电商人才300名,新建农产品冷链仓库6座。
进展情况:培训电商人才230名,新建冷链仓库5座。
责任单位:县经信局
"""


@pytest.fixture(scope="module")
def notice(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("notice"), {"notice.txt": NOTICE})


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("青川县2023年的公共充电桩建设任务,到10月底完成了没有?", ["406个", "已达到"], ["1214"]),
        ("青川县2023年职业技能培训任务完成了吗?", ["2263人次", "已达到"], ["2874"]),
        ("青川县2023年新建农产品冷链仓库的任务完成了吗?", ["5座", "未达到"], ["230"]),
        ("青川县2023年老旧小区改造完成了多少个?", ["11个"], ["16个"]),
    ],
)
def test_a_result_is_of_the_goal_whose_name_it_shortens(
    notice: Assistant, question: str, said: list[str], unsaid: list[str]
) -> None:
    assert_says(notice.ask(question), said, unsaid)


def test_what_is_only_begun_was_not_done(notice: Assistant) -> None:
    answer = notice.ask("青川县2023年到10月改造了多少个老旧小区?")
    assert_says(answer, ["已完工11个"], [])


@pytest.mark.parametrize(
    "question",
    [
        "青川县2023年八件民生实事,到10月底已经完成年度任务的有几件?",
        "青川县2023年民生实事有几件完成了年度任务?",
        "青川县2023年民生实事已完成年度任务几件?",
    ],
)
def test_those_done_are_counted_behind_what_was_done(notice: Assistant, question: str) -> None:
    assert_says(notice.ask(question), ["3件"], ["8件", "5件", "亿元"])


def test_those_left_are_under_way(notice: Assistant) -> None:
    assert_says(notice.ask("青川县2023年民生实事还有几件没完成?"), ["5件"], ["8件", "3件"])


def test_none_are_counted_at_another_time(notice: Assistant) -> None:
    assert notice.ask("青川县2023年民生实事到6月底完成了几件?").refused


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("青川县2023年民生实事到10月底花了多少钱?", ["4.37亿元"]),
        ("青川县八件民生实事到10月底总共投了多少钱?占全年计划的比例?", ["4.37亿元", "81.5%"]),
    ],
)
def test_what_they_took_is_told_with_its_share(
    notice: Assistant, question: str, said: list[str]
) -> None:
    assert_says(notice.ask(question), said, ["1214", "2874"])


def test_a_follow_up_on_the_other_goal_of_a_row(notice: Assistant) -> None:
    questions = ("青川县2023年新增城镇就业的目标完成了吗?", "职业技能培训呢?")
    assert_says(talk(notice, *questions), ["2263人次", "已达到"], ["2874"])
