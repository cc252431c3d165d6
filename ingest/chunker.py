"""Passages: a document cut into the units that are indexed, shown and cited."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Literal

from assistant.language.columns import role_of
from assistant.schema import Chunk, Kind, Profile, Row, Span, Table
from assistant.text import split_sentences
from ingest.outline.lines import SpanSet, merge_spans, split_lines
from ingest.outline.outline import Outline, PathIndex, join_paths
from ingest.outline.periods import chunk_period_and_kind, years_in
from ingest.profile.kinds import is_task_list
from ingest.profile.sections import place_of
from ingest.tables.items import is_list

__all__ = ["CHUNKER_VERSION", "chunk_period_and_kind", "split_chunks"]

CHUNKER_VERSION = "1"

# A paragraph up to the first length stays whole; a longer one is cut into pieces up to the second.
_MAX_PARAGRAPH = 1500
_MAX_PIECE = 800
_OFFICES = re.compile(r"[(（]?(?:责任|牵头|配合|承办|主办|实施|落实)(?:单位|部门|领导)\s?[:：]")


_MARK = re.compile(r"\s*([◆◇●○■□★☆▲△▶►•·✓✔√※])")  # before the items of a list
_FEWEST_TOLD = 2  # items that say themselves that they are results


@dataclass(frozen=True, slots=True)
class _Piece:
    start: int
    end: int
    path: tuple[str, ...]


def split_chunks(
    text: str,
    source: str,
    document_id: str,
    profile: Profile,
    outline: Outline,
    tables: Sequence[Table] = (),
) -> tuple[Chunk, ...]:
    """Cut a document into chunks, in its order: table rows, paragraphs, pieces of long paragraphs.

    Every line belongs to a chunk except furniture, duplicates, titles and header rows of tables.
    """
    paths = PathIndex(outline.sections)
    skipped = SpanSet([*outline.furniture, *outline.duplicates])
    chunks = [
        _chunk(text, source, document_id, profile, piece, outline.title)
        for piece in _with_offices(text, _prose(text, outline, tables, paths))
    ]
    chunks = _told_alike(chunks)
    number = above = 0
    for table in tables:
        outer = paths.at(max(table.start - 1, 0))
        note = _note_over(text, above, table)
        for row in table.rows:
            if row.start not in skipped:
                path = join_paths(outer, row.section_path)
                chunks.append(
                    _row_chunk(text, source, document_id, profile, table, row, number, path, note)
                )
            number += 1
        above = table.end
    return tuple(sorted(chunks, key=lambda chunk: (chunk.start, chunk.end)))


def _chunk(
    text: str, source: str, document_id: str, profile: Profile, piece: _Piece, title: Span | None
) -> Chunk:
    passage = text[piece.start : piece.end]
    period, kind = chunk_period_and_kind(piece.path, passage, profile)
    if title is not None and piece.end <= title[1] and "。" not in passage:
        # A title names both what was and what is planned and claims neither.
        period, kind = "", ""
    other = place_of(piece.path, profile)
    return Chunk(
        id=_chunk_id(document_id, piece.start, piece.end, passage),
        source=source,
        start=piece.start,
        end=piece.end,
        text=passage,
        title=profile.title,
        district=other.name if other and not other.inside else profile.district,
        period=period,
        document_kind=profile.kind,
        kind=kind,
        section_path=piece.path,
    )


def _told_alike(chunks: Sequence[Chunk]) -> list[Chunk]:
    """Passages with the items of a list told as results where all others of it tell that.

    "◆新增托位80个" says by its own word what was done, "◆燃气管道改造35公里" beside it does not.
    """
    told = list(chunks)
    marked = [m[1] if (m := _MARK.match(chunk.text)) else "" for chunk in chunks]
    lists = [(mark, chunk.section_path) for mark, chunk in zip(marked, chunks, strict=True)]
    for (mark, _), run in groupby(range(len(told)), key=lambda at: lists[at]):
        items = list(run)
        lead = items[0] - 1
        told_as = [told[at] for at in ([lead] if lead >= 0 else []) + items if told[at].kind]
        periods = {chunk.period for chunk in told_as}
        if not mark or len(told_as) < _FEWEST_TOLD or len(periods) > 1:
            continue
        if {chunk.kind for chunk in told_as} == {"actual"}:
            period = periods.pop()
            told[items[0] : items[-1] + 1] = [
                chunk if chunk.kind else replace(chunk, kind="actual", period=period)
                for chunk in told[items[0] : items[-1] + 1]
            ]
    return told


def _row_chunk(
    text: str,
    source: str,
    document_id: str,
    profile: Profile,
    table: Table,
    row: Row,
    number: int,
    path: tuple[str, ...],
    note: re.Match[str] | None,
) -> Chunk:
    passage = text[row.start : row.end]
    kind: Kind | Literal[""] = ""
    period = _period_of_rows(table, path, profile)
    if is_list(table):
        period, kind = chunk_period_and_kind(path, passage, profile)
    return Chunk(
        id=_chunk_id(document_id, row.start, row.end, passage),
        source=source,
        start=row.start,
        end=row.end,
        text=passage,
        title=profile.title,
        district=profile.district,
        period=period,
        document_kind=profile.kind,
        kind=kind,
        section_path=path,
        context=_labels(text, table, row, note),
        row=number,
    )


def _period_of_rows(table: Table, path: tuple[str, ...], profile: Profile) -> str:
    """When the rows of a table hold: its title's or heading's year, else what the document tells.

    Beside goals and what came of them, the year that is reported is meant, not the one planned.
    In a plan of several years the headers' one year tells which of them: 2024年目标.
    """
    told, planned = profile.periods.get("reported", ""), profile.periods.get("planned", "")
    if "/" in planned:
        headed = {year for header in table.header for year in years_in(header)}
        first, last = planned.split("/")
        if len(headed) == 1 and first[:4] <= min(headed) <= last[:4]:
            return headed.pop()
    roles = {role_of(header) for header in table.header}
    # In a report on half a year a table without goals tells that half.
    half = "/" in told and told[:4] == planned and "target" not in roles
    # "2024年工作安排" below a table of 2023, which the title tells, is of no row.
    titled = is_task_list(profile.kind) and years_in(profile.title) == [told]
    if not ("progress" in roles or half or titled):
        told, planned = planned, told
    period = profile.periods.get("progress") or told or planned
    named = (years_in(words) for words in (table.title, *reversed(path)))
    year = next((years[0] for years in named if len(years) == 1), "")
    return year if year and "/" not in planned and year not in period else period


# "填报单位:甲区统计局" is no unit of measure; "单位:个、亿元" names those of several columns.
_UNIT_NOTE = re.compile(
    r"(?<![填制编任头])(?<!填报)(?<!报送)((?:金额)?单位\s?[:：]\s?[^\s、，,。;；)）|*]{1,8}"
    r"(?:、[一-鿿]{1,4}(?=[\s、)）|]|$))*)(?:[、，,]\s?([%％‰]))?"
)
_NOTE_WITHIN = 40  # characters above a table
# Below the title, over what is said before the table: a line that is no more than the note.
_NOTE_ALONE = re.compile(r"^[\s(（*]*(?:金额)?单位\s?[:：][^\n:：|]{1,20}$", re.MULTILINE)
_NOTE_OVER = 600


def _labels(text: str, table: Table, row: Row, over: re.Match[str] | None) -> tuple[str, ...]:
    """The unit over the table or chapter, and the header names, inherited cells behind their own.

    A list has no header row: its names stand in the row itself, or nowhere in the text.
    """
    inherited = row.inherited
    above = [over] if over else []
    above += [m for part in row.section_path for m in _UNIT_NOTE.finditer(part)]
    labels = [unit for note in above[-1:] for unit in note.groups() if unit]
    if not table.headers:
        labels += [text[slice(*span)] for span in inherited.values()]
        return tuple(dict.fromkeys(labels))
    for header in dict.fromkeys([*table.header, *row.cells]):
        labels.append(header)
        if header in inherited:
            start, end = inherited[header]
            labels.append(text[start:end])
    return tuple(dict.fromkeys(label for label in labels if label.strip()))


def _note_over(text: str, above: int, table: Table) -> re.Match[str] | None:
    """The note on units that holds for a table: right above it, or alone below the last table."""
    first = table.headers[0][0] if table.headers else table.start
    start = max(0, table.start - _NOTE_WITHIN)
    alone = _NOTE_ALONE.search(text, max(above, table.start - _NOTE_OVER), table.start)
    notes = list(_UNIT_NOTE.finditer(text, min(start, alone.start()) if alone else start, first))
    return notes[-1] if notes else None


def _chunk_id(document_id: str, start: int, end: int, passage: str) -> str:
    key = f"{document_id}\n{start}\n{end}\n{passage}"
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:24]


def _prose(
    text: str, outline: Outline, tables: Sequence[Table], paths: PathIndex
) -> Iterator[_Piece]:
    """The pieces of all that is no table row; a heading on its own joins what follows it."""
    heading_ends: dict[int, int] = {}
    for section in outline.sections:
        heading_ends[section.start] = max(section.heading[1], heading_ends.get(section.start, 0))
    waiting: list[_Piece] = []
    for start, end in _uncovered(text, outline, tables, sorted(heading_ends)):
        piece = _Piece(start, end, paths.at(start))
        opens = start in heading_ends
        if waiting and not _continues(text, waiting[-1], piece, opens):
            yield from _cut_long(text, _merged(waiting))
            waiting = []
        waiting.append(piece)
        if text[heading_ends.get(start, start) : end].strip("#* \t\u3000。：:"):
            yield from _cut_long(text, _merged(waiting))
            waiting = []
    if waiting:
        yield from _cut_long(text, _merged(waiting))


def _with_offices(text: str, pieces: Iterable[_Piece]) -> Iterator[_Piece]:
    """Put items of a list together with the line below them that says whose they are."""
    waiting: list[_Piece] = []
    for piece in pieces:
        if waiting and (
            piece.path != waiting[-1].path or text[waiting[-1].end : piece.start].strip()
        ):
            yield from waiting
            waiting = []
        waiting.append(piece)
        if len(waiting) > 1 and _OFFICES.match(text, piece.start):
            if piece.end - waiting[0].start <= _MAX_PIECE:
                waiting = [_merged(waiting)]
            yield from waiting
            waiting = []
    yield from waiting


def _uncovered(
    text: str, outline: Outline, tables: Sequence[Table], cuts: Sequence[int]
) -> Iterator[Span]:
    """Lines outside rows, header rows, table titles, furniture and duplicates, cut at headings."""
    covered = [*outline.furniture, *outline.duplicates]
    for table in tables:
        covered.extend((row.start, row.end) for row in table.rows)
        covered.extend(table.headers)
        covered.extend(_title_lines(text, table))
    spans = merge_spans(covered)
    starts = [start for start, _ in spans]
    for line in split_lines(text):
        position = line.start
        index = max(bisect_right(starts, position) - 1, 0)
        while position < line.end:
            while index < len(spans) and spans[index][1] <= position:
                index += 1
            start, end = spans[index] if index < len(spans) else (line.end, line.end)
            if start > position:
                yield from _cut_at(text, position, min(start, line.end), cuts)
            position = max(end, position + 1) if start < line.end else line.end


def _title_lines(text: str, table: Table) -> Iterator[Span]:
    if table.title:
        for line in split_lines(text[table.start : table.end]):
            if line.text.strip("|\t ") == table.title.strip("|\t "):
                yield table.start + line.start, table.start + line.end


def _cut_at(text: str, start: int, end: int, cuts: Sequence[int]) -> Iterator[Span]:
    inside = cuts[bisect_right(cuts, start) : bisect_left(cuts, end)]
    for first, last in zip([start, *inside], [*inside, end], strict=True):
        words = text[first:last]
        if words.strip("|\t \u3000"):
            first += len(words) - len(words.lstrip())
            yield first, first + len(words.strip())


def _continues(text: str, heading: _Piece, piece: _Piece, opens: bool) -> bool:
    """Whether a piece, which may open a section, stands directly below a heading it belongs to."""
    below = piece.path[: len(heading.path)] == heading.path
    deeper = len(piece.path) > len(heading.path) or not opens
    return below and deeper and not text[heading.end : piece.start].strip()


def _merged(pieces: Sequence[_Piece]) -> _Piece:
    return _Piece(pieces[0].start, pieces[-1].end, pieces[-1].path)


def _cut_long(text: str, piece: _Piece) -> Iterator[_Piece]:
    """Cut a piece that is too long at the ends of sentences, or anywhere where there are none."""
    if piece.end - piece.start <= _MAX_PARAGRAPH:
        yield piece
        return
    start = last = piece.start
    ends = [end for _, end in split_sentences(text[piece.start : piece.end], piece.start)]
    for end in [*ends, piece.end]:
        while end - start > _MAX_PIECE:
            cut = last if last > start else start + _MAX_PIECE
            yield from _trimmed(text, start, cut, piece.path)
            start = last = cut
        last = end
    yield from _trimmed(text, start, piece.end, piece.path)


def _trimmed(text: str, start: int, end: int, path: tuple[str, ...]) -> Iterator[_Piece]:
    words = text[start:end]
    if words.strip():
        start += len(words) - len(words.lstrip())
        yield _Piece(start, start + len(words.strip()), path)
