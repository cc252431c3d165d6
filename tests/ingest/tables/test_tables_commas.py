"""Tables in plain text whose cells commas part, and prose that only has commas."""

from __future__ import annotations

import pytest

from ingest.tables.commas import split_commas
from ingest.tables.find import find_tables
from ingest.tables.lines import Line, split_lines
from tests.assistant.conftest import assert_says, open_over

TABLE = """龙湖塘区2024年1-6月招商引资工作通报

镇街,签约项目（个）,签约金额（亿元）,到位资金（亿元）
红枫镇,11,36.5,8.2
白桦街道,9,,6.7
翠竹镇,6,18.0,1.9
银杏街道,14,48.3,13.5
合计,40,102.8,30.3
注：到位资金为市外资金。
"""
PROSE = [
    "上半年,工业,农业,服务业\n一季度,3,稳步向前,向好\n二季度,5,继续回升,向好",
    "抓项目,促投资,稳增长\n强产业,优环境,提效能\n惠民生,保安全,促和谐\n抓党建,带队伍,强作风",
    "全年增长5%,好于预期,位居前列\n投资增长8%,高于全市,排名第三\n消费增长6%,回升向好,趋势明显\n"
    "外贸增长4%,结构更优,后劲更足",
]


def cells_of(lines: list[Line]) -> list[list[str]]:
    return [[cell.text for cell in line.cells] for line in lines if line.cells is not None]


def test_rows_have_the_cells_of_their_header_and_each_stands_in_the_text() -> None:
    lines = split_commas(split_lines(TABLE))
    rows = cells_of(lines)
    assert rows[0] == ["镇街", "签约项目（个）", "签约金额（亿元）", "到位资金（亿元）"]
    assert rows[2] == ["白桦街道", "9", "", "6.7"]
    assert len(rows) == 6
    cells = [cell for line in lines for cell in line.cells or ()]
    assert all(TABLE[cell.start : cell.end] == cell.text for cell in cells)


@pytest.mark.parametrize("text", PROSE)
def test_prose_with_commas_is_no_table(text: str) -> None:
    assert cells_of(split_commas(split_lines(text))) == []


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("龙湖塘区2024年上半年红枫镇签约项目多少个?", ["11个"], ["36.5"]),
        ("龙湖塘区银杏街道到位资金多少?", ["13.5亿元"], ["48.3"]),
        ("龙湖塘区开工签约金额合计多少?", [], ["40", "30.3"]),
        ("龙湖塘区哪个镇街到位资金最少?", ["翠竹镇:1.9亿元"], ["18.0"]),
    ],
)
def test_figures_between_commas_are_told_one_by_one(
    tmp_path_factory: pytest.TempPathFactory, question: str, said: list[str], unsaid: list[str]
) -> None:
    reader = open_over(tmp_path_factory.mktemp("commas"), {"streets.txt": TABLE})
    assert_says(reader.ask(question), said, unsaid)


def test_commas_inside_quotes_part_no_cells() -> None:
    (table,) = find_tables(
        "序号,项目名称,责任单位,总投资(万元),进度\n"
        '1,甲路改造,县住建局,"4,850","一标段完工,二标段在建"\n'
        '2,乙桥新建,县交通局,"16,200",基础施工\n'
        "3,丙园提升,县城管局,980,已投用\n"
    )
    assert [row.cells["总投资(万元)"].text for row in table.rows] == ["4,850", "16,200", "980"]
    assert table.rows[0].cells["进度"].text == "一标段完工,二标段在建"
