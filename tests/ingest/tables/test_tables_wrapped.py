"""Rows that the width of a page has cut, and groups whose number their rows carry."""

from __future__ import annotations

from ingest.tables.find import find_tables

HEADER = "编号｜工作任务｜责任单位｜完成情况"
WIDTH = 26


def wrap(row: str) -> str:
    return "\n".join(row[i : i + WIDTH] for i in range(0, len(row), WIDTH))


ROWS = (
    "1｜交通建设（责任领导：闻石）",
    "1-1｜新建改建农村公路和乡村道路48公里｜县交通运输局｜完工31公里",
    "1-2｜完成渡口大桥主体｜县公路发展中心｜主桥合龙完工",
    "1-3｜新建候车亭9座｜县交通运输局｜建成候车亭和停靠站",
    "2｜住有所居（责任领导：乔木青）",
    "2-1｜改造老旧小区和背街小巷共计16处｜县住建局、城投集团｜改造11处",
    "2-2｜新建口袋公园7个｜县城管局｜建成口袋公园、小游园",
)
TEXT = "\n".join([HEADER, *map(wrap, ROWS)])


def cells(text: str, header: str) -> list[str]:
    (table,) = find_tables(text)
    return ["".join(row.cells[header].text.split()) for row in table.rows]


def test_a_row_that_the_width_has_cut_goes_on_below() -> None:
    assert cells(TEXT, "完成情况") == [
        "完工31公里",
        "主桥合龙完工",
        "建成候车亭和停靠站",
        "改造11处",
        "建成口袋公园、小游园",
    ]
    assert cells(TEXT, "责任单位")[3] == "县住建局、城投集团"


def test_a_row_above_its_coded_rows_is_their_heading() -> None:
    (table,) = find_tables(TEXT)
    assert [row.section_path for row in table.rows] == [
        *[("1、交通建设",)] * 3,
        *[("2、住有所居",)] * 2,
    ]
    assert cells(TEXT, "责任领导") == [*["闻石"] * 3, *["乔木青"] * 2]
    assert all(TEXT[c.start : c.end] == c.text for row in table.rows for c in row.cells.values())


def test_rows_as_long_as_each_other_are_not_cut() -> None:
    """A heading below complete rows of one length stays a heading."""
    row = "1-{}｜新建改建农村公路{}公里并且全部验收｜县交通局｜完成"
    text = "\n".join([HEADER, row.format(1, 48), "基础教育", row.format(2, 16)])
    assert cells(text, "完成情况") == ["完成", "完成"]
