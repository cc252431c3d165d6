"""Which further findings are told beside the best one: what each adds to the answer."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answers.kinds import is_doing
from assistant.answers.named_indicators import levels_of
from assistant.answers.steps import tells_another_stage
from assistant.answers.writing import phrase
from assistant.evidence.asked import asks_each
from assistant.evidence.asked_words import around_the_asked
from assistant.evidence.figure_phrases import is_value_alone
from assistant.evidence.findings import COVERAGE_NEEDED, Finding, lists_as_many
from assistant.evidence.terms import Term, level
from assistant.evidence.wants import WANT_WEIGHT, wants_of
from assistant.question import constraint_cues, figure_cues, stopwords
from assistant.schema import PLAN_KINDS, Query
from assistant.text import fold_text

MOST_FINDINGS = 3  # statements that one side's answer may join
MOST_ALIKE = 6  # of things that a question asks for each
LOOKED_AT = 40  # findings that may be joined to the best one
OWN_OF_LISTED = 0.5  # the same for a list that runs over several sentences of a paragraph
OWN_OF_FURTHER = 0.1  # coverage that a joined statement must have in its own words
GAIN_NEEDED = 0.14  # share of the question's weight that a further statement must add


def joined(query: Query, terms: Sequence[Term], usable: Sequence[Finding]) -> list[Finding]:
    """Add further findings while each brings in enough of the terms and figures still open."""
    wants = wants_of(query)
    around = around_the_asked(query, terms)
    weights = [0.0 if t in around else t.weight for t in terms] + [WANT_WEIGHT] * len(wants)

    def held(found: Finding, levels: list[float]) -> list[float]:
        return levels + [float(want(phrase(found))) for want in wants]

    alike = _in_words(query, usable) or _alike(query, usable)
    if alike:
        return alike
    chosen = [usable[0]]
    told = fold_text(phrase(usable[0]))
    covered = held(usable[0], [max(lv, level(t, told)) for t, lv in _pairs(terms, usable[0])])
    season = constraint_cues.SEASON.search(query.text)
    telling = max(terms, key=lambda t: t.weight, default=None)
    needed = telling if telling and level(telling, usable[0].statement.folded) == 1.0 else None
    # Another value of the same row is of the same thing: before all that others tell.
    for candidate in sorted(usable[1:LOOKED_AT], key=lambda f: not _is_cell_beside(f, usable[0])):
        if season and season.group() not in candidate.statement.folded:
            continue  # what is done in no season that is named is not done in this one
        if not query.kinds and (candidate.kind in PLAN_KINDS) != (chosen[0].kind in PLAN_KINDS):
            continue
        spoken_of = {f.indicator for f in candidate.statement.figures}
        own = held(
            candidate,
            [
                1.0 if t.canonical in spoken_of else level(t, candidate.statement.folded)
                for t in terms
            ],
        )
        gain = sum(w * max(0.0, a - b) for w, a, b in zip(weights, own, covered, strict=True))
        beside = (
            "list" in query.asks and candidate.statement.chunk.id == chosen[0].statement.chunk.id
        )
        more = [t for t, a, b in zip(terms, own, covered, strict=False) if a > b]
        if not (more or _is_cell_beside(candidate, chosen[0])) and _is_farther(
            candidate, chosen[0]
        ):
            continue  # "卫生健康支出下降9.4%" adds nothing to 农林水支出 but a rate
        # 汽车产业以…为细分领域 beside the same of 大数据产业 is no part of the list of the latter.
        lacking = needed is not None and level(needed, candidate.statement.folded) == 0
        lacking = lacking or tells_another_stage(query, phrase(candidate))
        # Asked what opened, the works that were pushed on are none of them.
        undone = "list" in query.asks and lacking and needed is not None
        undone = undone and needed is not None and is_doing(needed.text)
        of_anything = undone or _is_of_anything(terms, candidate, chosen[0])
        of_anything = of_anything or _is_done_to_another(lacking, more, chosen[0])
        listed = beside and candidate.match.own >= OWN_OF_LISTED and not lacking
        if listed or (beside and _is_of_another_named(query, candidate, chosen)):
            chosen.append(candidate)
        elif (not of_anything and gain >= GAIN_NEEDED * sum(weights)) and (
            candidate.match.own >= OWN_OF_FURTHER or _is_cell_beside(candidate, chosen[0])
        ):
            chosen.append(candidate)
            covered = [max(a, b) for a, b in zip(own, covered, strict=True)]
        if len(chosen) == MOST_FINDINGS:
            break
    return chosen


def _is_of_another_named(query: Query, found: Finding, chosen: Sequence[Finding]) -> bool:
    """True for what tells of one more of the things that a question names, each asked for.

    "与哪些县开展山海协作、对口合作": a sentence for the one, and another for the other.
    """
    if not figure_cues.EACH.search(query.text):
        return False
    told = fold_text("\n".join(phrase(f) for f in chosen))
    typed = {query.text[start:end] for start, end in query.slots.get("indicator", ())}
    return any(name in fold_text(phrase(found)) and name not in told for name in typed)


def _is_of_anything(terms: Sequence[Term], found: Finding, first: Finding) -> bool:
    """True for other passages with a mere word of anything: 投资 of roads is no school's.

    Nor is what is 建成 elsewhere that which was asked about.
    """
    one, other = found.figure, first.figure
    rivals = one is not None and other is not None and one.unit == other.unit
    if found.statement.chunk.id == first.statement.chunk.id and not rivals:
        return False
    told = f"{found.statement.folded}{found.statement.labels}"
    named = {f.indicator for f in found.statement.figures}
    held = [t for t in terms if level(t, told) > 0 or t.canonical in named]
    return len(held) < len(terms) and _say_nothing(held)


def _is_done_to_another(lacking: bool, more: Sequence[Term], first: Finding) -> bool:
    """True for what only says 建成 of another thing, beside a figure of the one asked for."""
    return lacking and first.figure is not None and bool(more) and _say_nothing(more)


def _say_nothing(terms: Sequence[Term]) -> bool:
    """True for words that are said of anything: what is done, and how much of it there is."""
    return all(stopwords.OF_ANYTHING.fullmatch(t.text) or is_doing(t.text) for t in terms)


def _in_words(query: Query, usable: Sequence[Finding]) -> list[Finding]:
    """What is told in words alone: 全覆盖 tells it, whatever else has a 覆盖率.

    So do as many names as are asked for: 甲县、乙县 where "哪两个县" are.
    """
    first = usable[0]
    alone = first.qualitative and len(query.indicators) < 2
    named = lists_as_many(query, first.quote) and first.match.coverage >= COVERAGE_NEEDED
    return [first] if alone or named else []


def _alike(query: Query, usable: Sequence[Finding]) -> list[Finding]:
    """The figures of one name that a passage tells of things side by side, where each is asked.

    "那两处各完成多少": "甲地块…完成总工程量的90%;乙地块…完成总工程量的85%". As many as are counted.
    """
    if not asks_each(query) or usable[0].figure is None or len(query.periods) > 1:
        return []
    whole = [f for f in usable if f.match.coverage >= usable[0].match.coverage]
    alike = sorted((f for f in whole if _is_alike(f, usable[0])), key=lambda f: f.spans)
    counted = len(alike) == query.number if query.number else 1 < len(alike) <= MOST_ALIKE
    return alike if counted else []


def _is_alike(found: Finding, first: Finding) -> bool:
    """True for what a passage tells by a figure of the same name, of the same kind and time."""
    same = found.statement.chunk.id == first.statement.chunk.id
    named = bool(_figures_of(found) & _figures_of(first))
    return same and named and (found.kind, found.period) == (first.kind, first.period)


def _figures_of(found: Finding) -> set[tuple[str, str]]:
    figures = found.statement.figures
    inside = [f for f in figures if any(s <= f.figure[0] < e for s, e in found.spans)]
    return {(f.indicator, f.unit) for f in inside}


def _pairs(terms: Sequence[Term], found: Finding) -> zip[tuple[Term, float]]:
    return zip(terms, levels_of(terms, found), strict=True)


def _nearness(found: Finding) -> float:
    """How much of the question a statement has itself; a cell of figures has it by its row."""
    return found.match.coverage if _is_value(found) else found.match.own


def _is_farther(found: Finding, first: Finding) -> bool:
    """True for what has less of the question, itself or with its row: a county's for a park's."""
    less_own = _nearness(found) < _nearness(first)
    return less_own or found.match.coverage < first.match.coverage


def _is_value(found: Finding) -> bool:
    figure = found.figure
    if figure is None or found.statement.row is None:
        return False
    return is_value_alone(figure, found.quote)


def _is_cell_beside(found: Finding, first: Finding) -> bool:
    """True for another value of the same row of a data table: its row says of what."""
    return _is_value(found) and found.statement.row is first.statement.row


def with_rates(query: Query, usable: Sequence[Finding], ranked: Sequence[Finding]) -> list[Finding]:
    """Add the rate that stands beside an amount in its row, where both are asked for."""
    beside = [
        f
        for f in ranked
        if f not in usable
        and _is_value(usable[0])
        and _is_cell_beside(f, usable[0])
        and f.figure is not None
        and {"growth", "level"} <= set(query.measures)
        and f.figure.measure == "growth"
        and f.period_fit > 0
        and f.kind_fit > 0
    ]
    return [usable[0], *beside[:1], *usable[1:]]
