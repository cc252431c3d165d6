"""What people earn and spend, who was born and who lives here, as documents name it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from assistant.lexicon.indicators import load_indicators
from assistant.question.names import Names
from assistant.question.places import blank
from assistant.schema import Span

_OF_INCOME = r"(?=的?[^,，。?？]{0,8}(?:收入|消费支出|到手))"  # not of a village by its name
_RURAL_FOLK = re.compile(
    rf"(?:农村|乡下)的?(?:老百姓|百姓|群众)|(?:(?<![一-鿿])|(?<=[区县市年的和与跟]))(?:村里人|乡里人|村民|乡村居民){_OF_INCOME}"
)
_URBAN_FOLK = re.compile(
    rf"(?:城里|城镇|城市)的?(?:老百姓|百姓|群众)|(?:(?<![一-鿿])|(?<=[区县市年的和与跟]))城里人{_OF_INCOME}"
)
# "城乡居民收入分别是多少" is asked of either, which documents name in full.
_BOTH_INCOMES = re.compile(
    r"(?:城乡|城镇(?:常住)?(?:居民)?[和与及、]农村)(?:常住)?居民的?(?:人均)?(?:可支配)?收入(?=[^,，。;；?？]{0,4}(?:分别|各自?(?=[是为有达增多])))"
)
# "农村低保一个月多少钱" asks for the standard, "城乡低保标准分别是多少" for either; 发了多少钱 is
# no standard, and 城乡低保 as it is written of one for both.
_ALLOWANCE = re.compile(
    r"(?<!城乡)(?<!发)(?<!发放)低保(?!标准|对象|户|金|人|家庭|资金|边缘|低边)"
    r"(?=[^,，。;；?？发支花]{0,14}?(?:多少钱|多少元|几百))"
)
_BOTH_ALLOWANCES = re.compile(
    r"(?:城乡|(?:城市|城镇)(?:低保标准)?[和与及、](?=农村))(?:农村)?低保标准(?=[^,，。;；?？]{0,4}(?:分别|各自?))"
)
# "每户多挣多少" is the 户均增收.
_EACH_EARNED = re.compile(
    r"(?:平均)?每一?(?:个)?(户|人|亩)(?:农户|居民)?(?:平均)?(?:能|可以?)?(?:多[挣赚得](?:了|到)?|多收入|增收|增加收入|收入增加)了?(?=多少|几)"
)
# Who came from elsewhere and lives here.
_NEWCOMERS = re.compile(
    r"(?:外地|外省市?|外面)(?:来|迁来|过来)的(?:常住)?(?:人口?)?|(?<=其中)外来人口"
)
# Who earns and spends, and the word with which documents begin the name of either.
_PEOPLE = (
    ("农民|农村居民|农村人|农户|乡下人|农村", "农村居民"),
    ("城里人|城里居民|城镇居民|城市居民|市民|城镇|城里", "城镇居民"),
    ("全体居民|城乡居民|老百姓|居民|群众", "居民"),
)
# 搬迁农户 and 市民卡公司 are others: the word opens what is spoken of, and only a time follows it.
_OPENING = r"(?:(?<![一-鿿])|(?<=[区县市年的、和与跟及]))"
_WHEN = (
    r"(?:(?:19|20)\d\d年|去年|今年|一年|全年|每年)?"
    r"(?:第?[一二三四]季度|前三季度|[上下]半年|(?:1-)?\d{1,2}月)?"
)
# "一年下来平均能拿到手多少钱"
_EARNED_BY = (
    r"(?:下来)?(?:(?:谁的|平均|人均|每人|每个人)(?:一年)?)?(?:大概|大约|能|可以?)*"
    r"(?:拿到?手?|到手|[挣赚]到?手?)了?(?=(?:多少|几)(?:个?钱|万?元|块|[?？,，。]|$))"
)
_IN_HAND = "(?:(?:每年|一年|实际|能)*(?:拿得?|赚|挣)?到手的?)?"  # 到手的收入 is what one may spend
# What all residents have to spend is a name by itself.
_DISPOSABLE = {"居民": ""} | {people: "(?:可支配)?" for _, people in _PEOPLE[:2]}
_EARNERS = tuple(
    (
        re.compile(
            rf"{_OPENING}(?:{who})(?:的|[,，])?{_WHEN}的?(?P<asked>(?:谁的|平均|人均)?{_IN_HAND}{_DISPOSABLE[people]}收入"
            rf"(?!来源|群体|水平较|倍差|比[^上去前较])|{_EARNED_BY})"
        ),
        f"{people}人均可支配收入",
    )
    for who, people in _PEOPLE
)
_SPENDERS = tuple(
    (
        re.compile(
            rf"{_OPENING}(?:{who})的?{_WHEN}的?(?P<asked>(?:平均|人均){_WHEN}(?:花|消费)(?:了|掉)?)(?=多少|几|[,，])"
        ),
        f"{people}人均消费支出",
    )
    for who, people in _PEOPLE
)
# "城里人和农村人的收入差多少倍": how many times the one is of the other.
_RURAL, _URBAN = (who for who, _ in _PEOPLE[:2])
_RATIO = re.compile(
    rf"(?:(?:{_URBAN})的?[和与跟同比及、](?:{_RURAL})|(?:{_RURAL})的?[和与跟同比及、](?:{_URBAN}))"
    r"的?(?:人均|平均)?(?:可支配)?收入(?:水平)?(?:之?比|倍差|(?:相|之间)?差距?)?(?:是|有|达到?|了|[搞缩拉][小大]?到)*"
    r"(?=多少倍|几倍|多少比)"
    # "城里人收入是乡下人的几倍"
    rf"|(?:{_URBAN})的?(?:人均|平均)?(?:可支配)?收入(?:是|相当于|有|达)(?:{_RURAL})的?(?:(?:人均|平均)?(?:可支配)?收入)?的?(?=多少倍|几倍)"
)
# How people ask who was born, who died and who is registered.
_CHILD = r"(?:娃娃?|孩子|小孩|宝宝|婴儿)"
_ALL_ASKED = r"(?:一共|总共)?(?:多少|几)个?"
_MEN = r"男[的孩性]?(?:人|娃)?[和与跟、]?女[的孩性]?(?:人|娃)?"
_COUNTED_PEOPLE = (
    (
        re.compile(
            r"户口[本簿][上里]?面?(?:登记)?的?(?:总?人口|人数|人(?=有|是|一共|总共|共|多少))?"
        ),
        "户籍人口",
    ),
    (re.compile(r"户籍(?:居民|群众|人员)"), "户籍人口"),
    (re.compile(r"(?<![镇村])常住居民(?:人数|数量?)?(?!人均|平均|收入|消费|户)"), "常住人口"),
    (re.compile(rf"(?:出生了?|生[了下])的?{_CHILD}(?=有|是|一共|总共|多少|几)"), "出生人口"),
    (re.compile(rf"(?:出生了?|生[了下])(?={_ALL_ASKED}人)"), "出生人口"),
    (re.compile(rf"(?:出生了?|生[了下]){_ALL_ASKED}{_CHILD}"), "出生人口多少"),
    (re.compile(r"户籍人口(?:里面?|当?中)?(?:一年|全年)?的?(?=出生人口)"), ""),
    # "事故夺走了几条人命", "火灾带走了多少人"
    (
        re.compile(
            r"(?<=事故|火灾|灾害|洪水|车祸|溺水)(?:一?共|总共|总计)?(?:夺走|夺去|带走|吞噬|断送)[了的]?"
            r"(?:一?共|总共)?(?:多少|几)[个条]?(?:人的?)?(?:性命|生命|命|(?<=[少几个条])人)(?![一-鿿])"
        ),
        "死亡人数是多少",
    ),
    (
        re.compile(
            r"(?:造成|导致)?了?(?:死亡?|丧生|遇难|身亡)[了的]?(?:一?共|总共)?有?(?:多少|几)个?人"
        ),
        "死亡人数是多少",
    ),
    (
        re.compile(
            r"(?:里面?|当?中)?(?:一?共|总共)?(?:有|造成|导致)?了?(?:多少|几)个?人"
            r"(?:死亡|丧生|遇难|身亡)了?(?![一-鿿])"
        ),
        "死亡人数是多少",
    ),
    (re.compile(r"(?:受了?)?伤了?(?:多少|几)个?人"), "受伤人数是多少"),
    (re.compile(rf"(?:去|过|离)世(?:了|的)?(?={_ALL_ASKED}人)"), "死亡人口"),
    (
        re.compile(r"(?<![访诉])接待了?(?=(?:多少|几)(?:万?人次?)?(?:[?？,，]|$))(?!.*访)"),
        "接待游客",
    ),
    (
        re.compile(
            r"[来去到](?P<to>[一-鿿]{0,6}?)(?:玩|旅游|游玩)的(?:人|客人|游客)?(?=(?:一?共|总共)?有?(?:多少|几))"
        ),
        r"\g<to>接待游客",
    ),
    (re.compile(rf"{_MEN}各(?:有|是|为|占)?(?:多少|几)个?(?:人|娃)?"), "男性女性各多少人"),
)
# "死了几个人" counts 人, and documents write 死亡.
_PERSONS = re.compile(r"(?<=[少几])个人(?=[,，。?？]|$)")
_DIED = re.compile(r"死(?:掉)?(?=了?(?:多少|几))")


def folk(text: str) -> str:
    """Name townspeople and villagers as the statistics of incomes do.

    >>> folk("甲区村里人收入多少?"), folk("甲区村里人多少?")
    ('甲区农村居民收入多少?', '甲区村里人多少?')
    """
    return _RURAL_FOLK.sub("农村居民", _URBAN_FOLK.sub("城镇居民", text))


def both_incomes(text: str) -> str:
    """Name the incomes of townspeople and of villagers where a question asks for each.

    >>> both_incomes("甲区城乡居民收入分别是多少?"), both_incomes("甲区城乡居民收入比是多少?")
    ('甲区城镇居民人均可支配收入和农村居民人均可支配收入分别是多少?', '甲区城乡居民收入比是多少?')
    """
    return _BOTH_INCOMES.sub("城镇居民人均可支配收入和农村居民人均可支配收入", text)


def allowances(text: str) -> str:
    """Name the standard of 低保 where a question asks what is paid, and of either where of each.

    >>> allowances("甲区农村低保一个月多少钱?"), allowances("甲区城乡低保标准分别是多少?")
    ('甲区农村低保标准一个月多少钱?', '甲区城市低保标准和农村低保标准分别是多少?')
    >>> allowances("甲区发放低保多少元?"), allowances("甲区农村低保发了多少钱?")
    ('甲区发放低保多少元?', '甲区农村低保发了多少钱?')
    """
    return _BOTH_ALLOWANCES.sub("城市低保标准和农村低保标准", _ALLOWANCE.sub("低保标准", text))


def income_ratio(text: str) -> str:
    """Name how many times the income of townspeople is that of villagers.

    >>> income_ratio("甲区城里人收入是乡下人的几倍?")
    '甲区城乡居民收入比是几倍?'
    """
    return _RATIO.sub("城乡居民收入比是", text)


def headcounts(text: str) -> str:
    """Name who was born, died, is registered or came as a guest.

    >>> headcounts("甲区出生了多少个娃?"), headcounts("甲区死掉多少人?")
    ('甲区出生人口多少?', '甲区死亡多少人?')
    """
    for pattern, name in _COUNTED_PEOPLE:
        text = pattern.sub(name, text)
    return _PERSONS.sub("人", _DIED.sub("死亡", text))


def earned_each(text: str) -> str:
    """Name what each household, person or 亩 earns more.

    >>> earned_each("甲区平均每户多挣了多少元?")
    '甲区户均增收多少元?'
    """
    return _EACH_EARNED.sub(r"\1均增收", text)


def newcomers(text: str, names: Names) -> str:
    """Name those who came from elsewhere as a document does that counts them."""
    return _NEWCOMERS.sub("外来常住人口", text) if names.knows("外来常住人口") else text


def incomes(text: str, placed: Callable[[str], Sequence[Span]]) -> str:
    """Name what people earn or spend, where the words before it are just who, where and when.

    ``placed`` tells where the places stand in a text.
    """
    beside = blank(text, placed(text))
    # 城里人一年人均收入 names no more than 人均收入 of whomever.
    found = load_indicators().find(text)
    named = [(m.start, m.end) for m in found if m.canonical != "居民人均可支配收入"]
    for pattern, name in (*_EARNERS, *_SPENDERS):
        match = pattern.search(beside)
        if match is None:
            continue
        start, end = match.span("asked")
        if not any(s < end and start < e for s, e in named):
            who = "谁" if "谁" in match["asked"] else ""
            return f"{text[:start]}{name}{who}{text[end:]}"
    return text
