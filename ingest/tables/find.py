"""Find tables in plain text whose markup is gone, and restore their rows.

Text in, ``Table`` records out. Readers of files that tell their own tables (docx, xlsx, html) hand
their grids to ``ingest.tables.grid`` instead.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.schema import Cell, Row, Span, Table
from ingest.outline.script import simplify
from ingest.tables.blocks import find_blocks
from ingest.tables.commas import split_commas
from ingest.tables.delimited import collect_table
from ingest.tables.delimited_headers import starts_table, title_above
from ingest.tables.headers import is_serial_name
from ingest.tables.html import find_html_tables
from ingest.tables.items import find_items
from ingest.tables.labelled import find_labelled
from ingest.tables.lines import PIPES, Line, split_lines, split_spaced
from ingest.tables.pairs import split_pairs
from ingest.tables.repeated import find_repeated
from ingest.tables.restore import restore
from ingest.tables.spaced import split_wide
from ingest.tables.stacked import read_stacked
from ingest.tables.subitems import split_subitems


def find_tables(text: str) -> list[Table]:
    """Find the tables of a text, in order and without overlap."""
    plain = simplify(text)
    found = _find_in(plain)
    return found if plain == text else [_as_written(table, plain, text) for table in found]


def _find_in(text: str) -> list[Table]:
    tables = find_html_tables(text)
    taken = [(table.start, table.end) for table in tables]
    for lines in _between(
        split_spaced(text, split_wide(text, split_commas(split_lines(text)))), taken
    ):
        tables.extend(_find_in_lines(text, lines))
    tables.extend(find_labelled(text, tables))
    tables.extend(find_blocks(text, tables))
    tables.extend(find_items(text, tables))
    tables.extend(find_repeated(text, tables))
    tables = [
        replace(table, rows=split_subitems(text, split_pairs(table.rows))) for table in tables
    ]
    return sorted(tables, key=lambda table: table.start)


def _as_written(table: Table, plain: str, text: str) -> Table:
    """A table found in simplified text, its words as the text has them."""

    def written(words: str) -> str:
        at = plain.find(words, table.start, table.end) if words else -1
        return text[at : at + len(words)] if at >= 0 else words

    rows = tuple(
        replace(
            row,
            section_path=tuple(map(written, row.section_path)),
            cells={written(h): _cell_as_written(c, text) for h, c in row.cells.items()},
            doubtful=tuple(map(written, row.doubtful)),
        )
        for row in table.rows
    )
    header = tuple(map(written, table.header))
    return replace(table, title=written(table.title), header=header, rows=rows)


def _cell_as_written(cell: Cell, text: str) -> Cell:
    return replace(cell, text=text[cell.start : cell.end])


def _between(lines: Sequence[Line], taken: Sequence[Span]) -> list[list[Line]]:
    """The runs of lines outside the spans already taken."""
    runs: list[list[Line]] = [[]]
    spans = iter(taken)
    span = next(spans, None)
    for line in lines:
        while span and span[1] <= line.start:
            span = next(spans, None)
            runs.append([])
        if not span or line.end <= span[0]:
            runs[-1].append(line)
    return runs


def _find_in_lines(text: str, lines: Sequence[Line]) -> list[Table]:
    tables: list[Table] = []
    i = floor = 0
    while i < len(lines):
        if lines[i].cells is None or not starts_table(lines, i):
            stacked = read_stacked(text, lines, i)
            if stacked is None:
                i += 1
                continue
            table, after = stacked
            title = title_above(lines, i, floor)
            tables.append(_with_title(table, lines[title] if title is not None else None))
            i = floor = after
            continue
        found, i = collect_table(text, lines, i, floor)
        floor = i
        if found.rows:
            rows = restore(text, found.names, found.rows)
            if rows and found.closed and not text[found.end :].strip():
                rows = (*rows[:-1], _without_cut_off(text, rows[-1], rows[:-1]))
            spans = tuple(found.headers)
            tables.append(Table(found.start, found.end, found.title, found.names, spans, rows))
    return tables


def _without_cut_off(text: str, row: Row, above: Sequence[Row]) -> Row:
    """Leave open what a row at the end of a text would take from above, where it breaks off.

    Other rows end with their delimiter; behind the last words of this one its own cells are lost.
    Where it shares its number, it has what all rows that share theirs take from above.
    """
    if text[: row.end].rstrip().endswith(PIPES):
        return row
    own = [h for h, cell in row.cells.items() if row.owns(cell)]
    last = list(row.cells).index(own[-1]) if own else -1
    lost = [h for h in list(row.cells)[last + 1 :] if not _is_shared(h, row, above)]
    cells = {h: cell for h, cell in row.cells.items() if h not in lost}
    return replace(row, cells=cells, doubtful=(*row.doubtful, *lost))


def _is_shared(header: str, row: Row, above: Sequence[Row]) -> bool:
    """Tell a column that goes with the number: no row without one of its own has a cell there."""
    number = next((h for h in row.cells if is_serial_name(h)), None)
    if number is None or number not in row.inherited:
        return False
    sharing = [other for other in above if number in other.inherited]
    return len(sharing) > 1 and all(header in other.inherited for other in sharing)


def _with_title(table: Table, line: Line | None) -> Table:
    if line is None:
        return table
    return replace(table, start=line.start, title=line.text)
