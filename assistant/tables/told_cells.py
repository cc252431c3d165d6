"""Cells as text: their header, their unit, whose and of when they are; or that they are empty."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.evidence.draft import Draft, left_open, unmarked, up_to
from assistant.evidence.lines import Line
from assistant.evidence.row_names import subject_of, text_in
from assistant.language.columns import CHARGES, PLANNED_HEADER, role_of, unit_alone
from assistant.language.limits import bounded_number
from assistant.language.period_mentions import find_periods
from assistant.language.periods import whole_year, year_of
from assistant.question import row_cues, statement_cues
from assistant.schema import Query, Row, Span
from assistant.tables.cells import LONGEST_SUBJECT, Asked
from assistant.tables.told_clauses import item_asked
from assistant.tables.values import figure_of, header_without_unit, value_in
from assistant.text import shortened

LONGEST_CELL = 200  # characters of a cell that is told whole
EMPTY_CELL = "文档的表里,“{}”的“{}”一栏没有填写。"
UNPLACED_CELL = "文档的表里,看不出“{}”这一行的值哪个属于“{}”一栏。"
TELLS_CAUSE = re.compile(
    rf"{statement_cues.CAUSE.pattern}|[尚还仍][未没在需]|[未没]能?[完达办落通]|困难|问题|滞后|等待|缺"
)
_UNIT_IN_HEADER = re.compile(r"[(（][^()（）]*[)）]|%|‰")


def give_cause(asked: Asked) -> bool:
    """True if a cell that is asked for, or the header above it, speaks of a cause."""
    told = "".join(f"{header}:{text_in(asked.line, header)}" for header in asked.columns)
    return statement_cues.CAUSE.search(told) is not None or "问题" in told or "困难" in told


def causes_of(row: Row) -> list[str]:
    """The columns that say why a row is behind: one of causes, or else the remark on it.

    Beside a cell that says no more than that it is behind, any remark tells why.
    """
    told = {h: cell.text.strip("。-—/ \n") for h, cell in row.cells.items()}
    told = {h: text for h, text in told.items() if text}
    given = [h for h in told if row_cues.CAUSE_HEADER.search(h)]
    behind = any(map(row_cues.BEHIND.fullmatch, told.values()))
    remarks = [h for h in told if row_cues.REMARK_HEADER.search(h)]
    return given or [h for h in remarks if behind or TELLS_CAUSE.search(told[h])]


def write_cells(draft: Draft, query: Query, asked: Asked) -> bool:
    """Write the cells and say which of them are empty; False if all of them are."""
    line = asked.line
    subject = (asked.name or subject_of(line)).rstrip("。;；")
    name = shortened(subject, LONGEST_SUBJECT)
    told = [header for header in asked.columns if text_in(line, header)]
    for header in told:
        # Who leads is a person and a unit: what they lead is named once.
        again = header is not told[0] and {role_of(told[0]), role_of(header)} <= {*CHARGES}
        of = "" if again else f"{head_of(line, header)}{name}:"
        item = item_asked(query, line, header)
        whole = "" if item else f"{of}{tell_cell(draft, line, header)}。"
        draft.say(tell_item(draft, line, header, item) if item else whole)
    empty = [h for h in asked.columns if h not in told]
    if told:
        empty = [h for h in empty if not _tell_open(draft, line, h)]
    _tell_empty(draft, line, subject, empty)
    return bool(told)


def _tell_open(draft: Draft, line: Line, header: str) -> bool:
    """Say beside other cells that nobody is listed, where a charge has a mark for nothing."""
    cell = line.row.cells.get(header)
    role = role_of(header)
    if role not in CHARGES or cell is None or not (said := left_open(line.row, role)):
        return False
    draft.say(f"{said}{draft.cite_cell(line.document, line.chunk, line.row, cell)}。")
    return True


def _tell_empty(draft: Draft, line: Line, subject: str, headers: Sequence[str]) -> None:
    """Say of cells without text that they are empty, or that the text leaves open which is."""
    name = shortened(subject, LONGEST_SUBJECT)
    unplaced = [h for h in headers if h in line.row.doubtful]
    empty = [h for h in headers if h not in unplaced]
    for sentence, group in ((EMPTY_CELL, empty), (UNPLACED_CELL, unplaced)):
        if group:
            draft.say(sentence.format(name, "、".join(map(one_line, group))))
            draft.named += [subject, *group]


def tell_cell(draft: Draft, line: Line, header: str) -> str:
    """Return a cell with its header, unit and markers."""
    cell = line.row.cells[header]
    marker = draft.cite_value(line.document, line.chunk, line.row, cell)
    text = " ".join(cell.text.split())
    shown = shortened(text, LONGEST_CELL)
    unit = _unit(line, header)
    name = header_without_unit(header) if unit else one_line(header)
    if bounded := bounded_number(shown):
        before, number, behind = bounded
        return f"{name}:{before}{number}{unit}{behind}{marker}"
    return f"{name}:{shown}{unit}{marker}"


def tell_item(draft: Draft, line: Line, header: str, item: Span) -> str:
    """Return what a cell says of one of the things that it lists, as a sentence."""
    told = unmarked(" ".join(line.document.text[slice(*item)].split()))
    marker = draft.cite(line.document, line.chunk, *item)
    return f"{head_of(line, header)}{one_line(header)}:{told}{marker}。"


def _unit(line: Line, header: str) -> str:
    """The unit of a bare number, by its header or else by its row or table."""
    text = text_in(line, header)
    if not (re.fullmatch(r"[-+−]?[\d,，.]+", text) or bounded_number(text)):
        return ""
    value = value_in(line, header)
    if value is not None and value.unit:
        return value.unit
    figure = figure_of(line, header)
    return figure.unit if figure is not None and not _UNIT_IN_HEADER.search(header) else ""


def head_of(line: Line, header: str) -> str:
    """Whose a cell is and of when: of a part of the year, where it is a figure alone.

    A sentence in a cell tells its own dates, and so does a header that names any.
    """
    year = year_of(line.chunk.period) if line.chunk.period else ""
    figure = figure_of(line, header)
    alone = figure is not None and text_in(line, header).startswith(figure.value)
    own = whole_year(figure.period) if figure and alone else ""
    if unit_alone(line.row) is not None and not any(map(PLANNED_HEADER.search, line.row.cells)):
        own = own or line.chunk.period  # rows of towns without plans hold when the table does
    mentions = [m for m in find_periods(header, year) if m.period]
    dated = [m.period for m in mentions if re.search(r"(?:19|20)\d\d", m.text)]
    named = [m.period for m in mentions]
    if any(year_of(period) != year for period in dated):
        return line.document.profile.district  # "2024年预计完成" in a table of 2025
    part = own if year_of(own or year) == year and not named else ""
    near = "\n".join([line.document.profile.title, *line.chunk.context])
    return up_to(line.document.profile.district, part or year, near)


def one_line(header: str) -> str:
    """Write a header that is broken over lines on one."""
    return " ".join(header.split())
