"""What the words of a sentence say of each figure in it: whose, of when, planned or done.

Only the sentence, the lead-in above it and the question are read here; whether it is true is for
``assistant.verification.claims``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from assistant.evidence.terms import canonical_names
from assistant.language.period_mentions import find_periods
from assistant.language.periods import whole_year, year_of
from assistant.language.quantities import Quantity, find_quantities
from assistant.language.tokenizer import is_word
from assistant.lexicon.districts import load_gazetteer
from assistant.schema import Query
from assistant.text import fold_text, split_clauses
from assistant.verification.grounds import Ground, squeezed
from assistant.verification.verdicts import Conclusions

PLANNED = re.compile(
    r"目标|计划|承诺|提出(?!的?问题)|力争|争取|预期|确保|拟(?=[^定])|规划|要求|安排|将(?!军)|不低于|打算|期望|准备"
    r"|(?<![需主重纲摘概])要(?![求点素闻])"
)
DONE = re.compile(r"完成|实现|达成|已|实际|累计|建成|结果|(?<![为除到])了(?![解结])")
EXPECTED = re.compile(r"预计|预估|预期|有望|估计|初步")
_PLANNED_LABEL = re.compile(PLANNED.pattern + "|任务")
_CALLED_BEFORE = re.compile(r"(?:(?:目标|计划)(?:数|值)?|(?:年度|全年|目标)任务)[^\d,;。的]{0,3}$")
_CALLED_AFTER = re.compile(
    r"^(?:(?:这一?项?|的)(?:年度|全年|年初)?(?:目标|任务|计划)|(?:年度|全年)?(?:目标|计划))"
)
_CALLED_LATER = re.compile(r"^[^,;。]*这一?项?(?:目标|任务)")
_NAMES_ON = re.compile(r"以[上下](?![的、和])[\u4e00-\u9fff]")  # "10亿元以上项目" is a name
_DENIED = re.compile(r"(?:未|没有?|尚未|不)\S?$")
MEASURES = re.compile(r"措施|举措|打算|安排|部署|要求|计划|任务")
_RESPECTIVELY = re.compile(r"分别|依次|各为")
_JOINTS = re.compile(r"[、,]|以及|[和与及]")
_COMMON = re.compile(r"同比|环比|较上年|比上年|也|均|增速|增长|下降")
_NUMBERING = re.compile(r"^\s*(?:[-*]\s*)?(?:第[\d-]+[项条号]\s*|\d{1,3}[.、)）](?!\d))?")
LABEL = 40  # characters that a label before a colon may have


@dataclass
class Context:
    """What a sentence takes over from its question and from the lead-in above it.

    ``said`` are figures of sentences that have passed: with those of the sentence itself they are
    what arithmetic may start from. ``verdicts`` are conclusions that were computed from cited
    values, each as its text, ``conclusions`` what they say;
    ``answering`` are the markers of the passages that the keyless answer rests on.
    """

    query: Query
    known_districts: Sequence[str] = ()
    lead_in: str = ""
    said: list[Quantity] = field(default_factory=list)
    verdicts: Sequence[str] = ()
    conclusions: Conclusions = field(default_factory=Conclusions)
    answering: frozenset[int] = frozenset()


Mention = tuple[str, int, int]  # a district's or period's name, and where the words for it stand


def places_in(text: str, context: Context) -> list[Mention]:
    """Return the districts that a text names."""
    found = load_gazetteer().find(text, known=tuple(context.known_districts))
    return [
        (m.name, m.start, m.end)
        for m in found
        if m.name in context.known_districts or not _is_inside_word(text, m.start)
    ]


def _is_inside_word(text: str, start: int) -> bool:
    """True for 增城 in 新增城市书房: its first character belongs to the word before."""
    return start > 0 and is_word(text[start - 1 : start + 1])


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

    @property
    def stands_alone(self) -> bool:
        """True if it says itself whose or of when it speaks, so that it has to say all."""
        return bool(self.places or self.periods)

    def district(self, quantity: Quantity) -> tuple[str, str]:
        """The district named for a figure: by order, before it, after it, or in the lead-in.

        The second text is the words that name it in the sentence.
        """
        return self._bound(quantity, self.places, self._led(places=True))

    def period(self, quantity: Quantity) -> tuple[str, str]:
        """The period named for a figure, likewise, with its words."""
        named = [n for n in self.periods if self._holds_for(n, quantity)]
        return self._bound(quantity, named, self._led(places=False))

    def _holds_for(self, period: Mention, quantity: Quantity) -> bool:
        """False for "较2022年" before a figure that is not "较2022年的63742元"."""
        _, start, end = period
        if start == 0 or self.text[start - 1] not in "较比":
            return True
        between = self.text[end : quantity.start]
        return between.startswith("的") and not find_quantities(between)

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
        ends = [q.end for q in self.quantities if q.end <= quantity.start]
        ends = [end for end in ends if not _NAMES_ON.match(self.text, max(0, end - 2))]
        ends.append(self.text.rfind(";", 0, quantity.start) + 1)
        return self.text[max(ends) : quantity.end]

    def before(self, quantity: Quantity) -> str:
        """All that stands before a figure."""
        return self.text[: quantity.start]

    def after(self, quantity: Quantity) -> str:
        """What follows a figure, up to the next one."""
        starts = [q.start for q in self.quantities if q.start >= quantity.end]
        return self.text[quantity.end : min(starts, default=len(self.text))]

    def reach(self, quantity: Quantity) -> str:
        """The window with what directly follows the figure: "382场比赛"."""
        following = re.match(r"(?:“[^”]{1,12}”|[^\d,;。、\s]){0,16}", self.after(quantity))
        return self.window(quantity) + (following.group() if following else "")

    def items(self, quantity: Quantity) -> tuple[int, list[str]] | None:
        """Which of the items before 分别 a figure belongs to, and all of them; None without 分别.

        No items are given where they cannot be told: then the order proves nothing.
        """
        joints = [m for m in _RESPECTIVELY.finditer(self.text) if m.start() < quantity.start]
        if not joints:
            return None
        joint = joints[-1]
        following = self._run_after(joint.end())
        if quantity not in following or len(following) < 2:
            return None
        head = re.split(r"[;。:]", self.text[: joint.start()])[-1]
        parts = [p for p in _JOINTS.split(head) if _COMMON.sub("", p).strip()]
        fits = len(parts) >= len(following)
        return following.index(quantity), parts[-len(following) :] if fits else []

    def names_anew(self, start: int, end: int) -> bool:
        """True if a district or a period is named between two places."""
        return any(start <= n[1] < end for n in [*self.places, *self.periods])

    def places_fit(self, quantity: Quantity) -> bool:
        """True if 分别 joins districts or periods to the figures, one to one."""
        listed = self.items(quantity)
        parts = len(listed[1]) if listed else 0
        outside = [n for n in self.places if n[1] < quantity.start]
        times = [n for n in self.periods if n[1] < quantity.start]
        return parts > 1 and parts in (len(outside), len(times))

    def _run_after(self, at: int) -> list[Quantity]:
        """The figures of one list: "增长3.1%和2.6%"."""
        run: list[Quantity] = []
        for quantity in (q for q in self.quantities if q.start >= at):
            between = self.text[run[-1].end : quantity.start] if run else ""
            if run and not re.fullmatch(r"\s*(?:、|,|和|与|及|以及)\s*", between):
                break
            run.append(quantity)
        return run

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
        called = _CALLED_BEFORE.search(self.before(quantity)) or _CALLED_AFTER.match(
            self.after(quantity)
        )
        if called or _CALLED_LATER.match(self.text[quantity.end :]):
            return Told(planned=True, done=False, last_done=False)
        for text in self.scope(quantity):
            plans = [m.start() for m in PLANNED.finditer(text) if not _is_in_name(m, ground)]
            dones = [m.start() for m in DONE.finditer(text) if not ground.names(around(m))]
            if plans or dones:
                last = max(plans, default=-1) < max(dones, default=-1)
                return Told(bool(plans), bool(dones), last)
            if DONE.search(text):
                break  # done in the passage's own words
        done = self._is_done_after(quantity, ground)
        return Told(False, done, done)

    def _is_done_after(self, quantity: Quantity, ground: Ground) -> bool:
        """True if the words after the last figure call it done: "新增2745个,已完成"."""
        return not any(q.start >= quantity.end for q in self.quantities) and any(
            not _DENIED.search(self.text[: quantity.end + m.start()])
            and not ground.names(around(m))
            for m in DONE.finditer(self.after(quantity))
        )

    @property
    def quote(self) -> str:
        """All but the label, the numbering and what ends the sentence."""
        text = _NUMBERING.sub("", self.text)
        if self.label:
            text = text.replace("：", ":").split(":", 1)[1]
        return text.strip(" 。;；,，…:：")

    def is_quotation(self, ground: Ground) -> bool:
        """True if all but the label is the passage's own, to the letter."""
        parts = [squeezed(part) for part in re.split("…+", self.quote)]
        return len(self.quote) >= 6 and all(part in ground.folded for part in parts)

    def quotes_plan(self, quantity: Quantity, ground: Ground) -> bool:
        """True if the words of the passage itself, repeated here, call a figure planned."""
        return any(
            ground.names(around(m)) for m in PLANNED.finditer(" ".join(self.scope(quantity)))
        )


def _is_in_name(match: re.Match[str], ground: Ground) -> bool:
    """True for 规划 in 详细规划, which the passage has."""
    before = squeezed(match.string[max(0, match.start() - 2) : match.end()])
    return ground.names(around(match)) or (before != match.group() and before in ground.folded)


def around(match: re.Match[str]) -> str:
    """Return a match with its neighbours, as it may stand inside a name of the passage."""
    text = match.string
    return squeezed(text[max(0, match.start() - 2) : match.end() + 2]).strip("-*|:,、;()[]。")
