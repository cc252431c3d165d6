"""Words that point at what was spoken of, 前者, 回到刚才的…; a question asked again elsewhere."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.language.period_mentions import find_periods
from assistant.language.periods import label as period_label
from assistant.question import ask_cues, follow_up_cues
from assistant.question.corpus import Corpus, stem
from assistant.question.frames import subject_of
from assistant.question.places import blank, districts_in, spans_of
from assistant.question.query import parse_query
from assistant.question.topics import is_courtesy
from assistant.schema import Query, Turn
from assistant.text import fold_text

_HE = re.compile(
    r"(?:[他她]|[这那]一?位(?:[区县市]?领导|负责人|责任人|同志)?)"
    r"(?:(?=(?:还|又|也|另外)?(?:分管|负责|牵头|主管|抓|管)|之前|以前|此前|接替|的?前任)"
    r"|(?P<held>(?:手[上里头]|名下|那[里儿])(?:还|又|也|另外)?有)(?=哪|什么|几|多少))"
)
_IN_CHARGE = re.compile(
    r"(?:领导|负责人|责任人|组长)[^:：\n]{0,4}[:：]\s*([一-鿿]{2,4})(?![一-鿿])"
)
_TOWN = re.compile(
    r"(?<![一-鿿])[一-鿿]{1,4}(?:街道|镇|乡)(?![一-鿿])|(?<![一-鿿])[一-鿿]{2,4}(?:街道|镇|乡)"
)

# "乙区2023年的比它2023年高多少": the place, and not what was told of it.
_PLACE_AND_TIME = re.compile(r"(?<=.)它的?(?=(?:19|20)\d\d年)")
# "这个院区有多少床位": a thing of a sort, of which one was named.
_THIS_THING = re.compile(
    r"(?:[这那]一?[个所座家条栋处]|该)"
    r"(?P<sort>院区|公园|学校|校区|医院|园区|产业园|中心|大桥|平台|小镇|社区|基地|大厦|广场|泵站|水库|枢纽"
    r"|高速|隧道|公司|企业|小区|车站|电站|水厂|场馆|剧院|博物馆|图书馆|综合体|示范区|试验区)"
    r"(?![一-鿿]{0,2}(?:项目|任务))"
)
# A town that an answer names: "石桥镇:71分", "2024年石桥镇", and not what stands for each of many.
_TOWN_TOLD = re.compile(
    r"(?:(?<![一-鿿])|(?<=[年月度是]))(?![各全每该某本这那年月度是])[一-鿿]{1,4}(?:街道|镇|乡)(?![一-鿿])"
)
_WHICH_TOWN = re.compile(
    r"哪(?!一?年|些|一?个?(?:单位|部门|局|项目|领导)|[几两三四五六七八九])|谁(?!负责|牵头|[来主在]?[管抓])"
)
_IT = re.compile(r"(?<![其吉])它(?![们俩])的?|(?:该|[这那]个)(?:街道|镇|乡)(?![一-鿿]?[街镇村])的?")
# "占比呢?我是说房地产", "目标是多少,我指的是绿地": of what is asked, said behind.
_NAMED_BEHIND = re.compile(
    r"^(?:那么?|它的?|其)?(?P<asked>(?:占|增[速长幅]|同比|目标|计划|排|完成|进[度展]|总量|规模(?!以)|[有是]?多少)[^,，。?？]*)[?？,，。]+\s*"
    r"我?(?:的意思)?(?:[说指问]的是|[说指]的|是[说指问]|指)"
    r"(?P<thing>(?!是|目标|计划|实际|完成|预期|全|增|同比|总)[一-鿿“”\"]{2,12}?)的?[吧哈哦啊]?[?？。!！]?$"
)
_DONE = re.compile(r"了(?=多少|几)")  # of another year a plan may be told
_OWN = re.compile(r"^(?:它|其|那个)的?")

# "由谁牵头?住建局呢?" asks for the part that a unit has in the same task.
_UNIT_ASKED = re.compile(
    r"(?:那么?)?(?P<unit>[一-鿿]{2,12}(?:局|委|办|街道|管委会|公司|中心))呢[?？]?"
)
_LEAD_OF_ONE = re.compile(
    r"谁(?:来|在)?(?:牵头|负责|主办)|(?:牵头|责任|主办)(?:单位|部门)(?:是|有|为)?(?:谁|哪|什么)|哪一?个?(?:部门|单位)(?:来|在)?(?:牵头|负责|主办)"
)


def with_pointed(text: str, earlier: Sequence[Query]) -> str:
    """Put what was spoken of for the words that point at it: 前者 and 后者, and 它2023年."""
    placed = earlier[-1].districts
    if len(placed) == 1:
        text = _PLACE_AND_TIME.sub(placed[0], text)
    text = _THIS_THING.sub(lambda m: _named_before(m["sort"], earlier) or m[0], text)
    if not re.search("前者|后者", text):
        return text
    names = _two_spoken_of(earlier)
    return text.replace("前者", names[0]).replace("后者", names[1]) if names else text


def with_town_told(text: str, history: Sequence[Turn]) -> str:
    """Put the one town for 它 that alone was told last, where it was asked which one it is.

    >>> asked = Turn("哪个镇最低?", "甲县2024年哪个镇最低?", "甲县2024年:石桥镇:71分[1]。")
    >>> with_town_told("它二季度有几个火点?", [asked])
    '石桥镇二季度有几个火点?'
    """
    pointed = _IT.search(text)
    if pointed is None or _TOWN_TOLD.search(text):
        return text
    for turn in reversed(history):
        if _IT.search(turn.question):
            continue
        towns = set(_TOWN_TOLD.findall(turn.text)) if _WHICH_TOWN.search(turn.question) else set()
        town = towns.pop() if len(towns) == 1 and not turn.refused else ""
        return f"{text[: pointed.start()]}{town}{text[pointed.end() :]}" if town else text
    return text


def _named_before(sort: str, earlier: Sequence[Query]) -> str:
    """The whole name of a thing of some sort that was spoken of last, "" if none was.

    >>> _named_before("公园", [Query("2023年甲区的滨河公园哪天开放的?")])
    '滨河公园'
    """
    for query in reversed(earlier):
        for named in reversed(re.findall(rf"([一-鿿a-z\d]{{2,16}}{sort})", query.text)):
            name = re.split(r"[的年月日在与和]|[区县市](?=[一-鿿]{4})", named)[-1]
            if len(name) > len(sort) + 1:
                return name
    return ""


def _two_spoken_of(earlier: Sequence[Query]) -> tuple[str, ...]:
    """Two districts, times or things: of the last question, else of the last two."""
    last = earlier[-1]
    times = tuple(period_label(p) for p in last.periods)
    for names in (last.districts, times, last.indicators):
        if len(names) == 2:
            return names
    pair = earlier[-2:]
    told = (
        [q.districts for q in pair],
        [tuple(period_label(p) for p in q.periods) for q in pair],
        [(subject_of(q),) for q in pair],
    )
    for each in told:
        names = tuple(dict.fromkeys(n for found in each for n in found))
        if len(names) == 2 and all(len(found) == 1 for found in each):
            return names
    return ()


def named_behind(text: str, corpus: Corpus) -> str:
    """Put the thing that is named last before what is asked of it: 占比呢?我是说房地产.

    >>> named_behind("占全部投资的比重呢?我是说房地产", Corpus({}))
    '房地产占全部投资的比重呢?'
    >>> named_behind("增速呢?我说的是全年的", Corpus({}))
    '增速呢?我说的是全年的'
    """
    said = _NAMED_BEHIND.search(text)
    if said is None or find_periods(said["thing"], "") or districts_in(said["thing"], corpus)[0]:
        return text
    return f"{said['thing']}{said['asked']}?"


def turned_to(text: str, corpus: Corpus) -> str:
    """Leave out the words by which talk turns to another place or time: "转到2024年,…"."""
    apart = follow_up_cues.APART_FROM.match(text)
    others = text[apart.end() :] if apart else ""
    if apart and districts_in(apart[1], corpus)[0] and districts_in(others, corpus)[0]:
        return others
    turned = follow_up_cues.TURNED.match(text)
    instead = follow_up_cues.INSTEAD.match(text)
    if turned:
        rest = text[turned.end() :]
        placed = any(start == 0 for start, _ in districts_in(rest, corpus)[1])
        if not placed and not re.match(r"(?:19|20)?\d\d年", rest):
            return text
    elif instead:
        rest = text[instead.end() :]
    else:
        return text
    named = follow_up_cues.LOOKED_AT.sub("", rest)
    return f"{named}呢?" if named != rest else rest


def back_to(text: str, earlier: list[Query], corpus: Corpus) -> tuple[str, list[Query]]:
    """Return what is asked of a topic that the talk goes back to, and what is spoken of then.

    A topic that was not spoken of, "回到GDP,它的增速是多少", is the subject of the question.
    """
    back = follow_up_cues.BACK_TO.search(text)
    if back is None:
        return text, earlier
    topic, rest = back.group(1).strip("的说"), text[back.end() :]
    found = [query for query in earlier if topic in query.text]
    named = parse_query(topic, corpus)
    if found:
        # "回到甲区,它有几家医院?": 它 is the district, and not what was asked of it.
        placed = named.districts and not (named.indicators or named.terms)
        asked = parse_query(rest, corpus)
        in_full = asked.districts and asked.periods and asked.kinds
        if named.indicators and in_full and not (asked.indicators or asked.terms):
            # Another place's plan of the next year: of the topic, not of what was asked of it.
            end = max(e for n in ("district", "period") for _, e in asked.slots[n])
            return f"{rest[:end]}{topic}{rest[end:]}", found[-1:]
        if not (placed or named.districts or asked.districts or asked.indicators or topic in rest):
            # "回到道路,2023年总长多少公里?": something else of the same thing.
            end = max((e for _, e in asked.slots.get("period", ())), default=0)
            if asked.terms or asked.units:
                return f"{rest[:end]}{topic}{_OWN.sub('', rest[end:])}", found[-1:]
        return _OWN.sub("", rest) if placed else rest, found[-1:]
    if named.indicators or named.districts:
        return f"{topic}{'的' if named.indicators else ''}{_OWN.sub('', rest)}", earlier
    return text, earlier


def asked_elsewhere(text: str, history: Sequence[Turn], corpus: Corpus) -> str:
    """Return the last question with another district, where it is more than a figure of one time.

    "石峰区呢?" behind "芦淞区区长是谁?" or "芦淞区GDP和上年比增加了多少?"; empty for others.
    """
    query = parse_query(text, corpus)
    bare = not (query.periods or query.kinds or query.terms or query.indicators or query.measures)
    if not (bare and len(query.districts) == 1 and follow_up_cues.ELLIPSIS.search(text)):
        return ""
    last = next((turn.standalone_question for turn in reversed(history) if not _is_talk(turn)), "")
    asked = parse_query(last, corpus)
    named = asked.indicators or asked.terms or asked.measures
    set_apart = len(asked.periods) > 1 and {"difference", "rank"} & set(asked.asks)
    if len(asked.districts) != 1 or (named and not set_apart):
        return ""
    folded, (old,) = fold_text(last), asked.districts
    word = next((name for name in (old, stem(old)) if name in folded), "")
    return folded.replace(word, query.districts[0], 1) if word else ""


def asked_whole(text: str, last: str, corpus: Corpus) -> str:
    """Return a question word for word, of another place or time; empty for any other follow-up.

    "2025年呢?" behind "甲区2024年新增了多少床位,建了几个食堂?" asks for both of 2025.
    """
    query, asked = parse_query(text, corpus), parse_query(last, corpus)
    own = query.terms or query.indicators or query.measures or query.units or query.row
    if own or set(query.asks) - {"value"} or len(asked.districts) != 1 or len(asked.periods) > 1:
        return ""
    if not (query.districts or query.periods) or max(len(query.districts), len(query.periods)) > 1:
        return ""
    places, times = (asked.slots.get(name, ()) for name in ("district", "period"))
    if not places or len(places) > 1 or len(times) > 1:
        return ""
    (start, end), told = places[0], asked.text
    place = (*query.districts, told[start:end])[0]
    when = "".join(period_label(p) for p in (query.periods or asked.periods))
    planned = "计划" if query.kinds == ("target",) else ""
    rest = blank(told, [*places, *times]).replace(" ", "")
    rest = _DONE.sub("", rest) if query.periods else rest
    return f"{place}{when}{planned}{rest}"


def _is_talk(turn: Turn) -> bool:
    return is_courtesy(fold_text(turn.standalone_question))


def of_another_town(text: str, earlier: Sequence[Query]) -> str:
    """The last question asked of another town or street: "乙镇呢?" behind one of 甲镇."""
    named = _TOWN.fullmatch(re.sub(r"^那|呢?[?？]?$", "", text))
    if named is None or not earlier:
        return _unit_of_same_task(text, earlier)
    last = earlier[-1]
    spans = spans_of(last, ("district", "period"))
    found = list(_TOWN.finditer(blank(last.text, spans)))
    if len(found) != 1 or found[0][0] == named[0] or len(last.districts) != 1:
        return ""
    start, end = found[0].span()
    return f"{last.text[:start]}{named[0]}{last.text[end:]}"


def _unit_of_same_task(text: str, earlier: Sequence[Query]) -> str:
    """What a unit has to do with the task whose lead was asked for: "住建局呢?" leads none."""
    named = _UNIT_ASKED.fullmatch(text)
    if named is None or not earlier or not _LEAD_OF_ONE.search(earlier[-1].text):
        return ""
    return f"{earlier[-1].text.rstrip('?？。 ')},{named['unit']}配合吗?"


def points_at_person(text: str) -> bool:
    """True for a question that begins with a person and names nobody: 他还分管哪些事."""
    return _HE.match(text) is not None


def with_person(text: str, history: Sequence[Turn]) -> str:
    """Put the person whom the last answers named for "他": "他还分管哪些事"."""
    if not (
        points_at_person(text) or ask_cues.PREDECESSOR.match(text)
    ):  # "之前是谁分管的": before him
        return text
    told = (turn.text for turn in reversed(history))
    name = next((m.group(1) for said in told for m in _IN_CHARGE.finditer(said)), "")
    return name + _HE.sub(lambda m: "负责" if m["held"] else "", text, count=1) if name else text
