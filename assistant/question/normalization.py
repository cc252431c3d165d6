"""A question as it is typed becomes the question alone, as documents write it."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.language.numerals import HAN_DIGITS, chinese_number
from assistant.language.tokenizer import segments
from assistant.lexicon.indicators import load_indicators
from assistant.question import comparison_cues
from assistant.question.corpus import Corpus
from assistant.question.places import blank, districts_in
from assistant.question.wordings import as_written
from assistant.text import fold_text

# "滨江区2025城镇…", "(2023)": a year without 年, but not the 2000 of "2000亩".
_BARE_YEAR = re.compile(
    r"(?<![\d.\-])((?:(?:19|20)\d\d-)?(?:19|20)\d\d)(?=[)）,，、。;；?？\sa-z]|$|(?![亿万元个家项件张套户亩所名人台条场座幢栋片处辆余多])[一-鿿])(?!年)"
)
# "滨江25年", "23年上半年": the century is left out; "近20年", "25年来" count years.
_SHORT_YEAR = re.compile(
    r"(?:(?<![\d近满过去未来超达这了共约每])|(?<=到了)|(?<=[接往]下来))(2\d)年(?=[一-鿿\d])(?!度?(?:[来间以内前后]|多(?![了出])))"
)
# "乙区按23年、丙区按25年算": behind a place, and where the talk turns to a year.
# "(23年)", "甲区23年“…”": so it is between marks.
_SHORT_YEAR_ALONE = re.compile(r"(?<![\d.])(2\d)年(?!度?[来间以内前后])")
_ENDS_CLAUSE = re.compile(r"[、,，;；。?？)\"]|$")
# "脱贫收官那年(2020年)", "从建区那会儿的2020年": what is said of a year that is given.
_SAID_OF_YEAR = re.compile(
    r"(?:(?<![一-鿿])[从到在]?)(?P<said>[一-鿿]{2,12}?)(?:那(?:一?年|会儿?|阵子?|个?时候?)|时期)"
    r"(?:的|[,，]|也?就是|即)?(?P<open>\()?(?P<year>(?:19|20)\d\d年)(?(open)\))"
)
_YEAR_OPENS = re.compile(r"(?:^|[到按看,，、;；(])$")
_TAKEN_BACK = re.compile(
    r"^[^,，。…?？]{1,12}[,，。…\s]+(?:哦|啊|呃)?(?:不对|不是|错了|说错了|打错了)[,，。…!！\s]+"
)
# "30亿以上的大项目" are 30亿元以上项目.
_THRESHOLD = re.compile(r"(\d[亿万])元?(?:及)?以上的?(?:大|重大)?(项目|企业|楼宇)")
# "十个亿以上的楼宇", "税收上亿的楼宇": documents write 10亿元以上 and 亿元.
_HAN_THRESHOLD = re.compile(
    r"(?<![第几\d])([一二两三四五六七八九十百]+)个?(?=[亿万](?:元|美元)?(?:(?:及)?以上|级|[项企]))"
)
_BEYOND_ONE = re.compile(
    r"(?:上|[超过破]|超过)[亿](?:元)?(?:以上)?的?(?=(?:商务|产业)?(?:楼宇|项目|企业|园区|村))"
)
# "交税过亿的写字楼" are 税收亿元楼宇.
_PAYS_TAX = re.compile(
    r"(?:[交缴纳]税|税收)(?P<sum>(?:上|[超过破]|超过)亿(?:元)?(?:以上)?|亿元(?:以上)?)的?(?:商务)?(?:写字楼|大楼)"
)
# "三岁以下"
_HAN_AGE = re.compile(r"(?<![第几\d])([一二两三四五六七八九十百]+)(?=周?岁(?:及?以[上下]|以内))")
# "PM二点五", "千分之二点七"
_SPOKEN_DECIMAL = re.compile(r"[零一二两三四五六七八九]点[零一二三四五六七八九]+")
# "几个亿" are 几亿; 几个亿元以上项目 are projects.
_SO_MANY = re.compile(r"(几|多少)个(?=[十百千]?[亿万](?![元级吨美千平亩]))")
# "汽车造了几万辆": what is made by the piece is told as an output.
_MADE = re.compile(
    r"(?<=[一-鿿]{2})(?<![年月度底生制建改打])(?:一共|总共|共)?造出?了"
    r"(?=(?:几|多少)[万亿]?[辆台部艘架](?![一-鿿]))"
)
# "荔枝比上年增产百分之几": what is harvested grows by its output.
_YIELD_MOVED = re.compile(r"(?<=[一-鿿])([增减])产了?(?=多少|几|百分之)")
_MOVED = {"增": "增长", "减": "下降"}
_DIGITS = {c: str(i) for c, i in HAN_DIGITS.items()} | {"点": "."}
# "只想知道2023年…": who asks, which no document tells of.
_WISH = re.compile(
    r"(?:^|(?<=[,，。;；]))\s*我?(?:只|就|光|单|仅|先|主要|还|也|是)*想(?:要|再|先)?"
    r"(?:知道|了解|[查看问](?=[\d一-鿿]{4}))(?:清楚|一?下|[看问查])?(?:的是)?(?=[\d一-鿿])"
)
# "常住人口多少,里面外来的有多少": a part of what was counted before it.
# 啥 is 什么, 天儿 is 天, 啦 is 了; "干嘛要并到一起" asks why, "修来干嘛" what for.
_SPOKEN = (
    (re.compile(r"干(?:嘛|吗|啥)(?=[要不没还非得会把又去来这那给都])"), "为什么"),
    (re.compile(r"[干做](?:嘛|啥)"), "做什么"),
    (re.compile(r"啥"), "什么"),
    (re.compile(r"(?<=[天事活])儿(?![童科子女孙歌])"), ""),
    (
        re.compile(r"[走干做搞弄变]成了?(?:什么样子?|怎么?样|如何)(?=[?？,，。]|$)"),
        "怎么样",
    ),
    (re.compile(r"原因(?:何在|在哪里?儿?|在于?什么)"), "为什么"),
    # "不是在扩建吗,…" takes for granted what it says; "把…列出来" asks which.
    (re.compile(r"(?<!是)不是(?!说)([^,，。?？;；]{2,20})[吗么嘛](?=[,，])"), r"\1"),
    (
        re.compile(
            r"^(?:请|帮我|麻烦)?[把将](?P<of>(?:(?!多少|几[个项家条]|哪些)[^?？]){4,60}?)(?:都|全部?|一?一|给我)*"
            r"(?:挑|列|找|拎|筛|摘|报|选)(?:给我|(?:一?下)?出?来?)(?:给我|看看|一下)?[?？。]?$"
        ),
        r"\g<of>有哪些",
    ),
    (re.compile(r"(?<![取获])得(?=有(?:多少|几))"), ""),
    (re.compile(r"两个?数字?据?(?:放?一起)?(?:一比较?|比一比|一减)[,，]?"), "两个数相比,"),
    (re.compile(r"投(?:下去|出去)了?(?=多少|几)"), "完成投资"),
    (
        re.compile(r"(?:拉动|带动|推动)(?:[一-鿿]{2,6}?)?经济(?:增长)?的?贡献率"),
        "对地区生产总值增长的贡献率",
    ),
    (re.compile(r"(?:何者|(?<![一-鿿])孰)(?:更?为|更)?(?=[高低多少大小快慢](?:[?？,，]|$))"), "谁"),
    # "新添了多少绿地", "计划再添多少": documents write 新增.
    (
        re.compile(r"新添(?=[了的加置多少几]|[一-鿿]{2})|[再又还]?添(?:加|置)?(?=了?(?:多少|几))"),
        "新增",
    ),
    # "“××工程”": a name of which only the end is given.
    (re.compile(r"\"(?:x{2,3}|[×某]{2})([一-鿿]{2,8})\""), r'"\1"'),
    # "“最多XX天”": a number is left open.
    (
        re.compile(
            r"(?<![a-z])(?:x{2,3}|[×某]{2})(?=个?(?:工作日|天|小时|家|个|项|件|亿|万|元|%))"
        ),
        "几",
    ),
    # "四大地标都是哪儿": which they are.
    (
        re.compile(
            r"(?<=[两三四五六七八九十])(?P<of>[大个][一-鿿]{2,8}?)(?:都|分别|各)*(?:是|在)(?:哪儿?|哪里|啥地方|什么地方)(?=[?？,，。]|$)"
        ),
        r"\g<of>有哪些",
    ),
    # "主打什么招数", "使了哪些硬招": what was done.
    (
        re.compile(
            r"(?:主打|使出?|拿出|打出|亮出|[出用支]|有)?了?的?(?:是)?(?:些|点)?(?:什么|哪些)(?:样的?)?(?:[高实硬妙新真]?招数?|打法|招式|组合拳)(?=[,，?？。]|$)"
        ),
        "有哪些举措",
    ),
    # "一份是甲区2020年的,一份是乙区2023年的": two, one after the other.
    (
        re.compile(
            r"一[份个边家]是(?P<one>[^,，。;；?？]{2,16}?)的?[,，;；]\s?(?:另)?一[份个边家]是(?P<two>[^,，。;；?？]{2,16}?)的?(?=[,，。])"
        ),
        r"\g<one>和\g<two>",
    ),
    (re.compile(r"往(?:更?)深(?:处|里|层)?[做推抓走搞干](?:下去)?"), "深化"),
    (re.compile(r"许诺|许下"), "承诺"),
    (re.compile(r"垫底"), "最低"),
    (re.compile(r"(?:总|整个)盘子(?=有?多大)"), "规模"),
    (re.compile(r"几多|(?<=[额量值率数例重])几何(?=[?？,，。;；]|$)"), "多少"),
    (re.compile(r"实打实(?:地|的(?!是|数))?"), "实际"),
    (re.compile(r"几时"), "什么时候"),
    # "某某还负责什么?": things of which tables tell in rows.
    (re.compile(r"(负责|分管|主管|牵头)(?:了?些?什么|哪些)(?=[?？]|$)"), r"\1哪些工作"),
    # "哪俩县", "多少号人"
    (re.compile(r"(?<=哪)俩"), "两个"),
    (re.compile(r"(?<=哪)仨"), "三个"),
    (re.compile(r"(?<=[少几十百千万])号人"), "人"),
    (re.compile(r"平米"), "平方米"),
    (re.compile(r"(?<=[少几])(?:趟(?!列)|回(?![家收迁购款]))"), "次"),
    (re.compile(r"战[果绩]|成绩单"), "成绩"),
    (re.compile(r"一个?人一年(?=能?[挣拿赚花收])"), "一年人均"),
    # "由谁牵头的是?": which they are is left out.
    (
        re.compile(
            r"^(?![^?？]*(?:多少|几|哪|什么|谁|怎))([^?？]*(?:牵头|负责|分管|配合)的)(?:都|分别)?是(?=[?？]$)"
        ),
        r"\1是哪些",
    ),
    # "从2020年到2024年怎么变的": the first year beside the last.
    (
        re.compile(
            r"从((?:19|20)\d\d年)[,，]?到((?:19|20)\d\d年)(?=[^。?？]*(?:[咋么]变|变化|变[多少大小]|[升增多上高]了?还是))(?![^。?？]*(?:累计|一共|总共|年均))"
        ),
        r"\1和\2",
    ),
    (re.compile(r"划?分[成为]了?(?=哪)"), "分"),
    (re.compile(r"(?<=[、,，;；])又?增了?多少(?=[?？,，。;；]|$)"), "增长多少"),
    (
        re.compile(r"(?<=[一-鿿])(?:列|摆)(?:一[列摆下]|个(?:清单|单子))(?=[?？。!！,，]|$)"),
        "有哪些",
    ),
    (re.compile(r"对得上(?=[吗么不没])"), "一样"),
    # "预期指标以外分哪几块": what is left out is named first.
    (
        re.compile(
            r"(?:^|(?<=[,，。;；?？]))(?!除)([^,，。;；?？除]{2,12})[以之]外(?=[^,，。;；?？]*(?:哪|几|多少|什么))"
        ),
        r"除\1外",
    ),
    # "列一列", "比一比": done once is done.
    (re.compile(r"([列说讲查看报理数排])一\1"), r"\1"),
    # "总有个数吧": whether there is a figure.
    (re.compile(r"(?:总该?|应该|该|大概)?有个?准?数(?:没有?|[吧呢么])(?=[?？]|$)"), "有数吗"),
    # "够着了没": whether something was reached.
    (
        re.compile(
            r"[够摸]得?[着到](?=了?(?:没有?|吗|么)(?:[,，。?？]|$)|了?[^,，。?？]{0,4}(?:目标|计划|任务))"
        ),
        "达到",
    ),
    # "数据统计的是哪几个区的?": which of them a report's figures are of.
    (
        re.compile(
            r"(?:其中)?的?数[据字]?是?[把由将拿](哪[些几]个?[区县市旗])的?[合加并凑汇](?:着|在?一起|起来|到一起)?(?:[统合]?[计并算]|汇总)的?"
        ),
        r"数据涵盖\1",
    ),
    (
        re.compile(
            r"(?<=数[据字])(?:统计|囊括|包括|包含|算|含)的?(?:是|了|进)*(?=哪[些几]个?[区县市旗])"
        ),
        "涵盖",
    ),
    (re.compile(r"各(?=[弄搞做办干]了?(?:多少|几))"), "各自"),
    (re.compile(r"([发用])(?:了|出|掉)?(多少|几)([万亿]?)度电"), r"\1电量\2\3千瓦时"),
    # "去年也就是2024年": the second says which year the first is.
    (re.compile(r"[去今明前上]年度?[,，]?(?:也就是说?|就是|即)(?=(?:19|20)\d\d年)"), ""),
    (re.compile(r"(?:如何|怎样|咋样)(?=[?？。,，]|$)"), "怎么样"),
    (re.compile(r"(?:都有些?|有些)什么(?=[一-鿿]{2}|[?？]?$)"), "有哪些"),
    (re.compile(r"(?:挑头|挂帅|领衔)(?=的|[?？,，]|$)"), "牵头"),
    (re.compile(r"哪[两二三四]位(?=[区县市]?领导|[牵分])"), "哪几位"),
    (
        re.compile(
            r"(?:[两二三四五六七][类种项个者])?(?:请|要|麻烦)?(?:分开|逐一|分别)(?:来)?[说列讲答报](?:一下|明白?|清楚?)?(?=[,，。?？!！]|$)"
        ),
        "分别",
    ),
    (re.compile(r"(?<=[几少]张)床(?!位)"), "床位"),
    (re.compile(r"啦(?=[,，。;；?？!！]|$)"), "了"),
    (
        re.compile(
            r"(?<![一-鿿])几何(?=[?？,，。;；]|$)|(?<=[速幅率比值额数量])几何(?=[?？,，。;；]|$)"
        ),
        "多少",
    ),
    (
        re.compile(r"(?<![带牵龙源])头(?=(?:\d{1,2}|[两二三四五六七八九十]{1,2})个?(?:月|季度))"),
        "前",
    ),
    (re.compile(r"(?<![带牵龙源])[前头]半年"), "上半年"),
    (re.compile(r"一整年|整一年"), "全年"),
    (re.compile(r"高过(?=了?(?:年初|年度|全年|原定)?的?(?:目标|计划|任务|预期))"), "超过"),
    (re.compile(r"(?<=几月)份"), ""),
    # "再弄多少车位出来": what is to be added.
    (re.compile(r"[再又][弄搞整](?P<many>(?:多少|几)[^,，。?？]{1,14}?)出来"), r"新增\g<many>"),
    # "列出某局负责的项目" asks which they are.
    (
        re.compile(
            r"^(?:请|帮我|麻烦|给我)*(?:列出|列举|罗列|列一?下|找出|筛出|挑出|点出)(?:来|一下)?"
            r"(?P<of>(?:(?!多少|几[个项家条]|哪|谁|什么|怎)[^,，?？]){4,60}?(?:项目|任务|工作|事项|类别|大类|板块|单位|部门))[?？。]?$"
        ),
        r"\g<of>有哪些",
    ),
    # "某某学校是甲区的重点项目吧,…": what it is taken to be, and what is asked of it.
    (
        re.compile(
            r"^(?P<thing>[一-鿿]{4,16}?)(?:是|属于)(?P<of>[^,，。;；?？]{0,12}的)?(?:一个|一项)?"
            r"(?:[一-鿿]{2})?(?:项目|工程|任务|指标|实事)(?:之一)?[吧嘛吗][,，]"
        ),
        r"\g<of>\g<thing>",
    ),
    # "国庆那几天": the time that is named before.
    (re.compile(r"(?<=[一-鿿\"])[那这]几[天日](?:里|中|当中)?"), "期间"),
    (re.compile(r"((?:几月|何时|什么时候|哪天)(?:才|能|会)*)(?:出来|出炉|揭晓)"), r"\1公布"),
    # Rows that several lead are told with those that each of them leads alone.
    (
        re.compile(
            r"[,，][^,，。;；?？]{0,8}(?:合起来|合着|一起|一道|共同|联合)牵头的(?:任务|项目|事)?(?:[也都要得请]|一并)*算(?:进来|进去|上|在内)"
        ),
        "",
    ),
    # What is planned as a whole: "固投的盘子是300亿".
    (re.compile(r"(?<=[一-鿿])的盘子(?=(?:定|是|为|有)[^,，。;；]{0,3}\d)"), "目标"),
    (
        re.compile(
            r"(?<=目标|计划|任务|预期|进度)(?:相比较?|比起来|比较|对比|一比)[,，]?(?=如何|怎|咋)"
        ),
        "比",
    ),
    (
        re.compile(r"(?:^|(?<=[,，;；。?？]))\s*[这那]?(?:当中|之中|里[面头边])的?(?=[一-鿿])"),
        "其中",
    ),
    (re.compile(r"不(?:太|大|怎么)?一样(?=的|[?？]|$)"), "不同"),
)
# "几乎都是“正常推进”,哪几项填的是别的": rows of another state than the one that is quoted.
_STATED_OTHERWISE = re.compile(
    r"(?P<state>[“\"][^“”\",，。]{2,8}[”\"])(?P<between>.*哪[几些][项条个件]?)[^,，。;；?？]{0,4}"
    r"(?:填|写|标|注明|显示)[的着了]*[是为]?(?:别的|其[他它]的?|另外的?)(?:话|内容|字样|文字|说法|状态)?"
)
# Tags and runs of signs are no words: "<img src=x> %%%### 甲区…".
_MARKUP = re.compile(r"<[a-zA-Z/!][^<>]{0,120}>|[%#*&^$@~|\\=+_]{2,}")
# "经济增速": the whole economy is measured by its product.
_ECONOMY = re.compile(
    r"(?:国民|全区|全县|全市|全旗|全州|整体)?经济(?:发展)?"
    r"(?=(?:同比|实际|总体)?(?:增速|增幅|速度|增长(?!点|极|带|质量)|涨了|升了|降了))"
)
# 数字经济 and 园区企业的经济 are parts of it: before the whole stand a place, a time, a verb.
_OF_THE_WHOLE = re.compile(
    r"(?:(?<![一-鿿])|[区县市州盟旗年度月底末给对把将]|[比看查说问]一?[下比看查说问]|(?<![业企镇乡村园门])的)$"
)


@lru_cache(maxsize=512)
def as_documents_write(text: str, corpus: Corpus) -> str:
    """Return the question itself, folded, years and figures in full, in the documents' words."""
    text = _core(text, corpus)
    text = _with_digits(text)
    text = _SPOKEN_DECIMAL.sub(lambda m: "".join(_DIGITS.get(c, c) for c in m.group()), text)
    folded = _SHORT_YEAR.sub(r"20\1年", _collapse(fold_text(text).strip()))
    folded = _BARE_YEAR.sub(r"\1年", _years_alone(folded, corpus))
    folded = _without_said_of_year(folded, corpus)
    for pattern, words in _SPOKEN:
        folded = pattern.sub(words, folded)
    folded = _STATED_OTHERWISE.sub(r"\g<state>\g<between>不是\g<state>", folded)
    folded = _WISH.sub("", folded)
    folded = comparison_cues.WAY_IN_FULL.sub("是增是减", folded)
    folded = set_against_year(folded)
    folded = comparison_cues.SET_AGAINST_GOAL.sub(r"比\1\2还是\3", folded)
    folded = _MADE.sub("产量", _SO_MANY.sub(r"\1", folded))
    of = "" if "产量" in folded else "产量"
    folded = _YIELD_MOVED.sub(lambda m: f"{of}{_MOVED[m[1]]}", folded)
    return as_written(
        _with_product(folded, corpus), corpus.names, lambda words: districts_in(words, corpus)[1]
    )


def _with_digits(text: str) -> str:
    """Write from how much on things are meant as documents do.

    >>> _with_digits("税收十个亿以上的楼宇"), _with_digits("税收上亿的楼宇")
    ('税收10亿元以上楼宇', '税收亿元楼宇')
    >>> _with_digits("交税过亿的写字楼")
    '税收亿元楼宇'
    >>> _with_digits("三岁以下")
    '3岁以下'
    """
    for pattern in (_HAN_THRESHOLD, _HAN_AGE):
        text = pattern.sub(lambda m: str(chinese_number(m[1])), text)
    text = _PAYS_TAX.sub(r"税收\g<sum>楼宇", text)
    return _THRESHOLD.sub(r"\1元以上\2", _BEYOND_ONE.sub("亿元", text))


def _without_said_of_year(text: str, corpus: Corpus) -> str:
    """Leave out what is said of a year that is given: no document need tell that of it.

    >>> _without_said_of_year("脱贫收官那年(2020年),甲区帮了哪几个县?", Corpus({}))
    '2020年,甲区帮了哪几个县?'
    """
    for match in reversed(list(_SAID_OF_YEAR.finditer(text))):
        if not districts_in(match["said"], corpus)[0]:
            text = f"{text[: match.start('said')]}{match['year']}{text[match.end() :]}"
    return text


def _years_alone(text: str, corpus: Corpus) -> str:
    """Write years at the end of a clause in full, behind a place and where one is turned to."""
    placed = {end for _, end in districts_in(text, corpus)[1]}
    for match in reversed(list(_SHORT_YEAR_ALONE.finditer(text))):
        start = match.start()
        ended = _ENDS_CLAUSE.match(text, match.end())
        if start in placed or (ended and _YEAR_OPENS.search(text[:start])):
            text = f"{text[:start]}20{text[start:]}"
    return text


def set_against_year(text: str) -> str:
    """Write each way to set a figure against the year before as 比上年.

    >>> set_against_year("跟前一年相比多了还是少了?"), set_against_year("和上年比起来增长多少?")
    ('比上年多了还是少了?', '比上年增长多少?')
    """
    return comparison_cues.SET_AGAINST_YEAR.sub(
        r"比\1", comparison_cues.YEAR_BEFORE.sub("上年", text)
    )


def _with_product(text: str, corpus: Corpus) -> str:
    """Name the product where the growth of the whole economy is asked for."""
    named = blank(text, districts_in(text, corpus)[1])
    for match in reversed(list(_ECONOMY.finditer(text))):
        if _OF_THE_WHOLE.search(named[: match.start()]):
            text = f"{text[: match.start()]}地区生产总值{text[match.end() :]}"
    return text


def _core(text: str, corpus: Corpus) -> str:
    """Leave out the sentences before the question that name nothing it could be about.

    "您好,我正在写一份材料,麻烦您看看。上城区2022年GDP增长多少?" asks the last sentence.
    """
    text = _MARKUP.sub(" ", text)
    said = _TAKEN_BACK.search(text)
    if said and districts_in(text[said.end() :], corpus)[0]:
        text = text[said.end() :]  # "沂水,不对,沂源2024年…"
    parts = [p for p in re.split(r"(?<=[。!！;；\n])", text) if p.strip()]
    telling = [bool(districts_in(p, corpus)[0] or load_indicators().find(p)) for p in parts]
    first = telling.index(True) if True in telling else 0
    return _without_outcry("".join(parts[first:]), corpus)


def _without_outcry(text: str, corpus: Corpus) -> str:
    """Leave out what blanks part from the question before it and no document could mean."""
    before, blanks, rest = text.strip().partition(" ")
    if not blanks or not districts_in(rest, corpus)[0] or re.search(r"[\da-zA-Z]", before):
        return text
    words = segments(fold_text(before))
    known = load_indicators().find(before) or any(w in corpus.names.words for w in words)
    return text if known or districts_in(before, corpus)[0] else rest


def _collapse(text: str) -> str:
    """Fold repetitions away: "那个那个那个" → "那个", "?????" → "?"."""
    return re.sub(r"(.{1,4}?)\1{3,}", r"\1", text)
