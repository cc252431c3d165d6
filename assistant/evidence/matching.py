"""How far a statement speaks of what a question asks: weighted coverage of the question's terms.

A term counts fully where it stands in the statement itself, less where only a heading or another
cell of the row names it. Words that many passages share weigh little (inverse document frequency).
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from operator import mul

from assistant.evidence.statements import Statement
from assistant.language.columns import Role, cells_of
from assistant.language.periods import find_periods, year_of
from assistant.language.quantities import comparable, quantities_in, unit_family
from assistant.language.tokenizer import is_verb, is_word, segments
from assistant.language.units import split_unit
from assistant.lexicon.indicators import load_indicators
from assistant.lexicon.synonyms import load_synonyms
from assistant.question import (
    comparison_cues,
    constraint_cues,
    figure_cues,
    statement_cues,
    stopwords,
)
from assistant.question.names import is_statistic
from assistant.schema import Indicator, Query, Row, Span
from assistant.text import fold_text, share_of

_NAME = re.compile(r"[一-鿿]{2,4}")  # that no dictionary has
_TOLD_AND_MEANT: tuple[tuple[Role, ...], ...] = (("progress",), ("target", "group"))
LABEL_LEVEL = 0.75  # a term that only a heading or a neighbouring cell holds
REMARK_LEVEL = 0.7  # a term that only the remark behind a bare rate holds: "88%(甲路推进缓慢)"
TITLE_LEVEL = 0.5  # a term that only the document's title holds
SYNONYM_LEVEL = 0.9
PARTIAL_LEVEL = 0.7  # times the share of a long word's character pairs that are there
INDICATOR_WEIGHT = 2.5  # a statistical indicator of the lexicon, in units of an average word
NAME_WEIGHT = 1.5  # a thing of the lexicon that is merely counted
QUOTED_WEIGHT, QUOTED_LENGTH = 2.0, 8  # a sentence in quotes is meant to the letter
WANT_WEIGHT = 1.0  # a clause that has one of the figures, or the period, that is asked for
EXCLUDED_COST = 9.0  # a clause that speaks of what the question rules out
OTHER_FIGURE_COST = 0.06  # a clause that has figures, and not the one that answers
VERB_FACTOR = 0.5  # what is done says less about a statement than what it is done to
ASKED_IN_FACTOR = 0.4
FOREIGN_FACTOR = 0.3
LONGEST_RUN = 8  # clauses of one quote
SECOND_GAIN = 0.18  # share of the weights that a second span must add
RATE_UNITS = frozenset({"%", "‰", "百分点", "个百分点"})
# Verbs that bring a thing about and say nothing of what it is.
_BRINGING = re.compile(r"^(?:新增|新建|新引进|引进|建成|完成|创建|培育|打造|新)+(?=.{2})")
_QUOTE_MARKS = re.compile(r"[\"'“”‘’「」『』]")
_COUNT = unit_family("个")
# What clinics, schools and shops are counted in: 787间 are as many 家.
_HOUSES = frozenset({"家", "间", "所"})
_GENERAL = frozenset({"个", "项", ""})  # classifiers that stand in for any other
LENGTH_COST = 0.0012  # per character of a quote: of two that cover the same, the shorter


@dataclass(frozen=True, eq=False)  # told apart by identity: it is hashed often
class Term:
    """One thing that the question names.

    ``variants`` are other words for it, ``canonical`` is its name in the lexicon. A ``strict``
    term is met by its canonical name alone: 规上工业总产值 never stands for 规上工业增加值. A
    ``leveled`` one says whose list a thing is on: 省重点项目.
    """

    text: str
    weight: float
    variants: tuple[str, ...] = ()
    canonical: str = ""
    strict: bool = False
    leveled: bool = False

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
        _indicator_term(name, typed.get(name, name), query.units) for name in query.indicators
    ]
    terms += _leveled(query, typed.values())
    asked_in = [w for s, e in query.slots.get("indicator", ()) for w in segments(query.text[s:e])]
    asked_in = [w for w in asked_in if not _AMOUNT.match(w)]  # 10|亿元以上项目 is one name
    counted = [m.group(1) for m in figure_cues.COUNTED_THING.finditer(query.text)]
    for word in dict.fromkeys([*query.terms, *asked_in, *counted]):
        if word in stopwords.FUNCTION_WORDS or (word in typed.values() and word not in query.terms):
            continue
        weight = 0.35 + 0.65 * rarity(word)
        weight *= VERB_FACTOR if is_verb(word) else 1.0
        weight *= 1.0 if word in query.terms else ASKED_IN_FACTOR
        # A foreign word beside Chinese ones mostly says the same again.
        weight *= FOREIGN_FACTOR if re.fullmatch(r"[a-z' -]{6,}", word) else 1.0
        terms.append(_term(word, weight, tuple(synonyms.expand(word))))
    return terms


def _leveled(query: Query, names: Iterable[str]) -> list[Term]:
    """Whose list a thing is on: 省重点项目 are some of the 重点项目."""
    text = query.text
    for start, end in query.slots.get("district", ()):
        text = text[:start] + " " * (end - start) + text[end:]
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
    others = () if strict else load_synonyms().expand(typed)
    return _term(typed, weight, (name, *others), canonical=name, strict=strict)


@lru_cache(maxsize=20_000)
def canonical_names(folded: str) -> frozenset[str]:
    """Return the lexicon names that stand in a folded text."""
    return load_indicators().named(folded)


# The verb between an industry and what it earned.
_INNER_VERB = re.compile(
    r"(?<=[业链群])(?:共|累计)?(?:实现|完成)(?=总?产值|营业?收|增加值|开票|销售)"
)


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
        return float(not term.canonical and _unquoted(term.text) in _unquoted(folded))
    if term.text in folded and stands(term.text, folded):
        return 1.0
    if term.text in _without_inner_verbs(folded):
        return 1.0  # 白酒产业实现产值 is 白酒产业产值
    for variant in term.variants:
        if variant in folded and stands(variant, folded):
            return SYNONYM_LEVEL
    pairs = term.pairs
    if not pairs or term.text in folded:  # the end of a larger number is no part of the word
        return 0.0
    share = max(share_of(pairs, folded), share_of(pairs[::2], folded) if len(pairs) > 2 else 0.0)
    return PARTIAL_LEVEL * share if share >= 0.5 else 0.0


def stands(word: str, folded: str) -> bool:
    """True if ``folded`` holds ``word``, and not as the end of a larger number."""
    if word not in folded:
        return False
    if word[:1] not in "亿万千百" and not word[:1].isdigit():
        return True
    return re.search(rf"(?<![\d.]){re.escape(word)}", folded) is not None


def _ends_with(name: str, canonical: str) -> bool:
    return name.endswith(canonical) and not name[: -len(canonical)][-1:].isdigit()


@dataclass(frozen=True, slots=True)
class Match:
    """``coverage`` is the weighted share of terms found, 0..1; ``own`` without labels."""

    coverage: float
    own: float
    missing: tuple[str, ...]


_AMOUNT = re.compile(r"[\d.]+$|[亿万千百]")
_REMARKED = re.compile(r"\s*(\d+(?:\.\d+)?%)\s*[(]([^()]+)[)]?\s*")
_folded = lru_cache(maxsize=1_000)(fold_text)  # one title for all statements of a document


@lru_cache(maxsize=4_000)  # statements of a chunk share their headings
def _labelled(terms: tuple[Term, ...], labels: str, title: str) -> tuple[float, ...]:
    """How well what labels a statement holds each of the terms."""
    title = _folded(title)
    return tuple(max(LABEL_LEVEL * level(t, labels), TITLE_LEVEL * level(t, title)) for t in terms)


def _parted(statement: Statement) -> tuple[str, str]:
    """A cell's words, and the remark in brackets behind a rate: it tells of parts, not whose it is.

    "88%(甲镇、乙村公路推进缓慢)" is how far the task of its row is.
    """
    remarked = _REMARKED.fullmatch(statement.folded) if statement.role == "progress" else None
    return (remarked[1], remarked[2]) if remarked else (statement.folded, "")


def match(terms: Sequence[Term], statement: Statement) -> Match:
    """Measure how far ``statement`` with its labels covers ``terms``."""
    total = sum([t.weight for t in terms])
    if not total:
        return Match(0.0, 0.0, ())
    covered = own = 0.0
    missing: list[str] = []
    folded, remark = _parted(statement)
    labelled = _labelled(tuple(terms), statement.labels, statement.chunk.title)
    spoken_of = {figure.indicator for figure in statement.figures}
    for term, elsewhere in zip(terms, labelled, strict=True):
        # The extractor knows what "增速7.0%" speaks of, though the name stands in another cell.
        here = 1.0 if term.canonical in spoken_of else level(term, folded)
        best = max(here, elsewhere, REMARK_LEVEL * level(term, remark) if remark else 0.0)
        own += term.weight * here
        covered += term.weight * best
        if best == 0.0:
            missing.append(term.text)
    return Match(covered / total, own / total, tuple(missing))


def has_answer(text: str, units: Sequence[str]) -> bool:
    """True if ``text`` has a figure of one of ``units`` (any figure, where none is given)."""
    found = [q for q in quantities_in(text) if not q.is_rank]
    if not units:
        return bool(found)
    # A ratio is often written bare: "城乡收入倍差缩小至1.43".
    return any(
        comparable(q.unit, unit) or _counts_alike(q.unit, unit) or (unit == "倍" and not q.unit)
        for q in found
        for unit in units
    )


Want = Callable[[str], bool]


def wants_of(query: Query) -> list[Want]:
    """Return what the answer has to hold besides the terms: figures of units and measures."""
    wants: list[Want] = [_holds_unit(unit) for unit in query.units]
    if "growth" in query.measures:
        wants.append(_tells_way if comparison_cues.WAY_ASKED.search(query.text) else _holds_rate)
    if "level" in query.measures and set(query.units) <= RATE_UNITS:
        wants.append(_holds_amount)
    if "completion" in query.measures:
        wants.append(_holds_completion)
    if "rank" in query.measures:
        wants.append(_holds_rank)
    if figure_cues.RATE_ASKED.search(query.text):
        wants.append(_holds_rate)
    if "when" in query.asks:
        wants.append(_names_date)
    if len(query.periods) == 1 and (len(query.periods[0]) > 4 or query.excluded):
        wants.append(_names_period(query.periods[0]))
    return wants


def _holds_unit(unit: str) -> Want:
    return lambda text: any(fits_unit(q.unit, unit) for q in quantities_in(text))


def fits_unit(unit: str, asked: str) -> bool:
    """True if a figure in ``unit`` answers a question in ``asked``: 多少场 is not answered in 枚.

    >>> fits_unit("万元", "元"), fits_unit("枚", "场"), fits_unit("家", "个")
    (True, False, True)
    >>> fits_unit("万户", "家"), fits_unit("台", "部")
    (True, True)
    """
    if unit.endswith(asked) or asked.endswith(unit or "-") or _counts_alike(unit, asked):
        return True
    counted = unit_family(asked) == _COUNT and asked not in _GENERAL
    return comparable(unit, asked) and not counted


def _counts_alike(unit: str, asked: str) -> bool:
    """几个老师 is answered in 名, 多少家企业 in 户, 几部电梯 in 台."""
    counted = {split_unit(unit)[1], split_unit(asked)[1]}
    if len(counted) == 1 or counted == {"家", "户"} or counted <= _HOUSES:
        return True
    return asked == "个" and unit_family(unit) == "人"


def _holds_rate(text: str) -> bool:
    told = any(q.unit in RATE_UNITS or q.unit == "倍" for q in quantities_in(text))
    return told or re.search(r"翻[了两一]{1,2}番", text) is not None


def _tells_way(text: str) -> bool:
    return statement_cues.WAY_TOLD.search(text) is not None


def _holds_completion(text: str) -> bool:
    return _holds_rate(text) and figure_cues.COMPLETION.search(text) is not None


def _holds_amount(text: str) -> bool:
    return any(q.unit not in RATE_UNITS and not q.is_rank for q in quantities_in(text))


def _holds_rank(text: str) -> bool:
    return any(q.is_rank for q in quantities_in(text))


def _names_date(text: str) -> bool:
    return any(m.period for m in find_periods(text, "2000"))


def _names_period(period: str) -> Want:
    return lambda text: any(m.period == period for m in find_periods(text, year_of(period)))


def best_quote(
    terms: Sequence[Term],
    statement: Statement,
    query: Query,
    *,
    needs_figure: bool,
    figure: Indicator | None = None,
) -> tuple[Span, ...]:
    """Choose the clauses that answer: few characters, many of the terms, the figures.

    ``figure`` is the one that has to be in the quote. Returns one span, or two where a second
    clause further on covers what the first leaves out.
    """
    clauses = statement.clauses
    if len(clauses) <= 1:
        return ((statement.start, statement.end),)
    texts = [statement.document.text[s:e] for s, e in clauses]
    wants = wants_of(query)
    foreign = [_speaks_of_another(terms, query, statement, span) for span in clauses]
    levels = [
        _clause_levels(terms, [] if other else wants, text) + [0.0] * (len(wants) if other else 0)
        for text, other in zip(texts, foreign, strict=True)
    ]
    weights = [t.weight for t in terms] + [WANT_WEIGHT] * len(wants)
    penalties = [EXCLUDED_COST if speaks_of(query.excluded, text) else 0.0 for text in texts]
    if figure is not None:
        beside = [
            not start <= figure.figure[0] < end and bool(quantities_in(text))
            for text, (start, end) in zip(texts, clauses, strict=True)
        ]
        levels = [
            _without_verbs(terms, row) if other else row
            for row, other in zip(levels, beside, strict=True)
        ]
        penalties = [
            cost + OTHER_FIGURE_COST * other for cost, other in zip(penalties, beside, strict=True)
        ]
    answers = [True] * len(clauses)
    if needs_figure:
        own = [text if not other else "" for text, other in zip(texts, foreign, strict=True)]
        answers = _answering(own, query.units)
    if figure is not None:
        answers = [s <= figure.figure[0] and figure.figure[1] <= e for s, e in clauses]
    first = _best_range(clauses, levels, answers, weights, penalties)
    covered = _covered(levels, first)
    rest = [
        [0.0] * len(row)
        if first[0] <= i <= first[1]
        else [max(0.0, a - b) for a, b in zip(row, covered, strict=True)]
        for i, row in enumerate(levels)
    ]
    second = _best_range(clauses, rest, [True] * len(clauses), weights, penalties)
    gain = sum(w * lv for w, lv in zip(weights, _covered(rest, second), strict=True))
    apart = second[0] > first[1] or second[1] < first[0]
    spans = [first, second] if apart and gain >= SECOND_GAIN * sum(weights) else [first]
    return tuple((clauses[i][0], clauses[j][1]) for i, j in sorted(spans))


def _speaks_of_another(
    terms: Sequence[Term], query: Query, statement: Statement, span: Span
) -> bool:
    """True if all figures of a clause are of other indicators than the one asked for."""
    if not any(term.strict for term in terms):
        return False
    inside = [f for f in statement.figures if span[0] <= f.figure[0] and f.figure[1] <= span[1]]
    known = [f for f in inside if load_indicators().canonical(f.indicator)]
    return (
        bool(inside)
        and len(known) == len(inside)
        and not any(f.indicator in query.indicators for f in inside)
    )


def _clause_levels(terms: Sequence[Term], wants: Sequence[Want], text: str) -> list[float]:
    folded = fold_text(text)
    return [level(t, folded) for t in terms] + [float(want(text)) for want in wants]


def _without_verbs(terms: Sequence[Term], levels: Sequence[float]) -> list[float]:
    """What a clause has of the terms, but for what is done: 淘汰叉车310台 is of no 货车."""
    verbs = [is_verb(term.text) for term in terms] + [False] * (len(levels) - len(terms))
    return [0.0 if verb else lv for verb, lv in zip(verbs, levels, strict=True)]


def _answering(texts: Sequence[str], units: Sequence[str]) -> list[bool]:
    """Which clauses hold a figure of the units; where none does, any figure; else every clause."""
    for asked in (units, ()):
        found = [has_answer(text, asked) for text in texts]
        if any(found):
            return found
    return [True] * len(texts)


def speaks_of(excluded: Sequence[str], text: str) -> bool:
    """True if a clause holds a content word that the question rules out."""
    if not excluded:
        return False
    folded = fold_text(text)
    found = {
        w
        for phrase in excluded
        for w in segments(phrase)
        if len(w) > 1 and w not in stopwords.FUNCTION_WORDS
    }
    return any(level(Term(word, 1.0), folded) > 0 for word in found)


def _covered(levels: Sequence[Sequence[float]], span: Span) -> list[float]:
    rows = levels[span[0] : span[1] + 1]
    return [max(column) for column in zip(*rows, strict=True)] if rows and rows[0] else []


def _best_range(
    clauses: Sequence[Span],
    levels: Sequence[Sequence[float]],
    answers: Sequence[bool],
    weights: Sequence[float],
    penalties: Sequence[float],
) -> Span:
    """Return the first and last clause of the run that covers most for its length."""
    total = sum(weights) or 1.0
    best, best_score = (0, 0), -math.inf
    for i in range(len(clauses)):
        held = [0.0] * len(weights)
        answered, cost = False, 0.0
        for j in range(i, min(len(clauses), i + LONGEST_RUN)):
            held = list(map(max, held, levels[j]))
            answered = answered or answers[j]
            cost += penalties[j]
            length = clauses[j][1] - clauses[i][0]
            gained = sum(map(mul, weights, held)) / total
            score = gained - cost - LENGTH_COST * length
            if answered and score > best_score:
                best, best_score = (i, j), score
    return best


def is_one_of_several(name: str, row: Row) -> bool:
    """True for one name of those that a row's goal lists, and that its progress never names.

    Under "推进甲、乙等项目" no sum that the progress tells is of 甲 alone.
    """
    told, goals = (
        fold_text("\n".join(c.text for role in roles for _, c in cells_of(row, role)))
        for roles in _TOLD_AND_MEANT
    )
    if is_word(name) or name in told or not _NAME.fullmatch(name):
        return False
    item = rf"[^、,，;；。\s]*?{re.escape(name)}[^、,，;；。\s]*?"
    return re.search(rf"、{item}|{item}(?:、|等)", goals) is not None


def is_of_event(terms: Sequence[Term], statement: Statement) -> bool:
    """True for what came of an event that the sentence before names with every term."""
    return bool(terms and statement.event) and all(level(t, statement.event) > 0 for t in terms)
