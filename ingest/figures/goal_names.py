"""Results of a row named by its goals, where they leave out a part of what these are called."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.language.units import unit_family
from assistant.lexicon.indicators import IndicatorLexicon
from ingest.figures.carried_names import tells_step
from ingest.figures.figures import Figure
from ingest.figures.phrases import creation_verb, is_short_for, noun_of
from ingest.figures.vocabulary import ONLY_FRAME

_VERB = re.compile(
    r"^(?:已|共|累计|实际|新增|新建|新|建成|改造|建设|完成|开展|实施|组织|举办|发放|培育|引进|救助|提供)+(?=.{2})"
)
# Why it is late, before what was done none the less: "因雨季延误工期，建成1.1万亩".
_CAUSE = re.compile(
    r"^(?:因|由于|受).{2,}?(?=(?:实际|只|仅|已|累计)*(?:建成|完成|完工|竣工|投用|改造)$)"
)
# "33个小区全部竣工": what is behind the name says that it was done.
_DONE = re.compile(
    r"(?<=.{2})(?:[已均都]|全部|全面|顺利|如期)*"
    r"(?:(?:竣工|完工|建成|改造|验收)(?:完成|完毕)?|投用|投入使用|交付(?:使用)?|通车|完成)$"
)
_FOR_WHOM = re.compile("惠及|受益|覆盖|涉及|服务|带动|帮助|吸引")
# How far it has come, behind the name; and what only says that it is counted.
_UNDER_WAY = re.compile(r"(?<=.{2})(?:[有稳]序|稳步|加快|正在|全面|顺利)*(?:推进|实施|建设)中$")
_DONE_TO = re.compile("^(治理|整治|修复|加固|疏浚|清淤|修缮|拆除|打通|消除|安置|签约)(.{2,})$")
_BARE_MONEY = frozenset({"收入", "支出", "投资", "产值", "营收", "税收", "零售额", "销售额"})
_HOW_MUCH = re.compile(r"(?<=[一-鿿]{2})(?<![限余差缺定份])(?:额|数|数?量)$")


def named_by_goals(
    goals: Sequence[Figure], results: Sequence[Figure], lexicon: IndicatorLexicon
) -> tuple[list[Figure], list[Figure]]:
    """Return goals and results, each result by the name of the one goal that it is of.

    Under "新建公共充电桩600个" the result says "新建充电桩742个", under "开展职业技能培训" no more
    than "开展培训". Only the end of one goal's name, counted alike, is taken for the whole.
    """
    goals, results = list(goals), [_with_whole_name(result, goals) for result in results]
    for at, result in enumerate(results):
        fitting = [n for n, goal in enumerate(goals) if _is_of(result, goal)]
        if len(fitting) != 1:
            continue
        goal = goals[fitting[0]]
        if tells_step(result.name, goal.name):
            continue
        others = [r for r in results if r is not result]
        if any(_is_of(r, goal) or goal.indicator in (r.name, r.indicator) for r in others):
            continue
        known = [f.indicator for f in (goal, result) if lexicon.canonical(f.indicator)]
        indicator = known[0] if known else goal.indicator
        goals[fitting[0]] = replace(goal, indicator=indicator)
        results[at] = replace(result, name=goal.name, indicator=indicator)
    return goals, results


def _with_whole_name(result: Figure, goals: Sequence[Figure]) -> Figure:
    """A result that is called no more than 收入, by the one goal whose name ends so.

    "一般公共预算收入增长8% | 收入18亿元,增长11%": neither figure is of any other 收入.
    """
    wholes = {g.name: g for g in goals if g.name.endswith(result.name) and g.name != result.name}
    if result.name not in _BARE_MONEY or len(wholes) != 1:
        return result
    (goal,) = wholes.values()
    if result.indicator not in (result.name, goal.indicator):
        return result  # its plan's rate, what it changed by since then
    return replace(result, name=goal.name, indicator=goal.indicator)


def _is_of(result: Figure, goal: Figure) -> bool:
    """Whether a result tells the end of a goal's name, and counts in its unit.

    The name may be that of the field: 清淤 ends 雨水管网清淤, which is told as 清淤疏浚.
    """
    name = _CAUSE.sub("", result.name)
    part = _thing(name)
    units = unit_family(goal.quantity.unit) == unit_family(result.quantity.unit)
    alike = units and goal.measure == result.measure and result.indicator != goal.indicator
    if not alike or goal.measure not in ("count", "level"):
        return False
    done = ONLY_FRAME.fullmatch(name) and not _FOR_WHOM.match(name)
    if done and goal.quantity.unit == result.quantity.unit:
        return True  # "通过认定21家" says no more than what was done
    wholes = {_thing(name) for name in (goal.name, goal.indicator, _turned(goal.name))}
    told_done = _DONE.search(name) or creation_verb(name)
    if told_done and result.quantity.value == goal.quantity.value and len(part) > 1:
        return any(whole.endswith(part) for whole in wholes)  # all 33个小区 of 33个老旧小区
    return any(is_short_for(part, w) or (w == part and len(part) > 1) for w in wholes)


def _turned(name: str) -> str:
    """A goal as its result is often told: 易涝点治理 for 治理易涝点.

    >>> _turned("治理易涝点"), _turned("新建公园")
    ('易涝点治理', '新建公园')
    """
    return _DONE_TO.sub(r"\2\1", name)


def _thing(name: str) -> str:
    """What is counted, without the verb that brings it about: 培训 of 开展培训.

    >>> _thing("完成清淤量"), _thing("引进持证公司"), _thing("新建快速路项目有序推进中")
    ('清淤', '持证企业', '快速路项目')
    >>> _thing("小区全部竣工"), _thing("危桥改造完成")
    ('小区', '危桥')
    """
    noun = _UNDER_WAY.sub("", _DONE.sub("", noun_of(name))).replace("公司", "企业")
    return _HOW_MUCH.sub("", _VERB.sub("", noun))
