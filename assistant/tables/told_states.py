"""Which rows tell in their own words that something of them is not done yet.

Where no column judges the rows, the results of a table whose time is over do: "未完成。计划明年
封顶", "剩余1.8公里明年完工", or less than was planned of the same thing.
"""

from __future__ import annotations

import re

from assistant.evidence.grids import Grid
from assistant.evidence.grids import over as over_table
from assistant.evidence.lines import Line
from assistant.evidence.row_names import text_in
from assistant.language.columns import cells_of
from assistant.language.limits import NOT_YET, is_limit
from assistant.language.periods import is_whole_year
from assistant.lexicon.synonyms import load_synonyms
from assistant.question import figure_cues
from assistant.schema import PLAN_KINDS, Indicator, Span
from assistant.tables.row_tests import FEWEST, Condition
from assistant.text import fold_text

_DONE_LATER = (
    r"(?:完成|完工|竣工|封顶|投用|投入使用|通车|通水|开工|交付|验收|建成|启用|开放|投产|安装"
    r"|打通|开[园学诊馆业])"
)
_UNDONE = re.compile(
    rf"{NOT_YET}(?:完成|完工|竣工|建成|开工|投用|达标|通过|启动|实施|拆|通车)"
    r"|推迟|[顺拖]延|延[期后]|暂停|暂缓|停工|尚[未余有]|剩余|其余[^,。;]{0,12}(?:推进|预计|计划|正在)|[仅只]完成|结转|正在"
    rf"|(?:计划|预计|预期|力争|争取|拟于?)[^,。;]{{0,14}}[年月底末季][^,。;]{{0,12}}{_DONE_LATER}"
)
# A column of 进展 tells how far things are, one of 完成情况 what came of them.
_RESULTS = re.compile(
    r"^(?!.*(?:进展|进度|推进|\d月|季度|半年)).*(?:完成|落实|办理|办结|执行|实施|结果)"
)
_AT_YEAR_END = re.compile(r"截[至止](?:到)?(?:\d{4}年)?(?:12月|年[底末])")  # said over the table
_DONE = re.compile(
    r"\d|完成|建成|完工|竣工|投用|使用|开放|启用|通[车水电气]|执行|举办|开展|落实|办结"
)
_STAGE = re.compile(r"主体|基础|验收中|初步|部分|阶段|前期|待|滞后")
# "…另有11部正在施工。(已完成)": the cell judges its row itself.
_MARK = re.compile(
    r"\((?:(?P<done>(?:已经?|均|全部|提前|超额|按期|如期)*(?:完成|完工|建成|达标|办结)|是)"
    r"|(?:未|没有?|尚未|基本|部分)(?:能|全部|按期)?(?:完成|完工|建成|达标|办结|开工)|(?:正在|持续|继续)?推进中?|进行中|在建|滞后|否)\)[。;]?\s*$"
)
_SHARE_DONE = re.compile(r"(?:完成|进度|推进)(?:至|到|达|率)*(?:约|近)?(\d{1,2}(?:\.\d+)?)%")
# "哪个还没投用": of the things that one row counts.
_WHICH = figure_cues.WHICH_OF_THEM
_WHICH_UNDONE = re.compile(
    rf"{_WHICH}[^,，。?？]{{0,4}}{NOT_YET}(?P<verb>[一-鿿]{{0,3}})"
    rf"|{NOT_YET}(?P<before>[^,，。?？]{{1,6}}?)的?(?:是|有)?{_WHICH}"
    rf"|{NOT_YET}(?P<named>[^,，。?？的]{{1,4}})的[那这]?一?[个条所处座段栋台项家]?[一-鿿]{{0,6}}(?:叫|是)(?:什么|啥|哪)"
)
_OF_ROWS = re.compile("项目|任务|事项|实事|指标|工程|工作")  # 哪些项目 are rows of their own
_PIECE = re.compile(r"[^;；。\n]+")


def asks_which_undone(text: str) -> bool:
    """True if a question asks which of several things is not done yet.

    >>> asks_which_undone("哪个还没投用?"), asks_which_undone("没完成的有几个?")
    (True, False)
    """
    return _WHICH_UNDONE.search(text) is not None


def without_which(text: str) -> str:
    """Blank the words that ask which is not done, so that what is left names the things."""
    return _WHICH_UNDONE.sub(
        lambda m: m.group() if _OF_ROWS.search(m.group()) else " " * len(m.group()), text
    )


def undone_in(cell: str, question: str) -> list[Span]:
    """Return the parts of a cell that tell what is not done; those with the asked verb alone.

    >>> cell = "甲校已投用;乙校正在装修;丙校尚未开工"
    >>> [cell[s:e] for s, e in undone_in(cell, "哪所没开工?")]
    ['丙校尚未开工']
    >>> [cell[s:e] for s, e in undone_in(cell, "哪所没投用?")]
    ['乙校正在装修', '丙校尚未开工']
    """
    asked = _WHICH_UNDONE.search(question)
    if asked is None:
        return []
    verb = (asked["verb"] or asked["before"] or asked["named"] or "").rstrip("的是有了")
    verbs = {verb, *load_synonyms().expand(verb)} - {""}
    pieces = [m.span() for m in _PIECE.finditer(cell) if m.group().strip()]
    denied = [(s, e) for s, e in pieces if any(_denies(cell[s:e], v) for v in verbs)]
    return denied or [(s, e) for s, e in pieces if _UNDONE.search(fold_text(cell[s:e]))]


def _denies(told: str, verb: str) -> bool:
    return re.search(rf"{NOT_YET}{re.escape(verb)}", told) is not None


def told_undone(match: re.Match[str], grid: Grid) -> list[Condition]:
    """Rows whose results tell that they are not done; nothing where one row does not tell."""
    header = _results_of(grid)

    def holds(line: Line) -> bool:
        told = fold_text(text_in(line, header))
        mark = _MARK.search(told)
        if mark is not None:
            return not mark["done"]
        return says_undone(told) or _falls_short(line, header)

    if not header or not all(holds(x) or _says_done(text_in(x, header)) for x in grid.rows):
        return []
    return [Condition((match.span(),), match.group(), (header,), holds)]


def _results_of(grid: Grid) -> str:
    """The one column of results, of a table that tells how a whole year came out."""
    headers = {h for line in grid.rows for h, _ in cells_of(line.row, "progress")}
    if len(headers) != 1 or len(grid.rows) < FEWEST:
        return ""
    header = headers.pop()
    over = all(is_whole_year(line.chunk.period) for line in grid.rows)
    told = _RESULTS.search(header) or _AT_YEAR_END.search(over_table(grid))
    return header if over and told else ""


def _says_done(told: str) -> bool:
    """True for a sentence of what was done, and no stage of it: 主体完工."""
    if _MARK.search(fold_text(told)):
        return True
    return _DONE.search(told) is not None and _STAGE.search(told) is None


def says_undone(told: str) -> bool:
    """True for words that tell of something that is not done."""
    return _UNDONE.search(told) is not None or _SHARE_DONE.search(told) is not None


def _falls_short(line: Line, header: str) -> bool:
    """True if of something that the row planned less was done, in one figure each."""
    row, cell = line.row, line.row.cells[header]
    own = [f for f in line.document.indicators if row.start <= f.figure[0] < row.end]
    done = [f for f in own if cell.start <= f.figure[0] < cell.end and f.kind == "actual"]
    plans = [f for f in own if f.kind in PLAN_KINDS]
    for plan in plans:
        same = [f for f in done if _is_of(f, plan)]
        alone = sum(_is_of(f, plan) for f in plans) == 1
        judged = alone and len(same) == 1 and not is_limit(plan.name)
        if judged and _number(same[0]) < _number(plan):
            return True
    return False


def _is_of(one: Indicator, other: Indicator) -> bool:
    return (one.indicator, one.unit, one.measure) == (other.indicator, other.unit, other.measure)


def _number(figure: Indicator) -> float:
    return float(figure.value.replace(",", "").replace("，", ""))
