"""The retriever as LangChain knows it: a ``BaseRetriever`` that gives full ``Document``s.

It is ``assistant.index.search`` in LangChain's clothes, for anybody's chain or graph; the assistant
itself calls ``search`` and does not pay for this import.
"""

from __future__ import annotations

from typing import Any

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from pydantic import ConfigDict

from assistant.index.catalog import Catalog
from assistant.index.search import Search
from assistant.schema import Hit
from assistant.settings import Settings, load_settings


class QuwenRetriever(BaseRetriever):
    """Hybrid retrieval over an index: ``QuwenRetriever.open().invoke("…")``."""

    model_config = ConfigDict(arbitrary_types_allowed=True)

    search: Search
    top_k: int = 20

    @classmethod
    def open(cls, settings: Settings | None = None, **fields: Any) -> QuwenRetriever:
        """Open the index of ``settings.home``.

        Raises:
            IndexMissingError: there is none.
            IndexMismatchError: it was written by another version.
        """
        settings = settings or load_settings()
        search = Search(settings, Catalog.open(settings.home))
        return cls(search=search, **{"top_k": settings.top_k, **fields})

    def _get_relevant_documents(
        self, query: str, *, run_manager: CallbackManagerForRetrieverRun
    ) -> list[Document]:
        return [
            to_document(hit) for hit in self.search.search([query], top_k=self.top_k, dense=True)
        ]


def to_document(hit: Hit) -> Document:
    """Return a hit as a LangChain document; its content is what may be cited, to the letter."""
    chunk = hit.chunk
    return Document(
        id=chunk.id,
        page_content=chunk.text,
        metadata={
            "source": chunk.source,
            "start": chunk.start,
            "end": chunk.end,
            "title": chunk.title,
            "district": chunk.district,
            "period": chunk.period,
            "kind": chunk.kind,
            "document_kind": chunk.document_kind,
            "section_path": list(chunk.section_path),
            "context": list(chunk.context),
            "row": chunk.row,
            "score": hit.score,
            "rank_lexical": hit.rank_lexical,
            "rank_dense": hit.rank_dense,
        },
    )
