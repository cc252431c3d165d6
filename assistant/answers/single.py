"""A question of one place and time: its fact or figure with what is near it, or a refusal."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.answers import sections
from assistant.answers.missing import constraints_met, refuse
from assistant.answers.opposites import is_at_other_end
from assistant.answers.reader import read_figure, read_side
from assistant.answers.reply import Reply
from assistant.answers.rivals import rival_of, write_rival
from assistant.answers.writing import Reading, write_related, write_side
from assistant.evidence.asked import wants_figure
from assistant.evidence.draft import Draft
from assistant.evidence.evidence import Evidence
from assistant.evidence.findings import Finding
from assistant.evidence.statements import Statement
from assistant.evidence.wants import RATE_UNITS
from assistant.language.columns import cells_of
from assistant.language.periods import label as period_label
from assistant.language.quantities import Quantity
from assistant.question import ask_cues, comparison_cues
from assistant.schema import Query
from assistant.text import fold_text

NOT_BY_ITSELF = "文档没有单独给出{}的数,只有从年初累计的,列在相近的内容里。"
# What says itself that it is the first of all: "居全市首位", "规模最大".
_LEADS = re.compile(
    r"最(?!低生活|低工资|多跑|后|终|近|新)|居[^,，。;；]{0,8}首|首位|首个|领先"
    r"|第[一1](?=[位名,，。;；)）]|$)"
)
_QUARTER = re.compile(r"(\d{4})-Q([23])")


def tell_single(
    evidence: Evidence, query: Query, sources: Sequence[str], figures: Sequence[Quantity] = ()
) -> Reply:
    """Tell what answers a question, or the figures that it quotes; refuse where nothing does."""
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
    if builder:
        role = next(filter(None, builder.groups()))
        named = tuple(f for f in reading.findings if _names_role(role, f))
        if not named:
            return refuse(query, reading.findings)
        reading = replace(reading, findings=named)
    draft = Draft()
    paragraph = [] if wants_figure(query) else sections.headed_by(evidence, reading.best)
    paragraph = [s for s in paragraph if not is_at_other_end(query.text, s.text)]
    if len(paragraph) > 1:
        sections.write_topic(draft, paragraph)
    else:
        rival = rival_of(reading, evidence.terms(query))
        write_side(draft, evidence, reading)
        if rival is not None:
            write_rival(draft, reading.best, rival)
    return Reply(
        draft, "answer", write_related(reading.near), None, constraints_met(reading.findings)
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


def _names_role(role: str, found: Finding) -> bool:
    """True if what is told says who has a role, 施工单位: by its name, or by "由甲公司运营"."""
    row = found.statement.row is not None
    told = _said_of(found.statement) if row else fold_text(found.statement.text)
    return role in told or re.search(rf"由[^,，。;；]{{2,24}}?{role[:2]}", told) is not None


def _said_of(statement: Statement) -> str:
    """What a statement says, with the headers of its row."""
    headers = statement.row.cells if statement.row is not None else ()
    return fold_text("\n".join([statement.chunk.text, *headers]))
