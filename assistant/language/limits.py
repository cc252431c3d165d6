"""Bounds of figures: the words for them, and goals that are limits, of which less is better.

"不多于20起" is reached by 18. What a goal of "投诉40件" wants is not said: nothing is judged by it.
"""

from __future__ import annotations

import re

NO_LESS = r"不低于|不少于|不小于|至少"
NO_MORE = r"不(?:得|能|可)?(?:超过|高于|多于|大于|超)|至多|最多"
MORE = r"超过|突破|高于|大于|多于|逾|超|破"
LESS = r"低于|少于|小于"
# "争取专项债券9亿元": money is got, which no plan need be. "争取完成投资9亿元" is one.
MONEY_GOT = (
    r"(?:(?!完成|实现|达到|突破|落实|开工|超过|增长|力争)[一-鿿、“”]){0,16}?"
    r"(?:资金|债券?|国债|补助|借款|贷款|经费|预算内投资|额度|转移支付|指标)"
)
# What a result is set against: "全年总量目标", "调整预算数", "年度计划投资".
ITS_PLAN = (
    r"(?:[本全]?年度|全年|年初|序时|当年|本年|年|调整|变动|汇编|代编|预期|[区市省县]?下达"
    r"|[区市省县]?(?:人大(?:常委)?会?|人代会)?(?:批准|通过)|总量|增速|收入|支出|投资|的){0,4}"
    r"(?:计划|目标|任务|预算){1,2}(?:总?投资|总?[数量额值]|安排|进度|要求)?"
)
SIGNS = "≤≦≥≧＜＞<>"
_BOUNDED_CELL = re.compile(
    rf"([{SIGNS}]?)\s*([-−+]?\d[\d,.]*)\s*((?:[及和]?以[上下内]|之内|左右|上下)?)"
)
# What stands before a verb of which nothing came, or not in time: "还未能按期".
NOT_YET = r"(?:还|仍|尚|暂)?(?:没有?|未)(?:能|曾|按期|如期|按时|及时|完全|全部|全面)*"
# The words that stand before a number and those behind it, as ``Quantity.qualifier`` has them.
_KINDS = (
    ("more", re.compile(rf"(?:{NO_LESS}|{MORE}|[≥≧＞>]|及?以上|和?以上|余|多)$")),
    ("near", re.compile(r"(?:近|接近|将近)$")),
    ("most", re.compile(rf"(?:{NO_MORE}|{LESS}|[≤≦＜<]|以下|以内|之内)$")),
    ("about", re.compile(r"(?:约|大约|左右|上下)$")),
)
# "35岁以下大学生" tells who is counted, "增长4.6%,低于年初计划7.5%的目标" what was not reached.
_OF_GOAL = r"的[一-鿿]{0,6}?(?:目标|计划|预期|任务)"
_COMPARED = (
    r"(?!了?(?:年初|年度|全年|预期|计划|目标|上年|去年|同期|全[国省市]|序时|平均)"
    rf"|\d[^,，。;；]{{1,6}}?{_OF_GOAL})"
)
_CEILING = re.compile(
    rf"{NO_MORE}|(?<!不)(?:{LESS}){_COMPARED}|[≤≦<＜]|\d[^,，。;；]{{0,8}}(?:以内|以下|之内)(?!的?[一-鿿])|(?:控制|压降|压减|降低?)[在到至]"
)
# Of these less is better, whatever is done about them; how well that is done is another matter.
_UNWANTED = re.compile(
    r"投诉|差评|事故|火灾|火警|死亡|伤亡|亡人|受伤|信访|上访|越级|发案|案发|刑案|警情|违法|违规|违建"
    r"|浓度|pm\s?2\.?5|pm\s?10|臭氧|排放|污染|能耗|耗能|[电水煤油]耗|耗水|碳强度|失业|负债|债务|赤字|损失|不良"
    r"|逾期|超标|空置|欠薪|返贫|辍学|发病|患病|成本|三公|重复率|物价|消费价格|cpi|用时|时长|时限|办理时间|跑动|缺口",
    re.IGNORECASE,
)
_DONE_ABOUT = (
    r"(?:办结|办理[率量件]|处置|处理|化解|整改|整治|达标|合格|满意|监测|预警|系统|设施|站|演练|培训|答复|回复|破案"
    r"|侦破|查处|治理|拆除|修复|清零|覆盖|优良|保险|参保|消除|回收|救助|安置|就业|应急|防控)"
)
_DEALT_WITH = re.compile(
    rf"{_DONE_ABOUT}[^,，。;；\d]{{0,4}}(?:{_UNWANTED.pattern})"
    rf"|(?:{_UNWANTED.pattern})[^,，。;；\d]{{0,6}}{_DONE_ABOUT}",
    re.IGNORECASE,
)
_FALLING = re.compile(r"下降|降低|减少|压减|压降|降幅|减量")


def bound_of(qualifier: str) -> str:
    """Return what a qualifier does to a number: more, near, most, about, or nothing.

    >>> [bound_of(word) for word in ("超", "以上", "近", "以内", "≤", "左右", "")]
    ['more', 'more', 'near', 'most', 'most', 'about', '']
    """
    return next((name for name, pattern in _KINDS if pattern.match(qualifier)), "")


def bounded_number(cell: str) -> tuple[str, str, str] | None:
    """Return a bare number with what says its bound before it and behind it, None without either.

    >>> bounded_number("≤8.8"), bounded_number("5.5左右"), bounded_number("5.5")
    (('≤', '8.8', ''), ('', '5.5', '左右'), None)
    """
    found = _BOUNDED_CELL.fullmatch(cell.strip())
    return (found[1], found[2], found[3]) if found and (found[1] or found[3]) else None


def is_ceiling(goal: str) -> bool:
    """True if a goal says in words that its figure must not be exceeded.

    >>> is_ceiling("火灾事故不多于20起"), is_ceiling("增速不低于6%"), is_ceiling("控制在35以内")
    (True, False, True)
    >>> is_ceiling("低于年初计划7.5%的目标"), is_ceiling("低于7.5%左右的年度目标")
    (False, False)
    """
    return _CEILING.search(goal) is not None


def is_missed(after: str) -> bool:
    """True if what stands behind a figure tells that it is a goal: "低于5%|的年度目标".

    A word such as 低于 before it then tells of the result, and is no part of the goal.
    """
    return re.match(_OF_GOAL, after) is not None


def is_limit(goal: str) -> bool:
    """True if a goal is a limit, or of what is unwanted: a higher result does not reach it.

    >>> is_limit("越级信访40件"), is_limit("新增学位900个"), is_limit("投诉办结率95%")
    (True, False, False)
    """
    return is_ceiling(goal) or _FALLING.search(goal) is not None or is_unwanted(goal)


def is_unwanted(thing: str) -> bool:
    """True if less of a thing is better, and it is not how it is dealt with that is counted.

    >>> is_unwanted("热线投诉量"), is_unwanted("投诉办结率"), is_unwanted("化解信访积案30件")
    (True, False, False)
    """
    return _UNWANTED.search(_DEALT_WITH.sub("", thing)) is not None
