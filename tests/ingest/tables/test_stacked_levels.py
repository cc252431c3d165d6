"""Headers of two levels, and excerpts whose numbers do not count on, with one cell a line."""

from __future__ import annotations

from ingest.tables.find import find_tables

UPPER = ["镇街", "老旧小区改造", "加装电梯"]
LOWER = [["计划（个）", "完成（个）"], ["计划（台）", "完成（台）"]]
ROWS = [["合计", "14", "9", "38", "27"], ["东门街道", "8", "5", "20", "15"]]
ROWS += [["北关街道", "6", "4", "18", "12"], ["备注：数据截至6月30日。"]]


def _rows(*lines: str, end: str = "") -> list[dict[str, str]]:
    (table,) = find_tables("\n".join(line + end for line in lines))
    return [{name: cell.text for name, cell in row.cells.items()} for row in table.rows]


def test_lower_names_below_all_upper_ones_stand_under_theirs() -> None:
    cells = [cell for row in ROWS for cell in row]
    rows = _rows(*UPPER, *LOWER[0], *LOWER[1], *cells)
    assert [row["镇街"] for row in rows] == ["合计", "东门街道", "北关街道"]
    assert rows[2]["老旧小区改造 完成（个）"] == "4"
    assert rows[1]["加装电梯 计划（台）"] == "20"


def test_lower_names_may_stand_behind_each_upper_one_with_a_remark_behind_all() -> None:
    header = ["序号", "镇街", UPPER[1], *LOWER[0], UPPER[2], *LOWER[1], "备注"]
    cells = [c for n, row in enumerate(ROWS[1:3], 1) for c in (str(n), *row, "良好")]
    rows = _rows(*(line for cell in header + cells for line in (cell, "")))
    assert rows[1]["加装电梯 完成（台）"] == "12"
    assert (rows[0]["镇街"], rows[0]["备注"]) == ("东门街道", "良好")


def test_a_cell_across_the_header_says_who_is_in_charge_of_all_rows() -> None:
    cells = [cell for row in ROWS for cell in row]
    rows = _rows(*UPPER, "责任单位：区住建局", *LOWER[0], *LOWER[1], *cells)
    assert rows[1]["责任单位"] == "区住建局"
    assert rows[1]["老旧小区改造 计划（个）"] == "8"


EXCERPT = [
    ["2", "新建幼儿园", "6所", "建成4所", "是"],
    ["5", "改造公路", "120公里", "96公里", "否"],
]
EXCERPT += [["12", "创建省级园区", "1个", "已批复", "是"]]
NAMES = ["序号", "任务", "年度目标", "完成情况", "是否达序"]


def test_rows_of_an_excerpt_may_leave_numbers_out() -> None:
    rows = _rows(*NAMES, *(cell for row in EXCERPT for cell in row), "下一步，加快进度。")
    assert rows == [dict(zip(NAMES, row, strict=True)) for row in EXCERPT]


def test_an_excerpt_keeps_its_empty_cells_where_each_has_its_delimiter() -> None:
    more = [["14", "改造公厕", "9座", "", "否"], ["15", "新建公园", "3个", "2个", "是"]]
    rows = _rows(*NAMES, *(cell for row in [*EXCERPT, *more] for cell in row), end=" |")
    assert [row["序号"] for row in rows] == ["2", "5", "12", "14", "15"]
    assert rows[3] == {name: cell for name, cell in zip(NAMES, more[0], strict=True) if cell}


def test_an_excerpt_that_lacks_a_cell_gives_it_none_of_the_next_row() -> None:
    lacking = [EXCERPT[0], EXCERPT[2], [*EXCERPT[1][:4], ""]]
    cells = [c for n, row in zip((2, 5, 7), lacking, strict=True) for c in (str(n), *row[1:]) if c]
    cells += ["9", *EXCERPT[0][1:]]
    tables = find_tables("\n".join([*NAMES, *cells]))
    told = [row.cells.get("是否达序") for table in tables for row in table.rows]
    assert "9" not in [cell.text for cell in told if cell]
