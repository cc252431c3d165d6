"""The last gate: what stands in the cited text passes, anything altered does not."""

from __future__ import annotations

import pytest

from assistant.schema import Citation
from assistant.verification.verify import check_citation, check_line, verify

TEXT = (
    "全年实现地区生产总值2580.5亿元,同比增长3.1%;固定资产投资下降2.4%。1-11月新增停车泊位1350个。"
)


def cite(text: str = TEXT, marker: int = 1, **fields: object) -> Citation:
    start = TEXT.find(text)
    return Citation(marker, "a.txt", start, start + len(text), text, **fields)  # type: ignore[arg-type]


def faults(
    line: str, *, computed: tuple[str, ...] = (), question: str = "", **fields: object
) -> list[str]:
    return [f.found for f in check_line(line, [cite(**fields)], computed, question)]


@pytest.mark.parametrize(
    "line",
    [
        "地区生产总值2580.5亿元[1]。",
        "地区生产总值2,580.5亿元[1]。",
        "地区生产总值25805000万元[1]。",
        "增长3.1%[1]。",
        "增长百分之3.1[1]。",
        "固定资产投资下降2.4%[1]。",
        "固定资产投资增长-2.4%[1]。",
        "1-11月新增停车泊位1350个[1]。",
        "第一段没有数字[1]。",
    ],
)
def test_a_figure_that_stands_in_the_citation_passes(line: str) -> None:
    assert faults(line) == []


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("增长3.2%[1]。", "3.2%"),
        ("增长3.1个百分点[1]。", "3.1个百分点"),
        ("增长3.1‰[1]。", "3.1‰"),
        ("地区生产总值2580.5万元[1]。", "2580.5万元"),
        ("地区生产总值2580.5亿美元[1]。", "2580.5亿美元"),
        ("地区生产总值2580亿元[1]。", "2580亿元"),
        ("新增停车泊位1350亩[1]。", "1350亩"),
        ("固定资产投资增长2.4%[1]。", "2.4%"),
        ("地区生产总值下降3.1%[1]。", "3.1%"),
    ],
)
def test_another_digit_unit_or_sign_is_a_fault(line: str, found: str) -> None:
    assert any(found in text or text in found for text in faults(line))
    assert faults(line) != []


def test_a_marker_without_a_citation_is_a_fault() -> None:
    assert faults("增长3.1%[2]。") == ["[2]"]


def test_a_figure_has_to_stand_in_what_its_own_line_cites() -> None:
    citations = [cite("同比增长3.1%"), cite("新增停车泊位1350个", 2)]
    assert check_line("增长3.1%[1]。", citations, ()) == []
    assert check_line("增长3.1%[2]。", citations, ()) != []


def test_a_computed_number_passes_and_the_same_in_another_unit_does_not() -> None:
    assert faults("相差0.7个百分点。", computed=("0.7个百分点",)) == []
    assert faults("相差0.7%。", computed=("0.7个百分点",)) != []
    assert faults("相差0.7个百分点。") != []


def test_what_the_question_says_may_be_repeated() -> None:
    assert faults("文档没有给出新增1500个的目标。", question="新增1500个的目标是多少?") == []


@pytest.mark.parametrize("line", ["- 第12项 停车泊位[1]", "3. 停车泊位[1]", "2、停车泊位[1]"])
def test_numbers_that_count_lines_are_no_figures(line: str) -> None:
    assert faults(line) == []


def test_a_period_label_needs_a_citation_of_that_year() -> None:
    assert faults("上城区2022年:增长3.1%[1]。", period="2022") == []
    assert faults("上城区2022年截至11月:增长3.1%[1]。", period="2022-01/2022-11") == []
    assert faults("上城区2022年:增长3.1%[1]。", title="上城区2022年报告") == []
    assert faults("上城区2019年:增长3.1%[1]。", period="2022") == ["2019"]


def test_a_heading_or_header_may_label_a_figure_with_its_number() -> None:
    assert faults("“三、152工程”:增长3.1%[1]。", section_path=("三、152工程",)) == []
    assert faults("“三、152工程”:增长3.1%[1]。") == ["152"]


def test_a_citation_is_verbatim_or_none() -> None:
    whole = cite("同比增长3.1%")
    assert check_citation(whole, TEXT)
    assert not check_citation(whole, TEXT.replace("3.1", "3.7"))
    shifted = Citation(1, "a.txt", whole.start + 1, whole.end + 1, whole.text)
    assert not check_citation(shifted, TEXT)
    assert not check_citation(Citation(1, "a.txt", 3, 3, ""), TEXT)


def test_lines_with_faults_are_dropped_and_told() -> None:
    lines = ["增长3.1%[1]。", "增长3.7%[1]。", "新增停车泊位1350个[2]。"]
    altered = Citation(2, "a.txt", 0, 8, "新增停车泊位1350个")
    passed, found = verify(lines, [cite(), altered], (), "", lambda source: TEXT)
    assert passed == lines[:1]
    assert {f.line for f in found} == set(lines[1:])
    assert {f.reason for f in found} == {"数字在引用的原文里找不到", "引用编号没有对应的出处"}


def test_a_cell_has_the_unit_of_its_rows_name() -> None:
    row = Citation(1, "a.txt", 0, 32, "农村居民收入（元） | 22,318 | 23,947", row=3)
    assert check_line("2022年:农村居民收入:23,947元[1]。", [row], [], "2022年") == []
    assert check_line("2022年:农村居民收入:23,947万元[1]。", [row], [], "2022年") != []


def test_a_cell_has_the_compound_unit_of_its_rows_name() -> None:
    row = Citation(1, "a.txt", 0, 32, "PM10年均浓度(微克/立方米) | 61 | 54", row=3)
    assert check_line("2020年:PM10年均浓度:54微克/立方米[1]。", [row], [], "2020年") == []
    assert check_line("2020年:PM10年均浓度:54微克/升[1]。", [row], [], "2020年") != []


def row_of(text: str, *context: str) -> Citation:
    return Citation(1, "a.txt", 0, len(text), text, row=3, context=context)


def test_a_bracket_of_another_cell_gives_no_unit() -> None:
    row = row_of("3 | 修缮学校 | 设备(万元) | 120 | 35", "序号", "项目", "内容", "数量", "人数(人)")
    assert check_line("修缮学校:120万元[1]。", [row], []) != []
    assert check_line("修缮学校:35人[1]。", [row], []) == []


def test_a_class_before_the_serial_number_is_not_the_name_of_its_row() -> None:
    row = row_of("绿色生态 ｜ 12 ｜ 绿地率（%） ｜ 46.5 ｜ 50", "类别", "序号", "指标", "2020年")
    assert check_line("绿地率:50%[1]。", [row], []) == []
    assert check_line("绿地率:50公顷[1]。", [row], []) != []
    assert check_line("绿地率:12%[1]。", [row], []) != []


def test_a_serial_number_is_no_figure_of_its_row() -> None:
    row = row_of("3 | 甲大道(亿元) | 12", "序号", "项目", "总投资")
    assert check_line("甲大道:3亿元[1]。", [row], []) != []
    assert check_line("甲大道:12亿元[1]。", [row], []) == []
    assert check_line("第3项甲大道[1]。", [row], []) == []


def test_the_unit_over_a_table_is_not_that_of_a_row_whose_name_has_another() -> None:
    over = ("单位:万元", "科目", "决算数")
    row = row_of("纳税户数(户) | 3220", *over)
    assert check_line("纳税户数:3220万元[1]。", [row], []) != []
    assert check_line("纳税户数:3220户[1]。", [row], []) == []
    assert check_line("税收收入:3220万元[1]。", [row_of("税收收入 | 3220", *over)], []) == []
    spent = row_of("滨水绿道(公里) | 3220", "单位:万元", "项目", "总投资")
    assert check_line("滨水绿道总投资:3220万元[1]。", [spent], []) == []


def test_the_header_that_a_line_begins_with_states_no_figure() -> None:
    row = row_of("7 | 新建公厕12座 | 城管局、环卫处", "责任单位(排首位的牵头)")
    assert check_line("责任单位(排首位的牵头):城管局、环卫处[1]。", [row], ()) == []
    assert [f.found for f in check_line("城管局居首位[1]。", [row], ())] == ["首位"]
