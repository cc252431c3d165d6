"""Questions about a whole column of a table: its highest and lowest row, its sum, rows of a kind.

A column answers only where its cells are figures of one unit; a row of totals is quoted rather
than added up again.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from assistant.evidence.columns_named import progress_named, rate_named
from assistant.evidence.draft import Draft, unmarked
from assistant.evidence.grids import Grid, grids_of
from assistant.evidence.lines import Line
from assistant.evidence.rank_columns import RANKS
from assistant.language.columns import DONE_HEADER, PLANNED_HEADER, cells_of, role_of, subject_cell
from assistant.language.numerals import chinese_number
from assistant.language.periods import find_periods, year_of
from assistant.lexicon.indicators import load_indicators
from assistant.question import comparison_cues
from assistant.schema import Query
from assistant.tables.cells import without_slots
from assistant.tables.denials import denial_of
from assistant.tables.narrowed import Narrowed, narrow_to
from assistant.tables.sums import Entry, is_mean, is_whole, rows_named, sums_up, to_add
from assistant.tables.values import (
    INVESTED,
    UNIT_OF_HEADER,
    header_without_unit,
    money_column,
    value_in,
)
from assistant.text import fold_text, pairs_of, share_of

FEWEST = 3  # rows of a column that is worth asking about
MOST_ROWS = 40
NAMED = 0.75  # share of a header's character pairs that the question must have
LINES_OVER = 3  # lines in front of a table that tell what it is
SHORTEST_GROUP = 2  # characters that the name of a group has more of
MOST_VALUES = 8  # different values of a column that sorts rows into kinds
_CHAPTER = re.compile(r"^[一二三四五六七八九十]{1,3}、")
_OF_TIME = re.compile(
    r"^(?:(?:19|20)\d\d年?|\d{1,2}\s*[-—–~至]\s*\d{1,2}月|截至[^月]*月底?|[全上下]半?年)+"
)
_HAN = re.compile(r"[一-鿿]{2}")
# What rows are of, whatever they are called: no row is meant by them.
_CLASSES = frozenset(
    ("项目", "工程", "任务", "指标", "工作", "单位", "企业", "公司", "事项", "街道", "乡镇", "部门")
)
_MEASURES = re.compile(r"措施|举措|做法|安排|部署|办法|思路|成效|进展|问题")
_NAMING = re.compile(r"名\s*称|项\s*目|指\s*标|事\s*项|内\s*容|任\s*务|工\s*程")
_SORTING = re.compile(r"类|性质|领域|板块|投资|目标|值|额|数")
# "前三名", "后两个"; not 前三季度.
_FIRST = re.compile(
    r"(?P<end>前|倒数|(?<![今之此以往最])后)(?P<number>[二两三四五六七八九十]|\d{1,2})"
    r"(?!个?[季月年天日批期轮周次]|[成百千万亿%十\d.])(?:名|位|个|项)?"
)
_SEVERAL = re.compile(
    r"(?P<end>最[高低多少大小快慢])的是?哪?(?P<number>[二两三四五六七八九十]|\d{1,2})(?:名|位|个|项|家)"
)
# "比上年增长(%)" says of nothing how fast it grew; its rows do.
_RATE_ITSELF = re.compile(
    r"\d{4}年?|较|比|上年|去年|同期|同比|增[长速幅减]|[+±(（)）%\s/-]|率|上?升|下?降|为|的"
)
_ORDERED = re.compile(r"最|哪|增长|增[速幅]|下降")
HELD = 0.5  # share of the character pairs of a word that the rows it is of must have
_GROWTH = re.compile(r"增长|增速|增幅|同比|比上年")


@dataclass(frozen=True)
class Column:
    """A column of figures in one unit, and its row of totals where the table has one.

    ``said`` are the words for the rows that its entries are of, where these are not all; ``parts``
    are the rows that make up the whole, each once.
    """

    header: str
    entries: tuple[Entry, ...]
    total: Entry | None
    parts: tuple[Entry, ...]
    said: str = ""

    @property
    def name(self) -> str:
        """The header, behind the words for the rows that are meant where these are not all."""
        return f"“{self.said}”的{self.header}" if self.said else self.header


def asks_tally(query: Query) -> bool:
    """True if a question may be about a column as a whole."""
    text = query.text
    cues = (comparison_cues.EXTREME, comparison_cues.SUMMED, _FIRST, _SEVERAL)
    return any(cue.search(text) for cue in cues) or _asks_kind(query)


def write_tally(draft: Draft, query: Query, lines: Sequence[Line]) -> bool:
    """Write what a question asks of a column of one document.

    False if none answers, or several do and the question names no district to choose by.
    """
    by_document: dict[str, list[Line]] = {}
    for line in lines:
        by_document.setdefault(line.document.source, []).append(line)
    drafts = [(Draft(), group) for group in by_document.values()]
    written = [made for made, group in drafts if _write_of_document(made, query, group)]
    if not written or (len(written) > 1 and not query.districts):
        return False
    draft.lines, draft.citations = written[0].lines, written[0].citations
    draft.computed = written[0].computed
    return True


def _write_of_document(draft: Draft, query: Query, lines: Sequence[Line]) -> bool:
    extreme = comparison_cues.EXTREME.search(query.text)
    first = _SEVERAL.search(query.text) or (None if extreme else _FIRST.search(query.text))
    if not (extreme or first or comparison_cues.SUMMED.search(query.text)):
        return _write_kind(draft, query, lines)
    column = find_column(query, _table_meant(query, lines)) or find_column(query, lines)
    kept = narrow_to(query, lines, column.header) if column is not None else None
    if column is None or kept is None or not _is_of_rows(query, column):
        return False
    if kept.said:
        column = _of_rows(column, kept)
    if first is not None:
        return _write_first(draft, column, first)
    if extreme is not None:
        both = comparison_cues.EXTREMES.search(query.text)
        words = both.groups() if both else (extreme.group()[-2:],)
        fell = comparison_cues.FELL.search(query.text) is not None and bool(
            _GROWTH.search(column.header)
        )
        return all([_write_extreme(draft, column, word, fell=fell) for word in words])
    return _write_sum(draft, column)


def write_among(draft: Draft, query: Query, lines: Sequence[Line], kept: Sequence[Line]) -> bool:
    """Write which of some rows is first in the column that a question names, or their sum.

    False where not each of them has a figure in it.
    """
    column = find_column(query, lines)
    if column is None or not _is_of_rows(query, column):
        return False
    column = _of_rows(column, Narrowed("", tuple(kept)))
    if len(column.entries) < len(kept):
        return False
    if comparison_cues.SUMMED.search(query.text):
        return _write_sum(draft, column)
    least = re.search(rf"(?:{comparison_cues.LEAST})[^一-鿿]*$", query.text)
    return _write_extreme(draft, column, "最小" if least else "最大")


def _is_of_rows(query: Query, column: Column) -> bool:
    """True unless a rate by itself, 比上年增长, is one of other things than those asked for."""
    if "growth" not in query.measures or _RATE_ITSELF.sub("", fold_text(column.header)):
        return True
    lines = [entry.line for entry in column.entries]
    cells = (h + c.text for line in lines for h, c in line.row.cells.items())
    told = _about(grids_of(lines)[0]) + fold_text("\n".join(cells))
    names = {m.canonical for m in load_indicators().find(told)}
    if not names.issuperset(query.indicators):
        return False
    asked = [t for t in query.terms if _HAN.search(t) and not _ORDERED.search(t)]
    among = comparison_cues.AMONG.search(without_slots(query, ("district", "period")))
    asked += [among[1]] if among else []
    return all(share_of(pairs_of(t), told) >= HELD for t in asked if t not in _CLASSES)


def _of_rows(column: Column, kept: Narrowed) -> Column:
    """The entries of a column that stand in certain rows, without the sum of all."""
    rows = [line.row for line in kept.lines]
    entries = tuple(e for e in column.entries if any(e.line.row is row for row in rows))
    return Column(column.header, entries, None, tuple(to_add(entries, ())), kept.said)


def _table_meant(query: Query, lines: Sequence[Line]) -> Sequence[Line]:
    """The rows of the one table that what stands over it, or its rows' names, tells to be meant."""
    grids = grids_of(lines)
    shares = [sum(t in _about(grid) for t in query.terms if len(t) > 1) for grid in grids]
    best = max(shares, default=0)
    return grids[shares.index(best)].lines if shares.count(best) == 1 else lines


def _about(grid: Grid) -> str:
    """The lines right over a table: its title and header."""
    first = grid.lines[0]
    over = first.document.text[: first.row.start].rstrip().rsplit("\n", LINES_OVER)[-LINES_OVER:]
    return fold_text("\n".join(over))


def find_column(query: Query, lines: Sequence[Line]) -> Column | None:
    """Return the column that the question names, of the rows that it names, if there is one."""
    headers = dict.fromkeys(header for line in lines for header in line.row.cells)
    shares = {header: _named(query, header) for header in headers}
    planned = bool(PLANNED_HEADER.search(query.text))

    def rank(header: str) -> tuple[float, bool]:
        return -shares[header], bool(PLANNED_HEADER.search(header)) != planned

    for header in sorted(headers, key=rank):
        if shares[header] < NAMED:
            return _money_meant(query, lines) or _rate_meant(query, lines)
        column = _column(query, header, lines)
        if column is not None:
            return column
    return None


def _money_meant(query: Query, lines: Sequence[Line]) -> Column | None:
    """The one column of what the rows cost, where 投资 is asked for without its whole name."""
    for grid in grids_of(lines) if INVESTED.search(query.text) else ():
        named = money_column(query.text, grid.headers)
        column = _column(query, named, grid.lines) if named else None
        if column is not None:
            return column
    return None


def _rate_meant(query: Query, lines: Sequence[Line]) -> Column | None:
    """The one column of rates of completion, where a rate is asked for without its whole name."""
    for grid in grids_of(lines):
        rates = rate_named(query.text, grid.headers, _about(grid))
        for named in rates or progress_named(query.text, grid.headers):
            if (column := _column(query, named.header, grid.lines)) is not None:
                return column
    return None


def _named(query: Query, header: str) -> float:
    """How much of a header stands in the question; of two that do the longer one is meant."""
    folded = fold_text(header)
    years = {year for m in find_periods(folded) if (year := year_of(m.period))}
    asked = {year_of(p) for p in query.periods}
    if role_of(header) in ("number", "leader", "lead", "support") or (
        asked and years and not asked & years
    ):
        return 0.0
    done = DONE_HEADER.search(header) and not PLANNED_HEADER.search(header)
    if done and query.kinds == ("target",):
        return 0.0  # what is planned to be completed is not what was
    core = UNIT_OF_HEADER.sub("", header_without_unit(_OF_TIME.sub("", folded)))
    core = re.sub(r"[\s_]", "", core)
    core = core.removesuffix("数") if core[:-1] in query.text else core
    if "growth" in query.measures and _GROWTH.search(core):
        # Of several rates, that of the thing that is asked for.
        own = _GROWTH.sub("", core)
        names = {m.canonical for m in load_indicators().find(own)}
        if names and query.indicators and not names & set(query.indicators):
            return 0.0
        return 2.0 + (0.01 * len(own) if own and own in query.text else 0.0)
    share = share_of(pairs_of(core), query.text)
    return share + 0.001 * len(core) if share >= NAMED else 0.0


def _column(query: Query, header: str, lines: Sequence[Line]) -> Column | None:
    found = [e for line in lines if (e := _entry(header, line)) is not None and not is_mean(e)]
    sums = [e for e in found if sums_up(e)]
    totals = [e for e in sums if is_whole(e)]
    rows = [e for e in found if e not in sums]
    whole = rows
    parts = [e for e in rows if not _CHAPTER.match(e.subject)]
    rows = parts or rows  # "一、税收收入" sums up the rows below it
    about = lines[0].document.profile.title  # what the table is of names none of its rows
    about += "".join(h for line in lines for h in line.row.cells)
    terms = [t for t in query.terms if _HAN.search(t) and t not in header + about]
    terms = [t for t in terms if t not in _CLASSES]
    named = rows_named(query.text, terms, rows)
    entries = named or rows
    if (
        named is None
        or len(entries) < (2 if named else FEWEST)
        or len({e.unit for e in entries}) > 1
    ):
        return None
    total = totals[0] if len(totals) == 1 and len(entries) == len(rows) else None
    added = to_add(named, ()) if named else to_add(whole, sums)
    return Column(header, tuple(entries), total, tuple(added))


def _entry(header: str, line: Line) -> Entry | None:
    value = value_in(line, header)
    subject = _subject(line)
    if value is None or not subject:
        return None
    return Entry(line, subject, value.number, value.unit, value.shown, header)


def _subject(line: Line) -> str:
    named = (
        c
        for h, c in line.row.cells.items()
        if _NAMING.search(h) and not _SORTING.search(h) and _HAN.search(c.text)
    )
    cell = next(named, None) or subject_cell(line.row) or next(iter(line.row.cells.values()), None)
    return unmarked(cell.text).lstrip("#＃").rstrip("。;；") if cell is not None else ""


def _write_extreme(draft: Draft, column: Column, word: str, *, fell: bool = False) -> bool:
    """Write the highest or the lowest of a column; of what fell, what fell most."""
    values = [e.value for e in column.entries]
    if column.said:
        draft.named.append(column.said)
    if not values:
        return False
    least = bool(re.search(comparison_cues.LEAST, word)) != bool(
        RANKS.search(column.header)
    )  # 1 is the best
    if fell and (least or min(values) >= 0):
        return False  # "下降最少" may be of what rose
    wanted = min(values) if least or fell else max(values)
    word = f"下降{word}" if fell else word
    for entry in [e for e in column.entries if e.value == wanted][:FEWEST]:
        draft.say(f"{column.name}{word}的是{_said(draft, entry)}。")
    return True


def _write_first(draft: Draft, column: Column, asked: re.Match[str]) -> bool:
    """Write the first rows of a column, or the last, with those that have the same figure."""
    number = chinese_number(asked["number"])
    if len(column.entries) <= number or RANKS.search(column.header):
        return False
    last = re.search(rf"倒|后|最(?:{comparison_cues.LEAST})", asked["end"]) is not None
    ranked = sorted(column.entries, key=lambda e: e.value, reverse=not last)
    kept = [e for e in ranked if ranked.index(e) < number or e.value == ranked[number - 1].value]
    draft.computed.append(f"{len(kept)}行")
    said = re.sub("是?哪", "", asked.group())
    draft.named += [column.name, said]
    order = "" if asked["end"].startswith("最") else "从低到高的" if last else "从高到低的"
    draft.say(f"{column.name}{order}{said}:")
    for entry in kept:
        draft.say(f"- {_said(draft, entry)}")
    return True


def _write_sum(draft: Draft, column: Column) -> bool:
    if column.total is not None:
        draft.say(f"{column.header}{_said(draft, column.total)}。")
        return True
    added = column.parts
    if not 0 < len(added) <= MOST_ROWS or not added[0].unit.strip("%‰"):
        return False  # shares are not added up
    total = f"{sum((e.value for e in added), Decimal(0)):f}{added[0].unit}"
    draft.computed += [total, f"{len(added)}行"]
    if column.said:
        draft.named.append(column.said)
    draft.say(f"{column.name}{len(added)}行相加共{total}:")
    for entry in added:
        draft.say(f"- {_said(draft, entry)}")
    return True


def _said(draft: Draft, entry: Entry) -> str:
    line = entry.line
    marker = draft.cite_value(line.document, line.chunk, line.row, line.row.cells[entry.header])
    return f"{entry.subject}:{entry.shown}{marker}"


def _write_kind(draft: Draft, query: Query, lines: Sequence[Line]) -> bool:
    """Write the rows of a kind that a column tells: "约束性指标有哪些"."""
    if not _asks_kind(query):
        return False
    for header in dict.fromkeys(h for line in lines for h in line.row.cells):
        if role_of(header) not in ("other", "group"):
            continue
        cells = [
            (line, fold_text(line.row.cells[header].text))
            for line in lines
            if header in line.row.cells
        ]
        cells = _of_named_group(query, header, cells)
        values = Counter(text for _, text in cells)
        kinds = [v for v, n in values.items() if len(v) > 1 and n > 1 and _asks_for(query, v)]
        if not kinds or len(values) > MOST_VALUES or len(cells) < 2 * len(values):
            continue
        kind = max(kinds, key=len)  # 基本达序 is not 达序
        kept = [line for line, text in cells if text == kind]
        draft.computed.append(f"{len(kept)}项")
        draft.say(f"“{kind}”的共{len(kept)}项:")
        for line in kept[:MOST_ROWS]:
            marker = draft.cite_row(line.document, line.chunk, line.row)
            draft.say(f"- {_subject(line)}{marker}")
        return True
    return False


def _of_named_group(
    query: Query, header: str, cells: list[tuple[Line, str]]
) -> list[tuple[Line, str]]:
    """The rows of the group that a question names beside a kind, all of them without one."""
    inside = [
        (line, text)
        for line, text in cells
        if any(
            len(c.text) > SHORTEST_GROUP and fold_text(c.text) in query.text
            for h, c in cells_of(line.row, "group")
            if h != header
        )
    ]
    return inside or cells


def _asks_kind(query: Query) -> bool:
    listed = set(query.asks) & {"list", "count", "section"}
    return bool(listed) and not _MEASURES.search(query.text)


def _asks_for(query: Query, value: str) -> bool:
    """True if a question asks for what is of a kind, and for nothing else of it."""
    kind = re.escape(value)
    asked = re.search(
        rf"{kind}(?:类|性质)?的?(?:指标|任务|项目|工作|事项)?(?:有|是|包括|共)?(?:哪|几项|多少项)",
        query.text,
    )
    named = (asked.start(), asked.start() + len(value)) if asked else (0, 0)
    return asked is not None and denial_of(query.text, named) is None
