"""Who answers for each of two things that a question names, and whether they are in one hand."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answers.reply import Reply
from assistant.answers.single import tell_single
from assistant.answers.table_routes import tell_cells
from assistant.evidence.draft import Draft
from assistant.evidence.evidence import Evidence
from assistant.language.columns import Role, cells_of
from assistant.question.places import without_slots
from assistant.question.query import parse_query
from assistant.schema import Query
from assistant.tables.focus import row_of
from assistant.text import fold_text

_ROLES: tuple[tuple[Role, str], ...] = (
    ("leader", "(?:责任|分管|牵头|联系|包[保联抓]|挂[钩点联])?(?:[区县市])?领导|责任人|负责人"),
    ("lead", "(?:牵头|责任|主责|主办|承办)(?:单位|部门)"),
    ("support", "(?:配合|协办|协助)(?:单位|部门)"),
)
_ROLE = "|".join(f"(?P<{role}>{words})" for role, words in _ROLES)
_OF_THEM = r"(?:[这那]?(?:两|俩|三)(?:项|件|个|者)?(?:重点)?(?:任务|工作|项目|实事|事)?)?"
_SAME = r"(?P<same>(?:同一?|一)(?:个|位|家)(?:人|领导|单位|部门|局)?|一样|相同|一致)"
_ASKED = re.compile(
    rf"^(?P<things>.{{4,60}}?){_OF_THEM}[,，]?的?(?:{_ROLE})[,，]?"
    rf"(?:(?:各自?|分别)?[是为有叫]*(?:谁|哪)|(?:各自?|分别)|(?:都|是不是|是否|是)*{_SAME})"
)
_BY_WHOM = re.compile(
    rf"^(?P<things>.{{4,60}}?){_OF_THEM}[,，]?(?P<each>各自?|分别)?(?:都?是)?(?:由|归口?|交给?|该)?"
    r"(?P<whom>(?:谁|哪[个家位](?:单位|部门|局|领导)?)(?:来|在)?(?:牵头|负责|分管|主抓|管|抓))"
)
_QUOTED = re.compile(r"[“\"]([^”\"]{2,40})[”\"]")
_AND = re.compile(r"、|以及|[和与跟及](?=[一-鿿“\"])")
_SHORTEST = 3  # characters that name a task


def tell_charge_of_each(evidence: Evidence, query: Query, sources: Sequence[str]) -> Reply | None:
    """Who is in charge of each of several tasks, one line for each; None unless all are found."""
    if len(query.districts) != 1 or len(query.periods) > 1 or query.row:
        return None
    text = without_slots(query, ("district", "period")).strip(" 的")
    asked = _ASKED.search(text) or _BY_WHOM.search(text)
    things = _things(asked["things"]) if asked else []
    if asked is None or len(things) < 2 or _is_one_name(evidence, sources, asked["things"]):
        return None
    said = asked.groupdict()
    alike = len({thing[-2:] for thing in things}) == 1
    if "whom" in said and not (said["each"] or alike or len(things) > 2):
        return None  # 教育和卫生由谁负责: perhaps one task
    role: Role = next((r for r, _ in _ROLES if said.get(r)), "lead")
    whom = f"由{said['whom']}" if "whom" in said else f"的{said[role]}是谁"
    when = "".join(query.text[s:e] for s, e in query.slots.get("period", ()))
    draft = Draft()
    held: list[tuple[str, str]] = []
    for thing in things:
        told = _told(evidence, f"{query.districts[0]}{when}{thing}{whom}?", sources)
        row = row_of(told.text, told.citations) if told is not None else ""
        found = evidence.row(row) if row else None
        if told is None or found is None or row in (r for r, _ in held):
            return None
        held.append((row, "、".join(c.text.strip() for _, c in cells_of(found[1].row, role))))
        draft.absorb(told, told.lines)
    if said.get("same"):
        _conclude(draft, said[role], [who for _, who in held])
    return Reply(draft, exact=True)


def _conclude(draft: Draft, name: str, who: Sequence[str]) -> None:
    """Say whether it is the same person or unit; nothing where a cell is empty."""
    if not all(who):
        return
    markers = "".join(f"[{c.marker}]" for c in draft.citations)
    if len(set(who)) == 1:
        draft.say(f"{name}相同,都是{who[0]}{markers}。")
    else:
        draft.say(f"{name}不同:分别是{'、'.join(who)}{markers}。")


def _things(words: str) -> list[str]:
    """The things that words name side by side, in quotes or joined by 和.

    >>> _things('"新建学校"和"改造医院"'), _things("新建学校、改造医院"), _things("新建学校")
    (['新建学校', '改造医院'], ['新建学校', '改造医院'], ['新建学校'])
    """
    quoted = _QUOTED.findall(words)
    things = quoted if len(quoted) > 1 else [t.strip(" ,，的") for t in _AND.split(words)]
    return things if all(len(t) >= _SHORTEST for t in things) else []


def _is_one_name(evidence: Evidence, sources: Sequence[str], words: str) -> bool:
    """True if a row has all these words as they stand: 教育和卫生 may be one task."""
    whole = fold_text(_QUOTED.sub(r"\1", words)).strip(" ,，的")
    return any(whole in own for grid in evidence.grids(sources) for own in grid.named_in)


def _told(evidence: Evidence, question: str, sources: Sequence[str]) -> Draft | None:
    query = parse_query(question, evidence.corpus)
    reply = tell_cells(evidence, query, sources) or tell_single(evidence, query, sources)
    return reply.draft if reply.kind == "answer" else None
