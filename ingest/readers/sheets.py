"""Sheets: xlsx with its merged cells and number formats, and csv."""

from __future__ import annotations

import csv
import datetime
import io
import re
import zipfile
from collections.abc import Sequence
from typing import Any

from assistant.errors import UnreadableError
from assistant.schema import Table
from ingest.readers.layout import Grid, GridCell, Layout
from ingest.readers.text import decode

_DECIMALS = re.compile(r"0\.(0+)")
# Text in quotes, colours and conditions of a number format: "亿元", [红色], [>=100].
_LITERALS = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')
_MERGE = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z0-9:$]{1,40})"')
_MOST_COLUMNS = 200
_MOST_ROWS = 200_000


def read_csv(content: bytes, name: str) -> tuple[str, tuple[Table, ...]]:
    """Return a csv file as lines of cells, and its table."""
    text = decode(content, name)
    csv.field_size_limit(10_000_000)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text)))
    except csv.Error as exc:
        raise UnreadableError(f"{name} 不是完好的 csv({exc});请另存一份。") from exc
    layout = Layout()
    # Exported from a sheet, a merged cell leaves empty ones: they are no proof of emptiness.
    layout.grid([[_cell(text) for text in row] for row in rows], merges_known=False)
    return layout.finish()


def read_xlsx(content: bytes, name: str) -> tuple[str, tuple[Table, ...]]:
    """Return every visible sheet as lines of cells, and its tables."""
    from ingest.readers.office import open_office

    sheets = open_office(content, name, _load)
    layout = Layout()
    for title, grid in sheets:
        if len(sheets) > 1:
            layout.heading(title, 2)
        layout.grid(grid)
    return layout.finish()


def _load(content: bytes) -> list[tuple[str, Grid]]:
    """Return title and cells of each visible sheet with something in it."""
    import warnings

    import openpyxl

    with warnings.catch_warnings():
        # It warns of whatever it does not draw: validations, pictures, themes.
        warnings.simplefilter("ignore")
        # Read whole, a merge down to the last row would make five million cells.
        workbook = openpyxl.load_workbook(io.BytesIO(content), data_only=True, read_only=True)
        sheets = [sheet for sheet in workbook.worksheets if sheet.sheet_state == "visible"]
        filled = [(sheet, texts) for sheet in sheets if (texts := _filled(sheet))]
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return [
                (sheet.title, _grid(texts, _merges(archive.read(sheet._worksheet_path))))
                for sheet, texts in filled
            ]


def _merges(sheet: bytes) -> list[tuple[int, int, int, int]]:
    """Return the merged ranges of a sheet's XML, which a sheet read in a stream does not tell."""
    from openpyxl.utils import range_boundaries

    found = []
    for match in _MERGE.finditer(sheet):
        left, top, right, bottom = range_boundaries(match[1].decode("ascii"))
        if None not in (left, top, right, bottom):
            found.append((int(left), int(top), int(right), int(bottom)))
    return found


def _delimiter(text: str) -> str:
    r"""Return the character that cuts the first lines into most cells, and as many in each.

    >>> _delimiter("指标;数值\nGDP;1,234.5\n"), _delimiter("a\tb\n1\t2\n")
    (';', '\t')
    """
    lines = [line for line in text.splitlines()[:20] if line.strip()]

    def regular(mark: str) -> tuple[int, int]:
        counts = [line.count(mark) for line in lines]
        return (max(map(counts.count, counts)), max(counts)) if any(counts) else (0, 0)

    return max(",\t;|", key=regular) if lines else ","


def _cell(text: str) -> GridCell | None:
    return GridCell(text) if text.strip() else None


def _filled(sheet: Any) -> dict[tuple[int, int], str]:
    """Return the texts of the cells that have one, by row and column."""
    sheet.reset_dimensions()  # what a sheet claims to be wide is often wrong
    return {
        (cell.row, cell.column): text
        for row in sheet.iter_rows(max_col=_MOST_COLUMNS, max_row=_MOST_ROWS)
        for cell in row
        if (text := _shown(cell))
    }


def _grid(texts: dict[tuple[int, int], str], merges: Sequence[tuple[int, int, int, int]]) -> Grid:
    last_row, last_column = max(row for row, _ in texts), max(column for _, column in texts)
    grid: list[list[GridCell | None]] = [[None] * last_column for _ in range(last_row)]
    for (row, column), text in texts.items():
        grid[row - 1][column - 1] = GridCell(text)
    for left, top, right, bottom in merges:
        if top > last_row or left > last_column:
            continue
        first = grid[top - 1][left - 1]
        for row in range(top - 1, min(bottom, last_row)):
            for column in range(left - 1, min(right, last_column)):
                grid[row][column] = first
    return grid


def _shown(cell: Any) -> str:
    """Return a cell as the sheet shows it: 0.055 formatted as a percentage is 5.5%."""
    value, form = cell.value, str(cell.number_format or "General")
    if value is None:
        return ""
    if isinstance(value, datetime.datetime):
        return value.strftime("%Y-%m-%d" if value.time() == datetime.time() else "%Y-%m-%d %H:%M")
    if isinstance(value, (datetime.date, datetime.time)):
        return value.isoformat()
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return str(value).strip()
    return format_number(value, form)


def format_number(value: float, form: str) -> str:
    """Return a number in a sheet's number format, as far as reading needs it.

    >>> [format_number(0.0553, "0.0%"), format_number(1234.5, "#,##0.00"), format_number(18.10, "")]
    ['5.5%', '1,234.50', '18.1']
    """
    bare = _LITERALS.sub("", form.split(";", maxsplit=1)[0])
    decimals = _DECIMALS.search(bare)
    places = len(decimals[1]) if decimals else 0
    grouping = "," if "#,##" in bare or "0,0" in bare else ""
    if "%" in bare:
        return f"{value * 100:{grouping}.{places}f}%"
    if bare.lower() in ("general", "@", "") or not re.search("[0#]", bare):
        # 15 digits are what a sheet keeps: 0.1 + 0.2 is shown as 0.3.
        return f"{value:.15g}" if abs(value) < 1e15 else str(value)
    if decimals is None and re.search(r"\.[#?]", bare):
        return f"{value:{grouping}.10f}".rstrip("0").rstrip(".")
    return f"{value:{grouping}.{places}f}"
