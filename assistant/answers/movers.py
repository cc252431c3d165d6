"""Which of several things fell, or rose: told by the signs of their rates in prose."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.evidence.draft import Draft, whose
from assistant.evidence.evidence import Evidence
from assistant.evidence.figure_phrases import phrase_figure
from assistant.evidence.fits import fit_kind, fit_period
from assistant.evidence.statements import Statement
from assistant.evidence.terms import Term, level
from assistant.lexicon.indicators import load_indicators
from assistant.schema import Indicator, Query
from assistant.text import fold_text

COVERAGE_NEEDED = 0.5  # of the words that say among what is looked
FEWEST = 2  # rates that a sentence must set side by side
MOST = 12  # rates that are listed
_FELL = r"负增长|下降|往下掉|掉下来|下滑|下跌|萎缩|缩水|(?:在|是)[降跌掉减]|[降跌]了"
_ROSE = r"正增长|(?<!负)(?<!正)增长|上升|上涨|(?:在|是)[增涨升]|[涨升]了"
# What made a thing grow is no thing that grew.
_CAUSES = r"因素|政策|措施|举措|原因|推动|带动|拉动|促进|助推|撬动"
_ASKED = re.compile(
    rf"哪(?!个?[区县市])(?:(?!{_CAUSES})[^,，。?？最]){{0,14}}?(?:(?P<fell>{_FELL})|(?P<rose>{_ROSE}))"
    rf"(?:的|了|$|[,，?？])(?!最|多少)"
    rf"|(?:(?P<fell_first>{_FELL})|(?P<rose_first>{_ROSE}))的?(?:[一-鿿]{{0,6}})(?:有|是)?哪"
)

Mover = tuple[Statement, Indicator]


def find_movers(evidence: Evidence, query: Query, sources: Sequence[str]) -> list[Mover]:
    """Return the rates of the asked direction: of one sentence, or of all known indicators.

    "分行业看,甲业增长8%,乙业下降2%" answers which industries fell. Asked of nothing in particular
    ("哪些指标负增长"), the documents' indicators of the field answer.
    """
    asked = _ASKED.search(query.text)
    if asked is None or len(query.districts) > 1 or {"target"} & set(query.kinds):
        return []
    way = next(word for word in asked.groups() if word)
    fell = way in (asked["fell"], asked["fell_first"])
    said = query.text.replace(way, "")
    terms = evidence.terms(replace(query, text=said, terms=_among(query, way)))
    told = [
        (statement, rates)
        for statement in evidence.candidates(query, sources)
        if statement.row is None and (rates := _rates(query, statement))
    ]
    if not terms:
        return list(_of_the_field(told, fell))[:MOST]
    found = [(s, rates) for s, rates in told if len(rates) >= FEWEST and _fits(rates, fell)]
    best = max(found, key=lambda pair: _held(terms, pair[0]), default=None)
    if best is None or _held(terms, best[0])[0] < COVERAGE_NEEDED:
        return []
    return [(best[0], f) for f in _fits(best[1], fell)][:MOST]


def _fits(rates: Sequence[Indicator], fell: bool) -> list[Indicator]:
    return [f for f in rates if (f.direction == "-") == fell]


def _among(query: Query, way: str) -> tuple[str, ...]:
    """The words that say among what is looked, without those of the direction."""
    return tuple(t for t in query.terms if t not in way and way not in t)


def _held(terms: Sequence[Term], statement: Statement) -> tuple[float, float]:
    """How much of the words a paragraph holds with its headings, and the sentence by itself."""
    total = sum(t.weight for t in terms)
    paragraph = f"{statement.labels}\n{fold_text(statement.chunk.text)}"
    own = sum(t.weight * level(t, statement.folded) for t in terms)
    return sum(t.weight * level(t, paragraph) for t in terms) / total, own / total


def _rates(query: Query, statement: Statement) -> list[Indicator]:
    """The rates of growth that a statement tells for the period asked for, of results."""
    return [
        f
        for f in statement.figures
        if f.measure == "growth"
        and f.unit == "%"
        and not f.indicator.endswith(")")
        and f.district == statement.district
        and fit_kind(query.kinds or ("actual",), f.kind) > 0
        and fit_period(query.periods, (f.period,))[1] > 0
    ]


def _of_the_field(
    told: Sequence[tuple[Statement, Sequence[Indicator]]], fell: bool
) -> Iterator[Mover]:
    """Each indicator of the lexicon once, in the order in which the documents tell them."""
    seen: set[str] = set()
    pairs = ((s, f) for s, rates in told for f in _fits(rates, fell))
    for statement, figure in sorted(pairs, key=lambda p: (p[1].source, p[1].figure)):
        if load_indicators().canonical(figure.indicator) and figure.indicator not in seen:
            seen.add(figure.indicator)
            yield statement, figure


def write_movers(draft: Draft, found: Sequence[Mover]) -> None:
    """Write each rate with its name and whose it is."""
    for statement, figure in found:
        told = phrase_figure(statement.document.text, figure)
        marker = draft.cite_statement(statement, figure.start, figure.end)
        head = whose(statement, figure.period, figure.kind, told)
        draft.say(f"{head}:{told}{marker}。" if head else f"{told}{marker}。")
