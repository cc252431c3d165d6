"""Tables of one cell a line whose names are numbered: a row begins where its name does."""

from __future__ import annotations

from ingest.tables.find import find_tables


def test_offices_below_each_other_and_cut_cells_stay_in_the_row_of_their_name() -> None:
    text = "\n\n".join(
        ["表1:主要指标", "类别", "指标名称", "年度目标", "完成情况", "责任部门", "创新发展"]
        + ["1、研发投入占比", "3.5%以上", "3.8%", "区科技局"]
        + ["2、新增专精特新企业", "30家", "年度指标", "区工信局", "区科技局", "民生福祉"]
        + ["3、新增就业人数", "控制在", "500人内", "420人", "区人社局"]
        + ["4、财政收入占区级", "比重", "提高2个", "百分点", "提高3个百分点", "区财政局"]
        + ["5、新建公园", "2座", "2座", "区园林局"]
    )
    (table,) = find_tables(text)
    told = [["".join(cell.text.split()) for cell in row.cells.values()] for row in table.rows]
    assert table.header == ("类别", "指标名称", "年度目标", "完成情况", "责任部门")
    assert told[1][1:] == ["2、新增专精特新企业", "30家", "年度指标", "区工信局区科技局"]
    assert told[2][:3] == ["民生福祉", "3、新增就业人数", "控制在500人内"]
    assert told[3][1:4] == ["4、财政收入占区级比重", "提高2个百分点", "提高3个百分点"]


NAMED = "指标名称\n\n预期目标\n\n实际完成\n\n备注\n\n一、综合\n\n\n\n\n"


def test_a_blank_line_more_is_an_empty_cell_of_a_named_row() -> None:
    (table,) = find_tables(
        NAMED
        + "1.产值\n\n增长6%\n\n增长4%\n\n34亿元\n\n2.劳动生产率\n\n20.5万元/\n\n21.5万元/\n\n\n"
        "3.投资\n\n增长8%\n\n增长2%\n\n86亿元\n\n4.外贸\n\n增长8%\n\n增长3%\n\n12亿元\n"
    )
    row = table.rows[1]
    assert {h: c.text for h, c in row.cells.items()} == {
        "指标名称": "2.劳动生产率",
        "预期目标": "20.5万元/",
        "实际完成": "21.5万元/",
    }


def test_a_named_row_that_lacks_a_cell_gives_none_where_it_is_open_which_it_lacks() -> None:
    (table,) = find_tables(
        "指标名称\n预期目标\n实际完成\n备注\n1.产值\n增长6%\n增长4%\n34亿元\n2.劳动生产率\n20.5万元\n21.5万元\n"
        "3.投资\n增长8%\n增长2%\n86亿元\n4.外贸\n增长8%\n增长3%\n12亿元\n"
    )
    texts = [cell.text for row in table.rows for cell in row.cells.values()]
    assert "86亿元" in texts
    assert "21.5万元" not in texts
