"""The places that a question names, with their spans."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace

from assistant.language.tokenizer import is_place_name, segments
from assistant.lexicon.districts import DistrictMention, is_everyday, load_gazetteer
from assistant.lexicon.indicators import load_indicators
from assistant.lexicon.synonyms import load_synonyms
from assistant.question import constraint_cues, follow_up_cues
from assistant.question.corpus import Corpus, stem
from assistant.schema import Query, Span

_THING = 2  # characters that make another name of a short one: 三河古镇
# "哪些街道", "有几个街道", 新建街道图书分馆
_NO_NAME = re.compile(
    r"[哪几各每某多个条本该这那此]|所有|^(?:街道|乡镇?|镇)[和与及、]|^(?:新建|改建|建成|推进|打造|完善|示范|先进|其他|其它)"
)
# A place that no list knows is one where it opens a question and the year follows.
_UNLISTED = re.compile(
    r"(?:^|[,，。?？])(?:请问|想问|听说|听人说|据说|听闻|有人说|网上说|那么?)?([一-鿿]{2,4}?[区县市旗])(?=(?:(?:19|20)\d\d|今|去|上|明)年)"
)
_OUR_OWN = re.compile(r"[全我咱您你贵外们]|^.?(?:市|城|郊|地|老)区$|城市$")
_ASKED_AT_ONCE = re.compile(r"(?:的|实际|计划|目标|是(?=多少|几)|[a-z\d])")
_OPENING = r"(?:^|[\s,，。?？:：;；年月度底末初和与跟比、在]|那)$"
# What follows a name that is a place where it stands, and that of a city asked for as a whole.
# What is built, and what is joined to a district before it.
_WORKS_FOLLOW = re.compile(r"[的了过]|[、和与及]?(?:续建|改建|扩建|改扩建|在建|项目|工程|重点)")
_JOINT = re.compile(r"[\s,，。?？:：;；和与跟比、]$")
_FOLLOWED = re.compile(
    r"\d|[的呢和跟与、,，有各是?？]|今年|去年|明年|上半年|全[市省]|[市省](?:本级|直|级)|$"
)
# What a place is made or called: 创省平安区 is no place of that name.
_HONOUR = re.compile(
    r"(?:创[成建]?|获评?|评为|建成|入选|争创|成为)了?为?(?:省|国家|全国|省级|国家级)$"
)
_BESIDE = re.compile(
    r"(?:\d{4}年)?[和与跟及、]([一-鿿]{2,3})(?=谁|哪|的|呢|比|两|三|相|差|[,，?？\d]|今年|去年|$)"
)


def blank(text: str, spans: Collection[Span]) -> str:
    """Overwrite spans with blanks, so that the positions of the rest stay."""
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def spans_of(query: Query, slots: Sequence[str]) -> list[Span]:
    """Where the words of some slots stand in the text of a question."""
    return [span for name in slots for span in query.slots.get(name, ())]


def without_slots(query: Query, slots: Sequence[str]) -> str:
    """Return the text of a question with the words of some slots blanked."""
    return blank(query.text, spans_of(query, slots))


@dataclass
class _Sorted:
    """The places a question mentions, told apart.

    ``cities`` hold a known district and may be asked for themselves; ``placing`` are the names that
    only tell where a district lies.
    """

    names: list[str] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    cities: list[DistrictMention] = field(default_factory=list)
    placing: set[str] = field(default_factory=set)


def districts_in(text: str, corpus: Corpus) -> tuple[tuple[str, ...], list[Span]]:
    """Districts with their spans; a city that only places known districts is none."""
    mentions = _mentions(text, corpus)
    found = _sort(mentions, text, corpus)
    names = found.names
    if not names:
        alone = _named_alone(text) or _dated_only(text, corpus, found)
        if alone:
            return (alone[0],), [alone[1]]
        names = _grown_together(text, corpus)
    if not names and found.cities and not constraint_cues.ALL_DISTRICTS.search(text):
        # "青岛市2024年GDP" asks for the city, not for a district of it
        return (found.cities[0].name,), [(found.cities[0].start, found.cities[0].end)]
    spans = [
        (m.start, m.end)
        for m in mentions
        if m.text == m.name
        or m.name in corpus.places
        or (m.start, m.end) in found.spans
        or (m.name in found.placing and _places_next(m, mentions, text))
    ]
    unlisted = [d for d in names if text.startswith(stem(d)) and not load_gazetteer().lookup(d)]
    spans += [(0, len(stem(d))) for d in unlisted if not any(s == 0 for s, _ in spans)]
    beside = [p for p in _places_beside(text, spans) if not {p[0], stem(p[0])} & {*names}]
    names = [*names, *(name for name, _ in beside)]
    spans += [span for _, span in beside]
    return tuple(dict.fromkeys(_without_stems(names))), list(dict.fromkeys(spans))


def _mentions(text: str, corpus: Corpus) -> list[DistrictMention]:
    """Find the names of places that stand for places where they are."""
    mentions = [_with_rank(m, text) for m in load_gazetteer().find(text, known=corpus.places)]
    mentions = [m for m in mentions if m is mentions[0] or not _is_a_verb(m, text)]
    quoted = [m.span() for m in constraint_cues.QUOTED.finditer(text)]
    outside = [m for m in mentions if not any(s <= m.start and m.end <= e for s, e in quoted)]
    # “钱塘印记”校园 of another district; a “省平安区” is an honour and no 平安区.
    named = [m for m in mentions if m.name in corpus.places or (m.start - 1, m.end + 1) in quoted]
    return [m for m in outside or named if not _HONOUR.search(text[: m.start])]


def _is_a_verb(mention: DistrictMention, text: str) -> bool:
    """True for a short form that says what was done in the place named before it.

    "某县2016年新建的人行天桥" and "某县2016年新建和续建项目" name no 新建区 beside the county.
    """
    if not is_everyday(mention.text):
        return False
    return bool(_WORKS_FOLLOW.match(text, mention.end) or not _JOINT.search(text, 0, mention.start))


def _sort(mentions: Sequence[DistrictMention], text: str, corpus: Corpus) -> _Sorted:
    """Tell the districts that are asked for from the cities around them and from mere words."""
    fulls = [p.district_full for p in corpus.profiles.values()]
    terms = load_indicators().find(text)
    found = _Sorted()
    for mention in mentions:
        known = mention.name in corpus.places
        if not known and any(mention.name in full for full in fulls):
            whole = mention.text == mention.name or _FOLLOWED.match(text, mention.end)
            found.cities += [mention] if whole else []
            found.placing.add(mention.name)
            continue
        short = not known and mention.text != mention.name
        # 惠民演出 is an indicator and names no 惠民县.
        if short and any(t.start <= mention.start and mention.end < t.end for t in terms):
            continue
        if short and _is_in_a_name(mention, mentions, text, corpus):
            continue
        placed = any(m.name in corpus.places and m.end <= mention.start for m in mentions)
        if short and not _is_place(text, mention.start, mention.end, placed=placed):
            continue
        stems = [d for d in corpus.districts if stem(d) == mention.text]
        found.names.append(mention.text if len(stems) > 1 else mention.name)
        found.spans.append((mention.start, mention.end))
    return found


def _named_alone(text: str) -> tuple[str, Span] | None:
    """Find the place of a follow-up that says no more than it."""
    elliptic = follow_up_cues.NAMED_ALONE.match(text)
    if elliptic and load_gazetteer().lookup(elliptic.group(1) + "区"):
        return elliptic.group(1) + "区", elliptic.span(1)
    return None


def _dated_only(text: str, corpus: Corpus, found: _Sorted) -> tuple[str, Span] | None:
    """Find a place by its year; in "杭州的哪个区" the city only tells where the districts are."""
    dated = _dated_place(text, corpus)
    if dated and dated[0] in found.placing and constraint_cues.ALL_DISTRICTS.search(text):
        return None
    return dated


def _grown_together(text: str, corpus: Corpus) -> list[str]:
    """Find a short name grown together with what follows: 滨江社区卫生服务站."""
    stems = [(stem(d), d) for d in corpus.districts if len(stem(d)) > 1]
    glued = [(text.index(short), district) for short, district in stems if short in text]
    return [district for _, district in sorted(glued)][:1]


def _without_stems(names: Sequence[str]) -> list[str]:
    """Leave out a short name behind the full one that it is short for."""
    return [
        name
        for i, name in enumerate(names)
        if not (name == stem(name) and any(stem(o) == name for o in names[:i] if o != name))
    ]


def _places_next(place: DistrictMention, mentions: Sequence[DistrictMention], text: str) -> bool:
    """True for what only tells where the place behind it lies: 天河的猎德街道."""
    starts = {place.end, place.end + text.startswith("的", place.end)}
    return any(m.start in starts for m in mentions if m is not place)


def _is_in_a_name(
    mention: DistrictMention, mentions: Sequence[DistrictMention], text: str, corpus: Corpus
) -> bool:
    """True for a short name that is only a part of what a document calls something.

    三河古镇, of which the documents tell, is no 三河市, nor 沿河的生态廊道 one of 沿河县; and a
    county does not lie in the city that its name grows on to: 义乌商城 is no 商城县.
    """
    behind = text[mention.end :].removeprefix("的")[:_THING]
    before = text[max(0, mention.start - _THING) : mention.start]
    if f"{mention.text}{behind}" in corpus.names.text:
        return True
    if len(before) == _THING and f"{before}{mention.text}" in corpus.names.text:
        return True
    return mention.level == "区县" and any(
        m.level == "市" and m.end == mention.start for m in mentions
    )


def _with_rank(mention: DistrictMention, text: str) -> DistrictMention:
    """Take in what a short name of an autonomous place ends in: 湘西州, 景宁县."""
    rank = mention.name[-1:]
    short = mention.text != mention.name and "自治" in mention.name
    if not short or text[mention.end : mention.end + 1] != rank:
        return mention
    return replace(mention, end=mention.end + 1)


def streets_in(query: Query) -> list[str]:
    """The streets that a question names; 哪些街道 and 几个街道 name none."""
    slots = [*query.slots.get("district", ()), *query.slots.get("period", ())]
    named = constraint_cues.PLACE.findall(blank(query.text, slots))
    return [street for street in named if not _NO_NAME.search(street)]


def unlisted_in(query: Query) -> list[str]:
    """The place that opens a question which names none that a list knows."""
    found = [] if query.districts else _UNLISTED.findall(query.text)
    return [name for name in found if not (_NO_NAME.search(name) or _OUR_OWN.search(name))]


def _is_place(text: str, start: int, end: int, *, placed: bool) -> bool:
    """A short name that the index does not know is a place where the sentence treats it as one.

    It opens the question or follows a date or a joint; 路桥工程 inside a phrase is no 路桥区. Where
    the question is ``placed`` before, no date opens it: 樊城2024年太平店污水处理厂.
    """
    opening = r"(?:^|[\s,，。?？:：;；和与跟比、在]|那)$" if placed else _OPENING
    opens = re.search(opening, text[:start])
    return bool(opens or _FOLLOWED.match(text, end))


def _dated_place(text: str, corpus: Corpus) -> tuple[str, Span] | None:
    """Find a name before a year that many places share with a common word: "西湖2023年"."""
    for match in re.finditer(r"(?:^|[,，。?？和与跟比、])([一-鿿]{2,3})(?=(?:19|20)\d\d年)", text):
        name = match.group(1)
        if any(stem(d) == name for d in corpus.districts):
            continue
        found = next((d for s in "区县市" for d in load_gazetteer().lookup(name + s)), None)
        if found is not None:
            return found.name, match.span(1)
    return _leading_place(text, corpus)


def _places_beside(text: str, spans: Sequence[Span]) -> list[tuple[str, Span]]:
    """Find names that many places share where they are set beside a district: "顺德和禅城谁高"."""
    found = []
    for _, end in spans:
        match = _BESIDE.match(text[end:])
        if match is None:
            continue
        name, start = match.group(1), end + match.start(1)
        known = next((d for s in "区县市" for d in load_gazetteer().lookup(name + s)), None)
        if known is not None:
            found.append((known.name, (start, start + len(name))))
    return found


def _leading_place(text: str, corpus: Corpus) -> tuple[str, Span] | None:
    """Find such a name where a question begins or behind its date: "2023年西湖固投".

    What is asked for follows at once: 2023年西湖大学 names no district.
    """
    for match in re.finditer(r"(?:^|[年月度底末,，])(?=[一-鿿])", text):
        start = match.end()
        word = next(iter(segments(text[start:])), "")
        rest = text[start + len(word) :]
        spoken = bool(load_synonyms().expand(word))  # 新建, which is a verb before it is a district
        spoken = spoken or word[-1] in "东西南北"  # 城东 is a side of any town
        if spoken or not 2 <= len(word) <= 3 or not is_place_name(word):
            continue
        if _ASKED_AT_ONCE.match(rest) or corpus.names.begins(rest):
            for suffix in "区县市":
                if any(d.name == word + suffix for d in load_gazetteer().lookup(word + suffix)):
                    return word + suffix, (start, start + len(word))
    return None
