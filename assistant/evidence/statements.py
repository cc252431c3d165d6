"""Documents as statements: the sentences and cell parts that an answer can rest on.

A statement knows what a sentence on paper does not repeat: whose it is, of when, and whether it is
a result or a plan. Nothing here looks at a question.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property

from assistant.language.columns import KIND_OF_ROLE, Role, role_of
from assistant.language.names_with_digits import item_number
from assistant.language.period_mentions import find_periods
from assistant.language.periods import whole_year, year_of
from assistant.question import statement_cues
from assistant.schema import PLAN_KINDS, Chunk, Document, Indicator, Kind, Row, Span
from assistant.text import HAN, fold_text, split_clauses, split_sentences, unwrapped

# "8.残疾儿童康复救助。计划救助150名。"
_TITLE = re.compile(r"([^，,。;；:：\d\s]{4,24})。(?=\s*\S)")
_TITLED = re.compile(rf"\s*\d{{1,3}}[.、．]\s*{_TITLE.pattern}")
# "成功举办首届文化节。活动期间,吸引8万多人": the event is that of the sentence before.
_DURING = re.compile(
    r"\s*(?:活动|展会|节会|赛事|比赛|会议|论坛|大会|节日|展览|其)?[期其]间[,，]"
    # "推行甲改革。3月5日至今,服务20人": nothing is said anew of whom.
    r"|\s*(?:\d{4}年)?\d{1,2}月\d{1,2}[日号](?:至今|以来)[,，]"
    r"|\s*(?:自|从)?(?:其|改革|活动|项目|平台|系统|机制|政策)?(?:启动|实施|上线|运行|开展|成立|推行|启用)(?:以来|至今)[,，]"
)
# A row that is a part of the one above it.
_PART = re.compile(r"\s*其中[:,、]")
_ESTIMATE = ("预计", "预估")
_ASKS = re.compile(r"[?？][”’\"'\s]*$")  # a question tells nothing


@dataclass(frozen=True)
class Statement:
    """A sentence of prose or of a table cell, with what is known about it.

    ``labels`` is the folded text that names its subject from elsewhere: headings and, in a table,
    the row's other cells. ``role`` is "prose" or the role of the column. ``topic`` is the title
    that opens its cell or numbered paragraph: "8.残疾儿童康复救助。计划救助150名。" ``event`` is
    the sentence before one that tells what came of it: "活动期间,吸引8万多人。", "完成投资9亿元。"
    """

    document: Document
    chunk: Chunk
    start: int
    end: int
    role: Role | str
    row: Row | None
    period: str
    kind: Kind | str
    labels: str
    figures: tuple[Indicator, ...] = ()
    topic: str = ""
    event: str = ""

    @cached_property
    def text(self) -> str:
        """The statement, to the letter."""
        return self.document.text[self.start : self.end]

    @cached_property
    def folded(self) -> str:
        """The statement as it is matched."""
        return fold_text(self.text)

    @cached_property
    def clauses(self) -> list[Span]:
        """Spans of its clauses in the document."""
        return split_clauses(unwrapped(self.text), self.start)

    @property
    def district(self) -> str:
        """The district that the passage speaks for."""
        return self.chunk.district or self.document.profile.district

    def periods(self, start: int, end: int) -> tuple[str, ...]:
        """Periods that ``start:end`` names itself, else those of the statement."""
        year = year_of(self.period) if self.period else ""
        named = self._named(start, end, year) or self._named(self.start, start, year)[-1:]
        if named:
            return named
        # A plan is made for its year, also in a table that tells how far it is by June.
        return ((year if self.kind in PLAN_KINDS else self.period),) if self.period else ()

    def _named(self, start: int, end: int, year: str) -> tuple[str, ...]:
        words = self.document.text[start:end]
        if words.strip().isdigit():
            return ()  # "1975" as a whole cell is a figure
        # "由上年的40%提高到42%": what it rose from is not what is told.
        found = [m for m in find_periods(words, year) if words[m.start - 1 : m.start] != "由"]
        return tuple(dict.fromkeys(whole_year(m.period) for m in found if m.period))


class Statements:
    """The statements of one document, made passage by passage when they are asked for."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._figures = sorted(document.indicators, key=lambda i: i.figure[0])
        self._starts = [figure.figure[0] for figure in self._figures]
        self._chunks = {chunk.id: chunk for chunk in document.chunks}
        self._made: dict[str, tuple[Statement, ...]] = {}

    def of(self, chunk_id: str) -> tuple[Statement, ...]:
        """Return the statements of a passage in reading order; none if the document has it not."""
        made = self._made.get(chunk_id)
        if made is None:
            chunk = self._chunks.get(chunk_id)
            made = self._made[chunk_id] = tuple(self._statements(chunk)) if chunk else ()
        return made

    def telling(self, names: Collection[str], years: Collection[str]) -> list[str]:
        """Return the ids of the passages with figures of these names, of one of these years."""
        told = [
            figure.figure[0]
            for name in names
            for figure in self._by_name.get(name, ())
            if not years or figure.period[:4] in years
        ]
        chunks = self.document.chunks
        found = [bisect_right(chunks, place, key=lambda c: c.start) - 1 for place in sorted(told)]
        return list(dict.fromkeys(chunks[at].id for at in found if at >= 0))

    @cached_property
    def _by_name(self) -> dict[str, list[Indicator]]:
        named: dict[str, list[Indicator]] = {}
        for figure in self._figures:
            named.setdefault(figure.indicator, []).append(figure)
        return named

    def all(self) -> list[Statement]:
        """Return every statement of the document in reading order."""
        return [s for chunk in self.document.chunks for s in self.of(chunk.id)]

    def _statements(self, chunk: Chunk) -> Iterator[Statement]:
        document = self.document
        row = document.rows[chunk.row] if chunk.row is not None else None
        period = _period(chunk)
        parts = _row_parts(document, chunk, row) if row else _prose_parts(document, chunk)
        for start, end, role, labels, kind, topic, event in parts:
            start += item_number(document.text[start:end])
            first, after = (bisect_left(self._starts, place) for place in (start, end))
            own = tuple(f for f in self._figures[first:after] if f.figure[1] <= end)
            if row is not None and len(own) == 1 and own[0].figure == (start, end):
                # A row of 地区生产总值 called 建筑业 tells its 增加值.
                labels = f"{labels}\n{fold_text(own[0].name)}"
            yield Statement(
                document=document,
                chunk=chunk,
                start=start,
                end=end,
                role=role,
                row=row,
                period=period,
                kind=kind,
                labels=labels,
                figures=own,
                topic=topic,
                event=event,
            )


def _period(chunk: Chunk) -> str:
    """The period of a passage; of a plan, the part of its year that a heading plans for."""
    period = whole_year(chunk.period)
    if chunk.kind != "target" or len(period) != 4:
        return period
    for heading in reversed(chunk.section_path):
        named = [m.period for m in find_periods(fold_text(heading), period) if m.period]
        if named and named[0] != period and named[0].startswith(period):
            return named[0]
    return period


Part = tuple[int, int, str, str, str, str, str]


def _prose_parts(document: Document, chunk: Chunk) -> Iterator[Part]:
    title = _TITLED.match(chunk.text)
    headings = fold_text("\n".join(chunk.section_path))
    before = ""
    for start, end in split_sentences(chunk.text, chunk.start):
        topic = title.group(1) if title and start >= chunk.start + title.end() else ""
        text = document.text[start:end]
        if _ASKS.search(text):
            continue
        speaker = statement_cues.SPEAKER.match(text)
        start += speaker.end() if speaker else 0
        event = before if _goes_on(before, text) else ""
        before = fold_text(text)
        labels = "\n".join([headings, *filter(None, (topic, event))])
        yield start, end, "prose", labels, _estimated(text, chunk.kind), topic, event


def _goes_on(before: str, text: str) -> bool:
    """True for what came of an event, or of the projects on a list, which ``before`` tells of."""
    if _DURING.match(text):
        return True
    put_in = statement_cues.PUT_IN.search(text)
    return put_in is not None and statement_cues.PROJECTS_LISTED.search(before) is not None


def _whole_of(document: Document, row: Row) -> str:
    """The name of the row that a row is a part of: "其中:风力发电" below 发电量."""
    if not _PART.match(_name_of(row)):
        return ""
    at = document.rows.index(row)
    above = (r for r in reversed(document.rows[:at]) if r.cells.keys() == row.cells.keys())
    return next((name for r in above if not _PART.match(name := _name_of(r))), "")


def _name_of(row: Row) -> str:
    return fold_text(next((c.text for c in row.cells.values() if HAN.search(c.text)), ""))


def _row_parts(document: Document, chunk: Chunk, row: Row) -> Iterator[Part]:
    headings = "\n".join((*chunk.section_path, _whole_of(document, row)))
    for header, cell in row.cells.items():
        if not row.owns(cell):
            continue
        others = "\n".join(c.text for h, c in row.cells.items() if h != header)
        labels = fold_text(f"{headings}\n{header}\n{others}")
        role = role_of(header)
        kind = KIND_OF_ROLE.get(role, "")
        title = _TITLE.match(cell.text)
        before = ""
        for start, end in split_sentences(unwrapped(cell.text), cell.start):
            topic = title.group(1) if title and start >= cell.start + title.end() else ""
            text = document.text[start:end]
            event = before if _goes_on(before, text) else ""
            before = fold_text(text)
            told = "\n".join([labels, *filter(None, (topic, event))])
            yield start, end, role, told, _estimated(text, kind), topic, event


def _estimated(text: str, kind: str) -> str:
    """A result that the sentence only expects is an estimate."""
    return "estimate" if kind == "actual" and any(w in text for w in _ESTIMATE) else kind
