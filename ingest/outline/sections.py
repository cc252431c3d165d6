"""From headings to sections: which heading is above which, and where each section ends."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from assistant.schema import Section, Span
from ingest.outline.headings import (
    INLINE_RANK,
    UNNUMBERED_RANK,
    Heading,
    find_heading,
    find_inline_headings,
    find_opening_sentence,
    is_signature,
    make_unnumbered,
    may_stand_unnumbered,
    opens_appendix,
    states_figure,
)
from ingest.outline.interviews import find_asked
from ingest.outline.lines import Line
from ingest.outline.marks import find_marked, level
from ingest.outline.periods import heading_kind, years_in

# Above 编 and 章: parts without a number that hold numbered ones.
_PART_RANK = -0.5
_CLOSING = re.compile(
    r"(?:总体来看|总的来看|总的来说|综上|各位代表|同志们|在肯定成绩|在看到成绩|在总结成绩|以上报告)"
)
_LONG, _SENTENCE, _SHORT = 60, 10, 12
# No page number, which may stand alone below a heading.
_FIGURE_ALONE = re.compile(r"-?(?:\d[\d,]{3,}(?:\.\d+)?|\d{1,3}\.\d+)[%％]?")
_OF_YEAR = re.compile(r"(?:19|20)\d\d年[^区县市旗关]{2,18}$(?<!报告)(?<!汇报)")
_POINT = re.compile(r"[一二三四五六七八九十]是")


def find_headings(lines: Sequence[Line]) -> list[Heading]:
    """All headings of a document's own lines, in order."""
    numbered = [find_heading(line) for line in lines]
    _drop_items(lines, numbered)
    openings = _openings(lines, numbered)
    below = _next_numbered(numbered)
    doubled = _doubled(lines, numbered)
    marked = find_marked(lines)
    asked = find_asked(lines)
    found: list[Heading] = []
    part_rank: float | None = None
    year_rank = UNNUMBERED_RANK
    seen_numbered = False
    for index, line in enumerate(lines):
        heading = asked.get(index) or numbered[index] or openings.get(index)
        if heading is None and opens_appendix(line):
            heading = replace(make_unnumbered(line), rank=_PART_RANK)
        elif heading is None and index in marked:
            heading = marked[index][1]
        elif heading is None and index in doubled:
            heading = replace(make_unnumbered(line), rank=doubled[index])
        elif heading is None and _stands_as_heading(lines, numbered, index):
            heading = make_unnumbered(line)
        if heading is not None and heading.rank == UNNUMBERED_RANK:
            rank = _rank_of_unnumbered(below[index], part_rank, seen_numbered)
            if _tells_year(line.text):  # the parts of a report that tell a year each are alike
                rank = year_rank = min(rank, year_rank)
            heading = replace(heading, rank=rank)
            part_rank = rank if rank % 1 else part_rank
        seen_numbered = seen_numbered or numbered[index] is not None
        if heading is not None:
            found.append(heading)
        if heading is None or (heading.inline and heading.rank < INLINE_RANK):
            inner = find_inline_headings(line, _body(line, heading))
            found.extend(_beside(heading, part) for part in inner)
    return level(found, {heading.span[0]: mark for mark, heading in marked.values()})


def _beside(heading: Heading | None, part: Heading) -> Heading:
    """Put "二是…" inside a line that "一是…" opens beside it, not below."""
    if heading is None or not (_POINT.match(heading.text) and _POINT.match(part.text)):
        return part
    return replace(part, rank=heading.rank)


def _body(line: Line, heading: Heading | None) -> int:
    """Where a line's text begins behind its own heading."""
    body = heading.span[1] - line.start if heading is not None else 0
    while heading is not None and body < len(line.text) and line.text[body] in "。*：: ":
        body += 1
    return body


def _next_numbered(numbered: Sequence[Heading | None]) -> list[Heading | None]:
    """For each line the next numbered heading below it."""
    below: list[Heading | None] = []
    following: Heading | None = None
    for heading in reversed(numbered):
        below.append(following)
        if heading is not None and heading.rank < UNNUMBERED_RANK:
            following = heading
    return below[::-1]


def _drop_items(lines: Sequence[Line], numbered: list[Heading | None]) -> None:
    """Take out list items: whole sentences ("1.新增车位500个。") that nothing stands below.

    "一、本级收入" above "167500" is a row of a table of one cell a line.
    """
    for index, heading in enumerate(numbered):
        if heading is not None and _FIGURE_ALONE.fullmatch(_text_at(lines, index + 1)):
            numbered[index] = None
            continue
        if heading is None or heading.inline or not heading.terminated:
            continue
        if states_figure(heading.text) or _text_at(lines, index - 1).endswith(("；", ";")):
            numbered[index] = None  # the last of several that end in semicolons
            continue
        following = numbered[index + 1] if index + 1 < len(lines) else None
        below = _text_at(lines, index + 1)
        # "4.2024年…" and an item that states a figure are no headings, but items of the same list.
        goes_on = heading.number and re.match(rf"[(（]?{heading.number + 1}[)）.、．]", below)
        if index + 1 == len(lines) or goes_on or (following and following.rank <= heading.rank):
            numbered[index] = None


def _text_at(lines: Sequence[Line], index: int) -> str:
    return lines[index].text if 0 <= index < len(lines) else ""


def _openings(lines: Sequence[Line], numbered: Sequence[Heading | None]) -> dict[int, Heading]:
    """Neighbouring paragraphs without numbers that each open with a sentence naming its subject."""
    openings = {
        index: opening
        for index, line in enumerate(lines)
        if numbered[index] is None and (opening := find_opening_sentence(line)) is not None
    }
    return {i: opening for i, opening in openings.items() if i - 1 in openings or i + 1 in openings}


def _doubled(lines: Sequence[Line], numbered: Sequence[Heading | None]) -> dict[int, float]:
    """Bare headings of two levels, with their ranks, in a text that numbers nothing.

    Over "一般公共预算" stands "2023年决算情况": two bare lines, then prose. Where a text has such
    pairs, its other bare lines over prose are of the upper level if they name a year or tell
    results or plans, like the upper lines of the pairs.
    """
    if any(h is not None and h.rank < UNNUMBERED_RANK for h in numbered):
        return {}
    bare = [may_stand_unnumbered(line) for line in lines]
    tells = [_is_prose(line) for line in lines]
    ranks: dict[int, float] = {}
    pairs = 0
    for index in range(1, len(lines) - 1):
        if not bare[index] or not (tells[index - 1] or index - 1 in ranks):
            continue
        upper = bool(years_in(lines[index].text)) or heading_kind(lines[index].text) is not None
        over_pair = bare[index + 1] and index + 2 < len(lines) and tells[index + 2]
        if upper and over_pair and index - 1 not in ranks:
            ranks[index] = _PART_RANK
            pairs += 1
        elif tells[index + 1]:
            ranks[index] = _PART_RANK if upper and index - 1 not in ranks else UNNUMBERED_RANK - 1
    return ranks if pairs > 1 else {}


def _is_prose(line: Line) -> bool:
    return line.text[-1] in "。！!：:" and len(line.text) > 10


def _announces_numbered(line: Line, below: Heading | None) -> bool:
    """Whether a line like "重点工作方向:" tells results or plans, and numbering begins below it."""
    words = line.text.rstrip("：:")
    if below is None or below.number != 1 or len(words) == len(line.text) or len(words) > _SHORT:
        return False
    bare = Line(line.start, line.start + len(words), words)
    return heading_kind(words) is not None and may_stand_unnumbered(bare)


def _stands_as_heading(
    lines: Sequence[Line], numbered: Sequence[Heading | None], index: int
) -> bool:
    """Whether a bare short line heads what follows: prose, or numbering that begins anew.

    Of several bare lines in a row none is a heading; such a run is a list or a letterhead.
    """
    if index + 1 >= len(lines):
        return False
    below = numbered[index + 1]
    if _announces_numbered(lines[index], below):
        return True
    if not may_stand_unnumbered(lines[index]):
        return False
    if below is not None and below.rank < UNNUMBERED_RANK:
        heads = below.number == 1
    else:
        # What tells results or plans, as 下一步工作, heads a short sentence too.
        told = heading_kind(lines[index].text) is not None and len(lines[index].text) <= _SHORT
        least = _SENTENCE if told else _LONG
        heads = len(lines[index + 1].text) >= least and "。" in lines[index + 1].text
        heads = heads or (_tells_year(lines[index].text) and _is_prose(lines[index + 1]))
    above = lines[index - 1].text if index else "。"
    # No letterhead tells a year's results or plans: "2023年工作回顾" below its speaker.
    apart = above[-1] in "。!！；;：:" or _tells_year(lines[index].text)
    return heads and (apart or (index > 0 and numbered[index - 1] is not None))


def _tells_year(words: str) -> bool:
    """Whether a line says no more than that it is of the results or plans of a year.

    >>> _tells_year("2023年工作回顾"), _tells_year("2023年甲区工作情况的报告")
    (True, False)
    """
    return _OF_YEAR.match(words) is not None and heading_kind(words) is not None


def _rank_of_unnumbered(below: Heading | None, part_rank: float | None, numbered: bool) -> float:
    """The level of a heading without a number: above the numbering that begins anew below it.

    ``part_rank`` is the level of the last such heading, ``numbered`` whether a number stood before.
    """
    if below is not None and below.number == 1:
        return below.rank - 0.5
    if below is None and part_rank is not None:
        return part_rank
    return UNNUMBERED_RANK if numbered else _PART_RANK


def make_sections(
    headings: Sequence[Heading],
    lines: Sequence[Line],
    extents: Sequence[Span],
    stops: Sequence[int],
) -> list[Section]:
    """Nest headings by rank. A section ends at the next heading of its level, or at a stop.

    ``lines`` are those searched for headings, ``extents`` the spans of all that a section may hold.
    """
    headings = sorted(headings, key=lambda h: h.start)
    boundaries: list[tuple[int, float, Heading | None]] = [(h.start, h.rank, h) for h in headings]
    boundaries += [(start, -99.0, None) for start in (*stops, extents[-1][1] if extents else 0)]
    boundaries += [(start, rank, None) for start, rank in _closings(headings, lines)]
    sections: list[Section] = []
    stack: list[tuple[Heading, int]] = []
    for position, rank, heading in sorted(boundaries, key=lambda b: (b[0], b[1])):
        while stack and stack[-1][0].rank >= rank:
            _, index = stack.pop()
            sections[index] = replace(sections[index], end=_end_before(extents, position))
        if heading is not None:
            path = (*(above.text for above, _ in stack), heading.text)
            sections.append(Section(path, heading.start, position, heading.span))
            stack.append((heading, len(sections) - 1))
    return sections


def _end_before(extents: Sequence[Span], position: int) -> int:
    """Where the text above a position ends, which is the position itself inside a line."""
    return min(extents[bisect_left(extents, (position, 0)) - 1][1], position)


def _closings(headings: Sequence[Heading], lines: Sequence[Line]) -> list[tuple[int, float]]:
    """Where sections end before the next heading: (position, lowest rank that ends there).

    A heading inside a paragraph ends with it. Where numbered headings stand inside their only
    paragraph ("4.社会大局和谐稳定。开展…" in 003), a paragraph more behind the last of them sums up
    what is above: it belongs to the section that the next heading is a part or a neighbour of.
    """
    starts = [line.start for line in lines]
    closings = _signature(lines)
    single: dict[float, list[bool]] = {}
    extra: list[tuple[Heading, Line, Heading | None]] = []
    for heading, following in zip(headings, [*headings[1:], None], strict=False):
        index = bisect_right(starts, heading.start) - 1
        if heading.rank == INLINE_RANK:
            closings.append((lines[index].end, INLINE_RANK))
        elif heading.inline:
            stop = following.start if following is not None else lines[-1].end
            inline = following is not None and following.rank == INLINE_RANK
            alone = inline or index + 1 >= len(lines) or lines[index + 1].start >= stop
            single.setdefault(heading.rank, []).append(alone)
            if not alone and (following is None or following.rank < heading.rank):
                extra.append((heading, lines[index + 1], following))
    for heading, line, following in extra:
        alike = single[heading.rank]
        if (len(alike) >= 3 and sum(alike) >= 0.7 * len(alike)) or _CLOSING.match(line.text):
            closings.append((line.start, _rank_closed(line, following)))
    return closings


def _signature(lines: Sequence[Line]) -> list[tuple[int, float]]:
    """The office and date under a document belong to no section."""
    first = len(lines)
    while first > max(len(lines) - 4, 0) and is_signature(lines[first - 1]):
        first -= 1
    return [(lines[first].start, -98.0)] if first < len(lines) else []


def _rank_closed(line: Line, following: Heading | None) -> float:
    if following is not None:
        return following.rank + 0.25
    return -98.0 if _CLOSING.match(line.text) else 4.25
