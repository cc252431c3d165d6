"""Groups of a table of one cell a line that have a column of their own, behind the numbers."""

from __future__ import annotations

from ingest.tables.find import find_tables

NAMES = ("序号", "任务类别", "目标任务", "分管领导", "责任单位", "进展情况")
LIST = """2023年重点任务进展情况
1
一、壮大产业
新引进企业20家
钱一鸣
区商务局
已引进23家。
2
新建厂房5万平方米
区工信局
已建成3.1万平方米。
3
二、改善民生
新增床位120张
孙二红
区民政局
已新增96张。
4
新建公园2座
区建设局
1座已开放。
备注:数据截至2023年9月底,由督查室汇总。
""".replace("情况\n", "情况\n" + "\n".join(NAMES) + "\n", 1)


def test_a_heading_right_below_a_number_is_the_cell_of_a_group_and_a_note_is_none() -> None:
    (table,) = find_tables(LIST)
    assert [row.cells["序号"].text for row in table.rows] == ["1", "2", "3", "4"]
    assert [row.cells["任务类别"].text[:2] for row in table.rows] == [
        "一、",
        "一、",
        "二、",
        "二、",
    ]
    leaders = [row.cells["分管领导"].text for row in table.rows]
    assert leaders == ["钱一鸣", "钱一鸣", "孙二红", "孙二红"]
    assert table.rows[-1].cells["进展情况"].text == "1座已开放。"
