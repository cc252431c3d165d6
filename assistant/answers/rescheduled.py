"""When something was first to be done, and when it is to be now: "原计划12月完工,调整至次年9月"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.evidence.draft import Draft, unmarked, whose
from assistant.evidence.evidence import Evidence
from assistant.evidence.findings import COVERAGE_NEEDED
from assistant.evidence.statements import Statement
from assistant.evidence.terms import level
from assistant.question.query import parse_query
from assistant.schema import Query, Span

_WHEN = r"(?:什么时候|什么时间|啥时候?|何时|哪一?[年月天]|哪个月|几月)"
_FIRST_ASKED = re.compile(
    r"(?:原(?:先|本|来)?(?:是)?(?:计划|定|打算|预计|拟|说)|(?:本来|起初|最初|一开始)(?:是)?(?:计划|打算|预计|说|要|定))"
    rf"[^,，。;；?？]{{0,12}}?{_WHEN}"
)
_NOW_ASKED = re.compile(
    r"(?:后来|最后|最终|现在|如今|目前|实际)?(?:又|被|要)*"
    rf"(?:调整?|改|推迟|推|延期?|延后|顺延|拖|挪)(?:到|至|成|为)了?(?:{_WHEN})"
)
_SPOKEN = re.compile(rf"{_WHEN}|原(?:先|本|来)?(?:是)?(?:计划|定|打算|预计|拟|说)|本来|起初|最初")
_DAY = r"(?:\d{1,2}月|\d{4}年|[一二三四]季度|[上下]半年|[今明]年|年[内底末])"
_FIRST = re.compile(rf"原(?:先|本)?(?:计划|定|拟|预计)(?:于|在)?[^，,。；;]{{0,10}}?{_DAY}")
_NOW = re.compile(
    rf"(?:调整|推迟|延期|延迟|延后|延长|顺延|改|推后|变更)(?:到|至|为)[^，,。；;]{{0,6}}?{_DAY}"
)
_PIECE = re.compile(r"[^；;。\n①-⑳]+")
_CLAUSE = re.compile(r"[^，,：:]+")


def write_rescheduled(
    draft: Draft, evidence: Evidence, query: Query, sources: Sequence[str]
) -> bool:
    """Write what was first planned, what it was put off to, or both; False if it is not told."""
    asked = [
        p for p, said in ((_FIRST, _FIRST_ASKED), (_NOW, _NOW_ASKED)) if said.search(query.text)
    ]
    if not asked or len(query.districts) > 1:
        return False
    plain = _SPOKEN.sub("", _NOW_ASKED.sub("", query.text))
    thing = replace(parse_query(plain, evidence.corpus), kinds=(), units=(), measures=(), asks=())
    names = [term.text for term in evidence.terms(thing) if len(term.text) > 1]
    for found in evidence.findings(thing, sources):
        if found.match.coverage < COVERAGE_NEEDED:
            continue
        span = _told(found.statement, names, asked, evidence, thing)
        if span is not None:
            quote = unmarked(found.statement.document.text[slice(*span)]).strip(" ,，;；。")
            marker = draft.cite_statement(found.statement, *span)
            head = whose(found.statement, found.statement.period, "actual", quote)
            draft.say_of(head, f"{quote}{marker}")
            return True
    return False


def _told(
    statement: Statement,
    names: Sequence[str],
    asked: Sequence[re.Pattern[str]],
    evidence: Evidence,
    thing: Query,
) -> Span | None:
    """The clauses of the thing's own part of a sentence that tell all that is asked."""
    text = statement.document.text
    for piece in _PIECE.finditer(text, statement.start, statement.end):
        words = f"{piece[0]}\n{statement.labels}"
        held = [level(term, words) > 0 for term in evidence.terms(thing)]
        told = [pattern.search(piece[0]) for pattern in asked]
        if not names or not all(told) or sum(held) < len(held) * COVERAGE_NEEDED:
            continue
        at = [(m.start() + piece.start(), m.end() + piece.start()) for m in told if m]
        clauses = [m.span() for m in _CLAUSE.finditer(text, piece.start(), piece.end())]
        own = [c for c in clauses if any(c[0] <= start < c[1] for start, _ in at)]
        return own[0][0], own[-1][1]
    return None
