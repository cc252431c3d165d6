"""How many things were begun and how many are done, of several times: 开工、竣工多少家医院."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from assistant.answers.missing import unmet
from assistant.answers.reply import Reply
from assistant.evidence.draft import Draft
from assistant.language.periods import label as period_label
from assistant.question.frames import kind_word
from assistant.schema import Query

_STAGE = r"(?:新?开工|动工|开建|竣工|完工|建成|投用|续建)"
_MANY = r"(?:各自?|分别)?[是有]?(?:多少|几)(?:个(?=项目))?"
_UNIT = r"[所个条座家项处栋幢台部]"
# "开工、竣工了多少家医院", "开工、竣工医院各多少家", "开工医院几家、竣工几家".
_BOTH = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?P<one>{_STAGE})[、和与及](?P<two>{_STAGE})了?{_MANY}(?P<unit>{_UNIT})的?(?P<thing>[一-鿿]{{2,8}}?)(?=[?？,，]|$)",
        rf"(?P<one>{_STAGE})(?:[一-鿿]{{2,8}}?)?[、和与及](?P<two>{_STAGE})(?P<thing>[一-鿿]{{2,8}}?){_MANY}(?P<unit>{_UNIT})(?=[?？,，]|$)",
        rf"(?P<one>{_STAGE})(?P<thing>[一-鿿]{{2,8}}?){_MANY}(?P<unit>{_UNIT})[、,，和](?P<two>{_STAGE})(?:(?P=thing))?{_MANY}(?P=unit)(?=[?？,，]|$)",
    )
)


def stages_asked(text: str) -> str:
    """The question for things at two stages, without place and time; "" for any other.

    >>> stages_asked("甲区2023年开工、竣工了多少家医院?"), stages_asked("甲区开工多少家医院?")
    ('开工、竣工医院各多少家?', '')
    """
    asked = next(filter(None, (pattern.search(text) for pattern in _BOTH)), None)
    if asked is None or asked["one"] == asked["two"]:
        return ""
    return f"{asked['one']}、{asked['two']}{asked['thing']}各多少{asked['unit']}?"


def tell_stages(
    query: Query, sides: Sequence[Query], answer: Callable[[str], Reply]
) -> Reply | None:
    """Tell of each place and time how many there are at both stages; None for another question."""
    asked = stages_asked(query.text)
    if not asked or len(sides) < 2:
        return None
    draft, told = Draft(), 0
    for side in sides:
        when = "、".join(map(period_label, side.periods))
        reply = answer(f"{'和'.join(side.districts)}{when}{kind_word(side)}{asked}")
        told += reply.kind == "answer"
        if reply.kind == "answer":
            draft.absorb(reply.draft, reply.draft.lines)
        else:
            draft.say(unmet(side))
    return Reply(draft) if told else None
