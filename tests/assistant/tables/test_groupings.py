"""Chapters of a table by their place: how many rows they have, and what these are sorted into."""

from __future__ import annotations

import pytest
from conftest import open_over, talk

from assistant.chain import Assistant

TASKS = """奉化区2024年重点工作任务分解表

工作目标 | 序号 | 内容及要求 | 牵头单位
一、做强产业
培育企业 | 1 | 新增规上企业12家 | 经信局
培育企业 | 2 | 新增科技型企业30家 | 科技局
二、改善民生
办好教育 | 3 | 新建学校2所 | 教育局
办好教育 | 4 | 新增学位900个 | 教育局
守护健康 | 5 | 新增床位80张 | 卫健局
"""
MERGED = """灌云县2025年目标任务分解表
序号 | 工作分类 | 目标任务 | 牵头领导 | 牵头单位
1 | 预期目标 | 固定资产投资增长6% | 丁卫东 | 县发改委
2 |  | 工业用电量突破9亿千瓦时 | 葛明 | 县工信局
3 | 一、狠抓项目攻坚,夯实发展底盘 | 新开工亿元项目26个 | 丁卫东 | 县发改委
4 |  | 建成标准厂房12万平方米 | 葛明 | 开发区管委会
5 | 二、紧盯城乡更新,改善人居环境 | 改造棚户区480户 | 葛明 | 县住建局
6 |  | 新增停车泊位350个 | 沈岚 | 县城管局
7 |  | 整治黑臭河道14条 | 葛明 | 县水利局
"""


@pytest.fixture(scope="module")
def merged(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("merged"), {"merged.txt": MERGED})


@pytest.mark.parametrize(
    ("question", "rows"),
    [
        ("灌云县“紧盯城乡更新”部分有哪几项任务?", ["改造棚户区", "新增停车泊位", "整治黑臭河道"]),
        ("灌云县2025年“狠抓项目攻坚”有哪些任务?", ["新开工亿元项目", "建成标准厂房"]),
        ("灌云县2025年第一部分有哪些任务?", ["新开工亿元项目", "建成标准厂房"]),
        ("灌云县最后一部分里葛明牵头的有哪些?", ["改造棚户区", "整治黑臭河道"]),
        ("灌云县紧盯城乡更新板块由县城管局牵头的有哪几项?", ["新增停车泊位"]),
    ],
)
def test_merged_cells_are_chapters(merged: Assistant, question: str, rows: list[str]) -> None:
    told = merged.ask(question).text.splitlines()[1:]
    assert len(told) == len(rows)
    assert all(row in line for row, line in zip(rows, told, strict=True))


@pytest.mark.parametrize(
    ("questions", "said"),
    [
        (["灌云县“狠抓项目攻坚”有哪几项任务?牵头领导是谁?"], ["丁卫东", "葛明"]),
        (["灌云县狠抓项目攻坚部分有几项任务?都由谁牵头?"], ["县发改委", "开发区管委会"]),
        (["灌云县“狠抓项目攻坚”有哪些任务?", "分别是谁牵头的?"], ["县发改委", "开发区管委会"]),
        (
            ["灌云县“紧盯城乡更新”部分有哪几项任务?", "谁牵头?"],
            ["县住建局", "县水利局"],
        ),
    ],
)
def test_each_of_several_rows_is_told_with_who_answers_for_it(
    merged: Assistant, questions: list[str], said: list[str]
) -> None:
    told = talk(merged, *questions).text
    assert all(name in told for name in said)


@pytest.fixture(scope="module")
def tasks(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("chapters"), {"tasks.txt": TASKS})


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("奉化2024年任务表最后一部分一共几项任务?", ["共3项", "改善民生"], ["5项"]),
        (
            "奉化2024年任务表最后一部分一共几项任务?有哪些工作目标?",
            ["办好教育", "守护健康"],
            ["培育企业"],
        ),
        ("奉化2024年任务表一共几项任务?", ["5项"], []),
    ],
)
def test_a_chapter_is_counted_by_itself(
    tasks: Assistant, question: str, said: list[str], unsaid: list[str]
) -> None:
    text = tasks.ask(question).text
    assert all(words in text for words in said)
    assert not any(words in text for words in unsaid)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("奉化区2024年重点工作任务分解表总共排了几项?", ["共5项"]),
        ("奉化区2024年重点工作任务分解表划成两大块,名字分别叫什么?", ["做强产业", "改善民生"]),
    ],
)
def test_a_table_is_counted_and_parted_in_other_words(
    tasks: Assistant, question: str, said: list[str]
) -> None:
    text = tasks.ask(question).text
    assert all(words in text for words in said), text


def test_no_person_leads_where_only_units_do(tasks: Assistant) -> None:
    assert tasks.ask("奉化区的区领导里面,新建学校是谁在牵头?").refused
    assert "教育局" in tasks.ask("奉化区新建学校是谁在牵头?").text


def test_a_group_is_left_out_of_those_that_are_told(merged: Assistant) -> None:
    text = merged.ask("灌云县2025年目标任务分解表预期目标之外分几大块?").text
    assert "预期目标之外分2类" in text
    assert "预期目标(" not in text
