"""The headers of a table's columns: their levels, and the words that may stand for them."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.evidence.row_names import TOTAL
from assistant.lexicon.indicators import load_indicators
from assistant.text import fold_text

OF_HEADER = re.compile(r"[(（][^()（）]*[)）]|[%‰]|\s")
MONTHS = re.compile(
    r"^(?:截[至止])?(?:\d{4}年)?(?:\d{1,2}-)?(?:\d{1,2}月|上半年|本月|[一二三四]季度)(?:底|末|份)?"
)
_OWN_LEADER = re.compile(r"(?<=[一-鿿]{2})[区县市](?=领导)")  # 挂钩区领导
_OF_YEAR = re.compile(r"^(?:年度|全年|当年|本年)(?=.{4})")
_AND = re.compile(r"及其?(?=[一-鿿])|[和与、]")
_BOUND = re.compile(r"^(?:本月|项目|工程|主要)|(?:情况|名称|目标值|值|数)$")
# What a work is to cost, by whichever of these a column is headed and a person asks.
_MONEY = re.compile(
    r"(?:计划|安排|所需|需要|预计|概算|年度)*(?:(?:资金|经费)(?:预算|安排|需求|概算)?|预算(?:资金|经费|金额)?)(?:总?额|总量)?"
)
_MONEY_WORDS = ("资金", "预算", "经费")
OF_ANY_TABLE = frozenset(
    {"目标", "完成", "内容", "项目", "指标", "单位", "名称", "任务", "备注", "说明", "数量"}
)


@lru_cache(maxsize=4096)
def keys_of(header: str) -> tuple[str, ...]:
    """Return the words that may stand for a header, longest first.

    >>> keys_of("累计完成投资(万元)")[0], "完成投资" in keys_of("1-9月完成投资")
    ('累计完成投资', True)
    >>> "预算" in keys_of("资金(万元)"), "预算" in keys_of("到位资金(万元)")
    (True, False)
    """
    plain = OF_HEADER.sub("", fold_text(header))
    undated = MONTHS.sub("", plain)
    parts = [plain, undated, *_AND.split(undated), *_of_levels(header)]
    parts += [_OWN_LEADER.sub("", undated), _OF_YEAR.sub("", undated)]
    keys = [*parts, *(_BOUND.sub("", part) for part in parts)]
    keys += _MONEY_WORDS if _MONEY.fullmatch(undated) else ()
    fit = [k for k in keys if len(k) > 1 and k not in OF_ANY_TABLE]
    return tuple(sorted(dict.fromkeys(fit), key=len, reverse=True))


def undated(header: str) -> str:
    """Return a folded header without the months that it begins with.

    >>> undated("1-10月推进情况") == undated("1-11月推进情况")
    True
    """
    return MONTHS.sub("", fold_text(header))


def _of_levels(header: str) -> list[str]:
    """The words for a header of two levels: "1-9月完成情况 投资额" is 完成投资.

    >>> "完成投资" in keys_of("1-9月完成情况 投资额"), "资金安排" in keys_of("资金安排 合计")
    (True, True)
    """
    upper, lower = levels_of(header)
    if not upper or not lower:
        return []
    over, under = _BOUND.sub("", MONTHS.sub("", upper)), _BOUND.sub("", lower).removesuffix("额")
    if TOTAL.fullmatch(lower):
        return [upper, over]
    return [over + lower, over + under] if over else []


def levels_of(header: str) -> tuple[str, str]:
    """Return the upper and the lower name of a header, folded and without units; "" for no lower.

    >>> levels_of("社区食堂(处) 目标"), levels_of("总投资(万元)")
    (('社区食堂', '目标'), ('总投资', ''))
    """
    upper, _, lower = header.replace("_", " ").partition(" ")
    return OF_HEADER.sub("", fold_text(upper)), OF_HEADER.sub("", fold_text(lower))


def same_thing(header: str, indicator: str) -> bool:
    """True if a header names an indicator of the lexicon."""
    return any(m.canonical == indicator for m in load_indicators().find(fold_text(header)))
