"""Names that talk has for a wider figure, tried where no document has a figure of the very name."""

from __future__ import annotations

import re

# Statistics tell 农业 as one of the parts of 农林牧渔业; people, and most reports, mean the whole.
_COMMONLY = (
    (re.compile(r"农业的?增加值(?:\((?:即|也就是|指)?农林牧渔业?\))?"), "农林牧渔业增加值"),
)
_IN_FULL = re.compile(r"农林牧渔业?(?:的)?增加值")


def as_commonly_meant(text: str) -> str:
    """Return a question with the wider name that is commonly meant, or "".

    >>> as_commonly_meant("甲区农业增加值(农林牧渔)增长多少?"), as_commonly_meant("甲区GDP多少?")
    ('甲区农林牧渔业增加值增长多少?', '')
    """
    if _IN_FULL.search(text):
        return ""
    meant = text
    for pattern, name in _COMMONLY:
        meant = pattern.sub(name, meant)
    return meant if meant != text else ""
