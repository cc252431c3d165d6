"""Figures of a running text with their names: what each measures, of when, and whether it is planned.

Text and what it inherits (period, kind, subject) come in, :class:`Figure` records go out. Names that a
clause leaves out are carried over from the clauses before it ("开工学校18所、竣工投用18所").
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from assistant.lexicon.indicators import IndicatorLexicon
from assistant.periods import PeriodMention, find_periods, year_of
from assistant.quantities import Quantity, find_quantities
from assistant.schema import Kind, Measure, Span
from assistant.units import unit_family
from ingest.clauses import Clause, Group, group_figures, split_clauses, split_sentences
from ingest.places import split_place
from ingest.phrases import (
    Lead,
    creation_verb,
    cut_predicate,
    is_generic,
    is_partial,
    is_verb,
    name_after,
    noun_of,
    parse_lead,
    parse_rank_lead,
    shorten,
    split_shared,
    topic_of,
    verb_before,
)

Place = Literal["prose", "target", "progress"]


@dataclass(frozen=True, slots=True)
class Scope:
    """What a text inherits from its place: period, kind, the year of "1-11月", the subject of its row.

    ``place`` tells a table's target and progress columns from prose. ``own_level`` is the level of the
    place that the document speaks for; 全市 is its own only for a city.
    """

    period: str
    kind: Kind | Literal[""]
    year: str
    place: Place = "prose"
    subject: str = ""
    subject_unit: str = ""
    own_level: str = "区县"
    district: str = ""
    district_full: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure and its name. ``clause`` is the span that states it; ``versus`` an unusual base of growth."""

    quantity: Quantity
    name: str
    indicator: str
    measure: Measure
    period: str
    kind: Kind
    clause: Span
    district: str = ""


@dataclass(slots=True)
class _State:
    """What later clauses of a sentence may leave out."""

    names: tuple[str, ...] = ()
    lead: Lead = field(default_factory=lambda: Lead(()))
    unit: str = ""
    nouns: dict[str, str] = field(default_factory=dict)
    verb: str = ""
    owner: str = ""
    topic: str = ""
    term: str = ""
    district: str = ""
    told: list[str] = field(default_factory=list)
    estimate: bool = False
    settled: bool = False


_TARGET = re.compile(r"力争|争取(?![省市国中上])|确保|目标(?:是|为|值|增速|[:：])|计划(?:新|投|完成|建|创)|预期|拟|(?:明年|来年|下一步)")
_PLANNED_AMOUNT = re.compile(r"(?:年度|全年|原定)?(?:计划|目标)(?:总?投资|任务|值|增速|增长|为|是)*$")
_COMPLETED_PLAN = re.compile(r"(?:完成|达到|占)[^，,、]{0,6}(?:计划|目标|任务)[^，,]{0,6}的?$")
_PLAN_AFTER = re.compile(r"的(?:年度|全年)?(?:投资|增速|增长)?(?:目标|任务|计划)")
_EXISTING = re.compile(r"(?:发挥|依托|围绕|聚焦|瞄准|立足|按照|根据|结合|用好|突出|紧扣)[好]?$")
_ESTIMATE = re.compile(r"预计|预估|估计|测算")
_SETTLED = re.compile(r"截[至止](?:目前|\d)|目前为止|今年以来|年初以来|累计(?:已|走访|完成)|已(?:完成|建|引|签|落|新|获|投|有|达|超)")
_COMPARED = re.compile(r"(?:[较比同于自从由]|基于|相比)[“ ]?$")
_BASE = re.compile(r"去年基数|上年基数|去年同期|上年同期|同期基数")
_OUTSIDE = re.compile(r"^(?:其中[,，]?)?(?:全市|全省|全国|我市|我省)(?!首|率先|领先|前列|第|最|唯一|[一二三]|性|重点|一体|文明|统一)")
_PLAN_SPAN = re.compile(r"(?:规划)?(?:期间|时期|末|以来|期末|收官)")
_DAY = re.compile(r"[日号初旬]")
_SHARE = re.compile(r"占|比重|占比|比例|率|覆盖|份额|满意度|进度|形象")
_INTENSITY = re.compile(r"强度|每[万百千]|亩均|单位(?:GDP|生产总值|面积|产值|增加值|能耗)|万元[^，]{0,6}能耗|密度")
_PREDICATE = re.compile(
    r"^(?:并|且|等(?!级)|后(?!备|勤)|以(?!上|下)|来|与|较|比|同比|居(?!民|家)|列(?!入|车)|位[列居于]|占|增(?=长|加|至|幅|速)|净增|达(?!标)|和(?!美|谐)|及(?!时)|至|到|用于|分别|均(?!衡)|在(?!建|园|校|册|营)|为|是|由|将|已|总投资|其中|累计|全部|顺利|正式|正在|建成|启动|运行|通过|高于|低于|快于|左右|上下|实现|开工(?!项)|竣工|投用|落地|完工|获|入选|[、，,；;：:。）)”\s]|$)"
)
_VERBAL = re.compile(r"^(?:全部|顺利|正式|正在|实现|完成|开工|竣工|投用|建成|获|入选|通过|启动|落户|上市|运营|挂牌|揭牌|落成|封顶|结顶|参与|参加|参会|受益|上岗|现场|进入|接受)")
_ATTRIBUTE_UNITS = {"分钟", "岁", "天", "年", "个月", "周", "秒", "工作日", "小时"}
_DONE_WITHIN = re.compile(r"^(?:”|办|内|之内|以内|完成|审批|响应|[，,。；;、）)]|$)")
_UNIT_BRACKET = re.compile(r"^[（(][^（()）]{1,4}[)）]")
_RISES_TO = re.compile(
    r"(?:提高|提升|下降|减少|增加|增长|降低|缩短|压缩|扩大|上升|跃升|降|升|增|减)?[^，,、]{0,2}[至到]"
)
_NEW = re.compile(r"新|净增|创建|建成|开工|竣工|招引|引进|落地|入选|认定")
_AGE = re.compile(r"周?岁")
_HAN = re.compile(r"[\u4e00-\u9fff“A-Za-z]")
_RESULT = re.compile(r"入选|获评|获得|列入|获批|入围|荣获|上榜|落户|落地|开工|竣工|投用|建成")
_TAIL_OF_TERM = re.compile(
    r"(?:数|数量|总数|个数|总量|总额|额|量|面积|人数|项目|企业|规模|增速|增幅|增长|比例|建设|任务|工程|[“”()（）])*"
)


def read_figures(text: str, scope: Scope, lexicon: IndicatorLexicon) -> list[Figure]:
    """Read the figures of a text; spans are those of the text.

    A figure whose name cannot be found is left out, as are numbers that describe a thing
    ("10亿元以上项目", "15分钟健身圈").
    """
    quantities = find_quantities(text)
    if not quantities:
        return []
    mentions = find_periods(text, scope.year)
    reader = _Reader(text, scope, lexicon, mentions)
    starts = [q.start for q in quantities]
    for sentence in split_sentences(text):
        own = quantities[bisect_left(starts, sentence[0]) : bisect_left(starts, sentence[1])]
        reader.read_sentence(sentence, own)
    return reader.figures


class _Reader:
    """Reads one text, sentence by sentence."""

    def __init__(
        self,
        text: str,
        scope: Scope,
        lexicon: IndicatorLexicon,
        mentions: Sequence[PeriodMention],
    ) -> None:
        self.text = text
        self.scope = scope
        self.lexicon = lexicon
        self.mentions = mentions
        self.figures: list[Figure] = []
        self.nouns: dict[str, str] = {}
        self.owner = ""

    def read_sentence(self, sentence: Span, quantities: Sequence[Quantity]) -> None:
        """Read a sentence's figures in order, clause after clause."""
        text = self.text
        kept = [q for i, q in enumerate(quantities) if not self._is_attribute(quantities, i, sentence[1])]
        clauses = split_clauses(text, sentence, kept)
        groups = group_figures(text, clauses, kept)
        state = self._opening_state(sentence)
        with_figures = {g.clause for g in groups}
        events: list[tuple[int, Clause | Group]] = [
            *((c.start, c) for c in clauses if c not in with_figures and not c.inner),
            *((g.figures[0].start, g) for g in groups),
        ]
        outer = state
        for _, event in sorted(events, key=lambda e: e[0]):
            if isinstance(event, Clause):
                self._note_clause(event, state)
            elif event.clause.inner:
                inner = replace(outer, nouns=dict(outer.nouns), told=list(outer.told))
                self._read_group(event, inner, sentence)
            else:
                self._read_group(event, outer, sentence)

    def _opening_state(self, sentence: Span) -> _State:
        """其中 at the start of a sentence goes on with the one before it."""
        opening = self.text[sentence[0] : sentence[0] + 8].lstrip()
        words = self.text[slice(*sentence)]
        settled = _SETTLED.search(words) is not None and _TARGET.search(words) is None
        state = _State(settled=settled)
        if re.match(r"其中|同比|增速|增长|排名|分别|总量|总数", opening) and self.figures:
            last = self.figures[-1]
            state.names = (last.name,)
            state.owner = self.owner or last.name
            state.nouns = dict(self.nouns)
            state.estimate = last.kind == "estimate"
        return state

    def _note_clause(self, clause: Clause, state: _State) -> None:
        words = self.text[clause.start : clause.end]
        topic = topic_of(_without_mentions(self.text, (clause.start, clause.end), self.mentions))
        if topic and len(topic) <= 24:
            state.topic = topic
            state.nouns = {}
            if clause.colon and self.scope.place == "progress":
                # "交通堵点治理：已完成3个"
                state.names = (topic,)
                state.owner = topic
        terms = self.lexicon.find(words, colloquial=False)
        state.term = terms[-1].text if terms else state.term
        state.estimate = state.estimate or (
            _ESTIMATE.search(words) is not None and self.scope.place != "target" and "预计于" not in words
        )

    # -- one group of figures -------------------------------------------------------------

    def _read_group(self, group: Group, state: _State, sentence: Span) -> None:
        text = self.text
        lead_text = _without_mentions(text, group.lead, self.mentions)
        place, lead_text = split_place(lead_text, self.scope.district, self.scope.district_full)
        if place or lead_text.strip("、，, "):
            state.district = place if group.lead[0] == group.clause.start else state.district
        follow = text[slice(*group.follow)]
        if _EXISTING.search(lead_text):
            return
        first = group.figures[0]
        if first.is_rank:
            named = self._rank_names(group.figures, lead_text, state)
        else:
            named = self._names(group, lead_text, follow, state)
        if not named:
            return
        state.estimate = state.estimate or self._estimates(group)
        for quantity, name, lead in named:
            self._add(quantity, name, lead, group, state, sentence)
        self._remember(named, group, state)

    def _names(
        self, group: Group, lead_text: str, follow: str, state: _State
    ) -> list[tuple[Quantity, str, Lead]]:
        """Pair the figures of a group with names, from before, after, or earlier clauses."""
        figures = group.figures
        count = len(figures) if _is_list(figures, lead_text) else 1
        lead = parse_lead(lead_text, count, rate=_is_rate(figures[0]))
        if lead.completion and follow.startswith("的"):
            lead = replace(lead, completion=False, growth="增速")
        follow = _UNIT_BRACKET.sub("", follow)
        if self._is_named_after(figures[-1], lead, follow, lead_text):
            examples = lead_text.rstrip().endswith("等")
            names = () if examples else lead.names
            listed = state.verb if re.search(r"[、和及与]\s*$", lead_text) else None
            name = self._name_from_follow(lead_text, follow, names, group.runs_on, listed)
            return [(q, name, Lead((), "")) for q in figures] if name else []
        if group.clause.inner and state.names:
            inner = self._names_in_brackets(figures, lead, lead_text, state)
            if inner:
                return inner
        if self._is_outside(lead_text):
            return []
        if lead.names:
            if figures[-1].unit == "%" and _HAN.match(follow) and not _PREDICATE.match(follow):
                # "工业用地100%按“标准地”出让"
                lead = replace(lead, names=(*lead.names[:-1], lead.names[-1] + name_after(follow)))
            return self._names_from_lead(figures, lead, state)
        return self._names_carried_over(figures, lead, state, group)

    def _names_in_brackets(
        self, figures: Sequence[Quantity], lead: Lead, lead_text: str, state: _State
    ) -> list[tuple[Quantity, str, Lead]]:
        """"(去年基数172.3亿元)" is of the thing before, "(含土地款68.8亿元)" a part of it."""
        owner = state.names[-1]
        if _BASE.search(lead_text) or re.fullmatch(r"[\s、，,]*(?:基数|同期)?", lead_text):
            return [(q, owner, lead) for q in figures]
        part = re.match(r"[\s、，,]*((?:其中)?(?:含|包括|包含)[^，,]{1,12})", lead_text)
        if part:
            return [(q, f"{owner}({part.group(1)})", lead) for q in figures]
        return []

    def _in_brackets(self, mention: PeriodMention, position: int) -> bool:
        """Whether brackets around a mention close before ``position``."""
        between = self.text[mention.end : min(position, mention.end + 120)]
        closing = re.search(r"[)）]", between)
        return closing is not None and not re.search(r"[(（]", between[: closing.start()])

    def _is_named_after(self, figure: Quantity, lead: Lead, follow: str, lead_text: str) -> bool:
        words = follow.strip()
        if lead_text.rstrip().endswith("连续"):
            return True
        if not words or _PREDICATE.match(words) or not _HAN.match(words):
            # "9个…项目实现开工" is named after it, "市级总部企业42家通过认定" before it.
            return False
        if lead.growth or lead.completion:
            return False
        family = unit_family(figure.unit)
        if family in ("%", "‰", "百分点", ""):
            return not lead.words and (words.startswith("的") or not lead_text.strip("、，,和及 "))
        counted = family in ("个", "人", "户", "家次", "人次", "户次")
        if counted:
            named = bool(lead.names) and not is_verb(lead.names[-1])
            return not (named and _VERBAL.match(words) and not lead_text.rstrip().endswith("等"))
        return not lead.names or family in ("平方米", "公里", "亩")

    def _name_from_follow(
        self,
        lead_text: str,
        follow: str,
        lead_names: tuple[str, ...],
        runs_on: bool,
        listed: str | None,
    ) -> str:
        """The name behind a figure with its verb, which a list names once (``listed``)."""
        name = name_after(cut_predicate(follow) if runs_on else follow)
        if not name:
            return ""
        if lead_text.rstrip().endswith("连续"):
            return "连续" + name
        verb = verb_before(lead_text) if listed is None else listed
        if re.match(r"(?:项目|企业|活动|任务|工程|房源|设备)", name) and lead_names and not verb and listed is None:
            # "大城北规划213个项目"
            return lead_names[-1] + name
        return verb + name

    def _names_from_lead(
        self, figures: Sequence[Quantity], lead: Lead, state: _State
    ) -> list[tuple[Quantity, str, Lead]]:
        names = lead.names
        if len(figures) == 1 and (lead.shared or (lead.growth and self._all_terms(names[0]))):
            parts = split_shared(names[0], told=True)
            return [(figures[0], part, lead) for part in parts]
        if len(names) == len(figures) > 1:
            names = self._completed(names)
        if len(names) == len(figures):
            return [(q, self._full_name(n, q, lead, state), lead) for q, n in zip(figures, names, strict=True)]
        return [(q, self._full_name(names[0], q, lead, state), lead) for q in figures]

    def _completed(self, names: tuple[str, ...]) -> tuple[str, ...]:
        """城镇 of "城镇、农村居民人均可支配收入" gets the rest of the name that it shares."""
        last = names[-1]
        full = []
        for name in names[:-1]:
            part = name if name in last else re.sub(r"(?:收入|增加值|投资|产值|率|[量额数])$", "", name)
            whole = part + last[len(part) :]
            full.append(whole if len(part) <= 4 and self.lexicon.canonical(whole) else name)
        return (*full, last)

    def _all_terms(self, name: str) -> bool:
        """Whether every part of "A、B" is a known indicator."""
        parts = split_shared(name, told=True)
        return len(parts) > 1 and all(self.lexicon.canonical(part) for part in parts)

    def _full_name(self, name: str, figure: Quantity, lead: Lead, state: _State) -> str:
        """Add the verb that a list leaves out (新增A250家、B16家) or the row's subject to a name."""
        if lead.growth:
            return name
        counted = unit_family(figure.unit) not in ("%", "‰", "百分点", "元", "美元", "")
        if not counted:
            first = not state.names or state.names == (self.scope.subject,)
            if first and self.scope.place == "progress" and is_generic(name, self.scope.subject):
                return self.scope.subject
            if first and is_generic(name, state.term):
                return state.term
        if is_partial(name) and (state.owner or self.owner):
            if name == "总数" and self.scope.subject.endswith(name):
                return self.scope.subject
            return (state.owner or self.owner) + name
        listed = lead.joint == "、" or _NEW.match(state.verb)
        if counted and listed and not lead.has_verb and "已" not in lead.words:
            return state.verb + name
        return name

    def _names_carried_over(
        self, figures: Sequence[Quantity], lead: Lead, state: _State, group: Group
    ) -> list[tuple[Quantity, str, Lead]]:
        """Names for figures whose clause has none: "同比增长6%", "续建2所", "完成率133%"."""
        known = state.names or self._subject_for(figures[0], lead, state)
        family = unit_family(figures[0].unit)
        rate = family in ("%", "‰", "百分点")
        if lead.growth or lead.completion or not lead.words or (rate and not lead.verb):
            if not lead.words and not lead.growth and state.unit == figures[0].unit:
                # "增长力争6%（确保5.5%）" is growth both times.
                lead = replace(state.lead, names=(), shared=lead.shared)
            if known and "累计" in self.text[slice(*group.lead)]:
                # After "新增325家" the sum is of what there is, not of what is new.
                known = (f"累计{noun_of(known[-1])}",)
            if known:
                return self._paired(figures, known, lead, state.told)
        if lead.verb:
            name = self._verb_name(lead.verb, figures[0], state, group)
            return [(q, name, lead) for q in figures] if name else []
        return self._paired(figures, known, lead)

    def _subject_for(self, figure: Quantity, lead: Lead, state: _State) -> tuple[str, ...]:
        """The row's subject, where this figure can be of it, else what the sentence is about."""
        subject = self.scope.subject
        family = unit_family(figure.unit)
        if subject and (lead.growth or family in ("%", "百分点", "‰") or not state.topic):
            return (subject,)
        if subject and self.scope.subject_unit and unit_family(self.scope.subject_unit) == family:
            return (subject,)
        return (state.topic,) if state.topic else ()

    def _paired(
        self,
        figures: Sequence[Quantity],
        known: Sequence[str],
        lead: Lead,
        told: Sequence[str] = (),
    ) -> list[tuple[Quantity, str, Lead]]:
        if not known:
            return []
        if len(known) != len(figures) and lead.shared and len(told) >= len(figures):
            # "接待游客1235万人次,实现旅游收入156亿元,分别增长12%和15%"
            known = told[-len(figures) :]
        if len(known) == len(figures):
            return [(q, name, lead) for q, name in zip(figures, known, strict=True)]
        if len(figures) == 1 and len(known) > 1:
            return [(figures[0], name, lead) for name in (known if lead.shared else known[-1:])]
        return [(q, known[0], lead) for q in figures]

    def _verb_name(self, verb: str, figure: Quantity, state: _State, group: Group) -> str:
        """续建 + what was counted in the same unit before, else what the sentence is about."""
        noun = state.nouns.get(figure.unit) or ("" if state.topic else state.nouns.get("", ""))
        if noun:
            return verb + noun
        return state.topic + verb if state.topic else self.scope.subject

    def _rank_names(
        self, figures: Sequence[Quantity], lead_text: str, state: _State
    ) -> list[tuple[Quantity, str, Lead]]:
        """Names for 第一 and its like; the scope (全市) travels in the lead."""
        name, scope = parse_rank_lead(lead_text)
        if re.fullmatch(r"总量|总数|总额|规模|增速|增幅|数量", name) and state.names:
            name = state.names[-1] + name
        names: tuple[str, ...] = split_shared(name) if name.endswith(("增速", "增幅")) else (name,)
        if not name:
            names = state.names or ((self.scope.subject,) if self.scope.subject else ())
        lead = Lead((), versus=scope)
        return [(figures[0], n, lead) for n in names]

    # -- what is said about it ------------------------------------------------------------

    def _add(
        self, quantity: Quantity, name: str, lead: Lead, group: Group, state: _State, sentence: Span
    ) -> None:
        measure = _measure(quantity, name, lead)
        kind = self._kind(group, state, quantity, sentence)
        period = self._period(quantity, sentence, measure, group)
        if self.scope.place == "prose":
            kind, period = self._by_year(kind, period, quantity, sentence)
        if kind == "target" and self.scope.place == "progress":
            period = year_of(period) or period
        figure = Figure(
            quantity=quantity,
            name=name,
            indicator=self._indicator(name, lead, measure),
            measure=measure,
            period=period,
            kind=kind,
            clause=(group.clause.start, group.clause.end),
            district=state.district,
        )
        self.figures.append(figure)

    def _remember(
        self, named: Sequence[tuple[Quantity, str, Lead]], group: Group, state: _State
    ) -> None:
        names = tuple(dict.fromkeys(name for _, name, _ in named))
        last = group.figures[-1]
        if not last.is_rank or not state.names:
            state.names = names
            verb_only = state.topic and names[-1].startswith(state.topic)
            noun = state.topic if verb_only else noun_of(names[-1])
            state.nouns[last.unit] = self.nouns[last.unit] = noun
            state.nouns[""] = noun
            state.told.extend(n for n in names if n not in state.told)
            if self.lexicon.canonical(noun):
                state.term = noun
            state.unit = last.unit
            state.lead = named[-1][2]
            state.verb = creation_verb(names[-1])
            own = named[-1][2].names
            if not (own and (is_partial(own[-1]) or own[-1].endswith(("占比", "比重", "率")))):
                state.owner = names[-1]
                self.owner = names[-1] if self.scope.place == "progress" else ""

    def _indicator(self, name: str, lead: Lead, measure: Measure) -> str:
        core = canonical_name(name, self.lexicon)
        if measure == "rank":
            return core or f"{name}({lead.versus}排名)"
        core = core or name
        if measure == "growth" and (lead.versus or lead.growth in ("高于", "低于", "快于", "慢于")):
            return f"{core}({lead.versus or lead.growth})"
        if lead.completion:
            return f"{core}计划完成率"
        return core

    def _estimates(self, group: Group) -> bool:
        words = self.text[group.clause.start : group.figures[0].start]
        return self.scope.place != "target" and _ESTIMATE.search(words) is not None

    def _kind(self, group: Group, state: _State, quantity: Quantity, sentence: Span) -> Kind:
        before = self.text[group.clause.start : quantity.start]
        near = self.text[group.lead[0] : quantity.start]
        after = self.text[quantity.end : quantity.end + 10]
        if self.scope.place == "target" or self.scope.kind == "target":
            if self.scope.place == "prose" and state.settled:
                return "actual"
            return "floor" if "确保" in near else "target"
        planned = _PLANNED_AMOUNT.search(near) is not None
        completed = _COMPLETED_PLAN.search(near) is not None and not after.startswith("的")
        if not completed and (planned or _PLAN_AFTER.match(after)):
            return "target"
        if group.clause.inner and _BASE.search(near):
            return "actual"
        if state.estimate or _ESTIMATE.search(near):
            return "estimate"
        if self.scope.place == "prose" and _TARGET.search(before):
            return "floor" if "确保" in near and self.scope.kind == "" else "target"
        return "actual"

    def _by_year(
        self, kind: Kind, period: str, quantity: Quantity, sentence: Span
    ) -> tuple[Kind, str]:
        """A year before the one planned for tells a result, "到2025年" after it a plan."""
        own = year_of(self.scope.period)
        if self.scope.kind == "target" and own and year_of(period) < own and "/" not in period[:5]:
            return ("actual" if kind in ("target", "floor") else kind), period
        for mention in self.mentions:
            if not sentence[0] <= mention.start < quantity.start:
                continue
            ahead = self.text[max(0, mention.start - 1) : mention.start] in ("到", "至")
            if ahead and own and year_of(mention.period) > own:
                return "target", mention.period
        return kind, period

    def _period(self, quantity: Quantity, sentence: Span, measure: Measure, group: Group) -> str:
        inner = [c for c in (group.clause,) if c.inner]
        start = inner[0].start if inner else sentence[0]
        named = [
            m
            for m in self.mentions
            if sentence[0] <= m.start < quantity.start
            and ((bool(inner) and m.start >= start) or not self._in_brackets(m, quantity.start))
        ]
        statistic = measure in ("growth", "level", "share", "rank", "intensity")
        for mention in reversed(named):
            later = self.scope.kind == "actual" and year_of(mention.period) > self.scope.year
            if self._tells_period(mention, statistic) and not later:
                period = _cumulative(mention, self.text)
                if _BASE.match(self.text, mention.start) and mention.start >= start:
                    return self._year_before(mention, named)
                return period
        return self.scope.period

    def _year_before(self, base: PeriodMention, named: Sequence[PeriodMention]) -> str:
        """去年基数 is of the same months of the year before."""
        current = next(
            (m.period for m in reversed(named) if m.start < base.start and self._tells_period(m, True)),
            self.scope.period,
        )
        return re.sub(r"\d{4}", lambda m: str(int(m.group()) - 1), current)

    def _tells_period(self, mention: PeriodMention, statistic: bool) -> bool:
        """Whether a mention says when a figure holds, and is no base, event date or name of a plan."""
        before = self.text[max(0, mention.start - 4) : mention.start]
        after = self.text[mention.end : mention.end + 6]
        if not year_of(mention.period) or _COMPARED.search(before):
            return False
        until = mention.text.startswith("截")
        if _DAY.search(mention.text) and not until:
            return False
        if "五" in mention.text and "/" in mention.period:
            return _PLAN_SPAN.match(after) is not None
        if not until and mention.text.endswith(("月底", "月末")):
            return False
        single_month = re.fullmatch(r"\d{4}-\d{2}", mention.period) is not None
        if single_month and not until:
            return statistic or after.startswith("累计")
        return not re.match(r"左右发布|发布|公布|出台|印发", after)

    def _is_outside(self, lead_text: str) -> bool:
        """全市GDP… is not the district's figure; "(全省3家)" is not either."""
        if self.scope.own_level in ("市", "省"):
            return False
        return _OUTSIDE.match(lead_text.lstrip("、，,和及 ")) is not None

    def _is_attribute(self, quantities: Sequence[Quantity], index: int, end: int) -> bool:
        """Whether a figure only describes what another counts: 10亿元以上项目20个, 35周岁以下大学生."""
        quantity = quantities[index]
        text = self.text
        following = quantities[index + 1].start if index + 1 < len(quantities) else end
        stop = re.compile(r"[，,；;。:：]").search(text, quantity.end, following)
        follow = text[quantity.end : stop.start() if stop else following]
        has_next = stop is None and index + 1 < len(quantities)
        family = unit_family(quantity.unit)
        if _AGE.search(quantity.unit):
            return bool(follow.strip())
        if family in _ATTRIBUTE_UNITS:
            return not self._tells_duration(quantity, follow)
        if _RISES_TO.match(follow) and text[max(0, quantity.start - 1) : quantity.start] in "从由":
            return True
        if not _HAN.match(follow.lstrip()):
            return False
        if _is_han_count(quantity):
            return _RESULT.search(follow) is None
        bounded = quantity.text.endswith(("以上", "以下", "以内"))
        money = family in ("元", "美元", "平方米", "亩", "人")
        if bounded and family in ("元", "美元", "平方米", "亩", "公里", "岁"):
            return True
        counts_next = has_next and unit_family(quantities[index + 1].unit) == "个"
        return money and family != "人" and counts_next and not _PREDICATE.match(follow) and "、" not in follow

    def _tells_duration(self, quantity: Quantity, follow: str) -> bool:
        """“30分钟办结” and 连续15年 tell something, “15分钟健身圈” and 5年以上 describe."""
        before = self.text[max(0, quantity.start - 4) : quantity.start]
        if quantity.unit == "年":
            return before.endswith("连续") and quantity.value_text.isdigit()
        if follow.startswith("”"):
            return _HAN.match(follow, 1) is None
        return _DONE_WITHIN.match(follow) is not None


def canonical_name(name: str, lexicon: IndicatorLexicon) -> str | None:
    """The lexicon's name for a name in a text, None where the lexicon has none for the whole of it.

    A term inside a longer name does not count (规上服务业企业营收 is not 服务业), a verb before it and a
    counting word after it do no harm (新增国家高新技术企业数).
    """
    whole = lexicon.canonical(name)
    if whole:
        return whole
    matches = lexicon.find(name, colloquial=False)
    if not matches:
        return None
    last = matches[-1]
    if _TAIL_OF_TERM.fullmatch(name, last.end) is None:
        return None
    before = name[: last.start]
    return last.canonical if _is_frame(before) else None


def _is_frame(words: str) -> bool:
    return not words or not parse_lead(words).names


def _is_list(figures: Sequence[Quantity], lead_text: str) -> bool:
    """Whether figures side by side belong to as many things, and not to one (16宗683亩)."""
    return len(figures) > 1 and (
        "分别" in lead_text or len({figure.unit for figure in figures}) == 1
    )


def _is_rate(quantity: Quantity) -> bool:
    return unit_family(quantity.unit) in ("%", "‰", "百分点", "倍") or _is_share_in_words(quantity)


def _is_han_count(quantity: Quantity) -> bool:
    """三张清单, 四条风景线: small numbers in words, which count but seldom tell."""
    return (
        re.fullmatch(r"[一二两三四五六七八九十]", quantity.value_text) is not None
        and not quantity.qualifier
    )


def _without_mentions(text: str, span: Span, mentions: Sequence[PeriodMention]) -> str:
    words = []
    position = span[0]
    for mention in mentions:
        compared = text[mention.start - 1 : mention.start] in ("较", "比")
        if span[0] <= mention.start and mention.end <= span[1] and not compared:
            words.append(re.sub(r"[自从至到]$", "", text[position : mention.start]))
            position = mention.end
    rest = text[position : span[1]]
    words.append(re.sub(r"^(?:以来|起)", "", rest) if position > span[0] else rest)
    return "".join(words)


def _cumulative(mention: PeriodMention, text: str) -> str:
    """"11月累计" counts from January on."""
    if re.fullmatch(r"\d{4}-\d{2}", mention.period) and text.startswith("累计", mention.end):
        year = mention.period[:4]
        return f"{year}-01/{mention.period}"
    return mention.period


def _measure(quantity: Quantity, name: str, lead: Lead) -> Measure:
    family = unit_family(quantity.unit)
    if quantity.is_rank:
        return "rank"
    if family in ("%", "‰", "百分点") or _is_share_in_words(quantity):
        if lead.growth or family == "百分点":
            return "growth"
        if _INTENSITY.search(name) and "占" not in name:
            return "intensity"
        return "share"
    if lead.growth and family != "元":
        return "change"
    if _INTENSITY.search(name):
        return "intensity"
    if family in ("个", "人", "人次", "户次", "家次", "户"):
        return "count"
    return "level"


def _is_share_in_words(quantity: Quantity) -> bool:
    return "成" in quantity.value_text or "分之" in quantity.value_text
