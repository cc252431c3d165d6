"""Sentences of a model → the text that may be shown: those that pass, numbered anew, in order.

Keeps what failed and why, so that it can be asked for once more, and judges in the end whether what
passed still answers the question.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from assistant.answers.conclusions import MISSING
from assistant.evidence.draft import TASK
from assistant.generation.sentences import Sentence
from assistant.language.period_mentions import find_periods
from assistant.language.quantities import Quantity, find_quantities, same_quantity
from assistant.schema import MARKER, Answer, Citation
from assistant.verification.bindings import Context
from assistant.verification.claims import NO_MARKER, check_sentence, check_structure, is_structure
from assistant.verification.grounds import Grounds, levelled, squeezed
from assistant.verification.things import shared
from assistant.verification.verdicts import absent_clauses, is_bare_verdict, read_conclusions
from assistant.verification.verify import Fault
from assistant.verification.wording import unknown_words

MOST_REPEATS = 3  # of one sentence, after which a model is taken to be going round in circles
LIST_LINES = 3  # lines from which an answer is a list, which may be told in part
LIST_SHARE = 0.5
WORDS_SHARED = 0.6  # of a line's pairs of characters, from which a text says the same
NEAR_ENOUGH = 0.5  # of the best line's share of the question's words, to be part of the answer
NO_FIGURE = "文中没有给出具体数值"
_ITEM = ("-", "*", "•", "·", "|")


@dataclass
class Composer:
    """Takes sentences one by one; ``text`` is what was released so far."""

    grounds: Grounds
    context: Context
    base: Answer
    text: str = ""
    released: int = 0
    repeats: int = 0
    faults: list[Fault] = field(default_factory=list)
    computed: list[str] = field(default_factory=list)
    _numbers: dict[int, int] = field(default_factory=dict)
    _pending: list[str] = field(default_factory=list)
    _seen: set[str] = field(default_factory=set)
    _line_open: bool = False
    _first: tuple[int, int] | None = None  # failed and released before the repair

    def __post_init__(self) -> None:
        concluded = conclusions_of(self.base)
        self._concluded = {squeezed(v).strip("。") for v in concluded}
        self.context.answering = frozenset(c.marker for c in self.base.citations)
        self.context.conclusions = read_conclusions(concluded, missing_of(self.base))
        if self.base.comparison is not None:
            self._append(table_of(self.base))
            self._line_open = False

    def offer(self, sentence: Sentence) -> str:
        """Return what to show for a sentence; nothing if it is held back or has failed."""
        text = sentence.text
        if text in self._seen:
            self.repeats += 1
            return ""
        self._seen.add(text)
        if squeezed(text).strip("。-") in self._concluded or self._is_bare_verdict(text):
            return self._release(text, sentence.ends_line)
        if is_structure(text):
            self._hold(text)
            return ""
        if text.startswith("|") and self.base.comparison is not None:
            return ""  # the table that stands there already is proved cell by cell
        if not text.startswith(_ITEM):
            self.context.lead_in = self._lead_in()
        text, faults, derived = self._checked(text)
        if faults:
            self.faults += faults
            return ""
        self.computed += derived
        self.context.said += find_quantities(MARKER.sub("", text))
        self.released += 1
        return self._release(text, sentence.ends_line)

    def _is_bare_verdict(self, text: str) -> bool:
        """True for "没有完成。" and the like, where the keyless answer has come to the same."""
        if MARKER.search(text) or find_quantities(text):
            return False
        known, concluded = self.context.known_districts, self.context.conclusions
        plain = levelled(text)
        left = absent_clauses(plain, concluded, known)
        asked = squeezed("".join([self.context.query.text, *conclusions_of(self.base)]))
        worded = left != plain and not unknown_words(left, (), asked, figures=False)
        return worded or is_bare_verdict(plain, concluded, known)

    @property
    def in_circles(self) -> bool:
        """True if the model says the same again and again."""
        return self.repeats >= MOST_REPEATS

    @property
    def failed(self) -> list[str]:
        """The sentences that did not pass, each once."""
        return list(dict.fromkeys(fault.line for fault in self.faults))

    def begin_repair(self) -> None:
        """From now on, what passes mends what has failed."""
        self._first = (len(self.failed), self.released)

    @property
    def repaired(self) -> int:
        """How many sentences passed at the second attempt."""
        return self.released - self._first[1] if self._first else 0

    @property
    def dropped(self) -> int:
        """How many sentences are missing from the text for good."""
        failed = self._first[0] if self._first else len(self.failed)
        return max(0, failed - self.repaired)

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The citations of the text, numbered as in it."""
        used = ((new, self.grounds[old].citation) for old, new in self._numbers.items())
        return tuple(replace(citation, marker=new) for new, citation in used)

    def conclude(self) -> str:
        """Add the computed conclusions that no sentence repeats; return what was added."""
        said = squeezed(self.text)
        left = [v for v in conclusions_of(self.base) if squeezed(v).strip("。") not in said]
        return self._append("\n" + "\n".join(left)) if left and self.released else ""

    def answers(self, *, broke_off: bool) -> bool:
        """True if the text says what the keyless answer says, or enough of a list.

        Where something was dropped or never came, nothing of it may be missing.
        """
        complete = broke_off or self.dropped > 0
        if not self.released:
            return False
        lines = [] if self.base.comparison is not None else self._asked_lines(complete=complete)
        held = [line for line in lines if self._holds(line, complete=complete)]
        if len(lines) >= LIST_LINES and not complete:
            return len(held) >= LIST_SHARE * len(lines)
        return len(held) == len(lines)

    def _asked_lines(self, *, complete: bool) -> list[str]:
        """The facts that the question asks for, without those that are only near it.

        A line that names the task of a row is there to say what the others are of.
        """
        facts = facts_of(self.base)
        lines = [line for line in facts if not _names_task(line)] or facts
        if complete or len(lines) >= LIST_LINES:
            return facts if complete else lines
        near = [shared(self._plain_question, line) for line in lines]
        needed = NEAR_ENOUGH * max(near, default=0.0)
        return [line for line, share in zip(lines, near, strict=True) if share >= needed]

    @property
    def _plain_question(self) -> str:
        """What is asked, without whose and when it is, which every line has."""
        return "".join(self.context.query.terms) or self.context.query.text

    def _holds(self, line: str, *, complete: bool) -> bool:
        """True if the text has a figure of a line, or else its passage; all of both if complete."""
        plain, text = MARKER.sub("", line), MARKER.sub("", self.text)
        figures, said = self._asked_figures(line), find_quantities(text)
        kept = [any(same_quantity(figure, other) for other in said) for figure in figures]
        if complete:
            dates = [m.text for m in find_periods(plain)] if not figures else []
            words = shared(plain, text) >= WORDS_SHARED
            return all(kept) and all(d in text for d in dates) and (bool(figures) or words)
        words = shared(plain.split(":", 1)[-1], text) >= WORDS_SHARED
        cited = any(int(m) in self._numbers for m in MARKER.findall(line))
        return (any(kept) or (words and cited)) if figures else cited

    def _asked_figures(self, line: str) -> list[Quantity]:
        """The figures of a line that the question asks for by name and measure, else all."""
        query = self.context.query
        figures = find_quantities(MARKER.sub("", line))
        grounds = [self.grounds[int(m)] for m in MARKER.findall(line) if int(m) in self.grounds]
        asked = [
            figure
            for figure in figures
            if any(
                stated.indicator in query.indicators
                and (not query.measures or stated.measure in query.measures)
                for ground in grounds
                for stated in ground.figures(figure)
            )
        ]
        known = find_quantities(query.text)
        return [f for f in asked or figures if not any(same_quantity(f, k) for k in known)]

    def _hold(self, text: str) -> None:
        if check_structure(text, self.grounds, self.context):
            self._pending.append(text)
            if text.endswith((":", "：")):
                self.context.lead_in = text

    def _lead_in(self) -> str:
        return self._pending[-1] if self._pending else ""

    def _checked(self, text: str) -> tuple[str, list[Fault], list[str]]:
        """Check a sentence; one with figures and no marker is given the passage that proves it."""
        found = check_sentence(text, self.grounds, self.context)
        unmarked = found.faults and found.faults[0].reason == NO_MARKER
        figures = find_quantities(text) if unmarked else []
        for marker in self._holding(figures):
            marked = f"{text.rstrip('。')}[{marker}]。"
            attributed = check_sentence(marked, self.grounds, self.context)
            if not attributed.faults:
                return marked, [], attributed.computed
        return text, found.faults, found.computed

    def _holding(self, figures: Sequence[Quantity]) -> list[int]:
        if not figures:
            return []
        return [m for m, g in self.grounds.items() if all(g.holds(q) for q in figures)]

    def _release(self, text: str, ends_line: bool) -> str:
        block = bool(self._pending) or text.startswith(_ITEM) or not self._line_open
        lead = "".join(f"{line}\n" for line in self._pending)
        self._pending.clear()
        shown = MARKER.sub(lambda m: f"[{self._number(int(m.group(1)))}]", text)
        added = self._append(("\n" if block and self.text else "") + lead + shown)
        self._line_open = not ends_line and not text.startswith(_ITEM)
        return added

    def _number(self, old: int) -> int:
        return self._numbers.setdefault(old, len(self._numbers) + 1)

    def _append(self, text: str) -> str:
        if self.base.comparison is not None and not self.text:
            for marker in MARKER.findall(text):
                self._number(int(marker))
        self.text += text
        return text


def table_of(base: Answer) -> str:
    """Return the table of a comparison as it stands in the answer."""
    return "\n".join(line for line in base.text.split("\n") if line.startswith("|"))


def _names_task(line: str) -> bool:
    return line.startswith(TASK)


def missing_of(base: Answer) -> list[str]:
    """Return the sides of a comparison for which the documents have no value."""
    rows = base.comparison.cells if base.comparison is not None else ()
    return ["".join(row[:-1]) for row in rows if MISSING in row[-1]]


def facts_of(base: Answer) -> list[str]:
    """Return the lines of a verified answer that state something, each with its markers."""
    if base.comparison is not None:
        rows = [row for row in base.comparison.cells if MARKER.search(row[-1])]
        named = ["".join(cell for cell in row[:-1] if cell != "—") for row in rows]
        return [f"{name}:{row[-1]}。" for name, row in zip(named, rows, strict=True)]
    lines = (line.replace(f"({NO_FIGURE})", "") for line in base.text.split("\n"))
    return [line for line in lines if MARKER.search(line) and not line.startswith("|")]


def conclusions_of(base: Answer) -> list[str]:
    """Return the lines that were computed from cited values, or say what is missing."""
    lines = base.text.split("\n")
    found = [
        line
        for line in lines
        if line and not MARKER.search(line) and not line.startswith("|") and line[-1] not in ":："
    ]
    return [*found, f"{NO_FIGURE}。"] if f"({NO_FIGURE})" in base.text else found
