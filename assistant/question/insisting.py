"""A follow-up that insists on another number: the documents are asked again, and not the number.

"不对吧,领导说是900亿,你改成900亿再答" asks once more what was asked; "按900亿算,增长多少?" asks how
much it grew. What a document tells does not follow from what somebody says.
"""

from __future__ import annotations

import re

from assistant.question import insisting_cues

_MARKS = r",，。.!！?？;；~…\s"
_CLAUSE = re.compile(rf"[^{_MARKS}]+(?:\.(?=\d)[^{_MARKS}]+)*[{_MARKS}]*")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?=年|$)|\d{1,2}月|季度")


def without_insisting(text: str) -> str:
    """Return what a follow-up asks beside what it insists on; empty if it asks nothing else.

    >>> without_insisting("不对吧,我看到的是900亿,你按900亿改一下再回答")
    ''
    >>> without_insisting("那就按900亿算,增长多少?"), without_insisting("2023年是多少?")
    ('增长多少?', '2023年是多少?')
    """
    kept = [clause for clause in _CLAUSE.findall(text) if not _insists(clause)]
    return "".join(kept)


def _insists(clause: str) -> bool:
    words = clause.strip(",，。.!！?？;；~… \n")
    if _YEAR.search(words) or not words:
        return False
    if insisting_cues.NAMED.search(words) and insisting_cues.CLAIM.fullmatch(words):
        return not re.search("多少|几", words)
    return any(pattern.fullmatch(words) for pattern in insisting_cues.CLAUSES)
