"""The lexical index: BM25 over sentences, chunks and whole documents, in three tantivy folders.

Sentences are matched because the one that answers is short, chunks because the neighbours of a
sentence tell what it speaks of, documents because the words of a question are often spread over
several passages of the right one. Half of a chunk's score is its document's, a third its best
sentence's and a sixth its own. All carry title, period and headings.
"""

from __future__ import annotations

import math
import os
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from assistant.errors import StoreError
from assistant.index.editions import current_edition
from assistant.schema import Chunk, Span

if TYPE_CHECKING:
    import tantivy

DAMAGED = "词语索引读不出来({});请运行 quwen ingest --rebuild 重建。"
DOCUMENT_WEIGHT = 0.5
SENTENCE_WEIGHT = 2 / 3  # of the other half
UNKNOWN_RARITY = 0.5
# How many units each leg looks at for every chunk that is asked for: several sentences of one chunk
# tend to match together.
_DEPTH = {"chunks": 2, "sentences": 3}
# Each folder with the field that tells whose unit it is.
_OWNERS = {"chunks": "chunk", "sentences": "chunk", "documents": "entry"}
_LEAST_DEPTH = 100
# A pasted page as a question has thousands of distinct words; those that weigh most decide.
_MOST_TERMS = 300
_WRITER_BYTES = 50_000_000
_KEPT_UNITS = 20_000  # stored fields of units that were found before, for each folder


@dataclass(frozen=True, slots=True)
class LexicalHit:
    """A chunk that matches. ``sentence`` is the span of its best sentence, if one matches."""

    chunk_id: str
    score: float
    sentence: Span | None = None


class LexicalIndex:
    """Searches the lexical index of a home; follows every later ingest."""

    def __init__(self, home: Path) -> None:
        self._home = home
        self._edition = Path()
        self._state: tuple[int, ...] = ()
        self._open: _Legs | None = None

    @classmethod
    def open(cls, home: Path) -> LexicalIndex:
        """Open the index of ``home``.

        Raises:
            IndexMissingError: there is none.
            StoreError: it cannot be read.
        """
        index = cls(home)
        index._legs()
        return index

    def search(
        self,
        terms: Sequence[tuple[str, float]],
        *,
        top_k: int = 20,
        sources: Collection[str] | None = None,
    ) -> list[LexicalHit]:
        """Return the best chunks for weighted tokens; equal scores are ordered by id.

        ``sources`` limits the search to these documents. A token given twice weighs twice.
        """
        weights = _weights(terms)
        if not weights or top_k < 1 or (sources is not None and not sources):
            return []
        with _mapped_errors():
            legs = self._legs()
            chunks, sentences = legs.chunks, legs.sentences
            query = _any_of(weights)
            whole = chunks.best(query, _depth("chunks", top_k), sources)
            parts = sentences.best(query, _depth("sentences", top_k), sources)
            parts |= sentences.best_of(query, whole.keys() - parts.keys())
            whole |= chunks.best_of(query, parts.keys() - whole.keys())
            entries = {match.entry for match in (*whole.values(), *parts.values())}
            documents = legs.documents.best_of(query, entries)
        hits = [
            _blend(name, whole.get(name), parts.get(name), documents)
            for name in whole.keys() | parts.keys()
        ]
        return sorted(hits, key=lambda hit: (-hit.score, hit.chunk_id))[:top_k]

    def holds(self, text: str) -> bool:
        """Tell whether some sentence may hold ``text``: one that has all of its words and pairs."""
        from assistant.language.tokenizer import tokens

        with _mapped_errors():
            sentences = self._legs().sentences
            return all(sentences.count(token)[1] for token in tokens(text))

    def rarity(self, word: str) -> float:
        """Return how rare a word is among the sentences, from 0 (in all) to 1 (in one).

        It is the inverse document frequency log(N / df) over its greatest value log(N). A word that
        the index does not have tells little (it may be a synonym's neighbour): it gets the middle.
        """
        with _mapped_errors():
            units, holding = self._legs().sentences.count(word)
        if units < 2 or not holding:
            return UNKNOWN_RARITY
        return math.log(units / holding) / math.log(units)

    def _legs(self) -> _Legs:
        """Give all legs as the last commit left them."""
        edition = current_edition(self._home)
        state = _state(edition)
        if self._open is None or edition != self._edition:
            with _mapped_errors():
                self._open = _Legs(*(_Leg(edition, name) for name in _OWNERS))
        elif state != self._state:
            for leg in self._open:
                leg.reload()
        self._edition, self._state = edition, state
        return self._open


@dataclass(frozen=True, slots=True)
class _Match:
    score: float
    span: Span
    entry: str


class _Unit(NamedTuple):
    """What is stored of a unit of text."""

    owner: str
    span: Span
    entry: str


class _Leg:
    """One of the folders: units of text, each belonging to a chunk or to a document's entry."""

    def __init__(self, edition: Path, name: str) -> None:
        import tantivy

        self._owner = _OWNERS[name]
        self._index = tantivy.Index.open(str(edition / "lexical" / name))
        self._index.config_reader("manual")
        self.reload()

    def reload(self) -> None:
        """See the last commit."""
        self._index.reload()
        # Addresses of units mean something to this searcher alone: what it found stays beside it.
        units: dict[tuple[int, int], _Unit] = {}
        self._seen = self._index.searcher(), units

    def count(self, word: str) -> tuple[int, int]:
        """Return the number of units, and of those that hold ``word``."""
        searcher, _ = self._seen
        return searcher.num_docs, searcher.doc_freq("terms", word)

    def best(
        self, terms: tantivy.Query, limit: int, sources: Collection[str] | None
    ) -> dict[str, _Match]:
        """Return the best unit of each owner among the ``limit`` best units."""
        query = terms if sources is None else _only(terms, "source", sources)
        return self._run(query, limit)

    def best_of(self, terms: tantivy.Query, owners: Collection[str]) -> dict[str, _Match]:
        """Return the best unit of each of these owners."""
        if not owners:
            return {}
        return self._run(_only(terms, self._owner, owners), 30 * len(owners))

    def _run(self, query: tantivy.Query, limit: int) -> dict[str, _Match]:
        searcher, units = self._seen
        if len(units) > _KEPT_UNITS:
            units.clear()
        found: dict[str, _Match] = {}
        for score, address in searcher.search(query, limit, count=False).hits:
            place = address.segment_ord, address.doc
            unit = units.get(place)
            if unit is None:
                unit = units[place] = self._unit(searcher.doc(address))
            if unit.owner not in found:
                found[unit.owner] = _Match(score, unit.span, unit.entry)
        return found

    def _unit(self, stored: tantivy.Document) -> _Unit:
        span = int(stored.get_first("start") or 0), int(stored.get_first("end") or 0)
        return _Unit(str(stored.get_first(self._owner)), span, str(stored.get_first("entry")))


class _Legs(NamedTuple):
    """All folders, in the order of their names in ``_OWNERS``."""

    chunks: _Leg
    sentences: _Leg
    documents: _Leg


class LexicalWriter:
    """Writes the lexical index of an edition. One at a time; nothing is seen before ``commit``."""

    def __init__(self, edition: Path) -> None:
        import tantivy

        self._writers: dict[str, tantivy.IndexWriter] = {}
        with _mapped_errors():
            for name in _OWNERS:
                folder = edition / "lexical" / name
                folder.mkdir(parents=True, exist_ok=True)
                index = tantivy.Index(_schema(), str(folder))
                self._writers[name] = index.writer(_WRITER_BYTES, 1)

    def add(self, entry: int, chunks: Iterable[Chunk]) -> None:
        """Add the chunks of a document under its entry."""
        all_labels: dict[str, list[str]] = {}
        body: list[str] = []
        for chunk in chunks:
            labels, sentences = _tokens(chunk)
            heading, whole = _flat(labels), _flat(sentences)
            self._add("chunks", entry, heading + whole, chunk, (chunk.start, chunk.end))
            for span, tokens in sentences.items():
                self._add("sentences", entry, heading + tokens, chunk, span)
            all_labels |= labels
            body += whole
        self._add("documents", entry, _flat(all_labels) + body)

    def delete(self, entries: Iterable[int]) -> None:
        """Take out everything that was added under these entries."""
        for entry in entries:
            for writer in self._writers.values():
                writer.delete_documents_by_term("entry", str(entry))

    def commit(self) -> None:
        """Make all that was added and deleted visible, and safe from a kill."""
        with _mapped_errors():
            for writer in self._writers.values():
                writer.commit()

    def close(self) -> None:
        """Let background merges finish and give up the folders."""
        with _mapped_errors():
            while self._writers:
                self._writers.popitem()[1].wait_merging_threads()

    def _add(
        self,
        name: str,
        entry: int,
        tokens: list[str],
        chunk: Chunk | None = None,
        span: Span = (0, 0),
    ) -> None:
        import tantivy

        unit = tantivy.Document()
        unit.add_text("entry", str(entry))
        if chunk is not None:
            unit.add_text("source", chunk.source)
            unit.add_text("chunk", chunk.id)
            unit.add_unsigned("start", span[0])
            unit.add_unsigned("end", span[1])
        unit.add_text("terms", " ".join(tokens))
        self._writers[name].add_document(unit)


def count_units(edition: Path) -> int:
    """Return how many chunks the lexical index of an edition holds.

    Raises:
        StoreError: it is missing or cannot be read.
    """
    import tantivy

    with _mapped_errors():
        return tantivy.Index.open(str(edition / "lexical" / "chunks")).searcher().num_docs


@cache
def _schema() -> tantivy.Schema:
    import tantivy

    builder = tantivy.SchemaBuilder()
    builder.add_text_field("entry", stored=True, tokenizer_name="raw", index_option="basic")
    builder.add_text_field("source", tokenizer_name="raw", index_option="basic")
    builder.add_text_field("chunk", stored=True, tokenizer_name="raw", index_option="basic")
    builder.add_unsigned_field("start", stored=True)
    builder.add_unsigned_field("end", stored=True)
    builder.add_text_field("terms", tokenizer_name="whitespace", index_option="freq")
    return builder.build()


def _tokens(chunk: Chunk) -> tuple[dict[str, list[str]], dict[Span, list[str]]]:
    """Return the tokens of each of a chunk's labels, and those of each of its sentences."""
    from assistant.language.tokenizer import tokens
    from assistant.text import split_sentences

    labels = chunk.indexed_text[: -len(chunk.text)] if chunk.text else chunk.indexed_text
    sentences = {
        span: tokens(chunk.text[span[0] - chunk.start : span[1] - chunk.start])
        for span in split_sentences(chunk.text, chunk.start)
    }
    return {label: tokens(label) for label in labels.splitlines()}, sentences


def _flat(tokens: Mapping[Any, list[str]]) -> list[str]:
    return [token for part in tokens.values() for token in part]


def _weights(terms: Sequence[tuple[str, float]]) -> dict[str, float]:
    """Return the summed weight of each distinct token, the heaviest ones of too many."""
    weights: dict[str, float] = {}
    for term, weight in terms:
        if term and weight > 0:
            weights[term] = weights.get(term, 0.0) + weight
    kept = sorted(weights, key=lambda term: -weights[term])[:_MOST_TERMS]
    return {term: weights[term] for term in kept}


def _any_of(weights: Mapping[str, float]) -> tantivy.Query:
    """Return the query for units that hold any of the tokens, the same for every folder."""
    from tantivy import Occur, Query

    schema = _schema()
    queries = {term: Query.term_query(schema, "terms", term, "freq") for term in weights}
    return Query.boolean_query(
        [
            (
                Occur.Should,
                query if weights[term] == 1.0 else Query.boost_query(query, weights[term]),
            )
            for term, query in queries.items()
        ]
    )


def _only(terms: tantivy.Query, field: str, values: Collection[str]) -> tantivy.Query:
    """Return the query narrowed to units with one of these values, at the same scores."""
    from tantivy import Occur, Query

    allowed = Query.const_score_query(Query.term_set_query(_schema(), field, list(values)), 0.0)
    return Query.boolean_query([(Occur.Must, terms), (Occur.Must, allowed)])


def _blend(
    name: str, whole: _Match | None, part: _Match | None, documents: Mapping[str, _Match]
) -> LexicalHit:
    passage = (1 - SENTENCE_WEIGHT) * (whole.score if whole else 0.0)
    passage += SENTENCE_WEIGHT * (part.score if part else 0.0)
    unit = whole or part
    about = documents.get(unit.entry) if unit else None
    score = (1 - DOCUMENT_WEIGHT) * passage + DOCUMENT_WEIGHT * (about.score if about else 0.0)
    return LexicalHit(name, score, part.span if part else None)


def _depth(leg: str, top_k: int) -> int:
    return max(_DEPTH[leg] * top_k, _LEAST_DEPTH)


def _state(edition: Path) -> tuple[int, ...]:
    """Return what changes with every commit."""
    try:
        return tuple(os.stat(f"{edition}/lexical/{name}/meta.json").st_mtime_ns for name in _OWNERS)
    except OSError as exc:
        raise StoreError(DAMAGED.format("文件不全")) from exc


@contextmanager
def _mapped_errors() -> Iterator[None]:
    """Turn what tantivy raises (always ValueError or its like) into a sentence."""
    try:
        yield
    except (ValueError, OSError, RuntimeError) as exc:
        raise StoreError(DAMAGED.format(exc)) from exc
