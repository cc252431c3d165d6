"""区问 as it is shipped: its own ingest, retriever and keyless answers."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from assistant.settings import Settings

if TYPE_CHECKING:
    from assistant.chain import Assistant
    from assistant.schema import Hit


def ingest(documents: Path, home: Path) -> int:
    """Read the documents into a new index; return the number of chunks."""
    from assistant.index.catalog import Catalog
    from ingest.index.pipeline import ingest as ingest_paths

    ingest_paths([documents], Settings(home=home))
    return int(Catalog.open(home).status()["chunks"])


def open_program(home: Path) -> Assistant:
    """Open the index."""
    from assistant.chain import Assistant

    return Assistant.open(Settings(home=home))


def answer(assistant: Assistant, question: str) -> str:
    """Return the keyless answer."""
    return assistant.ask(question).text


def retrieve(assistant: Assistant, question: str, top_k: int = 20) -> list[Hit]:
    """Return the fused hits of both legs."""
    return assistant.search.search([question], top_k=top_k, dense=True)
