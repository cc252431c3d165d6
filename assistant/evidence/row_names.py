"""What rows of tables are called: by which of their cells, as a part of what, in whose sum."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.evidence.lines import Line
from assistant.language.columns import refers_to_rows, role_of, row_number, subject_cell, unit_alone
from assistant.schema import Cell, Document, Row
from assistant.text import HAN, fold_text

EMPTY = re.compile(r"[\s/／—–\-.…]*")
NUMBERING = re.compile(
    r"^(?:[(（]?[一二三四五六七八九十\d]{1,3}[)）、.．]\s*|其中[:：]?)+(?=[^\d])"
)
BRACKETS = re.compile(r"[(（【\[][^()（）【】\[\]]*[)）】\]]")
_REMARK = re.compile(r"备注|说明|是否|评价|结论|属性|时限|时间")
_PART = re.compile(r"^(?:其中[:：]?|[#＃])\s*")
GROUP_NUMBER = re.compile(r"[(（]?[一二三四五六七八九十]{1,3}[)）、]?")
TOTAL = re.compile(r"合计|总计|小计|共计|全[市县区州省]合?计?|总数")


def text_in(line: Line, header: str) -> str:
    """Return what a row has in a column, white space folded; marks for nothing are nothing."""
    cell = line.row.cells.get(header)
    text = " ".join(cell.text.split()) if cell else ""
    return "" if EMPTY.fullmatch(text) else text


def names_of(line: Line) -> list[Cell]:
    """Return the cells that may name a row: words that are neither a charge nor a state.

    A row that has figures alone beside its 单位 is that unit's.
    """
    row = line.row
    roles = ("group", "target", "other")
    named = [
        cell
        for header, cell in row.cells.items()
        if role_of(header) in roles and not _REMARK.search(header) and HAN.search(cell.text)
    ]
    unit = None if named else unit_alone(row)
    return named if unit is None else [unit]


@lru_cache(maxsize=20_000)
def name_keys(text: str) -> tuple[str, ...]:
    """Return the words that a name may be called by.

    >>> name_keys("一、税收收入"), name_keys("(二)体育中心(一期)")
    (('税收收入',), ('体育中心(一期)', '体育中心'))
    """
    plain = NUMBERING.sub("", "".join(fold_text(text).split()))
    bare = BRACKETS.sub("", plain).strip("“”\"'")
    head = re.split(r"[,，。;；:：]", bare)[0]
    keys = (plain, bare, head, head.removesuffix("等"))
    return tuple(k for k in dict.fromkeys(keys) if len(HAN.findall(k)) > 1)


def own_names(line: Line) -> list[Cell]:
    """Return the cells that name a row alone: none that it has from the row above."""
    meant = [c for c in names_of(line) if _is_by_number(line, c)]
    return meant or [c for c in names_of(line) if line.row.owns(c)]


def _is_by_number(line: Line, cell: Cell) -> bool:
    """True for the name of the row of another table whose number a row gives: 任务序号 3."""
    return not line.row.owns(cell) and any(map(refers_to_rows, line.row.cells))


def rows_of_number(document: Document, row: Row) -> list[Row]:
    """The rows of a further table that give a row's number for its name: 任务序号 3, 滞后原因."""
    number = row_number(row)
    names = {cell.start for cell in row.cells.values()}
    return [
        other
        for other in document.rows
        if other is not row
        and number
        and row_number(other) == number
        and any(map(refers_to_rows, other.cells))
        and names & {cell.start for cell in other.cells.values()}
    ]


def subject_of(line: Line) -> str:
    """Return what a row is called: its own name, not that of the group it stands in."""
    subject = subject_cell(line.row)
    own = [cell for cell in own_names(line) if not _holds_on(line, cell)] or own_names(line)
    if subject not in own:
        subject = own[0] if own else subject
    return NUMBERING.sub("", " ".join(subject.text.split())) if subject else ""


def parent_of(line: Line) -> str:
    """Return what a row that says "其中" or "#" is a part of: the last row above that does not.

    Empty for a row of its own.
    """
    cell = subject_cell(line.row)
    if cell is None or not _PART.match(cell.text.strip()):
        return ""
    rows = line.document.rows
    at = next((n for n, row in enumerate(rows) if row is line.row), 0)
    for row in reversed(rows[:at]):
        whole = subject_cell(row) if row.section_path == line.row.section_path else None
        if whole is None:
            return ""
        if not _PART.match(whole.text.strip()):
            return NUMBERING.sub("", " ".join(whole.text.split()))
    return ""


def full_name(line: Line, cell: Cell | None = None) -> str:
    """Return what a row is called, with the name of the whole where it is marked as a part."""
    name = " ".join(cell.text.split()) if cell is not None else subject_of(line)
    bare = _PART.sub("", name)
    parent = parent_of(line)
    return f"{parent}其中:{bare}" if parent and parent not in bare else bare


def _holds_on(line: Line, cell: Cell) -> bool:
    """True for a cell that a row beside has too, merged or said again: it names a group."""
    rows = line.document.rows
    at = next((n for n, row in enumerate(rows) if row is line.row), len(rows))
    header = next((h for h, c in line.row.cells.items() if c is cell), "")
    beside = [row.cells.get(header) for row in (*rows[max(at - 1, 0) : at], *rows[at + 1 : at + 2])]
    return any(other is not None and other.text == cell.text for other in beside)


def is_group(line: Line, cell: Cell) -> bool:
    """True for a cell that names what a row belongs to: taken over from above, or holding on."""
    taken = not line.row.owns(cell) and not _is_by_number(line, cell)
    return taken or _holds_on(line, cell)


def is_total(line: Line) -> bool:
    """True for a row that sums others up: 合计, or the heading of a chapter with its sums."""
    texts = ["".join(BRACKETS.sub("", c.text).split()) for c in line.row.cells.values()]
    chapter = "".join(
        "".join(BRACKETS.sub("", part).split()) for part in line.row.section_path[-1:]
    )
    told = any(TOTAL.fullmatch(text) for text in texts) or (chapter != "" and chapter in texts)
    return told or heads_group(line)


def heads_group(line: Line) -> bool:
    """True for a row that a Chinese number sets above those below it: 一 | 交通设施(3个)."""
    if not GROUP_NUMBER.fullmatch(row_number(line.row)):
        return False
    rows = line.document.rows
    at = next((n for n, row in enumerate(rows) if row is line.row), len(rows))
    return any(row_number(row).isdecimal() for row in rows[at + 1 : at + 2])
