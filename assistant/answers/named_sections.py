"""Which section a question is about: its heading names what is asked, its sentences hold it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.evidence.evidence import Evidence, of_asked
from assistant.evidence.fits import fit_kind, fit_period
from assistant.evidence.statements import Statement
from assistant.evidence.terms import SYNONYM_LEVEL, Term, level
from assistant.language.tokenizer import is_verb, is_word, segments
from assistant.lexicon.synonyms import load_synonyms
from assistant.schema import Document, Query, Section
from assistant.text import fold_text

HEADING_NEEDED = 0.45  # share of the question's terms that a section's headings must hold
_NEXT = re.compile("下一?步|下一?阶段")
_NEXT_ASKED = re.compile(
    rf"(?:{_NEXT.pattern}|接下来)[^,，。;；?？]{{0,12}}?(?:措施|举措|打算|安排|工作|要求|做法|哪些|什么|怎么)"
)
_NEXT_WORDS = re.compile("[下一]步|下一步|采取|推进|措施|举措|工作")
_SIGNED = re.compile(r"[一-鿿]{2,20}(?:局|办公室|委员会|政府)(?:[(][^()]*[)])?")
_LONGEST_HEADING = 20  # characters: a longer line is a sentence
_TWO_WORDS = 4  # characters of a word of the dictionary that is two of them: 人才引进


@dataclass(frozen=True)
class Candidate:
    """A section held against a question."""

    document: Document
    section: Section
    statements: tuple[Statement, ...]
    score: float
    heading_coverage: float


def find_section(evidence: Evidence, query: Query, sources: Sequence[str]) -> Candidate | None:
    """Return the section that the question is about, if a heading names it."""
    asked = evidence.terms(query)
    found: list[Candidate] = []
    for source in evidence.near(query, sources):
        document = evidence.catalog.document(source)
        terms = _beside_title(asked, document)
        statements = [s for s in evidence.statements(document) if of_asked(query, s)]
        for section in document.sections:
            made = _candidate(query, terms, document, section, statements)
            if made is not None:
                found.append(made)
    best = max(found, key=lambda c: c.score, default=None)
    return best or _of_next_steps(evidence, query, asked, sources)


def _of_next_steps(
    evidence: Evidence, query: Query, asked: Sequence[Term], sources: Sequence[str]
) -> Candidate | None:
    """The one section on what is to be done next, where nothing but that and a title is asked."""
    if not _NEXT_ASKED.search(query.text):
        return None
    found: list[Candidate] = []
    for source in evidence.near(query, sources):
        document = evidence.catalog.document(source)
        title = fold_text(document.profile.title)
        if all(level(t, title) > 0 or _NEXT_WORDS.fullmatch(t.text) for t in asked):
            found += _next_steps(query, document, evidence.statements(document))
    return found[0] if len(found) == 1 else None


def _next_steps(
    query: Query, document: Document, statements: Sequence[Statement]
) -> Iterator[Candidate]:
    for section in document.sections:
        if len(section.path[-1]) <= _LONGEST_HEADING and _NEXT.search(fold_text(section.path[-1])):
            inside = tuple(
                s
                for s in statements
                if section.start <= s.start and s.end <= section.end and s.role == "prose"
                if not _SIGNED.fullmatch(s.folded.strip())
            )
            if len(inside) > 1 and fit_period(query.periods, (inside[-1].period,))[1] > 0:
                yield Candidate(document, section, inside, 1.0, 1.0)


def _beside_title(terms: Sequence[Term], document: Document) -> Sequence[Term]:
    """The terms that the title does not have: what all of a document is of heads no part of it."""
    title = fold_text(document.profile.title)
    kept = [t for t in terms if not _whole(t, title)]
    return kept if any(not is_verb(t.text) for t in kept) else terms


def _candidate(
    query: Query,
    terms: Sequence[Term],
    document: Document,
    section: Section,
    statements: Sequence[Statement],
) -> Candidate | None:
    inside = tuple(
        s
        for s in statements
        if section.start <= s.start and s.end <= section.end and s.role == "prose"
    )
    if not inside:
        return None
    _, period_fit = fit_period(
        query.periods, tuple(dict.fromkeys(s.period for s in inside if s.period))
    )
    kinds = [s.kind for s in inside]
    kind_fit = max(fit_kind(query.kinds, k) for k in dict.fromkeys(kinds)) if query.kinds else 1.0
    if period_fit == 0 or kind_fit == 0:
        return None
    own = fold_text(section.path[-1])
    path = fold_text("\n".join(section.path))
    body = "\n".join(s.folded for s in inside)
    total = sum(t.weight for t in terms) or 1.0
    things = [t for t in terms if not is_verb(t.text)]
    if things and not any(_whole(t, path) for t in things):
        return None
    # In a heading half a word is another word: 营商环境 is not 生态环境.
    heading = sum(t.weight * max(_whole(t, own), 0.6 * _whole(t, path)) for t in terms) / total
    held = sum(t.weight * level(t, body) for t in terms) / total
    length = sum(len(s.text) for s in inside)
    score = heading + 0.5 * held + 0.3 * period_fit + 0.2 * kind_fit - 0.00004 * length
    return (
        Candidate(document, section, inside, score, heading) if heading >= HEADING_NEEDED else None
    )


def _whole(term: Term, folded: str) -> float:
    found = level(term, folded)
    if found >= SYNONYM_LEVEL:
        return found
    # "引育并举,人才活力释放" is of 人才引进: each of its words is there.
    words = () if term.strict else _words_of(term.text)
    return SYNONYM_LEVEL if words and all(level(w, folded) >= SYNONYM_LEVEL for w in words) else 0.0


@lru_cache(maxsize=4_000)
def _words_of(text: str) -> tuple[Term, ...]:
    words = segments(text)
    if len(words) == 1 and len(text) == _TWO_WORDS:
        words = [half for half in (text[:2], text[2:]) if is_word(half)]
    if len(words) < 2 or any(len(w) < 2 for w in words):
        return ()
    return tuple(Term(w, 1.0, load_synonyms().expand(w)) for w in words)
