"""Shares as people ask for them, in the words in which documents write them."""

from __future__ import annotations

import re

from assistant.lexicon.indicators import load_indicators
from assistant.question import constraint_cues
from assistant.question.names import Names

_LEAST_PROPORTION = 3  # characters of what a proportion is of, without the word for it
_PROPORTION = re.compile(r"([一-鿿a-z\d]{2,16}?)的?(?:占比|比重|比例|比率)")
_PROPORTIONS = ("占比", "比重", "比例")
# "普惠性的占到多少": the share of what is said.
_HOLDS = re.compile(r"的?占到了?(?=多少(?![一-鿿])|几成|百分之|多大)")
_SHARE_WITHIN = re.compile(
    rf"(?!年)([一-鿿]{{2,10}}?){constraint_cues.WITHIN.pattern}[,，]?的?([一-鿿]{{2,8}}?)占了?(?=(?:多少|几成|百分之|多大))"
)
# "工业在GDP里占多大比重": the whole stands behind what is a part of it.
_PART_WITHIN = re.compile(
    rf"在([一-鿿a-z]{{2,10}}?){constraint_cues.WITHIN.pattern}的?(?:占|(?=比重|份额))"
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
_CHILDREN = re.compile(r"的?(?:在园的?)?(?:小孩子?|孩子|娃娃?|小朋友|幼儿)(?:们)?$")
_WRITTEN = ("在园幼儿", "幼儿", "儿童", "学生")
_SHARE_ASKED = re.compile(
    r"([一-鿿]{2,8}?)(?:能|一共|大概|大约)?占(?:了|到)?(?:多大|多少|几成)的?(?:比重|比例|份额)?(?=[?？,，]|$)"
)


def of_larger(text: str) -> str:
    """Name a share of a larger whole, and the rate of those that did something, as documents do.

    >>> of_larger("茶叶出口占到全国的多少"), of_larger("住进去的比例")
    ('茶叶出口占全国比重多少', '入住率')
    """
    text = _SHARE_OF.sub(r"\1", _SHARE_IN.sub(r"占\2比重\1多少", text))
    return _SHARE_DONE.sub(lambda m: f"{m[1] or '入住'}率", text)


def shared(text: str) -> str:
    """Name a share as documents do: "财政收入里税收占多少" asks 税收占财政收入多少.

    >>> shared("工业在gdp里占多大比重")
    '工业占gdp多大比重'
    """
    named = _SHARE_ASKED.sub(_by_share, _HOLDS.sub("占", text))
    return _PART_WITHIN.sub(r"占\1", _SHARE_WITHIN.sub(r"\2占\1", named))


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
