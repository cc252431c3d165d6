"""Conversation: a follow-up and what came before it → one standalone question, by rules, without a model.

A question that stands alone is left as it was typed. One that leaves something out takes it from the last
question that was about the documents: the district, the period, the subject, or all of them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant import cues
from assistant.periods import label as period_label
from assistant.periods import year_of
from assistant.query import Corpus, chinese_number, parse_query, same_district
from assistant.schema import Query, Turn
from assistant.text import fold_text

LOOK_BACK = 8  # turns that a follow-up may refer to
_ASKED = re.compile(
    r"(?:是|有|为|达到|达|做到|完成了?|实现了?)?(?:多少|几|多大|多高|什么|怎样|如何)(?:个?百分点|亿美元|亿元|万元|亿|万|元|[家个项件张套户亩所名人台条场座幢栋片处辆起次枚倍])?"
    r"|(?:有)?(?:具体)?百分之几|(?:是)?(?:谁|哪[家个位些]?(?:单位|部门|区领导)?)|[吗呢吧么]|了?没有?$|怎么样|[?？!！。]+"
)
_EDGES = " ,，.。、:：;；?？!！的了是呢吗吧在和与"
_PLURAL = re.compile(r"(?:这|那)?(?:[二两三四五六七八九十几]|\d)个|两者|它们|三者|都")
_TELLING = re.compile(r"(?:这|那|它|上面|刚才)[^,，。?？]{0,6}(?:是)?(?:哪(?:一)?年|什么时候)的")


@dataclass(frozen=True, slots=True)
class Condensed:
    """The standalone question, and others to try in turn where it finds nothing."""

    question: str
    alternatives: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Frame:
    """A question's slots as text, ready to be put together again."""

    districts: tuple[str, ...]
    periods: tuple[str, ...]
    kind: str
    subject: str
    ask: str

    def text(self) -> str:
        places = [
            f"{d}{period_label(p)}" for d, p in zip(self.districts, self.periods, strict=False)
        ]
        if len(self.districts) != len(self.periods):
            periods = "、".join(period_label(p) for p in self.periods)
            places = ["和".join(self.districts) + periods]
        joined = "和".join(places) if len(places) < 3 else "、".join(places)
        return f"{joined}{self.kind}{self.subject}{self.ask}?"


def condense(question: str, history: Sequence[Turn], corpus: Corpus) -> Condensed:
    """Return ``question`` as one that can be understood without the conversation."""
    folded = fold_text(question).strip()
    stripped = cues.LEAD_IN.sub("", folded)
    if not stripped:
        return Condensed(folded)
    earlier = [turn for turn in history[-LOOK_BACK:] if _is_about_documents(turn, corpus)]
    back = cues.BACK_TO.search(stripped)
    if back and earlier:
        topic = back.group(1).strip("的说")
        found = next(
            (t for t in reversed(earlier) if topic in fold_text(t.standalone_question)), None
        )
        if found is not None:
            stripped, earlier = stripped[back.end() :], [found]
    if not earlier:
        return Condensed(stripped if len(stripped) < len(folded) else folded)
    previous = parse_query(earlier[-1].standalone_question, corpus)
    query = parse_query(stripped, corpus, year=_base_year(previous, stripped))
    return _join(stripped, query, previous, earlier, corpus)


def _is_about_documents(turn: Turn, corpus: Corpus) -> bool:
    query = parse_query(turn.standalone_question, corpus)
    return query.topic in ("", "unclear") and bool(
        query.indicators or query.terms or query.measures
    )


def _base_year(previous: Query, text: str) -> str:
    """今年 and 去年 are told from the year that was last spoken of."""
    return year_of(previous.periods[0]) if previous.periods else ""


def _join(
    text: str, query: Query, previous: Query, earlier: Sequence[Turn], corpus: Corpus
) -> Condensed:
    if query.topic not in ("", "unclear"):
        return Condensed(text)
    if _TELLING.search(text):
        return Condensed(_frame(previous).text())
    own_subject = _subject(query)
    periods = query.periods or _relative_periods(text, previous)
    if own_subject and query.districts:
        return Condensed(text)
    if "reason" in query.asks or ("when" in query.asks and not own_subject):
        return Condensed(
            _Frame(
                query.districts or previous.districts,
                periods or previous.periods,
                "",
                own_subject or _subject(previous),
                _ask_words(text),
            ).text()
        )
    if own_subject:
        return _with_place(text, query, previous, periods, corpus)
    if "rank" in query.asks or "difference" in query.asks or cues.COMPARE_WITH.search(text):
        return Condensed(_comparison(text, query, previous, periods, earlier, corpus))
    return _elliptic(text, query, previous, periods, earlier, corpus)


def _with_place(
    text: str, query: Query, previous: Query, periods: tuple[str, ...], corpus: Corpus
) -> Condensed:
    """A new subject without a district: the district and, if it has none, the period carry over."""
    districts = previous.districts
    kept = periods or previous.periods
    place = "和".join(districts) + (
        "" if query.periods else "、".join(period_label(p) for p in kept)
    )
    elliptic = bool(cues.ELLIPSIS.search(text))
    kind = _kind_word(previous) if elliptic and not query.kinds else ""
    body = re.sub(r"^(?:它|他|她|该区|这个区|那个区)(?:的)?", "", text)
    if not query.periods and periods:
        body = _without_relative(body)
    full = f"{place}{kind}{body}"
    plain = f"{'和'.join(districts)}{body}"
    return Condensed(full, tuple(dict.fromkeys(t for t in (f"{place}{body}", plain) if t != full)))


def _elliptic(
    text: str,
    query: Query,
    previous: Query,
    periods: tuple[str, ...],
    earlier: Sequence[Turn],
    corpus: Corpus,
) -> Condensed:
    """No subject of its own: the last question again, with the slots that the follow-up names."""
    districts = query.districts or previous.districts
    subject = _subject(previous)
    if cues.PRONOUN.search(text) and _PLURAL.search(text) and len(earlier) > 1:
        subject = "、".join(
            dict.fromkeys(
                [_subject(parse_query(t.standalone_question, corpus)) for t in earlier[-2:]]
            )
        )
    chosen = periods or previous.periods
    if query.districts and not periods:
        chosen = tuple(p for d in districts for p in _available(d, previous, corpus))
    kind = _kind_word(query) or (
        "" if query.measures and (query.periods or periods) else _kind_word(previous)
    )
    if query.measures and not query.kinds and not query.periods and not periods:
        kind = (
            _kind_word(previous)
            if "growth" in query.measures and previous.kinds != ("target",)
            else ""
        )
    if "verdict" in query.asks:
        kind = ""
    ask = _ask_words(text) or _ask_words(previous.text) or "是多少"
    frame = _Frame(districts, chosen, kind, subject, ask)
    others = []
    if kind and not query.kinds:
        others.append(_Frame(districts, chosen, "", subject, ask).text())
    if (
        chosen
        and not periods
        and query.districts
        and not any(_has_period(d, p, corpus) for d in districts for p in chosen)
    ):
        others.append(_Frame(districts, (), kind, subject, ask).text())
    return Condensed(frame.text(), tuple(others))


def _comparison(
    text: str,
    query: Query,
    previous: Query,
    periods: tuple[str, ...],
    earlier: Sequence[Turn],
    corpus: Corpus,
) -> str:
    """Set what was last spoken of beside the district that the follow-up names, or the last few sides."""
    pairs: list[tuple[str, str]] = []
    if query.districts:
        pairs = [(d, p) for d, p in zip(previous.districts, [*previous.periods, ""], strict=False)]
    else:
        for turn in earlier[-(_how_many(text)) :]:
            spoken = parse_query(turn.standalone_question, corpus)
            pairs += [(d, p) for d, p in zip(spoken.districts, [*spoken.periods, ""], strict=False)]
    for index, district in enumerate(query.districts):
        own = (
            periods[index]
            if index < len(periods)
            else next(iter(_available(district, previous, corpus)), "")
        )
        pairs.append((district, own))
    pairs = list(dict.fromkeys(pairs))
    kind = _kind_word(query) or _kind_word(previous)
    ask = "相差多少" if "difference" in query.asks else "谁更高"
    if re.search(r"最低|更低|最少|更少|谁低|谁少|慢", text):
        ask = "谁更低"
    districts = tuple(d for d, _ in pairs)
    known = tuple(p for _, p in pairs if p)
    return _Frame(districts, known, kind, _bare(_subject(previous)), ask).text()


def _how_many(text: str) -> int:
    match = re.search(r"([二两三四五六七八九十]|\d)个", text)
    return chinese_number(match.group(1)) if match else 2


def _available(district: str, previous: Query, corpus: Corpus) -> tuple[str, ...]:
    """The last period where the district has it, else the one year that its documents are about."""
    if any(_has_period(district, p, corpus) for p in previous.periods):
        return previous.periods
    key = "planned" if "target" in previous.kinds else "reported"
    for profile in corpus.profiles.values():
        if same_district(profile.district, district):
            period = profile.periods.get(key) or next(iter(profile.periods.values()), "")
            if period:
                return (year_of(period),)
    return ()


def _has_period(district: str, period: str, corpus: Corpus) -> bool:
    return any(
        year_of(period) in {year_of(p) for p in profile.periods.values()}
        for profile in corpus.profiles.values()
        if same_district(profile.district, district)
    )


def _relative_periods(text: str, previous: Query) -> tuple[str, ...]:
    if not previous.periods:
        return ()
    year = int(year_of(previous.periods[-1]) or 0)
    if not year:
        return ()
    if cues.NEXT_YEAR.search(text) or cues.LATER_YEAR.search(text):
        return (str(year + 1),)
    if cues.PREVIOUS_YEAR.search(text):
        return (str(year - 1),)
    return (str(year),) if cues.SAME_YEAR.search(text) or "全年" in text else ()


def _without_relative(text: str) -> str:
    for pattern in (cues.NEXT_YEAR, cues.PREVIOUS_YEAR, cues.LATER_YEAR, cues.SAME_YEAR):
        text = pattern.sub("", text)
    return text


def _kind_word(query: Query) -> str:
    if "target" in query.kinds and "actual" not in query.kinds:
        return "计划"
    return "实际" if query.kinds == ("actual",) else ""


def _subject(query: Query) -> str:
    """The words of a question that say what it is about, with its counting words, without the slots."""
    text = query.text
    for name in ("district", "period", "kind"):
        for start, end in query.slots.get(name, ()):
            text = text[:start] + " " * (end - start) + text[end:]
    if not query.indicators and not query.terms:
        return ""
    text = re.sub(r"\s+", "", cues.LEAD_IN.sub("", text.strip()))
    for phrase in query.excluded:
        text = text.replace(re.sub(r"\s+", "", phrase), "")
    return text.strip(_EDGES)


def _bare(subject: str) -> str:
    return _ASKED.sub("", subject).strip(_EDGES)


def _ask_words(text: str) -> str:
    """What a follow-up asks for, in words that parse again; empty for a mere "呢"."""
    query_asks = [ask for ask, pattern in cues.ASKS if pattern.search(text)]
    words = {
        "leader": "由谁牵头",
        "lead": "由谁牵头",
        "support": "配合单位是谁",
        "reason": "为什么没有" if "没" in text else "是什么原因",
        "when": "什么时候公布",
        "verdict": "目标完成了吗",
        "difference": "相差多少",
    }
    for ask in query_asks:
        if ask in words:
            return words[ask]
    if re.search(r"增长|增速|涨|降|同比", text):
        return "增长多少" if "降" not in text else "下降多少"
    if re.search(r"总量|总额|规模|有多大|绝对", text):
        return "总量是多少"
    return ""


def _frame(query: Query) -> _Frame:
    return _Frame(query.districts, query.periods, _kind_word(query), _subject(query), "")
