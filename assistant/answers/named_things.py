"""Whether a quote has the name that is asked for: of a place, a park, of what is counted."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.evidence.asked import LEAST_SHARED
from assistant.evidence.figure_names import longest_shared
from assistant.evidence.figures import is_plan
from assistant.evidence.findings import Finding
from assistant.evidence.terms import Term, level
from assistant.evidence.wants import tells_where
from assistant.language.tokenizer import is_verb, is_word, segments
from assistant.question import ask_cues, figure_cues, statement_cues, stopwords
from assistant.question.content_terms import content_terms
from assistant.question.names import is_verbs, without_asides
from assistant.schema import Indicator, Query
from assistant.text import HAN_WORD, fold_text

LEAST_THING = 2  # characters that a thing's name has more than
_QUOTED = re.compile(r"[“\"]([一-鿿]{3,12})[”\"]")
# What something is called.
_CALLED_ASKED = re.compile(
    r"(?:叫|取名)什么(?:名[字称]?)?[?？]?$|名[字称]是什么[?？]?$"
    r"|哪(?:[几些]|一)?个?(?:国家|省份)"  # abroad there is no word for places: they have names
)
_WHICH_ASKED = re.compile("[哪谁]")
# "助力哪几个县脱贫": names side by side, or what is called a county.
_COUNTIES_ASKED = re.compile(r"哪(?:几|些|[两三四五六七八九十])个?(?:区县|县区|县市|县|旗)")
_SEVERAL = re.compile(r"[、和与及]|县|旗")
_WORKS = re.compile(r"(?<=[一-鿿]{2})的?(?:重[点大])?(?:项目|工程)$")
_NAME = re.compile(r"(?![万亿千百])[一-鿿]{2,}")  # 万人 is a unit
# "主要集中在甲、乙两个方面": what others complained of, or went into.
_FIELDS = re.compile(
    r"(?:集中(?:在|于|反映在)|涉及|关于|聚焦于?)[^,，。;；:：]{2,60}?(?:方面|领域|行业|环节|类别?|问题)"
)
# What a place that people go to is called by its sort.
_FACILITY = re.compile(
    r"(?:中心|驿站|[分总]?院|[车泵水]?站|基地|园区?|广场|食堂|[书茶]?房|馆|厂|市场|学校|[小中]学|街区|平台)$"
)

# "造船产业的产值": which trade it is stands before the word for all of them.
_TRADE = re.compile(
    r"([一-鿿]{2,}?)(?:制造|加工)?(?:产业|行业|制造业)"
    r"(?=[^,，。?？]{0,16}?(?:产值|营收|营业收入|增加值|产量|利润|销售额|规模))"
)

_SORT = 2  # characters at the end of a name that say what sort of thing it is


def counts_another(query: Query, found: Finding) -> bool:
    """True where the thing whose number is asked for is none that a statement speaks of.

    "书房接待了多少读者" asks for no 书房, nor "大学生里博士有多少名" for all 大学生;
    "多少个泵站的主体结构" is told neither by other structures nor by whatever 泵站 are for.
    "接待了多少老人" is told by no other thing that was done for them.
    """
    if found.figure is None:
        return False
    if _is_only_planned(query, found, found.figure):
        return True
    done = [m["done"] for m in figure_cues.DONE_FOR_FOLK.finditer(query.text)]
    if any(word in found.match.missing and is_verb(word) for word in done):
        return True
    things = [m["thing"] for p in figure_cues.THING_ASKED for m in p.finditer(query.text)]
    lacking = [
        t for t in found.match.missing if not (is_verb(t) or stopwords.OF_ANYTHING.fullmatch(t))
    ]
    own = _FACILITY.search(without_asides(fold_text(found.figure.name)))
    others = [m for t in lacking if (m := _FACILITY.search(t)) and t in query.text]
    if own and others and all(other[0] != own[0] for other in others):
        return True  # 服务驿站 are told, and 照料中心 asked for
    parts = [m.group() for m in figure_cues.PART_OF_THINGS.finditer(query.text)]
    if any(name.endswith(term) for name in _names_counted(query) for term in lacking):
        return True  # 养老驿站 are none of the 养老照料中心 that are asked for
    trades = _TRADE.findall(query.text)
    told = f"{found.statement.folded}\n{found.statement.labels}"
    if any(t.endswith(term) and not _is_short(term, told) for t in trades for term in lacking):
        return True  # 造船产业 is no other 产业
    return any(thing in lacking for thing in things) or any(
        term in part for part in parts for term in lacking
    )


def _is_only_planned(query: Query, found: Finding, figure: Indicator) -> bool:
    """True for the result of another thing than the one asked for, which is planned beside it.

    "计划建球场10片、步道2条,已建成球场7片" tells of no 步道 that they are there.
    """
    if figure.kind != "actual":
        return False
    things = [t for t in query.terms if len(t) > LEAST_THING and not is_verb(t)]
    named = [t for t in things if longest_shared(t, fold_text(figure.name)) >= LEAST_SHARED]
    others = [f for f in found.statement.figures if any(t in fold_text(f.name) for t in things)]
    return not named and bool(others) and all(is_plan(f) for f in others)


def _is_short(term: str, told: str) -> bool:
    """True for 家电 where 家用电器 are told."""
    return re.search("[一-鿿]{0,2}".join(map(re.escape, term)), told) is not None


def _names_counted(query: Query) -> list[str]:
    """The names whose last word says what is counted: 新建几家|养老驿站, 养老驿站|打算新建几家."""
    names = []
    for counted in figure_cues.COUNTED_NAME.finditer(query.text):
        words = segments(counted["before"] or "")
        while words and (len(words[-1]) == 1 or _is_of_doing(words[-1])):
            words.pop()
        names.append(counted["thing"] or "".join(words))
    return [name for name in names if not _WHICH_ASKED.search(name)]


def _is_of_doing(word: str) -> bool:
    return is_verb(word) or is_verbs(word) or figure_cues.PLAN.search(word) is not None


def is_of_sister(query: Query, terms: Sequence[Term], found: Finding) -> bool:
    """True for 乡村公路, where 高速公路 are asked for and stand in another clause, if at all.

    "甲高速公路完成投资3亿元,建成乡村公路40公里" tells no length of the first.
    """
    figure, statement = found.figure, found.statement
    if figure is None or statement.row is not None or not query.units:
        return False
    name = without_asides(fold_text(figure.name))
    clause = fold_text(statement.document.text[figure.start : figure.end])
    for term in terms:
        sort, own = term.text[-_SORT:], term.text[:-_SORT]
        before, found_sort, behind = name.rpartition(sort)
        if term.canonical or is_verb(term.text) or len(own) < _SORT or behind or not found_sort:
            continue
        words = [w for w in segments(before) if len(w) > 1 and not _is_of_doing(w)]
        shared = any(own[at : at + _SORT] in clause for at in range(max(1, len(own) - 1)))
        if words and words[-1] not in query.text and not shared:
            return True
    return False


def lacks_own_name(query: Query, terms: Sequence[Term], found: Finding) -> bool:
    """True where a name that no dictionary has says of what is asked, and no place does.

    "桃湖三小这学校设了几个学位" is asked of 桃湖, and no other district's 学位 answer it. What is
    put in quotes is a name also where a place is told: “桃湖办”改革. Right before the place it is
    what that is called besides: “茶乡之都”甲区.
    """
    places = {start for start, _ in query.slots.get("district", ())}
    quoted = [m[1] for m in _QUOTED.finditer(query.text) if m.end() not in places]
    if any(_is_unheard(query, terms, found, name) for name in quoted):
        return True
    if query.districts:
        return False
    return any(
        t.text in found.match.missing and not is_word(t.text) and not is_verbs(t.text)
        for t in terms
        if not t.canonical and t.text in query.terms and _NAME.fullmatch(t.text)
    )


def _is_unheard(query: Query, terms: Sequence[Term], found: Finding, name: str) -> bool:
    """True for a name in quotes of which a passage has nothing, not even two characters."""
    own = [t.text for t in terms if t.text in name]
    if not own or any(word not in found.match.missing for word in own):
        return False  # a state, or an indicator by another name
    told = f"{fold_text(found.statement.chunk.text)}\n{found.statement.labels}"
    return not any(name[at : at + 2] in told for at in range(len(name) - 1))


_NUMBER = re.compile(r"\d")
_OF_WHOM = re.compile(
    r"(?:[局委办镇乡村院校]|街道|社区|公司|中心|集团)\d+[个家项件条处起名](?![一-鿿])"
)


def names_nothing(query: Query, found: Finding) -> bool:
    """True where a place or a name is asked for and the quote has none but those of the question.

    "正在选址" does not tell where it will be, nor "新建学校2所" what they are called.
    """
    state = found.statement.role == "progress" and found.figure is None
    if state and "list" in query.asks and found.match.own == 0:
        return True  # 序时推进 lists nothing
    office = ask_cues.OFFICE_ASKED.search(query.text)
    if office and (office[1] or office[2]) not in segments(fold_text(found.quote)):
        return True  # 社区长者 are no 区长
    event = ask_cues.WHICH_DID.search(query.text)
    if event and not re.search(rf"{event['did']}(?![一-鿿])", fold_text(found.quote)):
        return True  # 企业上市服务机制 names no company that 上市了
    leads = ask_cues.INSTITUTION_ASKED.search(query.text)
    if leads and (leads["did"] or "") not in found.quote:
        return True
    where, called = ask_cues.WHERE_ASKED.search(query.text), _CALLED_ASKED.search(query.text)
    counted = found.figure is not None and found.statement.role in ("prose", "progress")
    listed = counted and query.asks == ("list",) and _WHICH_ASKED.search(query.text)
    if not (where or called or listed):
        return False
    quote = re.sub(r"\s", "", fold_text(found.quote))
    if where:
        return _tells_no_place(query, where.group(), quote)
    # "引进的17家总部是哪些" is not answered by how many there are.
    asked = "".join([query.text, *query.indicators])
    if listed and found.figure:  # nor does what has a number of its own: 通报6次、约谈2家
        # "其余2个(甲小区、乙小区)": a bracket names what is counted before it.
        pieces = re.split("[、,，;；()]", quote)
        value = found.figure.value
        # "涉及甲局2个、乙镇1个" names those of whom so many are.
        named = (p for p in pieces if value in p or not _NUMBER.search(p) or _OF_WHOM.search(p))
        quote = "".join(named)
    words = [w for w in content_terms(quote) if len(w) > 1 and HAN_WORD.search(w)]
    return all(w in asked or is_verb(w) or is_verbs(w) for w in words)


def _tells_no_place(query: Query, where: str, quote: str) -> bool:
    """True where a quote has no place but the question's; 在哪里 wants what stands in one."""
    if where.startswith("在") and not tells_where(quote):
        return True
    places = statement_cues.PLACE_TOLD.findall(quote)
    return not any(place not in query.text and place[-2:] not in query.text for place in places)


def names_no_such_thing(query: Query, terms: Sequence[Term], found: Finding) -> bool:
    """True where it is asked which park or bridge, and none is spoken of: 建成投用…系统."""
    lacks = (ask_cues.WHICH_BEFORE.search(query.text.partition(m)[0]) for m in found.match.missing)
    if not (query.units or "rank" in query.asks) and any(lacks):
        return True  # 夜市 is told, and 哪个商圈 asked
    places = ask_cues.PLACES_ASKED.search(query.text)
    if places and places["sort"][-1] not in f"{found.quote}{found.statement.labels}":
        return True  # companies are told, and 哪些镇 asked
    if _COUNTIES_ASKED.search(query.text) and not _SEVERAL.search(found.quote):
        return True  # 打好脱贫攻坚战 names no county
    asked = ask_cues.WHICH_ONE.search(query.text)
    if asked is None:
        return False
    one = _WORKS.sub("", asked["one"])  # a park or a hall is a 项目, too
    thing = one[-2:]
    told = f"{fold_text(found.quote)}\n{found.statement.labels if len(thing) > 1 else ''}"
    things = [t for t in terms if one.endswith(t.text)]
    return thing not in told and not any(level(t, told) > 0 for t in things)


def is_mere_field(query: Query, terms: Sequence[Term], found: Finding) -> bool:
    """True where all that is asked of is but a field of which other things are told."""
    quote, asked = fold_text(found.quote), _FIELDS.search(query.text)
    bare = _FIELDS.sub("", quote)
    if asked or bare == quote or "集中" in query.text or {"list", "section"} & set(query.asks):
        return False
    named = [t for t in terms if level(t, quote) > 0]
    lost = [t for t in named if level(t, bare) == 0]
    return bool(lost) and (lost == named or any(t.canonical for t in lost))
