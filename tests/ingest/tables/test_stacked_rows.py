"""Rows of tables of one cell a line: empty cells told by blank lines, and one office's share."""

from __future__ import annotations

from ingest.tables.find import find_tables

ROWS = (
    ("1", "城乡供水提升", "31", "4", ""),
    ("2", "学前教育扩容", "24", "9", "2"),
    ("3", "背街小巷改造", "35", "", ""),
    ("4", "公交线路优化", "22", "10", "3"),
)


def one_a_line(names: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> str:
    return "".join(f"{cell}\n\n" if cell else "\n" for row in (names, *rows) for cell in row)


def test_a_blank_line_more_is_an_empty_cell_and_a_name_stands_over_several() -> None:
    names = ("序号", "惠民工程", "项目名称", "投票结果", "赞成", "基本赞成", "不赞成")
    (table,) = find_tables(f"2022年惠民工程评议表\n\n{one_a_line(names, ROWS)}\n备注:共35人。\n")
    named = ("序号", "惠民工程项目名称", *(f"投票结果 {n}" for n in names[-3:]))
    assert table.header == named
    told = [tuple(row.cells[n].text if n in row.cells else "" for n in named) for row in table.rows]
    assert told == list(ROWS)


def test_numbers_left_out_part_rows_of_offices_and_a_row_that_breaks_off_takes_none() -> None:
    text = """县教体局2024年重点工作任务分解表
序号
重点任务
主要责任单位
协同配合单位
一、稳增长
7
新增规上服务业企业12家。
县发改局
县商务局
二、惠民生
31
改建农村小学6所。
县教体局
县财政局
45
建成青少年活动中心,全年开展活动300
"""
    (table,) = find_tables(text)
    assert [row.cells["序号"].text for row in table.rows] == ["7", "31", "45"]
    assert [row.section_path for row in table.rows] == [("一、稳增长",), *[("二、惠民生",)] * 2]
    assert table.rows[1].cells["协同配合单位"].text == "县财政局"
    assert table.rows[2].cells.keys() == {"序号", "重点任务"}
    assert table.rows[2].doubtful == ("主要责任单位", "协同配合单位")


def test_a_column_of_figures_is_no_column_of_numbers() -> None:
    cells = "序号\n项目\n责任单位\n完成数\n1\n新建公厕\n县城管局\n12\n2\n新增车位\n县住建局\n8\n"
    (table,) = find_tables("民生实事完成情况表\n" + cells)
    assert [row.cells["完成数"].text for row in table.rows] == ["12", "8"]


def test_sums_stand_under_what_they_add_up_where_a_column_has_none() -> None:
    names = ("乡镇", "综合排名", "税收目标", "税收完成数", "完成率", "签约项目数")
    rows = (
        ("东河镇", "2", "1200", "1260", "105.0%", "3"),
        ("西岭镇", "1", "800", "896", "112.0%", "5"),
        ("南坪镇", "3", "500", "450", "90.0%", "1"),
    )
    cells = [cell for row in (names, *rows) for cell in row]
    sums = ("合计", "2500", "2606", "104.2%", "9")
    text = "甲县2023年税收完成情况表\n" + "\n".join([*cells, *sums, "", "备注:单位为万元。"]) + "\n"
    (table,) = find_tables(text)
    told = {name: cell.text for name, cell in table.rows[-1].cells.items()}
    assert told == dict(zip((names[0], *names[2:]), sums, strict=True))


SHARED = """乙县2024年民生实事进展情况(截至2024年6月底)

序号
实事名称
具体内容
年度目标
牵头单位
配合单位
责任人
进展情况
完成率
1
便民出行
新建公交站亭
40座
县交通局
县住建局
邝明远
已建成25座
62.5%
修缮“连心桥”
6座
已修缮6座
100%
2
文化惠民
送电影下乡
300场
县文旅局
/
王思齐
放映210场
70.0%
新建农家书屋
12间
各乡镇
建成5间
41.7%
3
安居工程
改造旧房
80户
县住建局
县民政局
李清和
完工44户
55.0%
加装电梯
20部
县住建局
县市监局
赵若水
完工9部
45.0%

备注:

1.空缺处与上一行相同。
"""


def test_rows_that_share_a_number_leave_out_what_is_merged_to_the_last_of_them() -> None:
    (table,) = find_tables(SHARED)
    told = [
        tuple(row.cells[n].text for n in ("序号", "具体内容", "年度目标", "责任人", "完成率"))
        for row in table.rows
    ]
    assert told == [
        ("1", "新建公交站亭", "40座", "邝明远", "62.5%"),
        ("1", "修缮“连心桥”", "6座", "邝明远", "100%"),
        ("2", "送电影下乡", "300场", "王思齐", "70.0%"),
        ("2", "新建农家书屋", "12间", "王思齐", "41.7%"),
        ("3", "改造旧房", "80户", "李清和", "55.0%"),
        ("3", "加装电梯", "20部", "赵若水", "45.0%"),
    ]
    assert table.rows[1].cells["牵头单位"].text == "县交通局"
    assert table.rows[3].cells["进展情况"].text == "建成5间"
    assert SHARED[table.end :].lstrip().startswith("备注")


def test_a_leader_may_stand_before_the_tasks_of_a_group_and_words_end_a_row() -> None:
    names = ("序号", "民生实事", "分管领导", "建设内容", "计划数", "牵头单位", "上半年完成情况")
    rows = (
        ("1", "扩大教育", "冉志明", "新建幼儿园", "7所", "区教育局", "开工7所,主体完工3所。"),
        ("操场改造", "15个", "完成9个。"),
        ("2", "提升医疗", "缪红英", "购置救护车", "6辆", "区卫健局", "到位4辆。"),
        ("“两癌”筛查", "1.2万人", "区妇联", "完成8900人。"),
        ("3", "方便出行", "阚大勇", "新改建农村公路", "88公里", "区交通局", "完成51公里。"),
        ("寇文斌", "新辟公交线路", "3条", "区公交办", "开通1条。"),
    )
    cells = "\n".join(cell for row in (names, *rows) for cell in row)
    (table,) = find_tables(f"丁区2023年民生实事进展情况\n\n{cells}\n\n注:空白处同上。\n")
    assert table.header == names
    told = [[row.cells[n].text for n in ("序号", *names[2:])] for row in table.rows]
    assert told[1] == ["1", "冉志明", "操场改造", "15个", "区教育局", "完成9个。"]
    assert told[3] == ["2", "缪红英", "“两癌”筛查", "1.2万人", "区妇联", "完成8900人。"]
    assert told[5] == ["3", "寇文斌", "新辟公交线路", "3条", "区公交办", "开通1条。"]


def test_bars_alone_between_the_rows_are_no_rows() -> None:
    """A page's table that came out with each cell on a line of its own, and breaks off."""
    rows = [("序号", "建设时间", "建设内容", "责任单位")]
    rows += [
        (str(n), "2024", f"改造{name}小区房屋。", "住建局") for n, name in enumerate("甲乙丙", 1)
    ]
    text = "|\n" + "|\n".join("".join(f"{cell} |\n" for cell in row) for row in rows)
    (table,) = find_tables(f"{text}|\n4 |\n2024 |\n改造学校现有教学楼和学生宿舍等,")
    told = [row.cells["建设内容"].text for row in table.rows if "建设内容" in row.cells]
    assert told[:3] == [row[2] for row in rows[1:]]
    find_tables("序号 |\n建设时间 |\n责任单位 |\n|\n1 |\n改造学校现有教学楼和学生宿舍等,")


def piped(*rows: tuple[str, ...]) -> str:
    return "".join(f"{cell} |\n" for row in rows for cell in row)


def test_rows_that_share_a_number_are_numbered_by_their_parts() -> None:
    names = ("序号", "项目", "责任单位", "目标任务", "实际完成", "备注")
    rows = (
        ("1", "新增公厕", "城管局", "20座", "12座", ""),
        ("2", "校车更新", "教育局", "30辆", "", "正在采购"),
        ("3-1", "惠民演出:进社区", "文旅局", "40场", "52场", ""),
        ("3-2", "惠民演出:进校园", "文旅局", "10场", "9场", ""),
        ("4-1", "口袋公园", "园林局", "6个", "7个", ""),
    )
    (table,) = find_tables("某区2022年民生实事完成情况表\n" + piped(names, *rows))
    assert [row.cells["序号"].text for row in table.rows] == [row[0] for row in rows]
    assert table.rows[3].cells["实际完成"].text == "9场"
    assert table.rows[1].cells.keys() == {"序号", "项目", "责任单位", "目标任务", "备注"}


def test_numbered_parts_of_a_group_stand_below_its_first_with_their_own_units() -> None:
    names = ("序号", "牵头单位", "项目类", "子项目", "业主单位", "建设进度")
    text = piped(
        names,
        ("一", "区住建局", "微循环道路提升(3条路)", "1.青禾路", "区城投", "完工"),
        ("2.柳荫路", "区城管局", "完工"),
        ("3.石桥路南延伸段", "桐花街道", "在建"),
        ("二", "区教体局", "校园操场更新", "", "区教体局", "完工"),
        ("幼儿园扩容", "1.云杉幼儿园", "某房地产有限公司(配建)", "完工"),
        ("2.朝阳小学附属园", "区教体局(某公司代建)", "在建"),
    )
    (table,) = find_tables(f"某区2022年民生实事进度表\n{text}")
    told = [[row.cells[n].text for n in names[3:] if n in row.cells] for row in table.rows]
    assert told == [
        ["1.青禾路", "区城投", "完工"],
        ["2.柳荫路", "区城管局", "完工"],
        ["3.石桥路南延伸段", "桐花街道", "在建"],
        ["区教体局", "完工"],
        ["1.云杉幼儿园", "某房地产有限公司(配建)", "完工"],
        ["2.朝阳小学附属园", "区教体局(某公司代建)", "在建"],
    ]
    assert table.rows[2].cells["牵头单位"].text == "区住建局"
