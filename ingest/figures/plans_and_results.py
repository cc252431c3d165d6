"""Plans and results that only the figures beside them tell apart.

"生产总值增长4.1%(计划6.5%左右,下同);固定资产投资增长5.8%(8%)": the 8% is what was planned for the
investment, though nothing beside it tells. "已送戏230场(87%)" tells the share that is done, and
"新开工项目100个。上半年,新开工项目80个" a goal and what came of it. A progress cell may open
with the goal of its row ("新建车站4座:已完成选址"), which tells nothing that was done.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.language.limits import is_limit
from assistant.language.periods import year_of
from assistant.question.names import COMPLETION
from assistant.schema import Indicator
from ingest.figures.figures import Figure

_PLAN = r"(?:计划|目标|预期|任务)"
_STATED = re.compile(
    rf"[(（][^()（）\n]{{0,8}}{_PLAN}[^()（）\n]{{0,16}}下同[)）]"
    rf"|括号[内里中][^()（）。;；\n]{{0,8}}[为是系][^()（）。;；\n]{{0,10}}{_PLAN}"
)
_WITHIN = re.compile(rf"[(（]\s?(?:(?:年初|年度|全年)?{_PLAN}(?:值|数)?[为是:：]?)?$")
_CLOSED = re.compile(r"\s?(?:[,，]\s?下同)?[)）]")
# "已完成948件|(81%)"
_DONE = re.compile(r"已经?(?:累计|全部)?[一-鿿]{1,3}\s?$|完成了?\s?$")
_BARE = re.compile(r"\s?[(（]\s?")
# "新开工项目100个。|上半年,新开工项目80个"
_BY_THEN = re.compile(
    r"(?<=[。；;])\s*(?:截[至止到][^，,。；;]{1,12}|(?:20\d\d年)?(?:上半年|[一二三]季度|前[三二]季度"
    r"|1\s?[-—–至~～]\s?\d{1,2}月份?)|目前)[，,]"
)
_TOLD = re.compile(r"已|了|完成|实现|达到?\d|同比|增长|下降")
_SENTENCE_END = re.compile(r"[。\n]")
_LONGEST_ITEM = 400  # characters of goals before what came of them
# "新建车站4座:|已完成选址", "新建公园8个,|已全部开工": how far the goal of a row has come.
_UNDER_WAY = (
    r"正在|推进|在建|[尚还]?未|待|启动|[开动]工|进场|施工|招标|设计|立项|可研|前期|审批|选址|征[收迁]|"
    r"主体|封顶|装修|收尾"
)
_FINISHED = "(?:完成|建成|完工|竣工|投用|投入使用|到位|达标|办结)"
_HOW_FAR = re.compile(
    rf"\s*(?:[:：]\s*(?=(?:已|[^。；;\n]*?(?:{_UNDER_WAY})))"
    rf"|[,，]\s*(?:其中|目前|现|均|都|已|全部)*[^,，。；;\n\d]{{0,8}}?(?:{_UNDER_WAY}))"
)
_ALL_FINISHED = re.compile(
    rf"[:：,，]\s*(?:目前|现)?(?:已|均|都|全部|如期|按期|提前)*{_FINISHED}(?:[,，。；;\s并]|$)"
    rf"|(?:全部|均|都)(?:已|按期|提前)*[^,，。；;\n]{{0,4}}?{_FINISHED}"
)
_SAID_DONE = re.compile("已|了|完成|实际|累计")
_LIMIT = re.compile(r"及(?=以[上下])")


def is_goal_again(figure: Figure, cell: str, goals: Sequence[Figure]) -> bool:
    """Whether a progress cell repeats a goal of its row before it says how far that has come.

    "新建车站4座:已完成选址"; a list of what was built ("新建公园2个:东园、西园") tells a result.
    """
    told = (figure.indicator, figure.quantity.value_text, figure.quantity.unit)
    if not any(told == (g.indicator, g.quantity.value_text, g.quantity.unit) for g in goals):
        return False
    end = _SENTENCE_END.search(cell, figure.quantity.end)
    rest = cell[figure.quantity.end : end.start() if end else len(cell)]
    own = cell[figure.clause[0] : figure.quantity.start]
    return bool(
        _HOW_FAR.match(rest) and not _ALL_FINISHED.search(rest) and not _SAID_DONE.search(own)
    )


def beside_each_other(indicators: Sequence[Indicator], text: str) -> list[Indicator]:
    """Return the figures with the plans and the shares done that those beside them tell.

    ``indicators`` are in the order of the text.
    """
    return _aimed_before(list(_with_bracketed(indicators, text)), text)


def _aimed_before(indicators: list[Indicator], text: str) -> list[Indicator]:
    """Make goals of what an item counts before it tells how much of the same there is by then."""
    for by_then in _BY_THEN.finditer(text):
        start = text.rfind("\n", 0, by_then.start()) + 1
        end = _SENTENCE_END.search(text, by_then.end())
        long = by_then.start() - start > _LONGEST_ITEM
        if long or _TOLD.search(text, start, by_then.start()):
            continue
        own = [n for n, i in enumerate(indicators) if start <= i.figure[0] < by_then.start()]
        until = end.start() if end else len(text)
        line_end = text.find("\n", by_then.end())
        item_end = line_end if line_end >= 0 else len(text)
        behind = [n for n, i in enumerate(indicators) if by_then.end() <= i.figure[0] < item_end]
        goals = [indicators[n] for n in own]
        if any(g.row is not None or g.measure != "count" for g in goals):
            continue
        if any(_counts_same(goal, indicators[n]) for goal in goals for n in behind):
            for n in own:
                indicators[n] = _as_goal(indicators[n])
            for n in (n for n in behind if indicators[n].figure[0] < until):
                indicators[n] = replace(indicators[n], kind="actual")
    return indicators


def _counts_same(goal: Indicator, result: Indicator) -> bool:
    one, other = (_LIMIT.sub("", i.name) for i in (goal, result))
    return goal.unit == result.unit and (one == other or goal.indicator == result.indicator)


def _as_goal(indicator: Indicator) -> Indicator:
    return replace(indicator, kind="target", period=year_of(indicator.period))


def _with_bracketed(indicators: Sequence[Indicator], text: str) -> Iterator[Indicator]:
    """Make plans of the bare figures in brackets behind results, where a document says it of them.

    ``indicators`` are in the order of the text.
    """
    stated = _STATED.search(text)
    result: Indicator | None = None
    for indicator in indicators:
        if stated and result and indicator.figure[0] > stated.start():
            indicator = _planned(indicator, result, text)
        elif result:
            indicator = _share_done(indicator, result, text)
        if indicator.kind in ("actual", "estimate"):
            result = indicator
        yield indicator


def _planned(indicator: Indicator, result: Indicator, text: str) -> Indicator:
    """The plan of what a result right before its bracket is of; else the figure as it was read."""
    between = text[result.figure[1] : indicator.figure[0]]
    closed = _CLOSED.match(text, indicator.figure[1])
    if result.unit != indicator.unit or not (_WITHIN.fullmatch(between) and closed):
        return indicator
    # What is wanted to fall was planned to; what only fell this time was planned to rise.
    falls = result.direction and (is_limit(result.name) or is_limit(result.indicator))
    return replace(
        indicator,
        indicator=result.indicator,
        name=result.name,
        measure=result.measure,
        kind="target",
        period=result.period,
        direction=result.direction if falls else indicator.direction,
    )


def _share_done(indicator: Indicator, result: Indicator, text: str) -> Indicator:
    """The share of a task that is done, right behind how much of it is: "已送230场(87%)"."""
    between = text[result.figure[1] : indicator.figure[0]]
    alone = _BARE.fullmatch(between) and _CLOSED.match(text, indicator.figure[1])
    done = _DONE.search(text[result.start : result.figure[0]])
    if not (alone and done and indicator.unit in ("%", "％") and result.measure == "count"):
        return indicator
    name = f"{result.indicator}{COMPLETION}"
    return replace(indicator, indicator=name, name=result.name, measure="share")
