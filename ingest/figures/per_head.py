"""What is told of each hundred, thousand or ten thousand people, named by what was counted before.

"卫生机构床位4983张,每千人口拥有8.39张" tells how many beds, and does not say so again.
"""

from __future__ import annotations

import re

from assistant.language.quantities import Quantity
from assistant.language.units import unit_family
from assistant.lexicon.indicators import IndicatorLexicon
from ingest.figures.carry import State
from ingest.figures.phrases import noun_of

_PER_HEAD = re.compile(
    r"(?:平均)?(?P<per>每[百千万](?:名|个)?(?:常住|户籍)?(?:人口?|居民|老年人|老人|学生|户|户家庭|家庭))"
    r"(?:平均)?(?:拥有?|配有?|配备|占有?|有|达)?"
)
_MAGNITUDE = re.compile("^[万亿]+")
_LEAST_NAME = 2


def name_per_head(name: str, figure: Quantity, state: State, lexicon: IndicatorLexicon) -> str:
    """每千人口床位数 for the 每千人口拥有 behind "卫生机构床位4983张"; empty for any other name."""
    told = _PER_HEAD.fullmatch(name)
    counted = _counted(figure, state) if told else ""
    if told is None or not counted:
        return ""
    for start in range(len(counted) - _LEAST_NAME + 1):
        for whole in (f"{told['per']}{counted[start:]}{end}" for end in ("数", "")):
            if lexicon.canonical(whole):
                return whole
    return f"{told['per']}拥有{counted}"


def _counted(figure: Quantity, state: State) -> str:
    # "其中医师2615人、护士3374人,每千人口6人" leaves open of which of them.
    people = unit_family(figure.unit) == "人"
    if people and len(dict.fromkeys(state.told)) > 1:
        return ""
    unit = _MAGNITUDE.sub("", figure.unit)
    names = [name for own, name in state.counted.items() if _MAGNITUDE.sub("", own) == unit]
    return noun_of(names[-1]) if names else ""
