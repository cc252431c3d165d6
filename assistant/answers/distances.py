"""How far a result is from its plan or from an average: asked for, and told by the documents.

"低于全年目标2.1个百分点" answers "比目标低多少" to the letter; where no document says it, target
and result are set side by side by ``assistant.answers.compare``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.evidence.draft import Draft, unmarked, whose
from assistant.evidence.evidence import Evidence
from assistant.evidence.figure_candidates import DISTANCE, HEAD_LENGTH
from assistant.evidence.fits import fit_period
from assistant.evidence.statements import Statement
from assistant.question import comparison_cues
from assistant.schema import Indicator, Query

_PLAN = r"(?:目标|计划|预期|预算|任务|序时|进度)"
_OTHERS = r"(?:平均|全[国省市区县州]|自治[区州]|[国省市]里|省平?均?|市平?均?)"
_WAY = r"(?:高|低|快|慢|多|少|差距?|短收|短|超收|超)(?:了|出|是|有)?(?:多少|几|多大)"
_ASKED = re.compile(
    rf"(?:比|较|距离?|离|跟|和|与)[^,，。?？]{{0,8}}(?:{_PLAN}|{_OTHERS})[^,，。?？]{{0,4}}?{_WAY}"
    rf"|(?:超(?:过|出|额)?了?|[高低快慢]于)[^,，。?？]{{0,6}}(?:{_PLAN}|{_OTHERS})[^,，。?？]{{0,3}}?(?:多少|几)"
    rf"|(?:{_PLAN}[^?？]{{0,8}}|(?:完成|达到?|达成|实现)了?)(?:没有?|吗|么)[?？,，]?(?:还|又)?{_WAY}个?百?分?点"
    rf"|(?:没|未)有?(?:完成|达到?|实现)[^,，。?？]{{0,6}}{_WAY}|(?:短收|超收)了?多少|{_PLAN}[^,，。?？]{{0,4}}比[^,，。?？]{{0,6}}(?:实际|完成)[^,，。?？]{{0,4}}{_WAY}"
)
_EITHER_WAY = re.compile(r"差距?(?:了|是|有)?(?:多少|几|多大)")
_BESIDE = 2  # characters between two clauses: a comma and a blank
_AGAINST_PLAN = re.compile(_PLAN)
# "分别比全国、自治区和全市高2.1、1.8和0.9个百分点": one distance from each of them.
_EACH_OF = re.compile(comparison_cues.WIDER_PLACE)
_AGAINST_OTHERS = re.compile(r"平均|全[国省市]|[省市]")


def asks_distance(query: Query) -> bool:
    """True if a question asks how far something is from a plan or from an average."""
    return _ASKED.search(query.text) is not None


def find_distance(
    evidence: Evidence, query: Query, sources: Sequence[str]
) -> tuple[Statement, Indicator] | None:
    """Return the figure that tells the distance asked for, the latest of the period asked for."""
    found = list(_distances(evidence, query, sources))
    if not found:
        return None
    return max(found, key=lambda pair: (_names(query, pair[1]), pair[1].period))


def _distances(
    evidence: Evidence, query: Query, sources: Sequence[str]
) -> Iterator[tuple[Statement, Indicator]]:
    planned = _AGAINST_PLAN.search(query.text) is not None
    asked = _ASKED.search(query.text)
    others = asked is not None and _AGAINST_OTHERS.search(asked.group()) is not None
    for statement in evidence.candidates(query, sources):
        text = statement.document.text
        for figure in statement.figures:
            clause = text[figure.start : figure.end]
            if not DISTANCE.search(figure.indicator) or not _names(query, figure):
                continue
            beside = _AGAINST_PLAN if planned else _AGAINST_OTHERS
            if (planned or others) and not beside.search(clause):
                continue
            if not _is_from_asked(query, statement, figure):
                continue
            if fit_period(query.periods, (figure.period,))[1] > 0:
                yield statement, figure


def _names(query: Query, figure: Indicator) -> float:
    """How surely a figure is of what is asked: by its name in the lexicon, or by its last words."""
    known = DISTANCE.sub("", figure.indicator)
    if known in query.indicators or known == query.name:
        return 1.0
    asked = (query.name,) if query.name else () if query.indicators else query.terms
    if any(len(word) > 1 and figure.name.endswith(word) for word in asked):
        return 0.5
    # 年度投资 of the projects is what was spent on them, as 完成投资 is.
    spent = [known.removeprefix(name) for name in query.indicators if known.startswith(name)]
    heads = {word[-HEAD_LENGTH:] for word in query.terms if len(word) >= HEAD_LENGTH}
    return 0.5 * any(rest[-HEAD_LENGTH:] in heads for rest in spent)


def _measured_from(statement: Statement, figure: Indicator) -> str:
    """The one of several places side by side that a figure is measured from, else nothing."""
    clause = statement.document.text[figure.start : figure.end]
    places: list[str] = _EACH_OF.findall(clause)
    beside = [
        f.figure
        for f in statement.figures
        if (f.start, f.indicator) == (figure.start, figure.indicator)
    ]
    if len(places) < 2 or len(places) != len(beside):
        return ""
    return places[beside.index(figure.figure)]


def _is_from_asked(query: Query, statement: Statement, figure: Indicator) -> bool:
    """Whether a distance is from the place asked for, where it stands beside other places."""
    asked = _EACH_OF.search(query.text)
    place = _measured_from(statement, figure) if asked else ""
    return not (asked and place) or asked.group() == place


def write_distance(draft: Draft, query: Query, statement: Statement, figure: Indicator) -> None:
    """Write the clause of a distance, led by what it is of.

    Where it is asked how far the result is off, and not by how much below, the result is told too.
    """
    text = statement.document.text
    apart = _EITHER_WAY.search(query.text)
    start = _start_of_result(statement, figure) if apart else figure.start
    clause = unmarked(text[start : figure.end]).strip(" ,，;；。、")
    name = unmarked(figure.name)
    quote = clause if name in clause else f"{name}{clause}"
    if place := _measured_from(statement, figure):
        way = "高" if figure.indicator.endswith("(高于)") else "低"
        rate = "增速" if figure.unit.startswith("个") and not name.endswith(("速", "率")) else ""
        quote = f"{name}{rate}比{place}{way}{figure.value}{figure.unit}"
    marker = draft.cite_statement(statement, figure.start, figure.end)
    head = whose(statement, figure.period, figure.kind, quote)
    draft.say(f"{head}:{quote}{marker}。")


def _start_of_result(statement: Statement, figure: Indicator) -> int:
    """Where the result begins whose distance is told in the next clause: 增长5.2%,|低于…."""
    of = DISTANCE.sub("", figure.indicator)
    results = [
        f
        for f in statement.figures
        if f.indicator == of and f.kind == "actual" and f.measure == "growth"
    ]
    beside = [f for f in results if 0 <= figure.start - f.end <= _BESIDE]
    return beside[-1].start if beside else figure.start
