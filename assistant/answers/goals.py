"""Whether a result reached its goal: a ceiling from below, and what may be one not at all."""

from __future__ import annotations

import re
from decimal import Decimal

from assistant.answers.gaps import amount, difference_text, plain, rounded
from assistant.answers.sides import Side, clause_of, quantity_of
from assistant.answers.writing import cite_finding
from assistant.evidence.draft import Draft, unmarked
from assistant.evidence.findings import Finding
from assistant.language.columns import cells_of
from assistant.language.limits import ITS_PLAN, bound_of, is_limit
from assistant.language.periods import is_whole_year
from assistant.language.quantities import Quantity
from assistant.question import figure_cues
from assistant.question.names import COMPLETION
from assistant.question.statement_cues import REACHED_OR_NOT
from assistant.schema import PLAN_KINDS, Indicator, Query, Span
from assistant.tables.plans import RATE_DONE

NOT_JUDGED = "与目标相比:目标可能是上限,文档没有写明,不判断是否达到。"
ONE_STAGE = "与目标相比:目标合计开工和竣工,完成数只是其中之一,不判断是否达到。"
FIRST_STEP = "与目标相比:完成数是开工之前的一步,未写明已建成,不判断是否达到。"
# What comes before anything is built, and what is built.
_BEFORE_WORK = re.compile("出让|供地|摘牌|选址|立项|可研|招标|前期|设计|方案|审批|报批")
_BUILT = re.compile("[建修]|[开竣完]工|投[用产运]|交付")
_BOTH_STAGES = re.compile("开[、和及]?竣工|开工[、和及]竣工")
_PERCENT = re.compile(r"(\d{1,4}(?:\.\d+)?)\s?[%％]")
# What asks how a result stands to its goal: 完成了吗, 差多少, 比目标高还是低, 跟目标比怎么样.
_JUDGING = frozenset({"verdict", "difference", "rank"})
_SET_AGAINST = re.compile(
    r"[比较离距差缺超剩够]|[高低多少快慢]于|[到过]了?一?半|半数|几成|[没未]有?(?:完成|达|到)|进度|怎[么样]|如何"
)
# What a report says itself of a goal: "未能实现年初确定的正增长目标", "超额完成年度任务".
_JUDGED = re.compile(
    rf"{REACHED_OR_NOT}.*(?:目标|预期|计划|任务)"
    r"|(?:[高低好优]于|超过|超出|不及|符合|塌|欠|[落滞]后).*(?:目标|预期|计划|任务)"
    r"|(?:目标|任务)(?:未能?|没有?|没能|[均都]?已|全部|如期|提前)(?:达到?|完成|实现|达成)"
)
# "占年计划的41.8%", "完成年度计划投资的31.7%": how much of its goal a result is.
_SHARE_OF_GOAL = re.compile(
    rf"(?:占|为|完成|达到?|相当于)了?{ITS_PLAN}的?(?:比例|比重)?[为是达]?(\d+(?:\.\d+)?)[%％]"
)
_BRACKET = re.compile(r"[(（]([^()（）]*\d[^()（）]*)[)）]")
_CLAUSE_ENDS = re.compile(r"[,，;；。]")
_CLAUSE = re.compile("[^,，]+")
_SENTENCE_END = re.compile(r"[;；。\n]")
_SHORT_NAME = 4  # characters of a name that leaves out what it is of: 原定盘活
_HALF = 50  # percent
Valued = tuple[Side, Quantity]


def judge_goal(draft: Draft, query: Query, one: Valued, other: Valued) -> list[str]:
    """Say whether a result reached its target, and that it is only so far where it is.

    Where a question asks by itself for a part of the year, nothing is judged unasked: what is
    not yet done is not missed.
    """
    result, target = sorted((one, other), key=lambda pair: pair[0].query.kinds == ("target",))
    if not _tells_result(result[0].reading.best, target[0].reading.best):
        return []
    floor = _floor_of(query, target[0])
    target = (target[0], floor) if floor is not None else target
    one, other = result, target
    whole = is_whole_year(result[0].reading.best.period)
    if not whole and _asks_both_apart(query):
        return []
    if told := _told_of_falls(draft, result, target):
        return told
    ceiling = bound_of(target[1].qualifier) == "most"
    if not ceiling and is_limit(_goal_of(*target)) and not _is_counted_up(result, target):
        return [NOT_JUDGED]
    if _BOTH_STAGES.search(_goal_of(*target)) and not _BOTH_STAGES.search(_told_of(result[0])):
        return [ONE_STAGE]
    if _is_step_before(clause_of(result[0].reading.best), _goal_of(*target)):
        return [FIRST_STEP]
    low, high = sorted((one[1], other[1]), key=amount)
    difference = difference_text(high, low)
    draft.computed.append(difference)
    above = amount(result[1]) - amount(target[1])
    bound = "上限" if ceiling else "确保的目标" if floor is not None else "目标"
    reached = "已达到" if (above <= 0 if ceiling else above >= 0) else "未达到"
    beyond = not ceiling and bound_of(result[1].qualifier) == "more"  # 超100亿元 beside 100亿元
    equal = f"超过{bound}" if beyond else f"与{bound}相同"
    apart = f"{'高于' if above > 0 else '低于'}{bound}{difference}" if above else equal
    so_far = "" if whole else "(结果只是年内的一段)"
    halves = [] if ceiling else _halfway(draft, query, result[1], target[1])
    return [f"与目标相比:{reached},{apart}{so_far}。", *halves]


def _tells_result(result: Finding, goal: Finding) -> bool:
    """Whether two figures are a result and its goal: no figure is a goal of its own.

    Nor does a number of a sentence that states no figure, as the 3 of 三个“一号工程”, tell either.
    """
    told, planned = result.figure, goal.figure
    if told is None or planned is None or told.kind in PLAN_KINDS:
        return False
    return (told.source, told.figure) != (planned.source, planned.figure)


def write_judgement(draft: Draft, query: Query, result: Finding) -> bool:
    """Say what the sentence of a result says of its goal, where the goal itself is not told.

    What stands behind another figure of its own is of that one. True where it says anything.
    """
    statement, figure, quoted = result.statement, result.figure, result.spans[-1][1]
    text = statement.document.text
    if figure is None or statement.row is not None:
        return False
    done = _share_done(figure, result.quote)
    if done is not None and figure_cues.HALFWAY.search(query.text):
        draft.say(f"与目标相比:{_passed(done)}{cite_finding(draft, result)}。")
    if done is not None or _JUDGED.search(result.quote):
        return True
    end = next((m.start() for m in _SENTENCE_END.finditer(text, quoted)), len(text))
    for clause in _CLAUSE.finditer(text, quoted, end):
        others = [f for f in statement.document.indicators if _within(f.figure, clause)]
        if not all(_is_of(figure, other) for other in others):
            return False
        share = _SHARE_OF_GOAL.search(clause.group())
        if share or _JUDGED.search(clause.group()):
            marker = draft.cite_statement(statement, *clause.span())
            half = share is not None and figure_cues.HALFWAY.search(query.text)
            passed = f",{_passed(Decimal(share[1]))}" if share and half else ""
            draft.say(f"与目标相比:{unmarked(clause.group())}{marker}{passed}。")
            return True
    return False


def _share_done(figure: Indicator, quote: str) -> Decimal | None:
    """How many percent of its goal a figure says that are done: "已完成54%" behind the goal."""
    if figure.unit == "%" and figure.indicator.endswith(COMPLETION):
        return Decimal(figure.value)
    told = _SHARE_OF_GOAL.search(quote)
    return Decimal(told[1]) if told else None


def _passed(share: Decimal) -> str:
    return f"{'已' if share >= _HALF else '未'}过半"


def _is_of(figure: Indicator, other: Indicator) -> bool:
    """Whether a figure of a clause that judges is of the same: how far it is, or its goal.

    How far it is from its goal goes by the name of the figure: 地区生产总值(低于); the goal by the
    end of it: "盘活存量资金3亿元,原定盘活4亿元的目标未能完成".
    """
    plain = figure.indicator.partition("(")[0]
    goal = other.kind == "target" and other.unit == figure.unit
    if goal and len(other.name) <= _SHORT_NAME and other.name[-2:] in figure.name:
        return True
    own = (plain, f"{plain}计划完成率", f"{plain}完成率")
    return other.indicator.partition("(")[0] in own


def _within(span: Span, clause: re.Match[str]) -> bool:
    return clause.start() <= span[0] and span[1] <= clause.end()


def _told_of_falls(draft: Draft, result: Valued, target: Valued) -> list[str]:
    """Say whether something fell as far as it was to: 下降1.9% is short of 下降3%."""
    figures = [side.reading.best.figure for side, _ in (result, target)]
    falls = [f for f in figures if f is not None and (f.measure, f.direction) == ("growth", "-")]
    if len(falls) < len(figures) or bound_of(target[1].qualifier) == "most":
        return []
    above = abs(amount(result[1])) - abs(amount(target[1]))
    difference = difference_text(*sorted((result[1], target[1]), key=amount, reverse=True))
    draft.computed.append(difference)
    apart = f"降幅比目标{'多' if above > 0 else '少'}{difference}" if above else "降幅与目标相同"
    return [f"与目标相比:{'已达到' if above >= 0 else '未达到'},{apart}。"]


def _asks_both_apart(query: Query) -> bool:
    """True for "目标多少?上半年完成多少?": a part of the year, and not how far it is."""
    judged = _JUDGING & set(query.asks) or _SET_AGAINST.search(query.text)
    return not judged and any(not is_whole_year(p) for p in query.periods)


def _is_step_before(told: str, goal: str) -> bool:
    """True for land that is sold, where a goal is to build: 4个加油站完成土地出让."""
    step = _BEFORE_WORK.search(told)
    return bool(step and _BUILT.search(goal)) and not (
        _BUILT.search(told) or (step and step.group() in goal)
    )


def _floor_of(query: Query, side: Side) -> Quantity | None:
    """What was to be reached at least, where that is asked for: 确保5.5% beside 力争6%."""
    best = side.reading.best
    if not figure_cues.FLOOR_ASKED.search(query.text) or best.figure is None:
        return None
    thing = (best.figure.indicator, best.figure.measure)
    floors = [
        f for f in best.statement.figures if f.kind == "floor" and (f.indicator, f.measure) == thing
    ]
    return quantity_of(best.statement.document.text, floors[0]) if len(floors) == 1 else None


def _is_counted_up(result: Valued, target: Valued) -> bool:
    """Whether the row itself tells the result's share of its goal as what is completed of it.

    "减少大班额 | 51个 | 53个 | 104%": the more are done away with, the better.
    """
    row = result[0].reading.best.statement.row
    if row is None or row != target[0].reading.best.statement.row or not amount(target[1]):
        return False
    told = [_PERCENT.fullmatch(c.text) for h, c in row.cells.items() if RATE_DONE.search(h)]
    share = 100 * amount(result[1]) / amount(target[1])
    return any(rate is not None and abs(Decimal(rate[1]) - share) < 1 for rate in told)


def _goal_of(side: Side, goal: Quantity) -> str:
    """The words that say what a goal is of: its clause, its name, and that of its row."""
    found = side.reading.best
    row = found.statement.row
    names = [cell.text for _, cell in cells_of(row, "group")] if row is not None else []
    whole = re.compile(rf"(?<![\d.]){re.escape(goal.text)}")  # 8% is no part of 6.8%
    # "零售额下降1.8%（年度计划增长8%）": what stands before a bracket tells of the result.
    parts = [*_BRACKET.findall(found.statement.text), _BRACKET.sub("", found.statement.text)]
    clauses = [c for part in parts for c in _CLAUSE_ENDS.split(part) if whole.search(c)]
    named = found.figure.indicator if found.figure and clause_of(found) in clauses else ""
    return " ".join([*(clauses or [clause_of(found)]), named, *names])


def _told_of(side: Side) -> str:
    """What a result is called, else its clause: the 竣工 of "已开工6所,已竣工7所"."""
    found = side.reading.best
    return found.figure.name if found.figure else clause_of(found)


def _halfway(draft: Draft, query: Query, result: Quantity, target: Quantity) -> list[str]:
    """Say what share of the target is done, where the question asks whether it is half."""
    if not figure_cues.HALFWAY.search(query.text) or not amount(target):
        return []
    share = f"{plain(rounded(100 * amount(result) / amount(target), 1))}%"
    draft.computed.append(share)
    half = 2 * amount(result) >= amount(target)
    return [f"完成目标的{share},{'已' if half else '未'}过半。"]
