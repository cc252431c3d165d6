"""Conditions that a note beside a table defines: "完成率低于50%的项目列为“滞后项目”".

And those of indicators that bind and that are expected only: a column tells them, or a note does.
"""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.evidence.draft import Draft
from assistant.evidence.grids import Grid
from assistant.evidence.lines import Line
from assistant.evidence.row_names import subject_of
from assistant.language.columns import row_number
from assistant.tables.bounds import by_bound
from assistant.tables.row_tests import Condition, Test, among
from assistant.tables.told_cells import tell_cell
from assistant.tables.values import value_in
from assistant.text import fold_text

_THINGS = "项目|工程|任务|指标|乡镇|镇街|街道|单位|部门|企业|学校|村"
_DEFINED = re.compile(
    rf"(?P<what>[^，,。；;、：:\n“”]{{3,24}}的)(?:{_THINGS})?[，,]?"
    r"(?:列为|列入|视为|定为|评为|判为|判定为|认定为|称为|记为|即为|为)"
    r"(?P<quote>[“\"])?(?P<name>[一-鿿]{2,8})(?(quote)[”\"]|(?=[，,。；;\n]))"
)
_JUDGED = re.compile(r"算不算|是不是|是否|属不属于|不?算|属于|列[为入]|吗|[了过]没|没有?[?？]?$")
_THING = re.compile(rf"(?:{_THINGS})$")
NATURE = re.compile(r"约束性|预期性")
# "序号3、8至11为约束性指标,其余为预期性指标"
_NUMBERED = re.compile(
    r"(?:序号|第)(?P<rows>\d[\d、,，至到~—–\-和及项第]*)[均都]?(?:为|是|属于)(?P<nature>约束性|预期性)"
    r"(?:指标)?(?:[,，;；](?:其余|其他|其它)[^,，。;；\d]{0,4}?(?P<rest>约束性|预期性))?"
)
_FROM_TO = re.compile(r"(\d+)(?:\s*[至到~—–-]\s*(\d+))?")


def by_nature(text: str, grid: Grid) -> list[Condition]:
    """Rows of 约束性指标 or of 预期性指标, by a column or by the numbers that a note gives."""
    match = NATURE.search(text)
    if match is None or len(set(NATURE.findall(text))) > 1:
        return []
    nature = match.group()
    for header in grid.headers:
        if kept := {cell for cell in grid.column(header) if nature in cell}:
            return [_of_nature(match, among(header, kept))]
    numbered = list(_NUMBERED.finditer(fold_text(grid.rows[0].document.text)) if grid.rows else ())
    numbers = [row_number(line.row) for line in grid.rows]
    if len(numbered) != 1 or len(set(numbers)) < len(numbers) or not all(numbers):
        return []  # which rows a number is of is not sure
    note = numbered[0]
    if nature not in (note["nature"], note["rest"]):
        return []
    listed = _numbers_in(note["rows"])
    own = note["nature"] == nature
    return [_of_nature(match, lambda line: (row_number(line.row) in listed) == own)]


def _of_nature(match: re.Match[str], holds: Test) -> Condition:
    return Condition((match.span(),), f"{match.group()}指标", (), holds)


def _numbers_in(rows: str) -> set[str]:
    """Return the numbers of rows that a note lists.

    >>> sorted(_numbers_in("3、8至10"))
    ['10', '3', '8', '9']
    """
    pairs = [(int(m[1]), int(m[2] or m[1])) for m in _FROM_TO.finditer(rows)]
    return {str(n) for first, last in pairs for n in range(first, last + 1)}


def by_definition(text: str, grid: Grid) -> list[Condition]:
    """Rows of a sort that the document defines by a bound on one of their figures."""
    told = grid.rows[0].document.text if grid.rows else ""
    for match in _DEFINED.finditer(told):
        short = _THING.sub("", match["name"])
        name = next((n for n in (match["name"], short) if len(n) > 1 and n in text), "")
        bounds = by_bound(fold_text(match["what"]), grid) if name else []
        if len(bounds) == 1:
            at = text.index(name)
            spans = ((at, at + len(name)),)
            return [replace(bounds[0], spans=spans, said=match["name"], proof=match.span())]
    return []


def judge_defined(draft: Draft, text: str, grid: Grid, line: Line) -> list[str]:
    """Say whether one row is of a sort that the document defines, where a text asks for that."""
    found = by_definition(text, grid) if _JUDGED.search(text) else []
    condition = found[0] if found else None
    if condition is None or condition.proof is None:
        return []
    if any(value_in(line, header) is None for header in condition.headers):
        return []
    start, end = condition.proof
    proof = f"{line.document.text[start:end]}{draft.cite(line.document, line.chunk, start, end)}。"
    cells = ",".join(tell_cell(draft, line, header) for header in condition.headers)
    word = "属于" if condition.holds(line) else "不属于"
    return [proof, f"{subject_of(line)}:{cells},{word}“{condition.said}”。"]
