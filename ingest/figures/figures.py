"""Figures of a running text: what each is of and measures, when it holds, whether it is planned.

Text and what it inherits come in, :class:`Figure` records go out. What a clause leaves out is
carried over from the clauses before it ("开工学校18所、竣工投用18所").
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.language.period_mentions import find_periods
from assistant.language.periods import year_of
from assistant.language.quantities import Quantity, find_quantities
from assistant.lexicon.indicators import IndicatorLexicon
from assistant.question.figure_cues import SECTOR
from assistant.schema import Kind, Measure, Span
from assistant.text import unwrapped
from ingest.figures.attributes import describes
from ingest.figures.budgets import with_plain_budgets
from ingest.figures.canonical_names import indicator_name, measure_of
from ingest.figures.carry import Scope, State
from ingest.figures.clauses import Clause, Group, group_figures, split_clauses, split_sentences
from ingest.figures.full_names import is_state
from ingest.figures.leads import Lead
from ingest.figures.name_places import Named
from ingest.figures.naming import Namer
from ingest.figures.phrases import creation_verb, is_partial, noun_of
from ingest.figures.places import split_place
from ingest.figures.plan_words import SETTLED, SO_FAR, TARGET, is_set_out
from ingest.figures.timing import Timing
from ingest.figures.topics import note_topic
from ingest.figures.wholes import of_quoted, summed_up, within_list, within_sectors, within_whole
from ingest.figures.words_around import words_around
from ingest.outline.interviews import without_speakers
from ingest.outline.script import BLANK, simplify, without_footnotes, without_remarks

# "一般公共预算收入预算安排101亿元": what is planned of it has its name.
_BUDGETED = re.compile(r"(?<=收入|支出)预算数?$")
_EXISTING = re.compile(r"(?:发挥|依托|围绕|聚焦|瞄准|立足|按照|根据|结合|用好|突出|紧扣)[好]?$")
_COMPANIES_GO_ON = re.compile(
    r"(?:共|累计|全年)?(?:实现|完成)?(?:营业收入|利润|利税|主营业务收入|亏损)"
)
_COMPANIES = re.compile(
    "(?:(?:规|限)(?:模|额)?(?:以)?上|国有)?[一-鿿]{0,6}(?:工业(?!产品)|服务业|建筑业|批发业|零售业|房地产业?|企业|公司)"
)
# "6月当月增长11.6%": the same, of one month.
_GOES_ON = re.compile(
    r"其中|同比|增速|增长|排名|分别|总量|总数"
    r"|(?:(?:\d{1,2}月份?|[一二三四]季度)[当单](?:月|季度?)?|(?:当|单)(?:月|季度?))[,，]?(?:同比)?[增下升降]"
)
# "省级项目6项,总投资140亿元。|1-12月份完成投资28亿元": into the projects counted before.
_INVESTED_THEN = re.compile(
    r"\s*(?:(?:截[至止][^，,。]{1,8}|目前|年内|全年|今年|上半年|[一二三]季度|1\s?[-—–至~～]\s?\d{1,2}月份?)[,，]?"
    r"(?:已|累计|实际|共)*)?完成(?:年度|固定资产)*投资"
)
_PROJECTS = re.compile("(?:项目|工程)$")
_SET_OUT = re.compile("^(?:共?(?:安排|确定))+")
# The end of "3. " in front of a sentence: a new item, which is of something else.
_NUMBERED = re.compile(r"(?:\d\s*[.．、]|[)）]|[①-⑳])\s*$")
# "一、促进就业(4项)" tells nothing but how long its list is.
_COUNTED_HEADING = re.compile(
    r"\s*(?:第?[一二三四五六七八九十]{1,3}[、章节]|[(（][一二三四五六七八九十]{1,3}[)）])"
    r"[^，,。；;：:\d]{2,40}[(（](?:共)?\d{1,3}[项件个条][)）]\s*"
)
# What the parts behind 其中 are parts of, where that is not the whole economy.
_POINT = re.compile(r"[一二三四五六七八九十](?:要|是)(?=[\u4e00-\u9fff]{2})")
_CAUSED = re.compile(r"等?的?(?:因素)?(?:影响|拖累|拉动|带动)")
_ACTUALLY = re.compile(
    r"\s*(?:因[^，,。；;\d]{2,14}?)?实际(?:已|共|累计)*(?!利用|使用|到位|增长|下降)(?:[一-鿿]{2}了?|为|达到?)?\s*"
)
# "计划新建驿站6处。|已建成|4处": behind a plan, no more than that it is done.
_DONE_SINCE = re.compile(
    r"[\s，,]*(?:目前|现|截至目前)?[,，]?已经?(?:累计|全部|共)*"
    r"(?:(?:完成|建成|建好|完工|竣工|投用|改造|整治|安装|发放|培育|引进)|新[建增])+了?"
)
# "上半年,建成207个" behind the task of its item
_DONE_BY_THEN = re.compile(
    r"[\s，,]*(?:已|共|累计|仅|只|才)*(?!占|同|比|增长|下降)(?:新增(?=认定|建成|投用))?"
    r"[\u4e00-\u9fff]{2}了?"
)
# "增长较快的行业:造纸业12.4%,玩具制造业8.7%"
_FASTEST = re.compile(
    r"(?:增长|增速|增幅)(?:较|最|相对|比较|明显)?[快高大]的?[一-鿿]{0,6}?(?:行业|产业|领域|门类|产品|商品|企业|园区|街道|乡镇|镇街|板块)"
    r"(?:主要)?(?:[有是为]|包括|[:：])"
)
# "1-6月税收收入9亿元。|年初预算20亿元": the plan of the same.
_PLAN_THEN = re.compile(r"\s*(?:年初|全年|年度|调整)(?:预算|计划|目标)(?:任务|安排|数)?[是为]?\d")
_GROWS = re.compile(r"[，,]\s*(?:增长|增幅|增速|下降|降幅)[为约达]?")
_DONE_OF_PLAN = re.compile(r"[\s，,]*(?:目前|现|已|累计|实际|共)*完成了?")
# "比2020年的1389亿元增加173亿元" goes on with what was told before.
_OF_THEN = re.compile(r"[\s，,、]*(?P<basis>[比较](?:19|20)\d\d年)[底末]?的")
# "覆盖率目标为:2021年36%,2022年48%": each year's figure is a goal.
_GOALS_OF_YEARS = re.compile(
    r"目标[值数]?(?:分别)?(?:[为是][:：]?|[:：])到?20\d\d年[底末]?(?:达到?|为)?$"
)
_MARKUP = str.maketrans("*#`「」", "   “”")


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure and what is said with it.

    ``name`` are the words of the text, ``indicator`` the lexicon's name where it has one;
    ``clause`` is the span that states it; ``district`` is empty for the document's own.
    """

    quantity: Quantity
    name: str
    indicator: str
    measure: Measure
    period: str
    kind: Kind
    clause: Span
    district: str = ""


def read_figures(text: str, scope: Scope, lexicon: IndicatorLexicon) -> list[Figure]:
    """Read the figures of a text; spans are those of the text.

    A figure whose name cannot be found is left out, as are numbers that describe a thing
    ("10亿元以上项目", "15分钟健身圈").
    """
    # One character for one: traditional ones, footnotes, and the marks of Markdown.
    text = without_remarks(without_footnotes(simplify(without_speakers(text)))).translate(_MARKUP)
    text = with_plain_budgets(text) if scope.place == "prose" else unwrapped(text, BLANK)
    quantities = find_quantities(text)
    if not quantities:
        return []
    reader = _Reader(text, scope, lexicon)
    starts = [q.start for q in quantities]
    for sentence in split_sentences(text):
        own = quantities[bisect_left(starts, sentence[0]) : bisect_left(starts, sentence[1])]
        if own:
            reader.read_sentence(sentence, own)
    return reader.figures


def _as_growth(quantity: Quantity, name: str, lead: Lead) -> Lead:
    """The lead of a bare rate in a list of what grew fastest: "食品制造业19.3%"."""
    plain = quantity.unit == "%" and not (lead.growth or lead.completion or "占" in name)
    return replace(lead, growth="增长") if plain and not name.endswith("率") else lead


def _since_year_before(lead: Lead, period: str) -> Lead:
    """The lead of what rose since the year before: 比2021年末多, at the end of 2022."""
    before = f"比{int(period) - 1}年" if period.isdecimal() else None
    return replace(lead, versus="") if lead.versus == before else lead


class _Reader:
    """Reads one text, sentence by sentence."""

    def __init__(self, text: str, scope: Scope, lexicon: IndicatorLexicon) -> None:
        self._text = text
        self._scope = scope
        self._lexicon = lexicon
        self._timing = Timing(text, scope, find_periods(text, scope.year))
        self._namer = Namer(scope, lexicon)
        self._last = State()
        self.figures: list[Figure] = []

    def read_sentence(self, sentence: Span, quantities: Sequence[Quantity]) -> None:
        """Read a sentence's figures in order, clause after clause."""
        text = self._text
        if _COUNTED_HEADING.fullmatch(text, *sentence):
            return
        kept = [
            q for i, q in enumerate(quantities) if not describes(text, quantities, i, sentence[1])
        ]
        clauses = split_clauses(text, sentence, kept)
        groups = group_figures(text, clauses, kept)
        counting = {group.clause for group in groups}
        events: list[tuple[int, Clause | Group]] = [
            *((c.start, c) for c in clauses if c not in counting and not c.inner),
            *((g.figures[0].start, g) for g in groups),
        ]
        if _NUMBERED.search(text, max(0, sentence[0] - 4), sentence[0]):
            self._namer.owner = ""
        state = self._opening_state(sentence)
        known = len(self.figures)
        for _, event in sorted(events, key=lambda e: e[0]):
            start = event.start if isinstance(event, Clause) else event.clause.start
            if _POINT.match(self._text, start) and start > sentence[0]:
                # "二要抓进度,…": a point of its own, whatever the one before it was of.
                state = State(estimate=state.estimate, wanted=state.wanted, settled=state.settled)
            if isinstance(event, Clause):
                note_topic(event, state, text, self._scope, self._timing, self._lexicon)
            else:
                own = state.copied() if event.clause.inner else state
                self._read_group(event, own, sentence)
        self._last = state
        self._date_as_before(sentence, known)

    def _date_as_before(self, sentence: Span, known: int) -> None:
        """Date the parts that a sentence goes on with as the whole that they are of: 其中."""
        words = self._text[slice(*sentence)].lstrip()
        whole = self.figures[known - 1] if known else None
        if whole is None or not words.startswith("其中") or "\n" in self._between(whole, sentence):
            return
        own = self._scope.period
        if year_of(whole.period) != year_of(own) or find_periods(words, self._scope.year):
            return
        for at, part in enumerate(self.figures[known:], known):
            statistic = part.measure in ("level", "growth", "change")
            if statistic and part.period == own and part.kind == whole.kind:
                self.figures[at] = replace(part, period=whole.period)

    def _between(self, figure: Figure, sentence: Span) -> str:
        return self._text[figure.quantity.end : sentence[0]]

    def _opening_state(self, sentence: Span) -> State:
        """其中 at the start of a sentence goes on with the one before it."""
        words = self._text[slice(*sentence)]
        state = State(settled=SETTLED.search(words) is not None and TARGET.search(words) is None)
        if _COMPANIES_GO_ON.match(words.lstrip()) and self._last.names:
            state.term = self._companies(sentence) or self._last.names[-1]
        if _INVESTED_THEN.match(words) and _PROJECTS.search(self._last.owner) and self.figures:
            between = self._text[self.figures[-1].quantity.end : sentence[0]]
            state.owner = "" if "\n" in between else _SET_OUT.sub("", self._last.owner)
        if _PLAN_THEN.match(words) and self.figures:
            near = "\n" not in self._between(self.figures[-1], sentence)
            state.counted = dict(self._last.counted) if near else {}
        if _GOES_ON.match(words.lstrip()) and self.figures:
            last = self.figures[-1]
            state.names = (last.name,)
            state.owner = self._namer.owner or last.name
            state.nouns = dict(self._last.nouns)
            state.estimate = last.kind == "estimate"
            sector = SECTOR.match(last.name)
            if words.lstrip().startswith("其中") and sector:
                state.sector = sector.group()
        return state

    def _companies(self, sentence: Span) -> str:
        """The companies of which the paragraph has told: their profits need not say so again."""
        paragraph = self._text.rfind("\n", 0, sentence[0])
        told = (f.name for f in reversed(self.figures) if f.clause[0] > paragraph)
        return next((name for name in told if _COMPANIES.match(name)), "")

    def _read_group(self, group: Group, state: State, sentence: Span) -> None:
        scope = self._scope
        words = self._timing.dates.without(group.lead)
        place, lead_text = split_place(words, scope.district, scope.district_full)
        if then := _OF_THEN.fullmatch(lead_text):
            state.basis = then["basis"]
            return
        if _EXISTING.search(lead_text):
            return
        lead_text, follow = words_around(group, lead_text, state, self._text, self._timing)
        if _GOALS_OF_YEARS.search(self._text, group.lead[0], group.figures[0].start):
            state.wanted = True
        if _CAUSED.match(follow) and lead_text.lstrip().startswith("受"):
            # "受房地产投资下降21%影响" is of what did it, the rest of the sentence is not.
            state, lead_text = state.copied(), lead_text.lstrip()[1:]
        named = self._as_planned(group, lead_text, sentence)
        named = named or self._namer.name(group, lead_text, follow, state)
        named = [each for each in self._of_plan_before(named, lead_text) if each[1]]
        if not named:
            return
        carried = all(name in state.names for _, name, _ in named) and lead_text == words
        if not carried or place:
            state.district = place
        before = self._text[group.clause.start : group.figures[0].start]
        state.estimate = state.estimate or self._timing.expects(before)
        # "城镇新增就业计划1.3万人，实际1.42万人"
        named = [
            (q, n.removesuffix("计划") if is_set_out(self._text, q, group) else n, lead)
            for q, n, lead in named
        ]
        fastest = _FASTEST.search(self._text, sentence[0], group.figures[0].start)
        named = [(q, n, _as_growth(q, n, lead) if fastest else lead) for q, n, lead in named]
        named = within_whole(named, group, sentence, self._text, self._lexicon)
        named = within_list(named, lead_text, sentence, self._text)
        named = summed_up(named, lead_text, state)
        named = of_quoted(named, sentence, self._text)
        if state.basis:
            named = [(q, n, replace(ld, versus=ld.versus or state.basis)) for q, n, ld in named]
            state.basis = ""
        named = within_sectors(named, state)
        for quantity, name, lead in named:
            measure = measure_of(quantity, name, lead)
            kind, period = self._timing.tell(
                quantity, group, state, sentence, statistic=measure not in ("count", "change")
            )
            kind, period = self._rate_of_plan(name, quantity) or (kind, period)
            measure = self._growth_planned(name, quantity, kind) or measure
            spanned = re.fullmatch(r"\d{4}/\d{4}", period) is not None
            if lead.versus in ("年均", "年平均") and "/" in self._scope.period and not spanned:
                # "年均增长4.8%" in a chapter on five years is of the five.
                period = self._scope.period
            plain = _BUDGETED.sub("", name) if kind == "target" else name
            base = _since_year_before(lead, period)
            indicator = indicator_name(plain, base, measure, quantity, self._lexicon)
            clause = (group.clause.start, group.clause.end)
            figure = Figure(
                quantity, name, indicator, measure, period, kind, clause, state.district
            )
            self.figures.append(self._apart(figure, sentence))
        self._remember(named, group, state)

    def _rate_of_plan(self, name: str, quantity: Quantity) -> tuple[Kind, str] | None:
        """Kind and period of the rate by which a plan grows: "计划做到300亿元,|增幅14%"."""
        last = self.figures[-1] if self.figures else None
        if last is None or last.kind != "target" or (last.name, quantity.unit) != (name, "%"):
            return None
        grows = _GROWS.fullmatch(self._text, last.quantity.end, quantity.start)
        return (last.kind, last.period) if grows and last.measure == "level" else None

    def _growth_planned(self, name: str, quantity: Quantity, kind: Kind) -> Measure | None:
        """The measure of a plan right behind the growth it is of: "增长10.5%,年初目标为10%"."""
        last = self.figures[-1] if self.figures else None
        if last is None or kind != "target" or (last.name, last.quantity.unit) != (name, "%"):
            return None
        grown = last.measure == "growth" and last.kind == "actual" and quantity.unit == "%"
        between = self._text[last.quantity.end : quantity.start]
        return "growth" if grown and not re.search("[。;；\n]", between) else None

    def _of_plan_before(self, named: list[Named], lead_text: str) -> list[Named]:
        """Name a rate as that of the plan right before it: "年初预算12亿元,已完成59.7%"."""
        last = self.figures[-1] if self.figures else None
        if last is None or last.kind != "target" or not _DONE_OF_PLAN.fullmatch(lead_text):
            return named
        return [
            (q, n, replace(lead, completion=lead.completion or (q.unit == "%" and n == last.name)))
            for q, n, lead in named
        ]

    def _as_planned(self, group: Group, lead_text: str, sentence: Span) -> list[Named]:
        """Name what was done as the plan before it: "计划新增泊位80个，实际新增91个"."""
        last = self.figures[-1] if self.figures else None
        so_far = (
            SO_FAR.match(self._text, sentence[0]) if _DONE_BY_THEN.fullmatch(lead_text) else None
        )
        since = _DONE_SINCE.fullmatch(lead_text) and last is not None and last.kind == "target"
        if last is None or not (so_far or since or _ACTUALLY.fullmatch(lead_text)):
            return []
        opening = so_far.end() if so_far else sentence[0] + 1
        begins = group.lead[0] <= opening
        gap = self._text[last.quantity.end : sentence[0] if so_far else group.clause.start]
        if since and not begins:
            return []
        beside = gap.strip("。;；") == "" if begins else not re.search("[。;；]", gap)
        if not beside or "\n" in gap:
            return []
        set_out = [f for f in self.figures if f.clause[1] >= last.clause[0] and f.kind == "target"]
        named: list[Named] = []
        for figure in group.figures:
            names = [f.name for f in set_out if f.quantity.unit == figure.unit]
            if len(names) != 1:
                return []
            named.append((figure, names[0], Lead(())))
        return named

    def _remember(self, named: Sequence[Named], group: Group, state: State) -> None:
        """Keep what later clauses may leave out."""
        names = tuple(dict.fromkeys(name for _, name, _ in named))
        state.listed = ""
        last = group.figures[-1]
        if last.is_rank and state.names:
            return
        about_topic = state.topic and names[-1].startswith(state.topic)
        noun = state.topic if about_topic else noun_of(names[-1])
        state.names = names
        state.nouns[last.unit] = state.nouns[""] = noun
        for quantity, name, _ in named:
            state.counted.pop(quantity.unit, None)  # the last one goes last
            state.counted[quantity.unit] = name
        state.told.extend(n for n in names if n not in state.told)
        state.term = noun if self._lexicon.canonical(noun) else state.term
        state.unit, state.lead = last.unit, named[-1][2]
        state.verb = creation_verb(names[-1])
        own = state.lead.names
        state.partial = bool(own) and is_partial(own[-1])
        of_owner = own and (state.partial or is_state(own[-1]))
        if not (of_owner or (own and own[-1].endswith(("占比", "比重", "率")))):
            state.owner = names[-1]
            self._namer.owner = names[-1] if self._scope.place == "progress" else ""

    def _apart(self, part: Figure, sentence: Span) -> Figure:
        """Keep the name of a part of what the sentence has told by the same name.

        "停车泊位5360个,其中公共泊位1980个": 公共泊位 is another word for the whole elsewhere.
        """
        clause = self._text[slice(*part.clause)].lstrip("、，, ")
        wholes = [f for f in self.figures if f.clause[0] >= sentence[0]]
        names = {
            f.name
            for f in wholes
            if (f.indicator, f.period, f.quantity.unit)
            == (part.indicator, part.period, part.quantity.unit)
        }
        is_part = clause.startswith("其中") and bool(names) and part.name not in names
        return replace(part, indicator=part.name) if is_part else part
