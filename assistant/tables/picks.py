"""Rows picked by a state that a column tells: not done, lagging, of a sort; and their count."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from assistant.evidence.draft import Draft
from assistant.evidence.evidence import Evidence
from assistant.evidence.grids import OF_LIST, Grid, counts_whole
from assistant.evidence.lines import Line
from assistant.evidence.lines_named import line_named
from assistant.evidence.row_names import subject_of, text_in
from assistant.language.columns import role_of
from assistant.question.constraint_cues import quoted
from assistant.question.places import without_slots
from assistant.question.stopwords import FUNCTION_WORDS
from assistant.schema import Query
from assistant.tables.column_periods import fits_time
from assistant.tables.definitions import NATURE
from assistant.tables.denials import denial_of
from assistant.tables.rows import MOST_ROWS
from assistant.tables.states import LONGEST_STATE, MOST_STATES
from assistant.tables.told_cells import one_line, tell_cell

FEWEST_ROWS = 3  # rows of a column of states that have one
_ROWS_ASKED = re.compile(
    r"哪(?:一)?(?:些|几|个|项|家|条|所|座|类|处|科目|项目|指标|县|区|镇|街道)|谁|有什么"
)
_COUNT = re.compile(r"(?:多少|几)(?:个|项|家|条)|有多少|数量")
_ROWS = r"(?:[的了类性有共是哪几吗么呢]|项目|工程|任务|指标|工作|事项|部门|单位|企业|县|镇|乡)"
_NOT = re.compile(
    r"(?:未|没有?|尚未|还没有?|不)(?:能|曾)?(达序|完成|完工|开工|达标|达到|竣工|建成|落实)"
)
# "用地手续没办结", as people say it, and "因用地手续未办结而未开工的": what came of it.
_SAID_NOT = re.compile("(?:还|尚)?(?:没有|没|未能)(?=[一-鿿])")
_SO_THAT = r"(?:而|所以|导致)?(?:至今|一直|迟迟)?(?:尚|仍|还)?未[一-鿿]{2}"


def pick_rows(evidence: Evidence, query: Query, sources: Sequence[str]) -> Draft | None:
    """Write the rows that a question picks, if one table has a column for it."""
    text = without_slots(query, ("district", "period"))
    if not (_ROWS_ASKED.search(text) or _COUNT.search(text)):
        return None
    if NATURE.search(text) and _NOT.search(text):
        return None  # two demands, and here rows are picked by one
    ways: tuple[Callable[[str, Query, Grid], Draft | None], ...] = (
        _by_negation,
        _by_state,
    )
    counted = _COUNT.search(text) is not None and not OF_LIST.search(text)
    grids = [g for g in evidence.grids(sources) if len(g.lines) >= FEWEST_ROWS]
    grids = [g for g in grids if not counted or counts_whole(g)]
    for way in ways:
        drafts = [draft for grid in grids if (draft := way(text, query, grid)) is not None]
        if len(drafts) == 1:
            return drafts[0]
        if drafts:
            return None  # two tables fit: which one is meant is not said
    return None


def _by_negation(text: str, query: Query, grid: Grid) -> Draft | None:
    """Rows that are not done: a column asks whether, or tells of all but these that they are."""
    match = _NOT.search(text)
    if match is None or not _ROWS_ASKED.search(text):
        return None
    word = match.group(1)
    for header in grid.headers:
        texts = [t for t in grid.column(header) if t]
        if header.startswith("是否") and word in header and set(texts) <= {"是", "否"}:
            kept = [line for line in grid.lines if text_in(line, header) == "否"]
            return _listed(match.group(), header, kept, with_state=_progress_of(grid))
        done = [t for t in texts if t in (f"已{word}", word, f"全部{word}", f"已全部{word}")]
        if role_of(header) == "progress" and len(done) >= FEWEST_ROWS:
            kept = [
                line
                for line in grid.lines
                if text_in(line, header)
                and not re.search(rf"^(?:已|全部|已全部)?{word}", text_in(line, header))
            ]
            return _listed(match.group(), header, kept)
    return None


def with_written_denials(text: str) -> str:
    """A question with 未 as cells have it, where people say 没 or 没有.

    >>> with_written_denials("用地手续没办结的"), with_written_denials("资金还没有到位的")
    ('用地手续未办结的', '资金未到位的')
    """
    return _SAID_NOT.sub("未", text)


def state_named(text: str, grid: Grid) -> tuple[str, str]:
    """Return the column of states, or of sorts, that has a word of a question, and the word."""
    best: tuple[int, str, str] = (0, "", "")
    for header in grid.headers:
        if role_of(header) in ("number", "leader", "lead", "support") or not _has_states(
            grid, header
        ):
            continue
        for state in {t for t in grid.column(header) if len(t) > 1}:
            telling = state not in FUNCTION_WORDS and not re.search(r"\d", state)
            if _names_state(text, state, grid) and len(state) > best[0] and telling:
                best = (len(state), header, state)
    return best[1:]


def _by_state(text: str, query: Query, grid: Grid) -> Draft | None:
    """Rows whose cell in a column of states, or of sorts, is a word of the question."""
    text = with_written_denials(text)
    header, state = state_named(text, grid)
    if not header or line_named(text.replace(state, " "), grid) is not None:
        return None
    if not all(fits_time(query, line, header) for line in grid.lines[:1]):
        return None
    at = text.index(state)
    denied = denial_of(text, (at, at + len(state)))
    if denied is not None:
        others = [line for line in grid.rows if text_in(line, header) not in ("", state)]
        said = f"{one_line(header)}不是“{state}”的"
        return _listed(said, header, others) if denied.sure else None
    kept = [line for line in grid.lines if text_in(line, header) == state]
    return _listed(f"{one_line(header)}为“{state}”的", header, kept, told=False)


def _names_state(text: str, state: str, grid: Grid) -> bool:
    """True where a state is asked for by itself: 新建 in "新建社区食堂几个" begins a name.

    What the rows are, the head of their names tells: 民办学校 below 学校名称.
    """
    things = {h.removesuffix("名称") for h in grid.headers if h.endswith("名称")} - {""}
    if any(state in quote != state for quote in quoted(text)):
        return False  # a heading that is quoted has it as a part
    rows = "|".join([_ROWS, *map(re.escape, things)])
    so_that = rf"(?:{_SO_THAT})?" if "未" in state else ""
    named = rf"{re.escape(state)}{so_that}(?:(?![一-鿿])|{rows})"
    return re.search(named, text) is not None


def _has_states(grid: Grid, header: str) -> bool:
    texts = [t for t in grid.column(header) if t]
    different = set(texts)
    short = all(len(t) <= LONGEST_STATE for t in different)
    return (
        len(texts) >= FEWEST_ROWS
        and 1 < len(different) <= min(MOST_STATES, len(texts) // 2)
        and short
    )


def _progress_of(grid: Grid) -> str:
    return next((h for h in grid.headers if role_of(h) == "progress"), "")


def _listed(
    lead_in: str, header: str, kept: Sequence[Line], *, told: bool = True, with_state: str = ""
) -> Draft | None:
    if not kept:
        return None
    draft = Draft()
    draft.computed.append(f"{len(kept)}项")
    draft.named.append(lead_in)
    draft.say(f"{lead_in}共{len(kept)}项:")
    for line in kept[:MOST_ROWS]:
        shown = with_state if with_state and text_in(line, with_state) else header
        cell = (
            tell_cell(draft, line, shown)
            if told
            else draft.cite_row(line.document, line.chunk, line.row)
        )
        draft.say(f"- {subject_of(line)}{':' if told else ''}{cell}")
    if len(kept) > MOST_ROWS:
        draft.computed.append(f"{len(kept) - MOST_ROWS}项")
        draft.say(f"(另有{len(kept) - MOST_ROWS}项未列出)")
    return draft
