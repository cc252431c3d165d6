"""Cells that hold two values, and those that only look like it."""

from __future__ import annotations

from ingest.tables.find import find_tables

TABLE = """乡镇 | 村道(公里)：目标 / 完成 | 责任单位/部门 | 备注
甲镇 | 目标9.0 / 完成9.3 | 甲局/乙局 | 无
乙镇 | 7.5/6.2 | 甲局/乙局 | 无
丙镇 | 8.0 / — | 甲局 | 无
牵头 | 县交通局 | 县政府办 | 无
"""


def test_two_values_of_a_cell_are_two_cells_where_they_stand() -> None:
    (table,) = find_tables(TABLE)
    first = table.rows[0].cells
    assert [(h, c.text) for h, c in first.items()][1:4] == [
        ("村道(公里) 目标", "9.0"),
        ("村道(公里) 完成", "9.3"),
        ("责任单位/部门", "甲局/乙局"),
    ]
    assert all(TABLE[c.start : c.end] == c.text for row in table.rows for c in row.cells.values())


def test_what_is_no_pair_stays_under_the_common_name() -> None:
    (table,) = find_tables(TABLE)
    assert table.rows[-1].cells["村道(公里)"].text == "县交通局"
