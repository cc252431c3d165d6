"""Whether a sentence that a model wrote may be shown: every figure, name and place in it is proved.

``verification.verify`` asks whether a number stands in what is cited. A model can do worse than
invent: give another district's figure, a target for a result, one indicator's value for another's,
the neighbour row's department. So each part of a sentence is held against the passages that its
markers name; figures are looked at in ``assistant.verification.figure_claims``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from assistant.language.columns import role_of
from assistant.language.quantities import Quantity, base, comparable, find_quantities
from assistant.schema import MARKER, PLAN_KINDS, Span
from assistant.text import fold_text
from assistant.verification.arithmetic import operation_of
from assistant.verification.bindings import DONE, PLANNED, Bindings, Context, around, places_in
from assistant.verification.counts import counted_items
from assistant.verification.figure_claims import (
    ELSEWHERE,
    RESULTS,
    WRONG_DISTRICT,
    WRONG_KIND,
    WRONG_PERIOD,
    WRONG_THING,
    fault_of_figure,
    is_elsewhere,
    is_repeated,
)
from assistant.verification.grounds import Ground, Grounds, levelled, squeezed
from assistant.verification.roles import share_of_pairs, wrong_name
from assistant.verification.verdicts import absent_clauses, unproved_verdict
from assistant.verification.verify import Fault, check_line
from assistant.verification.wording import unknown_words, unproved_claims

NO_MARKER = "句子没有引用编号"
NOT_THERE = "出处里没有这样的说法"
WRONG_ROW = "项目的序号与出处不符"
WRONG_NAME = "牵头、配合的单位或人与出处不符"
NO_VERDICT = "高低、是否完成的结论没有核对过"

_ROW = re.compile(r"第\s*(\d{1,4}(?:-\d{1,3})?)\s*[项条号]")
_QUOTED = re.compile(r"《([^《》]{1,60})》|“([^“”]{1,60})”|「([^「」]{1,60})」")
_TOLD_WITHIN = 14  # characters before a computed figure that say what it is
_CONCLUDED = (
    re.compile(r"(?:相差|差距?|高于[^\d]*|低于[^\d]*|高出|低了?|[多少]了?)[^\d,;。加]{0,3}$"),
    re.compile(r"增加了?[^\d,;。]{0,3}$"),
    re.compile(r"减少了?[^\d,;。]{0,3}$"),
    re.compile(r"(?:占|完成)[^,;。]{0,12}的$"),
)
_LATIN = re.compile(r"[A-Za-z][A-Za-z0-9+.\-/:]*")


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of a sentence up to its markers: these passages have to prove it."""

    start: int
    end: int
    markers: tuple[int, ...]


@dataclass(frozen=True)
class Claim:
    """A sentence under examination. ``computed`` are the spans of figures that it derives.

    ``cited`` are the passages that its markers name, ``grounds`` all that the model was given.
    """

    text: str
    cited: Grounds
    grounds: Grounds
    context: Context
    computed: Sequence[Span]

    @cached_property
    def plain(self) -> str:
        """The sentence with markers and what is rightly said to be missing blanked, in place."""
        blank = MARKER.sub(lambda m: " " * len(m.group()), levelled(self.text))
        known = self.context.known_districts
        return absent_clauses(blank, self.context.conclusions, known)

    def parts(self) -> Iterator[tuple[Segment, list[Ground]]]:
        """Its segments, each with the passages that have to prove it."""
        for segment in segments_of(self.text):
            yield segment, [self.cited[m] for m in segment.markers]


@dataclass(frozen=True, slots=True)
class Checked:
    """What is wrong with a sentence, and the figures it computes: "6.6%-5.8%=0.8个百分点"."""

    faults: list[Fault]
    computed: list[str]


def check_sentence(text: str, grounds: Grounds, context: Context) -> Checked:
    """Hold a sentence against what it cites; without faults it may be shown."""
    markers = list(dict.fromkeys(int(m) for m in MARKER.findall(text)))
    if not markers:
        return Checked([Fault(text, NO_MARKER, "")], [])
    cited = {m: grounds[m] for m in markers if m in grounds}
    claim = Claim(text, cited, grounds, context, ())
    computed, derived = _computed(claim)
    claim = Claim(text, cited, grounds, context, computed)
    citations = [g.citation for g in cited.values()]
    stated = claim.plain + "".join(f"[{m}]" for m in markers)
    faults = [Fault(text, f.reason, f.found) for f in check_line(stated, citations, derived)]
    for check in CHECKS if not faults else ():
        faults = list(check(claim))
        if faults:
            break
    return Checked(faults, [] if faults else [d for d in derived if "=" in d])


def check_structure(text: str, grounds: Grounds, context: Context) -> bool:
    """True if a lead-in or a table's header has only words of the evidence and the question."""
    claim = Claim(text, grounds, grounds, context, ())
    asked = squeezed(context.query.text)
    counts = find_quantities(text)
    listed = [q for q in counts if q.value == len(context.query.districts)]
    if counts and counted_items(text, counts, asked) != counts and listed != counts:
        return False
    return text.strip("|-: ") == "" or not [*_words(claim), *_names(claim)]


def is_structure(text: str) -> bool:
    """True for a line that states nothing: a table's header or rule, a lead-in, a heading.

    >>> [is_structure(t) for t in ("|---|---|", "| 地区 | 数值 |", "主要措施包括:", "增长6%:")]
    [True, True, True, False]
    """
    if MARKER.search(text) or any(not _is_han_count(q.text) for q in find_quantities(text)):
        return False
    return text.startswith("|") or (len(text) <= 40 and text.endswith((":", "：")))


def _is_han_count(text: str) -> bool:
    return re.fullmatch(r"[一二两三四五六七八九十]{1,2}[\u4e00-\u9fff]", text) is not None


def segments_of(text: str) -> list[Segment]:
    """Return the parts of a sentence that its markers close; what follows may rest on all of them.

    >>> [(s.start, s.end, s.markers) for s in segments_of("甲6%[1],乙7%[2][3]。")]
    [(0, 6, (1,)), (6, 17, (2, 3))]
    """
    runs = list(re.finditer(r"(?:\[\d+\]\s*)+", text))
    found: list[Segment] = []
    start = 0
    for run in runs:
        markers = tuple(int(m) for m in MARKER.findall(run.group()))
        found.append(Segment(start, run.end(), markers))
        start = run.end()
    if found and re.search(r"\w", text[start:]):
        every = tuple(dict.fromkeys(m for segment in found for m in segment.markers))
        found.append(Segment(start, len(text), every))
    elif found:
        found[-1] = Segment(found[-1].start, len(text), found[-1].markers)
    return found


def _districts(claim: Claim) -> Iterator[Fault]:
    """Each place that is named is the passage's own or stands in it."""
    for segment, grounds in claim.parts():
        for name, start, end in places_in(claim.plain, claim.context):
            words = claim.text[start:end]
            spoken = any(g.speaks_for(name) or g.names(words) for g in grounds)
            if segment.start <= start < segment.end and not spoken:
                yield Fault(claim.text, WRONG_DISTRICT, words)


def _periods(claim: Claim) -> Iterator[Fault]:
    """Each period that is named is one that the passage speaks of, or stands in it."""
    said = Bindings(claim.plain, claim.context, ())
    for segment, grounds in claim.parts():
        for period, start, end in said.periods:
            words = claim.text[start:end]
            known = any(g.speaks_of(period) or g.names(words) for g in grounds)
            if segment.start <= start < segment.end and not known:
                yield Fault(claim.text, WRONG_PERIOD, words)


def _row_numbers(claim: Claim) -> Iterator[Fault]:
    """A row that is named by its number ("第15项") is the one that is cited."""
    for segment, grounds in claim.parts():
        for match in _ROW.finditer(claim.plain, segment.start, segment.end):
            if not any(match.group(1) in g.row_numbers for g in grounds):
                yield Fault(claim.text, WRONG_ROW, match.group())


def _figures(claim: Claim) -> Iterator[Fault]:
    """Each figure is of the district, period and kind that the sentence says, and of its thing."""
    found = [q for q in find_quantities(claim.plain) if (q.start, q.end) not in claim.computed]
    said = Bindings(claim.plain, claim.context, found)
    every, cited = list(claim.grounds.values()), list(claim.cited.values())
    for segment, grounds in claim.parts():
        for quantity in found:
            if not segment.start <= quantity.start < segment.end:
                continue
            if is_elsewhere(quantity, grounds, cited):
                yield Fault(claim.text, ELSEWHERE, quantity.text)
            if is_repeated(quantity, said, cited, said.after(quantity)):
                yield Fault(claim.text, WRONG_THING, quantity.text)
            reason = fault_of_figure(quantity, grounds, every, said)
            if reason:
                yield Fault(claim.text, reason, quantity.text)


def _parts(claim: Claim) -> Iterator[Fault]:
    """Who leads and who supports stands so in the cited row."""
    asked = claim.context.query.text
    known = [claim.grounds[m] for m in claim.context.answering if m in claim.grounds]
    for segment, grounds in claim.parts():
        name = wrong_name(claim.plain, segment.start, segment.end, grounds, asked, known)
        if name:
            yield Fault(claim.text, WRONG_NAME, name)


def _names(claim: Claim) -> Iterator[Fault]:
    """Names in quotation marks and Latin words stand in the passages or in the question."""
    plain, asked = claim.plain, squeezed(claim.context.query.text)
    quoted = [next(filter(None, m.groups())) for m in _QUOTED.finditer(plain)]
    for name in (*quoted, *_LATIN.findall(fold_text(plain))):
        if not _supported(name, claim.cited.values()) and squeezed(name) not in asked:
            yield Fault(claim.text, NOT_THERE, name)


def _words(claim: Claim) -> Iterator[Fault]:
    """The content words stand in the passages or in the question, causes and ranks in place."""
    asked = squeezed(claim.context.query.text)
    grounds = list(claim.cited.values())
    figures = bool(find_quantities(claim.plain))
    said = Bindings(claim.plain, claim.context, ())
    quoted = any(said.is_quotation(ground) for ground in grounds)
    text = said.label if quoted else claim.plain
    missing = unknown_words(text, grounds, asked, figures)
    if missing:
        yield Fault(claim.text, NOT_THERE, "、".join(missing[:3]))
    for claimed in unproved_claims(text, grounds, asked):
        yield Fault(claim.text, NOT_THERE, claimed)


def _supported(word: str, grounds: Iterable[Ground]) -> bool:
    return any(g.means(word) for g in grounds)


def _kind_words(claim: Claim) -> Iterator[Fault]:
    """A sentence without figures calls planned what is planned, done what is done."""
    if find_quantities(claim.plain):
        return
    said = Bindings(claim.plain, claim.context, ())
    for segment, grounds in claim.parts():
        kinds = {kind for g in grounds for kind in g.kinds}
        quoted = {g.kind_at(said.quote) for g in grounds} - {""}
        for pattern, needed in ((PLANNED, PLAN_KINDS), (DONE, RESULTS)):
            labelled = pattern.search(said.label)
            if labelled and quoted and not quoted & needed:
                yield Fault(claim.text, WRONG_KIND, labelled.group())
            for match in pattern.finditer(claim.plain, segment.start, segment.end):
                in_label = match.start() < len(said.label)
                if any(squeezed(around(match)) in g.folded for g in grounds):
                    continue
                rows = [g for g in grounds if g.row is not None]
                words = said.quote if in_label else _clause_around(match)
                told = _cell_tells(words, rows, needed) if rows else bool(kinds & needed)
                against = pattern is PLANNED and not in_label and DONE.search(said.label)
                if not told or against:
                    yield Fault(claim.text, WRONG_KIND, match.group())


def _clause_around(match: re.Match[str]) -> str:
    clauses = re.finditer(r"[^,;。]+", match.string)
    return next(m.group() for m in clauses if m.start() <= match.start() < m.end())


def _cell_tells(clause: str, rows: Sequence[Ground], needed: frozenset[str]) -> bool:
    """True if words that are called 目标 or 已 stand in a cell of that kind."""
    for ground in rows:
        assert ground.row is not None
        shares = {"plan": 0.0, "result": 0.0}
        for header, cell in ground.row.cells.items():
            kind = {"target": "plan", "group": "plan", "progress": "result"}.get(role_of(header))
            if kind:
                share = share_of_pairs(clause, squeezed(cell.text))
                shares[kind] = max(shares[kind], share)
        plan = shares["plan"] >= shares["result"]
        done = shares["result"] >= shares["plan"] and shares["result"] > 0
        if plan if needed == PLAN_KINDS else done:
            return True
    return False


def _verdicts(claim: Claim) -> Iterator[Fault]:
    """Who is higher and what was reached is computed, quoted, or not said."""
    folded = squeezed(claim.plain).strip("。")
    concluded = [squeezed(v).strip("。") for v in claim.context.verdicts]
    if any(folded in v or v in folded for v in concluded):
        return
    quantities = find_quantities(claim.plain)
    said = Bindings(claim.plain, claim.context, quantities)
    if any(said.is_quotation(ground) for ground in claim.cited.values()):
        return
    figures = [(said.district(q)[0], q) for q in quantities]
    passages = [g.folded for g in claim.cited.values()]
    words = unproved_verdict(claim.plain, figures, claim.context.conclusions, passages)
    if words:
        yield Fault(claim.text, NO_VERDICT, words)


def _computed(claim: Claim) -> tuple[list[Span], list[str]]:
    """Return the figures of a sentence that are computed, and how: "6.6%-5.8%=0.8个百分点".

    Operands are figures that the sentence or one before it states and that a passage holds.
    Counts of what the sentence lists itself are given as they are.
    """
    found = find_quantities(claim.plain)
    cited = list(claim.cited.values())
    stated = [q for q in found if any(g.holds(q) or g.figures(q) for g in cited)]
    operands = list(dict.fromkeys([*stated, *claim.context.said]))
    counts = counted_items(claim.plain, found, claim.context.query.text)
    derived = {(q.start, q.end): q.text for q in counts}
    for q in found:
        if q in counts or any(g.holds(q) for g in cited):
            continue
        operation = operation_of(q, operands, claim.plain, [g.folded for g in cited])
        if operation:
            fall = "减少" if q.sign == "-" and "-" not in q.text else ""
            derived[q.start, q.end] = f"{operation}={fall}{q.text}"
    # A share that the answer without a model has computed: "完成目标的53.7%".
    for q in found:
        if q not in stated and (q.start, q.end) not in derived and _is_concluded(q, claim):
            derived[q.start, q.end] = q.text
    return list(derived), list(derived.values())


def _is_concluded(quantity: Quantity, claim: Claim) -> bool:
    """True if a difference or a share is told as one that the keyless answer has computed."""
    before = claim.plain[: quantity.start][-_TOLD_WITHIN:]
    return any(
        abs(base(quantity)[0]) == abs(base(q)[0])
        and comparable(quantity.unit, q.unit)
        and pattern.search(before)
        and pattern.search(line[: q.start])
        for line in claim.context.verdicts
        for q in find_quantities(line)
        for pattern in _CONCLUDED
    )


CHECKS: tuple[Callable[[Claim], Iterator[Fault]], ...] = (
    _districts,
    _periods,
    _row_numbers,
    _figures,
    _parts,
    _kind_words,
    _names,
    _words,
    _verdicts,
)
