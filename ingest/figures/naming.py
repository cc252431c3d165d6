"""What figures are of: the words before them, behind them, or carried over from earlier clauses."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.language.quantities import Quantity
from assistant.language.units import unit_family
from assistant.lexicon.indicators import IndicatorLexicon
from ingest.figures.carry import Scope, State
from ingest.figures.clauses import Group
from ingest.figures.leads import Lead, parse_lead, parse_rank_lead
from ingest.figures.margins import Held, held_against
from ingest.figures.name_lists import split_shared
from ingest.figures.name_places import (
    OF_PLAN,
    RATES,
    Named,
    is_named_after,
    is_rate,
    name_behind,
    names_in_brackets,
    pair_names,
    parts_told_behind,
    told_apart,
    with_rest,
    without_rate,
)
from ingest.figures.phrases import creation_verb, is_generic, is_partial, is_verb, noun_of
from ingest.figures.vocabulary import GENERIC, STATE_TAIL

_OUTSIDE = re.compile(
    r"(?:其中[,，]?)?(?:全市|全省|全国|我市|我省)"
    r"(?!首|率先|领先|前列|第|最|唯一|[一二三]|性|重点|一体|文明|统一)"
)
_UNIT_BRACKET = re.compile(r"^[（(][^（()）]{1,4}[)）]")
_NEWLY = re.compile(r"新增|新建|净增")
_LISTS_ON = re.compile(r"新|净增|创建|建成|开工|竣工|招引|引进|落地|入选|认定")
_AMOUNTS = RATES | {"元", "美元", ""}
# "提高0.6个百分点" after a growth rate: growth has become faster by that.
FASTER = "增速变化"
ABOVE = ("高于", "低于", "快于", "慢于")
_WHOLE = re.compile(r"总量|增量|总数|总额|规模|增速|增幅|数量")
# "完成年度任务33亿元的94.5%", "完成全年3900个目标的55.4%"
_PLANNED = re.compile(
    r"完成(?:(?:年度|全年|年初)?(?:下达|预定)?(?:计划|目标|任务)?"
    r"|[^，,；;。\d]{0,30}?(?:批准|调整|变动)[^，,；;。\d]{0,8}(?:预算|计划)数?)$"
)
_WANTED = re.compile(r"的(?:年度|全年|年初)?(?:投资|建设|工作)?(?:计划|目标|预期|任务)(?!的)")
_PLAN_ALONE = re.compile(
    r"(?:年度|全年|年内|当年|工作|既定|原定|的)*(?:计划|目标|任务)(?:任务|总?[数量值])?(?:是|为|新增|完成)*"
)
_BARE_RATE = re.compile(
    r"(?:入住|出租|使用|合格|达标|满意|知晓|好评|上座|签约|履约|投产|开工|完工)率"
)
# What companies report of themselves; alone it names none of them.
_MEMBERS = re.compile("人员|[成队会]员")
_GROUP = re.compile("([一-鿿]{2,})(?:队伍|组织|团队|协会|小组)")
_COMPANIES_OWN = re.compile(
    r"(?:营业|主营业务|销售)收入|营收|利润(?:总额)?|利税(?:总额)?|(?:工业)?总?产值|亏损(?:面|额|企业)|资产总[额计]"
)
_TRADE_NAME = re.compile(r"[一-龥]{2,8}(?:工业|制造业|建筑业|产业|农业|服务业)")
_OUT_OF = re.compile(
    r"((?:[一-龥]{2,6})?(?:民生实事|实事|民生工程|重点项目|重点工作|重点任务|任务|项目|工程))中(?![心小已仍尚有])"
)
_DONE_ALONE = re.compile(r"[\s，,、]*(?:目前|现|均|其余)?(?:已|共|累计)*(?:经)?(?:全部)?完成了?")
_IN_ALL = re.compile(r"[\s，,]*(?:总共|一共|共计?|合计)(?:为|有|[建完]成)?")
_SHARE_OF = re.compile(r"(.{2,}?)(?:占[^，,]*(?:比重|比例|比)?|占比|比重)$")
_NOT_LISTED = re.compile(
    r"^(?:每[\d千百万名户人]|人均|PM|空气|优良|地均|亩均)|(?:总数|总量|总产|产量)$"
)
_SUM = re.compile(
    r"(?:[期年]末|共有?|达|实有|在[册库]|有|[，,、\s])*(?:累计|总数|总量)(?:达到?|为|有|突破|超过?|[约近至到\s])*"
)
_YIELD = re.compile(r"(?:总|单)?产量?|产值|[出存]栏量?|亩产")
_PRODUCT = re.compile(
    r"([\u4e00-\u9fff]{2,8}?)(?:(?:作物)?(?:播种|种植|收获|栽培|养殖)?面积|(?:总|单)?产量?|[出存]栏量?)$"
)
_OWNER = re.compile(r"[\u4e00-\u9fff]{2,8}(?:企业|公司|单位|集团|农场|合作社)")
_AMOUNT_OF = re.compile(r"[量值额]$|投资$|收入$|面积$|利润$")
_PUPILS = re.compile(
    r"招生(?:数|人数)?|(?:在校|毕业)(?:学?生)(?:数|人数)?|在园幼儿|专任教师|教职工"
)
_SCHOOL = re.compile(
    r"(?:普通|中等|高等|职业|技工|特殊|教育|[公民]办)*(?:高中|初中|中学|小学|幼儿园|中职|高校|(?<=[等业殊])(?:学校|院校))"
)
_BOUND = re.compile(
    r"(?:(?:签约|引进|落地|新增)?\d+(?:\.\d+)?|百|千)?(?:万|亿|百亿|千万)?(?:美?元)?(?:级|及?以上)(?:的)?"
)
# "打通断头路任务3条:已完工3条": what was set as a task is counted, as is what came of it.
_TASK = re.compile(r"(?<=[\u4e00-\u9fff]{4})(?<!目标)(?:考核)?(?:任务|(?<=考核)指标)$")
_SORTED = re.compile(r"(?:以上|级)(?:的)?([\u4e00-\u9fff]{2,8})$")
_FOR_WHOM = re.compile(r"(?:^|[，,、\s])[为向给]\s*$")
_LEVEL = re.compile(r"(?:国家|省|市|区|县)级(?:及?以上)?")
_ACCIDENTS = re.compile(r"(.{2,}事故)(?:起数|数|次数)")
_CASUALTIES = ("死亡人数", "受伤人数", "伤亡人数", "亡人数")
# "甲馆总投资4亿元,完成投资2亿元": the second is of 甲馆, and no part of a name before it.
_COST = re.compile(
    r"(?<=[一-鿿]{2})(?:(?:总|计划|概算|预算)+投资(?:总?额)?|投资总额|总?概算|总造价)$"
)
_METRIC = re.compile(r"(?:收入|增加值|投资|产值|率|[量额数])$")


class Namer:
    """Names the figures of one text. ``owner`` outlives a sentence in a progress cell."""

    def __init__(self, scope: Scope, lexicon: IndicatorLexicon) -> None:
        self._scope = scope
        self._lexicon = lexicon
        self.owner = ""

    def name(self, group: Group, lead_text: str, follow: str, state: State) -> list[Named]:
        """Pair each figure of a group with its name; no pairs where no name can be found."""
        figures = group.figures
        before, state.held = state.held, None
        if figures[0].is_rank:
            return self._rank_names(figures[0], lead_text, state)
        lead = parse_lead(lead_text, _count(figures, lead_text), rate=is_rate(figures[0]))
        lead = without_rate(lead, lead_text, state)
        follow = _UNIT_BRACKET.sub("", follow)
        before = before if group.lead[0] > group.clause.start else None
        bound = figures[0].qualifier if figures[0].qualifier in ABOVE else ""
        wanted = (
            self._held(figures, held_against(figures[0], lead_text + bound, follow, before), state)
            or self._wanted(figures, lead, lead_text, follow, state)
            or parts_told_behind(figures, lead_text, follow, state)
            or told_apart(figures, lead, lead_text, follow, state)
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
            return [(q, self._scope.subject, lead) for q in figures]
        if lead.names:
            return self._names_before(figures, with_rest(lead, figures[-1], follow), state)
        return _done_of_whole(figures, lead, lead_text, state) or self._names_carried_over(
            figures, lead, lead_text, state
        )

    def _is_done_to_subject(self, name: str, figure: Quantity) -> bool:
        """Whether a verb alone counts the row's subject: "已加装31部" under "加装电梯40部"."""
        scope = self._scope
        if not scope.subject or not is_verb(name):
            return False
        family = unit_family(figure.unit)
        same_money = family in ("元", "美元") and family == unit_family(scope.subject_unit)
        same_unit = bool(scope.subject_unit) and figure.unit == scope.subject_unit
        return name in scope.subject or same_unit or same_money

    def _held(self, figures: Sequence[Quantity], held: Held | None, state: State) -> list[Named]:
        """Names of what a plan wanted and of how far a result is from it."""
        if held is None:
            return []
        own = parse_lead(held.words)
        names = own.names or state.names or tuple(filter(None, (self._scope.subject,)))
        growth = own.growth or ("" if own.names else state.lead.growth)
        growth = (
            "增速" if growth == FASTER else growth
        )  # the plan is of the rate, not of its change
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

    def _wanted(
        self, figures: Sequence[Quantity], lead: Lead, lead_text: str, follow: str, state: State
    ) -> list[Named]:
        """Names of amounts that a plan wanted: what was told to be short of them or over."""
        amount = _PLANNED.search(lead_text) is not None and OF_PLAN.match(follow) is not None
        state.planned = amount
        known = state.names or tuple(filter(None, (self._scope.subject,)))
        if amount:
            return pair_names(figures, known, replace(lead, names=(), growth="", completion=False))
        if _WANTED.match(follow) and not lead.names:
            # "占比35.6%,但低于38%的计划"
            growth = state.lead.growth if state.unit == figures[0].unit else ""
            return pair_names(figures, state.names, replace(lead, growth=growth))
        if len(figures) == 1 and lead.names and _PLAN_ALONE.fullmatch(lead.words):
            # "改造小区19个、涉及居民3376户,全年任务为24个": the plan of what has its unit.
            name = state.counted.get(figures[0].unit) or self._scope.subject
            return pair_names(figures, (name,), replace(lead, names=(), growth="")) if name else []
        return []

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

    # -- named before ---------------------------------------------------------------------

    def _names_before(self, figures: Sequence[Quantity], lead: Lead, state: State) -> list[Named]:
        names = lead.names
        if len(figures) == 1 and (lead.shared or (lead.growth and self._all_terms(names[0]))):
            return [(figures[0], part, lead) for part in split_shared(names[0], told=True)]
        if len(names) == len(figures) > 1:
            names = self._completed(names)
        if len(names) != len(figures):
            names = (names[0],) * len(figures)
        return [
            (q, self._full_name(name, q, lead, state), lead)
            for q, name in zip(figures, names, strict=True)
        ]

    def _completed(self, names: tuple[str, ...]) -> tuple[str, ...]:
        """城镇 of "城镇、农村居民人均可支配收入" gets the rest of the name that it shares."""
        last = names[-1]
        accident = _ACCIDENTS.fullmatch(names[0])
        if accident and last in _CASUALTIES:
            # "生产安全事故起数、死亡人数分别下降12.5%和16.7%": who died in these accidents.
            last = accident.group(1) + last
        full = []
        for name in names[:-1]:
            part = name if name in last else _METRIC.sub("", name)
            whole = part + last[len(part) :]
            full.append(whole if len(part) <= 4 and self._lexicon.canonical(whole) else name)
        return (*full, last)

    def _all_terms(self, name: str) -> bool:
        """Whether every part of "A、B" is a known indicator."""
        parts = split_shared(name, told=True)
        return len(parts) > 1 and all(self._lexicon.canonical(part) for part in parts)

    def _full_name(self, name: str, figure: Quantity, lead: Lead, state: State) -> str:
        """Add what a name leaves out: the verb of its list, its owner, the row's subject."""
        name, scope = _TASK.sub("", name), self._scope
        counted = unit_family(figure.unit) not in _AMOUNTS
        if _BOUND.fullmatch(name) and state.names and (sorted_ := _SORTED.search(state.names[-1])):
            # "签约亿元以上项目58个,其中10亿元以上11个"
            return name + sorted_.group(1)
        repeated = self._repeated(name, counted, lead, state) or self._of_companies(name, state)
        if repeated or lead.growth:
            return repeated or name
        owner = state.owner or ("" if state.topic else self.owner or scope.subject)
        if is_partial(name) and owner:
            whole = name == "总数" and scope.subject.endswith(name)
            owner = _COST.sub("", owner) if name.endswith(("投资", "投资额")) else owner
            return scope.subject if whole else owner + name
        if _BARE_RATE.fullmatch(name) and state.names and not self._lexicon.canonical(name):
            # "人才公寓交付1520套、入住率87%"
            # 签约率 behind 家庭医生签约服务 is the 家庭医生签约率.
            owner = noun_of(state.names[-1])
            return owner.partition(name[:-1])[0] + name
        full = (
            _of_owner(name, figure, lead, state)
            or _of_product(name, state)
            or _of_group(name, state)
            or _of_school(name, state)
            or _of_level(name, state)
        )
        if full:
            return full
        specified = self._specified(name, state) if not counted else ""
        if specified:
            return specified
        return state.verb + name if counted and _goes_on_with_verb(name, lead, state) else name

    def _repeated(self, name: str, counted: bool, lead: Lead, state: State) -> str:
        """The whole name of what a part of it repeats: of the row's subject, or from before."""
        scope = self._scope
        core = GENERIC.sub("", name)
        known = self._lexicon.canonical(name) is not None
        in_progress = scope.place == "progress" and not known
        if in_progress and len(core) > 1 and scope.subject.endswith(core):
            # "发案数下降13.8%" under "电信诈骗发案数下降10%"
            return scope.subject
        if lead.growth:
            return ""
        if scope.place == "progress" and counted and _repeats_tail(name, scope.subject):
            return scope.subject
        if not counted and (not state.names or state.names == (scope.subject,)):
            if in_progress and is_generic(name, scope.subject):
                return scope.subject
            if not known and is_generic(name, state.term):
                return state.term
        if _SUM.fullmatch(name) and state.names:
            return re.sub(r"(?:新增|净增)$", "", noun_of(state.names[-1]))
        return state.topic + name if name == "缺口" else ""

    def _of_companies(self, name: str, state: State) -> str:
        """利润总额 behind 规上工业企业营业收入 is what the same companies earned."""
        if not _COMPANIES_OWN.fullmatch(name):
            return ""
        if state.names and _TRADE_NAME.fullmatch(state.names[-1]):
            return state.names[-1] + name  # "地方工业逆势增长,完成产值256亿元"
        last = (*state.names[-1:], state.topic, state.term)
        whole = (text[:end] + name for text in last for end in range(len(text), 1, -1))
        return next((one for one in whole if self._lexicon.canonical(one)), "")

    def _specified(self, name: str, state: State) -> str:
        """城镇 after 居民人均可支配收入 is the income of that part of the people."""
        if not state.names or len(name) > 4 or self._lexicon.canonical(name):
            return ""
        whole = state.names[-1]
        parts = (name + whole[cut:] for cut in range(min(len(whole) - 2, 6)))
        return next((part for part in parts if self._lexicon.canonical(part)), "")

    # -- carried over ---------------------------------------------------------------------

    def _names_carried_over(
        self, figures: Sequence[Quantity], lead: Lead, lead_text: str, state: State
    ) -> list[Named]:
        """Names for figures whose clause has none: "同比增长6%", "续建2所", "完成率133%"."""
        known = state.names or self._subject_for(figures[0], lead, state)
        if _IN_ALL.fullmatch(lead_text) and figures[0].unit == self._scope.subject_unit:
            # "新建4座、改造7座,共11座" sums what the row set as its task.
            known = (self._scope.subject,)
        family = unit_family(figures[0].unit)
        rate = family in RATES
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
            if "累计" in lead_text and creation_verb(known[-1]):
                # After "新增325家" the sum is of what there is, not of what is new.
                known = (f"累计{noun_of(known[-1])}",)
            return pair_names(figures, known, lead, state.told)
        if lead.verb:
            name = self._verb_name(lead.verb, figures[0], state)
            return [(q, name, lead) for q in figures] if name else []
        return pair_names(figures, known, lead)

    def _subject_for(self, figure: Quantity, lead: Lead, state: State) -> tuple[str, ...]:
        """The row's subject, where this figure can be of it, else what the sentence is about."""
        subject, family = self._scope.subject, unit_family(figure.unit)
        same_unit = bool(self._scope.subject_unit) and family == unit_family(
            self._scope.subject_unit
        )
        if subject and (lead.growth or family in RATES or not state.topic or same_unit):
            return (subject,) if self._can_be_of_subject(figure) else ()
        return (state.topic,) if state.topic else ()

    def _can_be_of_subject(self, figure: Quantity) -> bool:
        """Whether the row's subject can have such a unit: "5个" is not of 规上工业增加值."""
        unit = self._scope.subject_unit
        counted = unit_family(figure.unit) not in _AMOUNTS
        return not (counted and unit and unit_family(unit) in _AMOUNTS)

    def _verb_name(self, verb: str, figure: Quantity, state: State) -> str:
        """续建 + what was counted in the same unit before, else what the sentence is about."""
        noun = state.nouns.get(figure.unit) or ("" if state.topic else state.nouns.get("", ""))
        if noun:
            return verb + noun
        if state.topic:
            return state.topic + verb
        return self._scope.subject if self._can_be_of_subject(figure) else ""

    # -- ranks ----------------------------------------------------------------------------

    def _rank_names(self, figure: Quantity, lead_text: str, state: State) -> list[Named]:
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
            names = state.names or ((self._scope.subject,) if self._scope.subject else ())
        return [(figure, n, Lead((), versus=rank_scope)) for n in names]


def _named_behind(
    group: Group, lead: Lead, lead_text: str, follow: str, state: State
) -> list[Named]:
    """Names that stand behind their figures: "清退102家网贷机构"."""
    if out_of := _OUT_OF.match(follow):
        # "全县30项民生实事中,…,已完成19项": what is counted next is of these.
        state.whole = (group.figures[-1].unit, out_of[1])
    name = out_of[1] if out_of else name_behind(group, lead, lead_text, follow, state)
    return [(q, name, Lead(())) for q in group.figures] if name else []


def _done_of_whole(
    figures: Sequence[Quantity], lead: Lead, lead_text: str, state: State
) -> list[Named]:
    """What is done of the whole that a sentence counts from: "其余27项中,已完成19项"."""
    whole = state.whole
    if not whole or figures[0].unit != whole[0] or not _DONE_ALONE.fullmatch(lead_text):
        return []
    return [(q, whole[1], lead) for q in figures]


def _of_owner(name: str, figure: Quantity, lead: Lead, state: State) -> str:
    """县属企业原煤产量 for the 县属企业 of "原煤产量1657万吨,其中,县属企业完成1094万吨"."""
    whole = state.counted.get(figure.unit, "")
    counted = unit_family(figure.unit) in ("个", "人", "户", "家次", "人次", "户次")
    own = _OWNER.fullmatch(name) and _AMOUNT_OF.search(whole) and not counted
    return f"{name}{whole}" if own and name not in whole else ""


def _repeats_tail(name: str, subject: str) -> bool:
    """Whether a result names the end of its plan alone: 新增泊位 under 新增公共停车泊位."""
    verb, noun = creation_verb(name), noun_of(name)
    if not verb or not subject.startswith(verb) or not subject.endswith(noun):
        return False
    return not subject.removesuffix(noun)[-1:].isdigit()


def _of_group(name: str, state: State) -> str:
    """义警人员 for the 人员 behind 义警队伍."""
    if not _MEMBERS.fullmatch(name) or not state.names:
        return ""
    group = _GROUP.fullmatch(noun_of(state.names[-1]))
    return f"{group[1]}{name}" if group else ""


def _of_product(name: str, state: State) -> str:
    """粮食产量 for the 产量 behind 粮食播种面积, 生猪出栏 behind 生猪存栏."""
    if not _YIELD.fullmatch(name) or not state.names:
        return ""
    product = _PRODUCT.match(noun_of(state.names[-1]))
    return product.group(1) + name if product else ""


def _of_school(name: str, state: State) -> str:
    """普通高中在校生 for the 在校生 behind 普通高中招生, 小学在校生 behind 小学."""
    if not _PUPILS.fullmatch(name) or not state.names:
        return ""
    # 各级各类学校（不含幼儿园）在校学生 are not those of 幼儿园.
    school = _SCHOOL.search(re.sub(r"[(（][^()（）]*[)）]", "", state.names[-1]))
    return school.group() + name if school else ""


def _of_level(name: str, state: State) -> str:
    """省级非物质文化遗产 for the 省级 behind 国家级非物质文化遗产."""
    if not _LEVEL.fullmatch(name) or not state.names:
        return ""
    before = _LEVEL.search(state.names[-1])
    return name + state.names[-1][before.end() :] if before else ""


def _goes_on_with_verb(name: str, lead: Lead, state: State) -> bool:
    """Whether a name continues a list whose verb stands before its first member."""
    if (
        lead.has_verb
        or lead.reached
        or "已" in lead.words
        or _NEWLY.search(name)
        or _NOT_LISTED.search(name)
        or STATE_TAIL.search(name)
    ):
        return False
    return lead.joint == "、" or _LISTS_ON.match(state.verb) is not None


def _unbounded(figure: Quantity) -> Quantity:
    """The plan of "低于6.5%的年度目标" is 6.5%, of which the result is below."""
    bound = figure.qualifier
    if bound not in ABOVE or not figure.text.startswith(bound):
        return figure
    return replace(
        figure, text=figure.text[len(bound) :], start=figure.start + len(bound), qualifier=""
    )


def _count(figures: Sequence[Quantity], lead_text: str) -> int:
    """How many things figures side by side belong to: one for "16宗683亩"."""
    alike = len({figure.unit for figure in figures}) == 1
    return len(figures) if "分别" in lead_text or alike else 1
