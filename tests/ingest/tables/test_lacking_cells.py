"""Tables of one cell a line whose first rows are even, and a later one lacks a merged cell."""

from __future__ import annotations

from ingest.tables.find import find_tables

HEADER = ("序号", "类别", "项目", "投资(万元)", "责任单位")
ROWS = (
    ("1", "教育", "改建小学2所", "1250", "县教育局"),
    ("2", "教育", "添置校车16辆", "340", "县教育局"),
    ("3", "新增托位180个", "95", "县卫健局"),  # the merged 教育 is left out
    ("4", "交通", "打通断头路3条", "2200", "县交通局"),
    ("5", "新改建公厕7座", "160", "县城管局"),
)


def test_a_row_that_lacks_a_cell_takes_no_number_of_the_next() -> None:
    cells = [*HEADER, *(cell for row in ROWS for cell in row)]
    for end in ("", " |"):
        lines = [cell + end for cell in cells]
        (table,) = find_tables("\n".join(["茶陵县2024年为民办实事项目完成情况表", "", *lines, ""]))
        told = [(row.cells["序号"].text, row.cells["项目"].text) for row in table.rows]
        assert [number for number, _ in told] == ["1", "2", "3", "4", "5"]
        assert told[2][1] == "新增托位180个"
        assert told[3][1] == "打通断头路3条"
