"""When a figure holds, by the periods that are named around it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from assistant.language.numerals import HAN_DIGITS
from assistant.language.period_mentions import PeriodMention
from assistant.language.periods import year_of
from assistant.language.quantities import Quantity
from assistant.schema import Span
from ingest.figures.carry import Scope
from ingest.figures.clauses import Group
from ingest.outline.script import BLANK

BASE = re.compile(r"去年基数|上年基数|去年同期|上年同期|同期基数")
_COMPARED = re.compile(r"(?:[较比同于自从由]|基于|相比|恢复[到至]|超过)[“ ]?$")
# "分别比一季度、上半年提高9.8和3.6个百分点": the second is compared with as well.
_COMPARED_BESIDE = re.compile(
    r"[较比](?:(?:第?[一二三四]季度|前[二三]季度|上半年|[去上]年|(?:20\d\d年)?\d*月?份?)[、和与及])+$"
)
# "较一季度(-10.8%)回升2.1个百分点": brackets behind what is compared with say what it was then.
_THEN = re.compile(r"(?:上年|去年)?(?:同期|同月)?(?:增[速幅]|水平)?[(（]")
# "与2020年相比,两年平均增长2.5%"
_SET_BESIDE = re.compile(r"(?:同期|水平)?(?:相比|比较|相较)")
# By how much things are now more or less than what was told before.
_CHANGED = re.compile(
    r"[\s，,]*(?:同比|实际)?(?:[增多减少][收支]|增长|下降|增加|减少|降低|增幅|降幅|增速)[了为达约]*"
)
_EVEN_WITH = re.compile(r"(?:同期)?(?:基本|大体|保持|总体)*(?:持平|相当|一致)")
_PLAN_SPAN = re.compile(r"(?:规划)?(?:期间|时期|末|以来|期末|收官)")
_BEHIND_PERIOD = re.compile(
    r"^[”」]?(?:[一-鿿]{0,6}?以来|时期|期间|起|的|前(?=[新完开建启要达力争关停拆淘可将再还投竣]))"
)
_SINCE = re.compile(r"[一-鿿]{0,6}?(?:以来|至今)")
_EVENT_DAY = re.compile(r"[日号初旬]")
# 全年目标, "全年9%的目标": the year is that of the plan.
_OF_YEAR = re.compile(
    r"任务|目标|计划|预算|(?:增长|下降|增速)?[\d.]+[%个家][^，,]{0,3}的?(?:目标|任务|计划)"
)
# "是2022年的2.3倍", "恢复至上年的72%": the year is what is measured against.
_TIMES_AS_MUCH = re.compile(
    r"的?(?:[\d.]+|[一二两三四五六七八九十]+)倍"
    r"|(?:同期|全年|水平)?的(?:同期)?(?:[\d.]+[%％]|[一二两三四五六七八九]成)"
    r"|[^，,。；;]{0,14}基数(?:较|偏|过|相对)*[低高大小]"
)
_PUBLISHED = re.compile(r"左右发布|发布|公布|出台|印发")
# "由2015年的128家增加到2020年的467家": 到 stays behind the verb it belongs to.
_BEFORE_PERIOD = re.compile(r"(?:[自从由]|(?<![加高升长少低降大小])[至到])$")
# "固定资产投资五年累计完成402亿元", "五年来新建学校12所", "五年年均增长6.8%": of all these years.
_OVER_YEARS = re.compile(
    r"(?<![\d一二三四五六七八九十第来后上下每隔满提前])(?:过去的?|近|这|前)?([三四五六七])(?:个)?年(?:来|以来|间|中)?[,，]?"
    r"(?=(?:年均|累计|总共|共(?!同|享|建|富|有)|合计|总计|实现|完成|新增|净增|新[建改扩]|建成|引进|改造|投入))"
    r"|(?<![\d一二三四五六七八九十第])([三四五六七])(?=年平均)"
)
_OVER_YEARS_OPENING = re.compile(
    r"\s*(?:回[顾望首]|总结)?(?:过去的?|近|这|前)?([三四五六七])年(?:来|以来|间)?[,，]?"
)
# What got somewhere stands there at the end, and was not added up: "五年来,城镇化率达到61%".
_STANDS_AT = re.compile(r"(?:达到?|突破|超过?|[高长加升少低降]到|至|为)[约近]?$")
_SUMMED = re.compile(r"累计|年均")
_YEARS_AHEAD = re.compile(
    r"\s*(?:(?:今后|未来|接下来|下)的?(?P<span>[三四五])年|[“\"]?十[三四五六]五[”\"]?(?:期间|时期)"
    r"|(?:力争|确保)?到20\d\d年(?:底|末)?[,，])"
)
_OF_PLAN_YEARS = re.compile(r"\s*[“\"]?十[二三四五]五[”\"]?(?:规划)?(?:期间|时期|以来|五年)")
_QUARTERS = re.compile(r"((?:第?[一二三四]、){1,3}第?[一二三四])季度")
_MONTH = re.compile(r"\d{4}-\d{2}")
# "地区生产总值(初步核算数)4317亿元"
_PROVISIONAL = re.compile(
    r"[(（](?:(?:初步|快报|预计|最终)[\u4e00-\u9fff]{0,6}|(?:年?度)?(?:统计)?(?:数据?|值))[)）]"
)
# "占生产总值比重为3.87%(2023年数据)": brackets right behind a figure say of when it is.
_DATE_IN_BRACKETS = (
    r"[(（](?:此?为|系|按|取)?(20\d\d)年(?:度|全年|年度|统计)?(?:数据?|值|年报数?|快报数?)?[)）]"
)
_DATED_BEHIND = re.compile(rf"\s*{_DATE_IN_BRACKETS}")
_DATED_BEFORE = re.compile(rf"{_DATE_IN_BRACKETS}[为达是到约]{{0,2}}$")
_PARTS = re.compile(r"\s*其中")


def _is_within(mention: PeriodMention, named: Sequence[PeriodMention]) -> bool:
    """Whether 当年 stands behind a part of that year: "截至4月底,…,当年累计投资17.3亿元"."""
    if mention.text not in ("当年", "本年", "本年度", "今年"):
        return False
    parts = (m.period for m in named if m.start < mention.start)
    return any(part != mention.period and year_of(part) == mention.period for part in parts)


class Dates:
    """Tells the period of the figures of one text."""

    def __init__(self, text: str, scope: Scope, mentions: Sequence[PeriodMention]) -> None:
        self._text = text
        self._scope = scope
        self._mentions = mentions
        self._starts = [m.start for m in mentions]

    def without(self, span: Span) -> str:
        """The words of a span but for its periods; "比2019年" stays, it tells the base."""
        text = self._text
        words = []
        position = span[0]
        for mention in self.between(*span):
            if mention.end > span[1] or text[mention.start - 1 : mention.start] in ("较", "比"):
                continue
            words.append(_BEFORE_PERIOD.sub("", text[position : mention.start]))
            position = mention.end
        rest = text[position : span[1]]
        words.append(_BEHIND_PERIOD.sub("", rest) if position > span[0] else rest)
        told = _PROVISIONAL.sub("", "".join(words).replace(BLANK, ""))
        return _OVER_YEARS.sub("", told)

    def told(
        self,
        quantity: Quantity,
        group: Group,
        sentence: Span,
        statistic: bool,
        *,
        wanted: bool,
        planned: bool,
    ) -> str:
        """When a figure holds; "" where neither its words nor the document say.

        ``statistic`` is false for counts of things done, ``planned`` true for a plan, ``wanted``
        where the whole sentence wants what it tells.
        """
        dated = _DATED_BEHIND.match(self._text, quantity.end) or _DATED_BEFORE.search(
            self._text, group.lead[0], quantity.start
        )
        if dated:
            return dated.group(1)
        own = self._quarter(quantity, group) or self._over_years(quantity, group, sentence)
        period = own or self._named(quantity, group, sentence, statistic, wanted, planned)
        if period == self._scope.period and not own:
            period = self._years_of_paragraph(quantity, group, sentence) or period
        if period == self._scope.period and _PARTS.match(self._text, sentence[0]):
            whole = (self._opening_of_whole(sentence[0]), sentence[1])
            told = self._named(quantity, group, whole, statistic, wanted, planned)
            period = told if year_of(told) != year_of(period) else period
        return period

    def stood_then(self, bracket: int) -> str:
        """The period that a bracket dates by what stands before it: "较一季度(-10.8%)"."""
        for mention in reversed(self.between(max(bracket - 12, 0), bracket)):
            before = self._text[max(0, mention.start - 2) : mention.start]
            behind = _THEN.fullmatch(self._text, mention.end, bracket + 1)
            if behind and _COMPARED.search(before) and before[-1:] in "较比":
                return mention.period
        return ""

    def _named(
        self,
        quantity: Quantity,
        group: Group,
        sentence: Span,
        statistic: bool,
        wanted: bool,
        planned: bool,
    ) -> str:
        """When a figure holds; a year to come only where its own clause names it.

        What a whole sentence wants (``wanted``) may have it from the clauses before.
        """
        inner = group.clause.inner
        if inner and (then := self.stood_then(group.clause.start - 1)):
            return self._same_part(then, sentence[0], group)
        named = [
            m
            for m in self.between(sentence[0], quantity.start)
            if (inner and m.start >= group.clause.start) or not self._in_brackets(m, quantity.start)
        ]
        if named and self._begins_rise(named[-1], quantity):
            return named[-1].period
        for mention in reversed(named):
            if self._shares_quarters(mention, group) or _is_within(mention, named):
                continue
            if self._is_of_clauses_before(mention, quantity):
                continue
            later = self._scope.kind == "actual" and year_of(mention.period) > self._scope.year
            own = mention.start >= group.clause.start
            if (later and not (wanted or own)) or not self._tells_period(mention, statistic):
                continue
            if BASE.match(self._text, mention.start) and (
                not inner or mention.start >= group.clause.start
            ):
                if self._changed_since(mention, quantity, group):
                    continue
                return self._year_before(mention, named)
            return self._cumulative(mention)
        return self._scope.period

    def _same_part(self, then: str, start: int, group: Group) -> str:
        """上年同期 is the part of that year which the figures before it are of."""
        if not re.fullmatch(r"\d{4}", then) or then == year_of(self._scope.period):
            return then
        before = [m.period for m in self.between(start, group.clause.start) if m.period != then]
        now = next((p for p in reversed(before) if year_of(p)), self._scope.period)
        return re.sub(r"\d{4}", then, now)

    def _quarter(self, quantity: Quantity, group: Group) -> str:
        """The quarter of each figure of "第三、四季度分别完成78亿元、88.8亿元"."""
        named = _QUARTERS.search(self._text, group.clause.start, group.figures[0].start)
        numbers = named.group(1).split("、") if named else []
        if len(numbers) != len(group.figures) or not self._scope.year:
            return ""
        number = numbers[group.figures.index(quantity)].removeprefix("第")
        return f"{self._scope.year}-Q{'一二三四'.index(number) + 1}"

    def _over_years(self, quantity: Quantity, group: Group, sentence: Span) -> str:
        """The years that a figure adds up or averages: "五年累计完成402亿元"."""
        text, last = self._text, self._scope.period.split("/")[-1][:4]
        told = _OVER_YEARS.search(text, group.clause.start, quantity.start)
        opening = _OVER_YEARS_OPENING.match(text, *sentence)
        if told is None and opening and not _STANDS_AT.search(text, sentence[0], quantity.start):
            named = self.between(opening.end(), quantity.start)
            told = None if any(year_of(m.period) for m in named) else opening
        if told is None or not last.isdigit():
            return ""
        if "/" in self._scope.period:
            return self._scope.period
        years = HAN_DIGITS[next(filter(None, told.groups()))]
        return f"{int(last) - years + 1}/{last}" if self._scope.kind != "target" else ""

    def _years_of_paragraph(self, quantity: Quantity, group: Group, sentence: Span) -> str:
        """The years that a paragraph opens with, for what it sums up over them.

        "“十三五”时期，经济年均增长7.3%。累计改造小区318个": what follows is of all these years
        until another time is named. A plan is for the year that its paragraph opens with, too.
        """
        text, period = self._text, self._scope.period
        start = text.rfind("\n", 0, sentence[0]) + 1
        named = [m for m in self.between(start, quantity.start) if year_of(m.period)]
        if self._scope.kind == "target":
            return self._years_ahead(start, named)
        summed = _SUMMED.search(text, group.clause.start, quantity.start)
        stands = not summed and _STANDS_AT.search(text, sentence[0], quantity.start)
        first, _, last = period.partition("/")
        if last and first.isdigit() and self._scope.kind == "actual":
            opens = [
                m for m in named if text[max(m.start - 1, start) : m.start] in ("", "。", "\n")
            ]
            return opens[-1].period if opens and opens[-1] is named[-1] else last if stands else ""
        if last or stands:
            return ""
        if _OF_PLAN_YEARS.match(text, start) and len(named) == 1:
            return named[0].period
        opening_years = _OVER_YEARS_OPENING.match(text, start)
        if opening_years is None or named or not first.isdigit():
            return ""
        return f"{int(first) - HAN_DIGITS[opening_years[1]] + 1}/{first}"

    def _years_ahead(self, start: int, named: Sequence[PeriodMention]) -> str:
        """The years that a paragraph of plans opens with: "今后五年,新建公园50个"."""
        opening = _YEARS_AHEAD.match(self._text, start)
        if opening is None or len(named) > 1:
            return ""
        if opening["span"] is None:
            return named[0].period if named else ""
        first = self._scope.period[:4]
        if named or not first.isdigit():
            return ""
        return f"{first}/{int(first) + HAN_DIGITS[opening['span']] - 1}"

    def _opening_of_whole(self, start: int) -> int:
        """Where the sentence begins whose parts one tells: "2021年共24项。其中,改造小区52个"."""
        before = self._text[:start].rstrip(f"。{BLANK} \u3000")
        line = before.rfind("\n") + 1
        return max(line, before.rfind("。") + 1) if before[line:] else start

    def planned_span(self, group: Group) -> str:
        """The years of the plan that a goal is of: "与3%的“十四五”目标差距较大"."""
        inside = self.between(group.clause.start, group.clause.end)
        return next((m.period for m in inside if "五" in m.text and "/" in m.period), "")

    def _year_before(self, base: PeriodMention, named: Sequence[PeriodMention]) -> str:
        """去年基数 is of the same months of the year before."""
        current = next(
            (
                m.period
                for m in reversed(named)
                if m.start < base.start and self._tells_period(m, True)
            ),
            self._scope.period,
        )
        return re.sub(r"\d{4}", lambda m: str(int(m.group()) - 1), current)

    def _changed_since(self, base: PeriodMention, quantity: Quantity, group: Group) -> bool:
        """Whether a figure is by how much things have changed: "上年同期9亿元,增收1亿元"."""
        lead = self._text[group.lead[0] : quantity.start]
        changed = quantity.is_rank or _CHANGED.fullmatch(lead) is not None
        return base.end <= group.clause.start and changed

    def _begins_rise(self, mention: PeriodMention, quantity: Quantity) -> bool:
        """Whether a figure is what things rose or fell from: "由2015年的128家"."""
        between = self._text[mention.end : quantity.start]
        origin = self._text[max(mention.start - 1, 0) : mention.start] in ("由", "从", "自")
        return origin and between in ("", "的") and year_of(mention.period) != ""

    def _is_of_clauses_before(self, mention: PeriodMention, quantity: Quantity) -> bool:
        """Whether a bare month, or 上年 behind other words, was said of what a semicolon parts off.

        "5月份和7月份考核均居第1;全年浓度降至64微克" tells the second of no month, nor does
        "后劲不足,上年投资负增长;空置率19%" of the year before.
        """
        if re.search(r"[;；]", self._text[mention.end : quantity.start]) is None:
            return False
        if mention.text in ("上年", "去年", "上年度"):
            return self._text[max(mention.start - 1, 0)] in "，,、"
        if not _MONTH.fullmatch(mention.period) or _EVENT_DAY.search(mention.text):
            return False
        return self._cumulative(mention) == mention.period

    def _shares_quarters(self, mention: PeriodMention, group: Group) -> bool:
        """Whether a mention is one of several quarters that an earlier clause told apart."""
        start = max(mention.start - 4, 0)
        shared = _QUARTERS.search(self._text, start, mention.end + 2)
        return shared is not None and mention.end <= group.clause.start

    def _tells_period(self, mention: PeriodMention, statistic: bool) -> bool:
        """Whether a mention says when a figure holds: no base, event date, or name of a plan."""
        text = self._text
        before = text[max(0, mention.start - 4) : mention.start]
        after = text[mention.end : mention.end + 10]
        beside = _COMPARED_BESIDE.search(text, max(0, mention.start - 16), mention.start)
        compared = beside or _COMPARED.search(before)
        if not year_of(mention.period) or compared or self._begins_sum(mention):
            return False
        if before.endswith(("与", "和", "跟", "同")) and _SET_BESIDE.match(text, mention.end):
            return False
        if _EVEN_WITH.match(text, mention.end) or _TIMES_AS_MUCH.match(text, mention.end):
            return False  # "产量3吨，与去年持平"
        if "五" in mention.text and "/" in mention.period:
            return _PLAN_SPAN.match(after) is not None
        if mention.text.startswith("截"):
            return True
        if mention.text in ("全年", "年内") and _OF_YEAR.match(after):
            return False
        if self._stands_at_month_end(mention) and statistic:
            return True
        if _EVENT_DAY.search(mention.text) or mention.text.endswith(("月底", "月末")):
            return False
        if _MONTH.fullmatch(mention.period):
            return statistic or after.startswith("累计")
        return _PUBLISHED.match(after) is None

    def _begins_sum(self, mention: PeriodMention) -> bool:
        """True for "2018年启动以来累计改造96个", which stands at the end of these years."""
        earlier = year_of(mention.period) < self._scope.year
        return earlier and _SINCE.match(self._text, mention.end) is not None

    def _stands_at_month_end(self, mention: PeriodMention) -> bool:
        """True for "8月末,贷款余额80亿元": what stands there then, said before a comma."""
        return (
            self._scope.kind != "target"
            and mention.text.endswith(("月底", "月末"))
            and self._text.startswith((",", "，"), mention.end)
        )

    def _cumulative(self, mention: PeriodMention) -> str:
        """The period of a mention; "11月累计" counts from January on, as what stands at its end."""
        counted = self._text.startswith("累计", mention.end) or self._stands_at_month_end(mention)
        if _MONTH.fullmatch(mention.period) and counted:
            return f"{mention.period[:4]}-01/{mention.period}"
        return mention.period

    def _in_brackets(self, mention: PeriodMention, position: int) -> bool:
        """Whether brackets around a mention close before ``position``."""
        between = self._text[mention.end : min(position, mention.end + 120)]
        closing = re.search(r"[)）]", between)
        return closing is not None and not re.search(r"[(（]", between[: closing.start()])

    def between(self, start: int, end: int) -> Sequence[PeriodMention]:
        """The periods named from ``start`` on and before ``end``."""
        return self._mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
