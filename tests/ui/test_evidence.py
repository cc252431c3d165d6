"""Evidence cards: the quote marked in its passage, rows as tables, documents that changed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.schema import Answer, Cell, Citation, Document, Profile, Row, Section
from assistant.testing import ScriptedCatalog, cite
from ui.evidence import make_card, make_cards
from ui.markup import plain, split_marks, visible
from ui.render import cited_by_card, make_answer
from ui.viewer import make_view

TEXT = (
    "一、回顾\n全年GDP增长4.2%,固定资产投资增长30.8%。\n"
    "序号\t任务\t进展\n1\t增长6%\t三季度增长4%。\n"
)
DOCUMENT = Document("d", "a.txt", TEXT, Profile(title="报告", district="甲区"))


def span(text: str) -> tuple[int, int]:
    return TEXT.index(text), TEXT.index(text) + len(text)


def cell(text: str) -> Cell:
    return Cell(text, *span(text))


def with_row() -> tuple[ScriptedCatalog, Citation]:
    cells = {"任务": cell("增长6%"), "进展": cell("三季度增长4%。"), "章": cell("一、回顾")}
    start, end = span("1\t增长6%\t三季度增长4%。")
    document = replace(DOCUMENT, rows=(Row((), cells, ("任务",), start, end),))
    return ScriptedCatalog((document,)), replace(cite(document, "三季度增长4%。"), row=0)


def marked(parts: list[dict[str, object]]) -> list[object]:
    return [part["text"] for part in parts if part.get("mark")]


def test_the_quote_is_marked_in_its_line() -> None:
    card = make_card(cite(DOCUMENT, "GDP增长4.2%"), ScriptedCatalog((DOCUMENT,)))
    assert marked(card["parts"]) == ["GDP增长4.2%"]
    assert "".join(p["text"] for p in card["parts"]) == "全年GDP增长4.2%,固定资产投资增长30.8%。"
    assert not card["cut_before"]
    assert not card["cut_after"]


def test_of_a_long_quote_the_words_that_the_answer_took_are_marked() -> None:
    text = "甲" * 90 + "全年GDP增长4.2%" + "乙" * 90
    document = replace(DOCUMENT, text=text)
    answer = Answer("q", "q", "前面8%[2]。GDP增长4.2%[1]。", citations=(cite(document, text),))
    card = make_cards(answer, ScriptedCatalog((document,)))[0]
    assert marked(card["parts"]) == ["GDP增长4.2%"]


def test_a_row_is_shown_by_its_headers_with_inherited_cells_told_apart() -> None:
    catalog, citation = with_row()
    cells = make_card(citation, catalog)["row"]
    assert [(c["header"], c["cited"], c["inherited"], c["doubtful"]) for c in cells] == [
        ("任务", False, False, True),
        ("进展", True, False, False),
        ("章", False, True, False),
    ]


def test_in_a_row_the_cells_that_the_answer_took_are_marked() -> None:
    catalog, citation = with_row()
    row = catalog.documents[0].rows[0]
    whole = replace(citation, start=row.start, end=row.end, text=TEXT[row.start : row.end])
    answer = Answer("q", "q", "三季度增长:任务是增长6%[1]。", citations=(whole,))
    cells = make_cards(answer, catalog)[0]["row"]
    assert [(c["header"], marked(c["parts"])) for c in cells] == [
        ("任务", ["增长6%"]),
        ("进展", []),
        ("章", []),
    ]


def test_an_answer_of_yesterday_keeps_its_words_when_the_document_changed() -> None:
    citation = cite(DOCUMENT, "GDP增长4.2%")
    changed = replace(DOCUMENT, text=TEXT.replace("4.2", "4.3"))
    for catalog in (ScriptedCatalog((changed,)), ScriptedCatalog()):
        card = make_card(citation, catalog)
        assert card["stale"]
        assert "".join(p["text"] for p in card["parts"]) == "GDP增长4.2%"


@given(st.data())
def test_marking_loses_no_character(data: st.DataObject) -> None:
    text = data.draw(st.text(max_size=60))
    ends = st.integers(0, len(text) + 5)
    marks = data.draw(st.lists(st.tuples(ends, ends).map(lambda m: (min(m), max(m))), max_size=5))
    assert "".join(part["text"] for part in split_marks(text, marks)) == text


def test_only_markers_with_a_citation_become_buttons() -> None:
    catalog = ScriptedCatalog((DOCUMENT,))
    answer = Answer("q", "q", "增长4.2%[1],见[7]。", citations=(cite(DOCUMENT, "GDP增长4.2%"),))
    (line,) = make_answer(answer, catalog)["lines"]
    assert [part.get("marker", part.get("text")) for part in line["parts"]] == [
        "增长4.2%",
        1,
        ",见[7]。",
    ]
    assert cited_by_card(answer)["a1"] == answer.citations[0]


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "**粗** _斜_ ~~删~~ `码`",
        "[看](javascript:alert(1)) ![图](http://x/y.png)",
        "$x^2$ $$y$$",
        ":red[红] :material/home: :smile:",
        "# 标题",
        "1. 项",
        "- 项\n> 引",
        "| 甲 | 乙 |",
        "www.example.com https://example.com a@b.c",
        "&lt;b&gt;",
    ],
)
def test_every_character_that_means_something_is_escaped(text: str) -> None:
    shown = plain(text)
    assert shown.replace("\\", "") == " ".join(text.split()).replace("\\", "")
    for index, char in enumerate(shown):
        if char in "<>*_~`[]($:#|&@!":
            assert shown[index - 1] == "\\"


def test_marks_that_turn_the_writing_direction_are_taken_out() -> None:
    assert visible("a\u202etxt.exe\u2066\x07") == "a txt.exe  "


def test_a_document_is_shown_to_the_letter_with_its_outline() -> None:
    sections = (Section(("一、回顾",), 0, len(TEXT), span("一、回顾")),)
    document = replace(DOCUMENT, sections=sections, furniture=(span("序号\t任务\t进展"),))
    view = make_view(document, [span("固定资产投资")])
    lines = ["".join(part["text"] for part in line["parts"]) for line in view["lines"]]
    assert "\n".join(lines) == TEXT
    assert view["outline"] == [{"label": "一、回顾", "level": 1, "line": 0}]
    assert view["target"] == 1
    assert view["lines"][0]["heading"]
    assert [line["quiet"] for line in view["lines"]] == [False, False, True, False, False]
    assert marked(view["lines"][1]["parts"]) == ["固定资产投资"]


def test_every_seed_is_shown_to_the_letter(seed_texts: dict[str, str]) -> None:
    for source, text in seed_texts.items():
        view = make_view(Document(source, source, text, Profile()), [(5, len(text) - 5)])
        lines = ["".join(part["text"] for part in line["parts"]) for line in view["lines"]]
        expected = [visible(line.replace("\t", "")) for line in text.replace("\r", "").split("\n")]
        assert [line.replace("\t", "") for line in lines] == expected
