"""Cells that list numbered things: each thing a row with its own result."""

from __future__ import annotations

from ingest.tables.find import find_tables

TABLE = """|序号|项目|目标任务|责任单位|完成情况|
|---|---|---|---|---|
|1|出行|(1)修复乡道31公里；<br>(2)更换公交车12辆|县交通局|(1)修复28公里；<br>(2)更换14辆|
|2|供水|扩建水厂2座|县水利局|完成1座|
|3|菜篮子|①新建菜市场3个；②改造菜市场5个|①县商务局；②县城管局|①建成3个；②改造4个|
|4|健康|(1)扩建卫生院2所；(2)新增床位90张|县卫健局|完工1所，其余未开工|
|5|文化|(1)演出40场；(2)放映300场|县文旅局|(1)演出44场；(2)放映280场；(3)讲座9场|
"""


def texts() -> list[tuple[str, ...]]:
    (table,) = find_tables(TABLE)
    assert all(TABLE[c.start : c.end] == c.text for row in table.rows for c in row.cells.values())
    return [tuple(cell.text for cell in row.cells.values()) for row in table.rows]


def test_each_thing_has_its_own_result() -> None:
    assert texts()[:3] == [
        ("1", "出行", "修复乡道31公里", "县交通局", "修复28公里"),
        ("1", "出行", "更换公交车12辆", "县交通局", "更换14辆"),
        ("2", "供水", "扩建水厂2座", "县水利局", "完成1座"),
    ]


def test_offices_are_parted_with_the_things() -> None:
    assert texts()[4] == ("3", "菜篮子", "改造菜市场5个", "县城管局", "改造4个")


def test_what_stands_once_is_inherited() -> None:
    (table,) = find_tables(TABLE)
    assert set(table.rows[1].inherited) == {"序号", "项目"}


def test_lists_of_another_length_stay_whole() -> None:
    rows = texts()
    assert len(rows) == 7
    assert rows[5][2] == "(1)扩建卫生院2所；(2)新增床位90张"
    assert rows[6][4] == "(1)演出44场；(2)放映280场；(3)讲座9场"
