"""How many of some things did or did not do what was planned: "其中8个项目完成年度目标,1个未完成".

The things are named once, in the sentence that counts them all; what became of how many of them
stands behind it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Literal

from assistant.evidence.draft import Draft, unmarked, whose
from assistant.evidence.evidence import Evidence
from assistant.evidence.findings import COVERAGE_NEEDED, Finding
from assistant.evidence.fits import fit_period
from assistant.evidence.matching import match
from assistant.evidence.statements import Statement
from assistant.evidence.terms import Term, level
from assistant.language.limits import ITS_PLAN
from assistant.language.tokenizer import is_verb
from assistant.question import figure_cues
from assistant.schema import Indicator, Query
from assistant.text import fold_text

State = Literal["done", "nearly", "undone", "ongoing", "unbegun"]
_STATE = r"(?P<state>(?:(?:还|尚)?[未没]有?能?|基本|已经?|全面|全部|如期|按期)*)"
_HOW_MANY = r"(?<!哪)(?:多少|几)[个项家条件宗处所座]"
_REACHED = r"(?:完成|达到|实现|[做办干搞]完|办结)"
_ASKED = (
    re.compile(rf"{_HOW_MANY}[^,，。?？]{{0,8}}?{_STATE}{_REACHED}了?(?:{ITS_PLAN})?了?[?？]?$"),
    re.compile(
        rf"{_STATE}{_REACHED}了?(?:{ITS_PLAN})?(?:的(?:项目|工程|事项)?)?[共是有]*{_HOW_MANY}"
    ),
)
_TOLD = re.compile(rf"(?:[一-鿿]{{0,8}}?){_STATE}(?:完成|达到|实现)了?{ITS_PLAN}")
# Other states by which things are counted: "正在办理9项", "未开工项目12宗".
_OTHERS: dict[State, re.Pattern[str]] = {
    "ongoing": re.compile(r"(?:正?在|仍在)办(?:理(?!结))?(?!公|事|学)|办理中|未办结"),
    "unbegun": re.compile(r"[未没]有?(?:开工|动工|开建|启动)"),
}
_ONE_OF = re.compile(r"第[一二三四五六七八九十\d]+[次批期届轮]|[省市区县](?=重点项目|级)")
_SHORT = re.compile("不及|低于|落后|滞后|不足")
_OF_THEM = re.compile(r"[。;；]?\s*(?:其中|这[一-鿿\d]{0,8}中)")


def asked_state(query: Query) -> State | None:
    """What became of the things whose number a question asks for; None for any other question."""
    for pattern in _ASKED:
        found = pattern.search(query.text)
        if found is not None:
            return _state_of(found["state"])
    if not re.search(_HOW_MANY, query.text):
        return None
    return next((state for state, of in _OTHERS.items() if of.search(query.text)), None)


def _state_of(words: str) -> State:
    if re.search("[未没]", words):
        return "undone"
    return "nearly" if "基本" in words else "done"


def tells_state(words: str, state: State) -> bool:
    """True for words that could count those of a state, or where the plain end was asked for."""
    if state in _OTHERS:
        return _OTHERS[state].search(fold_text(words)) is not None
    return state == "done" or _state_of(words) == state or _SHORT.search(words) is not None


def find_outcome(
    evidence: Evidence, query: Query, state: State, sources: Sequence[str]
) -> tuple[Statement, Indicator] | None:
    """The figure that counts those which reached a state, with the sentence that names them."""
    said = {term for term, _ in figure_cues.FELL_SHORT}  # which the state tells
    named = replace(query, terms=tuple(t for t in query.terms if t not in said))
    terms = [t for t in evidence.terms(named) if not t.text[:1].isdigit()]
    if state in _OTHERS and "其中" in query.text:
        return None
    found = [
        (statement, figure)
        for statement in evidence.candidates(query, sources)
        if statement.row is None and match(terms, statement).coverage >= COVERAGE_NEEDED
        for figure in _outcomes(statement)
        if fit_period(query.periods, (figure.period,))[1] > 0
        and _is_of_state(fold_text(figure.indicator), state)
        and _is_of_one_asked(query, figure)
        and ("的" not in figure.name or _names_all(terms, figure))
    ]
    return max(found, key=lambda pair: _named(terms, pair[1]), default=None)


def is_of_others(found: Finding, state: State) -> bool:
    """True for a count of a state whose name says whose it is, and which was not found for that."""
    name = fold_text(found.figure.name) if found.figure is not None else ""
    return state in _OTHERS and "的" in name and _is_of_state(name, state)


def _is_of_one_asked(query: Query, figure: Indicator) -> bool:
    """False for another meeting than the asked one, or all where those of a level are asked for."""
    name = fold_text(figure.name)
    return all(word in name for word in _ONE_OF.findall(query.text))


def _names_all(terms: Sequence[Term], figure: Indicator) -> bool:
    """True where the name of a count that says whose it is has each thing of the question."""
    name = fold_text(figure.name)
    return all(level(t, name) > 0 for t in terms if not is_verb(t.text))


def _named(terms: Sequence[Term], figure: Indicator) -> float:
    """How much of a question the name of a count holds: 正在办理的常务会议确定事项."""
    total = sum(t.weight for t in terms) or 1.0
    return sum(t.weight * level(t, fold_text(figure.name)) for t in terms) / total


def _is_of_state(name: str, state: State) -> bool:
    """True for the name of a count of those that reached a state."""
    if state in _OTHERS:
        return _OTHERS[state].search(name) is not None
    told = _TOLD.fullmatch(name)
    return told is not None and _state_of(told["state"]) == state


def _outcomes(statement: Statement) -> Iterator[Indicator]:
    """The counts in a statement, and in the sentence behind it where that goes on with 其中."""
    text, end = statement.document.text, statement.end
    if _OF_THEM.match(text, end):
        stops = (at for at in range(end + 1, len(text)) if text[at] in "。\n")
        end = next(stops, len(text))
    for figure in statement.document.indicators:
        if statement.start <= figure.start < end and figure.measure == "count":
            yield figure


def write_outcome(draft: Draft, statement: Statement, figure: Indicator) -> None:
    """Write the clause that counts them."""
    clause = unmarked(statement.document.text[figure.start : figure.end]).strip(" ,，;；。")
    marker = draft.cite_statement(statement, figure.start, figure.end)
    draft.say(f"{whose(statement, figure.period, '', clause)}:{clause}{marker}。")
