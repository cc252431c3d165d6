"""More of one row than the first cell that fits: states, remarks, columns set side by side."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from conftest import open_over

from assistant.chain import Assistant
from assistant.language.units import comparable
from assistant.schema import Answer
from assistant.tables.beyond import plain
from assistant.tables.focus import turn_of
from assistant.tables.plans import amounts_of
from assistant.tables.rows import lines_of

WORKS = """平湖市2024年重点项目1-8月进展情况表

单位:万元    数据截止:2024年8月31日

| 序号 | 项目名称 | 建设内容 | 总投资 | 2024年计划投资 | 1-8月完成投资 | 责任单位 |
| 合计(5个) | | | 156000 | 62000 | 40300 | |
| 一、产业项目(3个) | | | 98000 | 43000 | 25300 | |
| 1 | 独山港新材料园 | 厂房9万平方米 | 52000 | 21000 | 0 | 市经信局 |
| 2 | 钟埭智造小镇 | 研发楼3幢 | 31000 | 12000 | 13500 | |
| 3 | 平湖江电商产业园 | 改造楼宇2万平方米 | 15000 | 10000 | 11800 | 市商务局 |
| 二、民生项目(2个) | | | 58000 | 19000 | 15000 | |
| 4 | 市中医院(当湖院区) | 设置床位420张 | 44000 | 14000 | 12100 | 市卫健局 |
| 5 | 新埭镇农贸市场 | 摊位160个 | 14000 | 5000 | 2900 | 新埭镇 |

说明:
1.责任单位一栏空白的,与上一项目相同。
2.独山港新材料园因用海审批未完成,截至8月底尚未开工;其余项目均已开工。
"""
TASKS = """平湖市2024年民生任务推进情况表(截至2024年9月底)

序号	目标任务	进展情况	完成率	完成时限	牵头单位	责任人
1	新建口袋公园12个,力争15个	已建成9个,另有2个在建。	75%	11月	市建设局	沈立新
2	新建助餐点14个,新增护理床位200张	助餐点16个;新增护理床位130张。	/	12月	市民政局	顾秋萍
3	启动东湖北岸栈道建设	受管线迁改影响,尚未动工。	滞后	9月	市水利局	陆海明
4	改造农村公路25公里	已完成21.5公里。	86%	10月	市交通局	姚志强
"""


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("beyond"), {"works.txt": WORKS, "tasks.txt": TASKS})


def last(tables: Assistant, *questions: str) -> Answer:
    """Ask one after the other and return the last answer."""
    history = []
    for question in questions:
        answer = tables.ask(question, history)
        history.append(turn_of(answer))
    return answer


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("平湖市2024年东湖北岸栈道动工了没有?", ["尚未动工"]),
        ("平湖市2024年东湖北岸栈道动工了没有?为啥?", ["尚未动工", "管线迁改"]),
        ("平湖市12个口袋公园的任务,到2024年9月底建成了多少个,完成率?", ["已建成9个", "75%"]),
        ("平湖市2024年改造农村公路25公里,谁来扛?", ["市交通局", "姚志强"]),
        ("平湖市2024年新建口袋公园的目标是多少个?", ["12个", "力争15个"]),
    ],
)
def test_the_state_and_the_columns_asked_for_are_told(
    tables: Assistant, question: str, told: list[str]
) -> None:
    text = tables.ask(question).text
    assert all(words in text for words in told), text


def test_each_of_two_goals_of_a_row_is_judged_by_itself(tables: Assistant) -> None:
    answer = tables.ask("助餐点和护理床位,平湖市2024年的目标分别完成了吗?")
    assert "完成16个,已达到,高于目标2个" in answer.text
    assert "完成130张,未达到,低于目标70张" in answer.text
    assert {"2个", "70张"} <= set(answer.computed)
    assert not any(line.startswith("与目标相比") for line in answer.text.splitlines())


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("平湖市钟埭智造小镇1-8月投资超没超年度计划?超多少?", "已超过,多1500万元"),
        ("平湖市新埭镇农贸市场1-8月比计划少多少?", "未超过,少2100万元"),
        ("平湖市新埭镇农贸市场完成年度计划的百分之几?", "完成计划的58%"),
        ("平湖市2024年重点项目1-8月一共投了多少,占全年计划百分之几?", "完成计划的65%"),
    ],
)
def test_what_was_done_is_set_against_what_was_planned(
    tables: Assistant, question: str, told: str
) -> None:
    answer = tables.ask(question)
    assert told in answer.text
    assert any(value in told for value in answer.computed)
    assert answer.text.count("完成投资") == 1 or "合计" in answer.text


def test_a_remark_below_the_table_tells_a_rows_state_and_its_cause(tables: Assistant) -> None:
    answer = tables.ask("平湖市独山港新材料园归哪个单位管?开工了吗,为什么?")
    assert "市经信局" in answer.text
    assert "因用海审批未完成,截至8月底尚未开工" in answer.text
    assert "其余项目均已开工" not in answer.text


def test_a_remark_on_one_row_says_nothing_of_another(tables: Assistant) -> None:
    assert "尚未开工" not in tables.ask("平湖市新埭镇农贸市场开工了吗?").text


def test_a_name_that_holds_a_districts_is_a_row(tables: Assistant) -> None:
    first = "平湖市中医院当湖院区设多少张床?"
    assert "420张" in tables.ask(first).text
    assert "44000万元" in last(tables, first, "总投资呢?").text
    assert "已超过,多1800万元" in tables.ask("平湖江电商产业园1-8月投资超没超计划?").text


def test_a_column_is_named_without_its_year(tables: Assistant) -> None:
    answer = tables.ask("平湖市2024年重点项目表最后一个项目是什么,今年计划投资多少?")
    assert "新埭镇农贸市场" in answer.text
    assert "5000万元" in answer.text
    assert "62000" not in answer.text


def test_the_person_just_named_is_asked_for_further_rows(tables: Assistant) -> None:
    answer = last(tables, "平湖市2024年农村公路改造谁负责?", "他还管哪些任务?")
    assert "改造农村公路" in answer.text
    assert "栈道" not in answer.text


def test_nothing_is_set_against_a_plan_that_a_row_has_not(tables: Assistant) -> None:
    lines = lines_of(tables.evidence, ["tasks.txt"])
    assert [amounts_of(line) for line in lines] == [None] * 4
    answer = tables.ask("平湖市2024年改造农村公路投资超没超年度计划?超多少万元?")
    assert "与计划相比" not in answer.text


def test_a_rate_answers_for_no_amount() -> None:
    assert not comparable("%", "亿")
    assert not comparable("万", "‰")
    assert comparable("亿", "亿元")


def test_numbers_are_written_plainly() -> None:
    assert [plain(Decimal(n)) for n in ("600.0", "8700", "58.10", "0")] == [
        "600",
        "8700",
        "58.1",
        "0",
    ]


def test_what_was_picked_from_a_whole_table_gets_no_other_column(tables: Assistant) -> None:
    answer = tables.ask("平湖市重点项目里1-8月完成投资最多的是哪个?")
    assert "钟埭智造小镇" in answer.text
    assert "计划投资" not in answer.text
    assert "总投资" not in answer.text


def test_a_share_that_the_table_tells_is_not_computed_again(tmp_path: Path) -> None:
    roads = """平湖市2024年道路项目进展表
单位:万元

| 序号 | 项目名称 | 2024年计划投资 | 1-8月完成投资 | 完成率 |
| 1 | 解放路拓宽工程 | 8000 | 6000 | 75.0% |
| 2 | 城南大桥改造工程 | 5000 | 1500 | 30.0% |
"""
    answer = open_over(tmp_path, {"roads.txt": roads}).ask("平湖市解放路拓宽工程完成率多少?")
    assert "75.0%" in answer.text
    assert "完成计划的" not in answer.text
    assert "8000" not in answer.text
