"""Names cut out of the words around a figure.

A figure's name stands before it ("新增绿地43.8万平方米") or behind it ("清退102家网贷机构").
"""

from __future__ import annotations

import re

from ingest.figures.vocabulary import (
    CREATION,
    GENERIC,
    LEADING_FRAME,
    LEADING_JOINT,
    LIGHT_VERB,
    NEEDS_NOUN,
    ONLY_FRAME,
    PARTIAL,
    PREDICATE_AFTER_NAME,
    SET_UP,
    STATE_TAIL,
    STRONG_VERB,
    TOPIC_END,
    VERB,
    VERBS,
)

# Words further from the figure than this do not name it.
LONGEST_LEAD = 160
_LONGEST_NAME = 12
# "即墨国际商贸城实现市场交易额": whose it is, no more than what it is.
_ACHIEVED_BY = re.compile(
    r"[\u4e00-\u9fff]{2,10}(?:[城园港]|园区|开发区|企业|公司|集团|中心|基地|市场|银行)(?:实现|完成)"
    r"[\u4e00-\u9fff]{2,8}$"
)
# "34个大类行业中有|21个", "12个站点中正常开放的仅|5个": what the next figure is one of.
_AMONG_THEM = re.compile(
    r"(?<![其初高集])(?<!推进)(?<!建设)(?<!进行)(?<!实施)(?<!办理)(?<!施工)"
    r"中(?:(?![心小学央医国])[^中，,、]{2,12}的)?(?:仅|只|才|已)?有?$"
)
_SET_UP = re.compile(rf"^(?:年初)?{SET_UP}(?=[\u4e00-\u9fff]{{2}})")
# 并 joins what happened next; it is a part of 合并, 并网, 并购.
_SECOND_PREDICATE = re.compile(r"(?<=[一-鿿]{2})(?<!合)并(?![网购联排列轨行发])(?=[一-鿿]{2}).*$")

# What a county has of many sorts: "新增企业500家" tells no 高新技术企业 of a goal.
_OF_MANY_SORTS = re.compile(
    r"(?:企业|项目|人员|单位|机构|学校|小区|任务|工程|产业|平台|人才|设施|用地|道路|公路|贷款|资金|投资|收入|产值|面积|数量)"
)
# What only some of a thing are: "建成农事服务中心6个" tells no 省级农事服务中心.
_SELECTED = re.compile(
    r"(?:国家|[省市县区星A])级|示范|重点|特色|规(?:模以)?上|限(?:额以)?上|以上|优质|先进|标杆|精品"
)


def name_after(follow: str) -> str:
    """The name in the words after a figure, up to its predicate's end.

    >>> name_after("家庭农场和农民合作社"), name_after("的政务服务事项“一网通办”")
    ('家庭农场和农民合作社', '政务服务事项“一网通办”')
    >>> name_after("社区发展基金会并正常运作"), name_after("光伏并网项目")
    ('社区发展基金会', '光伏并网项目')
    >>> name_after("书屋中常年开放的仅")
    '书屋'
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
    text = strip_frame(LEADING_JOINT.sub("", lead[-LONGEST_LEAD:])).rstrip("、了过约近超")
    if NEEDS_NOUN.fullmatch(text) or (len(text) <= 4 and not text.endswith("等")):
        return _plain_verb(text)
    if ONLY_FRAME.fullmatch(text):
        return last_verb(text)
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
    text = STATE_TAIL.sub("", strip_frame(name))
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
    text = strip_frame(LEADING_JOINT.sub("", clause.strip()[-LONGEST_LEAD:]))
    match = LIGHT_VERB.match(text)
    while match and len(text) - match.end() >= 2:
        text = strip_frame(text[match.end() :])
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


def is_short_for(part: str, whole: str) -> bool:
    """Whether the end of a name may stand for all of it, where both are of one task.

    >>> is_short_for("充电桩", "公共充电桩"), is_short_for("企业", "高新技术企业")
    (True, False)
    >>> is_short_for("服务中心", "省级服务中心"), is_short_for("培训", "职业技能培训")
    (False, True)
    """
    left_out = whole.removesuffix(part)
    ends = len(part) > 1 and part != whole and whole.endswith(part)
    return ends and not (_OF_MANY_SORTS.fullmatch(part) or _SELECTED.search(left_out))


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
    return strip_frame(text[strong[-1] :])


def _outside_quotes(text: str, position: int) -> bool:
    before = text[:position]
    return before.count("“") <= before.count("”") and before.count("(") <= before.count(")")


def strip_frame(text: str) -> str:
    """Words without what only joins or frames them before a name."""
    previous = None
    while previous != text:
        previous = text
        shorter = LEADING_JOINT.sub("", LEADING_FRAME.sub("", text))
        shorter = _SET_UP.sub("", shorter)
        # "达到或超过预期进度的指标": a frame joined to another word is none.
        text = text if shorter.startswith("或") else shorter
    return text.strip()


def last_verb(text: str) -> str:
    """The last verb among words that only frame: 竣工投用 of "全年竣工投用"."""
    matches = list(VERB.finditer(text))
    return _plain_verb(matches[-1].group()) if matches else ""


def _plain_verb(verb: str) -> str:
    return "" if verb in ("有", "完成", "实现", "获评", "突破", "保持", "确保") else verb
