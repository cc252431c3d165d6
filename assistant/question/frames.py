"""A question as slots, place, time, kind, subject and what is asked, and as text again.

What :func:`ask_of` writes parses to the same question as it was made from.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.language.periods import label as period_label
from assistant.lexicon.indicators import load_indicators
from assistant.question import ask_cues, comparison_cues, figure_cues, follow_up_cues, stopwords
from assistant.question.places import blank
from assistant.schema import Query, Span

# What is cut from a question to leave its subject: the asking and the counting words.
_ASKING = re.compile(
    r"(?:还|又|一共|总共|分别|各|大概|具体|打算|怎么|如何)*(?:是|有|为|达到?|[想要]?做到|完成了?|实现了?|(?<![认鉴签制拟])定(?:[在为成到得])?|了|得)*(?:多少|(?<!好)几多?)"
    rf"(?:{figure_cues.ASKED_UNIT})?(?!元?以[上下])"
    rf"|有?{figure_cues.LENGTH_ASKED.pattern}"
    r"|(?:属于|是)[一-鿿、]{2,12}?的?还是[一-鿿]{2,8}的?(?=[,，?？]|$)"
    r"|(?:是|有|为)?(?:多大|多高|什么(?!时候)|怎样|百分之几|百分之多少|哪些|哪几[个项家]?)|有?(?:什么|哪些)(?:打算|安排|措施|做法)"
    r"|(?:目标)?(?:完成|达到|达成|实现)(?:序时进度)?(?:了吗|了没有|没有|了没|吗)|(?:由|归|是)?谁(?:来)?(?:牵头|负责)|谁(?:更|最)?[高低多少快大小]|(?:更|最)[高低多少快大小]"
    r"|(?:由|归|是)?哪(?:一)?(?:个|些|家|几家|几个)?(?:单位|部门)(?:来)?(?:负责|牵头|配合)?|(?:配合|责任|牵头)单位(?:是谁|是哪家|有哪些|呢)?"
    r"|(?:责任|负责)人(?:是谁|是哪位|叫什么|呢|(?=[?？]?$))"
    rf"|(?:这(?:项|个|件)(?:任务|工作|事|工程)?)?{stopwords.WHICH_GROUP.pattern}"
    r"|是?[涨升增](?:还?是|是)[跌降减]|相差多少倍?|什么时候(?:公布|发布|能知道|要?完成)?|(?:为什么|怎么会?)(?:没有|[查找搜]不到)|为什么|是什么原因|(?:[建改做办推]得)?怎么样|[吗呢吧么][?？]?$|[?？!！。]+"
)
_MEASURING = re.compile(
    r"(?:在?全[市省国])?排(?:名|第)?$|(?:的)?(?:同比)?(?:增长|增速|增幅|下降|涨|总量|总额|规模|占比|比重)(?:了|是|率)?(?:的)?$"
)
# What sets a time or a side against another one is no subject.
_COMPARING = re.compile(
    r"(?:和|与|跟|比|较)\s*(?:相比|比较|比)(?:较)?(?:增加|减少|提高|变化)?|排个?[名序队]|(?:两|几)份文件|(?:不?一致|对得上)吗?"
    # "增速比上半年回落了": the time is cut out already.
    r"|(?:增[速幅]|[降涨跌]幅)?[比较]\s+(?:同期)?(?:加快|放缓|回落|收窄|扩大|提[高升]|上升|下降|[快慢])[了出]?"
    r"|哪(?:个|些|几个)(?:区|县|市|旗)(?!级)|(?:实际)?(?<!占)比\s*差?(?=[?？高低多少]|$)"
)
# "年初的时候,甲区给2020年定的…": when it was set, and for which year, whose name is cut out.
_SET_FOR = re.compile(
    r"(?:年初|年底|年末|当初|当时)(?:的?时候?|那会儿?)?[,，]?|[给为替](?=\s{2})"
    r"|(?<=\s)初(?=[\s,，给为替])(?:\s*[给为替])?|(?<=\s)的?[那这当]?(?:会儿|阵子|个?时候)[,，]?"
)
_OF_PERIOD = re.compile(
    r"(?<=\s)(?:期间|时期)|截[至止]到?(?=\s)|(?<=[一-鿿])[到至](?=\s{2})"
    r"|(?<=\s)[之以]?前(?:还|再)(?:能|可以?)?"
)
_ANSWERS_FOR = re.compile(r"谁(?:来|在)?负责")  # a person as well as a unit
_DONE_SO_MUCH = re.compile(r"(?:做|干|搞|弄)\s*了?(?=\s*(?:多少|几))")
# "进展到哪一步", "现在进度多少": how far a thing is, and nothing of its name.
_HOW_FAR = re.compile(
    r"(?:目前|现在|如今|眼下)?的?(?:进展|推进|进行|施工|[建做干])?到了?(?:哪(?:一?步|里|儿|了|[?？]?$)|什么(?:程度|阶段|地步)|哪个阶段)了?"
    r"|(?:目前|现在|如今|眼下)的?(?:形象|工程|建设|施工)?进[度展](?=(?:到|是|有)?(?:多少|几|如何|怎么?样|[?？]|$))"
)
_NO_NAMES = (
    stopwords.IN_CHARGE,
    comparison_cues.WHO_LEADS,
    figure_cues.UNDONE_ONES,
    _COMPARING,
    _OF_PERIOD,
    _DONE_SO_MUCH,
    re.compile(r"有数(?=吗)"),  # whether there is a figure
    _HOW_FAR,
)
# "完成几条": what it is counted in goes with the number, of which 完成几 tells the kind.
_HOW_MANY = re.compile(rf"(?:多少|几)(?:{figure_cues.ASKED_UNIT})(?![一-鿿])")
_WHICH_ONE = re.compile(r"有?哪(?:一)?(?:个|些|几个|条|处|项)")
# "甲城至乙城高速公路": the places are a part of the name.
_ROUTE_BEFORE = re.compile(r"(?<=[一-鿿]{2})[至到]$")
_ROUTE_BEHIND = re.compile(
    r"(?:市|县|区)?(?:段|城际|高速|快速|一级|二级)*(?:铁路|公路|高铁|高速|快速路|管[线道]|线路)"
)
# "驿站|建|几处" asks of 驿站; 迁建 and 党建 are names.
_BUILT_ASKED = re.compile(r"建(?:有|成|好|了)*(?:多少|几)")
_BUILT = re.compile(r"(?<=[一-鿿]{2})(?<![新改扩重迁续组筹共创承党城福基土援在])建$")
_EMPTY_BRACKETS = re.compile(r"[(（](?:[一-鿿]{2}[那这]一?年)?[)）]")
_EDGES = " ,，.。、:：;；?？!！的了是呢吗吧在和与有"
PRONOUN = re.compile(
    r"(?:[它他她](?:们(?:[俩仨]|[两二三四]个?)?)?|[这那](?:边|里|儿|头)|(?:这|那|该|此)(?!年|会儿?|阵|时)|同(?:样|(?=一[项个件]))的?)(?:的)?(?:(?:[一二两三四五]|\d)?(?:个|项|件|些|条|份|批)|(?<=[这那])[两三四五](?:家|边|样)|俩)?(?:里|中|当中)?(?:的)?(?:工作|任务|事情|事|指标|数据|数字|项目|目标|(?<=[个项])数(?:值|目)?)?"
    r"|(?:(?:[二两三四五]|\d)(?:个|者|项|家|边|方)|俩|仨)(?:区|县|市|旗|地方|数[字据]?)?(?:里面?|中|之间|当中)?(?=[,，]?(?:分别|各|哪|谁|都|相差|差|相比|比较|比起来|最|排|合计|加起来|一共|放?在?一[起块]))"
)
RANKED_IN = re.compile(
    r"(?:在|居|排)?(全[市省国]|周边|同类)(?=[^,，。?？]{0,3}(?:第几|老几|排名|名次|位次))"
)
_SIZE = re.compile(
    r"(?:超过?|过|突破)(?P<over>(?:\d[\d.]*|[十百千])个?[亿万])元?"
    r"|(?:超过?|过|突破)(?P<one>亿)元?(?:以上)?"
    r"|(?P<least>(?:\d[\d.]*|[十百千])?个?[亿万])元?(?:及)?以上"
)
# "规上服务业企业" are those of a size, too, though it is said without its sum.
_GRADED = re.compile(r"(?:规模以|规|限额以|(?<!期)限)[上下]")
_AT_STAGE = re.compile("(新?(?:签约|引进|实施|施工|开工|在建|续建|落地|竣工|投产|储备))项目")
_RATE_RANKED = re.compile("增速|增幅|增长率")  # "增速在全市排第几"
_PACE_ASKED = "达到序时进度了吗"  # what is judged by the pace is not judged by the goal
_MEASURED: dict[str, str] = {
    "level": "总量是多少",
    "share": "占比是多少",
    "completion": "完成年度任务的百分之几",
}


@dataclass(frozen=True, slots=True)
class Condensed:
    """The standalone question, and others to try in turn where it finds nothing."""

    question: str
    alternatives: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Frame:
    """A question's slots, ready to be put together again as text."""

    places: tuple[tuple[str, str], ...]  # (district, period)
    kind: str
    subject: str
    ask: str
    kinds: tuple[str, ...] = ()  # of each place, where they differ

    def text(self) -> str:
        """Return the question that the slots make."""
        kinds = self.kinds or ("",) * len(self.places)
        places = (
            f"{d}{period_label(p) if p else ''}{k}"
            for (d, p), k in zip(self.places, kinds, strict=True)
        )
        named = list(dict.fromkeys(places))
        # "甲区2025年计划和乙区2021年计划…": a plan behind the last of two times is of that alone.
        each = self.kind if len({period for _, period in self.places}) > 1 else ""
        joined = (f"{each}和" if len(named) < 3 else f"{each}、").join(named)
        said = f"{self.kind}{self.subject}"
        # "增长目标增长多少": what is measured has been said.
        ask = "是多少" if self.ask == "增长多少" and "增长" in said else self.ask
        if ask == _MEASURED["level"]:
            ask = _level_of(self.subject)
        return f"{joined}{said}{ask}?"


def _level_of(subject: str) -> str:
    """Ask for the level of a thing; 总量 where that does not name another indicator.

    >>> _level_of("生产总值"), _level_of("一般公共预算收入")
    ('总量是多少', '有多少亿元')
    """
    lexicon = load_indicators()
    named = lexicon.named(subject)
    if lexicon.named(f"{subject}总量") <= named:
        return _MEASURED["level"]
    units = [unit for name in named for unit in lexicon.units(name)]
    return f"有多少{units[0]}" if len(named) == 1 and units else "是多少"


def places_of(query: Query) -> tuple[tuple[str, str], ...]:
    """The (district, period) pairs of a question, one to one where they are as many."""
    districts, periods = query.districts or ("",), query.periods or ("",)
    if len(districts) == len(periods):
        return tuple(zip(districts, periods, strict=True))
    return tuple((d, p) for d in districts for p in periods)


def kind_word(query: Query) -> str:
    """Return the word for a plan or a result, empty where a question asks for neither alone."""
    if set_against_plan(query):
        return "实际"
    if "target" in query.kinds and "actual" not in query.kinds:
        return "计划"
    return "实际" if query.kinds == ("actual",) else ""


def subject_of(query: Query) -> str:
    """The words of a question that say what it is about."""
    spans = [span for n in ("district", "period", "kind") for span in query.slots.get(n, ())]
    # 占全年目标的百分之几 asks how far something is, and is no name of it.
    spans += [m.span() for m in figure_cues.COMPLETED.finditer(query.text)]
    spans += [m.span() for m in _HOW_MANY.finditer(query.text)]
    text = blank(query.text, [s for s in spans if not _is_end_of_route(query.text, s)])
    for phrase in query.excluded:
        text = text.replace(phrase, " ")
    for pattern in _NO_NAMES:
        text = pattern.sub(" ", text)
    text = _SET_FOR.sub(" ", _beside_reason(text, query))
    text = re.sub(r"\s+", "", figure_cues.COMPLETED.sub("", text))
    text = follow_up_cues.LEAD_IN.sub("", _EMPTY_BRACKETS.sub("", text))
    # "…是哪个部门牵头?筹了多少套?": of the second sentence nothing but its verb is left.
    asked = [
        PRONOUN.sub("", _ASKING.sub("", part)).strip(_EDGES) for part in re.split("[?？]", text)
    ]
    text = "".join(part for n, part in enumerate(asked) if n == 0 or len(part) > 1)
    if _BUILT_ASKED.search(query.text):
        text = _BUILT.sub("", text)
    bare = _MEASURING.sub("", text).strip(_EDGES)
    # 税收占比 is the name of a share, which no 占比 was asked of.
    named = "share" not in query.measures and re.search("占比|比重", text.removeprefix(bare))
    return text if named else bare


def _is_end_of_route(text: str, span: Span) -> bool:
    """True for a place that a road or a line has its name from: 甲城至|乙城|高速公路."""
    return _ROUTE_BEFORE.search(text[: span[0]]) is not None and (
        _ROUTE_BEHIND.match(text[span[1] :]) is not None
    )


def _beside_reason(text: str, query: Query) -> str:
    """Leave out the clauses that ask why, or which, of what the others name: 营收,没达标的原因."""
    if "reason" not in query.asks:
        return text
    why = dict(ask_cues.ASKS)["reason"]
    parts = [part for part in re.split("[,，]", text) if part.strip() and not why.search(part)]
    named = [part for part in parts if not _WHICH_ONE.match(part.strip())]
    return ",".join(named or parts) or text


def of_size(text: str, subject: str) -> str:
    """The things spoken of, of the size that ``text`` names; empty where it names none.

    >>> of_size("其中超10亿的呢?", "落地亿元以上项目"), of_size("亿元以上的呢?", "10亿元以上项目")
    ('落地超10亿元项目', '亿元以上项目')
    >>> of_size("亿元以上的呢", "新增规上服务业企业")
    '新增亿元以上服务业企业'
    >>> of_size("过亿的呢", "签约项目"), of_size("亿元以上的呢", "到位资金")
    ('签约亿元以上项目', '亿元以上项目')
    """
    asked, told = _SIZE.search(text), _SIZE.search(subject) or _GRADED.search(subject)
    if asked is None:
        return ""
    amount = (asked["over"] or asked["one"] or asked["least"]).replace("个", "").replace("十", "10")
    size = f"超{amount}元" if asked["over"] else f"{amount}元以上"
    if told is None:
        stage = _AT_STAGE.fullmatch(subject)
        return f"{stage[1] if stage else ''}{size}项目"
    return f"{subject[: told.start()]}{size}{subject[told.end() :]}"


def without_judgement(query: Query) -> Query:
    """Who leads, whether it was reached: asked once, not again of the next district."""
    paired = len(query.indicators) == 2 and len(query.districts) == 1
    # How far a result is from its plan is asked of each district by itself.
    apart = set_against_plan(query)
    kept = (
        "value",
        "list",
        "section",
        *(("rank",) if paired else ()),
        *(("difference",) if apart else ()),
    )
    asks = tuple(a for a in query.asks if a in kept)
    return replace(query, asks=asks or ("value",))


def set_against_plan(query: Query) -> bool:
    """True if a question asks how far a result is from its plan."""
    against = comparison_cues.SHORT_OF_PLAN.search(query.text)
    return against is not None and "difference" in query.asks and "target" in query.kinds


def asks_itself(query: Query) -> bool:
    """True if a follow-up says what it asks for: a unit, a measure, who leads, what was reached."""
    return bool(set(query.asks) - {"value", "list", "rank", "difference"}) or bool(
        query.units or query.measures
    )


def ask_of(query: Query, measures: Sequence[str] = ()) -> str:
    """Return what a question asks for, in words that parse again to the same."""
    asks = {*query.asks, *(("apart",) if set_against_plan(query) else ())}
    measures = measures or query.measures
    of_rate = "rank" in measures and _RATE_RANKED.search(query.text)
    rate = "增速" if "growth" in measures or of_rate else ""
    for ask, words in (
        ("leader", "分管领导是谁"),
        ("lead", "由谁负责" if _ANSWERS_FOR.search(query.text) else "由谁牵头"),
        ("support", "配合单位是谁"),
        ("group", "属于哪一类"),
        ("when", "什么时候完成"),
        ("apart", f"{'增长多少,' if rate else ''}比目标差多少"),
        ("verdict", _PACE_ASKED if "序时" in query.text else f"{rate}目标完成了吗"),
    ):
        if ask in asks:
            return words
    if "rank" in asks and len(query.indicators) == 2:
        return "哪个更高"
    if query.units == ("元",):
        return "花了多少钱" if "花" in query.text else "有多少钱"
    if "rank" in measures:
        scope = RANKED_IN.search(query.text)
        return f"{rate}{f'在{scope[1]}' if scope else ''}排第几"
    if "growth" in measures:
        return "下降多少" if "降" in query.text else "增长多少"
    measured = next((_MEASURED[m] for m in _MEASURED if m in measures), "")
    if measured:
        return measured
    if query.units:
        return f"有多少{query.units[0]}" if query.units[0] != "%" else "是百分之几"
    if "section" in asks:
        return "有哪些安排"
    return "有哪些" if "list" in asks else "是多少"
