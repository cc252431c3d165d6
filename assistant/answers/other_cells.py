"""Cells of a row that tell nothing of what is asked: its bare name, another column, another row."""

from __future__ import annotations

import re

from assistant.evidence.findings import Finding
from assistant.evidence.lines import Line
from assistant.evidence.row_names import TOTAL, subject_of
from assistant.language.columns import refers_to_rows, role_of
from assistant.language.tokenizer import is_verb
from assistant.question import figure_cues
from assistant.schema import Query
from assistant.text import fold_text

_BARE = re.compile(r"[-+−]?[\d,.]+%?")
_YEAR = re.compile(r"\d{4}年(?:度)?(?:目标|实际|实绩|完成|规划)?值?$")
# "…的住宿费是多少": what is asked of the thing whose name stands before it.
_OWN_ASKED = re.compile(
    r"的(?P<what>[一-鿿]{2,8}?)(?:大概|大约|一共|总共|共|各)?(?:[是有为达到]|达到)?(?:多少|几)"
)
_AMOUNT = re.compile(r"总?(?:数量|规模|金额|总额|总数|总量|数字|数据|情况)")
_SUMMED = re.compile(r"总共|合计|总计|一共")


def is_of_other_cell(query: Query, found: Finding) -> bool:
    """True for a cell of a row of figures that answers another question than the one asked."""
    statement = found.statement
    if statement.row is None:
        return False
    line = Line(statement.document, statement.chunk, statement.row)
    if _is_of_other_table(query, line):
        return True
    valued = set(query.asks) <= {"value"}
    goal = "target" in query.kinds and bool(query.indicators)  # "2025年目标是什么"
    if (valued or goal) and _is_mere_name(line, found):
        return True
    return valued and (
        _counts_another(query, line, found)
        or _is_part(query, line)
        or _of_no_column(query, line, found)
    )


def _is_of_other_table(query: Query, line: Line) -> bool:
    """True where a column is asked for that only a further table has, which names rows by number.

    The 完成时限 of a task is no 整改时限, nor is who leads it its 整改责任单位.
    """
    if any(map(refers_to_rows, line.row.cells)):
        return False
    rows = [r for r in line.document.rows if any(map(refers_to_rows, r.cells))]
    further = fold_text("\n".join(sorted({h for r in rows for h in r.cells})))
    own = fold_text("\n".join([*line.row.cells, *(c.text for c in line.row.cells.values())]))
    return any(term in further and term not in own for term in query.terms)


def _is_mere_name(line: Line, found: Finding) -> bool:
    """True for what a row of figures is called: the name of an indicator is none of its values."""
    told = fold_text(found.quote).strip("。,;:、 ")
    figures = [h for h, c in line.row.cells.items() if _BARE.fullmatch(c.text.strip())]
    valued = [h for h in figures if role_of(h) != "number"]
    of_years = any(_YEAR.match(h) for h in line.row.cells) or len(valued) > 1
    return found.figure is None and of_years and told == fold_text(subject_of(line))


def _counts_another(query: Query, line: Line, found: Finding) -> bool:
    """True for a figure of one column where another cell has what is counted: 多少床位."""
    if found.figure is None or found.statement.role != "other" or query.units:
        return False
    things = [m.group(1) for m in figure_cues.THINGS_COUNTED.finditer(query.text)]
    header = next((h for h, c in line.row.cells.items() if c.start == found.statement.start), "")
    own = fold_text(f"{header}{subject_of(line)}{found.quote}")
    rest = fold_text("\n".join(c.text for c in line.row.cells.values()))
    return any(thing in rest and thing not in own for thing in things)


def _of_no_column(query: Query, line: Line, found: Finding) -> bool:
    """True where a row is asked for something of its own that none of its columns has.

    Of a school with its classes and pupils "某某中学的住宿费是多少" asks for neither.
    """
    name = fold_text(subject_of(line))
    if found.figure is None or len(name) < 2 or name not in query.text:
        return False
    asked = _OWN_ASKED.match(query.text.partition(name)[2])
    if asked is None:
        return False
    return any(
        t in asked["what"] and not is_verb(t) and not _AMOUNT.fullmatch(t)
        for t in found.match.missing
    )


def _is_part(query: Query, line: Line) -> bool:
    """True for one row of a table with a row of sums, where all together are asked for."""
    name = fold_text(subject_of(line))
    if not _SUMMED.search(query.text) or not name or name in query.text or TOTAL.search(name):
        return False
    rows = line.document.rows
    return any(TOTAL.fullmatch(c.text.strip()) for row in rows for c in row.cells.values())
