"""Questions about what sentences tell: which of the readers of prose answers which."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from assistant.answers import enumerations, movers, ranked, ratios, sections, shared_outcomes
from assistant.answers.bracketed import write_bracketed
from assistant.answers.bylines import UNSIGNED, asks_of_file, write_byline
from assistant.answers.distances import asks_distance, find_distance, write_distance
from assistant.answers.duties import asks_duty, asks_only_duty, find_duty, write_duty
from assistant.answers.extremes import write_extreme
from assistant.answers.missing import refuse
from assistant.answers.none_yet import write_none_yet
from assistant.answers.numbered_items import write_counted
from assistant.answers.outcome_counts import (
    asked_state,
    find_outcome,
    is_of_others,
    tells_state,
    write_outcome,
)
from assistant.answers.pairs import find_pair, write_pair
from assistant.answers.predecessors import asks_predecessor, write_predecessor
from assistant.answers.rate_moves import write_move
from assistant.answers.reader import read_side
from assistant.answers.reasons import write_noted, write_reason
from assistant.answers.reply import Reply, say_plainly
from assistant.answers.report_parts import write_report_part
from assistant.answers.rescheduled import write_rescheduled
from assistant.answers.single import tell_single
from assistant.answers.speakers import write_speaker
from assistant.answers.superlatives import write_first
from assistant.answers.told_together import write_quoted, write_since
from assistant.answers.writing import write_related
from assistant.evidence.draft import Draft
from assistant.evidence.evidence import Evidence
from assistant.language.quantities import find_quantities
from assistant.question import ask_cues, constraint_cues
from assistant.schema import Query

Writer = Callable[[Draft, Evidence, Query, Sequence[str]], bool]
Reader = Callable[[Evidence, Query, Sequence[str]], Reply | None]


def _reader(write: Writer) -> Reader:
    """A reader that answers with what ``write`` says, and has no answer where that is nothing."""

    def tell(evidence: Evidence, query: Query, sources: Sequence[str]) -> Reply | None:
        draft = Draft()
        return Reply(draft) if write(draft, evidence, query, sources) else None

    return tell


# Which of several things is highest or lowest, where prose sets them side by side.
tell_first = _reader(write_first)
# The problems that a report owns up to, or what is to be done next.
tell_report_part = _reader(write_report_part)
# A counted list in brackets, asked for by its number.
tell_bracketed = _reader(write_bracketed)
# Which of several things a sentence calls the highest or the lowest.
tell_extreme = _reader(write_extreme)
# What there has been none of yet, where a sentence says so.
tell_none_yet = _reader(write_none_yet)
# How many more there are than at a date, where the sentence that counts them says so.
tell_since = _reader(write_since)
# Who said something at a press conference.
tell_speaker = _reader(write_speaker)
# By how much a rate has moved since an earlier part of the year, where a sentence says so.
tell_move = _reader(write_move)
# When something was first to be done, and when it was put off to.
tell_rescheduled = _reader(write_rescheduled)


def tell_byline(evidence: Evidence, query: Query, sources: Sequence[str]) -> Reply | None:
    """Who delivered a report or made it public, and when, or the number of a document."""
    draft = Draft()
    if write_byline(draft, evidence, query, sources):
        return Reply(draft)
    return say_plainly("refusal", UNSIGNED) if asks_of_file(query.text) else None


def tell_predecessor(evidence: Evidence, query: Query, sources: Sequence[str]) -> Reply | None:
    """Who was in charge before somebody; never who is in charge now."""
    if not asks_predecessor(query):
        return None
    draft = Draft()
    found = write_predecessor(draft, evidence, query, sources)
    return Reply(draft) if found else refuse(query, [])


def tell_pair(evidence: Evidence, query: Query, sources: Sequence[str]) -> Reply | None:
    """Two indicators of one place, set against each other."""
    pair = find_pair(evidence, query, sources)
    if not pair:
        return None
    draft = Draft()
    write_pair(draft, query, pair)
    return Reply(draft)


def tell_share_of_industry(
    evidence: Evidence, query: Query, sources: Sequence[str]
) -> Reply | None:
    """The share of one of the three industries, where only their proportion tells it."""
    if len(query.districts) != 1 or len(query.periods) > 1:
        return None
    found = ratios.find_part(evidence, query, sources)
    if found is None or read_side(evidence, query, sources).answered:
        return None
    draft = Draft()
    ratios.write_part(draft, *found)
    return Reply(draft)


def tell_ratio(evidence: Evidence, query: Query, sources: Sequence[str]) -> Reply | None:
    """A proportion of several parts, of one place and time."""
    if len(query.districts) > 1 or len(query.periods) > 1:
        return None
    found = ratios.find_ratios(evidence, query, sources)
    if not found:
        return None
    draft = Draft()
    ratios.write_ratios(draft, query, found)
    return Reply(draft)


def tell_moved(evidence: Evidence, query: Query, sources: Sequence[str]) -> Reply | None:
    """Which of several things fell or rose; none of those that moved the other way."""
    found = movers.find_movers(evidence, query, sources)
    if not found:
        reading = read_side(evidence, query, sources) if movers.asked_way(query) else None
        against = reading and [f for f in reading.findings if movers.tells_otherwise(query, f)]
        return refuse(query, reading.findings) if reading and against else None
    draft = Draft()
    movers.write_movers(draft, found)
    return Reply(draft)


def tell_ranked(evidence: Evidence, query: Query, sources: Sequence[str]) -> Reply | None:
    """Which things hold a rank; none of those that hold another."""
    if ranked.asks_ranked(query) is None or len(query.districts) != 1:
        return None
    found = ranked.find_ranked(evidence, query, sources)
    if not found:
        return None if ranked.things_among(query) else refuse(query, [])
    draft = Draft()
    ranked.write_ranked(draft, found)
    return Reply(draft)


def tell_parts(evidence: Evidence, query: Query, sources: Sequence[str]) -> Reply | None:
    """Sub-headings that the question counts."""
    if query.number is None or query.number < 3 or not {"list", "section"} & set(query.asks):
        return None
    counted = ask_cues.COUNTED_NOUN.search(query.text)
    if counted and evidence.search.lexical.holds(counted.group(1)):
        return None  # a sentence names them: "甲、乙、丙三大创新区"
    found = sections.find_parts(evidence, query, sources)
    if found is None:
        return None
    draft = Draft()
    sections.write_parts(draft, *found)
    return Reply(draft)


def tell_enumerated(evidence: Evidence, query: Query, sources: Sequence[str]) -> Reply | None:
    """A list inside a paragraph, asked for as a whole."""
    if not {"list", "section"} & set(query.asks) or len(query.districts) > 1:
        return None
    found = enumerations.find_enumeration(evidence, query, sources)
    draft = Draft()
    if found is None:
        return Reply(draft) if write_counted(draft, evidence, query, sources) else None
    enumerations.write_enumeration(draft, found)
    return Reply(draft)


def tell_origin(evidence: Evidence, query: Query, sources: Sequence[str]) -> Reply | None:
    """Whose a figure or a sentence is, and of when: its statement says so in every answer."""
    if "origin" not in query.asks:
        return None
    draft = Draft()
    if write_quoted(draft, evidence, query, sources):
        return Reply(draft)
    plain = replace(query, kinds=(), measures=(), units=())
    editions = [m.start() for m in constraint_cues.EDITION.finditer(query.text)]
    asked = [q for q in find_quantities(query.text) if not q.is_rank and q.start not in editions]
    if asked:
        return tell_single(evidence, plain, sources, asked)
    meant = tell_single(evidence, replace(query, measures=(), units=()), sources)
    if query.kinds and (meant.kind != "answer" or _lacks_thing(query, meant)):
        meant = tell_single(evidence, plain, sources)
    # A thing that is told of nowhere is nobody's: 特色小镇 says not who plans a 氢能小镇.
    if meant.kind == "answer" and _lacks_thing(query, meant):
        return refuse(query, read_side(evidence, plain, sources).findings)
    return meant


def _lacks_thing(query: Query, reply: Reply) -> bool:
    """True if something that a question names is not told.

    What is done to it has many words, where its very edition is told: 升级 or 迭代 to 3.0版.
    """
    editions = constraint_cues.EDITION.findall(query.text)
    if editions and all(edition in reply.draft.text for edition in editions):
        return False
    return bool(reply.constraints["missing_terms"])


def tell_outcome(evidence: Evidence, query: Query, sources: Sequence[str]) -> Reply | None:
    """How many of some things did what was planned; never how many they are in all."""
    state = asked_state(query)
    whole = state is None and shared_outcomes.asks_if_all(query)
    if not (state or whole) or len(query.districts) > 1 or len(query.periods) > 1:
        return None
    draft = Draft()
    if shared_outcomes.write_shared(draft, evidence, query, state, sources):
        return Reply(draft)
    if state is None:
        return None
    found = find_outcome(evidence, query, state, sources)
    if found is not None:
        write_outcome(draft, *found)
        return Reply(draft)
    reading = read_side(evidence, query, sources)
    if not reading.answered:
        return None
    others = not tells_state(reading.best.quote, state) or is_of_others(reading.best, state)
    return refuse(query, reading.findings) if others else None


def tell_distance(evidence: Evidence, query: Query, sources: Sequence[str]) -> Reply | None:
    """How far a result is from its plan or an average, where a document says so itself."""
    if not asks_distance(query) or len(query.districts) > 1 or len(query.periods) > 1:
        return None
    found = find_distance(evidence, query, sources)
    if found is None:
        return None
    draft = Draft()
    write_distance(draft, query, *found)
    return Reply(draft)


def tell_duty(evidence: Evidence, query: Query, sources: Sequence[str]) -> Reply | None:
    """Who leads or supports a task, where no table but a sentence says so."""
    if not asks_duty(query):
        return None
    reading = read_side(evidence, query, sources)
    if reading.answered and reading.best.statement.row is not None:
        return None
    found = find_duty(evidence, query, sources)
    if found is None:
        refused = asks_only_duty(query) and reading.answered
        return refuse(query, reading.findings) if refused else None
    draft = Draft()
    write_duty(draft, *found)
    return Reply(draft, "answer", write_related(reading.near))


def tell_noted(evidence: Evidence, query: Query, sources: Sequence[str]) -> Reply | None:
    """Why a row is as it is, where a note below its table says so."""
    if "reason" not in query.asks or len(query.districts) > 1:
        return None
    draft = Draft()
    return Reply(draft) if write_noted(draft, evidence, query, sources) else None


def tell_reason(evidence: Evidence, query: Query, sources: Sequence[str]) -> Reply | None:
    """Why something is so, or why a figure is missing: a sentence that gives a cause."""
    if "reason" not in query.asks:
        return None
    draft = Draft()
    if write_reason(draft, evidence, query, sources):
        return Reply(draft)
    return refuse(query, [])
