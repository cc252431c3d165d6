"""Headers of tables of one cell a line: an unnamed first column, and names that no list has."""

from __future__ import annotations

import re

import pytest

from assistant.language.columns import subject_cell
from ingest.tables.find import find_tables

BULLETIN = """表1
2023年会昌县生产总值及增长速度
单位:万元、%

绝对数
比上年增长
生产总值
2512000
5.3
其中:第一产业
412000
-1.4
建筑业
233000
8.1
房地产业
97000
-6.2

全年粮食种植面积31万亩,比上年增加0.4万亩。
"""
DUTIES = """2021年民生实事任务分解表
序号
惠民实事
责任单位
完成时限
1
改造城北河岸步道6公里。
县水利局
县林业局
县城投公司
10月底前
2
开工建设县福利院二期。
县民政局
4月底前动工
启动殡仪馆迁建。
12月底前
3
新建公厕12座。
县城管局
县住建局
9月底前
打印
"""


PROGRESS = """类别
序号
项目内容
年度任务
牵头单位
截至9月底完成数
完成率
进展说明
城乡建设
1
老旧小区改造
30个
县住建局
24个
80%
其余小区均已进场施工。
2
棚户区改造
410户
410户
100%
全部签约腾空，其中货币化安置280户。
教育文化
3
新增公办学位
2400个
县教育局
2400个
100%
两所学校均已开学。
4
送戏下乡
90场
95场
105.6%
惠及群众2.6万人次。
"""


def cells(text: str) -> list[dict[str, str]]:
    (table,) = find_tables(text)
    return [{h: " ".join(c.text.split()) for h, c in row.cells.items()} for row in table.rows]


def test_a_first_column_without_a_name_takes_the_labels_of_the_rows() -> None:
    rows = cells(BULLETIN)
    assert [list(row.values()) for row in rows] == [
        ["生产总值", "2512000", "5.3"],
        ["其中:第一产业", "412000", "-1.4"],
        ["建筑业", "233000", "8.1"],
        ["房地产业", "97000", "-6.2"],
    ]
    assert list(rows[0])[1:] == ["绝对数", "比上年增长"]


def test_a_column_of_remarks_behind_figures_is_no_label_of_the_next_row() -> None:
    rows = ("120\n4.1\n口径调整\n", "80\n2.2\n初步数\n", "60\n1.0\n快报数\n", "40\n3.0\n快报数\n")
    for table in find_tables("总量\n增速\n备注\n" + "".join(rows)):
        assert "备注" in table.header


def test_units_one_a_line_share_a_cell_and_a_task_below_a_deadline_shares_its_number() -> None:
    rows = cells(DUTIES)
    assert [(row["序号"], row["惠民实事"], row["责任单位"], row["完成时限"]) for row in rows] == [
        ("1", "改造城北河岸步道6公里。", "县水利局 县林业局 县城投公司", "10月底前"),
        ("2", "开工建设县福利院二期。", "县民政局", "4月底前动工"),
        ("2", "启动殡仪馆迁建。", "县民政局", "12月底前"),
        ("3", "新建公厕12座。", "县城管局 县住建局", "9月底前"),
    ]
    (table,) = find_tables(DUTIES)
    assert set(table.rows[2].inherited) == {"序号", "责任单位"}


def test_a_name_that_no_list_has_stands_in_the_header_and_merged_units_are_left_out() -> None:
    rows = cells(PROGRESS)
    assert [tuple(row.values())[:6] for row in rows] == [
        ("城乡建设", "1", "老旧小区改造", "30个", "县住建局", "24个"),
        ("城乡建设", "2", "棚户区改造", "410户", "县住建局", "410户"),
        ("教育文化", "3", "新增公办学位", "2400个", "县教育局", "2400个"),
        ("教育文化", "4", "送戏下乡", "90场", "县教育局", "95场"),
    ]
    (table,) = find_tables(PROGRESS)
    assert [subject_cell(row).text for row in table.rows][2:] == ["新增公办学位", "送戏下乡"]


def test_a_header_in_one_line_heads_cells_of_a_line_each() -> None:
    rows = cells(
        "三季度完成情况\n\n序号  目标任务  分管领导  责任部门  完成情况\n\n一、经济\n\n"
        "1\n工业增加值增长8%\n成建华\n县工信局\n1-9月增长9.2%。\n\n"
        "2\n外资2.2亿美元\n周文\n县商务局\n到账1.4亿美元。\n\n"
        "二、民生\n\n3\n新建学校6所\n高敏\n县教育局\n4所建成。\n"
    )
    assert [tuple(row.values()) for row in rows][1:] == [
        ("2", "外资2.2亿美元", "周文", "县商务局", "到账1.4亿美元。"),
        ("3", "新建学校6所", "高敏", "县教育局", "4所建成。"),
    ]


def test_names_above_stand_over_several_names_of_a_lower_header() -> None:
    rows = cells(
        "镇街|清洁取暖改造(户)|||农村道路硬化(公里)||\n|年度目标|1-9月完成|完成率|年度目标|1-9月完成|完成率\n"
        "甲街道|1200|1080|90.0%|8|7.2|90.0%\n乙镇|900|846|94.0%|6|6.3|105.0%\n合计|2100|1926|91.7%|14|13.5|96.4%\n"
    )
    assert rows[1]["农村道路硬化(公里) 1-9月完成"] == "6.3"
    assert rows[2]["清洁取暖改造(户) 完成率"] == "91.7%"


def test_a_chapter_between_stacked_rows_gives_its_leader_to_those_below() -> None:
    rows = cells(
        "责任分解表\n序号\n目标任务\n牵头单位\n责任人\n"
        "一、经济工作(牵头领导:成建华)\n1\n生产总值增长8%。\n县发改局\n王志强\n"
        "2\n财政收入增长9%。\n县财政局\n李春明\n"
        "二、民生工作(牵头领导:周文)\n3\n新建幼儿园2所。\n县教育局\n陈立\n"
    )
    assert [row["牵头领导"] for row in rows] == ["成建华", "成建华", "周文"]


def test_a_row_that_breaks_off_with_its_text_takes_nothing_from_above() -> None:
    text = (
        "序号 | 项目 | 完成情况 | 责任单位 | 责任人 |\n"
        "1 | 新增托位900个 | 新增托位920个。 | 市卫健局 | 李明 |\n"
        "2 | 新建公园3个 | 建成3个。 | 市城管局 | 张强 |\n"
        "3 | 新建幼儿园4所 | 建成投用城东、城西"
    )
    last = cells(text)[-1]
    assert last["完成情况"] == "建成投用城东、城西"
    assert "责任单位" not in last
    (table,) = find_tables(text)
    assert {"责任单位", "责任人"} <= set(table.rows[-1].doubtful)


PIPED = """2024年民生实事进展情况
序号 |
项目名称 |
目标任务 |
牵头单位 |
责任单位 |
进展情况 |
1 |
托育服务提升工程 |
新建托育园3所,新增托位360个。 |
县卫健局 |
县国资公司 |
2所已完工,新增托位240个。 |
2 |
便民交通工程 |
开通镇村公交线路5条。 |
县交通局 |
|
5条线路均已开通。 |
3 |
清洁供水工程 |
改造老旧管网42公里。 |
|
县水务集团 |
已改造管网38公里。 |
"""


def test_a_cell_that_is_printed_empty_is_left_empty() -> None:
    rows = find_tables(PIPED)[0].rows
    told = [{h: c.text for h, c in row.cells.items()} for row in rows]
    assert [row.get("牵头单位") for row in told] == ["县卫健局", "县交通局", None]
    assert [row.get("责任单位") for row in told] == ["县国资公司", None, "县水务集团"]
    assert [row["进展情况"][:3] for row in told] == ["2所已", "5条线", "已改造"]


def test_a_short_table_of_figures_between_paragraphs_has_a_caption_and_ends_before_prose() -> None:
    text = """三、工业
    全年工业总产值812.4亿元,增长4.1%。
    主要工业产品产量
    产品名称
    产量
    单位
    比上年增长（%）
    水泥
    3,120
    万吨
    -5.8
    发电量
    98.6
    亿千瓦时
    9.3
    光伏组件
    412.0
    万千瓦
    33.5

    四、投资
    全年固定资产投资增长7.7%,其中工业投资增长14.2%。
"""
    assert cells(text) == [
        {"产品名称": "水泥", "产量": "3,120", "单位": "万吨", "比上年增长（%）": "-5.8"},
        {"产品名称": "发电量", "产量": "98.6", "单位": "亿千瓦时", "比上年增长（%）": "9.3"},
        {"产品名称": "光伏组件", "产量": "412.0", "单位": "万千瓦", "比上年增长（%）": "33.5"},
    ]


LIGHTS = """序号
工作任务
全年目标
挂帅领导
牵头部门
一季度进度
评价灯
一、经济运行
1
规上工业增加值
增长5.5%
杨志
区经科局
1-2月增长6.3%
绿灯
2
固定资产投资
42亿元
黎豪
区发改局
完成7.8亿元，
同比下降11.5%
红灯
二、城市品质
3
新建口袋公园
5个
潘燕
区城管局
建成2个
黄灯
4
既有住宅加装电梯
16台
区住建局
完工3台
绿灯
备注：红灯指明显滞后。
"""


@pytest.mark.parametrize(
    "text", [LIGHTS, re.sub("[一二]、.*\n", "", LIGHTS.replace("，\n同比", "，同比"))]
)
def test_a_last_name_that_no_header_is_known_to_have_is_told_by_chapters_or_rows(
    text: str,
) -> None:
    rows = cells(text)
    assert [row["评价灯"] for row in rows] == ["绿灯", "红灯", "黄灯", "绿灯"]
    assert rows[3]["一季度进度"] == "完工3台"
