"""Whether a figure is of the measure asked for: a level, a rate on one basis, money, a sum."""

from __future__ import annotations

import re

from assistant.answers.sectors import of_another_yield
from assistant.evidence.figure_candidates import (
    COST_ASKED,
    averages_years,
    begun_instead,
    costs_instead,
    is_no_share,
    is_of_one_day,
    is_unasked_distance,
)
from assistant.evidence.figure_phrases import adjusted_by, is_completion
from assistant.evidence.findings import Finding
from assistant.evidence.wants import RATE_UNITS
from assistant.language.periods import is_whole_year, year_of
from assistant.language.quantities import quantities_in
from assistant.language.units import unit_family
from assistant.question import figure_cues, statement_cues
from assistant.question.names import STATISTICAL
from assistant.schema import Indicator, Query
from assistant.text import fold_text

# A rate that a question names: 贡献率 is no growth of what contributes.
_RATE_WORD = re.compile(r"[一-鿿]{2,}率")
_RATE_BY_NAME = re.compile(rf"([一-鿿]{{2}})(?={figure_cues.RATE_ASKED.pattern})")
_PULLED = re.compile(r"下拉|拉动|拉低|拉高")
_GROWTH_MOVED = re.compile(
    r"增[速幅长][^,，。;；]{0,16}(?:回落|提高|提升|加快|放缓|收窄|扩大|上升|下降)"
)
_MOVE_ASKED = re.compile(
    r"百分点|个点|回落|提[高升]|加快|放缓|收窄|扩大|高于|低于|[比较相][一上前去全]|快|慢|高[多了]|低[多了]"
)
_RANK_TOLD = re.compile(
    r"第[ \d一二三四五六七八九十]|[首榜]位|榜首|前[ \d一二三四五六七八九十列茅]|[排位]名|[名位]次"
    r"|位[列居]|领[先跑]|居|倒数|末位|最|唯一|并列|夺|冠|百强"
)
_PLAIN_RATES = ("增长率", "完成率", "增速率", "比率", "概率", "效率")
_COST_TOLD = re.compile(r"投资|预算|概算|造价|经费|资金|费用")
_OF_MONEY = re.compile("[元费资款价税额值润贷]|收入|支出|营收|预算|财政|金融|[进出]口|零售")
# Money that is set aside or has come in, and money that is gone.
_ALLOTTED = re.compile("安排|下达|筹[措集]|争取|到位|批复|核定")
_PAID = re.compile("支出|支付|拨付|使用|花|投入|完成投资|兑付|兑现|发放")
_PAID_ASKED = re.compile("支出|支付|拨付|花[了出掉去]|用[掉去出]|完成投资")
RATED = ("growth", "change", "share", "completion", "rank")  # measures of money, in no money


def of_another_measure(query: Query, found: Finding, quote: str) -> bool:
    """True where one speaks of what is missing and the other does not, or of another rate.

    Nor is the number beside a rank of the same thing: "规上企业增幅全市第1,总数117家".
    """
    ranked = found.figure is not None and found.figure.measure == "rank"
    counted = bool(query.units) or "level" in query.measures or "多少" in query.text
    if found.figure is not None and (
        costs_instead(query, found.figure)
        or _is_only_allotted(query, found)
        or is_of_one_day(query, found.statement.document.text, found.figure)
        or begun_instead(query, found.statement.document.text, found.figure)
        or (counted and is_unasked_distance(query, found.figure))
        or is_no_share(query, found.figure)
        or of_another_yield(query, found.figure)
        or _is_no_area(query, found.figure, quote)
        or _counts_for_rate(query, found.figure, quote)
    ):
        return True
    if ranked and counted and "rank" not in query.measures and "位" not in query.units:
        return True
    if found.figure and "缺口" in found.figure.name and not re.search(r"缺|差", query.text):
        return True
    if "缺口" in query.terms and not re.search(r"缺|差|不足", quote):
        return True
    if found.figure and COST_ASKED.search(query.text) and not query.indicators:
        row = found.statement.row
        headers = "".join(row.cells) if row is not None else ""
        if not _COST_TOLD.search(f"{quote}{found.figure.name}{headers}"):
            return True
    if figure_cues.MONEY_ASKED.search(query.text) and _is_no_money(query, found, quote):
        return True
    if found.figure and is_completion(found.figure) and _asks_amount(query):
        return True  # how much of its plan is done is not how much there is
    told = fold_text(f"{quote}{found.figure.name if found.figure else ''}")
    things = figure_cues.COUNTED_THING.findall(query.text)
    if found.figure and any(thing not in told for thing in things):
        return True  # "多少个村" is not told by a number of shops
    return _lacks_rate(query, found, told) or _lacks_rank(query, found, told)


def _is_only_allotted(query: Query, found: Finding) -> bool:
    """True for money that was set aside, where it is asked how much was spent: 安排资金3亿元."""
    figure = found.figure
    asked = _PAID_ASKED.search(query.text) and not _ALLOTTED.search(query.text)
    if not asked or figure is None or unit_family(figure.unit) != "元":
        return False
    told = f"{found.statement.document.text[found.statement.start : figure.figure[0]]}{figure.name}"
    return _ALLOTTED.search(told) is not None and not _PAID.search(told)


def _lacks_rank(query: Query, found: Finding, told: str) -> bool:
    """True where a place among others is asked for alone, and what is told names none."""
    if "rank" not in query.measures or "level" in query.measures or query.units:
        return False
    headers = "".join(found.statement.row.cells) if found.statement.row is not None else ""
    return "多少" not in query.text and _RANK_TOLD.search(f"{headers}{told}") is None


def _lacks_rate(query: Query, found: Finding, told: str) -> bool:
    """True for another figure than the rate that is named, or a sentence that has no such rate.

    江湾小学获评样板 tells no 小学入学率.
    """
    rates = _rates_named(query, found.figure)
    if found.figure is not None:
        # "100%覆盖" is a rate of 覆盖, though it is not called so.
        shared = found.figure.unit in RATE_UNITS and found.figure.measure in ("share", "level")
        rates = [rate.removesuffix("率") if shared else rate for rate in rates]
        return any(set(rate) - set(told) for rate in rates)
    named = figure_cues.RATE_ASKED.search(query.text) is not None
    return named and any(rate in found.match.missing for rate in rates)


def _rates_named(query: Query, figure: Indicator | None) -> list[str]:
    """The rates that a question names; by its end a name tells it is of no growth: 化解率多高."""
    rates = [word for word in query.terms if _RATE_WORD.fullmatch(word)]
    if figure is not None and figure.measure == "growth":
        rates += [f"{m[1]}率" for m in _RATE_BY_NAME.finditer(query.text)]
    return [rate for rate in rates if not rate.endswith(_PLAIN_RATES)]


def _counts_for_rate(query: Query, figure: Indicator, quote: str) -> bool:
    """True for how many there are, where only a rate is asked for by its name: 化解率多高."""
    rate = figure_cues.RATE_ASKED.search(query.text)
    rest = query.text.replace(rate.group(), " ") if rate else query.text
    rated = rate and not query.units and not figure_cues.FIGURE_ASKED.search(rest)
    if any(q.unit in RATE_UNITS for q in quantities_in(quote)):
        return False
    counted = unit_family(figure.unit) not in STATISTICAL and bool(figure.unit)
    return bool(rated) and counted and figure.measure in ("count", "level", "change")


def _asks_amount(query: Query) -> bool:
    """True for how much of a statistic there is: neither a rate nor how far it is."""
    judged = {"verdict", "section"} & set(query.asks) or "完成" in query.text
    return bool(query.indicators) and not (query.measures or query.units or judged)


def _is_no_money(query: Query, found: Finding, quote: str) -> bool:
    """True for a figure in no money, and no rate of any, in a quote that gives none."""
    figure = found.figure
    if figure is None:
        # "出台五类企业管理办法" says nothing of what companies invest; a cell may be a bare number.
        money = r"[元费资款价]" if found.statement.row is None else r"[元费资款价\d]"
        return not re.search(money, quote)
    if figure.measure in RATED:
        # How far money grew is of money; "满意率最高的是甲项目(99%)" is not.
        return not (query.measures or _OF_MONEY.search(f"{figure.name}{quote}"))
    units = [figure.unit, *(q.unit for q in quantities_in(quote))]
    return not any(unit_family(unit) in ("元", "美元") for unit in units)


def _is_no_area(query: Query, figure: Indicator, quote: str) -> bool:
    """True for a number of things, or for how far they are, where their area is asked for."""
    if _AREA_ASKED.search(query.text) is None or set(query.measures) - {"level"} or query.units:
        return False
    if figure.unit in RATE_UNITS and "面积" in f"{figure.name}{quote}":
        return False
    units = [figure.unit, *(q.unit for q in quantities_in(quote))]
    return not any(unit_family(unit) in ("平方米", "亩") for unit in units)


# "新开工面积是多少", and not the share of it or how it grew
_AREA_ASKED = re.compile(r"面积(?!占|的?比[例重]|率|[^,，。?？]{0,4}[增降])")
_MADE = re.compile("创建|新建|改建|打造")  # what a year has brought about is no sum


# "一共增加多少学位" asks for what is added, though for the sum of it.
_ADDED = re.compile(r"(?:增加|增添|添加?|扩容)(?:了|出)?(?:多少|几)")


# "公园有多少个": how many there are, by now.
_THERE_ARE = re.compile(r"有(?:多少|几)[一-鿿、]{0,14}[?？]*$")


def asks_stock(query: Query) -> bool:
    """True where it is asked how many there are, of no time, and not what is done or planned."""
    cues = (statement_cues.DOING, statement_cues.NEWLY, statement_cues.FLOW)
    if query.kinds or query.periods or any(cue.search(query.text) for cue in cues):
        return False
    return _THERE_ARE.search(query.text) is not None


def is_plan_for_stock(query: Query, found: Finding) -> bool:
    """True for what is still to be made, where it is asked how many there are: 创建公园2个."""
    if found.kind not in ("target", "floor") or found.figure is None or not asks_stock(query):
        return False
    clause = found.statement.document.text[found.figure.start : found.figure.end]
    return bool(statement_cues.DOING.search(clause) or statement_cues.NEWLY.search(clause))


def is_flow_for_stock(query: Query, found: Finding) -> bool:
    """True where a sum is asked for and the figure is what one year has added.

    "规上工业企业总共多少家" is not answered by "新增37家", nor "累计新增学位" by those of one year;
    in a question that names the year, "2023年累计新增" is that year's.
    """
    figure = found.figure
    if (
        figure is None
        or figure.unit in RATE_UNITS
        or not figure_cues.STOCK_ASKED.search(query.text)
    ):
        return False
    flow = statement_cues.FLOW.search(query.text) or _ADDED.search(query.text)
    year_named = bool(query.periods)
    if flow and (year_named or "累计" not in query.text or not is_whole_year(figure.period)):
        return False
    clause = found.statement.document.text[figure.start : figure.end]
    made = figure_cues.TOTAL_ASKED.search(query.text) and _MADE.search(clause)
    flows = statement_cues.FLOW.search(figure.name) or made
    return flows is not None and not statement_cues.STOCK.search(clause)


def _is_on_another_year(query: Query, found: Finding, quote: str) -> bool:
    """True for no change since the year that is asked for: 同比 is none since 2020."""
    asked = figure_cues.SINCE_YEAR.search(query.text)
    if asked is None or found.figure is None:
        return False
    base = asked.group(1)
    before = {str(int(year_of(period)) - 1) for period in query.periods if year_of(period)}
    told = f"{quote}{found.figure.indicator}"
    return base not in told and base not in before


def is_of_another_rate(query: Query, found: Finding, quote: str) -> bool:
    """True for a rate on another basis, of several years, or of which the change is asked for.

    下降46.2% does not tell how far a 降幅 went down (收窄).
    """
    basis = adjusted_by(query.text)
    if (basis and adjusted_by(quote) != basis) or averages_years(query, quote):
        return True
    if _is_on_another_year(query, found, quote):
        return True
    # "两个行业下拉产值增速1.3个百分点": a share in the growth of the whole.
    pulled = found.figure is not None and found.figure.unit.endswith("百分点")
    if pulled and _PULLED.search(quote) and "拉" not in query.text:
        return True
    if _moves_growth(query, found, quote):
        return True
    if "恢复" in query.text and found.figure and "恢复" not in quote and _asks_share(query):
        return True
    moved = figure_cues.RATE_MOVED.search(query.text)
    asked = moved is not None and figure_cues.FIGURE_ASKED.search(query.text) is not None
    return moved is not None and asked and moved.group() not in quote


def _asks_share(query: Query) -> bool:
    """True for how much of what a year had is there again: "恢复到2019年的几成"."""
    return re.search(r"恢复(?:[到至]|达到)", query.text) is not None


def _moves_growth(query: Query, found: Finding, quote: str) -> bool:
    """True for how a growth itself went up or down, where the growth is asked for.

    "增速较一季度回落1.1个百分点" tells no 增速.
    """
    figure = found.figure
    if figure is None or not figure.unit.endswith("百分点") or not _GROWTH_MOVED.search(quote):
        return False
    return "growth" in query.measures and not _MOVE_ASKED.search(query.text)
