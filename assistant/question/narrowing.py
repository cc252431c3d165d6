"""Follow-ups that narrow what was spoken of: 占GDP多少, 剔除房地产呢, 农村的呢."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.language.tokenizer import is_verb
from assistant.question import (
    comparison_cues,
    constraint_cues,
    figure_cues,
    follow_up_cues,
    statement_cues,
)
from assistant.question.carried import new_places
from assistant.question.corpus import Corpus
from assistant.question.frames import (
    Condensed,
    Frame,
    ask_of,
    kind_word,
    of_size,
    places_of,
    subject_of,
    without_judgement,
)
from assistant.question.query import parse_query
from assistant.schema import Query

# "占GDP多少", "乙县农村的呢": a share of what was spoken of, a part of it.
_SHARE_ASKED = re.compile(
    r"(?:那么?|[这那它](?:[些笔部块][分块]?|个数)?钱?)*(?P<share>占(?!比|地|用|有)[^,，。?？]{1,12}(?:多少|几成|百分之几|比重|比例))"
)
# "其中幼儿园的有多少?": some of what was just counted.
_AMONG = re.compile(
    r"^(?:那么?)?其中(?:的)?([一-鿿]{1,8}?)(?:的|那?部分)?(?:一共|总共|又|各)*(?:有|是|为|占|达)*(?:多少|几)[一-鿿]{0,2}[?？]?$"
)
_HOW_MANY = re.compile(r"(?:的|完成|有|是|为|占)*(?:多少|几)$")
# "不含港区是多少?": what was just told, without some of it.
_WITHOUT = re.compile(
    r"^(?:那么?|如果|要是)*(?P<left>(?:不含|不包括|不包含)[一-鿿]{2,12}?)(?:的话)?的?"
    r"(?:(?:呢|(?:是|有|为)*(?:多少|几)[一-鿿]{0,2})[?？]?|$)"
)
# "其中10亿以上的呢?", "超10亿的有几个?": those of the things spoken of that are so large.
_SO_LARGE = re.compile(
    r"^(?:那么?)?(?:其中|[这那]?里面?|当中)?的?"
    r"(?:(?:超过?|过|突破)(?:(?:\d[\d.]*|[十百千])个?[亿万]|亿)元?|(?:\d[\d.]*|[十百千])?个?[亿万]元?(?:及)?以上)的?"
    r"(?:呢|(?:(?:一共|总共|各)*(?:有|是)?(?:多少|几)[一-鿿]?))?[?？]?$"
)
_NARROWED = re.compile(r"[一-鿿]的呢[?？]?$")
_SIDES = "城市|城镇|城区|农村|乡村|公办|民办|常住|户籍|全体"
_SIDE = re.compile(rf"^(?:{_SIDES})")
# 城镇居民和农村居民收入: several sides, of which the last has the name of the thing.
_OTHER_SIDES = re.compile(rf"^(?:(?:{_SIDES})[^和、与及跟]{{0,12}}[和、与及跟])+(?={_SIDES})")
# "惠及多少户", "带动就业多少人": what came of that which was spoken of.
_EFFECT_WORD = re.compile("惠及|受益|覆盖|涉及|带动|辐射|受惠")
_EFFECT = re.compile(
    rf"(?:那|它|一?共|总共|大概)*(?:{_EFFECT_WORD.pattern})[^,，。?？]{{0,6}}(?:多少|几)"
)
# "两年平均呢?": the rate of what was spoken of, over years.
_MEAN = re.compile(
    r"(?:那么?|如果|要是)*(?:按照?|以)?(?P<mean>[两二三四五]年(?:平均|年均)|年均)(?:增[长速幅])?(?:率)?(?:来)?(?:算|看|说)?"
    r"(?:的话)?(?:呢|(?:是|有|为|增长|涨了?)*(?:多少|几个(?:百分)?点?))?[?？]?"
)
# "比全国快了几个点", "增速高于全市几个点": how far what was spoken of is from others.
_LARGER = r"(?:全[国省市]|国家|省里?|市里?|[省市]?平均)(?:平均|水平)*"
_APART = re.compile(
    r"(?:那么?|它)*(?P<rate>(?:同比)?增(?:速|幅|长(?:率|速度)?))?(?P<than>(?:[比较跟和与]"
    rf"{_LARGER}(?:高|低|快|慢|多|少)(?:了|出)?|[高低快慢]于{_LARGER})(?:多少|几))"
)

# "一期工程呢?", "二期什么时候完工": one stage of what was spoken of.
_NTH = r"第?[一二三四五六七八九十\d]+期"
_STAGE = re.compile(
    rf"(?:那么?|其中|它)?的?(?P<stage>{_NTH}(?:工程|项目)?)的?(?P<asked>呢|[^,，]*?)[?？]?"
)
_STAGE_ASKED = re.compile(
    r"(?:现在|目前|又|都|已经?)*(?:什么时候|何时|哪[年月天]|[开完竣]工|投用|建成|开园|建[到得]|进展|进度|情况|怎么样|如何|到哪)"
)
_NOUN = 4  # characters of what a thing is called in short: 湿地公园
# How far something has got is no part of its name: 申报到哪一步.
_HOW_FAR = re.compile(
    r"(?:现在|目前)?(?:[一-鿿]{2}|[建做办推])?(?:到了?|得)(?:哪一?步|什么(?:程度|阶段)|哪个阶段|怎么样|如何).*"
)
# "省级的新增多少?" behind "新增国家级示范村多少个?": the same things of another grade.
_GRADE = r"(?:(?:规模以|规|限额以|限)上|(?:[a-z]类|(?:国家|部|省市|省|市|区|县)级)(?:及?以上)?)"
_OF_GRADE = re.compile(
    rf"^(?:那么?|其中)*(?P<when>(?:(?:19|20)\d\d年)?)(?P<grade>{_GRADE})"
    r"(?:的(?P<asked>[^,，。;；]*(?:呢|多少|几)[^,，。;；]*)|呢[?？]?$)"
)
# What those of one grade alone are called: those of the province are no “小巨人”企业.
_OWN_NAME = re.compile('[“"]小巨人[”"]|中小(?=企业)')
_NEWLY = re.compile(
    rf"^(?:全年|力争|累计|{statement_cues.NEWLY.pattern}|{statement_cues.DOING.pattern})+(?=[一-鿿a-z])"
)

# "比全市呢", behind "比全国高多少"
_OTHER_BASE = re.compile(
    rf"(?:那么?)?(?:比|较|跟|和|与)(?P<others>{comparison_cues.WIDER_PLACE})(?:相?比)?呢[?？]?"
)
_BASE = re.compile(rf"(?P<than>比|较|跟|和|与|[高低快慢]于){comparison_cues.WIDER_PLACE}")


def from_other_base(text: str, earlier: Sequence[Query]) -> str:
    """Ask again how far something is from others, of the others that a follow-up names.

    >>> from assistant.question.query import parse_query
    >>> from assistant.question.corpus import Corpus
    >>> before = parse_query("甲区工业增速比全国高多少?", Corpus({}))
    >>> from_other_base("比全市呢?", [before])
    '甲区工业增速比全市高多少?'
    """
    other = _OTHER_BASE.fullmatch(text)
    before = earlier[-1].text if earlier and other else ""
    return (
        _BASE.sub(rf"\g<than>{other['others']}", before) if other and _BASE.search(before) else ""
    )


def in_grade(text: str, query: Query, previous: Query) -> str:
    """Name the things that were spoken of, where a follow-up names their grade alone.

    >>> from assistant.question.corpus import Corpus
    >>> before = parse_query("2023年新增国家级示范村多少个?", Corpus({}))
    >>> follow = lambda text: in_grade(text, parse_query(text, Corpus({})), before)
    >>> follow("省级的呢?"), follow("那市级的认定了多少?"), follow("省级的公园呢?")
    ('新增省级示范村呢?', '市级示范村认定了多少?', '省级的公园呢?')
    """
    asked = _OF_GRADE.match(text)
    if asked is None or query.indicators or not all(_says_grade(t) for t in query.terms):
        return text
    thing = subject_of(previous)
    told = re.search(_GRADE, thing)
    bare = _NEWLY.sub("", thing)
    if told:
        lead, thing = thing[: told.start()], thing[told.end() :]
    else:
        lead, thing = thing.removesuffix(bare), bare
    if len(thing) < 2:
        return text
    thing = _OWN_NAME.sub("", thing)
    rest = asked["asked"] or text[asked.end("grade") :]
    does = any(is_verb(t) or statement_cues.DOING.fullmatch(t) for t in query.terms)
    return f"{asked['when']}{'' if does else lead}{asked['grade']}{thing}{rest}"


def _says_grade(word: str) -> bool:
    doing = is_verb(word) or statement_cues.DOING.fullmatch(word)
    return bool(doing or re.match(rf"{_GRADE}$", word))


def is_part_of_before(text: str, query: Query) -> bool:
    """True for words that only narrow what was spoken of: 占GDP多少, 剔除房地产呢, 乙县农村的呢."""
    if _SHARE_ASKED.match(text) or (
        figure_cues.ADJUSTED.match(text) and follow_up_cues.ELLIPSIS.search(text)
    ):
        return not query.districts
    if _SO_LARGE.match(text) or _MEAN.fullmatch(text):
        return not query.districts
    among = _AMONG.match(text)
    if among and not (query.districts or query.periods or query.measures):
        return not (is_verb(among[1]) or statement_cues.DOING.fullmatch(among[1]))
    if _WITHOUT.match(text) or _is_bare_stage(text):
        return not query.districts
    if _APART.match(text) or (_EFFECT.match(text) and not query.districts):
        return True
    words = (*query.indicators, *query.terms)
    if not words or query.units or query.measures:
        return False
    one = len(words) == 1 and not is_verb(words[0])
    narrowed = one and _NARROWED.search(text) and query.districts and query.terms
    return bool(narrowed or _SIDE.fullmatch("".join(words).removesuffix("居民")))


def _is_bare_stage(text: str) -> bool:
    """True for a stage that a follow-up names without what it is of.

    >>> _is_bare_stage("一期工程呢?"), _is_bare_stage("二期什么时候完工?")
    (True, True)
    """
    stage = _STAGE.fullmatch(text)
    return stage is not None and (
        stage["asked"] == "呢" or _STAGE_ASKED.match(stage["asked"]) is not None
    )


def without_mean(text: str) -> str:
    """Words without the years that a rate is taken over, of which no plan is made."""
    return figure_cues.MEAN.sub("", text)


def before_plan(query: Query, earlier: Sequence[Query], corpus: Corpus) -> Sequence[Query]:
    """What a plan is asked of: no rate over years that was told, for which none is made."""
    if "target" not in query.kinds or "target" in earlier[-1].kinds:
        return earlier
    return [*earlier[:-1], parse_query(without_mean(earlier[-1].text), corpus)]


def _among(text: str, query: Query, before: Frame) -> Condensed:
    """Ask for some of what was spoken of, beside it or by themselves: "其中幼儿园的有多少"."""
    whole = before.subject.partition("其中")[0].rstrip(",")
    asked = text.removeprefix("那").rstrip("?？")
    if whole.endswith("投资") and not query.units:
        # Behind what was invested, "其中省重点项目完成多少" asks for money too.
        asked = _HOW_MANY.sub("完成投资多少", asked)
    beside = replace(before, subject=f"{whole},", ask=asked)
    return Condensed(beside.text(), (replace(beside, subject="").text(),))


def _of_stage(text: str, before: Frame) -> Condensed:
    """Put the thing that was spoken of before its stage: 桃湖公园一期工程."""
    stage = _STAGE.fullmatch(text)
    assert stage is not None
    whole = re.sub(f"{_NTH}.*", "", _HOW_FAR.sub("", before.subject))
    asked = "进展怎么样" if stage["asked"] == "呢" else stage["asked"]
    # A document that has named it whole calls the stage by the end of the name.
    names = dict.fromkeys((whole, whole[-_NOUN:]))
    texts = [replace(before, subject=f"{n}{stage['stage']}", ask=asked).text() for n in names]
    return Condensed(texts[0], tuple(texts[1:]))


def of_before(
    text: str, query: Query, previous: Query, periods: tuple[str, ...], corpus: Corpus
) -> Condensed:
    """Put what was spoken of beside the words that narrow it."""
    subject, kind = subject_of(previous), kind_word(previous)
    share = _SHARE_ASKED.match(text)
    if share:
        asked = text[share.start("share") :].rstrip("?？")
        return Condensed(Frame(places_of(previous), kind, subject, asked).text())
    if _SO_LARGE.match(text):
        places = new_places(query, previous, periods, corpus)
        return Condensed(Frame(places, kind, of_size(text, subject), ask_of(previous)).text())
    if mean := _MEAN.fullmatch(text):
        subject = f"{without_mean(subject)}{mean['mean']}"
        return Condensed(Frame(places_of(previous), kind, subject, "增长多少").text())
    if _AMONG.match(text) or _is_bare_stage(text):
        places = new_places(query, previous, periods, corpus)
        of_stage = Frame(places, "", subject, "")
        among = Frame(places_of(previous), kind, subject, "")
        return _among(text, query, among) if _AMONG.match(text) else _of_stage(text, of_stage)
    if _EFFECT.match(text):
        places, asked = new_places(query, previous, periods, corpus), text.rstrip("?？")
        subject = _EFFECT_WORD.split(subject)[0]
        return Condensed(
            Frame(places, kind, subject, asked).text(), (Frame(places, kind, "", asked).text(),)
        )
    without = _WITHOUT.match(text)
    if without is not None:
        subject = constraint_cues.LEFT_OUT.sub("", subject) or subject
        ask = ask_of(without_judgement(previous))
        return Condensed(
            Frame(places_of(previous), kind, f"{without['left']}{subject}", ask).text()
        )
    if apart := _APART.match(text):
        rated = apart["rate"] or "growth" in previous.measures
        rate = "增速" if rated and "增速" not in subject else ""
        asked = text[apart.start("than") :].rstrip("?？")
        return Condensed(Frame(places_of(previous), "", f"{subject}{rate}", asked).text())
    if figure_cues.ADJUSTED.match(text):
        basis = follow_up_cues.ELLIPSIS.sub("", text).removesuffix("后")
        said = f"{subject}{basis}后"
        return Condensed(Frame(places_of(previous), kind, said, "增长多少").text())
    places = new_places(query, previous, periods, corpus)
    word = "".join((*query.indicators, *query.terms))
    side = _SIDE.fullmatch(word.removesuffix("居民"))
    if side:  # 城市低保 → 农村低保
        subject = _SIDE.sub("", _OTHER_SIDES.sub("", subject))
        word = side[0] if subject.startswith("居民") else word
    frame = Frame(places, kind, f"{word}{subject}", ask_of(without_judgement(previous)))
    # By itself a side is one of anything: 农村 of what was not spoken of.
    return Condensed(frame.text(), () if side and not query.districts else (text,))
