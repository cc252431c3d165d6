"""Cells asked for by row and column, and rows by the state that a column tells."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import open_over

from assistant.chain import Assistant
from assistant.evidence.columns_named import columns_named
from assistant.evidence.grids import grids_of
from assistant.evidence.lines_named import line_named
from assistant.schema import Turn
from assistant.tables.rows import lines_of

WORKS = """余姚市2024年重点工程进展情况表(截至2024年8月底)
单位:万元
序号	项目	类别	内容	总投资	年度计划投资	1-8月完成投资	项目业主	责任单位	进度	完成时限
1	姚北大道改造	交通	道路5.2公里	31000	9000	7400	市交投公司	市交通局	路基80%	11月
2	兰江中学新建	教育	新建36个班	26000	8000		市教育局	兰江街道	前期手续办理	
3	牟山湖清淤	水利	清淤60万立方米	7200	4100	4300	市水务集团	市水利局	已完工	9月
4	城东医院扩建	卫生	床位200张	18000	6000	5100	市卫健局	市卫健局	主体封顶	12月
"""
SUPPORT = """慈溪市2023年民生实事进展表

| 序号 | 项目名称 | 子项目 | 年度目标 | 1-10月进展 | 责任人 | 是否完成 | 评价 |
| 1 | 养老服务 | 老年食堂 | 新建6个 | 建成6个 | 王一帆 | 是 | 好于预期 |
| | | 家庭床位 | 新建90张 | 建成70张 | 周立平 | 否 | 滞后 |
| 2 | 教育提升 | 幼儿园新建 | 新建2所 | 主体封顶 | 陈小雨 | 否 | 滞后 |
| 3 | 绿化提升 | 口袋公园 | 新建8处 | 建成8处 | 王一帆 | 是 | 好于预期 |
"""
COUNTIES = """宁波市2023年县区主要指标

县区
地区生产总值(亿元)
增速(%)
固定资产投资增速(%)
海曙区
1480.2
5.1
6.3
江北区
820.4
6.0
-2.5
象山县
760.9
4.4
9.8
宁海县
905.7
5.8
7.1
"""


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    documents = {"works.txt": WORKS, "support.txt": SUPPORT, "counties.txt": COUNTIES}
    return open_over(tmp_path_factory.mktemp("cells"), documents)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("余姚市姚北大道改造的项目业主是谁?", "项目业主:市交投公司"),
        ("余姚市姚北大道改造的责任单位是哪个?", "责任单位:市交通局"),
        ("余姚市2024年城东医院扩建1-8月完成投资多少?", "1-8月完成投资:5100万元"),
        ("余姚市城东医院扩建年度计划投资多少?", "年度计划投资:6000万元"),
        ("余姚市牟山湖清淤什么时候完成?", "完成时限:9月"),
        ("余姚市城东医院扩建的进度", "进度:主体封顶"),
        ("慈溪市家庭床位的责任人是谁?", "责任人:周立平"),
        ("慈溪市家庭床位是滞后还是好于预期?", "评价:滞后"),
        ("余姚市城东医院扩建是什么类型的项目?", "类别:卫生"),
    ],
)
def test_the_cell_of_the_row_and_the_column_is_told_and_no_neighbour(
    tables: Assistant, question: str, told: str
) -> None:
    answer = tables.ask(question)
    assert answer.text.count("\n") == 0
    assert told in answer.text


@pytest.mark.parametrize(
    "question",
    ["余姚市兰江中学新建1-8月完成投资多少?", "余姚市兰江中学新建的完成时限是几月?"],
)
def test_an_empty_cell_is_said_to_be_empty(tables: Assistant, question: str) -> None:
    answer = tables.ask(question)
    assert answer.refused
    assert "没有填写" in answer.text


def test_a_cell_of_other_months_or_another_year_is_not_told(tables: Assistant) -> None:
    assert "5100" not in tables.ask("余姚市城东医院扩建2024年1-6月完成投资多少?").text
    assert "5100" not in tables.ask("余姚市城东医院扩建2023年完成投资多少?").text


def test_a_value_among_numbers_that_tabs_part_is_cited_by_itself(tables: Assistant) -> None:
    answer = tables.ask("余姚市城东医院扩建年度计划投资多少?")
    assert "6000" in [c.text for c in answer.citations]


def test_rows_that_are_not_done_or_lag_are_listed(tables: Assistant) -> None:
    for question in ("慈溪市未完成的子项目有哪些?", "慈溪市2023年滞后的子项目有哪些?"):
        text = tables.ask(question).text
        assert "家庭床位" in text
        assert "幼儿园新建" in text
        assert "口袋公园" not in text


def test_a_district_without_documents_is_found_in_its_citys_table(tables: Assistant) -> None:
    assert "固定资产投资增速:9.8%" in tables.ask("象山县2023年固定资产投资增速是多少?").text
    assert "760.9" in tables.ask("象山县2023年地区生产总值是多少?").text
    assert tables.ask("象山县2022年地区生产总值是多少?").refused
    assert tables.ask("奉化区2023年地区生产总值是多少?").refused


def test_a_countys_figure_is_not_its_citys(tables: Assistant) -> None:
    assert tables.ask("宁波市2023年固定资产投资增长多少?").refused


def test_a_growth_that_fell_is_that_of_the_named_column(tables: Assistant) -> None:
    text = tables.ask("宁波市2023年固定资产投资下降的是哪个县区?").text
    assert "江北区:-2.5%" in text
    assert "海曙区" not in text


def test_columns_are_named_by_their_longest_words(tables: Assistant) -> None:
    grid = grids_of(lines_of(tables.evidence, ["works.txt"]))[0]
    assert [c.header for c in columns_named("1-8月完成投资多少", grid)] == ["1-8月完成投资"]
    assert columns_named("谁牵头", grid) == []
    named = line_named("牟山湖清淤到哪一步", grid)
    assert named is not None
    assert named.cell.text == "牟山湖清淤"
    assert line_named("水利项目", grid) is None or named.line.row.cells


def test_a_follow_up_asks_of_the_same_row_or_for_the_same_column(tables: Assistant) -> None:
    first = "余姚市2024年城东医院扩建年度计划投资多少?"
    answer = tables.ask(first)
    history = [Turn(first, answer.standalone_question, answer.text)]
    assert "总投资:18000万元" in tables.ask("总投资呢?", history).text
    assert "年度计划投资:9000万元" in tables.ask("姚北大道改造呢?", history).text


def test_a_name_inside_that_of_another_indicator_is_no_row(tmp_path: Path) -> None:
    trade = """慈溪市2023年主要指标

| 指标 | 单位 | 2022年 | 2023年 | 比上年增长(%) |
| 出口 | 亿元 | 51.2 | 48.6 | -5.1 |
| 工业投资 | 亿元 | 30.1 | 33.4 | 11.0 |
"""
    tables = open_over(tmp_path, {"trade.txt": trade})
    grid = grids_of(lines_of(tables.evidence, ["trade.txt"]))[0]
    assert line_named("进出口总额呢", grid) is None
    named = line_named("出口呢", grid)
    assert named is not None
    assert named.cell.text == "出口"


def test_a_headers_own_year_is_not_contradicted(tmp_path: Path) -> None:
    plan = """慈溪市2025年主要指标计划表

| 指标 | 单位 | 2024年预计完成 | 2025年计划 |
| 城镇新增就业 | 人 | 5386 | 5500 |
| 新增停车泊位 | 个 | 820 | 900 |
"""
    text = (
        open_over(tmp_path, {"plan.txt": plan}).ask("慈溪市2024年城镇新增就业预计完成多少人?").text
    )
    assert "5386人" in text
    assert "2025年城镇新增就业" not in text


def test_a_rate_on_the_year_before_is_told_with_its_year(tmp_path: Path) -> None:
    trade = """慈溪市2023年主要指标

| 指标 | 单位 | 2022年 | 2023年 | 比上年增长(%) |
| 出口 | 亿元 | 51.2 | 48.6 | -5.1 |
| 工业投资 | 亿元 | 30.1 | 33.4 | 11.0 |
"""
    text = open_over(tmp_path, {"trade.txt": trade}).ask("慈溪市2023年工业投资增长多少?").text
    assert "慈溪市2023年" in text
    assert "11.0%" in text


def test_a_follow_up_keeps_one_level_of_a_header_and_names_the_other(tmp_path: Path) -> None:
    towns = (
        "乡镇,农房改造_任务(户),农房改造_完成(户),户厕改造_任务(户),户厕改造_完成(户)\n"
        "南安镇,120,131,260,241\n内良乡,30,22,55,41\n左拔镇,45,46,70,75\n合计,195,199,385,357\n"
    )
    tables = open_over(tmp_path, {"大余县2024年各乡镇改造进度情况.csv": towns})
    history: list[Turn] = []
    for question, told in (
        ("大余县2024年南安镇农房改造完成多少户?", "131户"),
        ("内良乡呢?", "22户"),
        ("任务是多少?", "30户"),
        ("户厕改造呢?", "55户"),
        ("全县合计呢?", "385户"),
        ("左拔镇呢?", "70户"),
    ):
        answer = tables.ask(question, history)
        assert told in answer.text, (question, answer.text)
        assert answer.text.count("户[") == 1
        history.append(Turn(question, answer.standalone_question, answer.text))


def test_who_builds_is_told_only_where_a_document_says_so(tables: Assistant) -> None:
    assert tables.ask("余姚市城东医院扩建的施工单位是谁?").refused


def test_each_of_two_districts_is_answered_by_its_whole(tmp_path: Path) -> None:
    def progress(name: str, whole: int, part: int) -> str:
        return (
            f"{name}2025年民生实事进展情况(截至2025年9月底)\n\n"
            "序号 | 实事内容 | 年度目标 | 截至9月底进展 | 牵头单位\n"
            f"1 | 新增停车泊位 | 900个 | 建成{whole}个,其中公共泊位{part}个 | 城管局\n"
            "2 | 老旧小区改造 | 12个 | 完工9个 | 住建局\n"
        )

    documents = {
        "cixi.txt": progress("慈溪市", 812, 230),
        "yuyao.txt": progress("余姚市", 940, 315),
    }
    text = open_over(tmp_path, documents).ask("慈溪和余姚2025年前三季度新增停车泊位各多少?").text
    assert "新增停车泊位812个" in text
    assert "新增停车泊位940个" in text
    assert "余姚市(940个)高于慈溪市(812个)" in text
    assert "315个" not in text  # of the whole alone a conclusion is drawn


REVENUE = """芦洲区2024年收支情况表

单位:万元

科目 | 预算数 | 决算数 | 比上年增长%
税收收入 | 120000 | 119180 | 3.2
纳税户数(户) | 3000 | 3220 | 7.3
合计 | 160000 | 160760 | 0.9
"""
ROADS = """枫林区2024年交通项目进展

单位:万元
序号 | 项目名称 | 总投资 | 工程量
1 | 滨水绿道(公里) | 5000 | 12
2 | 公共停车场(个) | 3000 | 4
"""


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("芦洲区2024年纳税户数决算数是多少?", "3220户"),
        ("芦洲区2024年税收收入决算数是多少?", "119180万元"),
        ("枫林区2024年滨水绿道工程量是多少?", "12公里"),
        ("枫林区2024年滨水绿道总投资多少?", "5000万元"),
    ],
)
def test_a_rows_name_gives_the_unit_before_the_words_over_the_table(
    tmp_path: Path, question: str, told: str
) -> None:
    tables = open_over(tmp_path, {"revenue.txt": REVENUE, "roads.txt": ROADS})
    assert told in tables.ask(question).text


def test_a_number_and_the_state_that_is_offered_are_both_told(tables: Assistant) -> None:
    told = tables.ask("慈溪市家庭床位的年度目标是多少,是滞后还是好于预期?").text
    assert "90张" in told
    assert "滞后" in told
