"""Numbers that describe a thing instead of telling how much there is of it.

"10亿元以上项目20个" counts projects, "15分钟健身圈" is a name, "从20余家下降至4家" tells 4.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.language.changes import MOVED
from assistant.language.quantities import Quantity
from assistant.language.units import unit_family
from ingest.figures.margins import CHANGED_PLAN
from ingest.figures.name_places import OF_GOAL
from ingest.figures.vocabulary import HAN, PREDICATE, RESULT

_TIMES = {"分钟", "岁", "天", "年", "个月", "周", "秒", "工作日", "小时"}
_BOUNDED = {"元", "美元", "平方米", "亩", "公里"}
_STOP = re.compile(r"[，,；;。:：]")
_DONE_WITHIN = re.compile(r"(?:办|内|之内|以内|完成|审批|响应|[，,。；;、）)]|$)")
_RISES_TO = re.compile(
    rf"(?:{MOVED}|缩短|压缩|跃升|[降升增减])?[^，,、]{{0,2}}[至到]"
    r"|(?:整合|合并|撤并|归并|精简|压减|缩减|压缩|减少)[为成至到]"
    rf"|{CHANGED_PLAN}"
)
_FROM = re.compile(
    r"[从由](?:(?:19|20)\d{2}年[底末]?的?|(?:原来|原定|年初)的?|每(?:人每)?[月年人])?(?:增长|下降)?$"
)
# "在全市13个区县中排名第5位,较上年前移1位"
_PEERS = re.compile(r"(?:区县?市?|县市?区?|城区|地市|开发区|街道|镇街)(?:中|里|排|列|位列|居)")
_MOVES = re.compile(r"(?:前移|后移|上升|下降|提升|跃升|前进)了?$")


# "据全省5‰人口变动抽样调查推算"
_SAMPLE = re.compile(r"(?:人口)?(?:变动)?(?:情况)?抽样")
_LIMITS = ("以上", "以下", "以内")


def describes(text: str, quantities: Sequence[Quantity], index: int, end: int) -> bool:
    """Whether a number only describes what another figure counts, or nothing at all.

    ``end`` is where its sentence ends.
    """
    quantity = quantities[index]
    following = quantities[index + 1].start if index + 1 < len(quantities) else end
    stop = _STOP.search(text, quantity.end, following)
    follow = text[quantity.end : stop.start() if stop else following]
    family = unit_family(quantity.unit)
    if _SAMPLE.match(follow):
        return True
    if quantity.unit.endswith("岁"):
        return bool(follow.strip())
    if family in _TIMES:
        return not _tells_duration(text, quantity, follow)
    before = text[max(0, quantity.start - 12) : quantity.start]
    if _RISES_TO.match(follow) and (origin := _FROM.search(before)):
        # "由2015年的128家增加到467家" tells both years.
        return re.search(r"\d{4}年", origin.group()) is None
    if _PEERS.match(follow) or (quantity.unit == "位" and _MOVES.search(before)):
        return True
    if not follow and stop is None and quantity.text.endswith(_LIMITS) and family in _BOUNDED:
        # "其中10亿元以上3个"
        return index + 1 < len(quantities) and unit_family(quantities[index + 1].unit) == "个"
    if not HAN.match(follow.lstrip()):
        return False
    if _is_small_han(quantity):
        return RESULT.search(follow) is None
    if quantity.text.endswith(_LIMITS) and family in _BOUNDED:
        return True
    counts_next = (
        stop is None
        and index + 1 < len(quantities)
        and unit_family(quantities[index + 1].unit) == "个"
    )
    sized = family in _BOUNDED - {"公里"}
    return sized and counts_next and not PREDICATE.match(follow) and "、" not in follow


def _tells_duration(text: str, quantity: Quantity, follow: str) -> bool:
    """“30分钟办结” and 连续15年 tell something, “15分钟健身圈” and 5年以上 describe."""
    if quantity.unit == "年":
        before = text[max(0, quantity.start - 4) : quantity.start]
        return before.endswith("连续") and quantity.value_text.isdigit()
    if follow.startswith("”"):
        return HAN.match(follow, 1) is None
    if quantity.unit == "天" and OF_GOAL.match(follow):
        return True  # "未完成285天的目标"
    return _DONE_WITHIN.match(follow) is not None


def _is_small_han(quantity: Quantity) -> bool:
    """三张清单, 四条风景线: small numbers in words, which count but seldom tell."""
    word = re.fullmatch(r"[一二两三四五六七八九十]", quantity.value_text)
    return word is not None and not quantity.qualifier
