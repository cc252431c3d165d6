"""Headings over groups of rows, and what they give all rows below them: who leads, who is charged.

"▌工业倍增行动（责任单位：区工业和信息化局）" is the group 工业倍增行动, each of whose rows has
区工业和信息化局 as 责任单位. A unit of measure, "单位：万元", stays in the heading.
"""

from __future__ import annotations

import re

from assistant.schema import Cell
from ingest.tables.fields import CHARGE

Given = tuple[str, Cell]

MARKS = "▌▍▎▏█■◆●★▲▶►◇□"
_MARKED = re.compile(rf"[{MARKS}]+\s*(?=[^\s{MARKS}])")
_NAME = rf"(?:{CHARGE}|[一-鿿]{{0,6}}(?:领导|负责人|责任人|联系人|组长))"
_NOTE = re.compile(r"(?<![一-鿿])(?:计量|金额)?单位\s*[:：]\s*[^:：;；,，、()（）\s]+")
_FIELD = re.compile(
    rf"(?P<name>{_NAME})\s*[:：]\s*(?P<value>[^:：;；()（）]+?)"
    rf"(?=\s*(?:[;；)）]|$|[,，、\s]\s*{_NAME}\s*[:：]))"
)
_FRAME = "(（[【 \t\u3000,，;；:：—-"


def is_marked(text: str) -> bool:
    """Tell a heading by the mark that it begins with.

    >>> is_marked("▌工业倍增行动"), is_marked("●"), is_marked("工业倍增行动")
    (True, False, False)
    """
    return _MARKED.match(text) is not None


def read_heading(text: str, start: int) -> tuple[str, tuple[Given, ...]]:
    """Return the bare title of a heading that stands at ``start``, and the fields it gives.

    >>> title, given = read_heading("▌健康行动（责任单位：区卫健局；牵头领导：谢芳）", 0)
    >>> title, [(name, cell.text) for name, cell in given]
    ('健康行动', [('责任单位', '区卫健局'), ('牵头领导', '谢芳')])
    >>> read_heading("▌道路（责任单位：甲局；单位：公里）", 0)[0]
    '道路（单位：公里）'
    """
    fields = list(_FIELD.finditer(text))
    marked = _MARKED.match(text)
    title = text[marked.end() if marked else 0 : fields[0].start() if fields else len(text)]
    if fields:
        title = _with_unit(title, text, fields)
    given = tuple(
        (m["name"], Cell(m["value"], start + m.start("value"), start + m.end("value")))
        for m in fields
    )
    return (title, given) if title else (text, given)


def _with_unit(title: str, text: str, fields: list[re.Match[str]]) -> str:
    """The bare title with the unit of measure that stands among the fields."""
    notes = [
        m for m in _NOTE.finditer(text) if not any(f.start() <= m.start() < f.end() for f in fields)
    ]
    if not notes:
        return title.rstrip(_FRAME)
    return f"{title.partition(notes[0][0])[0].rstrip(_FRAME)}（{notes[0][0]}）"
