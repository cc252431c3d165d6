"""Stock LangChain: recursive splitter 500/50, Chroma and jieba BM25 in an ensemble.

Both programs embed with the same built-in vectors, so that no model is needed and the difference is
the programs' own. LangChain's BM25 retriever is not stored: every process builds it again.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from assistant.models.embeddings import HashedNgrams

if TYPE_CHECKING:
    from langchain_chroma import Chroma
    from langchain_classic.retrievers import EnsembleRetriever
    from langchain_core.documents import Document

BATCH = 5000  # Chroma takes no more records at once


def ingest(documents: Path, home: Path) -> int:
    """Split, embed and store the documents; return the number of chunks."""
    from langchain_core.documents import Document
    from langchain_text_splitters import RecursiveCharacterTextSplitter

    splitter = RecursiveCharacterTextSplitter(chunk_size=500, chunk_overlap=50)
    texts = [
        Document(path.read_text("utf-8"), metadata={"source": path.name})
        for path in sorted(documents.glob("*.txt"))
    ]
    chunks = splitter.split_documents(texts)
    store = _store(home)
    for start in range(0, len(chunks), BATCH):
        store.add_documents(chunks[start : start + BATCH])
    return len(chunks)


def open_program(home: Path, top_k: int = 20) -> EnsembleRetriever:
    """Open the store and build BM25 over all of its chunks."""
    import jieba
    from langchain_classic.retrievers import EnsembleRetriever
    from langchain_community.retrievers import BM25Retriever

    jieba.setLogLevel("ERROR")
    store = _store(home)
    texts: list[str] = []
    while batch := store.get(limit=BATCH, offset=len(texts), include=["documents"])["documents"]:
        texts += batch
    lexical = BM25Retriever.from_texts(texts, preprocess_func=jieba.lcut, k=top_k)
    dense = store.as_retriever(search_kwargs={"k": top_k})
    return EnsembleRetriever(retrievers=[lexical, dense], weights=[0.5, 0.5])


def retrieve(retriever: EnsembleRetriever, question: str) -> list[Document]:
    """Return the fused hits of both legs."""
    return retriever.invoke(question)


def answer(retriever: EnsembleRetriever, question: str) -> str:
    """Return the best passage: without a model there is nothing else to say."""
    return retriever.invoke(question)[0].page_content


def _store(home: Path) -> Chroma:
    from langchain_chroma import Chroma
    from langchain_core.embeddings import Embeddings

    class BuiltIn(Embeddings):
        embedding = HashedNgrams()

        def embed_documents(self, texts: list[str]) -> list[list[float]]:
            return [list(map(float, vector)) for vector in self.embedding.embed_texts(texts)]

        def embed_query(self, text: str) -> list[float]:
            return self.embed_documents([text])[0]

    return Chroma("bench", BuiltIn(), persist_directory=str(home / "index"))
