"""What a question demands of the rows of a table: a bound, a deadline, a state, a group.

Each condition tells which words of the question say it, so that a reader can see whether anything
is left that it does not understand.
"""

from __future__ import annotations

import operator
import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from assistant.evidence.grids import Column, Grid, columns_named, text_in, undated
from assistant.evidence.lines import Line
from assistant.language.columns import role_of
from assistant.language.periods import find_periods
from assistant.language.units import comparable, split_unit
from assistant.question.places import blank
from assistant.schema import Span
from assistant.tables.values import RATE, header_without_unit, value_in
from assistant.text import fold_text

FEWEST = 3  # figures of a column that rows are picked by
MOST_STATES, LONGEST_STATE = 6, 12  # different words of a column that judges rows, and their length
NEAR = 16  # characters before a bound in which its column is named
Test = Callable[[Line], bool]


@dataclass(frozen=True)
class Condition:
    """A test of rows: the words that ask for it, how it is said, the columns that it reads.

    ``proof`` is a place of the document, outside of the rows, that the test rests on.
    """

    spans: tuple[Span, ...]
    said: str
    headers: tuple[str, ...]
    holds: Test
    proof: Span | None = None


_BELOW = r"低于|不足|少于|小于|不到|未达到?|没有?达到?|没到"
_ABOVE = r"高于|超过|超出|大于|多于|突破|超"
_AT_LEAST, _AT_MOST = r"不低于|不少于|不小于|达到", r"不超过|不高于|不多于|未超过|没有?超过"
_BOUND = re.compile(
    rf"(?P<how>{_AT_LEAST}|{_AT_MOST}|{_BELOW}|{_ABOVE}|在)?(?:了)?"
    r"(?P<number>\d+(?:\.\d+)?)(?P<unit>[亿万]?(?:美元|元)|[亿万]|%|个百分点|百分点|[亿万]?平方米|公里"
    r"|[万]?[个家项所户名人处座条场分天亩])?(?:的)?(?P<side>(?:及)?以[上下]|以内)?"
    r"(?=的|[^\d年月日.]|$)"
)
_HALF = re.compile(r"(?P<low>没有?|未|不)?(?:过|到|超过?|达到?)了?(?:一半|半)")
_SCHEDULE = re.compile(
    r"(?P<low>低于|未达到?|没有?达到?|达不到|不达|落后于?|滞后于?|慢于|未完成|没有?完成)?"
    r"(?P<high>高于|快于|超过?|达到?|完成)?了?(?:年度)?序时(?:进度|要求)?"
)
_SCHEDULE_TOLD = re.compile(
    r"序时(?:进度)?(?:应)?(?:为|是|达到?|目标|要求)?\s?[:：]?\s?(\d+(?:\.\d+)?)\s?[%％]"
)
_MONTH = re.compile(
    r"(?:(?P<year>(?:19|20)\d\d)年)?(?:(?<![-~—至\d])(?P<month>1[0-2]|[1-9])月(?:底|末|份)?|(?P<half>上半年)|(?P<end>年底|年末)"
    r"|(?P<quarter>[一二三四])季度)(?P<before>之?以?前|之内|以内|内)?"
    r"(?:能|要|应|须|需|必须|计划|可以?)*(?:完成|完工|建成|竣工|投用|到期|办结|(?P<begun>开工|动工))"
)
_BEGUN = re.compile(r"(?:开工|动工|启动)(?:时间|日期|时限)")
_PLACE = re.compile(
    r"(?:排名?|位列|位居)?(?:在|全县|全市|全区)?第(?P<at>[一二三四五六七八九十]|\d{1,2})(?:名|位)?(?![个项条类批期季])"
)
_HAN, _RANKS = "一二三四五六七八九十", re.compile(r"排名|位次|名次|排序")
_DUE = re.compile(r"时限|期限|完成时间|竣工时间|完工时间|节点|建成时间")
_OVER = re.compile(r"超额完成|超(?:过|出)?(?:了)?(?:年度|全年)?(?:目标|任务|计划)(?:任务|完成)?")
_NOT_DONE = re.compile(
    r"(?:还|尚)?(?:未能?|没有?)(?:全部|完全|按期|按时)?(?:完成|达到|达成|达标|办结)了?(?:年度|全年|年初)?(?:的)?(?:目标|任务|计划)?"
)
_DONE = re.compile(
    r"(?:已经?|全部|都|均|(?=完成了?(?:的|哪|几[项件]|多少[项件])))(?:全部|按期|如期|提前)?(?P<verb>完成|完工|建成(?:投用)?|竣工|投入使用|投用|开工)"
)
_RATE_DONE = re.compile(
    r"完成(?:率|比例|比|进度|百分比)|占(?:年度?|全年)?(?:任务|计划|目标)|达成率"
)
_GROWTH = re.compile(r"增长|增速|增幅|同比|比上年")
_FELL = re.compile(r"(?:同比)?(?:下降|负增长|减少|下滑|降低|回落)(?:了)?")
_ROSE = re.compile(r"正增长|实现增长|同比增长(?=的)")
_PLANNED, _REACHED = re.compile(r"计划|目标|任务"), re.compile(r"完成|实际|到位")
_BEYOND = re.compile(
    rf"(?:完成|投资|投入|实际)[^,，。?？]{{0,8}}?(?P<how>{_AT_MOST}|{_BELOW}|{_ABOVE})了?"
    r"(?:全年|年度|当年|本年|今年|年初)?(?:的)?(?:计划|目标|任务)(?:投资|数)?"
)
_WORDS_OF_HEADER = re.compile(
    r"(?:截[至止])?(?:\d{4}年)?(?:\d{1,2}-)?\d{1,2}月(?:底|末|份)?|\d{4}年|年度|全年|本年|上半年|前三季度|一季度|[(（][^()（）]*[)）]"
    r"|计划|目标|任务|预算|实际|累计|完成|到位|情况|[额数]$|[\s_]"
)
# How a column that judges each row says that it is done.
_STATE_DONE = re.compile(
    r"(?:是|[√✓]|(?:已经?|均已?|全部|全面|提前|超额|按期|如期|圆满)*(?:完成|完工|建成|达标|达到|达成|办结|竣工|销号)(?:任务|目标)?)"
)
_JUDGES = re.compile(r"是否|评价|状态|结论|完成|达标|进[展度]|落实")
_OF_DONE = re.compile(r"完成|达标|达到|办结|落实")
_NONE = re.compile(r"(?:没有|没|未|无)(?:安排|落实|使用|填写|涉及|任何|到位)*$")
_PARTS = r"(?:大?部分|大?板块|大块|大类|篇章?|章)"
_PART = re.compile(rf"[”\"]?(?:这一|这)?(?<![一二三四五六七八九十]){_PARTS}")
_NTH = re.compile(
    rf"第(?P<number>[一二三四五六七八九十]{{1,2}}){_PARTS}(?:[(“\"](?P<words>[^()“”\"]+)[)”\"])?"
)
_FEWEST_WORDS, _LONGEST_WORDS = 3, 24  # characters of a title that name it
_SHORTEST_END = 2  # characters of the end of a name that name it
_LABEL = re.compile(
    r"^(?:[(（]?[一二三四五六七八九十\d]{1,3}[)）、.．]\s*)+|[(（][^()（）]*[)）]|[类项]$"
)


def conditions_in(text: str, grid: Grid) -> list[Condition]:
    """Return what a folded question demands of the rows of a table, each word used once."""
    found: list[Condition] = []
    for find in (
        _ranked,
        _beyond_plan,
        _beyond_schedule,
        _bounds,
        _halfway,
        _deadline,
        _done,
        _stated,
        _sign,
        _empty,
        _group,
    ):
        for condition in find(text, grid):
            found.append(condition)
            text = blank(text, condition.spans)
    return found


def _figures(grid: Grid, header: str) -> int:
    return sum(value_in(line, header) is not None for line in grid.lines)


def _numeric(grid: Grid) -> list[str]:
    return [h for h in grid.headers if role_of(h) != "number" and _figures(grid, h) >= FEWEST]


def _compare(how: str, side: str) -> Callable[[Decimal, Decimal], bool] | None:
    if side:
        return operator.ge if side.endswith("上") else operator.le
    for pattern, test in (
        (_AT_LEAST, operator.ge),
        (_AT_MOST, operator.le),
        (_BELOW, operator.lt),
        (_ABOVE, operator.gt),
    ):
        if how and re.fullmatch(pattern, how):
            return test
    return None


def _bounds(text: str, grid: Grid) -> list[Condition]:
    """Rows whose figure lies beyond a number: "总投资超过10亿元"."""
    found = []
    for match in _BOUND.finditer(text):
        test = _compare(match["how"] or "", match["side"] or "")
        column = _column_before(text, match.start(), grid) if test else None
        if test is None or column is None:
            continue
        limit, unit = Decimal(match["number"]), match["unit"] or ""
        holds = _beyond(column.header, limit, unit, test)
        if not _measured_in(grid, column.header, unit):
            continue
        spans = (match.span(), column.span)
        found.append(Condition(spans, match.group(), (column.header,), holds))
    return found


def _halfway(text: str, grid: Grid) -> list[Condition]:
    """Rows whose rate of completion is beyond one half, or below it."""
    match = _HALF.search(text)
    column = _column_before(text, match.start(), grid) if match else None
    if match is None or column is None or not _measured_in(grid, column.header, "%"):
        return []
    test = operator.lt if match["low"] else operator.ge
    holds = _beyond(column.header, Decimal(50), "%", test)
    return [Condition((match.span(), column.span), match.group(), (column.header,), holds)]


def _beyond(
    header: str, limit: Decimal, unit: str, test: Callable[[Decimal, Decimal], bool]
) -> Test:
    def holds(line: Line) -> bool:
        value = value_in(line, header)
        if value is None:
            return False
        if not unit or unit in ("%", "百分点", "个百分点"):
            return test(value.number, limit)
        return test(value.base[0], limit * split_unit(unit)[0])

    return holds


def _measured_in(grid: Grid, header: str, unit: str) -> bool:
    """True if the figures of a column can be held against a number of this unit."""
    values = [v for line in grid.lines if (v := value_in(line, header)) is not None]
    units = {value.unit for value in values}
    if unit in ("%", "百分点", "个百分点", ""):
        return len(units) == 1 and (
            not unit or units <= {"%", ""} or units <= {"百分点", "个百分点"}
        )
    return all(own != "" and comparable(own, unit) for own in units)


def _column_before(text: str, at: int, grid: Grid) -> Column | None:
    """The column of figures that is named right before a place of the question, or all through."""
    numeric = _numeric(grid)
    named = [c for c in columns_named(text, grid) if c.header in numeric]
    before = [c for c in named if at - NEAR <= c.span[0] and c.span[1] <= at]
    if before:
        return max(before, key=lambda c: c.span[1])
    words = re.search(r"[一-鿿]{2,6}$", text[max(0, at - 6) : at])
    for size in range(len(words.group()) if words else 0, 1, -1):
        word = text[at - size : at]
        holding = [h for h in numeric if word in fold_text(h)]
        whole = [h for h in holding if re.search(rf"总{word}|{word}.*[合总小]计", fold_text(h))]
        if len(holding) == 1 or len(whole) == 1:
            return Column((holding if len(holding) == 1 else whole)[0], (at - size, at))
    return named[0] if len(named) == 1 else None


def _beyond_plan(text: str, grid: Grid) -> list[Condition]:
    """Rows that did more, or less, than they planned: two columns of one kind side by side."""
    match = _BEYOND.search(text)
    test = _compare(match["how"], "") if match else None
    return _against_plan(match, test, text, grid) if match and test else []


def _against_plan(
    match: re.Match[str],
    test: Callable[[Decimal, Decimal], bool],
    text: str,
    grid: Grid,
) -> list[Condition]:
    """Rows by their result beside their plan, of the one thing that the question may mean."""
    pairs = _plans_and_results(text, grid)
    named = [(word, *pair[1:]) for pair in pairs if (word := _called(pair[0], text))]
    pairs = named or pairs
    if len(pairs) != 1:
        return []
    thing, planned, reached = pairs[0]

    def holds(line: Line) -> bool:
        done, plan = value_in(line, reached), value_in(line, planned)
        if done is None or plan is None or done.unit != plan.unit:
            return False
        return test(done.number, plan.number)

    at = text.index(thing) if named else 0
    spans = (match.span(), (at, at + len(thing))) if named else (match.span(),)
    return [Condition(spans, match.group(), (planned, reached), holds)]


def _called(thing: str, text: str) -> str:
    """The words of a text that name what columns are of: its end at least, 农村公路."""
    ends = (thing[at:] for at in range(max(1, len(thing) - _SHORTEST_END + 1)))
    return next((end for end in ends if end and end in text), "")


def _plans_and_results(text: str, grid: Grid) -> list[tuple[str, str, str]]:
    """Columns of plans, each with the one column that tells what came of the same thing.

    Of results by several months that of the months asked for is meant, else the last.
    """
    numeric = [h for h in _numeric(grid) if not RATE.search(h)]
    reached = [h for h in numeric if _REACHED.search(h)]
    pairs = []
    for plan in (h for h in numeric if _PLANNED.search(h) and h not in reached):
        results = [h for h in reached if _thing_of(h) in (_thing_of(plan), "")]
        named = [h for h in results if any(m.text in text for m in find_periods(h))]
        if len({undated(h) for h in results}) == 1:
            pairs.append((_thing_of(plan), plan, (named or results)[-1]))
    return pairs


def _thing_of(header: str) -> str:
    """What a column of plans or of results is of: "社区食堂(处) 目标" is of 社区食堂."""
    return _WORDS_OF_HEADER.sub("", fold_text(header_without_unit(header)))


def _beyond_schedule(text: str, grid: Grid) -> list[Condition]:
    """Rows behind the schedule, or ahead of it, by whichever column tells."""
    match = _SCHEDULE.search(text)
    if match is None or not (match["low"] or match["high"]):
        return []
    low = match["low"] is not None
    for header in (h for h in grid.headers if "序时" in h):
        texts = {t for t in grid.column(header) if t}
        if texts and texts <= {"是", "否"}:
            word = "否" if low else "是"
            return [Condition((match.span(),), match.group(), (header,), _is(header, word))]
        if _figures(grid, header) >= FEWEST and re.search(r"高于|快于|比|较|差|±", header):
            return [Condition((match.span(),), match.group(), (header,), _signed(header, low))]
    for header in grid.headers:
        states = {t for t in grid.column(header) if "序时" in t and len(t) <= 12}
        kept = {t for t in states if bool(re.search(r"低|未|滞|落|慢|不|没", t)) == low}
        if kept:
            return [Condition((match.span(),), match.group(), (header,), _among(header, kept))]
    return _behind_told(match, low, grid)


def _behind_told(match: re.Match[str], low: bool, grid: Grid) -> list[Condition]:
    """Rows behind the schedule that the document tells beside the table."""
    rates = [h for h in _numeric(grid) if _RATE_DONE.search(h)]
    told = list(_SCHEDULE_TOLD.finditer(grid.lines[0].document.text))
    if len(rates) != 1 or len({m.group(1) for m in told}) != 1:
        return []
    test = operator.lt if low else operator.ge
    holds = _beyond(rates[0], Decimal(told[0].group(1)), "%", test)
    return [Condition((match.span(),), match.group(), (rates[0],), holds, told[0].span())]


def _is(header: str, word: str) -> Test:
    return lambda line: text_in(line, header) == word


def _among(header: str, words: set[str]) -> Test:
    return lambda line: text_in(line, header) in words


def _signed(header: str, below: bool) -> Test:
    def holds(line: Line) -> bool:
        value = value_in(line, header)
        return value is not None and (value.number < 0 if below else value.number > 0)

    return holds


def _ranked(text: str, grid: Grid) -> list[Condition]:
    """The row that a column of ranks puts in a place: "完成率排第一"."""
    match = _PLACE.search(text)
    headers = [h for h in _numeric(grid) if _RANKS.search(h)]
    if match is None or len(headers) != 1:
        return []
    at = match["at"]
    place = int(at) if at.isdigit() else _HAN.index(at) + 1
    holds = _beyond(headers[0], Decimal(place), "", operator.eq)
    return [Condition((match.span(),), match.group(), (headers[0],), holds)]


def _deadline(text: str, grid: Grid) -> list[Condition]:
    """Rows that are due by a month, or in it."""
    match = _MONTH.search(text)
    begun = match is not None and match["begun"] is not None
    headers = [h for h in grid.headers if (_BEGUN if begun else _DUE).search(h)]
    if match is None or len(headers) != 1:
        return []
    header = headers[0]
    first, last = _months(match)
    year = match["year"] or ""

    def holds(line: Line) -> bool:
        due = _due(text_in(line, header))
        if due is None or (year and due[0] and due[0] != year):
            return False
        return first <= due[1] <= last

    return [Condition((match.span(),), match.group(), (header,), holds)]


def _months(match: re.Match[str]) -> tuple[int, int]:
    """The months that a deadline may lie in."""
    if match["half"]:
        return 1, 6
    if match["quarter"]:
        quarter = "一二三四".index(match["quarter"]) + 1
        return (1 if match["before"] in ("前", "之前", "以前") else 3 * quarter - 2), 3 * quarter
    month = int(match["month"]) if match["month"] else 12
    return (1 if match["before"] else month), month


def _due(text: str) -> tuple[str, int] | None:
    """The year, where it is told, and month of a deadline: "2024年11月底前" is ("2024", 11)."""
    found = re.search(r"(?:((?:19|20)\d\d)[年.\-/])?\s?(1[0-2]|0?[1-9])(?:月|$)", text)
    if found is not None:
        return found.group(1) or "", int(found.group(2))
    if re.search(r"年底|年末|全年|12月", text):
        year = re.search(r"(?:19|20)\d\d", text)
        return year.group() if year else "", 12
    return None


def _done(text: str, grid: Grid) -> list[Condition]:
    """Rows that are done, not done or more than done, by whichever column tells.

    The plan of what the question names, beside its result, comes first; then a column that judges
    each row, a rate of completion, the one plan beside its result, a plain word for it.
    """
    rates = [h for h in _numeric(grid) if _is_rate_done(h, grid)]
    hundred = Decimal(100)
    ways = ((_OVER, operator.gt), (_NOT_DONE, operator.lt), (_DONE, operator.ge))
    for pattern, test in ways:
        match = pattern.search(text)
        if match is None:
            continue
        verb = match["verb"] if pattern is _DONE else "完成"
        beside = _against_plan(match, test, text, grid) if verb == "完成" else []
        if beside and len(beside[0].spans) > 1:
            return beside
        judged = _judged(grid) if pattern is not _OVER and verb == "完成" else ""
        if judged:
            states = _states(grid, judged, done=pattern is _DONE)
            holds = _among(judged, states)
            return [Condition((match.span(),), match.group(), (judged,), holds)]
        if len(rates) == 1 and verb == "完成":
            holds = _beyond(rates[0], hundred, "%", test)
            return [Condition((match.span(),), match.group(), (rates[0],), holds)]
        return beside or (_by_words(match, verb, grid) if pattern is _DONE else [])
    return []


def _stated(text: str, grid: Grid) -> list[Condition]:
    """Rows whose judging column has the very word of the question: "哪些任务滞后"."""
    header = _judged(grid)
    states = sorted({t for t in grid.column(header) if len(t) > 1}, key=len, reverse=True)
    for state in states if header else []:
        match = re.search(rf"(?<![不没未非]){re.escape(fold_text(state))}(?!于)", text)
        if match and not _STATE_DONE.fullmatch(state):
            return [Condition((match.span(),), state, (header,), _is(header, state))]
    return []


def _judged(grid: Grid) -> str:
    """The column that says of each row in a word whether it is done: 是否完成, 进度评价."""
    for header in sorted(grid.headers, key=lambda h: "是否" not in h):
        states = {t for t in grid.column(header) if t}
        done = {t for t in states if _STATE_DONE.fullmatch(t)}
        plain = not states & {"是", "否"} or _OF_DONE.search(header)
        words = all(len(t) <= LONGEST_STATE and not re.search(r"\d", t) for t in states)
        judges = _JUDGES.search(header) and plain and words and len(states) <= MOST_STATES
        if judges and done and states - done:
            return header
    return ""


def _is_rate_done(header: str, grid: Grid) -> bool:
    """True for a column of rates of completion; plain 进度 is one where it is told in per cent."""
    if _RATE_DONE.search(header):
        return _measured_in(grid, header, "%")
    values = [v for line in grid.lines if (v := value_in(line, header)) is not None]
    return "进度" in header and all(value.unit == "%" for value in values)


def _states(grid: Grid, header: str, *, done: bool) -> set[str]:
    """The words of a judging column for what is done, or for what is not.

    Where it has a word for 未完成, what is 基本完成 is not called so.
    """
    states = {t for t in grid.column(header) if t}
    finished = {t for t in states if _STATE_DONE.fullmatch(t)}
    return finished if done else {t for t in states if _NOT_DONE.fullmatch(t)} or states - finished


def _by_words(match: re.Match[str], verb: str, grid: Grid) -> list[Condition]:
    """Rows whose cell of progress says nothing but that it is done."""
    done = re.compile(
        rf"(?:项目|工程)?(?:已经?|全部|均已?|已全部)?(?:按期|提前|全部|如期)?{verb}(?:并?(?:投用|投入使用))?[。]?"
    )
    for header in grid.headers:
        if role_of(header) != "progress" or re.search(r"计划|目标", header):
            continue
        if any(done.fullmatch(t) for t in grid.column(header)):
            holds = _matching(header, done)
            return [Condition((match.span(),), match.group(), (header,), holds)]
    return []


def _matching(header: str, pattern: re.Pattern[str]) -> Test:
    return lambda line: pattern.fullmatch(text_in(line, header)) is not None


def _sign(text: str, grid: Grid) -> list[Condition]:
    """Rows that grew or fell."""
    for pattern, below in ((_FELL, True), (_ROSE, False)):
        match = pattern.search(text)
        if match is None or re.match(r"\d|超|率|幅", text[match.end() :]):
            continue
        growth = [h for h in _numeric(grid) if _GROWTH.search(h)]
        chosen = growth if len(growth) == 1 else [h for h in growth if _grown(h) in text]
        chosen = [h for h in chosen if _grown(h)] or chosen
        if len(chosen) == 1:
            holds = _signed(chosen[0], below)
            return [Condition((match.span(),), match.group(), (chosen[0],), holds)]
    return []


def _grown(header: str) -> str:
    """What the rates of a column are of; nothing where they are of the rows themselves."""
    return _GROWTH.sub("", undated(header_without_unit(header)))


def _empty(text: str, grid: Grid) -> list[Condition]:
    """Rows that have nothing, or nought, in a column: "没有安排中央资金"."""
    for column in columns_named(text, grid):
        none = _NONE.search(text[: column.span[0]])
        if none is None or _figures(grid, column.header) < FEWEST:
            continue
        holds = _nothing(column.header)
        return [Condition((none.span(), column.span), none.group(), (column.header,), holds)]
    return []


def _nothing(header: str) -> Test:
    def holds(line: Line) -> bool:
        value = value_in(line, header)
        return not text_in(line, header) or (value is not None and value.number == 0)

    return holds


@lru_cache(maxsize=4_096)
def label_of(text: str) -> str:
    """Return what a group is called: without its number, its count and the word for a sort.

    >>> label_of("一、产业发展类(4个)"), label_of("教育惠民")
    ('产业发展', '教育惠民')
    """
    bare = "".join(fold_text(text).split())
    while (shorter := _LABEL.sub("", bare)) != bare:
        bare = shorter
    return bare


def labels_of(line: Line, shared: set[str]) -> set[str]:
    """Return the groups that a row belongs to: its chapters and the cells that rows share."""
    chapters = {label_of(part) for part in line.row.section_path}
    cells = {label_of(cell.text) for header, cell in line.row.cells.items() if _groups(header)}
    return chapters | (cells & shared)


def _groups(header: str) -> bool:
    """True for a column of groups, and not of states."""
    return role_of(header) == "group" or header.startswith("分组")


def shared_labels(lines: Sequence[Line]) -> set[str]:
    """Return the cells of groups that several rows have."""
    counted = Counter(
        label_of(cell.text)
        for line in lines
        for header, cell in line.row.cells.items()
        if _groups(header) and re.search(r"[一-鿿]{2}", cell.text)
    )
    return {label for label, count in counted.items() if count > 1}


def _group(text: str, grid: Grid) -> list[Condition]:
    """Rows of a chapter or group that the question names, in part or by its number."""
    lines = grid.rows
    shared = shared_labels(lines)
    every = {label for line in lines for label in labels_of(line, shared)}
    named = sorted((x for x in every if len(x) > 1 and x in text), key=len, reverse=True)
    if named:
        label, at = named[0], text.index(named[0])
        spans = [(at, at + len(label))]
    else:
        label, spans = _chapter_meant(text, lines)
    if not label or all(label in labels_of(line, shared) for line in lines):
        return []
    end = spans[-1][1]
    sort = re.match(r"[”\"]?(?:这一)?(?:类|方面|领域|板块|部分)?(?:型)?", text[end:])
    spans[-1] = (spans[-1][0], end + (sort.end() if sort else 0))
    return [Condition(tuple(spans), label, (), lambda line: label in labels_of(line, shared))]


def _chapter_meant(text: str, lines: Sequence[Line]) -> tuple[str, list[Span]]:
    """The chapter that 第二部分 counts to, or that alone has the words before 部分 in its title."""
    paths = [line.row.section_path[0] for line in lines if line.row.section_path]
    titles = list(dict.fromkeys(paths))
    if numbered := _NTH.search(text):
        of_number = re.compile(rf"第?{numbered['number']}[、.．部章篇]")
        own = [label_of(t) for t in titles if of_number.match(t)]
        at = _HAN.find(numbered["number"])
        if 0 <= at < len(titles) and not any(re.match(r"第?[一二三]", t) for t in titles):
            own = [label_of(titles[at])]  # chapters without numbers stand in order
        own = [label for label in own if (numbered["words"] or "") in label]
        return (own[0], [numbered.span()]) if len(own) == 1 else ("", [])
    part = _PART.search(text)
    before = text[: part.start()] if part else ""
    for length in range(min(_LONGEST_WORDS, len(before)), _FEWEST_WORDS - 1, -1):
        own = [label_of(t) for t in titles if before[-length:] in label_of(t)]
        if len(own) == 1:
            return own[0], [(len(before) - length, len(before))]
    return "", []
