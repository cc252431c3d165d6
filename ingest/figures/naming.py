"""What figures are of: the words before them, behind them, or carried over from earlier clauses."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.language.quantities import Quantity
from assistant.language.units import unit_family
from assistant.lexicon.indicators import IndicatorLexicon
from ingest.figures.carried_names import (
    done_of_whole,
    done_sort,
    names_carried_over,
    rank_names,
    step_behind,
    subject_by,
)
from ingest.figures.carry import Scope, State
from ingest.figures.clauses import Group
from ingest.figures.full_names import Completer
from ingest.figures.leads import Lead, parse_lead
from ingest.figures.margins import held_against
from ingest.figures.name_lists import split_shared
from ingest.figures.name_places import (
    COUNTED,
    Named,
    is_named_after,
    is_rate,
    name_behind,
    names_in_brackets,
    parts_told_behind,
    told_apart,
    with_rest,
    without_rate,
)
from ingest.figures.phrases import is_verb
from ingest.figures.planned_names import (
    bound_before,
    done_of_set_down,
    held_names,
    set_down_names,
    wanted_names,
)

_OUTSIDE = re.compile(
    r"(?:其中[,，]?)?(?:全市|全省|全国|我市|我省)"
    r"(?!首|率先|领先|前列|第|最|唯一|[一二三]|性|重点|一体|文明|统一)"
)
_UNIT_BRACKET = re.compile(r"^[（(][^（()）]{1,4}[)）]")
# "突破60亿元大关、达到61.7亿元": the mark that was passed names neither figure.
_MARK = re.compile(r"的?[新大]?(?:台阶|大关|关口|门槛)(?:[、,，]|[和并且]+|$)")
# "年初确定的目标是|投资增长6%": whose goal it is, and of when, is no part of what it is of.
_GOAL_IS = re.compile(r"^[^，,:：]{0,16}(?:目标|任务|计划)(?:是|为)(?=[一-龥]{3})")
# "装好208套": done to what the row's task counts in the same unit.
_DONE_WITH = re.compile(
    r"(?:[已共]|全部|累计)*[安装修建改种植发办培招配拆铺挖治购采添]{1,2}(?:[好完成齐下出妥]|到位)了?"
)
_TO_THE_END = re.compile(r"(?<=[一-鿿]{2})[完好]了?$")  # 改造完 is what 改造 brings about
# "在地区生产总值中占", "在工业中的比重为": a share of the whole, as of what it is told elsewhere
_IN_WHOLE = re.compile(
    r"在(?![建岗册校库役用])([^，,、。;；在占\d]{2,16}?)(?:之?中|里|内)"
    r"(?:所?占(?:到|了)?(?:比[重例]?)?|的(?:占比|比[重例]))"
    r"(?=(?:为|是|达到?|约|近|超过?|提[高升][到至]?|[升降]至)*$)"
)
_OUT_OF = re.compile(
    r"((?:[一-龥]{2,6})?(?:民生实事|实事|民生工程|重点项目|重点工作|重点任务|任务|项目|工程))中(?![心小已仍尚有])"
)


class Namer:
    """Names the figures of one text. ``owner`` outlives a sentence in a progress cell."""

    def __init__(self, scope: Scope, lexicon: IndicatorLexicon) -> None:
        self._scope = scope
        self._completer = Completer(scope, lexicon)
        self.owner = ""

    def name(self, group: Group, lead_text: str, follow: str, state: State) -> list[Named]:
        """Pair each figure of a group with its name; no pairs where no name can be found."""
        figures = group.figures
        before, state.held = state.held, None
        lead_text, follow = _without_mark(lead_text), _without_mark(follow)
        lead_text = _IN_WHOLE.sub(r"占\1比重", _GOAL_IS.sub("", lead_text))
        if figures[0].is_rank:
            return rank_names(figures[0], lead_text, state, self._scope)
        lead = parse_lead(lead_text, _count(figures, lead_text), rate=is_rate(figures[0]))
        lead = without_rate(lead, lead_text, state)
        follow = _UNIT_BRACKET.sub("", follow)
        before = before if group.lead[0] > group.clause.start else None
        held = held_against(figures[0], lead_text + bound_before(figures[0]), follow, before)
        wanted = (
            held_names(figures, held, state, self._scope)
            or set_down_names(group, lead_text, follow, state)
            or done_of_set_down(group, lead_text, before, state)
            or wanted_names(figures, lead, lead_text, follow, state, self._scope)
            or parts_told_behind(figures, lead_text, follow, state)
            or told_apart(figures, lead, lead_text, follow, state)
            or done_sort(figures, lead, lead_text, state)
            or step_behind(figures, lead_text, follow, self._scope)
        )
        if wanted:
            return wanted
        if lead.completion and follow.startswith("的"):
            lead = replace(lead, completion=False, growth="增速")
        if is_named_after(figures[-1], lead, follow, lead_text):
            return _named_behind(group, lead, lead_text, follow, state)
        if group.clause.inner and state.names:
            inner = names_in_brackets(figures, lead, lead_text, state)
            if inner:
                return inner
        if not self._is_own(lead, lead_text, state):
            return []
        if lead.names and self._is_done_to_subject(lead.names[-1], figures[0]):
            return [(q, subject_by(lead.names[-1], self._scope), lead) for q in figures]
        if lead.names:
            return self._names_before(figures, with_rest(lead, figures[-1], follow), state)
        return done_of_whole(figures, lead, lead_text, state) or names_carried_over(
            figures, lead, lead_text, state, self._scope
        )

    def _is_done_to_subject(self, name: str, figure: Quantity) -> bool:
        """Whether a verb alone counts the row's subject: "已加装31部" under "加装电梯40部"."""
        scope, done = self._scope, _TO_THE_END.sub("", name)
        by_hand = scope.place == "progress" and _DONE_WITH.fullmatch(name)
        family = unit_family(figure.unit)
        counted = scope.place == "prose" and len(name) > 1 and family in COUNTED
        if counted and scope.subject.endswith(name):
            return True  # "儿童免费体检。计划体检3600人": the end of the title stands for it
        if not scope.subject or not (by_hand or is_verb(done)):
            return False
        same_money = family in ("元", "美元") and family == unit_family(scope.subject_unit)
        same_unit = bool(scope.subject_unit) and figure.unit == scope.subject_unit
        titled = scope.place != "progress"  # "惠民演出。计划举办150场"
        return titled or done in scope.subject or same_unit or same_money

    def _is_own(self, lead: Lead, lead_text: str, state: State) -> bool:
        """Whether a figure is not of 全市, nor of what was told last where that was of 全市."""
        if self._is_outside(lead_text):
            state.outside = True
            return False
        # "全市GDP达2万亿元,增长5%"
        if not state.outside or lead.names:
            state.outside = False
            return True
        return False

    def _is_outside(self, lead_text: str) -> bool:
        """全市GDP… is not the district's figure; "(全省3家)" is not either."""
        if self._scope.own_level in ("市", "省"):
            return False
        found = _OUTSIDE.match(lead_text.lstrip("、，,和及 "))
        # A city at county level says 全市 of itself.
        own = self._scope.district.endswith("市") and found and found.group().endswith("市")
        return found is not None and not own

    def _names_before(self, figures: Sequence[Quantity], lead: Lead, state: State) -> list[Named]:
        names = lead.names
        if len(figures) == 1 and (
            lead.shared or (lead.growth and self._completer.all_terms(names[0]))
        ):
            return [(figures[0], part, lead) for part in split_shared(names[0], told=True)]
        if len(names) == len(figures) > 1:
            names = self._completer.complete_list(names)
        if totals := self._completer.totals(names[0], len(figures), lead, state):
            return [(q, name, lead) for q, name in zip(figures, totals, strict=True)]
        if len(names) != len(figures):
            names = (names[0],) * len(figures)
        return [
            (q, self._completer.full_name(name, q, lead, state, self.owner), lead)
            for q, name in zip(figures, names, strict=True)
        ]


def _without_mark(words: str) -> str:
    """Return the words between two figures without the mark that the first one passed.

    >>> _without_mark("台阶、达到"), _without_mark("关口停车场")
    ('达到', '关口停车场')
    """
    mark = _MARK.match(words)
    return words[mark.end() :] if mark else words


def _named_behind(
    group: Group, lead: Lead, lead_text: str, follow: str, state: State
) -> list[Named]:
    """Names that stand behind their figures: "清退102家网贷机构"."""
    if out_of := _OUT_OF.match(follow):
        # "全县30项民生实事中,…,已完成19项": what is counted next is of these.
        state.whole = (group.figures[-1].unit, out_of[1])
    name = out_of[1] if out_of else name_behind(group, lead, lead_text, follow, state)
    return [(q, name, Lead(())) for q in group.figures] if name else []


def _count(figures: Sequence[Quantity], lead_text: str) -> int:
    """How many things figures side by side belong to: one for "16宗683亩"."""
    alike = len({figure.unit for figure in figures}) == 1
    return len(figures) if "分别" in lead_text or alike else 1
