"""Rows picked by what a question demands: bounds, deadlines, states, groups, parts of a whole."""

from __future__ import annotations

import pytest
from conftest import open_over

from assistant.chain import Assistant

PROJECTS = """泾县2024年重点项目1-9月进展情况表

单位:万元
序号 | 项目名称 | 项目业主 | 总投资 | 2024年计划 |  | 1-9月完成情况 |  | 责任领导
 |  |  |  | 投资额 | 形象进度 | 投资额 | 形象进度 |
合计(4个) |  |  | 492000 | 120500 |  | 87600 |  |
一、产业发展类(2个) |  |  | 336000 | 68000 |  | 52500 |  |
1 | 宣纸小镇二期 | 县文旅投公司 | 86000 | 18000 | 主体完工 | 21500 | 已建成投用 | 汪海波
2 | 琴溪抽水蓄能电站 | 皖能公司 | 250000 | 50000 | 坝体填筑 | 31000 | 用地报批滞后 | 章晓东
二、基础设施类(2个) |  |  | 156000 | 52500 |  | 35100 |  |
3 | 滨河路改建工程 | 县交投公司 | 119700 | 40000 | 路基完成70% | 22100 | 路基完成45% | 章晓东
4 | 城区供水管网改造 | 县文旅投公司 | 36300 | 12500 | 完成40公里 | 13000 | 完成46公里 | 周敏
"""
PROMISES = """石门县2024年民生实事完成情况表
(截至2024年11月底)

序号	类别	项目名称	完成率(%)	牵头单位	责任单位	完成时限
1	教育惠民	农村食堂改造	91.7	县教育局	县住建局	2024年12月底
2		公办幼儿园新建	100	县教育局	县财政局	2024年8月底
3	人居环境	老旧小区改造	83.3	县住建局	楚江街道	2024年12月底
4		农村户厕改造	102	县农业农村局 县妇联	各乡镇	2024年10月底
"""
TARGETS = """# 荣县2024年上半年考核指标完成情况

| 指标名称 | 计量单位 | 全年目标 | 1-6月完成 | 同比增长(%) | 是否达到序时进度 |
|---|---|---:|---:|---:|---|
| 一、经济发展 | | | | | |
| 固定资产投资 | 亿元 | 180 | 97.2 | 8.3 | 是 |
| 其中:工业投资 | 亿元 | 72 | 33.1 | 4.2 | 否 |
| 一般公共预算收入 | 亿元 | 12.6 | 6.78 | 7.4 | 是 |
| 其中:税收收入 | 亿元 | 7.2 | 3.41 | -2.3 | 否 |
| 二、民生保障 | | | | | |
| 城镇新增就业 | 人 | 4000 | 2380 | 3.0 | 是 |
"""
TOWNS = """宁津县2024年1-8月各乡镇重点指标通报

截至8月底,全县序时进度为66.7%。

附件1 固定资产投资完成情况
	年度任务(亿元)	1-8月完成(亿元)	完成率(%)	排名
津城街道	18.0	13.5	75.0	1
柴胡店镇	12.0	8.8	73.3	2
保店镇	6.0	3.3	55.0	3
合计	36.0	25.6	71.1	

附件2 招商引资项目落地情况
乡镇|签约项目(个)|开工项目(个)|到位资金(万元)
津城街道|12|9|86000
柴胡店镇|10|8|41000
保店镇|3|0|6200
合计|25|17|133200
"""
BULLETIN = """监利市2023年统计公报

二、农业
表1 2023年主要农产品产量
产品名称
单位
产量
比上年增长(%)
粮食
万吨
142.36
1.2
小麦
万吨
8.15
-2.6
油料
万吨
11.42
3.8

三、固定资产投资
全年固定资产投资增长7.8%。
表2 2023年固定资产投资增长情况
指标 比上年增长(%)
固定资产投资 7.8
其中:民间投资 9.1
房地产开发投资 -8.4
"""


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    documents = {
        "projects.txt": PROJECTS,
        "promises.txt": PROMISES,
        "targets.md": TARGETS,
        "towns.txt": TOWNS,
        "bulletin.txt": BULLETIN,
    }
    return open_over(tmp_path_factory.mktemp("selections"), documents)


@pytest.mark.parametrize(
    ("question", "named", "others"),
    [
        ("泾县总投资超过10亿元的项目有哪些?", ("琴溪", "滨河路"), ("宣纸", "供水", "合计")),
        ("泾县基础设施类项目有哪些?", ("滨河路", "供水管网"), ("琴溪", "宣纸")),
        ("泾县1-9月完成投资超过全年计划的项目有哪些?", ("宣纸", "供水"), ("琴溪", "滨河路")),
        ("泾县哪些项目已经建成投用?", ("宣纸",), ("琴溪", "滨河路", "供水")),
        ("泾县县文旅投公司是哪几个项目的业主?", ("宣纸", "供水"), ("琴溪", "滨河路")),
        ("石门县哪些民生实事还没有完成?", ("食堂", "老旧小区"), ("幼儿园", "户厕")),
        ("石门县超额完成的民生实事有哪些?", ("户厕",), ("幼儿园", "食堂")),
        ("石门县2024年10月底前要完成的任务有哪些?", ("幼儿园", "户厕"), ("食堂", "小区")),
        ("石门县教育惠民类有哪些任务?", ("食堂", "幼儿园"), ("小区", "户厕")),
        ("石门县教育惠民类里没有完成的是哪项?", ("食堂",), ("幼儿园", "小区")),
        ("石门县妇联牵头哪件实事?", ("户厕",), ("食堂", "小区")),
        ("石门县住建局参与哪些任务?", ("食堂",), ("小区", "户厕")),
        ("石门县住建局牵头哪些任务?", ("小区",), ("食堂", "户厕")),
        ("荣县上半年哪些指标没有达到序时进度?", ("工业投资", "税收收入"), ("就业",)),
        ("荣县上半年同比下降的指标有哪些?", ("税收收入", "-2.3%"), ("工业投资", "就业")),
        ("宁津县哪些乡镇固定资产投资低于序时进度?", ("66.7%", "保店镇"), ("津城", "柴胡店")),
        ("宁津县到位资金超过4亿元的乡镇有哪些?", ("津城", "柴胡店"), ("保店", "合计")),
        ("宁津县哪个乡镇没有开工项目?", ("保店镇",), ("津城", "柴胡店")),
        ("宁津县固定资产投资完成率排第二的是哪个乡镇?", ("柴胡店镇",), ("津城", "保店")),
        ("泾县重点项目分哪几类,每类几个?", ("产业发展(2项)", "基础设施(2项)"), ("宣纸",)),
        ("石门县民生实事分哪几类?", ("教育惠民(2项)", "人居环境(2项)"), ("食堂",)),
        ("泾县哪些项目1-9月投资已经超过今年计划了?", ("宣纸", "供水"), ("琴溪", "滨河路")),
        ("监利市2023年哪些农产品产量下降?", ("小麦", "-2.6%"), ("粮食", "房地产")),
    ],
)
def test_the_rows_that_meet_every_condition_are_listed_and_no_others(
    tables: Assistant, question: str, named: tuple[str, ...], others: tuple[str, ...]
) -> None:
    answer = tables.ask(question)
    assert not answer.refused
    assert all(word in answer.text for word in named), answer.text
    assert not any(word in answer.text for word in others), answer.text


@pytest.mark.parametrize(
    ("question", "figure", "others"),
    [
        ("泾县产业发展类项目1-9月完成投资多少?", "52500万元", ("31000", "87600")),
        ("泾县重点项目1-9月完成投资合计多少?", "87600万元", ("52500", "227600")),
        ("宁津县签约项目最多的乡镇是哪个?", "津城街道:12个", ("25",)),
        ("宁津县到位资金合计多少?", "133200万元", ("266400",)),
        ("宁津县保店镇固定资产投资完成率是多少?", "55.0%", ("71.1",)),
        ("荣县固定资产投资中工业投资上半年完成多少?", "33.1亿元", ("97.2",)),
        ("荣县上半年税收收入增长多少?", "-2.3%", ("7.4",)),
        ("监利市2023年民间投资增长多少?", "9.1%", ("7.8",)),
    ],
)
def test_sums_answer_for_what_they_sum_and_parts_for_themselves(
    tables: Assistant, question: str, figure: str, others: tuple[str, ...]
) -> None:
    text = tables.ask(question).text
    assert figure in text
    assert not any(other in text for other in others), text


@pytest.mark.parametrize(
    "question",
    [
        "泾县哪些项目的混凝土强度低于30?",
        "石门县哪些养老项目还没有完成?",
        "宁津县满意度低于60%的乡镇有哪些?",
        "荣县哪些指标的排名下降了?",
    ],
)
def test_what_no_column_and_no_row_tells_is_not_answered_by_another(
    tables: Assistant, question: str
) -> None:
    assert "符合的共" not in tables.ask(question).text


def test_a_part_is_told_with_the_whole_that_it_is_of(tables: Assistant) -> None:
    text = tables.ask("荣县上半年同比下降的指标有哪些?").text
    assert "一般公共预算收入其中:税收收入" in text


def test_the_tables_of_a_document_are_made_once(tables: Assistant) -> None:
    source = ["towns.txt"]
    first, again = tables.evidence.grids(source), tables.evidence.grids(source)
    assert [a is b for a, b in zip(first, again, strict=True)] == [True, True]
