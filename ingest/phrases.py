"""The words around a figure: which of them name what is counted, and which only frame it.

A figure's name stands before it ("新增绿地43.8万平方米") or after it ("清退102家网贷机构"). These functions
cut a name out of such a lead or follow; they know the turns of reports and no document.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

# Verbs that report a result or announce a task. In a lead they alone name nothing: "竣工14万平方米".
_VERBS = (
    "新建改建|新建改造|新建续建|新改扩建|新增|新建|新设立|新设|新引进培育|新引进|新引育|新认定|新培育|新落地|新签约|新签订|新开工"
    "|新打造|新创建|新供应|新注册|新立项|新招引|新改建|新招|新上|新开|新划转|新推出|新入选|新获批|新纳入|净增"
    "|开工建设|建设完成|建成投用|建成投运|建成完工|竣工投用|竣工验收|开竣工|开工及续建|开工、续建|新建、续建|新建、改建|新建、更新|新建、改造"
    "|改扩建|建成|投用|投运|竣工|开工|续建|完工|交付|改造|改建|扩建|新建|启用|通车|开通|打通|贯通"
    "|签约落地|签约|签订|落地|引进|引育|招引|招聘|培育|培养|创建|争创|创成|打造|认定|评定|获评|获批|获得|荣获|获奖|获|荣登|登上|入选|入围|列入|纳入|跻身"
    "|举办|组织开展|组织|召开|开展|实施|推进|推动|解决|化解|帮扶|帮助|安置|回迁|清退|拆除|拆迁|征迁|出让|收储|供应|供给|盘活|整治|清理|清除"
    "|发放|兑现|减免|落实|检查|走访|排查|查处|查办|立案|破获|打处|打击|接入|开发|设置|设立|成立|配备|投放|更新|加装|增设|增加|减少|压减"
    "|提升|完成|实现|达成|争取|投入|带动|吸引|集聚|集中|服务|培训|筹集|配售|储备|立项|办理|受理|处置|检测|采集|优化|调整|种植|播种"
    "|上线|形成|构建|建立|建设|推出|推行|出台|制定|编制|发布|安排|选派|派驻|配套|收到|接收|接待|累计服务|联系|对接|挂牌成立|挂牌|摘牌"
    "|匹配|评选|表彰|奖励|支持|扶持|引导|促成|输送|淘汰|关停|腾退|退出|治理|修复|修缮|提质|扩建|供地|供楼|消化|核发|审批|审核|督办|整改|销号"
    "|拥有|现有|共有|设有|建有|产生|承办|承接|主办|协办|参与|参加|覆盖|惠及|受益|享受|申报|申请|备案|登记|注册|入库|入驻|入学|就业|创业"
    "|打响|做强|做大|突破|保持|维持|稳定|控制|确保|保障|到位|拨付|支付|归集|发现|收集|梳理|协调|巩固|开放|滚动整治|运营|运行|投资|引导"
)
_ADVERBS = (
    "全年|年内|年度|全区|我区|区内|本区|全县|我县|全市|我市|全省|我省|辖区内?|全街道|全镇|其中|同时|并且?|而且|且|以及|共计|共|累计|总共|合计|总计"
    "|已经|已|现已|现有|现|目前|截至目前|截止目前|今年以来|以来|近年来|力争|争取|确保|计划|预计|预期|预估|建议|目标|成功|顺利|圆满|超额|持续|深入|深化|大力|积极|有序"
    "|扎实|全力|全面|切实|稳步|加快|加强|统筹|着力|高标准|高质量|高水平|高起点|进一步|新一轮|努力|至少|分别|均|都|各|首次|主动|常态化|线上线下|线上|线下"
    "|可|拟|将|要|再|又|还|约|近|超|达|为|是|有|了|把|对|在|由|与|和|及|并|等|的|含|通过|年均|平均|不断|逐步|率先|继续|更大力度|广泛|重点|主要|具有|另有|另|新|即"
)
# Verbs that open a clause and add nothing to what it is about.
_LIGHT_VERB = re.compile(
    r"推进|推动|实施|开展|加强|完善|优化|深化|落实|做好|抓好|抓实|强化|提升|健全|构建|建立|聚焦|围绕|支持|鼓励|引导|坚持|启动|组织|打造|狠抓|聚力|关注|做优|做强|拓展|扩大|探索|创新"
)
_FRAME = re.compile(rf"(?:{_ADVERBS}|[、，,；;：:。.\s“”\"'‘’|])+")
_VERB = re.compile(rf"(?:{_VERBS})")
_ONLY_FRAME = re.compile(rf"(?:{_ADVERBS}|{_VERBS}|[、，,；;：:。.\s()（）])*")
# Alone in a lead, these wait for a noun: "续建2所" after "投用学校5所".
_NEEDS_NOUN = re.compile(
    r"(?:新建|新增|开工|竣工|续建|完工|投用|投产|交付|改建|扩建|改造|建成|落地|签约|引进|新引进|招引|培育|创建|新设|出让|收储|供应"
    r"|解决|实际解决|发放|拆除|整改|净增|打造|新打造|启用|获批|入选|认定|新认定|立项|拟立项|在建|已建|新开工|建成投用|竣工投用|竣工验收|开工建设"
    r"|提升|改扩建|改扩|更新|新改扩建|化解|安装|验收|结顶|封顶|主体结顶|全部|累计|已|新|建|[、和及与(（)）\s])+"
)
_MODAL = re.compile(
    r"^(?:全年|年内|全区|我区|区内|其中|同时|累计|已|共|力争|争取|确保|计划|预计|成功|顺利|圆满|大力|积极|加快|要|将|再|拟|[、，,\s])+"
)
_LEADING_JOINT = re.compile(
    r"^(?:[、，,；;：:。.\s]|其中|以及|并且?|而且|同时|和(?!美|谐|平|达)|及(?!时)|与|且|等(?!级)|共计|则)+"
)
_LEADING_FRAME = re.compile(
    r"^(?:全年|年内|全区|我区|区内|本区|全县|我县|辖区内?|其中|同时|并且?|以及|共计|共有|总共|合计|现?已经?|现已|目前|截[至止]目前|今年以来"
    r"|力争|争取|确保|计划(?!生育)|预计|预期|建议|成功|顺利|圆满|超额|持续|深入|大力|积极|有序|扎实|全力|全面|切实|稳步|加快|统筹|着力|高标准|高质量|高水平|进一步"
    r"|努力|至少|要(?!求|素|闻|点)|拟|将|再(?!就业|生|制造)|还(?!款|迁)|年末|年底|完成(?!率)|实现|达到|获评|荣获|获得|荣登|取得|约有|约|含(?!量)|是|的|了|累计(?!率)|包括|共(?=开展|出动|推荐|征集|签约|完成|实现|新增|发放|下发|争取|组织|举办|建成|吸引)|可(?=新增|增加)|[、，,；;：:。.\s])+"
)
# "达57525元", "首次突破700亿元", "缩小至1.43": words between a name and its level.
_LEVEL_TAIL = re.compile(
    r"(?:累计|合计|共计|共|首次|已|力争|确保|预计|分别|均|都|各|约|将|可|也|仍|更|又|完成|实现|保持|稳定|维持|控制|提升|提高|增加|扩大|扩容|上升|增长|增至|升|缩小|缩短|下降|降低|减少|降|回落|压缩|压减"
    r"|达到|达成|达|为|是|至|到|在|突破|超过|超|有|不低于|不少于|[、，,\s])+$"
)
_GROWTH_WORDS = (
    r"增长|增速|增幅|增加|提升|提高|上升|扩大|提速|攀升|回升|反弹|上涨|上浮|翻|涨幅|升幅|负增长|下降|降低|减少|回落|下滑|下跌|降幅|跌幅|减幅|收窄|缩减|缩短|压减|改善|高于|低于|快于|慢于"
)
_GROWTH_TAIL = re.compile(
    rf"(?P<base>同比|环比|名义|实际|可比价?|按可比价格计算|按不变价格计算|两年平均|年均|年平均|比上年|较上年|比去年|较去年|较?上?年?同期|(?:较|(?<!占)比(?!重|例|率))[^、，,]{{0,12}}|\s)*"
    rf"(?P<word>{_GROWTH_WORDS})率?(?:力争|确保|争取|预计|保持|分别|均|都|了|在|为|达到|达|超过|超|约|近|[全各][市省国区][^，,]{{0,8}}|\s)*$"
)
_AMOUNT_GROWTH = ("增长", "增加", "减少", "下降", "降低", "高于", "低于")
_NOT_GROWTH_TAIL = re.compile(r"(?:至|到|增长目标|提升为)(?:[约近超]|了)?$")
_BASE_WORDS = re.compile(
    r"(?:分别|均|都)?(?:同比|环比|名义|实际|可比价?|按可比价格计算|两年平均|年均|年平均|平均|较上年同期|比上年同期|较?去年同期|同期|比上年|较上年|比去年|较去年|较同期)+(?:分别|均|都)?$"
)
_COMPARED = re.compile(r"(?:[较比](?:20|19)\d{2}年?(?:同期)?|两年平均|两年年均|年均|年平均|环比)")
_RANK_SCOPE = re.compile(
    r"(?:(?:连续[一二两三四五六七八九十\d]+[年次个季度月]*|首次|蝉联|保持|稳居|跃居|跃升|跻身|进入|位列|位居|位于|排名|排位|排|名列|列|居|在|获得?|取得|成为|为|达|均|都|分别|持续|继续|第?位次|名次"
    r"|全国|全省|全市|全区|省|市|国内|长三角|浙江省?|同类|各区县?|区县|细分领域|县\(?市、?区\)?|[的、，,\s]|升至|到|至|当年|新|入选|评估|荣获))*$"
)
_SCOPE = re.compile(r"(全国|全省|全市|全区|全球|长三角|省|市)")
_LIST_JOINT = re.compile(r"、|和(?!美|谐|平|达)|及(?!时)|与|以及")
_LIST_SUFFIX = re.compile(
    r"(?:营业收入|营收|产值|增速|增幅|投资|收入|增加值|面积|数量|总量|覆盖率|[^、]{0,2}率|[量额数])$"
)
_COMPLETION = re.compile(r"完成[^、，,]{0,6}(?:计划|目标|任务)[^、，,]{0,4}的?$")
_PARTIAL = re.compile(
    r"(?:合计|累计|计划|年度|任务|总体|投资|项目|全部)*"
    r"(?:占.*|占比|比重|比例|(?:完成)?投资|占全区比重|完成率|完成比例|进度|形象进度|开工率|竣工率|投产率|到位率|覆盖率|总投资|投资额|总面积|建筑面积|面积|总金额|金额|增速|增幅|年(?:营收|产值|销售额|税收)|总数|总量)"
)
_DIGITS_AT_END = re.compile(r"[\d.,%\s、\-—~]+$")
_GENERIC_CORE = re.compile(
    r"(?:绝对值|总额|总量|总数|数值|规模|增速|增幅|金额|数量|个数|[的\s]|完成|预计|实现|区内|全区|累计)"
)


@dataclass(frozen=True, slots=True)
class Lead:
    """What stands before a figure, taken apart.

    ``names`` are the things it may be about (more than one for "A、B分别…"), empty where the lead has
    only a verb; ``verb`` is that verb; ``growth`` is the word of change ("增长"), ``versus`` a base other
    than the year before ("两年平均", "比2019年", "环比").
    """

    names: tuple[str, ...]
    verb: str = ""
    growth: str = ""
    versus: str = ""
    completion: bool = False
    shared: bool = False
    words: str = ""
    joint: str = ""
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
    text = _LEADING_JOINT.sub("", _inside_quotes(lead)).rstrip(" \u3000“\"‘（(约近超")
    completion = _COMPLETION.search(text) is not None
    if completion:
        text = _COMPLETION.sub("", text)
    versus = _versus(text)
    growth, text = _cut_growth(text, rate)
    shared = re.search(r"(?:分别|均|都|各)(?:[约达为到至超近]|达到|完成|实现)*$", text) is not None
    shared = shared or re.search(r"(?:分别|均|都)", lead) is not None
    text = _cut_tail(text)
    text = _BASE_WORDS.sub("", re.sub(r"(?:分别|均|都|各|同步)$", "", text)).rstrip()
    has_verb = _VERB.match(_MODAL.sub("", text)) is not None
    text = _strip_frame(text)
    joint = lead.lstrip()[:1]
    known = Lead((), "", growth, versus, completion, shared, text, joint, has_verb)
    if not text or _FRAME.fullmatch(text):
        return replace(known, verb="" if growth else _verb_of(lead))
    if _NEEDS_NOUN.fullmatch(text):
        return replace(known, verb=text.strip("、和及与"))
    names = split_names(text, count) if count > 1 else (text,)
    return replace(known, names=tuple(shorten(n) for n in names))


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
    scopes = _SCOPE.findall(lead)
    text = _LEADING_JOINT.sub("", lead)
    text = _RANK_SCOPE.sub("", text)
    text = re.sub(r"^在(.{4,})中$", r"\1", _strip_frame(text))
    if _ONLY_FRAME.fullmatch(text):
        text = ""
    return shorten(text), scopes[-1] if scopes else ""


def split_names(text: str, count: int) -> tuple[str, ...]:
    """Split "A、B和C" into ``count`` names; with another number of parts it stays one name.

    >>> split_names("电子信息制造、软件与信息技术服务业营收", 2)
    ('电子信息制造营收', '软件与信息技术服务业营收')
    """
    for joint in (re.compile("、"), _LIST_JOINT):
        parts = [part for part in joint.split(text) if part]
        if len(parts) == count and count > 1:
            return _with_suffix(parts)
    return (text,)


def split_shared(text: str, *, told: bool = False) -> tuple[str, ...]:
    """Split names that share one figure, at 和 and 与 only where 均 or 各 has told so.

    >>> split_shared("制造业投资、高新技术产业投资、建安投资增速")
    ('制造业投资增速', '高新技术产业投资增速', '建安投资增速')
    >>> split_shared("软件与信息服务业营收增速"), split_shared("交易量和产品量", told=True)
    (('软件与信息服务业营收增速',), ('交易量', '产品量'))
    """
    joint = _LIST_JOINT if told else re.compile("、")
    parts = [part for part in joint.split(text) if part]
    return _with_suffix(parts) if all(len(part) > 1 for part in parts) else (text,)


def name_after(follow: str) -> str:
    """The name in the words after a figure, up to its predicate's end.

    >>> name_after("家庭农场和农民合作社"), name_after("的政务服务事项“一网通办”")
    ('家庭农场和农民合作社', '政务服务事项“一网通办”')
    """
    text = re.sub(r"^(?:的|左右|以上|以下|余|多|\s)+", "", follow)
    text = re.sub(r"(?:、|和|及|(?<![参给])与|并|共|[\s，,；;。])+$", "", text.partition("以及")[0])
    return text.strip()


def cut_predicate(follow: str) -> str:
    """The name alone where the words after a figure run on to the next one.

    >>> cut_predicate("省“千项万亿”项目投资完成率达"), cut_predicate("市重点实施类项目完成投资")
    ('省“千项万亿”项目', '市重点实施类项目')
    """
    match = re.match(
        r"(.{2,}?)(?:，|、|总?投资|完成|实现|达到?|共|获|为|占|[^“”项目企业]{1,3}率|面积|$)", follow
    )
    return match.group(1) if match else follow


def verb_before(lead: str) -> str:
    """The verb that governs a name after the figure: 新建 of "力争新建4家…平台".

    >>> verb_before("力争新建"), verb_before("华东医药、锦江集团等")
    ('新建', '')
    """
    text = _strip_frame(_LEADING_JOINT.sub("", lead)).rstrip("、了过约近超")
    if _NEEDS_NOUN.fullmatch(text) or (len(text) <= 4 and not text.endswith("等")):
        return _plain_verb(text)
    if _ONLY_FRAME.fullmatch(text):
        return _verb_of(text)
    if re.search(r"等$", text):
        head = _VERB.match(text)
        return _plain_verb(head.group()) if head else ""
    matches = list(_VERB.finditer(text))
    if matches and matches[-1].end() == len(text):
        return _plain_verb(matches[-1].group())
    return ""


def noun_of(name: str) -> str:
    """A name without its verb: what "续建2所" counts after "投用学校5所".

    >>> noun_of("新增公共停车泊位"), noun_of("投用学校")
    ('公共停车泊位', '学校')
    """
    text = re.sub(
        r"(?:全面|全部|顺利|正式|实现|集中)*(?:开工建设|开工|竣工|完工|投用|建成)$", "", _strip_frame(name)
    )
    previous = None
    while previous != text:
        previous = text
        match = _NEEDS_NOUN.match(text)
        if match and len(text) - match.end() >= 2 and not text[match.end() :].startswith("率"):
            text = text[match.end() :]
    return text or name


def creation_verb(name: str) -> str:
    """The verb that a list's later names go on with: 新增 of "新增国家高新技术企业".

    >>> creation_verb("新增国家高新技术企业"), creation_verb("服务业增加值")
    ('新增', '')
    """
    match = re.match(
        r"(?:新(?:增|建|设|引进培育|引进|引育|认定|培育|落地|签约|开工|打造|创建|供应|注册|立项|招引|改建)(?:改建)?"
        r"|净增|建成|创建|认定|签约落地|签约|落地|引进|招引|培育|投用|开工|竣工|举办|开展|设置|建设|打造|出让|入选|新建、改建|新建改建)(?!区)",
        name,
    )
    return match.group() if match else ""


def topic_of(clause: str) -> str:
    """What a clause without a figure is about, for the verb-only clauses after it.

    >>> topic_of("统筹推进安置房建设"), topic_of("加快村级留用地开发建设")
    ('安置房建设', '村级留用地开发建设')
    """
    text = _strip_frame(_LEADING_JOINT.sub("", clause.strip()))
    match = _LIGHT_VERB.match(text)
    while match and len(text) - match.end() >= 2:
        text = _strip_frame(text[match.end() :])
        match = _LIGHT_VERB.match(text)
    head = re.split(r"均|已|正在|持续|按|全面|有序|不断|稳步|圆满", text)[0]
    return (head if len(head) > 1 else text).strip("。，,；;：: ")


def is_verb(name: str) -> bool:
    """Whether a lead is a verb and nothing else: 吸引 of "吸引500多人参会"."""
    return _VERB.fullmatch(name) is not None


def is_partial(name: str) -> bool:
    """Whether a name needs its owner from before: 占比, 总投资, 投资完成率.

    >>> is_partial("占比"), is_partial("投资完成率"), is_partial("全民综合阅读率")
    (True, True, False)
    """
    return _PARTIAL.fullmatch(name) is not None


def is_generic(name: str, subject: str) -> bool:
    """Whether a name only repeats a part of the subject: 收入绝对值 of 城镇居民人均可支配收入.

    >>> is_generic("收入绝对值", "城镇居民人均可支配收入"), is_generic("产业投资", "固定资产投资")
    (True, False)
    """
    core = _GENERIC_CORE.sub("", name)
    return bool(subject) and core in subject and core != subject


def shorten(name: str) -> str:
    """Cut what introduces a name: a long lead is named from its last strong verb on.

    >>> shorten("依托“亲清在线”平台上线区级惠企政策")
    '上线区级惠企政策'
    """
    text = name.strip(" \u3000、，,；;：:。.和及与并")
    text = re.sub(r"^[”）)】》]+|[“（(【《]+$", "", text)
    if len(text) <= 12:
        return text
    strong = [
        m.start()
        for m in re.finditer(
            r"新增|新建|新引进|新认定|新培育|新设|净增|建成|引进|招引|举办|召开|开展|形成|上线(?!下)|解决|发放|兑现|减免|清退|拆除|出让|收储|盘活|签约|落地|创建|获评|入选|累计|帮扶|设置|配备|接入|加装|完成|实现",
            text,
        )
        if _outside_quotes(text, m.start()) and len(text) - m.start() >= 7 and m.start() > 0
    ]
    return _strip_frame(text[strong[-1] :]) if strong else text


def _outside_quotes(text: str, position: int) -> bool:
    before = text[:position]
    return before.count("“") <= before.count("”") and before.count("(") <= before.count(")")


def _with_suffix(parts: list[str]) -> tuple[str, ...]:
    """Give the metric that only the last name carries to all: 营收 of "电子信息制造、软件业营收"."""
    suffix = _LIST_SUFFIX.search(parts[-1])
    if suffix is None:
        return tuple(parts)
    word = suffix.group()
    complete = ("增速", "增幅") if word in ("增速", "增幅") else tuple("收入税值额量率数资速度")
    return (*(p if p.endswith(complete) else p + word for p in parts[:-1]), parts[-1])


def _versus(text: str) -> str:
    match = _COMPARED.search(text)
    return match.group().replace("较", "比") if match else ""


def _cut_growth(text: str, rate: bool) -> tuple[str, str]:
    """Cut "同比增长" off the end; "提升至" leads to a level and stays."""
    if _NOT_GROWTH_TAIL.search(text):
        return "", text
    match = _GROWTH_TAIL.search(text)
    if match is None or not (rate or match["word"] in _AMOUNT_GROWTH):
        return "", text
    return match["word"], text[: match.start()].rstrip("、，, ")


def _cut_tail(text: str) -> str:
    text = re.sub(r"(?<=[\u4e00-\u9fff”])[从由][^、，,]{0,6}\d[^、，,]*$", "", text)
    text = re.sub(r"(?<=[\u4e00-\u9fff”]{3})已[\u4e00-\u9fff]{2}$", "", text)
    return re.sub(r"(?:的|以)$", "", _LEVEL_TAIL.sub("", text))


def _strip_frame(text: str) -> str:
    previous = None
    while previous != text:
        previous = text
        text = _LEADING_FRAME.sub("", text)
        text = _LEADING_JOINT.sub("", text)
    return text.strip()


def _verb_of(text: str) -> str:
    """The last verb among words that only frame: 竣工投用 of "全年竣工投用"."""
    matches = list(_VERB.finditer(text))
    return _plain_verb(matches[-1].group()) if matches else ""


def _plain_verb(verb: str) -> str:
    return "" if verb in ("完成", "实现", "获评", "突破", "保持", "确保") else verb
