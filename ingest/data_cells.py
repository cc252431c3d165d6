"""Figures of plain data tables: the row names what is counted, the column when and how.

"地区生产总值 | 亿元 | 1803 | 4.2" under "指标 | 单位 | 2023年 | 比上年增长(%)".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.lexicon.districts import load_gazetteer
from assistant.lexicon.indicators import IndicatorLexicon
from assistant.periods import find_periods, year_of
from assistant.quantities import Quantity, find_quantities
from assistant.schema import Cell, Chunk, Indicator, Kind, Measure, Profile, Row
from assistant.units import unit_family
from ingest.figures import canonical_name

_UNIT_HEADER = re.compile(r"^(?:计量)?单\s*位$")
_NUMBER_HEADER = re.compile(r"^(?:序号|编号|项次|序|排序|代码)$")
_BRACKET = re.compile(r"[（(]\s*([^（()）]{1,12}?)\s*[)）]")
_GROWTH = re.compile(r"增长|增速|增幅|同比|比上年|较上年|±|\+-|增减|升降")
_SHARE = re.compile(r"占比|比重|占[^）)]{0,8}[%％]|完成率|完成进度|进度")
_RANK = re.compile(r"排名|位次|名次")
_TARGET = re.compile(r"目标|计划|预期|任务数|任务量|年度任务")
_ESTIMATE = re.compile(r"预计|预估|快报")
_ACTUAL = re.compile(r"完成|实际|实绩|累计|执行|达到")
_ITEM = re.compile(
    r"^(?:其中\s*[:：]?|[#＃*＊]+|[一二三四五六七八九十]+[、.．]|[（(][一二三四五六七八九十\d]+[)）]|\d+[、.．]|[①-⑳])\s*"
)
_NUMERIC = re.compile(r"[-−－+]?\s*[\d０-９][\d０-９,，.．\s]*[%％‰]?[^\d]{0,8}")
_TOTAL = re.compile(r"^(?:合\s*计|总\s*计|小\s*计|全[区县市省])$")


@dataclass(frozen=True, slots=True)
class _Column:
    """What a column's header tells of its cells."""

    period: str
    kind: Kind
    unit: str
    growth: bool
    share: bool
    rank: bool
    name: str


def read_data_row(
    row: Row, chunk: Chunk, profile: Profile, lexicon: IndicatorLexicon
) -> Iterator[Indicator]:
    """Yield the figures of one row; cells that are no number, and rows without a name, give none."""
    label = _label(row)
    if label is None:
        return
    named_by_row = _place(label.text, profile)
    row_unit = _row_unit(row)
    for header, cell in row.cells.items():
        if cell is label or not (row.start <= cell.start < row.end):
            continue
        if _NUMBER_HEADER.match(header.strip()) or _UNIT_HEADER.match(header.strip()):
            continue
        quantity = _number(cell.text)
        if quantity is None:
            continue
        column = _read_header(header, chunk, profile)
        yield _indicator(
            row, chunk, profile, lexicon, label, named_by_row, row_unit, column, cell, quantity
        )


def _indicator(
    row: Row,
    chunk: Chunk,
    profile: Profile,
    lexicon: IndicatorLexicon,
    label: Cell,
    district: str,
    row_unit: str,
    column: _Column,
    cell: Cell,
    quantity: Quantity,
) -> Indicator:
    name, name_unit = _split_unit(_ITEM.sub("", label.text))
    if district:
        name = column.name
    measure = _measure(column, quantity, name)
    unit = (
        quantity.unit
        or column.unit
        or ("" if measure in ("growth", "share") else name_unit or row_unit)
    )
    if measure in ("growth", "share") and not unit:
        unit = "%"
    return Indicator(
        source=chunk.source,
        district=district or profile.district,
        period=column.period,
        indicator=canonical_name(name, lexicon) or name,
        name=name,
        measure=measure,
        value=quantity.value_text,
        unit=unit,
        kind=column.kind,
        start=row.start,
        end=row.end,
        figure=(cell.start + quantity.start, cell.start + quantity.end),
        direction=quantity.sign,
        qualifier=quantity.qualifier,
        row=chunk.row,
    )


def _label(row: Row) -> Cell | None:
    """The cell that names the row: the first with words in it."""
    for header, cell in row.cells.items():
        if _NUMBER_HEADER.match(header.strip()) or _UNIT_HEADER.match(header.strip()):
            continue
        if re.search(r"[\u4e00-\u9fffA-Za-z]", cell.text) and not _NUMERIC.fullmatch(
            cell.text.strip()
        ):
            return cell
    return None


def _row_unit(row: Row) -> str:
    for header, cell in row.cells.items():
        if _UNIT_HEADER.match(header.strip()):
            return cell.text.strip()
    return ""


def _place(label: str, profile: Profile) -> str:
    """The district that a row is about, where rows are districts; empty where they are indicators."""
    mentions = load_gazetteer().find(label) if label.strip().endswith(("区", "县", "市")) else []
    if len(mentions) == 1 and mentions[0].text == label.strip():
        return mentions[0].name
    return ""


def _number(text: str) -> Quantity | None:
    """The figure that a cell is, if it is one and nothing else."""
    stripped = text.strip()
    if not _NUMERIC.fullmatch(stripped):
        return None
    found = find_quantities(text)
    if len(found) != 1 or found[0].end - found[0].start < len(stripped) - 2:
        return None
    return found[0]


def _split_unit(text: str) -> tuple[str, str]:
    """ "地区生产总值（亿元）" as name and unit."""
    text = text.strip()
    match = _BRACKET.search(text)
    if match and find_quantities(f"1{match.group(1)}") and not re.search(r"\d", match.group(1)):
        return (text[: match.start()] + text[match.end() :]).strip(), match.group(1)
    return text, ""


def _read_header(header: str, chunk: Chunk, profile: Profile) -> _Column:
    compact = re.sub(r"\s+", "", header)
    year = year_of(chunk.period)
    named = [
        m.period
        for m in find_periods(compact, year)
        if not re.search(r"[比较]$", compact[: m.start])
    ]
    period = named[-1] if named else chunk.period
    name, unit = _split_unit(compact)
    kind: Kind = "actual"
    if _ESTIMATE.search(compact):
        kind = "estimate"
    elif _TARGET.search(compact) and not _ACTUAL.search(compact):
        kind = "target"
    elif not _ACTUAL.search(compact) and period and period == profile.periods.get("planned"):
        kind = "target" if period != profile.periods.get("reported") else "actual"
    growth = _GROWTH.search(compact) is not None
    return _Column(
        period,
        kind,
        unit,
        growth,
        _SHARE.search(compact) is not None,
        _RANK.search(compact) is not None,
        name,
    )


def _measure(column: _Column, quantity: Quantity, name: str) -> Measure:
    if column.rank or quantity.is_rank:
        return "rank"
    if column.growth:
        return "growth"
    if column.share or unit_family(quantity.unit or column.unit) in ("%", "‰"):
        return "share" if not re.search(r"增长|增速|增幅", name) else "growth"
    if re.search(r"增长|增速|增幅", name):
        return "growth"
    family = unit_family(quantity.unit or column.unit)
    return "count" if family in ("个", "人", "户") else "level"
