"""What a table column holds, told from its header."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from assistant.language.units import COUNTERS, MEASURES, split_unit
from assistant.schema import Cell, Row
from assistant.text import HAN_WORD, fold_text

Role = Literal["number", "leader", "lead", "support", "progress", "target", "group", "other"]
# What the figures of a column claim, where its cells do not say otherwise.
KIND_OF_ROLE = {"target": "target", "group": "target", "progress": "actual"}
# Who answers for a row: as columns hold it, and as questions ask for it.
CHARGES: tuple[Literal["leader", "lead", "support"], ...] = ("leader", "lead", "support")

# What numbers the rows of a table.
SERIAL = r"(?:任务|事项|工作|指标|项目|工程)?(?:序\s*号|编号)|项次|[Nn][Oo]\.?"
#  The order matters: "牵头区领导" is a leader before it is a lead unit, "完成情况" progress before
# a task.
_ROLES: tuple[tuple[Role, re.Pattern[str]], ...] = (
    (
        "number",
        re.compile(rf"^(?:{SERIAL}|序)$", re.IGNORECASE),
    ),
    # What is to be done about a row's trouble is no goal of it: 下一步措施, 整改措施.
    ("other", re.compile(r"下一?步|下一?阶段|整改(?:措施|举措|要求)|解决(?:措施|办法)")),
    ("leader", re.compile(r"领导|负责人|责任人|分管|挂帅|组长")),
    # Beside those who are responsible in the first place: 主要责任单位 | 其他责任单位.
    (
        "support",
        re.compile(r"配合|协办|协助|协同|参与|参加|其[他它](?:责任|承办|相关)?(?:单位|部门)"),
    ),
    (
        "progress",
        re.compile(
            r"进展|完成情况|完成进度|进度|落实情况|推进情况|执行情况|实施情况|办理情况|成效|实绩|备注说明"
            r"|(?:完成|落实|推进|执行|实施|办理|办结)结果|^结果$"
            r"|(?:季度|半年|[月年][份底末初]?|目前|当前)情况$"
        ),
    ),
    ("lead", re.compile(r"单位|部门|牵头|主办|责任主体|业主|(?:责任|承办|负责)[科处股]室")),
    (
        "target",
        re.compile(
            r"具体|内容|要求|措施|举措|(?:年度|全年|20\d\d年)(?:预期|计划|控制)?(?:目标|任务)|^目标$"
            r"|目标任务|目标值|任务目标|主要任务|建设内容|项目内容"
        ),
    ),
    (
        "group",
        re.compile(
            r"名称$|^事项$|工程$|实事$|类别|分类|大类|板块|领域|^方面$|项目|工作目标|重点工作|重点任务|任务|目标|指标"
        ),
    ),
)


# What a column tells: a plan, what was done, when.
PLANNED_HEADER = re.compile(r"目标|计划|任务|预算|控制")
DONE_HEADER = re.compile(r"完成|实际|累计|到位|已投")
GROWTH_HEADER = re.compile(r"增长|增速|增幅|同比|比上年")
TIME_HEADER = re.compile(r"时限|期限|时间|节点|(?:建设|起止|实施)年[限度]")
_LEADS = re.compile(r"牵头(?!.*领导)|主办")
_RESPONSIBLE = re.compile(r"责任(?:单位|部门)|落实单位")
_SORT = re.compile(r"类别|类型|分类|大类|性质|属性|领域|板块|^方面$")
_REFERS = re.compile(r"(?:任务|事项|实事|工作|指标|项目|工程|对应|原)(?:序号|编号)")
_NO_NAME = re.compile(r"率$|时限|期限|时间|备注|说明|原因|问题|状态|是否|评价|结论")
_GOAL = re.compile(r"目标(?!任务)|指标值|任务[数量值]")
_BARE = re.compile(r"[\d.,]+")
UNIT_HEADER = re.compile(r"(?:计量)?单位")
# Below 单位 a name that ends so tells whom the row is of, and not in what it is measured.
OFFICE = re.compile(r"(?:局|委|办|部|院|中心|公司|集团|街道|镇|乡|县|区|会)$")
_UNIT_ALONE = re.compile(r"(?:责任)?(?:单位|部门)(?:名称)?")
SHORT_TARGET = 30  # characters of a target that may be a mere value
LONGEST_NAME = 40  # characters of a cell that may name what the value beside it is of


@lru_cache(maxsize=4096)
def role_of(header: str) -> Role:
    """Return what a column holds.

    >>> [role_of(h) for h in ("牵头区领导", "牵头单位", "6月底完成情况", "目标任务", "序号")]
    ['leader', 'lead', 'progress', 'target', 'number']
    >>> role_of("主要责任单位"), role_of("其他责任单位")
    ('lead', 'support')
    >>> role_of("一季度情况"), role_of("基本情况")
    ('progress', 'other')
    """
    compact = fold_text(re.sub(r"\s+", "", header))
    return next((role for role, pattern in _ROLES if pattern.search(compact)), "other")


def is_sort(header: str) -> bool:
    """Tell a column that sorts rows into classes and names none.

    >>> is_sort("类别"), is_sort("项目名称")
    (True, False)
    """
    return bool(_SORT.search(header))


def refers_to_rows(header: str) -> bool:
    """Tell a column whose numbers are those of the rows of another table.

    >>> refers_to_rows("任务序号"), refers_to_rows("序号")
    (True, False)
    """
    return _REFERS.fullmatch("".join(header.split())) is not None


def cells_of(row: Row, role: Role) -> list[tuple[str, Cell]]:
    """Return the (header, cell) pairs of ``row`` that hold ``role``, in column order.

    A table whose only task column is headed like a group ("重点任务") has that column as its
    target; beside a goal that is a mere value (任务内容 | 年度目标), it names what the goal is of.
    """
    found = [(h, c) for h, c in row.cells.items() if role_of(h) == role]
    if role in ("target", "group"):
        naming = names_of_goals(row)
        if role == "target":
            found = [(h, c) for h, c in found if h not in naming]
        elif naming:
            found = [(h, c) for h, c in row.cells.items() if h in naming or (h, c) in found]
    if role == "lead":
        found = [(h, c) for h, c in found if not _is_unit(h, c.text)]
    if role in ("lead", "support") and any(_LEADS.search(h) for h in row.cells):
        found = _beside_a_leader(row, role, found)
    if role == "target" and not found:
        found = [(h, c) for h, c in row.cells.items() if role_of(h) == "group"][-1:]
    return found


def names_of_goals(row: Row) -> set[str]:
    """Return the target columns of a row that name what another one sets a value for."""
    targets = [(h, c.text.strip()) for h, c in row.cells.items() if role_of(h) == "target"]
    goals = [t for h, t in targets if _GOAL.search(h)]
    valued = any(0 < len(goal) <= SHORT_TARGET and "。" not in goal for goal in goals)
    short = {h for h, t in targets if not _GOAL.search(h) and len(t) <= LONGEST_NAME}
    return {h for h in short if HAN_WORD.search(row.cells[h].text)} if valued else set()


def _is_unit(header: str, text: str) -> bool:
    """True for 万人 below 单位: in this it is measured, and nobody answers for it."""
    unit = split_unit(text.strip().partition("/")[0])[1]
    named = UNIT_HEADER.fullmatch("".join(header.split())) is not None
    return named and (unit in MEASURES or unit in COUNTERS or unit in ("%", "‰"))


def _beside_a_leader(row: Row, role: Role, found: list[tuple[str, Cell]]) -> list[tuple[str, Cell]]:
    """Beside a column of those who lead, the units that are responsible support them."""
    if role == "lead":
        return [(h, c) for h, c in found if not _RESPONSIBLE.fullmatch("".join(h.split()))]
    return found or [
        (h, c) for h, c in row.cells.items() if _RESPONSIBLE.fullmatch("".join(h.split()))
    ]


def subject_cell(row: Row) -> Cell | None:
    """Return the cell that names what a row is about, where the target or progress cell does not.

    It is the last naming column: in 分类 | 重点工作 | 年度目标 the second, in 指标 | 单位 | 2023年
    the first, in 类别 | 项目内容 | 年度任务 what is to be done and not its class.
    """
    groups = [(h, c) for h, c in cells_of(row, "group") if HAN_WORD.search(c.text)]
    goals = [c for _, c in cells_of(row, "target")]
    named = (
        [c for h, c in groups if not _SORT.search(h)]
        or [c for c in goals[:-1] if HAN_WORD.search(c.text)][:1]
        or [c for _, c in groups]
    )
    if not named:
        other = [(h, c) for h, c in row.cells.items() if role_of(h) == "other"]
        named = [c for h, c in other if HAN_WORD.search(c.text) and not _NO_NAME.search(h)][:1]
    return named[-1] if named else unit_alone(row)


def unit_alone(row: Row) -> Cell | None:
    """Return the cell below 单位 that a row of figures is of: 甲镇 | 6.4 | 68420."""
    worded = [(h, c) for h, c in row.cells.items() if HAN_WORD.search(c.text)]
    of_units = [c for h, c in worded if _UNIT_ALONE.fullmatch(h) and not _is_unit(h, c.text)]
    return of_units[0] if len(worded) == len(of_units) == 1 else None


def task_text(row: Row) -> str:
    """Return what a row is to do: its target, named where it is only a value.

    "大企业开放创新中心 | 新增15家" is "大企业开放创新中心:新增15家"; a bare 15, the unit of which
    stands elsewhere, says nothing beside the name.
    """
    targets = [" ".join(c.text.split()) for _, c in cells_of(row, "target")]
    subject = subject_cell(row)
    text = " ".join(targets)
    own = subject is not None and row.owns(subject)
    if subject is None or not own or subject.text in targets or len(text) > SHORT_TARGET:
        return text or (subject.text if subject else "")
    if _BARE.fullmatch(text):
        return " ".join(subject.text.split())
    return f"{' '.join(subject.text.split())}:{text}"


def row_number(row: Row) -> str:
    """Return the row's serial number as written, or an empty string."""
    return next((cell.text for _, cell in cells_of(row, "number")), "")
