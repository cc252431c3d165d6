"""Which clauses of a statement are quoted: few characters, many of the terms, the figures."""

from __future__ import annotations

import math
from collections.abc import Sequence
from operator import mul

from assistant.evidence.statements import Statement
from assistant.evidence.terms import Term, level, speaks_of
from assistant.evidence.wants import WANT_WEIGHT, Want, has_answer, wants_of
from assistant.language.quantities import quantities_in
from assistant.language.tokenizer import is_verb
from assistant.lexicon.indicators import load_indicators
from assistant.schema import Indicator, Query, Span
from assistant.text import fold_text

EXCLUDED_COST = 9.0  # a clause that speaks of what the question rules out
OTHER_FIGURE_COST = 0.06  # a clause that has figures, and not the one that answers
LONGEST_RUN = 8  # clauses of one quote
SECOND_GAIN = 0.18  # share of the weights that a second span must add
LENGTH_COST = 0.0012  # per character of a quote: of two that cover the same, the shorter


def best_quote(
    terms: Sequence[Term],
    statement: Statement,
    query: Query,
    *,
    needs_figure: bool,
    figure: Indicator | None = None,
) -> tuple[Span, ...]:
    """Choose the clauses that answer: few characters, many of the terms, the figures.

    ``figure`` is the one that has to be in the quote. Returns one span, or two where a second
    clause further on covers what the first leaves out.
    """
    clauses = statement.clauses
    if len(clauses) <= 1:
        return ((statement.start, statement.end),)
    texts = [statement.document.text[s:e] for s, e in clauses]
    wants = wants_of(query)
    foreign = [_speaks_of_another(terms, query, statement, span) for span in clauses]
    levels = [
        _clause_levels(terms, [] if other else wants, text) + [0.0] * (len(wants) if other else 0)
        for text, other in zip(texts, foreign, strict=True)
    ]
    weights = [t.weight for t in terms] + [WANT_WEIGHT] * len(wants)
    penalties = [EXCLUDED_COST if speaks_of(query.excluded, text) else 0.0 for text in texts]
    if figure is not None:
        beside = [
            not start <= figure.figure[0] < end and bool(quantities_in(text))
            for text, (start, end) in zip(texts, clauses, strict=True)
        ]
        levels = [
            _without_verbs(terms, row) if other else row
            for row, other in zip(levels, beside, strict=True)
        ]
        penalties = [
            cost + OTHER_FIGURE_COST * other for cost, other in zip(penalties, beside, strict=True)
        ]
    answers = [True] * len(clauses)
    if needs_figure:
        own = [text if not other else "" for text, other in zip(texts, foreign, strict=True)]
        answers = _answering(own, query.units)
    if figure is not None:
        answers = [s <= figure.figure[0] and figure.figure[1] <= e for s, e in clauses]
    first = _best_range(clauses, levels, answers, weights, penalties)
    covered = _covered(levels, first)
    rest = [
        [0.0] * len(row)
        if first[0] <= i <= first[1]
        else [max(0.0, a - b) for a, b in zip(row, covered, strict=True)]
        for i, row in enumerate(levels)
    ]
    second = _best_range(clauses, rest, [True] * len(clauses), weights, penalties)
    gain = sum(w * lv for w, lv in zip(weights, _covered(rest, second), strict=True))
    apart = second[0] > first[1] or second[1] < first[0]
    spans = [first, second] if apart and gain >= SECOND_GAIN * sum(weights) else [first]
    return tuple((clauses[i][0], clauses[j][1]) for i, j in sorted(spans))


def _speaks_of_another(
    terms: Sequence[Term], query: Query, statement: Statement, span: Span
) -> bool:
    """True if all figures of a clause are of other indicators than the one asked for."""
    if not any(term.strict for term in terms):
        return False
    inside = [f for f in statement.figures if span[0] <= f.figure[0] and f.figure[1] <= span[1]]
    known = [f for f in inside if load_indicators().canonical(f.indicator)]
    return (
        bool(inside)
        and len(known) == len(inside)
        and not any(f.indicator in query.indicators for f in inside)
    )


def _clause_levels(terms: Sequence[Term], wants: Sequence[Want], text: str) -> list[float]:
    folded = fold_text(text)
    return [level(t, folded) for t in terms] + [float(want(text)) for want in wants]


def _without_verbs(terms: Sequence[Term], levels: Sequence[float]) -> list[float]:
    """What a clause has of the terms, but for what is done: 淘汰叉车310台 is of no 货车."""
    verbs = [is_verb(term.text) for term in terms] + [False] * (len(levels) - len(terms))
    return [0.0 if verb else lv for verb, lv in zip(verbs, levels, strict=True)]


def _answering(texts: Sequence[str], units: Sequence[str]) -> list[bool]:
    """Which clauses hold a figure of the units; where none does, any figure; else every clause."""
    for asked in (units, ()):
        found = [has_answer(text, asked) for text in texts]
        if any(found):
            return found
    return [True] * len(texts)


def _covered(levels: Sequence[Sequence[float]], span: Span) -> list[float]:
    rows = levels[span[0] : span[1] + 1]
    return [max(column) for column in zip(*rows, strict=True)] if rows and rows[0] else []


def _best_range(
    clauses: Sequence[Span],
    levels: Sequence[Sequence[float]],
    answers: Sequence[bool],
    weights: Sequence[float],
    penalties: Sequence[float],
) -> Span:
    """Return the first and last clause of the run that covers most for its length."""
    total = sum(weights) or 1.0
    best, best_score = (0, 0), -math.inf
    for i in range(len(clauses)):
        held = [0.0] * len(weights)
        answered, cost = False, 0.0
        for j in range(i, min(len(clauses), i + LONGEST_RUN)):
            held = list(map(max, held, levels[j]))
            answered = answered or answers[j]
            cost += penalties[j]
            length = clauses[j][1] - clauses[i][0]
            gained = sum(map(mul, weights, held)) / total
            score = gained - cost - LENGTH_COST * length
            if answered and score > best_score:
                best, best_score = (i, j), score
    return best
