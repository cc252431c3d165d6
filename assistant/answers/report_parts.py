"""The parts that most reports have: what they own up to, how they went about it, what comes next.

They are asked for by what they are ("承认了哪些问题", "下一步怎么干"), and hold no other word of
the question: no search for content finds them. What the whole report is of may be named beside.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.answers.enumerations import Enumeration, enumerations, write_enumeration
from assistant.answers.named_sections import Candidate
from assistant.answers.sections import write_section, write_topic
from assistant.evidence.draft import Draft
from assistant.evidence.evidence import Evidence, of_asked
from assistant.evidence.fits import fit_period
from assistant.evidence.statements import Statement
from assistant.language.periods import year_of
from assistant.question import ask_cues, constraint_cues
from assistant.question.content_terms import content_terms
from assistant.question.places import blank
from assistant.schema import Chunk, Document, Query
from assistant.text import fold_text

# How well a part fits the year asked for: by its report, given in that year, or by its own.
_GIVEN, _DATED = 1, 2
_NUMBERING = re.compile(r"^[第(（]?[一二三四五六七八九十\d]+[)）、.．章节部分]*\s*")
# What may be said around the part without narrowing it: 发展中存在哪些问题, 住建局承认了什么.
_PLAIN = re.compile(
    r"(?:存在|面临|暴露|承认|回顾|坦[承言]|检[讨视]|反[思省]|剖析|查摆|自我|[摆列指]出|自己|提[到及出]?|说|讲|当前|目前|眼下|现在|运行|分析|还有|不少|工作|发展|经济|社会|前进|道路|情况|报告|总结"
    r"|通报|文件|材料|主要|具体|重点|突出|推进|落实|实施|开展|办理|进展)+|[一-鿿]{0,6}[局委办院会]$|[\d.]+"
)
# "民生实事完成情况的通报里": of what a report is names no field of it.
_REPORT = re.compile(
    r"[一-鿿]{2,8}?(?:(?:完成|进展|落实|办理|推进)情况)?的?(?:通报|简报|总结|报告)(?=[上里中说])[上里中]?面?"
)


@dataclass(frozen=True, slots=True)
class _Part:
    """How a part is asked for, what heads it, and the sentence that begins it without a heading."""

    asked: re.Pattern[str]
    heading: re.Pattern[str]
    lead: re.Pattern[str]


_WORK = "(?:工作|打算|安排|计划|思路|建议|要求|措施|举措|重点|任务|部署)"
_HOW = "(?:经验做法|做法|经验|举措|措施)"
_BACKING = "(?:保障(?:措施|举措)|(?:组织|工作|实施)保障)"
_BEST = "(?:亮点|特色|荣誉)(?:工作|做法)?"
_PARTS = (
    _Part(
        re.compile(
            rf"(?:哪些|哪几[项条]|什么|怎样的)(?:主要|具体|的)*{_BACKING}|{_BACKING}(?:主要|具体)?(?:都有|有|是|包括)(?:哪些|什么)"
        ),
        re.compile(rf"^(?:强化|完善|健全|加强)?(?:具体|主要)?{_BACKING}$"),
        re.compile("$^"),
    ),
    _Part(
        re.compile(
            rf"(?:哪些|哪几个?|什么)(?:主要|突出|年度|工作|好的?)*{_BEST}"
            rf"|(?:工作|年度|主要)*{_BEST}(?:主要|具体)?(?:都?有|都?是|包括)?(?:哪些|哪几个?|什么|呢?[?？]?$)"
        ),
        re.compile(
            rf"^(?:20\d\d年(?:度)?)?(?:年度|全年|主要|工作|突出|特色|创新)*{_BEST}(?:[和与及、](?:{_BEST}|成效|创新))*$"
        ),
        re.compile("$^"),  # nor does a sentence begin them
    ),
    _Part(
        re.compile(
            rf"(?:哪些|哪几|什么|主要|具体|好的?)[^,，。?？]{{0,6}}{_HOW}|{_HOW}(?:主要|具体)?(?:都有|有|是|包括)(?:哪些|什么)"
        ),
        re.compile(rf"^(?:主要|经验|具体|典型|特色|创新|工作|推进)?{_HOW}(?:[和与及]{_HOW})?$"),
        re.compile("$^"),  # without a heading, each sentence tells of what was done
    ),
    _Part(
        ask_cues.TROUBLES_ASKED,
        re.compile(
            rf"^(?:当前|目前|工作|发展)?(?:中|还|仍)?(?:存在|面临)[^,，。]{{0,8}}{ask_cues.TROUBLE}"
            rf"|^(?:主要)?{ask_cues.TROUBLE}(?:[和与及、]{ask_cues.TROUBLE})*$"
        ),
        re.compile(
            rf"(?:存在|面临|还有|看到|认识到|意识到)[^。]{{0,40}}{ask_cues.TROUBLE}"
            r"|清醒地?(?:看到|认识到|意识到)"
        ),
    ),
    _Part(
        ask_cues.NEXT_ASKED,
        re.compile(rf"^{ask_cues.NEXT}[^,，。]{{0,8}}{_WORK}|^{ask_cues.NEXT}$"),
        re.compile(rf"^{ask_cues.NEXT}"),
    ),
)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a part stands: a section, a list in a paragraph, or the sentence that tells of it."""

    fit: int
    found: Candidate | Enumeration | Statement


def write_report_part(
    draft: Draft, evidence: Evidence, query: Query, sources: Sequence[str]
) -> bool:
    """Write the problems or the next steps that a report tells; False if neither is asked for."""
    asked = ((p, _said_beside(p, query)) for p in _PARTS)
    part, words = next(((p, w) for p, w in asked if w is not None), (None, None))
    if part is None or words is None:
        return False
    documents = [evidence.catalog.document(source) for source in sources]
    told_of = [d for d in documents if _is_of_all(words, d)]
    places = [place for d in told_of for place in _places(evidence, query, part, d)]
    best = max(places, key=lambda p: (not isinstance(p.found, Statement), p.fit), default=None)
    if best is None:
        return False
    if isinstance(best.found, Candidate):
        write_section(draft, best.found)
    elif isinstance(best.found, Enumeration):
        write_enumeration(draft, best.found)
    else:
        write_topic(draft, [best.found, *_going_on(evidence, best.found)])
    return True


def _said_beside(part: _Part, query: Query) -> list[str] | None:
    """What a question for a part names beside it; None where it asks for no such part."""
    asked = part.asked.search(query.text)
    if asked is None or query.row:
        return None
    reports = [m.span() for m in _REPORT.finditer(query.text)]
    slots = [*query.slots.get("district", ()), *query.slots.get("period", ()), *reports]
    around = constraint_cues.DOCUMENT.sub(" ", blank(query.text, [asked.span(), *slots]))
    return [word for word in content_terms(around) if not _PLAIN.fullmatch(word)]


def _is_of_all(words: Sequence[str], document: Document) -> bool:
    """True if a document's title has what is named beside a part: the field of all its parts.

    "民生实事存在哪些问题" asks for that part of a report on 民生实事, and of no other report.
    """
    title = fold_text(document.profile.title)
    return all(word in title for word in words)


def _places(evidence: Evidence, query: Query, part: _Part, document: Document) -> list[_Place]:
    statements = [
        s for s in evidence.statements(document) if s.role == "prose" and of_asked(query, s)
    ]
    found = []
    for section in document.sections:
        inside = tuple(s for s in statements if section.start <= s.start and s.end <= section.end)
        heading = _NUMBERING.sub("", fold_text(section.path[-1]))
        fit = _fit(query, document, inside[0].chunk) if inside else 0
        if fit and part.heading.search(heading):
            found.append(_Place(fit, Candidate(document, section, inside, 1.0, 1.0)))
    if found:
        return found
    for chunk in document.chunks:
        fit = _fit(query, document, chunk)
        if not fit or not part.lead.search(fold_text(chunk.text)):
            continue
        lists = [e for e in enumerations(document, chunk) if _leads(part, document, e)]
        told = [s for s in statements if s.chunk is chunk and part.lead.search(s.folded)]
        found += [_Place(fit, one) for one in lists]
        found += [_Place(fit, one) for one in told]
    return found


def _going_on(evidence: Evidence, told: Statement) -> Iterator[Statement]:
    """The statements that go on with one that ends in a semicolon: "主要问题是:甲;乙。"."""
    if not told.text.endswith((";", "；")):
        return
    for statement in evidence.statements(told.document):
        if statement.chunk is told.chunk and statement.start >= told.end:
            yield statement
            if not statement.text.endswith((";", "；")):
                return


def _leads(part: _Part, document: Document, found: Enumeration) -> bool:
    return part.lead.search(fold_text(document.text[slice(*found.lead)])) is not None


def _fit(query: Query, document: Document, chunk: Chunk) -> int:
    """How well a chunk fits the time asked for, 0 if it does not."""
    if fit_period(query.periods, (chunk.period,) if chunk.period else ())[1] > 0:
        return _DATED
    # The report that plans a year is called that year's, whatever it looks back on.
    given = f"{document.profile.title} {document.profile.periods.get('planned', '')}"
    return _GIVEN if any((y := year_of(p)) and y in given for p in query.periods) else 0
