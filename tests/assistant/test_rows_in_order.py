"""Follow-ups on the row beside, on a topic spoken of before, and what a question rules out."""

from __future__ import annotations

import pytest
from conftest import assert_says, open_over, talk

from assistant.chain import Assistant

TASKS = """云溪区2025年重点任务分解表

序号 | 工作任务 | 牵头单位 | 截至6月底进展
1 | 发展竹木经济,建成竹木加工园1个 | 林业局 | 序时推进
2 | 培育夜间经济,举办集市20场 | 商务局 | 已举办9场
3 | 壮大康养经济,新增康养床位150张 | 民政局 | 已新增60张
4 | 打造残疾人就业辅导基地1个 | 区残联 | 录入残疾人一人一档3200余份
"""
REPORT = """云溪区2022年政府工作报告

一、2022年工作回顾
实现财政总收入42亿元、地方一般公共预算收入23亿元。高标准推进36条21.4公里道路建设。新增地下空间12万平方米。完成改造和新建基层健身苑点18处。

二、2023年工作安排
新建、更新全民健身苑点11处。
"""


@pytest.fixture(scope="module")
def district(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    documents = {"tasks.txt": TASKS, "report.txt": REPORT}
    return open_over(tmp_path_factory.mktemp("district"), documents)


@pytest.mark.parametrize(
    ("questions", "said", "unsaid"),
    [
        (["云溪区2025年任务表第2项是什么?", "下一项呢?"], ["康养"], ["集市"]),
        (["云溪区2025年任务表第2项是什么?", "上一项呢?"], ["竹木"], ["集市"]),
        (["云溪区2025年任务表第1项由谁牵头?", "那下一条呢?"], ["商务局"], ["林业局"]),
        (["云溪区2025年任务表第2项是什么?", "下一项呢?", "它由谁牵头?"], ["民政局"], ["商务局"]),
        (["云溪区2025年竹木加工园由谁牵头?", "下一项任务是什么?"], ["集市"], ["竹木"]),
    ],
)
def test_the_row_beside_the_one_spoken_of(
    district: Assistant, questions: list[str], said: list[str], unsaid: list[str]
) -> None:
    assert_says(talk(district, *questions), said, unsaid)


def test_there_is_no_row_behind_the_last(district: Assistant) -> None:
    assert talk(district, "云溪区2025年任务表第4项是什么?", "下一项呢?").refused


def test_papers_are_none_of_the_things_that_are_a_goal(district: Assistant) -> None:
    assert "3200" not in district.ask("云溪区2025年残疾人就业辅导基地建成了几个?").text


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("云溪区2022年财政总收入是多少?(不是一般公共预算收入)", "42亿元", "23"),
        ("云溪区2022年一般公共预算收入是多少?不是财政总收入", "23亿元", "42"),
    ],
)
def test_of_two_in_one_clause_the_one_that_is_ruled_out_stays_away(
    district: Assistant, question: str, said: str, unsaid: str
) -> None:
    assert_says(district.ask(question), [said], [unsaid])


def test_another_thing_of_a_topic_that_the_talk_goes_back_to(district: Assistant) -> None:
    questions = (
        "云溪区2022年高标准推进了多少条道路建设?",
        "换个话题,当年新增地下空间多少?",
        "回到刚才说的道路,2022年总长多少公里?",
    )
    assert_says(talk(district, *questions), ["21.4公里"], ["12万"])


def test_what_is_new_or_renewed_goes_by_its_own_name(district: Assistant) -> None:
    questions = ("云溪区2022年健身苑点建了多少处?", "那2023年打算弄多少处?")
    assert_says(talk(district, *questions), ["11处"], ["18处"])
