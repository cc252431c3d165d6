"""How far a statement speaks of what a question asks: weighted coverage of the question's terms.

A term counts fully where it stands in the statement itself, less where only a heading or another cell
of the row names it. Words that many passages share weigh little (inverse document frequency).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.lexicon.indicators import load_indicators
from assistant.lexicon.synonyms import load_synonyms
from assistant.quantities import Quantity, comparable, find_quantities
from assistant.schema import Query, Span
from assistant.statements import Statement
from assistant.text import fold_text

LABEL_LEVEL = 0.75  # a term that only a heading or a neighbouring cell holds
TITLE_LEVEL = 0.5  # a term that only the document's title holds
SYNONYM_LEVEL = 0.9
PARTIAL_LEVEL = 0.7  # times the share of a long word's character pairs that are there
INDICATOR_WEIGHT = 2.5  # a term of the lexicon, in units of an average word
LENGTH_COST = 0.0012  # per character of a quote: of two that cover the same, the shorter


@dataclass(frozen=True, slots=True)
class Term:
    """One thing that the question names. ``variants`` are other words for it; ``canonical`` is its lexicon name."""

    text: str
    weight: float
    variants: tuple[str, ...] = ()
    canonical: str = ""


def make_terms(query: Query, rarity: Callable[[str], float]) -> list[Term]:
    """Return the terms of ``query`` with weights; ``rarity`` gives a word's inverse document frequency in 0..1."""
    synonyms = load_synonyms()
    terms = [Term(name, INDICATOR_WEIGHT, canonical=name) for name in query.indicators]
    for word in query.terms:
        terms.append(Term(word, 0.3 + rarity(word), tuple(synonyms.expand(word))))
    return terms


@lru_cache(maxsize=20_000)
def canonical_names(folded: str) -> frozenset[str]:
    """Return the lexicon names that stand in a folded text."""
    return frozenset(m.canonical for m in load_indicators().find(folded))


def level(term: Term, folded: str) -> float:
    """Return how well ``folded`` holds ``term``, from 0 to 1."""
    if term.canonical:
        return 1.0 if term.canonical in canonical_names(folded) else 0.0
    if term.text in folded:
        return 1.0
    if any(variant in folded for variant in term.variants):
        return SYNONYM_LEVEL
    if len(term.text) < 3:
        return 0.0
    pairs = [term.text[i : i + 2] for i in range(len(term.text) - 1)]
    share = sum(pair in folded for pair in pairs) / len(pairs)
    return PARTIAL_LEVEL * share if share >= 0.5 else 0.0


@dataclass(frozen=True, slots=True)
class Match:
    """``coverage`` is the weighted share of the terms found, 0..1; ``own`` counts only the statement's words."""

    coverage: float
    own: float
    missing: tuple[str, ...]


def match(terms: Sequence[Term], statement: Statement) -> Match:
    """Measure how far ``statement`` with its labels covers ``terms``."""
    total = sum(t.weight for t in terms)
    if not total:
        return Match(0.0, 0.0, ())
    covered = own = 0.0
    missing: list[str] = []
    title = fold_text(statement.chunk.title)
    for term in terms:
        here = level(term, statement.folded)
        best = max(
            here,
            LABEL_LEVEL * level(term, statement.labels) if here < LABEL_LEVEL else 0.0,
            TITLE_LEVEL * level(term, title) if here < TITLE_LEVEL else 0.0,
        )
        own += term.weight * here
        covered += term.weight * best
        if best == 0.0:
            missing.append(term.text)
    return Match(covered / total, own / total, tuple(missing))


@lru_cache(maxsize=20_000)
def quantities_in(text: str) -> tuple[Quantity, ...]:
    """Return the figures of a text."""
    return tuple(find_quantities(text))


def has_answer(text: str, units: Sequence[str]) -> bool:
    """True if ``text`` has a figure of one of ``units`` (any figure, where no unit is asked for)."""
    found = quantities_in(text)
    if not units:
        return bool(found)
    return any(comparable(q.unit, unit) for q in found for unit in units)


def best_quote(
    terms: Sequence[Term], statement: Statement, units: Sequence[str], needs_figure: bool
) -> tuple[Span, ...]:
    """Choose the clauses of ``statement`` that answer: few characters, many of the terms, the figure.

    Returns one span, or two where a second clause further on covers what the first leaves out.
    """
    document = statement.document.text
    clauses = statement.clauses
    if len(clauses) <= 1:
        return ((statement.start, statement.end),)
    folded = [fold_text(document[s:e]) for s, e in clauses]
    levels = [[level(t, f) for t in terms] for f in folded]
    answers = [has_answer(document[s:e], units) for s, e in clauses]
    if needs_figure and not any(answers):
        answers = [has_answer(document[s:e], ()) for s, e in clauses]
    if not needs_figure or not any(answers):
        answers = [True] * len(clauses)
    weights = [t.weight for t in terms]
    first = _best_range(clauses, levels, answers, weights)
    spans = [first]
    covered = _covered(levels, first)
    rest = [
        [max(0.0, lv - covered[k]) for k, lv in enumerate(row)]
        if not first[0] <= i <= first[1]
        else [0.0] * len(row)
        for i, row in enumerate(levels)
    ]
    second = _best_range(clauses, rest, answers, weights)
    gain = sum(w * lv for w, lv in zip(weights, _covered(rest, second), strict=True))
    if gain >= 0.2 * sum(weights) and not (second[0] <= first[1] and first[0] <= second[1]):
        spans.append(second)
    return tuple((clauses[i][0], clauses[j][1]) for i, j in sorted(spans))


def _covered(levels: Sequence[Sequence[float]], span: Span) -> list[float]:
    rows = levels[span[0] : span[1] + 1]
    return [max(column) for column in zip(*rows, strict=True)] if rows and rows[0] else []


def _best_range(
    clauses: Sequence[Span],
    levels: Sequence[Sequence[float]],
    answers: Sequence[bool],
    weights: Sequence[float],
) -> Span:
    total = sum(weights) or 1.0
    best, best_score = (0, 0), -math.inf
    for i in range(len(clauses)):
        held = [0.0] * len(weights)
        answered = False
        for j in range(i, min(len(clauses), i + 8)):
            held = [max(a, b) for a, b in zip(held, levels[j], strict=True)]
            answered = answered or answers[j]
            if not answered:
                continue
            length = clauses[j][1] - clauses[i][0]
            score = (
                sum(w * lv for w, lv in zip(weights, held, strict=True)) / total
                - LENGTH_COST * length
            )
            if score > best_score:
                best, best_score = (i, j), score
    return best
