"""Names that stand in one list: "A、B和C" as so many names, each with the word that they share."""

from __future__ import annotations

import re

from assistant.language.numerals import parse_number
from ingest.figures.vocabulary import (
    LIST_JOINT,
    LIST_SUFFIX,
)

# "…三大主导产业产值": a list that says how long it is, and what its members are of.
_COUNTED_LIST = re.compile(
    r"(?<=[\u4e00-\u9fff”)）])等?(\d|[两二三四五六七八九十])(?:大|个|条|项|类|种|家|处)(?:主导|重点|支柱|优势|特色)?([\u4e00-\u9fff]{2,20})$"
)


# "春节、国庆假期接待游客": what was counted on each of the days.
_OF_HOLIDAY = re.compile(r"(?:小?长假|假期|假日)(?:期间)?[\u4e00-\u9fff]{2,}$")


# "电子信息制造、软件服务业营收": the 业 of the last is that of all.
_OF_INDUSTRY = re.compile("(?:制造|服务|批发|零售|住宿|餐饮|建筑|采矿|种植|养殖|加工|运输|租赁)$")


def split_names(text: str, count: int) -> tuple[str, ...]:
    """Split "A、B和C" into ``count`` names; with another number of parts it stays one name.

    >>> split_names("电子信息制造、软件与信息技术服务业营收", 2)
    ('电子信息制造业营收', '软件与信息技术服务业营收')
    >>> split_names("养老、医疗、失业三大保险参保人数", 3)
    ('养老保险参保人数', '医疗保险参保人数', '失业保险参保人数')
    """
    if count == 2 and len(pair := split_pair(text)) == 2:
        return pair
    if count > 1 and len(industries := split_industries(text)) == count:
        return industries
    whole, counted = _without_count(text, count)
    for joint in (re.compile("、"), LIST_JOINT):
        parts = [part for part in joint.split(whole) if part]
        if counted and len(parts) == count:
            return tuple(part + counted for part in parts)
        if len(parts) == count and count > 1:
            return _with_suffix(parts)
    return (text,)


# "三次产业对经济增长的贡献分别为6.5%、61.2%、32.3%"
_ALL_INDUSTRIES = re.compile(r"三次产业(?!结构|比例|比重|之?比)")
_INDUSTRIES = re.compile(r"((?:第?[一二三](?:[、和及]|次)*){2,3})(?:次)?产业?(.*)")
# One word for two things, and what it is of: "城乡居民收入分别增长4%、6%".
_PAIRS: tuple[tuple[re.Pattern[str], tuple[str, str]], ...] = (
    (re.compile(r"城[、和及]?乡(?=居民|常住居民|人均)"), ("城镇", "农村")),
    (re.compile(r"城[、和及]?乡(?=低保|最低生活保障|特困)"), ("城市", "农村")),
    (re.compile(r"存(?:[、和及]|款[、和及])?贷款?(?=余额|$)"), ("存款", "贷款")),
    (re.compile(r"(?<=[一-鿿])(?<![投产净])(?:收入[、和及与]支出|收支)$"), ("收入", "支出")),
)


def split_pair(text: str) -> tuple[str, ...]:
    """The two names that one word stands for, the name itself where it stands for one.

    >>> split_pair("城乡居民人均可支配收入"), split_pair("金融机构存贷款余额")
    (('城镇居民人均可支配收入', '农村居民人均可支配收入'), ('金融机构存款余额', '金融机构贷款余额'))
    >>> split_pair("一般公共预算收入和支出")
    ('一般公共预算收入', '一般公共预算支出')
    >>> split_pair("城乡居民收入比")
    ('城乡居民收入比',)
    """
    for pattern, words in _PAIRS:
        if pattern.search(text) and not text.endswith(("比", "差距", "倍差", "差")):
            first, second = (pattern.sub(word, text, count=1) for word in words)
            return first, second
    return (text,)


def split_industries(text: str) -> tuple[str, ...]:
    """The names behind numbers of industries that share one word.

    >>> split_industries("一、二、三产业增加值")
    ('第一产业增加值', '第二产业增加值', '第三产业增加值')
    """
    text = _ALL_INDUSTRIES.sub("一、二、三次产业", text)
    match = _INDUSTRIES.fullmatch(text)
    if match is None:
        return (text,)
    return tuple(f"第{number}产业{match[2]}" for number in re.findall(r"[一二三]", match[1]))


def _without_count(text: str, count: int) -> tuple[str, str]:
    """A list without its "三大主导产业产值", and what stood behind the number."""
    match = _COUNTED_LIST.search(text) if "、" in text else None
    if match is None or parse_number(match[1]) != count:
        return text, ""
    return text[: match.start()], match[2]


def split_shared(text: str, *, told: bool = False) -> tuple[str, ...]:
    """Split names that share one figure, at 和 and 与 only where 均 or 各 has told so.

    >>> split_shared("制造业投资、高新技术产业投资、建安投资增速")
    ('制造业投资增速', '高新技术产业投资增速', '建安投资增速')
    >>> split_shared("软件与信息服务业营收增速"), split_shared("交易量和产品量", told=True)
    (('软件与信息服务业营收增速',), ('交易量', '产品量'))
    """
    joint = LIST_JOINT if told else re.compile("、")
    parts = [part for part in joint.split(text) if part]
    return _with_suffix(parts) if all(len(part) > 1 for part in parts) else (text,)


def _with_suffix(parts: list[str]) -> tuple[str, ...]:
    """Give the metric of the last name to all: 营收 of "电子信息制造、软件业营收".

    >>> _with_suffix(["“五一”", "国庆假期接待游客"])
    ('“五一”假期接待游客', '国庆假期接待游客')
    """
    holiday = _OF_HOLIDAY.search(parts[-1])
    if holiday and not any(_OF_HOLIDAY.search(part) for part in parts[:-1]):
        return (*(part + holiday.group() for part in parts[:-1]), parts[-1])
    suffix = LIST_SUFFIX.search(parts[-1])
    if suffix is None:
        return tuple(parts)
    word = suffix.group()
    if parts[-1].removesuffix(word).endswith("业"):
        parts = [_OF_INDUSTRY.sub(r"\g<0>业", part) for part in parts[:-1]] + parts[-1:]
    complete = ("增速", "增幅") if word in ("增速", "增幅") else tuple("收入税值额量率数资速度")
    return (*(p if p.endswith(complete) else p + word for p in parts[:-1]), parts[-1])
