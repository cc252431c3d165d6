"""Cue words for the figure that is asked for: result or plan, measure, unit, basis.

How people ask, nothing of what any document says. Patterns are matched on folded text (half width,
simplified, lower case, see ``assistant.text.fold``).
"""

from __future__ import annotations

import re

from assistant.language.changes import MOVED
from assistant.language.limits import ITS_PLAN, MONEY_GOT, NOT_YET
from assistant.language.units import BASE_UNIT, SCALE
from assistant.schema import Kind, Measure

# "争取了多少资金", "争取专项债券多少": what was got, if nothing else says that it is wanted.
GOT = re.compile(rf"争取(?=[到了]|{MONEY_GOT})|(?<=债券)争取|(?<=资金)争取")
# "有多少已完成年度目标", "几个没达到计划进度": things are counted by what became of their plan.
_OF_A_PLAN = rf"(?:达到?|完成|实现)了?{ITS_PLAN}"
_STATE = r"(?:(?:还|尚)?[未没]有?|已经?|基本|全面)"
DID_PLANNED = re.compile(rf"{_STATE}*(?:达到?|完成|实现)了?(?P<plan>{ITS_PLAN})")
# "没完成的有几个": of the things spoken of, by what became of their plan.
DID_ASKED = re.compile(
    rf"(?P<did>{_STATE}+能?(?:达到|完成|实现)了?)(?P<plan>{ITS_PLAN})?的(?:项目|工程|事项)?[共是有]*(?:多少|几)[个项家条件]"
)
COUNTED_BY_PLAN = re.compile(
    rf"(?<=[多几哪])[少个项家些成]{{0,2}}[^,，。?？\d]{{0,8}}?(?:{_STATE}|均)+能?{_OF_A_PLAN}"
    r"(?!的|[是为有]?(?:多少|几))"
    rf"|(?<=[几多])少?[个项家条件][^,，。?？\d]{{0,8}}?{_OF_A_PLAN}(?!的|[是为有]?(?:多少|几))"
    rf"|{_STATE}+能?{_OF_A_PLAN}的(?:项目|工程|事项)?(?=[是有]?(?:多少|几)[个项家条件])"
)
# "列入省级计划的那几个项目": the plan is a list, by which things are named.
LISTED_IN = re.compile(
    r"[列纳编]入了?[^,，。;；?？]{0,24}?(?:计划|目标|任务)(?=的|[^,，。;；?？多少几]{0,4}(?:项目|工程|任务|企业))"
)
# "要全年的", "我要实际值": a clause that asks nothing more says which figure is wanted.
WISHED = re.compile(
    r"(?:^|(?<=[,，。;；?？!！(（]))\s*(?:我们?|只|就|先)*要(?=[^,，。;；?？!！\d多几哪谁]{0,14}(?:$|[)）,，。;；?？!！]))"
    r"|(?:^|(?<=[,，。;；?？!！(（]))\s*我们?只?要(?=[^,，。;；?？!！多几哪谁]{4,30}[?？。]?$)"
)
# "开办企业要几个小时": how long it takes is no plan.
_TAKES = r"[花用等]?(?:多久|多长时间|多少时间|(?:多少|几)个?(?:小时|工作日|分钟|天|月))"
# "目标比去年要多出多少": how far they are apart, and no second plan.
_APART = r"[多高低少]出?(?:多少|几)"
# "不要目标,要实绩", "要实际完成的数": what the asker wants to hear is a result.
_RESULT = r"(?:实际|实绩|实数|结果|最终|完成[数值])"
KINDS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    (
        "target",
        re.compile(
            r"(?:目标|(?<![才动])计划)[数值](?![据量])|目标|要求(?=[^,，。?？]{0,24}(?:达到|多少|几))|(?<=的)(?:年度|全年|任务)?要求(?=(?:是|为)(?:什么|啥|多少))|(?<![才动])计划(?!执行|报告)|打算|准备|(?<!最[终后])拟(?=[^定])|力争|争取(?!到)|(?<!达到)(?<!达)(?<![低高]于)预期(?!寿命|性)|安排(?!了)|想(?!(?:要|先|再)?(?:知道|[问查请]|了解|看看|看一[看下]|看下|咨询|打听|搞清|弄清|确认|核[对实]|对比|比[较一]|听听))|确保|(?<!民生)(?<!安全)(?<!风险)(?<!廉洁)底线(?!民生|思维)|红线|(?<=[的那这])[那这]?条线(?=[^路索上,，。?？]{0,4}(?:了|没|吗|不?住|[,，。?？]))|(?:原(?:来|先|本)?|年初|当初|起初|最初)所?定|(?<![认确稳固鉴制签拟约后终规决指特评选一核法限测商划协搞])定的|(?<![认确稳固鉴制签拟约后终])定了|(?<![认确稳固鉴制签拟约])定(?:多少|几)|指标任务|(?:年度|全年|年初|当年)(?:投资)?任务(?=是|多少|定|数|[?？]|呢)"
            r"|原(?:来|先|本)?的?任务|(?<!完成)(?<![占比]年度)任务(?:数|量)?(?=[又还]?(?:是|定[的了]?)多少)|(?:比|超)(?:年度|全年|年初)?(?:任务|计划)(?=[高低多少超])"
            rf"|(?:考核|下达|分解)的?(?:指标|任务)(?!表|书)|(?<![点要作体项革事新解和])任务(?=(?:多少|几)[个张套])|任务(?:(?:数|量)(?=是|为|有|多少|几|呢|[,，?？]|$)|(?=(?:是|为)(?:多少|几)|有?(?:多少|几)(?![项条件个])))|承诺|提出|(?<!完成)(?<!占)(?<!达到)(?:年初|全年|调整)的?预算(?:数|安排)?(?=(?:是|为|有|定)?了?(?:多少|几)|呢?[?？]|$)|(?<![主需重必只])(?<![,，。;；?？]就)要(?![求点素闻紧么等]|{_TAKES}|{_RESULT}|{_APART})|将(?!军)|应(?=达|完成)|需(?:要)?(?=完成|达到|新增|建)|下一步|至少|奋斗|任务是(?:要|得)?(?:完成|完工|竣工|开工|建成|投用|新增|新建|改造|引进|培育)(?=多少|几)"
        ),
    ),
    (
        "actual",
        re.compile(
            r"实际|真实(?!性)|实绩|已经|已(?=[^知])|(?<=完工|竣工|办结|建成)数(?=[是为有多呢,，?？和与]|$)|完成(?:了|得|的|值|情况|数|量)|(?<!要)(?<!务是)(?<!标是)(?<!划是)(?<!力争)(?<!争取)(?<!打算)(?<!准备)(?<!计划(?=完成(?:多少|几)(?:[个家所座条项套张](?:[一-鿿]{2}| {2})|[亿万]?元?的?(?:[一-鿿]{0,4}投资|产值|销售|营收))))(?:完成|(?<![划标拟])完工)(?:各自?|分别)?(?:是|有|为)?(?:多少|几)|(?<![想要争])做到|最终|最后(?!一)|后来(?![的居])|结果|真正|(?<![三五]年)累计|落地(?:了|到)|跑到|达到了"
            r"|(?:(?<=[认鉴签]定)|(?<![定除为极少多高低差提讲写列读看翻听])(?<!提出)(?<!承诺)(?<!下达)(?<!点名)(?<!部署)(?<!排)(?<!规划)(?<!谋划)(?<!筹划)(?<!明确)(?<!包括)(?<!涉及))(?<!到(?=了[\d\s]))了(?![解吗没么,，。?？!！]|$|(?:哪些|什么|哪几[项个点方面]*)(?:新的?)?(?:部署|安排|规划|打算|谋划|计划|要求|考虑))|成绩|成效|进展"
            r"|(?<![划标拟计打算能应要])(?:到账|到位)(?:了)?(?:多少|几)"
            r"|(?<=[,，;；、和与及?？])完成了?投资了?(?:多少|几)|落实得|[建改修装盖办]得(?=怎么?样|如何|咋样)|回顾|(?<![要想])[改建修装做办]完(?:工)?的"
            # "目标多少家,现在多少家"
            r"|(?<=[,，;；、?？])(?:那么?)?(?:[截到]?至?(?:目前|现在)|如今|眼下|至今)(?:已经?|为止|一共|总共|才|就|是)*"
            r"(?:(?:建成|完成|新增|达到?|做到|引进|改造|有)了?)?(?:多少|几)"
            # "推进到哪一步了": how far it is, which no plan tells
            r"|(?:目前|现在)?(?:推进|进行|建设|施工|[走干建做修搞])到了?(?:哪(?:一?步|个阶段)|什么(?:程度|阶段|地步))"
        ),
    ),
    ("estimate", re.compile(r"预计|预估|估摸|估计|估算")),
)
# Words for a result that say no more than "really", beside a plan: 目标最终是多少.
STRESS = re.compile(r"实打实|真正|最[终后]")
# The least that was to be reached, and not what was striven for beside it.
FLOOR_ASKED = re.compile(r"^(?!.*(?:力争|争取|奋斗)).*(?:确保|保底|底线|最低(?:目标|要求|限))")
# "今年要建3.8公里,到11月底建成多少": a clause that gives a number asks for none.
PREMISE = re.compile(r"[^,，;；。?？]*?\d[^,，;；。?？]*(?:[,，;；。]|$)")
# "原定年内投用,现在预计什么时候投用": what was planned is given, and what came of it is asked for.
SET_BEFORE = re.compile(
    r"(?:原定|原计划|(?:原本|本来|当初|最初|此前)(?:是)?(?:计划|打算|定|说|要))[^,，;；。?？]*[,，;；](?=[^,，;；。?？]*(?:现在|目前|如今|实际|最终|后来|最后))"
)
# "原定要突破80家,到9月底是几家": the plan's number is given, and names nothing.
GIVEN_GOAL = re.compile(
    r"(?<=[定划标务说])(?:好的?|[是为要得])*(?:突破|超过?|达到?|[到过满])?\d[\d.]*[万亿]?[一-鿿%]?(?:以上)?"
    r"(?=[,，;；。][^,，;；。?？]*(?:多少|几))"
)
# "公厕计划建几座,建成几座": a plan and what came of it, which no word tells but the verbs.
PLANNED_THEN_DONE = re.compile(
    r"(?:计划|打算|拟|要)(?!开工)[^,，;；。?？]*(?:多少|几)[^,，;；。?？]{0,12}[,，;；、?？]"
    r"\s*(?:最后|最终|到底|现在|目前|真正|一共|共)*(?:完工|办结|落成|(?![要想拟打计准])[一-鿿]{1,2}[完好成掉通])了?(?:多少|几)"
)
GIVEN_NUMBER = re.compile(r"\d|[一二两三四五六七八九十]+[个家所座条项套张]")
# "水质是几类" asks for a class, which is no rate of what is of a good one.
CLASS_ASKED = re.compile(r"(?:几|什么|哪一?)[类级](?:标准|水质?|水体)?[?？。]?$")
# What stands by then is a result, unless the plan is asked for.
SO_FAR = re.compile(r"截[至止]|(?:多少|几)[一-鿿]{0,2}了(?=[,，。?？]|$)")
PLAN = re.compile(r"目标|计划|任务")
# "2024年要做到什么?" asks for what is to come of it, which may be no number.
TO_REACH = re.compile(r"(?:需?要|应该?)(?:达到|做到|实现到?)(?:些|点)?[什甚]么(?=[?？]?$)")
MEASURES: tuple[tuple[Measure, re.Pattern[str]], ...] = (
    (
        "growth",
        re.compile(
            r"增长(?!点|极|者|的?贡献)|增速|涨|跌|(?:[降升滑]|(?<![新净])增)得|下滑|萎缩|增幅|升了|同比|(?:(?<!新)[增升降减]了?|多了|少了)(?:百分之(?:几|多)|几成|几个点)|降了|减少了?多少|降低了?多少|[升增涨]了?还?是[降减跌]|[降减跌]了?还?是[升增涨]|增减(?!税)|比(?:上年|去年|前一年|上一年|同期)[^,，。?？]{0,4}(?:怎|如何|变化|[多少高低]了?(?:百分之|几成|几个点)|(?:[多少高低]|增加|减少)了?多少(?=[,，。;；?？]|$)|是?[多高好大]了?还是[少低差小]|是?[少低差小]了?还是[多高好大])|变动(?:了|是|有)?(?:多少|几|百分之)|下降|降幅|更快|谁快|跑得快|升幅|速度"
        ),
    ),
    (
        "completion",
        re.compile(
            rf"完成(?:了)? {{0,4}}(?:{ITS_PLAN}|(?:年度|全年|序时)?进度)的?"
            r"(?:多少|百分之几|百分之多少|几成|比例|比率)(?![亿万元个家项件张套户亩所名人台条场座幢栋片处辆公平])"
            rf"|占 {{0,4}}{ITS_PLAN}的?(?:(?:比重|比例)(?=[?？]|$)|(?:比重|比例)?(?:是|为)?(?:多少|百分之几|百分之多少|几成))"
            rf"|(?:相当于|等于|达到?了?|合|是|为)了? {{0,4}}{ITS_PLAN}的?(?:百分之几|百分之多少|几成)|完成(?:率|比例)"
        ),
    ),
    (
        "share",
        re.compile(
            r"占比|比重|多大的?(?:比例|份额)|占(?! {0,4}(?:全年|年度|年初)?(?:目标|计划|任务|预算)).{0,12}(?:多少|百分之几|几成)|占[^,，。?？]{1,12}比例|所占|份额"
        ),
    ),
    ("rank", re.compile(r"第几(?!大|部分|项|条|章|块)|排名|名次|位列|排在|排到|位次")),
    (
        "level",
        re.compile(
            r"总量|总额|完成额|规模(?!以[上下])|绝对[值量数额]|\([十百千]?[亿万]?美?元\)|多少(?:亿|万|元|钱)|(?<![增降升跌涨]幅)(?<!幅度)(?<!占比)(?<!比重)(?<!比例)(?<!差距)有多大(?!的?(?:比例|比重|份额))|(?<![幅度力差速率化])大(?:[吗么]|还是小)(?=[?？,，]|$)|体量|(?:金额|数额)(?=是|有|为|多少|[?？]|$)"
        ),
    ),
)
# "目标多少,完成了多少,占几成": what share of the plan is done, and of nothing else.
SHARE_OF_PLAN_ASKED = re.compile(
    r"[,，;；?？、]\s*(?:这|那|已经?|一共|大概)*[占完达]成?到?了?(?:全年|年度|年初)?的?(?:目标|任务|计划|预算)?的?"
    r"(?:几成|百分之几|百分之多少|多大比例|多少(?=[?？]|$))"
)
COMPLETED = next(pattern for measure, pattern in MEASURES if measure == "completion")
# "税收总额多少?增速?": a total and a rate, though 多少 is said once.
TWO_ASKED = re.compile(
    r"(?:[,，、]|以及|[和与跟及])\s?(?:还有|以及|连同|另有)?[其它]?的?(?:同比)?(?:增[速幅]|增长率|[涨跌降]幅)(?:是|有|为|各|分别|多少|多大)*[?？]?$"
    r"|(?:多少|几|多大)[^。]{0,14}[,，;；?？、和及][^。]{0,8}(?:增长|增速|增幅|涨|升|降|是?增还?是减|完成率|占比|比重|率|比(?:上|去|前一|同))"
)
RATE_ASKED = re.compile(r"率(?:是|有|达到|达|为)?(?:(?:多少|多高|几|怎么样)|(?=[?？]|$))")
# "名次从多少位升到多少位": ranks, of which no 位 is counted.
RANK_FROM_TO = re.compile(r"[从由]第?(?:多少|几)[位名][^,，。?？]{0,4}[到至为]第?(?:多少|几)[位名]")
RANK_ASKED = re.compile(r"第几(?!大|部分|项|条)|排名|名次")
COMPLETION = re.compile(
    r"完成率|(?:完成|占)(?:了)?(?:年度|全年|年|序时)?[^,，。]{0,6}(?:任务|目标|计划|进度|预算)|进度"
    r"|(?:已|现|累计)完成了?[约近超]?\d[\d.]*[%％]"
)
# What is asked for in a question: "多少万平方米", "多少块钱", "几个点"; "多少头羊" counts beasts,
# though no figure of a document is read so. "属于几类" asks for a class, and "几步" is rarely typed
# for steps.
ASKED_UNIT = rf"块钱|钱|[毫微]克/(?:立方米|升)|个点(?!位)|[头只届席成]|(?!步|类(?:$|[?？,，]))(?:{SCALE})?(?:{BASE_UNIT})|{SCALE}"
# "修多长的路": how long, wide or deep something is; "多深厚", "许多长廊" ask for nothing.
LENGTH_ASKED = re.compile(
    r"(?<![很许众更较最诸太繁])多[长宽远深](?!时间|时候|久|期|处|度|厚|入|[廊城江三])"
)
_BOUND = r"元?以[上下](?:的|[一-鿿])"  # "几个亿以上项目"; "要达到多少人次以上" asks for the least
# "多少家", "几个百分点": counting words hold no content.
COUNTED = re.compile(
    rf"(?<!没)(?:一共|总共|(?<!公)共)?有?(?:多少|(?<![一-鿿][那这])几)(?:个(?=小时))?(?>(?:{ASKED_UNIT})?)(?!{_BOUND})|[百千万]分之(?:几|多少)|第几"
    rf"|有?{LENGTH_ASKED.pattern}|(?<=[率度速额量重])有?多[高大快低]"
)
# "加装的台数" asks in 台, "走访的家次" in 家次; 平台数 counts something else.
NUMBER_OF_UNITS = re.compile(
    r"(?:^|(?<=[的,，\s]))([台套辆座](?=数)|[家人场批件]次)数?(?=[是为有呢多,，?？]|$)"
)
# "受益户数", "藏书册数": the end of a name says what is counted.
COUNTED_AS = re.compile(r"(?<=[一-鿿]{2})([户人件册])数(?=[是为有呢多,，?？]|$)")
# "多少孩子在读小学", "有几本书": what is counted says in which unit, where no unit is said.
_COUNTED_FOLK = r"(?:孩子|小孩|小朋友|娃娃?|学生|幼儿|教师|老师|医生|护士|医师|妇女|女生|老人|老年人|农民|群众|居民|市民|残疾人)"
# 多少独居老人, 多少来旅居的老人
_SORT_OF_FOLK = (
    r"(?:[^,，。;；?？\s多几]{1,8}的)?"
    r"(?:困难|贫困|特困|低保|留守|独居|空巢|高龄|失能|适龄|重度|农村|城镇|户籍|在校|[新中小大]){0,2}"
)
_SAID_OF_THEM = r"(?=[?？,，、。]|$|[的在参就享受得住读上入做接看打完被从发领拿获去来])"
_FOLK_ASKED = rf"(?:多少|几)[个名位]?{_SORT_OF_FOLK}{_COUNTED_FOLK}{_SAID_OF_THEM}"
# "接待了多少老人": what was done for them tells which of their numbers is meant.
DONE_FOR_FOLK = re.compile(rf"(?P<done>[一-鿿]{{2}})[了过]?{_FOLK_ASKED}")
THING_UNITS = (
    (re.compile(_FOLK_ASKED), "人"),
    (re.compile(r"(?:多少|几)(?:本|册)?(?:图?书|书籍)(?=[?？,，、。]|$)"), "册"),
    (re.compile(r"(?:多少|几)张?(?:病|养老)?床位?(?=[?？,，、。]|$)"), "张"),
)
UNIT_ASKED = re.compile(
    rf"(?:多少|(?<![哪第])(?<![一-鿿][那这])几)(?:个(?=小时))?(?>({ASKED_UNIT}))(?!{_BOUND})"
)
# "多少人就业同比增长了多少" asks how much more, and no more how many.
GROWTH_OF_COUNTED = re.compile(
    rf"(?P<counted>(?:多少|(?<![哪第])几)(?:{ASKED_UNIT}))[^,，;；。、?？和及]{{2,16}}(?:同比|增速|增幅|增长率|降幅)"
    rf"(?:{MOVED})?(?:率|幅度)?(?:了|是|为|有|达到?|约)*(?:多少|百分之几|多[大高])(?!{ASKED_UNIT})"
)
# By how many points a share or a rate moved or differs; what is no rate moves by a percentage.
POINTS_ASKED = re.compile(
    r"(?:比重|占比|比例|率|增速|增幅|降幅)[^,，。?？]{0,12}[高低升降多少差快慢](?:了|出|约)?几个点"
)
PERCENT_ASKED = re.compile(
    r"百分之(?:几|多少)|多少个?百分点|几个百分点|百分比|几成|几个点"
    r"|(?<!产业|结构|收入|性别|男女|消费|存量)(?:比例|比率)(?:是|有|达到?|为)?(?:多少|多高|多大)"
)
FIGURE_ASKED = re.compile(
    r"多少|百分之几|(?<!哪)(?<!好)几(?=[家个项件张套户亩所名人台条场座幢栋片处辆起次枚倍成])"
)
# "上半年完成投资多少", "花了多少资金": an amount is asked for, whatever stands beside it.
SPENT_ASKED = (
    r"(?:完成(?:了)?投资|投资(?:已经?)?完成)(?:了)?多少(?![家户个项件处])"
    r"|(?:(?:[年月]度?|当年|计划|实际)(?:完成|安排)?投资(?:额|计划)?"
    r"|投资计划)(?:和[^,，。;；?？]{0,6})?(?:[各都]?是|为|有)*多少(?![家户个项件处])"
    r"|多少的?(?:总?投资|资金|经费)(?!项目|企业|主体|者|公司|增)"
    # "修路花了多少"
    r"|(?:花(?:出去?了?|了|掉了?|费了?)|罚(?:了|款|没)*)(?:多少|几)(?=[?？,，。]|$)"
    r"|(?<!收)支出(?:了|是|有|为|达到?|完成)*多少(?=[?？,，。]|$)"
)
# "民宿赚了多少": what is earned is money.
EARNED_ASKED = re.compile(r"[赚挣](?:到手?|得|了)*(?:多少|几)(?![家户个人])")
MONEY_ASKED = re.compile(
    r"金额|数额|多少(?:[一-鿿]{1,5}的)?钱|(?:投资额?|造价|概算|经费|资金)(?:是|为|有|要|了|共|一共|总共|大概)*多少(?![家户个项件处])"
    rf"|{SPENT_ASKED}|投(?:了|入了?|进去?了?|下去?了?)?多少(?=$|[?？,，。;；])"
    r"|(?:投资|成交|销售|零售|兑现|兑付|发放|补助|融资|签约)(?:总?额|金额)[?？]?$"
    r"|(?:产值|增加值|营业收入|营收|[销零]售额|成交额|利润|税收)(?:总额|额)?(?:是|为|有|达到?|实现|完成|做到|了)*"
    r"多少(?![家户个])"
)
# "多少条路": a thing of one character is only told from its place.
COUNTED_THING = re.compile(
    r"(?:多少|几)(?:条|所|座|家|个|台|辆|处|头|只|张|套|栋|幢)(?![点了呢吗啊呀吧么没未还])([一-鿿])(?=[、,，?？。;；和的装建设通用完实被开]|$)"
)
# "多少读者", "大学生里博士有多少名": the thing whose number is asked for.
THING_ASKED = (
    re.compile(r"多少[个家处座所条]?(?P<thing>[一-鿿]{2,4}?)(?=[?？,，。]|$)"),
    re.compile(r"[里中]面?的?(?P<thing>[一-鿿]{2,4}?)(?:一共|总共|共)?有?(?=多少|几)"),
)
# "新建几家养老驿站", "养老驿站新建几家": a thing whose name's last word says what is counted.
COUNTED_NAME = re.compile(
    r"(?:多少|几)[个家座所条处片幢栋间](?P<thing>[一-鿿]{3,10})(?=[?？,，。]|$)"
    r"|(?P<before>[一-鿿]{4,})(?:多少|几)[个家座所条处片幢栋间](?=[?？,，。]|$)"
)
# "省重点项目", "亿元以上项目": projects of a level and of a size.
LEVEL_OF_PROJECTS = re.compile(
    r"(?<![省市和、])(?P<level>国家|省|市)级?(?P<sort>重点|重大)(?:产业|工业|建设)?(?:项目|工程)"
    r"|(?<![省市区县和、])(?P<own>[区县州])级(?P<kind>重点|重大)?(?:产业|工业|建设)?(?:项目|工程)"
)
SIZE_OF_PROJECTS = re.compile(
    r"(?<![\d.])(?P<amount>(?:\d[\d.]*|[十百])?[亿万])元?(?:及)?以上[一-鿿]{0,4}?项目"
)
# "其中三甲医院几个": a part of what is named before it.
PART_ASKED = re.compile(
    r"(?P<whole>[^。;；?？]*)其中,?(?:属于|来自)?(?P<part>(?:(?!占)[一-鿿\da-z]){1,10}?)的?(?:一共|总共|又|各)*(?:有|是|为|达|完成(?:投资)?|新增)*(?:多少|几)"
)
# "多少个泵站的主体结构": what of the things that are counted.
PART_OF_THINGS = re.compile(
    r"(?:多少|几)[个家座所条处片幢栋](?P<things>[一-鿿]{2,8}?)的(?P<part>[一-鿿]{2,6})(?=[?？,，。]|$)"
)
# "多少玉米、多少大豆": several things, each asked for by its own name.
THINGS_COUNTED = re.compile(
    r"(?:多少|几)(?:公?斤|吨|[个家头只])?([一-鿿]{2,6}?)(?=[、,，和与及?？]|$)"
)
EACH = re.compile(
    r"各(?:有|是|自|为|多少|几)|分别|都"
    # "力争(确保)多少": the goal and its floor, and not a number that is striven for.
    r"|(?:力争|确保)(?=(?:值|数|目标)?(?:各|是|为)?(?:多少|[?？,，]|$)|[^,，。;；?？]{0,12}(?:力争|确保))"
    # "各完成了多少", and not 各区完成多少
    r"|各(?=(?:计划|打算|安排了?|完成|达到|新增|建成|改造|安排|投资|投入|花|占|增长?|涨|降|定|要|干)[^,，。?？]{0,8}(?:多少|几))"
)
# "还有几个没干完": how many are done is not what is asked for.
LEFT_ASKED = re.compile(
    r"(?:有|剩|差|^)(?:多少|几)[一-鿿]{0,12}?(?:没有?|未)[一-鿿]{0,2}?(?:完|成|好|[开动竣完]工|投用|交付|达[到标])"
)
# "哪个镇的没按期投用" asks which; what is in use already is not what is asked for.
_ENDED = (
    r"(?:投用|完工|竣工|[开动复]工|达[标到]|启用|交付|移交|封顶|落地|办结|销号|整改|清零|兑现"
    r"|[打贯开]?通(?:车|水|航)?(?![过知报])|[一-鿿](?:完|好|成|掉))"
)
# "没通的是哪两条": which of them, and no name of what was spoken of.
WHICH_OF_THEM = r"哪(?:些|[一几两二三四五六七八九]?[个条所处座段栋台项家件批辆])"
UNDONE_ONES = re.compile(
    rf"{NOT_YET}{_ENDED}的(?:都?是|有)?{WHICH_OF_THEM}"
    rf"|{WHICH_OF_THEM}{NOT_YET}{_ENDED}"
)
# "剩下是哪两个" asks which are left.
_LEFT_WHICH = r"^(?:那么?)?(?:剩下|剩余|其余|余下)的?(?:[那这]?[两二三四五几][个条项座处所])?(?:都|分别)?(?:是|有)?哪"
UNDONE_ASKED = re.compile(
    rf"哪[^,，。?？]{{0,14}}{NOT_YET}{_ENDED}|{UNDONE_ONES.pattern}|{_LEFT_WHICH}"
    # "没办成的民生实事是哪一件"
    rf"|{NOT_YET}{_ENDED}的?[一-鿿]{{2,10}}?(?:都?是|有)(?:哪|(?:几|多少)个)"
    # "还没建的3座桥分别是哪些", "还没建的哪3座桥"
    rf"|(?:还|仍|尚){NOT_YET}(?:{_ENDED}|[开建修办动])的(?:哪|(?:\d+[条个项处座所家])?[一-鿿]{{2,12}}?(?:都|分别)?(?:是|有)*哪)"
)
# A sum is asked for, and what was added in a year is none.
STOCK_ASKED = re.compile(
    r"(?<!新增)(?:有|企业|学校|医院)(?:几|多少)[家所]了(?=[,，。?？]|$)|总共|一共|共有|累计|现有|目前有|年[底末]合计|存量|总数(?!据)"
    r"|(?:要|应|发展|扩大?)到(?:多少|几)[家个所处座户]|现在(?:已经?)?(?:有|是)?(?:多少|几)[家个所处座户]"
)
TOTAL_ASKED = re.compile(r"总量|总数|存量|总规模")
# "还差多少停车位" asks how many are missing.
# "今年要新增500张,还差多少张": the plan is given of which it is asked what is left.
PLAN_GIVEN = re.compile(
    r"(?:要|得|将|拟|计划|目标|任务|指标)[^,，。;；?？]{0,14}?\d[^,，。;；?？]{0,8}[,，。;；]?[^,，。;；?？]{0,8}(?:还|仍|尚)(?:差|缺)"
)
GAP = re.compile(r"(?:还|仍|尚)(?:差|缺|缺少)(?:多少|几)(?!个?百分|个点)|缺口")
# What fell short of its plan, where a list of it is asked for.
FELL_SHORT = (
    (
        "未达预期",
        re.compile(
            r"(?:没有?|未)能?(?:达到?|到|完成|实现)了?(?:年初|年度|全年)?(?:预期|目标|计划|任务)|(?:不及|低于)(?:年初)?预期"
            r"|(?:指标|目标|任务|计划)[^。?？]{0,16}(?:掉了?队|拖了?后腿|[没未不]有?达标)"
        ),
    ),
    (
        "低于序时进度",
        re.compile(
            r"(?:没有?|未)能?(?:赶上|跟上|达到?|到|完成)了?序时(?:进度)?|(?:低于|落后于?|滞后于?|慢于)序时(?:进度)?"
        ),
    ),
)
# Things are asked for, or how many they are: 哪一个, 有几个, 多少项.
WHICH_ONES = re.compile(r"哪(?!里|儿|年)|谁|(?:几|多少)[个项件条家]|什么项目")
OVER_TARGET = re.compile(
    r"超(?:额|出|过)?了?(?:年度|年初|全年|原定)?目标|(?<!占)(?<!同)比(?:年度|年初|全年|原定)?目标"
)
HALFWAY = re.compile(r"过半|一半|超半|50%")
# "比上年多了百分之几" asks for a rate, and says nothing of what it is of.
OVER_YEAR = re.compile(
    r"比(?:上年|去年|前一年|上一年|同期)(?=[多少高低]了?(?:百分之|几成|几个点)|是?[增升涨多高]还?是?[减降跌少低])"
)
# "比上年多了几家" asks by how many more, and not how many there are.
MORE_ASKED = re.compile(
    rf"(?:[比较](?:上一?年|去年|前一年)(?:同期|[底末])?|同比)[^,，。;；?？\d]{{0,4}}?"
    rf"(?:{MOVED}|净?增|净增[长加]|[多少减])了?(?:[收支花用投]|支出|投入|花费)?了?(?:多少|几)(?:{ASKED_UNIT})"
)
# Another basis than the year before: it is asked for in its own words.
MEAN = re.compile(r"[两二三四五]年(?:平均|年均)")
BASIS = re.compile(r"两年平均|三年平均|年均|比(?:19|20)\d\d年")
# "比2020年增加了多少" asks for the change since that year.
SINCE_YEAR = re.compile(
    r"[比较]((?:19|20)\d\d)年?(?:同期)?[^,，。?？]{0,4}(?:增|减|升|降|上涨|下跌|提高|扩大|缩小)"
)
# "常住人口增加了多少": by how much something rose or fell.
CHANGE_ASKED = re.compile(rf"(?:{MOVED}|增多|净增|多|压减|[增升降减])(?:了|出)?(?:多少|几)")
# "恢复到2019年的几成" asks for a share of what that year had.
RECOVERED_TO = re.compile(r"恢复(?:[到至]|达到)?了?(?:疫情前的?)?$")
# "降幅较一季度收窄多少" asks how far a rate moved, which no rate tells.
RATE_MOVED = re.compile(r"收窄|放缓|加快(?=了?(?:多少|几)|[?？]|$)|回落")
# "同口径增长6.2%" beside "下降4.4%": either answers for itself alone.
ADJUSTED = re.compile(
    r"同口径|可比口径|自然口径|(?<!人口)自然(?=增长(?!率))|剔除|扣除(?!价格)|还原后|不含(?=[^,，]{2,12}(?:增长|下降|增速))"
)
# What was taken out of a rate, and how, up to the change itself.
ADJUSTED_BY = re.compile(
    r"(?:按)?(?:同口径|可比口径|自然口径)|(?<!人口)自然(?=增长(?!率))"
    r"|(?:剔除|扣除(?!价格)|还原|不含)[^,，;；。\d]{2,20}?(?:后|外)?(?=同比|可比|增|下降|降|减)"
)
# A part of the economy whose figures have the names of the whole ("民营经济…第二产业增加值").
SECTOR = re.compile(r"(?:民营|非公(?:有制)?|数字|海洋|县域|开放型)经济|民营企业|个体私营")
