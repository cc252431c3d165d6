"""Why something is so: the words that give a cause, and no neighbour's cause with them.

A cause stands in the sentence itself ("受…影响", "主要是…"), in the one after it
("未完成预算的原因,一是…"), in the row of a table that says how far a task is, or in a note below
the table that speaks of the row by its number ("第5项因选址调整,进度滞后").
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from assistant.answers.sections import condense_sentence
from assistant.evidence.draft import Draft, chunk_of_row, row_field
from assistant.evidence.evidence import Evidence
from assistant.evidence.findings import COVERAGE_NEEDED, Finding
from assistant.evidence.lines import Line
from assistant.evidence.row_names import rows_of_number
from assistant.evidence.statements import Statement
from assistant.evidence.terms import Term, level
from assistant.language.columns import refers_to_rows, row_number, task_text
from assistant.language.periods import is_whole_year, year_of
from assistant.language.tokenizer import is_verb
from assistant.question import ask_cues, statement_cues
from assistant.schema import Query, Row, Span
from assistant.tables.selections import called
from assistant.tables.told_cells import causes_of

LONGEST_REASON = 200
_BY_THEN = re.compile(
    r"[没未][^,，。;；]{0,4}?(?:在|于|赶在)?\d{1,2}月[底末份]?之?前?[^,，。;；\d]{0,4}(?:完|建|竣|开|投|通|封)"
)
_POINTS = "一是"
_NEXT_POINT = re.compile(r"\s*[二三四五六七八九]是[^。;；]*[。;；]?")

_OF_ROW = re.compile(r"(?:\d{1,2}[.、．])?\s*第\d{1,3}项(?!至|到|、)")  # a note on one row alone
_BARE = re.compile(r"[^一-鿿]*(?:[一-鿿]{1,3}[^一-鿿]*){0,2}")
NUMBERING = re.compile(r"^\d{1,2}[.、．]\s*(?!\d)")
_OF_ANY = re.compile("原因|进[度展]|情况|因素|项目|任务|工作|目标|计划|数据|滞后|缓慢|[一-鿿]?慢")
_HEAD = 2  # characters of a word that say what sort of a thing it is
Told = Mapping[tuple[str, int], float]


def _is_of_year(query: Query, found: Finding) -> bool:
    """True for what is told of a year that is asked for, be it of another part of it."""
    asked = {year_of(period) for period in query.periods} - {""}
    return found.period_fit > 0 or not asked or year_of(found.period) in asked


def write_reason(draft: Draft, evidence: Evidence, query: Query, sources: Sequence[str]) -> bool:
    """Write what gives the cause that is asked for; False if the documents give none."""
    about_data = ask_cues.NO_DATA.search(query.text) is not None
    cause = statement_cues.NOT_YET if about_data else statement_cues.CAUSE
    if _BY_THEN.search(query.text):
        # When it was to be done is no time of the report: 没能在10月底完工.
        query = replace(query, periods=tuple(p for p in query.periods if is_whole_year(p)))
    ranked = evidence.findings(replace(query, kinds=(), units=(), measures=()), sources)
    found = [
        f
        for f in ranked
        if (statement_cues.CAUSE.search(f.statement.text) or cause.search(f.statement.text))
        and _is_of_year(query, f)
        and _OF_ROW.match(f.statement.text) is None
        and (not about_data or statement_cues.ABOUT_DATA.search(f.statement.text))
    ]
    told = {(f.statement.chunk.id, f.statement.end): f.match.coverage for f in ranked}
    own = {id(f): max(f.match.own, _before(f, told)) for f in found}
    best = max(found, key=lambda f: (own[id(f)], f.score), default=None)
    if best is None or max(best.match.coverage, _before(best, told)) < COVERAGE_NEEDED:
        if _write_remark(draft, [f for f in ranked if _is_of_year(query, f)]):
            return True
        placed = about_data or query.districts or len(evidence.corpus.districts) < 2
        if best is None or not placed:
            return False  # of no place that is named, only the words tell what is meant
        of_data = about_data or statement_cues.ABOUT_DATA.search(best.statement.text)
        if not (of_data or _names_any(evidence.terms(query), best.statement)):
            return False
    start, end = _with_points(best.statement)
    marker = draft.cite_statement(best.statement, start, end)
    words = best.statement.document.text[start:end]
    row = best.statement.row
    whose = f"{called(Line(best.statement.document, best.statement.chunk, row))}:" if row else ""
    draft.say(f"{whose}{condense_sentence(words, LONGEST_REASON)}{marker}。")
    return True


def _names_any(terms: Sequence[Term], statement: Statement) -> bool:
    """True if a statement names any of the things that a question does: no cause is of others.

    What drags 投资 drags 固定资产投资.
    """
    things = [t for t in terms if not (is_verb(t.text) or _OF_ANY.fullmatch(t.text))]
    told = f"{statement.folded}\n{statement.labels}"
    return not things or any(level(t, told) > 0 or t.text[-_HEAD:] in told for t in things)


def write_noted(draft: Draft, evidence: Evidence, query: Query, sources: Sequence[str]) -> bool:
    """Write the note of a table on the row that is asked about, which it calls by its number."""
    plain = replace(query, kinds=(), units=(), measures=())
    ranked = [f for f in evidence.findings(plain, sources) if _is_of_year(query, f)]
    best = max(ranked, key=lambda f: f.match.coverage, default=None)
    row = best.statement.row if best is not None and best.match.own >= COVERAGE_NEEDED else None
    if best is None or row is None:
        return False
    document, number = best.statement.document, row_number(row)
    rows = [r for r in document.rows if row_number(r) == number]
    if not number.isdigit() or len(rows) > 1:
        return False  # of two rows with one number, the note may be on the other
    note = re.compile(rf"(?:\d{{1,2}}[.、．])?\s*第{number.lstrip('0')}项(?!至|到|、)")
    notes = [s for s in evidence.statements(document) if s.row is None and note.match(s.text)]
    told = [s for s in notes if s.start > row.end and statement_cues.CAUSE.search(s.text)]
    for statement in told[:1]:
        marker = draft.cite_statement(statement, statement.start, statement.end)
        words = condense_sentence(NUMBERING.sub("", statement.text), LONGEST_REASON)
        draft.say(f"{called(Line(document, best.statement.chunk, row))}:{words}{marker}。")
    return bool(told)


def _before(found: Finding, told: Told) -> float:
    """How much of the question the sentence holds that a cause is given for, right before it."""
    statement = found.statement
    if statement_cues.CAUSE_OF_BEFORE.match(statement.text.lstrip()) is None:
        return 0.0
    return max(told.get((statement.chunk.id, statement.start - gap), 0.0) for gap in range(3))


def _with_points(statement: Statement) -> Span:
    """A cause in several points ("一是…;二是…") is told with all of them."""
    end = statement.end
    if _POINTS in statement.text:
        text, last = statement.document.text, statement.chunk.end
        while point := _NEXT_POINT.match(text, end, last):
            end = point.end()
    return statement.start, end


def _write_remark(draft: Draft, ranked: Sequence[Finding]) -> bool:
    """Write what the row that a question names says of how far it is: a table's reasons."""
    # A sentence that names the thing among others says less of it than a row with a cause.
    causes = [f for f in ranked if f.match.own >= COVERAGE_NEEDED and _given_in(f.statement.row)]
    best = max(causes or ranked, key=lambda f: f.match.coverage, default=None)
    row = best.statement.row if best is not None else None
    if best is None or row is None:
        return False
    of_number = any(map(refers_to_rows, row.cells)) and best.match.coverage >= COVERAGE_NEEDED
    if not (of_number or best.match.own >= COVERAGE_NEEDED):
        return False
    document = best.statement.document
    row = next(filter(_given_in, rows_of_number(document, row)), row)
    given = _given_in(row)
    progress = row_field(row, "progress")
    told = given[:1] or [progress]
    if not told[0].strip("。 ") or (not given and _BARE.fullmatch(progress.rpartition(":")[2])):
        return False  # "71台" gives no cause
    chunk = chunk_of_row(document, document.rows.index(row), best.statement.chunk)
    marker = draft.cite_row(document, chunk, row)
    draft.say(f"{task_text(row)}:{told[0].rstrip('。')}{marker}。")
    return True


def _given_in(row: Row | None) -> list[str]:
    """What the cells of a row say that stand below a header of causes or of remarks on it."""
    headers = causes_of(row) if row is not None else []
    return [f"{h}:{row.cells[h].text.strip()}" for h in headers] if row is not None else []
