"""Every figure that a document states, as :class:`Indicator` records.

Prose and the task and progress columns of tables are read sentence by sentence
(``ingest.figures``), the cells of plain data tables by their headers (``ingest.data_cells``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.columns import cells_of
from assistant.lexicon.indicators import IndicatorLexicon
from assistant.periods import find_periods, year_of
from assistant.schema import Cell, Chunk, Indicator, Profile, Row
from ingest.data_cells import read_data_row
from ingest.figures import Figure, Scope, read_figures


def extract_indicators(
    text: str,
    chunks: Sequence[Chunk],
    rows: Sequence[Row],
    profile: Profile,
    lexicon: IndicatorLexicon,
) -> tuple[Indicator, ...]:
    """Extract the figures of a document from its chunks and table rows, in the order of the text.

    A cell that several rows inherit is read once, in the row where it stands.
    """
    found: list[Indicator] = []
    for chunk in chunks:
        if chunk.row is None:
            found.extend(_of_prose(chunk, profile, lexicon))
        else:
            found.extend(_of_row(chunk, rows[chunk.row], profile, lexicon))
    return tuple(sorted(found, key=lambda i: (i.figure, i.indicator)))


def _of_prose(chunk: Chunk, profile: Profile, lexicon: IndicatorLexicon) -> Iterator[Indicator]:
    scope = Scope(
        period=chunk.period,
        kind=chunk.kind,
        year=year_of(chunk.period) or _profile_year(profile),
        own_level=profile.level,
        district=profile.district,
        district_full=profile.district_full,
    )
    for figure in read_figures(chunk.text, scope, lexicon):
        yield _indicator(figure, chunk, profile, chunk.start)


def _of_row(
    chunk: Chunk, row: Row, profile: Profile, lexicon: IndicatorLexicon
) -> Iterator[Indicator]:
    yield from read_data_row(row, chunk, profile, lexicon)
    targets, progress = cells_of(row, "target"), cells_of(row, "progress")
    year = year_of(chunk.period) or _profile_year(profile)
    subject = unit = ""
    for _, cell in targets:
        scope = Scope(
            year,
            "target",
            year,
            "target",
            "",
            "",
            profile.level,
            profile.district,
            profile.district_full,
        )
        figures = read_figures(cell.text, scope, lexicon)
        if not subject:
            subject, unit = _subject(figures, cell, lexicon)
        if row.start <= cell.start < row.end:
            for figure in figures:
                yield _indicator(figure, chunk, profile, cell.start)
    for header, cell in progress:
        if not row.start <= cell.start < row.end:
            continue
        period = _progress_period(header, chunk, year, profile)
        scope = Scope(
            period,
            "actual",
            year,
            "progress",
            subject,
            unit,
            profile.level,
            profile.district,
            profile.district_full,
        )
        for figure in read_figures(cell.text, scope, lexicon):
            yield _indicator(figure, chunk, profile, cell.start)


def _subject(figures: Sequence[Figure], cell: Cell, lexicon: IndicatorLexicon) -> tuple[str, str]:
    """What a task cell is about, with its unit, for a progress cell that does not repeat it."""
    if figures:
        return figures[0].name, figures[0].quantity.unit
    terms = lexicon.find(cell.text, colloquial=False)
    return (terms[0].text, "") if terms and terms[0].start <= 4 else ("", "")


def _progress_period(header: str, chunk: Chunk, year: str, profile: Profile) -> str:
    named = find_periods(header, year)
    if named:
        return named[-1].period
    progress = profile.periods.get("progress", "")
    # A progress table up to December tells the year.
    if progress and not progress.endswith("-12"):
        return progress
    return year_of(progress) or chunk.period


def _profile_year(profile: Profile) -> str:
    for key in ("reported", "progress", "planned"):
        if profile.periods.get(key):
            return year_of(profile.periods[key])
    return ""


def _indicator(figure: Figure, chunk: Chunk, profile: Profile, offset: int) -> Indicator:
    quantity = figure.quantity
    return Indicator(
        source=chunk.source,
        district=figure.district or profile.district,
        period=figure.period,
        indicator=figure.indicator,
        name=figure.name,
        measure=figure.measure,
        value=quantity.value_text,
        unit=quantity.unit,
        kind=figure.kind,
        start=figure.clause[0] + offset,
        end=figure.clause[1] + offset,
        figure=(quantity.start + offset, quantity.end + offset),
        direction=quantity.sign,
        qualifier=quantity.qualifier,
        row=chunk.row,
    )
