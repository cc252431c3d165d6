"""Results of a row named by its goals, where they leave out a part of what these are called."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.language.units import unit_family
from assistant.lexicon.indicators import IndicatorLexicon
from ingest.figures.figures import Figure
from ingest.figures.phrases import is_short_for, noun_of

_VERB = re.compile(
    r"^(?:已|共|累计|实际|新增|新建|新|建成|改造|建设|完成|开展|实施|组织|举办|发放|培育|引进|救助|提供)+(?=.{2})"
)


def named_by_goals(
    goals: Sequence[Figure], results: Sequence[Figure], lexicon: IndicatorLexicon
) -> tuple[list[Figure], list[Figure]]:
    """Return goals and results, each result by the name of the one goal that it is of.

    Under "新建公共充电桩600个" the result says "新建充电桩742个", under "开展职业技能培训" no more
    than "开展培训". Only the end of one goal's name, counted alike, is taken for the whole.
    """
    goals, results = list(goals), list(results)
    for at, result in enumerate(results):
        fitting = [n for n, goal in enumerate(goals) if _is_of(result, goal)]
        if len(fitting) != 1:
            continue
        goal = goals[fitting[0]]
        others = [r for r in results if r is not result]
        if any(_is_of(r, goal) or goal.indicator in (r.name, r.indicator) for r in others):
            continue
        known = [f.indicator for f in (goal, result) if lexicon.canonical(f.indicator)]
        indicator = known[0] if known else goal.indicator
        goals[fitting[0]] = replace(goal, indicator=indicator)
        results[at] = replace(result, name=goal.name, indicator=indicator)
    return goals, results


def _is_of(result: Figure, goal: Figure) -> bool:
    """Whether a result tells the end of a goal's name, and counts in its unit."""
    whole, part = _thing(goal.name), _thing(result.name)
    units = unit_family(goal.quantity.unit) == unit_family(result.quantity.unit)
    alike = units and goal.measure == result.measure and result.indicator != goal.indicator
    if not alike or goal.measure not in ("count", "level"):
        return False
    return is_short_for(part, whole) or (whole == part and len(part) > 1)


def _thing(name: str) -> str:
    """What is counted, without the verb that brings it about: 培训 of 开展培训."""
    return _VERB.sub("", noun_of(name))
