"""Tests of rows by one of their cells, and the condition of a question that asks for one."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from assistant.evidence.grids import Grid
from assistant.evidence.lines import Line
from assistant.evidence.row_names import text_in
from assistant.language.columns import role_of
from assistant.language.limits import LESS, MORE, NO_LESS, NO_MORE
from assistant.language.units import comparable, split_unit
from assistant.schema import Span
from assistant.tables.values import value_in
from assistant.text import fold_text

FEWEST = 3  # figures of a column that rows are picked by
_SCORED = re.compile(r"分$|[得评总]分|分[数值]|成绩")
Test = Callable[[Line], bool]
BELOW = rf"{LESS}|不足|不到|未达到?|没有?达到?|没到"
ABOVE = rf"{MORE}|超出"
EQUAL = r"为|是|等于"
AT_LEAST = rf"{NO_LESS}|(?:达到|等于)(?:或者?|以及|及)(?:超过|超出|高于|大于)|达到"
AT_MOST = rf"{NO_MORE}|未超过|没有?超过"


@dataclass(frozen=True)
class Condition:
    """A test of rows: the words that ask for it, how it is said, the columns that it reads.

    ``proof`` is a place of the document, outside of the rows, that the test rests on.
    ``others`` tests for the other rows, those that the question means where it denies the words;
    not every condition can tell them: a row without a figure is neither above a bound nor below.
    ``undecided`` tests for rows whose figures do not tell: a limit is not reached by more of it.
    ``untold`` tests for rows without the figures that rows are picked by.
    """

    spans: tuple[Span, ...]
    said: str
    headers: tuple[str, ...]
    holds: Test
    proof: Span | None = None
    others: Test | None = None
    undecided: Test | None = None
    untold: Test | None = None


def figures_in(grid: Grid, header: str) -> int:
    """Return how many rows have a figure in a column."""
    return sum(value_in(line, header) is not None for line in grid.lines)


def numeric_headers(grid: Grid) -> list[str]:
    """Return the columns that hold figures, apart from the serial numbers."""
    return [h for h in grid.headers if role_of(h) != "number" and figures_in(grid, h) >= FEWEST]


def measured_in(grid: Grid, header: str, unit: str) -> bool:
    """True if the figures of a column can be held against a number of this unit."""
    values = [v for line in grid.lines if (v := value_in(line, header)) is not None]
    units = {value.unit for value in values}
    if unit in ("%", "百分点", "个百分点", ""):
        return len(units) == 1 and (
            not unit or units <= {"%", ""} or units <= {"百分点", "个百分点"}
        )
    if unit == "分" and units == {""}:
        return _SCORED.search(fold_text(header)) is not None
    return all(own != "" and comparable(own, unit) for own in units)


def comparison(how: str, side: str) -> Callable[[Decimal, Decimal], bool] | None:
    """Return the test of two numbers that words ask for: "不低于", "10亿元以上"."""
    if side:
        return operator.ge if side.endswith("上") else operator.le
    for pattern, test in (
        (AT_LEAST, operator.ge),
        (AT_MOST, operator.le),
        (BELOW, operator.lt),
        (ABOVE, operator.gt),
        (EQUAL, operator.eq),
    ):
        if how and re.fullmatch(pattern, how):
            return test
    return None


def beyond(
    header: str, limit: Decimal, unit: str, test: Callable[[Decimal, Decimal], bool]
) -> Test:
    """Test the figure of a column against a limit in its unit."""

    def holds(line: Line) -> bool:
        value = value_in(line, header)
        if value is None:
            return False
        if not unit or unit in ("%", "百分点", "个百分点"):
            return test(value.number, limit)
        return test(value.base[0], limit * split_unit(unit)[0])

    return holds


def signed(header: str, below: bool) -> Test:
    """Test whether the figure of a column is below nought, or above it."""

    def holds(line: Line) -> bool:
        value = value_in(line, header)
        return value is not None and (value.number < 0 if below else value.number > 0)

    return holds


def entries(text: str) -> list[str]:
    """Return the units or persons that a cell names.

    >>> entries("区民政局,各街道"), entries("沈 亮、高峰")
    (['区民政局', '各街道'], ['高峰'])
    """
    return [e for e in map(fold_text, re.split(r"[、,，;；\s]+", text)) if len(e) > 1]


def nothing_in(header: str) -> Test:
    """Test whether a column has nothing, or nought."""

    def holds(line: Line) -> bool:
        value = value_in(line, header)
        return not text_in(line, header) or (value is not None and value.number == 0)

    return holds


def is_text(header: str, word: str) -> Test:
    """Test whether a column has a word and nothing else."""
    return lambda line: text_in(line, header) == word


def among(header: str, words: set[str]) -> Test:
    """Test whether a column has one of several words and nothing else."""
    return lambda line: text_in(line, header) in words


def matching(header: str, pattern: re.Pattern[str]) -> Test:
    """Test whether the whole text of a column is of a pattern."""
    return lambda line: pattern.fullmatch(text_in(line, header)) is not None
