"""Things by the stage that they have reached, as documents count them: 新开工重点项目."""

from __future__ import annotations

import re

from assistant.language.limits import NOT_YET
from assistant.question.names import Names

# What people say of a stage, and the words with which documents begin the name of such things.
_BEGUN = ("新开工", "开工")
_FINISHED = ("竣工", "竣工投产", "建成投产", "建成")
_IN_USE = ("投产", "竣工投产", "建成投产")
_STAGES = {
    **dict.fromkeys(("破土动工", "新开工", "开工建设", "开工", "动工", "开建"), _BEGUN),
    **dict.fromkeys(("竣工投产", "建成投产"), ("竣工投产", "建成投产")),
    **dict.fromkeys(("竣工", "完工"), _FINISHED),
    "投产": _IN_USE,
}
# What has not reached a stage is not counted by its name.
_STAGE = rf"(?<![没未不])(?<![没未]能)(?<!没有)(?P<stage>{'|'.join(_STAGES)})"
_THING = r"(?P<thing>[\d一-鿿]{2,10}?(?:项目|工程))"
_MANY = r"(?P<many>(?:多少|几)[个项])"
_SAID = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_STAGE}了{_MANY}{_THING}",
        rf"{_MANY}{_THING}(?:已经?)?{_STAGE}了?(?=[?？,，。]|$)",
        rf"{_THING}(?:已经?|一共|总共|实际)?{_STAGE}(?:了|的有?|数量?)?{_MANY}?(?=[?？,，。]|$)",
        rf"{_STAGE}的?{_THING}(?:的?数量?|有|一共|总共)*{_MANY}?(?=[?？,，。]|$)",
    )
)
# "还没开工的重点项目是哪几个": told as "哪些重点项目还没开工".
_UNBEGUN = re.compile(
    rf"(?P<undone>(?:至今)?{NOT_YET}(?:{'|'.join(_STAGES)}))的?"
    rf"{_THING}(?:都|分别|具体)?[是有](?:哪(?:些|几[个项])|什么)(?=[?？,，。]|$)"
)


def at_stage(text: str, names: Names) -> str:
    """Name things by their stage, where the lexicon or a document counts them so.

    >>> at_stage("甲区2024年开工了几个重点项目?", Names())
    '甲区2024年新开工重点项目几个?'
    >>> at_stage("甲区重点项目投产几个?", Names(["竣工投产重点项目"]))
    '甲区竣工投产重点项目几个?'
    >>> at_stage("甲区哪些项目开工了?", Names())
    '甲区哪些项目开工了?'
    >>> at_stage("甲区还没开工的重点项目有几个?", Names())
    '甲区还没开工的重点项目有几个?'
    >>> at_stage("甲区尚未开工的重点项目是哪几个?", Names())
    '甲区哪些重点项目尚未开工?'
    """
    text = _UNBEGUN.sub(r"哪些\g<thing>\g<undone>", text)
    for pattern in _SAID:
        asked = pattern.search(text)
        if asked is None:
            continue
        thing, many = asked["thing"], asked["many"] or ""
        for at in range(len(thing) - 3):
            named = (f"{stage}{thing[at:]}" for stage in _STAGES[asked["stage"]])
            if name := next(filter(names.knows, named), ""):
                start, end = asked.span()
                return f"{text[:start]}{thing[:at]}{name}{many}{text[end:]}"
    return text
