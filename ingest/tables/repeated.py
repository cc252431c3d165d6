"""Lines that tell the same figures of one name after another, as tables of one row a line.

Below "三、道路硬化（责任单位：甲局）", the lines "乙镇：年度任务9公里，已完成8公里" and "丙镇：
年度任务4公里，已完成4公里" are rows with the columns 镇街, 年度任务 and 已完成, all of 道路硬化.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.language.quantities import find_quantities
from assistant.schema import Cell, Row, Table
from ingest.outline.lines import Line, SpanSet, split_lines
from ingest.tables.cells import cell_kind
from ingest.tables.group_headings import Given, read_heading
from ingest.tables.headers import opens_chapter

_TASK, _PLACE, _NAME, _NOTE = "任务名称", "镇街", "名称", "备注"
# Fewer lines in a row are sentences that happen to be alike; a longer heading is one.
_FEWEST, _LONGEST_HEADING = 3, 60
_LINE = re.compile(r"[-—*•·●○\s]*(?P<name>[^\s\d:：,，。；;()（）]{2,15})\s?[:：]\s*(?P<fields>.+)")
_FIELD = re.compile(r"(?P<label>[一-鿿]{2,8})\s?[:：]?\s?(?P<value>\d[^,，；;。()（）]{0,11})")
_END = re.compile(r"\s*(?:[(（](?P<note>[^()（）]{2,60})[)）])?\s*[。；;]?\s*")
_TOWN = re.compile(r".*(?:镇|乡|街道|办事处)")
_NUMBERING = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}[、.．]|[(（][一二三四五六七八九十]{1,3}[)）])\s*"
)


@dataclass(frozen=True, slots=True)
class _Told:
    """A line: whose figures it tells, the figures by their labels, and a remark on them."""

    line: Line
    name: Cell
    figures: dict[str, Cell]
    note: Cell | None


@dataclass(frozen=True, slots=True)
class _Run:
    """Neighbouring lines with the same labels, and the heading that stands right above them."""

    heading: Line | None
    told: list[_Told]


def find_repeated(text: str, tables: Sequence[Table]) -> list[Table]:
    r"""Find such lines outside the tables already found, one table of runs with the same labels.

    >>> lines = [f"{name}镇：任务{n}座，建成{n - 1}座" for n, name in enumerate("甲乙丙", 4)]
    >>> (table,) = find_repeated("一、桥梁（责任单位：丁局）\n" + "\n".join(lines), [])
    >>> [cell.text for cell in table.rows[1].cells.values()]
    ['桥梁', '乙镇', '5座', '4座', '丁局']
    """
    taken = SpanSet([(table.start, table.end) for table in tables])
    lines = [line for line in split_lines(text) if line.text and line.start not in taken]
    groups: list[list[_Run]] = []
    for run in _runs(lines):
        if groups and _labels(groups[-1][-1]) == _labels(run) and run.heading is not None:
            groups[-1].append(run)
        else:
            groups.append([run])
    return [_table(group) for group in groups]


def _runs(lines: Sequence[Line]) -> Iterator[_Run]:
    run = _Run(None, [])
    for above, line in zip([None, *lines], [*lines, None], strict=True):
        told = _read(line) if line is not None else None
        if told is None or (run.told and told.figures.keys() != run.told[0].figures.keys()):
            if len(run.told) >= _FEWEST:
                yield run
            run = _Run(above, [])
        if told is not None:
            run = (
                _Run(_heading(above), [told])
                if not run.told
                else _Run(run.heading, [*run.told, told])
            )


def _labels(run: _Run) -> tuple[str, ...]:
    return tuple(run.told[0].figures)


def _heading(line: Line | None) -> Line | None:
    plain = line is not None and len(line.text) <= _LONGEST_HEADING and "。" not in line.text
    return line if plain and line is not None and opens_chapter(line.text) else None


def _read(line: Line) -> _Told | None:
    """Read a line as a name and two figures or more, each behind its label; None for another."""
    opening = _LINE.fullmatch(line.text)
    if opening is None:
        return None
    figures: dict[str, Cell] = {}
    at = opening.start("fields")
    while (field := _FIELD.match(line.text, at)) is not None:
        if field["label"] in figures or not _is_figure(field["value"]):
            return None
        figures[field["label"]] = _cell(line, field.start("value"), field.end("value"))
        at = field.end()
        if line.text[at : at + 1] not in (",", "，", "；", ";"):
            break
        at += 1
    end = _END.fullmatch(line.text, at)
    if len(figures) < 2 or end is None:
        return None
    note = _cell(line, *end.span("note")) if end["note"] else None
    return _Told(line, _cell(line, *opening.span("name")), figures, note)


def _is_figure(words: str) -> bool:
    found = find_quantities(words)
    return len(found) == 1 and (found[0].start, found[0].end) == (0, len(words.rstrip()))


def _cell(line: Line, start: int, end: int) -> Cell:
    words = line.text[start:end].rstrip()
    return Cell(words, line.start + start, line.start + start + len(words))


def _table(group: Sequence[_Run]) -> Table:
    names = [told.name.text for run in group for told in run.told]
    places = all(_TOWN.fullmatch(name) or _is_sum(name) for name in names)
    rows = tuple(row for run in group for row in _rows(run, _PLACE if places else _NAME))
    header = tuple(dict.fromkeys(label for row in rows for label in row.cells))
    return Table(rows[0].start, rows[-1].end, "", header, (), rows)


def _is_sum(name: str) -> bool:
    return cell_kind(name) == "total" or name in ("全区", "全县", "全市", "全旗")


def _rows(run: _Run, name_header: str) -> Iterator[Row]:
    path, task, given = _above(run.heading)
    for told in run.told:
        cells = {name_header: told.name, **told.figures}
        if told.note is not None:
            cells[_NOTE] = told.note
        yield Row(path, {**task, **cells, **dict(given)}, (), told.line.start, told.line.end)


def _above(heading: Line | None) -> tuple[tuple[str, ...], dict[str, Cell], tuple[Given, ...]]:
    """What a heading says of all lines below it: what they are of, and who is charged with it."""
    if heading is None:
        return (), {}, ()
    title, given = read_heading(heading.text, heading.start)
    number = _NUMBERING.match(title)
    start = number.end() if number else 0
    return (title,), {_TASK: _cell(heading, start, len(title))}, given
