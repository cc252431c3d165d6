"""Names of indicators: what a report counts, all ways to write it, and what is near but not it.

``indicators.csv`` holds one indicator a line (README.md in this folder tells how to add); here
it becomes a table that finds names in a text in one pass.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from assistant.errors import ConfigurationError
from assistant.lexicon.files import read_rows
from assistant.lexicon.trie import Trie
from assistant.schema import Span
from assistant.text import fold, fold_text

_KEPT = 2_048  # texts in which names were found before
_COLUMNS = ("名称", "同义", "口语", "单位", "相近而不同", "不算")
# What 单位 in the file may name; any other word there is a unit itself.
_UNITS = {
    "金额": ("亿元", "万元", "元", "万亿元"),
    "美元": ("亿美元", "万美元", "美元"),
    "比例": ("%", "‰", "个百分点"),
    "企业": ("家", "户", "个"),
    "主体": ("户", "万户", "家", "万家", "个"),
    "人数": ("人", "万人", "名", "万名", "人次", "万人次"),
    "人次": ("人次", "万人次", "人", "万人"),
    "户数": ("户", "万户", "套"),
    "项目": ("个", "项"),
    "件数": ("件", "万件", "项", "起"),
    "起数": ("起", "件", "次"),
    "处数": ("个", "处", "座", "家", "所"),
    "学校": ("所", "个"),
    "个数": ("个", "万个"),
    "床位": ("张", "个", "万张"),
    "套数": ("套", "万套", "间", "户"),
    "台数": ("台", "部", "个", "辆"),
    "车辆": ("辆", "万辆", "台"),
    "面积": ("平方米", "万平方米", "平方公里", "亩", "万亩", "公顷", "万方", "㎡"),
    "土地": ("亩", "万亩", "公顷", "平方公里", "平方米"),
    "长度": ("公里", "千米", "米", "条"),
    "重量": ("吨", "万吨", "千克", "公斤"),
    "电量": ("亿千瓦时", "万千瓦时", "千瓦时", "亿度"),
    "电功率": ("万千瓦", "千瓦", "兆瓦"),
    "能耗": ("吨标准煤", "万吨标准煤", "吨标准煤/万元"),
    "浓度": ("微克/立方米", "毫克/升"),
    "水量": ("亿立方米", "万立方米", "立方米", "吨", "万吨"),
    "产能": ("万吨/日", "吨/日", "万吨", "吨"),
    "天数": ("天", "日"),
    "小时": ("小时", "分钟"),
    "岁数": ("岁",),
    "倍数": ("倍",),
    "指数": ("分", "点"),
    "名次": ("位", "名"),
    "场次": ("场", "场次", "次", "期"),
    "航次": ("架次", "万架次", "班", "列"),
    "货运": ("万吨", "亿吨", "吨", "万标箱", "标箱"),
    "快递": ("亿件", "万件", "件"),
    "单位产出": ("万元/亩", "万元", "亿元"),
    "人均": ("元", "万元", "美元"),
}


@dataclass(frozen=True, slots=True)
class TermMatch:
    """A name found: ``text`` is what stands at ``start:end``, ``canonical`` the lexicon's name."""

    canonical: str
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Entry:
    canonical: str
    synonyms: tuple[str, ...]
    colloquial: tuple[str, ...]
    units: tuple[str, ...]
    related: tuple[str, ...]
    excluded: tuple[str, ...]


# "准亿元楼宇" is none yet; 标准, 批准 and the like only end so.
# "企业数字化改造" has no 企业数 in it.
_CUT = frozenset(("数字", "数据", "数智", "数控", "数码"))
_ALMOST = re.compile(r"(?<![标批核精水基对瞄获])准$")
# "超10亿元项目" are no 亿元项目; a year is no part of the number: 2023亿元以上项目.
_MAGNITUDE = re.compile("[十百千万亿]")
_NUMBER = re.compile(r"(?<!\d)(?!(?:19|20)\d\d$)[\d.]+$|[一二两三四五六七八九十百千]$")


# The account that a share is of, as it was called before 2015 and is called for short.
_BUDGETS = (
    *("一般公共预算", "地方一般公共预算", "公共财政预算", "一般公共财政预算", "公共预算"),
    *("公共财政", "地方财政", "财政"),
)

# What stands for one another inside any name, with what may stand behind it there.
_ALSO_WRITTEN = tuple(
    (re.compile(f"(?:{'|'.join(forms)}){behind}"), forms)
    for forms, behind in (
        (("规上", "规模以上"), ""),
        (("限上", "限额以上"), ""),
        (
            ("规上工业企业", "规上工业"),
            "(?=.*(?:收入|营收|利润|利税|产值|增加值|产销|研发|能耗|税收))",
        ),
        (("增加值占gdp比重", "占gdp比重"), ""),
        (("占gdp比重", "占地区生产总值比重", "占生产总值比重"), ""),
        (("占gdp比重", "占gdp的比重", "占gdp比例"), ""),
        (("平均浓度", "年平均浓度", "年均浓度"), ""),
        (("税收收入", "税收"), "(?=占)"),
        (("民生支出", "民生类支出", "民生领域支出"), "(?=占)"),
        (("占", "占全区", "占全县"), f"(?=(?:{'|'.join(_BUDGETS)})(?:支出|收入))"),
        (tuple(f"占{budget}支出" for budget in _BUDGETS), ""),
        (tuple(f"占{budget}收入" for budget in _BUDGETS), ""),
    )
)


# What is done to a thing stands behind its name or before it: 堵点治理, 治理堵点.
_DONE_TO = re.compile(
    r"(.{2,}?)((?:综合|提升|更新|生态|除险|提标)*"
    r"(?:改造|治理|整治|修复|加固|疏浚|清淤|修缮|拆除|打通|消除)+(?:提升|更新)?)"
)


class IndicatorLexicon:
    """Finds the names of indicators and knows what equals what, and what does not."""

    def __init__(self, entries: Iterable[_Entry]) -> None:
        self._entries: dict[str, _Entry] = {}
        self._canonical: dict[str, str] = {}
        self._spoken_only: set[str] = set()
        self._excluded: set[str] = set()
        # A question, with one part or another of it blanked, is searched a dozen times over.
        self._found = lru_cache(maxsize=_KEPT)(lambda *asked: tuple(self._located(*asked)))
        for entry in entries:
            self._add(entry)
        # A line that names a spelling claims it; the others go with their own.
        for name, canonical in list(self._canonical.items()):
            for other in _also_written(name):
                if other not in self._canonical:
                    self._canonical[other] = canonical
                    self._spoken_only.update({other} if name in self._spoken_only else ())

    def find(self, text: str, *, colloquial: bool = True) -> list[TermMatch]:
        """Find names, longest first and apart, in order; spans are of ``text`` as given.

        Readers of documents pass ``colloquial=False``: what people say in a question ("外资")
        stands in documents inside many other things.
        """
        return list(self._found(text, colloquial))

    def named(self, text: str) -> frozenset[str]:
        """Return the canonical names that stand in a text, much faster than where they do."""
        return frozenset(name for name, _, _ in self._find(fold_text(text, joined=True)))

    def _located(self, text: str, colloquial: bool) -> Iterator[TermMatch]:
        found = list(self._find(fold_text(text, joined=True), colloquial=colloquial))
        if not found:
            return
        folded = fold(text, joined=True)
        for canonical, start, end in found:
            span = _with_opening_quote(text, folded.original_span(start, end))
            yield TermMatch(canonical, text[slice(*span)], *span)

    def _find(self, folded: str, *, colloquial: bool = True) -> Iterator[tuple[str, int, int]]:
        names = self._spoken if colloquial else self._written
        for canonical, start, end in names.find(folded):
            cut = folded[end - 1 : end + 1] in _CUT or _cuts_number(folded, start)
            if canonical and not cut and not _ALMOST.search(folded[max(0, start - 2) : start]):
                yield canonical, start, end

    def canonical(self, name: str) -> str | None:
        """Return the canonical name of a whole name, or None where the lexicon has no such name."""
        return self._canonical.get(fold_text(name, joined=True))

    def synonyms(self, canonical: str) -> tuple[str, ...]:
        """Return the other ways to write an indicator, the spoken ones last."""
        entry = self._entries.get(canonical)
        return (*entry.synonyms, *entry.colloquial) if entry else ()

    def units(self, canonical: str) -> tuple[str, ...]:
        """Return the units its level is given in, commonest first; a growth is in % for all."""
        entry = self._entries.get(canonical)
        return entry.units if entry else ()

    def related(self, canonical: str) -> tuple[str, ...]:
        """Return the names that are near but not equal: 财政总收入 to 一般公共预算收入."""
        entry = self._entries.get(canonical)
        return entry.related if entry else ()

    def names(self) -> tuple[str, ...]:
        """Return all canonical names."""
        return tuple(self._entries)

    def terms(self) -> tuple[str, ...]:
        """Return all names in folded form, canonical or not."""
        return tuple(self._canonical)

    @cached_property
    def _spoken(self) -> Trie:
        return Trie({**dict.fromkeys(self._excluded, ""), **self._canonical})

    @cached_property
    def _written(self) -> Trie:
        names = {n: c for n, c in self._canonical.items() if n not in self._spoken_only}
        return Trie({**dict.fromkeys(self._excluded, ""), **names})

    def _add(self, entry: _Entry) -> None:
        """Take an entry in. The line that claims a name first keeps it: a user's file is first."""
        earlier = self._entries.get(entry.canonical)
        self._entries[entry.canonical] = _merged(earlier, entry) if earlier else entry
        for name in (entry.canonical, *entry.synonyms):
            self._canonical.setdefault(fold_text(name, joined=True), entry.canonical)
        for name in entry.colloquial:
            key = fold_text(name, joined=True)
            if key not in self._canonical:
                self._canonical[key] = entry.canonical
                self._spoken_only.add(key)
        self._excluded.update(fold_text(name, joined=True) for name in entry.excluded)


def _also_written(name: str) -> Iterator[str]:
    """Other spellings of a folded name, without itself.

    >>> sorted(_also_written("规上工业利润总额"))
    ['规上工业企业利润总额', '规模以上工业企业利润总额', '规模以上工业利润总额']
    >>> "民生类支出占公共财政预算支出" in list(_also_written("民生支出占一般公共预算支出"))
    True
    >>> list(_also_written("老旧小区综合改造"))
    ['综合改造老旧小区']
    """
    known = {name, _DONE_TO.sub(r"\2\1", name)} if _DONE_TO.fullmatch(name) else {name}
    for pattern, forms in reversed(_ALSO_WRITTEN):
        known |= {pattern.sub(form, spelt) for spelt in known for form in forms}
    yield from known - {name}


def _cuts_number(folded: str, start: int) -> bool:
    before = folded[max(0, start - 8) : start]
    return bool(_MAGNITUDE.match(folded, start) and _NUMBER.search(before))


def _with_opening_quote(text: str, span: Span) -> Span:
    """Take in the quote in front of 152”工程."""
    start, end = span
    name = text[start:end]
    if start and text[start - 1] == "“" and name.count("”") > name.count("“"):
        return start - 1, end
    return span


def _merged(earlier: _Entry, later: _Entry) -> _Entry:
    return _Entry(
        earlier.canonical,
        *(
            tuple(dict.fromkeys((*getattr(earlier, part), *getattr(later, part))))
            for part in ("synonyms", "colloquial", "units", "related", "excluded")
        ),
    )


@lru_cache(maxsize=4)
def load_indicators(extra: Path | None = None) -> IndicatorLexicon:
    """Load the lexicon; ``extra`` is a file of the same form whose lines take precedence.

    Raises:
        ConfigurationError: a file cannot be read or a line has no name.
    """
    shipped = Path(__file__).with_name("indicators.csv")
    paths = [extra, shipped] if extra else [shipped]
    return IndicatorLexicon(entry for path in paths for entry in _read(path))


def _read(path: Path) -> Iterator[_Entry]:
    for number, row in enumerate(read_rows(path), start=2):
        cells = {name: (row.get(name) or "").strip() for name in _COLUMNS}
        if cells["名称"].startswith("#"):
            continue
        if not cells["名称"]:
            raise ConfigurationError(
                f"词典 {path} 第 {number} 行没有“名称”;请补上,列名依次为 {','.join(_COLUMNS)}。"
            )
        parts = {name: tuple(filter(None, cell.split("|"))) for name, cell in cells.items()}
        yield _Entry(
            cells["名称"],
            parts["同义"],
            parts["口语"],
            tuple(unit for family in parts["单位"] for unit in _UNITS.get(family, (family,))),
            parts["相近而不同"],
            parts["不算"],
        )
