"""What the one row that an answer rests on says beyond it, where the question asks for more of it.

"建成了多少个,完成率?", "动工了没有?", "超没超计划?" ask of several cells of a row, and one of them
is easily taken for the whole. Only cells of that row are told, and what is computed from two.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from assistant.evidence.asked import is_asked
from assistant.evidence.columns_named import columns_named
from assistant.evidence.draft import Draft
from assistant.evidence.evidence import Evidence
from assistant.evidence.findings import NUMBERING
from assistant.evidence.fits import fit_kind
from assistant.evidence.grids import Grid
from assistant.evidence.lines import Line
from assistant.evidence.lines_named import line_named
from assistant.evidence.row_names import names_of, subject_of, text_in
from assistant.language.columns import DONE_HEADER, PLANNED_HEADER, cells_of, role_of
from assistant.language.limits import is_limit
from assistant.language.periods import year_of
from assistant.lexicon.indicators import load_indicators
from assistant.question import ask_cues, figure_cues, row_cues, statement_cues
from assistant.question.places import blank, without_slots
from assistant.schema import MARKER, PLAN_KINDS, Cell, Indicator, Query
from assistant.tables.column_periods import fits_time
from assistant.tables.definitions import judge_defined
from assistant.tables.plans import amounts_of, is_of_one_year
from assistant.tables.states import judging_columns
from assistant.tables.told_cells import causes_of, tell_cell
from assistant.tables.values import figure_of, value_in
from assistant.text import HAN, fold_text, pairs_of, share_of, split_clauses

STATE_ASKED = re.compile(
    r"(?:有没有|[了过到通工动完成用]没|没有?[?？]?$|吗|了吧|怎么?样|怎样|如何|咋样|进[展度](?!(?:情况)?表)|[干到]哪(?:一?步|里|个阶段)?|到什么(?:程度|阶段)|为什么|为啥|为何|原因)"
    r"|(?:没|未)[^,，。?？]{1,6}哪|哪(?:个|条|所|处|座|家|段|些)[^,，。?？]{0,6}(?:没|未)"
)
_HOW_FAR = re.compile(
    r"进[展度](?!(?:情况)?表)|怎么?样|怎样|如何|咋样|情况|哪(?:一?步|里|个阶段)|什么(?:程度|阶段)"
)
_PLAN = r"(?:年度|全年|年初|当年|今年|序时)?(?:计划|目标|任务|预算)"
_SHARE = re.compile(
    rf"(?:占|完成)(?:了)?{_PLAN}(?:的|数)?(?:百分之几|百分之多少|多少(?![亿万元个])|几成|比例|比重)"
    r"|完成率|完成比例"
)
_APART = re.compile(
    rf"超没超(?:过)?(?:{_PLAN})?|(?:有没有|是否|是不是)?(?:超|突破)(?:出|过|额)?了?{_PLAN}(?:了?[吗没]有?)?"
    rf"|(?:比|跟|和|与|离|距){_PLAN}(?:相比|比)?(?:还)?(?:高|低|多|少|差|超)?"
    r"|[超差多少](?:了|出|过)?(?:多少|几)(?:亿|万)?元?"
)
_RATED = re.compile(r"完成率|占[^,，]*计划")
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
ONE_VERDICT = "与目标相比:"  # what ``answers.compare`` begins its verdict with
MANY_GOALS = 2
LONGEST_TOLD = 200  # characters of a cell that are added to an answer
NAMED_HALF = 0.5  # share of a clause's name that a question must have to ask for it


def judge_goals(query: Query, draft: Draft, line: Line) -> list[str]:
    """Say of each of several goals of a row whether it was reached, each by its own name.

    One verdict over a row that has several ("新建10个,新增300张") would stand for all of them.
    """
    gap = figure_cues.GAP.search(query.text) is not None and ONE_VERDICT not in draft.text
    judged = f":{ONE_VERDICT}" in draft.text  # each by its own name already
    several = "verdict" in query.asks and not judged
    pairs = _goals(line, 1 if gap else MANY_GOALS) if several or gap else []
    text = query.text
    for denied in query.excluded:
        text = text.replace(denied, "")
    asked = [pair for pair in pairs if _pairs_named(fold_text(pair[0].name), text)[0] >= NAMED_HALF]
    parts = [_thing_counted(goal) for goal, _ in asked]
    said = []
    for goal, result in asked:
        if _only_within(_thing_counted(goal), parts, text):
            continue
        word = _verdict(draft, _number(goal), _number(result), goal.unit)
        said.append(
            f"{goal.name}:目标{goal.value}{goal.unit},完成{result.value}{result.unit},{word}。"
        )
    return said


def _thing_counted(goal: Indicator) -> str:
    """What a goal counts, without the verb that brings it about: 公共停车泊位."""
    return statement_cues.FLOW.sub("", fold_text(goal.name))


def _only_within(name: str, others: Sequence[str], text: str) -> bool:
    """True if a question names a thing only as the end of one of the others: 公共停车泊位."""
    for longer in others:
        if longer != name and longer.endswith(name):
            text = text.replace(longer, "")
    return name not in text and any(o != name and o.endswith(name) for o in others)


def _verdict(draft: Draft, goal: Decimal, result: Decimal, unit: str) -> str:
    gap = result - goal
    difference = f"{plain(abs(gap))}{unit}"
    draft.computed.append(difference)
    if gap < 0:
        return f"未达到,低于目标{difference}"
    return f"已达到,高于目标{difference}" if gap else "已达到,与目标相同"


def judge_columns(draft: Draft, line: Line, headers: Sequence[str]) -> None:
    """Say whether the one plan among the told cells of a row was reached by the one result."""
    values = {h: value for h in headers if (value := value_in(line, h)) is not None}
    planned = [h for h in values if PLANNED_HEADER.search(h)]
    done = [h for h in values if h not in planned and DONE_HEADER.search(h)]
    told = " ".join([*headers, *(cell.text for cell in names_of(line))])
    if len(planned) != 1 or len(done) != 1 or is_limit(told):
        return
    if not is_of_one_year(planned[0], done[0]):
        return
    goal, result = values[planned[0]], values[done[0]]
    if goal.unit == result.unit not in ("", "%", "‰"):  # a rate may be good where it is low
        word = _verdict(draft, goal.number, result.number, goal.unit)
        draft.say(f"{ONE_VERDICT}{word}。")


def _goals(line: Line, fewest: int) -> list[tuple[Indicator, Indicator]]:
    """Of the goals of a row those that have one result each, counted alike; limits are none.

    None of fewer than ``fewest``.
    """
    cells = [c for _, c in cells_of(line.row, "target")]
    done = [c for _, c in cells_of(line.row, "progress")]
    found = line.document.indicators
    goals = [f for f in found if f.kind in PLAN_KINDS and _stands_in(f, cells)]
    told = [f for f in found if f.kind == "actual" and _stands_in(f, done)]
    years = {year_of(f.period) for f in told}
    goals = [g for g in goals if year_of(g.period) in years]  # none of the next year's
    pairs = []
    for goal in goals if len(goals) >= fewest else ():
        of_one_kind = [f for f in told if (f.unit, f.measure) == (goal.unit, goal.measure)]
        results = [f for f in of_one_kind if f.indicator == goal.indicator]
        alone = sum(g.unit == goal.unit for g in goals) == 1
        if not results and alone:  # 新增公办幼儿园学位960个, of which the result says 新增学位990个
            results = [f for f in of_one_kind if goal.indicator.endswith(f.indicator)]
        exact = all(_NUMBER.fullmatch(f.value) for f in (goal, *results))
        limit = is_limit(f"{goal.name}{line.document.text[goal.start : goal.end]}")
        if len(results) == 1 and exact and not limit and goal.unit not in ("%", "‰"):
            pairs.append((goal, results[0]))
    return pairs


def _stands_in(figure: Indicator, cells: Sequence[Cell]) -> bool:
    return any(c.start <= figure.figure[0] < c.end for c in cells)


def _number(figure: Indicator) -> Decimal:
    return Decimal(figure.value.replace(",", ""))


def tell_beyond(
    evidence: Evidence, query: Query, draft: Draft, row: str, *, picked: bool = False
) -> list[str]:
    """Say of one row what the question asks for and the draft does not; return the new lines.

    ``picked`` cells were chosen from the whole table: no column is missing beside them.
    """
    found = evidence.row(row)
    if found is None:
        return []
    grid, line = found
    before = len(draft.lines)
    listed = any(said.startswith("- ") for said in draft.lines)
    for header in _untold(query, line, grid, draft, picked=picked):
        draft.say(f"{tell_cell(draft, line, header).rstrip('。')}。")
    number = next(iter(cells_of(line.row, "number")), None)
    if number is not None and row_cues.NUMBER_ASKED.search(query.text):
        marker = draft.cite_cell(line.document, line.chunk, line.row, number[1])
        draft.say(f"{number[0]}:{number[1].text}{marker}")
    if judged := judge_goals(query, draft, line):
        draft.lines = [x for x in draft.lines if not x.startswith(ONE_VERDICT)]
        marker = draft.cite_row(line.document, line.chunk, line.row)
        draft.lines += [f"{said.rstrip('。')}{marker}。" for said in judged]
    for said in [*set_against(draft, query, line), *_judged(draft, query, grid, line)]:
        if not _is_said(said, draft.text):
            draft.say(said)
    if listed:  # behind a list it is not plain of what a cell is
        name = subject_of(line)
        draft.lines[before:] = [x if name in x else f"{name}:{x}" for x in draft.lines[before:]]
    return draft.lines[before:]


def _judged(draft: Draft, query: Query, grid: Grid, line: Line) -> list[str]:
    """Whether the row is of a sort that the document defines, unless that is said."""
    said = judge_defined(draft, query.text, grid, line)
    return [] if said and said[0] in draft.lines else said


def _is_said(said: str, text: str) -> bool:
    """True if an answer has all cells of a line, wherever their markers stand."""
    told = MARKER.sub("", text)
    return all(cell in told for cell in MARKER.sub("", said).rstrip("。").split(","))


def _untold(query: Query, line: Line, grid: Grid, draft: Draft, *, picked: bool) -> list[str]:
    """The columns that the question asks for and whose cells an answer does not tell."""
    text = without_slots(query, ("district", "period"))
    named = line_named(text, grid)
    rest = blank(text, [named.span]) if named else text
    wanted = [] if picked else [c.header for c in columns_named(rest, grid)]
    wanted = [h for h in wanted if role_of(h) not in ("number", "target", "group", "progress")]
    wanted = [h for h in wanted if not _is_of_another(query, line, h)]
    progress = [h for h, c in cells_of(line.row, "progress") if len(c.text) <= LONGEST_TOLD]
    told = fold_text(MARKER.sub("", draft.text))
    caused = _is_caused(query, line, told)
    judged = caused or (ONE_VERDICT in draft.text and not _asks_how_far(query))
    if asks_state(query) and not judged and (not picked or any(h in draft.text for h in progress)):
        wanted += progress
    wanted += judging_columns(rest, grid)
    if ask_cues.BOTH_IN_CHARGE.search(query.text):
        wanted += [h for h, _ in [*cells_of(line.row, "lead"), *cells_of(line.row, "leader")]]
    if caused:
        wanted = [h for h in wanted if not row_cues.BEHIND.fullmatch(text_in(line, h))]
    return [
        h
        for h in dict.fromkeys(wanted)
        if text_in(line, h) and fits_time(query, line, h) and not _is_told(query, line, h, told)
    ]


def _is_caused(query: Query, line: Line, told: str) -> bool:
    """True if no more is asked than why a row is behind, and its own cell of that is told."""
    alone = "reason" in query.asks and set(query.asks) <= {"reason", "list"}
    if not alone or query.units or _HOW_FAR.search(query.text):
        return False
    return any(fold_text(text_in(line, h)) in told for h in causes_of(line.row))


def _is_of_another(query: Query, line: Line, header: str) -> bool:
    """True for a plan beside an asked result, and for a mere 增速 of what is not asked for."""
    figure = figure_of(line, header)
    if figure is None or not query.indicators:
        return False
    if is_asked(query, figure.indicator):
        return len(query.kinds) == 1 and fit_kind(query.kinds, figure.kind) == 0
    return figure.measure == "growth" and not load_indicators().find(fold_text(header))


def asks_state(query: Query) -> bool:
    """True if a question asks how far something is, why, or whether it was done."""
    if {"verdict", "reason"} & set(query.asks):
        return True
    return STATE_ASKED.search(query.text) is not None and "section" not in query.asks


def _asks_how_far(query: Query) -> bool:
    """True if more is asked than whether a goal was reached: how far it is, or why."""
    return "reason" in query.asks or _HOW_FAR.search(query.text) is not None


def _is_told(query: Query, line: Line, header: str, told: str) -> bool:
    """True if a cell's text stands in an answer, or those of its clauses that are asked for do."""
    text = fold_text(text_in(line, header))
    if text in told or text.rstrip("。;；") in told:
        return True
    if role_of(header) != "progress":
        return False
    clauses = [text[s:e].strip(" ,，;；。、") for s, e in split_clauses(text)]
    clauses = [NUMBERING.sub("", clause).strip() for clause in clauses]
    clauses = [clause for clause in clauses if HAN.search(clause)]  # "1." stands anywhere
    open_clauses = [c for c in clauses if c and c not in told]
    if len(open_clauses) == len(clauses):
        return False
    said = [_pairs_named(c, query.text) for c in clauses if c in told and c]
    left = [_pairs_named(c, query.text) for c in open_clauses]
    # "探索跨境电商出口拼箱" is named by fewer words than what was told of 跨境电商退货试点.
    return not any(share >= NAMED_HALF and named >= max(said)[1] for share, named in left)


def _pairs_named(clause: str, text: str) -> tuple[float, int]:
    """The share of a clause's words that a question names, and how many pairs of characters."""
    words = "".join(re.findall(r"[一-鿿]+", re.sub(r"\d.*", "", clause)))
    share = share_of(pairs_of(words), text)
    return share, round(share * len(pairs_of(words)))


def asks_against(text: str) -> bool:
    """True if a question sets what was done against what was planned."""
    return bool(_SHARE.search(text) or _APART.search(text))


def without_against(text: str) -> str:
    """Blank the words of a question that set a result against its plan."""
    for pattern in (_SHARE, _APART, re.compile(_PLAN)):
        text = pattern.sub(lambda m: " " * len(m.group()), text)
    return text


def set_against(draft: Draft, query: Query, line: Line) -> list[str]:
    """Set the amount that a row has as done against the one that it has as planned."""
    shared, apart = _SHARE.search(query.text), _APART.search(query.text)
    pair = amounts_of(line) if shared or apart else None
    if pair is None:
        return []
    (plan_header, plan), (done_header, done) = pair
    share = f"{plain(round(100 * done.base[0] / plan.base[0], 1))}%"
    rated = any(_RATED.search(h) and text_in(line, h) for h in line.row.cells)
    if rated and not apart:
        return []  # the table tells the share itself
    cells = [tell_cell(draft, line, header) for header in (plan_header, done_header)]
    said = [f"{','.join(cells)}。"]
    if apart and not shared:
        gap = done.base[0] - plan.base[0]
        factor = plan.base[0] / plan.number
        difference = f"{plain(abs(gap) / factor)}{plan.unit}"
        draft.computed.append(difference)
        word = f"已超过,多{difference}" if gap > 0 else f"未超过,少{difference}"
        said.append(f"与计划相比:{word if gap else '恰好相同'}。")
    else:
        draft.computed.append(share)
        said.append(f"完成计划的{share}。")
    return said


def plain(value: Decimal) -> str:
    """Write a number without an exponent or zeros at its end."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
