"""Deterministic doubles, shipped so that programs built on 区问 can be tested without an index.

``ScriptedAssistant`` has the interface of ``assistant.chain.Assistant`` and answers from a script;
``ScriptedCatalog`` has the reading side of ``index.catalog.Catalog`` over given documents.
``ModelServer`` is a model behind the OpenAI protocol, on this machine, that says what a test wants.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from assistant.errors import StoreError
from assistant.schema import (
    Answer,
    Citation,
    Delta,
    Document,
    Event,
    Indicator,
    Profile,
    Scope,
    Stage,
    Turn,
)
from assistant.testing.protocol import ModelReply
from assistant.testing.server import ModelRequest, ModelServer

__all__ = [
    "ModelReply",
    "ModelRequest",
    "ModelServer",
    "Script",
    "ScriptedAssistant",
    "ScriptedCatalog",
    "cite",
]

Script = Mapping[str, Answer | Callable[[str, Sequence[Turn]], Answer]]


@dataclass(frozen=True)
class ScriptedCatalog:
    """The documents given, by source."""

    documents: tuple[Document, ...] = ()

    def generation(self) -> str:
        """Return a name that never changes, as the documents do not."""
        return "scripted"

    def sources(self) -> list[str]:
        """Names of the documents, in the order given."""
        return [document.source for document in self.documents]

    def profiles(self) -> dict[str, Profile]:
        """Profile of each document by source."""
        return {document.source: document.profile for document in self.documents}

    def document(self, source: str) -> Document:
        """The document of this name.

        Raises:
            StoreError: there is none.
        """
        for document in self.documents:
            if document.source == source:
                return document
        raise StoreError(f"没有文档 {source}。")

    def indicators(
        self,
        *,
        districts: Sequence[str] = (),
        years: Sequence[str] = (),
        names: Sequence[str] = (),
        sources: Sequence[str] = (),
    ) -> list[Indicator]:
        """Figures of all documents that meet every filter; an empty filter meets everything."""
        return [
            indicator
            for document in self.documents
            for indicator in document.indicators
            if (not districts or indicator.district in districts)
            and (not years or indicator.period[:4] in years)
            and (not names or indicator.indicator in names)
            and (not sources or document.source in sources)
        ]

    def status(self) -> dict[str, Any]:
        """How many documents there are."""
        return {"documents": len(self.documents)}


@dataclass
class ScriptedAssistant:
    """Answers each question of ``script`` as told and refuses every other.

    ``asked`` records what it was asked with which history, for assertions.
    """

    script: Script = field(default_factory=dict)
    catalog: ScriptedCatalog = field(default_factory=ScriptedCatalog)
    asked: list[tuple[str, tuple[Turn, ...], Scope]] = field(default_factory=list)

    def ask(
        self,
        question: str,
        history: Sequence[Turn] = (),
        *,
        scope: Scope | None = None,
        trace: bool = False,
    ) -> Answer:
        """The scripted answer, or a refusal."""
        self.asked.append((question, tuple(history), scope or Scope()))
        scripted = self.script.get(question)
        if scripted is None:
            return Answer(question, question, "现有文档中没有说到。", kind="refusal")
        answer = scripted if isinstance(scripted, Answer) else scripted(question, history)
        return replace(answer, question=question, trace=answer.trace if trace else {})

    def stream(
        self, question: str, history: Sequence[Turn] = (), *, scope: Scope | None = None
    ) -> Iterator[Event]:
        """Two stages, the text in two pieces, the answer."""
        answer = self.ask(question, history, scope=scope, trace=True)
        yield Stage("理解问题")
        yield Stage("检索")
        middle = len(answer.text) // 2
        yield Delta(answer.text[:middle])
        yield Delta(answer.text[middle:])
        yield answer

    def hits(self, standalone: str, scope: Scope | None = None) -> dict[str, list[dict[str, Any]]]:
        """No passages: nothing is searched."""
        return {}

    def examples(self, count: int = 4) -> list[str]:
        """The first questions of the script."""
        return list(self.script)[:count]

    def suggestions(
        self, answer: Answer, count: int = 3, *, without: Collection[str] = ()
    ) -> list[str]:
        """Other questions of the script."""
        known = {answer.question, *without}
        return [question for question in self.script if question not in known][:count]


def cite(document: Document, text: str, marker: int = 1) -> Citation:
    """Cite the first place of ``document`` that holds ``text``.

    Raises:
        ValueError: the document does not hold it.
    """
    start = document.text.index(text)
    profile = document.profile
    return Citation(
        marker,
        document.source,
        start,
        start + len(text),
        text,
        title=profile.title,
        district=profile.district,
        period=profile.periods.get("reported", ""),
    )
