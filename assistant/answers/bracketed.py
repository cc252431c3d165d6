"""Lists that a sentence counts and gives in brackets: "已完成8项(甲、乙、…)"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.evidence.draft import Draft, unmarked, up_to
from assistant.evidence.evidence import Evidence
from assistant.evidence.fits import fit_period
from assistant.evidence.terms import Term, level
from assistant.language.period_mentions import find_periods
from assistant.language.periods import year_of
from assistant.question import statement_cues
from assistant.schema import Chunk, Document, Query, Span
from assistant.text import fold_text

LEAD_NEEDED = 0.5  # share of the question's terms that the sentence before the brackets must hold
_COUNTED = re.compile(r"(\d{1,2})\s?[项个件家条处类大位名][(（]([^()（）]+)[)）]")
_BRACKETS = re.compile(r"[(（][^()（）]*[)）]")
_DENIED = re.compile(r"没|未|不(?!少|同|断|到)")
# "已完成54件,另有2件(甲、乙)": the rest are not.
_OTHERS = re.compile(
    r"(?:完成|完工|建成|办结|达标)\d+[项个件家条处][^,，]*[,，](?:另有|另外|其余|剩余|还有|尚有|余下)[^,，\d]*$"
)
_LEFT_FOR_LATER = re.compile(r"[结顺]转|[延推滞][期迟后]|未|尚|暂缓|停滞")
_LAST_CLAUSES = 2  # clauses before the brackets that say what is counted


@dataclass(frozen=True, slots=True)
class Bracketed:
    """A counted list: the sentence up to its number, and the spans of its items."""

    document: Document
    chunk: Chunk
    lead: str
    items: tuple[Span, ...]
    rest: Span


def write_bracketed(draft: Draft, evidence: Evidence, query: Query, sources: Sequence[str]) -> bool:
    """Write the items of the list in brackets that a question counts; False where none is."""
    if not query.number or "list" not in query.asks or len(query.districts) > 1:
        return False
    terms = evidence.terms_beside_number(query)
    fitting: list[tuple[float, Bracketed]] = []
    for chunk_of in {s.chunk.id: s for s in evidence.candidates(query, sources)}.values():
        if chunk_of.role != "prose":
            continue
        for found in _lists(chunk_of.document, chunk_of.chunk):
            score = _score(terms, query, found) if len(found.items) == query.number else 0.0
            fitting += [(score, found)] if score >= LEAD_NEEDED else []
    if not fitting:
        return False
    found = max(fitting, key=lambda pair: pair[0])[1]
    district, period = found.document.profile.district, found.chunk.period or ""
    near = f"{found.chunk.text}{found.document.profile.title}"
    draft.say(f"{up_to(district, period, near)}:")
    for start, end in found.items:
        marker = draft.cite(found.document, found.chunk, start, end)
        draft.say(f"- {unmarked(found.document.text[start:end])}{marker}")
    cause = unmarked(found.document.text[slice(*found.rest)]).strip(" ,，")
    if "reason" in query.asks and statement_cues.CAUSE.search(cause):
        draft.say(f"{cause}{draft.cite(found.document, found.chunk, *found.rest)}。")
    return True


def _lists(document: Document, chunk: Chunk) -> Iterator[Bracketed]:
    """Yield the lists whose items are as many as the number before the brackets says."""
    for match in _COUNTED.finditer(chunk.text):
        mark = r"[;；]" if re.search(r"[;；]", match[2]) else r"、"
        start = chunk.start + match.start(2)
        items: list[Span] = []
        for item in re.split(mark, match[2]):
            items.append((start, start + len(item)))
            start += len(item) + 1
        if len(items) == int(match[1]):
            before = chunk.text[: match.start()]
            opening = max(before.rfind(mark) for mark in "。\n") + 1
            ends = (chunk.text.find(mark, match.end()) for mark in "。;；\n")
            end = min((at for at in ends if at >= 0), default=len(chunk.text))
            rest = (chunk.start + match.end(), chunk.start + end)
            yield Bracketed(document, chunk, before[opening:], tuple(items), rest)


def _score(terms: Sequence[Term], query: Query, found: Bracketed) -> float:
    """How much of the question the sentence before a list holds; none where one of them denies."""
    lead = fold_text(_BRACKETS.sub("", found.lead))
    near = "".join(re.split(r"[,，]", lead)[-_LAST_CLAUSES:])
    behind = fold_text(found.document.text[slice(*found.rest)])
    denied = _DENIED.search(near) or (_OTHERS.search(lead) and _LEFT_FOR_LATER.search(behind))
    if bool(denied) != bool(_DENIED.search(query.text)):
        return 0.0
    year = year_of(found.chunk.period) if found.chunk.period else ""
    told = [m.period for m in find_periods(found.lead, year) if m.period]
    told += [found.chunk.period] if found.chunk.period else []
    if query.periods and fit_period(query.periods, tuple(told))[1] == 0:
        return 0.0
    total = sum(t.weight for t in terms)
    return sum(t.weight * level(t, lead) for t in terms) / total if total else 0.0
