"""Figures of districts that have no document, but a row of their own in another place's table.

"六安市2023年各县区主要指标" tells what 叶集区 has; a question for it is answered from its row.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.evidence.asked import is_asked
from assistant.evidence.draft import Draft
from assistant.evidence.evidence import Evidence
from assistant.evidence.fits import fit_kind, fit_period
from assistant.evidence.lines import Line
from assistant.evidence.wants import fits_unit
from assistant.language.periods import whole_year
from assistant.schema import Indicator, Measure, Query
from assistant.tables.told_cells import head_of, tell_cell
from assistant.tables.values import header_without_unit

_OF_CHANGE: tuple[Measure, ...] = ("growth", "change")
_OTHERS: tuple[Measure, ...] = ("share", "completion", "rank")


def sources_of_rows(evidence: Evidence, places: Sequence[str]) -> list[str]:
    """Return the sources in whose tables districts without documents have rows of their own."""
    found = evidence.catalog.indicators(districts=list(places))
    return sorted({f.source for f in found if f.row is not None})


def as_rows(query: Query) -> Query:
    """Read the districts of a question as names of rows."""
    return replace(query, slots={**query.slots, "district": ()})


def tell_placed(evidence: Evidence, query: Query, places: Sequence[str]) -> Draft | None:
    """Write the asked figure of each district's row; None where a question asks for more."""
    if query.terms or not query.indicators:
        return None
    draft = Draft()
    for place in places:
        best = min(_fitting(evidence, query, place), key=lambda f: _order(query, f), default=None)
        found = evidence.row(f"{best.source}#{best.row}") if best is not None else None
        if best is None or found is None or not _tell(draft, found[1], best):
            return None
    return draft


def _fitting(evidence: Evidence, query: Query, place: str) -> Iterator[Indicator]:
    """The figures of a district's rows that meet every constraint of a question."""
    for figure in evidence.catalog.indicators(districts=[place]):
        if (
            figure.row is not None
            and is_asked(query, figure.indicator)
            and fit_period(query.periods, (whole_year(figure.period),))[1] == 1.0
            and fit_kind(query.kinds, figure.kind) > 0
            and _measures_fit(query, figure)
            and all(fits_unit(figure.unit, unit) for unit in query.units)
        ):
            yield figure


def _measures_fit(query: Query, figure: Indicator) -> bool:
    wanted = set(query.measures)
    if wanted & set(_OTHERS):
        return figure.measure in wanted
    if wanted & {"growth", "level"}:
        return ("growth" in wanted) == (figure.measure in _OF_CHANGE)
    return True


def _order(query: Query, figure: Indicator) -> tuple[float, bool, str]:
    """Results before plans where neither is asked for, amounts before rates, the latest first."""
    latest = "".join(chr(0x10FFFF - ord(c)) for c in figure.period)
    return -fit_kind(query.kinds, figure.kind), figure.measure in _OF_CHANGE, latest


def _tell(draft: Draft, line: Line, figure: Indicator) -> bool:
    """Write one cell with its row; a header that is a mere 增速 with what grew."""
    header = next((h for h, c in line.row.cells.items() if c.start <= figure.figure[0] < c.end), "")
    if not header:
        return False
    of = "" if figure.name in header_without_unit(header) else figure.name
    draft.say(f"{head_of(line, header)}{figure.district}:{of}{tell_cell(draft, line, header)}。")
    return True
