"""Who leads and who supports: names that a sentence gives a part, held against the cited rows.

A name has to stand in the cell of the part that the sentence gives it, and the row has to be about
what the sentence, or the question, speaks of.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.language.columns import Role, cells_of
from assistant.schema import Row
from assistant.text import is_han
from assistant.verification.grounds import Ground, squeezed

TOPIC_NEEDED = 0.5  # of the pairs of characters of what a sentence speaks of that its row has
_LEADS, _SUPPORTS = "牵头|负责|主办|承办|主管|分管|挂帅", "配合|协办|协助"
_NOUN = re.compile(
    r"(?P<role>(?:牵头|责任|分管|主管)?(?:[区县市]|街道)?(?:领导)|负责人|责任人"
    r"|(?:牵头|责任|主办|承办|主管|负责)(?:的)?(?:单位|部门|方)"
    r"|(?:配合|协办|协助|协同)(?:的)?(?:单位|部门|方))"
    r"(?:则|分别|均|都)?(?:是|为|有|包括|:)(?P<names>[^,;。.]{2,80})"
)
_BY = re.compile(
    rf"由(?P<names>[^,;。由]{{2,60}}?)(?:共同|联合|具体|主要)?(?P<role>{_LEADS}|{_SUPPORTS})"
)
_ACTIVE = re.compile(
    rf"(?:^|[,;])(?P<names>[^,;。由]{{2,40}}?)(?:共同|联合)?(?P<role>{_LEADS}|{_SUPPORTS})"
    r"(?=[,;。\s]|$)"
)
_TITLES = re.compile(
    r"[一二两三四五六七八九几\d]*[位名个家](?:[区县市])?(?:领导|单位|部门)(?:同志)?"
    r"|(?:牵头|分管|责任)?(?:[区县市])?领导(?:同志)?|同志|等(?:单位|部门)?$|^(?:和|及|与|则|而|并)"
)
_JOINTS = re.compile(r"[、/]|以及|[和及与](?=[\u4e00-\u9fff]{2})|\s+")
_EMPTY = re.compile(
    r"(?:这|该|此|本)?(?:一)?[项条](?:任务|工作)?|任务|工作|的|事|方面|落实|具体|是|为|[\[\]\d\s,。]"
)


@dataclass(frozen=True, slots=True)
class Part:
    """Names that a sentence gives a part to, and which cells may hold them."""

    roles: tuple[Role, ...]
    names: tuple[str, ...]
    text: str
    start: int
    end: int


def find_parts(text: str) -> list[Part]:
    """Return who does what, as a sentence has it.

    >>> [(p.roles, p.names) for p in find_parts("由科技局牵头,发改局、住建局配合")]
    [(('lead', 'leader'), ('科技局',)), (('support',), ('发改局', '住建局'))]
    >>> [(p.roles, p.names) for p in find_parts("牵头区领导为沈若溪")]
    [(('leader',), ('沈若溪',))]
    """
    found: list[Part] = []
    for pattern in (_NOUN, _BY, _ACTIVE):
        for match in pattern.finditer(text):
            start, end = match.span("names")
            if any(p.start < end and start < p.end for p in found):
                continue
            names = _names(match.group("names"))
            if names:
                found.append(Part(_roles(match), names, match.group("names"), start, end))
    return sorted(found, key=lambda part: part.start)


def _roles(match: re.Match[str]) -> tuple[Role, ...]:
    word = match.group("role")
    if re.search(_SUPPORTS + "|协同", word):
        return ("support",)
    if re.search("领导|负责人|责任人", word) or re.search(r"领导", match.group("names")):
        return ("leader",)
    return ("lead",) if re.search("单位|部门|方$", word) else ("lead", "leader")


def _names(text: str) -> tuple[str, ...]:
    plain = _TITLES.sub("、", text.replace("“", "").replace("”", ""))
    parts = (part.strip(" 的:") for part in _JOINTS.split(plain))
    return tuple(part for part in parts if len(part) > 1 and is_han(part[0]))


def wrong_name(
    text: str,
    start: int,
    end: int,
    grounds: Sequence[Ground],
    topic: str,
    answering: Sequence[Ground] = (),
) -> str:
    """Return a name in ``text[start:end]`` whose part the passages do not prove, or nothing.

    ``topic`` is the question, for sentences that do not say what they are about, ``answering``
    passages that are known to be about it.
    """
    parts = [p for p in find_parts(text) if start <= p.start < end]
    if not parts:
        return ""
    rows = [g for g in grounds if g.row is not None]
    others = [g for g in grounds if g.row is None]
    about = topic_of(text, parts)
    failed = ""
    for ground in rows:
        assert ground.row is not None
        wrong = _first_wrong(parts, ground.row)
        known = not about and any(ground is other for other in answering)
        if not wrong and (known or _is_about(ground, about or topic)):
            return ""
        failed = failed or wrong or parts[0].names[0]
    for part in parts:
        for name in part.names:
            if not any(g.names(name) for g in others):
                return failed or name
    return ""


def _first_wrong(parts: Sequence[Part], row: Row) -> str:
    for part in parts:
        known = [name for role in part.roles for name in names_of(row, role)]
        if all(any(_same_name(name, other) for other in known) for name in part.names):
            continue
        # A name may hold 和 itself: 区住房和建设局.
        left = squeezed(part.text)
        for name in sorted(map(squeezed, known), key=len, reverse=True):
            left = left.replace(name, "、")
        wrong = _names(left)
        if wrong:
            return wrong[0]
    return ""


def _same_name(name: str, known: str) -> bool:
    """True for "科技局" and "区科技局", not for two persons who share a character."""
    one, other = squeezed(name), squeezed(known)
    return one == other or (len(one) > 2 and (other.endswith(one) or one.endswith(other)))


def names_of(row: Row, role: Role) -> list[str]:
    """Return the names that the cells of a role hold: "区住建局、各镇街" are two."""
    return [
        name
        for _, cell in cells_of(row, role)
        for name in re.split(r"[、,;/\s]+", cell.text)
        if name.strip("—-")
    ]


def topic_of(text: str, parts: Sequence[Part]) -> str:
    """Return what a sentence says beside names and parts; empty if that is nothing of its own."""
    for part in reversed(parts):
        text = text[: part.start] + text[part.end :]
    left = _EMPTY.sub("", re.sub(rf"由|{_LEADS}|{_SUPPORTS}|单位|部门|责任|领导", "", text))
    return left if sum(map(is_han, left)) >= 4 else ""


def _is_about(ground: Ground, topic: str) -> bool:
    assert ground.row is not None
    return share_of_pairs(topic, _row_text(ground)) >= TOPIC_NEEDED


def _row_text(ground: Ground) -> str:
    cells = "".join(cell.text for cell in ground.row.cells.values()) if ground.row else ""
    return squeezed(ground.citation.text + cells) + ground.labels


@lru_cache(maxsize=1024)
def share_of_pairs(words: str, text: str) -> float:
    """Share of the pairs of Chinese characters of some words that a text has.

    >>> share_of_pairs("停车泊位建设", "新增停车泊位")
    0.6
    """
    runs = re.findall(r"[\u4e00-\u9fff]{2,}", squeezed(words))
    pairs = [run[i : i + 2] for run in runs for i in range(len(run) - 1)]
    return sum(pair in text for pair in pairs) / len(pairs) if pairs else 1.0
