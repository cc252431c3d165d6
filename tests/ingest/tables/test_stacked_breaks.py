"""Headers of tables of one cell a line whose names are broken over several lines."""

from __future__ import annotations

from ingest.tables.find import find_tables

NARROW = """2022年民生项目计划表

序号

项目名称

建设规模及内容

建设起
止年限

总投资
(万元)

当年投资

(万元)

2022年度

计划

资金

来源

责任

单位

1

乡村道路

拓宽工程

拓宽枫林、石桥等12条村道,增设错车道86处。

2022.03-2022.10

850

600

完工

政府投资

县交通局

2

老旧水管更新工程

更换城东片区水管24公里,新装水表3100只。

2022.01-2022.12

1300

900

主体完工

国企投资

县水务集团

3

社区食堂工程

新建社区食堂9家。

2022.02-2022.11

240

240

投用

政府投资

县民政局
"""
PACKED = """序号
工作
任务
牵头
单位
完成
时限
1
改造公园3座。
县园林处
6月底
2
新建厕所8座。
县城管局
9月底
3
修补路灯120盏。
县住建局
5月底
"""
GROUPS = """2019年民生工程完成情况表

地区

就业人数

培训人数

目标

任务

进度

完成比例(%)

目标

任务

进度

完成比例(%)

全县

3100

3300

106.5

410

400

97.6

东乡

800

820

102.5

90

95

105.6

西乡

700

770

110

80

81

101.3
"""


def cells(text: str) -> list[dict[str, str]]:
    (table,) = find_tables(text)
    return [{h: "".join(c.text.split()) for h, c in row.cells.items()} for row in table.rows]


def test_names_broken_by_the_width_of_their_columns_are_one_name_each() -> None:
    rows = cells(NARROW)
    assert list(rows[0]) == [
        "序号", "项目名称", "建设规模及内容", "建设起止年限", "总投资(万元)", "当年投资(万元)",
        "2022年度计划", "资金来源", "责任单位",
    ]  # fmt: skip
    assert [row["责任单位"] for row in rows] == ["县交通局", "县水务集团", "县民政局"]
    assert [row["当年投资(万元)"] for row in rows] == ["600", "900", "240"]
    assert rows[0]["项目名称"] == "乡村道路拓宽工程"


def test_broken_names_are_told_by_the_width_of_the_rows_where_no_blank_line_parts_them() -> None:
    rows = cells(PACKED)
    assert rows[0] == {
        "序号": "1", "工作任务": "改造公园3座。", "牵头单位": "县园林处", "完成时限": "6月底",
    }  # fmt: skip
    assert [row["完成时限"] for row in rows] == ["6月底", "9月底", "5月底"]


def test_rows_as_wide_as_the_lines_of_the_header_leave_its_names_apart() -> None:
    rows = ("1\n改造公园3座\n20万元\n县园林处\n", "2\n新建厕所\n8万元\n县城管局\n")
    (table,) = find_tables("序号\n项目\n投资\n单位\n" + "".join(rows))
    assert table.header == ("序号", "项目", "投资", "单位")


def test_no_table_begins_amid_the_names_of_a_header_that_is_not_understood() -> None:
    assert not find_tables(GROUPS)
    unclear = NARROW.replace("资金\n\n来源", "(万元)")
    assert not find_tables(unclear)
