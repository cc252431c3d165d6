"""Conditions on the ranks of rows: the first, the last but one, those that came up or went down."""

from __future__ import annotations

import operator
import re
from decimal import Decimal

from assistant.evidence.columns_named import columns_named
from assistant.evidence.grids import Grid
from assistant.evidence.lines import Line
from assistant.evidence.rank_columns import RANKS, rank_before, rank_column
from assistant.language.numerals import chinese_number
from assistant.tables.row_tests import Condition, Test, beyond, figures_in, numeric_headers
from assistant.tables.values import value_in
from assistant.text import fold_text

_NUMBER = r"[一二三四五六七八九十]|\d{1,2}"
_RANKED = r"(?:综合|总)?(?:排名?|位次|名次|排序|位列|位居)"
_PLACE = re.compile(
    rf"{_RANKED}?(?:在|全县|全市|全区)?第(?P<at>{_NUMBER})(?:名|位)?(?![个项条类批期季])"
)
_TOP = re.compile(
    rf"(?:(?:{_RANKED}|进入?|居|在|全[县市区省]|了)+前(?P<at>{_NUMBER})(?:名|位)?(?![个项条类批期季月年])"
    rf"|前(?P<bare>{_NUMBER})名)"
)
_LAST = re.compile(
    rf"(?:{_RANKED}|在|列|居|处于?|了)*(?:倒数第(?P<at>{_NUMBER})名?|最(?:末|后)(?:一?[名位])?(?![一-鿿]{{0,2}}[期批])|垫底|末[位尾名]|尾名)的?"
)
_BOTTOM = re.compile(rf"(?:{_RANKED}|在|居)*(?:倒数|(?<=排名)后|最后)(?P<at>{_NUMBER})(?:名|位)")
_ROSE = r"(?P<rose>上升|提升|提高|前进|前移|进步|靠前|上涨|往前)"
_FELL = r"(?P<fell>下降|下滑|后退|退步|倒退|后移|降低|下跌|掉|往后)"
_SAME = r"(?P<same>没有?(?:变化?|动)|不变|未变|持平|保持)"
_MOVED = re.compile(
    rf"(?:{_RANKED})(?:[^,，。?？]{{0,6}}?)(?:{_ROSE}|{_FELL}|{_SAME})了?(?:的|得)?"
)


def by_rank(text: str, grid: Grid) -> list[Condition]:
    """The rows that a column of ranks puts in a place, or before or behind it: 排第一, 排名前三."""
    header = rank_column(text, numeric_headers(grid))
    if not header:
        return []
    spans = _time_in(header, text)
    count = max((_rank(line, header) for line in grid.rows), default=0)
    for pattern, test, backwards in (
        (_BOTTOM, operator.ge, True),
        (_LAST, operator.eq, True),
        (_PLACE, operator.eq, False),
        (_TOP, operator.le, False),
    ):
        match = pattern.search(text)
        others = (c for c in columns_named(text, grid) if not RANKS.search(c.header))
        if pattern is not _PLACE and any(figures_in(grid, c.header) for c in others):
            continue  # the first by their 总投资 are told by that column
        if match is not None:
            said = next((n for n in match.groups() if n), "一")
            at = int(said) if said.isdigit() else chinese_number(said)
            place = Decimal(count + 1 - at if backwards else at)
            holds = beyond(header, place, "", test)
            return [Condition((match.span(), *spans), match.group(), (header,), holds)]
    return []


def by_move(text: str, grid: Grid) -> list[Condition]:
    """The rows that came up, went down or stayed, where a column tells the ranks of before."""
    match = _MOVED.search(text)
    now, before = rank_before(numeric_headers(grid))
    if match is None or not now:
        return []
    spans = (match.span(), *_time_in(before, text))
    test = operator.lt if match["rose"] else operator.gt if match["fell"] else operator.eq
    return [Condition(spans, match.group(), (now, before), _moved(now, before, test))]


def _moved(now: str, before: str, test: object) -> Test:
    compare = test if callable(test) else operator.eq

    def holds(line: Line) -> bool:
        ranks = value_in(line, now), value_in(line, before)
        return bool(ranks[0] and ranks[1] and compare(ranks[0].number, ranks[1].number))

    return holds


def _rank(line: Line, header: str) -> int:
    value = value_in(line, header)
    return int(value.number) if value is not None else 0


def _time_in(header: str, text: str) -> list[tuple[int, int]]:
    """Where a question has the words by which a column of ranks is told from others."""
    own = RANKS.sub("", fold_text(header))
    joined = (
        re.search(rf"(?:[和与跟同较比])*{re.escape(own)}(?:相?比(?:较)?)?", text) if own else None
    )
    return [joined.span()] if joined else []
