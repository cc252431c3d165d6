"""Labels of fields ("责任单位：甲局"): which tell of a task, and their words as cells."""

from __future__ import annotations

import re

from assistant.language.columns import role_of
from assistant.schema import Cell

# Who answers for a task, and by when it is done: "责任单位", "牵头责任部门", "完成时限".
CHARGE = (
    r"(?:(?:责任|牵头|配合|承办|主办|主责|协办|实施|落实|参与|主管|分管|联系|挂钩|挂联|包抓){1,2}(?:单位|部门|[区县市]?领导|处室|科室|人)"
    r"|(?:完成|办结)(?:时限|时间|期限))"
)
_ROLES = ("leader", "lead", "support", "progress", "target")
_BESIDE = re.compile(r"原因|时限|时间|备注|说明|问题|下一步|是否|状态|资金|投资|率$")
_BLANK = " \t\u3000\u00a0\n\r"


def tells_of_task(label: str) -> bool:
    """Tell whether a field says what a task is, who does it or how far it is.

    >>> [tells_of_task(label) for label in ("年度目标", "滞后原因", "办公地址")]
    [True, False, False]
    """
    return role_of(label) in _ROLES


def goes_with_task(label: str) -> bool:
    """Tell whether a field may stand beside those of a task: they, why it is late, by when.

    >>> [goes_with_task(label) for label in ("年度目标", "滞后原因", "办公地址")]
    [True, True, False]
    """
    return tells_of_task(label) or _BESIDE.search(label) is not None


def cut_cell(text: str, start: int, end: int, *, around: str = "", behind: str = "") -> Cell:
    """The words between two positions without the blanks, the marks around and the stops behind.

    >>> cut_cell("单位： **甲局**；", 3, 11, around="*", behind="；").text
    '甲局'
    """
    words = text[start:end].rstrip(_BLANK + around).rstrip(behind).rstrip(_BLANK + around)
    bare = words.lstrip(_BLANK + around)
    start += len(words) - len(bare)
    return Cell(bare, start, start + len(bare))
