"""Rows with one cell a line whose merged cells are left out: parted by blank lines, or alike."""

from __future__ import annotations

from ingest.tables.find import find_tables

PARTED = """江北区2024年民生实事进度(9月)

序号
重点工作
主要内容
区领导
牵头单位
三季度计划
9月完成情况
状态
说明

1
养老服务扩容
新建青禾镇、柳溪镇养老服务中心,改造城南敬老院
何立文
民政局、建设局
青禾镇中心结顶;城南敬老院完工
青禾镇中心二层施工;城南敬老院完工
部分滞后
青禾镇中心因连日降雨拖慢进度,力争年底结顶

打造老年食堂6家
沈佳
相关街道
验收
6家全部开业
办结
项目完成

增加护理床位420张
何立文
民政局
验收
装好431张
办结
项目完成
"""

ALIKE = """江北区2025年民生实事进展表(数据到6月底)

序号 |
工程 |
子项目 |
建设内容 |
年度要求 |
6月底进展 |
7月安排 |
1 |
养老服务提升工程 |
城南敬老院食堂 |
建筑面积1200平方米,食堂新建一幢 |
年内完成 |
正在做装饰工程 |
继续做装饰工程 |
2 |
青禾养老服务中心 |
旧楼原址拆建,四层,60张床位 |
年内开工 |
施工招标结束,许可证办理中 |
开工 |
3 |
柳溪敬老院宿舍楼 |
五层,一层食堂,二至五层40间房 |
年内完成 |
正在做附属工程 |
继续做附属工程 |
4 |
“安心护理”工程(二期) |
养老机构配备护理床420张 |
年内完成 |
招标结束,备货中 |
全部配备到位 |
"""


def rows_of(text: str) -> list[dict[str, str]]:
    return [{k: c.text for k, c in r.cells.items()} for t in find_tables(text) for r in t.rows]


def test_blank_lines_end_rows_that_have_no_number_of_their_own() -> None:
    rows = rows_of(PARTED)
    assert [row["主要内容"] for row in rows[1:]] == ["打造老年食堂6家", "增加护理床位420张"]
    assert [row["区领导"] for row in rows] == ["何立文", "沈佳", "何立文"]
    assert [row["9月完成情况"] for row in rows[1:]] == ["6家全部开业", "装好431张"]
    assert {row["重点工作"] for row in rows} == {"养老服务扩容"}


def test_a_note_below_such_rows_is_none_of_them() -> None:
    assert rows_of(f"{PARTED}\n注:数据截至9月底。\n") == rows_of(PARTED)


def test_a_row_leaves_out_what_the_others_do() -> None:
    last = rows_of(ALIKE)[-1]
    assert (last["子项目"], last["年度要求"]) == ("“安心护理”工程(二期)", "年内完成")
    assert (last["6月底进展"], last["7月安排"]) == ("招标结束,备货中", "全部配备到位")
