"""Names of figures as people say them, in the words in which documents write them.

"新注册的企业" is 新注册企业, "教育上的财政支出" is 教育支出, and what 农民 earn is the income of
农村居民. Only a name that the lexicon or a document has is put for another wording.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import partial

from assistant.language.changes import FALLEN, RISEN
from assistant.language.tokenizer import is_verb, segments
from assistant.lexicon.indicators import load_indicators
from assistant.question import comparison_cues, constraint_cues, stopwords
from assistant.question.counted_wordings import counted
from assistant.question.money_wordings import costing, paid, since_january, spent_on
from assistant.question.names import Names
from assistant.question.people_wordings import (
    allowances,
    both_incomes,
    earned_each,
    folk,
    headcounts,
    income_ratio,
    incomes,
    newcomers,
)
from assistant.question.share_wordings import of_larger, proportion, shared
from assistant.question.shared_ends import each_in_full
from assistant.question.stage_wordings import at_stage
from assistant.question.stated_plans import without_stated_plan
from assistant.question.word_order import in_one, in_order
from assistant.schema import Span

# "加装电梯装了几台": the verb of what is spoken of is said once more before it is counted.
_SAID_AGAIN = re.compile(r"(?<=[一-鿿])([一-鿿])(?=[了过]?(?:多少|几))")
_BUILT = re.compile(r"[建盖造]好(?=了?(?:没有?|吗|么|没|[?？,，]|$))")
# "交通运输这个行业": what it is, told behind its name.
_APPOSED = re.compile(
    r"(?<=[一-鿿]{2})(?<![和与跟及是在])这(?:(?:一个|个|一)(?:行业|产业|门类|领域|板块|指标|科目|项目)|一?块儿?)(?=[一-鿿,，?？])"
)
# "乙区2023年的数比丙区…": the figure itself.
_FIGURE_ITSELF = re.compile(r"(?<=年)的数(?:字|据|值)?(?=[比跟和与较])")
# "从一季度到上半年是怎么变的" asks of the rate in each of the two parts of a year.
_PART_OF_YEAR = (
    r"(?:(?:20\d\d|[今当本去])年)?(?:[一二三四]季度|上半年|前三季度|1[-—至]\d{1,2}月份?)"
)
_OVER_PARTS = re.compile(
    rf"从(?P<one>{_PART_OF_YEAR})[到至](?P<other>{_PART_OF_YEAR})[,，]?(?:是|又|有)?"
    r"(?:怎么?样?|如何|咋|什么|哪些)(?:变[化动]?|走)(?:的|了|过来的)?(?=[?？,，。]|$)"
)
# "按两年平均算,年均增长多少": what a rate is taken over is said twice.
_TAKEN_OVER_YEARS = re.compile(
    r"(?:如果|要是|若)?(?:按照?|以)(?P<over>[两二三四五]年平均)(?:来|口径)?(?:算|计算|看|说)?(?:的话)?[,，]?(?:年均|平均|每年)?"
)
# "离目标差多远": by how much, and no length.
_FAR_FROM_PLAN = re.compile(
    r"(?:距离?|离)(?P<plan>(?:年初|全年|年度|预期|[原所]?定的?)*(?:目标|任务|计划))"
    r"(?:还|尚|仍)?(?:有|差|相差|隔)?(?:了|着)?(?:有)?多(?:远|大(?:的?差距)?)"
)
_FARED = re.compile(r"(?<=实际)(?:上的)?表现(?=怎么?样|如何|咋样|是?多少)")
# "已经“完成”的是哪几项": a state of rows, and no name.
_STATE_QUOTED = re.compile(r"(?<=已经)[\"“](完成|办结|销号|开工|启动)[\"”](?=的)")
# "规上软件企业": in full, where documents have those by their full name.
_OF_SIZE = re.compile(r"(规|限)上(?P<of>[一-鿿]{2,10}?企业)")
# "给老楼装了多少部电梯": the lifts that documents call 加装电梯.
_OLD_HOUSES = r"(?:老旧?楼房?|旧楼房?|老房子|老旧?小区|既有(?:多层)?住宅|老住宅)(?:里面?|上)?"
_OLD_WITH_LIFTS = re.compile(rf"(?:给|为|替|在)?{_OLD_HOUSES}(?=(?:加装|增设|安装)电梯)")
_LIFTS = re.compile(
    rf"(?:给|为|替|在)?{_OLD_HOUSES}"
    r"(?:加装|增设|安装|装)(?:好|上|成)?了?((?:多少|几)[部台])电梯"
)
# Large industry is measured by its value added.
_INDUSTRY = re.compile(r"(规上|规模以上)工业(?=(?:同比|实际)?(?:增速|增幅|增长|涨了|降了|下降))")
# "第三产业对经济增长的贡献率": what a sector adds to the whole, by the name of it in a document.
_CONTRIBUTED = re.compile(
    r"(?P<of>第[一二三]产业|三次产业|民营经济|工业|服务业|建筑业|消费|投资)对(?:全[区县市旗州])?(?:经济|gdp|地区生产总值)"
    r"增长的?(?:分别|各自?)?的?(?:贡献率?|(?P<pulls>[拉带]动)(?:作用|力)?)"
    r"(?:(?:分别|各自?)?(?:是|为|了)?(?:多少|几)个?百分点)?"
)
_SECTORS = ("第一产业", "第二产业", "第三产业")
# "第一产业的投资" is 第一产业投资.
_OF_SECTOR = re.compile(r"(?<=第[一二三]产业)的(?=(?:投资|增加值|用电量|税收|占比|比重))")
_OUTPUT = re.compile(r"([一-鿿]{2,8})的?产量")
# "摊到每个人头上,GDP是多少" asks for the 人均GDP.
_EACH_ONE = r"(?:每一?个?(?:人|居民|市民)|人均)"
_PER_HEAD = re.compile(
    rf"(?:[均平分]?摊|平均|分|算|落|合|折)(?:下来)?到?{_EACH_ONE}(?:的?[头身][上]?)?[,，的]?|按人头(?:来)?(?:算|平均|摊)(?:下来)?[,，]?"
)
# "产量是增是减,幅度多少": one growth is asked for, with its sign.
_UP = f"(?:{RISEN}|[增升涨多])"
_DOWN = f"(?:{FALLEN}|[减降跌少])"
_EXTENT = r"(?:增减|涨跌|升降|变化|变动)?的?幅度(?:是|有|为)?(?:多少|多大|百分之几|几个点)"
_UP_OR_DOWN = re.compile(
    rf"(?:比上年|比去年)?(?:是|有)?(?:{_UP}了?(?:还是|是){_DOWN}|{_DOWN}了?(?:还是|是){_UP})了?[,，、?？]\s?{_EXTENT}"
    rf"|(?<![一-鿿]){_EXTENT}(?=[?？]?$)|(?:{RISEN}|[增涨升])得?有?多快"
)
# What firms earned is their profit.
_EARNED = re.compile(
    r"((?:规上|规模以上)?(?:工业|服务业)企业)((?:(?:19|20)\d\d年|去年|今年)?)(?:一年|全年|一共|总共)*[赚挣](?:到手?|得)?了?"
    r"(?=(?:多少|几)(?:个?[百千]?[万亿])?元?(?:的?(?:利润|钱))?(?:[?？,，。]|$))"
)
# "多了几家企业": so many new ones, where they are set against nothing.
_MORE_OF = re.compile(
    r"(?:(?:又|还|净)?[多添](?:出来?)?了|新[上来开装冒办设](?:出来?|进来?)?了)(?=(?:多少|几[十百千]?)[家户个名人台座所件处项辆条])"
)
# "新装了多少机器人", "新上企业": verbs for what is new, before its name.
_NEW_THINGS = re.compile(
    r"新(?:[装购来开添]|上(?![规限市]))(?:了|出来)?(?=(?P<many>(?:多少|几)[家户个名台座所件处项辆条]?)?(?P<thing>.+))"
)
# "新增几家外资企业": the name of new ones has its number inside.
_NUMBER_INSIDE = re.compile(
    r"(?P<new>新(?:增|设|批|认定|引进|注册|登记|成立|签约|开工)|净增)了?(?P<many>(?:多少|几)[家户个名人台座所件处项辆条])"
)
_SET_AGAINST = re.compile(r"[比较跟和与同差]|相[比差]")
# "经营主体家底有多少": all there is.
_ALL_THERE_IS = re.compile(
    r"的?家底(?=(?:到底|究竟|一共|总共)?(?:是|有)?(?:多[少大厚]|几)|[?？]|$)"
)
# 建道哪了 sounds like 建到哪了.
_GOT_TO = re.compile(r"(?<=[建盖修干做搞办])[道倒](?=了?(?:哪|百分之|什么|几成))")
# "带起来多少消费": two characters of speech for one word of documents.
_SET_OFF = re.compile(r"[带拉撬](?:动了|起来?了?|出来?了?|活了)(?=多少|几)")
# "灾后重建一共上了几个项目" asks for 灾后重建项目, where documents count them so.
_THINGS_DONE = re.compile(
    r"(?P<about>[一-鿿]{2,12}?)(?P<done>(?:(?:19|20)\d\d年)?(?:(?:一共|总共|共|全年|当年|都)?(?:[上搞做干办开建推]|安排|实施|推进|谋划|启动|开工|落地)+了?)"
    r"(?P<many>(?:多少|几)[个项家处条座]))(?P<things>项目|工程|企业|设施|活动|平台|基地|场馆)(?=[,，。?？、和]|$)"
)
_RANK = re.compile(
    r"(?:能|可以)?(?:排(?:在|到|进|入)?|(?<=[省市国区里中])进(?:入|到)?)(?:了)?[第前]?(?:老?几(?=[位名]|[?？,，]|$)|多少(?=[位名]))|排老几"
    # Where something stands among others is its rank: "在全省排什么位置", "处在什么位次".
    r"|(?:能|可以)?(?:排|[处居位]|站)(?:在|于|到)?了?(?:个|一个)?(?:什么|啥|哪个?|怎样的?|何种)样?的?(?:位置|位次|名次|座次)上?"
)
# "电诈案件造成的损失" are the 电诈案件损失.
_LOSS = re.compile(r"([一-鿿]{2,12}?)(?:所|一共|总共)?(?:涉及|造成|带来)的(?:经济|财产)?(?=损失)")
# 市级往上 is 市级以上.
_UPWARDS = re.compile(r"(?<=[级岁元])往(?=[上下])")
_VERB = re.compile(r"新增|新建|新开工|新引进|建成|开工|竣工")
_LONGEST_KIND = 6
# "GDP处在什么水平" asks how much it is.
_LEVEL = re.compile(r"(?:是|处[在于]|达到)?(?:个|一个)?(?:什么|啥|怎样的?)(?:水平|量级)")
# What a year is set against is the same part of the year before it.
_BASE = re.compile(r"(?:去年|上年)的?(?:同期)?的?基数")

# "甲区和东盟的进出口", "跟欧盟做了多少外贸": trade with somebody, which documents call 对…进出口.
_TRADE_WITH = re.compile(
    r"(?:[和与跟同往向]|对)(?P<who>[一-鿿“”\"]{2,10}?)(?:之间|国家)?(?:的|做的?)?"
    r"(?P<many>了?(?:多少|几)(?:个?亿|万)?元?的?)?(?P<trade>进出口|出口|进口|外贸|贸易|生意)(?:往来)?(?:总?额|总值)?"
)


def _nowhere(_: str) -> Sequence[Span]:
    return ()


def as_written(text: str, names: Names, placed: Callable[[str], Sequence[Span]] = _nowhere) -> str:
    """Return a folded question with the names of figures as documents write them.

    ``placed`` tells where the places stand in a text.

    >>> as_written("去年新注册的企业有多少户?", Names())
    '去年新注册企业有多少户?'
    >>> as_written("新开的公司和店有多少?", Names())
    '新开的公司和店有多少?'
    >>> as_written("教育上的财政支出多少?", Names(["教育支出"]))
    '教育支出多少?'
    >>> as_written("甲区和乙区的农民,谁的收入高?", Names())
    '甲区和乙区的农民,农村居民人均可支配收入谁高?'
    >>> as_written("甲区营收目标75亿元,到10月完成了没有?", Names())
    '甲区营收目标,到10月完成了没有?'
    >>> as_written("甲区GDP增速,超出年初所定5%多少个百分点?", Names())
    '甲区GDP增速,超出年初目标多少个百分点?'
    >>> as_written("甲区固投增速多少?跟年初定的5%比,高出几个点?", Names())
    '甲区固投增速多少?比年初目标高出几个点?'
    >>> as_written("甲区用电量增速从一季度到1-11月怎么走的?", Names())
    '甲区用电量增速一季度和1-11月分别是多少?'
    >>> as_written("甲区公共新增停车位多少?", Names())
    '甲区新增公共停车位多少?'
    >>> as_written("甲区稻谷产量是增是减,幅度多大?", Names())
    '甲区稻谷产量增长多少?'
    >>> as_written("是跌了还是涨了?幅度多大?", Names()), as_written("降价幅度多大?", Names())
    ('增长多少?', '降价幅度多大?')
    >>> as_written("甲区稻谷产量增长得有多快?", Names())
    '甲区稻谷产量增长多少?'
    >>> as_written("甲区和东盟的外贸有多少?", Names(["对东盟进出口"]))
    '甲区对东盟进出口有多少?'
    >>> as_written("甲区农民一年能拿到手多少钱?", Names())
    '甲区农民一年农村居民人均可支配收入多少钱?'
    """
    text = counted(without_stated_plan(text), names)
    text = _with_kind(_UPWARDS.sub("以", in_order(text, names)))
    text = _said_once(both_incomes(allowances(folk(text))))
    text = _GOT_TO.sub("到", _UP_OR_DOWN.sub("增长多少", text))
    text = _SET_OFF.sub("带动", at_stage(_things_done(text, names), names))
    text = _OVER_PARTS.sub(r"\g<one>和\g<other>分别是多少", text)
    text = _LEVEL.sub("是多少", _TAKEN_OVER_YEARS.sub(r"\g<over>", text))
    text = _BASE.sub("去年同期", _RANK.sub("排第几", _BUILT.sub("建成", text)))
    text = income_ratio(_APPOSED.sub("", _FIGURE_ITSELF.sub("", text)))
    text = _EARNED.sub(r"\2\1利润总额", _ALL_THERE_IS.sub("总量", _newly(text)))
    text = headcounts(costing(of_larger(text)))
    text = _OUTPUT.sub(partial(_by_its_verb, names=names), text.replace("总投资额", "总投资"))
    text = _FARED.sub("", _FAR_FROM_PLAN.sub(r"比\g<plan>差多少", _per_head(text)))
    text = _OF_SIZE.sub(partial(_of_size, names=names), _STATE_QUOTED.sub(r"\1", text))
    text = _LOSS.sub(_lost_by, text)
    text = _OLD_WITH_LIFTS.sub("", _LIFTS.sub(r"加装电梯\1", text))
    text = newcomers(earned_each(text), names)
    if not (names.knows("规上工业") or names.knows("规模以上工业")):
        text = _INDUSTRY.sub(r"\1工业增加值", text)
    text = _CONTRIBUTED.sub(partial(_contributed, names=names), text)
    text = _OF_SECTOR.sub("", text)
    text = _TRADE_WITH.sub(partial(_trade_with, names=names), text)
    text = spent_on(shared(paid(since_january(text), names), names), names)
    return incomes(each_in_full(in_one(proportion(text, names), names), names), placed)


def _of_size(asked: re.Match[str], names: Names) -> str:
    """Name companies of a size as a document does: 规模以上软件企业 for 规上软件企业."""
    full = f"{'规模' if asked[1] == '规' else '限额'}以上{asked['of']}"
    return full if names.knows(full) and not names.knows(asked.group()) else asked.group()


def _per_head(text: str) -> str:
    """Name a figure by the head where it is asked for what each person has of it.

    >>> _per_head("摊到每个人头上,甲区gdp是多少元"), _per_head("平均到每个人,甲区绿地是多少")
    ('甲区人均地区生产总值是多少元', '平均到每个人,甲区绿地是多少')
    """
    match = _PER_HEAD.search(text)
    if match is None:
        return text
    rest, lexicon = f"{text[: match.start()]}{text[match.end() :]}", load_indicators()
    for name in lexicon.find(rest):
        if each := lexicon.canonical(f"人均{name.canonical}"):
            return f"{rest[: name.start]}{each}{rest[name.end :]}"
    return text


def _newly(text: str) -> str:
    """Count what is more than before as documents do, unless it is set against something.

    >>> _newly("甲区2024年多了几家规上企业?"), _newly("甲区比乙区多了几家企业?")
    ('甲区2024年新增几家规上企业?', '甲区比乙区多了几家企业?')
    >>> _newly("多了几家?")
    '多了几家?'
    """
    for match in reversed(list(_MORE_OF.finditer(text))):
        clause = re.split(r"[,，。;；?？]", text[: match.start()])[-1]
        alone = not clause.strip() and comparison_cues.APART.match(text[match.start() :])
        if not (alone or _SET_AGAINST.search(clause)):
            text = f"{text[: match.start()]}新增{text[match.end() :]}"
    lexicon = load_indicators()
    for match in reversed(list(_NEW_THINGS.finditer(text))):
        if any(name.start == 0 for name in lexicon.find(match["thing"])):
            text = f"{text[: match.start()]}新增{text[match.end() :]}"
    inside = _NUMBER_INSIDE.search(text)
    named = lexicon.find(f"{inside['new']}{text[inside.end() :]}") if inside else []
    if inside and named and named[0].start == 0 and len(named[0].text) > len(inside["new"]) + 1:
        behind = text[inside.end() + len(named[0].text) - len(inside["new"]) :]
        text = f"{text[: inside.start()]}{named[0].text}{inside['many']}{behind}"
    return text


def _contributed(asked: re.Match[str], names: Names) -> str:
    """What a sector adds to growth, or each of the three, as the document calls it."""
    whole = asked["of"] == "三次产业"
    first, *others = _SECTORS if whole else (asked["of"],)
    forms = (
        f"对{of}增长的{what}"
        for of in ("经济", "gdp", "GDP", "地区生产总值")
        for what in (("拉动", "带动") if asked["pulls"] else ("贡献率", "贡献"))
    )
    told = next((form for form in forms if names.knows(f"{first}{form}")), "")
    if not told:
        return asked.group()
    amount = "是多少" if asked.group().endswith("百分点") else ""
    return "、".join(f"{of}{told}" for of in (first, *others)) + ("分别" if whole else "") + amount


def _by_its_verb(asked: re.Match[str], names: Names) -> str:
    """汽车产量 is what a document that tells of 生产汽车 calls so."""
    for at in range(len(asked[1]) - 1):
        thing = asked[1][at:]
        if names.knows(f"{thing}产量"):
            break
        if names.knows(f"生产{thing}"):
            return f"{asked[1][:at]}生产{thing}"
    return asked.group()


def _trade_with(asked: re.Match[str], names: Names) -> str:
    """和东盟的外贸 is the 对东盟进出口 of a document that tells it."""
    trade = asked["trade"] if asked["trade"].endswith("口") else "进出口"
    told = (f"对{asked['who']}{trade}{end}" for end in ("", "总额", "额", "总值"))
    name = next((n for n in told if names.knows(n)), "")
    return f"{name}{asked['many'] or ''}" if name else asked.group()


def _lost_by(asked: re.Match[str]) -> str:
    """Name a loss by what led to it, where the lexicon has that name."""
    fields = (asked[1][at:] for at in range(len(asked[1]) - 1))
    known = any(load_indicators().canonical(f"{field}损失") for field in fields)
    return asked[1] if known else asked.group()


def _said_once(text: str) -> str:
    """Leave out a verb that is said of itself once more before it is counted.

    >>> _said_once("甲区加装电梯装了几台?")
    '甲区加装电梯了几台?'
    >>> _said_once("甲区任务分解表分几大块?")
    '甲区任务分解表分几大块?'
    >>> _said_once("甲区人口有多少人?")
    '甲区人口有多少人?'
    """
    for match in reversed(list(_SAID_AGAIN.finditer(text))):
        verb, start = match[1], match.start()
        clause = re.split(r"[,，。;；?？]", constraint_cues.DOCUMENT.sub("", text[:start]))[-1]
        if verb in stopwords.FUNCTION_WORDS or verb not in clause[:-1]:
            continue
        before, after = segments(text[: start + 1])[-1], segments(text[start:])[0]
        alone = before == verb and after[1:2] in "了过多几"  # the 成 of 完成 is no verb
        if alone and (is_verb(verb) or text[start + 1] == "了"):
            text = f"{text[:start]}{text[start + 1 :]}"
    return text


def _with_kind(text: str) -> str:
    """Put the kind of a thing before the thing: 公共新增停车位 is 新增公共停车位."""
    lexicon = load_indicators()
    for verb in _VERB.finditer(text):
        names = [m for m in lexicon.find(text[verb.end() :]) if m.start == 0]
        for length in range(_LONGEST_KIND, 1, -1) if names else ():
            kind = text[max(0, verb.start() - length) : verb.start()]
            if len(kind) == length and lexicon.canonical(kind + names[0].text):
                end = verb.end() + len(names[0].text)
                start = verb.start() - length
                return f"{text[:start]}{verb.group()}{kind}{names[0].text}{text[end:]}"
    return text


def _things_done(text: str, names: Names) -> str:
    """Name things with what they are for, where that is a name: 重建做了几个项目 counts 重建项目.

    >>> _things_done("灾后重建2024年上了几个项目?", Names(["灾后重建项目"]))
    '灾后重建项目2024年上了几个?'
    """
    asked = _THINGS_DONE.search(text)
    if asked is None:
        return text
    about = asked["about"]
    named = (about[at:] for at in range(len(about) - 1))
    if not any(names.ends(f"{n}{asked['things']}") for n in named):
        return text
    return f"{text[: asked.end('about')]}{asked['things']}{asked['done']}{text[asked.end() :]}"
