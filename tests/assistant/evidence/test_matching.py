"""How far a statement speaks of a question."""

from __future__ import annotations

from assistant.evidence.matching import match
from assistant.evidence.statements import Statement, Statements
from assistant.evidence.terms import Term
from assistant.schema import Chunk, Document, Profile


def make_statement(text: str, *, title: str = "", path: tuple[str, ...] = ()) -> Statement:
    chunk = Chunk("c", "a.txt", 0, len(text), text, title=title, section_path=path)
    document = Document("d", "a.txt", text, Profile(title=title), chunks=(chunk,))
    return Statements(document).all()[0]


def test_coverage_counts_headings_less_than_the_statement_itself() -> None:
    terms = [Term("停车泊位", 1.0), Term("老年食堂", 1.0)]
    inside = match(terms, make_statement("新增停车泊位10个、老年食堂2个。"))
    beside = match(terms, make_statement("新增停车泊位10个。", path=("老年食堂建设",)))
    missing = match(terms, make_statement("新增停车泊位10个。"))
    assert (inside.coverage, inside.own, inside.missing) == (1.0, 1.0, ())
    assert (beside.coverage, beside.own, beside.missing) == (0.875, 0.5, ())
    assert (missing.coverage, missing.own, missing.missing) == (0.5, 0.5, ("老年食堂",))


def test_no_terms_cover_nothing() -> None:
    assert match([], make_statement("新增停车泊位10个。")).coverage == 0.0
