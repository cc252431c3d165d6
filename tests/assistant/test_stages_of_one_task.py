"""Works at several stages in one task, things counted behind others, and names for a wider figure.

Everything here is invented but the name of the county.
"""

from __future__ import annotations

import pytest
from conftest import assert_says, open_over, talk

from assistant.answers.steps import has_clause_at_stage
from assistant.chain import Assistant
from assistant.schema import Query

TASKS = """遂昌县2024年政府工作报告重点任务分解进展表

序号 | 工作任务 | 牵头单位 | 截至6月底完成情况 |
1 | 开工建设第三水厂,加快建设第一、第四水厂,建成第二、第五水厂。 | 县水利局 | 序时推进 |
2 | 新开工公租房20万平方米,竣工6万平方米 | 县住建局 | 1.开工公租房3个。2.竣工公租房1个。 |
"""
REPORT = """遂昌县2023年国民经济和社会发展计划执行情况的报告

一、2023年计划执行情况
全年农林牧渔业增加值增长2.9%。举办民企早餐会30余期,解决困难事项263个。推出暖企措施19条,累计减免及兑现各类补贴3.7亿元。新增幼儿照护服务托位140个,联系重点企业93家。
"""


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    documents = {"tasks.txt": TASKS, "report.txt": REPORT}
    return open_over(tmp_path_factory.mktemp("stages_of_a_task"), documents)


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("遂昌县2024年要建成哪几个水厂?", ["第二、第五"], ["第三", "第四"]),
        ("遂昌县2024年建成的水厂有哪些?", ["第二、第五"], ["第三", "第四"]),
        ("遂昌县2024年加快建设哪几个水厂?", ["第一、第四"], ["第三", "第五"]),
        ("遂昌县2024年水厂开工哪个、建成哪几个?", ["第三", "第二、第五"], ["序时"]),
    ],
)
def test_works_are_listed_at_their_stage(
    county: Assistant, question: str, said: list[str], unsaid: list[str]
) -> None:
    assert_says(county.ask(question), said, unsaid)


def test_what_is_pushed_on_or_planned_is_listed_at_every_stage() -> None:
    told = "持续推进甲快速路建设,建成乙大道,开展丙通道前期工作"
    for text in ("甲区有哪些工程要推进?", "甲区在道路上有什么计划?"):
        assert not has_clause_at_stage(Query(text), told)
    assert has_clause_at_stage(Query("甲区要建成哪些道路?"), told)


def test_how_far_a_task_is_stays_that_of_all_of_it(county: Assistant) -> None:
    assert_says(county.ask("遂昌县2024年第1项任务完成情况怎么样?"), ["序时推进"], [])


def test_a_result_in_another_unit_does_not_hide_a_plan(county: Assistant) -> None:
    assert_says(county.ask("遂昌县2024年新开工公租房多少万平方米?"), ["目标", "20万"], ["3个"])
    assert_says(county.ask("遂昌县2024年开工公租房几个?"), ["3个"], ["20万"])


@pytest.mark.parametrize(
    "question",
    [
        "遂昌县2023年民企早餐会给企业解决多少个困难事项?",
        "遂昌县2023年举办民企早餐会解决了几个困难?",
    ],
)
def test_what_is_counted_stands_behind_how_many(county: Assistant, question: str) -> None:
    assert_says(county.ask(question), ["263个"], ["93家"])


def test_money_given_up_is_a_sum_of_its_own(county: Assistant) -> None:
    answer = talk(county, "遂昌县2023年联系重点企业多少家?", "累计减免兑现的补贴有多少?")
    assert_says(answer, ["3.7亿元"], ["93家"])


def test_agriculture_is_told_with_forestry_and_fishing_where_these_are_said(
    county: Assistant,
) -> None:
    assert_says(county.ask("遂昌县2023年农业增加值(农林牧渔)增长几个点?"), ["2.9%"], [])
    # Farming alone is one of these, of which the report tells nothing.
    answer = county.ask("遂昌县2023年农业增加值增速多少?")
    assert answer.refused
    assert "2.9%" not in answer.text


def test_places_for_children_are_not_served(county: Assistant) -> None:
    assert_says(county.ask("遂昌县2023年新增幼儿照护托位多少个?"), ["140个"], [])


def test_when_and_whose_are_asked_in_either_order(county: Assistant) -> None:
    for question in ("民企早餐会解决困难事项263个是哪一年、哪里的?", "暖企措施19条是哪年哪个县的?"):
        assert_says(county.ask(question), ["遂昌县2023年"], [])
