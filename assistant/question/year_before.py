"""A follow-up that sets what was spoken of against the year before: 跟上年比呢, 比上年多几家."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.language.periods import label as period_label
from assistant.language.periods import year_of
from assistant.question.frames import Condensed, Frame, kind_word, subject_of
from assistant.schema import Query

_COLUMN_OF_SUM = re.compile(r"(?<=[一-鿿]{2})(?:执行|决算|完成)数$")
MORE_BY = re.compile(r"[比较](?:去年|上年)[多少]了?(?:多少|几)")


def with_year_before(text: str, query: Query, previous: Query, *, planned: bool) -> Condensed:
    """What was spoken of, against the year before it: by what it grew, or how far they are apart.

    A report mostly tells by how much it is more, and no more of the year before.
    """
    beside = _beside_year_before(query, previous)
    if planned or kind_word(previous) == "计划":
        return Condensed(beside.text())
    now = replace(beside, places=beside.places[::2])
    if MORE_BY.search(text):
        return Condensed(replace(now, ask=text.strip("?？")).text(), (beside.text(),))
    if previous.measures:
        return Condensed(beside.text())
    thing = _COLUMN_OF_SUM.sub("", now.subject)
    return Condensed(replace(now, subject=thing, ask="同比增长多少").text(), (beside.text(),))


def _beside_year_before(query: Query, previous: Query) -> Frame:
    """What was spoken of, set beside the year before it."""
    year = year_of(previous.periods[0])
    before = previous.periods[0].replace(year, str(int(year) - 1)) if year else ""
    districts = query.districts or previous.districts or ("",)
    places = tuple((d, p) for d in districts for p in (previous.periods[0], before))
    if kind_word(previous) == "计划" and year and len(districts) == 1:
        # A plan is set beside what came of the year before it.
        planned = f"{period_label(previous.periods[0])}计划"
        told = f"{subject_of(previous)}{planned}和{period_label(before)}实际"
        return Frame(((districts[0], ""),), "", told, "相差多少")
    return Frame(places, kind_word(previous), subject_of(previous), "相差多少")
