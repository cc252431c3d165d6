"""Small words that change what a figure says: 近 and 超, 累计, 年均, 新增, 增加 before a number.

They are held against the words that stand before the same figure in the passage.
"""

from __future__ import annotations

import re

from assistant.language.changes import FALLEN, MOVED, RISEN
from assistant.language.limits import bound_of
from assistant.language.quantities import Quantity
from assistant.schema import Indicator

_COMPARING = re.compile(r"^(?:超过?|突破|高于|低于|少于|不及)$")
_TO_TARGET = re.compile(r"^(?:这一)?的?(?:年度|全年|年初|预期|既定)?(?:目标|任务|计划)|^的\s*\d")
_TO_LEVEL = re.compile(r"(?:[到至为]|达到?|[为是约])(?:了|约|近|超过?)?\s*$")
_CHANGES = re.compile(rf"(?:{MOVED}|新增|净增|[多少高低]|相差|差)了?\s*$")
_CHANGED = re.compile(r"[增升涨提降减跌扩缩快慢多少高低差]|落后|比上年|较上年|下滑|回落|翻")
_UP = re.compile(rf"(?:{RISEN})(?=[到至了为达约]|\s*$)|增至|升至")
_DOWN = re.compile(rf"(?:{FALLEN}|收窄)(?=[到至了为达约]|\s*$)|降至|减至")
_SHARE_WORDS = re.compile(r"占|比重|比例|[率度]")
_GROWS = re.compile(r"(?:增长|增速|增幅|下降|降幅|上升|涨幅?)(?:了|为|达到?|是|约|[^,,;;。]{0,4})$")
_TOTAL = re.compile(r"累计|总数|总计|总量")
_MAY_TOTAL = re.compile(r"累计|[总共]|至今|以来|截至|自|已|达到")
_AVERAGE = re.compile(r"年均|年平均|[两三四五]年平均")
_NEW = re.compile(r"新增|净增")
_PLANS = re.compile("目标|计划")
_ENSURED, _STRIVEN = re.compile(r"确保[^\d]{0,14}$"), re.compile(r"力争[^\d]{0,14}$")
_CLAUSE = re.compile(r"[,,;;。:: \n|(（]")


def compares(after: str) -> bool:
    """True if what follows a figure makes it one that is only compared with: 4500个的目标."""
    return bool(_TO_TARGET.match(after))


def is_bounded_as(said: Quantity, after: str, qualifier: str) -> bool:
    """True if a figure is said to be more, less or about as its passage has it.

    A figure that is only compared with ("超过2000亩的目标") is told by its number alone.
    """
    own, stated = bound_of(said.qualifier), bound_of(qualifier)
    if own == stated:
        return True
    return bool(_TO_TARGET.match(after)) and (not own or bool(_COMPARING.match(said.qualifier)))


def is_modified_as(
    before: str, stated_before: str, name: str, figure: Quantity, measure: str, asked: str
) -> bool:
    """True if the words before a figure count it as the passage does.

    ``before`` are the words of the sentence up to the figure, ``stated_before`` those of the
    passage, ``name`` what the passage calls it, ``asked`` the question, which may say 新增 for
    both.
    """
    window, clause = _clause(before), _clause(stated_before)
    if bool(_AVERAGE.search(window)) != bool(_AVERAGE.search(clause)):
        return False
    if _TOTAL.search(clause) and not _MAY_TOTAL.search(before):
        return False
    if _TOTAL.search(window) and not _MAY_TOTAL.search(clause + name):
        return False
    if _NEW.search(window) and not re.search("新|增", clause + name):
        return False
    if (
        _NEW.search(clause)
        and not re.search("[新增净引]", before + asked)
        and not _PLANS.search(before)
    ):
        return False
    if _direction(window) * _direction(clause) < 0:
        return False
    if _ENSURED.search(window) and not _ENSURED.search(stated_before):
        return False
    if _STRIVEN.search(window) and _ENSURED.search(stated_before):
        return False
    return _changes_alike(window, clause, figure, measure)


def _changes_alike(window: str, clause: str, figure: Quantity, measure: str) -> bool:
    """True if both tell a level, or both a change, of what a figure is."""
    if figure.unit == "%":
        grows = bool(_GROWS.search(window)) and not _SHARE_WORDS.search(window[-6:])
        return not (
            grows and measure in ("share", "intensity", "completion") and not _GROWS.search(clause)
        )
    changes, stated = _ends_in_change(window), _ends_in_change(clause)
    if stated and not _NEW.search(clause[-4:]):
        return bool(_CHANGED.search(window))
    compared = stated or bool(re.search("[高低多少]于|超|落后", clause))
    return not changes or compared or bool(_NEW.search(window[-4:]))


def _direction(text: str) -> int:
    """1 if the last direction that words before a figure tell is up, -1 down, 0 none."""
    ups = [m.end() for m in _UP.finditer(text)]
    downs = [m.end() for m in _DOWN.finditer(text)]
    if not ups and not downs:
        return 0
    return 1 if max(ups, default=-1) > max(downs, default=-1) else -1


def _ends_in_change(text: str) -> bool:
    return bool(_CHANGES.search(text)) and not _TO_LEVEL.search(text)


def _clause(text: str) -> str:
    return _CLAUSE.split(text.rstrip("(（ "))[-1]


def needs_growth(indicator: Indicator, words: str) -> bool:
    """True if a growth is told without a word that says so."""
    return indicator.measure == "growth" and not _CHANGED.search(words)
