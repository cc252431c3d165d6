"""The words before a figure, taken apart: names, verb, word of change, base."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ingest.figures.name_lists import split_names
from ingest.figures.phrases import LONGEST_LEAD, last_verb, shorten, strip_frame
from ingest.figures.vocabulary import (
    ADJUSTED,
    AMOUNT_GROWTH,
    BASE_TAIL,
    BESIDE_PLAN,
    CAUSE,
    CHARGED,
    COMPLETION,
    EVENLY,
    FRAME,
    GROWTH_TAIL,
    LEADING_JOINT,
    LEVEL_TAIL,
    LOOSE_END,
    MODAL,
    NEEDS_NOUN,
    NOT_GROWTH_TAIL,
    ONLY_FRAME,
    RANK_SCOPE,
    RANK_TAIL,
    REACHED,
    VERB,
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
# "比上年上升|2微克", "较2023年提高|1.1分": an amount that something changed by.
_SINCE = re.compile(r"同比|环比|较|比(?!重|例|率)")
# "比上年多|5.3亿元", "同比少收|1.7亿元": by how much, and of what the clause before it told.
_MORE_SINCE = re.compile(
    r"(?:同比|环比|相?[较比](?:于)?(?:上一?年度?|去年|前一年|年初|上月|(?:19|20)\d\d年)(?:同期|[年末底])*)"
    r"(?:又|净|约)?(?P<way>[多少])(?:[收支缴出了]|约)*$"
)
# "降幅较一季度小|6.7个百分点", "比上月高|2个百分点"
_POINTS_SINCE = re.compile(
    r"(?:同比|环比|[较比](?:上一?年度?|去年|前一年|年初|上月|上一?季度?|上半年|前?[一二三四]季度"
    r"|1\s?[-—–至~～]\s?\d{1,2}月份?|(?:19|20)\d\d年)(?:同期|[年末底])*)(?:的增[速幅])?"
    r"(?:又|略|分别|约)*(?P<way>[高低快慢大小升降])了?$"
)
_NET_SINCE = re.compile(r"^(?:同比|[比较](?:上年|去年)(?:同期|末|底)?|较年初|比年初)(净增|新增)$")
_GOT_BY_TRADE = re.compile(
    r"(?<=[一-鿿]业)(?:共?实现|完成)(?=(?:增加值|总?产值|营业额|销售额|零售额|投资)$)"
)
# "牧业产值5.8亿元,同比|2.8%": the word of change is left out.
# "收入2亿元,同比分别|-6.2%", "投资同比|-4%"
_BARE_BASE = re.compile(r"(?:^|(?<=[\s，,、；;一-鿿]))(?:同比(?:上年)?|环比)(?:分别)?$")
# "工业投资计划|完成30亿元": what is planned of it, and no plan that it has.
_PLANNED_TO = re.compile(r"(?<=[一-鿿]{3})(?<!年度)(?<!年度投资)(?<!总投资)(?<!行动)(?<!专项)计划$")
_DO = re.compile("完成|做到|达到?|实现")
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
    >>> parse_lead("工业用电量受气温等因素影响下降").names
    ('工业用电量',)
    >>> parse_lead(",竣工投用").verb
    '竣工投用'
    >>> parse_lead(",比上年多").growth, parse_lead("科技支出同比少支", rate=False).growth
    ('多', '少')
    >>> parse_lead(",降幅较一季度小").growth
    '小'
    """
    lead = lead[-LONGEST_LEAD:]
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
        re.search(rf"(?:分别|{EVENLY}|都|各)(?:[约达为到至超近]|达到|完成|实现)*$", text)
        is not None
    )
    shared = shared or re.search(rf"(?:分别|{EVENLY}|都)", lead) is not None
    if growth and (adjusted := ADJUSTED.search(text)):
        versus, text = versus or adjusted["basis"], text[: adjusted.start()]
    text = CHARGED.sub("", _cut_tail(text))
    text = BASE_TAIL.sub("", re.sub(rf"(?:分别|{EVENLY}|都|各|同步)$", "", text)).rstrip()
    text = CAUSE.sub("", _IN_WORDS.sub("", text)) if growth else _IN_WORDS.sub("", text)
    has_verb = VERB.match(MODAL.sub("", text)) is not None
    text = strip_frame(text)
    joint = lead.lstrip()[:1]
    known = Lead((), "", growth, versus, completion, shared, text, joint, reached, has_verb)
    if not text or FRAME.fullmatch(text):
        return replace(known, verb="" if growth else last_verb(lead))
    if NEEDS_NOUN.fullmatch(text):
        return replace(known, verb=text.strip("、和及与"))
    names = split_names(text, count) if count > 1 else (text,)
    return replace(known, names=tuple(_verb_first(shorten(n)) for n in names))


def _verb_first(name: str) -> str:
    """市场主体净增 is what 净增市场主体 is: no stock of them. 零售业实现增加值 is 零售业增加值."""
    name = _GOT_BY_TRADE.sub("", name)
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
    lead = lead[-LONGEST_LEAD:]
    scopes = RANK_SCOPE.findall(lead)
    text = LEADING_JOINT.sub("", lead)
    text = RANK_TAIL.sub("", text)
    text = re.sub(r"^在(.{4,})中$", r"\1", strip_frame(text))
    if ONLY_FRAME.fullmatch(text):
        text = ""
    return shorten(text), scopes[-1] if scopes else ""


def _versus(text: str) -> str:
    match = VERSUS.search(text)
    return match.group().replace("较", "比") if match else ""


def _cut_growth(text: str, rate: bool) -> tuple[str, str]:
    """Cut "同比增长" off the end; "提升至" leads to a level and stays."""
    if (reached := _RATE_REACHED.search(text)) and rate:
        return reached["word"], text[: reached.start()].rstrip("、，, ")
    more = _MORE_SINCE.search(text) or (_POINTS_SINCE.search(text) if rate else None)
    if more:
        return more["way"], text[: more.start()].rstrip("、，, ")
    if NOT_GROWTH_TAIL.search(text) or re.search(r"自然增长率[为是达到]*$", text):
        return "", text
    if rate and (bare := _BARE_BASE.search(text)):
        return "增速", text[: bare.start()].rstrip("、，, ")
    match = GROWTH_TAIL.search(text)
    if match is None or not (rate or match["word"] in AMOUNT_GROWTH or _SINCE.search(match[0])):
        return "", text
    return match["word"], text[: match.start()].rstrip("、，, ")


def _cut_tail(text: str) -> str:
    text = re.sub(r"(?:^|(?<=[\u4e00-\u9fff”]))[从由][^、，,]{0,6}\d[^、，,]*$", "", text)
    text = re.sub(
        r"(?<=[\u4e00-\u9fff]{3})由(?:上年|去年|20\d\d年)[^、，,]{0,4}\d[^、，,]*$", "", text
    )
    text = re.sub(r"(?<=[\u4e00-\u9fff”]{3})已[\u4e00-\u9fff]{1,2}$", "", text)
    name = LEVEL_TAIL.sub("", text)
    if name != text:
        # "城乡居民收入比由上年的1.92缩小至1.89": what it rose or fell from is no part of the name.
        name = re.sub(r"(?<=[\u4e00-\u9fff]{3})由?的?\d[\d.:：]*$", "", name)
        name = _PLANNED_TO.sub("", name) if _DO.match(text, len(name)) else name
    # "小升规入库目标为年内70家"
    name = re.sub(r"(?<=[\u4e00-\u9fff]{3})(?<!增长)(?<!增速)目标$", "", name)
    # "农村居民人均可支配收入年初计划增长8%"
    name = re.sub(r"(?<=[\u4e00-\u9fff]{3})(?:年初|原定)(?:的?(?:计划|目标|预期))?$", "", name)
    return re.sub(r"(?:的|以)$", "", name)
