"""What a reader tells becomes an answer, once every statement of it is proved."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from assistant.attempts import Attempt
from assistant.schema import MARKER, Answer, Citation, Document
from assistant.verification.verify import Fault, verify

DROPPED = "文档里没有可以核实的答案。"


def verified(
    question: str, attempt: Attempt, text_of: Callable[[str], str]
) -> tuple[Answer, list[Fault]]:
    """Drop what cannot be proved; refuse if nothing is left.

    ``text_of`` gives the text of a source.
    """
    standalone, reply = attempt.standalone, attempt.reply
    draft = reply.draft
    # A place may be called by a number, 三台县, and be spelt otherwise in the question.
    asked = "\n".join([question, standalone, *attempt.query.districts, *draft.named])
    lines, faults = verify(draft.lines, draft.citations, draft.computed, asked, text_of)
    kind, text = reply.kind, "\n".join(lines)
    if not text or (kind == "answer" and not MARKER.search(text)):
        kind, text = "refusal" if kind == "answer" else kind, DROPPED
    text, citations = renumbered(text, draft.citations)
    answer = Answer(
        question=question,
        standalone_question=standalone,
        text=text,
        kind=kind,
        citations=citations,
        computed=tuple(draft.computed),
        related=reply.related,
        comparison=reply.comparison if not faults else None,
    )
    return answer, faults


def to_the_letter(answer: Answer, document_of: Callable[[str], Document]) -> Answer:
    """Cite what the files have where a page's width broke a sentence."""

    def cited(citation: Citation) -> Citation:
        document = document_of(citation.source)
        if not document.breaks:
            return citation
        return replace(citation, text=document.letters(citation.start, citation.end))

    related = (replace(r, citations=tuple(map(cited, r.citations))) for r in answer.related)
    return replace(answer, citations=tuple(map(cited, answer.citations)), related=tuple(related))


def renumbered(text: str, citations: Sequence[Citation]) -> tuple[str, tuple[Citation, ...]]:
    """Number the citations that ``text`` uses from 1 in the order of their first marker."""
    order = list(dict.fromkeys(int(m) for m in MARKER.findall(text)))
    new = {old: index for index, old in enumerate(order, 1)}
    by_marker = {c.marker: c for c in citations}
    kept = tuple(replace(by_marker[old], marker=new[old]) for old in order)
    return MARKER.sub(lambda m: f"[{new[int(m.group(1))]}]", text), kept
