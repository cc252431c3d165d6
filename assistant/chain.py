"""A question in, a verified answer out: query → condense → evidence → reader → verify → model.

``Assistant`` is the one door for the page, the command line and the batch. It may be shared by
threads.
"""

from __future__ import annotations

import re
import time
from collections.abc import Collection, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from functools import lru_cache
from typing import Any

from assistant.answers.missing import refuse
from assistant.answers.parts import Part, adds, is_covered, join_replies, split_parts
from assistant.answers.reply import Reply, say_plainly
from assistant.answers.routes import answer_query
from assistant.answers.sides import split_sides
from assistant.answers.suggest import examples, follow_ups
from assistant.answers.sums import (
    ALL,
    UNLIKE,
    add_told,
    how_many_added,
    how_many_alike,
    joins,
    with_sum,
)
from assistant.errors import QuestionError
from assistant.evidence.evidence import Evidence
from assistant.generation.generator import Writer, Written
from assistant.generation.ledger import Ledger
from assistant.index.catalog import Catalog
from assistant.index.search import Search
from assistant.models.llm import Meter, make_chat
from assistant.question import ask_cues
from assistant.question.condense import LOOK_BACK, condense
from assistant.question.content_terms import with_weak_terms
from assistant.question.query import parse_query
from assistant.question.subjects import names_subject
from assistant.question.topics import is_noise
from assistant.schema import (
    EVERYTHING,
    MARKER,
    Answer,
    Citation,
    Delta,
    Event,
    Hit,
    Query,
    Scope,
    Stage,
    Turn,
)
from assistant.settings import Settings
from assistant.tables.beyond import tell_beyond
from assistant.tables.focus import ask_row, asks_which_undone, row_named, row_of
from assistant.tables.next_cells import follow_up
from assistant.verification.grounds import Grounds
from assistant.verification.verify import Fault, verify

TOO_LONG = "问题有{}个字,超过上限{}个字;请缩短后再问,或把材料作为文档上传。"
DROPPED = "文档里没有可以核实的答案。"
_TRIED = 4096  # offered questions of which it is known whether they have an answer
_STREAMED = 24  # characters of a piece of streamed text


@dataclass(frozen=True, slots=True)
class Attempt:
    """One reading of a question, and what a reader made of it."""

    standalone: str
    query: Query
    reply: Reply


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
        with self.search.question() as inquiry:
            attempt = self._understood(question, history, scope)
            if self.writer and history and is_unplaced(question, attempt):
                attempt = self._condensed_by_model(question, history, scope, meter) or attempt
            whole = self._with_parts(attempt, scope, history[-1].row if history else "")
            attempt = self._with_row(whole)
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
        return self._verified(question, self._read(question, EVERYTHING))[0].kind == "answer"

    def _understood(
        self, question: str, history: Sequence[Turn], scope: Scope, *, of_one_time: bool = False
    ) -> Attempt:
        """Answer a question by what came before it: of the same row, another cell, or its words.

        A follow-up may give up its time where it finds nothing; a part ``of_one_time`` may not.
        """
        added = self._added(question, history, scope)
        if added is not None:
            return added
        condensed = condense(question, history, self.evidence.corpus)
        other_cell = follow_up(self.evidence, question, history)
        texts = [condensed.question, *condensed.alternatives]
        texts = [other_cell, *texts] if other_cell else texts
        texts = self._of_one_time(texts) if of_one_time else texts
        row = history[-1].row if history else ""
        query = parse_query(question, self.evidence.corpus, self.evidence.vocabulary)
        if row and "verdict" not in query.asks:
            surely = ask_row(self.evidence, query, row, surely=True)
            if surely is not None:
                return Attempt(texts[0], query, Reply(surely, exact=True))
        if row and self._is_bare(query):
            # "是哪家公司承建的?" is of the row that was spoken of, which does not say.
            return Attempt(texts[0], query, refuse(query, ()))
        attempt = self._attempt(texts, scope)
        if attempt.reply.empty_cell:
            return attempt
        told = attempt.reply.draft.rows if attempt.reply.kind == "answer" else set()
        undone = asks_which_undone(question) and len(told) == 1
        if attempt.reply.kind == "answer" and (not row or row in told) and not undone:
            return attempt
        row = row or (next(iter(told)) if undone else "")
        if not row:
            query, sources = attempt.query, self.evidence.sources(attempt.query, scope)
            row = row_named(self.evidence, query, [s for group in sources.values() for s in group])
        of_row = ask_row(self.evidence, query, row) if row else None
        return replace(attempt, reply=Reply(of_row, exact=True)) if of_row else attempt

    def _added(self, question: str, history: Sequence[Turn], scope: Scope) -> Attempt | None:
        """Add up what the last answers told, each found again; None where that is not asked."""
        number = how_many_added(question)
        told = [turn for turn in reversed(history[-LOOK_BACK:]) if not turn.refused]
        told = told if number == ALL else told[:number]
        if not number or not told:
            return None
        attempts = [self._read(turn.standalone_question, scope) for turn in told]
        if number == ALL:
            number = how_many_alike([a.reply for a in attempts], [a.query for a in attempts])
            if number < 2:
                unlike = joins(question) and len(told) > 1
                return self._unlike(question, attempts) if unlike else None
        draft = add_told([a.reply for a in attempts], number)
        texts = [a.standalone.rstrip("?？") for a in reversed(attempts[:number])]
        standalone = f"{'、'.join(texts)},合计多少?"
        return Attempt(standalone, attempts[0].query, Reply(draft, exact=True)) if draft else None

    def _is_bare(self, query: Query) -> bool:
        """True for a follow-up that asks which company or unit, and names nothing else."""
        asked = ask_cues.WHICH.search(query.text) and not (query.districts or query.periods)
        return bool(asked) and not names_subject(query.text, self.evidence.corpus)

    def _of_one_time(self, texts: Sequence[str]) -> list[str]:
        """Leave out the readings that give up the time which the first one names."""
        dated = [bool(parse_query(text, self.evidence.corpus).periods) for text in texts]
        return [text for text, has in zip(texts, dated, strict=True) if has >= dated[0]]

    def _with_parts(self, whole: Attempt, scope: Scope, row: str = "") -> Attempt:
        """Answer each part that the whole left out, as a follow-up of those before it.

        Where the whole has no answer, its parts may ask of the ``row`` that was spoken of before.
        """
        texts = split_parts(whole.standalone)
        queries = [parse_query(text, self.evidence.corpus) for text in texts]
        answered = whole.reply.kind == "answer"
        parts: list[Part] = []
        turns = [_turn("", whole)]
        if not answered:
            turns = [replace(turns[0], row=row)]
        for text, query in zip(texts, queries, strict=True):
            said = answered and is_covered(query, whole.reply.draft, queries)
            attempt = self._covered(text, whole) if said else None
            own = names_subject(text, self.evidence.corpus)
            if not said:
                attempt = self._understood(text, turns, scope, of_one_time=True)
                if own and not (parts or adds(whole.reply.draft, attempt.reply.draft)):
                    # The row that the whole rests on is that of another part.
                    attempt = self._read(text, scope)
            turn = _turn(text, attempt or replace(whole, standalone=text))
            turns = [*turns[1 if not parts else 0 :], turn]
            parts.append(Part(attempt.reply if attempt else None, own))
        return replace(whole, reply=join_replies(whole.reply, parts)) if parts else whole

    def _covered(self, text: str, whole: Attempt) -> Attempt | None:
        """What the one row of an answer surely says beyond it of a part that seems covered."""
        row = _turn("", whole).row
        query = parse_query(text, self.evidence.corpus, self.evidence.vocabulary)
        said = ask_row(self.evidence, query, row, surely=True) if row else None
        return replace(whole, standalone=text, reply=Reply(said, exact=True)) if said else None

    def _with_row(self, attempt: Attempt) -> Attempt:
        """Add what the one row that an answer rests on says beyond it, where it is asked for."""
        draft = attempt.reply.draft
        row = row_of(draft.text, draft.citations) if attempt.reply.kind == "answer" else ""
        if row:
            picked = attempt.reply.exact
            tell_beyond(self.evidence, attempt.query, draft, row, picked=picked)
        return attempt

    def _attempt(self, questions: Sequence[str], scope: Scope) -> Attempt:
        """Answer the first of several readings of a question that has an answer.

        That the cell which is asked for is empty is one: another reading tells another cell.
        """
        tried = (self._read(question, scope) for question in questions)
        first = next(tried)
        if first.reply.settled:
            return first
        return next((other for other in tried if other.reply.kind == "answer"), first)

    def _unlike(self, question: str, attempts: Sequence[Attempt]) -> Attempt:
        """Refuse to add up what is not of one sort."""
        return Attempt(question, attempts[0].query, say_plainly("refusal", UNLIKE))

    def _read(self, standalone: str, scope: Scope) -> Attempt:
        query = parse_query(standalone, self.evidence.corpus, self.evidence.vocabulary)
        query = with_weak_terms(query)
        reply = answer_query(self.evidence, query, scope)
        texts = {
            c.source: self.evidence.catalog.document(c.source).text for c in reply.draft.citations
        }
        return Attempt(standalone, query, with_sum(query, reply, texts) or reply)

    def _condensed_by_model(
        self, question: str, history: Sequence[Turn], scope: Scope, meter: Meter
    ) -> Attempt | None:
        """Have the model complete a follow-up that the rules cannot place."""
        assert self.writer is not None
        standalone = self.writer.condense(question, history, meter)
        attempt = self._read(standalone, scope) if standalone else None
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
        """Drop what cannot be proved; refuse if nothing is left."""
        standalone, reply = attempt.standalone, attempt.reply
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


def _turn(question: str, attempt: Attempt) -> Turn:
    draft, refused = attempt.reply.draft, attempt.reply.kind != "answer"
    row = "" if refused else row_of(draft.text, draft.citations)
    return Turn(question, attempt.standalone, draft.text, refused, row)


def is_unplaced(question: str, attempt: Attempt) -> bool:
    """True if the rules are unsure what a follow-up leaves out: they added to it in vain.

    What names an indicator or a row is understood, also where the documents do not answer it.
    """
    query, reply = attempt.query, attempt.reply
    added = attempt.standalone.strip() != question.strip()
    lost = reply.kind == "clarify" or (reply.kind == "refusal" and added)
    return lost and not (query.indicators or query.row or is_noise(question))


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
