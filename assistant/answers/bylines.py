"""Who delivered a report, and under which number a document was issued: lines around a title."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.evidence.draft import Draft
from assistant.evidence.evidence import Evidence
from assistant.language.periods import year_of
from assistant.schema import Document, Query, Span
from assistant.text import fold, fold_text

HEAD = 1200  # characters of a document among which its byline and number stand
LONGEST_LINE = 60
_SPEAKER_ASKED = re.compile(
    r"(?:谁|哪位)[^,，。?？]{0,8}(?:作|做|宣读|报告|汇报)的?(?=$|[?？,，。了的])|(?:谁|哪位)[^,，。?？]{0,4}(?:作|做)[^,，。?？]{0,12}报告|报告人|(?<!工)作报告的"
)
_NUMBER_ASKED = re.compile(r"文号|发文字号|哪个?号文|文件号")
_NUMBER = re.compile(r"[一-鿿]{1,12}[〔\[［(（]\s?(?:19|20)\d{2}\s?[〕\]］)）]\s?\d{1,4}\s?号")
_OFFICE = r"(?:长|主任|书记|主席|委员|行长|院长|检察长)(?:[(（][^()（）]{1,12}[)）])?"
# "区财政局局长  王一帆", "代区长 陈 立": the office, a blank, the name.
_SPEAKER = re.compile(
    rf"^[\s　—–-]*([一-鿿、]{{0,28}}{_OFFICE})[\s　]+([一-鿿](?:[\s　]?[一-鿿]){{1,3}})\s*$"
)
# News of the session: "代区长王一帆作政府工作报告".
_SPOKE = re.compile(
    r"((?:代|副)?(?:区|县|市|旗|局|镇)长|主任|书记)([一-鿿]{2,3}?)(?:同志)?(?:代表[^,，。]{1,16})?(?:向大会|向会议)?作[^,，。]{0,14}报告"
)
_REPORT_WORDS = re.compile(
    r"政府工作|决算|预算|计划|财政|规划|评估|审计|常委会|任务|分解|分工|责任|实事"
)


@dataclass(frozen=True)
class Byline:
    """A line that tells who spoke, or a document's number."""

    document: Document
    span: Span
    label: str


def write_byline(draft: Draft, evidence: Evidence, query: Query, sources: Sequence[str]) -> bool:
    """Write who delivered the report, or its number; False if neither is asked for or told."""
    speaker = _SPEAKER_ASKED.search(query.text) is not None
    if not speaker and not _NUMBER_ASKED.search(query.text):
        return False
    documents = [evidence.catalog.document(s) for s in evidence.near(query, sources)]
    find = _speakers if speaker else _numbers
    found = [
        byline
        for document in documents
        if _is_meant(query, document)
        for byline in list(find(document))[:1]
    ]
    if not found:
        return False
    best = max(found, key=lambda byline: _fit(query, byline.document))
    alike = [b for b in found if _fit(query, b.document) == _fit(query, best.document)]
    if len(alike) > 1:
        return False  # which of several reports is meant is not said
    document, (start, end) = best.document, best.span
    chunk = replace(document.chunks[0], section_path=(), row=None)
    text = " ".join(document.text[start:end].split())
    draft.named.append(text)
    draft.say(f"{best.label}:{text}{draft.cite(document, chunk, start, end)}。")
    return True


def _is_meant(query: Query, document: Document) -> bool:
    """True if a document is of an asked year: one it tells of, or one that its head names."""
    known = {year_of(p) for p in document.profile.periods.values() if p}
    known |= set(re.findall(r"(?:19|20)\d\d", document.text[:HEAD]))
    return bool(document.chunks) and all(year_of(p) in known for p in query.periods)


def _fit(query: Query, document: Document) -> int:
    title = fold_text(document.profile.title)
    words = set(_REPORT_WORDS.findall(query.text))
    years = {year_of(p) for p in query.periods}
    return 2 * sum(word in title for word in words) + sum(year in title for year in years)


def _speakers(document: Document) -> Iterator[Byline]:
    at = 0
    for line in document.text[:HEAD].splitlines(keepends=True):
        stripped = line.strip()
        start = at + len(line) - len(line.lstrip())
        at += len(line)
        if len(stripped) <= LONGEST_LINE and _SPEAKER.match(stripped):
            yield Byline(document, (start, start + len(stripped)), "报告人")
    folded = fold(document.text)
    for match in _SPOKE.finditer(folded.text):
        yield Byline(document, folded.original_span(*match.span()), "报告人")


def _numbers(document: Document) -> Iterator[Byline]:
    for match in _NUMBER.finditer(document.text[:HEAD]):
        yield Byline(document, match.span(), "文号")
