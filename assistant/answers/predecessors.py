"""Who was in charge before somebody: a note on who took over tells it, and no row does."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.evidence.draft import Draft, unmarked, whose
from assistant.evidence.evidence import Evidence
from assistant.question import ask_cues
from assistant.schema import Query

_NAME = 2  # characters of a person's name that are surely his own


def asks_predecessor(query: Query) -> bool:
    """True if a question asks who did before what somebody does now: 他之前是谁分管."""
    return ask_cues.PREDECESSOR.search(query.text) is not None


def write_predecessor(
    draft: Draft, evidence: Evidence, query: Query, sources: Sequence[str]
) -> bool:
    """Write the sentence that tells who took over from whom; False if none speaks of the person."""
    asked = ask_cues.PREDECESSOR.search(query.text)
    name = query.text[: asked.start()].rstrip(" ,，的")[-_NAME:] if asked else ""
    if len(name) < _NAME:
        return False
    for statement in evidence.candidates(query, sources):
        if name in statement.text and ask_cues.TOOK_OVER.search(statement.text):
            quote = unmarked(statement.text).strip(" ,，;；。")
            marker = draft.cite_statement(statement, statement.start, statement.end)
            head = whose(statement, statement.period, statement.kind, quote)
            draft.say_of(head, f"{quote}{marker}")
            return True
    return False
