"""Whether a statement is of the place asked for: no other street, zone, town or county."""

from __future__ import annotations

import re

from assistant.evidence.asked import wants_figure
from assistant.evidence.findings import Finding
from assistant.language.columns import subject_cell
from assistant.language.tokenizer import is_word, segments
from assistant.language.units import unit_family
from assistant.question.content_terms import ONE_CHARACTER
from assistant.question.places import streets_in, without_slots
from assistant.schema import Indicator, Query
from assistant.text import fold_text

# A zone or a town that opens a clause, with what is told of it.
_AREA = re.compile(
    r"(?<![一-鿿])(?:其中)?(?P<area>[一-鿿]{1,8}?(?P<kind>经开区|开发区|高新区|园区|产业园|工业园|集聚区|综保区|自贸区|街道|(?<![城乡村集])[镇乡]))"
    r"(?=实现|完成|累计|新签约|新引进|新入驻|新开工|新增|引进|签约|营业收入|规上|规模以上|地区生产|固定资产|工业|财政|税收|总产值|产值)"
)
_ZONE = re.compile("合作[园区]|经开区|开发区|高新区|集聚区|综保区|自贸区|产业园|工业园")
_WHOLE_PLACE = re.compile(r"(?:全|我|本)[区县市旗州]")
# "甲古镇、乙公园、丙湿地联动发展,接待游客800万人次": names side by side that open a sentence.
_SIDE_BY_SIDE = re.compile(r"\s*([一-鿿]{3,8}(?:、[一-鿿]{3,8})+)[一-鿿“”、和]*[,，]")
_STREET = re.compile(r"[一-鿿]{2,5}(?:街道|镇|乡)")
# "临河片区2024年的投资额": a part of the place by its name, of which a figure is asked.
_PART = re.compile(
    r"(?P<name>[一-鿿]{2,6}?)(?:片区|板块|组团|商圈|园区|产业园|工业园|开发区|经开区)(?=\s|的|有|实现|完成)"
)
_NO_NAME = re.compile("[哪几各每某多条个本该这那此两三四五六七八九十]|所有|全部|重点|主要|核心")
_KIND_OF_STREET = re.compile(r"(?:街道|镇|乡)$")
_ANY_PLACE = re.compile(r"[哪谁各最每]|分别")

# With whom trade is done: what is told of 东盟 is not told of 欧盟.
_PARTNER = re.compile(r"对(?P<who>[一-鿿]{2,6}?)(?:国家|地区)?(?:进出口|出口|进口|贸易)")

# "下辖镇", "建制镇": how many towns there are, and none of 特色小镇 or 示范村.
_NO_SORT = r"(?:全[区县市])?(?:现|下|共|总)*[辖有设]?(?:建制|行政|自然)?"


def counts_other_places(query: Query, found: Finding) -> bool:
    """True where towns, townships or villages are counted, and those told are only some of them."""
    inside = [
        fold_text(f.name)
        for f in found.statement.figures
        if any(s <= f.figure[0] < e for s, e in found.spans)
    ]
    return any(
        not any(re.fullmatch(_NO_SORT + place, name) for name in inside)
        for place in query.terms
        if place in ONE_CHARACTER
    )


def of_another_street(query: Query, found: Finding) -> bool:
    """True if a street is asked about that neither the statement, its row nor its headings name."""
    if _in_column_of_street(query, found) or _in_row_of_street(query, found):
        return True
    if _is_of_whole_place(query, found):
        return True
    streets = streets_in(query)
    if not streets:
        return False
    return not all(street in _told(found) for street in streets)


def _told(found: Finding) -> str:
    """What a statement, its row, its headings and the title of its document say."""
    statement = found.statement
    told = [statement.text, statement.document.profile.title, *statement.chunk.section_path]
    told += [c.text for c in statement.row.cells.values()] if statement.row is not None else []
    return fold_text("\n".join(told))


def _is_of_whole_place(query: Query, found: Finding) -> bool:
    """True for a figure whose sentence says nothing of the part of the place that is asked about.

    What all zones of a district came to together tells nothing of its 临河片区.
    """
    if found.figure is None:
        return False
    asked = without_slots(query, ("district", "period"))
    names = [m["name"] for m in _PART.finditer(asked) if not _NO_NAME.search(m["name"])]
    told = _told(found)
    return any(not any(word in told for word in segments(name)) for name in names)


def _in_column_of_street(query: Query, found: Finding) -> bool:
    """True for a figure below the name of a street that is not asked about: 22 of 116 lifts."""
    row, figure = found.statement.row, found.figure
    if row is None or figure is None:
        return False
    headers = [h for h, cell in row.cells.items() if cell.start <= figure.figure[0] < cell.end]
    return any(_STREET.fullmatch(h) and fold_text(h) not in query.text for h in headers)


def _in_row_of_street(query: Query, found: Finding) -> bool:
    """True for a figure in the row of a town that nobody asked about: a county's score is none."""
    row, statement = found.statement.row, found.statement
    if row is None or _ANY_PLACE.search(query.text):
        return False
    subject = subject_cell(row)
    name = fold_text(subject.text) if subject is not None else ""
    known = fold_text(f"{query.text}{statement.document.profile.title}")
    return bool(_STREET.fullmatch(name)) and _KIND_OF_STREET.sub("", name) not in known


def of_another_place(query: Query, found: Finding) -> bool:
    """True for a figure that is of a part of the place: a county's is not its city's."""
    figure, statement = found.figure, found.statement
    partner = _PARTNER.search(query.text)
    if partner and partner["who"] not in fold_text(statement.text):
        return True
    if figure is None or figure.district == statement.district:
        return _of_area(query, found) or _of_several(query, found)
    return bool(query.districts) and figure.district not in query.districts


def _of_several(query: Query, found: Finding) -> bool:
    """True for what several names that open a sentence come to, where one of them is asked for."""
    figure, statement = found.figure, found.statement
    if figure is None or statement.row is not None or not wants_figure(query):
        return False
    opening = _SIDE_BY_SIDE.match(statement.document.text, statement.start, figure.start)
    names = fold_text(opening[1]).split("、") if opening else []
    asked = [name for name in names if name in query.text]
    return len(asked) == 1 and not is_word(asked[0]) and asked[0] not in fold_text(figure.name)


def _of_area_of_task(query: Query, found: Finding, figure: Indicator) -> bool:
    """True for the sum of a zone whose task it is: "深化甲、乙合作园合作,完成产业投资30亿元"."""
    statement = found.statement
    if found.kind not in ("target", "floor") or unit_family(figure.unit) != "元":
        return False
    if figure.indicator not in query.indicators:
        return False
    zone = _ZONE.search(fold_text(statement.document.text[statement.start : figure.figure[0]]))
    named = fold_text(f"{query.text}{statement.document.profile.title}")
    return zone is not None and zone.group() not in named


def _of_area(query: Query, found: Finding) -> bool:
    """True for a figure of a zone or a town that its sentence opens with, and no question named.

    "甲经开区实现营业收入786亿元,规上工业增加值增长8%;新签约项目28个" tells none of its county's.
    """
    figure, statement = found.figure, found.statement
    if figure is None:
        return False
    if statement.row is not None:
        return _of_area_of_task(query, found, figure)
    text = statement.document.text
    start = max(text.rfind("。", 0, figure.start), text.rfind("\n", 0, figure.start)) + 1
    before = fold_text(text[start : figure.figure[0]])
    opened = list(_AREA.finditer(before))
    if not opened:
        return False
    area, kind = opened[-1].group("area"), opened[-1].group("kind")
    if _WHOLE_PLACE.search(before, opened[-1].end()):
        return False
    named = fold_text(f"{query.text}{statement.document.profile.title}")
    return area not in named and kind not in named
