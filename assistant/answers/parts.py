"""A question of several parts: "总投资多少,责任单位是哪家?" is two questions in one sentence.

The whole is answered first, since most parts belong together (a target and its result). Each part
is then asked by itself, as a follow-up of those before it, and adds what the whole left out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answers.reply import Reply
from assistant.evidence.draft import TASK, Draft
from assistant.language.quantities import find_quantities
from assistant.question import comparison_cues
from assistant.question.spoken import TAKEN_FOR_GRANTED, WHOSE_AND_WHEN
from assistant.question.subjects import VOTE
from assistant.schema import MARKER, Citation
from assistant.text import fold_text

MOST_PARTS = 4
_BARE_TOTAL = re.compile(r"(?<=[?？,，])(总[数量额])(?=[?？]?$)")
LEAST_SAID = 5  # characters of a clause that tells something by itself
NEAR = 2  # characters between two sentences that stand side by side
_CLAUSE = re.compile(r"[^,，;；。?？!！]+[,，;；。?？!！]*")
_ASKING = re.compile(
    r"多少|(?<![一-鿿\"”][那这])几(?!乎|何)|哪|谁|什么|啥|怎|如何|咋|为何|是否|能否|吗|[了过]没|没有?[?？]|有没有|多[大高长重快久]"
    r"|[完成到通动开]没|(?:还|是)(?=不)|呢[?？]?$|是[一-鿿、]{1,12}的?还是[一-鿿]{1,8}的?(?=[,，?？]|$)"
    r"|是[增升涨多高好]是[减降跌少低差]|[增升涨多高好快大]了?还是[减降跌少低差慢小]|[减降跌少低差慢小]了?还是[增升涨多高好快大]"
)
# "是增是降,多少?": how much is asked of the way.
_BARE_AMOUNT = re.compile(r"\s*(?:是|有|幅度|幅度是)?多少[,，;；。?？!！]*")
_WARNS = re.compile("不宜直接比较|不能直接比较|只能参考")
# "新开了几条、优化了几条": each of two that are counted side by side.
_BETWEEN = re.compile(r"(?<![,，;；。?？!！])(?:、|以?及|和|与)")
_AMOUNT = re.compile(r"多少|几(?!乎|何)|百分之")
_VOTES_EACH = re.compile(
    rf"(?P<votes>(?:{VOTE.pattern})(?:票?[、和与及跟](?:{VOTE.pattern}))+)票?数?(?:各|分别)"
    r"(?P<amount>(?:[是有得获为到了])*(?:多少|几)张?票?)"
)
# "道路新建和续建各几条": each of two steps of one thing.
_STEP = r"(?:新建|续建|在建|[开完竣]工|投用|交付|建成)"
_STEPS_EACH = re.compile(
    rf"(?P<steps>{_STEP}(?:[、和与及]{_STEP})+)(?:的?(?P<thing>(?!各|分)[一-鿿]{{2,8}}?))?"
    r"(?:各自?|分别)(?:是|有)?(?P<amount>(?:多少|几)[个家所条座处项套户亩栋幢]?)(?=[?？。,，]|$)"
)
# "要新建几座公园、几处球场": what is planned of the first is planned of those beside it.
_PLANNED_OF = re.compile(r"(?:要|计划|打算|准备|拟|将)+[一-鿿]{2}(?=几|多少)")
_AMOUNT_OF = re.compile(r"[、,，和]*(?:几|多少)[一-鿿]{3,}")
_BRACKETS = re.compile(r"[(（][^()（）]*[)）]|[“\"《][^”\"》]*[”\"》]")


def split_parts(question: str) -> list[str]:
    """Return the parts of a question that ask something each; fewer than two are no parts.

    What asks nothing belongs to the part behind it, or at the end to that before it.

    >>> split_parts("上城区第3项是什么?总投资多少,责任单位呢?")
    ['上城区第3项是什么', '总投资多少', '责任单位呢']
    >>> split_parts("听说要修路,2024年修了多少公里?")
    []
    >>> split_parts("第2项赞成和反对各有几票?")
    ['第2项赞成有几票', '反对有几票']
    >>> split_parts("上城区公租房续建和完工各多少?")
    ['上城区公租房续建多少', '完工多少']
    >>> split_parts("上城区要新建几座公园、几处球场?")
    ['上城区要新建几座公园', '要新建几处球场']
    >>> split_parts("上城区2023年新增企业几家?总数?")
    ['上城区2023年新增企业几家', '总数多少']
    """
    question = _BARE_TOTAL.sub(r"\1多少", question)
    question = WHOSE_AND_WHEN.sub(r"个\1", question)
    question = TAKEN_FOR_GRANTED.sub(r"\1", _VOTES_EACH.sub(_votes_apart, question))
    question = _STEPS_EACH.sub(_steps_apart, question)
    hidden = _part_amounts(_BRACKETS.sub(lambda m: "某" * len(m.group()), question))
    parts: list[str] = []
    premise = ""
    for match in _CLAUSE.finditer(hidden):
        clause = question[match.start() : match.end()]
        if parts and not premise and _BARE_AMOUNT.fullmatch(match.group()) and _asks_way(parts[-1]):
            parts[-1] += f",{clause.strip(' ,，;；。?？!！')}"
        elif _ASKING.search(match.group()):
            if parts and not premise and _AMOUNT_OF.match(clause):
                planned = _PLANNED_OF.search(parts[-1])
                clause = f"{planned.group() if planned else ''}{clause.lstrip('、,，和')}"
            parts.append(f"{premise}{clause}".strip(" ,，;；。?？!！、和与及以"))
            premise = ""
        else:
            premise += clause
    if premise and parts:
        parts[-1] += f",{premise.strip(' ,，;；。?？!！')}"
    return parts if 1 < len(parts) <= MOST_PARTS else []


def _asks_way(part: str) -> bool:
    return comparison_cues.WAY_ASKED.search(part) is not None


def _part_amounts(text: str) -> str:
    """Put a comma between two amounts that are asked for side by side.

    >>> _part_amounts("修了几条路和多少座桥,路、桥各花多少钱")
    '修了几条路,多少座桥,路、桥各花多少钱'
    """
    parted = []
    for clause in _CLAUSE.findall(text):
        pieces, kept = _BETWEEN.split(clause), ""
        joints = _BETWEEN.findall(clause)
        for piece, joint in zip(pieces, ["", *joints], strict=True):
            apart = _AMOUNT.search(kept) and _AMOUNT.search(piece)
            kept += ("," * len(joint) if apart else joint) + piece
        parted.append(kept)
    return "".join(parted)


def _votes_apart(asked: re.Match[str]) -> str:
    return ",".join(f"{vote}{asked['amount']}" for vote in VOTE.findall(asked["votes"]))


def _steps_apart(asked: re.Match[str]) -> str:
    steps = re.findall(_STEP, asked["steps"])
    return (asked["thing"] or "") + ",".join(f"{step}{asked['amount']}" for step in steps)


@dataclass(frozen=True)
class Part:
    """The answer to one part, none where the whole has it; "占多少?" names no subject."""

    reply: Reply | None
    names_subject: bool
    of_before: bool = False  # asks what the thing before it has: 面积多大


def join_replies(whole: Reply, parts: Sequence[Part]) -> Reply:
    """Add to the answer of a whole question what its parts say beyond it.

    A part that names no subject of its own ("占多少?") is about what was said just before: it adds
    only what stands in the same row or sentences. Parts without an answer are named where the
    whole says no more than the first part.
    """
    replies = [part.reply for part in parts if part.reply is not None]
    answered = [reply for reply in replies if reply.kind == "answer"]
    base = whole if whole.kind == "answer" else Reply(Draft())
    if whole.kind not in ("answer", "refusal") or not (answered or base.draft.lines):
        return whole
    lacking = not base.draft.lines or _says_only(base.draft, parts[0].reply)
    draft = Draft()
    draft.absorb(base.draft, base.draft.lines)
    for index, part in enumerate(parts):
        own = part.names_subject or index == 0
        if part.reply is None:
            continue
        if part.reply.kind == "answer":
            added = _additions(draft, part.reply.draft, own=own, of_row=part.of_before)
            draft.absorb(part.reply.draft, added)
        elif part.reply.kind == "refusal" and lacking:
            draft.absorb(part.reply.draft, part.reply.draft.lines)
    draft.lines = _told_once(draft.lines)
    if draft.lines == base.draft.lines or not draft.citations:
        return whole
    related = whole.related if whole.kind == "answer" else answered[0].related
    exact = all(reply.exact for reply in answered or [whole])
    return Reply(draft, "answer", related, base.comparison, whole.constraints, exact)


def _told_once(lines: Sequence[str]) -> list[str]:
    """Leave out a sentence that another one says whole, and more."""
    bare = [MARKER.sub("", line).rstrip("。") for line in lines]
    return [
        line
        for at, line in enumerate(lines)
        if not any(
            bare[at] in other for n, other in enumerate(bare) if n != at and other != bare[at]
        )
    ]


def _says_only(whole: Draft, first: Reply | None) -> bool:
    """True if the whole says no more than the first of its parts."""
    if first is None:
        return len(whole.lines) == 1
    return not any(_is_new(line, first.draft.text) for line in whole.lines)


def _additions(said: Draft, more: Draft, *, own: bool, of_row: bool) -> list[str]:
    """The lines of ``more`` that say something new of the same thing, tasks' names left out."""
    by_marker = {str(c.marker): c for c in more.citations}
    kept = []
    for line in more.lines:
        cited = [by_marker[m] for m in MARKER.findall(line)]
        if not cited and _WARNS.search(line) and _WARNS.search(said.text):
            continue  # of the same comparison, which is warned of once
        beside = own or not said.citations or any(_beside(c, said.citations) for c in cited)
        again = any(_is_of_row_told(c, said) for c in cited) and (
            _repeats_figures(line, said.text)
            or (not (own or of_row) and _is_goal_again(line, said))
        )
        new = _is_new(line, said.text) and not again
        if beside and new and not (said.lines and line.startswith(TASK)):
            kept.append(line)
    return _with_items(kept)


def _with_items(lines: Sequence[str]) -> list[str]:
    """Leave out what heads a list of which no item is new."""
    below = [*lines[1:], ""]
    return [
        line
        for line, after in zip(lines, below, strict=False)
        if not line.endswith(":") or after.startswith("-")
    ]


def adds(said: Draft, more: Draft) -> bool:
    """True if an answer says anything that another one does not."""
    return any(_is_new(line, said.text) for line in more.lines)


def _beside(citation: Citation, others: Sequence[Citation]) -> bool:
    """True if a passage is of the same row as another, or stands in or next to it."""
    for other in others:
        if citation.source != other.source:
            continue
        if citation.row is not None and citation.row == other.row:
            return True
        if citation.start <= other.end + NEAR and other.start <= citation.end + NEAR:
            return True
    return False


def _is_of_row_told(citation: Citation, said: Draft) -> bool:
    """True for a passage of a row that was told, or one of prose that was."""
    if citation.row is not None:
        return (citation.source, citation.row) in {(c.source, c.row) for c in said.citations}
    return any(
        c.source == citation.source and c.start <= citation.start and citation.end <= c.end
        for c in said.citations
    )


def _is_goal_again(line: str, said: Draft) -> bool:
    """True for the goals of a row of which the one that was asked for was told."""
    head, _, _ = line.partition(":")
    told = (x for x in said.lines if x.partition(":")[0] == head and MARKER.search(x))
    return head.endswith("目标") and any(told)


def _repeats_figures(line: str, said: str) -> bool:
    """True if a line gives figures, and none that was not given already."""
    if line.startswith("- ") and _tells_in_words(line, said):
        return False
    figures = [(q.text, q.unit) for q in find_quantities(MARKER.sub("", line))]
    told = {(q.text, q.unit) for q in find_quantities(MARKER.sub("", said))}
    return bool(figures) and set(figures) <= told


def _tells_in_words(line: str, said: str) -> bool:
    """True if a quote says something in words that was not said: "3个未开工,已约谈责任单位"."""
    clauses = re.split(r"[,，。;；]", fold_text(MARKER.sub("", line)))
    worded = [c for c in clauses if len(c.strip()) >= LEAST_SAID and not re.search(r"\d", c)]
    return any(c.strip() not in fold_text(said) for c in worded)


def _is_new(line: str, said: str) -> bool:
    """True if a line says something that the text before does not, whatever it is headed."""
    head, _, rest = MARKER.sub("", line).partition(":")
    known = fold_text(MARKER.sub("", said))
    pieces = re.split(r"[:：,，。;；、|\s]", fold_text(rest if rest.strip() else head))
    return any(len(piece) > 1 and piece not in known for piece in pieces)
