"""A question's slots, and the words that fill them: district, period, indicator, kind, asks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from assistant.language.numerals import chinese_number
from assistant.lexicon.indicators import load_indicators
from assistant.question import (
    ask_cues,
    constraint_cues,
    figure_cues,
    row_cues,
)
from assistant.question.ask_slots import (
    asks_for_goals,
    asks_for_summary,
    asks_in,
    goal_terms,
    row_in,
)
from assistant.question.content_terms import content_terms
from assistant.question.corpus import Corpus
from assistant.question.figure_slots import (
    measures_in,
    periods_planned_for,
    read_aim,
    units_in,
)
from assistant.question.name_slots import found_in, read_names
from assistant.question.places import blank, districts_in
from assistant.question.times import periods_in
from assistant.schema import Query, Span

_OF_FIGURES = frozenset({"value", "verdict", "difference", "rank"})  # asks that a figure answers


@lru_cache(maxsize=512)  # mostly the same with and without a vocabulary: few questions have typos
def parse_slots(text: str, corpus: Corpus, year: str) -> Query:
    """Read every slot of a question that is spelled as documents write; ``year`` is 今年."""
    whole_names = corpus.names.bracketed(text)
    negated = [] if row_cues.OTHER_STATUS.search(text) else _outside(_ruled_out(text), whole_names)
    told = blank(text, negated)
    asked = _without(told, constraint_cues.EVALUATION, constraint_cues.QUARTER_OF_TABLE)
    quoted = [m.span() for m in constraint_cues.QUOTED.finditer(asked)]
    districts, district_spans = _districts(asked, corpus)
    periods, period_spans = periods_in(blank(asked, whole_names), year)
    masked = _masked(asked, [*district_spans, *period_spans])
    found, things = found_in(masked, corpus)
    # The 成 of 成都 asks for nothing, and the 比 of 城乡居民收入比 compares nothing.
    ratios = [(m.start, m.end) for m in found if m.text.endswith("比")]
    asks = asks_in(blank(asked, [*quoted, *district_spans, *ratios]))
    names = read_names(masked, found, corpus, of_figures=set(asks) <= _OF_FIGURES)
    taken = names.taken()
    aim = read_aim(asked, masked, [*quoted, *taken], asks)
    periods = periods_planned_for(asked, periods, period_spans, aim.planned, asks)
    if aim.lacking:
        asks = tuple(a for a in asks if a != "difference") or ("value",)
        names = replace(names, name="", spans=())
    row, row_span = row_in(asked)
    number = ask_cues.NUMBER_OF.search(masked)
    given = [m.span() for m in figure_cues.GIVEN_GOAL.finditer(masked)]
    used = [*row_span, *([number.span()] if number else []), *taken, *things, *given]
    words = (*aim.lacking, *(masked[s:e] for s, e in things), *content_terms(blank(masked, used)))
    query = Query(
        text=text,
        districts=districts,
        all_districts=bool(constraint_cues.ALL_DISTRICTS.search(asked)),
        periods=periods,
        indicators=names.indicators(masked),
        kinds=aim.kinds,
        measures=measures_in(masked, [*quoted, *names.spans], names.found),
        asks=asks,
        terms=goal_terms(asked, asks) or words,
        name=names.name,
        units=_units(units_in(blank(masked, names.counting())), names.indicators(masked)),
        row=row,
        number=chinese_number(number.group(1)) if number else None,
        document_kinds=_document_kinds(told),
        excluded=tuple(text[s:e] for s, e in negated),
        slots={
            "district": tuple(district_spans),
            "period": tuple(period_spans),
            "kind": aim.spans,
            "indicator": names.spans or tuple((m.start, m.end) for m in names.found),
        },
    )
    goals = "section" if asks_for_summary(query) else asks_for_goals(query)
    return replace(query, asks=(goals,)) if goals else query


def _document_kinds(text: str) -> tuple[str, ...]:
    """The kinds of documents that are named; a report of no kind is any report.

    >>> _document_kinds("按四季度进展表"), _document_kinds("年度报告里")
    (('任务分解/进展表',), ('报告',))
    """
    kinds = tuple(k for k, p in constraint_cues.DOCUMENT_KINDS if p.search(text))
    report = (m.group() for m in constraint_cues.DOCUMENT.finditer(text))
    return kinds or tuple(constraint_cues.REPORT for m in report if m.endswith("报告"))[:1]


def _units(asked: tuple[str, ...], indicators: Sequence[str]) -> tuple[str, ...]:
    """The units that are asked for; documents give an index its 分 or leave them out."""
    index = any("分" in load_indicators().units(name) for name in indicators)
    return tuple(unit for unit in asked if not (index and unit == "分"))


def _without(text: str, *patterns: re.Pattern[str]) -> str:
    for pattern in patterns:
        text = blank(text, [m.span() for m in pattern.finditer(text)])
    return text


def _masked(text: str, placed: Sequence[Span]) -> str:
    """A question without its documents, places and times, and what a rate is set against.

    What is taken out of a rate is not asked for: "收入剔除留抵退税后增长多少".
    """
    text = blank(_without(text, constraint_cues.IN_DOCUMENT), placed)
    return _without(text, figure_cues.ADJUSTED_BY, figure_cues.OVER_YEAR)


def _ruled_out(text: str) -> list[Span]:
    """Where a question rules something out; "不含港区一般公共预算收入多少" asks for just that."""
    spans = [m.span() for m in constraint_cues.NEGATED.finditer(text)]
    find = load_indicators().find
    if not any(constraint_cues.LEFT_OUT.match(text, s) for s, _ in spans) or find(
        blank(text, spans)
    ):
        return spans
    return [
        (s, e)
        for s, e in spans
        if not (constraint_cues.LEFT_OUT.match(text, s) and find(text[s:e]))
    ]


def _outside(spans: Sequence[Span], names: Sequence[Span]) -> list[Span]:
    """Leave out the spans that touch a name: 学校(不含幼儿园) rules nothing out."""
    return [(s, e) for s, e in spans if not any(s < b and a < e for a, b in names)]


def _districts(text: str, corpus: Corpus) -> tuple[tuple[str, ...], list[Span]]:
    """Districts with their spans; one that only begins the name of a figure is none beside others.

    武进区2022年武进人民医院总投资 is asked of 武进区, 霍山2022年武进人民医院总投资 of 霍山县.
    """
    districts, spans = districts_in(text, corpus)
    if len(spans) < 2:
        return districts, spans
    own = [span for _, span in corpus.names.mentioned(text, lambda _: False)]
    inside = [(s, e) for s, e in spans if any(a <= s and e < b for a, b in own)]
    if not inside or len(inside) == len(spans):
        return districts, spans
    return districts_in(blank(text, inside), corpus)
