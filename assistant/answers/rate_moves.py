"""By how much a rate has moved, where a sentence says so: "增长5.7%,比上半年加快0.4个百分点"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.evidence.draft import Draft, unmarked, up_to
from assistant.evidence.evidence import Evidence
from assistant.evidence.fits import fit_period
from assistant.evidence.statements import Statement
from assistant.question import figure_cues
from assistant.question.rate_moves import MOVED
from assistant.schema import Indicator, Query
from assistant.text import fold_text

CHANGE = "增速变化"  # what ends the name of how far a rate has moved
_RATE_SAID = re.compile(r"增速|增幅|[降涨跌]幅")


def write_move(draft: Draft, evidence: Evidence, query: Query, sources: Sequence[str]) -> bool:
    """Write the clause that tells by how much the rate of one thing moved since then."""
    asked = MOVED.search(query.text)
    if asked is None or len(query.indicators) != 1 or len(query.districts) > 1:
        return False
    if figure_cues.FIGURE_ASKED.search(query.text[: asked.start()]):
        return False  # more is asked, which the same sentence may tell
    for statement in evidence.candidates(query, sources):
        for figure in statement.figures:
            if _tells_move(query, statement, figure, asked["base"]):
                _write(draft, statement, figure)
                return True
    return False


def _tells_move(query: Query, statement: Statement, figure: Indicator, base: str) -> bool:
    if figure.measure != "change" or figure.indicator.removesuffix(CHANGE) != query.indicators[0]:
        return False
    clause = fold_text(statement.document.text[figure.start : figure.end])
    timed = not query.periods or fit_period(query.periods, (figure.period,))[1] > 0
    return timed and re.search(rf"[比较]{re.escape(base)}", clause) is not None


def _write(draft: Draft, statement: Statement, figure: Indicator) -> None:
    clause = unmarked(statement.document.text[figure.start : figure.end]).strip(" ,，;；。、")
    marker = draft.cite_statement(statement, figure.start, figure.end, figure.period)
    name = figure.indicator.removesuffix(CHANGE)
    rate = "" if _RATE_SAID.match(clause) else "增速"
    head = up_to(statement.district, figure.period, statement.chunk.text)
    draft.say(f"{head}:{name}{rate}{clause}{marker}。")
