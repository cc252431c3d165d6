"""Which row of a table the words of a question name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from assistant.evidence.grids import SHORTEST_WORDS, Grid
from assistant.evidence.lines import Line
from assistant.evidence.row_names import heads_group, name_keys, subject_of
from assistant.lexicon.indicators import load_indicators
from assistant.schema import Cell, Span
from assistant.text import HAN, fold_text, pairs_of, share_of

NAMED_BY_PAIRS = 0.8  # of the characters' pairs that ask for a row, those that it has
MANY_WORDS = 6  # characters
CLEARLY = 0.2  # by which the best row must lead
_SUMMED = re.compile(r"(?:全[市县区旗州省])?(?:合计|总计|总共|一共|共计|全部|共)")
_SUM_WORD = re.compile(r"(?<=[全各][市县区旗州省])(?:合计|总计|共计|小计)$")


@dataclass(frozen=True)
class Named:
    """A row that a question names, by which cell, and where."""

    line: Line
    cell: Cell
    span: Span


def line_named(text: str, grid: Grid) -> Named | None:
    """Return the one row that a folded text names by a name that no other row has."""
    best: Named | None = None
    for line, cell, key in grid.names:
        if key not in text:
            continue
        at = text.index(key)
        if _in_longer_name(text, key, at):
            continue
        if best is None or len(key) > best.span[1] - best.span[0]:
            best = Named(line, cell, (at, at + len(key)))
    return best


def _in_longer_name(text: str, key: str, at: int) -> bool:
    """True where a key stands within the name of another indicator: 出口 in 进出口总额."""
    own = {m.canonical for m in load_indicators().find(key)}
    return any(
        m.start <= at and at + len(key) <= m.end and m.end - m.start > len(key)
        for m in load_indicators().find(text)
        if own and m.canonical not in own
    )


def line_by_words(words: str, grid: Grid) -> Line | None:
    """Return the one row that has nearly all character pairs of ``words``, and clearly so."""
    pairs = _pairs(words)
    if len(HAN.findall(words)) < SHORTEST_WORDS or not pairs:
        return None
    shares = (
        (1.0 if _in_order(words, own) else share_of(pairs, own), n)
        for n, own in enumerate(grid.named_in)
    )
    ranked = sorted(shares, reverse=True)
    first = ranked[0]
    second = ranked[1][0] if len(ranked) > 1 else 0.0
    if first[0] < NAMED_BY_PAIRS or first[0] - second < CLEARLY:
        return None
    return grid.lines[first[1]]


def _in_order(words: str, own: str) -> bool:
    """True if a row has all the words, with some between: 甲江治理二期 of 甲江流域综合治理二期.

    Of many words, more may stand between: 每千人托位数 of 每千人口3岁以下婴幼儿托位数.
    """
    between = False
    some = "[一-鿿]{1,4}" if len(words) < MANY_WORDS else r"[一-鿿\d]{1,9}"
    for pair in map("".join, pairwise(words)):
        held = pair in own
        bridged = HAN.fullmatch(pair[0]) and re.search(f"{pair[0]}{some}{pair[1]}", own)
        if not held and (between or not bridged):
            return False
        between = not held
    return True


def _pairs(words: str) -> set[str]:
    return {pair for part in re.findall(r"[一-鿿a-z\d]+", words) for pair in pairs_of(part)}


def total_meant(text: str, grid: Grid) -> tuple[Line, Span] | None:
    """Return the row of sums that a question means, with the words that say so.

    The sums of a chapter answer for the chapter; those of the table only where it is asked for all.
    """
    for line in grid.totals:
        for part in line.row.section_path[-1:]:
            keys = [key for name in name_keys(part) for key in (name, name.removesuffix("类"))]
            key = next((k for k in sorted(keys, key=len, reverse=True) if k in text), "")
            if key and part.strip() in {c.text.strip() for c in line.row.cells.values()}:
                at = text.index(key)
                return line, (at, at + len(key))
    for line in filter(heads_group, grid.totals):
        keys = [key for key in name_keys(subject_of(line)) if key in text]
        if keys:
            at = text.index(keys[0])
            return line, (at, at + len(keys[0]))
    sums = [line for line in grid.totals if not heads_group(line)]
    whole = [line for line in sums if not line.row.section_path]
    if len(whole) != 1:
        return None
    own = fold_text("".join(subject_of(whole[0]).split()))
    own = _SUM_WORD.sub("", own) or own  # 全市 sums up its districts, and so does 全市合计
    summed = _SUMMED.search(text) or (re.search(re.escape(own), text) if own else None)
    return (whole[0], summed.span()) if summed else None
