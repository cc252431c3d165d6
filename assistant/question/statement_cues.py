"""Turns of phrase by which sentences of documents are told apart: outcome, cause, flow or stock.

Patterns are matched on folded text (half width, simplified, lower case, see
``assistant.text.fold``).
"""

from __future__ import annotations

import re

# What a report says itself of a goal: "未能实现", "超额完成".
REACHED_OR_NOT = r"(?:未能?|没有?|没能|超额|全面|圆满|顺利|如期|提前|[均都已]|基本|较好)地?(?:达到?|完成|实现|达成)"
# "改造公园6个:已完成6个": the second figure is a result wherever it stands.
DONE = re.compile(
    r"已(?:全部)?(?:完成|完工|建成|新增|培育|开工|竣工|投用|改造)[^,，。;；:：]{0,4}$"
)
# An outcome told in words: "已全部完成", "均已投用".
OUTCOME = re.compile(
    r"(?:已|均|全部|超额|提前|按时|如期|未)[^,，。;；]{0,6}"
    r"(?:完成|建成|达到|实现|落实|竣工|开工|投用|启用|通车|交付|达标)"
)
# What was done about something that went wrong.
HANDLING = re.compile(
    r"约谈|通报|问责|责令|督办|处罚|查处|处置|整改|整治|解决|协调|移交|清理|追责|处理|处分|警告|挂牌|销号"
)
FLOW = re.compile(r"新增|新认定|新引进|净增|新注册|新培育|新[上升入]规")
# What came anew, in the words of a text: 新 before what is done, and none of 高新技术, 新能源.
NEWLY = re.compile(
    r"(?<![高创更])新(?=[增建开设引认入获晋挂签注登培招添改扩装购投列评纳办上落升聘进划组])"
    r"|净增|增[加设添派配补量多]|增长?了?约?\d[\d.]*(?![\d.%])"
)
STOCK = re.compile(r"年末|累计|总数|总量达|共有|拥有|突破|达到?(?=\d)")
# Verbs that say how many there are, and nothing of what was done: 总数达, 增长 of a total.
STANDS_AT = re.compile(
    r"达到?|累计|合计|共计|突破|超过?|拥有|[现实共已]?有|实有|保有|增长|下降|增至|降至|升至"
)
# "由98家增加到131家", "发展到131家": how many there are now, and none of what was added.
ROSE_TO = re.compile(r"(?:增[加长]|提[高升]|上升|扩[大展]|发展|[增升])[到至为][约近]?$")
# What becomes of a thing, step by step: one question asks for one of them.
DOING = re.compile(
    r"[新改扩续开在完竣动]{1,3}[建工]|完成|建成|投用|投产|交付|启用|打通|改造|创建|获评|评上|入选|认定|签约|落地|引进|招引|举办|开展"
)
# No verbs of the dictionary, and all the same what was done within a year.
PUT_TO_USE = re.compile(r"投用|投运|竣工|落地|启用")
# What was begun or finished within a year is no total: "安置房建设,竣工14万平方米".
IN_PROGRESS = re.compile(r"竣工|完工|开工|交付")
WAY_TOLD = re.compile(
    r"(?:增[长加]|上[升涨]|提[高升]|下[降跌滑]|减少|降低|回落|改善|扩大|缩小|收窄)[^,，。;；\d]{0,4}\d"
    r"|[增升涨降跌减]\d|持平|不变"
)
HAPPENED = re.compile(r"^(?:一?共|累计|全年)*(?:发生|出)了?(?:各类)?")
# How a text tells a place.
PLACE_TOLD = re.compile(
    r"[一-鿿a-z\d]{2,}?(?:[村镇乡路街巷旁侧园区桥站店馆校院城]|社区|街道|地块|中心|大道|广场|基地|公园|[东西南北]部)"
)
ENTITY = re.compile(r"公司|集团|企业|[一-鿿]{2,6}(?:科技|股份|生物|实业)")
SAYS_MEANING = r"^[\d.、\s〔〕\[\]()（）*①-⑳]*[“\"]?{}[”\"]?(?:企业|工程|行动|计划)?[:：,，]?\s*(?:主要)?(?:是指|指|即|是)|^[\d.、\s()（）*①-⑳]*[“\"]{}[”\"][:：](?=[^,，。]{2})|所谓[“\"]?{}"
CAUSE = re.compile(
    r"因(?!素|子|地制宜|此|而)|(?:下降|减少|回落|下滑|滞后|偏[低慢高]|增长|推迟)(?:主要)?系(?!统|列|数)|由于|鉴于|受[^,，。;；]{1,40}影响|原因|之所以|主要是(?!指|以|由)|得益于|拉低|拖累"
)
# A cause of what the sentence before it has told: "未完成预算的原因,一是…".
CAUSE_OF_BEFORE = re.compile(
    r"(?:[一-鿿]{0,8}的)?(?:主要)?(?:原因|是因为|是由于|主要是)|这(?:主要)?是|主要(?:是|原因)"
)
NOT_YET = re.compile(
    r"尚未|未出|未公布|未发布|待[^,，。]{0,6}(?:公布|核定|核算|发布)|错年|次年|口径"
)
ABOUT_DATA = re.compile(r"口径|统计|数据|出数|公布|发布|错年|未出")
# "21个项目列入省重点。1-11月,完成工业投资12亿元": what was put into these projects alone.
PROJECTS_LISTED = re.compile(
    r"个[^，,。;；]{0,16}项目[^，,。;；]{0,6}(?:列入|纳入|入选)[^。;；]*[。;；]\s*$"
)
PUT_IN = re.compile(r"(?:共|已|累计|实际)*完成[\u4e00-\u9fff]{2,8}投资")
# What somebody else decides on, and what one does before that: 认定, and 申报.
DONE_TO_END = re.compile("[一-鿿](?:完|好|成|掉|光)")  # 清完, which is no subject
_GRANTED = re.compile("认定|认证|获[批评得]|授牌|授予|命名|评[为上]|入选|通过|批[准下复]|拿下")
_STEP_BEFORE = re.compile("申报|申请|推荐|公示|上报|报送|送审|待[审批核]|拟[认入]|储备")
# What is 建成, and what is only on the way to it.
_BUILT = re.compile("建[成好]|[竣完]工|投用|投产|落成|封顶|完成|交付|启用")
_BUILT_ASKED = re.compile(r"(?:建[成好]|[竣完]工|投用|投产|落成)了?[一-鿿]{0,8}?(?:多少|几)")
_UNDER_WAY = re.compile("推进|培育|启动|谋划|筹[备建]|前期|续建|在建")


def is_only_applied_for(asked: str, told: str) -> bool:
    """True for what is only a step on the way to what is asked for.

    >>> is_only_applied_for("认定了几家", "申报3家"), is_only_applied_for("申报了几家", "申报3家")
    (True, False)
    >>> is_only_applied_for("建成了几幢", "培育楼宇1幢"), is_only_applied_for("建成几幢", "楼宇1幢")
    (True, False)
    """
    if _BUILT_ASKED.search(asked) and not _BUILT.search(told):
        return _UNDER_WAY.search(told) is not None
    result = _GRANTED.search(asked) and not _STEP_BEFORE.search(asked)
    return bool(result and _STEP_BEFORE.search(told)) and not _GRANTED.search(told)


# Who speaks at a press conference, at the head of a line: "[贺明] 上半年…", "【答】", "答:".
SPEAKER = re.compile(
    r"^[ \t\u3000]*(?:[\[【〔][^\[\]【】〔〕\d\n]{1,16}[\]】〕][:：]?|答\s?[:：])[ \t\u3000]*(?=\S)",
    re.MULTILINE,
)


# Net of what has gone, or by how many more there are than before; and all that came anew.
_NET = re.compile(r"净增|[较比][^,，。;；\d]{0,8}[增多]|增长|增加")
_ANEW = re.compile(r"(?:新上|新升|小升)规|新(?:设|认定|登记|注册|入库|增)")


def is_of_other_sum(asked: str, told: str) -> bool:
    """True for all that came anew where the net of it is asked for, or the other way round.

    >>> is_of_other_sum("净增几家", "新上规企业31家"), is_of_other_sum("净增几家", "净增20家")
    (True, False)
    >>> is_of_other_sum("新上规几家", "净增规上企业20家"), is_of_other_sum("新增几家", "净增20家")
    (True, False)
    """
    anew = {match.group() for match in _ANEW.finditer(asked)}
    if "净增" in asked:
        return not (anew or _NET.search(told))
    return bool(anew - {"新增"}) and "净增" in told and not _ANEW.search(told)


_NUMERAL = r"(?:\d+|[一二三四五六七八九十]+)"
# The number by which a thing is told from others of its name.
NUMBERED = re.compile(
    rf"(?<![一二三四五六七八九十\d学分任届]){_NUMERAL}期(?![间末限房货刊])"
    rf"|{_NUMERAL}标段|{_NUMERAL}号(?=线|楼|地块|桥|馆|厅)|[gsx]?\d{{2,4}}(?=国道|省道|县道)"
    rf"|第{_NUMERAL}(?=小学|中学|幼儿园|人民医院|医院|水厂|实验)"
)
