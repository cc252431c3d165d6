"""What the last answers told, added up: "这两个加一块儿多少".

Figures of other units, times or kinds, and rates, are not added.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from assistant.answers.reply import Reply
from assistant.evidence.draft import Draft
from assistant.evidence.matching import RATE_UNITS
from assistant.language.amounts import base
from assistant.language.periods import find_periods
from assistant.language.quantities import Quantity, find_quantities
from assistant.question.query import chinese_number
from assistant.schema import MARKER

_ADDED = re.compile(
    r"(?:那么?|把)?(?:[这那]|上面|前面|刚才)?(?:说的)?(俩|它们|(?:[两二三四五]|\d)(?:个|者|项|家))"
    r"[^\d,，。?？]{0,4}?(?:加(?:起来|在?一起|一?块儿?|总|上)|合计|合起来|合在一起|一共|总共|总计|共计)[^\d,，。?？]{0,8}?(?:多少|几)[^\d,，。?？]{0,4}[?？]*"
)


def how_many_added(text: str) -> int:
    """Return how many things that were just told are to be added up, 0 if none are.

    >>> how_many_added("这两个加一块儿多少钱"), how_many_added("这三个区一共多少家,哪个最多?")
    (2, 0)
    >>> how_many_added("这两个区增加了多少?"), how_many_added("这两家参加了多少次")
    (0, 0)
    """
    asked = _ADDED.fullmatch(text.strip())
    if asked is None:
        return 0
    number = re.match(r"[两二三四五\d]", asked[1])
    return chinese_number(number[0]) if number else 2


def add_told(told: Sequence[Reply], number: int) -> Draft | None:
    """Add up what the last answers told, the last first; None where it is no ``number`` of figures.

    Either the last answer has all of them, or each of the last ones has one.
    """
    for used in (told[:1], told[:number][::-1]):
        figures = [q for reply in used for q in _figures(reply)]
        alike = len({base(q)[1] for q in figures}) == 1 == len({_held(r) for r in used})
        each = len(used) == 1 or all(len(_figures(reply)) == 1 for reply in used)
        if len(figures) == number and alike and each:
            return _write(used, figures)
    return None


def _held(reply: Reply) -> tuple[object, ...]:
    """Of when an answer says that it is, and whether it tells a plan."""
    head = reply.draft.text.partition(":")[0]
    return tuple(m.period for m in find_periods(head)), "目标" in head


def _figures(reply: Reply) -> list[Quantity]:
    text = MARKER.sub("", reply.draft.text)
    found = [q for q in find_quantities(text) if not q.is_rank and q.unit not in RATE_UNITS]
    told = {(q.text, q.unit) for q in found}
    return [] if reply.kind != "answer" or len(told) != len(found) else found


def _write(told: Sequence[Reply], figures: Sequence[Quantity]) -> Draft:
    """Tell again what is added, and its sum in the unit of the first."""
    draft = Draft()
    for reply in told:
        draft.absorb(reply.draft, reply.draft.lines)
    first = figures[0]
    whole = sum((base(q)[0] for q in figures), Decimal(0))
    factor = base(first)[0] / first.value if first.value else Decimal(1)
    about = "约" if any(q.qualifier for q in figures) else ""
    total = f"{(whole / factor).normalize():f}{first.unit}"
    draft.computed.append(total)
    markers = "".join(f"[{c.marker}]" for c in draft.citations)
    draft.say(f"合计:{about}{total}{markers}。")
    return draft
