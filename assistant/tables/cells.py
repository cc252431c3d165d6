"""One cell of a table: the question names its column and its row, so nothing else answers it.

A neighbouring cell of the row is the likeliest wrong answer to such a question. Where the cell is
empty, the answer is that it is.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.evidence.columns_named import Column, columns_named, results_named
from assistant.evidence.draft import Draft, left_open, up_to
from assistant.evidence.evidence import Evidence
from assistant.evidence.findings import fit_kind, fit_period
from assistant.evidence.grids import Grid, over
from assistant.evidence.headers import levels_of, same_thing, undated
from assistant.evidence.lines import Line
from assistant.evidence.lines_named import line_by_words, line_named, total_meant
from assistant.evidence.row_names import full_name, parent_of, subject_of, text_in
from assistant.language.columns import (
    CHARGES,
    DONE_HEADER,
    PLANNED_HEADER,
    role_of,
    task_text,
    unit_alone,
)
from assistant.language.periods import (
    find_in_header,
    find_periods,
    is_whole_year,
    whole_year,
    year_of,
)
from assistant.lexicon.indicators import load_indicators
from assistant.lexicon.synonyms import load_synonyms
from assistant.question import comparison_cues, constraint_cues, figure_cues, statement_cues
from assistant.question.content_terms import content_terms
from assistant.question.names import is_named
from assistant.question.places import blank
from assistant.schema import Cell, Indicator, Query
from assistant.tables.states import LONGEST_STATE
from assistant.tables.values import RATE, SPENT, header_without_unit, value_in
from assistant.text import fold_text, shortened

LONGEST_CELL = 200  # characters of a cell that is told whole
JOINTS = "中是的在为里有"  # what is left of a question between row and column
EMPTY_CELL = "文档的表里,“{}”的“{}”一栏没有填写。"
UNPLACED_CELL = "文档的表里,看不出“{}”这一行的值哪个属于“{}”一栏。"
# Columns by these names alone say nothing of what they measure: their neighbour does.
_RATE = re.compile(r"增长|增速|增幅|同比|比上年|占比|比重|构成")
_SHARE = re.compile(r"占比|比重|构成")
TABLE_WORDS = re.compile(
    r"(?:重点)?(?:建设)?(?:项目|工程|工作|任务|指标|情况|支出|收入)?(?:决算|预算|进展|进度|分解|完成|落实|推进|统计|明细)?(?:情况)?表(?:里|中|格)?|附表|评估|中期"
)
_UNIT_IN_HEADER = re.compile(r"[(（][^()（）]*[)）]|%|‰")
_REACHED = re.compile(
    r"完成(?!时)[^,，。?？]{0,8}(?:目标|计划|任务|多少|几|率)|实际|达到(?!多少)|百分之几"
)
_WHOLE = re.compile(r"全[市县区旗州省]")
_OF_ONE = re.compile(r"业主|责任人|负责人")
_CLASS = re.compile(r"(?:项目|工程|任务|工作|这[项事条个件])$")


@dataclass(frozen=True)
class Asked:
    """The cells that a question asks for: columns of one row."""

    line: Line
    columns: tuple[str, ...]
    name: str = ""


def find_cells(evidence: Evidence, query: Query, sources: Sequence[str]) -> Asked | None:
    """Return the cells that a question names by row and column, if it surely does."""
    found = [
        asked for grid in evidence.grids(sources) if (asked := _asked_in(grid, query)) is not None
    ]
    whole = [a for a in found if a.columns]
    return whole[0] if len({(a.line.document.id, a.line.row.start) for a in whole}) == 1 else None


def _asked_in(grid: Grid, query: Query) -> Asked | None:
    placed = without_slots(query, ("period",))
    named = line_named(placed, grid)
    summed = None if named else total_meant(placed, grid)
    text = without_slots(query, ("district", "period"))
    rest = blank(text, [named.span]) if named else text
    columns = columns_named(rest, grid) or results_named(rest, grid)
    timed = _of_times(query, columns, grid)
    columns = timed or columns
    if named:
        own = [h for h, c in named.line.row.cells.items() if c is named.cell]
        columns = [c for c in columns if c.header not in own]
        if not any(_is_meant(c, columns, query, grid) for c in columns):
            columns = _measured(query, rest, grid) or columns
        columns = _alternatives(rest, grid) or columns
    if not columns or _judges_target(rest, columns):
        return None
    words = _rest_of(rest, columns)
    if summed is not None:
        words = blank(words, [summed[1], *(m.span() for m in _WHOLE.finditer(words))])
        line: Line | None = summed[0]
    else:
        line = named.line if named else line_by_words(_thing(words), grid)
    if line is not None and not timed:
        columns = [_of_the_time(query, line, column, grid) for column in columns]
    if line is None or ((named or summed) and not _explained(words, line, grid, columns)):
        return None
    if not all(
        (c in timed or fits_time(query, line, c.header)) and _is_meant(c, columns, query, grid)
        for c in columns
    ):
        return None
    headers = tuple(c.header for c in columns)
    if grows_beside(rest, columns, grid):
        return None
    if _asks_beside(query, columns) or not are_asked(query, words, line, headers):
        return None
    name = _own_name(line, grid, named.cell if named else None)
    return Asked(line, headers, name)


def _of_times(query: Query, named: Sequence[Column], grid: Grid) -> list[Column]:
    """The columns that are called by the parts of a year asked for, 二季度, and no other is meant.

    What was done in the whole year, 全年完成, is not what was done in a part of it.
    """
    if any(RATE.search(c.header) or not DONE_HEADER.search(c.header) for c in named):
        return []
    columns: list[Column] = []
    for period, span in zip(query.periods, query.slots.get("period", ()), strict=False):
        headers = [h for h in grid.headers if _is_time(h, period, grid.lines[0])]
        if len(headers) != 1 or is_whole_year(period):
            return []
        columns.append(Column(headers[0], span))
    return columns


def _is_time(header: str, period: str, line: Line) -> bool:
    mentions = find_periods(header, _year_of(line))
    return [(m.text, m.period) for m in mentions] == [(header.strip(), period)]


def _of_the_time(query: Query, line: Line, column: Column, grid: Grid) -> Column:
    """Of columns that differ in their months alone, that of the time asked for, else the last."""
    alike = [h for h in grid.headers if undated(h) == undated(column.header)]
    if len(alike) < 2 or not all(undated(h) != fold_text(h) for h in alike):
        return column
    fitting = [h for h in alike if fits_time(query, line, h)] if query.periods else alike
    return Column((fitting or alike)[-1], column.span)


def _thing(words: str) -> str:
    """What the words beside a column name, without the words for what rows are of."""
    terms = (_CLASS.sub("", term) for term in content_terms(words))
    return "".join(term for term in terms if len(term) > 1)


def _own_name(line: Line, grid: Grid, cell: Cell | None) -> str:
    """What a row is called, by its task where other rows have the same name."""
    name = full_name(line, cell)
    if sum(full_name(other) == name for other in grid.lines) > 1:
        task = task_text(line.row)
        return _short(task) if task and not task[0].isdecimal() else name  # 12公里 is no name
    return name


def _measured(query: Query, text: str, grid: Grid) -> list[Column]:
    """The columns whose headers have the indicator that is asked for: totals, or else rates."""
    rate = bool(_RATE.search(text) or comparison_cues.WAY_ASKED.search(text)) or "%" in query.units
    wanted = [kind == "target" for kind in query.kinds if kind != "floor"] or [False]
    spans = query.slots.get("indicator", ())
    columns = []
    for planned in dict.fromkeys(wanted):
        found = [
            header
            for header in grid.headers
            if any(same_thing(header, name) for name in query.indicators)
            and bool(_RATE.search(header)) == rate
            and bool(PLANNED_HEADER.search(header)) == planned
        ]
        if len(found) != 1 or not spans:
            return []
        columns.append(Column(found[0], spans[0]))
    return columns


def _alternatives(text: str, grid: Grid) -> list[Column]:
    """The column whose states a question offers: 约束性还是预期性."""
    if "还是" not in text:
        return []
    for header in grid.headers:
        states = {t for t in grid.column(header) if 1 < len(t) <= LONGEST_STATE and t in text}
        if len(states) > 1:
            ends = [at for s in states for at in (text.index(s), text.index(s) + len(s))]
            return [Column(header, (min(ends), max(ends)))]
    return []


def _judges_target(text: str, columns: Sequence[Column]) -> bool:
    """True if how far a goal was reached is asked for, and not the goal alone."""
    planned = all(PLANNED_HEADER.search(c.header) for c in columns)
    return planned and bool(_REACHED.search(text))


def _asks_beside(query: Query, columns: Sequence[Column]) -> bool:
    """True if who is in charge, or whether it was done, is asked for beside other columns."""
    roles = {role_of(c.header) for c in columns}
    more = "verdict" in query.asks or figure_cues.FIGURE_ASKED.search(query.text)
    if more and roles <= set(CHARGES):
        return True
    if "verdict" in query.asks or any(_OF_ONE.search(c.header) for c in columns):
        return False
    return not set(CHARGES) & set(query.asks) <= roles


def grows_beside(text: str, columns: Sequence[Column], grid: Grid) -> bool:
    """True if the growth of one column is asked for and the rates are of another.

    In "调整预算 | 决算数 | 比上年增长" it is not the 调整预算 that grew; asked apart, both may be.
    """
    for column, rate in itertools.pairwise(columns):
        between = text[column.span[1] : rate.span[0]]
        beside = grid.headers.index(rate.header) - grid.headers.index(column.header) == 1
        apart = re.search(r"[、,，;；和与及]|多少", between)
        if _RATE.search(rate.header) and not _RATE.search(column.header):
            own = load_indicators().find(fold_text(rate.header))
            if not (beside or apart or own):
                return True
    return False


def are_asked(query: Query, words: str, line: Line, headers: Sequence[str]) -> bool:
    """True if the figures of the cells are of what is asked for beside row and columns.

    A question for a growth is not answered by a level, one for a goal not by what was reached, and
    one that gives a figure's whole name by no other column: 契税决算 is no 契税决算为调整预算的.
    """
    found = [f for h in headers if (f := figure_of(line, h)) is not None]
    if not found:
        return True
    growth = dict(figure_cues.MEASURES)["growth"].search(words)
    if growth and not any(f.measure in ("growth", "change") for f in found):
        return False
    if not any(_of_time(query, f) for f in found):
        return False
    kinds = [kind for kind, pattern in figure_cues.KINDS if pattern.search(words)]
    if kinds == ["actual"] and all(SPENT.search(h) and not DONE_HEADER.search(h) for h in headers):
        return False  # what a project costs is not what was spent
    if len(kinds) == 1 and not any(fit_kind(kinds, f.kind) > 0 for f in found):
        return False
    return not query.name or any(is_named(query, f.indicator) for f in found)


def _of_time(query: Query, figure: Indicator) -> bool:
    """True for a figure of the time asked for; a plan alone is that of its year."""
    asked = query.periods
    if figure.kind in ("target", "floor") and query.kinds == ("target",):
        asked = tuple(year_of(period) for period in asked)
    return fit_period(asked, (whole_year(figure.period),))[1] > 0


def _is_meant(column: Column, columns: Sequence[Column], query: Query, grid: Grid) -> bool:
    """False for a rate's column that belongs to a neighbour which the question does not name."""
    if not _RATE.search(column.header):
        return True
    own = load_indicators().find(fold_text(column.header))
    if own and query.indicators:
        return any(m.canonical in query.indicators for m in own)
    share = bool(_SHARE.search(column.header))
    alike = [h for h in grid.headers if _RATE.search(h) and bool(_SHARE.search(h)) == share]
    if own or len(alike) == 1:
        return True
    at = grid.headers.index(column.header)
    before = grid.headers[at - 1] if at else ""
    return any(same_thing(before, name) for name in query.indicators) or any(
        c.header == before for c in columns
    )


def _rest_of(text: str, columns: Sequence[Column]) -> str:
    for column in columns:
        text = blank(text, [column.span])
    return TABLE_WORDS.sub(lambda m: " " * len(m.group()), text)


def _explained(words: str, line: Line, grid: Grid, columns: Sequence[Column]) -> bool:
    """True if all that a question says beside row and column stands in the row or over it."""
    chosen = [c.header for c in columns]
    before = [grid.headers[max(0, grid.headers.index(h) - 1)] for h in chosen]
    titles = [line.document.profile.title, *line.row.section_path, *line.chunk.context]
    titles += [over(grid), parent_of(line)]
    near = fold_text(
        "\n".join([*titles, *chosen, *before, *(c.text for c in line.row.cells.values())])
    )
    names = {m.canonical for m in load_indicators().find(near)}
    for word in content_terms(words):
        meant = {m.canonical for m in load_indicators().find(word)}
        others = load_synonyms().expand(word)
        if (
            not word.strip(JOINTS)
            or word in near
            or meant & names
            or any(other in near for other in others)
        ):
            continue
        return False
    return True


def fits_time(query: Query, line: Line, header: str) -> bool:
    """True if a column, or else its table, speaks of the period that is asked for."""
    profile = line.document.profile
    mentions = find_in_header(header, _year_of(line))
    told = [
        m.period
        for m in mentions
        if m.period
        and re.search(r"\d|[全上下半]年$|季", m.text)
        and header[max(0, m.start - 1) : m.start] not in ("比", "较")  # "比上年增长"
    ]
    beside = _times_beside(line, header) if not told and RATE.search(header) else []
    known = told or [line.chunk.period, *profile.periods.values(), *beside]
    years = {year_of(p) for p in known if p} | set(
        re.findall(r"(?:19|20)\d\d", profile.title) if not told else ()
    )
    for asked in query.periods:
        # "1-8月" without a year is of the table's.
        undated = asked.startswith("-") and asked in {re.sub(r"\d{4}", "", p) for p in known}
        titled = not told and asked in _of_title(line)
        if undated or titled or asked in known or (len(asked) == 4 and asked in years):
            continue
        return False
    return not (
        told and constraint_cues.WHOLE_YEAR.search(query.text) and all(len(p) > 4 for p in told)
    )


def _times_beside(line: Line, header: str) -> list[str]:
    """When what was done is of, of which a rate is the share: 1-9月完成 beside 完成率."""
    upper = levels_of(header)[0] if levels_of(header)[1] else ""
    return [
        mention.period
        for other in line.row.cells
        if DONE_HEADER.search(other) and not RATE.search(other)
        if not upper or levels_of(other)[0] == upper
        for mention in find_in_header(other, _year_of(line))
        if mention.period
    ]


def _of_title(line: Line) -> set[str]:
    """The periods by which a document is called: its table of 三季度 is that of January on."""
    title = line.document.profile.title
    return {m.period for m in find_periods(title, _year_of(line)) if m.period}


def _year_of(line: Line) -> str:
    known = [line.chunk.period, *line.document.profile.periods.values()]
    return next((year_of(period) for period in known if period), "")


def give_cause(asked: Asked) -> bool:
    """True if a cell that is asked for, or the header above it, speaks of a cause."""
    told = "".join(f"{header}:{text_in(asked.line, header)}" for header in asked.columns)
    return statement_cues.CAUSE.search(told) is not None or "问题" in told or "困难" in told


def write_cells(draft: Draft, asked: Asked) -> bool:
    """Write the cells and say which of them are empty; False if all of them are."""
    line = asked.line
    subject = (asked.name or subject_of(line)).rstrip("。;；")
    told = [header for header in asked.columns if text_in(line, header)]
    for header in told:
        draft.say(f"{head_of(line, header)}{_short(subject)}:{tell_cell(draft, line, header)}。")
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
    unplaced = [h for h in headers if h in line.row.doubtful]
    empty = [h for h in headers if h not in unplaced]
    for sentence, group in ((EMPTY_CELL, empty), (UNPLACED_CELL, unplaced)):
        if group:
            draft.say(sentence.format(_short(subject), "、".join(map(one_line, group))))
            draft.named += [subject, *group]


def tell_cell(draft: Draft, line: Line, header: str) -> str:
    """Return a cell with its header, unit and markers."""
    cell = line.row.cells[header]
    marker = draft.cite_value(line.document, line.chunk, line.row, cell)
    text = " ".join(cell.text.split())
    shown = shortened(text, LONGEST_CELL)
    unit = _unit(line, header)
    name = header_without_unit(header) if unit else one_line(header)
    return f"{name}:{shown}{unit}{marker}"


def _unit(line: Line, header: str) -> str:
    """The unit of a bare number, by its header or else by its row or table."""
    if not re.fullmatch(r"[-+−]?[\d,，.]+", text_in(line, header)):
        return ""
    value = value_in(line, header)
    if value is not None and value.unit:
        return value.unit
    figure = figure_of(line, header)
    return figure.unit if figure is not None and not _UNIT_IN_HEADER.search(header) else ""


def figure_of(line: Line, header: str) -> Indicator | None:
    """Return the figure that stands in a cell."""
    cell = line.row.cells.get(header)
    if cell is None:
        return None
    return next(
        (
            f
            for f in line.document.indicators
            if cell.start <= f.figure[0] < max(cell.end, cell.start + 1)
        ),
        None,
    )


def sources_of_rows(evidence: Evidence, places: Sequence[str]) -> list[str]:
    """Return the sources in whose tables districts without documents have rows of their own."""
    found = evidence.catalog.indicators(districts=list(places))
    return sorted({f.source for f in found if f.row is not None})


def as_rows(query: Query) -> Query:
    """Read the districts of a question as names of rows."""
    return replace(query, slots={**query.slots, "district": ()})


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


def _short(text: str) -> str:
    return shortened(text, 60)


def without_slots(query: Query, slots: Sequence[str]) -> str:
    """Return the text of a question with the words of some slots blanked."""
    return blank(query.text, [span for name in slots for span in query.slots.get(name, ())])
