"""Questions about a whole column of a table: its highest and lowest row, its sum, rows of a kind.

A column answers only where its cells are figures of one unit; a row of totals is quoted rather
than added up again.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from decimal import Decimal

from assistant.evidence.draft import Draft
from assistant.evidence.grids import grids_of
from assistant.evidence.lines import Line
from assistant.evidence.rank_columns import RANKS
from assistant.language.columns import GROWTH_HEADER, cells_of, role_of
from assistant.language.numerals import chinese_number
from assistant.lexicon.indicators import load_indicators
from assistant.question import comparison_cues
from assistant.question.places import without_slots
from assistant.schema import Query
from assistant.tables.denials import denial_of
from assistant.tables.figure_columns import (
    CLASSES,
    FEWEST,
    Column,
    about_table,
    find_column,
    name_of_row,
)
from assistant.tables.narrowed import Narrowed, narrow_to
from assistant.tables.sums import Entry, to_add
from assistant.text import HAN_WORD, fold_text, pairs_of, share_of

MOST_ROWS = 40
SHORTEST_GROUP = 2  # characters that the name of a group has more of
SUM_DIGITS = 3  # decimals of a sum that are written however they end
MOST_VALUES = 8  # different values of a column that sorts rows into kinds
_MEASURES = re.compile(r"措施|举措|做法|安排|部署|办法|思路|成效|进展|问题")
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
_COUNTED = re.compile(r"有(?:多少|几)[个项条件][^,，。;；?？]{0,6}[,，。;；?？]")  # and their sum


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
            GROWTH_HEADER.search(column.header)
        )
        return all(_write_extreme(draft, column, word, fell=fell) for word in words)
    if kept.said and column.total is None and _COUNTED.search(query.text):
        draft.computed.append(f"{len(column.parts)}项")
        draft.say(f"“{kept.said}”的共{len(column.parts)}项。")
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
    told = about_table(grids_of(lines)[0]) + fold_text("\n".join(cells))
    names = {m.canonical for m in load_indicators().find(told)}
    if not names.issuperset(query.indicators):
        return False
    asked = [t for t in query.terms if HAN_WORD.search(t) and not _ORDERED.search(t)]
    among = comparison_cues.AMONG.search(without_slots(query, ("district", "period")))
    asked += [among[1]] if among else []
    return all(share_of(pairs_of(t), told) >= HELD for t in asked if t not in CLASSES)


def _of_rows(column: Column, kept: Narrowed) -> Column:
    """The entries of a column that stand in certain rows, without the sum of all."""
    rows = [line.row for line in kept.lines]
    entries = tuple(e for e in column.entries if any(e.line.row is row for row in rows))
    return Column(column.header, entries, None, tuple(to_add(entries, ())), kept.said)


def _table_meant(query: Query, lines: Sequence[Line]) -> Sequence[Line]:
    """The rows of the one table that what stands over it, or its rows' names, tells to be meant."""
    grids = grids_of(lines)
    shares = [sum(t in about_table(grid) for t in query.terms if len(t) > 1) for grid in grids]
    best = max(shares, default=0)
    return grids[shares.index(best)].lines if shares.count(best) == 1 else lines


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
    total = f"{_plain(sum((e.value for e in added), Decimal(0)))}{added[0].unit}"
    draft.computed += [total, f"{len(added)}行"]
    if column.said:
        draft.named.append(column.said)
    draft.say(f"{column.name}{len(added)}行相加共{total}:")
    for entry in added:
        draft.say(f"- {_said(draft, entry)}")
    return True


def _plain(number: Decimal) -> str:
    """A sum as it is written: 7.7700, which comes of several units, as 7.77."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if len(text.partition(".")[2]) > SUM_DIGITS else text


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
            draft.say(f"- {name_of_row(line)}{marker}")
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
