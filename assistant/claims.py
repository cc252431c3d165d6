"""Whether a sentence that a model wrote may be shown: every figure, name and place in it is proved.

``assistant.verify`` asks whether a number stands in what is cited. A model can do worse than
invent: give another district's figure, a target for a result, one indicator's value for another's.
So each figure is held against the indicators of the cited passages, district, period, kind and
name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from assistant import cues
from assistant.amounts import base
from assistant.arithmetic import operation_of
from assistant.bindings import DONE, EXPECTED, PLANNED, Bindings, Context, around, places_in
from assistant.grounds import Ground, Grounds, squeezed
from assistant.lexicon.indicators import load_indicators
from assistant.matching import canonical_names
from assistant.periods import is_whole_year, year_of
from assistant.quantities import Quantity, comparable, find_quantities, same_quantity
from assistant.schema import Indicator, Query, Span
from assistant.text import fold_text, is_han
from assistant.tokenizer import segments
from assistant.verify import MARKER, Fault, check_line

NO_MARKER = "句子没有引用编号"
WRONG_DISTRICT = "地区与出处不符"
WRONG_PERIOD = "年份或期间与出处不符"
WRONG_KIND = "目标、完成、预计与出处不符"
WRONG_THING = "数字在出处里说的是另一项"
NOT_THERE = "出处里没有这样的说法"
WRONG_ROW = "项目的序号与出处不符"
NO_VERDICT = "高低、是否完成的结论没有核对过"

SUPPORT_NEEDED = 0.6  # of a sentence's content words that its passages have
NAME_NEEDED = 0.4  # of a figure's name in pairs of characters that the words around it have
VERBATIM = 6  # characters around a figure that, if they stand in the passage, name it
_PLANS, _RESULTS = {"target", "floor"}, {"actual", "estimate"}
_ROW = re.compile(r"第\s*(\d{1,4}(?:-\d{1,3})?)\s*[项条号]")
_QUOTED = re.compile(r"《([^《》]{1,60})》|“([^“”]{1,60})”|「([^「」]{1,60})」")
_LATIN = re.compile(r"[A-Za-z][A-Za-z0-9+.\-/:]*")
_VERDICT = re.compile(
    r"高于|低于|多于|少于|大于|小于|[更最][高低多少大小快慢好强优]|领先|落后|超过|超额|赶超"
    r"|(?:未|没有|没|尚未)(?:能)?(?:完成|达到|达成|实现)|(?:完成|达到|达成|实现)(?:了)?(?:年度|全年|预期|既定)?目标"
    r"|相同|持平|一样|相当于?|过半|居首|垫底"
)
_MORE, _LESS = re.compile(r"高于|多于|大于|超过|高出|多出"), re.compile(r"低于|少于|小于|不及")


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of a sentence up to its markers: these passages have to prove it."""

    start: int
    end: int
    markers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence under examination. ``computed`` are the spans of figures that it derives."""

    text: str
    cited: Grounds
    context: Context
    computed: Sequence[Span]

    @property
    def plain(self) -> str:
        """The sentence with its markers blanked; places in it stay where they are."""
        return MARKER.sub(lambda m: " " * len(m.group()), self.text)

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
    computed, derived = _computed(text, cited, context)
    citations = [g.citation for g in cited.values()]
    faults = check_line(text, citations, derived)
    claim = Claim(text, cited, context, computed)
    for check in CHECKS if not faults else ():
        faults = list(check(claim))
        if faults:
            break
    return Checked(faults, [] if faults else derived)


def check_structure(text: str, grounds: Grounds, context: Context) -> bool:
    """True if a lead-in or a table's header has only words of the evidence and the question."""
    claim = Claim(text, grounds, context, ())
    return text.strip("|-: ") == "" or not [*_words(claim), *_names(claim)]


def is_structure(text: str) -> bool:
    """True for a line that states nothing: a table's header or rule, a lead-in, a heading.

    >>> [is_structure(t) for t in ("|---|---|", "| 地区 | 数值 |", "主要措施包括:", "增长6%:")]
    [True, True, True, False]
    """
    if MARKER.search(text) or find_quantities(text):
        return False
    return text.startswith("|") or (len(text) <= 40 and text.endswith((":", "：")))


def segments_of(text: str) -> list[Segment]:
    """Return the parts of a sentence that its markers close; what follows the last one joins it.

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
    if found:
        found[-1] = replace(found[-1], end=len(text))
    return found


def _districts(claim: Claim) -> Iterator[Fault]:
    """Each place that is named is the passage's own or stands in it."""
    for segment, grounds in claim.parts():
        for name, start, end in places_in(claim.text, claim.context):
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
    for segment, grounds in claim.parts():
        for quantity in found:
            if segment.start <= quantity.start < segment.end:
                reason = _fault_of(quantity, grounds, said)
                if reason:
                    yield Fault(claim.text, reason, quantity.text)


def _fault_of(quantity: Quantity, grounds: Sequence[Ground], said: Bindings) -> str:
    """Say why no passage proves a figure as the sentence puts it; nothing if one does."""
    reason = ""
    for ground in grounds:
        if not ground.holds(quantity) and not ground.figures(quantity):
            continue
        if not _of_district(ground, *said.district(quantity), said.context.query):
            reason = reason or WRONG_DISTRICT
            continue
        candidates: list[Indicator | None] = [*ground.figures(quantity)] or [None]
        faults = [_indicator_fault(quantity, ground, i, said) for i in candidates]
        if "" in faults:
            return ""
        reason = reason or faults[0]
    # Where no passage holds it at all, it is a label's number, which check_line has looked at.
    return reason


def _of_district(ground: Ground, district: str, words: str, query: Query) -> bool:
    if district:
        return ground.speaks_for(district) or (bool(words) and ground.names(words))
    return not query.districts or any(ground.speaks_for(d) for d in query.districts)


def _indicator_fault(
    quantity: Quantity, ground: Ground, indicator: Indicator | None, said: Bindings
) -> str:
    if not _in_period(quantity, ground, indicator, said):
        return WRONG_PERIOD
    kind = indicator.kind if indicator else ground.citation.kind
    if not _of_kind(quantity, kind, ground, said):
        return WRONG_KIND
    return "" if _of_thing(quantity, ground, indicator, said) else WRONG_THING


def _in_period(
    quantity: Quantity, ground: Ground, indicator: Indicator | None, said: Bindings
) -> bool:
    """The period that is said is the figure's; a part of the year is never left unsaid."""
    stated = ground.period_of(indicator)
    bound, words = said.period(quantity)
    if not stated or bound == stated:
        return True
    if not bound:
        asked = said.context.query.periods
        return not asked or stated in asked
    if words and _stand_together(words, quantity, said.text, ground):
        return True
    # "到2025年底" of a figure of the year; "一季度" of a number that is no indicator's.
    near = is_whole_year(stated) and not is_whole_year(bound) and year_of(bound) == stated
    return (near or indicator is None) and bool(words) and ground.names(words)


def _stand_together(words: str, quantity: Quantity, text: str, ground: Ground) -> bool:
    """True if the passage has the period, the figure and all between them as the sentence has."""
    start = text.find(words)
    return start >= 0 and ground.names(text[start : quantity.end])


def _of_kind(quantity: Quantity, kind: str, ground: Ground, said: Bindings) -> bool:
    """A plan is called one, a result is not; what the passage itself says so counts."""
    told = said.told(quantity, ground)
    if kind in _PLANS:
        asked = set(said.context.query.kinds)
        wanted = bool(asked) and asked <= _PLANS
        quoted = said.quotes_plan(quantity, ground) or said.is_quotation(ground)
        return told.planned or (not told.done and (wanted or quoted))
    if kind == "estimate":
        return bool(EXPECTED.search(" ".join([*said.scope(quantity), said.label])))
    return not (kind == "actual" and told.planned and not told.last_done)


def _of_thing(
    quantity: Quantity, ground: Ground, indicator: Indicator | None, said: Bindings
) -> bool:
    """The words around a figure name what it is of in the passage."""
    window = said.window(quantity)
    near = squeezed(window)[-VERBATIM - len(squeezed(quantity.text)) :]
    if len(near) >= VERBATIM and near in ground.folded:
        return True
    if indicator is None:
        return _shares_neighbours(window, quantity, ground)
    named = said.indicators(quantity)
    plain = indicator.indicator.split("(")[0]
    if named and plain in load_indicators().names():
        return plain in named or bool(canonical_names(fold_text(indicator.name)) & named)
    own = shared(indicator.name, window)
    if own >= NAME_NEEDED:
        return True
    rivals = [i for i in ground.indicators if i is not indicator and i.figure != indicator.figure]
    if any(shared(i.name, window) >= max(NAME_NEEDED, own + 0.2) for i in rivals):
        return False
    wider = said.text + said.context.lead_in + said.context.query.text
    return shared(indicator.name, wider) >= NAME_NEEDED or plain in said.context.query.indicators


def shared(words: str, text: str) -> float:
    """Share of the pairs of characters of some words that a text has.

    >>> shared("停车泊位", "新增停车位"), shared("停车泊位", "停车泊位1350个")
    (0.3333333333333333, 1.0)
    """
    words, text = squeezed(words), squeezed(text)
    pairs = [words[i : i + 2] for i in range(len(words) - 1)] or [words]
    return sum(pair in text for pair in pairs) / len(pairs)


def _shares_neighbours(window: str, quantity: Quantity, ground: Ground) -> bool:
    """True if words beside a figure stand beside it in the passage too."""
    words = squeezed(window[: len(window) - len(quantity.text)])[-12:]
    pairs = {words[i : i + 2] for i in range(len(words) - 1)}
    for other in ground.quantities:
        if same_quantity(other, quantity):
            around = squeezed(ground.citation.text[max(0, other.start - 24) : other.end + 8])
            if any(pair in around for pair in pairs):
                return True
    return ground.citation.row is not None or not pairs


def _names(claim: Claim) -> Iterator[Fault]:
    """Names in quotation marks and Latin words stand in the passages or in the question."""
    plain, asked = claim.plain, squeezed(claim.context.query.text)
    quoted = [next(filter(None, m.groups())) for m in _QUOTED.finditer(plain)]
    for name in (*quoted, *_LATIN.findall(fold_text(plain))):
        if not _supported(name, claim.cited.values()) and squeezed(name) not in asked:
            yield Fault(claim.text, NOT_THERE, name)


def _words(claim: Claim) -> Iterator[Fault]:
    """Most of the content words stand in the passages or in the question."""
    asked = squeezed(claim.context.query.text)
    words = [w for w in segments(claim.plain) if len(w) > 1 and w not in cues.FUNCTION_WORDS]
    words = [w for w in words if all(is_han(char) for char in w)]
    missing = [w for w in words if not _supported(w, claim.cited.values()) and w not in asked]
    if len(missing) > 1 and len(words) - len(missing) < SUPPORT_NEEDED * len(words):
        yield Fault(claim.text, NOT_THERE, "、".join(missing[:3]))


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
        in_row = any(g.citation.row is not None for g in grounds)
        for pattern, needed in ((PLANNED, _PLANS), (DONE, _RESULTS)):
            labelled = pattern.search(said.label)
            if labelled and quoted and not quoted & needed:
                yield Fault(claim.text, WRONG_KIND, labelled.group())
            for match in pattern.finditer(claim.plain, segment.start, segment.end):
                # A row tells plan and progress side by side: only its own words say which.
                own = not any(g.names(match.group()) for g in grounds)
                in_label = match.start() < len(said.label)
                quoted_so = any(g.names(around(match)) for g in grounds)
                loose = in_row and not in_label and not quoted_so
                if loose or (own and not kinds & needed):
                    yield Fault(claim.text, WRONG_KIND, match.group())


def _verdicts(claim: Claim) -> Iterator[Fault]:
    """Who is higher and what was reached is computed, quoted, or not said."""
    match = _VERDICT.search(claim.plain)
    if match is None:
        return
    near = squeezed(claim.plain[max(0, match.start() - 4) : match.end() + 2])
    folded = squeezed(claim.plain).strip("。")
    concluded = [squeezed(v).strip("。") for v in claim.context.verdicts]
    quoted = any(near in g.folded for g in claim.cited.values())
    told = any(folded in v or v in folded for v in concluded)
    if not quoted and not told and not _is_true_order(claim.plain):
        yield Fault(claim.text, NO_VERDICT, match.group())


def _is_true_order(plain: str) -> bool:
    """True for "甲区增长7%,高于乙区的6%" where 7 is more than 6."""
    quantities = find_quantities(plain)
    more, less = _MORE.search(plain), _LESS.search(plain)
    if len(quantities) < 2 or bool(more) == bool(less):
        return False
    word = more or less
    assert word is not None
    before = [q for q in quantities if q.end <= word.start()]
    after = [q for q in quantities if q.start >= word.start()]
    if not before or not after or not comparable(before[-1].unit, after[0].unit):
        return False
    one, other = base(before[-1])[0], base(after[0])[0]
    return one > other if more else one < other


def _computed(text: str, cited: Grounds, context: Context) -> tuple[list[Span], list[str]]:
    """Return the figures of a sentence that are computed, and how: "6.6%-5.8%=0.8个百分点".

    Operands are figures that the sentence or one before it states and that a passage holds.
    """
    plain = MARKER.sub(lambda m: " " * len(m.group()), text)
    found = find_quantities(plain)
    stated = [q for q in found if any(g.holds(q) for g in cited.values())]
    operands = list(dict.fromkeys([*stated, *context.said]))
    derived = {
        (q.start, q.end): f"{operation}={q.text}"
        for q in found
        if q not in stated and (operation := operation_of(q, operands, plain))
    }
    return list(derived), list(derived.values())


CHECKS: tuple[Callable[[Claim], Iterator[Fault]], ...] = (
    _districts,
    _periods,
    _row_numbers,
    _figures,
    _names,
    _words,
    _kind_words,
    _verdicts,
)
