"""When a figure holds, and whether it is a result, a plan, a promise or an estimate.

The clause decides, then its sentence, then the place of the text in the document.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.language.period_mentions import PeriodMention
from assistant.language.periods import year_of
from assistant.language.quantities import Quantity
from assistant.schema import PLAN_KINDS, Kind, Span
from ingest.figures.carry import Scope, State
from ingest.figures.clauses import Group
from ingest.figures.dates import BASE, Dates
from ingest.figures.plan_words import (
    ESTIMATE,
    TARGET,
    is_aimed_at,
    is_done,
    is_planned,
    is_rate_of_plan,
    is_set_before_done,
    is_set_out,
    is_task_done,
    is_task_of_item,
    is_told,
    restates_task,
)
from ingest.figures.vocabulary import COMPLETION, SHARE_OF_PLAN

_BEFORE_BRACKET = 8  # characters that tell of what the plan in brackets is: "全年任务(9000人)"
_YEARLY_PLAN = re.compile(r"(?:年度|全年|年内)的?(?:工作)?(?:计划|目标|任务)|(?:年初|全年)预算")
# "2022年计划安排5.3亿元", "2022年县政府将办好14件实事" in a report on 2021
_AHEAD = re.compile(r"[，,]?[^，,。；;\d已]{0,10}?(?:计划|将|拟|力争)")
_PART_ALONE = re.compile(
    r"[，,、\s]*(?:[上下]半年|前?[一二三四]季度|1[-—–~至]\d{1,2}月份?|截[至止][^，,。\d]{0,3}\d{1,2}月[底末]?)"
    r"(?:为|是|达到?|增长|实际|完成|实现)*"
)
# Words of what has been done, and what parts one sentence from another.
_RESULT = re.compile(r"完成|实现|已|了|同比|增长\d|下降\d|获|[。\n]")


class Timing:
    """Tells period and kind of the figures of one text."""

    def __init__(self, text: str, scope: Scope, mentions: Sequence[PeriodMention]) -> None:
        self._text = text
        self._scope = scope
        self.dates = Dates(text, scope, mentions)

    def tell(
        self, quantity: Quantity, group: Group, state: State, sentence: Span, *, statistic: bool
    ) -> tuple[Kind, str]:
        """Kind and period of a figure.

        ``statistic`` is false for counts of things done, for which "5月" is the date of an event.
        """
        kind = self._kind(quantity, group, state)
        task = is_task_of_item(self._text, *sentence)
        if kind == "actual" and (task or is_set_before_done(self._text, quantity, group)):
            kind = "target"
        if self._scope.place in ("prose", "target") and self._comes_of_plan(quantity):
            kind = "actual"
        if kind == "target" and self._is_told_so_far(quantity, group):
            kind = "actual"
        planned = kind == "target"
        period = self.dates.told(
            quantity, group, sentence, statistic, wanted=planned and state.wanted, planned=planned
        )
        opening = group.clause.start - (_BEFORE_BRACKET if group.clause.inner else 0)
        yearly = _YEARLY_PLAN.search(self._text, max(opening, sentence[0]), quantity.start)
        if planned and (yearly or task or self._takes_time_of_passage(period, sentence, quantity)):
            period = year_of(period) or period
        if state.held is not None and state.held.beside == "plan":
            # "上半年增长7.1%,距全年9%的目标差1.9个百分点"
            period = self.dates.planned_span(group) or year_of(period) or period
        if self._scope.place == "prose":
            return self._by_year(kind, period, quantity, sentence)
        if self._scope.place == "progress" and kind == "target":
            period = year_of(period) or period
        return kind, period

    def _takes_time_of_passage(self, period: str, sentence: Span, quantity: Quantity) -> bool:
        """Whether only the passage gives a time: "计划改造40户,已完成31户" up to October."""
        named = self.dates.between(sentence[0], quantity.start)
        return period == self._scope.period and all(m.period != period for m in named)

    def _comes_of_plan(self, quantity: Quantity) -> bool:
        start = max(self._text.rfind(mark, 0, quantity.start) for mark in "。\n") + 1
        return is_told(self._text[start : quantity.start])

    def _is_told_so_far(self, quantity: Quantity, group: Group) -> bool:
        """Whether a figure is of the part of the year that the text reports: it is no plan.

        "目标是增长6%左右,上半年5.8%" in a report on the first half.
        """
        scope = self._scope
        if scope.place != "prose" or scope.kind == "target" or "/" not in scope.period:
            return False
        alone = _PART_ALONE.fullmatch(self._text, group.lead[0], quantity.start)
        mentions = self.dates.between(group.lead[0], quantity.start) if alone else []
        return [mention.period for mention in mentions] == [scope.period]

    def expects(self, words: str) -> bool:
        """Whether words make what follows them an estimate."""
        return (
            self._scope.place != "target"
            and ESTIMATE.search(words) is not None
            and "预计于" not in words
        )

    def _kind(self, quantity: Quantity, group: Group, state: State) -> Kind:
        scope, text = self._scope, self._text
        near = text[group.lead[0] : quantity.start]
        if is_done(near, scope.place) or (quantity.unit == "%" and SHARE_OF_PLAN.search(near)):
            return "actual"  # "占年度计划投资20.2%"
        if scope.place == "target" or scope.kind == "target":
            if scope.place == "prose" and state.settled and not self.dates.planned_span(group):
                return "actual"
            return "floor" if "确保" in near else "target"
        if state.held is not None:
            return "target" if state.held.beside == "plan" else "actual"
        if (
            state.wanted
            or state.planned
            or is_set_out(text, quantity, group)
            or is_planned(near, text[quantity.end : quantity.end + 10])
            or is_rate_of_plan(
                text[max(0, group.clause.start - _BEFORE_BRACKET) : quantity.start], quantity
            )
            or is_task_done(near, text, quantity)
            or is_aimed_at(near, text, quantity)
        ):
            return "target"
        if scope.place == "progress" and restates_task(text, near, group):
            return "target"
        if group.clause.inner and BASE.search(near):
            return "actual"
        if state.estimate or ESTIMATE.search(near):
            return "estimate"
        if scope.place == "prose" and self._is_wanted(quantity, group):
            return "floor" if "确保" in near and scope.kind == "" else "target"
        return "actual"

    def _is_wanted(self, quantity: Quantity, group: Group) -> bool:
        """Whether the words of its clause want a figure; 完成年度计划投资的31.7% plans nothing."""
        before = self._text[group.clause.start : quantity.start]
        return bool(TARGET.search(COMPLETION.sub("", before) if quantity.unit == "%" else before))

    def _by_year(
        self, kind: Kind, period: str, quantity: Quantity, sentence: Span
    ) -> tuple[Kind, str]:
        """A year before the planned one tells a result, "到2025年" beyond the own one a plan."""
        own = year_of(self._scope.period)
        if not own:
            return kind, period
        # "2024年达到40%、2025年达到55%": each year of a plan of several is wanted.
        if self._scope.kind == "target" and year_of(period) < self._scope.period[:4]:
            return ("actual" if kind in PLAN_KINDS else kind), period
        for mention in self.dates.between(sentence[0], quantity.start):
            ahead = self._text[max(0, mention.start - 1) : mention.start] in ("到", "至")
            if ahead and year_of(mention.period) > own:
                return "target", mention.period
            if self._is_far_ahead(mention, own, quantity) or self._is_next(mention, own):
                return "target", mention.period
        return kind, period

    def _is_next(self, mention: PeriodMention, own: str) -> bool:
        """Whether a year that follows the reported one is told to be planned."""
        if not mention.period.isdigit() or int(mention.period) != int(own) + 1:
            return False
        return _AHEAD.match(self._text, mention.end) is not None

    def _is_far_ahead(self, mention: PeriodMention, own: str, quantity: Quantity) -> bool:
        """Whether a year is to come for a report that plans the one after its own at most.

        "2025年形成产值500亿元的集群" in a report on 2020 is wanted; "2025年已完成" is not of it.
        """
        year = mention.period
        if not re.fullmatch(r"\d{4}", year) or int(year) <= int(own) + 1:
            return False
        between = self._text[mention.end : quantity.end + _BEFORE_BRACKET]
        return mention.end <= quantity.start and _RESULT.search(between) is None
