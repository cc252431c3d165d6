"""What a word means, or a short name stands for, where a document's notes say so."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answers.reply import Reply
from assistant.answers.sections import condense_sentence
from assistant.evidence.draft import Draft
from assistant.evidence.evidence import Evidence
from assistant.evidence.statements import Statement
from assistant.question import ask_cues, constraint_cues, statement_cues
from assistant.schema import Query

LONGEST_MEANING = 300  # characters of a note that are told


def tell_meaning(evidence: Evidence, query: Query, sources: Sequence[str]) -> Reply | None:
    """What a word means, where a document's notes say so."""
    quoted = [m.group()[1:-1] for m in constraint_cues.QUOTED.finditer(query.text)]
    if not ask_cues.MEANING.search(query.text):
        return _spelt_out(evidence, query, quoted, sources)
    typed = [query.text[s:e] for s, e in query.slots.get("indicator", ())]
    candidates = evidence.candidates(query, sources)
    for word in [*quoted, *typed, *query.terms]:
        says = re.compile(
            statement_cues.SAYS_MEANING.replace("{}", re.escape(word.removesuffix("企业")))
        )
        for statement in candidates:
            if says.search(statement.folded):
                return _told(statement)
    return None


def _spelt_out(
    evidence: Evidence, query: Query, quoted: Sequence[str], sources: Sequence[str]
) -> Reply | None:
    """What a quoted short name stands for, where a note spells it out: "“三通”改造:通水、通电…"."""
    if "list" not in query.asks or len(quoted) != 1:
        return None
    name = re.escape(quoted[0])
    noted = re.compile(rf"^[\d.、\s()（）*①-⑳]*[“\"]{name}[”\"][一-鿿]{{0,6}}[:：]")
    for statement in evidence.candidates(query, sources):
        if noted.search(statement.folded) and "、" in statement.text:
            return _told(statement)
    return None


def _told(statement: Statement) -> Reply:
    draft = Draft()
    marker = draft.cite_statement(statement, statement.start, statement.end)
    draft.say(f"{condense_sentence(statement.text, LONGEST_MEANING)}{marker}。")
    return Reply(draft)
