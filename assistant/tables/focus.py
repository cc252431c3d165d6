"""A follow-up about the one row that was just spoken of: "总投资呢?", "开工了没?", "清淤多少公里?".

The row is known, so only its own cells may answer: the column that the words name, who is in
charge, how far it is, or the clause of a cell that has the words and a figure of the asked unit.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.evidence.columns_named import Column, columns_named
from assistant.evidence.draft import Draft, describe, unmarked
from assistant.evidence.evidence import Evidence
from assistant.evidence.grids import Grid
from assistant.evidence.lines import Line
from assistant.evidence.lines_named import NAMED_BY_PAIRS, line_named, total_meant
from assistant.evidence.matching import is_one_of_several
from assistant.evidence.row_names import subject_of, text_in
from assistant.evidence.wants import RATE_UNITS
from assistant.language.columns import CHARGES, TIME_HEADER, Role, cells_of, role_of, subject_cell
from assistant.language.periods import year_of
from assistant.language.quantities import find_quantities, quantities_in
from assistant.language.tokenizer import is_verb, is_word
from assistant.lexicon.indicators import load_indicators
from assistant.question import ask_cues, figure_cues, statement_cues
from assistant.question.content_terms import content_terms
from assistant.question.places import blank, without_slots
from assistant.schema import MARKER, Answer, Citation, Query, Turn
from assistant.tables.beyond import STATE_ASKED, asks_against, set_against, without_against
from assistant.tables.cells import alternatives, are_asked, costs_named, judges_target
from assistant.tables.column_periods import fits_time, rank_of_time
from assistant.tables.plans import amounts_of
from assistant.tables.rate_columns import grows_beside
from assistant.tables.row_named import is_done, names_another, share_told
from assistant.tables.told_cells import TELLS_CAUSE, causes_of, tell_cell, tell_item
from assistant.tables.told_clauses import (
    SAME_THING,
    clause_asked,
    clauses_of,
    has_asked_unit,
    item_asked,
)
from assistant.tables.told_rows import rows_listed
from assistant.tables.told_states import asks_which_undone, undone_in, without_which
from assistant.tables.values import value_in
from assistant.text import fold_text, split_clauses

_DELAYED = re.compile(r"(?:拖|延期?|推迟|顺延|等)到")
_UNDONE = re.compile(r"^[没未]有?")  # 没通 is about 通
# "哪项也没达标?": rows beside the one that was spoken of.
_WHICH_OTHER = re.compile(
    r"(?:还有|其[他它余]|另外|别的|剩下)[^,，。?？]{0,6}(?:哪|几)[^,，。?？]{0,2}[项件条](?!指标)"
    r"|(?:哪|几)[一几些两]?[项件条](?:任务|工作|事项|项目)?[^,，。?？]{0,2}也"
)
_PART_ASKED = re.compile(
    r"其中,?([一-鿿]{2,8}?)(?:地区|方面)?(?:的)?(?:又?(?:有|是|占|为|完成|新增|建成?)了?)?(?:多少|几)"
)
_HOW_FAR = re.compile(r"进度[^,，。?？]{0,4}(?:多少|几|百分之)")
_DUE_ASKED = re.compile(r"什么时候|何时|哪(?:个|一)?(?:年|月|天)|几月|时限|期限|啥时候")
# What is done to whatever a row is about: 清完, 停车位建设.
_DONE_TO_ROW = re.compile(rf"{statement_cues.DONE_TO_END.pattern}|建设|推进|实施|落实")
# What comes before a thing is counted as done.
_BEFORE_RESULT = re.compile(r"申报|推荐|公示|上报|受理|评审|待[审批核]|储备|拟[新建引纳]")
LONGEST_SUBJECT = 40  # characters of a row's name that an answer repeats
_WORKS = "新建|改建|扩建|续建|改造|修缮|更新|拆除|加装"
_WORK = re.compile(_WORKS)
_OTHER_WORK = re.compile(rf"^(?:那么?)?(?:要)?({_WORKS})的")
CUT_AMISS = 2  # characters of a word that may have been cut from two


def row_of(text: str, citations: Sequence[Citation]) -> str:
    """Return the one row that an answer is about as "file.txt#12", or an empty string."""
    rows = {c.marker: f"{c.source}#{c.row}" for c in citations if c.row is not None}
    first = [m.group(1) for line in text.splitlines() if (m := MARKER.search(line))]
    found = {rows.get(int(marker), "") for marker in first}
    return found.pop() if len(found) == 1 else ""


def turn_of(answer: Answer) -> Turn:
    """Return an answer as a turn of the conversation's history."""
    question, standalone, text = answer.question, answer.standalone_question, answer.text
    if answer.refused:
        return Turn(question, standalone, text, refused=True)
    row, rows = row_of(text, answer.citations), rows_listed(text, answer.citations)
    return Turn(question, standalone, text, False, row, rows)


def ask_row(evidence: Evidence, query: Query, row: str, *, surely: bool = False) -> Draft | None:
    """Answer a question from one row; None if it asks of another thing, or of what is not there.

    ``surely`` leaves out what is only likely meant: figures of the asked unit, of whatever thing.
    """
    found = evidence.row(row)
    if found is None or query.row or _asks_beyond(query.text):
        return None
    grid, line = found
    if not set(query.districts) <= {line.document.profile.district}:
        return None
    text = without_slots(query, ("district", "period"))
    against = asks_against(text) and amounts_of(line) is not None
    columns = [] if against else alternatives(text, grid) or columns_named(text, grid)
    columns = [rank_of_time(query, column, grid) for column in columns]
    columns = columns or costs_named(query, text, grid)
    named = _beside_name(line, columns)
    rest = blank(without_against(text) if against else text, [c.span for c in named])
    beside = _without_name(query, rest, line, grid)
    other = line_named(beside, grid)
    about = _is_about(beside, line, is_named=beside != rest)
    of_another = (other is not None and other.line is not line) or _asks_sum(text, line, grid)
    of_another = of_another or _asks_other_work(text, line)
    of_another = of_another or (not against and judges_target(text, columns))  # it takes two
    if of_another or not about:
        return None
    empty = any(not text_in(line, c.header) and fits_time(query, line, c.header) for c in named)
    if empty or _lacks_role(query, line) or _asks_of_one(query, text, line):
        return None
    draft = Draft()
    if against and (said := set_against(draft, query, line)):
        draft.lines += [f"{_head(line)}:{said[0]}", *said[1:]]
        return draft
    wanted = _columns(query, text, line, [c.header for c in named])
    own = _without_name(query, text, line, grid)
    words = blank(own, [c.span for c in named if c.header in wanted])
    words = blank(words, [other.span]) if other else words
    if grows_beside(text, named, grid) or (wanted and not are_asked(query, words, line, wanted)):
        return None
    left = figure_cues.LEFT_ASKED.search(text) is not None  # told by all that the cell says
    clause = None if wanted or left else clause_asked(query, text, line)
    part = None if wanted or clause or left else _part(query, text, line)
    if not (wanted or clause or part):
        wanted = _progress(query, text, line, surely=surely)
    for header in wanted:
        _tell_cell_asked(draft, query, line, header)
    if clause is not None:
        marker = draft.cite_row(line.document, line.chunk, line.row)
        header, quote = clause
        bare = value_in(line, header) is not None  # a number says nothing without its column
        told = tell_cell(draft, line, header) if bare else quote + marker
        draft.say(f"{_head(line, quote)}:{told}。")
    return part or (draft if draft.lines else None)


def _tell_cell_asked(draft: Draft, query: Query, line: Line, header: str) -> None:
    """Tell a cell, or what it says of the one thing asked for, where its row lists several."""
    if item := item_asked(query, line, header):
        draft.say(tell_item(draft, line, header, item))
        return
    cell = _undone_of(draft, query, line, header) or tell_cell(draft, line, header)
    told = cell if role_of(header) == "progress" else ""
    head = "" if role_of(header) in CHARGES else f"{_head(line, told)}:"
    draft.say(f"{head}{cell.rstrip('。')}。")


def _asks_other_work(text: str, line: Line) -> bool:
    """True for "那改造的呢" behind a row of what is newly built: another work on such things.

    Nor does the row of 二期 tell of 一期.
    """
    asked_number, number = (
        {m.group() for m in statement_cues.NUMBERED.finditer(t)} for t in (text, line.folded)
    )
    if asked_number and number and not asked_number & number:
        return True
    asked = _OTHER_WORK.search(text)
    name = subject_cell(line.row)
    works = set(_WORK.findall(fold_text(name.text))) if name is not None else set()
    return asked is not None and bool(works) and asked[1] not in works


def _asks_beyond(text: str) -> bool:
    """True for other rows, and for who was in charge before: a row tells who is now."""
    return bool(_WHICH_OTHER.search(text) or ask_cues.PREDECESSOR.search(text))


def _undone_of(draft: Draft, query: Query, line: Line, header: str) -> str:
    """What a cell of progress tells of that which is not done, where that is asked for alone."""
    if role_of(header) != "progress":
        return ""
    cell = line.row.cells[header]
    spans = undone_in(cell.text, query.text)
    told = "；".join(unmarked(cell.text[start:end]).strip(" ,，;；。、") for start, end in spans)
    marker = draft.cite_row(line.document, line.chunk, line.row) if told else ""
    return f"{told}{marker}"


def _beside_name(line: Line, columns: Sequence[Column]) -> list[Column]:
    """The columns beside that of the row's own name, which is known already."""
    return [c for c in columns if text_in(line, c.header) != subject_of(line)]


def _asks_sum(text: str, line: Line, grid: Grid) -> bool:
    """True if the row of sums is asked for, and the row is another."""
    summed = total_meant(text, grid)
    return summed is not None and summed[0] is not line


def _without_name(query: Query, text: str, line: Line, grid: Grid) -> str:
    """Blank the row's own name, which may hold a district's: 清河口产业园, 樊城区人民医院."""
    own = line_named(without_slots(query, ("period",)), grid)
    return blank(text, [own.span]) if own is not None and own.line is line else text


def _lacks_role(query: Query, line: Line) -> bool:
    """True where a leading person or a supporting unit is asked for, and the row has none."""
    led = bool(ask_cues.LEADER_ASKED.search(query.text)) and not cells_of(line.row, "leader")
    return led or ("support" in query.asks and not cells_of(line.row, "support"))


def _asks_of_one(query: Query, text: str, line: Line) -> bool:
    """True for how much there is of one name among those that the row's goal lists."""
    return bool(query.units) and any(is_one_of_several(w, line.row) for w in content_terms(text))


def _is_about(text: str, line: Line, *, is_named: bool) -> bool:
    """True if all that a question names, beside columns, stands in the row or over it."""
    texts = [*line.row.cells, *(c.text for c in line.row.cells.values()), *line.row.section_path]
    row = fold_text("\n".join(texts))
    text = without_which(text)
    known = {m.canonical for m in load_indicators().find(row)}
    asked = [m for m in load_indicators().find(text) if m.canonical not in known]
    names = [text[m.start : m.end] for m in asked]
    bare = (
        _UNDONE.sub("", t)
        for t in content_terms(figure_cues.COUNTED.sub(",", text) if is_named else text)
    )
    terms = [t for t in bare if len(t) > 1 and not (is_verb(t) or _DONE_TO_ROW.fullmatch(t))]
    said = all(share_told(name, row) >= NAMED_BY_PAIRS for name in names)
    # What no dictionary has may be two words cut amiss: 樊西院|区设.
    amiss = [is_named and len(t) == CUT_AMISS and not is_word(t) for t in terms]
    parts = [t[:1] if cut else t for t, cut in zip(terms, amiss, strict=True)]
    return said and all(share_told(t, row) >= SAME_THING for t in parts)


def _columns(query: Query, text: str, line: Line, named: Sequence[str]) -> list[str]:
    """The columns of the row that a question asks for, by name or by what they hold."""
    if "reason" in query.asks and (causes := causes_of(line.row)):
        return causes
    asks = set(query.asks)
    roles: list[Role] = [role for role in CHARGES if role in asks]
    if "lead" in asks or ("谁" in text and not asks & {"support", "rank"}):
        roles = list(dict.fromkeys([*roles, "leader", "lead"]))
    wanted = [*(h for role in roles for h, _ in cells_of(line.row, role)), *named]
    if not wanted and _DUE_ASKED.search(text):
        wanted = [h for h in line.row.cells if TIME_HEADER.search(h)]
    if not wanted and "group" in asks:
        own = subject_cell(line.row)
        wanted = [h for h, cell in cells_of(line.row, "group") if cell is not own]
    told = [h for h in dict.fromkeys(wanted) if text_in(line, h) and fits_time(query, line, h)]
    told = [h for h in told if not _tells_several(text, line, h)]
    if not query.units or not set(query.units) <= RATE_UNITS:
        return told
    # 百分之几 asks for no progress that is told without a rate.
    return [h for h in told if role_of(h) != "progress" or _holds_rate(query, text_in(line, h))]


def _tells_several(text: str, line: Line, header: str) -> bool:
    """True where it is asked how far one of the works is, and a cell tells it of several."""
    return _HOW_FAR.search(text) is not None and text_in(line, header).count("进度") > 1


def _holds_rate(query: Query, cell: str) -> bool:
    return any(has_asked_unit(figure, query) for figure in find_quantities(fold_text(cell)))


def _progress(query: Query, text: str, line: Line, *, surely: bool) -> list[str]:
    """The cells of progress, where a state is asked for or they have figures of the asked unit."""
    late = "reason" in query.asks or _DELAYED.search(text) or asks_which_undone(text)
    if not late and ("target" in query.kinds or "when" in query.asks):
        return []
    headers = [h for h, _ in cells_of(line.row, "progress") if text_in(line, h)]
    headers = [h for h in headers if fits_time(query, line, h)]
    headers = [h for h in headers if not _tells_several(text, line, h)]
    if surely and "reason" in query.asks:
        # What has no cause in it may have one in a note below the table, which is looked for first.
        headers = [h for h in headers if TELLS_CAUSE.search(text_in(line, h))]
    if (late or STATE_ASKED.search(text)) and not query.units:
        return headers
    if surely or not query.units or query.measures or set(query.units) & RATE_UNITS:
        return []  # a rate is of one thing, and a cell that tells all may have that of another
    told = fold_text("\n".join(cell.text for cell in line.row.cells.values()))
    if any(
        is_verb(t) and not statement_cues.DOING.fullmatch(t) and t not in told for t in query.terms
    ):
        return []  # "更新了几座" asks of no row on what was added
    things = figure_cues.COUNTED_THING.findall(query.text)
    headers = [h for h in headers if all(thing in text_in(line, h) for thing in things)]
    settled = {h: _settled(query, text_in(line, h)) for h in headers}
    return [h for h, cell in settled.items() if _counts_asked(query, text, line, cell)]


def _counts_asked(query: Query, text: str, line: Line, cell: str) -> bool:
    """True if a cell counts in the asked unit what may be meant.

    Of several goals in a row the one that is asked for may have no result, and another one has.
    """
    clauses = [cell[start:end] for start, end in split_clauses(cell)]
    counting = [c for c in clauses if any(has_asked_unit(q, query) for q in find_quantities(c))]
    counting = [c for c in counting if not names_another(query, c)]
    asked = _goal_meant(line, text)
    return any(not asked or _goal_meant(line, c) in ("", asked) for c in counting)


def _goal_meant(line: Line, words: str) -> str:
    """The one goal of a row that has most of some words; none where two have as much."""
    named = content_terms(words)
    terms = [t for t in named if not is_done(t)] or named
    goals = [
        cell.text[s:e]
        for _, cell in cells_of(line.row, "target")
        for s, e in split_clauses(cell.text)
    ]
    shares = [sum(share_told(t, fold_text(goal)) for t in terms) for goal in goals]
    most = max(shares, default=0.0)
    alone = len(goals) > 1 and most >= 1.0 and shares.count(most) == 1
    return goals[shares.index(most)] if alone else ""


def _settled(query: Query, cell: str) -> str:
    """A cell without the clauses that tell of a step before what is asked for.

    "推荐申报88家，首批公示21家" does not tell how many there are more by now.
    """
    clauses = [cell[start:end] for start, end in split_clauses(cell)]
    steps = (_BEFORE_RESULT.search(clause) for clause in clauses)
    pairs = zip(clauses, steps, strict=True)
    return "，".join(c for c, step in pairs if step is None or step.group() in query.text)


def _part(query: Query, text: str, line: Line) -> Draft | None:
    """Tell what the result, or the goal where it is asked for, says of a part that is named.

    Beside it the goals that a task's sentence gives are no name of the row: 其中农村地区120根.
    """
    match = _PART_ASKED.search(text)
    role = "target" if "target" in query.kinds else "progress"
    if match is None or query.units or query.measures:
        return None
    clauses = [c for header, c in clauses_of(query, line) if role_of(header) == role]
    told = [c for c in clauses if match[1] in c and find_quantities(c)]
    if len(told) != 1:
        return None
    behind = clauses[clauses.index(told[0]) + 1 :][:1]
    if "完成" in text and "完成" not in told[0] and any(c.startswith("完成") for c in behind):
        told = [f"{told[0]},{behind[0]}"]  # "其中省重点项目23个,完成投资98亿元"
    draft = Draft()
    marker = draft.cite_row(line.document, line.chunk, line.row)
    thing = re.split(r"\d", subject_of(line))[0]
    draft.say(f"{_whose(line)}{thing}:{told[0]}{marker}。")
    return draft


def _whose(line: Line) -> str:
    period = line.chunk.period
    return describe(line.document.profile.district, year_of(period) if period else "")


# "新增泊位1200个、充电桩90个": how many there are to be, behind what a row is called.
_GOAL_NUMBER = re.compile(r"(?<=[一-鿿]{4})\s?(?<!第)\d[\d.,]*(?![\d.,]*[-年月日号期级])[^\d]*.*$")


def _head(line: Line, told: str = "") -> str:
    """What a row is called; beside a number that is told of it, without those of its goal."""
    whole = subject_of(line).rstrip("。;；")
    if quantities_in(told) and quantities_in(whole):
        whole = _GOAL_NUMBER.sub("", whole)
    head = whole[:LONGEST_SUBJECT]
    if head != whole:  # no number is cut, "项目6" of 项目60个
        head = re.sub(r"[\d.]+$", "", head) or head
    return f"{_whose(line)}{head}"
