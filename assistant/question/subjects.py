"""Follow-ups with a subject of their own, which take over the place and the time: 停车泊位呢."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.language.columns import CHARGES
from assistant.language.periods import label as period_label
from assistant.language.periods import year_of
from assistant.language.tokenizer import is_verb, segments
from assistant.lexicon.indicators import load_indicators
from assistant.question import (
    ask_cues,
    comparison_cues,
    constraint_cues,
    figure_cues,
    follow_up_cues,
    statement_cues,
    stopwords,
)
from assistant.question.carried import is_paired, without_relative
from assistant.question.corpus import Corpus
from assistant.question.frames import (
    PRONOUN,
    RANKED_IN,
    Condensed,
    Frame,
    ask_of,
    kind_word,
    places_of,
    set_against_plan,
    subject_of,
)
from assistant.question.names import is_statistic, is_verbs
from assistant.question.places import blank
from assistant.question.query import parse_query
from assistant.schema import Query

_PART_OF_YEAR = re.compile(r"全年|[上下]半年|[一二三四]个?季度|\d{1,2}月")
_YEAR_NAMED = re.compile(r"\d年|[今去明前当本同该]年|年度")
# Nouns, though words of their sort are verbs; what is 减免 or 让利 are sums of their own.
_TAKEN = re.compile("总?(?:收入|支出)|减免|让利|授信|减税|退税|降费")
_COMPARED = re.compile(r"(?:比|较|跟|缺口|差距)?[多少高低大小快慢差]?|缺口|差距|超额|达标")
_JUDGING = frozenset(["序时进度", "达到序时进度", "达到序时", "进度"])
# "增长率" alone asks by what it grew, and is the name of nothing.
_RATE_ALONE = re.compile(r"(?:同比|实际)?(?:增长率|增[速幅长]|[涨升降跌]幅|增长速度)")
_NO_SUBJECT = (statement_cues.DONE_TO_END, _COMPARED, statement_cues.DOING, _RATE_ALONE)
_SUMMED_UP = re.compile(r"累计")
# "规划到2025年要达到多少": by whose word it is to be, and nothing that is asked of.
_AS_PLANNED = re.compile(
    r"^(?:那么?)?(?:按照?|根据)?(?:规划|计划|目标)(?:里|中|上)?(?=[到至]?(?:19|20)\d\d年)"
)
# "这两年各几所": of the years that were spoken of.
_THESE_YEARS = re.compile(
    r"(?<!\d)[这那]?(?:[两几二三四五]|\d)年(?:间|里)?(?=[,，]?(?:各|分别|都|共|一共|总共|加起来))"
)
# "其中公共的呢?": some of what was just counted.
_DESCRIBED = re.compile(
    r"(?:这)?其中(?:属于)?([一-鿿]{1,8}?)的(?:呢|又?(?:有|是|占)?(?:多少|几)[一-鿿]{0,2})?[?？]?"
)
_HEAD = re.compile(
    r"(?<=[一-鿿]{2})(?:总?产值|营业收入|产量|增加值|销售额|零售额|投资额?"
    r"|(?:签约|覆盖|合格|参保|入园|升学|达标|满意|入住|就业|优良|利用|普及|开工|完工|投产|履约)率)$"
)
# "电子产业的营收呢?" asks how much it is, also behind who is in charge of another.
_AMOUNT_OF = re.compile(
    r"[一-鿿]的(?:总产值|产值|营收|营业收入|增加值|产量|销售额|零售额|投资额|规模|总量|数量|面积|人数|[一-鿿]{2}率)呢"
)
# Who came to harm, behind accidents: 死亡人数 behind 生产安全事故.
_HARMED = re.compile("(死亡|受伤|伤亡)(?:人数)?(?!率)")
_ACCIDENTS = re.compile("[一-鿿]{2,}?事故|火灾")
_TIME = re.compile("(?:时间|日期|时限|期限|节点)$")  # of what was spoken of: 投用时间
VOTE = re.compile("(?:[不未]|基本)?满意|赞成|同意|反对|弃权")
_OF_IT = re.compile(
    rf"总?(?:面积|人数|户数|长度)|(?:形象|工程|施工|建设)?进度|形象|工期|(?:经济|财产)?损失|{VOTE.pattern}"
)
# What only things of some sort have: behind a work its cost is asked for, and no district's.
_OWN_TO_SORT = (
    (
        re.compile(
            r"(?<=[一-鿿]{2})(?:项目|工程|改造|改扩建|[迁新扩续]建|建设)[^,，。;；?？]{0,6}$"
        ),
        re.compile(r"(?:计划|完成|累计|年度|已)*总?投资额?|概算|造价"),
    ),
    (re.compile(r"医院|院区|养老院|福利院"), re.compile("床位数?")),
    (re.compile(r"小学|中学|学校|校区|幼儿园"), re.compile("学位数?")),
)
_COUNTING = re.compile(r"(?:几|多少)[个家所处座项]")
# "停车泊位呢?" behind 新建充电桩: what was asked to be built is built of these, too.
_BUILT_OR_ADDED = re.compile(
    r"(?:新[建增改扩开认引培添设]{1,2}|净增|建成|建设|改造|引进|培育)(?=[一-鿿]{2})"
)
# "涉及的损失金额有多大": of what was spoken of.
_OF_THAT = re.compile(r"^(?:(?:由此|因此)?(?:涉及|牵涉|造成|带来|产生|引发|导致)的)(?=[一-鿿])")
# "几月开工的" before "形象进度到多少了": how far the thing is, and not its beginning.
_BEGUN = re.compile(
    "(?<=[一-鿿]{2}|[a-z\\d][一-鿿])月?(?:正式)?(?:开工|动工|开建|完工|竣工|通车)(?:建设)?的?$"
)
# "甲医院什么时候投用" before "床位呢": of the thing, and not of its use.
_PUT_TO_USE = re.compile(
    r"(?<=[一-鿿]{2})(?:正式)?(?:投入使用|投[用产运]|启用|建成|交付|开放|运营)$"
)
VOTED = re.compile(rf"(?:{VOTE.pattern})(?:的|票数)*$")
_IT = re.compile(
    r"它们?|其(?!中|他|它|余)|(?:该|这个|[这那](?:些|(?:[几两三四五六七八九十]|\d+)个))(?:项目|工程)"
)
_LEADER_AND_UNIT = re.compile(r"领导[^,，。?？]{0,3}[和与及、][^,，。?？]{0,4}(?:单位|部门)")
_BOTH_CHARGED = "的牵头领导和牵头单位分别是谁"
# "打算收储多少地": a thing of one character, which is neither a unit nor a particle.
_ONE_COUNTED = re.compile(r"(?:多少|(?<!第)几)(?P<thing>[一-鿿])(?=[,，。;；?？]|$)")
_NO_THINGS = "了呢吗啊呀吧的钱成"
# What a bare thing is asked for where the last one was: its rate, and which place that holds.
_RATED = ({"growth"}, {"growth", "rank"}, {"rank"}, {"completion"})

# What something has, that a question wants listed: "…产业有哪些细分领域?"
_LISTED = re.compile(r"(?:有|分为?|包括)哪(?:些|几[个项类])[一-鿿]{2,6}(?=[?？]?$)")
# "开通的是哪条线?": what was done with which, and of which sort it is.
_DID_WHICH = re.compile(
    r"^(?:那|又)?(?P<did>[一-鿿]{2,4})的(?:是|有)?哪一?(?:[几两三]?)[条座所栋个家]?[线路桥校楼站街河村镇店馆院](?=[?？,，]|$)"
)

# "要完成几个街道的“××”创建?": so many of one sort, of something that has others.
_COUNTED_OF = re.compile(
    r"(?P<before>[^,，。;；?？]*?(?:多少|几)[个家所条座处户名])[一-鿿]{2,6}?(?P<of>的[^,，。;；?？]{4,}?)[?？]?"
)
# "扣掉退税呢?" is asked of what was spoken of, without that.
_TAKEN_OUT = re.compile(
    r"(?:那|要是|如果)*(?:把)?(?:扣除|扣掉|剔除|剔掉|去掉)(?:了)?(?P<what>[一-鿿]{2,10}?)"
    r"(?:因素|影响)*(?:之?后|以后|的话)?呢?[?？]?$"
)


def names_subject(text: str, corpus: Corpus, year: str = "") -> bool:
    """True if a follow-up names what it is about, beyond pronouns, verbs and relative years."""
    if follow_up_cues.WHICH_OF_THEM.match(text):
        return False
    if _DID_WHICH.match(text):
        return True
    bare = ask_cues.WHICH.sub(" ", PRONOUN.sub(" ", figure_cues.COMPLETED.sub(" ", text)))
    relative = (
        follow_up_cues.NEXT_YEAR,
        follow_up_cues.PREVIOUS_YEAR,
        follow_up_cues.LATER_YEAR,
        follow_up_cues.SAME_YEAR,
    )
    told = (
        comparison_cues.WHO_LEADS,
        comparison_cues.NOW,
        comparison_cues.APART,
        comparison_cues.DOCUMENTS_AGREE,
        figure_cues.UNDONE_ONES,
    )
    for pattern in (
        comparison_cues.THAN_BEFORE,
        *relative,
        RANKED_IN,
        _AS_PLANNED,
        _SUMMED_UP,
        _THESE_YEARS,
        *told,
    ):
        bare = pattern.sub(" ", bare)
    query = parse_query(bare, corpus, year=year)
    one = follow_up_cues.ONE_CHARACTER.match(text)
    if one and one[1] not in stopwords.FUNCTION_WORDS and not PRONOUN.match(text):
        return True
    counted = _ONE_COUNTED.search(bare)
    if counted and not query.units and counted["thing"] not in _NO_THINGS:
        return True
    # "几台在建" asks of what was spoken of, though a document may call a figure 在建.
    # 序时进度 counts the tasks of a table, and judges what was spoken of.
    names = [
        name
        for name in query.indicators
        if not (statement_cues.DOING.fullmatch(name) or name in _JUDGING or is_verbs(name))
    ]
    # "后来清零了吗" asks what became of it, though no dictionary has 清零 as a verb.
    become = [text[: m.start()] for m in follow_up_cues.BECOME.finditer(text)]
    return bool(names or query.row) or any(
        _TAKEN.fullmatch(t)
        or VOTE.fullmatch(t)
        or not (
            is_verb(t)
            or any(p.fullmatch(t) for p in _NO_SUBJECT)
            or any(told.endswith(t) for told in become)
        )
        for t in query.terms
    )


def is_other_of_kind(text: str, previous: Query) -> bool:
    """True for another thing of the kind spoken of, told by a verb: 仿制药呢 behind 创新药."""
    *doing, kind = segments(follow_up_cues.ELLIPSIS.sub("", text)) or [""]
    told = len(kind) == 1 and len(doing) == 1 and len(doing[0]) > 1 and is_verb(doing[0])
    spoken = re.search(rf"(?<=[一-鿿]{{2}}){kind}", subject_of(previous)) if told else None
    other = spoken is not None and f"{doing[0]}{kind}" not in previous.text
    return other and follow_up_cues.ELLIPSIS.search(text) is not None


def of_another_thing(
    text: str, query: Query, previous: Query, periods: tuple[str, ...]
) -> Condensed:
    """A new subject: of the last place and time, and first by the measure that was asked of."""
    taken = _TAKEN_OUT.match(text)
    if taken and not (query.districts or periods) and subject_of(previous):
        without = f"{subject_of(previous)}扣除{taken['what']}"
        frame = Frame(places_of(previous), kind_word(previous), without, ask_of(previous))
        return Condensed(frame.text())
    placed = _with_place(text, query, previous, periods)
    alike = (f(text, query, previous) for f in (_measured_alike, _listed_alike, _counted_alike))
    measured = next(filter(None, alike), "")
    if not measured:
        return placed
    first = _with_place(measured, query, previous, periods)
    return Condensed(first.question, (placed.question, *placed.alternatives))


def _with_place(text: str, query: Query, previous: Query, periods: tuple[str, ...]) -> Condensed:
    """A new subject without a district: the district and, if it has none, the period carry over."""
    districts = "和".join(previous.districts)
    when = "、".join(period_label(p) for p in periods or previous.periods)
    if is_paired(previous) and not periods:
        districts, when = "和".join(f"{d}{period_label(p)}" for d, p in places_of(previous)), ""
    body = re.sub(rf"^(?:他|她|该区|这个区|那个区|{_IT.pattern})(?:的)?", "", text)
    bare, body = body, _with_sector(body, query, previous)
    if query.periods and periods == query.periods:
        return Condensed(f"{districts}{_year_of_part(body, periods)}{body}")
    if periods:
        body = without_relative(body)
    kind = kind_word(previous) if follow_up_cues.ELLIPSIS.search(text) and not query.kinds else ""
    words = (*query.terms, *(i for i in query.indicators if not is_statistic(i)))
    said = _IT.match(text)
    it = said and all(w in said[0] or stopwords.OF_ANYTHING.fullmatch(w) for w in words)
    if it or _OF_THAT.match(text) or _is_measure_of_it(query, previous):
        # "它总投资多少", "面积呢": of the thing that was spoken of, and not of the district
        asked = follow_up_cues.ELLIPSIS.sub("是多少", body)
        return Condensed(f"{districts}{when}{_of_what(previous, asked)}{asked}")
    charged = set(previous.asks) <= {*CHARGES, "when"} or (
        set(previous.asks) <= {*CHARGES, "origin"} and set(previous.asks) & set(CHARGES)
    )
    charged = charged and not _AMOUNT_OF.search(body)
    if follow_up_cues.ELLIPSIS.search(body) and charged and not (query.measures or query.kinds):
        of_whom = _BOTH_CHARGED if _LEADER_AND_UNIT.search(previous.text) else ask_of(previous)
        told = f"{follow_up_cues.ELLIPSIS.sub('', body)}{of_whom}?"
        return Condensed(f"{districts}{when}{told}", (f"{districts}{when}{body}",))
    judged = _judged_alike(body, query, previous)
    if judged and body == bare:
        texts = [f"{districts}{when}{judged}", f"{districts}{when}{kind}{body}"]
        return Condensed(texts[0], (texts[1], f"{districts}{when}{body}"))
    described = _DESCRIBED.fullmatch(body)
    if described:
        return Condensed(
            f"{districts}{when}{kind}{described.group(1)}{subject_of(previous)}是多少?"
        )
    rated = (
        follow_up_cues.ELLIPSIS.search(text)
        and {*previous.measures} in _RATED
        and not query.measures
    )
    if rated and body == bare:
        # "其中税收呢?" after a rate asks for its rate; another measure is asked for itself.
        rate = f"{follow_up_cues.ELLIPSIS.sub('', body)}{ask_of(previous)}?"
        return Condensed(
            f"{districts}{when}{kind}{rate}",
            (f"{districts}{when}{kind}{body}", f"{districts}{body}"),
        )
    texts = [f"{districts}{when}{kind}{body}", f"{districts}{when}{body}"]
    texts += [] if periods else [f"{districts}{body}"]  # a time that was asked for stays
    done = _BUILT_OR_ADDED.match(subject_of(previous))
    thing = follow_up_cues.ELLIPSIS.sub("", body)
    named = thing != body and len(thing) > 1  # 路呢 may be of anything
    if done and named and not _BUILT_OR_ADDED.match(body):
        texts.append(f"{districts}{when}{kind}{done.group()}{body}")  # so many new ones of these
    return Condensed(texts[0], tuple(t for t in dict.fromkeys(texts[1:]) if t != texts[0]))


def _of_what(previous: Query, asked: str) -> str:
    """The thing that was spoken of, by whatever it was asked for."""
    of = VOTED.sub("", subject_of(previous))
    if "when" in previous.asks:
        of = _PUT_TO_USE.sub("", of.partition(",")[0]) or of
    return _BEGUN.sub("", of) if "进度" in asked else of


def _judged_alike(body: str, query: Query, previous: Query) -> str:
    """Ask of another thing what it was to be and what came of it, where that was asked of the last.

    "进出口呢?" behind a growth that was planned and reached asks for its growth; behind how far a
    result is from its plan, how far this one is.
    """
    both = "verdict" in previous.asks or {"target", "actual"} <= set(previous.kinds)
    if not both or not follow_up_cues.ELLIPSIS.search(body) or query.kinds:
        return ""
    if set(query.asks) - {"value", "list"} or query.units:
        return ""
    rate = "growth" in previous.measures and "growth" not in query.measures
    judged = "比目标差多少" if set_against_plan(previous) else "目标完成了吗"
    return f"{follow_up_cues.ELLIPSIS.sub('', body)}{'增速' if rate else ''}{judged}?"


def _year_of_part(text: str, periods: tuple[str, ...]) -> str:
    """The year of a part that is named without it: 全年, 上半年, 三季度."""
    year = year_of(periods[0]) if len(periods) == 1 else ""
    named = _YEAR_NAMED.search(text)
    return f"{year}年" if year and _PART_OF_YEAR.search(text) and not named else ""


def _is_measure_of_it(query: Query, previous: Query) -> bool:
    """True for a bare 面积, 人数 or 不满意 behind a thing: none is told of a district."""
    words = (*query.terms, *query.indicators)
    bare = bool(words) and all(_OF_IT.fullmatch(w) for w in words)
    statistic = any(map(is_statistic, previous.indicators))
    bare = bare or (bool(words) and _is_own_to_sort(words, subject_of(previous), previous))
    return bare and not statistic and bool(subject_of(previous))


def _is_own_to_sort(words: Sequence[str], subject: str, previous: Query) -> bool:
    """True for what the one thing spoken of has, or the works that were counted: 床位, 总投资."""
    for sort, own in _OWN_TO_SORT:
        if sort.search(subject) and all(own.fullmatch(word) for word in words):
            works = own is _OWN_TO_SORT[0][1]
            return works or not _COUNTING.search(previous.text)
    return False


def _measured_alike(text: str, query: Query, previous: Query) -> str:
    """Ask of another thing what was asked of the last: "新能源呢" after 光子产业产值."""
    head = _HEAD.search(subject_of(previous))
    if head is None or not follow_up_cues.ELLIPSIS.search(text) or head.group() in text:
        return ""
    if query.indicators or query.units or query.measures or set(query.asks) - {"value", "list"}:
        return ""
    rated = previous.measures == ("growth",)
    asked = ask_of(previous) if rated else "是多少"
    return f"{follow_up_cues.ELLIPSIS.sub('', text).removesuffix('的')}{head.group()}{asked}?"


def _listed_alike(text: str, query: Query, previous: Query) -> str:
    """Ask what was asked to be listed of another thing: "智慧物流呢" after 哪些细分领域."""
    listed = _LISTED.search(previous.text)
    if listed is None or query.indicators or not follow_up_cues.ELLIPSIS.search(text):
        return ""
    return f"{follow_up_cues.ELLIPSIS.sub('', text).removesuffix('的')}{listed[0]}?"


def _counted_alike(text: str, query: Query, previous: Query) -> str:
    """Ask for the number of other things of the same: "小区呢" after 几个街道的“××”创建."""
    spans = [*previous.slots.get("district", ()), *previous.slots.get("period", ())]
    asked = _COUNTED_OF.fullmatch(re.sub(r"\s", "", blank(previous.text, spans)))
    if asked is None or not follow_up_cues.ELLIPSIS.search(text) or len(query.terms) > 2:
        return ""
    if query.units or query.measures or query.kinds or set(query.asks) - {"value", "list"}:
        return ""
    thing = follow_up_cues.ELLIPSIS.sub("", text).removesuffix("的")
    return f"{asked['before']}{thing}{asked['of']}?"


def _with_sector(text: str, query: Query, previous: Query) -> str:
    """Name of whom a bare measure is, by the last question: 总产值 behind 规上工业增加值."""
    word = query.terms[0] if len(query.terms) == 1 and not query.indicators else ""
    for last in previous.indicators if word else ():
        for end in range(len(last) - 1, 1, -1):
            if load_indicators().canonical(last[:end] + word):
                return text.replace(word, last[:end] + word, 1)
    return text


def by_accident(text: str, previous: Query) -> str:
    """Name the accidents that were spoken of, where a follow-up asks who came to harm."""
    harmed, by = _HARMED.search(text), _ACCIDENTS.search(subject_of(previous))
    if harmed is None or by is None or _ACCIDENTS.search(text):
        return text
    what = statement_cues.HAPPENED.sub("", by.group())
    return f"{text[: harmed.start()]}{what}{harmed[1]}人数{text[harmed.end() :]}"


# "要求什么时候完成?": not when something was published.
_DUE = re.compile(
    "完成|完工|[开动竣]工|建成|投用|启用|交付|办结|[改做建修办弄干]完|[之以]前|整改|到位|落实"
)
# What is still to come of a result is planned for a later year than that.
_TO_COME = re.compile("计划|打算|预计|准备|(?:什么时候|何时|几时)(?:才|能|可以|会|要)")


def asks_about_it(text: str, query: Query, *, own: bool) -> bool:
    """True for why and when, what became of it, and how much there is to be before a day."""
    if {"reason", "when"} & set(query.asks):
        return True
    if own or query.districts:
        return False
    become = follow_up_cues.BECOME.search(text) and "verdict" not in query.asks
    due = constraint_cues.DUE_BEFORE.search(text)
    return due is not None or bool(become and query.terms)


def asking_about(text: str, query: Query, previous: Query, periods: tuple[str, ...]) -> Condensed:
    """Why and when: about what was last spoken of, in the follow-up's own words.

    A name of several words needs nothing that was spoken of before.
    """
    when = (periods or previous.periods or ("",))[0]
    if "reason" in query.asks and not query.periods and when[4:8] == "-01/":
        when = year_of(when)  # a note on how far the year is gives its cause for all of it
    places = tuple((d, when) for d in query.districts or previous.districts)
    subject = subject_of(previous) + ("," if subject_of(previous) else "")
    bare = "when" in query.asks and not query.terms and not _DUE.search(text)
    words = "什么时候公布" if bare else text.rstrip("?？")
    asked = Frame(places, "", subject, words).text()
    if "when" in query.asks and _names_a_thing(query):
        placed = _with_place(text, query, previous, periods)
        return Condensed(placed.question, (*placed.alternatives, asked))
    if "when" in query.asks and not query.periods and _TO_COME.search(text):
        undated = Frame(tuple((d, "") for d, _ in places), "", subject, words)
        return Condensed(asked, (undated.text(),))
    if "when" in query.asks and not query.periods and when != year_of(when) and _DUE.search(text):
        # What was found in a part of the year is to be mended behind it.
        within = Frame(tuple((d, year_of(when)) for d, _ in places), "", subject, words)
        return Condensed(within.text(), (asked,))
    return Condensed(asked)


def _names_a_thing(query: Query) -> bool:
    """True for a name of several words, which needs nothing that was spoken of before."""
    words = (t for t in query.terms if not (is_verb(t) or _TIME.search(t)))
    nouns = [*query.indicators, *(t for t in words if not statement_cues.DOING.fullmatch(t))]
    return bool(query.name) or len(nouns) > 1
