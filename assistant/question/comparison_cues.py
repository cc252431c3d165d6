"""Cue words that set values side by side: who leads, how far apart, the first, the sum.

How people ask, nothing of what any document says. Patterns are matched on folded text (half width,
simplified, lower case, see ``assistant.text.fold``).
"""

from __future__ import annotations

import re

# "谁完成目标了": each is held against its own goal.
WHO_REACHED = re.compile(
    r"(?:谁|哪一?(?:个|家|些|几个)?(?:[区县市旗]|地方)?|各自|分别|都|是否)(?:先|真正|如期|按期|超额|达没)*"
    r"(?:完成|达到|达成|实现|超过)了?(?:各自|自己|年度|全年|年初|既定)*的?(?:目标|任务|计划)"
    r"|哪一?(?:个|家|些|几个)?[区县市旗](?:的)?[^,，。;；?？]{2,20}?(?:完成|达到|达成|实现|超过)了?(?:各自|自己|年度|全年|年初|既定)*的?(?:目标|任务|计划)"
)
# "哪个更多", "哪年快": only two figures tell it.
MORE_ASKED = re.compile(
    r"(?:谁|哪一?(?:个|边|家|年|[区县市旗]))的?(?:更|要)?(?:多|少|高|低|快|慢)(?:一?些|一点|呢)?[?？]?$"
)
# "2020年开工的和2021年计划的,哪年多": no time is asked for, but which of two values is higher.
WHICH_OF_YEARS = re.compile(
    r"(?:19|20)\d\d年.*(?:19|20)\d\d年.*哪一?年的?(?:更|最)?[高低多少大小快慢](?!于)"
)
# "谁降得多", "哪个区定得高": which of those that were told is beyond the others.
_OF_TWO = r"[高低多少大小快慢](?:[一了]?些|一点|了)?(?:还是[高低多少大小快慢](?:[一了]?些|一点|了)?)?(?:吗|没有?|呢)?[?？]?$"
# "2025年打算建几所,比这个多还是少?": what is asked now is set beside what was told.
_TOLD = r"(?:[这那]一?个?(?:数字?|值|年)?|它|(?:刚才|刚刚|前面|上面|之前)(?:那个|的|说的)*(?:数字?|值)?)"
THAN_TOLD = re.compile(
    rf"(?:[,，]|(?<=[的年呢])(?=比))(?:是?不是)?(?:比|跟|和|与|较|对比){_TOLD}"
    rf"(?:相比|比起来|比)?(?:起来)?[,，]?(?:是|要|会|更)*{_OF_TWO}"
)
# "乙区的计划超过它了吗", "它超没超过乙区的计划": what is named beside what was told.
_BEYOND = (
    r"(?:有没有|是不是|是否|能不能|能否|会不会|能|会|还|也)*"
    r"(?:超没超过?|[超高]过|(?:[高大多快]|(?P<less>[低小少慢]))于|赶上|追上)了?"
)
_WHETHER = r"(?:了?(?:没有?|吗|么|不))?[?？。]*$"
BEYOND_TOLD = re.compile(rf"(?P<side>.+?){_BEYOND}{_TOLD}{_WHETHER}")
TOLD_BEYOND = re.compile(rf"{_TOLD}?{_BEYOND}(?P<side>[^,，。;；?？]+?){_WHETHER}")
AGAINST = re.compile("^(?:那么?|这|它|就|再)*(?:和|跟|与|比|较|同|对比)")
# "比上一年的目标低多少" behind a plan is asked of the two plans.
AGAINST_PLAN_OF = re.compile(
    rf"{AGAINST.pattern}(?=[^,，。?？]{{0,6}}年)[^,，。?？]{{2,10}}?的?(?:目标|计划|任务)(?:数|值)?"
    r"(?:相?比(?:较|起来)?|对比)?[,，]?(?!(?:完成|实现))"
)
# "哪年多?" behind the figures of two years.
WHICH_YEAR_LEADS = re.compile(
    rf"^(?:那么?|这)?(?:(?:两年|两个数?)(?:的?(?:计划|目标|任务|实际|数[字据]?))?(?:里面?|中|之间)?[,，]?(?=哪)(?:哪一?个)?)?(?:哪一?年)?(?<=[个年])(?:定|(?![取获赢])[一-鿿]得)?的?(?:更|最|要)*{_OF_TWO}"
)
WHO_LEADS = re.compile(
    r"(?:谁|哪(?:个|一个|边|家)?(?:区县|县区|县市|市县|区|县|旗|市|地方|数)?)(?:的)?(?:(?:目标|任务|计划)数?)?(?:定|增长?|[降升涨跌掉]幅?|增[幅速])?得?(?:更|最)?"
    r"(?:[高多大快低少小慢强重]|厉害|垫底|领先|靠[前后])"
    r"|^(?:那)?最[高多大快低少小慢]的?(?:呢|是谁|是哪个)|按?(?:[高大多快][低小少慢]|从[高大多快]到[低小少慢])?排(?:个|一下)?[名序队列]"
)
# "强度最高的是哪个区"
MOST_IS = re.compile(r"最[高低多少大小快慢强弱](?:的|一个|那个)*[是属](?:哪|谁)")
# "两份文件对得上吗", "报告和公报一致吗": what two documents tell is set side by side.
DOCUMENTS_AGREE = re.compile(
    r"(?:(?:[两几这那]|2)(?:份|个)(?:文件|报告|材料|资料|文档|数据?字?)|文件之间|(?:政府|计划)?(?:工作|执行)?(?:情况)?报告|(?:统计)?公报|出处|来源)[^,，。?？]{0,12}"
    r"(?:对[得不]上|对[得不]起来|一致|一样|矛盾|打架|吻合|冲突|出入)[^,，。?？]{0,3}[?？]?$"
)
# "现在多少" after a plan asks how far it has come.
NOW = re.compile(r"^(?:那|它|其)?(?:现在|目前|如今|眼下|到现在)")
# "还差多少", "离目标还有多远", "和目标比呢": of what was told, how far it is from its plan.
SHORT_OF_PLAN = re.compile(
    r"(?:离|距离?|跟|和|与|比|较)[^,，。?？]{0,12}(?:目标|计划)值?[^,，。?？]{0,6}(?:差|多远|比|高|低|多|少|呢|如何|怎样|怎么样)"
)
# "比2020年实际低多少": the result of the year that is named, beside what was told.
AGAINST_RESULT = re.compile(r"^(?:那么?)?(?:比|跟|和|与|较)(?:19|20)\d\d年的?(?:实际|完成)")
APART = re.compile(
    r"^(?:那|它|两者|二者|这俩|两个数?|[两双](?:边|家|方|地)|一共|总共)?(?:还|仍|尚|要再?|需|得)*(?:相?差|缺|增加|提高|增长|多|高|低|少|超)(?:了|出来?|掉)?(?:多少|几|多大|多远)"
    r"(?:个百分点|个点|[百千万亿]{0,2}(?:平方(?:米|公里)|公?[家个所名张项户座件条处亩台元人套辆吨里米])?)?[?？]?$"
)
STILL_LACKING = re.compile(r"^(?:那|它)?(?:还|仍|尚)[差缺](?=多少|几)")
# "甲区是乙区的几倍", "比乙区多几倍": how many times one value is the other.
TIMES_ASKED = re.compile(
    r"(?:是|为|相当于)[^,，。?？]{1,20}的?(?:多少|几)倍|(?:多|高|大|差)(?:了|出)?(?:多少|几)倍|的(?:多少|几)倍"
)
IS_TIMES = re.compile(
    r"(?:是|为|相当于|等于|抵)[^,，。?？]{1,20}倍|[多高大](?:了|出)?(?:多少|几)倍"
)
# "实际是目标的几倍": the plan is what is divided by, wherever it is told.
TIMES_OF_PLAN = re.compile(r"(?:目标|计划|任务)(?:数|值)?的?(?:多少|几)倍")
TIMES_MORE = re.compile(r"(?:多|高|大)(?:了|出)?(?:多少|几)倍")
# "收入增速追上GDP增速没有", "跑赢GDP了吗": two indicators are set against each other.
OVERTAKING = re.compile(
    r"(?:追|赶)(?:得|不)?上|跑[赢输](?:得|不)?|跟(?:得|不)上|[快慢]于|[高低]于(?!\d)|超过(?!\d|了?(?:多少|几))"
)
# "谁降得多": of two falls the deeper one is asked for, which is the lower value.
ASKS_FALL = re.compile(r"降|跌|减得|减少得|下滑|回落")
COMPARE_WITH = re.compile(
    r"(?:和|跟|与|(?<![同占])比(?!重|例|率)|较|对比)([^,，。?？]{1,12}?)(?:比|相比|对比|比较|的?(?:高|低|多(?!少)|(?<!多)少|大|小|快))"
)
# "比上年降了多少" is a change of the thing itself.
_YEAR_BEFORE_ALONE = re.compile(r"(?:上年|去年|上一年|前一年|头一年)(?:同期|末|底)?")


def compares(text: str) -> bool:
    """True for "和乙区比", and no "比上年降了多少"; nor for two that are asked for side by side.

    >>> compares("和乙区谁多?"), compares("甲的和乙的各多少?")
    (True, False)
    """
    beside = COMPARE_WITH.search(text)
    return beside is not None and not _YEAR_BEFORE_ALONE.match(beside[1])


# "比上年是多了还是少了", "是增是降": any change tells which way it went.
WAY_ASKED = re.compile(
    r"[增升涨多高好大]了?还?是[减降跌少低差小]|[减降跌少低差小]了?还?是[增升涨多高好大]|[升涨增降跌减]了(?:没有?|吗|么)"
    r"|(?:上调|调[高增]|提高)了?还?是(?:下调|调[低减]|降低)了?|(?:下调|调[低减]|降低)了?还?是(?:上调|调[高增]|提高)了?"
)
# What a question becomes that asks which way things went from one time to another.
CHANGE_ASKED = re.compile("变化了?(?:多少|几)")
# "老年助餐(助老食堂/长者饭堂)": other names of the thing before the brackets.
_OTHER_NAMES = re.compile(
    r"(?P<name>[一-鿿]{2,10})[(（](?:即|如|包括|又称)?(?P<others>[一-鿿]{2,10}(?:[/、或][一-鿿]{2,10})+)(?:等)?[)）]"
)


def by_each_name(text: str) -> list[str]:
    """The question once for each name in brackets, put for what stands before them.

    >>> by_each_name("甲区助餐(助老食堂/长者饭堂)谁多?")
    ['甲区助老食堂谁多?', '甲区长者饭堂谁多?']
    """
    told = _OTHER_NAMES.search(text)
    if told is None:
        return []
    names = re.split("[/、或]", told["others"])
    start = told.start("name")
    of_whom = re.match(r".*?[区县市旗州盟的]", told["name"])
    start += of_whom.end() if of_whom else 0
    return [f"{text[:start]}{name}{text[told.end() :]}" for name in names]


# "这两个能直接比吗", "有可比性吗", "口径一样不": whether they may be is told where they are set so.
COMPARABLE = re.compile(
    r"(?:能不能|能否|可不可以|可否|能|可以|好|适合|应该)(?:够|不能)?(?:这么|这样|直接|简单|放在?一起|拿来?|横向|互相|相互)*(?:相?比|对比|比较)(?:一?比|较)?(?:[吗么不]|[?？]|$)"
    r"|可比(?:性|[吗么不]|$|[?？])|(?:口径|单位|期间|范围|币种)(?:是不是|是否)?(?:都|也)?(?:一样|一致|相同|统一)(?:的)?(?:[吗么不]|[?？]|$)"
)
AGAINST_EACH = re.compile(r"相比|对比|比起来|比较")
# 比前一年 is said for 比上年.
YEAR_BEFORE = re.compile(r"(?<=[跟和与同较比])(?:[前上]一年|头一?年)")
# "跟上年相比增长多少", and 跟上年,是多了还是少了, are said for 比上年.
SET_AGAINST_YEAR = re.compile(
    r"(?:[跟和与同较]|相?比(?:起|于|较)?|(?=[上去]年(?:同期)?相?比))([上去]年(?:同期)?)"
    rf"(?:(?:相比(?:较)?|比起来|比较|对比|比)[,，]?|[,，]?(?=是?(?:{WAY_ASKED.pattern})))"
)
# "跟全年定的目标比,是高了还是低了" is said for 比全年定的目标高还是低.
SET_AGAINST_GOAL = re.compile(
    r"(?:[跟和与同较]|相?比(?:起|于|较)?)([^,，。;；?？]{0,10}(?:目标|计划|任务|预期)(?:数|值)?)(?:相比(?:较)?|比起来|比较|对比|比)?[,，]?"
    r"是?([高低多少])了?(?:些|点)?还是([高低多少])了?"
)
WAY_IN_FULL = re.compile(
    r"是?变[好多高大]了?还是(?:变[差少低小]|没变)了?|是?变[差少低小]了?还是变[好多高大]了?|"
    r"是?(?:增[加长]|上[升涨]|提高)了?还是(?:减少|下[降跌]|降低)了?|是?(?:减少|下[降跌]|降低)了?还是(?:增[加长]|上[升涨]|提高)了?"
)
# "比上一年涨还是跌" asks of the year itself.
THAN_BEFORE = re.compile(r"(?:比|较|跟|和|与)(?:前一年|上一年|上年|去年|头一年)(?:相比|比)?")
# A column of a table as a whole: its extremes, its sum, the rows beyond a limit.
# What the rate of a district is set against: "比全国高多少", "高于自治区".
WIDER_PLACE = r"(?:全[国省市州区县]|自治[区州])"
LEAST = "低|少|小|慢|差"
_MOST = "最(?:高|低|多|少|大|小|快|慢|好|差)"
EXTREME = re.compile(
    rf"{_MOST}(?=的?[^,，。?？]{{0,8}}(?:哪|谁|什么))|(?<=哪)[^,，。?？]{{1,24}}{_MOST}"
)
# "单日最多来了多少游客": the most of one day, and how much that was.
PEAK = re.compile(
    rf"(?:单[日月周场]|[一当][天日])(?:内)?[^,，。?？]{{0,8}}?{_MOST}(?=[^,，。?？]{{0,12}}(?:多少|几))"
)
# The same in other words, by which no column is ordered: "下滑最厉害", "管网最长".
_MOST_OF_ALL = rf"{_MOST}|最(?:厉害|明显|突出|[长短远近强弱狠猛重轻])"
RANKED = re.compile(
    rf"(?:{_MOST_OF_ALL})(?=的?[^,，。?？]{{0,8}}(?:哪|谁|什么))"
    rf"|(?<=哪)[^,，。?？]{{1,24}}(?:{_MOST_OF_ALL})"
)
# Among what the first is looked for: "固定资产投资中增长最快的".
AMONG = re.compile(r"([一-鿿]{2,14}?)(?:之?中|里面?|当中)(?=[^,，。?？]{0,16}(?:最|哪))")
# What goes down is first where its rate is lowest: "下降最多".
FELL = re.compile(r"下降|降幅|跌幅|下滑|回落|萎缩|减少|[降跌掉减](?:得|了)?(?=最)")
EXTREMES = re.compile(rf"({_MOST})的?[和与及跟、]({_MOST})")
EXTREME_WORD = re.compile(_MOST)
_SUM = r"总共|一共|合计|总计|共计|加起来|加总|[相累]加|汇总|(?<![公一总])共(?=(?:是|有|为|要|需)?(?:多少|几))"
SUM_WORD = re.compile(_SUM)
TAKEN_OFF = re.compile("减[去掉]|[扣除刨][去掉除]")  # "全年的减掉12月当月"
SUMMED = re.compile(rf"(?:{_SUM})[^,，。?？]{{0,10}}(?:多少|几)|合计[?？]?$")
