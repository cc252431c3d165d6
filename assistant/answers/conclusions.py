"""What sides come to: who is higher, by how much, whether a plan was reached, or why none of it.

Values are set against each other only where they may be: same measure, same unit family.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from assistant.answers.extents import (
    asks_apart,
    counts_since_ever,
    extent,
    runs_on,
    sums_years,
)
from assistant.answers.gaps import (
    amount,
    difference_text,
    plain,
    rounded,
    signed,
    sum_text,
    times_text,
)
from assistant.answers.goals import judge_goal
from assistant.answers.sides import Side, clause_of, figure_of, quantity_of
from assistant.answers.steps import are_at_other_stages
from assistant.answers.writing import figures_told
from assistant.evidence.draft import Draft, describe
from assistant.language.limits import bound_of
from assistant.language.periods import covers, year_of
from assistant.language.periods import label as period_label
from assistant.language.quantities import Quantity, base, comparable
from assistant.question import comparison_cues, statement_cues
from assistant.question.corpus import became
from assistant.question.names import thing
from assistant.schema import PLAN_KINDS, Query
from assistant.text import pairs_of, share_of

_BUSINESSES = {"家", "户"}  # either counts 经营主体: "2万家", "31261户"
_OF_THEIR_OWN = {"户", "人", "张", "件", "场"}  # no other counting word stands for these
ALIKE = 0.5  # shared pairs of characters from which two names may mean one thing
MISSING = "文档未提供"
SAME = "各方数值相同。"
# Among whom something has its rank: "全省第二".
_LISTS = re.compile(r"全[国省市县区州盟旗球]|[一-鿿](?:省|市|县)级?(?=[第前首榜])")
# What a name may end in without saying of what kind: 持证公司 and 持证企业 are alike by 持证.
_HEADS = re.compile(r"(?:项目|企业|公司|单位|工程|机构|平台|数量|总数|个数|数)+$")


def conclude(
    draft: Draft, query: Query, sides: Sequence[Side], *, say_missing: bool = True
) -> list[str]:
    """Say who is higher, by how much, or why the values cannot be set against each other."""
    present = [s for s in sides if s.reading.answered]
    missing = [s for s in sides if not s.reading.answered]
    lines = []
    draft.named += [period_label(p) for s in missing for p in s.query.periods]
    if missing and say_missing:
        names = "、".join(dict.fromkeys(_side_name(s) for s in missing))
        lines.append(f"{names}:{MISSING}。")
    if len(present) < 2:
        return lines
    shared = _shared_figures(present)
    groups = shared or ({} if _things_differ(present) else {"": _nearest_figures(present)})
    for name, valued in groups.items():
        lines += _conclude_group(draft, query, name if len(groups) > 1 else "", valued)
    if not shared and _things_differ(present):
        lines.append("各方所指的事项或口径不同,不宜直接比较。")
    return lines


def _conclude_group(
    draft: Draft, query: Query, name: str, valued: Sequence[tuple[Side, Quantity]]
) -> list[str]:
    if len(valued) < 2:
        return []
    first = valued[0][1]
    if not all(_set_side_by_side(first, q) for _, q in valued[1:]):
        return ["各方单位或口径不同,不能直接比较。"]
    if are_at_other_stages([_called(s) for s, _ in valued]):
        return ["各方所指的阶段不同(开工、竣工),不宜直接比较。"]
    if _mixes_added_and_held(query, valued):
        return ["有的是当年新增的数,有的是总数,不宜直接比较。"]
    if first.is_rank:
        return [_ranked(valued)]
    differences = _differences(valued)
    apart = {"期间长短", "指标口径"} & set(differences)
    if apart and "difference" not in query.asks:
        return [f"{'、'.join(differences)}不同,不宜直接比较。"]
    lines = [f"{name}:{line}" if name else line for line in _compared(draft, query, valued)]
    return [*lines, f"注意:{'、'.join(differences)}不同,只能参考。"] if differences else lines


def _set_side_by_side(one: Quantity, other: Quantity) -> bool:
    """True for two values of one unit; a rank ("全省首位") is set beside ranks alone."""
    units = {base(one)[1], base(other)[1]}
    alike = comparable(one.unit, other.unit) or units == _BUSINESSES
    if len(units) > 1 and units & _OF_THEIR_OWN and units != _BUSINESSES:
        return False  # 20个小区 are no 2763户
    return one.is_rank == other.is_rank and alike


def _ranked(valued: Sequence[tuple[Side, Quantity]]) -> str:
    """Say who stands before whom, the first before the second; nothing of what is no one list.

    A place in the province is none in the city, and one that is aimed at is none that is held.
    """
    lists = {tuple(_LISTS.findall(clause_of(s.reading.best))) for s, _ in valued}
    planned = {s.reading.best.kind in PLAN_KINDS for s, _ in valued}
    if len(lists) > 1 or len(planned) > 1 or len({s.name for s, _ in valued}) < len(valued):
        return "各方所指的名次不同,不宜直接比较。"
    ordered = sorted(valued, key=lambda pair: amount(pair[1]))
    if amount(ordered[0][1]) == amount(ordered[-1][1]):
        return "各方名次相同。"
    return f"名次从前到后:{'、'.join(f'{s.name}({q.text})' for s, q in ordered)}。"


def _shared_figures(sides: Sequence[Side]) -> dict[str, list[tuple[Side, Quantity]]]:
    """Return, for every thing that all sides give a figure of, the side and its figure."""
    told = clause_of(sides[0].reading.best)
    given = [_figures(side, told) for side in sides]
    names = [name for name in given[0] if all(name in other for other in given[1:])]
    measured = {n: [(s, g[n]) for s, g in zip(sides, given, strict=True)] for n in names}
    units = sides[0].query.units
    counted = {
        n: pairs
        for n, pairs in measured.items()
        if any(comparable(q.unit, unit) for _, q in pairs for unit in units)
    }
    measured = counted or measured
    best = {thing(f.indicator) for s in sides if (f := s.reading.best.figure) is not None}
    if best and not any(name in best for name, _ in measured):
        return {}  # what only stands beside what is asked for
    asked = sides[0].query.measures
    if asked and len(names) > 1:
        kept = {n: pairs for n, pairs in measured.items() if n[1] in asked}
        measured = kept or measured
    return {name: pairs for (name, _), pairs in measured.items()}


def _nearest_figures(sides: Sequence[Side]) -> list[tuple[Side, Quantity]]:
    """Return one figure a side where none is named alike: the others' in the first's unit."""
    valued = [(s, q) for s in sides if (q := s.figure) is not None]
    if not valued:
        return []
    (first, figure), *others = valued
    told = clause_of(first.reading.best)
    found = [(first, figure)]
    for side, quantity in others:
        usable = [f for f in side.reading.findings if not is_stock_beside_flow(told, clause_of(f))]
        if not usable:
            return []
        if usable[0] is not side.reading.best:
            quantity = figure_of(side.query, usable[0]) or quantity
        alike = [q for q in _figures(side).values() if q.unit == figure.unit]
        fits = comparable(quantity.unit, figure.unit) or not alike
        found.append((side, quantity if fits else alike[0]))
    return found


def is_stock_beside_flow(one: str, other: str) -> bool:
    """True for "总数突破80家" beside "新增36家": what was added is not how many there are."""
    added = [bool(statement_cues.FLOW.search(text)) for text in (one, other)]
    held = [bool(statement_cues.STOCK.search(text)) for text in (one, other)]
    return (added[0] and not added[1] and held[1]) or (added[1] and not added[0] and held[0])


def _figures(side: Side, told: str = "") -> dict[tuple[str, str], Quantity]:
    """Return the figures that a side quotes, by what they count and how it is measured.

    ``told`` is the clause that they are set against.
    """
    found: dict[tuple[str, str], Quantity] = {}
    for finding in side.reading.findings[:2]:
        text = finding.statement.document.text
        for figure in figures_told(finding) or finding.statement.figures:
            if not any(s <= figure.figure[0] and figure.figure[1] <= e for s, e in finding.spans):
                continue
            if is_stock_beside_flow(told, text[figure.start : figure.end]):
                continue
            if (figure.kind in PLAN_KINDS) != (finding.kind in PLAN_KINDS):
                continue  # "增长4.6%,低于年初计划7.5%的目标" tells both
            quantity = quantity_of(text, figure)
            if quantity is not None and not quantity.is_rank:
                found.setdefault((thing(figure.indicator), figure.measure), quantity)
    return found


def _things_differ(sides: Sequence[Side]) -> bool:
    """True if the sides name different things; a bare value ("新增15家") names none."""
    names = [thing(f.indicator) for s in sides if (f := s.reading.best.figure) is not None]
    return any(not _alike(names[0], name) for name in names[1:])


def _alike(one: str, other: str) -> bool:
    """True if two names share most of the shorter one's characters in order of pairs.

    Where they share half of them, that is not what they only begin with: 分类亭 are no 分类小区.
    """
    short, long = sorted((_HEADS.sub("", one), _HEADS.sub("", other)), key=len)
    if not short:
        return one == other
    shared = share_of(pairs_of(short) or [short], long)
    return shared >= ALIKE and (shared > 0.5 or short[-2:] in long or long[-2:] in short)


def _mixes_added_and_held(query: Query, valued: Sequence[tuple[Side, Quantity]]) -> bool:
    """True where how many there are is asked for and some sides tell only what was added."""
    if statement_cues.FLOW.search(query.text):
        return False
    if any(s.reading.best.kind in PLAN_KINDS for s, _ in valued):
        return False  # a plan to train 3000人 is one to train so many more
    figures = [s.reading.best.figure for s, _ in valued]
    added = [f is not None and statement_cues.FLOW.search(f.name) is not None for f in figures]
    return any(added) and not all(added)


def _called(side: Side) -> str:
    """What the figure of a side is called, "" where it has none."""
    figure = side.reading.best.figure
    return figure.name if figure is not None else ""


def _told_name(side: Side) -> str:
    found = side.reading.best
    return describe(side.name, found.period, found.kind)


def _side_name(side: Side) -> str:
    kind = side.query.kinds[0] if len(side.query.kinds) == 1 else ""
    period = side.query.periods[0] if side.query.periods else ""
    return describe(side.name, period, kind)


def _differences(valued: Sequence[tuple[Side, Quantity]]) -> list[str]:
    found = [s.reading.best for s, _ in valued]
    differences = []
    if len({extent(f.period) for f in found}) > 1 and len({s.name for s, _ in valued}) > 1:
        differences.append("期间长短")
    elif len({f.period for f in found}) > 1 and len({s.name for s, _ in valued}) > 1:
        differences.append("期间")
    kinds = {"target" if f.kind in PLAN_KINDS else "actual" for f in found}
    if len(kinds) > 1 and len({s.name for s, _ in valued}) > 1:
        differences.append("性质(目标与完成数)")
    names = {thing(f.figure.indicator) for f in found if f.figure}
    summed = {counts_since_ever(f) for f in found}
    if (len(names) > 1 or len(summed) > 1) and len({s.name for s, _ in valued}) > 1:
        differences.append("指标口径")
    return differences


def _compared(draft: Draft, query: Query, valued: Sequence[tuple[Side, Quantity]]) -> list[str]:
    if comparison_cues.TIMES_ASKED.search(query.text):
        return _times(draft, query, valued)
    ranked = sorted(valued, key=lambda pair: amount(pair[1]), reverse=True)
    (top, high), (bottom, low) = ranked[0], ranked[-1]
    if counted := _summed(draft, query, ranked):
        return [counted]
    if top.name == bottom.name:
        return _of_one_place(draft, query, ranked)
    if amount(high) == amount(low):
        return [SAME]
    difference = difference_text(high, low)
    draft.computed.append(difference)
    dated = {year_of(s.reading.best.period) for s, _ in ranked}
    if len(ranked) == len(dated) == 2 and became(top.name, bottom.name):
        return [_which_way(draft, ranked[0], ranked[1])]
    names = [s.name for s, _ in ranked]
    if len(set(names)) < len(names):
        names = [f"{s.name}{period_label(s.reading.best.period)}" for s, _ in ranked]
    order = " > ".join(f"{name}({signed(q)})" for name, (_, q) in zip(names, ranked, strict=True))
    # A plan's bound is the plan: "增长7%以上" is set against "增长10%" as it stands.
    planned = all(s.reading.best.kind in PLAN_KINDS for s, _ in ranked)
    rounded = bool(high.qualifier or low.qualifier) and not planned
    gap_text = f"{'约' if rounded else ''}{difference}"
    if len(ranked) > 2:
        line = f"数值从高到低:{order},最高与最低相差{gap_text}。"
    elif amount(high) < 0 and comparison_cues.ASKS_FALL.search(query.text):
        line = f"{bottom.name}({signed(low)})降幅大于{top.name}({signed(high)}),相差{gap_text}。"
    else:
        line = f"{top.name}({signed(high)})高于{bottom.name}({signed(low)}),相差{gap_text}。"
    certain = planned or all(_is_order_certain(a[1], b[1]) for a, b in pairwise(ranked))
    return [line] if certain else [line, "注意:其中有约数,实际高低可能不同。"]


def _summed(draft: Draft, query: Query, ranked: Sequence[tuple[Side, Quantity]]) -> str:
    """Say what sides add up to, or what is left of a whole without its part; else empty."""
    summed = comparison_cues.SUMMED.search(query.text) is not None
    if not _holds_other(ranked):
        whole = sum_text([q for _, q in ranked]) if summed else ""
        draft.computed += [whole] if whole else []
        return f"以上合计:{whole}。" if whole else ""
    (_, whole_value), (_, part) = ranked
    if comparison_cues.TAKEN_OFF.search(query.text):
        rest = difference_text(whole_value, part)
        draft.computed.append(rest)
        return f"{signed(whole_value)}减去{signed(part)}为{rest}。"
    return "其中一个数的期间包含另一个,不能相加。" if summed else ""


def _holds_other(valued: Sequence[tuple[Side, Quantity]]) -> bool:
    """True for two amounts of one place of which one is a part of the other: 1-5月, and its 5月."""
    if len(valued) != 2 or valued[0][0].name != valued[1][0].name:
        return False
    one, other = (side.reading.best.period for side, _ in valued)
    return one != other and bool(one and other) and (covers(one, other) or covers(other, one))


def _which_way(draft: Draft, top: tuple[Side, Quantity], low: tuple[Side, Quantity]) -> str:
    """Say what becomes of a value from one time to the next: of 某新区, 某区; a result, a plan."""
    before, later = sorted((top, low), key=lambda pair: year_of(pair[0].reading.best.period))
    told = [f"{_told_name(side)}({signed(value)})" for side, value in (later, before)]
    change = f"{'增加' if later is top else '减少'}{difference_text(top[1], low[1])}"
    draft.computed.append(change)
    return f"{told[0]}比{told[1]}{change}。"


def _of_one_place(draft: Draft, query: Query, ranked: Sequence[tuple[Side, Quantity]]) -> list[str]:
    """Of one place: plan and result, two documents, or two times."""
    (top, high), (bottom, low) = ranked[0], ranked[-1]
    years = {year_of(f.period) for s in (top, bottom) if (f := s.reading.best).period}
    judged = {top.query.kinds, bottom.query.kinds} == {("target",), ("actual",)}
    if len(years) < 2 and judged:
        return judge_goal(draft, query, ranked[0], ranked[-1])
    judged = len({s.reading.best.kind in PLAN_KINDS for s in (top, bottom)}) == 2
    if judged and any(sums_years(side) for side, _ in ranked):
        return ["目标是几年合计或年均的数,与其中一年的结果不宜直接比较。"]
    if amount(high) == amount(low):
        return [SAME]
    difference = difference_text(high, low)
    if judged and len(years) == 2 and comparison_cues.CHANGE_ASKED.search(query.text):
        return [_which_way(draft, (top, high), (bottom, low))]
    if judged:
        draft.computed.append(difference)
        return [
            f"{_told_name(top)}({signed(high)})比{_told_name(bottom)}({signed(low)})高{difference}。"
        ]
    if runs_on([s.reading.best for s, _ in ranked]):
        # What is counted from the same January is more by what the months between brought.
        later = max((top, bottom), key=lambda s: s.reading.best.period)
        change = f"{'增加' if later is top else '减少'}{difference}"
        draft.computed.append(change)
        return [f"后一次的累计数比前一次{change}。"]
    other_extents = len({extent(s.reading.best.period) for s, _ in ranked}) > 1
    if other_extents and not asks_apart(query, ranked):
        return ["期间长短不同,不宜直接比较。"]
    draft.computed.append(difference)
    if other_extents:
        times = [period_label(s.reading.best.period) for s in (top, bottom)]
        told = f"{times[0]}({signed(high)})比{times[1]}({signed(low)})高{difference}"
        return [f"{told}(期间长短不同,只能参考)。"]
    if top.query.document_kinds != bottom.query.document_kinds:
        expected = any(s.reading.best.kind == "estimate" for s in (top, bottom))
        return [
            f"不同文件给出的数字不一致,相差{difference}{'(其中有预计数)' if expected else ''}。"
        ]
    later = max((top, bottom), key=lambda s: s.reading.best.period)
    word = "增加" if later is top else "减少"
    draft.computed[-1] = f"{word}{difference}"
    return [f"{period_label(later.reading.best.period)}比之前{word}{difference}。"]


def _times(draft: Draft, query: Query, valued: Sequence[tuple[Side, Quantity]]) -> list[str]:
    """Say how many times the second side's value the first one is; of many, the most and least."""
    one, other = valued[0], valued[-1]
    if len(valued) > 2 or not comparison_cues.IS_TIMES.search(query.text):
        ranked = sorted(valued, key=lambda pair: amount(pair[1]), reverse=True)
        one, other = ranked[0], ranked[-1]
    if comparison_cues.TIMES_OF_PLAN.search(query.text) and one[0].reading.best.kind in PLAN_KINDS:
        one, other = other, one
    times = times_text(one[1], other[1])
    if not times:
        return ["这两个数不宜算倍数。"]
    draft.computed.append(times)
    names = [_named(side, valued) for side, _ in (one, other)]
    line = f"{names[0]}({signed(one[1])})是{names[1]}({signed(other[1])})的{times}"
    more = amount(one[1]) / amount(other[1]) - 1
    if comparison_cues.TIMES_MORE.search(query.text) and more > 0:
        beyond = f"{plain(rounded(more, 2))}倍"
        draft.computed.append(beyond)
        line += f",多{'约' if times.startswith('约') else ''}{beyond}"
    return [f"{line}。"]


def _named(side: Side, valued: Sequence[tuple[Side, Quantity]]) -> str:
    """The place of a side, with its time where the sides are of different times."""
    when = period_label(side.reading.best.period)
    dated = len({s.reading.best.period for s, _ in valued}) > 1
    planned = {s.reading.best.kind in PLAN_KINDS for s, _ in valued}
    kind = "目标" if len(planned) > 1 and side.reading.best.kind in PLAN_KINDS else ""
    return f"{side.name}{when if dated else ''}{kind}"


def _is_order_certain(high: Quantity, low: Quantity) -> bool:
    """False where a value is a bound on the wrong side: "突破700亿元" may be more than 710亿元."""
    return bound_of(low.qualifier) != "more" and bound_of(high.qualifier) not in ("most", "near")
