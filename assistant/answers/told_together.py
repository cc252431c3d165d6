"""Sentences that tell together what a question asks apart: a count and what it rose by since.

And which of several things a sentence itself calls the highest or the lowest.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from assistant.answers.reader import read_side
from assistant.evidence.draft import Draft, describe, unmarked, whose
from assistant.evidence.evidence import Evidence
from assistant.evidence.findings import COVERAGE_NEEDED
from assistant.evidence.fits import fit_period
from assistant.evidence.matching import match
from assistant.evidence.statements import Statement
from assistant.language.periods import year_of
from assistant.language.quantities import quantities_in
from assistant.question import comparison_cues, constraint_cues
from assistant.schema import Query, Span
from assistant.text import fold_text

_MORE = re.compile(r"[比较](?P<year>20\d\d)年(?:[底末]|年[底末])?(?:多|少|增|减|净增|新增)")
_LEAST_NAME = 3  # characters of a name in quotes by which a place is known
_LEAST_WHOLE = 6  # characters of a quote's piece that tell it from others
_TAIL = 5  # characters at the end of a piece that a longer clause ends with too
_SPLIT = re.compile(r"[、,，;；。\s\"“”]+")
_OF_WHAT = 2  # characters in front of 最低: of what it is the lowest
_VALUE = re.compile(r"\s*(?:达到?|为|增长|下降|占|同比)?[一-鿿]{0,4}[\d.]+[^\d,，。;；]{1,6}$")
_UNSAID = re.compile(r"其中|[^一-鿿]")


def write_since(draft: Draft, evidence: Evidence, query: Query, sources: Sequence[str]) -> bool:
    """Write the sentence that counts things and says how many more they are than at a date."""
    asked = _MORE.search(query.text)
    if asked is None or len(query.periods) != 2 or len(query.districts) > 1:
        return False
    now = tuple(p for p in query.periods if year_of(p) != asked["year"])
    if len(now) != 1:
        return False
    reading = read_side(evidence, replace(query, periods=now, asks=("value",)), sources)
    then = read_side(evidence, replace(query, periods=(asked["year"],)), sources)
    if not reading.answered or then.answered:
        return False  # what both dates count is set side by side
    best = reading.best
    text, start = best.statement.document.text, best.spans[0][0]
    rises = re.compile(
        rf"相?[比较]{asked['year']}年[底末]?[^,，。;；\d]{{0,8}}[增减多少][^,，。;；\d]{{0,4}}\d"
    )
    told = rises.search(text, best.spans[-1][1], best.statement.end)
    if told is None or re.search(r"[。;；]|\d", text[best.spans[-1][1] : told.start()]):
        return False
    end = next(
        (at for at in range(told.end(), best.statement.end) if text[at] in ",，。;；"),
        best.statement.end,
    )
    marker = draft.cite_statement(best.statement, start, end, best.period)
    head = describe(best.statement.district, year_of(best.period), "")
    draft.say(f"{head}:{unmarked(text[start:end])}{marker}。")
    return True


def write_quoted(draft: Draft, evidence: Evidence, query: Query, sources: Sequence[str]) -> bool:
    """Write the sentences of one place that hold every piece of what a question quotes.

    One piece stands there to the letter, the others at least by their ends: 社零排名全市第二 may
    shorten a longer clause.
    """
    quoted = constraint_cues.quoted(query.text)
    pieces = [p for words in quoted for p in _SPLIT.split(fold_text(words)) if len(p) > 1]
    whole = max(pieces, key=len, default="")
    if len(whole) < _LEAST_WHOLE:
        return _write_named(draft, evidence, query, sources, quoted)
    by_chunk: dict[str, list[Statement]] = {}
    for statement in evidence.candidates(query, sources):
        if statement.role == "prose":
            by_chunk.setdefault(statement.chunk.id, []).append(statement)
    found = [told for told in map(partial(_holding, pieces), by_chunk.values()) if told]
    if len({told[0].district for told in found}) != 1:
        return False
    for statement in {s.start: s for s in found[0]}.values():
        marker = draft.cite_statement(statement, statement.start, statement.end)
        head = describe(statement.district, year_of(statement.period), "")
        draft.say(f"{head}:{unmarked(statement.text).strip('。;； ')}{marker}。")
    return True


def _write_named(
    draft: Draft, evidence: Evidence, query: Query, sources: Sequence[str], quoted: Sequence[str]
) -> bool:
    """Write the sentence of the one place and year that has a short name in quotes as well."""
    marked = [f'"{name}"' for name in quoted if len(name) >= _LEAST_NAME]
    holding = [
        statement
        for statement in evidence.candidates(query, sources)
        if marked and statement.role == "prose" and all(m in statement.folded for m in marked)
    ]
    if len({(s.district, year_of(s.period)) for s in holding}) != 1:
        return False
    told = holding[0]
    marker = draft.cite_statement(told, told.start, told.end, told.period)
    head = describe(told.district, year_of(told.period), told.kind)
    draft.say(f"{head}:{unmarked(told.text).strip('。;； ')}{marker}。")
    return True


def _holding(pieces: Sequence[str], statements: Sequence[Statement]) -> list[Statement]:
    """The statements of a paragraph that hold the pieces, none unless all and one wholly are."""
    held = [next((s for s in statements if p[-_TAIL:] in s.folded), None) for p in pieces]
    wholly = any(len(p) >= _LEAST_WHOLE and p in s.folded for p in pieces for s in statements)
    told = [s for s in held if s is not None]
    return told if wholly and len(told) == len(pieces) else []


def write_extreme(draft: Draft, evidence: Evidence, query: Query, sources: Sequence[str]) -> bool:
    """Write the clause that calls a thing the lowest of several: "最低的是甲村(81%)"."""
    asked = (
        comparison_cues.EXTREME_WORD.search(query.text)
        if comparison_cues.EXTREME.search(query.text)
        else None
    )
    if asked is None or len(query.districts) > 1 or len(query.periods) > 1:
        return False
    of_what = query.text[max(0, asked.start() - _OF_WHAT) : asked.start()]
    # "最高的是哪个项目": of which sort it is need not be said of it.
    sort = re.search(r"哪[一个项类种]*([一-鿿]{2,4})[?？]?$", query.text)
    terms = [t for t in evidence.terms(query) if not (sort and t.text in sort[1])]
    for statement in evidence.candidates(query, sources):
        if statement.row is not None or asked.group() not in statement.folded:
            continue
        fits = fit_period(query.periods, (statement.period,))[1] > 0
        span = _calls(statement, asked.group(), of_what) if fits else None
        if span is not None and match(terms, statement).coverage >= COVERAGE_NEEDED:
            marker = draft.cite_statement(statement, *span)
            told = unmarked(statement.document.text[slice(*span)]).strip(" ,，;；。")
            head = whose(statement, statement.period, "", told)
            draft.say(f"{head}:{told}{marker}。")
            return True
    return False


def _calls(statement: Statement, word: str, of_what: str) -> Span | None:
    """The clause that names what is the lowest, with the next one if that has its figure."""
    text, said = statement.document.text, ""
    for index, (start, end) in enumerate(statement.clauses):
        clause = fold_text(text[start:end])
        before, found, behind = clause.partition(word)
        said = before if _UNSAID.sub("", before) else said  # "最低的是": of what was said before
        if found and of_what in said and re.match(r"的[^,，。;；]{0,8}?(?:是|为|有)", behind):
            further = statement.clauses[index + 1 : index + 2]
            tells = further and not quantities_in(clause) and _VALUE.match(text[slice(*further[0])])
            return start, further[0][1] if tells else end
    return None
