"""Names of figures that do not stand before them: behind them, or in earlier clauses."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.language.quantities import Quantity
from assistant.language.units import RATES, unit_family
from ingest.figures.carry import State
from ingest.figures.clauses import Group
from ingest.figures.dates import BASE
from ingest.figures.leads import Lead
from ingest.figures.name_lists import split_names, split_shared
from ingest.figures.phrases import cut_predicate, is_verb, name_after, noun_of, verb_before
from ingest.figures.vocabulary import HAN, PREDICATE, VERBAL

Named = tuple[Quantity, str, Lead]

# Families of units in which people, companies and whatever else is counted.
COUNTED = frozenset({"个", "人", "户", "家次", "人次", "户次"})
AMOUNTS = RATES | {"元", "美元", ""}
# "引进甲集团等20户企业|入驻园区": where those settle that were brought in.
_SETTLING = re.compile(r"(?<=企业|项目|公司|机构)(?:入驻|进驻|落户)[\u4e00-\u9fff]{0,12}$")
_THING = re.compile(r"项目|企业|活动|任务|工程|房源|设备")
_PART = re.compile(r"[\s、，,]*(?:其中)?(?:含|包括|包含)([^，,]{1,12})")
_OF_WHICH = re.compile(r"[\s、，,]*其中[，,]?")
_BECAME = re.compile(
    r"((?:在|为|是|被|已|获|入选|进入|达到|实现|正在|尚未|未|超|由|位于|列入|纳入)[^\d、，,；;。（(]{2,14})"
    r"(?=$|[、，,；;。和及])"
)
_RATE_ITSELF = re.compile(r"增速|增幅|降幅|涨幅|跌幅")
_MORE_OF_IT = re.compile(
    r"(?:同比|相?[较比](?:上年|去年|上一年)(?:度|同期|决算数?)*)?(?:[多增][收支]|(?P<less>[少减][收支]))|增加额"
)
OF_PLAN = re.compile(r"(?:计划|目标|任务)?的$|(?:计划|目标|任务)?的(?=$|\d)")
# "围绕固定资产投资增长6%左右|的目标"
OF_GOAL = re.compile(r"的(?:年度|全年|年初|总体|发展)?(?:预期)?(?:目标|计划|任务|要求)")
_CHANGE_FOLLOWS = re.compile(r"、[\u4e00-\u9fff]{2,6}$|[、和,，](?:基本|总体)?持平")
_WHERE = re.compile(r"(?:^|[，,、\s])在\s*$")
_SHORT_PLACE = 4
_BOTH = re.compile(r"(?:均|都)?(?:实现)?“?双(?:下降|增长|提升|上升|增)”?$")
_CONVERTED = re.compile(r"折[算合]|约合|相当于")
_OWN_PLAN = re.compile(r"(?:目标|计划|预期)(?:值|数|增速)?[为是:：]?$")


def is_rate(figure: Quantity) -> bool:
    """Whether a figure is a share, a growth rate or a multiple: 6.5%, 九成, 2倍."""
    family = unit_family(figure.unit)
    return family in RATES or family == "倍" or is_share_in_words(figure)


def is_share_in_words(figure: Quantity) -> bool:
    """Whether a figure is written like 九成 or 百分之五."""
    return "成" in figure.value_text or "分之" in figure.value_text


_UNDER_WAY = re.compile(r"(?:目前|现|均|共)?已(?:经)?(?:完成|送|办结|办理|发放|建成|完工|实施)?$")


def is_named_after(figure: Quantity, lead: Lead, follow: str, lead_text: str) -> bool:
    """Whether the name stands behind the figure: "清退102家网贷机构", not "企业42家通过认定"."""
    words = follow.strip()
    if lead_text.rstrip().endswith("连续"):
        return True
    if not words or PREDICATE.match(words) or not HAN.match(words):
        return False
    if lead.growth or lead.completion:
        return False
    family = unit_family(figure.unit)
    if family in RATES or not family:
        return not lead.words and (words.startswith("的") or not lead_text.strip("、，,和及 "))
    if family in COUNTED:
        named = bool(lead.names) and not is_verb(lead.names[-1])
        return not (named and VERBAL.match(words) and not lead_text.rstrip().endswith("等"))
    return not lead.names or family in ("平方米", "公里", "亩")


def name_behind(group: Group, lead: Lead, lead_text: str, follow: str, state: State) -> str:
    """The name behind a figure with its verb, which a list names only once."""
    name = name_after(cut_predicate(follow) if group.runs_on else follow)
    name = _UNDER_WAY.sub("", name)  # "80条农村黑臭水体治理已完成72条"
    if not name:
        return ""
    if lead_text.rstrip().endswith("连续"):
        return "连续" + name
    if _WHERE.search(lead_text) and len(name) <= _SHORT_PLACE:
        return ""  # "在46个小区": where something was done
    if re.search(r"[、和及与]\s*$", lead_text):
        return state.verb + name
    verb = verb_before(lead_text)
    examples = lead_text.rstrip().endswith("等")
    if _THING.match(name) and lead.names and not verb and not examples:
        # "大城北规划213个项目"
        return lead.names[-1] + name
    return verb + (_SETTLING.sub("", name) if verb else name)


def with_rest(lead: Lead, figure: Quantity, follow: str) -> Lead:
    """Take in what goes on behind a share: "工业用地100%按“标准地”出让"."""
    if figure.unit != "%" or not HAN.match(follow) or PREDICATE.match(follow):
        return lead
    if OF_GOAL.match(follow):
        return lead
    return replace(lead, names=(*lead.names[:-1], lead.names[-1] + name_after(follow)))


def names_in_brackets(
    figures: Sequence[Quantity], lead: Lead, lead_text: str, state: State
) -> list[Named]:
    """The thing before for "(去年基数172.3亿元)", a part of it for "(含土地款68.8亿元)"."""
    owner = state.names[-1]
    if BASE.search(lead_text) or re.fullmatch(r"[\s、，,]*(?:基数|同期)?", lead_text):
        return [(q, owner, lead) for q in figures]
    if _OWN_PLAN.search(lead_text) or _CONVERTED.search(lead_text):
        # "增长5%(年度目标为6%)", "131846元(折算为18710美元)"
        same = figures[0].unit == state.unit
        return [(q, owner, state.lead if same else replace(lead, growth="")) for q in figures]
    part = _PART.match(lead_text)
    return [(q, f"{owner}(其中{part.group(1)})", lead) for q in figures] if part else []


def parts_told_behind(
    figures: Sequence[Quantity], lead_text: str, follow: str, state: State
) -> list[Named]:
    """Names of parts told by what became of them: "其中3项在全国推广、18项在全省推广"."""
    told = _BECAME.match(follow)
    whole, words = state.behind
    first = _OF_WHICH.fullmatch(lead_text) is not None and bool(state.names)
    if not told or not (first or (words and lead_text.strip("、，,和及 ") == words)):
        state.behind = ("", "")
        return []
    whole = noun_of(state.names[-1]) if first else whole
    state.behind = (whole, told.group(1))
    return [(q, f"{told.group(1)}的{whole}", Lead(())) for q in figures]


def told_apart(
    figures: Sequence[Quantity], lead: Lead, lead_text: str, follow: str, state: State
) -> list[Named]:
    """Names of changes told one by one, because they differ: "分别下降3.4%、增长6.9%"."""
    if len(figures) > 1 or not lead.growth or len(lead.names) > 1:
        return []
    if lead.names:
        # "甲、乙、丙三大产业营收分别增长7%、下降2%、增长9%"
        name = lead.names[0]
        told = split_names(name, len(split_shared(name, told=True)))
    else:
        told = state.names if len(state.names) > 1 else tuple(state.told[-2:])
    opens = "分别" in lead_text and len(told) > 1 and _CHANGE_FOLLOWS.match(follow)
    goes_on = lead.joint == "、" and not lead.names
    known = told if opens else state.pending if goes_on else ()
    state.pending = known[1:]
    return [(figures[0], known[0], lead)] if known else []


def without_rate(lead: Lead, lead_text: str, state: State) -> Lead:
    """A lead without words that only say what kind of figure follows what was told before."""
    if not state.names:
        return lead
    if lead.names and _RATE_ITSELF.fullmatch(lead.names[-1]):
        # "增速较一季度回落1.6个百分点"
        return replace(lead, names=(), words="", growth=lead.growth or "增速")
    if lead.names and (more := _MORE_OF_IT.fullmatch(lead.names[-1])):
        # "收入28583万元,增收2798万元"
        growth = "减少" if more["less"] else "增加"
        return replace(lead, names=(), words="", growth=growth)
    if state.planned and OF_PLAN.match(lead_text):
        # "完成年度任务33亿元的94.5%"
        return replace(lead, names=(), words="", completion=True)
    return lead


def pair_names(
    figures: Sequence[Quantity], known: Sequence[str], lead: Lead, told: Sequence[str] = ()
) -> list[Named]:
    """Pair figures with the names carried over, in order where there are as many."""
    if not known:
        return []
    if len(known) != len(figures) and lead.shared and len(told) >= len(figures):
        # "接待游客1235万人次,实现旅游收入156亿元,分别增长12%和15%"
        known = told[-len(figures) :]
    if len(known) == 1 and lead.shared and len(figures) > 1:
        # "事故起数、死亡人数实现“双下降”,降幅分别为16.7%和12.5%"
        known = split_names(_BOTH.sub("", known[0]), len(figures))
    if len(known) == len(figures):
        return [(q, name, lead) for q, name in zip(figures, known, strict=True)]
    if len(figures) == 1:
        return [(figures[0], name, lead) for name in (known if lead.shared else known[-1:])]
    return [(q, known[0], lead) for q in figures]
