"""A follow-up that insists on another number: the documents are asked again, and not the number.

"不对吧,领导说是900亿,你改成900亿再答" asks once more what was asked; "按900亿算,增长多少?" asks how
much it grew. What a document tells does not follow from what somebody says.
"""

from __future__ import annotations

import re

_NUMBER = r"(?:百分之)?[\d.]+(?:多)?[一-鿿%‰²]{0,4}?"
_SAYER = (
    r"(?:我|你|咱|俺|他|她|人家|别人|大家|网上|网络|新闻|报纸|报道|媒体|电视|百度|有人|朋友|同[事学]"
    r"|领导|老板|主任|局长|区长|上面|上级|单位|记者|专家|朋友圈|群里)们?"
)
_SAID = (
    r"(?:明明|刚才|之前|昨天|一直|也|都|就|却|可|怎么|分明|坚持|还|里|上|报告|文件|材料|那边|这边|手[里上头]|材料|资料|在)*"
    r"(?:看到|看见|看|记得|记|听说|听|查到|查|印象|认为|觉得|确定|肯定|说|讲|写|报|有|拿到|得到|要求|让|叫|坚持)"
    r"(?:里|中|过|到|的|了|着|你)*"
)
_IS = r"(?:怎么会|哪会|应该|应当|肯定|一定|明明|就|其实|实际|实际上|确实|可能|好像|不|都|全)*(?:是|为|有|得是)"
_DOUBT = (
    r"(?:(?:答案|数字?|数据|结果)?不?对[吗么]|(?:答案|数字?|数据|结果)*你?(?:再|重新|好好|仔细)?(?:确定|确认|核[实对]|检查|[想查看算找]一?[想查看算找下]?|搞清楚)(?:一?[下遍次])?(?:再[答说])?(?:是?这个数?)?[吗么吧]?(?:没有?)?(?:错)?"
    r"|(?:这|那|你|这个数|数字?|数据)*(?:是)?不(?:太|大)?对(?:吧|啊|呀|劲)?|不是吧|(?:怎么|不)可能(?:吧|啊)?|我不(?:信|同意|相信|认)"
    r"|(?:你|答案|数字?|数据|结果)?(?:肯定|是不是|又|好像)?(?:记|搞|弄|看|写|说|算|查|读|抄|答)?错了?(?:吧|啊)?|你?(?:没)?(?:骗|忽悠)(?:人|我)?(?:吧|的吧)?|瞎(?:说|编)(?:的)?(?:吧)?|胡说|听我的|别(?:再)?(?:犟|嘴硬|狡辩|争)了?|(?:别|不用|不要|甭)管(?:那些|你的)?(?:文档|文件|资料|材料|报告)(?:怎么[写说])?了?|真的(?:假的)?[吗么]?)"
)
_ORDER = (
    r"(?:那|就|你|请|麻烦|帮我|给我|都|还是|赶紧|快|必须|得|要|把|刚才|这个|那个|数字?|数据|答案|它|直接|干脆)*"
    rf"(?:按照?|照着?|以|用|拿|据|当作?|算作?|改|更正|修正|纠正|订正|换|写|说|填|报|答)(?:成|为|作|到|着|上)?(?:{_NUMBER})?"
    r"(?:来|给我|为准|为主|算|改|更正|修正|回答|答|说|写|填|过来|一?[下遍次]|再|重新|重|了|吧|的|数|标准|成|为|作)*"
    rf"(?:{_NUMBER})?(?:再?(?:回答|答|说|写|算)?(?:一?[下遍次])?)?(?:吧|好吗|行吗|可以吗)?"
)
_AGAIN = r"(?:请|麻烦|你|再|重新|重)*(?:更正|修正|纠正|改正?|回答|答|说|来|算|写)(?:一?[下遍次]|过)*(?:吧)?"
_WHOSE = rf"(?:{_SAYER}(?:{_SAID}|(?:手[里上头])?的?(?:材料|资料|文件|报告|数据)[里上]?)?|(?:有的|别的|另一?[个份])?(?:资料|文件|材料|报告|地方)(?:{_SAID})?)"
# Each clause of a text that insists is one of these; with a number at least one of them has it.
_CLAIM = re.compile(
    rf"(?:可是?|但是?|不过|因为|毕竟)?(?:{_WHOSE})?(?:的|数字?|数据|结果|答案)*(?:{_IS})?(?:{_NUMBER})(?:啊|呀|吧|呢|的|才对|才是|左右|没错|对)*"
)
# Somebody says it, or it is said to be so: "8家?" alone says neither.
_NAMED = re.compile(rf"(?:{_SAYER}|资料|文件|材料|报告|是|应该|应当|为).*\d")
_CLAUSES = tuple(re.compile(p) for p in (_DOUBT, _ORDER, _AGAIN))
_MARKS = r",，。.!！?？;；~…\s"
_CLAUSE = re.compile(rf"[^{_MARKS}]+(?:\.(?=\d)[^{_MARKS}]+)*[{_MARKS}]*")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?=年|$)|\d{1,2}月|季度")


def without_insisting(text: str) -> str:
    """Return what a follow-up asks beside what it insists on; empty if it asks nothing else.

    >>> without_insisting("不对吧,我看到的是900亿,你按900亿改一下再回答")
    ''
    >>> without_insisting("那就按900亿算,增长多少?"), without_insisting("2023年是多少?")
    ('增长多少?', '2023年是多少?')
    """
    kept = [clause for clause in _CLAUSE.findall(text) if not _insists(clause)]
    return "".join(kept)


def _insists(clause: str) -> bool:
    words = clause.strip(",，。.!！?？;；~… \n")
    if _YEAR.search(words) or not words:
        return False
    if _NAMED.search(words) and _CLAIM.fullmatch(words):
        return not re.search("多少|几", words)
    return any(pattern.fullmatch(words) for pattern in _CLAUSES)
