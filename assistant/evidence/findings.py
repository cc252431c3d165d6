"""One statement held against a question: what to quote, how well it fits, what stays unmet.

Whether it is good enough to answer with is decided here (``Finding.answers``), by what is unmet and
never by a retrieval score.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.evidence.answering import (
    goal_in_words,
    holds_asked,
    is_bare,
    is_in_words,
    is_of_the_goal,
    reach_in_words,
)
from assistant.evidence.asked import asked_of, is_asked, one_of_each, only_asked
from assistant.evidence.draft import unmarked
from assistant.evidence.figure_candidates import is_added, is_told_as_possible
from assistant.evidence.fits import PART_FIT, fit_kind, fit_period, told_kind, told_period
from assistant.evidence.matching import Match, is_of_event
from assistant.evidence.outcomes import has_outcome
from assistant.evidence.quote_extents import (
    completed,
    of_last_stage,
    with_each,
    without_lead_figure,
)
from assistant.evidence.quotes import best_quote
from assistant.evidence.stages import with_stages
from assistant.evidence.statements import Statement
from assistant.evidence.terms import SYNONYM_LEVEL, Term, level
from assistant.evidence.wants import names_date
from assistant.language.quantities import comparable
from assistant.question import figure_cues, statement_cues
from assistant.schema import PLAN_KINDS, Indicator, Kind, Query, Span
from assistant.text import fold_text

COVERAGE_NEEDED = 0.6  # of the question's weighted terms; tuned on the development questions
EXACT_COVERAGE = 0.5  # enough of the very period and kind; at 0.45 refusals that are due are lost
SURE_COVERAGE = 0.4  # enough where the indicator that was asked for is named, with its figure
OWN_NEEDED = (
    0.12  # of the question's terms a statement holds itself: its row alone makes no figure answer
)
AS_TYPED = 0.05  # 财政收入, asked for by that name, is no 一般公共预算收入 beside it
ONLY_NEW = 0.06  # what is new goes behind what there is, where neither is asked for
POSSIBLE = 0.3  # what could be goes behind what is, though it is of the very name
SET_AS_GOAL = 0.05  # of two plans of one year, that which goes by the word that was asked
_LAST_OF_LIST = re.compile(r"、[^、,，;；。]*(?:[和与及]|以及)")
# "“甲”“乙”“丙”": names in quotes need no sign between them.
_QUOTED_SIDE_BY_SIDE = re.compile(r"[”\"](?=[“\"])")
_YEAR_ASKED = re.compile("哪一?年(?!(?:几|哪一?个?)?[月季])")
_STRIVEN = re.compile(r"力争|争取|确保|不?低于|至少")
NUMBERING = re.compile(
    r"^(?:\d{1,2}[.、．]\s*(?!\d(?!\d?-\d{1,2}月|\d?月[底末份初前上中下]))|[①-⑳]\s*|[(（][一二三四五六七八九十\d]{1,3}[)）]\s*)"
)
# What only sets a line of a list apart: "——总值增长6%", "◇建成公园3个".
_BULLET = re.compile(r"^(?:[—–]{1,2}|[·•●◆■◇□▲△])\s*(?=[一-鿿\w“])")
# "收入预计28亿元" of a budget to come is what it plans, and told as its plan.
_EXPECTED = re.compile("预计|预期|预估")
_PLAN_EXPECTED = 0.6
_BESIDE_NUMBER = re.compile(r"…(?=\d)")  # the ellipsis is none of the number's


@dataclass(frozen=True)
class Finding:
    """A statement held against a question. ``spans`` are what to quote from it.

    ``period_fit`` is 1 for the period that was asked, 0.8 for a part of it, 0.4 for a plan that
    covers it, 0 for another. ``kind_fit`` is 0 where a plan would stand for a result or the other
    way round.
    """

    statement: Statement
    spans: tuple[Span, ...]
    match: Match
    period: str
    kind: Kind | str
    period_fit: float
    kind_fit: float
    answered: bool
    score: float
    figure: Indicator | None = None
    qualitative: bool = False
    asked: tuple[Indicator, ...] = ()
    alone: bool = False

    @property
    def answers(self) -> bool:
        """True if nothing that the question asks for is unmet."""
        return (
            self.match.coverage >= COVERAGE_NEEDED
            and self.period_fit > 0
            and self.kind_fit > 0
            and self.answered
        )

    @property
    def quote(self) -> str:
        """The quoted words, to the letter; separate spans are joined by an ellipsis."""
        text = self.statement.document.text
        parts = (text[s:e].strip(" ,，、;；。:：\n\t") for s, e in self.spans)
        told = (NUMBERING.sub("", _BULLET.sub("", unmarked(part))).strip() for part in parts)
        return _BESIDE_NUMBER.sub("…,", "…".join(told))


def finding(
    query: Query,
    terms: Sequence[Term],
    statement: Statement,
    found: Match,
    needs_figure: bool,
) -> Finding:
    """Hold a statement, whose terms were matched, against the rest of a question."""
    worded = reach_in_words(query, terms, statement) if needs_figure else None
    asked = asked_of(query, terms, statement) if needs_figure and not worded else []
    only = only_asked(query, statement, asked)
    if needs_figure and not (asked or worded):
        worded = goal_in_words(query, statement)
    spans: tuple[Span, ...] = (worded,) if worded else ()
    spans = spans or best_quote(terms, statement, query, needs_figure=needs_figure, figure=only)
    each = () if only else one_of_each(query, asked)
    spans = with_each(query, statement, spans, each or asked) if only or each else spans
    spans = completed(query, terms, statement, spans, needs_figure)
    spans = without_lead_figure(query, terms, statement, spans, asked)
    staged = with_stages(query, statement, spans)
    if staged != spans:
        only, spans = of_last_stage(asked, staged) if only else None, staged
    start, end = spans[0][0], spans[-1][1]
    told_in_words = worded or end > statement.end  # a goal, or a list that goes on behind
    figure = only or (None if told_in_words else _figure(query, statement, spans))
    period, period_fit = told_period(query, statement, figure, spans, needs_figure)
    kind = told_kind(statement, figure)
    kind_fit = fit_kind(query.kinds, kind)
    if query.kinds == ("actual",) and kind == "estimate" and period_fit == PART_FIT:
        kind_fit = 0.0  # what a part of the year may come to is no result of the year
    if kind in PLAN_KINDS:
        # How much of a plan is done is no plan; one whose outcome is told has to be asked for.
        plain = needs_figure and not query.kinds
        if query.measures == ("completion",) or (
            plain and has_outcome(query, statement, period, figure)
        ):
            kind_fit = 0.0
    quoted = statement.document.text[start:end]
    before = statement.document.text[statement.start : end]
    if query.kinds == ("estimate",) and kind == "target" and _EXPECTED.search(before):
        kind_fit = _PLAN_EXPECTED
    counted = holds_asked(query, figure, quoted)
    in_words = needs_figure and not counted and is_in_words(query, figure, quoted)
    own_figure = figure is not None and is_asked(query, figure.indicator)
    named = found.own >= OWN_NEEDED or own_figure or is_of_the_goal(statement, figure)
    named = named or is_of_event(terms, statement) or _is_called_so(terms, figure)
    counted = counted and (named or is_bare(quoted))
    dated = "when" not in query.asks or names_date(quoted)
    dated = dated or (kind == "actual" and _tells_year(query, terms, period, quoted))
    answered = counted or in_words if needs_figure else dated
    held = Finding(
        statement=statement,
        spans=spans,
        match=found,
        period=period,
        kind=kind,
        period_fit=period_fit,
        kind_fit=kind_fit,
        answered=answered,
        score=0.0,
        figure=figure,
        qualitative=in_words,
        asked=tuple(asked) if only else each,
        alone=bool(query.name) and own_figure and _brings_others(query, statement, spans, figure),
    )
    return replace(held, score=_score(query, terms, held))


def _is_called_so(terms: Sequence[Term], figure: Indicator | None) -> bool:
    """True for a figure with the whole name that is asked for, whatever its clause leaves out.

    "计划新建城市驿站9处。已建成5处": both count 城市驿站.
    """
    name = fold_text(figure.name) if figure is not None and figure.kind == "actual" else ""
    return bool(terms) and all(level(term, name) >= SYNONYM_LEVEL for term in terms)


def _tells_year(query: Query, terms: Sequence[Term], period: str, quoted: str) -> bool:
    """True for what a report of one year says was done, where just its year is asked for."""
    asked = _YEAR_ASKED.search(query.text)
    if asked is None or len(period) != 4:
        return False
    done = [t for t in terms if t.text in query.text[asked.end() :]]
    things = [t for t in terms if t not in done]
    clauses = re.split(r"[,，。;；]", fold_text(quoted))
    said = [c for c in clauses if done and all(level(t, c) > 0 for t in done)]
    return any(2 * sum(level(t, c) > 0 for t in things) >= len(things) for c in said)


def _score(query: Query, terms: Sequence[Term], held: Finding) -> float:
    """How well a statement meets a question: the best goes first, however good it is."""
    statement, figure = held.statement, held.figure
    quoted = statement.document.text[held.spans[0][0] : held.spans[-1][1]]
    own_figure = figure is not None and is_asked(query, figure.indicator)
    other_list = any(t.leveled and level(t, statement.folded) < SYNONYM_LEVEL for t in terms)
    measure_fit = 1.0 if figure and query.measures and figure.measure in query.measures else 0.0
    return (
        held.match.coverage
        + 0.3 * held.match.own
        + 0.6 * held.period_fit
        + 0.4 * held.kind_fit
        + 0.25 * (held.answered and not held.qualitative)
        + 0.15 * measure_fit
        - 0.15 * _is_rate_for_amount(query, figure)
        + 0.3 * (own_figure and not other_list)
        + 0.15 * lists_as_many(query, quoted)
        + AS_TYPED * (figure is not None and fold_text(figure.name) in query.text)
        + AS_TYPED * (figure is not None and is_added(query, statement.document.text, figure))
        - ONLY_NEW * _is_unasked_flow(query, figure)
        - POSSIBLE
        * (figure is not None and is_told_as_possible(query, statement.document.text, figure))
        + SET_AS_GOAL * _is_goal_meant(query, statement, quoted)
        + (0.05 if statement.role in ("prose", "target", "progress") else 0.0)
    )


def _is_goal_meant(query: Query, statement: Statement, quoted: str) -> bool:
    """True for what is set as a goal, or for what is striven for where that is asked.

    "全年目标不变:利用外资1.2亿美元" and, behind it, "力争全年利用外资不低于1亿美元".
    """
    if "target" not in query.kinds:
        return False
    if _STRIVEN.search(query.text):
        return _STRIVEN.search(quoted) is not None
    return "目标" in statement.folded and not _STRIVEN.search(quoted)


def _is_unasked_flow(query: Query, figure: Indicator | None) -> bool:
    """True for how many are new, where how many there are may be told elsewhere."""
    if figure is None or statement_cues.FLOW.search(query.text):
        return False
    return statement_cues.FLOW.match(figure.name) is not None and figure.measure == "count"


def _is_rate_for_amount(query: Query, figure: Indicator | None) -> bool:
    """True for how a sum of money grew, where it is not asked how: its amount goes before."""
    if figure is None or query.measures or query.units or not query.indicators:
        return False
    return figure.measure in ("growth", "change") and figure.indicator in query.indicators


def _brings_others(
    query: Query, statement: Statement, spans: Sequence[Span], figure: Indicator | None
) -> bool:
    """True if a quote takes in other clauses with figures of other things."""
    inside = [f for f in statement.figures if any(s <= f.figure[0] < e for s, e in spans)]
    clauses = {f.start for f in inside if not is_asked(query, f.indicator)}
    return figure is not None and bool(clauses - {figure.start})


def lists_as_many(query: Query, quoted: str) -> bool:
    """True if a quote names as many things as the question counts ("哪三个示范园")."""
    if not query.number or "list" not in query.asks:
        return False
    signs = quoted.count("、") + (_LAST_OF_LIST.search(quoted) is not None)
    return max(signs, len(_QUOTED_SIDE_BY_SIDE.findall(quoted))) + 1 >= query.number


def _figure(query: Query, statement: Statement, spans: Sequence[Span]) -> Indicator | None:
    """Return the figure that the quote is about, the asked indicator first.

    What was not done is told in words: how many were planned or done is beside it.
    """
    if not query.units and figure_cues.UNDONE_ASKED.search(query.text):
        return None
    inside = [
        f for f in statement.figures if any(s <= f.figure[0] and f.figure[1] <= e for s, e in spans)
    ]
    pairs = {query.text[i : i + 2] for i in range(len(query.text) - 1)}

    def rank(figure: Indicator) -> tuple[bool, bool, bool, bool, bool, int]:
        shared = sum(figure.name[i : i + 2] in pairs for i in range(len(figure.name) - 1))
        return (
            bool(query.units) and not any(comparable(figure.unit, unit) for unit in query.units),
            not is_asked(query, figure.indicator),
            bool(query.measures) and figure.measure not in query.measures,
            bool(query.periods) and fit_period(query.periods, (figure.period,))[1] == 0,
            len(query.kinds) == 1 and fit_kind(query.kinds, figure.kind) == 0,
            -shared,
        )

    ranked = sorted(inside, key=rank)
    return ranked[0] if ranked else None
