"""A question and what came before it, read until a reading of it has an answer.

What is told is not verified yet, and no model is asked.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from assistant.answers.covered import is_covered, is_judged, is_of_before, tells_cause_or_date
from assistant.answers.differences import tells_level_alone
from assistant.answers.missing import refuse
from assistant.answers.opposites import with_sides
from assistant.answers.parts import Part, adds, join_replies, split_parts
from assistant.answers.reply import Reply, say_plainly
from assistant.answers.routes import answer_query
from assistant.answers.same_measure import asks_stock
from assistant.answers.sums import (
    ALL,
    UNLIKE,
    add_told,
    add_years,
    each_apart,
    how_many_added,
    how_many_alike,
    in_two_names,
    joins,
    repeats,
    with_sum,
)
from assistant.evidence.draft import Draft
from assistant.evidence.evidence import Evidence
from assistant.question import ask_cues
from assistant.question.common_names import as_commonly_meant
from assistant.question.condense import LOOK_BACK, condense
from assistant.question.content_terms import with_weak_terms
from assistant.question.corpus import stem
from assistant.question.ellipses import STEP_ASKED
from assistant.question.pointing import asked_whole
from assistant.question.query import parse_query, spelt
from assistant.question.stated_plans import left_of_plan, set_apart
from assistant.question.subjects import names_subject
from assistant.question.topics import is_noise
from assistant.schema import AnswerKind, Query, Scope, Turn
from assistant.tables.beyond import tell_beyond
from assistant.tables.focus import ask_row, row_of
from assistant.tables.listed import ask_listed
from assistant.tables.next_cells import follow_up
from assistant.tables.row_named import row_named
from assistant.tables.told_rows import rows_listed
from assistant.tables.told_states import asks_which_undone


@dataclass(frozen=True, slots=True)
class Attempt:
    """One reading of a question, and what a reader made of it."""

    standalone: str
    query: Query
    reply: Reply
    whole: bool = False  # no part of the question is left to be answered by itself


class Attempts:
    """Answers questions from the evidence of one index."""

    def __init__(self, evidence: Evidence) -> None:
        self._evidence = evidence

    def understood(
        self, question: str, history: Sequence[Turn], scope: Scope, *, of_one_time: bool = False
    ) -> Attempt:
        """Answer a question by what came before it: of the same row, another cell, or its words.

        A follow-up may give up its time where it finds nothing; a part ``of_one_time`` may not.
        """
        added = self._added(question, history, scope)
        if added is not None:
            return added
        of_rows = self._of_listed(question, history)
        if of_rows is not None:
            return of_rows
        texts = self._readings(question, history, of_one_time=of_one_time)
        row = history[-1].row if history else ""
        query = parse_query(question, self._evidence.corpus, self._evidence.vocabulary)
        if row and "verdict" not in query.asks:
            surely = ask_row(self._evidence, query, row, surely=True)
            if surely is not None:
                return Attempt(texts[0], query, Reply(surely, exact=True))
        if row and self._is_bare(query):
            # "是哪家公司承建的?" is of the row that was spoken of, which does not say.
            return Attempt(texts[0], query, refuse(query, ()))
        attempt = self._attempt(texts, scope)
        if repeats(question, attempt.reply, [t.text for t in history if not t.refused]):
            return _unlike(question, [attempt])
        if attempt.reply.empty_cell:
            return attempt
        told = attempt.reply.draft.rows if attempt.reply.kind == "answer" else set()
        listed = any(line.startswith("- ") for line in attempt.reply.draft.lines)
        undone = asks_which_undone(question) and len(told) == 1 and not listed
        # A cause may stand in a note below the table as well as in the row.
        fits = not row or row in told or "reason" in query.asks
        if attempt.reply.kind == "answer" and fits and not undone:
            return attempt
        row = row or (next(iter(told)) if undone else "")
        if not (row or asks_stock(query)):  # what a row is to do is not how many there are
            query, sources = attempt.query, self._evidence.sources(attempt.query, scope)
            row = row_named(self._evidence, query, [s for group in sources.values() for s in group])
        of_row = ask_row(self._evidence, query, row) if row else None
        reply = Reply(of_row, exact=True) if of_row else None
        return (
            attempt
            if reply is None or tells_level_alone(query, reply)
            else replace(attempt, reply=reply)
        )

    def _readings(self, question: str, history: Sequence[Turn], *, of_one_time: bool) -> list[str]:
        """A question as it may be meant behind what came before it, the likeliest first."""
        condensed = condense(question, history, self._evidence.corpus)
        other_cell = follow_up(self._evidence, question, history)
        texts = [condensed.question, *condensed.alternatives]
        texts = [other_cell, *texts] if other_cell else texts
        texts = self._of_one_time(texts) if of_one_time else texts
        texts = [*texts, *filter(None, map(left_of_plan, texts))]
        names = self._evidence.corpus.names
        texts = [*texts, *filter(None, (as_commonly_meant(text, names) for text in texts))]
        if of_one_time:
            return texts
        last = history[-1].standalone_question if history else ""
        again = split_parts(last) and asked_whole(question, last, self._evidence.corpus)
        return [*texts, again] if again else texts

    def with_parts(self, whole: Attempt, scope: Scope, row: str = "") -> Attempt:
        """Answer each part that the whole left out, as a follow-up of those before it.

        Where the whole has no answer, its parts may ask of the ``row`` that was spoken of before.
        """
        if whole.whole:
            return whole
        texts = with_sides(split_parts(spelt(whole.standalone, whole.query)))
        queries = [parse_query(text, self._evidence.corpus) for text in texts]
        answered = whole.reply.kind == "answer"
        parts: list[Part] = []
        turns = [_turn("", whole)]
        if not answered:
            turns = [replace(turns[0], row=row)]
        for text, query in zip(texts, queries, strict=True):
            judged = answered and is_judged(query, whole.reply.draft, queries)
            said = judged or (answered and is_covered(query, whole.reply.draft, queries))
            said = said or any(map(partial(tells_cause_or_date, query), _told(parts)))
            attempt = self._covered(text, whole) if said and answered and not judged else None
            of_before = is_of_before(text) or STEP_ASKED.match(text) is not None
            own = names_subject(text, self._evidence.corpus) and not of_before
            if not said:
                stands = not parts and query.districts and answered
                attempt = self.read(text, scope) if stands else None
                if attempt is None or attempt.reply.kind != "answer":
                    attempt = self.understood(text, turns, scope, of_one_time=True)
                if (
                    own
                    and whole.reply.draft.rows
                    and not (parts or adds(whole.reply.draft, attempt.reply.draft))
                ):
                    # The row that the whole rests on is that of another part.
                    attempt = self.read(text, scope)
            if attempt is not None and _is_elsewhere(attempt, whole):
                attempt = replace(attempt, reply=refuse(attempt.query, ()))
            # What the whole told of a part that leaves out its place is of the place before it.
            spoken = condense(text, turns, self._evidence.corpus).question if parts else text
            turn = _turn(text, attempt or replace(whole, standalone=spoken))
            turns = [*turns[1 if not parts else 0 :], turn]
            parts.append(Part(attempt.reply if attempt else None, own, of_before))
        return replace(whole, reply=join_replies(whole.reply, parts)) if parts else whole

    def with_row(self, attempt: Attempt) -> Attempt:
        """Add what the one row that an answer rests on says beyond it, where it is asked for."""
        draft = attempt.reply.draft
        told = attempt.reply.kind == "answer" and not attempt.whole
        row = row_of(draft.text, draft.citations) if told else ""
        if row:
            picked = attempt.reply.exact
            tell_beyond(self._evidence, attempt.query, draft, row, picked=picked)
        return attempt

    def read(self, standalone: str, scope: Scope) -> Attempt:
        """Answer a question that stands alone."""
        query = parse_query(standalone, self._evidence.corpus, self._evidence.vocabulary)
        query = with_weak_terms(query)
        reply = self._summed(query, answer_query(self._evidence, query, scope))
        each = each_apart(query) if reply.kind == "refusal" else ""
        if each:
            # What two things add up to is told of what is told of each.
            apart = answer_query(self._evidence, parse_query(each, self._evidence.corpus), scope)
            summed = self._summed(query, apart)
            reply = summed if summed.draft.computed else reply
        both = in_two_names(query, reply)
        other = self.read(both, scope) if both else None
        if other is not None and other.reply.draft.computed:
            reply = other.reply
        if tells_level_alone(query, reply) and not split_parts(query.text):
            return self._set_apart(standalone, query, scope)
        return Attempt(standalone, query, reply)

    def _set_apart(self, standalone: str, query: Query, scope: Scope) -> Attempt:
        """How far figures are apart, computed from both; a refusal where the other is not told."""
        asked = set_apart(standalone)
        apart = self.read(asked, scope) if asked else None
        if apart is not None and apart.reply.draft.computed:
            return apart
        return Attempt(standalone, query, refuse(query, ()))

    def _summed(self, query: Query, reply: Reply) -> Reply:
        texts = {
            c.source: self._evidence.catalog.document(c.source).text for c in reply.draft.citations
        }
        return with_sum(query, reply, texts) or reply

    def _added(self, question: str, history: Sequence[Turn], scope: Scope) -> Attempt | None:
        """Add up what the last answers told, each found again; None where that is not asked."""
        number = how_many_added(question)
        told = [turn for turn in reversed(history[-LOOK_BACK:]) if not turn.refused]
        told = told if number == ALL else told[:number]
        if not number or not told:
            return None
        attempts = [self.read(turn.standalone_question, scope) for turn in told]
        replies, queries = [a.reply for a in attempts], [a.query for a in attempts]
        draft = None
        if number == ALL:
            years = add_years(replies, queries, question)
            draft, number = years or (None, how_many_alike(replies, queries))
            if number < 2:
                unlike = joins(question) and len(told) > 1
                return _unlike(question, attempts) if unlike else None
        draft = draft or add_told(replies, number)
        texts = [a.standalone.rstrip("?？") for a in reversed(attempts[:number])]
        standalone = f"{'、'.join(texts)},合计多少?"
        query = attempts[0].query
        return Attempt(standalone, query, Reply(draft, exact=True), whole=True) if draft else None

    def _of_listed(self, question: str, history: Sequence[Turn]) -> Attempt | None:
        """Answer what is asked of the rows that the last answer listed, of each or of some."""
        query = parse_query(question, self._evidence.corpus, self._evidence.vocabulary)
        draft = ask_listed(self._evidence, query, history)
        if draft is None:
            return None
        first = re.split("[?？]", history[-1].standalone_question)[0]
        kind: AnswerKind = "answer" if draft.citations else "clarify"
        return Attempt(f"{first}?{query.text}", query, Reply(draft, kind, exact=True), whole=True)

    def _is_bare(self, query: Query) -> bool:
        """True for a follow-up that asks which company or unit, and names nothing else."""
        asked = ask_cues.WHICH.search(query.text) and not (query.districts or query.periods)
        return bool(asked) and not names_subject(query.text, self._evidence.corpus)

    def _of_one_time(self, texts: Sequence[str]) -> list[str]:
        """Leave out the readings that give up the time which the first one names."""
        dated = [bool(parse_query(text, self._evidence.corpus).periods) for text in texts]
        return [text for text, has in zip(texts, dated, strict=True) if has >= dated[0]]

    def _covered(self, text: str, whole: Attempt) -> Attempt | None:
        """What the one row of an answer surely says beyond it of a part that seems covered."""
        row = _turn("", whole).row
        query = parse_query(text, self._evidence.corpus, self._evidence.vocabulary)
        said = ask_row(self._evidence, query, row, surely=True) if row else None
        return replace(whole, standalone=text, reply=Reply(said, exact=True)) if said else None

    def _attempt(self, questions: Sequence[str], scope: Scope) -> Attempt:
        """Answer the first of several readings of a question that has an answer.

        That the cell which is asked for is empty is one: another reading tells another cell.
        """
        tried = (self.read(question, scope) for question in questions)
        first = next(tried)
        if first.reply.settled:
            return first
        return next((other for other in tried if other.reply.kind == "answer"), first)


def _is_elsewhere(part: Attempt, whole: Attempt) -> bool:
    """True for a part that names no place, answered from those of another than the whole asks of.

    "总投资多少" behind a row that does not tell it is asked of no other district.
    """
    places = set(whole.query.districts)
    cited = {citation.district for citation in part.reply.draft.citations}
    # 甲 may stand for 甲区 and for 甲新区, which came before it.
    there = all(place in places or stem(place) in places for place in cited)
    return bool(places) and not part.query.districts and not there


def _told(parts: Sequence[Part]) -> list[Draft]:
    """What the parts before have told."""
    return [p.reply.draft for p in parts if p.reply is not None and p.reply.kind == "answer"]


def _unlike(question: str, attempts: Sequence[Attempt]) -> Attempt:
    """Refuse to add up what is not of one sort."""
    return Attempt(question, attempts[0].query, say_plainly("refusal", UNLIKE))


def _turn(question: str, attempt: Attempt) -> Turn:
    draft = attempt.reply.draft
    if attempt.reply.kind != "answer":
        return Turn(question, attempt.standalone, draft.text, refused=True)
    row, rows = row_of(draft.text, draft.citations), rows_listed(draft.text, draft.citations)
    return Turn(question, attempt.standalone, draft.text, False, row, rows)


def is_unplaced(question: str, attempt: Attempt) -> bool:
    """True if the rules are unsure what a follow-up leaves out: they added to it in vain.

    What names an indicator or a row is understood, also where the documents do not answer it.
    """
    query, reply = attempt.query, attempt.reply
    added = attempt.standalone.strip() != question.strip()
    lost = reply.kind == "clarify" or (reply.kind == "refusal" and added)
    return lost and not (query.indicators or query.row or is_noise(question))
