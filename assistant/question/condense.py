"""Conversation: a follow-up and what came before it → one standalone question, by rules.

A question that stands alone is left as it was typed. One that leaves something out takes it from
the last question that was about the documents: the district, the period, the subject, or all of
them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.language.columns import CHARGES
from assistant.language.periods import label as period_label
from assistant.language.periods import year_of
from assistant.language.quantities import find_quantities
from assistant.language.tokenizer import is_verb
from assistant.lexicon.indicators import load_indicators
from assistant.question import cues
from assistant.question.corpus import Corpus, same_district, stem
from assistant.question.query import asks_something, chinese_number, parse_query, without_orders
from assistant.question.times import year_of_documents
from assistant.schema import Query, Turn
from assistant.text import fold_text

_DONE_TO_END = re.compile("[一-鿿](?:完|好|成|掉|光)")  # 清完, which is no subject
_LATIN = re.compile(r"[A-Za-z][A-Za-z0-9]*")
LOOK_BACK = 8  # turns that a follow-up may refer to

# What is cut from a question to leave its subject: the asking and the counting words.
_ASKING = re.compile(
    r"(?:还|又|一共|总共|分别|各|大概|具体|打算|怎么|如何)*(?:是|有|为|达到?|做到|完成了?|实现了?|了|得)*(?:多少|(?<!好)几)"
    r"(?:个?百分点|亿美元|亿元|万元|亿|万|元|钱|平方米|公里|人次|[家个项件张套户亩所名人台条场座幢栋片处辆起次枚倍])?(?!元?以[上下])"
    r"|(?:是|有|为)?(?:多大|多高|什么|怎样|百分之几|百分之多少|哪些|哪几[个项家]?)|有?(?:什么|哪些)(?:打算|安排|措施|做法)"
    r"|(?:目标)?(?:完成|达到|达成|实现)(?:了吗|了没有|没有|了没|吗)|(?:由|归|是)?谁(?:来)?(?:牵头|负责)|谁(?:更|最)?[高低多少快大小]|(?:更|最)[高低多少快大小]"
    r"|(?:由|归|是)?哪(?:一)?(?:个|些|家|几家|几个)?(?:单位|部门)(?:来)?(?:负责|牵头|配合)?|(?:配合|责任|牵头)单位(?:是谁|是哪家|有哪些|呢)?"
    r"|是?[涨升增](?:还?是|是)[跌降减]|相差多少|什么时候(?:公布|发布|能知道)?|为什么(?:没有)?|是什么原因|怎么样|[吗呢吧么][?？]?$|[?？!！。]+"
)
_MEASURING = re.compile(
    r"(?:在?全[市省国])?排(?:名|第)?$|(?:的)?(?:同比)?(?:增长|增速|增幅|下降|涨|总量|总额|规模|占比|比重)(?:了|是|率)?(?:的)?$"
)
_EDGES = " ,，.。、:：;；?？!！的了是呢吗吧在和与有"
_PRONOUN = re.compile(
    r"(?:它|他|她|这|那|该|此)(?:的)?(?:(?:[一二两三四五]|\d)?(?:个|项|件|些|条)|俩)?(?:里|中|当中)?(?:的)?(?:工作|任务|事情|事|指标|数据|数字|项目|目标)?"
    r"|(?:(?:[二两三四五]|\d)(?:个|者|项)|俩)(?:区|县|市|地方|数[字据]?)?(?:里|中)?(?=分别|各|哪|谁|都|相差|差)"
)
_HE = re.compile(r"[他她](?=(?:还|又|也|另外)?(?:分管|负责|牵头|主管|抓|管))")
_IN_CHARGE = re.compile(
    r"(?:领导|负责人|责任人|组长)[^:：\n]{0,4}[:：]\s*([一-鿿]{2,4})(?![一-鿿])"
)
# "其中公共的呢?": some of what was just counted.
_DESCRIBED = re.compile(r"其中([一-鿿]{1,6})的呢?[?？]?")
# "占GDP多少", "乙县农村的呢": a share of what was spoken of, a part of it.
_SHARE_ASKED = re.compile(r"占(?!比|地|用|有)[^,，。?？]{1,12}(?:多少|几成|百分之几|比重|比例)")
_NARROWED = re.compile(r"[一-鿿]的呢[?？]?$")
_HEAD = re.compile(r"(?<=[一-鿿]{2})(?:总?产值|营业收入|产量|增加值|销售额|零售额|投资额?)$")
_SIDE = re.compile(r"^(?:城市|城镇|城区|农村|乡村|公办|民办)")
# "一共有多少个了" after what was built new asks how many there are.
_CREATED = re.compile(r"^(?:新[建增开办设]|净增)(?:成|了)?(?=[一-鿿]{2})")
_PLURAL = re.compile(r"俩|(?:[二两三四五六七八九十]|\d|(?<=[这那])几)(?:个|者|项)|它们")
_SITUATION = re.compile(r"(?:情况|表现)?(?:怎么样|怎样|如何|咋样)[?？]?$")
_IT = re.compile(r"它|其(?!中|他|它|余)|(?:该|这个)(?:项目|工程)")
_RANKED_IN = re.compile(
    r"(?:在|居|排)?(全[市省国]|周边|同类)(?=[^,，。?？]{0,3}(?:第几|老几|排名|名次|位次))"
)
_SUMMED_UP = re.compile(r"累计")
_TELLING = re.compile(r"^(?:这|那|它|上面|刚才)[^,，。?？]{0,6}(?:是)?(?:哪(?:一)?年|什么时候)的")


@dataclass(frozen=True, slots=True)
class Condensed:
    """The standalone question, and others to try in turn where it finds nothing."""

    question: str
    alternatives: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Frame:
    """A question's slots, ready to be put together again as text."""

    places: tuple[tuple[str, str], ...]  # (district, period)
    kind: str
    subject: str
    ask: str

    def text(self) -> str:
        named = list(dict.fromkeys(f"{d}{period_label(p) if p else ''}" for d, p in self.places))
        joined = "和".join(named) if len(named) < 3 else "、".join(named)
        said = f"{self.kind}{self.subject}"
        # "增长目标增长多少": what is measured has been said.
        ask = "是多少" if self.ask == "增长多少" and "增长" in said else self.ask
        return f"{joined}{said}{ask}?"


def condense(question: str, history: Sequence[Turn], corpus: Corpus) -> Condensed:
    """Return ``question`` as one that can be understood without the conversation."""
    folded = fold_text(question).strip()
    asked = without_orders(folded)
    folded = asked if history and asks_something(asked) else folded
    stripped = cues.CORRECTION.sub("", cues.LEAD_IN.sub("", folded))
    if not stripped:
        return Condensed(folded)
    stripped = _with_person(stripped, history)
    earlier = [p for turn in history[-LOOK_BACK:] if (p := _spoken_of(turn, corpus)) is not None]
    back = cues.BACK_TO.search(stripped)
    if back:
        topic = back.group(1).strip("的说")
        found = [p for p in earlier if topic in p.text]
        if found:
            stripped, earlier = stripped[back.end() :], found[-1:]
    joined = _join(stripped, earlier, corpus) if earlier else Condensed(stripped)
    # A complete question stays as it was typed, with its own capitals and width.
    if joined.question == folded:
        return replace(joined, question=question.strip())
    spelt = _spellings([*(turn.standalone_question for turn in history[-LOOK_BACK:]), question])
    question, *others = (
        _LATIN.sub(lambda m: spelt.get(m[0], m[0]), text)
        for text in (joined.question, *joined.alternatives)
    )
    return Condensed(question, tuple(others))


def _spellings(texts: Sequence[str]) -> dict[str, str]:
    """Return how Latin words were written, by their folded form: gdp → GDP."""
    return {fold_text(m[0]): m[0] for text in texts for m in _LATIN.finditer(text)}


def _with_person(text: str, history: Sequence[Turn]) -> str:
    """Put the person whom the last answers named for "他": "他还分管哪些事"."""
    if not _HE.match(text):
        return text
    named = (
        m.group(1)
        for turn in reversed(history[-LOOK_BACK:])
        for m in _IN_CHARGE.finditer(turn.text)
    )
    name = next(named, "")
    return _HE.sub(name, text, count=1) if name else text


def _spoken_of(turn: Turn, corpus: Corpus) -> Query | None:
    """Return the query of a turn that was about the documents."""
    query = parse_query(turn.standalone_question, corpus)
    if "origin" in query.asks and not query.indicators:
        return None
    about = query.indicators or query.terms or query.measures
    return query if about and query.topic in ("", "unclear") else None


def _join(text: str, earlier: Sequence[Query], corpus: Corpus) -> Condensed:
    previous = earlier[-1]
    text = cues.OVER_YEAR.sub("同比", text)  # the year before is what it is set against
    base_year = _year_of(previous, corpus)
    query = parse_query(text, corpus, year=base_year)
    if query.topic not in ("", "unclear"):
        return Condensed(text)
    if _TELLING.search(text):
        ask = _ask_of(_without_judgement(previous))
        return Condensed(
            _Frame(_places(previous), _kind_word(previous), _subject(previous), ask).text()
        )
    text, query = _in_full(text, query, earlier, corpus, base_year)
    periods = _relative_periods(text, previous) or query.periods
    if _is_part_of_before(text, query):
        return _of_before(text, query, previous, periods, corpus)
    own = names_subject(text, corpus, base_year)
    if own and (query.districts or _stands_alone(text, query)):
        if periods and not query.periods:
            text = _dated(text, query, periods[0])
        return Condensed(_with_ask(text, query, previous))
    become = cues.BECOME.search(text) and "verdict" not in query.asks and not query.districts
    if {"reason", "when"} & set(query.asks) or (become and query.terms and not own):
        return _asking_about(text, query, previous, periods)
    if own:
        return _of_another_thing(text, query, previous, periods)
    return _of_the_same(text, query, periods, earlier, corpus)


def _of_the_same(
    text: str, query: Query, periods: tuple[str, ...], earlier: Sequence[Query], corpus: Corpus
) -> Condensed:
    """A follow-up that names no subject: of another place, set beside another, or asked further."""
    previous = earlier[-1]
    if "origin" in query.asks and find_quantities(text):
        return _origin_of_figure(text, query, earlier)
    if _SITUATION.search(text) and query.districts and not query.kinds:
        # How another place fares is asked of its results.
        previous = replace(previous, kinds=())
        query = replace(query, asks=("value",))
        earlier = [*earlier[:-1], previous]
    compared = "rank" in query.asks or "difference" in query.asks or cues.COMPARE_WITH.search(text)
    if compared and (query.districts or len(earlier) > 1 or len(previous.districts) > 1):
        return Condensed(_comparison(text, query, periods, earlier, corpus).text())
    return _elliptic(text, query, periods, earlier, corpus)


def _year_of(query: Query, corpus: Corpus) -> str:
    """The year that was spoken of, or that of the documents of the places spoken of."""
    year = year_of(query.periods[-1]) if query.periods else ""
    return year or (year_of_documents(query.districts, corpus) if query.districts else "")


def _in_full(
    text: str, query: Query, earlier: Sequence[Query], corpus: Corpus, year: str
) -> tuple[str, Query]:
    """Put the whole name for its first word, where it was spoken of: 粮食 after 粮食总产量."""
    if query.indicators or len(query.terms) != 1:
        return text, query
    word = query.terms[0]
    names = [q.name for q in reversed(earlier) if q.name.startswith(word) and q.name != word]
    if not names or len(word) < 2 or text.count(word) != 1:
        return text, query
    text = text.replace(word, names[0])
    return text, parse_query(text, corpus, year=year)


def _is_part_of_before(text: str, query: Query) -> bool:
    """True for words that only narrow what was spoken of: 占GDP多少, 剔除房地产呢, 乙县农村的呢."""
    if _SHARE_ASKED.match(text) or (cues.ADJUSTED.match(text) and cues.ELLIPSIS.search(text)):
        return not query.districts
    words = (*query.indicators, *query.terms)
    if len(words) != 1 or query.units or query.measures:
        return False
    narrowed = _NARROWED.search(text) and query.districts and query.terms and not is_verb(words[0])
    return bool(narrowed or _SIDE.fullmatch(words[0]))


def _of_before(
    text: str, query: Query, previous: Query, periods: tuple[str, ...], corpus: Corpus
) -> Condensed:
    """Put what was spoken of beside the words that narrow it."""
    subject, kind = _subject(previous), _kind_word(previous)
    if _SHARE_ASKED.match(text):
        return Condensed(_Frame(_places(previous), kind, subject, text.rstrip("?？")).text())
    if cues.ADJUSTED.match(text):
        without = cues.ELLIPSIS.sub("", text).removesuffix("后")
        said = f"{subject}{without}后"
        return Condensed(_Frame(_places(previous), kind, said, "增长多少").text())
    places = _new_places(query, previous, periods, corpus)
    (word,) = (*query.indicators, *query.terms)
    subject = _SIDE.sub("", subject) if _SIDE.fullmatch(word) else subject  # 城市低保 → 农村低保
    frame = _Frame(places, kind, f"{word}{subject}", _ask_of(_without_judgement(previous)))
    return Condensed(frame.text(), (text,))


def names_subject(text: str, corpus: Corpus, year: str = "") -> bool:
    """True if a follow-up names what it is about, beyond pronouns, verbs and relative years."""
    bare = cues.WHICH.sub(" ", _PRONOUN.sub(" ", cues.COMPLETED.sub(" ", text)))
    relative = (cues.NEXT_YEAR, cues.PREVIOUS_YEAR, cues.LATER_YEAR, cues.SAME_YEAR)
    for pattern in (cues.THAN_BEFORE, *relative, _RANKED_IN, _SUMMED_UP):
        bare = pattern.sub(" ", bare)
    query = parse_query(bare, corpus, year=year)
    return bool(query.indicators or query.row) or any(
        not (is_verb(t) or _DONE_TO_END.fullmatch(t)) for t in query.terms
    )


def _origin_of_figure(text: str, query: Query, earlier: Sequence[Query]) -> Condensed:
    """Ask whose and of when another figure of what was spoken of is: "这5个是哪来的"."""
    figure = find_quantities(text)[-1].text
    texts = [
        _Frame(((d, ""),), "", _subject(spoken), f"{figure}是哪一年的").text()
        for spoken in reversed(earlier)
        for d in (query.districts or spoken.districts or ("",))[:1]
    ]
    return Condensed(texts[0], tuple(dict.fromkeys(texts[1:])))


def _names_a_thing(query: Query) -> bool:
    """True for a name of several words, which needs nothing that was spoken of before."""
    nouns = [*query.indicators, *(t for t in query.terms if not is_verb(t))]
    return bool(query.name) or len(nouns) > 1


def _stands_alone(text: str, query: Query) -> bool:
    """A question whose figure is this belongs to no district before it is answered."""
    return "origin" in query.asks and any(not q.is_rank for q in find_quantities(text))


def _dated(text: str, query: Query, period: str) -> str:
    """Put the year that "同年" or "第二年" stands for behind the district that is named."""
    text = _without_relative(text)
    place = next(
        (name for name in (*query.districts, *map(stem, query.districts)) if name in text), ""
    )
    return text.replace(place, f"{place}{period_label(period)}", 1) if place else text


def _with_ask(text: str, query: Query, previous: Query) -> str:
    """A corrected subject without a question of its own takes over the last one ("我说的是…")."""
    if query.asks != ("value",) or re.search(r"多[少大高长重快]|几|谁|哪|什么|[?？吗呢]", text):
        return text
    return f"{text}{_ask_of(previous)}?"


def _with_place(text: str, query: Query, previous: Query, periods: tuple[str, ...]) -> Condensed:
    """A new subject without a district: the district and, if it has none, the period carry over."""
    districts = "和".join(previous.districts)
    when = "、".join(period_label(p) for p in periods or previous.periods)
    body = re.sub(r"^(?:它|他|她|该区|这个区|那个区|(?:该|这个)(?:项目|工程))(?:的)?", "", text)
    bare, body = body, _with_sector(body, query, previous)
    if query.periods and periods == query.periods:
        return Condensed(f"{districts}{body}")
    if periods:
        body = _without_relative(body)
    kind = _kind_word(previous) if cues.ELLIPSIS.search(text) and not query.kinds else ""
    if _IT.match(text) and all(cues.OF_ANYTHING.fullmatch(w) for w in query.terms):
        # "它总投资多少": of the thing that was spoken of, and not of the district
        return Condensed(f"{districts}{when}{_subject(previous)}{body}")
    charged = cues.ELLIPSIS.search(body) and set(previous.asks) <= set(CHARGES)
    if charged and not (query.measures or query.kinds):
        told = f"{cues.ELLIPSIS.sub('', body)}{_ask_of(previous)}?"
        return Condensed(f"{districts}{when}{told}", (f"{districts}{when}{body}",))
    described = _DESCRIBED.fullmatch(body)
    if described:
        return Condensed(f"{districts}{when}{kind}{described.group(1)}{_subject(previous)}是多少?")
    rated = cues.ELLIPSIS.search(text) and previous.measures == ("growth",) and not query.measures
    if rated and body == bare:
        # "其中税收呢?" after a rate asks for its rate; another measure is asked for itself.
        rate = f"{cues.ELLIPSIS.sub('', body)}{_ask_of(previous)}?"
        return Condensed(
            f"{districts}{when}{kind}{rate}",
            (f"{districts}{when}{kind}{body}", f"{districts}{body}"),
        )
    texts = [f"{districts}{when}{kind}{body}", f"{districts}{when}{body}"]
    texts += [] if periods else [f"{districts}{body}"]  # a time that was asked for stays
    return Condensed(texts[0], tuple(t for t in dict.fromkeys(texts[1:]) if t != texts[0]))


def _of_another_thing(
    text: str, query: Query, previous: Query, periods: tuple[str, ...]
) -> Condensed:
    """A new subject: of the last place and time, and first by the measure that was asked of."""
    placed = _with_place(text, query, previous, periods)
    measured = _measured_alike(text, query, previous)
    if not measured:
        return placed
    first = _with_place(measured, query, previous, periods)
    return Condensed(first.question, (placed.question, *placed.alternatives))


def _measured_alike(text: str, query: Query, previous: Query) -> str:
    """Ask of another thing what was asked of the last: "新能源呢" after 光子产业产值."""
    head = _HEAD.search(_subject(previous))
    if head is None or not cues.ELLIPSIS.search(text) or head.group() in text:
        return ""
    if query.indicators or query.units or query.measures or set(query.asks) - {"value", "list"}:
        return ""
    return f"{cues.ELLIPSIS.sub('', text).removesuffix('的')}{head.group()}是多少?"


def _with_sector(text: str, query: Query, previous: Query) -> str:
    """Name of whom a bare measure is, by the last question: 总产值 behind 规上工业增加值."""
    word = query.terms[0] if len(query.terms) == 1 and not query.indicators else ""
    last = previous.indicators[0] if len(previous.indicators) == 1 else ""
    for end in range(len(last) - 1, 1, -1):
        if word and load_indicators().canonical(last[:end] + word):
            return text.replace(word, last[:end] + word, 1)
    return text


def _asking_about(text: str, query: Query, previous: Query, periods: tuple[str, ...]) -> Condensed:
    """Why and when: about what was last spoken of, in the follow-up's own words.

    A name of several words needs nothing that was spoken of before.
    """
    places = tuple(
        (d, (periods or previous.periods or ("",))[0])
        for d in query.districts or previous.districts
    )
    subject = _subject(previous) + ("," if _subject(previous) else "")
    words = "什么时候公布" if "when" in query.asks and not query.terms else text.rstrip("?？")
    asked = _Frame(places, "", subject, words).text()
    if "when" in query.asks and _names_a_thing(query):
        placed = _with_place(text, query, previous, periods)
        return Condensed(placed.question, (*placed.alternatives, asked))
    return Condensed(asked)


def _elliptic(
    text: str, query: Query, periods: tuple[str, ...], earlier: Sequence[Query], corpus: Corpus
) -> Condensed:
    """No subject of its own: the last question again, with the slots that the follow-up names."""
    previous = earlier[-1]
    subject = _subject(previous)
    if _PLURAL.search(text) and len(earlier) > 1 and not _PLURAL.search(previous.text):
        subject = "、".join(dict.fromkeys(_subject(p) for p in earlier[-2:]))
    if not _PLURAL.search(text):
        asked = cues.STOCK_ASKED.search(text)
        subject = _CREATED.sub("累计", subject) if asked else subject.removeprefix("累计")
    verb = next((t for t in query.terms if is_verb(t) and t not in subject), "")
    subject = verb + subject if verb and "section" not in query.asks else subject
    places = _new_places(query, previous, periods, corpus)
    kind = _kind_word(query) or _inherited_kind(query, previous)
    planned = "target" in query.kinds
    if planned and "completion" in previous.measures:
        previous = replace(previous, measures=(), units=())  # how far a plan is has no plan
    measures = query.measures or (() if query.units else previous.measures)
    asking = query if _asks_itself(query) else _without_judgement(previous)
    ask = _ask_of(asking, measures)
    if "verdict" in query.asks:
        kind = ""
    if set(CHARGES) & set(query.asks) and not periods:
        # Who is in charge is so for the year, of a plan and of what came of it.
        places, kind = tuple((d, year_of(p) or p) for d, p in places), ""
    frame = _Frame(places, kind, subject, ask)
    others = [replace(frame, kind="")] if kind and not query.kinds else []
    if planned and not query.measures:
        others += _of_the_year(frame, previous)
    return Condensed(frame.text(), tuple(t.text() for t in others if t != frame))


def _of_the_year(frame: _Frame, previous: Query) -> list[_Frame]:
    """What to look for where a plan is not told for a part of the year, or not as a rate."""
    yearly = tuple(dict.fromkeys((d, year_of(p) if "/" in p else p) for d, p in frame.places))
    plain = _ask_of(replace(_without_judgement(previous), measures=(), units=()))
    frames = [replace(frame, places=yearly), replace(frame, places=yearly, ask=plain)]
    return list(dict.fromkeys(frames))


def _new_places(
    query: Query, previous: Query, periods: tuple[str, ...], corpus: Corpus
) -> tuple[tuple[str, str], ...]:
    districts = query.districts or previous.districts or ("",)
    if periods:
        return tuple((d, p) for d in districts for p in periods)
    if not query.districts:
        return _places(previous)
    return tuple((d, p) for d in districts for p in _available(d, previous, corpus) or ("",))


def _places(query: Query) -> tuple[tuple[str, str], ...]:
    """The (district, period) pairs of a question, one to one where they are as many."""
    districts, periods = query.districts or ("",), query.periods or ("",)
    if len(districts) == len(periods):
        return tuple(zip(districts, periods, strict=True))
    return tuple((d, p) for d in districts for p in periods)


def _inherited_kind(query: Query, previous: Query) -> str:
    """Target or result carries over, unless the follow-up turns to another measure.

    "那某县2024年新增多少户" with its own place, time and unit asks for itself what came of it.
    """
    turned = bool(query.measures) and set(query.measures) != set(previous.measures)
    afresh = bool(query.districts and query.periods and query.units)
    return "" if turned or afresh else _kind_word(previous)


def _comparison(
    text: str, query: Query, periods: tuple[str, ...], earlier: Sequence[Query], corpus: Corpus
) -> _Frame:
    """Set what was last spoken of beside what the follow-up names, or the last few sides."""
    previous = earlier[-1]
    spoken = earlier[-1:] if query.districts else earlier[-_how_many(text) :]
    pairs = [place for q in spoken for place in _places(q)]
    for index, district in enumerate(query.districts):
        own = periods[index : index + 1] or _available(district, previous, corpus)[:1] or ("",)
        pairs.append((district, own[0]))
    ask = "相差多少" if "difference" in query.asks else "谁更高"
    if re.search(r"最低|更低|最少|更少|谁低|谁少|慢", text):
        ask = "谁更低"
    subject = next((s for q in reversed(spoken) if (s := _subject(q))), "")
    measured = "增长" if "growth" in (query.measures or previous.measures) else ""
    subject = f"{subject}{measured}" if measured and not subject.endswith(measured) else subject
    said = {_kind_word(q) for q in spoken}  # a plan and a result are set side by side as they are
    kind = _kind_word(query) or (said.pop() if len(said) == 1 else "")
    return _Frame(tuple(dict.fromkeys(pairs)), kind, subject, ask)


def _how_many(text: str) -> int:
    match = re.search(r"([二两三四五六七八九十]|\d)(?:个|者|项)", text)
    return chinese_number(match.group(1)) if match else 2


def _available(district: str, previous: Query, corpus: Corpus) -> tuple[str, ...]:
    """The last period where the district has it, else the year that its documents are about."""
    profiles = [p for p in corpus.profiles.values() if same_district(p.district, district)]
    years = {year_of(period) for p in profiles for period in p.periods.values()}
    if any(year_of(period) in years for period in previous.periods):
        return previous.periods
    key = "planned" if "target" in previous.kinds else "reported"
    for profile in profiles:
        period = profile.periods.get(key) or next(iter(profile.periods.values()), "")
        if period and previous.periods:
            return (year_of(period),)
    return () if profiles else previous.periods


def _relative_periods(text: str, previous: Query) -> tuple[str, ...]:
    year = int(year_of(previous.periods[-1]) or 0) if previous.periods else 0
    if not year:
        return ()
    if cues.NEXT_YEAR.search(text) or cues.LATER_YEAR.search(text):
        return (str(year + 1),)
    if cues.PREVIOUS_YEAR.search(text):
        part = previous.periods[-1] if "同期" in text else ""
        return (part.replace(str(year), str(year - 1)) or str(year - 1),)
    dated = re.search(r"(?:19|20)\d\d年", text)  # "2022年全年的呢" says itself of when
    same = cues.SAME_YEAR.search(text) or re.search(r"全年|年初|年度", text)
    return (str(year),) if same and not dated else ()


def _without_relative(text: str) -> str:
    for pattern in (cues.NEXT_YEAR, cues.PREVIOUS_YEAR, cues.LATER_YEAR, cues.SAME_YEAR):
        text = pattern.sub("", text)
    return text


def _kind_word(query: Query) -> str:
    if "target" in query.kinds and "actual" not in query.kinds:
        return "计划"
    return "实际" if query.kinds == ("actual",) else ""


def _subject(query: Query) -> str:
    """The words of a question that say what it is about."""
    text = query.text
    for name in ("district", "period", "kind"):
        for start, end in query.slots.get(name, ()):
            text = text[:start] + " " * (end - start) + text[end:]
    for phrase in query.excluded:
        text = text.replace(phrase, " ")
    text = cues.LEAD_IN.sub("", re.sub(r"\s+", "", cues.COMPLETED.sub("", text)))
    text = _PRONOUN.sub("", _ASKING.sub("", text)).strip(_EDGES)
    return _MEASURING.sub("", text).strip(_EDGES)


def _without_judgement(query: Query) -> Query:
    """Who leads, whether it was reached: asked once, not again of the next district."""
    asks = tuple(a for a in query.asks if a in ("value", "list", "section"))
    return replace(query, asks=asks or ("value",))


def _asks_itself(query: Query) -> bool:
    return bool(set(query.asks) - {"value", "list", "rank", "difference"}) or bool(
        query.units or query.measures
    )


_MEASURED: dict[str, str] = {
    "level": "总量是多少",
    "share": "占比是多少",
    "completion": "完成年度任务的百分之几",
}


def _ask_of(query: Query, measures: Sequence[str] = ()) -> str:
    """What a question asks for, in words that parse again to the same."""
    asks = set(query.asks)
    for ask, words in (
        ("leader", "由谁牵头"),
        ("lead", "由谁牵头"),
        ("support", "配合单位是谁"),
        ("verdict", "目标完成了吗"),
    ):
        if ask in asks:
            return words
    measures = measures or query.measures
    if query.units == ("元",):
        return "花了多少钱" if "花" in query.text else "有多少钱"
    if "growth" in measures:
        return "下降多少" if "降" in query.text else "增长多少"
    if "rank" in measures:
        scope = _RANKED_IN.search(query.text)
        return f"{f'在{scope[1]}' if scope else ''}排第几"
    measured = next((_MEASURED[m] for m in _MEASURED if m in measures), "")
    if measured:
        return measured
    if query.units:
        return f"有多少{query.units[0]}" if query.units[0] != "%" else "是百分之几"
    if "section" in asks:
        return "有哪些安排"
    return "有哪些" if "list" in asks else "是多少"
