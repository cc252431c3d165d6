"""Shares as people ask for them, in the words in which documents write them."""

from __future__ import annotations

import re
from functools import partial

from assistant.lexicon.indicators import load_indicators
from assistant.question import constraint_cues
from assistant.question.names import Names

_LEAST_PROPORTION = 3  # characters of what a proportion is of, without the word for it
_PROPORTION = re.compile(r"([一-鿿a-z\d]{2,16}?)的?(?:占比|比重|比例|比率)")
_PROPORTIONS = ("占比", "比重", "比例")
# "普惠性的占到多少": the share of what is said.
_HOLDS = re.compile(r"的?占到了?(?=多少(?![一-鿿])|几成|百分之|多大)")
_SHARE_WITHIN = re.compile(
    rf"(?!年)([一-鿿a-z]{{2,10}}?){constraint_cues.WITHIN.pattern}[,，]?的?([一-鿿]{{2,8}}?)占了?(?=(?:多少|几成|百分之|多大))"
)
# "工业在GDP里占多大比重": the whole stands behind what is a part of it.
_PART_WITHIN = re.compile(
    rf"在([一-鿿a-z\d]{{2,18}}?){constraint_cues.WITHIN.pattern}的?(?:占|(?=比重|份额))"
)
# "茶叶出口占到全国的多少": the share that a place has of a larger one.
_SHARE_IN = re.compile(
    r"([要将应会能]?)占(?:到|了)?(全国|全省|全市|全球|全[区县州旗])的?(?:多大的?(?:份额|比重|比例)|(?:多少|几成|[百千万]分之几)(?![一-鿿]))"
)
_SHARE_OF = re.compile(r"(?<=占)([一-鿿a-z\d]{2,16}?)的(?=比重|比例|份额)")
# "住进去的比例" is the 入住率, "按时完工的比例" the 完工率.
_SHARE_DONE = re.compile(
    r"(?:住进去?了?|(入住|出租|使用|合格|达标|满意|签约|履约|投产|开工|完工|入托|就业))的?(?:比例|比率)"
)
# "覆盖到百分之多少" asks for the 覆盖率.
_SHARE_REACHED = re.compile(
    r"(覆盖|普及|达标|合格|入住|参保|签约|就业|绿化)(?:面|率)?(?:已经?|都|现在)?(?:到|了|达到?|有){1,2}(?=百分之(?:多少|几)|几成)"
)
_CHILDREN = re.compile(r"的?(?:在园的?)?(?:小孩子?|孩子|娃娃?|小朋友|幼儿)(?:们)?$")
_WRITTEN = ("在园幼儿", "幼儿", "儿童", "学生")
_SHARE_ASKED = re.compile(
    r"([一-鿿]{2,8}?)(?:能|一共|大概|大约)?占(?:了|到)?(?:多大|多少|几成)的?(?:比重|比例|份额)?(?=[?？,，]|$)"
)

# "民营经济占经济总量几成", "占生产总值的比例是百分之几": a part, its whole and how much it is.
_SO_MUCH = r"(?:几成|百分之(?:几|多少)|多少(?![一-鿿])|多大的?(?:比重|比例|份额))"
_PART_OF_WHOLE = re.compile(
    r"(?P<part>[一-鿿a-z\d]{2,18}?)(?P<planned>要|将|应|需要?)?(?:能|一共|大概|大约)*占(?:到|了|去)?(?P<whole>[一-鿿a-z\d]{2,18}?)的?"
    rf"(?:{_SO_MUCH}|(?:比重|比例|份额)(?:(?:是|有|为|达到?)?{_SO_MUCH}|(?=[?？,，。]|$)))"
)
# "GDP有多大比例来自民营经济", "收入中有百分之多少是税收": the whole first.
_WHOLE_OF_PART = re.compile(
    r"(?P<whole>[一-鿿a-z]{2,12}?)(?:里面?|里头|当?中)?有(?:几成|百分之(?:几|多少)|多大的?(?:比重|比例|份额))"
    r"(?:是|来自|属于|由|靠)于?(?P<part>[一-鿿a-z\d]{2,14}?)(?:贡献|创造|撑起|拉动)?(?:出?来)?的?(?=[?？,，。]|$)"
)
# "财政收入,其中税收占多少": the whole in a clause that asks nothing of its own.
_SHARE_OF_WHICH = re.compile(
    r"(?P<whole>[一-鿿a-z]{2,18})[,，]?其中的?(?P<part>[一-鿿a-z]{2,12}?)占(?:比重?|比例)?(?:是|有|为|了|到)*"
    r"(?=多少(?![万亿一-鿿])|几成|百分之(?:几|多少)|多大)"
)
_PRODUCT, _ITS_SHORT = "地区生产总值", "gdp"


def of_larger(text: str) -> str:
    """Name a share of a larger whole, and the rate of those that did something, as documents do.

    >>> of_larger("茶叶出口占到全国的多少"), of_larger("住进去的比例")
    ('茶叶出口占全国比重多少', '入住率')
    >>> of_larger("污水管网覆盖到百分之多少了")
    '污水管网覆盖率百分之多少了'
    """
    text = _SHARE_REACHED.sub(r"\1率", text)
    text = _SHARE_OF.sub(r"\1", _SHARE_IN.sub(r"占\2比重\1多少", text))
    return _SHARE_DONE.sub(lambda m: f"{m[1] or '入住'}率", text)


def shared(text: str, names: Names) -> str:
    """Name a share as documents do: "财政收入里税收占多少" asks 税收占财政收入多少.

    >>> shared("工业在gdp里占多大比重", Names())
    '工业占gdp比重多少'
    >>> shared("甲区gdp里面民营经济占几成", Names())
    '甲区民营经济占gdp比重多少'
    >>> shared("甲区gdp有几成是民营经济贡献的", Names())
    '甲区民营经济占gdp比重多少'
    >>> shared("甲区稻田占耕地几成", Names())
    '甲区稻田占耕地几成'
    >>> shared("甲区财政总收入,其中税收占多少?", Names())
    '甲区税收占财政总收入比重多少?'
    """
    text = _SHARE_OF_WHICH.sub(_by_which, _HOLDS.sub("占", text))
    named = _within(text)
    for pattern in (_PART_OF_WHOLE, _WHOLE_OF_PART):
        named = pattern.sub(partial(_by_both, names=names), named)
    return named if named != _within(text) else _within(_SHARE_ASKED.sub(_by_share, text))


def _within(text: str) -> str:
    return _PART_WITHIN.sub(r"占\1", _SHARE_WITHIN.sub(r"\2占\1", text))


def _by_which(asked: re.Match[str]) -> str:
    """Ask for the share alone: the whole that stands before it is only what it is of."""
    whole, lexicon = asked["whole"], load_indicators()
    at = next((n for n in range(len(whole) - 1) if lexicon.canonical(whole[n:])), None)
    return asked.group() if at is None else f"{whole[:at]}{asked['part']}占{whole[at:]}比重"


def _by_both(asked: re.Match[str], names: Names) -> str:
    """Name the share that a part has of a whole, where it has a name."""
    part, lexicon = asked["part"], load_indicators()
    for start in range(len(asked["whole"]) - 1):
        whole = asked["whole"][start:]
        known = lexicon.canonical(whole) or whole
        wholes = (whole, _ITS_SHORT if known == _PRODUCT else known)
        for at in range(len(part) - 1):
            shares = (f"{part[at:]}占{of}比重" for of in wholes)
            if name := next(filter(names.knows, shares), ""):
                # Whose the whole is stands before it: 甲区gdp有几成是工业.
                planned = asked.groupdict().get("planned")
                much = "要达到多少" if planned else "多少"
                return f"{part[:at]}{asked['whole'][:start]}{name}{much}"
    return asked.group()


def _by_share(asked: re.Match[str]) -> str:
    """税收占多大比重 asks for the 税收占比, where that is a name."""
    words = asked[1]
    named = (words[at:] for at in range(len(words) - 1))
    for part in named:
        written = (w for w in _of_children(part) if load_indicators().canonical(f"{w}占比"))
        if name := next(written, ""):
            return f"{words.removesuffix(part)}{name}占比多少"
    return asked.group()


def _of_children(words: str) -> list[str]:
    """Words as they are typed, and as documents call the children of whom they speak."""
    return [words, *(_CHILDREN.sub(w, words) for w in _WRITTEN if _CHILDREN.search(words))]


def proportion(text: str, names: Names) -> str:
    """Name a proportion as its document does: 护理型床位的比例 is 护理型床位占比."""
    for match in reversed(list(_PROPORTION.finditer(text))):
        before = match[1]
        fields = (before[-n:] for n in range(len(before), _LEAST_PROPORTION - 1, -1))
        known = ((f, e) for f in fields for e in _PROPORTIONS if names.knows(f"{f}{e}"))
        field, end = next(known, ("", ""))
        if field and "占" not in before:
            start = match.end(1) - len(field)
            text = f"{text[:start]}{field}{end}{text[match.end() :]}"
    return text
