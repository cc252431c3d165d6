"""Sheets: xlsx with its merged cells and number formats, and csv."""

from __future__ import annotations

import csv
import datetime
import io
import re
from typing import TYPE_CHECKING, Any

from assistant.errors import UnreadableError
from assistant.schema import Table
from ingest.readers_layout import GridCell, Layout
from ingest.readers_text import decode

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell as SheetCell
    from openpyxl.worksheet.worksheet import Worksheet

_DECIMALS = re.compile(r"0\.(0+)")
# Text in quotes, colours and conditions of a number format: "亿元", [红色], [>=100].
_LITERALS = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')
_MOST_COLUMNS = 200


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
    from ingest.readers_office import open_office

    workbook = open_office(content, name, _load)
    layout = Layout()
    sheets = [s for s in workbook.worksheets if s.sheet_state == "visible" and _filled(s)]
    for sheet in sheets:
        if len(sheets) > 1:
            layout.heading(sheet.title, 2)
        layout.grid(_grid(sheet))
    return layout.finish()


def _load(content: bytes) -> Any:
    import warnings

    import openpyxl

    with warnings.catch_warnings():
        # It warns of whatever it does not draw: validations, pictures, themes.
        warnings.simplefilter("ignore")
        return openpyxl.load_workbook(io.BytesIO(content), data_only=True)


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


def _filled(sheet: Worksheet) -> dict[tuple[int, int], str]:
    """Return the texts of the cells that have one; a sheet may claim a million rows without."""
    texts = {}
    for (row, column), cell in sheet._cells.items():
        if column <= _MOST_COLUMNS and (text := _shown(cell)):
            texts[row, column] = text
    return texts


def _grid(sheet: Worksheet) -> list[list[GridCell | None]]:
    texts = _filled(sheet)
    last_row, last_column = max(row for row, _ in texts), max(column for _, column in texts)
    grid: list[list[GridCell | None]] = [[None] * last_column for _ in range(last_row)]
    for (row, column), text in texts.items():
        grid[row - 1][column - 1] = GridCell(text)
    for merged in sheet.merged_cells.ranges:
        if merged.min_row > last_row or merged.min_col > last_column:
            continue
        first = grid[merged.min_row - 1][merged.min_col - 1]
        for row in range(merged.min_row - 1, min(merged.max_row, last_row)):
            for column in range(merged.min_col - 1, min(merged.max_col, last_column)):
                grid[row][column] = first
    return grid


def _shown(cell: SheetCell) -> str:
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
    bare = _LITERALS.sub("", form.split(";")[0])
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
