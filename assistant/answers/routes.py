"""Which reader answers which question, and what is said when none does."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from assistant.answers import enumerations, movers, ranked, ratios, sections
from assistant.answers.bracketed import write_bracketed
from assistant.answers.bylines import write_byline
from assistant.answers.compare import write_sides, write_target_and_result
from assistant.answers.distances import asks_distance, find_distance, write_distance
from assistant.answers.duties import asks_duty, asks_only_duty, find_duty, write_duty
from assistant.answers.missing import unmet
from assistant.answers.pairs import find_pair, write_pair
from assistant.answers.reader import read_figure, read_side
from assistant.answers.reasons import write_noted, write_reason
from assistant.answers.reply import Reply, say_plainly
from assistant.answers.report_parts import write_report_part
from assistant.answers.rivals import rival_of, write_rival
from assistant.answers.sides import Side, read_sides, split_sides
from assistant.answers.superlatives import write_first
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
)
from assistant.answers.told_together import write_extreme, write_quoted, write_since
from assistant.answers.writing import Reading, write_related, write_side
from assistant.evidence.draft import Draft
from assistant.evidence.evidence import Evidence
from assistant.evidence.findings import Finding, wants_figure
from assistant.evidence.statements import Statement
from assistant.evidence.wants import RATE_UNITS
from assistant.language.columns import cells_of
from assistant.language.periods import label as period_label
from assistant.language.periods import year_of
from assistant.language.quantities import Quantity, find_quantities
from assistant.lexicon.districts import names_county
from assistant.question import (
    ask_cues,
    comparison_cues,
    constraint_cues,
    figure_cues,
    statement_cues,
)
from assistant.question.places import streets_in
from assistant.schema import Query, Scope
from assistant.tables import cells, placed
from assistant.text import fold_text

SMALLTALK = (
    "你好,我是区问:回答区县政府文件里的问题,每个数字都给出原文。可以直接问,比如某区某年的某项指标。"
)


ABOUT = (
    "我是区问。把区县的政府工作报告、计划报告、任务进展表交给我,"
    "我从原文里找答案,逐句给出处;文档里没有的,我会直说没有。"
)


OUT_OF_SCOPE = (
    "这个问题不在我的范围内:我只回答已收录的区县政府文件里写明的内容,不作评价、预测和建议。"
)


UNCLEAR = "请把问题说完整一些:哪个区、哪一年、什么指标或事项?"


LISTED = 40  # documents that are listed by name


OTHER_YEARS = "当前对话只限于{}年的内容;要问别的年份,请先改动对话的范围。"


NOT_BY_ITSELF = "文档没有单独给出{}的数,只有从年初累计的,列在相近的内容里。"


# What says itself that it is the first of all: "居全市首位", "规模最大".
_LEADS = re.compile(
    r"最(?!低生活|低工资|多跑|后|终|近|新)|居[^,，。;；]{0,8}首|首位|首个|领先"
    r"|第[一1](?=[位名,，。;；)）]|$)"
)


_QUARTER = re.compile(r"(\d{4})-Q([23])")


NO_DOCUMENTS = "文档库里没有{}的文件,无法回答。已收录:{}。"


def answer_query(evidence: Evidence, query: Query, scope: Scope) -> Reply:
    """Answer an understood question, or say what is missing."""
    if query.topic:
        return _talk(evidence, query)
    query, outside = _within(query, scope)
    sources = evidence.sources(query, scope)
    if outside or (unknown := _unknown_places(evidence, query, sources)):
        return outside or _rows_of_places(evidence, query, unknown)
    flat = [s for group in sources.values() for s in group]
    whole = evidence.whole_documents(query, flat)
    routes = (
        *(_noted, find_numbered, _byline, tell_group, _meaning, tell_groups),
        *(select_rows, filter_rows, tell_across, tell_column, pick, tell_cells),
        *(
            _extreme,
            _first_of,
            _share_of_industry,
            _pair,
            _ratio,
            _moved,
            _ranked,
            _parts,
            _report_part,
        ),
        *(_bracketed, _enumerated, _since, _reason, _origin, _distance, _duty),
    )
    for route in routes:
        reply = route(evidence, query, whole if route in _OF_WHOLE_DOCUMENTS else flat)
        if reply is not None:
            reply.exact = route not in (_reason, _origin, _distance, _duty)
            return reply
    sides = split_sides(query, evidence.corpus)
    if len(sides) > 1 and comparison_cues.TIMES_ASKED.search(query.text):
        sides = [replace(side, units=()) for side in sides]
    reply = _section(evidence, query, sides, scope)
    if reply is not None:
        return reply
    return (
        _sides(evidence, query, sides, scope) if len(sides) > 1 else _single(evidence, query, flat)
    )


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
    named = [*streets_in(query), *filter(names_county, query.terms)]
    return [name for name in dict.fromkeys(named) if not evidence.knows(name)]


def _rows_of_places(evidence: Evidence, query: Query, places: Sequence[str]) -> Reply:
    """Districts that have no document, but rows in the tables of another place's."""
    sources = cells.sources_of_rows(evidence, places)
    if not sources:
        return _no_documents(evidence, places)
    draft = placed.tell_placed(evidence, query, places)
    if draft is not None:
        return Reply(draft)
    reply = tell_cells(evidence, cells.as_rows(query), sources)
    return reply or _no_documents(evidence, places)


def _no_documents(evidence: Evidence, places: Sequence[str]) -> Reply:
    listed = "、".join(evidence.corpus.districts)
    return say_plainly("refusal", NO_DOCUMENTS.format("、".join(places), listed))


def _talk(evidence: Evidence, query: Query) -> Reply:
    if query.topic == "smalltalk":
        return say_plainly("smalltalk", SMALLTALK)
    if query.topic == "about":
        return say_plainly("smalltalk", ABOUT)
    if query.topic == "corpus":
        named = [p.title for p in evidence.catalog.profiles().values()]
        titles = [
            f"- {p.title}({p.district or '地区不明'})" for p in evidence.catalog.profiles().values()
        ]
        reply = say_plainly("smalltalk", f"已收录的文件({len(titles)}):")
        reply.draft.lines += titles[:LISTED]
        reply.draft.named = [*named, f"{len(titles)}"]
        return reply
    if query.topic == "scope":
        return say_plainly("scope", OUT_OF_SCOPE)
    return say_plainly("clarify", UNCLEAR)


def _byline(evidence: Evidence, query: Query, sources: Sequence[str]) -> Reply | None:
    """Who delivered a report, or the number of a document."""
    draft = Draft()
    return Reply(draft) if write_byline(draft, evidence, query, sources) else None


def _meaning(evidence: Evidence, query: Query, sources: Sequence[str]) -> Reply | None:
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
                draft = Draft()
                marker = draft.cite_statement(statement, statement.start, statement.end)
                draft.say(f"{sections.condense_sentence(statement.text, 300)}{marker}。")
                return Reply(draft)
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
            draft = Draft()
            marker = draft.cite_statement(statement, statement.start, statement.end)
            draft.say(f"{sections.condense_sentence(statement.text, 300)}{marker}。")
            return Reply(draft)
    return None


def _pair(evidence: Evidence, query: Query, sources: Sequence[str]) -> Reply | None:
    """Two indicators of one place, set against each other."""
    pair = find_pair(evidence, query, sources)
    if not pair:
        return None
    draft = Draft()
    write_pair(draft, query, pair)
    return Reply(draft)


def _share_of_industry(evidence: Evidence, query: Query, sources: Sequence[str]) -> Reply | None:
    """The share of one of the three industries, where only their proportion tells it."""
    if len(query.districts) != 1 or len(query.periods) > 1:
        return None
    found = ratios.find_part(evidence, query, sources)
    if found is None or read_side(evidence, query, sources).answered:
        return None
    draft = Draft()
    ratios.write_part(draft, *found)
    return Reply(draft)


def _ratio(evidence: Evidence, query: Query, sources: Sequence[str]) -> Reply | None:
    """A proportion of several parts, of one place and time."""
    if len(query.districts) > 1 or len(query.periods) > 1:
        return None
    found = ratios.find_ratios(evidence, query, sources)
    if not found:
        return None
    draft = Draft()
    ratios.write_ratios(draft, query, found)
    return Reply(draft)


def _moved(evidence: Evidence, query: Query, sources: Sequence[str]) -> Reply | None:
    """Which of several things fell or rose."""
    found = movers.find_movers(evidence, query, sources)
    if not found:
        return None
    draft = Draft()
    movers.write_movers(draft, found)
    return Reply(draft)


def _first_of(evidence: Evidence, query: Query, sources: Sequence[str]) -> Reply | None:
    """Which of several things is highest or lowest, where prose sets them side by side."""
    draft = Draft()
    return Reply(draft) if write_first(draft, evidence, query, sources) else None


def _ranked(evidence: Evidence, query: Query, sources: Sequence[str]) -> Reply | None:
    """Which things hold a rank; none of those that hold another."""
    if ranked.asks_ranked(query) is None or len(query.districts) != 1:
        return None
    found = ranked.find_ranked(evidence, query, sources)
    if not found:
        return None if ranked.things_among(query) else refuse(query, [])
    draft = Draft()
    ranked.write_ranked(draft, found)
    return Reply(draft)


def _parts(evidence: Evidence, query: Query, sources: Sequence[str]) -> Reply | None:
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


def _report_part(evidence: Evidence, query: Query, sources: Sequence[str]) -> Reply | None:
    """The problems that a report owns up to, or what is to be done next."""
    draft = Draft()
    return Reply(draft) if write_report_part(draft, evidence, query, sources) else None


def _enumerated(evidence: Evidence, query: Query, sources: Sequence[str]) -> Reply | None:
    """A list inside a paragraph, asked for as a whole."""
    if not {"list", "section"} & set(query.asks) or len(query.districts) > 1:
        return None
    found = enumerations.find_enumeration(evidence, query, sources)
    if found is None:
        return None
    draft = Draft()
    enumerations.write_enumeration(draft, found)
    return Reply(draft)


def _bracketed(evidence: Evidence, query: Query, sources: Sequence[str]) -> Reply | None:
    """A counted list in brackets, asked for by its number."""
    draft = Draft()
    return Reply(draft) if write_bracketed(draft, evidence, query, sources) else None


def _extreme(evidence: Evidence, query: Query, sources: Sequence[str]) -> Reply | None:
    """Which of several things a sentence calls the highest or the lowest."""
    draft = Draft()
    return Reply(draft) if write_extreme(draft, evidence, query, sources) else None


def _since(evidence: Evidence, query: Query, sources: Sequence[str]) -> Reply | None:
    """How many more there are than at a date, where the sentence that counts them says so."""
    draft = Draft()
    return Reply(draft) if write_since(draft, evidence, query, sources) else None


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
        candidate = sections.find_section(evidence, side, sources)
        topic = [] if candidate else sections.find_topic(evidence, side, sources)
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
    found = read_sides(evidence, sides, scope)
    if not any(s.reading.answered for s in found):
        return refuse(query, [f for s in found for f in s.reading.near])
    draft = Draft()
    same_place = (
        len({s.query.districts for s in found}) == 1 and len({s.query.kinds for s in found}) > 1
    )
    if same_place and _only_wanted_missing(query, found):
        result = replace(query, kinds=("actual",))
        return refuse(result, [f for s in found for f in (*s.reading.findings, *s.reading.near)])
    comparison = None
    if same_place and len({s.query.periods for s in found}) <= 2:
        write_target_and_result(draft, query, found)
    else:
        comparison = write_sides(draft, query, found)
    near = [f for s in found for f in s.reading.near]
    return Reply(draft, "answer", write_related(near), comparison, _constraints(query, near))


def _only_wanted_missing(query: Query, found: Sequence[Side]) -> bool:
    """True if a judgement was asked for and no result is told: the target alone is none."""
    result = [s for s in found if s.query.kinds == ("actual",)]
    judged = "verdict" in query.asks and not figure_cues.FIGURE_ASKED.search(query.text)
    return judged and bool(result) and not any(s.reading.answered for s in result)


# What reads tables and headings of a document, and not the section of one of its places.
_OF_WHOLE_DOCUMENTS = (
    *(find_numbered, _byline, tell_group, tell_groups),
    *(select_rows, filter_rows, tell_across, tell_column, pick, tell_cells, _parts),
)


def _single(
    evidence: Evidence, query: Query, sources: Sequence[str], figures: Sequence[Quantity] = ()
) -> Reply:
    reading = (
        read_figure(evidence, query, sources, figures)
        if figures
        else read_side(evidence, query, sources)
    )
    if not reading.answered:
        return _so_far(evidence, query, sources) or refuse(query, list(reading.near))
    if reading.best.qualitative and _asks_amount(query):
        return refuse(query, reading.findings)
    row = reading.best.statement.row
    if ask_cues.LEADER_ASKED.search(query.text) and row is not None and not cells_of(row, "leader"):
        return refuse(query, reading.findings)
    if not _says_first(query, reading):
        return refuse(query, reading.findings)  # one of many says nothing of the others
    builder = ask_cues.BUILDER_ASKED.search(query.text)
    if builder and builder.group(1) not in _said_of(reading.best.statement):
        return refuse(query, reading.findings)
    draft = Draft()
    paragraph = [] if wants_figure(query) else sections.headed_by(evidence, reading.best)
    if paragraph:
        sections.write_topic(draft, paragraph)
    else:
        rival = rival_of(reading, evidence.terms(query))
        write_side(draft, evidence, reading)
        if rival is not None:
            write_rival(draft, rival)
    return Reply(
        draft, "answer", write_related(reading.near), None, _constraints(query, reading.findings)
    )


def _says_first(query: Query, reading: Reading) -> bool:
    """False where the first of many is asked for, and what is told does not say that it is."""
    return (
        not comparison_cues.RANKED.search(query.text)
        or _LEADS.search(_told_by(reading)) is not None
    )


def _asks_amount(query: Query) -> bool:
    """True for a level in a unit: 是多少元 is not answered by words on how it grows."""
    return bool(set(query.units) - RATE_UNITS) and "growth" not in query.measures


def _so_far(evidence: Evidence, query: Query, sources: Sequence[str]) -> Reply | None:
    """Refuse a quarter of which only the sum since January is told, which is set beside it."""
    quarter = _QUARTER.fullmatch(query.periods[0]) if len(query.periods) == 1 else None
    if quarter is None or not query.indicators:
        return None
    year, months = quarter.group(1), 3 * int(quarter.group(2))
    up_to = f"{year}-01/{year}-{months:02d}"
    reading = read_side(evidence, replace(query, periods=(up_to,)), sources)
    if not reading.answered or reading.best.period != up_to:
        return None
    reply = refuse(query, reading.findings)
    reply.draft.lines = [NOT_BY_ITSELF.format(period_label(query.periods[0]))]
    return reply


def _told_by(reading: Reading) -> str:
    """The row that an answer rests on, of prose the words that are quoted of it."""
    best = reading.best
    return best.statement.text if best.statement.row is not None else best.quote


def _said_of(statement: Statement) -> str:
    """What a statement says, with the headers of its row."""
    headers = statement.row.cells if statement.row is not None else ()
    return fold_text("\n".join([statement.chunk.text, *headers]))


def _origin(evidence: Evidence, query: Query, sources: Sequence[str]) -> Reply | None:
    """Whose a figure or a sentence is, and of when: its statement says so in every answer."""
    if "origin" not in query.asks:
        return None
    draft = Draft()
    if write_quoted(draft, evidence, query, sources):
        return Reply(draft)
    plain = replace(query, kinds=(), measures=(), units=())
    editions = [m.start() for m in constraint_cues.EDITION.finditer(query.text)]
    asked = [q for q in find_quantities(query.text) if not q.is_rank and q.start not in editions]
    return _single(evidence, plain, sources, asked)


def _distance(evidence: Evidence, query: Query, sources: Sequence[str]) -> Reply | None:
    """How far a result is from its plan or an average, where a document says so itself."""
    if not asks_distance(query) or len(query.districts) > 1 or len(query.periods) > 1:
        return None
    found = find_distance(evidence, query, sources)
    if found is None:
        return None
    draft = Draft()
    write_distance(draft, *found)
    return Reply(draft)


def _duty(evidence: Evidence, query: Query, sources: Sequence[str]) -> Reply | None:
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


def _noted(evidence: Evidence, query: Query, sources: Sequence[str]) -> Reply | None:
    """Why a row is as it is, where a note below its table says so."""
    if "reason" not in query.asks or len(query.districts) > 1:
        return None
    draft = Draft()
    return Reply(draft) if write_noted(draft, evidence, query, sources) else None


def _reason(evidence: Evidence, query: Query, sources: Sequence[str]) -> Reply | None:
    """Why something is so, or why a figure is missing: a sentence that gives a cause."""
    if "reason" not in query.asks:
        return None
    draft = Draft()
    if write_reason(draft, evidence, query, sources):
        return Reply(draft)
    return refuse(query, [])


def refuse(query: Query, near: Sequence[Finding]) -> Reply:
    """Say what is missing, with what is near it."""
    reply = say_plainly("refusal", unmet(query))
    reply.draft.named = [*query.indicators, *map(period_label, query.periods)]
    reply.related = write_related(near)
    reply.constraints = _constraints(query, near)
    return reply


def _constraints(query: Query, findings: Sequence[Finding]) -> dict[str, Any]:
    """Which constraints the best finding meets, for the trace."""
    best = next(iter(findings), None)
    if best is None:
        return {"met": [], "unmet": ["没有相关的段落"]}
    checks = {
        "地区": True,
        "期间": best.period_fit > 0,
        "性质": best.kind_fit > 0,
        "内容": not best.match.missing,
        "数值": best.answered,
    }
    return {
        "met": [k for k, ok in checks.items() if ok],
        "unmet": [k for k, ok in checks.items() if not ok],
        "missing_terms": list(best.match.missing),
        "coverage": round(best.match.coverage, 3),
    }
