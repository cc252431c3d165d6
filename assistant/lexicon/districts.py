"""District names of all China: finding them in a text, and what is known of each."""

from __future__ import annotations

import csv
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.resources import files
from itertools import groupby

_FILES = ("districts.csv", "districts_added.csv")

# "高新区(滨江)", "经开区（黄埔）": a zone of its own administration that is one with a district.
_ZONE = re.compile(
    r"(高新区|高新|产业开发区|技术开发区|开发区|经开区|新区)[(（]([^()（）]{2,8})[)）]"
)

# What follows a name that only begins another word: "江东区域", "义乌市场", "临江区块".
_WORD_AFTER = {
    "区": tuple("域划间块位别段"),
    "县": tuple("域"),
    "市": tuple("场值价况容"),
    "省": tuple("略"),
}
# What follows a short form that is only the beginning of another name: "钱塘江", "滨江大道".
_NAME_AFTER = (
    *("江", "路", "街", "桥", "河", "湖", "山", "镇", "乡", "村", "站", "港", "湾", "门"),
    *("大道", "大厦", "大桥", "社区", "公园", "广场"),
)
# What makes another area of a district's short form, yet is part of a city of that name.
_AREA_AFTER = ("新区", "新城", "开发区", "经开区", "高新区", "高新技术", "经济技术", "经济开发区")
# The end of a word before them makes no names of these: 建成县城, 简单县域, 国道县道.
_WORD_BEFORE = {"成县": tuple("建完形变组达"), "单县": tuple("简清菜"), "道县": tuple("国省街渠")}
# Names that are ordinary words unless their city stands before them, or the index holds such a
# district and they have a border on either side: "城区", "郊区", "新县".
_ORDINARY = frozenset(
    ["城区", "郊区", "矿区", "东区", "西区", "新县", "南县", "老城区", "新城区", "港口区"]
    + ["红旗区", "解放区", "前进区", "友好区"]
)
# Short forms that reports use as words on every page count only with a border on either side, also
# where the index holds the district: "新建了几所学校" is not 新建区.
_EVERYDAY = frozenset(
    ["新建", "振兴", "前进", "解放", "安居", "延长", "互助", "通道", "安定", "比如", "友好", "惠民"]
)
# A short form of a district that the index does not hold counts only beside one of these or beside
# something that is no Chinese character: "回迁安置" does not name 迁安, "创新平台" not 新平.
_BESIDE = frozenset("和与跟及同比在对从向到据看那问像是的呢去今年有吗至往靠、")

# 甲坪县 is called 甲坪; 高新区 and 老城区 are called by their whole names.
_UNLISTED = re.compile(r"[一-龥]{2,3}(?<![发高示集聚度范假新城园])[区县市旗]")

# How people of a banner call it: 前旗, 左旗.
_SIDE_OF_BANNER = re.compile(
    r"(?<![一-龥])[前中后左右]旗|(?<=[年月日度的在和与跟比])[前中后左右]旗"
)


@dataclass(frozen=True, slots=True)
class District:
    """A province, city, county, district or new area. ``level`` is 省, 市, 区县 or 街道."""

    name: str
    full: str
    level: str
    aliases: tuple[str, ...] = ()
    city: str = ""
    province: str = ""
    short: str = ""
    short_is_word: bool = False


@dataclass(frozen=True, slots=True)
class DistrictMention:
    """A district where a text names it; ``full`` is empty where several places share the name."""

    name: str
    full: str
    start: int
    end: int
    text: str
    level: str = "区县"


@dataclass(frozen=True, slots=True)
class _Match:
    start: int
    end: int
    districts: tuple[District, ...]
    short: bool = False


class Gazetteer:
    """All known district names, by name, full name, short form and alias."""

    def __init__(self, districts: Iterable[District]) -> None:
        self._by_name: dict[str, list[District]] = {}
        self._by_short: dict[str, list[District]] = {}
        for district in districts:
            for name in (district.name, *district.aliases):
                self._by_name.setdefault(name, []).append(district)
            if district.short:
                self._by_short.setdefault(district.short, []).append(district)
        self._names = _by_first_two(self._by_name)
        self._shorts = _by_first_two(self._by_short)

    def lookup(self, name: str) -> list[District]:
        """All districts of this name, full name or alias, or else of this short form."""
        name = name.strip()
        found = self._by_name.get(name) or self._by_short.get(name)
        if found:
            return list(found)
        mentions = self.find(name)
        if len(mentions) == 1 and mentions[0].text == name:
            named = self._by_name.get(mentions[0].name, [])  # 新区(某某) is in no list
            return [d for d in named if d.full == mentions[0].full]
        return []

    def find(self, text: str, known: Collection[str] = ()) -> list[DistrictMention]:
        """Find the districts that a text names, longest names first, in order and disjoint.

        A city or province directly before a name belongs to the mention ("杭州市滨江区",
        "长春朝阳区"). Short forms count where they are no ordinary words, and always for the names
        in ``known``.
        """
        mentions: list[DistrictMention] = []
        runs = groupby(_numbered_runs(self._matches(text, frozenset(known))), lambda m: m[0])
        for _, run in runs:
            mentions.extend(_joined([match for _, match in run], text, known))
        return mentions

    def _matches(self, text: str, known: frozenset[str]) -> Iterator[_Match]:
        zones = {match.start(): match for match in _ZONE.finditer(text)}
        called = _called([n for n in known if len(n) > 1 and n not in self._by_name])
        others = _by_first_two(called)
        position = 0
        before: _Match | None = None
        while position < len(text) - 1:
            match = (
                (self._zone(zones[position]) if position in zones else None)
                or _other(text, position, others, called)
                or self._name(text, position, known)
                or _side(text, position, known)
                or self._short(text, position, known, before)
            )
            if match is None:
                position += 1
            else:
                yield match
                before, position = match, match.end

    def _name(self, text: str, position: int, known: frozenset[str]) -> _Match | None:
        """The longest full name that stands at a position, of places alike the known ones."""
        for name in self._names.get(text[position : position + 2], ()):
            end = position + len(name)
            if text.startswith(name, position) and not _is_part_of_word(text, position, end):
                named = self._by_name[name]
                wanted = [d for d in named if d.name in known]
                return _Match(position, end, tuple(wanted or named))
        return None

    def _short(
        self, text: str, position: int, known: frozenset[str], before: _Match | None
    ) -> _Match | None:
        """The longest short form at a position, if it counts there."""
        for short in self._shorts.get(text[position : position + 2], ()):
            end = position + len(short)
            if not text.startswith(short, position) or text.startswith(_NAME_AFTER, end):
                continue
            if short in _EVERYDAY and not _has_borders(text, position, end):
                continue
            area = text.startswith(_AREA_AFTER, end)
            districts = [d for d in self._by_short[short] if not area or d.level != "区县"]
            wanted = [d for d in districts if d.name in known or d.full in known]
            if wanted:
                best = min(wanted, key=lambda d: (d.name.endswith("新区"), d.full))
                return _Match(position, end, (best,), short=True)
            if before is not None and before.end == position:
                inside = [d for d in districts if any(_within(d, o) for o in before.districts)]
                if inside:
                    return _Match(position, end, tuple(inside), short=True)
            if not districts or any(d.short_is_word for d in districts):
                continue
            if any(d.level != "区县" for d in districts) or _stands_alone(text, position, end):
                return _Match(position, end, tuple(districts), short=True)
        return None

    def _zone(self, zone: re.Match[str]) -> _Match | None:
        sort, inside = zone.groups()
        # 新区(钱塘) is 钱塘新区; 高新区(滨江) is 滨江区, and no list has a 滨江高新区.
        listed = self._by_name.get(f"{inside}{sort}") or self._by_name.get(inside)
        found = listed or self._by_short.get(inside)
        return _Match(zone.start(), zone.end(), tuple(found), not listed) if found else None


def _by_first_two(names: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    index: dict[str, list[str]] = {}
    for name in names:
        index.setdefault(name[:2], []).append(name)
    return {key: tuple(sorted(group, key=len, reverse=True)) for key, group in index.items()}


def _called(names: Collection[str]) -> Mapping[str, str]:
    """What names that no list has are called: 甲坪县, and 甲坪 in short."""
    short = {name[:-1]: name for name in names if _UNLISTED.fullmatch(name)}
    return short | {name: name for name in names}


def _other(
    text: str, position: int, calls: Mapping[str, tuple[str, ...]], called: Mapping[str, str]
) -> _Match | None:
    """A name that only the index knows, of a street or of an area that no list has."""
    for call in calls.get(text[position : position + 2], ()):
        name, end = called[call], position + len(call)
        short = call != name
        if text.startswith(call, position) and not (short and text.startswith(_NAME_AFTER, end)):
            level = "街道" if name.endswith(("街道", "镇", "乡", "苏木")) else "区县"
            return _Match(position, end, (District(name, "", level),), short)
    return None


def _side(text: str, position: int, known: frozenset[str]) -> _Match | None:
    """The one known banner that is called by its side alone: 前旗 of 科右前旗."""
    match = _SIDE_OF_BANNER.match(text, position)
    banners = [name for name in known if match and name.endswith(match[0])]
    if match is None or len(banners) != 1:
        return None
    (found, *_) = load_gazetteer().lookup(banners[0]) or [District(banners[0], "", "区县")]
    return _Match(position, match.end(), (found,))


def _is_part_of_word(text: str, start: int, end: int) -> bool:
    """Whether a name only looks like one: "以上城区", "江东区域"."""
    if text[start] in "上下" and text[start - 1 : start] == "以":
        return True
    if start and text[start - 1] in _WORD_BEFORE.get(text[start:end], ()):
        return True
    return text.startswith(_WORD_AFTER.get(text[end - 1], ("\0",)), end)


def _has_borders(text: str, start: int, end: int) -> bool:
    """Whether something that may border a name stands on both sides."""
    before, after = text[start - 1 : start] if start else "", text[end : end + 1]
    return all(not ("一" <= char <= "龥") or char in _BESIDE for char in (before, after))


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether something that may border a name stands on one side at least."""
    before, after = text[start - 1 : start] if start else "", text[end : end + 1]
    return any(not ("一" <= char <= "龥") or char in _BESIDE for char in (before, after))


def _numbered_runs(matches: Iterable[_Match]) -> Iterator[tuple[int, _Match]]:
    """Number the runs of matches that touch, such as 浙江省 + 杭州市 + 滨江区."""
    run, end = 0, -1
    for match in matches:
        run += match.start != end
        end = match.end
        yield run, match


def _within(inner: District, outer: District) -> bool:
    return outer.name in (inner.city, inner.province) and inner.full != outer.full


def _joined(run: list[_Match], text: str, known: Collection[str]) -> Iterator[DistrictMention]:
    """One mention for each chain province, city, district among matches that touch."""
    index = 0
    while index < len(run):
        start, districts = run[index].start, run[index].districts
        last = run[index]
        while index + 1 < len(run):
            inner = [d for d in run[index + 1].districts if any(_within(d, o) for o in districts)]
            if not inner:
                break
            index += 1
            districts, last = tuple(inner), run[index]
        index += 1
        mention = _mention(start, last, districts, text, known)
        if mention is not None:
            yield mention


def _mention(
    start: int, last: _Match, districts: tuple[District, ...], text: str, known: Collection[str]
) -> DistrictMention | None:
    name = text[start : last.end]
    # "新城区2021年…" is the district where one of that name is known, 新城区建设 is none.
    meant = name in known and _has_borders(text, start, last.end)
    if start == last.start and name in _ORDINARY and not meant:
        return None
    # "南京" is the city before it is anything else of that name; "海南" the province.
    order = {"省": 0, "市": 1}
    best = min(order.get(d.level, 2) for d in districts)
    districts = tuple(d for d in districts if order.get(d.level, 2) == best)
    if last.short and len({(d.city, d.province) for d in districts}) == 1:
        # 钱塘 is the district before it is the new area, 富阳 the district before the former city,
        # which the added names come after.
        districts = tuple(sorted(districts, key=lambda d: d.name.endswith("新区")))[:1]
    names = {d.name for d in districts}
    full = districts[0].full if len({d.full for d in districts}) == 1 else ""
    # 扎旗 is said of two banners and is neither where nothing tells which.
    alike = len(names) == 1 or (not full and last.short)
    name = districts[0].name if alike else text[start : last.end]
    return DistrictMention(name, full, start, last.end, text[start : last.end], districts[0].level)


def is_everyday(name: str) -> bool:
    """True for a short form that is also a word on every page: 新建, 振兴."""
    return name in _EVERYDAY


def is_ordinary(name: str) -> bool:
    """True for a name that is an ordinary word unless its city stands before it: 城区, 郊区."""
    return name in _ORDINARY


@lru_cache(maxsize=1)
def load_gazetteer() -> Gazetteer:
    """Read the district names that come with the package; the second call costs nothing."""
    listed, added = (list(_read_districts(name)) for name in _FILES)
    # What is written by hand of a listed place stands for it: 科右前旗 for 科尔沁右翼前旗.
    written = {(d.province, d.city, name): d for d in added for name in (d.name, *d.aliases)}
    places = {(d.province, d.city, d.name): d for d in listed}
    kept = [d for key, d in places.items() if key not in written]
    for key, district in written.items():
        if key in places:
            added[added.index(district)] = replace(
                district, full=places[key].full, short=district.short or places[key].short
            )
    every = [*kept, *added]
    names = {name for d in every for name in (d.name, *d.aliases)}
    return Gazetteer([replace(d, aliases=(*d.aliases, *_in_brief(d, names))) for d in every])


def _in_brief(district: District, names: Collection[str]) -> tuple[str, ...]:
    """What an autonomous county is called every day, unless another has that name: 石柱县."""
    brief = f"{district.short}{district.name[-1]}"
    named = district.short and re.search("自治[县旗]$", district.name) and brief not in names
    return (brief,) if named else ()


def names_county(word: str) -> bool:
    """True if a word can only be the short name of a county or district: 海宁, not 公园 or 和平."""
    return any(d.level == "区县" and not d.short_is_word for d in load_gazetteer().lookup(word))


def _read_districts(name: str) -> Iterator[District]:
    text = files("assistant.lexicon").joinpath(name).read_text("utf-8")
    for row in csv.DictReader(text.splitlines()):
        aliases = tuple(alias for alias in (row.get("aliases") or "").split("|") if alias)
        yield District(
            name=row["name"],
            full=row["province"] + row["city"] + row["name"],
            level=row["level"],
            aliases=aliases,
            city=row["city"],
            province=row["province"],
            short=row["short"],
            short_is_word=bool(row["short_is_word"]),
        )
