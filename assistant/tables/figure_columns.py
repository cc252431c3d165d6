"""The column of figures that a question is about: the one it names, and of which rows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.evidence.columns_named import progress_named, rate_named
from assistant.evidence.draft import unmarked
from assistant.evidence.grids import Grid, grids_of
from assistant.evidence.lines import Line
from assistant.language.columns import (
    DONE_HEADER,
    GROWTH_HEADER,
    PLANNED_HEADER,
    role_of,
    subject_cell,
)
from assistant.language.period_mentions import find_periods
from assistant.language.periods import year_of
from assistant.language.units import split_unit
from assistant.lexicon.indicators import load_indicators
from assistant.schema import Query
from assistant.tables.column_periods import fits_time
from assistant.tables.sums import CHAPTER, Entry, is_mean, is_whole, rows_named, sums_up, to_add
from assistant.tables.values import (
    INVESTED,
    UNIT_OF_HEADER,
    header_without_unit,
    money_column,
    value_in,
)
from assistant.text import HAN_WORD, fold_text, pairs_of, share_of

FEWEST = 3  # rows of a column that is worth asking about
NAMED = 0.75  # share of a header's character pairs that the question must have
LINES_OVER = 3  # lines in front of a table that tell what it is
_OF_TIME = re.compile(
    r"^(?:(?:19|20)\d\d年?|\d{1,2}\s*[-—–~至]\s*\d{1,2}月|截至[^月]*月底?|[全上下]半?年)+"
)
# What rows are of, whatever they are called: no row is meant by them.
CLASSES = frozenset(
    ("项目", "工程", "任务", "指标", "工作", "单位", "企业", "公司", "事项", "街道", "乡镇", "部门")
)
_NAMING = re.compile(r"名\s*称|项\s*目|指\s*标|事\s*项|内\s*容|任\s*务|工\s*程")
# "花钱最多的是哪一件": what costs the most.
_COST_MEANT = re.compile(
    rf"{INVESTED.pattern}|[花投用][的了]?钱|花费|费钱|烧钱|耗资|投入(?:的?(?:资金|钱))?(?=最)"
)
_SORTING = re.compile(r"类|性质|领域|板块|投资|目标|值|额|数")


@dataclass(frozen=True)
class Column:
    """A column of figures in one unit, and its row of totals where the table has one.

    ``said`` are the words for the rows that its entries are of, where these are not all; ``parts``
    are the rows that make up the whole, each once.
    """

    header: str
    entries: tuple[Entry, ...]
    total: Entry | None
    parts: tuple[Entry, ...]
    said: str = ""

    @property
    def name(self) -> str:
        """The header, behind the words for the rows that are meant where these are not all."""
        return f"“{self.said}”的{self.header}" if self.said else self.header


def about_table(grid: Grid) -> str:
    """The lines right over a table: its title and header."""
    first = grid.lines[0]
    over = first.document.text[: first.row.start].rstrip().rsplit("\n", LINES_OVER)[-LINES_OVER:]
    return fold_text("\n".join(over))


def find_column(query: Query, lines: Sequence[Line]) -> Column | None:
    """Return the column that the question names, of the rows that it names; None without one."""
    headers = dict.fromkeys(header for line in lines for header in line.row.cells)
    shares = {header: _named(query, header) for header in headers}
    planned = bool(PLANNED_HEADER.search(query.text))

    def rank(header: str) -> tuple[float, bool]:
        return -shares[header], bool(PLANNED_HEADER.search(header)) != planned

    for header in sorted(headers, key=rank):
        if shares[header] < NAMED:
            return _money_meant(query, lines) or _rate_meant(query, lines)
        column = _column(query, header, lines)
        if column is not None and fits_time(query, column.entries[0].line, header):
            return column
    return None


def _money_meant(query: Query, lines: Sequence[Line]) -> Column | None:
    """The one column of what the rows cost, where 投资 is asked for without its whole name."""
    for grid in grids_of(lines) if _COST_MEANT.search(query.text) else ():
        named = money_column(query.text, grid.headers)
        if not named or not fits_time(query, grid.lines[0], named):
            continue  # what this year's projects cost was not spent on those of the last
        column = _column(query, named, grid.lines)
        if column is not None:
            return column
    return None


def _rate_meant(query: Query, lines: Sequence[Line]) -> Column | None:
    """The one column of rates of completion, where a rate is asked for without its whole name."""
    for grid in grids_of(lines):
        rates = rate_named(query.text, grid.headers, about_table(grid))
        for named in rates or progress_named(query.text, grid.headers):
            if (column := _column(query, named.header, grid.lines)) is not None:
                return column
    return None


def _named(query: Query, header: str) -> float:
    """How much of a header stands in the question; of two that do the longer one is meant."""
    folded = fold_text(header)
    years = {year for m in find_periods(folded) if (year := year_of(m.period))}
    asked = {year_of(p) for p in query.periods}
    if role_of(header) in ("number", "leader", "lead", "support") or (
        asked and years and not asked & years
    ):
        return 0.0
    done = DONE_HEADER.search(header) and not PLANNED_HEADER.search(header)
    if done and query.kinds == ("target",):
        return 0.0  # what is planned to be completed is not what was
    core = UNIT_OF_HEADER.sub("", header_without_unit(_OF_TIME.sub("", folded)))
    core = re.sub(r"[\s_]", "", core)
    core = core.removesuffix("数") if core[:-1] in query.text else core
    if "growth" in query.measures and GROWTH_HEADER.search(core):
        # Of several rates, that of the thing that is asked for.
        own = GROWTH_HEADER.sub("", core)
        names = {m.canonical for m in load_indicators().find(own)}
        if names and query.indicators and not names & set(query.indicators):
            return 0.0
        return 2.0 + (0.01 * len(own) if own and own in query.text else 0.0)
    share = share_of(pairs_of(core), query.text)
    return share + 0.001 * len(core) if share >= NAMED else 0.0


def _column(query: Query, header: str, lines: Sequence[Line]) -> Column | None:
    found = [e for line in lines if (e := _entry(header, line)) is not None and not is_mean(e)]
    found = _in_one_unit(found)
    sums = [e for e in found if sums_up(e)]
    totals = [e for e in sums if is_whole(e)]
    rows = [e for e in found if e not in sums]
    whole = rows
    parts = [e for e in rows if not CHAPTER.match(e.subject)]
    rows = parts or rows  # "一、税收收入" sums up the rows below it
    about = lines[0].document.profile.title  # what the table is of names none of its rows
    about += "".join(h for line in lines for h in line.row.cells)
    terms = [t for t in query.terms if HAN_WORD.search(t) and t not in header + about]
    terms = [t for t in terms if t not in CLASSES]
    named = rows_named(query.text, terms, rows)
    entries = named or rows
    if (
        named is None
        or len(entries) < (2 if named else FEWEST)
        or len({e.unit for e in entries}) > 1
    ):
        return None
    total = totals[0] if len(totals) == 1 and len(entries) == len(rows) else None
    added = to_add(named, ()) if named else to_add(whole, sums)
    return Column(header, tuple(entries), total, tuple(added))


def _in_one_unit(entries: list[Entry]) -> list[Entry]:
    """Bring amounts of money in several units, 8500万元 beside 3.6亿元, to the largest of these."""
    units = {e.unit for e in entries}
    bases = {unit: split_unit(unit) for unit in units}
    if len(units) < 2 or {base for _, base in bases.values()} != {"元"}:
        return entries
    largest = max(units, key=lambda unit: bases[unit][0])
    factors = {unit: bases[unit][0] / bases[largest][0] for unit in units}
    return [replace(e, value=e.value * factors[e.unit], unit=largest) for e in entries]


def _entry(header: str, line: Line) -> Entry | None:
    value = value_in(line, header)
    subject = name_of_row(line)
    if value is None or not subject:
        return None
    return Entry(line, subject, value.number, value.unit, value.shown, header)


def name_of_row(line: Line) -> str:
    """What a row is called, without the marks around it; empty where it has no cell."""
    named = (
        c
        for h, c in line.row.cells.items()
        if _NAMING.search(h) and not _SORTING.search(h) and HAN_WORD.search(c.text)
    )
    cell = next(named, None) or subject_cell(line.row) or next(iter(line.row.cells.values()), None)
    return unmarked(cell.text).lstrip("#＃").rstrip("。;；") if cell is not None else ""
