"""What a column holds, told from its header alone."""

from __future__ import annotations

import pytest

from assistant.language.columns import cells_of, role_of, row_number, task_text
from assistant.schema import Cell, Row


def make_row(**cells: str) -> Row:
    found, position = {}, 0
    for header, text in cells.items():
        found[header] = Cell(text, position, position + len(text))
        position += len(text) + 1
    return Row((), found, (), 0, position)


@pytest.mark.parametrize(
    ("header", "role"),
    [
        ("序号", "number"),
        ("No.", "number"),
        ("牵头区领导", "leader"),
        ("责任人", "leader"),
        ("牵头单位", "lead"),
        ("责任部门", "lead"),
        ("主办单位", "lead"),
        ("配合单位", "support"),
        ("协办部门", "support"),
        ("截至6月底完成情况", "progress"),
        ("进展情况", "progress"),
        ("具体目标任务", "target"),
        ("内容及要求", "target"),
        ("建设内容", "target"),
        ("工作目标", "group"),
        ("重点工作任务", "group"),
        ("总投资", "other"),
        ("牵头\n单位", "lead"),
    ],
)
def test_a_header_tells_the_role(header: str, role: str) -> None:
    assert role_of(header) == role


def test_cells_of_a_role_come_in_column_order() -> None:
    row = make_row(主管部门="区商务局", 内容="新增五家", 实施单位="区财政局")
    assert [(h, c.text) for h, c in cells_of(row, "lead")] == [
        ("主管部门", "区商务局"),
        ("实施单位", "区财政局"),
    ]


def test_the_responsible_lead_where_nobody_else_does_and_support_beside_a_leader() -> None:
    alone = make_row(内容="新增五家", 责任部门="区财政局")
    beside = make_row(牵头单位="区商务局", 内容="新增五家", 责任部门="区财政局")
    with_support = make_row(牵头单位="区商务局", 责任单位="区财政局", 配合单位="区税务局")
    assert [c.text for _, c in cells_of(alone, "lead")] == ["区财政局"]
    assert [c.text for _, c in cells_of(beside, "lead")] == ["区商务局"]
    assert [c.text for _, c in cells_of(beside, "support")] == ["区财政局"]
    assert [c.text for _, c in cells_of(with_support, "support")] == ["区税务局"]


def test_the_only_task_column_is_the_target_though_headed_like_a_group() -> None:
    row = make_row(序号="3", 重点任务="新增五家", 牵头单位="区商务局")
    assert [c.text for _, c in cells_of(row, "target")] == ["新增五家"]
    assert row_number(row) == "3"


def test_a_row_without_a_serial_number_has_none() -> None:
    assert row_number(make_row(内容="新增五家")) == ""


@pytest.mark.parametrize("unit", ["万人", "元/年", "%", "公里", "户"])
def test_a_unit_of_measure_is_in_charge_of_nothing(unit: str) -> None:
    row = make_row(项目="冬季供暖改造", 单位=unit, 年度任务="3.6", 责任单位="区城管局")
    assert [c.text for _, c in cells_of(row, "lead")] == ["区城管局"]
    assert [c.text for _, c in cells_of(make_row(单位="区城管局"), "lead")] == ["区城管局"]


def test_a_bare_number_is_no_part_of_what_a_task_is_called() -> None:
    assert task_text(make_row(项目="冬季供暖改造", 单位="万户", 年度任务="3.6")) == "冬季供暖改造"
    assert task_text(make_row(项目="停车场", 年度任务="新增6处")) == "停车场:新增6处"
