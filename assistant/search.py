"""Hybrid search: the lexical leg, the dense leg, and their fusion into ranked chunks.

Scores are fused linearly after each leg is normalised to its best hit, since plain reciprocal rank
fusion lets a weak dense leg do harm (measured on six Chinese sets, see docs/architecture.md).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import cached_property

from assistant.catalog import Catalog
from assistant.embeddings import Embedding, make_embedding
from assistant.lexical import LexicalIndex
from assistant.lexicon.indicators import load_indicators
from assistant.lexicon.synonyms import load_synonyms
from assistant.schema import Hit
from assistant.settings import Settings
from assistant.store import VectorStore
from assistant.tokenizer import tokens

SYNONYM_WEIGHT = 0.3
HASHED_WEIGHT, ENDPOINT_WEIGHT = 0.05, 0.5


class Search:
    """Ranks the chunks of an index against a question."""

    def __init__(self, settings: Settings, catalog: Catalog) -> None:
        self._settings = settings
        self._catalog = catalog
        self.lexical = LexicalIndex.open(settings.home)

    @cached_property
    def embedding(self) -> Embedding:
        """The embedding that the settings name."""
        return make_embedding(self._settings)

    @cached_property
    def _store(self) -> VectorStore:
        return VectorStore.open(self._settings.home, self.embedding)

    @property
    def dense_weight(self) -> float:
        """The dense leg's share of the fused score."""
        if self._settings.dense_weight is not None:
            return self._settings.dense_weight
        return ENDPOINT_WEIGHT if self.embedding.semantic else HASHED_WEIGHT

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
        """
        if dense is None:
            dense = self.embedding.semantic
        lexical = self._lexical(texts, top_k, sources)
        vectors = self._dense(texts[0], top_k, sources) if dense and texts[0].strip() else {}
        return self._fuse(lexical, vectors, top_k)

    def _lexical(
        self, texts: Sequence[str], top_k: int, sources: Collection[str] | None
    ) -> dict[str, float]:
        weighted: dict[str, float] = {}
        for text in texts:
            for token in tokens(text):
                weighted[token] = 1.0
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


def expansions(text: str) -> list[str]:
    """Return other words for what ``text`` names: the lexicon's names and everyday synonyms."""
    lexicon = load_indicators()
    found: list[str] = []
    for match in lexicon.find(text):
        found.append(match.canonical)
        found.extend(lexicon.synonyms(match.canonical)[:6])
    found.extend(word for group in load_synonyms().find(text) for word in group)
    return list(dict.fromkeys(word for word in found if word not in text))
