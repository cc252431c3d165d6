"""Saved web pages: the text that a visitor sees, headings marked, tables with merged cells."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.schema import Table
from ingest.readers.layout import GridCell, Layout
from ingest.readers.text import decode

if TYPE_CHECKING:
    from bs4 import BeautifulSoup
    from bs4.element import PageElement, Tag

_UNSEEN = {"script", "style", "noscript", "template", "iframe", "svg", "head", "select", "object"}
_INLINE = {
    *("a", "abbr", "b", "bdi", "big", "cite", "code", "del", "em", "font", "i", "ins", "label"),
    *("mark", "o:p", "q", "s", "small", "span", "strong", "sub", "sup", "u", "var"),
}
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_BLANKS = re.compile(r"[ \t\r\n\f\xa0\u3000]+")
# What the sites of Chinese governments say about a page (a national standard names these tags).
_META = {
    "articletitle": "",
    "contentsource": "信息来源:",
    "pubdate": "发布日期:",
}
_MOST_PLACES = 500


def read_html(content: bytes, name: str) -> tuple[str, tuple[Table, ...]]:
    """Return the visible text of a page, and its tables."""
    from bs4 import BeautifulSoup

    page = BeautifulSoup(_decode(content, name), "lxml")
    layout = Layout()
    _add_meta(page, layout)
    _Walk(layout).block(page.body or page)
    return layout.finish()


def _decode(content: bytes, name: str) -> str:
    """Return the page as text; what it declares counts if it is true."""
    declared = _CHARSET.search(content[:4000])
    if declared and not content.startswith((b"\xff\xfe", b"\xfe\xff")):
        label = declared[1].decode("ascii").lower()
        encoding = "gb18030" if label in ("gb2312", "gbk") else label
        try:
            return content.decode(encoding)
        except (LookupError, UnicodeDecodeError):
            pass  # a wrong label is common: find out
    return decode(content, name)


def _add_meta(page: BeautifulSoup, layout: Layout) -> None:
    """Add title, source and date that the page's head tells and its body does not."""
    seen = _BLANKS.sub("", (page.body or page).get_text())
    for tag in page.find_all("meta"):
        label = _META.get(str(tag.get("name", "")).lower())
        said = str(tag.get("content", "")).strip()
        if label is not None and said and _BLANKS.sub("", said) not in seen:
            layout.line(label + said)


class _Walk:
    """Goes through a page and lays its text out, one line a block."""

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        self._line: list[str] = []

    def block(self, tag: Tag) -> None:
        """Add what a block holds, on lines of its own."""
        self._end_line()
        self._children(tag)
        self._end_line()

    def _children(self, tag: Tag) -> None:
        for child in tag.children:
            self._node(child)

    def _node(self, node: PageElement) -> None:
        from bs4.element import NavigableString, Tag

        if isinstance(node, NavigableString):
            if type(node) is NavigableString:  # no comment, no declaration
                self._line.append(str(node))
        elif isinstance(node, Tag) and not _is_unseen(node):
            self._tag(node)

    def _tag(self, tag: Tag) -> None:
        name = tag.name.lower()
        if name == "br":
            self._end_line()
        elif name == "table" and _is_grid(tag):
            self._end_line()
            title = tag.find("caption")
            self._layout.grid(_grid(tag), title=_text(title) if title else "")
        elif re.fullmatch("h[1-6]", name) and len(_text(tag)) <= 80:
            self._end_line()
            self._layout.heading(_text(tag), int(name[1]))
        elif name in _INLINE:
            self._children(tag)
        elif name in ("td", "th", "li"):
            self._children(tag)
            self._end_line()
        else:
            self.block(tag)

    def _end_line(self) -> None:
        self._layout.line(_BLANKS.sub(" ", "".join(self._line)))
        self._line = []


def _is_unseen(tag: Tag) -> bool:
    return (
        tag.name.lower() in _UNSEEN
        or tag.has_attr("hidden")
        or bool(_HIDDEN.search(str(tag.get("style", ""))))
    )


def _is_grid(table: Tag) -> bool:
    """Tell a table of data from one that only places the parts of a page."""
    if table.find("table") or table.find(re.compile("^h[1-6]$")):
        return False
    widths = [len(row.find_all(["td", "th"])) for row in table.find_all("tr")]
    return len(widths) > 1 and max(widths) > 1


def _grid(table: Tag) -> list[list[GridCell | None]]:
    """Return the rows of a table; a cell stands in every place that it covers."""
    grid: list[list[GridCell | None]] = []
    reaching: dict[int, tuple[GridCell, int]] = {}
    for row in table.find_all("tr"):
        places: dict[int, GridCell] = {at: cell for at, (cell, _) in reaching.items()}
        reaching = {at: (cell, left - 1) for at, (cell, left) in reaching.items() if left > 1}
        at = 0
        for tag in row.find_all(["td", "th"]):
            while at in places:
                at += 1
            cell = GridCell(_text(tag))
            for place in range(at, at + _span(tag, "colspan")):
                places[place] = cell
                if (down := _span(tag, "rowspan")) > 1:
                    reaching[place] = (cell, down - 1)
        grid.append([places.get(place) for place in range(max(places, default=-1) + 1)])
    return grid


def _span(tag: Tag, name: str) -> int:
    value = str(tag.get(name, "1")).strip()
    return max(1, min(int(value), _MOST_PLACES)) if value.isdecimal() else 1


def _text(tag: Tag) -> str:
    """Return the text of a cell or heading, its paragraphs set apart by blanks."""
    inside = Layout()
    _Walk(inside).block(tag)
    return " ".join(inside.finish()[0].split("\n")).strip()
