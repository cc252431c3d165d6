"""How far a quote goes: what belongs to its clauses is taken in, other dates are left out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.evidence.statements import Statement
from assistant.evidence.terms import Term, level
from assistant.language.limits import ITS_PLAN
from assistant.language.period_mentions import find_periods
from assistant.language.tokenizer import is_verb, segments
from assistant.question import figure_cues
from assistant.schema import Indicator, Query, Span
from assistant.text import fold_text

LONGEST_TURN = 40  # characters of a clause that turns the one before it
LONGEST_ITEM = 12  # characters of one of the things that go on behind a comma
_SIGNS = ",，;；。 "
LONGEST_LIST = 320  # characters of a list that a clause opens
_AMONG = re.compile(r"[一-鿿”\"](?:中|里|看)[，,：:]?\s*$")
_TURN = re.compile(r"\s*(?:但是?|不过|然而)(?!不限)")
# "12件已办结11件,仅水厂未能建成": what is left, where that is asked for.
_LEFT_BEHIND = re.compile(
    r"\s*(?:仅|只有?|唯有?|还有|尚有|另有?|其余|剩余?|除)[^,，。;；\d]{2,}?(?:[未没]能?|尚未|外)"
)
_OF_PLAN = re.compile(
    r"\s*(?:均|都|已|全面|全部|圆满|顺利|如期|提前|超额|未能?|没有)+(?:完成|达到|实现|超过)了?"
    rf"(?:[省市区县](?:里|政府)?下达的?)?(?:既定)?{ITS_PLAN}"
)
_FROM_PLAN = re.compile(
    r"\s*(?:[高低快慢多少]于|超过?|比)(?:年初|年度|全年|既定|预期)*(?:目标|任务|计划|预期)[^,，。;；]{0,4}\d"
)
_AGAINST_PLAN = re.compile(
    r"[跟和与同比较](?:年初|年度|全年|当初)*(?:所?[定说]的?(?:目标|计划)?|目标|计划|预期)[^,，。?？]{0,6}(?:[差高低多少]|如何|怎么?样)"
)
_REPEATED = 4  # characters of a clause that the list behind it repeats
_SAID_OF = re.compile(r"\s*(?:也|并|均|都)?(?:成为|成了|是全|为全)")
_ASKED = re.compile("哪|谁|什么")  # for what has a name
_LISTED = re.compile(r"\s*(?:分别(?:是|为)|即|包括)")
# "组建4支小分队,分赴甲、乙、丙": where to, behind who goes.
_PLACES_ASKED = re.compile(r"哪[些几一两三四五]?个?(?:城市|国家|省份|地方|地区|市县)|哪[里儿]")
_GOES_TO = re.compile(
    r"\s*(?:分赴|奔赴|前往|赴|派[驻往到]|常驻|进驻|布局在|设在|紧?盯[住紧]?|瞄准|聚焦|面向)[^,，。;；\d]*、"
)

# "产值和增速", "产量及同比增幅": the figure itself is asked for beside its rate.
_WITH_RATE = re.compile("[和与及跟、以](?:及|其)?(?:同比|它的|其)?(?:增[速幅长]|[涨跌降]幅)")


def completed(
    query: Query,
    terms: Sequence[Term],
    statement: Statement,
    spans: tuple[Span, ...],
    needs_figure: bool,
) -> tuple[Span, ...]:
    """Take in the list or the turn that belongs to a quote; leave out dates of other doings."""
    spans = _with_subject(query, statement, _with_list(query, statement, spans))
    spans = _with_turn(query, statement, spans, needs_figure)
    return _of_asked_date(query, terms, statement, spans)


def _with_subject(query: Query, statement: Statement, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """Take in the clause that names what a quote only says something of: "…上市,成为第7家"."""
    start, end = spans[0]
    text = statement.document.text
    before = next(((s, e) for s, e in reversed(statement.clauses) if e <= start), None)
    if before is None or not (_ASKED.search(query.text) and _SAID_OF.match(text[start:end])):
        return spans
    return ((before[0], end), *spans[1:])


def _with_list(query: Query, statement: Statement, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """Take in the list that the last clause of a quote only announces: "5项未达标,分别是…"."""
    if "list" not in query.asks:
        return spans
    start, end = spans[-1]
    text = statement.document.text
    if query.number and statement.row is None and _AMONG.search(text[start:end]):
        # "“2+3”主导产业中,甲产值…;乙产值…": the names follow to the full stop.
        stop = text.find("。", end, end + LONGEST_LIST)
        return (*spans[:-1], (start, stop)) if stop > 0 else spans
    behind = next(((s, e) for s, e in statement.clauses if s >= end), None)
    if behind is None:
        return spans
    further = text[slice(*behind)]
    if (
        "、" not in text[start:end]
        and further.count("、") > 1
        and _repeats(text[start:end], further)
    ):
        return (*spans[:-1], behind)  # "实施沿线开发行动,重点实施甲路、乙路、丙路沿线开发"
    goes = _PLACES_ASKED.search(query.text) and _GOES_TO.match(further)
    if goes or _LISTED.match(further):
        return (*spans[:-1], (start, behind[1]))
    return (*spans[:-1], (start, _end_of_kind(statement, end)))


def _end_of_kind(statement: Statement, end: int) -> int:
    """Where the things of one kind end that go on behind a comma: "投用甲变,乙变、丙变"."""
    text = statement.document.text
    for start, stop in statement.clauses:
        if start < end:
            continue
        items = text[start:stop].strip(_SIGNS).split("、")
        last = text[:end].rstrip(_SIGNS)[-1:]
        alike = all(item[-1:] == last and len(item) <= LONGEST_ITEM for item in items)
        doing = any(len(w) > 1 and is_verb(w) for w in segments(text[start:stop]))
        if not alike or doing or start - end > 1:
            break
        end = stop
    return end


def with_each(
    query: Query, statement: Statement, spans: tuple[Span, ...], asked: Sequence[Indicator]
) -> tuple[Span, ...]:
    """Take in the clauses of all figures, where a question asks for each in words of its own.

    Or by a name of its own: of "甲产业5亿元,乙产业3亿元" both, where 甲产业和乙产业各多少 is asked.
    """
    counted = len(figure_cues.THINGS_COUNTED.findall(query.text)) > 1 or len(query.units) > 1
    if not counted:
        # "清理低效用地多少亩" names none of what was bought, which is told in 亩 before it.
        asked = [figure for figure in asked if figure.indicator in query.indicators]
    if not counted and len({figure.indicator for figure in asked}) < 2:
        return spans
    held = {c for c in statement.clauses if any(_inside(f.figure, c) for f in asked)}
    held = {c for c in held if not any(_inside(c, span) for span in spans)}
    if not held:
        return spans
    merged: list[Span] = []
    for start, end in sorted([*spans, *held]):
        if merged and start - merged[-1][1] <= 1:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return tuple(merged)


def without_lead_figure(
    query: Query,
    terms: Sequence[Term],
    statement: Statement,
    spans: tuple[Span, ...],
    asked: Sequence[Indicator],
) -> tuple[Span, ...]:
    """Quote of a clause before the asked figures what they are of, without its own figure.

    "汽车产业产值突破62亿元,全年产量7万辆" is quoted as "汽车…全年产量7万辆" where this is asked.
    """
    if len(spans) != 1 or statement.row is not None or _WITH_RATE.search(query.text):
        return spans
    start, end = spans[0]
    clauses = [c for c in statement.clauses if start <= c[0] and c[1] <= end]
    held = [c for c in clauses if any(_inside(f.figure, c) for f in asked)]
    if len(clauses) < 2 or not held or held[0] == clauses[0]:
        return spans
    lead, text = clauses[0], statement.document.text
    leading = [f for f in statement.figures if _inside(f.figure, lead)]
    if {f.indicator for f in leading} & {f.indicator for f in asked}:
        return spans  # the place that an index has, behind the index itself
    alike = {f.unit for f in leading} & {f.unit for f in asked}
    if alike and len(figure_cues.FIGURE_ASKED.findall(query.text)) > 1:
        return spans  # "收集了多少个,解决了多少个": the figures of both clauses are asked for
    own = [f.figure[0] for f in leading]
    words = fold_text(text[start : min(own, default=start)])
    names = [t.text for t in terms]
    told = {c: fold_text(text[slice(*c)]) for c in clauses[1:]}
    kept = next(c for c, said in told.items() if c in held or any(n in said for n in names))
    named = [n for n in names if n in words and n not in fold_text(text[kept[0] : end])]
    if not named:
        return spans
    return ((start, start + max(words.rfind(n) + len(n) for n in named)), (kept[0], end))


def of_last_stage(asked: Sequence[Indicator], spans: Sequence[Span]) -> Indicator | None:
    """The figure of the last stage that a quote has: what the whole plan comes to."""
    inside = [f for f in asked if any(_inside(f.figure, span) for span in spans)]
    return max(inside, key=lambda f: f.figure, default=None)


def _inside(inner: Span, outer: Span) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _with_turn(
    query: Query, statement: Statement, spans: tuple[Span, ...], needs_figure: bool
) -> tuple[Span, ...]:
    """Take in the short clause that turns what was said: "曾经滞后,但均能如期完成".

    Where it is asked whether a plan was met, so is what says it: "增长6%,超额完成全年目标".
    """
    start, end = spans[-1]
    behind = next(((s, e) for s, e in statement.clauses if s >= end), None)
    if behind is None or behind[1] - behind[0] > LONGEST_TURN:
        return spans
    text = statement.document.text[slice(*behind)]
    turned = not needs_figure and _TURN.match(text)
    judged = "verdict" in query.asks and _OF_PLAN.match(text)
    judged = judged or (_AGAINST_PLAN.search(query.text) and _FROM_PLAN.match(text))
    judged = judged or (figure_cues.UNDONE_ASKED.search(query.text) and _LEFT_BEHIND.match(text))
    return (*spans[:-1], (start, behind[1])) if turned or judged else spans


def _of_asked_date(
    query: Query, terms: Sequence[Term], statement: Statement, spans: tuple[Span, ...]
) -> tuple[Span, ...]:
    """Leave out the clauses with dates of other doings: "3月签约,11月开工" where 开工 is asked."""
    if "when" not in query.asks or len(spans) != 1:
        return spans
    start, end = spans[0]
    clauses = [(s, e) for s, e in statement.clauses if start <= s and e <= end]
    words = {c: fold_text(statement.document.text[slice(*c)]) for c in clauses}
    dated = [c for c in clauses if find_periods(words[c], "2000")]
    doings = [t for t in terms if is_verb(t.text)]
    asked = [c for c in dated if any(level(t, words[c]) > 0 for t in doings)]
    if not asked or len(asked) == len(dated):
        return spans
    kept: list[Span] = []
    for clause in (c for c in clauses if c in asked or c not in dated):
        joined = bool(kept) and clause[0] - kept[-1][1] <= 1
        kept[-1:] = [(kept[-1][0], clause[1])] if joined else [*kept[-1:], clause]
    return tuple(kept)


def _repeats(words: str, further: str) -> bool:
    """True if a clause says again what the one before it spoke of."""
    return any(words[i : i + _REPEATED] in further for i in range(len(words) - _REPEATED + 1))
