"""Words that talk sets apart, put together as documents write them.

"摘了帽" is 摘帽, "养老机构要加多少张床位" asks for 养老机构床位, and "社会保障这张网" is 社会保障.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.language.tokenizer import is_verb, is_word
from assistant.lexicon.indicators import load_indicators
from assistant.question import constraint_cues, figure_cues, stopwords
from assistant.question.names import Names

_LONGEST_PART = 10  # characters of a name on one side of what asks
_LEAST_PART = 2
_END = r"(?=[,，、。;；?？!！(\s]|$)"
# "脱了贫、摘了帽": a verb and its object, which are one word, with 了 between them.
# "摘了贫困帽": what kind of an object it is goes before both.
_PARTED = re.compile(
    r"(?<!其)([一-鿿])(?:[掉下](?=了))?([了过])((?:[一-鿿]{2})?)([一-鿿])(?=[,，、。;；?？!！的和与及呢吗没]|多少|几|$)"
)
# "社会保障这张网上", "招商引资这一块": what is said of the thing named before it.
_FIGURE_OF_SPEECH = re.compile(
    r"(?<=[一-鿿]{2})(?<![和与跟及是在对把])这(?:一|个)?(?:张|块|盘|摊|条|篇|方面|件|项)"
    r"(?:大|小)?(?:网|牌|棋|线|文章|工作|事情?|活)?(?:上面?|里面?|中)?(?=[,，?？]|$)"
)
# "光是家具一项出口了多少": the thing alone is what the figure is asked of.
_ONE_ITEM = re.compile(
    rf"(?:(?:{constraint_cues.ALONE.pattern})[看算说]?|(?<=[年月度区县市旗,，])[光单])"
    r"(?P<of>[一-鿿]{2,10}?)(?:[这那]?一|[这那])(?:项|块|类)(?:产品|产业|商品)?(?:上|就|的)*"
    r"(?=[一-鿿])"
)
_COUNTED = re.compile(
    rf"(?P<how>(?:多少|(?<![哪第])几)(?:{figure_cues.ASKED_UNIT})?)的?(?P<of>[一-鿿]{{2,8}}?){_END}"
)
# "空气质量优良的有几天": the unit ends the name of what is counted, 空气质量优良天数.
_COUNTED_IN = re.compile(
    rf"的(?:一?共|总共)?(?:有|是|达到?)(?P<how>(?:多少|几)个?(?P<unit>[一-鿿])){_END}"
)
# What says no more than that something is, or comes to be.
_BRINGING = re.compile(
    r"(?:新增|增加|多[出加]|增添|添加|增设|新建|建成|建设|实现|完成|达到|拥有|提供|投用|[做建]成|带来|创造|[加增添扩建设开有达])?$"
)
_VERBS_AT_END = re.compile(
    r"(?:要|将|拟|计划|打算|准备|力争|争取|预计|能|会|已经?|一?共|总共|累计|[还再又各]|实际|最终|全年|今年)*"
    rf"{_BRINGING.pattern[:-1]}了?$"
)
# A name that says in brackets of whom it is: "医保参保率(户籍人口)".
_REMARK = re.compile(r"\(([一-鿿]{2,8})\)")
_TOPIC = re.compile(r"([一-鿿]{2,8})[,，]")
_ASKED = re.compile(r"(?:是|有|达到?|为)*(?:多[少高大]|几|百分之)")
_MADE = re.compile(r"(?:一共|总共|共)?(?:完成|实现|[做干搞])了?$")
_REVENUE = re.compile(r"营收(?!入)")
# "在建项目1-6月完成投资": when it was done stands between what was done and to what.
_WHEN_INSIDE = re.compile(
    r"(?<![一-鿿])(?P<of>[一-鿿]{1,10}(?:项目|工程))"
    r"(?P<when>(?:20\d\d年)?(?:\d{1,2}[-~至到]\d{1,2}月份?|上半年|[一二三四]季度|前[二三]季度)|20\d\d年)"
    r"(?=(?:累计|实际|一?共)*完成)"
)
_NUMBER = (
    r"(?<![第前后这那哪每\d.十百千万“\"])([两三四五六七八九十]|\d{1,2})"
    r"(大块|方面|板块|[个大项条座处类种块])"
)
_CALLED = r"(?:名[字称堂]|题目|标题|主题)"
_WHICH = (
    r"(?:(?:都|各|分别|各自|具体|到底|究竟)*(?:是指?|指的?是?|叫做?|包括|有)"
    rf"(?:什么(?:{_CALLED}|名)?|哪(?:几|些|[两三四五六七八九十])?[个些项条座处类种块大]?)(?=[?？,，。]|$)"
    # "那三个“示范园”分别是?"
    r"|(?:分别|各自?|都)(?:都|叫|是|有)+(?=[?？]?$)"
    # "名字分别是?", "每一方面的题目概括报一下": what each of them is called.
    rf"|[,，]?的?(?:(?:每|各)(?:一|个)?(?:方面|[个大项条座处类种块])的?)?{_CALLED}"
    r"(?:(?:都|各|分别|各自)*[是叫为](?:什么|哪些)?|[^,，。;；?？多几]{0,8})(?=[?？。]|$))"
)
# "就业、养老、托育这些,甲区在社会保障方面打算做什么": what a subject named behind it includes.
_FOR_INSTANCE = re.compile(
    r"^[^,，。;；?？\d]*、[^,，。;；?？\d]*(?:这些|这几样|之类的?)(?:方面|领域|工作|事情?)?[,，]"
    r"(?=[^。?？]*[在对就][^,，。;；?？]{2,12}(?:方面|领域|上)[^。?？]*(?:什么|哪些|怎么|如何))"
)
# "三个“示范园”是哪几个", "四项工程分别叫什么": so many, and then which.
_COUNTED_LIST = re.compile(rf"{_NUMBER}((?:(?!的)[一-鿿a-z\"“”]){{2,12}}?){_WHICH}")
# "三个“示范园”--甲区要打造的,各叫什么": what is said of a thing, behind it.
_SAID_BEHIND = re.compile(
    rf"^(?P<thing>{_NUMBER}[一-鿿a-z\"“”]{{2,12}}?)[-—,，:：]+(?P<of>[^,，。;；?？]{{4,40}}的)[,，](?={_WHICH})"
)
# "“暖心”工程一共四项,甲区要打造的,分别叫什么": counted, and told of behind it.
_COUNTED_FIRST = re.compile(
    rf"^(?P<name>[^,，;；。?？\d]{{2,16}}?)(?:一共|总共|共计|共)有?(?P<many>{_NUMBER})[,，](?P<of>[^,，。;；?？]{{4,40}}的)[,，](?={_WHICH})"
)
# "“三个示范园”具体指什么?甲区要建的那三个": asked first, and told of behind it.
_ASKED_FIRST = re.compile(
    rf"^[\"“]?(?P<many>([两三四五六七八九十])[个大项条座处][一-鿿a-z\"“”]{{2,12}}?)[\"”]?{_WHICH}[?？,，](?P<of>[^,，。;；?？]{{4,40}}的)"
    r"[那这](?:\2|几)[个大项条座处]?[一-鿿]{0,6}(?=[?？。]?$)"
)
# "“示范园”甲区要建三个,都是什么示范园": named first, and counted by its verb.
_NAMED_FIRST = re.compile(
    rf"^(?P<name>\"?[^,，;；。?？\d\"]{{2,10}}\"|[^,，;；。?？\d\"]{{2,10}}?[,，])(?P<of>[^,，。;；?？]{{2,24}}?[建打造设推搞做])"
    rf"(?P<many>{_NUMBER})[,，](?:都|分别|各自?)?是(?:什么|哪些|哪(?P=many))(?:[^,，。;；?？]{{2,8}})?(?=[?？]?$)"
)
# "重点工作一共六大块,分别是什么": parts of a whole, counted and then asked for.
_COUNTED_PARTS = re.compile(
    rf"(?:一共|总共|共计?|有|划?分|划|包括|列)(?:了|成|为|有)*{_NUMBER}([一-鿿]{{0,6}})[,，](?:名[字称])?{_WHICH}"
)
# "村里收入超过120万的,这样的村占几成": a thing named again behind what is said of it.
_SUCH = re.compile(
    r"(?P<thing>[一-鿿]{1,6})[里中]面?(?P<said>[^,，。;；?？]{3,24}的)[,，]?(?:这样|这类|这种|如此)的?(?P=thing)"
)
_WITHIN_NAME = re.compile(
    rf"([一-鿿]{{2,8}}?){constraint_cues.WITHIN.pattern}的?([一-鿿]{{2,6}}?)(?:性)?的?(占比|比重|比例|比率)"
)
_PROPORTIONS = ("占比", "比重", "比例", "覆盖率")
_LEAST_BESIDE = 2  # characters of a name on either side of the 的 that is left out
# "每千人有几张床位": what is counted for so many people has a name of its own.
_PER_HEAD = re.compile(
    r"(?:平均|人均)*每一?(?P<per>[百千万])(?:名|个)?(?:常住)?人口?(?:里面?|中|平均)?(?:拥?有|能?[分摊]到|配备?)了?"
    rf"(?P<how>(?:多少|几)[个张名位件]?)(?P<of>[一-鿿\d]{{2,12}}?)(?:数)?{_END}"
)
_HEADS = ("人{}数", "人口{}数", "人{}", "人口拥有{}数", "常住人口{}数")
_OWNERS = ("人口", "居民", "企业")  # of whom figures are
_KINDS_OF_ONE = ("重点", "重大", "省级", "市级", "国家级", "新型", "新增", "高端")
# "九个乡镇里,产值下降的是哪几个", "产量下降的产品有哪几种": which of them moved, asked at the end.
_MOVED_LAST = r"[^,，。;；?？]{2,24}?(?:下降|减少|下滑|负增长|为负|增长|上升)"
_WHICH_LAST = r"(?:一共|总共|都|分别)?(?:是|有|为)哪(?:几[个种类项家]?|些|一?[个种])(?=[?？]?$)"
_MOVED_AMONG = re.compile(
    rf"(?:(?:\d+|[两三四五六七八九十几])个?)?(?P<thing>(?:镇街|乡镇|街道|镇|[一-鿿]{{0,6}}?(?:产品|行业)))(?:产?量?表)?"
    rf"(?:里面?|中|当中|之中)[,，](?P<said>{_MOVED_LAST})的{_WHICH_LAST}"
)
_MOVED_BEFORE = re.compile(
    rf"(?<=[年月度的,，])(?P<said>(?!的){_MOVED_LAST})的(?P<thing>镇街|乡镇|街道|[一-鿿]{{0,6}}?(?:产品|行业)){_WHICH_LAST}"
)
_ADVERB = re.compile(r"(?:实际|累计|一共|总共)+")


def in_order(text: str, names: Names) -> str:
    """Return a folded question with the parts of each name side by side.

    >>> in_order("甲县帮扶的村摘了帽?", Names())
    '甲县帮扶的村摘帽了?'
    >>> in_order("甲县帮扶的村摘了贫困帽?", Names())
    '甲县帮扶的村贫困摘帽了?'
    >>> in_order("甲区养老机构要加多少张床位?", Names())
    '甲区要加养老机构床位多少张?'
    >>> in_order("在社会保障这张网上,甲区打算做哪些事?", Names())
    '在社会保障,甲区打算做哪些事?'
    >>> in_order("甲区幼儿园里普惠的占比多高?", Names())
    '甲区普惠幼儿园覆盖率多高?'
    >>> in_order("甲区医保参保率(户籍人口)多少?", Names())
    '甲区户籍人口医保参保率多少?'
    >>> in_order("甲区财政收入(一般公共预算)多少?", Names())
    '甲区一般公共预算收入多少?'
    >>> in_order("甲区空气质量优良的有几天?", Names())
    '甲区空气质量优良天数有几天?'
    >>> in_order("甲区每千人有几张床位?", Names())
    '甲区每千人床位数几张?'
    >>> in_order("甲区平均每一千人有几张床位?", Names())
    '甲区每千人床位数几张?'
    >>> in_order("甲区的四个“暖心”工程是指什么?", Names())
    '甲区的哪四个“暖心”工程?'
    >>> in_order('"示范园"甲区要建三个,都是什么示范园?', Names())
    '甲区要建的哪三个"示范园"?'
    >>> in_order("甲区重点工作一共六大块,分别是什么?", Names())
    '甲区重点工作分哪六大块?'
    >>> in_order("甲区光是服装一项出口了多少?", Names())
    '甲区服装出口了多少?'
    >>> in_order("甲区9个镇街里,工业产值下降的是哪几个?", Names())
    '甲区哪些镇街工业产值下降?'
    >>> in_order("甲区在建项目1-6月完成投资多少?", Names())
    '1-6月甲区在建项目完成投资多少?'
    """
    text = _MOVED_AMONG.sub(r"哪些\g<thing>\g<said>", text)
    text = _MOVED_BEFORE.sub(r"哪些\g<thing>\g<said>", text)
    text = _ONE_ITEM.sub(r"\g<of>", text)
    text = _FIGURE_OF_SPEECH.sub("", _PARTED.sub(_joined, _FOR_INSTANCE.sub("", text)))
    text = _WHEN_INSIDE.sub(r"\g<when>\g<of>", text)
    text = _SUCH.sub(r"\g<said>\g<thing>", text)
    text = _NAMED_FIRST.sub(_counted_behind, text)
    text = _COUNTED_FIRST.sub(r"\g<of>\g<many>\g<name>", text)
    text = _SAID_BEHIND.sub(r"\g<of>\g<thing>", text)
    text = _ASKED_FIRST.sub(r"\g<of>哪\g<many>", text)
    text = _COUNTED_LIST.sub(r"哪\1\2\3", _COUNTED_PARTS.sub(r"分哪\1\2\3", text))
    text = _PER_HEAD.sub(_per_head, text)
    text = _topic_last(text, names)
    text = _revenue(_with_unit(_remarks_first(text, names), names), names)
    text = _before_what_asks(text, names)
    return _WITHIN_NAME.sub(lambda m: _proportion(m, names), text)


def _counted_behind(named: re.Match[str]) -> str:
    name = named["name"].rstrip(",，")
    return f"{named['of']}的哪{named['many']}{name}"


def _joined(parted: re.Match[str]) -> str:
    verb, done, kind, thing = parted.groups()
    word = f"{verb}{thing}"
    if kind and (not is_word(kind) or kind in stopwords.FUNCTION_WORDS):
        return parted.group()  # 分成了哪六块
    known = is_word(word) and not is_word(f"{kind or done}{thing}")
    return f"{kind}{word}{done}" if known else parted.group()


def _per_head(asked: re.Match[str]) -> str:
    names = (f"每{asked['per']}{form.format(asked['of'])}" for form in _HEADS)
    known = next((name for name in names if load_indicators().canonical(name)), "")
    return f"{known}{asked['how']}" if known else asked.group()


def _remarks_first(text: str, names: Names) -> str:
    """Put what a bracket says of a name before the name, where it is a name too."""
    for match in reversed(list(_REMARK.finditer(text))):
        before = [m for m in load_indicators().find(text) if m.end == match.start()]
        start = before[-1].start if before else 0
        exact = load_indicators().canonical(f"{match[1]}{before[-1].text[-2:]}") if before else ""
        if exact:
            text = f"{text[:start]}{exact}{text[match.end() :]}"
        elif before and names.knows(match[1]) and match[1] not in stopwords.FUNCTION_WORDS:
            text = f"{text[:start]}{match[1]}{text[start : match.start()]}{text[match.end() :]}"
    return text


def _before_what_asks(text: str, names: Names) -> str:
    """Put the two parts of a name together that how many stands between."""
    match = _COUNTED.search(text)
    if match is None:
        return text
    before, of = text[: match.start()], match["of"]
    verbs = _VERBS_AT_END.search(before)[0]  # type: ignore[index]  # it may be empty
    thing = before.removesuffix(verbs)
    for part in _endings(thing) if verbs else ():
        opening = thing.removesuffix(part)
        # "重点工业项目" is none of any other 工业项目: its name is not cut.
        cut = opening.endswith(_KINDS_OF_ONE)
        if verbs != "了" and not cut and not is_verb(part[-2:]) and names.knows(f"{part}{of}"):
            return f"{opening}{verbs}{part}{of}{match['how']}{text[match.end() :]}"
    done = _BRINGING.search(before)
    name = _with_verb_inside(done[0], of) if done else ""
    if done and name:
        return f"{before[: done.start()]}{name}{match['how']}{text[match.end() :]}"
    return text


def _with_unit(text: str, names: Names) -> str:
    """Name what is counted by the unit it is counted in, where that is a name."""
    match = _COUNTED_IN.search(text)
    if match is None:
        return text
    before, unit = text[: match.start()], match["unit"]
    for part in _endings(before):
        if names.knows(f"{part}{unit}数") and not names.knows(part):
            return f"{before}{unit}数有{text[match.start('how') :]}"
    return text


def _topic_last(text: str, names: Names) -> str:
    """Put what a question opens with before what is asked of it, where both are one name.

    >>> _topic_last("信访积案,甲区2023年化解率多高?", Names())
    '甲区2023年信访积案化解率多高?'
    >>> _topic_last("直播电商,甲区的销售额做了几亿元?", Names(["直播电商销售额"]))
    '甲区的直播电商销售额做了几亿元?'
    """
    opened = _TOPIC.match(text)
    asked = _ASKED.search(text, opened.end()) if opened else None
    if opened is None or asked is None:
        return text
    rest = text[opened.end() : asked.start()]
    named = _MADE.sub("", rest)
    for part in _endings(named):
        if names.knows(f"{opened[1]}{part}"):
            return f"{named.removesuffix(part)}{opened[1]}{part}{text[opened.end() + len(named) :]}"
    return text


def _revenue(text: str, names: Names) -> str:
    """Write 营收 in full where that is a name: 软件业营收 is 软件业营业收入.

    >>> _revenue("甲区软件业营收多少?", Names(["软件业营业收入"]))
    '甲区软件业营业收入多少?'
    """
    for match in reversed(list(_REVENUE.finditer(text))):
        if any(names.knows(f"{part}营业收入") for part in _endings(text[: match.start()])):
            text = f"{text[: match.start()]}营业收入{text[match.end() :]}"
    return text


def _endings(text: str) -> Iterator[str]:
    """What a text may end in, the longest first, up to a sign or a blank."""
    run = re.split(r"[^一-鿿a-z&\d.]", text)[-1].removesuffix("的")
    for length in range(min(_LONGEST_PART, len(run)), _LEAST_PART - 1, -1):
        yield run[-length:]


def _with_verb_inside(verb: str, of: str) -> str:
    """新增|城镇就业岗位 is 城镇新增就业岗位, if that is what the lexicon has."""
    canonical = load_indicators().canonical
    if canonical(of):
        return ""
    cuts = range(_LEAST_PART, len(of) - 1)
    turned = [f"{verb}{of}", *(f"{of[:at]}{verb}{of[at:]}" for at in cuts)]
    return next((name for name in turned if canonical(name)), "")


def _proportion(match: re.Match[str], names: Names) -> str:
    """幼儿园里普惠的占比 is the 普惠性幼儿园占比."""
    whole, part, _ = match.groups()
    for of in _endings(whole):
        forms: Sequence[str] = [
            f"{part}{joint}{of}{e}" for joint in ("", "性") for e in _PROPORTIONS
        ]
        name = next((form for form in forms if names.knows(form)), "")
        if name:
            return f"{whole.removesuffix(of)}{name}"
    return match.group()


def in_one(text: str, names: Names) -> str:
    """Leave out the 的 inside of names, and put adverbs before them."""
    return _adverb_first(_without_joints(text, names))


def _without_joints(text: str, names: Names) -> str:
    """Leave out the 的 inside a name, unless it is a part of one as it stands.

    Where it ends a name of its own, a document has to have the longer one: 养老机构的床位. Behind
    people it tells of whom a figure is: 户籍人口的参保率.
    """
    found = load_indicators().find(text)
    joints = [
        m.start()
        for m in re.finditer("的", text)
        if not any(known.start < m.start() < known.end for known in found)
    ]
    for at in reversed(joints):
        joined = text[:at] + text[at + 1 :]
        ended = any(m.end == at and not m.canonical.endswith(_OWNERS) for m in found)
        if any(
            m.start + _LEAST_BESIDE <= at <= m.end - _LEAST_BESIDE
            and (not ended or names.ends(m.text))
            for m in load_indicators().find(joined)
        ):
            text = joined
    return text


def _adverb_first(text: str) -> str:
    """Put before a name what stands inside of it: 雨水管网实际清淤 is 实际雨水管网清淤."""
    for match in reversed(list(_ADVERB.finditer(text))):
        at = match.start()
        joined = text[:at] + text[match.end() :]
        for name in load_indicators().find(joined):
            if name.start + _LEAST_BESIDE <= at <= name.end - _LEAST_BESIDE:
                text = f"{joined[: name.start]}{match.group()}{joined[name.start :]}"
                break
    return text
