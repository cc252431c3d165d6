"""Tables as bulletins and task lists print them: sectors, their growth and share, who is in charge.

No figure of these documents is a real one.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import open_over

from assistant.chain import Assistant
from assistant.schema import Answer

QINGYUAN = """会昌县2023年国民经济和社会发展统计公报

一、综合
初步测算,2023年实现生产总值2512000万元,比上年增长5.3%。其中,第一产业增加值412000万元,下降1.4%;第二产业增加值903000万元,增长6.6%;第三产业增加值1197000万元,增长6.4%。三次产业比为16.4:35.9:47.7。
表1
2023年会昌县生产总值及增长速度
单位:万元、

绝对数
比上年增长
生产总值
2512000
5.3
其中:农林牧渔业
431000
-1.1
工业
670000
5.9
建筑业
233000
8.1
交通运输、仓储和邮政业
88000
-3.6
住宿和餐饮业
41000
2.4
房地产业
97000
-6.2

年末常住人口51.2万人。
"""
HEYANG = """2023年安远县国民经济和社会发展统计公报
一、综合
全年全县地区生产总值1904000万元,比上年增长4.7%。
表1:2023年全县地区生产总值及构成 | |||
指标 | 绝对数(万元) | 增长(%) | 构成(%) |
地区生产总值 | 1904000 | 4.7 | 100 |
分产业 | -- | -- | -- |
第一产业 | 300000 | 3.2 | 15.8 |
第二产业 | 700000 | 6.1 | 36.8 |
第三产业 | 904000 | 4.1 | 47.4 |
分行业 | -- | -- | -- |
工业 | 510000 | 5.5 | 26.8 |
建筑业 | 190000 | 7.7 | 10.0 |
交通运输、仓储和邮政业 | 61000 | 12.3 | 3.2 |
住宿和餐饮业 | 35000 | -4.4 | 1.8 |
房地产业 | 88000 | -0.9 | 4.6 |
"""
DUTIES = """石城县人民政府办公室关于分解2021年民生实事任务的通知
2021年民生实事任务分解表
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
县林业局
9月底前
4
新建3座过街天桥。
县住建局
8月投入使用
"""


@pytest.fixture(scope="module")
def bulletins(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    documents = {"qingyuan.txt": QINGYUAN, "heyang.txt": HEYANG, "ningxi.txt": DUTIES}
    return open_over(tmp_path_factory.mktemp("bulletins"), documents)


def ask(assistant: Assistant, question: str) -> Answer:
    return assistant.ask(question)


def test_a_rate_without_a_unit_is_told_in_per_cent(bulletins: Assistant) -> None:
    answer = ask(bulletins, "会昌县2023年房地产业增加值比上年涨了还是跌了?")
    assert "-6.2%" in answer.text
    assert "5.3" not in answer.text


def test_amount_and_growth_are_of_one_row(bulletins: Assistant) -> None:
    answer = ask(bulletins, "会昌县2023年交通运输、仓储和邮政业增加值多少万元,增速多少?")
    assert "88000万元" in answer.text
    assert "-3.6%" in answer.text
    assert "第一产业" not in answer.text


def test_a_sector_is_found_by_the_head_of_its_name(bulletins: Assistant) -> None:
    assert "61000万元" in ask(bulletins, "安远县2023年交通运输这个行业增加值多少?").text


@pytest.mark.parametrize(
    ("question", "share"),
    [
        ("安远县2023年工业在GDP里占多大比重?", "26.8%"),
        ("安远县2023年建筑业占GDP的比重是多少?", "10.0%"),
    ],
)
def test_a_share_stands_in_the_column_of_the_composition(
    bulletins: Assistant, question: str, share: str
) -> None:
    assert share in ask(bulletins, question).text


def test_sectors_of_two_places_are_compared_by_their_growth(bulletins: Assistant) -> None:
    answer = ask(bulletins, "2023年会昌县和安远县的房地产业增加值,谁跌得更多?")
    assert "5.3个百分点" in answer.text
    assert "会昌县(-6.2%)降幅大于安远县(-0.9%)" in answer.text


def test_who_takes_part_stands_among_the_units_in_charge(bulletins: Assistant) -> None:
    answer = ask(bulletins, "石城县2021年民生实事中,县林业局参与负责的有哪几项?")
    assert "步道" in answer.text
    assert "公厕" in answer.text
    assert "福利院" not in answer.text
    assert "牵头" not in answer.text


def test_a_task_below_a_merged_number_has_its_own_deadline(bulletins: Assistant) -> None:
    answer = ask(bulletins, "石城县2021年启动殡仪馆迁建归哪个单位,时限到什么时候?")
    assert "县民政局" in answer.text
    assert "12月底" in answer.text
    assert "4月底" not in answer.text


@pytest.mark.parametrize(
    ("question", "fell", "rose"),
    [
        ("会昌县2023年哪些行业的增加值比上年下降了?", ["交通运输", "房地产业"], ["建筑业", "工业"]),
        ("安远县2023年分行业看,哪些行业增加值是负增长?", ["住宿和餐饮", "房地产业"], ["第一产业"]),
    ],
)
def test_sectors_that_fell_are_listed(
    bulletins: Assistant, question: str, fell: list[str], rose: list[str]
) -> None:
    text = ask(bulletins, question).text
    assert all(name in text for name in fell)
    assert not any(f"- {name}" in text for name in rose)


def test_a_row_that_only_parts_those_below_it_heads_them(bulletins: Assistant) -> None:
    (document,) = [
        d
        for source in bulletins.catalog.profiles()
        if (d := bulletins.catalog.document(source)).profile.district == "安远县"
    ]
    paths = {row.section_path[-1:] for row in document.rows}
    assert paths == {(), ("分产业",), ("分行业",)}


DIVIDED = """竹山县2023年重点工作责任分解方案

一、经济发展目标

(一)地区生产总值增长6.5%以上

责任单位:县发改局

(二)固定资产投资增长9%以上

责任单位:县发改局

(三)社会消费品零售总额增长7%以上

责任单位:县商务局

二、重点民生工作

(一)新建农村公路45公里

责任单位:县交通局

(二)改造老旧小区21个

责任单位:县住建局

(三)新增公办学位1350个

责任单位:县教育局
"""
LED = """房县2023年目标任务分解表
序号
目标任务
牵头单位
责任单位
1
地区生产总值增长8%。
县发改局
县统计局
2
一般公共预算收入增长9%。
县财政局
县税务局
3
规模以上工业增加值增长10%。
县经信局
县统计局
"""


def test_a_number_below_a_counted_part_is_of_that_part(tmp_path: Path) -> None:
    text = ask(
        open_over(tmp_path, {"divided.txt": DIVIDED}), "竹山县2023年第二部分第3项是什么?"
    ).text
    assert "公办学位1350个" in text
    assert "零售总额" not in text


def test_units_that_are_responsible_beside_those_who_lead_have_their_rows(tmp_path: Path) -> None:
    assistant = open_over(tmp_path, {"led.txt": LED})
    text = ask(assistant, "房县2023年县统计局是哪几项的责任单位?").text
    assert "生产总值" in text
    assert "工业增加值" in text
    assert "预算收入" not in text


def test_the_share_of_an_industry_stands_in_the_proportion_of_the_three(
    bulletins: Assistant,
) -> None:
    answer = ask(bulletins, "会昌县2023年第三产业在GDP里占百分之多少?")
    assert "16.4:35.9:47.7" in answer.text
    assert "47.7%" in answer.text


def test_how_many_things_a_list_has_is_no_count_of_one_of_them(tmp_path: Path) -> None:
    text = (
        "房县2023年民生实事完成情况\n\n省级民生实事30项,其中“新增公办学位”、“建设老年食堂”、"
        "“提升绿道”等17项超额完成、占比56.67%。\n"
    )
    answer = ask(open_over(tmp_path, {"list.txt": text}), "房县2023年公办学位实际新增了多少个?")
    assert answer.refused


def test_the_schools_of_a_row_are_counted_below_their_header(tmp_path: Path) -> None:
    text = """房县2023年统计公报

一、教育

表1 2023年各级学校情况

| 学校类别 | 学校数(所) | 在校学生(人) | 专任教师(人) |
| 初中 | 19 | 21340 | 1712 |
| 小学 | 47 | 43180 | 2655 |
"""
    schools = open_over(tmp_path, {"schools.txt": text})
    assert "47所" in ask(schools, "房县2023年有多少所小学?").text
    both = ask(schools, "2023年房县有多少所小学,在校小学生多少人?").text
    assert "47所" in both
    assert "43180人" in both
    assert "2655" not in both
