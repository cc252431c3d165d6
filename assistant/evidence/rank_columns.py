"""Which column of a table tells the ranks that a question asks for: now, or the time before.

A table that sets its rows in an order may have several: 名次 beside 二季度名次, 全市排名 beside
全省排名.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.text import fold_text

RANKS = re.compile(r"排名|位次|名次|排序")
_BEFORE = re.compile(
    r"(?:上|去|前)一?个?(?:季度?|月|期|年|次|轮|旬|周)(?:同期)?|[一二三四]季度|[上下]半年|\d{1,2}月(?:份)?|20\d\d年"
)
_OF_HEADER = re.compile(r"[(（][^()（）]*[)）]|\s|综合|总|情况|本(?:季度?|月|期|年|次)")


def rank_column(text: str, headers: Sequence[str]) -> str:
    """Return the one column of ranks that a folded question means, "" where none surely is.

    >>> rank_column("甲镇排第几", ("名次", "得分", "二季度名次"))
    '名次'
    >>> rank_column("甲镇二季度排第几", ("名次", "得分", "二季度名次"))
    '二季度名次'
    """
    ranks = [h for h in headers if RANKS.search(h)]
    named = [h for h in ranks if (own := _beside_rank(h)) and own in text]
    plain = [h for h in ranks if not _beside_rank(h)]
    meant = named or plain or ranks
    return meant[0] if len(meant) == 1 else ""


def rank_before(headers: Sequence[str]) -> tuple[str, str]:
    """Return the column of ranks and that of the time before it, two empty words without.

    >>> rank_before(("排名", "乡镇", "上月排名"))
    ('排名', '上月排名')
    """
    ranks = [h for h in headers if RANKS.search(h)]
    before = [h for h in ranks if _BEFORE.fullmatch(_beside_rank(h))]
    now = [h for h in ranks if not _beside_rank(h)]
    return (now[0], before[0]) if len(now) == len(before) == 1 else ("", "")


def _beside_rank(header: str) -> str:
    """What a header of ranks says beside the word for them: when, or of what."""
    return _OF_HEADER.sub("", RANKS.sub("", fold_text(header)))
