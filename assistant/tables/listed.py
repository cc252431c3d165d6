"""A follow-up about the rows of a table that were just listed: "都由谁牵头?", "其中教育局的呢?".

The rows are known, so only they may answer: each by the columns that are asked for, those that
meet a demand, or the first of them. What the words say beyond that is asked of something else.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.evidence.columns_named import columns_named
from assistant.evidence.draft import Draft
from assistant.evidence.evidence import Evidence
from assistant.evidence.grids import Grid
from assistant.evidence.lines import Line
from assistant.evidence.row_names import text_in
from assistant.language.columns import CHARGES, cells_of, role_of
from assistant.question import follow_up_cues, row_cues, statement_cues
from assistant.question.content_terms import content_terms
from assistant.question.places import blank, without_slots
from assistant.question.query import parse_query
from assistant.schema import Query, Turn
from assistant.tables.beyond import STATE_ASKED
from assistant.tables.charges import charge_meant, charged_rows, named_rows
from assistant.tables.conditions import conditions_in
from assistant.tables.deadlines import by_deadline
from assistant.tables.row_tests import Condition
from assistant.tables.selections import CLASSES, called
from assistant.tables.states import judged_column, says_done
from assistant.tables.tallies import write_among
from assistant.tables.told_cells import one_line, tell_cell
from assistant.tables.values import money_column
from assistant.text import shortened

MOST_TOLD = 15  # rows of which each is told; of more, one has to be named
LONGEST_FOLLOW_UP = 40  # characters of a question about rows that it does not name
LONGEST_PROGRESS = 80  # characters of how far each row is
TURNS_BACK = 3  # turns since rows were listed that others are asked for beside them
UNMARKED = "表中没有逐项标明状态,只列出各项进展:"
WHICH_ROW = "上面列出的共{}项,请说明问的是哪一项。"
NO_CAUSE = "文档没有说明原因"


def ask_listed(evidence: Evidence, query: Query, history: Sequence[Turn]) -> Draft | None:
    """Answer a question from the rows that were listed last; None if it asks of other things.

    An answer that cites nothing asks back: there are too many rows to tell each of them.
    """
    if query.row or query.periods or len(query.text) > LONGEST_FOLLOW_UP:
        return None
    text = follow_up_cues.LEAD_IN.sub("", without_slots(query, ("district",)))
    last: Draft | None = None
    for places in _rows_meant(query.text, history):
        rows = [found for place in places if (found := evidence.row(place)) is not None]
        if len(rows) < len(places) or len({id(grid) for grid, _ in rows}) > 1:
            return None
        grid, lines = rows[0][0], [line for _, line in rows]
        if not set(query.districts) <= {lines[0].document.profile.district}:
            return None
        demands = _demands(query, text, grid)
        if demands and not any(_meets(line, demands) for line in lines):
            last = last or _none_of(demands, text, lines)
        elif len(lines) > 1:
            return _told(query, text, grid, lines, demands)
        elif not demands:
            return None
    return last


def ask_other_rows(evidence: Evidence, text: str, history: Sequence[Turn]) -> str:
    """Ask the last question for rows of others, or of another time; "" if none were asked for so.

    "民政局的呢?" behind "卫健局牵头哪些任务?", "8月底的呢?" behind "哪些任务6月底前完成?".
    """
    bare, *more = [part for part in re.split("[?？]", text) if part.strip()] or [""]
    if not row_cues.OTHER_ROWS.fullmatch(bare):
        return ""
    for turn in reversed(history[-TURNS_BACK:]):
        first, *rest = [part for part in re.split("[?？]", turn.standalone_question) if part]
        query = parse_query(first, evidence.corpus)
        if len(query.districts) != 1 or not row_cues.ROWS_LISTED.search(query.text):
            continue
        sources = evidence.near(query, evidence.sources(query)[query.districts[0]])
        for grid in evidence.grids(sources):
            asked = _charged_otherwise(query, bare, grid) or _due_otherwise(query, bare, grid)
            if asked:
                each = [part for part in rest if row_cues.EACH_ASKED.search(part)]
                return f"{'?'.join([asked, *(more or each)])}?"
    return ""


def _charged_otherwise(query: Query, text: str, grid: Grid) -> str:
    """The question with another's name for whom it asks for the rows of."""
    before = charge_meant(query, grid.rows) if row_cues.ROWS_CHARGED.search(query.text) else None
    now = charge_meant(replace(query, text=text, asks=query.asks), grid.rows) if before else None
    if before is None or now is None or before.role != now.role or before.name == now.name:
        return ""
    (start, end), (own, own_end) = before.span, now.span
    return f"{query.text[:start]}{text[own:own_end]}{query.text[end:]}"


def _due_otherwise(query: Query, text: str, grid: Grid) -> str:
    """The question with another month than that by which its rows are due."""
    due = by_deadline(query.text, grid)
    before = row_cues.MONTH.search(query.text, due[0].spans[0][0]) if due else None
    now = row_cues.MONTH.search(text)
    if before is None or now is None:
        return ""
    early = before["before"] if not now["before"] else ""
    return f"{query.text[: before.start()]}{now[0]}{early or ''}{query.text[before.end() :]}"


def _rows_meant(text: str, history: Sequence[Turn]) -> list[tuple[str, ...]]:
    """The rows that the last answer listed, then those that it picked them from.

    Of the last two turns both where that is said: "这两个哪个投资大".
    """
    told = dict.fromkeys(turn.row for turn in history[-2:])
    if row_cues.BOTH_ROWS.search(text) and len(told) == 2 and all(told):
        return [tuple(told)]
    found: list[tuple[str, ...]] = []
    for turn in reversed(history):
        rows = tuple((turn.rows or turn.row).splitlines())
        if not rows or (found and not set(found[-1]) < set(rows)):
            break
        found.append(rows)
    return found


def _meets(line: Line, demands: Sequence[Condition]) -> bool:
    return all(demand.holds(line) for demand in demands)


def _told(
    query: Query, text: str, grid: Grid, lines: Sequence[Line], demands: Sequence[Condition]
) -> Draft | None:
    rest = blank(text, [span for demand in demands for span in demand.spans])
    columns = columns_named(rest, grid)
    left = rest = blank(rest, [column.span for column in columns])
    cues = (row_cues.RANKED_ROWS, row_cues.STATE_OF_ROWS, row_cues.OF_THEM)
    for cue in (*cues, row_cues.COSTS_ASKED) if money_column(rest, grid.headers) else cues:
        left = blank(left, [match.span() for match in cue.finditer(left)])
    if any(word not in CLASSES for word in content_terms(left)):
        return None
    kept = [line for line in lines if _meets(line, demands)]
    if row_cues.RANKED_ROWS.search(rest):
        draft = Draft()
        return draft if write_among(draft, query, grid.lines, kept) else None
    if "reason" in query.asks:
        return _causes(kept)
    wanted = [c.header for c in columns if role_of(c.header) not in ("number", "group")]
    wanted += _charges(query, rest, wanted, kept)
    wanted += _money(rest, wanted, grid)
    if not demands and not wanted and row_cues.WHICH_BY_STATE.search(rest):
        return _unmarked(rest, kept)
    if STATE_ASKED.search(rest) or row_cues.STATE_OF_ROWS.search(rest):
        wanted += [h for line in kept for h, _ in cells_of(line.row, "progress")]
        wanted += [judged_column(grid)] if "verdict" in query.asks else []
    shown = [h for h in dict.fromkeys(wanted) if any(text_in(line, h) for line in kept)]
    if not (shown or (demands and not wanted)):
        return None
    return _listed(demands, shown, kept)


def _demands(query: Query, text: str, grid: Grid) -> list[Condition]:
    """What a follow-up demands of the rows: a state, a deadline, or whose they are."""
    charge = charged_rows(query, grid.rows) or named_rows(query, grid.rows)
    demands = [] if charge is None else [charge]
    if not row_cues.SOME_ASKED.search(text):
        return demands
    rest = blank(text, [span for demand in demands for span in demand.spans])
    return [*demands, *conditions_in(rest, grid)]


def _charges(query: Query, rest: str, named: Sequence[str], kept: Sequence[Line]) -> list[str]:
    """The columns of those who answer for rows: who leads is a person and a unit."""
    told = {role_of(header) for header in named}
    asked = set(query.asks) if row_cues.ROWS_CHARGED.search(rest) else set()
    if "lead" in asked and "谁" in rest and not told & set(CHARGES):
        asked.add("leader")
    roles = [role for role in CHARGES if role in asked and role not in told]
    return [h for role in roles for line in kept for h, _ in cells_of(line.row, role)]


def _money(rest: str, named: Sequence[str], grid: Grid) -> list[str]:
    """The column of what rows cost, where it is asked for by no more than 投资."""
    column = (
        money_column(rest, grid.headers) if not named and row_cues.COSTS_ASKED.search(rest) else ""
    )
    return [column] if column else []


def _listed(demands: Sequence[Condition], shown: Sequence[str], kept: Sequence[Line]) -> Draft:
    """Write each of the rows with some of its cells, or ask which of many is meant."""
    draft = Draft()
    shown = [*shown, *(h for demand in demands for h in demand.headers if h not in shown)]
    if shown and len(kept) > MOST_TOLD:
        draft.named.append(f"{len(kept)}项")
        draft.say(WHICH_ROW.format(len(kept)))
        return draft
    said = "、".join(demand.said.strip() for demand in demands)
    heads = "、".join(map(one_line, shown))
    draft.computed.append(f"{len(kept)}项")
    draft.named += [said, heads]
    what = f"其中“{said}”的共{len(kept)}项" if demands else f"以上{len(kept)}项"
    draft.say(f"{what}{'的' if heads and not demands else ''}{'' if demands else heads}:")
    for line in kept:
        draft.say(f"- {called(line)}{_cells(draft, line, shown)}")
    return draft


def _cells(draft: Draft, line: Line, shown: Sequence[str]) -> str:
    row = draft.cite_row(line.document, line.chunk, line.row)
    if not shown:
        return row
    told = [_cell(draft, line, h, alone=len(shown) == 1) for h in shown if text_in(line, h)]
    return f":{','.join(told)}" if told else f":未列出{row}"


def _cell(draft: Draft, line: Line, header: str, *, alone: bool) -> str:
    """One cell, behind its header where several are told; of how far a row is the beginning."""
    if role_of(header) != "progress":
        said = tell_cell(draft, line, header)
        return said.partition(":")[2] if alone else said
    cell = line.row.cells[header]
    marker = draft.cite_value(line.document, line.chunk, line.row, cell)
    return f"{shortened(text_in(line, header), LONGEST_PROGRESS).rstrip('。')}{marker}"


def _unmarked(rest: str, lines: Sequence[Line]) -> Draft | None:
    """How far each row is, where no column says of each whether it is done."""
    undone = row_cues.UNDONE_ROWS.search(rest) is not None
    told = [line for line in lines if line.text("progress")]
    kept = [line for line in told if not (undone and says_done(line.text("progress")))]
    if len(told) < len(lines) or not 0 < len(kept) <= MOST_TOLD:
        return None
    draft = Draft()
    draft.say(UNMARKED)
    for line in kept:
        headers = [h for h, _ in cells_of(line.row, "progress")]
        draft.say(f"- {called(line)}{_cells(draft, line, headers)}")
    return draft


def _none_of(demands: Sequence[Condition], rest: str, lines: Sequence[Line]) -> Draft | None:
    """Say that none of the rows meets the demands, where that is asked and each surely tells."""
    if len(lines) < 2:
        return None
    if any(d.others is None for d in demands):
        return _unmarked(rest, lines)
    # 民政局的呢 asks for other rows than these.
    if not row_cues.WITHIN.search(rest) or any(d.undecided is not None for d in demands):
        return None
    if not all(d.others(line) for d in demands if d.others for line in lines):
        return None
    draft = Draft()
    said = "、".join(demand.said.strip() for demand in demands)
    draft.named.append(said)
    draft.computed.append(f"{len(lines)}项")
    ends = (draft.cite_row(x.document, x.chunk, x.row) for x in (lines[0], lines[-1]))
    draft.say(f"上面列出的{len(lines)}项里没有“{said}”的{''.join(dict.fromkeys(ends))}。")
    return draft


def _causes(lines: Sequence[Line]) -> Draft | None:
    """What each row says of why it is as it is, or that it does not say."""
    draft = Draft()
    for line in lines:
        headers = [h for h in line.row.cells if row_cues.CAUSE_HEADER.search(h)]
        headers = headers or [
            h
            for h, cell in cells_of(line.row, "progress")
            if statement_cues.CAUSE.search(cell.text)
        ]
        told = _cells(draft, line, headers) if headers else ""
        row = draft.cite_row(line.document, line.chunk, line.row)
        draft.say(f"- {called(line)}{told or f':{NO_CAUSE}{row}'}")
    return draft
