"""What rose or fell over several years, told by where it began and where it ended."""

from __future__ import annotations

import re

from assistant.evidence.findings import Finding
from assistant.language.changes import MOVED
from assistant.language.periods import is_whole_year
from assistant.question import figure_cues
from assistant.schema import Query, Span

# "由98家增加到131家", "从46.2%提高到51.8%"
_FROM_TO = re.compile(
    rf"[由从][^，,。；;]{{1,16}}?(?:{MOVED}|扩展|发展|压[减缩]|[增升降减])[到至为]"
)
_OVER_YEARS = re.compile(
    r"[“\"]?十[二三四五六]五[”\"]?(?:时期|期间|以来)|(?:过去|近|这)的?[三四五]年|[三四五]年(?:来|间|以来)"
)
_ONE_YEAR = re.compile(r"(?:19|20)\d\d年|[今去上当]年|全年|年内|一年来|过去一年")


def years_of_rise(text: str, clause: Span) -> str:
    """The words for the years over which a clause tells a rise, empty where it is of one year.

    >>> told = "五年来,人口由58万人增加到65万人。2020年,企业由9家增加到12家。"
    >>> years_of_rise(told, (4, 18)), years_of_rise(told, (24, 36))
    ('五年来', '')
    """
    line = text.rfind("\\n", 0, clause[0]) + 1
    if not _FROM_TO.search(text, *clause):
        return ""
    spans = list(_OVER_YEARS.finditer(text, line, clause[1]))
    years = list(_ONE_YEAR.finditer(text, line, clause[1]))
    if not spans or (years and years[-1].start() > spans[-1].end()):
        return ""
    return spans[-1].group()


def is_rise_of_years(query: Query, found: Finding) -> bool:
    """True for a rise over several years where that of one year is asked for."""
    one_year = len(query.periods) == 1 and is_whole_year(query.periods[0])
    if not one_year or found.figure is None or not figure_cues.CHANGE_ASKED.search(query.text):
        return False
    text = found.statement.document.text
    return bool(years_of_rise(text, (found.figure.start, found.figure.end)))
