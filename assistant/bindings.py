"""What the words of a sentence say of each figure in it: whose, of when, planned or done.

Only the sentence, the lead-in above it and the question are read here; whether it is true is for
``assistant.claims``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from assistant.grounds import Ground, squeezed
from assistant.lexicon.districts import load_gazetteer
from assistant.matching import canonical_names
from assistant.periods import find_periods, year_of
from assistant.quantities import Quantity, find_quantities
from assistant.schema import Query
from assistant.statements import whole_year
from assistant.text import fold_text, split_clauses

PLANNED = re.compile(
    r"目标|计划|力争|争取|预期|确保|拟(?=[^定])|规划|要求|安排|将(?!军)|不低于|打算|期望"
)
DONE = re.compile(r"完成|实现|达成|已|实际|累计|建成|结果")
EXPECTED = re.compile(r"预计|预估|预期|有望|估计|初步")
_PLANNED_LABEL = re.compile(PLANNED.pattern + "|任务")
_RESPECTIVELY = re.compile(r"分别|依次|各为")
_NUMBERING = re.compile(r"^\s*(?:[-*]\s*)?(?:第[\d-]+[项条号]\s*|\d{1,3}[.、)）](?!\d))?")
LABEL = 40  # characters that a label before a colon may have


@dataclass
class Context:
    """What a sentence takes over from its question and from the lead-in above it.

    ``said`` are figures of sentences that have passed: with those of the sentence itself they are
    what arithmetic may start from. ``verdicts`` are conclusions that were computed from cited
    values, each as its text.
    """

    query: Query
    known_districts: Sequence[str] = ()
    lead_in: str = ""
    said: list[Quantity] = field(default_factory=list)
    verdicts: Sequence[str] = ()


Mention = tuple[str, int, int]  # a district's or period's name, and where the words for it stand


def places_in(text: str, context: Context) -> list[Mention]:
    """Return the districts that a text names."""
    found = load_gazetteer().find(text, known=tuple(context.known_districts))
    return [(m.name, m.start, m.end) for m in found]


def periods_in(text: str, year: str = "") -> list[Mention]:
    """Return the periods that a text names; ``year`` is that of "1-5月" and 去年."""
    found = find_periods(text, year)
    return [(whole_year(m.period), m.start, m.end) for m in found if m.period]


@dataclass(frozen=True, slots=True)
class Told:
    """Whether words call a figure planned, done, and whether the nearer ones call it done."""

    planned: bool
    done: bool
    last_done: bool


class Bindings:
    """What the words of a sentence say of each figure in it."""

    def __init__(self, text: str, context: Context, quantities: Sequence[Quantity]) -> None:
        self.text, self.context, self.quantities = text, context, quantities
        self.places = places_in(text, context)
        self.periods = periods_in(text, self._year)
        self.clauses = split_clauses(text)

    @property
    def _year(self) -> str:
        """The year that "1-5月" and 去年 belong to: the first one named, else the one asked for."""
        named = [m.period[:4] for m in find_periods(self.text) if m.period[:4].isdigit()]
        asked = {year_of(p) for p in self.context.query.periods if p}
        return named[0] if named else asked.pop() if len(asked) == 1 else ""

    def district(self, quantity: Quantity) -> tuple[str, str]:
        """The district named for a figure: by order, before it, after it, or in the lead-in.

        The second text is the words that name it in the sentence.
        """
        return self._bound(quantity, self.places, self._led(places=True))

    def period(self, quantity: Quantity) -> tuple[str, str]:
        """The period named for a figure, likewise, with its words."""
        return self._bound(quantity, self.periods, self._led(places=False))

    def _led(self, *, places: bool) -> Sequence[Mention]:
        lead_in = self.context.lead_in
        if not lead_in:
            return ()
        return places_in(lead_in, self.context) if places else periods_in(lead_in)

    def _bound(
        self, quantity: Quantity, named: Sequence[Mention], led: Sequence[Mention]
    ) -> tuple[str, str]:
        outside = [n for n in named if not n[1] <= quantity.start < n[2]]
        if _RESPECTIVELY.search(self.text) and 1 < len(outside) == len(self.quantities):
            found = outside[self.quantities.index(quantity)]
            return found[0], self.text[found[1] : found[2]]
        before = [n for n in outside if n[1] < quantity.start]
        if before or outside:
            found = before[-1] if before else outside[0]
            return found[0], self.text[found[1] : found[2]]
        return (led[0][0], "") if len({n[0] for n in led}) == 1 else ("", "")

    def scope(self, quantity: Quantity) -> Iterator[str]:
        """The texts that may say whether a figure is planned or done, nearest first."""
        before = [c for c in self.clauses if c[0] <= quantity.start]
        for start, end in reversed(before):
            yield self.text[start:end]
        yield self.context.lead_in

    @property
    def label(self) -> str:
        """What stands before a colon: it says what all that follows is."""
        head, colon, _ = self.text.replace("：", ":").partition(":")
        return head if colon and len(head) <= LABEL and not find_quantities(head) else ""

    def window(self, quantity: Quantity) -> str:
        """The words since the figure before this one, this one included."""
        starts = [q.end for q in self.quantities if q.end <= quantity.start]
        return self.text[max(starts, default=0) : quantity.end]

    def indicators(self, quantity: Quantity) -> frozenset[str]:
        """Canonical names of the indicators that the nearest words name for a figure."""
        near = (self.window(quantity), *self.scope(quantity), self.context.query.text)
        return next(filter(None, (canonical_names(fold_text(text)) for text in near)), frozenset())

    def told(self, quantity: Quantity, ground: Ground) -> Told:
        """What the nearest words of the sentence's own call a figure.

        Words that belong to a name in the passage ("详细规划12个") call it nothing.
        """
        label = self.label
        planned, done = bool(_PLANNED_LABEL.search(label)), bool(DONE.search(label))
        if planned != done or (done and not ground.names(label)):
            return Told(planned and not done, done, done)
        for text in self.scope(quantity):
            plans = [m.start() for m in PLANNED.finditer(text) if not ground.names(around(m))]
            dones = [m.start() for m in DONE.finditer(text) if not ground.names(around(m))]
            if plans or dones:
                last = max(plans, default=-1) < max(dones, default=-1)
                return Told(bool(plans), bool(dones), last)
        return Told(False, False, False)

    @property
    def quote(self) -> str:
        """All but the label, the numbering and what ends the sentence."""
        text = _NUMBERING.sub("", self.text)
        if self.label:
            text = text.replace("：", ":").split(":", 1)[1]
        return text.strip(" 。;；,，…:：")

    def is_quotation(self, ground: Ground) -> bool:
        """True if all but the label is the passage's own, to the letter."""
        return len(self.quote) >= 6 and squeezed(self.quote) in ground.folded

    def quotes_plan(self, quantity: Quantity, ground: Ground) -> bool:
        """True if the words of the passage itself, repeated here, call a figure planned."""
        return any(
            ground.names(around(m)) for m in PLANNED.finditer(" ".join(self.scope(quantity)))
        )


def around(match: re.Match[str]) -> str:
    """Return a match with its neighbours, as it may stand inside a name of the passage."""
    text = match.string
    return squeezed(text[max(0, match.start() - 2) : match.end() + 2]).strip("-*|:,、;()[]。")
