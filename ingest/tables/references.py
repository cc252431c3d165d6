"""Rows of one table that name those of another by number alone: "附:滞后任务原因 | 任务序号 3"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.language.columns import is_sort, refers_to_rows, role_of
from assistant.schema import Cell, Row, Table
from assistant.text import HAN_WORD


def with_names_by_number(tables: Sequence[Table]) -> list[Table]:
    """Give the rows of a table that has nothing but numbers for names those of the rows meant.

    A cell that is taken over keeps its span, as those of merged cells do. A table of which one
    number is of no row before it, or of two, is left alone.
    """
    named: list[Table] = []
    for table in tables:
        named.append(_named(table, named))
    return named


def _named(table: Table, before: Sequence[Table]) -> Table:
    number = next((h for h in table.header if refers_to_rows(h)), "")
    if not number or any(role_of(h) in ("group", "target") for h in table.header if h != number):
        return table
    for other in reversed(before):
        found = [_name_of(other, row.cells.get(number)) for row in table.rows]
        names = [name for name in found if name is not None]
        if names and len(names) == len(found):
            rows = tuple(
                replace(row, cells={number: row.cells[number], header: cell, **row.cells})
                for row, (header, cell) in zip(table.rows, names, strict=True)
            )
            header = names[0][0]
            return replace(table, rows=rows, header=(number, header, *_without(table, number)))
    return table


def _without(table: Table, number: str) -> list[str]:
    return [header for header in table.header if header != number]


def _name_of(table: Table, number: Cell | None) -> tuple[str, Cell] | None:
    """The naming cell, with its header, of the one row of a table that has a number."""
    rows = [row for row in table.rows if number and _number_of(row) == number.text.strip()]
    if len(rows) != 1:
        return None
    cells = [
        (header, cell)
        for header, cell in rows[0].cells.items()
        if role_of(header) == "group" and not is_sort(header) and HAN_WORD.search(cell.text)
    ]
    return cells[0] if cells else None


def _number_of(row: Row) -> str:
    return next((c.text.strip() for h, c in row.cells.items() if role_of(h) == "number"), "")
