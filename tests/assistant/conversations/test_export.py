"""Conversations to take away: Markdown and docx, each citation a footnote."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.conversations.export import printable, render_markdown
from assistant.conversations.export_docx import render_docx
from assistant.conversations.history import Conversation, Exchange
from assistant.schema import Answer, Citation, Comparison, Related

CITED = Citation(
    1, "a.txt", 3, 9, "增长5.5%|左右", title="报告", section_path=("一、回顾", "(一)工业")
)
OTHER = Citation(2, "b.txt", 0, 4, "增长4%", title="公报")
ANSWER = Answer("", "", "增长5.5%[1],见[9]_x_,又见[1]。\n- 乙[2]", citations=(CITED, OTHER))
SIDES = Answer(
    "",
    "",
    "先说:\n| 区 | 值 |\n|---|---|\n| 甲 | 5.5%[1] |\n| 乙 | - |\n\n甲更高[1]。",
    citations=(CITED,),
    comparison=Comparison(("区", "值"), (("甲|<b>", "5.5%[1]"), ("乙", "文档未提供"))),
    notes=("模型没有回答。",),
    mode="model",
)
NOTHING = Answer("", "", "没有提到。", kind="refusal", related=(Related("乙4%[2]。", (OTHER,)),))
PLACE = "报告 › 一、回顾 › (一)工业(a.txt):“增长5.5%|左右”"


def conversation(*answers: Answer | None, title: str = "目标") -> Conversation:
    exchanges = tuple(Exchange(f"第{n}问*?*", a, str(n)) for n, a in enumerate(answers))
    return Conversation("0" * 12, title, exchanges=exchanges)


def word_of(given: Conversation) -> tuple[Any, list[str]]:
    """The document as python-docx reads it back, and its footnotes by number."""
    content = render_docx(given)
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        types = package.read("[Content_Types].xml").decode()
        notes = docx.oxml.parser.parse_xml(package.read("word/footnotes.xml"))
    assert "wordprocessingml.footnotes+xml" in types
    assert [note.get(qn("w:id")) for note in notes] == [str(n - 1) for n in range(len(notes))]
    assert [note.get(qn("w:type")) for note in notes[:2]] == [
        *("separator", "continuationSeparator")
    ]
    texts = ["".join(t.text for t in note.iter(qn("w:t"))).strip() for note in notes[2:]]
    return docx.Document(io.BytesIO(content)), texts


def references(element: Any) -> list[int]:
    found = element.iter(qn("w:footnoteReference"))
    return [int(reference.get(qn("w:id"))) for reference in found]


def test_markdown_numbers_its_footnotes_through_and_once_per_answer() -> None:
    text = render_markdown(conversation(ANSWER, None, ANSWER))
    assert "## 问:第0问\\*?\\*" in text
    assert "增长5.5%[^1],见\\[9\\]\\_x\\_,又见[^1]。\n\n- 乙[^2]" in text
    assert "(没有答完)" in text
    assert "增长5.5%[^3]" in text
    assert text.endswith("[^4]: 公报(b.txt):“增长4%”\n")
    assert "[^1]: 报告 › 一、回顾 › (一)工业(a.txt):“增长5.5%\\|左右”\n" in text


def test_markdown_writes_a_table_from_its_records() -> None:
    text = render_markdown(conversation(SIDES))
    table = "先说:\n\n| 区 | 值 |\n| --- | --- |\n| 甲\\|\\<b\\> | 5.5%[^1] |\n| 乙 | 文档未提供 |"
    assert f"{table}\n\n甲更高[^1]。\n\n这段回答由对话模型写成" in text
    assert "模型没有回答。" in text


@pytest.mark.parametrize("line", ["- a", "1. a", "2) a", "---", "=== b", "+ a"])
def test_words_at_a_line_s_beginning_make_no_markup(line: str) -> None:
    last = render_markdown(conversation(replace(NOTHING, related=(), notes=(line,)))).splitlines()[
        -1
    ]
    assert last.replace("\\", "") == line
    assert last.index("\\") == len(line) - len(line.lstrip("0123456789"))


def test_word_has_a_footnote_where_each_marker_stood() -> None:
    word, notes = word_of(conversation(ANSWER, None, NOTHING))
    paragraphs = {p.text: references(p._p) for p in word.paragraphs}
    assert paragraphs["增长5.5%,见[9]_x_,又见。"] == [1, 2]
    assert paragraphs["乙"] == [3]
    assert paragraphs["乙4%。"] == [4]
    assert notes == [PLACE, PLACE, "公报(b.txt):“增长4%”", "公报(b.txt):“增长4%”"]
    assert [p.text for p in word.paragraphs if p.style.name == "Heading 2"] == [
        *("第0问*?*", "第1问*?*", "第2问*?*")
    ]
    assert word.core_properties.title == "目标"


def test_word_writes_a_comparison_as_a_table() -> None:
    word, notes = word_of(conversation(SIDES))
    (table,) = word.tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        *(["区", "值"], ["甲|<b>", "5.5%"], ["乙", "文档未提供"])
    ]
    assert references(table._tbl) == [1]
    assert [p.text for p in word.paragraphs if references(p._p)] == ["甲更高。"]
    assert len(notes) == 2


def test_every_reference_has_its_footnote_and_its_styles() -> None:
    word, notes = word_of(conversation(ANSWER, SIDES, NOTHING))
    body = word.element.body
    assert references(body) == list(range(1, len(notes) + 1))
    marks = {run.get(qn("w:val")) for run in body.iter(qn("w:rStyle"))}
    assert marks == {word.styles["footnote reference"].style_id}


@settings(max_examples=25, deadline=None)
@given(st.text(st.characters(codec=None), max_size=40))
def test_any_text_can_be_written_and_read_back(text: str) -> None:
    citation = replace(CITED, title=text, source=text, text=text, section_path=(text,))
    answer = Answer("", "", f"{text}[1]", citations=(citation,), notes=(text,))
    given = conversation(answer, title=text)
    word, notes = word_of(given)
    assert len(notes) == 1
    for paragraph in word.paragraphs:
        assert printable(paragraph.text) == paragraph.text
    render_markdown(given).encode("utf-8")
