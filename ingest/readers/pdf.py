"""PDF with a text layer: lines joined to paragraphs again, ruled tables with their merged cells.

A PDF knows where characters stand and nothing else. A line that reaches the right margin goes on in
the next one unless that is indented; what repeats at the same height of most pages is no text.
"""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from statistics import median
from typing import Any

from assistant.errors import UnreadableError
from assistant.schema import Table
from ingest.readers.layout import GridCell, Layout

Box = tuple[float, float, float, float]

_PAGE_NUMBER = re.compile(
    r"[-—–·\s]*(?:第\s*)?\d{1,4}(?:\s*页)?(?:\s*[/／,，共]+\s*\d{1,4}\s*页?)?[-—–·\s]*"
)
_SENTENCE_END = re.compile(r"[。；;：:!！?？]$")
_UNMAPPED = re.compile(r"\(cid:\d+\)")


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    x0: float
    x1: float
    top: float
    bottom: float

    @property
    def height(self) -> float:
        return self.bottom - self.top


@dataclass(slots=True)
class _Page:
    """Lines and grids of a page from top to bottom; a grid stands where its table begins."""

    blocks: list[tuple[float, _Line | list[list[GridCell | None]]]] = field(default_factory=list)
    height: float = 0.0

    @property
    def lines(self) -> list[_Line]:
        return [block for _, block in self.blocks if isinstance(block, _Line)]


def read_pdf(content: bytes, name: str) -> tuple[str, tuple[Table, ...]]:
    """Return the text of a PDF, and its ruled tables.

    Raises:
        UnreadableError: it is damaged, has a password, or is a scan without text.
    """
    pages = _pages(content, name)
    if not any(page.blocks for page in pages):
        raise UnreadableError(f"{name} 没有文字层(多半是扫描件);请先用文字识别软件处理后再读入。")
    text = "".join(line.text for page in pages for line in page.lines)
    if len(_UNMAPPED.findall(text)) * 20 > len(text):
        raise UnreadableError(
            f"{name} 的字体没有编码信息,取不出文字;请先用文字识别软件处理后再读入。"
        )
    layout = Layout()
    _lay_out(layout, _without_furniture(pages))
    return layout.finish()


def _pages(content: bytes, name: str) -> list[_Page]:
    import logging

    import pdfplumber
    from pdfminer.pdfdocument import PDFPasswordIncorrect
    from pdfminer.pdfparser import PDFSyntaxError
    from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

    logging.getLogger("pdfminer").setLevel(logging.ERROR)  # it warns of every odd font
    try:
        with pdfplumber.open(io.BytesIO(content)) as pdf:
            return [_page(page) for page in pdf.pages]
    except (PDFPasswordIncorrect, PdfminerException) as exc:
        if isinstance(exc, PDFPasswordIncorrect) or isinstance(exc.args[0], PDFPasswordIncorrect):
            raise UnreadableError(f"{name} 有密码;请解密后再读入。") from exc
        raise UnreadableError(_DAMAGED.format(name)) from exc
    except (
        *(PDFSyntaxError, MalformedPDFException, ValueError, TypeError, KeyError, IndexError),
        *(AttributeError, AssertionError, OSError, EOFError, RecursionError),
    ) as exc:
        # The parser trips over a damaged file in as many ways as there are.
        raise UnreadableError(_DAMAGED.format(name)) from exc


_DAMAGED = "{} 已损坏,读不出来;请重新下载或另存一份。"


def _page(page: Any) -> _Page:
    page = page.dedupe_chars()  # bold is often printed twice, a little apart
    words = page.extract_words(x_tolerance=2, y_tolerance=3)
    for word in words:
        word["text"] = word["text"].translate(_radicals())
    result = _Page(height=float(page.height))
    for table in page.find_tables():
        if len(table.rows) < 2 or max(len(row.cells) for row in table.rows) < 2:
            continue
        x0, top, x1, bottom = table.bbox
        inside = [word for word in words if _within(word, (x0, top, x1, bottom))]
        if inside:
            words = [word for word in words if word not in inside]
            result.blocks.append((top, _grid([box for box in table.cells if box], inside)))
    result.blocks += [(line.top, line) for line in _lines(words)]
    result.blocks.sort(key=lambda block: block[0])
    page.close()
    return result


@cache
def _radicals() -> dict[int, str]:
    """Return the characters that some fonts mistake for the radicals they look like (⽬ for 目)."""
    from assistant.text import fold_text

    return {code: fold_text(chr(code)) for code in range(0x2E80, 0x2FD6)}


def _within(word: dict[str, Any], box: Box) -> bool:
    x, y = (word["x0"] + word["x1"]) / 2, (word["top"] + word["bottom"]) / 2
    return bool(box[0] <= x <= box[2] and box[1] <= y <= box[3])


def _lines(words: Iterable[dict[str, Any]]) -> list[_Line]:
    """Join the words that stand at one height."""
    rows: list[list[dict[str, Any]]] = []
    for word in sorted(words, key=lambda word: (word["top"], word["x0"])):
        height = word["bottom"] - word["top"]
        if rows and abs(rows[-1][0]["bottom"] - word["bottom"]) < 0.5 * height:
            rows[-1].append(word)
        else:
            rows.append([word])
    return [_line(sorted(row, key=lambda word: float(word["x0"]))) for row in rows]


def _line(row: list[dict[str, Any]]) -> _Line:
    text = ""
    for before, word in zip([None, *row[:-1]], row, strict=True):
        if before is not None:
            gap = (word["x0"] - before["x1"]) / max(1.0, word["bottom"] - word["top"])
            narrow = before["text"][-1].isascii() and word["text"][0].isascii()
            text += " " if gap > (0.15 if narrow else 0.6) else ""
        text += word["text"]
    return _Line(
        text,
        min(word["x0"] for word in row),
        max(word["x1"] for word in row),
        min(word["top"] for word in row),
        max(word["bottom"] for word in row),
    )


def _grid(boxes: Sequence[Box], words: list[dict[str, Any]]) -> list[list[GridCell | None]]:
    """Return the rows of a ruled table; a cell stands in every place that its box covers."""
    columns, rows = _edges(box[0] for box in boxes), _edges(box[1] for box in boxes)
    grid: list[list[GridCell | None]] = [[None] * len(columns) for _ in rows]
    for box in boxes:
        cell = GridCell(_cell_text([word for word in words if _within(word, box)], box))
        for i, top in enumerate(rows):
            for j, left in enumerate(columns):
                if box[0] - 2 <= left < box[2] - 2 and box[1] - 2 <= top < box[3] - 2:
                    grid[i][j] = cell
    return grid


def _edges(values: Iterable[float]) -> list[float]:
    """Return distinct positions; rules drawn twice differ by a hair."""
    edges: list[float] = []
    for value in sorted(values):
        if not edges or value - edges[-1] > 2:
            edges.append(value)
    return edges


def _cell_text(words: list[dict[str, Any]], box: Box) -> str:
    """Join the lines of a cell: without a blank where a line is full, so that the text went on."""
    text = ""
    lines = _lines(words)
    for before, line in zip([None, *lines[:-1]], lines, strict=True):
        if before is not None and box[2] - before.x1 > 1.6 * before.height:
            text += " "
        text += line.text
    return text


def _without_furniture(pages: list[_Page]) -> list[_Page]:
    """Drop page numbers, and lines that stand at the same height of most pages."""
    places = Counter(_place(line) for page in pages for line in page.lines)
    repeated = {place for place, count in places.items() if count >= 3 and count * 2 > len(pages)}
    for page in pages:
        edge = 0.12 * page.height
        page.blocks = [
            (top, block)
            for top, block in page.blocks
            if not isinstance(block, _Line)
            or not (
                _place(block) in repeated
                or (_PAGE_NUMBER.fullmatch(block.text) and not edge < top < page.height - edge)
            )
        ]
    return pages


def _place(line: _Line) -> tuple[str, int]:
    return re.sub(r"\d+", "0", line.text), round(line.top / 5)


def _lay_out(layout: Layout, pages: list[_Page]) -> None:
    lines = [line for page in pages for line in page.lines]
    left = median(line.x0 for line in lines) if lines else 0.0
    right = sorted(line.x1 for line in lines)[int(0.9 * (len(lines) - 1))] if lines else 0.0
    paragraph: list[_Line] = []
    grid: list[list[GridCell | None]] = []
    for number, block in _numbered(pages):
        if isinstance(block, _Line):
            _flush_grid(layout, grid)
            if paragraph and not _goes_on(paragraph[-1], block, left, right, number):
                _flush_paragraph(layout, paragraph)
            paragraph.append(block)
        else:
            _flush_paragraph(layout, paragraph)
            if grid and (number or max(map(len, grid)) != max(map(len, block))):
                _flush_grid(layout, grid)
            _append_rows(grid, block)
    _flush_paragraph(layout, paragraph)
    _flush_grid(layout, grid)


def _numbered(
    pages: list[_Page],
) -> Iterator[tuple[int, _Line | list[list[GridCell | None]]]]:
    """Give all blocks with their number on the page: 0 where one may go on from the page before."""
    for page in pages:
        for number, (_, block) in enumerate(page.blocks):
            yield number, block


def _goes_on(line: _Line, after: _Line, left: float, right: float, number: int) -> bool:
    """Tell whether a paragraph that fills ``line`` goes on in ``after``."""
    size = line.height
    # A long word or a mark that may not begin a line leaves more room than one character.
    room = (1.6 if _SENTENCE_END.search(line.text) else 4.0) * size
    if line.x1 < right - room or after.x0 > left + 1.2 * size:
        return False
    # Latin letters of another font make a line of the same size up to a fifth higher.
    if abs(line.height - after.height) > 0.3 * size:
        return False
    return number == 0 or after.top - line.bottom < 1.5 * size


def _flush_paragraph(layout: Layout, paragraph: list[_Line]) -> None:
    text = ""
    for line in paragraph:
        joint = text and text[-1].isascii() and line.text[0].isascii()
        text += " " + line.text if joint and not text[-1].isdigit() else line.text
    layout.line(text)
    paragraph.clear()


def _flush_grid(layout: Layout, grid: list[list[GridCell | None]]) -> None:
    if grid:
        layout.grid(list(grid))
        grid.clear()


def _append_rows(grid: list[list[GridCell | None]], rows: list[list[GridCell | None]]) -> None:
    """Append a page's rows; a merged cell cut by the page's end is empty on the next page."""
    if grid:
        above = grid[-2] if len(grid) > 1 else [None] * len(grid[-1])
        open_cells = {
            column: cell
            for column, cell in enumerate(grid[-1])
            if cell is not None and column < len(above) and above[column] is cell
        }
        for row in rows:
            for column, cell in list(open_cells.items()):
                here = row[column] if column < len(row) else cell
                if here is not None and not here.text:
                    row[column] = cell
                else:
                    del open_cells[column]
    grid += rows
