"""Rows by codes for numbers, by the word of a column of states, by what their heading gives."""

from __future__ import annotations

import pytest
from conftest import open_over

from assistant.chain import Assistant

QUARTER = """龙泉市2023年“六项攻坚”任务三季度推进情况一览表
　　公开日期：2023-10-14　　发布单位：龙泉市人民政府

编号　　任务内容　　年度目标　　9月末进度　　完成率　　状态　　牵头市领导
■青瓷产业攻坚（责任单位：市青瓷产业局）
1-1　　培育青瓷龙头企业　　12家　　5家　　41.7%　　滞后　　赵敏
1-2　　青瓷总产值　　48亿元　　36.1亿元　　75.2%　　正常　　赵敏
1-3　　建成青瓷工作室　　60间　　66间　　110.0%　　完成　　赵敏
■山区交通攻坚（责任单位：市交通运输局）
2-1　　新改建农村公路　　90公里　　71公里　　78.9%　　正常　　李俊
2-2　　新增公交线路　　3条　　1条　　33.3%　　滞后　　李俊
"""
YEAR = """缙云县2023年重点任务完成情况
| 类别 | 任务编号 | 主要任务 | 全年目标 | 全年完成 | 是否完成 | 牵头单位 |
| --- | --- | --- | --- | --- | --- | --- |
| 经济指标 | JY-01 | 竹木产业产值 | 60亿元 | 57.3亿元 | 未完成 | 县林业局 |
|  | JY-02 | 净增规上工业企业 | 14家 | 17家 | 完成 | 县经济和信息化局 |
| 城乡建设 | JY-03 | 改造老旧小区 | 22个 | 22个 | 完成 | 县住建局 |
|  | JY-04 | 打通未贯通道路 | 9条 | 8条 | 未完成 |  |
"""


@pytest.fixture(scope="module")
def plans(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("coded"), {"q.txt": QUARTER, "y.txt": YEAR})


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("龙泉市三季度表里编号2-2的任务是什么?", ("新增公交线路", "1条")),
        ("龙泉市第1-3项是什么任务?", ("建成青瓷工作室", "66间")),
        ("龙泉市2-1是什么任务,谁负责?", ("新改建农村公路", "市交通运输局")),
        ("缙云县2023年JY-04是什么?完成没有?", ("打通未贯通道路", "8条", "未完成")),
        ("缙云县jy02呢?", ("净增规上工业企业", "17家")),
        ("龙泉市青瓷总产值归哪个攻坚、责任单位是谁?", ("青瓷产业攻坚", "市青瓷产业局")),
        ("龙泉市到2023年9月末建成了多少间青瓷工作室?", ("66间",)),
        ("缙云县2023年净增规上工业企业多少家?", ("净增规上工业企业:17家",)),
    ],
)
def test_a_code_names_its_row(plans: Assistant, question: str, told: tuple[str, ...]) -> None:
    answer = plans.ask(question)
    assert answer.kind == "answer"
    assert all(words in answer.text for words in told), answer.text


def test_a_row_is_not_told_where_it_has_no_figure_of_what_is_asked(plans: Assistant) -> None:
    assert plans.ask("缙云县2023年JY-03的老旧小区改造花了多少钱?").kind == "refusal"
    assert plans.ask("缙云县2023年编号JY-77是什么?").kind == "refusal"


def test_rows_by_the_word_of_the_column_of_states(plans: Assistant) -> None:
    answer = plans.ask("龙泉市三季度有哪些任务滞后?")
    assert "共2项" in answer.text
    assert "培育青瓷龙头企业" in answer.text
    assert "新增公交线路" in answer.text
    assert "青瓷总产值" not in answer.text


def test_a_table_of_the_third_quarter_gives_no_figure_of_that_quarter_alone(
    plans: Assistant,
) -> None:
    answer = plans.ask("龙泉市2023年第三季度青瓷总产值是多少?")
    assert answer.kind != "answer" or "前三季度" in answer.text
