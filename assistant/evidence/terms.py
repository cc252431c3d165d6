"""The terms of a question: what it names, how much each weighs, and whether a text holds it.

Words that many passages share weigh little (inverse document frequency).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise

from assistant.language.quantities import comparable
from assistant.language.tokenizer import is_verb, is_word, segments
from assistant.lexicon.indicators import load_indicators
from assistant.lexicon.synonyms import load_synonyms
from assistant.question import constraint_cues, figure_cues, stopwords
from assistant.question.names import done_in_words, is_statistic
from assistant.question.places import blank
from assistant.schema import Query
from assistant.text import fold_text, share_of

SYNONYM_LEVEL = 0.9
PARTIAL_LEVEL = 0.7  # times the share of a long word's character pairs that are there
INDICATOR_WEIGHT = 2.5  # a statistical indicator of the lexicon, in units of an average word
NAME_WEIGHT = 1.5  # a thing of the lexicon that is merely counted
QUOTED_WEIGHT = 2.0  # a sentence in quotes is meant to the letter
QUOTED_LENGTH = 8
_QUOTED_PART = 3  # characters that a quote has at least on each side of what it leaves out
_LEFT_OUT = r"[^。;；!！?？\n]{1,16}?"
QUOTED_SHORT = 4  # characters of a quoted name with a letter or a number in it
VERB_FACTOR = 0.5  # what is done says less about a statement than what it is done to
ASKED_IN_FACTOR = 0.4
FOREIGN_FACTOR = 0.3
# Verbs that bring a thing about and say nothing of what it is.
_BRINGING = re.compile(r"^(?:新增|新建|引进|建成|完成|创建|培育|打造|新)+(?=.{2})")
# What is counted over several years: "历年加起来的总数别算", "累计发放2000张".
_SUMMED = re.compile(r"累计|总数(?!据)|加起来|历年")
_QUOTE_MARKS = re.compile(r"[\"'“”‘’「」『』]")
# The verb between an industry and what it earned.
_INNER_VERB = re.compile(
    r"(?<=[业链群])(?:共|累计)?(?:实现|完成)(?=总?产值|营业?收|增加值|开票|销售)"
)
# What things of a sort are called in short: 灯塔变, and 10件实事 that a text has named before.
_SHORT = {
    "民生实事": re.compile(r"实事(?!求是)"),
    "变电站": re.compile(
        r"[一-鿿](?![改转演应突多不渐蜕质巨剧裂])[一-鿿]变(?=[和及等]|[^一-鿿]|$)"
    ),
}
VISITED, VISITS = "企业", "家次"
_CODED = re.compile(r"[a-z\d]")
_AMOUNT = re.compile(r"[\d.]+$|[亿万千百]")


@dataclass(frozen=True, eq=False)  # told apart by identity: it is hashed often
class Term:
    """One thing that the question names.

    ``variants`` are other words for it, ``canonical`` is its name in the lexicon. A ``strict``
    term is met by its canonical name alone: 规上工业总产值 never _stands for 规上工业增加值. A
    ``leveled`` one says whose list a thing is on: 省重点项目. ``contracted`` is what a verb and the
    thing behind it grow together to, a word by itself where it stands: 侵企.
    """

    text: str
    weight: float
    variants: tuple[str, ...] = ()
    canonical: str = ""
    strict: bool = False
    leveled: bool = False
    contracted: tuple[str, ...] = ()

    @cached_property
    def pairs(self) -> tuple[str, ...]:
        """The character pairs of a word that is long enough to be told by them."""
        ends = range(2, len(self.text) + 1) if len(self.text) > 2 else ()
        return tuple(self.text[end - 2 : end] for end in ends)


_term = lru_cache(maxsize=4_000)(Term)  # sides of a question whose terms are equal share them


def make_terms(query: Query, rarity: Callable[[str], float]) -> list[Term]:
    """Return the weighted terms of ``query``; ``rarity`` is a word's inverse document frequency.

    The words that an indicator was asked in count beside its name, at a low weight: of two
    statements on 对口支援 the one that says 山海协作 is meant where the question does.
    """
    synonyms = load_synonyms()
    typed = {m.canonical: m.text for m in load_indicators().find(query.text)}
    quoted = [m.group().strip('"“”') for m in constraint_cues.QUOTED.finditer(query.text)]
    terms = [_term(q, QUOTED_WEIGHT, strict=True) for q in quoted if len(q) >= QUOTED_LENGTH]
    terms += [
        _term(q, 1.0) for q in quoted if QUOTED_SHORT <= len(q) < QUOTED_LENGTH and _CODED.search(q)
    ]
    terms += [
        _indicator_term(name, typed.get(name, name), query.units) for name in query.indicators
    ]
    terms += _leveled(query, typed.values())
    asked_in = [w for s, e in query.slots.get("indicator", ()) for w in segments(query.text[s:e])]
    asked_in = [w for w in asked_in if not _AMOUNT.match(w)]  # 10|亿元以上项目 is one name
    counted = figure_cues.COUNTED_THING.findall(query.text)
    for word in dict.fromkeys([*query.terms, *asked_in, *counted]):
        known = word in stopwords.FUNCTION_WORDS or word in typed.values()
        if known and word not in query.terms:
            continue
        weight = 0.35 + 0.65 * rarity(word)
        weight *= VERB_FACTOR if is_verb(word) else 1.0
        weight *= 1.0 if word in query.terms else ASKED_IN_FACTOR
        # A foreign word beside Chinese ones mostly says the same again.
        weight *= FOREIGN_FACTOR if re.fullmatch(r"[a-z' -]{6,}", word) else 1.0
        # "走访13351家次" is of 企业, which go without saying.
        visits = (VISITS,) if word == VISITED and VISITS in query.units else ()
        others = (*synonyms.expand(word), *visits)
        terms.append(_term(word, weight, others, contracted=_contracted(query, word)))
    return terms


def _contracted(query: Query, word: str) -> tuple[str, ...]:
    """What a verb and the thing behind it are called in two characters: 侵害企业 is 侵企.

    So are two verbs, 打击处理 and 打处. What the dictionary has is a word of its own: 教育学生 is
    no 教学.
    """
    pairs = [(a, b) for a, b in pairwise(query.terms) if word in (a, b) and f"{a}{b}" in query.text]
    pairs = [(a, b) for a, b in pairs if len(a) == len(b) == 2 and is_verb(a)]
    short = [f"{char}{b[0]}" for a, b in pairs for char in a]
    return tuple(name for name in short if not is_word(name))


def _leveled(query: Query, names: Iterable[str]) -> list[Term]:
    """Whose list a thing is on: 省重点项目 are some of the 重点项目."""
    text = blank(query.text, query.slots.get("district", ()))
    found = [
        (match.group(1), name)
        for name in names
        if name in text
        for match in re.finditer(rf"(国家|省|市|区|县)级?{re.escape(name)}", text)
    ]
    return [
        _term(f"{lv}{name}", NAME_WEIGHT / 2, (f"{lv}级{name}",), leveled=True)
        for lv, name in found
    ]


def _indicator_term(name: str, typed: str, asked: Sequence[str]) -> Term:
    """A name measured in money or per cent is a statistic; others are things.

    Asked "多少幢", 楼宇税收 is not meant as the statistic either: nothing in 元 counts 幢.
    """
    units = load_indicators().units(name)
    strict = is_statistic(name)
    if asked and not any(comparable(a, u) for a in asked for u in (*units, "%")):
        strict = False
    weight = INDICATOR_WEIGHT if strict else NAME_WEIGHT
    typed = _BRINGING.sub("", typed) or typed
    typed = typed[:-1] if typed.endswith("数") and is_word(typed[:-1]) else typed
    others = () if strict else load_synonyms().expand(typed)
    return _term(typed, weight, (name, *others), canonical=name, strict=strict)


@lru_cache(maxsize=20_000)
def canonical_names(folded: str) -> frozenset[str]:
    """Return the lexicon names that stand in a folded text."""
    return load_indicators().named(folded)


def _unquoted(text: str) -> str:
    """Quotes within quotes are of another form than by themselves."""
    return _QUOTE_MARKS.sub("", text)


@lru_cache(maxsize=20_000)
def _without_inner_verbs(folded: str) -> str:
    return _INNER_VERB.sub("", folded) if _INNER_VERB.search(folded) else ""


def level(term: Term, folded: str) -> float:
    """Return how well ``folded`` holds ``term``, from 0 to 1."""
    if term.canonical:
        names = canonical_names(folded)
        if term.canonical in names or (
            not term.strict and any(_ends_with(name, term.canonical) for name in names)
        ):
            return 1.0
    if term.strict:
        return 0.0 if term.canonical else _quoted_level(_unquoted(term.text), _unquoted(folded))
    if term.text in folded and _stands(term.text, folded):
        return 1.0
    if term.text in _without_inner_verbs(folded):
        return 1.0  # 白酒产业实现产值 is 白酒产业产值
    if _called_in_short(term, folded) or _stands_otherwise(term, folded):
        return SYNONYM_LEVEL
    pairs = term.pairs
    if not pairs or term.text in folded:  # the end of a larger number is no part of the word
        return 0.0
    if term.text.replace(".", "").isdigit():  # no number is like another one
        return 0.0
    share = max(share_of(pairs, folded), share_of(pairs[::2], folded) if len(pairs) > 2 else 0.0)
    return PARTIAL_LEVEL * share if share >= 0.5 else 0.0


def _quoted_level(quote: str, folded: str) -> float:
    """How well a text holds a quote, to the letter or with something left out of its midst.

    >>> text = "加快打造直播经济增长极,核心产业营收达到80亿元"
    >>> _quoted_level("直播经济核心产业营收达到80亿元", text), _quoted_level("营收8亿", text)
    (0.9, 0.0)
    """
    if quote in folded:
        return 1.0
    parts = ((quote[:at], quote[at:]) for at in range(_QUOTED_PART, len(quote) - _QUOTED_PART + 1))
    for head, tail in parts:
        if head not in folded:
            break
        if head[-1:].isdigit():
            continue
        if re.search(f"{re.escape(head)}{_LEFT_OUT}{re.escape(tail)}", folded):
            return SYNONYM_LEVEL
    return 0.0


def _called_in_short(term: Term, folded: str) -> bool:
    short = _SHORT.get(term.canonical)
    return short is not None and short.search(folded) is not None


def _stands_otherwise(term: Term, folded: str) -> bool:
    """True for another word for a term; a contraction has to be a word of its own there."""
    if any(_stands(variant, folded) for variant in term.variants):
        return True
    done = done_in_words(term.text) if term.canonical else None
    if done is not None and done.search(folded):
        return True
    return any(name in folded and name in segments(folded) for name in term.contracted)


def _stands(word: str, folded: str) -> bool:
    """True if ``folded`` holds ``word``, and not as the end of a larger number."""
    if word not in folded:
        return False
    if word[:1] not in "亿万千百" and not word[:1].isdigit():
        return True
    return re.search(rf"(?<![\d.]){re.escape(word)}", folded) is not None


def _ends_with(name: str, canonical: str) -> bool:
    return name.endswith(canonical) and not name[: -len(canonical)][-1:].isdigit()


def speaks_of(excluded: Sequence[str], text: str) -> bool:
    """True if a clause holds a content word that the question rules out."""
    if not excluded:
        return False
    folded = fold_text(text)
    if _SUMMED.search(folded) and any(_SUMMED.search(phrase) for phrase in excluded):
        return True
    found = {
        w
        for phrase in excluded
        for w in segments(phrase)
        if len(w) > 1 and w not in stopwords.FUNCTION_WORDS
    }
    return any(level(Term(word, 1.0), folded) > 0 for word in found)
