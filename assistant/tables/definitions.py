"""Conditions that a note beside a table defines: "完成率低于50%的项目列为“滞后项目”"."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.evidence.grids import Grid
from assistant.tables.bounds import by_bound
from assistant.tables.row_tests import Condition
from assistant.text import fold_text

_THINGS = "项目|工程|任务|指标|乡镇|镇街|街道|单位|部门|企业|学校|村"
_DEFINED = re.compile(
    rf"(?P<what>[^，,。；;、：:\n“”]{{3,24}}的)(?:{_THINGS})?[，,]?"
    r"(?:列为|列入|视为|定为|评为|判为|判定为|认定为|称为|记为|即为|为)"
    r"(?P<quote>[“\"])?(?P<name>[一-鿿]{2,8})(?(quote)[”\"]|(?=[，,。；;\n]))"
)
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
