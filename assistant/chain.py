"""A question in, a verified answer out: query → condense → evidence → reader → verify.

``Assistant`` is the one door for the page, the command line and the batch. It may be shared by
threads.
"""

from __future__ import annotations

import re
import time
from collections.abc import Collection, Iterator, Sequence
from dataclasses import asdict, replace
from functools import lru_cache
from typing import Any

from assistant.catalog import Catalog
from assistant.condense import condense
from assistant.errors import QuestionError
from assistant.evidence import Evidence
from assistant.query import parse_query, with_weak_terms
from assistant.routes import Reply, answer_query
from assistant.schema import EVERYTHING, Answer, Citation, Delta, Event, Query, Scope, Stage, Turn
from assistant.search import Search
from assistant.settings import Settings
from assistant.suggest import examples, follow_ups
from assistant.verify import MARKER, Fault, verify

TOO_LONG = "问题有{}个字,超过上限{}个字;请缩短后再问,或把材料作为文档上传。"
DROPPED = "文档里没有可以核实的答案。"
_TRIED = 4096  # offered questions of which it is known whether they have an answer
_STREAMED = 24  # characters of a piece of streamed text


class Assistant:
    """Answers questions from one index."""

    def __init__(self, settings: Settings, catalog: Catalog, search: Search) -> None:
        self.settings = settings
        self.catalog = catalog
        self.search = search
        self.evidence = Evidence(catalog, search)
        self._tried = lru_cache(_TRIED)(self._try)

    @classmethod
    def open(cls, settings: Settings) -> Assistant:
        """Open the index that ``settings.home`` holds.

        Raises:
            IndexMissingError: there is none yet.
            IndexMismatchError: it was written by another version.
        """
        catalog = Catalog.open(settings.home)
        return cls(settings, catalog, Search(settings, catalog))

    def ask(
        self,
        question: str,
        history: Sequence[Turn] = (),
        *,
        scope: Scope = EVERYTHING,
        trace: bool = False,
    ) -> Answer:
        """Answer a question from the documents.

        Raises:
            QuestionError: the question is longer than ``settings.max_question_chars``.
        """
        with self.search.question() as inquiry:
            answer = self._ask(question, history, scope, trace=trace)
        return replace(answer, notes=(*answer.notes, *inquiry.notes))

    def _ask(self, question: str, history: Sequence[Turn], scope: Scope, *, trace: bool) -> Answer:
        started = time.perf_counter()
        if len(question) > self.settings.max_question_chars:
            raise QuestionError(TOO_LONG.format(len(question), self.settings.max_question_chars))
        clean = "".join(c if c.isprintable() or c in "\n\t" else " " for c in question)
        condensed = condense(clean, history, self.evidence.corpus)
        standalone, query, reply = (
            condensed.question,
            *self._reply(condensed.question, clean, scope),
        )
        for other in condensed.alternatives:
            if reply.kind == "answer":
                break
            tried, found = self._reply(other, clean, scope)
            if found.kind == "answer":
                standalone, query, reply = other, tried, found
        answer, faults = self._verified(clean, standalone, reply)
        if trace:
            answer = replace(answer, trace=self._trace(query, standalone, reply, faults, scope))
        return replace(answer, question=question, seconds=time.perf_counter() - started)

    def stream(
        self, question: str, history: Sequence[Turn] = (), *, scope: Scope = EVERYTHING
    ) -> Iterator[Event]:
        """Yield what is happening, then the answer's text in pieces, then the answer."""
        yield Stage("理解问题")
        yield Stage("检索")
        answer = self.ask(question, history, scope=scope, trace=True)
        yield Stage("核对数字")
        for start in range(0, len(answer.text), _STREAMED):
            yield Delta(answer.text[start : start + _STREAMED])
        yield answer

    def examples(self, count: int = 4) -> list[str]:
        """Return questions that the documents answer, for an empty conversation."""
        return examples(self.catalog, count, self._answerable)

    def suggestions(
        self, answer: Answer, count: int = 3, *, without: Collection[str] = ()
    ) -> list[str]:
        """Return follow-up questions that the documents answer, none of those in ``without``."""
        return follow_ups(self.catalog, answer, count, self._answerable, without)

    def _answerable(self, question: str) -> bool:
        """True if a question has an answer; taken for granted where to try would cost requests."""
        if self.settings.embedding_model or self.settings.rerank_model:
            return True
        return self._tried(question, self.catalog.generation())

    def _try(self, question: str, generation: str) -> bool:
        reply = self._reply(question, question, EVERYTHING)[1]
        return self._verified(question, question, reply)[0].kind == "answer"

    def _reply(self, standalone: str, original: str, scope: Scope) -> tuple[Query, Reply]:
        query = parse_query(standalone, self.evidence.corpus, self.evidence.vocabulary)
        query = with_weak_terms(query)
        return query, answer_query(self.evidence, query, scope)

    def _verified(self, question: str, standalone: str, reply: Reply) -> tuple[Answer, list[Fault]]:
        """Drop what cannot be proved; refuse if nothing is left."""
        draft = reply.draft
        asked = "\n".join([question, standalone, *draft.named])
        lines, faults = verify(
            draft.lines,
            draft.citations,
            draft.computed,
            asked,
            lambda s: self.catalog.document(s).text,
        )
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

    def _trace(
        self, query: Query, standalone: str, reply: Reply, faults: Sequence[Fault], scope: Scope
    ) -> dict[str, Any]:
        fields = {k: v for k, v in asdict(query).items() if v and k != "slots"}
        hits = {}
        for district, sources in self.evidence.sources(query, scope).items():
            found = (
                self.search.search([standalone], top_k=5, sources=sources, dense=True)
                if sources
                else []
            )
            hits[district or "全部"] = [
                {
                    "source": h.chunk.source,
                    "section_path": list(h.chunk.section_path),
                    "start": h.chunk.start,
                    "end": h.chunk.end,
                    "score": round(h.score, 4),
                    "rank_lexical": h.rank_lexical,
                    "rank_dense": h.rank_dense,
                }
                for h in found
            ]
        return {
            "standalone_question": standalone,
            "query": fields,
            "hits": hits,
            "constraints": reply.constraints,
            "verification": [asdict(f) for f in faults] or "全部通过",
        }


def renumbered(text: str, citations: Sequence[Citation]) -> tuple[str, tuple[Citation, ...]]:
    """Number the citations that ``text`` uses from 1 in the order of their first marker."""
    order = list(dict.fromkeys(int(m) for m in MARKER.findall(text)))
    new = {old: index for index, old in enumerate(order, 1)}
    by_marker = {c.marker: c for c in citations}
    kept = tuple(replace(by_marker[old], marker=new[old]) for old in order)
    return MARKER.sub(lambda m: f"[{new[int(m.group(1))]}]", text), kept


def plain_text(answer: Answer) -> str:
    """Return the answer's text without markers."""
    return re.sub(MARKER, "", answer.text)
