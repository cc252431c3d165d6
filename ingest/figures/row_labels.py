"""What the cells of a row without figures tell of those with them: the name, a unit, a district."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.language.columns import (
    OFFICE,
    cells_of,
    is_sort,
    names_of_goals,
    role_of,
    subject_cell,
)
from assistant.lexicon.districts import load_gazetteer
from assistant.schema import Cell, Row
from ingest.figures.cell_numbers import cell_number
from ingest.figures.column_headers import UNIT_HEADER, is_frame, split_unit
from ingest.outline.script import BLANK

# What stands before the name of a row: 其中, numbering, marks.
_ITEM = re.compile(
    r"(?:其中\s*[:：]?|[#＃*＊]+|[一二三四五六七八九十]+[、.．]|[（(][一二三四五六七八九十\d]+[)）]|\d+[、.．]|[①-⑳])\s*"
)
_NAME_HEADER = re.compile(r"名称|指标|地区|区域")
_GROUP_HEADER = re.compile(r"实事|任务|类别|大类|板块")
_LONGEST_LABEL = 40


@dataclass(frozen=True, slots=True)
class Label:
    """What a row's own cells tell of its figures; ``district`` where the row is one."""

    name: str
    unit: str
    district: str


def read_label(row: Row) -> Label | None:
    """The cell that names the row: its task where it is short, else the first with words in it."""
    others = [(h, c) for h, c in row.cells.items() if not is_frame(h) and _names(c)]
    # 指标类别 sorts what 指标名称 names.
    named = [c for h, c in others if _NAME_HEADER.search(h) and not is_sort(h)]
    subject = subject_cell(row)
    named = [*_parts_of_group(row), *named]
    sorted_by = any(c is subject and is_sort(h) for h, c in others)
    beside_target = not sorted_by and any(role_of(h) == "target" for h in row.cells)
    if subject is not None and _names(subject) and beside_target:
        # "分类 | 重点工作 | 年度目标": what is wanted is no name where something else is one.
        named.append(subject)
    named.extend(c for h, c in cells_of(row, "target") if _names(c))
    if subject is not None and _names(subject):
        named.append(subject)
    cell = next(
        (c for c in [*named, *(c for _, c in others)] if len(c.text.strip()) <= _LONGEST_LABEL),
        None,
    )
    if cell is None:
        return None
    text = cell.text.replace(BLANK, "").strip()
    item = _ITEM.match(text)
    name, unit = split_unit(text[item.end() :] if item else text)
    below = [c.text.strip() for h, c in row.cells.items() if UNIT_HEADER.fullmatch(h.strip())]
    units = [text for text in below if not OFFICE.search(text)]  # 甲镇 below 单位 measures nothing
    unit = unit or next(iter(units), "")
    # "1/10万" below 单位 is written behind a number without its 1: 4.1/10万.
    return Label(name, unit.removeprefix("1") if unit.startswith("1/") else unit, _district(name))


def _parts_of_group(row: Row) -> list[Cell]:
    """The cells that name what goals are of, where a name beside them is one for several rows.

    "实事名称 | 具体内容 | 年度目标": the second; 项目名称 beside them is of each row by itself.
    """
    names = {h: c for h, c in row.cells.items() if _NAME_HEADER.search(h)}
    merged = any(not row.owns(c) for c in names.values())
    grouped = merged or any(_GROUP_HEADER.search(h) for h in names)
    parts = [row.cells[h] for h in names_of_goals(row) - names.keys()] if grouped else []
    return [c for c in parts if _names(c) and not re.search(r"\d", c.text)]


def _names(cell: Cell) -> bool:
    text = cell.text.strip()
    return (
        re.search(r"[\u4e00-\u9fff]{2}|[A-Za-z]{2}", text) is not None and cell_number(text) is None
    )


def _district(name: str) -> str:
    """The district that a row is about, where rows are districts; else empty."""
    if not name.endswith(("区", "县", "市", "旗")):
        return ""
    mentions = load_gazetteer().find(name)
    return mentions[0].name if len(mentions) == 1 and mentions[0].text == name else ""
