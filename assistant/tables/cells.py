"""One cell of a table: the question names its column and its row, so nothing else answers it.

A neighbouring cell of the row is the likeliest wrong answer to such a question. Where the cell is
empty, the answer is that it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.evidence.columns_named import Column, columns_named, overlap, results_named
from assistant.evidence.evidence import Evidence
from assistant.evidence.fits import fit_kind, fit_period
from assistant.evidence.grids import Grid, over
from assistant.evidence.lines import Line
from assistant.evidence.lines_named import line_by_words, line_named, total_meant
from assistant.evidence.row_names import full_name, parent_of, subject_of
from assistant.language.columns import CHARGES, DONE_HEADER, PLANNED_HEADER, role_of, task_text
from assistant.language.periods import whole_year, year_of
from assistant.language.units import RATES, unit_family
from assistant.lexicon.indicators import load_indicators
from assistant.lexicon.synonyms import load_synonyms
from assistant.question import figure_cues
from assistant.question.content_terms import content_terms
from assistant.question.names import is_named
from assistant.question.places import blank, without_slots
from assistant.question.statement_cues import is_of_other_sum
from assistant.schema import PLAN_KINDS, Cell, Indicator, Query
from assistant.tables.column_periods import column_of_time, columns_of_times, fits_time, of_title
from assistant.tables.rate_columns import grows_beside, measured_columns, rate_is_meant
from assistant.tables.states import LONGEST_STATE
from assistant.tables.values import SPENT, figure_of, money_column
from assistant.text import fold_text, shortened

LONGEST_SUBJECT = 60  # characters of what a row is called
JOINTS = "中是的在为里有"  # what is left of a question between row and column
TABLE_WORDS = re.compile(
    r"(?:重点)?(?:建设)?(?:项目|工程|工作|任务|指标|情况|支出|收入)?(?:决算|预算|进展|进度|分解|完成|落实|推进|统计|明细)?(?:情况)?表(?:里|中|格)?|附表|评估|中期"
)
_REACHED = re.compile(
    r"完成(?!时)[^,，。?？]{0,8}(?:目标|计划|任务|多少|几|率)|实际|达到(?!多少)|百分之几"
    r"|(?:[离距比]|距离)[^,，。?？]{0,6}(?:目标|计划|任务)[^,，。?？]{0,4}(?:差|缺|高|低|多|少|欠)"
)
_WHOLE = re.compile(r"全[市县区旗州省]")
_YEAR_ALONE = re.compile(r"\d{4}年?")
_IS_OF_SORT = re.compile(
    r"是(?:不是|否)?[^,，。?？]{2,8}吗|是(?:不是|否)|属(?:不属)?于[^,，。?？]{2,8}吗"
)
_GOAL = re.compile("目标|计划|预期")  # no column that is called by a part of the year alone
_SORT = re.compile(r"属性|性质|类[型别]")
_WHO_LEADS = re.compile(r"谁(?:来|在)?(?:牵头|主办)")
_LEADER = re.compile(r"牵头.*领导")
_OF_ONE = re.compile(r"业主|责任人|负责人")
_SPENT_SO_FAR = re.compile(r"完成|已经?|实际|到位|累计|[花投]了")
_COST_ASKED = re.compile(
    r"(?:一?共|总共|大概|预计)*(?:要|需要?|得)?(?:投资?|投入|花费?|耗资)了?(?:是|有)?多少钱?|(?:要|需要?|得)多少钱"
)
_ROW_OF_RATES = re.compile(r"增[速幅]|增长率?(?:\(|$)|[涨降]幅")
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
    columns = (
        columns_named(rest, grid) or results_named(rest, grid) or costs_named(query, rest, grid)
    )
    timed = columns_of_times(query, columns, grid)
    columns = timed or columns
    if named:
        own = [h for h, c in named.line.row.cells.items() if c is named.cell]
        columns = [c for c in columns if c.header not in own]
        if not any(rate_is_meant(c, columns, query, grid) for c in columns):
            columns = measured_columns(query, rest, grid) or columns
        columns = _with_offered(query, rest, columns, grid)
    columns = _with_leader(rest, columns, grid)
    if not columns or judges_target(rest, columns) or (timed and _GOAL.search(rest)):
        return None
    words = _rest_of(rest, columns)
    if summed is not None:
        words = blank(words, [summed[1], *(m.span() for m in _WHOLE.finditer(words))])
        line: Line | None = summed[0]
    else:
        line = named.line if named else line_by_words(_thing(words), grid)
    if line is not None and not timed:
        columns = [column_of_time(query, line, column, grid) for column in columns]
    if line is None or ((named or summed) and not _explained(words, line, grid, columns)):
        return None
    if not all(
        (c in timed or fits_time(query, line, c.header)) and rate_is_meant(c, columns, query, grid)
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


def _with_leader(text: str, columns: Sequence[Column], grid: Grid) -> list[Column]:
    """Who leads is a person as well as a unit, where a table has a column of each."""
    units = [c for c in columns if role_of(c.header) == "lead"]
    leaders = [h for h in grid.headers if _LEADER.search(h)]
    if not (units and len(leaders) == 1 and _WHO_LEADS.search(text)):
        return list(columns)
    return [Column(leaders[0], units[0].span), *columns]


def _thing(words: str) -> str:
    """What the words beside a column name, without the words for what rows are of."""
    terms = (_CLASS.sub("", term) for term in content_terms(words))
    return "".join(term for term in terms if len(term) > 1)


def _own_name(line: Line, grid: Grid, cell: Cell | None) -> str:
    """What a row is called, by its task where other rows have the same name."""
    name = full_name(line, cell)
    if sum(full_name(other) == name for other in grid.lines) > 1:
        task = task_text(line.row)
        if task and not task[0].isdecimal():  # 12公里 is no name
            return shortened(task, LONGEST_SUBJECT)
    return name


def alternatives(text: str, grid: Grid) -> list[Column]:
    """The column whose states a question offers: 约束性还是预期性, 是约束性指标吗."""
    if "还是" not in text and not _IS_OF_SORT.search(text):
        return []
    for header in grid.headers:
        states = {t for t in grid.column(header) if 1 < len(t) <= LONGEST_STATE and t in text}
        if len(states) > 1 or (states and _SORT.search(header) and "还是" not in text):
            ends = [at for s in states for at in (text.index(s), text.index(s) + len(s))]
            return [Column(header, (min(ends), max(ends)))]
    return []


def _with_offered(query: Query, text: str, columns: Sequence[Column], grid: Grid) -> list[Column]:
    """The column whose states are offered, beside those of a number that is asked for as well.

    "2025年目标是多少,是预期性还是约束性" asks for two cells of the row.
    """
    offered = alternatives(text, grid)
    if not offered or not figure_cues.FIGURE_ASKED.search(text):
        return offered or list(columns)
    beside = [c for c in columns if not overlap(c.span, offered[0].span)]
    years = [h for h in grid.headers if _YEAR_ALONE.fullmatch(h) and h[:4] in query.text]
    if not beside and len(years) == 1:
        beside = [Column(years[0], (0, 0))]
    return [*beside, *(c for c in offered if all(c.header != b.header for b in beside))]


def costs_named(query: Query, text: str, grid: Grid) -> list[Column]:
    """The column of the whole cost, where it is asked for by no more than a verb: 要花多少钱."""
    asked = _COST_ASKED.search(text)
    header = money_column(query.text, grid.headers) if asked else ""
    if _SPENT_SO_FAR.search(query.text) and PLANNED_HEADER.search(header):
        return []  # what is planned tells nothing of what was spent
    return [Column(header, asked.span())] if asked and header else []


def judges_target(text: str, columns: Sequence[Column]) -> bool:
    """True if how far a goal was reached is asked for, and not the goal alone."""
    planned = all(PLANNED_HEADER.search(c.header) for c in columns)
    return bool(columns) and planned and bool(_REACHED.search(text))


def _asks_beside(query: Query, columns: Sequence[Column]) -> bool:
    """True if who is in charge, or whether it was done, is asked for beside other columns."""
    roles = {role_of(c.header) for c in columns}
    more = "verdict" in query.asks or figure_cues.FIGURE_ASKED.search(query.text)
    if more and roles <= set(CHARGES):
        return True
    if "verdict" in query.asks or any(_OF_ONE.search(c.header) for c in columns):
        return False
    return not set(CHARGES) & set(query.asks) <= roles


def are_asked(query: Query, words: str, line: Line, headers: Sequence[str]) -> bool:
    """True if the figures of the cells are of what is asked for beside row and columns.

    A question for a growth is not answered by a level, one for a goal not by what was reached, and
    one that gives a figure's whole name by no other column: 契税决算 is no 契税决算为调整预算的.
    """
    found = [f for h in headers if (f := figure_of(line, h)) is not None]
    if not found:
        return not _counts_others(query, line, headers)
    growth = dict(figure_cues.MEASURES)["growth"].search(words)
    if growth and not any(f.measure in ("growth", "change") for f in found):
        return False
    if _are_rates_instead(query, line, found):
        return False
    titled = bool(query.periods) and set(query.periods) <= of_title(line)
    if not titled and not any(_of_time(query, f) for f in found):
        return False
    kinds = [kind for kind, pattern in figure_cues.KINDS if pattern.search(words)]
    if kinds == ["actual"] and all(SPENT.search(h) and not DONE_HEADER.search(h) for h in headers):
        return False  # what a project costs is not what was spent
    if len(kinds) == 1 and not any(fit_kind(kinds, f.kind) > 0 for f in found):
        return False
    return not query.name or any(is_named(query, f.indicator) for f in found)


def _are_rates_instead(query: Query, line: Line, found: Sequence[Indicator]) -> bool:
    """True for a row of rates, 生产总值增速, where it is asked how much there is of the thing."""
    if "%" in query.units or query.measures not in ((), ("level",)) or "verdict" in query.asks:
        return False
    rated = _ROW_OF_RATES.search(fold_text(subject_of(line))) and len(query.indicators) == 1
    if not rated or not figure_cues.FIGURE_ASKED.search(query.text):
        return False
    units = load_indicators().units(query.indicators[0])
    amounts = [unit for unit in units if unit_family(unit) not in RATES]
    return bool(amounts) and all(f.measure in ("growth", "change") for f in found)


def _counts_others(query: Query, line: Line, headers: Sequence[str]) -> bool:
    """True for a cell that counts several things, none of them what is asked for."""
    text, cells = line.document.text, [line.row.cells[h] for h in headers if h in line.row.cells]
    counted = [
        f
        for f in line.document.indicators
        if any(c.start <= f.figure[0] < c.end for c in cells) and f.unit
    ]
    told = [fold_text(text[f.start : f.end]) for f in counted if f.indicator in query.indicators]
    if told and all(is_of_other_sum(query.text, clause) for clause in told):
        return True
    named = any(is_named(query, f.indicator) for f in counted)
    return bool(query.name) and len(counted) > 1 and not named


def _of_time(query: Query, figure: Indicator) -> bool:
    """True for a figure of the time asked for; a plan alone is that of its year."""
    asked = query.periods
    if figure.kind in PLAN_KINDS and query.kinds == ("target",):
        asked = tuple(year_of(period) for period in asked)
    return fit_period(asked, (whole_year(figure.period),))[1] > 0


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
