"""Questions about a table as a table: which of its readers answers which."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from assistant.answers.missing import unmet
from assistant.answers.numbered_items import tell_item
from assistant.answers.reader import read_side
from assistant.answers.reply import Reply, say_plainly
from assistant.answers.shared_outcomes import counts_otherwise
from assistant.answers.steps import has_clause_at_stage
from assistant.answers.writing import write_charge
from assistant.evidence.draft import TASK, Draft
from assistant.evidence.evidence import Evidence
from assistant.evidence.lines import Line
from assistant.evidence.lines_named import line_named
from assistant.evidence.row_names import subject_of
from assistant.language.columns import CHARGES, Role, task_text
from assistant.language.periods import label as period_label
from assistant.lexicon.indicators import load_indicators
from assistant.question import ask_cues, comparison_cues, row_cues
from assistant.question.ask_slots import LAST_ROW
from assistant.question.places import blank, without_slots
from assistant.schema import Query
from assistant.tables import across, charges, picks, rows, selections
from assistant.tables.beyond import STATE_ASKED, judge_columns, tell_beyond
from assistant.tables.cells import find_cells
from assistant.tables.chapters import chapter_counted, counts_to_chapter, of_chapter, of_group
from assistant.tables.column_periods import fits_time
from assistant.tables.definitions import judge_defined
from assistant.tables.denials import denial_of
from assistant.tables.groupings import (
    is_of_whole,
    write_chapter,
    write_goals,
    write_groups,
    write_numbers,
)
from assistant.tables.states import STATE_ASKED_OF
from assistant.tables.tallies import asks_tally, write_tally
from assistant.tables.told_cells import give_cause, write_cells

_ONE_OF = re.compile(r"(?:任务|项目|工作|事项)(?:里面?|中|之中|当中)?[,，]?哪[一个]")
# "一共几项?哪一项不是商务局牵头?": how many there are, whoever leads them.
_COUNTED_APART = re.compile(r"共有?(?:多少|几)[项条个件](?:任务|工作|事项)?[,，;；。?？]")
# "科技局和经信局谁牵头的任务多?各多少项?"
_MORE_TASKS = re.compile(
    r"(?:谁|哪一?[个家边位])[^,，。?？最]{0,10}(?:任务|工作|事项|项目)(?:数量?)?(?:更|比较)?[多少](?:一?些|一点)?(?=[?？,，]|$)"
)
_SET_AGAINST = re.compile(
    rf"{_MORE_TASKS.pattern}|各(?:自|有|是|牵头|负责)*(?:多少|几)|分别(?:有|是|牵头|负责)*(?:多少|几)"
)
_TABLE_OF_PROGRESS = re.compile(r"进[展度][^,，。?？]{0,6}表")
STATE_UNTOLD = "表中没有逐项标明状态,只列出各项进展。"
# "属于产业提质的任务有哪些" asks for rows, and "属于哪个部分" for the group of one.
_ROWS_OF_GROUP = re.compile(
    r"(?:属于?|归|列[在入]|放在)[^,，。?？哪第几]{2,12}的[^,，。?？]{0,6}(?:有|是|包括)?(?:哪[些几]|几[项个]|多少)"
)

_LEADING = re.compile(r"牵头|主办|主要(?:负责|承担|责任)|领[办衔]")


def find_numbered(evidence: Evidence, query: Query, sources: Sequence[str]) -> Reply | None:
    """Rows asked for by their serial numbers."""
    lines = rows.lines_of(evidence, evidence.near(query, sources))
    numbers = rows.numbers_asked(query) if query.row else rows.codes_in(query.text, lines)
    if not numbers:
        return None
    within = rows.narrow(query, of_chapter(query.text, lines))
    groups = [rows.find_rows(within, number) for number in numbers]
    found = [line for group in groups for line in group]
    if not found:
        listed = tell_item(evidence, query, sources)
        return listed or (_no_row(query) if lines else None)
    if not query.row and not all(rows.may_tell(query, line) for line in found):
        return None
    if "verdict" in query.asks and not any(rows.tells_outcome(line) for line in found):
        return None  # whether it was done, no plan tells
    draft = Draft()
    restarts = any(rows.restarts(group) for group in groups)
    if len(found) == 1 and rows.write_amount(draft, found[0], query):
        return Reply(draft)
    for line in found[: rows.MOST_ROWS]:
        rows.write_row_lookup(draft, line, query.asks)
        if restarts or "group" in query.asks:
            rows.write_group(draft, line)
        tell_beyond(evidence, query, draft, f"{line.document.source}#{line.chunk.row}")
    return Reply(draft)


def _no_row(query: Query) -> Reply:
    reply = say_plainly("refusal", f"文档的表里没有第{query.row}项。")
    reply.draft.named = [query.row]
    return reply


def tell_sort(evidence: Evidence, query: Query, sources: Sequence[str]) -> Reply | None:
    """Whether one row is of a sort that a note defines: "算不算滞后项目"."""
    draft = Draft()
    if "list" in query.asks or query.units or query.measures:
        return None
    placed = without_slots(query, ("period",))
    for grid in evidence.grids(evidence.near(query, sources)):
        named = line_named(placed, grid)
        draft.lines += judge_defined(draft, query.text, grid, named.line) if named else []
        if draft.lines:
            return Reply(draft, exact=True)
    return None


def tell_group(evidence: Evidence, query: Query, sources: Sequence[str]) -> Reply | None:
    """Which group or chapter a task belongs to, or which number it has."""
    numbered = row_cues.NUMBER_ASKED.search(query.text)
    if _ROWS_OF_GROUP.search(query.text):
        return None
    if not ("group" in query.asks or numbered) or ask_cues.LEADER_ASKED.search(query.text):
        return None
    reading = read_side(evidence, replace(query, kinds=(), units=(), measures=()), sources)
    found = next(
        (f for f in (*reading.findings, *reading.near) if f.statement.row is not None), None
    )
    if found is None or found.statement.row is None:
        return None
    statement = found.statement
    draft = Draft()
    row = found.statement.row
    line = Line(statement.document, statement.chunk, row)
    marker = draft.cite_row(statement.document, statement.chunk, row)
    draft.say(f"{TASK}{task_text(row) or statement.text}{marker}")
    if "group" in query.asks:
        rows.write_group(draft, line)
    rows_in_charge = set(CHARGES) & set(query.asks)
    if rows_in_charge:
        write_charge(draft, query.asks, statement, row)
    return Reply(draft)


def filter_rows(evidence: Evidence, query: Query, sources: Sequence[str]) -> Reply | None:
    """Rows by who leads them, by their status, or how many there are."""
    listed = row_cues.ROWS_LISTED.search(query.text) or _ONE_OF.search(query.text)
    charged = bool(listed) and row_cues.speaks_of_charge(query.text)
    marked_by = row_cues.STATUS.search(query.text) or row_cues.OTHER_STATUS.search(query.text)
    ranked = comparison_cues.EXTREME.search(query.text) and row_cues.ROWS_CHARGED.search(query.text)
    charged = charged or _MORE_TASKS.search(query.text) is not None
    if not (charged or marked_by or ranked or row_cues.ROWS_COUNTED.search(query.text)):
        return None
    all_lines = rows.tasks_of(evidence, evidence.near(query, sources))
    if not all_lines:
        return None
    if ranked and (most := charges.busiest(query, rows.narrow(query, all_lines))) is not None:
        return _of_busiest(*most)
    if row_cues.ROWS_COUNTED.search(query.text):
        return _count(evidence, query, all_lines)
    if counts_to_chapter(query.text) and chapter_counted(query.text, all_lines) is None:
        return None  # rows of one chapter, which none of these is known to be in
    lines = rows.narrow(query, all_lines)
    status, marked = rows.with_status(query, lines)
    if marked:
        draft = Draft()
        rows.write_lines(draft, f"“{status}”的", marked)
        return Reply(draft)
    status, other = rows.with_status_other_than(query, lines)
    if other:
        draft = Draft()
        rows.write_lines(draft, f"不是“{status}”的", other, with_progress=True)
        return Reply(draft)
    if charged:
        return _of_charge(query, lines)
    return None


def _of_busiest(role: Role, most: Mapping[str, Sequence[Line]]) -> Reply:
    """Those who have most of the rows, with these."""
    draft = Draft()
    draft.say(f"任务最多的是{'、'.join(most)}。")
    for name, kept in most.items():
        rows.write_lines(draft, f"{name}{charges.part_of(role, kept)}的任务", kept)
    return Reply(draft)


def _of_charge(query: Query, lines: Sequence[Line]) -> Reply | None:
    """The rows that somebody answers for, or all others where the question denies the name."""
    charge = charges.charge_meant(query, lines)
    denied = denial_of(query.text, charge.span) if charge is not None else None
    units = bool(row_cues.UNITS_LISTED.search(query.text))
    if charge is not None and not charge.each and _MORE_TASKS.search(query.text):
        return say_plainly("refusal", unmet(query))  # the other of the two is nowhere in the table
    if charge is None or (denied is not None and (units or not denied.sure)):
        return None
    within = of_group(blank(query.text, [charge.span]), lines)
    kept = [x for x in within if charge.holds(x) != bool(denied)]
    kept = [x for x in kept if charges.has_charge(x, charge.role)]
    kept = [x for x in kept if fits_time(query, x, "")]
    if not kept and charge.strict:
        done = charges.part_of(charge.role, lines)
        return say_plainly("refusal", f"文档没有列出由{charge.name}{done}的任务。")
    state = STATE_ASKED_OF.search(query.text) is not None
    if not kept or (state and not any(x.text("progress") for x in kept)):
        return None
    draft = Draft()
    if charge.each and _SET_AGAINST.search(query.text) and not state:
        return Reply(draft) if charges.write_counts(draft, charge, kept) else None
    counted = _COUNTED_APART.search(query.text[: charge.span[0]])
    if counted and len({x.document.id for x in lines}) == 1:
        ends = [draft.cite_row(x.document, x.chunk, x.row) for x in (lines[0], lines[-1])]
        draft.computed.append(f"{len(lines)}项")
        draft.say(f"共{len(lines)}项任务{''.join(dict.fromkeys(ends))}。")
    if charge.role == "leader" and units:
        charges.write_units(draft, charge.name, kept)
        return Reply(draft)
    part = charges.part_of(charge.role, kept)
    if charge.role == "support" and not denied and _LEADING.search(query.text):
        draft.say(f"文档没有列出由{charge.name}牵头的任务。")
    said = f"不由{charge.name}{part}" if denied else f"{charge.name}{part}"
    asked = STATE_ASKED.search(_TABLE_OF_PROGRESS.sub("", query.text)) is not None
    told = state or (asked and any(x.text("progress") for x in kept))
    if state:
        draft.say(STATE_UNTOLD)
    rows.write_lines(draft, f"{said}的任务", kept, with_progress=told)
    return Reply(draft)


def tell_groups(evidence: Evidence, query: Query, sources: Sequence[str]) -> Reply | None:
    """The groups that a table's rows are sorted into."""
    draft = Draft()
    near = evidence.near(query, sources)
    told = write_groups(draft, evidence, query, near) or write_goals(draft, evidence, query, near)
    return Reply(draft) if told else None


def select_rows(evidence: Evidence, query: Query, sources: Sequence[str]) -> Reply | None:
    """Rows of a table by all that the question demands of them."""
    if len(query.districts) > 1 or query.row or _asks_own_name(query):
        return None
    near, numbered = evidence.near(query, sources), Draft()
    if write_numbers(numbered, query, rows.lines_of(evidence, near)):
        return Reply(numbered)
    draft = selections.select_rows(evidence, query, near)
    if draft is not None and not draft.lines:
        reply = say_plainly("refusal", unmet(query))
        reply.draft.named = [*query.indicators, *map(period_label, query.periods)]
        return replace(reply, empty_cell=True)
    if draft is None or counts_otherwise(evidence, query, sources, draft):
        return None
    return Reply(draft)


def _asks_own_name(query: Query) -> bool:
    """True where a figure is asked for by a document's own name: a sentence or a cell tells it.

    A table may have some of the rows only.
    """
    return bool(query.name) and not load_indicators().canonical(query.name)


def tell_across(evidence: Evidence, query: Query, sources: Sequence[str]) -> Reply | None:
    """The columns of one row, where each is of a street or a year."""
    if len(query.districts) > 1:
        return None
    draft = across.tell_across(evidence, query, evidence.near(query, sources))
    return Reply(draft) if draft is not None else None


def tell_column(evidence: Evidence, query: Query, sources: Sequence[str]) -> Reply | None:
    """A column of a table as a whole, of one district."""
    everywhere = query.all_districts and not query.districts
    if len(query.districts) > 1 or everywhere or not asks_tally(query):
        return None
    if _asks_own_name(query) and not comparison_cues.EXTREME.search(query.text):
        return None
    draft = Draft()
    lines = rows.lines_of(evidence, evidence.near(query, sources))
    if write_tally(draft, query, lines):
        return Reply(draft)
    return say_plainly("refusal", unmet(query)) if _sums_of_leader(query, lines) else None


def _sums_of_leader(query: Query, lines: Sequence[Line]) -> bool:
    """True for a sum over what one person leads, for which that of all rows never stands."""
    if not (comparison_cues.SUMMED.search(query.text) and row_cues.speaks_of_charge(query.text)):
        return False
    charge = charges.charge_meant(query, lines)
    if charge is None or charge.role != "leader":
        return False
    return sum(map(charge.holds, lines)) > 1


def pick(evidence: Evidence, query: Query, sources: Sequence[str]) -> Reply | None:
    """Rows of a table by what one of its columns says."""
    if _asks_own_name(query):
        return None
    draft = picks.pick_rows(evidence, query, evidence.near(query, sources))
    return Reply(draft) if draft is not None else None


def tell_cells(evidence: Evidence, query: Query, sources: Sequence[str]) -> Reply | None:
    """The cells where a row and columns meet that the question names."""
    if row_cues.OF_EACH.search(query.text):
        return None
    asked = find_cells(evidence, query, evidence.near(query, sources))
    if asked is None or ("reason" in query.asks and not give_cause(asked)):
        return None  # a remark may tell why something stands there, or nothing does
    others = {d for d in query.districts if d in evidence.corpus.districts}
    if others - {asked.line.document.profile.district} and len(query.districts) > 1:
        return None  # the other district's own document tells its side
    if "list" in query.asks and has_clause_at_stage(query, task_text(asked.line.row)):
        return None  # which are to be 建成 is told by the task, and not by how far it is
    draft = Draft()
    if not write_cells(draft, query, asked):
        return Reply(draft, "refusal", empty_cell=True)
    if "verdict" in query.asks:
        judge_columns(draft, asked.line, asked.columns)
    return Reply(draft)


def _count(evidence: Evidence, query: Query, lines: Sequence[Line]) -> Reply | None:
    """How many rows there are: by the row of sums, or else from the first to the last."""
    if counts_to_chapter(query.text):
        draft = Draft()
        return Reply(draft) if write_chapter(draft, query, lines) else None
    counted = row_cues.ROWS_COUNTED.search(query.text)
    asked = without_slots(query, ("district", "period"))[: counted.end() if counted else None]
    if not is_of_whole(asked, lines):
        return None  # 重建一共上了几个项目 counts no rows of whatever table
    last = next(iter(rows.find_rows(lines, LAST_ROW)), None)
    if last is None:
        return None
    summed = rows.sum_of_all(evidence, lines)
    told = rows.counted_in(summed) if summed is not None else None
    count = told or len(lines)
    draft = Draft()
    draft.computed.append(f"{count}项")
    end = summed or last
    of_end = draft.cite_row(end.document, end.chunk, end.row)
    draft.say(f"表中共{count}项任务{of_end}。")
    if summed is None and lines[0] is not last:
        # Two rows are cited, so that what is asked next is not taken to be of the last one.
        marker = draft.cite_row(lines[0].document, lines[0].chunk, lines[0].row)
        draft.say(f"从“{subject_of(lines[0])}”{marker}到“{subject_of(last)}”{of_end}。")
    if re.search(r"部分|大类|板块|方面|章|大块", query.text):
        for line in rows.chapters(lines):
            marker = draft.cite_row(line.document, line.chunk, line.row)
            draft.say(f"- {line.row.section_path[0]}{marker}")
    return Reply(draft)
