"""A question's slots, and the words that fill them: district, period, indicator, kind, asks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from assistant.language.numerals import chinese_number
from assistant.language.tokenizer import segments
from assistant.language.units import comparable, unit_family
from assistant.lexicon.indicators import TermMatch, load_indicators
from assistant.question import (
    ask_cues,
    constraint_cues,
    figure_cues,
    follow_up_cues,
    row_cues,
    stopwords,
)
from assistant.question.ask_slots import asks_for_summary, asks_in, goal_terms, row_in
from assistant.question.content_terms import content_terms
from assistant.question.corpus import Corpus
from assistant.question.figure_slots import (
    fell_short,
    kinds_in,
    measures_in,
    periods_planned_for,
    premises_in,
    set_before,
    units_in,
)
from assistant.question.names import is_statistic
from assistant.question.places import blank, districts_in
from assistant.question.times import periods_in
from assistant.schema import Query, Span

_OF_FIGURES = frozenset({"value", "verdict", "difference", "rank"})  # asks that a figure answers
# "有多少盏?": one character between how many and the end counts, whatever it is.
_CLASSIFIER = re.compile(r"(?:多少|几)(?:台套|台次|件次|人/次|[一-鿿])(?=\s*[?？]?\s*$)")
_QUARTER_OF_TABLE = re.compile(
    r"(?:前?[一二三四1-4]季度|上半年|全?年度?)(?=(?:重点)?(?:工作)?(?:任务)?(?:进展|完成|推进|进度)(?:情况)?表)"
)
_OWNED = re.compile(r"\s*的?\s*")  # between whose a figure is and its name
_RATES = frozenset({"%", "‰", "百分点", "倍"})  # families of units
_RATE_OF_PLAN = re.compile(r"(?:计划|目标|任务)完成(?:率|比例)")
# What makes of the name of work that of a place or thing for it: 垃圾分类|亭, 居家养老|院.
_PREMISES = re.compile(r"[池亭箱屋站桶房柜车园馆院校厂棚坊岗]")


@lru_cache(maxsize=512)  # mostly the same with and without a vocabulary: few questions have typos
def parse_slots(text: str, corpus: Corpus, year: str) -> Query:
    """Read every slot of a question that is spelled as documents write; ``year`` is 今年."""
    whole_names = corpus.names.bracketed(text)
    negated = [] if row_cues.OTHER_STATUS.search(text) else _outside(_ruled_out(text), whole_names)
    asked = blank(text, negated)
    document_kinds = tuple(k for k, p in constraint_cues.DOCUMENT_KINDS if p.search(asked))
    asked = blank(asked, [m.span() for m in constraint_cues.EVALUATION.finditer(asked)])
    asked = blank(asked, [m.span() for m in _QUARTER_OF_TABLE.finditer(asked)])
    without_document = blank(asked, [m.span() for m in constraint_cues.IN_DOCUMENT.finditer(asked)])
    quoted = [m.span() for m in constraint_cues.QUOTED.finditer(asked)]
    districts, district_spans = _districts(asked, corpus)
    spoken = blank(asked, [*quoted, *district_spans])  # the 成 of 成都 asks for nothing
    periods, period_spans = periods_in(blank(asked, whole_names), year)
    masked = blank(without_document, [*district_spans, *period_spans])
    # What is taken out of a rate is not asked for: "收入剔除留抵退税后增长多少".
    masked = blank(masked, [m.span() for m in figure_cues.ADJUSTED_BY.finditer(masked)])
    masked = blank(masked, [m.span() for m in figure_cues.OVER_YEAR.finditer(masked)])
    premises = premises_in(masked)
    terms_found = [] if figure_cues.CLASS_ASKED.search(masked) else load_indicators().find(masked)
    begun = [m for m in terms_found if _is_begun(m, masked, corpus)]
    terms_found = [m for m in terms_found if m not in begun]
    terms_found = _without_owners(terms_found, masked)
    things = [(m.end - 2, m.end + 1) for m in begun]
    # The 比 of 城乡居民收入比 compares nothing with what stands behind it.
    ratios = [(m.start, m.end) for m in terms_found if m.text.endswith("比")]
    asks = asks_in(blank(spoken, ratios))
    # "完成年度目标多少" asks a result.
    share = [m.span() for m in figure_cues.COMPLETED.finditer(masked)]
    # "完工任务完成率" is a name, "完成年度预算的百分之几" is none.
    named_in = blank(masked, [(s, e) for s, e in share if e - s > len("完成率")])
    whole = corpus.names.whole(named_in, _asks_for_nothing) if set(asks) <= _OF_FIGURES else None
    whole = (_name_of_unit(*whole, masked), whole[1]) if whole else None
    name, named = (whole[0], [whole[1]]) if whole else ("", [])
    mentioned = [] if whole else corpus.names.mentioned(named_in, _asks_for_nothing)
    terms_found = _apart(terms_found, [span for _, span in mentioned])
    asked_names = [m for m in terms_found if not constraint_cues.WITHIN.match(masked[m.end :])]
    if not asked_names and not mentioned and not _asks_within(masked, terms_found):
        asked_names = terms_found
    # The parts of a sum need not name it: a 固投 is left out, a 幼儿园 is looked for.
    kept = [m for m in terms_found if asked_names or mentioned or is_statistic(m.canonical)]
    taken = [*named, *((m.start, m.end) for m in kept), *(span for _, span in mentioned)]
    # The 计划 of 计划完成率 is what the rate is of: no plan is asked for.
    share += [m.span() for m in _RATE_OF_PLAN.finditer(masked)]
    kinds, kind_spans = kinds_in(masked, [*quoted, *taken, *share])
    outside = kinds_in(masked, [*quoted, *taken, *share, *premises])[0]
    if kinds == ("target",) and "target" not in outside:
        kinds = outside  # the number that is given is the plan, another one is asked for
    if given := set_before(masked):
        kinds = kinds_in(masked, [*quoted, *taken, *share, *given])[0] or kinds
    periods = periods_planned_for(asked, periods, period_spans, kinds, asks)
    both = {"target", "actual"} <= set(kinds)  # "计划多少,做了多少?还差多少?" sets them apart
    gap = ("缺口",) if figure_cues.GAP.search(asked) and not both else ()
    fell = fell_short(asked, asks)
    if fell:
        # What was planned is a result that was not reached.
        kinds, kind_spans, gap = (), [], (*gap, *fell)
    if gap:
        asks, name, named = tuple(a for a in asks if a != "difference") or ("value",), "", []
    row, row_span = row_in(asked)
    number = ask_cues.NUMBER_OF.search(masked)
    number_span = [number.span()] if number else []
    slots: dict[str, tuple[Span, ...]] = {
        "district": tuple(district_spans),
        "period": tuple(period_spans),
        "kind": tuple(kind_spans),
        "indicator": tuple(named or ((m.start, m.end) for m in terms_found)),
    }
    query = Query(
        text=text,
        districts=districts,
        all_districts=bool(constraint_cues.ALL_DISTRICTS.search(asked)),
        periods=periods,
        indicators=(name,)
        if name
        else tuple(
            dict.fromkeys([*_indicators(masked, asked_names), *(known for known, _ in mentioned)])
        ),
        kinds=kinds,
        measures=measures_in(masked, [*quoted, *named], terms_found),
        asks=asks,
        terms=goal_terms(asked, asks)
        or (
            *gap,
            *(masked[s:e] for s, e in things),
            *content_terms(blank(masked, [*row_span, *number_span, *taken, *things])),
        ),
        name=name,
        # "多少人找到工作" is a name: its 人 are not what 增长多少 asks for.
        units=units_in(blank(masked, [(m.start, m.end) for m in kept if "多少" in m.text])),
        row=row,
        number=chinese_number(number.group(1)) if number else None,
        document_kinds=document_kinds,
        excluded=tuple(text[s:e] for s, e in negated),
        slots=slots,
    )
    return replace(query, asks=("section",)) if asks_for_summary(query) else query


def _ruled_out(text: str) -> list[Span]:
    """Where a question rules something out; "不含港区一般公共预算收入多少" asks for just that."""
    spans = [m.span() for m in constraint_cues.NEGATED.finditer(text)]
    find = load_indicators().find
    if not any(constraint_cues.LEFT_OUT.match(text, s) for s, _ in spans) or find(
        blank(text, spans)
    ):
        return spans
    return [
        (s, e)
        for s, e in spans
        if not (constraint_cues.LEFT_OUT.match(text, s) and find(text[s:e]))
    ]


def _outside(spans: Sequence[Span], names: Sequence[Span]) -> list[Span]:
    """Leave out the spans that touch a name: 学校(不含幼儿园) rules nothing out."""
    return [(s, e) for s, e in spans if not any(s < b and a < e for a, b in names)]


def _districts(text: str, corpus: Corpus) -> tuple[tuple[str, ...], list[Span]]:
    """Districts with their spans; one that only begins the name of a figure is none beside others.

    武进区2022年武进人民医院总投资 is asked of 武进区, 霍山2022年武进人民医院总投资 of 霍山县.
    """
    districts, spans = districts_in(text, corpus)
    if len(spans) < 2:
        return districts, spans
    own = [span for _, span in corpus.names.mentioned(text, lambda _: False)]
    inside = [(s, e) for s, e in spans if any(a <= s and e < b for a, b in own)]
    if not inside or len(inside) == len(spans):
        return districts, spans
    return districts_in(blank(text, inside), corpus)


def _indicators(text: str, found: Sequence[TermMatch]) -> tuple[str, ...]:
    """Canonical names asked for, each once; a share and a longer name by their own.

    "税收占一般公共预算收入的比重" is one indicator; 农村人的人均收入 is that of 农村居民.
    """
    lexicon = load_indicators()
    if len(found) == 2 and "占" in text[found[0].end : found[1].start]:
        share = lexicon.canonical(f"{found[0].canonical}占{found[1].canonical}比重")
        if share:
            return (share,)
    names = [_longer_name(text, match.canonical) for match in found]
    return tuple(dict.fromkeys(names))


def _longer_name(text: str, canonical: str) -> str:
    longer = [n for n in load_indicators().names() if n.endswith(canonical) and n != canonical]
    fitting = [n for n in longer if n[: -len(canonical)] in text and len(n) - len(canonical) == 2]
    return fitting[0] if len(fitting) == 1 and canonical.startswith("居民") else canonical


def _name_of_unit(name: str, span: Span, text: str) -> str:
    """The name as it was typed, where what it stands for has no such unit: 座 is none of rates."""
    units = [unit for unit in units_in(text) if unit_family(unit) not in _RATES]
    known = load_indicators().units(name)
    fits = any(comparable(unit, other) for unit in units for other in known)
    rated = all(unit_family(unit) in _RATES for unit in known)
    return text[slice(*span)] if units and known and rated and not fits else name


def _is_begun(found: TermMatch, text: str, corpus: Corpus) -> bool:
    """True where a name only begins that of a thing which documents count: 垃圾分类|池."""
    behind = text[found.end : found.end + 1]
    thing = text[found.start : found.end] + behind
    return bool(_PREMISES.match(behind)) and f"{thing}\n" in f"{corpus.names.text}\n"


def _without_owners(found: Sequence[TermMatch], text: str) -> list[TermMatch]:
    """Leave out the people whose figure is asked for: 参保率 is that, 户籍人口的 tells of whom."""
    owners = [
        one
        for one, other in pairwise(found)
        if one.canonical.endswith("人口") and _OWNED.fullmatch(text[one.end : other.start])
    ]
    return [m for m in found if m not in owners]


def _apart(found: Sequence[TermMatch], spans: Sequence[Span]) -> list[TermMatch]:
    """Leave out the lexicon names that are part of a document's own."""
    return [m for m in found if not any(s <= m.start and m.end <= e for s, e in spans)]


def _asks_within(text: str, names: Sequence[TermMatch]) -> bool:
    """True if a part without a name of its own is asked for: 固投里面土地款有多少."""
    return bool(names) and bool(content_terms(text[max(m.end for m in names) :]))


def _asks_for_nothing(text: str) -> bool:
    """True if words only ask ("是多少", "最终做到了"), and say nothing of what."""
    rest = figure_cues.COUNTED.sub(
        " ", _CLASSIFIER.sub(" ", follow_up_cues.LEAD_IN.sub("", text.strip()))
    )
    # What was taken out parts two words: "给GDP定的" is not 给定.
    words = segments(re.sub(" +", "\n", rest))
    return all(word in stopwords.FUNCTION_WORDS for word in words)
