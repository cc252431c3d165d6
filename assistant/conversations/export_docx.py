"""A conversation as a Word document, its citations as footnotes.

python-docx has no footnotes: their part, their two styles and the references to them are written
here. Texts are made fit for XML by ``assistant.conversations.export``.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from assistant.conversations.export import Block, Grid, Parts, footnote_of, read_blocks, title_of
from assistant.conversations.history import Conversation

if TYPE_CHECKING:
    from docx.document import Document as Word

_BODY_FONT, _HEADING_FONT = "宋体", "黑体"
_TEXT_STYLE, _MARK_STYLE = "footnote text", "footnote reference"
# Word wants these two before any other footnote: the lines that part notes from the text.
_SEPARATORS = ((-1, "separator"), (0, "continuationSeparator"))
_QUIET = (0x59, 0x63, 0x6E)
_PARAGRAPHS = {"text": None, "item": "List Bullet", "remark": None}


def render_docx(conversation: Conversation) -> bytes:
    """Write a conversation as docx; each citation is a footnote where its marker stood."""
    import docx

    word = docx.Document()
    _prepare(word, conversation)
    notes = _Footnotes(word)
    word.add_heading(title_of(conversation), level=0)
    for exchange in conversation.exchanges:
        for block in read_blocks(exchange):
            if isinstance(block, Grid):
                _add_grid(word, block, notes)
            else:
                _add_block(word, block, notes)
    written = io.BytesIO()
    word.save(written)
    return written.getvalue()


def _prepare(word: Word, conversation: Conversation) -> None:
    """Say what the document is, and name fonts that have Chinese characters."""
    from docx.oxml.ns import qn

    facts = word.core_properties
    facts.title, facts.author, facts.language = title_of(conversation), "区问", "zh-CN"
    facts.comments = ""
    for name, font in (
        ("Normal", _BODY_FONT),
        ("Title", _HEADING_FONT),
        ("Heading 2", _HEADING_FONT),
    ):
        fonts = word.styles[name].element.get_or_add_rPr().get_or_add_rFonts()
        fonts.set(qn("w:eastAsia"), font)
        fonts.attrib.pop(qn("w:eastAsiaTheme"), None)


def _add_block(word: Word, block: Block, notes: _Footnotes) -> None:
    if block.style == "question":
        word.add_heading("".join(part for part in block.parts if isinstance(part, str)), level=2)
        return
    paragraph = word.add_paragraph(style=_PARAGRAPHS[block.style])
    _add_parts(paragraph, block.parts, notes)
    if block.style == "remark":
        _make_quiet(paragraph)


def _make_quiet(paragraph: Any) -> None:
    from docx.shared import RGBColor

    for run in paragraph.runs:
        run.font.color.rgb = RGBColor(*_QUIET)


def _add_grid(word: Word, grid: Grid, notes: _Footnotes) -> None:
    table = word.add_table(rows=1, cols=len(grid.headers), style="Table Grid")
    for cell, header in zip(table.rows[0].cells, grid.headers, strict=True):
        cell.paragraphs[0].add_run(header).bold = True
    for row in grid.rows:
        for cell, parts in zip(table.add_row().cells, row, strict=True):
            _add_parts(cell.paragraphs[0], parts, notes)
    word.add_paragraph()  # a table's end would otherwise touch what follows


def _add_parts(paragraph: Any, parts: Parts, notes: _Footnotes) -> None:
    for part in parts:
        if isinstance(part, str):
            paragraph.add_run(part)
        else:
            notes.refer(paragraph.add_run(), footnote_of(part))


class _Footnotes:
    """The footnotes of a document: a part of their own, numbered from 1."""

    def __init__(self, word: Word) -> None:
        from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
        from docx.opc.packuri import PackURI
        from docx.opc.part import XmlPart
        from docx.oxml.parser import OxmlElement

        self._root = OxmlElement("w:footnotes")
        self._count = 0
        self._styles = self._add_styles(word)
        for number, kind in _SEPARATORS:
            note = _child(self._root, "w:footnote", type=kind, id=str(number))
            _child(_child(_child(note, "w:p"), "w:r"), f"w:{kind}")
        self._announce(word)
        package = word.part.package
        uri = PackURI("/word/footnotes.xml")
        part = XmlPart(uri, CONTENT_TYPE.WML_FOOTNOTES, self._root, package)
        word.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)

    def refer(self, run: Any, text: str) -> None:
        """Add a footnote and make ``run`` the reference to it."""
        self._count += 1
        paragraph_style, mark_style = self._styles
        run.style = mark_style
        _child(run._r, "w:footnoteReference", id=str(self._count))
        note = _child(self._root, "w:footnote", id=str(self._count))
        paragraph = _child(note, "w:p")
        _child(_child(paragraph, "w:pPr"), "w:pStyle", val=paragraph_style.style_id)
        own = _child(paragraph, "w:r")
        _child(_child(own, "w:rPr"), "w:rStyle", val=mark_style.style_id)
        _child(own, "w:footnoteRef")
        words = _child(_child(paragraph, "w:r"), "w:t")
        words.text = f" {text}"
        words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")

    @staticmethod
    def _announce(word: Word) -> None:
        """Name the separators in the settings, where the order of elements is fixed."""
        from docx.oxml.ns import qn
        from docx.oxml.parser import OxmlElement

        named = OxmlElement("w:footnotePr")
        for number, _ in _SEPARATORS:
            _child(named, "w:footnote", id=str(number))
        word.settings.element.find(qn("w:compat")).addprevious(named)

    @staticmethod
    def _add_styles(word: Word) -> tuple[Any, Any]:
        from docx.enum.style import WD_STYLE_TYPE
        from docx.shared import Pt

        text = word.styles.add_style(_TEXT_STYLE, WD_STYLE_TYPE.PARAGRAPH, builtin=True)
        text.base_style = word.styles["Normal"]
        text.font.size = Pt(9)
        mark = word.styles.add_style(_MARK_STYLE, WD_STYLE_TYPE.CHARACTER, builtin=True)
        mark.font.superscript = True
        return text, mark


def _child(parent: Any, tag: str, **attributes: str) -> Any:
    """Append an element of WordprocessingML to another; attributes are of its namespace too."""
    from docx.oxml.ns import qn
    from docx.oxml.parser import OxmlElement

    element = OxmlElement(tag, {qn(f"w:{name}"): value for name, value in attributes.items()})
    parent.append(element)
    return element
