"""Names of amounts that a plan wanted, and of how far a result is from them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.language.limits import ITS_PLAN
from assistant.language.quantities import Quantity
from assistant.language.units import unit_family
from ingest.figures.carry import Scope, State
from ingest.figures.clauses import Group
from ingest.figures.leads import Lead, parse_lead
from ingest.figures.margins import Held
from ingest.figures.name_places import OF_PLAN, Named, pair_names
from ingest.figures.vocabulary import ABOVE, BOUNDS, FASTER

# "完成年度任务33亿元的94.5%", "完成年计划385亿元的77.9%", "完成全年3900个目标的55.4%"
_PLANNED = re.compile(
    rf"(?:完成|占|为|是|达到?|相当于)了?{ITS_PLAN}$"
    r"|完成(?:(?:[本全]?年度|[本全]?年|年初|当年)?(?:下达|预定)?(?:目标任务|计划|目标|任务)?"
    r"|[^，,；;。\d]{0,30}?(?:批准|调整|变动)[^，,；;。\d]{0,8}(?:预算|计划)数?)$"
)
_WANTED = re.compile(r"的(?:年度|全年|年初|规划)?(?:投资|建设|工作)?(?:计划|目标|预期|任务)(?!的)")
_PLAN_ALONE = re.compile(
    r"(?:年度|全年|年内|当年|工作|既定|原定|的)*(?:计划|目标|任务)(?:任务|总?[数量值])?(?:是|为|新增|完成)*"
    r"|(?:年初|年度|全年|调整)*预算(?:数|安排)?[是为]?"
)
# "(年初)计划建设的|8座|公厕(目前)仅建成|5座"
_SET_DOWN = re.compile(
    r"(?:.*[，,\s])?[^，,]{0,8}?(?:计划|原定|拟|预定|确定|承诺|安排|下达|列入|要求|应)(?:年内|全年|今年|当年|要|的)?"
    r"(?:(?P<verb>[新改扩续建创打造设增培育引进开工完成竣修缮投用整治置购]{2,5})的?|(?<=的))$"
)
_DONE_OF_THEM = re.compile(
    r"(?P<noun>[一-鿿“”A-Za-z]{2,16}?)(?:任务|项目)?(?:中)?(?:目前|现|实际|仅|只|才|已|均|全部|共|累计){1,3}"
    r"(?P<done>完成|建成|完工|竣工|开工|实现|创建|改造|投用|启用|办结|到位|引进)了?$"
)
_MADE = re.compile("完成|建成|实现|创建|改造|引进")


def held_names(
    figures: Sequence[Quantity], held: Held | None, state: State, scope: Scope
) -> list[Named]:
    """Names of what a plan wanted and of how far a result is from it."""
    if held is None:
        return []
    own = parse_lead(held.words)
    names = own.names or state.names or tuple(filter(None, (scope.subject,)))
    growth = held.growth or own.growth or ("" if own.names else state.lead.growth)
    growth = "增速" if growth == FASTER else growth  # the plan is of the rate, not of its change
    versus = own.versus or ("" if own.names else state.lead.versus)
    if held.beside == "margin":
        growth = held.way
    elif growth == FASTER:
        growth = "增长"  # the plan is one of growth, whatever was told of its pace
    elif unit_family(figures[0].unit) == "%" and unit_family(state.unit) in ("元", "美元"):
        growth = "增长"  # "实现产值712亿元,低于年度目标(5.5%)"
    elif unit_family(figures[0].unit) != "%" or growth in ABOVE:
        growth = ""
    state.planned, state.held = False, held if names else None
    if held.beside == "plan":
        figures = [_unbounded(figure) for figure in figures]
    lead = replace(own, names=(), growth=growth, versus=versus, completion=False)
    return pair_names(figures, names, lead)


def wanted_names(
    figures: Sequence[Quantity], lead: Lead, lead_text: str, follow: str, state: State, scope: Scope
) -> list[Named]:
    """Names of amounts that a plan wanted: what was told to be short of them or over."""
    amount = _PLANNED.search(lead_text) is not None and OF_PLAN.match(follow) is not None
    state.planned = amount
    known = state.names or tuple(filter(None, (scope.subject,)))
    if amount:
        return pair_names(figures, known, replace(lead, names=(), growth="", completion=False))
    if _WANTED.match(follow) and not lead.names:
        # "占比35.6%,但低于38%的计划"
        growth = state.lead.growth if state.unit == figures[0].unit else ""
        return pair_names(figures, state.names, replace(lead, growth=growth))
    if len(figures) == 1 and lead.names and _PLAN_ALONE.fullmatch(lead.words):
        # "改造小区19个、涉及居民3376户,全年任务为24个": the plan of what has its unit.
        name = state.counted.get(figures[0].unit) or scope.subject
        return pair_names(figures, (name,), replace(lead, names=(), growth="")) if name else []
    return []


def set_down_names(group: Group, lead_text: str, follow: str, state: State) -> list[Named]:
    """The name of what was planned, where its result stands behind it.

    "计划建设的|8座|公厕仅建成5座"
    """
    told = _SET_DOWN.match(lead_text)
    of = _DONE_OF_THEM.match(follow) if told and group.runs_on else None
    if told is None or of is None:
        return []
    state.held = Held("plan", of["noun"], "")
    return [(q, (told["verb"] or "") + of["noun"], Lead(())) for q in group.figures]


def done_of_set_down(
    group: Group, lead_text: str, before: Held | None, state: State
) -> list[Named]:
    """The name of what came of it: "计划建设的8座|公厕仅建成|5座"."""
    if before is None or not before.words or group.lead[0] == group.clause.start:
        return []
    done = _DONE_OF_THEM.fullmatch(lead_text) if lead_text.startswith(before.words) else None
    if done is None or not state.names:
        return []
    name = state.names[-1] if _MADE.fullmatch(done["done"]) else done["done"] + done["noun"]
    return [(q, name, Lead(())) for q in group.figures]


def bound_before(figure: Quantity) -> str:
    """The word of a figure that tells a result to be above or below it: 低于 of 低于3%左右."""
    return next((bound for bound in BOUNDS if figure.text.startswith(bound)), "")


def _unbounded(figure: Quantity) -> Quantity:
    """The plan of "低于6.5%的年度目标" is 6.5%, of which the result is below."""
    bound = bound_before(figure)
    if not bound:
        return figure
    own = "" if figure.qualifier == bound else figure.qualifier
    return replace(
        figure, text=figure.text[len(bound) :], start=figure.start + len(bound), qualifier=own
    )
