"""Hybrid search: the lexical leg, the dense leg, their fusion into ranked chunks, and reranking.

Scores are fused linearly after each leg is normalised to its best hit, since plain reciprocal rank
fusion lets a weak dense leg do harm (measured on six Chinese sets, see docs/architecture.md).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Hashable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, TypeVar, cast

from assistant.errors import ModelError
from assistant.index.catalog import Catalog
from assistant.index.lexical import LexicalIndex
from assistant.index.store import VectorStore
from assistant.language.tokenizer import tokens
from assistant.lexicon.indicators import load_indicators
from assistant.lexicon.synonyms import load_synonyms
from assistant.models.embeddings import Embedding, make_embedding
from assistant.models.rerank import Reranker, make_reranker
from assistant.schema import Hit
from assistant.settings import Settings

Found = TypeVar("Found")

SYNONYM_WEIGHT = 0.3
HASHED_WEIGHT, ENDPOINT_WEIGHT = 0.05, 0.5
RERANKED = 50  # passages that a rerank endpoint is asked about
RERANK_FAILED = "没有重排,仍按检索的次序:{}"
DENSE_FAILED = "没有用上向量检索,只按字词检索:{}"
# How many hits of each leg are fused for one that is asked for: what one leg ranks just below the
# last may come first in the other, and counts as nothing in a leg that does not give it.
_FUSED = 2
# The words that ask. Where a document has them, it has them by chance, and they are rare there.
_ASKING = re.compile(
    r"请问|[为因]何|为什么|什么|哪(?!吒)[一几]?[些个种里儿年家位座项]?|多少|谁|几(?=[个种年月日次位名家项条])"
    r"|怎么[办样]?|怎样|如何|何(?=[时地处种])|[是能可]否|有没有|是不是|能不能|可不可以"
    r"|[吗呢]?(?:[?？]|$)"
)


@dataclass
class Inquiry:
    """What was found out while one question is answered; nothing is asked or searched twice.

    ``notes`` are sentences for the answer's reader; ``relevance`` holds chunks by id, for the text
    that was ``reranked_for``.
    """

    notes: list[str] = field(default_factory=list)
    dense_failed: bool = False
    reranked_for: str = ""
    relevance: dict[str, float] = field(default_factory=dict)
    closed: bool = False
    _known: dict[Hashable, Any] = field(default_factory=dict)

    def once(self, asked: Hashable, find: Callable[[], Found]) -> Found:
        """Return what was found for ``asked`` before, or what ``find`` finds now.

        The sides of a comparison, and one reader after another, hold the same passages against the
        same words.
        """
        if asked not in self._known:
            self._known[asked] = find()
        return cast(Found, self._known[asked])

    def close(self) -> None:
        """Forget what was found: the answer is made."""
        self.closed = True
        self._known.clear()


_INQUIRY: ContextVar[Inquiry | None] = ContextVar("inquiry", default=None)


class Search:
    """Ranks the chunks of an index against a question."""

    def __init__(self, settings: Settings, catalog: Catalog) -> None:
        self._settings = settings
        self._catalog = catalog
        self.lexical = LexicalIndex.open(settings.home)

    @cached_property
    def embedding(self) -> Embedding:
        """The embedding that the settings name; a question does not wait for retries."""
        return make_embedding(self._settings.model_copy(update={"retries": 0}))

    @cached_property
    def _store(self) -> VectorStore:
        return VectorStore.open(self._settings.home, self.embedding)

    @property
    def dense_weight(self) -> float:
        """The dense leg's share of the fused score."""
        if self._settings.dense_weight is not None:
            return self._settings.dense_weight
        return ENDPOINT_WEIGHT if self.embedding.semantic else HASHED_WEIGHT

    @cached_property
    def _reranker(self) -> Reranker | None:
        return make_reranker(self._settings)

    @contextmanager
    def question(self) -> Iterator[Inquiry]:
        """Search for one question: each endpoint is contacted once, failures are noted.

        Searches inside the block, in this thread, share what the endpoints said.
        """
        outer = _INQUIRY.get()
        if outer is not None and not outer.closed:
            yield outer
            return
        inquiry = Inquiry()
        _INQUIRY.set(inquiry)
        try:
            yield inquiry
        finally:
            # A generator left halfway is closed in whatever thread collects it: no ``reset`` there.
            inquiry.close()

    def search(
        self,
        texts: Sequence[str],
        *,
        top_k: int,
        sources: Collection[str] | None = None,
        dense: bool | None = None,
    ) -> list[Hit]:
        """Return the ``top_k`` best chunks for the texts (standalone question, original).

        ``dense`` asks for the dense leg; by default it is asked only where the embedding
        understands meaning, because the hashed one changes no order by more than its weight of
        0.05 and loading the vector store costs more than the rest of a cold start.

        Where a rerank endpoint is set, its order comes before the fused one; scores of 1 and more
        are its own.
        """
        if dense is None:
            dense = self.embedding.semantic
        with self.question() as inquiry:
            if self._reranker is None:
                return self._fused(texts, top_k, sources, dense, inquiry)
            hits = self._fused(texts, max(top_k, RERANKED), sources, dense, inquiry)
            if hits and not inquiry.reranked_for:
                inquiry.reranked_for = texts[0]
                # Districts are searched one by one: what the others will find is asked about too.
                near = self._fused(texts, RERANKED, None, dense, inquiry) if sources else []
                self._rerank(self._reranker, [*hits[: RERANKED // 2], *near, *hits], inquiry)
            known = inquiry.relevance if inquiry.reranked_for == texts[0] else {}
        return reranked(hits, known)[:top_k]

    def _rerank(self, reranker: Reranker, hits: Sequence[Hit], inquiry: Inquiry) -> None:
        """Ask once how well passages answer; without an answer the order stays as it is."""
        chunks = list({hit.chunk.id: hit.chunk for hit in hits}.values())[:RERANKED]
        try:
            scores = reranker.score(inquiry.reranked_for, [chunk.indexed_text for chunk in chunks])
        except ModelError as exc:
            inquiry.notes.append(RERANK_FAILED.format(exc))
            return
        inquiry.relevance = {chunks[place].id: score for place, score in scores.items()}

    def _fused(
        self,
        texts: Sequence[str],
        top_k: int,
        sources: Collection[str] | None,
        dense: bool,
        inquiry: Inquiry,
    ) -> list[Hit]:
        depth = _FUSED * top_k if dense else top_k
        lexical = self._lexical(texts, depth, sources)
        vectors = {}
        if dense and texts[0].strip() and not inquiry.dense_failed:
            try:
                vectors = self._dense(texts[0], depth, sources)
            except ModelError as exc:
                inquiry.dense_failed = True
                inquiry.notes.append(DENSE_FAILED.format(exc))
        return self._fuse(lexical, vectors, top_k)

    def _lexical(
        self, texts: Sequence[str], top_k: int, sources: Collection[str] | None
    ) -> dict[str, float]:
        weighted: dict[str, float] = {}
        for text in texts:
            # A pair that is a word of its own stands twice among the tokens and weighs twice.
            for token, times in Counter(tokens(sought(text))).items():
                weighted[token] = max(times, weighted.get(token, 0.0))
        for extra in expansions(texts[0]):
            for token in tokens(extra):
                weighted.setdefault(token, SYNONYM_WEIGHT)
        hits = self.lexical.search(list(weighted.items()), top_k=top_k, sources=sources)
        return {hit.chunk_id: hit.score for hit in hits}

    def _dense(self, text: str, top_k: int, sources: Collection[str] | None) -> dict[str, float]:
        return dict(self._store.query(text, top_k, sources=sources))

    def _fuse(
        self, lexical: Mapping[str, float], dense: Mapping[str, float], top_k: int
    ) -> list[Hit]:
        weight = self.dense_weight if dense else 0.0
        best_lexical = max(lexical.values(), default=1.0) or 1.0
        best_dense = max(dense.values(), default=1.0) or 1.0
        rank_lexical = {
            id_: n
            for n, id_ in enumerate(sorted(lexical, key=lexical.__getitem__, reverse=True), 1)
        }
        rank_dense = {
            id_: n for n, id_ in enumerate(sorted(dense, key=dense.__getitem__, reverse=True), 1)
        }
        scores = {
            id_: (1 - weight) * lexical.get(id_, 0.0) / best_lexical
            + weight * max(0.0, dense.get(id_, 0.0)) / best_dense
            for id_ in {**lexical, **dense}
        }
        ordered = sorted(scores, key=lambda id_: (-scores[id_], id_))[:top_k]
        chunks = self._catalog.chunks(ordered)
        return [
            Hit(chunks[id_], scores[id_], rank_lexical.get(id_), rank_dense.get(id_))
            for id_ in ordered
            if id_ in chunks
        ]


def reranked(hits: Sequence[Hit], relevance: Mapping[str, float]) -> list[Hit]:
    """Return hits with those first whose relevance is known, best first; the others as they were.

    Relevance comes on any scale; as a score it is made to lie between 1 and 2, above fused ones.
    """
    low, high = min(relevance.values(), default=0.0), max(relevance.values(), default=0.0)
    scores = {id_: 1 + (n - low) / ((high - low) or 1.0) for id_, n in relevance.items()}
    known = [replace(h, score=scores[h.chunk.id]) for h in hits if h.chunk.id in scores]
    others = [h for h in hits if h.chunk.id not in scores]
    return sorted(known, key=lambda h: -h.score) + others


def sought(text: str) -> str:
    """Return a question without the words that ask, or as it is if it has no others.

    >>> sought("滨江区有哪些医院?").split()
    ['滨江区有', '医院']
    """
    kept = _ASKING.sub("\n", text)
    return kept if kept.strip() else text


def expansions(text: str) -> list[str]:
    """Return other words for what ``text`` names: the lexicon's names and everyday synonyms."""
    lexicon = load_indicators()
    found: list[str] = []
    for match in lexicon.find(text):
        found.append(match.canonical)
        found.extend(lexicon.synonyms(match.canonical)[:6])
    found.extend(word for group in load_synonyms().find(text) for word in group)
    return list(dict.fromkeys(word for word in found if word not in text))
