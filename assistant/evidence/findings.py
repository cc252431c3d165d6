"""One statement held against a question: what to quote, how well it fits, what stays unmet.

Whether it is good enough to answer with is decided here (``Finding.answers``), by what is unmet and
never by a retrieval score.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.evidence.draft import unmarked
from assistant.evidence.figure_candidates import is_added
from assistant.evidence.figure_names import several_things
from assistant.evidence.figure_phrases import is_completion
from assistant.evidence.figures import asked_figures
from assistant.evidence.matching import Match, is_of_event
from assistant.evidence.quotes import best_quote
from assistant.evidence.stages import with_stages
from assistant.evidence.statements import Statement
from assistant.evidence.terms import SYNONYM_LEVEL, Term, canonical_names, level, speaks_of
from assistant.evidence.wants import RATE_UNITS, fits_unit, has_answer, wants_of
from assistant.language.columns import CHARGES, cells_of
from assistant.language.periods import covers, find_periods, is_whole_year, whole_year, year_of
from assistant.language.quantities import comparable, quantities_in
from assistant.language.tokenizer import is_verb, segments
from assistant.question import (
    comparison_cues,
    constraint_cues,
    figure_cues,
    statement_cues,
    stopwords,
)
from assistant.question.names import is_named, plain_indicator
from assistant.question.places import blank
from assistant.schema import Indicator, Kind, Query, Span
from assistant.text import fold_text

COVERAGE_NEEDED = 0.6  # of the question's weighted terms; tuned on the development questions
SURE_COVERAGE = 0.4  # enough where the indicator that was asked for is named, with its figure
OWN_NEEDED = (
    0.12  # of the question's terms a statement holds itself: its row alone makes no figure answer
)
PLAN_FIT = 0.4  # a plan of several years that covers the one that was asked for
PART_FIT = 0.8  # a part of the year that was asked for, said as such in the answer
LONGEST_TURN = 40  # characters of a clause that turns the one before it
LONGEST_LIST = 320  # characters of a list that a clause opens
_SINCE = re.compile(r"[自从](?:(20\d\d)年)?(1[0-2]|0?[1-9])月(?:1日|份)?(?:起|开始)")
_SET_TO = re.compile(r"(?:提高|调整|上调|下调|降低|降|提升)(?:到|至|为)了?$")
AS_TYPED = 0.05  # 财政收入, asked for by that name, is no 一般公共预算收入 beside it
SET_AS_GOAL = 0.05  # of two plans of one year, that which goes by the word that was asked
_STRIVEN = re.compile(r"力争|争取|确保|不?低于|至少")
# A goal in words: "与经济增长基本同步", "稳中有降", "保持全省首位".
QUALITATIVE = re.compile(
    r"同步|稳中有[升降进增]|持平|(?:保持|位居|居)[^,，。]{0,6}(?:首位|前列|领先|第一)|翻[了两一]{0,2}番|转正|正增长"
)
_TURNED = re.compile(r"[^、，,;；。:：\d]{2,24}(?:转正|正增长)")
_RANKED = re.compile(
    r"第[一二三四五六七八九十\d]|首位|榜首|前列|领先|前[三五十百]|[位列居][^,，。]{0,6}\d"
)
NUMBERING = re.compile(
    r"^(?:\d{1,2}[.、．]\s*(?!\d(?!\d?-\d{1,2}月|\d?月[底末份初前上中下]))|[①-⑳]\s*|[(（][一二三四五六七八九十\d]{1,3}[)）]\s*)"
)
_AMONG = re.compile(r"[一-鿿”\"](?:中|里|看)[，,：:]?\s*$")
_RISEN_TO = re.compile(
    r"(?:提高|提升|增加|增长|上升|扩大|下降|降低|减少|缩小)(?:到|至)$|[升增降]至$"
)
_BESIDE_NUMBER = re.compile(r"…(?=\d)")  # the ellipsis is none of the number's
_TURN = re.compile(r"\s*(?:但是?|不过|然而)(?!不限)")
_REPEATED = 4  # characters of a clause that the list behind it repeats
_LISTED = re.compile(r"\s*(?:分别(?:是|为)|即|包括)")
# A rate in words that says as much as a number: 翻一番.
_MULTIPLIED = re.compile(r"翻[了两一]{1,2}番")
# "2024年投资目标": a goal asked for with no other word is a figure.
_GOAL_ASKED = re.compile(r"(?<!主要)(?<!工作)(?<!发展)目标[?？]?$")
_RATE_NAMED = re.compile(r"增长(?!贡献)|增速|增幅")
_RATE = re.compile(r"增长|增速|增幅|上升|下降|降低|减少|提高|提升|增|降|翻")


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
        told = (NUMBERING.sub("", unmarked(part)).strip() for part in parts)
        return _BESIDE_NUMBER.sub("…,", "…".join(told))


def wants_figure(query: Query) -> bool:
    """True if only a figure answers the question."""
    asks = set(query.asks)
    if query.units or "difference" in asks:
        return True
    if asks & {"when", "reason", "origin", "list", "section"}:
        return False
    if query.measures or figure_cues.FIGURE_ASKED.search(query.text):
        return True
    if "rank" in asks and comparison_cues.MORE_ASKED.search(query.text):
        return True
    if "target" in query.kinds and _GOAL_ASKED.search(query.text):
        return True
    return bool(query.indicators) and not asks & {*CHARGES, "verdict"}


def is_asked(query: Query, indicator: str) -> bool:
    """True if an indicator goes by a name that is asked for."""
    if query.name:
        return is_named(query, indicator)
    return plain_indicator(query, indicator) in query.indicators


def finding(
    query: Query,
    terms: Sequence[Term],
    statement: Statement,
    found: Match,
    needs_figure: bool,
) -> Finding:
    """Hold a statement, whose terms were matched, against the rest of a question."""
    asked = _asked(query, terms, statement) if needs_figure else []
    # 各多少 asks for each of several districts, and not for the parts of one figure.
    each = asks_each(query) and _has_part_beside(asked, statement)
    only = asked[0] if asked and (each or asks_one(query, asked)) else None
    worded = _goal_in_words(query, statement) if needs_figure and not asked else None
    spans: tuple[Span, ...] = (worded,) if worded else ()
    spans = spans or best_quote(terms, statement, query, needs_figure=needs_figure, figure=only)
    spans = _with_each(query, statement, spans, asked) if only else spans
    spans = _with_turn(statement, _with_list(query, statement, spans), needs_figure)
    spans = _of_asked_date(query, terms, statement, spans)
    staged = with_stages(query, statement, spans)
    if staged != spans:
        only, spans = _of_last_stage(asked, staged) if only else None, staged
    start, end = spans[0][0], spans[-1][1]
    told_in_words = worded or end > statement.end  # a goal, or a list that goes on behind
    figure = only or (None if told_in_words else _figure(query, statement, spans))
    periods = _periods_of(statement, figure) if figure else statement.periods(start, end)
    periods = (*periods, *(_since_then(query, statement, figure) if figure else ()))
    if "when" in query.asks and statement.period:
        periods = () if len(spans) > 1 else periods  # those of the doings left out
        periods = (*periods, statement.period)  # the date that is asked for lies outside the period
    kind: Kind | str = figure.kind if figure else statement.kind
    if figure is not None and statement_cues.DONE.search(
        statement.document.text[statement.start : figure.figure[0]][-10:]
    ):
        kind = "actual"
    period, period_fit = fit_period(query.periods, periods)
    if period_fit == PLAN_FIT and needs_figure and not _got_to(query, statement, period, figure):
        period_fit = 0.0  # what five years came to is the figure of none of them
    if constraint_cues.WHOLE_YEAR.search(query.text) and (
        period_fit == PART_FIT or (not query.periods and _is_part_of_year(period))
    ):
        period_fit = 0.0
    if period_fit == PART_FIT and _is_growth_of_one_year(query, figure, period):
        period_fit = 0.0
    kind_fit = fit_kind(query.kinds, kind)
    if query.kinds == ("actual",) and kind == "estimate" and period_fit == PART_FIT:
        kind_fit = 0.0  # what a part of the year may come to is no result of the year
    if query.measures == ("completion",) and kind in ("target", "floor"):
        kind_fit = 0.0  # how much of a plan is done is no plan
    over = kind in ("target", "floor") and (
        _is_over(statement, period) or _is_begun(query, statement, period, figure)
    )
    over = over and not (query.name and figure is not None and _is_only_planned(statement, figure))
    if over and needs_figure and not query.kinds:
        kind_fit = 0.0
    quoted = statement.document.text[start:end]
    counted = _holds_asked(query, figure, quoted)
    in_words = needs_figure and not counted and bool(QUALITATIVE.search(quoted))
    in_words = (
        in_words
        and (query.kinds != ("actual",) or bool(_MULTIPLIED.search(quoted)))
        and (figure is None or figure.measure == "rank" or bool(_MULTIPLIED.search(quoted)))
    )
    own_figure = figure is not None and is_asked(query, figure.indicator)
    other_list = any(t.leveled and level(t, statement.folded) < SYNONYM_LEVEL for t in terms)
    named = found.own >= OWN_NEEDED or own_figure or _is_of_the_goal(statement, figure)
    named = named or is_of_event(terms, statement)
    counted = counted and (named or _is_bare(quoted))
    answered = (
        counted or in_words
        if needs_figure
        else "when" not in query.asks or bool(find_periods(quoted, "2000"))
    )
    measure_fit = 1.0 if figure and query.measures and figure.measure in query.measures else 0.0
    score = (
        found.coverage
        + 0.3 * found.own
        + 0.6 * period_fit
        + 0.4 * kind_fit
        + 0.25 * (answered and not in_words)
        + 0.15 * measure_fit
        - 0.15 * _is_rate_for_amount(query, figure)
        + 0.3 * (own_figure and not other_list)
        + 0.15 * _lists(query, quoted)
        + AS_TYPED * (figure is not None and fold_text(figure.name) in query.text)
        + AS_TYPED * (figure is not None and is_added(query, statement.document.text, figure))
        + SET_AS_GOAL * _is_goal_meant(query, statement, quoted)
        + (0.05 if statement.role in ("prose", "target", "progress") else 0.0)
    )
    return Finding(
        statement=statement,
        spans=spans,
        match=found,
        period=period,
        kind=kind,
        period_fit=period_fit,
        kind_fit=kind_fit,
        answered=answered,
        score=score,
        figure=figure,
        qualitative=in_words,
        asked=tuple(asked) if only else (),
        alone=bool(query.name) and own_figure and _brings_others(query, statement, spans, figure),
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


def _is_growth_of_one_year(query: Query, figure: Indicator | None, period: str) -> bool:
    """True for what the last year of a plan is to grow by, where the plan itself is asked for."""
    spanning = any(_spans_years(asked) for asked in query.periods)
    if not spanning or figure is None or "年均" in figure.indicator:
        return False  # "由2016年的578亿元增加到2021年的860亿元,年均增长6.5%" is of all of them
    return figure.measure == "growth" and len(period) == 4


def _is_part_of_year(period: str) -> bool:
    """True for 上半年 and 一季度: neither tells what the whole year came to."""
    year = year_of(period) if period else ""
    return bool(year) and not is_whole_year(period) and covers(year, period)


def _got_to(query: Query, statement: Statement, period: str, figure: Indicator | None) -> bool:
    """True for where the last year of several got to: "由61.2%提高到63.9%"."""
    if figure is None or figure.kind != "actual" or period.split("/")[-1] not in query.periods:
        return False
    before = statement.document.text[statement.start : figure.figure[0]]
    return _RISEN_TO.search(before) is not None


def _is_of_the_goal(statement: Statement, figure: Indicator | None) -> bool:
    """True for what was reached of a row's only goal, in its unit: it need not name it again."""
    row = statement.row
    if figure is None or row is None or statement.role != "progress" or figure.unit in RATE_UNITS:
        return False
    cells = {c.start: c for role in ("target", "group") for _, c in cells_of(row, role)}
    goals = [q for cell in cells.values() for q in quantities_in(cell.text)]
    told = [f for f in statement.figures if comparable(f.unit, figure.unit)]
    return len(goals) == 1 and comparable(goals[0].unit, figure.unit) and told[:1] == [figure]


def _periods_of(statement: Statement, figure: Indicator) -> tuple[str, ...]:
    """When a figure holds: a plan, too, for the part of its year that a heading plans for."""
    period, part = whole_year(figure.period), statement.period
    planned = figure.kind in ("target", "floor") and "/" in part and year_of(part) == period
    if not planned or statement.row is not None:
        return (period,)
    before = statement.document.text[statement.start : figure.figure[0]]
    named = {m.period for m in find_periods(before, period)} - {"", period}
    return (period,) if named or constraint_cues.WHOLE_YEAR.search(before) else (period, part)


def _since_then(query: Query, statement: Statement, figure: Indicator) -> tuple[str, ...]:
    """The asked parts of a year since whose beginning a figure holds: "自7月1日起提高到1030元"."""
    text = statement.document.text
    told = _SINCE.search(text, statement.start, figure.figure[0])
    if not (figure.name.endswith("标准") or _SET_TO.search(text[: figure.figure[0]][-6:])):
        return ()  # what was added up since then is of no month
    year = (told[1] if told else "") or year_of(figure.period)
    if told is None or not year:
        return ()
    since = f"{year}-{int(told[2]):02d}/{year}-12"
    return tuple(p for p in query.periods if not is_whole_year(p) and covers(since, p))


def _is_rate_for_amount(query: Query, figure: Indicator | None) -> bool:
    """True for how a sum of money grew, where it is not asked how: its amount goes before."""
    if figure is None or query.measures or query.units or not query.indicators:
        return False
    return figure.measure in ("growth", "change") and figure.indicator in query.indicators


def _goal_in_words(query: Query, statement: Statement) -> Span | None:
    """Where a goal of what is asked for is told in words, among figures of others: 投资转正."""
    if statement.kind not in ("target", "floor"):
        return None
    for match in _TURNED.finditer(statement.text):
        if canonical_names(fold_text(match.group())) & set(query.indicators):
            return statement.start + match.start(), statement.start + match.end()
    return None


def _with_list(query: Query, statement: Statement, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """Take in the list that the last clause of a quote only announces: "5项未达标,分别是…"."""
    if "list" not in query.asks:
        return spans
    start, end = spans[-1]
    text = statement.document.text
    if query.number and statement.row is None and _AMONG.search(text[start:end]):
        # "“2+3”主导产业中,甲产值…;乙产值…": the names follow to the full stop.
        stop = text.find("。", end, end + LONGEST_LIST)
        return (*spans[:-1], (start, stop)) if stop > 0 else spans
    behind = next(((s, e) for s, e in statement.clauses if s >= end), None)
    if behind is None:
        return spans
    further = text[slice(*behind)]
    if (
        "、" not in text[start:end]
        and further.count("、") > 1
        and _repeats(text[start:end], further)
    ):
        return (*spans[:-1], behind)  # "实施沿线开发行动,重点实施甲路、乙路、丙路沿线开发"
    return (*spans[:-1], (start, behind[1])) if _LISTED.match(further) else spans


def _with_each(
    query: Query, statement: Statement, spans: tuple[Span, ...], asked: Sequence[Indicator]
) -> tuple[Span, ...]:
    """Take in the clauses of all figures, where a question asks for each in words of its own."""
    if len(figure_cues.THINGS_COUNTED.findall(query.text)) < 2 and len(query.units) < 2:
        return spans
    held = {c for c in statement.clauses if any(_inside(f.figure, c) for f in asked)}
    held = {c for c in held if not any(_inside(c, span) for span in spans)}
    if not held:
        return spans
    merged: list[Span] = []
    for start, end in sorted([*spans, *held]):
        if merged and start - merged[-1][1] <= 1:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return tuple(merged)


def _of_last_stage(asked: Sequence[Indicator], spans: Sequence[Span]) -> Indicator | None:
    """The figure of the last stage that a quote has: what the whole plan comes to."""
    inside = [f for f in asked if any(_inside(f.figure, span) for span in spans)]
    return max(inside, key=lambda f: f.figure, default=None)


def _inside(inner: Span, outer: Span) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _with_turn(
    statement: Statement, spans: tuple[Span, ...], needs_figure: bool
) -> tuple[Span, ...]:
    """Take in the short clause that turns what was said: "曾经滞后,但均能如期完成"."""
    start, end = spans[-1]
    behind = next(((s, e) for s, e in statement.clauses if s >= end), None)
    if needs_figure or behind is None or behind[1] - behind[0] > LONGEST_TURN:
        return spans
    text = statement.document.text[slice(*behind)]
    return (*spans[:-1], (start, behind[1])) if _TURN.match(text) else spans


def _of_asked_date(
    query: Query, terms: Sequence[Term], statement: Statement, spans: tuple[Span, ...]
) -> tuple[Span, ...]:
    """Leave out the clauses with dates of other doings: "3月签约,11月开工" where 开工 is asked."""
    if "when" not in query.asks or len(spans) != 1:
        return spans
    start, end = spans[0]
    clauses = [(s, e) for s, e in statement.clauses if start <= s and e <= end]
    words = {c: fold_text(statement.document.text[slice(*c)]) for c in clauses}
    dated = [c for c in clauses if find_periods(words[c], "2000")]
    doings = [t for t in terms if is_verb(t.text)]
    asked = [c for c in dated if any(level(t, words[c]) > 0 for t in doings)]
    if not asked or len(asked) == len(dated):
        return spans
    kept: list[Span] = []
    for clause in (c for c in clauses if c in asked or c not in dated):
        joined = bool(kept) and clause[0] - kept[-1][1] <= 1
        kept[-1:] = [(kept[-1][0], clause[1])] if joined else [*kept[-1:], clause]
    return tuple(kept)


def _repeats(words: str, further: str) -> bool:
    """True if a clause says again what the one before it spoke of."""
    return any(words[i : i + _REPEATED] in further for i in range(len(words) - _REPEATED + 1))


def _brings_others(
    query: Query, statement: Statement, spans: Sequence[Span], figure: Indicator | None
) -> bool:
    """True if a quote takes in other clauses with figures of other things."""
    inside = [f for f in statement.figures if any(s <= f.figure[0] < e for s, e in spans)]
    clauses = {f.start for f in inside if not is_asked(query, f.indicator)}
    return figure is not None and bool(clauses - {figure.start})


def _lists(query: Query, quoted: str) -> bool:
    """True if a quote names as many things as the question counts ("哪三个样板区")."""
    return (
        bool(query.number)
        and "list" in query.asks
        and quoted.count("、") + 1 >= (query.number or 0)
    )


# "已完工", "全部建成投用": a progress that says no more than that.
_DONE_AS_PLANNED = re.compile(
    r"(?:该?项目|工程)?(?:[已均都现]|全部|全面|按期|如期|顺利)+(?:完成|完工|竣工|建成|投用|投入使用|交付|使用|并|验收|[,，])+[。.]?"
)


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
    """True if a document has no result of what goes by a name: its plan is all it tells of it."""
    results = [f for f in statement.document.indicators if f.kind not in ("target", "floor")]
    cells = cells_of(statement.row, "progress") if statement.row is not None else []
    told = (q for _, cell in cells for q in quantities_in(cell.text))
    return all(f.indicator != figure.indicator for f in results) and not any(
        comparable(q.unit, figure.unit) for q in told
    )


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


def _is_bare(quoted: str) -> bool:
    """True for a cell that gives only a value ("新增15家"): its row says of what."""
    for quantity in quantities_in(quoted):
        quoted = quoted.replace(quantity.text, " ")
    words = [w for w in segments(quoted) if len(w) > 1 and not w[0].isdigit()]
    return all(w in stopwords.FUNCTION_WORDS or is_verb(w) for w in words)


def _holds_asked(query: Query, figure: Indicator | None, quoted: str) -> bool:
    shares = bool(query.measures) and set(query.measures) <= {"share", "completion"}
    if shares and figure is not None and figure.measure in ("growth", "change"):
        return False  # how it grew does not tell how much of the plan that is
    if figure is not None and figure.value == quoted.strip():
        # A cell of a data table: its unit stands in another cell or in the header.
        if query.measures == ("share",) and figure.measure == "level":
            return figure.unit in RATE_UNITS
        asked = set(query.measures) & {"growth", "level"}
        wants_rate = asked == {"growth"}
        rate = figure.measure in ("growth", "change")
        units = not query.units or any(comparable(figure.unit, u) for u in query.units)
        return (
            units
            and (len(asked) != 1 or rate == wants_rate)
            and (rate <= wants_rate or len(asked) != 1)
        )
    if query.measures == ("rank",) and not query.units:
        return any(q.is_rank for q in quantities_in(quoted)) or bool(_RANKED.search(quoted))
    return has_answer(quoted, query.units) and _measures_fit(query, figure, quoted)


def _measures_fit(query: Query, figure: Indicator | None, quoted: str) -> bool:
    """A growth rate does not answer for a total, nor a total for a growth rate."""
    if query.measures == ("completion",) and figure is not None and not is_completion(figure):
        rates = [q for q in quantities_in(quoted) if q.unit in RATE_UNITS]
        return not rates or figure_cues.COMPLETION.search(quoted) is not None
    if query.measures == ("share",) and figure is not None and figure.measure != "share":
        return any(q.unit in RATE_UNITS for q in quantities_in(quoted))
    asked = set(query.measures) & {"growth", "level"}
    wants_rate = asked == {"growth"}
    if len(asked) != 1 or (query.units and not (wants_rate and set(query.units) <= RATE_UNITS)):
        return True
    if figure is not None and figure.measure == "rank" and "rank" in query.measures:
        return True
    own = figure is not None and is_asked(query, figure.indicator)
    if figure is not None and figure.measure in ("share", "completion", "intensity", "rank"):
        return not wants_rate or bool(_RATE_NAMED.search(figure.indicator))
    if figure is not None and (own or wants_rate):
        return (figure.measure in ("growth", "change")) == wants_rate
    rates = [q for q in quantities_in(quoted) if q.unit in RATE_UNITS]
    if wants_rate:
        return bool(rates) and bool(_RATE.search(quoted))
    return len(rates) < len(quantities_in(quoted))


def _asked(query: Query, terms: Sequence[Term], statement: Statement) -> list[Indicator]:
    """The figures of a statement that are asked for, leaving out what the question rules out."""
    text = statement.document.text
    figures = statement.figures
    if query.excluded:
        ruled_out = [(s, e) for s, e in statement.clauses if speaks_of(query.excluded, text[s:e])]
        figures = tuple(f for f in figures if not any(s <= f.figure[0] < e for s, e in ruled_out))
    things = several_things(query, text, figures)
    return things or asked_figures(query, terms, wants_of(query), text, figures)


def _has_part_beside(asked: Sequence[Indicator], statement: Statement) -> bool:
    """True if one figure was found and another of its unit is of a part of it: "其中公共泊位"."""
    text = statement.document.text
    return len(asked) == 1 and any(
        f.unit == asked[0].unit and text[f.start : f.end].lstrip().startswith("其中")
        for f in statement.figures
        if f.figure != asked[0].figure
    )


def asks_each(query: Query) -> bool:
    """True for 各多少, 分别, 都 of one side; the 都 of 郫都 is a name's.

    "甲区和乙区各是多少" asks one figure of each place.
    """
    asked = figure_cues.EACH.search(blank(query.text, query.slots.get("district", ())))
    sides = max(len(query.slots.get(name, ())) for name in ("district", "period"))
    if sides > 1 and len(query.indicators) == 1 and asked and asked.group() != "都":
        return False
    return asked is not None


def asks_one(query: Query, asked: Sequence[Indicator]) -> bool:
    """True if a question asks for no more figures than were found."""
    if not all(any(fits_unit(f.unit, unit) for f in asked) for unit in query.units):
        return False
    if asks_each(query) or len(query.kinds) > 1:
        return False
    if figure_cues.TWO_ASKED.search(query.text) and len(asked) < 2:
        return False
    asking = (figure_cues.FIGURE_ASKED, figure_cues.RATE_ASKED, figure_cues.RANK_ASKED)
    spans = sorted(m.span() for pattern in asking for m in pattern.finditer(query.text))
    # "完成率是多少" asks once, though two patterns see it.
    times = sum(i == 0 or start >= spans[i - 1][1] for i, (start, _) in enumerate(spans))
    return times <= len(asked)


def _figure(query: Query, statement: Statement, spans: Sequence[Span]) -> Indicator | None:
    """Return the figure that the quote is about, the asked indicator first."""
    inside = [
        f for f in statement.figures if any(s <= f.figure[0] and f.figure[1] <= e for s, e in spans)
    ]
    pairs = {query.text[i : i + 2] for i in range(len(query.text) - 1)}

    def rank(figure: Indicator) -> tuple[bool, bool, bool, bool, int]:
        shared = sum(figure.name[i : i + 2] in pairs for i in range(len(figure.name) - 1))
        return (
            not is_asked(query, figure.indicator),
            bool(query.units) and not any(comparable(figure.unit, unit) for unit in query.units),
            bool(query.measures) and figure.measure not in query.measures,
            bool(query.periods) and fit_period(query.periods, (figure.period,))[1] == 0,
            -shared,
        )

    ranked = sorted(inside, key=rank)
    return ranked[0] if ranked else None


def fit_period(asked: Sequence[str], stated: Sequence[str]) -> tuple[str, float]:
    """Return the stated period that fits best, and how well (see ``Finding``)."""
    best = stated[0] if stated else ""
    if not asked:
        return best, 1.0
    if not stated:
        return "", 0.5
    pairs = [(period, _fit(wanted, period)) for wanted in asked for period in stated]
    return max(pairs, key=lambda pair: pair[1])


def _fit(asked: str, stated: str) -> float:
    if asked == stated or (asked.startswith("-") and re.sub(r"(?<!\d)\d{4}", "", stated) == asked):
        return 1.0  # "1-9月" without a year is that part of any year
    if covers(asked, stated):
        # A plan of several years is told by where its last year got to.
        last = _spans_years(asked) and stated == asked.split("/")[-1]
        return PART_FIT if is_whole_year(asked) or last else 0.0
    if (
        covers(stated, asked)
        and _spans_years(stated)
        and not (is_whole_year(stated) and year_of(stated) == year_of(asked))
    ):
        return PLAN_FIT
    return 0.0


def _spans_years(period: str) -> bool:
    """A plan of several years covers each of them; January to October says nothing of a quarter."""
    return period[:4] != period.split("/")[-1][:4]


def fit_kind(asked: Sequence[str], stated: str) -> float:
    """Return 1 for the kind that was asked, less for one near it, 0 for its opposite."""
    if not asked or {"target", "actual"} <= set(asked):
        return {"actual": 1.0, "estimate": 0.75, "target": 0.4, "floor": 0.35}.get(stated, 0.6)
    planned = stated in ("target", "floor")
    if "target" in asked:
        return 1.0 if planned else 0.6 if not stated else 0.0
    if "estimate" in asked:
        return 1.0 if stated == "estimate" else 0.5 if not planned else 0.0
    return {"actual": 1.0, "estimate": 0.7, "": 0.7}.get(stated, 0.0)
