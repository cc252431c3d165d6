"""Who, when and what a document is: title, district, periods, kind, publisher, dates."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.language.periods import label
from assistant.schema import Profile, Table
from ingest.outline.front_matter import read_labels
from ingest.outline.headings import is_signature, signed_by
from ingest.outline.lines import SpanSet, split_lines
from ingest.outline.outline import Outline
from ingest.outline.periods import years_in
from ingest.outline.script import simplify
from ingest.outline.titles import strip_marks
from ingest.profile.dates import find_date
from ingest.profile.districts import Whose, find_district
from ingest.profile.kinds import find_kind, find_periods, part_told, year_issued
from ingest.profile.sources import time_of, title_of

# A signature stands this near to the title or the end of a document.
_SIGNED_WITHIN = 300
_LETTERHEAD = 5  # lines over a title
_NUMBERED_IN = re.compile(r"[〔\[［(（]((?:19|20)\d\d)[〕\]］)）]\s?(?:第\s?)?\d{1,4}\s?[号期]")


def read_profile(
    text: str, outline: Outline, tables: Sequence[Table] = (), source: str = ""
) -> Profile:
    """Read the profile of a document from its title, front matter, headings, tables and body.

    What the text does not say but only suggests is named in ``doubtful``.
    """
    labels = read_labels(simplify(text), outline.furniture)
    written_title = _title(text, outline, tables, labels.get("title", ""))
    title, plain = simplify(written_title), simplify(text)
    headings = [simplify(section.path[-1]) for section in outline.sections]
    headers = [simplify(header) for table in tables for header in table.header]
    office, signed = _signature(plain, outline, tables)
    whose = find_district(plain, title, {**labels, "signed": office}, source)
    named = title or title_of(source) or time_of(source)
    kind, kind_doubtful = find_kind(named, headings, headers, plain)
    openings = {
        simplify(s.path[-1]): plain[s.heading[1] : s.heading[1] + 200] for s in outline.sections
    }
    periods, periods_doubtful = find_periods(named, kind, openings, headers, plain)
    if not periods and years_in(filed := title_of(source) or time_of(source)):
        # "某区一季度经济运行情况" of a year that only the name of its file has.
        periods, periods_doubtful = find_periods(filed, kind, openings, headers, plain)[0], True
    labels.setdefault("generated", signed)
    dates = {
        key: date for key in ("published", "generated") if (date := find_date(labels.get(key, "")))
    }
    issued = next(iter(dates.values()), "") or _year_numbered(plain)
    if not periods and issued:
        # "今年上半年" is of the year in which it was published.
        periods, periods_doubtful = {"reported": issued[:4]}, True
        if year := year_issued(named, issued):
            periods, _ = find_periods(f"{year}年{named}", kind, openings, headers, plain)
    periods |= part_told(periods, kind, plain) if periods_doubtful else {}
    doubtful = [
        name
        for name, is_doubtful in (
            ("title", not title),
            ("district", whose.doubtful),
            ("kind", kind_doubtful),
            ("periods", periods_doubtful or named != title),
        )
        if is_doubtful
    ]
    return Profile(
        title=written_title or title_of(source) or _derived_title(whose, periods, kind),
        title_derived=not title,
        district=whose.name,
        district_full=whose.full,
        level=whose.level,
        kind=kind,
        publisher=labels.get("publisher") or office or labels.get("origin", ""),
        periods=periods,
        dates=dates,
        doubtful=tuple(doubtful),
    )


def _year_numbered(text: str) -> str:
    """The year in the number of a paper: 〔2025〕第7期."""
    numbered = _NUMBERED_IN.search(text[:_SIGNED_WITHIN])
    return numbered[1] if numbered else ""


def _title(text: str, outline: Outline, tables: Sequence[Table], labelled: str) -> str:
    if outline.title is not None:
        start, end = outline.title
        written = "".join(strip_marks(line) for line in text[start:end].splitlines())
        # "政 府 工 作 报 告" below the label that says whose it is, and of when
        return labelled if re.sub(r"\s", "", written) in labelled else written
    return labelled or next((strip_marks(table.title) for table in tables if table.title), "")


def _signature(text: str, outline: Outline, tables: Sequence[Table]) -> tuple[str, str]:
    """The office and the date that sign a document at its title or under its text.

    Over the title they stand in a letterhead: "甲县督查通报", "第7期", "甲县督查室 2025年10月16日".
    The office in the last row of a table is in charge of that row.
    """
    rows = [(row.start, row.end) for table in tables for row in table.rows]
    furniture = SpanSet([*outline.furniture, *rows])
    end = outline.title[1] if outline.title else 0
    head, tail = text[end : end + _SIGNED_WITHIN], max(len(text) - _SIGNED_WITHIN, 0)
    lines = [line for line in split_lines(text[tail:]) if tail + line.start not in furniture][-3:]
    lines += [line for line in split_lines(head) if end + line.start not in furniture][:2]
    over = text[: min(outline.title[0], _SIGNED_WITHIN)] if outline.title else ""
    lines += [line for line in split_lines(over) if line.start not in furniture][:_LETTERHEAD]
    signed = [signed_by(line.text) for line in lines if is_signature(line)]
    offices = [office for office, _ in signed if office]
    dates = [date for _, date in signed if find_date(date)]
    return (offices or [""])[0], (dates or [""])[0]


def _derived_title(whose: Whose, periods: dict[str, str], kind: str) -> str:
    """A name for a document without one, from what is known of it.

    >>> _derived_title(Whose("滨江区", "", "区县", False), {"planned": "2025"}, "任务分解/进展表")
    '滨江区2025年任务分解/进展表'
    """
    years = [periods[key] for key in ("reported", "planned") if key in periods]
    told = "与".join(dict.fromkeys(label(year) for year in years))
    return f"{whose.name}{told}{kind if kind != '其他' else '文件'}"
