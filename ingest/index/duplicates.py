"""Documents that hold the same body: a page saved twice, a report published in two places.

Two documents are the same if one says all that the other says, and what it has more is little and
without figures. A corrected figure or name makes another version, which is no duplicate.
"""

from __future__ import annotations

import hashlib
import re

from assistant.schema import Document

# Of the hashes of all lines the smallest ones make the sketch: documents that share most of their
# lines share most of these (bottom-k sketch, Broder 1997).
SKETCH_SIZE = 16
# Shorter lines ("一、总体要求") stand in hundreds of documents that have nothing else in common.
_TELLING = 20
# How much of the longer document the shorter one must hold, in characters.
_LEAST_SHARED = 0.95
_NOT_TEXT = re.compile(r"[\W_]+")
_FIGURE = re.compile(r"\d")


def sketch(document: Document) -> list[int]:
    """Return few numbers that documents with the same body share most of."""
    lines = _lines(document)
    telling = [key for key, text in lines.items() if len(text) >= _TELLING]
    return sorted(telling or lines)[:SKETCH_SIZE]


def same_body(one: Document, other: Document) -> bool:
    """Tell whether two documents say the same."""
    shorter, longer = sorted((_lines(one), _lines(other)), key=len)
    if not shorter or not shorter.keys() <= longer.keys():
        return False
    extra = [text for key, text in longer.items() if key not in shorter]
    if any(_FIGURE.search(text) for text in extra):
        return False
    total = sum(map(len, longer.values()))
    return total - sum(map(len, extra)) >= _LEAST_SHARED * total


def _lines(document: Document) -> dict[int, str]:
    """Return the lines of the chunks, letters and figures alone, by their hash."""
    from assistant.text import fold_text

    result = {}
    for chunk in document.chunks:
        for line in chunk.text.splitlines():
            if text := _NOT_TEXT.sub("", fold_text(line)):
                digest = hashlib.blake2b(text.encode(), digest_size=7).digest()
                result[int.from_bytes(digest)] = text
    return result
