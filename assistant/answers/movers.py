"""Which of several things fell, or rose: told by the signs of their rates in prose."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from assistant.evidence.draft import Draft, whose
from assistant.evidence.evidence import Evidence
from assistant.evidence.figure_phrases import phrase_figure
from assistant.evidence.findings import Finding
from assistant.evidence.fits import fit_kind, fit_period
from assistant.evidence.statements import Statement
from assistant.evidence.terms import Term, level
from assistant.lexicon.indicators import load_indicators
from assistant.schema import Indicator, Query
from assistant.text import fold_text

COVERAGE_NEEDED = 0.5  # of the words that say among what is looked
FEWEST = 2  # rates that a sentence must set side by side
MOST = 12  # rates that are listed
_FELL = (
    r"负增长|下降|降低|减少|减产|往下掉|掉下来|下滑|下跌|萎缩|缩水|(?:在|是)[降跌掉减]|[降跌减]了"
)
_ROSE = r"正增长|(?<!负)(?<!正)增长|上升|上涨|增加|增产|(?:在|是)[增涨升]|[涨升]了"
# How far, which no rate is called by.
_HOW = re.compile("大幅度?|明显|显著|较快|快速|小幅|略有?|同比|实现|出现")
# What is grown or lost: of 产量 no 存栏 tells, of a 面积 no 产量.
_MEASURED = re.compile(
    "产量|面积|存栏|出栏|投资|收入|支出|价格|销售额|营业额|零售额|总?产值|增加值|利润|工资|用电量|吞吐量"
    "|人数|人次|贷款|存款|进口|出口"
)
# What a sort of things takes in, which no sentence on them need call by it, and no other may be.
_SORTS = {
    "farming": (
        re.compile("农(?:副|畜|林)?产品|(?:农|经济|粮食)?作物|畜[牧禽]?产?品?|水产品?"),
        re.compile("[农畜牧渔粮茶]|种植|养殖"),
    ),
    "industry": (re.compile("工业(?:产)?品"), re.compile("工业|制造|产品产量")),
}
_YIELDED = ("减产", "增产")
_LISTED = re.compile(r"\s*(?:[—–\-]{1,2}|[·•●◆■★])")
# What made a thing grow is no thing that grew.
_CAUSES = r"因素|政策|措施|举措|原因|推动|带动|拉动|促进|助推|撬动"
_ASKED = re.compile(
    rf"哪(?!个?[区县市])(?:(?!{_CAUSES})[^,，。?？最]){{0,14}}?(?:(?P<fell>{_FELL})|(?P<rose>{_ROSE}))"
    rf"(?:的|了|$|[,，?？])(?!最|多少)"
    rf"|(?:(?P<fell_first>{_FELL})|(?P<rose_first>{_ROSE}))的?(?:[一-鿿]{{0,6}})(?:有|是)?哪"
)

Mover = tuple[Statement, Indicator]


@dataclass(frozen=True)
class Run:
    """What one full stop ends, though semicolons part it: "甲增长8%;乙下降2%。", with its rates."""

    statements: tuple[Statement, ...]
    rates: tuple[Mover, ...]

    @cached_property
    def folded(self) -> str:
        """The run as it is matched."""
        return "".join(s.folded for s in self.statements)


def asked_way(query: Query) -> tuple[str, bool] | None:
    """The word for the direction in which things are asked for, and whether it is down."""
    asked = _ASKED.search(query.text)
    if asked is None:
        return None
    way = next(word for word in asked.groups() if word)
    return way, way in (asked["fell"], asked["fell_first"])


def find_movers(evidence: Evidence, query: Query, sources: Sequence[str]) -> list[Mover]:
    """Return the rates of the asked direction: of one sentence, or of all known indicators.

    "分行业看,甲业增长8%,乙业下降2%" answers which industries fell. Asked of nothing in particular
    ("哪些指标负增长"), the documents' indicators of the field answer.
    """
    asked = asked_way(query)
    if asked is None or len(query.districts) > 1 or {"target"} & set(query.kinds):
        return []
    way, fell = asked
    said = _HOW.sub("", query.text.replace(way, "产量" if way in _YIELDED else ""))
    terms = evidence.terms(replace(query, text=said, terms=_among(query, way)))
    told = [r for r in _runs(query, evidence.candidates(query, sources)) if _is_of_sort(said, r)]
    if not terms:
        return list(_of_the_field(told, fell))[:MOST]
    found = [run for run in told if len(run.rates) >= FEWEST and not _is_beside(terms, run)]
    best = max(found, key=lambda run: _held(terms, run), default=None)
    if best is None or _held(terms, best)[0] < COVERAGE_NEEDED:
        return []
    return [m for m in _of_measure(said, best.rates) if (m[1].direction == "-") == fell][:MOST]


def _runs(query: Query, statements: Sequence[Statement]) -> Iterator[Run]:
    """Put the statements together that only semicolons part, with their rates."""
    run: list[Statement] = []
    for statement in statements:
        if statement.row is not None:
            continue
        if run and not (
            run[-1].chunk is statement.chunk and run[-1].text.rstrip().endswith((";", "；"))
        ):
            yield _run(query, run)
            run = []
        run.append(statement)
    if run:
        yield _run(query, run)


def _run(query: Query, run: Sequence[Statement]) -> Run:
    return Run(tuple(run), tuple((s, f) for s in run for f in _rates(query, s)))


def _of_measure(said: str, rates: Sequence[Mover]) -> list[Mover]:
    """Leave out what is called by another measure than the asked one: 牛存栏, asked for 产量."""
    asked = set(_MEASURED.findall(fold_text(said)))
    return [(s, f) for s, f in rates if not asked or not (own := _measures(f)) or own & asked]


def _measures(figure: Indicator) -> set[str]:
    return set(_MEASURED.findall(fold_text(f"{figure.name}{figure.indicator}")))


def _is_of_sort(said: str, run: Run) -> bool:
    """False for goods of another part of the economy than that whose goods are asked for."""
    near = f"{run.statements[0].labels}\n{run.folded}"
    return all(among.search(near) for asked, among in _SORTS.values() if asked.search(said))


def _is_beside(terms: Sequence[Term], run: Run) -> bool:
    """True where the thing whose parts are asked for is but one of those set side by side."""
    named = [not _called_else(terms, fold_text(f.name)) for _, f in run.rates]
    return named.count(True) == 1 and not named[0]


def _called_else(terms: Sequence[Term], name: str) -> str:
    """What is left of a name without the words of a question: nothing of 食品烟酒类."""
    name = _MEASURED.sub("", name)
    for term in terms:
        name = name.replace(term.text, "")
    return name.strip("类业")


def _among(query: Query, way: str) -> tuple[str, ...]:
    """The words that say among what is looked, without those of the direction."""
    return tuple(t for t in query.terms if t not in way and way not in t and not _HOW.fullmatch(t))


def _held(terms: Sequence[Term], run: Run) -> tuple[float, float]:
    """How much of the words a paragraph holds with its headings, and the sentence by itself."""
    total = sum(t.weight for t in terms)
    first = run.statements[0]
    paragraph = f"{first.labels}\n{fold_text(first.chunk.text)}"
    in_paragraph = sum(t.weight * (_is_sort(t) or level(t, paragraph)) for t in terms)
    own = sum(t.weight * (_is_sort(t) or level(t, run.folded)) for t in terms)
    return in_paragraph / total, own / total


def _is_sort(term: Term) -> bool:
    """True for what a run was held against before: 农产品."""
    return any(asked.fullmatch(term.text) for asked, _ in _SORTS.values())


def _rates(query: Query, statement: Statement) -> list[Indicator]:
    """The rates of growth that a statement tells for the period asked for, of results."""
    return [
        f
        for f in statement.figures
        if f.measure == "growth"
        and f.unit == "%"
        and not f.indicator.endswith(")")
        and f.district == statement.district
        and fit_kind(query.kinds or ("actual",), f.kind) > 0
        and fit_period(query.periods, (f.period,))[1] > 0
    ]


def _of_the_field(told: Sequence[Run], fell: bool) -> Iterator[Mover]:
    """Each indicator of the lexicon once, in the order in which the documents tell them.

    What stands by itself in a line of a list ("——招商引资…") is one of the document's indicators,
    whatever it is called.
    """
    seen: set[str] = set()
    pairs = (m for run in told for m in run.rates if (m[1].direction == "-") == fell)
    for statement, figure in sorted(pairs, key=lambda m: (m[1].source, m[1].figure)):
        known = load_indicators().canonical(figure.indicator) or _LISTED.match(statement.chunk.text)
        if known and figure.indicator not in seen:
            seen.add(figure.indicator)
            yield statement, figure


def tells_otherwise(query: Query, found: Finding) -> bool:
    """True for what grew, where it is asked what fell, and the other way round.

    A level whose own rate is told beside it moved as that says: "面积9万亩,增长2%".
    """
    asked = asked_way(query)
    figure = found.figure
    if asked is None or figure is None:
        return False
    beside = [f for f in found.statement.figures if f.measure == "growth" and f.name == figure.name]
    return bool(beside) and all((f.direction == "-") != asked[1] for f in beside)


def write_movers(draft: Draft, found: Sequence[Mover]) -> None:
    """Write each rate with its name and whose it is."""
    for statement, figure in found:
        told = phrase_figure(statement.document.text, figure)
        marker = draft.cite_statement(statement, figure.start, figure.end)
        head = whose(statement, figure.period, figure.kind, told)
        draft.say_of(head, f"{told}{marker}")
