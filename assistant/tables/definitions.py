"""Conditions that a note beside a table defines: "完成率低于50%的项目列为“滞后项目”"."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.evidence.draft import Draft
from assistant.evidence.grids import Grid
from assistant.evidence.lines import Line
from assistant.evidence.row_names import subject_of
from assistant.tables.bounds import by_bound
from assistant.tables.row_tests import Condition
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
