"""Which of several things a sentence itself calls the highest or the lowest.

"最低的是甲村(81%)", "甲村81%,为全县最低", "甲村满意度最低,为81%" each name one, and tell how high
or how low it was.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answers.superlatives import whole_sentences
from assistant.evidence.draft import Draft, describe, unmarked, whose
from assistant.evidence.evidence import Evidence
from assistant.evidence.findings import COVERAGE_NEEDED
from assistant.evidence.fits import fit_period
from assistant.evidence.matching import match
from assistant.evidence.statements import Statement
from assistant.evidence.terms import Term, level
from assistant.language.period_mentions import find_periods
from assistant.language.periods import year_of
from assistant.language.quantities import quantities_in
from assistant.question import comparison_cues
from assistant.schema import Query, Span
from assistant.text import fold_text, split_sentences

HELD = 0.6  # how well a text must hold a word of the question
_OF_WHAT = 2  # characters in front of 最低: of what it is the lowest
_VALUE = re.compile(
    r"\s*(?:达到?|为|增长|下降|占|同比)?[一-鿿]{0,4}[\d.]+[^\d,，。;；]{1,6}[。;；\s]*$"
)
_UNSAID = re.compile(r"其中|[^一-鿿]")
# "哪个项目满意度最低": of which sort it is need not be said of it.
_SORT = re.compile(r"哪[一个项类种]*([一-鿿]{2,4})(?=[?？,，]|$)")
# "刁家乡完成率31%,为全县最低", "增长3.9%,是年内最低的".
_SAID_OF_IT = re.compile(
    r"^(?:均?[为是居系]|创)?(?:全[国省市区县旗镇乡]|年内|[今全]年|同类|各[一-鿿]{1,4})*$"
)
_ENDS = re.compile(r"^的?(?:水平|一[个项]|月份)?$")
_NAMES_IT = re.compile(r"的[^,，。;；]{0,8}?(?:是|为|有)")
# A peak that goes with its day: 7月19日单日最高达到13.6万人次.
_REACHED = re.compile(r"^的?[^,，。;；\d]{0,6}[\d.]+")
# What is asked for by its sort has to be of that sort.
_OF_SORT = (
    (
        re.compile(r"哪(?:里|儿|一?[个些几]?(?:地方|[区县市镇乡村旗]|街道|社区|园区))"),
        re.compile(r"[区县市镇乡村旗州岛港城园]|街道|社区"),
    ),
    (re.compile(r"哪一?个?月|几月"), re.compile(r"\d月")),
    (re.compile(r"哪一?[天日]|几[号日]"), re.compile(r"\d[日号]")),
    (re.compile(r"哪一?个?季度?"), re.compile(r"季")),
    (re.compile(r"哪一?年"), re.compile(r"\d年|[今去上]年")),
)
# One word for the most of all may stand for another: 单日最多 is 单日最高.
_ALIKE = ("高多大", "低少小")


def write_extreme(draft: Draft, evidence: Evidence, query: Query, sources: Sequence[str]) -> bool:
    """Write the clauses that call a thing the lowest of several, and tell how low it is."""
    asked = _asked(query.text)
    if asked is None or len(query.districts) > 1 or len(query.periods) > 1:
        return False
    of_what = query.text[max(0, asked.start() - _OF_WHAT) : asked.start()]
    sort = _SORT.search(query.text)
    terms = [t for t in evidence.terms(query) if not (sort and t.text in sort[1])]
    for statement in whole_sentences(evidence.candidates(query, sources)):
        word, before = _word_in(statement.folded, asked.group()), _before(statement)
        span = _calls(statement, word, of_what, before) if word else None
        if span is None or not _is_of_sort(query, statement, span):
            continue
        if not _is_of_time(query, statement) or _held(terms, statement, before) < COVERAGE_NEEDED:
            continue
        marker = draft.cite_statement(statement, *span)
        told = unmarked(statement.document.text[slice(*span)]).strip(" ,，;；。")
        own = find_periods(fold_text(told), year_of(statement.period))
        head = whose(statement, statement.period, "", told)
        head = describe(statement.district, year_of(statement.period), "") if own else head
        draft.say(f"{head}:{told}{marker}。")
        return True
    return False


def _asked(text: str) -> re.Match[str] | None:
    """The word for an extreme, where it is asked which thing or which day it is of, or how high."""
    which = comparison_cues.EXTREME.search(text) or comparison_cues.PEAK.search(text)
    return comparison_cues.EXTREME_WORD.search(text) if which else None


def _word_in(told: str, asked: str) -> str:
    """The word that a text has for an extreme: the very one, else one that is said alike."""
    alike = next((kind for kind in _ALIKE if asked[-1] in kind), "")
    words = [asked, *(f"最{letter}" for letter in alike)]
    return next((word for word in words if word in told), "")


def _is_of_sort(query: Query, statement: Statement, span: Span) -> bool:
    told = fold_text(statement.document.text[slice(*span)])
    sorts = (of_sort for asked, of_sort in _OF_SORT if asked.search(query.text))
    return all(of_sort.search(told) for of_sort in sorts)


def _is_of_time(query: Query, statement: Statement) -> bool:
    """True for a sentence of the time asked for, or one that goes on from a figure of it."""
    place = statement.start
    own = find_periods(statement.folded, year_of(statement.period))
    before = [
        figure.period
        for figure in statement.document.indicators
        if statement.chunk.start <= figure.figure[0] < place and not own
    ]
    return fit_period(query.periods, (statement.period, *before[-1:]))[1] > 0


def _before(statement: Statement) -> str:
    """The sentence that a sentence goes on from, in its paragraph."""
    before = statement.document.text[statement.chunk.start : statement.start]
    return fold_text("".join(before[s:e] for s, e in split_sentences(before)[-1:]))


def _held(terms: Sequence[Term], statement: Statement, before: str) -> float:
    """How much of a question a sentence holds, with the one before it that it goes on from."""
    own, total = match(terms, statement).coverage, sum(t.weight for t in terms)
    told = f"{statement.labels}\n{before}{statement.folded}"
    held = sum(t.weight for t in terms if level(t, told) >= HELD)
    return max(own, held / total if total else 0.0)


def _calls(statement: Statement, word: str, of_what: str, earlier: str) -> Span | None:
    """The clauses that name what is the lowest and have its figure."""
    text, said = statement.document.text, ""
    clauses = list(statement.clauses)
    for index, (start, end) in enumerate(clauses):
        clause = fold_text(text[start:end])
        before, found, behind = clause.partition(word)
        said = before if _UNSAID.sub("", before) else said  # "最低的是": of what was said before
        if not found:
            continue
        further = clauses[index + 1 : index + 2]
        tells = further and not quantities_in(clause) and _VALUE.match(text[slice(*further[0])])
        last = further[0][1] if tells else end
        if _NAMES_IT.match(behind) and of_what in said:
            return start, last
        behind = behind.strip(" 。;；,，")
        if _ENDS.match(behind) and index and _SAID_OF_IT.match(before.strip()):
            held = quantities_in(text[slice(*clauses[index - 1])])
            return (clauses[index - 1][0], last) if held else None
        named = _UNSAID.sub("", before).removesuffix(of_what)
        tells = tells if _ENDS.match(behind) else _REACHED.match(behind)
        if named and tells and of_what in f"{earlier}{fold_text(text[statement.start : end])}":
            return start, last
    return None
