"""Items told as a name and lines of labelled fields: each item a row, its category with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.schema import Document
from ingest.readers.formats import Extracted
from ingest.tables.find import find_tables
from ingest.understanding import understand

FIXTURES = Path(__file__).parents[2] / "fixtures" / "prose"
HEADER = ("类别", "序号", "项目名称", "年度目标", "工作进展", "牵头单位", "责任领导", "是否完成")


@pytest.fixture(scope="module")
def document() -> Document:
    text = (FIXTURES / "labelled_items.txt").read_text("utf-8")
    return understand(Extracted("labelled_items.txt", text, (), "0" * 64, "txt"))


def test_an_item_is_a_row_with_a_column_for_each_label(document: Document) -> None:
    assert len(document.rows) == 6
    third = {header: cell.text for header, cell in document.rows[2].cells.items()}
    assert tuple(third) == HEADER
    assert list(third.values()) == [
        "出行提升",
        "03",
        "公交下乡",
        "开通公交线路4条",
        "开通公交线路4条",
        "县交通运输局",
        "应建民",
        "已完成",
    ]


def test_a_category_holds_for_the_items_below_it(document: Document) -> None:
    assert [row.cells["类别"].text for row in document.rows] == [
        *["出行提升"] * 3,
        *["住有宜居"] * 2,
        "文体惠民",
    ]


def test_a_field_goes_on_over_lines_and_two_stand_on_one(document: Document) -> None:
    first, second = document.rows[:2]
    assert first.cells["工作进展"].text == "新改建农村公路48.5公里，\n其中入户路9.5公里"
    assert second.cells["牵头单位"].text == "县住建局"
    assert second.cells["配合单位"].text == "南峰街道"
    assert second.cells["滞后原因"].text == "城南停车楼土地征收滞后"


def test_every_cell_is_the_documents_own_text(document: Document) -> None:
    cells = [cell for row in document.rows for cell in row.cells.values()]
    assert all(document.text[cell.start : cell.end] == cell.text for cell in cells)


def test_the_rows_are_of_the_year_that_is_reported(document: Document) -> None:
    assert document.profile.periods["planned"] == "2025"
    assert {chunk.period for chunk in document.chunks if chunk.row is not None} == {"2024"}
    told = {(i.name, i.period, i.kind, i.value) for i in document.indicators if i.row is not None}
    assert ("改造老旧小区", "2024", "target", "12") in told


def test_numbers_and_names_may_be_fields_themselves() -> None:
    text = "\n".join(
        f"{n}.项目名称：甲{n}路\n建设内容：通车{n}公里\n责任单位：乙局" for n in (1, 2, 3)
    )
    (table,) = find_tables(text)
    assert table.header == ("序号", "项目名称", "建设内容", "责任单位")
    assert [row.cells["序号"].text for row in table.rows] == ["1", "2", "3"]


@pytest.mark.parametrize(
    "text",
    [
        # What stands once is no field of a list, and two items are none.
        "索引号：123\n发布机构：甲局\n发布日期：2024-01-02\n现将情况通报如下。",
        "1.甲路\n年度目标：1条\n牵头单位：甲局\n\n2.乙路\n年度目标：2条\n牵头单位：甲局",
        # Places to go to say nothing of a task.
        "\n".join(f"{n}所\n办公地址：甲路{n}号\n联系电话：123{n}" for n in "甲乙丙"),
    ],
)
def test_other_labels_are_no_list_of_tasks(text: str) -> None:
    assert find_tables(text) == []


def told(text: str) -> list[dict[str, str]]:
    (table,) = find_tables(text)
    return [{header: cell.text for header, cell in row.cells.items()} for row in table.rows]


def test_the_next_number_begins_an_item_where_the_first_has_fewer_fields() -> None:
    text = "1.甲路\n责任单位：甲局\n进展情况：完成1公里\n" + "\n".join(
        f"{n}.{name}路\n年度目标：{n}公里\n责任单位：{name}局\n进展情况：完成{n}公里"
        for n, name in ((2, "乙"), (3, "丙"), (4, "丁"))
    )
    rows = told(text)
    assert rows[0] == {
        "序号": "1",
        "项目名称": "甲路",
        "责任单位": "甲局",
        "进展情况": "完成1公里",
    }
    assert [list(row.values()) for row in rows[1:3]] == [
        ["2", "乙路", "2公里", "乙局", "完成2公里"],
        ["3", "丙路", "3公里", "丙局", "完成3公里"],
    ]


def test_a_name_without_number_that_stands_apart_begins_an_item() -> None:
    text = "甲路\n责任单位：甲局\n进展情况：完成1公里\n\n" + "\n\n".join(
        f"{name}路\n年度目标：{n}公里\n责任单位：{name}局\n进展情况：完成{n}公里"
        for n, name in ((2, "乙"), (3, "丙"), (4, "丁"))
    )
    assert [row["项目名称"] for row in told(text)] == ["甲路", "乙路", "丙路", "丁路"]
    assert [row.get("年度目标") for row in told(text)] == [None, "2公里", "3公里", "4公里"]


def test_the_end_of_a_field_is_no_category_of_the_next_item() -> None:
    text = (
        "民生保障\n1.甲路\n责任单位：甲局\n进展情况：完成1公里，\n其中绿道1公里\n"
        "2.乙路\n责任单位：乙局\n进展情况：\n1.路基完成2公里\n2.路面完成1公里\n"
        "3.丙路\n责任单位：丙局\n进展情况：完成3公里\n\n"
        "文化建设\n4.丁馆\n责任单位：丁局\n进展情况：完成4公里\n"
    )
    rows = told("某区民生实事\n\n" + text)
    assert [row["类别"] for row in rows] == ["民生保障"] * 3 + ["文化建设"]
    assert [row["项目名称"] for row in rows] == ["甲路", "乙路", "丙路", "丁馆"]
    assert [row["进展情况"] for row in rows[:2]] == [
        "完成1公里，\n其中绿道1公里",
        "1.路基完成2公里\n2.路面完成1公里",
    ]


def test_a_list_within_a_field_begins_no_item() -> None:
    text = "\n".join(
        f"{n}.{name}路\n进展情况：1.路基完成{n}公里\n2.路面完成{n}公里\n责任单位：{name}局\n完成时限：{n}月"
        for n, name in ((1, "甲"), (2, "乙"), (3, "丙"))
    )
    rows = told(text)
    assert [row["项目名称"] for row in rows] == ["甲路", "乙路", "丙路"]
    assert [row["责任单位"] for row in rows] == ["甲局", "乙局", "丙局"]
    assert rows[0]["进展情况"] == "1.路基完成1公里\n2.路面完成1公里"


def test_a_tab_may_stand_between_a_label_and_what_it_tells() -> None:
    rows = told(
        "\n\n".join(
            f"项目名称\t{name}港\n建设单位\t{name}公司\n2025年计划投资\t{n}亿元\n形象进度\t主体完工"
            for n, name in ((1, "甲"), (2, "乙"), (3, "丙"))
        )
    )
    assert rows[1] == {
        "项目名称": "乙港",
        "建设单位": "乙公司",
        "2025年计划投资": "2亿元",
        "形象进度": "主体完工",
    }


CARDS = """青屏县2026年项目进展
序号 / 实事名称（责任单位） / 目标与进展

▍出行篇（2件）
01
乡道修复（县交通局）
目标：修复乡道9公里；进展：修复6公里
02
公交换新（县公交公司、县财政局）
目标：更换公交车12辆；进展：更换8辆，其余4辆已下单

▍健康篇（1件）
03
镇卫生院扩建（县卫健局）
目标：扩建卫生院2所；进展：完工1所
"""


def texts(text: str) -> list[dict[str, str]]:
    (table,) = find_tables(text)
    assert all(text[c.start : c.end] == c.text for row in table.rows for c in row.cells.values())
    return [{header: cell.text for header, cell in row.cells.items()} for row in table.rows]


def test_a_number_stands_above_the_name_and_the_office_in_brackets_behind_it() -> None:
    rows = texts(CARDS)
    assert [tuple(row.values()) for row in rows] == [
        ("出行篇", "01", "乡道修复", "县交通局", "修复乡道9公里", "修复6公里"),
        (
            *("出行篇", "02", "公交换新", "县公交公司、县财政局"),
            *("更换公交车12辆", "更换8辆，其余4辆已下单"),
        ),
        ("健康篇", "03", "镇卫生院扩建", "县卫健局", "扩建卫生院2所", "完工1所"),
    ]
    assert tuple(rows[0]) == ("类别", "序号", "项目名称", "责任单位", "目标", "进展")


def test_brackets_that_the_text_does_not_explain_stay_with_the_name() -> None:
    rows = texts(CARDS.replace("（责任单位）", ""))
    assert rows[0]["项目名称"] == "乡道修复（县交通局）"
    assert "责任单位" not in rows[0]


def test_labels_and_their_values_parted_by_tabs() -> None:
    cards = "\n\n".join(
        f"序号\t{n}\t项目名称\t{name}厂房\n责任单位\t{name}局\n总投资\t{n}00\t年内完成投资\t{n}0"
        for n, name in enumerate("甲乙丙", 1)
    )
    assert texts(cards)[1] == {
        "序号": "2",
        "项目名称": "乙厂房",
        "责任单位": "乙局",
        "总投资": "200",
        "年内完成投资": "20",
    }
