"""Questions to offer: made from the figures at hand, so that each of them has an answer."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice

from assistant.index.catalog import Catalog
from assistant.language.periods import is_whole_year
from assistant.language.periods import label as period_label
from assistant.schema import PLAN_KINDS, Answer, Document, Indicator, Section

_ASKED = ("growth", "level", "share", "intensity", "count")
_HEADLINES = 40
_GROUPS = 20
# The number before a heading, and a heading that is short and has no stop or figure in it.
_NUMBER = re.compile(r"^(?:\s*第?[(（]?[一二三四五六七八九十百\d]+[)）、.．章节篇])+")
_HEADING = re.compile(r"[^\d,，。;；:：!?()（）|]{4,16}")
_SIDES = 3  # of a comparison that is offered
_TRIED = 4  # times as many questions as are wanted, where some turn out to have no answer

Answered = Callable[[str], bool]


def phrase(figure: Indicator) -> str:
    """Return a question that a figure answers: "钱塘区2024年地区生产总值增长目标是多少?"."""
    what = f"{figure.district}{period_label(figure.period)}{what_of(figure)}"
    if figure.kind in PLAN_KINDS:
        return f"{what}是多少?"
    if figure.measure == "growth":
        return f"{what}了多少?"
    return f"{what}{'有' if figure.measure == 'count' else '是'}多少?"


def what_of(figure: Indicator) -> str:
    """Name what a figure tells: "地区生产总值增长目标"."""
    growth = "增长" if figure.measure == "growth" else ""
    return f"{figure.indicator}{growth}{'目标' if figure.kind in PLAN_KINDS else ''}"


def examples(catalog: Catalog, count: int, answered: Answered | None = None) -> list[str]:
    """Return example questions of several kinds, districts and indicators where there are such."""
    documents = [catalog.document(source) for source in catalog.sources()[:_GROUPS]]
    groups = [_headlines(document.indicators) for document in documents]
    figures = map(phrase, _alternating(groups))
    return _first(
        chain(
            islice(figures, 1),
            islice(_comparisons(groups), 1),
            islice((q for d in documents[1:] for q in _sections(d, d.sections)), 1),
            figures,
        ),
        count,
        answered,
    )


def follow_ups(
    catalog: Catalog,
    answer: Answer,
    count: int,
    answered: Answered | None = None,
    without: Collection[str] = (),
) -> list[str]:
    """Return questions near an answer, none of those in ``without``.

    First what it says of another year or as a target, then the same of another district, then the
    section that it cites, then other figures of the sections and rows around.
    """
    if not answer.citations:
        return examples(catalog, count, answered)
    documents = {c.source: catalog.document(c.source) for c in answer.citations}
    figures = [figure for document in documents.values() for figure in document.indicators]
    said = [figure for figure in figures if _says(answer, figure)]
    questions = chain(
        map(phrase, islice(_counterparts(figures, said), 1)),
        map(phrase, islice(_elsewhere(catalog, said), 1)),
        islice(_cited_sections(documents, answer), 1),
        map(phrase, _near(figures, answer)),
    )
    asked = {answer.question, answer.standalone_question, *without}
    return _first((question for question in questions if question not in asked), count, answered)


def _first(questions: Iterable[str], count: int, answered: Answered | None) -> list[str]:
    """The first questions that have an answer, each once."""
    tried = islice(dict.fromkeys(questions), count * _TRIED)
    return list(islice((q for q in tried if answered is None or answered(q)), count))


def _alternating(groups: Sequence[Sequence[Indicator]]) -> Iterator[Indicator]:
    """Figures of each group in turn, no indicator twice."""
    used: set[str] = set()
    for _ in range(_HEADLINES):
        for group in groups:
            fresh = next((figure for figure in group if figure.indicator not in used), None)
            if fresh is not None:
                used.add(fresh.indicator)
                yield fresh


def _comparisons(groups: Iterable[Iterable[Indicator]]) -> Iterator[str]:
    """What most districts state in the same way, each with the latest, beside each other."""
    subjects: dict[tuple[str, str, bool], dict[str, Indicator]] = {}
    for figure in sorted(chain.from_iterable(groups), key=lambda figure: figure.period):
        subjects.setdefault(_subject(figure), {})[figure.district] = figure
    for sides in sorted(subjects.values(), key=len, reverse=True):
        if len(sides) > 1:
            picked = list(sides.values())[:_SIDES]
            names = [f"{figure.district}{period_label(figure.period)}" for figure in picked]
            yield f"比较{'、'.join(names[:-1])}和{names[-1]}的{what_of(picked[0])}"


def _subject(figure: Indicator) -> tuple[str, str, bool]:
    return figure.indicator, figure.measure, figure.kind in PLAN_KINDS


def _sections(document: Document, sections: Iterable[Section]) -> Iterator[str]:
    """What a document has under a heading that says what it is about."""
    district = document.profile.district
    for section in sections:
        heading = _NUMBER.sub("", section.path[-1]).strip(" \t。.:：") if section.path else ""
        if district and _HEADING.fullmatch(heading):
            yield f"{district}{heading.removeprefix(district)}方面有哪些内容?"


def _cited_sections(documents: Mapping[str, Document], answer: Answer) -> Iterator[str]:
    for citation in answer.citations:
        document = documents[citation.source]
        cited = [s for s in document.sections if s.path == citation.section_path]
        yield from _sections(document, cited)


def _headlines(figures: Iterable[Indicator]) -> list[Indicator]:
    """The figures asked for first: known to the lexicon, of a whole year, from the top."""
    from assistant.lexicon.indicators import load_indicators

    names = set(load_indicators().names())
    return [f for f in figures if f.indicator in names and _is_plain(f)][:_HEADLINES]


def _is_plain(figure: Indicator) -> bool:
    return is_whole_year(figure.period) and figure.measure in _ASKED and figure.kind != "estimate"


def _says(answer: Answer, figure: Indicator) -> bool:
    """Whether an answer states a figure: its place is cited and its number is in the text."""
    return figure.value in answer.text and any(
        c.source == figure.source and c.start <= figure.start < c.end for c in answer.citations
    )


def _counterparts(figures: Iterable[Indicator], said: Sequence[Indicator]) -> Iterator[Indicator]:
    """What the same documents say of the same thing: another year, a target beside its result."""
    subjects = {(f.district, f.indicator) for f in said}
    known = {(f.district, f.indicator, f.period, f.kind in PLAN_KINDS) for f in said}
    for f in filter(_is_plain, figures):
        subject = (f.district, f.indicator)
        if subject in subjects and (*subject, f.period, f.kind in PLAN_KINDS) not in known:
            yield f


def _elsewhere(catalog: Catalog, said: Sequence[Indicator]) -> Iterator[Indicator]:
    """What other districts say of the same thing, in the same measure."""
    if not said:
        return
    districts = {figure.district for figure in said}
    subjects = {(figure.indicator, figure.measure) for figure in said}
    for figure in catalog.indicators(names=[said[0].indicator]):
        subject = (figure.indicator, figure.measure)
        if figure.district not in districts and subject in subjects and _is_plain(figure):
            yield figure


def _near(figures: Sequence[Indicator], answer: Answer) -> list[Indicator]:
    """Figures that the answer does not cite, those near its citations first."""
    places = [(c.source, c.start, c.end) for c in answer.citations]

    def distance(figure: Indicator) -> int:
        return min(abs(figure.start - start) for s, start, _ in places if s == figure.source)

    free = [
        figure
        for figure in figures
        if not any(s == figure.source and a <= figure.start < b for s, a, b in places)
    ]
    free.sort(key=distance)
    return _headlines(free) or [figure for figure in free if _is_plain(figure)][:_HEADLINES]
