"""From a question to ranked findings: which statements of the index are held against it.

Search gives the passages, ``evidence.findings`` holds their statements against the question.
"""

from __future__ import annotations

import threading
from collections import Counter, OrderedDict
from collections.abc import Callable, Collection, Sequence
from functools import cache, partial

from assistant.evidence.asked import is_asked, wants_figure
from assistant.evidence.findings import Finding, finding
from assistant.evidence.grids import Grid, grids_of
from assistant.evidence.lines import Line, lines_in
from assistant.evidence.matching import Match, match
from assistant.evidence.statements import Statement, Statements
from assistant.evidence.terms import Term, make_terms
from assistant.index.catalog import Catalog
from assistant.index.search import Search
from assistant.lexicon.indicators import load_indicators
from assistant.question import constraint_cues
from assistant.question.corpus import Corpus, same_district, speaks_for, stem
from assistant.question.names import Names, is_statistic
from assistant.schema import EVERYTHING, Document, Hit, Query, Scope

CANDIDATES = 60  # chunks whose statements are looked at for one question
CANDIDATE_DOCUMENTS = 12  # documents that these chunks may come from
LOOKED_AT_CLOSELY = 16  # statements whose quotes are chosen
# Where no district is asked for, one long document must not crowd out all others.
CAPPED, PER_DOCUMENT = 3 * CANDIDATES, CANDIDATES // 3
NAMED_BESIDE = 20  # chunks that tell what is asked for, and that search did not find
CACHED_DOCUMENTS = 128
READ_WHOLE = 24  # documents whose sections are all looked at for one question
SPEAKING_ROLES = ("prose", "target", "progress", "group", "other")


class Evidence:
    """Finds statements in the index. Thread-safe; keeps those of recently used documents."""

    def __init__(self, catalog: Catalog, search: Search) -> None:
        self.catalog = catalog
        self.search = search
        self._statements: OrderedDict[str, Statements] = OrderedDict()
        self._grids: OrderedDict[str, tuple[Document, list[Grid]]] = OrderedDict()
        self._corpus: tuple[str, Corpus] | None = None
        self._words: tuple[Names, frozenset[str]] = (Names(), frozenset())
        self._lock = threading.Lock()

    @property
    def corpus(self) -> Corpus:
        """The districts and years of the index, and the names of its figures."""
        generation = self.catalog.generation()
        with self._lock:
            if self._corpus is None or self._corpus[0] != generation:
                catalog = self.catalog
                names = Names(catalog.names())
                known = Corpus(catalog.profiles(), names, tuple(catalog.districts_of_rows()))
                self._corpus = generation, known
            return self._corpus[1]

    @property
    def vocabulary(self) -> frozenset[str]:
        """What typos are mended to: districts of the index, names of indicators and their words."""
        corpus = self.corpus
        if self._words[0] is not corpus.names:
            names = corpus.districts
            made = [*names, *(stem(n) for n in names), *load_indicators().names()]
            self._words = corpus.names, frozenset([*made, *corpus.names.words])
        return self._words[1]

    def knows(self, name: str) -> bool:
        """True if a place stands in any document, or is a district of the index."""
        return name in self.corpus.districts or self.search.lexical.holds(name)

    def statements(self, document: Document) -> list[Statement]:
        """Return the statements of a document, kept for the next question."""
        return self._statements_of(document).all()

    def _statements_of(self, document: Document) -> Statements:
        with self._lock:
            known = self._statements.get(document.id)
            # What a person corrected about a document changes its statements, not its id.
            if known is None or (known.document.source, known.document.profile) != (
                document.source,
                document.profile,
            ):
                known = self._statements[document.id] = Statements(document)
            self._statements.move_to_end(document.id)
            while len(self._statements) > CACHED_DOCUMENTS:
                self._statements.popitem(last=False)
        return known

    def grids(self, sources: Sequence[str]) -> list[Grid]:
        """Return the tables of ``sources``, kept for the next question."""
        return [grid for source in sources for grid in self._grids_of(source)]

    def row(self, place: str) -> tuple[Grid, Line] | None:
        """Return the row at "file.txt#12" with its table; None if the index has it no longer."""
        source, _, number = place.rpartition("#")
        if source not in self.catalog.profiles():
            return None
        lines = ((grid, line) for grid in self.grids([source]) for line in grid.lines)
        return next(((g, n) for g, n in lines if n.chunk.row == int(number)), None)

    def _grids_of(self, source: str) -> list[Grid]:
        document = self.catalog.document(source)
        with self._lock:
            known = self._grids.get(source)
            # The catalog reads a document anew once the index has changed.
            if known is None or known[0] is not document:
                known = self._grids[source] = document, grids_of(lines_in(document))
            self._grids.move_to_end(source)
            while len(self._grids) > CACHED_DOCUMENTS:
                self._grids.popitem(last=False)
        return known[1]

    def sources(self, query: Query, scope: Scope = EVERYTHING) -> dict[str, list[str]]:
        """Return the sources that speak for each district asked for ("" for none)."""
        profiles = self.catalog.profiles()
        allowed = [
            s
            for s, p in profiles.items()
            if (not scope.sources or s in scope.sources)
            and (not scope.districts or p.district in scope.districts)
        ]
        groups = {
            d: [s for s in allowed if not d or speaks_for(profiles[s], d)]
            for d in query.districts or ("",)
        }
        return {d: self._of_kinds(query, sources) for d, sources in groups.items()}

    def whole_documents(self, query: Query, sources: Sequence[str]) -> list[str]:
        """Leave out documents that have no more than a section for the district asked for."""
        profiles, asked = self.catalog.profiles(), query.districts
        return [
            s
            for s in sources
            if not asked or any(same_district(profiles[s].district, name) for name in asked)
        ]

    def _of_kinds(self, query: Query, sources: list[str]) -> list[str]:
        """Of one district's documents those of the kind that is named; all, where none is.

        The 政府工作报告 of a district may be known by the progress of its tasks alone.
        """
        kinds, profiles = query.document_kinds, self.catalog.profiles()
        report = constraint_cues.REPORT in kinds
        named = [
            s
            for s in sources
            if profiles[s].kind in kinds or (report and profiles[s].kind.endswith("报告"))
        ]
        return named or sources

    def terms(self, query: Query) -> list[Term]:
        """Return the weighted terms of a question."""
        with self.search.question() as inquiry:
            return inquiry.once(
                ("terms", query), lambda: make_terms(query, self.search.lexical.rarity)
            )

    def terms_beside_number(self, query: Query) -> list[Term]:
        """Return the terms of a question apart from the number that it counts by."""
        return [term for term in self.terms(query) if term.text != str(query.number)]

    def candidates(self, query: Query, sources: Collection[str]) -> list[Statement]:
        """Return the statements of the chunks that search finds in ``sources``, best first."""
        if not sources:
            return []
        hits = self._hits(query, sources, CANDIDATES if query.districts else CAPPED)
        if not query.districts:
            hits = capped(hits, PER_DOCUMENT)[:CANDIDATES]
        near = list(dict.fromkeys(hit.chunk.source for hit in hits))[:CANDIDATE_DOCUMENTS]
        spoken = {source: self._statements_of(self.catalog.document(source)) for source in near}
        ids = [(h.chunk.source, h.chunk.id) for h in hits if h.chunk.source in spoken]
        # Of all passages with 生产 or 总值 in them, none may be the one on GDP.
        names = [name for name in query.indicators if is_statistic(name)]
        years = {period[:4] for period in query.periods}
        told = [(s, c) for s in near for c in spoken[s].telling(names, years)]
        ids += [place for place in told if place not in ids][:NAMED_BESIDE]
        found = (spoken[source].of(chunk) for source, chunk in ids)
        return [
            s for group in found for s in group if s.role in SPEAKING_ROLES and of_asked(query, s)
        ]

    def near(self, query: Query, sources: Sequence[str]) -> list[str]:
        """Return the sources whose passages answer best, where there are too many to read all."""
        if len(sources) <= READ_WHOLE:
            return list(sources)
        hits = self._hits(query, sources, CAPPED)
        found = list(dict.fromkeys(hit.chunk.source for hit in hits))[:READ_WHOLE]
        return [source for source in sources if source in found]

    def _hits(self, query: Query, sources: Collection[str], most: int) -> list[Hit]:
        with self.search.question() as inquiry:
            return inquiry.once(
                ("hits", query.text, tuple(sources), most),
                lambda: self.search.search([query.text], top_k=most, sources=sources),
            )

    def findings(self, query: Query, sources: Collection[str]) -> list[Finding]:
        """Return findings for ``query`` in ``sources``, best first."""
        with self.search.question() as inquiry:
            return inquiry.once(
                ("findings", query, tuple(sources)), lambda: self._findings(query, sources)
            )

    def _findings(self, query: Query, sources: Collection[str]) -> list[Finding]:
        terms, needs_figure = self.terms(query), wants_figure(query)
        named = cache(partial(is_asked, query))
        matched = sorted(
            self._matched(query, terms, sources), key=lambda pair: -_promise(query, named, *pair)
        )
        # A reason is told in other words than what it explains.
        most = len(matched) if "reason" in query.asks else LOOKED_AT_CLOSELY
        found = [finding(query, terms, s, m, needs_figure) for m, s in matched[:most]]
        return sorted(found, key=lambda f: -f.score)

    def _matched(
        self, query: Query, terms: Sequence[Term], sources: Collection[str]
    ) -> list[tuple[Match, Statement]]:
        """Hold the words of a question against the candidates: the same for all of its sides."""
        with self.search.question() as inquiry:
            return inquiry.once(
                ("matched", tuple(terms), query.text, query.districts, tuple(sources)),
                lambda: [(match(terms, s), s) for s in self.candidates(query, sources)],
            )


def of_asked(query: Query, statement: Statement) -> bool:
    """False for what a section tells of another place than the question names."""
    if not query.districts or not statement.document.profile.places:
        return True
    return any(same_district(statement.district, name) for name in query.districts)


def capped(hits: Sequence[Hit], most: int) -> list[Hit]:
    """Keep the ``most`` best hits of each document, in order."""
    seen: Counter[str] = Counter()
    kept = []
    for hit in hits:
        seen[hit.chunk.source] += 1
        if seen[hit.chunk.source] <= most:
            kept.append(hit)
    return kept


def _promise(
    query: Query, is_named: Callable[[str], bool], found: Match, statement: Statement
) -> float:
    """How likely a statement is to answer, from what is cheap to know."""
    of_it = [f.period for f in statement.figures if is_named(f.indicator)]
    named = bool(of_it)
    in_time = not query.periods or any(period in query.periods for period in of_it)
    return found.coverage + 0.3 * found.own + 0.5 * named + 0.1 * in_time
