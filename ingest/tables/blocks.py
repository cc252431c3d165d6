"""Items told as a name and lines of labelled fields, as tables of one row an item.

Below a category, "〔04〕学校新改扩建" and the lines "年度目标：…", "牵头单位：…", "完成情况：…" are
one row of a table that has a column for each label. The text has no header row for them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial

from assistant.schema import Cell, Row, Table
from ingest.outline.lines import Line, SpanSet, split_lines
from ingest.tables.fields import CHARGE, cut_cell, goes_with_task, tells_of_task
from ingest.tables.group_headings import MARKS
from ingest.tables.lines import OPEN_ENDS

_cut = partial(cut_cell, around="*", behind="；;|")
CATEGORY, NUMBER, NAME = "类别", "序号", "项目名称"
_COUNT = r"\d{1,3}|[一二三四五六七八九十]{1,3}"
_NUMBER = re.compile(
    rf"[#\s*]*(?:(?:第|项目|任务|实事)?\s?[〔〈【\[(（]?\s?(?P<number>{_COUNT})\s?"
    r"(?:[〕〉】\])）][.、．:：]?|[.．、](?!\d)|项[:：、.\s]?|号[:：、.\s]|[:：\s](?=\S)|$)\s*)?"
)
_LABEL = re.compile(
    r"[-—*•·●○▪■◆\s]*(?:[(（]\d{1,2}[)）]|\d{1,2}[.、．)）]|[①-⑳])?\s*(?:\*\*|【|\[)?"
    r"(?P<label>(?:(?:19|20)\d\d年)?[一-鿿](?:[一-鿿\d/、]|[(（][一-鿿\d]{1,8}[)）]){1,11})"
    r"(?:\*\*)?(?:[】\]]\s?[:：]?|\s?[:：]|\t|[ \u3000]{2,})(?:\*\*)?\s*"
)
_INLINE = (
    r"(?<=[\s;；,，。|])(?:【(?P<framed>{0})】\s?[:：]?|(?P<label>{0})\s?[:：]"
    r"|(?<=\t)(?P<parted>{0})\s?\t)\s*"
)
_FURTHER = re.compile(r"[；;]\s*([一-鿿]{2,10})\s?[:：]")
# "牵头单位：甲局    状态：已完成": set apart by blanks.
_BEHIND_BLANKS = re.compile(r"[ \u3000]{2,}([一-鿿]{2,10})\s?[:：]")
_PARTED = re.compile(r"[一-鿿](?:[一-鿿\d/、]|[(（][一-鿿\d]{1,8}[)）]){1,11}")
# "实事名称（责任单位）", above the items: what stands in the brackets behind their names.
_BRACKETED = re.compile(rf"[一-鿿]{{2,10}}[(（]({CHARGE})[)）]")
_IN_BRACKETS = re.compile(
    rf"[(（](?:(?P<label>{CHARGE})\s?[:：]\s*)?(?P<words>[^()（）]{{2,60}})[)）]\s*$"
)
_CATEGORY = re.compile(
    rf"[#\s*{MARKS}▪○◎【\[]*(?:第?(?:{_COUNT})\s?[大个]?(?:类|部分|方面|章)?\s?[、.．:：)）]?\s*"
    rf"|[(（](?:{_COUNT})[)）]\s*)?(?:类别\s?[:：]\s?)?"
)
_CATEGORY_END = re.compile(rf"(?:[(（]?共?(?:{_COUNT})[件项个][)）]?)?[\s】\]*:：]*$")
# Fewer items are paragraphs of a text; a longer line is one.
_FEWEST, _LONGEST_HEAD, _LONGEST_CATEGORY = 3, 120, 40
_MOST_TITLED = 0.8


@dataclass(slots=True)
class _Block:
    """The lines of one item: those above its first label, and its fields."""

    above: list[Line]
    fields: dict[str, tuple[int, int]] = field(default_factory=dict)
    first: tuple[int, int] = (0, 0)
    end: int = 0


def find_blocks(text: str, tables: Sequence[Table]) -> list[Table]:
    r"""Find the items outside the tables already found, one table of those with the same labels.

    >>> lines = (f"{n}.甲{n}路\n目标：{n}条\n进展：已开工\n牵头单位：乙局" for n in (1, 2, 3))
    >>> (table,) = find_blocks("\n\n".join(lines), [])
    >>> [cell.text for cell in table.rows[2].cells.values()]
    ['3', '甲3路', '3条', '已开工', '乙局']
    """
    taken = SpanSet([(table.start, table.end) for table in tables])
    lines = [line for line in split_lines(text) if line.text and line.start not in taken]
    labels = _labels(lines)
    if not labels:
        return []
    blocks = [block for block in _blocks(text, lines, labels) if len(block.fields) > 1]
    return [_table(text, run) for run in _runs(blocks) if len(run) >= _FEWEST]


def _labels(lines: Sequence[Line]) -> frozenset[str]:
    """The labels of fields: those that several lines begin with, some of them telling of a task."""
    counted = Counter(label for line in lines for label in _labels_of(line))
    often = {label for label, count in counted.items() if count >= _FEWEST}
    of_tasks = {label for label in often if tells_of_task(label)}
    if len(often) < 2 or all(re.fullmatch(CHARGE, label) for label in often) or not of_tasks:
        return frozenset()
    return frozenset(often)


def _labels_of(line: Line) -> list[str]:
    """The labels of a line: the one that it begins with, and those behind it.

    "目标：8家；进展：建成6家" has two, and so has "总投资 ⇥ 900 ⇥ 已完成 ⇥ 600", parted by tabs.
    """
    opening = _LABEL.match(line.text)
    if opening is None:
        return []
    parts = [part.strip() for part in line.text.split("\t")]
    if len(parts) > 2 and len(parts) % 2 == 0 and all(map(_PARTED.fullmatch, parts[::2])):
        return parts[::2]
    behind = _FURTHER.findall(line.text, opening.end())
    apart = _BEHIND_BLANKS.findall(line.text, opening.end())
    return [opening["label"], *filter(tells_of_task, behind), *filter(goes_with_task, apart)]


def _blocks(text: str, lines: Sequence[Line], labels: frozenset[str]) -> Iterator[_Block]:
    block = _Block([])
    plain: list[Line] = []
    for line in lines:
        fields = _fields(line, labels, within=bool(block.fields) and not plain)
        if not fields:
            plain.append(line)
            continue
        again = any(label in block.fields for label, _, _ in fields)
        if not block.fields or again or _heads_next(text, block, plain):
            if block.fields:
                plain = list(_rest_of(text, block, plain))
                yield block
            block, plain = _Block(plain), []
        elif plain:
            _go_on(block, plain)
            plain = []
        block.first = block.first if block.fields else (line.start, line.end)
        for label, start, end in fields:
            block.fields[label] = (start, end)
        block.end = line.end
    if block.fields:
        if plain and not text[slice(*list(block.fields.values())[-1])].strip():
            _go_on(block, plain[:1])
        yield block


def _heads_next(text: str, block: _Block, plain: Sequence[Line]) -> bool:
    """Whether lines below a field head the next item, though no label stands twice yet.

    The next number does, and a short line that stands apart; not so a list within a field.
    """
    if not plain or len(plain[-1].text) > _LONGEST_CATEGORY or "。" in plain[-1].text[:-1]:
        return False
    number = _number_of(plain[-1].text)
    if number is None:
        return _stands_apart(text, plain[-1]) and not re.search("[，。]", plain[-1].text)
    field_words = text[slice(*list(block.fields.values())[-1])]
    if any(_number_of(words) for words in (field_words, *(line.text for line in plain[:-1]))):
        return False
    above = _number_of(block.above[-1].text) if block.above else None
    return above is None or _counts_on(above, number)


def _number_of(words: str) -> tuple[str, str] | None:
    """The number that a line begins with, and how it is written: ("12", "〔#〕")."""
    found = _NUMBER.match(words.lstrip())
    if found is None or not found["number"]:
        return None
    start, end = found.span("number")
    return found["number"], f"{found[0][:start]}#{found[0][end:]}".strip()


def _counts_on(above: tuple[str, str], number: tuple[str, str]) -> bool:
    if above[1] != number[1]:
        return False
    digits = above[0].isdigit() and number[0].isdigit()
    return int(above[0]) + 1 == int(number[0]) if digits else above[0] != number[0]


def _stands_apart(text: str, line: Line) -> bool:
    """Whether a blank line is above a line."""
    above = text[max(0, line.start - _LONGEST_HEAD) : line.start]
    return above[len(above.rstrip()) :].count("\n") > 1


def _rest_of(text: str, block: _Block, plain: Sequence[Line]) -> Sequence[Line]:
    """The lines below an item's last field without those that still belong to it."""
    while plain and not _stands_apart(text, plain[0]) and _goes_on(text, block, plain):
        _go_on(block, plain[:1])
        plain = plain[1:]
    return plain


def _goes_on(text: str, block: _Block, plain: Sequence[Line]) -> bool:
    """Whether a field is broken off above a line, ends with it, or lists it."""
    words = text[slice(*list(block.fields.values())[-1])].rstrip()
    number = _number_of(plain[0].text)
    if number is not None:  # the last of the lines heads the next item
        listed = _number_of(words.rpartition("\n")[2])
        return len(plain) > 1 and (_counts_on(listed, number) if listed else not words)
    if not words or words.endswith(OPEN_ENDS) or plain[0].text.endswith(("。", "；")):
        return True
    return len(plain) > 1 and _stands_apart(text, plain[-1])


def _go_on(block: _Block, plain: Sequence[Line]) -> None:
    """Lines between two fields belong to the one above them."""
    last = list(block.fields)[-1]
    start = block.fields[last][0]
    block.fields[last] = (start, plain[-1].end)
    block.end = plain[-1].end


def _fields(line: Line, labels: frozenset[str], *, within: bool) -> list[tuple[str, int, int]]:
    """The fields of a line, with the spans of what they say: one, or several side by side.

    Within an item a field may have a label that other items do not: 滞后原因.
    """
    opening = _LABEL.match(line.text)
    if opening is None:
        return []
    if opening["label"] not in labels and not (within and goes_with_task(opening["label"])):
        return []
    known = "|".join([*sorted(map(re.escape, labels), key=len, reverse=True), CHARGE])
    more = re.finditer(_INLINE.format(known), line.text[opening.end() :])
    found = [(opening["label"], 0, opening.end())]
    found += [
        (
            m["label"] or m["framed"] or m["parted"],
            opening.end() + m.start(),
            opening.end() + m.end(),
        )
        for m in more
    ]
    stops = [*(start for _, start, _ in found[1:]), len(line.text)]
    return [
        (label, line.start + end, line.start + stop)
        for (label, _, end), stop in zip(found, stops, strict=True)
    ]


def _runs(blocks: Sequence[_Block]) -> Iterator[list[_Block]]:
    """Neighbouring items that have most of their labels in common."""
    run: list[_Block] = []
    for block in blocks:
        shared = len(run[0].fields.keys() & block.fields.keys()) if run else 0
        if run and 2 * shared < min(len(run[0].fields), len(block.fields)):
            yield run
            run = []
        run.append(block)
    if run:
        yield run


def _table(text: str, run: Sequence[_Block]) -> Table:
    titled = sum(1 for block in run if block.above) > _MOST_TITLED * len(run)
    rows: list[Row] = []
    told = _BRACKETED.search(text, 0, run[0].first[0])
    bracketed = told[1] if told else ""
    category: Cell | None = None
    categories: list[Cell | None] = []
    for block in run:
        heads = block.above[:-1] if titled else block.above
        title = block.above[-1] if titled and block.above else None
        number = _number_alone(text, heads[-1]) if heads and title is not None else None
        category = _category(text, heads[:-1] if number else heads) or category
        categories.append(category)
        cells = number or {}
        cells |= _named(text, title, block, bracketed) | _filled(text, block)
        start = title.start if title is not None else block.first[0]
        start = number[NUMBER].start if number else start
        rows.append(Row((), cells, (), start, block.end))
    if len(set(categories)) > 1:
        rows = [_in_category(row, cell) for row, cell in zip(rows, categories, strict=True)]
    header = tuple(dict.fromkeys(label for row in rows for label in row.cells))
    return Table(rows[0].start, rows[-1].end, "", header, (), tuple(rows))


def _in_category(row: Row, cell: Cell | None) -> Row:
    if cell is None or CATEGORY in row.cells:
        return row
    return Row((), {CATEGORY: cell, **row.cells}, (), row.start, row.end)


def _category(text: str, heads: Sequence[Line]) -> Cell | None:
    """The short line above the items of a category, without its mark, its number and its count.

    A line without any of these is one where it stands apart; else it may be the end of a field.
    """
    line = heads[-1] if heads else None
    if line is None or len(line.text) > _LONGEST_CATEGORY or "。" in line.text:
        return None
    opening = _CATEGORY.match(line.text)
    end = _CATEGORY_END.search(line.text)
    start, stop = opening.end() if opening else 0, end.start() if end else len(line.text)
    bare = start == 0 and stop == len(line.text)
    if stop - start < 2 or (bare and ("，" in line.text or not _stands_apart(text, line))):
        return None
    return _cut(text, line.start + start, line.start + stop)


def _number_alone(text: str, line: Line) -> dict[str, Cell] | None:
    """The number of an item that has a line of its own above its name."""
    number = _NUMBER.fullmatch(line.text)
    if number is None or not number["number"]:
        return None
    start, end = number.span("number")
    return {NUMBER: cut_cell(text, line.start + start, line.start + end)}


def _named(text: str, title: Line | None, block: _Block, bracketed: str) -> dict[str, Cell]:
    """The number and the name of an item, from the line above its fields or that of the first.

    ``bracketed`` is what the text calls the words in the brackets behind each name: 责任单位.
    """
    start, end = (title.start, title.end) if title is not None else block.first
    number = _NUMBER.match(text, start, end)
    found: dict[str, Cell] = {}
    if number is not None and number["number"]:
        found[NUMBER] = _cut(text, *number.span("number"))
    if title is not None and len(title.text) <= _LONGEST_HEAD:
        behind = _IN_BRACKETS.search(title.text)
        label = (behind["label"] or bracketed) if behind else ""
        if behind is not None and label:
            end = start + behind.start()
            at = behind.start("words")
            found[label] = _cut(text, start + at, start + behind.end("words"))
        name = _cut(text, number.end() if number else start, end)
        if name.text.strip("*:： "):
            found = {**found, NAME: name}
    return dict(sorted(found.items(), key=lambda cell: cell[1].start))


def _filled(text: str, block: _Block) -> dict[str, Cell]:
    cells = {label: _cut(text, *span) for label, span in block.fields.items()}
    return {label: cell for label, cell in cells.items() if cell.text}
