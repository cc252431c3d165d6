"""The records that pass between the modules: documents, their parts, questions and answers.

All are frozen: a record is built once by the module that knows it and only read after that. A span
is ``(start, end)`` in characters of ``Document.text``; wherever a record carries ``text`` beside a
span, ``document.text[start:end] == text`` holds to the letter.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

Span = tuple[int, int]

# What a figure or a sentence claims: it happened, it is wanted, it is the least that is promised
# ("确保5.5%" beside "力争6%"), or it is expected but not yet counted ("预计").
Kind = Literal["actual", "target", "floor", "estimate"]
PLAN_KINDS: frozenset[str] = frozenset({"target", "floor"})  # what is wanted or promised

# What a figure measures. "change" is that of a stock ("新增250家"), told apart from the stock.
Measure = Literal["level", "growth", "share", "rank", "count", "intensity", "completion", "change"]


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and everything below it up to the next heading of the same or a higher level.

    ``path`` holds the headings from the top down to this one, as they stand in the text.
    ``heading`` is the span of the heading itself, which may end inside a line
    ("攻坚招商引资。聚焦…").
    """

    path: tuple[str, ...]
    start: int
    end: int
    heading: Span


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table: its text where it stands in the document."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table, its merged cells restored.

    ``cells`` maps the header as the source writes it to the cell. A cell inherited from a merged
    one keeps the span it was inherited from, which therefore lies outside ``start:end``.
    ``doubtful`` are headers whose cell the text leaves open; they may be missing from ``cells``.
    """

    section_path: tuple[str, ...]
    cells: Mapping[str, Cell]
    doubtful: tuple[str, ...]
    start: int
    end: int

    def owns(self, cell: Cell) -> bool:
        """True for a cell that stands in this row, and is inherited from none above it."""
        return self.start <= cell.start < self.end

    @property
    def inherited(self) -> dict[str, Span]:
        """Headers whose cell stands outside this row, with the span it was taken from."""
        return {
            header: (cell.start, cell.end)
            for header, cell in self.cells.items()
            if cell.end <= self.start or cell.start >= self.end
        }


@dataclass(frozen=True, slots=True)
class Table:
    """A run of rows under one header row, as found in the text or told by the file's own markup.

    ``start:end`` covers all that belongs to the table: its title, header rows, chapter rows, rows.
    ``headers`` are the spans of header rows (the first and its repetitions); ``title`` may be
    empty.
    """

    start: int
    end: int
    title: str
    header: tuple[str, ...]
    headers: tuple[Span, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Profile:
    """Who, when and what: the facts about a document that its figures do not repeat.

    ``district`` is the name that answers use ("钱塘区"), ``district_full`` the longest that the
    text or the gazetteer supports ("浙江省杭州市钱塘区"). ``periods`` has any of the keys
    ``reported`` (the year whose results are told), ``planned`` (the year whose plans are told) and
    ``progress`` (how far a progress table reaches, such as ``2025-01/2025-06``). ``dates`` has
    ``published`` or ``generated`` as ISO dates. ``doubtful`` names the fields that are guesses;
    ``title_derived`` is true when the text has no title. ``places`` are other districts that have
    sections of their own in the document ("乙县基本情况").
    """

    title: str = ""
    title_derived: bool = False
    district: str = ""
    district_full: str = ""
    level: str = ""
    kind: str = "其他"
    publisher: str = ""
    periods: Mapping[str, str] = field(default_factory=dict)
    dates: Mapping[str, str] = field(default_factory=dict)
    doubtful: tuple[str, ...] = ()
    places: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Chunk:
    """A passage: the unit that is indexed, shown and cited.

    ``context`` labels the passage and stands elsewhere in the document (header names, inherited
    cells); it is indexed with the passage and never part of a citation's text. ``row`` is the
    index of the table row in ``Document.rows`` that this chunk is, or None for prose. ``kind`` is
    empty where the wording does not tell a result from a plan.
    """

    id: str
    source: str
    start: int
    end: int
    text: str
    title: str = ""
    district: str = ""
    period: str = ""
    document_kind: str = ""
    kind: Kind | Literal[""] = ""
    section_path: tuple[str, ...] = ()
    context: tuple[str, ...] = ()
    row: int | None = None

    @property
    def indexed_text(self) -> str:
        """What retrieval matches: title, district, period, headings, labels, then the passage."""
        labels = (self.title, self.district, self.period, *self.section_path, *self.context)
        return "\n".join([*dict.fromkeys(label for label in labels if label), self.text])


@dataclass(frozen=True, slots=True)
class Indicator:
    """One statement of a figure: whose, when, what, how much, and whether it is a result or a plan.

    ``indicator`` is the canonical name (the lexicon's, or the name in the text with its verb where
    the lexicon has none), ``name`` the words in the text. ``value`` is as written ("57525",
    "九成", "第一"); ``unit`` as written ("亿元", "%"), empty for ranks. ``direction`` is "-" for
    下降, 减少, 降低 and the like, else "". ``qualifier`` is one of 超 近 余 以上 以下 左右 不低于
    … or "". ``period`` is written as ``2023``, ``2023-Q1``, ``2023-01/2023-11``. ``start:end`` is
    the clause that states the figure, ``figure`` the span of qualifier, value and unit inside it.
    ``row`` is an index into ``Document.rows`` or None.
    """

    source: str
    district: str
    period: str
    indicator: str
    name: str
    measure: Measure
    value: str
    unit: str
    kind: Kind
    start: int
    end: int
    figure: Span
    direction: str = ""
    qualifier: str = ""
    row: int | None = None


# Stands for the end of a line that a page's width cut through a sentence; a blank to patterns.
SOFT_BREAK = "\x1f"


@dataclass(frozen=True, slots=True)
class Document:
    """A document as understood. ``id`` is a hash of its text; ``source`` is the file's name.

    ``text`` has its sentences whole: where a page's width broke them, blanks stand for as many
    characters, and ``breaks`` keeps what the file has there, by its place (see ``letters``).

    ``furniture`` are spans recognised as front matter, navigation, page headers and footers: kept,
    never answered from. ``duplicates`` are spans of repeated bodies that are not indexed again.
    """

    id: str
    source: str
    text: str
    profile: Profile
    sections: tuple[Section, ...] = ()
    rows: tuple[Row, ...] = ()
    chunks: tuple[Chunk, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    furniture: tuple[Span, ...] = ()
    duplicates: tuple[Span, ...] = ()
    breaks: tuple[tuple[int, str], ...] = ()

    def letters(self, start: int, end: int) -> str:
        """Return what the file has at ``start:end``, to the letter."""
        told = self.text[start:end]
        for at, words in self.breaks:
            first, last = max(at, start), min(at + len(words), end)
            if first < last:
                kept = words[first - at : last - at]
                told = told[: first - start] + kept + told[last - start :]
        return told


@dataclass(frozen=True, slots=True)
class Hit:
    """A retrieved chunk with its fused score; ranks count from 1, None where a leg missed it."""

    chunk: Chunk
    score: float
    rank_lexical: int | None = None
    rank_dense: int | None = None


# A citation as the text of an answer shows it; "[20240101]" in a passage is none.
MARKER = re.compile(r"\[(\d{1,4})\]")


@dataclass(frozen=True, slots=True)
class Citation:
    """Evidence: ``text`` is the source's ``text[start:end]``; ``marker`` is the n of ``[n]``.

    ``context`` holds labels of the passage that stand elsewhere in the same document.
    """

    marker: int
    source: str
    start: int
    end: int
    text: str
    title: str = ""
    section_path: tuple[str, ...] = ()
    context: tuple[str, ...] = ()
    district: str = ""
    period: str = ""
    kind: str = ""
    row: int | None = None


@dataclass(frozen=True, slots=True)
class Related:
    """Something the documents say near the question, kept apart from the answer."""

    text: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """A table of an answer: ``cells[row][column]`` are texts with markers, one cell per header."""

    headers: tuple[str, ...]
    cells: tuple[tuple[str, ...], ...]


Ask = Literal[
    "value",  # a figure or a short fact: the default
    "lead",  # who leads: 谁牵头, 归哪个部门管
    "leader",  # which leading person
    "support",  # who supports: 配合单位
    "list",  # 哪些, 哪三个
    "section",  # 有哪些措施, 做了哪些事
    "row",  # 第100项是什么
    "group",  # 归在哪个工作目标下面, 属于第几部分
    "count",  # 一共列了多少项任务
    "filter",  # 由民政局牵头的有哪几项
    "verdict",  # 完成了吗, 过半了吗
    "difference",  # 相差几个百分点
    "rank",  # 谁更高, 排个序
    "reason",  # 为什么没有
    "when",  # 什么时候, 预计哪个月
    "origin",  # 哪个区域、哪一年提出的, 是谁的
]

Topic = Literal["", "smalltalk", "about", "corpus", "scope", "unclear"]


@dataclass(frozen=True, slots=True)
class Query:
    """A question as understood.

    ``text`` is the folded question with typos mended. ``districts`` are names as the index uses
    them (or as typed, where the index has no such district). ``kinds`` is empty when the question
    leaves open whether it wants results or plans. ``terms`` are the content words that are left
    when every slot is taken out; ``name`` is the name that is all a question asks for, where the
    lexicon or the documents have it ("新建雨、污水管网"). ``excluded`` are phrases that the
    question rules out ("不含开工续建"). ``doubts`` are stretches that no dictionary knows,
    each with the word that may be meant. ``slots`` holds the spans in ``text`` that the slots were
    read from. ``row`` counts from 1, -1 is the last row.
    """

    text: str
    districts: tuple[str, ...] = ()
    all_districts: bool = False
    periods: tuple[str, ...] = ()
    indicators: tuple[str, ...] = ()
    kinds: tuple[Kind, ...] = ()
    measures: tuple[Measure, ...] = ()
    asks: tuple[Ask, ...] = ("value",)
    terms: tuple[str, ...] = ()
    name: str = ""
    units: tuple[str, ...] = ()
    row: str = ""
    number: int | None = None
    document_kinds: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    topic: Topic = ""
    corrections: tuple[tuple[str, str], ...] = ()
    doubts: tuple[tuple[str, str], ...] = ()
    slots: Mapping[str, tuple[Span, ...]] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Turn:
    """A question of a conversation and what was answered: plain strings, so history serialises.

    ``row`` is the one table row that the answer was about, "file.txt#12"; ``rows`` are those that
    it listed, a line each, where these are several of one table.
    """

    question: str
    standalone_question: str
    text: str = ""
    refused: bool = False
    row: str = ""
    rows: str = ""


@dataclass(frozen=True, slots=True)
class Scope:
    """What a conversation is limited to; an empty field means everything."""

    sources: tuple[str, ...] = ()
    districts: tuple[str, ...] = ()
    years: tuple[str, ...] = ()


EVERYTHING = Scope()


@dataclass(frozen=True, slots=True)
class Stage:
    """Something the page can say while an answer is being made ("检索")."""

    label: str


@dataclass(frozen=True, slots=True)
class Delta:
    """A piece of the answer's text that has passed verification."""

    text: str


AnswerKind = Literal["answer", "refusal", "smalltalk", "clarify", "scope"]


@dataclass(frozen=True, slots=True)
class Answer:
    """What the reader of the page sees, with all of its proof.

    ``computed`` lists numbers that the answer derives and that therefore stand in no passage.
    ``refused`` is true when the documents do not answer, for small talk, and out of scope.
    ``notes`` are sentences about the run itself (a model that failed, say). ``trace`` is plain
    JSON.
    """

    question: str
    standalone_question: str
    text: str
    kind: AnswerKind = "answer"
    citations: tuple[Citation, ...] = ()
    computed: tuple[str, ...] = ()
    related: tuple[Related, ...] = ()
    comparison: Comparison | None = None
    mode: Literal["keyless", "model"] = "keyless"
    notes: tuple[str, ...] = ()
    trace: Mapping[str, Any] = field(default_factory=dict)
    seconds: float = 0.0

    @property
    def refused(self) -> bool:
        """True when this is anything but an answer from the documents."""
        return self.kind != "answer"


Event = Stage | Delta | Answer
