"""Lists inside a paragraph ("一是…;二是…", "1.…2.…"): asked for as a whole, told item by item."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from assistant.answers.sections import BUDGET, LEAST_ITEM, condense_sentence
from assistant.evidence.draft import Draft, describe
from assistant.evidence.evidence import Evidence
from assistant.evidence.fits import fit_kind, fit_period
from assistant.evidence.statements import Statement
from assistant.evidence.terms import Term, level
from assistant.language.period_mentions import find_periods
from assistant.language.periods import year_of
from assistant.schema import Chunk, Document, Query, Span
from assistant.text import fold_text

FEWEST = 3  # items that make a list
LEAD_NEEDED = 0.7  # share of the question's terms that what introduces a list must hold
COUNTED_NEEDED = 0.5  # the same where the question says how many items there are
SHORTEST_LEAD, LONGEST_LEAD = 12, 120
# "部分指标未达到预期,主要原因:一是…" lists no indicators.
_OF_CAUSES = re.compile(r"原因(?:有|是|为|在于)?[:：,，]?\s*$|(?:由于|因为|是因)[:：,，]?\s*$")
_HAN = "一二三四五六七八九十"
_MARKS = (
    re.compile(rf"(?:第?([{_HAN}]{{1,3}})(?:是|要|、(?=[^，,]{{2}})))"),
    re.compile(r"(?<![\d.])(\d{1,2})[.．、](?!\d)"),
    re.compile(r"[(（](\d{1,2})[)）]"),
)


@dataclass(frozen=True, slots=True)
class Enumeration:
    """A list in a paragraph: the span that introduces it and those of its items."""

    document: Document
    chunk: Chunk
    lead: Span
    items: tuple[Span, ...]


def find_enumeration(
    evidence: Evidence, query: Query, sources: Sequence[str]
) -> Enumeration | None:
    """Return the list whose introduction or headings speak of what is asked."""
    terms = evidence.terms_beside_number(query)
    needed = COUNTED_NEEDED if query.number else LEAD_NEEDED
    best: tuple[float, Enumeration] | None = None
    seen: set[str] = set()
    for statement in evidence.candidates(query, sources):
        if statement.role != "prose" or statement.chunk.id in seen:
            continue
        seen.add(statement.chunk.id)
        for found in enumerations(statement.document, statement.chunk):
            if query.number and query.number != len(found.items):
                continue
            score = _score(terms, query, statement, found)
            if score >= needed and (best is None or score > best[0]):
                best = (score, found)
    return best[1] if best else None


def enumerations(document: Document, chunk: Chunk) -> Iterator[Enumeration]:
    """Yield the lists of a paragraph whose numbers count up from one."""
    for pattern in _MARKS:
        run: list[re.Match[str]] = []
        for match in pattern.finditer(chunk.text):
            number = number_of(match[1])
            if number == len(run) + 1:
                run.append(match)
            elif number == 1:
                yield from _made(document, chunk, run)
                run = [match]
        yield from _made(document, chunk, run)


def number_of(text: str) -> int:
    """Return the number that an item begins with, in digits or in words.

    >>> number_of("9"), number_of("十五")
    (9, 15)
    """
    if text.isdigit():
        return int(text)
    tens, ten, ones = text.rpartition("十")
    return (_HAN.find(tens) + 1 or 1) * 10 * bool(ten) + (_HAN.find(ones) + 1 if ones else 0)


def _made(document: Document, chunk: Chunk, run: Sequence[re.Match[str]]) -> Iterator[Enumeration]:
    if len(run) < FEWEST:
        return
    text, first = chunk.text, run[0].start()
    ends = [match.start() for match in run[1:]]
    stop = text.find("。", run[-1].end())
    if any("。" in text[a.end() : b.start() - 1] for a, b in pairwise(run)):
        stop = -1  # items of several sentences: the last has as many as the paragraph
    ends.append(stop if stop >= 0 else len(text))
    before = max(text.rfind(mark, 0, max(first - 1, 0)) for mark in "。\n") + 1
    if first - before < SHORTEST_LEAD and text[:before].endswith("。"):
        # "还存在一些问题。主要有：一是…"
        before = max(text.rfind(mark, 0, before - 1) for mark in "。\n") + 1
    lead = (chunk.start + max(before, first - LONGEST_LEAD), chunk.start + first)
    items = tuple(
        (chunk.start + match.start(), chunk.start + end)
        for match, end in zip(run, ends, strict=True)
    )
    yield Enumeration(document, chunk, lead, items)


def _score(terms: Sequence[Term], query: Query, statement: Statement, found: Enumeration) -> float:
    """How much of the question the introduction holds, with the heading right above it."""
    lead = statement.document.text[found.lead[0] : found.lead[1]]
    if _OF_CAUSES.search(fold_text(lead)) and "reason" not in query.asks:
        return 0.0
    year = year_of(found.chunk.period) if found.chunk.period else ""
    named = tuple(m.period for m in find_periods(lead, year) if m.period)
    headed = (m.period for h in found.chunk.section_path for m in find_periods(h, year) if m.period)
    told = (*(named or ((found.chunk.period,) if found.chunk.period else ())), *headed)
    if fit_period(query.periods, told)[1] == 0 or fit_kind(query.kinds, found.chunk.kind) == 0:
        return 0.0
    words = fold_text(f"{lead}\n{''.join(found.chunk.section_path[-2:])}")
    total = sum(t.weight for t in terms)
    return sum(t.weight * level(t, words) for t in terms) / total if total else 0.0


def write_enumeration(draft: Draft, found: Enumeration) -> None:
    """Write whose list it is and its items, each with its own place."""
    text = found.document.text
    year = year_of(found.chunk.period) if found.chunk.period else ""
    draft.say(f"{describe(found.document.profile.district, year)}:")
    room = max(LEAST_ITEM, BUDGET // len(found.items))
    for start, end in found.items:
        marker = draft.cite(found.document, found.chunk, start, end)
        draft.say(f"- {condense_sentence(text[start:end], room)}{marker}")
