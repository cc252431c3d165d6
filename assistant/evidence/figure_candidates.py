"""Which of a statement's figures could be asked for at all: the others are of something else.

Of another stage (开工 for 完工), of one day, of the whole cost, of what a question gives itself.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.evidence.figure_phrases import is_completion, of_another_plan
from assistant.evidence.terms import Term
from assistant.evidence.wants import RATE_UNITS, fits_unit
from assistant.lexicon.indicators import load_indicators
from assistant.question import figure_cues, statement_cues, topic_cues
from assistant.question.names import is_named
from assistant.question.places import blank, streets_in
from assistant.schema import PLAN_KINDS, Indicator, Query
from assistant.text import fold_text

_PLACES = frozenset({"家", "间", "所", "座", "处"})  # words that count places
# What people make up: 义警队伍 are no 义警, as 小巨人企业 are 小巨人.
_WORKS = re.compile("(?:工程|项目)$")  # 清淤工程 are 清淤 of what the sentence speaks of
_GROUP = re.compile("(?:服务|志愿)?(?:队伍?|[分大中小]队|组织|团队|协会|小组|联盟)")
HEAD_LENGTH = 2  # characters that say what sort of thing an owner is: 航空产业
# What something costs as a whole, which no sum that was spent by some day tells.
COST_ASKED = re.compile(r"总投资|(?<!公共)预算(?![收支执内外])|概算|造价")
_WHOLE_COST = re.compile(r"(?:总投资|[概估匡]算(?:总?投资)?|总造价|投资总额)$")
_SPENT_ASKED = re.compile(
    r"完成|到位|支付|拨付|已经?投|[投花]了|投进去|(?:实际|最[终后])(?:上|一共|总共|共)?(?:投|花|支出)"
)
_SPENT = re.compile(r"完成了?(?:多少|几)?的?投资|投资(?:已经?)?(?:完成|到位)")
_AGAINST_PLAN = re.compile(r"[比超较][^,，。?？]{0,6}(?:计划|目标)")
_PART_ASKED = re.compile(r"(?:年|月|季度|[上下]半年)(?:度|份)?(?:计划|预计|安排|拟)?(?:完成)?投资")
PART_OF = re.compile(r"\s*其中")
_ONE_DAY = re.compile(r"当[天日晚]|单日|首日|一天内")
_DAY_ASKED = re.compile(r"[天日晚](?!均|常|托|照|间|报)")
# What was spent finishes nothing: 完成年度投资 of what was begun.
_FINISHED = re.compile(r"完成(?![一-鿿]{0,6}(?:投资|产值))|完工|竣工|建成|投用")
_BEGUN = re.compile(r"开工|启动|在建")
# A stage that something has reached or not: what is 推进 has reached none by that.
_STAGE = re.compile(r"[竣完开动]工(?!率)|建成|投用")
# Whose list something is on, in short: 省重点项目, 市示范合作社. 全市 is a place.
LEVEL = re.compile("国家|[省市区县]")
_LISTED = re.compile(r"(?<!全)((?:(?:国家|[省市区县])级?[、和]?)+)(?=重[点大]|示范|试点)")
_DONE_OF_IT = ("", "完成率", "投资", "完成投资", "投资额", "产值", "完成产值")
_SHARES = ("占比", "比重", "比例")
_IN_ALL = re.compile(
    r"(?:总数|总量)(?:已|达|为|有|突破|超过?|[约近至到])*$|(?:达到?|增至|升至|增加到)[约近]?$"
)
_PURSUED = re.compile(r"推进|谋划|储备|实施|安排")
_ADDED = re.compile(r"增加|[增添多]了|多出")  # "增加了几家" asks for what was added
# What could be built or made, or is still to come of what was begun: nothing of it need be there.
_STILL_TO_COME = (
    "新增|增[加设添]|新建|建[设成]|形成|实现|提供|带[动来]|创造|吸纳|解决|满足|惠及|达到|产生"
)
_POSSIBLE = re.compile(
    rf"(?<![许认])可(?:开发|利用|装机|安装|发展|供|容纳|{_STILL_TO_COME})"
    rf"|(?<!即)[将拟](?:可|再)?(?:{_STILL_TO_COME})"
    r"|具[有备][^,，。;；]*(?:能力|潜力|条件)|潜力|适[宜合]"
)
DISTANCE = re.compile(r"\([高低]于\)$")
DISTANCE_ASKED = re.compile("[超比较差距离高低快慢多少短欠]|达[到成标]|领先|落后|不及")
_SINCE_THEN = re.compile(r"[比较](?:年初|上年|去年)")


def is_only_possible(query: Query, text: str, figure: Indicator) -> bool:
    """True for what could be, where it is asked what is: "可建设550万千瓦" are none connected."""
    return query.kinds == ("actual",) and is_told_as_possible(query, text, figure)


def is_told_as_possible(query: Query, text: str, figure: Indicator) -> bool:
    """True for what is told to be possible, unless that is asked for: "可新增学位900个"."""
    if figure.kind != "actual" or _POSSIBLE.search(query.text):
        return False
    before = re.split("[,，。;；\n]", text[: figure.figure[0]])[-1]
    after = re.split("[,，。;；\n]", text[figure.figure[1] :], maxsplit=1)[0]
    return _POSSIBLE.search(before + after) is not None


def begun_instead(query: Query, text: str, figure: Indicator) -> bool:
    """True for the 18 of "开工18个,完工7个" where it is asked how many are done.

    Nor the other way, nor does "推进道路30条" tell how many are 开工 or 完工.
    """
    before, asking = text[figure.start : figure.figure[0]], _asking(query.text)
    pursued = _PURSUED.search(before) and not _PURSUED.search(asking)
    if pursued and _STAGE.search(asking) and not _STAGE.search(text[figure.start : figure.end]):
        return True
    if _BEGUN.search(query.text) and not _FINISHED.search(query.text):
        return _FINISHED.search(before) is not None and not _BEGUN.search(before)
    asked = _FINISHED.search(query.text) is not None and not _BEGUN.search(query.text)
    return asked and _BEGUN.search(before) is not None and not _FINISHED.search(before)


def _without_begun(query: Query, text: str, figures: Sequence[Indicator]) -> Sequence[Indicator]:
    """Leave out 已开工22个 beside 完工9个, where 改造多少个 names no step: 9 were."""
    if _BEGUN.search(query.text) or _FINISHED.search(query.text):
        return figures
    before = {f: text[f.start : f.figure[0]] for f in figures}
    done = {f.unit for f, said in before.items() if _FINISHED.search(said)}
    begun = [f for f, said in before.items() if _BEGUN.search(said) and not _FINISHED.search(said)]
    return [f for f in figures if not (f in begun and f.unit in done)]


_FROM = re.compile(r"[亿万]元以上")
_LARGER = re.compile(rf"(?<![\d.])(?!1亿)\d+{_FROM.pattern}")  # 1亿元以上 is 亿元以上


def of_another_list(query: Query, figure: Indicator) -> bool:
    """True for what is on the list of another level: 省重点项目 are no 市重点项目.

    Nor are 10亿元以上项目, by which the larger ones are counted, all of the 亿元以上项目.
    """
    larger = _LARGER.search(fold_text(figure.name))
    if larger and _FROM.search(query.text) and larger.group() not in query.text:
        return True
    asked, told = (
        {level for words in _LISTED.findall(text) for level in LEVEL.findall(words)}
        for text in (blank(query.text, query.slots.get("district", ())), fold_text(figure.name))
    )
    return bool(asked and told and not asked & told)


def _asking(text: str) -> str:
    """The clause of a question that asks how many: "推进道路建设,其中完工几条" counts the 完工."""
    clauses = re.split("[,，;；]", text)
    return next((c for c in reversed(clauses) if figure_cues.FIGURE_ASKED.search(c)), text)


# What is told for each of many: 户均, 平均每个. The 人均 of an income is a part of its name.
_EACH_ASKED = re.compile(
    r"[人户亩企]均|[日月场]均|平均每|每[个家户人亩项名位所](?!月)"
    r"|平均(?![一-鿿]{0,3}(?:工资|寿命|年龄|浓度|水平|增))"
)
_FOR_EACH = re.compile(r"[人户亩企日月场地]均|平均|每[个家户人亩项名位所千万百]|/[人户亩]")


def asks_for_each(asked: str) -> bool:
    """True where it is asked what there is for each of many.

    >>> asks_for_each("户均多少"), asks_for_each("平均工资多少"), asks_for_each("补贴多少")
    (True, False, False)
    """
    return _EACH_ASKED.search(asked) is not None


def is_mean(words: str) -> bool:
    """True for words that tell a sum to be for each of many."""
    return _FOR_EACH.search(words) is not None


def is_for_each(text: str, figure: Indicator) -> bool:
    """True for what there is for each of many: 户均20万元."""
    words = f"{figure.name} {figure.indicator} {figure.unit}"
    return is_mean(f"{fold_text(words)} {_last_words(text, figure)}")


_SIDES = ("target", "actual")
# Sums of money by their own names: what is to be spent in a year is not what all of it costs.
_SUM_NAMED = re.compile(r"总投资|计划投资|完成投资|协议(?:总?投资|引资)|到位资金")


def _of_named_sum(query: Query, text: str, figures: Sequence[Indicator]) -> Sequence[Indicator]:
    """Leave out other sums of money than the one that goes by the asked name: 计划投资."""
    both = all(pattern.search(query.text) for kind, pattern in figure_cues.KINDS if kind in _SIDES)
    asked = set() if both else set(_SUM_NAMED.findall(query.text))
    told = {f.figure: _SUM_NAMED.findall(_last_words(text, f)) for f in figures}
    if not any(asked & set(names) for names in told.values()):
        return figures
    return [f for f in figures if not told[f.figure] or asked & set(told[f.figure])]


def _last_words(text: str, figure: Indicator) -> str:
    return fold_text(re.split(r"[,，、;；]", text[figure.start : figure.figure[0]])[-1])


def is_no_share(query: Query, figure: Indicator) -> bool:
    """True for how much there is of a thing whose share is asked for by name: 绿色建筑占比."""
    named = query.name.endswith(_SHARES) and any(word in query.text for word in _SHARES)
    return named and figure.measure in ("count", "level") and figure.unit not in RATE_UNITS


def candidates(query: Query, text: str, figures: Sequence[Indicator]) -> list[Indicator]:
    """Leave out what a question gives itself, means over years, and what has another whole name.

    In "85项任务落地了多少" the 85项 are not asked for; a plan that is given may be set against its
    result.
    """
    kept = [f for f in figures if _is_side_given(query, f) or not _given(query, f)] or figures
    asked = {f.figure for f in kept if f.indicator in query.indicators}
    # "甲、乙增速均居全市第二": one rank of each, and of the one that is asked for.
    kept = [f for f in kept if f.figure not in asked or f.indicator in query.indicators]
    kept = [f for f in kept if not averages_years(query, f.indicator)]
    kept = [f for f in kept if not there_in_all(query, text, f)]
    kept = [f for f in kept if not costs_instead(query, f)] or kept
    kept = [f for f in kept if not begun_instead(query, text, f)] or kept
    kept = [f for f in kept if not is_unasked_distance(query, f)] or kept
    kept = _without_begun(query, text, kept)
    kept = [f for f in kept if not of_another_list(query, f)] or kept
    kept = [f for f in kept if not of_another_plan(query, text, f)] or kept
    kept = [f for f in kept if not is_no_share(query, f)] or kept
    kept = [f for f in kept if not is_of_one_day(query, text, f)] or kept
    kept = list(_of_named_sum(query, text, kept))
    kept = _of_named_street(query, kept)
    if asks_for_each(query.text):
        kept = [f for f in kept if is_for_each(text, f)] or kept
    kept = [f for f in kept if _is_counted_so(query, f)] or kept
    kept = [f for f in kept if not _is_unasked_part(query, text, f, figures)] or kept
    kept = _without_flows(query, text, kept)
    if not _SINCE_THEN.search(query.text):  # "较年初净增34亿元" is what it rose by since then
        kept = [f for f in kept if _is_net(text, f) == ("净" in query.text)] or kept
    if not (query.name and kept):
        return kept
    named = _completions(query, kept) or [f for f in kept if is_named(query, f.indicator)]
    named = [f for f in named if is_added(query, text, f)] or named
    if named and all(PART_OF.match(text[f.start : f.end]) for f in named):
        # "新增公共停车泊位96个,其中智慧停车泊位40个": 停车泊位 are the whole.
        units = {f.unit for f in named}
        wholes = [f for f in kept if fold_text(f.name).endswith(query.name) and f.unit in units]
        named = [f for f in wholes if f not in named] or named
    return named or [f for f in kept if ends_asked_name(query, text, kept[0].start, f)] or kept


def _of_named_street(query: Query, figures: Sequence[Indicator]) -> Sequence[Indicator]:
    """Leave out what all streets have together, where the part of the one asked for is told.

    "全县火点5个,其中石桥镇3个" has 3个 of 石桥镇.
    """
    streets = streets_in(query)
    own = [f for f in figures if any(street in fold_text(f.name) for street in streets)]
    return own or figures


def _is_unasked_part(
    query: Query, text: str, figure: Indicator, figures: Sequence[Indicator]
) -> bool:
    """True for a kind of a thing, where the thing itself is asked for and told right before.

    "汽车销量3万辆,其中新能源汽车1万辆" has 3万辆 of 汽车.
    """
    name = fold_text(figure.name)
    if query.indicators or not PART_OF.match(text[figure.start : figure.end]):
        return False
    asked = [term for term in query.terms if term in name]
    kind = re.sub("|".join(map(re.escape, asked)) or "$^", " ", name)
    pairs = [kind[at : at + 2] for at in range(len(kind)) if kind[at : at + 2].strip()]
    if not pairs or any(pair in query.text for pair in pairs):
        return False  # "累计办理4亿元,其中2023年办理1亿元" names no kind
    before = [f for f in figures if f.figure < figure.figure and f.unit == figure.unit]
    return bool(asked and before) and all(t in fold_text(before[-1].name) for t in asked)


def _completions(query: Query, figures: Sequence[Indicator]) -> list[Indicator]:
    """How much of its plan the asked thing has done, unless that has a name of its own."""
    if any(is_completion(f) and is_named(query, f.indicator) for f in figures):
        return []
    return [f for f in figures if is_completion_of(query, f)]


def is_completion_of(query: Query, figure: Indicator) -> bool:
    """True for how much of its plan a thing has done, told of what was spent on it.

    "32个街区项目完成投资6亿元,完成年度计划的95%" tells it of 街区项目.
    """
    if not query.name or "completion" not in query.measures or not is_completion(figure):
        return False
    return fold_text(figure.name).removeprefix(query.name) in _DONE_OF_IT


def _is_counted_so(query: Query, figure: Indicator) -> bool:
    """True for a figure in the unit that the one number asked for is counted in: 多少套."""
    one = len(query.units) == 1 and len(figure_cues.FIGURE_ASKED.findall(query.text)) == 1
    if not one or query.measures or fits_unit(figure.unit, query.units[0]):
        return True
    # "几家村史馆" in "城市书房12家、村史馆6个": 个 counts places, too, and no flats.
    return figure.unit.lstrip("万") == "个" and query.units[0] in _PLACES


def _without_flows(query: Query, text: str, figures: Sequence[Indicator]) -> list[Indicator]:
    """Leave out what was added beside how many there are: "新增5家,总数达到21家".

    What something got to is how many there are, where its name says nothing of what is new.
    """
    if statement_cues.FLOW.search(query.text) or _ADDED.search(query.text):
        return list(figures)
    stocks = {
        (f.unit, fold_text(f.name)) for f in figures if _IN_ALL.search(text[f.start : f.figure[0]])
    }
    return [
        f
        for f in figures
        if (f.unit, statement_cues.FLOW.sub("", fold_text(f.name))) not in stocks
        or not statement_cues.FLOW.search(f.name)
    ]


def _is_net(text: str, figure: Indicator) -> bool:
    """True for what is left of new ones when others are gone: "新上规企业7家、净增2家"."""
    own = re.split("[,，、。;；]", text[figure.start : figure.figure[0]])[-1]
    return "净增" in f"{own}{figure.name}"


def is_added(query: Query, text: str, figure: Indicator) -> bool:
    """True for what its clause tells to be new, in the word of a question that asks for that."""
    asked = statement_cues.FLOW.search(query.text)
    return asked is not None and asked.group() in text[figure.start : figure.figure[0]]


def ends_asked_name(query: Query, text: str, start: int, figure: Indicator) -> bool:
    """True if a figure's name ends the asked one, and its sentence says whose it is before it.

    "航空产业集聚企业68家,实现产值215亿元" tells 航空产业产值, where no other 产业 stands between.
    ``start`` is where the sentence begins in ``text``.
    """
    asked, name = fold_text(query.name), _WORKS.sub("", fold_text(figure.name))
    owner = asked.removesuffix(name)
    if owner == asked or len(owner) < HEAD_LENGTH or load_indicators().canonical(name):
        return False
    before = fold_text(text[start : figure.figure[0]])
    at = before.rfind(owner)
    return at >= 0 and owner[-HEAD_LENGTH:] not in before[at + len(owner) :]


def made_up_of(query: Query, terms: Sequence[Term], name: str) -> bool:
    """True for a name of what the asked things make up: 义警队伍 are no 义警."""
    text = query.text.rstrip("?？")
    asked = next((t.text for t in reversed(terms) if text.endswith(t.text)), "")
    if not asked or asked not in name:
        return False
    head = name.rpartition(asked)[2]
    return _GROUP.fullmatch(head) is not None and head not in text


def _given(query: Query, figure: Indicator) -> bool:
    if figure.value not in query.text:
        return False
    asked = blank(query.text, query.slots.get("period", ()))
    value = rf"(?<![\d.]){re.escape(figure.value)}(?![\d.])"
    # "增长了3.9%,对吗": whether it is so much is asked, and not what else there is of it.
    confirmed = topic_cues.CONFIRMED.search(asked) and not figure_cues.FIGURE_ASKED.search(asked)
    if confirmed and re.search(topic_cues.CLAIMING + value, asked):
        return False
    if re.search(value + topic_cues.CLAIMED_BEHIND, asked):
        return False
    return re.search(value, asked) is not None


def _is_side_given(query: Query, figure: Indicator) -> bool:
    """True for a plan where plans are one side of a question: "计划新增6座,最后建了几座".

    Also for the result, where it is asked how far that is from the plan: "新增6座,还差几座".
    """
    if query.kinds == ("actual",) and "difference" in query.asks:
        return figure.kind == "actual"
    both = query.kinds == ("target",) and dict(figure_cues.KINDS)["actual"].search(query.text)
    return bool(both) and figure.kind in PLAN_KINDS


def costs_instead(query: Query, figure: Indicator) -> bool:
    """True for what all of it costs, where a year's part or what was spent is asked.

    "总投资860 | 2025年投资210 | 1-9月完成投资98"
    """
    of_plan = "target" in query.kinds and not _PART_ASKED.search(query.text)
    if of_plan or COST_ASKED.search(query.text):
        return False
    judged = _SPENT_ASKED.search(query.text) or _AGAINST_PLAN.search(query.text)
    spent = query.kinds == ("actual",) and judged is not None
    in_part = spent or _SPENT.search(query.text) or _PART_ASKED.search(query.text)
    planned = figure.name.endswith("计划投资") and "计划" not in query.text
    return bool(in_part) and (planned or _WHOLE_COST.search(figure.name) is not None)


def is_unasked_distance(query: Query, figure: Indicator) -> bool:
    """True for how far something is from a plan or an average, where no distance is asked for.

    "完成投资27亿元,超年度计划3亿元" has spent 27亿元.
    """
    asked = query.text.replace("多少", "")
    return DISTANCE.search(figure.indicator) is not None and not DISTANCE_ASKED.search(asked)


def is_of_one_day(query: Query, text: str, figure: Indicator) -> bool:
    """True for what one day came to, where no day is asked for: "“七夕”当天登记38对"."""
    if _DAY_ASKED.search(query.text):
        return False
    return _ONE_DAY.search(text, figure.start, figure.figure[0]) is not None


def there_in_all(query: Query, text: str, figure: Indicator) -> bool:
    """True for how many there are, where it is asked by how many more than the year before."""
    if figure_cues.MORE_ASKED.search(query.text) is None:
        return False
    risen = statement_cues.FLOW.search(text[figure.start : figure.figure[0]]) is not None
    return figure.measure not in ("growth", "change") and not risen


def averages_years(query: Query, words: str) -> bool:
    """True for a mean rate of several years where the growth of one year is asked for.

    "五年来增加到61.5亿元,年均增长5.9%" does not tell how much it grew in the last of them.
    """
    one_year = bool(query.periods) and all(len(period) == 4 for period in query.periods)
    averaged = "年均" in words or "年平均" in words
    return (
        averaged
        and one_year
        and "growth" in query.measures
        and not figure_cues.BASIS.search(query.text)
    )
