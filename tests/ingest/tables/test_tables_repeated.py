"""Lines that tell the same figures of one place after another: each line a row."""

from __future__ import annotations

from assistant.schema import Table
from ingest.tables.find import find_tables

TEXT = """青屏县2026年分解任务完成情况
一、新建充电桩（责任单位：县发改局）
全县合计：年度任务75根，已完成61根，完成率81.3%
柳泉镇：年度任务30根，已完成33根，完成率110.0%
石臼镇：年度任务25根，已完成18根，完成率72.0%（两处电力增容未完成）
白沙乡：年度任务20根，已完成10根，完成率50.0%
二、危房改造（责任单位：县住建局）
柳泉镇：年度任务8户，已完成8户，完成率100.0%
石臼镇：年度任务12户，已完成9户，完成率75.0%
白沙乡：年度任务6户，已完成7户，完成率116.7%
各乡镇对以上数据有异议的，请书面反馈。
"""


def only_table(text: str) -> Table:
    (table,) = find_tables(text)
    return table


def test_each_line_is_a_row_of_what_its_heading_names() -> None:
    rows = [{h: c.text for h, c in row.cells.items()} for row in only_table(TEXT).rows]
    assert len(rows) == 7
    assert rows[2] == {
        "任务名称": "新建充电桩",
        "镇街": "石臼镇",
        "年度任务": "25根",
        "已完成": "18根",
        "完成率": "72.0%",
        "备注": "两处电力增容未完成",
        "责任单位": "县发改局",
    }
    assert (rows[4]["任务名称"], rows[4]["镇街"], rows[4]["已完成"]) == (
        "危房改造",
        "柳泉镇",
        "8户",
    )


def test_cells_are_the_texts_own_words() -> None:
    cells = [cell for row in only_table(TEXT).rows for cell in row.cells.values()]
    assert all(TEXT[cell.start : cell.end] == cell.text for cell in cells)


def test_other_labels_open_another_table() -> None:
    more = TEXT + "\n".join(
        f"{name}村：总人口{n}00人，耕地{n}20亩" for n, name in enumerate("甲乙丙")
    )
    first, second = find_tables(more)
    assert len(first.rows) == 7
    assert second.header == ("名称", "总人口", "耕地")


def test_sentences_are_no_rows() -> None:
    text = "\n".join(
        f"{name}镇：今年完成投资{n}亿元，其中工业项目有较大增长，进展顺利"
        for n, name in enumerate("甲乙丙", 3)
    )
    assert find_tables(text) == []
    assert find_tables("甲镇：任务3座，建成2座\n乙镇：任务4座，建成4座") == []
