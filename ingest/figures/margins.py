"""Figures beside a plan or an average: what was wanted, and how far the result is from it.

"低于年初计划7%的目标1.7个百分点" tells a target and a distance, and neither is the result that was
told before them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from assistant.language.quantities import Quantity

Beside = Literal["", "plan", "margin"]

_PLAN_WORD = r"(?:目标|计划|预期|任务|预算|要求|时序进度|序时进度|进度)"
_WHOSE = (
    r"(?:(?:年初|年度|全年|当年|本年|原定|既定|预定|预期|确定|下达|设定|规划|计划|目标|调整|控制|调控|省|市|区|县|国家|上级|定"
    r"|[“”\"]|《[^《》]{1,20}》|十[二三四五]五|时期|年均|增长|增速|下降|降低|工作|的)){0,5}"
)
_HELD = r"[高低快慢]于|超(?:额(?:完成)?|过|出)?|距(?:离)?|离|与|同|较|比|不及|塌|欠|[落滞]后于?"
_STANDS = r"(?:(?:略|均|仍|还|尚|也|但|虽|却|分别)*)"
# "学前教育普惠水平距|95%|的省定目标", "低于年初计划|7%|的目标", "未完成下降|3%|的年度目标"
_BEFORE_PLAN = re.compile(
    rf"(?P<rest>.*?){_STANDS}(?P<held>{_HELD}|未?达到?|[未没](?:能|有)?(?:完成|实现)){_WHOSE}(?:达到|实现|完成)?$"
)
_GROWN = re.compile("增长|下降")
_AFTER_PLAN = re.compile(rf"[”\"]?的?{_WHOSE}?{_PLAN_WORD}(?:值|数)?(?!的)")
_DISTANCE = (
    r"(?:相比|相较|比较|水平|分别|左右|还|尚|仍|均|各|有|了|约|的|差距?|相差|低|高|少|多|短收|超收|短"
    r"|快|慢|超|出|落后|领先|滞后)*"
)
# "的目标|1.7个百分点", "的年度目标相比差|3.8个百分点": what stands between the two figures.
_BETWEEN = re.compile(
    rf"[”\"]?的?{_WHOSE}?{_PLAN_WORD}(?:值|数)?(?P<told>{_DISTANCE})(?:扩大|缩小|收窄)?[至到为]?$"
)
# "低于全年目标|2.1个百分点", "较年初预算短收|10.9亿元"
_FROM_PLAN = re.compile(
    rf"(?P<rest>.*?){_STANDS}(?P<held>{_HELD}){_WHOSE}?{_PLAN_WORD}(?:值|数|增速)?(?P<told>{_DISTANCE})$"
)
# "比年初计划的|9000个|多450个": the plan's own figure, and what the result has beyond it.
_PLAN_OF = re.compile(rf"(?P<rest>.*?){_STANDS}[较比]{_WHOSE}?{_PLAN_WORD}(?:值|数)?[的为是]?$")
# "增长目标由7%|调整为|4%": a plan that was changed is what it was changed to.
CHANGED_PLAN = r"(?:[上下]?调整?|修[订正改]|改|定|调[高低减增升降])(?:为|至|到|成)"
_CHANGED = re.compile(
    rf"(?:将|把)?(?P<rest>.*?)的?(?P<grown>增长|增速|增幅|下降|涨幅)?{_WHOSE}(?:目标|计划|预期|任务)(?:值|数)?"
    rf"(?:[由从][^，,。；;]{{1,16}}?|已|再次|相应)*{CHANGED_PLAN}(?P<by>增长|下降)?$"
)
_THEN_WAY = re.compile(r"(?:超出|[多少高低超])了?(?=\d|$)")
_ON = re.compile(r"(?P<told>(?:超出|[多少高低超])了?)$")
_OTHERS = (
    r"(?:[全各]?[国省市区县州]|自治[区州]|省市|全[国省市]全?[省市区]|同类|同期)[^，,\d]{0,10}?"
)
# "比全市平均高|0.6个百分点", "高于省市平均|7.6个", "与全市平均水平差距扩大至|2.9个百分点"
_FROM_OTHERS = re.compile(
    rf"(?P<rest>.*?){_STANDS}(?P<held>[高低快慢]于|比|较|与){_OTHERS}(?:平均(?:水平|值|数|增速)?|均值|水平)?"
    rf"(?P<told>{_DISTANCE})(?:扩大|缩小|收窄)?[至到为]?$"
)
# "超额完成任务的有|5项": how many of them there are.
_COUNTS_THOSE = re.compile(r"的(?:已|共|还|仍)?有$")
_OVER = re.compile(r"高|快|超|多|领先")
_UNDER = re.compile(r"低|慢|差|少|短|落后|滞后|距|离|不及|未|塌|欠")


@dataclass(frozen=True, slots=True)
class Held:
    """What a figure is beside: ``words`` name it where they stand in the same clause.

    ``way`` is 高于 or 低于 for a distance, and for a plan whether it was passed; empty where only
    what follows can say it. ``growth`` is the word of change that a plan is told with: 增长.
    """

    beside: Beside
    words: str
    way: str
    growth: str = ""


def held_against(figure: Quantity, lead: str, follow: str, before: Held | None) -> Held | None:
    """Read a figure as a plan or as a distance from one; None where it is neither.

    ``lead`` are the words before the figure, ``follow`` those after it in its clause; ``before`` is
    what the figure before it in the clause was read as.

    >>> from assistant.language.quantities import find_quantities
    >>> wanted, short = find_quantities("7%,1.7个百分点")
    >>> plan = held_against(wanted, "低于年初计划", "的目标", None)
    >>> plan
    Held(beside='plan', words='', way='低于', growth='')
    >>> held_against(short, "的目标", "", plan)
    Held(beside='margin', words='', way='低于', growth='')
    >>> held_against(short, "固定资产投资增速比全市平均高", "", None)
    Held(beside='margin', words='固定资产投资增速', way='高于', growth='')
    >>> held_against(wanted, "零售额未能实现年初增长", "的目标", None)
    Held(beside='plan', words='零售额', way='低于', growth='增长')
    """
    if figure.is_rank:
        return None
    lead = lead.lstrip("、，,；;和及 ")
    between = _BETWEEN.match(lead) or _ON.match(lead)
    if before is not None and before.beside == "plan" and between:
        way = _way(between["told"], before.way)
        return Held("margin", "", way) if way else None
    opens = _BEFORE_PLAN.match(lead)
    if opens and _AFTER_PLAN.match(follow):
        grown = _GROWN.search(lead, opens.end("held"))
        return Held("plan", opens["rest"], _way(opens["held"], ""), grown.group() if grown else "")
    if changed := _CHANGED.match(lead):
        return Held("plan", changed["rest"], "", changed["grown"] or changed["by"] or "")
    bare = _PLAN_OF.match(lead)
    if bare and _THEN_WAY.match(follow):
        return Held("plan", bare["rest"], "")
    return _distance(figure, lead)


def _distance(figure: Quantity, lead: str) -> Held | None:
    """A distance whose clause gives no figure of what it is measured from."""
    apart = _FROM_PLAN.match(lead) or _FROM_OTHERS.match(lead)
    if apart is None or _COUNTS_THOSE.search(lead):
        return None
    way = _way(apart["told"], _way(apart["held"], ""))
    # A share is a distance where it is said to be over: "超年度计划13%".
    if not way or (figure.unit == "%" and not apart["held"].startswith("超")):
        return None
    return Held("margin", apart["rest"], way)


def _way(words: str, known: str) -> str:
    """Whether words tell that something is above or below.

    >>> _way("还差", ""), _way("", "高于"), _way("高", "")
    ('低于', '高于', '高于')
    """
    if known in ("高于", "低于") and not _OVER.search(words):
        return known
    return "高于" if _OVER.search(words) else "低于" if _UNDER.search(words) else known
