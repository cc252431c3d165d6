"""Documents that leave something to be understood: two values a cell, parts of a year, quotes."""

from __future__ import annotations

import pytest
from conftest import open_over

from assistant.chain import Assistant
from assistant.tables.focus import turn_of

PAIRS = """宁海县2024年民生实事分镇完成情况表（截至10月底）

一、总体情况
全年安排实事20件。推进滞后1件（县档案馆迁建）。

二、分镇进度
乡镇 | 新建改建村道（公里）：目标/完成 | 户厕改造（户）：目标 / 完成 | 技能培训（人）：目标/完成 |
长街镇 | 目标9.0 / 完成9.3 | 目标160 / 完成160 | 目标410 / 完成388 |
力洋镇 | 目标7.5 / 完成6.2 | 目标130 / 完成118 | 目标260 / 完成271 |
岔路镇 | 目标8.0 / 完成8.0 | 目标90 / 完成95 | 目标180 / 完成180 |
全县合计 | 目标24.5 / 完成23.5 | 目标380 / 完成373 | 目标850 / 完成839 |
牵头部门 | 县交通局 | 县农业农村局 | 县人力社保局 |
"""
QUARTERS = """象山县2024年前三季度经济运行情况通报

一、工业
全县规模以上工业总产值618.4亿元，增长7.9%。162户规上工业企业中，91户产值同比增长。重点产品中，注塑机产量2.36万台，增长12.1%。

二、财政
一般公共预算收入48.61亿元，增长2.4%。一般公共预算支出90.2亿元。

下一步建议：紧盯全年地区生产总值增长6.5%、规上工业增加值增长9%的目标。
"""
ITEMS = """奉化区2024年重要民生实事项目落实情况

1.完成老楼加装电梯30部。
主责单位：区住建局　协办单位：各街道　主管区领导：甲文远
落实情况：未完成。竣工21部。
2.新增托位280个。
主责单位：区教育局　协办单位：区卫健局　主管区领导：乙思齐
落实情况：已完成。新增托位312个。
3.新建充电桩500个。
主责单位：区发改局　协办单位：各镇街　主管区领导：甲文远
落实情况：基本完成。建成486个。
4.新建口袋公园6处。
主责单位：区园林局　协办单位：各街道　主管区领导：乙思齐
落实情况：已完成。建成6处。
"""
TASKS = (
    "余姚市2024年重点任务上半年落实情况\n\n"
    "板块\t序号\t年度任务\t上半年完成情况\t责任单位\n"
    "一、经济指标\t1\t地区生产总值增长6%\t5.2%\t市发改局\n"
    "\t2\t固定资产投资增长8%\t-2.4%\t市发改局\n"
    "二、生态环境\t3\t老濠河、闸河断面水质达Ⅳ类\t老濠河Ⅳ类、闸河Ⅲ类\t市生态环境局\n"
    "\t4\t新建步道9公里\t步道建成6.5公里，南段因防洪工程交叉施工延期\t市园林局\n"
)
REPORT = """慈溪市2024年政府工作报告

一、2023年工作回顾
2023年，城乡居民人均可支配收入分别达到78,120元和48,930元，城乡收入倍差缩小到1.597。全年新引进亿元以上项目52个，一般公共预算支出163.7亿元。力争新增“五优”企业33家的目标顺利完成。
"""


@pytest.fixture(scope="module")
def half_told(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    documents = {
        "fz.txt": PAIRS,
        "jd.txt": QUARTERS,
        "ss.txt": ITEMS,
        "bg.txt": REPORT,
        "rw.txt": TASKS,
    }
    return open_over(tmp_path_factory.mktemp("half"), documents)


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        ("宁海县力洋镇2024年户厕改造到10月底完成了多少户?", ["118"], ["130", "6.2"]),
        ("宁海县力洋镇2024年户厕改造目标多少户?", ["130"], ["118"]),
        (
            "宁海县长街镇2024年技能培训目标多少人?完成多少,够不够?",
            ["410", "388", "未达到"],
            [],
        ),
        (
            "宁海县到2024年10月底,哪几个乡镇村道没完成目标?",
            ["力洋镇"],
            ["长街镇", "岔路镇", "24.5"],
        ),
        ("象山县2024年前三季度一般公共预算收入是多少?", ["48.61亿元"], []),
        ("象山县2024年前三季度注塑机产了多少台?", ["2.36万台"], []),
        ("奉化区2024年民生实事里,哪几项没有写“已完成”?", ["电梯", "充电桩"], ["托位", "口袋公园"]),
        ("奉化区2024年新增托位这项工作由哪位区领导主管?", ["乙思齐"], ["甲文远"]),
        ("余姚市2024年上半年固定资产投资增速是多少?", ["-2.4%"], ["8%"]),
        ("余姚2024年上半年老濠河断面水质是几类?", ["Ⅳ类"], []),
        ("余姚2024年步道要建9公里,到6月底建成多少?", ["6.5公里"], []),
        ("余姚2024年步道建了多少公里?为什么没全建完?", ["6.5公里", "防洪工程"], []),
        ("象山县2024年全年GDP增长目标是多少?", ["6.5%"], ["9%"]),
        ("2023年慈溪城里人和农村人的收入差多少倍?", ["1.597"], ["78,120", "48,930"]),
    ],
)
def test_what_is_half_told_is_understood(
    half_told: Assistant, question: str, told: list[str], untold: list[str]
) -> None:
    answer = half_told.ask(question)
    assert not answer.refused
    assert all(word in answer.text for word in told), answer.text
    assert not any(word in answer.text for word in untold), answer.text


@pytest.mark.parametrize(
    "question",
    ["宁海县档案馆迁建总投资多少?", "慈溪市2023年引进了几个10亿元以上的?"],
)
def test_a_count_of_other_things_is_no_answer(half_told: Assistant, question: str) -> None:
    assert half_told.ask(question).refused


def test_a_follow_up_keeps_the_thing_of_a_column_with_two_values(half_told: Assistant) -> None:
    history = [turn_of(half_told.ask("宁海县2024年的技能培训,全县到10月底完成多少?"))]
    assert "839" in history[-1].text
    for question, told in (("全县目标呢?", "850"), ("长街镇完成多少?", "388")):
        answer = half_told.ask(question, history)
        history.append(turn_of(answer))
        assert told in answer.text


def test_sides_are_dated_as_their_documents_say(half_told: Assistant) -> None:
    answer = half_told.ask("象山县2024年前三季度和慈溪市2023年一般公共预算支出各多少?")
    assert "90.2亿元" in answer.text
    assert "|2024年前三季度|" in answer.text
    assert "1-9月" not in answer.text


WORKS = """云岭区2024年民生实事项目进展情况表(截至9月底)
序号 | 项目内容 | 进展情况 | 责任单位
1 | 新建安置房900套。 | 新建2处合计950套,其中城东地块安置房(410套)已完成总工程量的72%;\
北河地块安置房(540套)已完成总工程量的64%,计划12月底前完成。 | 区住建局
2 | 新增公交站亭12座。 | 新增公交站亭14座。 | 区交通局
更新公交站亭30座。 | 更新公交站亭33座。 | ||
3 | 新建区第三医院,总建筑面积5.2万平方米,设床位420张、停车位310个。 | 已完工。 | 区卫健局
4 | 新建区体育馆,总建筑面积1.1万平方米,设座椅2600个。 | 主体结构封顶。 | 区文旅局
"""


@pytest.fixture(scope="module")
def works(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("works"), {"works.txt": WORKS})


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        # Each of the things that a cell tells side by side.
        ("云岭区那两处安置房,2024年9月底各完成了总工程量的多少?", ["72%", "64%"], ["950"]),
        ("云岭区两处安置房2024年9月底各完成总工程量的多少?", ["72%", "64%"], ["950"]),
        # Two amounts asked for in one clause stand in two rows.
        ("到2024年9月底,云岭区新增了几座公交站亭、更新了几座?", ["14座", "33座"], ["12座"]),
        ("云岭区第三医院设多少张床位、多少个停车位?", ["目标", "420张", "310个"], []),
    ],
)
def test_each_of_several_amounts_is_told(
    works: Assistant, question: str, said: list[str], unsaid: list[str]
) -> None:
    text = works.ask(question).text
    assert all(words in text for words in said)
    assert not any(words in text for words in unsaid)


def test_a_plan_is_no_result_where_a_result_is_asked_for(works: Assistant) -> None:
    assert works.ask("云岭区第三医院已设多少张床位?").refused
