"""The clause of a row's cell that has what is asked for, and a figure in the asked unit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.evidence.draft import unmarked
from assistant.evidence.lines import Line
from assistant.evidence.wants import RATE_UNITS, fits_unit
from assistant.language.columns import CHARGES, DONE_HEADER, role_of
from assistant.language.quantities import Quantity, find_quantities
from assistant.language.tokenizer import is_verb
from assistant.question import figure_cues, statement_cues
from assistant.question.content_terms import content_terms
from assistant.question.times import asks_of_part
from assistant.schema import Query, Span
from assistant.tables.column_periods import fits_time, told_then
from assistant.tables.row_named import is_done, names_another, share_told
from assistant.tables.values import RATE, SPENT
from assistant.text import fold_text, split_clauses

_BARE = re.compile(r"[-+−]?[\d,.]+")
_OF_PLAN = re.compile(r"目标|计划|任务|要求|年初|定")
# "多少学位": what is counted must stand beside the figure.
_COUNTED = re.compile(r"(?:多少|几)([一-鿿]{2,6}?)(?=[?？]|$)")
# "新建项目几个": told first by the clause that has the very name before its number.
_VERY_NAME = re.compile(r"(?<![一-鿿])([一-鿿]{3,10}?)(?:一共|总共|共|有|是|各)*(?:多少|几)")
_GROWN = dict(figure_cues.MEASURES)["growth"]
_ITEM = re.compile(r"[^;；。\n]+")
_OPENING, _NAME, _SEVERAL = 16, 4, 2  # characters of an item's opening, of a name; things listed
SAME_THING = 0.5  # share of a word's character pairs that a clause must have


def clause_asked(query: Query, text: str, line: Line) -> tuple[str, str] | None:
    """The clause of a cell that has what is asked: a figure in its unit, beside its words.

    With it the column that it stands in.
    """
    counted = _COUNTED.search(text)
    terms = [t for t in content_terms(text) if not _OF_PLAN.search(t)]
    terms = [_thing_counted(query, counted.group(1))] if counted else terms
    very = _VERY_NAME.search(text)
    best: tuple[float, str, str] = (0.0, "", "")
    ties = 0
    for header, clause in clauses_of(query, line):
        if query.measures == ("growth",) and not _GROWN.search(clause):
            continue  # "开设托班比例75%以上" is no growth
        if statement_cues.is_only_applied_for(text, clause):
            continue
        figures = find_quantities(clause)
        meant = any(counted or has_asked_unit(f, query) for f in figures)
        if not (meant or _counts_alone(query, terms, clause)):
            continue
        if set(query.units) & RATE_UNITS and not RATE.search(header) and _BARE.fullmatch(clause):
            continue  # a bare number below a column of amounts is no rate
        folded = fold_text(f"{header}{clause}")
        share = max((share_told(t, folded) for t in terms), default=0.0)
        if terms and share < SAME_THING:
            continue
        said = very[1] if very else ""
        own = said and role_of(header) == "progress"
        if own and re.search(rf"{said}[数共约达到为有]*\d", folded):
            share += 1
        if share > best[0] or not best[2]:
            best, ties = (share, header, clause), 1
        elif share == best[0]:
            ties += 1
    surely = ties == 1 and not names_another(query, best[2]) and _names_thing(terms, best)
    return best[1:] if surely and not _has_part_beside(query, text, line, best[1:]) else None


def _counts_alone(query: Query, terms: Sequence[str], clause: str) -> bool:
    """True for "床位150张", where 床位多少 is asked in no unit: the thing, then its number.

    >>> _counts_alone(Query(text="床位多少"), ["床位"], "其中护理型床位200张")
    False
    """
    unmeasured = not (query.units or query.measures) and figure_cues.FIGURE_ASKED.search(query.text)
    if not unmeasured or len(terms) != 1:
        return False
    return re.match(rf"{re.escape(terms[0])}[数共约达到为]*\d", fold_text(clause)) is not None


def _names_thing(terms: Sequence[str], best: tuple[float, str, str]) -> bool:
    """True if a clause has a thing that is asked for, where any is: 新建 is done to all of them."""
    things = [t for t in terms if not is_done(t)]
    told = fold_text(f"{best[1]}{best[2]}")
    return not things or any(share_told(t, told) >= SAME_THING for t in things)


def _has_part_beside(query: Query, text: str, line: Line, best: tuple[str, str]) -> bool:
    """True where a cell counts a part beside the whole, and the question names neither.

    "引进几个" may mean either of "引进项目23个,其中制造业项目1个": the row does not say.
    """
    if query.indicators or not all(map(is_verb, content_terms(text))):
        return False
    beside = (c for header, c in clauses_of(query, line) if header == best[0])
    parts = [c for c in beside if c.startswith("其中") and c != best[1]]
    return any(has_asked_unit(figure, query) for part in parts for figure in find_quantities(part))


def _thing_counted(query: Query, words: str) -> str:
    """What is counted, without its counter: 多少张床 counts 床."""
    bare = (words.removeprefix(unit) for unit in query.units if words.startswith(unit))
    return next((word for word in bare if word), words)


def clauses_of(query: Query, line: Line) -> Iterator[tuple[str, str]]:
    """Yield header and text of each clause in the cells of a row that may hold what is asked."""
    planned = "target" in query.kinds
    # A goal is of its year: what is asked of a part of it came of it by then.
    done = "actual" in query.kinds or (asks_of_part(query) and not planned)
    for header, cell in line.row.cells.items():
        role = role_of(header)
        own = line.row.owns(cell)
        if not own or role in ("number", *CHARGES) or not fits_time(query, line, header):
            continue
        if (planned and role == "progress") or (done and role in ("target", "group")):
            continue
        if done and SPENT.search(header) and not DONE_HEADER.search(header):
            continue  # what a project costs is not what was spent
        for start, end in split_clauses(cell.text):
            span = (cell.start + start, cell.start + end)
            if role != "progress" or told_then(query, line, *span):
                yield header, unmarked(cell.text[start:end]).strip(" ,，;；。、")


def item_asked(query: Query, line: Line, header: str) -> Span | None:
    """What a cell tells of the one thing asked for, of those that a row lists side by side.

    Of "甲小学封顶;乙小学打桩" in the row "新建甲小学、乙小学" the second, where that is asked for.
    """
    cell = line.row.cells[header]
    if role_of(header) != "progress" or not line.row.owns(cell):
        return None
    goals = (c.text for h, c in line.row.cells.items() if role_of(h) in ("target", "group"))
    listed = fold_text("\n".join(goals))
    items = [m.span() for m in _ITEM.finditer(cell.text)]
    things = [_thing_told(fold_text(cell.text[start:end]), listed) for start, end in items]
    named = [n for n, thing in enumerate(things) if thing and thing in query.text]
    if len(named) != 1 or len({thing for thing in things if thing}) < _SEVERAL:
        return None
    start, end = items[named[0]]
    return cell.start + start, cell.start + end


def _thing_told(item: str, listed: str) -> str:
    """The longest name in the opening of an item that its row lists, too; empty for none."""
    opening = item[:_OPENING]
    ends = range(_NAME, len(opening) + 1)
    found = (opening[start:end] for end in ends for start in range(end - _NAME + 1))
    return max((name for name in found if name in listed), key=len, default="")


def has_asked_unit(figure: Quantity, query: Query) -> bool:
    """True for a figure in the asked unit; a rate, where only how a thing moved is asked."""
    if "rank" in query.measures and "多少" not in query.text:
        return figure.is_rank
    if not query.units:
        return bool(query.measures) and figure.unit in ("%", "‰", "个百分点")
    # 多少人 asks for 人次 too, where a row counts nobody else.
    return any(fits_unit(figure.unit, u) or figure.unit == f"{u}次" for u in query.units)
