"""Names cut out of the words around a figure.

A figure's name stands before it ("新增绿地43.8万平方米") or behind it ("清退102家网贷机构").
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from assistant.language.numerals import parse_number
from ingest.figures.vocabulary import (
    ADJUSTED,
    AMOUNT_GROWTH,
    BASE_TAIL,
    BESIDE_PLAN,
    CHARGED,
    COMPLETION,
    CREATION,
    FRAME,
    GENERIC,
    GROWTH_TAIL,
    LEADING_FRAME,
    LEADING_JOINT,
    LEVEL_TAIL,
    LIGHT_VERB,
    LIST_JOINT,
    LIST_SUFFIX,
    LOOSE_END,
    MODAL,
    NEEDS_NOUN,
    NOT_GROWTH_TAIL,
    ONLY_FRAME,
    PARTIAL,
    PREDICATE_AFTER_NAME,
    RANK_SCOPE,
    RANK_TAIL,
    REACHED,
    SET_UP,
    STATE_TAIL,
    STRONG_VERB,
    TOPIC_END,
    VERB,
    VERBS,
    VERSUS,
)

# "固定资产投资转正、社会消费品零售总额增长5%": what is told in words has no part in the name.
_IN_WORDS = re.compile(
    r"^[^、]{2,24}(?:转正|持平|企稳|回升|正增长|基本同步|保持同步|稳中有升|向好)、(?=[^、]{2,}$)"
)
# "固定资产投资降幅收窄至20%以内": the fall itself, as far as it got.
_RATE_REACHED = re.compile(
    r"(?P<word>降幅|跌幅|减幅|增幅|增速|涨幅)(?:收窄|扩大|放缓|回落|加快|提高|提升|控制|保持)(?:至|到|在)(?:了|约)?$"
)
# Words further from the figure than this do not name it.
_LONGEST_LEAD = 160
# "…三大主导产业产值": a list that says how long it is, and what its members are of.
_COUNTED_LIST = re.compile(
    r"(?<=[\u4e00-\u9fff”)）])等?(\d|[两二三四五六七八九十])(?:大|个|条|项|类|种|家|处)(?:主导|重点|支柱|优势|特色)?([\u4e00-\u9fff]{2,20})$"
)
_LONGEST_NAME = 12
# "比上年上升|2微克", "较2023年提高|1.1分": an amount that something changed by.
_SINCE = re.compile(r"同比|环比|较|比(?!重|例|率)")
# "即墨国际商贸城实现市场交易额": whose it is, no more than what it is.
_ACHIEVED_BY = re.compile(
    r"[\u4e00-\u9fff]{2,10}(?:[城园港]|园区|开发区|企业|公司|集团|中心|基地|市场|银行)(?:实现|完成)"
    r"[\u4e00-\u9fff]{2,8}$"
)
# "34个大类行业中有|21个": what the next figure is one of.
_AMONG_THEM = re.compile(
    r"(?<![其初高])(?<!推进)(?<!建设)(?<!进行)(?<!实施)(?<!办理)(?<!施工)中有?$"
)
_SET_UP = re.compile(rf"^(?:年初)?{SET_UP}(?=[\u4e00-\u9fff]{{2}})")
_NET_SINCE = re.compile(r"^(?:同比|[比较](?:上年|去年)(?:同期|末|底)?|较年初|比年初)(净增|新增)$")
_ADDED_BEHIND = re.compile(r"([^、，,]{2,}?)(新增|净增)")


@dataclass(frozen=True, slots=True)
class Lead:
    """What stands before a figure, taken apart.

    ``names`` are the things it may be of (more than one for "A、B分别…"), empty where the lead has
    only a verb; ``verb`` is that verb; ``growth`` the word of change ("增长"), ``versus`` a base
    other than the year before ("两年平均", "比2019年"). ``completion`` is true for 完成年度计划,
    ``shared`` for 分别, 均, 都, ``reached`` for 达到; ``words`` is the lead without its frame,
    ``joint`` how it begins.
    """

    names: tuple[str, ...]
    verb: str = ""
    growth: str = ""
    versus: str = ""
    completion: bool = False
    shared: bool = False
    words: str = ""
    joint: str = ""
    reached: bool = False
    has_verb: bool = False


def parse_lead(lead: str, count: int = 1, *, rate: bool = True) -> Lead:
    """Take apart the words before a figure, or before a list of ``count`` figures.

    ``rate`` is true for percentages; "改造提升18家" tells no growth.

    >>> parse_lead("农村居民人均可支配收入达").names, parse_lead("、增长").growth
    (('农村居民人均可支配收入',), '增长')
    >>> parse_lead("规上工业增加值、工业投资分别增长", 2).names
    ('规上工业增加值', '工业投资')
    >>> parse_lead(",竣工投用").verb
    '竣工投用'
    """
    lead = lead[-_LONGEST_LEAD:]
    text = LEADING_JOINT.sub("", _inside_quotes(lead)).rstrip(' \u3000“"‘（(')
    text = _NET_SINCE.sub(r"\1", LOOSE_END.sub("", text))
    completion = rate and COMPLETION.search(text) is not None
    if completion:
        text = COMPLETION.sub("", text)
    versus = _versus(text)
    if beside := BESIDE_PLAN.search(text):
        growth, text = f"{beside[1] or beside[2]}于", text[: beside.start()]
    else:
        growth, text = _cut_growth(text, rate)
    reached = REACHED.search(text) is not None
    shared = (
        re.search(r"(?:分别|(?<![平年月日亩])均|都|各)(?:[约达为到至超近]|达到|完成|实现)*$", text)
        is not None
    )
    shared = shared or re.search(r"(?:分别|(?<![平年月日亩人户])均|都)", lead) is not None
    if growth and (adjusted := ADJUSTED.search(text)):
        versus, text = versus or adjusted["basis"], text[: adjusted.start()]
    text = CHARGED.sub("", _cut_tail(text))
    text = BASE_TAIL.sub("", re.sub(r"(?:分别|(?<!平)均|都|各|同步)$", "", text)).rstrip()
    text = _IN_WORDS.sub("", text)
    has_verb = VERB.match(MODAL.sub("", text)) is not None
    text = _strip_frame(text)
    joint = lead.lstrip()[:1]
    known = Lead((), "", growth, versus, completion, shared, text, joint, reached, has_verb)
    if not text or FRAME.fullmatch(text):
        return replace(known, verb="" if growth else _verb_of(lead))
    if NEEDS_NOUN.fullmatch(text):
        return replace(known, verb=text.strip("、和及与"))
    names = split_names(text, count) if count > 1 else (text,)
    return replace(known, names=tuple(_verb_first(shorten(n)) for n in names))


def _verb_first(name: str) -> str:
    """市场主体净增 is what 净增市场主体 is: no stock of them."""
    match = _ADDED_BEHIND.fullmatch(name)
    return f"{match[2]}{match[1]}" if match else name


def _inside_quotes(lead: str) -> str:
    """Leave out the half of a quotation that a figure stood in: 办结”、一般企业…"."""
    text = re.sub(r"“[^”]*$", "", lead)
    closing = text.find("”")
    return text[closing + 1 :] if closing >= 0 and "“" not in text[:closing] else text


def parse_rank_lead(lead: str) -> tuple[str, str]:
    """The name and the scope before a rank.

    >>> parse_rank_lead("数字经济综合评价连续两年居全省")
    ('数字经济综合评价', '全省')
    >>> parse_rank_lead(",排名全市")
    ('', '全市')
    """
    lead = lead[-_LONGEST_LEAD:]
    scopes = RANK_SCOPE.findall(lead)
    text = LEADING_JOINT.sub("", lead)
    text = RANK_TAIL.sub("", text)
    text = re.sub(r"^在(.{4,})中$", r"\1", _strip_frame(text))
    if ONLY_FRAME.fullmatch(text):
        text = ""
    return shorten(text), scopes[-1] if scopes else ""


def split_names(text: str, count: int) -> tuple[str, ...]:
    """Split "A、B和C" into ``count`` names; with another number of parts it stays one name.

    >>> split_names("电子信息制造、软件与信息技术服务业营收", 2)
    ('电子信息制造营收', '软件与信息技术服务业营收')
    >>> split_names("养老、医疗、失业三大保险参保人数", 3)
    ('养老保险参保人数', '医疗保险参保人数', '失业保险参保人数')
    """
    if count == 2 and len(pair := split_pair(text)) == 2:
        return pair
    if count > 1 and len(industries := split_industries(text)) == count:
        return industries
    whole, counted = _without_count(text, count)
    for joint in (re.compile("、"), LIST_JOINT):
        parts = [part for part in joint.split(whole) if part]
        if counted and len(parts) == count:
            return tuple(part + counted for part in parts)
        if len(parts) == count and count > 1:
            return _with_suffix(parts)
    return (text,)


# "三次产业对经济增长的贡献分别为6.5%、61.2%、32.3%"
_ALL_INDUSTRIES = re.compile(r"三次产业(?!结构|比例|比重|之?比)")
_INDUSTRIES = re.compile(r"((?:第?[一二三](?:[、和及]|次)*){2,3})(?:次)?产业?(.*)")
# One word for two things, and what it is of: "城乡居民收入分别增长4%、6%".
_PAIRS: tuple[tuple[re.Pattern[str], tuple[str, str]], ...] = (
    (re.compile(r"城[、和及]?乡(?=居民|常住居民|人均)"), ("城镇", "农村")),
    (re.compile(r"存(?:[、和及]|款[、和及])?贷款?(?=余额|$)"), ("存款", "贷款")),
)


def split_pair(text: str) -> tuple[str, ...]:
    """The two names that one word stands for, the name itself where it stands for one.

    >>> split_pair("城乡居民人均可支配收入"), split_pair("金融机构存贷款余额")
    (('城镇居民人均可支配收入', '农村居民人均可支配收入'), ('金融机构存款余额', '金融机构贷款余额'))
    >>> split_pair("城乡居民收入比")
    ('城乡居民收入比',)
    """
    for pattern, words in _PAIRS:
        if pattern.search(text) and not text.endswith(("比", "差距", "倍差", "差")):
            first, second = (pattern.sub(word, text, count=1) for word in words)
            return first, second
    return (text,)


def split_industries(text: str) -> tuple[str, ...]:
    """The names behind numbers of industries that share one word.

    >>> split_industries("一、二、三产业增加值")
    ('第一产业增加值', '第二产业增加值', '第三产业增加值')
    """
    text = _ALL_INDUSTRIES.sub("一、二、三次产业", text)
    match = _INDUSTRIES.fullmatch(text)
    if match is None:
        return (text,)
    return tuple(f"第{number}产业{match[2]}" for number in re.findall(r"[一二三]", match[1]))


def _without_count(text: str, count: int) -> tuple[str, str]:
    """A list without its "三大主导产业产值", and what stood behind the number."""
    match = _COUNTED_LIST.search(text) if "、" in text else None
    if match is None or parse_number(match[1]) != count:
        return text, ""
    return text[: match.start()], match[2]


def split_shared(text: str, *, told: bool = False) -> tuple[str, ...]:
    """Split names that share one figure, at 和 and 与 only where 均 or 各 has told so.

    >>> split_shared("制造业投资、高新技术产业投资、建安投资增速")
    ('制造业投资增速', '高新技术产业投资增速', '建安投资增速')
    >>> split_shared("软件与信息服务业营收增速"), split_shared("交易量和产品量", told=True)
    (('软件与信息服务业营收增速',), ('交易量', '产品量'))
    """
    joint = LIST_JOINT if told else re.compile("、")
    parts = [part for part in joint.split(text) if part]
    return _with_suffix(parts) if all(len(part) > 1 for part in parts) else (text,)


# 并 joins what happened next; it is a part of 合并, 并网, 并购.
_SECOND_PREDICATE = re.compile(r"(?<=[一-鿿]{2})(?<!合)并(?![网购联排列轨行发])(?=[一-鿿]{2}).*$")


def name_after(follow: str) -> str:
    """The name in the words after a figure, up to its predicate's end.

    >>> name_after("家庭农场和农民合作社"), name_after("的政务服务事项“一网通办”")
    ('家庭农场和农民合作社', '政务服务事项“一网通办”')
    >>> name_after("社区发展基金会并正常运作"), name_after("光伏并网项目")
    ('社区发展基金会', '光伏并网项目')
    """
    text = re.sub(
        r"^(?:的|左右|以上|以下|余|多|\s)+(?:[区县市]内)?|^[区县市]内(?=.{2})", "", follow
    )
    text = _SECOND_PREDICATE.sub("", text)
    text = _AMONG_THEM.sub("", text)
    text = re.sub(r"(?:、|和|及|(?<![参给])与|并|共|[\s，,；;。])+$", "", text.partition("以及")[0])
    return text.strip()


def cut_predicate(follow: str) -> str:
    """The name alone where the words after a figure run on to the next one.

    >>> cut_predicate("省“千项万亿”项目投资完成率达"), cut_predicate("市重点实施类项目完成投资")
    ('省“千项万亿”项目', '市重点实施类项目')
    """
    match = PREDICATE_AFTER_NAME.match(follow)
    return match.group(1) if match else follow


def verb_before(lead: str) -> str:
    """The verb that governs a name after the figure: 新建 of "力争新建4家…平台".

    >>> verb_before("力争新建"), verb_before("华东医药、锦江集团等")
    ('新建', '')
    """
    text = _strip_frame(LEADING_JOINT.sub("", lead[-_LONGEST_LEAD:])).rstrip("、了过约近超")
    if NEEDS_NOUN.fullmatch(text) or (len(text) <= 4 and not text.endswith("等")):
        return _plain_verb(text)
    if ONLY_FRAME.fullmatch(text):
        return _verb_of(text)
    if re.search(r"等$", text):
        head = VERB.match(text)
        return _plain_verb(head.group()) if head else ""
    matches = list(VERB.finditer(text))
    if matches and matches[-1].end() == len(text):
        return _plain_verb(matches[-1].group())
    return ""


def noun_of(name: str) -> str:
    """A name without its verb: what "续建2所" counts after "投用学校5所".

    >>> noun_of("新增公共停车泊位"), noun_of("投用学校")
    ('公共停车泊位', '学校')
    """
    text = STATE_TAIL.sub("", _strip_frame(name))
    match = NEEDS_NOUN.match(text)
    if match and len(text) - match.end() >= 2 and not text.startswith("率", match.end()):
        text = text[match.end() :]
    return text or name


def creation_verb(name: str) -> str:
    """The verb that a list's later names go on with: 新增 of "新增国家高新技术企业".

    >>> creation_verb("新增国家高新技术企业"), creation_verb("服务业增加值")
    ('新增', '')
    """
    match = CREATION.match(name)
    return match.group() if match else ""


def topic_of(clause: str) -> str:
    """What a clause without a figure is about, for the verb-only clauses after it.

    >>> topic_of("统筹推进安置房建设"), topic_of("加快村级留用地开发建设")
    ('安置房建设', '村级留用地开发建设')
    """
    text = _strip_frame(LEADING_JOINT.sub("", clause.strip()[-_LONGEST_LEAD:]))
    match = LIGHT_VERB.match(text)
    while match and len(text) - match.end() >= 2:
        text = _strip_frame(text[match.end() :])
        match = LIGHT_VERB.match(text)
    head = TOPIC_END.split(text)[0]
    return (head if len(head) > 1 else text).strip("。，,；;：: ")


def is_verb(name: str) -> bool:
    """Whether a lead is verbs and nothing else: 吸引 of "吸引500多人参会", 建成通车."""
    return VERBS.fullmatch(name) is not None


def is_partial(name: str) -> bool:
    """Whether a name needs its owner from before: 占比, 总投资, 投资完成率.

    >>> is_partial("占比"), is_partial("投资完成率"), is_partial("全民综合阅读率")
    (True, True, False)
    """
    return PARTIAL.fullmatch(name) is not None


def is_generic(name: str, subject: str) -> bool:
    """Whether a name only repeats a part of the subject: 收入绝对值 of 城镇居民人均可支配收入.

    >>> is_generic("收入绝对值", "城镇居民人均可支配收入"), is_generic("产业投资", "固定资产投资")
    (True, False)
    """
    core = GENERIC.sub("", name)
    return bool(subject) and core in subject and core != subject


def shorten(name: str) -> str:
    """Cut what introduces a name: a long lead is named from its last strong verb on.

    >>> shorten("依托“亲清在线”平台上线区级惠企政策")
    '上线区级惠企政策'
    """
    text = re.sub(r"(?:[和与并]|(?<![惠涉普])及)$", "", name.strip(" \u3000、，,；;：:。."))
    text = re.sub(r"^[（(][^（()）]*[)）][、，,]", "", text)  # of the thing before it
    text = re.sub(r"^[”）)】》]+|[“（(【《]+$", "", text)
    if len(text) <= _LONGEST_NAME:
        return text
    strong = [
        m.start()
        for m in STRONG_VERB.finditer(text)
        if _outside_quotes(text, m.start())
        and len(text) - m.start() >= 7
        and m.start() > 0
        and not text.startswith("的", m.end())
    ]
    if not strong or _ACHIEVED_BY.match(text):
        return text
    return _strip_frame(text[strong[-1] :])


def _outside_quotes(text: str, position: int) -> bool:
    before = text[:position]
    return before.count("“") <= before.count("”") and before.count("(") <= before.count(")")


def _with_suffix(parts: list[str]) -> tuple[str, ...]:
    """Give the metric of the last name to all: 营收 of "电子信息制造、软件业营收"."""
    suffix = LIST_SUFFIX.search(parts[-1])
    if suffix is None:
        return tuple(parts)
    word = suffix.group()
    complete = ("增速", "增幅") if word in ("增速", "增幅") else tuple("收入税值额量率数资速度")
    return (*(p if p.endswith(complete) else p + word for p in parts[:-1]), parts[-1])


def _versus(text: str) -> str:
    match = VERSUS.search(text)
    return match.group().replace("较", "比") if match else ""


def _cut_growth(text: str, rate: bool) -> tuple[str, str]:
    """Cut "同比增长" off the end; "提升至" leads to a level and stays."""
    if (reached := _RATE_REACHED.search(text)) and rate:
        return reached["word"], text[: reached.start()].rstrip("、，, ")
    if NOT_GROWTH_TAIL.search(text) or re.search(r"自然增长率[为是达到]*$", text):
        return "", text
    match = GROWTH_TAIL.search(text)
    if match is None or not (rate or match["word"] in AMOUNT_GROWTH or _SINCE.search(match[0])):
        return "", text
    return match["word"], text[: match.start()].rstrip("、，, ")


def _cut_tail(text: str) -> str:
    text = re.sub(r"(?<=[\u4e00-\u9fff”])[从由][^、，,]{0,6}\d[^、，,]*$", "", text)
    text = re.sub(
        r"(?<=[\u4e00-\u9fff]{3})由(?:上年|去年|20\d\d年)[^、，,]{0,4}\d[^、，,]*$", "", text
    )
    text = re.sub(r"(?<=[\u4e00-\u9fff”]{3})已[\u4e00-\u9fff]{2}$", "", text)
    name = LEVEL_TAIL.sub("", text)
    if name != text:
        # "城乡居民收入比由上年的1.92缩小至1.89": what it rose or fell from is no part of the name.
        name = re.sub(r"(?<=[\u4e00-\u9fff]{3})由?的?\d[\d.:：]*$", "", name)
    # "小升规入库目标为年内70家"
    name = re.sub(r"(?<=[\u4e00-\u9fff]{3})(?<!增长)(?<!增速)目标$", "", name)
    return re.sub(r"(?:的|以)$", "", name)


def _strip_frame(text: str) -> str:
    previous = None
    while previous != text:
        previous = text
        shorter = LEADING_JOINT.sub("", LEADING_FRAME.sub("", text))
        shorter = _SET_UP.sub("", shorter)
        # "达到或超过预期进度的指标": a frame joined to another word is none.
        text = text if shorter.startswith("或") else shorter
    return text.strip()


def _verb_of(text: str) -> str:
    """The last verb among words that only frame: 竣工投用 of "全年竣工投用"."""
    matches = list(VERB.finditer(text))
    return _plain_verb(matches[-1].group()) if matches else ""


def _plain_verb(verb: str) -> str:
    return "" if verb in ("有", "完成", "实现", "获评", "突破", "保持", "确保") else verb
