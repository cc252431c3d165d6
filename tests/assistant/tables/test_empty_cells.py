"""Cells that are asked for and have nothing: no other cell of the row answers for them."""

from __future__ import annotations

import pytest

from assistant.chain import Assistant
from assistant.schema import Turn
from assistant.tables.focus import turn_of
from tests.assistant.conftest import open_over

WORKS = (
    "柳浦区2024年重点工程投资完成情况表\n单位：万元\n"
    "序号\t项目名称\t总投资\t2024年计划投资\t1-9月完成投资\t完成率\t责任单位\n"
    "1\t柳浦智造园\t125000\t30000\t24600\t82.0%\t区经信局\n"
    "2\t柳浦中医院迁建\t64000\t18000\t\t\t区卫健局\n"
    "3\t旧城管网改造\t22000\t8000\t8400\t105.0%\t区住建局\n"
    "4\t滨河绿道\t9000\t3000\t1500\t50.0%\t区林业局\n"
    "注：柳浦中医院迁建项目因土地手续暂未上报投资。\n"
)
TASKS = """石桥区2024年城市管理攻坚任务推进表

序号  任务            年度目标   1-10月完成   责任单位
1     背街小巷整治    45条       38条         区城管局
2     公厕改造        30座                    区城管局
3     垃圾分类小区    120个      131个        区综合执法局
4     违建拆除        8万平方米  6.4万平方米
5     口袋公园建设    15个       15个         区园林局
"""


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    documents = {"works.txt": WORKS, "tasks.txt": TASKS}
    return open_over(tmp_path_factory.mktemp("empty"), documents)


@pytest.mark.parametrize(
    "question",
    ["柳浦中医院迁建1-9月完成了多少投资?", "柳浦区柳浦中医院迁建的完成率是多少?"],
)
def test_of_an_empty_cell_no_other_cell_tells_anything(tables: Assistant, question: str) -> None:
    answer = tables.ask(question)
    assert answer.refused
    assert "没有填写" in answer.text
    assert "64000" not in answer.text
    assert "18000" not in answer.text


def test_a_follow_up_for_what_was_done_is_not_told_what_all_costs(tables: Assistant) -> None:
    history = [turn_of(tables.ask("柳浦区柳浦中医院迁建总投资多少?"))]
    assert "64000万元" in history[0].text
    answer = tables.ask("完成了多少?", history)
    assert answer.refused
    assert "“1-9月完成投资”一栏没有填写" in answer.text
    history.append(turn_of(answer))
    assert "“完成率”一栏没有填写" in tables.ask("完成率呢?", history).text


@pytest.mark.parametrize(
    ("follow_up", "told"),
    [("完成了多少?", "24600万元"), ("年度计划呢?", "30000万元"), ("完成率呢?", "82.0%")],
)
def test_a_follow_up_names_the_column_of_what_was_done_or_planned(
    tables: Assistant, follow_up: str, told: str
) -> None:
    history: list[Turn] = [turn_of(tables.ask("柳浦区柳浦智造园总投资多少?"))]
    assert told in tables.ask(follow_up, history).text


def test_a_remark_tells_why_a_cell_is_empty(tables: Assistant) -> None:
    assert "土地手续" in tables.ask("柳浦中医院迁建为什么没有完成投资?").text


def test_a_value_that_no_column_surely_has_is_not_called_missing(tables: Assistant) -> None:
    text = tables.ask("石桥区违建拆除的责任单位是哪个?").text
    assert "看不出" in text
    assert "没有填写" not in text
    assert "没有填写" in tables.ask("石桥区2024年公厕改造完成多少座?").text


def test_a_charge_that_is_left_open_is_said_to_be_beside_the_lead(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    table = (
        "石桥区2025年改革任务清单\n\n序号 | 任务 | 牵头单位 | 配合单位 | 进展\n"
        "1 | 推进集成审批改革。 | 区政务办 | 区司法局 | 序时推进\n"
        "2 | 深化标准服务改革。 | 区市场监管局 | / | 序时推进\n"
        "3 | 完善信用监管体系。 | 区发改局 | 区税务局 | 序时推进\n"
    )
    reader = open_over(tmp_path_factory.mktemp("open"), {"table.txt": table})
    answer = reader.ask("石桥区深化标准服务改革由谁牵头?谁配合?")
    assert "牵头单位:区市场监管局" in answer.text
    assert "配合单位:未列出" in answer.text
    assert "。:" not in answer.text
