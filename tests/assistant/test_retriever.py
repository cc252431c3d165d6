"""The retriever in LangChain's terms: a ``BaseRetriever`` that drops into anybody's chain."""

from __future__ import annotations

import pytest
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from langchain_core.runnables import RunnableLambda

from assistant.chain import Assistant
from assistant.errors import IndexMissingError
from assistant.retriever import QuwenRetriever, to_document
from assistant.settings import Settings


@pytest.fixture(scope="module")
def retriever(made_up: Assistant) -> QuwenRetriever:
    return QuwenRetriever.open(made_up.settings)


def test_it_is_a_retriever_of_langchain(retriever: QuwenRetriever) -> None:
    assert isinstance(retriever, BaseRetriever)
    found = retriever.invoke("上城区新增停车泊位")
    assert found
    assert all(isinstance(document, Document) for document in found)
    assert "停车泊位" in found[0].page_content


def test_a_document_carries_where_it_stands_and_what_it_is(
    retriever: QuwenRetriever, made_up: Assistant
) -> None:
    for document in retriever.invoke("新增停车泊位"):
        metadata = document.metadata
        text = made_up.catalog.document(metadata["source"]).text
        assert text[metadata["start"] : metadata["end"]] == document.page_content
        assert set(metadata) == {
            *("source", "start", "end", "title", "district", "period", "kind", "document_kind"),
            *("section_path", "context", "row", "score", "rank_lexical", "rank_dense"),
        }
        assert document.id


def test_it_drops_into_a_chain(retriever: QuwenRetriever) -> None:
    chain = retriever | RunnableLambda(lambda documents: documents[0].metadata["district"])
    assert chain.invoke("余杭区新增停车泊位980个") == "余杭区"
    assert chain.batch(["余杭区980个", "上城区1350个"]) == ["余杭区", "上城区"]


async def _first(retriever: QuwenRetriever) -> str:
    return (await retriever.ainvoke("新增停车泊位"))[0].page_content


def test_it_can_be_awaited(retriever: QuwenRetriever) -> None:
    import asyncio

    assert "停车泊位" in asyncio.run(_first(retriever))


def test_how_many_documents_come_can_be_set(made_up: Assistant) -> None:
    assert len(QuwenRetriever.open(made_up.settings, top_k=2).invoke("新增")) == 2


def test_a_hit_keeps_its_rank_and_score(made_up: Assistant) -> None:
    hit = made_up.search.search(["停车泊位"], top_k=1)[0]
    document = to_document(hit)
    assert document.metadata["score"] == hit.score
    assert document.metadata["rank_lexical"] == 1


def test_without_an_index_it_does_not_open(home: object) -> None:
    with pytest.raises(IndexMissingError):
        QuwenRetriever.open(Settings())
