from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.schema import Cell, Row, Table
from ingest.tables.find import find_tables
from ingest.tables.grid import restore_grid

ROOT = Path(__file__).resolve().parents[3]
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))
FIXTURES = ROOT / "tests" / "fixtures" / "tables"
TRUTH = ROOT / "tests" / "golden" / "truth"

# Header names of the two seed tables, by the field of the truth that they hold.
FIELDS = {
    "序号": "no",
    "项目": "group",
    "工作目标": "group",
    "重点工作任务": "group",
    "内容及要求": "task",
    "具体目标任务": "task",
    "牵头区领导": "leader",
    "牵头单位": "lead_unit",
    "配合单位": "support_unit",
    "截至6月底完成情况": "progress",
    "进展情况": "progress",
    "章节": "chapter",
}


def read_seed(number: str) -> str:
    return next(path for path in SEEDS if path.name.startswith(number)).read_text("utf-8")


def read_fixture(name: str) -> list[Table]:
    return find_tables((FIXTURES / name).read_text("utf-8"))


def only_table(name: str) -> Table:
    tables = read_fixture(name)
    assert len(tables) == 1
    return tables[0]


def texts(row: Row) -> list[str]:
    return [cell.text for cell in row.cells.values()]


def as_truth(row: Row) -> dict[str, object]:
    found: dict[str, object] = dict.fromkeys(
        ("chapter", "group", "task", "leader", "lead_unit", "support_unit", "progress")
    )
    found.update({FIELDS[header]: cell.text for header, cell in row.cells.items()})
    found["no"] = int(row.cells["序号"].text)
    found["chapter"] = row.section_path[-1] if row.section_path else None
    found["inherited"] = sorted(FIELDS[header] for header in row.inherited)
    found["doubtful"] = sorted(FIELDS[header] for header in row.doubtful)
    return found


@pytest.mark.parametrize(("number", "count"), [("002", 154), ("004", 136)])
def test_every_field_of_every_row_equals_the_truth_read_by_hand(number: str, count: int) -> None:
    truth = json.loads((TRUTH / f"table_{number}.json").read_text("utf-8"))
    (table,) = find_tables(read_seed(number))
    assert len(table.rows) == len(truth) == count
    for row, expected in zip(table.rows, truth, strict=True):
        for field in ("inherited", "doubtful"):
            expected[field] = sorted(expected[field])
        assert as_truth(row) == expected


@pytest.mark.parametrize("number", ["002", "004"])
def test_rows_listing(number: str, golden) -> None:
    (table,) = find_tables(read_seed(number))
    golden(f"rows/{number}.txt", render(table))


@pytest.mark.parametrize("number", ["000", "001", "003"])
def test_a_report_without_tables_has_none(number: str) -> None:
    assert find_tables(read_seed(number)) == []


def render(table: Table) -> str:
    """The table as a reviewer reads it: ↑ marks inherited cells, ? open ones."""
    lines = [f"{table.title or '(无标题)'}  [{table.start}:{table.end}]", " | ".join(table.header)]
    path: tuple[str, ...] = ()
    for row in table.rows:
        if row.section_path != path:
            path = row.section_path
            lines += ["", " > ".join(path) or "(章节不明)"]
        inherited = row.inherited
        cells = [f"{'↑' if h in inherited else ''}{h}: {c.text}" for h, c in row.cells.items()]
        cells += [f"?{header}" for header in row.doubtful]
        lines.append(" | ".join(cells).replace("\n", "⏎"))
    return "\n".join(lines) + "\n"


def test_shifted_cells_find_their_columns_by_what_they_are() -> None:
    table = only_table("pipes_shifted.txt")
    assert table.title == "白鹭区2024年政府工作报告主要任务责任分解及进展情况表"
    rows = table.rows
    assert [row.cells["序号"].text for row in rows] == list("123456")
    assert texts(rows[2]) == [
        "先进制造",
        "3",
        "规上工业增加值增长8%。",
        "林海涛",
        "区统计局",
        "1-9月增长7.4%。",
    ]
    assert set(rows[2].inherited) == {"工作目标", "责任领导"}
    assert rows[3].cells["责任领导"].text == "苏敏 欧阳建国"
    assert [row.section_path for row in rows] == [
        *[("一、聚力产业兴区",)] * 4,
        *[("二、聚力城市更新",)] * 2,
    ]
    assert len(table.headers) == 2


def test_an_empty_cell_that_a_row_kept_holds_the_others_in_their_columns() -> None:
    (table,) = find_tables(
        "序号\t工作任务\t年度目标\t责任领导\t牵头单位\t进展情况\t评价\n"
        "1\t水利建设\t整治河道12公里\t邵立文\t区水利局\t已整治9.4公里。\t正常\n"
        "2\t\t水库除险加固工程验收\t完成初步验收，预计11月组织竣工验收。\t正常\n"
        "3\t公路建设\t改造县道30公里\t汤一鸣\t区交运局\t已改造18公里。\t滞后\n"
        "4\t\t新建桥梁4座\t建成2座。\t正常\n"
    )
    assert texts(table.rows[1]) == [
        *("2", "水利建设", "水库除险加固工程验收", "邵立文", "区水利局"),
        *("完成初步验收，预计11月组织竣工验收。", "正常"),
    ]
    assert set(table.rows[3].inherited) == {"工作任务", "责任领导", "牵头单位"}
    assert table.rows[3].cells["评价"].text == "正常"


def test_prose_after_a_table_stays_outside() -> None:
    text = (FIXTURES / "pipes_shifted.txt").read_text("utf-8")
    (table,) = find_tables(text)
    assert text[table.end :].strip() == "以上进展截至2024年9月底,由区政府督查室汇总。"


def test_empty_markdown_cells_are_merged_ones() -> None:
    rows = only_table("markdown_merged.md").rows
    assert texts(rows[1]) == ["教育", "改造中小学食堂18个", "县教育局", "/", "已完成18个"]
    assert texts(rows[3]) == [
        "医疗",
        "县人民医院新院区投用",
        "县卫健局",
        "县医保局",
        "结算系统已切换",
    ]
    assert set(rows[3].inherited) == {"类别", "项目名称", "牵头单位"}
    assert not any(row.doubtful for row in rows)


def test_one_cell_a_line_is_put_back_into_rows() -> None:
    table = only_table("stacked.txt")
    assert table.title == "青岚区2025年重点工作推进清单"
    assert [texts(row)[1:4] for row in table.rows] == [
        ["推进跨江大桥主体施工", "区交通运输局", "区住建局、\n江心街道"],
        ["新增停车泊位1500个", "区城管局", "/"],
        ["实施健康青岚行动,新建社区卫生服务站5个", "区卫健局", "区财政局"],
    ]
    assert [row.section_path for row in table.rows] == [(), (), ("二、民生保障",)]


def test_one_cell_a_line_without_serial_numbers() -> None:
    table = only_table("stacked_plain.txt")
    assert table.header == ("改革任务", "牵头单位", "责任人", "完成时限")
    assert texts(table.rows[2]) == ["清理处置僵尸企业7户", "市财政局", "段慧", "2022年12月"]
    assert len(table.rows) == 3


def test_two_header_rows_become_one_name_a_column() -> None:
    table = only_table("figures.txt")
    assert table.title == "表1 栖霞湾区主要经济指标完成情况"
    assert table.header == (
        "指标",
        "2022年 总量",
        "2022年 增长（%）",
        "2023年 总量",
        "2023年 增长（%）",
    )
    assert texts(table.rows[2]) == ["一般公共预算收入", "96.3", "-4.5", "103.5", "7.5"]


def test_a_total_inherits_nothing_and_keeps_its_gaps() -> None:
    total = only_table("figures.txt").rows[-1]
    assert {header: cell.text for header, cell in total.cells.items()} == {
        "指标": "合计",
        "2022年 总量": "1209.9",
        "2023年 总量": "1291.0",
    }
    assert not total.inherited


def test_a_header_of_unknown_words_is_known_by_the_figures_below() -> None:
    table = only_table("figures_plain.txt")
    assert table.header == ("镇街", "签约项目", "开工项目", "到位资金(亿元)")
    assert texts(table.rows[1]) == ["鹿鸣街道", "9", "9", "5.10"]


def test_pasted_html_fills_rowspan_and_colspan() -> None:
    table = only_table("pasted.html.txt")
    assert table.title == "2024年重点项目建设进度表"
    assert table.header[2:4] == ("投资（亿元） 年度计划", "投资（亿元） 1-6月完成")
    assert texts(table.rows[1]) == ["智造园", "精密模具产业园", "3.5", "1.2", "新区经发局"]
    assert set(table.rows[1].inherited) == {"板块", "责任单位"}
    assert table.rows[2].section_path == ("二、民生项目",)
    assert table.header[3] not in table.rows[2].cells


def test_cells_broken_over_lines_are_one_cell() -> None:
    rows = only_table("wrapped_cells.txt").rows
    assert rows[0].cells["进展情况"].text == "1.完成一期12公里。\n2.二期施工招标完成。"
    assert rows[1].cells["进展情况"].text == "已完成投资\n1.8亿元。"
    assert rows[2].cells["重点工作"].text == "望海湾大道建设，\n含综合管廊"


def test_a_merged_leader_reaches_over_a_page_break_and_past_another_unit() -> None:
    rows = only_table("wrapped_cells.txt").rows
    assert [row.cells["牵头区领导"].text for row in rows[2:]] == ["鲁静"] * 3
    assert [row.cells["牵头单位"].text for row in rows[2:]] == ["区住建局", "区住建局", "区文旅局"]
    assert not any(row.doubtful for row in rows)


def test_a_group_printed_after_its_rows_leaves_them_open() -> None:
    rows = only_table("two_levels.txt").rows
    assert [row.section_path[0][:6] for row in rows] == ["坚持创新引领"] * 5 + ["坚持民生优先"]
    assert rows[1].cells["重点工作任务"].text == "壮大创新主体"
    for row in rows[3:5]:
        assert row.doubtful == ("重点工作任务",)
        assert "重点工作任务" not in row.cells


def test_without_serial_numbers_the_offices_tell_how_a_row_is_shifted() -> None:
    rows = only_table("no_serial.txt").rows
    assert texts(rows[1]) == [
        "数字政府",
        "推行“一件事”联办,新增事项20个。",
        "区行政审批局",
        "区大数据局、区司法局",
        "新增23个。",
    ]


def test_a_row_cut_off_at_the_page_edge_says_which_cell_is_missing() -> None:
    row = next(r for r in find_tables(read_seed("004"))[0].rows if r.cells["序号"].text == "44")
    assert row.cells["牵头区领导"].text == "马于惠"
    assert "进展情况" in row.doubtful
    assert "进展情况" not in row.cells


def test_a_chapter_above_the_header_belongs_to_the_table_if_others_follow() -> None:
    header = "序号 | 任务 | 责任单位\n"
    text = f"一、强工业\n{header}1 | 建园区 | 工信局\n二、惠民生\n{header}2 | 建学校 | 教育局\n"
    (table,) = find_tables(text)
    assert [row.section_path for row in table.rows] == [("一、强工业",), ("二、惠民生",)]
    (alone,) = find_tables(f"一、强工业\n{header}1 | 建园区 | 工信局\n")
    assert alone.rows[0].section_path == ()


def test_a_merged_cell_never_reaches_past_a_chapter_row() -> None:
    text = (
        "序号 | 任务 | 责任领导 | 责任单位\n"
        "1 | 建园区 | 张三 | 工信局\n二、惠民生\n2 | 建学校 | | 教育局\n"
    )
    row = find_tables(text)[0].rows[1]
    assert "责任领导" not in row.cells
    assert row.doubtful == ("责任领导",)


def test_a_supporting_unit_is_not_guessed() -> None:
    text = (
        "序号 | 任务 | 牵头单位 | 配合单位\n1 | 建园区 | 工信局 | 财政局\n2 | 建学校 | 教育局 | |\n"
    )
    row = find_tables(text)[0].rows[1]
    assert "配合单位" not in row.cells
    assert row.doubtful == ("配合单位",)


def test_a_unit_is_not_carried_past_a_newly_printed_leader() -> None:
    text = "序号 | 任务 | 责任领导 | 责任单位\n1 | 建园区 | 张三 | 工信局\n2 | 建学校 | 李四 | |\n"
    row = find_tables(text)[0].rows[1]
    assert row.doubtful == ("责任单位",)
    assert "责任单位" not in row.cells


def test_labels_printed_in_the_middle_of_merged_cells_are_open_around() -> None:
    text = (
        "类别 | 任务 | 责任单位\n | 建园区一期 | 工信局\n强工业 | 建园区二期 | 工信局\n"
        " | 建园区三期 | 工信局\n惠民生 | 建学校 | 教育局\n"
    )
    rows = find_tables(text)[0].rows
    assert [row.doubtful for row in rows] == [("类别",), (), ("类别",), ()]
    assert [row.cells.get("类别") and row.cells["类别"].text for row in rows] == [
        None,
        "强工业",
        None,
        "惠民生",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "首页 | 政务公开 | 新闻中心\n\n正文从这里开始。\n",
        "联系人\t张三\n电话\t0571-8888\n",
        "任务\n情况\n单位\n",
        "| 只有一行 |\n",
    ],
)
def test_navigation_and_loose_lines_are_no_tables(text: str) -> None:
    assert find_tables(text) == []


def test_a_reader_s_grid_keeps_empty_cells_empty_when_merges_are_known() -> None:
    text = "序号 任务 责任领导 1 建园区 张三 2 建学校"
    cells = [Cell(m, text.index(m), text.index(m) + len(m)) for m in text.split()]
    grid = [cells[:3], cells[3:6], [*cells[6:8], None]]
    known = restore_grid(text, grid, merges_known=True)
    unknown = restore_grid(text, grid, merges_known=False)
    assert known is not None
    assert unknown is not None
    assert "责任领导" not in known.rows[1].cells
    assert unknown.rows[1].cells["责任领导"].text == "张三"


def check_spans(text: str) -> None:
    end = 0
    for table in find_tables(text):
        assert end <= table.start <= table.end <= len(text)
        end = table.end
        for row in table.rows:
            assert table.start <= row.start <= row.end <= table.end
            for cell in row.cells.values():
                assert text[cell.start : cell.end] == cell.text != ""
                assert table.start <= cell.start <= cell.end <= table.end


@pytest.mark.parametrize(
    "path", [*SEEDS, *sorted(FIXTURES.iterdir())], ids=lambda path: str(path.name)
)
def test_spans_reproduce_the_text(path: Path) -> None:
    check_spans(path.read_text("utf-8"))


# Pieces of tables, one a line, tabs and line ends written out.
PIECES = st.sampled_from(
    (FIXTURES.parent / "table_pieces.txt").read_text("utf-8").splitlines()
).map(lambda piece: piece.replace("\\t", "\t").replace("\\n", "\n"))


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=60).map("".join))
def test_any_mixture_of_table_pieces_is_read_without_error(text: str) -> None:
    check_spans(text)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=300))
def test_any_text_is_read_without_error(text: str) -> None:
    check_spans(text)


@pytest.mark.parametrize(
    "unit",
    ["|", "1", "\t", "\n", "(", "<", "<td>", "|\n", "a|b\n", "任务\n单位\n", "项目|任务\n", "局、"],
)
@pytest.mark.parametrize("header", ["", "序号|重点任务|牵头单位|进展情况\n1|建园区|工信局|完成\n"])
def test_a_long_run_of_one_thing_is_read_to_the_end(unit: str, header: str) -> None:
    check_spans(header + unit * (100_000 // len(unit)))


# -- layouts of other districts -----------------------------------------------------------------


def test_times_in_a_header_of_one_cell_a_line_are_names_and_chapters_are_not() -> None:
    table = only_table("dated_stacked.txt")
    assert table.header[3:6] == ("2023年计划投资", "1-8月完成投资", "完成率")
    assert [len(row.cells) for row in table.rows] == [8, 8, 8, 5]
    assert table.rows[1].cells["形象进度"].text == "1至3号楼竣工"
    assert [row.section_path for row in table.rows[1:3]] == [("一、产业项目",), ("二、民生项目",)]


def test_the_sums_below_the_last_row_are_a_row_without_a_number() -> None:
    total = only_table("dated_stacked.txt").rows[-1]
    assert total.cells["项目名称"].text == "合计(3项)"
    assert total.cells["1-8月完成投资"].text == "22580万元"
    assert "序号" not in total.cells


def test_rows_that_have_all_their_cells_keep_them_where_they_stand() -> None:
    table = only_table("codes.txt")
    for row in table.rows:
        assert len(row.cells) == 8
        assert row.section_path == ()
    assert table.rows[0].cells["重点工作"].text == "地区生产总值"
    assert [row.cells["编号"].text for row in table.rows] == ["1-1", "1-2", "2-1", "2-2", "3-1"]


def test_a_year_is_a_unit_of_measure_like_any_other() -> None:
    row = only_table("plan_box.txt").rows[3]
    assert (row.cells["指标"].text, row.cells["单位"].text) == ("劳动年龄人口平均受教育年限", "年")
    assert row.section_path == ()


def test_a_table_in_traditional_characters_keeps_them() -> None:
    table = only_table("traditional.txt")
    assert table.header == ("序號", "重點工作", "具體任務", "責任單位", "完成情況")
    assert table.rows[1].cells["具體任務"].text == "完成技改投資12億元"


def rows_of(text: str) -> list[dict[str, str]]:
    return [{h: c.text for h, c in row.cells.items()} for t in find_tables(text) for row in t.rows]


def test_the_first_row_s_label_is_no_name_of_a_header_on_lines_of_its_own() -> None:
    head = "地区\n新增就业目标（人）\n新增就业进度（人）\n完成比例（%）\n"
    cells = f"{head}全市\n900\n1200\n133.3\n甲区\n500\n700\n140\n乙县\n400\n500\n125\n"
    first, second, _ = rows_of(cells)
    assert first["地区"] == "全市"
    assert first["新增就业进度（人）"] == "1200"
    assert second == {
        "地区": "甲区",
        "新增就业目标（人）": "500",
        "新增就业进度（人）": "700",
        "完成比例（%）": "140",
    }


def test_cells_between_lone_pipes_are_a_table_and_the_paragraph_below_is_not() -> None:
    cells = ["指 标", "绝对数", "比上年增长%", "生产总值", "95.4", "7.1", "第一产业", "14.2", "3.3"]
    prose = "据有关部门统计，全区新增就业岗位6007个，比上年减少587个。"
    rows = rows_of("\n|\n".join(cells) + f"\n|\n{prose}")
    assert rows[1] == {"指 标": "第一产业", "绝对数": "14.2", "比上年增长%": "3.3"}
    assert len(rows) == 2


def test_a_pipe_behind_every_cell_and_han_serial_numbers() -> None:
    head = ["序号", "主要任务", "全年目标任务", "牵头 单位", "1-11月推进情况", "是否达序", "说明"]
    one = ["一", "道路建设", "新建道路5条。", "住建局", "已建成4条。", "否", "征地滞后1个月。"]
    two = ["二", "养老服务", "新增床位80张。", "民政局", "新增床位85张。", "是", ""]
    lines = [f"{cell} |" if cell else "|" for cell in [*head, *one, *two]]
    first, second = rows_of("\n".join(lines))
    assert first["说明"] == "征地滞后1个月。"
    assert first["是否达序"] == "否"
    assert second["1-11月推进情况"] == "新增床位85张。"
    assert "说明" not in second


def test_a_run_of_pipes_fills_a_row_up_and_tells_of_no_empty_cell() -> None:
    head = ["序号", "主要任务", "全年目标任务", "牵头 单位", "1-8月推进情况", "是否达序", "说明"]
    one = ["1", "新建停车场5个。", "住建局", "已进场施工,完成40%。", "是", "||"]
    two = [
        "2",
        "新增床位80张。",
        "民政局",
        "在3个街道,新增床位30张。",
        "否",
        "合同8月才签订。",
        "|",
    ]
    lines = [cell if "|" in cell else f"{cell} |" for cell in [*head, *one, *two]]
    second = rows_of("\n".join(lines))[1]
    assert second["1-8月推进情况"] == "在3个街道,新增床位30张。"
    assert second["是否达序"] == "否"
    assert second["说明"] == "合同8月才签订。"


def test_a_row_may_begin_with_the_pipe_behind_its_empty_first_cell() -> None:
    text = (
        "序号 | 牵头单位 | 项目名称 | 业主单位 | 进展情况\n"
        "一 | 区城管局 | 垃圾转运站 | 区城投 | 已完工\n"
        " | | 井盖整治项目 | 区城管局 区水投 | 已完工\n"
    )
    assert rows_of(text)[1]["业主单位"] == "区城管局 区水投"
    assert rows_of(text)[1]["牵头单位"] == "区城管局"


def test_a_unit_on_the_line_below_belongs_to_the_last_name() -> None:
    rows = rows_of(
        "指 标 | 2022年 | 可比价增幅\n（%） |\n工业 | 264 | 2.1 |\n建筑业 | 59 | 3.4 |\n"
    )
    assert [list(row.values()) for row in rows] == [["工业", "264", "2.1"], ["建筑业", "59", "3.4"]]


@pytest.mark.parametrize("first", ["县区", "地市名"])
def test_a_stacked_header_begins_where_its_columns_become_regular(first: str) -> None:
    """Neither a title that reads like a name nor an unknown first name moves the cells."""
    names = [first, "总产值(亿元)", "增速(%)", "税收总额(亿元)"]
    told = "甲区 31.2 4.5 2.1|乙县 28.4 -1.2 1.9|丙县 9.7 3.3 0.8"
    rows = [row.split() for row in told.split("|")]
    lines = ["2023年县区主要指标", "", *names, *(cell for row in rows for cell in row)]
    (table,) = find_tables("\n".join(lines) + "\n")
    assert [[c.text for c in row.cells.values()] for row in table.rows] == rows
    assert list(table.rows[0].cells) == names


def test_a_delimiter_at_an_end_stands_beside_an_empty_cell_where_the_header_has_no_frame() -> None:
    table = find_tables(
        "序号 | 项目名称 | 总投资 | 2024年计划 |  | 1-9月完成 |  | 责任单位\n"
        " |  |  | 投资额 | 形象进度 | 投资额 | 形象进度 |\n"
        "合计(2个) |  | 900 | 300 |  | 120 |  |\n"
        "一、产业类(1个) |  | 500 | 200 |  | 90 |  |\n"
        "1 | 电泵技改项目 | 500 | 200 | 设备安装 | 90 | 厂房封顶 | 县经信局\n"
        "二、设施类(1个) |  | 400 | 100 |  | 30 |  |\n"
        "2 | 供水管网改造 | 400 | 100 | 完成40公里 | 30 | 完成16公里 | 县住建局\n"
    )[0]
    assert table.header[3:7] == (
        "2024年计划 投资额",
        "2024年计划 形象进度",
        "1-9月完成 投资额",
        "1-9月完成 形象进度",
    )
    total, chapter, pump, _, pipes = table.rows
    assert texts(total) == ["合计(2个)", "900", "300", "120"]
    assert total.cells["1-9月完成 投资额"].text == "120"
    assert chapter.cells["项目名称"].text == "一、产业类(1个)"
    assert pump.section_path == ("一、产业类(1个)",)
    assert pump.cells["2024年计划 形象进度"].text == "设备安装"
    assert (pipes.section_path, pipes.cells["责任单位"].text) == (("二、设施类(1个)",), "县住建局")


def test_a_broken_cell_in_the_last_stacked_row_moves_no_other() -> None:
    rows = "".join(
        f"{n}\n完成第{n}项工作。\n县工信局\n县统计局、\n各乡镇\n2024年1{n}月\n" for n in (1, 2)
    )
    table = find_tables(f"序号\n工作任务\n牵头单位\n责任单位\n完成时限\n{rows}")[0]
    assert table.rows[-1].cells["责任单位"].text == "县统计局、\n各乡镇"
    assert table.rows[-1].cells["完成时限"].text == "2024年12月"


def test_a_stacked_table_ends_before_the_next_caption_and_blanks_part_names_from_figures() -> None:
    stacked, spaced = find_tables(
        "表1 产量\n产品名称\n单位\n产量\n比上年增长(%)\n粮食\n万吨\n142.36\n1.2\n小麦\n"
        "万吨\n8.15\n-2.6\n油料\n万吨\n11.42\n3.8\n\n三、投资\n全年固定资产投资增长7.8%。\n"
        "表2 投资增长情况\n"
        "指标 比上年增长(%)\n固定资产投资 7.8\n其中: 民间投资 9.1\n房地产开发投资 -8.4\n"
    )
    assert [row.cells["产品名称"].text for row in stacked.rows] == ["粮食", "小麦", "油料"]
    assert [texts(row) for row in spaced.rows] == [
        ["固定资产投资", "7.8"],
        ["其中: 民间投资", "9.1"],
        ["房地产开发投资", "-8.4"],
    ]


def test_a_continued_title_is_no_chapter_and_who_filed_a_table_no_title() -> None:
    header = "| 序号 | 项目名称 | 总投资 | 责任单位 |\n"
    table = find_tables(
        "甲区2024年重点项目进展情况表\n填报单位:甲区发展和改革局    单位:万元\n\n"
        f"{header}| 一、产业项目(2个) | | 500 | |\n| 1 | 泵业技改 | 300 | 区经信局 |\n"
        "| 2 | 茶厂 | 200 | |\n"
        f"\n甲区2024年重点项目进展情况表(续)\n{header}| 二、基础设施(1个) | | 90 | |\n"
        "| 3 | 管网改造 | 90 | 区住建局 |\n"
    )[0]
    assert table.title == "甲区2024年重点项目进展情况表"
    assert [row.section_path for row in table.rows if "序号" in row.cells] == [
        ("一、产业项目(2个)",),
        ("一、产业项目(2个)",),
        ("二、基础设施(1个)",),
    ]


def test_one_odd_cell_of_a_full_stacked_row_moves_none() -> None:
    rows = [
        ("1", "改造老旧小区24个", "已完工17个,在建7个。", "70.8%", "12月", "区住建局", "翁国平"),
        (
            "2",
            "拓宽天妃路",
            "签约率96.4%,尚有7户。",
            "按序时推进",
            "2025年6月",
            "龙桥街道",
            "李秀琴",
        ),
        ("3", "启动绿道建设", "已完成设计,尚未开工。", "滞后", "9月", "区水利局", "余文辉"),
        ("4", "加装电梯25台", "已完工26台,在建4台。", "104%", "11月", "区住建局", "翁国平"),
    ]
    names = ("序号", "目标任务", "进展情况", "完成率", "完成时限", "牵头单位", "责任人")
    text = "\n".join([*names, *(cell for row in rows for cell in row)])
    assert [tuple(texts(row)) for row in find_tables(text)[0].rows] == rows


def test_a_title_printed_again_below_notes_is_no_chapter_and_sums_keep_their_gaps() -> None:
    header = "序号\t项目名称\t年度计划投资(万元)\t1-9月完成情况\t累计完成投资(万元)\t责任单位"
    title = "2024年某区为民办实事项目进展情况表"
    lines = [title, "单位：万元\t\t\t填报：区督查室", header]
    lines += ["1\t学校扩容\t500\t已封顶\t310\t区教育局", "2\t食堂改造\t60\t已完成\t61\t"]
    lines += ["", title, "", header, "3\t操场翻新\t80\t开工2处\t45\t", "合计\t\t640\t完成1项\t416"]
    (table,) = find_tables("\n".join(lines))
    assert table.title == title
    assert all(row.section_path == () for row in table.rows)
    assert [row.cells["责任单位"].text for row in table.rows[:3]] == ["区教育局"] * 3
    total = {header: cell.text for header, cell in table.rows[3].cells.items()}
    assert (total["年度计划投资(万元)"], total["累计完成投资(万元)"]) == ("640", "416")


def test_bold_marks_are_no_part_of_a_cell() -> None:
    lines = ("| 镇街 | 任务 | 完成 |", "|---|---|---|", "| **合计** | **1,100** | **990** |")
    (table,) = find_tables("\n".join((*lines, "| 柳泉镇 | 600 | 540 |")))
    assert [cell.text for cell in table.rows[0].cells.values()] == ["合计", "1,100", "990"]


def test_a_header_cut_in_two_by_a_line_break_is_as_wide_as_its_rows() -> None:
    text = """2020年1-6月民生实事完成情况 | |||||||
序号 | 项目名称 | 责任单位 | 目标任务 | 1-6月完成情况 |
任务完成率 | 备注 | |
1 | 新增公办学位 | 区教育局 | 900个 | 610个 | 68% | ||
2 | 改造老旧管网 | 区住建局 | 14公里 | 15公里 | 107% | ||
"""
    (table,) = find_tables(text)
    assert table.title == "2020年1-6月民生实事完成情况"
    told = {header: cell.text for header, cell in table.rows[0].cells.items()}
    goal_and_result = {"目标任务": "900个", "1-6月完成情况": "610个", "任务完成率": "68%"}
    assert (
        told == {"序号": "1", "项目名称": "新增公办学位", "责任单位": "区教育局"} | goal_and_result
    )


def test_a_table_that_breaks_off_in_its_first_row_is_read_without_error() -> None:
    check_spans("| | 1| \n|---|---|\n| 1")
