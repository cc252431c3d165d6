"""Chapters of a table that a question names by some words of their long titles."""

from __future__ import annotations

import re

import pytest
from conftest import open_over

from assistant.chain import Assistant

LISTED = """云和县2024年重点任务清单

序号 | 工作任务 | 牵头单位 | 配合单位
一、全力稳企强链,在夯实底盘上见实效
1 | 建设标准厂房20万平方米 | 县工信局 | 县财政局
2 | 引进亿元项目12个 | 县商务局 | /
3 | 培育高新技术企业9家 | 县工信局 | /
二、全力惠民暖心,在办好实事上见真章
4 | 新建中小学3所 | 县教育局 | /
5 | 开展消费促进活动8场 | 县商务局 | /
6 | 发放以旧换新补贴 | 县商务局 | 县财政局
7 | 建设长者食堂9处 | 县民政局 | /
"""


@pytest.fixture(scope="module")
def tasks(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("chapters"), {"listed.txt": LISTED})


@pytest.mark.parametrize(
    ("question", "rows"),
    [
        ("“全力惠民暖心”那一部分里哪些任务是县商务局牵头?", "56"),
        ("全力惠民暖心部分县商务局牵头的有几项?", "56"),
        ("“全力惠民暖心”这个部分,哪些任务不是县商务局牵头?", "47"),
        ("“全力稳企强链”那一块一共几项?哪一项不是县工信局牵头?", "2"),
        ("除了“全力稳企强链”部分,县商务局牵头的还有哪几项任务?", "56"),
    ],
)
def test_rows_of_a_unit_are_those_of_the_chapter(
    tasks: Assistant, question: str, rows: str
) -> None:
    assert "".join(re.findall(r"- 第(\d)项", tasks.ask(question).text)) == rows


def test_all_of_a_chapter_are_counted_beside_those_of_a_unit(tasks: Assistant) -> None:
    text = tasks.ask("“全力惠民暖心”那一块一共几项?哪几项不是县商务局牵头?").text
    assert "共4项任务" in text
    assert "县商务局牵头的任务共2项" in text


DIRECTIONS = """武义县2025年政府工作任务分解表

一、提升产业竞争力,在制造强县上求突破
重点方向 | 序号 | 任务内容 | 牵头单位 |
壮大主导产业 | 1 | 推进五金产业集群建设。 | 经信局 |
2 | 培育电动工具龙头企业3家。 | 经信局 |
建强创新平台 | 3 | 建设中试基地1个。 | 科技局 |
二、提升城乡融合度,在美丽县城上作示范
重点方向 | 序号 | 任务内容 | 牵头单位 |
完善城市功能 | 4 | 改造老旧小区12个。 | 住建局 |
5 | 新建停车位800个。 | 住建局 |
振兴宜居乡村 | 6 | 建设和美乡村9个。 | 农业农村局 |
"""


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("武义县2025年任务表第二部分分哪几个重点方向?", ["完善城市功能", "振兴宜居乡村"]),
        (
            "武义县2025年任务表“产业竞争力”部分包括哪些重点方向?",
            ["壮大主导产业", "建强创新平台"],
        ),
        ("武义县2025年任务表第三部分有几个重点方向?", []),
    ],
)
def test_a_column_of_groups_is_told_by_its_header_for_one_chapter(
    tmp_path_factory: pytest.TempPathFactory, question: str, told: list[str]
) -> None:
    table = open_over(tmp_path_factory.mktemp("directions"), {"table.txt": DIRECTIONS})
    answer = table.ask(question)
    assert answer.refused == (not told)
    assert [line[2:].split("[")[0] for line in answer.text.splitlines()[1:]] == told
