"""Whose document it is: the district that title, front matter and body speak for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from assistant.lexicon.districts import District, DistrictMention, Gazetteer, load_gazetteer
from ingest.profile.unlisted import unlisted_at, unlisted_in_body, unlisted_in_title


@dataclass(frozen=True, slots=True)
class Whose:
    """The district found: its short and its full name, its level, and whether it is a guess."""

    name: str
    full: str
    level: str
    doubtful: bool


# Areas with an administration of their own that no list has in full.
_AREA = re.compile(
    r"([\u4e00-\u9fff]{0,8}?(?:新区|经济技术开发区|经济开发区|高新技术产业开发区|高新区|经开区|开发区"
    r"|度假区|集聚区|示范区))(?=\d{4}|[“\"]?十[三四五]五|关于|国民|政府|管委会|党工委|工作|重点|简介|概况|基本情况|$)"
)
_STREET = re.compile(
    r"([\u4e00-\u9fff]{2,6}?(?:街道|镇|乡|苏木))(?:办事处|人民政府|党工委)?(?=\d{4}|关于|政府|工作|人大|民生|简介|概况|基本情况|$)"
)
_PARTNER_BEFORE = re.compile(
    r"(?:对口|结对|帮扶|支援|协作|合作|挂钩|飞地|东西部|山海|对接|毗邻|周边|与|同|赴|原|学习|考察|来自)"
    r"[^。；;]{0,14}$"
)
_PARTNER_AFTER = re.compile(r"[^。；;]{0,8}(?:对口|结对|帮扶|协作|合作|挂钩|飞地|等地|籍|商会)")
_MEETING = re.compile(r"[^。\n]{0,40}(?:人民代表大会|人大常委会)")
# "滨江交警大队", "规划资源局钱塘分局": offices in a district that carry its short form (002, 004).
_OFFICE = re.compile(
    r"([\u4e00-\u9fff]{2,3})(?:分局|交警大队|供电分公司|公安分局|水务公司|税务局|区委|区政府)"
)
# The paper whose report it is calls itself by its county: "宁海新闻网讯(记者…)".
_REPORTED_BY = re.compile(
    r"([\u4e00-\u9fff]{2,6}?)(?:新闻网|日报|晚报|时报|发布|融媒体?中心|融媒体?)讯"
)
# One full name in a whole body tells whose it is where a document introduces itself, or signs.
_OPENING, _CLOSING = 400, 200
_OWN_OFFICE_AFTER = re.compile(
    r"[\u4e00-\u9fff]{0,8}?(?:政府|区委|县委|市委|人大|政协|党委|局|办公室|委员会|办)"
)
# The short forms of 公安县 and 资源县 are what offices everywhere are called.
_WORDS = frozenset({"公安", "资源"})
_OF_DISTRICT = re.compile(r"(?<![一-龥]{2}市)(?<!各)[区县旗](?:人民)?政府")
# Whose "all" it is. In 002 the district itself says "全市第2", and 各街道 where a city says 各区.
_OWN_WORDS = {
    "区": re.compile(r"[我全](?:区|县|旗)(?![域市])|各(?:街道|镇街|乡镇|镇乡|街镇)"),
    "市": re.compile(
        r"我市|全市(?![前第首率领排各范唯]|[一二三]等)|各区[、县(（]|各县[(（市]|各市区"
    ),
}


def find_district(text: str, title: str, labels: Mapping[str, str], source: str = "") -> Whose:
    """Find the district that a document speaks for.

    The title decides, then the publisher, then the meeting that heard the report, then the body,
    where full names and short forms of names found in full are counted; names of partners
    ("与…合作", "对口…") are not. A place in the file's name wins over one that the body only
    mentions; a place of which the body has no more than the short form comes after both, and one
    that no list has and the file's name alone tells comes last.
    """
    gazetteer = load_gazetteer()
    meeting = " ".join(match[0] for match in _MEETING.finditer(text, 0, 1500))
    for words in (title, labels.get("publisher", ""), meeting):
        if (whose := _named(gazetteer, words, text)) is not None:
            return _unlisted_inside(whose, gazetteer, words) or whose
    for words in (title, labels.get("publisher", ""), meeting):
        if unlisted := unlisted_in_title(words):
            return _unlisted(unlisted)
    told = _by_frequency(gazetteer, text) or _by_paper(gazetteer, text)
    if told is None or told.doubtful:
        unlisted = unlisted_in_body(text, labels.get("signed", ""))
        if unlisted and (told is None or text.count(unlisted) > text.count(told.name)):
            return _unlisted(unlisted)
    filed = _named(gazetteer, source, text, doubtful=True)
    if told is not None and filed is not None and _is_inside(filed, told):
        # A title of 区政府 is no city's, whatever schools of the city the body names.
        return filed if _OF_DISTRICT.search(title) or _calls_itself("区", text) else told
    if told is not None and filed is not None and told.doubtful:
        told = told if _is_inside(told, filed) and _calls_itself("区", text) else filed
    if guess := told or filed or _by_short_name(gazetteer, text):
        return guess
    unlisted = unlisted_in_title(source)
    return _unlisted(unlisted) if unlisted else Whose("", "", "", doubtful=True)


def _unlisted(name: str) -> Whose:
    return Whose(name, "", "市" if name.endswith("市") else "区县", doubtful=True)


def _unlisted_inside(whose: Whose, gazetteer: Gazetteer, words: str) -> Whose | None:
    """The unlisted district whose city the words name before it: 杭州市甲坪区2023年…报告."""
    if whose.level not in ("市", "省"):
        return None
    ends = (m.end for m in gazetteer.find(words) if m.name == whose.name)
    inside = next((name for end in ends if (name := unlisted_at(words[end:]))), "")
    full = f"{whose.full}{inside}" if whose.full else ""
    return Whose(inside, full, "区县", doubtful=True) if inside else None


def _is_inside(inner: Whose, outer: Whose) -> bool:
    """True for a district of the city that is named."""
    return outer.level == "市" and inner.level == "区县" and outer.name in inner.full


def _calls_itself(level: str, text: str) -> bool:
    """Whether a body says 我区, 全县 more often than 我市, or the other way round."""
    own = {char: len(pattern.findall(text)) for char, pattern in _OWN_WORDS.items()}
    return own[level] > max(n for char, n in own.items() if char != level)


def _by_short_name(gazetteer: Gazetteer, text: str) -> Whose | None:
    """The one district named, by its short form alone, in a body that calls itself one; a guess.

    "蓬勃发展的江津" under the picture of a report in which 全区 stands for the name.
    """
    named = {(m.name, m.full): m for m in gazetteer.find(text) if m.level == "区县"}
    if len(named) != 1 or not _calls_itself("区", text):
        return None
    mention = next(iter(named.values()))
    own = f"全{mention.name[-1]}", f"我{mention.name[-1]}"
    if _is_partner(text, mention) or not any(word in text for word in own):
        return None
    return _whose(gazetteer, mention, text, doubtful=True)


def _named(gazetteer: Gazetteer, words: str, text: str, doubtful: bool = False) -> Whose | None:
    """The district that a title or a publisher names, the more local before the larger."""
    mentions = gazetteer.find(words)
    local = [m for m in mentions if m.level == "区县"] or mentions
    street = _STREET.search(words, local[0].end if local else 0)
    if street and (not local or street.start() == local[0].end):
        above = (
            _whose(gazetteer, local[0], text, doubtful) if local else _by_frequency(gazetteer, text)
        )
        full = f"{above.full or above.name}{street[1]}" if above is not None else ""
        return Whose(street[1], full, "街道", doubtful or not full)
    area = _AREA.search(words, local[0].end if local else 0)
    if area and (not local or (local[0].level == "市" and area.start() == local[0].end)):
        city = _whose(gazetteer, local[0], text, doubtful).full if local else ""
        # "高新区" is a name only behind its city's: 成都高新区.
        name = words[local[0].start : area.end(1)] if local and len(area[1]) <= 3 else area[1]
        return Whose(name, f"{city}{area[1]}" if city else "", "区县", doubtful)
    return _whose(gazetteer, local[0], text, doubtful) if local else None


def _whose(gazetteer: Gazetteer, mention: DistrictMention, text: str, doubtful: bool) -> Whose:
    full = mention.full or _full_name(gazetteer.lookup(mention.name), gazetteer, text)
    return Whose(mention.name, full, mention.level, doubtful)


def _full_name(districts: list[District], gazetteer: Gazetteer, text: str) -> str:
    """Of places that share a name, the one whose city or province the text names most."""
    named = Counter(m.name for m in gazetteer.find(text) if m.level in ("市", "省"))
    scores = {d.full: 3 * named[d.city] + named[d.province] for d in districts}
    best = sorted(scores, key=lambda full: -scores[full])
    if not best or not scores[best[0]]:
        return ""
    return best[0] if len(best) == 1 or scores[best[0]] > scores[best[1]] else ""


def _by_frequency(gazetteer: Gazetteer, text: str) -> Whose | None:
    """The district that the body names most, of the level that it calls its own ("我市")."""
    own = {char: len(pattern.findall(text)) for char, pattern in _OWN_WORDS.items()}
    levels = ("市", "区县") if own["市"] > 2 * own["区"] else ("区县", "市")
    mentions = [m for m in gazetteer.find(text) if _in_full(m) and not _is_partner(text, m)]
    named = next((found for lv in levels if (found := [m for m in mentions if m.level == lv])), [])
    if not named:
        return _by_offices(gazetteer, text)
    short = gazetteer.find(text, known={m.name for m in named})
    counts = Counter(m.name for m in named)
    for mention in short:
        if mention.name in counts and not _in_full(mention) and not _is_partner(text, mention):
            counts[mention.name] += 1
    ranked = counts.most_common(2)
    name, count = ranked[0]
    if count == 1 and not any(_introduces(text, m) for m in named):
        return _by_offices(gazetteer, text)
    second = ranked[1][1] if len(ranked) > 1 else 0
    mention = max((m for m in named if m.name == name), key=lambda m: bool(m.full))
    return _whose(gazetteer, mention, text, doubtful=count < 5 or count < 3 * second)


def _introduces(text: str, mention: DistrictMention) -> bool:
    """Whether a body's one mention of a place can be its own: where it opens, signs, or governs.

    A school of 平阳县 that sent its teachers is no such place.
    """
    inside = _OPENING <= mention.start < len(text) - _CLOSING
    return not inside or bool(_OWN_OFFICE_AFTER.match(text, mention.end))


def _by_paper(gazetteer: Gazetteer, text: str) -> Whose | None:
    """The place whose paper reports, where its dateline tells: a guess."""
    for match in _REPORTED_BY.finditer(text):
        places = [d for d in gazetteer.lookup(match[1]) if d.level in ("区县", "市")]
        if len({place.full for place in places}) == 1:
            return Whose(places[0].name, places[0].full, places[0].level, doubtful=True)
    return None


def _by_offices(gazetteer: Gazetteer, text: str) -> Whose | None:
    """The district after which most offices of the city or the state in it are called; a guess."""
    counts: Counter[District] = Counter()
    for match in _OFFICE.finditer(text):
        for length in (3, 2):
            name = match[1][-length:]
            if name in _WORDS:
                continue
            districts = [d for d in gazetteer.lookup(name) if d.level == "区县"]
            districts = [d for d in districts if not d.name.endswith("新区")] or districts
            if districts and len(name) == length:
                counts.update(districts[:1] if len({d.full for d in districts}) == 1 else ())
                break
    if not counts:
        return None
    district = counts.most_common(1)[0][0]
    return Whose(district.name, district.full, district.level, doubtful=True)


def _in_full(mention: DistrictMention) -> bool:
    # 科右前旗 and 科尔沁右翼前旗 are one banner, each in full.
    return mention.text.endswith(mention.name) or mention.text[-1] in ")）旗"


def _is_partner(text: str, mention: DistrictMention) -> bool:
    before = text[max(mention.start - 18, 0) : mention.start]
    after = text[mention.end : mention.end + 12]
    return bool(_PARTNER_BEFORE.search(before) or _PARTNER_AFTER.match(after))
