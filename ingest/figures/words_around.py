"""The words before and behind a figure, with those that brackets part from it."""

from __future__ import annotations

import re

from assistant.language.changes import MOVED
from assistant.language.quantities import find_quantities
from ingest.figures.carry import State
from ingest.figures.clauses import Group
from ingest.figures.name_places import is_rate
from ingest.figures.timing import Timing
from ingest.outline.script import BLANK

_FALLEN = re.compile(rf"(?:{MOVED})$")
_BY_PLAN = re.compile(
    r"([^，,；;。：:、\n()（）\d]*?)(目标|计划|预期|预算|任务)[值数]?[(（](?:[^()（）]{1,12}([)）]))?$"
)
_APART = re.compile(r"(?:还|尚|仍|有|相|差|低|高|少|多|了|出|约|的|\s)*")
_REASON = re.compile(r"^\s*(?:主要)?(?:是|因|受|由于)*")
# "120个重大项目中已开工84个"
_AMONG_THEM = re.compile(r"^[\u4e00-\u9fff]{2,14}中(?=已|仍|尚)")


def words_around(
    group: Group, lead: str, state: State, text: str, timing: Timing
) -> tuple[str, str]:
    """The words before and behind a group, with those that brackets part from it."""
    if group.lead[0] > group.clause.start:
        lead = _AMONG_THEM.sub("", lead)
    follow = text[slice(*group.follow)].replace(BLANK, "")
    if not _APART.fullmatch(lead):
        return lead, follow
    return _told_outside(group, lead, follow, state, text, timing)


def _told_outside(
    group: Group, lead: str, follow: str, state: State, text: str, timing: Timing
) -> tuple[str, str]:
    """What stands before brackets around a bare figure, or before those that it follows.

    "受房地产投资下滑(-27.3%)" tells of what the rate is, "低于年度目标(5.5%)2.4个百分点" a plan
    and the distance from it.
    """
    before = text[max(0, group.lead[0] - 60) : group.lead[0]]
    if planned := _BY_PLAN.search(before):
        held, word, closed = planned.groups()
        if closed:
            return held + word + lead, follow
        return held, f"{word}的" if held.startswith("完成") else f"的{word}"
    if lead.strip() or not group.clause.inner:
        return lead, follow
    if timing.dates.stood_then(group.clause.start - 1):
        return "增长" if state.lead.growth and is_rate(group.figures[0]) else lead, follow
    before = re.split(r"[，,；;。：:、\n]", text[: max(group.clause.start - 1, 0)])[-1]
    if _FALLEN.search(before):
        return _REASON.sub("", before), follow
    # "甲地块租赁住房(893套)已完成85%": of what stands right before, if no figure does.
    return "" if find_quantities(before) else before, follow
