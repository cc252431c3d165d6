"""Who answers for the rows of a table: the unit or person that a question names, and their rows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from assistant.evidence.draft import Draft
from assistant.evidence.lines import Line
from assistant.language.columns import Role, cells_of
from assistant.question.row_cues import ROWS_CHARGED, speaks_of_charge
from assistant.schema import Query, Span
from assistant.tables.row_tests import Condition, Test, entries

_UNIT_CLASS = re.compile(
    r"(?:^|[,，的由]|[区县市])(街道|乡镇|镇|乡|医院|学校|开发区|管委会|公司)(?:来|在)?(?=牵头|负责|承担|主办|配合)"
)
_LEADS = re.compile(
    r"(?:来|在)?(?:牵头|负责|承担|配合|协助|参与|抓|主办|主管|分管|承办|协办|联系|包[联保抓案]|挂[钩点联帅]|领[办衔]|认领)?"
)
MOST_TOGETHER = 3  # of whom each has most of the rows
# "哪位领导负责的任务最多"
_BUSIEST = re.compile(
    r"(?:谁|哪[个位一]*)[^,，。?？]{0,14}(?:任务|事项|工作|项目|实事)(?:数量?|个数)?最多"
)
_AND = re.compile(r"[和与跟同及、]|以及")
_WORK = r"(?:来|在)?(?:牵头|负责|承担|抓|主抓|主办|承办|主管|分管)"
_TOGETHER = re.compile(rf"(?:都|是)?(?:一块儿?|一起|一道|一同|共同|联合|合起来){_WORK}")
_ALONE = re.compile(rf"(?:名下)?(?:一家|独家|独自|单独|独立|一个?人|自己){_WORK}")
# "责任单位只有区民政局的"
_ONLY = re.compile(r"[只仅][有由是为写填标注列着了]*[“\"]?$")
_RESPONSIBLE = re.compile(r"责任(?:单位|部门)")
_OF_WHOM = re.compile(r"的?(?:呢|(?:又|都|分别)?[是有](?:哪|什么|多少|几)|哪|几|有没有|[?？。]*$)")
# Wherever a unit's short name may begin: 区发改委, 发改委.
_SHORT_UNIT = re.compile(r"(?=([一-鿿]{2,3}(?:局|委|办))(?!员|公))")


@dataclass(frozen=True)
class Charge:
    """Who a question names, where, the role that they play, and the rows where they play it."""

    name: str
    role: Role
    span: Span
    holds: Test
    strict: bool = False  # together with others, or alone: no row of one of them answers
    each: tuple[Charge, ...] = ()  # either of these, where several are named


def charge_meant(query: Query, lines: Sequence[Line]) -> Charge | None:
    """Return whose rows are asked for.

    The name is the longest cell entry (a unit or a person) that stands in the question.
    """
    supports = ("support" in query.asks or "参与" in query.text) and "lead" not in query.asks
    if not any(cells_of(line.row, "support") for line in lines):
        supports = False  # whoever takes part stands among the units that are responsible
    roles: tuple[Role, ...] = ("support",) if supports else ("leader", "lead")
    text = query.text
    name, role = _longest_named(text, lines, roles)
    if not name and _RESPONSIBLE.search(text):
        # Beside a column of those who lead, the units that are responsible support them.
        name, role = _longest_named(text, lines, ("support",))
    if name:
        return _with_others(_charge(name, name, role, text), text, lines)
    found = _by_short_name(text, lines, roles) or _by_class(text, lines, roles)
    return found or _of_support(text, lines)


def _of_support(text: str, lines: Sequence[Line]) -> Charge | None:
    """The rows of a unit that leads none and only supports those that do."""
    name, role = _longest_named(text, lines, ("support",))
    return _charge(name, name, role, text) if name else None


def _with_others(charge: Charge, text: str, lines: Sequence[Line]) -> Charge:
    """The rows that several lead together or either of them leads, or that one leads alone."""
    known = {e for n in lines for e in entries(n.text(charge.role))}
    named = {e: e for e in known if e in text}
    names = sorted((e for e in named if e == charge.name or e not in charge.name), key=text.index)
    between = [text[text.index(a) + len(a) : text.index(b)] for a, b in pairwise(names)]
    if len(names) > 1 and all(_AND.fullmatch(joint) for joint in between):
        each = [_charge(n, named[n], charge.role, text) for n in names]
        span = (each[0].span[0], each[-1].span[1])
        if _TOGETHER.match(text, span[1]):
            return replace(
                charge, name="、".join(names) + "共同", span=span, holds=_all_of(each), strict=True
            )
        either = "或".join(names)
        return replace(charge, name=either, span=span, holds=_any_of(each), each=tuple(each))
    if _ALONE.match(text, charge.span[1]) or _ONLY.search(text[: charge.span[0]]):
        alone = [charge, Charge("", charge.role, charge.span, _has_one(charge.role))]
        return replace(charge, name=f"{charge.name}单独", holds=_all_of(alone), strict=True)
    return charge


def _all_of(charges: Sequence[Charge]) -> Test:
    return lambda line: all(charge.holds(line) for charge in charges)


def _any_of(charges: Sequence[Charge]) -> Test:
    return lambda line: any(charge.holds(line) for charge in charges)


def _has_one(role: Role) -> Test:
    return lambda line: len(set(entries(line.text(role)))) == 1


def _longest_named(text: str, lines: Sequence[Line], roles: Sequence[Role]) -> tuple[str, Role]:
    """The longest entry of a role's cells that stands in the question, and the role."""
    best: tuple[str, Role] = ("", "lead")
    for line in lines:
        for role in roles:
            for entry in entries(line.text(role)):
                for name in (entry, _short(entry)):
                    if len(name) >= 2 and name in text and len(name) > len(best[0]):
                        best = (name, role)
    return best


def busiest(query: Query, lines: Sequence[Line]) -> tuple[Role, dict[str, list[Line]]] | None:
    """Return who have most of the rows, and their rows; None where this is not asked."""
    if not (_BUSIEST.search(query.text) and ROWS_CHARGED.search(query.text)):
        return None
    unit = re.search(r"单位|部门|哪个?[局委办]", query.text)
    role: Role = "lead" if unit else "leader"
    rows: dict[str, list[Line]] = {}
    for line in lines:
        for entry in dict.fromkeys(entries(line.text(role))):
            rows.setdefault(entry, []).append(line)
    most = max(map(len, rows.values()), default=0)
    first = {name: own for name, own in rows.items() if len(own) == most}
    return (role, first) if most > 1 and len(first) <= MOST_TOGETHER else None


def charged_rows(query: Query, lines: Sequence[Line]) -> Condition | None:
    """Return the rows of whom a question names as a condition among others."""
    charge = charge_meant(query, lines) if speaks_of_charge(query.text) else None
    if charge is None:
        return None

    start, end = charge.span
    led = _LEADS.match(query.text, end)
    return _condition(charge, (start, led.end() if led else end), lines)


def named_rows(query: Query, lines: Sequence[Line]) -> Condition | None:
    """Return the rows of whom a follow-up names, with nothing said of what they do: 教育局的呢."""
    charge = charge_meant(query, lines)
    if charge is None or not _OF_WHOM.match(query.text, charge.span[1]):
        return None
    return _condition(charge, charge.span, lines)


def _condition(charge: Charge, span: Span, lines: Sequence[Line]) -> Condition:
    def of_others(line: Line) -> bool:
        return has_charge(line, charge.role) and not charge.holds(line)

    said = f"{charge.name}{part_of(charge.role, lines)}"
    return Condition((span,), said, (), charge.holds, others=of_others)


def part_of(role: Role, lines: Sequence[Line]) -> str:
    """Return what those who are in charge of rows do, by the heads of their columns."""
    heads = "".join(header for line in lines for header, _ in cells_of(line.row, role))
    if role == "support":
        return "负责" if heads and not re.search(r"[^责任落实单位部门\s]", heads) else "配合"
    return "负责" if role == "lead" and not re.search(r"牵头|主办", heads) else "牵头"


def _charge(typed: str, name: str, role: Role, text: str) -> Charge:
    def holds(line: Line) -> bool:
        return any(_same_name(entry, name) for entry in entries(line.text(role)))

    at = text.index(typed)
    return Charge(name, role, (at, at + len(typed)), holds)


def has_charge(line: Line, role: Role) -> bool:
    """True for a row that somebody answers for in a role."""
    return bool(entries(line.text(role)))


def _by_short_name(text: str, lines: Sequence[Line], roles: Sequence[Role]) -> Charge | None:
    """The one entry that a unit's everyday name is short for: 发改委 of 区发展和改革委员会."""
    shorts = [match[1] for match in _SHORT_UNIT.finditer(text)]
    found = {
        (short, entry, role)
        for line in lines
        for role in roles
        for entry in entries(line.text(role))
        for short in shorts
        if _is_short_for(short, _short(entry))
    }
    if len({entry for _, entry, _ in found}) != 1:
        return None
    short, entry, role = min(found)
    return _charge(short, entry, role, text)


def _is_short_for(short: str, name: str) -> bool:
    """True if a unit's name begins and ends as a short one and has its characters in order.

    >>> _is_short_for("人社局", "人力资源和社会保障局"), _is_short_for("教育局", "体育局")
    (True, False)
    """
    bare = name.removesuffix("员会") if short.endswith("委") else name
    rest = iter(bare)
    return short[0] == bare[:1] and short[-1] == bare[-1:] and all(char in rest for char in short)


def _by_class(text: str, lines: Sequence[Line], roles: Sequence[Role]) -> Charge | None:
    """The rows of a class of units: "街道牵头的任务"."""
    match = _UNIT_CLASS.search(text)
    if match is None:
        return None
    name = match.group(1)

    def of_class(role: Role) -> Test:
        return lambda line: any(e.endswith(name) for e in entries(line.text(role)))

    for role in roles:
        if any(map(of_class(role), lines)):
            return Charge(name, role, match.span(1), of_class(role))
    return None


def write_counts(draft: Draft, charge: Charge, lines: Sequence[Line]) -> bool:
    """Write how many rows each of those has who are set against each other; False if none has."""
    counted: list[tuple[str, int]] = []
    for one in charge.each:
        kept = [line for line in lines if one.holds(line)]
        markers = [draft.cite_row(x.document, x.chunk, x.row) for x in kept]
        if kept:
            counted.append((one.name, len(kept)))
            draft.computed.append(f"{len(kept)}项")
            what = f"{one.name}{part_of(one.role, kept)}的任务"
            draft.say(f"{what}共{len(kept)}项{''.join(dict.fromkeys(markers))}。")
    if len(counted) < len(charge.each):
        return False
    counted.sort(key=lambda pair: -pair[1])
    (first, most), (second, next_most) = counted[:2]
    draft.computed.append(f"{most - next_most}项")
    more = f"{first}最多,比{second}多" if len(counted) > 2 else f"{first}比{second}多"
    draft.say(f"{more}{most - next_most}项。" if most > next_most else f"{first}与{second}一样多。")
    return True


def write_units(draft: Draft, name: str, lines: Sequence[Line]) -> None:
    """Write the units that lead what a person is in charge of, each once."""
    units: dict[str, str] = {}
    for line in lines:
        for _, cell in cells_of(line.row, "lead"):
            marker = draft.cite_cell(line.document, line.chunk, line.row, cell)
            units.setdefault(" ".join(cell.text.split()), marker)
    draft.computed.append(f"{len(units)}个")
    draft.say(f"{name}负责的任务涉及{len(units)}个单位:")
    for unit, marker in units.items():
        draft.say(f"- {unit}{marker}")


def _short(entry: str) -> str:
    """A district's own bureau is often named without 区."""
    return re.sub(r"^[区县市](?=.{2,})", "", entry)


def _same_name(entry: str, name: str) -> bool:
    return name in (entry, _short(entry)) or re.sub(r"\(.*\)$", "", entry) == name
