"""What became of the tasks that a passage counts: "10件实事中8件已完成,2件正在推进".

Each part is counted in the sentence by itself, most often without the name of what is counted;
that stands in the same sentence, in the one before it or in the title.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.answers.outcome_counts import State
from assistant.evidence.draft import Draft, unmarked, whose
from assistant.evidence.evidence import Evidence
from assistant.evidence.fits import fit_period, until_reported
from assistant.evidence.statements import Statement
from assistant.language.limits import ITS_PLAN, NOT_YET
from assistant.language.numerals import chinese_number
from assistant.language.periods import year_of
from assistant.lexicon.synonyms import load_synonyms
from assistant.schema import Query, Span
from assistant.text import fold_text

_NUMBER = r"\d{1,4}|[一二三四五六七八九十]{1,3}"
_UNIT = "[个项件条]"
_DONE = (
    r"(?:(?:已经?|均|都|全部|全面|如期|按期|圆满|顺利|提前|基本)*(?:超额)?(?:完成|办结)"
    rf"(?:或超额完成)?(?:了?{ITS_PLAN})?)"
)
_UNDONE = (
    rf"(?:{NOT_YET}完成(?:{ITS_PLAN})?"
    r"|(?:正在|仍在|按计划|按?序时(?:进度)?|有序|正|持续|加快|抓紧)+(?:收尾|推进|实施|建设|办理)中?|未达预期)"
)
_COUNTED = re.compile(
    rf"(?<![\d.第])(?P<n>{_NUMBER})(?P<unit>{_UNIT})(?P<thing>[一-鿿]{{0,10}}?)"
    r"(?:[受因][^,，。;；]{2,20}?影响[,，]?)?"
    rf"(?:(?P<undone>{_UNDONE})|(?P<done>{_DONE}))(?=[,，。;；、(（]|$)"
)
# "已完成年度任务4件,基本完成3件,正在推进3件": how many they are stands behind.
_COUNTED_BEHIND = re.compile(
    rf"(?:(?P<undone>{_UNDONE})|(?P<done>{_DONE}))的?(?P<thing>(?:实事|项目|任务|事项|工作)?)"
    rf"(?:共?有)?(?P<n>{_NUMBER})(?P<unit>{_UNIT})(?=[,，。;；、(（]|$)"
)
_OF_WHOLE = re.compile(
    rf"(?<![\d.第])(?P<whole>{_NUMBER})(?P<unit>{_UNIT})(?P<thing>[一-鿿]{{1,10}}?)中?[,，]?"
    rf"(?:已经?|全部|全面)?(?:完成|办结)了?(?P<n>{_NUMBER})(?P=unit)(?=[,，。;；]|$)"
)
_TASK = re.compile(r"实事|项目|任务|事项|指标|工程")
_ALL_DONE = re.compile(r"(?:全部?|全都|都|均)(?:已经?)?(?:完成|办[结完]|[做干]完|兑现|落实)")
_PARTS = re.compile(r"子项|小项")
_UNDONE_ASKED = re.compile("[没未]")
_HOW_MANY = re.compile(r"(?:多少|几)(个|项|件|条)")
# What counts tasks in general, and what is said of them beside their name.
_TASKS = re.compile(
    r"(?:民生|为民|实事|项目|任务|事项|工作|办|[一二两三四五六七八九十]|大|年度|重点|全部|完成|做完|办结|还|没|未|已经?|目前|一共|总共|其中|多少|几|[个项件条])+"
)


@dataclass(frozen=True)
class Part:
    """So many of some things reached a state; ``gap`` where only those that did are counted."""

    statement: Statement
    start: int
    end: int
    unit: str
    thing: str
    state: State
    count: int
    gap: int | None = None


def asks_if_all(query: Query) -> bool:
    """True if a question asks whether each of many tasks was done: "全都完成了吗"."""
    return _ALL_DONE.search(query.text) is not None and not _HOW_MANY.search(query.text)


def find_parts(evidence: Evidence, query: Query, sources: Sequence[str]) -> list[Part]:
    """Every counted outcome of the things that a question names, in the first passage of them."""
    for statement in evidence.candidates(query, sources):
        periods = until_reported(query, statement) or query.periods
        if statement.row is not None or fit_period(periods, _times(statement))[1] == 0:
            continue
        found = sorted(_parts(statement), key=lambda part: part.start)
        if found and _names_all(query, statement, found):
            return [p for p in found if p.thing in query.text or _TASKS.fullmatch(p.thing)]
    return []


def _times(statement: Statement) -> tuple[str, ...]:
    """When a passage holds: of the whole year, it tells how far things are in what months it has.

    "截至9月底,完成投资8亿元。其中已完成4件": the second sentence has no months of its own.
    """
    so_far = statement.document.profile.periods.get("progress", "")
    within = so_far and year_of(so_far) == statement.period
    return (statement.period, so_far) if within else (statement.period,)


def part_asked(query: Query, found: Sequence[Part], state: State) -> Part | None:
    """The one part that a question for a number means: counted alike, of the thing it names."""
    asked = _HOW_MANY.search(query.text)
    named = [p for p in found if p.thing and p.thing in query.text]
    longest = max((len(p.thing) for p in named), default=0)
    units = {p.unit for p in named if len(p.thing) == longest}
    if asked and len(units) != 1:
        units = {asked[1]}
        if not any(p.unit == asked[1] for p in found) and all(
            _TASKS.fullmatch(word) for word in filter(None, (*query.terms, query.name))
        ):
            units = set()  # people count all things as 个
    fit = [p for p in found if not units or p.unit in units]
    of_state = [p for p in fit if p.state == state and p.gap is None]
    of_state = of_state or [p for p in fit if p.gap is not None]
    return of_state[0] if len({p.unit for p in of_state}) == 1 else None


def counts_otherwise(evidence: Evidence, query: Query, sources: Sequence[str], told: Draft) -> bool:
    """True where a report counts the tasks asked for itself, and as another number than told.

    A task of several parts is one row of its table, and a row without a figure for its result
    is not judged: a report that names all that fell short, and how many, knows better.
    """
    found = find_parts(evidence, query, sources)
    part = part_asked(query, found, "undone" if _UNDONE_ASKED.search(query.text) else "done")
    if not _PARTS.search(query.text):
        listed = sum(line.startswith("- ") for line in told.lines)
        return part is not None and _names_each(part) and part.count > listed
    if part is None:
        return True
    count = part.count if part.gap is None else part.gap
    return count != len(told.rows)


def _names_each(part: Part) -> bool:
    """True if the things counted are named right before their number: 甲、乙、丙3项."""
    before = re.split(f"(?:{_NUMBER}){_UNIT}", _words(part, part.start, part.end))[0]
    named = re.split("[、和及]", before)
    return part.state == "undone" and part.gap is None and len(named) == part.count


def write_shared(
    draft: Draft, evidence: Evidence, query: Query, state: State | None, sources: Sequence[str]
) -> bool:
    """Write how many of the counted tasks are of a state, or of each; False if none are told."""
    found = find_parts(evidence, query, sources)
    if state is None and found:
        write_parts(draft, [p for p in found if not _TASKS.fullmatch(p.thing) and p.thing] or found)
    elif state is not None and (part := part_asked(query, found, state)):
        write_part(draft, part, state)
    return bool(draft.lines)


def write_part(draft: Draft, part: Part, state: State) -> None:
    """Write the clause that counts a part; the rest of a whole is taken from it where asked."""
    marker = draft.cite_statement(part.statement, *_sentence(part.statement, part))
    rest = ""
    if part.gap is not None and state == "undone":
        rest = f",未完成{part.gap}{part.unit}"
        draft.computed.append(f"{part.gap}{part.unit}")
    draft.say(f"{_whose(part.statement)}:{_words(part, part.start, part.end)}{rest}{marker}。")


def write_parts(draft: Draft, found: Sequence[Part]) -> None:
    """Write the sentence that counts what was done, with all that it says of the rest."""
    first = found[0]
    of_one = [p for p in found if _sentence(p.statement, p) == _sentence(first.statement, first)]
    start, end = _sentence(first.statement, first)
    marker = draft.cite_statement(first.statement, start, end)
    told = any(p.state == "undone" for p in of_one)
    last = max(p.end for p in of_one) if told else end
    draft.say(f"{_whose(first.statement)}:{_words(first, first.start, last)}{marker}。")


def _words(part: Part, start: int, end: int) -> str:
    return unmarked(part.statement.document.text[start:end]).strip(" ,，;；。")


def _sentence(statement: Statement, part: Part) -> Span:
    """The sentence, up to a full stop or a semicolon, that counts a part."""
    text = statement.document.text
    start = max(text.rfind(stop, statement.start, part.start) for stop in "。;；\n") + 1
    ends = [at for stop in "。;；\n" if (at := text.find(stop, part.end)) >= 0]
    return max(start, statement.start), min([*ends, statement.chunk.end])


def _whose(statement: Statement) -> str:
    return whose(statement, statement.period, "", statement.text)


def _parts(statement: Statement) -> Iterator[Part]:
    whole = statement.document.text
    end = whole.find("\n", statement.end)  # more is often counted in the sentence behind
    text = whole[statement.start : min(end if end >= 0 else len(whole), statement.chunk.end)]
    for m in _OF_WHOLE.finditer(text):
        gap = _count(m["whole"]) - _count(m["n"])
        if gap >= 0:
            yield _part(statement, m, "done", gap)
    for m in (*_COUNTED.finditer(text), *_COUNTED_BEHIND.finditer(text)):
        state: State = "undone" if m["undone"] else "nearly" if "基本" in m["done"] else "done"
        yield _part(statement, m, state, None)


def _part(statement: Statement, m: re.Match[str], state: State, gap: int | None) -> Part:
    start, end = m.span()
    while start and m.string[start - 1] not in ",，。;；:：\n":
        start -= 1  # "10件实事中8件已完成" is told from its whole on
    at = statement.start
    thing = re.sub(r"^的|[中里]$", "", fold_text(m["thing"]))
    return Part(statement, at + start, at + end, m["unit"], thing, state, _count(m["n"]), gap)


def _count(number: str) -> int:
    return int(number) if number.isdecimal() else chinese_number(number)


def _names_all(query: Query, statement: Statement, found: Sequence[Part]) -> bool:
    """True if all that a question names beside tasks and their state stands over the counts."""
    document = statement.document
    before = document.text[statement.chunk.start : max(p.end for p in found)]
    path = "\n".join(statement.chunk.section_path)
    near = fold_text(f"{document.profile.title}\n{path}\n{before}")
    if not _TASK.search(query.text):
        return False
    words = (w for w in (*query.indicators, *query.terms) if not w[:1].isdigit())
    return all(_stands(w, near) for w in words if not _TASKS.fullmatch(w))


def _stands(word: str, text: str) -> bool:
    return word in text or any(other in text for other in load_synonyms().expand(word))
