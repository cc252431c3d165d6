"""Names that are near the asked one: a part of it, a flow of it, another column's or place's."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import assert_says, open_over

from assistant.chain import Assistant
from assistant.schema import Turn

REPORT = """# 诸暨市2024年政府工作报告
一、2023年工作回顾
2023年,全市实现地均生产总值1.8亿元/平方公里。创建省级垃圾分类示范小区12个,新增人才公寓820套。
核定一般债务限额61.5亿元。规上纺织企业数量居全省第二,总数达到430家。
2019-2023年,全市累计新增城镇就业9.6万人。
三都人民医院扩建投资2.4亿元。
民生支出增长8.3%。
二、2024年工作安排
2024年,计划新增人才公寓500套。
"""
BUDGET = """诸暨市2023年财政收支决算表
单位:万元
项目	年初预算	调整预算	决算数	决算数为调整预算的%	比上年增长%
增值税	90000	95000	94100	99.1	4.2
契税	30000	28000	27500	98.2	-3.1
"""
OTHER = """# 嵊州市2024年政府工作报告
2023年,地区生产总值增长6.1%。
"""


@pytest.fixture(scope="module")
def near(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    documents = {"report.txt": REPORT, "budget.txt": BUDGET, "other.txt": OTHER}
    return open_over(tmp_path_factory.mktemp("near"), documents)


@pytest.mark.parametrize(
    "question",
    [
        "诸暨市2023年生产总值是多少?",  # 地均生产总值
        "诸暨市2023年生活垃圾分类示范小区有多少个?",  # those of the province
        "诸暨市2023年一般债券是多少?",  # 一般债务限额
        "诸暨市2023年规上企业达到多少家?",  # 规上纺织企业
        "诸暨市2023年规上企业总量是多少?",
        "新增人才公寓,西湖是多少?",  # a place of many names, and of no document
        "诸暨市2022年城镇新增就业多少人?",  # of several years
        "嵊州市2023年三都人民医院扩建投资是多少?",  # of another city
        "诸暨市2023年契税决算的目标是多少?",
        "诸暨市2023年契税调整预算增长多少?",  # the column of growth is that of the 决算
        "诸暨市2023年民生支出占年计划是多少?",  # its growth
    ],
)
def test_a_figure_of_a_near_name_is_no_answer(near: Assistant, question: str) -> None:
    answer = near.ask(question)
    assert answer.refused, answer.text


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("诸暨市2023年契税决算为调整预算的多少?", "98.2%"),
        ("诸暨市2023年契税决算数是多少?", "27500"),
        ("诸暨市2023年契税比上年增长多少?", "-3.1"),
        ("诸暨市2023年人才公寓新增了多少套?", "820套"),
        ("诸暨市2023年地均生产总值是多少?", "1.8亿元"),
        ("诸暨市2023年省级垃圾分类示范小区有多少个?", "12个"),
        ("诸暨市2023年三都人民医院扩建投资是多少?", "2.4亿元"),
        ("诸暨市2019-2023年城镇新增就业多少人?", "9.6万人"),
    ],
)
def test_the_same_figures_answer_under_their_own_names(
    near: Assistant, question: str, expected: str
) -> None:
    assert expected in near.ask(question).text


def test_groups_are_not_counted_for_who_makes_them_up(tmp_path: Path) -> None:
    text = "诸暨市2024年工作进展\n\n一、平安建设\n\n全市组建护河员队伍46支，人员3180人。\n"
    assistant = open_over(tmp_path, {"a.txt": text})
    for question in ("诸暨市有多少护河员?", "诸暨市有多少名护河员?", "诸暨市护河员队伍有多少人员?"):
        assert "3180人" in assistant.ask(question).text
    assert "3180" not in assistant.ask("诸暨市有多少支护河员队伍?").text
    (tmp_path / "alone").mkdir()
    alone = open_over(tmp_path / "alone", {"a.txt": text.replace("，人员3180人", "")})
    assert alone.ask("诸暨市有多少护河员?").refused


def test_a_number_that_is_shown_is_told_for_what_it_is(near: Assistant) -> None:
    asked = "诸暨市2023年新增了多少人才公寓?"
    first = near.ask(asked)
    turn = Turn(asked, first.standalone_question, first.text)
    for question in ("不对,我看到的是500套,这个500是什么?", "那500套是指什么?"):
        assert_says(near.ask(question, [turn]), ["2024年目标", "500套"], ["820套"])


TRADES = """句容市2024年国民经济和社会发展计划执行情况与2025年国民经济和社会发展计划草案的报告

一、2024年计划执行情况

全年规上工业总产值增长4.1%。新型电力装备制造业营收达到180亿元。

二、2025年主要任务

推进制造业、服务业两业融合发展,新型电力装备制造、现代物流服务业营收分别达到210亿元、36亿元。
"""


def test_what_a_trade_earned_is_none_of_what_it_added(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    report = open_over(tmp_path_factory.mktemp("trades"), {"report.txt": TRADES})
    assert report.ask("句容市2024年规上制造业增加值增长多少?").refused


def test_the_output_of_one_product_is_none_of_another(tmp_path: Path) -> None:
    bulletin = """2023年余姚市国民经济和社会发展统计公报
一、农业
全年粮食产量21.6万吨,增长1.2%。
二、工业
全年规模以上工业营业收入1285.7亿元。主要产品产量:家用电冰箱82.4万台,增长5.7%;房间空气调节器315.2万台,增长8.9%;微波炉41.6万台,下降2.3%。
"""
    told = open_over(tmp_path, {"a.txt": bulletin})
    assert told.ask("余姚市2023年洗衣机产量多少?").refused
    assert told.ask("余姚市2023年生产了多少台洗衣机?").refused
    for question in ("生产了多少台空调?", "空调产量多少台?", "生产空调多少台?"):
        assert_says(told.ask(f"余姚市2023年{question}"), ["315.2万台"], ["82.4", "41.6"])
