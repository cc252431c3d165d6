"""Sentences that tell together what a question asks apart: a count and what it rose by since."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from assistant.answers.reader import read_side
from assistant.evidence.draft import Draft, describe, unmarked
from assistant.evidence.evidence import Evidence
from assistant.evidence.statements import Statement
from assistant.language.periods import year_of
from assistant.question import constraint_cues
from assistant.schema import Query
from assistant.text import fold_text

_MORE = re.compile(r"[比较](?P<year>20\d\d)年(?:[底末]|年[底末])?(?:多|少|增|减|净增|新增)")
_LEAST_NAME = 3  # characters of a name in quotes by which a place is known
_LEAST_WHOLE = 6  # characters of a quote's piece that tell it from others
_TAIL = 5  # characters at the end of a piece that a longer clause ends with too
_SPLIT = re.compile(r"[、,，;；。\s\"“”]+")


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
