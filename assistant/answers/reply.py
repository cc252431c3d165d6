"""What a reader made of a question, before verification."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from assistant.evidence.draft import Draft
from assistant.schema import AnswerKind, Comparison, Related


@dataclass
class Reply:
    """What a reader made of a question, before verification.

    ``exact`` answers are read off a table or an outline whole: a model's words would add nothing.
    ``empty_cell`` refuses because the very cell that is asked for tells nothing.
    """

    draft: Draft
    kind: AnswerKind = "answer"
    related: tuple[Related, ...] = ()
    comparison: Comparison | None = None
    constraints: dict[str, Any] = field(default_factory=dict)
    exact: bool = False
    empty_cell: bool = False

    @property
    def settled(self) -> bool:
        """True if no other reading of the question can tell more."""
        return self.kind == "answer" or self.empty_cell


def say_plainly(kind: AnswerKind, text: str) -> Reply:
    """Reply with one sentence that cites nothing."""
    draft = Draft()
    draft.say(text)
    return Reply(draft, kind)
