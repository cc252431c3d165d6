"""Conversation: a follow-up and what came before it → one standalone question, by rules.

A question that stands alone is left as it was typed. One that leaves something out takes it from
the last question that was about the documents: the district, the period, the subject, or all of
them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.language.periods import label as period_label
from assistant.language.periods import year_of
from assistant.language.quantities import find_quantities
from assistant.question import (
    ask_cues,
    comparison_cues,
    constraint_cues,
    figure_cues,
    follow_up_cues,
)
from assistant.question.carried import (
    dated,
    periods_asked,
    relative_periods,
    timed_as_before,
    with_quarter,
    year_spoken_of,
)
from assistant.question.contrasts import (
    as_contrast,
    beside_told,
    of_one_subject,
    plan_against_plan,
    set_against_other,
    with_sides_told,
    year_against_year,
)
from assistant.question.corpus import Corpus
from assistant.question.ellipses import of_the_same
from assistant.question.frames import (
    Condensed,
    Frame,
    ask_of,
    kind_word,
    places_of,
    subject_of,
    without_judgement,
)
from assistant.question.insisting import without_insisting
from assistant.question.narrowing import (
    before_plan,
    from_other_base,
    in_grade,
    is_part_of_before,
    of_before,
)
from assistant.question.normalization import set_against_year
from assistant.question.pointing import (
    asked_elsewhere,
    back_to,
    named_behind,
    of_another_town,
    points_at_person,
    turned_to,
    with_person,
    with_pointed,
    with_town_told,
)
from assistant.question.query import parse_query
from assistant.question.rate_moves import moved_since
from assistant.question.subjects import (
    asking_about,
    asks_about_it,
    by_accident,
    is_other_of_kind,
    names_subject,
    of_another_thing,
)
from assistant.question.times import year_of_documents
from assistant.question.topics import asks_something, is_courtesy, without_orders
from assistant.question.wordings import as_written
from assistant.schema import Query, Turn
from assistant.text import fold_text

LOOK_BACK = 8  # turns that a follow-up may refer to
_LATIN = re.compile(r"[A-Za-z][A-Za-z0-9]*")
# "两个数一比减了多少": how far those that were told are apart.
_TWO_NUMBERS = re.compile(
    r"^(?:这|那)?两个?数[字据]?(?:一比较?|相比较?|比一比|比起来|一减)[,，]?"
    r"(?:是|又)?(?:减少|增加|[减增多少降涨差])了?(?=多少|几)"
)
_MEANT = re.compile(r"^(?:我)?(?:说|问|指|要|想问)的是|^我是(?:说|问|指|想问)")
_ASKED_TWICE = re.compile(r"(?<=呢)[,，]|(?<=[?？])(?=[一-鿿])")
# "9月1日那会儿呢?" is said of a time as 的时候 is.
_THEN = re.compile(r"(?<=[年月日号底末初])那(?:会儿?|阵子?|个?时候?)(?=[呢,，?？]|$)")
# "乙项目那项呢?" asks of it what "乙项目呢?" does.
_THAT_ONE = re.compile(
    r"(?<=[一-鿿”\"])的?[那这]一?[项个件条](?:任务|项目|工作|实事|工程|事)?(?=呢[?？]?$)"
)
# "汽车这块的目标呢?" is asked of what was spoken of by more than this word.
_PART_OF_IT = re.compile(
    r"^(?:那么?)?([一-鿿]{2,6}?)[这那]一?(?:块|个(?:产业|行业|指标|项目|数[字据值]?(?=[比跟和与同]))|方面|项)(?:工作)?"
)
# "水呢?" behind the quality of the air asks for that of the water.
_MEDIA = {"水": "水质", "气": "空气质量", "土": "土壤"}
_OF_MEDIA = re.compile(r"pm2\.5|pm10|空气|优良|水质|断面|土壤|环境质量|臭氧")
# "和乙区比,绿地谁多?" sets the place that was spoken of beside another.
_BESIDE_IT = re.compile(r"^(?:[和跟与同](?=[^,，。?？]{2,12}(?:相?比|比较|比起来)[,，]?)|比起)")
# "工业投资比乙区高吗?", of a thing of the place that was spoken of.
_THAN_PLACE = re.compile(
    r"^[^,，。?？]{2,16}?[比跟和与同](?=[^,，。?？]{2,16}?[高低多少大小快慢][些一点]*(?:吗|么|没|多少|还是|[?？]|$))"
)
# The time that a whole year is put behind: no part of the year follows.
_YEAR = re.compile(
    r"(?<![\d\-–—~至])((?:19|20)\d\d年)(?!\d|全年|度|[上下]半|第?[一二三四]季|前[一二三]|[末底初])"
)
_THIS_YEAR = re.compile(r"(?<!到)今年")
# "…的学校,看四季度进展表": which document it is to be told from.
_LOOKED_IN = re.compile(
    rf"[,，]\s*请?[看按查翻依]一?下?(?P<named>{constraint_cues.DOCUMENT.pattern})"
)
# Without a word, or a mark that asks for what was just told once more, nothing is asked.
_WORDS = re.compile(r"\w|^[?？!！。.,，~…\s]+$")
_TELLING = re.compile(
    r"^(?:[你您](?:刚才?|刚刚)?[说给报讲提]到?的)?(?:这|那|它|上面|刚才)[^,，。?？]{0,6}"
    r"(?:(?:是)?(?:哪(?:一)?年|什么时候)的|(?:对应|指|属于|说|算)的?(?:是|在)?哪(?:一?个|一)?年)"
)
# "是上半年的数吗?": of when it is stands with what was told.
_OF_THAT_TIME = re.compile(
    r"^(?:这|那|它|上面|刚才)?个?是(?:不是)?[^,，。?？的]{2,12}的(?:数[字据值]?|情况)?[吗么吧嘛]?[?？]?$"
)


def condense(question: str, history: Sequence[Turn], corpus: Corpus) -> Condensed:
    """Return ``question`` as one that can be understood without the conversation."""
    folded = fold_text(question).strip()
    if is_courtesy(folded) or not _WORDS.search(folded):
        return Condensed(question.strip())
    history = [t for t in history if not is_courtesy(fold_text(t.question))]
    asked = without_orders(folded)
    folded = asked if history and asks_something(asked) else folded
    earlier = [p for turn in history[-LOOK_BACK:] if (p := _spoken_of(turn, corpus)) is not None]
    if earlier and folded:
        folded = without_insisting(folded)
        if not folded:
            return Condensed(earlier[-1].text)  # asked once more, and not what somebody says
    stripped = follow_up_cues.CORRECTION.sub("", follow_up_cues.LEAD_IN.sub("", folded))
    if not stripped:
        return Condensed(folded)
    if history:
        stripped = _TWO_NUMBERS.sub("两个数相差", stripped.replace("几多", "多少"))
        stripped = _THEN.sub("的时候", with_person(stripped, history[-LOOK_BACK:]))
        stripped = with_town_told(stripped, history[-LOOK_BACK:])
        asked_once = _THAT_ONE.sub("", _dated_once(stripped))
        asked_once = named_behind(asked_once, corpus)
        stripped = as_contrast(turned_to(asked_once, corpus), corpus)
    stripped = with_quarter(with_sides_told(stripped, earlier), earlier)
    earlier = [*earlier[:-1], timed_as_before(earlier, stripped)] if earlier else earlier
    if earlier and earlier[-1].topic == "unclear":
        stripped = _said_of_what(stripped, earlier[-1], corpus)
    stripped, earlier = back_to(stripped, earlier, corpus)
    if history and points_at_person(stripped):
        return Condensed(folded)  # nobody was named who could be meant
    elsewhere = (
        asked_elsewhere(stripped, history, corpus)
        or of_another_town(stripped, earlier)
        or from_other_base(stripped, earlier)
    )
    if elsewhere:
        joined = Condensed(elsewhere)
    else:
        joined = _join_each(stripped, earlier, corpus) if earlier else Condensed(stripped)
    # A complete question stays as it was typed, with its own capitals and width.
    if joined.question == folded:
        return replace(joined, question=question.strip())
    spelt = _spellings([*(turn.standalone_question for turn in history[-LOOK_BACK:]), question])
    question, *others = (
        _LATIN.sub(lambda m: spelt.get(m[0], m[0]), text)
        for text in (joined.question, *joined.alternatives)
    )
    return Condensed(question, tuple(others))


def _said_of_what(text: str, unclear: Query, corpus: Corpus) -> str:
    """What a question was asked of, behind one that named nothing: 完工了几座, "甲区2023年的桥".

    The document that it is to be told from may be named behind it.
    """
    document = _LOOKED_IN.search(text)
    thing = _LOOKED_IN.sub("", text).rstrip("?？。 ")
    query = parse_query(thing, corpus)
    complete = query.districts and query.periods and query.indicators
    if not complete or figure_cues.FIGURE_ASKED.search(text) or set(query.asks) - {"value"}:
        return text
    told_from = f"按{document['named']}," if document else ""
    return f"{told_from}{thing}{unclear.text.rstrip('?？。 ')}?"


def _dated_once(text: str) -> str:
    """Leave out the word for a year that is told behind it: 次年(2021年) is 2021年."""
    told = follow_up_cues.YEAR_IN_BRACKETS.sub(r"\1年", text)
    return follow_up_cues.SAID_OF_YEAR.sub("", told)


def _spellings(texts: Sequence[str]) -> dict[str, str]:
    """Return how Latin words were written, by their folded form: gdp → GDP."""
    return {fold_text(m[0]): m[0] for text in texts for m in _LATIN.finditer(text)}


def _spoken_of(turn: Turn, corpus: Corpus) -> Query | None:
    """Return the query of a turn that was about the documents."""
    # Of "甲区有多少?甲区增长多少?" the first is what was spoken of.
    first, *others = [
        q for q in re.split(r"(?<=[?？])", turn.standalone_question) if q.strip()
    ] or [""]
    placed = others and all(parse_query(q, corpus).districts for q in others)
    query = parse_query(first if placed else turn.standalone_question, corpus)
    # Who was there before is asked in passing: the next question is of what came before it.
    passing = ask_cues.PREDECESSOR.search(query.text) or follow_up_cues.OF_SORT.match(turn.question)
    if passing or ("origin" in query.asks and not query.indicators):
        return None
    about = query.indicators or query.terms or query.measures
    return query if about and query.topic in ("", "unclear") else None


def _join_each(text: str, earlier: Sequence[Query], corpus: Corpus) -> Condensed:
    """A follow-up that asks twice, "乙区呢?增速多少?", the second time of what the first names."""
    asked = [part for part in _ASKED_TWICE.split(text) if part.strip()]
    bare = (
        asked and follow_up_cues.ELLIPSIS.search(asked[0]) and not names_subject(asked[0], corpus)
    )
    if len(asked) != 2 or not bare:
        return _join(text, earlier, corpus)
    first = _join(asked[0], earlier, corpus)
    meant = _MEANT.sub("", asked[1])
    if meant != asked[1]:  # "乙区呢?我说的是全年产量" asks once, of another thing
        meant = meant.rstrip("?？")
        return _join(f"{meant}呢?", [*earlier, parse_query(first.question, corpus)], corpus)
    second = _join(asked[1], [*earlier, parse_query(first.question, corpus)], corpus)
    if text[len(asked[0])] in ",，" or _asks_alike(first.question, second.question, corpus):
        return second  # "乙区2024年呢,新增多少所学校?" only says first of whom
    return Condensed(f"{first.question}{second.question}")


def _asks_alike(question: str, other: str, corpus: Corpus) -> bool:
    """True if two questions name the same place and time, and ask for the same of it."""
    one, two = (
        (q.districts, q.periods, q.indicators, q.kinds, q.units, q.measures, q.asks, set(q.terms))
        for q in (parse_query(question, corpus), parse_query(other, corpus))
    )
    return one == two


def _join(text: str, earlier: Sequence[Query], corpus: Corpus) -> Condensed:
    beside = beside_told(text, earlier[-1], corpus) or _of_two_years(text, earlier, corpus)
    if beside:
        return Condensed(beside)
    joined = _taken_over(text, earlier, corpus)
    if not _of_whole_year(text, earlier[-1], corpus) or constraint_cues.WHOLE_YEAR.search(
        joined.question
    ):
        return joined
    asked, *others = (
        _YEAR.sub(r"\1全年", written) for written in (joined.question, *joined.alternatives)
    )
    return Condensed(asked, tuple(others))


def _of_whole_year(text: str, previous: Query, corpus: Corpus) -> bool:
    """True if a follow-up says 全年, or takes the time over from a question that did."""
    if constraint_cues.WHOLE_YEAR.search(text):
        return True
    query = parse_query(text, corpus)
    own = query.periods or query.kinds or relative_periods(text, previous)
    return constraint_cues.WHOLE_YEAR.search(previous.text) is not None and not own


def _of_two_years(text: str, earlier: Sequence[Query], corpus: Corpus) -> str:
    """What is asked now beside what was told, or the two years told last; else empty."""
    if moved := moved_since(text, earlier[-1]):
        return moved
    side = comparison_cues.AGAINST.sub("", text)
    query, _ = _dated(side, earlier[-1], corpus)
    plans = plan_against_plan(text, query, periods_asked(side, query, earlier[-1]), earlier[-1])
    if plans:
        return plans
    told = comparison_cues.THAN_TOLD.search(text)
    if told:
        now = parse_query(_taken_over(f"{text[: told.start()]}?", earlier, corpus).question, corpus)
        return year_against_year(now, earlier[-1])
    way = comparison_cues.WAY_ASKED.search(text)
    if way and "target" in earlier[-1].kinds:
        # "2024年这个数是升了还是降了?" behind a plan sets that of the year beside it.
        asked = f"{text[: way.start()].removesuffix('是')}是多少?"
        now = parse_query(_taken_over(asked, earlier, corpus).question, corpus)
        same = (now.districts, now.periods) == (earlier[-1].districts, earlier[-1].periods)
        if same and len(earlier) > 1:
            return year_against_year(earlier[-1], earlier[-2], "是增是减")
        return year_against_year(now, earlier[-1]) if "target" in now.kinds else ""
    if comparison_cues.WHICH_YEAR_LEADS.search(text) and len(earlier) > 1:
        return year_against_year(earlier[-1], earlier[-2])
    return ""


def _taken_over(text: str, earlier: Sequence[Query], corpus: Corpus) -> Condensed:
    previous = earlier[-1]
    text = by_accident(as_written(with_pointed(text, earlier), corpus.names), previous)
    text = comparison_cues.WAY_IN_FULL.sub("是增是减", text)
    text = figure_cues.OVER_YEAR.sub(
        "同比", set_against_year(text)
    )  # the year before is what it is set against
    query, base_year = _dated(text, previous, corpus)
    if ask_cues.BYLINE.search(text) and not query.districts:
        return Condensed(f"{'和'.join(previous.districts)}{text}")
    if query.topic not in ("", "unclear"):
        return Condensed(text)
    of_time = _OF_THAT_TIME.match(text) and query.periods and not (query.terms or query.indicators)
    if of_time or _TELLING.search(text):
        ask = ask_of(without_judgement(previous))
        return Condensed(
            Frame(places_of(previous), kind_word(previous), subject_of(previous), ask).text()
        )
    text, query = _in_full(text, query, earlier, corpus, base_year)
    earlier = before_plan(query, earlier, corpus)
    previous = earlier[-1]
    periods = periods_asked(text, query, previous)
    if is_part_of_before(text, query):
        return of_before(text, query, previous, periods, corpus)
    own = names_subject(text, corpus, base_year) or is_other_of_kind(text, previous)
    if own and (query.districts or _stands_alone(text, query)):
        if periods and not query.periods:
            text = dated(text, query, periods[0])
        return Condensed(_with_ask(_beside_it(text, query, previous), query, previous))
    if asks_about_it(text, query, own=own):
        due = constraint_cues.DUE_BEFORE.search(text)
        when = tuple(map(year_of, previous.periods)) if due else periods
        return asking_about(text, query, previous, when)
    if own:
        overtaken = set_against_other(text, query, previous)
        if overtaken:
            return Condensed(overtaken)
        return of_another_thing(text, query, _of_all_sides(query, earlier), periods)
    return of_the_same(text, query, periods, earlier, corpus)


def _dated(text: str, previous: Query, corpus: Corpus) -> tuple[Query, str]:
    """A follow-up as it is understood by the year that its words are counted from."""
    year = year_spoken_of(previous, corpus)
    query = parse_query(text, corpus, year=year)
    known = [told for place in query.districts for told in corpus.years(place)]
    documents = year_of_documents(query.districts or previous.districts, corpus)
    # Behind a result, 今年's goal is that of the year that is planned.
    planned = "target" in query.kinds and "target" not in previous.kinds
    if (known and year not in known) or (planned and documents and _THIS_YEAR.search(text)):
        return parse_query(text, corpus, year=documents), documents
    return query, year


def _beside_it(text: str, query: Query, previous: Query) -> str:
    """Name the places that were spoken of before the one that they are set beside."""
    sides = [d for d in previous.districts if d not in query.districts]
    if not sides or len(query.districts) != 1:
        return text
    than = _THAN_PLACE.search(text)
    if than and min(start for start, _ in query.slots["district"]) >= than.end():
        when = period_label(previous.periods[0]) if len(previous.periods) == 1 else ""
        return f"{'和'.join(sides)}{when}{text}"
    return f"{'和'.join(sides)}{_BESIDE_IT.sub('和', text)}" if _BESIDE_IT.search(text) else text


def _of_all_sides(query: Query, earlier: Sequence[Query]) -> Query:
    """Asked who is higher in another thing, the sides are those that were spoken of last."""
    previous = earlier[-1]
    if "rank" not in query.asks or query.districts:
        return previous
    sides = dict.fromkeys(d for spoken in of_one_subject(earlier) for d in spoken.districts)
    if len(sides) > 1:
        return replace(previous, districts=tuple(sides))
    return replace(previous, districts=()) if query.all_districts else previous


def _in_full(
    text: str, query: Query, earlier: Sequence[Query], corpus: Corpus, year: str
) -> tuple[str, Query]:
    """Put the whole name for its first word, where it was spoken of: 粮食 after 粮食总产量."""
    graded = in_grade(text, query, earlier[-1])
    if graded != text:
        return graded, parse_query(graded, corpus, year=year)
    one = follow_up_cues.ONE_CHARACTER.match(text)
    if one and one[1] in _MEDIA and _OF_MEDIA.search(earlier[-1].text):
        text = text.replace(one[1], _MEDIA[one[1]], 1)
        query = parse_query(text, corpus, year=year)
    part = _PART_OF_IT.search(text)
    if part and not (query.districts and not _THAN_PLACE.search(text)):
        alone = (subject_of(q) for q in reversed(earlier) if len(q.indicators) < 2)
        wholes = (whole for whole in alone if part[1] in whole and whole != part[1])
        text = text.replace(part[0], next(wholes, part[0]), 1)
        query = parse_query(text, corpus, year=year)
    if query.indicators or len(query.terms) != 1:
        return text, query
    word = query.terms[0]
    names = [q.name for q in reversed(earlier) if q.name.startswith(word) and q.name != word]
    if not names or len(word) < 2 or text.count(word) != 1:
        return text, query
    text = text.replace(word, names[0])
    return text, parse_query(text, corpus, year=year)


def _stands_alone(text: str, query: Query) -> bool:
    """A question whose figure is this belongs to no district before it is answered."""
    return "origin" in query.asks and any(not q.is_rank for q in find_quantities(text))


def _with_ask(text: str, query: Query, previous: Query) -> str:
    """A corrected subject without a question of its own takes over the last one ("我说的是…")."""
    if query.asks != ("value",) or re.search(r"多[少大高长重快]|几|谁|哪|什么|[?？吗呢]", text):
        return text
    return f"{text}{ask_of(previous)}?"
