"""Counts that a sentence makes of what it lists itself: "甲、乙两个区", "三个示范园:甲、乙和丙"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.language.quantities import Quantity

MOST = 12  # items that a writer counts in words
_COUNTED = re.compile(r"^[一二两三四五六七八九十]{1,2}[个位名家项类条所种处]$")
_LISTED = re.compile(r"[、]|以及|[和与及]")


def counted_items(text: str, quantities: Sequence[Quantity], asked: str) -> list[Quantity]:
    """Return the quantities that count the items beside them, or repeat a count of the question.

    >>> from assistant.language.quantities import find_quantities
    >>> text = "助力巴东、来凤和黎平三个县"
    >>> [q.text for q in counted_items(text, find_quantities(text), "")]
    ['三个']
    """
    return [
        q
        for q in quantities
        if _COUNTED.match(q.text) and (q.text in asked or q.value in _lengths(text, q))
    ]


def _lengths(text: str, quantity: Quantity) -> set[int]:
    """How many items stand before a count in its clause, and after it up to the next."""
    before = re.split(r"[,;。:]", text[: quantity.start])[-1]
    rest = re.split(r"[;。]", text[quantity.end :])[0]
    head, colon, after = rest.partition(":")
    listed = after if colon and len(head) < MOST else ""
    commas = re.split(r",", listed)
    return {len(_LISTED.split(part)) for part in (before, listed, *commas) if _LISTED.search(part)}
