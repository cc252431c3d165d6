"""Names for figures whose clause has none: of earlier clauses, or the subject of the row."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.language.quantities import Quantity
from assistant.language.units import RATES, unit_family
from ingest.figures.carry import Scope, State
from ingest.figures.leads import Lead, parse_rank_lead
from ingest.figures.name_lists import split_shared
from ingest.figures.name_places import AMOUNTS, Named, pair_names
from ingest.figures.phrases import creation_verb, noun_of
from ingest.figures.vocabulary import ABOVE, FASTER, ONLY_FRAME

_WHOLE = re.compile(r"总量|增量|总数|总额|规模|增速|增幅|数量")
_DONE_ALONE = re.compile(r"[\s，,、]*(?:目前|现|均|其余)?(?:已|共|累计)*(?:经)?(?:全部)?完成了?")
# "超进度10个,占4.5%;已完成和提前完成24个": another sort of them.
_DONE_SORT = re.compile(
    r"[;；,，\s]*((?:已|基本|全部|提前|超额|按期|如期|完成[和及、])*完成)的?(?:共?有)?"
)
_IN_ALL = re.compile(r"[\s，,]*(?:总共|一共|共计?|合计)(?:为|有|[建完]成)?")
_SHARE_OF = re.compile(r"(.{2,}?)(?:占[^，,]*(?:比重|比例|比)?|占比|比重)$")
# Works in general, and what anything is counted in.
_WORKS = re.compile(r"(?:项目|工程|任务|工作|建设|[、，,])+$")
_ANYTHING = frozenset({"个", "项", "件", ""})
_NEWLY = re.compile(r"净增|新(?:增|认定|培育|登记|注册|引进|设立?)")
_STEP = "开工|动工|启动|签约|立项|申报|储备|在建|续建"
_BEGUN = re.compile(rf"(?:{_STEP})$")
# "22个|已开工,|9个|完工": what has come of them stands behind them.
_STEP_BEHIND = re.compile(
    rf"(?:已经?|均|都|正式|目前|现)*(?P<step>{_STEP}|完工|竣工|建成|投用)(?:建设)?"
)
# "已建成4处、泊位780个,其余|2处": of what is counted so, and not of what was told last.
_REST = re.compile(r"[\s，,、]*(?:其余|剩余|余下|剩下)的?$")
_FOR_WHOM = re.compile(r"(?:^|[，,、\s])[为向给]\s*$")


def names_carried_over(
    figures: Sequence[Quantity], lead: Lead, lead_text: str, state: State, scope: Scope
) -> list[Named]:
    """Names for figures whose clause has none: "同比增长6%", "续建2所", "完成率133%"."""
    known = state.names or _subject_for(figures[0], lead, state, scope)
    if _REST.match(lead_text) and figures[0].unit in state.counted:
        known = (state.counted[figures[0].unit],)
    if _IN_ALL.fullmatch(lead_text) and figures[0].unit == scope.subject_unit:
        # "新建4座、改造7座,共11座" sums what the row set as its task.
        known = (scope.subject,)
    family = unit_family(figures[0].unit)
    rate, reached = family in RATES, lead.reached
    if family == "人" and _FOR_WHOM.search(lead_text):
        return []  # "建设家庭养老床位380张,为|2.6万名65岁以上老人提供免费体检"
    if state.partial and state.unit == "%" and state.owner and lead.growth and family == "%":
        # "完成45.6亿元,占年度预算的102.3%,同比增长6.5%": it is the whole that grew.
        known = (state.owner,)
    elif known and lead.growth and family == "%" and (of := _SHARE_OF.fullmatch(known[-1])):
        # "先进制造业增加值占规上工业增加值的比重为58.2%,增长7.9%"
        known = (of.group(1),)
    if known and state.lead.growth and lead.growth and family == "百分点":
        lead = replace(lead, growth=FASTER if lead.growth not in ABOVE else lead.growth)
    if known and (lead.growth or lead.completion or not lead.words or (rate and not lead.verb)):
        plain = not (lead.words or lead.growth or lead.completion)
        if plain and state.unit == figures[0].unit:
            # "增长力争6%（确保5.5%）" is growth both times.
            lead = replace(state.lead, names=(), shared=lead.shared)
        again = state.unit == figures[0].unit  # "实际新建7家、累计达到21家"
        in_all = reached and again and not (rate or lead.growth)
        known = _there_by_then(known, lead_text, again=again, in_all=in_all)
        return pair_names(figures, known, lead, state.told)
    if lead.verb:
        name = _verb_name(lead.verb, figures[0], state, scope)
        return [(q, name, lead) for q in figures] if name else []
    return pair_names(figures, known, lead)


def _there_by_then(
    known: tuple[str, ...], lead_text: str, *, again: bool, in_all: bool
) -> tuple[str, ...]:
    """The name of how many there are behind what was added: 累计, "净增42家、达到186家"."""
    if "累计" in lead_text and (creation_verb(known[-1]) or again):
        # After "新增325家" the sum is of what there is, not of what is new.
        return (f"累计{noun_of(known[-1])}",)
    return (noun_of(known[-1]),) if in_all and _NEWLY.match(known[-1]) else known


def _subject_for(figure: Quantity, lead: Lead, state: State, scope: Scope) -> tuple[str, ...]:
    """The row's subject, where this figure can be of it, else what the sentence is about."""
    subject, family = scope.subject, unit_family(figure.unit)
    same_unit = bool(scope.subject_unit) and family == unit_family(scope.subject_unit)
    if subject and (lead.growth or family in RATES or not state.topic or same_unit):
        return (subject,) if _can_be_of_subject(figure, scope) else ()
    return (state.topic,) if state.topic else ()


def _can_be_of_subject(figure: Quantity, scope: Scope) -> bool:
    """Whether the row's subject can have such a unit: "5个" is not of 规上工业增加值."""
    unit = scope.subject_unit
    counted = unit_family(figure.unit) not in AMOUNTS
    return not (counted and unit and unit_family(unit) in AMOUNTS)


def _verb_name(verb: str, figure: Quantity, state: State, scope: Scope) -> str:
    """续建 + what was counted in the same unit before, else what the sentence is about."""
    noun = state.nouns.get(figure.unit) or ("" if state.topic else state.nouns.get("", ""))
    if not noun and _tells_of_works(figure, state, scope):
        noun = noun_of(scope.subject)
    if noun:
        return verb + noun
    if state.topic:
        return state.topic + verb
    return subject_by(verb, scope) if _can_be_of_subject(figure, scope) else ""


def subject_by(verb: str, scope: Scope) -> str:
    """The row's subject, by the step that was taken where that is not yet what the row plans.

    Of "改造小区26个 | 已开工22个" 22 are 开工小区, and none is 改造小区.
    """
    begun = _BEGUN.search(verb) if scope.place == "progress" else None
    own = begun is not None and begun[0] not in scope.subject
    return f"{begun[0]}{noun_of(scope.subject)}" if begun and own else scope.subject


def step_behind(
    figures: Sequence[Quantity], lead_text: str, follow: str, scope: Scope
) -> list[Named]:
    """Names of what a row counts by the step that stands behind them: "22个已开工,9个完工"."""
    step = _STEP_BEHIND.fullmatch(follow.strip("。;；,， "))
    before = _STEP_BEHIND.sub("", lead_text.strip("、,，;；和 "), count=1)
    of_row = scope.place == "progress" and figures[0].unit == scope.subject_unit
    if step is None or before or not (of_row and scope.subject):
        return []
    return [(q, subject_by(step["step"], scope), Lead(())) for q in figures]


def tells_step(name: str, goal: str) -> bool:
    """True for the name of what was only begun, where the goal is more than that.

    >>> tells_step("开工老旧小区", "改造老旧小区"), tells_step("开工学校", "新开工学校")
    (True, False)
    """
    begun = re.match(rf"{_STEP}|(?:主体)?[封结]顶", name)
    return begun is not None and begun[0] not in goal


def _tells_of_works(figure: Quantity, state: State, scope: Scope) -> bool:
    """Whether 项目 in a progress cell are what the row sets as its task, counted in its unit.

    "学校8所 | 各续建项目有序推进,已开工6所" tells of 学校; of 项目 alone where a row counts these.
    """
    same_unit = figure.unit == scope.subject_unit and figure.unit not in _ANYTHING
    works = _WORKS.search(state.topic)
    general = works is not None and ONLY_FRAME.fullmatch(state.topic[: works.start()])
    return scope.place == "progress" and same_unit and bool(general)


def rank_names(figure: Quantity, lead_text: str, state: State, scope: Scope) -> list[Named]:
    """Names for 第一 and its like; the scope (全市) travels in the lead."""
    name, rank_scope = parse_rank_lead(lead_text)
    if _WHOLE.fullmatch(name) and state.names:
        name = state.names[-1] + name
    if state.outside and not name:
        return []
    names: tuple[str, ...] = split_shared(name) if name.endswith(("增速", "增幅")) else (name,)
    if not name and state.listed:
        names = (state.listed.lstrip("“"),)
    elif not name:
        names = state.names or ((scope.subject,) if scope.subject else ())
    return [(figure, n, Lead((), versus=rank_scope)) for n in names]


def done_sort(figures: Sequence[Quantity], lead: Lead, lead_text: str, state: State) -> list[Named]:
    """What is done, as a sort of its own beside others that are told with their shares."""
    told = state.partial and state.unit == "%" and _DONE_SORT.fullmatch(lead_text)
    return [(q, told.group(1), lead) for q in figures] if told else []


def done_of_whole(
    figures: Sequence[Quantity], lead: Lead, lead_text: str, state: State
) -> list[Named]:
    """What is done of the whole that a sentence counts from: "其余27项中,已完成19项"."""
    whole = state.whole
    if not whole or figures[0].unit != whole[0] or not _DONE_ALONE.fullmatch(lead_text):
        return []
    return [(q, whole[1], lead) for q in figures]
