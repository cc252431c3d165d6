"""Items told on one line each, as fields with labels: each line a row."""

from __future__ import annotations

import pytest

from ingest.tables.find import find_tables

LABELS = ("任务", "年度计划投资", "牵头单位", "进度")
VALUES = (
    ("云溪桥加固", "3.6亿元", "区住建局", "正常"),
    ("松岗公园64个节点,惠及居民735户", "8500万元", "区园林局", "滞后,原因:方案两次调整"),
    ("霁月书院", "4600万元", "区文旅局", "完成"),
)


def _text(number: str, between: str, *, named: bool) -> str:
    lines = []
    for n, values in enumerate(VALUES, 1):
        fields = [f"{label}:{value}" for label, value in zip(LABELS, values, strict=True)]
        fields[0] = values[0] if named else fields[0]
        lines.append(number.format(n) + between.join(fields) + "。")
    return "清单说明如下。\n\n" + "\n".join(lines) + "\n\n汇总:共3项。"


@pytest.mark.parametrize("named", [True, False])
@pytest.mark.parametrize("between", [";", "；", "，", "|", "。", "  "])
@pytest.mark.parametrize("number", ["第{}项 ", "{}.", "({})", "【{}】", "- ", ""])
def test_a_line_of_fields_is_a_row(number: str, between: str, named: bool) -> None:
    text = _text(number, between, named=named)
    (table,) = find_tables(text)
    rows = [{h: cell.text for h, cell in row.cells.items() if h != "序号"} for row in table.rows]
    assert [list(row.values())[:4] for row in rows] == [
        [value.split(",原因")[0] for value in values] for values in VALUES
    ]
    assert rows[1]["原因"] == "方案两次调整"
    cells = [cell for row in table.rows for cell in row.cells.values()]
    assert all(text[cell.start : cell.end] == cell.text for cell in cells)
    if "{}" in number:
        assert [row.cells["序号"].text for row in table.rows] == ["1", "2", "3"]


def test_two_lines_of_fields_are_no_two_rows() -> None:
    one = "任务:云溪桥{0};投资:{0}亿元;期限:{0}月\n牵头单位:甲局;配合单位:乙局;进度:完成{0}成"
    tables = find_tables("\n".join(one.format(n) for n in (1, 2, 3)))
    assert all(len(table.rows) != 6 for table in tables)


def test_sentences_with_colons_are_no_items() -> None:
    text = "一是抓项目:开工3个;二是促消费:办会4场。\n" * 3
    assert find_tables(text) == []
