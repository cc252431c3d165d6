"""Questions to offer: made from the figures at hand, so that each of them has an answer."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.catalog import Catalog
from assistant.periods import is_whole_year
from assistant.periods import label as period_label
from assistant.schema import Answer, Indicator

_ASKED = {
    "growth": "增长{}多少",
    "level": "{}是多少",
    "share": "{}是多少",
    "intensity": "{}是多少",
    "count": "{}是多少",
}
_HEADLINES = 40


def phrase(figure: Indicator) -> str:
    """Return a question that a figure answers: "钱塘区2024年地区生产总值增长目标是多少?"."""
    what = figure.indicator
    kind = "目标" if figure.kind in ("target", "floor") else ""
    middle = "增长" if figure.measure == "growth" else ""
    tail = f"{kind}是多少?" if kind else "了多少?" if middle else "是多少?"
    return f"{figure.district}{period_label(figure.period)}{what}{middle}{tail}"


def _headline(figures: Sequence[Indicator]) -> list[Indicator]:
    """The figures asked for first: known to the lexicon, of a whole year, from the top."""
    from assistant.lexicon.indicators import load_indicators

    names = set(load_indicators().names())
    return [
        f
        for f in figures
        if f.indicator in names and is_whole_year(f.period) and f.measure in _ASKED
    ][:_HEADLINES]


def examples(catalog: Catalog, count: int) -> list[str]:
    """Return example questions, of different districts and indicators where the corpus allows."""
    chosen: list[str] = []
    used: set[str] = set()
    groups = [_headline(catalog.indicators(sources=[source])) for source in catalog.sources()[:20]]
    for _ in range(_HEADLINES):
        for group in groups:
            fresh = next((f for f in group if f.indicator not in used), None)
            if fresh is not None and len(chosen) < count:
                used.add(fresh.indicator)
                chosen.append(phrase(fresh))
    return chosen


def follow_ups(catalog: Catalog, answer: Answer, count: int) -> list[str]:
    """Return questions near an answer: other figures of the sections and rows that it cites."""
    sources = list(dict.fromkeys(c.source for c in answer.citations))
    if not sources:
        return examples(catalog, count)
    cited = {(c.source, c.section_path) for c in answer.citations}
    figures = catalog.indicators(sources=sources)
    near = [
        f
        for f in figures
        if not any(c.source == f.source and c.start <= f.start < c.end for c in answer.citations)
    ]
    spans = [(c.source, c.start) for c in answer.citations]
    near.sort(
        key=lambda f: min(
            (abs(f.start - start) for source, start in spans if source == f.source), default=10**9
        )
    )
    found = dict.fromkeys(phrase(f) for f in _headline(near) or near)
    return (
        [q for q in found if q not in (answer.question, answer.standalone_question)][:count]
        if cited
        else []
    )
