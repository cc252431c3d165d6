"""A question in, a ``Query`` out: districts, periods, indicators, kind, asks, content words.

Knows the corpus only through the districts and years of its documents. Does no retrieval.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from assistant.language.columns import CHARGES
from assistant.language.periods import year_of
from assistant.language.spelling import correct
from assistant.language.tokenizer import is_word, segments
from assistant.language.units import comparable, unit_family
from assistant.lexicon.indicators import TermMatch, load_indicators
from assistant.lexicon.synonyms import load_synonyms
from assistant.question import (
    ask_cues,
    comparison_cues,
    constraint_cues,
    figure_cues,
    follow_up_cues,
    row_cues,
    stopwords,
    topic_cues,
)
from assistant.question.corpus import Corpus
from assistant.question.names import is_statistic
from assistant.question.places import blank, districts_in
from assistant.question.times import (
    PART_OF_YEAR,
    is_so_far,
    periods_in,
    year_of_documents,
    year_of_part,
)
from assistant.question.wordings import as_written
from assistant.schema import Ask, Kind, Measure, Query, Span, Topic
from assistant.text import fold_text

_COUNTS = frozenset("种类项个些总年月本该各每均日")  # 哪几种产量: no product
LAST_ROW = "last"
OF_FIGURES = frozenset({"value", "verdict", "difference", "rank"})  # asks that a figure answers
# "有多少盏?": one character between how many and the end counts, whatever it is.
_CLASSIFIER = re.compile(r"(?:多少|几)(?:台套|台次|件次|人/次|[一-鿿])(?=\s*[?？]?\s*$)")
_CHINESE_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"两": 2}
# "滨江区2025城镇…", "(2023)": a year without 年, but not the 2000 of "2000亩".
_BARE_YEAR = re.compile(
    r"(?<![\d.\-])((?:(?:19|20)\d\d-)?(?:19|20)\d\d)(?=[)）,，、。;；?？\sa-z]|$|(?![亿万元个家项件张套户亩所名人台条场座幢栋片处辆余多])[一-鿿])(?!年)"
)
# "滨江25年", "23年上半年": the century is left out; "近20年", "25年来" count years.
_SHORT_YEAR = re.compile(
    r"(?<![\d近满过去未来超达这了共约每])(2\d)年(?=[一-鿿\d])(?!度?[来间以内前后多])"
)
_TAKEN_BACK = re.compile(
    r"^[^,，。…?？]{1,12}[,，。…\s]+(?:哦|啊|呃)?(?:不对|不是|错了|说错了|打错了)[,，。…!！\s]+"
)
_QUARTER_OF_TABLE = re.compile(
    r"(?:前?[一二三四1-4]季度|上半年|全?年度?)(?=(?:重点)?(?:工作)?(?:任务)?(?:进展|完成|推进|进度)(?:情况)?表)"
)
# "30亿以上的大项目" are 30亿元以上项目.
_THRESHOLD = re.compile(r"(\d[亿万])元?(?:及)?以上的?(?:大|重大)?(项目|企业|楼宇)")
# "PM二点五", "千分之二点七"
_SPOKEN_DECIMAL = re.compile(r"[零一二两三四五六七八九]点[零一二三四五六七八九]+")
_RATES = frozenset({"%", "‰", "百分点", "倍"})  # families of units
_DIGITS = {c: str(i) for c, i in _CHINESE_DIGITS.items()} | {"点": "."}
# Tags and runs of signs are no words: "<img src=x> %%%### 甲区…".
_MARKUP = re.compile(r"<[a-zA-Z/!][^<>]{0,120}>|[%#*&^$@~|\\=+_]{2,}")
_RATE_OF_PLAN = re.compile(r"(?:计划|目标|任务)完成(?:率|比例)")
_SPENT = re.compile(figure_cues.SPENT_ASKED)
_TOTALS = ("总额", "总量", "总规模")
# What makes of the name of work that of a place or thing for it: 垃圾分类|亭, 居家养老|院.
_PREMISES = re.compile(r"[池亭箱屋站桶房柜车园馆院校厂棚坊岗]")
_NOISE_LENGTH, _NOISE_RATIO = 60, 0.25


def chinese_number(text: str) -> int:
    """Return the value of a small number in digits or Chinese numerals.

    >>> chinese_number("一百零三"), chinese_number("十二"), chinese_number("88")
    (103, 12, 88)
    """
    if text.isdigit():
        return int(text)
    total = current = 0
    for char in text:
        if char in "十百":
            total += (current or 1) * (10 if char == "十" else 100)
            current = 0
        else:
            current = _CHINESE_DIGITS.get(char, 0)
    return total + current


def parse_query(
    text: str, corpus: Corpus, vocabulary: Collection[str] = (), year: str = ""
) -> Query:
    """Understand ``text``; ``year`` is 今年, ``vocabulary`` is what typos are mended to."""
    return _parsed(text, corpus, frozenset(vocabulary), year)


@lru_cache(maxsize=512)
def _parsed(text: str, corpus: Corpus, vocabulary: frozenset[str], year: str) -> Query:
    """A question's parts, and what came before them, are read several times over."""
    if is_noise(fold_text(text)):
        return Query(text=fold_text(text)[:_NOISE_LENGTH], topic="unclear")
    folded = _as_documents_write(text, corpus)
    topic = _topic(folded)
    if topic in ("smalltalk", "about"):
        return Query(text=folded, topic=topic)
    cleaned = without_orders(folded)
    if cleaned != folded and not asks_something(cleaned):
        return Query(text=folded, topic="scope")
    corrected, corrections = (
        correct(cleaned, vocabulary, corpus.names.text) if vocabulary else (cleaned, [])
    )
    query = _parse_slots(corrected, corpus, year)
    known = year or _year_meant(query, corpus)
    if known != year:
        query = _parse_slots(corrected, corpus, known)
    if topic == "corpus" and not query.periods and not query.indicators:
        return replace(query, topic="corpus", corrections=tuple(corrections))
    if topic == "scope" or not cleaned:
        return replace(query, topic=topic or "unclear", corrections=tuple(corrections))
    return replace(query, topic=_clarity(query, corpus), corrections=tuple(corrections))


@lru_cache(maxsize=512)
def _as_documents_write(text: str, corpus: Corpus) -> str:
    text = _core(text, corpus)
    text = _THRESHOLD.sub(r"\1元以上\2", text)
    text = _SPOKEN_DECIMAL.sub(lambda m: "".join(_DIGITS.get(c, c) for c in m.group()), text)
    folded = _SHORT_YEAR.sub(r"20\1年", _collapse(fold_text(text).strip()))
    folded = _BARE_YEAR.sub(r"\1年", folded)
    folded = comparison_cues.WAY_IN_FULL.sub("是增是减", folded)
    folded = comparison_cues.SET_AGAINST_YEAR.sub(r"比\1", folded)
    return as_written(folded, corpus.names)


def _year_meant(query: Query, corpus: Corpus) -> str:
    """The year that 今年 and a part of a year without one belong to, as the documents have it."""
    undated = not query.periods and PART_OF_YEAR.search(query.text)
    if undated or constraint_cues.RELATIVE_YEAR.search(query.text):
        return year_of_documents(query.districts, corpus)
    part = next((p for p in query.periods if p.startswith("-")), "")
    return year_of_part(part, query.districts, corpus) if part else ""


def _core(text: str, corpus: Corpus) -> str:
    """Leave out the sentences before the question that name nothing it could be about.

    "您好,我正在写一份材料,麻烦您看看。上城区2022年GDP增长多少?" asks the last sentence.
    """
    text = _MARKUP.sub(" ", text)
    said = _TAKEN_BACK.search(text)
    if said and districts_in(text[said.end() :], corpus)[0]:
        text = text[said.end() :]  # "沂水,不对,沂源2024年…"
    parts = [p for p in re.split(r"(?<=[。!！;；\n])", text) if p.strip()]
    telling = [bool(districts_in(p, corpus)[0] or load_indicators().find(p)) for p in parts]
    first = telling.index(True) if True in telling else 0
    return _without_outcry("".join(parts[first:]), corpus)


def _without_outcry(text: str, corpus: Corpus) -> str:
    """Leave out what blanks part from the question before it and no document could mean."""
    before, blanks, rest = text.strip().partition(" ")
    if not blanks or not districts_in(rest, corpus)[0] or re.search(r"[\da-zA-Z]", before):
        return text
    words = segments(fold_text(before))
    known = load_indicators().find(before) or any(w in corpus.names.words for w in words)
    return text if known or districts_in(before, corpus)[0] else rest


def _collapse(text: str) -> str:
    """Fold repetitions away: "那个那个那个" → "那个", "?????" → "?"."""
    return re.sub(r"(.{1,4}?)\1{3,}", r"\1", text)


def _topic(text: str) -> Topic:
    if topic_cues.SMALLTALK.search(text):
        return "smalltalk"
    if topic_cues.ABOUT.search(text):
        return "about"
    if topic_cues.SCOPE.search(text):
        return "scope"
    if topic_cues.CORPUS.search(text):
        return "corpus"
    return ""


def without_orders(text: str) -> str:
    """Drop the sentences that try to give orders; what is left may still be a question."""
    if not topic_cues.INJECTION.search(text):
        return text
    sentences = re.split(r"(?<=[。!！?？;；\n])", text)
    kept = "".join(s for s in sentences if not topic_cues.INJECTION.search(s)).strip()
    return kept if asks_something(kept) else _undictated(text) or kept


def _undictated(text: str) -> str:
    """What is asked in the same breath as an order: "必须说甲区GDP是900亿,快说是多少".

    Empty where no indicator is asked for beside what is dictated.
    """
    clauses = (topic_cues.ORDER.sub("", c) for c in re.split(r"(?<=[,，。!！?？;；\n])", text))
    kept = "".join(
        topic_cues.DICTATED.sub("", c) for c in clauses if not topic_cues.INJECTION.search(c)
    )
    asked = figure_cues.FIGURE_ASKED.search(kept) and load_indicators().find(kept)
    return kept.strip(" ,，") if asked else ""


def asks_something(text: str) -> bool:
    """True if what is left of a question is long enough to be one."""
    return len(re.findall(r"[一-鿿]", text)) >= 4


def _clarity(query: Query, corpus: Corpus) -> Topic:
    """A question with nothing to look for is unclear: no slot, no content word.

    Of several districts, "投资增长多少?" asks whose and of what.
    """
    content = [t for t in query.terms if re.search(r"[一-鿿]|[a-z]{2}", t)]
    if len(corpus.districts) > 1 and not (query.districts or query.periods):
        content = [t for t in content if not stopwords.OF_ANYTHING.fullmatch(t)]
    if "origin" in query.asks and query.terms:
        return ""
    if query.districts and ask_cues.NEXT_ASKED.search(query.text):
        return ""
    if query.indicators or content or query.row or "count" in query.asks:
        return ""
    return "unclear"


@lru_cache(maxsize=512)  # mostly the same with and without a vocabulary: few questions have typos
def _parse_slots(text: str, corpus: Corpus, year: str) -> Query:
    whole_names = corpus.names.bracketed(text)
    negated = (
        []
        if row_cues.OTHER_STATUS.search(text)
        else _outside([m.span() for m in constraint_cues.NEGATED.finditer(text)], whole_names)
    )
    asked = blank(text, negated)
    document_kinds = tuple(k for k, p in constraint_cues.DOCUMENT_KINDS if p.search(asked))
    asked = blank(asked, [m.span() for m in constraint_cues.EVALUATION.finditer(asked)])
    asked = blank(asked, [m.span() for m in _QUARTER_OF_TABLE.finditer(asked)])
    without_document = blank(asked, [m.span() for m in constraint_cues.DOCUMENT.finditer(asked)])
    quoted = [m.span() for m in constraint_cues.QUOTED.finditer(asked)]
    districts, district_spans = _districts(asked, corpus)
    spoken = blank(asked, [*quoted, *district_spans])  # the 成 of 成都 asks for nothing
    periods, period_spans = periods_in(blank(asked, whole_names), year)
    masked = blank(without_document, [*district_spans, *period_spans])
    # What is taken out of a rate is not asked for: "收入剔除留抵退税后增长多少".
    masked = blank(masked, [m.span() for m in figure_cues.ADJUSTED_BY.finditer(masked)])
    masked = blank(masked, [m.span() for m in figure_cues.OVER_YEAR.finditer(masked)])
    premises = _premises(masked)
    terms_found = [] if figure_cues.CLASS_ASKED.search(masked) else load_indicators().find(masked)
    begun = [m for m in terms_found if _is_begun(m, masked, corpus)]
    terms_found = [m for m in terms_found if m not in begun]
    things = [(m.end - 2, m.end + 1) for m in begun]
    # The 比 of 城乡居民收入比 compares nothing with what stands behind it.
    ratios = [(m.start, m.end) for m in terms_found if m.text.endswith("比")]
    asks = _asks(blank(spoken, ratios))
    share = [
        m.span() for m in figure_cues.COMPLETED.finditer(masked)
    ]  # "完成年度目标多少" asks a result
    # "完工任务完成率" is a name, "完成年度预算的百分之几" is none.
    named_in = blank(masked, [(s, e) for s, e in share if e - s > len("完成率")])
    whole = corpus.names.whole(named_in, _asks_for_nothing) if set(asks) <= OF_FIGURES else None
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
    kinds, kind_spans = _kinds(masked, [*quoted, *taken, *share])
    if kinds == ("target",) and not _kinds(masked, [*quoted, *taken, *share, *premises])[0]:
        kinds = ()  # the number that is given is the plan, another one is asked for
    periods = _planned_for(asked, periods, period_spans, kinds, asks)
    gap = ("缺口",) if figure_cues.GAP.search(asked) else ()
    if {"list", "reason"} & set(asks):
        fell = [term for term, pattern in figure_cues.FELL_SHORT if pattern.search(asked)]
        kinds = () if fell else kinds  # what was planned is a result that was not reached
        gap = (*gap, *fell)
    if gap:
        asks, name, named = tuple(a for a in asks if a != "difference") or ("value",), "", []
    row, row_span = _row(asked)
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
        measures=_measures(masked, [*quoted, *named], terms_found),
        asks=asks,
        terms=_goals(asked, asks)
        or (
            *gap,
            *(masked[s:e] for s, e in things),
            *content_terms(blank(masked, [*row_span, *number_span, *taken, *things])),
        ),
        name=name,
        units=_units(masked),
        row=row,
        number=chinese_number(number.group(1)) if number else None,
        document_kinds=document_kinds,
        excluded=tuple(text[s:e] for s, e in negated),
        slots=slots,
    )
    return replace(query, asks=("section",)) if _asks_for_summary(query) else query


def _name_of_unit(name: str, span: Span, text: str) -> str:
    """The name as it was typed, where what it stands for has no such unit: 座 is none of rates."""
    units = [unit for unit in _units(text) if unit_family(unit) not in _RATES]
    known = load_indicators().units(name)
    fits = any(comparable(unit, other) for unit in units for other in known)
    rated = all(unit_family(unit) in _RATES for unit in known)
    return text[slice(*span)] if units and known and rated and not fits else name


def _premises(text: str) -> list[Span]:
    """The clauses that give a number before another one asks: of what kind that is, they tell."""
    found = [m.span() for m in figure_cues.PREMISE.finditer(text)]
    asking = (figure_cues.FIGURE_ASKED, comparison_cues.COMPARE_WITH, *dict(ask_cues.ASKS).values())
    given = [(s, e) for s, e in found if not any(p.search(text[s:e]) for p in asking)]
    return [(s, e) for s, e in given if figure_cues.FIGURE_ASKED.search(text[e:])]


def _asks_within(text: str, names: Sequence[TermMatch]) -> bool:
    """True if a part without a name of its own is asked for: 固投里面土地款有多少."""
    return bool(names) and bool(content_terms(text[max(m.end for m in names) :]))


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


def _asks_for_summary(query: Query) -> bool:
    """True if a topic is to be summed up, and neither a figure nor a row is asked for."""
    figures = query.indicators or query.units or query.measures or query.row
    asks = set(query.asks) <= {"value", "list", "rank"}
    return bool(ask_cues.SUMMARY.search(query.text)) and asks and not figures


def _kinds(text: str, taken: Collection[Span]) -> tuple[tuple[Kind, ...], list[Span]]:
    masked = blank(text, [*taken, *(m.span() for m in figure_cues.GOT.finditer(text))])
    kinds: list[Kind] = []
    spans: list[Span] = []
    for kind, pattern in figure_cues.KINDS:
        matches = [m.span() for m in pattern.finditer(masked)]
        if matches:
            kinds.append(kind)
            spans.extend(matches)
    so_far = figure_cues.SO_FAR.search(masked)
    if so_far and "target" not in kinds and "actual" not in kinds:
        return (*kinds, "actual"), [*spans, so_far.span()]
    return tuple(kinds), spans


def _planned_for(
    text: str,
    periods: tuple[str, ...],
    spans: Sequence[Span],
    kinds: Sequence[Kind],
    asks: Sequence[Ask],
) -> tuple[str, ...]:
    """Asked as of a month, a plan alone is that of the year: 截至9月底的目标."""
    judged = {"verdict", "difference"} & set(asks)
    if tuple(kinds) != ("target",) or judged or not all(is_so_far(text, span) for span in spans):
        return periods
    return tuple(dict.fromkeys(year_of(p) for p in periods if year_of(p)))


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


def _measures(text: str, quoted: Sequence[Span], names: Sequence[TermMatch]) -> tuple[Measure, ...]:
    """Measures asked for outside of names; 总额 at the end of a name still asks for the total."""
    asked = blank(text, [*quoted, *((m.start, m.end) for m in names)])
    found = [m for m, pattern in figure_cues.MEASURES if pattern.search(asked)]
    total = any(m.text.endswith(_TOTALS) for m in names)
    both = found == ["growth"] and figure_cues.TWO_ASKED.search(text) is not None
    both = both or (found == ["completion"] and "多少" in figure_cues.COMPLETED.sub("", asked))
    return tuple([*found, "level"] if both or (total and not found) else found)


def only_named_total(query: Query) -> bool:
    """True if a total is asked for by nothing but its own name: 社会消费品零售总额."""
    named = bool(query.indicators) and all(name.endswith(_TOTALS) for name in query.indicators)
    if not named or query.measures != ("level",) or query.units:
        return False
    return not _measures(blank(query.text, query.slots.get("indicator", ())), (), ())


def _asks(text: str) -> tuple[Ask, ...]:
    asks = [ask for ask, pattern in ask_cues.ASKS if pattern.search(text)]
    if row_cues.ROW.search(text) or row_cues.LAST_ROW.search(text):
        asks.insert(0, "row")
    if "verdict" not in asks and figure_cues.OVER_TARGET.search(text):
        asks.insert(0, "verdict")
    if (
        "section" in asks
        and ask_cues.HOW_IS.search(text)
        and not ask_cues.MEASURES_ASKED.search(text)
    ):
        asks.remove("section")
    if "origin" in asks and "when" in asks:
        asks.remove("when")
    if comparison_cues.WHICH_OF_YEARS.search(text):
        asks = [*(a for a in asks if a not in ("origin", "when", "rank")), "rank"]
    if "section" in asks and (ask_cues.NUMBER_OF.search(text) or set(CHARGES) & set(asks)):
        asks.remove("section")
    return tuple(asks) or ("value",)


def _apart(found: Sequence[TermMatch], spans: Sequence[Span]) -> list[TermMatch]:
    """Leave out the lexicon names that are part of a document's own."""
    return [m for m in found if not any(s <= m.start and m.end <= e for s, e in spans)]


def _is_begun(found: TermMatch, text: str, corpus: Corpus) -> bool:
    """True where a name only begins that of a thing which documents count: 垃圾分类|池."""
    behind = text[found.end : found.end + 1]
    thing = text[found.start : found.end] + behind
    return bool(_PREMISES.match(behind)) and f"{thing}\n" in f"{corpus.names.text}\n"


def _asks_for_nothing(text: str) -> bool:
    """True if words only ask ("是多少", "最终做到了"), and say nothing of what."""
    rest = figure_cues.COUNTED.sub(
        " ", _CLASSIFIER.sub(" ", follow_up_cues.LEAD_IN.sub("", text.strip()))
    )
    return all(word in stopwords.FUNCTION_WORDS for word in segments(rest))


def _goals(asked: str, asks: Sequence[Ask]) -> tuple[str, ...]:
    """Asked for the goals themselves, the word for a plan is what the question is about."""
    return ("预期目标",) if ask_cues.GOALS.search(asked) and {"list", "section"} & set(asks) else ()


def _row(text: str) -> tuple[str, list[Span]]:
    match = row_cues.ROW.search(text) or _in_order(text)
    if match:
        return str(chinese_number(match.group(1))), [match.span()]
    coded = row_cues.ROW_CODE.search(text) or row_cues.ROW_NAMED.search(text)
    if coded:
        return coded.group(1) or coded.group(2), [coded.span()]
    last = row_cues.LAST_ROW.search(text)
    return (LAST_ROW, [last.span()]) if last else ("", [])


def _in_order(text: str) -> re.Match[str] | None:
    """A row by its place in the table; not where rows are ranked by what they say."""
    return None if row_cues.RANKED_BY.search(text) else row_cues.ROW_IN_ORDER.search(text)


def _units(text: str) -> tuple[str, ...]:
    units = [m.group(1) for m in figure_cues.UNIT_ASKED.finditer(text)]
    units = ["元" if u in ("钱", "块钱") else u for u in units if u not in ("个点", "成")]
    if figure_cues.POINTS_ASKED.search(text):
        units.append("百分点")
    elif figure_cues.PERCENT_ASKED.search(text) or figure_cues.COMPLETED.search(text):
        units.append("%")
    if not units and _SPENT.search(text):
        units.append("元")
    return tuple(dict.fromkeys(units))


def content_terms(text: str) -> tuple[str, ...]:
    """Return the words of ``text`` that say what the question is about, in order, each once."""
    text = blank(text, [m.span() for m in stopwords.IN_CHARGE.finditer(text)])
    text = blank(text, [m.span() for m in figure_cues.COUNTED.finditer(text)])
    for pattern in stopwords.ASIDES:
        text = blank(text, [m.span() for m in pattern.finditer(text)])
    # A word of several, which has everyday names of its own, is one thing: 营业收入 is 营收.
    known = [(w, s, e) for w, s, e in load_synonyms().spans(text) if len(w) > 3 and _has_content(w)]
    text = blank(text, [(s, e) for _, s, e in known])
    words = _with_products(segments(text))
    found = [
        *(w for w, _, _ in known),
        *(_bare(w) for w in words if w not in stopwords.FUNCTION_WORDS),
    ]
    kept = [w for w in found if len(w) > 1]
    return tuple(dict.fromkeys(w for w in kept if w.strip()))


def _with_products(words: Sequence[str]) -> Iterator[str]:
    """Put a product of one character to what there is of it: 羊|出栏 is none of 兔|出栏.

    So is a number to its 亿 or 万: 30|亿元以上项目 are no 亿元以上项目.
    """
    before = ""
    for word, after in pairwise([*words, ""]):
        number = word.isdigit() and _is_named_by_sum(after)
        if number or (len(word) == 1 and word not in stopwords.FUNCTION_WORDS | _COUNTS):
            before = word
            continue
        joined = stopwords.YIELD.fullmatch(word) or (before.isdigit() and _is_named_by_sum(word))
        yield before + word if joined else word
        before = ""


def _is_named_by_sum(word: str) -> bool:
    return word.startswith(("亿", "万")) and word not in stopwords.FUNCTION_WORDS


def _bare(word: str) -> str:
    """Take the auxiliary off a verb that no dictionary has with it: 要建, 拟招, 产了."""
    counted = word.removesuffix("数")
    if counted != word and len(counted) > 1 and is_word(counted):
        return counted  # 床位数 are 床位
    return word if is_word(word) else stopwords.WANTED.sub("", word).removesuffix("了")


def _has_content(word: str) -> bool:
    parts = segments(word)
    return not figure_cues.PLAN.search(word) and not all(
        part in stopwords.FUNCTION_WORDS for part in parts
    )


def with_weak_terms(query: Query) -> Query:
    """Look for the words that mostly carry nothing, where a question has no others.

    "昆山2023年有哪几项指标没达到预期?" is clear to a person.
    """
    slots = [span for name in ("district", "period") for span in query.slots.get(name, ())]
    words = [
        w for w in segments(blank(query.text, slots)) if w not in stopwords.PARTICLES and len(w) > 1
    ]
    if query.topic != "unclear" or not slots or len(words) < 2:
        return query
    return replace(query, topic="", terms=tuple(dict.fromkeys(words)))


def is_noise(text: str) -> bool:
    """True for long text made of few different characters: held keys, filler, repeated words."""
    return len(text) > _NOISE_LENGTH and len(set(text)) / len(text) < _NOISE_RATIO
