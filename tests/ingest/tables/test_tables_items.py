"""Lists whose items name an office: each item a row, below the heading above it."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.schema import Document
from ingest.readers.formats import Extracted
from ingest.tables.find import find_tables
from ingest.tables.items import find_items
from ingest.understanding import understand

FIXTURES = Path(__file__).parents[2] / "fixtures" / "prose"


def read(name: str) -> Document:
    text = (FIXTURES / name).read_text("utf-8")
    return understand(Extracted(name, text, (), "0" * 64, "txt"))


def test_an_item_is_a_row_with_its_number_its_words_and_its_offices() -> None:
    second = read("offices_in_brackets.txt").rows[1]
    assert {header: cell.text for header, cell in second.cells.items()} == {
        "序号": "2",
        "内容": "既有住宅加装电梯50部,更新老旧电梯90台。",
        "牵头单位": "区住建局",
        "配合单位": "区市场监管局、各街道",
    }
    assert second.section_path == ("一、托幼养老(3项)",)


def test_offices_on_the_line_below_an_item_are_its_own() -> None:
    document = read("offices_in_brackets.txt")
    last = document.rows[-1]
    assert (last.cells["序号"].text, last.cells["责任单位"].text) == ("5", "区城管局")
    assert document.text[last.start : last.end].endswith("责任单位:区城管局")


def test_the_items_of_a_plan_are_targets_and_the_annex_tells_the_year_before() -> None:
    told = {(i.name, i.period, i.kind, i.value) for i in read("offices_in_brackets.txt").indicators}
    assert ("既有住宅加装电梯", "2024", "target", "50") in told
    assert ("加装电梯", "2023", "actual", "61") in told
    assert not any(value == "3" for *_, value in told)  # "(3项)" in a heading


def test_labels_that_no_header_row_has_are_not_shown_as_the_document_s() -> None:
    chunks = [c for c in read("offices_in_brackets.txt").chunks if c.row is not None]
    assert len(chunks) == 5
    assert all(chunk.context == () for chunk in chunks)


def test_an_office_below_several_items_makes_no_rows() -> None:
    assert find_tables((FIXTURES / "livelihood.txt").read_text("utf-8")) == []


def test_two_paragraphs_with_offices_are_no_list() -> None:
    assert find_tables("1.甲路贯通。(责任单位:甲局)\n2.乙路贯通。(责任单位:乙局)") == []


def test_a_megabyte_of_items_is_read_in_one_pass() -> None:
    text = "\n".join(f"{n % 900 + 1}.修路{n}公里。(责任单位:区住建局)" for n in range(20000))
    (table,) = find_tables(text)
    assert len(table.rows) == 20000


def test_items_numbered_in_han_numerals_have_their_offices_below_a_blank_line() -> None:
    text = (
        "（一）工业投资增长9%以上\n\n责任单位：区经信局\n\n"
        "（二）新增企业25家\n\n责任单位：区经信局，各街道（乡）\n\n"
        "（三）新建公园3个\n\n责任单位：区园林局\n"
    )
    (table,) = find_tables(text)
    assert [row.cells["责任单位"].text for row in table.rows] == [
        "区经信局",
        "区经信局，各街道（乡）",
        "区园林局",
    ]
    assert table.rows[0].cells["内容"].text == "工业投资增长9%以上"


def test_fields_within_an_item_are_columns() -> None:
    lines = (
        f"{n}.打通甲{n}路。目标任务：打通{n}条；进展情况：已通车；牵头单位：县建设局；完成时限：12月底。"
        for n in (1, 2, 3)
    )
    (table,) = find_tables("\n".join(lines))
    assert {h: c.text for h, c in table.rows[1].cells.items()} == {
        "序号": "2",
        "项目名称": "打通甲2路",
        "目标任务": "打通2条",
        "进展情况": "已通车",
        "牵头单位": "县建设局",
        "完成时限": "12月底",
    }


def test_a_task_and_what_came_of_it_are_two_cells_where_the_items_tell_both() -> None:
    text = """临朐县2024年重点任务落实情况（1-10月）

1.改造老旧小区16个。截至10月底，完工11个。（责任单位：县住建局）
2.新增托位300个。截至10月底，新增236个。（责任单位：县卫健局）
3.新改建农村公路70公里。截至10月底，完成66公里。（责任单位：县交通局）
4.开工建设县中医院。因规划调整，尚未开工。（责任单位：县卫健局）"""
    document = understand(Extracted("tasks.txt", text, (), "0" * 64, "txt"))
    second, last = document.rows[1], document.rows[3]
    assert second.cells["任务内容"].text == "新增托位300个"
    assert second.cells["进展情况"].text == "截至10月底，新增236个"
    assert last.cells["进展情况"].text == "因规划调整，尚未开工"
    told = {(i.name, i.kind, i.value) for i in document.indicators}
    assert ("新增托位", "target", "300") in told
    assert ("新增托位", "actual", "300") not in told


@pytest.mark.parametrize(
    "heading", ["一、办好实事\n（责任领导：甲某某）", "一、办好实事（责任领导：甲某某）"]
)
def test_who_is_in_charge_of_a_chapter_is_of_its_items_and_of_no_other(heading: str) -> None:
    items = "（{}）新建学校{}所\n责任单位：区教育局\n"
    text = "\n".join(
        [heading, items.format("一", 3), items.format("二", 4), "二、强基", items.format("三", 5)]
    )
    rows = [row for table in find_tables(text) for row in table.rows]
    told = [row.cells["责任领导"].text if "责任领导" in row.cells else "" for row in rows]
    assert told == ["甲某某", "甲某某", ""]
    assert all(row.cells["责任单位"].text == "区教育局" for row in rows)


def test_what_came_of_an_item_stands_behind_its_offices() -> None:
    text = (
        "1.改造老旧小区38个。(牵头单位:区住建局;配合单位:甲街道)进展:完工9个,在建24个。\n"
        "2.新增停车位2000个。(牵头单位:区城管局)已新增1285个。存在问题:用地紧张。\n"
        "3.新建充电桩400个。(牵头单位:区经信局)完成情况:建成217个。存在问题:选址困难。\n"
        "4.修复路灯90盏。(牵头单位:区城管局)\n进展:修复92盏。\n"
        "5.新建公园3个。(牵头单位:区园林局)另见附件二。\n"
    )
    (table,) = find_tables(text)
    told = [{h: c.text for h, c in row.cells.items()} for row in table.rows]
    assert told[0] == {
        "序号": "1",
        "任务内容": "改造老旧小区38个",
        "牵头单位": "区住建局",
        "配合单位": "甲街道",
        "进展": "完工9个,在建24个",
    }
    assert told[1]["进展情况"].startswith("已新增1285个")
    assert (told[2]["完成情况"], told[2]["存在问题"]) == ("建成217个", "选址困难")
    assert told[3]["进展"] == "修复92盏"
    assert text[table.rows[3].start : table.rows[3].end].endswith("修复92盏。")
    assert told[4] == {"序号": "5", "内容": "新建公园3个。", "牵头单位": "区园林局"}
    for row in table.rows:
        assert all(text[c.start : c.end] == c.text for c in row.cells.values())


def test_the_first_office_leads_where_a_note_says_so() -> None:
    """ "排在首位的为牵头单位": whose offices are listed without a label has one that leads."""
    items = (
        "1.甲路贯通。(区交通局、各镇街)\n2.新建食堂6家。(区民政局)\n3.植树。(区林业局、区园林所)"
    )
    (plain,) = find_items(items, [])
    assert [row.cells["责任单位"].text for row in plain.rows] == [
        "区交通局、各镇街",
        "区民政局",
        "区林业局、区园林所",
    ]
    (ranked,) = find_items(f"排在首位的为牵头单位。\n{items}", [])
    told = [{h: c.text for h, c in row.cells.items() if "单位" in h} for row in ranked.rows]
    assert told == [
        {"牵头单位": "区交通局", "责任单位": "各镇街"},
        {"牵头单位": "区民政局"},
        {"牵头单位": "区林业局", "责任单位": "区园林所"},
    ]


def test_the_first_item_below_a_heading_has_its_own_offices() -> None:
    text = (
        "（一）提升城区品质\n1.改造小区8个。\n牵头单位：甲局\n2.新建公厕9座。\n牵头单位：乙局\n"
        "（二）增进民生福祉\n3.新增床位70张。\n牵头单位：丙局\n责任单位：各街道\n"
    )
    rows = [row for table in find_items(text, []) for row in table.rows]
    told = [(row.cells["序号"].text, row.cells["牵头单位"].text) for row in rows]
    assert told == [("1", "甲局"), ("2", "乙局"), ("3", "丙局")]
