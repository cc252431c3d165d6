"""A chat model writes the answer from the evidence of the keyless one; only proved sentences pass.

The keyless answer comes first and stays at hand: it decides whether the model is asked at all, it
is the heart of what the model is given, and it stands in where the model fails.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Any

from assistant.errors import ModelError
from assistant.evidence.draft import Draft
from assistant.evidence.evidence import Evidence
from assistant.generation.composer import Composer, conclusions_of, facts_of
from assistant.generation.prompts import (
    answer_messages,
    condense_messages,
    repair_messages,
    within_budget,
)
from assistant.generation.sentences import Sentence, split_stream
from assistant.language.period_mentions import find_periods
from assistant.language.quantities import find_quantities
from assistant.lexicon.districts import load_gazetteer
from assistant.models.llm import ChatModel, Meter
from assistant.schema import Answer, Delta, Query, Scope, Stage, Turn
from assistant.verification.bindings import Context
from assistant.verification.grounds import Grounds, make_grounds

if TYPE_CHECKING:
    from langchain_core.messages import BaseMessage

MOST_PASSAGES = 16  # passages that a model is given, shared by the sides of the question
FURTHER_COVERAGE = 0.4  # of the question's terms that a passage beyond the answer's own must have
LONGEST_QUESTION = 200  # characters of a condensed question
FELL_BACK = "模型写的内容没有通过核对,这里给出的是不用模型的答案。"
DROPPED = "模型写的{}句话没有通过核对,已删去。"
FAILED = "{}这里给出的是不用模型的答案。"
BROKE_OFF = "{}以下是断开前写完并通过核对的内容。"


@dataclass(frozen=True, slots=True)
class Written:
    """The answer that results, and what it took: plain JSON for the trace."""

    answer: Answer
    trace: dict[str, Any]

    @property
    def sound(self) -> bool:
        """True if it is all the model's and may be given again without asking it."""
        return self.answer.mode == "model" and not self.answer.notes


class Writer:
    """Has one chat model write answers from the evidence of one index."""

    def __init__(self, chat: ChatModel, evidence: Evidence, context_tokens: int) -> None:
        self.chat = chat
        self.evidence = evidence
        self.context_tokens = context_tokens

    def write(
        self, base: Answer, sides: Sequence[Query], grounds: Grounds, meter: Meter
    ) -> Iterator[Stage | Delta | Written]:
        """Yield what the model writes as it is verified, then the answer.

        ``base`` is the keyless answer to the same question, ``sides`` the question once for each
        district and period that it sets side by side, ``grounds`` what ``gather`` found.
        """
        query = sides[0] if len(sides) == 1 else replace(sides[0], districts=(), periods=())
        facts = facts_of(base)
        context = Context(query, self.evidence.corpus.districts, verdicts=conclusions_of(base))
        composer = Composer(grounds, context, base)
        messages = answer_messages(
            base.standalone_question, [*facts, *conclusions_of(base)], grounds
        )
        error = ""
        yield Stage("模型作答")
        if composer.text:
            yield Delta(composer.text)
        try:
            yield from self._released(messages, composer, meter)
        except ModelError as exc:
            error = str(exc)
        else:
            yield from self._repaired(messages, composer, meter)
        concluded = composer.conclude()
        if concluded:
            yield Delta(concluded)
        yield self._result(base, composer, meter, error)

    def condense(self, question: str, history: Sequence[Turn], meter: Meter) -> str:
        """Return a follow-up that the rules cannot place as a question that stands alone.

        Empty where the model fails, or names a place, a time or a number that nobody mentioned.
        """
        if not any(char.isalnum() for char in question):
            return ""
        try:
            pieces = self.chat.stream(condense_messages(question, history), meter)
            text = "".join(sentence.text for sentence in split_stream(pieces))
        except ModelError:
            return ""
        mentioned = "\n".join([question, *(t.standalone_question + t.question for t in history)])
        return text if len(text) <= LONGEST_QUESTION and _adds_nothing(text, mentioned) else ""

    def gather(self, base: Answer, sides: Sequence[Query], scope: Scope) -> Grounds:
        """Return the passages of the keyless answer, then others near it, a share for every side.

        They fit into ``context_tokens``, together with what is verified already.
        """
        draft = Draft(citations=list(base.citations))
        share = max(1, (MOST_PASSAGES - len(draft.citations)) // len(sides))
        for side in sides:
            sources = [s for group in self.evidence.sources(side, scope).values() for s in group]
            further = 0
            for found in self.evidence.findings(side, sources):
                fits = found.period_fit > 0 and found.match.coverage >= FURTHER_COVERAGE
                if not fits or further == share or len(draft.citations) >= MOST_PASSAGES:
                    continue
                known = len(draft.citations)
                draft.cite_statement(found.statement, found.spans[0][0], found.spans[-1][1])
                further += len(draft.citations) > known
        grounds = make_grounds(draft.citations, self.evidence.catalog.document)
        return within_budget(grounds, facts_of(base), self.context_tokens)

    def _sentences(
        self, messages: list[BaseMessage], meter: Meter
    ) -> Generator[Sentence, None, None]:
        """From messages to sentences, in steps that LangChain's tracing shows by name."""
        from langchain_core.runnables import RunnableGenerator

        def ask(inputs: Iterator[list[BaseMessage]]) -> Iterator[str]:
            for asked in inputs:
                yield from self.chat.stream(asked, meter)

        model = RunnableGenerator(ask).with_config(run_name="chat")
        sentences = RunnableGenerator(split_stream).with_config(run_name="sentences")
        chain = (model | sentences).with_config(run_name="quwen answer")
        yield from chain.stream(messages)

    def _released(
        self, messages: list[BaseMessage], composer: Composer, meter: Meter
    ) -> Iterator[Delta]:
        sentences = self._sentences(messages, meter)
        try:
            for sentence in sentences:
                shown = composer.offer(sentence)
                if shown:
                    meter.released()
                    yield Delta(shown)
                if composer.in_circles:
                    return
        finally:
            # A chain of runnables reads on when it is closed; the flag ends that.
            meter.stopped = True
            sentences.close()
            meter.stopped = False

    def _repaired(
        self, messages: list[BaseMessage], composer: Composer, meter: Meter
    ) -> Iterator[Stage | Delta]:
        """Ask once more for the sentences that failed, naming their faults."""
        if not composer.faults or composer.in_circles or meter.left <= 0:
            return
        asked = repair_messages(messages, composer.faults)
        composer.begin_repair()
        yield Stage("改正没有通过核对的句子")
        with suppress(ModelError):  # what cannot be mended stays dropped
            yield from self._released(asked, composer, meter)

    def _result(self, base: Answer, composer: Composer, meter: Meter, error: str) -> Written:
        answers = composer.answers(broke_off=bool(error))
        notes = _notes(composer, answers, error)
        answer = replace(base, notes=(*base.notes, *notes))
        if answers:
            answer = replace(
                answer,
                mode="model",
                text=composer.text,
                citations=composer.citations,
                computed=(*base.computed, *composer.computed),
            )
        trace = {
            **meter.spent,
            "released": composer.released,
            "repaired": composer.repaired,
            "dropped": composer.dropped,
            "faults": [asdict(fault) for fault in composer.faults],
            "error": error,
            "fell_back": not answers,
            "cached": False,
        }
        return Written(answer, trace)


def _notes(composer: Composer, answers: bool, error: str) -> list[str]:
    if error:
        return [(BROKE_OFF if answers else FAILED).format(error)]
    if not answers:
        return [FELL_BACK] if composer.faults else []
    return [DROPPED.format(composer.dropped)] if composer.dropped else []


def _adds_nothing(text: str, mentioned: str) -> bool:
    """True if every place, time and number of a text was mentioned."""
    gazetteer = load_gazetteer()
    named = [m.text for m in gazetteer.find(text)]
    named += [m.text for m in find_periods(text)] + [q.text for q in find_quantities(text)]
    return bool(text) and all(name in mentioned for name in named)
