"""A question in, a verified answer out: query → condense → evidence → reader → verify → model.

``Assistant`` is the one door for the page, the command line and the batch. It may be shared by
threads.
"""

from __future__ import annotations

import os
import time
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from functools import lru_cache
from typing import Any

from assistant.answers.sides import split_sides
from assistant.answers.suggest import examples, follow_ups
from assistant.attempts import Attempt, Attempts, is_unplaced
from assistant.errors import AnswerError, AssistantError, QuestionError
from assistant.evidence.evidence import Evidence
from assistant.generation.generator import Writer, Written
from assistant.generation.ledger import Ledger
from assistant.index.catalog import Catalog
from assistant.index.search import Search
from assistant.models.llm import Meter, make_chat
from assistant.question.courtesies import without_talk
from assistant.question.query import parse_query
from assistant.schema import (
    EVERYTHING,
    Answer,
    Delta,
    Event,
    Hit,
    Query,
    Scope,
    Stage,
    Turn,
)
from assistant.settings import Settings
from assistant.verification.grounds import Grounds
from assistant.verification.verify import Fault
from assistant.verified_answer import to_the_letter, verified

TOO_LONG = "问题有{}个字,超过上限{}个字;请缩短后再问,或把材料作为文档上传。"
FAILED = "这个问题没能回答:程序内部出错({}: {});请换个说法再问,设 QUWEN_DEBUG=1 重试可看到细节。"
_TRIED = 4096  # offered questions of which it is known whether they have an answer
_STREAMED = 24  # characters of a piece of streamed text


@contextmanager
def one_question() -> Iterator[None]:
    """Turn whatever fails unforeseen into an error of the one question that is being answered.

    Raises:
        AnswerError: with the failure's type and text; ``QUWEN_DEBUG`` lets the failure itself pass.
    """
    try:
        yield
    except AssistantError:
        raise
    except Exception as exc:
        if os.environ.get("QUWEN_DEBUG"):
            raise
        raise AnswerError(FAILED.format(type(exc).__name__, exc)) from exc


@dataclass(frozen=True, slots=True)
class Found:
    """The keyless answer, and what a model may write another from; no grounds: none is asked."""

    answer: Answer
    sides: Sequence[Query]
    meter: Meter
    grounds: Grounds | None
    trace: dict[str, Any]


class Assistant:
    """Answers questions from one index."""

    def __init__(self, settings: Settings, catalog: Catalog, search: Search) -> None:
        self.settings = settings
        self.catalog = catalog
        self.search = search
        self.evidence = Evidence(catalog, search)
        self._attempts = Attempts(self.evidence)
        self._tried = lru_cache(_TRIED)(self._try)
        self.ledger = Ledger(settings)
        chat = make_chat(settings)
        self.writer = Writer(chat, self.evidence, settings.context_tokens) if chat else None

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
            AnswerError: the program failed at it; other questions can still be asked.
        """
        with self.search.question():
            for event in self._events(question, history, scope, trace=trace):
                if isinstance(event, Answer):
                    hits = {"hits": self.hits(event.standalone_question, scope)} if trace else {}
                    return replace(event, trace={**event.trace, **hits})
        raise AssertionError("an answer ends every run")

    def stream(
        self, question: str, history: Sequence[Turn] = (), *, scope: Scope = EVERYTHING
    ) -> Iterator[Event]:
        """Yield what is happening, the text that has passed verification in pieces, the answer.

        With a model the pieces come sentence by sentence. The answer's own text counts: where the
        model fails midway, it is another than that of the pieces. Its trace has no ``hits``: they
        take as long as a third of the answer, and few are ever looked at.
        """
        yield from self._events(question, history, scope, trace=True)

    def _events(
        self, question: str, history: Sequence[Turn], scope: Scope, *, trace: bool
    ) -> Iterator[Event]:
        started = time.perf_counter()
        if len(question) > self.settings.max_question_chars:
            raise QuestionError(TOO_LONG.format(len(question), self.settings.max_question_chars))
        clean = "".join(c if c.isprintable() or c in "\n\t" else " " for c in question)
        yield Stage("理解问题")
        yield Stage("检索")
        with one_question():
            found = self._found(clean, history, scope, trace=trace)
        answer, spent = found.answer, found.meter.spent if found.meter.calls else {}
        if found.grounds is not None:
            for event in self._written(found, scope):
                if isinstance(event, Written):
                    answer, spent = event.answer, event.trace
                else:
                    yield event
        yield Stage("核对数字")
        if answer.mode == "keyless":
            for start in range(0, len(answer.text), _STREAMED):
                yield Delta(answer.text[start : start + _STREAMED])
        made = {**found.trace, "model": spent} if trace and spent else found.trace
        answer = to_the_letter(answer, self.catalog.document)
        yield replace(answer, question=question, trace=made, seconds=time.perf_counter() - started)

    def _found(
        self,
        question: str,
        history: Sequence[Turn],
        scope: Scope,
        *,
        trace: bool,
    ) -> Found:
        """Read the question, answer it without a model, and gather what a model may rest on."""
        meter = Meter(self.settings)
        question = without_talk(question, self.evidence.corpus)
        # A turn that failed was never understood: there is nothing in it to go on from.
        history = [turn for turn in history if turn.standalone_question]
        with self.search.question() as inquiry:
            attempt = self._attempts.understood(question, history, scope)
            if self.writer and history and is_unplaced(question, attempt):
                attempt = self._condensed_by_model(question, history, scope, meter) or attempt
            whole = self._attempts.with_parts(attempt, scope, history[-1].row if history else "")
            attempt = self._attempts.with_row(whole)
            answer, faults = self._verified(question, attempt)
            sides: Sequence[Query] = ()
            grounds = None
            if self.writer and answer.kind == "answer" and not attempt.reply.exact:
                sides = split_sides(attempt.query, self.evidence.corpus)
                grounds = self.writer.gather(answer, sides, scope)
            traced = self._trace(attempt, faults, scope) if trace else {}
            answer = replace(answer, notes=(*answer.notes, *inquiry.notes))
        return Found(answer, sides, meter, grounds, traced)

    def hits(self, standalone: str, scope: Scope = EVERYTHING) -> dict[str, list[dict[str, Any]]]:
        """Return the first passages for a question, with their ranks, by district."""
        query = parse_query(standalone, self.evidence.corpus, self.evidence.vocabulary)
        found = {}
        with self.search.question():
            for district, sources in self.evidence.sources(query, scope).items():
                hits = (
                    self.search.search([standalone], top_k=5, sources=sources, dense=True)
                    if sources
                    else []
                )
                found[district or "全部"] = [_traced(hit) for hit in hits]
        return found

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
        try:
            with one_question():
                attempt = self._attempts.read(question, EVERYTHING)
                return self._verified(question, attempt)[0].kind == "answer"
        except AnswerError:
            return False

    def _condensed_by_model(
        self, question: str, history: Sequence[Turn], scope: Scope, meter: Meter
    ) -> Attempt | None:
        """Have the model complete a follow-up that the rules cannot place."""
        assert self.writer is not None
        standalone = self.writer.condense(question, history, meter)
        attempt = self._attempts.read(standalone, scope) if standalone else None
        return attempt if attempt and attempt.reply.kind != "clarify" else None

    def _written(self, found: Found, scope: Scope) -> Iterator[Stage | Delta | Written]:
        """Have the model write the answer, or give what it wrote for the same question before."""
        assert self.writer is not None
        assert found.grounds is not None
        key = self.ledger.key(found.answer, scope, self.catalog.generation())
        known = self.ledger.load(key)
        if known is not None:
            yield Delta(known.text)
            yield Written(known, {**found.meter.spent, "cached": True})
            return
        for event in self.writer.write(found.answer, found.sides, found.grounds, found.meter):
            if isinstance(event, Written):
                self.ledger.note(event.trace)
                if event.sound:
                    self.ledger.keep(key, event.answer)
            yield event

    def _verified(self, question: str, attempt: Attempt) -> tuple[Answer, list[Fault]]:
        return verified(question, attempt, lambda source: self.catalog.document(source).text)

    def _trace(self, attempt: Attempt, faults: Sequence[Fault], scope: Scope) -> dict[str, Any]:
        fields = {k: v for k, v in asdict(attempt.query).items() if v and k != "slots"}
        return {
            "standalone_question": attempt.standalone,
            "query": fields,
            "scope": {k: v for k, v in asdict(scope).items() if v},
            "generation": self.catalog.generation(),
            "constraints": attempt.reply.constraints,
            "verification": [asdict(f) for f in faults] or "全部通过",
        }


def _traced(hit: Hit) -> dict[str, Any]:
    return {
        "source": hit.chunk.source,
        "section_path": list(hit.chunk.section_path),
        "start": hit.chunk.start,
        "end": hit.chunk.end,
        "score": round(hit.score, 4),
        "rank_lexical": hit.rank_lexical,
        "rank_dense": hit.rank_dense,
    }
