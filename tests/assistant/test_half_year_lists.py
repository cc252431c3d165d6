"""Items that set a task, tell how far it is by the half-year, and name an office."""

from __future__ import annotations

import pytest
from conftest import assert_says, open_over

from assistant.chain import Assistant

LIST = """江宁区政府关于2021年重点工作上半年推进情况的通报

一、指标任务完成情况
1.新建5G基站180个。上半年,建成207个,提前超额完成全年任务。(责任单位:区经信局)
2.建设高标准农田3.5万亩。上半年,完成招投标,尚未动工。(责任单位:区农业农村局)
3.改造农村户厕2600户。上半年,完成1985户,占全年任务的76.3%。(责任单位:区农业农村局)
4.引进亿元以上项目40个,其中10亿元以上项目4个。上半年,引进亿元以上项目23个,其中10亿元以上项目1个。(责任单位:区招商中心)
5.城区新增公共停车位800个。上半年,新增312个。(责任单位:区城管局)
6.新建改建公厕66座。1-6月建成17座,主要是几处用地有争议。(责任单位:区城管局)
7.村庄旧房整治460户。图纸还在修改,招标公告没有发布。(责任单位:区农业农村局)
"""
NEWS = """六合区2022年民生实事新闻稿

据了解,2021年六合区承诺的12件民生实事已办结11件。2021年用于民生实事的资金为4.76亿元。PM2.5年均浓度31微克/立方米。
"""


@pytest.fixture(scope="module")
def lists(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("half-lists"), {"a.txt": LIST, "b.txt": NEWS})


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("江宁区2021年上半年高标准农田动工了吗?", ["尚未动工"], []),
        ("江宁区高标准农田建设进展怎么样?", ["尚未动工"], ["207"]),
        ("江宁区2021年上半年新增公共停车位多少个?", ["312个"], ["800个"]),
        ("江宁区2021年公共停车位的目标是多少?", ["800个"], ["312个"]),
        ("江宁区2021年计划引进几个10亿元以上的项目?上半年引进几个?", ["4个", "1个"], []),
        ("江宁区2021年上半年建了多少座公厕?", ["17座"], ["66座["]),
        ("江宁区2021年公厕计划建多少座?", ["66座"], ["17座["]),
        ("六合区2021年民生实事办结了几件?", ["11件"], ["12件[", "实事12件"]),
        ("六合区2021年承诺了几件民生实事?", ["12件"], ["11件"]),
        ("六合区2021年空气PM2.5平均浓度是多少?", ["31微克"], []),
    ],
)
def test_a_task_and_how_far_it_is_stand_apart(
    lists: Assistant, question: str, said: list[str], unsaid: list[str]
) -> None:
    assert_says(lists.ask(question), said, unsaid)


def test_what_is_done_is_not_which_one_is_undone(lists: Assistant) -> None:
    assert lists.ask("六合区2021年没办成的民生实事是哪一件?").refused


def test_a_task_that_is_not_begun_counts_as_none_done(lists: Assistant) -> None:
    assert lists.ask("江宁区2021年上半年整治了多少户旧房?").refused
