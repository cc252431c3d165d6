"""What a model may rest on: numbered citations, with the figures and names that stand in each.

Made once for a question and asked for every sentence, so everything derived is kept.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from assistant.evidence.terms import canonical_names
from assistant.language.columns import KIND_OF_ROLE, role_of, row_number
from assistant.language.periods import whole_year, year_of
from assistant.language.quantities import Quantity, find_quantities, same_quantity
from assistant.question.corpus import same_district
from assistant.schema import Citation, Document, Indicator, Row
from assistant.text import fold_text


@dataclass(frozen=True)
class Ground:
    """One citation and what is known of the figures in it."""

    citation: Citation
    document: Document

    @cached_property
    def indicators(self) -> tuple[Indicator, ...]:
        """The figures of the document that stand in the passage."""
        start, end = self.citation.start, self.citation.end
        found = (i for i in self.document.indicators if start <= i.figure[0] and i.figure[1] <= end)
        return tuple(found)

    @property
    def row(self) -> Row | None:
        """The row that is cited, with the cells that it inherits."""
        return None if self.citation.row is None else self.document.rows[self.citation.row]

    def before(self, quantity: Quantity) -> list[tuple[str, Quantity]]:
        """What stands in the passage before each figure of this amount, and the figure."""
        text = levelled(self.citation.text)
        return [(text[: q.start], q) for q in self.quantities if same_quantity(q, quantity)]

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """Every number with its unit in the passage."""
        return tuple(find_quantities(self.citation.text))

    @cached_property
    def folded(self) -> str:
        """The passage without blanks, as words are looked for in it."""
        return squeezed(self.citation.text)

    @cached_property
    def labels(self) -> str:
        """What names the passage from elsewhere: title, headings, column headers, whose it is."""
        cited = self.citation
        parts = (cited.title, *cited.section_path, *cited.context, cited.district, cited.source)
        return squeezed("\n".join(parts))

    @cached_property
    def indicator_names(self) -> frozenset[str]:
        """Canonical names of the indicators that stand in it, however it calls them."""
        return canonical_names(self.folded) | canonical_names(self.labels)

    def names(self, text: str) -> bool:
        """True if the passage or what labels it has these words."""
        words = squeezed(text)
        return words in self.folded or words in self.labels

    def means(self, word: str) -> bool:
        """True if it has a word, or names the same indicator by another: GDP, 地区生产总值."""
        return self.names(word) or bool(canonical_names(squeezed(word)) & self.indicator_names)

    def speaks_for(self, district: str) -> bool:
        """True if the passage is of a district, or names it."""
        own = self.citation.district or self.document.profile.district
        return same_district(own, district) or squeezed(district) in self.folded

    @cached_property
    def kinds(self) -> frozenset[str]:
        """Whether the passage tells plans or results: its own kind and those of its figures."""
        own = {self.citation.kind} - {""}
        return frozenset(own | {i.kind for i in self.indicators})

    def kind_at(self, words: str) -> str:
        """What a quoted place claims: by its cell's column in a table, else as the passage does."""
        at = self.citation.text.find(words)
        if at < 0 or self.citation.row is None:
            return self.citation.kind
        at += self.citation.start
        cells = self.document.rows[self.citation.row].cells.items()
        role = next((role_of(h) for h, c in cells if c.start <= at < c.end), "")
        return KIND_OF_ROLE.get(role, "")

    def speaks_of(self, period: str) -> bool:
        """True if the passage or a figure in it is of a period."""
        stated = {self.citation.period, *(i.period for i in self.indicators)} - {""}
        years = {year_of(p) for p in stated}
        return period in {whole_year(p) for p in stated} | years

    @cached_property
    def row_numbers(self) -> frozenset[str]:
        """The serial number of the cited row, or every number of a passage that is none."""
        if self.citation.row is not None:
            number = row_number(self.document.rows[self.citation.row])
            return frozenset({number, number.lstrip("0")})
        return frozenset(re.findall(r"\d+", self.folded + self.labels))

    def figures(self, quantity: Quantity) -> list[Indicator]:
        """The stated figures of this amount."""
        return [i for i in self.indicators if self._same(i, quantity)]

    def figures_as(self, indicator: Indicator, quantity: Quantity) -> bool:
        """True if a figure, of this passage or another, is of this amount."""
        sign = "下降" if indicator.direction == "-" else ""
        stated = find_quantities(f"{sign}{indicator.value}{indicator.unit}")
        return any(same_quantity(q, quantity) for q in stated)

    def holds(self, quantity: Quantity) -> bool:
        """True if this amount stands in the passage."""
        return any(same_quantity(q, quantity) for q in self.quantities)

    def _same(self, indicator: Indicator, quantity: Quantity) -> bool:
        found = self._quantities_of.get(indicator.figure, ())
        return any(same_quantity(q, quantity) for q in found)

    @cached_property
    def _quantities_of(self) -> dict[tuple[int, int], tuple[Quantity, ...]]:
        """Each figure's amount: as it stands, and, in a table, with the unit that a header has."""
        offset = self.citation.start
        found: dict[tuple[int, int], tuple[Quantity, ...]] = {}
        for indicator in self.indicators:
            start, end = indicator.figure
            inside = [
                q for q in self.quantities if q.start + offset < end and start < q.end + offset
            ]
            sign = "下降" if indicator.direction == "-" else ""
            inside += find_quantities(f"{sign}{indicator.value}{indicator.unit}")
            found[indicator.figure] = tuple(inside)
        return found

    def period_of(self, indicator: Indicator | None) -> str:
        """When a figure, or the whole passage, holds."""
        return whole_year(indicator.period if indicator else self.citation.period)


Grounds = dict[int, Ground]  # by marker


def make_grounds(citations: Sequence[Citation], document_of: Callable[[str], Document]) -> Grounds:
    """Return the ground of each citation by its marker."""
    return {c.marker: Ground(c, document_of(c.source)) for c in citations}


_LEVELLED = str.maketrans("，；：（）！？％", ",;:()!?%")


def levelled(text: str) -> str:
    """Write punctuation in one way; every character keeps its place.

    >>> levelled("增长6％，达到（初步）目标")
    '增长6%,达到(初步)目标'
    """
    return text.translate(_LEVELLED)


def squeezed(text: str) -> str:
    r"""Fold a text and drop its blanks, so that a line break in it hides no word.

    >>> squeezed("地区生产 总值\n增长５.５％")
    '地区生产总值增长5.5%'
    """
    return re.sub(r"\s+", "", fold_text(text))
