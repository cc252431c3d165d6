"""Cue words for what narrows a question: what it rules out, its document, place and time.

How people ask, nothing of what any document says. Patterns are matched on folded text (half width,
simplified, lower case, see ``assistant.text.fold``).
"""

from __future__ import annotations

import re

# What a question rules out: "(不含开工续建)", "目标数不用说", "我问的是目标不是完成值"
NEGATED = re.compile(
    r"[(（]?(?:不含|不包括|(?<!算)不算|不要(?!求)|不用(?:说|给(?!予)|管|算|[报列讲写](?![名表])|提(?![交供前请]))|(?<![区特级类性差分个识告辨鉴判])别(?:给|算|说|提|拿|用|要|把|讲|报|管|列|看|扯|混)|(?<!是)不是(?!一回事|说[^?？。]{1,30}[吗么嘛]|[^,，?？。;；]{1,30}[吗么嘛](?:$|[,，?？。])))"
    r"[^,，。?？;；!！)）]*[)）]?"
    r"|[^,，。?？;；!！]{1,12}(?:不用|不必|不需要)(?:说|给(?!予)|管|算|[报列讲写](?![名表])|提(?![交供前请]))"
    # "累计数不要": ruled out behind its name, at the end of a clause
    r"|[^,，。?？;；!！]{1,16}?(?:不要|(?<!算)不算(?:在内|进去)?|别(?:算|给|拿|提|说|讲|报|列|混)(?:我|出?来|进[来去]|了)?|不计(?:在内|入)?|除外)(?=$|[,，。?？;；!！)）])"
    # "目标我知道": what somebody has already is not asked for
    r"|(?:目标|计划|任务)[数值]?(?:我们?|已经?|都|早就?)+(?:知道|清楚|晓得|[有看]了|查到)了?(?=[,，。;；!！)）]|$)"
    # "计划数我知道,不用讲": two clauses
    r"|[^,，。?？;；!！]{1,12}(?:知道|清楚|[有晓]了|看到了)了?[,，]\s*(?:就|也)?(?:不用|不必|不需要|别)再?(?:说|给|讲|报|提|列)了?(?=$|[,，。?？;；!！)）])"
    # "光开工的不要", "协同区的不用讲"
    r"|(?<=[,，?？])\s*(?:光|只|仅|单单?)?[^,，。?？;；!！]{1,10}的(?:就)?(?:不要|不用讲|不用说|不必讲|不算|别算|别讲)了?(?=$|[,，。?？;；!！)）])"
    r"|而非[^,，。?？;；!！:：)）]+"
)
# "不含港区一般公共预算收入": a part of the name, with what is left out of it.
LEFT_OUT = re.compile(r"(?<![(（])(?:不含|不包括|不包含)([^,，。;；?？)）]{2,20})")
# "重点项目里县医院的投资": the first name tells where to look, not what for.
WITHIN = re.compile(r"(?:里面?|之中|当中|中(?![心小学国医央高]))")
# "2024年的民生实事,旧改完工几个": works of a year, of which one is asked for behind them.
WITHIN_WORKS = re.compile(r"(?<=民生实事)(?:项目|清单)?[,，](?=[一-鿿]{2})")
# A name in quotes is no turn of phrase: “最多跑一次”, “5020”计划.
# A word for a plan is one, quoted or not: 年初“确保”的是多少.
QUOTED = re.compile(
    r"[\"“](?!(?:力争|确保|争取|目标|计划|预期|实际|完成|底线)[\"”])[^\"“”]{1,30}[\"”]"
)
# Which document: "按钱塘区四季度进展表", "根据…计划执行情况报告"
DOCUMENT = re.compile(
    r"(?:政府工作报告|计划执行(?:情况)?(?:的)?报告|执行报告|工作报告|计划报告|统计公报|公报"
    r"|(?:年度|全年)的?(?:工作|总结)?报告|(?<![一-鿿])(?:区里|县里|市里)?的?报告(?=[里中上])"
    r"|(?:重点)?(?:工作)?(?:任务)?(?:[一二三四1-4]季度|半年度?|年度)?(?:进展|完成|推进|进度)(?:情况)?表"
    r"|(?:[一二三四1-4]季度|半年度?|年度)(?:的|那张|这张)?表(?![彰扬示现明率决态])"
    r"|(?:政府)?(?:工作)?任务(?:分解)?(?:进展)?表|任务(?:分解)?清单|实施方案"
    r"|(?:年度)?工作计划(?=[上里中的提列]|明确))"
)
IN_DOCUMENT = re.compile(rf"{DOCUMENT.pattern}(?:为准|[上里中](?:面|头)?(?=[一-鿿]))?")
# "“十四五”中期评估里": the years are those of the plan that a report goes by.
EVALUATION = re.compile(
    r"[\"“]?十[一二三四五六七]五[\"”]?(?:规划)?(?:纲要)?(?:实施)?(?:情况)?的?中期评估(?:报告|表)?[里中]?"
)
DOCUMENT_KINDS = (
    (
        "任务分解/进展表",
        re.compile(
            r"季度(?:的|那张|这张)?表(?![彰扬示现明率决态])|进展(?:情况)?表|完成情况表|推进(?:情况)?表|进度表|任务[^,，。]{0,4}表|任务(?:分解)?清单"
        ),
    ),
    ("统计公报", re.compile(r"统计公报|公报")),
    ("计划报告", re.compile(r"计划(?:执行)?(?:情况)?(?:的)?报告|执行(?:情况)?报告|计划草案")),
    ("政府工作报告", re.compile(r"政府工作报告")),
)
# A report that is not said to be of one kind, where none is: "年度报告里".
REPORT = "报告"
# The time that a table goes by is no time asked for.
QUARTER_OF_TABLE = re.compile(
    r"(?:前?[一二三四1-4]季度|上半年|全?年度?)(?=(?:[那这]一?[张份个])?(?:重点)?(?:工作)?(?:任务)?(?:进展|完成|推进|进度)(?:情况)?表)"
    r"|[一二三四1-4]季度(?=(?:的|[那这]一?张)?表(?![彰扬示现明率决态]))"
    r"|(?<=表)的?(?:[一二三四1-4]季度|上半年|全?年度?)[那这]?一?版"
)
# A street that no document need know: it is looked up in the texts before anything is answered.
PLACE = re.compile(
    r"(?<![一-鿿])([一-鿿]{2,3}街道|(?!城镇|[乡村集建特]镇|城乡|山乡|故乡)[一-鿿]{1,3}(?<![城乡村])[镇乡](?![一-鿿]?[镇乡村级])(?!化|居民|企业|建设|下|亲))"
)
ALL_DISTRICTS = re.compile(
    r"各(?:个)?(?:区|县|地)(?!县)|(?:[二两三四五六七八九十几]|\d+)个(?:区|县|旗|地方)|所有(?:的)?区|全部(?:的)?区|哪(?:个|些|几个)(?:区|县|旗)"
)
# "在哪个县", "是某市哪个区办的", "哪个区办了首届…": one of them, and none of the others.
WHICH_DISTRICT = re.compile(
    r"(?:在|由|(?<!还)是)(?:[一-鿿]{2}市?)?哪一?个?(?:区|县|旗)(?!域|间|位)"
)
RELATIVE_YEAR = re.compile(r"今年|去年|上年|明年|本年|前年")
WHOLE_YEAR = re.compile(
    r"[全整]年(?!目标|任务|计划|要|力争)|(?:到|截[至止]到?)(?:(?:19|20)\d\d年)?(?:(?:12|十二)月(?:31[日号]|[底末])|年[底末])(?!前)"
)
# A quarter without what was done before it: 三季度单季, 三季度当季.
BY_ITSELF = re.compile(r"单季|当季|单独|季度当期|(?:仅|只)(?:算|看|是)?[一二三四]季度")
# One of several things, without those beside it: 乙馆单独花了多少, 光是乙馆投了多少.
ALONE = re.compile(
    r"单独|单单|(?<![观阳灯采风时曝发荣眼])光[是就](?!否)|(?:单是|仅仅?是?|只(?:算|看|说))(?=[一-鿿\"“])"
)
# What several years add up to: 五年累计, 五年要降多少.
OVER_YEARS = re.compile(
    r"[三五]年(?:里|间|内|来|期间)?(?:要|将|共|一共|总共|合计)*(?:累计|一?共|总共|合计|[降减])|累计[三五]年"
)
# The part of a year that something is to be done in is no other part.
SEASON = re.compile(r"[春夏秋冬]季|[春秋]学期|暑[期假]|寒假|汛期")
# Which edition of a thing is meant: 服务体系4.0版.
EDITION = re.compile(r"\d+(?:\.\d+)?版")
THRESHOLD = re.compile(
    r"\d+(?:\.\d+)?[亿万]?(?=(?:元|美元|平方米|人|岁|公里)?(?:及?以上|以下)"
    r"(?:(?:的|大)*(?:项目|企业|人才|村|楼宇|工程|平台|产业)|的(?:呢|[?？]|$)))"
)
# "11月底前还能增加多少": a day by which something is to be there, and no time of a result.
DUE_BEFORE = re.compile(r"(?<!\d)(?P<month>1[0-2]|[1-9])月(?:份|[底末]|\d{1,2}[日号])?(?:之|以)?前")
# "从2015年试点算起", "2015年以来累计": the year that a sum begins with.
SINCE = re.compile(
    r"(?P<year>20\d\d)年(?:[一-鿿]{0,6}?(?:以来|至今|算起)|[一-鿿]{0,6}?(?:开始|起)(?!步|点|草|来)|到现在|到今)"
)
# "8月12日那场暴雨": a day that an event goes by.
_EVENT = re.compile(
    r"(?P<month>1[0-2]|0?[1-9])月(?P<day>[12]\d|3[01]|0?[1-9])[日号](?:的?那[场次个起])?[一-鿿]{0,4}?"
    r"(?=暴雨|洪水|洪灾|洪涝|台风|地震|火灾|事故|疫情|雪灾|灾害|爆炸)"
)
# How a question names a time, and the words of a document that name it so.
DATED_BY = (
    (DUE_BEFORE, r"(?<!\\d)\g<month>月(?:份|[底末]|\\d{1,2}[日号])?(?:之|以)?前"),
    (SINCE, r"\g<year>年[一-鿿]{0,8}?(?:以来|算起|至今|起|开始)"),
    (_EVENT, r"(?<!\\d)0?\g<month>[·.•]0?\g<day>(?!\\d)"),
)


def quoted(text: str) -> list[str]:
    """What a question quotes, without the quotation marks; the name of a sort of figure is none."""
    return [match.group()[1:-1] for match in QUOTED.finditer(text)]
