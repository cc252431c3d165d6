"""The last gate: nothing unverified reaches the reader, in any mode.

A line of an answer passes if its markers resolve, its citations are verbatim, and every figure in
it stands with its unit in what it cites, in the question, or among the numbers that the answer
computed.
"""

from __future__ import annotations

import csv
import itertools
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from assistant.evidence.figure_phrases import without_sum
from assistant.language.columns import is_sort, role_of
from assistant.language.limits import SIGNS, bound_of
from assistant.language.numerals import HAN_DIGITS
from assistant.language.period_mentions import find_periods
from assistant.language.quantities import Quantity, quantities_in, same_quantity
from assistant.schema import MARKER, Citation
from assistant.tables.values import SPENT, unit_in
from assistant.text import fold_text

_NUMBERING = re.compile(r"^\s*(?:[-*]\s*)?(?:第\d+项|\d{1,3}[.、)）](?!\d))")
# "增长%", "总投资(万元)", "单位:亿元"
_UNITS_OF_HEADER = re.compile(r"%|‰|(?<=[(（:：/、,，])[^()（）:：/、,，]{1,6}(?=[)）、,，]|$)")
_RATIO_OF_HEADER = re.compile(r"(?<=[(（])[^()（）:：/、,，]{1,6}/[^()（）:：/、,，]{1,6}(?=[)）])")
_UNIT_OVER = re.compile(r"(?:金额|计量)?单位\s?[:：]")
# A column that is nothing but a rate is in % where its header says no other unit.
_BARE_RATE = re.compile(r"[^(（%‰]*(?:增长|增速|增幅|同比|占比|比重|构成)")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_SPAN_OF_YEARS = re.compile(r"([三四五六七])年")
_BOUNDED = re.compile(r"([-−+]?\d[\d,.]*)([^\d\s]{1,3})")
_SLASH = re.compile(r"[/／](?![^(（]*[)）])")  # outside of brackets
_FEWEST_SLASHED = 4
_VALUE = re.compile(r"[-−+]?[\d,.]*[%‰]?")


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a line may not be shown. ``found`` is the text that failed."""

    line: str
    reason: str
    found: str


def check_citation(citation: Citation, text: str) -> bool:
    """True if a citation stands in its document to the letter."""
    return bool(citation.text.strip()) and text[citation.start : citation.end] == citation.text


def check_line(
    line: str, citations: Sequence[Citation], computed: Sequence[str], question: str = ""
) -> list[Fault]:
    """Return what is wrong with a line; an empty list lets it pass."""
    markers = [int(m) for m in MARKER.findall(line)]
    known = {c.marker: c for c in citations}
    faults = [Fault(line, "引用编号没有对应的出处", f"[{m}]") for m in markers if m not in known]
    cited = [known[m] for m in markers if m in known] or list(citations)
    texts = [*(c.text for c in cited), question, *computed]
    allowed = [q for text in texts for q in quantities_in(text)]
    labels = {n for c in cited for n in _label_numbers(c)} | set(
        _NUMBER.findall(fold_text(question))
    )
    labels |= {n for text in computed for n in _NUMBER.findall(text)}
    numbers = labels | {n for c in cited for n in _NUMBER.findall(fold_text(c.text))}
    plain = _without_headers(_NUMBERING.sub("", MARKER.sub("", line)), cited)
    rest = plain
    for quantity in quantities_in(plain):
        if _stands(quantity, allowed, labels, cited):
            # The same amount in other digits (2,580.5亿元, 25805000万元) has been held to its unit.
            rest = f"{rest[: quantity.start]}{' ' * len(quantity.text)}{rest[quantity.end :]}"
        else:
            faults.append(Fault(line, "数字在引用的原文里找不到", quantity.text))
    for number in _NUMBER.findall(_without_periods(fold_text(rest), cited)):
        if number not in numbers:
            faults.append(Fault(line, "数字在引用的原文里找不到", number))
    return faults


def _without_headers(line: str, cited: Sequence[Citation]) -> str:
    """A line without the headers of cited rows before their cells: "责任单位(首位为牵头单位):"."""
    labels = {x for c in cited if c.row is not None for x in c.context if not x.isdecimal()}
    for label in sorted(labels, key=len, reverse=True):
        line = line.replace(f"{label}:", " ")
    return line


def _in_cells(quantity: Quantity, citation: Citation) -> bool:
    """True if a cited row has the number in one cell, its unit, if any, in another or a header."""
    if citation.row is None:
        return False
    cells = _cells_of(citation.text)
    number = f"{'-' if quantity.sign == '-' else ''}{quantity.value_text}"
    behind = _behind_number(cells, citation)
    numbered = len(behind) < len(cells) or _is_numbered(cells, citation)
    counted = [_unbounded(cell) for cell in (behind[1:] if quantity.unit and numbered else cells)]
    if number not in counted and quantity.value_text not in counted:
        return False
    if quantity.unit == "%" and any(
        _BARE_RATE.fullmatch("".join(label.split())) for label in citation.context
    ):
        return True
    headers = _headers(cells, citation)
    units = (
        u
        for header in headers
        for pattern in (_UNITS_OF_HEADER, _RATIO_OF_HEADER)  # 微克/立方米
        for u in pattern.findall(header)
    )
    plain = (u.removesuffix("人民币") or u for u in units)  # 亿元人民币 is 亿元
    beside = quantity.unit in cells or f"1{quantity.unit}" in cells  # a cell of 1/10万
    return not quantity.unit or beside or quantity.unit in plain


def _unbounded(cell: str) -> str:
    """A cell without the word or the sign for its bound, a sum of years without its marks.

    >>> _unbounded("6左右"), _unbounded("≤6"), _unbounded("6处"), _unbounded("〔6〕")
    ('6', '6', '6处', '6')
    """
    cell = cell.lstrip(f"{SIGNS} ")
    bounded = _BOUNDED.fullmatch(cell)
    return bounded[1] if bounded and bound_of(bounded[2]) else without_sum(cell)


def _cells_of(text: str) -> list[str]:
    """The cells of a row that pipes, tabs, line breaks, slashes, commas or blanks alone part.

    >>> _cells_of("PM2.5浓度(微克/立方米)/38/35/约束性")
    ['PM2.5浓度(微克/立方米)', '38', '35', '约束性']
    """
    parts = re.split(r"[|\t\n｜]", text)
    if not re.search(r"[|\t｜]", text):
        parts = [cell for part in parts for cell in _slashed(part)]
    cells = [part.strip(" *\u3000") for part in parts]
    if len(cells) > 1:
        return cells
    if '"' in text or len(text.split()) == 1:
        return next(csv.reader([text]))
    return text.split()


def _slashed(text: str) -> list[str]:
    """The cells that slashes part, which stand in units and dates too: at least four."""
    cells = _SLASH.split(text)
    return cells if len(cells) >= _FEWEST_SLASHED else [text]


def _is_numbered(cells: Sequence[str], citation: Citation) -> bool:
    """True if the first cell is a serial number, which no unit makes a figure."""
    numbered = any(role_of(label) == "number" for label in citation.context)
    return numbered and bool(_NUMBER.fullmatch(cells[0])) and len(cells) > 1


def _behind_number(cells: Sequence[str], citation: Citation) -> Sequence[str]:
    """The cells behind the serial number, where a class stands before it: 生态 | 12 | 森林(%)."""
    numbered = any(role_of(label) == "number" for label in citation.context)
    pairs = enumerate(itertools.pairwise(cells))
    at = (n for n, (one, other) in pairs if one.isdecimal() and not _VALUE.fullmatch(other))
    start = next(at, 0) if numbered else 0
    return cells[start:] if not any(map(_NUMBER.search, cells[:start])) else cells


def _headers(cells: Sequence[str], citation: Citation) -> list[str]:
    """What may give a cell its unit: headers, and the row's own name as a header does.

    A class may stand before the name: 经济发展 | 地区生产总值(亿元) | 286.3.

    公共预算收入(亿元) | 142.5 | 146.1: beside such a name the unit over the table counts only what
    is spent on it.
    """
    behind = _behind_number(cells, citation)
    named = itertools.dropwhile(_VALUE.fullmatch, behind)
    names = list(itertools.takewhile(lambda cell: not _VALUE.fullmatch(cell), named))
    sorted_by = any(map(is_sort, citation.context)) and not any(map(unit_in, names[:1]))
    names = names[:2] if sorted_by else names[:1]
    spent = any(SPENT.search(label) for label in citation.context)
    over = not any(map(unit_in, names)) or spent
    labels = [label for label in citation.context if over or not _UNIT_OVER.match(label)]
    return [*labels, *names]


def _stands(
    quantity: Quantity, allowed: Sequence[Quantity], labels: set[str], cited: Sequence[Citation]
) -> bool:
    if any(same_quantity(quantity, other) for other in allowed):
        return True
    if any(_in_cells(quantity, citation) for citation in cited):
        return True
    return not quantity.unit and quantity.value_text in labels


def _label_numbers(citation: Citation) -> list[str]:
    """Numbers of what labels a passage: headings, column headers, inherited cells, title."""
    labels = " ".join([citation.title, *citation.section_path, *citation.context])
    return _NUMBER.findall(fold_text(labels))


def _without_periods(text: str, cited: Sequence[Citation]) -> str:
    """Blank the periods of a line that its citations are known to speak of."""
    known = {y for c in cited for y in re.findall(r"\d{4}", c.period)} | {
        n[:4]
        for c in cited
        for n in _NUMBER.findall(" ".join([c.title, *c.section_path, *c.context, c.text]))
    }
    for mention in reversed(find_periods(text)):
        any_year = mention.period.startswith("-") and _names_months(mention.period, cited)
        if any_year or mention.period[:4] in known or _counts_years(mention.period, known, cited):
            text = text[: mention.start] + " " * (mention.end - mention.start) + text[mention.end :]
    return text


def _names_months(period: str, cited: Sequence[Citation]) -> bool:
    """True for months up to one that a cited passage names, where neither tells the year."""
    last = period.rpartition("-")[2]
    return any(m.period.endswith(f"-{last}") for c in cited for m in find_periods(c.text))


def _counts_years(period: str, known: set[str], cited: Sequence[Citation]) -> bool:
    """True for as many years up to a known one as a cited passage speaks of: 五年 up to 2021."""
    years = re.fullmatch(r"(\d{4})/(\d{4})", period)
    if years is None or years[2] not in known:
        return False
    spans = {HAN_DIGITS[n] for c in cited for n in _SPAN_OF_YEARS.findall(c.text)}
    return int(years[2]) - int(years[1]) + 1 in spans


def verify(
    lines: Sequence[str],
    citations: Sequence[Citation],
    computed: Sequence[str],
    question: str,
    text_of: Callable[[str], str],
) -> tuple[list[str], list[Fault]]:
    """Return the lines that may be shown and the faults of those that may not.

    ``text_of`` gives the text of a source. A citation that is not verbatim fails every line that
    uses it.
    """
    sound = [c for c in citations if check_citation(c, text_of(c.source))]
    passed: list[str] = []
    faults: list[Fault] = []
    for line in lines:
        found = check_line(line, sound, computed, question)
        faults.extend(found)
        if not found:
            passed.append(line)
    return passed, faults
