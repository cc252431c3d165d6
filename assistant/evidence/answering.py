"""Whether a quote holds what is asked for: a figure of the measure and unit, or a goal in words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.evidence.asked import is_asked
from assistant.evidence.figure_phrases import is_completion, is_value_alone
from assistant.evidence.statements import Statement
from assistant.evidence.terms import Term, canonical_names, level
from assistant.evidence.wants import MULTIPLIED, RATE_UNITS, answers_unit, has_answer
from assistant.language.changes import MOVED
from assistant.language.columns import cells_of
from assistant.language.quantities import comparable, quantities_in
from assistant.language.tokenizer import is_verb, segments
from assistant.question import figure_cues, statement_cues, stopwords
from assistant.schema import PLAN_KINDS, Indicator, Query, Span
from assistant.text import fold_text

# A goal in words: "与经济增长基本同步", "稳中有降", "保持全省首位", "完成市下达任务".
_QUALITATIVE = re.compile(
    r"同步|稳中有[升降进增]|持平|(?:保持|位居|居)[^,，。]{0,6}(?:首位|前列|领先|第一)|翻[了两一]{0,2}番|转正|正增长"
    r"|完成[^,，。;；\d]{0,4}下达的?(?:目标|任务|计划)"
)
_TURNED = re.compile(r"[^、，,;；。:：\d]{2,24}(?:转正|正增长)")
# How far something reaches, and that it reaches all.
_REACH_ASKED = re.compile(
    r"覆盖[率面]?(?:要|应|将)?(?:达?到|有|是|为)?了?(?:多少|几成|百分之几)(?![一-鿿])"
)
_REACHES_ALL = re.compile(r"[^，,;；。:：\d]{4,40}全覆盖")
_RANKED = re.compile(
    r"第[一二三四五六七八九十\d]|首位|榜首|前列|领先|前[三五十百]|[位列居][^,，。]{0,6}\d"
)
# A rate in words that says as much as a number: 翻一番.
_RATE_NAMED = re.compile(r"增长(?!贡献)|增速|增幅")
_MORE = re.compile(r"[增多少]\s?\d")  # 净增12家, 比上年多12家
_RATE = re.compile(rf"{MOVED}|增速|增幅|[增降翻]")


def is_in_words(query: Query, figure: Indicator | None, quoted: str) -> bool:
    """True for what answers without a number: a goal in words, or a rate such as 翻一番."""
    multiplied = MULTIPLIED.search(quoted) is not None
    goal = query.kinds != ("actual",) and (figure is None or figure.measure == "rank")
    whole = _REACH_ASKED.search(query.text) and _REACHES_ALL.search(quoted)
    return bool(whole) or (_QUALITATIVE.search(quoted) is not None and (goal or multiplied))


def is_of_the_goal(statement: Statement, figure: Indicator | None) -> bool:
    """True for what was reached of a row's only goal, in its unit: it need not name it again."""
    row = statement.row
    if figure is None or row is None or statement.role != "progress" or figure.unit in RATE_UNITS:
        return False
    cells = {c.start: c for role in ("target", "group") for _, c in cells_of(row, role)}
    goals = [q for cell in cells.values() for q in quantities_in(cell.text)]
    told = [f for f in statement.figures if comparable(f.unit, figure.unit)]
    return len(goals) == 1 and comparable(goals[0].unit, figure.unit) and told[:1] == [figure]


def reach_in_words(query: Query, terms: Sequence[Term], statement: Statement) -> Span | None:
    """Where it is told that what is asked for reaches all, among figures of others: 全覆盖."""
    if not _REACH_ASKED.search(query.text):
        return None
    for match in _REACHES_ALL.finditer(statement.text):
        if all(level(t, fold_text(match.group())) > 0 for t in terms):
            return statement.start + match.start(), statement.start + match.end()
    return None


def goal_in_words(query: Query, statement: Statement) -> Span | None:
    """Where a goal of what is asked for is told in words, among figures of others: 投资转正."""
    if statement.kind not in PLAN_KINDS:
        return None
    for match in _TURNED.finditer(statement.text):
        if canonical_names(fold_text(match.group())) & set(query.indicators):
            return statement.start + match.start(), statement.start + match.end()
    return None


def is_bare(quoted: str) -> bool:
    """True for a cell that gives only a value ("新增15家"): its row says of what."""
    for quantity in quantities_in(quoted):
        quoted = quoted.replace(quantity.text, " ")
    words = [w for w in segments(quoted) if len(w) > 1 and not w[0].isdigit()]
    return all(w in stopwords.FUNCTION_WORDS or is_verb(w) for w in words)


def holds_asked(query: Query, figure: Indicator | None, quoted: str) -> bool:
    """True if a quote has a figure of the measure and in the unit that are asked for."""
    shares = bool(query.measures) and set(query.measures) <= {"share", "completion"}
    if shares and figure is not None and figure.measure in ("growth", "change"):
        return False  # how it grew does not tell how much of the plan that is
    if figure_cues.MORE_ASKED.search(query.text) and not _tells_more(figure, quoted):
        return False
    if figure is not None and is_value_alone(figure, quoted):
        # A cell of a data table: its unit stands in another cell or in the header.
        if query.measures == ("share",) and figure.measure == "level":
            return figure.unit in RATE_UNITS
        asked = set(query.measures) & {"growth", "level"}
        wants_rate = asked == {"growth"}
        rate = figure.measure in ("growth", "change")
        units = not query.units or any(answers_unit(figure.unit, u) for u in query.units)
        return (
            units
            and (len(asked) != 1 or rate == wants_rate)
            and (rate <= wants_rate or len(asked) != 1)
        )
    if query.measures == ("rank",) and not query.units:
        return any(q.is_rank for q in quantities_in(quoted)) or bool(_RANKED.search(quoted))
    return has_answer(quoted, query.units) and _measures_fit(query, figure, quoted)


def _tells_more(figure: Indicator | None, quoted: str) -> bool:
    """True if a quote tells by how much something rose or fell, and not how much there is."""
    change = figure is not None and figure.measure in ("growth", "change")
    return change or bool(statement_cues.WAY_TOLD.search(quoted) or _MORE.search(quoted))


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
