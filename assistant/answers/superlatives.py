"""Which of several things is highest or lowest: things that prose sets side by side.

"分行业看,甲业增长8%,乙业下降2%" answers which industry grew fastest. Only a list that is surely
meant is read: all that the question names must stand in its sentence, in the one that it is a part
of, or in the headings above; of two lists that fit alike none is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from os.path import commonprefix

from assistant.answers.sides import quantity_of
from assistant.evidence.draft import Draft, unmarked, whose
from assistant.evidence.evidence import Evidence
from assistant.evidence.figure_phrases import phrase_figure
from assistant.evidence.fits import fit_kind, fit_period
from assistant.evidence.statements import Statement
from assistant.evidence.terms import Term, level
from assistant.language.quantities import base
from assistant.question import comparison_cues
from assistant.question.places import without_slots
from assistant.schema import PLAN_KINDS, Indicator, Query
from assistant.text import fold_text, pairs_of, share_of, split_sentences

FEWEST = 2  # things that must be set side by side
MOST = 3  # things that may be first together
HELD = 0.6  # how well a text must hold each word of the question
_RATE = re.compile(r"增速|增幅|涨幅|增长|上涨|上升|[增涨升](?:得|了)?(?=最)|最[快慢]")
_SHARE = re.compile(r"占比|比重|(?<!增长)(?<!完成)率(?=的?最|的[^,，。?？]{0,6}哪)")
_ASPECTS = ("总投资", "完成投资", "计划投资", "协议投资")
# Words that ask, that say how things are ordered, or that any list is of.
_IDLE = re.compile(
    r"哪.?|.?最.|增.?|涨.?|升.?|降.?|跌.?|下[降滑跌]|上[涨升]|其中|数量|个数|[一二三]次"
)
_GOES_ON = (";", "；")
_INDUSTRIES = re.compile(r"产业|行业|领域")
_OF_INDUSTRY = re.compile(r"(?<![就企失创作毕待])业(?![务主绩态户])|制造|服务|类$")
# "哪类商品", "哪种农产品": what things are, which a list need not say again.
_CLASS = re.compile(r"哪[一个几]*[类种项](?P<name>[一-鿿]{2,4})")
_OUTPUT = re.compile(r"增加值|产值")  # by which industries are ranked where nothing else is said
_TOTAL = re.compile(r"合计|共计|总计|总额|总量|总数")
# "哪里增长最快" asks for a place, which no industry is.
_WHERE = re.compile(r"哪(?:里|儿|一?[个些几]?(?:地方|地区|[区县市镇乡村旗]|街道|园区|平台))")
_PLACES = re.compile(
    r"(?:[区县市镇乡村旗州岛港城园]|街道|平台|新区|功能区|组团|片区)(?![一-鿿]*业)"
)
_PARTS = re.compile(r"其中[,，:：]?|[按分][^,，。;；]{1,12}[看分][,，:：]?")
_PART_OF = re.compile(rf"\s*(?:{_PARTS.pattern})")


Valued = tuple[Indicator, Decimal]


@dataclass(frozen=True)
class Rank:
    """What things are set in order by: a rate, a share or an amount, and from which end."""

    word: str
    measure: str
    least: bool
    fell: bool

    @property
    def said(self) -> str:
        """The words for the first of all: 下降最多."""
        if self.measure != "growth":
            return f"{'占比' * (self.measure == 'share')}{self.word}"
        rate, pace = ("降幅", "下降") if self.fell else ("增速", "增长")
        return f"{rate if self.word[1:] in ('高', '低', '大', '小') else pace}{self.word}"


@dataclass(frozen=True)
class Parts:
    """Figures of several things that one sentence sets side by side."""

    statement: Statement
    figures: tuple[Indicator, ...]
    values: tuple[Decimal, ...]
    named: bool


def write_first(draft: Draft, evidence: Evidence, query: Query, sources: Sequence[str]) -> bool:
    """Write the first of what a question ranks; False where no one list is surely meant."""
    rank = _rank(query)
    if rank is None or len(query.districts) > 1 or PLAN_KINDS & set(query.kinds):
        return False
    candidates = whole_sentences(evidence.candidates(query, sources))
    terms = [t for t in evidence.terms(query) if not _IDLE.fullmatch(t.text)]
    lists = [(s, p) for s in candidates if (p := _parts(query, rank, terms, s)) is not None]
    best = _closest(terms, [p for s, p in lists if _is_meant(terms, query, s, p)])
    return best is not None and _write_first_of(draft, rank, best)


def whole_sentences(statements: Sequence[Statement]) -> list[Statement]:
    """Sentences of prose, put together again where a semicolon parts them."""
    whole: list[Statement] = []
    for statement in statements:
        if statement.row is not None:
            continue
        last = whole[-1] if whole else None
        if last is not None and last.chunk is statement.chunk and last.text.endswith(_GOES_ON):
            figures = (*last.figures, *statement.figures)
            whole[-1] = replace(last, end=statement.end, figures=figures)
        else:
            whole.append(statement)
    return whole


def _rank(query: Query) -> Rank | None:
    """What a question orders things by; None if it asks for no extreme, or for both."""
    text = query.text
    asked = comparison_cues.RANKED.search(text)
    if asked is None or comparison_cues.EXTREMES.search(text):
        return None
    word = asked.group()[asked.group().rindex("最") :]
    least = re.search(comparison_cues.LEAST, word) is not None
    fell = comparison_cues.FELL.search(text) is not None
    if fell and least:
        return None  # "下降最少" may be of what rose
    rates = "share" if "share" in query.measures or _SHARE.search(text) else "level"
    measure = "growth" if fell or _RATE.search(text) else rates
    return Rank(word, measure, least or fell, fell)


def _parts(query: Query, rank: Rank, terms: Sequence[Term], statement: Statement) -> Parts | None:
    """The things that a sentence sets side by side: one figure of each, all of one unit."""
    groups: dict[str, list[Valued]] = {}
    for figure in statement.figures:
        quantity = quantity_of(statement.document.text, figure)
        if quantity is not None and quantity.high is None and _fits(query, rank, figure, statement):
            value, unit = base(quantity)
            groups.setdefault(unit, []).append((figure, value))
    listed = (_side_by_side(statement, g) for g in groups.values())
    several = [g for g in listed if len(g) >= FEWEST]
    named = [g for g in several if _of_industries(terms, [f for f, _ in g])]
    named = named or [g for g in (_of_thing(terms, g) for g in several) if g]
    counted = _are_counted(query, terms, statement)
    chosen = named or (several if rank.measure != "level" or counted else [])
    if not chosen or (len(chosen) > 1 and not counted):
        return None
    figures, values = zip(*chosen[0], strict=True)
    if _of_one_thing([f.name for f in figures]):
        return None
    return Parts(statement, figures, values, bool(named))


def _of_one_thing(names: Sequence[str]) -> bool:
    """True where two figures tell one thing, or more of it: 甲项目总投资, 甲项目总投资到位."""
    return any(a.startswith(b) for i, a in enumerate(names) for b in (*names[:i], *names[i + 1 :]))


def _side_by_side(statement: Statement, group: Sequence[Valued]) -> list[Valued]:
    """The figures of a sentence without the whole that they are parts of, and the parts of a part.

    "投资增长9%,其中甲增长8%、乙增长7%" sets two things side by side, and "甲增长9%,其中丙增长8%;
    乙增长7%" too.
    """
    text = statement.text
    marks = [m.end() for m in _PARTS.finditer(text)]
    placed = [(pair, pair[0].figure[0] - statement.start) for pair in group]
    placed = [(pair, at) for pair, at in placed if not _in_brackets(text, at)]
    if not marks:
        return [pair for pair, _ in placed]
    whole = [pair for pair, at in placed if at < marks[0]]
    first = 0 if len(whole) >= FEWEST else marks[0]
    nested = [(m, _end_of_part(text, m)) for m in marks if m > first]
    return [p for p, at in placed if at >= first and not any(s <= at < e for s, e in nested)]


def _end_of_part(text: str, mark: int) -> int:
    ends = re.search("[;；。]", text[mark:])
    return mark + ends.start() if ends else len(text)


def _in_brackets(text: str, at: int) -> bool:
    before = text[:at]
    return len(re.findall("[(（]", before)) > len(re.findall("[)）]", before))


def _fits(query: Query, rank: Rank, figure: Indicator, statement: Statement) -> bool:
    rates = {"growth", "share", "rank", "change", "completion"}
    alike = figure.measure == rank.measure or (
        rank.measure == "level" and figure.measure not in rates
    )
    return (
        alike
        and (rank.measure != "growth" or figure.unit == "%")
        and not figure.indicator.endswith(")")
        and not _TOTAL.search(figure.name)
        and figure.district == statement.district
        and fit_kind(query.kinds or ("actual",), figure.kind) > 0
        and fit_period(query.periods, (figure.period,))[1] > 0
    )


def _are_counted(query: Query, terms: Sequence[Term], statement: Statement) -> bool:
    """True where nothing is asked for but how many there are of a class: 哪类机构最多.

    The sentence, or the one it goes on from, counts the class as a whole.
    """
    of_class = _CLASS.search(query.text)
    if of_class is None or not all(t.text in of_class["name"] for t in terms):
        return False
    words = [w for t in terms for w in (t.text, *t.variants)]
    told = _with_whole(statement)
    return any(re.search(rf"{re.escape(word)}共?\d", told) for word in words)


def _of_industries(terms: Sequence[Term], figures: Sequence[Indicator]) -> bool:
    """True for figures of industries, where these are asked for: 电子信息业153.7亿元."""
    asked = any(_INDUSTRIES.fullmatch(t.text) for t in terms)
    return asked and all(_OF_INDUSTRY.search(fold_text(f.name)) for f in figures)


def _of_thing(terms: Sequence[Term], group: Sequence[Valued]) -> list[Valued]:
    """Of figures in one unit those that are named by what is asked for: 在校学生, not 教师."""
    things = [t.text for t in terms if not _INDUSTRIES.fullmatch(t.text)]
    kept = [(f, v) for f, v in group if any(t in fold_text(f.name) for t in things)]
    # 总投资 and 完成投资 are two figures of one thing.
    aspects = {next((a for a in _ASPECTS if a in f.name), "") for f, _ in kept}
    return kept if len(kept) >= FEWEST and len(aspects) == 1 else []


def _is_meant(terms: Sequence[Term], query: Query, statement: Statement, parts: Parts) -> bool:
    """True if all words of a question stand in a list, in what it is a part of, or above it."""
    told = f"{statement.labels}\n{_with_whole(statement)}"
    told += told.replace("规模以上", "规上").replace("限额以上", "限上")
    names = [fold_text(f.name) for f in parts.figures]
    if _WHERE.search(query.text) and not all(map(_PLACES.search, names)):
        return False
    if "when" in query.asks or _names_one(terms, names):
        return False
    industries = _of_industries(terms, parts.figures)
    of_class = _CLASS.search(query.text)
    among = comparison_cues.AMONG.search(without_slots(query, ("district", "period")))
    if "三次产业" in query.text:
        if not all(re.search("第[一二三]产业", name) for name in names):
            return False
    elif among and share_of(pairs_of(among[1]), told) < HELD:
        return False
    for term in terms:
        if industries and _INDUSTRIES.fullmatch(term.text):
            continue
        if of_class and term.text in of_class["name"] and all(n.endswith("类") for n in names):
            continue
        if level(term, told) < HELD and term.text not in told:
            return False
    return bool(terms or among)


def _names_one(terms: Sequence[Term], names: Sequence[str]) -> bool:
    """True if a question names one of the figures: whose 满意率 is lowest asks of no 办结率."""
    named = sum(any(name.endswith(t.text) for t in terms) for name in names)
    return 0 < named < len(names)


def _with_whole(statement: Statement) -> str:
    """A sentence, with the one before it where it goes on to the parts of that."""
    if not _PART_OF.match(statement.text):
        return statement.folded
    before = statement.document.text[statement.chunk.start : statement.start]
    return (
        fold_text("".join(before[s:e] for s, e in split_sentences(before)[-1:])) + statement.folded
    )


def _closest(terms: Sequence[Term], found: Sequence[Parts]) -> Parts | None:
    """The one list that holds most of the words in its own sentence, of the latest time."""

    def rank(parts: Parts) -> tuple[bool, float, bool, str]:
        own = sum(level(t, parts.statement.folded) for t in terms)
        output = all(_OUTPUT.search(f.name) for f in parts.figures)
        return parts.named, own, output, parts.figures[0].period

    best = max(map(rank, found), default=None)
    kept = [p for p in found if rank(p) == best]
    same = {(p.figures[p.values.index(max(p.values))].name, p.values) for p in kept}
    return kept[0] if len(same) == 1 else None


def _write_first_of(draft: Draft, rank: Rank, parts: Parts) -> bool:
    wanted = min(parts.values) if rank.least else max(parts.values)
    firsts = [f for f, v in zip(parts.figures, parts.values, strict=True) if v == wanted]
    rises = rank.measure == "growth" and not rank.least
    if (rank.fell and wanted >= 0) or (rises and wanted <= 0) or len(firsts) > MOST:
        return False
    statement = parts.statement
    start, end = parts.figures[0].start, parts.figures[-1].end
    marker = draft.cite_statement(statement, min(start, firsts[0].start), end)
    draft.computed.append(f"{len(parts.figures)}项")
    for figure in firsts:
        told = _in_its_words(statement.document.text, figure)
        head = whose(statement, figure.period, figure.kind, told)
        lead = f"{head}:文中并列的{len(parts.figures)}项里,{rank.said}的是"
        draft.say(f"{lead}{told}{marker}。")
    return True


def _in_its_words(text: str, figure: Indicator) -> str:
    """A figure with its name, or as its clause says it: "电力生产业增长14.6%" of its 增加值."""
    clause = unmarked(text[figure.start : figure.figure[1]]).strip(" ,，;；")
    shared = commonprefix((clause, figure.name))
    by_trade = "业" in shared and figure.name not in clause
    return clause if by_trade else phrase_figure(text, figure)
