"""Whether a statement may answer: it is of the thing, the measure and the place asked for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from assistant.answers.kinds import is_another_step, is_stock_for_flow, lacks_kind, of_a_sibling
from assistant.answers.writing import phrase
from assistant.evidence.figures import (
    COST_ASKED,
    adjusted_by,
    averages_years,
    begun_instead,
    costs_instead,
    ends_asked_name,
    is_completion,
    is_no_share,
    is_of_one_day,
    made_up_of,
)
from assistant.evidence.findings import Finding
from assistant.evidence.matching import (
    RATE_UNITS,
    Term,
    is_of_event,
    is_one_of_several,
    level,
)
from assistant.evidence.row_names import TOTAL
from assistant.evidence.statements import Statement
from assistant.language.columns import cells_of, role_of
from assistant.language.periods import is_whole_year, year_of
from assistant.language.quantities import comparable, quantities_in
from assistant.language.tokenizer import is_verb, segments
from assistant.language.units import unit_family
from assistant.lexicon.districts import names_county
from assistant.lexicon.indicators import load_indicators
from assistant.lexicon.synonyms import load_synonyms
from assistant.question import cues
from assistant.question.names import is_named, is_verbs, of_another_level
from assistant.question.places import blank, streets_in
from assistant.question.query import content_terms
from assistant.schema import Indicator, Query, Row
from assistant.text import fold_text

_CODE = re.compile(r"[\da-z]")
NAME_SHARED = 0.5  # characters of a name without the asked one that the question must have


HEAD_SHARED = 0.5  # characters of a longer name's head that the question must have


_DATES = re.compile(r"\d{4}年|\d{1,2}-?\d{0,2}月|[一二三四]季度|上半年|全年|其中|截至|底")


# What may stand behind a name without making it another; 限额 and 余额 do.
_COUNTING = re.compile(r"[一-鿿]{0,2}?(?:(?<![限余差缺定])额|数|量)")


# A rate that a question names: 贡献率 is no growth of what contributes.
_RATE_WORD = re.compile(r"[一-鿿]{2,}率")


# The end of whose name a trade goes by: 医疗 of 核医疗产业, 第二 of 第二产业.
# 铝产业 and 茶产业 have but one character of their own.
_INDUSTRY = re.compile(r"[一-鿿]{2}(?=产业)|(?<![一-鿿])[一-鿿](?=产业)")
_INDUSTRY_ASKED = re.compile(
    rf"(?:{_INDUSTRY.pattern})(?=产业[^,，。?？]{{0,6}}(?:产值|收入|增加值|利润|税收))"
)


# What is told of a trade in money: none of them stands for another.
_YIELDS = ("增加值", "产值", "营业?收|业务收入", "利润", "税收", "投资")
_PULLED = re.compile(r"下拉|拉动|拉低|拉高")
_GROWTH_MOVED = re.compile(
    r"增[速幅长][^,，。;；]{0,16}(?:回落|提高|提升|加快|放缓|收窄|扩大|上升|下降)"
)
_MOVE_ASKED = re.compile(
    r"百分点|个点|回落|提[高升]|加快|放缓|收窄|扩大|高于|低于|[比较相][一上前去全]|快|慢|高[多了]|低[多了]"
)
_PLAIN_RATES = ("增长率", "完成率", "增速率", "比率", "概率", "效率")


# Where something is to be, what it is called: and how a text tells the place.
_WHERE_ASKED = re.compile(
    r"(?:选址|[设建定布落放安](?:置|点|址)?)[^,，。?？在]{0,3}在(?:哪(?:里|儿|[几些]?个?(?=[村镇社街小地路]))|什么地方|何处)"
)
_CALLED_ASKED = re.compile(r"(?:叫|取名)什么(?:名[字称]?)?[?？]?$|名[字称]是什么[?？]?$")
_PLACE_TOLD = re.compile(
    r"[一-鿿a-z\d]{2,}?(?:[村镇乡路街巷旁侧园区桥站店馆校院]|社区|街道|地块|中心|大道|广场|基地|公园|[东西南北]部)"
)
LONG_NAME = 8  # characters of a question that stand in a statement as they were typed


LONG_NAME_SHARED = 0.65  # of its pairs of characters that an answer or what labels it must have


_ONE_NAME = re.compile(r"[一-鿿a-z\d]+")


# A zone or a town that opens a clause, with what is told of it.
_AREA = re.compile(
    r"(?<![一-鿿])(?:其中)?(?P<area>[一-鿿]{1,8}?(?P<kind>经开区|开发区|高新区|园区|产业园|工业园|集聚区|综保区|自贸区|街道|(?<![城乡村集])[镇乡]))"
    r"(?=实现|完成|累计|新签约|新引进|新入驻|新开工|新增|引进|签约|营业收入|规上|规模以上|地区生产|固定资产|工业|财政|税收|总产值|产值)"
)
_WHOLE_PLACE = re.compile(r"(?:全|我|本)[区县市旗州]")
_STREET = re.compile(r"[一-鿿]{2,5}(?:街道|镇|乡)")
_COST_TOLD = re.compile(r"投资|预算|概算|造价|经费|资金|费用")


_REMARK = re.compile(r"[(（][^()（）]*[)）]")
# "哪个镇的没按期投用": what is in use already is not what is asked for.
_UNDONE_ASKED = re.compile(
    r"哪[^,，。?？]{0,14}(?:没有?|未|尚未)(?:能|按期|如期|按时|及时|完全)*(投用|完成|完工|开工|建成|达标|启用|交付)"
)
_LEFT = re.compile(r"剩|余|在建|正在|其他")
_UNDONE = re.compile(r"未|没|仅|尚|预计|滞后|推迟|延|不")
_LEFT_OUT = re.compile(r"(?:不含|不包括|不包含)([^,，。;；)）]{2,20})")
_HAN = re.compile(r"[一-鿿]{2}")


RATED = ("growth", "change", "share", "completion", "rank")  # measures of money, in no money


_CONTINUED = re.compile(r"\(续[^()]*\)$")


def meets(query: Query, terms: Sequence[Term], found: Finding) -> bool:
    """True if a statement meets all that a question asks for."""
    fits = (
        found.period_fit > 0
        and found.kind_fit > 0
        and found.answered
        and not _mistakes(query, found)
    )
    if not fits or _of_another_street(query, found) or of_a_sibling(query, terms, found):
        return False
    if _names_nothing(query, found):
        return False
    if _of_any_row(query, terms, found) or lacks_kind(query, found):
        return False
    if is_another_step(query, found):
        return False
    return _names_indicator(query, terms, found)


def _names_nothing(query: Query, found: Finding) -> bool:
    """True where a place or a name is asked for and the quote has none but those of the question.

    "正在选址" does not tell where it will be, nor "新建学校2所" what they are called.
    """
    where, called = _WHERE_ASKED.search(query.text), _CALLED_ASKED.search(query.text)
    if not (where or called):
        return False
    quote = re.sub(r"\s", "", fold_text(found.quote))
    if where:
        places = _PLACE_TOLD.findall(quote)
        return not any(place not in query.text and place[-2:] not in query.text for place in places)
    words = [w for w in segments(quote) if len(w) > 1 and _HAN.search(w)]
    return all(w in query.text or is_verb(w) or is_verbs(w) for w in words)


def _of_another_street(query: Query, found: Finding) -> bool:
    """True if a street is asked about that neither the statement, its row nor its headings name."""
    if _in_column_of_street(query, found):
        return True
    streets = streets_in(query)
    if not streets:
        return False
    statement = found.statement
    told = [statement.text, statement.document.profile.title, *statement.chunk.section_path]
    told += [c.text for c in statement.row.cells.values()] if statement.row is not None else []
    return not all(street in fold_text("\n".join(told)) for street in streets)


def _in_column_of_street(query: Query, found: Finding) -> bool:
    """True for a figure below the name of a street that is not asked about: 22 of 116 lifts."""
    row, figure = found.statement.row, found.figure
    if row is None or figure is None:
        return False
    headers = [h for h, cell in row.cells.items() if cell.start <= figure.figure[0] < cell.end]
    return any(_STREET.fullmatch(h) and fold_text(h) not in query.text for h in headers)


def _of_any_row(query: Query, terms: Sequence[Term], found: Finding) -> bool:
    """True for a cell of one row among others, where the question names its column alone.

    "计划投资多少" is asked of all projects, and not of the one whose passage came first.
    """
    statement, figure = found.statement, found.figure
    row = statement.row
    if row is None or figure is None or statement.role != "other" or not terms:
        return False
    if figure.district != statement.district or figure.indicator in query.indicators:
        return False  # a row of its own place, or of the very thing
    header = next((h for h, c in row.cells.items() if c.start == statement.start), "")
    others = [r for r in statement.document.rows if header in r.cells and r is not row]
    named = [c.text for h, c in row.cells.items() if _names_row(h, c.text)]
    words = fold_text("\n".join([*named, *row.section_path]))
    if not (header and others and named) or any(TOTAL.match(text.strip()) for text in named):
        return False
    by_place = any(place in words for place in query.districts)
    return not by_place and not any(level(t, words) > 0 for t in terms)


def _names_row(header: str, text: str) -> bool:
    return role_of(header) in ("group", "target") and _HAN.search(text) is not None


def _mistakes(query: Query, found: Finding) -> bool:
    """True for another place, a stock for a flow or the other way, a figure for a company."""
    elsewhere = any(names_county(word) for word in found.match.missing)
    if elsewhere or _of_another_sector(query, found) or _of_another_place(query, found):
        return True
    quote = phrase(found)
    if _is_title(found, quote) or _is_of_another_rate(query, found, quote):
        return True
    if _is_of_another_number(query, quote):
        return True
    if not re.search(r"[一-鿿]{2}|\d", _DATES.sub("", quote)):
        return True
    if (
        _leaves_out(query, found, quote)
        or _is_done_instead(query, quote)
        or _of_another_measure(query, found, quote)
        or _counts_list(query, found)
    ):
        return True
    if cues.FLOW.search(query.text) and cues.STOCK.search(quote) and not re.search(r"新|增", quote):
        return True
    if found.figure and (_is_flow_for_stock(query, found) or is_stock_for_flow(query, found)):
        return True
    if found.figure and cues.TOTAL_ASKED.search(query.text):
        done = cues.IN_PROGRESS.search(found.figure.name)
        if done and done.group() not in query.text:
            return True
    return bool(cues.ENTITY_ASKED.search(query.text)) and not cues.ENTITY.search(
        found.statement.text
    )


def _is_of_another_number(query: Query, quote: str) -> bool:
    """True where the number of a name is another one: 50亿元以上项目, 服务体系4.0版."""
    if any(number not in quote for number in cues.THRESHOLD.findall(query.text)):
        return True
    editions = cues.EDITION.findall(query.text)
    return bool(editions) and not any(edition in quote for edition in editions)


def _is_done_instead(query: Query, quote: str) -> bool:
    """True for what a quote calls done, where it is asked which was not, or how many."""
    if cues.LEFT_ASKED.search(query.text) and not (_UNDONE.search(quote) or _LEFT.search(quote)):
        return True
    asked = _UNDONE_ASKED.search(query.text)
    done = asked is not None and f"已{asked[1]}" in quote
    return done and not _UNDONE.search(quote)


def _leaves_out(query: Query, found: Finding, quote: str) -> bool:
    """True for what is said to hold none of the thing: "施工许可62件(不含加装电梯)"."""
    typed = [query.text[s:e] for s, e in query.slots.get("indicator", ())]
    figure, text = found.figure, found.statement.document.text
    behind = _REMARK.match(text, figure.figure[1]) if figure is not None else None
    told = f"{quote}{behind.group() if behind else ''}"
    left_out = _LEFT_OUT.findall(fold_text(told)) if "不含" not in query.text else []
    return any(name in words for words in left_out for name in (*typed, *query.terms))


def _counts_list(query: Query, found: Finding) -> bool:
    """True for how many things a sentence lists: "“新增学位”、“建设食堂”等23项" counts neither."""
    figure = found.figure
    if figure is None or not query.units or figure.unit in query.units:
        return False
    before = found.statement.document.text[found.statement.start : figure.figure[0]]
    return figure.unit in ("项", "个", "件") and before.rstrip().endswith(("等", "等共"))


def _is_title(found: Finding, quote: str) -> bool:
    """True for a title: it names what a document is about, and says nothing of it."""
    bare = _CONTINUED.sub("", fold_text(quote))
    return bare in fold_text(found.statement.document.profile.title)


def _of_another_measure(query: Query, found: Finding, quote: str) -> bool:
    """True where one speaks of what is missing and the other does not, or of another rate.

    Nor is the number beside a rank of the same thing: "规上企业增幅全市第1,总数117家".
    """
    ranked = found.figure is not None and found.figure.measure == "rank"
    counted = bool(query.units) or "level" in query.measures or "多少" in query.text
    if found.figure is not None and (
        costs_instead(query, found.figure)
        or is_of_one_day(query, found.statement.document.text, found.figure)
        or begun_instead(query, found.statement.document.text, found.figure)
        or is_no_share(query, found.figure)
        or _of_another_yield(query, found.figure)
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
    if cues.MONEY_ASKED.search(query.text) and _is_no_money(found, quote):
        return True
    if found.figure and is_completion(found.figure) and _asks_amount(query):
        return True  # how much of its plan is done is not how much there is
    told = fold_text(f"{quote}{found.figure.name if found.figure else ''}")
    things = [m.group(1) for m in cues.COUNTED_THING.finditer(query.text)]
    if found.figure and any(thing not in told for thing in things):
        return True  # "多少个村" is not told by a number of shops
    rates = [w for w in query.terms if _RATE_WORD.fullmatch(w) and not w.endswith(_PLAIN_RATES)]
    return found.figure is not None and any(set(rate) - set(told) for rate in rates)


def _of_another_yield(query: Query, figure: Indicator) -> bool:
    """True for the 产值 of a trade whose 增加值 is asked for."""
    words = (query.text, fold_text(figure.name))
    asked, told = ({y for y in _YIELDS if re.search(y, w)} for w in words)
    return not query.indicators and len(asked) == 1 and bool(told) and not asked & told


def _asks_amount(query: Query) -> bool:
    """True for how much of a statistic there is: neither a rate nor how far it is."""
    judged = {"verdict", "section"} & set(query.asks) or "完成" in query.text
    return bool(query.indicators) and not (query.measures or query.units or judged)


def _is_no_money(found: Finding, quote: str) -> bool:
    """True for a figure in no money, and no rate of any, in a quote that gives none."""
    figure = found.figure
    if figure is None or figure.measure in RATED:
        return False
    units = [figure.unit, *(q.unit for q in quantities_in(quote))]
    return not any(unit_family(unit) in ("元", "美元") for unit in units)


def _is_flow_for_stock(query: Query, found: Finding) -> bool:
    """True where a sum is asked for and the figure is what one year has added.

    "规上工业企业总共多少家" is not answered by "新增37家", nor "累计新增学位" by those of one year;
    in a question that names the year, "2023年累计新增" is that year's.
    """
    figure = found.figure
    if figure is None or figure.unit in RATE_UNITS or not cues.STOCK_ASKED.search(query.text):
        return False
    flow, year_named = cues.FLOW.search(query.text), bool(query.periods)
    if flow and (year_named or "累计" not in query.text or not is_whole_year(figure.period)):
        return False
    clause = found.statement.document.text[figure.start : figure.end]
    return cues.FLOW.search(figure.name) is not None and not cues.STOCK.search(clause)


def _is_on_another_year(query: Query, found: Finding, quote: str) -> bool:
    """True for no change since the year that is asked for: 同比 is none since 2020."""
    asked = cues.SINCE_YEAR.search(query.text)
    if asked is None or found.figure is None:
        return False
    base = asked.group(1)
    before = {str(int(year_of(period)) - 1) for period in query.periods if year_of(period)}
    told = f"{quote}{found.figure.indicator}"
    return base not in told and base not in before


def _is_of_another_rate(query: Query, found: Finding, quote: str) -> bool:
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
    moved = cues.RATE_MOVED.search(query.text)
    asked = moved is not None and cues.FIGURE_ASKED.search(query.text) is not None
    return moved is not None and asked and moved.group() not in quote


def _moves_growth(query: Query, found: Finding, quote: str) -> bool:
    """True for how a growth itself went up or down, where the growth is asked for.

    "增速较一季度回落1.1个百分点" tells no 增速.
    """
    figure = found.figure
    if figure is None or not figure.unit.endswith("百分点") or not _GROWTH_MOVED.search(quote):
        return False
    return "growth" in query.measures and not _MOVE_ASKED.search(query.text)


def _of_another_place(query: Query, found: Finding) -> bool:
    """True for a figure that is of a part of the place: a county's is not its city's."""
    figure, statement = found.figure, found.statement
    if figure is None or figure.district == statement.district:
        return _of_area(query, found)
    return bool(query.districts) and figure.district not in query.districts


def _of_area(query: Query, found: Finding) -> bool:
    """True for a figure of a zone or a town that its sentence opens with, and no question named.

    "甲经开区实现营业收入786亿元,规上工业增加值增长8%;新签约项目28个" tells none of its county's.
    """
    figure, statement = found.figure, found.statement
    if figure is None or statement.row is not None:
        return False
    text = statement.document.text
    start = max(text.rfind("。", 0, figure.start), text.rfind("\n", 0, figure.start)) + 1
    before = fold_text(text[start : figure.figure[0]])
    opened = list(_AREA.finditer(before))
    if not opened:
        return False
    area, kind = opened[-1].group("area"), opened[-1].group("kind")
    if _WHOLE_PLACE.search(before, opened[-1].end()):
        return False
    named = fold_text(f"{query.text}{statement.document.profile.title}")
    return area not in named and kind not in named


def _of_another_sector(query: Query, found: Finding) -> bool:
    """True where one speaks of a part of the economy and the other of the whole."""
    figure, statement = found.figure, found.statement
    if figure is None:
        return False
    if _of_another_industry(query, statement, figure):
        return True
    told, asked = cues.SECTOR.match(figure.name), cues.SECTOR.search(query.text)
    if told:
        return told.group() not in query.text
    near = f"{figure.name}{statement.folded}{statement.labels}"
    return asked is not None and asked.group() not in near


def _of_another_industry(query: Query, statement: Statement, figure: Indicator) -> bool:
    """True for what 软件产业 earned where 核医疗产业 is asked for, of which nothing is said."""
    asked = _INDUSTRY_ASKED.findall(blank(query.text, query.slots.get("district", ())))
    before = statement.document.text[statement.start : figure.figure[0]]
    told = _INDUSTRY.findall(fold_text(before))
    near = f"{statement.folded}{statement.labels}"
    if any(len(industry) == 1 and industry not in near for industry in asked):
        return True
    return bool(asked and told) and not any(industry in near for industry in asked)


def name_told(query: Query, ranked: Sequence[Finding]) -> str:
    """Return the longest run of a question that one of the statements has, "" if it is short.

    So long a run is a name: 合成生物学国家工程研究中心 is no other 研究中心.
    """
    slots = [s for kind in ("district", "period", "kind") for s in query.slots.get(kind, ())]
    text = blank(query.text, slots)
    longest = ""
    for found in ranked:
        for start in range(len(text) - LONG_NAME):
            end = start + max(len(longest) + 1, LONG_NAME)
            while end <= len(text) and text[start:end] in found.statement.folded:
                longest, end = text[start:end], end + 1
    return longest if _ONE_NAME.fullmatch(longest) else ""


def speaks_of_name(name: str, found: Finding) -> bool:
    """True if a statement, or what labels it, has most of a long name that was asked of."""
    told = f"{found.statement.folded}{found.statement.labels}"
    # The 11 of S211 stands in any 11月.
    pairs = [pair for a, b in pairwise(name) if not _CODE.search(pair := a + b)]
    return sum(pair in told for pair in pairs) >= LONG_NAME_SHARED * len(pairs)


def is_sure(terms: Sequence[Term], found: Finding) -> bool:
    """True if the statement itself names every indicator asked for, with its figure."""
    named = [t for t in terms if t.canonical]
    spoken_of = {f.indicator for f in found.statement.figures}
    holds = all(t.canonical in spoken_of or level(t, found.statement.folded) == 1.0 for t in named)
    return bool(named) and holds and found.figure is not None and found.period_fit == 1.0


def levels_of(terms: Sequence[Term], found: Finding) -> list[float]:
    """How surely a statement has each term of a question."""
    statement = found.statement
    # "城乡居民收入分别增长4%、6%" tells of both, though it names neither.
    spoken_of = found.figure.indicator if found.figure else ""
    return [
        1.0
        if t.canonical and t.canonical == spoken_of
        else max(level(t, statement.folded), 0.75 * level(t, statement.labels))
        for t in terms
    ]


def _names_indicator(query: Query, terms: Sequence[Term], found: Finding) -> bool:
    """A statistic that was asked for has to stand in the statement, its headings or its row."""
    told = found.figure is None and "verdict" in query.asks and cues.OUTCOME.search(found.quote)
    if query.name and not found.qualitative and not told:
        figure = found.figure
        return figure is not None and (
            is_named(query, figure.indicator)
            or _ends_in_name(query, figure)
            or ends_asked_name(query, _document(found), found.statement.start, figure)
        )
    asked = [t for t in terms if t.strict]
    if not asked and found.figure is None and not found.qualitative:
        return _counts_asked(query, terms, found)
    if not asked:
        return found.qualitative or _is_about(query, terms, found)
    if found.figure is not None and not found.qualitative and not _is_of(query, found.figure):
        return False
    named = any(lv > 0 for t, lv in zip(terms, levels_of(terms, found), strict=True) if t.strict)
    return named or (found.figure is not None and found.figure.indicator in query.indicators)


def _document(found: Finding) -> str:
    return found.statement.document.text


def _counts_asked(query: Query, terms: Sequence[Term], found: Finding) -> bool:
    """False where "多少义警" is asked and the only number stands beside other things."""
    if query.units or found.statement.row is None or not cues.FIGURE_ASKED.search(query.text):
        return True
    clauses = [c for c in re.split(r"[，,；;。]", fold_text(found.quote)) if quantities_in(c)]
    return not clauses or any(level(t, clause) > 0 for t in terms for clause in clauses)


def _is_about(query: Query, terms: Sequence[Term], found: Finding) -> bool:
    """False where the figure counts another thing than the sentence speaks of beside it.

    "41大项任务,亚运江滨主题公园" has a figure and a park, but not the number of parks.
    """
    figure, statement = found.figure, found.statement
    if figure is None or figure.indicator in query.indicators:
        return True
    name = fold_text(figure.name)
    clause = _NAMED_AMONG.sub("", fold_text(_clause_of(statement, figure)))
    # 产值 and 新增 are of anything: 樱桃综合产值 is none of 葡萄.
    terms = [t for t in terms if not _is_of_anything(t.text)] or terms
    row = statement.row if statement.role == "progress" else None
    if row is not None and any(is_one_of_several(t.text, row) for t in terms):
        return False
    if made_up_of(query, terms, name):
        return False
    if not terms or any(level(t, name) > 0 or level(t, clause) > 0 for t in terms):
        return True
    if is_of_event(terms, statement):
        return True
    if statement.role == "progress" and statement.row and _one_target(statement.row):
        labelled = any(level(t, statement.labels) > 0 for t in terms)
        # "樱桃、葡萄产业综合产值25亿元" has a progress of 樱桃, which is none of 葡萄.
        words = [
            w for w in content_terms(name) if not (cues.OF_ANYTHING.fullmatch(w) or is_verb(w))
        ]
        other = any(w in statement.labels and w not in query.text for w in words)
        return labelled and not other and _is_of_row(query, statement, name)
    name = cues.FLOW.sub("", name) or name
    shared = sum(char in query.text for char in name)
    return shared >= NAME_SHARED * max(1, len(name))


def _is_of_anything(word: str) -> bool:
    return cues.OF_ANYTHING.fullmatch(word) is not None or cues.FLOW.fullmatch(word) is not None


# "其中“新增学位”、“提升绿道”等23项超额完成": the items are counted, and none of what they name.
_NAMED_AMONG = re.compile(r"(?:[\"“][^\"”“]{2,40}[\"”](?:\([^()]*\))?[、,]?)+等(?=\d+[项个件])")


def _clause_of(statement: Statement, figure: Indicator) -> str:
    """The clause that a figure stands in: what the one before it names has figures of its own."""
    spans = [c for c in statement.clauses if c[0] <= figure.figure[0] < c[1]]
    start, end = spans[0] if spans else (figure.start, figure.end)
    return statement.document.text[start:end]


def _is_of_row(query: Query, statement: Statement, name: str) -> bool:
    """True if a figure's name is one of the row or asked for, or only tells what was done.

    Under a goal that names ten projects, "河庄互通,累计完成48219万元" is of none of the others.
    """
    words = [w for w in segments(name) if len(w) > 1 and w not in cues.FUNCTION_WORDS]
    asked = {word for group in load_synonyms().find(query.text) for word in group}
    return all(is_verb(w) or w in statement.labels or w in asked for w in words)


def _one_target(row: Row) -> bool:
    """True if a row has one goal: its progress then needs no name to be that goal's."""
    goals = [c.text for role in ("target", "group") for _, c in cells_of(row, role)]
    return sum(len(quantities_in(text)) for text in goals) <= 1


def _is_of(query: Query, figure: Indicator) -> bool:
    """False where the asked name only begins a longer one: its end tells what it is.

    亿元地区生产总值生产安全事故死亡率 is no 地区生产总值.
    """
    basis = cues.BASIS.search(query.text)
    if basis and basis.group() in figure.indicator:
        return True
    if figure.indicator in query.indicators:
        return True
    name = fold_text(figure.name)
    matches = [m for m in load_indicators().find(name) if m.canonical in query.indicators]
    if not matches:
        own = {char for char in name if char not in "增长下降量数率的"}
        return sum(char in query.text for char in own) >= NAME_SHARED * len(own)
    head = re.sub(r"^对[一-鿿]{2,10}的", "", name[matches[-1].end :])
    shared = sum(char in query.text for char in head)
    counts = _COUNTING.fullmatch(head) is not None
    return len(head) < 2 or counts or shared >= HEAD_SHARED * len(head)


def _ends_in_name(query: Query, figure: Indicator) -> bool:
    """True if the asked name of the lexicon stands in a figure's name, and little behind it.

    电诈案件受案数 is 电信网络诈骗案件, though the document words it in its own way.
    """
    name = fold_text(figure.name)
    matches = [m for m in load_indicators().find(name) if m.canonical == query.name]
    units = load_indicators().units(query.name)
    measured = figure.unit in RATE_UNITS or any(comparable(figure.unit, u) for u in units)
    if not matches or not measured or of_another_level([query.text], figure.name):
        return False
    if not _adds_nothing(query, name[: matches[-1].start]):
        return False
    head = name[matches[-1].end :]
    beside = blank(query.text, query.slots.get("indicator", ()))
    shared = sum(char in beside for char in head)
    return (
        not head
        or _COUNTING.fullmatch(head) is not None
        or (len(head) > 1 and shared >= HEAD_SHARED * len(head))
    )


def _adds_nothing(query: Query, before: str) -> bool:
    """True if what stands before a name is a verb, or stands in the question.

    省级垃圾分类示范小区 are a part of 垃圾分类示范小区, 新增光伏并网 and 新建学校 of what there is.
    """
    if before in query.text:
        return True
    return is_verbs(before) and "新" not in before and not cues.FLOW.search(before)
