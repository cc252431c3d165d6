"""Figures that are whole cells of a table: the row names what is counted, the column when and how.

"地区生产总值 | 1803 | 4.2" under "指标 | 2023年 | 比上年增长(%)". Where rows are districts,
the columns name what is counted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from assistant.language.columns import cells_of, is_sort, role_of, subject_cell
from assistant.language.periods import find_in_header, find_periods, year_of
from assistant.language.quantities import Quantity, find_quantities
from assistant.language.unit_notes import unit_of_column, units_of_note
from assistant.language.units import unit_family
from assistant.lexicon.districts import load_gazetteer
from assistant.lexicon.indicators import IndicatorLexicon
from assistant.schema import Cell, Chunk, Indicator, Kind, Measure, Profile, Row
from ingest.figures.figures import canonical_name
from ingest.outline.script import BLANK, simplify, without_footnotes

_UNIT_HEADER = re.compile(r"(?:计量)?单\s*位")
_NUMBER_HEADER = re.compile(
    r"(?:任务|事项|工作|指标|项目|工程)?(?:序号|编号)|项次|序|排序|代码|No\.?", re.IGNORECASE
)
_BRACKET = re.compile(r"[（(]\s*([^（()）]{1,12}?)\s*[)）]")
_RATE_AT_END = re.compile(r"[%％‰]$")
_NOTE = re.compile(r"[〔［\[(（][^〕］\])）]{0,12}[〕］\])）]")
_GROWTH = re.compile(r"增长|增速|增幅|同比|比上年|较上年|±|\+-|增减|升降")
_BARE_GROWTH = re.compile(
    r"(?:[比较](?:上年|去年|上年同期)|同比)?(?:实际|名义)?(?:增长|增速|增幅|增减|升降)?[率±]?"
)
_OF_PLAN = r"占(?:全年|年度|年初)?(?:计划|目标|任务|预算)"
_SHARE = re.compile(rf"占比|比重|构成(?!情况)|占[^）)]{{0,8}}[%％]|完成率|完成进度|进度|{_OF_PLAN}")
_RANK = re.compile(r"排名|位次|名次")
_TARGET = re.compile(r"目标|计划|预期|任务|预算数?$")
_ESTIMATE = re.compile(r"预计|预估|快报")
_ACTUAL = re.compile(
    rf"{_OF_PLAN}|完成|实际|实绩|累计|执行|达到|推进|进展|(?<!计划)(?<!目标)(?<!序时)进度(?!安排|计划|要求)"
)
_YEAR_LIKE = re.compile(r"(?:19|20)\d{2}")
_TIME_HEADER = re.compile(r"年份|年限|年度$|时间|日期|起止|时限|期限|届")
# What a project is as a whole, in whatever year.
_WHOLE_PROJECT = re.compile(r"总投资|投资总额|概算|总规模|总面积|建筑面积|用地面积")
_DONE_SHARE = re.compile(rf"完成(?:率|进度|比例)|进度|{_OF_PLAN}")
_RATE_OF_PLAN = re.compile(rf"完成(?:率|比例)|{_OF_PLAN}")
_SO_FAR = re.compile(r"^(?!.*(?:目标|计划|任务|预计|去年|上年|时[间限])).*(?:完成|实际|到位)")
_BASE_OF_PLAN = re.compile(r"基期|现状|基数")
_AVERAGE = re.compile(r"年均|(?<![上去])年平均")
# "〔16〕" in the column of a plan's last year: the sum of its five years.
_SUM_OF_YEARS = re.compile(r"[〔［\[]\s*(.{1,20}?)\s*[〕］\]]")
_RATIO_NAME = re.compile(r"增长|增速|增幅")
# What stands before the name of a row: 其中, numbering, marks.
_ITEM = re.compile(
    r"(?:其中\s*[:：]?|[#＃*＊]+|[一二三四五六七八九十]+[、.．]|[（(][一二三四五六七八九十\d]+[)）]|\d+[、.．]|[①-⑳])\s*"
)
_NUMERIC = re.compile(r"[-−－+]?\s*[\d０-９][\d０-９,，.．\s]{0,20}[%％‰]?[^\d]{0,8}")
_BOUNDED = re.compile(r"(\d[\d,.]*)\s*((?:及|和)?以上|以下|以内|之内|左右|上下)")
_NAME_HEADER = re.compile(r"名称|指标|地区|区域")
_TOTAL = re.compile(r"[合总小]\s*计(?:[(（][^()（）]{1,12}[)）])?")
_BARE_MONEY = re.compile(r"(?:总|合同|协议)?(?:投资|金额)额?")
_OUTSIDE = re.compile(r"全市|全省|全国|市本级|平均")
# "全市增速" beside a county's own; of "全市排名" and "占全市比重" the figure is the county's.
_OF_ALL = re.compile(r"^(?:全[市省国]|[市省])(?:平均)?(?:增长|增速|增幅|同比|总量|水平|平均|均值)")
# What is left of a header without these names what is counted: "2025年计划投资(万元)" → 投资.
_HEADER_FRAME = re.compile(
    r"控制(?=目标|数|$)|年初(?=预算)|(?<=年初)预算数?|决算数?|目标|计划|预期|预计|任务|重点工作|工作|推进|进展|进度|落实|办理|实施|截至|季度|上半年|[一二三四前]+季度|完成|实际|实绩|累计|执行|达到|情况|指标|绝对[值数额量]|总量|数值|现状|基期|年度|全年|本年|本期"
    r"|(?<!产)[值量]|[年月日数额\d\-—~至/]"  # 产量 and 产值 are what is counted
)
_LONGEST_LABEL = 40


@dataclass(frozen=True, slots=True)
class _Column:
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


@dataclass(frozen=True, slots=True)
class _Label:
    """What a row's own cells tell of its figures; ``district`` where the row is one."""

    cell: Cell
    name: str
    unit: str
    district: str


def read_data_row(
    row: Row, chunk: Chunk, profile: Profile, lexicon: IndicatorLexicon, table_unit: str = ""
) -> Iterator[Indicator]:
    """Yield the figures that are whole cells of a row; a row without a name gives none.

    ``table_unit`` is what stands over the table ("单位：亿元", "个、亿元" for several columns), for
    cells that no header measures.
    """
    row = _simplified(row)
    cells = [
        (header, cell, quantity)
        for header, cell in row.cells.items()
        if _is_own(cell, row)
        and not _is_frame(header)
        and not (_OF_ALL.search(header) and not profile.district.endswith(("市", "省")))
        and (quantity := _number(cell.text, of_time=bool(_TIME_HEADER.search(header))))
    ]
    label = _label(row) if cells else None
    if label is None or (_OUTSIDE.fullmatch(label.name) and profile.level not in ("市", "省")):
        return
    before = told = grown = ""
    for header, cell, quantity in cells:
        column = _read_header(header, chunk, profile)
        of_result = column.measure == "rank" and not _TARGET.search(header)
        if of_result or column.suffix == "计划完成率":
            dated = find_in_header(header, year_of(chunk.period))
            # "全市排名" and 完成率 behind "1-9月完成" are of these months.
            column = replace(
                column, kind="actual", period=column.period if dated else told or column.period
            )
        told = column.period if column.kind == "actual" else told
        if column.measure == "share" and _tells_amount(header, quantity, row):
            column = replace(column, measure=None, suffix="")
        if _is_before_goals(header, column, row) or _is_beside_goal(header, column, row):
            column = replace(column, kind="actual")
        if _SUM_OF_YEARS.fullmatch(cell.text.strip()):
            column = _summed(column)
        if column.measure == "growth" and not canonical_name(column.name, lexicon):
            # "GDP(亿元) | 增速(%)"
            column = replace(column, name=before or column.name)
        before = column.name
        if column.measure == "growth" and _is_bare_growth(header):
            # "产品 | 产量 | 增减%": of 粮食 it is the 产量 that grew.
            column = replace(column, counted=grown)
        grown = column.counted
        if _TOTAL.fullmatch(label.name) and not column.counted:
            continue
        indicator = _indicator(row, chunk, profile, lexicon, label, column, cell, quantity)
        yield _in_unit_over(indicator, unit_of_column(units_of_note(table_unit), header), lexicon)


def _is_bare_growth(header: str) -> bool:
    """Whether a header says that something grew, and not what."""
    name = _split_unit(re.sub(r"\s+", "", header))[0]
    return _BARE_GROWTH.fullmatch(_RATE_AT_END.sub("", name)) is not None


def _tells_amount(header: str, quantity: Quantity, row: Row) -> bool:
    """Whether a column of progress has what was reached, and not its share of the plan.

    "9月末进度 | 251.6亿元" is an amount, and beside a 完成率 of its own "98.9%" is the rate itself.
    """
    if quantity.unit and unit_family(quantity.unit) not in ("%", "‰", "百分点"):
        return True
    rates = [other for other in row.cells if _RATE_OF_PLAN.search(other)]
    return bool(rates) and header not in rates


def _is_before_goals(header: str, column: _Column, row: Row) -> bool:
    """Whether a year stands beside a later one's goals: "2022年 | 2025年目标" has told 2022."""
    if (
        column.kind != "target"
        or _TARGET.search(header)
        or not re.fullmatch(r"\d{4}", column.period)
    ):
        return False
    goals = [
        year_of(mention.period)
        for other in row.cells
        if _TARGET.search(other)
        for mention in find_periods(other)
    ]
    return any(goal > column.period for goal in goals if goal)


def _is_beside_goal(header: str, column: _Column, row: Row) -> bool:
    """Whether another column is the goal of the same: "失业率控制目标 | 失业率" tells the rate."""
    if column.kind != "target" or _TARGET.search(header):
        return False
    return any(_TARGET.search(other) and _counted(other) == _counted(header) for other in row.cells)


def _counted(header: str) -> str:
    """What is counted by a header, without unit and frame."""
    return _HEADER_FRAME.sub("", _split_unit(re.sub(r"\s+", "", header))[0])


def _simplified(row: Row) -> Row:
    """A row with traditional characters written simplified; its spans stay what they were."""
    return replace(
        row,
        cells={
            simplify(header): replace(cell, text=without_footnotes(simplify(cell.text)))
            for header, cell in row.cells.items()
        },
    )


def _indicator(
    row: Row,
    chunk: Chunk,
    profile: Profile,
    lexicon: IndicatorLexicon,
    label: _Label,
    column: _Column,
    cell: Cell,
    quantity: Quantity,
) -> Indicator:
    total = _TOTAL.fullmatch(label.name) is not None
    of = label.name
    if total:
        # 签约 of a total row is the district's 签约; its 投资 is not the district's investment.
        of = "合计" if _BARE_MONEY.fullmatch(column.counted) else ""
    counted = "" if of.endswith(column.counted) else column.counted
    name = column.name if label.district else of + counted
    known = canonical_name(name, lexicon)
    if known is None and label.district:
        # "城镇新增就业目标任务(人)" over rows of counties
        known = canonical_name(_HEADER_FRAME.sub("", name), lexicon)
    known = known or name
    measure = _measure(column, label, quantity, name)
    if measure == "share" and column.measure is None and _is_amount(known, lexicon):
        # "地区生产总值 | % | 6.5": an amount in per cent is its growth.
        measure = "growth"
    return Indicator(
        source=chunk.source,
        district=label.district or profile.district,
        period=column.period,
        indicator=known + column.suffix,
        name=name,
        measure=measure,
        value=quantity.value_text,
        unit=_unit(quantity, column, label, measure),
        kind=column.kind,
        start=row.start,
        end=row.end,
        figure=(cell.start + quantity.start, cell.start + quantity.end),
        direction=quantity.sign,
        qualifier=quantity.qualifier,
        row=chunk.row,
    )


def _is_amount(known: str, lexicon: IndicatorLexicon) -> bool:
    """Whether an indicator is given in money, tons or heads, and never in per cent."""
    families = {unit_family(unit) for unit in lexicon.units(known)}
    return bool(families) and not families & {"%", "‰", "百分点"}


def _in_unit_over(indicator: Indicator, unit: str, lexicon: IndicatorLexicon) -> Indicator:
    return replace(indicator, unit=unit) if _lacks_unit(indicator, unit, lexicon) else indicator


def _lacks_unit(indicator: Indicator, table_unit: str, lexicon: IndicatorLexicon) -> bool:
    """Whether the unit over the table is that of a cell: not of ranks, nor of people in 亿元."""
    if indicator.unit or not table_unit or indicator.measure != "level":
        return False
    units = lexicon.units(indicator.indicator)
    family = unit_family(table_unit)
    return not units or family in {unit_family(unit) for unit in units}


def _is_own(cell: Cell, row: Row) -> bool:
    return row.start <= cell.start < row.end


def _is_frame(header: str) -> bool:
    """Whether a column holds serial numbers or units."""
    name = header.strip()
    return bool(_NUMBER_HEADER.fullmatch(name) or _UNIT_HEADER.fullmatch(name))


def _number(text: str, *, of_time: bool = False) -> Quantity | None:
    """The figure that a cell is, if it is one and nothing else.

    "1975" below "2023年" is a figure, though it could be a year; below 年份 it is one.
    """
    stripped = text.strip()
    if _YEAR_LIKE.fullmatch(stripped) and not of_time:
        counted = find_quantities(f"{stripped}个", text.index(stripped))
        return replace(counted[0], end=counted[0].end - 1, text=stripped, unit="")
    if summed := _SUM_OF_YEARS.fullmatch(stripped):
        stripped = summed.group(1)
    if bounded := _BOUNDED.fullmatch(stripped):
        # "5.5左右" in a column of rates
        at = text.index(stripped)
        rate = find_quantities(f"{bounded[1]}%{bounded[2]}", at)
        if len(rate) != 1:
            return None
        return replace(rate[0], end=at + len(stripped), text=stripped, unit="")
    if not _NUMERIC.fullmatch(stripped):
        return None
    found = find_quantities(stripped)
    if len(found) != 1 or found[0].end - found[0].start < len(stripped) - 2:
        return None
    shift = text.index(stripped)
    return find_quantities(stripped, shift)[0]


def _label(row: Row) -> _Label | None:
    """The cell that names the row: its task where it is short, else the first with words in it."""
    others = [(h, c) for h, c in row.cells.items() if not _is_frame(h) and _names(c)]
    named = [c for h, c in others if _NAME_HEADER.search(h)]
    subject = subject_cell(row)
    sorted_by = any(c is subject and is_sort(h) for h, c in others)
    beside_target = not sorted_by and any(role_of(h) == "target" for h in row.cells)
    if subject is not None and _names(subject) and beside_target:
        # "分类 | 重点工作 | 年度目标": what is wanted is no name where something else is one.
        named.append(subject)
    named.extend(c for h, c in cells_of(row, "target") if _names(c))
    if subject is not None and _names(subject):
        named.append(subject)
    cell = next(
        (c for c in [*named, *(c for _, c in others)] if len(c.text.strip()) <= _LONGEST_LABEL),
        None,
    )
    if cell is None:
        return None
    text = cell.text.replace(BLANK, "").strip()
    item = _ITEM.match(text)
    name, unit = _split_unit(text[item.end() :] if item else text)
    units = [c.text.strip() for h, c in row.cells.items() if _UNIT_HEADER.fullmatch(h.strip())]
    return _Label(cell, name, unit or (units[0] if units else ""), _district(name))


def _names(cell: Cell) -> bool:
    text = cell.text.strip()
    return re.search(r"[\u4e00-\u9fff]{2}|[A-Za-z]{2}", text) is not None and _number(text) is None


def _district(name: str) -> str:
    """The district that a row is about, where rows are districts; else empty."""
    if not name.endswith(("区", "县", "市", "旗")):
        return ""
    mentions = load_gazetteer().find(name)
    return mentions[0].name if len(mentions) == 1 and mentions[0].text == name else ""


def _split_unit(text: str) -> tuple[str, str]:
    """Name and unit of "地区生产总值（亿元）"."""
    match = _BRACKET.search(text)
    if match is None or re.search(r"\d", match.group(1)):
        return text, ""
    unit = match.group(1)
    found = find_quantities(f"1{unit}")
    if len(found) != 1 or found[0].unit != unit.replace("％", "%"):
        return text, ""
    return (text[: match.start()] + text[match.end() :]).strip(), found[0].unit


_AHEAD = re.compile(r"目标|计划|任务|预期|预计")


def _read_header(header: str, chunk: Chunk, profile: Profile) -> _Column:
    compact = re.sub(r"[\s_]+", "", header)
    named = [
        m.period
        for m in find_in_header(compact, year_of(chunk.period))
        if compact[m.start - 1 : m.start] not in ("比", "较") and year_of(m.period)
    ]
    name, unit = _split_unit(compact)
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
    counted = "" if measure else _HEADER_FRAME.sub("", name)
    kind = _kind(compact, period, profile)
    suffix = "计划完成率" if done else "(年均)" if _AVERAGE.search(compact) else ""
    return _Column(period, kind, unit, name, measure, counted if len(counted) > 1 else "", suffix)


def _summed(column: _Column) -> _Column:
    """The column of a cell that is a sum over the five years up to the column's own."""
    period = column.period
    if re.fullmatch(r"\d{4}", period):
        period = f"{int(period) - 4}/{period}"
    return replace(column, period=period, measure="change", suffix="")


def _kind(header: str, period: str, profile: Profile) -> Kind:
    header = _NOTE.sub("", header)
    if _ESTIMATE.search(header):
        return "estimate"
    if _ACTUAL.search(header) or _WHOLE_PROJECT.search(header) or _BASE_OF_PLAN.search(header):
        return "actual"
    planned, reported = profile.periods.get("planned"), profile.periods.get("reported")
    ahead = bool(period) and period == planned and period != reported
    if planned and "/" in planned and re.fullmatch(r"\d{4}", period):
        # The years of a plan are ahead, the one before them is where it starts.
        ahead = planned[:4] <= period
    return "target" if ahead or _TARGET.search(header) else "actual"


def _column_measure(header: str) -> Measure | None:
    if _RANK.search(header):
        return "rank"
    if _GROWTH.search(header):
        return "growth"
    return "share" if _SHARE.search(header) else None


def _measure(column: _Column, label: _Label, quantity: Quantity, name: str) -> Measure:
    if column.measure:
        return column.measure
    if quantity.is_rank:
        return "rank"
    if _RATIO_NAME.search(name):
        return "growth"
    family = unit_family(quantity.unit or column.unit or label.unit)
    if family in ("%", "‰"):
        return "share"
    return "count" if family in ("个", "人", "户") else "level"


def _unit(quantity: Quantity, column: _Column, label: _Label, measure: Measure) -> str:
    """The unit of a cell: its own, its column's, its row's; a bare rate is in %."""
    unit = quantity.unit or column.unit
    if unit or measure == "rank":
        return unit
    if measure in ("growth", "share"):
        return "%"
    return label.unit
