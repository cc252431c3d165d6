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
from assistant.evidence.wants import RATE_UNITS
from assistant.language.columns import CHARGES, role_of
from assistant.language.quantities import find_quantities
from assistant.language.units import comparable
from assistant.lexicon.indicators import load_indicators
from assistant.question import ask_cues, comparison_cues, statement_cues
from assistant.question.spoken import TAKEN_FOR_GRANTED, WHOSE_AND_WHEN
from assistant.question.subjects import VOTE
from assistant.schema import MARKER, Citation, Query
from assistant.text import fold_text

MOST_PARTS = 4
# "属于杭州哪个区?", "哪一年?" of what the part before asks for.
_WHOSE_AND_WHEN = re.compile(
    r"(?:[它这那]?(?:是|又|属于?|位于|[落建]?在))*"
    r"(?:(?:[一-鿿]{2,3}(?=哪))?哪一?个(?:区县|区域|区|县|旗|市|地方)|哪一?年)"
    r"的?(?:事|数据?|情况)?[?？。]?"
)
_TREND = re.compile(
    r"[^一-鿿]*(?:总体|整体)?(?:是|呈)?(?:什么|怎样的?|怎么样的?)?(?:趋势|走势|变化)"
    r"(?:怎么样|如何)?[^一-鿿]*"
)
_CONSISTS = re.compile("(?:具体)?(?:包[括含]|内容|涉及|组成|构成|事项|任务)|具体")
_BARE_TOTAL = re.compile(r"(?<=[?？,，])(总[数量额])(?=[?？]?$)")
VERDICT = "与目标相比:"  # what ``answers.goals`` begins a verdict with
_APART_TOLD = re.compile(rf"{VERDICT}[^。\n]*[于同多少]")  # and how far a result is from its goal
LEAST_SAID = 5  # characters of a clause that tells something by itself
NEAR = 2  # characters between two sentences that stand side by side
_CLAUSE = re.compile(r"[^,，;；。?？!！]+[,，;；。?？!！]*")
_ASKING = re.compile(
    r"多少|(?<![一-鿿\"”][那这])几(?!乎|何)|哪|谁|什么|啥|怎|如何|咋|为何|是否|能否|吗|[了过]没|没有?[?？]|有没有|多[大高长重快久]"
    r"|[完成到通动开]没|(?:还|是)(?=不)|呢[?？]?$|是[一-鿿]{1,8}的?还是[一-鿿]{1,8}的(?=[,，?？]|$)"
    r"|是[增升涨多高好]是[减降跌少低差]|[增升涨多高好快大]了?还是[减降跌少低差慢小]|[减降跌少低差慢小]了?还是[增升涨多高好快大]"
)
# "是增是降,多少?": how much is asked of the way.
_BARE_AMOUNT = re.compile(r"\s*(?:是|有|幅度|幅度是)?多少[,，;；。?？!！]*")
_PLANS = re.compile("计划|预计|预期|力争|争取|推迟|延期|拟")
_DATE = re.compile(r"\d年|\d月|年底|年内|[明后]年|[春夏秋冬]季")
_WARNS = re.compile("不宜直接比较|不能直接比较|只能参考")
# A rate that tells how much something grew; 2.4个百分点 below a plan do not.
_GROWTH = re.compile(
    r"(?:[增降涨跌升]|减少|提高|回落)(?:(?!目标|计划)[^,，。;；|\d%]){0,8}[:：]?[-−]?\d[\d.]*(?:%|‰|倍|个?百分点)|翻[了两一]{0,2}番"
)
# "新开了几条、优化了几条": each of two that are counted side by side.
_BETWEEN = re.compile(r"(?<![,，;；。?？!！])(?:、|以?及|和|与)")
_AMOUNT = re.compile(r"多少|几(?!乎|何)|百分之")
_VOTES_EACH = re.compile(
    rf"(?P<votes>(?:{VOTE.pattern})(?:票?[、和与及跟](?:{VOTE.pattern}))+)票?数?(?:各|分别)"
    r"(?P<amount>(?:[是有得获为到了])*(?:多少|几)张?票?)"
)
_GOAL_HEAD = re.compile(r"[^:,，。]{2,24}目标(?:\([^()]*\))?:")
_YEAR = re.compile(r"^[^:\n]{2,14}(?:19|20)\d\d年[^:\n]{0,12}:", re.M)
_MARGIN = re.compile(
    r"(?:[高低快慢多少]于|超过?|比|较)[^,，。;；|\d]{0,10}(?:计划|目标|预期|任务)[^,，。;；|\d]{0,4}"
    r"\d[\d.]*(?:个?百分点|%|[万亿]?[一-鿿])(?:的(?:目标|计划))?(?:[多少高低超]出?了?\d[\d.]*(?:个?百分点|[万亿]?[一-鿿]))?"
)
# "要新建几座公园、几处球场": what is planned of the first is planned of those beside it.
_PLANNED_OF = re.compile(r"(?:要|计划|打算|准备|拟|将)+[一-鿿]{2}(?=几|多少)")
_AMOUNT_OF = re.compile(r"[、,，和]*(?:几|多少)[一-鿿]{3,}")
# "投多少钱", "面积多大", "覆盖多少人": of what the part before names.
_OF_BEFORE = re.compile(
    r"(?:又|还|也|都|一?共|总共|大概|大约|预计|计划|打算|准备|要|将|能|可以?|其中)*"
    r"(?:(?:总|年度|完成|计划)*投(?:资|入)?|花|耗资|(?:总|建筑|占地)?面积|总长|长度|惠及|覆盖|服务|受益|带动|涉及|辐射|容纳|满足|受惠)"
    r"(?:额|总额|长度)?[了到达]?(?:是|有|为|达)?(?:多少|几|多[大长])"
)
_ATTRIBUTE = re.compile(
    r"投资|投|花|耗资|面积|长|惠及|覆盖|服务|受益|带动|涉及|辐射|容纳|满足|受惠"
)
_SPENT = {"投": "投资|投入", "花": "投资|投入|资金", "耗资": "投资|投入", "长": "长|公里"}
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
    >>> split_parts("上城区要新建几座公园、几处球场?")
    ['上城区要新建几座公园', '要新建几处球场']
    >>> split_parts("上城区2023年新增企业几家?总数?")
    ['上城区2023年新增企业几家', '总数多少']
    """
    question = _BARE_TOTAL.sub(r"\1多少", question)
    question = WHOSE_AND_WHEN.sub(r"个\1", question)
    question = TAKEN_FOR_GRANTED.sub(r"\1", _VOTES_EACH.sub(_votes_apart, question))
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


def is_of_before(part: str) -> bool:
    """True for a part that asks by its verb alone what the thing before it has: 覆盖多少人.

    >>> is_of_before("投多少钱"), is_of_before("一共惠及多少户"), is_of_before("养老床位多少张")
    (True, True, False)
    """
    return _OF_BEFORE.match(fold_text(part)) is not None


def _tells_attribute(part: str, said: str) -> bool:
    """True if an answer has what such a part asks for: "年度计划投资260亿元" for 投多少钱."""
    if not is_of_before(part):
        return False
    asked = _ATTRIBUTE.search(fold_text(part))
    words = _SPENT.get(asked[0], asked[0]) if asked else ""
    return (
        bool(words) and re.search(rf"(?:{words})[^,，。;；|\n]{{0,12}}?[:：]?\d", said) is not None
    )


def is_judged(part: Query, said: Draft, asked: Sequence[Query]) -> bool:
    """True for "增长多少,达到了吗": whether that was reached is told with what came before it.

    So it is where a number is given that was told, "到75亿了没有", and how far it is: "差多少".
    """
    given = [term for term in part.terms if term[:1].isdigit() and term in said.text]
    if part.asks == ("verdict",) and part.indicators:
        # "工业投资达标没有?差多少?" is judged once, and no more is asked of the row.
        as_many = said.text.count(VERDICT) >= sum("verdict" in q.asks for q in asked)
        return as_many and all(name in said.text for name in part.indicators)
    bare = not (part.indicators or part.units or part.measures or set(part.terms) - set(given))
    if "difference" in part.asks:
        return bare and _APART_TOLD.search(said.text) is not None
    return "verdict" in part.asks and bare and VERDICT in said.text


def is_covered(part: Query, said: Draft, asked: Sequence[Query]) -> bool:
    """True if an answer has as many figures of the unit that a part asks for as all parts ask."""
    lines = MARKER.sub("", said.text).splitlines()
    # What a row's task is to reach tells nothing of what was reached.
    planned = any("target" in q.kinds for q in asked)
    told = [x for x in lines if "target" in part.kinds or not _tells_plan(x, beside=planned)]
    text = "\n".join(told)
    if part.kinds == ("actual",) and "difference" not in part.asks:
        text = _MARGIN.sub("", text)  # how far it is from a plan tells no result
    figures = [q.unit for q in find_quantities(text)]
    whole = text if part.kinds == ("actual",) else "\n".join(lines)
    if _names_nothing_new(part, said) or _tells_attribute(part.text, fold_text(whole)):
        return True
    if "reason" in part.asks or "when" in part.asks:
        return tells_cause_or_date(part, said)
    if part.asks == ("value",) and any("reason" in q.asks for q in asked):
        return _tells_beside_cause(part, text)
    if part.units:
        alike = [f for f in figures if any(_same_unit(f, unit) for unit in part.units)]
        return len(alike) >= sum(
            bool({*q.units, *_units_of(q)} & set(part.units)) or _asks_of_part(q) for q in asked
        )
    if part.measures == ("growth",):
        return _GROWTH.search(text) is not None
    if part.measures and set(part.measures) <= {"growth", "share", "completion"}:
        return any(unit in RATE_UNITS for unit in figures)
    if set(part.asks) & set(CHARGES):
        heads = [line.partition(":")[0] for line in text.splitlines()]
        return any(role_of(head) in CHARGES for head in heads)
    if part.asks != ("value",):
        return False
    names = [*part.indicators, *(t for t in part.terms if len(t) > 1)]
    named = not names or any(name in fold_text(text) for name in names)
    # A bare 多少 is asked of what the part before it names, be it a rate or an amount.
    values = [unit for unit in figures if not names or unit not in RATE_UNITS]
    wanted = sum(set(q.measures) <= {"level"} and q.asks == ("value",) for q in asked)
    return named and len(values) >= wanted


def _units_of(part: Query) -> tuple[str, ...]:
    """The units of what a part names and asks no other of: "出生人口多少、死亡多少人" counts 人."""
    alone = part.indicators[0] if len(part.indicators) == 1 and not part.measures else ""
    return load_indicators().units(alone) if alone and not part.units else ()


def _tells_beside_cause(part: Query, text: str) -> bool:
    """True if a clause gives a figure of what a part names: a cause counts others beside it."""
    names = [*part.indicators, *(t for t in part.terms if len(t) > 1)]
    clauses = re.split(r"[,，。;；\n]", fold_text(text))
    own = [c for c in clauses if all(name in c for name in names)]
    return any(q.unit not in RATE_UNITS for c in own for q in find_quantities(c))


def _names_nothing_new(part: Query, said: Draft) -> bool:
    """True for a part that only asks of what was named before it.

    So does "…怎么改善,甲区提了哪些办法", and "啥趋势" of what was set side by side.
    """
    of_origin = part.asks == ("origin",) and not (part.terms or part.indicators)
    if of_origin or _WHOSE_AND_WHEN.fullmatch(part.text):
        return _YEAR.search(said.text) is not None  # each answer heads its lines so
    # Of a number that several rows share, these are what it consists of: "包括哪两项内容".
    inside = len(said.rows) > 1
    bare = all(
        ask_cues.MEASURES_ASKED.fullmatch(term) or (inside and _CONSISTS.fullmatch(term))
        for term in part.terms
    )
    if set(part.asks) & {"section", "list"} and bare and not part.indicators:
        return bool(said.lines)
    return _TREND.fullmatch(part.text) is not None and bool(said.computed)


def _tells_plan(line: str, *, beside: bool) -> bool:
    """True for a row's task, and for a goal where another part asks for that."""
    return line.startswith(TASK) or (beside and _GOAL_HEAD.match(line) is not None)


def tells_cause_or_date(part: Query, said: Draft) -> bool:
    """True if an answer says why, or when what a part asks of is to be: "预计9月底投用"."""
    text = fold_text(MARKER.sub("", said.text))
    if "when" not in part.asks:
        told = statement_cues.CAUSE.search(text) is not None
        return told and "reason" in part.asks and not part.indicators
    doings = [m.group() for m in statement_cues.DOING.finditer(part.text)]
    dated = [c for c in re.split(r"[,，。;；\n]", text) if _DATE.search(c)]
    if not (doings or part.indicators or part.terms):
        return any(map(_PLANS.search, dated))  # "打算啥时候开?" of what was just told
    return any(doing in clause for doing in doings for clause in dated)


def _asks_of_part(query: Query) -> bool:
    """True for "其中电动的多少": counted as the whole that was asked for before it."""
    return query.text.startswith("其中") and not (query.units or query.measures)


def _same_unit(one: str, other: str) -> bool:
    """True for units of one kind; 个, which counts anything, is none of 户."""
    return one == other or ("个" not in (one, other) and comparable(one, other))


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
