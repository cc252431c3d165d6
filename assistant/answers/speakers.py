"""Who said something at a press conference: the name that heads the paragraph of a statement."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answers.sections import chunk_at, condense_sentence
from assistant.evidence.draft import Draft, unmarked
from assistant.evidence.evidence import Evidence
from assistant.evidence.findings import COVERAGE_NEEDED, Finding
from assistant.evidence.statements import Statement
from assistant.question.places import blank
from assistant.question.query import parse_query
from assistant.question.statement_cues import SPEAKER
from assistant.schema import Query

_SAID = "(?:解释|介绍|回答|回应|答复|解答|说明|讲|谈|说|提到|透露|表示)"
_ASKED = re.compile(
    rf"(?:提问|问题|话)?(?:是|由|都?有)?(?:谁|哪(?:一)?位(?:领导|局长|负责人|发布人|嘉宾|同志)?)"
    rf"(?:来|出面|负责|在[^,，。?？]{{2,12}}?[上里中])?{_SAID}(?:了|到|过|的)?(?!算)"
)
_AT = re.compile(r"(?:在)?[^,，。?？]{0,6}(?:新闻)?(?:发布会|见面会|通气会)(?:上|里|中)?[,，]?")
_NO_ANSWER = re.compile("主持|记者|网友|媒体|[答问]")
_LONGEST = 200  # characters of what is quoted


def write_speaker(draft: Draft, evidence: Evidence, query: Query, sources: Sequence[str]) -> bool:
    """Write who says what is asked about, with the words; False where no name heads them."""
    asked = _ASKED.search(query.text)
    if asked is None:
        return False
    left = _AT.sub("", blank(query.text, [asked.span()])).strip(" 的?？,，")
    about = parse_query(f"{''.join(query.districts)}{left.split('?')[0]}", evidence.corpus)
    told = [
        (found, head)
        for found in evidence.findings(about, sources)
        if found.match.coverage >= COVERAGE_NEEDED and found.statement.row is None
        if (head := _head_of(found.statement)) is not None
    ]
    if not told:
        return False
    found, head = max(told, key=lambda each: (each[0].match.coverage, each[0].score))
    _write(draft, found, head)
    return True


def _head_of(statement: Statement) -> re.Match[str] | None:
    """The name at the head of a statement's paragraph; none for who only asks."""
    document = statement.document.text
    line = document.rfind("\n", 0, statement.start) + 1
    head = SPEAKER.match(document, line)
    return None if head is None or _NO_ANSWER.search(head.group()) else head


def _write(draft: Draft, found: Finding, head: re.Match[str]) -> None:
    statement = found.statement
    document, chunk = statement.document, chunk_at(statement.document, head.start())
    name = re.sub(r"[\[\]【】〔〕:：\s]", "", head.group())
    marker = draft.cite(document, chunk or statement.chunk, head.start(), head.end())
    words = unmarked(document.text[statement.start : statement.end]).strip(" ,，;；。、")
    quote = draft.cite_statement(statement, statement.start, statement.end)
    draft.say(f"{name}{marker}:{condense_sentence(words, _LONGEST)}{quote}。")
