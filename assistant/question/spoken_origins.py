"""Turns of speech in which people ask whose something is, and in which document, in plainer words.

How people ask, nothing of what any document says. Patterns are matched on folded text (half width,
simplified, lower case, see ``assistant.text.fold``).
"""

from __future__ import annotations

import re

from assistant.question import constraint_cues

_FILES = r"(?:文件|文档|材料|资料|报告)"
_IN = r"(?:里面?|当?中|之中|上)"
_SAYS = r"(?:提(?![升高前供])|写|说|讲|承诺|要求|列(?!入)|点名|给出|谈)"
_ALREADY = r"(?:最早|首次|明确|曾经?|还|也|率先|专门|单独)*"
# "杭州这几份文件里,哪个区…", "手里这些材料,是谁…": all that there is to be asked of.
_AT_HAND = re.compile(
    r"(?:^|(?<=[,，。;；?？]))(?:在|从|就)?(?:[一-鿿]{2}市?的?(?=[这那]))?"
    r"(?:(?:[你我您]?手[里头上边]|[你您]这[里边儿]?|现有|已?收录|上传)的?(?:[这那]|所有|全部)?"
    r"|(?:这|那|所有|全部)(?=的?[几些两三四五六七八九十\d])|(?=[几两三四五六七八九十]份))"
    rf"的?[几些两三四五六七八九十\d]*[份个篇本]?的?{_FILES}"
    rf"{_IN}?(?:来?看)?[,，]?\s*(?=是?(?:哪|谁|有没有|有谁))"
)
# "哪份文件提到了…": a document is told by whose it is and of when.
_WHICH_FILE = re.compile(
    rf"哪一?(?:[份篇]{_FILES}?|[个本]{_FILES}){_IN}?(?=(?:是?在?里面)?{_ALREADY}{_SAYS}|的[^,，。?？]{{2,20}}?\d)"
)
# "“××”这个说法出自哪份文件?": the same, with the thing first.
_FOUND_IN = re.compile(
    rf"(?:[这那]一?(?:个|条|句)?(?:说法|提法|口号|概念|词儿?|目标|话|任务|措施)?)?(?:是|最早)*(?:出自|来自|出现在|见[于诸]|写[在进]|[记登]在)了?"
    rf"(?:哪一?(?:[份篇]{_FILES}?|[个本]{_FILES})|哪个区的?(?:哪一?[份个篇])?{_FILES}){_IN}?的?(?=[?？。]|$)"
)
# "哪个区域提出…": the place is a district.
_WHICH_AREA = re.compile(
    rf"(?<=哪)一?个(?:区域|地区|城区|区县)(?=[,，、]?(?:[在于是又]*哪一?年)?{_ALREADY}{_SAYS})"
)
# "提出过建…": said is said, however long ago.
_SAID_ONCE = re.compile(r"(?<=提出|提到|提及|写到|讲到|谈到|说到|承诺)过(?=[一-鿿\"“])")
# "哪个区谈到了…": to speak of a thing is to name it.
_SPOKE_OF = re.compile(
    r"(?<=哪个[区县市旗])(?P<when>[,，、]?(?:[在于是又]*哪一?年)?)(?:曾经?|还|也|都)?(?:谈|讲|说|写)[到及]过?了?"
)
# "报告和进展表": a report of no kind beside a table.
_TABLE = r"(?:[一二三四1-4]季度)?(?:任务|工作)?(?:进展|完成|进度|推进)(?:情况)?表(?:里|中|上)?"
_REPORT = r"报告(?:里|中|上)?"
_JOINED = r"[和与跟同、]"
_REPORT_AND_TABLE = re.compile(
    rf"[,，在]?(?:(?<![一-鿿])|(?<=[年在率数量额])){_REPORT}{_JOINED}{_TABLE}|[,，在]?{_TABLE}{_JOINED}{_REPORT}"
    rf"|[,，]?在(?=[两几这那][份个]{_FILES})"
)
_TWO_FILES = re.compile(
    rf"{constraint_cues.DOCUMENT.pattern}(?:里|中|上)?[和与跟同、,，][^,，。?？]{{0,8}}?"
    rf"{constraint_cues.DOCUMENT.pattern}"
)
_BOTH_FILES = re.compile(rf"(?:[两几这那]|2)[份个]{_FILES}")
_SAYS_OF_IT = r"(?:写|说|讲|报|给|提|登|记)"
_MANY = r"[的了着]?(?:都)?(?:[是有]|怎么[写说讲]的)?(?:多少|几)?"
_EACH = r"(?:各自?|分别|都)+"
_FIGURES = r"(?:的?(?:数[字据]?|说法|口径))?"
# "两份文件为什么对不上,各写的多少?": no document says why, and each says its own.
_DISAGREEING = re.compile(
    rf"(?:里|中|上)?[,，]?{_FIGURES}(?:为什么|怎么|咋|为何)[会都就又还]*{_FIGURES}"
    r"(?:对不(?:上|起来)|不(?:太|大)?(?:一样|一致|同|相同|吻合)|打架|矛盾|冲突"
    r"|有(?:出入|差异|差别)|[差相]+[这那]么[多大远])了?"
    rf"(?:[,，?？。\s]*{_EACH}{_SAYS_OF_IT}?{_MANY}(?=[?？。]|$))?"
    rf"|[,，]?{_EACH}(?:{_SAYS_OF_IT}{_MANY}|(?:是|都)?怎么{_SAYS_OF_IT}的?)(?=[?？。]|$)"
    rf"|(?<=文件|文档|材料|资料|报告)(?:里|中|上)[,，]?{_EACH}{_MANY}(?=[?？。]|$)"
)


def _each_of_files(said: re.Match[str]) -> str:
    """Ask what each of two documents says, where two are spoken of."""
    before = said.string[: said.start()]
    if _TWO_FILES.search(before):
        return "各是多少"
    return "对得上吗" if _BOTH_FILES.search(before) else said[0]


def _two_files(named: re.Match[str]) -> str:
    """Set off two documents, so that nothing of them is read into what is asked for."""
    return ("," if named.start() else "") + ("两份文件" if "报告" in named[0] else "")


SPOKEN_ORIGINS = (
    (_AT_HAND, ""),
    (_WHICH_FILE, "哪个区哪一年"),
    (_FOUND_IN, "是哪个区哪一年提出的"),
    (_WHICH_AREA, "个区"),
    (_SAID_ONCE, ""),
    (_SPOKE_OF, r"\g<when>提到了"),
    (_REPORT_AND_TABLE, _two_files),
    (_DISAGREEING, _each_of_files),
)
