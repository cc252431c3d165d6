"""What a figure is of in the terms of the lexicon, and which measure of it the figure tells."""

from __future__ import annotations

import re

from assistant.language.quantities import Quantity
from assistant.language.units import RATES, unit_family
from assistant.lexicon.indicators import IndicatorLexicon
from assistant.schema import Measure
from ingest.figures.leads import Lead
from ingest.figures.name_places import COUNTED, is_share_in_words
from ingest.figures.vocabulary import ABOVE, BRINGS, FASTER, MORE_OR_LESS

_INTENSITY = re.compile(
    r"强度|每[万百千]|亩均|单位(?:GDP|生产总值|面积|产值|增加值|能耗)|万元[^，]{0,6}能耗|密度"
)
_TAIL_OF_TERM = re.compile(
    r"(?:[受立发]案数|数|数量|总数|存量|保有量|个数|总量|总额|金额|净增|新增|额|量|面积|人数|项目|企业|规模|增速|增幅|增长率|增长速度|增长|比例|建设|任务|工程"
    r"|现价|当年价|[“”()（）])*"
)
# How a sum was reached is no part of its name: "最终核实2021年全县生产总值",
# "按常住人口计算人均地区生产总值".
_RECKONED = re.compile(
    r"^(?:经|按|据)?(?:(?:最终|初步|统一)?(?:核算|核实|核定|计算|测算)(?:后|的)?(?=.{4})"
    r"|按(?:年[末均]|年平均)?(?:常住|户籍)人口计算的?(?=人均))"
)
# "农林牧渔业(包括农林牧渔专业及辅助性活动)增加值"
# "固定资产投资(跨区项目也计入)"
_COMPRISED = re.compile(
    r"[(（](?:包括|包含|含)[^()（）]{2,24}[)）](?=[\u4e00-\u9fff])"
    r"|[(（][^()（）]{2,16}(?<!不)(?:计入|计算在内|包括在内|在内)[)）]"
)
# "规（限）上文化企业年营收" is 规上文化企业营收.
_ANNUAL = re.compile(r"(?<=[业区园])年(?=营业?收|主营业务收入|(?:工业)?总?产值|销售|税收|利[税润])")
_ABOVE_SIZE = re.compile(r"规(?:模以)?上?[(（]限(?:额以)?上?[)）]上?+(?!企业|单位)")
_REACHED = re.compile(r"(?<=[\u4e00-\u9fff]{2})(?:实现|完成)(?=[\u4e00-\u9fff]{2})")
# What brackets behind a name qualify without making it another name.
_QUALIFIED = re.compile(
    r"[(（](?:不含农户|上年(?:同期)?=100|按[^()（）]{2,12}|现价|可比价|不变价|自然口径"
    r"|现汇(?:进资)?|商务部(?:统计)?口径|常住(?:人口)?口径)[)）]$"
)
# "一般公共预算收入（同口径）" is another sum than the one that was collected.
_SAME_BASIS = re.compile(r"[(（](?:按)?(?:同口径|可比口径)(?:计算)?[)）]$")
# "1.新改扩建学校12所", "实际建成长者食堂18个"
_INTRODUCED = re.compile(r"^(?:\d{1,2}[.．、](?!\d)|保持|促成|实际(?!利用|使用|到位|控制))+")
_OTHER_NAME = re.compile(r"[(（]([^()（）]{3,16})[)）]$")
# "细颗粒物(PM2.5)年平均浓度": the short form is said for the words before it.
_SHORT_FORM = re.compile(r"(?P<long>.*?)[(（](?P<short>[A-Za-z][A-Za-z\d.&]{1,6})[)）](?P<of>.+)")
_OWN_MONEY = re.compile(r"(?:计划|完成)?(?:投资|总投资|投资总?额)")
# "经济增长5.3%", "全区经济增速": the whole economy is measured by its product.
_ECONOMY = re.compile(r"(?:[全我本][区县市旗州省])?(?:国民|区域|县域)?经济(?:总体|运行)?")
# With what was transferred and left over: no budget collects its 收入总量.
_WITH_TRANSFERS = re.compile(r"(?:预算|基金|国有资本经营)(?:收入|支出|收支)总量$")
_SHARE_OF = re.compile(r"占[^占比率]{2,}$")
# "护理型床位占床位总数的58%" is their 占比, of which nothing else could be the whole.
_SHARE_OF_ITS_KIND = re.compile(
    r"(?P<part>.*?(?P<kind>[\u4e00-\u9fff]{2,4}))占(?:全部|所有|总)?(?P=kind)(?:总数|总量|总额|数)?的?(?:比[重例]?)?"
)
# Where air is measured: a county's is that of its town.
_AIR_OF_TOWN = re.compile(r"^(?:县城|市区|城区|主城区|中心城区|城市)(?=(?:环境)?空气|PM2|细颗粒物)")
# "优化调整3184、3124等常规公交线路": what was done to things some of which are named.
_LISTED = re.compile(
    r"(?P<done>[\u4e00-\u9fff]{2,4}?)[^、等]{2,30}、[^等]{2,60}等(?:常规|各类)?(?P<things>[\u4e00-\u9fff]{4,8})"
)
_PART = re.compile(r"(.{2,}?)(占.+(?:比重|比例|比))")
_OF_PRODUCT = re.compile(r"(?:占|相当于)(?:地区|国内)?生产总值(?:的)?(?:比例|比率)?")


def plain_name(name: str) -> str:
    """A name without how it was reckoned, what it comprises and that it is of a whole year.

    >>> plain_name("规（限）上文化企业年营收"), plain_name("规（限）上企业")
    ('规上文化企业营收', '规（限）上企业')
    """
    name = _AIR_OF_TOWN.sub("", _COMPRISED.sub("", _RECKONED.sub("", name)))
    return _ANNUAL.sub("", _ABOVE_SIZE.sub("规上", name))


def canonical_name(name: str, lexicon: IndicatorLexicon) -> str | None:
    """The lexicon's name for a name in a text, None where the lexicon has none for all of it.

    A term inside a longer name does not count (服务业 is not 规上服务业企业营收); a verb before it
    and a counting word behind it do no harm (新增国家高新技术企业数).
    """
    # "规上工业实现增加值" is 规上工业增加值.
    name = name if lexicon.canonical(name) else plain_name(name)
    forms = _SHORT_FORM.sub(r"\g<long>\g<of>\n\g<short>\g<of>", name).split("\n")
    plain = (name, _REACHED.sub("", name, count=1), name.removeprefix("全社会"), *forms)
    whole = next(filter(None, map(lexicon.canonical, plain)), None)
    if not whole and (of_product := _OF_PRODUCT.sub("占GDP", forms[0])) != forms[0]:
        whole = lexicon.canonical(of_product) or lexicon.canonical(f"{of_product}比重")
    part = _PART.fullmatch(name)
    if not whole and part and (owner := lexicon.canonical(part.group(1))):
        # "数字经济规模占GDP比重", "民生支出占一般公共预算支出的比重"
        share = part.group(2)
        whole = lexicon.canonical(owner + share) or lexicon.canonical(
            owner + re.sub("的(?=比[重例]?$)", "", share)
        )
    if not whole and _SHARE_OF.search(name):
        whole = lexicon.canonical(f"{name}比重")  # "占地区生产总值的11.5%"
    own = _SHARE_OF_ITS_KIND.fullmatch(name)
    whole = whole or (lexicon.canonical(f"{own['part']}占比") if own else None)
    if whole:
        return whole
    other = _OTHER_NAME.search(name)
    if other and (known := lexicon.canonical(other.group(1))):
        # "城镇常住人口占常住人口比重(常住人口城镇化率)"; 老年食堂（助餐点） is one name.
        last = lexicon.find(name, colloquial=False)[-1:]
        return last[0].canonical if last and last[0].end == len(name) else known
    listed = _LISTED.fullmatch(name)
    if listed and (known := lexicon.canonical(f"{listed['done']}{listed['things']}")):
        return known
    name = _INTRODUCED.sub("", _QUALIFIED.sub("", name))
    matches = lexicon.find(name, colloquial=False)
    if not matches or _TAIL_OF_TERM.fullmatch(name, matches[-1].end) is None:
        return None
    before = name[: matches[-1].start]
    return matches[-1].canonical if BRINGS.fullmatch(before) else None


def indicator_name(
    name: str, lead: Lead, measure: Measure, quantity: Quantity, lexicon: IndicatorLexicon
) -> str:
    """The canonical name, marked where the figure is no plain statement of it."""
    basis = _SAME_BASIS.search(name)
    name = name[: basis.start()] if basis else name
    # "全年出生2215人、死亡2308人": who was born.
    name = "出生人口" if name == "出生" and unit_family(quantity.unit) == "人" else name
    known = canonical_name(name, lexicon)
    if lead.growth and measure == "growth" and _ECONOMY.fullmatch(name):
        known = lexicon.canonical("GDP")
    # 就业 is counted in heads, its 岗位 in 个.
    by_post = name.endswith("岗位") and quantity.unit.endswith("个")
    if known and not by_post and not _fits(known, measure, quantity, lexicon):
        known = None
    if measure == "level" and _WITH_TRANSFERS.search(name):
        name, known = name.replace("基金预算", "基金"), None
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
    if not lead.completion:
        return known
    # "完成年度计划投资的31.7%" of 重点项目投资 is the 重点项目投资完成率.
    return lexicon.canonical(f"{known}完成率") or f"{known}计划完成率"


def _fits(known: str, measure: Measure, quantity: Quantity, lexicon: IndicatorLexicon) -> bool:
    """Whether an indicator is given in such a unit: 16宗 is no 土地出让面积."""
    family = unit_family(quantity.unit)
    if measure not in ("count", "level", "change") or family in ("百分点", "倍"):
        return True
    units = lexicon.units(known)
    return not units or not family or family in {unit_family(unit) for unit in units}


def measure_of(quantity: Quantity, name: str, lead: Lead) -> Measure:
    """What a figure measures of the thing it is of: its level, growth, share or rank."""
    family = unit_family(quantity.unit)
    if quantity.is_rank:
        return "rank"
    if lead.growth == FASTER or (family == "元" and name.startswith("净增")):
        return "change"  # "达到306亿元、净增18亿元"
    if family in RATES or is_share_in_words(quantity):
        signed = quantity.text[:1] in ("-", "+", "＋") and not name.endswith("率")
        if lead.growth or family == "百分点" or signed:
            return "growth"  # no share has a sign: "投资同比分别-6.2%、+3%"
        return "intensity" if _INTENSITY.search(name) and "占" not in name else "share"
    if lead.growth and (family != "元" or not lead.names or lead.growth in MORE_OR_LESS):
        # "存款余额8013亿元,比年初增加576亿元"
        return "change"
    if _INTENSITY.search(name):
        return "intensity"
    counted = family in COUNTED or family.endswith("次")
    return "count" if counted else "level"
