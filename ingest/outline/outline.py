"""The outline of a document: its sections, and what around and inside it is not its own text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from assistant.schema import Row, Section, Span, Table
from ingest.outline.front_matter import find_furniture, find_running_heads
from ingest.outline.headings import find_heading
from ingest.outline.lines import Line, SpanSet, merge_spans, split_lines
from ingest.outline.repeats import find_repeats
from ingest.outline.script import simplify
from ingest.outline.sections import find_headings, make_sections
from ingest.outline.titles import find_broken_title, find_title, find_title_over_labels


@dataclass(frozen=True, slots=True)
class Outline:
    """Sections in the order of their headings, and the spans that are not answered from.

    ``furniture`` is front matter, navigation, page headers and numbers; ``duplicates`` are bodies
    that stand in the file once more. ``title`` is the span of the document's title, or None.
    """

    sections: tuple[Section, ...] = ()
    furniture: tuple[Span, ...] = ()
    duplicates: tuple[Span, ...] = ()
    title: Span | None = None


_CONTENTS_ENTRY = re.compile(r"[.…·\s]{2,}\d{1,4}$|\s\d{1,3}$")


def parse_outline(text: str, tables: Sequence[Table] = ()) -> Outline:
    """Find a document's sections, furniture, repeated bodies and title.

    Text inside tables is not searched for headings: their chapter rows become sections as the
    tables tell them.
    """
    plain = simplify(text)
    in_table = SpanSet([(table.start, table.end) for table in tables])
    everything = split_lines(plain)
    lines = [line for line in everything if line.start not in in_table]
    prose_start = _prose_start(lines, tables)
    furniture = find_furniture(lines, prose_start) | _contents(lines)
    title = find_title(lines, prose_start, furniture)
    title = title or find_title_over_labels(lines, furniture)
    furniture |= find_running_heads(lines, furniture, title[0] if title else None)
    furniture |= _breadcrumbs(lines, furniture, title[0] if title else 0)
    spans = merge_spans([(lines[i].start, lines[i].end) for i in furniture])
    duplicates = find_repeats(everything, SpanSet(spans))
    left_out = SpanSet([*spans, *duplicates])
    titled = {*range(title[0], title[1] + 1), *find_broken_title(lines, title)} if title else set()
    body = [ln for i, ln in enumerate(lines) if i not in titled and ln.start not in left_out]
    stops = [start for start, _ in duplicates]
    extents = [(line.start, line.end) for line in everything if line.start not in left_out]
    headings = [replace(h, text=text[slice(*h.span)]) for h in find_headings(body)]
    sections = make_sections(headings, body, extents, stops)
    sections += _table_sections(text, tables, sections, left_out)
    return Outline(
        sections=tuple(sorted(sections, key=lambda s: (s.start, len(s.path)))),
        furniture=spans,
        duplicates=duplicates,
        title=(lines[title[0]].start, lines[title[1]].end) if title else None,
    )


def _prose_start(lines: Sequence[Line], tables: Sequence[Table]) -> int:
    """The index of the first line that is the document's own: a heading, a paragraph, a table."""
    first_table = tables[0].start if tables else float("inf")
    for index, line in enumerate(lines):
        heading = find_heading(line)
        is_title = heading is not None and heading.number == 0
        if line.start >= first_table or (heading is not None and not is_title):
            return index
        if len(line.text) >= 60 and "。" in line.text:
            return index
    return len(lines)


def _contents(lines: Sequence[Line]) -> set[int]:
    """A table of contents: the lines under 目录 that come back below or end in a page number."""
    for index, line in enumerate(lines[:200]):
        if re.sub(r"[\s*#]", "", line.text) not in ("目录", "目次"):
            continue
        later = {entry.text for entry in lines[index + 1 :]}
        found = {index}
        entries: set[str] = set()
        for position in range(index + 1, len(lines)):
            entry = _CONTENTS_ENTRY.sub("", lines[position].text)
            numbered = entry != lines[position].text
            if len(entry) > 60 or entry in entries or not (numbered or entry in later):
                break
            entries.add(entry)
            found.add(position)
        return found
    return set()


def _breadcrumbs(lines: Sequence[Line], furniture: set[int], title: int) -> set[int]:
    """Bare words between a body and the front matter that follows ("规划计划" thrice in 003)."""
    found: set[int] = set()
    for index in range(len(lines) - 1, -1, -1):
        words = lines[index].text
        bare = len(words) <= 8 and not re.search(r"[\d。:：、,，(（]", words)
        if bare and index not in furniture and (index + 1 in furniture or index + 1 in found):
            found.add(index)
    follows = _follow_text(lines, found | furniture)
    return {i for i in found if i > title and follows[i]}


def _follow_text(lines: Sequence[Line], skipped: set[int]) -> list[bool]:
    """For each line whether what stands last before it, or it itself, ends a sentence."""
    follows: list[bool] = []
    ended = True
    for index, line in enumerate(lines):
        if index not in skipped:
            ended = line.text[-1] in "。！!；;"
        follows.append(ended)
    return follows


def _table_sections(
    text: str, tables: Sequence[Table], sections: Sequence[Section], left_out: SpanSet
) -> list[Section]:
    """The chapters and groups of tables as sections, below the heading around the table."""
    found: list[Section] = []
    paths = PathIndex(sections)
    for table in tables:
        outer = paths.at(table.start)
        rows = [row for row in table.rows if row.start not in left_out]
        ends = [table.start, *(row.end for row in rows)]
        before = {row.start: end for row, end in zip(rows, ends, strict=False)}
        for path, run in _runs(rows):
            start = text.find(path[-1], before[run[0].start], run[0].end)
            if start >= 0 and path[-1]:
                heading = (start, start + len(path[-1]))
                end = max(run[-1].end, heading[1])
                found.append(Section(join_paths(outer, path), start, end, heading))
    return found


def _runs(rows: Sequence[Row]) -> Iterator[tuple[tuple[str, ...], list[Row]]]:
    """Neighbouring rows below the same chapter, and below the same group of it, with their path."""
    for depth in range(1, max((len(row.section_path) for row in rows), default=0) + 1):
        for path, run in groupby(rows, key=lambda row: row.section_path[:depth]):
            if len(path) == depth:
                yield path, list(run)


def join_paths(outer: tuple[str, ...], inner: tuple[str, ...]) -> tuple[str, ...]:
    """Put the path inside a table below the path around it, unless it has that already.

    >>> join_paths(("附件",), ("一、工业", "提质")), join_paths(("一、工业",), ("一、工业", "提质"))
    (('附件', '一、工业', '提质'), ('一、工业', '提质'))
    """
    return inner if inner[: len(outer)] == outer else (*outer, *inner)


class PathIndex:
    """The section path of any position in a document."""

    def __init__(self, sections: Sequence[Section]) -> None:
        events = [(s.start, 1, s.path) for s in sections] + [(s.end, 0, s.path) for s in sections]
        active: list[tuple[str, ...]] = []
        self._starts: list[int] = []
        self._paths: list[tuple[str, ...]] = []
        for position, opens, path in sorted(events, key=lambda event: (event[0], event[1])):
            if opens:
                active.append(path)
            elif path in active:
                active.remove(path)
            self._starts.append(position)
            self._paths.append(max(reversed(active), key=len, default=()))

    def at(self, position: int) -> tuple[str, ...]:
        """The path of the innermost section that holds the position."""
        index = bisect_right(self._starts, position) - 1
        return self._paths[index] if index >= 0 else ()
