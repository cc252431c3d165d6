"""What the header of a column tells of its cells: what they count, in which unit, when and how."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from assistant.language.columns import SERIAL, role_of
from assistant.language.period_mentions import find_in_header, find_periods
from assistant.language.periods import year_of
from assistant.language.quantities import Quantity, find_quantities
from assistant.language.units import unit_family
from assistant.schema import Chunk, Kind, Measure, Profile, Row

UNIT_HEADER = re.compile(r"(?:计量)?单\s*位")
_NUMBER_HEADER = re.compile(rf"{SERIAL}|序|排序|代码")
# 亿元人民币 is 亿元, said beside sums in other money.
_RENMINBI = re.compile(r"(?<=元)人民币$|^人民币[,，]?(?=[百千万亿]*元$)")
_BRACKET = re.compile(r"[（(]\s*([^（()）]{1,12}?)\s*[)）]")
_RATE_AT_END = re.compile(r"[%％‰]$")
_NOTE = re.compile(r"[〔［\[(（][^〕］\])）]{0,12}[〕］\])）]")
_GROWTH = re.compile(r"增长|增速|增幅|同比|比上年|较上年|±|\+-|增减|升降")
_BARE_GROWTH = re.compile(
    r"(?:[比较](?:上年|去年|上年同期)|同比)?(?:实际|名义)?(?:增长|增速|增幅|增减|升降)?[率±]?"
)
_OF_PLAN = (
    r"占(?:全年|年度|年初)?(?:计划|目标|任务|预算)"
    r"|完成(?:全年|年度|年初|调整)*(?:计划|目标|任务|预算)数?的?(?:比例|比)?[(（]?[%％]"
)
_SHARE = re.compile(
    rf"占比|比重|构成(?!情况)|占[^）)]{{0,8}}[%％]|完成(?:率|比例|进度)|进度|{_OF_PLAN}"
)
_RANK = re.compile(r"排名|位次|名次")
TARGET_HEADER = re.compile(r"目标|计划|预期|任务|预算数?$")
_ESTIMATE = re.compile(r"预计|预估|快报")
_ACTUAL = re.compile(
    rf"{_OF_PLAN}|完成|实际|实绩|累计|执行|达到|推进|进展|(?<!计划)(?<!目标)(?<!序时)进度(?!安排|计划|要求)"
)
# What a project is as a whole, in whatever year.
_WHOLE_PROJECT = re.compile(r"总投资|投资总额|概算|总规模|总面积|建筑面积|用地面积")
_DONE_SHARE = re.compile(rf"完成(?:率|进度|比例)|进度|{_OF_PLAN}")
_RATE_OF_PLAN = re.compile(rf"完成(?:率|比例)|{_OF_PLAN}")
_SO_FAR = re.compile(r"^(?!.*(?:目标|计划|任务|预计|去年|上年|时[间限])).*(?:完成|实际|到位)")
_BASE_OF_PLAN = re.compile(r"基期|现状|基数")
# "年均增长或累计": what a plan for years wants over all of these; nothing of it is told.
_OVER_YEARS = re.compile(r"(?!.*(?:完成|实际|达到)).*(?:年均|累计)")
_AVERAGE = re.compile(r"年均|(?<![上去])年平均")
# What is left of a header without these names what is counted: "2025年计划投资(万元)" → 投资.
HEADER_FRAME = re.compile(
    r"控制(?=目标|数|$)|年初(?=预算)|(?<=年初)预算数?|决算数?|目标|计划|预期|预计|任务|重点工作|工作|推进|进展|进度|落实|办理|实施|截至|季度|上半年|[一二三四前]+季度|完成|实际|实绩|累计|执行|达到|情况|指标|绝对[值数额量]|总量|数值|现状|基期|年度|全年|本年|本期"
    r"|(?<!产)[值量]|[年月日数额\d\-—~至/]"  # 产量 and 产值 are what is counted
)


@dataclass(frozen=True, slots=True)
class Column:
    """What a column's header tells of its cells.

    ``counted`` is what its rows have of it (投资), ``suffix`` what marks its figures as no plain
    statement of the indicator (计划完成率, 年均).
    """

    period: str
    kind: Kind
    unit: str
    name: str
    measure: Measure | None
    counted: str = ""
    suffix: str = ""


def is_bare_growth(header: str) -> bool:
    """Whether a header says that something grew, and not what."""
    name = split_unit(re.sub(r"\s+", "", header))[0]
    return _BARE_GROWTH.fullmatch(_RATE_AT_END.sub("", name)) is not None


def tells_amount(header: str, quantity: Quantity, row: Row) -> bool:
    """Whether a column of progress has what was reached, and not its share of the plan.

    "9月末进度 | 251.6亿元" is an amount, and beside a 完成率 of its own "98.9%" is the rate itself.
    """
    if quantity.unit and unit_family(quantity.unit) not in ("%", "‰", "百分点"):
        return True
    rates = [other for other in row.cells if _RATE_OF_PLAN.search(other)]
    return bool(rates) and header not in rates


def is_before_goals(header: str, column: Column, row: Row) -> bool:
    """Whether a year stands beside a later one's goals: "2022年 | 2025年目标" has told 2022."""
    if (
        column.kind != "target"
        or TARGET_HEADER.search(header)
        or not re.fullmatch(r"\d{4}", column.period)
    ):
        return False
    goals = [
        year_of(mention.period)
        for other in row.cells
        if TARGET_HEADER.search(other)
        for mention in find_periods(other)
    ]
    return any(goal > column.period for goal in goals if goal)


def is_beside_goal(header: str, column: Column, row: Row) -> bool:
    """Whether another column is the goal of the same: "失业率控制目标 | 失业率" tells the rate."""
    if column.kind != "target" or TARGET_HEADER.search(header):
        return False
    return any(
        TARGET_HEADER.search(other) and _counted(other) == _counted(header) for other in row.cells
    )


def _counted(header: str) -> str:
    """What is counted by a header, without unit and frame."""
    return HEADER_FRAME.sub("", split_unit(re.sub(r"\s+", "", header))[0])


def is_frame(header: str) -> bool:
    """Whether a column holds serial numbers or units."""
    name = header.strip()
    return bool(_NUMBER_HEADER.fullmatch(name) or UNIT_HEADER.fullmatch(name))


def split_unit(text: str) -> tuple[str, str]:
    """Name and unit of "地区生产总值（亿元）".

    >>> split_unit("实际使用外资(亿元人民币)")
    ('实际使用外资', '亿元')
    >>> split_unit("每千人执业(助理)医师数(人)")
    ('每千人执业(助理)医师数', '人')
    """
    for match in _BRACKET.finditer(text):
        if unit := _unit_alone(match.group(1)):
            return (text[: match.start()] + text[match.end() :]).strip(), unit
    return text, ""


def _unit_alone(words: str) -> str:
    """The unit that the words in brackets are, empty where they are something else."""
    if re.search(r"\d", words):
        return ""
    unit = _RENMINBI.sub("", words)
    found = find_quantities(f"1{unit}")
    return found[0].unit if len(found) == 1 and found[0].unit == unit.replace("％", "%") else ""


_AHEAD = re.compile(r"目标|计划|任务|预期|预计")


def read_header(header: str, chunk: Chunk, profile: Profile) -> Column:
    """Read a header; what it leaves open is as the passage and the document have it."""
    compact = re.sub(r"[\s_]+", "", header)
    named = [
        m.period
        for m in find_in_header(compact, year_of(chunk.period))
        if compact[m.start - 1 : m.start] not in ("比", "较") and year_of(m.period)
    ]
    name, unit = split_unit(compact)
    if not unit and (rate := _RATE_AT_END.search(name)):
        name, unit = name[: rate.start()], rate.group().replace("％", "%")
    period = named[-1] if named else chunk.period
    in_progress = chunk.period and chunk.period == profile.periods.get("progress")
    measure = _column_measure(compact)
    if measure == "share" and unit and unit_family(unit) not in ("%", "‰", "百分点"):
        # "新增就业进度(人)" counts people; "新增就业(人) 完成率" has its unit for its amounts.
        measure, unit = ("share", "") if _RATE_OF_PLAN.search(name) else (None, unit)
    done = _DONE_SHARE.search(compact) is not None and measure == "share"
    grown = measure == "growth" and not _AHEAD.search(compact)
    so_far = role_of(header) == "progress" or _SO_FAR.search(compact) is not None
    if not named and in_progress and not (so_far or done or grown):
        # Of a progress table only what came of it, its share and its growth have its date.
        period = year_of(period) or period
    # "新增就业 完成率" below a header of two levels is that of 新增就业.
    of = header.rpartition(" ")[0] if done else "" if measure else name
    counted = HEADER_FRAME.sub("", split_unit(of)[0])
    kind = _kind(compact, period, profile)
    suffix = "计划完成率" if done else "(年均)" if _AVERAGE.search(compact) else ""
    return Column(period, kind, unit, name, measure, counted if len(counted) > 1 else "", suffix)


def as_amount(column: Column) -> Column:
    """The column of a cell that has what was reached, where the header may be that of a share."""
    counted = HEADER_FRAME.sub("", column.name)
    return replace(column, measure=None, suffix="", counted=counted if len(counted) > 1 else "")


def summed_up(column: Column, *, is_change: bool) -> Column:
    """The column of a cell that is a sum over the five years up to the column's own."""
    period = column.period
    if re.fullmatch(r"\d{4}", period):
        period = f"{int(period) - 4}/{period}"
    return replace(column, period=period, measure="change" if is_change else None, suffix="")


def _kind(header: str, period: str, profile: Profile) -> Kind:
    header = _NOTE.sub("", header)
    if _ESTIMATE.search(header):
        return "estimate"
    if "/" in period and period == profile.periods.get("planned") and _OVER_YEARS.match(header):
        return "target"
    if _ACTUAL.search(header) or _WHOLE_PROJECT.search(header) or _BASE_OF_PLAN.search(header):
        return "actual"
    planned, reported = profile.periods.get("planned"), profile.periods.get("reported")
    ahead = bool(period) and period == planned and period != reported
    if planned and "/" in planned and re.fullmatch(r"\d{4}", period):
        # The years of a plan are ahead, the one before them is where it starts.
        ahead = planned[:4] <= period
    return "target" if ahead or TARGET_HEADER.search(header) else "actual"


def _column_measure(header: str) -> Measure | None:
    if _RANK.search(header):
        return "rank"
    if _GROWTH.search(header):
        return "growth"
    return "share" if _SHARE.search(header) else None
