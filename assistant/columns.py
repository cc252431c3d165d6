"""What a table column holds, told from its header."""

from __future__ import annotations

import re
from typing import Literal

from assistant.schema import Cell, Row

Role = Literal["number", "leader", "lead", "support", "progress", "target", "group", "other"]

# The order matters: "牵头区领导" is a leader before it is a lead unit, "完成情况" progress before a task.
_ROLES: tuple[tuple[Role, re.Pattern[str]], ...] = (
    ("number", re.compile(r"^(?:序号|编号|项次|序|no\.?)$", re.IGNORECASE)),
    ("leader", re.compile(r"领导|负责人|责任人|分管|挂帅|组长")),
    ("support", re.compile(r"配合|协办|协助|协同|参与|参加")),
    (
        "progress",
        re.compile(
            r"进展|完成情况|完成进度|进度|落实情况|推进情况|执行情况|实施情况|办理情况|成效|实绩|备注说明"
        ),
    ),
    ("lead", re.compile(r"单位|部门|牵头|主办|责任主体")),
    (
        "target",
        re.compile(
            r"具体|内容|要求|措施|举措|年度目标|目标任务|目标值|任务目标|主要任务|建设内容|项目内容"
        ),
    ),
    ("group", re.compile(r"类别|分类|板块|领域|项目|工作目标|重点工作|重点任务|任务|目标|指标")),
)


def role_of(header: str) -> Role:
    """Return what a column holds.

    >>> [role_of(h) for h in ("牵头区领导", "牵头单位", "截至6月底完成情况", "具体目标任务", "序号")]
    ['leader', 'lead', 'progress', 'target', 'number']
    """
    compact = re.sub(r"\s+", "", header)
    return next((role for role, pattern in _ROLES if pattern.search(compact)), "other")


def cells_of(row: Row, role: Role) -> list[tuple[str, Cell]]:
    """Return the (header, cell) pairs of ``row`` that hold ``role``, in column order.

    A table whose only task column is headed like a group ("重点任务") has that column as its target.
    """
    found = [(h, c) for h, c in row.cells.items() if role_of(h) == role]
    if role == "target" and not found:
        found = [(h, c) for h, c in row.cells.items() if role_of(h) == "group"][-1:]
    return found


def row_number(row: Row) -> str:
    """Return the row's serial number as written, or an empty string."""
    return next((cell.text for _, cell in cells_of(row, "number")), "")
