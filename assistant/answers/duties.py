"""Who is in charge, where prose says it: "由区教育局牵头,…", "…,区财政局配合".

Rows of tables have columns for it (``reader.write_charge``). A sentence that tells the
task and names nobody does not answer.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from assistant.evidence.draft import Draft, unmarked, whose
from assistant.evidence.evidence import Evidence
from assistant.evidence.findings import COVERAGE_NEEDED, Finding
from assistant.evidence.statements import Statement
from assistant.schema import Query, Span

_BODY = (
    r"[一-鿿、和及“”]{1,40}?(?:局|办|委|中心|部门|街道|镇|乡|公司|集团|科|处"
    r"|院|会|部|队|所|校|镇街|单位|政府)"
)
_LEADS = re.compile(
    rf"(?:由|委托)?{_BODY}(?:共同|联合|分别|具体)?(?:牵头|负责|承担|主办|承办|会同|组织实施)"
    r"|(?:牵头|责任|主办|承办|实施)(?:单位|部门|[科处股]室)[:：为是]"
    # "由副区长某某牵头": a person.
    r"|由[一-鿿]{0,10}?(?:长|主任|书记|主席|专员|委员|同志|领导)[一-鿿]{0,4}?(?:牵头|负责|分管|挂帅|包抓)"
    # "副县长某某负责实事的督导"
    r"|(?:[区县市州旗镇乡]长|书记|主任|局长|部长|常委|主席)(?!办公)[一-鿿]{2,3}?(?:同志)?(?:牵头|负责|分管|主抓|挂帅|包抓)"
)
# "…改造学校3所。(责任科室:规划科)": behind an item, of whatever its sentences tell.
_NAMED_LAST = re.compile(
    r"[(（](?P<told>(?:牵头|责任|主办|承办|实施|主责)(?:单位|部门|[科处股]室|人)[:：][^()（）\n]{2,60})[)）]"
)
_SUPPORTS = re.compile(
    rf"{_BODY}(?:等)?(?:予以|积极|共同)?(?:配合|协助|协办|参与)|会同|(?:配合|协办)(?:单位|部门)[:：为是]"
)
# "哪个单位获评先进" asks for an office too, and for nobody in charge.
_CHARGE_ASKED = re.compile(r"牵头|负责|责任|谁|配合|协助|主办|承办|分管")
_BLANK = re.compile(r"\s+")  # where a page cut a line: "由\n副区长某某牵头"
_PART_END = re.compile(r"[;；]|(?<=[,，。])(?=[一二三四五六七八九十]是)")


def asks_duty(query: Query) -> bool:
    """True if a question asks who leads or supports something."""
    return bool({"lead", "support"} & set(query.asks))


def asks_only_duty(query: Query) -> bool:
    """True if nothing but who is in charge is asked: the task or its count is no answer then."""
    alone = set(query.asks) <= {"lead", "support", "list"} and not query.units
    return alone and _CHARGE_ASKED.search(query.text) is not None


def find_duty(
    evidence: Evidence, query: Query, sources: Sequence[str]
) -> tuple[Statement, Span] | None:
    """Return the part of a sentence that tells a task and who is in charge of it."""
    wanted = [
        pattern for ask, pattern in (("lead", _LEADS), ("support", _SUPPORTS)) if ask in query.asks
    ]
    for found in evidence.findings(query, sources):
        if found.statement.row is not None or not _speaks_of_task(found):
            continue
        for span in _parts(found):
            words = _BLANK.sub("", found.statement.document.text[slice(*span)])
            if all(pattern.search(words) for pattern in wanted):
                return found.statement, span
        if "lead" in query.asks and (named := _named_behind(found.statement)):
            return found.statement, named
    return None


def _named_behind(statement: Statement) -> Span | None:
    """The bracket at the end of the line that names who answers for all that the line tells."""
    text = statement.document.text
    end = text.find("\n", statement.end)
    named = list(_NAMED_LAST.finditer(text, statement.start, end if end >= 0 else len(text)))
    return named[0].span("told") if len(named) == 1 else None


def _speaks_of_task(found: Finding) -> bool:
    return found.match.own >= COVERAGE_NEEDED and found.period_fit > 0


def _parts(found: Finding) -> Iterator[Span]:
    """The part of the sentence that the quote stands in, then the whole of a short sentence."""
    statement = found.statement
    text = statement.document.text
    ends = [m.end() for m in _PART_END.finditer(text, statement.start, statement.end)]
    edges = [statement.start, *ends, statement.end]
    quoted = found.spans[0][0]
    for start, end in itertools.pairwise(edges):
        if start <= quoted < end:
            yield start, end


def write_duty(draft: Draft, statement: Statement, span: Span) -> None:
    """Write the part of a sentence that names who is in charge."""
    quote = unmarked(statement.document.text[slice(*span)]).strip(" ,，;；。、")
    head = whose(statement, statement.period, statement.kind, quote)
    marker = draft.cite_statement(statement, *span)
    draft.say_of(head, f"{quote}{marker}")
