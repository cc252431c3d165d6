"""How far a statement speaks of what a question asks: weighted coverage of the question's terms.

A term counts fully where it stands in the statement itself, less where only a heading or another
cell of the row names it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.evidence.statements import Statement
from assistant.evidence.terms import Term, level
from assistant.language.columns import Role, cells_of
from assistant.language.tokenizer import is_word
from assistant.schema import Row
from assistant.text import fold_text

_NAME = re.compile(r"[一-鿿]{2,4}")  # that no dictionary has
_TOLD_AND_MEANT: tuple[tuple[Role, ...], ...] = (("progress",), ("target", "group"))
LABEL_LEVEL = 0.75  # a term that only a heading or a neighbouring cell holds
REMARK_LEVEL = 0.7  # a term that only the remark behind a bare rate holds: "88%(甲路推进缓慢)"
TITLE_LEVEL = 0.5  # a term that only the document's title, or the name of its office, holds
_REMARKED = re.compile(r"\s*(\d+(?:\.\d+)?%)\s*[(]([^()]+)[)]?\s*")
_folded = lru_cache(maxsize=1_000)(fold_text)  # one title for all statements of a document


@dataclass(frozen=True, slots=True)
class Match:
    """``coverage`` is the weighted share of terms found, 0..1; ``own`` without labels."""

    coverage: float
    own: float
    missing: tuple[str, ...]


@lru_cache(maxsize=4_000)  # statements of a chunk share their headings
def _labelled(terms: tuple[Term, ...], labels: str, title: str) -> tuple[float, ...]:
    """How well what labels a statement holds each of the terms."""
    title = _folded(title)
    return tuple(max(LABEL_LEVEL * level(t, labels), TITLE_LEVEL * level(t, title)) for t in terms)


def _parted(statement: Statement) -> tuple[str, str]:
    """A cell's words, and the remark in brackets behind a rate: it tells of parts, not whose it is.

    "88%(甲镇、乙村公路推进缓慢)" is how far the task of its row is.
    """
    remarked = _REMARKED.fullmatch(statement.folded) if statement.role == "progress" else None
    return (remarked[1], remarked[2]) if remarked else (statement.folded, "")


def match(terms: Sequence[Term], statement: Statement) -> Match:
    """Measure how far ``statement`` with its labels covers ``terms``."""
    total = sum(t.weight for t in terms)
    if not total:
        return Match(0.0, 0.0, ())
    covered = own = 0.0
    missing: list[str] = []
    folded, remark = _parted(statement)
    title = f"{statement.chunk.title}\n{statement.document.profile.publisher}"
    labelled = _labelled(tuple(terms), statement.labels, title)
    spoken_of = {figure.indicator for figure in statement.figures}
    for term, elsewhere in zip(terms, labelled, strict=True):
        # The extractor knows what "增速7.0%" speaks of, though the name _stands in another cell.
        here = 1.0 if term.canonical in spoken_of else level(term, folded)
        best = max(here, elsewhere, REMARK_LEVEL * level(term, remark) if remark else 0.0)
        own += term.weight * here
        covered += term.weight * best
        if best == 0.0:
            missing.append(term.text)
    return Match(covered / total, own / total, tuple(missing))


def is_one_of_several(name: str, row: Row) -> bool:
    """True for one name of those that a row's goal lists, and that its progress never names.

    Under "推进甲、乙等项目" no sum that the progress tells is of 甲 alone.
    """
    told, goals = (
        fold_text("\n".join(c.text for role in roles for _, c in cells_of(row, role)))
        for roles in _TOLD_AND_MEANT
    )
    if is_word(name) or name in told or not _NAME.fullmatch(name):
        return False
    item = rf"[^、,，;；。\s]*?{re.escape(name)}[^、,，;；。\s]*?"
    return re.search(rf"、{item}|{item}(?:、|等)", goals) is not None


def lists_beside_others(names: Sequence[str], row: Row) -> bool:
    """True if a row names one of these beside others: 甲、乙2座书房 for 乙, and not for 书房.

    What such a row costs is the sum of all that it lists.
    """
    cells = [c for roles in _TOLD_AND_MEANT for role in roles for _, c in cells_of(row, role)]
    told = fold_text("\n".join(cell.text for cell in cells))
    part = r"[^、,，;；。\s\d和及与]*"
    items = (rf"{part}{re.escape(name)}{part}" for name in names if len(name) > 1)
    return any(re.search(rf"[、和及与]{item}|{item}[、和及与]", told) for item in items)


def is_of_event(terms: Sequence[Term], statement: Statement) -> bool:
    """True for what came of an event that the sentence before names with every term."""
    return bool(terms and statement.event) and all(level(t, statement.event) > 0 for t in terms)
