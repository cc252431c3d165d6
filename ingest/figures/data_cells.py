"""Figures that are whole cells of a table: the row names what is counted, the column when and how.

"地区生产总值 | 1803 | 4.2" under "指标 | 2023年 | 比上年增长(%)". Where rows are districts,
the columns name what is counted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from assistant.language.period_mentions import find_in_header
from assistant.language.periods import year_of
from assistant.language.quantities import Quantity
from assistant.language.unit_notes import unit_of_column, units_of_note
from assistant.language.units import RATES, unit_family
from assistant.lexicon.indicators import IndicatorLexicon
from assistant.schema import Cell, Chunk, Indicator, Measure, Profile, Row
from ingest.figures.canonical_names import canonical_name
from ingest.figures.cell_numbers import cell_number, is_sum_of_years, tells_growth
from ingest.figures.column_headers import (
    HEADER_FRAME,
    TARGET_HEADER,
    Column,
    as_amount,
    is_bare_growth,
    is_before_goals,
    is_beside_goal,
    is_frame,
    read_header,
    summed_up,
    tells_amount,
)
from ingest.figures.row_labels import Label, read_label
from ingest.outline.script import simplify, without_footnotes

_TIME_HEADER = re.compile(r"年份|年限|年度$|时间|日期|起止|时限|期限|届")
_RATIO_NAME = re.compile(r"(?<!新)增长|增速|增幅")
# "单位GDP能耗降低(%)": what it falls by.
_FALLING = re.compile(r"(?:累计)?(?:降低|下降)(?:率|幅度)?$")
_TOTAL = re.compile(r"[合总小]\s*计(?:[(（][^()（）]{1,12}[)）])?")
_BARE_MONEY = re.compile(r"(?:总|合同|协议)?(?:投资|金额)额?")
_REMARK = re.compile(r"备\s*注|说\s*明")
_OUTSIDE = re.compile(r"全市|全省|全国|市本级|平均")
# "全市增速" beside a county's own; of "全市排名" and "占全市比重" the figure is the county's.
_OF_ALL = re.compile(r"^(?:全[市省国]|[市省])(?:平均)?(?:增长|增速|增幅|同比|总量|水平|平均|均值)")


def read_data_row(
    row: Row, chunk: Chunk, profile: Profile, lexicon: IndicatorLexicon, table_unit: str = ""
) -> Iterator[Indicator]:
    """Yield the figures that are whole cells of a row; a row without a name gives none.

    ``table_unit`` is what stands over the table ("单位：亿元", "个、亿元" for several columns), for
    cells that no header measures.
    """
    row = _simplified(row)
    of_plan = "/" in profile.periods.get("planned", "")
    cells = [
        (header, cell, quantity)
        for header, cell in row.cells.items()
        if row.owns(cell)
        and not is_frame(header)
        and not (_OF_ALL.search(header) and not profile.district.endswith(("市", "省")))
        and (quantity := _number_in(cell, header, of_plan=of_plan))
    ]
    label = read_label(row) if cells else None
    if label is None or (_OUTSIDE.fullmatch(label.name) and profile.level not in ("市", "省")):
        return
    before = told = grown = grew = ""
    for header, cell, quantity in cells:
        column = read_header(header, chunk, profile)
        of_result = column.measure == "rank" and not TARGET_HEADER.search(header)
        if of_result or column.suffix == "计划完成率":
            dated = find_in_header(header, year_of(chunk.period))
            # "全市排名" and 完成率 behind "1-9月完成" are of these months.
            column = replace(
                column, kind="actual", period=column.period if dated else told or column.period
            )
        told = column.period if column.kind == "actual" else told
        if column.measure == "share" and tells_amount(header, quantity, row):
            column = as_amount(column)
        column = _of_cell(column, header, cell, grew)
        grew = column.period if column.kind == "actual" and tells_growth(cell.text) else ""
        if is_before_goals(header, column, row) or is_beside_goal(header, column, row):
            column = replace(column, kind="actual")
        if is_sum_of_years(cell.text, of_plan=of_plan):
            # Beside the stock of two years it is what that grew by, else what is to be reached.
            wanted = len(cells) == 1 or bool(re.fullmatch(r"\d{4}", column.period))
            column = summed_up(column, is_change=not wanted)
        if column.measure == "growth" and not canonical_name(column.name, lexicon):
            # "GDP(亿元) | 增速(%)"
            column = replace(column, name=before or column.name)
        before = column.name
        if column.measure == "growth" and is_bare_growth(header):
            # "产品 | 产量 | 增减%": of 粮食 it is the 产量 that grew.
            column = replace(column, counted=grown)
        grown = grown if _is_ratio(column) else column.counted
        if _TOTAL.fullmatch(label.name) and not column.counted:
            continue
        indicator = _indicator(row, chunk, profile, lexicon, label, column, cell, quantity)
        over = unit_of_column(units_of_note(table_unit), header, list(row.cells))
        yield _in_unit_over(indicator, over, lexicon)


def _number_in(cell: Cell, header: str, *, of_plan: bool) -> Quantity | None:
    return cell_number(cell.text, of_time=bool(_TIME_HEADER.search(header)), of_plan=of_plan)


def _of_cell(column: Column, header: str, cell: Cell, grew: str) -> Column:
    """The column of a cell that says it grew, and of the remark on what grew until ``grew``.

    "实际完成 | 备注" above "增长4.8% | 1347.1亿元": the remark is what it grew to.
    """
    if tells_growth(cell.text):
        return replace(column, measure="growth", counted="", suffix="")
    if grew and _REMARK.fullmatch(header.strip()):
        return replace(column, kind="actual", period=grew, counted="", suffix="")
    return column


def _is_ratio(column: Column) -> bool:
    """True for a column that nothing grows by: 占比, 排名, 决算数为预算的%."""
    return column.measure in ("share", "rank") or column.counted.endswith("的")


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
    label: Label,
    column: Column,
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
        known = canonical_name(HEADER_FRAME.sub("", name), lexicon)
    measure = _measure(column, label, quantity, name)
    falls = canonical_name(_FALLING.sub("", name), lexicon) if _FALLING.search(name) else None
    if falls and measure in ("share", "change"):
        known, measure = falls, "growth"
    known = known or name
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
        direction=quantity.sign or ("-" if falls and measure == "growth" else ""),
        qualifier=quantity.qualifier,
        row=chunk.row,
    )


def _is_amount(known: str, lexicon: IndicatorLexicon) -> bool:
    """Whether an indicator is given in money, tons or heads, and never in per cent."""
    families = {unit_family(unit) for unit in lexicon.units(known)}
    return bool(families) and not families & RATES


def _in_unit_over(indicator: Indicator, unit: str, lexicon: IndicatorLexicon) -> Indicator:
    return replace(indicator, unit=unit) if _lacks_unit(indicator, unit, lexicon) else indicator


def _lacks_unit(indicator: Indicator, table_unit: str, lexicon: IndicatorLexicon) -> bool:
    """Whether the unit over the table is that of a cell: not of ranks, nor of people in 亿元."""
    if indicator.unit or not table_unit or indicator.measure != "level":
        return False
    units = lexicon.units(indicator.indicator)
    family = unit_family(table_unit)
    return not units or family in {unit_family(unit) for unit in units}


def _measure(column: Column, label: Label, quantity: Quantity, name: str) -> Measure:
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


def _unit(quantity: Quantity, column: Column, label: Label, measure: Measure) -> str:
    """The unit of a cell: its own, its column's, its row's; a bare rate is in %.

    Of "婴儿死亡率 | ‰ | 1.37" the row's unit is that of its share.
    """
    unit = quantity.unit or column.unit
    if unit or measure == "rank":
        return unit
    if measure == "share" and unit_family(label.unit) == "‰":
        return label.unit
    if measure in ("growth", "share"):
        return "%"
    return label.unit
