"""Tables whose columns wide blanks part, codes for numbers, headings that give all rows a unit."""

from __future__ import annotations

import pytest

from assistant.schema import Row, Table
from ingest.readers.formats import Extracted
from ingest.tables.find import find_tables
from ingest.understanding import understand

WIDE = """龙泉市2023年“六项攻坚”任务二季度推进情况一览表
　　公开日期：2023-07-14　　发布单位：龙泉市人民政府　　文号：龙政督〔2023〕9号

编号　　任务内容　　年度目标　　6月末进度　　状态　　牵头市领导
■青瓷产业攻坚（责任单位：市青瓷产业局；联系人：胡晓）
1-1　　培育规上企业　　12家　　5家　　滞后　　赵 敏
1-2　　青瓷总产值　　48亿元　　26.1亿元　　正常　　赵 敏
■山区交通攻坚（责任单位：市交通运输局）
2-1　　新改建农村公路　　90公里　　61公里　　正常　　李　俊
2-2　　新增公交线路　　3条　　0条（正在招标）　　滞后　　李　俊

注：完成率低于序时进度的列为“滞后”。
上一篇：一季度推进情况一览表　　　下一篇：无
"""


def texts(row: Row) -> list[str]:
    return [cell.text for cell in row.cells.values()]


def only(text: str) -> Table:
    (table,) = find_tables(text)
    for row in table.rows:
        for cell in row.cells.values():
            assert text[cell.start : cell.end] == cell.text
    return table


def test_wide_blanks_part_columns_and_marked_headings_give_their_rows_a_unit() -> None:
    table = only(WIDE)
    names = ("编号", "任务内容", "年度目标", "6月末进度", "状态", "牵头市领导")
    assert table.header == names
    assert [texts(row)[:2] for row in table.rows] == [
        ["1-1", "培育规上企业"],
        ["1-2", "青瓷总产值"],
        ["2-1", "新改建农村公路"],
        ["2-2", "新增公交线路"],
    ]
    first, last = table.rows[0], table.rows[-1]
    assert (first.section_path, last.section_path) == (("青瓷产业攻坚",), ("山区交通攻坚",))
    assert texts(first)[6:] == ["市青瓷产业局", "胡晓"]
    assert set(first.inherited) == {"责任单位", "联系人"}
    assert last.cells["责任单位"].text == "市交通运输局"
    assert "联系人" not in last.cells
    assert texts(last)[3:6] == ["0条（正在招标）", "滞后", "李　俊"]


def test_an_empty_cell_among_blanks_moves_the_others_to_their_columns() -> None:
    table = only(
        "序号   任务          牵头单位      完成时限   责任领导\n"
        "1      修复古城墙      市文物局      10月     王建国\n"
        "2      新建停车场      市城管局      11月     李志强\n"
        "3      改造菜市场      市商务局      12月     陈卫东\n"
        "4      整治背街小巷    市住建局      张玉兰\n"
    )
    assert {h: c.text for h, c in table.rows[3].cells.items() if h != "责任领导"} == {
        "序号": "4",
        "任务": "整治背街小巷",
        "牵头单位": "市住建局",
    }
    assert table.rows[3].cells["责任领导"].text == "张玉兰"


@pytest.mark.parametrize(
    "text",
    [
        "公开日期：2023-07-14　　发布单位：市政府　　文号：9号\n正文第一段。\n正文第二段。\n",
        "项目　　单位　　时限\n各单位要按期完成。\n",
        "任务　　单位　　时限\n上一篇：通知　　下一篇：无\n",
    ],
)
def test_blanks_without_rows_below_a_header_are_no_table(text: str) -> None:
    assert find_tables(text) == []


@pytest.mark.parametrize(
    ("above", "below"), [("3-4", "4-1"), ("LQ-07", "LQ-08"), ("A09", "B01"), ("17", "18")]
)
def test_a_table_goes_on_below_a_heading_where_its_codes_count_on(above: str, below: str) -> None:
    table = only(
        "编号 | 任务 | 目标\n"
        f"{above} | 修复古城墙 | 800米\n"
        "城市更新攻坚\n"
        f"{below} | 改造菜市场 | 4个\n"
    )
    assert [row.cells["编号"].text for row in table.rows] == [above, below]
    assert table.rows[1].section_path == ("城市更新攻坚",)


def test_words_among_figures_move_no_cell_of_a_table_that_keeps_its_width() -> None:
    table = only(
        "| 类别 | 任务编号 | 主要任务 | 全年目标 | 全年完成 | 是否完成 | 牵头单位 |\n"
        "| --- | --- | --- | --- | --- | --- | --- |\n"
        "| 民生改善 | LQ-01 | 城镇新增就业 | 3万人 | 3.1万人 | 完成 | 市人力社保局 |\n"
        "|  | LQ-02 | 新建养老中心 | 5处 | 5处 | 完成 | 市民政局 |\n"
        "|  | LQ-03 | 新增助餐点 | 30处 | 36处 | 完成 |  |\n"
        "|  | LQ-04 | 改造老旧小区 | 42个 | 40个 | 未完成 | 市住建局 |\n"
        "|  | LQ-05 | 市人民医院新院区 | 竣工 | 2023年11月通过竣工验收 | 完成 | 市卫健局 |\n"
        "|  | LQ-06 | 新建口袋公园 | 15处 | 15处 | 完成 | 市园林局 |\n"
    )
    assert texts(table.rows[4]) == [
        *("民生改善", "LQ-05", "市人民医院新院区", "竣工"),
        *("2023年11月通过竣工验收", "完成", "市卫健局"),
    ]
    assert texts(table.rows[5])[0] == "民生改善"
    assert table.rows[2].cells["牵头单位"].text == "市民政局"


CHAPTERS = """白鹭区2024年重点项目推进情况

序号 | 项目名称 | 年度计划 | 完成情况 | 备注
▌产业项目（单位：万元）
1 | 精密铸造园 | 12000 | 9800 | 正常
2 | 智能仓储 | 8000 | 8100 | 正常
▌就业服务
3 | 技能培训 | 1200 | 1300 | 正常
4 | 岗位开发 | 300 | 280 | 正常
▌绿化工程（牵头责任单位：区园林局；计量单位：亩）
5 | 滨河绿带 | 120 | 95 | 正常
6 | 城西林带 | 80 | 80 | 正常
"""


def test_a_unit_of_measure_in_a_heading_is_nobody_in_charge() -> None:
    table = only(CHAPTERS)
    assert [row.section_path for row in table.rows[::2]] == [
        ("产业项目（单位：万元）",),
        ("就业服务",),
        ("绿化工程（计量单位：亩）",),
    ]
    assert [texts(row)[5:] for row in table.rows[::2]] == [[], [], ["区园林局"]]
    assert table.rows[4].inherited.keys() == {"牵头责任单位"}


def test_a_unit_of_measure_in_a_heading_is_that_of_its_rows_alone() -> None:
    document = understand(Extracted("chapters.txt", CHAPTERS, (), "0" * 64, "txt"))
    units = {(i.value, i.unit) for i in document.indicators}
    assert units >= {("9800", "万元"), ("1300", ""), ("95", "亩")}
    assert [chunk.context[0] for chunk in document.chunks if chunk.row in (0, 2, 4)] == [
        *("单位：万元", "序号", "单位：亩"),
    ]


HEAD = "序号　　任务　　年度计划　　完成情况　　责任单位\n"
FULL = (
    HEAD
    + "1　　新建绿道　　60公里　　45公里　　区园林局\n2　　改造公厕　　30座　　31座　　区城管局\n"
)


def last(text: str) -> tuple[list[str], tuple[str, ...]]:
    """The cells of the last row below its number and its task, and what it leaves open."""
    row = only(text).rows[-1]
    held = [row.cells[name].text if name in row.cells else "" for name in HEAD.split()[2:]]
    return held, row.doubtful


@pytest.mark.parametrize(
    ("row", "held", "doubtful"),
    [
        # One figure less, and nothing tells whether the plan or the result.
        ("3　　新增泊位　　25个　　区交通局", ["", "", "区交通局"], ("年度计划", "完成情况")),
        # The wider blank has the empty cell in it.
        ("3　　新增泊位　　　　25个　　区交通局", ["", "25个", "区交通局"], ()),
        ("3　　新增泊位　　25个　　　　区交通局", ["25个", "", "区交通局"], ()),
        # The figures fit in one way only, and who is in charge is open: the row above says it too.
        (
            "3　　新增泊位　　25个　　20个　　区交通局\n"
            "4　　泊位改造　　8个　　区交通局\n"
            "5　　泊位收费　　5个　　3个",
            ["5个", "3个", ""],
            ("责任单位",),
        ),
    ],
)
def test_a_row_one_cell_short_puts_no_figure_under_another_column(
    row: str, held: list[str], doubtful: tuple[str, ...]
) -> None:
    assert last(FULL + row + "\n") == (held, doubtful)


def test_rows_that_stand_below_their_header_keep_their_columns() -> None:
    table = only(
        "序号  任务        年度计划  完成情况  责任单位\n"
        "1     新建绿道    60公里    45公里    区园林局\n"
        "2     改造公厕    30座      31座      区城管局\n"
        "3     新增泊位              25个      区交通局\n"
        "4     开通公交    8条                 区交通局\n"
    )
    assert "年度计划" not in table.rows[2].cells
    assert table.rows[2].cells["完成情况"].text == "25个"
    assert "完成情况" not in table.rows[3].cells
    assert table.rows[3].cells["年度计划"].text == "8条"


def test_rows_parted_by_one_blank_go_on_over_pages_to_their_sums() -> None:
    table = only(
        "序号 项目名称 总投资 2025年投资 责任单位\n"
        "1 甲校扩建 18600 6000 区教育局\n"
        "2 乙路北延 42000 15000 区交通局\n"
        "- 1 -\n"
        "序号 项目名称 总投资 2025年投资 责任单位\n"
        "3 丙水厂 26000 区水利局\n"
        "4 丁公园 9800 4000 区文旅局\n"
        "合计 96400 25000\n"
    )
    assert texts(table.rows[2]) == ["3", "丙水厂", "区水利局"]
    assert table.rows[2].doubtful == ("总投资", "2025年投资")
    assert {h: c.text for h, c in table.rows[4].cells.items()} == {
        "项目名称": "合计",
        "总投资": "96400",
        "2025年投资": "25000",
    }


SCORED = """各镇得分如下:

名次 单位 综合得分 河道清洁 二季度名次
1 甲河镇 94.6 28.5 3
2 乙山街道 93.1 28.0 1
3 丙湖乡 91.8 27.4 2

二、进展
"""


def test_rows_of_as_many_figures_prove_a_header_of_unknown_names() -> None:
    table = only(SCORED)
    assert table.header == ("名次", "单位", "综合得分", "河道清洁", "二季度名次")
    assert [texts(row)[1] for row in table.rows] == ["甲河镇", "乙山街道", "丙湖乡"]


def test_rows_are_no_table_where_one_of_them_has_lost_a_figure() -> None:
    assert find_tables(SCORED.replace("\n\n二、", "\n4 丁桥镇 88.2 9\n\n二、")) == []


def test_an_office_below_a_column_of_units_measures_nothing() -> None:
    text = f"甲河县督查通报\n2025年10月\n\n{SCORED}"
    figures = understand(Extracted("甲.txt", text, (), "0" * 64, "txt")).indicators
    assert {figure.unit for figure in figures} <= {"", "分", "位"}


def test_a_branch_in_the_next_line_goes_on_with_the_office_and_is_no_chapter() -> None:
    table = only(
        "序号|工作任务|完成情况|责任单位\n"
        "1|空气质量|优良天数268天|市生态环境局\n西桥分局\n"
        "2|污水管网|已建成28.6公里|区水务局\n"
    )
    assert table.rows[0].cells["责任单位"].text == "市生态环境局\n西桥分局"
    assert [row.section_path for row in table.rows] == [(), ()]


def test_what_goes_on_below_other_cells_is_no_part_of_the_last_one() -> None:
    text = (
        "序号    重点任务                        责任单位        落实情况\n"
        "1       改扩建学校8所,新增学位          区教育局        竣工8所,新增学位55\n"
        "        5400个                                          20个\n"
        "2       改造提升老旧小区23个            区住建局        23个小区全部完工\n"
        "3       新增停车泊位2000个              区城管局        新增2215个\n"
        "        和充电桩                        \n"
        "4       开通公交线路10条                区交通局        已开通12条\n"
    )
    (table,) = find_tables(text)
    told = [row.cells["落实情况"].text if "落实情况" in row.cells else "" for row in table.rows]
    assert told == ["", "23个小区全部完工", "新增2215个", "已开通12条"]


LEFT_OUT = """丙县2025年民生实事上半年进展情况表

序号 实事名称 目标任务 责任单位(排首位的为牵头单位) 责任人 上半年进展

一、教育

1 扩充学位 新建学校5所 县教育局、县住建局 王明远 完工2所,在建3所
 改造午休教室40间 县财政局 完成27间
 教师培训覆盖率90% 覆盖率达到88.5%
2 校园安全 更换校车12辆 县教育局 李思源 更换7辆

二、养老

3 助餐服务 新建老年食堂8个 县民政局 赵若水 建成6个
 安装电梯20部 县住建局、县市监局 孙清和 完工9部

备注:未填的与上一行相同。
"""


def told(table: Table) -> list[tuple[str, ...]]:
    names = ("序号", "目标任务", table.header[3], "责任人", "上半年进展")
    return [tuple(row.cells[n].text if n in row.cells else "" for n in names) for row in table.rows]


def test_a_row_that_leaves_out_merged_cells_takes_them_from_the_row_above() -> None:
    table = only(LEFT_OUT)
    assert told(table) == [
        ("1", "新建学校5所", "县教育局、县住建局", "王明远", "完工2所,在建3所"),
        ("1", "改造午休教室40间", "县财政局", "王明远", "完成27间"),
        ("1", "教师培训覆盖率90%", "县财政局", "王明远", "覆盖率达到88.5%"),
        ("2", "更换校车12辆", "县教育局", "李思源", "更换7辆"),
        ("3", "新建老年食堂8个", "县民政局", "赵若水", "建成6个"),
        ("3", "安装电梯20部", "县住建局、县市监局", "孙清和", "完工9部"),
    ]
    assert table.rows[1].cells["实事名称"].text == "扩充学位"
    assert set(table.rows[2].inherited) == {"序号", "实事名称", table.header[3], "责任人"}
    assert table.rows[-1].section_path == ("二、养老",)


def test_a_blank_before_such_rows_is_not_needed_where_all_lines_are_rows() -> None:
    assert told(only(LEFT_OUT.replace("\n ", "\n"))) == told(only(LEFT_OUT))


def test_the_rest_of_a_cell_that_goes_on_is_no_row() -> None:
    text = LEFT_OUT.replace("\n ", "\n").replace("40间 县财政局", "40\n间 县财政局")
    assert [row[0] for row in told(only(text))] == ["1", "2", "3"]


def test_a_person_who_is_printed_again_is_not_taken_from_above() -> None:
    text = LEFT_OUT.replace("县财政局 完成", "县财政局 王明远 完成")
    row = only(text).rows[2]
    assert "责任人" not in row.cells
    assert "责任人" in row.doubtful


NARROW = """附:青溪区主要指标表
指标名称　计量单位　2023年预期目标　2023年完成情况　2024年预期目标
地区生产总值增速　%　6左右　5.3　6左右
全社会固定资产投资　亿元　230　241.6　255
进出口总额增速　%　4　-2.9　正增长
"""


def test_single_full_width_blanks_part_rows_where_they_part_the_names_of_the_header() -> None:
    table = only(NARROW)
    assert table.header[2:] == ("2023年预期目标", "2023年完成情况", "2024年预期目标")
    assert [texts(row) for row in table.rows] == [
        ["地区生产总值增速", "%", "6左右", "5.3", "6左右"],
        ["全社会固定资产投资", "亿元", "230", "241.6", "255"],
        ["进出口总额增速", "%", "4", "-2.9", "正增长"],
    ]


def test_goals_in_words_are_figures_of_rows_that_single_blanks_part() -> None:
    table = only(NARROW.replace("\u3000", " "))
    assert texts(table.rows[2]) == ["进出口总额增速", "%", "4", "-2.9", "正增长"]


def test_a_single_full_width_blank_parts_no_name_of_a_person() -> None:
    rows = ("1　新建充电桩　70个　李　俊　建成9个", "2　加装电梯　16台　王大伟　完工3台")
    table = only("\n".join(("序号　项目名称　年度目标　挂点领导　一季度进展", *rows)))
    assert [row.cells["挂点领导"].text for row in table.rows] == ["李　俊", "王大伟"]


GOING_ON = """缙云县2025年重点任务上半年推进情况表

序号 目标任务 责任单位 上半年推进情况
一、主要指标
1 工业投资增长11%。 县经信局 同比增长9.4%。
2 第一产业增加值增长4%。 县农业农村局
县林业局
县供销社
同比增长3.6%。
二、重点工作
3 新建学校3所。 县教育局
县住建局 完工1所。
4 改造危旧房270户。 县住建局 完工186户。
"""


def test_offices_below_a_row_are_one_cell_and_what_follows_them_the_next() -> None:
    table = only(GOING_ON)
    assert [texts(row) for row in table.rows] == [
        ["1", "工业投资增长11%。", "县经信局", "同比增长9.4%。"],
        ["2", "第一产业增加值增长4%。", "县农业农村局\n县林业局\n县供销社", "同比增长3.6%。"],
        ["3", "新建学校3所。", "县教育局\n县住建局", "完工1所。"],
        ["4", "改造危旧房270户。", "县住建局", "完工186户。"],
    ]
    assert [row.section_path for row in table.rows[1:3]] == [("一、主要指标",), ("二、重点工作",)]
