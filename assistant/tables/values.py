"""Figures of table cells: a number with the unit that its cell, header or table gives it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from assistant.evidence.lines import Line
from assistant.evidence.rank_columns import RANKS
from assistant.language.columns import DONE_HEADER, OFFICE, UNIT_HEADER, subject_cell
from assistant.language.unit_notes import MONEY, unit_of_column, units_of_note
from assistant.language.units import COUNTERS, MEASURES, split_unit
from assistant.schema import Indicator
from assistant.text import fold_text

RATE = re.compile(r"增长|增速|增幅|同比|率|比重|占比|比例|%|‰")

UNIT_OF_HEADER = re.compile(r"[(（]([^()（）]{1,6})[)）]$|(%)$")
_IN_BRACKETS = re.compile(r"[(（](?:单位\s?[:：]\s?)?([^()（）]{1,6})[)）]|(%)$")
_FIGURE = re.compile(r"^([-−]?\d[\d,]*(?:\.\d+)?)\s*([^\d\s,.]{0,6})$")
BOUNDED = re.compile(r"([-−]?\d[\d,.]*)(左右|上下|及?以上)")  # a goal of 6左右 is one of 6
# "57%(甲村偏慢)", the bracket lost or not: words behind a figure that has its unit.
_REMARK = re.compile(r"(?<=[^\d\s,.(（])\s*[(（](?=[^()（）]*[一-鿿]{2})[^()（）]*[)）]?$")
_UNIT_OVER = re.compile(r"(金额)?单位\s?[:：]\s?([^\s,，%％]{1,16})")
SPENT = re.compile(r"投资|资金|金额|经费|价款|造价")


INVESTED = re.compile(r"投资(?!人|者|商|完成率)")
_PART_OF_COST = re.compile(r"完成|计划|累计|到位|安排|[今当本]年|年度|年要?[投花]|已|实际")
# "2025年打算投多少": what is to be spent within a year, and not what was.
_TO_SPEND_IN_YEAR = re.compile(
    r"(?:[今当本]|(?:19|20)\d\d)年度?(?:计划|打算|准备|预计|安排|要|得)*[投花](?!了)"
)
# "上半年完成投资多少": what was spent, which no column of a plan or of the whole cost tells.
_SPENT_BY_THEN = re.compile(r"(?:完成|累计|已经?|实际)了?的?(?:投资?|花)")
OF_YEAR = re.compile(r"年度|[今当本]年|20\d\d年|年计划")


@dataclass(frozen=True)
class Value:
    """A number with its unit, and both as an answer shows them."""

    number: Decimal
    unit: str
    shown: str

    @property
    def base(self) -> tuple[Decimal, str]:
        """The number in the base unit of its family: 10亿元 as 1000000000元."""
        factor, unit = split_unit(self.unit)
        return self.number * factor, unit


def value_in(line: Line, header: str) -> Value | None:
    """Return the figure that a row has in a column, None where it has none or words besides.

    A remark in brackets behind the figure takes nothing from it.
    """
    cell = line.row.cells.get(header)
    if cell is None:
        return None
    text = _REMARK.sub("", cell.text.strip())
    bounded = BOUNDED.fullmatch(text)
    match = _FIGURE.match(bounded[1] if bounded else text)
    if match is None:
        return None
    number = match.group(1).replace("−", "-")
    unit = match.group(2) or _unit(header, line)
    return Value(Decimal(number.replace(",", "")), unit, f"{number}{unit}")


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


def _unit(header: str, line: Line) -> str:
    if unit := unit_in(header):
        return unit
    if RATE.search(header) or RANKS.search(header):
        return ""  # the unit of a row or a table is that of its amounts
    cells = line.row.cells.items()
    units = [c.text.strip() for h, c in cells if UNIT_HEADER.fullmatch(fold_text(h))]
    units = [unit for unit in units if not OFFICE.search(unit)]
    found = [m for label in line.chunk.context if (m := _UNIT_OVER.fullmatch(label))]
    # "金额单位：万元" is the unit of amounts alone, and not of how many things there are.
    noted = [m.group(2) for m in found if not m.group(1) or MONEY.search(header)]
    over = [unit_of_column(units_of_note(note), header, list(line.row.cells)) for note in noted]
    return next(iter([*units, *_unit_of_name(header, line), *over]), "")


def _unit_of_name(header: str, line: Line) -> list[str]:
    """The unit that stands in the row's own name, 纳税户数(户), as it would in a header.

    Of what was spent on 绿道(公里) the length is not told.
    """
    cell = subject_cell(line.row)
    unit = unit_in(cell.text) if cell is not None else ""
    spent = SPENT.search(header) and not unit.endswith("元")
    return [unit] if unit and not spent else []


def unit_in(text: str) -> str:
    """The unit in the brackets of a header or a name, or the % at its end."""
    for named in _IN_BRACKETS.finditer(fold_text(text)):
        unit: str = named.group(1) or named.group(2)
        if split_unit(unit)[1] in MEASURES or unit in COUNTERS:
            return unit
    return ""


def header_without_unit(header: str) -> str:
    """Return a header, on one line, without the unit that stands in it.

    >>> header_without_unit("到位资金(万元)"), header_without_unit("比上年增长%")
    ('到位资金', '比上年增长')
    """
    line = " ".join(header.split())
    for named in reversed(list(_IN_BRACKETS.finditer(line))):
        unit = named.group(1) or named.group(2)
        if split_unit(unit)[1] in MEASURES or unit in COUNTERS:
            line = line[: named.start()] + line[named.end() :]
    return line.strip() or " ".join(header.split())


def money_column(text: str, headers: Sequence[str]) -> str:
    """Return the column of what rows cost, empty for several that may be meant.

    Beside what is to be spent within a year 投资 is the whole, where a question says no more.

    >>> money_column("哪个投资最大", ["总投资(万元)", "2025年计划投资"])
    '总投资(万元)'
    >>> money_column("2025年投多少", ["总投资(万元)", "年度投资", "已完成投资"])
    '年度投资'
    >>> money_column("上半年完成投资多少", ["年度计划投资", "上半年进展"])
    ''
    """
    named = [h for h in headers if INVESTED.search(h) and not RATE.search(h)]
    if _SPENT_BY_THEN.search(text):
        named = [h for h in named if DONE_HEADER.search(h)]
    elif _TO_SPEND_IN_YEAR.search(text):
        of_year = [h for h in named if OF_YEAR.search(h) and not DONE_HEADER.search(h)]
        named = of_year or named
    elif not _PART_OF_COST.search(text):
        named = [h for h in named if "总投资" in h] or named
    return named[0] if len(named) == 1 else ""
