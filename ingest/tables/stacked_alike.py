"""Rows of a table with one cell a line that leave out as many cells leave out the same ones.

A cell that is merged over several rows is missing in each of these below the first. Which one it
is, the cells of most such rows tell by what they are. A row whose own cells leave it open stands as
the others do: "改造管网12公里" may be a task or what is built.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from assistant.schema import Cell
from ingest.tables.cells import Role, cell_kind, fit
from ingest.tables.rows import RawRow

_FEWEST_ALIKE = 2


def settle_alike(rows: Sequence[RawRow], roles: Sequence[Role]) -> list[RawRow]:
    """Move the cells of rows that stand otherwise than most of those with as many cells."""
    filled = [tuple(n for n, cell in enumerate(row.cells) if cell.text) for row in rows]
    usual: dict[int, tuple[int, ...]] = {}
    for count in {len(places) for places in filled}:
        votes = Counter(places for places in filled if len(places) == count)
        (places, most), *_ = votes.most_common(1)
        if most >= _FEWEST_ALIKE and 2 * most > votes.total() and count < len(roles):
            usual[count] = places
    return [
        _moved(row, own, usual.get(len(own), own), roles)
        for row, own in zip(rows, filled, strict=True)
    ]


def _moved(
    row: RawRow, own: tuple[int, ...], places: tuple[int, ...], roles: Sequence[Role]
) -> RawRow:
    texts = [row.cells[n].text for n in own]
    odd = sum(fit(roles[n], cell_kind(t)) < 0 for n, t in zip(places, texts, strict=True))
    if own == places or row.empty or odd or (own and own[0] != places[0]):
        return row
    cells = [Cell("", row.start, row.start)] * len(row.cells)
    for to, n in zip(places, own, strict=True):
        cells[to] = row.cells[n]
    return replace(row, cells=tuple(cells))
