"""Split text into lines and lines into cells, and tell headers, titles and chapter rows from rows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.schema import Cell
from ingest.tables_cells import cell_kind, squeeze

_PIPES = "|｜│┃"
_PIPE = re.compile(f"[{_PIPES}]")
_RULE = re.compile(r"[\s|｜│┃:：+\-–—=_┌┬┐├┼┤└┴┘─━┏┳┓┣╋┫┗┻┛]{3,}")
_HEADER_WORD = re.compile(
    r"序\s*号|编号|项目|任务|内容|要求|目标|指标|牵头|责任|配合|协[助办]|单位|部门|领导|负责|进展|完成|情况|进度|"
    r"时限|时间|备注|类别|领域|名称|计量|数值|总量|总额|增速|增长|同比|比重|占比|年$|年度|季度|[0-9]月|措施|举措|地区|"
    r"区县|街道|镇街|类型|分类|金额|投资|预算|决算|说明|阶段|成效|问题|下一步|绝对[值数额]|排名|位次|面积|人数|数量|"
    r"地点|规模|性质|状态|联系|电话|主体|事项|工作|板块|[0-9]年|实际|计划|合计|全[市区省县]|累计"
)
_SENTENCE_END = re.compile(r"[。；;！!？?]")
_CHAPTER = (
    re.compile(r"第[一二三四五六七八九十百]{1,4}[章编部篇][分]?"),
    re.compile(r"[一二三四五六七八九十]{1,3}[、.．]|第[一二三四五六七八九十]{1,3}[节条]"),
    re.compile(r"[(（][一二三四五六七八九十]{1,3}[)）]"),
)
_TITLE = re.compile(
    r"(?:附[件表]|表)\s{0,3}[0-9一二三四五六七八九十]{0,3}[:：\-—.\s].{2,60}|"
    r".{2,60}(?:表|清单|一览|目录|台账|情况|名单|进展|分解|汇总)(?:[(（].{1,20}[)）])?"
)
_PAGE_NUMBER = re.compile(r"[-—–\s]*(?:第?\s?\d{1,4}\s?页?)(?:\s?[/／共]\s?\d{1,4}\s?页?)?[-—–\s]*")


@dataclass(frozen=True, slots=True)
class Line:
    """A line without its end; ``text`` is stripped and ``start:end`` its span.

    ``cells`` is None for a line that is no row; ``closed`` tells that a row ends with its delimiter.
    ``rule`` marks lines that only draw ("|---|---|").
    """

    text: str
    start: int
    end: int
    cells: tuple[Cell, ...] | None = None
    closed: bool = False
    rule: bool = False


def split_lines(text: str) -> list[Line]:
    """Split a text into lines, and those with delimiters into cells."""
    lines: list[Line] = []
    start = 0
    for raw in text.split("\n"):
        lines.append(_split_line(raw, start))
        start += len(raw) + 1
    return lines


def _split_line(raw: str, offset: int) -> Line:
    text = raw.strip()
    start = offset + (raw.find(text) if text else 0)
    end = start + len(text)
    if not text:
        return Line("", start, end) if "\t" not in raw else Line("", start, start)
    if _RULE.fullmatch(text) and ("-" in text or "─" in text or "━" in text or "=" in text):
        return Line(text, start, end, None, rule=True)
    if _PIPE.search(text):
        return _split_pipes(raw, text, start, offset)
    if "\t" in raw:
        cells = tuple(_cells(raw, offset, "\t"))
        filled = sum(1 for cell in cells if cell.text)
        if filled > 1 or (filled and len(cells) > 2):
            return Line(text, start, end, cells, raw.endswith("\t"))
    return Line(text, start, end)


def _split_pipes(raw: str, text: str, start: int, offset: int) -> Line:
    """Split at the pipes; those that frame the line are not between cells.

    >>> [cell.text for cell in _split_pipes("| a | b |", "| a | b |", 0, 0).cells]
    ['a', 'b']
    """
    inner = _PIPE.sub("|", text)
    closed = inner.endswith("|")
    framed = inner.startswith("|")
    body = inner[framed : len(inner) - closed] if len(inner) > 1 else ""
    cells = tuple(_cells(body, start + framed, "|"))
    end = start + len(text)
    if not any(cell.text for cell in cells) or (len(cells) < 2 and not framed):
        return Line(text, start, end)
    return Line(text, start, end, cells, closed)


def _cells(body: str, offset: int, delimiter: str) -> list[Cell]:
    cells: list[Cell] = []
    for piece in body.split(delimiter):
        inner = piece.strip()
        start = offset + (piece.find(inner) if inner else 0)
        cells.append(Cell(inner, start, start + len(inner)))
        offset += len(piece) + 1
    return cells


def is_header(texts: Sequence[str]) -> bool:
    """Tell a header row by its words.

    >>> is_header(("序号", "重点任务", "牵头单位")), is_header(("3", "完成任务", "商务局"))
    (True, False)
    """
    filled = [squeeze(text) for text in texts if text]
    if len(filled) < 2 or any(len(text) > 24 or _SENTENCE_END.search(text) for text in filled):
        return False
    if any(cell_kind(text) in ("serial", "number", "total", "mark") for text in filled):
        return False
    known = sum(1 for text in filled if _HEADER_WORD.search(text))
    return known >= 2 and known >= 0.6 * len(filled)


def is_title(text: str) -> bool:
    """Tell a table's title from prose.

    >>> is_title("2024年重点工作任务进展情况表"), is_title("现将有关情况通报如下。")
    (True, False)
    """
    return len(text) <= 80 and _SENTENCE_END.search(text) is None and bool(_TITLE.fullmatch(text))


def is_page_number(text: str) -> bool:
    """Tell a page number: "- 3 -", "第3页 共9页"."""
    return len(text) <= 20 and bool(_PAGE_NUMBER.fullmatch(text))


def opens_chapter(text: str) -> bool:
    """Tell a numbered heading that stands alone.

    >>> opens_chapter("一、致力提升产业竞争力,在发展上作出示范"), opens_chapter("1.完成A。")
    (True, False)
    """
    return len(text) <= 80 and "。" not in text and _rank(text) is not None


def _rank(text: str) -> int | None:
    return next((rank for rank, scheme in enumerate(_CHAPTER) if scheme.match(text)), None)


def update_path(path: Sequence[str], heading: str) -> tuple[str, ...]:
    """Put a chapter row in its place below those of higher rank.

    >>> update_path(("一、经济", "(二)投资"), "(三)消费")
    ('一、经济', '(三)消费')
    """
    rank = _rank(heading)
    if rank is None:
        return (heading,)
    return (*(above for above in path if (_rank(above) or 0) < rank), heading)
