"""Plans whose outcome is told: where a result is asked for, they do not stand for it."""

from __future__ import annotations

import re

from assistant.evidence.statements import Statement
from assistant.language.columns import cells_of
from assistant.language.periods import whole_year, year_of
from assistant.language.quantities import comparable, quantities_in
from assistant.question import constraint_cues
from assistant.question.names import thing
from assistant.schema import PLAN_KINDS, Indicator, Query
from assistant.text import fold_text

# "已完工", "全部建成投用": a progress that says no more than that.
_DONE_AS_PLANNED = re.compile(
    r"(?:该?项目|工程)?(?:[已均都现]|全部|全面|按期|如期|顺利)+(?:完成|完工|竣工|建成|投用|投入使用|交付|使用|并|验收|[,，])+[。.]?"
)
_PLAN_NAME = re.compile("(?:计划|概算|预算)总?投资")


def has_outcome(query: Query, statement: Statement, period: str, figure: Indicator | None) -> bool:
    """True for a plan whose result is told, or a part of it: it has to be asked for by its kind."""
    if figure is not None and _is_named_as_plan(query, figure):
        return False
    over = _is_over(statement, period) or _is_begun(query, statement, period, figure)
    if not over or figure is None:
        return over
    by_name = query.name or thing(fold_text(figure.name)) in query.text
    return not (by_name and _is_only_planned(statement, figure))


def _is_named_as_plan(query: Query, figure: Indicator) -> bool:
    """True for what is a plan by its very name, and asked for by that: 实事计划总投资."""
    return _PLAN_NAME.search(figure.indicator) is not None and figure.indicator in query.indicators


def _is_over(statement: Statement, period: str) -> bool:
    """True if results are told for the period or in the row: targets must be asked for."""
    progress = [c.text for _, c in cells_of(statement.row, "progress")] if statement.row else []
    if any(map(quantities_in, progress)):
        return True
    if progress and all(_DONE_AS_PLANNED.fullmatch(fold_text(text).strip()) for text in progress):
        return False  # the plan is all that is told of what was done
    told = statement.document.profile.periods
    return bool(period) and period in (
        whole_year(told.get("progress", "")),
        told.get("reported", ""),
    )


def _is_only_planned(statement: Statement, figure: Indicator) -> bool:
    """True if a document has no result of what goes by a name: its plan is all it tells of it.

    Beside it a row may tell of other things: below "建驿站3个、示范基地5个" the "驿站：4个" are no
    基地, and a number without a name may be of either.
    """
    results = [f for f in statement.document.indicators if f.kind not in PLAN_KINDS]
    cells = cells_of(statement.row, "progress") if statement.row is not None else []
    told = sum(comparable(q.unit, figure.unit) for _, c in cells for q in quantities_in(c.text))
    spans = [(c.start, c.end) for _, c in cells]
    beside = [
        f
        for f in results
        if any(start <= f.figure[0] < end for start, end in spans)
        and comparable(f.unit, figure.unit)
    ]
    own = _pairs(figure)
    # 开工安置房2个 tells nothing of how many 万平方米 of them there are.
    named = [f for f in results if f.indicator == figure.indicator]
    return (
        not any(comparable(f.unit, figure.unit) for f in named)
        and told <= len(beside)
        and not any(own & _pairs(f) for f in beside)
    )


def _pairs(figure: Indicator) -> set[str]:
    """The pairs of characters of a figure's names, without the verbs that bring anything about."""
    names = (thing(fold_text(n)) for n in (figure.name, figure.indicator))
    return {name[at : at + 2] for name in names for at in range(len(name) - 1)}


def _is_begun(query: Query, statement: Statement, period: str, figure: Indicator | None) -> bool:
    """True for the plan of a year of which a part is reported, where the result is asked for.

    The whole year was asked for by that word, or the same figure is told of the part.
    """
    document = statement.document
    told = document.profile.periods.get("reported", "")
    if "/" not in told or year_of(told) != period:
        return False
    name = figure.indicator if figure is not None else ""
    return constraint_cues.WHOLE_YEAR.search(query.text) is not None or any(
        f.indicator == name and f.kind == "actual" and f.period == told for f in document.indicators
    )
