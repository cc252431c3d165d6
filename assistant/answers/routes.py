"""Which reader answers which question, and what is said when none does."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

from assistant.answers import sections
from assistant.answers.both_stages import tell_stages
from assistant.answers.charged_each import tell_charge_of_each
from assistant.answers.compare import write_sides, write_target_and_result
from assistant.answers.conclusions import MISSING
from assistant.answers.inclusions import tell_inclusion
from assistant.answers.meanings import tell_meaning
from assistant.answers.missing import constraints_met, refuse, unmet
from assistant.answers.named_sections import find_section
from assistant.answers.own_sides import counts_beside_plan
from assistant.answers.prose_routes import (
    tell_bracketed,
    tell_byline,
    tell_distance,
    tell_duty,
    tell_enumerated,
    tell_extreme,
    tell_first,
    tell_move,
    tell_moved,
    tell_none_yet,
    tell_noted,
    tell_origin,
    tell_outcome,
    tell_pair,
    tell_parts,
    tell_predecessor,
    tell_ranked,
    tell_ratio,
    tell_reason,
    tell_report_part,
    tell_rescheduled,
    tell_share_of_industry,
    tell_since,
    tell_speaker,
)
from assistant.answers.reply import Reply, say_plainly
from assistant.answers.sides import Side, read_sides, split_sides
from assistant.answers.single import tell_single
from assistant.answers.steps import has_clause_at_stage
from assistant.answers.table_routes import (
    filter_rows,
    find_numbered,
    pick,
    select_rows,
    tell_across,
    tell_cells,
    tell_column,
    tell_group,
    tell_groups,
    tell_sort,
)
from assistant.answers.talk import talk
from assistant.answers.writing import write_related
from assistant.evidence.draft import Draft
from assistant.evidence.evidence import Evidence
from assistant.language.columns import CHARGES
from assistant.language.periods import year_of
from assistant.lexicon.districts import names_county
from assistant.question import (
    comparison_cues,
    constraint_cues,
    figure_cues,
    row_cues,
)
from assistant.question.places import streets_in, unlisted_in
from assistant.question.query import parse_query
from assistant.schema import Query, Scope
from assistant.tables import placed
from assistant.tables.focus import ask_row, row_of
from assistant.tables.row_named import tells_another_goal

OTHER_YEARS = "当前对话只限于{}年的内容;要问别的年份,请先改动对话的范围。"
DOUBTFUL = "看不懂问题里的“{}”,可能是“{}”;请改正后再问。"
NO_DOCUMENTS = "文档库里没有{}的文件,无法回答。已收录:{}。"
# What reads tables and headings of a document, and not the section of one of its places.
_CLEARLY_LESS = 0.15  # of what a question names, where another side speaks of more
_AGAINST_PLACE = re.compile(r"[比跟和与][^,，。;；?？一-鿿]{0,5}年?$")  # 比2020年|乙区
_SET_SIDE_BY_SIDE = frozenset({"rank", "difference", "verdict"})
_OF_WHOLE_DOCUMENTS = (
    *(find_numbered, tell_byline, tell_group, tell_groups),
    *(tell_sort, select_rows, filter_rows, tell_across, tell_column, pick, tell_cells, tell_parts),
)


def answer_query(evidence: Evidence, query: Query, scope: Scope) -> Reply:
    """Answer an understood question, or say what is missing."""
    if query.topic:
        return talk(evidence, query)
    if query.doubts:
        return say_plainly("refusal", DOUBTFUL.format(*query.doubts[0]))
    query, outside = _within(query, scope)
    sources = evidence.sources(query, scope)
    if outside or (unknown := _unknown_places(evidence, query, sources)):
        return outside or _rows_of_places(evidence, query, unknown)
    flat = [s for group in sources.values() for s in group]
    whole = evidence.whole_documents(query, flat)
    routes = (
        *(tell_predecessor, tell_speaker, tell_noted, find_numbered, tell_byline, tell_inclusion),
        tell_charge_of_each,
        *(tell_group, tell_meaning, tell_groups, tell_sort),
        *(select_rows, filter_rows, tell_across, tell_column, pick, tell_cells),
        *(tell_none_yet, tell_extreme, tell_first, tell_share_of_industry, tell_pair, tell_ratio),
        *(tell_move, tell_moved, tell_rescheduled),
        *(tell_ranked, tell_parts, tell_report_part, tell_bracketed, tell_enumerated, tell_since),
        *(tell_outcome, tell_reason, tell_origin, tell_distance, tell_duty),
    )
    for route in routes:
        reply = route(evidence, query, whole if route in _OF_WHOLE_DOCUMENTS else flat)
        if reply is not None:
            reply.exact = route not in (tell_reason, tell_origin, tell_distance, tell_duty)
            return reply
    query = _without_charge_of_each(query)
    sides = split_sides(query, evidence.corpus)
    each = tell_stages(query, sides, partial(_answer_text, evidence, scope)) or _each_goal(
        evidence, query, sides, scope
    )
    if each is not None:
        return each
    if len(sides) > 1 and comparison_cues.TIMES_ASKED.search(query.text):
        sides = [replace(side, units=()) for side in sides]
    reply = _section(evidence, query, sides, scope)
    if reply is not None:
        return reply
    if len(sides) > 1:
        return _sides(evidence, query, sides, scope)
    return tell_single(evidence, query, flat)


def _sets_places_apart(query: Query) -> bool:
    """True for how far one place is from the plan of another: "甲区目标比乙区目标多多少"."""
    before = (query.text[:start] for start, _ in query.slots.get("district", ())[1:])
    return "difference" in query.asks and any(map(_AGAINST_PLACE.search, before))


def _answer_text(evidence: Evidence, scope: Scope, text: str) -> Reply:
    return answer_query(evidence, parse_query(text, evidence.corpus, evidence.vocabulary), scope)


def _without_charge_of_each(query: Query) -> Query:
    """Ask for several tasks without who answers for each: that of any one row would not tell it."""
    if row_cues.OF_EACH.search(query.text) is None:
        return query
    return replace(query, asks=tuple(ask for ask in query.asks if ask not in CHARGES))


def _each_goal(
    evidence: Evidence, query: Query, sides: Sequence[Query], scope: Scope
) -> Reply | None:
    """Whether each of several places reached its own goal, one below the other.

    Goals that are set beside each other tell nothing of who reached his.
    """
    if len(query.districts) < 2 or "target" not in query.kinds or _sets_places_apart(query):
        return None
    if not ("verdict" in query.asks or comparison_cues.WHO_REACHED.search(query.text)):
        return None
    draft, answered = Draft(), 0
    for districts, periods in dict.fromkeys((side.districts, side.periods) for side in sides):
        one = replace(query, districts=districts, periods=periods, kinds=("target",))
        reply = answer_query(evidence, replace(one, asks=("verdict",)), scope)
        answered += reply.kind == "answer"
        draft.absorb(reply.draft, reply.draft.lines)
    return Reply(draft) if answered else None


def _within(query: Query, scope: Scope) -> tuple[Query, Reply | None]:
    """Hold a question to the years that the conversation is limited to."""
    if not scope.years:
        return query, None
    if not query.periods:
        return replace(query, periods=scope.years), None
    kept = tuple(p for p in query.periods if year_of(p) in scope.years)
    if kept:
        return replace(query, periods=kept), None
    reply = say_plainly("refusal", OTHER_YEARS.format("、".join(scope.years)))
    reply.draft.named = list(scope.years)
    return query, reply


def _unknown_places(
    evidence: Evidence, query: Query, sources: Mapping[str, Sequence[str]]
) -> list[str]:
    """Districts without documents, if all are; other places that no document mentions."""
    missing = [d for d, found in sources.items() if d and not found]
    if missing and len(missing) == len(sources):
        return missing
    named = [*streets_in(query), *unlisted_in(query), *filter(names_county, query.terms)]
    return [name for name in dict.fromkeys(named) if not evidence.knows(name)]


def _rows_of_places(evidence: Evidence, query: Query, places: Sequence[str]) -> Reply:
    """Districts that have no document, but rows in the tables of another place's."""
    sources = placed.sources_of_rows(evidence, places)
    if not sources:
        return _no_documents(evidence, places)
    draft = placed.tell_placed(evidence, query, places)
    if draft is not None:
        return Reply(draft)
    reply = tell_cells(evidence, placed.as_rows(query), sources)
    return reply or _no_documents(evidence, places)


def _no_documents(evidence: Evidence, places: Sequence[str]) -> Reply:
    listed = "、".join(evidence.corpus.districts)
    return say_plainly("refusal", NO_DOCUMENTS.format("、".join(places), listed))


def _section(
    evidence: Evidence, query: Query, sides: Sequence[Query], scope: Scope
) -> Reply | None:
    """The measures of a section, for every side."""
    if "section" not in query.asks or query.units:
        return None
    draft = Draft()
    told: set[tuple[object, object]] = set()
    missing = []
    for side in map(sections.of_its_subject, sides):
        where = (side.districts, side.periods)
        sources = [s for group in evidence.sources(side, scope).values() for s in group]
        asked, own = sections.by_author(evidence, side, sources)
        candidate = find_section(evidence, asked, own)
        topic = [] if candidate else sections.find_topic(evidence, asked, own)
        if candidate is None and len(topic) == 1 and has_clause_at_stage(side, topic[0].text):
            return None  # what is 建成 is one clause of it
        if candidate is not None:
            sections.write_section(draft, candidate, sections.BUDGET // len(sides))
        elif topic:
            sections.write_topic(draft, topic)
        else:
            missing.append((where, unmet(side)))
            continue
        told.add(where)
    if not draft.citations:
        return None
    for where, line in missing:
        # A section tells plans or results: the other of the two is not missing.
        if where not in told:
            draft.say(line)
    return Reply(draft)


def _sides(evidence: Evidence, query: Query, sides: Sequence[Query], scope: Scope) -> Reply:
    if counts_beside_plan(query):
        return refuse(query, ())  # each of its clauses is answered by itself
    found = read_sides(evidence, sides, scope)
    if not any(s.reading.answered for s in found):
        return refuse(query, [f for s in found for f in s.reading.near])
    if constraint_cues.WHICH_DISTRICT.search(query.text) and not _SET_SIDE_BY_SIDE & {*query.asks}:
        found = _who_it_is_of(found)
    draft = Draft()
    same_place = (
        len({s.query.districts for s in found}) == 1 and len({s.query.kinds for s in found}) > 1
    )
    if same_place and "verdict" in query.asks and not query.periods:
        found = _of_one_year(evidence, query, found, scope)
    if same_place and _only_wanted_missing(query, found):
        return _told_by_row(evidence, query, found)
    comparison = None
    if same_place and len({s.query.periods for s in found}) <= 2:
        write_target_and_result(draft, query, found)
        _tell_result_of_row(evidence, query, draft)
    else:
        comparison = write_sides(draft, query, found)
    near = [f for s in found for f in s.reading.near]
    return Reply(draft, "answer", write_related(near), comparison, constraints_met(near))


def _told_by_row(evidence: Evidence, query: Query, found: Sequence[Side]) -> Reply:
    """A goal and what its row tells of it besides figures; without that the goal alone is none."""
    draft = Draft()
    write_target_and_result(draft, query, found)
    row = evidence.row(row_of(draft.text, draft.citations))
    of_another = row is not None and tells_another_goal(query, row[1].row)
    if not of_another and _tell_result_of_row(evidence, query, draft):
        return Reply(draft)
    result = replace(query, kinds=("actual",))
    return refuse(result, [f for s in found for f in (*s.reading.findings, *s.reading.near)])


def _of_one_year(evidence: Evidence, query: Query, found: list[Side], scope: Scope) -> list[Side]:
    """A goal and its result of the year that the result is told of, where no year was named.

    Set beside the goal of the year after it, or as far as a quarter, it tells of no goal reached.
    """
    told = [
        s.reading.best.period for s in found if s.reading.answered and "actual" in s.query.kinds
    ]
    year = year_of(told[0]) if told else ""
    if not year:
        return found
    dated = split_sides(replace(query, periods=(year,)), evidence.corpus)
    again = read_sides(evidence, dated, scope)
    return again if all(s.reading.answered for s in again) else found


def _tell_result_of_row(evidence: Evidence, query: Query, draft: Draft) -> bool:
    """Say what the row of a target tells of its result, where no figure surely is that."""
    unknown = [line for line in draft.lines if line.endswith(f"完成情况:{MISSING}。")]
    row = row_of(draft.text, draft.citations) if unknown else ""
    told = ask_row(evidence, replace(query, kinds=("actual",)), row) if row else None
    if told is not None:
        draft.lines = [line for line in draft.lines if line not in unknown]
        draft.absorb(told, told.lines)
    return told is not None


def _who_it_is_of(found: Sequence[Side]) -> list[Side]:
    """The sides that speak of the very thing: "在哪个县" asks of none of the others."""
    answered = [s for s in found if s.reading.answered]
    best = max(s.reading.best.match.own for s in answered)
    return [s for s in answered if s.reading.best.match.own > best - _CLEARLY_LESS]


def _only_wanted_missing(query: Query, found: Sequence[Side]) -> bool:
    """True if a judgement was asked for and no result is told: the target alone is none."""
    result = [s for s in found if s.query.kinds == ("actual",)]
    judged = "verdict" in query.asks and not figure_cues.FIGURE_ASKED.search(query.text)
    return judged and bool(result) and not any(s.reading.answered for s in result)
