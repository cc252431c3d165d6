"""Figures of a running text: what each is of and measures, when it holds, whether it is planned.

Text and what it inherits come in, :class:`Figure` records go out. What a clause leaves out is
carried over from the clauses before it ("开工学校18所、竣工投用18所").
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.language.periods import find_periods, year_of
from assistant.language.quantities import Quantity, find_quantities
from assistant.language.units import unit_family
from assistant.lexicon.indicators import IndicatorLexicon
from assistant.schema import Kind, Measure, Span
from assistant.text import unwrapped
from ingest.figures.attributes import describes
from ingest.figures.carry import Scope, State
from ingest.figures.clauses import Clause, Group, group_figures, split_clauses, split_sentences
from ingest.figures.leads import Lead
from ingest.figures.name_places import Named, is_rate, is_share_in_words
from ingest.figures.naming import Namer
from ingest.figures.phrases import creation_verb, is_partial, noun_of, topic_of
from ingest.figures.places import split_place
from ingest.figures.timing import GOALS, SETTLED, TARGET, Timing
from ingest.figures.vocabulary import ABOVE, ADJUSTED, BRINGS, FASTER
from ingest.outline.script import BLANK, simplify, without_footnotes, without_remarks

__all__ = ["Figure", "Scope", "canonical_name", "read_figures"]

_EXISTING = re.compile(r"(?:发挥|依托|围绕|聚焦|瞄准|立足|按照|根据|结合|用好|突出|紧扣)[好]?$")
_COMPANIES_GO_ON = re.compile(
    r"(?:共|累计|全年)?(?:实现|完成)?(?:营业收入|利润|利税|主营业务收入|亏损)"
)
_GOES_ON = re.compile(r"其中|同比|增速|增长|排名|分别|总量|总数")
_INTENSITY = re.compile(
    r"强度|每[万百千]|亩均|单位(?:GDP|生产总值|面积|产值|增加值|能耗)|万元[^，]{0,6}能耗|密度"
)
_TAIL_OF_TERM = re.compile(
    r"(?:[受立发]案数|数|数量|总数|存量|保有量|个数|总量|总额|金额|净增|额|量|面积|人数|项目|企业|规模|增速|增幅|增长率|增长速度|增长|比例|建设|任务|工程"
    r"|现价|当年价|[“”()（）])*"
)
# How a sum was reached is no part of its name: "最终核实2021年全县生产总值",
# "按常住人口计算人均地区生产总值".
_RECKONED = re.compile(
    r"^(?:经|按|据)?(?:(?:最终|初步|统一)?(?:核算|核实|核定|计算|测算)(?:后|的)?(?=.{4})"
    r"|按(?:年[末均]|年平均)?(?:常住|户籍)人口计算的?(?=人均))"
)
# "农林牧渔业(包括农林牧渔专业及辅助性活动)增加值"
_COMPRISED = re.compile(r"[(（](?:包括|包含|含)[^()（）]{2,24}[)）](?=[\u4e00-\u9fff])")
# The end of "3. " in front of a sentence: a new item, which is of something else.
_NUMBERED = re.compile(r"(?:\d\s*[.．、]|[)）]|[①-⑳])\s*$")
# "一、促进就业(4项)" tells nothing but how long its list is.
_COUNTED_HEADING = re.compile(
    r"\s*(?:第?[一二三四五六七八九十]{1,3}[、章节]|[(（][一二三四五六七八九十]{1,3}[)）])"
    r"[^，,。；;：:\d]{2,40}[(（](?:共)?\d{1,3}[项件个条][)）]\s*"
)
_AMONG = re.compile(r"\s*(?:其中[,，])?在([\u4e00-\u9fff]{4,16})中[,，]")
# What the parts behind 其中 are parts of, where that is not the whole economy.
_SECTOR = re.compile(r"(?:民营|非公(?:有制)?|数字|海洋|县域|开放型)经济|民营企业|个体私营")
_REACHED = re.compile(r"(?<=[\u4e00-\u9fff]{2})(?:实现|完成)(?=[\u4e00-\u9fff]{2})")
# "其中交通运输业恢复强劲,…"
_TRADE = re.compile(
    r"其中[，,]?([\u4e00-\u9fff]{1,8}?(?:业|产业|投资|消费|进出口|税收))"
    r"(?=恢复|增势|表现|增长|保持|快速|较快|平稳|稳步|稳定|持续|明显|回升|回落|下[降滑]|向好|活跃|强劲)"
)
# "其中养老类得分最高,为96.8分": a figure of its own.
_EXTREME = re.compile(r"最[高低多少大小快慢好差]$")
# What brackets behind a name qualify without making it another name.
_QUALIFIED = re.compile(
    r"[(（](?:不含农户|上年(?:同期)?=100|按[^()（）]{2,12}|现价|可比价|不变价|自然口径)[)）]$"
)
# "一般公共预算收入（同口径）" is another sum than the one that was collected.
_SAME_BASIS = re.compile(r"[(（](?:按)?(?:同口径|可比口径)(?:计算)?[)）]$")
# "1.新改扩建学校12所", "实际建成长者食堂18个"
_INTRODUCED = re.compile(
    r"^(?:\d{1,2}[.．、](?!\d)|保持|促成|实际(?=建成|完成|新增|开工|竣工|改造))+"
)
_OTHER_NAME = re.compile(r"[(（]([^()（）]{3,16})[)）]$")
_OWN_MONEY = re.compile(r"(?:计划|完成)?(?:投资|总投资|投资总?额)")
# "经济增长5.3%", "全区经济增速": the whole economy is measured by its product.
_ECONOMY = re.compile(r"(?:[全我本][区县市旗州省])?(?:国民|区域|县域)?经济(?:总体|运行)?")
_FALLEN = re.compile(r"(?:下降|下滑|下跌|回落|减少|增长|上升|上涨)$")
_BY_PLAN = re.compile(
    r"([^，,；;。：:、\n()（）\d]*?)(目标|计划|预期|预算|任务)[值数]?[(（](?:[^()（）]{1,12}([)）]))?$"
)
_APART = re.compile(r"(?:还|尚|仍|有|相|差|低|高|少|多|了|出|约|的|\s)*")
_REASON = re.compile(r"^\s*(?:主要)?(?:是|因|受|由于)*")
_POINT = re.compile(r"[一二三四五六七八九十](?:要|是)(?=[\u4e00-\u9fff]{2})")
_CAUSED = re.compile(r"等?的?(?:因素)?(?:影响|拖累|拉动|带动)")
# "跻身中国县域创新百强": what the rank told next is a place in.
_LISTED = re.compile(
    r"(?:入选|跻身|进入|入围|获评|荣获|上榜|登上|荣登|列入|进位)"
    r"([^，,；;。]{2,20}?(?:[百千十\d]强|百佳)[区县市镇乡旗州]{0,3}|[^，,；;。]{2,20}?榜单?)[”\s]*$"
)
_MARKUP = str.maketrans("*#`「」", "   “”")
_LONGEST_TOPIC = 24
_MOVED = re.compile(
    r"([一-龥]{2,8}?(?:工业|制造业|建筑业|产业|农业|服务业))(?:逆势|持续|稳步|快速|较快|平稳|加快|强劲|加速|止跌|企稳|保持|实现)*"
    r"(?:增长|回升|向好|攀升|上扬|下滑|回落|恢复|发力)"
)


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
    text = without_remarks(without_footnotes(simplify(text))).translate(_MARKUP)
    if scope.place != "prose":
        text = unwrapped(text, BLANK)
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


_ACTUALLY = re.compile(
    r"\s*实际(?:已)?(?:完成|新增|建成|改造|新建|检查|筛查|救助|培训|发放|开工|投用|办理|达到?|为)?\s*"
)
# "120个重大项目中已开工84个"
_AMONG_THEM = re.compile(r"^[\u4e00-\u9fff]{2,14}中(?=已|仍|尚)")
# "比2020年的1389亿元增加173亿元" goes on with what was told before.
_OF_THEN = re.compile(r"[\s，,、]*(?P<basis>[比较](?:19|20)\d\d年)[底末]?的")
# "21个项目列入省重点。1-11月,完成工业投资12亿元": what was put into these projects alone.
_PROJECTS_LISTED = re.compile(
    r"个[^，,。;；]{0,16}项目[^，,。;；]{0,6}(?:列入|纳入|入选)[^。;；]*[。;；]\s*$"
)
_PUT_IN = re.compile(r"(?:共|已|累计|实际)*完成(?=[\u4e00-\u9fff]{2,8}投资$)")
_OF_LISTED = "所列项目"
_SHARE_OF = re.compile(r"占[^占比率]{2,}$")
_PART = re.compile(r"(.{2,}?)(占.+(?:比重|比例|比))")
_OF_PRODUCT = re.compile(r"(?:占|相当于)(?:地区|国内)?生产总值(?:的)?(?:比例|比率)?")


def canonical_name(name: str, lexicon: IndicatorLexicon) -> str | None:
    """The lexicon's name for a name in a text, None where the lexicon has none for all of it.

    A term inside a longer name does not count (服务业 is not 规上服务业企业营收); a verb before it
    and a counting word behind it do no harm (新增国家高新技术企业数).
    """
    # "规上工业实现增加值" is 规上工业增加值.
    name = _COMPRISED.sub("", _RECKONED.sub("", name)) if not lexicon.canonical(name) else name
    whole = lexicon.canonical(name) or lexicon.canonical(_REACHED.sub("", name, count=1))
    if not whole and (of_product := _OF_PRODUCT.sub("占GDP", name)) != name:
        whole = lexicon.canonical(of_product) or lexicon.canonical(f"{of_product}比重")
    part = _PART.fullmatch(name)
    if not whole and part and (owner := lexicon.canonical(part.group(1))):
        whole = lexicon.canonical(owner + part.group(2))  # "数字经济规模占GDP比重"
    if not whole and _SHARE_OF.search(name):
        whole = lexicon.canonical(f"{name}比重")  # "占地区生产总值的11.5%"
    if whole:
        return whole
    other = _OTHER_NAME.search(name)
    if other and (known := lexicon.canonical(other.group(1))):
        # "城镇常住人口占常住人口比重(常住人口城镇化率)"; 老年食堂（助餐点） is one name.
        last = lexicon.find(name, colloquial=False)[-1:]
        return last[0].canonical if last and last[0].end == len(name) else known
    name = _INTRODUCED.sub("", _QUALIFIED.sub("", name))
    matches = lexicon.find(name, colloquial=False)
    if not matches or _TAIL_OF_TERM.fullmatch(name, matches[-1].end) is None:
        return None
    before = name[: matches[-1].start]
    return matches[-1].canonical if BRINGS.fullmatch(before) else None


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
                self._note_topic(event, state)
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
            state.term = self._last.names[-1]  # of whom the sentence before it told
        if _GOES_ON.match(words.lstrip()) and self.figures:
            last = self.figures[-1]
            state.names = (last.name,)
            state.owner = self._namer.owner or last.name
            state.nouns = dict(self._last.nouns)
            state.estimate = last.kind == "estimate"
            sector = _SECTOR.match(last.name)
            if words.lstrip().startswith("其中") and sector:
                state.sector = sector.group()
        return state

    def _note_topic(self, clause: Clause, state: State) -> None:
        """Remember what a clause without figures is about."""
        words = self._text[clause.start : clause.end]
        if adjusted := ADJUSTED.fullmatch(words.strip()):
            state.basis = adjusted["basis"]
            return
        topic = topic_of(self._timing.without_mentions((clause.start, clause.end)))
        listed = _LISTED.search(words)
        state.listed = listed[1] if listed else ""
        if part := _TRADE.match(words.lstrip()):
            # "其中交通运输业恢复强劲,增速达14.8%": of a part that words alone spoke of.
            state.names, state.owner, state.lead, state.unit = (part[1],), part[1], Lead(()), ""
        if state.names and (sector := _MOVED.fullmatch(words.strip(" —-"))):
            # "地方工业逆势增长,完成产值256亿元": of what words alone told to have grown.
            state.names, state.owner, state.lead, state.unit = (sector[1],), sector[1], Lead(()), ""
        if state.names and (self._lexicon.canonical(topic) or _EXTREME.search(topic)):
            # "GDP增长5%,固定资产投资稳步回升,增长8%": the second rate is of what was named last.
            state.names, state.owner, state.lead, state.unit = (topic,), topic, Lead(()), ""
        if topic and len(topic) <= _LONGEST_TOPIC:
            state.topic = topic
            state.nouns = {}
            if clause.colon and self._scope.place == "progress":
                # "交通堵点治理：已完成3个"
                state.names, state.owner = (topic,), topic
        terms = self._lexicon.find(words, colloquial=False)
        state.term = terms[-1].text if terms else state.term
        state.estimate = state.estimate or self._timing.expects(words)
        state.wanted = state.wanted or GOALS.search(words.rstrip(" “”")) is not None

    def _read_group(self, group: Group, state: State, sentence: Span) -> None:
        scope = self._scope
        words = self._timing.without_mentions(group.lead)
        place, lead_text = split_place(words, scope.district, scope.district_full)
        if then := _OF_THEN.fullmatch(lead_text):
            state.basis = then["basis"]
            return
        if _EXISTING.search(lead_text):
            return
        lead_text, follow = self._words_around(group, lead_text, state)
        if _CAUSED.match(follow) and lead_text.lstrip().startswith("受"):
            # "受房地产投资下降21%影响" is of what did it, the rest of the sentence is not.
            state, lead_text = state.copied(), lead_text.lstrip()[1:]
        named = self._as_planned(group, lead_text, sentence)
        named = named or self._namer.name(group, lead_text, follow, state)
        if not named:
            return
        carried = all(name in state.names for _, name, _ in named) and lead_text == words
        if not carried or place:
            state.district = place
        before = self._text[group.clause.start : group.figures[0].start]
        state.estimate = state.estimate or self._timing.expects(before)
        named = self._of_listed(self._within(named, group, sentence), lead_text, sentence)
        if state.basis:
            named = [(q, n, replace(ld, versus=ld.versus or state.basis)) for q, n, ld in named]
            state.basis = ""
        if state.sector:
            named = [
                (q, n if n.startswith(state.sector) else state.sector + n, lead)
                for q, n, lead in named
            ]
        for quantity, name, lead in named:
            measure = _measure(quantity, name, lead)
            kind, period = self._timing.tell(
                quantity, group, state, sentence, statistic=measure not in ("count", "change")
            )
            spanned = re.fullmatch(r"\d{4}/\d{4}", period) is not None
            if lead.versus in ("年均", "年平均") and "/" in self._scope.period and not spanned:
                # "年均增长4.8%" in a chapter on five years is of the five.
                period = self._scope.period
            indicator = self._indicator(name, lead, measure, quantity)
            clause = (group.clause.start, group.clause.end)
            figure = Figure(
                quantity, name, indicator, measure, period, kind, clause, state.district
            )
            self.figures.append(self._apart(figure, sentence))
        self._remember(named, group, state)

    def _as_planned(self, group: Group, lead_text: str, sentence: Span) -> list[Named]:
        """Name what was done as the plan before it: "计划新增泊位80个。实际新增91个"."""
        last = self.figures[-1] if self.figures else None
        if len(group.figures) > 1 or last is None or not _ACTUALLY.fullmatch(lead_text):
            return []
        gap = self._between(last, sentence)
        begins = group.lead[0] <= sentence[0] + 1 and gap.strip("。;；") == "" and "\n" not in gap
        unit = group.figures[0].unit
        planned = [
            f
            for f in self.figures
            if f.clause[1] >= last.clause[0] and f.kind == "target" and f.quantity.unit == unit
        ]
        if not begins or len(planned) != 1:
            return []
        return [(group.figures[0], planned[0].name, Lead(()))]

    def _words_around(self, group: Group, lead: str, state: State) -> tuple[str, str]:
        """The words before and behind a group, with those that brackets part from it."""
        if group.lead[0] > group.clause.start:
            lead = _AMONG_THEM.sub("", lead)
        follow = self._text[slice(*group.follow)].replace(BLANK, "")
        if not _APART.fullmatch(lead):
            return lead, follow
        return self._told_outside(group, lead, follow, state)

    def _told_outside(self, group: Group, lead: str, follow: str, state: State) -> tuple[str, str]:
        """What stands before brackets around a bare figure, or before those that it follows.

        "受房地产投资下滑(-27.3%)" tells of what the rate is, "低于年度目标(5.5%)2.4个百分点" a plan
        and the distance from it.
        """
        before = self._text[max(0, group.lead[0] - 60) : group.lead[0]]
        if planned := _BY_PLAN.search(before):
            held, word, closed = planned.groups()
            if closed:
                return held + word + lead, follow
            return held, f"{word}的" if held.startswith("完成") else f"的{word}"
        if lead.strip() or not group.clause.inner:
            return lead, follow
        if self._timing.stood_then(group.clause.start - 1):
            return "增长" if state.lead.growth and is_rate(group.figures[0]) else lead, follow
        before = re.split(r"[，,；;。：:、\n]", self._text[: max(group.clause.start - 1, 0)])[-1]
        if _FALLEN.search(before):
            return _REASON.sub("", before), follow
        # "甲地块租赁住房(893套)已完成85%": of what stands right before, if no figure does.
        return "" if find_quantities(before) else before, follow

    def _within(self, named: list[Named], group: Group, sentence: Span) -> list[Named]:
        """Say what the things counted are a part of: "在规模以上工业中,股份制企业增长8.9%"."""
        among = _AMONG.match(self._text, *sentence)
        if among is None or group.clause.start < among.end() - 1:
            return named
        whole = among.group(1)
        return [
            (q, n if n.startswith(whole) or canonical_name(n, self._lexicon) else whole + n, lead)
            for q, n, lead in named
        ]

    def _of_listed(self, named: list[Named], lead_text: str, sentence: Span) -> list[Named]:
        """Say whose the money is that went into the projects that the sentence before counts."""
        line = self._text.rfind("\n", 0, sentence[0]) + 1
        before = self._text[line : sentence[0]]
        if not (_PUT_IN.match(lead_text.strip("，, ")) and _PROJECTS_LISTED.search(before)):
            return named
        return [(q, _OF_LISTED + name, lead) for q, name, lead in named]

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
        state.counted.update((q.unit, name) for q, name, _ in named)
        state.told.extend(n for n in names if n not in state.told)
        state.term = noun if self._lexicon.canonical(noun) else state.term
        state.unit, state.lead = last.unit, named[-1][2]
        state.verb = creation_verb(names[-1])
        own = state.lead.names
        state.partial = bool(own) and is_partial(own[-1])
        if not (own and (state.partial or own[-1].endswith(("占比", "比重", "率")))):
            state.owner = names[-1]
            self._namer.owner = names[-1] if self._scope.place == "progress" else ""

    def _indicator(self, name: str, lead: Lead, measure: Measure, quantity: Quantity) -> str:
        """The canonical name, marked where the figure is no plain statement of it."""
        basis = _SAME_BASIS.search(name)
        name = name[: basis.start()] if basis else name
        known = canonical_name(name, self._lexicon)
        if lead.growth and measure == "growth" and _ECONOMY.fullmatch(name):
            known = self._lexicon.canonical("GDP")
        # 就业 is counted in heads, its 岗位 in 个.
        by_post = name.endswith("岗位") and quantity.unit.endswith("个")
        if known and not by_post and not self._fits(known, measure, quantity):
            known = None
        if lead.names and name != lead.names[-1] and _OWN_MONEY.fullmatch(lead.names[-1]):
            # The 总投资 of some projects is not the district's 产业投资.
            known = None
        if measure == "rank":
            return known or f"{name}({lead.versus}排名)"
        known = known or name
        if lead.growth == FASTER:
            return f"{known}{FASTER}"
        if basis:
            return f"{known}(同口径)"
        base = lead.versus or (lead.growth if lead.growth in ABOVE else "")
        if measure in ("growth", "change") and base:
            return f"{known}({base})"
        return f"{known}计划完成率" if lead.completion else known

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

    def _fits(self, known: str, measure: Measure, quantity: Quantity) -> bool:
        """Whether an indicator is given in such a unit: 16宗 is no 土地出让面积."""
        family = unit_family(quantity.unit)
        if measure not in ("count", "level", "change") or family in ("百分点", "倍"):
            return True
        units = self._lexicon.units(known)
        return not units or not family or family in {unit_family(unit) for unit in units}


def _measure(quantity: Quantity, name: str, lead: Lead) -> Measure:
    family = unit_family(quantity.unit)
    if quantity.is_rank:
        return "rank"
    if lead.growth == FASTER or (family == "元" and name.startswith("净增")):
        return "change"  # "达到306亿元、净增18亿元"
    if family in ("%", "‰", "百分点") or is_share_in_words(quantity):
        if lead.growth or family == "百分点":
            return "growth"
        return "intensity" if _INTENSITY.search(name) and "占" not in name else "share"
    if lead.growth and (family != "元" or not lead.names):
        # "存款余额8013亿元,比年初增加576亿元"
        return "change"
    if _INTENSITY.search(name):
        return "intensity"
    counted = family in ("个", "人", "人次", "户次", "家次", "户") or family.endswith("次")
    return "count" if counted else "level"
