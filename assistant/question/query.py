"""A question in, a ``Query`` out: districts, periods, indicators, kind, asks, content words.

Knows the corpus only through the districts and years of its documents. Does no retrieval.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace
from functools import lru_cache

from assistant.language.doubts import doubtful
from assistant.language.periods import year_of
from assistant.language.spelling import correct
from assistant.question import (
    ask_cues,
    comparison_cues,
    constraint_cues,
    figure_cues,
    statement_cues,
    stopwords,
)
from assistant.question.corpus import Corpus
from assistant.question.normalization import as_documents_write
from assistant.question.slots import parse_slots
from assistant.question.times import PART_OF_YEAR, year_of_documents, year_of_part
from assistant.question.topics import (
    NOISE_LENGTH,
    asks_something,
    is_courtesy,
    is_noise,
    topic_of,
    without_orders,
)
from assistant.schema import Query, Topic
from assistant.text import fold_text

_CHANGED = re.compile(rf"是?(?:{comparison_cues.WAY_ASKED.pattern})了?")


def parse_query(
    text: str, corpus: Corpus, vocabulary: Collection[str] = (), year: str = ""
) -> Query:
    """Understand ``text``; ``year`` is 今年, ``vocabulary`` is what typos are mended to."""
    return _parsed(text, corpus, frozenset(vocabulary), year)


@lru_cache(maxsize=512)
def _parsed(text: str, corpus: Corpus, vocabulary: frozenset[str], year: str) -> Query:
    """A question's parts, and what came before them, are read several times over."""
    if is_noise(fold_text(text)):
        return Query(text=fold_text(text)[:NOISE_LENGTH], topic="unclear")
    if is_courtesy(fold_text(text)):
        return Query(text=fold_text(text), topic="smalltalk")
    written, corrections = (
        correct(text, vocabulary, corpus.names.text) if vocabulary else (text, [])
    )
    folded = as_documents_write(written, corpus)
    topic = topic_of(folded)
    if topic in ("smalltalk", "about"):
        return Query(text=folded, topic=topic)
    cleaned = without_orders(folded)
    if cleaned != folded and not asks_something(cleaned):
        return Query(text=folded, topic="scope")
    query = parse_slots(cleaned, corpus, year)
    known = year or _year_meant(query, corpus)
    if known != year:
        query = parse_slots(cleaned, corpus, known)
    if _asks_how_plan_changed(query):
        query = parse_slots(_CHANGED.sub("变化多少", cleaned), corpus, known)
        query = replace(query, asks=tuple(a for a in query.asks if a != "verdict"))
    if topic == "corpus" and not query.periods and not query.indicators:
        return replace(query, topic="corpus", corrections=tuple(corrections))
    if topic == "scope" or not cleaned:
        return replace(query, topic=topic or "unclear", corrections=tuple(corrections))
    doubts = doubtful(written, corpus.names.text) if vocabulary else ()
    clarity = _clarity(query, corpus)
    return replace(query, topic=clarity, corrections=tuple(corrections), doubts=doubts)


def spelt(text: str, query: Query) -> str:
    """Return the text of a question without the typing errors that were mended in it."""
    for typed, mended in query.corrections:
        text = text.replace(typed, mended)
    return text


def _asks_how_plan_changed(query: Query) -> bool:
    """True for a plan of several years: "2020年的任务几个?2024年的升了还是降了?".

    What changed then is the plan, of which no growth is told.
    """
    several = len({year_of(period) for period in query.periods}) > 1
    set_apart = figure_cues.PLAN.search(query.text) or comparison_cues.AGAINST_EACH.search(
        query.text
    )
    return bool(several and set_apart and comparison_cues.WAY_ASKED.search(query.text))


def _year_meant(query: Query, corpus: Corpus) -> str:
    """The year that 今年 and a part of a year without one belong to, as the documents have it."""
    undated = not query.periods and PART_OF_YEAR.search(query.text)
    if undated or constraint_cues.RELATIVE_YEAR.search(query.text):
        return year_of_documents(query.districts, corpus)
    part = next((p for p in query.periods if p.startswith("-")), "")
    return year_of_part(part, query.districts, corpus) if part else ""


def _clarity(query: Query, corpus: Corpus) -> Topic:
    """A question with nothing to look for is unclear: no slot, no content word.

    Of several districts, "投资增长多少?" asks whose and of what.
    """
    content = [t for t in query.terms if re.search(r"[一-鿿]|[a-z]{2}", t)]
    if len(corpus.districts) > 1 and not (query.districts or query.periods):
        content = [t for t in content if not stopwords.OF_ANYTHING.fullmatch(t)]
        content = [t for t in content if not statement_cues.DOING.fullmatch(t)]  # 开工了几所
    if "value" in query.asks and query.units:
        content = [t for t in content if not statement_cues.FLOW.fullmatch(t)]  # 新增多少个
    if "origin" in query.asks and query.terms:
        return ""
    if query.districts and (
        ask_cues.NEXT_ASKED.search(query.text) or ask_cues.BYLINE.search(query.text)
    ):
        return ""
    if query.indicators or content or query.row or "count" in query.asks:
        return ""
    return "unclear"
