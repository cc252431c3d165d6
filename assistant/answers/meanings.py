"""What a word means, or a short name stands for, where a document's notes say so."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answers.reply import Reply
from assistant.answers.sections import condense_sentence
from assistant.evidence.draft import Draft
from assistant.evidence.evidence import Evidence
from assistant.evidence.statements import Statement
from assistant.question import ask_cues, constraint_cues, statement_cues
from assistant.question.places import blank
from assistant.schema import Query
from assistant.text import fold

LONGEST_MEANING = 300  # characters of a note that are told
# "“2+3”里那个“3”指哪些产业", "“一核两带”,两带分别是什么": one part of what a short name counts.
_PART = re.compile(
    r"[\"](?P<whole>[^\",，。]{2,12})[\"].{0,16}?"
    r"(?:[\"](?P<digit>\d|[一二两三四五六七八九十x])[\"]|(?P<short>[一二两三四五六七八九十][一-鿿]))"
    r"(?:[一-鿿]{0,4}?)(?:是|指|为|包括|有)[一-鿿]{0,3}?(?:哪|什么)"
)
# "一核两带三片": a short name that counts several things.
_NUMERAL = "一二两三四五六七八九十"
_COUNTED = re.compile(rf"[{_NUMERAL}][^{_NUMERAL}\W\d是指分各都具有为代包的格布里]{{1,2}}")
_COUNTS_SEVERAL = re.compile(rf"(?:{_COUNTED.pattern}[、,]?){{2,6}}")
_EACH_ASKED = re.compile(
    "(?:各|分别|都|具体)?(?:是指|指的?是?|代表|是|为|包括|有)[一-鿿]{0,3}?(?:哪|什么|啥)"
)
_STANDS_FOR = "(?:主要|分别)?(?:是指|指的是|指|即|为|是|[:：])"


def tell_meaning(evidence: Evidence, query: Query, sources: Sequence[str]) -> Reply | None:
    """What a word means, where a document's notes say so."""
    if part := _part_told(evidence, query, sources):
        return part
    if parts := _parts_told(evidence, query, sources):
        return parts
    quoted = constraint_cues.quoted(query.text)
    if not ask_cues.MEANING.search(query.text):
        return _spelt_out(evidence, query, quoted, sources)
    typed = [query.text[s:e] for s, e in query.slots.get("indicator", ())]
    candidates = evidence.candidates(query, sources)
    for word in [*quoted, *typed, *query.terms]:
        says = re.compile(
            statement_cues.SAYS_MEANING.replace("{}", re.escape(word.removesuffix("企业")))
        )
        for statement in candidates:
            if says.search(statement.folded):
                return _told(statement)
    return None


def _spelt_out(
    evidence: Evidence, query: Query, quoted: Sequence[str], sources: Sequence[str]
) -> Reply | None:
    """What a quoted short name stands for, where a note spells it out: "“三通”改造:通水、通电…"."""
    if "list" not in query.asks or len(quoted) != 1:
        return None
    name = re.escape(quoted[0])
    noted = re.compile(rf"^[\d.、\s()（）*①-⑳]*[“\"]{name}[”\"][一-鿿]{{0,6}}[:：]")
    for statement in evidence.candidates(query, sources):
        if noted.search(statement.folded) and "、" in statement.text:
            return _told(statement)
    return None


def _part_told(evidence: Evidence, query: Query, sources: Sequence[str]) -> Reply | None:
    """What one part of a short name stands for: "“3”指甲、乙、丙", or "甲、乙、丙3个产业"."""
    asked = _PART.search(query.text)
    if asked is None or (asked["short"] or asked["digit"]) not in asked["whole"]:
        return None
    part = asked["short"] or asked["digit"]
    noted = re.compile(
        rf"[\"]{part}[\"](?:主要)?(?:是指|指的是|指|即|为|:)[^;；。\"]*|{part}(?:是指|指|即|为|:)[^;；。\"]*、[^;；。\"]*"
        if asked["short"]
        else rf"[\"]{part}[\"](?:主要)?(?:是指|指的是|指|即|为|:)[^;；。\"]*"
    )
    counted = re.compile(rf"[^,，;；。:：]*、[^,，;；。:：]*{part}(?:个|大|条|项)[一-鿿]+")
    found = list(evidence.candidates(query, sources))
    named = {s.chunk.section_path for s in found if asked["whole"] in s.folded}
    near = [s for s in found if asked["whole"] in s.folded or s.chunk.section_path in named]
    for pattern in (noted, counted) if asked["digit"] else (noted,):
        for statement in near:
            folded = fold(statement.text)
            if told := pattern.search(folded.text):
                return _told(statement, statement.text[slice(*folded.original_span(*told.span()))])
    return None


def _parts_told(evidence: Evidence, query: Query, sources: Sequence[str]) -> Reply | None:
    """What each thing stands for that a short name counts: "“一核”即甲核;“两带”即乙带、丙带".

    None unless one document spells out all of them.
    """
    asked = blank(query.text, query.slots.get("district", ()))
    short = _COUNTS_SEVERAL.search(asked)
    if short is None or not _EACH_ASKED.match(asked[short.end() :].lstrip('"的布局格')):
        return None
    parts = _COUNTED.findall(short.group())
    found: dict[str, list[tuple[Statement, str]]] = {}
    for statement in evidence.candidates(query, sources):
        told = found.setdefault(statement.document.id, [])
        known = {part for _, part in told}
        told += [
            (statement, part)
            for part in parts
            if part not in known and _spelling(part, parts).search(statement.folded)
        ]
    for told in found.values():
        if {part for _, part in told} == set(parts):
            draft = Draft()
            for part in parts:
                statement = next(s for s, named in told if named == part)
                _say_part(draft, statement, _spelling(part, parts))
            return Reply(draft)
    return None


def _spelling(part: str, parts: Sequence[str]) -> re.Pattern[str]:
    """What spells out one part: up to the next one, or the end of its clause."""
    others = "|".join(f'"?{re.escape(other)}' for other in parts if other != part)
    return re.compile(rf"\"?{re.escape(part)}\"?{_STANDS_FOR}(?:(?!{others})[^;；。\"\n])+")


def _say_part(draft: Draft, statement: Statement, spelling: re.Pattern[str]) -> None:
    folded = fold(statement.text)
    match = spelling.search(folded.text)
    if match is None:
        return
    start, end = folded.original_span(*match.span())
    quote = statement.text[start:end].rstrip(" ,，、")
    at = statement.start + start
    draft.say(f"- {quote}{draft.cite_statement(statement, at, at + len(quote))}")


def _told(statement: Statement, quote: str = "") -> Reply:
    draft = Draft()
    marker = draft.cite_statement(statement, statement.start, statement.end)
    told = quote.strip(" ,，、") or statement.text
    draft.say(f"{condense_sentence(told, LONGEST_MEANING)}{marker}。")
    return Reply(draft)
