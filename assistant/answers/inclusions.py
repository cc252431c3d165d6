"""Whether a figure takes in a part: "常住人口包不包括高新区", where a note says 不含 or 包括."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answers.reply import Reply
from assistant.evidence.draft import Draft
from assistant.evidence.evidence import Evidence
from assistant.evidence.statements import Statement
from assistant.question.content_terms import content_terms
from assistant.schema import Query
from assistant.text import fold_text

_ASKED = re.compile(
    r"(?P<whole>[^,，。?？]{2,})(?:里面?|中|当中)?[,，]?"
    r"(?:(?:包不包[括含]?|含不含|算不算上?|是否(?:也|都|已)?(?:包[括含]|含有?)"
    r"|有没有(?:包[括含]|含|算上?|把))了?(?P<part>[^,，。?？]{2,18}?)(?:在内|算(?:在内|进去))?"
    r"|(?:是不是)?(?<!不)(?:包[括含]|含|算上)了?(?P<also>[^,，。?？]{2,18}?)(?:在内)?[吗么])[?？。]?$"
)
_CLAUSE = re.compile(r"[^,，;；。\n]+")
_NUMBERED = re.compile(r"^\s*(?:注释?|释)?[:：]?\s*[(（\[]?(?:[①-⑳]|\d{0,2})[)）\].、．]?\s*")
_TELLS = re.compile(
    r"(?:不|未|没有?)?(?:包[括含]|含)(?!量|税|义|盖)[^,，;；。]*|(?:剔除|扣除)[^,，;；。]*"
)


def tell_inclusion(evidence: Evidence, query: Query, sources: Sequence[str]) -> Reply | None:
    """The sentence that says whether a part is counted in, where one does."""
    asked = _ASKED.search(query.text)
    if asked is None:
        return None
    parts = content_terms(asked["part"] or asked["also"])
    named = [*content_terms(asked["whole"]), *map(fold_text, query.indicators)]
    for statement in evidence.candidates(query, sources) if parts else ():
        for clause in _CLAUSE.findall(statement.text):
            words = fold_text(clause)
            told = _TELLS.search(words)
            held = told is not None and all(part in told.group() for part in parts)
            if held and any(word in words or word in _line_of(statement) for word in named):
                draft = Draft()
                marker = draft.cite_statement(statement, statement.start, statement.end)
                draft.say(f"{_NUMBERED.sub('', clause)}{marker}。")
                return Reply(draft)
    return None


def _line_of(statement: Statement) -> str:
    """The line that a sentence stands in: "[2]总值按现价计算。数据不含开发区" is of the 总值."""
    text = statement.document.text
    end = text.find("\n", statement.start)
    opening = text.rfind("\n", 0, statement.start) + 1
    return fold_text(text[opening : end if end >= 0 else len(text)])
