"""Findings: what fits a period and a kind, what answers, and what is only near."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assistant.chain import Assistant
from assistant.evidence.evidence import capped
from assistant.evidence.findings import Finding
from assistant.schema import Chunk, Hit, Query, Scope

Parse = Callable[[str], Query]


@pytest.fixture
def best(made_up: Assistant, understood: Parse) -> Callable[[str], Finding]:
    """Return the best finding of a question."""

    def find(question: str) -> Finding:
        query = understood(question)
        sources = [s for group in made_up.evidence.sources(query).values() for s in group]
        return made_up.evidence.findings(query, sources)[0]

    return find


def test_the_best_finding_knows_its_figure_period_and_kind(best: Callable[[str], Finding]) -> None:
    found = best("上城区2023年新增停车泊位目标是多少个?")
    assert found.quote == "新增停车泊位1500个"
    assert (found.period, found.kind, found.period_fit, found.kind_fit) == ("2023", "target", 1, 1)
    assert found.figure is not None
    assert found.figure.value == "1500"
    assert found.answers


def test_a_finding_of_another_year_does_not_answer(best: Callable[[str], Finding]) -> None:
    found = best("余杭区2021年新增停车泊位多少个?")
    assert found.period_fit == 0
    assert not found.answers


def test_quotes_are_verbatim_but_for_numbering_and_white_space(
    made_up: Assistant, understood: Parse
) -> None:
    query = understood("上城区2023年引进亿元以上项目多少个?")
    for found in made_up.evidence.findings(query, made_up.catalog.sources()):
        for part in found.quote.split("…"):
            assert part in " ".join(found.statement.document.text.split())


def test_sources_are_those_of_the_districts_asked_for(
    made_up: Assistant, understood: Parse
) -> None:
    evidence = made_up.evidence
    assert evidence.sources(understood("上城区和余杭区GDP")) == {
        "上城区": ["plan.txt"],
        "余杭区": ["other_plan.txt"],
    }
    assert evidence.sources(understood("萧山区GDP")) == {"萧山区": []}
    assert evidence.sources(understood("GDP")) == {"": ["other_plan.txt", "plan.txt", "table.txt"]}


def test_sources_keep_to_the_scope_and_to_the_kind_of_document(
    made_up: Assistant, understood: Parse
) -> None:
    evidence = made_up.evidence
    assert evidence.sources(understood("GDP"), Scope(sources=("table.txt",))) == {"": ["table.txt"]}
    assert evidence.sources(understood("GDP"), Scope(districts=("上城区",))) == {"": ["plan.txt"]}
    assert evidence.sources(understood("进展表里GDP多少")) == {"": ["table.txt"]}
    of_both = understood("进展表里上城区和临平区的任务")
    assert evidence.sources(of_both) == {"上城区": ["plan.txt"], "临平区": ["table.txt"]}


def test_one_document_does_not_crowd_out_the_others() -> None:
    chunks = [Chunk(str(n), "long" if n < 6 else "short", n, n + 1, "x") for n in range(8)]
    kept = capped([Hit(chunk, 1.0) for chunk in chunks], 2)
    assert [hit.chunk.id for hit in kept] == ["0", "1", "6", "7"]


def test_of_many_documents_the_nearest_are_read_whole(
    made_up: Assistant, understood: Callable[[str], Query], monkeypatch: pytest.MonkeyPatch
) -> None:
    sources = list(made_up.catalog.sources())
    query = understood("临平区的工业经济由谁牵头?")
    assert made_up.evidence.near(query, sources) == sources
    monkeypatch.setattr("assistant.evidence.evidence.READ_WHOLE", 1)
    assert made_up.evidence.near(query, sources) == ["table.txt"]


def test_a_question_of_two_sides_is_searched_for_once(
    made_up: Assistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    searched: list[str] = []
    lexical = made_up.search.lexical
    search = lexical.search

    def noting(terms: list[tuple[str, float]], **options: object) -> object:
        searched.append(" ".join(term for term, _ in terms))
        return search(terms, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(lexical, "search", noting)
    answer = made_up.ask("上城区2024年GDP增长目标是多少?2024年实际增长多少?")
    assert len(searched) == len(set(searched))
    searched.clear()
    assert made_up.ask(answer.question).text == answer.text
    assert searched  # what was found is forgotten with the question
