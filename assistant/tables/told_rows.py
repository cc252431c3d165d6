"""Which rows of a table an answer lists, as the history of a conversation keeps them."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.schema import MARKER, Citation


def rows_listed(text: str, citations: Sequence[Citation]) -> str:
    """Return the rows of one table that an answer lists, "file.txt#12" a line; of one none."""
    rows = {c.marker: f"{c.source}#{c.row}" for c in citations if c.row is not None}
    items = [line for line in text.splitlines() if line.startswith("- ")]
    first = [rows.get(int(m[1]), "") for line in items if (m := MARKER.search(line))]
    found = list(dict.fromkeys(first))
    of_one = len({place.rpartition("#")[0] for place in found}) == 1
    return "\n".join(found) if of_one and len(found) > 1 and len(first) == len(items) else ""
