"""Whether an answer has already what a part of a question asks for, so that none is told twice."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.evidence.draft import TASK, Draft
from assistant.evidence.wants import RATE_UNITS, answers_unit
from assistant.language.columns import CHARGES, role_of
from assistant.language.quantities import find_quantities
from assistant.lexicon.indicators import load_indicators
from assistant.question import ask_cues, comparison_cues, statement_cues
from assistant.schema import MARKER, Query
from assistant.text import fold_text

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
VERDICT = "与目标相比:"  # what ``answers.goals`` begins a verdict with
# and how far a result is from its goal, or one side from another
_APART_TOLD = re.compile(rf"{VERDICT}[^。\n]*[于同多少]|,相差\d")
_PLANS = re.compile("计划|预计|预期|力争|争取|推迟|延期|拟")
_DATE = re.compile(r"\d年|\d月|年底|年内|[明后]年|[春夏秋冬]季")
# A rate that tells how much something grew; 2.4个百分点 below a plan do not.
_GROWTH = re.compile(
    r"(?:[增降涨跌升]|减少|提高|回落)(?:(?!目标|计划)[^,，。;；|\d%]){0,8}[:：]?[-−]?\d[\d.]*(?:%|‰|倍|个?百分点)|翻[了两一]{0,2}番"
)
_GOAL_HEAD = re.compile(r"[^:,，。]{2,24}目标(?:\([^()]*\))?:")
_YEAR = re.compile(r"^[^:\n]{2,14}(?:19|20)\d\d年[^:\n]{0,12}:", re.MULTILINE)
_MARGIN = re.compile(
    r"(?:[高低快慢多少]于|超过?|比|较)[^,，。;；|\d]{0,10}(?:计划|目标|预期|任务)[^,，。;；|\d]{0,4}"
    r"\d[\d.]*(?:个?百分点|%|[万亿]?[一-鿿])(?:的(?:目标|计划))?(?:[多少高低超]出?了?\d[\d.]*(?:个?百分点|[万亿]?[一-鿿]))?"
)
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
    told_already = _names_nothing_new(part, said) or _is_planned_beside(part, lines, asked)
    if told_already or _tells_attribute(part.text, fold_text(whole)):
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


def _is_planned_beside(part: Query, lines: Sequence[str], asked: Sequence[Query]) -> bool:
    """True if a goal has what a part names beside a plan: "计划新建车场几处、多少泊位"."""
    apart = part.kinds or part.measures or part.districts or part.periods
    if apart or asked[0].kinds != ("target",) or part.asks != ("value",):
        return False
    goals = fold_text("\n".join(line for line in lines if _GOAL_HEAD.match(line)))
    named = [part.text[start:end] for start, end in part.slots.get("indicator", ())]
    named = named or [t for t in part.terms if len(t) > 1][-1:]
    told = all(re.search(rf"{re.escape(n)}[^,。;、\d\n]{{0,6}}\d", goals) for n in named)
    return bool(named) and told and all(term in goals for term in part.terms)


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
        # "打算啥时候开?" and "是哪天?" of what was just told
        return any(_PLANS.search(c) or comparison_cues.EXTREME_WORD.search(c) for c in dated)
    return any(doing in clause for doing in doings for clause in dated)


def _asks_of_part(query: Query) -> bool:
    """True for "其中电动的多少": counted as the whole that was asked for before it."""
    return query.text.startswith("其中") and not (query.units or query.measures)


def _same_unit(one: str, other: str) -> bool:
    """True for units of one kind; 个, which counts anything, is none of 户."""
    return one == other or ("个" not in (one, other) and answers_unit(one, other))
