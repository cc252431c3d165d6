"""The figures of a column that may be added up: each thing once, and no whole beside its parts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from assistant.evidence.lines import Line
from assistant.evidence.row_names import NUMBERING, TOTAL, heads_group, parent_of
from assistant.language.numerals import chinese_number
from assistant.text import fold_text

FEWEST_PARTS = 3  # figures that hardly add up to another one by chance
# 合计, 全市合计, 本年支出合计.
_SUM = re.compile(r"^(?:合计|总计|共计|小计)|(?:合计|总计|共计|小计|总数)(?:[(].*)?$")
_ALL = r"全[市县区州省旗]"
_WHOLE = re.compile(rf"^(?:(?:{_ALL})?(?:合计|总计|共计|总数)|{_ALL})(?:[(].*)?$")
_MEAN = re.compile(r"平均(?:值|数|水平)?$|均值$")
CHAPTER = re.compile(r"^[一二三四五六七八九十]{1,3}、")
_LEVELS = (
    CHAPTER,
    re.compile(r"^\([一二三四五六七八九十]{1,3}\)"),
    re.compile(r"^\d{1,2}[.、]\D"),
    re.compile(r"^\(\d{1,2}\)"),
)
# "教育、卫生健康两项", "甲镇和乙镇这两个镇": how many rows are named, said behind the last.
_AS_MANY = re.compile(
    r"[、和与][^、,，。;；?？的]{1,16}?(?:这|等)?([两二三四五六七八九十]|\d{1,2})(?:大|个)?"
    r"[项类家种者个镇乡村区县](?!月|百分点)"
)
# "各级各类学校(含幼儿园)": what is in as well is no row that is meant alone.
_INCLUDED = re.compile(r"[(（](?:含|包括|包含)[^()（）]*[)）]")
_SURE_LEVELS = 2  # levels below which a number may be that of a list


@dataclass(frozen=True)
class Entry:
    """A row with its value in the column that is asked for."""

    line: Line
    subject: str
    value: Decimal
    unit: str
    shown: str
    header: str

    @property
    def name(self) -> str:
        """What the row is called, folded and without blanks."""
        return fold_text("".join(self.subject.split()))


def rows_named(text: str, terms: Sequence[str], rows: Sequence[Entry]) -> list[Entry] | None:
    """Return the rows that a question names, by whole names or by words that are of none of these.

    None if it says that it names more or fewer of them.
    """
    included = "".join(_INCLUDED.findall(text))
    text = _INCLUDED.sub("", text)
    found = [e for e in rows if len(e.name) > 1 and e.name in text]
    longer = {e.name: {o.name for o in found if e.name in o.name != e.name} for e in found}
    whole = [e for e in found if text.count(e.name) > sum(map(text.count, longer[e.name]))]
    left = [t for t in terms if t not in included and not any(t in e.name for e in whole)]
    named = [e for e in rows if e in whole or any(t in e.name for t in left)]
    said = _AS_MANY.search(text) if whole else None
    return None if said and chinese_number(said[1]) != len(named) else named


def is_mean(entry: Entry) -> bool:
    """True for a row of means, which is no part of a sum and none itself."""
    return bool(_MEAN.search(entry.name))


def sums_up(entry: Entry) -> bool:
    """True for a row of sums, also where it goes by the name of the whole district."""
    texts = ("".join(cell.text.split()) for cell in entry.line.row.cells.values())
    named = _SUM.search(entry.name) or any(TOTAL.fullmatch(text) for text in texts)
    return bool(named) or is_whole(entry) or heads_group(entry.line)


def is_whole(entry: Entry) -> bool:
    """True for the row that sums up all others by its name: 合计, 全市合计, the district's own."""
    district = fold_text(entry.line.document.profile.district)
    return bool(_WHOLE.search(entry.name)) or entry.name == district


def to_add(rows: Sequence[Entry], sums: Sequence[Entry]) -> list[Entry]:
    """Return the rows that make up the whole, each once; none where that cannot be told.

    What is "其中" of another row is in it already, and so are the rows below "一、税收收入".
    """
    names = {NUMBERING.sub("", e.name) for e in rows}
    kept = [e for e in rows if fold_text(parent_of(e.line)) not in names - {""}]
    levels = [_level(e) for e in kept]
    top = min(levels, default=len(_LEVELS))
    if len(set(levels)) > 1:
        if top >= _SURE_LEVELS or levels[0] != top:
            return []
        kept = [e for e, level in zip(kept, levels, strict=True) if level == top]
    whole = sum((e.value for e in kept), Decimal(0))
    if sums and not _agree(sum((e.value for e in sums), Decimal(0)), whole, len(kept)):
        return []  # sums of some rows, or of rows that are not there
    ends = (kept[0], kept[-1]) if len(kept) > FEWEST_PARTS else ()
    return [] if any(_agree(2 * e.value, whole, len(kept)) for e in ends) else kept


def _level(entry: Entry) -> int:
    return next((n for n, p in enumerate(_LEVELS) if p.match(entry.name)), len(_LEVELS))


def _agree(one: Decimal, other: Decimal, count: int) -> bool:
    """True if two sums are the same but for the rounding of their parts."""
    exponent = min(int(one.as_tuple().exponent), int(other.as_tuple().exponent), 0)
    return abs(one - other) <= Decimal(count).scaleb(exponent) / 2
