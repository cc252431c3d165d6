"""Whether an answer tells how far two figures are apart, where that is asked for.

A level alone is none: "差多少" is not answered by what is done, nor "比上年增加多少" by a sum.
"""

from __future__ import annotations

import re

from assistant.answers.reply import Reply
from assistant.evidence.wants import RATE_UNITS
from assistant.language.quantities import find_quantities
from assistant.schema import MARKER, Query

_MANY = r"(?:多少|几)(?!个?百分|个点|倍)"
# "还差多少个", "还剩几公里", "有多少没有办结": what is lacking, or not yet done.
_LACKING = re.compile(
    rf"(?<!相)(?:差|缺|欠)了?{_MANY}|(?:还|仍|尚)剩下?{_MANY}|{_MANY}[个件项家户人]?(?:还|尚)?[没未]有?[^,，。?？]{{2,6}}[?？]?$"
)
_LACK_TOLD = re.compile("差|缺|欠|剩|余|不足|未|没|[还尚仍][需有]|短|低|少|待|在建|正在|推进")
# "比2022年增加多少元", "要增加多少元": by how much, and not to what.
_RISEN = re.compile(
    rf"(?:比|较)[^,，。?？]{{2,24}}?(?:增[加长]|提高|减少|下降|降低|[多高低少])[了出]?{_MANY}"
    rf"|(?:增加|提高|减少)了?{_MANY}[万亿]*元"
)
_RISE_TOLD = re.compile("增|提高|多|高|升|涨|超|扩|减|降|少|低|跌|落|新|变化|持平|差")
_CLAUSE_ENDS = re.compile("[,，;；。]")


def tells_level_alone(query: Query, reply: Reply) -> bool:
    """True where how far figures are apart is asked for, and one line tells a single level."""
    lacking, risen = _LACKING.search(query.text), _RISEN.search(query.text)
    lines = reply.draft.lines
    if reply.kind != "answer" or reply.draft.computed or not (lacking or risen) or len(lines) != 1:
        return False
    told = _LACK_TOLD if lacking else _RISE_TOLD
    said = MARKER.sub("", lines[0]).partition(":")[2]
    figures = [q for q in find_quantities(said) if not q.is_rank]
    clauses = [c for c in _CLAUSE_ENDS.split(said) if find_quantities(c)]
    level = any(q.unit not in RATE_UNITS for q in figures)
    return level and not any(told.search(clause) for clause in clauses)
