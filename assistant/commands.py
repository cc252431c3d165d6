"""The question side of the command line: ask, chat, batch, retrieve, status, doctor."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import Any, TextIO

from assistant.chain import Assistant
from assistant.errors import AnswerError, QuestionError
from assistant.schema import Answer, Citation, Document, Hit, Turn
from assistant.settings import Settings
from assistant.tables.focus import turn_of

PROMPT = "问> "
BYE = "/quit"
SOURCES = "/sources"
CHAT_HELP = "直接输入问题;/sources 看收录的文件,/quit 退出。"


def run_ask(args: argparse.Namespace, settings: Settings) -> int:
    """Answer one question."""
    if not args.question.strip():
        raise QuestionError('问题是空的;请这样写:quwen ask "某区2024年GDP增长目标是多少?"')
    answer = Assistant.open(settings).ask(args.question, trace=args.trace)
    if args.json:
        print(json.dumps(answer_json(answer), ensure_ascii=False))
    else:
        print(render_answer(answer))
        if args.trace:
            print("\n审计\n" + json.dumps(answer.trace, ensure_ascii=False, indent=2))
    return 0


def run_chat(args: argparse.Namespace, settings: Settings) -> int:
    """Hold a conversation on the terminal."""
    assistant = Assistant.open(settings)
    history: list[Turn] = []
    print(CHAT_HELP)
    while True:
        try:
            question = input(PROMPT).strip()
        except (EOFError, KeyboardInterrupt):
            print()
            return 0
        if question == BYE:
            return 0
        if question == SOURCES:
            for source, profile in assistant.catalog.profiles().items():
                print(f"{source}  {profile.title}  {profile.district}")
            continue
        try:
            answer = assistant.ask(question, history)
        except QuestionError as exc:
            print(exc)
            continue
        print(render_answer(answer))
        history.append(turn_of(answer))


def run_batch(args: argparse.Namespace, settings: Settings) -> int:
    """Answer dialogues from standard input, one JSON line each, to standard output."""
    assistant = Assistant.open(settings)
    failed = 0
    for number, line in _numbered(sys.stdin):
        try:
            record = json.loads(line)
            identity, turns = record["id"], [str(t) for t in record["turns"]]
        except (ValueError, KeyError, TypeError):
            print(
                f'第{number}行不是 {{"id", "turns"}} 形式的 JSON,已跳过;请改正后重试。',
                file=sys.stderr,
            )
            failed += 1
            continue
        history: list[Turn] = []
        answers = []
        for question in turns:
            try:
                answer = assistant.ask(question, history, trace=args.trace)
            except QuestionError as exc:
                answer = Answer(question, standalone_question="", text=str(exc), kind="clarify")
                if isinstance(exc, AnswerError):
                    print(f"第{number}行:{exc}", file=sys.stderr)
                    failed += 1
            history.append(turn_of(answer))
            answers.append(answer_json(answer))
        print(json.dumps({"id": identity, "answers": answers}, ensure_ascii=False), flush=True)
    return 1 if failed else 0


def run_retrieve(args: argparse.Namespace, settings: Settings) -> int:
    """Print ranked passages for a question, or for the JSON lines on standard input."""
    assistant = Assistant.open(settings)
    top_k = args.top_k or settings.top_k
    if args.question is not None:
        print(json.dumps(_hits_json("", args.question, assistant, top_k), ensure_ascii=False))
        return 0
    failed = 0
    for number, line in _numbered(sys.stdin):
        try:
            record = json.loads(line)
            identity, question = record["id"], str(record["question"])
        except (ValueError, KeyError, TypeError):
            print(
                f'第{number}行不是 {{"id", "question"}} 形式的 JSON,已跳过;请改正后重试。',
                file=sys.stderr,
            )
            failed += 1
            continue
        print(
            json.dumps(_hits_json(identity, question, assistant, top_k), ensure_ascii=False),
            flush=True,
        )
    return 1 if failed else 0


def run_status(args: argparse.Namespace, settings: Settings) -> int:
    """Print what the index holds, and what a chat model has cost so far."""
    from assistant.generation.ledger import Ledger
    from assistant.index.catalog import Catalog

    status = Catalog.open(settings.home).status()
    spent = Ledger(settings).summary()
    if spent:
        status = {**status, "model": spent}
    if args.json:
        print(json.dumps(status, ensure_ascii=False))
        return 0
    print("\n".join(_status_lines(status)))
    return 0


def _status_lines(status: Mapping[str, Any]) -> Iterator[str]:
    """Say in words what ``quwen status --json`` gives."""
    yield (
        f"文档:{status['documents']}份,{status['characters']}字;另有重复的{status['duplicates']}处"
    )
    yield f"段落:{status['chunks']}个;表格行:{status['rows']}行;指标:{status['indicators']}个"
    sizes = ",".join(f"{name} {size / 1e6:.1f}MB" for name, size in status["bytes"].items())
    yield f"索引:{status['generation']},{sizes}"
    yield "版本:" + ",".join(f"{name} {value}" for name, value in status["versions"].items())
    spent = status.get("model")
    if spent:
        first = spent["median_first_sentence_seconds"]
        yield (
            f"模型:最近{spent['answers']}个回答请求{spent['calls']}次,"
            f"输入{spent['tokens_in']}、输出{spent['tokens_out']} token;"
            f"用时中位数{spent['median_seconds']}秒"
            f"{f',第一句{first}秒' if first is not None else ''};"
            f"{spent['fell_back']}个没有通过核对,{spent['failed']}个出错;"
            f"保留回答{spent['cached_answers']}个"
        )


def run_doctor(args: argparse.Namespace, settings: Settings) -> int:
    """Say whether the index and the configured endpoints work; 1 if anything does not."""
    from assistant.doctor import any_broken, checks_json, examine, render_checks

    checks = examine(settings)
    if args.json:
        print(json.dumps(checks_json(checks), ensure_ascii=False))
    else:
        print(render_checks(checks))
    return 1 if any_broken(checks) else 0


def _hits_json(identity: str, question: str, assistant: Assistant, top_k: int) -> dict[str, Any]:
    hits: list[Hit] = []
    if question.strip():
        with assistant.search.question() as inquiry:
            hits = assistant.search.search([question], top_k=top_k, dense=True)
        for note in inquiry.notes:
            print(note, file=sys.stderr)
    copies = assistant.catalog.copies([hit.chunk.source for hit in hits])
    # A file stored twice is indexed once; who looks for files is told of both. Copies follow their
    # passage and take no other's place among the ``top_k``.
    lines = [
        _hit_json(hit, source, assistant.catalog.document(hit.chunk.source))
        for hit in hits
        for source in (hit.chunk.source, *copies.get(hit.chunk.source, ()))
    ]
    return {"id": identity, "hits": lines}


def _hit_json(hit: Hit, source: str, document: Document) -> dict[str, Any]:
    chunk = hit.chunk
    return {
        "source": source,
        "section_path": list(chunk.section_path),
        "start": chunk.start,
        "end": chunk.end,
        "text": document.letters(chunk.start, chunk.end),
        "score": round(hit.score, 6),
        "rank_lexical": hit.rank_lexical,
        "rank_dense": hit.rank_dense,
    }


def _numbered(stream: TextIO) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(stream, 1):
        if line.strip():
            yield number, line


def citation_json(citation: Citation) -> dict[str, Any]:
    """Return a citation as plain JSON."""
    fields = asdict(citation)
    return {
        **fields,
        "section_path": list(citation.section_path),
        "context": list(citation.context),
    }


def answer_json(answer: Answer) -> dict[str, Any]:
    """Return an answer in the batch's form."""
    made: dict[str, Any] = {
        "question": answer.question,
        "standalone_question": answer.standalone_question,
        "answer": answer.text,
        "refused": answer.refused,
        "kind": answer.kind,
        "citations": [citation_json(c) for c in answer.citations],
        "computed": list(answer.computed),
        "related": [
            {"text": r.text, "citations": [citation_json(c) for c in r.citations]}
            for r in answer.related
        ],
        "mode": answer.mode,
        "notes": list(answer.notes),
        "seconds": round(answer.seconds, 4),
    }
    if answer.trace:
        made["trace"] = dict(answer.trace)
    return made


def render_answer(answer: Answer) -> str:
    """Return an answer as text for a terminal, its sources below it."""
    parts = [answer.text]
    if answer.citations:
        parts.append("\n出处")
        parts += [
            f"[{c.marker}] {c.title} {' > '.join(c.section_path)}\n    {' '.join(c.text.split())}"
            for c in answer.citations
        ]
    if answer.related:
        parts.append("\n文档里相近的内容")
        parts += [f"- {r.text}" for r in answer.related]
    if answer.notes:
        parts += ["", *(f"说明:{note}" for note in answer.notes)]
    return "\n".join(parts)
