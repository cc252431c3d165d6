"""The whole that a row of a table gives beside the parts that another cell of it lists."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from assistant.answers.gaps import amount
from assistant.evidence.findings import Finding
from assistant.language.quantities import Quantity, quantities_in


def whole_of_parts(usable: Sequence[Finding], ranked: Sequence[Finding]) -> list[Finding]:
    """Return the cell of what came of a row in all, where parts of it fit a question alike.

    "2915个" of 新增公办学位 beside "新增义务教育学位2195个;新增公办幼儿园学位720个".
    """
    first = usable[0]
    if first.statement.row is None or _amount(first, first) is None:
        return []
    own = [f for f in ranked if f.statement.row is first.statement.row]
    fit = [f for f in own if f in usable and f.match.coverage >= first.match.coverage]
    parts = [told for f in fit if (told := _amount(f, first)) is not None]
    whole = sum((amount(part) for part in parts), Decimal(0))
    wholes = [f for f in own if (told := _amount(f, first)) and _is_cell(f, told, whole)]
    return wholes[:1] if len(parts) > 1 else []


def _is_cell(found: Finding, told: Quantity, value: Decimal) -> bool:
    """True for a cell that has an amount and nothing else."""
    return told.text == found.quote and amount(told) == value


def _amount(found: Finding, like: Finding) -> Quantity | None:
    """The one exact amount that a finding tells, of the time, kind and unit of another."""
    told, figure, other = quantities_in(found.quote), found.figure, like.figure
    if figure is None or other is None or len(told) != 1 or figure.qualifier:
        return None
    same = (found.period, found.kind, figure.unit) == (like.period, like.kind, other.unit)
    return told[0] if same else None
